//! What became of units in the next text, and how many survive.

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Support, Table};

use super::{STATUSES, Told, labels, share, status, table, unit};
use crate::Output;

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    let mut counts = table(
        "line_changes",
        &[
            "unit_of_text",
            "old",
            "new",
            "line_status",
            "units",
            "of_old_and_new",
            "repealed",
            "outside",
        ],
    );
    for line in lines {
        for step in &line.line.steps {
            whole(line, step, output);
            for code in STATUSES {
                let (claim, row) = count(line, step, code, output);
                counts.push(&claim, row);
                output.claims.push(claim);
            }
            named(line, step, output);
            repealed(line, step, output);
        }
    }
    output.tables.push(counts);
    let survival = survival(lines, output);
    output.tables.push(survival);
}

fn name(step: &LineStep) -> String {
    format!("{}.{}-{}", step.unit, step.old, step.new)
}

/// Nodes of the passages of pairs on both sides.
fn support(
    line: &Told<'_>,
    step: &LineStep,
    of: &str,
    pairs: &[&LinePair],
    output: &mut Output,
) -> Support {
    let of = format!("{}.{of}", name(step));
    let mut sides = Vec::new();
    if pairs.iter().any(|pair| pair.old.is_some()) || pairs.is_empty() {
        let old = pairs.iter().filter_map(|pair| pair.old.as_ref());
        sides.push(line.passages(step.old, &of, old, output));
    }
    if pairs.iter().any(|pair| pair.new.is_some()) || pairs.is_empty() {
        let new = pairs.iter().filter_map(|pair| pair.new.as_ref());
        sides.push(line.passages(step.new, &of, new, output));
    }
    Support::new(sides).unwrap_or_else(|| Support::one(line.text(step.old, output)))
}

fn step_claim(
    line: &Told<'_>,
    step: &LineStep,
    sort: &str,
    template: &str,
    support: Support,
) -> Claim {
    line.claim(&format!("{sort}.{}", name(step)), template, support)
        .with("unit", unit(&step.unit))
        .with("old", line.edition(step.old))
        .with("new", line.edition(step.new))
}

fn of<'a>(pairs: &'a [LinePair], code: &str) -> Vec<&'a LinePair> {
    pairs.iter().filter(|pair| pair.status == code).collect()
}

/// All counts of a step in one sentence.
fn whole(line: &Told<'_>, step: &LineStep, output: &mut Output) {
    let all: Vec<&LinePair> = step.pairs.iter().collect();
    let support = support(line, step, "all", &all, output);
    let mut claim = step_claim(line, step, "step", "line-step", support)
        .with("before", Arg::Count(all.iter().filter(|pair| pair.old.is_some()).count() as i64))
        .with("after", Arg::Count(all.iter().filter(|pair| pair.new.is_some()).count() as i64));
    for code in STATUSES {
        // `new` is the name of the later edition already.
        let name = if code == "new" { "new-units" } else { code };
        claim = claim.with(name, Arg::Count(of(&step.pairs, code).len() as i64));
    }
    output.claims.push(claim);
}

/// How many units have one status.
fn count(line: &Told<'_>, step: &LineStep, code: &str, output: &mut Output) -> (Claim, Vec<Arg>) {
    let own = of(&step.pairs, code);
    let outside = of(&step.outside, code).len() as i64;
    let support = support(line, step, code, &own, output);
    let repealed = own.iter().filter(|pair| pair.repealed).count() as i64;
    let template = if repealed > 0 { "line-change-repealed" } else { "line-change" };
    let claim = step_claim(line, step, &format!("change.{code}"), template, support)
        .with("repealed", Arg::Count(repealed))
        .with("status", status(code))
        .with("n", Arg::Count(own.len() as i64))
        .with("all", Arg::Count(step.pairs.len() as i64))
        .with("outside", Arg::Count(outside));
    let mut row = line.head();
    row.extend([
        unit(&step.unit),
        line.edition(step.old),
        line.edition(step.new),
        status(code),
        Arg::Count(own.len() as i64),
        Arg::Count(step.pairs.len() as i64),
        Arg::Count(repealed),
        Arg::Count(outside),
    ]);
    (claim, row)
}

/// Units with numbers that are new, were dropped, or were rewritten under their number.
fn named(line: &Told<'_>, step: &LineStep, output: &mut Output) {
    if step.unit == "leaf" {
        return;
    }
    let parts = [
        ("new", "line-new", false),
        ("dropped", "line-dropped", false),
        ("new", "line-rewritten", true),
    ];
    for (code, template, rewritten) in parts {
        let own: Vec<&LinePair> =
            of(&step.pairs, code).into_iter().filter(|pair| pair.rewritten == rewritten).collect();
        if own.is_empty() {
            continue;
        }
        let support = support(line, step, template, &own, output);
        output.claims.push(
            step_claim(line, step, template, template, support)
                .with("n", Arg::Count(own.len() as i64))
                .with("labels", labels(own.iter().map(|pair| &pair.label))),
        );
    }
}

/// Units whose number still stands, with nothing but a title and a note of the repeal.
fn repealed(line: &Told<'_>, step: &LineStep, output: &mut Output) {
    let own: Vec<&LinePair> =
        step.pairs.iter().filter(|pair| pair.repealed && pair.new.is_some()).collect();
    if own.is_empty() {
        return;
    }
    let support = support(line, step, "repealed", &own, output);
    let template = if step.unit == "leaf" { "line-repealed-leaves" } else { "line-repealed" };
    output.claims.push(
        step_claim(line, step, "change.repealed", template, support)
            .with("n", Arg::Count(own.len() as i64))
            .with("labels", labels(own.iter().map(|pair| &pair.label))),
    );
}

fn survival(lines: &[Told<'_>], output: &mut Output) -> Table {
    let columns = [
        "unit_of_text",
        "old",
        "new",
        "units",
        "survived",
        "survived_share",
        "survived_repealed",
        "alive",
        "alive_survived",
        "alive_share",
    ];
    let mut table = table("line_survival", &columns);
    for line in lines {
        for row in &line.line.survival {
            let name = format!("survival.{}.{}-{}", row.unit, row.from, row.to);
            let gone = line.passages(row.from, &format!("{name}.gone"), &row.gone, output);
            let stayed = line.passages(row.from, &format!("{name}.stayed"), &row.stayed, output);
            let survived = row.units - row.gone.len() as i64;
            let mut nodes = vec![gone];
            let is_plain = row.repealed.is_empty() && row.alive == row.units;
            let template = if is_plain { "line-survival" } else { "line-survival-repealed" };
            if !is_plain {
                let name = format!("{name}.repealed");
                nodes.push(line.passages(row.to, &name, &row.repealed, output));
            }
            let claim = line
                .claim(&name, template, Support::one(stayed).and(nodes))
                .with("repealed", Arg::Count(row.repealed.len() as i64))
                .with("alive", Arg::Count(row.alive))
                .with("alive-stayed", Arg::Count(row.alive_stayed))
                .with("alive-share", share(row.alive_stayed, row.alive))
                .with("unit", unit(&row.unit))
                .with("old", line.edition(row.from))
                .with("new", line.edition(row.to))
                .with("units", Arg::Count(row.units))
                .with("survived", Arg::Count(survived))
                .with("share", share(survived, row.units));
            let mut cells = line.head();
            cells.extend([
                unit(&row.unit),
                line.edition(row.from),
                line.edition(row.to),
                Arg::Count(row.units),
                Arg::Count(survived),
                share(survived, row.units),
                Arg::Count(row.repealed.len() as i64),
                Arg::Count(row.alive),
                Arg::Count(row.alive_stayed),
                share(row.alive_stayed, row.alive),
            ]);
            table.push(&claim, cells);
            output.claims.push(claim);
        }
        by_unit(line, output);
    }
    table
}

/// How the share that is still there moves with the choice of the unit.
fn by_unit(line: &Told<'_>, output: &mut Output) {
    let rows = &line.line.survival;
    for row in rows.iter().filter(|row| row.unit != "leaf" && row.units > 0) {
        let fits = |it: &&LineSurvival| {
            it.unit == "leaf" && (it.from, it.to) == (row.from, row.to) && it.units > 0
        };
        let Some(leaves) = rows.iter().find(fits) else { continue };
        let name = format!("by-unit.{}-{}", row.from, row.to);
        let ids = |row: &LineSurvival| -> Vec<String> {
            row.stayed.iter().chain(&row.gone).cloned().collect()
        };
        let units = line.passages(row.from, &format!("{name}.units"), &ids(row), output);
        let small = line.passages(row.from, &format!("{name}.leaves"), &ids(leaves), output);
        let of = |row: &LineSurvival| share(row.units - row.gone.len() as i64, row.units);
        output.claims.push(
            line.claim(&name, "line-by-unit", Support::one(units).and([small]))
                .with("unit", unit(&row.unit))
                .with("old", line.edition(row.from))
                .with("new", line.edition(row.to))
                .with("share", of(row))
                .with("leaves", of(leaves)),
        );
    }
}
