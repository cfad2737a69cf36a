//! What of a text is the same in every language: dates, numbers, acts that are cited.

use std::ops::Range;
use std::sync::LazyLock;

use daryn_model::months;
use regex::{Captures, Regex};

/// A value with the words that say it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fact {
    /// The value: `2016-12-30`, `2024-Q4`, `12-1`, `1000`, `1.5`.
    pub(crate) value: String,
    /// As it is printed.
    pub(crate) printed: String,
}

/// An act that is cited by its date and number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// `41-VI`, with Latin letters.
    pub(crate) number: String,
    pub(crate) date: Fact,
    /// Date and number as they are printed.
    pub(crate) printed: String,
}

/// What a text says that no language changes, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    pub(crate) citations: Vec<Citation>,
    /// Dates and quarters that stand without the number of an act.
    pub(crate) dates: Vec<Fact>,
    /// Numbers in digits that belong to no date and no citation.
    pub(crate) numbers: Vec<Fact>,
}

const MONTHS: [[&str; 12]; 3] = [months::RUSSIAN, months::KAZAKH, months::ENGLISH];

/// In this order the parts of an expression are tried, so a date is not taken for numbers.
static FACT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let [russian, kazakh, english] = MONTHS.map(|names| names.join("|"));
    let expression = format!(
        r"(?xi)
        \b(?P<d1>\d{{1,2}})\.(?P<m1>\d{{1,2}})\.(?P<y1>\d{{4}})\b
        | \b(?P<y2>\d{{4}})\.(?P<m2>\d{{1,2}})\.(?P<d2>\d{{1,2}})\b
        | \b(?P<d3>\d{{1,2}})\s+(?P<m3>{russian})\s+(?P<y3>\d{{4}})\b
        | \b(?P<y4>\d{{4}})\s+жыл\p{{L}}*\s+(?P<d4>\d{{1,2}})\s+(?P<m4>{kazakh})\p{{L}}*
        | \b(?P<d5>\d{{1,2}})\s+(?P<m5>{english})\s+(?P<y5>\d{{4}})\b
        | \b(?P<q6>[1-4]|[IVІ]{{1,3}})\s*(?:-?\p{{L}}{{1,2}}\s+)?квартал\p{{L}}*\s+(?P<y6>\d{{4}})\b
        | \b(?P<y7>\d{{4}})\s+жыл\p{{L}}*\s+(?P<q7>[1-4]|[IVІ]{{1,3}})\s*-?\s*тоқсан\p{{L}}*
        | \b(?P<n>\d{{1,3}}(?:[\u00a0\u2009\u202f\x20]\d{{3}})+(?:[.,]\d+)?\b
               | \d+(?:[.,]\d+|(?:-\d+)+)?)"
    );
    Regex::new(&expression).ok()
});

/// The number of an act behind its date.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:года|г\.|ж\.)?\s*(?:№|N[oº°]?)\s*(\d+(?:-[IVXLCІХСІ]+)?)").ok()
});

impl Facts {
    /// What a text says.
    pub(crate) fn of(text: &str) -> Facts {
        let mut facts = Facts::default();
        let (Some(fact), Some(number)) = (FACT.as_ref(), NUMBER.as_ref()) else { return facts };
        let mut at = 0;
        while let Some(found) = fact.captures_at(text, at) {
            let Some(whole) = found.get(0) else { break };
            at = whole.end();
            let printed = whole.as_str().to_owned();
            if let Some(value) = date(&found) {
                let date = Fact { value, printed };
                let Some(act) = number.captures(&text[at..]) else {
                    facts.dates.push(date);
                    continue;
                };
                let end = at + act.get(0).map_or(0, |act| act.end());
                let printed = text[whole.start()..end].trim().to_owned();
                let number = act.get(1).map_or("", |act| act.as_str());
                facts.citations.push(Citation { number: latin(number), date, printed });
                at = end;
            } else {
                let value: String = printed
                    .chars()
                    .filter(|sign| !sign.is_whitespace())
                    .map(|sign| if sign == ',' { '.' } else { sign })
                    .collect();
                facts.numbers.push(Fact { value, printed });
            }
        }
        facts
    }
}

fn date(found: &Captures<'_>) -> Option<String> {
    let group =
        |name: &str, place: usize| found.name(&format!("{name}{place}")).map(|it| it.as_str());
    for place in 1..=7 {
        let Some(year) = group("y", place) else { continue };
        if let Some(quarter) = group("q", place) {
            let quarter = match latin(&quarter.to_uppercase()).as_str() {
                "I" => "1".to_owned(),
                "II" => "2".to_owned(),
                "III" => "3".to_owned(),
                "IV" => "4".to_owned(),
                other => other.to_owned(),
            };
            return Some(format!("{year}-Q{quarter}"));
        }
        let (month, day) = (group("m", place)?, group("d", place)?);
        let lower = month.to_lowercase();
        let named = MONTHS.iter().find_map(|names| names.iter().position(|name| *name == lower));
        let month = named.map_or_else(|| month.to_owned(), |place| (place + 1).to_string());
        return Some(format!("{year}-{month:0>2}-{day:0>2}"));
    }
    None
}

/// Roman numbers with Latin letters: in Kazakh texts they are often Cyrillic ones.
fn latin(number: &str) -> String {
    let letter = |sign: char| match sign {
        'І' => 'I',
        'Х' => 'X',
        'С' => 'C',
        other => other,
    };
    number.chars().map(letter).collect()
}

/// Numbers that a text says in words, in Russian or Kazakh, up to 9,999.
pub(crate) fn spoken(text: &str) -> Vec<u64> {
    let mut found = Vec::new();
    let mut open: Option<(u64, Range<usize>)> = None;
    daryn_count::for_each_token(text, |word, range| {
        let Some(value) = value(word) else { return };
        open = match open.take() {
            Some((sum, before)) if text[before.end..range.start].trim().is_empty() => {
                let joined = match value {
                    100 | 1000 if sum < value => Some(sum * value),
                    _ if value < 10 && sum % 10 == 0 || value < 100 && sum % 100 == 0 => {
                        Some(sum + value)
                    }
                    _ => None,
                };
                if joined.is_none() {
                    found.push(sum);
                }
                Some((joined.unwrap_or(value), range))
            }
            Some((sum, _)) => {
                found.push(sum);
                Some((value, range))
            }
            None => Some((value, range)),
        };
    });
    found.extend(open.map(|(sum, _)| sum));
    found
}

/// Beginnings of words of numbers; of several that fit the longest decides.
const SPOKEN: [(&str, u64); 69] = [
    ("один", 1),
    ("одн", 1),
    ("перв", 1),
    ("два", 2),
    ("две", 2),
    ("двух", 2),
    ("двум", 2),
    ("втор", 2),
    ("три", 3),
    ("трех", 3),
    ("трёх", 3),
    ("трем", 3),
    ("трет", 3),
    ("четыр", 4),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("семь", 7),
    ("семи", 7),
    ("седьм", 7),
    ("восем", 8),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("пятидесят", 50),
    ("шестьдесят", 60),
    ("шестидесят", 60),
    ("семьдесят", 70),
    ("семидесят", 70),
    ("восемьдесят", 80),
    ("восьмидесят", 80),
    ("девяност", 90),
    ("сто", 100),
    ("двести", 200),
    ("двухсот", 200),
    ("триста", 300),
    ("трехсот", 300),
    ("пятьсот", 500),
    ("тысяч", 1000),
    ("бір", 1),
    ("екі", 2),
    ("үш", 3),
    ("төрт", 4),
    ("бес", 5),
    ("алты", 6),
    ("жеті", 7),
    ("сегіз", 8),
    ("тоғыз", 9),
    ("он", 10),
    ("жиырма", 20),
    ("отыз", 30),
    ("қырық", 40),
    ("елу", 50),
    ("алпыс", 60),
    ("жүз", 100),
    ("мың", 1000),
];

fn value(word: &str) -> Option<u64> {
    let fits = |(begin, _): &&(&str, u64)| {
        let short = begin.chars().count() < 4;
        // Short beginnings are those of many other words.
        word.strip_prefix(begin).is_some_and(|rest| !short || rest.chars().count() <= 3)
    };
    SPOKEN.iter().filter(fits).max_by_key(|(begin, _)| begin.len()).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_one_in_every_language() {
        let dates = |text: &str| -> Vec<String> {
            Facts::of(text).dates.into_iter().map(|fact| fact.value).collect()
        };
        for text in [
            "от 30 декабря 2016 года",
            "2016 жылғы 30 желтоқсанда",
            "30.12.2016",
            "2016.12.30",
            "30 December 2016",
        ] {
            assert_eq!(dates(text), ["2016-12-30"], "{text}");
        }
        for text in ["IV квартал 2024 года", "2024 жылғы IV тоқсан", "в 4 квартале 2024 года"]
        {
            assert_eq!(dates(text), ["2024-Q4"], "{text}");
        }
        // A day that no calendar has is still what the text says.
        assert_eq!(dates("31 февраля 2020 года"), ["2020-02-31"]);
    }

    #[test]
    fn acts_and_numbers_are_told_apart() {
        let facts = Facts::of("от 30.12.2016 № 41-VІ (пункт 3 статьи 12-1), 1 000 и 1,5 тенге");
        assert_eq!(facts.citations[0].number, "41-VI");
        assert_eq!(facts.citations[0].printed, "30.12.2016 № 41-VІ");
        let numbers: Vec<_> = facts.numbers.iter().map(|fact| fact.value.as_str()).collect();
        assert_eq!(numbers, ["3", "12-1", "1000", "1.5"]);
        assert!(facts.dates.is_empty());
    }

    #[test]
    fn numbers_in_words() {
        assert_eq!(spoken("в течение тридцати пяти календарных дней"), [35]);
        assert_eq!(spoken("күнтізбелік отыз бес күн ішінде"), [35]);
        assert_eq!(spoken("пятнадцати или двух"), [15, 2]);
        assert_eq!(spoken("екі жүз"), [200]);
        assert!(spoken("порядок устанавливается законом").is_empty());
    }
}
