//! What changed in the words of a unit.

use std::hash::Hash;
use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::vocabulary::{Vocabulary, plain, tokens_of};

/// Product of two lengths above which lists are not compared one by one.
const MOST: usize = 100_000_000;

/// What became of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// It stands in both texts.
    Same,
    /// It stands in the old text only.
    Old,
    /// It stands in the new text only.
    New,
}

/// A stretch of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What became of it.
    pub op: Op,
    /// The words, with the space behind them; those of the new text where it stands in both.
    pub text: String,
    /// The words of the old text, where they stand in both and are not typed alike there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_text: Option<String>,
}

/// The difference of two texts in words and signs (Myers 1986). The pieces that are not new are the
/// old text, those that are not old the new one, but for spaces at their beginning.
///
/// What is the same between two changes but has no word of more than two letters belongs to the
/// change, since nobody reads single prepositions as kept.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let (left, right) = (tokens_of(old), tokens_of(new));
    let mut vocabulary = Vocabulary::default();
    let mut numbers = |text: &str, tokens: &[Range<usize>]| -> Vec<u32> {
        tokens.iter().map(|range| vocabulary.number(&plain(&text[range.clone()]))).collect()
    };
    let (a, b) = (numbers(old, &left), numbers(new, &right));
    let runs = runs(&a, &b);
    let tells = |run: &Run| right[run.new.clone()].iter().any(|range| is_word(&new[range.clone()]));
    let mut joined: Vec<Run> = Vec::new();
    let count = runs.len();
    for (place, mut run) in runs.into_iter().enumerate() {
        let is_between = place > 0 && place + 1 < count;
        run.is_same &= !is_between || tells(&run);
        match joined.last_mut().filter(|last| !last.is_same && !run.is_same) {
            Some(last) => (last.old.end, last.new.end) = (run.old.end, run.new.end),
            None => joined.push(run),
        }
    }
    let mut pieces = Vec::new();
    for run in &joined {
        let old_words = words(old, &left, &run.old);
        let new_words = words(new, &right, &run.new);
        if run.is_same {
            let old_text = (old_words != new_words).then(|| old_words.to_owned());
            pieces.push(Piece { op: Op::Same, text: new_words.to_owned(), old_text });
            continue;
        }
        let parts = [(Op::Old, old_words), (Op::New, new_words)];
        for (op, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            pieces.push(Piece { op, text: text.to_owned(), old_text: None });
        }
    }
    pieces
}

/// A stretch of two lists that is the same, or not.
pub(crate) struct Run {
    pub(crate) is_same: bool,
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// Where two lists are the same and where they are not, by turns (Myers 1986). Lists that are too
/// long for that are replaced as a whole.
pub(crate) fn runs<T: Hash + Ord>(old: &[T], new: &[T]) -> Vec<Run> {
    if old.len().saturating_mul(new.len()) > MOST && old != new {
        return vec![Run { is_same: false, old: 0..old.len(), new: 0..new.len() }];
    }
    let mut runs: Vec<Run> = Vec::new();
    // Of an operation that only takes away or only puts in, the place in the other list is not
    // always the one that was reached, so places are counted.
    let (mut old_at, mut new_at) = (0, 0);
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (_, from, to) = op.as_tag_tuple();
        let is_same = matches!(op, DiffOp::Equal { .. });
        let from = old_at..old_at + from.len();
        let to = new_at..new_at + to.len();
        (old_at, new_at) = (from.end, to.end);
        match runs.last_mut().filter(|last| last.is_same == is_same) {
            Some(last) => (last.old.end, last.new.end) = (from.end, to.end),
            None => runs.push(Run { is_same, old: from, new: to }),
        }
    }
    runs
}

fn is_word(token: &str) -> bool {
    token.chars().filter(|letter| letter.is_alphanumeric()).count() > 2
}

/// The words of some tokens with the spaces behind them.
fn words<'a>(text: &'a str, tokens: &[Range<usize>], range: &Range<usize>) -> &'a str {
    if range.is_empty() {
        return "";
    }
    let end = tokens.get(range.end).map_or(text.len(), |next| next.start);
    &text[tokens[range.start].start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_is_shown_between_kept_ones() {
        let found = difference("Статус оралмана даёт орган.", "Статус кандаса даёт орган.");
        let shown: Vec<_> = found.iter().map(|piece| (piece.op, piece.text.as_str())).collect();
        let expected = [
            (Op::Same, "Статус "),
            (Op::Old, "оралмана "),
            (Op::New, "кандаса "),
            (Op::Same, "даёт орган."),
        ];
        assert_eq!(shown, expected);
        assert_eq!(difference("", ""), []);
        assert_eq!(difference("а", "")[0].op, Op::Old);
        assert_eq!(difference("Закон – «право»", "закон - \"право\"").len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn pieces_are_both_texts(old in "[абв ,«–\n-]{0,60}", new in "[абвА ,\"-]{0,60}") {
            let pieces = difference(&old, &new);
            let of_old = |piece: &Piece| piece.old_text.as_ref().unwrap_or(&piece.text).clone();
            let is = |left: Op| pieces.iter().filter(move |piece| piece.op != left);
            proptest::prop_assert_eq!(is(Op::New).map(of_old).collect::<String>(), old.trim_start());
            let of_new = is(Op::Old).map(|piece| piece.text.as_str()).collect::<String>();
            proptest::prop_assert_eq!(of_new, new.trim_start());
        }
    }
}
