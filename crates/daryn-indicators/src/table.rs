//! The harmonised table of observations: series of points, each with its citation.

use std::collections::HashMap;
use std::fmt::Write as _;

use daryn_model::Date;
use daryn_stats::codes::TimePeriod;
use daryn_stats::codes::period::Kind;
use daryn_stats::{DarynId, Place as Bytes};

pub use crate::catalogue::Made as Nature;

/// A text that is kept once. The number says nothing of the order of texts. The word that is
/// given if nothing else is said is that of the empty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Word(u32);

impl Word {
    /// The whole world as a partner. Every table knows it, also where no figure names it.
    pub const WORLD: Word = Word(1);
}

/// Number of a series in its table.
pub type SeriesId = u32;

/// Number of a series, and of a point in it.
pub type PointId = (SeriesId, u32);

/// What sort of area it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Place {
    /// A country or territory of today.
    Country,
    /// One that is no more.
    Former,
    /// Several countries, the world.
    Group,
    /// A part of a country.
    Part,
    /// Not known.
    #[default]
    Unknown,
}

/// Status of an observation, after the SDMX code list `CL_OBS_STATUS` 2.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Normal.
    #[default]
    Normal,
    /// The first one behind a break.
    Break,
    /// Provisional.
    Provisional,
    /// Estimated by whoever published it.
    Estimated,
    /// The result of a model.
    Modelled,
    /// Said of a time to come.
    Forecast,
    /// Computed or inferred from other figures.
    Derived,
    /// Of low reliability, or in doubt.
    Doubtful,
    /// There is no value.
    Missing,
}

impl Status {
    /// Its letter; what is computed has a word, because the list has none for it.
    pub fn code(self) -> &'static str {
        match self {
            Status::Normal => "A",
            Status::Break => "B",
            Status::Provisional => "P",
            Status::Estimated => "E",
            Status::Modelled => "modelled",
            Status::Forecast => "F",
            Status::Derived => "derived",
            Status::Doubtful => "U",
            Status::Missing => "M",
        }
    }
}

/// One observation.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The time that it is about.
    pub period: TimePeriod,
    /// Its value, in the unit of its series; `None` where there is none, which is never zero.
    pub value: Option<f64>,
    /// The value as it stands in the source; empty for what is computed.
    pub literal: Box<str>,
    /// Its status.
    pub status: Status,
    /// Where it stands; empty for what is computed.
    pub at: Citation,
    /// A remark.
    pub note: Word,
    /// The points from which it was computed.
    pub rests_on: Box<[PointId]>,
}

/// A period as studies write it: spans of days by the years, months or days of their ends.
pub fn when(period: TimePeriod) -> String {
    if !matches!(period.kind(), Kind::Span | Kind::Moment) {
        return period.to_string();
    }
    let (start, end) = (period.start(), period.end());
    let month = Date { day: None, ..end };
    let is_months = start.day == Some(1) && month.last_day() == period.days().1;
    let is_years = is_months && start.month == Some(1) && end.month == Some(12);
    match (is_years, is_months) {
        // Two years that follow each other would look like an academic year.
        (true, _) if end.year > start.year + 1 => format!("{}/{}", start.year, end.year),
        (_, true) => format!("{}/{month}", Date { day: None, ..start }),
        _ => period.to_model().to_string(),
    }
}

/// Where an observation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Citation {
    /// Number of the file.
    pub file: u32,
    /// Line in it; 0 where bytes tell the place.
    pub line: u32,
    /// Bytes in it.
    pub bytes: Bytes,
    /// Name of bytes elsewhere, as a study keeps it.
    pub named: Word,
}

/// Observations of one quantity from one source, in the order of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// Indicator of the catalogue, or the source's own code where the catalogue has none.
    pub indicator: Word,
    /// The source's own code.
    pub code: Word,
    /// Reporting area: ISO 3166-1 alpha-3, a group, or what stands in the source.
    pub area: Word,
    /// What stands in the source for it.
    pub area_text: Word,
    /// Partner area, `W` for all.
    pub partner: Word,
    /// Sex, SDMX code.
    pub sex: Word,
    /// Age group; `_T` for all.
    pub age: Word,
    /// Education, specialty or field; `_T` for all.
    pub education: Word,
    /// Other parts of the key.
    pub detail: Word,
    /// Name of the unit in the catalogue, or what stands in the source.
    pub unit: Word,
    /// Who publishes it.
    pub source: Word,
    /// Release.
    pub vintage: Word,
    /// What is counted, in the source's words.
    pub definition: Word,
    /// Name of the series in the source or the study: only its points may be joined.
    pub group: Word,
    /// How it counts: a `[[count]]` of the catalogue.
    pub counts: Word,
    /// Who answers for it: `official`, `via_press`, `press`, `academic`.
    pub answers: Word,
    /// Whether it was counted; `None` where it is not known.
    pub made: Option<Nature>,
    /// Whether it is an aim and no observation.
    pub is_aim: bool,
    /// Whether it was computed here.
    pub is_computed: bool,
    /// Its points by period, each period in the order in which it came.
    pub points: Vec<Point>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct File {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes; empty where places are lines.
    pub sha256: String,
}

/// All observations.
#[derive(Debug, Clone)]
pub struct Table {
    texts: Vec<Box<str>>,
    words: HashMap<Box<str>, Word>,
    /// Sorts of areas by the number of their word.
    places: Vec<Place>,
    /// Files.
    pub files: Vec<File>,
    /// Series, in the order in which they came; computed ones last.
    pub series: Vec<Series>,
}

impl Default for Table {
    /// A table without figures.
    fn default() -> Table {
        let mut table = Table {
            texts: Vec::new(),
            words: HashMap::new(),
            places: Vec::new(),
            files: Vec::new(),
            series: Vec::new(),
        };
        // In the order of their numbers.
        table.word("");
        table.word("W");
        table
    }
}

impl Table {
    /// The word of a text.
    pub fn word(&mut self, text: &str) -> Word {
        if let Some(word) = self.words.get(text) {
            return *word;
        }
        let word = Word(self.texts.len() as u32);
        self.texts.push(text.into());
        self.words.insert(text.into(), word);
        word
    }

    /// The word of a text that occurs.
    pub fn known(&self, text: &str) -> Option<Word> {
        self.words.get(text).copied()
    }

    /// The text of a word.
    pub fn text(&self, word: Word) -> &str {
        self.texts.get(word.0 as usize).map_or("", |text| text)
    }

    /// The sort of an area.
    pub fn place(&self, area: Word) -> Place {
        self.places.get(area.0 as usize).copied().unwrap_or_default()
    }

    pub(crate) fn set_place(&mut self, area: Word, place: Place) {
        let at = area.0 as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, Place::Unknown);
        }
        self.places[at] = place;
    }

    /// A point.
    pub fn point(&self, (series, point): PointId) -> &Point {
        &self.series[series as usize].points[point as usize]
    }

    /// Where a point stands: `file:line`, `file#3fb2a1c0:120-164`; of what is computed, the places
    /// of all that it rests on, with `; ` between them.
    pub fn support(&self, id: PointId) -> String {
        let mut places = Vec::new();
        self.places_of(id, &mut places);
        places.dedup();
        places.join("; ")
    }

    fn places_of(&self, id: PointId, places: &mut Vec<String>) {
        let point = self.point(id);
        // Computed series rest on earlier ones only: this ends.
        point.rests_on.iter().for_each(|below| self.places_of(*below, places));
        if point.rests_on.is_empty() {
            places.push(self.cited(&point.at));
        }
    }

    /// The status of a point as tables tell it. What was computed is `derived`, with the worst
    /// status of the figures on which it rests behind a plus where that is no count of its own:
    /// `derived+P`, `derived+E`, `derived+modelled`, `derived+F`. In doubt is what rests on a figure
    /// in doubt: `U`.
    pub fn status(&self, id: PointId) -> String {
        let own = self.point(id).status;
        match self.worst(id) {
            Some(worst) if own == Status::Derived => format!("{}+{}", own.code(), worst.code()),
            _ => own.code().to_owned(),
        }
    }

    /// The worst status of the observations on which a computed point rests, where they are
    /// provisional, estimated, modelled or forecast; `None` of what was observed.
    pub fn worst(&self, id: PointId) -> Option<Status> {
        let mut leaves = Vec::new();
        self.leaves(id, &mut leaves);
        let is_computed = !self.point(id).rests_on.is_empty();
        let statuses = leaves.iter().map(|leaf| self.point(*leaf).status);
        let is_told =
            |one: &Status| (Status::Provisional..=Status::Forecast).contains(one) && is_computed;
        statuses.filter(is_told).max()
    }

    /// The releases of the observations on which a point rests, with ` + ` between them.
    pub fn vintage(&self, id: PointId) -> String {
        let mut leaves = Vec::new();
        self.leaves(id, &mut leaves);
        let of = |leaf: &PointId| self.text(self.series[leaf.0 as usize].vintage);
        let vintages: std::collections::BTreeSet<&str> =
            leaves.iter().map(of).filter(|text| !text.is_empty()).collect();
        vintages.into_iter().collect::<Vec<_>>().join(" + ")
    }

    /// The observations on which a point rests: itself where it was observed.
    fn leaves(&self, id: PointId, leaves: &mut Vec<PointId>) {
        let point = self.point(id);
        // Computed series rest on earlier ones only: this ends.
        point.rests_on.iter().for_each(|below| self.leaves(*below, leaves));
        if point.rests_on.is_empty() {
            leaves.push(id);
        }
    }

    fn cited(&self, at: &Citation) -> String {
        let Some(file) = self.files.get(at.file as usize) else { return String::new() };
        let mut text = file.name.clone();
        let named = self.text(at.named);
        if !named.is_empty() {
            let _ = write!(text, "#{named}");
        } else if let Some(id) = DarynId::new(&file.sha256, at.bytes) {
            let _ = write!(text, "#{id}");
        } else {
            let _ = write!(text, ":{}", at.line);
        }
        text
    }

    /// Whether a series counts all people of its area and partner, without parts.
    pub fn is_total(&self, series: &Series) -> bool {
        [series.sex, series.age, series.education].into_iter().all(|word| self.is_all(word))
            && self.text(series.detail).is_empty()
    }

    /// Whether a code of a part means all.
    pub fn is_all(&self, word: Word) -> bool {
        matches!(self.text(word), "" | "_T")
    }

    /// Parts of people that a series counts, as `sex=F;education=HIGHER`; empty for all.
    pub fn part(&self, series: &Series) -> String {
        let parts = [("sex", series.sex), ("age", series.age), ("education", series.education)];
        let mut texts: Vec<String> = parts
            .iter()
            .filter(|(_, word)| !self.is_all(*word))
            .map(|(name, word)| format!("{name}={}", self.text(*word)))
            .collect();
        let detail = self.text(series.detail);
        if !detail.is_empty() {
            texts.push(detail.to_owned());
        }
        texts.join(";")
    }

    /// Points of a series that have a value, by period; of a period that came several times the
    /// last one that is in no doubt.
    pub fn values<'a>(&self, series: &'a Series) -> Vec<(u32, &'a Point, f64)> {
        let mut values: Vec<(u32, &Point, f64)> = Vec::with_capacity(series.points.len());
        for (number, point) in (0..).zip(&series.points) {
            let Some(value) = point.value else { continue };
            match values.last_mut() {
                Some(last) if last.1.period == point.period => {
                    if point.status <= last.1.status || last.1.status < Status::Doubtful {
                        *last = (number, point, value);
                    }
                }
                _ => values.push((number, point, value)),
            }
        }
        values
    }
}
