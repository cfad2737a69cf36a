//! Lives of units through the texts of a line: single ones of articles, groups of leaves.

use std::collections::BTreeMap;

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Support};

use super::flow::{Band, Flow};
use super::{STATUSES, Told, table, unit};
use crate::Output;
use crate::figure::{Alluvial, Figure, LifePanel, LifeRow, Marks};

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    let columns = [
        "unit_of_text",
        "passage_kind",
        "label",
        "first_edition",
        "last_edition",
        "edited_in",
        "moved_in",
        "repealed_in",
        "passages",
    ];
    let mut single = table("line_lives", &columns);
    let columns = [
        "unit_of_text",
        "first_edition",
        "last_edition",
        "edited_in",
        "moved_in",
        "repealed_in",
        "units",
    ];
    let mut grouped = table("line_leaf_lives", &columns);
    let mut panels = Vec::new();
    let mut flows = Vec::new();
    for line in lines {
        let mut groups: BTreeMap<Pattern, Vec<&LineLife>> = BTreeMap::new();
        for life in &line.line.lives {
            groups.entry(Pattern::of(life)).or_default().push(life);
        }
        let mut rows: Vec<(usize, LifeRow)> = Vec::new();
        for (pattern, lives) in &groups {
            let claim = group(line, pattern, lives, output);
            if pattern.unit == "leaf" {
                let mut cells = line.head();
                cells.extend(pattern.cells(line));
                cells.push(Arg::Count(lives.len() as i64));
                grouped.push(&claim, cells);
            }
            rows.push((0, pattern.row(&claim, Arg::Empty, lives.len() as i64)));
            let alone = pattern.unit != "leaf" && !pattern.unchanged();
            if alone {
                rows.pop();
            } else {
                output.claims.push(claim.clone());
            }
            for life in lives.iter().filter(|_| pattern.unit != "leaf") {
                let own = if alone { one(line, pattern, life, output) } else { claim.clone() };
                let mut cells = line.head();
                cells.extend([
                    unit(&life.unit),
                    Arg::code("passage", &life.kind),
                    Arg::maybe(life.label.as_deref(), Arg::plain),
                    line.edition(life.first),
                    line.edition(life.last),
                    cell(line, &life.edited),
                    cell(line, &life.moved),
                    cell(line, &life.repealed),
                    passages(life),
                ]);
                single.push(&own, cells);
                if alone {
                    let place = line.line.lives.iter().position(|it| it == *life);
                    let label = life.label.as_deref().map(Arg::plain);
                    let row = pattern.row(&own, label.unwrap_or_else(|| passages(life)), 1);
                    rows.push((place.map_or(usize::MAX, |it| it + 1), row));
                    output.claims.push(own);
                }
            }
        }
        let by_article = groups.keys().any(|pattern| pattern.unit != "leaf");
        rows.sort_by_key(|(place, _)| *place);
        let rows = rows.into_iter().map(|(_, row)| row);
        let rows: Vec<LifeRow> = rows.filter(|row| by_article != (row.unit == "leaf")).collect();
        if !rows.is_empty() {
            panels.push(LifePanel {
                name: line.name.clone(),
                register: !line.corpus,
                editions: editions(line),
                rows,
            });
        }
        let mut units: Vec<&str> = line.line.lives.iter().map(|life| life.unit.as_str()).collect();
        units.sort_unstable();
        units.dedup();
        flows.extend(units.into_iter().map(|unit| flow(line, unit, output)));
    }
    // Tables list units in the order of the act, not of their fates.
    single.rows.sort_by_key(|row| number(&row.cells[4]));
    let figure = |id: &str, table: &str, marks: Marks| Figure {
        id: format!("evolution.{id}"),
        table: table.to_owned(),
        title: Localized::default(),
        sources: Vec::new(),
        marks,
    };
    if !panels.is_empty() {
        output.figures.push(figure("lives", "line_lives", Marks::Lives(panels)));
        output.figures.push(figure("alluvial", "line_changes", Marks::Alluvial(flows)));
    }
    output.tables.push(single);
    output.tables.push(grouped);
}

/// Numbers of a label in order, so that 6-1 stands behind 6 and before 7.
fn number(label: &Arg) -> Vec<u32> {
    let Arg::Text(text) = label else { return vec![u32::MAX] };
    let text = text.get(daryn_model::Lang::En).map_or("", |(_, text)| text);
    let parts = text.split(|letter: char| !letter.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

fn editions(line: &Told<'_>) -> Vec<Arg> {
    (0..line.line.editions.len()).map(|place| line.edition(place)).collect()
}

/// Editions in which something happened; that nothing did is known.
fn cell(line: &Told<'_>, places: &[usize]) -> Arg {
    match places {
        [] => Arg::code("line-editions", "none"),
        _ => Arg::List(places.iter().map(|place| line.edition(*place)).collect()),
    }
}

/// The ids of a unit's passages, `-` where it does not stand.
fn passages(life: &LineLife) -> Arg {
    let ids = life.passages.iter().map(|id| id.as_deref().unwrap_or("-"));
    Arg::plain(&ids.collect::<Vec<_>>().join(" "))
}

/// What the lives of several units have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Pattern {
    unit: String,
    first: usize,
    last: usize,
    edited: Vec<usize>,
    moved: Vec<usize>,
    repealed: Vec<usize>,
}

impl Pattern {
    fn of(life: &LineLife) -> Pattern {
        Pattern {
            unit: life.unit.clone(),
            first: life.first,
            last: life.last,
            edited: life.edited.clone(),
            moved: life.moved.clone(),
            repealed: life.repealed.clone(),
        }
    }

    /// Whether nothing happened to it but its beginning or end: told in one row.
    fn unchanged(&self) -> bool {
        let nothing = self.edited.is_empty() && self.moved.is_empty() && self.repealed.is_empty();
        nothing && self.first != self.last
    }

    fn name(&self) -> String {
        let list =
            |places: &[usize]| places.iter().map(usize::to_string).collect::<Vec<_>>().join("-");
        let (edited, moved) = (list(&self.edited), list(&self.moved));
        let name = format!("{}.{}-{}.e{edited}.m{moved}", self.unit, self.first, self.last);
        match self.repealed.is_empty() {
            true => name,
            false => format!("{name}.r{}", list(&self.repealed)),
        }
    }

    fn list(&self, line: &Told<'_>, places: &[usize]) -> Arg {
        Arg::List(places.iter().map(|place| line.edition(*place)).collect())
    }

    fn cells(&self, line: &Told<'_>) -> [Arg; 6] {
        [
            unit(&self.unit),
            line.edition(self.first),
            line.edition(self.last),
            cell(line, &self.edited),
            cell(line, &self.moved),
            cell(line, &self.repealed),
        ]
    }

    fn row(&self, claim: &Claim, label: Arg, count: i64) -> LifeRow {
        LifeRow {
            claim: claim.id.clone(),
            unit: self.unit.clone(),
            label,
            count,
            first: self.first,
            // The drawing ends where the words do.
            last: match self.repealed.first() {
                Some(place) if *place > self.first => *place - 1,
                _ => self.last,
            },
            edited: self.alive(&self.edited),
            moved: self.alive(&self.moved),
        }
    }

    /// Places before its repeal.
    fn alive(&self, places: &[usize]) -> Vec<usize> {
        let end = self.repealed.first().copied().unwrap_or(usize::MAX);
        places.iter().copied().filter(|place| *place < end).collect()
    }

    /// The sentence of its fate.
    fn template(&self, sort: &str) -> String {
        if !self.repealed.is_empty() {
            return format!("line-{sort}-repealed");
        }
        if self.first == self.last {
            return format!("line-{sort}-only");
        }
        let fate = match (self.edited.is_empty(), self.moved.is_empty()) {
            (true, true) => "unchanged",
            (false, true) => "edited",
            (true, false) => "moved",
            (false, false) => "edited-moved",
        };
        format!("line-{sort}-{fate}")
    }

    fn told(&self, line: &Told<'_>, claim: Claim) -> Claim {
        claim
            .with("unit", unit(&self.unit))
            .with("first", line.edition(self.first))
            .with("last", line.edition(self.last))
            .with("edited", self.list(line, &self.edited))
            .with("moved", self.list(line, &self.moved))
            .with("repealed", self.list(line, &self.repealed))
    }
}

/// Nodes of the passages of units in every text in which they stand.
fn support(line: &Told<'_>, name: &str, lives: &[&LineLife], output: &mut Output) -> Support {
    let mut nodes = Vec::new();
    for place in 0..line.line.editions.len() {
        let ids: Vec<&String> =
            lives.iter().filter_map(|life| life.passages.get(place)?.as_ref()).collect();
        if !ids.is_empty() {
            nodes.push(line.passages(place, name, ids, output));
        }
    }
    Support::new(nodes).unwrap_or_else(|| Support::one(line.text(0, output)))
}

fn group(line: &Told<'_>, pattern: &Pattern, lives: &[&LineLife], output: &mut Output) -> Claim {
    let name = format!("lives.{}", pattern.name());
    let support = support(line, &name, lives, output);
    let claim = line.claim(&name, &pattern.template("lives"), support);
    pattern.told(line, claim).with("n", Arg::Count(lives.len() as i64))
}

fn one(line: &Told<'_>, pattern: &Pattern, life: &LineLife, output: &mut Output) -> Claim {
    let id = life.passages.get(life.last).and_then(Option::as_deref).unwrap_or("-");
    let name = format!("life.{}.{}.{id}", life.unit, life.last);
    let support = support(line, &name, &[life], output);
    let claim = line.claim(&name, &pattern.template("life"), support);
    let label = life.label.as_deref().unwrap_or(id);
    let claim = pattern.told(line, claim).with("label", Arg::plain(label));
    claim.with("unit", Arg::code("line-unit-one", &life.unit))
}

/// What a unit is in a text; none where it does not stand and was not dropped just there.
fn state(life: &LineLife, place: usize) -> Option<&'static str> {
    if place == life.last + 1 {
        return Some("dropped");
    }
    if place < life.first || place > life.last {
        return None;
    }
    if life.repealed.contains(&place) {
        return Some("repealed");
    }
    Some(match place {
        0 => "there",
        place if place == life.first => "new",
        place if life.moved.contains(&place) => "moved",
        place if life.edited.contains(&place) => "edited",
        _ => "kept",
    })
}

/// Units by what they are in each text.
fn flow(line: &Told<'_>, of: &str, output: &mut Output) -> Alluvial {
    let flow = Flow {
        lives: line.line.lives.iter().filter(|life| life.unit == of).collect(),
        states: ["there"].into_iter().chain(STATUSES).chain(["repealed"]).collect(),
        state,
        unit: unit(of),
    };
    let node = |code: &str, before: Option<usize>, place: usize| match before {
        Some(before) => format!("change.{code}.{of}.{before}-{place}"),
        None => format!("step.{of}.0-1"),
    };
    let claim = |band: &Band<'_, LineLife>, output: &mut Output| {
        let name = format!("flow.{of}.{}.{}-{}", band.before, band.old, band.new);
        let at = support(line, &name, band.lives, output);
        line.claim(&name, "line-flow", at).with("unit", unit(of))
    };
    flow.draw(line, node, claim, output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_dash_stand_behind_their_number() {
        let sorted = |labels: &[&str]| {
            let mut labels: Vec<Arg> = labels.iter().map(|it| Arg::plain(it)).collect();
            labels.sort_by_key(number);
            labels
        };
        assert_eq!(sorted(&["10", "7", "6-1", "6"]), ["6", "6-1", "7", "10"].map(Arg::plain));
    }

    #[test]
    fn a_unit_is_dropped_once() {
        let life = LineLife {
            unit: "article".into(),
            kind: "article".into(),
            label: None,
            first: 1,
            last: 2,
            edited: vec![2],
            moved: Vec::new(),
            repealed: Vec::new(),
            passages: vec![None, Some("p1".into()), Some("p1".into()), None, None],
        };
        let states: Vec<_> = (0..5).map(|place| state(&life, place)).collect();
        assert_eq!(states, [None, Some("new"), Some("edited"), Some("dropped"), None]);
        // A number that still stands with a title alone is no edited unit.
        let life = LineLife { repealed: vec![2], ..life };
        let states: Vec<_> = (0..5).map(|place| state(&life, place)).collect();
        assert_eq!(states, [None, Some("new"), Some("repealed"), Some("dropped"), None]);
    }
}
