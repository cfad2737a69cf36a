//! The profile of each text of a line: what would be looked at to tell a system from fragments.
//! Values stand side by side; there is no total.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::compare::Status;
use crate::features::{Features, Package, Passage};
use crate::unit::Level;

/// Groups of codes of the built-in codebook that are counted.
const STAGE: &str = "stage.";
const FUNCTION: &str = "function.";

/// The profile of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    /// File of the text.
    pub file: String,
    /// Words of passages that are no notes and no tables of contents.
    pub words: usize,
    /// Words of passages with any code.
    pub coded_words: usize,
    /// Share of these words; `None` where the text has no words.
    pub coded_share: Option<f64>,
    /// Passages with any code.
    pub coded: Vec<String>,
    /// Codes of stages that were given, in the order of the codebook.
    pub stages: Vec<String>,
    /// How many stages could be given; 0 where the codebook has none.
    pub all_stages: usize,
    /// Codes of functions that were given.
    pub functions: Vec<String>,
    /// How many functions could be given; 0 where the codebook has none.
    pub all_functions: usize,
    /// How often one of its sections names another one.
    pub references: usize,
    /// Leaves with words of the policy.
    pub leaves: usize,
    /// References of 100 leaves; `None` where there are no leaves.
    pub references_per_100: Option<f64>,
    /// What was taken as a unit; `None` where the line has one text only.
    pub unit: Option<Level>,
    /// Its units, without those of which only a title with a note of the repeal is left; `None` for
    /// the first text.
    pub units: Option<usize>,
    /// Of these, those that go on from the text before: kept, edited or moved.
    pub continued: Option<usize>,
    /// Share of these; undefined for the first text and where there are no units.
    pub continuity: Option<f64>,
}

/// Profiles of the texts of a package in order.
pub(crate) fn profiles(package: &Package) -> Vec<Profile> {
    (0..package.documents.len()).map(|place| profile(package, place)).collect()
}

fn share(part: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

fn profile(package: &Package, place: usize) -> Profile {
    let document = &package.documents[place];
    let own = || document.passages.iter().filter(|passage| !passage.apart);
    let coded = || own().filter(|passage| !passage.codes.is_empty());
    let given: BTreeSet<&str> = own().flat_map(|it| &it.codes).map(String::as_str).collect();
    let of = |begin: &str| -> (Vec<String>, usize) {
        let all = || package.codebook.codes.iter().filter(|code| code.starts_with(begin));
        let found = all().filter(|code| given.contains(code.as_str())).cloned().collect();
        (found, all().count())
    };
    let sum = |words: &mut dyn Iterator<Item = &Passage>| words.map(|it| it.words).sum::<usize>();
    let (words, coded_words) = (sum(&mut own()), sum(&mut coded()));
    let leaves = leaves(document);
    let ((stages, all_stages), (functions, all_functions)) = (of(STAGE), of(FUNCTION));
    let step = package.alignments.iter().filter(|it| it.asked == Level::Article);
    let before = step.clone().find(|it| it.new == place);
    let repealed: BTreeSet<&str> =
        document.passages.iter().filter(|it| it.repealed).map(|it| it.id.as_str()).collect();
    let pairs = before.map(|it| {
        let is_alive = |id: &str| !repealed.contains(id);
        let alive = it.pairs.iter().filter(|pair| pair.new.as_deref().is_some_and(is_alive));
        let (new, gone_on): (Vec<_>, Vec<_>) = alive.partition(|it| it.status == Status::New);
        (gone_on.len(), new.len() + gone_on.len())
    });
    Profile {
        file: document.file.clone(),
        words,
        coded_words,
        coded_share: share(coded_words, words),
        coded: coded().map(|passage| passage.id.clone()).collect(),
        stages,
        all_stages,
        functions,
        all_functions,
        references: document.references,
        leaves,
        references_per_100: share(document.references * 100, leaves),
        unit: step.map(|it| it.unit).max(),
        units: pairs.map(|it| it.1),
        continued: pairs.map(|it| it.0),
        continuity: pairs.and_then(|it| share(it.0, it.1)),
    }
}

fn leaves(document: &Features) -> usize {
    let parents: BTreeSet<&str> =
        document.passages.iter().filter_map(|it| it.parent.as_deref()).collect();
    let is_leaf = |it: &&Passage| !it.apart && !parents.contains(it.id.as_str());
    document.passages.iter().filter(is_leaf).filter(|it| it.characters > 0).count()
}
