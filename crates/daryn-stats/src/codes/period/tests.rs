use proptest::prelude::*;

use super::*;

fn told(period: Option<TimePeriod>) -> String {
    period.map_or("-".to_owned(), |period| {
        format!("{period} {:?} {} {}", period.kind(), period.start(), period.end())
    })
}

#[test]
fn forms_of_standards_are_read() {
    for (text, expected) in [
        ("2019", "2019 Year 2019-01-01 2019-12-31"),
        ("2019-A1", "2019 Year 2019-01-01 2019-12-31"),
        ("2019-S2", "2019-S2 Half 2019-07-01 2019-12-31"),
        ("2019-H2", "2019-S2 Half 2019-07-01 2019-12-31"),
        ("2019-T1", "2019-T1 Third 2019-01-01 2019-04-30"),
        ("2019-Q3", "2019-Q3 Quarter 2019-07-01 2019-09-30"),
        ("2019Q3", "2019-Q3 Quarter 2019-07-01 2019-09-30"),
        ("2019-M07", "2019-07 Month 2019-07-01 2019-07-31"),
        ("2019M07", "2019-07 Month 2019-07-01 2019-07-31"),
        ("2019-07", "2019-07 Month 2019-07-01 2019-07-31"),
        ("2020-02", "2020-02 Month 2020-02-01 2020-02-29"),
        ("2019-W05", "2019-W05 Week 2019-01-28 2019-02-03"),
        // The first week of 2020 began in 2019; 2020 had 53 weeks and 2019 only 52.
        ("2020-W01", "2020-W01 Week 2019-12-30 2020-01-05"),
        ("2020-W53", "2020-W53 Week 2020-12-28 2021-01-03"),
        ("2019-W53", "-"),
        ("2019-D012", "2019-01-12 Day 2019-01-12 2019-01-12"),
        ("2020-D366", "2020-12-31 Day 2020-12-31 2020-12-31"),
        ("2019-D366", "-"),
        ("2019-07-01", "2019-07-01 Day 2019-07-01 2019-07-01"),
        ("2019-07-01T00:00:00", "2019-07-01T00:00:00 Moment 2019-07-01 2019-07-01"),
        (
            "2019-07-01T12:30:05.50+06:00",
            "2019-07-01T12:30:05.5+06:00 Moment 2019-07-01 2019-07-01",
        ),
        ("2019-12-31T24:00:00Z", "2019-12-31T24:00:00Z Moment 2019-12-31 2019-12-31"),
        ("2010-01/P1Y", "2010-01-01/P1Y Span 2010-01-01 2010-12-31"),
        ("2010-01-15/P2M", "2010-01-15/P2M Span 2010-01-15 2010-03-14"),
        ("1900-03/P9370W", "1900-03-01/P65590D Span 1900-03-01 2079-09-27"),
        ("2010-01-01T00:00:00/P10D", "2010-01-01/P10D Span 2010-01-01 2010-01-10"),
        ("2010-01-01/2010-06-30", "2010-01-01/P6M Span 2010-01-01 2010-06-30"),
        ("2023-M01/M09", "2023-M01/M09 Months 2023-01-01 2023-09-30"),
        ("2019/20", "2019/2020 Academic 2019-09-01 2020-08-31"),
        ("2019/2020", "2019/2020 Academic 2019-09-01 2020-08-31"),
        ("1999/00", "1999/2000 Academic 1999-09-01 2000-08-31"),
        ("2019-2020", "2019-01-01/P2Y Span 2019-01-01 2020-12-31"),
        ("2010-11", "2010-11 Month 2010-11-01 2010-11-30"),
        (" 2019 ", "2019 Year 2019-01-01 2019-12-31"),
    ] {
        assert_eq!(told(parse(text)), expected, "{text}");
    }
    for text in [
        "",
        "19",
        "2019-Q5",
        "2019-Q0",
        "2019-M13",
        "2019-S3",
        "2019-T4",
        "2019-A2",
        "2019-02-29",
        "2019-20",
        "2019/21",
        "2019/2021",
        "2020-2019",
        "2019-X1",
        "2019Q",
        "2019-07-01T25:00:00",
        "2019-07-01T10:60:00",
        "2019-07-01T10:00:00.",
        "2010-01/P",
        "2010-01/P1",
        "2010-01/PT1H",
        "2010-06-30/2010-01-01",
        "2019-é",
        "+019",
        "2019-D000",
        "2019-W00",
        "2019--1",
        "2019-Q-1",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn academic_years_are_read_where_the_source_says_so() {
    for text in ["2010/11", "2010/2011", "2010-2011", "2010-11", "2010–2011", "2010 / 2011"] {
        assert_eq!(told(academic(text, 9)), "2010/2011 Academic 2010-09-01 2011-08-31", "{text}");
    }
    assert_eq!(academic("2010/2012", 9), None);
    assert_eq!(academic("2010", 9), None);
    assert_eq!(academic("2010/11", 13), None);
}

#[test]
fn a_reporting_year_may_begin_in_july() {
    let told = |text| told(parse_with(text, (7, 1)));
    assert_eq!(told("2019-A1"), "2019-07-01/P1Y Year 2019-07-01 2020-06-30");
    assert_eq!(told("2019-Q1"), "2019-07-01/P3M Quarter 2019-07-01 2019-09-30");
    assert_eq!(told("2019-M07"), "2020-01-01/P1M Month 2020-01-01 2020-01-31");
    assert_eq!(told("2019-07"), "2019-07 Month 2019-07-01 2019-07-31");
    assert_eq!(told("2019"), "2019 Year 2019-01-01 2019-12-31");
    assert_eq!(
        parse_with("2019-Q1", (7, 1)).map(|q| q.to_model().to_string()).as_deref(),
        Some("2019-07-01/2019-09-30")
    );
    assert_eq!(parse_with("2019", (13, 1)), None);
}

#[test]
fn words_in_three_languages_are_read() {
    for (text, expected) in [
        ("2019 год", "2019"),
        ("2019 г.", "2019"),
        ("2019 жыл", "2019"),
        ("2019ж.", "2019"),
        ("за 2019 год", "2019"),
        ("январь 2023", "2023-01"),
        ("Январь 2023 г.", "2023-01"),
        ("в мае 2023 года", "2023-05"),
        ("2023 жылғы қаңтар", "2023-01"),
        ("2023 жылғы мамыр", "2023-05"),
        ("September 2023", "2023-09"),
        ("Sept. 2023", "2023-09"),
        ("I квартал 2023", "2023-Q1"),
        ("1 квартал 2023 года", "2023-Q1"),
        ("1-й квартал 2023 года", "2023-Q1"),
        ("IV кв. 2023 г.", "2023-Q4"),
        ("2023 жылғы I тоқсан", "2023-Q1"),
        ("2023 жылғы ІІІ тоқсан", "2023-Q3"),
        ("2023 жылғы 2-тоқсан", "2023-Q2"),
        ("2023 жылғы 2-ші тоқсан", "2023-Q2"),
        ("Q3 2023", "2023-Q3"),
        ("third quarter of 2023", "2023-Q3"),
        ("1st quarter 2023", "2023-Q1"),
        ("I полугодие 2023 г.", "2023-S1"),
        ("2023 жылғы II жартыжылдық", "2023-S2"),
        ("first half of 2023", "2023-S1"),
        ("январь-сентябрь 2023", "2023-M01/M09"),
        ("Январь – сентябрь 2023 г.", "2023-M01/M09"),
        ("9 мес. 2023", "2023-M01/M09"),
        ("за 9 месяцев 2023 года", "2023-M01/M09"),
        ("2023 жылғы қаңтар-қыркүйек", "2023-M01/M09"),
        ("2023 жылғы қаңтар-қыркүйекте", "2023-M01/M09"),
        ("2023 жылғы 9 ай", "2023-M01/M09"),
        ("January-September 2023", "2023-M01/M09"),
        ("9 months of 2023", "2023-M01/M09"),
        ("апрель-июнь 2023", "2023-M04/M06"),
        ("январь-декабрь 2023", "2023-M01/M12"),
        ("на начало 2020 года", "2020-01-01T00:00:00"),
        ("2020 жылдың басына", "2020-01-01T00:00:00"),
        ("beginning of 2020", "2020-01-01T00:00:00"),
        ("на конец 2019 года", "2019-12-31T24:00:00"),
        ("end of 2019", "2019-12-31T24:00:00"),
        ("mid-2019", "2019-07-01T00:00:00"),
        ("на 1 июля 2019 г.", "2019-07-01T00:00:00"),
        ("2019 жылғы 1 шілдеге", "2019-07-01T00:00:00"),
        ("as of 1 July 2019", "2019-07-01T00:00:00"),
        ("1 июля 2019 года", "2019-07-01"),
        ("July 1, 2019", "2019-07-01"),
        ("2019-Q3", "2019-Q3"),
        ("2023 жылдың қаңтар-қыркүйегі", "2023-M01/M09"),
        ("2023 жылғы қаңтар-қыркүйек айлары", "2023-M01/M09"),
        ("в январе-сентябре 2023 года", "2023-M01/M09"),
        ("янв.-сент. 2023", "2023-M01/M09"),
        ("31.12.2019", "2019-12-31"),
        ("на 01.07.2019 г.", "2019-07-01T00:00:00"),
        ("32.12.2019", ""),
        ("1.2.2019", ""),
        ("9 мес.", ""),
        ("январь", ""),
        ("сентябрь-январь 2023", ""),
        ("5 квартал 2023", ""),
        ("13 месяцев 2023", ""),
        ("31 июня 2023", ""),
        ("2022 и 2023", ""),
        ("2023 область", ""),
        ("к 2023", ""),
        ("", ""),
    ] {
        let read = parse_words(text).map(|period| period.to_string());
        assert_eq!(read.unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn nine_months_are_no_year_and_a_date_is_no_stretch() {
    let nine = parse_words("9 мес. 2023").expect("a period");
    let year = parse("2023").expect("a period");
    assert_ne!(nine, year);
    assert!(!nine.covers_the_same(&year));
    assert!(nine.is_cumulative() && !year.is_cumulative() && !nine.is_point());
    // Twelve months counted from January cover the year, and are still written as months.
    let twelve = of_taldau(8, "122023").expect("a period");
    assert!(twelve != year && twelve.covers_the_same(&year));
    let middle = TimePeriod::mid_year(2019).expect("a point");
    assert!(middle.is_point() && Some(middle) != parse("2019-07-01"));
    assert!(!parse("2023-Q1").expect("a quarter").is_cumulative());
}

#[test]
fn codes_of_taldau_mean_what_their_kind_says() {
    for (kind, code, expected) in [
        (4, "092023", "2023-09"),
        (5, "092023", "2023-Q3"),
        (7, "122019", "2019"),
        (8, "092023", "2023-M01/M09"),
        (9, "092023", "2023-M01/M09"),
        (5, "082023", ""),
        (7, "112019", ""),
        (9, "082023", ""),
        (4, "132023", ""),
        (8, "002023", ""),
        (6, "062023", ""),
        (4, "92023", ""),
        (4, "09é023", ""),
    ] {
        let read = of_taldau(kind, code).map(|period| period.to_string());
        assert_eq!(read.unwrap_or_default(), expected, "{kind} {code}");
    }
}

#[test]
fn periods_of_studies_are_known_here() {
    for (text, kind) in [
        ("2022", Kind::Year),
        ("2025-08", Kind::Month),
        ("2023-11-14", Kind::Day),
        ("2022-S1", Kind::Half),
        ("2023-Q4", Kind::Quarter),
        ("2017-M01/M09", Kind::Months),
        ("2023/2024", Kind::Academic),
    ] {
        let period: Period = text.parse().expect("a period");
        let here = TimePeriod::of_model(period).expect("a period");
        assert_eq!((here.kind(), here.to_model()), (kind, period));
    }
    for (text, last) in [("1993/2018-04", "2018-04-30"), ("1993/2013", "2013-12-31")] {
        let here = TimePeriod::of_model(text.parse().expect("a period")).expect("a period");
        assert_eq!(
            (here.start().to_string().as_str(), here.end().to_string().as_str()),
            ("1993-01-01", last)
        );
    }
}

#[test]
fn periods_are_those_of_studies() {
    for (text, expected) in [
        ("2019", "2019"),
        ("2019-M07", "2019-07"),
        ("2019-07-01", "2019-07-01"),
        ("2019-S1", "2019-S1"),
        ("2019-Q4", "2019-Q4"),
        ("2023-M01/M09", "2023-M01/M09"),
        ("2019/20", "2019/2020"),
        ("2019-T2", "2019-05-01/2019-08-31"),
        ("2019-W01", "2018-12-31/2019-01-06"),
    ] {
        assert_eq!(parse(text).map(|p| p.to_model().to_string()).as_deref(), Some(expected));
    }
}

proptest! {
    #[test]
    fn any_text_ends(text in "\\PC{0,24}") {
        let _ = (parse(&text), parse_words(&text), academic(&text, 9), of_taldau(4, &text));
    }

    #[test]
    fn what_is_printed_is_read_back(text in "(19|20)[0-9]{2}(-?[ASTQMWD][0-9]{1,3}|-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-5][0-9]:00(Z|-05:30)?)?)?|/[0-9]{2}|-M0[1-9]/M[01][0-9]|-[01][0-9](-[0-3][0-9])?/P[0-9]{1,4}[YMWD])?") {
        if let Some(period) = parse(&text) {
            prop_assert_eq!(parse(&period.to_string()), Some(period), "{}", text);
            prop_assert!(period.start <= period.end);
        }
    }
}

#[test]
fn what_services_write_is_a_period_and_what_may_be_two_is_what_the_standard_says() {
    for (text, wanted) in [
        ("2018.0", Some("2018")),
        (" 2018.00 ", Some("2018")),
        ("2018.5", None),
        ("2019 г.", Some("2019")),
        ("2019 год", Some("2019")),
        ("2020 жыл", Some("2020")),
        ("2020 ж.", Some("2020")),
        ("31.12.2019", Some("2019-12-31")),
        ("2010-11", Some("2010-11")),
        ("2012-13", None),
        ("122000", None),
        ("2019-Q1", Some("2019-Q1")),
    ] {
        let found = of(text).map(|period| period.to_string());
        assert_eq!(found.as_deref(), wanted, "{text}");
    }
    assert_eq!(of("2010-11").map(|period| period.kind()), Some(Kind::Month));
}
