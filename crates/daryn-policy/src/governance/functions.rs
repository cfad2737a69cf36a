//! Functions of the measures of acts, document by document.

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support, Table};

use super::CHAPTER;
use super::profile::{coding, direction, with_directions};
use crate::Output;
use crate::evidence::{self, Words};
use crate::evolution;
use crate::figure::{Figure, Grid, GridCell, GridRow, Marks};

/// A column of the figure.
#[derive(Clone, Copy)]
enum Column {
    /// Measures with a function that do not restrict.
    Function(Function),
    /// Measures without a function of the scheme that do not restrict.
    NoFunction,
    /// Measures that restrict, whatever function stands beside.
    Restricts,
}

impl Column {
    fn all() -> Vec<Column> {
        let functions = Function::ALL.iter().copied().map(Column::Function);
        functions.chain([Column::NoFunction, Column::Restricts]).collect()
    }

    fn holds(self, measure: &Measure) -> bool {
        let restricts = measure.polarity == Some(Polarity::Restricts);
        match self {
            Column::Function(function) => !restricts && measure.functions.contains(&function),
            Column::NoFunction => !restricts && measure.functions.is_empty(),
            Column::Restricts => restricts,
        }
    }

    fn arg(self) -> Arg {
        match self {
            Column::Function(function) => Arg::code("function", function.code()),
            Column::NoFunction => Arg::code("profile", "no_function"),
            Column::Restricts => Arg::code("polarity", "restricts"),
        }
    }

    fn name(self) -> (&'static str, &'static str) {
        match self {
            Column::Function(function) => (function.code(), "cell-function"),
            Column::NoFunction => ("no_function", "cell-no-function"),
            Column::Restricts => ("restricts", "cell-restricts"),
        }
    }

    fn support(self, measure: &Measure) -> Vec<String> {
        match self {
            Column::Function(function) => {
                vec![coding(measure, "function", function.code()), direction(measure)]
            }
            Column::NoFunction => vec![evidence::measure(&measure.id)],
            Column::Restricts => vec![direction(measure)],
        }
    }
}

/// The table and the figure; for documents that were read whole also a sentence.
pub(super) fn add(study: &Study, acts: &[&Measure], words: &Words<'_>, output: &mut Output) {
    let mut table = Table::new("functions", &["document", "coverage", "code", "count", "bound"]);
    let mut rows = Vec::new();
    for document in evolution::in_time(study) {
        let measures: Vec<&Measure> =
            acts.iter().copied().filter(|row| row.document == document.id).collect();
        let whole = document.coverage == Coverage::Whole;
        let short = words.short(&document.id.0);
        if whole && let Some(support) = Support::new(measures.iter().map(|row| direction(row))) {
            let name = format!("direction.{}", document.id);
            let claim = Claim::new(CHAPTER, &name, "direction-read", support)
                .with("short", Arg::Text(short.clone()));
            output.claims.push(with_directions(claim, &measures));
        }
        let mut cells = Vec::new();
        for column in Column::all() {
            let of: Vec<&Measure> =
                measures.iter().copied().filter(|row| column.holds(row)).collect();
            let ids = of.iter().flat_map(|row| column.support(row));
            let count = of.len() as i64;
            let claim = Support::new(ids).map(|support| {
                let (name, template) = column.name();
                let name = format!("function.{}.{name}", document.id);
                let template = format!("{template}-{}", if whole { "read" } else { "reported" });
                Claim::new(CHAPTER, &name, &template, support)
                    .with("short", Arg::Text(short.clone()))
                    .with("function", column.arg())
                    .with("n", Arg::Count(count))
            });
            let id = claim.as_ref().map(|claim| claim.id.clone());
            // Measures that were only picked from a text are as few as those of a text not read.
            cells.push(GridCell { claim: id, count, hollow: !document.complete() });
            if let Some(claim) = claim {
                let bound = if document.complete() { "counted" } else { "at_least" };
                table.push(
                    &claim,
                    vec![
                        Arg::plain(&document.id.0),
                        Arg::code("coverage", document.coverage.code()),
                        column.arg(),
                        Arg::Count(count),
                        Arg::code("bound", bound),
                    ],
                );
                output.claims.push(claim);
            }
        }
        if let Some(claim) = cells.iter().find_map(|cell| cell.claim.clone()) {
            rows.push(GridRow { label: Arg::Text(short), claim, cells });
        }
    }
    if !rows.is_empty() {
        output.figures.push(Figure {
            id: "governance.functions".into(),
            table: "functions".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Grid(Grid {
                columns: Column::all().into_iter().map(Column::arg).collect(),
                rows,
            }),
        });
    }
    output.tables.push(table);
}
