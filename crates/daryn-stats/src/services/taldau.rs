//! Taldau, the statistical base of the Bureau of National Statistics of Kazakhstan: JSON.
//!
//! An answer alone says little: which index it is, what its dimensions are called and which dates
//! its columns mean stands in other answers. [`read_table`] takes them together. Data are in the
//! answers of `GetIndexData` (a row for each period, which is its place) and `GetIndexTreeData` (a
//! row for each member `y122000`, which is its place); the answers of `GetSegmentList`,
//! `GetIndexPeriods`, `GetIndexAttributes`, `GetPeriodList` and `Search` give names.
//!
//! Names are trimmed: blanks before them are an indent, and blanks behind names of members are an
//! error of the service. `x` (confidential), `-` (no event) and `...` (not available) stay as they
//! are; an empty value means that there is no such period, and gives no row. The decimal mark is a
//! comma in some answers and a point in others, blanks part thousands: `NUMBER` is the number where
//! it is written in another way. A date is the last day of a period and does not tell how long it is:
//! `PERIOD` is the period where its name or the only type of periods says so.

use std::collections::{BTreeMap, BTreeSet};

use super::out::Out;
use super::{Options, ROOM, open_json};
use crate::codes::period::{self, TimePeriod};
use crate::format::Format;
use crate::json::{Json, Node, Outline, Token};
use crate::number::{DecimalMark, Meaning, read as number};
use crate::problems::{End, Flaw, Problems};
use crate::reading::count_rows;
use crate::row::Role;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let has = |paths: &[&str]| paths.iter().all(|path| outline.has(path));
    let is_data = has(&["[].terms", "[].periods"])
        || has(&["[].id", "[].text", "[].leaf"])
        || has(&["[].dicId", "[].termIds"])
        || has(&["dateList", "periodNameList"])
        || has(&["id", "namePath", "measureName"])
        || has(&["total", "results[].id"]);
    is_data.then_some(Format::TaldauJson)
}

/// Reads one answer.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    read_table(std::slice::from_ref(source), options, sink)
}

/// Reads answers that belong together: a row for each value. Each is a stream, in their order.
pub fn read_table(sources: &[Source], options: &Options, sink: &mut dyn Sink) -> Told {
    let name = sources.first().map(Source::name).unwrap_or_default();
    let mut problems = Problems::of(name);
    let mut told = Told::default();
    let mut out = Out::new(sink, &mut problems, options);
    let mut known = Known::default();
    let mut result = Ok(());
    for source in sources {
        result = known.learn(source, &mut out);
        if result.is_err() {
            break;
        }
    }
    if result.is_ok() {
        out.data_set(&known.data_set());
        for source in sources {
            result = data(source, &known, &mut out);
            if result.is_err() {
                break;
            }
        }
    }
    if result.is_ok() && known.is_data && out.rows == 0 {
        out.problems.warn("stats-service-empty", 0, &[]);
    }
    told.problems.extend(problems.end(result).problems);
    told
}

/// Counts values, as `observations`.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read(source, &Options::default(), sink))
}

/// What answers say of an index.
#[derive(Debug, Default)]
struct Known {
    index: Option<(String, String)>,
    measure: String,
    /// Identifiers of the dimensions of each segment.
    segments: Vec<Vec<String>>,
    /// Dates by the codes of columns: `122000` is `31.12.2000`.
    dates: BTreeMap<String, String>,
    /// Types of periods: month, quarter, year, ...
    types: BTreeSet<u32>,
    is_data: bool,
}

/// Parts of a list in one text.
fn parts(text: &str) -> Vec<&str> {
    text.split([',', '+']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

impl Known {
    fn data_set(&self) -> DataSet {
        let (id, name) = self.index.clone().unwrap_or_default();
        let names = Some((String::new(), name)).filter(|(_, name)| !name.is_empty());
        DataSet {
            id,
            names: names.into_iter().collect(),
            source: "BNS".to_owned(),
            ..DataSet::default()
        }
    }

    fn learn(&mut self, source: &Source, out: &mut Out<'_>) -> Result<(), End> {
        let mut json = open_json(source)?;
        match json.next()? {
            Token::ArrayStart => out.each(&mut json, |out, node| {
                self.item(node, out);
                Ok(())
            })?,
            token @ Token::ObjectStart => {
                let node = json.node(token, &mut { ROOM })?;
                self.object(&node, out);
            }
            _ => return Err(json.fault(Flaw::Shape("Taldau JSON", "terms, periods")).into()),
        }
        json.next()?;
        out.problems.twice(&json.twice);
        Ok(())
    }

    fn item(&mut self, node: &Node, out: &mut Out<'_>) {
        self.is_data |= node.get("periods").is_some() || node.get("leaf").is_some();
        if node.get("dicId").is_some() {
            let dimensions = parts(node.text_of("dicId"));
            let names = node.text_of("names").split('+');
            for (id, name) in dimensions.iter().zip(names) {
                out.named(id, name.trim());
            }
            let terms = parts(node.text_of("termIds"));
            let names = node.text_of("termNames").split('+');
            for ((id, term), name) in dimensions.iter().zip(terms).zip(names) {
                out.label(id, term, name.trim());
            }
            self.segments.push(dimensions.into_iter().map(str::to_owned).collect());
        } else if node.get("name").is_some() {
            self.types.extend(node.text_of("id").parse::<u32>());
            out.label("period_type", node.text_of("id"), node.text_of("name").trim());
        }
    }

    fn object(&mut self, node: &Node, out: &mut Out<'_>) {
        let list = |key: &str| node.get(key).map(Node::items).unwrap_or_default();
        let text = |node: &Node| node.text().unwrap_or_default().trim().to_owned();
        for (place, code) in list("dateList").iter().enumerate() {
            let code = text(code);
            let date = list("datesToDraw").get(place).map(text).unwrap_or_default();
            let name = list("periodNameList").get(place).map(text).unwrap_or_default();
            out.label("period", if date.is_empty() { &code } else { &date }, &name);
            if !date.is_empty() {
                self.dates.insert(code, date);
            }
        }
        for found in list("results") {
            let name = ["Name", "name"].map(|key| found.text_of(key)).concat();
            out.label("index", found.text_of("id"), name.trim());
        }
        if node.get("measureName").is_some() {
            node.text_of("measureName").trim().clone_into(&mut self.measure);
            let (id, name) =
                (node.text_of("id").to_owned(), node.text_of("name").trim().to_owned());
            out.label("index", &id, &name);
            self.index = Some((id, name));
        }
    }

    /// Names of as many dimensions.
    fn dimensions(&self, count: usize) -> Vec<String> {
        let segment = self.segments.iter().find(|segment| segment.len() == count);
        match segment {
            Some(segment) => segment.clone(),
            None if count == 1 => vec!["term".to_owned()],
            None => (1..=count).map(|number| format!("term{number}")).collect(),
        }
    }

    /// The period that ends with a month, `MMYYYY` or the date of its last day, by its name, or by
    /// the type of periods where there is one only.
    fn period(&self, end: &str, name: &str) -> Option<TimePeriod> {
        let code = match end.get(2..).and_then(|rest| rest.strip_prefix('.')) {
            Some(rest) => rest.replace('.', ""),
            None => end.to_owned(),
        };
        let fits = |period: &TimePeriod| {
            let end = period.end();
            format!("{:02}{:04}", end.month.unwrap_or_default(), end.year) == code
        };
        let by_name = period::parse_words(name).filter(fits);
        let mut types = self.types.iter();
        by_name.or_else(|| match (types.next(), types.next()) {
            (Some(only), None) => period::of_taldau(*only, &code).filter(fits),
            _ => None,
        })
    }

    /// Adds what holds for all rows.
    fn begin(&self, out: &mut Out<'_>) {
        out.clear();
        if let Some((id, _)) = &self.index {
            out.some("index", Role::Dimension, id);
        }
    }
}

fn data(source: &Source, known: &Known, out: &mut Out<'_>) -> Result<(), End> {
    out.stream("", "", source.packing()? == Packing::Gzip);
    let mut json: Json<'_> = open_json(source)?;
    if json.next()? != Token::ArrayStart {
        return Ok(());
    }
    out.each(&mut json, |out, node| {
        if let Some(periods) = node.get("periods") {
            return index_data(node, periods.items(), known, out);
        }
        if node.get("leaf").is_some() || node.get("text").is_some() {
            return tree_data(node, known, out);
        }
        Ok(())
    })
}

/// An item of `GetIndexData`.
fn index_data(node: &Node, periods: &[Node], known: &Known, out: &mut Out<'_>) -> Result<(), End> {
    let list = |key: &str| node.get(key).map(Node::items).unwrap_or_default();
    let (terms, names) = (list("terms"), list("termNames"));
    let dimensions = known.dimensions(terms.len());
    known.begin(out);
    for (place, (dimension, term)) in dimensions.iter().zip(terms).enumerate() {
        let code = term.text().unwrap_or_default();
        out.some(dimension, Role::Dimension, code);
        let name = names.get(place).and_then(Node::text).unwrap_or_default();
        out.label(dimension, code, name.trim());
    }
    for member in node.members() {
        let key = member.key.trim();
        if !["terms", "termNames", "periods"].contains(&key) {
            out.node(key, Role::Extra, &member.node);
        }
    }
    out.some("measureName", Role::SeriesAttribute, &known.measure);
    let series = out.row.mark();
    for period in periods {
        let value = period.text_of("value");
        if value.is_empty() {
            continue;
        }
        out.row.back_to(series);
        let (date, name) = (period.text_of("date"), period.text_of("name").trim());
        out.some("period", Role::Period, if date.is_empty() { name } else { date });
        out.label("period", date, name);
        out.push("value", Role::Measure, value);
        plain_number(value, out);
        out.period(date, |date| known.period(date, name));
        for member in period.members() {
            let key = member.key.trim();
            if !["name", "date", "value"].contains(&key) {
                out.node(key, Role::ObservationAttribute, &member.node);
            }
        }
        out.give(period.start, period.end)?;
    }
    Ok(())
}

/// Adds the number where it is written in another way than programs write it. Thousands are parted
/// by blanks only: a comma is the decimal mark.
fn plain_number(value: &str, out: &mut Out<'_>) {
    let pointed = value.replace(',', ".");
    if let Meaning::Number(number) = number(&pointed, Some(DecimalMark::Point)).meaning
        && number.literal != value
    {
        out.push("NUMBER", Role::Extra, &number.literal);
    }
}

/// The code of a period in the name of a member: `y122000`.
fn column(key: &str) -> Option<&str> {
    let code = key.trim().strip_prefix('y')?;
    (code.len() >= 5 && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

/// An item of `GetIndexTreeData`.
fn tree_data(node: &Node, known: &Known, out: &mut Out<'_>) -> Result<(), End> {
    let dimension = known.dimensions(1).swap_remove(0);
    let id = node.text_of("id");
    known.begin(out);
    out.some(&dimension, Role::Dimension, id);
    out.label(&dimension, id, node.text_of("text").trim());
    let own = node.text_of("measureName").trim();
    out.some(
        "measureName",
        Role::SeriesAttribute,
        if own.is_empty() { &known.measure } else { own },
    );
    for member in node.members() {
        let key = member.key.trim();
        let is_period = key.bytes().all(|byte| byte.is_ascii_digit()) || column(key).is_some();
        if !is_period && !["id", "text", "measureName"].contains(&key) {
            out.node(key, Role::Extra, &member.node);
        }
    }
    let series = out.row.mark();
    for member in node.members() {
        let (Some(code), value) = (column(&member.key), member.node.text().unwrap_or_default())
        else {
            continue;
        };
        if value.is_empty() {
            continue;
        }
        out.row.back_to(series);
        let date = known.dates.get(code);
        out.push("period", Role::Period, date.map_or(code, String::as_str));
        out.push("value", Role::Measure, value);
        plain_number(value, out);
        out.period(code, |code| known.period(code, node.text_of(code)));
        if let Some(date) = date {
            out.push("period_code", Role::ObservationAttribute, code);
            out.label("period", date, node.text_of(code).trim());
        } else {
            out.label("period", code, node.text_of(code).trim());
        }
        out.give(member.start, member.node.end)?;
    }
    Ok(())
}
