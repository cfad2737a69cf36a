//! How words under codes move with the codebook and with the coder.
//!
//! Whole documents are no samples, so nothing is drawn again out of their passages. Instead each
//! rule and each clue of the codebook is left out once, and what rules gave stands beside what two
//! people gave. An omission that leaves a code without a passage in every text of the package has
//! taken the code itself out of the codebook: it says nothing of how the words under the code
//! move, so it enters no range and turns no direction, and is named apart.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::features::{Features, Package, Part};
use crate::languages::are_two_codes as are_two;

/// Words of a text under a code, with all rules and clues and with single ones left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeRange {
    /// File of the text.
    pub file: String,
    /// The code.
    pub code: String,
    /// Words of all passages that are no notes and no tables of contents.
    pub all: usize,
    /// Words of passages with the code.
    pub words: usize,
    /// Words under the code of 1,000 words; `None` where the text has no words.
    pub per_1000: Option<f64>,
    /// The fewest words with one rule or clue left out; not more than [`CodeRange::words`].
    pub least: Bound,
    /// The most words; not fewer than [`CodeRange::words`].
    pub most: Bound,
    /// What takes the code out of every text of the package.
    pub emptied_by: Vec<Part>,
    /// Passages with the code, with all rules and clues or in the case of most words.
    pub passages: Vec<String>,
}

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bound {
    /// Words of passages with the code.
    pub words: usize,
    /// Words under the code of 1,000 words.
    pub per_1000: Option<f64>,
    /// What was left out; of several that which stands first in the rules, `None` where nothing
    /// moves the words this way.
    pub without: Option<Part>,
}

/// Whether a change from one text to the next keeps its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It does, whatever one rule or clue is left out.
    Holds,
    /// With some rule or clue left out words under the code change the other way, or not at all.
    DoesNotHold,
    /// With all rules and clues there is no change.
    NoChange,
    /// Everything that moves the code takes it out of every text, so nothing was varied.
    NotVaried,
}

/// The change of words under a code from a text to the next one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeChange {
    /// File of the old text.
    pub old: String,
    /// File of the new one.
    pub new: String,
    /// The code.
    pub code: String,
    /// Words under the code of 1,000 words in both.
    pub per_1000: [f64; 2],
    /// The second minus the first.
    pub change: f64,
    /// Whether its direction survives.
    pub verdict: Verdict,
    /// What turns it where it is left out, in the order of the rules.
    pub turned_by: Vec<Part>,
    /// Passages with the code in the old text and in the new one.
    pub passages: [Vec<String>; 2],
}

/// How often a code was given to passages that two people read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coders {
    /// File of the text.
    pub file: String,
    /// The code.
    pub code: String,
    /// Passages that were read.
    pub read: usize,
    /// Passages to which the first person gave it, and the second one.
    pub readers: [Vec<String>; 2],
    /// Those of them to which rules gave it.
    pub rules: Vec<String>,
}

/// Words of a text by code, with one part left out or with all.
struct Text<'a> {
    document: &'a Features,
    all: usize,
    words: HashMap<&'a str, usize>,
    with_all: BTreeMap<&'a str, usize>,
    /// For each part the words that codes gain, less those that they lose.
    moved: HashMap<&'a Part, BTreeMap<&'a str, i64>>,
}

impl<'a> Text<'a> {
    fn of(document: &'a Features) -> Text<'a> {
        let words: HashMap<&str, usize> =
            document.passages.iter().map(|it| (it.id.as_str(), it.words)).collect();
        let all = document.passages.iter().filter(|it| !it.apart).map(|it| it.words).sum();
        let mut with_all: BTreeMap<&str, usize> = BTreeMap::new();
        for passage in &document.passages {
            for code in &passage.codes {
                *with_all.entry(code).or_default() += passage.words;
            }
        }
        let mut moved = HashMap::new();
        for one in document.leave_one_out.iter().flatten() {
            let mut codes: BTreeMap<&str, i64> = BTreeMap::new();
            for (sign, list) in [(-1, &one.lost), (1, &one.gained)] {
                for (code, ids) in list {
                    let sum: usize = ids.iter().filter_map(|id| words.get(id.as_str())).sum();
                    *codes.entry(code).or_default() += sign * sum as i64;
                }
            }
            moved.insert(&one.part, codes);
        }
        Text { document, all, words, with_all, moved }
    }

    fn with_all(&self, code: &str) -> usize {
        self.with_all.get(code).copied().unwrap_or_default()
    }

    fn without(&self, part: &Part, code: &str) -> usize {
        let moved = self.moved.get(part).and_then(|codes| codes.get(code));
        let moved = moved.copied().unwrap_or_default();
        self.with_all(code).saturating_add_signed(moved as isize)
    }

    fn per_1000(&self, words: usize) -> Option<f64> {
        (self.all > 0).then(|| words as f64 * 1000.0 / self.all as f64)
    }

    /// Passages with the code where a part is left out or nothing is.
    fn passages(&self, code: &str, without: Option<&Part>) -> Vec<String> {
        let own = self.document.passages.iter();
        let own = own.filter(|it| it.codes.iter().any(|own| own == code)).map(|it| it.id.clone());
        let more = self.document.leave_one_out.iter().flatten();
        let more = more.filter(|one| Some(&one.part) == without);
        let more = more.filter_map(|one| one.gained.get(code)).flatten().cloned();
        own.chain(more).filter(|id| self.words.contains_key(id.as_str())).collect()
    }
}

/// Parts and codes of a package.
struct Varied<'a> {
    texts: Vec<Text<'a>>,
    /// In the order of the codebook, each with the parts that move it.
    codes: Vec<(&'a str, Moving<'a>)>,
}

/// Parts that move a code.
struct Moving<'a> {
    /// Those that leave it somewhere.
    stay: Vec<&'a Part>,
    /// Those that leave it nowhere.
    empty: Vec<&'a Part>,
}

impl<'a> Varied<'a> {
    /// `None` where the package was made without leaving parts out.
    fn of(package: &'a Package) -> Option<Varied<'a>> {
        if package.documents.iter().any(|it| it.leave_one_out.is_none()) {
            return None;
        }
        let texts: Vec<Text<'_>> = package.documents.iter().map(Text::of).collect();
        // In the order of the rules, as far as one text tells it.
        let mut parts: Vec<&Part> = Vec::new();
        let mut seen = BTreeSet::new();
        for one in package.documents.iter().flat_map(|it| it.leave_one_out.iter().flatten()) {
            if seen.insert(&one.part) {
                parts.push(&one.part);
            }
        }
        let codes = package.codebook.codes.iter().filter_map(|code| {
            let moves = |part: &Part| {
                let mut own = texts.iter().filter_map(|text| text.moved.get(part));
                own.any(|codes| codes.contains_key(code.as_str()))
            };
            let stays = |part: &&Part| texts.iter().any(|text| text.without(part, code) > 0);
            let own = parts.iter().copied().filter(|part| moves(part));
            let (stay, empty): (Vec<&Part>, Vec<&Part>) = own.partition(stays);
            let is_given = texts.iter().any(|text| text.with_all.contains_key(code.as_str()));
            let is_named = is_given || !stay.is_empty() || !empty.is_empty();
            is_named.then_some((code.as_str(), Moving { stay, empty }))
        });
        let codes = codes.collect();
        Some(Varied { texts, codes })
    }
}

/// Ranges of every code in every text; none where the package was made without leaving parts out.
pub(crate) fn ranges(package: &Package) -> Vec<CodeRange> {
    let Some(varied) = Varied::of(package) else { return Vec::new() };
    let mut found = Vec::new();
    for text in &varied.texts {
        for (code, moving) in &varied.codes {
            let words = text.with_all(code);
            let (mut least, mut most) = ((words, None), (words, None));
            for part in &moving.stay {
                let without = text.without(part, code);
                if without < least.0 {
                    least = (without, Some(*part));
                }
                if without > most.0 {
                    most = (without, Some(*part));
                }
            }
            let bound = |(words, part): (usize, Option<&Part>)| Bound {
                words,
                per_1000: text.per_1000(words),
                without: part.cloned(),
            };
            found.push(CodeRange {
                file: text.document.file.clone(),
                code: (*code).to_owned(),
                all: text.all,
                words,
                per_1000: text.per_1000(words),
                least: bound(least),
                most: bound(most),
                emptied_by: moving.empty.iter().map(|it| (*it).clone()).collect(),
                passages: text.passages(code, most.1),
            });
        }
    }
    found
}

/// Changes of every code from each text to the next one in the same language; none from or to a
/// text without words, where nothing is defined that could change.
pub(crate) fn changes(package: &Package) -> Vec<CodeChange> {
    let Some(varied) = Varied::of(package) else { return Vec::new() };
    let mut found = Vec::new();
    for pair in varied.texts.windows(2) {
        let [old, new] = pair else { continue };
        // A rule is of one language, so leaving it out would narrow one side alone.
        if are_two(&old.document.language, &new.document.language) {
            continue;
        }
        for (code, moving) in &varied.codes {
            // Shares of words without division, so that equal ones are equal.
            let direction = |before: usize, after: usize| {
                (after as u128 * old.all as u128).cmp(&(before as u128 * new.all as u128))
            };
            let with_all = [old.with_all(code), new.with_all(code)];
            let rates = (old.per_1000(with_all[0]), new.per_1000(with_all[1]));
            let (Some(before), Some(after)) = rates else { continue };
            let own = direction(with_all[0], with_all[1]);
            let turns =
                |part: &&&Part| direction(old.without(part, code), new.without(part, code)) != own;
            let turned: Vec<&Part> = match own {
                Ordering::Equal => Vec::new(),
                _ => moving.stay.iter().filter(turns).copied().collect(),
            };
            let verdict = match own {
                Ordering::Equal => Verdict::NoChange,
                _ if !turned.is_empty() => Verdict::DoesNotHold,
                _ if moving.stay.is_empty() && !moving.empty.is_empty() => Verdict::NotVaried,
                _ => Verdict::Holds,
            };
            found.push(CodeChange {
                old: old.document.file.clone(),
                new: new.document.file.clone(),
                code: (*code).to_owned(),
                per_1000: [before, after],
                change: after - before,
                verdict,
                passages: [old, new].map(|text| text.passages(code, turned.first().copied())),
                turned_by: turned.into_iter().cloned().collect(),
            });
        }
    }
    found
}

/// What people read beside what rules gave, for every code that one of them gave.
pub(crate) fn coders(package: &Package) -> Vec<Coders> {
    let mut found = Vec::new();
    for document in &package.documents {
        let by_rules: HashMap<&str, &[String]> =
            document.passages.iter().map(|it| (it.id.as_str(), it.codes.as_slice())).collect();
        for code in &package.codebook.codes {
            let given = |has: &dyn Fn(&crate::features::Reading) -> bool| -> Vec<String> {
                let own = document.readings.iter().filter(|it| has(it));
                own.map(|it| it.passage.clone()).collect()
            };
            let readers = [0, 1].map(|who: usize| given(&|it| it.readers[who].contains(code)));
            let rules = given(&|it| {
                by_rules.get(it.passage.as_str()).is_some_and(|codes| codes.contains(code))
            });
            if readers.iter().all(Vec::is_empty) && rules.is_empty() {
                continue;
            }
            found.push(Coders {
                file: document.file.clone(),
                code: code.clone(),
                read: document.readings.len(),
                readers,
                rules,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests;
