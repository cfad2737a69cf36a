//! Data sets: what generic and structure-specific data have in common.

use std::collections::HashMap;

use daryn_model::Diagnostic;

use super::flaw::{Flaw, line};
use super::groups::{Groups, Series};
use super::header::{Header, Named, annotations};
use super::xml::{Space, Tag, Version, Xml};
use crate::row::{Action, Components, Mark, Place, Role, Row};
use crate::sdmx::structure::{Structure, Structures};
use crate::sink::{DataSet, Sink};
use crate::source::Source;

/// The identifier of the time, fixed by SDMX 2.1.
pub(super) const TIME: &str = "TIME_PERIOD";
/// The identifier of the measure of SDMX 2.1, and the usual one of 3.0.
pub(super) const VALUE: &str = "OBS_VALUE";
/// Problems of one file that are told.
pub(super) const MOST_TOLD: usize = 100;
/// Components of a file: as many as a sheet of a workbook has columns.
const MOST_COMPONENTS: u32 = 16_384;
/// Bytes of all values of one observation.
const LARGEST_ROW: usize = 16 << 20;

/// Where a component stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    DataSet,
    GroupKey,
    GroupAttribute,
    /// In a group, where key and attributes stand together.
    Group,
    SeriesKey,
    SeriesAttribute,
    Series,
    ObservationKey,
    ObservationAttribute,
    /// In an observation of a series, where all stand together.
    Observation,
    /// In an observation of no series.
    Flat,
}

const LEVELS: usize = Level::Flat as usize + 1;

/// A data set that is read.
pub(super) struct Data<'a> {
    pub(super) source: &'a Source,
    pub(super) sink: &'a mut dyn Sink,
    pub(super) told: &'a mut Vec<Diagnostic>,
    pub(super) header: Header,
    pub(super) structures: Option<&'a Structures>,
    pub(super) version: Version,
    pub(super) components: Components,
    pub(super) row: Row,
    /// The group that is read.
    pub(super) group: Row,
    pub(super) groups: Groups,
    pub(super) series: Series,
    pub(super) named: Named,
    structure: Option<&'a Structure>,
    known: [Known; LEVELS],
    announced: Option<DataSet>,
    data_sets: u32,
    /// How long the row is with what the data set says.
    base: Mark,
    /// What is to be done with the data set.
    action: Action,
    has_value: bool,
    is_late: bool,
    /// Only components are wanted.
    is_survey: bool,
    /// Series of which no observation is given.
    pub(super) empty: u64,
    /// Whether an observation says of itself what is to be done with it.
    pub(super) has_actions: bool,
}

/// Components that were seen on a level: number and role by name.
#[derive(Default)]
struct Known {
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
    /// The one that is expected next, since elements of one kind are alike.
    next: usize,
}

struct Entry {
    name: String,
    component: u32,
    role: Role,
    /// First byte of the element in which it stood last.
    last: Option<u64>,
}

impl<'a> Data<'a> {
    /// Nothing is read yet.
    pub(super) fn new(
        source: &'a Source,
        sink: &'a mut dyn Sink,
        told: &'a mut Vec<Diagnostic>,
        structures: Option<&'a Structures>,
        version: Version,
    ) -> Data<'a> {
        Data {
            is_survey: sink.wants_only_components(),
            source,
            sink,
            told,
            header: Header::default(),
            structures,
            version,
            components: Components::default(),
            row: Row::default(),
            group: Row::default(),
            groups: Groups::default(),
            series: Series::default(),
            named: Named::default(),
            structure: None,
            known: Default::default(),
            announced: None,
            data_sets: 0,
            base: Mark::default(),
            action: Action::default(),
            has_value: false,
            is_late: false,
            empty: 0,
            has_actions: false,
        }
    }

    /// Whether a row that differs from the one before in values only can be left out.
    #[inline]
    pub(super) fn is_survey(&self) -> bool {
        self.is_survey && self.groups.is_empty() && !self.has_actions
    }

    /// A data set begins with this element.
    pub(super) fn begin(&mut self, tag: &Tag<'_>) -> Result<(), Flaw> {
        let at = tag.start();
        let set = |name: &str| match tag.get(Space::Specific, name)? {
            Some(value) => Ok(Some(value)),
            None => tag.get(Space::None, name),
        };
        let reference = set("structureRef")?.unwrap_or_default();
        self.named = self.find(&reference, at);
        let action = set("action")?.and_then(|action| Action::parse(&action));
        self.action = action.or(self.header.action).unwrap_or_default();
        let id = set("setID")?.map_or_else(|| self.header.id.clone(), |id| id.into_owned());
        let header = &self.header;
        let vintage = [&header.prepared, &header.extracted].into_iter().find(|day| !day.is_empty());
        let is_named = !self.named.name.is_empty();
        self.announced = Some(DataSet {
            id,
            names: header.names.clone(),
            structure: is_named.then(|| (self.named.kind.to_owned(), self.named.name.clone())),
            action: self.action,
            source: header.sender.clone(),
            vintage: vintage.cloned().unwrap_or_default(),
            annotations: Vec::new(),
        });
        self.structure = self.structures.and_then(|all| {
            let found = all.named(&self.named.name);
            let structure = found.or_else(|| all.find(&self.named.name));
            if found.is_none()
                && let Some(other) = structure
            {
                let at = line(self.source, at);
                let told =
                    Diagnostic::warning("stats-sdmx-other-structure", self.source.name(), at);
                let named = self.named.name.clone();
                self.told.push(told.with("named", named).with("used", &other.name));
            }
            structure
        });
        self.known = Default::default();
        self.groups = Groups::default();
        self.row.back_to(Mark::default());
        self.row.action = self.action;
        self.row.data_set = self.data_sets;
        self.has_value = false;
        Ok(())
    }

    /// The structure of the header that a data set refers to.
    fn find(&mut self, reference: &str, at: u64) -> Named {
        let all = &self.header.structures;
        if let Some(found) = all.iter().find(|named| named.id == reference) {
            return found.clone();
        }
        // Some servers write one name here and another one there: with one structure it is clear
        // which is meant.
        let only = if all.len() == 1 { all.first().cloned() } else { None };
        if !reference.is_empty() || only.is_none() {
            self.warn("stats-sdmx-structure-ref", at, Some(reference));
        }
        only.unwrap_or_else(|| Named { name: reference.to_owned(), ..Named::default() })
    }

    /// Tells something strange at a byte.
    pub(super) fn warn(&mut self, code: &str, at: u64, name: Option<&str>) {
        // To find the line the file is read to that place.
        if self.told.len() >= MOST_TOLD {
            return;
        }
        let mut told = Diagnostic::warning(code, self.source.name(), line(self.source, at));
        told.args.extend(name.map(|name| ("name".to_owned(), name.to_owned())));
        self.told.push(told);
    }

    /// What the data set says of itself is known: it is announced, and rows begin with it.
    pub(super) fn announce(&mut self) {
        if let Some(mut data_set) = self.announced.take() {
            data_set.annotations.clone_from(&self.row.annotations);
            self.sink.data_set(&data_set);
            self.base = self.row.mark();
            self.bare();
        }
    }

    /// The data set ends.
    pub(super) fn end(&mut self) {
        self.announce();
        let idle = self.groups.idle();
        if idle > 0 {
            let told = Diagnostic::warning("stats-sdmx-group-idle", self.source.name(), 0);
            self.told.push(told.with("n", idle));
        }
        self.data_sets += 1;
    }

    /// A series begins, or has ended: the row is what the data set says.
    pub(super) fn begin_series(&mut self) {
        self.row.back_to(self.base);
        self.row.action = self.action;
        self.bare();
    }

    /// All that the series says up to now is in the row.
    pub(super) fn bare(&mut self) {
        let bare = self.row.mark();
        self.series = Series { bare, whole: bare, is_spread: false, action: self.row.action };
    }

    /// Something else is said of a series; what was said of its observations is forgotten.
    pub(super) fn more_of_series(&mut self) {
        self.row.back_to(self.series.bare);
    }

    /// An observation begins.
    #[inline]
    pub(super) fn begin_observation(&mut self) {
        if !self.series.is_spread && !self.groups.is_empty() && self.groups.is_decided() {
            self.row.back_to(self.series.bare);
            self.groups.spread_on_series(&mut self.row);
            self.series.whole = self.row.mark();
            self.series.is_spread = true;
        }
        self.row.back_to(self.series.whole);
        self.row.action = self.series.action;
    }

    /// An observation is complete.
    #[inline]
    pub(super) fn end_observation(&mut self, start: u64, end: u64) -> Result<(), Flaw> {
        if !self.groups.is_late() {
            self.groups.learn(&self.row, start)?;
        }
        if !self.groups.is_empty() {
            self.groups.spread(&mut self.row, !self.series.is_spread);
        }
        self.row.place = Place { stream: 0, start, end, cell: None };
        self.sink.row(&self.row, &self.components).map_err(|_| Flaw::Stopped)?;
        self.row.given();
        Ok(())
    }

    /// A group is complete.
    pub(super) fn end_group(&mut self, at: u64) -> Result<(), Flaw> {
        if self.groups.is_late() && !self.is_late {
            self.is_late = true;
            self.warn("stats-sdmx-group-late", at, None);
        }
        self.groups.add(&self.group, at)?;
        self.group.back_to(Mark::default());
        self.series.is_spread = false;
        Ok(())
    }

    /// Adds a component with its value to what is read. `element` is the first byte of the element
    /// in which it may stand once; `None` where it may stand several times.
    #[inline]
    pub(super) fn push(
        &mut self,
        level: Level,
        name: &str,
        language: &str,
        value: &str,
        element: Option<u64>,
    ) -> Result<(), Flaw> {
        let (component, role) = self.component(level, name, element)?;
        let row = match level {
            Level::Group | Level::GroupKey | Level::GroupAttribute => &mut self.group,
            _ => &mut self.row,
        };
        row.push_text(component, role, language, value);
        if row.size() > LARGEST_ROW {
            return Err(Flaw::At("stats-xml-long", element.unwrap_or_default()));
        }
        Ok(())
    }

    /// Number and role of a component.
    #[inline]
    fn component(
        &mut self,
        level: Level,
        name: &str,
        element: Option<u64>,
    ) -> Result<(u32, Role), Flaw> {
        if level == Level::Observation && !self.has_value && name == VALUE {
            self.has_value = true;
            // Now it is known what others are.
            self.known[level as usize] = Known::default();
        }
        let known = &mut self.known[level as usize];
        let is_at = |place: &usize| known.entries.get(*place).is_some_and(|at| at.name == name);
        let expected = [known.next, 0].into_iter().find(is_at);
        let place = expected.or_else(|| known.places.get(name).copied());
        let place = match place {
            Some(place) => place,
            None => {
                let role = self.role(level, name);
                let component = self.components.number(name);
                if component >= MOST_COMPONENTS {
                    let at = element.unwrap_or_default();
                    return Err(Flaw::At("stats-sdmx-components", at));
                }
                let known = &mut self.known[level as usize];
                known.entries.push(Entry { name: name.to_owned(), component, role, last: None });
                known.places.insert(name.to_owned(), known.entries.len() - 1);
                known.entries.len() - 1
            }
        };
        let known = &mut self.known[level as usize];
        known.next = place + 1;
        let entry = &mut known.entries[place];
        if let Some(at) = element {
            if entry.last == element {
                return Err(Flaw::Named("stats-xml-twice", at, name.to_owned()));
            }
            entry.last = element;
        }
        Ok((entry.component, entry.role))
    }

    /// What a component is, by the structure, or by where it stands.
    fn role(&self, level: Level, name: &str) -> Role {
        let mut told = self.structure.and_then(|structure| structure.role(name));
        if told.is_some_and(Role::is_attribute) {
            // The level is the one on which it stands: what a structure says is only the highest
            // one on which it may stand, and what is said below takes its place.
            told = Some(match level {
                Level::DataSet => Role::DataSetAttribute,
                Level::GroupKey | Level::GroupAttribute | Level::Group => Role::GroupAttribute,
                Level::SeriesKey | Level::SeriesAttribute | Level::Series => Role::SeriesAttribute,
                Level::Flat if told == Some(Role::SeriesAttribute) => Role::SeriesAttribute,
                _ => Role::ObservationAttribute,
            });
        }
        let is_time = name == TIME || told == Some(Role::Period);
        let attribute = |role: Role| told.filter(|told| told.is_attribute()).unwrap_or(role);
        match level {
            Level::GroupKey | Level::SeriesKey | Level::ObservationKey if is_time => Role::Period,
            Level::GroupKey | Level::SeriesKey | Level::ObservationKey => Role::Dimension,
            Level::DataSet => attribute(Role::DataSetAttribute),
            Level::SeriesAttribute => attribute(Role::SeriesAttribute),
            Level::ObservationAttribute => attribute(Role::ObservationAttribute),
            Level::GroupAttribute => Role::GroupAttribute,
            _ if is_time => Role::Period,
            Level::Group => match told {
                Some(Role::Dimension) => Role::Dimension,
                Some(_) => Role::GroupAttribute,
                None => Role::Unresolved,
            },
            _ if told.is_some() => told.unwrap_or(Role::Unresolved),
            _ if name == VALUE => Role::Measure,
            _ if name == self.named.dimension => Role::Dimension,
            // All other dimensions stand in the series. What is left is an attribute, or, in 3.0,
            // one of several measures, none of which then is called OBS_VALUE.
            Level::Observation if self.version == Version::V21 || self.has_value => {
                Role::ObservationAttribute
            }
            // No measure is said of a series or of a data set.
            Level::Observation if self.is_known_above(name) => Role::ObservationAttribute,
            _ => Role::Unresolved,
        }
    }

    /// Whether a component stood on a level above observations.
    fn is_known_above(&self, name: &str) -> bool {
        [Level::DataSet, Level::Series, Level::SeriesAttribute]
            .iter()
            .any(|level| self.known[*level as usize].places.contains_key(name))
    }

    /// The component that changes from one observation of a series to the next.
    pub(super) fn dimension(&self) -> String {
        match self.named.dimension.as_str() {
            "" | "AllDimensions" => TIME.to_owned(),
            name => name.to_owned(),
        }
    }

    /// Remarks on what is read, whose element is open.
    pub(super) fn remarks(&mut self, xml: &mut Xml, is_group: bool) -> Result<(), Flaw> {
        let remarks = annotations(xml)?;
        let row = if is_group { &mut self.group } else { &mut self.row };
        row.annotations.extend(remarks);
        Ok(())
    }

    /// What the structure calls the value of an observation.
    pub(super) fn value_name(&self) -> &'a str {
        let measures = self.structure.map(|structure| structure.measures.as_slice());
        match measures {
            Some([only]) => only,
            _ => VALUE,
        }
    }
}
