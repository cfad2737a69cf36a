//! Lists of OpenDocument: styles of their numbers, and how far each has come.

use std::collections::BTreeMap;

use crate::numerals::written;
use crate::xml::Element;

/// Levels of a list.
pub(crate) const LEVELS: usize = 10;
/// Most letters around a number.
const LONGEST: usize = 100;

/// How the numbers of a level are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Level {
    prefix: String,
    suffix: String,
    format: String,
    bullet: Option<String>,
    start: u32,
    /// How many levels stand in the number.
    shown: usize,
    /// `%1%.%2%)`, where a program says it like that.
    pattern: Option<String>,
}

impl Level {
    /// The level that an element is, with its place from 0.
    pub(crate) fn of(element: &Element<'_>) -> Option<(usize, Level)> {
        let short = |name: &str| {
            let text = element.get(name).unwrap_or_default();
            text.chars().take(LONGEST).collect::<String>()
        };
        let bullet = match element.name() {
            "list-level-style-bullet" => Some(short("bullet-char")),
            "list-level-style-image" => Some("•".to_owned()),
            "list-level-style-number" | "outline-level-style" => None,
            _ => return None,
        };
        let place =
            element.number::<usize>("level").filter(|level| (1..=LEVELS).contains(level))?;
        let level = Level {
            prefix: short("num-prefix"),
            suffix: short("num-suffix"),
            format: short("num-format"),
            bullet,
            start: element.number("start-value").unwrap_or(1),
            shown: element.number("display-levels").unwrap_or(1),
            pattern: element
                .get("num-list-format")
                .map(|text| text.chars().take(LONGEST).collect()),
        };
        Some((place - 1, level))
    }
}

/// The levels of a list style.
pub(crate) type Style = BTreeMap<usize, Level>;

/// How far a list has come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counters([Option<u32>; LEVELS]);

impl Counters {
    /// The next item of a level, and of those below it, is a first one.
    pub(crate) fn restart(&mut self, level: usize) {
        self.0[level.min(LEVELS)..].fill(None);
    }

    /// Counts an item at a level and gives its number as printed. `start`: the item itself says
    /// where it begins.
    pub(crate) fn count(
        &mut self,
        style: &Style,
        level: usize,
        start: Option<u32>,
    ) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let first = |at: usize| style.get(&at).map_or(1, |level| level.start);
        let next = self.0[level].map_or_else(|| first(level), |count| count.saturating_add(1));
        self.0[level] = Some(start.unwrap_or(next));
        self.0[level + 1..].fill(None);
        let this = style.get(&level)?;
        if let Some(bullet) = &this.bullet {
            let private = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
            let bullet = if bullet.contains(private) { "•" } else { bullet.trim() };
            // A space as a bullet only keeps words in their column.
            return (!bullet.is_empty()).then(|| bullet.to_owned());
        }
        let number = |at: usize| {
            let count = self.0[at].unwrap_or_else(|| first(at));
            written(count, format(style.get(&at).map_or("1", |level| level.format.as_str())))
        };
        if this.format.is_empty() {
            // Without a number there may still be a word.
            let words = format!("{}{}", this.prefix.trim(), this.suffix.trim());
            return (this.pattern.is_none() && !words.is_empty()).then_some(words);
        }
        let printed = match &this.pattern {
            Some(pattern) => {
                // Every second piece between signs is the place of a number.
                let pieces = pattern.split('%').enumerate().map(|(place, piece)| {
                    let at = piece.parse::<usize>().ok().filter(|at| (1..=LEVELS).contains(at));
                    match at {
                        Some(at) if place % 2 == 1 => number(at - 1),
                        _ => piece.to_owned(),
                    }
                });
                pieces.collect()
            }
            None => {
                let from = (level + 1).saturating_sub(this.shown.max(1));
                let numbers: Vec<String> =
                    (from..=level).map(number).filter(|number| !number.is_empty()).collect();
                format!("{}{}{}", this.prefix, numbers.join("."), this.suffix)
            }
        };
        Some(printed.trim().to_owned()).filter(|printed| !printed.is_empty())
    }
}

/// The name that a format of OpenDocument has in Word.
fn format(name: &str) -> &str {
    match name {
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "" => "none",
        // «а, б, .., аа, аб, ... (ru)» of LibreOffice.
        _ if name.starts_with('а') => "russianLower",
        _ if name.starts_with('А') => "russianUpper",
        _ => "decimal",
    }
}
