//! What the columns of a file are: by a layout of the catalogue that knows the file, else by the
//! names that columns usually have.

use std::collections::BTreeMap;

use daryn_stats::codes::area::Scheme;
use daryn_stats::{Action, Components, DataSet, Place, Role, Row, Sink, Stop, Stream};

use super::{Given, Harmoniser, first};
use crate::catalogue::{Catalogue, Layout};
use crate::table::File;

/// Roles, and the names that columns usually have, in the order of preference.
const USUAL: [(&str, &[&str]); 18] = [
    (
        "indicator",
        &[
            "indicator",
            "indicator_id",
            "indicatorid",
            "series",
            "series_code",
            "seriescode",
            "indicator code",
            "measure",
        ],
    ),
    (
        "area",
        &[
            "ref_area",
            "iso3",
            "iso3code",
            "iso3c",
            "countrycode",
            "country_code",
            "country code",
            "countryiso3code",
            "country_id",
            "geounit",
            "geo_unit",
            "geoareacode",
            "m49",
            "area",
            "geo",
            "country",
            "destination_iso3",
            "destination",
        ],
    ),
    (
        "partner",
        &["partner_area", "partner", "counterpart_area", "counterpart", "origin", "citizen"],
    ),
    ("period", &["time_period", "year", "period", "time", "date", "timeperiod"]),
    ("value", &["obs_value", "value", "score", "stock", "values"]),
    ("sex", &["sex"]),
    ("age", &["age"]),
    ("education", &["education", "specialty", "field", "level", "edu"]),
    ("detail", &["dims", "dimensions", "disaggregation"]),
    ("unit", &["unit_measure", "unit", "units"]),
    ("source", &["source", "publisher", "source_id"]),
    ("vintage", &["vintage", "release", "edition", "last_updated", "lastupdated"]),
    ("definition", &["definition"]),
    ("group", &["comparable_group"]),
    ("status", &["obs_status", "status", "qualifier", "obs_flag", "flag"]),
    ("nature", &["nature", "[nature]"]),
    ("note", &["note", "footnote", "comment", "note_en"]),
    ("answers", &["kind"]),
];
/// Columns of yes and no.
const FLAGS: [&str; 2] = ["derived", "doubtful"];

/// Numbers of the components of a file by what they are.
#[derive(Debug, Default, Clone)]
struct Plan {
    roles: BTreeMap<&'static str, u32>,
    /// Components that hold values, with the codes that they mean.
    values: Vec<(u32, String)>,
    /// Name of the series: `comparable_group`, or `series` where the code stands elsewhere.
    fixed: BTreeMap<String, String>,
    scheme: Option<Scheme>,
    /// How many components there were when it was made.
    known: usize,
    /// Components that are something already, and all names.
    known_as: Vec<u32>,
    names: Vec<String>,
    /// Whether it tells the releases of series and has no observations.
    is_beside: bool,
    vintage: String,
}

/// Takes the rows of one file.
pub struct FileSink<'b, 'a> {
    harmoniser: &'b mut Harmoniser<'a>,
    name: String,
    plan: Option<Plan>,
    rows: usize,
    /// Rows that became observations or told a release.
    used: usize,
    flow: String,
    file_of: &'b mut dyn FnMut(&Stream) -> File,
    /// Numbers of streams in their files.
    streams: Vec<u32>,
}

impl<'b, 'a> FileSink<'b, 'a> {
    pub(super) fn new(
        harmoniser: &'b mut Harmoniser<'a>,
        name: &str,
        file_of: &'b mut dyn FnMut(&Stream) -> File,
    ) -> FileSink<'b, 'a> {
        let (name, flow, streams) = (name.to_owned(), String::new(), Vec::new());
        FileSink { harmoniser, name, plan: None, rows: 0, used: 0, flow, file_of, streams }
    }

    /// Ends a file; one without observations is listed as left out.
    pub fn end(self) {
        if self.used == 0 {
            self.harmoniser.left.files.push(self.name);
        }
    }

    /// Part of the file's name that names its source: without folder and endings.
    fn stem(name: &str) -> &str {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        name.split('.').next().unwrap_or(name)
    }
}

impl Plan {
    fn new(catalogue: &Catalogue, components: &Components, name: &str, has_measure: bool) -> Plan {
        let names: Vec<String> =
            components.names().iter().map(|name| name.trim().to_lowercase()).collect();
        let find = |name: &str| {
            names.iter().position(|own| own == &name.to_lowercase()).map(|at| at as u32)
        };
        let layout = catalogue
            .layouts
            .iter()
            .find(|layout| layout.columns.iter().all(|column| find(column).is_some()));
        let mut plan = Plan { known: names.len(), ..Plan::default() };
        for (role, usual) in USUAL {
            let own = layout.and_then(|layout| first(&layout.roles, role));
            let at = match own {
                Some("") => None,
                Some(own) => find(own),
                None => usual.iter().find_map(|name| find(name)),
            };
            if let Some(at) = at {
                plan.roles.insert(role, at);
            }
        }
        for flag in FLAGS {
            if let Some(at) = find(flag) {
                plan.roles.insert(flag, at);
            }
        }
        // A study names its series so, beside the indicator.
        if plan.roles.get("indicator") != find("series").as_ref()
            && !plan.roles.contains_key("group")
            && let Some(at) = find("series")
        {
            plan.roles.insert("group", at);
        }
        if let Some(layout) = layout {
            plan.apply(layout, &find, name);
        }
        plan.known_as = plan.roles.values().copied().collect();
        plan.names = components.names().to_vec();
        let has_value = has_measure || plan.roles.contains_key("value") || !plan.values.is_empty();
        let has_period = plan.roles.contains_key("period") || has_measure;
        plan.is_beside = (!has_value || !has_period)
            && plan.roles.contains_key("indicator")
            && plan.roles.contains_key("vintage");
        plan
    }

    fn apply(&mut self, layout: &Layout, find: &dyn Fn(&str) -> Option<u32>, name: &str) {
        for (column, code) in &layout.values.0 {
            if let (Some(at), Some(code)) = (find(column), code.first()) {
                self.values.push((at, code.clone()));
            }
        }
        for name in layout.fixed.0.keys() {
            self.fixed.insert(name.clone(), first(&layout.fixed, name).unwrap_or_default().into());
        }
        self.scheme = match layout.scheme.as_deref() {
            Some("undesa") => Some(Scheme::UnDesa),
            Some("unsdg") => Some(Scheme::UnSdg),
            Some("m49") => Some(Scheme::M49),
            _ => None,
        };
        if layout.release_in_name == Some(true) {
            self.vintage = year_in(FileSink::stem(name)).unwrap_or_default().to_owned();
        }
    }

    fn fixed(&self, name: &str) -> &str {
        self.fixed.get(name).map_or("", String::as_str)
    }
}

/// The first four digits in a row that may be a year.
fn year_in(name: &str) -> Option<&str> {
    let mut rest = name;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        rest = &rest[at..];
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        if end == 4 && (rest.starts_with("19") || rest.starts_with("20")) {
            return Some(&rest[..4]);
        }
        rest = &rest[end..];
    }
    None
}

impl Sink for FileSink<'_, '_> {
    fn stream(&mut self, stream: &Stream) {
        let File { name, sha256 } = (self.file_of)(stream);
        self.harmoniser.begin(&name, &sha256);
        let place = self.streams.len() as u32;
        self.streams.push(stream.number.unwrap_or(place));
    }

    fn data_set(&mut self, data_set: &DataSet) {
        data_set.id.clone_into(&mut self.flow);
        // Another data set may have other columns.
        self.plan = None;
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.rows += 1;
        if row.action == Action::Delete {
            return Ok(());
        }
        let is_old = self.plan.as_ref().is_none_or(|plan| plan.known < components.names().len());
        if is_old {
            let catalogue = self.harmoniser.catalogue;
            let has_measure = row.value().is_some();
            self.plan = Some(Plan::new(catalogue, components, &self.name, has_measure));
        }
        let Some(plan) = self.plan.take() else { return Ok(()) };
        self.taken(row, &plan);
        self.plan = Some(plan);
        Ok(())
    }
}

impl FileSink<'_, '_> {
    fn taken(&mut self, row: &Row, plan: &Plan) {
        // By number, so that a row is gone through once.
        let mut cells: Vec<&str> = vec![""; plan.known];
        let mut levels: Vec<u8> = vec![0; plan.known];
        let (mut measure, mut period, mut detail) = ("", "", String::new());
        for (part, value) in row.parts() {
            let at = part.component as usize;
            let level = part.role.level() + 1;
            if at < cells.len() && levels[at] < level {
                (cells[at], levels[at]) = (value, level);
            }
            if part.role == Role::Dimension && !plan.known_as.contains(&part.component) {
                if !detail.is_empty() {
                    detail.push(';');
                }
                detail.push_str(plan.names.get(at).map_or("", String::as_str));
                detail.push('=');
                detail.push_str(value);
            }
            match part.role {
                Role::Measure if measure.is_empty() => measure = value,
                Role::Period => period = value,
                _ => {}
            }
        }
        let cell = |role: &str| {
            plan.roles.get(role).map_or("", |at| cells.get(*at as usize).copied().unwrap_or(""))
        };
        let or_fixed = |role: &'static str| match cell(role) {
            "" => plan.fixed(role),
            found => found,
        };
        if plan.is_beside {
            self.harmoniser
                .releases
                .insert(cell("indicator").to_lowercase(), cell("vintage").to_owned());
            self.used += 1;
            return;
        }
        let period = if period.is_empty() { or_fixed("period") } else { period };
        if period.is_empty() {
            return;
        }
        let is_yes = |role: &str| matches!(cell(role), "yes" | "true" | "1" | "да" | "иә");
        let status = match cell("status") {
            "" => cell("nature"),
            status => status,
        };
        // A row of a table of countries that names none is of nobody.
        let is_table = row.parts().any(|(part, _)| part.role == Role::Unresolved);
        if is_table && plan.roles.contains_key("area") && cell("area").is_empty() {
            self.harmoniser.tell("indicators-no-area", "", 0);
            return;
        }
        let area = match or_fixed("area") {
            "" => self.harmoniser.catalogue.area.as_deref().unwrap_or(""),
            area => area,
        };
        let source = match or_fixed("source") {
            "" => FileSink::stem(&self.name).to_owned(),
            source => source.to_owned(),
        };
        let code = match or_fixed("indicator") {
            "" if !self.flow.is_empty() => self.flow.as_str(),
            // Values without a name are those of their file.
            "" => FileSink::stem(&self.name),
            code => code,
        };
        let vintage = match or_fixed("vintage") {
            "" => plan.vintage.as_str(),
            vintage => vintage,
        };
        let answers = cell("answers");
        let stream = self.streams.get(row.place.stream as usize).copied();
        let stream = stream.unwrap_or(row.place.stream);
        let given = Given {
            code,
            area,
            partner: or_fixed("partner"),
            scheme: plan.scheme,
            sex: cell("sex"),
            age: cell("age"),
            education: cell("education"),
            detail: if detail.is_empty() { cell("detail") } else { &detail },
            period,
            value: "",
            unit: or_fixed("unit"),
            source: &source,
            vintage,
            definition: cell("definition"),
            group: cell("group"),
            answers,
            status,
            is_nature: cell("status").is_empty(),
            is_derived: is_yes("derived"),
            is_doubtful: is_yes("doubtful"),
            is_aim: answers == "target",
            note: cell("note"),
            told_note: "",
            line: 0,
            bytes: Place { stream, ..row.place },
            named: "",
        };
        if plan.values.is_empty() {
            let value = if measure.is_empty() { cell("value") } else { measure };
            self.harmoniser.give(&Given { value, ..given });
            self.used += 1;
            return;
        }
        for (at, code) in &plan.values {
            let value = cells.get(*at as usize).copied().unwrap_or("");
            self.harmoniser.give(&Given { code, value, unit: "", ..given.clone() });
        }
        self.used += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_release_is_found_in_a_name() {
        assert_eq!(year_in("unsdg_series_2020"), Some("2020"));
        assert_eq!(year_in("undesa_ims2019_bilateral"), Some("2019"));
        assert_eq!(year_in("data_12345_2021x"), Some("2021"));
        assert_eq!(year_in("wdi_core"), None);
        assert_eq!(FileSink::stem("a/b/wdi_core.csv.gz"), "wdi_core");
    }
}
