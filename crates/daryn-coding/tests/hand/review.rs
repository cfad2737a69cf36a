//! Workbooks for a supervisor out and in.

use daryn_coding::review::{self, Decision, Form, Review, Verdict, Words};
use daryn_coding::{Codebook, HandCoding};
use daryn_model::{Diagnostic, Lang};

use crate::grid::Grid;
use crate::{codebook, coding, told, units, value};

/// Columns of the sheet.
const NUMBER: usize = 1;
const QUOTE: usize = 4;
const AGREE: usize = 8;
const OTHER: usize = 9;
const COMMENT: usize = 10;

fn words() -> Words {
    Words::of(|name| match name {
        "review-yes" => "иә".to_owned(),
        "review-no" => "жоқ".to_owned(),
        "review-sheet" => "Review".to_owned(),
        "review-how-to" => "Decide.".to_owned(),
        name => name.to_owned(),
    })
}

fn codings() -> Vec<HandCoding> {
    let units = units();
    vec![
        coding(&units[0], "Aru", "stage.goal", "why"),
        HandCoding {
            passage: None,
            end: units[1].start + 9,
            quote: "Мемлекет ".into(),
            time: None,
            version: None,
            ..coding(&units[1], "Aru", "people", "")
        },
        coding(&units[2], "Берік Ә.", "stage.measure", ""),
        coding(&units[3], "Берік Ә.", "gone", "екі\nжол"),
        coding(&units[4], "Aru", "people", ""),
    ]
}

fn out() -> Vec<u8> {
    let (codings, codebook) = (codings(), codebook());
    let form = Form {
        codings: &codings,
        supervisor: "Prof. X",
        codebook: &codebook,
        lang: Lang::Kk,
        words: &words(),
    };
    review::write(&form).expect("a workbook")
}

fn read_by(bytes: &[u8], codebook: &Codebook) -> (Review, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let review = review::read(bytes, "review.xlsx", codebook, &mut problems);
    (review.unwrap_or_else(|| panic!("{problems:?}")), problems)
}

fn read(bytes: &[u8]) -> (Review, Vec<Diagnostic>) {
    read_by(bytes, &codebook())
}

fn decision(at: usize, verdict: Option<Verdict>, comment: &str) -> Decision {
    let coding = codings().remove(at);
    Decision { coding, by: "Prof. X".into(), verdict, comment: comment.into() }
}

#[test]
fn a_review_on_which_nothing_was_said_is_open() {
    let (review, problems) = read(&out());
    assert_eq!(problems, []);
    assert_eq!((review.decisions.len(), review.written), (0, 5));
    assert_eq!(review.open, codings());
    assert!(out() == out());
    let grid = Grid::of(&out());
    assert_eq!(grid.get("Review", 2, 5), "stage.goal — Мақсат");
    assert_eq!(grid.get("sheet-how", 1, 1), "Decide.");
}

#[test]
fn decisions_and_comments_come_back_from_sorted_rows() {
    let mut grid = Grid::of(&out());
    grid.set("Review", 2, AGREE, " ИӘ ");
    grid.set("Review", 3, AGREE, "жоқ");
    grid.set("Review", 3, COMMENT, "too wide\r\nreally ");
    grid.set("Review", 4, OTHER, "Цель");
    grid.set("Review", 5, COMMENT, "only a comment");
    let rows = grid.rows("Review");
    rows[1..].reverse();
    rows.insert(0, vec!["for Monday".into()]);
    grid.sheets[0].0 = "Renamed".into();
    for shared in [true, false] {
        let (review, problems) = read(&grid.written(shared));
        assert_eq!(problems, []);
        let expected = [
            decision(0, Some(Verdict::Agree), ""),
            decision(1, Some(Verdict::Disagree), "too wide\nreally"),
            decision(2, Some(Verdict::Other("stage.goal".into())), ""),
            decision(3, None, "only a comment"),
        ];
        assert_eq!(review.decisions, expected);
        assert_eq!(review.open, [codings().remove(4)]);
    }
}

#[test]
fn the_code_itself_as_the_other_code_is_agreement() {
    let mut grid = Grid::of(&out());
    grid.set("Review", 3, OTHER, "people");
    grid.set("Review", 4, AGREE, "жоқ");
    grid.set("Review", 4, OTHER, "people");
    let (review, problems) = read(&grid.written(true));
    assert_eq!(problems, []);
    let expected = [
        decision(1, Some(Verdict::Agree), ""),
        decision(2, Some(Verdict::Other("people".into())), ""),
    ];
    assert_eq!(review.decisions, expected);
}

#[test]
fn what_cannot_be_understood_is_told_and_the_rest_is_kept() {
    let mut grid = Grid::of(&out());
    grid.set("Review", 2, AGREE, "maybe");
    grid.set("Review", 2, COMMENT, "hm");
    grid.set("Review", 3, AGREE, "иә");
    grid.set("Review", 3, OTHER, "stage.goal");
    grid.set("Review", 3, COMMENT, "odd");
    grid.set("Review", 4, OTHER, "no such code");
    grid.set("Review", 5, OTHER, "Goal");
    grid.set("Review", 6, AGREE, "иә");
    grid.set("Review", 6, QUOTE, "other words");
    let mut stranger = grid.rows("Review")[5].clone();
    stranger[NUMBER - 1] = "99".into();
    grid.rows("Review").push(stranger);
    let (review, problems) = read(&grid.written(true));
    let expected = [
        "review-unknown-answer",
        "review-contradiction",
        "sheet-unknown-code",
        "sheet-ambiguous-code",
        "review-edited",
        "review-unknown-row",
    ];
    assert_eq!(told(&problems), expected);
    let cells: Vec<&str> = problems.iter().map(|problem| value(problem, "cell")).collect();
    assert_eq!(cells, ["H2", "I3", "I4", "I5", "D6", "A7"]);
    let expected =
        [decision(0, None, "hm"), decision(1, None, "odd"), decision(4, Some(Verdict::Agree), "")];
    assert_eq!(review.decisions, expected);
    assert_eq!(review.open.len(), 2);
}

#[test]
fn twins_that_contradict_each_other_decide_nothing_and_keep_both_comments() {
    let mut grid = Grid::of(&out());
    grid.set("Review", 2, AGREE, "иә");
    grid.set("Review", 2, COMMENT, "one");
    let mut again = grid.rows("Review")[1].clone();
    again[AGREE - 1] = "жоқ".into();
    again[COMMENT - 1] = "two".into();
    grid.rows("Review").push(again);
    // A deleted row is a coding on which nothing was said.
    grid.rows("Review").remove(2);
    let (review, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["review-row-twice"]);
    assert_eq!(review.decisions, [decision(0, None, "one\ntwo")]);
    assert_eq!(review.open.len(), 4);
}

#[test]
fn what_is_no_review_is_told() {
    let all = |bytes: &[u8]| {
        let mut problems = Vec::new();
        let read = review::read(bytes, "a.xlsx", &codebook(), &mut problems);
        (read.is_some(), problems.into_iter().map(|it| it.code).collect::<Vec<_>>())
    };
    assert_eq!(all(b"x"), (false, vec!["sheet-damaged".to_owned()]));
    let coding = crate::sheet::written(&units(), &[], &[]);
    assert_eq!(all(&coding), (false, vec!["review-no-manifest".to_owned()]));
    let mut grid = Grid::of(&out());
    grid.set("Review", 1, AGREE, "changed head");
    assert_eq!(all(&grid.written(true)), (true, vec!["review-no-heads".to_owned()]));
    // The other way round.
    let mut problems = Vec::new();
    assert!(daryn_coding::sheet::read(&out(), "a.xlsx", &codebook(), &mut problems).is_none());
    assert_eq!(told(&problems), ["sheet-no-manifest"]);
}

#[test]
fn what_libreoffice_edited_and_saved_comes_back_exactly() {
    let (_kept, folder) = crate::office::folder();
    std::fs::write(folder.join("review.xlsx"), out()).expect("written");
    let work = r#"
Sub Work
  document = Opened("FOLDER/review.xlsx")
  sheet = document.Sheets.getByName("Review")
  sheet.getCellByPosition(7, 1).String = "иә"
  sheet.getCellByPosition(8, 2).String = "stage.goal — Мақсат"
  sheet.getCellByPosition(9, 4).String = "екі" & Chr(10) & "жол"
  Saved(document, "FOLDER/edited.xlsx", "Calc MS Excel 2007 XML")
End Sub
"#;
    if crate::office::run(&folder, work).is_none() {
        return;
    }
    let bytes = std::fs::read(folder.join("edited.xlsx")).expect("LibreOffice saved it");
    let (review, problems) = read(&bytes);
    assert_eq!(problems, []);
    let expected = [
        decision(0, Some(Verdict::Agree), ""),
        decision(1, Some(Verdict::Other("stage.goal".into())), ""),
        decision(3, None, "екі\nжол"),
    ];
    assert_eq!(review.decisions, expected);
}
