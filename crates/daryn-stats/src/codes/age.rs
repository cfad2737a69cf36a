//! Bands of ages, as codes and words of sources say them.

use std::fmt;

/// Ages in completed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Age {
    /// All that the source counts: not more than its population, which may begin with 15.
    Total,
    /// From an age to an age, both counted in: 15 to 24.
    Band(u16, u16),
    /// An age and all above it.
    From(u16),
    /// All below an age, which is not counted in.
    Below(u16),
    /// Not said.
    NotStated,
    /// Age has no meaning here.
    NotApplicable,
}

impl Age {
    /// Reads a code or words; `None` where they are unknown.
    ///
    /// Codes: SDMX `CL_AGE` (`Y15T24`, `Y_GE15`, `Y_LT15`), ILOSTAT (`AGE_YTHADULT_Y15-24`,
    /// `AGE_5YRBANDS_YGE65`), Eurostat (`Y15-24`), UIS (`AG25T99`, which is 25 and over), the SDG
    /// database (`15-24`, `15+`, `ALLAGE`).
    pub fn read(text: &str) -> Option<Age> {
        let text = text.trim();
        match text {
            "_T" | "TOTAL" | "ALLAGE" | "T" | "AGE_AGGREGATE_TOTAL" => return Some(Age::Total),
            "_U" | "_N" | "UNK" => return Some(Age::NotStated),
            "_Z" | "NAP" => return Some(Age::NotApplicable),
            _ => {}
        }
        if let Some(code) = text.strip_prefix("AGE_") {
            if code.ends_with("_TOTAL") {
                return Some(Age::Total);
            }
            // What stands before the last low line says by which cut the ages are given.
            return of_code(code.rsplit_once("_Y")?.1);
        }
        if let Some(band) = text.strip_prefix("AG") {
            return match of_code(band)? {
                Age::Band(from, 99) => Some(Age::From(from)),
                age => Some(age),
            };
        }
        text.strip_prefix('Y').and_then(of_code).or_else(|| of_words(text))
    }
}

/// What stands behind the `Y`.
fn of_code(band: &str) -> Option<Age> {
    let band = band.strip_prefix('_').unwrap_or(band);
    for (mark, is_from, more) in
        [("GE", true, 0), ("GT", true, 1), ("LT", false, 0), ("LE", false, 1)]
    {
        if let Some(rest) = band.strip_prefix(mark) {
            let age = number(rest)? + more;
            return Some(if is_from { Age::From(age) } else { Age::Below(age) });
        }
    }
    match band.split_once(['T', '-']) {
        Some((from, to)) => ordered(number(from)?, number(to)?),
        None => number(band).map(|age| Age::Band(age, age)),
    }
}

fn ordered(from: u16, to: u16) -> Option<Age> {
    (from <= to).then_some(Age::Band(from, to))
}

/// Ages above 150 are years or codes.
fn number(text: &str) -> Option<u16> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?.filter(|age| *age <= 150)
}

fn of_words(text: &str) -> Option<Age> {
    let words: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '–' | '—' | '\u{2011}' => '-',
            '≥' => 'g',
            '\u{a0}' | ',' | '.' | '(' | ')' => ' ',
            other => other,
        })
        .collect();
    let mut rest = words.trim();
    for prefix in ["aged ", "ages ", "age ", "в возрасте "] {
        rest = rest.strip_prefix(prefix).unwrap_or(rest).trim_start();
    }
    match rest {
        "total"
        | "all ages"
        | "all age groups"
        | "всего"
        | "все возрасты"
        | "все возраста"
        | "барлығы"
        | "барлық жас"
        | "барлық жастағылар" => return Some(Age::Total),
        _ => {}
    }
    const OLDER: [&str; 12] = [
        "+",
        "years and over",
        "years and older",
        "and over",
        "and older",
        "years or over",
        "лет и старше",
        "года и старше",
        "и старше",
        "жас және одан жоғары",
        "және одан жоғары",
        "жастан жоғары",
    ];
    for ending in OLDER {
        if let Some(age) = rest.strip_suffix(ending) {
            return number(age.trim()).map(Age::From);
        }
    }
    for (beginning, ending) in [
        ("under", ""),
        ("below", ""),
        ("<", ""),
        ("до", "лет"),
        ("младше", "лет"),
        ("моложе", "лет"),
    ] {
        if let Some(age) = rest.strip_prefix(beginning) {
            let age = without_years(age.trim());
            return number(age.strip_suffix(ending).unwrap_or(age).trim()).map(Age::Below);
        }
    }
    if let Some(age) = rest.strip_prefix('g') {
        return number(without_years(age.trim())).map(Age::From);
    }
    let band = without_years(rest.strip_suffix('+').unwrap_or(rest));
    match band.split_once('-') {
        Some((from, to)) => ordered(number(from.trim())?, number(to.trim())?),
        // A number alone may be anything.
        None if band.len() < rest.len() => number(band).map(|age| Age::Band(age, age)),
        None => None,
    }
}

fn without_years(text: &str) -> &str {
    const YEARS: [&str; 11] = [
        "years old",
        "years of age",
        "years",
        "year-olds",
        "yrs",
        "лет",
        "года",
        "год",
        "жас",
        "жастағы",
        "жаста",
    ];
    YEARS.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim()
}

impl fmt::Display for Age {
    /// The code of the SDMX cross-domain list `CL_AGE`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Age::Total => out.write_str("_T"),
            Age::Band(from, to) if from == to => write!(out, "Y{from}"),
            Age::Band(from, to) => write!(out, "Y{from}T{to}"),
            Age::From(age) => write!(out, "Y_GE{age}"),
            Age::Below(age) => write!(out, "Y_LT{age}"),
            Age::NotStated => out.write_str("_U"),
            Age::NotApplicable => out.write_str("_Z"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_words_of_sources_are_read() {
        for (text, expected) in [
            ("Y15T24", "Y15T24"),
            ("Y15-24", "Y15T24"),
            ("15-24", "Y15T24"),
            ("15–24 жас", "Y15T24"),
            ("15 - 24 лет", "Y15T24"),
            ("15-24 года", "Y15T24"),
            ("Aged 15-24 years", "Y15T24"),
            ("AGE_YTHADULT_Y15-24", "Y15T24"),
            ("AGE_10YRBANDS_Y15-24", "Y15T24"),
            ("Y_GE15", "Y_GE15"),
            ("15+", "Y_GE15"),
            ("15 лет и старше", "Y_GE15"),
            ("15 жас және одан жоғары", "Y_GE15"),
            ("15 years and over", "Y_GE15"),
            ("AGE_YTHADULT_YGE15", "Y_GE15"),
            ("AGE_5YRBANDS_YGE65", "Y_GE65"),
            ("AG25T99", "Y_GE25"),
            ("AGE_AGGREGATE_TOTAL", "_T"),
            ("AGE_5YRBANDS_TOTAL", "_T"),
            ("ALLAGE", "_T"),
            ("_T", "_T"),
            ("Всего", "_T"),
            ("Y_LT15", "Y_LT15"),
            ("Y_LE4", "Y_LT5"),
            ("<5", "Y_LT5"),
            ("до 15 лет", "Y_LT15"),
            ("under 5", "Y_LT5"),
            ("Y0", "Y0"),
            ("15 лет", "Y15"),
        ] {
            assert_eq!(
                Age::read(text).map(|age| age.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
            assert_eq!(Age::read(expected).map(|age| age.to_string()).as_deref(), Some(expected));
        }
        for text in [
            "",
            "15",
            "2019",
            "24-15",
            "Y24T15",
            "Y",
            "AGE_",
            "AGE_X_Y",
            "adults",
            "1990-1995",
            "M0T11",
        ] {
            assert_eq!(Age::read(text), None, "{text}");
        }
    }
}
