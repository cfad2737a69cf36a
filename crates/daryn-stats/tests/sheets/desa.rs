//! Workbooks laid out like those of UN DESA, with invented values.

use daryn_stats::Source;
use daryn_stats::sheets::desa::{is_migrant_stock, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::collect::Collect;
use crate::mapped::{compare, office_sheet};

fn texts(sheet: &mut Worksheet, row: u32, first: u16, texts: &[&str]) {
    for (at, text) in texts.iter().enumerate() {
        if !text.is_empty() {
            match text.parse::<f64>() {
                Ok(number) => sheet.write(row - 1, first + at as u16, number).unwrap(),
                Err(_) => sheet.write(row - 1, first + at as u16, *text).unwrap(),
            };
        }
    }
}

fn titles(sheet: &mut Worksheet, title: &str, revision: &str) {
    for (row, text) in [
        (2, "United Nations"),
        (3, "Department of Economic and Social Affairs"),
        (4, "International Migrant Stock 2020"),
        (5, title),
        (6, revision),
    ] {
        sheet.write(row - 1, 4, text).unwrap();
    }
}

pub(crate) fn of_2020() -> Vec<u8> {
    let mut book = Workbook::new();
    let contents = book.add_worksheet().set_name("Table of contents").unwrap();
    contents.write(1, 1, "International Migrant Stock").unwrap();
    for (number, title, blocks) in [
        (
            1,
            "at mid-year by sex",
            [
                "International migrant stock at mid-year (both sexes)",
                "International migrant stock at mid-year (male)",
                "International migrant stock at mid-year (female)",
            ],
        ),
        (
            2,
            "population",
            [
                "Total population at mid-year (both sexes) (thousands)",
                "Total population at mid-year (male) (thousands)",
                "Total population at mid-year (female) (thousands)",
            ],
        ),
        (
            4,
            "women",
            ["Female migrants as a percentage of the international migrant stock", "", ""],
        ),
        (5, "change", ["Annual rate of change of the migrant stock (both sexes)", "", ""]),
    ] {
        let sheet = book.add_worksheet().set_name(format!("Table {number}")).unwrap();
        let revision = "POP/DB/MIG/Stock/Rev.2020.";
        titles(sheet, &format!("Table {number}. International migrant stock, {title}"), revision);
        texts(
            sheet,
            11,
            0,
            &[
                "Index",
                "Region, development group, country or area",
                "Notes",
                "Location code",
                "Type of data",
            ],
        );
        let points: &[&str] =
            if number == 5 { &["1990-1995", "1995-2000"] } else { &["1990", "1995"] };
        for (block, title) in blocks.iter().filter(|title| !title.is_empty()).enumerate() {
            let first = 5 + block as u16 * points.len() as u16;
            texts(sheet, 8, first, &[title]);
            texts(sheet, 11, first, points);
        }
        texts(sheet, 12, 0, &["1", "WORLD", "", "900", ""]);
        texts(sheet, 13, 0, &["2", "UN development groups", "", "", ""]);
        texts(sheet, 14, 0, &["3", "      Kazakhstan", "12", "398", "B "]);
        for block in 0..blocks.iter().filter(|title| !title.is_empty()).count() as u16 {
            for (at, row) in [12, 13, 14].into_iter().enumerate() {
                let value = if at == 1 { "..".to_owned() } else { format!("{at}{block}.25") };
                texts(sheet, row, 5 + block * 2, &[&value, ".."]);
            }
        }
    }
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "(1) Note").unwrap();
    book.save_to_buffer().unwrap()
}

fn found(bytes: Vec<u8>) -> (Collect, Source) {
    let source = Source::bytes("desa.xlsx", bytes);
    assert!(is_migrant_stock(&source));
    let mut found = Collect::default();
    let told = read(&source, &mut found);
    assert_eq!(told.problems, []);
    compare(&source, &found);
    (found, source)
}

#[test]
fn by_destination_of_2020() {
    let (found, _) = found(of_2020());
    assert_eq!(found.data_sets.len(), 4);
    assert_eq!(found.data_sets[0].vintage, "POP/DB/MIG/Stock/Rev.2020");
    assert_eq!(found.data_sets[0].source, "United Nations");
    let stock = "International migrant stock at mid-year";
    assert_eq!(
        found.keys()[..12],
        [
            format!("900 | 1990 | _T | {stock} | 00.25").replace("00.25", "0.25"),
            format!("900 | 1995 | _T | {stock} | .."),
            format!("900 | 1990 | M | {stock} | 1.25"),
            format!("900 | 1995 | M | {stock} | .."),
            format!("900 | 1990 | F | {stock} | 2.25"),
            format!("900 | 1995 | F | {stock} | .."),
            format!("398 | 1990 | _T | {stock} | 20.25"),
            format!("398 | 1995 | _T | {stock} | .."),
            format!("398 | 1990 | M | {stock} | 21.25"),
            format!("398 | 1995 | M | {stock} | .."),
            format!("398 | 1990 | F | {stock} | 22.25"),
            format!("398 | 1995 | F | {stock} | .."),
        ]
    );
    let (world, country) = (&found.rows[1], &found.rows[6]);
    assert_eq!((world.get("TYPE_OF_DATA"), country.get("TYPE_OF_DATA")), ("", "B"));
    assert_eq!((world.get("OBS_MISSING"), country.get("NOTES")), ("not-available", "12"));
    assert_eq!(country.get("TIME_PER_COLLECT"), "1 July");
    let of = |number: u32| found.rows.iter().filter(move |row| row.data_set == number);
    let population = of(1).next().unwrap();
    assert_eq!(
        (population.get("INDICATOR"), population.get("UNIT_MULT")),
        ("Total population at mid-year (thousands)", "3")
    );
    let women = of(2).next().unwrap();
    assert_eq!((women.get("SEX"), women.get("UNIT_MEASURE")), ("", "PT"));
    let change = of(3).next().unwrap();
    assert_eq!((change.get("TIME_PERIOD"), change.get("TIME_PER_COLLECT")), ("1990-1995", ""));
    assert_eq!(found.rows.len(), 12 + 12 + 4 + 4);
    let names: Vec<_> = found.labels.iter().map(|one| (one.1.as_deref(), one.3.as_str())).collect();
    assert_eq!(names[..2], [(Some("900"), "WORLD"), (Some("398"), "Kazakhstan")]);
}

#[test]
fn destination_and_origin_of_2020_and_2024() {
    for (years, revision) in [
        (vec!["1990", "2020"], "POP/DB/MIG/Stock/Rev.2020"),
        (vec!["1990", "2020", "2024"], "POP/DB/MIG/Stock/Rev.2024"),
    ] {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Table 1").unwrap();
        titles(sheet, "Table 1. International migrant stock by destination and origin", revision);
        texts(
            sheet,
            11,
            0,
            &[
                "Index",
                "Region, development group, country or area of destination",
                "Notes of destination",
                "Location code of destination",
                "Type of data of destination",
                "Region, development group, country or area of origin",
                "Location code of origin",
            ],
        );
        for (block, sex) in ["both sexes", "male", "female"].into_iter().enumerate() {
            let first = 7 + (block * years.len()) as u16;
            texts(sheet, 10, first, &[&format!("International migrant stock at mid-year ({sex})")]);
            texts(sheet, 11, first, &years);
            let values: Vec<String> =
                (0..years.len()).map(|year| format!("{}", 100 * block + year)).collect();
            texts(sheet, 12, first, &values.iter().map(String::as_str).collect::<Vec<_>>());
            texts(sheet, 13, first, &values.iter().map(String::as_str).collect::<Vec<_>>());
        }
        texts(sheet, 12, 0, &["1", "Kazakhstan", "", "398", "B R", "Other(s)", "2003"]);
        texts(sheet, 13, 0, &["2", "WORLD", "", "900", "", "Uzbekistan", "860"]);
        let (found, _) = found(book.save_to_buffer().unwrap());
        assert_eq!(found.rows.len(), 6 * years.len());
        let stock = "International migrant stock at mid-year";
        let keys = found.keys();
        assert_eq!(keys[0], format!("398 | 2003 | 1990 | _T | {stock} | 0"));
        assert_eq!(keys[years.len()], format!("398 | 2003 | 1990 | M | {stock} | 100"));
        let last = years.len() - 1;
        assert_eq!(
            keys[keys.len() - 1],
            format!("900 | 860 | {} | F | {stock} | {}", years[last], 200 + last)
        );
        assert_eq!(found.data_sets[0].vintage, revision);
        assert_eq!(found.rows[0].get("TYPE_OF_DATA"), "B R");
        let has = |one: &(String, Option<String>, String, String)| {
            one.0 == "ORIGIN" && one.1.as_deref() == Some("860") && one.3 == "Uzbekistan"
        };
        assert!(found.labels.iter().any(has));
    }
}

#[test]
fn totals_and_origins_of_2019() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Table 1").unwrap();
    for (row, text) in [
        (5, "United Nations"),
        (7, "Trends in International Migrant Stock: The 2019 revision"),
        (9, "Table 1 - Total international migrant stock at mid-year by sex, 1990-2019"),
        (11, "POP/DB/MIG/Stock/Rev.2019"),
    ] {
        sheet.write(row - 1, 4, text).unwrap();
    }
    texts(
        sheet,
        15,
        0,
        &[
            "Sort\norder",
            "Major area, region, country or area of destination",
            "Notes",
            "Code",
            "Type of data (a)",
            "International migrant stock at mid-year (both sexes)",
            "",
            "International migrant stock at mid-year (male)",
        ],
    );
    texts(sheet, 16, 5, &["1990", "2019", "1990", "2019"]);
    texts(sheet, 17, 0, &["1", "WORLD", "(b)", "900", "", "10", "11", "12", "13"]);
    texts(sheet, 18, 0, &["2", "UN development groups", "", "", "..", "..", "..", "..", ".."]);
    texts(sheet, 19, 0, &["3", "Kazakhstan", "", "398", "B", "20", "..", "22", "23"]);
    let (found, _) = found(book.save_to_buffer().unwrap());
    let stock = "International migrant stock at mid-year";
    assert_eq!(
        found.keys(),
        [
            format!("900 | 1990 | _T | {stock} | 10"),
            format!("900 | 2019 | _T | {stock} | 11"),
            format!("900 | 1990 | M | {stock} | 12"),
            format!("900 | 2019 | M | {stock} | 13"),
            format!("398 | 1990 | _T | {stock} | 20"),
            format!("398 | 2019 | _T | {stock} | .."),
            format!("398 | 1990 | M | {stock} | 22"),
            format!("398 | 2019 | M | {stock} | 23"),
        ]
    );

    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Table 2").unwrap();
    sheet.write(8, 4, "Table 2. Male migrant stock by origin (male)").unwrap();
    texts(
        sheet,
        15,
        0,
        &[
            "Year",
            "Sort\norder",
            "Major area, region, country or area of destination",
            "Notes",
            "Code",
            "Type of data (a)",
        ],
    );
    sheet.merge_range(14, 6, 14, 8, "Country or area of origin", &Format::new()).unwrap();
    texts(sheet, 16, 6, &["Total", "Other North", "Kazakhstan"]);
    texts(sheet, 17, 0, &["1990", "1", "Uzbekistan", "", "860", "B", "7", "", "5"]);
    let source = Source::bytes("c.xlsx", book.save_to_buffer().unwrap());
    let mut found = Collect::default();
    let told = read(&source, &mut found);
    assert_eq!(told.problems, []);
    assert_eq!(
        last_but_one(&found),
        "1990 | 860 | Total | M | Table 2. Male migrant stock by origin | 7"
    );
    let last = found.rows.last().unwrap();
    assert_eq!(
        (last.get("TIME_PERIOD"), last.get("REF_AREA"), last.get("ORIGIN"), last.get("OBS_VALUE")),
        ("1990", "860", "Kazakhstan", "5")
    );
    assert_eq!(
        (found.rows.len(), last.get("SEX"), last.get("TIME_PER_COLLECT")),
        (2, "M", "1 July")
    );
}

fn last_but_one(found: &Collect) -> String {
    found.keys()[found.rows.len() - 2].clone()
}

#[test]
fn by_age() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Table 1").unwrap();
    titles(
        sheet,
        "Table 1. International migrant stock at mid-year by age",
        "POP/DB/MIG/Stock/Rev.2020",
    );
    texts(
        sheet,
        11,
        0,
        &[
            "Index",
            "Year",
            "Region, development group, country or area",
            "Notes",
            "Location code",
            "Type of data",
            "0-4",
            "75+",
            "Total",
        ],
    );
    texts(sheet, 10, 6, &["International migrant stock at mid-year (both sexes)"]);
    texts(sheet, 12, 0, &["1", "1990", "WORLD", "", "900", "", "1", "2", "3"]);
    let (found, _) = found(book.save_to_buffer().unwrap());
    let stock = "International migrant stock at mid-year";
    assert_eq!(
        found.keys(),
        [
            format!("1990 | 900 | 0-4 | _T | {stock} | 1"),
            format!("1990 | 900 | 75+ | _T | {stock} | 2"),
            format!("1990 | 900 | Total | _T | {stock} | 3"),
        ]
    );
}

#[test]
fn another_workbook_is_told_apart() {
    let source = Source::bytes("a.xlsx", office_sheet());
    assert!(!is_migrant_stock(&source));
    let told = read(&source, &mut Collect::default());
    assert_eq!(told.problems[0].code, "stats-desa-no-table");
}
