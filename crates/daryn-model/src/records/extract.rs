//! What a study takes out of files of statistics as their sources give them.

use crate::period::Period;
use crate::record;
use crate::record::{Id, Url};
use crate::records::{FigureKind, Parameters};
use crate::text::Localized;

record! {
    /// Observations that are taken out of a file in `statistics/`: `[[extract]]` in the file of
    /// extracts. What is not said here is as in the file; nothing is added to it.
    pub struct Extract: "extract" {
        /// Name within the study.
        pub id: Id,
        /// The file, by its name in `statistics/`.
        pub file: String,
        /// Where its tables stand, for a workbook or a table made for people: a mapping in
        /// `statistics/`.
        pub mapping: Option<String>,
        /// A structure message in `statistics/` that tells what its components are.
        pub structure: Option<String>,
        /// Which observations are meant: a component and its value or values. An empty value means
        /// observations without the component. `DATAFLOW` is the structure that a data set follows,
        /// where no component has that name.
        pub select: Parameters,
        /// Components that may differ within a series, for example notes: what differs otherwise is
        /// an error, because it may be something else that is counted.
        pub differ: Vec<String>,
        /// The indicator.
        pub indicator: Id,
        /// Component that holds the reporting area, as a code or a name.
        pub area: Option<String>,
        /// The reporting area, where no component holds it.
        pub ref_area: Option<Id>,
        /// Areas that are taken; all areas of the study that occur if none is given.
        pub areas: Vec<Id>,
        /// Component that holds the partner area.
        pub partner: Option<String>,
        /// The partner area, where no component holds it.
        pub partner_area: Option<Id>,
        /// Sex of all of them, SDMX code.
        pub sex: Option<String>,
        /// Age group of all of them.
        pub age: Option<String>,
        /// Education or specialty of all of them.
        pub education: Option<String>,
        /// Component that holds the time, where the file does not say so.
        pub period: Option<String>,
        /// Whether `2010-11` and `2010/11` are years that begin in September, as those of schools.
        pub academic: Option<bool>,
        /// Component that holds the value, where the file does not say so.
        pub value: Option<String>,
        /// First year.
        pub from: Option<i64>,
        /// Last year.
        pub to: Option<i64>,
        /// Unit of the values, after the scale.
        pub unit: Id,
        /// Power of ten that values are multiplied by: 3 where the file counts in thousands and the
        /// unit does not. Must be said where the file names a multiplier, which must then be the
        /// same for all of them.
        pub scale: Option<i64>,
        /// Whether values that stand or are shown with a percent sign are percents: of a cell with
        /// 0.123 that shows 12% the value is 12.3.
        pub percent: Option<bool>,
        /// Digits behind the mark that values are given with. What the file has beyond must be zeros:
        /// programs write 666 as `666.0`.
        pub decimals: Option<i64>,
        /// The mark between whole and fraction of numbers that are texts, `.` if not given. A
        /// mapping has its own.
        pub decimal_mark: Option<String>,
        /// Source.
        pub source: Id,
        /// Data set.
        pub dataset: Option<String>,
        /// Name of the series; `{area}` and `{partner}` stand for the codes of the study.
        pub series: String,
        /// Definition.
        pub definition: Option<Id>,
        /// Release.
        pub vintage: Option<String>,
        /// Component that holds the status of an observation; if not given, one that is called
        /// `OBS_STATUS`, `status`, `OBS_FLAG`, `flag` or `qualifier`.
        pub status: Option<String>,
        /// Codes of the source, or marks behind its values, and the status that each means, nothing
        /// where it means none. `A`, `B`, `E`, `P`, `U` and `M` mean themselves; any other is an
        /// error.
        pub statuses: Parameters,
        /// First years after a break of the series that the file does not mark, for all areas.
        pub breaks: Vec<i64>,
        /// Who answers for the figures.
        pub kind: FigureKind,
        /// Page from which the file was taken.
        pub source_url: Url,
        /// Remark on all of them.
        pub note: Localized,
        /// What is to be said of single ones.
        pub remarks: Vec<Remark>,
    }
}

record! {
    /// What is to be said of one observation of an extract: `[[extract.remarks]]`.
    pub struct Remark: "remark" {
        /// Its period.
        pub time_period: Period,
        /// Its area, where the extract has several.
        pub ref_area: Option<Id>,
        /// Does not fit with another figure: shown, left out of results.
        pub doubtful: Option<bool>,
        /// The remark, instead of that on all of them.
        pub note: Localized,
    }
}
