//! Words in three languages: catalogues, numbers, dates, lists.
//!
//! Everything that a user reads comes from `locales/`. Values are typed: a translator places them
//! and cannot change them.

mod catalogue;
mod kazakh;
mod numbers;

use std::collections::BTreeMap;

use daryn_model::record::Decimal;
use daryn_model::{Arg, Claim, Date, Diagnostic, Lang, Localized, Period};
use fluent_bundle::{FluentArgs, FluentValue};

use catalogue::Catalogue;
use numbers::Numbers;

/// Begins a text that is not in the language of the report; the two letters of its language follow.
const FALLBACK: char = '\u{E000}';
/// Ends it.
const FALLBACK_END: char = '\u{E001}';

/// Speaks one language.
pub struct Speaker {
    /// The language.
    pub lang: Lang,
    /// Whether numbers keep every digit, as evidence shows them.
    exact: bool,
    catalogue: Catalogue,
    numbers: Numbers,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words in the language of the speaker.
    Own(String),
    /// Words of the study that are there only in another language.
    Fallback(Lang, String),
}

impl Speaker {
    /// The speaker of a language.
    pub fn new(lang: Lang) -> Speaker {
        Speaker { lang, exact: false, catalogue: Catalogue::of(lang), numbers: Numbers::of(lang) }
    }

    /// A speaker who keeps every digit of a number.
    pub fn exact(lang: Lang) -> Speaker {
        Speaker { exact: true, ..Speaker::new(lang) }
    }

    /// A message of the catalogue without values.
    pub fn word(&self, key: &str) -> String {
        self.catalogue.format(key, None).unwrap_or_else(|| key.to_owned())
    }

    /// Whether the catalogue has a message.
    pub fn knows(&self, key: &str) -> bool {
        self.catalogue.format(key, None).is_some()
    }

    /// A message of the catalogue with values.
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        plain(&self.format(key, args.iter().map(|(name, arg)| (*name, arg))))
    }

    /// A claim as plain text; texts in another language carry its code in brackets.
    pub fn claim(&self, claim: &Claim) -> String {
        plain(&self.claim_text(claim))
    }

    /// A claim as pieces, so that a page can mark texts in another language.
    pub fn claim_pieces(&self, claim: &Claim) -> Vec<Piece> {
        pieces(&self.claim_text(claim))
    }

    fn claim_text(&self, claim: &Claim) -> String {
        self.format(&claim.template, claim.args.iter().map(|(name, arg)| (name.as_str(), arg)))
    }

    fn format<'a>(&self, key: &str, args: impl Iterator<Item = (&'a str, &'a Arg)>) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                // Counts stay numbers, so that plural forms can be chosen.
                Arg::Count(count) => values.set(name, *count),
                other => values.set(name, FluentValue::from(self.marked(other))),
            }
        }
        let text = self.catalogue.format(key, Some(&values)).unwrap_or_else(|| key.to_owned());
        match self.lang {
            Lang::En => text,
            Lang::Ru | Lang::Kk => nested_quotes(&stop_after_quote(&text)),
        }
    }

    /// A value as plain text.
    pub fn value(&self, arg: &Arg) -> String {
        plain(&self.marked(arg))
    }

    /// A value as pieces.
    pub fn value_pieces(&self, arg: &Arg) -> Vec<Piece> {
        pieces(&self.marked(arg))
    }

    /// A text of the study as pieces.
    pub fn text_pieces(&self, text: &Localized) -> Vec<Piece> {
        pieces(&self.study_text(text))
    }

    /// A text of the study as plain text.
    pub fn text(&self, text: &Localized) -> String {
        plain(&self.study_text(text))
    }

    fn study_text(&self, text: &Localized) -> String {
        let clean = |text: &str| text.replace([FALLBACK, FALLBACK_END], "");
        match text.get(self.lang) {
            Some((lang, text)) if lang == self.lang => clean(text),
            Some((lang, text)) => {
                format!("{FALLBACK}{}{}{FALLBACK_END}", lang.code(), clean(text))
            }
            None => String::new(),
        }
    }

    fn marked(&self, arg: &Arg) -> String {
        match arg {
            Arg::Empty => self.word("known-not_seen"),
            Arg::Count(count) => self.numbers.integer(*count),
            Arg::Year(year) => year.to_string(),
            Arg::Number(number) => self.decimal(number),
            Arg::Quantity(number, unit) => self.quantity(number, unit),
            Arg::Text(text) => self.study_text(text),
            Arg::Date(text) => match text.parse::<Date>() {
                Ok(date) => self.numbers.date(date),
                Err(_) => text.clone(),
            },
            Arg::Period(text) => match text.parse::<Period>() {
                Ok(period) => self.period(period),
                Err(_) => text.clone(),
            },
            Arg::Code(scheme, code) => self.word(&format!("{scheme}-{code}")),
            Arg::List(items) => self.list(items),
            Arg::Link(address) => address.clone(),
        }
    }

    fn quantity(&self, number: &Decimal, unit: &Localized) -> String {
        let unit = self.study_text(unit);
        let number = self.decimal(number);
        match unit.as_str() {
            "" => number,
            // CLDR: English sets the sign close, Russian and Kazakh keep a no-break space.
            "%" if self.lang == Lang::En => format!("{number}%"),
            _ => format!("{number}\u{a0}{unit}"),
        }
    }

    fn list(&self, items: &[Arg]) -> String {
        let words: Vec<String> = items.iter().map(|item| self.marked(item)).collect();
        // A limit is read together with its number: "at least 3".
        if let [Arg::Code(scheme, _), _] = items
            && scheme == "threshold"
        {
            return words.join(" ");
        }
        // Numbers with decimal commas, and words that hold commas, need another mark between them;
        // sentences follow each other. A unit may end with a full stop and is no sentence.
        let number = |item: &Arg| matches!(item, Arg::Number(_) | Arg::Quantity(..));
        let sentence = |word: &String| word.ends_with(['.', '!', '?']);
        if words.len() > 1 && !items.iter().any(number) && words.iter().all(sentence) {
            return words.join(" ");
        }
        if words.len() > 1
            && (items.iter().all(number) || words.iter().any(|word| word.contains(", ")))
        {
            return words.join("; ");
        }
        match words.as_slice() {
            [] => self.word("known-not_seen"),
            [only] => only.clone(),
            [head @ .., tail] => {
                let mut args = FluentArgs::new();
                args.set("head", head.join(", "));
                args.set("tail", tail.clone());
                self.catalogue.format("list-last", Some(&args)).unwrap_or_else(|| words.join(", "))
            }
        }
    }

    fn period(&self, period: Period) -> String {
        let message = |key: &str, values: &[(&str, String)]| {
            let mut args = FluentArgs::new();
            for (name, value) in values {
                args.set(*name, value.clone());
            }
            self.catalogue.format(key, Some(&args)).unwrap_or_else(|| period.to_string())
        };
        let month = |number: u8| self.word(&format!("month-{number}"));
        match period {
            Period::At(date) => self.numbers.date(date),
            Period::Half(year, half) => {
                let mut args = FluentArgs::new();
                args.set("half", i64::from(half));
                args.set("year", year.to_string());
                self.catalogue.format("period-half", Some(&args)).unwrap_or_default()
            }
            Period::Quarter(year, quarter) => message(
                "period-quarter",
                &[("year", year.to_string()), ("quarter", quarter.to_string())],
            ),
            Period::Months(year, from, to) => message(
                "period-months",
                &[("year", year.to_string()), ("from", month(from)), ("to", month(to))],
            ),
            Period::Span(from, to) => {
                let academic =
                    from.month.is_none() && to.month.is_none() && to.year == from.year + 1;
                if academic {
                    return format!("{}/{:02}", from.year, to.year % 100);
                }
                let (from, to) = (self.numbers.date(from), self.numbers.date(to));
                message("period-span", &[("from", from), ("to", to)])
            }
        }
    }

    /// Numbers with the decimal mark of the language and all their digits: those that stand at the
    /// start of a text or behind `; ` or `→ `, where no name or code stands.
    pub fn numerals(&self, text: &str) -> String {
        let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ';', ',']);
        let mark = if self.lang == Lang::En { "." } else { "," };
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        loop {
            let length = rest
                .find(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'))
                .unwrap_or(rest.len());
            let (number, behind) = rest.split_at(length);
            match Decimal::parse(number) {
                Some(_) if ends(behind) => told.push_str(&number.replace('.', mark)),
                _ => told.push_str(number),
            }
            let next = [behind.find("; "), behind.find("→ ")].into_iter().flatten().min();
            let Some(at) = next else {
                told.push_str(behind);
                return told;
            };
            let end = at + behind[at..].find(' ').map_or(0, |space| space + 1);
            told.push_str(&behind[..end]);
            rest = &behind[end..];
        }
    }

    /// A date.
    pub fn date(&self, date: Date) -> String {
        self.numbers.date(date)
    }

    /// A whole number.
    pub fn integer(&self, number: i64) -> String {
        self.numbers.integer(number)
    }

    /// A number for reading, or with every digit if the speaker is exact.
    pub fn decimal(&self, number: &Decimal) -> String {
        if self.exact { self.numbers.exact(number) } else { self.numbers.decimal(number) }
    }

    /// Sorts by the alphabet of the language.
    pub fn sort_by_words<T>(&self, items: &mut [T], words: impl Fn(&T) -> String) {
        self.numbers.sort_by_words(items, words);
    }

    /// Message and hint of a diagnostic.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> (String, String) {
        let mut args = FluentArgs::new();
        for (name, value) in &diagnostic.args {
            // Only a number of fields chooses a plural form: a folder or a year that looks like a
            // number is a text. An empty value is called "none" in selectors.
            match value.parse::<i64>() {
                Ok(number) if diagnostic.code == "wrong-field-count" => {
                    args.set(name.as_str(), number);
                }
                _ if value.is_empty() && SELECTED.contains(&name.as_str()) => {
                    args.set(name.as_str(), "none");
                }
                // A real `none` must not be taken for "no suggestion": a word joiner cannot be seen.
                _ if value == "none" => args.set(name.as_str(), "none\u{2060}"),
                _ => args.set(name.as_str(), value.clone()),
            }
        }
        let message = |key: String| {
            self.catalogue.format(&key, Some(&args)).unwrap_or_else(|| diagnostic.code.clone())
        };
        (
            message(format!("diag-{}", diagnostic.code)),
            message(format!("diag-{}-hint", diagnostic.code)),
        )
    }
}

/// Values of diagnostics that choose between sentences, and may be empty.
const SELECTED: [&str; 6] = ["nearest", "scheme", "address", "variable", "part", "codes"];

/// A full stop inside a closing quotation mark goes behind it, or away where a sentence goes on:
/// Russian and Kazakh write «…». and never «….».
fn stop_after_quote(text: &str) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(".»") {
        moved.push_str(before);
        // Three dots and shortened words («и др.») keep their stop.
        let short = before.ends_with('.')
            || before.rsplit(' ').next().is_some_and(|word| word.chars().count() <= 3);
        let mut next = after.chars();
        let ends = match (next.next(), next.next()) {
            (None, _) => true,
            (Some(' '), Some(c)) => c.is_uppercase() || c == '«',
            _ => false,
        };
        moved.push_str(match (short, ends) {
            (true, _) => ".»",
            (false, true) => "».",
            (false, false) => "»",
        });
        rest = after;
    }
    moved.push_str(rest);
    moved
}

/// Quotes inside quotes in the marks that Russian and Kazakh use there: «…„…“…».
fn nested_quotes(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .map(|c| match c {
            '«' => {
                depth += 1;
                if depth > 1 { '„' } else { c }
            }
            '»' => {
                depth = depth.saturating_sub(1);
                if depth > 0 { '“' } else { c }
            }
            _ => c,
        })
        .collect()
}

/// Text with fallbacks named in brackets.
fn plain(marked: &str) -> String {
    let mut text = String::new();
    for piece in pieces(marked) {
        match piece {
            Piece::Own(own) => text.push_str(&own),
            Piece::Fallback(lang, words) => {
                text.push_str(&format!("{words} [{}]", lang.code()));
            }
        }
    }
    text
}

fn pieces(marked: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once(FALLBACK) {
        if !before.is_empty() {
            all.push(Piece::Own(before.to_owned()));
        }
        let (inside, after) = after.split_once(FALLBACK_END).unwrap_or((after, ""));
        let (code, words) = inside.split_at_checked(2).unwrap_or(("en", inside));
        all.push(Piece::Fallback(Lang::from_code(code).unwrap_or(Lang::En), words.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        all.push(Piece::Own(rest.to_owned()));
    }
    all
}

/// The language of a user: `--lang`, or the system's, or English.
pub fn choose(asked: Option<&str>, system: &[Option<String>]) -> Lang {
    let read =
        |text: &str| Lang::from_code(&text.to_lowercase().chars().take(2).collect::<String>());
    asked
        .and_then(read)
        .or_else(|| system.iter().flatten().find(|text| !text.is_empty()).and_then(|t| read(t)))
        .unwrap_or(Lang::En)
}

/// Words of every language for the same thing.
pub fn in_all(speakers: &[Speaker], say: impl Fn(&Speaker) -> String) -> BTreeMap<Lang, String> {
    speakers.iter().map(|speaker| (speaker.lang, say(speaker))).collect()
}

#[cfg(test)]
mod tests;
