//! Looking at one prediction: which value it compares, and whether it can be told.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Localized, Study};

use crate::effectiveness::{self, State};
use crate::evidence::{self, Words};
use crate::governance::{self, PARTS};
use crate::series;

/// What looking at a prediction gave.
pub(super) struct Looked {
    /// The value, with the digits to show.
    pub(super) value: Option<Arg>,
    /// The value before it was rounded.
    pub(super) exact: Option<f64>,
    /// Whether the prediction is met; `None` where it cannot be told.
    pub(super) met: Option<bool>,
    /// Why it cannot be told: a code of the catalogue.
    pub(super) obstacle: &'static str,
    /// What was looked at.
    pub(super) support: Vec<String>,
    /// What the value is of.
    pub(super) basis: Basis,
}

/// What a value is of, so that a sentence can say it: a share of how many, of which year.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Basis {
    /// The value says it all.
    #[default]
    Plain,
    /// So many of so many.
    Of(usize, usize),
    /// The middle one of so many.
    Median(usize),
    /// The value of a year.
    Year(i32),
    /// A comparison with the median of so many others in a year.
    Others(i32, usize),
    /// From one year to another.
    Years(i32, i32),
    /// So many comparisons of pairs.
    Pairs(usize),
}

impl Basis {
    /// Values of the message: which form, and its numbers.
    pub(super) fn args(self) -> [(&'static str, Arg); 3] {
        let (form, first, second) = match self {
            Basis::Plain => ("plain", Arg::Count(0), Arg::Count(0)),
            Basis::Of(part, all) => ("of", Arg::Count(part as i64), Arg::Count(all as i64)),
            Basis::Median(n) => ("median", Arg::Count(0), Arg::Count(n as i64)),
            Basis::Year(year) => ("year", Arg::Year(year.into()), Arg::Count(0)),
            Basis::Others(year, n) => ("others", Arg::Year(year.into()), Arg::Count(n as i64)),
            Basis::Years(from, to) => ("years", Arg::Year(from.into()), Arg::Year(to.into())),
            Basis::Pairs(n) => ("pairs", Arg::Count(0), Arg::Count(n as i64)),
        };
        [("basis", Arg::plain(form)), ("first", first), ("second", second)]
    }
}

/// Reads a value against the thresholds of a prediction.
fn meets(prediction: &Prediction, value: f64) -> bool {
    prediction.at_least.as_ref().is_none_or(|limit| value >= limit.value)
        && prediction.at_most.as_ref().is_none_or(|limit| value <= limit.value)
}

pub(super) struct Looking<'a> {
    pub(super) study: &'a Study,
    pub(super) observations: &'a [Observation],
    pub(super) words: Words<'a>,
}

/// Fewest targets that make a share: our judgement.
const FEWEST_TARGETS: usize = 2;

impl Looking<'_> {
    /// What a statement about the study as a whole rests on.
    pub(super) fn anything(&self) -> Vec<String> {
        let study = self.study;
        let documents: Vec<String> =
            study.documents.iter().map(|row| evidence::document(&row.id)).collect();
        if !documents.is_empty() {
            return documents;
        }
        let mut rest: Vec<String> =
            study.searches.iter().map(|row| format!("search:{}", row.id)).collect();
        rest.extend(study.references.iter().map(|row| format!("reference:{}", row.id)));
        rest.extend(study.practices.iter().map(|row| format!("practice:{}", row.id)));
        rest.extend(self.observations.iter().take(1).map(evidence::observation));
        rest
    }

    pub(super) fn look(&self, prediction: &Prediction) -> Looked {
        match prediction.test {
            Test::MeasureCount => self.measure_count(prediction),
            Test::MeasureShare => self.measure_share(prediction),
            Test::KnownParts => self.known_parts(prediction),
            Test::CountTrend => self.count_trend(prediction),
            Test::TargetsReached => self.targets_reached(prediction),
            Test::SeriesChange => self.series_change(prediction),
            Test::SeriesValue => self.series_value(prediction),
            Test::SeriesPositive => self.series_positive(prediction),
            Test::ComparatorRatio => self.comparator_ratio(prediction),
            Test::PracticeCount => self.practice_count(prediction),
            Test::Needs => self.undecided("needs", self.searches(prediction)),
        }
    }

    fn undecided(&self, obstacle: &'static str, support: Vec<String>) -> Looked {
        Looked { value: None, exact: None, met: None, obstacle, support, basis: Basis::Plain }
    }

    /// Why a count of these documents is only a lower bound; `None` where it is exact.
    fn lower_bound(documents: &[&Document]) -> Option<&'static str> {
        if documents.iter().any(|row| row.coverage != Coverage::Whole) {
            return Some("not-read");
        }
        documents.iter().any(|row| !row.complete()).then_some("not-coded")
    }

    /// Documents that a prediction is about.
    fn documents(&self, prediction: &Prediction) -> Vec<&Document> {
        let scope = prediction.scope.unwrap_or(Scope::All);
        self.study
            .documents
            .iter()
            .filter(|row| match scope {
                Scope::Corpus => row.role == Role::Corpus,
                Scope::Candidates => row.role != Role::Register,
                Scope::Whole => row.coverage == Coverage::Whole,
                Scope::All => true,
            })
            // Where both filters name documents, the others are not in question at all.
            .filter(|row| {
                let named = |filter: &Option<Filter>| {
                    filter.as_ref().is_none_or(|filter| {
                        filter.documents.is_empty() || filter.documents.contains(&row.id)
                    })
                };
                named(&prediction.of) && named(&prediction.among)
            })
            .collect()
    }

    /// Recorded searches that concern the documents of a prediction.
    fn searches(&self, prediction: &Prediction) -> Vec<String> {
        let documents: BTreeSet<String> =
            self.documents(prediction).iter().map(|row| row.id.0.clone()).collect();
        let searches = self.study.searches.iter();
        searches
            .filter(|row| row.concerns.iter().any(|id| documents.contains(&id.0)))
            .map(|row| format!("search:{}", row.id))
            .collect()
    }

    fn select(&self, documents: &[&Document], filter: Option<&Filter>) -> Vec<&Measure> {
        let read: BTreeMap<&str, bool> = documents
            .iter()
            .map(|row| (row.id.0.as_str(), row.coverage == Coverage::Whole))
            .collect();
        // What was only proposed is no content of an act, and of a text that was read whole only
        // what stands in it is; a filter may ask for other evidence by name.
        let asked = filter.map(|filter| filter.evidence.as_slice()).unwrap_or(&[]);
        let counts = |row: &Measure| match row.evidence_kind {
            EvidenceKind::Memory => false,
            kind if !asked.is_empty() => asked.contains(&kind),
            EvidenceKind::Proposal => false,
            EvidenceKind::ActText => true,
            _ => read.get(row.document.0.as_str()) == Some(&false),
        };
        self.study
            .measures
            .iter()
            .filter(|row| read.contains_key(row.document.0.as_str()) && counts(row))
            .filter(|row| filter.is_none_or(|filter| passes(row, filter)))
            .collect()
    }

    fn measure_count(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        if documents.is_empty() {
            return self.undecided("no-documents", self.searches(prediction));
        }
        let found = self.select(&documents, prediction.of.as_ref());
        let bound = Self::lower_bound(&documents);
        let value = found.len() as f64;
        let met = meets(prediction, value);
        // The count seen is a lower bound unless every measure of every document was taken.
        let certain = bound.is_none() || if prediction.at_least.is_some() { met } else { !met };
        let support = if found.is_empty() || !certain {
            documents.iter().map(|row| evidence::document(&row.id)).collect()
        } else {
            found.iter().map(|row| evidence::measure(&row.id)).collect()
        };
        Looked {
            value: Some(Arg::Count(found.len() as i64)),
            exact: Some(value),
            met: certain.then_some(met),
            obstacle: bound.unwrap_or_default(),
            support,
            basis: Basis::Plain,
        }
    }

    fn measure_share(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        let among = self.select(&documents, prediction.among.as_ref());
        let names = || documents.iter().map(|row| evidence::document(&row.id)).collect();
        if let Some(obstacle) = Self::lower_bound(&documents) {
            return self.undecided(obstacle, names());
        }
        if among.is_empty() {
            return self.undecided("no-measures", names());
        }
        let filter = prediction.of.as_ref();
        let found =
            among.iter().filter(|row| filter.is_none_or(|filter| passes(row, filter))).count();
        let share = 100.0 * found as f64 / among.len() as f64;
        Looked {
            value: Some(percent(share)),
            exact: Some(share),
            met: Some(meets(prediction, share)),
            obstacle: "",
            support: among.iter().map(|row| evidence::measure(&row.id)).collect(),
            basis: Basis::Of(found, among.len()),
        }
    }

    fn known_parts(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        let names = || documents.iter().map(|row| evidence::document(&row.id)).collect();
        if let Some(obstacle) = Self::lower_bound(&documents) {
            return self.undecided(obstacle, names());
        }
        let measures = self.select(&documents, prediction.of.as_ref());
        let counts: Vec<f64> = measures
            .iter()
            .map(|row| governance::known(row).iter().filter(|known| **known).count() as f64)
            .collect();
        let Some(median) = series::median(&counts) else {
            return self.undecided("no-measures", names());
        };
        Looked {
            value: Some(Arg::Number(Decimal::rounded(median, usize::from(median % 1.0 != 0.0)))),
            exact: Some(median),
            met: Some(meets(prediction, median)),
            obstacle: "",
            support: measures.iter().map(|row| evidence::measure(&row.id)).collect(),
            basis: Basis::Median(measures.len()),
        }
    }

    /// Kendall's tau-a of the order of adoption and the number of measures, over the pairs whose
    /// order is known.
    /// Source: Kendall (1938), A new measure of rank correlation, Biometrika 30.
    fn count_trend(&self, prediction: &Prediction) -> Looked {
        let mut documents = self.documents(prediction);
        documents.sort_by_key(|row| row.adopted.map(|date| date.first_day()));
        let names: Vec<String> = documents.iter().map(|row| evidence::document(&row.id)).collect();
        if let Some(obstacle) = Self::lower_bound(&documents) {
            return self.undecided(obstacle, names);
        }
        if documents.len() < 3 || documents.iter().any(|row| row.adopted.is_none()) {
            return self.undecided("too-few-documents", names);
        }
        let counts: Vec<(i64, i64, usize)> = documents
            .iter()
            .filter_map(|row| {
                let date = row.adopted?;
                let count = self.select(&[row], prediction.of.as_ref()).len();
                Some((date.first_day(), date.last_day(), count))
            })
            .collect();
        let (mut sum, mut pairs) = (0_i64, 0_usize);
        for (i, (_, earlier, before)) in counts.iter().enumerate() {
            for (later, _, after) in &counts[i + 1..] {
                // Dates known to the year alone may leave the order of two documents open.
                if later > earlier {
                    sum += (after > before) as i64 - (after < before) as i64;
                    pairs += 1;
                }
            }
        }
        if pairs < 3 {
            return self.undecided("too-few-documents", names);
        }
        let tau = sum as f64 / pairs as f64;
        let measures = self.select(&documents, prediction.of.as_ref());
        Looked {
            value: Some(Arg::Number(Decimal::rounded(tau, 2))),
            exact: Some(tau),
            met: Some(meets(prediction, tau)),
            obstacle: "",
            support: names
                .into_iter()
                .chain(measures.iter().map(|row| evidence::measure(&row.id)))
                .collect(),
            basis: Basis::Pairs(pairs),
        }
    }

    /// Share of the targets that fell due while their document was in force.
    fn targets_reached(&self, prediction: &Prediction) -> Looked {
        let documents: BTreeSet<&str> =
            self.documents(prediction).iter().map(|row| row.id.0.as_str()).collect();
        let judged: Vec<_> = effectiveness::targets(self.study, self.observations)
            .into_iter()
            .filter(|judged| documents.contains(judged.measure.document.0.as_str()))
            .filter(|judged| prediction.of.as_ref().is_none_or(|of| passes(judged.measure, of)))
            .collect();
        let due: Vec<_> = judged.iter().filter(|judged| judged.due).collect();
        let count = |state: State| due.iter().filter(|judged| judged.state == state).count();
        let reached = count(State::Reached);
        let decided = reached + count(State::NotReached);
        // A share of a single target says how that one fared and nothing of the others.
        if decided == 0 || due.len() < FEWEST_TARGETS {
            let support = judged.iter().map(effectiveness::Judged::estimate).collect();
            return self.undecided("no-due-targets", support);
        }
        // Targets that fell due without a value may have been reached or not: the share lies
        // between two bounds, and only a limit outside of them is decided.
        let all = due.len() as f64;
        let low = 100.0 * reached as f64 / all;
        let high = 100.0 * (reached + due.len() - decided) as f64 / all;
        let met = meets(prediction, low);
        Looked {
            value: Some(percent(low)),
            exact: Some(low),
            met: (met == meets(prediction, high)).then_some(met),
            obstacle: "targets-unknown",
            support: due.iter().map(|judged| judged.estimate()).collect(),
            basis: Basis::Of(reached, due.len()),
        }
    }

    fn points(&self, prediction: &Prediction) -> Vec<series::Point<'_>> {
        prediction
            .series
            .first()
            .map(|id| series::between(self.observations, id, prediction.from, prediction.to))
            .unwrap_or_default()
    }

    fn series_change(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        let [first, .., last] = points.as_slice() else {
            return self.undecided("no-values", ids(&points));
        };
        if series::is_broken(&points) {
            return self.undecided("break", ids(&points));
        }
        let change = series::difference(last.value, first.value);
        let unit = self.words.unit_of_difference(&first.row.unit.0);
        Looked {
            exact: Some(change.value),
            met: Some(meets(prediction, change.value)),
            value: Some(Arg::Quantity(change, unit)),
            obstacle: "",
            basis: Basis::Years(first.year, last.year),
            support: ids(&points),
        }
    }

    fn series_value(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        let Some(last) = points.last() else {
            return self.undecided("no-values", Vec::new());
        };
        Looked {
            value: Some(self.words.quantity(last.value, &last.row.unit.0)),
            exact: Some(last.value.value),
            met: Some(meets(prediction, last.value.value)),
            obstacle: "",
            support: vec![last.id()],
            basis: Basis::Year(last.year),
        }
    }

    fn series_positive(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        if points.is_empty() {
            return self.undecided("no-values", Vec::new());
        }
        let positive = points.iter().filter(|point| point.value.value > 0.0).count();
        let share = 100.0 * positive as f64 / points.len() as f64;
        Looked {
            value: Some(percent(share)),
            exact: Some(share),
            met: Some(meets(prediction, share)),
            obstacle: "",
            support: ids(&points),
            basis: Basis::Of(positive, points.len()),
        }
    }

    fn comparator_ratio(&self, prediction: &Prediction) -> Looked {
        let own = self.points(prediction);
        let others: Vec<Vec<series::Point<'_>>> = prediction
            .comparators
            .iter()
            .map(|id| series::between(self.observations, id, prediction.from, prediction.to))
            .collect();
        for point in own.iter().rev() {
            let same_year: Vec<&series::Point<'_>> =
                others.iter().flatten().filter(|other| other.year == point.year).collect();
            let values: Vec<f64> = same_year.iter().map(|other| other.value.value).collect();
            // A median of fewer than three countries would be the word of one or two.
            if values.len() < 3 {
                continue;
            }
            let Some(median) = series::median(&values).filter(|median| *median > 0.0) else {
                continue;
            };
            let ratio = point.value.value / median;
            return Looked {
                value: Some(Arg::Number(Decimal::rounded(ratio, 2))),
                exact: Some(ratio),
                met: Some(meets(prediction, ratio)),
                obstacle: "",
                support: std::iter::once(point.id())
                    .chain(same_year.iter().map(|other| other.id()))
                    .collect(),
                basis: Basis::Others(point.year, values.len()),
            };
        }
        self.undecided("no-common-year", ids(&own))
    }

    fn practice_count(&self, prediction: &Prediction) -> Looked {
        let lowest = prediction.grade.unwrap_or(Grade::E);
        let functions = prediction.of.as_ref().map(|of| of.functions.as_slice()).unwrap_or(&[]);
        let instrument = prediction.of.as_ref().and_then(|of| of.instrument);
        let found: Vec<String> = self
            .study
            .practices
            .iter()
            .filter(|row| row.grade <= lowest)
            .filter(|row| {
                functions.is_empty() || row.functions.iter().any(|code| functions.contains(code))
            })
            .filter(|row| instrument.is_none() || row.instrument == instrument)
            .map(|row| format!("practice:{}", row.id))
            .collect();
        let met = meets(prediction, found.len() as f64);
        // The register of practices is a selection: it can show that there are some, not that
        // there are none.
        let certain = if prediction.at_least.is_some() { met } else { !met };
        Looked {
            value: Some(Arg::Count(found.len() as i64)),
            exact: Some(found.len() as f64),
            met: certain.then_some(met),
            obstacle: "selection",
            support: found,
            basis: Basis::Plain,
        }
    }
}

fn ids(points: &[series::Point<'_>]) -> Vec<String> {
    points.iter().map(series::Point::id).collect()
}

fn percent(share: f64) -> Arg {
    let decimals = usize::from((share * 10.0).round() % 10.0 != 0.0);
    Arg::Quantity(Decimal::rounded(share, decimals), Localized::same("%"))
}

/// The limit of a prediction, in the unit of the value that was seen.
pub(super) fn threshold(prediction: &Prediction, seen: Option<&Arg>) -> Arg {
    let (sign, limit) = match (&prediction.at_least, &prediction.at_most) {
        (Some(limit), _) => ("at_least", limit.clone()),
        (None, Some(limit)) => ("at_most", limit.clone()),
        (None, None) => return Arg::Empty,
    };
    let limit = match seen {
        Some(Arg::Quantity(_, unit)) => Arg::Quantity(limit, unit.clone()),
        _ => Arg::Number(limit),
    };
    Arg::List(vec![Arg::code("threshold", sign), limit])
}

/// Whether a measure passes every condition of a filter.
fn passes(measure: &Measure, filter: &Filter) -> bool {
    let known = governance::known(measure);
    let part = |part: &String| {
        PARTS.iter().position(|name| name == part).is_some_and(|position| known[position])
    };
    (filter.functions.is_empty()
        || measure.functions.iter().any(|code| filter.functions.contains(code)))
        && filter.polarity.is_none_or(|polarity| measure.polarity == Some(polarity))
        && (filter.domains.is_empty()
            || measure.domain.is_some_and(|code| filter.domains.contains(&code)))
        && filter.instrument.is_none_or(|code| measure.instrument == Some(code))
        && (filter.evidence.is_empty() || filter.evidence.contains(&measure.evidence_kind))
        && filter.bodies_at_least.is_none_or(|least| measure.bodies.len() as i64 >= least)
        && (filter.known.is_empty() || filter.known.iter().any(part))
        && (filter.sdg_targets.is_empty()
            || measure.sdg_targets.iter().any(|code| filter.sdg_targets.contains(code)))
        && (filter.documents.is_empty() || filter.documents.contains(&measure.document))
}
