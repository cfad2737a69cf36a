//! Programmes and the numbers that were observed about them.

use super::code_lists::{EffectKind, Function, Grade, Instrument};
use crate::period::Date;
use crate::record::{Decimal, Id, Url};
use crate::text::Localized;
use crate::{codes, record};

record! {
    /// A programme of another country.
    pub struct Practice: "practice" {
        /// Name in this study.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// Country.
        pub country: Id,
        /// First year.
        pub start: Option<Date>,
        /// Last year.
        pub end: Option<Date>,
        /// What it is for.
        pub functions: Vec<Function>,
        /// Its means.
        pub instrument: Option<Instrument>,
        /// Who may take part.
        pub eligibility: Localized,
        /// What is offered.
        pub incentive: Localized,
        /// What was observed.
        pub results: Localized,
        /// How it was observed.
        pub design: Localized,
        /// Quality of the evidence.
        pub grade: Grade,
        /// Published works on it.
        pub references: Vec<Id>,
        /// Page where the row was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}

record! {
    /// A number that was observed about a practice, in its own unit.
    pub struct Effect: "effect" {
        /// Name in this study.
        pub id: Id,
        /// Practice that it is about.
        pub practice: Id,
        /// What is measured.
        pub outcome: Localized,
        /// Value; empty where the source gives none.
        pub value: Option<Decimal>,
        /// Lower end of the range that the source gives.
        pub low: Option<Decimal>,
        /// Upper end of the range that the source gives.
        pub high: Option<Decimal>,
        /// Number that the programme itself aimed at.
        pub target: Option<Decimal>,
        /// Of how many, where the value is a part of a whole.
        pub base: Option<Decimal>,
        /// Short form of the unit; only values of the same unit are drawn on one scale.
        pub unit: Localized,
        /// What sort of number it is.
        pub kind: EffectKind,
        /// For whom it was observed.
        pub population: Localized,
        /// Under which condition it was observed.
        pub condition: Localized,
        /// Published work that states it.
        pub reference: Option<Id>,
        /// Whether it is statistically significant, where the source tests it.
        pub significant: Option<bool>,
        /// Page where the row was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}

codes! {
    /// Whether the case agrees with what a number was observed on, as far as the number hangs on it.
    pub enum Match {
        /// Of the same sort.
        Same = "same",
        /// Of another sort.
        Different = "different",
        /// Too little was seen of one of them to tell.
        Unknown = "unknown",
    }
}

record! {
    /// A judgement on one number of a practice: whether its population and condition are those of
    /// the case of a recommendation.
    pub struct Transfer: "transfer" {
        /// Number of one of the practices of the recommendation.
        pub effect: Id,
        /// Whether the population of the number is that of the case.
        pub population: Match,
        /// Whether the condition of the number is that of the case.
        pub condition: Match,
        /// Who judged; who coded the measures, or the authors of the study, if not given.
        pub judge: Localized,
        /// Why these judgements.
        pub reason: Localized,
    }
}
