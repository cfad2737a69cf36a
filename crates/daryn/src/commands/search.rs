//! `daryn search`: words, stems, phrases and regular expressions in documents, with their context.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::{Arg as Value, Diagnostic};
use daryn_report::{Speaker, pipeline};
use daryn_search::{BadPattern, BadQuery, Damaged, Hit, Index, Keep, Pattern, Query, kwic};
use rayon::prelude::*;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{Output, Stream, plain_line};
use crate::progress;
use crate::stop::Stop;
use crate::study;

/// Hits that a thread puts into lines at a time.
const PART: usize = 256;

/// Bytes that most lines have at most.
const LINE: usize = 400;

/// Documents whose hits are counted one by one.
const COUNTED: usize = 20;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn search laws \"трудовой мигрант\" --stem",
        "daryn search laws \"маман*\" --limit 20",
        "daryn search laws \"көші-қон(ы|ның)\" --regex --format json",
    ];
    subcommand(
        speaker,
        "search",
        "daryn search DIR QUERY [--stem | --regex [--ignore-case]] [--without-notes] [--limit N] [--format FORMAT]",
        &examples,
        [
            positional(speaker, "dir", "DIR", "cli-search-dir")
                .value_parser(value_parser!(PathBuf))
                .required(true),
            positional(speaker, "query", "QUERY", "cli-search-query").required(true),
            flag(speaker, "stem", "cli-search-stem").conflicts_with("regex"),
            flag(speaker, "regex", "cli-search-regex"),
            flag(speaker, "ignore-case", "cli-search-ignore-case").requires("regex"),
            flag(speaker, "without-notes", "cli-search-without-notes"),
            option(speaker, "limit", "N", "cli-search-limit").value_parser(value_parser!(usize)),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let asked = Asked::of(matches)?;
    let cache = cache_folder(|name| std::env::var_os(name));
    let keep = Keep { folder: cache.as_deref(), build: pipeline::BUILD };
    let (index, mut hits) = found(&dir, &asked, keep, output)?;
    output.problems(Stream::Talk, &index.problems);
    if let Some(reason) = &index.not_kept {
        let reason = if reason.is_empty() { "none".to_owned() } else { plain_line(reason) };
        output.say("search-not-kept", &[("reason", Value::plain(&reason))]);
    }
    if index.skipped > 0 && !output.is_json() {
        output.say("search-skipped", &[("n", Value::Count(index.skipped as i64))]);
    }
    if matches.get_flag("without-notes") {
        hits.retain(|hit| !hit.apart);
    }
    let shown = matches.get_one("limit").map_or(hits.len(), |limit| hits.len().min(*limit));
    if output.is_json() {
        as_json(&index, &hits[..shown], output);
    } else {
        as_text(&index, &hits[..shown], output);
        count(&index, &hits, shown, output);
    }
    Ok(if study::has_errors(&index.problems) { Ended::WithProblem } else { Ended::Well })
}

/// What is looked for.
enum Asked {
    Words { query: Query, stems: bool },
    Pattern(Pattern),
}

impl Asked {
    fn of(matches: &ArgMatches) -> Result<Asked, Stop> {
        let text = arguments::text(matches, "query").unwrap_or_default();
        if matches.get_flag("regex") {
            let pattern = Pattern::new(text, matches.get_flag("ignore-case"));
            return pattern.map(Asked::Pattern).map_err(|bad| bad_pattern(text, &bad));
        }
        let stems = matches.get_flag("stem");
        match Query::parse(text) {
            Ok(query) => Ok(Asked::Words { query, stems }),
            Err(BadQuery::NoWord) => {
                Err(Stop::problem("search-no-word", &[("query", &plain_line(text))]))
            }
            Err(BadQuery::Star(at)) => {
                Err(Stop::problem("search-star", &[("query", &plain_line(text)), ("at", &at)]))
            }
        }
    }

    fn find(&self, index: &Index) -> Result<Vec<Hit>, Damaged> {
        match self {
            Asked::Words { query, stems } => daryn_search::words(index, query, *stems),
            Asked::Pattern(pattern) => daryn_search::pattern(index, pattern),
        }
    }
}

fn bad_pattern(text: &str, bad: &BadPattern) -> Stop {
    match bad {
        BadPattern::Syntax { kind, at, here } => {
            let (query, here) = (plain_line(text), plain_line(here));
            Stop::problem(
                "search-pattern",
                &[("query", &query), ("kind", kind), ("at", at), ("here", &here)],
            )
        }
        BadPattern::TooLarge => {
            Stop::problem("search-pattern-large", &[("query", &plain_line(text))])
        }
    }
}

/// Opens the index and looks into it. One that turns out to be damaged is made anew, once.
fn found(
    dir: &Path,
    asked: &Asked,
    keep: Keep<'_>,
    output: &Output,
) -> Result<(Index, Vec<Hit>), Stop> {
    let mut told = false;
    for _ in 0..2 {
        let opened = progress::watch(output, |progress| Index::open(dir, keep, progress));
        let index = opened.map_err(|error| Stop::unreadable(dir, &error))?;
        let hits = asked.find(&index);
        if (index.damaged || hits.is_err()) && !told {
            output.problems(Stream::Talk, &[Diagnostic::warning("search-damaged", "", 0)]);
            told = true;
        }
        match hits {
            Ok(hits) => return Ok((index, hits)),
            Err(Damaged) => Index::forget(dir, keep),
        }
    }
    Err(Stop::Internal(Damaged.to_string()))
}

/// The folder of the user for what can be made again.
pub(super) fn cache_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = folder("DARYN_CACHE") {
        return Some(own);
    }
    if cfg!(windows) {
        folder("LOCALAPPDATA").map(|data| data.join("daryn").join("cache"))
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches/daryn"))
    } else {
        // A relative path is to be ignored, says the specification.
        let cache = folder("XDG_CACHE_HOME").filter(|cache| cache.is_absolute());
        cache.or_else(|| folder("HOME").map(|home| home.join(".cache"))).map(|it| it.join("daryn"))
    }
}

fn as_json(index: &Index, hits: &[Hit], output: &Output) {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let names: Vec<String> = index.documents.iter().map(|name| quoted(name)).collect();
    in_parts(hits, output, |hit, bytes| {
        let text = |bytes: &mut Vec<u8>, name: &str, text: &str| {
            bytes.extend_from_slice(name.as_bytes());
            // Writing text to memory cannot fail.
            let _ = serde_json::to_writer(bytes, text);
        };
        let number = |bytes: &mut Vec<u8>, name: &str, number: u32| {
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(number.to_string().as_bytes());
        };
        bytes.extend_from_slice(b"{\"document\":");
        bytes.extend_from_slice(names[hit.document as usize].as_bytes());
        number(bytes, ",\"passage\":\"p", hit.passage + 1);
        number(bytes, "\",\"start\":", hit.start);
        number(bytes, ",\"end\":", hit.end);
        text(bytes, ",\"left\":", hit.left());
        text(bytes, ",\"match\":", hit.matched());
        text(bytes, ",\"right\":", hit.right());
        match hit.label.is_empty() {
            true => bytes.extend_from_slice(b",\"label\":null"),
            false => text(bytes, ",\"label\":", &hit.label),
        }
        text(bytes, ",\"language\":", hit.language.code());
        let apart: &[u8] = if hit.apart { b",\"apart\":true" } else { b",\"apart\":false" };
        bytes.extend_from_slice(apart);
        match hit.page {
            Some(page) => number(bytes, ",\"page\":", page),
            None => bytes.extend_from_slice(b",\"page\":null"),
        }
        number(bytes, ",\"reader\":", daryn_read::READER);
        bytes.extend_from_slice(b"}\n");
    });
}

/// Lines whose hits stand below each other, under the name of each document.
fn as_text(index: &Index, hits: &[Hit], output: &Output) {
    let apart = output.speaker.word("search-apart");
    let mut places: BTreeMap<&str, String> = BTreeMap::new();
    for hit in hits {
        places.entry(&hit.label).or_insert_with(|| place(&hit.label, &output.speaker));
    }
    for same in hits.chunk_by(|a, b| a.document == b.document) {
        output.line(Stream::Data, &plain_line(&index.documents[same[0].document as usize]));
        in_parts(same, output, |hit, bytes| {
            let (left, right) = (plain_line(hit.left()), plain_line(hit.right()));
            let (left, right) = (left.trim_end(), right.trim_start());
            let pad = kwic::WIDTH.saturating_sub(left.chars().count());
            let mut line = format!("{:pad$}{left}  {}  {right}", "", plain_line(hit.matched()));
            let known = places.get(&*hit.label).map_or("", String::as_str);
            let place = if hit.apart { format!("{known} {apart}") } else { known.to_owned() };
            let place = place.trim();
            if !place.is_empty() {
                line = format!("{}  [{}]", line.trim_end(), plain_line(place));
            }
            bytes.extend_from_slice(line.trim_end().as_bytes());
            bytes.push(b'\n');
        });
    }
}

/// The label of a hit in the words of the user: `art. 12 › p. 3`.
fn place(label: &str, speaker: &Speaker) -> String {
    let step = |step: &str| {
        let (kind, number) = step.split_once(' ').unwrap_or((step, ""));
        let key = format!("search-{kind}");
        speaker.say(&key, &[("n", Value::plain(number))]).trim().to_owned()
    };
    label.split(" › ").filter(|label| !label.is_empty()).map(step).collect::<Vec<_>>().join(" › ")
}

/// Puts hits into lines, some at a time on each thread, and prints them in their order. What is
/// printed makes room for the next ones.
fn in_parts(hits: &[Hit], output: &Output, line: impl Fn(&Hit, &mut Vec<u8>) + Sync) {
    for block in hits.chunks(PART * 32) {
        let parts: Vec<Vec<u8>> = block
            .par_chunks(PART)
            .map(|part| {
                let mut bytes = Vec::with_capacity(part.len() * LINE);
                part.iter().for_each(|hit| line(hit, &mut bytes));
                bytes
            })
            .collect();
        parts.iter().for_each(|part| output.bytes(part));
    }
}

/// Says how many hits there are, and in which documents most of them.
fn count(index: &Index, hits: &[Hit], shown: usize, output: &Output) {
    let mut by_document: BTreeMap<u32, i64> = BTreeMap::new();
    for hit in hits {
        *by_document.entry(hit.document).or_default() += 1;
    }
    let number = |number: usize| Value::Count(number as i64);
    let args = [
        ("hits", number(hits.len())),
        ("documents", number(by_document.len())),
        ("all", number(index.documents.len())),
    ];
    output.say("search-count", &args);
    if shown < hits.len() {
        output.say("search-shown", &[("n", number(shown))]);
    }
    let more = by_document.len().saturating_sub(COUNTED);
    let mut documents: Vec<(u32, i64)> = by_document.into_iter().collect();
    documents.sort_by_key(|(document, count)| (-count, *document));
    for (document, count) in documents.iter().take(COUNTED) {
        let name = plain_line(&index.documents[*document as usize]);
        output.line(Stream::Talk, &format!("{count:8}  {name}"));
    }
    if more > 0 {
        output.say("search-more", &[("n", number(more))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_for_what_can_be_made_again() {
        let with = |set: &'static [(&str, &str)]| {
            cache_folder(|name| {
                set.iter().find(|(other, _)| *other == name).map(|(_, value)| value.into())
            })
        };
        assert_eq!(with(&[]), None);
        assert_eq!(with(&[("DARYN_CACHE", "x"), ("HOME", "/h")]), Some("x".into()));
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            assert_eq!(with(&[("HOME", "/h")]), Some("/h/.cache/daryn".into()));
            let set = &[("XDG_CACHE_HOME", "/c"), ("HOME", "/h"), ("DARYN_CACHE", "")];
            assert_eq!(with(set), Some("/c/daryn".into()));
            let set = &[("XDG_CACHE_HOME", "c"), ("HOME", "/h")];
            assert_eq!(with(set), Some("/h/.cache/daryn".into()));
        }
    }
}
