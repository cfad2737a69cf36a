//! Sex, as codes and words of sources say it.

use super::fold::fold;

/// Whom an observation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sex {
    /// Both, and those who said nothing.
    Total,
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
    /// Another answer (ILOSTAT `SEX_O`).
    Other,
    /// Not said.
    NotStated,
    /// Sex has no meaning here.
    NotApplicable,
}

impl Sex {
    /// Reads a code or a word; `None` where it is unknown.
    ///
    /// Codes: SDMX `CL_SEX`, ILOSTAT, the SDG database, Eurostat.
    pub fn read(text: &str) -> Option<Sex> {
        let text = text.trim();
        Some(match text {
            "_T" | "T" | "SEX_T" | "BOTHSEX" | "TOTAL" | "B" | "MF" => Sex::Total,
            "F" | "SEX_F" | "FEMALE" | "W" => Sex::Female,
            "M" | "SEX_M" | "MALE" => Sex::Male,
            "_O" | "O" | "SEX_O" => Sex::Other,
            "_U" | "_N" | "N" | "U" | "UNK" | "SEX_NS" => Sex::NotStated,
            "_Z" | "NAP" => Sex::NotApplicable,
            _ => match fold(text).as_str() {
                "total"
                | "both sexes"
                | "both sexes combined"
                | "both sex"
                | "all"
                | "all persons"
                | "всего"
                | "оба пола"
                | "оба пола вместе"
                | "все население"
                | "итого"
                | "мужчины и женщины"
                | "барлығы"
                | "екі жыныс"
                | "екі жыныс бірге"
                | "ерлер мен әйелдер"
                | "men and women"
                | "females and males"
                | "males and females" => Sex::Total,
                "female"
                | "females"
                | "women"
                | "женщины"
                | "женский"
                | "женского пола"
                | "әйелдер"
                | "әйел" => Sex::Female,
                "male"
                | "males"
                | "men"
                | "мужчины"
                | "мужской"
                | "мужского пола"
                | "ерлер"
                | "ер"
                | "еркек"
                | "еркектер" => Sex::Male,
                "не указан" | "не указано" | "not stated" | "sex not stated" | "көрсетілмеген" => {
                    Sex::NotStated
                }
                _ => return None,
            },
        })
    }

    /// The code of the SDMX cross-domain list `CL_SEX` 2.1.
    pub fn code(self) -> &'static str {
        match self {
            Sex::Total => "_T",
            Sex::Female => "F",
            Sex::Male => "M",
            Sex::Other => "_O",
            Sex::NotStated => "_U",
            Sex::NotApplicable => "_Z",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_words_of_sources_are_read() {
        for (sex, texts) in [
            (Sex::Total, ["SEX_T", "_T", "BOTHSEX", "Both sexes", "оба пола", "барлығы", "Всего"]),
            (Sex::Female, ["SEX_F", "F", "FEMALE", "Female", "женщины", "әйелдер", "Әйелдер"]),
            (Sex::Male, ["SEX_M", "M", "MALE", "Males", "мужчины", "ерлер", "МУЖЧИНЫ"]),
        ] {
            for text in texts {
                assert_eq!(Sex::read(text), Some(sex), "{text}");
            }
            assert_eq!(Sex::read(sex.code()), Some(sex));
        }
        for text in ["", "X", "SEX_X", "f", "children", "М", "Mongolia"] {
            assert_eq!(Sex::read(text), None, "{text}");
        }
    }
}
