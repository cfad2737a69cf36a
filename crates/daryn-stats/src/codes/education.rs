//! Levels of education: ISCED 1997, ISCED 2011 and the four groups of ILOSTAT, and how far a level
//! of one is a level of another.
//!
//! Source of the correspondence: UNESCO Institute for Statistics, International Standard
//! Classification of Education ISCED 2011 (2012), section 10; ILOSTAT, indicator description
//! “Labour force by education” for the groups.

use std::fmt;

/// The edition of ISCED.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edition {
    /// ISCED 1997: levels 0 to 6, level 5 in parts A and B.
    Isced1997,
    /// ISCED 2011: levels 0 to 8.
    Isced2011,
}

/// A level of education, or several levels together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Education {
    /// All levels.
    Total,
    /// No schooling.
    None,
    /// From a level to a level, both counted in.
    Levels(Edition, u8, u8),
    /// Part A (`true`) or B of level 5 of ISCED 1997.
    Tertiary1997 {
        /// Whether it is 5A, the theoretical part, and not 5B.
        is_a: bool,
    },
    /// A group of ILOSTAT, which means the same people under both editions.
    Group(Group),
    /// Not said.
    NotStated,
}

/// The groups of ILOSTAT (`EDU_AGGREGATE_...`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// No schooling and early childhood.
    LessThanBasic,
    /// Primary and lower secondary.
    Basic,
    /// Upper secondary and post-secondary non-tertiary.
    Intermediate,
    /// Tertiary.
    Advanced,
}

/// How well a level of one classification stands for a level of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fit {
    /// The same programmes.
    Same,
    /// The same but for details of the criteria: some programmes changed sides (levels 3 and 4).
    Nearly,
    /// The target holds more than the origin (level 0 of 2011 has early childhood development).
    Wider,
}

impl Education {
    /// Reads a code; `None` where it is unknown or where the edition is not said (`L3`).
    ///
    /// Codes: ILOSTAT (`EDU_ISCED11_5`, `EDU_ISCED97_5A`, `EDU_AGGREGATE_ADV`), SDMX
    /// (`ISCED11_5`, `ISCED11_5T8`), Eurostat of ISCED 2011 (`ED5-8`, `ED3_4`).
    pub fn read(text: &str) -> Option<Education> {
        let text = text.trim();
        let code = text.strip_prefix("EDU_").unwrap_or(text);
        if let Some(group) = code.strip_prefix("AGGREGATE_") {
            return Some(match group {
                "TOTAL" => Education::Total,
                "LTB" => Education::Group(Group::LessThanBasic),
                "BAS" => Education::Group(Group::Basic),
                "INT" => Education::Group(Group::Intermediate),
                "ADV" => Education::Group(Group::Advanced),
                "X" => Education::NotStated,
                _ => return None,
            });
        }
        let editions = [
            ("ISCED11_", Edition::Isced2011),
            ("ISCED11A_", Edition::Isced2011),
            ("ISCED97_", Edition::Isced1997),
        ];
        for (prefix, edition) in editions {
            if let Some(level) = code.strip_prefix(prefix) {
                return of_level(edition, level);
            }
        }
        match text {
            "_T" | "TOTAL" => Some(Education::Total),
            "_U" | "UNK" | "NRP" => Some(Education::NotStated),
            _ => match text.strip_prefix("ED").and_then(levels)? {
                (from, to) if to <= 8 => Some(Education::Levels(Edition::Isced2011, from, to)),
                _ => None,
            },
        }
    }

    /// The levels of the other edition that are nearest, and how near; `None` where there are none.
    ///
    /// 5A and 5B of 1997 have no counterpart: 5B became level 5 for the most part, 5A levels 6 and
    /// 7, and the programmes in between went either way. Levels 5, 6 and 7 of 2011 are level 5 of
    /// 1997 together, and none of them alone.
    pub fn in_edition(self, edition: Edition) -> Option<(Education, Fit)> {
        let levels = |from, to, fit| Some((Education::Levels(edition, from, to), fit));
        match self {
            Education::Total | Education::None | Education::NotStated => Some((self, Fit::Same)),
            Education::Levels(own, ..) if own == edition => Some((self, Fit::Same)),
            Education::Tertiary1997 { .. } => {
                (edition == Edition::Isced1997).then_some((self, Fit::Same))
            }
            Education::Group(Group::LessThanBasic) => None,
            Education::Group(Group::Basic) => levels(1, 2, Fit::Same),
            Education::Group(Group::Intermediate) => levels(3, 4, Fit::Nearly),
            Education::Group(Group::Advanced) => {
                levels(5, if edition == Edition::Isced1997 { 6 } else { 8 }, Fit::Same)
            }
            Education::Levels(_, from, to) => {
                let (first, last) = match edition {
                    Edition::Isced2011 => (to_2011(from).0, to_2011(to).1),
                    Edition::Isced1997 => (to_1997(from, true)?, to_1997(to, false)?),
                };
                levels(first, last, fit(edition, from, to))
            }
        }
    }
}

/// First and last level of ISCED 2011 that a level of 1997 became.
fn to_2011(level: u8) -> (u8, u8) {
    match level {
        5 => (5, 7),
        6 => (8, 8),
        level => (level, level),
    }
}

/// The level of 1997 of which a level of 2011 is the lowest or the highest part.
fn to_1997(level: u8, is_first: bool) -> Option<u8> {
    match level {
        5 if is_first => Some(5),
        7 if !is_first => Some(5),
        5..=7 => None,
        8 => Some(6),
        level => Some(level),
    }
}

fn fit(edition: Edition, from: u8, to: u8) -> Fit {
    let cuts_at_4 = from == 4 || to == 3;
    match (edition, from) {
        // Level 0 of 1997 is only a part of level 0 of 2011.
        (Edition::Isced2011, 0) => Fit::Wider,
        // The other way it would be narrower; programmes of early childhood do not count there.
        (Edition::Isced1997, 0) => Fit::Nearly,
        _ if cuts_at_4 || from == 3 || to == 4 => Fit::Nearly,
        _ => Fit::Same,
    }
}

fn of_level(edition: Edition, level: &str) -> Option<Education> {
    let last = if edition == Edition::Isced1997 { 6 } else { 8 };
    Some(match level {
        "TOTAL" | "_T" => Education::Total,
        "X" => Education::None,
        "9" | "_U" | "UNK" => Education::NotStated,
        "5A" | "5B" if edition == Edition::Isced1997 => {
            Education::Tertiary1997 { is_a: level == "5A" }
        }
        level => {
            let (from, to) = levels(level).filter(|(_, to)| *to <= last)?;
            Education::Levels(edition, from, to)
        }
    })
}

/// `5`, `5T8`, `5-8`, `3_4`.
fn levels(text: &str) -> Option<(u8, u8)> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    match *text.as_bytes() {
        [level] => digit(level).map(|level| (level, level)),
        [from, b'T' | b'-' | b'_', to] => {
            let (from, to) = (digit(from)?, digit(to)?);
            (from < to).then_some((from, to))
        }
        _ => None,
    }
}

impl fmt::Display for Education {
    /// The code of SDMX or ILOSTAT.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = |edition: &Edition| match edition {
            Edition::Isced1997 => "ISCED97_",
            Edition::Isced2011 => "ISCED11_",
        };
        match self {
            Education::Total => out.write_str("_T"),
            Education::None => out.write_str("ISCED11_X"),
            Education::NotStated => out.write_str("_U"),
            Education::Levels(edition, from, to) if from == to => {
                write!(out, "{}{from}", prefix(edition))
            }
            Education::Levels(edition, from, to) => write!(out, "{}{from}T{to}", prefix(edition)),
            Education::Tertiary1997 { is_a } => {
                write!(out, "ISCED97_5{}", if *is_a { 'A' } else { 'B' })
            }
            Education::Group(group) => write!(
                out,
                "EDU_AGGREGATE_{}",
                match group {
                    Group::LessThanBasic => "LTB",
                    Group::Basic => "BAS",
                    Group::Intermediate => "INT",
                    Group::Advanced => "ADV",
                }
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_sources_are_read() {
        for (text, expected) in [
            ("EDU_AGGREGATE_ADV", "EDU_AGGREGATE_ADV"),
            ("EDU_AGGREGATE_TOTAL", "_T"),
            ("EDU_AGGREGATE_X", "_U"),
            ("EDU_ISCED11_5", "ISCED11_5"),
            ("EDU_ISCED11_X", "ISCED11_X"),
            ("EDU_ISCED11_9", "_U"),
            ("EDU_ISCED97_5A", "ISCED97_5A"),
            ("EDU_ISCED97_6", "ISCED97_6"),
            ("ISCED11_5T8", "ISCED11_5T8"),
            ("ED5-8", "ISCED11_5T8"),
            ("ED3_4", "ISCED11_3T4"),
            ("ED0-2", "ISCED11_0T2"),
            ("_T", "_T"),
        ] {
            assert_eq!(
                Education::read(text).map(|e| e.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
            assert!(Education::read(expected).is_some(), "{expected}");
        }
        for text in [
            "",
            "L3",
            "5",
            "EDU_ISCED97_7",
            "EDU_ISCED11_5A",
            "ED9",
            "ED8-5",
            "EDU_AGGREGATE_",
            "ED",
            "высшее",
        ] {
            assert_eq!(Education::read(text), None, "{text}");
        }
    }

    #[test]
    fn levels_correspond_as_far_as_they_do() {
        let to = |text, edition| {
            let (level, fit) = Education::read(text).expect("a code").in_edition(edition)?;
            Some((level.to_string(), fit))
        };
        let same = |code: &str, fit| Some((code.to_owned(), fit));
        let (new, old) = (Edition::Isced2011, Edition::Isced1997);
        assert_eq!(to("ISCED97_5", new), same("ISCED11_5T7", Fit::Same));
        assert_eq!(to("ISCED97_6", new), same("ISCED11_8", Fit::Same));
        assert_eq!(to("ISCED97_5T6", new), same("ISCED11_5T8", Fit::Same));
        assert_eq!(to("ISCED97_5A", new), None);
        assert_eq!(to("ISCED97_5B", new), None);
        assert_eq!(to("ISCED97_1", new), same("ISCED11_1", Fit::Same));
        assert_eq!(to("ISCED97_3", new), same("ISCED11_3", Fit::Nearly));
        assert_eq!(to("ISCED97_0", new), same("ISCED11_0", Fit::Wider));
        assert_eq!(to("ISCED11_5T8", old), same("ISCED97_5T6", Fit::Same));
        assert_eq!(to("ISCED11_5T7", old), same("ISCED97_5", Fit::Same));
        assert_eq!(to("ISCED11_8", old), same("ISCED97_6", Fit::Same));
        for alone in ["ISCED11_5", "ISCED11_6", "ISCED11_7", "ISCED11_6T8", "ISCED11_5T6"] {
            assert_eq!(to(alone, old), None, "{alone}");
        }
        assert_eq!(to("EDU_AGGREGATE_ADV", old), same("ISCED97_5T6", Fit::Same));
        assert_eq!(to("EDU_AGGREGATE_ADV", new), same("ISCED11_5T8", Fit::Same));
        assert_eq!(to("EDU_AGGREGATE_LTB", new), None);
    }
}
