//! Reads and writes exchange files, for `benches/refi_qda.py`.
//!
//! `refi_qda again IN OUT` writes a project or codebook again, `refi_qda codes IN OUT` its codes
//! alone, `refi_qda segments IN` prints its codings with tabs between cells.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example talks")]

use std::process::ExitCode;

use daryn_coding::refi_qda::{read, tables, write_codebook, write_project};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (what, input, out) = match args[..] {
        [what, input] => (what, input, None),
        [what, input, out] => (what, input, Some(out)),
        _ => return ExitCode::FAILURE,
    };
    let Ok(bytes) = std::fs::read(input) else { return ExitCode::FAILURE };
    let (Some(project), problems) = read(&bytes, input) else { return ExitCode::FAILURE };
    let written = match what {
        "again" if !input.ends_with(".qdc") => write_project(&project, input),
        "again" | "codes" => write_codebook(&project, input),
        _ => {
            print!("{}", tables::segments(&project).tabbed());
            return ExitCode::SUCCESS;
        }
    };
    match (written, out) {
        (Ok(written), Some(out)) => {
            eprintln!("{} problems, {} losses", problems.len(), written.losses.len());
            match std::fs::write(out, written.bytes) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        _ => ExitCode::FAILURE,
    }
}
