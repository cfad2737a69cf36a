//! Number and date of an act, where a saved page or a record of a register names them.
//!
//! Only what stands there in so many words is taken; a page that is not understood has none.

use std::collections::BTreeMap;

use daryn_model::months::{KAZAKH, RUSSIAN};
use serde_json::Value;

use crate::answer::body::{self, Found};

/// Bytes of a page in which its head is looked for: scripts may stand before it.
const HEAD: usize = 400_000;

/// What bytes say about the act that they hold: `id`, `number`, `date`, `lang`, `url`.
pub fn recognise(bytes: &[u8]) -> BTreeMap<String, String> {
    let bytes = bytes.strip_prefix(body::BOM).unwrap_or(bytes);
    match body::look(bytes) {
        Found::Json => of_register(bytes).unwrap_or_default(),
        Found::Html | Found::Xml => of_page(bytes),
        _ => BTreeMap::new(),
    }
}

/// A record of zan.gov.kz.
fn of_register(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let json: Value = serde_json::from_slice(bytes).ok()?;
    json.pointer("/metadata/title")?;
    let mut act = BTreeMap::new();
    for (name, pointer) in [
        ("id", "/ngr"),
        ("number", "/metadata/stateAgencyDocNumber"),
        ("date", "/metadata/stateAgencyApprovalDate"),
        ("lang", "/language"),
        ("edition", "/versionDate"),
    ] {
        let value = json.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
        act.extend(value.map(|text| (name.to_owned(), text.to_owned())));
    }
    Some(act)
}

/// A page of adilet.zan.kz, as a browser saves it.
fn of_page(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut act = BTreeMap::new();
    if let Some((lang, id)) = address(&text) {
        act.insert("url".into(), format!("https://adilet.zan.kz/{lang}/docs/{id}"));
        act.insert("lang".into(), lang);
        act.insert("id".into(), id);
    }
    // The line below the title: who adopted it, when, under which number.
    // The title above it may name other acts, and so may the text below.
    let head = text.find("slogan").and_then(|at| {
        let line = &text[at + text[at..].find("</h1>")?..];
        Some(plain(&line[..line.find("</div").unwrap_or(line.len())]))
    });
    let Some(head) = head.filter(|_| act.contains_key("id")) else { return act };
    let dated = russian(&head).or_else(|| kazakh(&head));
    if let Some((date, after)) = dated {
        act.insert("date".into(), date);
        act.extend(number(after).map(|number| ("number".into(), number)));
    }
    act
}

/// Language and name in the first address of the site that names an act. The page's own address
/// stands before those that it refers to: in the mark of the browser, or as the canonical one.
fn address(text: &str) -> Option<(String, String)> {
    let marks = ["saved from url", "rel=\"canonical\"", "og:url"];
    let from = marks.iter().filter_map(|mark| text.find(mark)).min()?;
    // Some pages write `href` before `rel`.
    let line = text[..from].rfind('<').unwrap_or(from);
    let text = &text[line..];
    let text = &text[..text.find('>').unwrap_or(text.len())];
    let at = text.find("adilet.zan.kz/")? + "adilet.zan.kz/".len();
    let (lang, rest) = text[at..].split_once("/docs/")?;
    let id: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let good = ["rus", "kaz", "eng"].contains(&lang)
        && id.len() >= 8
        && id.starts_with(|c: char| c.is_ascii_uppercase())
        && id[1..3].bytes().all(|b| b.is_ascii_digit());
    good.then(|| (lang.to_owned(), id))
}

/// The words of the beginning of a page.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut inside = true;
    for c in html.chars().take(6_000) {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            c if !inside => out.push(if c.is_whitespace() { ' ' } else { c }),
            _ => {}
        }
    }
    let out = out.replace("&nbsp;", " ").replace("&#8470;", "№").replace('\u{A0}', " ");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `30 ноября 2022 года` and what follows.
fn russian(text: &str) -> Option<(String, &str)> {
    RUSSIAN
        .iter()
        .enumerate()
        .filter_map(|(month, name)| {
            let pattern = format!(" {name} ");
            let at = text.find(&pattern)?;
            let day = text[..at].rsplit(' ').next()?.parse().ok()?;
            let after = &text[at + pattern.len()..];
            let year = after.get(..4)?.parse().ok()?;
            Some((at, date(year, month, day)?, &after[4..]))
        })
        .min_by_key(|(at, ..)| *at)
        .map(|(_, date, after)| (date, after))
}

/// The first `2022 жылғы 30 қарашадағы` and what follows.
fn kazakh(text: &str) -> Option<(String, &str)> {
    let at = text.find(" жылғы ")?;
    let year = text[..at].rsplit(' ').next()?.parse().ok()?;
    let mut words = text[at + " жылғы ".len()..].splitn(3, ' ');
    let day = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = KAZAKH.iter().position(|month| name.to_lowercase().starts_with(month))?;
    Some((date(year, month, day)?, words.next().unwrap_or_default()))
}

fn date(year: u32, month: usize, day: u32) -> Option<String> {
    let good = (1917..2200).contains(&year) && (1..=31).contains(&day);
    good.then(|| format!("{year:04}-{:02}-{day:02}", month + 1))
}

/// The number after the first `№` that stands soon.
fn number(text: &str) -> Option<String> {
    let at = text.find('№').filter(|at| *at < 120)?;
    let rest = text[at + '№'.len_utf8()..].trim_start();
    let number: String =
        rest.chars().take_while(|c| c.is_alphanumeric() || "-/".contains(*c)).collect();
    let number = number.trim_end_matches(['-', '/']);
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(saved: &str, line: &str) -> String {
        format!(
            "<!DOCTYPE html>\n<!-- saved from url=(0042){saved} -->\n<html><head><link href=\"https://adilet.zan.kz/rus/docs/Z070000319_\"></head>\
             <body><div class=\"container_alpha slogan\"><h1>Об утверждении Концепции</h1><p>{line}</p></div>\
             <div class=\"container_gamma text\"><article><p>В соответствии с Законом от 1 мая 1999 года № 5</p></article></div></body></html>"
        )
    }

    fn of(text: &str) -> Vec<(String, String)> {
        recognise(text.as_bytes()).into_iter().collect()
    }

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = of(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_saved_page_names_its_act() {
        check(
            &page(
                "https://adilet.zan.kz/rus/docs/P2200000961",
                "Постановление Правительства Республики Казахстан от 30 ноября 2022 года №&nbsp;961.",
            ),
            &[
                ("date", "2022-11-30"),
                ("id", "P2200000961"),
                ("lang", "rus"),
                ("number", "961"),
                ("url", "https://adilet.zan.kz/rus/docs/P2200000961"),
            ],
        );
        check(
            &page(
                "https://adilet.zan.kz/kaz/docs/V1500011111",
                "Қазақстан Республикасы Білім министрінің 2015 жылғы 6 сәуірдегі № 214-ө бұйрығы",
            ),
            &[
                ("date", "2015-04-06"),
                ("id", "V1500011111"),
                ("lang", "kaz"),
                ("number", "214-ө"),
                ("url", "https://adilet.zan.kz/kaz/docs/V1500011111"),
            ],
        );
    }

    #[test]
    fn what_a_page_does_not_name_is_not_guessed() {
        check(&page("https://example.org/", "от 30 ноября 2022 года № 961"), &[]);
        let undated = page("https://adilet.zan.kz/rus/docs/U070000399_", "Указ Президента");
        // The title and the text name dates of other acts.
        let undated = undated.replace("Концепции", "Концепции от 2 мая 1999 года № 7");
        let found = recognise(undated.as_bytes());
        assert_eq!(found.get("id").map(String::as_str), Some("U070000399_"));
        assert_eq!(found.get("date"), None);
        check("<html><p>от 30 ноября 2022 года № 961</p></html>", &[]);
        check("{\"a\":1}", &[]);
    }

    #[test]
    fn a_record_of_the_register_names_its_act() {
        check(
            r#"{"id":"1","ngr":"P2200009999","language":"rus","versionDate":"2023-01-01","metadata":{"title":{"rus":"x"},
               "stateAgencyDocNumber":"9999","stateAgencyApprovalDate":"2022-11-30"},"content":[]}"#,
            &[
                ("date", "2022-11-30"),
                ("edition", "2023-01-01"),
                ("id", "P2200009999"),
                ("lang", "rus"),
                ("number", "9999"),
            ],
        );
    }

    #[test]
    fn no_text_makes_it_panic() {
        let whole =
            page("https://adilet.zan.kz/kaz/docs/V1500011111", "2015 жылғы 6 сәуірдегі № 214");
        for (cut, _) in whole.char_indices() {
            of(&whole[..cut]);
            recognise(&whole.as_bytes()[..cut + 1]);
        }
    }
}
