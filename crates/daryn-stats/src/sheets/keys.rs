//! Keys of a TOML table: what is there, what is lacking, what is of another sort than it should be.

use daryn_model::{Diagnostic, Lines};
use toml::de::{DeTable, DeValue};

use super::grid::column;
use super::mapping::{Column, Columns, plain};

/// A value with its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'a> {
    pub(crate) value: &'a DeValue<'a>,
    pub(crate) line: u32,
}

/// The keys of a table while they are read.
pub(crate) struct Keys<'a, 'p> {
    file: &'a str,
    lines: &'a Lines,
    table: &'a DeTable<'a>,
    /// Line on which the table begins.
    pub(crate) line: u32,
    problems: &'p mut Vec<Diagnostic>,
    known: Vec<&'static str>,
}

impl<'a, 'p> Keys<'a, 'p> {
    pub(crate) fn new(
        file: &'a str,
        lines: &'a Lines,
        table: &'a DeTable<'a>,
        line: u32,
        problems: &'p mut Vec<Diagnostic>,
    ) -> Keys<'a, 'p> {
        Keys { file, lines, table, line, problems, known: Vec::new() }
    }

    /// The value of a key.
    pub(crate) fn any(&mut self, key: &'static str) -> Option<Item<'a>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let (found, value) = self.table.get_key_value(key)?;
        Some(Item { value: value.get_ref(), line: self.lines.line(found.span().start) })
    }

    fn wrong(&mut self, key: &str, line: u32, expected: &str) {
        let problem = Diagnostic::error("stats-mapping-value", self.file, line);
        self.problems.push(problem.with("key", key).with("expected", expected));
    }

    /// Tells that the value of a key is none of those that may stand there, unless it is good.
    pub(crate) fn check(&mut self, key: &'static str, is_good: bool, expected: &str) {
        if !is_good {
            let line = self.any(key).map_or(self.line, |item| item.line);
            self.wrong(key, line, expected);
        }
    }

    /// The same for the whole table.
    pub(crate) fn check_line(&mut self, is_good: bool, key: &str, expected: &str) {
        if !is_good {
            self.wrong(key, self.line, expected);
        }
    }

    /// Tells that a key is lacking.
    pub(crate) fn lacks(&mut self, key: &str) {
        let problem = Diagnostic::error("stats-mapping-lacks", self.file, self.line);
        self.problems.push(problem.with("key", key));
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        let item = self.any(key)?;
        match text_of(item.value) {
            Some(text) => Some(text),
            None => {
                self.wrong(key, item.line, "\"...\"");
                None
            }
        }
    }

    pub(crate) fn needed(&mut self, key: &'static str) -> String {
        if self.any(key).is_none() {
            self.lacks(key);
        }
        self.text(key).unwrap_or_default()
    }

    pub(crate) fn number(&mut self, key: &'static str) -> Option<i64> {
        let item = self.any(key)?;
        let number = match item.value {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        // No sheet has more rows.
        let number = number.filter(|number| number.abs() < 10_000_000);
        if number.is_none() {
            self.wrong(key, item.line, "0, 1, 2, ...");
        }
        number
    }

    pub(crate) fn is(&mut self, key: &'static str) -> bool {
        let Some(item) = self.any(key) else { return false };
        match item.value {
            DeValue::Boolean(yes) => *yes,
            _ => {
                self.wrong(key, item.line, "true, false");
                false
            }
        }
    }

    pub(crate) fn list(&mut self, key: &'static str) -> Vec<String> {
        let Some(item) = self.any(key) else { return Vec::new() };
        let texts = match item.value {
            DeValue::Array(items) => items.iter().map(|item| text_of(item.get_ref())).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.wrong(key, item.line, "[\"...\", \"...\"]");
        }
        texts.unwrap_or_default()
    }

    /// A table whose values are texts, in the order of the file.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<(String, String)> {
        let Some(item) = self.any(key) else { return Vec::new() };
        let texts = match item.value {
            DeValue::Table(table) => texts_of(table),
            _ => None,
        };
        if texts.is_none() {
            self.wrong(key, item.line, "{ \"...\" = \"...\" }");
        }
        texts.unwrap_or_default()
    }

    /// Tables of texts in a table.
    pub(crate) fn tables_of_texts(
        &mut self,
        key: &'static str,
    ) -> Vec<(String, Vec<(String, String)>)> {
        let Some(item) = self.any(key) else { return Vec::new() };
        let DeValue::Table(table) = item.value else {
            self.wrong(key, item.line, "[table.codes.COMPONENT]");
            return Vec::new();
        };
        let mut found = Vec::new();
        for (name, value) in table.iter() {
            let texts = match value.get_ref() {
                DeValue::Table(table) => texts_of(table),
                _ => None,
            };
            match texts {
                Some(texts) => found.push((name.get_ref().to_string(), texts)),
                None => {
                    let line = self.lines.line(name.span().start);
                    self.wrong(name.get_ref(), line, "{ \"...\" = \"...\" }");
                }
            }
        }
        found
    }

    /// A table in this one.
    pub(crate) fn within<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Keys<'_, '_>) -> T,
    ) -> Option<T> {
        let item = self.any(key)?;
        let DeValue::Table(table) = item.value else {
            self.wrong(key, item.line, "{ ... }");
            return None;
        };
        let mut keys = Keys::new(self.file, self.lines, table, item.line, self.problems);
        let found = read(&mut keys);
        keys.end();
        Some(found)
    }

    /// Each table of a list.
    pub(crate) fn each<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Keys<'_, '_>) -> T,
    ) -> Vec<T> {
        let Some(item) = self.any(key) else { return Vec::new() };
        let DeValue::Array(items) = item.value else {
            self.wrong(key, item.line, &format!("[[{key}]]"));
            return Vec::new();
        };
        let mut found = Vec::new();
        for one in items.iter() {
            let line = self.lines.line(one.span().start);
            match one.get_ref() {
                DeValue::Table(table) => {
                    let mut keys = Keys::new(self.file, self.lines, table, line, self.problems);
                    found.push(read(&mut keys));
                    keys.end();
                }
                _ => self.wrong(key, line, &format!("[[{key}]]")),
            }
        }
        found
    }

    /// Columns: `"C"`, `"C:F"`, `{ head = "..." }` or a list of them.
    pub(crate) fn columns(&mut self, key: &'static str) -> Vec<Columns> {
        let Some(item) = self.any(key) else { return Vec::new() };
        let found = match item.value {
            DeValue::Array(items) => items.iter().map(|item| columns_of(item.get_ref())).collect(),
            value => columns_of(value).map(|columns| vec![columns]),
        };
        if found.is_none() {
            self.wrong(key, item.line, "\"C\", \"C:F\", { head = \"...\" }");
        }
        found.unwrap_or_default()
    }

    /// Tells keys that nothing asked for.
    pub(crate) fn end(self) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if !self.known.contains(&name) {
                let line = self.lines.line(key.span().start);
                let problem = Diagnostic::error("stats-mapping-key", self.file, line);
                let problem = problem.with("key", name).with("known", self.known.join(", "));
                self.problems.push(problem);
            }
        }
    }
}

fn text_of(value: &DeValue<'_>) -> Option<String> {
    Some(match value {
        DeValue::String(text) => text.to_string(),
        // A year or a code may be written without quotation marks.
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        _ => return None,
    })
}

fn texts_of(table: &DeTable<'_>) -> Option<Vec<(String, String)>> {
    let mut all: Vec<(usize, String, String)> = Vec::new();
    for (key, value) in table.iter() {
        all.push((key.span().start, key.get_ref().to_string(), text_of(value.get_ref())?));
    }
    // The parser sorts keys by name; the order of the file is restored by position.
    all.sort_by_key(|(at, ..)| *at);
    Some(all.into_iter().map(|(_, key, text)| (key, text)).collect())
}

fn columns_of(value: &DeValue<'_>) -> Option<Columns> {
    let one = |letters: &str| column(letters.trim()).map(Column::Number);
    match value {
        DeValue::String(text) => {
            let (first, last) = text.split_once(':').unwrap_or((text, text));
            Some(Columns { first: one(first)?, last: one(last)? })
        }
        DeValue::Table(table) if table.len() == 1 => {
            let head = table.get("head")?;
            let head = Column::Head(plain(&text_of(head.get_ref())?));
            Some(Columns { first: head.clone(), last: head })
        }
        DeValue::Table(table) if table.len() == 2 => {
            let head = |key: &str| Some(Column::Head(plain(&text_of(table.get(key)?.get_ref())?)));
            Some(Columns { first: head("from")?, last: head("to")? })
        }
        _ => None,
    }
}
