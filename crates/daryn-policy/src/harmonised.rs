//! The statistics of a study as the harmonised table of indicators, with the way back from its
//! points to the rows of the study.

use std::collections::BTreeMap;

use daryn_indicators::index::Index;
use daryn_indicators::{Catalogue, Given, Harmoniser, Left, PointId, Table, Word, derive, quality};
use daryn_model::record::Decimal;
use daryn_model::records::{Area, FigureKind, ObsStatus, Observation};
use daryn_model::{Lang, Localized, Study};
use daryn_stats::codes::area::{self, Code};

/// Observations as a table in which everything that has a formula is computed.
pub struct Figures<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The table.
    pub table: Table,
    /// Its series.
    pub index: Index,
    /// Rows by file, line and name of their bytes.
    rows: BTreeMap<(&'a str, u32, &'a str), &'a Observation>,
}

impl<'a> Figures<'a> {
    /// The table of the observations that a study holds.
    pub fn of(study: &'a Study, catalogue: &'a Catalogue) -> Figures<'a> {
        let (mut table, _) = harmonise(catalogue, &study.observations, &study.areas, Lang::En);
        let index = derive::derive(catalogue, &mut table);
        let key = |row: &'a Observation| {
            (row.at.file.as_str(), row.at.line, row.at.bytes.as_deref().unwrap_or_default())
        };
        let rows = study.observations.iter().map(|row| (key(row), row)).collect();
        Figures { catalogue, table, index, rows }
    }

    /// The word of an area of the study; `None` where the table has nothing of it.
    pub fn area(&self, code: &str) -> Option<Word> {
        let own = area::find(code).and_then(|area| area.code(Code::Iso3));
        self.table.known(own.unwrap_or(code))
    }

    /// The rows on which a point rests, in the order in which they are needed.
    pub fn rows(&self, id: PointId) -> Vec<&'a Observation> {
        let mut rows = Vec::new();
        self.add_rows(id, &mut rows);
        rows
    }

    fn add_rows(&self, id: PointId, rows: &mut Vec<&'a Observation>) {
        let point = self.table.point(id);
        // Computed series rest on earlier ones only: this ends.
        point.rests_on.iter().for_each(|below| self.add_rows(*below, rows));
        let Some(file) = self.table.files.get(point.at.file as usize) else { return };
        if point.rests_on.is_empty() {
            let key = (file.name.as_str(), point.at.line, self.table.text(point.at.named));
            let Some(row) = self.rows.get(&key).copied() else { return };
            if !rows.iter().any(|seen| std::ptr::eq(*seen, row)) {
                rows.push(row);
            }
        }
    }

    /// The short form of the unit of an indicator.
    pub fn unit(&self, place: usize) -> Localized {
        let unit = self.catalogue.units.get(&self.catalogue.indicators[place].unit.0);
        unit.map(|(_, entry)| entry.name.clone()).unwrap_or_default()
    }
}

/// A number as the page of indicators shows it.
pub fn shown(value: f64) -> Decimal {
    Decimal::parse(&quality::digits(value)).unwrap_or_else(|| Decimal::rounded(value, 4))
}

/// A share in percent with one decimal; a smaller one than a tenth of a percent with two digits that
/// count, so that what differs is not told as zero.
pub fn percent(share: f64) -> Decimal {
    let percent = share * 100.0;
    let size = percent.abs();
    let decimals =
        if size > 0.0 && size < 0.1 { (1.0 - libm::floor(libm::log10(size))) as usize } else { 1 };
    Decimal::rounded(percent, decimals.min(12))
}

/// Makes the table; each point keeps the row of the study or the bytes that it was taken from.
/// Remarks are kept in the language where they have it.
pub fn harmonise(
    catalogue: &Catalogue,
    observations: &[Observation],
    areas: &[Area],
    lang: Lang,
) -> (Table, Left) {
    let mut harmoniser = Harmoniser::new(catalogue);
    let groups = areas.iter().filter(|area| area.aggregate);
    harmoniser.groups(groups.map(|area| area.code.0.as_str()));
    for row in observations {
        let part = |text: &Option<String>| text.clone().unwrap_or_default();
        let (sex, age, education) = (part(&row.sex), part(&row.age), part(&row.education));
        let value = row.obs_value.as_ref().map_or("", |value| value.literal.as_str());
        let is_missing = row.status == Some(ObsStatus::Missing);
        harmoniser.begin(&row.at.file, "");
        harmoniser.give(&Given {
            code: &row.indicator.0,
            area: &row.ref_area.0,
            partner: row.partner_area.as_ref().map_or("", |id| id.0.as_str()),
            sex: &sex,
            age: &age,
            education: &education,
            period: &row.time_period.to_string(),
            value: if is_missing { "" } else { value },
            unit: &row.unit.0,
            source: &row.source.0,
            vintage: row.vintage.as_deref().unwrap_or_default(),
            definition: row.definition.as_ref().map_or("", |id| id.0.as_str()),
            group: &row.series.0,
            answers: row.kind.code(),
            status: row.status.map_or("", ObsStatus::code),
            is_derived: row.derived,
            is_doubtful: row.doubtful,
            is_aim: row.kind == FigureKind::Target,
            // The language of the reader must not decide what counts as computed.
            note: row.note.iter().next().map_or("", |(_, text)| text),
            told_note: row.note.exact(lang).unwrap_or_default(),
            line: row.at.line,
            named: row.at.bytes.as_deref().unwrap_or_default(),
            ..Given::default()
        });
    }
    harmoniser.end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_not_told_as_zero_percent() {
        let told = |share| percent(share).literal;
        assert_eq!((told(0.096_571).as_str(), told(0.0).as_str()), ("9.7", "0.0"));
        assert_eq!((told(0.000_31).as_str(), told(0.000_003_14).as_str()), ("0.031", "0.00031"));
    }
}
