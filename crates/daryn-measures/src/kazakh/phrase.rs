//! Kazakh phrases: where they begin; times, money and brackets of a sentence.

use std::ops::Range;

use daryn_text::Language;

use super::grammar::{
    Case, case, is_conjunction, is_finite, is_link, is_nominative_name, is_participle,
    is_postposition, is_verbal, is_verbal_noun,
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
    open.collect()
}

pub(super) fn times(around: &Around<'_>, _tokens: &[Token<'_>]) -> Vec<(Range<usize>, When)> {
    let words = around.words();
    let found = time::joined(words, &time::find(words, Language::Kk));
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
        !lasts && !bare && !in_brackets && !attribute
    });
    kept.map(|one| (shifted(one.range, around.sentence.start), one.when)).collect()
}

/// Where the name with this head begins: attributes and genitives before it.
pub(super) fn begin(tokens: &[Token<'_>], head: usize) -> usize {
    let mut start = head;
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
            && !matches!(word, "осы" | "егер" | "сондай-ақ" | "оның" | "туралы" | "ішінде")
            || before.is_any(&["көшіп", "жоқ"])
            || before.is(",") && is_list_of_genitives(tokens, start - 1, head);
        // A name in the nominative is a phrase of its own unless its possessive follows.
        let is_other =
            belongs && who(before, Language::Kk).is_some() && is_nominative_name(before) && {
                // Genitives before the head are its own: what stands before them is the subject.
                let is_genitive = |it: &Token<'_>| case(it) == Case::Genitive;
                let has_own =
                    !is_genitive(&tokens[start]) && tokens[start..head].iter().any(is_genitive);
                let head = tokens[head].lower.as_str();
                has_own
                    || !(head.ends_with('ы')
                        || head.ends_with('і')
                        || head.ends_with("лері")
                        || head.ends_with("лары")
                        || head.ends_with("ның")
                        || head.ends_with("нің"))
            };
        if !belongs || is_other {
            break;
        }
        start -= 1;
    }
    start
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
        if in_time(start - 1)
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
