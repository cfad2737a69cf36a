//! Observations in memory, column by column.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::ops::Range;

use crate::row::{Action, Annotation, Components, Place, Role, Row};
use crate::sink::{DataSet, Item, Label, Sink, Stop, Stream};

/// All observations of a file. The values of a column are kept once each, the literals of
/// measures one after another; all characters stand in one place.
///
/// Memory: about 4 bytes a cell that is filled, 20 bytes a row, and the characters.
#[derive(Debug, Default)]
pub struct Table {
    words: Words,
    columns: Vec<Column>,
    by_part: HashMap<(u32, Role), usize>,
    /// Columns of the parts of the last row: rows are mostly alike.
    layout: Vec<(u32, Role, usize)>,
    places: Vec<(u64, u32, u32)>,
    cells: HashMap<usize, (u32, u32)>,
    actions: Vec<Action>,
    sets: Vec<u32>,
    /// Values that come behind the first one of a component that has several.
    more: Vec<(usize, usize, u32)>,
    remarks: Vec<Vec<Annotation>>,
    /// First row and number of remarks from there on.
    remarks_from: Vec<(usize, usize)>,
    data_sets: Vec<DataSet>,
    streams: Vec<Stream>,
    labels: Vec<OwnedLabel>,
    items: Vec<Item>,
}

/// The name of a component or of a code, kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedLabel {
    /// Identifier of the component.
    pub component: String,
    /// The code; `None` where the component itself is named.
    pub code: Option<String>,
    /// Language tag; empty where none is given.
    pub language: String,
    /// What it is called.
    pub text: String,
}

/// A component in one role.
#[derive(Debug)]
pub struct Column {
    name: String,
    role: Role,
    /// By row: 0 where there is none, else the number of the value, from 1. May end early.
    codes: Vec<u32>,
    /// Language and value by number.
    values: Vec<(Range<usize>, Range<usize>)>,
    /// Numbers by hash; not kept for measures.
    index: Index,
}

impl Column {
    /// Identifier of the component.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is to the observations.
    pub fn role(&self) -> Role {
        self.role
    }

    /// How many different values there are; for measures how many values.
    pub fn values(&self) -> usize {
        self.values.len()
    }

    /// The number of the value of a row, from 0.
    pub fn code(&self, row: usize) -> Option<usize> {
        self.codes.get(row).and_then(|code| (*code as usize).checked_sub(1))
    }
}

#[derive(Debug, Default)]
struct Words(String);

impl Words {
    fn add(&mut self, text: &str) -> Range<usize> {
        let start = self.0.len();
        self.0.push_str(text);
        start..self.0.len()
    }

    fn get(&self, range: &Range<usize>) -> &str {
        self.0.get(range.clone()).unwrap_or_default()
    }
}

/// Numbers of values by their hash: a table of open addressing, at most half full.
#[derive(Debug, Default)]
struct Index {
    slots: Vec<u32>,
    used: usize,
    state: RandomState,
}

impl Index {
    /// The number of a value, from 1; it is added where it is new.
    fn number(
        &mut self,
        key: (&str, &str),
        values: &mut Vec<(Range<usize>, Range<usize>)>,
        words: &mut Words,
    ) -> u32 {
        if self.used * 2 >= self.slots.len() {
            self.grow(values, words);
        }
        let mask = self.slots.len() - 1;
        let mut at = self.state.hash_one(key) as usize & mask;
        loop {
            let number = self.slots[at];
            if number == 0 {
                let entry = (words.add(key.0), words.add(key.1));
                values.push(entry);
                self.used += 1;
                self.slots[at] = values.len() as u32;
                return self.slots[at];
            }
            let (language, value) = &values[number as usize - 1];
            if (words.get(language), words.get(value)) == key {
                return number;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self, values: &[(Range<usize>, Range<usize>)], words: &Words) {
        let size = (self.slots.len() * 2).max(16);
        self.slots = vec![0; size];
        for (place, (language, value)) in values.iter().enumerate() {
            let key = (words.get(language), words.get(value));
            let mut at = self.state.hash_one(key) as usize & (size - 1);
            while self.slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = place as u32 + 1;
        }
    }
}

impl Table {
    /// How many observations there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no observation.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The columns, in the order in which they first came.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The first column of a component.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Language and text of a value of a column by its number.
    pub fn value(&self, column: usize, code: usize) -> Option<(&str, &str)> {
        let (language, value) = self.columns.get(column)?.values.get(code)?;
        Some((self.words.get(language), self.words.get(value)))
    }

    /// The first value of a column in a row; `None` where there is none.
    pub fn get(&self, row: usize, column: usize) -> Option<&str> {
        let code = self.columns.get(column)?.code(row)?;
        self.value(column, code).map(|(_, value)| value)
    }

    /// All values of a row: column, language, value.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (&Column, &str, &str)> {
        let first = self.columns.iter().enumerate();
        let first = first.filter_map(move |(at, column)| Some((at, column.code(row)?)));
        let start = self.more.partition_point(|more| more.0 < row);
        let more = self.more[start..].iter().take_while(move |more| more.0 == row);
        let all = first.chain(more.map(|(_, at, code)| (*at, *code as usize - 1)));
        all.filter_map(|(at, code)| {
            let (language, value) = self.value(at, code)?;
            Some((&self.columns[at], language, value))
        })
    }

    /// Where a row stands.
    pub fn place(&self, row: usize) -> Option<Place> {
        let (start, length, stream) = *self.places.get(row)?;
        let cell = self.cells.get(&row).copied();
        Some(Place { stream, start, end: start + u64::from(length), cell })
    }

    /// What is to be done with a row.
    pub fn action(&self, row: usize) -> Action {
        self.actions.get(row).copied().unwrap_or_default()
    }

    /// The data set of a row.
    pub fn data_set(&self, row: usize) -> Option<&DataSet> {
        self.data_sets.get(*self.sets.get(row)? as usize)
    }

    /// Remarks on a row and on what holds it.
    pub fn annotations(&self, row: usize) -> &[Annotation] {
        let behind = self.remarks_from.partition_point(|(first, _)| *first <= row);
        let at = behind.checked_sub(1).map(|at| self.remarks_from[at].1);
        at.and_then(|at| self.remarks.get(at)).map_or(&[], Vec::as_slice)
    }

    /// All data sets.
    pub fn data_sets(&self) -> &[DataSet] {
        &self.data_sets
    }

    /// The streams that places count in.
    pub fn streams(&self) -> &[Stream] {
        &self.streams
    }

    /// Names of components and codes.
    pub fn labels(&self) -> &[OwnedLabel] {
        &self.labels
    }

    /// Items of structure messages.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The column of a part of a row, which stands at a place in it.
    fn at(&mut self, place: usize, key: (u32, Role), components: &Components) -> usize {
        if let Some((component, role, column)) = self.layout.get(place)
            && (*component, *role) == key
        {
            return *column;
        }
        let count = self.columns.len();
        let column = *self.by_part.entry(key).or_insert(count);
        if column == count {
            self.columns.push(Column {
                name: components.name(key.0).to_owned(),
                role: key.1,
                codes: Vec::new(),
                values: Vec::new(),
                index: Index::default(),
            });
        }
        self.layout.truncate(place);
        if self.layout.len() == place {
            self.layout.push((key.0, key.1, column));
        }
        column
    }
}

impl Sink for Table {
    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
    }

    fn label(&mut self, label: &Label<'_>) {
        self.labels.push(OwnedLabel {
            component: label.component.to_owned(),
            code: label.code.map(str::to_owned),
            language: label.language.to_owned(),
            text: label.text.to_owned(),
        });
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        let number = self.places.len();
        // What the series says is as it was in the row before.
        let unchanged = row.unchanged().min(self.layout.len());
        for (_, _, at) in &self.layout[..unchanged] {
            let column = &mut self.columns[*at];
            if column.codes.len() == number {
                column.codes.extend(column.codes.last().copied());
            } else {
                // One of several values of a component.
                let last = number.wrapping_sub(1);
                let skipped = self.more.iter().rev().take_while(|more| more.0 == number);
                let taken = skipped.filter(|more| more.1 == *at).count();
                let from = self.more.partition_point(|more| more.0 < last);
                let mut before =
                    self.more[from..].iter().filter(|more| more.0 == last && more.1 == *at);
                let code = before.nth(taken).map(|more| more.2);
                self.more.extend(code.map(|code| (number, *at, code)));
            }
        }
        for place in unchanged.. {
            let Some((part, value)) = row.part(place) else { break };
            let at = self.at(place, (part.component, part.role), components);
            let column = &mut self.columns[at];
            let language = row.language(part);
            let last = column.codes.last().copied().unwrap_or(0) as usize;
            let code = if part.role == Role::Measure {
                let entry = (self.words.add(language), self.words.add(value));
                column.values.push(entry);
                column.values.len() as u32
            } else if let Some((known, text)) = last.checked_sub(1).map(|at| &column.values[at])
                && self.words.get(text) == value
                && self.words.get(known) == language
            {
                last as u32
            } else {
                column.index.number((language, value), &mut column.values, &mut self.words)
            };
            if column.codes.len() > number {
                self.more.push((number, at, code));
            } else {
                column.codes.resize(number, 0);
                column.codes.push(code);
            }
        }
        let Place { stream, start, end, cell } = row.place;
        let length = u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX);
        self.places.push((start, length, stream));
        self.cells.extend(cell.map(|cell| (number, cell)));
        self.actions.push(row.action);
        self.sets.push(row.data_set);
        let last = self.remarks_from.last().and_then(|(_, at)| self.remarks.get(*at));
        if last.map_or(&[] as &[_], Vec::as_slice) != row.annotations.as_slice() {
            self.remarks_from.push((number, self.remarks.len()));
            self.remarks.push(row.annotations.clone());
        }
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.items.push(item.clone());
        Ok(())
    }
}
