//! Which document a text is of.

use daryn_model::Date;
use daryn_model::months::{KAZAKH, RUSSIAN};
use daryn_model::records::Document;
use daryn_read::Document as Text;
use daryn_text::language::Language;
use daryn_text::stem;

/// Most passages of a text that are looked at, and most code points of one.
const LINES: usize = 12;
const LINE: usize = 600;

/// Words of a title from which it is told inside a longer line; a shorter one is a line of its own.
const LONG: usize = 5;

/// The document of a text.
pub(super) enum Found<'a> {
    /// This one.
    One(&'a Document),
    /// This one by its name, while nothing in its head says so.
    Named(&'a Document),
    /// This one by its name, while its head is that of another one.
    Contradicted(&'a Document, &'a Document),
    /// More than one could be meant.
    Several(Vec<&'a str>),
    /// None.
    None,
}

/// The first passages of a text that belong to the act: by them it is told of which document it is.
pub fn head(text: &Text) -> Vec<String> {
    let own = text.leaves().into_iter().filter(|place| !text.is_apart(*place));
    own.take(LINES)
        .map(|place| text.words(&text.passages[place]).chars().take(LINE).collect())
        .collect()
}

/// Finds the document of a text.
pub(super) fn to<'a>(documents: &'a [Document], file: &str, head: &[String]) -> Found<'a> {
    let by_head = by_head(documents, head);
    match (by_name(documents, file), by_head) {
        (None, found) => found,
        (Some(named), Found::One(other)) if other.id != named.id => {
            Found::Contradicted(named, other)
        }
        (Some(named), Found::One(_)) => Found::One(named),
        (Some(named), Found::Several(ids)) if ids.contains(&named.id.0.as_str()) => {
            Found::One(named)
        }
        (Some(named), _) => Found::Named(named),
    }
}

/// The document that the head of a text names.
fn by_head<'a>(documents: &'a [Document], head: &[String]) -> Found<'a> {
    let first = head.first().map(|line| line.to_lowercase()).unwrap_or_default();
    let amends = ["внесени", "өзгеріс", "amend"].iter().any(|word| first.contains(word));
    if amends {
        // Its head names the act that it changes.
        return Found::None;
    }
    let lines: Vec<Vec<String>> = head.iter().map(|line| words(line)).collect();
    let mut best: Option<usize> = None;
    let mut found: Vec<&Document> = Vec::new();
    for document in documents {
        let Some(place) = place_of(document, head, &lines) else { continue };
        match best {
            Some(before) if place > before => {}
            Some(before) if place == before => found.push(document),
            _ => (best, found) = (Some(place), vec![document]),
        }
    }
    match found.as_slice() {
        [] => Found::None,
        [one] => Found::One(one),
        several => Found::Several(several.iter().map(|row| row.id.0.as_str()).collect()),
    }
}

/// The document whose id the file, or a folder that it is in, is called by; of several the longest.
fn by_name<'a>(documents: &'a [Document], file: &str) -> Option<&'a Document> {
    let parts = parts(file);
    documents.iter().filter(|row| is_called(&parts, &row.id.0)).max_by_key(|row| row.id.0.len())
}

/// The same of ids alone.
pub(super) fn by_id(ids: &[String], file: &str) -> Option<String> {
    let parts = parts(file);
    ids.iter().filter(|id| is_called(&parts, id)).max_by_key(|id| id.len()).cloned()
}

/// Names of a file and the folders that it is in, in small letters.
fn parts(file: &str) -> Vec<String> {
    file.split('/').map(str::to_lowercase).collect()
}

fn is_called(parts: &[String], id: &str) -> bool {
    let id = id.to_lowercase();
    let follows = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    parts.iter().any(|part| part.strip_prefix(&id).is_some_and(follows))
}

/// The line of a head in which a document is named.
fn place_of(document: &Document, head: &[String], lines: &[Vec<String>]) -> Option<usize> {
    let dated = document.number.as_deref().zip(document.adopted).and_then(|(number, day)| {
        head.iter().position(|line| says_number(line, number) && says_day(line, day))
    });
    let titled = document.title.iter().filter_map(|(_, title)| {
        let title = words(title);
        lines.iter().position(|line| has_title(line, &title))
    });
    dated.into_iter().chain(titled).min()
}

/// Whether a line is a title, whole or, where it is long, within the line.
fn has_title(line: &[String], title: &[String]) -> bool {
    if title.len() >= LONG {
        return line.windows(title.len()).any(|window| window == title);
    }
    // «Закон Республики Казахстан "О …"» and «Об утверждении …» stand before a title.
    let before = line.len().saturating_sub(title.len());
    !title.is_empty() && line.ends_with(title) && before <= 3 && line.len() > before
}

/// Stems of words and numbers; a title stands in another case behind «Об утверждении».
fn words(line: &str) -> Vec<String> {
    let is_kazakh = line.chars().any(|letter| "әғқңөұүһӘҒҚҢӨҰҮҺ".contains(letter));
    let language = if is_kazakh { Language::Kk } else { Language::Ru };
    line.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| stem::stem(language, &word.to_lowercase()).to_string())
        .collect()
}

/// «№ 602», «N 602», «602-қаулысы», «No. 602».
fn says_number(line: &str, number: &str) -> bool {
    line.match_indices(number).any(|(at, _)| {
        let before = line[..at].trim_end();
        let marked = ["№", "N", "No.", "#"].iter().any(|mark| before.ends_with(mark));
        let rest = &line[at + number.len()..];
        marked && !rest.starts_with(|letter: char| letter.is_alphanumeric())
    })
}

/// «28 августа 2007 года», «2007 жылғы 28 тамыздағы», «28.08.2007».
fn says_day(line: &str, date: Date) -> bool {
    let (Some(month), Some(day)) = (date.month, date.day) else { return false };
    let line = line.to_lowercase();
    let (year, name) = (date.year, usize::from(month) - 1);
    let dotted = format!("{day:02}.{month:02}.{year}");
    let russian = format!("{day} {} {year}", RUSSIAN[name]);
    let padded = format!("{day:02} {} {year}", RUSSIAN[name]);
    let kazakh = format!("{year} жылғы {day} {}", KAZAKH[name]);
    [dotted, russian, padded, kazakh].iter().any(|form| {
        line.match_indices(form.as_str())
            .any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "id,title_ru,title_kk,number,adopted,role,coverage,source_url\n\
        C-2017,Концепция миграционной политики Республики Казахстан на 2017–2021 годы,,602,2017-09-29,corpus,none,https://example.org\n\
        C-2017-P,План мероприятий по концепции,,603,2017-09-29,corpus,none,https://example.org\n\
        C-2007,Концепция миграционной политики Республики Казахстан на 2007–2015 годы,Қазақстан Республикасы көші-қон саясатының 2007–2015 жылдарға арналған тұжырымдамасы,399,2007-08-28,corpus,none,https://example.org\n\
        LAW,О миграции населения,Халықтың көші-қоны туралы,,2011-07-22,register,none,https://example.org\n";

    fn found(file: &str, head: &[&str]) -> String {
        let rows =
            daryn_study::folder::read_table::<Document>("documents.csv", ROWS.as_bytes(), &[]);
        assert_eq!(rows.records.len(), 4, "{:?}", rows.problems);
        let head: Vec<String> = head.iter().map(|line| (*line).to_owned()).collect();
        match to(&rows.records, file, &head) {
            Found::One(row) => row.id.0.clone(),
            Found::Named(row) => format!("named {}", row.id),
            Found::Contradicted(row, other) => format!("{} is {}", row.id, other.id),
            Found::Several(ids) => ids.join("|"),
            Found::None => String::new(),
        }
    }

    #[test]
    fn the_name_of_a_file_or_a_folder_says_which_document() {
        assert_eq!(found("texts/C-2017-P.docx", &["План"]), "named C-2017-P");
        assert_eq!(found("texts/c-2017 рус.pdf", &["…"]), "named C-2017");
        assert_eq!(found("@documents/LAW/2014.md", &["О миграции населения"]), "LAW");
        assert_eq!(found("texts/C-20170.md", &["…"]), "");
        assert_eq!(found("texts/C-2007.md", &["О миграции населения"]), "C-2007 is LAW");
    }

    #[test]
    fn a_title_is_found_in_another_case() {
        let title = "Об утверждении Концепции миграционной политики Республики Казахстан на 2017 - 2021 годы";
        assert_eq!(found("a.html", &[title]), "C-2017");
        let kazakh = "Қазақстан Республикасы көші-қон саясатының 2007-2015 жылдарға арналған тұжырымдамасын бекіту туралы";
        assert_eq!(found("a.html", &[kazakh]), "C-2007");
        // A short title is no title inside a sentence.
        let law = "В соответствии со статьей 4 Закона «О миграции населения» постановляет:";
        assert_eq!(found("a.html", &["Правила", law]), "");
        assert_eq!(found("a.html", &["Закон РК О миграции населения"]), "LAW");
    }

    #[test]
    fn number_and_day_say_which_act_and_the_first_counts() {
        let own = "Указ Президента Республики Казахстан от 28 августа 2007 года N 399";
        let basis = "во исполнение постановления от 29 сентября 2017 года № 602";
        assert_eq!(found("a.html", &["Об утверждении", own, basis]), "C-2007");
        assert_eq!(found("a.html", &["2017 жылғы 29 қыркүйектегі № 602 қаулысы"]), "C-2017");
        assert_eq!(found("a.html", &["от 29.09.2017 № 602"]), "C-2017");
        assert_eq!(found("a.html", &["от 29.09.2017 № 6021"]), "");
        assert_eq!(found("a.html", &["от 129.09.2017 № 602"]), "");
        assert_eq!(found("a.html", &["О внесении изменений", own]), "");
    }
}
