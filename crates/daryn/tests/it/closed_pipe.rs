//! A reader that has seen enough.

use std::io::Read;
use std::process::Stdio;

use crate::sample::{Sample, command};

/// Runs a command whose stdout is closed after so many bytes; gives its exit code and its talk.
fn read_some(sample: &Sample, arguments: &[&str], bytes: usize) -> (Option<i32>, String) {
    let mut child = command(&sample.dir, arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("daryn runs");
    let mut stdout = child.stdout.take().expect("stdout");
    stdout.read_exact(&mut vec![0; bytes]).expect("some bytes");
    drop(stdout);
    let output = child.wait_with_output().expect("an end");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_closed_pipe_is_success_without_noise() {
    let sample = Sample::with_report();
    // More than a pipe holds, so that the program is still writing.
    assert_eq!(read_some(&sample, &["completions", "zsh"], 1), (Some(0), String::new()));
    assert_eq!(read_some(&sample, &["schema"], 1), (Some(0), String::new()));
    assert_eq!(read_some(&sample, &["why", "finding:H1"], 1), (Some(0), String::new()));
    let line = "виза ".repeat(40);
    std::fs::write(sample.dir.join("long.txt"), format!("{line}\n\n").repeat(50)).expect("written");
    let search = ["search", "long.txt", "виза", "--format", "json"];
    assert_eq!(read_some(&sample, &search, 1), (Some(0), String::new()));
    assert_eq!(read_some(&sample, &["status"], 0), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn data_that_cannot_be_written_is_an_error() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let mut schema = command(&std::env::temp_dir(), &["schema"]);
    let output = schema.stdout(full).stderr(Stdio::piped()).spawn().expect("daryn runs");
    let output = output.wait_with_output().expect("an end");
    let talk = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(talk.starts_with("error: cannot write stdout: "), "{talk}");
}
