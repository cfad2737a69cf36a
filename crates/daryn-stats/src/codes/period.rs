//! Periods: the time that an observation is about, as sources write it.
//!
//! Forms of SDMX (2.1 section 6, 4.2), of ILOSTAT, Eurostat and the World Bank, academic years,
//! words in Russian, Kazakh and English, and the codes of Taldau. What has another kind is another
//! period: nine months are never a year, though both may be written with `2023`.

mod forms;
mod words;

use std::fmt;

use daryn_model::{Date, Period};

pub use forms::{academic, of, parse, parse_with};
pub use words::{of_taldau, parse_words};

/// What sort of time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A calendar year, or a reporting year that begins on another day.
    Year,
    /// A year that begins in one calendar year and ends in the next, of schools or of budgets.
    Academic,
    /// Six months.
    Half,
    /// Four months (SDMX trimester).
    Third,
    /// Three months.
    Quarter,
    /// A month.
    Month,
    /// A week of ISO 8601.
    Week,
    /// A day.
    Day,
    /// Months of a year taken together: cumulative where they begin with January.
    Months,
    /// Any other stretch between two days.
    Span,
    /// A point in time: what is counted on a date, not during one.
    Moment,
}

/// A period: its kind, first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimePeriod {
    kind: Kind,
    start: i64,
    end: i64,
    /// The year by which it is named; a week may begin in the year before.
    year: i32,
    /// Which half, quarter, week, ...; for months the first and the last one.
    numbers: (u16, u16),
    time: Time,
}

/// Time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
struct Time {
    /// Seconds since midnight; 86,400 is the end of the day.
    seconds: u32,
    nanoseconds: u32,
    /// Minutes east of Greenwich, where they are said.
    zone: Option<i16>,
}

impl TimePeriod {
    /// What sort of time it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// First day.
    pub fn start(&self) -> Date {
        Date::of_day(self.start)
    }

    /// Last day; of a point in time the day on which it falls.
    pub fn end(&self) -> Date {
        Date::of_day(self.end)
    }

    /// First and last day, in days since 1970-01-01: the order of time.
    pub fn days(&self) -> (i64, i64) {
        (self.start, self.end)
    }

    /// The year by which it is named: of an academic year the one in which it begins.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Whether it is a point in time and no stretch.
    pub fn is_point(&self) -> bool {
        self.kind == Kind::Moment
    }

    /// Whether it counts from the beginning of the year to the end of one of its months.
    pub fn is_cumulative(&self) -> bool {
        self.kind == Kind::Months && self.numbers.0 == 1
    }

    /// Whether both are stretches from the same day to the same day, whatever they are called.
    pub fn covers_the_same(&self, other: &TimePeriod) -> bool {
        !self.is_point() && !other.is_point() && (self.start, self.end) == (other.start, other.end)
    }

    /// The period as studies write it. Thirds, weeks and reporting years that do not begin with
    /// January become spans of days; a point in time becomes its day.
    pub fn to_model(&self) -> Period {
        let date = |month, day| Date { year: self.year, month, day };
        let number = self.numbers.0 as u8;
        let span = Period::Span(self.start(), self.end());
        match self.kind {
            Kind::Academic => {
                Period::Span(date(None, None), Date { year: self.year + 1, month: None, day: None })
            }
            Kind::Day | Kind::Moment => Period::At(self.start()),
            Kind::Span | Kind::Week | Kind::Third => span,
            // Below here are periods of the calendar, unless the reporting year begins elsewhere.
            _ if !self.is_of_the_calendar() => span,
            Kind::Year => Period::At(date(None, None)),
            Kind::Half => Period::Half(self.year, number),
            Kind::Quarter => Period::Quarter(self.year, number),
            Kind::Month => Period::At(date(Some(number), None)),
            Kind::Months => Period::Months(self.year, number, self.numbers.1 as u8),
        }
    }

    /// A period of a study. Two years that follow each other are an academic year from September
    /// on, as `2019/2020` is for [`parse`].
    ///
    /// `None` for a half, quarter or span of months that a study cannot have.
    pub fn of_model(period: Period) -> Option<TimePeriod> {
        match period {
            Period::At(Date { year, month: None, .. }) => TimePeriod::part(Kind::Year, year, 1),
            Period::At(Date { year, month: Some(month), day: None }) => {
                TimePeriod::part(Kind::Month, year, month.into())
            }
            Period::At(date) => TimePeriod::day(date),
            Period::Half(year, half) => TimePeriod::part(Kind::Half, year, half.into()),
            Period::Quarter(year, quarter) => TimePeriod::part(Kind::Quarter, year, quarter.into()),
            Period::Months(year, from, to) => TimePeriod::months(year, from.into(), to.into()),
            Period::Span(from, to) => parse(&period.to_string())
                .or_else(|| TimePeriod::span(from.first_day(), to.last_day())),
        }
    }

    /// Whether a year, half, third, quarter or month is that of the calendar.
    fn is_of_the_calendar(&self) -> bool {
        let months = match self.kind {
            Kind::Year => 12,
            Kind::Half => 6,
            Kind::Third => 4,
            Kind::Quarter => 3,
            _ => 1,
        };
        let first = (i32::from(self.numbers.0) - 1) * months;
        self.start == day_of(self.year, first, 1)
    }

    fn new(kind: Kind, year: i32, numbers: (u16, u16), start: i64, end: i64) -> TimePeriod {
        TimePeriod { kind, start, end, year, numbers, time: Time::default() }
    }

    /// Part `number` of a year that begins on the first of January.
    fn part(kind: Kind, year: i32, number: u16) -> Option<TimePeriod> {
        TimePeriod::part_from(kind, year, number, (1, 1))
    }

    /// Part `number` of a reporting year that begins on a month and day.
    fn part_from(kind: Kind, year: i32, number: u16, begins: (u8, u8)) -> Option<TimePeriod> {
        let (parts, months) = match kind {
            Kind::Year => (1, 12),
            Kind::Half => (2, 6),
            Kind::Third => (3, 4),
            Kind::Quarter => (4, 3),
            Kind::Month => (12, 1),
            _ => return None,
        };
        if !(1..=parts).contains(&number) {
            return None;
        }
        let first = i32::from(begins.0) - 1 + (i32::from(number) - 1) * months;
        let start = day_of(year, first, begins.1);
        let end = day_of(year, first + months, begins.1) - 1;
        Some(TimePeriod::new(kind, year, (number, number), start, end))
    }

    /// Months of a year taken together.
    fn months(year: i32, from: u16, to: u16) -> Option<TimePeriod> {
        let is_right = 1 <= from && from <= to && to <= 12;
        is_right.then(|| {
            let end = day_of(year, i32::from(to), 1) - 1;
            let start = day_of(year, i32::from(from) - 1, 1);
            TimePeriod::new(Kind::Months, year, (from, to), start, end)
        })
    }

    /// A day of the calendar.
    fn day(date: Date) -> Option<TimePeriod> {
        date.day?;
        let day = date.first_day();
        Some(TimePeriod::new(Kind::Day, date.year, (0, 0), day, day))
    }

    /// The point at which a day begins: `на 1 июля 2019`.
    pub fn begin_of_day(date: Date) -> Option<TimePeriod> {
        Some(TimePeriod { kind: Kind::Moment, ..TimePeriod::day(date)? })
    }

    /// The middle of a year, 1 July: what UN DESA's years of stocks mean.
    pub fn mid_year(year: i32) -> Option<TimePeriod> {
        TimePeriod::begin_of_day(Date { year, month: Some(7), day: Some(1) })
    }

    /// The end of a year: 31 December, 24:00.
    pub fn end_of_year(year: i32) -> Option<TimePeriod> {
        let point = TimePeriod::begin_of_day(Date { year, month: Some(12), day: Some(31) })?;
        Some(TimePeriod { time: Time { seconds: 86_400, ..Time::default() }, ..point })
    }

    /// A stretch between two days, the last one included.
    fn span(start: i64, end: i64) -> Option<TimePeriod> {
        let year = Date::of_day(start).year;
        (start <= end).then(|| TimePeriod::new(Kind::Span, year, (0, 0), start, end))
    }
}

/// Days since 1970-01-01 of a day of the month that is so many months after January of a year. A
/// day that the month does not have is the last one that it has.
fn day_of(year: i32, months: i32, day: u8) -> i64 {
    let year = year.saturating_add(months.div_euclid(12));
    let month = (months.rem_euclid(12) + 1) as u8;
    let last = Date { year, month: Some(month), day: None }.last_day();
    let wanted = Date { year, month: Some(month), day: Some(1) }.first_day() + i64::from(day) - 1;
    wanted.min(last)
}

impl fmt::Display for TimePeriod {
    /// The form of SDMX, with which [`parse`] gives the same period again; months taken together
    /// as studies write them (`2023-M01/M09`), academic years as `2019/2020`.
    ///
    /// Of a reporting year that does not begin with January only the days are written.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year, self.numbers.0);
        match self.kind {
            Kind::Year | Kind::Half | Kind::Third | Kind::Quarter | Kind::Month
                if !self.is_of_the_calendar() =>
            {
                self.write_span(out)
            }
            Kind::Year => write!(out, "{year:04}"),
            Kind::Academic => write!(out, "{year:04}/{:04}", year + 1),
            Kind::Half => write!(out, "{year:04}-S{number}"),
            Kind::Third => write!(out, "{year:04}-T{number}"),
            Kind::Quarter => write!(out, "{year:04}-Q{number}"),
            Kind::Month => write!(out, "{year:04}-{number:02}"),
            Kind::Week => write!(out, "{year:04}-W{number:02}"),
            Kind::Day => write!(out, "{}", self.start()),
            Kind::Months => write!(out, "{year:04}-M{number:02}/M{:02}", self.numbers.1),
            Kind::Span => self.write_span(out),
            Kind::Moment => write!(out, "{}T{}", self.start(), self.time),
        }
    }
}

impl TimePeriod {
    /// First day and length: in years or months where it is whole ones, else in days.
    fn write_span(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, after) = (self.start(), Date::of_day(self.end + 1));
        write!(out, "{start}/")?;
        let month = |date: Date| i64::from(date.year) * 12 + i64::from(date.month.unwrap_or(1));
        let months = month(after) - month(start);
        match (start.day == after.day, months) {
            (true, months) if months > 0 && months % 12 == 0 => write!(out, "P{}Y", months / 12),
            (true, months) if months > 0 => write!(out, "P{months}M"),
            _ => write!(out, "P{}D", self.end - self.start + 1),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = (self.seconds / 3600, self.seconds / 60 % 60);
        write!(out, "{hours:02}:{minutes:02}:{:02}", self.seconds % 60)?;
        if self.nanoseconds > 0 {
            let digits = format!("{:09}", self.nanoseconds);
            write!(out, ".{}", digits.trim_end_matches('0'))?;
        }
        match self.zone {
            None => Ok(()),
            Some(0) => out.write_str("Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(out, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests;
