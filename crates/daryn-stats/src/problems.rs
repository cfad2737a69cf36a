//! What goes wrong while text is read, and how it is told.

use std::io;

use daryn_model::Diagnostic;

use crate::sink::{Stop, Told};

/// Problems of one sort that are told one by one; of more, only the number is told.
const EACH: u32 = 20;

/// What ends the reading of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) flaw: Flaw,
    /// Byte of the stream.
    pub(crate) at: u64,
    /// Line, from 1; 0 where none is known.
    pub(crate) line: u32,
}

/// Why a file cannot be read on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The stream fails: the disk, or what unpacks it.
    Stream(String),
    /// The file ends too soon.
    JsonCut,
    /// A mark stands where none may.
    JsonMark,
    /// Too many objects and arrays stand in each other.
    JsonDeep,
    /// A text, a number or a part that is kept in memory is too long.
    JsonLong,
    /// A page of XML or HTML where JSON should be.
    Markup,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A record of separated values is too long.
    RecordLong,
    /// It has not the shape of its format: what is missing.
    Shape(&'static str, &'static str),
    /// It unpacks to more than so many megabytes.
    Bomb(u64),
    /// The archive is damaged or protected.
    Archive(String),
}

impl Fault {
    /// A problem without a place.
    pub(crate) fn new(flaw: Flaw) -> Fault {
        Fault { flaw, at: 0, line: 0 }
    }

    /// The problem to be told.
    pub(crate) fn told(&self, file: &str) -> Diagnostic {
        let error = |code| Diagnostic::error(code, file, self.line);
        let broken = |what| error("stats-json-broken").with("at", self.at).with("what", what);
        match &self.flaw {
            Flaw::Stream(reason) => error("stats-stream").with("reason", reason),
            Flaw::JsonCut => broken("cut"),
            Flaw::JsonMark => broken("mark"),
            Flaw::JsonDeep => broken("deep"),
            Flaw::JsonLong => broken("long"),
            Flaw::Markup => error("stats-markup"),
            Flaw::NotUtf8 => error("stats-not-utf8").with("at", self.at),
            Flaw::RecordLong => error("stats-record-long").with("at", self.at),
            Flaw::Shape(format, missing) => {
                error("stats-shape").with("format", format).with("missing", missing)
            }
            Flaw::Bomb(limit) => error("stats-unpacks").with("limit", limit),
            Flaw::Archive(reason) => error("stats-archive").with("reason", reason),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        let limit = error.get_ref().and_then(|inner| inner.downcast_ref::<TooMuch>());
        Fault::new(match limit {
            Some(TooMuch(limit)) => Flaw::Bomb(*limit),
            None => Flaw::Stream(error.to_string()),
        })
    }
}

/// More came out of an archive than may, with the limit in megabytes.
#[derive(Debug)]
pub(crate) struct TooMuch(pub(crate) u64);

impl std::fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "more than {} MB", self.0)
    }
}

impl std::error::Error for TooMuch {}

/// Why a reader ends before its file.
#[derive(Debug)]
pub(crate) enum End {
    /// No more is wanted.
    Stop,
    Fault(Fault),
}

impl From<Stop> for End {
    fn from(_: Stop) -> End {
        End::Stop
    }
}

impl From<Fault> for End {
    fn from(fault: Fault) -> End {
        End::Fault(fault)
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> End {
        End::Fault(error.into())
    }
}

/// Problems of a file, few of each sort.
#[derive(Debug)]
pub(crate) struct Problems {
    file: String,
    told: Told,
    counts: Vec<(String, u32)>,
}

impl Problems {
    pub(crate) fn of(file: &str) -> Problems {
        Problems { file: file.to_owned(), told: Told::default(), counts: Vec::new() }
    }

    /// A warning, told unless many of its sort were told before.
    pub(crate) fn warn(&mut self, code: &str, line: u32, args: &[(&str, &str)]) {
        self.tell(Diagnostic::warning(code, &self.file, line), args);
    }

    /// An error, told unless many of its sort were told before.
    pub(crate) fn error(&mut self, code: &str, line: u32, args: &[(&str, &str)]) {
        self.tell(Diagnostic::error(code, &self.file, line), args);
    }

    /// An error that a service tells: its number, where there is one, stands before its words.
    pub(crate) fn service_error(&mut self, service: &str, number: &str, text: &str) {
        let text = numbered(number, text);
        self.error("stats-service-error", 0, &[("service", service), ("text", &text)]);
    }

    fn tell(&mut self, mut problem: Diagnostic, args: &[(&str, &str)]) {
        let code = problem.code.clone();
        let place = match self.counts.iter().position(|(known, _)| *known == code) {
            Some(place) => place,
            None => {
                self.counts.push((code, 0));
                self.counts.len() - 1
            }
        };
        self.counts[place].1 = self.counts[place].1.saturating_add(1);
        if self.counts[place].1 <= EACH {
            for (name, value) in args {
                problem = problem.with(name, value);
            }
            self.told.problems.push(problem);
        }
    }

    /// Tells names that came twice in a JSON object.
    pub(crate) fn twice(&mut self, twice: &[(String, u32)]) {
        for (name, line) in twice {
            self.warn("stats-json-twice", *line, &[("name", name)]);
        }
    }

    /// What is to be told in the end.
    pub(crate) fn end(mut self, result: Result<(), End>) -> Told {
        if let Err(End::Fault(fault)) = result {
            self.told.problems.push(fault.told(&self.file));
        }
        for (code, count) in self.counts.iter().filter(|(_, count)| *count > EACH) {
            let more = Diagnostic::warning("stats-more", &self.file, 0);
            self.told.problems.push(more.with("code", code).with("count", count - EACH));
        }
        self.told
    }
}

/// A number and words behind it.
pub(crate) fn numbered(number: &str, text: &str) -> String {
    let parts = [number, text].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(": ")
}
