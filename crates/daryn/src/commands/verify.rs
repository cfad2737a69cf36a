//! `daryn verify`: derive the report again, without anything that was kept, and compare.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_report::pipeline::{self, Built, Stopped, VERSION};
use daryn_study::cache::Cache;
use daryn_study::folder::{Folder, OUTSIDE};
use daryn_study::lock::{self, Lock, Pinned};
use daryn_study::{Disk, World};
use serde::Serialize;
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::holding;
use crate::output::{Output, Stream};
use crate::progress;
use crate::running;
use crate::stop::Stop;
use crate::study;

mod features;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage =
        "daryn verify [DIR] [--documents TEXTS] [--texts DIR] [--report OUT] [--format FORMAT]";
    let examples = ["daryn verify my-study", "daryn verify my-study --report site"];
    subcommand(
        speaker,
        "verify",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            arguments::documents(speaker),
            arguments::option(speaker, "texts", "DIR", "cli-verify-texts")
                .value_parser(value_parser!(PathBuf)),
            arguments::folder(speaker, "report", "cli-verify-report"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let out = study::report_folder(&dir, matches.get_one("report"));
    let folder = study::open_with(&dir, matches.get_one("documents"))?;
    let _running = running::read(&dir)?;
    let Some((lock, lock_text)) = study::read_lock(&dir)? else {
        return Err(Stop::problem("no-lock", &[]));
    };
    let mut differences = Differences { speaker: &output.speaker, all: Vec::new() };
    differences.version(&lock);
    differences.inputs(&folder, &lock);
    let texts = matches.get_one::<PathBuf>("texts").map(PathBuf::as_path);
    let checked = features::check(&folder, texts, &mut differences)?;
    // A release that is a file of the study is checked against the file; any other one is what the
    // lock file says, since the store may be on another machine.
    let held = holding::held(&dir, &folder, Some(&lock));
    let nothing_kept = Cache::none(&Disk);
    let built = progress::watch(output, |progress| {
        pipeline::build(&folder, &nothing_kept, &held, progress)
    });
    let files = match built {
        Ok(built) => {
            differences.lock(&lock, &lock_text, &built);
            differences.report(&out, &built)?;
            built.files.len()
        }
        // The report cannot have been made from a study with errors: its files have changed.
        Err(Stopped::Problems(problems)) if !differences.all.is_empty() => {
            output.problems(Stream::Talk, &problems);
            0
        }
        Err(stopped) => return Err(stopped.into()),
    };
    tell(output, &differences.all, &checked, files)
}

fn tell(
    output: &Output,
    differences: &[Difference],
    checked: &features::Checked,
    files: usize,
) -> Result<Ended, Stop> {
    if output.is_json() {
        let features = json!({"made": checked.made, "given": checked.given});
        output.value(&json!({"differences": differences, "files": files, "features": features}));
    } else {
        for difference in differences {
            output.line(Stream::Data, &difference.message);
        }
    }
    checked.tell(output);
    let count = |number: usize| Arg::Count(number as i64);
    if differences.is_empty() {
        output.say("verify-good", &[("files", count(files))]);
        Ok(Ended::Well)
    } else {
        output.say("verify-bad", &[("n", count(differences.len()))]);
        Ok(Ended::WithProblem)
    }
}

/// One thing that is not as the study gives it.
#[derive(Serialize)]
struct Difference {
    file: String,
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    message: String,
}

struct Differences<'a> {
    speaker: &'a Speaker,
    all: Vec<Difference>,
}

impl Differences<'_> {
    fn add(
        &mut self,
        file: &str,
        what: &'static str,
        line: Option<usize>,
        (key, args): (&str, &[(&str, Arg)]),
    ) {
        let message = self.speaker.say(key, args);
        self.all.push(Difference { file: file.to_owned(), what, line, message });
    }

    /// Whether the same program made the report.
    fn version(&mut self, lock: &Lock) {
        if lock.daryn != VERSION {
            let args = [("was", Arg::plain(&lock.daryn)), ("now", Arg::plain(VERSION))];
            self.add(lock::NAME, "version", None, ("verify-version", &args));
        }
    }

    /// The files of the study against those that the lock file names.
    fn inputs(&mut self, folder: &Folder, lock: &Lock) {
        let now: Vec<Pinned> =
            folder.files.iter().map(|(name, bytes)| Pinned::new(name, bytes)).collect();
        for file in changed(&now, &lock.input) {
            let args = [("file", Arg::plain(file))];
            let outside = file.strip_prefix(OUTSIDE).is_some_and(|rest| rest.starts_with('/'));
            let missing = outside && !folder.files.contains_key(file);
            let message = if missing { "verify-documents" } else { "verify-input" };
            self.add(file, "input", None, (message, &args));
        }
    }

    /// The lock file against the one that the study gives.
    fn lock(&mut self, lock: &Lock, text: &str, built: &Built) {
        if text == built.lock_text {
            return;
        }
        let line = first_line(text, &built.lock_text);
        let args = [("what", Arg::plain(&parts(lock, &built.lock, line)))];
        self.add(lock::NAME, "lock", Some(line), ("verify-lock", &args));
    }

    /// The files of the report against those that the study gives.
    fn report(&mut self, out: &Path, built: &Built) -> Result<(), Stop> {
        for (name, bytes) in &built.files {
            let path = study::report_path(out, name);
            let file = ("file", Arg::plain(&path.display().to_string()));
            match Disk.read(&path) {
                Err(_) => self.add(name, "missing", None, ("verify-missing", &[file])),
                Ok(found) if found == **bytes => {}
                Ok(found) => match (std::str::from_utf8(&found), std::str::from_utf8(bytes)) {
                    (Ok(found), Ok(text)) => {
                        let line = first_line(found, text);
                        let args = [file, ("line", Arg::Year(line as i64))];
                        self.add(name, "differs", Some(line), ("verify-differs", &args));
                    }
                    _ => {
                        let at = 1 + found.iter().zip(&**bytes).take_while(|(a, b)| a == b).count();
                        let args = [file, ("at", Arg::Year(at as i64))];
                        self.add(name, "differs", None, ("verify-differs-bytes", &args));
                    }
                },
            }
        }
        let found = Disk.files(out).map_err(|error| Stop::unreadable(out, &error))?;
        for path in found {
            let name = path.strip_prefix(out).unwrap_or(&path);
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            let name = parts.join("/");
            if !built.files.contains_key(&name) {
                let args = [("file", Arg::plain(&path.display().to_string()))];
                self.add(&name, "unexpected", None, ("verify-unexpected", &args));
            }
        }
        Ok(())
    }
}

/// Names of files that are in one list and not the same in the other.
fn changed<'a>(now: &'a [Pinned], then: &'a [Pinned]) -> Vec<&'a str> {
    let missing = |list: &'a [Pinned], other: &'a [Pinned]| {
        list.iter().filter(move |pinned| !other.contains(pinned)).map(|pinned| pinned.file.as_str())
    };
    let mut names: Vec<&str> = missing(now, then).chain(missing(then, now)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The first line in which two texts differ, from 1. A missing line end is a difference, too.
fn first_line(a: &str, b: &str) -> usize {
    let same = a.split_inclusive('\n').zip(b.split_inclusive('\n')).take_while(|(a, b)| a == b);
    1 + same.count()
}

/// Parts in which two lock files differ, named as they are named in them.
fn parts(found: &Lock, made: &Lock, line: usize) -> String {
    let mut parts = Vec::new();
    let mut part = |name: &str, names: Vec<&str>| {
        let shown = names.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = if names.len() > 3 { ", …" } else { "" };
        if !names.is_empty() {
            parts.push(format!("{name}: {shown}{more}"));
        }
    };
    part("input", changed(&found.input, &made.input));
    let stages = made.stage.iter().filter(|record| !found.stage.contains(record));
    let surplus = found.stage.iter().filter(|record| {
        !made.stage.contains(record) && made.stage.iter().all(|other| other.name != record.name)
    });
    part("stage", stages.chain(surplus).map(|record| record.name.as_str()).collect());
    part("output", changed(&found.output, &made.output));
    for (name, same) in [
        ("format", found.format == made.format),
        ("daryn", found.daryn == made.daryn),
        ("study", found.study == made.study),
        ("vintage", found.vintage == made.vintage),
    ] {
        if !same {
            parts.push(name.to_owned());
        }
    }
    if parts.is_empty() {
        // The same content in another writing.
        parts.push(format!("{}:{line}", lock::NAME));
    }
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_differing_line_is_found() {
        assert_eq!(first_line("a\nb\n", "a\nc\n"), 2);
        assert_eq!(first_line("a\nb\n", "a\nb"), 2);
        assert_eq!(first_line("a\n", "a\nb\n"), 2);
        assert_eq!(first_line("", "a"), 1);
        assert_eq!(first_line("a\r\n", "a\n"), 1);
    }

    #[test]
    fn a_changed_a_missing_and_a_new_file_are_named_once() {
        let pin = |name: &str, text: &str| Pinned::new(name, text.as_bytes());
        let now = [pin("a", "1"), pin("b", "2"), pin("new", "")];
        let then = [pin("a", "1"), pin("b", "1"), pin("gone", "")];
        assert_eq!(changed(&now, &then), ["b", "gone", "new"]);
    }
}
