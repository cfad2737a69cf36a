//! Words that say that something must, may or must not be done.
//!
//! After Crawford and Ostrom, “A Grammar of Institutions”, American Political Science Review 89(3),
//! 1995: the deontic of an institutional statement. Prohibition is looked for first, since «не
//! допускается» holds «допускается».

use std::ops::Range;
use std::sync::LazyLock;

use daryn_text::Language;
use regex::Regex;
use serde::Serialize;

/// What a measure says of what is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// It must be done.
    Obligation,
    /// It may be done, or there is a right to it.
    Permission,
    /// It must not be done.
    Prohibition,
    /// It is planned, or to be reached.
    Plan,
}

impl Polarity {
    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Polarity::Obligation => "obligation",
            Polarity::Permission => "permission",
            Polarity::Prohibition => "prohibition",
            Polarity::Plan => "plan",
        }
    }
}

/// A deontic where it stands: bytes of the text that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of it.
    pub range: Range<usize>,
    /// What it says.
    pub polarity: Polarity,
}

static CUES: LazyLock<[Vec<(Regex, Polarity)>; 3]> = LazyLock::new(|| {
    use Polarity::{Obligation, Permission, Prohibition};
    let table = |cues: [(&str, Polarity); 3]| cues.map(|(cue, it)| (compiled(cue), it)).into();
    [
        table([
            (
                r"\bзапреща(?:ется|ются)|\bне\s(?:допуска(?:ется|ются)|разреша(?:ется|ются)|вправе|мо(?:жет|гут)|име(?:ет|ют)\sправ[ао]?|подлеж(?:ит|ат)|долж(?:ен|на|но|ны)|следует)\b",
                Prohibition,
            ),
            (
                r"\b(?:вправе|мо(?:жет|гут)|име(?:ет|ют)\sправо(?:\sна)?|допуска(?:ется|ются)|разреша(?:ется|ются))\b",
                Permission,
            ),
            (
                r"\b(?:долж(?:ен|на|но|ны)|обязан(?:а|о|ы)?|необходимо|надлежит|следует|подлеж(?:ит|ат)|требуется|поручить)\b",
                Obligation,
            ),
        ]),
        table([
            (
                r"(?:\bтыйым\sсалын(?:ады|сын)|\b(?:жол|рұқсат)\s(?:берілмейді|етілмейді)|\bқұқығы\sжоқ|\bқұқылы\sемес|\bтиіс\sемес)",
                Prohibition,
            ),
            (
                r"(?:\bқұқылы\b|\bқұқы(?:ғы|қтары)\sбар\b|\bмүмкін\b(?:\sемес)?|\b(?:жол\sберіледі|рұқсат\s(?:етіледі|беріледі))|\bала(?:ды|лады)\b)",
                Permission,
            ),
            (r"\b(?:міндетті|тиіс|қажет|керек|тапсырылсын|қамтамасыз\sетсін)\b", Obligation),
        ]),
        table([
            (
                r"\b(?:shall\snot|must\snot|may\snot|cannot|is\sprohibited|are\sprohibited|is\snot\sallowed|are\snot\sallowed)\b",
                Prohibition,
            ),
            (
                r"\b(?:may|is\sentitled\sto|are\sentitled\sto|ha(?:s|ve)\sthe\sright\sto|can)\b",
                Permission,
            ),
            (
                r"\b(?:shall|must|is\srequired\sto|are\srequired\sto|is\sobliged\sto|are\sobliged\sto)\b",
                Obligation,
            ),
        ]),
    ]
});

#[expect(clippy::expect_used, reason = "a constant pattern that tests compile")]
fn compiled(source: &str) -> Regex {
    Regex::new(&format!("(?i){source}")).expect("a pattern")
}

/// Deontics of a text in order.
///
/// ```
/// use daryn_measures::deontic::{Polarity, find};
/// use daryn_text::Language;
///
/// let found = find("Въезд не допускается.", Language::Ru);
/// assert_eq!(found[0].polarity, Polarity::Prohibition);
/// ```
#[must_use]
pub fn find(text: &str, language: Language) -> Vec<Found> {
    let cues = match language {
        Language::Ru => &CUES[0],
        Language::Kk => &CUES[1],
        _ => &CUES[2],
    };
    let mut found: Vec<Found> = Vec::new();
    for (regex, polarity) in cues {
        for one in regex.find_iter(text) {
            let overlaps = |it: &Found| it.range.start < one.end() && one.start() < it.range.end;
            if !found.iter().any(overlaps) {
                found.push(Found { range: one.range(), polarity: *polarity });
            }
        }
    }
    found.sort_by_key(|one| one.range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use daryn_text::Language::{En, Kk, Ru};

    #[test]
    fn each_cue_has_its_polarity() {
        let cases = [
            (Ru, "Орган обязан выдать", "обязан Obligation"),
            (
                Ru,
                "Орган не может отказать, но вправе спросить",
                "не может Prohibition; вправе Permission",
            ),
            (Ru, "подлежат выдворению", "подлежат Obligation"),
            (Ru, "имеет право на помощь", "имеет право на Permission"),
            (Ru, "Ребенок рожден", ""),
            (Kk, "кетуге міндетті", "міндетті Obligation"),
            (Kk, "кіруге жол берілмейді", "жол берілмейді Prohibition"),
            (Kk, "азаматтардың құқығы бар", "құқығы бар Permission"),
            (
                En,
                "The Ministry shall not refuse but may ask",
                "shall not Prohibition; may Permission",
            ),
        ];
        for (language, text, meant) in cases {
            let told: Vec<String> = find(text, language)
                .into_iter()
                .map(|it| format!("{} {:?}", &text[it.range], it.polarity))
                .collect();
            assert_eq!(told.join("; "), meant, "{text}");
        }
    }
}
