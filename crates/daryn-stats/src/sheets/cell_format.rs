//! What a person sees of a number in a cell: rounded, as a percentage, as a date.
//!
//! Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats). Only the part of the codes that
//! tables use is known; for the others the number is shown as it is.

/// A number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum CellFormat {
    /// The number as it is.
    #[default]
    General,
    /// Rounded to so many decimals.
    Decimals { decimals: usize, is_percent: bool },
    /// A date, up to the smallest part that is shown: `Y`, `M`, `D` or `T`.
    Date(char),
    /// Another one: nothing is said of what it shows.
    Other,
}

impl CellFormat {
    /// The format of a number that has no code in the file.
    pub(crate) fn built_in(number: u32) -> CellFormat {
        let decimals = |decimals, is_percent| CellFormat::Decimals { decimals, is_percent };
        match number {
            0 | 49 => CellFormat::General,
            1 | 3 => decimals(0, false),
            2 | 4 => decimals(2, false),
            9 => decimals(0, true),
            10 => decimals(2, true),
            14 | 15 | 16 | 27..=31 | 36 | 50..=54 | 57 | 58 => CellFormat::Date('D'),
            17 | 55 | 56 => CellFormat::Date('M'),
            18..=22 | 32..=35 | 45..=47 => CellFormat::Date('T'),
            _ => CellFormat::Other,
        }
    }

    /// Reads a code such as `#,##0.0` or `DD.MM.YYYY`.
    pub(crate) fn parse(code: &str) -> CellFormat {
        let bare = bare(code);
        if bare.eq_ignore_ascii_case("general") || bare == "@" || bare.is_empty() {
            return CellFormat::General;
        }
        let lower = bare.to_ascii_lowercase();
        if lower.contains(['y', 'd']) || lower.contains("mmm") || lower.contains('h') {
            let smallest = match () {
                () if lower.contains(['h', 's']) => 'T',
                () if lower.contains('d') => 'D',
                () if lower.contains('m') => 'M',
                () => 'Y',
            };
            return CellFormat::Date(smallest);
        }
        let is_percent = bare.contains('%');
        let known = |letter| matches!(letter, '#' | '0' | '?' | ',' | '.' | '%' | ' ' | '\u{a0}');
        // A comma behind the digits divides by a thousand: what is shown is another number.
        if !bare.chars().all(known) || bare.trim_end_matches(['%', ' ']).ends_with(',') {
            return CellFormat::Other;
        }
        let decimals = bare
            .split_once('.')
            .map_or(0, |(_, behind)| behind.chars().filter(|one| "0#?".contains(*one)).count());
        // `#` behind the point shows a digit only where there is one.
        if bare.split_once('.').is_some_and(|(_, behind)| behind.contains(['#', '?'])) {
            return CellFormat::Other;
        }
        CellFormat::Decimals { decimals, is_percent }
    }

    /// What is shown of a number; `None` where that is not known or is what stands there.
    pub(crate) fn show(self, literal: &str, from_1904: bool) -> Option<String> {
        // Excel writes 17 digits; the number that was typed is the shortest with that value.
        let is_general = matches!(self, CellFormat::General | CellFormat::Other);
        if is_general && literal.trim_start_matches('-').len() < 16 {
            return None;
        }
        let value: f64 = literal.trim().parse().ok().filter(|value: &f64| value.is_finite())?;
        let shown = match self {
            CellFormat::General | CellFormat::Other => value.to_string(),
            CellFormat::Decimals { decimals, is_percent } => {
                let shift = if is_percent { 2 } else { 0 };
                let sign = if is_percent { "%" } else { "" };
                rounded(&value.to_string(), shift, decimals)? + sign
            }
            CellFormat::Date(smallest) => date(value, smallest, from_1904)?,
        };
        (shown != literal).then_some(shown)
    }
}

/// The first section of a code, without what is quoted, escaped, in brackets or only makes room.
fn bare(code: &str) -> String {
    let (mut bare, mut letters) = (String::new(), code.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|one| *one == '"');
            }
            '[' => {
                letters.by_ref().find(|one| *one == ']');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => break,
            _ => bare.push(letter),
        }
    }
    bare.trim().to_owned()
}

/// A plain decimal number with the point moved to the right, rounded half away from zero as
/// workbooks do.
fn rounded(number: &str, shift: usize, decimals: usize) -> Option<String> {
    if decimals > 30 {
        return None;
    }
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    if !all.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let point = whole.len() + shift;
    let keep = point + decimals;
    let up = all.get(keep).is_some_and(|digit| *digit >= b'5');
    all.resize(keep, b'0');
    if up {
        let mut at = keep;
        loop {
            let Some(before) = at.checked_sub(1) else {
                all.insert(0, b'1');
                break;
            };
            at = before;
            if all[at] < b'9' {
                all[at] += 1;
                break;
            }
            all[at] = b'0';
        }
    }
    let cut = all.len() - decimals;
    let text = String::from_utf8(all).ok()?;
    let (whole, fraction) = text.split_at(cut);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let is_zero = whole == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if is_zero { "" } else { sign };
    let point = if decimals == 0 { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

/// The date of a serial number: days since 30 December 1899 (or, before March 1900, one less,
/// since 1900 is taken for a leap year), or since 1 January 1904.
fn date(serial: f64, smallest: char, from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let since_1970 = match (from_1904, day) {
        (true, _) => day - 24_107,
        (false, ..60) => day - 25_568,
        (false, _) => day - 25_569,
    };
    let (year, month, day) = civil(since_1970);
    Some(match smallest {
        'Y' => format!("{year:04}"),
        'M' => format!("{year:04}-{month:02}"),
        'D' => format!("{year:04}-{month:02}-{day:02}"),
        _ => {
            let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
        }
    })
}

/// Year, month and day of a day counted from 1 January 1970, in the Gregorian calendar. Source:
/// H. Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_person_sees() {
        for (literal, code, shown) in [
            ("1.1000000000000001", "General", Some("1.1")),
            ("16.100000000000001", "0.0", Some("16.1")),
            ("12", "General", None),
            ("2.675", "0.00", Some("2.68")),
            ("-2.675", "#,##0.00_);(#,##0.00)", Some("-2.68")),
            ("1234567.8", "#,##0", Some("1234568")),
            ("99.95", "0.0", Some("100.0")),
            ("-0.04", "0.0", Some("0.0")),
            ("0.1234", "0.0%", Some("12.3%")),
            ("1.5", "0.0", None),
            ("1500", "0.0,", None),
            ("43831", "DD.MM.YYYY", Some("2020-01-01")),
            ("43831", "yyyy", Some("2020")),
            ("43831", "[$-419]mmmm\\ yyyy", Some("2020-01")),
            ("43831.5", "dd.mm.yy hh:mm", Some("2020-01-01T12:00:00")),
            ("61", "dd.mm.yyyy", Some("1900-03-01")),
            ("59", "dd.mm.yyyy", Some("1900-02-28")),
            ("12", "\"год\" 0", None),
            ("x", "0.0", None),
        ] {
            let format = CellFormat::parse(code);
            assert_eq!(format.show(literal, false).as_deref(), shown, "{literal} {code}");
        }
        assert_eq!(CellFormat::built_in(14).show("0", true).as_deref(), Some("1904-01-01"));
        assert_eq!(CellFormat::parse("\"на\" 0.0"), CellFormat::parse("0.0"));
    }

    proptest! {
        #[test]
        fn rounding_moves_by_less_than_a_unit(value in -1e9..1e9f64, decimals in 0..6usize) {
            let code = format!("0.{}", "0".repeat(decimals));
            let shown = CellFormat::parse(&code).show(&value.to_string(), false);
            let shown: f64 = shown.unwrap_or_else(|| value.to_string()).parse().unwrap();
            prop_assert!((shown - value).abs() <= 0.5 / 10f64.powi(decimals as i32) + 1e-6);
        }

        #[test]
        fn no_code_makes_it_panic(code in "\\PC{0,20}", literal in "[-0-9.eE]{0,20}") {
            CellFormat::parse(&code).show(&literal, true);
        }
    }
}
