//! Projects and codebooks of other programs.

use std::path::{Path, PathBuf};

use daryn_coding::codebook;
use daryn_coding::refi_qda::{self, Project};
use daryn_model::{Arg, Diagnostic};
use daryn_report::csv_cell;
use daryn_store::exchange::{self, Incoming, Known, NewText, book};
use daryn_store::{Change, Payload, State};
use daryn_study::folder::{CODEBOOK, STUDY};
use daryn_study::world::Change as Write;
use daryn_study::{Disk, World, scaffold};
use serde_json::json;

use crate::Ended;
use crate::coded::{self, Coded};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;

/// A project, and what was told of it.
pub(super) struct Read {
    project: Project,
    told: Vec<Diagnostic>,
}

/// Reads a project; where it cannot be read, nothing is begun.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Read, Stop> {
    match refi_qda::read(bytes, name) {
        (Some(project), told) => Ok(Read { project, told }),
        (None, told) => Err(Stop::Problems(told)),
    }
}

/// Takes a project into a study.
pub(super) fn import(
    read: Read,
    (path, bytes): (&Path, &[u8]),
    study: &mut Coded,
    who: &str,
    output: &Output,
) -> Result<Ended, Stop> {
    let Read { project, mut told } = read;
    let name = path.display().to_string();
    // A study without a codebook of its own uses the one that daryn brings along; a project that
    // was made with that goes on with it.
    let is_built_in = !study.has_codebook && exchange::is_of(&project, &study.codebook);
    let known = Known {
        state: &study.state,
        texts: &study.texts,
        documents: &study.documents,
        codebook: (study.has_codebook || is_built_in).then_some(&study.codebook),
    };
    let mut incoming = exchange::incoming(&project, &known, &name);
    told.append(&mut incoming.told);
    let store = study.store.as_ref();
    let base = store.map(|store| exchange::base(store, &study.state)).transpose();
    let base = base.map_err(coded::stop)?.flatten();
    let is_known = match base {
        Some(mut base) => {
            let before = base.clone();
            told.extend(exchange::merge(&mut base, &project, &name));
            base == before
        }
        None => false,
    };
    let counts = New::of(&incoming, &study.state);
    let is_nothing = is_known && counts.is_nothing();
    if !is_nothing {
        write_files(&incoming, study, is_built_in, output, &mut told)?;
        let mut changes = incoming.changes.clone();
        changes.push(exchange::kept(bytes));
        let payload = Payload { from: Some(coded::origin(path, bytes)), ..Payload::of(changes) };
        study.keep(who, payload, &[bytes])?;
        if is_of_other_texts(&incoming, study) {
            // What was selected in another version of a text is looked for in that of the study.
            let dir = study.folder.path.clone();
            *study = coded::open(&dir, None, true, output)?;
        }
    }
    output.problems(Stream::Talk, &told);
    tell(&incoming, &counts, &told, study, output);
    if is_nothing {
        output.problems(Stream::Talk, &[Diagnostic::warning("store-import-known", &name, 0)]);
    }
    let has_errors = study::has_errors(&told);
    Ok(if has_errors { Ended::WithProblem } else { Ended::Well })
}

/// How much of what came was not there before.
struct New {
    codes: usize,
    coders: usize,
    documents: usize,
    codings: usize,
    memos: usize,
    /// Whether more is known of codings that were there before.
    is_more: bool,
}

impl New {
    fn of(incoming: &Incoming, before: &State) -> New {
        let mut after = before.clone();
        after.take(&incoming.changes);
        New {
            codes: incoming.codes.len(),
            coders: after.coders.len() - before.coders.len(),
            documents: incoming.texts.len(),
            codings: coded(&after) - coded(before),
            memos: noted(&after) - noted(before),
            is_more: after.codings != before.codings || after.same != before.same,
        }
    }

    fn is_nothing(&self) -> bool {
        self.codes + self.coders + self.documents + self.codings + self.memos == 0 && !self.is_more
    }
}

fn coded(state: &State) -> usize {
    state.codings.values().filter(|held| !held.made.code.is_empty()).count()
}

/// Memos, and notes on places without a code.
fn noted(state: &State) -> usize {
    state.memos.len() + state.codings.len() - coded(state)
}

/// Whether a text of the study is another one than that which came.
fn is_of_other_texts(incoming: &Incoming, study: &Coded) -> bool {
    incoming.changes.iter().any(|change| match change {
        Change::Documents { documents } => documents.iter().any(|seen| {
            let own = study.texts.iter().find(|text| text.file == seen.file);
            own.is_some_and(|own| own.digest != seen.text)
        }),
        _ => false,
    })
}

/// Writes texts, rows of documents and codes, all or none. They are there before the event: where
/// it does not come to that, a second import finds them.
fn write_files(
    incoming: &Incoming,
    study: &Coded,
    is_built_in: bool,
    output: &Output,
    told: &mut Vec<Diagnostic>,
) -> Result<(), Stop> {
    let dir = &study.folder.path;
    let lang = study.lang(output);
    let mut files = Vec::new();
    for text in &incoming.texts {
        let path = study::report_path(dir, &text.file);
        // One that has no row yet only gets that.
        if study.texts.iter().any(|own| own.file == text.file) {
            continue;
        }
        if path.exists() {
            return Err(Stop::problem("folder-exists", &[("path", &path.display())]));
        }
        files.push((path, text.text.clone().into_bytes()));
    }
    if !incoming.texts.is_empty() {
        match rows(incoming, study, lang) {
            Some((file, bytes)) => files.push((study::report_path(dir, &file), bytes)),
            None => told.push(Diagnostic::warning("store-import-no-table", STUDY, 0)),
        }
    }
    if !incoming.codes.is_empty() {
        let path = dir.join(CODEBOOK);
        let mut text = match study.has_codebook && path.is_file() {
            true => {
                let bytes = Disk.read(&path).map_err(|error| Stop::unreadable(&path, &error))?;
                let mut text = String::from_utf8_lossy(&bytes).into_owned();
                if !text.ends_with('\n') {
                    text.push('\n');
                }
                text
            }
            false if is_built_in => format!("{}\n", codebook::BUILT_IN.1.trim_end()),
            false => {
                files.extend(named_codebook(dir, study));
                let head = study.folder.head.as_ref();
                let id = head.map_or_else(|| "codebook".to_owned(), |head| head.id.0.clone());
                book::head(&scaffold::identity(&id), &id, lang)
            }
        };
        for code in &incoming.codes {
            text.push_str(&book::entry(code, lang));
        }
        files.push((path, text.into_bytes()));
    }
    let changes: Vec<Write<'_>> =
        files.iter().map(|(path, bytes)| Write::Write(path, bytes)).collect();
    Disk.apply(&changes)?;
    Ok(())
}

/// The head of the study with the name of the codebook that came, where it names none: codings are
/// counted by it.
fn named_codebook(dir: &Path, study: &Coded) -> Option<(PathBuf, Vec<u8>)> {
    if study.folder.tables.contains_key("codebook") {
        return None;
    }
    let path = dir.join(STUDY);
    let text = String::from_utf8(Disk.read(&path).ok()?).ok()?;
    let at = text.find("\n[files]")? + "\n[files]".len();
    let (before, behind) = text.split_at(at);
    Some((path, format!("{before}\ncodebook = \"{CODEBOOK}\"{behind}").into_bytes()))
}

/// The table of documents with rows for texts that came.
fn rows(incoming: &Incoming, study: &Coded, lang: daryn_model::Lang) -> Option<(String, Vec<u8>)> {
    let file = study.folder.tables.get("documents")?;
    let bytes = study.folder.files.get(file)?;
    let mut text = String::from_utf8(bytes.clone()).ok()?;
    let head = text.lines().next()?.trim_start_matches('\u{feff}').to_owned();
    let columns: Vec<&str> = head.split(',').map(|name| name.trim().trim_matches('"')).collect();
    if !columns.contains(&"id") {
        return None;
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let title = format!("title_{}", lang.code());
    let value = |column: &str, new: &NewText| match column {
        "id" => new.document.clone(),
        "role" => "corpus".to_owned(),
        "coverage" => "whole".to_owned(),
        column if column == title => new.title.clone(),
        _ => String::new(),
    };
    for new in &incoming.texts {
        let cells: Vec<String> =
            columns.iter().map(|column| csv_cell(&value(column, new)).into_owned()).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    Some((file.clone(), text.into_bytes()))
}

fn tell(incoming: &Incoming, new: &New, told: &[Diagnostic], study: &Coded, output: &Output) {
    let counts = incoming.counts;
    let pairs = [
        ("codes", counts.codes, Some(new.codes)),
        ("coders", counts.coders, Some(new.coders)),
        ("documents", counts.documents, Some(new.documents)),
        ("codings", counts.codings, Some(new.codings)),
        ("memos", counts.memos, Some(new.memos)),
        ("variables", counts.variables, None),
        ("cases", counts.cases, None),
        ("sets", counts.sets, None),
        ("links", counts.links, None),
        ("graphs", counts.graphs, None),
    ];
    if output.is_json() {
        let mut value = serde_json::Map::new();
        for (name, count, _) in pairs {
            value.insert(name.to_owned(), json!(count));
        }
        let fresh =
            pairs.iter().filter_map(|(name, _, new)| Some(((*name).to_owned(), json!((*new)?))));
        value.insert("new".to_owned(), fresh.collect::<serde_json::Map<_, _>>().into());
        value.insert("used".to_owned(), json!(counts.used));
        value.insert("unplaced".to_owned(), json!(counts.unplaced));
        value.insert("apart".to_owned(), json!(counts.apart));
        value.insert("study".to_owned(), json!(study.folder.path.display().to_string()));
        value.insert("diagnostics".to_owned(), output.as_values(told).into());
        output.value(&value);
        return;
    }
    for (name, count, new) in pairs.into_iter().filter(|(_, count, _)| *count > 0) {
        let args = [("what", Arg::plain(name)), ("n", Arg::Count(count as i64))];
        let mut line = output.speaker.say("store-count", &args);
        if let Some(new) = new {
            let args = [("counted", Arg::plain(&line)), ("n", Arg::Count(new as i64))];
            line = output.speaker.say("import-new", &args);
        }
        output.line(Stream::Data, &line);
    }
    if new.documents > 0 {
        output.say("import-next", &[("n", Arg::Count(new.documents as i64))]);
    }
}
