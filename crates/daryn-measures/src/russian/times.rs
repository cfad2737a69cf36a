//! Which times of a Russian sentence may be deadlines.

use std::ops::Range;

use daryn_text::Language;

use super::clause::Place;
use super::grammar::{Case, Class, case, class, is_plural_subject};
use super::phrase::{Reach, end};
use crate::draft::{Around, Genre, shifted};
use crate::time::{self, Kind, When};
use crate::word::Token;

/// Times that may be deadlines, as bytes of the text: not in participial clauses and conditions,
/// not in brackets or names, not dates of acts, not how long something lasts.
pub(super) fn times(
    around: &Around<'_>,
    tokens: &[Token<'_>],
    places: &[Place],
) -> Vec<(Range<usize>, When)> {
    let words = around.words();
    let found = time::joined(words, &time::find(words, Language::Ru));
    let mut kept = Vec::new();
    for one in found {
        let before = words[..one.range.start].trim_end();
        let behind = words[one.range.end..].trim_start();
        let last = before.rsplit(char::is_whitespace).next().unwrap_or("").to_lowercase();
        let last = last.as_str();
        let printed = words[one.range.clone()].to_lowercase();
        let is_of_act =
            matches!(last, "от" | "за" | "сроком" | "срок" | "на" | "с" | "уровню" | "уровня")
                && one.when.kind != Kind::Recurring
                || last == "№"
                || printed.starts_with("в течение последних");
        let in_quotes = before.matches('«').count() > before.matches('»').count();
        // «в случаях …»: what stands before the verb of the sentence belongs to the case.
        let lower = before.to_lowercase();
        let in_case = ["в случае ", "в случаях "].iter().any(|head| {
            lower.rfind(head).is_some_and(|start| {
                let from = around.sentence.start + start;
                let to = around.sentence.start + one.range.start;
                !tokens.iter().any(|it| {
                    it.range.start >= from
                        && it.range.end <= to
                        && (matches!(class(it), Class::Finite | Class::Infinitive)
                            // Its subject has come, too.
                            || crate::names::who(it, Language::Ru).is_some()
                                && it.lower != "казахстан"
                                && (case(&it.lower) == Case::Nominative
                                    || is_plural_subject(&it.lower)))
                })
            })
        });
        // For what somebody answers.
        let liable = lower.contains("ответственность за ");
        if liable || in_case && matches!(one.when.kind, Kind::Term | Kind::Set | Kind::Event) {
            continue;
        }
        let is_of_plan = (before.to_lowercase().contains("в соответствии с")
            || before.to_lowercase().contains("концепци"))
            && !before.contains(',')
            && around.genre == Genre::Programme;
        if is_of_act || in_quotes || is_of_plan || behind.starts_with("года №") {
            continue;
        }
        let mut range = shifted(one.range.clone(), around.sentence.start);
        let at = tokens.iter().position(|it| it.range.start >= range.start);
        let Some(at) = at else { continue };
        if !matches!(places[at], Place::Main | Place::Relative) {
            continue;
        }
        // Without a preposition a year or a day is a date of something else.
        let bare =
            one.when.kind == Kind::Date && printed.starts_with(|it: char| it.is_ascii_digit());
        if bare && around.genre == Genre::Act {
            continue;
        }
        let is_run = printed.split_once(", ").is_some_and(|(_, behind)| {
            !["установлен", "определ", "предусмотрен", "указан"]
                .iter()
                .any(|it| behind.starts_with(it))
        });
        if matches!(one.when.kind, Kind::Event | Kind::Set) && printed.contains(' ') && !is_run {
            range.end = event_end(tokens, places, at, &range);
        }
        kept.push((range, one.when));
    }
    kept
}

/// Where the noun phrase of an event ends.
fn event_end(tokens: &[Token<'_>], places: &[Place], at: usize, range: &Range<usize>) -> usize {
    // Behind the preposition, which may be two words: «не позднее», «в течение».
    let mut start = at + 1;
    while tokens.get(start).is_some_and(|it| it.is_any(&["позднее", "течение", "период"]))
    {
        start += 1;
    }
    if tokens.get(start).is_none_or(|it| it.range.start >= range.end) {
        return range.end;
    }
    let last = end(tokens, places, start, Reach::Plain);
    let stop = tokens[start..last.max(start + 1)]
        .iter()
        .position(|it| {
            crate::names::who(it, Language::Ru).is_some() && case(&it.lower) == Case::Nominative
        })
        .map_or(last, |it| start + it);
    tokens[..stop.max(start + 1)]
        .last()
        .map_or(range.end, |it| it.range.end.min(range.end.max(it.range.end)))
}
