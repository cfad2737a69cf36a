//! Numbers that Word puts before paragraphs: definitions, counters, and how they are written.

use std::collections::BTreeMap;

use crate::archive::{Flaw, Room};
use crate::numerals::written;
use crate::xml::{Element, Sink};

/// Levels of a list.
const LEVELS: usize = 9;

/// Most letters in what a level prints.
const LONGEST: usize = 100;

/// How the number of a level is written.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    /// `%1.%2)`: places of numbers, and what stands around them.
    text: String,
    /// The level that starts this one again, from 1; 0: none does. Nothing: every higher one.
    restart: Option<u32>,
    /// All numbers in Arabic digits.
    legal: bool,
    /// The style of paragraphs of this level.
    style: Option<String>,
    symbols: bool,
}

#[derive(Debug, Clone, Default)]
struct Abstract {
    levels: Vec<Level>,
    /// The style whose list this one is.
    style_link: Option<String>,
    /// The style in which the levels of this one stand.
    num_style_link: Option<String>,
    /// The definition that has this style.
    link: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    base: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// Definitions of all lists, and how far each has come.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    bases: BTreeMap<String, Abstract>,
    lists: BTreeMap<String, List>,
    /// Counters by definition: lists of one definition go on with each other.
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun; what they say of starts holds once.
    begun: BTreeMap<String, [bool; LEVELS]>,
}

impl Numbering {
    /// The level whose paragraphs have a style.
    pub(crate) fn level_of(&self, list: &str, style: &str) -> usize {
        let levels = self.base_of(list).map(|base| self.bases[base].levels.as_slice());
        let mut levels = levels.unwrap_or_default().iter();
        levels.position(|level| level.style.as_deref() == Some(style)).unwrap_or(0)
    }

    /// Counts a paragraph and gives the number as printed; nothing where none is.
    pub(crate) fn count(&mut self, list: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let base = self.base_of(list)?.to_owned();
        let own = self.lists.get(list).cloned().unwrap_or_default();
        let definition =
            |at: usize| own.levels.get(&at).or_else(|| self.bases[&base].levels.get(at)).cloned();
        let levels: Vec<Level> = (0..LEVELS).map_while(definition).collect();
        let this = levels.get(level)?;
        let start = |at: usize| {
            let given = own.starts.get(&at).copied();
            given.or(levels.get(at).and_then(|level| level.start)).unwrap_or(1)
        };
        let counters = self.counters.entry(base).or_default();
        let begun = self.begun.entry(list.to_owned()).or_default();
        let first = !std::mem::replace(&mut begun[level], true);
        counters[level] = match counters[level] {
            // A list that has a start of its own begins there, also behind another one.
            Some(_) if first && own.starts.contains_key(&level) => Some(start(level)),
            Some(count) => Some(count.saturating_add(1)),
            None => Some(start(level)),
        };
        for (deeper, counter) in counters.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(deeper).and_then(|level| level.restart);
            if restart.is_none_or(|by| by > 0 && level < by as usize) {
                *counter = None;
            }
        }
        if this.format == "none" && !this.text.contains('%') && this.text.trim().is_empty() {
            return None;
        }
        if this.format == "bullet" {
            return bullet(this);
        }
        let mut printed = String::new();
        let mut letters = this.text.chars();
        while let Some(letter) = letters.next() {
            let Some(at) = (letter == '%')
                .then(|| letters.clone().next().and_then(|digit| digit.to_digit(10)))
                .flatten()
                .filter(|digit| *digit > 0)
            else {
                printed.push(letter);
                continue;
            };
            letters.next();
            let at = at as usize - 1;
            let count = counters[at].unwrap_or_else(|| start(at));
            let format = levels.get(at).map_or("decimal", |level| level.format.as_str());
            let format = if this.legal && format != "none" { "decimal" } else { format };
            printed.push_str(&written(count, format));
        }
        let printed = printed.trim().to_owned();
        (!printed.is_empty()).then_some(printed)
    }

    /// The definition that holds the levels of a list.
    fn base_of(&self, list: &str) -> Option<&str> {
        let (name, base) = self.bases.get_key_value(&self.lists.get(list)?.base)?;
        let link = base.link.as_ref().filter(|_| base.levels.is_empty());
        Some(link.unwrap_or(name))
    }
}

/// What a bullet is printed as: signs of fonts of symbols have no letter of their own.
fn bullet(level: &Level) -> Option<String> {
    let text = level.text.trim();
    let private = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
    if text.is_empty() {
        return None;
    }
    let plain = !level.symbols && !text.contains(private) && text != "o";
    Some(if plain { text.to_owned() } else { "•".to_owned() })
}

/// Reads `numbering.xml`.
pub(crate) struct Definitions<'a> {
    room: &'a mut Room,
    numbering: Numbering,
    base: Option<(String, Abstract)>,
    list: Option<(String, List)>,
    /// The level that an override is about.
    overrides: usize,
    level: Option<(usize, Level)>,
}

impl<'a> Definitions<'a> {
    /// Begins.
    pub(crate) fn new(room: &'a mut Room) -> Definitions<'a> {
        let numbering = Numbering::default();
        Definitions { room, numbering, base: None, list: None, overrides: 0, level: None }
    }

    /// What was read.
    pub(crate) fn finish(mut self) -> Numbering {
        let bases = &mut self.numbering.bases;
        let styles: BTreeMap<String, String> = bases
            .iter()
            .filter_map(|(name, base)| Some((base.style_link.clone()?, name.clone())))
            .collect();
        for base in bases.values_mut() {
            base.link = base.num_style_link.as_ref().and_then(|style| styles.get(style)).cloned();
        }
        self.numbering
    }
}

impl Sink for Definitions<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let place = || element.number::<usize>("ilvl").unwrap_or(0).min(LEVELS - 1);
        match element.name() {
            "abstractNum" => {
                self.room.take(0)?;
                let name = element.get("abstractNumId").unwrap_or_default();
                self.base = Some((name, Abstract::default()));
            }
            "num" => {
                self.room.take(0)?;
                self.list = Some((element.get("numId").unwrap_or_default(), List::default()));
            }
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.list {
                    list.base = element.val().unwrap_or_default();
                }
            }
            "lvlOverride" => self.overrides = place(),
            "startOverride" => {
                if let (Some((_, list)), Some(start)) = (&mut self.list, element.number("val")) {
                    list.starts.insert(self.overrides, start);
                }
            }
            "lvl" => {
                self.room.take(0)?;
                self.level =
                    Some((place(), Level { format: "decimal".into(), ..Level::default() }));
            }
            "styleLink" => {
                if let Some((_, base)) = &mut self.base {
                    base.style_link = element.val();
                }
            }
            "numStyleLink" => {
                if let Some((_, base)) = &mut self.base {
                    base.num_style_link = element.val();
                }
            }
            name => {
                let Some((_, level)) = &mut self.level else { return Ok(()) };
                match name {
                    "start" => level.start = element.number("val"),
                    "numFmt" => level.format = element.val().unwrap_or_default(),
                    "lvlText" => {
                        let text = element.val().unwrap_or_default();
                        level.text = text.chars().take(LONGEST).collect();
                    }
                    "lvlRestart" => level.restart = element.number("val"),
                    "isLgl" => level.legal = element.is_on(),
                    "pStyle" => level.style = element.val(),
                    "rFonts" => {
                        let font = element.get("ascii").unwrap_or_default();
                        level.symbols = font == "Symbol" || font.starts_with("Wingdings");
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        match name {
            "lvl" => {
                let Some((place, level)) = self.level.take() else { return Ok(()) };
                if let Some((_, list)) = &mut self.list {
                    list.levels.insert(place, level);
                } else if let Some((_, base)) = &mut self.base {
                    if base.levels.len() <= place {
                        base.levels.resize(place + 1, Level::default());
                    }
                    base.levels[place] = level;
                }
            }
            "abstractNum" => self.numbering.bases.extend(self.base.take()),
            "num" => self.numbering.lists.extend(self.list.take()),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Flaw> {
        Ok(())
    }
}
