//! Writes and reads coding workbooks, for `benches/coding_sheets.py`.
//!
//! `coding_sheets write OUT PASSAGES` writes a workbook for two coders who gave codes to every third
//! passage, `coding_sheets read IN` reads one and prints how many passages and codings it holds,
//! `coding_sheets word IN` reads the comments of a document.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example talks")]

use std::collections::BTreeMap;
use std::process::ExitCode;

use daryn_coding::naming::codable;
use daryn_coding::{Codebook, HandCoding, Unit, sheet, word};
use daryn_model::Lang;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let Some(codebook) = Codebook::built_in() else { return ExitCode::FAILURE };
    let done = match args[..] {
        ["write", out, passages] => passages.parse().ok().and_then(|n| write(out, n, &codebook)),
        ["read", input] => read(input, &codebook),
        ["word", input] => comments(input, &codebook),
        _ => None,
    };
    if done.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(out: &str, passages: usize, codebook: &Codebook) -> Option<()> {
    let codes: Vec<&str> = codable(codebook).map(|code| code.id.0.as_str()).collect();
    let coders = ["Айгүл".to_owned(), "Берік".to_owned()];
    let sentence =
        "Мемлекет ғалымдардың елге оралуын қолдайды және олардың жұмыс жағдайын жасайды. ";
    let (mut units, mut codings, mut start) = (Vec::new(), Vec::new(), 0);
    for place in 0..passages {
        let text = format!("{place}) {}", sentence.repeat(1 + place % 7));
        let end = start + text.chars().count();
        let unit = Unit {
            document: format!("law-{}", place / 500),
            passage: format!("p{}", place % 500 + 1),
            start,
            end,
            heading: format!("{}-бап", place / 10),
            text,
        };
        start = end + 1;
        if place % 3 == 0 {
            codings.push(HandCoding {
                document: unit.document.clone(),
                passage: Some(unit.passage.clone()),
                start: unit.start,
                end,
                quote: unit.text.clone(),
                code: codes.get(place % codes.len())?.to_string(),
                coder: coders[place % 2].clone(),
                time: None,
                version: None,
                memo: if place % 9 == 0 { format!("жазба {place}") } else { String::new() },
            });
        }
        units.push(unit);
    }
    let words = sheet::Words::of(str::to_owned);
    let form = sheet::Form {
        units: &units,
        codings: &codings,
        memos: &[],
        coders: &coders,
        codebook,
        lang: Lang::Kk,
        columns: 4,
        words: &words,
    };
    let written = sheet::write(&form).ok()?;
    std::fs::write(out, &written.bytes).ok()
}

fn read(input: &str, codebook: &Codebook) -> Option<()> {
    let bytes = std::fs::read(input).ok()?;
    let mut problems = Vec::new();
    let returned = sheet::read(&bytes, input, codebook, &mut problems)?;
    let kept = returned.codings == returned.base;
    println!("{} {} {} {kept}", returned.units.len(), returned.codings.len(), problems.len());
    Some(())
}

fn comments(input: &str, codebook: &Codebook) -> Option<()> {
    let bytes = std::fs::read(input).ok()?;
    let document = daryn_read::read(&bytes, input);
    let options = word::Options { document: input, coder: "?", colours: &BTreeMap::new() };
    let mut problems = Vec::new();
    let marked = word::read(&document, input, codebook, &options, &mut problems);
    println!("{} {} {}", marked.codings.len(), marked.memos.len(), problems.len());
    Some(())
}
