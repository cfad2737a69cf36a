//! Whether the measures of a package hold together: each stands in a passage of its text, and each
//! measure of two texts that follow each other stands in exactly one pair. A package without any
//! sentence can hold none in the place of a name either: every name is one of a closed list.

use std::collections::BTreeSet;

use daryn_model::records::{
    COMPARED_PARTS, MEASURE_PARTS, MEASURE_RULES, MEASURE_WAYS, MeasurePair, MeasureStep,
    POLARITIES, TextMeasure, TextMeasures,
};

use super::super::{Broken, Features, Package};

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
        let differ = two[0].language != two[1].language;
        let fits = match step.several_languages {
            true => differ,
            false => !differ || !two.iter().all(has_words),
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

/// Changes are known ones, and a part changes once.
fn changed(pair: &MeasurePair) -> Result<(), Broken> {
    let mut seen = BTreeSet::new();
    for change in &pair.changes {
        if !COMPARED_PARTS.contains(&change.part.as_str()) {
            return Err(Broken::Unknown(change.part.clone()));
        }
        if !MEASURE_WAYS.contains(&change.way.as_str()) {
            return Err(Broken::Unknown(change.way.clone()));
        }
        if !seen.insert(&change.part) {
            return Err(Broken::Twice(change.part.clone()));
        }
    }
    Ok(())
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
        changed(pair)?;
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
