//! Values as the schema allows them: types of XML Schema 1.0, part 2.

use crate::refi_qda::model::{Value, VariableType};

pub(in crate::refi_qda) const VALUES: [(&str, VariableType); 6] = [
    ("TextValue", VariableType::Text),
    ("BooleanValue", VariableType::Boolean),
    ("IntegerValue", VariableType::Integer),
    ("FloatValue", VariableType::Float),
    ("DateValue", VariableType::Date),
    ("DateTimeValue", VariableType::DateTime),
];

pub(super) fn variable_type(name: &str) -> Option<VariableType> {
    Some(match name {
        "Text" => VariableType::Text,
        "Boolean" => VariableType::Boolean,
        "Integer" => VariableType::Integer,
        "Float" => VariableType::Float,
        "Date" => VariableType::Date,
        "DateTime" => VariableType::DateTime,
        _ => return None,
    })
}

/// A value of a type; none if it is not one.
pub(in crate::refi_qda) fn typed(kind: VariableType, text: &str) -> Option<Value> {
    let trimmed = text.trim();
    let kept = trimmed.to_owned();
    Some(match kind {
        VariableType::Text => Value::Text(text.to_owned()),
        VariableType::Boolean => Value::Boolean(boolean(trimmed)?),
        VariableType::Integer if is_integer(trimmed) => Value::Integer(kept),
        VariableType::Float if is_decimal(trimmed) => Value::Float(kept),
        VariableType::Date if is_date(trimmed) => Value::Date(kept),
        VariableType::DateTime if is_date_time(trimmed) => Value::DateTime(kept),
        _ => return None,
    })
}

/// `RGBType` of the schema.
pub(in crate::refi_qda) fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|one| one.is_ascii_hexdigit())
    })
}

/// `directionType` of the schema.
pub(in crate::refi_qda) fn is_direction(text: &str) -> bool {
    matches!(text, "Associative" | "OneWay" | "Bidirectional")
}

/// `xsd:boolean`, and as Python writes it.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim() {
        "true" | "1" | "True" | "TRUE" => Some(true),
        "false" | "0" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// `xsd:integer`.
pub(in crate::refi_qda) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit())
}

/// `xsd:decimal`.
fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |text: &str| text.bytes().all(|one| one.is_ascii_digit());
    is_digits(whole) && is_digits(part) && !(whole.is_empty() && part.is_empty())
}

/// `xsd:date` of the years 1 to 9999.
fn is_date(text: &str) -> bool {
    let Some((day, zone)) = text.split_at_checked(10) else { return false };
    is_day(day) && is_zone(zone)
}

/// `xsd:dateTime` of the years 1 to 9999.
pub(in crate::refi_qda) fn is_date_time(text: &str) -> bool {
    let Some((day, rest)) = text.split_at_checked(10) else { return false };
    let Some((time, zone)) = rest.strip_prefix('T').and_then(|rest| rest.split_at_checked(8))
    else {
        return false;
    };
    let zone = match zone.strip_prefix('.') {
        Some(part) => {
            let rest = part.trim_start_matches(|one: char| one.is_ascii_digit());
            if rest.len() == part.len() {
                return false;
            }
            rest
        }
        None => zone,
    };
    let is_time = is_shape(time, "00:00:00")
        && number(time, 0, 2) < 24
        && number(time, 3, 5) < 60
        && number(time, 6, 8) < 60;
    is_day(day) && is_time && is_zone(zone)
}

/// A time (`xsd:dateTime`) as the same instant of UTC, with a Z, and whether its zone was another
/// one; none where it names no zone, and where the year would leave 1 to 9999.
pub(in crate::refi_qda) fn in_utc(text: &str) -> Option<(String, bool)> {
    let (moment, zone) = match text.strip_suffix('Z') {
        Some(_) => return Some((text.to_owned(), false)),
        None => text.split_at_checked(text.len().checked_sub(6)?)?,
    };
    if zone.is_empty() || !is_zone(zone) {
        return None;
    }
    let day_minutes = 24 * 60;
    let zone_minutes = 60 * number(zone, 1, 3) + number(zone, 4, 6);
    let local = 60 * number(moment, 11, 13) + number(moment, 14, 16);
    let mut day = (number(moment, 0, 4), number(moment, 5, 7), number(moment, 8, 10));
    // West of Greenwich it is later there than the clock says.
    let minutes = match zone.starts_with('-') {
        true => local + zone_minutes,
        false if local >= zone_minutes => local - zone_minutes,
        false => {
            day = day_before(day)?;
            local + day_minutes - zone_minutes
        }
    };
    if minutes >= day_minutes {
        day = day_after(day)?;
    }
    let (year, month, date) = day;
    let (hour, minute) = (minutes % day_minutes / 60, minutes % 60);
    let rest = moment.get(16..)?;
    let utc = format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}{rest}Z");
    Some((utc, zone_minutes > 0))
}

/// A time as programs write it, as `xsd:dateTime`: with a space or a small t for the T, a small z,
/// no seconds, a zone without a colon, the end of a day as its 24th hour.
pub(super) fn date_time(text: &str) -> Option<String> {
    let text = text.trim();
    if is_date_time(text) {
        return Some(text.to_owned());
    }
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let zone_at = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at_checked(zone_at)?;
    let time = time.trim_end();
    let mut time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    let mut day = day.to_owned();
    let is_end =
        time.strip_prefix("24:00:00").is_some_and(|part| part.trim_matches(['.', '0']).is_empty());
    if is_end && is_day(&day) {
        let ended = (number(&day, 0, 4), number(&day, 5, 7), number(&day, 8, 10));
        let (year, month, date) = day_after(ended)?;
        day = format!("{year:04}-{month:02}-{date:02}");
        time = "00:00:00".into();
    }
    let zone = match zone.split_at_checked(3) {
        _ if zone.eq_ignore_ascii_case("z") => "Z".into(),
        Some((hours, minutes)) if minutes.len() == 2 => format!("{hours}:{minutes}"),
        Some((hours, "")) => format!("{hours}:00"),
        _ => zone.to_owned(),
    };
    Some(format!("{day}T{time}{zone}")).filter(|text| is_date_time(text))
}

fn is_day(text: &str) -> bool {
    if !is_shape(text, "0000-00-00") {
        return false;
    }
    let (year, month, day) = (number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    year > 0 && (1..=days_of(year, month)).contains(&day)
}

/// Days of a month; none where it is no month.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

type Day = (u32, u32, u32);

fn day_before((year, month, day): Day) -> Option<Day> {
    Some(match (month, day) {
        (_, 2..) => (year, month, day - 1),
        (2.., _) => (year, month - 1, days_of(year, month - 1)),
        _ => (year.checked_sub(1).filter(|year| *year > 0)?, 12, 31),
    })
}

fn day_after((year, month, day): Day) -> Option<Day> {
    Some(match month {
        _ if day < days_of(year, month) => (year, month, day + 1),
        ..12 => (year, month + 1, 1),
        _ => (Some(year + 1).filter(|year| *year < 10_000)?, 1, 1),
    })
}

fn is_zone(text: &str) -> bool {
    match text {
        "" | "Z" => true,
        _ => {
            let Some(zone) = text.strip_prefix(['+', '-']) else { return false };
            let minutes = |zone| 60 * number(zone, 0, 2) + number(zone, 3, 5);
            is_shape(zone, "00:00") && number(zone, 3, 5) < 60 && minutes(zone) <= 14 * 60
        }
    }
}

/// Whether a text has digits where a pattern has zeros, and is like it elsewhere.
fn is_shape(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(one, meant)| match meant {
            b'0' => one.is_ascii_digit(),
            _ => one == meant,
        })
}

fn number(text: &str, from: usize, to: usize) -> u32 {
    text.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_with_a_zone_are_the_same_instant_in_utc() {
        for (text, utc) in [
            ("2026-01-15T09:00:00+05:00", "2026-01-15T04:00:00Z"),
            ("2026-01-01T03:30:07.25+05:45", "2025-12-31T21:45:07.25Z"),
            ("2024-02-28T23:00:00-02:00", "2024-02-29T01:00:00Z"),
            ("2023-02-28T23:00:00-02:00", "2023-03-01T01:00:00Z"),
            ("2024-03-01T00:00:00+00:01", "2024-02-29T23:59:00Z"),
            ("1999-12-31T23:59:59-14:00", "2000-01-01T13:59:59Z"),
        ] {
            assert_eq!(in_utc(text), Some((utc.to_owned(), true)), "{text}");
        }
        let same = Some(("2026-01-15T09:00:00Z".to_owned(), false));
        assert_eq!(in_utc("2026-01-15T09:00:00+00:00"), same);
        assert_eq!(in_utc("2026-01-15T09:00:00Z"), same);
        for text in [
            "2026-01-15T09:00:00",
            "2026-01-15T09:00:00.5",
            "0001-01-01T00:00:00+01:00",
            "9999-12-31T23:30:00-01:00",
        ] {
            assert_eq!(in_utc(text), None, "{text}");
        }
    }

    #[test]
    fn times_that_are_unmistakable_are_read() {
        for (text, read) in [
            ("2026-01-15 09:00:00", "2026-01-15T09:00:00"),
            ("2026-01-15T09:00:00+0500", "2026-01-15T09:00:00+05:00"),
            ("2026-01-15T09:00:00 +05", "2026-01-15T09:00:00+05:00"),
            ("2026-01-15t09:00z", "2026-01-15T09:00:00Z"),
            ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"),
            (" 2026-01-15T09:00:00.5-03:30 ", "2026-01-15T09:00:00.5-03:30"),
        ] {
            assert_eq!(date_time(text).as_deref(), Some(read), "{text}");
        }
        for text in
            ["15.01.2026", "2026-01-15", "2026-01-15T24:01:00Z", "2026-02-30T09:00Z", "жылы"]
        {
            assert_eq!(date_time(text), None, "{text}");
        }
    }

    #[test]
    fn values_are_those_of_the_schema() {
        let is = |kind, text: &str| typed(kind, text).is_some();
        for text in ["2026-01-15T09:00:00Z", "2024-02-29T23:59:59.5+05:00", "0001-01-01T00:00:00"] {
            assert!(is(VariableType::DateTime, text), "{text}");
        }
        for text in [
            "2026-01-15 09:00:00",
            "2023-02-29T00:00:00",
            "2026-01-15T24:00:01",
            "2026-01-15T09:00:00.Z",
            "2026-01-15T09:00:00+15:00",
            "2026-01-15T09:00",
            "0000-01-01T00:00:00",
            "жылы",
        ] {
            assert!(!is(VariableType::DateTime, text), "{text}");
        }
        assert!(
            is(VariableType::Date, "2026-01-15+05:00") && !is(VariableType::Date, "15.01.2026")
        );
        for text in ["1", "-1.50", "+.5", "1."] {
            assert!(is(VariableType::Float, text), "{text}");
        }
        for text in ["", ".", "1e5", "1,5", "NaN", "--1"] {
            assert!(!is(VariableType::Float, text), "{text}");
        }
        assert!(is(VariableType::Integer, "-007") && !is(VariableType::Integer, "1.0"));
        assert_eq!(typed(VariableType::Boolean, " True "), Some(Value::Boolean(true)));
        assert_eq!(typed(VariableType::Text, " a "), Some(Value::Text(" a ".into())));
    }
}
