//! Rules for English, the few that are cheap: «the Ministry shall …» and cells of action plans.

use std::ops::Range;

use daryn_text::Language;

use crate::deontic::{self, Polarity};
use crate::draft::{Around, Draft, shifted};
use crate::measure::Rule;
use crate::names::who;
use crate::word::{Sort, Token, cover, tokens};
use crate::{money, time};

/// Words that end a phrase.
const STOPS: &[&str] = &[
    "by", "within", "in", "at", "for", "from", "to", "with", "through", "under", "until", "if",
    "when", "which", "who", "that", "annually", "before", "after", "shall", "must", "may", "no",
];

/// Measures of a sentence: none or one.
pub(crate) fn measures(around: &Around<'_>) -> Option<Draft> {
    let words = around.words();
    let shift = around.sentence.start;
    let found = deontic::find(words, Language::En).into_iter().next()?;
    let tokens = tokens(around.text, around.sentence.clone());
    let verb = tokens.iter().position(|it| it.range.start >= shift + found.range.end)?;
    let is_verb = tokens[verb].sort == Sort::Word
        && !matches!(tokens[verb].lower.as_str(), "be" | "have" | "mean");
    is_verb.then_some(())?;
    let mut draft = Draft::new(Rule::Deontic, found.polarity);
    draft.deontic = Some(shifted(found.range.clone(), shift));
    draft.action = Some(shift + found.range.start..tokens[verb].range.end);
    draft.object = phrase(&tokens, verb + 1);
    let before: Vec<&Token<'_>> =
        tokens.iter().filter(|it| it.range.end <= shift + found.range.start).collect();
    let head = before.iter().rposition(|it| it.sort == Sort::Mark).map_or(0, |at| at + 1);
    if before.iter().skip(head).any(|it| who(it, Language::En).is_some()) {
        draft.actor = Some(before[head].range.start..before[before.len() - 1].range.end);
    }
    parts(&mut draft, words, shift);
    Some(draft)
}

/// An action out of a cell of an action plan: its first word.
pub(crate) fn of_action_cell(text: &str, cell: Range<usize>) -> Option<Draft> {
    let tokens = tokens(text, cell.clone());
    let first = tokens.iter().position(|it| it.sort == Sort::Word)?;
    let mut draft = Draft::new(Rule::Row, Polarity::Plan);
    draft.action = cover(&tokens[first..=first]);
    let behind = first + 1 + usize::from(tokens.get(first + 1).is_some_and(|it| it.lower == "of"));
    draft.object = phrase(&tokens, behind);
    parts(&mut draft, &text[cell.clone()], cell.start);
    Some(draft)
}

fn phrase(tokens: &[Token<'_>], from: usize) -> Option<Range<usize>> {
    let rest = tokens.get(from..)?;
    let length = rest.iter().take_while(|it| it.sort == Sort::Word && !it.is_any(STOPS)).count();
    cover(&rest[..length])
}

fn parts(draft: &mut Draft, words: &str, shift: usize) {
    let times = time::joined(words, &time::find(words, Language::En));
    draft.deadline = times.into_iter().next().map(|it| (shifted(it.range, shift), it.when));
    draft.money = money::first(words, Language::En).map(|it| (shifted(it.range, shift), it.money));
}
