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

fn is_day(text: &str) -> bool {
    if !is_shape(text, "0000-00-00") {
        return false;
    }
    let (year, month, day) = (number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year > 0 && (1..=days).contains(&day)
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
