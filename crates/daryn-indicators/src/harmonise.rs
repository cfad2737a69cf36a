//! From rows of sources to the harmonised table: one way in for files of any format and for the
//! rows of a study.

use std::collections::{BTreeMap, HashMap};

use daryn_model::Diagnostic;
use daryn_model::records::Parameters;
use daryn_stats::codes::area::{self, Area, Code, Scheme};
use daryn_stats::codes::{Sex, TimePeriod, period};
use daryn_stats::number::{self, Meaning};
use daryn_stats::{Place as Bytes, Stream};

use crate::catalogue::{Catalogue, SourceCode};
use crate::table::{Citation, File, Nature, Place, Point, Series, Status, Table, Word};

mod columns;
mod status;

pub use columns::FileSink;
use status::{of_note, of_word};

/// One observation as a source gives it; empty texts are what is not said.
#[derive(Debug, Clone, Default)]
pub struct Given<'a> {
    /// The source's code of what is measured.
    pub code: &'a str,
    /// Reporting area, code or name.
    pub area: &'a str,
    /// Partner area; all partners if empty.
    pub partner: &'a str,
    /// Where numbers of areas come from.
    pub scheme: Option<Scheme>,
    /// Sex; all if empty.
    pub sex: &'a str,
    /// Age group; all if empty.
    pub age: &'a str,
    /// Education, specialty or field; all if empty.
    pub education: &'a str,
    /// Other parts of the key.
    pub detail: &'a str,
    /// The time.
    pub period: &'a str,
    /// The value.
    pub value: &'a str,
    /// Unit.
    pub unit: &'a str,
    /// Who publishes it.
    pub source: &'a str,
    /// Release.
    pub vintage: &'a str,
    /// What is counted.
    pub definition: &'a str,
    /// Name of the series.
    pub group: &'a str,
    /// Who answers for it.
    pub answers: &'a str,
    /// Status, and what sort of code it is.
    pub status: &'a str,
    /// Whether a column of statuses is of the SDG database, where `M` is modelled, not missing.
    pub is_nature: bool,
    /// Computed or inferred from other figures.
    pub is_derived: bool,
    /// In doubt.
    pub is_doubtful: bool,
    /// An aim and no observation.
    pub is_aim: bool,
    /// Remark, by which it is known what was computed.
    pub note: &'a str,
    /// The remark in the language of the reader; `note` if empty.
    pub told_note: &'a str,
    /// Line in the file.
    pub line: u32,
    /// Bytes in the file.
    pub bytes: Bytes,
    /// Name of bytes elsewhere.
    pub named: &'a str,
}

/// Files and rows that were left out, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// Files that hold no observations.
    pub files: Vec<String>,
    /// Problems, each once with the number of its rows.
    pub problems: Vec<Diagnostic>,
}

/// Makes a table of what it is given.
pub struct Harmoniser<'a> {
    catalogue: &'a Catalogue,
    table: Table,
    /// Series by what makes them.
    series: HashMap<Box<str>, u32>,
    /// The key that was made last, and its series.
    last: (String, u32),
    key: String,
    areas: HashMap<Box<str>, Word>,
    periods: HashMap<Box<str>, Option<TimePeriod>>,
    /// Releases of series, from tables beside those of observations.
    releases: BTreeMap<String, String>,
    file: u32,
    left: Left,
    /// Problems by code and what was found, with their first place and number of rows.
    told: BTreeMap<(&'static str, String), (u32, u32, usize)>,
}

impl<'a> Harmoniser<'a> {
    /// An empty table by a catalogue.
    pub fn new(catalogue: &'a Catalogue) -> Harmoniser<'a> {
        Harmoniser {
            catalogue,
            table: Table::default(),
            series: HashMap::new(),
            last: (String::new(), u32::MAX),
            key: String::new(),
            areas: HashMap::new(),
            periods: HashMap::new(),
            releases: BTreeMap::new(),
            file: 0,
            left: Left::default(),
            told: BTreeMap::new(),
        }
    }

    /// Names the file that the rows to come stand in.
    pub fn begin(&mut self, name: &str, sha256: &str) {
        let file = File { name: name.to_owned(), sha256: sha256.to_owned() };
        let known = self.table.files.iter().position(|known| *known == file);
        self.file = known.unwrap_or_else(|| {
            self.table.files.push(file);
            self.table.files.len() - 1
        }) as u32;
    }

    /// Takes rows of a file or of files that belong together, which are understood by the names of
    /// their columns. `file_of` names the file of a stream.
    pub fn file<'b>(
        &'b mut self,
        name: &str,
        file_of: &'b mut dyn FnMut(&Stream) -> File,
    ) -> FileSink<'b, 'a> {
        FileSink::new(self, name, file_of)
    }

    /// Takes an observation.
    pub fn give(&mut self, given: &Given<'_>) {
        let Some(period) = self.period(given) else { return };
        let Some((value, literal, missing)) = self.value(given) else { return };
        let series = self.series_of(given);
        let told = if given.told_note.is_empty() { given.note } else { given.told_note };
        let note = if told.is_empty() { Word::default() } else { self.table.word(told) };
        let named =
            if given.named.is_empty() { Word::default() } else { self.table.word(given.named) };
        let series = &mut self.table.series[series as usize];
        let mut status = of_word(given.status, given.is_nature);
        if missing {
            status = Status::Missing;
        } else if given.is_doubtful {
            status = Status::Doubtful;
        } else if given.is_derived || (status == Status::Normal && of_note(given.note)) {
            status = Status::Derived;
        } else if status == Status::Normal {
            status = match series.made {
                Some(Nature::Modelled) => Status::Modelled,
                Some(Nature::Estimated) => Status::Estimated,
                _ => Status::Normal,
            };
        }
        let at = Citation { file: self.file, line: given.line, bytes: given.bytes, named };
        let point = Point {
            period,
            value,
            literal: literal.into(),
            status,
            at,
            note,
            rests_on: Box::default(),
        };
        series.points.push(point);
    }

    /// The table, and what was left out. Points stand in the order of time.
    pub fn end(mut self) -> (Table, Left) {
        for number in 0..self.table.series.len() {
            let series = &mut self.table.series[number];
            // Stable: of one period the one that came last stays last.
            series.points.sort_by_key(|point| point.period.days());
            let (code, vintage) = (series.code, series.vintage);
            if vintage == Word::default()
                && let Some(release) = self.releases.get(&self.table.text(code).to_lowercase())
            {
                self.table.series[number].vintage = self.table.word(release);
            }
        }
        let table = self.table;
        let mut left = self.left;
        for ((code, found), (file, line, rows)) in self.told {
            let file = table.files.get(file as usize).map_or("", |file| file.name.as_str());
            let problem = Diagnostic::warning(code, file, line);
            left.problems.push(problem.with("found", found).with("rows", rows));
        }
        left.files.sort();
        (table, left)
    }

    fn tell(&mut self, code: &'static str, found: &str, line: u32) {
        let first = (self.file, line, 0);
        let found: String = found.chars().take(60).collect();
        self.told.entry((code, found)).or_insert(first).2 += 1;
    }

    fn period(&mut self, given: &Given<'_>) -> Option<TimePeriod> {
        let text = given.period.trim();
        if let Some(known) = self.periods.get(text).copied() {
            if known.is_none() {
                self.tell("indicators-period", text, given.line);
            }
            return known;
        }
        let read = period::of(text).or_else(|| text.parse().ok().and_then(TimePeriod::of_model));
        self.periods.insert(text.into(), read);
        if read.is_none() {
            self.tell("indicators-period", text, given.line);
        }
        read
    }

    /// The value, its literal, and whether it is said to be missing; `None` where it is no number.
    fn value<'g>(&mut self, given: &Given<'g>) -> Option<(Option<f64>, &'g str, bool)> {
        let text = given.value.trim();
        let is_plain =
            text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
        if is_plain && let Ok(value) = text.parse::<f64>() {
            return Some((Some(value), text, false));
        }
        match number::read(text, Some(number::DecimalMark::Point)).meaning {
            Meaning::Number(number) => Some((Some(number.value), text, false)),
            // Only a bound is known: there is no value to compute with.
            Meaning::Missing(_) | Meaning::Bound(..) => Some((None, text, true)),
            _ => {
                self.tell("indicators-value", text, given.line);
                None
            }
        }
    }

    fn series_of(&mut self, given: &Given<'_>) -> u32 {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        let flags = if given.is_aim { "aim" } else { "" };
        for part in [
            given.code,
            given.area,
            given.partner,
            given.sex,
            given.age,
            given.education,
            given.detail,
            given.unit,
            given.source,
            given.vintage,
            given.definition,
            given.group,
            given.answers,
            flags,
        ] {
            key.push_str(part);
            key.push('\u{1f}');
        }
        if key == self.last.0 {
            self.key = key;
            return self.last.1;
        }
        let number = match self.series.get(key.as_str()) {
            Some(number) => *number,
            None => {
                let series = self.new_series(given);
                let number = self.table.series.len() as u32;
                self.table.series.push(series);
                self.series.insert(key.as_str().into(), number);
                number
            }
        };
        std::mem::swap(&mut self.last.0, &mut key);
        self.last.1 = number;
        self.key = key;
        number
    }

    fn new_series(&mut self, given: &Given<'_>) -> Series {
        let catalogue = self.catalogue;
        let known = catalogue.code(given.code);
        let own = known
            .map(|code| code.indicator.0.as_str())
            .or_else(|| catalogue.get(given.code).map(|indicator| indicator.id.0.as_str()));
        let (mut area, mut partner) = (given.area, given.partner);
        if known.and_then(|code| code.mirror) == Some(true) {
            std::mem::swap(&mut area, &mut partner);
        }
        let of_code =
            |field: fn(&SourceCode) -> Option<&String>| known.and_then(field).map(String::as_str);
        let part = |given: &str| match given.trim() {
            "" | "T" | "_T" | "TOTAL" | "Total" | "total" => "_T".to_owned(),
            other => other.to_owned(),
        };
        let sex = match of_code(|code| code.sex.as_ref()) {
            Some(sex) => sex.to_owned(),
            None => {
                Sex::read(given.sex).map_or_else(|| part(given.sex), |sex| sex.code().to_owned())
            }
        };
        let age = of_code(|code| code.age.as_ref());
        let age = age.map_or_else(|| part(given.age), str::to_owned);
        let education = of_code(|code| code.education.as_ref());
        let education = education.map_or_else(|| part(given.education), str::to_owned);
        let unit = self.unit_of(given, known, own);
        let partner = if partner.is_empty() { "W" } else { partner };
        let counts = known.and_then(|code| code.counts.as_ref()).map_or("", |id| id.0.as_str());
        let made = known.and_then(|code| code.made);
        Series {
            indicator: self.table.word(own.unwrap_or(given.code)),
            code: self.table.word(given.code),
            area: self.area(area, given),
            area_text: self.table.word(area),
            partner: self.area(partner, given),
            sex: self.table.word(&sex),
            age: self.table.word(&age),
            education: self.table.word(&education),
            detail: self.table.word(given.detail),
            unit: self.table.word(&unit),
            source: self.table.word(given.source),
            vintage: self.table.word(given.vintage),
            definition: self.table.word(given.definition),
            group: self.table.word(given.group),
            counts: self.table.word(counts),
            answers: self.table.word(given.answers),
            made,
            is_aim: given.is_aim,
            is_computed: false,
            points: Vec::new(),
        }
    }

    /// The unit that a row names, or that its code has; told where it is unknown or does not fit
    /// the indicator.
    fn unit_of(
        &mut self,
        given: &Given<'_>,
        known: Option<&SourceCode>,
        own: Option<&str>,
    ) -> String {
        let catalogue = self.catalogue;
        let named = catalogue.unit_named(given.unit);
        let of_code = known.and_then(|code| code.unit.as_ref()).map(|id| id.0.as_str());
        let of_indicator = own.and_then(|id| catalogue.get(id)).map(|one| one.unit.0.as_str());
        if given.unit.is_empty() {
            return of_code.or(of_indicator).unwrap_or_default().to_owned();
        }
        let Some(named) = named else {
            self.tell("indicators-unit-unknown", given.unit, given.line);
            return given.unit.to_owned();
        };
        let unit = |id: &str| catalogue.units.get(id).map(|(unit, _)| unit);
        if let (Some(found), Some(id)) = (unit(named), of_indicator)
            && let Some(wanted) = unit(id)
            && !found.fits(wanted)
        {
            let found = format!("{} ({named}, {id})", given.code);
            self.tell("indicators-unit-other", &found, given.line);
        }
        named.to_owned()
    }

    fn area(&mut self, text: &str, given: &Given<'_>) -> Word {
        let scheme = match given.scheme {
            Some(Scheme::UnDesa) => "d",
            Some(Scheme::UnSdg) => "s",
            _ => "",
        };
        let key = format!("{scheme}\u{1f}{text}");
        if let Some(word) = self.areas.get(key.as_str()) {
            return *word;
        }
        let text = text.trim();
        let is_world =
            matches!(text, "W" | "W0" | "W00" | "W1" | "WLD" | "_W" | "WORLD" | "_T" | "1W");
        let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let found = match given.scheme.filter(|_| is_digits) {
            _ if is_world => None,
            Some(scheme) => area::find_in(scheme, text),
            None => area::find(text),
        };
        let (code, place) = match &found {
            _ if is_world => ("W".to_owned(), Place::Group),
            Some(Area::Country(codes)) => (codes.iso3.to_owned(), Place::Country),
            Some(Area::Former(former)) => (former.id.to_owned(), Place::Former),
            Some(Area::Aggregate(group)) if group.kind == area::GroupKind::World => {
                ("W".to_owned(), Place::Group)
            }
            Some(group @ Area::Aggregate(_)) => {
                (group.code(Code::M49).unwrap_or(text).to_owned(), Place::Group)
            }
            Some(Area::Part(_)) => (text.to_owned(), Place::Part),
            None => (text.to_owned(), Place::Unknown),
        };
        if found.is_none() && !is_world {
            let code = if text.is_empty() { "indicators-no-area" } else { "indicators-area" };
            self.tell(code, text, given.line);
        }
        let word = self.table.word(&code);
        self.table.set_place(word, place);
        self.areas.insert(key.into(), word);
        word
    }

    /// Says of areas of a study which are groups, by its own codes.
    pub fn groups<'g>(&mut self, codes: impl IntoIterator<Item = &'g str>) {
        for code in codes {
            if area::find(code).is_none() && code != "W" {
                let word = self.table.word(code);
                self.table.set_place(word, Place::Group);
                self.areas.insert(format!("\u{1f}{code}").into(), word);
            }
        }
    }
}

/// The first value of a name.
fn first<'p>(parameters: &'p Parameters, name: &str) -> Option<&'p str> {
    parameters.0.get(name)?.first().map(String::as_str)
}
