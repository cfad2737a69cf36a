//! One line for each observation, with all that is said of it; or one for each code.
//!
//! Columns are the parts of the key in the order of the file (with a structure: dimensions in its
//! order), `TIME_PERIOD` where there is one, `OBS_VALUE`, attributes, columns that are no
//! component, and last `daryn_id`. Parts of which it is not known what they are stand with the key.
//! A component that has several values has them in one cell, with `;` between them and
//! `language:` before texts, as in SDMX-CSV 2.0. What is said on a lower level takes the place of
//! what is said on a higher one.
//!
//! The file is read twice, first for the columns, so that nothing has to be kept.

use std::io::{self, Write};

use daryn_model::Diagnostic;

use super::columns::{Cells, CodeHead, Head, MOST_COLUMNS, Survey};
use crate::cite::{self, DarynId};
use crate::row::{Components, Place, Row};
use crate::sdmx::Structures;
use crate::sink::{Item, Sink, Stop, Stream, Told};
use crate::source::Source;

/// Bytes that are gathered before they are written.
const BLOCK: usize = 64 * 1024;

/// What a table is made of.
pub struct Origin<'a> {
    /// The name that diagnostics use.
    pub name: &'a str,
    /// The file in which a stream stands, whose digest `daryn_id` begins with.
    pub file: &'a dyn Fn(&Stream) -> Source,
    /// Structures, in the order of whose dimensions columns stand.
    pub structures: Option<&'a Structures>,
    /// Reads everything once into what it is given; it must give the same each time.
    pub read: &'a dyn Fn(&mut dyn Sink) -> Told,
}

impl<'a> Origin<'a> {
    /// Goes through everything once for the columns, and digests the files.
    ///
    /// # Errors
    /// `stats-unreadable` (no digest could be made), `stats-csv-columns` (there are too many).
    pub(super) fn survey(&self) -> Result<(Survey<'a>, Vec<Whence>), Diagnostic> {
        let mut survey = Survey::of(self.structures);
        (self.read)(&mut survey);
        self.surveyed(survey)
    }

    /// Digests the files of which a survey was made.
    ///
    /// # Errors
    /// As of [`survey`](Origin::survey).
    pub(super) fn surveyed(
        &self,
        mut survey: Survey<'a>,
    ) -> Result<(Survey<'a>, Vec<Whence>), Diagnostic> {
        if survey.width() > MOST_COLUMNS {
            let problem = Diagnostic::error("stats-csv-columns", self.name, 0);
            return Err(problem.with("n", survey.width()));
        }
        if survey.streams.is_empty() {
            survey.streams.push(Stream::default());
        }
        let mut digests: Vec<Whence> = Vec::new();
        let mut last = String::new();
        for (place, stream) in (0..).zip(&survey.streams) {
            let file = (self.file)(stream);
            let digest = match digests.last() {
                Some(last_one) if file.name() == last => last_one.digest.clone(),
                _ => file.sha256().map_err(|error| {
                    let problem = Diagnostic::error("stats-unreadable", file.name(), 0);
                    problem.with("reason", error)
                })?,
            };
            file.name().clone_into(&mut last);
            digests.push(Whence { digest, number: stream.number.unwrap_or(place) });
        }
        Ok((survey, digests))
    }
}

/// The file of a stream by its digest, and the number of the stream in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whence {
    pub(super) digest: String,
    number: u32,
}

/// Writes the table of a file. `read` reads the source once into what it is given; it must give
/// the same each time. Dimensions stand in the order of the structure of the first data set, where
/// it is known.
///
/// # Errors
/// Where `out` cannot be written. What is wrong with the source is told, as `read` tells it, and
/// with `stats-unreadable` (its digest could not be made) or `stats-csv-columns` (it has too many).
pub fn write(
    source: &Source,
    structures: Option<&Structures>,
    read: &dyn Fn(&mut dyn Sink) -> Told,
    out: &mut dyn Write,
) -> io::Result<Told> {
    let file = |_: &Stream| source.clone();
    write_all(&Origin { name: source.name(), file: &file, structures, read }, out)
}

/// The same, for what may stand in several files.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_all(origin: &Origin<'_>, out: &mut dyn Write) -> io::Result<Told> {
    let (survey, digests) = match origin.survey() {
        Ok(found) => found,
        Err(problem) => return Ok(Told { problems: vec![problem] }),
    };
    let mut page = Page::new(out, &digests);
    let told = if survey.is_of_rows() {
        let head = Head::new(&survey);
        head.all().for_each(|(name, ..)| page.cell(name));
        page.text.push_str("daryn_id\n");
        let mut lines = Lines { page, cells: head.cells() };
        let told = (origin.read)(&mut lines);
        lines.page.finish()?;
        told
    } else {
        let head = CodeHead::new(&survey);
        head.columns().iter().for_each(|name| page.cell(name));
        page.text.push_str("daryn_id\n");
        let mut codes = Codes { page, head };
        let told = (origin.read)(&mut codes);
        codes.page.finish()?;
        told
    };
    out.flush()?;
    Ok(told)
}

/// Lines that are gathered, and written block by block.
struct Page<'a> {
    out: &'a mut dyn Write,
    text: String,
    /// By stream.
    digests: &'a [Whence],
    failed: Option<io::Error>,
}

impl<'a> Page<'a> {
    fn new(out: &'a mut dyn Write, digests: &'a [Whence]) -> Page<'a> {
        Page { out, text: String::with_capacity(BLOCK * 2), digests, failed: None }
    }

    /// A cell and the comma behind it.
    fn cell(&mut self, text: &str) {
        quoted(&mut self.text, text);
        self.text.push(',');
    }

    /// The last cell, and the end of the line.
    fn place(&mut self, place: Place) -> Result<(), Stop> {
        let whence = self.digests.get(place.stream as usize);
        let stream = whence.map_or(place.stream, |whence| whence.number);
        let whence = whence.or(self.digests.last());
        if let Some(digest) = whence.and_then(|whence| whence.digest.get(..8)) {
            self.text.push_str(digest);
            cite::place(&mut self.text, Place { stream, ..place });
        }
        self.line()
    }

    fn line(&mut self) -> Result<(), Stop> {
        self.text.push('\n');
        if self.text.len() < BLOCK {
            return Ok(());
        }
        self.flush();
        if self.failed.is_some() { Err(Stop) } else { Ok(()) }
    }

    fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(self.text.as_bytes()).err();
        }
        self.text.clear();
    }

    fn finish(&mut self) -> io::Result<()> {
        self.flush();
        self.failed.take().map_or(Ok(()), Err)
    }
}

/// Adds a cell, with quotation marks where they are needed (RFC 4180).
fn quoted(line: &mut String, text: &str) {
    // Without leaving the loop early, which is faster on texts as short as these.
    let is_special = |byte| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        line.push_str(text);
        return;
    }
    line.push('"');
    for (place, piece) in text.split('"').enumerate() {
        if place > 0 {
            line.push_str("\"\"");
        }
        line.push_str(piece);
    }
    line.push('"');
}

/// The name of a place; a stream that was not announced is taken to be of the last file.
pub(super) fn id(digests: &[Whence], place: Place) -> Option<DarynId> {
    let whence = digests.get(place.stream as usize);
    let stream = whence.map_or(place.stream, |whence| whence.number);
    DarynId::new(&whence.or(digests.last())?.digest, Place { stream, ..place })
}

/// The place of an item of a structure message.
pub(super) fn place_of(item: &Item) -> Place {
    Place { start: item.place.0, end: item.place.1, ..Place::default() }
}

/// The second pass over observations.
struct Lines<'a> {
    page: Page<'a>,
    cells: Cells,
}

impl Sink for Lines<'_> {
    fn row(&mut self, row: &Row, _components: &Components) -> Result<(), Stop> {
        self.cells.take(row);
        for cell in self.cells.of(row) {
            self.page.cell(cell.unwrap_or_default());
        }
        self.page.place(row.place)
    }
}

/// The second pass over codes.
struct Codes<'a> {
    page: Page<'a>,
    head: CodeHead,
}

impl Sink for Codes<'_> {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        let Some(cells) = self.head.cells(item) else { return Ok(()) };
        cells.into_iter().for_each(|cell| self.page.cell(cell));
        self.page.place(place_of(item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::Role;

    fn table(rows: &[&[(&str, Role, &str, &str)]]) -> String {
        let source = Source::bytes("a", *b"abc");
        let read = |sink: &mut dyn Sink| {
            let mut components = Components::default();
            for (at, parts) in rows.iter().enumerate() {
                let mut row = Row::default();
                for (name, role, language, value) in *parts {
                    row.push_text(components.number(name), *role, language, value);
                }
                row.place = Place { start: at as u64, end: at as u64 + 1, ..Place::default() };
                sink.row(&row, &components).expect("wanted");
            }
            Told::default()
        };
        let mut out = Vec::new();
        write(&source, None, &read, &mut out).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn columns_stand_in_their_order_and_cells_keep_what_is_written() {
        use Role::{Dimension, Measure, ObservationAttribute, Period, SeriesAttribute, Unresolved};
        let rows: &[&[_]] = &[
            &[
                ("unit", SeriesAttribute, "", "a, \"b\""),
                ("year", Period, "", "2019"),
                ("v", Measure, "", " 1.50"),
            ],
            &[
                ("area", Dimension, "", "KZ"),
                ("unit", SeriesAttribute, "en", "c"),
                ("unit", SeriesAttribute, "kk", "d"),
                ("who", Unresolved, "", "x\ny"),
                ("year", Period, "", "2020"),
            ],
            &[
                ("unit", SeriesAttribute, "", "above"),
                ("unit", ObservationAttribute, "", "below"),
                ("v", Measure, "", ""),
            ],
        ];
        let expected = "area,who,TIME_PERIOD,OBS_VALUE,unit,daryn_id\n\
            ,,2019, 1.50,\"a, \"\"b\"\"\",ba7816bf:0-1\n\
            KZ,\"x\ny\",2020,,en:c;kk:d,ba7816bf:1-2\n\
            ,,,,below,ba7816bf:2-3\n";
        assert_eq!(table(rows), expected);
        assert_eq!(table(&[]), "OBS_VALUE,daryn_id\n");
        let rows: &[&[_]] = &[&[("OBS_VALUE", Role::Extra, "", "1"), ("v", Measure, "", "2")]];
        assert_eq!(table(rows), "v,OBS_VALUE,daryn_id\n2,1,ba7816bf:0-1\n");
    }
}
