//! Why a command could not go on.

use std::fmt::Display;
use std::io;
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_report::pipeline::Stopped;
use daryn_study::engine::Failure;
use daryn_study::world::Failed;

/// What stops a command.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Problems that the user can mend.
    Problems(Vec<Diagnostic>),
    /// The command line is wrong: what is wrong with it, and what may have been meant.
    Usage { found: String, meant: Vec<String> },
    /// A mistake of the program.
    Internal(String),
}

impl Stop {
    /// One problem, with the values of its message.
    pub(crate) fn problem(code: &str, values: &[(&str, &dyn Display)]) -> Stop {
        let problem =
            values.iter().fold(Diagnostic::error(code, "", 0), |problem, (name, value)| {
                problem.with(name, value)
            });
        Stop::Problems(vec![problem])
    }

    /// A file that cannot be written.
    pub(crate) fn write_failed(path: &Path, error: &io::Error) -> Stop {
        Stop::problem("write-failed", &[("path", &path.display()), ("reason", error)])
    }

    /// A folder that cannot be read.
    pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Stop {
        Stop::problem("unreadable-folder", &[("path", &path.display()), ("reason", error)])
    }

    /// 1 where the user can do something about it, 2 otherwise.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Stop::Problems(_) | Stop::Usage { .. } => 1,
            Stop::Internal(_) => 2,
        }
    }
}

impl From<Failed> for Stop {
    fn from(failed: Failed) -> Stop {
        Stop::write_failed(&failed.path, &failed.error)
    }
}

/// A study is checked before anything is computed from it, so a stage that fails has met something
/// that the check should have found.
impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        match failure {
            Failure::Plan(reason) => Stop::Internal(reason),
            Failure::Stage(stage, reason) => Stop::Internal(format!("{stage}: {reason}")),
            Failure::Write(failed) => failed.into(),
        }
    }
}

impl From<Stopped> for Stop {
    fn from(stopped: Stopped) -> Stop {
        match stopped {
            Stopped::Problems(problems) => Stop::Problems(problems),
            Stopped::Engine(failure) => failure.into(),
        }
    }
}
