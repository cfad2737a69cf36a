//! Measured results: values with their units and years, baselines and targets.
//!
//! Which of several values is the one to be reached is told by words («с 12 % до 20 %»), by
//! brackets (what was before) and by years; where nothing tells, the last value is the target.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::number::{Digits, PRINTED, digits, power, times_ten};

/// A value with the year that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The number, in single units.
    pub number: Digits,
    /// The unit as printed: `%`, «п.п.», «раза», «рабочих мест»; none where there is none.
    pub unit: Option<String>,
    /// Its year.
    pub year: Option<i32>,
    /// Bytes of it.
    pub range: Range<usize>,
}

/// A result that is measured.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Indicator {
    /// The value before.
    pub baseline: Option<Value>,
    /// The value to be reached.
    pub target: Option<Value>,
}

static VALUE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?P<number>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)\s?-?(?:(?P<scale>тыс\.?(?:яч[а-яё]*)?|мың|млн\.?|миллион[а-яё]*|млрд\.?|миллиард[а-яё]*|thousand|million|billion)\s)?(?P<unit>%|п\.\s?п\.|процентн[а-яё]+\sпункт[а-яё]*|процент[а-яё]*|пайыздық\sтармақ[а-яәіңғүұқөһ]*|пайыз[а-яәіңғүұқөһ]*|percentage\spoints?|per\s?cent|раза?\b|есе\b|(?:новых\s|постоянных\s)?рабочих\sмест|жұмыс\sорн[а-яәіңғүұқөһ]*|человек\b|чел\.|адам[а-яәіңғүұқөһ]*|единиц[а-яё]*|ед\.|проект[а-яё]*|жоба[а-яәіңғүұқөһ]*|мест[оа]?\b|балл[а-яё]*|долл(?:\.|ар[а-яё]*)?\sсша|тенге|теңге[а-яәіңғүұқөһ]*|persons|people|jobs|projects)",
    )
});

static YEAR: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(?P<year>(?:19|20)\d\d)\s?(?:-|–|год|г\.|жыл|\)|,|$)"));

static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?:\bс|\bсо|\bот|\bfrom)\s\d[\d\s\u{a0},.]*(?:\s?%|\s[^\s;]+){0,5}\s(?:до|to)\s\d|\d[\d\s,.]*\s?(?:%|пайыз)?-?(?:дан|ден|тан|тен)\s\d[\d\s,.]*\s?(?:%|пайыз)?-?(?:ға|ге|қа|ке)",
    )
});

#[expect(clippy::expect_used, reason = "a constant pattern that tests compile")]
fn compiled(source: &str) -> Regex {
    Regex::new(&format!("(?i){source}")).expect("a pattern")
}

/// Behind these words stands what a value is counted by, no value: «на каждые 10 тыс. человек».
static PER: LazyLock<Regex> = LazyLock::new(|| {
    compiled(r"(?:на\sкажд[а-яё]+|(?:в|из)\sрасч[её]те?а?\sна|әр(?:бір)?|\bper|\bevery)\s$")
});

/// Behind these words stands the year of what a value is compared with, not its own: «в 3 раза к
/// уровню 2019 года».
static LEVEL: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?:уровн[а-яё]+|сравнени[а-яё]+\sс|относительно|показател[а-яё]+|compared\s(?:to|with)|level\sof|деңгей[а-яәіңғүұқөһ]*)\s$",
    )
});

/// Whether a year behind these words is that of what is compared with: «к уровню 2019 года».
pub(crate) fn is_compared(before: &str) -> bool {
    LEVEL.is_match(before)
}

/// Where values follow each other, «с 12 % в 2022 году до 20 % в 2025 году»: bytes from the first to
/// the last one with its year. Years in it belong to the values and are no deadlines.
#[must_use]
pub fn series(text: &str) -> Option<Range<usize>> {
    let span = SPAN.find(text)?;
    let values = values(text);
    let last =
        values.iter().rfind(|it| it.range.start < span.end() && it.range.end > span.start())?;
    let behind = &text[last.range.end..];
    let year = last.year.map(|year| year.to_string());
    let end = year.and_then(|year| behind.find(&year).map(|at| at + year.len())).unwrap_or(0);
    Some(span.start()..last.range.end + end)
}

/// Values of a text in order. A number that has no unit is none: years, numbers of acts and points
/// are not told from it. What a value is counted by («на каждые 10 тыс. человек») is none either.
#[must_use]
pub fn values(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for captures in VALUE.captures_iter(text) {
        let (Some(whole), Some(number)) = (captures.get(0), digits(&captures["number"])) else {
            continue;
        };
        // «16,5» of «2016,5» would be a piece of another number.
        let before = text[..whole.start()].chars().next_back();
        if before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '.' | ',')) {
            continue;
        }
        if PER.is_match(&text[..whole.start()]) {
            continue;
        }
        let scale = captures.name("scale").and_then(|it| power(it.as_str())).unwrap_or(0);
        found.push(Value {
            number: times_ten(&number, scale),
            unit: captures.name("unit").map(|it| it.as_str().to_owned()),
            year: None,
            range: whole.range(),
        });
    }
    // The year of a value stands between it and the next one: «36,5 % в 2019 году, 39,2 % …»; or,
    // where each is named before it, between it and the one before: «2022 г. – 17,5 %; 2023 г. …».
    let is_before = found.first().is_some_and(|first| has_year(&text[..first.range.start]))
        && found.last().is_none_or(|last| !has_year(&text[last.range.end..]));
    for place in 0..found.len() {
        let around = if is_before {
            let from = place.checked_sub(1).map_or(0, |before| found[before].range.end);
            from..found[place].range.start
        } else {
            let to = found.get(place + 1).map_or(text.len(), |next| next.range.start);
            found[place].range.end..to
        };
        let piece = &text[around];
        let is_own = |it: &regex::Captures<'_>| {
            it.name("year").is_some_and(|year| !is_compared(&piece[..year.start()]))
        };
        let mut years = YEAR.captures_iter(piece).filter(is_own);
        let year = if is_before { years.last() } else { years.next() };
        found[place].year = year.and_then(|it| it["year"].parse().ok());
    }
    found
}

fn has_year(text: &str) -> bool {
    YEAR.is_match(text)
}

/// What was, and what is to be reached, of the values of a text.
///
/// ```
/// use daryn_measures::indicator::of;
///
/// let found = of("увеличить долю с 12 % до 20 %");
/// assert_eq!(found.baseline.map(|it| it.number).as_deref(), Some("12"));
/// assert_eq!(found.target.map(|it| it.number).as_deref(), Some("20"));
/// ```
#[must_use]
pub fn of(text: &str) -> Indicator {
    let mut values = values(text);
    if let Some(span) = SPAN.find(text) {
        // «с 12 до 20 %»: the first number has the unit of the second.
        let printed = &text[span.range()];
        let number = first_number(printed);
        let target = values.iter().rposition(|it| it.range.start < span.end());
        if let (Some((number, at)), Some(target)) = (number, target) {
            let target = values.swap_remove(target);
            let start = span.start() + at;
            let own = values.into_iter().find(|it| it.range.start == start);
            let baseline = own.unwrap_or_else(|| Value {
                number,
                unit: target.unit.clone(),
                year: None,
                range: start..start,
            });
            return Indicator { baseline: Some(baseline), target: Some(target) };
        }
    }
    let in_brackets = |value: &Value| {
        let before = &text[..value.range.start];
        before.rfind('(') > before.rfind(')') || before.contains('(') && !before.contains(')')
    };
    let outside = values.iter().rposition(|value| !in_brackets(value));
    let Some(place) = outside else {
        return Indicator { baseline: None, target: values.pop() };
    };
    let target = values.remove(place);
    // Of the values in brackets the latest one.
    let before = values.into_iter().filter(in_brackets).max_by_key(|it| (it.year, it.range.start));
    Indicator { baseline: before, target: Some(target) }
}

static NUMBERS: LazyLock<Regex> = LazyLock::new(|| compiled(PRINTED));

/// From one number to another one, in Russian, Kazakh and English.
static STEPS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    let (from, to) = (format!("(?P<from>{PRINTED})"), format!("(?P<to>{PRINTED})"));
    // Endings stand at the number or at the unit behind it: «10 %-дан», «10 пайыздан».
    let of_case = |number: &str, ends: &str| {
        format!(r"{number}(?:\s?%)?\s?-?(?:[а-яәіңғүұқөһ]{{0,20}}?)(?:{ends})\b")
    };
    [
        format!(r"\b(?:с|со|от)\s{from}\b[^;\d]{{0,60}}?\s(?:до|по)\s{to}\b"),
        format!(
            r"{}[^;\d]{{0,60}}?{}",
            of_case(&from, "дан|ден|тан|тен|нан|нен"),
            of_case(&to, "ға|ге|қа|ке|на|не")
        ),
        // «до 15 процентов с 10 процентов».
        format!(r"\b(?:до|по)\s{to}\b[^;\d]{{0,60}}?\s(?:с|со|от)\s{from}\b"),
        format!(r"\bfrom\s{from}\b[^;\d]{{0,60}}?\sto\s{to}\b"),
    ]
    .map(|source| compiled(&source))
});

/// All numbers of a text, in order.
#[must_use]
pub fn numbers(text: &str) -> Vec<Digits> {
    NUMBERS.find_iter(text).filter_map(|it| digits(it.as_str())).collect()
}

/// From which number to which one a text goes, wherever it says so: «с 10 до 15», «10-нан 15-ке».
///
/// ```
/// use daryn_measures::indicator::steps;
///
/// let one = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned())];
/// assert_eq!(steps("увеличить долю с 10 % до 12,5 %"), one("10", "12.5"));
/// assert_eq!(steps("до 12,5 % с 10 %"), one("10", "12.5"));
/// assert_eq!(steps("үлесін 10 пайыздан 12,5 пайызға дейін арттыру"), one("10", "12.5"));
/// assert_eq!(steps("to raise it from 10 to 12.5 per cent"), one("10", "12.5"));
/// ```
#[must_use]
pub fn steps(text: &str) -> Vec<(Digits, Digits)> {
    let found = STEPS.iter().flat_map(|it| it.captures_iter(text));
    found.filter_map(|it| Some((digits(&it["from"])?, digits(&it["to"])?))).collect()
}

/// The first number of a text, and the byte where it stands.
fn first_number(text: &str) -> Option<(Digits, usize)> {
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let rest = &text[start..];
    let is_part = |(place, letter): &(usize, char)| {
        letter.is_ascii_digit()
            || matches!(letter, ',' | '.' | ' ' | '\u{a0}')
                && rest[place + letter.len_utf8()..].starts_with(|it: char| it.is_ascii_digit())
    };
    let end = rest.char_indices().find(|one| !is_part(one)).map_or(rest.len(), |one| one.0);
    digits(&rest[..end]).map(|number| (number, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let one = |value: Option<Value>| {
            value.map_or("-".to_owned(), |it| {
                let year = it.year.map_or(String::new(), |year| format!(" in {year}"));
                format!("{} {}{year}", it.number, it.unit.unwrap_or_default())
            })
        };
        let found = of(text);
        format!("{} -> {}", one(found.baseline), one(found.target))
    }

    #[test]
    fn baselines_and_targets() {
        let cases = [
            ("увеличить долю с 12 % до 20 %", "12 % -> 20 %"),
            ("довести долю с 12 до 20,5 %", "12 % -> 20.5 %"),
            (
                "снижение износа 33 % (36,5 % в 2019 году, 39,2 % в 2020 году)",
                "39.2 % in 2020 -> 33 %",
            ),
            ("рост в 1,5 раза", "- -> 1.5 раза"),
            ("долю с 5 % в 2020 году до 10 % в 2025 году", "5 % in 2020 -> 10 % in 2025"),
            ("рост в 3 раза к уровню 2019 года", "- -> 3 раза"),
            ("100 рабочих мест на каждые 10 тыс. человек", "- -> 100 рабочих мест"),
            ("создать 2 тыс. рабочих мест", "- -> 2000 рабочих мест"),
            ("12 %-дан 20 %-ға дейін", "12 % -> 20 %"),
            ("2022 г. – 17,5 %; 2023 г. – 21,0 %", "- -> 21 % in 2023"),
            ("статья 5 закона 2016 года", "- -> -"),
        ];
        for (text, meant) in cases {
            assert_eq!(told(text), meant, "{text}");
        }
    }
}
