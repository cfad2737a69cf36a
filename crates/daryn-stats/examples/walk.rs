//! Readers of SDMX-ML against a bare walk over the events of quick-xml; see benches/stats.py.
//!
//!     cargo run --release -p daryn-stats --example walk -- WAY FILE
//!
//! Ways: `bare` (quick-xml alone, columns kept), `table` (our columns), `rows` (each row given to
//! a sink that counts), `csv`, `sdmx-csv`, `parquet`, `arrow`, `xlsx` (the table of
//! `daryn stats read` in one of its forms, written to nowhere), `info`.

use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_stats::sdmx::ml;
use daryn_stats::write::observations::Origin;
use daryn_stats::write::{Arrow, Parquet, Surveyed, Words, Xlsx, sdmx_csv};
use daryn_stats::{Components, Row, Sink, Source, Stop, Stream, Table, info, write};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// A column of the bare walk: all its characters, and where each value ends.
#[derive(Default)]
struct Bare {
    text: String,
    ends: Vec<usize>,
}

impl Bare {
    fn push(&mut self, row: usize, value: &str) {
        self.ends.resize(row, self.text.len());
        self.text.push_str(value);
        self.ends.push(self.text.len());
    }
}

/// What a series says, and the columns; nothing is checked, prefixes are taken as they come.
#[derive(Default)]
struct Walk {
    columns: Vec<Bare>,
    numbers: HashMap<String, usize>,
    series: Vec<(usize, String)>,
    rows: usize,
}

impl Walk {
    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.numbers.insert(name.to_owned(), self.columns.len());
        self.columns.push(Bare::default());
        self.columns.len() - 1
    }

    fn push(&mut self, name: &str, value: &str, is_series: bool) {
        let number = self.number(name);
        if is_series {
            self.series.push((number, value.to_owned()));
        } else {
            self.columns[number].push(self.rows, value);
        }
    }

    fn attributes(&mut self, tag: &BytesStart<'_>, is_series: bool) -> Result<(), Box<dyn Error>> {
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute?;
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
            self.push(attribute.key.as_ref(), &value, is_series);
        }
        Ok(())
    }

    fn end_row(&mut self) {
        for (number, value) in &self.series {
            self.columns[*number].push(self.rows, value);
        }
        self.rows += 1;
    }
}

fn bare(path: &Path) -> Result<usize, Box<dyn Error>> {
    let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, File::open(path)?));
    let (mut walk, mut buffer) = (Walk::default(), Vec::new());
    let mut is_in_observation = false;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer)?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                // Structure-specific data have no element inside an observation.
                "Obs" if is_empty => {
                    walk.attributes(&tag, false)?;
                    walk.end_row();
                }
                "Obs" => is_in_observation = true,
                "Series" => {
                    walk.series.clear();
                    walk.attributes(&tag, true)?;
                }
                name @ ("Value" | "ObsDimension" | "ObsValue") => {
                    let (mut id, mut literal) = (None, None);
                    for attribute in tag.attributes().with_checks(false) {
                        let attribute = attribute?;
                        let value =
                            attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
                        match attribute.key.as_ref() {
                            "id" => id = Some(value),
                            "value" => literal = Some(value),
                            _ => {}
                        }
                    }
                    let id = id.as_deref().unwrap_or(name);
                    walk.push(id, &literal.unwrap_or_default(), !is_in_observation);
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "Obs" => {
                is_in_observation = false;
                walk.end_row();
            }
            Event::Eof => return Ok(walk.rows),
            _ => {}
        }
    }
}

struct Count(usize);

impl Sink for Count {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        self.0 += 1;
        Ok(())
    }
}

/// Writes a form that has types.
fn grouped(way: &str, source: &Source) -> Result<Vec<Diagnostic>, Box<dyn Error>> {
    let read = |sink: &mut dyn Sink| ml::read(source, &ml::Options::default(), sink);
    let file = |_: &Stream| source.clone();
    let origin = Origin { name: source.name(), file: &file, structures: None, read: &read };
    let surveyed = Surveyed::new(&origin, None, "en").map_err(|problem| problem.code)?;
    let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
    let mut out = io::sink();
    let told = match way {
        "parquet" => {
            let mut parquet = Parquet::new(&columns, &about, &mut out)?;
            let told = surveyed.write(&mut parquet)?;
            parquet.finish()?;
            told
        }
        "arrow" => {
            let mut arrow = Arrow::new(&columns, &about, &mut out)?;
            let told = surveyed.write(&mut arrow)?;
            arrow.finish()?;
            told
        }
        _ => {
            let word = |text: &str| text.to_owned();
            let words = Words {
                data: word("data"),
                codes: word("codes"),
                sources: word("sources"),
                code_heads: ["column", "code", "name"].map(word),
            };
            let book = Xlsx::new(&columns, &about, &words, "a.xlsx", &mut out);
            let mut book = book.map_err(|problem| problem.code)?;
            let told = surveyed.write(&mut book)?;
            book.finish().map_err(|problem| problem.code)?;
            told
        }
    };
    Ok(told.problems)
}

#[allow(clippy::print_stdout)]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [way, file] = arguments.as_slice() else { return Err("walk WAY FILE".into()) };
    let source = Source::file(Path::new(file));
    let options = ml::Options::default();
    let (mut rows, mut problems) = (Count(0), Vec::new());
    match way.as_str() {
        "bare" => rows.0 = bare(Path::new(file))?,
        "table" => {
            let mut table = Table::default();
            problems = ml::read(&source, &options, &mut table).problems;
            rows.0 = table.len();
        }
        "rows" => problems = ml::read(&source, &options, &mut rows).problems,
        "csv" => {
            let read = |sink: &mut dyn Sink| ml::read(&source, &options, sink);
            problems = write::observations::write(&source, None, &read, &mut io::sink())?.problems;
        }
        "sdmx-csv" => {
            let mut survey = sdmx_csv::Survey::default();
            ml::read(&source, &options, &mut survey);
            let mut writer = sdmx_csv::Writer::new(io::sink(), survey);
            problems = ml::read(&source, &options, &mut writer).problems;
            writer.finish()?;
        }
        "parquet" | "arrow" | "xlsx" => problems = grouped(way, &source)?,
        "info" => {
            let info = info(&source).map_err(|problem| problem.code)?;
            rows.0 = info.counts.get("Obs").copied().unwrap_or_default() as usize;
        }
        _ => return Err("there is no such way".into()),
    }
    println!("{way} {} rows, problems {problems:?}", rows.0);
    Ok(())
}
