//! What the literals of statistical tables mean: numbers, bounds, marks for what is missing.
//!
//! A literal means one thing or is said to be ambiguous; nothing that is not a number becomes one.
//! Sources of the marks: United Nations, *Handbook of Statistical Organization* and the explanatory
//! notes of the *Statistical Yearbook* (`..`, `...`, `-`); Eurostat, *Statistical symbols and
//! flags* (`:`, letters behind a number); the notes of the yearbooks of the CIS (`-` no event,
//! `...` no data, `x` closed).

use daryn_model::record::Decimal;

/// The mark between whole and fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// As programs write, and English.
    Point,
    /// As Kazakh and Russian write.
    Comma,
}

/// Why there is no value, as the source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing stands there.
    Empty,
    /// `..`, `...`, `…`, `:`, `NA`: there are no data, or they are not published apart.
    NotAvailable,
    /// A dash: there was nothing to be counted. It is not a measured zero.
    NoEvent,
    /// `x`: closed with some publishers, not applicable with others.
    Crossed,
    /// `c`, `: c`: confidential.
    Confidential,
    /// `NaN`.
    NotANumber,
    /// `#REF!` and other errors of a workbook.
    Error,
}

impl Reason {
    /// A word for tables.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Empty => "empty",
            Reason::NotAvailable => "not-available",
            Reason::NoEvent => "no-event",
            Reason::Crossed => "crossed",
            Reason::Confidential => "confidential",
            Reason::NotANumber => "not-a-number",
            Reason::Error => "error",
        }
    }
}

/// Which side of a number a value is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// `<`
    Below,
    /// `≤`, `<=`
    AtMost,
    /// `>`
    Above,
    /// `≥`, `>=`
    AtLeast,
}

/// What a literal means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A number, with the digits that stand there and a point.
    Number(Decimal),
    /// All that is known is that the value is on one side of a number.
    Bound(Bound, Decimal),
    /// `INF`, `-INF`.
    Infinite {
        /// Whether it is below all numbers.
        negative: bool,
    },
    /// There is no value.
    Missing(Reason),
    /// `1,234`: one number where the mark is between thousands, another where it is decimal.
    Ambiguous {
        /// With the mark between thousands.
        thousands: Decimal,
        /// With the mark before the fraction.
        fraction: Decimal,
    },
    /// Something else.
    Text,
}

/// A literal that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'a> {
    /// What it means.
    pub meaning: Meaning,
    /// What stands behind the number: flags of Eurostat, asterisks, marks of notes.
    pub flags: &'a str,
    /// Whether a percent sign stands behind the number. The number is not divided.
    pub is_percent: bool,
}

/// Reads a literal. `mark` is the decimal mark where it is known: [`DecimalMark::Point`] for all
/// that programs write. Where it is not known, `1,234` and `1.234` are ambiguous.
pub fn read(literal: &str, mark: Option<DecimalMark>) -> Reading<'_> {
    let text = literal.trim_matches(is_space);
    let plain = |meaning| Reading { meaning, flags: "", is_percent: false };
    if let Some(reason) = missing(text) {
        return plain(Meaning::Missing(reason));
    }
    if let Some(flags) = text.strip_prefix(':').map(|rest| rest.trim_matches(is_space))
        && is_letters(flags)
    {
        let reason = if flags.contains('c') { Reason::Confidential } else { Reason::NotAvailable };
        return Reading { meaning: Meaning::Missing(reason), flags, is_percent: false };
    }
    match text {
        "INF" | "Inf" | "inf" | "+INF" | "Infinity" | "+Infinity" | "∞" => {
            return plain(Meaning::Infinite { negative: false });
        }
        "-INF" | "-Inf" | "-inf" | "-Infinity" | "-∞" => {
            return plain(Meaning::Infinite { negative: true });
        }
        _ => {}
    }
    let bounds = [
        ("<=", Bound::AtMost),
        (">=", Bound::AtLeast),
        ("<", Bound::Below),
        (">", Bound::Above),
        ("≤", Bound::AtMost),
        ("≥", Bound::AtLeast),
    ];
    let found = bounds.iter().find_map(|(sign, bound)| Some((*bound, text.strip_prefix(sign)?)));
    let (bound, rest) = match found {
        Some((bound, rest)) => (Some(bound), rest.trim_start_matches(is_space)),
        None => (None, text),
    };
    let (body, flags, is_percent) = split(rest);
    let meaning = match (bound, number(body, mark)) {
        (None, found) => found,
        (Some(bound), Meaning::Number(number)) => Meaning::Bound(bound, number),
        // A bound that may be one of two numbers tells nothing.
        (Some(_), _) => Meaning::Text,
    };
    if meaning == Meaning::Text {
        return plain(Meaning::Text);
    }
    Reading { meaning, flags, is_percent }
}

fn missing(text: &str) -> Option<Reason> {
    Some(match text {
        "" => Reason::Empty,
        "." | ".." | "..." | "…" | ":" | "NA" | "N/A" | "n/a" | "n.a." | "н/д" | "#N/A" => {
            Reason::NotAvailable
        }
        "-" | "–" | "—" | "−" | "‐" | "‑" => Reason::NoEvent,
        // Latin and Cyrillic letters.
        "x" | "X" | "х" | "Х" | "×" => Reason::Crossed,
        "c" => Reason::Confidential,
        "NaN" | "nan" => Reason::NotANumber,
        "#REF!" | "#DIV/0!" | "#VALUE!" | "#NAME?" | "#NUM!" | "#NULL!" | "#GETTING_DATA"
        | "#SPILL!" | "#CALC!" => Reason::Error,
        _ => return None,
    })
}

/// Whether it is a blank of any width.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// Letters with which Eurostat and others flag a number. Those that may be a unit or a multiplier
/// (`t`, `k`, `m`) are none.
fn is_letters(text: &str) -> bool {
    let known = |letter| "bcdefinprsuvz".contains(letter);
    (1..=4).contains(&text.len()) && text.chars().all(known)
}

/// Cuts flags and a percent sign from the end.
fn split(text: &str) -> (&str, &str, bool) {
    // An exponent is no flag: 1.2e3 ends in a digit.
    let digit = text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let note = note_mark(text);
    let (body, rest) = match note {
        Some(at) => text.split_at(at),
        None => {
            let behind = text.get(digit..).unwrap_or_default();
            // `5.` is a number that ends in its mark.
            let dot = usize::from(behind.starts_with(['.', ',']));
            text.split_at(digit + dot)
        }
    };
    let trimmed = rest.trim_matches(is_space);
    let (is_percent, flags) = match trimmed.strip_prefix('%') {
        Some(flags) => (true, flags.trim_matches(is_space)),
        None => (false, trimmed),
    };
    let marks = |flags: &str| flags.chars().all(|letter| "*†‡§¶#¹²³⁴⁵⁶⁷⁸⁹⁰⁾⁽ᵃᵇᶜ".contains(letter));
    if flags.is_empty() || is_letters(flags) || marks(flags) || note.is_some() {
        (body, flags, is_percent)
    } else {
        // Not understood: the whole is no number.
        (text, "", false)
    }
}

/// Where a mark of a note such as ` 1)` or `(2)` begins behind a number. A glued `1)` cannot be
/// told from digits of the number.
fn note_mark(text: &str) -> Option<usize> {
    let inner = text.strip_suffix(')')?;
    let digits = inner.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if digits.len() == inner.len() || inner.len() - digits.len() > 2 {
        return None;
    }
    let before = digits.strip_suffix('(').unwrap_or(digits);
    let bracketed = before.len() < digits.len();
    let spaced = before.trim_end_matches(is_space).len() < before.len();
    let number = before.trim_end_matches(is_space);
    (bracketed || spaced).then_some(number.len()).filter(|at| *at > 0)
}

/// Reads the number itself.
fn number(text: &str, mark: Option<DecimalMark>) -> Meaning {
    let (sign, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => digits.split_at(at),
        None => (digits, ""),
    };
    let separators: Vec<char> =
        mantissa.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let made = |whole: &str, fraction: Option<&str>| {
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if fraction.is_none_or(str::is_empty) { "" } else { "." };
        Decimal::parse(&format!("{sign}{whole}{point}{}{exponent}", fraction.unwrap_or_default()))
    };
    let meant = |found: Option<Decimal>| found.map_or(Meaning::Text, Meaning::Number);
    let decimal = mark.map(|mark| match mark {
        DecimalMark::Point => '.',
        DecimalMark::Comma => ',',
    });
    if !mantissa.bytes().any(|byte| byte.is_ascii_digit()) {
        return Meaning::Text;
    }
    let Some(last) = separators.last().copied() else { return meant(made(mantissa, None)) };
    let count = separators.iter().filter(|one| **one == last).count();
    let is_mark = last == '.' || last == ',';
    // With one mark only, once: it may be either.
    if separators.len() == 1 && is_mark {
        let (whole, fraction) = mantissa.split_once(last).unwrap_or((mantissa, ""));
        let grouped = !whole.starts_with('0') && is_grouped(&[whole, fraction]);
        return match decimal {
            Some(decimal) if decimal == last => meant(made(whole, Some(fraction))),
            Some(_) if grouped => meant(made(&format!("{whole}{fraction}"), None)),
            Some(_) => Meaning::Text,
            None if grouped => {
                match (made(&format!("{whole}{fraction}"), None), made(whole, Some(fraction))) {
                    (Some(thousands), Some(fraction)) => Meaning::Ambiguous { thousands, fraction },
                    _ => Meaning::Text,
                }
            }
            None => meant(made(whole, Some(fraction))),
        };
    }
    // Otherwise the last of two sorts is the decimal mark, if it stands there once.
    let sorts = |one: char| if is_group_space(one) { ' ' } else { one };
    let mixed = separators.iter().any(|one| sorts(*one) != sorts(last));
    let (whole, fraction) = match (mixed && is_mark && count == 1, decimal) {
        (true, Some(decimal)) if decimal != last => return Meaning::Text,
        (true, _) => {
            let at = mantissa.rfind(last).unwrap_or(mantissa.len());
            (&mantissa[..at], mantissa.get(at + 1..))
        }
        (false, _) => (mantissa, None),
    };
    let Some(group) = whole.chars().find(|letter| !letter.is_ascii_digit()) else {
        return Meaning::Text;
    };
    let is_group = |letter: char| sorts(letter) == sorts(group);
    let allowed = is_group_space(group) || matches!(group, '\'' | '’' | '.' | ',');
    let groups: Vec<&str> = whole.split(is_group).collect();
    if !allowed || Some(group) == decimal || !is_grouped(&groups) {
        return Meaning::Text;
    }
    meant(made(&groups.concat(), fraction))
}

/// Blanks with which thousands are set apart.
fn is_group_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}' | '\u{2005}')
}

/// Whether digits stand in groups of three, the first of which may be shorter.
fn is_grouped(groups: &[&str]) -> bool {
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let Some((first, rest)) = groups.split_first() else { return false };
    (1..=3).contains(&first.len())
        && rest.iter().all(|group| group.len() == 3)
        && groups.iter().all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(literal: &str, mark: Option<DecimalMark>) -> String {
        let Reading { meaning, flags, is_percent } = read(literal, mark);
        let meaning = match meaning {
            Meaning::Number(number) => number.literal,
            Meaning::Bound(bound, number) => format!("{bound:?} {}", number.literal),
            Meaning::Infinite { negative } => format!("infinite {negative}"),
            Meaning::Missing(reason) => reason.name().to_owned(),
            Meaning::Ambiguous { thousands, fraction } => {
                format!("{} or {}", thousands.literal, fraction.literal)
            }
            Meaning::Text => "text".to_owned(),
        };
        format!("{meaning}{}{flags}", if is_percent { "%" } else { "" })
    }

    #[test]
    fn every_literal_has_one_meaning() {
        for (literal, meaning) in [
            ("1 234,5", "1234.5"),
            ("1\u{a0}234,50", "1234.50"),
            ("1\u{2009}234\u{202f}567", "1234567"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1'234.5", "1234.5"),
            ("1,234,567", "1234567"),
            ("1,234", "1234 or 1.234"),
            ("-1.234", "-1234 or -1.234"),
            ("0,234", "0.234"),
            ("12,34", "12.34"),
            ("1234,567", "1234.567"),
            ("1.2E3", "1.2E3"),
            ("1e-05", "1e-05"),
            ("−5", "-5"),
            ("–5,0", "-5.0"),
            ("+7", "7"),
            (".5", "0.5"),
            ("5.", "5"),
            ("12%", "12%"),
            ("12,5 %", "12.5%"),
            ("12.3 p", "12.3p"),
            ("12.3bep", "12.3bep"),
            ("12,3*", "12.3*"),
            ("12,3 1)", "12.31)"),
            ("12,3 (2)", "12.3(2)"),
            ("12,3²", "12.3²"),
            ("<0.1", "Below 0.1"),
            ("> 95", "Above 95"),
            ("≥95,5", "AtLeast 95.5"),
            ("<1,234", "text"),
            ("..", "not-available"),
            ("...", "not-available"),
            ("…", "not-available"),
            (":", "not-available"),
            (": c", "confidential"),
            (": u", "not-availableu"),
            ("-", "no-event"),
            ("–", "no-event"),
            ("x", "crossed"),
            ("х", "crossed"),
            ("NaN", "not-a-number"),
            ("INF", "infinite false"),
            ("-INF", "infinite true"),
            ("", "empty"),
            (" \u{a0}", "empty"),
            ("#REF!", "error"),
            ("12,31)", "text"),
            ("12 тыс.", "text"),
            ("12 m", "text"),
            ("(12,3)", "text"),
            ("12 34", "text"),
            ("1,23,456", "text"),
            ("1.2.3", "text"),
            ("2019-2020", "text"),
            ("1 234 5", "text"),
            ("0x10", "text"),
            ("--5", "text"),
            ("1E400", "text"),
            ("Kazakhstan", "text"),
        ] {
            let wanted = if literal == ": c" { "confidentialc" } else { meaning };
            assert_eq!(told(literal, None), wanted, "{literal:?}");
        }
    }

    #[test]
    fn a_known_decimal_mark_decides() {
        use DecimalMark::{Comma, Point};
        for (literal, mark, meaning) in [
            ("1,234", Comma, "1.234"),
            ("1,234", Point, "1234"),
            ("1.234", Point, "1.234"),
            ("1.234", Comma, "1234"),
            ("12.5", Comma, "text"),
            ("12,5", Point, "text"),
            ("1,234.5", Comma, "text"),
            ("1.234,5", Comma, "1234.5"),
            ("1 234,5", Point, "text"),
            ("1,234,567", Comma, "text"),
        ] {
            assert_eq!(told(literal, Some(mark)), meaning, "{literal:?} {mark:?}");
        }
    }

    fn marks() -> impl Strategy<Value = Option<DecimalMark>> {
        prop_oneof![Just(None), Just(Some(DecimalMark::Comma)), Just(Some(DecimalMark::Point))]
    }

    proptest! {
        /// A number has the digits that stand there, in their order, and no others.
        #[test]
        fn digits_are_neither_lost_nor_made(
            text in "[-<> ]{0,2}[0-9.,  ']{0,12}[eE]?[0-9]{0,2}[%*pbc) ]{0,3}", mark in marks()
        ) {
            let digits = |text: &str| {
                text.chars().filter(char::is_ascii_digit).collect::<String>()
            };
            let reading = read(&text, mark);
            let numbers = match reading.meaning {
                Meaning::Number(number) | Meaning::Bound(_, number) => vec![number],
                Meaning::Ambiguous { thousands, fraction } => vec![thousands, fraction],
                _ => vec![],
            };
            for number in numbers {
                let found = digits(&number.literal);
                let stand = digits(&text[..text.len()]);
                let stand = stand.strip_suffix(digits(reading.flags).as_str()).unwrap_or(&stand);
                // `.5` becomes `0.5`.
                prop_assert!(found == stand || found.strip_prefix('0') == Some(stand), "{text:?}");
            }
        }

        /// What programs write is read as it is.
        #[test]
        fn numbers_of_programs_stay(value in -1e12..1e12f64) {
            let literal = value.to_string();
            let reading = read(&literal, Some(DecimalMark::Point));
            prop_assert_eq!(reading.meaning, Meaning::Number(Decimal::parse(&literal).unwrap()));
        }

        /// Digits in groups with a comma mean the same as without.
        #[test]
        fn groups_do_not_change_a_number(whole in 0u64..10_000_000_000, fraction in "[0-9]{1,6}") {
            let digits = whole.to_string();
            let mut grouped = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    grouped.push('\u{a0}');
                }
                grouped.push(digit);
            }
            let wanted = format!("{digits}.{fraction}");
            let literal = format!("{grouped},{fraction}");
            let reading = read(&literal, Some(DecimalMark::Comma));
            prop_assert_eq!(reading.meaning, Meaning::Number(Decimal::parse(&wanted).unwrap()));
        }

        /// Any text ends in a meaning.
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}", mark in marks()) {
            read(&text, mark);
        }
    }
}
