//! What is wrong with figures, or must be known before they are used. Each check is general: none
//! knows a country, an indicator or a number.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;

use crate::catalogue::Catalogue;
use crate::index::{self, Index};
use crate::table::{PointId, Series, SeriesId, Table, Word};

mod areas;
mod series;
mod sources;
mod sums;
mod times;
mod zeros;

/// What sort of thing is to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Years are missing within a series of years.
    Gap,
    /// Years stand at uneven distances.
    UnevenYears,
    /// Its publisher marks a break.
    Break,
    /// An estimate.
    Estimate,
    /// The result of a model.
    Modelled,
    /// Computed or inferred from other figures.
    Derived,
    /// In doubt, by its publisher or the study.
    Doubtful,
    /// A change that is out of the usual for the series.
    Jump,
    /// A zero that stands where there is probably no value.
    ZeroMissing,
    /// Parts, partners or a formula do not give the whole.
    SumMismatch,
    /// Groups of countries stand among countries.
    AggregateAmongCountries,
    /// Sources lie apart.
    SourcesDiffer,
    /// Between two periods one source rises and another falls.
    OppositeChange,
    /// One series is another one times a constant.
    Rebased,
    /// One series is another one times a power of ten.
    Scale,
    /// A later release has another value.
    Revised,
    /// What the partners report is something else.
    Mirror,
    /// A part of a year beside whole years.
    PartYear,
    /// A whole year has the value of a part of it.
    PartYearAsYear,
    /// What is counted changes within a series.
    DefinitionChanged,
    /// Periods overlap.
    Overlap,
    /// One period has two values.
    Duplicate,
    /// The area had other borders, or was no country of its own.
    AreaChanged,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 23] = [
        Kind::Gap,
        Kind::UnevenYears,
        Kind::Break,
        Kind::Estimate,
        Kind::Modelled,
        Kind::Derived,
        Kind::Doubtful,
        Kind::Jump,
        Kind::ZeroMissing,
        Kind::SumMismatch,
        Kind::AggregateAmongCountries,
        Kind::SourcesDiffer,
        Kind::OppositeChange,
        Kind::Rebased,
        Kind::Scale,
        Kind::Revised,
        Kind::Mirror,
        Kind::PartYear,
        Kind::PartYearAsYear,
        Kind::DefinitionChanged,
        Kind::Overlap,
        Kind::Duplicate,
        Kind::AreaChanged,
    ];

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Gap => "gap",
            Kind::UnevenYears => "uneven-years",
            Kind::Break => "break",
            Kind::Estimate => "estimate",
            Kind::Modelled => "modelled",
            Kind::Derived => "derived",
            Kind::Doubtful => "doubtful",
            Kind::Jump => "jump",
            Kind::ZeroMissing => "zero-missing",
            Kind::SumMismatch => "sum-mismatch",
            Kind::AggregateAmongCountries => "aggregate-among-countries",
            Kind::SourcesDiffer => "sources-differ",
            Kind::OppositeChange => "opposite-change",
            Kind::Rebased => "rebased",
            Kind::Scale => "scale",
            Kind::Revised => "revised",
            Kind::Mirror => "mirror",
            Kind::PartYear => "part-year",
            Kind::PartYearAsYear => "part-year-as-year",
            Kind::DefinitionChanged => "definition-changed",
            Kind::Overlap => "overlap",
            Kind::Duplicate => "duplicate",
            Kind::AreaChanged => "area-changed",
        }
    }
}

/// One thing to be known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Issue {
    /// Its sort.
    pub kind: Kind,
    /// Which of the messages of its sort; empty for the only one.
    pub form: &'static str,
    /// The indicator.
    pub indicator: String,
    /// The area; empty where it is about a whole source.
    pub area: String,
    /// The period, or the first and the last one with a dash between them.
    pub period: String,
    /// Values of the message by name, without words.
    pub args: Vec<(&'static str, String)>,
    /// The points that show it.
    pub points: Vec<PointId>,
}

/// Looks at everything. Issues come in a fixed order: area, indicator, period, sort.
pub fn check(catalogue: &Catalogue, table: &Table, index: &Index) -> Vec<Issue> {
    let looking = Looking { catalogue, table, index };
    let mut issues = Vec::new();
    let published = looking.quantities();
    series::check(&looking, &published, &mut issues);
    times::check(&looking, &published, &mut issues);
    zeros::check(&looking, &mut issues);
    areas::check(&looking, &mut issues);
    sources::check(&looking, &published, &mut issues);
    sums::check(&looking, &published, &mut issues);
    issues.sort_by(|a, b| {
        let key =
            |one: &Issue| (one.area.clone(), one.indicator.clone(), one.period.clone(), one.kind);
        key(a).cmp(&key(b)).then_with(|| a.cmp(b))
    });
    issues
}

/// What is the same about figures that count one quantity: indicator, area, partner, sex, age,
/// education, other parts.
type Quantity = [Word; 7];

/// Series of each quantity, aims left out.
type Quantities = BTreeMap<Quantity, Vec<SeriesId>>;

/// What checks look at.
struct Looking<'a> {
    catalogue: &'a Catalogue,
    table: &'a Table,
    index: &'a Index,
}

impl<'a> Looking<'a> {
    fn quantities(&self) -> Quantities {
        let mut quantities = Quantities::new();
        for (number, one) in (0..).zip(&self.table.series) {
            if !one.is_aim {
                quantities.entry(quantity(one)).or_default().push(number);
            }
        }
        quantities
    }

    fn series(&self, number: SeriesId) -> &'a Series {
        &self.table.series[number as usize]
    }

    fn text(&self, word: Word) -> &'a str {
        self.table.text(word)
    }

    /// An issue of a series.
    fn issue(
        &self,
        kind: Kind,
        form: &'static str,
        series: &Series,
        period: String,
        points: Vec<PointId>,
    ) -> Issue {
        Issue {
            kind,
            form,
            indicator: self.text(series.indicator).to_owned(),
            area: self.text(series.area).to_owned(),
            period,
            args: vec![("series", self.name(series))],
            points,
        }
    }

    /// Which series is meant, within indicator and area: source, code, partner, parts, release.
    fn name(&self, series: &Series) -> String {
        let mut parts = vec![self.text(series.source).to_owned()];
        if series.code != series.indicator {
            parts.push(self.text(series.code).to_owned());
        }
        let partner = self.text(series.partner);
        if partner != "W" {
            parts.push(partner.to_owned());
        }
        parts.push(self.table.part(series));
        parts.push(self.text(series.vintage).to_owned());
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }

    /// A value with its period and series: `28458 (2024/2025; BNS, HE_FOR)`.
    fn seen(&self, id: PointId) -> String {
        let (series, point) = (self.series(id.0), self.table.point(id));
        format!("{} ({}; {})", self.value(id), when(point.period), self.name(series))
    }

    /// A value as it stands in the source; computed and converted ones with six digits.
    fn value(&self, id: PointId) -> String {
        let (series, point) = (self.series(id.0), self.table.point(id));
        let wanted = self.catalogue.unit_of(self.text(series.indicator));
        let own = index::unit(self.catalogue, self.table, id.0);
        let value = point.value.unwrap_or(f64::NAN);
        match (own, wanted) {
            (Some(own), Some(wanted)) if own.fits(wanted) && own.scale != wanted.scale => {
                digits(wanted.of_base(own.to_base(value)))
            }
            _ if point.literal.is_empty() => digits(value),
            _ => point.literal.to_string(),
        }
    }
}

fn quantity(series: &Series) -> Quantity {
    [
        series.indicator,
        series.area,
        series.partner,
        series.sex,
        series.age,
        series.education,
        series.detail,
    ]
}

/// A number with at most six digits that count.
pub fn digits(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let size = libm::floor(libm::log10(value.abs())) as i32;
    let decimals = (5 - size).clamp(0, 12) as usize;
    let text = format!("{value:.decimals$}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.to_owned()
}

/// A share as a percentage with one decimal.
fn percent(share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A period as studies write it.
fn when(period: TimePeriod) -> String {
    crate::table::when(period)
}

/// Two periods as one text: an academic year has a stroke of its own.
fn between(from: TimePeriod, to: TimePeriod) -> String {
    if from == to { when(from) } else { format!("{}–{}", when(from), when(to)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_digits_that_count() {
        assert_eq!(digits(10.718_472_6), "10.7185");
        assert_eq!(digits(0.122_86), "0.12286");
        assert_eq!(digits(1_335_878.0), "1335878");
        assert_eq!(digits(-6946.0), "-6946");
        assert_eq!(digits(0.0), "0");
        assert_eq!(percent(0.5), "50");
        assert_eq!(percent(0.1074), "10.7");
    }
}
