//! Tables that a package of figures gives: what became of units, their lives, survival, attention.
//!
//! Whole documents are no samples, so nothing here has an interval; results stand side by side for
//! articles and for leaves instead.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use crate::compare::{Counts, Note, Status};
use crate::features::{Aligned, Alignment, Package, Passage};
use crate::languages::are_two_codes as are_two;
use crate::measures::MeasureTables;
use crate::novelty::{Novelty, novelty};
use crate::profile::{Profile, profiles};
use crate::robust::{self, CodeChange, CodeRange, Coders};
use crate::unit::Level;

/// Everything that a package gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tables {
    /// What became of the units of each document in the next one.
    pub changes: Vec<Changes>,
    /// The life of each unit.
    pub lives: Vec<Life>,
    /// Which share of the units of a document is still there in a later one.
    pub survival: Vec<Survival>,
    /// Words under each code.
    pub attention: Vec<Attention>,
    /// How new each document is against those before it, and how much of that stays.
    pub novelty: Vec<Novelty>,
    /// What each document holds, side by side.
    pub profile: Vec<Profile>,
    /// What their measures state, and what became of them; none in a package without measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measures: Option<MeasureTables>,
    /// Words under each code where single rules and clues are left out.
    pub codebook_ranges: Vec<CodeRange>,
    /// Whether changes of words under codes keep their direction then.
    pub codebook_changes: Vec<CodeChange>,
    /// Codes that two people gave beside those of rules.
    pub coders: Vec<Coders>,
}

/// Counts of a document and the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// What was taken as a unit.
    pub unit: Level,
    /// File of the old document.
    pub old: String,
    /// File of the new one.
    pub new: String,
    /// Counts of units.
    pub units: Counts,
    /// How many of these are repealed in the new document (dropped ones: in the old one): only a
    /// title with an editor's note is left, or words that say so.
    pub repealed: Counts,
    /// Counts of passages outside of the units.
    pub outside: Counts,
}

/// A unit through the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Life {
    /// What was taken as a unit.
    pub unit: Level,
    /// What its passage is where it stands last.
    pub kind: String,
    /// Its number where it stands last.
    pub label: Option<String>,
    /// File in which it stands first.
    pub first: String,
    /// File in which it stands last.
    pub last: String,
    /// Files in which its words are others than in the document before.
    pub edited: Vec<String>,
    /// Files in which it has left its place.
    pub moved: Vec<String>,
    /// Files in which only its title with a note of its repeal is left, or words that say so.
    pub repealed: Vec<String>,
    /// Its passage in each document; `None` where it does not stand.
    pub passages: Vec<Option<String>>,
}

/// How many units of a document are still there in a later one, kept, edited or moved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Survival {
    /// What was taken as a unit.
    pub unit: Level,
    /// File of the document.
    pub from: String,
    /// File of the later one.
    pub to: String,
    /// Its units.
    pub units: usize,
    /// Those that are still there.
    pub survived: usize,
    /// Of the units, those that are repealed in the document already.
    pub repealed_before: usize,
    /// Of those that are still there, those that are repealed in the later one.
    pub repealed: usize,
    /// Whether texts in two languages lie between both, so that units were matched by their
    /// numbers alone and not by their words.
    pub by_labels: bool,
    /// Share of them; `None` where it has no units.
    pub share: Option<f64>,
    /// Passages in the first document of those that are gone.
    pub gone: Vec<String>,
}

/// Words of a document under a code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attention {
    /// File of the document.
    pub file: String,
    /// The code.
    pub code: String,
    /// Words of passages with the code.
    pub words: usize,
    /// Words of all passages that are no notes and no tables of contents.
    pub all: usize,
    /// Words under the code of 1,000 words; `None` where the document has no words.
    pub per_1000: Option<f64>,
    /// The passages.
    pub passages: Vec<String>,
}

impl Package {
    /// The tables. Documents are called by their files.
    #[must_use]
    pub fn tables(&self) -> Tables {
        let file = |place: usize| self.documents[place].file.clone();
        let changes = self.alignments.iter().map(|one| Changes {
            unit: one.unit,
            old: file(one.old),
            new: file(one.new),
            units: counts(one.pairs.iter()),
            repealed: counts(one.pairs.iter().filter(|pair| is_repealed(pair))),
            outside: counts(one.outside.iter()),
        });
        let lines = [Level::Article, Level::Leaf].map(|asked| Line::of(self, asked));
        Tables {
            changes: changes.collect(),
            lives: lines.iter().flat_map(|line| line.lives(self)).collect(),
            survival: lines.iter().flat_map(|line| line.survival(self)).collect(),
            attention: self.attention(),
            novelty: novelty(self),
            profile: profiles(self),
            measures: crate::measures::tables(self),
            codebook_ranges: robust::ranges(self),
            codebook_changes: robust::changes(self),
            coders: robust::coders(self),
        }
    }

    fn attention(&self) -> Vec<Attention> {
        let mut found = Vec::new();
        for document in &self.documents {
            let words = document.passages.iter().filter(|passage| !passage.apart);
            let all: usize = words.map(|passage| passage.words).sum();
            let mut codes: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
            for passage in &document.passages {
                for code in &passage.codes {
                    let (words, passages) = codes.entry(code).or_default();
                    *words += passage.words;
                    passages.push(passage.id.clone());
                }
            }
            found.extend(codes.into_iter().map(|(code, (words, passages))| Attention {
                file: document.file.clone(),
                code: code.to_owned(),
                words,
                all,
                per_1000: (all > 0).then(|| words as f64 * 1000.0 / all as f64),
                passages,
            }));
        }
        found
    }
}

fn counts<'a>(pairs: impl Iterator<Item = &'a Aligned>) -> Counts {
    Counts::of_statuses(pairs.map(|pair| pair.status))
}

/// Whether nothing but a title with a note of its repeal is left of a unit in the new document, or
/// in the old one where it stands there only.
fn is_repealed(pair: &Aligned) -> bool {
    let note = if pair.new.is_some() { Note::RepealedInNew } else { Note::RepealedInOld };
    pair.notes.contains(&note)
}

/// Whether two documents that follow each other between these are in two languages.
fn by_labels(package: &Package, from: usize, to: usize) -> bool {
    let own = package.documents.get(from..=to).unwrap_or_default();
    own.windows(2).any(|two| are_two(&two[0].language, &two[1].language))
}

/// Units followed through the documents.
struct Line<'a> {
    unit: Level,
    chains: Vec<Chain<'a>>,
}

#[derive(Default)]
struct Chain<'a> {
    passages: Vec<Option<&'a str>>,
    edited: Vec<usize>,
    moved: Vec<usize>,
}

impl<'a> Line<'a> {
    fn of(package: &'a Package, asked: Level) -> Line<'a> {
        let count = package.documents.len();
        let steps: Vec<&Alignment> =
            package.alignments.iter().filter(|one| one.asked == asked).collect();
        let mut chains: Vec<Chain<'a>> = Vec::new();
        // Which chain a passage of the last document ends.
        let mut ends: HashMap<&str, usize> = HashMap::new();
        for step in &steps {
            let mut next: HashMap<&str, usize> = HashMap::new();
            for pair in &step.pairs {
                let begin = |chains: &mut Vec<Chain<'a>>| {
                    chains.push(Chain { passages: vec![None; count], ..Chain::default() });
                    chains.len() - 1
                };
                let chain = match pair.old.as_deref() {
                    // Units of the first document have not been named before.
                    Some(old) => {
                        let known = ends.get(old).copied();
                        let chain = known.unwrap_or_else(|| begin(&mut chains));
                        chains[chain].passages[step.old] = Some(old);
                        chain
                    }
                    None => begin(&mut chains),
                };
                let Some(new) = pair.new.as_deref() else { continue };
                chains[chain].passages[step.new] = Some(new);
                next.insert(new, chain);
                if pair.old.is_none() {
                    continue;
                }
                let is_edited = pair.status == Status::Edited
                    || pair.notes.contains(&crate::compare::Note::Edited);
                if is_edited {
                    chains[chain].edited.push(step.new);
                }
                if pair.status == Status::Moved {
                    chains[chain].moved.push(step.new);
                }
            }
            ends = next;
        }
        let unit = steps.first().map_or(asked, |step| step.unit);
        Line { unit, chains }
    }

    fn lives(&self, package: &Package) -> Vec<Life> {
        let files = |places: &[usize]| -> Vec<String> {
            places.iter().map(|place| package.documents[*place].file.clone()).collect()
        };
        let known: Vec<HashMap<&str, &Passage>> = package
            .documents
            .iter()
            .map(|document| document.passages.iter().map(|it| (it.id.as_str(), it)).collect())
            .collect();
        let mut found = Vec::new();
        for chain in &self.chains {
            let stands = |place: &usize| chain.passages[*place].is_some();
            let mut places = (0..chain.passages.len()).filter(stands);
            let Some(first) = places.next() else { continue };
            let last = places.next_back().unwrap_or(first);
            let document = &package.documents[last];
            let passage = chain.passages[last].and_then(|id| known[last].get(id));
            let is_repealed = |place: &usize| {
                let own = chain.passages[*place].and_then(|id| known[*place].get(id));
                own.is_some_and(|it| it.repealed)
            };
            let repealed: Vec<usize> = (0..chain.passages.len()).filter(is_repealed).collect();
            found.push(Life {
                unit: self.unit,
                kind: passage.map(|it| it.kind.clone()).unwrap_or_default(),
                label: passage.and_then(|it| it.label.clone()),
                first: package.documents[first].file.clone(),
                last: document.file.clone(),
                edited: files(&chain.edited),
                moved: files(&chain.moved),
                repealed: files(&repealed),
                passages: chain.passages.iter().map(|it| it.map(str::to_owned)).collect(),
            });
        }
        found
    }

    fn survival(&self, package: &Package) -> Vec<Survival> {
        let count = package.documents.len();
        let repealed: Vec<HashSet<&str>> = package
            .documents
            .iter()
            .map(|it| {
                it.passages.iter().filter(|it| it.repealed).map(|it| it.id.as_str()).collect()
            })
            .collect();
        let mut found = Vec::new();
        for from in 0..count {
            for to in from + 1..count {
                let own = self.chains.iter().filter(|chain| chain.passages[from].is_some());
                let (mut units, mut gone) = (0, Vec::new());
                let (mut before, mut after) = (0, 0);
                let is_repealed = |place: usize, id: Option<&str>| {
                    id.is_some_and(|id| repealed[place].contains(id))
                };
                for chain in own {
                    units += 1;
                    before += usize::from(is_repealed(from, chain.passages[from]));
                    after += usize::from(is_repealed(to, chain.passages[to]));
                    if chain.passages[to].is_none() {
                        gone.extend(chain.passages[from].map(str::to_owned));
                    }
                }
                let survived = units - gone.len();
                found.push(Survival {
                    unit: self.unit,
                    from: package.documents[from].file.clone(),
                    to: package.documents[to].file.clone(),
                    units,
                    survived,
                    repealed_before: before,
                    repealed: after,
                    by_labels: by_labels(package, from, to),
                    share: (units > 0).then(|| survived as f64 / units as f64),
                    gone,
                });
            }
        }
        found
    }
}
