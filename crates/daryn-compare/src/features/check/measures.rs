//! Whether the measures of a package hold together: each stands in a passage of its text, and each
//! measure of two texts that follow each other stands in exactly one pair.

use std::collections::BTreeSet;

use daryn_model::records::{MeasureStep, TextMeasures};

use super::super::{Broken, Package};

/// Numbers that a measure may state: actor, deadline, money, indicator, its start and its target.
const MOST: usize = 6;

pub(super) fn check(package: &Package) -> Result<(), Broken> {
    let Some(all) = &package.measures else { return Ok(()) };
    let count = package.documents.len();
    if all.texts.len() != count {
        return Err(Broken::Unknown(format!("measures.texts {}", all.texts.len())));
    }
    for (document, own) in package.documents.iter().zip(&all.texts) {
        let known: BTreeSet<&str> = document.passages.iter().map(|it| it.id.as_str()).collect();
        for measure in own {
            if !known.contains(measure.passage.as_str()) || measure.completeness > MOST {
                return Err(Broken::Unknown(measure.passage.clone()));
            }
        }
    }
    let follow = |(place, step): (usize, &MeasureStep)| step.old == place && step.new == place + 1;
    if all.steps.len() != count.saturating_sub(1) || !all.steps.iter().enumerate().all(follow) {
        let name = package.documents.first().map(|it| it.file.clone());
        return Err(Broken::Steps(name.unwrap_or_default()));
    }
    all.steps.iter().try_for_each(|step| once(all, step))
}

/// Each measure of both texts stands in one pair; between two languages none does.
fn once(all: &TextMeasures, step: &MeasureStep) -> Result<(), Broken> {
    let name = |side: usize, place: usize| {
        let own = all.texts.get([step.old, step.new][side]).and_then(|it| it.get(place));
        own.map_or_else(|| place.to_string(), |it| it.passage.clone())
    };
    for pair in &step.pairs {
        let both = pair.old.is_some() && pair.new.is_some();
        let one = pair.old.is_some() || pair.new.is_some();
        if step.several_languages || !one || (!both && !pair.changes.is_empty()) {
            let place = pair.old.map(|it| name(0, it)).or(pair.new.map(|it| name(1, it)));
            return Err(Broken::Unfit(place.unwrap_or_default()));
        }
    }
    for (side, text) in [step.old, step.new].into_iter().enumerate() {
        let count = all.texts.get(text).map_or(0, Vec::len);
        let mut seen = vec![false; count];
        for place in step.pairs.iter().filter_map(|pair| [pair.old, pair.new][side]) {
            match seen.get_mut(place) {
                None => return Err(Broken::Unknown(name(side, place))),
                Some(true) => return Err(Broken::Twice(name(side, place))),
                Some(free) => *free = true,
            }
        }
        let left = seen.iter().position(|it| !it).filter(|_| !step.several_languages);
        if let Some(place) = left {
            return Err(Broken::LeftOut(name(side, place)));
        }
    }
    Ok(())
}
