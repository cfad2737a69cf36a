//! The command line of daryn.
//!
//! Architecture invariants: this is the only crate that prints, and [`output`] is the only module
//! of it that does. Every sentence comes from `locales/`. Data goes to stdout, talk to stderr.
//! Exit 0: done; 1: the study or an input has a problem; 2: daryn has one.

mod arguments;
mod coded;
mod commands;
mod documents;
mod hand;
mod holding;
mod observations;
mod output;
mod progress;
mod running;
mod separated;
mod sources;
mod stop;
mod study;
mod tabular;
mod whole;
mod writing;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use daryn_model::Lang;
use daryn_report::Speaker;

use output::Output;
use stop::Stop;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// As asked.
    Well,
    /// It found a problem, and has told it.
    WithProblem,
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let (lang, format) = (arguments::lang(&arguments), arguments::format(&arguments));
    own_up_to_panics(lang);
    let output = Output::new(Speaker::new(lang), format);
    ExitCode::from(exit_code(&output, || {
        let Some(matches) = arguments::read(&arguments, &output)? else {
            return Ok(Ended::Well);
        };
        commands::run(&matches, &output)
    }))
}

/// Does the work, tells what stopped it, and gives the exit code.
fn exit_code(output: &Output, work: impl FnOnce() -> Result<Ended, Stop>) -> u8 {
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    output.end_status();
    let code = match result {
        Ok(Ok(Ended::Well)) => 0,
        Ok(Ok(Ended::WithProblem)) => 1,
        Ok(Err(stop)) => {
            output.stopped(&stop);
            stop.exit_code()
        }
        // The hook has told it.
        Err(_) => 2,
    };
    match output.lost_data() {
        Some(stop) if code == 0 => {
            output.stopped(&stop);
            stop.exit_code()
        }
        _ => code,
    }
}

/// Tells a panic in the user's words; the trace is for those who ask for it.
fn own_up_to_panics(lang: Lang) {
    let trace = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // What a library of a reader could not take is told as a problem of the document.
        if daryn_read::is_watched() {
            return;
        }
        let mut reason = info.payload_as_str().unwrap_or("?").to_owned();
        if let Some(place) = info.location() {
            reason = format!("{reason} ({}:{})", place.file(), place.line());
        }
        let output = Output::new(Speaker::new(lang), output::Format::Text);
        output.stopped(&Stop::Internal(reason));
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            trace(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_tells_who_has_the_problem() {
        let output = Output::new(Speaker::new(Lang::En), output::Format::Text);
        assert_eq!(exit_code(&output, || Ok(Ended::Well)), 0);
        assert_eq!(exit_code(&output, || Ok(Ended::WithProblem)), 1);
        assert_eq!(exit_code(&output, || Err(Stop::problem("busy", &[]))), 1);
        assert_eq!(exit_code(&output, || Err(Stop::Internal("test".into()))), 2);
        assert_eq!(exit_code(&output, || panic!("a panic is caught")), 2);
    }
}
