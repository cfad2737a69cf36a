//! Between the entries of a catalogue: names that nothing has, formulas and their units.

use std::collections::BTreeSet;

use daryn_model::Diagnostic;
use daryn_model::record::{Id, Place, nearest};

use super::{Catalogue, error};
use crate::formula::{Formula, Wrong, functions};

/// Tells everything that is wrong, reads the formulas and finds the order in which to compute.
pub(super) fn check(catalogue: &mut Catalogue, problems: &mut Vec<Diagnostic>) {
    names(catalogue, problems);
    read_formulas(catalogue, problems);
    order(catalogue, problems);
    if problems.is_empty() {
        units(catalogue, problems);
    }
}

/// Names that nothing has.
fn names(catalogue: &Catalogue, problems: &mut Vec<Diagnostic>) {
    let mut wanted: Vec<(&'static str, &Id, &Place)> = Vec::new();
    for one in &catalogue.indicators {
        wanted.extend([("theme", &one.theme, &one.at), ("coverage", &one.coverage, &one.at)]);
        wanted.push(("unit", &one.unit, &one.at));
        wanted.extend(one.pitfalls.iter().map(|id| ("pitfall", id, &one.at)));
        wanted.extend(one.sources.iter().map(|id| ("publisher", id, &one.at)));
        wanted.extend(one.prefer.iter().map(|id| ("count", id, &one.at)));
        let others = [&one.part_of, &one.mirrored_by];
        wanted.extend(others.into_iter().flatten().map(|id| ("indicator", id, &one.at)));
    }
    for code in catalogue.codes.values() {
        wanted.push(("indicator", &code.indicator, &code.at));
        wanted.extend(code.counts.iter().map(|id| ("count", id, &code.at)));
        wanted.extend(code.unit.iter().map(|id| ("unit", id, &code.at)));
    }
    let mut told = BTreeSet::new();
    for (kind, id, at) in wanted {
        let known: Vec<&str> = match kind {
            "unit" => catalogue.units.keys().map(String::as_str).collect(),
            "indicator" => catalogue.places.keys().map(String::as_str).collect(),
            kind => {
                let own = catalogue.texts.keys().filter(|(own, _)| *own == kind);
                own.map(|(_, id)| id.as_str()).collect()
            }
        };
        if known.contains(&id.0.as_str()) || !told.insert((kind, id, at)) {
            continue;
        }
        let near = nearest(&id.0, known.iter().copied()).unwrap_or_default();
        let problem = error("indicators-unknown-name", at).with("kind", kind);
        problems.push(problem.with("found", id).with("nearest", near));
    }
}

fn read_formulas(catalogue: &mut Catalogue, problems: &mut Vec<Diagnostic>) {
    let mut formulas = Vec::new();
    for one in &catalogue.indicators {
        let read = one.formula.as_deref().map(Formula::parse).transpose();
        formulas.push(read.unwrap_or_else(|wrong| {
            let formula = one.formula.as_deref().unwrap_or_default();
            problems.push(told(&wrong, &one.id, formula, &one.at));
            None
        }));
    }
    for (one, formula) in catalogue.indicators.iter().zip(&formulas) {
        for name in formula.iter().flat_map(Formula::needs) {
            if catalogue.place(name).is_none() {
                let wrong = Wrong::Unknown(name.to_owned());
                let problem =
                    told(&wrong, &one.id, one.formula.as_deref().unwrap_or_default(), &one.at);
                problems.push(problem.with("nearest", catalogue.nearest(name).unwrap_or_default()));
            }
        }
    }
    catalogue.formulas = formulas;
}

/// Puts each indicator behind those that it needs. Those that need themselves are told with the
/// way round.
fn order(catalogue: &mut Catalogue, problems: &mut Vec<Diagnostic>) {
    let count = catalogue.indicators.len();
    let mut state = vec![State::New; count];
    let mut order = Vec::with_capacity(count);
    for place in 0..count {
        let mut way = Vec::new();
        visit(catalogue, place, &mut state, &mut way, &mut order, problems);
    }
    catalogue.order = order;
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

fn visit(
    catalogue: &Catalogue,
    place: usize,
    state: &mut [State],
    way: &mut Vec<usize>,
    order: &mut Vec<usize>,
    problems: &mut Vec<Diagnostic>,
) {
    if state[place] == State::Done {
        return;
    }
    way.push(place);
    if state[place] == State::Open {
        let start = way.iter().position(|one| *one == place).unwrap_or_default();
        let names: Vec<&str> =
            way[start..].iter().map(|one| catalogue.indicators[*one].id.0.as_str()).collect();
        let at = &catalogue.indicators[place].at;
        problems.push(error("indicators-cycle", at).with("way", names.join(" → ")));
        way.pop();
        return;
    }
    state[place] = State::Open;
    let needs: Vec<usize> = catalogue
        .formula(place)
        .map(|formula| formula.needs().into_iter().filter_map(|id| catalogue.place(id)).collect())
        .unwrap_or_default();
    // As deep as the longest chain of formulas; a chain is at most as long as the catalogue.
    for need in needs {
        visit(catalogue, need, state, way, order, problems);
    }
    way.pop();
    state[place] = State::Done;
    order.push(place);
}

/// Formulas whose parts do not fit each other, or the unit that the indicator is said to have.
fn units(catalogue: &Catalogue, problems: &mut Vec<Diagnostic>) {
    for (place, one) in catalogue.indicators.iter().enumerate() {
        let Some(formula) = catalogue.formula(place) else { continue };
        let text = one.formula.as_deref().unwrap_or_default();
        let Some(wanted) = catalogue.unit_of(&one.id.0) else { continue };
        match formula.unit(&|id| catalogue.unit_of(id).cloned()) {
            Ok(unit) if unit.fits(wanted) => {}
            Ok(unit) => problems.push(
                error("indicators-units-result", &one.at)
                    .with("indicator", &one.id)
                    .with("formula", text)
                    .with("found", &unit)
                    .with("expected", wanted),
            ),
            Err(wrong) => problems.push(told(&wrong, &one.id, text, &one.at)),
        }
    }
}

fn told(wrong: &Wrong, indicator: &Id, formula: &str, at: &Place) -> Diagnostic {
    let problem = |code| error(code, at).with("indicator", indicator).with("formula", formula);
    match wrong {
        Wrong::Syntax { at, found } => {
            problem("indicators-formula").with("at", at).with("found", found)
        }
        Wrong::Function(name) => {
            let known: Vec<&str> = functions().collect();
            problem("indicators-function").with("found", name).with("known", known.join(", "))
        }
        Wrong::Units { left, right } => {
            problem("indicators-units").with("left", left).with("right", right)
        }
        Wrong::Unknown(name) => problem("indicators-formula-unknown").with("found", name),
    }
}
