//! The statistics of a study as the harmonised table of indicators.

use daryn_indicators::{Catalogue, Given, Harmoniser, Left, Table};
use daryn_model::records::{Area, FigureKind, ObsStatus, Observation};

/// Makes the table; each point keeps the row of the study or the bytes that it was taken from.
pub fn harmonise(
    catalogue: &Catalogue,
    observations: &[Observation],
    areas: &[Area],
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
            note: row.note.iter().next().map_or("", |(_, text)| text),
            line: row.at.line,
            named: row.at.bytes.as_deref().unwrap_or_default(),
            ..Given::default()
        });
    }
    harmoniser.end()
}
