//! What the measures of a package give: which parts each text states, what became of measures in
//! the next text, and the life of each.

use std::collections::BTreeMap;

use daryn_model::records::{FATES, MeasureChange, MeasureStep, TextMeasures, mean_completeness};
use serde::Serialize;

use crate::features::Package;

/// Tables of the measures of a package.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeasureTables {
    /// Version of the rules that found them.
    pub rules: u32,
    /// What each text states.
    pub texts: Vec<Stated>,
    /// What became of the measures of each text in the next one.
    pub changes: Vec<MeasureChanges>,
    /// The life of each measure; empty where texts that follow each other are in two languages.
    pub lives: Vec<LifeOfMeasure>,
}

/// What the measures of a text state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stated {
    /// File of the text.
    pub file: String,
    /// How many measures were found.
    pub measures: usize,
    /// How many are obligations, permissions, prohibitions, plans.
    pub polarity: BTreeMap<String, usize>,
    /// How many state each part; a part that none states is left out.
    pub stated: BTreeMap<String, usize>,
    /// How many of actor, deadline, money, indicator, starting value and target value a measure
    /// states on average; `None` where there are no measures.
    pub completeness: Option<f64>,
}

/// What became of the measures of a text in the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeasureChanges {
    /// File of the old text.
    pub old: String,
    /// File of the new one.
    pub new: String,
    /// Whether they are in two languages, so that nothing was matched and `fates` is empty.
    pub several_languages: bool,
    /// How many were kept, changed, dropped, are new.
    pub fates: BTreeMap<String, usize>,
    /// How often each part changed, and which way.
    pub ways: Vec<CountOfChange>,
}

/// How often a part changed one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountOfChange {
    /// The part.
    pub part: String,
    /// The way.
    pub way: String,
    /// How many measures.
    pub n: usize,
}

/// A measure through the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LifeOfMeasure {
    /// File in which it stands first.
    pub first: String,
    /// File in which it stands last.
    pub last: String,
    /// What changed, and in which file it is another one.
    pub changes: Vec<ChangeIn>,
    /// Id of its passage in each text; `None` where it does not stand.
    pub passages: Vec<Option<String>>,
}

/// A part that is another one from a file on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeIn {
    /// The file.
    pub file: String,
    /// The part.
    pub part: String,
    /// The way.
    pub way: String,
}

/// The tables of the measures of a package; none where it holds no measures.
pub(crate) fn tables(package: &Package) -> Option<MeasureTables> {
    let all = package.measures.as_ref()?;
    let file = |place: usize| package.documents[place].file.clone();
    let lives = all.lives().into_iter().map(|life| LifeOfMeasure {
        first: file(life.first),
        last: file(life.last),
        changes: life
            .changes
            .into_iter()
            .map(|(text, it)| ChangeIn { file: file(text), part: it.part, way: it.way })
            .collect(),
        passages: life
            .places
            .iter()
            .enumerate()
            .map(|(text, place)| Some(all.texts[text][(*place)?].passage.clone()))
            .collect(),
    });
    Some(MeasureTables {
        rules: all.rules,
        texts: (0..all.texts.len()).map(|text| stated(all, text, file(text))).collect(),
        changes: all
            .steps
            .iter()
            .map(|step| MeasureChanges {
                old: file(step.old),
                new: file(step.new),
                several_languages: step.several_languages,
                fates: fates(step),
                ways: ways(step),
            })
            .collect(),
        lives: lives.collect(),
    })
}

fn stated(all: &TextMeasures, text: usize, file: String) -> Stated {
    let own = &all.texts[text];
    let mut polarity: BTreeMap<String, usize> = BTreeMap::new();
    let mut stated: BTreeMap<String, usize> = BTreeMap::new();
    for measure in own {
        *polarity.entry(measure.polarity.clone()).or_default() += 1;
        for part in &measure.stated {
            *stated.entry(part.clone()).or_default() += 1;
        }
    }
    Stated { file, measures: own.len(), polarity, stated, completeness: mean_completeness(own) }
}

fn fates(step: &MeasureStep) -> BTreeMap<String, usize> {
    if step.several_languages {
        return BTreeMap::new();
    }
    FATES.iter().map(|fate| ((*fate).to_owned(), step.count(fate))).collect()
}

fn ways(step: &MeasureStep) -> Vec<CountOfChange> {
    let mut counts: BTreeMap<&MeasureChange, usize> = BTreeMap::new();
    for change in step.pairs.iter().flat_map(|pair| &pair.changes) {
        *counts.entry(change).or_default() += 1;
    }
    let told = |(it, n): (&MeasureChange, usize)| CountOfChange {
        part: it.part.clone(),
        way: it.way.clone(),
        n,
    };
    counts.into_iter().map(told).collect()
}
