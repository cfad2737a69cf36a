//! Periods in the forms of standards: digits and letters, no words.

use daryn_model::Date;

use super::words::parse_words;
use super::{Kind, Time, TimePeriod, day_of};

/// Reads a period; `None` where the text is none, or names a time that does not exist.
///
/// `2019/20` and `2019/2020` are academic years; `2019-2020` is two calendar years, and `2010-11`
/// is November: [`academic`] reads them as academic years where the source says so.
pub fn parse(text: &str) -> Option<TimePeriod> {
    parse_with(text, (1, 1))
}

/// Reads a period as services write it: the forms of [`parse`], a year that is written as a number
/// (`2018.0`), and words (`2019 г.`, `2020 жыл`, `31.12.2019`) as [`parse_words`] understands them.
///
/// A form that may be two things stays what the standard says: `2010-11` is November.
pub fn of(text: &str) -> Option<TimePeriod> {
    let text = text.trim();
    let year = text.split_once('.').filter(|(year, rest)| {
        year.len() == 4 && !rest.is_empty() && rest.bytes().all(|digit| digit == b'0')
    });
    match year {
        Some((year, _)) => parse(year),
        None => parse(text).or_else(|| parse_words(text)),
    }
}

/// Reads a period of a source whose reporting year begins on a month and day (the attribute
/// `REPORTING_YEAR_START_DAY` of SDMX): `2019-Q1` may then begin in July.
///
/// Only reporting periods move; `2019`, `2019-07` and dates are of the calendar.
pub fn parse_with(text: &str, year_begins: (u8, u8)) -> Option<TimePeriod> {
    let text = text.trim();
    if !text.is_ascii() || !(1..=12).contains(&year_begins.0) || !(1..=31).contains(&year_begins.1)
    {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year = number(year)? as i32;
    if rest.is_empty() {
        return TimePeriod::part(Kind::Year, year, 1);
    }
    let part = rest.strip_prefix('-').unwrap_or(rest);
    let letter = part.chars().next()?;
    if letter.is_ascii_alphabetic() {
        return reporting(year, letter, part.get(1..)?, year_begins);
    }
    if let Some((from, to)) = text.split_once('/') {
        return span(from, to).or_else(|| split_year(year, rest.strip_prefix('/')?, 9));
    }
    if text.len() == 9 && rest.starts_with('-') {
        let last = number(part)? as i32;
        let end = day_of(last, 12, 1) - 1;
        return (year < last).then(|| TimePeriod::span(day_of(year, 0, 1), end))?;
    }
    match text.split_once(['T', ' ']) {
        Some((date, time)) => moment(date, time),
        None => calendar(text),
    }
}

/// Reads an academic year: `2019/20`, `2019/2020`, `2019-2020`, `2019-20`, `2019–2020`.
///
/// `first_month` is the month in which it begins: 9 in Kazakhstan, so that it lasts from
/// 1 September to 31 August.
pub fn academic(text: &str, first_month: u8) -> Option<TimePeriod> {
    let text = text.trim();
    let (year, rest) = text.split_at_checked(4)?;
    let rest = rest.trim_start().strip_prefix(['/', '-', '–', '—', '\u{2011}'])?;
    split_year(number(year)? as i32, rest.trim(), first_month)
}

fn split_year(year: i32, rest: &str, first_month: u8) -> Option<TimePeriod> {
    let next = number(rest)? as i32;
    let is_next = match rest.len() {
        4 => next == year + 1,
        2 => next == (year + 1) % 100,
        _ => false,
    };
    if !is_next || !(1..=12).contains(&first_month) {
        return None;
    }
    let first = i32::from(first_month) - 1;
    let (start, end) = (day_of(year, first, 1), day_of(year, first + 12, 1) - 1);
    Some(TimePeriod::new(Kind::Academic, year, (first_month.into(), 0), start, end))
}

/// `A1`, `S2`, `T1`, `Q3`, `M07`, `W05`, `D012`, and `H1` and `B1` for halves.
fn reporting(year: i32, letter: char, rest: &str, begins: (u8, u8)) -> Option<TimePeriod> {
    if letter == 'M'
        && let Some((from, to)) = rest.split_once("/M")
    {
        return TimePeriod::months(year, number(from)?, number(to)?);
    }
    let (kind, most) = match letter {
        'A' => (Kind::Year, 1),
        'S' | 'H' | 'B' => (Kind::Half, 1),
        'T' => (Kind::Third, 1),
        'Q' => (Kind::Quarter, 1),
        'M' => (Kind::Month, 2),
        'W' => (Kind::Week, 2),
        'D' => (Kind::Day, 3),
        _ => return None,
    };
    if rest.len() > most {
        return None;
    }
    let count = number(rest)?;
    match kind {
        Kind::Week => week(year, count, begins),
        Kind::Day => {
            let start = day_of(year, i32::from(begins.0) - 1, begins.1);
            let days = day_of(year + 1, i32::from(begins.0) - 1, begins.1) - start;
            let is_right = count >= 1 && i64::from(count) <= days;
            is_right.then(|| TimePeriod::day(Date::of_day(start + i64::from(count) - 1)))?
        }
        kind => TimePeriod::part_from(kind, year, count, begins),
    }
}

/// Weeks begin on Monday; the first week of a year is that of its first Thursday (ISO 8601). For a
/// reporting year the same holds from its first day on.
fn week(year: i32, number: u16, begins: (u8, u8)) -> Option<TimePeriod> {
    let first_monday = |year| {
        let start = day_of(year, i32::from(begins.0) - 1, begins.1);
        // 1970-01-01 was a Thursday: Monday is 0.
        let of_week = (start + 3).rem_euclid(7);
        if of_week <= 3 { start - of_week } else { start + 7 - of_week }
    };
    let monday = first_monday(year) + (i64::from(number) - 1) * 7;
    let is_right = number >= 1 && monday < first_monday(year + 1);
    is_right.then(|| TimePeriod::new(Kind::Week, year, (number, number), monday, monday + 6))
}

/// `2019-07` and `2019-07-01`.
fn calendar(text: &str) -> Option<TimePeriod> {
    let date: Date = text.parse().ok()?;
    match (date.month, date.day) {
        (Some(month), None) => TimePeriod::part(Kind::Month, date.year, month.into()),
        _ => TimePeriod::day(date),
    }
}

/// `2019-07-01T12:30:00.5+06:00`.
fn moment(date: &str, time: &str) -> Option<TimePeriod> {
    let point = TimePeriod::begin_of_day(date.parse().ok()?)?;
    let (clock, zone) = match time.find(['Z', '+', '-']) {
        None => (time, None),
        Some(at) => (time.get(..at)?, Some(zone(time.get(at..)?)?)),
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let mut parts = clock.split(':').map(|part| (part.len() == 2).then(|| number(part)).flatten());
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    let has_fraction = time.contains('.');
    let nanoseconds = match fraction.len() {
        0 if !has_fraction => 0,
        1..=9 if fraction.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{fraction:0<9}").parse().ok()?
        }
        _ => return None,
    };
    let is_end = hours == 24 && minutes == 0 && seconds == 0 && nanoseconds == 0;
    if parts.next().is_some() || minutes > 59 || seconds > 59 || (hours > 23 && !is_end) {
        return None;
    }
    let seconds = u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds);
    Some(TimePeriod { time: Time { seconds, nanoseconds, zone }, ..point })
}

fn zone(text: &str) -> Option<i16> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) = text.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let minutes = (number(hours)? * 60).checked_add(number(minutes)?)?;
    let minutes = i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60)?;
    Some(if sign == "-" { -minutes } else { minutes })
}

/// `2010-01/P1Y`, `2010-01-01T00:00:00/P1M`, `2010-01-01/2010-06-30`, `2010-01/2010-06`. Lengths
/// with hours are not read.
fn span(from: &str, to: &str) -> Option<TimePeriod> {
    let date = |text: &str| -> Option<Date> {
        let (date, time) = text.split_once('T').unwrap_or((text, "00:00:00"));
        let is_midnight = matches!(time, "00:00:00" | "00:00:00Z" | "00:00");
        is_midnight.then(|| date.parse().ok())?
    };
    let start = date(from)?;
    let begins = start.first_day();
    let Some(length) = to.strip_prefix('P') else {
        // Two years are an academic year.
        let end = date(to)?;
        return (start.month.is_some() && end.month.is_some())
            .then(|| TimePeriod::span(begins, end.last_day()))?;
    };
    let (mut months, mut days, mut digits) = (0i32, 0i64, String::new());
    for letter in length.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        // Longer lengths than any that a source can mean would leave the calendar. Weeks and months
        // may be written as days, of which there are more.
        let count: u32 = std::mem::take(&mut digits).parse().ok()?;
        if letter == 'D' && count <= MOST_DAYS {
            days += i64::from(count);
            continue;
        }
        let count = u16::try_from(count).ok()?;
        match letter {
            'Y' => months += i32::from(count) * 12,
            'M' => months += i32::from(count),
            'W' => days += i64::from(count) * 7,
            _ => return None,
        }
    }
    if !digits.is_empty() {
        return None;
    }
    let first = i32::from(start.month.unwrap_or(1)) - 1 + months;
    TimePeriod::span(begins, day_of(start.year, first, start.day.unwrap_or(1)) + days - 1)
}

/// Days of a length: some 2,700 years.
const MOST_DAYS: u32 = 1_000_000;

/// A number of ASCII digits.
fn number(text: &str) -> Option<u16> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}
