//! What must hold of every file of statistics, whatever the bytes are. Also used by the fuzz
//! targets.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io::{self, Cursor, Read, Write};
use std::sync::LazyLock;

use daryn_stats::sheets::Mapping;
use daryn_stats::write::observations::{self, Origin};
use daryn_stats::write::sdmx_csv::{Survey, Writer};
use daryn_stats::write::{Arrow, Described, Groups, Parquet, Surveyed, Table, Words, Xlsx};
use daryn_stats::{
    Components, DarynId, DataSet, Format, Input, Item, Options, Packing, Place, Role, Row, Sink,
    Source, Stop, Stream, Told,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Rows of a file that are looked at.
const MOST_ROWS: usize = 3_000;
/// Rows of a file that are cited.
const CITED: usize = 12;
/// Bytes up to which what is written is read again.
const AGAIN: usize = 2 << 20;

/// Memory that reading and writing may take: 64 MB and 20 times the input.
pub(crate) const fn memory(input: usize) -> usize {
    64 * 1_000_000 + 20 * input
}

/// Checks bytes that are taken for a file. `is_whole` also writes them in all forms, which takes
/// most of the time.
pub(crate) fn check(bytes: &[u8], is_whole: bool) {
    let source = Source::bytes("nowhere/файл 1", bytes);
    let _ = daryn_stats::info(&source);
    let input = Input::from(source);
    hold(&input, &|sink| input.read(&Options::default(), sink), is_whole);
    let structures = Some(&STRUCTURE.structures);
    let options = Options { structures, language: "kk", ..Options::default() };
    twice(&|sink| input.read(&options, sink));
}

/// Checks files that are made of an input: its first byte chooses how, and zeros part the pieces.
pub(crate) fn check_made(input: &[u8], is_whole: bool) {
    let Some((first, rest)) = input.split_first() else { return };
    match first % 7 {
        0 => mapped(rest, |parts| zip(&WORKBOOK, parts), is_whole),
        1 => mapped(rest, <[u8]>::to_vec, is_whole),
        2 => check(&zip(&DESA, rest), is_whole),
        3 => {
            for names in [&WORLD_BANK[..], &UIS, &PACKAGE] {
                check(&zip(names, rest), is_whole);
            }
        }
        4 => check(&gzip(rest), is_whole),
        5 => open_sdg(rest, is_whole),
        _ => as_format(rest, is_whole),
    }
}

/// Parts of a workbook.
const WORKBOOK: [&str; 5] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];
/// Of the migrant stock.
const DESA: [&str; 2] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"];
const WORLD_BANK: [&str; 3] =
    ["API_SM_POP.csv", "Metadata_Country_API_SM.csv", "Metadata_Indicator_API_SM.csv"];
const UIS: [&str; 4] =
    ["SDG_DATA_NATIONAL.csv", "SDG_METADATA.csv", "SDG_LABEL.csv", "SDG_COUNTRY.csv"];
const PACKAGE: [&str; 3] = ["datapackage.json", "data/a.csv", "b.csv"];
/// Of a repository of Open SDG.
const OPEN_SDG: [&str; 5] = [
    "data/indicator_1-1-1.csv",
    "meta/1-1-1.md",
    "config_data.yml",
    "translations/kk/data.yml",
    "indicator-config/1-1-1.yml",
];
/// What stands around one sheet, where an input does not say it.
const CONTENTS: [&str; 2] = [
    "<workbook xmlns:r='r'><sheets><sheet name='Table 1' sheetId='1' r:id='a'/></sheets></workbook>",
    "<Relationships><Relationship Id='a' Type='/worksheet' Target='worksheets/sheet1.xml'/>\
     <Relationship Id='b' Type='/sharedStrings' Target='sharedStrings.xml'/>\
     <Relationship Id='c' Type='/styles' Target='styles.xml'/></Relationships>",
];

/// Packs parts that stand with zeros between them; what is not there of the frame of a workbook is
/// added.
pub(crate) fn zip(names: &[&str], inside: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut add = |name: &str, part: &[u8]| {
        writer.start_file(name, options).expect("a part");
        writer.write_all(part).expect("written");
    };
    let parts: Vec<&[u8]> = inside.splitn(names.len(), |byte| *byte == 0).collect();
    for (name, part) in names.iter().zip(&parts) {
        add(name, part);
    }
    if names[0].starts_with("xl/") {
        let given = names.iter().take(parts.len());
        for (name, part) in WORKBOOK[3..].iter().zip(CONTENTS) {
            if !given.clone().any(|own| own == name) {
                add(name, part.as_bytes());
            }
        }
    }
    writer.finish().expect("an archive").into_inner()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).expect("packed");
    packed.finish().expect("packed")
}

/// A mapping up to the first zero, and the file to which it is.
fn mapped(input: &[u8], file: impl Fn(&[u8]) -> Vec<u8>, is_whole: bool) {
    let mut pieces = input.splitn(2, |byte| *byte == 0);
    let text = String::from_utf8_lossy(pieces.next().unwrap_or_default());
    let mut problems = Vec::new();
    let mapping = Mapping::parse("mapping.toml", &text, &mut problems);
    let Some(mapping) = mapping else {
        assert!(!problems.is_empty(), "no mapping, and nothing is said");
        return;
    };
    let bytes = file(pieces.next().unwrap_or_default());
    let options = Options { mapping: Some(&mapping), ..Options::default() };
    let input = Input::from(Source::bytes("a", bytes));
    hold(&input, &|sink| input.read(&options, sink), is_whole);
}

/// Reads bytes as what they may not be.
fn as_format(input: &[u8], is_whole: bool) {
    let Some((first, rest)) = input.split_first() else { return };
    let format = Format::ALL[usize::from(*first) % Format::ALL.len()];
    let source = Source::bytes("a", rest);
    let read =
        |sink: &mut dyn Sink| daryn_stats::read_as(format, &source, &Options::default(), sink);
    hold(&Input::from(source.clone()), &read, is_whole);
}

fn open_sdg(input: &[u8], is_whole: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, part) in OPEN_SDG.iter().zip(input.splitn(OPEN_SDG.len(), |byte| *byte == 0)) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, part).expect("written");
    }
    let Ok(input) = Input::open(folder.path()) else { return };
    let _ = input.info();
    hold(&input, &|sink| input.read(&Options::default(), sink), is_whole);
}

type ReadInto<'a> = &'a dyn Fn(&mut dyn Sink) -> Told;

/// Everything that must hold.
fn hold(input: &Input, read: ReadInto<'_>, is_whole: bool) {
    let seen = twice(read);
    places(input, &seen);
    let read = |sink: &mut dyn Sink| read(&mut Few { sink, rows: 0 });
    let file = |stream: &Stream| input.file(stream);
    let origin = Origin { name: input.name(), file: &file, structures: None, read: &read };
    let mut lines = Lines::default();
    observations::write_all(&origin, &mut lines).expect("written");
    if !seen.rows.is_empty() {
        assert_eq!(lines.count, seen.rows.len() + 1, "a line for each row and a head");
    }
    round_trip(&read, &seen);
    if is_whole {
        typed(&origin, seen.rows.len());
    }
}

/// Reads twice; what is given must be the same.
fn twice(read: ReadInto<'_>) -> Seen {
    let once = || {
        let mut seen = Seen::default();
        seen.told = read(&mut seen);
        seen
    };
    let (seen, again) = (once(), once());
    assert!(seen.rows == again.rows && seen.items == again.items, "rows differ from read to read");
    assert_eq!(seen.told.problems, again.told.problems);
    assert_eq!((&seen.streams, &seen.data_sets), (&again.streams, &again.data_sets));
    let is_silent = seen.rows.is_empty() && seen.items == 0 && seen.told.problems.is_empty();
    assert!(!is_silent, "nothing is read, and nothing is said");
    seen
}

/// Places lie in what is there, and citing finds the value again.
fn places(input: &Input, seen: &Seen) {
    let lengths: Vec<u64> = seen.streams.iter().map(|stream| length(input, stream)).collect();
    for (number, end) in seen.ends.iter().enumerate() {
        let length = lengths.get(number).copied();
        // A stream that is not announced is the file.
        let length = length.unwrap_or_else(|| self::length(input, &Stream::default()));
        assert!(*end <= length, "a place ends at {end} of {length}");
    }
    let is_workbook = matches!(input.tell(), Ok(Format::Workbook | Format::UnDesaStock));
    for (place, values) in &seen.cited {
        let stream = seen.streams.get(place.stream as usize).cloned().unwrap_or_default();
        let digest = input.file(&stream).sha256().expect("a digest");
        let id = DarynId::new(&digest, *place).expect("a name");
        assert_eq!(id.to_string().parse(), Ok(id));
        let bytes = input.cite(&id).expect("bytes");
        assert_eq!(bytes.len() as u64, place.end - place.start);
        let Ok(text) = String::from_utf8(bytes) else { continue };
        // Characters that may be written otherwise than they mean.
        let special = ["&", "\\", "\"\"", "<!", "<?", "\0", "\n", "\r", "\t"];
        if special.iter().any(|mark| text.contains(mark)) || is_workbook && text.contains("t=") {
            continue;
        }
        for value in values {
            // Quotation marks may stand where none belong.
            let bare = |text: &str| text.replace('"', "");
            assert!(bare(&text).contains(&bare(value)), "{value:?} is not in {text:?}");
        }
    }
}

/// Bytes of a stream.
fn length(input: &Input, stream: &Stream) -> u64 {
    let source = input.file(stream);
    let count = |reader: &mut dyn Read| io::copy(reader, &mut io::sink());
    if source.packing().expect("read") != Packing::Zip {
        // What unpacks badly has the bytes that came before.
        let (mut reader, mut length) = (source.stream().expect("opened"), 0);
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            length += read as u64;
        }
        return length;
    }
    let name = if stream.part.is_empty() { &stream.name } else { &stream.part };
    let mut archive = zip::ZipArchive::new(source.raw().expect("opened")).expect("an archive");
    let index = archive.index_for_name(name);
    let entry = index.and_then(|index| archive.by_index(index).ok());
    entry.map_or(0, |mut entry| count(&mut entry).unwrap_or(u64::MAX))
}

/// What is read, written as SDMX-CSV and read again is the same.
fn round_trip(read: ReadInto<'_>, seen: &Seen) {
    let mut survey = Survey::default();
    read(&mut survey);
    let mut writer = Writer::new(Bounded(Vec::new()), survey);
    read(&mut writer);
    let Ok(Bounded(written)) = writer.finish() else { return };
    let source = Source::bytes("again", written);
    let mut again = Seen::default();
    daryn_stats::sdmx::csv::read(&source, &Default::default(), &mut again);
    let contents = |seen: &Seen| seen.rows.iter().map(|row| row.1).collect::<Vec<_>>();
    assert!(contents(&again) == contents(seen), "SDMX-CSV does not keep everything");
}

/// Formats with types take every row that is read.
fn typed(origin: &Origin<'_>, rows: usize) {
    let Ok(surveyed) = Surveyed::new(origin, None, "ru") else { return };
    let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
    let mut out = io::sink();
    let mut parquet = Parquet::new(&columns, &about, &mut out).expect("written");
    let mut counted = Counted { writer: &mut parquet, rows: 0 };
    surveyed.write(&mut counted).expect("written");
    assert!(counted.rows == rows || rows == 0, "{} rows of {rows}", counted.rows);
    parquet.finish().expect("written");
    write_arrow(origin);
    write_xlsx(origin);
}

fn write_arrow(origin: &Origin<'_>) {
    let surveyed = Surveyed::new(origin, None, "ru").expect("read");
    let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
    let mut out = io::sink();
    let mut arrow = Arrow::new(&columns, &about, &mut out).expect("written");
    surveyed.write(&mut arrow).expect("written");
    arrow.finish().expect("written");
}

fn write_xlsx(origin: &Origin<'_>) {
    let surveyed = Surveyed::new(origin, None, "ru").expect("read");
    let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
    let words = Words {
        data: "Данные".to_owned(),
        codes: "Коды".to_owned(),
        sources: "Источники".to_owned(),
        code_heads: ["a", "b", "c"].map(str::to_owned),
    };
    let mut out = io::sink();
    let mut book = Xlsx::new(&columns, &about, &words, "a.xlsx", &mut out).expect("written");
    surveyed.write(&mut book).expect("written");
    book.finish().expect("written");
}

/// Writes all of a file, as Parquet.
pub(crate) fn parquet(input: &Input) {
    written(input, &write_parquet);
}

/// Writes all of a file, as Arrow.
pub(crate) fn arrow(input: &Input) {
    written(input, &write_arrow);
}

/// Writes all of a file, as a workbook.
pub(crate) fn xlsx(input: &Input) {
    written(input, &write_xlsx);
}

fn write_parquet(origin: &Origin<'_>) {
    let surveyed = Surveyed::new(origin, None, "ru").expect("read");
    let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
    let mut out = io::sink();
    let mut parquet = Parquet::new(&columns, &about, &mut out).expect("written");
    surveyed.write(&mut parquet).expect("written");
    parquet.finish().expect("written");
}

fn written(input: &Input, write: &dyn Fn(&Origin<'_>)) {
    let read = |sink: &mut dyn Sink| input.read(&Options::default(), sink);
    let file = |stream: &Stream| input.file(stream);
    write(&Origin { name: input.name(), file: &file, structures: None, read: &read });
}

/// Counts the rows of groups.
struct Counted<'a> {
    writer: &'a mut dyn Groups,
    rows: usize,
}

impl Groups for Counted<'_> {
    fn group(&mut self, rows: &dyn Table) -> io::Result<()> {
        self.rows += rows.rows();
        self.writer.group(rows)
    }
}

/// Gives no more rows than are looked at.
struct Few<'a> {
    sink: &'a mut dyn Sink,
    rows: usize,
}

impl Sink for Few<'_> {
    fn stream(&mut self, stream: &Stream) {
        self.sink.stream(stream);
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.sink.data_set(data_set);
    }

    fn label(&mut self, label: &daryn_stats::Label<'_>) {
        self.sink.label(label);
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.rows += 1;
        self.sink.row(row, components)?;
        if self.rows >= MOST_ROWS { Err(Stop) } else { Ok(()) }
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.sink.item(item)
    }
}

/// What was given.
#[derive(Default)]
struct Seen {
    streams: Vec<Stream>,
    data_sets: Vec<DataSet>,
    /// By row: all of it, and what SDMX-CSV keeps of it.
    rows: Vec<(u64, u64)>,
    items: usize,
    /// By stream: the last byte at which a row ends.
    ends: Vec<u64>,
    /// Rows that are to be cited, and their values.
    cited: Vec<(Place, Vec<String>)>,
    told: Told,
}

impl Sink for Seen {
    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        let place = row.place;
        assert!(place.start <= place.end, "a place that ends before it begins");
        let stream = place.stream as usize;
        if self.ends.len() <= stream {
            self.ends.resize(stream + 1, 0);
        }
        self.ends[stream] = self.ends[stream].max(place.end);
        let mut parts: Vec<_> = row
            .parts()
            .map(|(part, value)| {
                // A zero cannot stand in a file that is padded with zeros.
                let kept = |text: &str| text.replace('\0', "\u{fffd}");
                let name = components.name(part.component);
                (kept(name), part.role, kept(row.language(part)), kept(value))
            })
            .collect();
        parts.sort_by(|a, b| a.0.cmp(&b.0));
        let mut hasher = DefaultHasher::new();
        (parts, row.action).hash(&mut hasher);
        for one in &row.annotations {
            (&one.id, &one.kind, &one.title, &one.url, &one.texts).hash(&mut hasher);
        }
        let contents = hasher.finish();
        (place, row.data_set).hash(&mut hasher);
        self.rows.push((hasher.finish(), contents));
        if self.cited.len() < CITED || self.rows.len().is_multiple_of(499) {
            let measures = row.parts().filter(|(part, _)| part.role == Role::Measure);
            let values = measures.map(|(_, value)| value.to_owned()).collect();
            self.cited.push((place, values));
        }
        if self.rows.len() >= MOST_ROWS { Err(Stop) } else { Ok(()) }
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        assert!(item.place.0 <= item.place.1);
        self.items += 1;
        Ok(())
    }
}

/// Counts records of separated values.
#[derive(Default)]
struct Lines {
    is_quoted: bool,
    count: usize,
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            self.is_quoted ^= *byte == b'"';
            self.count += usize::from(*byte == b'\n' && !self.is_quoted);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes no more bytes than are read again.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > AGAIN {
            return Err(io::Error::other("more than is read again"));
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A structure that is given with every file.
static STRUCTURE: LazyLock<Described> = LazyLock::new(|| {
    let text = include_bytes!("../../../../fuzz/corpus/stats/structure-2.1.xml");
    let mut described = Described::default();
    let told = daryn_stats::read(&Source::bytes("a", *text), &Options::default(), &mut described);
    assert!(told.problems.is_empty() && !described.structures.is_empty());
    described
});
