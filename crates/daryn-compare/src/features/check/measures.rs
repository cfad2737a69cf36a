//! Whether the measures of a package hold together: each stands in a passage of its text, and each
//! measure of two texts that follow each other stands in exactly one pair. A package without any
//! sentence can hold none in the place of a name either: every name is one of a closed list.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::{
    COMPARED_PARTS, MEASURE_PARTS, MEASURE_RULES, MEASURE_WAYS, MeasureChange, MeasurePair,
    MeasureStep, POLARITIES, TextMeasure, TextMeasures,
};

use super::super::{Broken, Features, Package};

/// A language that rules do not know; two texts in such ones may be in two.
const OTHER: &str = "other";

pub(super) fn check(package: &Package) -> Result<(), Broken> {
    let Some(all) = &package.measures else { return Ok(()) };
    let count = package.documents.len();
    if all.texts.len() != count {
        return Err(Broken::Unknown(format!("measures.texts {}", all.texts.len())));
    }
    for (document, own) in package.documents.iter().zip(&all.texts) {
        let known: BTreeSet<&str> = document.passages.iter().map(|it| it.id.as_str()).collect();
        for measure in own {
            if !known.contains(measure.passage.as_str()) {
                return Err(Broken::Unknown(measure.passage.clone()));
            }
            closed(measure)?;
        }
    }
    let follow = |(place, step): (usize, &MeasureStep)| step.old == place && step.new == place + 1;
    if all.steps.len() != count.saturating_sub(1) || !all.steps.iter().enumerate().all(follow) {
        let name = package.documents.first().map(|it| it.file.clone());
        return Err(Broken::Steps(name.unwrap_or_default()));
    }
    for (step, two) in all.steps.iter().zip(package.documents.windows(2)) {
        // A text without words is in the language of any other.
        let has_words = |it: &Features| it.passages.iter().any(|passage| passage.words > 0);
        let is_one = two[0].language == two[1].language && two[0].language != OTHER;
        let fits = match step.several_languages {
            true => !is_one,
            false => is_one || !two.iter().all(has_words),
        };
        if !fits {
            return Err(Broken::Steps(two[0].file.clone()));
        }
        once(all, step)?;
    }
    Ok(())
}

/// A measure holds nothing but words of closed lists, each part once, and no more numbers than
/// there are.
fn closed(measure: &TextMeasure) -> Result<(), Broken> {
    if !POLARITIES.contains(&measure.polarity.as_str()) {
        return Err(Broken::Unknown(measure.polarity.clone()));
    }
    if !MEASURE_RULES.contains(&measure.rule.as_str()) {
        return Err(Broken::Unknown(measure.rule.clone()));
    }
    let mut seen = BTreeSet::new();
    for part in &measure.stated {
        if !MEASURE_PARTS.contains(&part.as_str()) {
            return Err(Broken::Unknown(part.clone()));
        }
        if !seen.insert(part) {
            return Err(Broken::Twice(format!("{} {part}", measure.passage)));
        }
    }
    let counted = ["actor", "deadline", "money", "indicator"];
    let stated = measure.stated.iter().filter(|part| counted.contains(&part.as_str())).count();
    let has_result = measure.stated.iter().any(|part| part == "indicator");
    // An indicator may have a starting value and a target value.
    let most = stated + if has_result { 2 } else { 0 };
    if !(stated..=most).contains(&measure.completeness) {
        return Err(Broken::Unknown(format!("{} completeness", measure.passage)));
    }
    Ok(())
}

/// Changes are known ones, a part changes once, and they agree with what both measures state.
fn changed(pair: &MeasurePair, [old, new]: [Option<&TextMeasure>; 2]) -> Result<(), Broken> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for MeasureChange { part, way } in &pair.changes {
        if !COMPARED_PARTS.contains(&part.as_str()) {
            return Err(Broken::Unknown(part.clone()));
        }
        if !MEASURE_WAYS.contains(&way.as_str()) {
            return Err(Broken::Unknown(way.clone()));
        }
        if seen.insert(part, way).is_some() {
            return Err(Broken::Twice(part.clone()));
        }
    }
    let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
    for part in COMPARED_PARTS {
        let way = seen.get(part).copied();
        let states = |it: &TextMeasure| it.stated.iter().any(|own| own == part);
        let fits = match part {
            "polarity" => way == (old.polarity != new.polarity).then_some("changed"),
            _ => match (states(old), states(new)) {
                (false, false) => way.is_none(),
                (false, true) => way == Some("added"),
                (true, false) => way == Some("removed"),
                (true, true) => way.is_none_or(|way| may_go(part, way)),
            },
        };
        if !fits {
            return Err(Broken::Unfit(format!("{} {part}", new.passage)));
        }
    }
    Ok(())
}

/// Whether a part that is stated before and after can become another one this way.
fn may_go(part: &str, way: &str) -> bool {
    let ways: &[&str] = match part {
        "actor" => &["renamed", "changed"],
        "deadline" => &["slipped", "advanced", "changed"],
        "money" => &["cut", "raised", "changed"],
        "indicator" => &["raised", "lowered", "changed"],
        _ => &["changed"],
    };
    ways.contains(&way)
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
            let nobody = || format!("measures {}-{}", step.old, step.new);
            return Err(Broken::Unfit(place.unwrap_or_else(nobody)));
        }
        let side = |text: usize, place: Option<usize>| all.texts.get(text)?.get(place?);
        changed(pair, [side(step.old, pair.old), side(step.new, pair.new)])?;
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
