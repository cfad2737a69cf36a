//! Provisions that were repealed and whose number still stands: a title with an editor's note, or
//! words that only say so.

use daryn_read::{Document, Kind};

/// Words before a number or behind it that are no words of the provision.
const NAMES: [&str; 13] = [
    "статья",
    "пункт",
    "подпункт",
    "часть",
    "глава",
    "сноска",
    "бап",
    "тармақ",
    "тармақша",
    "бөлік",
    "ескерту",
    "article",
    "section",
];

/// Words of an act by which something was repealed.
const ACTS: [&str; 9] =
    ["закон", "кодекс", "указ", "постановлен", "приказ", "заң", "жарлы", "қаулы", "бұйры"];

/// How far behind the word of a repeal the act stands.
const NEAR: usize = 9;

/// For each passage whether it is a repealed provision: all that it holds, apart from titles, are
/// editor's notes one of which tells of a repeal, or words that only say that it was repealed. The
/// title of such an article, point or sub-point is one, too.
pub(crate) fn repealed(document: &Document) -> Vec<bool> {
    let passages = &document.passages;
    let mut found = vec![false; passages.len()];
    // What stands in each passage: words of its own, and something that tells of its repeal.
    let mut lives = vec![false; passages.len()];
    let mut told = vec![false; passages.len()];
    for leaf in document.leaves() {
        let passage = &passages[leaf];
        let words = document.words(passage);
        let is_apart = document.is_apart(leaf);
        let says = if is_apart {
            passage.kind == Kind::Note && tells_of_a_repeal(words)
        } else {
            found[leaf] = says_only_that(words);
            found[leaf]
        };
        let own = !is_apart && passage.kind != Kind::Heading && !found[leaf];
        let mut at = Some(leaf);
        while let Some(place) = at {
            lives[place] |= own;
            told[place] |= says;
            at = passages[place].parent;
        }
    }
    for (place, passage) in passages.iter().enumerate() {
        let is_provision = matches!(passage.kind, Kind::Article | Kind::Point | Kind::SubPoint);
        let is_title = passage.kind == Kind::Heading;
        found[place] |= is_provision && told[place] && !lives[place]
            || is_title && passage.parent.is_some_and(|parent| found[parent]);
    }
    found
}

/// Whether a note tells of a repeal.
fn tells_of_a_repeal(note: &str) -> bool {
    let words = words(note);
    (0..words.len()).any(|place| is_repeal(&words[place..]))
}

/// Whether words say nothing but that a provision was repealed by an act.
fn says_only_that(text: &str) -> bool {
    let words = words(text);
    let first = words.iter().position(|word| !NAMES.contains(&word.as_str()));
    let Some(words) = first.and_then(|first| words.get(first..)) else { return false };
    is_repeal(words)
        && words.iter().take(NEAR).any(|word| ACTS.iter().any(|act| word.starts_with(act)))
}

/// Whether words begin with those of a repeal.
fn is_repeal(words: &[String]) -> bool {
    let at = |place: usize| words.get(place).map_or("", String::as_str);
    match at(0) {
        "исключен" | "исключена" | "исключено" | "исключены" => {
            true
        }
        "утратил" | "утратила" | "утратило" | "утратили" => {
            at(1) == "силу"
        }
        "алып" | "алынып" => at(1).starts_with("таста"),
        "күші" | "күшін" => at(1).starts_with("жой"),
        "repealed" | "deleted" => true,
        _ => false,
    }
}

/// Words of letters in small letters; «ё» is «е».
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphabetic()).filter(|part| !part.is_empty());
    parts.map(|part| part.to_lowercase().replace('ё', "е")).collect()
}

#[cfg(test)]
mod tests {
    use daryn_read::read;

    use super::*;

    fn of(text: &str) -> Vec<(String, bool)> {
        let document = read(text.as_bytes(), "a.md");
        let found = repealed(&document);
        let provisions = document.passages.iter().zip(found);
        let named = provisions.filter(|(passage, _)| passage.label.is_some());
        named.map(|(passage, is)| (passage.label.clone().unwrap_or_default(), is)).collect()
    }

    fn labels(text: &str) -> Vec<String> {
        of(text).into_iter().filter(|(_, is)| *is).map(|(label, _)| label).collect()
    }

    #[test]
    fn a_title_with_a_note_of_the_repeal_is_an_empty_provision() {
        let text = "### Статья 1. Квота\n\n*Сноска. Статья 1 исключена Законом РК от 10.12.2013 № 1-V.*\n\n\
            ### Статья 2. Дом\n\nДом стоит.\n\n*Сноска. Статья 2 с изменениями от 10.12.2013 № 1-V.*\n\n\
            ### Статья 3. Сад\n\n*Сноска. Статья 3 с изменениями от 10.12.2013 № 1-V.*\n\n\
            ### Статья 4. Лес\n\n1. Лес растет.\n\n2. Исключен Законом РК от 10.12.2013 № 1-V.\n";
        assert_eq!(labels(text), ["1", "2"]);
        let of_the_fourth = of(text).into_iter().skip_while(|(label, _)| label != "4");
        let of_the_fourth: Vec<bool> = of_the_fourth.map(|(_, is)| is).collect();
        assert_eq!(of_the_fourth, [false, false, true]);
    }

    #[test]
    fn kazakh_words_of_a_repeal_are_known() {
        let text = "### 1-бап. Квота\n\n*Ескерту. 1-бап алып тасталды - ҚР 10.12.2013 № 1-V Заңымен.*\n\n\
            ### 2-бап. Үй\n\nҮй тұр.\n\n*Ескерту. 2-бапқа өзгеріс енгізілді - ҚР 10.12.2013 № 1-V Заңымен.*\n";
        assert_eq!(labels(text), ["1"]);
    }

    #[test]
    fn a_rule_that_begins_with_such_a_word_is_one() {
        assert!(!says_only_that("1) исключена возможность двойного учета;"));
        assert!(says_only_that(
            "14) исключен Законом РК от 24.11.2015 № 421-V (вводится в действие);"
        ));
        assert!(says_only_that("2) алып тасталды - ҚР 16.04.2018 № 147-VI Заңымен;"));
        assert!(says_only_that("3. Утратил силу Законом РК от 24.11.2015 № 421-V."));
    }
}
