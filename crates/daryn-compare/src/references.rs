//! How often sections of a text point to other sections of it: a count, no sentence.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use daryn_read::{Document, Kind};
use regex::Regex;

/// «статьей 6-1», «статьями 5, 7 и 9», "articles 5 and 7".
static BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"(?i)\b(?P<word>стать\p{L}*|пункт\p{L}*|articles?|sections?|paragraphs?)";
    let list = r"(?P<list>\d+(?:-\d+)*(?:\s*(?:,|и|или|and|or|–)\s*\d+(?:-\d+)*\b)*)";
    Regex::new(&format!(r"{word}\s+{list}(?P<rest>[^.;]{{0,40}})")).ok()
});

/// «6-1-баптың», «5 және 7-баптарда».
static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let list = r"(?P<list>\d+(?:-\d+)*(?:\s*(?:,|және|немесе|–)\s*\d+(?:-\d+)*)*)";
    let word = r"(?P<word>ба[бп]\p{L}*|тарма[қғ]\p{L}*)";
    Regex::new(&format!(r"(?i)(?P<rest>[^.;]{{0,40}}?)\b{list}-{word}")).ok()
});

/// Words of an act, in any case.
const ACTS: [&str; 9] =
    ["закон", "кодекс", "конституц", "указ", "заң", "конституция", "constitution", "code", "law"];

/// «настоящего Закона», «осы Заңның», "of this Law".
const OWN: [&str; 3] = ["настоящ", "осы", "this"];

/// References from one section of a document to another one of it. Sections are articles, or
/// points where there are no articles. A number counts where it stands beside the word for a
/// section, is the number of another section of the document, and no other act is named beside it;
/// a number that is named twice in one passage counts once. What names a section without its number
/// is not seen.
pub(crate) fn references(document: &Document) -> usize {
    let passages = &document.passages;
    let articles = passages.iter().any(|passage| passage.kind == Kind::Article);
    let kind = if articles { Kind::Article } else { Kind::Point };
    let is_word = |word: &str| {
        let word = word.to_lowercase();
        let of_articles = ["стать", "ба", "article", "section"];
        let of_points = ["пункт", "тарма", "paragraph"];
        let own: &[&str] = if articles { &of_articles } else { &of_points };
        own.iter().any(|begin| word.starts_with(begin))
    };
    // Points are those outside of other points: an article has points of its own.
    let labels: BTreeSet<&str> = passages
        .iter()
        .filter(|passage| passage.kind == kind)
        .filter_map(|passage| passage.label.as_deref())
        .collect();
    let mut count = 0;
    for leaf in document.leaves() {
        if document.is_apart(leaf) || passages[leaf].kind == Kind::Heading {
            continue;
        }
        let mut own = None;
        let mut at = Some(leaf);
        while let Some(place) = at {
            if passages[place].kind == kind {
                own = passages[place].label.as_deref();
            }
            at = passages[place].parent;
        }
        let words = document.words(&passages[leaf]);
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for pattern in [&BEFORE, &BEHIND] {
            let Some(pattern) = pattern.as_ref() else { continue };
            for found in pattern.captures_iter(words) {
                if is_word(&found["word"]) && !is_of_another_act(&found["rest"]) {
                    let list = found.name("list").map_or("", |list| list.as_str());
                    named.extend(numbers(list).into_iter().filter(|it| labels.contains(it)));
                }
            }
        }
        count += named.into_iter().filter(|label| Some(*label) != own).count();
    }
    count
}

/// Numbers of a list, with what stands behind a dash: `6-1`.
fn numbers(list: &str) -> Vec<&str> {
    let parts = list.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
    parts.filter(|part| part.starts_with(|sign: char| sign.is_ascii_digit())).collect()
}

/// Whether words beside a number name an act that is not this one.
fn is_of_another_act(rest: &str) -> bool {
    let rest = rest.to_lowercase();
    let mut words = rest.split(|sign: char| !sign.is_alphabetic()).filter(|it| !it.is_empty());
    let begins = |word: &str, list: &[&str]| list.iter().any(|it| word.starts_with(it));
    !rest.split(' ').any(|word| begins(word, &OWN)) && words.any(|word| begins(word, &ACTS))
}

#[cfg(test)]
mod tests {
    use daryn_read::read;

    use super::*;

    #[test]
    fn references_to_other_sections_of_the_same_text_are_counted() {
        let of = |text: &str| references(&read(text.as_bytes(), "a.md"));
        let law = |words: &str| {
            format!(
                "### Статья 5. Дом\n\n{words}\n\n### Статья 6-1. Сад\n\nСад.\n\n### Статья 7. Лес\n\nЛес.\n"
            )
        };
        assert_eq!(of(&law("Дом стоит.")), 0);
        assert_eq!(of(&law("Дом по статье 6-1 настоящего Закона стоит.")), 1);
        assert_eq!(of(&law("Дом по статьям 6-1 и 7 стоит, согласно статье 7.")), 2);
        // Its own number, one that is not there, another act.
        assert_eq!(of(&law("Дом по статье 5 и статье 99 стоит.")), 0);
        assert_eq!(of(&law("Дом по статье 7 Налогового кодекса стоит.")), 0);
    }

    #[test]
    fn kazakh_references_are_counted() {
        let of = |words: &str| {
            let text = format!("### 5-бап. Үй\n\n{words}\n\n### 6-1-бап. Бақ\n\nБақ бар.\n");
            references(&read(text.as_bytes(), "a.md"))
        };
        assert_eq!(of("Үй осы Заңның 6-1-бабына сәйкес тұр."), 1);
        assert_eq!(of("Үй Салық кодексінің 6-1-бабына сәйкес тұр."), 0);
        assert_eq!(of("Үй тұр."), 0);
    }
}
