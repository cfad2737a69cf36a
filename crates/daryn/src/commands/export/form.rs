//! Workbooks for people: to code in, and to look at codings of others.

use std::path::Path;

use clap::ArgMatches;
use daryn_coding::{review, sheet};
use daryn_model::Diagnostic;

use crate::arguments;
use crate::coded::{self, Coded};
use crate::output::Output;
use crate::stop::Stop;

/// Cells for codes in each row, if a passage has no more codes.
const COLUMNS: usize = 3;

/// A workbook in which people code the passages of a study.
pub(super) fn coding(
    matches: &ArgMatches,
    study: &Coded,
    to: &Path,
    told: &mut Vec<Diagnostic>,
    output: &Output,
) -> Result<(), Stop> {
    let units = study.units();
    let hands = study.hands();
    let named = matches.get_many::<String>("coder").into_iter().flatten().cloned();
    let mut coders: Vec<String> = named.collect();
    if coders.is_empty() {
        coders.push(coded::who(matches));
    }
    let words = sheet::Words::of(|name| output.speaker.word(name));
    let form = sheet::Form {
        units: &units,
        codings: &hands.codings,
        memos: &hands.memos,
        coders: &coders,
        codebook: &study.codebook,
        lang: output.speaker.lang,
        columns: COLUMNS,
        words: &words,
    };
    let written = sheet::write(&form).map_err(|reason| failed(to, &reason))?;
    let file = to.display().to_string();
    let mut tell = |code: &str, n: usize| {
        if n > 0 {
            told.push(Diagnostic::warning(code, &file, 0).with("n", n));
        }
    };
    tell("store-export-left-out", written.codings_left_out.len() + written.memos_left_out.len());
    tell("store-export-cut", written.cut.len());
    super::write(to, &written.bytes)
}

/// A workbook in which a supervisor looks at codings.
pub(super) fn review(
    matches: &ArgMatches,
    study: &Coded,
    to: &Path,
    output: &Output,
) -> Result<(), Stop> {
    let hands = study.hands();
    let coders: Vec<&String> = matches.get_many::<String>("coder").into_iter().flatten().collect();
    let asked = |coder: &String| coders.is_empty() || coders.contains(&coder);
    let codings: Vec<_> = hands.codings.into_iter().filter(|coding| asked(&coding.coder)).collect();
    let supervisor = arguments::text(matches, "supervisor").map(str::to_owned);
    let supervisor = supervisor.unwrap_or_else(|| coded::who(matches));
    let words = review::Words::of(|name| output.speaker.word(name));
    let form = review::Form {
        codings: &codings,
        supervisor: &supervisor,
        codebook: &study.codebook,
        lang: output.speaker.lang,
        words: &words,
    };
    let bytes = review::write(&form).map_err(|reason| failed(to, &reason))?;
    super::write(to, &bytes)
}

fn failed(to: &Path, reason: &str) -> Stop {
    Stop::write_failed(to, &std::io::Error::other(reason.to_owned()))
}
