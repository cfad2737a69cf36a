//! Tables that a package of figures gives: what became of units, their lives, survival, attention.
//!
//! Whole documents are no samples, so nothing here has an interval; results stand side by side for
//! articles and for leaves instead.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::compare::{Counts, Status};
use crate::features::{Aligned, Alignment, Package, Passage};
use crate::novelty::{Novelty, novelty};
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
            units: counts(&one.pairs),
            outside: counts(&one.outside),
        });
        let lines = [Level::Article, Level::Leaf].map(|asked| Line::of(self, asked));
        Tables {
            changes: changes.collect(),
            lives: lines.iter().flat_map(|line| line.lives(self)).collect(),
            survival: lines.iter().flat_map(|line| line.survival(self)).collect(),
            attention: self.attention(),
            novelty: novelty(self),
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

fn counts(pairs: &[Aligned]) -> Counts {
    Counts::of_statuses(pairs.iter().map(|pair| pair.status))
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
            found.push(Life {
                unit: self.unit,
                kind: passage.map(|it| it.kind.clone()).unwrap_or_default(),
                label: passage.and_then(|it| it.label.clone()),
                first: package.documents[first].file.clone(),
                last: document.file.clone(),
                edited: files(&chain.edited),
                moved: files(&chain.moved),
                passages: chain.passages.iter().map(|it| it.map(str::to_owned)).collect(),
            });
        }
        found
    }

    fn survival(&self, package: &Package) -> Vec<Survival> {
        let count = package.documents.len();
        let mut found = Vec::new();
        for from in 0..count {
            for to in from + 1..count {
                let own = self.chains.iter().filter(|chain| chain.passages[from].is_some());
                let (mut units, mut gone) = (0, Vec::new());
                for chain in own {
                    units += 1;
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
                    share: (units > 0).then(|| survived as f64 / units as f64),
                    gone,
                });
            }
        }
        found
    }
}
