//! Coding workbooks out and in.

use daryn_coding::sheet::{self, Form, Returned, Words};
use daryn_coding::{HandCoding, HandMemo, Unit};
use daryn_model::{Diagnostic, Lang};
use proptest::prelude::*;

use crate::grid::Grid;
use crate::{codebook, coding, memo, new, told, units, value};

/// Columns of a sheet with two codes.
const DOCUMENT: usize = 1;
const PASSAGE: usize = 2;
const TEXT: usize = 4;
const CODE: usize = 5;
const SECOND: usize = 6;
pub(crate) const MEMO: usize = 7;
const CODER: usize = 8;

pub(crate) fn words() -> Words {
    Words::of(|name| match name {
        "sheet-how-to" => "Choose codes.\nKeep rows.".to_owned(),
        name => name.trim_start_matches("sheet-").replace('-', " "),
    })
}

/// What stood before: codings of two coders, one of them with two codes in a passage.
pub(crate) fn stands() -> (Vec<HandCoding>, Vec<HandMemo>) {
    let units = units();
    let codings = vec![
        coding(&units[0], "Aru", "stage.goal", "why"),
        coding(&units[0], "Aru", "people", ""),
        coding(&units[1], "Aru", "stage.measure", ""),
        coding(&units[4], "Берік Ә.", "people", "екі\nжол"),
    ];
    (codings, vec![memo(&units[2], "Aru", "look again")])
}

pub(crate) fn written(units: &[Unit], codings: &[HandCoding], memos: &[HandMemo]) -> Vec<u8> {
    let codebook = codebook();
    let coders = ["Aru".to_owned(), "Берік Ә.".to_owned()];
    let form = Form {
        units,
        codings,
        memos,
        coders: &coders,
        codebook: &codebook,
        lang: Lang::Ru,
        columns: 2,
        words: &words(),
    };
    let written = sheet::write(&form).expect("a workbook");
    assert_eq!((written.codings_left_out.len(), written.memos_left_out.len()), (0, 0));
    written.bytes
}

fn out() -> Vec<u8> {
    let (codings, memos) = stands();
    written(&units(), &codings, &memos)
}

pub(crate) fn read(bytes: &[u8]) -> (Returned, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let returned = sheet::read(bytes, "coding.xlsx", &codebook(), &mut problems);
    (returned.unwrap_or_else(|| panic!("{problems:?}")), problems)
}

pub(crate) fn sorted(mut codings: Vec<HandCoding>) -> Vec<HandCoding> {
    codings.sort();
    codings
}

#[test]
fn what_was_written_comes_back_as_it_was() {
    let (codings, memos) = stands();
    let (returned, problems) = read(&out());
    assert_eq!(problems, []);
    assert_eq!(returned.codebook, ("small".to_owned(), "2".to_owned()));
    assert_eq!(returned.units, units());
    assert_eq!(returned.coders, ["Aru", "Берік Ә."]);
    assert_eq!(sorted(returned.base.clone()), sorted(codings));
    assert_eq!(sorted(returned.codings), sorted(returned.base));
    assert_eq!((&returned.base_memos, &returned.memos), (&memos, &memos));
    assert!(returned.digests.iter().all(|digest| digest.len() == 32));
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    assert!(out() == out());
}

#[test]
fn a_sheet_has_lists_locks_and_a_head_that_stays() {
    let part = |name: &str| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(out())).expect("an archive");
        let mut text = String::new();
        let mut part = zip.by_name(name).expect("a part");
        std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    for piece in [
        "<dataValidation type=\"list\" errorStyle=\"warning\"",
        "sqref=\"E2:F6\"><formula1>_codes!$A$1:$A$3</formula1>",
        "<sheetProtection sheet=\"1\"",
        "autoFilter=\"0\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:H6\"/>",
    ] {
        assert!(sheet.contains(piece), "{piece}");
    }
    let book = part("xl/workbook.xml");
    for piece in [
        "name=\"_codes\" sheetId=\"4\" state=\"hidden\"",
        "name=\"_manifest\" sheetId=\"6\" state=\"hidden\"",
    ] {
        assert!(book.contains(piece), "{piece}");
    }
    let grid = Grid::of(&out());
    let list = [1, 2, 3].map(|row| grid.get("_codes", row, 1));
    assert_eq!(list, ["stage.goal — Цель", "stage.measure — Мера", "other.goal — Иная цель"]);
    assert_eq!(grid.get("codebook", 3, 3), "What is wanted.");
    assert_eq!(grid.get("how", 2, 1), "Keep rows.");
    assert_eq!(grid.get("how", 3, 1), "Code what is said.");
}

/// Codes typed in every way that people type them.
#[test]
fn codes_are_known_by_id_by_name_in_any_language_and_as_they_stand_in_the_list() {
    let units = units();
    for shared in [true, false] {
        for typed in [
            "stage.measure",
            "  STAGE.Measure ",
            "measure",
            "Мера",
            "шара",
            "«мера».",
            "stage.measure — Мера",
            "stage.measure - was called otherwise once",
        ] {
            let mut grid = Grid::of(&out());
            grid.set("Aru", 4, SECOND, typed);
            let (returned, problems) = read(&grid.written(shared));
            assert_eq!(problems, [], "{typed}");
            // The memo that stood there without a code stays one.
            let found: Vec<_> =
                returned.codings.iter().filter(|one| one.start == units[2].start).collect();
            assert_eq!(found, [&new(&units[2], "Aru", "stage.measure", "")], "{typed}");
            assert_eq!(returned.memos, returned.base_memos);
        }
    }
    let mut grid = Grid::of(&out());
    grid.set("Aru", 4, CODE, "люди: ученые");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(problems, []);
    assert!(returned.codings.contains(&new(&units[2], "Aru", "people", "")));
}

#[test]
fn codes_and_memos_change_and_the_rest_keeps_time_and_version() {
    let (units, (codings, _)) = (units(), stands());
    let mut grid = Grid::of(&out());
    // A code is taken away whose memo then belongs to the other one; one is added; a memo is
    // written on a passage with a code, and on one without.
    assert_eq!(grid.get("Aru", 2, CODE), "stage.goal — Цель");
    grid.set("Aru", 2, CODE, "");
    grid.set("Aru", 3, SECOND, "people");
    grid.set("Берік Ә.", 6, MEMO, "бір\r\nжол");
    grid.set("Берік Ә.", 2, MEMO, "no code");
    grid.set("Aru", 4, MEMO, "");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(problems, []);
    let mut expected = vec![
        HandCoding { memo: "why".into(), ..codings[1].clone() },
        codings[2].clone(),
        new(&units[1], "Aru", "people", ""),
        HandCoding { memo: "бір\nжол".into(), ..codings[3].clone() },
    ];
    expected.sort();
    assert_eq!(sorted(returned.codings), expected);
    assert_eq!(returned.memos, [memo(&units[0], "Берік Ә.", "no code")]);
}

#[test]
fn sorted_filtered_moved_and_renamed_sheets_are_read() {
    let (codings, memos) = stands();
    let mut grid = Grid::of(&out());
    let rows = grid.rows("Aru");
    rows[1..].reverse();
    // A column of one's own, a column moved, a title above the head, an empty row between.
    for (row, cells) in rows.iter_mut().enumerate() {
        cells.resize(CODER, String::new());
        cells.insert(2, if row == 0 { "My notes".into() } else { format!("note {row}") });
        let coder = cells.pop().expect("a cell");
        cells.insert(0, coder);
    }
    rows.insert(3, Vec::new());
    rows.insert(0, vec!["Codes of Aru".to_owned(), "draft".to_owned()]);
    grid.sheets[0].0 = "Лист 1".to_owned();
    grid.sheets.swap(0, 1);
    for shared in [true, false] {
        let (returned, problems) = read(&grid.written(shared));
        // Words of one's own are in no column of the form: that they stay behind is told.
        assert_eq!(told(&problems), ["sheet-own-columns"]);
        assert_eq!((value(&problems[0], "n"), value(&problems[0], "first")), ("5", "D3"));
        assert_eq!(sorted(returned.codings), sorted(codings.clone()));
        assert_eq!(returned.memos, memos);
    }
}

#[test]
fn deleted_rows_and_edited_texts_are_told_and_the_rest_is_kept() {
    let (codings, memos) = stands();
    let mut grid = Grid::of(&out());
    grid.rows("Aru").remove(1);
    grid.set("Aru", 2, TEXT, "other words");
    grid.set("Берік Ә.", 3, CODE, "people");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-text-edited", "sheet-row-missing"]);
    assert_eq!((value(&problems[0], "sheet"), value(&problems[0], "cell")), ("Aru", "D2"));
    assert_eq!((value(&problems[1], "coder"), value(&problems[1], "passages")), ("Aru", "p1"));
    let mut expected = codings;
    expected.push(new(&units()[1], "Берік Ә.", "people", ""));
    assert_eq!(sorted(returned.codings), sorted(expected));
    assert_eq!(returned.memos, memos);
}

#[test]
fn what_is_no_code_is_told_with_its_cell_and_the_rest_is_kept() {
    let mut grid = Grid::of(&out());
    grid.set("Aru", 2, CODE, "stage.gaol");
    grid.set("Aru", 3, SECOND, "Goal");
    grid.set("Aru", 6, CODE, "something else");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(
        told(&problems),
        ["sheet-unknown-code", "sheet-ambiguous-code", "sheet-unknown-code"]
    );
    assert_eq!((value(&problems[0], "cell"), value(&problems[0], "nearest")), ("E2", "stage.goal"));
    assert_eq!(
        (value(&problems[1], "cell"), value(&problems[1], "codes")),
        ("F3", "stage.goal, other.goal")
    );
    assert_eq!((value(&problems[2], "cell"), value(&problems[2], "nearest")), ("E6", ""));
    assert_eq!(problems[2].line, 6);
    // A cell that is not understood takes nothing away, not even what was typed over.
    assert_eq!(sorted(returned.codings), sorted(stands().0));
}

#[test]
fn twins_strangers_and_rows_of_nobody_are_told() {
    let units = units();
    // A row twice on one sheet: codes of both count.
    let mut grid = Grid::of(&out());
    let mut again = grid.rows("Aru")[2].clone();
    again[SECOND - 1] = "people".to_owned();
    grid.rows("Aru").push(again);
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-row-twice"]);
    assert_eq!((problems[0].line, value(&problems[0], "first")), (7, "3"));
    assert!(returned.codings.contains(&new(&units[1], "Aru", "people", "")));
    assert_eq!(returned.codings.len(), 5);

    // Two sheets of one coder.
    let mut grid = Grid::of(&out());
    let mut copy = grid.rows("Aru").clone();
    copy[2][SECOND - 1] = "people".to_owned();
    grid.sheets.insert(1, ("Aru (2)".to_owned(), copy));
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-coder-twice"]);
    assert_eq!((value(&problems[0], "first"), value(&problems[0], "sheet")), ("Aru", "Aru (2)"));
    assert!(returned.codings.contains(&new(&units[1], "Aru", "people", "")));
    assert_eq!(returned.codings.len(), 5);

    // A passage that is not there, a code and a memo in rows without a passage.
    let mut grid = Grid::of(&out());
    grid.set("Aru", 2, PASSAGE, "p99");
    grid.rows("Aru").push(vec![
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        "people".into(),
    ]);
    let mut note = vec![String::new(); MEMO];
    note[MEMO - 1] = "a note".to_owned();
    grid.rows("Aru").push(note);
    let (returned, problems) = read(&grid.written(true));
    let expected = [
        "sheet-unknown-passage",
        "sheet-row-without-passage",
        "sheet-row-without-passage",
        "sheet-row-missing",
    ];
    assert_eq!(told(&problems), expected);
    assert_eq!(value(&problems[0], "cell"), "B2");
    assert_eq!((value(&problems[1], "cell"), value(&problems[2], "cell")), ("E7", "G8"));
    assert_eq!(sorted(returned.codings), sorted(returned.base));

    // A sheet that names no coder and is called like none.
    let mut grid = Grid::of(&out());
    for cells in &mut grid.rows("Aru")[1..] {
        cells[CODER - 1].clear();
    }
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(problems, [], "the name of the sheet says whose it is");
    assert_eq!(returned.codings.len(), 4);
    grid.sheets[0].0 = "Sheet1".to_owned();
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-no-coder", "sheet-coder-missing"]);
    assert_eq!(value(&problems[0], "sheet"), "Sheet1");
    assert_eq!(sorted(returned.codings), sorted(returned.base));

    // A coder for whom nothing was written.
    let mut grid = Grid::of(&out());
    let mut copy = grid.rows("Берік Ә.").clone();
    for cells in &mut copy[1..] {
        cells[CODER - 1] = "Данат".to_owned();
    }
    grid.sheets.insert(2, ("Данат".to_owned(), copy));
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-new-coder"]);
    assert_eq!(returned.coders, ["Aru", "Берік Ә.", "Данат"]);
    assert!(returned.codings.contains(&new(&units[4], "Данат", "people", "екі\nжол")));
}

#[test]
fn columns_heads_and_sheets_that_are_gone_leave_codings_as_they_were() {
    for (column, expected) in [
        (CODER, vec!["sheet-no-column"]),
        (MEMO, vec!["sheet-no-column"]),
        (TEXT, vec!["sheet-no-column"]),
        (CODE, vec!["sheet-no-column"]),
        (SECOND, vec!["sheet-no-column"]),
        (DOCUMENT, vec!["sheet-no-heads", "sheet-coder-missing"]),
        (PASSAGE, vec!["sheet-no-heads", "sheet-coder-missing"]),
    ] {
        let mut grid = Grid::of(&out());
        for cells in grid.rows("Aru") {
            cells.resize(CODER, String::new());
            cells.remove(column - 1);
        }
        let (returned, problems) = read(&grid.written(true));
        assert_eq!(told(&problems), expected, "{column}");
        assert_eq!(sorted(returned.codings), sorted(returned.base), "{column}");
        assert_eq!(returned.memos, returned.base_memos);
    }
    let mut grid = Grid::of(&out());
    grid.sheets.remove(1);
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-coder-missing"]);
    assert_eq!(sorted(returned.codings), sorted(returned.base));
}

#[test]
fn another_codebook_and_another_version_are_told() {
    let text = |id: &str, version: &str| {
        format!(
            "[codebook]\nid = \"{id}\"\nversion = \"{version}\"\n[[code]]\nid = \"people\"\nname_en = \"P\"\n"
        )
    };
    for (id, version, first) in
        [("small", "3", "sheet-other-version"), ("else", "2", "sheet-other-codebook")]
    {
        let text = text(id, version);
        let codebook = daryn_coding::Codebook::parse("c", text.as_bytes(), &mut Vec::new());
        let mut problems = Vec::new();
        let returned = sheet::read(&out(), "a.xlsx", &codebook.expect("a codebook"), &mut problems)
            .expect("read");
        // Codes that stood there are kept though the codebook has them no more.
        assert_eq!(told(&problems), [first]);
        assert_eq!(sorted(returned.codings), sorted(returned.base));
    }
}

#[test]
fn what_is_no_coding_workbook_is_told() {
    let all = |bytes: &[u8]| {
        let mut problems = Vec::new();
        let read = sheet::read(bytes, "a.xlsx", &codebook(), &mut problems);
        (read.is_some(), problems.into_iter().map(|it| it.code).collect::<Vec<_>>())
    };
    let one = |code: &str| (false, vec![code.to_owned()]);
    assert_eq!(all(b"document,passage\n"), one("sheet-damaged"));
    assert_eq!(all(b""), one("sheet-damaged"));
    assert_eq!(all(&out()[..2000]), one("sheet-damaged"));
    assert_eq!(all(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), one("sheet-locked"));
    let mut grid = Grid::of(&out());
    grid.set("_manifest", 1, 2, "99");
    assert_eq!(all(&grid.written(true)), one("sheet-other-form"));
    let mut grid = Grid::of(&out());
    grid.sheets.pop();
    assert_eq!(all(&grid.written(true)), one("sheet-no-manifest"));
    // A passage of which the hidden sheet holds other words than it held.
    let mut grid = Grid::of(&out());
    let row = grid.rows("_manifest").iter().position(|cells| cells[0] == "unit").expect("a unit");
    grid.set("_manifest", row + 1, 9, "other");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems)[0], "sheet-manifest-damaged");
    assert_eq!((returned.units.len(), returned.base.len()), (4, 2));
}

#[test]
fn many_problems_of_one_kind_are_counted() {
    let mut units = Vec::new();
    for place in 0..60 {
        let text = format!("words {place}");
        let passage = format!("p{}", place + 1);
        units.push(Unit {
            document: "a".into(),
            passage,
            start: place * 10,
            end: place * 10 + 8,
            heading: String::new(),
            text,
        });
    }
    let mut grid = Grid::of(&written(&units, &[], &[]));
    for row in 2..=51 {
        grid.set("Aru", row, CODE, "nonsense of mine");
    }
    let (_, problems) = read(&grid.written(true));
    assert_eq!(problems.len(), 21);
    assert_eq!((problems[20].code.as_str(), value(&problems[20], "n")), ("sheet-more", "30"));
}

#[test]
fn what_no_row_can_show_is_named() {
    let (units, codebook) = (units(), codebook());
    let part = HandCoding {
        passage: None,
        end: units[0].start + 3,
        ..coding(&units[0], "Aru", "people", "")
    };
    let old = HandCoding { end: 7, ..coding(&units[1], "Aru", "people", "") };
    let other = coding(&units[0], "somebody else", "people", "");
    let note = HandMemo { document: "gone".into(), ..memo(&units[0], "Aru", "x") };
    let (codings, memos) = ([part.clone(), old.clone(), other], [note.clone()]);
    let long = Unit { text: "а".repeat(40_000), passage: "p9".into(), ..units[0].clone() };
    let mut all = units;
    all.push(long.clone());
    let coders = ["Aru".to_owned()];
    let form = Form {
        units: &all,
        codings: &codings,
        memos: &memos,
        coders: &coders,
        codebook: &codebook,
        lang: Lang::En,
        columns: 1,
        words: &words(),
    };
    let written = sheet::write(&form).expect("a workbook");
    assert_eq!(written.codings_left_out, [part, old]);
    assert_eq!(written.memos_left_out, [note]);
    assert_eq!(written.cut, ["p9"]);
    // Its words come back whole, and what is shown of them is no edit.
    let (returned, problems) = read(&written.bytes);
    assert_eq!(problems, []);
    assert_eq!(returned.units.last(), Some(&long));
}

#[test]
fn coders_whose_names_are_no_names_of_sheets_have_sheets() {
    let (units, codebook) = (units(), codebook());
    let coders: Vec<String> = ["a/b", "a\\b", "A_B", "how", "", "'x'", &"long ".repeat(20)]
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let codings: Vec<HandCoding> =
        coders[..4].iter().map(|coder| coding(&units[0], coder, "people", "")).collect();
    let form = Form {
        units: &units,
        codings: &codings,
        memos: &[],
        coders: &coders,
        codebook: &codebook,
        lang: Lang::Kk,
        columns: 0,
        words: &words(),
    };
    let written = sheet::write(&form).expect("a workbook");
    let grid = Grid::of(&written.bytes);
    let names: Vec<&str> = grid.sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..6], ["a_b", "a_b 2", "A_B 3", "how 2", "_", "_x_"]);
    let (returned, problems) = read(&written.bytes);
    assert_eq!(problems, []);
    assert_eq!(sorted(returned.codings), sorted(codings));
}

/// Words that a cell can hold, as documents have them.
fn text() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        "[a-zа-яәіңғүұқөһ=+@\"'<>&_x0-9 ]",
        Just("😀".to_owned()),
        Just("\n".to_owned()),
        Just("\t".to_owned())
    ];
    prop::collection::vec(letters, 0..30).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_codings_come_back(
        texts in prop::collection::vec(text(), 1..6),
        given in prop::collection::btree_map((0usize..6, 0usize..2, 0usize..4), text(), 0..12),
        shared in prop::bool::ANY,
    ) {
        let units: Vec<Unit> = texts.into_iter().enumerate().map(|(place, text)| Unit {
            document: "d".into(), passage: format!("p{place}"), start: place * 100,
            end: place * 100 + text.chars().count(), heading: String::new(), text,
        }).collect();
        let codes = ["stage.goal", "stage.measure", "people", "other.goal"];
        let coders = ["Aru", "Берік Ә."];
        let codings: Vec<HandCoding> = given.into_iter()
            .filter(|((unit, ..), _)| *unit < units.len())
            .map(|((unit, coder, code), memo)| coding(&units[unit], coders[coder], codes[code], &memo))
            .collect();
        let bytes = written(&units, &codings, &[]);
        let (returned, problems) = read(&bytes);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(&returned.units, &units);
        prop_assert_eq!(sorted(returned.codings), sorted(codings.clone()));
        let (returned, problems) = read(&Grid::of(&bytes).written(shared));
        prop_assert_eq!(problems, []);
        prop_assert_eq!(sorted(returned.codings), sorted(codings));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..20_000, byte in any::<u8>()) {
        let mut problems = Vec::new();
        prop_assert!(sheet::read(&bytes, "a.xlsx", &codebook(), &mut problems).is_none());
        prop_assert!(!problems.is_empty());
        let mut whole = out();
        let at = at % whole.len();
        whole[at] = byte;
        let _ = sheet::read(&whole, "a.xlsx", &codebook(), &mut problems);
    }
}

/// LibreOffice opens the workbook, codes, renames, sorts, adds a column, and saves it as XLSX.
#[test]
fn what_libreoffice_edited_and_saved_comes_back_exactly() {
    let (_kept, folder) = crate::office::folder();
    std::fs::write(folder.join("coding.xlsx"), out()).expect("written");
    let edits = r#"
Sub Work
  document = Opened("FOLDER/coding.xlsx")
  sheet = document.Sheets.getByName("Aru")
  If Not sheet.isProtected() Then sheet.Name = "was not protected"
  If Not sheet.getCellByPosition(3, 1).CellProtection.IsLocked Then sheet.Name = "text not locked"
  If sheet.getCellByPosition(4, 1).CellProtection.IsLocked Then sheet.Name = "code locked"
  sheet.getCellByPosition(5, 2).String = "People"
  sheet.getCellByPosition(4, 4).String = "stage.goal — Цель"
  sheet.getCellByPosition(6, 4).String = "мәтін" & Chr(10) & "екі жол"
  sheet.unprotect("")
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 3
  field(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = "SortFields"
  order(0).Value = field()
  order(1).Name = "ContainsHeader"
  order(1).Value = True
  sheet.getCellRangeByName("A1:H6").sort(order())
  sheet.Columns.insertByIndex(2, 1)
  sheet.getCellByPosition(2, 0).String = "Mine"
  sheet.Rows.insertByIndex(0, 1)
  sheet.getCellByPosition(0, 0).String = "Draft of today"
  sheet.Name = "Ару"
  other = document.Sheets.getByName("Берік Ә.")
  other.getCellByPosition(4, 5).String = ""
  other.getCellByPosition(4, 0 + 1).String = "мера"
  Saved(document, "FOLDER/edited.xlsx", "Calc MS Excel 2007 XML")
End Sub
"#;
    if crate::office::run(&folder, edits).is_none() {
        return;
    }
    is_as_edited(&std::fs::read(folder.join("edited.xlsx")).expect("LibreOffice saved it"));
}

#[test]
fn what_libreoffice_saved_once_comes_back_exactly() {
    is_as_edited(include_bytes!("../data/libreoffice-coding.xlsx"));
}

fn is_as_edited(bytes: &[u8]) {
    let grid = Grid::of(bytes);
    assert_eq!((grid.sheets[0].0.as_str(), grid.get("Ару", 1, 1)), ("Ару", "Draft of today"));
    let (returned, problems) = read(bytes);
    assert_eq!(problems, []);
    let (units, (codings, memos)) = (units(), stands());
    assert_eq!(returned.units, units);
    assert_eq!(sorted(returned.base), sorted(codings.clone()));
    let mut expected = codings;
    // A memo of a row whose code went is a note.
    let note = expected.pop().expect("a coding").memo;
    expected.extend([
        new(&units[1], "Aru", "people", ""),
        new(&units[3], "Aru", "stage.goal", "мәтін\nекі жол"),
        new(&units[0], "Берік Ә.", "stage.measure", ""),
    ]);
    assert_eq!(sorted(returned.codings), sorted(expected));
    let mut notes = memos;
    notes.push(memo(&units[4], "Берік Ә.", &note));
    assert_eq!(returned.memos, notes);
}
