//! Kazakh phrases: where they begin; times, money and brackets of a sentence.

use std::ops::Range;

use daryn_text::Language;

use super::grammar::{
    Case, case, is_bare_plural, is_conditional, is_conjunction, is_finite, is_link,
    is_nominative_name, is_participle, is_passive_participle, is_possessed, is_postposition,
    is_verbal, is_verbal_dative, is_verbal_noun,
};
use crate::draft::{Around, Genre, shifted};
use crate::money;
use crate::names::{Who, who};
use crate::time::{self, Kind, When};
use crate::word::{Sort, Token};

pub(super) fn sums(around: &Around<'_>) -> Vec<Range<usize>> {
    let found = money::find(around.words(), Language::Kk).into_iter();
    found.map(|one| shifted(one.range, around.sentence.start)).collect()
}

pub(super) fn depths(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut depth = 0usize;
    let open = tokens.iter().map(|token| {
        if token.is("(") {
            depth += 1;
        }
        let now = depth;
        if token.is(")") {
            depth = depth.saturating_sub(1);
        }
        now
    });
    let mut open: Vec<usize> = open.collect();
    // A clause with «егер» stands outside, too, to the comma behind its conditional.
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].lower != "егер" {
            at += 1;
            continue;
        }
        let ends = |it: &usize| {
            is_conditional(&tokens[*it].lower)
                && tokens.get(*it + 1).is_none_or(|it| !it.is_word() || it.lower == "онда")
        };
        let last = (at..tokens.len()).find(ends).unwrap_or(tokens.len() - 1);
        open[at..=last].iter_mut().for_each(|it| *it += 1);
        at = last + 1;
    }
    open
}

pub(super) fn times(around: &Around<'_>, tokens: &[Token<'_>]) -> Vec<(Range<usize>, When)> {
    let words = around.words();
    let found = time::joined(words, &time::find(words, Language::Kk));
    let depth = depths(tokens);
    let is_outside = |at: usize| {
        let place = tokens.iter().position(|it| it.range.start >= at + around.sentence.start);
        place.is_some_and(|it| depth[it] > 0)
    };
    let kept = found.into_iter().filter(|one| {
        let printed = words[one.range.clone()].to_lowercase();
        let behind = words[one.range.end..].trim_start().to_lowercase();
        let next = behind.split_whitespace().next().unwrap_or("");
        // How long: «мерзімге»; «үш жылдан аспайтын»; of which year: «2011 жылғы».
        let lasts = behind.starts_with("мерзімге")
            || printed.ends_with("мерзімге")
            || next.starts_with("аспайтын");
        let bare = one.when.kind == Kind::Date
            && !["дейін", "қарай", "бастап", "кешіктірмей"].iter().any(|it| printed.ends_with(it))
            && around.genre == Genre::Act;
        let in_brackets = words[..one.range.start].matches('(').count()
            > words[..one.range.start].matches(')').count();
        // Within a participial clause: «он күн ішінде берген адам».
        let attribute =
            is_participle(next.trim_end_matches([',', '.', ';'])) && one.when.kind != Kind::Set;
        // «… ресімдемегені үшін … жауаптылықта болады»: for what somebody answers.
        let liable = behind.contains("жауап")
            && (behind.contains("гені үшін") || behind.contains("ғаны үшін"));
        !liable
            && !lasts
            && !bare
            && !in_brackets
            && !attribute
            && !in_condition(&behind)
            && !is_outside(one.range.start)
    });
    kept.map(|one| (shifted(one.range, around.sentence.start), one.when)).collect()
}

/// Whether what follows a time, to the next comma, says in which case: «… көшіп-қонған жағдайда».
fn in_condition(behind: &str) -> bool {
    let clause = behind.split([',', ';', ':']).next().unwrap_or("");
    let words: Vec<&str> = clause.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        ["жағдайда", "жағдайларда", "кезде", "болса"].contains(word)
            && (*word == "болса" || at > 0 && is_participle(words[at - 1]))
    })
}

/// Where the name with this head begins: attributes and genitives before it.
pub(super) fn begin(tokens: &[Token<'_>], head: usize) -> usize {
    let head_at = head;
    let mut start = head;
    // The name of a country has no more attributes: «көшіп келушілердің | Қазақстан Республикасында».
    if tokens[head].lower.starts_with("республика") {
        let named = head.checked_sub(1).filter(|it| is_capital(&tokens[*it]));
        return named.unwrap_or(head);
    }
    let is_person = who(&tokens[head], Language::Kk) == Some(Who::People);
    while start > 0 {
        let before = &tokens[start - 1];
        let word = before.lower.as_str();
        let belongs = before.sort == Sort::Word
            && !is_participle(word)
            && !is_finite(word)
            && !is_conjunction(word)
            && !is_postposition(word)
            && matches!(case(before), Case::Bare | Case::Genitive)
            && !word.ends_with("ып")
            && !word.ends_with("іп")
            // «сарапшылар кеңесі», but «есептер | комиссия мүшелері»
            && (!is_bare_plural(word) || start == head && is_possessed(&tokens[head].lower))
            && !matches!(word, "осы" | "егер" | "сондай-ақ" | "оның" | "туралы" | "ішінде")
            || before.is_any(&["көшіп", "жоқ"])
            || word.ends_with("-көшіп")
            || before.is(",") && is_list_of_genitives(tokens, start - 1, head)
            // «Ғылым және жоғары білім министрлігі»
            || is_conjunction(word)
                && start < head
                && start >= 2
                && is_capital(&tokens[start - 2])
                && who(&tokens[start - 2], Language::Kk).is_none()
                && who(&tokens[head], Language::Kk) == Some(Who::Body);
        // A name in the nominative is a phrase of its own unless its possessive follows.
        let is_other = belongs
            && who(before, Language::Kk).is_some()
            && !word.ends_with("-көшіп")
            && is_nominative_name(before)
            && {
                // Genitives before the head are its own: what stands before them is the subject.
                let is_genitive = |it: &Token<'_>| case(it) == Case::Genitive;
                let has_own =
                    !is_genitive(&tokens[start]) && tokens[start..head].iter().any(is_genitive);
                let head = tokens[head].lower.as_str();
                // Only a country goes before the rest of a name: «Қазақстан Республикасы Ішкі істер
                // министрлігі», but «органдары | қабылдаушы ұйым».
                let is_far = start < head_at && !word.starts_with("республика");
                has_own || is_far || !is_possessed(head)
            };
        // «мәртебесі бар адамдар»: a clause; «бірінші кезектегіден басқа адам»: another one.
        let describes = word == "бар" && start == head_at
            || is_person && ["дағы", "дегі", "тағы", "тегі"].iter().any(|it| word.ends_with(it))
            || word == "басқа" && start >= 2 && case(&tokens[start - 2]) == Case::Ablative;
        if !belongs || is_other || describes {
            break;
        }
        start -= 1;
    }
    start
}

fn is_capital(token: &Token<'_>) -> bool {
    token.text.starts_with(char::is_uppercase)
}

/// Whether a comma stands between genitives of one head: «қалалардың, астананың органдары».
fn is_list_of_genitives(tokens: &[Token<'_>], comma: usize, head: usize) -> bool {
    let before = comma.checked_sub(1).map(|at| &tokens[at]);
    before.is_some_and(|it| case(it) == Case::Genitive)
        && tokens[comma..head].iter().any(|it| case(it) == Case::Genitive)
}

/// Whether a comma stands between members of one object: verbal nouns before the last one, nouns
/// in one case, genitives of one head.
fn is_list(tokens: &[Token<'_>], comma: usize, head: usize) -> bool {
    let Some(before) = comma.checked_sub(1).map(|at| &tokens[at]) else { return false };
    let is_possessed = |it: &Token<'_>| {
        case(it) == Case::Bare && (it.lower.ends_with('ы') || it.lower.ends_with('і'))
    };
    is_verbal_noun(&before.lower) && tokens[comma..=head].iter().any(|it| is_verbal_noun(&it.lower))
        || case(before) == Case::Accusative && case(&tokens[head]) == Case::Accusative
        || is_possessed(before) && is_possessed(&tokens[head])
        || is_list_of_genitives(tokens, comma, head)
}

/// Where an object begins: as a name, and behind «туралы», «жөніндегі» what they are about.
pub(super) fn begin_object(
    tokens: &[Token<'_>],
    head: usize,
    in_time: &dyn Fn(usize) -> bool,
) -> usize {
    let mut start = head;
    while start > 0 {
        let before = &tokens[start - 1];
        let word = before.lower.as_str();
        let listed = before.is(",") && is_list(tokens, start - 1, head)
            // «…, сондай-ақ»
            || is_conjunction(word) && start >= 2 && tokens[start - 2].is(",")
                && is_list(tokens, start - 2, head);
        // «қызметтердің кепілдік берілген көлемін»: a passive participle behind the genitive of the head.
        if is_passive_participle(word) && start >= 2 {
            let genitive = |back: usize| {
                start.checked_sub(back).is_some_and(|at| case(&tokens[at]) == Case::Genitive)
            };
            let width = [2, 3].into_iter().find(|back| genitive(*back));
            if let Some(back) = width
                && (back == 2
                    || case(&tokens[start - 2]) == Case::Bare && tokens[start - 2].is_word())
            {
                start -= back;
                continue;
            }
        }
        if in_time(start - 1)
            || ["інсіз", "ынсыз"].iter().any(|it| word.ends_with(it))
            || before.sort == Sort::Mark && !listed && !matches!(before.text, "«" | "»" | "\"")
            || is_finite(word)
            || is_participle(word)
        {
            break;
        }
        let linked = is_link(word);
        let joins = is_conjunction(word) && start >= 2 && {
            let (one, other) = (case(&tokens[start - 2]), case(&tokens[start]));
            one == other || one == Case::Bare || case(&tokens[head]) == one
        };
        let nominative_actor = !tokens[start].is("»")
            && who(before, Language::Kk) == Some(Who::Body)
            && is_nominative_name(before)
            && !tokens[start].lower.ends_with('ы')
            && !tokens[start].lower.ends_with('і');
        let belongs = matches!(case(before), Case::Bare | Case::Genitive)
            && !is_postposition(word)
            && !is_conjunction(word)
            || case(before) == Case::Accusative
                && case(&tokens[head]) == Case::Accusative
                && is_conjunction(&tokens[start].lower)
            // Complements of a verbal noun: «өздеріне қабылдау», «елде болу мерзімі».
            || matches!(case(before), Case::Dative | Case::Ablative | Case::Locative)
                && is_verbal(&tokens[start].lower)
                // An addressee is none: «жұмыскерлерге | келуге визаларды».
                && !(case(before) == Case::Dative
                    && who(before, Language::Kk).is_some()
                    && is_verbal_dative(&tokens[start].lower))
            // Its object, also before another complement: «кетуін есепке алудың».
            || case(before) == Case::Accusative
                && (is_verbal(&tokens[start].lower)
                    || case(&tokens[start]) == Case::Dative
                        && tokens.get(start + 1).is_some_and(|it| is_verbal(&it.lower)))
            || case(before) == Case::Dative && tokens[start].lower == "арналған"
            // «қарауына бастама»
            || case(before) == Case::Dative && start == head && is_verbal(word);
        if nominative_actor || !(linked || listed || joins || belongs) {
            break;
        }
        start -= 1;
    }
    start
}
