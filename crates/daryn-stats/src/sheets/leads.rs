//! What heads lead to: components with codes, labels and notes.

use daryn_model::Diagnostic;

use crate::row::Role;
use crate::sink::Label;

use super::layout::Head;
use super::mapping::{Leads, Table, Value, plain};
use super::observe::{Observer, OnSheet};

/// A component of an observation with its value and where it came from.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) component: u32,
    pub(super) role: Role,
    pub(super) value: String,
}

impl Observer<'_> {
    /// What holds for all observations of a table.
    pub(super) fn fixed(&mut self, on: &OnSheet<'_>) -> Vec<Part> {
        let mut parts = Vec::new();
        for (one, found) in on.table.fixed.iter().zip(on.fixed) {
            let value = match &one.value {
                Value::Said(value) => Some(value.clone()),
                Value::Cell(_, pattern) => found.as_ref().and_then(|found| match pattern {
                    None => Some(found.text.clone()).filter(|text| !text.is_empty()),
                    Some(pattern) => {
                        let captures = pattern.captures(&found.text)?;
                        let group = captures.get(1).or_else(|| captures.get(0))?;
                        Some(plain(group.as_str()))
                    }
                }),
            };
            let Some(value) = value else {
                let problem =
                    Diagnostic::warning("stats-mapping-no-fixed", &self.mapping, one.line);
                let sheet = if on.sheet.is_empty() { &self.file } else { on.sheet };
                let problem = problem.with("component", &one.component).with("sheet", sheet);
                self.problems.push(problem);
                continue;
            };
            let code = self.code(on.table, &one.component, &value, "");
            for (language, text) in &one.names {
                self.label(&one.component, &code, language, text);
            }
            parts.push(self.part(on.table, &one.component, code));
        }
        parts
    }

    pub(super) fn part(&mut self, table: &Table, component: &str, value: String) -> Part {
        let said = table.roles.iter().find(|(own, _)| own == component).map(|(_, role)| *role);
        let role = said.unwrap_or(match component {
            "TIME_PERIOD" => Role::Period,
            "OBS_STATUS" | "NOTE" | "OBS_MISSING" => Role::ObservationAttribute,
            _ => Role::Dimension,
        });
        Part { component: self.components.number(component), role, value }
    }

    /// The code that the mapping has for a text, else the text.
    pub(super) fn code(
        &mut self,
        table: &Table,
        component: &str,
        text: &str,
        language: &str,
    ) -> String {
        let Some((_, codes)) = table.codes.iter().find(|(own, _)| own == component) else {
            return text.to_owned();
        };
        match codes.iter().find(|(own, _)| own == text) {
            Some((_, code)) => {
                self.label(component, code, language, text);
                code.clone()
            }
            None => {
                let problem =
                    Diagnostic::warning("stats-mapping-no-code", &self.mapping, table.line)
                        .with("component", component)
                        .with("text", text);
                if !self.problems.contains(&problem) && self.problems.len() < 1_000 {
                    self.problems.push(problem);
                }
                text.to_owned()
            }
        }
    }

    pub(super) fn label(&mut self, component: &str, code: &str, language: &str, text: &str) {
        // Bounded: a table for people has some thousands of names at most.
        let key = (component.to_owned(), code.to_owned(), language.to_owned(), text.to_owned());
        if self.labels.len() < 200_000 && self.labels.insert(key) {
            self.sink.label(&Label { component, code: Some(code), language, text });
        }
    }

    /// The parts that a head leads to; `None` where nothing fits.
    pub(super) fn lead(
        &mut self,
        table: &Table,
        leads: &Leads,
        language: &str,
        head: &Head,
        parts: &mut Vec<Part>,
    ) -> Option<()> {
        let (text, mark) = unflagged(table, &head.text);
        let mut notes: Vec<String> = mark.into_iter().collect();
        if !head.note.is_empty() {
            let said = table.flags.iter().find(|(mark, _)| *mark == head.note);
            notes.push(said.map_or_else(|| head.note.clone(), |(_, meaning)| meaning.clone()));
        }
        match leads {
            Leads::To(component) => {
                let code = self.code(table, component, text, language);
                parts.push(self.part(table, component, code));
            }
            Leads::Part(component, pattern) => {
                let captures = pattern.captures(text)?;
                let group = captures.get(1).or_else(|| captures.get(0))?;
                let code = self.code(table, component, &plain(group.as_str()), language);
                parts.push(self.part(table, component, code));
            }
            Leads::Parts(pattern) => {
                let captures = pattern.captures(text)?;
                for component in pattern.capture_names().flatten() {
                    if let Some(group) = captures.name(component) {
                        let code = self.code(table, component, &plain(group.as_str()), language);
                        parts.push(self.part(table, component, code));
                    }
                }
            }
            Leads::Labels(_) | Leads::Levels(_) => {}
        }
        for note in notes {
            parts.push(self.part(table, "NOTE", note));
        }
        Some(())
    }
}

/// A text without a mark of the mapping that stands glued behind it, and what the mark means.
pub(super) fn unflagged<'t>(table: &Table, text: &'t str) -> (&'t str, Option<String>) {
    let trimmed = text.trim_end();
    for (mark, meaning) in &table.flags {
        if let Some(body) = trimmed.strip_suffix(mark.as_str()) {
            let body = body.trim_end();
            if !body.is_empty() {
                let meaning = if meaning.is_empty() { mark } else { meaning };
                return (body, Some(meaning.clone()));
            }
        }
    }
    (text, None)
}
