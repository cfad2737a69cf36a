//! Codings as tables: one by one, documents by codes, codes by codes.

use std::path::Path;

use daryn_coding::refi_qda::Project;
use daryn_coding::refi_qda::tables::{self, Plain};
use daryn_report::csv_cell;
use daryn_stats::write::{self, About, Column, Content, Labelled, PlainTable};

use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular;
use crate::whole::Whole;

/// Columns of segments that hold numbers.
const NUMBERS: [&str; 8] = ["start", "end", "page", "x1", "y1", "x2", "y2", "anchored"];

/// Columns of matrices that hold none.
const NAMES: [&str; 3] = ["source", "source_guid", "code"];

/// Writes a table of a project in the form that the end of the name says.
pub(super) fn write(
    project: &Project,
    table: &str,
    end: &str,
    to: &Path,
    output: &Output,
) -> Result<(), Stop> {
    let plain = match table {
        "matrix" => tables::matrix(project),
        "counts" => tables::counts(project),
        "cooccurrence" => tables::co_occurrence(project),
        _ => tables::segments(project),
    };
    let is_segments = table == "segments";
    let is_number = |name: &str| match is_segments {
        true => NUMBERS.contains(&name),
        false => !NAMES.contains(&name),
    };
    if end == "csv" {
        return super::write(to, csv(&plain).as_bytes());
    }
    let made = typed(plain, is_number);
    let about = About { title: output.speaker.word("codings-title"), sources: Vec::new() };
    if matches!(end, "r" | "do" | "sps") {
        return script(&made, &about, end, to);
    }
    let file = Whole::create(to)?;
    let told = tabular::write_typed(end, &made, &about, &tabular::words(output), to, file)?;
    output.problems(Stream::Talk, &told);
    Ok(())
}

/// The table as in RFC 4180, with line feeds; what is missing is empty.
fn csv(plain: &Plain) -> String {
    let mut text = String::new();
    for row in std::iter::once(&plain.head).chain(&plain.rows) {
        let cells: Vec<_> = row.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn typed(plain: Plain, is_number: impl Fn(&str) -> bool) -> PlainTable {
    let column = |name: &String| Column {
        id: name.clone(),
        label: name.clone(),
        content: if is_number(name) { Content::Count } else { Content::Text },
        codes: Vec::new(),
    };
    let columns = plain.head.iter().map(column).collect();
    let known = |cell: String| (!cell.is_empty()).then_some(cell);
    let rows = plain.rows.into_iter();
    let cells = rows.map(|row| row.into_iter().map(known).collect()).collect();
    PlainTable { columns, cells }
}

/// Writes a script for R, Stata or SPSS, and the data that it reads beside it.
fn script(table: &PlainTable, about: &About, end: &str, to: &Path) -> Result<(), Stop> {
    let labelled = Labelled::new(table, about);
    let beside = to.with_extension("csv");
    if beside.exists() {
        // It may be somebody's.
        return Err(Stop::problem("folder-exists", &[("path", &beside.display())]));
    }
    let mut data = Whole::create(&beside)?;
    write::write_labelled_csv(&labelled, &mut data).map_err(|error| data.failed(&error))?;
    let name = beside.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut file = Whole::create(to)?;
    let written = match end {
        "r" => write::write_r(&labelled, &name, &mut file),
        "do" => write::write_stata(&labelled, &name, &mut file),
        _ => write::write_spss(&labelled, &name, &mut file),
    };
    written.map_err(|error| file.failed(&error))?;
    data.finish()?;
    file.finish()
}
