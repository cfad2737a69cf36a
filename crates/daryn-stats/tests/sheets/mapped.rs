//! Specimens like those of statistics offices.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use daryn_model::Diagnostic;
use daryn_stats::sheets::{DocumentTable, Mapping, read, read_document};
use daryn_stats::{Role, Source};
use rust_xlsxwriter::{Format, FormatScript, Workbook};

use crate::collect::Collect;

pub(crate) fn mapping(text: &str) -> Mapping {
    let mut problems = Vec::new();
    let mapping = Mapping::parse("mapping.toml", text, &mut problems);
    assert_eq!(problems, []);
    mapping.expect("a mapping")
}

pub(crate) fn read_all(source: &Source, text: &str) -> (Collect, Vec<Diagnostic>) {
    let mut found = Collect::default();
    let told = read(source, &mapping(text), &mut found);
    (found, told.problems)
}

/// Two tables a sheet, heads in Kazakh and Russian, merged, notes under the tables.
pub(crate) fn office_sheet() -> Vec<u8> {
    let mut book = Workbook::new();
    let one = Format::new().set_num_format("#,##0.0");
    let (plain, raised) = (Format::new(), Format::new().set_font_script(FormatScript::Superscript));
    let sheet = book.add_worksheet().set_name("Халық").unwrap();
    sheet.merge_range(0, 0, 0, 5, "Халық саны / Численность населения", &plain).unwrap();
    sheet.write(2, 5, "мың адам / тысяч человек").unwrap();
    for first in [3, 14] {
        sheet.merge_range(first, 0, first + 2, 0, "Өңір", &plain).unwrap();
        sheet.merge_range(first, 1, first + 2, 1, "Регион", &plain).unwrap();
        sheet.merge_range(first, 2, first, 3, "Ерлер", &plain).unwrap();
        sheet.merge_range(first, 4, first, 5, "Әйелдер", &plain).unwrap();
        sheet.merge_range(first + 1, 2, first + 1, 3, "Мужчины", &plain).unwrap();
        sheet.merge_range(first + 1, 4, first + 1, 5, "Женщины", &plain).unwrap();
        for (column, year) in [(2, 2019), (3, 2020), (4, 2019), (5, 2020)] {
            sheet.write(first + 2, column, year).unwrap();
        }
    }
    let areas = [
        ("Қазақстан Республикасы", "Республика Казахстан"),
        ("Ақмола облысы", "  Акмолинская область"),
        ("Шымкент қаласы", "  г. Шымкент*"),
    ];
    for (at, (kk, ru)) in areas.into_iter().enumerate() {
        let row = 6 + at as u32;
        sheet.write(row, 0, kk).unwrap();
        sheet.write(row, 1, ru).unwrap();
    }
    for (column, value) in [(2, 8912.3), (3, 9023.4), (4, 9482.25), (5, 9560.0)] {
        sheet.write_with_format(6, column, value, &one).unwrap();
    }
    sheet.write(7, 2, 1.1 * 3.0).unwrap();
    sheet.write(7, 3, "361,5*").unwrap();
    sheet.write(7, 4, "x").unwrap();
    sheet.write(7, 5, "…").unwrap();
    sheet.write(8, 2, "-").unwrap();
    sheet.write_rich_string(8, 3, &[(&plain, "512,3"), (&raised, "1)")]).unwrap();
    sheet.write(8, 5, "1 024,5").unwrap();
    sheet.write(10, 0, "* Алдын ала деректер. / Предварительные данные.").unwrap();
    sheet.write(11, 0, "Ескертпе / Примечание: 2020").unwrap();
    sheet.write(12, 5, "адам / человек").unwrap();
    sheet.write(17, 0, "Түркістан облысы").unwrap();
    sheet.write(17, 1, "Туркестанская область").unwrap();
    for (column, value) in [(2, 1000), (3, 1001), (4, 1002), (5, 1003)] {
        sheet.write(17, column, value).unwrap();
    }
    sheet.write(19, 0, "Ескертпе / Примечание: 2020").unwrap();
    book.add_worksheet().set_name("Мазмұны").unwrap().write(0, 0, "Содержание").unwrap();
    book.save_to_buffer().unwrap()
}

pub(crate) const OFFICE: &str = r#"
[[table]]
id = "POPULATION"
names = { ru = "Численность населения", kk = "Халық саны" }
sheet = "Халық"
decimal_mark = ","
flags = { "*" = "preliminary", "1)" = "without Turkistan" }
begin = { equals = "Өңір", column = "A" }
end = { begins = "*" }

[[table.fixed]]
component = "INDICATOR"
value = "POP"
[[table.fixed]]
component = "UNIT_MEASURE"
contains = "человек"
pattern = "/ (.+)$"

[[table.head_row]]
row = 0
labels = "SEX"
language = "kk"
[[table.head_row]]
row = 1
component = "SEX"
language = "ru"
[[table.head_row]]
row = 2
component = "TIME_PERIOD"

[[table.head_column]]
column = "B"
component = "REF_AREA"
language = "ru"
[[table.head_column]]
column = "A"
labels = "REF_AREA"
language = "kk"

[table.roles]
UNIT_MEASURE = "attribute"
[table.codes.SEX]
"Мужчины" = "M"
"Женщины" = "F"
[table.codes.REF_AREA]
"Республика Казахстан" = "KZ"
"Акмолинская область" = "KZ-AKM"
"г. Шымкент" = "KZ-SHY"

[[table]]
id = "SECOND"
sheet = "Халық"
begin = { equals = "Өңір", column = "A", occurrence = 2 }
end = { begins = "Ескертпе" }
[[table.head_row]]
row = 1
component = "SEX"
[[table.head_row]]
row = 2
component = "TIME_PERIOD"
[[table.head_column]]
column = "B"
component = "REF_AREA"
"#;

#[test]
fn a_sheet_of_a_statistics_office() {
    let source = Source::bytes("a.xlsx", office_sheet());
    let (found, problems) = read_all(&source, OFFICE);
    assert_eq!(problems, []);
    assert_eq!(
        found.keys(),
        [
            "POP | KZ | M | 2019 | 8912.3",
            "POP | KZ | M | 2020 | 9023.4",
            "POP | KZ | F | 2019 | 9482.25",
            "POP | KZ | F | 2020 | 9560",
            "POP | KZ-AKM | M | 2019 | 3.3000000000000003",
            "POP | KZ-AKM | M | 2020 | 361,5",
            "POP | KZ-AKM | F | 2019 | x",
            "POP | KZ-AKM | F | 2020 | …",
            "POP | KZ-SHY | M | 2019 | -",
            "POP | KZ-SHY | M | 2020 | 512,3",
            "POP | KZ-SHY | F | 2020 | 1 024,5",
            "Туркестанская область | Мужчины | 2019 | 1000",
            "Туркестанская область | Мужчины | 2020 | 1001",
            "Туркестанская область | Женщины | 2019 | 1002",
            "Туркестанская область | Женщины | 2020 | 1003",
        ]
    );
    let attributes = |row: usize| -> Vec<String> {
        let parts = found.rows[row].parts.iter();
        let parts = parts.filter(|part| part.1.is_attribute() || part.1 == Role::Extra);
        parts.map(|part| format!("{}={}", part.0, part.2)).collect()
    };
    let unit = "UNIT_MEASURE=тысяч человек".to_owned();
    let with = |more: &[&str]| {
        std::iter::once(unit.clone()).chain(more.iter().map(|one| (*one).to_owned())).collect()
    };
    let expected: [Vec<String>; 11] = [
        with(&[]),
        with(&[]),
        with(&["SHOWN=9482.3"]),
        with(&["SHOWN=9560.0"]),
        with(&["SHOWN=3.3000000000000003"][..0]),
        with(&["OBS_STATUS=preliminary", "NUMBER=361.5"]),
        with(&["OBS_MISSING=crossed"]),
        with(&["OBS_MISSING=not-available"]),
        with(&["NOTE=preliminary", "OBS_MISSING=no-event"]),
        with(&["NOTE=preliminary", "OBS_STATUS=without Turkistan", "NUMBER=512.3"]),
        with(&["NOTE=preliminary", "NUMBER=1024.5"]),
    ];
    for (row, expected) in expected.iter().enumerate() {
        assert_eq!(&attributes(row), expected, "{row}");
    }
    let label = |component: &str, code: &str, language: &str| {
        let fits = |one: &&(String, Option<String>, String, String)| {
            one.0 == component && one.1.as_deref() == Some(code) && one.2 == language
        };
        found.labels.iter().find(fits).map_or("", |one| one.3.as_str())
    };
    assert_eq!(label("SEX", "F", "kk"), "Әйелдер");
    assert_eq!(label("SEX", "F", "ru"), "Женщины");
    assert_eq!(label("REF_AREA", "KZ-AKM", "kk"), "Ақмола облысы");
    assert_eq!(label("REF_AREA", "KZ-SHY", "ru"), "г. Шымкент");
    assert_eq!(found.data_sets[0].names[1], ("kk".into(), "Халық саны".into()));
    compare(&source, &found);
}

/// Each observation has the cell that calamine finds there, and its bytes are those of the element.
pub(crate) fn compare(source: &Source, found: &Collect) {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut source.raw().unwrap(), &mut bytes).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for (row, raw) in found.rows.iter().zip(found.raw(source)) {
        let (line, column) = row.cell.expect("a cell");
        let range = book.worksheet_range(&found.streams[row.stream].name).unwrap();
        let seen = range.get_value((line - 1, column - 1)).cloned().unwrap_or(Data::Empty);
        let value = row.parts.iter().find(|part| part.1 == Role::Measure).unwrap().2.clone();
        let same = match &seen {
            Data::Float(number) => value.parse::<f64>() == Ok(*number),
            Data::Int(number) => value.parse::<i64>() == Ok(*number),
            Data::String(text) => text.starts_with(&value),
            Data::Bool(yes) => value == if *yes { "1" } else { "0" },
            Data::Error(error) => error.to_string() == value,
            other => panic!("{other:?}"),
        };
        assert!(same, "{seen:?} {value} {raw}");
        assert!(raw.starts_with("<c ") && raw.ends_with("</c>"), "{raw}");
        assert_eq!(raw.matches("<c ").count(), 1, "{raw}");
        let name = format!("r=\"{}\"", calamine_name(line, column));
        assert!(raw.contains(&name), "{raw} {name}");
        if !raw.contains("t=\"s\"") {
            assert!(raw.contains(&format!(">{value}<")), "{raw} {value}");
        }
    }
}

fn calamine_name(row: u32, column: u32) -> String {
    assert!(column <= 26, "specimens are narrow");
    format!("{}{row}", char::from(b'A' + column as u8 - 1))
}

#[test]
fn regions_as_rows_with_levels_sections_and_formulas() {
    let mut book = Workbook::new();
    let indented = Format::new().set_indent(1);
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let month = Format::new().set_num_format("mmmm yyyy");
    let sheet = book.add_worksheet().set_name("1").unwrap();
    sheet.write(0, 0, "Население на начало месяца").unwrap();
    sheet.write(1, 0, "Регионы").unwrap();
    sheet.write_with_format(1, 1, 43831, &month).unwrap();
    sheet.write_with_format(1, 2, 43862, &month).unwrap();
    sheet.write(1, 3, "в % к\nпредыдущему").unwrap();
    sheet.merge_range(2, 0, 2, 3, "Всё население", &Format::new()).unwrap();
    sheet.write(3, 0, "Казахстан").unwrap();
    sheet.write(3, 1, 100).unwrap();
    sheet.write(3, 2, 101).unwrap();
    sheet.write(3, 3, 0.0).unwrap();
    sheet.write(4, 0, "в том числе:").unwrap();
    sheet.write_with_format(5, 0, "Акмолинская", &indented).unwrap();
    sheet.write(5, 1, 40).unwrap();
    sheet.write_formula(5, 2, rust_xlsxwriter::Formula::new("=B6+1").set_result("41")).unwrap();
    sheet.write(6, 0, "     Кокшетау").unwrap();
    sheet.write_boolean(6, 1, true).unwrap();
    sheet.write_formula(6, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_with_format(7, 0, "Актюбинская", &indented).unwrap();
    sheet.write_with_format(7, 1, 43831, &date).unwrap();
    sheet.write(7, 2, 60).unwrap();
    sheet.set_row_hidden(7).unwrap();
    sheet.merge_range(8, 0, 8, 3, "Городское", &Format::new()).unwrap();
    sheet.write(9, 0, "Казахстан").unwrap();
    sheet.write(9, 1, 55).unwrap();
    sheet.write(9, 2, "57 или 58").unwrap();
    sheet.write(12, 0, "Источник").unwrap();
    sheet.write(12, 1, 7).unwrap();
    let source = Source::bytes("b.xlsx", book.save_to_buffer().unwrap());
    let (found, problems) = read_all(
        &source,
        r#"
        [[table]]
        id = "MONTHS"
        sheet = 1
        begin = { equals = "Регионы" }
        end = { blank_rows = 2 }
        skip = [{ begins = "в том числе" }, { columns = { head = "в % к предыдущему" } }]
        [[table.head_row]]
        component = "TIME_PERIOD"
        [[table.head_column]]
        column = { head = "Регионы" }
        levels = ["COUNTRY", "REGION", "TOWN"]
        [[table.section]]
        column = "A"
        component = "URBANISATION"
        "#,
    );
    assert_eq!(
        found.keys(),
        [
            "Казахстан | Всё население | 2020-01 | 100",
            "Казахстан | Всё население | 2020-02 | 101",
            "Казахстан | Акмолинская | Всё население | 2020-01 | 40",
            "Казахстан | Акмолинская | Всё население | 2020-02 | 41",
            "Казахстан | Акмолинская | Кокшетау | Всё население | 2020-01 | 1",
            "Казахстан | Акмолинская | Кокшетау | Всё население | 2020-02 | #DIV/0!",
            "Казахстан | Актюбинская | Всё население | 2020-01 | 43831",
            "Казахстан | Актюбинская | Всё население | 2020-02 | 60",
            "Казахстан | Городское | 2020-01 | 55",
            "Казахстан | Городское | 2020-02 | 57 или 58",
        ]
    );
    assert_eq!(found.rows[4].get("SHOWN"), "TRUE");
    assert_eq!(found.rows[5].get("OBS_MISSING"), "error");
    assert_eq!(found.rows[6].get("SHOWN"), "2020-01-01");
    let codes: Vec<_> = problems
        .iter()
        .map(|one| (one.code.as_str(), one.args[2].1.as_str(), one.args[3].1.as_str()))
        .collect();
    assert_eq!(
        codes,
        [
            ("stats-sheet-error-values", "1", "1!C7"),
            ("stats-mapping-text-values", "1", "1!C10"),
            ("stats-sheet-hidden-cells", "2", "1!B8"),
        ]
    );
}

#[test]
fn separated_values_with_a_mapping() {
    let text = "Таблица 1;;;\r\n\"Регион\nоблысы\";Пол;2019;2020\r\nКазахстан;все;1 234,5;\"2,5\"\r\n\
                ;муж;..;3,25 e\r\nПримечание;;;\r\n";
    let map = r#"
        [[table]]
        id = "T"
        decimal_mark = ","
        begin = { begins = "Регион" }
        end = { equals = "Примечание" }
        [[table.head_row]]
        component = "TIME_PERIOD"
        [[table.head_column]]
        column = "A"
        component = "REF_AREA"
        fill = true
        [[table.head_column]]
        column = { head = "Пол" }
        component = "SEX"
    "#;
    let expected = [
        "Казахстан | все | 2019 | 1 234,5",
        "Казахстан | все | 2020 | 2,5",
        "Казахстан | муж | 2019 | ..",
        "Казахстан | муж | 2020 | 3,25 e",
    ];
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cyrillic = encoding(text);
    for bytes in [text.as_bytes().to_vec(), utf16, cyrillic] {
        let is_utf8 = std::str::from_utf8(&bytes).is_ok();
        let source = Source::bytes("a.csv", bytes);
        let (found, problems) = read_all(&source, map);
        assert_eq!(problems, []);
        assert_eq!(found.keys(), expected);
        if is_utf8 && found.raw(&source)[0].starts_with("1 ") {
            assert_eq!(found.raw(&source), ["1 234,5", "\"2,5\"", "..", "3,25 e"]);
        }
        assert_eq!(found.rows[3].cell, Some((4, 4)));
    }
}

/// Bytes of windows-1251.
fn encoding(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'А'..='я' => (letter as u32 - 'А' as u32 + 0xc0) as u8,
        ascii => ascii as u8,
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_table_out_of_a_document() {
    let rows: Vec<Vec<String>> = [
        ["Показатели", "2022 год", "2023 год"],
        ["Доля расходов на науку, %", "0,12", "0,14*"],
        ["Число исследователей, человек", "17 000", "–"],
    ]
    .iter()
    .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
    .collect();
    let map = mapping(
        r#"
        [[table]]
        id = "ANNEX"
        sheet = 2
        decimal_mark = ","
        flags = { "*" = "plan" }
        [[table.head_row]]
        component = "TIME_PERIOD"
        pattern = "^(\\d{4}) год"
        [[table.head_column]]
        column = "A"
        pattern = "^(?<INDICATOR>.+), (?<UNIT_MEASURE>[^,]+)$"
        "#,
    );
    let tables = [
        DocumentTable { document: "a.pdf", page: Some(3), number: 1, rows: &rows[..1] },
        DocumentTable { document: "a.pdf", page: Some(7), number: 2, rows: &rows },
    ];
    let mut found = Collect::default();
    let told = read_document(&tables, &map, &mut found);
    assert_eq!(told.problems, []);
    assert_eq!(
        found.keys(),
        [
            "Доля расходов на науку | % | 2022 | 0,12",
            "Доля расходов на науку | % | 2023 | 0,14",
            "Число исследователей | человек | 2022 | 17 000",
            "Число исследователей | человек | 2023 | –",
        ]
    );
    // Each table is a stream, read or not.
    assert_eq!((found.streams.len(), found.rows[3].stream), (2, 1));
    assert_eq!((found.streams[1].part.as_str(), found.rows[3].cell), ("page=7", Some((3, 3))));
    assert_eq!(found.rows[2].get("NUMBER"), "17000");
}

#[test]
fn reading_ends_where_no_more_is_wanted() {
    let source = Source::bytes("a.xlsx", office_sheet());
    let mut found = Collect { most: Some(3), ..Collect::default() };
    let told = read(&source, &mapping(OFFICE), &mut found);
    assert_eq!((found.rows.len(), told.problems.len()), (3, 0));
}

/// What the manual shows is what is read.
#[test]
fn the_example_of_the_manual_works() {
    let manual = include_str!("../../../../docs/statistics-mapping.md");
    let examples: Vec<&str> =
        manual.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let source = Source::bytes("a.xlsx", office_sheet());
    let (found, problems) = read_all(&source, examples[0]);
    assert_eq!(problems, []);
    let parts = found.rows[5].parts.iter().map(|part| format!("`{}={}`", part.0, part.2));
    let shown = parts.collect::<Vec<_>>().join(", ");
    assert!(manual.contains(&format!("Cell D8 becomes: {shown}.")), "{shown}");
    let stock = Source::bytes("a.csv", b"year,destination,origin,stock\n1990,A,B,5\n".to_vec());
    let (found, problems) = read_all(&stock, examples[1]);
    assert_eq!((problems, found.keys()), (vec![], vec!["1990 | A | B | 5".to_owned()]));
}

/// Made by LibreOffice 7.4 from a flat spreadsheet.
#[test]
fn a_workbook_of_libreoffice() {
    let source = Source::bytes("lo.xlsx", include_bytes!("../data/libreoffice.xlsx").to_vec());
    let (found, problems) = read_all(
        &source,
        r#"
        [[table]]
        id = "STUDENTS"
        sheet = "Таблица 1"
        decimal_mark = ","
        flags = { "2)" = "estimate" }
        begin = { equals = "Страна", column = "A" }
        end = { matches = "^\\d+\\)", column = "A" }
        [[table.head_row]]
        component = "INDICATOR"
        [[table.head_row]]
        row = 1
        component = "TIME_PERIOD"
        pattern = "^\\d{4}-\\d{2}-\\d{2}$"
        optional = true
        [[table.head_column]]
        column = "A"
        levels = ["ALL", "COUNTRY"]
        "#,
    );
    assert_eq!(problems, []);
    assert_eq!(
        found.keys(),
        [
            "Все страны | на дату | 2023-01-01 | 10.1",
            "Все страны | на дату | 2024-01-01 | 30.3",
            "Все страны | доля | 1",
            "Все страны | Турция | на дату | 2023-01-01 | 1,5",
            "Все страны | Турция | на дату | 2024-01-01 | …",
            "Все страны | Турция | доля | 0.1234",
        ]
    );
    assert_eq!((found.rows[3].get("OBS_STATUS"), found.rows[3].get("NUMBER")), ("estimate", "1.5"));
    assert_eq!((found.rows[2].get("SHOWN"), found.rows[5].get("SHOWN")), ("100.0%", "12.3%"));
    compare(&source, &found);
}

/// A real workbook beside the CSV of the same indicator.
#[test]
fn a_workbook_of_the_statistics_office_of_kazakhstan() {
    let Some(path) = crate::collect::shared("data/open-sdg-kazstat/data/indicator_3-1-1.xlsx")
    else {
        return;
    };
    let source = Source::file(&path);
    let (found, problems) = read_all(
        &source,
        r#"
        [[table]]
        id = "3-1-1"
        [[table.head_column]]
        column = { head = "Year" }
        component = "TIME_PERIOD"
        [[table.head_column]]
        column = { head = "REF_AREA" }
        component = "REF_AREA"
        optional = true
        [table.data]
        columns = { head = "Value" }
        first_row = 1
        "#,
    );
    assert_eq!(problems, []);
    assert!(found.rows.len() > 200, "{}", found.rows.len());
    assert_eq!(found.keys()[0], "2010 | 22.7");
    assert_eq!(found.keys()[2], "2010 | KZALM | 16.100000000000001");
    assert_eq!(found.rows[2].get("SHOWN"), "16.1");
    compare(&source, &found);
}

#[test]
fn a_table_that_begins_nowhere_and_a_column_without_a_head_are_told() {
    let map = r#"
        [[table]]
        id = "T"
        begin = { begins = "Area" }
        [[table.head_row]]
        component = "TIME_PERIOD"
        [[table.head_column]]
        column = "A"
        component = "REF_AREA"
    "#;
    let told = |text: &str| {
        let (found, problems) = read_all(&Source::bytes("a.csv", text.as_bytes().to_vec()), map);
        let one = |problem: &Diagnostic| {
            let args = problem.args.iter().map(|(name, value)| format!(" {name}={value}"));
            format!("{:?} {}{}", problem.severity, problem.code, args.collect::<String>())
        };
        (found.keys(), problems.iter().map(one).collect::<Vec<_>>())
    };
    let (keys, problems) = told("Region,2019,2020\nKZ,1,2\n");
    assert_eq!(keys, [""; 0]);
    assert_eq!(problems, ["Error stats-mapping-no-begin table=T sheet=a.csv text=Area"]);
    let (keys, problems) = told("Area,2019,,2021,\nKZ,1,2,3,see 5 below\nUZ,4,,6,\n");
    assert_eq!(keys, ["KZ | 2019 | 1", "KZ | 2021 | 3", "UZ | 2019 | 4", "UZ | 2021 | 6"]);
    let expected = "Warning stats-mapping-no-head table=T sheet= n=1 cell=C2 text=2";
    assert_eq!(problems, [expected]);
    let (keys, problems) = told("Area,2019\nKZ,1\nUZ,\"2\nKG,3\n");
    assert_eq!((keys.len(), problems), (0, vec!["Error stats-separated-quote".to_owned()]));
}
