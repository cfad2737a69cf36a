//! Merge of two people's work on the same codings, with a list of conflicts.
//!
//! The rule is that of three-way merge: what one side changed against the base is taken, what both
//! changed alike is taken once, and what they changed differently is a conflict. In a conflict
//! both are kept (a code that one side removed and the other noted something on stays, two memos
//! stand below each other), so that nothing that a person wrote is lost before somebody decides.
//! Neither the order of codings nor which side is called ours matters.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use crate::hand::{HandCoding, HandMemo};

/// Where and by whom: what one coding, or one memo, is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The document.
    pub document: String,
    /// First code point.
    pub start: usize,
    /// The code point behind the last.
    pub end: usize,
    /// Name of the passage, where a whole one was coded.
    pub passage: Option<String>,
    /// Who coded.
    pub coder: String,
    /// The code; nothing for a memo without one.
    pub code: Option<String>,
}

/// Who did something since the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// We alone.
    Ours,
    /// They alone.
    Theirs,
    /// Both did the same.
    Both,
}

/// What was done to a coding or a memo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// It was added.
    Added,
    /// It was taken away.
    Removed,
    /// Its memo was changed.
    Noted,
}

/// Why two sides, or two coders, are in conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Both sides changed, or added, the memo of one coding in different ways: both memos are kept.
    Memo,
    /// One side removed what the other side noted something on: it is kept.
    Removed,
    /// Both sides changed the codes of one coder's passage in different ways: all codes that were
    /// added are kept, and those that one side removed are removed.
    Row,
    /// Two coders gave the same passage different codes: both are kept, as they are.
    Coders,
}

/// A line of the table of a merge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// What it is about. Without a code where it is about a whole row, or about two coders.
    pub key: Key,
    /// What was done, or what is in conflict.
    pub what: What,
    /// On our side: the memo, or the codes of a row, or those of the coder of the key.
    pub ours: String,
    /// The same on their side, or the codes of the other coder with the name before a colon.
    pub theirs: String,
    /// Words that stand there.
    pub quote: String,
}

/// What a line of the table tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Something was done without conflict.
    Done(Act, Side),
    /// Something to be decided.
    Conflict(Reason),
}

impl What {
    /// Its name in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            What::Done(Act::Added, _) => "added",
            What::Done(Act::Removed, _) => "removed",
            What::Done(Act::Noted, _) => "noted",
            What::Conflict(Reason::Memo) => "conflict-memo",
            What::Conflict(Reason::Removed) => "conflict-removed",
            What::Conflict(Reason::Row) => "conflict-row",
            What::Conflict(Reason::Coders) => "conflict-coders",
        }
    }

    /// The name of the side in tables; nothing for a conflict.
    #[must_use]
    pub fn side(self) -> &'static str {
        match self {
            What::Done(_, Side::Ours) => "ours",
            What::Done(_, Side::Theirs) => "theirs",
            What::Done(_, Side::Both) => "both",
            What::Conflict(_) => "",
        }
    }

    /// Whether somebody has to decide.
    #[must_use]
    pub fn is_conflict(self) -> bool {
        matches!(self, What::Conflict(_))
    }
}

/// What one side has: codings, and memos without a code.
#[derive(Debug, Clone, Copy, Default)]
pub struct Work<'a> {
    /// Codings.
    pub codings: &'a [HandCoding],
    /// Memos without a code.
    pub memos: &'a [HandMemo],
}

/// What came of a merge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// Codings, in order of documents, places, coders and codes; each once.
    pub codings: Vec<HandCoding>,
    /// Memos without a code, in order of documents, places and coders.
    pub memos: Vec<HandMemo>,
    /// What was done on which side, and conflicts, in order of places.
    pub lines: Vec<Line>,
}

impl Merged {
    /// Lines that somebody has to decide.
    pub fn conflicts(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.what.is_conflict())
    }

    /// Conflicts as problems of a file: `merge-memo`, `merge-removed`, `merge-row`, `merge-coders`.
    #[must_use]
    pub fn told(&self, file: &str) -> Vec<Diagnostic> {
        let told = |line: &Line| {
            let What::Conflict(reason) = line.what else { return None };
            let code = match reason {
                Reason::Memo => "merge-memo",
                Reason::Removed => "merge-removed",
                Reason::Row => "merge-row",
                Reason::Coders => "merge-coders",
            };
            let shown =
                |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
            let quote: String = line.quote.chars().take(60).collect();
            Some(
                Diagnostic::warning(code, file, 0)
                    .with("document", &line.key.document)
                    .with("coder", &line.key.coder)
                    .with("code", shown(line.key.code.as_deref().unwrap_or_default()))
                    .with("quote", quote)
                    .with("ours", shown(&line.ours))
                    .with("theirs", shown(&line.theirs)),
            )
        };
        self.lines.iter().filter_map(told).collect()
    }
}

/// Merges what two sides made of one base. Without a common base give an empty one: then nothing is
/// removed.
///
/// ```
/// use daryn_coding::merge::{self, Work};
/// use daryn_coding::HandCoding;
///
/// let coding = |coder: &str, code: &str| HandCoding { document: "law".into(), passage: None,
///     start: 0, end: 4, quote: "Text".into(), code: code.into(), coder: coder.into(), time: None,
///     version: None, memo: String::new() };
/// let (ours, theirs) = ([coding("Aru", "a")], [coding("Bek", "b")]);
/// let work = |codings| Work { codings, memos: &[] };
/// let merged = merge::merge(work(&[]), work(&ours), work(&theirs));
/// assert_eq!(merged.codings.len(), 2);
/// assert_eq!(merged.conflicts().count(), 1);
/// ```
#[must_use]
pub fn merge(base: Work<'_>, ours: Work<'_>, theirs: Work<'_>) -> Merged {
    let [base, ours, theirs] = [base, ours, theirs].map(entries);
    let keys: BTreeSet<&Key> =
        [&base, &ours, &theirs].into_iter().flat_map(|side| side.keys()).collect();
    let mut merged = Merged::default();
    let mut kept: BTreeMap<&Key, Entry> = BTreeMap::new();
    for key in keys {
        let sides = [base.get(key), ours.get(key), theirs.get(key)];
        let (entry, what) = settled(sides);
        if let Some(what) = what {
            let memo = |side: Option<&Entry>| side.map_or("", |entry| &entry.memo).to_owned();
            let quote = sides.iter().flatten().map(|entry| &entry.quote).min();
            merged.lines.push(Line {
                key: key.clone(),
                what,
                ours: memo(sides[1]),
                theirs: memo(sides[2]),
                quote: quote.cloned().unwrap_or_default(),
            });
        }
        if let Some(entry) = entry {
            kept.insert(key, entry);
        }
    }
    merged.lines.extend(rows(&base, &ours, &theirs));
    merged.lines.extend(coders(&kept));
    merged.lines.sort();
    for (key, entry) in kept {
        let Key { document, start, end, passage, coder, code } = key.clone();
        let Entry { memo, quote, time, version } = entry;
        let has_code = code.is_some();
        let code = code.unwrap_or_default();
        let one =
            HandCoding { document, passage, start, end, quote, code, coder, time, version, memo };
        match has_code {
            true => merged.codings.push(one),
            false => merged.memos.push(one.into()),
        }
    }
    merged
}

/// What is kept of a coding or a memo beside its key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    memo: String,
    quote: String,
    time: Option<String>,
    version: Option<String>,
}

impl Entry {
    /// Two entries of one key as one: memos below each other, the earlier time. Which one is first
    /// does not matter.
    fn with(&self, other: &Entry) -> Entry {
        let first = |one: &Option<String>, other: &Option<String>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other).clone()),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        // A memo whose lines the other one has already is not repeated.
        let [one, two] = [(&self.memo).min(&other.memo), (&self.memo).max(&other.memo)];
        let holds =
            |all: &str, some: &str| some.lines().all(|line| all.lines().any(|own| own == line));
        let memo = if holds(two, one) {
            two.clone()
        } else if holds(one, two) {
            one.clone()
        } else {
            format!("{one}\n{two}")
        };
        Entry {
            memo,
            quote: (&self.quote).min(&other.quote).clone(),
            time: first(&self.time, &other.time),
            version: first(&self.version, &other.version),
        }
    }
}

type Entries = BTreeMap<Key, Entry>;

fn entries(work: Work<'_>) -> Entries {
    let codings = work.codings.iter().map(|one| (true, one.clone()));
    let memos = work.memos.iter().map(|one| (false, one.clone().into()));
    let mut entries = Entries::new();
    for (has_code, one) in codings.chain(memos) {
        let HandCoding { document, passage, start, end, quote, code, coder, time, version, memo } =
            one;
        let code = has_code.then_some(code);
        let key = Key { document, start, end, passage, coder, code };
        let entry = Entry { memo, quote, time, version };
        let entry = match entries.get(&key) {
            Some(other) => entry.with(other),
            None => entry,
        };
        entries.insert(key, entry);
    }
    entries
}

/// What becomes of one key, and what is told of it: nothing where nobody changed it.
fn settled(sides: [Option<&Entry>; 3]) -> (Option<Entry>, Option<What>) {
    let [base, ours, theirs] = sides;
    let memo = |side: Option<&Entry>| side.map(|entry| entry.memo.clone());
    let (mut before, our, their) = (memo(base), memo(ours), memo(theirs));
    // Of what both added, one side alone may have noted something.
    let is_added = before.is_none() && our.is_some() && their.is_some();
    if is_added && our != their && [&our, &their].iter().any(|side| side.as_deref() == Some("")) {
        before = Some(String::new());
    }
    let act = |now: &Option<String>| match (&before, now) {
        (None, _) => Act::Added,
        (_, None) => Act::Removed,
        _ => Act::Noted,
    };
    let done = |now: &Option<String>, side| Some(What::Done(act(now), side));
    let both = || match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some(ours.with(theirs)),
        (one, other) => one.or(other).cloned(),
    };
    if our == their {
        let what = (our != before).then(|| done(&our, Side::Both)).flatten();
        return (both(), what);
    }
    if our == before {
        let entry = if is_added { both() } else { theirs.cloned() };
        return (entry, done(&their, Side::Theirs));
    }
    if their == before {
        let entry = if is_added { both() } else { ours.cloned() };
        return (entry, done(&our, Side::Ours));
    }
    let reason = if our.is_some() && their.is_some() { Reason::Memo } else { Reason::Removed };
    (both(), Some(What::Conflict(reason)))
}

/// The key of a row: a coder's passage.
fn row_of(key: &Key) -> Key {
    Key { code: None, ..key.clone() }
}

/// Codes of a row, and its words.
type Codes<'a> = (BTreeSet<&'a str>, &'a str);

/// Codes by rows.
fn codes_of<'a>(entries: impl Iterator<Item = (&'a Key, &'a Entry)>) -> BTreeMap<Key, Codes<'a>> {
    let mut rows: BTreeMap<Key, Codes<'a>> = BTreeMap::new();
    for (key, entry) in entries {
        if let Some(code) = &key.code {
            rows.entry(row_of(key)).or_insert((BTreeSet::new(), &entry.quote)).0.insert(code);
        }
    }
    rows
}

fn listed(codes: &BTreeSet<&str>) -> String {
    codes.iter().copied().collect::<Vec<_>>().join("; ")
}

/// Rows whose codes both sides changed, in different ways.
fn rows(base: &Entries, ours: &Entries, theirs: &Entries) -> Vec<Line> {
    let [before, our, their] = [base, ours, theirs].map(|side| codes_of(side.iter()));
    let none = (BTreeSet::new(), "");
    let keys: BTreeSet<&Key> = before.keys().chain(our.keys()).chain(their.keys()).collect();
    let line = |key: &&Key| {
        let [before, our, their] =
            [&before, &our, &their].map(|side| side.get(*key).unwrap_or(&none));
        let is_conflict = our.0 != before.0 && their.0 != before.0 && our.0 != their.0;
        let quote = [before.1, our.1, their.1].into_iter().find(|quote| !quote.is_empty());
        is_conflict.then(|| Line {
            key: (*key).clone(),
            what: What::Conflict(Reason::Row),
            ours: listed(&our.0),
            theirs: listed(&their.0),
            quote: quote.unwrap_or_default().to_owned(),
        })
    };
    keys.iter().filter_map(line).collect()
}

/// Passages to which two coders gave different codes. That somebody gave none is no conflict: who
/// has not looked at a passage gave none either.
fn coders(kept: &BTreeMap<&Key, Entry>) -> Vec<Line> {
    let rows = codes_of(kept.iter().map(|(key, entry)| (*key, entry)));
    let mut places: BTreeMap<Key, Vec<(&Key, &Codes<'_>)>> = BTreeMap::new();
    for (key, codes) in &rows {
        let place = Key { coder: String::new(), ..key.clone() };
        places.entry(place).or_default().push((key, codes));
    }
    let mut lines = Vec::new();
    for around in places.into_values() {
        for (at, (key, (codes, quote))) in around.iter().enumerate() {
            for (other, (others, _)) in &around[at + 1..] {
                if codes != others {
                    lines.push(Line {
                        key: (*key).clone(),
                        what: What::Conflict(Reason::Coders),
                        ours: listed(codes),
                        theirs: format!("{}: {}", other.coder, listed(others)),
                        quote: (*quote).to_owned(),
                    });
                }
            }
        }
    }
    lines
}
