//! Periods in words: heads of tables in Russian, Kazakh and English, and the codes of Taldau.

use daryn_model::Date;
use daryn_model::months::{ENGLISH, KAZAKH};

use super::{Kind, TimePeriod, forms};

/// Reads a period of the Taldau system of the BNS of Kazakhstan from the number of its kind and
/// its code `MMYYYY`, the last month of the period.
///
/// Kinds: 4 month, 5 quarter, 7 year, 8 months since January, 9 quarters since January. The code
/// `092023` is September, the third quarter, or the first nine months, depending on the kind.
pub fn of_taldau(kind: u32, code: &str) -> Option<TimePeriod> {
    let code = code.trim();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (month, year) = (code.get(..2)?.parse().ok()?, code.get(2..)?.parse().ok()?);
    match kind {
        4 => TimePeriod::part(Kind::Month, year, month),
        5 if month % 3 == 0 => TimePeriod::part(Kind::Quarter, year, month / 3),
        7 if month == 12 => TimePeriod::part(Kind::Year, year, 1),
        8 => TimePeriod::months(year, 1, month),
        9 if month % 3 == 0 => TimePeriod::months(year, 1, month),
        _ => None,
    }
}

/// Reads a period from words: `январь-сентябрь 2023 г.`, `2023 жылғы I тоқсан`, `9 мес. 2023`,
/// `на начало 2020 года`, `as of 1 July 2019`. Every word must be understood; forms without words
/// are read too.
pub fn parse_words(text: &str) -> Option<TimePeriod> {
    forms::parse(text).or_else(|| with_points(text)).or_else(|| {
        let mut tokens = tokens(text)?;
        let year = take_year(&mut tokens)?;
        of_tokens(year, &tokens)
    })
}

/// `31.12.2019`, `на 01.07.2019 г.`: day, month, year.
fn with_points(text: &str) -> Option<TimePeriod> {
    let text = text.trim().trim_end_matches("г.").trim_end();
    let (is_on, text) = match text.strip_prefix("на ") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || day.len() != 2 || month.len() != 2 {
        return None;
    }
    let date = format!("{year}-{month}-{day}").parse().ok()?;
    if is_on { TimePeriod::begin_of_day(date) } else { TimePeriod::day(date) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Number(u16),
    Month(u16),
    /// A month in the case that says when something is counted (Kazakh `шілдеге`).
    OnMonth(u16),
    Dash,
    Months,
    Quarter,
    Half,
    On,
    Begin,
    Middle,
    End,
}

fn of_tokens(year: i32, tokens: &[Token]) -> Option<TimePeriod> {
    use Token::{Begin, Dash, End, Half, Middle, Month, Months, Number, On, OnMonth, Quarter};
    let date = |month: u16, day: u16| {
        let text = format!("{year:04}-{month:02}-{day:02}");
        text.parse::<Date>().ok()
    };
    let (is_on, tokens) = match tokens {
        [On, rest @ ..] => (true, rest),
        tokens => (false, tokens),
    };
    match tokens {
        [Begin] => TimePeriod::begin_of_day(date(1, 1)?),
        [Middle] => TimePeriod::mid_year(year),
        [End] => TimePeriod::end_of_year(year),
        [Number(day), OnMonth(month)] => TimePeriod::begin_of_day(date(*month, *day)?),
        [Number(day), Month(month)] | [Month(month), Number(day)] if is_on => {
            TimePeriod::begin_of_day(date(*month, *day)?)
        }
        _ if is_on => None,
        [] => TimePeriod::part(Kind::Year, year, 1),
        [Month(month) | OnMonth(month)] => TimePeriod::part(Kind::Month, year, *month),
        [Month(from), Dash, Month(to) | OnMonth(to)] | [Month(from), Dash, Month(to), Months]
            if from < to =>
        {
            TimePeriod::months(year, *from, *to)
        }
        [Number(day), Month(month)] | [Month(month), Number(day)] => {
            TimePeriod::day(date(*month, *day)?)
        }
        [Number(1), Months] => TimePeriod::part(Kind::Month, year, 1),
        [Number(count), Months] => TimePeriod::months(year, 1, *count),
        [Number(1), Dash, Number(count), Months] => TimePeriod::months(year, 1, *count),
        [Number(number), Quarter] | [Quarter, Number(number)] => {
            TimePeriod::part(Kind::Quarter, year, *number)
        }
        [Number(number), Half] | [Half, Number(number)] => {
            TimePeriod::part(Kind::Half, year, *number)
        }
        _ => None,
    }
}

/// Takes the one number of four digits out.
fn take_year(tokens: &mut Vec<Token>) -> Option<i32> {
    let is_year = |token: &Token| matches!(token, Token::Number(1000..));
    let at = tokens.iter().position(is_year)?;
    let Token::Number(year) = tokens.remove(at) else { return None };
    // `2023-` as in `2023-жыл`.
    if tokens.get(at) == Some(&Token::Dash) && (at == 0 || at + 1 == tokens.len()) {
        tokens.remove(at);
    } else if at == tokens.len() && at > 1 && tokens.last() == Some(&Token::Dash) {
        // `mid-2019`
        tokens.pop();
    }
    (!tokens.iter().any(is_year)).then_some(year.into())
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    for word in split(text) {
        let after_number = matches!(tokens.last(), Some(Token::Number(_)));
        let after_number_and_dash =
            matches!(tokens.as_slice(), [.., Token::Number(0..=99), Token::Dash]);
        match word.as_str() {
            "-" | "–" | "—" | "\u{2011}" => tokens.push(Token::Dash),
            // Endings of ordinal numbers: `1-й`, `2-ші`, `3rd`.
            "й" | "го" | "е" | "ый" | "ом" | "ші" | "шы" | "інші" | "ншы" | "st" | "nd" | "rd"
            | "th"
                if after_number || after_number_and_dash =>
            {
                if after_number_and_dash {
                    tokens.pop();
                }
            }
            "год" | "года" | "году" | "г" | "жыл" | "жылы" | "жылғы" | "жылдың" | "жылға"
            | "жылда" | "ж" | "year" | "of" | "in" | "the" | "for" | "за" | "в" | "үшін" | "y" =>
                {}
            word => {
                let token = token(word)?;
                // `1-тоқсан`, `9-ай`
                let is_part = matches!(token, Token::Months | Token::Quarter | Token::Half);
                if is_part && after_number_and_dash {
                    tokens.pop();
                }
                tokens.push(token);
            }
        }
    }
    Some(tokens)
}

/// Words in lower case, numbers, and dashes; a point, a comma or a bracket is as good as a blank.
fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut kind = ' ';
    for letter in text.chars().flat_map(char::to_lowercase) {
        let this = match letter {
            '-' | '–' | '—' | '\u{2011}' => '-',
            _ if letter.is_ascii_digit() => '0',
            _ if letter.is_alphabetic() => 'a',
            _ => ' ',
        };
        match words.last_mut() {
            Some(word) if this == kind && this != '-' && this != ' ' => word.push(letter),
            _ if this != ' ' => words.push(letter.to_string()),
            _ => {}
        }
        kind = this;
    }
    words
}

fn token(word: &str) -> Option<Token> {
    if let Ok(number) = word.parse() {
        return Some(Token::Number(number));
    }
    Some(match word {
        // Roman numbers; the Kazakh і looks like the Latin i.
        "i" | "і" | "first" | "первый" | "первое" | "первого" | "бірінші" => {
            Token::Number(1)
        }
        "ii" | "іі" | "second" | "второй" | "второе" | "второго" | "екінші" => {
            Token::Number(2)
        }
        "iii" | "ііі" | "third" | "третий" | "третьего" | "үшінші" => {
            Token::Number(3)
        }
        "iv" | "іv" | "fourth" | "четвертый" | "четвёртый" | "четвертого" | "төртінші" => {
            Token::Number(4)
        }
        "месяц" | "месяца" | "месяцев" | "мес" | "ай" | "айда" | "айы" | "айлар" | "айлары"
        | "айларында" | "month" | "months" | "mths" => Token::Months,
        "квартал"
        | "квартала"
        | "квартале"
        | "кв"
        | "тоқсан"
        | "тоқсаны"
        | "тоқсанда"
        | "тоқсанында"
        | "quarter"
        | "q" => Token::Quarter,
        "полугодие"
        | "полугодия"
        | "полугодии"
        | "жартыжылдық"
        | "жартыжылдығы"
        | "жартыжылдықта"
        | "half"
        | "h" => Token::Half,
        "на" | "as" | "at" | "on" => Token::On,
        "начало" | "начала" | "басы" | "басына" | "басында" | "beginning" | "start" => {
            Token::Begin
        }
        "середина" | "середину" | "ортасы" | "ортасына" | "mid" | "middle" | "midyear" => {
            Token::Middle
        }
        "конец" | "конца" | "соңы" | "соңына" | "соңында" | "end" => {
            Token::End
        }
        word => return month(word),
    })
}

const RUSSIAN: [(&str, &[&str]); 12] = [
    ("янв", &["", "арь", "аря", "аре"]),
    ("фев", &["", "р", "раль", "раля", "рале"]),
    ("мар", &["", "т", "та", "те"]),
    ("апр", &["", "ель", "еля", "еле"]),
    ("ма", &["й", "я", "е"]),
    ("июн", &["", "ь", "я", "е"]),
    ("июл", &["", "ь", "я", "е"]),
    ("авг", &["", "уст", "уста", "усте"]),
    ("сен", &["", "т", "тябрь", "тября", "тябре"]),
    ("окт", &["", "ябрь", "ября", "ябре"]),
    ("ноя", &["", "б", "брь", "бря", "бре"]),
    ("дек", &["", "абрь", "абря", "абре"]),
];
/// Endings of the Kazakh cases that say to which time or at which time something is counted.
const ON: [&str; 8] = ["ға", "ге", "қа", "ке", "да", "де", "та", "те"];

fn month(word: &str) -> Option<Token> {
    // The only name whose last letter changes.
    let word = if word == "қыркүйегі" { "қыркүйек" } else { word };
    let number = |at: Option<usize>| at.map(|at| Token::Month(at as u16 + 1));
    let russian = RUSSIAN.iter().position(|(stem, endings)| {
        word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
    });
    let english = ENGLISH.iter().position(|name| {
        *name == word
            || (word.len() == 3 && name.starts_with(word))
            || (word == "sept" && *name == "september")
    });
    number(russian).or_else(|| number(english)).or_else(|| {
        KAZAKH.iter().enumerate().find_map(|(at, name)| {
            let month = at as u16 + 1;
            match word.strip_prefix(name) {
                Some("" | "ы" | "і" | "сы" | "сі") => Some(Token::Month(month)),
                Some(ending) if ON.contains(&ending) => Some(Token::OnMonth(month)),
                // `қаң.`, `ақп.`
                _ => (word.chars().count() == 3 && name.starts_with(word))
                    .then_some(Token::Month(month)),
            }
        })
    })
}
