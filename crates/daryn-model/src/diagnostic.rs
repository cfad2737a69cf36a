//! What is wrong with an input, where, and what to do about it.

use serde::{Deserialize, Serialize};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The study cannot be used until this is mended.
    Error,
    /// The study can be used; the report shows the consequence.
    Warning,
}

/// A problem that a user can mend.
///
/// It carries no words: `code` names a message and a hint in the catalogue of each language, and
/// `args` fill their places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable name of the problem, for example `dangling-reference`.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// File relative to the study folder.
    pub file: String,
    /// Line in the file, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Values for the message, by name.
    pub args: Vec<(String, String)>,
}

impl Diagnostic {
    /// An error at a place in a file.
    pub fn error(code: &str, file: &str, line: u32) -> Diagnostic {
        Diagnostic {
            code: code.to_owned(),
            severity: Severity::Error,
            file: file.to_owned(),
            line,
            args: Vec::new(),
        }
    }

    /// A warning at a place in a file.
    pub fn warning(code: &str, file: &str, line: u32) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, file, line) }
    }

    /// Adds a value for the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Diagnostic {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Puts diagnostics into reading order: file, line, then severity and code.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        (&a.file, a.line, a.severity, &a.code, &a.args)
            .cmp(&(&b.file, b.line, b.severity, &b.code, &b.args))
    });
}
