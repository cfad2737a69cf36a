//! Policy measures of texts that follow each other, without their words: what each states, and
//! which measure of a text is one of the next.

use serde::{Deserialize, Serialize};

/// Measures of the texts of a line as rules found them. Proposals: nobody has confirmed them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextMeasures {
    /// Version of the rules that found them.
    pub rules: u32,
    /// Whether a table told which bodies have other names, or took the place of others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bodies: bool,
    /// For each text its measures, in its order.
    pub texts: Vec<Vec<TextMeasure>>,
    /// Each text and the next one.
    pub steps: Vec<MeasureStep>,
}

/// A measure of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextMeasure {
    /// Id of its passage.
    pub passage: String,
    /// By which rule it was found.
    pub rule: String,
    /// obligation, permission, prohibition or plan.
    pub polarity: String,
    /// Names of the parts that it states, in the order of tables.
    pub stated: Vec<String>,
    /// How many of actor, deadline, money, indicator, starting value and target value it states.
    pub completeness: usize,
}

/// Measures of a text and of the next one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureStep {
    /// Place of the old text in [`TextMeasures::texts`].
    pub old: usize,
    /// Place of the new one.
    pub new: usize,
    /// Whether they are in two languages, whose words are never alike, or in one that rules do not
    /// know: then there are no pairs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several_languages: bool,
    /// Each measure of both texts once.
    pub pairs: Vec<MeasurePair>,
}

/// A measure of the old text and the one that it became, or one without the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasurePair {
    /// Place among the measures of the old text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<usize>,
    /// Place among the measures of the new text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<usize>,
    /// Parts that are others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<MeasureChange>,
}

/// A part of a measure that is another one in the next text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureChange {
    /// Which part.
    pub part: String,
    /// Which way: slipped, advanced, cut, raised, lowered, renamed, added, removed, changed.
    pub way: String,
}

impl MeasureStep {
    /// How many measures have one of [`FATES`].
    #[must_use]
    pub fn count(&self, fate: &str) -> usize {
        self.pairs.iter().filter(|pair| pair.fate() == fate).count()
    }
}

/// How many of actor, deadline, money, indicator, starting value and target value measures state on
/// average; not defined without measures.
#[must_use]
pub fn mean_completeness(measures: &[TextMeasure]) -> Option<f64> {
    let sum: usize = measures.iter().map(|it| it.completeness).sum();
    (!measures.is_empty()).then(|| sum as f64 / measures.len() as f64)
}

/// Sorts of measures.
pub const POLARITIES: [&str; 4] = ["obligation", "permission", "prohibition", "plan"];

/// Parts that a measure may state, in the order of tables.
pub const MEASURE_PARTS: [&str; 12] = [
    "actor",
    "co_actor",
    "deontic",
    "action",
    "object",
    "target_group",
    "instrument",
    "deadline",
    "money",
    "indicator",
    "completion",
    "condition",
];

/// Rules by which passages are taken for measures.
pub const MEASURE_RULES: [&str; 11] = [
    "row",
    "indicator-row",
    "indicator-text",
    "deontic",
    "present",
    "passive",
    "future",
    "item",
    "task",
    "result",
    "term",
];

/// Parts that are compared where a measure stands in two texts. What is done, to what and for whom
/// tell which measure is which, so they are not among them; nor are other bodies and conditions.
pub const COMPARED_PARTS: [&str; 6] =
    ["actor", "deadline", "money", "indicator", "completion", "polarity"];

/// Ways in which a part may become another one.
pub const MEASURE_WAYS: [&str; 9] =
    ["slipped", "advanced", "cut", "raised", "lowered", "renamed", "added", "removed", "changed"];

/// What may become of a measure.
pub const FATES: [&str; 4] = ["kept", "changed", "new", "dropped"];

impl MeasurePair {
    /// What became of it, one of [`FATES`].
    #[must_use]
    pub fn fate(&self) -> &'static str {
        match (self.old, self.new) {
            (Some(_), Some(_)) if self.changes.is_empty() => "kept",
            (Some(_), Some(_)) => "changed",
            (Some(_), None) => "dropped",
            _ => "new",
        }
    }
}

/// A measure through the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureLife {
    /// Place of the text in which it stands first.
    pub first: usize,
    /// Place of the text in which it stands last.
    pub last: usize,
    /// What changed, with the place of the text in which it is another one.
    pub changes: Vec<(usize, MeasureChange)>,
    /// Its place among the measures of each text; `None` where it does not stand.
    pub places: Vec<Option<usize>>,
}

impl TextMeasures {
    /// The life of each measure, in order of the text in which it begins; none where texts that
    /// follow each other are in two languages, so that nothing can be followed.
    #[must_use]
    pub fn lives(&self) -> Vec<MeasureLife> {
        if self.steps.iter().any(|step| step.several_languages) {
            return Vec::new();
        }
        let count = self.texts.len();
        let mut lives: Vec<MeasureLife> = Vec::new();
        // Which life a measure of the last text ends.
        let mut ends: Vec<Option<usize>> = vec![None; self.texts.first().map_or(0, Vec::len)];
        let begin = |lives: &mut Vec<MeasureLife>, text: usize, place: usize| {
            let mut places = vec![None; count];
            places[text] = Some(place);
            lives.push(MeasureLife { first: text, last: text, changes: Vec::new(), places });
            lives.len() - 1
        };
        for (place, end) in ends.iter_mut().enumerate() {
            *end = Some(begin(&mut lives, 0, place));
        }
        for step in &self.steps {
            let mut next: Vec<Option<usize>> =
                vec![None; self.texts.get(step.new).map_or(0, Vec::len)];
            for pair in &step.pairs {
                let Some(new) = pair.new else { continue };
                let known = pair.old.and_then(|old| ends.get(old).copied().flatten());
                let life = match known {
                    Some(life) => life,
                    None => begin(&mut lives, step.new, new),
                };
                let own = &mut lives[life];
                own.last = step.new;
                own.places[step.new] = Some(new);
                own.changes.extend(pair.changes.iter().map(|it| (step.new, it.clone())));
                if let Some(end) = next.get_mut(new) {
                    *end = Some(life);
                }
            }
            ends = next;
        }
        lives
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Old place, new place, whether its deadline slipped.
    type Pair = (Option<usize>, Option<usize>, bool);

    fn measures(texts: [usize; 3], steps: [&[Pair]; 2]) -> TextMeasures {
        let pair = |(old, new, changed): &Pair| MeasurePair {
            old: *old,
            new: *new,
            changes: match changed {
                true => vec![MeasureChange { part: "deadline".into(), way: "slipped".into() }],
                false => Vec::new(),
            },
        };
        let step = |(old, pairs): (usize, &&[Pair])| MeasureStep {
            old,
            new: old + 1,
            several_languages: false,
            pairs: pairs.iter().map(pair).collect(),
        };
        TextMeasures {
            texts: texts.map(|count| vec![TextMeasure::default(); count]).to_vec(),
            steps: steps.iter().enumerate().map(step).collect(),
            ..TextMeasures::default()
        }
    }

    #[test]
    fn a_measure_is_followed_through_its_changes_and_ends_once() {
        let all = measures(
            [2, 2, 1],
            [
                &[(Some(0), Some(1), true), (Some(1), None, false), (None, Some(0), false)],
                &[(Some(0), None, false), (Some(1), Some(0), true)],
            ],
        );
        let told: Vec<String> = all
            .lives()
            .iter()
            .map(|life| {
                let changes = life.changes.iter().map(|(text, it)| format!("{text}{}", it.way));
                let changes: Vec<String> = changes.collect();
                format!("{}-{} {:?} {}", life.first, life.last, life.places, changes.join("+"))
            })
            .collect();
        assert_eq!(
            told,
            [
                "0-2 [Some(0), Some(1), Some(0)] 1slipped+2slipped",
                "0-0 [Some(1), None, None] ",
                "1-1 [None, Some(0), None] ",
            ]
        );
        let fates: Vec<&str> = all.steps[0].pairs.iter().map(MeasurePair::fate).collect();
        assert_eq!(fates, ["changed", "dropped", "new"]);
    }

    #[test]
    fn nothing_is_followed_across_languages() {
        let mut all = measures([1, 1, 1], [&[], &[(Some(0), Some(0), false)]]);
        all.steps[0].several_languages = true;
        assert!(all.lives().is_empty());
    }
}
