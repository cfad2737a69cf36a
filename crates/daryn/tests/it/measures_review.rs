//! Measures reviewed in a workbook: out, changed as people do, and back in.

use std::fs;

use crate::grid::Grid;
use crate::measures::PLAN;
use crate::office;
use crate::sample::Sample;

const RULES: &str = "# Правила\n\n1. Министерство обязано представить отчет до 31 января 2025 года.\n\n\
    2. Виза выдается органами внутренних дел в течение 5 рабочих дней.\n\n\
    3. Акиматы вправе создавать центры адаптации кандасов.\n";

const FILE: usize = 3;
const LANGUAGE: usize = 4;
const TEXT: usize = 7;
const DECISION: usize = 8;
const POLARITY: usize = 9;
const ACTOR: usize = 10;
const OBJECT: usize = 12;
const DEADLINE_TO: usize = 16;
const MONEY: usize = 17;
const MEMO: usize = 25;
const REVIEWER: usize = 26;

/// A study with three proposals.
fn study() -> Sample {
    let sample = Sample::tiny();
    let documents = sample.read("documents.csv");
    let id = documents.lines().nth(1).and_then(|row| row.split(',').next()).expect("a document");
    sample.write(&format!("{id}.md"), RULES);
    sample
}

/// The workbook that is handed out.
fn out(sample: &Sample) -> Grid {
    let file = sample.beside("out.xlsx");
    let name = file.display().to_string();
    let asked = ["measures", "review", "--to", &name, "--reviewer", "Әйгүл"];
    sample.daryn(&asked).ends(0);
    let first = fs::read(&file).expect("a workbook");
    sample.daryn(&asked).ends(0);
    assert!(first == fs::read(&file).expect("a workbook"), "the same bytes each time");
    Grid::of(&first)
}

/// Takes a workbook back in.
fn back(sample: &Sample, grid: &Grid) -> crate::sample::Ran {
    fs::write(sample.beside("in.xlsx"), grid.written(true)).expect("written");
    let name = sample.beside("in.xlsx").display().to_string();
    sample.daryn(&["measures", "review", "--from", &name])
}

/// A column of the store, in order of its rows.
fn stored(sample: &Sample, column: &str) -> Vec<String> {
    let text = sample.read("reviews/measures.csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let place = table.headers().expect("a head").iter().position(|it| it == column);
    let place = place.expect("a column");
    table.records().map(|row| row.expect("a row")[place].to_owned()).collect()
}

#[test]
fn a_workbook_that_comes_back_unchanged_changes_nothing() {
    let sample = study();
    let grid = out(&sample);
    let before = sample.read("reviews/measures.csv");
    assert_eq!(grid.get("Measures", 1, DECISION), "Decision");
    assert_eq!(grid.get("Measures", 2, DECISION), "not decided");
    assert_eq!(grid.get("Measures", 2, ACTOR), "Министерство");
    assert_eq!(grid.get("Measures", 2, DEADLINE_TO), "2025-01-31");
    assert_eq!(grid.get("Measures", 3, REVIEWER), "Әйгүл");
    let ran = back(&sample, &grid).ends(0);
    assert_eq!(sample.read("reviews/measures.csv"), before);
    assert!(ran.err.contains("accepted: 0, rejected: 0, open: 3"), "{}", ran.err);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
}

#[test]
fn decisions_of_sorted_rows_stand_where_the_terminal_keeps_them() {
    let sample = study();
    let mut grid = out(&sample);
    grid.set("Measures", 2, DECISION, " Confirm ");
    grid.set("Measures", 3, DECISION, "change");
    grid.set("Measures", 3, ACTOR, "");
    grid.set("Measures", 3, OBJECT, "виза");
    grid.set("Measures", 3, MEMO, "who gives it?\r\nask, \"them\"");
    grid.set("Measures", 4, DECISION, "reject");
    grid.set("Measures", 4, REVIEWER, "Берік");
    let rows = grid.rows("Measures");
    rows[1..].reverse();
    rows.insert(0, vec!["for Monday".to_owned()]);
    let ran = back(&sample, &grid).ends(0);
    assert!(ran.err.contains("accepted: 2, rejected: 1, open: 0"), "{}", ran.err);
    assert_eq!(stored(&sample, "decision"), ["accept", "edit", "reject"]);
    assert_eq!(stored(&sample, "actor"), ["Министерство", "", "Акиматы"]);
    // As it stands in the passage.
    assert_eq!(stored(&sample, "object")[1], "Виза");
    assert_eq!(stored(&sample, "memo"), ["", "who gives it?\nask, \"them\"", ""]);
    assert_eq!(stored(&sample, "reviewer"), ["Әйгүл", "Әйгүл", "Берік"]);
    // Out and in again: nothing is lost, nothing is decided twice.
    let before = sample.read("reviews/measures.csv");
    let again = out(&sample);
    assert_eq!(again.get("Measures", 3, DECISION), "change");
    assert_eq!(again.get("Measures", 4, REVIEWER), "Берік");
    let ran = back(&sample, &again).ends(0);
    assert!(ran.err.contains("decisions taken over: 0"), "{}", ran.err);
    assert_eq!(sample.read("reviews/measures.csv"), before);
    sample.daryn(&["measures", "confirm"]).ends(0);
    assert!(sample.read("measures.csv").contains("Виза выдается"));
}

#[test]
fn what_cannot_be_taken_is_told_by_its_cell_and_stays_undecided() {
    let sample = study();
    let mut grid = out(&sample);
    grid.set("Measures", 2, DECISION, "change");
    grid.set("Measures", 2, ACTOR, "Правительство");
    grid.set("Measures", 2, MEMO, "the Government, I think");
    grid.set("Measures", 3, DECISION, "maybe");
    grid.set("Measures", 3, TEXT, "other words");
    grid.set("Measures", 4, DECISION, "confirm");
    grid.set("Measures", 4, DEADLINE_TO, "2025-02-31");
    grid.set("Measures", 4, POLARITY, "duty");
    let mut stranger = grid.rows("Measures")[3].clone();
    stranger[0] = "99".to_owned();
    grid.rows("Measures").push(stranger);
    let ran = back(&sample, &grid).ends(1);
    for told in ["J2", "H3", "G3", "P4", "I4", "A5", "Правительство", "maybe", "2025-02-31", "duty"]
    {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert!(ran.err.contains("accepted: 0, rejected: 0, open: 3"), "{}", ran.err);
    assert_eq!(stored(&sample, "actor")[0], "Министерство");
    // A note is kept though the row is not decided, and when proposals are made anew, too.
    sample.daryn(&["measures", "review", "--format", "csv"]).ends(0);
    assert_eq!(stored(&sample, "memo")[0], "the Government, I think");
}

#[test]
fn rows_that_are_gone_twice_or_half_done_are_told() {
    let sample = study();
    let mut grid = out(&sample);
    grid.set("Measures", 2, DECISION, "change");
    grid.set("Measures", 3, ACTOR, "");
    grid.rows("Measures").remove(3);
    let ran = back(&sample, &grid).ends(0);
    for told in ["no part of it is", "nothing is decided", "rows were deleted: 1"] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert_eq!(stored(&sample, "decision"), ["", "", ""]);
    assert_eq!(stored(&sample, "actor")[1], "органами внутренних дел");
    let mut grid = out(&sample);
    let mut again = grid.rows("Measures")[1].clone();
    again[DECISION - 1] = "reject".to_owned();
    grid.set("Measures", 2, DECISION, "confirm");
    let same = grid.rows("Measures")[2].clone();
    grid.rows("Measures").extend([again, same]);
    let ran = back(&sample, &grid).ends(1);
    assert!(ran.err.contains("say different things"), "{}", ran.err);
    assert!(ran.err.contains("measure 2 stands twice"), "{}", ran.err);
    assert_eq!(stored(&sample, "decision"), ["", "", ""]);
}

#[test]
fn what_was_decided_otherwise_in_the_meantime_stays_and_is_told() {
    let sample = study();
    let mut early = out(&sample);
    let mut grid = out(&sample);
    grid.set("Measures", 2, DECISION, "reject");
    grid.set("Measures", 2, MEMO, "one");
    back(&sample, &grid).ends(0);
    early.set("Measures", 2, DECISION, "confirm");
    early.set("Measures", 3, DECISION, "confirm");
    let ran = back(&sample, &early).ends(1);
    assert!(ran.err.contains("decided otherwise") && ran.err.contains("reject"), "{}", ran.err);
    assert_eq!(stored(&sample, "decision"), ["reject", "accept", ""]);
    // Notes of two people both stay.
    early.set("Measures", 2, DECISION, "reject");
    early.set("Measures", 2, MEMO, "two");
    back(&sample, &early).ends(0);
    assert_eq!(stored(&sample, "memo")[0], "one\ntwo");
}

#[test]
fn a_file_that_is_no_review_is_told() {
    let sample = study();
    out(&sample);
    fs::write(sample.beside("bad.xlsx"), b"x").expect("written");
    let bad = sample.beside("bad.xlsx").display().to_string();
    let ran = sample.daryn(&["measures", "review", "--from", &bad]).ends(1);
    assert!(ran.err.contains("damaged"), "{}", ran.err);
    let other = sample.beside("other.xlsx").display().to_string();
    sample.daryn(&["measures", "review", "--format", "xlsx", "--output", &other]).ends(0);
    let ran = sample.daryn(&["measures", "review", "--from", &other]).ends(1);
    assert!(ran.err.contains("_measures"), "{}", ran.err);
    let mut grid = out(&sample);
    grid.set("Measures", 1, DECISION, "Verdict");
    let ran = back(&sample, &grid).ends(1);
    assert!(ran.err.contains("no sheet has the columns"), "{}", ran.err);
    sample.daryn(&["measures", "review", "--to", "a.csv"]).ends(1);
    // A file of the study is not written over.
    sample.daryn(&["measures", "review", "--to", "documents.csv"]).ends(1);
}

#[test]
fn what_libreoffice_edited_and_saved_comes_back_exactly() {
    let sample = study();
    out(&sample);
    let (_kept, folder) = office::folder();
    fs::copy(sample.beside("out.xlsx"), folder.join("review.xlsx")).expect("copied");
    let work = r#"
Sub Work
  document = Opened("FOLDER/review.xlsx")
  sheet = document.Sheets.getByName("Measures")
  sheet.getCellByPosition(7, 1).String = "change"
  sheet.getCellByPosition(14, 1).String = "31 января 2025 года"
  sheet.getCellByPosition(15, 1).String = "2025-01-30"
  sheet.getCellByPosition(7, 2).String = "confirm"
  sheet.getCellByPosition(23, 2).String = "екі" & Chr(10) & "жол"
  Saved(document, "FOLDER/edited.xlsx", "Calc MS Excel 2007 XML")
End Sub
"#;
    if office::run(&folder, work).is_none() {
        return;
    }
    let edited = folder.join("edited.xlsx").display().to_string();
    let ran = sample.daryn(&["measures", "review", "--from", &edited]).ends(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    assert_eq!(stored(&sample, "decision"), ["edit", "accept", ""]);
    assert_eq!(stored(&sample, "deadline")[0], "31 января 2025 года");
    assert_eq!(stored(&sample, "deadline_to")[0], "2025-01-30");
    assert_eq!(stored(&sample, "memo"), ["", "екі\nжол", ""]);
    assert_eq!(stored(&sample, "actor")[1], "органами внутренних дел");
}

#[test]
fn a_workbook_that_was_handed_out_before_files_were_told_is_still_taken() {
    let sample = study();
    let mut grid = out(&sample);
    for row in grid.rows("Measures") {
        row.drain(FILE - 1..LANGUAGE);
    }
    grid.rows("_measures").retain(|row| row[0] != "file");
    grid.rows("_measures")
        .retain(|row| row[0] != "head" || !["file", "language"].contains(&row[1].as_str()));
    grid.set("Measures", 2, DECISION - 2, "confirm");
    let ran = back(&sample, &grid).ends(0);
    assert!(ran.err.contains("accepted: 1, rejected: 0, open: 2"), "{}", ran.err);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    assert!(stored(&sample, "file")[0].ends_with(".md"));
}

#[test]
fn what_a_sum_is_for_is_shown_beside_it_and_not_said_of_other_words() {
    let sample = Sample::tiny();
    let documents = sample.read("documents.csv");
    let id = documents.lines().nth(1).and_then(|row| row.split(',').next()).expect("a document");
    sample.write(&format!("{id}.html"), PLAN);
    let mut grid = out(&sample);
    assert_eq!(grid.get("Measures", 1, MONEY + 1), "Amount is for");
    let shown: Vec<&str> = (2..5).map(|row| grid.get("Measures", row, MONEY + 1)).collect();
    assert_eq!(shown, ["several rows", "several rows", "this measure"]);
    let known = ["several-rows", "several-rows", "measure"];
    assert_eq!(stored(&sample, "amount_for"), known);
    assert_eq!(stored(&sample, "amount"), ["12000000", "12000000", "7000000"]);
    grid.set("Measures", 2, DECISION, "confirm");
    grid.set("Measures", 3, DECISION, "change");
    grid.set("Measures", 3, MONEY, "");
    grid.set("Measures", 4, MONEY + 1, "several rows");
    let ran = back(&sample, &grid).ends(0);
    assert!(ran.err.contains("R4"), "a locked cell: {}", ran.err);
    assert_eq!(stored(&sample, "amount_for"), ["several-rows", "", "measure"]);
    let ran = sample.daryn(&["measures", "review", "--format", "csv"]).ends(0);
    assert_eq!(stored(&sample, "amount_for"), ["several-rows", "", "measure"], "{}", ran.err);
    let ran = sample.daryn(&["measures", "confirm"]).ends(0);
    let told = ran.err.lines().find(|it| it.contains("covers several rows")).expect("a warning");
    let ids = stored(&sample, "measure");
    assert!(told.contains(&ids[0]) && !told.contains(&ids[1]), "{told}");
}

#[test]
fn a_workbook_that_was_handed_out_before_amounts_were_shown_is_taken() {
    let sample = study();
    let mut grid = out(&sample);
    grid.set("Measures", 2, DECISION, "confirm");
    for row in grid.rows("Measures") {
        row.remove(MONEY);
    }
    grid.rows("_measures").retain(|row| {
        row[0] != "amount_for" && row.get(1).is_none_or(|column| column != "amount_for")
    });
    let ran = back(&sample, &grid).ends(0);
    assert!(ran.err.contains("accepted: 1"), "{}", ran.err);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
}
