//! The Sustainable Development Goals: 17 goals and 169 targets with short descriptors.
//!
//! The descriptors are our own words, not the official text of A/RES/70/1.

use std::sync::LazyLock;

use daryn_model::{Date, Lang, Localized};

/// Day on which the 2030 Agenda was adopted (General Assembly resolution 70/1, 2015-09-25). What
/// an earlier document shares with a target is a correspondence seen in retrospect.
pub const ADOPTED: Date = Date { year: 2015, month: Some(9), day: Some(25) };

/// A goal or target.
#[derive(Debug, Clone)]
pub struct Target {
    /// Code as the United Nations write it: `4`, `4.3`, `4.b`.
    pub code: String,
    /// Short descriptor.
    pub name: Localized,
}

static ALL: LazyLock<Vec<Target>> = LazyLock::new(|| {
    let text = include_str!("../data/sdg.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader
        .records()
        .filter_map(Result::ok)
        .map(|row| Target {
            code: row[0].to_owned(),
            name: Lang::ALL
                .into_iter()
                .enumerate()
                .map(|(column, lang)| (lang, row[column + 1].to_owned()))
                .collect(),
        })
        .collect()
});

/// Goals, then targets, in the order of the Agenda.
pub fn all() -> &'static [Target] {
    &ALL
}

/// A target by its code; goals are not targets.
pub fn target(code: &str) -> Option<&'static Target> {
    if code.contains('.') { find(code) } else { None }
}

/// A goal by its number.
pub fn goal(code: &str) -> Option<&'static Target> {
    if code.contains('.') { None } else { find(code) }
}

fn find(code: &str) -> Option<&'static Target> {
    ALL.iter().find(|target| target.code == code)
}

/// The order of targets in the Agenda: 4.3 before 4.10 before 4.a.
pub fn order(code: &str) -> (u32, u32, String) {
    let (goal, rest) = code.split_once('.').unwrap_or((code, "0"));
    let number = rest.parse().unwrap_or(u32::MAX);
    (goal.parse().unwrap_or(u32::MAX), number, rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_has_its_targets_in_three_languages() {
        let counts = [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19];
        for (number, expected) in (1..).zip(counts) {
            let goal = format!("{number}.");
            let found = ALL.iter().filter(|target| target.code.starts_with(&goal)).count();
            assert_eq!(found, expected, "goal {number}");
        }
        assert_eq!(ALL.len(), 17 + 169);
        for target in all() {
            assert!(target.name.missing(&Lang::ALL).next().is_none(), "{}", target.code);
        }
    }

    #[test]
    fn targets_are_ordered_as_in_the_agenda() {
        let mut codes = ["10.7", "4.10", "4.b", "4.3", "4.a"];
        codes.sort_by_key(|code| order(code));
        assert_eq!(codes, ["4.3", "4.10", "4.a", "4.b", "10.7"]);
    }
}
