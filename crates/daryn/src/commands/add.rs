//! `daryn add`: keep files that a person saved.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, Command, value_parser};
use daryn_model::{Arg, Diagnostic};
use daryn_report::{Speaker, pipeline};
use daryn_source::add::Added;
use daryn_source::fetch::Limits;
use daryn_source::{Session, Status};
use daryn_study::folder::{Folder, TEXTS};
use daryn_study::{Digest, Disk, World};
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::running;
use crate::sources;
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn add FILE... [--as ID] [--study DIR] [--format FORMAT]";
    let examples = [
        "daryn add concept.html --as concept-2022",
        "daryn add saved/*.html --study my-study",
        "daryn add table.xlsx --format json",
    ];
    subcommand(
        speaker,
        "add",
        usage,
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-add-file")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true)
                .action(ArgAction::Append),
            option(speaker, "as", "ID", "cli-add-as"),
            option(speaker, "study", "DIR", "cli-dir")
                .value_parser(value_parser!(PathBuf))
                .default_value(".")
                .hide_default_value(true),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "study");
    let name = arguments::text(matches, "as");
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_.+".contains(c))
    };
    if let Some(name) = name.filter(|name| !is_name(name)) {
        return Err(Stop::problem("source-bad-name", &[("found", &name)]));
    }
    let folder = study::open(&dir)?;
    let _running = running::start(&dir)?;
    let (raw, shared) = (sources::raw(&dir), sources::shared());
    let mut session = Session::open(&raw, shared.as_deref(), &sources::environment, &sources::now)
        .map_err(|error| Stop::unreadable(&raw, &error))?;
    session.make_writable(&|_| true).map_err(|error| Stop::write_failed(&raw, &error))?;
    output.problems(Stream::Talk, &session.log.problems);
    let list = sources::list(&folder).ok().map(|(_, downloads)| downloads);
    let ids = list.iter().flat_map(|list| &list.list.records).map(|entry| entry.id.0.clone());
    session.listed = ids.collect();
    let own = list.and_then(|list| list.settings);
    let limit = own.and_then(|own| own.max_bytes).and_then(|bytes| u64::try_from(bytes).ok());
    let limit = limit.unwrap_or(Limits::default().bytes);

    let mut failed = false;
    for path in matches.get_many::<PathBuf>("file").into_iter().flatten() {
        let mut added = session.add(path, name, limit);
        let text = match added.status {
            Status::Failed => None,
            _ => place(&dir, &folder, path, &mut added)?,
        };
        failed |= added.status == Status::Failed;
        tell(output, &added, text.as_ref());
    }
    Ok(if failed { Ended::WithProblem } else { Ended::Well })
}

/// A file that was put among the texts of the study.
struct Text {
    document: String,
    file: String,
}

/// Puts a file among the texts of the study if it is one of a document of the study.
fn place(
    dir: &Path,
    folder: &Folder,
    path: &Path,
    added: &mut Added,
) -> Result<Option<Text>, Stop> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = Disk.read(path).map_err(|error| Stop::unreadable(path, &error))?;
    let Some(sha256) = added.sha256.clone().filter(|sha256| *sha256 == Digest::of(&bytes)) else {
        // It was changed meanwhile; the next `daryn add` sees it as it is then.
        return Ok(None);
    };
    let kind = name.rsplit_once('.').map_or("txt", |(_, kind)| kind).to_lowercase();
    let called = format!("{}.{kind}", added.id);
    let Some(document) = pipeline::document_of(folder, &called, &bytes)
        .or_else(|| pipeline::document_of(folder, &name, &bytes))
    else {
        return Ok(None);
    };
    let own = |file: &&String| folder.files.get(*file).map(Vec::as_slice) == Some(&bytes);
    if let Some(file) = folder.texts.iter().find(own) {
        return Ok(Some(Text { document, file: file.clone() }));
    }
    // Editions and languages of one document stand side by side.
    let short = &sha256.as_str()[..8];
    let names =
        [format!("{TEXTS}/{document}.{kind}"), format!("{TEXTS}/{document}.{short}.{kind}")];
    for file in &names {
        let target = study::report_path(dir, file);
        match Disk.read(&target) {
            Ok(there) if there == bytes => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Disk.write(&target, &bytes).map_err(|error| Stop::write_failed(&target, &error))?;
            }
            _ => continue,
        }
        return Ok(Some(Text { document, file: file.clone() }));
    }
    added.status = Status::Failed;
    let problem = Diagnostic::error("text-stands-there", &names[1], 0);
    added.diagnostics.push(problem.with("document", &document));
    Ok(None)
}

fn tell(output: &Output, added: &Added, placed: Option<&Text>) {
    let sha256 = added.sha256.as_ref().map(daryn_study::Digest::as_str);
    if output.is_json() {
        output.compact(&json!({
            "id": added.id,
            "status": added.status,
            "sha256": sha256,
            "bytes": added.bytes,
            "url": added.act.get("url"),
            "act": added.act,
            "document": placed.map(|text| &text.document),
            "text": placed.map(|text| &text.file),
            "diagnostics": output.as_values(&added.diagnostics),
        }));
        return;
    }
    let mut text = format!("{}: {}", added.id, sources::in_words(&output.speaker, added.status));
    if let Some(sha256) = sha256.filter(|_| added.status != Status::Failed) {
        let bytes = [("n", Arg::Count(i64::try_from(added.bytes).unwrap_or(i64::MAX)))];
        text = format!("{text}, {}, {}", output.speaker.say("fetch-bytes", &bytes), &sha256[..12]);
    }
    if let (Some(number), Some(date)) = (added.act.get("number"), added.act.get("date")) {
        text = format!("{text}, № {number}, {date}");
    }
    output.line(Stream::Data, &text);
    if let Some(Text { document, file }) = placed {
        let args = [("document", Arg::plain(document)), ("file", Arg::plain(file))];
        output.line(Stream::Data, &output.speaker.say("add-text", &args));
    }
    output.problems(Stream::Talk, &added.diagnostics);
}
