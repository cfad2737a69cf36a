//! Documents out of lines or files, counted on threads and given in their order.

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use daryn_count::lines::{self, Block, Odd};
use daryn_count::{Counter, Features, Matcher, Tally};
use daryn_model::Diagnostic;
use daryn_study::engine::Progress;
use rayon::prelude::*;

use super::rows::{Name, Rows};
use super::{Job, What};
use crate::commands::read;
use crate::documents::Documents;
use crate::stop::Stop;

/// Where documents come from.
pub(super) enum Input {
    /// A file with a document on each line; `-` is standard input.
    Lines(PathBuf),
    /// Files, or folders of files, each file a document, or each passage of it.
    Files { paths: Vec<PathBuf>, by_passage: bool },
}

impl Input {
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Input::Lines(path) => vec![path.display().to_string()],
            Input::Files { paths, .. } => {
                paths.iter().map(|path| path.display().to_string()).collect()
            }
        }
    }
}

/// Counts everything; gives what is to be told.
pub(super) fn count(
    job: &Job,
    rows: &mut Rows<'_>,
    progress: Progress<'_>,
) -> Result<Vec<Diagnostic>, Stop> {
    let totals = Totals::default();
    let problems = match &job.input {
        Input::Lines(path) => lines(job, path, rows, &totals, progress)?,
        Input::Files { paths, by_passage } => {
            files(job, paths, *by_passage, rows, &totals, progress)?
        }
    };
    let Totals { features, categories } = totals;
    match &job.what {
        What::Features { is_total: true, .. } => {
            let mut all = Features::default();
            for part in features.into_inner().unwrap_or_default() {
                if all.words() == 0 { all = part } else { all.merge(&part) }
            }
            for (feature, count) in all.ranked() {
                rows.add(Name::None, feature, count, all.words());
            }
        }
        What::Categories { is_total: true, matcher } => {
            let (words, counts) = categories.into_inner().unwrap_or_default();
            for (category, count) in matcher.names().iter().zip(counts) {
                rows.add(Name::None, category, count, words);
            }
        }
        _ => {}
    }
    Ok(problems)
}

/// What is counted over all documents.
#[derive(Default)]
struct Totals {
    features: Mutex<Vec<Features>>,
    /// Words, and counts by the number of the category.
    categories: Mutex<(u64, Vec<u64>)>,
}

/// Counts some documents after one another.
enum Worker<'a> {
    Categories { counter: Counter<'a>, matcher: &'a Matcher, is_total: bool },
    Features { tally: Tally, is_total: bool },
}

/// What was counted in some documents.
#[derive(Default)]
struct Made {
    documents: u64,
    /// Place of the document among these, its words, place of the category or feature, count.
    rows: Vec<(u64, u64, u32, u64)>,
    /// Features, where they are counted by document.
    features: Vec<String>,
    words: u64,
    /// Of each sort of odd line the first one, and how many there are.
    odd: [(u64, u64); 2],
}

impl<'a> Worker<'a> {
    fn new(what: &'a What) -> Worker<'a> {
        match what {
            What::Categories { matcher, is_total } => {
                Worker::Categories { counter: matcher.counter(), matcher, is_total: *is_total }
            }
            What::Features { stems, is_total } => {
                Worker::Features { tally: Tally::new(*stems), is_total: *is_total }
            }
        }
    }

    fn document(&mut self, text: &str, made: &mut Made) {
        match self {
            Worker::Categories { counter, .. } => {
                let counted = counter.count(text);
                made.words += counted.words;
                let counts = counted.counts.iter();
                made.rows.extend(counts.map(|(category, count)| {
                    (made.documents, counted.words, *category as u32, *count)
                }));
            }
            Worker::Features { tally, is_total } => tally.add(text, !*is_total),
        }
        made.documents += 1;
    }

    /// Ends a block of documents.
    fn end(&mut self, made: &mut Made, totals: &Totals) {
        match self {
            Worker::Categories { matcher, is_total: true, .. } => {
                let Ok(mut all) = totals.categories.lock() else { return };
                all.0 += made.words;
                all.1.resize(matcher.names().len(), 0);
                for (_, _, category, count) in made.rows.drain(..) {
                    all.1[category as usize] += count;
                }
            }
            Worker::Features { tally, is_total: false } => by_document(&mut tally.features, made),
            _ => {}
        }
    }
}

/// Puts the features of each document into the order in which they are printed, and forgets them.
fn by_document(features: &mut Features, made: &mut Made) {
    let vocabulary = features.vocabulary();
    for (document, part) in (0..).zip(features.parts()) {
        let mut counts: Vec<(&str, u32, u64)> =
            part.counts.iter().map(|(id, count)| (vocabulary.token(*id), *id, *count)).collect();
        counts.sort_unstable_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(b.0)));
        let rows = counts.iter().map(|(_, id, count)| (document, part.words, *id, *count));
        made.rows.extend(rows);
    }
    made.features = features.iter().map(|(token, _)| token.to_owned()).collect();
    features.clear();
}

/// A worker that leaves what it counted over all documents when its thread ends.
struct Leaving<'a> {
    worker: Worker<'a>,
    totals: &'a Totals,
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        if let Worker::Features { tally, is_total: true } = &mut self.worker
            && let Ok(mut all) = self.totals.features.lock()
        {
            all.push(std::mem::take(&mut tally.features));
        }
    }
}

impl Made {
    fn note(&mut self, odd: Odd) {
        let known = &mut self.odd[odd as usize];
        if known.1 == 0 {
            known.0 = self.documents;
        }
        known.1 += 1;
    }

    /// Gives the rows to a writer.
    fn write<'n>(&self, what: &What, rows: &mut Rows<'_>, name: impl Fn(u64) -> Name<'n>) {
        for (document, words, place, count) in &self.rows {
            let of = match what {
                What::Categories { matcher, .. } => &matcher.names()[*place as usize],
                What::Features { .. } => &self.features[*place as usize],
            };
            rows.add(name(*document), of, *count, *words);
        }
    }
}

/// Counts in a text with a document on each line.
fn lines(
    job: &Job,
    path: &Path,
    rows: &mut Rows<'_>,
    totals: &Totals,
    progress: Progress<'_>,
) -> Result<Vec<Diagnostic>, Stop> {
    let file = path.display().to_string();
    let unreadable = |error: io::Error| {
        Stop::problem("source-file-unreadable", &[("path", &file), ("reason", &error)])
    };
    let is_stdin = path.as_os_str() == "-";
    let (mut input, size): (Box<dyn Read + Send>, u64) = if is_stdin {
        (Box::new(io::stdin()), 0)
    } else {
        let opened = File::open(path).map_err(unreadable)?;
        let size = opened.metadata().map_or(0, |metadata| metadata.len());
        (Box::new(opened), size)
    };
    let mut head = Vec::new();
    input.by_ref().take(2).read_to_end(&mut head).map_err(unreadable)?;
    if matches!(head[..], [0xff, 0xfe] | [0xfe, 0xff]) {
        let problem = Diagnostic::error("count-utf16", &file, 1);
        return Err(Stop::Problems(vec![problem]));
    }
    let mut input = head.chain(input);
    let worker = || {
        let mut own = Leaving { worker: Worker::new(&job.what), totals };
        move |block: &Block| {
            let mut made = Made::default();
            block.for_each_line(|line, odd| {
                if let Some(odd) = odd {
                    made.note(odd);
                }
                own.worker.document(line, &mut made);
            });
            own.worker.end(&mut made, totals);
            (made, block.len())
        }
    };
    let (mut before, mut bytes) = (0, 0);
    let mut odd: [(u64, u64); 2] = Default::default();
    const MEGABYTE: usize = 1 << 20;
    let read = lines::in_blocks(&mut input, job.threads, worker, |(made, size_of_block)| {
        made.write(&job.what, rows, |document| Name::Line(before + document + 1));
        for (all, (first, many)) in odd.iter_mut().zip(made.odd) {
            if all.1 == 0 && many > 0 {
                all.0 = before + first + 1;
            }
            all.1 += many;
        }
        before += made.documents;
        bytes += size_of_block;
        if size > 0 {
            progress(&file, bytes / MEGABYTE, (size as usize).div_ceil(MEGABYTE));
        }
        if rows.has_failed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    read.map_err(unreadable)?;
    let codes = ["count-line-not-utf8", "count-nul"];
    let told = codes.iter().zip(odd).filter(|(_, (_, many))| *many > 0);
    Ok(told
        .map(|(code, (first, many))| {
            let line = u32::try_from(first).unwrap_or(u32::MAX);
            Diagnostic::warning(code, &file, line).with("many", many)
        })
        .collect())
}

/// Counts in files. Some are read and counted at a time, on all threads, and then written in their
/// order.
fn files(
    job: &Job,
    paths: &[PathBuf],
    by_passage: bool,
    rows: &mut Rows<'_>,
    totals: &Totals,
    progress: Progress<'_>,
) -> Result<Vec<Diagnostic>, Stop> {
    let documents = Documents::at(paths)?;
    let (mut problems, mut others, mut has_text) = (Vec::new(), 0, false);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(job.threads).build();
    let pool = pool.map_err(|error| Stop::Internal(error.to_string()))?;
    let done = AtomicUsize::new(0);
    for some in documents.files.chunks(job.threads * 4) {
        let made: Vec<_> = pool.install(|| {
            let own = || Leaving { worker: Worker::new(&job.what), totals };
            let each = some.par_iter().map_init(own, |own, found| {
                let path = &found.file.path;
                let counted = file(path, by_passage, &mut own.worker, totals);
                let name = path.display().to_string();
                let number = done.fetch_add(1, Ordering::Relaxed) + 1;
                progress(&name, number, documents.files.len());
                (found, name, counted)
            });
            each.collect()
        });
        for (found, name, Counted { made, passages, told, is_empty }) in made {
            if found.is_other(&told) {
                others += 1;
                continue;
            }
            has_text |= !is_empty;
            // The same on every system.
            let name = name.replace('\\', "/");
            made.write(&job.what, rows, |document| match passages.get(document as usize) {
                None => Name::File(name.clone().into()),
                Some(place) => {
                    Name::File(format!("{name}#{}", daryn_read::document::name(*place)).into())
                }
            });
            problems.extend(told);
        }
        if rows.has_failed() {
            break;
        }
    }
    Ok(documents.told(paths, problems, others, has_text))
}

/// What was counted in a file.
struct Counted {
    made: Made,
    /// The places of its passages, where these are the documents.
    passages: Vec<usize>,
    told: Vec<Diagnostic>,
    /// Whether it has no text.
    is_empty: bool,
}

/// Counts in a file.
fn file(path: &Path, by_passage: bool, worker: &mut Worker<'_>, totals: &Totals) -> Counted {
    let document = read::document(path);
    let mut made = Made::default();
    let mut passages = Vec::new();
    if by_passage {
        passages = document.leaves();
        for place in &passages {
            worker.document(document.words(&document.passages[*place]), &mut made);
        }
    } else {
        worker.document(&document.text, &mut made);
    }
    worker.end(&mut made, totals);
    Counted { made, passages, is_empty: document.text.is_empty(), told: document.diagnostics }
}
