//! Dates and periods as policy documents and official statistics write them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar date that is known to the year, the month or the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    /// Gregorian year.
    pub year: i32,
    /// Month, 1 to 12, where known.
    pub month: Option<u8>,
    /// Day of the month, where known.
    pub day: Option<u8>,
}

impl Date {
    /// The day that is so many days after 1970-01-01.
    ///
    /// Source: Hinnant, “chrono-compatible low-level date algorithms”, `civil_from_days`, whose
    /// years begin in March.
    pub fn of_day(days: i64) -> Date {
        let days = days.saturating_add(719_468);
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let part = (5 * of_year + 2) / 153;
        let day = of_year - (153 * part + 2) / 5 + 1;
        let month = if part < 10 { part + 3 } else { part - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        // Years that no calendar has become the last one that the type has.
        let year = i32::try_from(year).unwrap_or(i32::MAX);
        Date { year, month: Some(month as u8), day: Some(day as u8) }
    }

    /// Days since 1970-01-01 of the first day that the date can mean.
    ///
    /// Source: the civil-from-days algorithm of the proleptic Gregorian calendar.
    pub fn first_day(self) -> i64 {
        days(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Days since 1970-01-01 of the last day that the date can mean.
    pub fn last_day(self) -> i64 {
        let month = self.month.unwrap_or(12);
        days(self.year, month, self.day.unwrap_or_else(|| days_in_month(self.year, month)))
    }
}

/// Days from 1970-01-01 to a date.
fn days(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The text is not a date or period, or names a day that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Date, NotADate> {
        let mut parts = text.split('-');
        let year = digits(parts.next().ok_or(NotADate)?, 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(NotADate);
        }
        let month = match month {
            None => None,
            Some(month @ 1..=12) => Some(month as u8),
            Some(_) => return Err(NotADate),
        };
        let day = match (month, day) {
            (_, None) => None,
            (Some(month), Some(day)) if day >= 1 && day <= days_in_month(year, month).into() => {
                Some(day as u8)
            }
            _ => return Err(NotADate),
        };
        Ok(Date { year, month, day })
    }
}

/// Exactly `width` ASCII digits.
fn digits(text: &str, width: usize) -> Result<i32, NotADate> {
    if text.len() != width || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotADate);
    }
    text.parse().map_err(|_| NotADate)
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(out, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The time that an observation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// A date known to the year, month or day: `2022`, `2025-08`, `2023-11-14`.
    At(Date),
    /// A half-year: `2022-S1`.
    Half(i32, u8),
    /// A quarter: `2023-Q1`.
    Quarter(i32, u8),
    /// Months of one year, counted together: `2017-M01/M09`.
    Months(i32, u8, u8),
    /// An academic year, or a span between two dates: `2023/2024`, `1993/2018-04`.
    Span(Date, Date),
}

impl Period {
    /// First and last year that the period touches.
    pub fn years(self) -> (i32, i32) {
        match self {
            Period::At(date) => (date.year, date.year),
            Period::Half(year, _) | Period::Quarter(year, _) | Period::Months(year, ..) => {
                (year, year)
            }
            Period::Span(from, to) => (from.year, to.year),
        }
    }

    /// The calendar year, where the period is exactly one.
    pub fn whole_year(self) -> Option<i32> {
        match self {
            Period::At(Date { year, month: None, .. }) => Some(year),
            _ => None,
        }
    }
}

impl FromStr for Period {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Period, NotADate> {
        if let Ok(date) = text.parse() {
            return Ok(Period::At(date));
        }
        if let Some((year, rest)) = text.split_once('-')
            && let Ok(year) = digits(year, 4)
        {
            let (mark, rest) = rest.split_at_checked(1).ok_or(NotADate)?;
            match (mark, rest.split_once("/M")) {
                ("S", None) => {
                    let half = digits(rest, 1)?;
                    return if (1..=2).contains(&half) {
                        Ok(Period::Half(year, half as u8))
                    } else {
                        Err(NotADate)
                    };
                }
                ("Q", None) => {
                    let quarter = digits(rest, 1)?;
                    return if (1..=4).contains(&quarter) {
                        Ok(Period::Quarter(year, quarter as u8))
                    } else {
                        Err(NotADate)
                    };
                }
                ("M", Some((from, to))) => {
                    let (from, to) = (digits(from, 2)?, digits(to, 2)?);
                    return if 1 <= from && from <= to && to <= 12 {
                        Ok(Period::Months(year, from as u8, to as u8))
                    } else {
                        Err(NotADate)
                    };
                }
                _ => {}
            }
        }
        let (from, to) = text.split_once('/').ok_or(NotADate)?;
        let (from, to) = (from.parse::<Date>()?, to.parse::<Date>()?);
        if from.first_day() > to.last_day() { Err(NotADate) } else { Ok(Period::Span(from, to)) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::At(date) => date.fmt(out),
            Period::Half(year, half) => write!(out, "{year:04}-S{half}"),
            Period::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Period::Months(year, from, to) => write!(out, "{year:04}-M{from:02}/M{to:02}"),
            Period::Span(from, to) => write!(out, "{from}/{to}"),
        }
    }
}

macro_rules! as_text {
    ($($type:ty),*) => {$(
        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }

        impl TryFrom<String> for $type {
            type Error = String;

            fn try_from(text: String) -> Result<$type, String> {
                text.parse().map_err(|_| text)
            }
        }
    )*};
}

as_text!(Date, Period);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_back_as_written() {
        for text in [
            "2022",
            "2025-08",
            "2023-11-14",
            "2022-S1",
            "2023-Q4",
            "2017-M01/M09",
            "2023/2024",
            "1993/2018-04",
            "1993/2013-08-01",
        ] {
            assert_eq!(text.parse::<Period>().map(|period| period.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn impossible_times_are_refused() {
        for text in [
            "2023-02-29",
            "2023-13",
            "2023-00",
            "2022-S3",
            "2022-Q0",
            "2017-M09/M01",
            "2024/2023",
            "22",
            "",
            "2022-",
            "x",
            "2022-é",
            "2023-1",
            "2017-M1/M9",
            "2023-04-31",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotADate), "{text}");
        }
        assert!("2024-02-29".parse::<Date>().is_ok());
    }

    #[test]
    fn days_count_from_the_epoch() {
        let day = |text: &str| text.parse::<Date>().map(Date::first_day);
        assert_eq!(day("1970-01-01"), Ok(0));
        assert_eq!(day("2000-03-01"), Ok(11_017));
        assert_eq!("2011".parse::<Date>().map(Date::last_day), Ok(15_339));
        // Both ways, over two whole turns of 400 years.
        for day in -146_097..146_097 {
            assert_eq!(Date::of_day(day).first_day(), day);
        }
    }
}
