//! Locators of measures (“art. 4, 8–11”) as passages of a text.

use daryn_model::records::{PolicyText, TextPlace};

/// What a word of a locator says of the numbers beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// They are of articles.
    Articles,
    /// They are of points.
    Points,
    /// They are of something in an annex, where numbers begin anew.
    Annex,
    /// They go on: «and», «и», «және», the ending of an ordinal.
    More,
    /// They are of something else: a page, a chapter, a day, another act.
    Others,
}

const ARTICLES: [&str; 14] = [
    "art",
    "arts",
    "article",
    "articles",
    "ст",
    "стст",
    "статья",
    "статьи",
    "статье",
    "статью",
    "статьей",
    "статей",
    "статьям",
    "статьях",
];
const POINTS: [&str; 15] = [
    "item",
    "items",
    "point",
    "points",
    "para",
    "paras",
    "п",
    "пп",
    "пункт",
    "пункты",
    "пункта",
    "пункте",
    "пунктов",
    "пунктам",
    "пунктах",
];
const MORE: [&str; 12] =
    ["and", "to", "и", "по", "до", "және", "мен", "ші", "шы", "інші", "ыншы", "нші"];
const ANNEX: [&str; 6] = ["annex", "appendix", "schedule", "прил", "приложен", "қосымша"];
/// Kazakh words for an article and a point, whatever their endings; a sub-point is none.
const KAZAKH: [(&str, Names); 6] = [
    ("тармақша", Names::Others),
    ("бап", Names::Articles),
    ("бабы", Names::Articles),
    ("бабт", Names::Articles),
    ("тармақ", Names::Points),
    ("тармағ", Names::Points),
];

fn names(word: &str) -> Names {
    let begins = |words: &[&str]| words.iter().any(|begin| word.starts_with(begin));
    match word {
        _ if ARTICLES.contains(&word) => Names::Articles,
        _ if POINTS.contains(&word) => Names::Points,
        _ if MORE.contains(&word) => Names::More,
        _ if begins(&ANNEX) => Names::Annex,
        _ => KAZAKH
            .iter()
            .find(|(begin, _)| word.starts_with(begin))
            .map_or(Names::Others, |(_, names)| *names),
    }
}

/// The passages of a text that a locator names, in order of the text. What it does not name plainly
/// (a number that the text has twice, or not at all) gives nothing.
pub(super) fn places<'a>(locator: &str, text: &'a PolicyText) -> Vec<&'a TextPlace> {
    let (article, numbers) = numbers(locator);
    let own: Vec<&TextPlace> =
        text.places.iter().filter(|place| place.article == article).collect();
    let at = |label: &str| {
        let mut found = own.iter().enumerate().filter(|(_, place)| place.label == label);
        let first = found.next().map(|(at, _)| at);
        first.filter(|_| found.next().is_none())
    };
    let mut chosen: Vec<usize> = Vec::new();
    for number in &numbers {
        if let Some(only) = at(number) {
            chosen.push(only);
        } else if let Some((from, to)) = number.split_once(['–', '-'])
            && let (Some(from), Some(to)) = (at(from), at(to))
            && from < to
        {
            chosen.extend(from..=to);
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen.into_iter().map(|at| own[at]).collect()
}

/// The numbers of a locator and whether they are of articles: those of points inside an article are
/// left out, and everything where an annex is named.
fn numbers(locator: &str) -> (bool, Vec<String>) {
    let (mut articles, mut points) = (Vec::new(), Vec::new());
    // What the numbers that come are of, and numbers whose word has not come yet.
    let mut current = Names::Others;
    let mut waiting: Vec<String> = Vec::new();
    let is_part = |letter: char| letter.is_alphanumeric() || "-–".contains(letter);
    // In brackets stand parts of an article: «11(2)».
    let lower = without_brackets(&locator.to_lowercase());
    for token in lower.split(|letter: char| !is_part(letter)).filter(|token| !token.is_empty()) {
        // «11-бап»: a number and its word in one.
        let end = token.find(|letter: char| letter.is_alphabetic()).unwrap_or(token.len());
        let (number, word) = token.split_at(end);
        let number = number.trim_matches(['-', '–']).to_owned();
        let word = word.trim_matches(['-', '–']);
        if !number.is_empty() {
            match current {
                Names::Articles if word.is_empty() => articles.push(number),
                Names::Points if word.is_empty() => points.push(number),
                _ => waiting.push(number),
            }
        }
        if word.is_empty() {
            continue;
        }
        let kind = names(word);
        let own = match kind {
            Names::More => continue,
            Names::Annex => return (false, Vec::new()),
            Names::Articles => &mut articles,
            Names::Points => &mut points,
            Names::Others => {
                waiting.clear();
                current = kind;
                continue;
            }
        };
        current = kind;
        // In Kazakh the word stands behind its numbers, in the other languages before them.
        if KAZAKH.iter().any(|(begin, _)| word.starts_with(begin)) {
            own.append(&mut waiting);
            current = Names::Others;
        }
        waiting.clear();
    }
    if articles.is_empty() { (false, points) } else { (true, articles) }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let keep = |letter: &char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_articles_and_points_are_read_in_three_languages() {
        let read = |locator| {
            let (article, numbers) = numbers(locator);
            (article, numbers.join(" "))
        };
        assert_eq!(read("art. 4, 8, 11"), (true, "4 8 11".into()));
        assert_eq!(read("items 3–5, 28"), (false, "3–5 28".into()));
        assert_eq!(read("ст. 12-1, п. 3"), (true, "12-1".into()));
        assert_eq!(read("статьи 9–11"), (true, "9–11".into()));
        assert_eq!(read("4, 8-баптар"), (true, "4 8".into()));
        assert_eq!(read("11-баптың 2-тармағы"), (true, "11".into()));
        assert_eq!(read("3-тармақ"), (false, "3".into()));
        assert_eq!(read("the preamble"), (false, String::new()));
        assert_eq!(read("11-баптың 2-тармағының 1) тармақшасы"), (true, "11".into()));
        assert_eq!(read("3-ші тармақ"), (false, "3".into()));
        assert_eq!(read("статья 12¹"), (true, "12¹".into()));
        assert_eq!(read("часть 2 статьи 5"), (true, "5".into()));
        assert_eq!(read("art. 4 and 8"), (true, "4 8".into()));
        assert_eq!(read("4 және 8-баптар"), (true, "4 8".into()));
    }

    #[test]
    fn pages_days_and_other_acts_are_no_articles() {
        let read = |locator| {
            let (article, numbers) = numbers(locator);
            (article, numbers.join(" "))
        };
        assert_eq!(read("стр. 12, раздел 3"), (false, String::new()));
        assert_eq!(read("ст. 9 Закона от 22 июля 2011 года № 477-IV"), (true, "9".into()));
        assert_eq!(read("art. 5 of Law No. 11 of 2007"), (true, "5".into()));
        assert_eq!(read("Приложение 2, п. 3"), (false, String::new()));
        assert_eq!(read("Article 11(2)"), (true, "11".into()));
        assert_eq!(read("page 12, item 3"), (false, "3".into()));
        assert_eq!(read("parts 1-3, article 7"), (true, "7".into()));
        assert_eq!(read("2-қосымша, 3-тармақ"), (false, String::new()));
        assert_eq!(read("2011 жылғы 22 шілдедегі заңның 9-бабы"), (true, "9".into()));
    }

    #[test]
    fn a_number_that_a_text_has_twice_names_nothing() {
        let place = |label: &str| TextPlace {
            article: false,
            label: label.into(),
            start: 0,
            end: 1,
            quote: label.into(),
        };
        let text = PolicyText {
            document: daryn_model::record::Id("D".into()),
            file: "f".into(),
            sha256: String::new(),
            media_type: String::new(),
            language: "ru".into(),
            characters: 1,
            articles: 0,
            points: 6,
            reader: 1,
            places: ["1", "2", "1", "3", "3-1", "4"].map(place).into(),
        };
        let labels = |locator| -> Vec<&str> {
            places(locator, &text).into_iter().map(|place| place.label.as_str()).collect()
        };
        assert_eq!(labels("п. 1, 2, 9"), ["2"]);
        assert_eq!(labels("п. 2–4"), ["2", "1", "3", "3-1", "4"]);
        assert_eq!(labels("п. 3-1"), ["3-1"]);
    }
}
