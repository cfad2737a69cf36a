//! What a newer release of a table changed: values added, withdrawn and changed, flags changed.
//!
//! Two tables are joined by their keys. A value that is missing in one of them is added or
//! withdrawn, never zero. A change is told where the two values differ by more than a tolerance;
//! the shares beside it count differences relative to the old value among all common keys.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use daryn_model::record::nearest;
use daryn_model::{Diagnostic, areas};
use flate2::read::MultiGzDecoder;
use serde::Serialize;

mod answers;
#[cfg(test)]
mod tests;

pub use answers::of_answers;

/// Cells that sources write where there is no value.
const MISSING: [&str; 8] = ["", "..", "...", ":", "NA", "NaN", "nan", "null"];

/// The share of the old value above which a difference is counted apart.
const SHARE: &str = "0.05";

/// Largest size of a table once it is unpacked: 512 MB.
const LARGEST: u64 = 512 << 20;

/// How a table is read: names of its columns.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Columns that tell a row from all others, in the order of the other table's.
    pub key: Vec<String>,
    /// Column of the value.
    pub value: String,
    /// Column of the flag, where flags are compared.
    pub flag: Option<String>,
    /// Only rows whose column has this value.
    pub only: Vec<(String, String)>,
}

/// Codes that areas are brought to before tables are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Areas {
    /// M49 numbers.
    M49,
    /// ISO 3166-1 alpha-2.
    Iso2,
    /// ISO 3166-1 alpha-3.
    Iso3,
}

impl Areas {
    /// The codes that have this name.
    pub fn named(name: &str) -> Option<Areas> {
        match name {
            "m49" => Some(Areas::M49),
            "iso2" => Some(Areas::Iso2),
            "iso3" => Some(Areas::Iso3),
            _ => None,
        }
    }

    fn of(self, code: &str) -> Option<&'static str> {
        let area = areas::find(code)?;
        Some(match self {
            Areas::M49 => area.m49,
            Areas::Iso2 => area.iso2,
            Areas::Iso3 => area.iso3,
        })
    }
}

/// Names that a column of areas has in the tables of most sources.
const AREA_COLUMNS: [&str; 12] = [
    "m49",
    "iso2",
    "iso3",
    "area",
    "ref_area",
    "country",
    "country_code",
    "countryiso3code",
    "geo",
    "geounit",
    "geoareacode",
    "location",
];

/// How two tables are compared.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The older table.
    pub old: Columns,
    /// The newer table.
    pub new: Columns,
    /// Codes of areas, where a part of the key is one: the part whose column has a name that is
    /// usual for areas, the first one if none has.
    pub areas: Option<Areas>,
    /// Differences up to this, in the unit of the values, are none.
    pub tolerance: f64,
}

impl Comparison {
    /// The part of the key that is an area, and the codes that it is brought to.
    fn area_part(&self) -> Option<(usize, Areas)> {
        let usual = |name: &String| AREA_COLUMNS.contains(&name.to_lowercase().as_str());
        let pairs = self.new.key.iter().zip(&self.old.key);
        let found = pairs.into_iter().position(|(new, old)| usual(new) || usual(old));
        self.areas.map(|codes| (found.unwrap_or_default(), codes))
    }
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Only the newer table has a value.
    Added,
    /// Only the older table has a value.
    Withdrawn,
    /// The values differ by more than the tolerance.
    Changed,
    /// The values agree, the flags do not.
    FlagChanged,
}

impl Fate {
    /// Name in tables.
    pub fn code(self) -> &'static str {
        match self {
            Fate::Added => "added",
            Fate::Withdrawn => "withdrawn",
            Fate::Changed => "changed",
            Fate::FlagChanged => "flag_changed",
        }
    }
}

/// A key whose value or flag is another one than before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Revision {
    /// What became of it.
    pub fate: Fate,
    /// The key.
    pub key: Vec<String>,
    /// The old value as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The new value as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// The old flag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_flag: Option<String>,
    /// The new flag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_flag: Option<String>,
    /// Difference over the absolute old value, where both are numbers and the old one is not zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative: Option<f64>,
}

/// A revision report.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Revisions {
    /// Keys with a value in both tables.
    pub common: usize,
    /// Keys with a value in the newer table only.
    pub added: usize,
    /// Keys with a value in the older table only.
    pub withdrawn: usize,
    /// Common keys whose values differ by more than the tolerance.
    pub changed: usize,
    /// Common keys whose values do not.
    pub unchanged: usize,
    /// Common keys whose values differ by more than this share of the old value.
    pub changed_by_more_than: BTreeMap<String, usize>,
    /// Common keys whose flags differ, where flags are compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag_changed: Option<usize>,
    /// Values of common keys that are no numbers in one of the tables: they are compared as texts.
    pub not_numbers: usize,
    /// Codes of areas that could not be brought to the asked ones, with the number of their rows:
    /// groups of countries, above all. They are not compared.
    pub areas_not_joined: BTreeMap<String, usize>,
    /// Every key that is not as before.
    #[serde(skip)]
    pub revisions: Vec<Revision>,
}

impl Revisions {
    /// Every revision as CSV, with these names for the parts of the key.
    ///
    /// # Errors
    ///
    /// Says what could not be written; writing into memory does not fail in practice.
    pub fn to_csv(&self, key: &[String]) -> Result<Vec<u8>, String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let parts = ["fate", "old", "new", "old_flag", "new_flag", "relative"];
        let head = key.iter().map(String::as_str).chain(parts);
        writer.write_record(head).map_err(|error| error.to_string())?;
        for row in &self.revisions {
            let relative = row.relative.map(|share| format!("{share:.6}"));
            let cells = [&row.old, &row.new, &row.old_flag, &row.new_flag, &relative];
            let cells = cells.into_iter().map(|cell| cell.as_deref().unwrap_or_default());
            let row = row.key.iter().map(String::as_str).chain([row.fate.code()]).chain(cells);
            writer.write_record(row).map_err(|error| error.to_string())?;
        }
        writer.into_inner().map_err(|error| error.to_string())
    }
}

/// A cell of a table.
#[derive(Debug, Clone)]
struct Cell {
    line: u64,
    value: String,
    flag: Option<String>,
}

type Cells = BTreeMap<Vec<String>, Cell>;

/// Compares two tables; CSV with a head line, plain or in gzip.
///
/// # Errors
///
/// Every problem of both tables: an unknown column, a line with too many or too few cells, a text
/// that is not UTF-8, a key that stands twice.
pub fn compare(
    old: (&str, &[u8]),
    new: (&str, &[u8]),
    comparison: &Comparison,
) -> Result<Revisions, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut not_joined = BTreeMap::new();
    let mut read = |(name, bytes): (&str, &[u8]), columns: &Columns| {
        cells(name, bytes, columns, comparison.area_part(), &mut not_joined)
            .map_err(|found| problems.extend(found))
            .ok()
    };
    let (old, new) = (read(old, &comparison.old), read(new, &comparison.new));
    match (old, new) {
        (Some(old), Some(new)) => {
            let mut report = join(&old, &new, comparison.tolerance);
            report.areas_not_joined = not_joined;
            if comparison.new.flag.is_none() {
                report.flag_changed = None;
            }
            Ok(report)
        }
        _ => Err(problems),
    }
}

fn join(old: &Cells, new: &Cells, tolerance: f64) -> Revisions {
    let mut report = Revisions { flag_changed: Some(0), ..Revisions::default() };
    let mut large = 0;
    for (key, cell) in old {
        let row = |fate, new: Option<&Cell>, relative| Revision {
            fate,
            key: key.clone(),
            old: Some(cell.value.clone()),
            new: new.map(|cell| cell.value.clone()),
            old_flag: cell.flag.clone(),
            new_flag: new.and_then(|cell| cell.flag.clone()),
            relative,
        };
        let Some(other) = new.get(key) else {
            report.withdrawn += 1;
            report.revisions.push(row(Fate::Withdrawn, None, None));
            continue;
        };
        report.common += 1;
        let (differs, relative) = difference(&cell.value, &other.value, tolerance);
        let numbers = number(&cell.value).is_some() && number(&other.value).is_some();
        report.not_numbers += usize::from(!numbers);
        large += usize::from(relative.is_some_and(|share| share.abs() > 0.05));
        let flags = cell.flag != other.flag;
        if flags && let Some(count) = &mut report.flag_changed {
            *count += 1;
        }
        if differs {
            report.changed += 1;
            report.revisions.push(row(Fate::Changed, Some(other), relative));
        } else {
            report.unchanged += 1;
            if flags {
                report.revisions.push(row(Fate::FlagChanged, Some(other), relative));
            }
        }
    }
    for (key, cell) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        report.added += 1;
        report.revisions.push(Revision {
            fate: Fate::Added,
            key: key.clone(),
            old: None,
            new: Some(cell.value.clone()),
            old_flag: None,
            new_flag: cell.flag.clone(),
            relative: None,
        });
    }
    report.revisions.sort_by(|a, b| a.key.cmp(&b.key));
    report.changed_by_more_than.insert(SHARE.to_owned(), large);
    report
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Whether two values differ, and by which share of the old one.
fn difference(old: &str, new: &str, tolerance: f64) -> (bool, Option<f64>) {
    match (number(old), number(new)) {
        (Some(old), Some(new)) => {
            let change = new - old;
            // From zero every change is beyond any share; it is told as a change without one.
            let relative = (old != 0.0).then(|| change / old.abs());
            (change.abs() > tolerance, relative)
        }
        _ => (old != new, None),
    }
}

/// The cells of a table that hold a value, by their keys.
fn cells(
    name: &str,
    bytes: &[u8],
    columns: &Columns,
    areas: Option<(usize, Areas)>,
    not_joined: &mut BTreeMap<String, usize>,
) -> Result<Cells, Vec<Diagnostic>> {
    let text = unpacked(name, bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let head = reader.headers().map_err(|error| vec![broken(name, &error)])?.clone();
    let mut problems = Vec::new();
    let mut place = |column: &str| {
        let found = head.iter().position(|other| other.trim() == column);
        if head.iter().filter(|other| other.trim() == column).count() > 1 {
            problems.push(Diagnostic::error("duplicate-column", name, 1).with("field", column));
        }
        if found.is_none() {
            let near = nearest(column, head.iter()).unwrap_or_default();
            problems.push(
                Diagnostic::error("unknown-column", name, 1)
                    .with("found", column)
                    .with("nearest", near),
            );
        }
        found.unwrap_or_default()
    };
    let key: Vec<usize> = columns.key.iter().map(|column| place(column)).collect();
    let value = place(&columns.value);
    let flag = columns.flag.as_ref().map(|column| place(column));
    let only: Vec<(usize, &str)> =
        columns.only.iter().map(|(column, value)| (place(column), value.as_str())).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut cells = Cells::new();
    for record in reader.records() {
        let record = record.map_err(|error| vec![broken(name, &error)])?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |place: usize| record.get(place).unwrap_or_default().trim();
        if only.iter().any(|(place, value)| cell(*place) != *value) {
            continue;
        }
        if MISSING.contains(&cell(value)) {
            continue;
        }
        let mut parts: Vec<String> = key.iter().map(|place| cell(*place).to_owned()).collect();
        if let Some((part, codes)) = areas
            && let Some(area) = parts.get_mut(part)
        {
            match codes.of(area) {
                Some(code) => code.clone_into(area),
                None => {
                    *not_joined.entry(std::mem::take(area)).or_default() += 1;
                    continue;
                }
            }
        }
        let flag = flag.map(|place| cell(place).to_owned());
        let new = Cell { line, value: cell(value).to_owned(), flag };
        if let Some(first) = cells.get(&parts) {
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            problems.push(
                Diagnostic::error("key-not-unique", name, line)
                    .with("found", parts.join(", "))
                    .with("line", first.line),
            );
            continue;
        }
        cells.insert(parts, new);
    }
    if problems.is_empty() { Ok(cells) } else { Err(problems) }
}

/// The text of a table that may be in gzip.
fn unpacked<'b>(name: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Vec<Diagnostic>> {
    let encoding =
        || vec![Diagnostic::error("bad-encoding", name, 0).with("guess", "windows-1251")];
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut unpacked = Vec::new();
        let mut reader = MultiGzDecoder::new(bytes).take(LARGEST + 1);
        reader.read_to_end(&mut unpacked).map_err(|error| {
            vec![
                Diagnostic::error("unreadable-file", name, 0)
                    .with("found", name)
                    .with("reason", error),
            ]
        })?;
        if unpacked.len() as u64 > LARGEST {
            return Err(vec![
                Diagnostic::error("unreadable-file", name, 0)
                    .with("found", name)
                    .with("reason", "> 512 MB"),
            ]);
        }
        return String::from_utf8(unpacked).map(Cow::Owned).map_err(|_| encoding());
    }
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| encoding())
}

fn broken(name: &str, error: &csv::Error) -> Diagnostic {
    let line = error.position().map_or(0, csv::Position::line);
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            Diagnostic::error("wrong-field-count", name, line)
                .with("found", len)
                .with("expected", expected_len)
        }
        _ => Diagnostic::error("unreadable-file", name, line)
            .with("found", name)
            .with("reason", error),
    }
}
