//! Chapter 5, practice: programmes of other countries by function and quality of evidence.

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support, Table};

use crate::Output;
use crate::evidence::Words;
use crate::figure::{Figure, Grid, GridCell, GridRow, Marks};

pub(crate) mod effects;

const CHAPTER: &str = "practice";

/// The chapter.
pub fn run(study: &Study) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    let mut table = Table::new(
        "practices",
        &[
            "practice",
            "name",
            "country",
            "start",
            "end",
            "functions",
            "incentive",
            "results",
            "design",
            "grade",
        ],
    );
    let mut ordered: Vec<&Practice> = study.practices.iter().collect();
    ordered.sort_by_key(|row| (row.grade, row.id.0.clone()));
    for practice in &ordered {
        let country = words.area(&practice.country.0);
        let support = Support::one(format!("practice:{}", practice.id));
        let template = match practice.grade {
            Grade::A => "practice-causal",
            Grade::B => "practice-compared",
            Grade::C => "practice-studied",
            Grade::D => "practice-counted",
            Grade::E => "practice-described",
        };
        let claim = Claim::new(CHAPTER, &practice.id.0, template, support)
            .with("name", Arg::text(&practice.name))
            .with("country", Arg::Text(country.clone()))
            .with("results", Arg::text(&practice.results))
            .with("design", Arg::text(&practice.design));
        let date =
            |date: Option<daryn_model::Date>| Arg::maybe(date, |date| Arg::Date(date.to_string()));
        table.push(
            &claim,
            vec![
                Arg::plain(&practice.id.0),
                Arg::text(&practice.name),
                Arg::Text(country),
                date(practice.start),
                date(practice.end),
                Arg::List(
                    practice.functions.iter().map(|f| Arg::code("function", f.code())).collect(),
                ),
                Arg::text(&practice.incentive),
                Arg::text(&practice.results),
                Arg::text(&practice.design),
                Arg::code("grade", practice.grade.code()),
            ],
        );
        output.claims.push(claim);
    }
    effects::run(study, &words, &mut output);
    grid(&ordered, &mut output);
    output.tables.push(table);
    output
}

/// Functions by grades: how many programmes with what evidence.
fn grid(practices: &[&Practice], output: &mut Output) {
    let mut rows = Vec::new();
    let mut table = Table::new("practice_grades", &["function", "grade", "practices", "names"]);
    for function in Function::ALL {
        let mut cells = Vec::new();
        let mut first = None;
        for grade in Grade::ALL {
            let found: Vec<&&Practice> = practices
                .iter()
                .filter(|row| row.grade == *grade && row.functions.contains(function))
                .collect();
            let support = Support::new(found.iter().map(|row| format!("practice:{}", row.id)));
            let claim = support.map(|support| {
                let name = format!("grade.{}.{}", function.code(), grade.code());
                let names = Arg::List(found.iter().map(|row| Arg::text(&row.name)).collect());
                let claim = Claim::new(CHAPTER, &name, "practice-grades", support)
                    .with("function", Arg::code("function", function.code()))
                    .with("grade", Arg::code("grade", grade.code()))
                    .with("n", Arg::Count(found.len() as i64))
                    .with("names", names.clone());
                table.push(
                    &claim,
                    vec![
                        Arg::code("function", function.code()),
                        Arg::code("grade", grade.code()),
                        Arg::Count(found.len() as i64),
                        names,
                    ],
                );
                claim
            });
            cells.push(GridCell {
                claim: claim.as_ref().map(|claim| claim.id.clone()),
                count: found.len() as i64,
                hollow: *grade > Grade::C,
            });
            if let Some(claim) = claim {
                first.get_or_insert_with(|| claim.id.clone());
                output.claims.push(claim);
            }
        }
        if let Some(claim) = first {
            let label = Arg::code("function", function.code());
            rows.push(GridRow { label, claim, cells });
        }
    }
    if !rows.is_empty() {
        output.figures.push(Figure {
            id: "practice.grades".into(),
            table: "practice_grades".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Grid(Grid {
                columns: Grade::ALL.iter().map(|g| Arg::code("grade", g.code())).collect(),
                rows,
            }),
        });
    }
    output.tables.push(table);
}
