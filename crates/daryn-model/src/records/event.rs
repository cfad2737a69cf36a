//! Events that charts mark.

use crate::period::Date;
use crate::record::{Id, Url};
use crate::text::Localized;
use crate::{codes, record};

codes! {
    /// What sort of event is marked in charts.
    pub enum EventKind {
        /// A step of policy: an act, a programme, an end of one.
        Policy = "policy",
        /// Something from outside the policy that many series may show.
        Shock = "shock",
    }
}

record! {
    /// An event that charts of the country mark. Adoptions of corpus documents are marked anyway.
    pub struct Event: "event" {
        /// Name in this study.
        pub id: Id,
        /// Day of the event, or first day of its period, as exactly as seen.
        pub start: Date,
        /// Last day of its period.
        pub end: Option<Date>,
        /// Step of policy, or shock from outside.
        pub kind: EventKind,
        /// Label, up to about 28 characters.
        pub name: Localized,
        /// Charts that show it; all charts of the country if none is named.
        pub charts: Vec<Id>,
        /// Page where the event was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}
