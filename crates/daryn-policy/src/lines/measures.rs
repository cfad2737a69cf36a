//! Policy measures through the texts of a line: what they state, what became of them in the next
//! text, and their lives. They are proposals of rules, without words: every number rests on the
//! passages in which they stand.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Support, Table};

use super::flow::{Band, Flow};
use super::{Told, share, status, table};
use crate::Output;
use crate::figure::{Alluvial, Figure, Marks};

/// Parts that the sentence tells even where none was found. Others stand in the table where they
/// were found: rules look for some of them in tables of action plans only.
const TOLD: [&str; 7] =
    ["actor", "object", "target_group", "instrument", "deadline", "money", "indicator"];

/// Parts that are not counted: every measure has an action, and its polarity tells the duty.
const NOT_COUNTED: [&str; 2] = ["deontic", "action"];

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    let mut stated =
        table("line_measures", &["edition", "measures_that", "measures", "of_all_measures"]);
    let mut changes = table(
        "line_measure_changes",
        &["old", "new", "line_status", "measures", "of_all_measures"],
    );
    let mut ways = table(
        "line_measure_ways",
        &["old", "new", "part", "way", "measures", "passages_old", "passages_new"],
    );
    let mut lives = table(
        "line_measure_lives",
        &["first_edition", "last_edition", "changed_in", "changed_parts", "passages"],
    );
    let mut flows = Vec::new();
    for line in lines {
        let Some(all) = line.line.measures.as_ref() else { continue };
        limits(line, all, output);
        for place in 0..all.texts.len() {
            text(line, all, place, &mut stated, output);
        }
        for step in &all.steps {
            whole(line, all, step, output);
            if step.several_languages {
                continue;
            }
            for fate in FATES {
                of_fate(line, all, step, fate, &mut changes, output);
            }
            of_way(line, all, step, &mut ways, output);
        }
        grouped(line, all, &mut lives, output);
        flows.extend(flow(line, all, output));
    }
    if !flows.is_empty() {
        output.figures.push(Figure {
            id: "evolution.measures".into(),
            table: "line_measure_changes".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Alluvial(flows),
        });
    }
    output.tables.extend([stated, changes, ways, lives]);
}

fn part(code: &str) -> Arg {
    Arg::code("measure-part", &code.replace('_', "-"))
}

/// Passages of measures, one for each, in order of the measures.
fn passages(all: &TextMeasures, text: usize, places: impl Iterator<Item = usize>) -> Vec<&String> {
    let own = &all.texts[text];
    places.filter_map(|place| own.get(place)).map(|measure| &measure.passage).collect()
}

/// The node of passages in which measures stand, each passage once.
fn node(
    line: &Told<'_>,
    text: usize,
    name: &str,
    found: Vec<&String>,
    output: &mut Output,
) -> String {
    let mut seen = BTreeSet::new();
    let each: Vec<&String> = found.into_iter().filter(|id| seen.insert(*id)).collect();
    line.passages(text, name, each, output)
}

/// What rules found, and how far they can be trusted.
fn limits(line: &Told<'_>, all: &TextMeasures, output: &mut Output) {
    let texts = (0..all.texts.len()).map(|place| line.text(place, output));
    let Some(support) = Support::new(texts.collect::<Vec<_>>()) else { return };
    let claim = line.claim("measures.limits", "line-measures-limits", support);
    output.claims.push(claim.with("rules", Arg::Count(i64::from(all.rules))));
}

/// How many measures a text has, and how many of six parts they state on average; nothing where a
/// package holds no measures.
pub(super) fn stated(line: &Told<'_>, edition: usize) -> (Arg, Arg) {
    let own = line.line.measures.as_ref().and_then(|all| all.texts.get(edition));
    own.map_or((Arg::Empty, Arg::Empty), |own| (Arg::Count(own.len() as i64), mean(own)))
}

/// How many of actor, deadline, money, indicator, starting value and target value are stated on
/// average; not defined without measures.
fn mean(own: &[TextMeasure]) -> Arg {
    Arg::maybe(mean_completeness(own), |mean| Arg::Number(Decimal::rounded(mean, 2)))
}

/// How many measures of a text state what.
fn text(line: &Told<'_>, all: &TextMeasures, place: usize, table: &mut Table, output: &mut Output) {
    let own = &all.texts[place];
    let count = own.len() as i64;
    let name = format!("measures.{place}");
    let ids = passages(all, place, 0..own.len());
    let support = Support::one(node(line, place, &name, ids, output));
    let mean = match mean(own) {
        Arg::Empty => Arg::code("line-undefined", "value"),
        mean => mean,
    };
    let of_polarity = |code: &str| own.iter().filter(|it| it.polarity == code).count() as i64;
    let of_part = |code: &str| {
        own.iter().filter(|it| it.stated.iter().any(|part| part == code)).count() as i64
    };
    let template = if own.is_empty() { "line-measures-none" } else { "line-measures" };
    let mut claim = line
        .claim(&name, template, support)
        .with("edition", line.edition(place))
        .with("n", Arg::Count(count))
        .with("completeness", mean);
    for code in POLARITIES {
        claim = claim.with(code, Arg::Count(of_polarity(code)));
    }
    for code in TOLD {
        claim = claim.with(code, Arg::Count(of_part(code)));
    }
    let kinds =
        POLARITIES.iter().map(|code| (Arg::code("measure-polarity", code), of_polarity(code)));
    let parts = MEASURE_PARTS.iter().filter(|code| !NOT_COUNTED.contains(code));
    let parts = parts.map(|code| (part(code), of_part(code)));
    let parts = parts.filter(|(_, n)| *n > 0);
    for (code, n) in kinds.chain(parts) {
        let mut row = line.head();
        row.extend([line.edition(place), code, Arg::Count(n), Arg::Count(count)]);
        table.push(&claim, row);
    }
    output.claims.push(claim);
}

fn step_name(step: &MeasureStep) -> String {
    format!("{}-{}", step.old, step.new)
}

/// Nodes of the passages of pairs on both sides.
fn support(
    line: &Told<'_>,
    all: &TextMeasures,
    (old, new): (usize, usize),
    name: &str,
    pairs: &[&MeasurePair],
    output: &mut Output,
) -> Support {
    let before = passages(all, old, pairs.iter().filter_map(|pair| pair.old));
    let after = passages(all, new, pairs.iter().filter_map(|pair| pair.new));
    let mut nodes = Vec::new();
    // A count of none rests on both texts.
    if !before.is_empty() || pairs.is_empty() {
        nodes.push(node(line, old, name, before, output));
    }
    if !after.is_empty() || pairs.is_empty() {
        nodes.push(node(line, new, name, after, output));
    }
    Support::new(nodes).unwrap_or_else(|| Support::one(line.text(old, output)))
}

fn claim(line: &Told<'_>, step: &MeasureStep, sort: &str, template: &str, at: Support) -> Claim {
    line.claim(&format!("measures.{sort}.{}", step_name(step)), template, at)
        .with("old", line.edition(step.old))
        .with("new", line.edition(step.new))
}

/// All counts of a step in one sentence.
fn whole(line: &Told<'_>, all: &TextMeasures, step: &MeasureStep, output: &mut Output) {
    let sides = [step.old, step.new].map(|place| line.text(place, output));
    let [old, new] = sides;
    let at = Support::one(old).and([new]);
    if step.several_languages {
        output.claims.push(claim(line, step, "step", "line-measures-languages", at));
        return;
    }
    let count = |fate: &str| step.count(fate) as i64;
    let mut told = claim(line, step, "step", "line-measures-step", at)
        .with("before", Arg::Count(all.texts[step.old].len() as i64))
        .with("after", Arg::Count(all.texts[step.new].len() as i64));
    for fate in FATES {
        // `new` is the name of the later edition already.
        let name = if fate == "new" { "new-measures" } else { fate };
        told = told.with(name, Arg::Count(count(fate)));
    }
    output.claims.push(told);
}

/// How many measures have one fate.
fn of_fate(
    line: &Told<'_>,
    all: &TextMeasures,
    step: &MeasureStep,
    fate: &str,
    table: &mut Table,
    output: &mut Output,
) {
    let own: Vec<&MeasurePair> = step.pairs.iter().filter(|pair| pair.fate() == fate).collect();
    let name = format!("measures.fate.{fate}.{}", step_name(step));
    let at = support(line, all, (step.old, step.new), &name, &own, output);
    let n = Arg::Count(own.len() as i64);
    let of = Arg::Count(step.pairs.len() as i64);
    let told = claim(line, step, &format!("fate.{fate}"), "line-measures-fate", at)
        .with("status", status(fate))
        .with("n", n.clone())
        .with("all", of.clone());
    let mut row = line.head();
    row.extend([line.edition(step.old), line.edition(step.new), status(fate), n, of]);
    table.push(&told, row);
    output.claims.push(told);
}

/// Which parts changed which way, and where.
fn of_way(
    line: &Told<'_>,
    all: &TextMeasures,
    step: &MeasureStep,
    table: &mut Table,
    output: &mut Output,
) {
    let mut found: BTreeMap<&MeasureChange, Vec<&MeasurePair>> = BTreeMap::new();
    for pair in &step.pairs {
        for change in &pair.changes {
            found.entry(change).or_default().push(pair);
        }
    }
    for (change, own) in found {
        let sort = format!("way.{}.{}", change.part, change.way);
        let name = format!("measures.{sort}.{}", step_name(step));
        let at = support(line, all, (step.old, step.new), &name, &own, output);
        let before = ids(all, step.old, own.iter().filter_map(|pair| pair.old));
        let after = ids(all, step.new, own.iter().filter_map(|pair| pair.new));
        let way = Arg::code("measure-way", &change.way);
        let told = claim(line, step, &sort, "line-measures-way", at)
            .with("part", part(&change.part))
            .with("way", way.clone())
            .with("n", Arg::Count(own.len() as i64))
            .with("before", before.clone())
            .with("after", after.clone());
        let mut row = line.head();
        row.extend([
            line.edition(step.old),
            line.edition(step.new),
            part(&change.part),
            way,
            Arg::Count(own.len() as i64),
            before,
            after,
        ]);
        table.push(&told, row);
        output.claims.push(told);
    }
}

/// Passages of measures by their ids.
fn ids(all: &TextMeasures, text: usize, places: impl Iterator<Item = usize>) -> Arg {
    Arg::List(passages(all, text, places).into_iter().map(|id| Arg::plain(id)).collect())
}

/// Lives in groups of those that begin, change and end in the same texts; a row for each measure.
/// In one text alone nothing lives.
fn grouped(line: &Told<'_>, all: &TextMeasures, table: &mut Table, output: &mut Output) {
    if all.texts.len() < 2 {
        return;
    }
    let mut groups: BTreeMap<(usize, usize, Vec<usize>), Vec<&MeasureLife>> = BTreeMap::new();
    for life in &line.line.measure_lives {
        groups.entry((life.first, life.last, changed(life))).or_default().push(life);
    }
    let mut told: Vec<(&MeasureLife, Claim)> = Vec::new();
    for ((first, last, changed), own) in &groups {
        let places: Vec<String> = changed.iter().map(usize::to_string).collect();
        let name = format!("measures.lives.{first}-{last}.c{}", places.join("-"));
        let mut nodes = Vec::new();
        for text in 0..all.texts.len() {
            let found = passages(all, text, own.iter().filter_map(|life| life.places[text]));
            if !found.is_empty() {
                nodes.push(node(line, text, &name, found, output));
            }
        }
        let Some(at) = Support::new(nodes) else { continue };
        let template = match (first == last, changed.is_empty()) {
            (true, _) => "line-measure-lives-only",
            (false, true) => "line-measure-lives-unchanged",
            (false, false) => "line-measure-lives-changed",
        };
        let editions = changed.iter().map(|place| line.edition(*place)).collect();
        let claim = line
            .claim(&name, template, at)
            .with("n", Arg::Count(own.len() as i64))
            .with("first", line.edition(*first))
            .with("last", line.edition(*last))
            .with("changed", Arg::List(editions));
        told.extend(own.iter().map(|life| (*life, claim.clone())));
        output.claims.push(claim);
    }
    // Measures stand in the order of the text in which they begin.
    told.sort_by_key(|(life, _)| (life.first, life.places[life.first]));
    for (life, claim) in told {
        let changes: Vec<Arg> = life.changes.iter().map(|(_, it)| part(&it.part)).collect();
        let passages: Vec<&str> = life
            .places
            .iter()
            .enumerate()
            .map(|(text, place)| {
                place.and_then(|it| all.texts[text].get(it)).map_or("-", |it| it.passage.as_str())
            })
            .collect();
        let list = |places: Vec<usize>| match places.is_empty() {
            true => Arg::code("line-editions", "none"),
            false => Arg::List(places.into_iter().map(|place| line.edition(place)).collect()),
        };
        let mut row = line.head();
        row.extend([
            line.edition(life.first),
            line.edition(life.last),
            list(changed(life)),
            if changes.is_empty() {
                Arg::code("line-editions", "none")
            } else {
                Arg::List(changes)
            },
            Arg::plain(&passages.join(" ")),
        ]);
        table.push(&claim, row);
    }
}

/// Places of texts in which a part is another one, each once.
fn changed(life: &MeasureLife) -> Vec<usize> {
    let mut places: Vec<usize> = life.changes.iter().map(|(place, _)| *place).collect();
    places.dedup();
    places
}

/// What a measure is in a text; none where it does not stand and was not dropped just there.
fn state(life: &MeasureLife, place: usize) -> Option<&'static str> {
    if place == life.last + 1 {
        return Some("dropped");
    }
    if place < life.first || place > life.last {
        return None;
    }
    Some(match place {
        0 => "there",
        place if place == life.first => "new",
        place if life.changes.iter().any(|(text, _)| *text == place) => "changed",
        _ => "kept",
    })
}

/// Measures by what they are in each text; none where there is one text, or nothing can be
/// followed.
fn flow(line: &Told<'_>, all: &TextMeasures, output: &mut Output) -> Option<Alluvial> {
    let lives = &line.line.measure_lives;
    if lives.is_empty() || line.line.editions.len() < 2 {
        return None;
    }
    let flow = Flow {
        lives: lives.iter().collect(),
        states: ["there"].into_iter().chain(FATES).collect(),
        state,
        unit: Arg::code("line-unit", "measure"),
    };
    let node = |code: &str, before: Option<usize>, place: usize| match before {
        Some(before) => format!("measures.fate.{code}.{before}-{place}"),
        None => "measures.0".to_owned(),
    };
    let claim = |band: &Band<'_, MeasureLife>, output: &mut Output| {
        let name = format!("measures.flow.{}.{}-{}", band.before, band.old, band.new);
        let pair = |life: &&MeasureLife| MeasurePair {
            old: life.places[band.before],
            new: life.places[band.place],
            changes: Vec::new(),
        };
        let pairs: Vec<MeasurePair> = band.lives.iter().map(pair).collect();
        let pairs: Vec<&MeasurePair> = pairs.iter().collect();
        let at = support(line, all, (band.before, band.place), &name, &pairs, output);
        let share = share(band.lives.len() as i64, band.all);
        line.claim(&name, "line-measures-flow", at).with("share", share)
    };
    Some(flow.draw(line, node, claim, output))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_changed_where_a_part_is_another_one() {
        let slipped = MeasureChange { part: "deadline".into(), way: "slipped".into() };
        let life = MeasureLife {
            first: 0,
            last: 2,
            changes: vec![(1, slipped.clone()), (1, slipped)],
            places: vec![Some(0), Some(3), Some(1), None, None],
        };
        let states: Vec<_> = (0..5).map(|place| state(&life, place)).collect();
        assert_eq!(states, [Some("there"), Some("changed"), Some("kept"), Some("dropped"), None]);
        assert_eq!(changed(&life), [1]);
    }
}
