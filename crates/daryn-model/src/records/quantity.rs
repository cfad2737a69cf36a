//! Quantities that are counted in more than one way.

use crate::record;
use crate::record::Id;
use crate::text::Localized;

record! {
    /// One quantity that several indicators count: their figures are shown beside each other and
    /// never joined.
    pub struct SameQuantity: "same quantity" {
        /// Name within the study.
        pub id: Id,
        /// What is counted.
        pub name: Localized,
        /// The indicators.
        pub indicators: Vec<Id>,
        /// Which of them the study uses for what, and why.
        pub rule: Localized,
    }
}
