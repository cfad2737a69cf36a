//! Single figures of official statistics.

use crate::period::Period;
use crate::record;
use crate::record::{Decimal, Id, Url};
use crate::records::{FigureKind, ObsStatus};
use crate::text::Localized;

record! {
    /// One cell of statistics with all that is known of it.
    pub struct Observation: "observation" {
        /// Indicator.
        pub indicator: Id,
        /// Reporting area.
        pub ref_area: Id,
        /// Partner area.
        pub partner_area: Option<Id>,
        /// Sex, SDMX code.
        pub sex: Option<String>,
        /// Age group.
        pub age: Option<String>,
        /// Education or specialty.
        pub education: Option<String>,
        /// Period.
        pub time_period: Period,
        /// Value; empty means that the source has none, never zero.
        pub obs_value: Option<Decimal>,
        /// Unit.
        pub unit: Id,
        /// Source.
        pub source: Id,
        /// Data set.
        pub dataset: Option<String>,
        /// Series: only rows of one series may be compared or joined.
        pub series: Id,
        /// Definition.
        pub definition: Option<Id>,
        /// Release, where one period was published more than once.
        pub vintage: Option<String>,
        /// Status of the observation.
        pub status: Option<ObsStatus>,
        /// Computed or inferred, by anyone, from other figures.
        pub derived: bool,
        /// Does not fit with another figure: shown, left out of results.
        pub doubtful: bool,
        /// Who answers for the figure.
        pub kind: FigureKind,
        /// Page where the figure was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}

impl Observation {
    /// The identity of an observation within a study: everything but its value.
    pub fn key(&self) -> String {
        let mut parts = vec![self.series.0.clone(), self.time_period.to_string()];
        for part in [&self.sex, &self.age, &self.education].into_iter().flatten() {
            if part != "_T" {
                parts.push(part.clone());
            }
        }
        parts.extend(self.vintage.clone());
        parts.join("|")
    }

    /// Whether the figure may be used in a result: it has a value, is a figure and no aim, is not in
    /// doubt and was not computed from others.
    pub fn usable(&self) -> bool {
        self.obs_value.is_some()
            && !self.doubtful
            && !self.derived
            && self.kind != FigureKind::Target
            && self.status != Some(ObsStatus::Missing)
    }
}
