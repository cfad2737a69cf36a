//! Rows and labels on their way to a sink.

use crate::codes::period::TimePeriod;
use crate::json::{Json, Node, Token};
use crate::problems::{End, Problems};
use crate::reading::Labels;
use crate::row::{Components, Mark, Role, Row};
use crate::services::{Options, ROOM};
use crate::sink::{DataSet, Label, Sink, Stream};

/// The column of periods in the form of SDMX, beside the time as it stands in the file.
const PERIOD: &str = "PERIOD";

/// Gives rows, labels and problems.
pub(super) struct Out<'a> {
    sink: &'a mut dyn Sink,
    pub(super) problems: &'a mut Problems,
    pub(super) row: Row,
    components: Components,
    labels: Labels,
    language: &'a str,
    streams: u32,
    data_sets: u32,
    /// Rows that were given.
    pub(super) rows: u64,
}

impl<'a> Out<'a> {
    pub(super) fn new(
        sink: &'a mut dyn Sink,
        problems: &'a mut Problems,
        options: &'a Options,
    ) -> Out<'a> {
        Out {
            sink,
            problems,
            row: Row::default(),
            components: Components::default(),
            labels: Labels::default(),
            language: &options.language,
            streams: 0,
            data_sets: 0,
            rows: 0,
        }
    }

    /// A stream begins; rows stand in it from now on.
    pub(super) fn stream(&mut self, name: &str, part: &str, is_unpacked: bool) {
        let (name, part) = (name.to_owned(), part.to_owned());
        self.sink.stream(&Stream { name, part, is_unpacked, ..Stream::default() });
        self.row.place.stream = self.streams;
        self.streams += 1;
    }

    /// A data set begins; rows are of it from now on.
    pub(super) fn data_set(&mut self, data_set: &DataSet) {
        self.sink.data_set(data_set);
        self.row.data_set = self.data_sets;
        self.data_sets += 1;
    }

    /// Language tag of names, where the answer does not say it.
    pub(super) fn language(&self) -> &'a str {
        self.language
    }

    /// Forgets the row before.
    pub(super) fn clear(&mut self) {
        self.row.back_to(Mark::default());
    }

    /// Adds a component.
    pub(super) fn push(&mut self, name: &str, role: Role, value: &str) {
        let number = self.components.number(name);
        self.row.push(number, role, value);
    }

    /// The number of a component.
    pub(super) fn number(&mut self, name: &str) -> u32 {
        self.components.number(name)
    }

    /// Adds a component where there is something.
    pub(super) fn some(&mut self, name: &str, role: Role, value: &str) {
        if !value.is_empty() {
            self.push(name, role, value);
        }
    }

    /// Adds what a member of an answer says: a text, or each text of a list.
    pub(super) fn node(&mut self, name: &str, role: Role, node: &Node) {
        if let Some(text) = node.text() {
            self.some(name, role, text);
        }
        for item in node.items() {
            self.node(name, role, item);
        }
    }

    /// Adds the period in the form of SDMX where the service writes it in another one, of which it
    /// is certain what it means.
    pub(super) fn period(&mut self, text: &str, read: impl Fn(&str) -> Option<TimePeriod>) {
        if let Some(period) = read(text).map(|period| period.to_string()).filter(|own| own != text)
        {
            self.push(PERIOD, Role::Extra, &period);
        }
    }

    /// The name of a code.
    pub(super) fn label(&mut self, component: &str, code: &str, text: &str) {
        if !text.is_empty() && !code.is_empty() && self.labels.is_new(component, code, text) {
            let language = self.language;
            self.sink.label(&Label { component, code: Some(code), language, text });
        }
    }

    /// The name of a component.
    pub(super) fn named(&mut self, component: &str, text: &str) {
        if !text.is_empty() && self.labels.is_new(component, "", text) {
            self.sink.label(&Label { component, code: None, language: self.language, text });
        }
    }

    /// Gives the row, which stands at these bytes.
    pub(super) fn give(&mut self, start: u64, end: u64) -> Result<(), End> {
        if self.data_sets == 0 {
            // What should say of which data set the rows are is missing.
            self.data_set(&DataSet::default());
        }
        (self.row.place.start, self.row.place.end) = (start, end);
        self.rows += 1;
        Ok(self.sink.row(&self.row, &self.components)?)
    }

    /// Each item of the list whose beginning was just read, as a tree.
    pub(super) fn each(
        &mut self,
        json: &mut Json<'_>,
        mut take: impl FnMut(&mut Self, &Node) -> Result<(), End>,
    ) -> Result<(), End> {
        loop {
            match json.next()? {
                Token::ArrayEnd => return Ok(()),
                token => {
                    let node = json.node(token, &mut { ROOM })?;
                    take(self, &node)?;
                }
            }
        }
    }

    /// The end of a JSON answer: what is behind it, names that came twice, whether it was empty.
    pub(super) fn end(&mut self, json: &mut Json<'_>, is_data: bool) -> Result<(), End> {
        json.next()?;
        self.problems.twice(&json.twice);
        if is_data && self.rows == 0 {
            self.problems.warn("stats-service-empty", 0, &[]);
        }
        Ok(())
    }
}
