#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

mod arrow_walk;
mod parquet_walk;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;

use super::*;

fn column(id: &str, label: &str, content: Content, codes: &[(&str, &str)]) -> Column {
    let codes = codes.iter().map(|(code, label)| ((*code).into(), (*label).into())).collect();
    Column { id: id.into(), label: label.into(), content, codes }
}

fn row(cells: &[Option<&str>]) -> Vec<Option<String>> {
    cells.iter().map(|cell| cell.map(str::to_owned)).collect()
}

/// A small table with what is awkward: Kazakh letters, literals that are no numbers, quotation
/// marks, line breaks, a code that no list has, two codes of one name, names that are no names.
fn specimen() -> (PlainTable, About) {
    let codes = [("KAZ", "Қазақстан"), ("KGZ", "Қырғызстан"), ("A", "бірдей"), ("B", "бірдей")];
    let table = PlainTable {
        columns: vec![
            column("REF_AREA", "Аймақ \"ел\" $x `y'", Content::Text, &codes),
            column("Пол", "Жынысы", Content::Text, &[]),
            column("to", "", Content::Text, &[]),
            column("OBS_VALUE", "Мәні", Content::Number, &[]),
            column("A very long identifier of a column", "it's long", Content::Text, &[]),
        ],
        cells: vec![
            row(&[Some("KAZ"), Some("ерлер"), Some("a\"b, c"), Some("1.50"), None]),
            row(&[Some("KGZ"), Some("әйелдер"), Some("x\r\ny"), Some(".."), Some("1")]),
            row(&[Some("UZB"), None, Some(" edge "), None, Some("")]),
            row(&[Some("A"), Some("ё"), Some("'q'"), Some("-1e3"), Some("2")]),
            row(&[Some("B"), Some("І"), Some("`z'$"), Some("<0.1"), Some("=1+1")]),
            row(&[None, None, None, Some(".."), None]),
        ],
    };
    let source =
        vec![("файл".to_owned(), "a'b.csv".to_owned()), ("sha256".to_owned(), "00ff".to_owned())];
    (table, About { title: "Тәжірибе".to_owned(), sources: vec![source] })
}

fn bytes(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("written to memory");
    bytes
}

/// The columns with types as they must come back: number or text, or nothing.
fn expected(table: &PlainTable) -> Vec<(String, Vec<Option<String>>)> {
    let mut columns = Vec::new();
    for (place, Column { id, content, .. }) in table.columns.iter().enumerate() {
        let cells: Vec<Option<String>> =
            table.cells.iter().map(|row| row.get(place).cloned().flatten()).collect();
        if *content == Content::Number {
            // Independent of the writer: all plain numbers of the specimens are read by `f64`.
            let number = |cell: &Option<String>| {
                let number: f64 = cell.as_deref()?.parse().ok()?;
                number.is_finite().then(|| number.to_string())
            };
            columns.push((id.clone(), cells.iter().map(number).collect()));
            columns.push((format!("{id}_literal"), cells));
        } else {
            columns.push((id.clone(), cells));
        }
    }
    columns
}

#[test]
fn parquet_and_arrow_hold_every_cell() {
    let (table, about) = specimen();
    let parquet = parquet_walk::read(&bytes(|out| write_parquet(&table, &about, out)));
    let arrow = arrow_walk::read(&bytes(|out| write_arrow(&table, &about, out)));
    assert_eq!(parquet.columns, expected(&table));
    assert_eq!(arrow.columns, expected(&table));
    for words in [parquet.words, arrow.words] {
        let words: serde_json::Value = serde_json::from_str(&words).expect("JSON");
        assert_eq!(words["columns"][0]["codes"]["KAZ"], "Қазақстан");
        assert_eq!(words["sources"][0]["файл"], "a'b.csv");
    }
    // No rows, no columns.
    for table in [PlainTable { cells: Vec::new(), ..table }, PlainTable::default()] {
        let parquet = parquet_walk::read(&bytes(|out| write_parquet(&table, &about, out)));
        let arrow = arrow_walk::read(&bytes(|out| write_arrow(&table, &about, out)));
        assert_eq!((parquet.columns, arrow.columns), (expected(&table), expected(&table)));
    }
}

#[test]
fn tables_of_more_than_one_group_of_rows_hold_every_cell() {
    let columns = vec![
        column("few", "", Content::Text, &[]),
        column("many", "", Content::Text, &[]),
        column("n", "", Content::Number, &[]),
    ];
    let cells = (0..70_000)
        .map(|number: u32| {
            let few = (number % 97 > 2).then(|| format!("k{}", number / 13 % 300));
            vec![few, Some(format!("сноска {number}")), Some(format!("{number}.5"))]
        })
        .collect();
    let table = PlainTable { columns, cells };
    let about = About::default();
    let parquet = parquet_walk::read(&bytes(|out| write_parquet(&table, &about, out)));
    let arrow = arrow_walk::read(&bytes(|out| write_arrow(&table, &about, out)));
    assert!(parquet.columns == expected(&table) && arrow.columns == expected(&table));
}

proptest! {
    #[test]
    fn any_table_comes_back(cells in proptest::collection::vec((
        proptest::option::of("[a-c]{0,2}|\\PC{0,8}"), proptest::option::of("-?[0-9]{1,6}(\\.[0-9]{1,3})?|\\.\\.")), 0..80))
    {
        let columns = vec![column("t", "", Content::Text, &[]), column("n", "", Content::Number, &[])];
        let cells = cells.into_iter().map(|(text, number)| vec![text, number]).collect();
        let table = PlainTable { columns, cells };
        let about = About::default();
        let parquet = parquet_walk::read(&bytes(|out| write_parquet(&table, &about, out)));
        let arrow = arrow_walk::read(&bytes(|out| write_arrow(&table, &about, out)));
        prop_assert_eq!(parquet.columns, expected(&table));
        prop_assert_eq!(arrow.columns, expected(&table));
        for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
            let text = bytes(|out| write_csv(&table, separator, out));
            prop_assert!(text.starts_with(&[0xef, 0xbb, 0xbf]));
        }
        let labelled = Labelled::new(&table, &about);
        for script in [write_r, write_stata, write_spss] {
            prop_assert!(String::from_utf8(bytes(|out| script(&labelled, "a.csv", out))).is_ok());
        }
    }
}

#[test]
fn no_two_columns_have_one_name() {
    let columns = [
        column("OBS_VALUE", "", Content::Number, &[]),
        column("OBS_VALUE_literal", "", Content::Text, &[]),
        column("OBS_VALUE", "", Content::Text, &[]),
        column("slope", "", Content::Count, &[]),
    ];
    let names: Vec<String> = typed(&columns).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["OBS_VALUE", "OBS_VALUE_literal", "OBS_VALUE_literal_2", "OBS_VALUE_2", "slope"]
    );
    assert!(typed(&columns).last().is_some_and(|(_, typed)| typed.is_number));
}

#[test]
fn what_is_no_plain_number_is_missing_and_never_a_zero() {
    for literal in
        ["", "..", ":", "-", "x", "NaN", "INF", "inf", "<0.1", "1 234,5", "1,5", "e", ".", "1e999"]
    {
        assert_eq!(plain_number(literal), None, "{literal}");
    }
    for (literal, number) in
        [("0", 0.0), ("1.50", 1.5), ("-1e3", -1000.0), ("+2", 2.0), (".5", 0.5), (" 2 ", 2.0)]
    {
        assert_eq!(plain_number(literal), Some(number), "{literal}");
    }
}

#[test]
fn csv_for_people_names_codes_and_keeps_literals() {
    let (table, _) = specimen();
    let text = String::from_utf8(bytes(|out| write_csv(&table, Separator::Semicolon, out)))
        .expect("UTF-8");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(lines[0], "REF_AREA;\"Аймақ \"\"ел\"\" $x `y'\";Жынысы;to;Мәні;it's long");
    assert_eq!(lines[1], "KAZ;Қазақстан;ерлер;\"a\"\"b, c\";1.50;");
    assert_eq!(lines[4], "UZB;;;\" edge \";;");
}

#[test]
fn names_are_legal_and_no_two_are_one() {
    let ids = [
        "obs_value",
        "OBS_VALUE",
        "if",
        "2019",
        "_x",
        "Пол",
        "Пол2",
        "OBS_VALUE_literal",
        "",
        "TO",
    ];
    let columns = ids.iter().map(|id| column(id, "", Content::Number, &[])).collect();
    let table = PlainTable { columns, cells: Vec::new() };
    let about = About::default();
    let labelled = Labelled::new(&table, &about);
    let mut seen = std::collections::BTreeSet::new();
    for variable in &labelled.variables {
        let name = &variable.name;
        assert!(seen.insert(name.to_lowercase()), "{name}");
        assert!(
            name.len() <= 26 + 6 && name.starts_with(|c: char| c.is_ascii_alphabetic()),
            "{name}"
        );
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'), "{name}");
    }
    assert_eq!(labelled.variables.len(), 2 * ids.len());
}

#[test]
fn a_workbook_has_numbers_beside_literals() {
    let (table, about) = specimen();
    let words = Words {
        data: "Деректер".into(),
        codes: "Кодтар".into(),
        sources: "Дереккөздер: [тізім]".into(),
        code_heads: ["Баған".into(), "Код".into(), "Атауы".into()],
    };
    let mut book = Vec::new();
    let problems = write_xlsx(&table, &about, &words, "a.xlsx", &mut book).expect("written");
    assert_eq!(problems, []);
    let mut archive = zip::ZipArchive::new(io::Cursor::new(&book)).expect("a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    // The third row: number 1.5 in column D, its literal in column E as a text.
    assert!(sheet.contains("<c r=\"D3\"><v>1.5</v></c>"), "{sheet}");
    let literal = "<c r=\"E3\" s=\"2\" t=\"inlineStr\"><is><t>1.50</t></is></c>";
    assert!(sheet.contains(literal), "{sheet}");
    assert!(!sheet.contains("r=\"D4\"") && !sheet.contains("r=\"D5\""), "{sheet}");
    assert!(sheet.contains("ySplit=\"2\"") && sheet.contains("state=\"frozen\""));
    assert!(part("xl/workbook.xml").contains("Дереккөздер_ _тізім_"));
    assert!(part("xl/worksheets/sheet3.xml").contains("<c r=\"B2\""));
    // Too many rows are said, and nothing is written.
    let many = PlainTable { columns: Vec::new(), cells: vec![Vec::new(); 1_048_575] };
    let mut nothing = Vec::new();
    let problem = write_xlsx(&many, &about, &words, "a.xlsx", &mut nothing).expect_err("too many");
    assert_eq!((problem.code.as_str(), nothing.len()), ("stats-workbook-too-large", 0));
    let long = PlainTable {
        columns: vec![column("t", "", Content::Text, &[])],
        cells: vec![row(&[Some(&"я".repeat(40_000))])],
    };
    let problems = write_xlsx(&long, &about, &words, "a.xlsx", &mut nothing).expect("written");
    assert_eq!(
        problems.first().map(|problem| problem.code.as_str()),
        Some("stats-workbook-cells-cut")
    );
}

#[test]
fn a_workbook_of_several_groups_is_read_by_another_program() {
    use calamine::{Data, Reader};
    let columns = vec![
        column("t", "", Content::Text, &[]),
        column("n", "", Content::Number, &[]),
        column("OBS_VALUE", "", Content::Number, &[]),
    ];
    let texts = ["Қазақстан & <b>\"'", " edge ", "a\n\tb", "=1+1", "1 234,5", "_x_", "🙂\u{fffd}"];
    let numbers = ["0", "-0.1", "1e-9", "123456789012345680000", "2.5e300", "..", "1.50"];
    let cells: Vec<Vec<Option<String>>> = (0..300)
        .map(|at: usize| {
            let text = (!at.is_multiple_of(11)).then(|| texts[at % texts.len()].to_owned());
            vec![text, Some(numbers[at % 7].to_owned()), None]
        })
        .collect();
    let table = PlainTable { columns, cells };
    let words = Words {
        data: "Деректер".into(),
        codes: "Кодтар".into(),
        sources: "Дереккөздер".into(),
        code_heads: ["a".into(), "b".into(), "c".into()],
    };
    let mut book = Vec::new();
    let about = About::default();
    let mut writer =
        Xlsx::new(&table.columns, &about, &words, "a.xlsx", &mut book).expect("written");
    for rows in [0..150, 150..300] {
        writer.group(&Slice { table: &table, rows }).expect("written");
    }
    assert_eq!(writer.finish().expect("written"), []);
    let mut book = calamine::Xlsx::new(io::Cursor::new(book)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Деректер", "Дереккөздер"]);
    let sheet = book.worksheet_range("Деректер").expect("a sheet");
    assert_eq!(sheet.get_size(), (302, 5));
    let all = expected(&table);
    for (column, (name, cells)) in all.iter().enumerate() {
        let at = |row: usize| sheet.get_value((row as u32, column as u32));
        assert_eq!(at(0), Some(&Data::String(name.clone())));
        for (row, cell) in cells.iter().enumerate() {
            match (cell, at(row + 2)) {
                (None, found) => assert!(found.is_none_or(|at| *at == Data::Empty)),
                (Some(text), Some(Data::Float(number))) => assert_eq!(text.parse(), Ok(*number)),
                (Some(text), found) => assert_eq!(found, Some(&Data::String(text.clone()))),
            }
        }
    }
}

/// Writes the CSV file and a script into a folder.
fn write_folder(
    folder: &Path,
    script: &str,
    write: impl Fn(&Labelled, &mut dyn Write) -> io::Result<()>,
) {
    let (table, about) = specimen();
    let labelled = Labelled::new(&table, &about);
    let csv = bytes(|out| write_labelled_csv(&labelled, out));
    std::fs::write(folder.join("t.csv"), csv).expect("written");
    std::fs::write(folder.join(script), bytes(|out| write(&labelled, out))).expect("written");
}

/// What a program prints, or nothing where it is not installed.
fn run(program: &str, args: &[&str], folder: &Path) -> Option<String> {
    match Command::new(program).args(args).current_dir(folder).env("LC_ALL", "C.UTF-8").output() {
        Err(_) => {
            eprintln!("SKIPPED: {program} is not installed");
            None
        }
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{text}\n{errors}");
            Some(text)
        }
    }
}

#[test]
fn r_reads_the_script() {
    let folder = tempfile::tempdir().expect("a folder");
    write_folder(folder.path(), "t.R", |labelled, out| write_r(labelled, "t.csv", out));
    let checks = r#"source("t.R", encoding = "UTF-8")
stopifnot(nrow(data) == 6, identical(data$REF_AREA, c("KAZ", "KGZ", "UZB", "A", "B", NA)) ||
  identical(as.character(data$REF_AREA), c("KAZ", "KGZ", "UZB", "A", "B", NA)))
stopifnot(isTRUE(all.equal(as.numeric(data$OBS_VALUE), c(1.5, NA, NA, -1000, NA, NA))))
stopifnot(identical(as.character(data$OBS_VALUE_literal), c("1.50", "..", NA, "-1e3", "<0.1", "..")))
cat(enc2utf8(levels(data$REF_AREA_label)), sep = "|"); cat("\n")
cat(enc2utf8(as.character(data$V)), sep = "|"); cat("\n")
cat(enc2utf8(attr(data$REF_AREA, "label")), "\n")
cat(enc2utf8(attr(data$V, "label")), enc2utf8(attr(data, "source_1")), "\n")
cat(as.character(data$V_to), sep = "|")
"#;
    std::fs::write(folder.path().join("check.R"), checks).expect("written");
    let Some(printed) = run("Rscript", &["check.R"], folder.path()) else { return };
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "Қазақстан|Қырғызстан|бірдей [A]|бірдей [B]|UZB");
    assert_eq!(lines[1], "ерлер|әйелдер|NA|ё|І|NA");
    assert_eq!(lines[2].trim_end(), "Аймақ \"ел\" $x `y'");
    assert_eq!(lines[3].trim_end(), "Жынысы [Пол] файл: a'b.csv; sha256: 00ff");
    assert_eq!(lines[4], "a\"b, c|x y| edge |'q'|`z'$|NA");
}

#[test]
fn pspp_reads_the_syntax() {
    let folder = tempfile::tempdir().expect("a folder");
    write_folder(folder.path(), "t.sps", |labelled, out| write_spss(labelled, "t.csv", out));
    let syntax = std::fs::read_to_string(folder.path().join("t.sps")).expect("syntax");
    // PSPP always works in UTF-8 and does not know the command.
    let syntax = syntax.replace("SET UNICODE=ON.\n", "");
    assert!(syntax.starts_with("\u{feff}* Encoding: UTF-8."));
    let checks = "SAVE TRANSLATE /OUTFILE='out.csv' /TYPE=CSV /REPLACE /FIELDNAMES /MISSING=RECODE.\n\
                  DISPLAY DICTIONARY.\n";
    std::fs::write(folder.path().join("check.sps"), syntax + checks).expect("written");
    let Some(printed) = run("pspp", &["-b", "-O", "format=csv", "check.sps"], folder.path()) else {
        return;
    };
    for part in ["Қазақстан", "Қырғызстан", "Жынысы [Пол]", "<0.1", "LOWEST THRU"]
    {
        assert!(printed.contains(part), "{part}: {printed}");
    }
    let out = std::fs::read_to_string(folder.path().join("out.csv")).expect("data");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "REF_AREA,V,V_to,OBS_VALUE,OBS_VALUE_literal,A_very_long_identifier");
    assert!(lines[1].starts_with("KAZ,ерлер,\"a\"\"b, c\",1.5"), "{out}");
    assert!(lines[2].starts_with("KGZ,әйелдер,x y, ,.."), "{out}");
    assert!(lines[4].starts_with("A,ё,'q',-1000"), "{out}");
    assert_eq!(lines.len(), 7);
}

#[test]
fn the_do_file_of_stata_says_all() {
    let (table, about) = specimen();
    let text =
        String::from_utf8(bytes(|out| write_stata(&Labelled::new(&table, &about), "t.csv", out)));
    let text = text.expect("UTF-8");
    for line in [
        "version 14",
        "label data `\"Тәжірибе\"'",
        "label define REF_AREA_c 1 `\"KAZ\"', add",
        "label define REF_AREA_v 1 `\"Қазақстан\"', add",
        "label define REF_AREA_v 5 `\"UZB\"', add",
        "label define OBS_VALUE_v .a `\"..\"', add",
        "encode REF_AREA, generate(REF_AREA_label) label(REF_AREA_c)",
        "label variable REF_AREA `\"Аймақ \"ел\" \\$x \\`y'\"'",
        "destring OBS_VALUE, replace",
        "replace OBS_VALUE = .a if OBS_VALUE_literal == `\"..\"'",
        "replace OBS_VALUE = .b if OBS_VALUE_literal == `\"<0.1\"'",
        "label variable V `\"Жынысы [Пол]\"'",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    assert!(!text.starts_with('\u{feff}'));
}
