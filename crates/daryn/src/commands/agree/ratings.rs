//! Agreement on units: a table of unit, coder and value.

use daryn_estimate::agreement::{
    Alpha, Bootstrap, Builder, CodeAgreement, Coded, Interval, Metric, PairAgreement, Quantity,
    Scale, Undefined, Unfit, UnitDisagreement, Weights, WithoutCoder, alpha, bootstrap,
    code_agreement, coincidences, disagreed_units, fleiss_kappa, gwet_ac1, kappa, pairs, percent,
    scott_pi, without_each_coder,
};
use daryn_model::{Arg, Diagnostic};
use daryn_report::Speaker;
use serde_json::{Value, json};

use super::Asked;
use super::input::Sheet;
use super::table::{Row, Told};
use super::told::{Object, Rows, columns, number, number_or_dash, reason};

/// Coders that are compared with each other without being asked for.
const COMPARED: usize = 20;

/// Units with disagreement that are shown.
const SHOWN: usize = 20;

/// Categories whose coincidences are told.
const MATRIX: usize = 50;

/// Values that often stand for a missing one.
const LIKE_MISSING: [&str; 10] = ["na", "n/a", "nan", "null", "none", "*", ".", "-", "–", "?"];

/// Reads a table and computes everything that was asked for; `None` where problems tell why not.
pub(super) fn found(
    file: &str,
    text: &str,
    asked: &Asked,
    problems: &mut Vec<Diagnostic>,
) -> Option<Found> {
    let coded = read(file, text, asked, problems)?;
    let ratings = &coded.ratings;
    let metric = asked.metric;
    let weighted = |weights| match metric {
        Metric::Nominal => Err(Undefined::NoOrder),
        _ => kappa(ratings, weights),
    };
    let alpha = alpha(ratings, metric);
    let is_compared =
        ratings.active_coders() > 2 && (asked.by_coder || ratings.active_coders() <= COMPARED);
    let has_codes = matches!(metric, Metric::Nominal | Metric::Ordinal);
    let level = 0.95;
    Some(Found {
        metric,
        alpha,
        percent: percent(ratings),
        kappa: kappa(ratings, Weights::Unweighted),
        linear: weighted(Weights::Linear),
        quadratic: weighted(Weights::Quadratic),
        fleiss: fleiss_kappa(ratings),
        pi: scott_pi(ratings),
        ac1: gwet_ac1(ratings),
        interval: asked.bootstrap.map(|(repeats, seed)| {
            (bootstrap(ratings, metric, Bootstrap { repeats, seed, level }), seed)
        }),
        codes: has_codes.then(|| code_agreement(ratings).ok()).flatten().unwrap_or_default(),
        disagreed: disagreed_units(ratings, metric).unwrap_or_default(),
        pairs: if is_compared { pairs(ratings) } else { Vec::new() },
        without: if is_compared { without_each_coder(ratings, metric) } else { Vec::new() },
        is_compared,
        coded,
    })
}

fn read(file: &str, text: &str, asked: &Asked, problems: &mut Vec<Diagnostic>) -> Option<Coded> {
    let mut sheet = Sheet::begin(file, text, &["unit", "coder", "value"], &[], problems)?;
    let (mut builder, mut lines) = (Builder::default(), Vec::new());
    let mut like_missing: Option<(u32, String)> = None;
    let is_nominal = asked.metric == Metric::Nominal;
    sheet.each(problems, |line, cells, problems| {
        let [unit, coder, value] = cells else { return };
        if unit.is_empty() || coder.is_empty() {
            let column = if unit.is_empty() { "unit" } else { "coder" };
            problems.push(Diagnostic::error("agree-no-name", file, line).with("column", column));
            return;
        }
        let is_like = |value: &str| {
            value.len() <= 4 && LIKE_MISSING.iter().any(|it| it.eq_ignore_ascii_case(value))
        };
        if is_nominal && like_missing.is_none() && is_like(value) {
            like_missing = Some((line, (*value).to_owned()));
        }
        lines.push(line);
        builder.add(unit, coder, (!value.is_empty()).then_some(*value));
    });
    if builder.is_empty() {
        if problems.is_empty() {
            problems.push(Diagnostic::error("agree-empty", file, 0));
        }
        return None;
    }
    if let Some((line, value)) = like_missing {
        problems.push(Diagnostic::warning("agree-like-missing", file, line).with("value", value));
    }
    let has_decimal_comma = sheet.separator() != b',';
    let read_number = |text: &str| plain_number(text, has_decimal_comma);
    let scale = match &asked.order {
        Some(order) => Scale::Ordered(order),
        None if is_nominal => Scale::Nominal,
        None => Scale::Numbers(&read_number),
    };
    match builder.finish(&scale) {
        Ok(coded) if asked.metric == Metric::Ratio => {
            let below = coded.ratings.points().partition_point(|point| *point < 0.0);
            if below > 0 {
                negative(file, text, has_decimal_comma, problems);
                return None;
            }
            Some(coded)
        }
        Ok(coded) => Some(coded),
        Err(Unfit::Order(twice)) => {
            problems.push(Diagnostic::error("agree-order-twice", "", 0).with("value", twice));
            None
        }
        Err(Unfit::Values(bad)) => {
            let code = match (&asked.order, asked.metric) {
                (Some(_), _) => "agree-outside-order",
                (None, Metric::Ordinal) => "agree-no-rank",
                (None, _) => "agree-not-number",
            };
            problems.extend(
                bad.iter().map(|bad| {
                    Diagnostic::error(code, file, lines[bad.at]).with("value", &bad.value)
                }),
            );
            None
        }
        Err(Unfit::Duplicates(twice)) => {
            problems.extend(twice.iter().map(|(first, later)| {
                Diagnostic::error("agree-duplicate", file, lines[*later])
                    .with("first", lines[*first])
            }));
            None
        }
    }
}

/// Tells each negative number; the table is gone through a second time only here.
fn negative(file: &str, text: &str, has_decimal_comma: bool, problems: &mut Vec<Diagnostic>) {
    let Some(mut sheet) = Sheet::begin(file, text, &["value"], &[], problems) else { return };
    sheet.each(problems, |line, cells, problems| {
        if plain_number(cells[0], has_decimal_comma).is_some_and(|number| number < 0.0) {
            problems.push(Diagnostic::error("agree-negative", file, line).with("value", cells[0]));
        }
    });
}

/// A number with a point, or with a comma where commas do not part columns.
fn plain_number(text: &str, has_decimal_comma: bool) -> Option<f64> {
    let mut text = text.replace('\u{2212}', "-");
    if has_decimal_comma && text.matches(',').count() == 1 && !text.contains('.') {
        text = text.replace(',', ".");
    }
    let is_plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    let is_number = text.bytes().all(is_plain) && text.bytes().any(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?.filter(|number: &f64| number.is_finite())
}

/// Agreement of the coders of a table.
pub(super) struct Found {
    coded: Coded,
    metric: Metric,
    alpha: Result<Alpha, Undefined>,
    percent: Quantity,
    kappa: Quantity,
    linear: Quantity,
    quadratic: Quantity,
    fleiss: Quantity,
    pi: Quantity,
    ac1: Quantity,
    /// With its seed, where it was asked for.
    interval: Option<(Result<Interval, Undefined>, u64)>,
    codes: Vec<CodeAgreement>,
    disagreed: Vec<UnitDisagreement>,
    pairs: Vec<PairAgreement>,
    without: Vec<WithoutCoder>,
    is_compared: bool,
}

impl Found {
    fn metric(&self) -> &'static str {
        match self.metric {
            Metric::Nominal => "nominal",
            Metric::Ordinal => "ordinal",
            Metric::Interval => "interval",
            Metric::Ratio => "ratio",
        }
    }

    /// The coefficients with their names.
    fn coefficients(&self) -> [(&'static str, Quantity); 8] {
        [
            ("alpha", self.alpha.map(|alpha| alpha.alpha)),
            ("percent", self.percent),
            ("kappa", self.kappa),
            ("linear", self.linear),
            ("quadratic", self.quadratic),
            ("fleiss", self.fleiss),
            ("pi", self.pi),
            ("ac1", self.ac1),
        ]
    }

    fn category(&self, category: u32) -> &str {
        &self.coded.categories[category as usize]
    }

    fn coder(&self, coder: u32) -> &str {
        &self.coded.coders[coder as usize]
    }

    fn unit(&self, unit: u32) -> &str {
        &self.coded.units[unit as usize]
    }

    /// Categories that a unit got, with how often.
    fn values(&self, unit: &UnitDisagreement) -> String {
        let value = |(category, n): &(u32, u32)| format!("{} × {n}", self.category(*category));
        unit.values.iter().map(value).collect::<Vec<_>>().join(", ")
    }

    fn bootstrap_json(&self, object: &mut Object<'_>, speaker: &Speaker) {
        let Some((interval, seed)) = &self.interval else {
            object.absent("interval", &speaker.word("agree-no-bootstrap"));
            return;
        };
        let shares = |interval: &Interval| {
            [("below_667", interval.below_667), ("below_800", interval.below_800)]
        };
        match interval {
            Ok(interval) => {
                match interval.ends {
                    Some((low, high)) => object.value("interval", json!([low, high])),
                    None => object.absent("interval", &speaker.word("agree-never-defined")),
                }
                for (name, share) in shares(interval) {
                    match share {
                        Some(share) => object.value(name, json!(share)),
                        None => object.absent(name, &speaker.word("agree-never-defined")),
                    }
                }
                object.value("level", json!(0.95));
                object.value("repeats", json!(interval.repeats));
                object.value("undefined_repeats", json!(interval.undefined));
                if interval.undefined > 0 {
                    object.note("undefined_repeats", &undefined_repeats(interval, speaker));
                }
            }
            Err(why) => object.absent("interval", &reason(*why, speaker)),
        }
        object.value("seed", json!(seed));
    }
}

fn undefined_repeats(interval: &Interval, speaker: &Speaker) -> String {
    let number = |n: u32| Arg::Count(i64::from(n));
    let args = [("n", number(interval.undefined)), ("all", number(interval.repeats))];
    speaker.say("agree-undefined-repeats", &args)
}

impl Told for Found {
    fn json(&self, speaker: &Speaker) -> Value {
        let mut object = Object::new(speaker);
        for (name, quantity) in self.coefficients() {
            if !matches!(name, "linear" | "quadratic") {
                object.quantity(name, quantity);
            }
        }
        self.bootstrap_json(&mut object, speaker);
        object.value("units", json!(self.coded.units.len()));
        object.value("coders", json!(self.coded.coders.len()));
        object.value("values", json!(self.coded.ratings.values()));
        object.value("metric", json!(self.metric()));
        if let Ok(alpha) = self.alpha {
            object.value("observed", json!(alpha.observed));
            object.value("expected", json!(alpha.expected));
            object.value("pairable_units", json!(alpha.units));
            object.value("pairable_values", json!(alpha.values));
        }
        let mut weighted = Object::new(speaker);
        weighted.quantity("linear", self.linear);
        weighted.quantity("quadratic", self.quadratic);
        object.value("weighted", weighted.part());
        object.value("codes", self.codes_json(speaker));
        if self.coded.categories.len() <= MATRIX {
            object.value("coincidences", self.coincidences_json());
        }
        object.value("disagreed_units", json!(self.disagreed.len()));
        let disagreed = self.disagreed.iter().take(SHOWN).map(|unit| {
            let values = unit
                .values
                .iter()
                .map(|(category, n)| json!({"value": self.category(*category), "count": n}));
            json!({
                "unit": self.unit(unit.unit),
                "observed": unit.observed,
                "share": unit.share,
                "values": values.collect::<Vec<_>>(),
            })
        });
        object.value("disagreed", disagreed.collect());
        if self.is_compared {
            self.coders_json(&mut object, speaker);
        } else if self.coded.ratings.active_coders() > 2 {
            object.note("pairs", &speaker.word("agree-not-compared"));
        }
        object.whole()
    }

    fn rows(&self, speaker: &Speaker) -> Vec<Row> {
        let mut rows = Rows { rows: Vec::new(), speaker };
        let all = ("all", "", "");
        for (name, quantity) in self.coefficients() {
            rows.quantity(all, name, quantity);
        }
        if let Some((Ok(interval), _)) = &self.interval {
            let share = |share: Option<f64>| share.ok_or(Undefined::Nothing);
            rows.quantity(all, "interval_low", share(interval.ends.map(|ends| ends.0)));
            rows.quantity(all, "interval_high", share(interval.ends.map(|ends| ends.1)));
            rows.quantity(all, "below_667", share(interval.below_667));
            rows.quantity(all, "below_800", share(interval.below_800));
            rows.count(all, "repeats", interval.repeats.into());
            rows.count(all, "undefined_repeats", interval.undefined.into());
        }
        rows.count(all, "units", self.coded.units.len() as u64);
        rows.count(all, "coders", self.coded.coders.len() as u64);
        rows.count(all, "values", self.coded.ratings.values() as u64);
        for code in &self.codes {
            let about = ("code", self.category(code.category), "");
            rows.count(about, "count", code.count);
            rows.quantity(about, "prevalence", Ok(code.prevalence));
            rows.quantity(about, "alpha", code.alpha);
            rows.quantity(about, "percent", code.percent);
            rows.quantity(about, "positive", code.positive);
            rows.quantity(about, "negative", code.negative);
        }
        for unit in &self.disagreed {
            let about = ("unit", self.unit(unit.unit), "");
            rows.quantity(about, "observed", Ok(unit.observed));
            rows.quantity(about, "share", Ok(unit.share));
        }
        for pair in &self.pairs {
            let about = ("pair", self.coder(pair.first), self.coder(pair.second));
            rows.count(about, "units", pair.units);
            rows.quantity(about, "percent", pair.percent);
            rows.quantity(about, "kappa", pair.kappa);
            if self.metric != Metric::Nominal {
                rows.quantity(about, "linear", pair.linear);
                rows.quantity(about, "quadratic", pair.quadratic);
            }
        }
        for without in &self.without {
            let about = ("without", self.coder(without.coder), "");
            rows.quantity(about, "alpha", without.alpha.map(|alpha| alpha.alpha));
        }
        rows.rows
    }

    fn lines(&self, speaker: &Speaker) -> Vec<String> {
        let count = |n: usize| Arg::Count(n as i64);
        let mut lines = vec![speaker.say(
            "agree-data",
            &[
                ("units", count(self.coded.units.len())),
                ("coders", count(self.coded.coders.len())),
                ("values", count(self.coded.ratings.values())),
            ],
        )];
        lines.push(String::new());
        self.summary(&mut lines, speaker);
        let mut block = |title: &str, heads: &[&str], rows: &[Vec<String>]| {
            if rows.is_empty() {
                return;
            }
            let heads: Vec<_> = heads.iter().map(|head| speaker.word(head)).collect();
            lines.extend([String::new(), speaker.word(title)]);
            lines.extend(columns(&heads, rows));
        };
        let shown = |quantity| number_or_dash(quantity, speaker);
        let whole = |n: u64| speaker.integer(n as i64);
        let codes = self.codes.iter().map(|code| {
            let name = self.category(code.category).to_owned();
            let share = number(code.prevalence, speaker);
            let rest = [code.alpha, code.percent, code.positive, code.negative].map(shown);
            [vec![name, whole(code.count), share], rest.to_vec()].concat()
        });
        let heads = [
            "agree-code",
            "agree-count",
            "agree-prevalence",
            "agree-alpha",
            "agree-percent",
            "agree-positive",
            "agree-negative",
        ];
        block("agree-codes", &heads, &codes.collect::<Vec<_>>());
        let units = self.disagreed.iter().take(SHOWN).map(|unit| {
            let name = self.unit(unit.unit).to_owned();
            vec![
                name,
                number(unit.observed, speaker),
                number(unit.share, speaker),
                self.values(unit),
            ]
        });
        let heads = ["agree-unit", "agree-observed", "agree-share", "agree-values"];
        block("agree-disagreed", &heads, &units.collect::<Vec<_>>());
        let pairs = self.pairs.iter().map(|pair| {
            let name = format!("{} – {}", self.coder(pair.first), self.coder(pair.second));
            vec![name, whole(pair.units), shown(pair.percent), shown(pair.kappa)]
        });
        let heads = ["agree-pair", "agree-units", "agree-percent", "agree-kappa"];
        block("agree-pairs", &heads, &pairs.collect::<Vec<_>>());
        let without = self.without.iter().map(|without| {
            let alpha = without.alpha.map(|alpha| alpha.alpha);
            vec![self.coder(without.coder).to_owned(), shown(alpha)]
        });
        block("agree-without", &["agree-coder", "agree-alpha"], &without.collect::<Vec<_>>());
        if !self.is_compared && self.coded.ratings.active_coders() > 2 {
            lines.extend([String::new(), speaker.word("agree-not-compared")]);
        }
        lines
    }
}

impl Found {
    fn summary(&self, lines: &mut Vec<String>, speaker: &Speaker) {
        let mut rows = Vec::new();
        for (name, quantity) in self.coefficients() {
            let told = match quantity {
                Ok(value) => number(value, speaker),
                // That nominal values have no order need not be said each time.
                Err(Undefined::NoOrder) => continue,
                Err(why) => format!("— {}", reason(why, speaker)),
            };
            let metric = speaker.word(&format!("agree-metric-{}", self.metric()));
            let name =
                speaker.say(&format!("agree-name-{name}"), &[("metric", Arg::plain(&metric))]);
            rows.push((name, told));
        }
        let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let mut interval = match &self.interval {
            Some((Ok(interval), seed)) => self.interval_lines(interval, *seed, speaker),
            _ => Vec::new(),
        };
        for (name, told) in rows {
            let pad = " ".repeat(width - name.chars().count());
            lines.push(format!("{name}{pad}  {told}"));
            lines.append(&mut interval);
        }
    }

    fn interval_lines(&self, interval: &Interval, seed: u64, speaker: &Speaker) -> Vec<String> {
        let mut lines = Vec::new();
        let text = |value: f64| Arg::plain(&number(value, speaker));
        match (interval.ends, interval.below_667.zip(interval.below_800)) {
            (Some((low, high)), Some((low_share, share))) => {
                let args = [
                    ("low", text(low)),
                    ("high", text(high)),
                    ("repeats", Arg::Count(interval.repeats.into())),
                    ("seed", Arg::plain(&seed.to_string())),
                ];
                lines.push(speaker.say("agree-interval", &args));
                let percent = |share: f64| {
                    let share = daryn_model::record::Decimal::rounded(share * 100.0, 1);
                    Arg::plain(&speaker.decimal(&share))
                };
                let args = [("low", percent(low_share)), ("high", percent(share))];
                lines.push(speaker.say("agree-below", &args));
            }
            _ => lines.push(speaker.word("agree-never-defined")),
        }
        if interval.undefined > 0 {
            lines.push(undefined_repeats(interval, speaker));
        }
        lines.into_iter().map(|line| format!("  {line}")).collect()
    }

    fn codes_json(&self, speaker: &Speaker) -> Value {
        let one = |code: &CodeAgreement| {
            let mut object = Object::new(speaker);
            object.value("code", json!(self.category(code.category)));
            object.value("count", json!(code.count));
            object.value("prevalence", json!(code.prevalence));
            object.quantity("alpha", code.alpha);
            object.quantity("percent", code.percent);
            object.quantity("positive", code.positive);
            object.quantity("negative", code.negative);
            object.part()
        };
        self.codes.iter().map(one).collect()
    }

    fn coincidences_json(&self) -> Value {
        let entries = coincidences(&self.coded.ratings).into_iter().map(|entry| {
            json!({
                "code": self.category(entry.category),
                "other": self.category(entry.other),
                "count": entry.count,
            })
        });
        entries.collect()
    }

    fn coders_json(&self, object: &mut Object<'_>, speaker: &Speaker) {
        let pairs = self.pairs.iter().map(|pair| {
            let mut one = Object::new(speaker);
            one.value("first", json!(self.coder(pair.first)));
            one.value("second", json!(self.coder(pair.second)));
            one.value("units", json!(pair.units));
            one.quantity("percent", pair.percent);
            one.quantity("kappa", pair.kappa);
            if self.metric != Metric::Nominal {
                one.quantity("linear", pair.linear);
                one.quantity("quadratic", pair.quadratic);
            }
            one.part()
        });
        object.value("pairs", pairs.collect());
        let without = self.without.iter().map(|without| {
            let mut one = Object::new(speaker);
            one.value("coder", json!(self.coder(without.coder)));
            one.quantity("alpha", without.alpha.map(|alpha| alpha.alpha));
            one.part()
        });
        object.value("without", without.collect());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_or_with_the_comma_of_their_table() {
        assert_eq!(plain_number("3.5", false), Some(3.5));
        assert_eq!(plain_number("3,5", false), None);
        assert_eq!(plain_number("3,5", true), Some(3.5));
        assert_eq!(plain_number("\u{2212}2", true), Some(-2.0));
        for text in ["1,234.5", "1,2,3", "NaN", "inf", "e", "1 000", "5%", "", "1e999"] {
            assert_eq!(plain_number(text, true), None, "{text}");
        }
    }
}
