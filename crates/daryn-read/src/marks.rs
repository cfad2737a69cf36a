//! What stands at the beginning of a line: the number of an article, of a point, a note.

use crate::document::Kind;

/// The number of a line, with what it is the number of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// What is numbered.
    pub(crate) kind: Kind,
    /// The number as printed, without the dot.
    pub(crate) label: String,
    /// Whether it stands below another of its kind: «Подраздел», «Параграф», «2.1.», «а)».
    pub(crate) deeper: bool,
}

/// Words before the number of a Russian title.
const RUSSIAN: [(&str, Kind, bool); 6] = [
    ("статья", Kind::Article, false),
    ("глава", Kind::Chapter, false),
    ("раздел", Kind::Part, false),
    ("подраздел", Kind::Part, true),
    ("параграф", Kind::Chapter, true),
    ("§", Kind::Chapter, true),
];

/// Words behind the number of a Kazakh title.
const KAZAKH: [(&str, Kind, bool); 5] = [
    ("бап", Kind::Article, false),
    ("тарау", Kind::Chapter, false),
    ("бөлім", Kind::Part, false),
    ("кіші бөлім", Kind::Part, true),
    ("параграф", Kind::Chapter, true),
];

/// Words before the number of an English title. In translations of acts of this region a section
/// holds chapters.
const ENGLISH: [(&str, Kind, bool); 5] = [
    ("article", Kind::Article, false),
    ("chapter", Kind::Chapter, false),
    ("section", Kind::Part, false),
    ("part", Kind::Part, false),
    ("paragraph", Kind::Chapter, true),
];

/// The number at the beginning of a line. `is_title`: the format says that it is a title, so a
/// dot behind the number may be left out.
pub(crate) fn mark(text: &str, is_title: bool) -> Option<Mark> {
    let text = text.trim_start();
    title(text, is_title).or_else(|| point(text)).or_else(|| numbered_title(text, is_title))
}

/// `1 Введение`, `2.1 Анализ`, `II. Видение` where the format says that it is a title, and
/// `2.1 Анализ` also where it does not: a number without a dot behind it, and a capital.
fn numbered_title(text: &str, is_title: bool) -> Option<Mark> {
    let end = text.find(char::is_whitespace)?;
    let label = text[..end].trim_end_matches('.');
    let is_number =
        label.split('.').all(|part| (1..=2).contains(&part.len()) && digits(part) == part.len());
    let is_roman =
        label.len() < 6 && !label.is_empty() && label.bytes().all(|byte| b"IVX".contains(&byte));
    let deeper = label.contains('.');
    let good = is_number && (is_title || deeper && !label.starts_with('0')) || is_roman && is_title;
    let capital = text[end..].trim_start().starts_with(char::is_uppercase);
    (good && capital).then(|| Mark { kind: Kind::Point, label: label.into(), deeper })
}

fn title(text: &str, is_title: bool) -> Option<Mark> {
    // Lines are looked at before they are put right, too: official texts have a Latin C in
    // «Cтатья», and a Latin i in «бөлiм».
    let head: String = text
        .chars()
        .take(40)
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'c' => 'с',
            'i' => 'і',
            'a' => 'а',
            _ => letter,
        })
        .collect();
    let plain: String = text.chars().take(40).flat_map(char::to_lowercase).collect();
    let words = RUSSIAN.iter().map(|word| (&head, word));
    for (head, &(word, kind, deeper)) in words.chain(ENGLISH.iter().map(|word| (&plain, word))) {
        if let Some(rest) = head.strip_prefix(word)
            && (rest.starts_with(char::is_whitespace) || word == "§")
        {
            let before =
                word.chars().count() + rest.chars().count() - rest.trim_start().chars().count();
            let at = text.char_indices().nth(before).map_or(text.len(), |(at, _)| at);
            let (label, rest) = number(&text[at..])?;
            return ends_title(rest, is_title).then(|| Mark { kind, label: label.into(), deeper });
        }
    }
    let (label, rest) = number(text)?;
    let rest = rest.strip_prefix(['-', '–', ' '])?;
    let shift = text.len() - rest.len();
    let skipped = text[..shift].chars().count();
    let lower: String = head.chars().skip(skipped).collect();
    for (word, kind, deeper) in KAZAKH {
        if lower.starts_with(word) {
            let at = rest.char_indices().nth(word.chars().count()).map_or(rest.len(), |(at, _)| at);
            let good = ends_title(&rest[at..], is_title);
            return good.then(|| Mark { kind, label: label.into(), deeper });
        }
    }
    None
}

/// Whether a title may go on like this behind its number: a sentence that begins with «Статья 5»
/// goes on in lower case.
fn ends_title(rest: &str, is_title: bool) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    match line.chars().next() {
        None => true,
        Some('.' | ':') => true,
        Some(letter) if letter.is_whitespace() || "-–—".contains(letter) => {
            let next = line.chars().find(|letter| letter.is_alphabetic());
            is_title || next.is_some_and(|letter| letter.is_uppercase()) && line.len() < 300
        }
        _ => false,
    }
}

/// `12`, `12-1`, `XIV` and the rest of the text.
fn number(text: &str) -> Option<(&str, &str)> {
    let mut end = digits(text);
    if end == 0 {
        let roman = |letter: char| "IVXLCІХ".contains(letter);
        end = text.find(|letter| !roman(letter)).unwrap_or(text.len());
        return (end > 0).then(|| text.split_at(end));
    }
    loop {
        let more = text[end..].strip_prefix('-').map_or(0, digits);
        if more == 0 {
            return Some(text.split_at(end));
        }
        end += 1 + more;
    }
}

/// `1.`, `1-1.`, `2.3.`, `1)`, `4-1)`, `а)` and a space or the end behind it.
fn point(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    let open = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    if first == '(' {
        return bracketed(text);
    }
    if first.is_alphabetic() {
        let rest = text[first.len_utf8()..].strip_prefix(')')?;
        let label = format!("{first})");
        return open(rest).then_some(Mark { kind: Kind::SubPoint, label, deeper: true });
    }
    let (label, rest) = number(text)?;
    if label.starts_with(|letter: char| !letter.is_ascii_digit()) || digits(text) > 3 {
        return None;
    }
    if let Some(rest) = rest.strip_prefix(')') {
        let label = format!("{label})");
        return open(rest).then_some(Mark { kind: Kind::SubPoint, label, deeper: false });
    }
    let mut rest = rest.strip_prefix('.')?;
    let mut end = label.len();
    let mut deeper = false;
    while let more @ 1..=3 = digits(rest) {
        end = text.len() - rest.len() + more;
        rest = &rest[more..];
        deeper = true;
        match rest.strip_prefix('.') {
            Some(behind) => rest = behind,
            // «1.5 млн»: a decimal number; «01.01.2015 года»: a date.
            None => return None,
        }
    }
    open(rest).then(|| Mark { kind: Kind::Point, label: text[..end].into(), deeper })
}

/// `(1)`, `(a)`, `(iv)`: sub-points of English acts.
fn bracketed(text: &str) -> Option<Mark> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let is_number = (1..=2).contains(&inside.len()) && digits(inside) == inside.len();
    let is_letter = inside.len() == 1 && inside.as_bytes()[0].is_ascii_lowercase();
    let is_roman =
        inside.len() <= 5 && !inside.is_empty() && inside.bytes().all(|b| b"ivx".contains(&b));
    let good = (is_number || is_letter || is_roman) && rest.starts_with(char::is_whitespace);
    good.then(|| Mark { kind: Kind::SubPoint, label: format!("({inside})"), deeper: !is_number })
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// What sort of editorial note a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Note {
    /// A whole note.
    Whole,
    /// Only its head: the next line is the note.
    Head,
}

/// Whether a line is a note of the editors of a register, not words of the act.
pub(crate) fn note(text: &str) -> Option<Note> {
    let text = text.trim_start_matches(['*', '_', '>', ' ']);
    let rest = ["Сноска.", "Сноска:", "Ескерту.", "Ескерту:"];
    if rest.iter().any(|head| text.starts_with(head)) || text.starts_with("Примечание. См.")
    {
        return Some(Note::Whole);
    }
    let heads = [
        "Примечание РЦПИ",
        "Примечание ИЗПИ",
        "РҚАО-ның ескертпесі",
        "РҚАО ескертпесі",
        "ЗҚАИ-ның ескертпесі",
    ];
    let head = heads.iter().find_map(|head| text.strip_prefix(head))?;
    let rest = head.trim_matches(|letter: char| !letter.is_alphanumeric());
    Some(if rest.is_empty() { Note::Head } else { Note::Whole })
}

/// Whether the words behind a number only say that what stood there was taken out.
pub(crate) fn is_excluded(text: &str) -> bool {
    // A title ends its number with a dot: «Статья 11. Исключена», a point stands behind a space.
    let first = text.split_whitespace().next().unwrap_or_default();
    let title =
        first.starts_with(char::is_alphabetic) && !first.ends_with(')') || first.ends_with("-бап.");
    let behind = if title { text.split_once(". ") } else { text.split_once([' ', '\n']) };
    let body = behind.map_or("", |(_, rest)| rest.trim_start());
    let body: String = body.chars().take(80).flat_map(char::to_lowercase).collect();
    ["исключен", "исключён", "утратил"].iter().any(|word| body.starts_with(word))
        && body.contains("закон")
        || ["алып тасталды", "алынып тасталды", "күші жойылды"]
            .iter()
            .any(|word| body.starts_with(word))
}

/// The article that a note says was taken out.
pub(crate) fn excluded_article(note: &str) -> Option<String> {
    let text = note.split_once(['.', ':'])?.1;
    let found = mark_in_sentence(text.trim_start())?;
    let lower = text.chars().take(60).collect::<String>().to_lowercase();
    let excluded = ["исключен", "алып тасталды", "алынып тасталды"];
    excluded.iter().any(|word| lower.contains(word)).then_some(found)
}

fn mark_in_sentence(text: &str) -> Option<String> {
    let russian = text.strip_prefix("Статья ");
    let (label, rest) = number(russian.unwrap_or(text))?;
    (russian.is_some() || rest.starts_with("-бап ")).then(|| label.to_owned())
}

/// Whether a block opens an annex, and its number if it has one. A sentence that begins or ends
/// with the word is none.
pub(crate) fn annex(text: &str) -> Option<Option<String>> {
    if text.chars().count() > 300 || text.ends_with([';', ':', ',']) {
        return None;
    }
    let lower = text.to_lowercase();
    let first = lower.lines().next().unwrap_or_default();
    let is_title =
        text.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    for word in ["приложение", "приложения", "annex", "appendix", "schedule"] {
        if let Some(rest) = first.strip_prefix(word).filter(|_| is_title) {
            let rest = rest.trim_start_matches([' ', '№']);
            let found = number(rest).filter(|(label, _)| label.len() < 6);
            let behind = found.map_or(rest, |(_, behind)| behind).trim_start_matches(['.', ' ']);
            let ends = behind.is_empty() && (found.is_some() || rest.is_empty());
            let of = behind.starts_with("к ") || behind.starts_with("to ");
            // «Приложение 2. Перечень»: a title of its own on the line.
            let named =
                found.is_some() && (is_named(text, behind) || behind.starts_with(['–', '—']));
            let label = found.map(|(label, _)| label.to_owned());
            let label = label.filter(|label| label.as_bytes()[0].is_ascii_digit());
            return (ends || of && !text.ends_with('.') || named).then_some(label);
        }
    }
    let approved = ["утвержден", "утверждена", "утверждено", "утверждены"];
    if approved.contains(&first.trim_end_matches([' ', ':'])) {
        return Some(None);
    }
    let last = lower.trim_end();
    if let Some(before) = last.strip_suffix("қосымша").filter(|_| is_title) {
        let numbered = before.strip_suffix(['-', '–']).and_then(|before| {
            let label = before.rsplit([' ', '\n']).next()?;
            let is_number = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| label.to_owned())
        });
        // Without a number the word must be a line of its own.
        let alone = before.is_empty() || before.ends_with('\n');
        return (numbered.is_some() || alone).then_some(numbered);
    }
    (last.trim_end_matches('.').ends_with("бекітілген") && lower.contains(['\n', '№']))
        .then_some(None)
}

/// Whether what stands behind the number, in lower case, is a title: it begins with a capital.
fn is_named(text: &str, behind: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let skipped = line.chars().count().saturating_sub(behind.chars().count());
    !text.ends_with('.') && line.chars().nth(skipped).is_some_and(char::is_uppercase)
}

/// Whether a line signs the act: the office, or the name below it.
pub(crate) fn signature(text: &str) -> bool {
    if text.chars().count() > 90 || text.ends_with(['.', ';', ':', ',']) {
        return false;
    }
    // In Russian the office opens the line, in Kazakh it closes the name of the country.
    let opens = ["Президент ", "Премьер-Министр"];
    let closes = ["Президенті", "Премьер-Министрі"];
    opens.iter().any(|office| text.starts_with(office))
        || text.split_whitespace().any(|word| closes.contains(&word))
}

/// Whether a line is a name with initials: «Н. НАЗАРБАЕВ».
pub(crate) fn personal_name(text: &str) -> bool {
    let mut letters = text.chars();
    text.chars().count() < 40
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next() == Some('.')
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a line is one of a table of contents: dots lead to a page.
pub(crate) fn has_leader(text: &str) -> bool {
    let page = text.trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit());
    let before = page.trim_end();
    page.len() < text.trim_end().len() && (before.ends_with(".....") || before.ends_with("……"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_sentences() {
        let found = |text| mark(text, false).map(|mark| (mark.kind, mark.label));
        let some = |kind, label: &str| Some((kind, label.to_owned()));
        assert_eq!(found("Статья 12-1. Виды"), some(Kind::Article, "12-1"));
        assert_eq!(found("Cтатья 5. С латинской буквой"), some(Kind::Article, "5"));
        assert_eq!(found("СТАТЬЯ 5"), some(Kind::Article, "5"));
        assert_eq!(found("Статья 5 настоящего Закона применяется"), None);
        assert_eq!(found("12-1-бап. Түрлері"), some(Kind::Article, "12-1"));
        assert_eq!(found("12-бапта көзделген"), None);
        assert_eq!(found("2-тарау. ЖҮЙЕ"), some(Kind::Chapter, "2"));
        assert_eq!(found("Глава II. Общие"), some(Kind::Chapter, "II"));
        assert_eq!(found("1-бөлiм. Жалпы"), some(Kind::Part, "1"));
        assert_eq!(found("Раздел 3. ОСОБЕННАЯ"), some(Kind::Part, "3"));
        assert_eq!(found("1-1. Приостановить"), some(Kind::Point, "1-1"));
        assert_eq!(found("2.3. Инвестиции"), some(Kind::Point, "2.3"));
        assert_eq!(found("4-1) разрешение"), some(Kind::SubPoint, "4-1)"));
        assert_eq!(found("а) первое"), some(Kind::SubPoint, "а)"));
        assert_eq!(found("1.5 млн человек"), None);
        assert_eq!(found("01.01.2015 года"), None);
        assert_eq!(found("2022. Год"), None);
        assert_eq!(found("2.1 Анализ"), some(Kind::Point, "2.1"));
        assert_eq!(found("2 Анализ"), None);
        let title = |text| mark(text, true).map(|mark| (mark.kind, mark.label));
        assert_eq!(title("1 Введение"), some(Kind::Point, "1"));
        assert_eq!(title("II. Видение"), some(Kind::Point, "II"));
        assert_eq!(title("2022 Год"), None);
        assert_eq!(found("Article 12-1. Types"), some(Kind::Article, "12-1"));
        assert_eq!(found("Chapter 2 GENERAL PROVISIONS"), some(Kind::Chapter, "2"));
        assert_eq!(found("Article 5 of this Law applies"), None);
        assert_eq!(found("(a) the first"), some(Kind::SubPoint, "(a)"));
        assert_eq!(found("(iv) the fourth"), some(Kind::SubPoint, "(iv)"));
        assert_eq!(found("(см. статью 5) применяется"), None);
        assert_eq!(found("(2019) год"), None);
    }

    #[test]
    fn notes_annexes_and_signatures_are_known() {
        assert_eq!(note("Сноска. Статья 6 с изменениями"), Some(Note::Whole));
        assert_eq!(note("Примечание РЦПИ!"), Some(Note::Head));
        assert_eq!(note("Примечание:"), None);
        assert_eq!(excluded_article("Сноска. Статья 8-1 исключена Законом"), Some("8-1".into()));
        assert_eq!(excluded_article("Ескерту. 21-бап алып тасталды – ҚР"), Some("21".into()));
        assert_eq!(excluded_article("Сноска. Статья 6 с изменениями"), None);
        assert!(is_excluded("24) исключен Законом РК от 24.11.2015"));
        assert!(!is_excluded("6) исключения, предусмотренные"));
        assert_eq!(annex("Приложение 2\nк Правилам"), Some(Some("2".into())));
        assert_eq!(annex("Приложения применяются ко всем"), None);
        assert_eq!(annex("Қағидаларға\n3-қосымша"), Some(Some("3".into())));
        assert_eq!(annex("Утверждены\nпостановлением"), Some(None));
        assert_eq!(annex("Қосымша"), Some(None));
        assert_eq!(annex("Annex 2\nto the Rules"), Some(Some("2".into())));
        assert_eq!(annex("Приложение 2. Перечень специальностей"), Some(Some("2".into())));
        assert_eq!(annex("Приложение 1 к Правилам"), Some(Some("1".into())));
        for text in [
            "Еңбек демалысының түрлері: негізгі және қосымша.",
            "Еңбек демалысы негізгі және қосымша",
            "Приложения 1 и 2 являются частью закона.",
            "приложение 1 к указанному постановлению изложить в новой редакции;",
            "Приложение 1 к указанному постановлению изложить в следующей редакции:",
            "Приложение 3 дополнить",
            "Schedule of payments is kept.",
        ] {
            assert_eq!(annex(text), None, "{text}");
        }
        assert!(signature("Президент Республики Казахстан") && personal_name("Н. НАЗАРБАЕВ"));
        assert!(signature("Қазақстан Республикасының Президенті") && !signature("Президентке"));
        assert!(!personal_name("А. в этом случае"));
    }
}
