//! Frictionless data packages: `datapackage.json` and its tables, in a folder or in a zip archive.
//!
//! Source: <https://specs.frictionlessdata.io/> and <https://datapackage.org/standard/>.
//!
//! The primary key of a schema are the dimensions; the first field of a type of time is the period,
//! other numbers are measures, what is left are attributes. Without a key it cannot be told what a
//! text is. A cell that the schema lists as missing is no value: what stands there becomes an
//! attribute named `FIELD.missing`, so that `-` and `..` stay apart.

use std::io::BufRead;
use std::path::{Component, Path};

use super::Options;
use super::archive::Archive;
use super::out::Out;
use crate::format::Format;
use crate::json::{Json, Node, Outline, Value};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::records::{Record, Records};
use crate::row::{Mark, Role};
use crate::sheets::Charset;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const PACKAGE: &str = "Frictionless data package";
/// Bytes of memory that `datapackage.json` may take, with the data that stand in it.
const ROOM: usize = 32 << 20;

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let has = |path: &str| outline.has(path);
    (has("resources[].path") || has("resources[].data")).then_some(Format::DataPackage)
}

pub(super) fn tell_entries(names: &[String]) -> Option<Format> {
    names.iter().any(|name| is_descriptor(name)).then_some(Format::DataPackage)
}

fn is_descriptor(name: &str) -> bool {
    name == "datapackage.json" || name.ends_with("/datapackage.json")
}

/// Reads all tables of a package: a row for each record. Each table is a stream and a data set.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = package(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts records of all tables, as `rows`.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("rows", |sink| read(source, &Options::default(), sink))
}

/// Where tables are.
enum Folder {
    Disk(std::path::PathBuf),
    Zip(Box<Archive>, String),
}

fn package(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let (node, mut folder) = if source.packing()? == Packing::Zip {
        let mut archive = Archive::open(source)?;
        let name = archive.names().into_iter().find(|name| is_descriptor(name));
        let name = name.ok_or(Fault::new(Flaw::Shape(PACKAGE, "datapackage.json")))?;
        let node = descriptor(Json::new(archive.stream(&name)?)?, out)?;
        let base = name.strip_suffix("datapackage.json").unwrap_or_default().to_owned();
        (node, Folder::Zip(Box::new(archive), base))
    } else {
        let base = Path::new(source.name()).parent().unwrap_or(Path::new(""));
        (descriptor(super::open_json(source)?, out)?, Folder::Disk(base.to_owned()))
    };
    let resources = node.get("resources").map(Node::items).unwrap_or_default();
    if resources.is_empty() {
        return Err(Fault::new(Flaw::Shape(PACKAGE, "resources")).into());
    }
    for resource in resources {
        let plan = Plan::of(resource, &node);
        let paths: Vec<&str> = match resource.get("path") {
            Some(path) => {
                path.text().into_iter().chain(path.items().iter().filter_map(Node::text)).collect()
            }
            None => Vec::new(),
        };
        if let Some(data) = resource.get("data") {
            // The stream of rows that stand in the descriptor is the descriptor.
            out.stream("", "datapackage.json", matches!(folder, Folder::Zip(..)));
            plan.announce(resource, &node, out);
            inline(data, &plan, out)?;
            continue;
        }
        plan.announce(resource, &node, out);
        for path in paths {
            if !is_safe(path) {
                out.problems.error("stats-package-path", 0, &[("path", path)]);
                continue;
            }
            if !is_table(resource, path) {
                out.problems.warn("stats-package-other", 0, &[("path", path)]);
                continue;
            }
            match &mut folder {
                Folder::Zip(archive, base) => {
                    let name = format!("{base}{path}");
                    if !archive.names().contains(&name) {
                        out.problems.error("stats-package-missing", 0, &[("path", path)]);
                        continue;
                    }
                    out.stream(path, &name, true);
                    one_table(archive.stream(&name)?, &plan, out)?;
                }
                Folder::Disk(base) => {
                    let file = base.join(path);
                    if !file.is_file() {
                        out.problems.error("stats-package-missing", 0, &[("path", path)]);
                        continue;
                    }
                    let table = Source::file(&file);
                    check_hash(resource, path, &table, out)?;
                    out.stream(path, "", table.packing()? == Packing::Gzip);
                    one_table(table.stream()?, &plan, out)?;
                }
            }
        }
    }
    Ok(())
}

fn descriptor(mut json: Json<'_>, out: &mut Out<'_>) -> Result<Node, End> {
    let token = json.next()?;
    let node = json.node(token, &mut { ROOM })?;
    json.next()?;
    out.problems.twice(&json.twice);
    Ok(node)
}

/// Whether a path stays in the folder of the package.
fn is_safe(path: &str) -> bool {
    let is_step = |step: Component<'_>| matches!(step, Component::Normal(_) | Component::CurDir);
    !path.is_empty() && !path.contains([':', '\\']) && Path::new(path).components().all(is_step)
}

fn is_table(resource: &Node, path: &str) -> bool {
    let (format, kind) = (resource.text_of("format"), resource.text_of("mediatype"));
    let path = path.to_ascii_lowercase();
    matches!(format, "csv" | "tsv")
        || kind.starts_with("text/csv")
        || [".csv", ".tsv", ".csv.gz", ".tsv.gz"].iter().any(|end| path.ends_with(end))
}

fn check_hash(resource: &Node, path: &str, table: &Source, out: &mut Out<'_>) -> Result<(), End> {
    if let Some(wanted) = resource.text_of("hash").strip_prefix("sha256:")
        && !table.sha256()?.eq_ignore_ascii_case(wanted)
    {
        out.problems.warn("stats-package-hash", 0, &[("path", path)]);
    }
    Ok(())
}

/// A field of a schema.
#[derive(Debug, Clone)]
struct Field {
    name: String,
    title: String,
    role: Role,
}

/// How a table is to be read.
#[derive(Debug)]
struct Plan {
    fields: Vec<Field>,
    missing: Vec<String>,
    delimiter: u8,
    quote: u8,
    has_header: bool,
    /// `None` where the package names one that is not read.
    charset: Option<Charset>,
    encoding: String,
}

impl Plan {
    fn of(resource: &Node, package: &Node) -> Plan {
        let schema = resource.get("schema");
        let list = |node: Option<&Node>| -> Vec<String> {
            let text = |node: &Node| match &node.value {
                Value::Object(_) => node.text_of("value").to_owned(),
                _ => node.text().unwrap_or_default().to_owned(),
            };
            match node {
                Some(node) if node.text().is_some() => vec![text(node)],
                Some(node) => node.items().iter().map(text).collect(),
                None => Vec::new(),
            }
        };
        let key = list(schema.and_then(|schema| schema.get("primaryKey")));
        let foreign: Vec<String> = schema
            .and_then(|schema| schema.get("foreignKeys"))
            .map(Node::items)
            .unwrap_or_default()
            .iter()
            .flat_map(|key| list(key.get("fields")))
            .collect();
        let mut has_period = false;
        let all = schema.and_then(|schema| schema.get("fields")).map(Node::items);
        let fields = all.unwrap_or_default().iter().map(|field| {
            let (name, kind) = (field.text_of("name"), field.text_of("type"));
            let is_key = key.iter().chain(&foreign).any(|known| known == name);
            let is_time = matches!(kind, "year" | "yearmonth" | "date" | "datetime")
                || ["year", "period", "time", "time_period", "date"]
                    .contains(&name.to_ascii_lowercase().as_str());
            let role = if is_time && !has_period {
                has_period = true;
                Role::Period
            } else if is_key {
                Role::Dimension
            } else if matches!(kind, "number" | "integer") {
                Role::Measure
            } else if key.is_empty() {
                Role::Unresolved
            } else {
                Role::ObservationAttribute
            };
            Field { name: name.to_owned(), title: field.text_of("title").to_owned(), role }
        });
        let fields = fields.collect();
        let missing = schema.and_then(|schema| schema.get("missingValues"));
        let dialect = resource.get("dialect").or_else(|| package.get("dialect"));
        let mark = |key: &str, usual: u8| {
            let text = dialect.map(|dialect| dialect.text_of(key)).unwrap_or_default();
            if let [byte] = text.as_bytes() { *byte } else { usual }
        };
        let encoding = match resource.text_of("encoding") {
            "" | "utf-8-sig" => "utf-8",
            name => name,
        };
        let charset = Charset::of_label(encoding);
        let is_tabs = resource.text_of("format") == "tsv";
        Plan {
            fields,
            missing: if missing.is_some() { list(missing) } else { vec![String::new()] },
            delimiter: mark("delimiter", if is_tabs { b'\t' } else { b',' }),
            quote: mark("quoteChar", b'"'),
            has_header: dialect.is_none_or(|dialect| dialect.text_of("header") != "false"),
            charset: charset.filter(|charset| charset.width() == 1),
            encoding: encoding.to_owned(),
        }
    }

    fn announce(&self, resource: &Node, package: &Node, out: &mut Out<'_>) {
        let sources = package.get("sources").map(Node::items).unwrap_or_default();
        let title = ["title", "name"].map(|key| resource.text_of(key));
        let title = title.iter().find(|title| !title.is_empty()).copied().unwrap_or_default();
        out.data_set(&DataSet {
            id: [package.text_of("name"), resource.text_of("name")].join("/"),
            names: vec![(out.language().to_owned(), title.to_owned())],
            source: sources
                .first()
                .map(|source| source.text_of("title"))
                .unwrap_or_default()
                .to_owned(),
            vintage: package.text_of("version").to_owned(),
            ..DataSet::default()
        });
        for field in &self.fields {
            out.named(&field.name, &field.title);
        }
    }

    /// The fields of the columns: by their names, or by their order where there are no names.
    fn columns(&self, names: Option<&Record>) -> Vec<Field> {
        let Some(names) = names else { return self.fields.clone() };
        let field = |name: &str| {
            let known = self.fields.iter().find(|field| field.name == name).cloned();
            let role = if self.fields.is_empty() { Role::Unresolved } else { Role::Extra };
            known.unwrap_or(Field { name: name.to_owned(), title: String::new(), role })
        };
        names.iter().map(|name| field(name.trim())).collect()
    }

    fn push(&self, field: &Field, cell: &str, out: &mut Out<'_>) {
        let is_missing = self.missing.iter().any(|missing| missing == cell);
        if !is_missing {
            out.some(&field.name, field.role, cell);
        } else if !cell.is_empty() {
            out.push(&format!("{}.missing", field.name), Role::ObservationAttribute, cell);
        }
    }
}

fn one_table(stream: Box<dyn BufRead + '_>, plan: &Plan, out: &mut Out<'_>) -> Result<(), End> {
    let Some(charset) = plan.charset else {
        out.problems.error("stats-package-encoding", 0, &[("name", &plan.encoding)]);
        return Ok(());
    };
    let records = Records::quoted(stream, plan.delimiter, plan.quote)?;
    let mut records = records.in_charset(charset);
    let mut record = Record::default();
    let columns = if plan.has_header {
        if !records.read(&mut record)? {
            return Err(Fault::new(Flaw::Shape(PACKAGE, "header")).into());
        }
        if record.is_open(out.problems) {
            return Ok(());
        }
        plan.columns(Some(&record))
    } else {
        plan.columns(None)
    };
    let names: Vec<String> = columns.iter().map(|field| field.name.clone()).collect();
    while records.read(&mut record)? {
        if !record.is_sound(&names, out.problems) {
            continue;
        }
        out.row.back_to(Mark::default());
        for (place, field) in columns.iter().enumerate() {
            plan.push(field, record.get(place), out);
        }
        out.give(record.start, record.end)?;
    }
    Ok(())
}

/// Rows that stand in the descriptor: objects, or lists whose first one names the columns.
fn inline(data: &Node, plan: &Plan, out: &mut Out<'_>) -> Result<(), End> {
    let mut columns: Option<Vec<Field>> = None;
    for item in data.items() {
        out.clear();
        if item.members().is_empty() {
            let Some(columns) = &columns else {
                let names = item.items().iter().map(|name| name.text().unwrap_or_default());
                let fields = names.map(|name| {
                    let known = plan.fields.iter().find(|field| field.name == name).cloned();
                    known.unwrap_or(Field {
                        name: name.to_owned(),
                        title: String::new(),
                        role: Role::Unresolved,
                    })
                });
                columns = Some(fields.collect());
                continue;
            };
            for (field, cell) in columns.iter().zip(item.items()) {
                plan.push(field, cell.text().unwrap_or_default(), out);
            }
        }
        for member in item.members() {
            let known = plan.fields.iter().find(|field| field.name == member.key);
            let role = known.map_or(Role::Unresolved, |field| field.role);
            let field = Field { name: member.key.clone(), title: String::new(), role };
            plan.push(&field, member.node.text().unwrap_or_default(), out);
        }
        out.give(item.start, item.end)?;
    }
    Ok(())
}
