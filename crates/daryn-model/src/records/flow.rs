//! Movements between the country and its partners.

use crate::period::Period;
use crate::record;
use crate::record::Id;
use crate::text::Localized;

record! {
    /// Movements between the country and its partners in one period: who comes from where, who
    /// leaves for where. At least one direction; the values are counts that can be added up.
    pub struct Flow: "flow" {
        /// Name of the figure.
        pub id: Id,
        /// Title of the figure; the indicators if not given.
        pub title: Localized,
        /// What comes from partners to the country: one indicator, or series of one indicator.
        pub inward: Vec<Id>,
        /// What goes from the country to partners: one indicator, or series of one indicator.
        pub outward: Vec<Id>,
        /// Period of every value; values of other periods are never mixed in.
        pub period: Period,
    }
}
