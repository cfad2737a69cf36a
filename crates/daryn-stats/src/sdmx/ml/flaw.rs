//! Why a file is not read to its end.

use std::io::Read;

use daryn_model::Diagnostic;

use crate::source::Source;

/// Why reading ends before the end of the file.
#[derive(Debug)]
pub(crate) enum Flaw {
    /// The sink wants no more.
    Stopped,
    /// The file cannot be read, with the words of the system.
    Unreadable(String),
    /// Something is wrong, by its code and the byte.
    At(&'static str, u64),
    /// Something is wrong with what is named.
    Named(&'static str, u64, String),
}

impl Flaw {
    /// The problem to be told; `None` where nothing is wrong. The line is counted only now.
    pub(crate) fn told(self, source: &Source) -> Option<Diagnostic> {
        let error = |code, at| Diagnostic::error(code, source.name(), line(source, at));
        Some(match self {
            Flaw::Stopped => return None,
            Flaw::Unreadable(reason) => {
                Diagnostic::error("stats-unreadable", source.name(), 0).with("reason", reason)
            }
            Flaw::At(code, at) => error(code, at).with("at", at),
            Flaw::Named(code, at, name) => error(code, at).with("at", at).with("name", name),
        })
    }
}

/// The line on which a byte stands, from 1; 0 where that cannot be found.
pub(crate) fn line(source: &Source, at: u64) -> u32 {
    let Ok(stream) = source.stream() else { return 0 };
    let (mut before, mut lines, mut block) = (stream.take(at), 1, [0; 1 << 14]);
    loop {
        match before.read(&mut block) {
            Ok(0) => return lines,
            Ok(read) => {
                lines += block[..read].iter().filter(|byte| **byte == b'\n').count() as u32;
            }
            Err(_) => return 0,
        }
    }
}
