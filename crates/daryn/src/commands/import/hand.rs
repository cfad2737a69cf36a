//! Workbooks in which people coded, and documents with their comments and highlights.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use daryn_coding::merge::{Reason, What};
use daryn_coding::{HandCoding, review, sheet, word};
use daryn_model::{Arg, Diagnostic};
use daryn_report::pipeline::{Owners, head};
use daryn_store::text::Anchors;
use daryn_store::{Change, Coding, Payload, Said, Text};
use serde_json::json;

use crate::Ended;
use crate::coded::{self, Coded};
use crate::hand::{self, Hands};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study as studies;

/// Takes in a workbook in which people coded, or in which a supervisor decided.
pub(super) fn workbook(
    (path, bytes): (&Path, &[u8]),
    study: &mut Coded,
    who: &str,
    output: &Output,
) -> Result<Ended, Stop> {
    let name = path.display().to_string();
    let mut told = Vec::new();
    let read = sheet::read(bytes, &name, &study.codebook, &mut told);
    let Some(first) = read else {
        let mut other = Vec::new();
        return match review::read(bytes, &name, &study.codebook, &mut other) {
            Some(review) => {
                let decide = |study: &Coded| Decided {
                    changes: study.decided(&review),
                    told: other.clone(),
                    is_whole: other.is_empty(),
                };
                keep((path, bytes), study, &decide, who, output)
            }
            None => Err(Stop::Problems(told)),
        };
    };
    let decide = |study: &Coded| {
        let mut told = told.clone();
        let is_whole = told.is_empty();
        let again = study.state.workbooks.get(&first.workbook).and_then(|said| {
            let mut told = Vec::new();
            let since = |returned: &sheet::Returned| {
                let Hands { codings, memos } = Hands::of(said, &returned.units);
                Some((codings, memos))
            };
            sheet::read_since(bytes, &name, &study.codebook, &since, &mut told)
        });
        let returned = again.as_ref().unwrap_or(&first);
        let units = &returned.units;
        let base = Hands { codings: returned.base.clone(), memos: returned.base_memos.clone() };
        let mut theirs = Hands { codings: returned.codings.clone(), memos: returned.memos.clone() };
        for coder in untouched(&first, &base, &theirs) {
            let n = theirs.as_in(&base, &coder, units);
            let problem = Diagnostic::warning("store-import-untouched", &name, 0);
            told.push(problem.with("coder", &coder).with("n", n));
        }
        let (mut merged, mut changes) = study.merged(units, &base, &theirs);
        let said = theirs.said(units);
        if said != base.said(units) {
            let (workbook, said) = (first.workbook.clone(), said.into_iter().collect());
            changes.push(Change::Workbook { workbook, said });
        }
        // That others differ among each other is nothing that this workbook brought.
        merged.lines.retain(|line| {
            let is_of = |coder: &String| {
                line.key.coder == *coder || line.theirs.starts_with(&format!("{coder}: "))
            };
            line.what != What::Conflict(Reason::Coders) || returned.coders.iter().any(is_of)
        });
        told.extend(merged.told(&name));
        Decided { changes, told, is_whole }
    };
    keep((path, bytes), study, &decide, who, output)
}

/// Coders of a workbook of several whose sheets say what they said when it was handed out, though
/// an earlier import of it brought something of theirs: it was sent to each of them, and this one
/// comes back from another.
fn untouched(first: &sheet::Returned, base: &Hands, theirs: &Hands) -> Vec<String> {
    if first.coders.len() < 2 {
        return Vec::new();
    }
    let units = &first.units;
    let out = Hands { codings: first.base.clone(), memos: first.base_memos.clone() };
    let back = Hands { codings: first.codings.clone(), memos: first.memos.clone() };
    let [out, back, base, theirs] = [&out, &back, base, theirs].map(|hands| hands.said(units));
    let of = |said: &BTreeSet<Said>, coder: &String| -> Vec<Said> {
        said.iter().filter(|one| one.coder == *coder).cloned().collect()
    };
    let is = |coder: &&String| {
        of(&out, coder) == of(&back, coder) && of(&base, coder) != of(&theirs, coder)
    };
    first.coders.iter().filter(is).cloned().collect()
}

/// Takes in a document with comments and highlights: one of the study, or a copy of it.
pub(super) fn document(
    (path, bytes): (&Path, &[u8]),
    study: &mut Coded,
    who: &str,
    output: &Output,
) -> Result<Ended, Stop> {
    let name = path.display().to_string();
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = daryn_read::read(bytes, &file);
    let mut told = read.diagnostics.clone();
    if studies::has_errors(&told) {
        return Err(Stop::Problems(told));
    }
    let document = Owners::of(&study.folder).find(&file, &head(&read));
    let own = Text::new("", "", read);
    let same = study.texts.iter().find(|text| text.digest == own.digest);
    let of_document = || {
        let document = document.as_deref()?;
        study.texts.iter().find(|text| text.document == document)
    };
    let Some(text) = same.or_else(of_document) else {
        return Err(Stop::problem("store-import-no-text", &[("path", &path.display())]));
    };
    let colours = BTreeMap::new();
    let options = word::Options { document: study.name(text), coder: who, colours: &colours };
    let marked = word::read(&own.read, &name, &study.codebook, &options, &mut told);
    let anchors = Anchors::of(&own);
    let notes = marked.memos.into_iter().map(HandCoding::from);
    let codings = marked.codings.into_iter().chain(notes).map(|one| {
        let anchor = anchors.make(one.start, one.end);
        // What was marked in a copy is looked for in the text of the study, as in any text that
        // changed.
        let stamp = one.time.clone().unwrap_or_default();
        let id = hand::id(&one, Some(text), &stamp);
        let is_timed = one.time.is_some();
        (is_timed, hand::made(one, Some(text), own.digest.clone(), anchor, id))
    });
    let codings: Vec<(bool, Coding)> = codings.collect();
    let decide = |study: &Coded| {
        let codings = codings.iter().filter_map(|(is_timed, coding)| {
            let is_back = !is_timed && study.state.removed.contains(&coding.id);
            if is_back { study.given_again(coding) } else { Some(coding.clone()) }
        });
        Decided {
            changes: vec![Change::Codings { codings: codings.collect() }],
            told: told.clone(),
            is_whole: !studies::has_errors(&told),
        }
    };
    keep((path, bytes), study, &decide, who, output)
}

/// What follows from what holds.
struct Decided {
    changes: Vec<Change>,
    /// What is to be told of it.
    told: Vec<Diagnostic>,
    /// Whether all of the file was understood.
    is_whole: bool,
}

type Decide<'a> = dyn Fn(&Coded) -> Decided + 'a;

/// Keeps what is new, and tells it.
fn keep(
    (path, bytes): (&Path, &[u8]),
    study: &mut Coded,
    decide: &Decide<'_>,
    who: &str,
    output: &Output,
) -> Result<Ended, Stop> {
    let (before, after, told) = loop {
        let before = study.state.clone();
        let Decided { changes, mut told, is_whole } = decide(study);
        let mut after = before.clone();
        after.take(&changes);
        if after.codings == before.codings && is_whole {
            let name = path.display().to_string();
            told.push(Diagnostic::warning("store-import-known", &name, 0));
        }
        if after == before {
            break (before, after, told);
        }
        let payload = Payload { from: Some(coded::origin(path, bytes)), ..Payload::of(changes) };
        if study.keep_if_alone(who, payload)? {
            study.follow_texts(output)?;
            break (before, after, told);
        }
    };
    output.problems(Stream::Talk, &told);
    let is_coding = |id: &String| {
        let of = |state: &daryn_store::State| {
            state.codings.get(id).map(|held| !held.made.code.is_empty())
        };
        of(&after).or_else(|| of(&before)).unwrap_or(false)
    };
    let gone = |from: &daryn_store::State, to: &daryn_store::State, coded: bool| {
        let ids = from.codings.keys().filter(|id| !to.codings.contains_key(*id));
        ids.filter(|id| is_coding(id) == coded).count()
    };
    let noted = after
        .codings
        .iter()
        .filter(|(id, held)| before.codings.get(*id).is_some_and(|old| old.memo != held.memo));
    let counts = [
        ("codings", gone(&after, &before, true)),
        ("memos", gone(&after, &before, false)),
        ("removed", gone(&before, &after, true) + gone(&before, &after, false)),
        ("noted", noted.count()),
        ("review", study.state.codings.values().filter(|held| held.is_to_review()).count()),
    ];
    if output.is_json() {
        let mut value: serde_json::Map<String, serde_json::Value> =
            counts.iter().map(|(name, n)| ((*name).to_owned(), json!(n))).collect();
        value.insert("diagnostics".to_owned(), output.as_values(&told).into());
        output.value(&value);
    } else {
        for (name, n) in counts.into_iter().filter(|(name, n)| *n > 0 || *name == "codings") {
            let args = [("what", Arg::plain(name)), ("n", Arg::Count(n as i64))];
            output.line(Stream::Data, &output.speaker.say("store-count", &args));
        }
    }
    let has_errors = studies::has_errors(&told);
    Ok(if has_errors { Ended::WithProblem } else { Ended::Well })
}
