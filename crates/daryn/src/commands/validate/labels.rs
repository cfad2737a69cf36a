//! What people fill in, and what they filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use daryn_coding::Codebook;
use daryn_model::{Diagnostic, Lang, record};
use daryn_report::csv_cell;

use super::Passages;
use super::frame::Frame;
use crate::separated::Separated;
use crate::stop::Stop;

/// Columns of a sheet.
const COLUMNS: [&str; 6] = ["unit", "document", "passage", "text", "coder", "codes"];

/// In the place of codes: none fits. An empty cell is a passage that nobody has looked at.
const NONE: &str = "-";

/// Passages that are named in a message at most.
const NAMED: usize = 5;

/// The sheet of a coder: passages without what rules gave to them.
pub(super) fn sheet(frame: &Frame, passages: &Passages, coder: &str) -> Vec<u8> {
    let words: BTreeMap<(&str, &str), &str> = passages
        .iter()
        .map(|(text, passage)| ((text.file.as_str(), passage.name.as_str()), passage.text.as_str()))
        .collect();
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for (place, unit) in frame.units.iter().enumerate() {
        let text = words.get(&(unit.file.as_str(), unit.passage.as_str())).copied();
        rows.push(vec![
            frame.name(place),
            unit.document.clone(),
            unit.passage.clone(),
            text.unwrap_or_default().to_owned(),
            coder.to_owned(),
            String::new(),
        ]);
    }
    csv(&rows)
}

/// The codebook as a table beside the sheets.
pub(super) fn codes(codebook: &Codebook, lang: Lang) -> Vec<u8> {
    let mut rows =
        vec![["code", "name", "definition", "include", "exclude"].map(str::to_owned).to_vec()];
    for code in &codebook.codes {
        let text = |words: &daryn_model::Localized| {
            words.get(lang).map_or(String::new(), |(_, text)| text.to_owned())
        };
        rows.push(vec![
            code.id.0.clone(),
            text(&code.name),
            text(&code.definition),
            text(&code.include),
            text(&code.exclude),
        ]);
    }
    csv(&rows)
}

/// With a byte order mark, so that spreadsheets see that it is UTF-8.
fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text.into_bytes()
}

/// The labels of two people.
#[derive(Debug)]
pub(super) struct Labels {
    /// Their names, sorted.
    pub(super) coders: [String; 2],
    /// For each unit that both labelled the codes of each.
    pub(super) units: BTreeMap<usize, [BTreeSet<String>; 2]>,
}

/// Reads sheets. What is wrong is told, all at once; `None` where nothing can be concluded.
pub(super) fn read<'a>(
    files: impl Iterator<Item = &'a std::path::PathBuf>,
    frame: &Frame,
    codes: &[String],
    problems: &mut Vec<Diagnostic>,
) -> Result<Option<Labels>, Stop> {
    let names: BTreeMap<String, usize> =
        (0..frame.units.len()).map(|place| (frame.name(place), place)).collect();
    let mut given: BTreeMap<String, BTreeMap<usize, BTreeSet<String>>> = BTreeMap::new();
    for file in files {
        let table = Separated::read(Path::new(file))?;
        one(&table, &names, codes, &mut given, problems);
    }
    let file = "";
    let coders: Vec<String> = given.keys().cloned().collect();
    let [first, second] = match <[String; 2]>::try_from(coders) {
        Ok(two) => two,
        Err(coders) => {
            let code = if coders.len() < 2 { "validation-one-coder" } else { "validation-coders" };
            let problem = Diagnostic::error(code, file, 0).with("n", coders.len());
            problems.push(problem.with("found", coders.join(", ")));
            return Ok(None);
        }
    };
    let of = |coder: &str, unit: usize| given[coder].get(&unit).cloned();
    let mut labels = Labels { coders: [first, second], units: BTreeMap::new() };
    let mut missing = Vec::new();
    for unit in 0..frame.units.len() {
        let both = of(&labels.coders[0], unit).zip(of(&labels.coders[1], unit));
        match both {
            Some((one, two)) => {
                labels.units.insert(unit, [one, two]);
            }
            None => missing.push(frame.name(unit)),
        }
    }
    if !missing.is_empty() {
        let mut some = missing.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if missing.len() > NAMED {
            some += ", …";
        }
        let code = if labels.units.is_empty() {
            Diagnostic::error("validation-no-label", file, 0)
        } else {
            Diagnostic::warning("validation-missing", file, 0)
        };
        problems.push(code.with("n", missing.len()).with("units", some));
    }
    Ok(Some(labels))
}

/// Reads a sheet.
fn one(
    table: &Separated,
    names: &BTreeMap<String, usize>,
    codes: &[String],
    given: &mut BTreeMap<String, BTreeMap<usize, BTreeSet<String>>>,
    problems: &mut Vec<Diagnostic>,
) {
    let columns = ["unit", "coder", "codes"].map(|name| (name, table.column(name)));
    let missing: Vec<&str> =
        columns.iter().filter(|(_, place)| place.is_none()).map(|(name, _)| *name).collect();
    let [Some(unit), Some(coder), Some(cell)] = columns.map(|(_, place)| place) else {
        let problem = Diagnostic::error("validation-columns", &table.file, 1);
        problems.push(problem.with("missing", missing.join(", ")));
        return;
    };
    for (line, row) in &table.rows {
        let error = |code: &str| Diagnostic::error(code, &table.file, *line);
        let (unit, coder, cell) = (&row[unit], &row[coder], &row[cell]);
        let Some(place) = names.get(unit) else {
            problems.push(error("validation-unknown-unit").with("found", unit));
            continue;
        };
        if cell.is_empty() {
            continue;
        }
        if coder.is_empty() {
            problems.push(error("validation-no-coder").with("unit", unit));
            continue;
        }
        let mut found = BTreeSet::new();
        let words = cell.split([';', ',', ' ', '\n']).map(str::trim);
        for word in words.filter(|word| !word.is_empty() && *word != NONE) {
            if codes.iter().any(|code| code == word) {
                found.insert(word.to_owned());
            } else {
                let nearest = record::nearest(word, codes.iter().map(String::as_str));
                problems.push(
                    error("validation-unknown-code")
                        .with("found", word)
                        .with("nearest", nearest.unwrap_or_default()),
                );
            }
        }
        if cell.split([';', ',', ' ', '\n']).map(str::trim).any(|word| word == NONE)
            && !found.is_empty()
        {
            problems.push(error("validation-none-and-code").with("found", cell));
        }
        if given.entry(coder.clone()).or_default().insert(*place, found).is_some() {
            let problem = error("validation-unit-twice").with("unit", unit);
            problems.push(problem.with("coder", coder));
        }
    }
}
