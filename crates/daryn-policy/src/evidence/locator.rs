//! Locators of measures (“art. 4, 8–11”) as passages of a text.

use daryn_model::records::{PolicyText, TextPlace};

/// Beginnings of words for an article, and for a point, in the three languages.
const ARTICLE: [&str; 4] = ["art", "ст", "бап", "баб"];
const POINT: [&str; 5] = ["item", "point", "п", "тарма", "пункт"];

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
/// left out.
fn numbers(locator: &str) -> (bool, Vec<String>) {
    let lower = locator.to_lowercase();
    let mut groups: Vec<(Option<bool>, Vec<String>)> = vec![(None, Vec::new())];
    let is_part = |letter: char| letter.is_alphanumeric() || "-–".contains(letter);
    for word in lower.split(|letter: char| !is_part(letter)).filter(|word| !word.is_empty()) {
        // «11-бап»: a number and its word in one.
        let end = word.find(|letter: char| letter.is_alphabetic()).unwrap_or(word.len());
        let (number, name) = word.split_at(end);
        let number = number.trim_matches(['-', '–']);
        if let Some((_, numbers)) = groups.last_mut()
            && !number.is_empty()
        {
            numbers.push(number.to_owned());
        }
        let begins = |words: &[&str]| words.iter().any(|begin| name.starts_with(begin));
        let Some(kind) = (match name {
            "" => None,
            _ if begins(&ARTICLE) => Some(true),
            _ if begins(&POINT) => Some(false),
            _ => None,
        }) else {
            continue;
        };
        match groups.last_mut() {
            // In Kazakh the word stands behind its numbers.
            Some(last) if last.0.is_none() && !last.1.is_empty() => {
                last.0 = Some(kind);
                groups.push((None, Vec::new()));
            }
            Some(last) if last.0.is_none() => last.0 = Some(kind),
            _ => groups.push((Some(kind), Vec::new())),
        }
    }
    let of = |kind| {
        let own = groups.iter().filter(move |group| group.0 == Some(kind));
        own.flat_map(|group| group.1.clone()).collect::<Vec<_>>()
    };
    let articles = of(true);
    if articles.is_empty() { (false, of(false)) } else { (true, articles) }
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
