//! Coding without a window: workbooks, documents of Word, reviews and merges, as people and other
//! programs change them.

#[path = "hand/grid.rs"]
mod grid;
#[path = "hand/memos.rs"]
mod memos;
#[path = "hand/merge.rs"]
mod merge;
#[path = "hand/office.rs"]
mod office;
#[path = "hand/review.rs"]
mod review;
#[path = "hand/sheet.rs"]
mod sheet;
#[path = "hand/word.rs"]
mod word;

use daryn_coding::{Codebook, HandCoding, HandMemo, Unit};
use daryn_model::Diagnostic;

/// A small codebook: a table of codes, codes with names in three languages, a name that two have.
fn codebook() -> Codebook {
    let text = r##"
[codebook]
id = "small"
version = "2"
title_en = "Small"
guide_en = "Code what is said.\nNot what is meant."
[[code]]
id = "stage"
name_en = "Stage"
[[code]]
id = "stage.goal"
parent = "stage"
name_en = "Goal"
name_ru = "Цель"
name_kk = "Мақсат"
definition_en = "What is wanted."
include_en = "Aims; tasks: all of them."
colour = "#ffff00"
[[code]]
id = "stage.measure"
parent = "stage"
name_en = "Measure"
name_ru = "Мера"
name_kk = "Шара"
colour = "#00c8ff"
[[code]]
id = "people"
name_en = "People"
name_ru = "Люди: учёные"
colour = "#102030"
[[code]]
id = "other.goal"
parent = "people"
name_en = "Goal"
name_ru = "Иная цель"
"##;
    let mut problems = Vec::new();
    Codebook::parse("small.toml", text.as_bytes(), &mut problems).expect("a codebook")
}

/// Passages with everything that a spreadsheet may spoil.
fn units() -> Vec<Unit> {
    let texts = [
        "=1+1 is no formula, and neither is this",
        "Мемлекет ғалымдарды қолдайды; 😀 \"quoted\", 'so'",
        "Line one\nLine two\tbehind a tab <b>&amp;</b>",
        "_x0041_ stays, 007 too",
        "1.10",
    ];
    let mut start = 0;
    let unit = |(place, text): (usize, &&str)| {
        let end = start + text.chars().count();
        let unit = Unit {
            document: if place < 4 { "law" } else { "plan" }.to_owned(),
            passage: format!("p{}", place % 4 + 1),
            start,
            end,
            heading: format!("Chapter {place}"),
            text: (*text).to_owned(),
        };
        start = end + 1;
        unit
    };
    texts.iter().enumerate().map(unit).collect()
}

/// A coding of a whole passage.
fn coding(unit: &Unit, coder: &str, code: &str, memo: &str) -> HandCoding {
    HandCoding {
        document: unit.document.clone(),
        passage: Some(unit.passage.clone()),
        start: unit.start,
        end: unit.end,
        quote: unit.text.clone(),
        code: code.to_owned(),
        coder: coder.to_owned(),
        time: Some("2026-03-04T05:06:07Z".to_owned()),
        version: Some("1".to_owned()),
        memo: memo.to_owned(),
    }
}

/// A note on a whole passage.
fn memo(unit: &Unit, coder: &str, text: &str) -> HandMemo {
    HandMemo {
        document: unit.document.clone(),
        passage: Some(unit.passage.clone()),
        start: unit.start,
        end: unit.end,
        quote: unit.text.clone(),
        coder: coder.to_owned(),
        time: None,
        text: text.to_owned(),
    }
}

/// A coding as it is when it was made in a workbook: no time, the version of the codebook.
fn new(unit: &Unit, coder: &str, code: &str, memo: &str) -> HandCoding {
    HandCoding { time: None, version: Some("2".to_owned()), ..coding(unit, coder, code, memo) }
}

/// Names of problems.
fn told(problems: &[Diagnostic]) -> Vec<&str> {
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// A value of a problem.
fn value<'a>(problem: &'a Diagnostic, name: &str) -> &'a str {
    let found = problem.args.iter().find(|(own, _)| own == name);
    found.map_or("", |(_, value)| value.as_str())
}
