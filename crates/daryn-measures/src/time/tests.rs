use daryn_text::Language::{self, En, Kk, Ru};

use super::*;

/// The times of a text, as `printed = value`.
fn told(text: &str, language: Language) -> String {
    let found = joined(text, &find(text, language));
    let told = found.iter().map(|one| {
        let when = &one.when;
        let date = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
        let mut value = format!("{:?}", when.kind);
        if when.from.is_some() || when.to.is_some() {
            value += &format!(" {}/{}", date(when.from), date(when.to));
        }
        if let Some(count) = when.count {
            value += &format!(" {count}");
        }
        if let Some(unit) = when.unit {
            value += &format!(" {unit:?}");
        }
        if let Some(doubt) = when.doubt {
            value += &format!(" {doubt:?}");
        }
        format!("{} = {value}", &text[one.range.clone()])
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn russian_times() {
    let cases = [
        ("внести до 2025 года", "до 2025 года = Date /2025"),
        ("достичь к 2025 году", "к 2025 году = Date /2025"),
        ("сделать в 2023-2027 годах", "в 2023-2027 годах = Date 2023/2027"),
        ("IV квартал 2024 года", "IV квартал 2024 года = Date 2024-10/2024-12"),
        ("IV квартал", "IV квартал = Date NoYear"),
        ("в 1-м полугодии 2024 года", "в 1-м полугодии 2024 года = Date 2024-01/2024-06"),
        ("к 31 февраля 2024 года", "к 31 февраля 2024 года = Date NoSuchDay"),
        ("до 30 февраля", "до 30 февраля = Date NoSuchDay"),
        ("до 1 июня", "до 1 июня = Date NoYear"),
        ("до 31.12.2024 года", "до 31.12.2024 года = Date /2024-12-31"),
        ("31.02.2024", "31.02.2024 = Date NoSuchDay"),
        ("июль 2023 года", "июль 2023 года = Date 2023-07/2023-07"),
        (
            "ежегодно, до 1 мая 2025 года",
            "ежегодно, до 1 мая 2025 года = Recurring /2025-05-01 Year",
        ),
        (
            "в течение 3 (трех) рабочих дней со дня",
            "в течение 3 (трех) рабочих дней = Term 3 WorkingDay",
        ),
        (
            "в течение двадцати пяти календарных дней",
            "в течение двадцати пяти календарных дней = Term 25 Day",
        ),
        ("не позднее, чем за 5 дней", "не позднее, чем за 5 дней = Term 5 Day"),
        ("в десятидневный срок", "в десятидневный срок = Term 10 Day"),
        ("не позднее месячного срока", "не позднее месячного срока = Term 1 Month"),
        ("на ежегодной основе", "на ежегодной основе = Recurring Year"),
        ("не реже одного раза в квартал", "не реже одного раза в квартал = Recurring Quarter"),
        ("ежегодный доклад о жизни", ""),
        ("на срок до двух лет", ""),
    ];
    for (text, meant) in cases {
        assert_eq!(told(text, Ru), meant, "{text}");
    }
}

#[test]
fn kazakh_times() {
    let cases = [
        ("2025 жылға дейін әзірлейді", "2025 жылға дейін = Date /2025"),
        ("2023-2027 жылдары", "2023-2027 жылдары = Date 2023/2027"),
        ("2024 жылғы IV тоқсанда", "2024 жылғы IV тоқсанда = Date 2024-10/2024-12"),
        ("2025 жылғы 1 маусымға дейін", "2025 жылғы 1 маусымға дейін = Date /2025-06-01"),
        ("2024 жылғы 31 ақпанға дейін", "2024 жылғы 31 ақпанға дейін = Date NoSuchDay"),
        ("үш ай ішінде", "үш ай ішінде = Term 3 Month"),
        ("3 (үш) жұмыс күні ішінде", "3 (үш) жұмыс күні ішінде = Term 3 WorkingDay"),
        ("күнтізбелік 60 (алпыс) күн ішінде", "күнтізбелік 60 (алпыс) күн ішінде = Term 60 Day"),
        ("жыл сайын бекітеді", "жыл сайын = Recurring Year"),
        ("белгіленген мерзімде", "белгіленген мерзімде = Set"),
    ];
    for (text, meant) in cases {
        assert_eq!(told(text, Kk), meant, "{text}");
    }
}

#[test]
fn english_times() {
    let cases = [
        ("report by 1 June 2025", "by 1 June 2025 = Date /2025-06-01"),
        ("by the end of 2026", "by the end of 2026 = Date /2026"),
        ("within 10 working days", "within 10 working days = Term 10 WorkingDay"),
        ("in Q4 2024", "in Q4 2024 = Date 2024-10/2024-12"),
        ("annually", "annually = Recurring Year"),
    ];
    for (text, meant) in cases {
        assert_eq!(told(text, En), meant, "{text}");
    }
}
