//! Workbooks in which people coded, and documents with their comments and highlights.

use std::collections::BTreeMap;
use std::path::Path;

use daryn_coding::merge::{Reason, What};
use daryn_coding::{HandCoding, review, sheet, word};
use daryn_model::{Arg, Diagnostic};
use daryn_report::pipeline::{Owners, head};
use daryn_store::text::Anchors;
use daryn_store::{Change, Payload, Text};
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
    let Some(returned) = read else {
        let mut other = Vec::new();
        return match review::read(bytes, &name, &study.codebook, &mut other) {
            Some(review) => {
                let decide = |study: &Coded| (decided(&review, study), other.clone());
                keep((path, bytes), study, &decide, who, output)
            }
            None => Err(Stop::Problems(told)),
        };
    };
    let base = Hands { codings: returned.base, memos: returned.base_memos };
    let theirs = Hands { codings: returned.codings, memos: returned.memos };
    let decide = |study: &Coded| {
        let (mut merged, changes) = study.merged(&base, &theirs);
        // That others differ among each other is nothing that this workbook brought.
        merged.lines.retain(|line| {
            let is_of = |coder: &String| {
                line.key.coder == *coder || line.theirs.starts_with(&format!("{coder}: "))
            };
            line.what != What::Conflict(Reason::Coders) || returned.coders.iter().any(is_of)
        });
        (changes, [told.clone(), merged.told(&name)].concat())
    };
    keep((path, bytes), study, &decide, who, output)
}

/// What a supervisor decided: comments stand with the codings; another code is a coding of the
/// supervisor's.
fn decided(review: &review::Review, study: &Coded) -> Vec<Change> {
    let mut base = study.hands();
    let mut theirs = base.clone();
    base.memos.clear();
    theirs.memos.clear();
    for decision in &review.decisions {
        let other = match &decision.verdict {
            Some(review::Verdict::Other(code)) => Some(code.clone()),
            _ => None,
        };
        let sign = match (&decision.verdict, &other) {
            (Some(review::Verdict::Agree), _) => "+",
            (Some(_), _) => "−",
            (None, _) => "",
        };
        let words = [sign, &decision.comment].map(str::trim).join(" ").trim().to_owned();
        if words.is_empty() {
            continue;
        }
        let (time, memo) = (None, words);
        let code = other.unwrap_or_default();
        let by = decision.by.clone();
        let answer = HandCoding { code, coder: by, time, memo, ..decision.coding.clone() };
        theirs.codings.push(answer);
    }
    study.merged(&base, &theirs).1
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
        hand::made(one, Some(text), own.digest.clone(), anchor, &stamp)
    });
    let changes = vec![Change::Codings { codings: codings.collect() }];
    keep((path, bytes), study, &|_: &Coded| (changes.clone(), told.clone()), who, output)
}

/// What follows from what holds, and what is to be told of it.
type Decide<'a> = dyn Fn(&Coded) -> (Vec<Change>, Vec<Diagnostic>) + 'a;

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
        let (changes, mut told) = decide(study);
        let mut after = before.clone();
        after.take(&changes);
        if after == before {
            let name = path.display().to_string();
            told.push(Diagnostic::warning("store-import-known", &name, 0));
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
