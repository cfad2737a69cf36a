//! What an answer is about: its rows with their areas and years, whatever the format.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::Download;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::connector::{Answer, Query};

/// What was seen in an answer, over all of its pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    /// Number of rows.
    pub(crate) rows: usize,
    /// Areas, as they compare.
    pub(crate) areas: BTreeSet<String>,
    /// Years.
    pub(crate) years: BTreeSet<i64>,
    /// What lies outside of what was asked: the name of what was asked, and examples.
    pub(crate) outside: BTreeMap<String, BTreeSet<String>>,
}

/// Why a text could not be read to its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It ends too soon.
    Cut,
    /// It is something else.
    Bad(String),
}

/// What XML holds beside its rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Xml {
    /// Name of the outermost element.
    pub(crate) root: String,
    /// Code and texts of the messages in its footer, and of an error.
    pub(crate) messages: Vec<(String, String)>,
}

/// What was asked, as it compares: made once for all rows of a page.
struct Asked<'d> {
    areas: BTreeSet<String>,
    from: i64,
    to: i64,
    parameters: BTreeMap<&'d str, BTreeSet<String>>,
}

impl Asked<'_> {
    fn of(download: &Download) -> Asked<'_> {
        let set = |codes: &[String]| codes.iter().map(|code| comparable(code)).collect();
        let parameters = download.parameters.0.iter();
        Asked {
            areas: set(&download.areas),
            from: download.from.unwrap_or(i64::MIN),
            to: download.to.unwrap_or(i64::MAX),
            parameters: parameters.map(|(name, values)| (name.as_str(), set(values))).collect(),
        }
    }
}

/// Most examples of what lies outside.
const EXAMPLES: usize = 5;

impl Seen {
    /// Looks at the rows of JSON.
    pub(crate) fn json(&mut self, root: &Value, query: &Query, download: &Download) {
        let answer = &query.answer;
        let rows: Vec<&Value> = match root.pointer(&answer.rows) {
            Some(Value::Array(rows)) => rows.iter().collect(),
            Some(Value::Object(_)) if answer.rows.is_empty() => vec![root],
            _ => Vec::new(),
        };
        let asked = Asked::of(download);
        for row in rows {
            let all = |pointers: &[String]| -> Vec<String> {
                pointers.iter().flat_map(|pointer| texts(root, row, pointer)).collect()
            };
            let echoes = answer.echo.iter().map(|(name, pointers)| (name.as_str(), all(pointers)));
            self.row(&asked, &all(&answer.area), &all(&answer.year), echoes.collect());
        }
    }

    /// Looks at the rows of a table, and gives the names of its columns.
    pub(crate) fn table(
        &mut self,
        text: &str,
        answer: &Answer,
        download: &Download,
    ) -> Result<Vec<String>, Unread> {
        let first = text.lines().next().unwrap_or_default();
        let count = |c: char| first.matches(c).count();
        let delimiter = [',', ';', '\t'].into_iter().max_by_key(|c| count(*c)).unwrap_or(',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter as u8)
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().map_err(|error| Unread::Bad(error.to_string()))?.clone();
        // SDMX-CSV may write `ID: Label` for a column and a cell.
        let id = |cell: &str| cell.split(": ").next().unwrap_or(cell).trim().to_owned();
        let columns: Vec<String> = header.iter().map(id).collect();
        let places = |names: &[String]| -> Vec<usize> {
            let is_named = |column: &String| {
                names.iter().any(|name| name.eq_ignore_ascii_case(column.trim_matches(['[', ']'])))
            };
            (0..columns.len()).filter(|place| is_named(&columns[*place])).collect()
        };
        let (areas, years) = (places(&answer.area), places(&answer.year));
        let echo: Vec<(&str, Vec<usize>)> =
            answer.echo.iter().map(|(name, columns)| (name.as_str(), places(columns))).collect();
        let asked = Asked::of(download);
        let mut last = header.len();
        for record in reader.records() {
            let record = record.map_err(|error| Unread::Bad(error.to_string()))?;
            last = record.len();
            let all = |places: &[usize]| -> Vec<String> {
                places.iter().filter_map(|place| record.get(*place)).map(id).collect()
            };
            let echoes = echo.iter().map(|(name, places)| (*name, all(places))).collect();
            self.row(&asked, &all(&areas), &all(&years), echoes);
        }
        // The last row of a whole table has all its cells, or at least an end.
        if last < header.len() && !text.ends_with(['\n', '\r']) {
            return Err(Unread::Cut);
        }
        Ok(columns)
    }

    /// Looks at the rows of XML.
    pub(crate) fn xml(
        &mut self,
        text: &str,
        answer: &Answer,
        download: &Download,
    ) -> Result<Xml, Unread> {
        let asked = Asked::of(download);
        let mut xml = Xml::default();
        let mut reader = Reader::from_str(text);
        let mut open: Vec<String> = Vec::new();
        // Area of the series around, which its rows share.
        let mut series: Vec<String> = Vec::new();
        let (mut areas, mut years) = (Vec::new(), Vec::new());
        loop {
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(quick_xml::Error::Syntax(_)) => return Err(Unread::Cut),
                Err(error) => return Err(Unread::Bad(error.to_string())),
            };
            match event {
                Event::Start(element) | Event::Empty(element)
                    if open.is_empty() && xml.root.is_empty() =>
                {
                    xml.root = local(&element);
                    open.push(xml.root.clone());
                    if text[..reader.buffer_position() as usize].ends_with("/>") {
                        open.pop();
                    }
                }
                Event::Start(element) => {
                    let name = local(&element);
                    if name == "Series" || name == "Obs" {
                        if name == "Series" {
                            series.clear();
                        }
                        (areas, years) = (Vec::new(), Vec::new());
                    }
                    look_at(&element, &name, answer, &mut areas, &mut years, &mut xml);
                    open.push(name);
                }
                Event::Empty(element) => {
                    let name = local(&element);
                    if name == answer.rows {
                        (areas, years) = (Vec::new(), Vec::new());
                    }
                    look_at(&element, &name, answer, &mut areas, &mut years, &mut xml);
                    if name == answer.rows {
                        let areas = if areas.is_empty() { &series } else { &areas };
                        self.row(&asked, areas, &years, Vec::new());
                    }
                }
                Event::End(_) => {
                    let name = open.pop().unwrap_or_default();
                    if let Some((_, said)) = xml.messages.last_mut() {
                        said.push(' ');
                    }
                    if name == answer.rows {
                        let areas = if areas.is_empty() { &series } else { &areas };
                        self.row(&asked, areas, &years, Vec::new());
                        years.clear();
                    } else if name == "SeriesKey" {
                        series = std::mem::take(&mut areas);
                    }
                }
                Event::Text(words) => say(&open, &mut xml, &words),
                Event::CData(words) => say(&open, &mut xml, &words),
                // `&amp;` in an address is an event of its own.
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(c)) => say(&open, &mut xml, c.encode_utf8(&mut [0; 4])),
                    _ => {
                        let known = quick_xml::escape::resolve_predefined_entity(&name);
                        say(&open, &mut xml, known.unwrap_or_default());
                    }
                },
                Event::Eof => break,
                _ => {}
            }
            if open.last().is_some_and(|name| name == "Series") && !areas.is_empty() {
                series = std::mem::take(&mut areas);
            }
        }
        if open.is_empty() && !xml.root.is_empty() { Ok(xml) } else { Err(Unread::Cut) }
    }

    /// Takes a row into account.
    fn row(
        &mut self,
        asked: &Asked<'_>,
        areas: &[String],
        years: &[String],
        echoes: Vec<(&str, Vec<String>)>,
    ) {
        self.rows += 1;
        let codes: Vec<String> = areas.iter().map(|area| comparable(area)).collect();
        if let Some(area) = areas.first()
            && !asked.areas.is_empty()
            && !codes.iter().any(|code| asked.areas.contains(code))
        {
            self.strange("areas", area);
        }
        self.areas.extend(codes);
        for year in years.iter().filter_map(|text| year(text)) {
            if !(asked.from..=asked.to).contains(&year) {
                self.strange("years", &year.to_string());
            }
            self.years.insert(year);
        }
        for (name, found) in echoes {
            let Some(asked) = asked.parameters.get(name) else { continue };
            let same = |text: &String| asked.contains(&comparable(text));
            if !found.is_empty() && !found.iter().any(same) {
                self.strange(name, &found[0]);
            }
        }
    }

    fn strange(&mut self, what: &str, found: &str) {
        let examples = self.outside.entry(what.to_owned()).or_default();
        if examples.len() < EXAMPLES {
            examples.insert(found.chars().take(60).collect());
        }
    }

    /// Areas that were asked and are not there.
    pub(crate) fn areas_missing<'d>(&self, download: &'d Download) -> Vec<&'d str> {
        let missing = |area: &&String| !self.areas.contains(&comparable(area));
        download.areas.iter().filter(missing).map(String::as_str).collect()
    }

    /// Years that were asked and are not there.
    pub(crate) fn years_missing(&self, download: &Download) -> Vec<i64> {
        match (download.from, download.to) {
            (Some(from), Some(to)) if to.saturating_sub(from) < 1000 => {
                (from..=to).filter(|year| !self.years.contains(year)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Adds words to the message that is open.
fn say(open: &[String], xml: &mut Xml, words: &str) {
    let in_message = open.iter().any(|name| name == "Message" || name == "ErrorMessage");
    if let (true, Some((_, said))) = (in_message, xml.messages.last_mut()) {
        said.push_str(words);
    }
}

/// Attributes of an element that tell areas, years and messages.
fn look_at(
    element: &BytesStart<'_>,
    name: &str,
    answer: &Answer,
    areas: &mut Vec<String>,
    years: &mut Vec<String>,
    xml: &mut Xml,
) {
    let attributes: Vec<(String, String)> = element
        .attributes()
        .flatten()
        .map(|attribute| {
            let key = attribute.key.local_name().as_ref().to_owned();
            (key, attribute.value.into_owned())
        })
        .collect();
    let get = |key: &str| attributes.iter().find(|(name, _)| name == key).map(|(_, v)| v.clone());
    for (key, value) in &attributes {
        if answer.area.contains(key) {
            areas.push(value.clone());
        }
        if answer.year.contains(key) {
            years.push(value.clone());
        }
    }
    // Generic data name the dimension in an attribute of its own.
    match (name, get("id"), get("value")) {
        ("Value", Some(id), Some(value)) if answer.area.contains(&id) => areas.push(value),
        ("Value", Some(id), Some(value)) if answer.year.contains(&id) => years.push(value),
        ("ObsDimension", None, Some(value)) => years.push(value),
        ("ObsDimension", Some(id), Some(value)) if answer.year.contains(&id) => years.push(value),
        _ => {}
    }
    if name == "Message" || name == "ErrorMessage" {
        xml.messages.push((get("code").unwrap_or_default(), String::new()));
    }
}

fn local(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_owned()
}

/// The texts at a pointer of a row, or of the whole where it begins with `^`. `*` stands for every
/// item and `#` for the names of an object.
pub(crate) fn texts(root: &Value, row: &Value, pointer: &str) -> Vec<String> {
    let (mut values, path) = match pointer.strip_prefix('^') {
        Some(path) => (vec![root], path),
        None => (vec![row], pointer),
    };
    for part in path.split('/').skip(1) {
        if part == "#" {
            let names = values.iter().filter_map(|value| value.as_object());
            return names.flat_map(|object| object.keys().cloned()).collect();
        }
        let part = part.replace("~1", "/").replace("~0", "~");
        values = values
            .into_iter()
            .flat_map(|value| match value {
                Value::Array(items) if part == "*" => items.iter().collect(),
                Value::Array(items) => {
                    part.parse::<usize>().ok().and_then(|at| items.get(at)).into_iter().collect()
                }
                Value::Object(object) => object.get(&part).into_iter().collect::<Vec<_>>(),
                _ => Vec::new(),
            })
            .collect();
    }
    values.into_iter().filter_map(scalar).filter(|text| !text.is_empty()).collect()
}

/// A value as text.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// A code as it is compared: M49 numbers lose their zeros, letters their case.
fn comparable(code: &str) -> String {
    let code = code.trim();
    if !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()) {
        let short = code.trim_start_matches('0');
        return if short.is_empty() { "0".into() } else { short.into() };
    }
    code.to_lowercase()
}

/// The year in `2019`, `2019.0`, `2019-Q3`, `31.12.2019`: the first four digits that stand alone.
pub(crate) fn year(text: &str) -> Option<i64> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)
        .and_then(|digits| digits.parse().ok())
        .filter(|year| (1000..3000).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_reach_items_names_and_the_whole() {
        let value: Value = serde_json::json!({
            "id": 7, "rows": [{"p": [{"d": "31.12.2019"}, {"d": 2020.0}]}], "geo": {"KZ": 0, "KG": 1}
        });
        let row = &value["rows"][0];
        assert_eq!(texts(&value, row, "/p/*/d"), ["31.12.2019", "2020.0"]);
        assert_eq!(texts(&value, row, "^/id"), ["7"]);
        assert_eq!(texts(&value, &value, "/geo/#"), ["KZ", "KG"]);
        assert_eq!(texts(&value, row, "/none/*/x"), [""; 0]);
    }

    #[test]
    fn years_are_found_in_every_form_of_a_period() {
        for text in [
            "2019",
            "2019.0",
            "2019-Q3",
            "2019-A1",
            "31.12.2019",
            "2019 год",
            "2019-07-01T00:00:00",
        ] {
            assert_eq!(year(text), Some(2019), "{text}");
        }
        assert_eq!(year("2019Q3"), Some(2019));
        assert_eq!(year("122019"), None);
        assert_eq!(comparable("004"), comparable("4"));
        assert_ne!(comparable("KAZ"), comparable("KZ"));
    }
}
