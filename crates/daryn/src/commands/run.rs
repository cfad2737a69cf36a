//! `daryn run`: compute what is stale and write the report.

use std::path::Path;

use clap::{ArgMatches, Command};
use daryn_model::{Arg, Lang};
use daryn_report::Speaker;
use daryn_report::pipeline::{self, Built};
use daryn_study::folder::Folder;
use serde::Serialize;
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, option, subcommand};
use crate::coded;
use crate::holding::{self, Candidate};
use crate::output::{Output, Stream};
use crate::progress;
use crate::running;
use crate::stop::Stop;
use crate::study;
use crate::writing::{self, Extent};

/// Most threads that may be asked for.
const MOST_THREADS: usize = 256;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn run [DIR] [--documents TEXTS] [--threads N] [--out OUT] [--format FORMAT]";
    let examples = ["daryn run my-study", "daryn run my-study --threads 2 --out site"];
    subcommand(
        speaker,
        "run",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            arguments::documents(speaker),
            option(speaker, "threads", "N", "cli-run-threads").allow_negative_numbers(true),
            arguments::folder(speaker, "out", "cli-run-out"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let threads = match arguments::text(matches, "threads") {
        Some(text) => Some(
            text.parse()
                .ok()
                .filter(|threads| (1..=MOST_THREADS).contains(threads))
                .ok_or_else(|| Stop::problem("bad-threads", &[]))?,
        ),
        None => None,
    };
    make(matches, output, threads, Extent::Changed)
}

/// Makes the report of a study.
pub(crate) fn make(
    matches: &ArgMatches,
    output: &Output,
    threads: Option<usize>,
    extent: Extent,
) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let out = study::report_folder(&dir, matches.get_one("out"));
    let mut folder = study::open_with(&dir, matches.get_one("documents"))?;
    let _running = running::start(&dir)?;
    if dir.join(daryn_store::FILE).is_file() {
        // Texts may have changed since somebody coded them.
        coded::open(&dir, None, false, output)?;
        folder = study::open_with(&dir, matches.get_one("documents"))?;
    }
    writing::clean(&dir, &out)?;
    let cache = study::cache(&dir);
    // A lock file that cannot be read is written anew.
    let lock = study::read_lock(&dir).ok().flatten().map(|(lock, _)| lock);
    let held = holding::held(&dir, &folder, lock.as_ref());
    let built = progress::watch(output, |progress| {
        in_pool(threads, || pipeline::build(&folder, &cache, &held, progress))
    })??;
    let changed = writing::write(&folder, &out, &built, extent)?;
    let problems = study::of_store(&dir, built.diagnostics.clone());
    output.problems(Stream::Talk, &[problems, cache.warnings()].concat());
    let page = page(&out, &folder.languages, output.speaker.lang);
    let newer = newer(output, &dir, &folder);
    tell(output, &built, changed, (&out, &page), &newer);
    tell_newer(output, &dir, &newer);
    Ok(Ended::Well)
}

/// Does a work on so many threads.
fn in_pool<T: Send>(threads: Option<usize>, work: impl FnOnce() -> T + Send) -> Result<T, Stop> {
    let Some(threads) = threads else { return Ok(work()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map(|pool| pool.install(work)).map_err(|error| Stop::Internal(error.to_string()))
}

fn tell(
    output: &Output,
    built: &Built,
    changed: usize,
    (out, page): (&Path, &Path),
    newer: &[Newer],
) {
    if output.is_json() {
        output.value(&json!({
            "newer": newer,
            "ran": built.ran,
            "stages": built.stages,
            "report": out.display().to_string(),
        }));
    }
    if built.ran.is_empty() && changed == 0 {
        output.say("run-fresh", &[]);
    } else {
        let count = |number: usize| Arg::Count(number as i64);
        output.say("run-ran", &[("ran", count(built.ran.len())), ("total", count(built.stages))]);
        output.say("run-written", &[("path", Arg::plain(&out.display().to_string()))]);
    }
    output.say("run-open", &[("path", Arg::plain(&page.display().to_string()))]);
}

/// A stored release that is newer than the file of the study.
#[derive(Serialize)]
struct Newer {
    source: String,
    /// How many assertions it would change; none where it cannot be used.
    assertions: Option<usize>,
}

/// What newer releases in the store would change, before they are adopted.
fn newer(output: &Output, dir: &Path, folder: &Folder) -> Vec<Newer> {
    let candidates = holding::newer(dir, folder);
    if candidates.is_empty() {
        return Vec::new();
    }
    let before = pipeline::assembled(folder, &study::cache(dir));
    let of = |candidate: Candidate| {
        let (file, before) = (candidate.file.as_ref()?, before.as_ref().ok());
        // Why one cannot be used is not the report's problem; `daryn adopt` tells it in full.
        let changes =
            holding::stored(dir, &candidate.sha256).ok().zip(before).and_then(|(bytes, before)| {
                holding::what_if(dir, before, file, bytes, &output.speaker).ok()
            });
        Some(Newer { source: candidate.source, assertions: changes.map(|all| all.len()) })
    };
    candidates.into_iter().filter_map(of).collect()
}

fn tell_newer(output: &Output, dir: &Path, newer: &[Newer]) {
    for newer in newer {
        let source = ("source", Arg::plain(&newer.source));
        let dir = ("dir", Arg::plain(&dir.display().to_string()));
        match newer.assertions {
            Some(n) => output.say("run-newer", &[source, dir, ("n", Arg::Count(n as i64))]),
            None => output.say("run-newer-bad", &[source, dir]),
        }
    }
}

/// The page to open: in the language of the user, if the study has it.
fn page(out: &Path, languages: &[Lang], user: Lang) -> std::path::PathBuf {
    let lang = languages.iter().find(|lang| **lang == user).or(languages.first());
    out.join(lang.unwrap_or(&user).code()).join("index.html")
}
