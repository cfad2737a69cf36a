//! One observation as it stands in a file.

use std::collections::HashMap;
use std::ops::Range;

/// What a component is to an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A part of the key.
    Dimension,
    /// The part of the key that is the time.
    Period,
    /// What was measured. Most structures have one measure, SDMX 3.0 may have several.
    Measure,
    /// Said of the whole data set.
    DataSetAttribute,
    /// Said of all observations that share a part of the key.
    GroupAttribute,
    /// Said of a series.
    SeriesAttribute,
    /// Said of this observation.
    ObservationAttribute,
    /// Without the structure it cannot be told whether it is a dimension or an attribute.
    Unresolved,
    /// A column of the file that is no component.
    Extra,
}

impl Role {
    /// How low something is said: what stands lower takes the place of what stands higher, in whatever
    /// order they come. Of what is not resolved the level is that of a series, on which keys stand.
    pub fn level(self) -> u8 {
        match self {
            Role::DataSetAttribute => 0,
            Role::GroupAttribute => 1,
            Role::SeriesAttribute | Role::Unresolved => 2,
            Role::ObservationAttribute | Role::Extra => 3,
            Role::Dimension | Role::Period | Role::Measure => 4,
        }
    }

    /// Whether it is an attribute, at whatever level.
    pub fn is_attribute(self) -> bool {
        use Role::{DataSetAttribute, GroupAttribute, ObservationAttribute, SeriesAttribute};
        matches!(self, DataSetAttribute | GroupAttribute | SeriesAttribute | ObservationAttribute)
    }
}

/// What is to be done with an observation. Source: SDMX 2.1 section 3A, SDMX 3.0 section 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Action {
    /// Only tells. The default where a file says nothing.
    #[default]
    Information,
    /// Adds observations that are new.
    Append,
    /// Adds or changes what is named (SDMX 3.0).
    Merge,
    /// Takes the place of what was there.
    Replace,
    /// What is named is no longer there.
    Delete,
}

impl Action {
    /// Reads the names and letters of SDMX-ML, SDMX-JSON and SDMX-CSV.
    pub fn parse(text: &str) -> Option<Action> {
        Some(match text.trim() {
            "Information" | "I" => Action::Information,
            "Append" | "A" => Action::Append,
            "Merge" | "M" => Action::Merge,
            "Replace" | "R" => Action::Replace,
            "Delete" | "D" => Action::Delete,
            _ => return None,
        })
    }

    /// The letter of SDMX-CSV 2.0.
    pub fn letter(self) -> &'static str {
        match self {
            Action::Information => "I",
            Action::Append => "A",
            Action::Merge => "M",
            Action::Replace => "R",
            Action::Delete => "D",
        }
    }
}

/// A remark of the publisher on an observation or what holds it (SDMX `Annotation`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Its identifier, where there is one.
    pub id: Option<String>,
    /// What sort of remark it is.
    pub kind: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// An address.
    pub url: Option<String>,
    /// Its words by language tag; the tag is empty where none is given.
    pub texts: Vec<(String, String)>,
}

/// Where an observation stands: bytes in a stream, and for a workbook the cell.
///
/// The stream is what is left when packing is undone: the whole of a plain file, what a `.gz` file
/// unpacks to, an entry of an archive, or the part of a workbook that holds a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// Number of the stream, as it was announced to [`Sink::stream`](crate::Sink::stream).
    pub stream: u32,
    /// First byte.
    pub start: u64,
    /// The byte behind the last one.
    pub end: u64,
    /// Row and column of the cell, both from 1.
    pub cell: Option<(u32, u32)>,
}

/// The components of a file by number, in the order in which they first stand in it.
#[derive(Debug, Clone, Default)]
pub struct Components {
    names: Vec<String>,
    places: HashMap<String, u32>,
}

impl Components {
    /// The number of a component.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.places.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), number);
        number
    }

    /// The identifier of a component; empty for a number that was not given.
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// The number of a component that has one.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.places.get(name).copied()
    }

    /// All identifiers, in the order of their numbers.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// One component of an observation and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Number of the component.
    pub component: u32,
    /// What it is to the observation.
    pub role: Role,
    /// Language tag of a text, as a range of the row's words; empty where none is given.
    language: Range<u32>,
    value: Range<u32>,
}

/// An observation: the parts of its key, its values and its attributes, in the order of the file.
///
/// Values are the characters that stand in the file with entities and escapes undone, never
/// numbers: `1.50` stays `1.50`, and what is missing has no part. A component that comes several
/// times has several values (SDMX 3.0).
#[derive(Debug, Clone, Default)]
pub struct Row {
    words: String,
    parts: Vec<Part>,
    /// What is to be done with it.
    pub action: Action,
    /// Where it stands.
    pub place: Place,
    /// Number of the data set, as it was announced to [`Sink::data_set`](crate::Sink::data_set).
    pub data_set: u32,
    /// Remarks on it and on what holds it.
    pub annotations: Vec<Annotation>,
    unchanged: usize,
}

/// How long a row was: what a series says stays while its observations come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    words: usize,
    parts: usize,
    annotations: usize,
}

impl Row {
    /// Adds a component and its value.
    #[inline]
    pub fn push(&mut self, component: u32, role: Role, value: &str) {
        self.push_text(component, role, "", value);
    }

    /// Adds a component whose value is a text in a language.
    #[inline]
    pub fn push_text(&mut self, component: u32, role: Role, language: &str, value: &str) {
        let language = self.add(language);
        let value = self.add(value);
        self.parts.push(Part { component, role, language, value });
    }

    #[inline]
    fn add(&mut self, text: &str) -> Range<u32> {
        let start = self.words.len() as u32;
        self.words.push_str(text);
        start..self.words.len() as u32
    }

    /// How long the row is now.
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark {
            words: self.words.len(),
            parts: self.parts.len(),
            annotations: self.annotations.len(),
        }
    }

    /// Bytes of its words.
    #[inline]
    pub fn size(&self) -> usize {
        self.words.len()
    }

    /// Forgets what was added since the row was so long.
    #[inline]
    pub fn back_to(&mut self, mark: Mark) {
        self.words.truncate(mark.words);
        self.parts.truncate(mark.parts);
        self.annotations.truncate(mark.annotations);
        self.unchanged = self.unchanged.min(mark.parts);
    }

    /// Says that the row was given away as it is. A reader that gives no other row in between may
    /// say so, and spares those who take rows to look at what a series says again and again.
    #[inline]
    pub fn given(&mut self) {
        self.unchanged = self.parts.len();
    }

    /// Parts at the beginning that are those of the row that was given before.
    #[inline]
    pub fn unchanged(&self) -> usize {
        self.unchanged
    }

    /// Its components and their values.
    #[inline]
    pub fn parts(&self) -> impl Iterator<Item = (&Part, &str)> {
        self.parts.iter().map(|part| (part, self.slice(&part.value)))
    }

    /// A component and its value, by its place in the row.
    #[inline]
    pub fn part(&self, place: usize) -> Option<(&Part, &str)> {
        self.parts.get(place).map(|part| (part, self.slice(&part.value)))
    }

    /// Language tag of the value of a part; empty where none is given.
    #[inline]
    pub fn language(&self, part: &Part) -> &str {
        self.slice(&part.language)
    }

    /// The first value of a component.
    #[inline]
    pub fn get(&self, component: u32) -> Option<&str> {
        self.parts().find(|(part, _)| part.component == component).map(|(_, value)| value)
    }

    /// The first value of a component on the lowest level on which it has one: what is said of an
    /// observation goes before what is said of its series, and that before what is said of all.
    pub fn lowest(&self, component: u32) -> Option<&str> {
        let mut found: Option<(u8, &str)> = None;
        for (part, value) in self.parts().filter(|(part, _)| part.component == component) {
            if found.is_none_or(|(known, _)| known < part.role.level()) {
                found = Some((part.role.level(), value));
            }
        }
        found.map(|(_, value)| value)
    }

    /// The first value of a role, for example the period or the measure.
    pub fn of_role(&self, role: Role) -> Option<&str> {
        self.parts().find(|(part, _)| part.role == role).map(|(_, value)| value)
    }

    /// The value as it stands in the file; `None` where there is none.
    pub fn value(&self) -> Option<&str> {
        self.of_role(Role::Measure)
    }

    #[inline]
    fn slice(&self, range: &Range<u32>) -> &str {
        self.words.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_series_says_stays_while_observations_come_and_go() {
        let mut components = Components::default();
        let area = components.number("REF_AREA");
        let (time, value) = (components.number("TIME_PERIOD"), components.number("OBS_VALUE"));
        let mut row = Row::default();
        row.push(area, Role::Dimension, "KAZ");
        let series = row.mark();
        for (year, literal) in [("2019", "1.50"), ("2020", "")] {
            row.back_to(series);
            row.push(time, Role::Period, year);
            row.push(value, Role::Measure, literal);
            assert_eq!(row.unchanged(), if year == "2019" { 0 } else { 1 });
            row.given();
            let seen: Vec<_> = row.parts().map(|(part, text)| (part.component, text)).collect();
            assert_eq!(seen, [(0, "KAZ"), (1, year), (2, literal)]);
        }
        assert_eq!((row.value(), row.get(area)), (Some(""), Some("KAZ")));
        row.back_to(series);
        assert_eq!((row.value(), row.of_role(Role::Period)), (None, None));
        assert_eq!(components.number("REF_AREA"), 0);
        assert_eq!((components.name(2), components.name(9)), ("OBS_VALUE", ""));
    }

    #[test]
    fn actions_have_names_and_letters() {
        for name in ["Information", "Append", "Merge", "Replace", "Delete"] {
            let action = Action::parse(name).expect("an action");
            assert_eq!(Action::parse(action.letter()), Some(action));
        }
        assert_eq!(Action::parse("Update"), None);
    }
}
