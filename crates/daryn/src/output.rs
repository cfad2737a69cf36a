//! Everything that daryn prints: data on stdout, talk on stderr.
//!
//! A pipe that its reader has closed is no error: what would go there is dropped.

use std::cell::{Cell, RefCell};
use std::io::{self, IsTerminal, Write};

use daryn_model::{Arg, Diagnostic, Severity};
use daryn_report::Speaker;
use serde::Serialize;
use serde_json::json;

use crate::stop::Stop;

/// How many problems of one sort are told one by one.
const TOLD: usize = 20;

/// Widest line that is rewritten: a wrapped line could not be.
const WIDTH: usize = 79;

/// For whom stdout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// People.
    Text,
    /// Programs.
    Json,
}

/// Where a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    /// stdout.
    Data,
    /// stderr.
    Talk,
}

/// Prints in the language of the user.
pub(crate) struct Output {
    /// Puts messages into words.
    pub(crate) speaker: Speaker,
    format: Format,
    /// The first reason why data could not be written.
    lost: RefCell<Option<io::Error>>,
    /// Characters of the line that is being rewritten.
    status: Cell<usize>,
}

impl Output {
    /// Prints in the language of a speaker.
    pub(crate) fn new(speaker: Speaker, format: Format) -> Output {
        Output { speaker, format, lost: RefCell::new(None), status: Cell::new(0) }
    }

    /// Whether stdout is for programs.
    pub(crate) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Prints a line.
    pub(crate) fn line(&self, stream: Stream, text: &str) {
        self.end_status();
        self.note_loss(match stream {
            Stream::Data => write_line(&mut io::stdout().lock(), text),
            // Nobody could be told that talk was lost.
            Stream::Talk => write_line(&mut io::stderr().lock(), text).or(Ok(())),
        });
    }

    /// Prints whole lines of data at once, where there are too many to print one by one.
    pub(crate) fn bytes(&self, lines: &[u8]) {
        self.end_status();
        let mut stdout = io::stdout().lock();
        self.note_loss(stdout.write_all(lines).and_then(|()| stdout.flush()));
    }

    /// Where data goes that is printed while it is read.
    pub(crate) fn data(&self) -> impl Write {
        self.end_status();
        io::stdout().lock()
    }

    fn note_loss(&self, written: io::Result<()>) {
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.lost.borrow_mut().get_or_insert(error);
        }
    }

    /// Prints a message as talk.
    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg)]) {
        self.line(Stream::Talk, &self.speaker.say(key, args));
    }

    /// Prints a value for programs.
    pub(crate) fn value(&self, value: &impl Serialize) {
        // Values of this program have no maps with keys other than text: this cannot fail.
        let text = serde_json::to_string_pretty(value).unwrap_or_default();
        self.line(Stream::Data, &text);
    }

    /// Prints a value for programs in one line, where there will be others.
    pub(crate) fn compact(&self, value: &impl Serialize) {
        self.end_status();
        // Not as one text: a document may be large.
        let mut stdout = io::BufWriter::new(io::stdout().lock());
        let written = serde_json::to_writer(&mut stdout, value).map_err(io::Error::from);
        self.note_loss(
            written.and_then(|()| stdout.write_all(b"\n")).and_then(|()| stdout.flush()),
        );
    }

    /// Problems in words, as values for programs.
    pub(crate) fn as_values(&self, problems: &[Diagnostic]) -> Vec<serde_json::Value> {
        problems.iter().map(|problem| json!(self.told(problem))).collect()
    }

    /// What became of data that could not be written.
    pub(crate) fn lost_data(&self) -> Option<Stop> {
        let lost = self.lost.borrow();
        lost.as_ref().map(|error| Stop::write_failed("stdout".as_ref(), error))
    }

    /// Shows a line that the next one replaces. Only for a terminal.
    pub(crate) fn status(&self, text: &str) {
        let text: String = text.chars().take(WIDTH).collect();
        let width = text.chars().count();
        let blank = " ".repeat(self.status.replace(width).saturating_sub(width));
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "\r{text}{blank}").and_then(|()| stderr.flush());
    }

    /// Wipes the line that is being rewritten, if there is one.
    pub(crate) fn end_status(&self) {
        let width = self.status.replace(0);
        if width > 0 {
            let _ = write!(io::stderr().lock(), "\r{}\r", " ".repeat(width));
        }
    }

    /// Tells what stopped a command.
    pub(crate) fn stopped(&self, stop: &Stop) {
        let told = match stop {
            Stop::Problems(problems) => {
                self.problems(Stream::Talk, problems);
                if problems.len() > 1 {
                    self.count(problems);
                }
                problems.iter().map(|problem| self.told(problem)).collect()
            }
            Stop::Usage { found, meant } => vec![self.usage(found, meant)],
            Stop::Internal(reason) => vec![Told {
                code: "internal",
                severity: Severity::Error,
                file: "",
                line: 0,
                message: self.speaker.say("internal", &[("reason", Arg::plain(reason))]),
                hint: self.speaker.word("internal-hint"),
            }],
        };
        if !matches!(stop, Stop::Problems(_)) {
            told.iter().for_each(|told| self.tell(Stream::Talk, told));
        }
        if self.is_json() {
            self.value(&json!({"diagnostics": told}));
        }
    }

    fn usage(&self, found: &str, meant: &[String]) -> Told<'static> {
        let message = self.speaker.word("cli-bad-usage");
        let meant: Vec<String> = meant.iter().map(|word| format!("`{word}`? ")).collect();
        Told {
            code: "bad-usage",
            severity: Severity::Error,
            file: "",
            line: 0,
            message: if found.is_empty() { message } else { format!("{message}: `{found}`") },
            hint: format!("{}{}", meant.concat(), self.speaker.word("cli-bad-usage-hint")),
        }
    }

    /// Prints problems, grouped by sort, errors first; of each sort only so many one by one.
    pub(crate) fn problems(&self, stream: Stream, problems: &[Diagnostic]) {
        let mut sorts: Vec<Vec<&Diagnostic>> = Vec::new();
        for problem in problems {
            let sort = sorts.iter_mut().find(|sort| {
                (sort[0].severity, &sort[0].code) == (problem.severity, &problem.code)
            });
            match sort {
                Some(sort) => sort.push(problem),
                None => sorts.push(vec![problem]),
            }
        }
        sorts.sort_by_key(|sort| sort[0].severity);
        for sort in sorts {
            for problem in sort.iter().take(TOLD) {
                self.tell(stream, &self.told(problem));
            }
            if sort.len() > TOLD {
                let more = Arg::Count((sort.len() - TOLD) as i64);
                self.line(stream, &self.speaker.say("check-more", &[("n", more)]));
            }
        }
    }

    /// Prints all problems for programs.
    pub(crate) fn problems_as_json(&self, problems: &[Diagnostic]) {
        let told: Vec<Told<'_>> = problems.iter().map(|problem| self.told(problem)).collect();
        self.value(&json!({"diagnostics": told}));
    }

    /// Says how many problems there are.
    pub(crate) fn count(&self, problems: &[Diagnostic]) {
        let count = |severity| {
            let same = problems.iter().filter(|problem| problem.severity == severity);
            Arg::Count(same.count() as i64)
        };
        let args = [("errors", count(Severity::Error)), ("warnings", count(Severity::Warning))];
        self.say("check-count", &args);
    }

    fn told<'a>(&self, problem: &'a Diagnostic) -> Told<'a> {
        let (message, hint) = self.speaker.diagnostic(problem);
        let (message, hint) = (plain_line(&message), plain_line(&hint));
        Told {
            code: &problem.code,
            severity: problem.severity,
            file: &problem.file,
            line: problem.line,
            message,
            hint,
        }
    }

    fn tell(&self, stream: Stream, told: &Told<'_>) {
        let (key, colour) = match told.severity {
            Severity::Error => ("severity-error", RED),
            Severity::Warning => ("severity-warning", YELLOW),
        };
        let place = match told.line {
            // A message about a whole file may name it itself.
            0 if told.file.is_empty() || told.message.contains(told.file) => String::new(),
            0 => format!("{}: ", told.file),
            line => format!("{}:{line}: ", told.file),
        };
        let head = painted(stream, colour, &self.speaker.word(key));
        self.line(stream, &format!("{head}: {place}{}", told.message));
        let head = painted(stream, CYAN, &self.speaker.word("severity-hint"));
        self.line(stream, &format!("  {head}: {}", told.hint));
    }
}

/// A problem in words.
#[derive(Serialize)]
struct Told<'a> {
    code: &'a str,
    severity: Severity,
    file: &'a str,
    line: u32,
    message: String,
    hint: String,
}

/// A text that may hold words of others as one line that shows what it holds: marks that would
/// steer a terminal, turn the direction of writing or begin a new line are replaced.
pub(crate) fn plain_line(text: &str) -> String {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

const RED: &str = "31";
const YELLOW: &str = "33";
const CYAN: &str = "36";

/// A word in colour, where the stream shows colours. The word alone says everything.
fn painted(stream: Stream, colour: &str, word: &str) -> String {
    if has_colours(stream) { format!("\x1b[1;{colour}m{word}\x1b[0m") } else { word.to_owned() }
}

fn has_colours(stream: Stream) -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_terminal = match stream {
        Stream::Data => io::stdout().is_terminal(),
        Stream::Talk => is_terminal(),
    };
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    // The old console of Windows would show the codes of colours as they are.
    is_terminal && !is_dumb && !is_set("NO_COLOR") && (!cfg!(windows) || is_set("WT_SESSION"))
}

/// Whether talk goes to a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stderr().is_terminal()
}

fn write_line(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.write_all(b"\n")?;
    stream.flush()
}
