//! How far a verdict is from another one, and an outcome from its threshold.

use daryn_model::record::Decimal;
use daryn_model::records::{Prediction, Rule};
use daryn_model::{Arg, Study};

use super::look::{Looked, threshold};
use super::{Verdict, verdict};

/// The least number of tested predictions that would have to come out otherwise for another
/// verdict, and the verdicts in reach at that number.
pub(super) fn outcomes(rule: &Rule, met: usize, testable: usize) -> Option<(usize, Vec<Verdict>)> {
    let now = verdict(rule, met, testable);
    (1..=testable).find_map(|changed| {
        // So many changes move the number met furthest if all of them go the same way.
        let fewer = met.checked_sub(changed);
        let more = Some(met + changed).filter(|more| *more <= testable);
        let verdicts = others(now, fewer.into_iter().chain(more), rule, testable);
        (!verdicts.is_empty()).then_some((changed, verdicts))
    })
}

/// Verdicts that one more testable prediction could give, where one is open.
pub(super) fn next(rule: &Rule, met: usize, testable: usize, open: usize) -> Vec<Verdict> {
    let now = verdict(rule, met, testable);
    if open == 0 || now == Verdict::NotTestable {
        return Vec::new();
    }
    others(now, [met, met + 1].into_iter(), rule, testable + 1)
}

/// Predictions that would still have to become testable before there is a verdict.
pub(super) fn wanting(rule: &Rule, testable: usize) -> usize {
    let least = usize::try_from(rule.min_testable).unwrap_or(0).max(1);
    least.saturating_sub(testable)
}

fn others(
    now: Verdict,
    met: impl Iterator<Item = usize>,
    rule: &Rule,
    testable: usize,
) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> =
        met.map(|met| verdict(rule, met, testable)).filter(|other| *other != now).collect();
    verdicts.dedup();
    verdicts
}

/// Names of verdicts for tables; a code where there is none.
pub(super) fn names(verdicts: &[Verdict]) -> Arg {
    if verdicts.is_empty() {
        return Arg::code("flip", "none");
    }
    Arg::List(verdicts.iter().map(|verdict| Arg::code("verdict", verdict.code())).collect())
}

/// Value minus threshold in the unit of the value, and the values at which the outcome turns.
pub(super) fn margin(
    study: &Study,
    prediction: &Prediction,
    looked: &Looked,
) -> Option<(Arg, Arg)> {
    let (met, exact, value) = (looked.met?, looked.exact?, looked.value.as_ref()?);
    let (limit, turn) = match (&prediction.at_least, &prediction.at_most, met) {
        (Some(limit), _, true) => (limit, "below"),
        (Some(limit), _, false) => (limit, "at_least"),
        (None, Some(limit), true) => (limit, "above"),
        (None, Some(limit), false) => (limit, "at_most"),
        (None, None, _) => return None,
    };
    let difference = exact - limit.value;
    let shown = match value {
        Arg::Number(number) | Arg::Quantity(number, _) => decimals(number),
        _ => 0,
    };
    // A margin that is not zero is never shown as zero.
    let number = (shown.max(decimals(limit)).min(6)..=6)
        .map(|places| Decimal::rounded(difference, places))
        .find(|number| number.value != 0.0 || difference == 0.0)
        .unwrap_or_else(|| Decimal::rounded(difference, 6));
    let number = match value {
        Arg::Quantity(_, symbol) => {
            let unit = study
                .units
                .iter()
                .find(|unit| unit.symbol == *symbol && !unit.difference.is_empty())
                .map_or_else(|| symbol.clone(), |unit| unit.difference.clone());
            Arg::Quantity(number, unit)
        }
        _ => Arg::Number(number),
    };
    let turn = match threshold(prediction, Some(value)) {
        Arg::List(parts) => {
            let limit = parts.into_iter().skip(1);
            Arg::List(std::iter::once(Arg::code("threshold", turn)).chain(limit).collect())
        }
        other => other,
    };
    Some((number, turn))
}

fn decimals(number: &Decimal) -> usize {
    number.plain().split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

#[cfg(test)]
mod tests {
    use Verdict::{Contradicted, Mixed, Supported};
    use daryn_model::Localized;

    use super::*;

    fn rule() -> Rule {
        let number = |text| Decimal::parse(text).expect("a number");
        Rule {
            at: Default::default(),
            id: Default::default(),
            min_testable: 2,
            supported_from: number("75"),
            contradicted_to: number("25"),
            reason: Localized::default(),
        }
    }

    #[test]
    fn the_least_number_of_other_outcomes_is_found() {
        let cases = [
            // 3 of 4 is still three quarters, 2 of 4 is not.
            ((4, 4), Some((2, vec![Mixed]))),
            ((2, 2), Some((1, vec![Mixed]))),
            ((1, 4), Some((1, vec![Mixed]))),
            ((2, 4), Some((1, vec![Contradicted, Supported]))),
            // Other outcomes make nothing testable.
            ((1, 1), None),
            ((0, 0), None),
        ];
        for ((met, testable), expected) in cases {
            assert_eq!(outcomes(&rule(), met, testable), expected, "{met} of {testable}");
        }
    }

    #[test]
    fn one_more_prediction_may_change_a_verdict() {
        // 2 of 3 and 3 of 5 are below three quarters; 1 of 5 is below a quarter.
        assert_eq!(next(&rule(), 2, 2, 1), [Mixed]);
        assert_eq!(next(&rule(), 3, 4, 1), [Mixed]);
        assert_eq!(next(&rule(), 0, 4, 1), []);
        assert_eq!(next(&rule(), 2, 2, 0), [], "no prediction is left");
        assert_eq!(next(&rule(), 1, 1, 1), [], "there is no verdict to change");
        assert_eq!([0, 1, 2, 3].map(|testable| wanting(&rule(), testable)), [2, 1, 0, 0]);
    }
}
