//! Provisions that changed most.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Localized, Study, Support};

use super::{Told, status, table, unit};
use crate::Output;
use crate::figure::{ChangeBar, ChangePanel, Figure, Marks};

/// How many provisions of an act are shown.
const SHOWN: usize = 5;

/// Provisions of each act whose words changed most; a quotation only where the text is at hand.
pub(super) fn most_changed(lines: &[Told<'_>], study: &Study, output: &mut Output) {
    let columns = [
        "unit_of_text",
        "old",
        "new",
        "label",
        "line_status",
        "changed",
        "passage_old",
        "passage_new",
        "quote_old",
        "quote_new",
    ];
    let mut table = table("line_most_changed", &columns);
    let mut panels = Vec::new();
    for line in lines {
        let steps = line.line.steps.iter().filter(|step| step.unit != "leaf");
        let mut found: Vec<(&LineStep, &LinePair, f64)> = steps
            .flat_map(|step| step.pairs.iter().map(move |pair| (step, pair)))
            .filter_map(|(step, pair)| Some((step, pair, pair.changed?)))
            .filter(|(_, _, changed)| *changed > 0.0)
            .collect();
        // Of equal ones that which stands first in the act.
        found.sort_by(|a, b| b.2.total_cmp(&a.2));
        found.truncate(SHOWN);
        let mut bars = Vec::new();
        for (step, pair, changed) in found {
            let (Some(before), Some(after)) = (&pair.before, &pair.new) else { continue };
            let name = format!("changed.{}.{}.{after}", step.unit, step.new);
            let old = line.passages(step.old, &name, [before], output);
            let new = line.passages(step.new, &name, [after], output);
            let code = if pair.rewritten { "rewritten" } else { pair.status.as_str() };
            let percent = Decimal::rounded(changed * 100.0, 1);
            let label = pair.label.as_deref().unwrap_or(after);
            let old_quote = quote(study, line, step.old, pair.old_label.as_ref());
            let new_quote = quote(study, line, step.new, pair.label.as_ref());
            let quoted = old_quote.is_some() && new_quote.is_some();
            let template = if quoted { "line-most-changed-quoted" } else { "line-most-changed" };
            let claim = line
                .claim(&name, template, Support::one(old).and([new]))
                .with("unit", Arg::code("line-unit-one", &step.unit))
                .with("label", Arg::plain(label))
                .with("old", line.edition(step.old))
                .with("new", line.edition(step.new))
                .with("status", status(code))
                .with("share", Arg::Number(percent.clone()))
                .with("before", Arg::maybe(old_quote, Arg::plain))
                .with("after", Arg::maybe(new_quote, Arg::plain));
            let mut row = line.head();
            row.extend([
                unit(&step.unit),
                line.edition(step.old),
                line.edition(step.new),
                Arg::plain(label),
                status(code),
                Arg::Number(percent.clone()),
                Arg::plain(before),
                Arg::plain(after),
                Arg::maybe(old_quote, Arg::plain),
                Arg::maybe(new_quote, Arg::plain),
            ]);
            table.push(&claim, row);
            bars.push(ChangeBar {
                claim: claim.id.clone(),
                label: Arg::plain(label),
                note: status(code),
                share: percent,
            });
            output.claims.push(claim);
        }
        if let (false, Some(step)) = (bars.is_empty(), line.line.steps.first()) {
            panels.push(ChangePanel {
                name: line.name.clone(),
                register: !line.corpus,
                unit: unit(&step.unit),
                bars,
            });
        }
    }
    if !panels.is_empty() {
        output.figures.push(Figure {
            id: "evolution.changed".into(),
            table: "line_most_changed".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Changed(panels),
        });
    }
    output.tables.push(table);
}

/// The first words of an article, where a text of the study has the same bytes as the edition.
fn quote<'a>(
    study: &'a Study,
    line: &Told<'_>,
    edition: usize,
    label: Option<&String>,
) -> Option<&'a str> {
    let sha256 = &line.line.editions[edition].sha256;
    let text = study.texts.iter().find(|text| text.sha256 == *sha256)?;
    let place = text.places.iter().find(|place| place.article && Some(&place.label) == label)?;
    Some(&place.quote)
}
