//! The profile of each text: what would be looked at to tell a system from fragments.
//!
//! Values stand side by side and are never added up: no threshold says from where on fragments are
//! a system, so there is no verdict, and nothing from which a value could be far. Texts of one act
//! are compared with each other; acts are not, since kinds of acts differ in all of these.

use daryn_model::record::Decimal;
use daryn_model::{Arg, Support};

use super::{Told, share, table, unit};
use crate::Output;

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    let columns = [
        "edition",
        "act",
        "words",
        "coded_share",
        "stages_given",
        "stages_all",
        "functions_given",
        "functions_all",
        "measures",
        "parts_stated",
        "references",
        "leaves",
        "references_rate",
        "unit_of_text",
        "units_alive",
        "continued",
        "continuity",
    ];
    let mut table = table("line_profile", &columns);
    for line in lines {
        for row in &line.line.profile {
            let Some(edition) = line.line.editions.get(row.edition) else { continue };
            let rate = (row.leaves > 0).then(|| {
                let rate = row.references as f64 * 100.0 / row.leaves as f64;
                Arg::Number(Decimal::rounded(rate, 1))
            });
            let rate = rate.unwrap_or(Arg::Empty);
            let continued = row.continued.zip(row.units).filter(|(_, units)| *units > 0);
            let template = match continued {
                Some(_) => "line-profile",
                None if row.edition == 0 => "line-profile-first",
                None => "line-profile-without-units",
            };
            let name = format!("profile.{}", row.edition);
            let mut nodes = vec![line.passages(row.edition, &name, &row.coded, output)];
            if continued.is_some() {
                nodes.push(line.text(row.edition - 1, output));
            }
            let support = Support::one(line.text(row.edition, output)).and(nodes);
            let (measures, stated) = super::measures::stated(line, row.edition);
            let coded = share(row.coded_words, edition.words);
            let continuity = continued.map_or(Arg::Empty, |(own, all)| share(own, all));
            let counted = |number: Option<i64>| Arg::maybe(number, Arg::Count);
            let claim = line
                .claim(&name, template, support)
                .with("edition", line.edition(row.edition))
                .with("words", Arg::Count(edition.words))
                .with("coded", told(coded.clone()))
                .with("stages", of(row.stages, row.all_stages))
                .with("functions", of(row.functions, row.all_functions))
                .with("measures", told(measures.clone()))
                .with("stated", told(stated.clone()))
                .with("references", Arg::Count(row.references))
                .with("rate", told(rate.clone()))
                .with("unit", Arg::maybe(row.unit.as_deref(), unit))
                .with("units", counted(row.units))
                .with("continued", counted(row.continued))
                .with("continuity", continuity.clone());
            let mut cells = line.head();
            cells.extend([
                line.edition(row.edition),
                Arg::maybe(line.act, |act| Arg::code("act", act.code())),
                Arg::Count(edition.words),
                coded,
                Arg::Count(row.stages),
                Arg::Count(row.all_stages),
                Arg::Count(row.functions),
                Arg::Count(row.all_functions),
                measures,
                stated,
                Arg::Count(row.references),
                Arg::Count(row.leaves),
                rate,
                Arg::maybe(row.unit.as_deref(), unit),
                counted(row.units),
                counted(row.continued),
                match row.edition {
                    0 => Arg::code("line-undefined", "value"),
                    _ => continuity,
                },
            ]);
            table.push(&claim, cells);
            output.claims.push(claim);
        }
        let texts = (0..line.line.editions.len()).map(|place| line.text(place, output));
        if let Some(support) = Support::new(texts.collect::<Vec<_>>()) {
            let template = match line.line.measures {
                Some(_) => "line-profile-limits-measures",
                None => "line-profile-limits",
            };
            output.claims.push(line.claim("profile.limits", template, support));
        }
    }
    output.tables.push(table);
}

/// How many of how many; not defined where a codebook has none of this kind.
fn of(given: i64, all: i64) -> Arg {
    match all {
        0 => Arg::code("line-undefined", "value"),
        _ => Arg::plain(&format!("{given}/{all}")),
    }
}

/// A value in a sentence.
fn told(value: Arg) -> Arg {
    if value.is_empty() { Arg::code("line-undefined", "value") } else { value }
}
