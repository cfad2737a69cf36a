//! ILOSTAT: the CSV of bulk files and queries, plain or packed by gzip.
//!
//! Area, source, indicator, sex and classes are the key: an area may have several sources for a
//! year. With `type=both` columns ending in `.label` name the codes beside them; with `type=label`
//! there are only such columns, and names are the values.

use super::Options;
use super::out::Out;
use super::table::{self, Use};
use crate::format::Format;
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::row::Role;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const CSV: &str = "ILOSTAT CSV";

pub(super) fn tell_table(names: &[&str]) -> Option<Format> {
    let bare: Vec<&str> =
        names.iter().map(|name| name.strip_suffix(".label").unwrap_or(name)).collect();
    table::has(&bare, &["ref_area", "indicator", "time", "obs_value"]).then_some(Format::IlostatCsv)
}

/// Reads a table: a row for each record.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = one_table(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts records, as `rows`.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("rows", |sink| read(source, &Options::default(), sink))
}

fn one_table(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    out.stream("", "", source.packing()? == Packing::Gzip);
    out.data_set(&DataSet { source: "ILO".to_owned(), ..DataSet::default() });
    let (first, stream) = table::peek(source.stream()?)?;
    let names = table::first_names(&first);
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    if tell_table(&known).is_none() {
        return Err(Fault::new(Flaw::Shape(CSV, "ref_area, indicator, time, obs_value")).into());
    }
    let plan = |name: &str| {
        let bare = name.strip_suffix(".label").unwrap_or(name);
        if bare != name && known.contains(&bare) {
            return Use::Label(bare.to_owned());
        }
        let role = match bare {
            "time" => Role::Period,
            "obs_value" => Role::Measure,
            "obs_status" => Role::ObservationAttribute,
            _ if bare.starts_with("note_") => Role::ObservationAttribute,
            _ => Role::Dimension,
        };
        Use::Part(name.to_owned(), role)
    };
    table::read(stream, CSV, &plan, out)
}
