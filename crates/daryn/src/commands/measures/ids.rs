//! Ids of accepted proposals as measures of a study.
//!
//! `{document}.m{start}` is the id of a measure of the first text of a document. Places of two texts
//! can be the same number, so a measure whose id is that of another text's has its language behind
//! it, and where that is taken, too, the digest of its text. What was given once is kept beside the
//! proposal and never given anew.
//!
//! A proposal is a measure that the study has already only where it is of the same bytes, or where
//! its words are those of that measure: at the place where a measure stood, a changed text may say
//! something else.

use std::collections::BTreeMap;

use super::proposals::Proposal;

/// A measure in the table of a study: its words by language, and its locator.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) words: BTreeMap<String, String>,
    pub(super) locator: String,
}

/// Ids that are in use.
pub(super) struct Ids {
    /// Measures of the study.
    pub(super) table: BTreeMap<String, Row>,
    /// Which proposal has an id.
    claimed: BTreeMap<String, usize>,
}

/// Where a proposal stands in its text, as [locators](super::confirm) end.
pub(super) fn place(proposal: &Proposal) -> String {
    let [passage, start, end] = ["passage", "start", "end"].map(|it| proposal.get(it));
    format!("({passage}, {start}-{end})")
}

impl Ids {
    /// Ids of a study, with those that accepted proposals have. Measures that were added before ids
    /// were kept beside proposals are known again by their words: first at their locator, where a
    /// coder may have written more of them, then where they began, then anywhere in the document.
    pub(super) fn new(table: BTreeMap<String, Row>, rows: &mut [Proposal]) -> Ids {
        let mut claimed = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|it| !it.1.get("measure").is_empty()) {
            claimed.entry(row.get("measure").to_owned()).or_insert(at);
        }
        let mut ids = Ids { table, claimed };
        for find in [Ids::at_its_locator, Ids::at_its_place, Ids::anywhere] {
            for at in 0..rows.len() {
                if !rows[at].is_accepted() || !rows[at].get("measure").is_empty() {
                    continue;
                }
                if let Some(id) = find(&ids, &rows[at], rows) {
                    ids.take(id, at, rows);
                }
            }
        }
        ids
    }

    /// The measure that nobody has claimed whose locator is that of a proposal, with its words.
    fn at_its_locator(&self, own: &Proposal, _: &[Proposal]) -> Option<String> {
        candidates(own).into_iter().find(|id| {
            let row = self.table.get(id).filter(|_| !self.claimed.contains_key(id));
            row.is_some_and(|row| row.locator.contains(&place(own)) && has_words(row, own))
        })
    }

    /// The measure that began at the place of a proposal and says the same.
    fn at_its_place(&self, own: &Proposal, rows: &[Proposal]) -> Option<String> {
        candidates(own).into_iter().find(|id| {
            let Some(row) = self.table.get(id) else { return false };
            match self.claimed.get(id).map(|other| &rows[*other]) {
                Some(other) => says_the_same(other, own) && is_of_one_text(other, own),
                None => row.says(own),
            }
        })
    }

    /// A measure of the document that says the same in this language: its text was changed elsewhere,
    /// so that it begins at another place now. What another proposal of the same bytes is, is not it.
    fn anywhere(&self, own: &Proposal, rows: &[Proposal]) -> Option<String> {
        let begin = format!("{}.m", own.get("document"));
        let same = self.table.range(begin.clone()..).take_while(|(id, _)| id.starts_with(&begin));
        let is_free = |id: &str| match self.claimed.get(id).map(|other| &rows[*other]) {
            Some(other) => {
                let is_said_alike = other.get("language") != own.get("language")
                    || other.get("polarity") == own.get("polarity");
                is_said_alike && other.get("sha256") != own.get("sha256")
            }
            None => true,
        };
        let is_taken = |id: &str| {
            let of_own = rows.iter().filter(|it| it.get("sha256") == own.get("sha256"));
            of_own.into_iter().any(|it| it.get("measure") == id)
        };
        let mut same = same.filter(|(id, row)| row.says(own) && is_free(id) && !is_taken(id));
        same.next().map(|(id, _)| id.clone())
    }

    /// Gives an id to a proposal.
    pub(super) fn take(&mut self, id: String, at: usize, rows: &mut [Proposal]) {
        rows[at].set("measure", &id);
        self.claimed.entry(id).or_insert(at);
    }

    /// An id that nothing else has.
    pub(super) fn fresh(&self, proposal: &Proposal) -> String {
        let is_free = |id: &String| !self.table.contains_key(id) && !self.claimed.contains_key(id);
        let ids = candidates(proposal);
        let last = ids[ids.len() - 1].clone();
        let numbered = (2_usize..).map(|number| format!("{last}-{number}"));
        let id = ids.into_iter().chain(numbered).find(is_free);
        id.unwrap_or(last)
    }

    /// The measure of the study that began at the place of a proposal with other words: one of the
    /// same text, or one of the same language of which no text is known.
    pub(super) fn before(&self, proposal: &Proposal, rows: &[Proposal]) -> Option<String> {
        let is_other = |id: &String| match (self.claimed.get(id), self.table.get(id)) {
            (Some(other), Some(_)) => is_of_one_text(&rows[*other], proposal),
            (None, Some(row)) => row.words.contains_key(proposal.get("language")),
            (_, None) => false,
        };
        candidates(proposal).into_iter().find(is_other)
    }
}

/// Ids that a proposal may have, the best one first.
fn candidates(proposal: &Proposal) -> [String; 4] {
    let [document, start, language, sha256] =
        ["document", "start", "language", "sha256"].map(|it| proposal.get(it));
    let plain = format!("{document}.m{start}");
    let short: String = sha256.chars().take(8).collect();
    [
        plain.clone(),
        format!("{plain}.{language}"),
        format!("{plain}.{language}-{short}"),
        format!("{plain}.{language}-{sha256}"),
    ]
}

/// Whether two proposals are of one text, perhaps before and after a change of it.
fn is_of_one_text(one: &Proposal, other: &Proposal) -> bool {
    let [own, its] = [one, other].map(|it| it.get("file"));
    match own.is_empty() || its.is_empty() {
        // A file that is not known is one of an earlier text.
        true => one.get("language") == other.get("language"),
        false => own == its || one.get("sha256") == other.get("sha256"),
    }
}

/// Whether two proposals at one place are one measure: of the same bytes, or in the same words.
fn says_the_same(one: &Proposal, other: &Proposal) -> bool {
    let is_same_words = plain(one.get("text")) == plain(other.get("text"));
    one.get("sha256") == other.get("sha256")
        || is_same_words && one.get("polarity") == other.get("polarity")
}

impl Row {
    /// Whether a measure has the words of a proposal in its language, and no others.
    pub(super) fn says(&self, proposal: &Proposal) -> bool {
        let words = plain(proposal.get("text"));
        let kept = self.words.get(proposal.get("language"));
        !words.trim().is_empty() && kept.is_some_and(|it| plain(it) == words)
    }

    /// Whether a measure has other words than a proposal in its language.
    pub(super) fn says_something_else(&self, proposal: &Proposal) -> bool {
        self.words.contains_key(proposal.get("language")) && !self.says(proposal)
    }
}

/// Whether the words of a proposal stand in those that a measure has in its language, or end with
/// them: what covers a row of a plan was not told before it in earlier versions. A piece may be the
/// contrary of a whole («не допускается»), so that this is asked at one place only.
fn has_words(row: &Row, proposal: &Proposal) -> bool {
    let words = plain(proposal.get("text"));
    let kept = row.words.get(proposal.get("language")).map(|it| plain(it));
    let is_some = |it: &str| !it.trim().is_empty();
    let is_it = |it: &String| is_some(it) && (it.contains(&words) || words.ends_with(it));
    is_some(&words) && kept.as_ref().is_some_and(is_it)
}

/// Words between single spaces without case and signs: a coder may have set a comma. Signs before a
/// digit stay: «-5» is not «5», nor «1,5» «1/5».
fn plain(words: &str) -> String {
    let mut told = String::from(" ");
    let mut letters = words.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        let is_before_digit = letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            _ if letter.is_alphanumeric() => told.push(letter),
            '-' | '\u{2212}' if is_before_digit => told.push('-'),
            ',' | '.' | '/' if is_before_digit => told.push(letter),
            _ if !told.ends_with(' ') => told.push(' '),
            _ => {}
        }
    }
    if !told.ends_with(' ') {
        told.push(' ');
    }
    told
}
