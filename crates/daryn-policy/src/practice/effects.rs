//! Numbers that were observed about practices, in their own units.
//!
//! Only values of one unit stand on one scale. An effect needs a causal design; a comparison that
//! leaves selection in and a count get no causal word. A test that found nothing is “no evidence
//! of an effect”, which is not the same as no effect.

use std::collections::BTreeMap;

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{Words, significant};
use crate::figure::{EffectPanel, EffectRow, Figure, Marks};

const COLUMNS: [&str; 16] = [
    "effect",
    "practice",
    "country",
    "effect_outcome",
    "effect_kind",
    "grade",
    "value",
    "low",
    "high",
    "target",
    "base",
    "unit",
    "significant",
    "population",
    "condition",
    "reference",
];

/// Table, claims and figure of the effects.
pub(super) fn run(study: &Study, words: &Words<'_>, output: &mut Output) {
    let practices: BTreeMap<&str, &Practice> =
        study.practices.iter().map(|row| (row.id.0.as_str(), row)).collect();
    let mut rows: Vec<(&Effect, &Practice)> = study
        .effects
        .iter()
        .filter_map(|row| Some((row, *practices.get(row.practice.0.as_str())?)))
        .collect();
    // A stable sort: within a kind and grade the order is that of the file.
    rows.sort_by_key(|(row, practice)| (row.kind, grade(row, practice)));
    let mut table = Table::new("effects", &COLUMNS);
    let mut panels: Vec<EffectPanel> = Vec::new();
    for (effect, practice) in rows {
        let claim = claim(effect, practice, words);
        let number = |number: &Option<Decimal>| Arg::maybe(number.clone(), Arg::Number);
        table.push(
            &claim,
            vec![
                Arg::plain(&effect.id.0),
                Arg::text(&practice.name),
                Arg::Text(words.area(&practice.country.0)),
                Arg::text(&effect.outcome),
                Arg::code("effect-kind", effect.kind.code()),
                Arg::code("grade", grade(effect, practice).code()),
                number(&effect.value),
                number(&effect.low),
                number(&effect.high),
                number(&effect.target),
                number(&effect.base),
                Arg::text(&effect.unit),
                significant(effect.significant),
                Arg::text(&effect.population),
                Arg::text(&effect.condition),
                Arg::maybe(effect.reference.as_ref(), |id| Arg::plain(&id.0)),
            ],
        );
        let row = row(effect, practice, &claim);
        match panels.iter_mut().find(|panel| panel.unit == effect.unit) {
            Some(panel) => panel.rows.push(row),
            None => panels.push(EffectPanel { unit: effect.unit.clone(), rows: vec![row] }),
        }
        output.claims.push(claim);
    }
    if !panels.is_empty() {
        output.figures.push(Figure {
            id: "practice.effects".into(),
            table: "effects".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Effects(panels),
        });
    }
    output.tables.push(table);
}

/// An effect in a sentence.
fn claim(effect: &Effect, practice: &Practice, words: &Words<'_>) -> Claim {
    let template = match (effect.kind, effect.significant) {
        (EffectKind::Effect, Some(false)) => "effect-not-shown",
        (_, Some(false)) => "effect-difference-not-shown",
        (EffectKind::Effect, _) => "effect-causal",
        (EffectKind::Association, _) => "effect-associated",
        (EffectKind::Count, _) => "effect-counted",
    };
    let support = Support::one(format!("effect:{}", effect.id))
        .and([format!("practice:{}", effect.practice)]);
    let claim = Claim::new(CHAPTER, &format!("effect.{}", effect.id), template, support)
        .with("name", Arg::text(&practice.name))
        .with("country", Arg::Text(words.area(&practice.country.0)))
        .with("outcome", Arg::text(&effect.outcome))
        .with("grade", Arg::code("grade", grade(effect, practice).code()))
        .with("population", Arg::text(&effect.population))
        .with("condition", Arg::text(&effect.condition));
    number(effect).into_iter().fold(claim, |claim, (name, arg)| claim.with(name, arg))
}

/// Grade of a number, which may be lower than that of the best study of its practice: a count is an
/// administrative count and a comparison leaves selection in, whatever else was studied.
pub(crate) fn grade(effect: &Effect, practice: &Practice) -> Grade {
    practice.grade.max(match effect.kind {
        EffectKind::Effect => Grade::A,
        EffectKind::Association => Grade::B,
        EffectKind::Count => Grade::D,
    })
}

/// The number of an effect in a sentence: which parts of it are known, and these parts.
pub(crate) fn number(effect: &Effect) -> [(&'static str, Arg); 6] {
    let quantity = |number: &Option<Decimal>| {
        Arg::maybe(number.clone(), |number| Arg::Quantity(number, effect.unit.clone()))
    };
    let bare = |number: &Option<Decimal>| Arg::maybe(number.clone(), Arg::Number);
    let range = effect.low.is_some() && effect.high.is_some();
    // The unit stands once, at the last number of its group.
    let (shape, value, high) = match &effect.value {
        None => ("between", Arg::Empty, quantity(&effect.high)),
        Some(_) if effect.base.is_some() => ("base", bare(&effect.value), Arg::Empty),
        Some(_) if effect.target.is_some() => ("aim", quantity(&effect.value), Arg::Empty),
        Some(_) if range => ("range", quantity(&effect.value), bare(&effect.high)),
        Some(_) => ("value", quantity(&effect.value), Arg::Empty),
    };
    [
        ("shape", Arg::plain(shape)),
        ("value", value),
        ("low", bare(&effect.low)),
        ("high", high),
        ("target", bare(&effect.target)),
        ("base", quantity(&effect.base)),
    ]
}

fn row(effect: &Effect, practice: &Practice, claim: &Claim) -> EffectRow {
    let value = |number: &Option<Decimal>| number.as_ref().map(|number| number.value);
    EffectRow {
        claim: claim.id.clone(),
        name: practice.name.clone(),
        outcome: effect.outcome.clone(),
        kind: effect.kind.code().to_owned(),
        grade: grade(effect, practice).code().to_owned(),
        shown: effect.significant != Some(false),
        value: value(&effect.value),
        range: value(&effect.low).zip(value(&effect.high)),
        target: value(&effect.target),
        base: value(&effect.base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn practice(grade: Grade) -> Practice {
        Practice {
            at: Default::default(),
            id: Default::default(),
            name: Localized::same("Return grants"),
            country: Default::default(),
            start: None,
            end: None,
            functions: Vec::new(),
            instrument: None,
            eligibility: Localized::default(),
            incentive: Localized::default(),
            results: Localized::default(),
            design: Localized::default(),
            grade,
            references: Vec::new(),
            source_url: Default::default(),
            note: Localized::default(),
        }
    }

    fn effect(kind: EffectKind, numbers: [Option<&str>; 5], significant: Option<bool>) -> Effect {
        let [value, low, high, target, base] = numbers.map(|text| text.and_then(Decimal::parse));
        Effect {
            at: Default::default(),
            id: Default::default(),
            practice: Default::default(),
            outcome: Localized::same("returned"),
            value,
            low,
            high,
            target,
            base,
            unit: Localized::same("people"),
            kind,
            population: Localized::default(),
            condition: Localized::default(),
            reference: None,
            significant,
            source_url: Default::default(),
            note: Localized::default(),
        }
    }

    #[test]
    fn the_kind_and_the_test_of_a_number_choose_its_words() {
        use EffectKind::{Association, Count, Effect};
        let cases = [
            (Effect, [Some("40"), None, None, None, None], None, "effect-causal", "value"),
            (Effect, [None, Some("1"), Some("2"), None, None], None, "effect-causal", "between"),
            (Effect, [None; 5], Some(false), "effect-not-shown", "between"),
            (
                Association,
                [Some("27"), Some("20"), Some("34"), None, None],
                Some(true),
                "effect-associated",
                "range",
            ),
            (Association, [None; 5], Some(false), "effect-difference-not-shown", "between"),
            (Count, [Some("68"), None, None, Some("500"), None], None, "effect-counted", "aim"),
            (Count, [Some("52"), None, None, None, Some("123")], None, "effect-counted", "base"),
        ];
        let study_words = Words::empty();
        for (kind, numbers, significant, template, shape) in cases {
            let row = effect(kind, numbers, significant);
            let claim = claim(&row, &practice(Grade::A), &study_words);
            assert_eq!(claim.template, template);
            assert_eq!(claim.args["shape"], Arg::plain(shape), "{template}");
        }
    }

    #[test]
    fn a_number_has_no_better_grade_than_its_kind() {
        let of = |kind, best| {
            grade(&effect(kind, [Some("1"), None, None, None, None], None), &practice(best))
        };
        assert_eq!(of(EffectKind::Count, Grade::C), Grade::D);
        assert_eq!(of(EffectKind::Count, Grade::E), Grade::E);
        assert_eq!(of(EffectKind::Association, Grade::A), Grade::B);
        assert_eq!(of(EffectKind::Effect, Grade::A), Grade::A);
    }

    #[test]
    fn what_was_tested_and_not_found_has_no_mark() {
        let row_of = |significant| {
            let effect = effect(EffectKind::Effect, [None; 5], significant);
            let practice = practice(Grade::A);
            let claim = claim(&effect, &practice, &Words::empty());
            row(&effect, &practice, &claim)
        };
        assert!(!row_of(Some(false)).shown);
        assert!(row_of(None).shown && row_of(None).value.is_none());
    }
}
