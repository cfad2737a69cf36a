//! Data structures: which components observations have, in which order, and what they are.

use crate::row::Role;
use crate::sink::{Item, Sink, Stop};
use crate::{Components, Row};

/// A data structure definition. Source: SDMX 2.1 section 2, 5; SDMX 3.0 section 2, 5.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// `AGENCY:ID(VERSION)`.
    pub name: String,
    /// Dimensions in their order, without that of time.
    pub dimensions: Vec<String>,
    /// The dimension of time, where there is one.
    pub time: Option<String>,
    /// Measures; one before SDMX 3.0.
    pub measures: Vec<String>,
    /// Attributes in their order, and what they are attached to.
    pub attributes: Vec<(String, Attachment)>,
    /// Groups, and the dimensions that make their key.
    pub groups: Vec<(String, Vec<String>)>,
}

/// What an attribute says something of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attachment {
    /// The whole data set.
    DataSet,
    /// All observations that share the values of these dimensions.
    Dimensions(Vec<String>),
    /// All observations of a group.
    Group(String),
    /// One observation.
    Observation,
}

impl Structure {
    /// What a component is to an observation; `None` where the structure does not have it.
    pub fn role(&self, component: &str) -> Option<Role> {
        if self.time.as_deref() == Some(component) {
            return Some(Role::Period);
        }
        if self.dimensions.iter().any(|name| name == component) {
            return Some(Role::Dimension);
        }
        if self.measures.iter().any(|name| name == component) {
            return Some(Role::Measure);
        }
        let (_, attachment) = self.attributes.iter().find(|(name, _)| name == component)?;
        Some(match attachment {
            Attachment::DataSet => Role::DataSetAttribute,
            Attachment::Group(_) => Role::GroupAttribute,
            Attachment::Observation => Role::ObservationAttribute,
            // Attached to the time too, it differs from observation to observation.
            Attachment::Dimensions(names)
                if self.time.as_ref().is_some_and(|time| names.contains(time)) =>
            {
                Role::ObservationAttribute
            }
            Attachment::Dimensions(_) => Role::SeriesAttribute,
        })
    }

    /// All components: dimensions, the time, measures, attributes.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        let attributes = self.attributes.iter().map(|(name, _)| name);
        let keys = self.dimensions.iter().chain(&self.time);
        keys.chain(&self.measures).chain(attributes).map(String::as_str)
    }
}

/// Data structures and the data flows that follow them, taken from the items of structure messages.
#[derive(Debug, Clone, Default)]
pub struct Structures {
    /// All structures, in the order in which they were read.
    pub all: Vec<Structure>,
    /// Names of data flows and provision agreements, and of what they follow.
    pub flows: Vec<(String, String)>,
    /// What the structure that is being read has so far; items come before what holds them.
    open: Structure,
}

impl Structures {
    /// Whether there is no structure.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The structure that a data set refers to: by its name, by that of its data flow, or, if
    /// there is only one, that one.
    pub fn find(&self, name: &str) -> Option<&Structure> {
        self.named(name).or_else(|| self.all.first().filter(|_| self.all.len() == 1))
    }

    /// The structure that has a name, or that a data flow of this name follows. Versions that one
    /// side does not give are not compared.
    pub fn named(&self, name: &str) -> Option<&Structure> {
        let mut name = name;
        // A provision agreement follows a data flow, which follows a structure.
        for _ in 0..3 {
            if let Some(found) = self.all.iter().find(|structure| is_same(&structure.name, name)) {
                return Some(found);
            }
            name = &self.flows.iter().find(|(flow, _)| is_same(flow, name))?.1;
        }
        None
    }

    /// Takes an item of a data structure.
    fn component(&mut self, item: &Item) {
        let concept = || {
            let name = references(item, "ConceptIdentity").next().map_or("", String::as_str);
            name.rsplit(['.', ')']).next().unwrap_or_default()
        };
        let id = if item.id.is_empty() { concept() } else { &item.id }.to_owned();
        let open = &mut self.open;
        match item.element.as_str() {
            "Dimension" | "MeasureDimension" => open.dimensions.push(id),
            "TimeDimension" => {
                open.time = Some(if id.is_empty() { "TIME_PERIOD".to_owned() } else { id });
            }
            // Its identifier is fixed, whatever the concept is called (SDMX 2.1).
            "PrimaryMeasure" if item.id.is_empty() => open.measures.push("OBS_VALUE".to_owned()),
            "PrimaryMeasure" | "Measure" => open.measures.push(id),
            "Group" => {
                let names = references(item, "DimensionReference").cloned().collect();
                open.groups.push((id, names));
            }
            "Attribute" => {
                let of = |role| references(item, role);
                let dimensions: Vec<_> = of("AttributeRelationship/Dimension").cloned().collect();
                let is_of_observation = item.references.iter().any(|(kind, _)| {
                    kind == "AttributeRelationship/PrimaryMeasure"
                        || kind == "AttributeRelationship/Observation"
                });
                let attachment = if !dimensions.is_empty() {
                    Attachment::Dimensions(dimensions)
                } else if let Some(group) = of("AttributeRelationship/Group").next() {
                    Attachment::Group(group.clone())
                } else if is_of_observation {
                    Attachment::Observation
                } else {
                    Attachment::DataSet
                };
                open.attributes.push((id, attachment));
            }
            "DataStructure" => {
                let structure = std::mem::take(open);
                // A mere reference to a structure elsewhere, a stub, tells nothing.
                if !structure.dimensions.is_empty() || structure.time.is_some() {
                    self.all.push(Structure { name: item.holder.clone(), ..structure });
                }
            }
            _ => {}
        }
    }
}

/// What an item refers to in a role.
fn references<'a>(item: &'a Item, role: &'a str) -> impl Iterator<Item = &'a String> {
    item.references.iter().filter(move |(kind, _)| kind == role).map(|(_, name)| name)
}

/// Whether two names `AGENCY:ID(VERSION)` may mean the same.
fn is_same(one: &str, other: &str) -> bool {
    let parts = |name: &str| {
        let (name, version) = match name.split_once('(') {
            Some((name, version)) => (name, version.trim_end_matches(')')),
            None => (name, ""),
        };
        let (agency, id) = name.split_once(':').unwrap_or(("", name));
        [agency, id, version].map(str::to_owned)
    };
    let (one, other) = (parts(one), parts(other));
    !one[1].is_empty()
        && one[1] == other[1]
        && [0, 2].iter().all(|at: &usize| {
            let (one, other) = (&one[*at], &other[*at]);
            one == other || one.is_empty() || other.is_empty()
        })
}

impl Sink for Structures {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        match (item.kind.as_str(), item.element.as_str()) {
            ("DataStructure", _) => self.component(item),
            ("Dataflow", "Dataflow") | ("ProvisionAgreement", "ProvisionAgreement") => {
                let follows = ["Structure", "StructureUsage", "Dataflow"];
                let found =
                    item.references.iter().find(|(kind, _)| follows.contains(&kind.as_str()));
                if let Some((_, name)) = found {
                    self.flows.push((item.holder.clone(), name.clone()));
                }
            }
            _ => {}
        }
        Ok(())
    }
}
