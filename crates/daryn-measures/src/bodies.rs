//! Bodies that were renamed, merged or divided: who a name means, and who it became.

use std::collections::BTreeSet;

use daryn_model::Date;
use daryn_text::{Language, stem};

use crate::word::tokens;

/// A body with its names and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Full names in any language, and abbreviations.
    pub names: Vec<String>,
    /// The day from which it has been.
    pub valid_from: Option<Date>,
    /// Ids of the bodies that took its place.
    pub successors: Vec<String>,
}

/// Bodies that a text may name.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    bodies: Vec<Body>,
    /// For each body its names as stems, the longest first.
    stems: Vec<Vec<Vec<String>>>,
}

impl Bodies {
    /// Takes a list of bodies.
    #[must_use]
    pub fn new(bodies: Vec<Body>) -> Bodies {
        let stems = bodies.iter().map(|body| {
            let mut names: Vec<Vec<String>> = body.names.iter().map(|name| stems(name)).collect();
            names.retain(|name| !name.is_empty());
            names.sort_by_key(|name| usize::MAX - name.len());
            names
        });
        Bodies { stems: stems.collect(), bodies }
    }

    /// Ids of the bodies that a text names. Of names that lie in each other only the longest counts.
    #[must_use]
    pub fn named(&self, text: &str) -> BTreeSet<&str> {
        let words = stems(text);
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for (body, names) in self.bodies.iter().zip(&self.stems) {
            for name in names {
                for (at, window) in words.windows(name.len()).enumerate() {
                    if window == name.as_slice() {
                        found.push((at, at + name.len(), body.id.as_str()));
                    }
                }
            }
        }
        let is_whole = |one: &&(usize, usize, &str)| {
            !found.iter().any(|other| {
                other.0 <= one.0 && one.1 <= other.1 && other.1 - other.0 > one.1 - one.0
            })
        };
        found.iter().filter(is_whole).map(|one| one.2).collect()
    }

    /// A body and all that took its place, and theirs.
    #[must_use]
    pub fn line<'a>(&'a self, id: &'a str) -> BTreeSet<&'a str> {
        let mut line = BTreeSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            // A table may name bodies as each other's successors.
            if line.insert(id) {
                let body = self.bodies.iter().find(|body| body.id == id);
                open.extend(body.iter().flat_map(|body| &body.successors).map(String::as_str));
            }
        }
        line
    }

    /// Whether the bodies of one text are those of a later one, each under its name of that time: every
    /// later body is an earlier one or took the place of one, and every earlier body is still there
    /// or has somebody in its place. Of bodies into which one was divided one is enough; that two
    /// became one later does not make them one before.
    #[must_use]
    pub fn go_on(&self, earlier: &BTreeSet<&str>, later: &BTreeSet<&str>) -> bool {
        let lines: Vec<_> = earlier.iter().map(|id| self.line(id)).collect();
        lines.iter().all(|line| later.iter().any(|id| line.contains(id)))
            && later.iter().all(|id| lines.iter().any(|line| line.contains(id)))
    }

    /// The day from which a body has been.
    #[must_use]
    pub fn since(&self, id: &str) -> Option<Date> {
        self.bodies.iter().find(|body| body.id == id)?.valid_from
    }
}

/// Words, one a line, that stand in some names of a body and not in others; long ones with any
/// ending.
const COUNTRY_WORDS: &str = include_str!("bodies/country-words.txt");

/// Stems of the words of a name; of an abbreviation its letters.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let words = tokens(text, 0..text.len());
    let words = words.iter().filter(|it| it.is_word());
    // The name of the country stands in some names and not in others of one body.
    let words = words.filter(|it| {
        !COUNTRY_WORDS
            .lines()
            .any(|head| it.lower == head || head.len() > 6 && it.lower.starts_with(head))
    });
    words
        .map(|it| if it.is_abbreviation() { it.lower.clone() } else { stemmed(&it.lower) })
        .collect()
}

/// The stem of a word by the rules of the language that its letters show.
pub(crate) fn stemmed(word: &str) -> String {
    let language = if word.chars().any(|it| "әғқңөұүһі".contains(it)) {
        Language::Kk
    } else if word.chars().any(|it| it.is_ascii_alphabetic()) {
        Language::En
    } else {
        Language::Ru
    };
    stem::stem(language, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_known_by_its_names_and_its_successors() {
        let body = |id: &str, names: &[&str], successors: &[&str]| Body {
            id: id.to_owned(),
            names: names.iter().map(|it| (*it).to_owned()).collect(),
            valid_from: None,
            successors: successors.iter().map(|it| (*it).to_owned()).collect(),
        };
        let bodies = Bodies::new(vec![
            body("MES", &["Министерство образования и науки", "МОН"], &["MSHE", "MENL"]),
            body("MSHE", &["Министерство науки и высшего образования", "МНВО"], &[]),
            body("LOOP", &["Круг"], &["POOL"]),
            body("POOL", &["Пул"], &["LOOP"]),
        ]);
        let named = bodies.named("Министерству образования и науки Республики Казахстан");
        assert_eq!(Vec::from_iter(named), ["MES"]);
        assert_eq!(Vec::from_iter(bodies.named("МНВО (созыв), МИД")), ["MSHE"]);
        assert_eq!(Vec::from_iter(bodies.line("MES")), ["MENL", "MES", "MSHE"]);
        assert_eq!(Vec::from_iter(bodies.line("LOOP")), ["LOOP", "POOL"]);
    }

    #[test]
    fn bodies_go_on_in_those_that_took_their_place() {
        let body = |id: &str, successors: &[&str]| Body {
            id: id.to_owned(),
            successors: successors.iter().map(|it| (*it).to_owned()).collect(),
            ..Body::default()
        };
        let bodies = Bodies::new(vec![
            body("MES", &["MSHE", "MENL"]),
            body("MSHE", &[]),
            body("TRADE", &["ECONOMY"]),
            body("PLAN", &["ECONOMY"]),
        ]);
        let is_same = |earlier: &[&str], later: &[&str]| {
            let set = |ids: &[&'static str]| ids.iter().copied().collect::<BTreeSet<&str>>();
            let own = |ids: &[&str]| -> Vec<&'static str> {
                let all = ["MES", "MSHE", "MENL", "TRADE", "PLAN", "ECONOMY", "MIA"];
                ids.iter().filter_map(|id| all.into_iter().find(|own| own == id)).collect()
            };
            bodies.go_on(&set(&own(earlier)), &set(&own(later)))
        };
        // Renamed, divided, merged.
        assert!(is_same(&["MES"], &["MSHE"]) && is_same(&["MES"], &["MENL", "MSHE"]));
        assert!(is_same(&["TRADE", "PLAN"], &["ECONOMY"]) && is_same(&["PLAN"], &["ECONOMY"]));
        assert!(is_same(&["MES", "MIA"], &["MIA", "MSHE"]));
        // Somebody else came or left, or it is the other part of what was one.
        assert!(!is_same(&["MES"], &["MSHE", "MIA"]) && !is_same(&["MES", "MIA"], &["MSHE"]));
        assert!(!is_same(&["TRADE"], &["PLAN"]) && !is_same(&["MSHE"], &["MENL"]));
    }
}
