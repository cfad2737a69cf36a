//! `daryn scale`: positions of documents on one dimension.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use daryn_estimate::scaling::{FEW_DOCUMENTS, LeftOut, Unscalable};
use daryn_model::Diagnostic;
use daryn_model::record::Decimal;
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::{Value, json};

use crate::Ended;
use crate::arguments::{self, family, flag, nested, positional};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{Cell, Form, Tabular};

mod counts;
mod wordfish;
mod wordscores;

use counts::Counts;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn scale wordscores counts.csv --reference left.txt=-1 right.txt=1",
        "daryn scale wordfish counts.csv --direction left.txt,right.txt --format json",
    ];
    let members = [wordscores::command(speaker), wordfish::command(speaker)];
    family(speaker, "scale", "daryn scale COMMAND", &examples, members)
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    match matches.subcommand() {
        Some(("wordscores", matches)) => wordscores::run(matches, &form(matches)?, output),
        Some(("wordfish", matches)) => wordfish::run(matches, &form(matches)?, output),
        Some((other, _)) => Err(Stop::Internal(format!("no such command: scale {other}"))),
        None => {
            super::help::print(output, Stream::Talk, &["scale"]);
            Ok(Ended::WithProblem)
        }
    }
}

/// A subcommand with what both have.
fn own(
    speaker: &Speaker,
    name: &'static str,
    usage: &'static str,
    examples: &[&str],
    arguments: impl IntoIterator<Item = Arg>,
) -> Command {
    let table = positional(speaker, "table", "TABLE", "cli-scale-table")
        .value_parser(value_parser!(PathBuf))
        .required(true);
    let both = [
        flag(speaker, "features-in-rows", "cli-scale-features-in-rows"),
        flag(speaker, "features", "cli-scale-features").conflicts_with("leave-one-out"),
        flag(speaker, "leave-one-out", "cli-scale-leave-one-out"),
    ];
    let tabular = crate::tabular::options(speaker);
    let arguments = [table].into_iter().chain(arguments).chain(both).chain(tabular);
    nested(speaker, (name, &format!("cli-scale-{name}")), usage, examples, arguments)
}

/// In which form the answer is given: known before the work begins.
fn form(matches: &ArgMatches) -> Result<Form, Stop> {
    Form::of(matches, "csv", [arguments::path(matches, "table").as_path()])
}

/// The counts that the command line names.
fn counts(matches: &ArgMatches) -> Result<Counts, Stop> {
    let path = arguments::path(matches, "table");
    Counts::read(&path, matches.get_flag("features-in-rows"))
}

/// What was found: the tables that may be asked for, and all of it.
struct Scaled {
    positions: Tabular,
    features: Tabular,
    left_out: Vec<Option<LeftOut>>,
    /// What JSON holds beside positions, features and notes.
    more: Value,
    notes: Vec<Diagnostic>,
}

impl Scaled {
    /// Tells the notes and gives the table that was asked for.
    fn give(
        self,
        matches: &ArgMatches,
        form: &Form,
        method: &str,
        counts: &Counts,
        output: &Output,
    ) -> Result<Ended, Stop> {
        output.problems(Stream::Talk, &self.notes);
        let left_out = left_out(&self.left_out, counts, &output.speaker);
        let asked = if matches.get_flag("features") {
            &self.features
        } else if matches.get_flag("leave-one-out") {
            &left_out
        } else {
            &self.positions
        };
        let whole = || {
            let mut whole = json!({ "method": method, "documents": self.positions.values() });
            if let (Some(whole), Value::Object(more)) = (whole.as_object_mut(), self.more.clone()) {
                whole.extend(more);
                if matches.get_flag("features") {
                    whole.insert("features".into(), self.features.values().into());
                }
                whole.insert("leave_one_out".into(), left_out.values().into());
                whole.insert("notes".into(), output.as_values(&self.notes).into());
            }
            whole
        };
        asked.give(form, method, whole, output)?;
        Ok(Ended::Well)
    }
}

/// For each document that was left out the positions without it, and how far that is from where the
/// documents stand with it.
fn left_out(found: &[Option<LeftOut>], counts: &Counts, speaker: &Speaker) -> Tabular {
    let columns = [
        ("left_out", Content::Text),
        ("document", Content::Text),
        ("position", Content::Count),
        ("move", Content::Count),
        ("turned", Content::Count),
        ("pairs", Content::Count),
    ];
    let mut table = Tabular::new(speaker, "scale", &columns);
    for one in found.iter().flatten() {
        for (document, (position, by)) in
            counts.documents.iter().zip(one.positions.iter().zip(&one.moves))
        {
            if position.is_some() {
                table.push(vec![
                    Cell::Text(counts.documents[one.document].clone()),
                    Cell::Text(document.clone()),
                    (*position).into(),
                    (*by).into(),
                    Cell::Count(one.turned as u64),
                    Cell::Count(one.pairs as u64),
                ]);
            }
        }
    }
    table
}

/// The plain warning that few documents say little, with what shows it here: how far one document
/// changes the others, and how wide intervals are for the range of positions.
fn few(
    counts: &Counts,
    left_out: &[Option<LeftOut>],
    se: &[f64],
    relative_width: f64,
    speaker: &Speaker,
) -> Option<Diagnostic> {
    let documents = counts.documents.len();
    if documents >= FEW_DOCUMENTS {
        return None;
    }
    let note = |code| {
        Diagnostic::warning(code, &counts.file, 0)
            .with("documents", documents)
            .with("width", rounded(relative_width * 100.0, 0, speaker))
    };
    let most = |of: &dyn Fn(&LeftOut) -> f64| left_out.iter().flatten().map(of).fold(0.0, f64::max);
    let worst = left_out.iter().flatten().max_by_key(|one| one.turned);
    Some(match worst {
        Some(worst) => note("scale-few")
            .with("turned", worst.turned)
            .with("pairs", worst.pairs)
            .with("move", rounded(most(&LeftOut::largest_move), 2, speaker))
            .with("errors", rounded(most(&|one| one.largest_move_in_errors(se)), 2, speaker)),
        None => note("scale-few-alone"),
    })
}

/// A number as people of the language write it.
fn rounded(value: f64, decimals: usize, speaker: &Speaker) -> String {
    if !value.is_finite() {
        return "—".to_owned();
    }
    speaker.decimal(&Decimal::rounded(value, decimals))
}

/// What a user is told where documents cannot be scaled.
fn unscalable(reason: Unscalable, file: &str, documents: &[String]) -> Stop {
    let document = |place: usize| documents.get(place).cloned().unwrap_or_default();
    let problem = |code: &str| Diagnostic::error(code, file, 0);
    let problem = match reason {
        Unscalable::NoTable => problem("scale-no-words"),
        Unscalable::TooLarge => problem("scale-too-large"),
        Unscalable::EmptyDocument(place) => {
            problem("scale-empty-document").with("document", document(place))
        }
        Unscalable::TooFewDocuments(needed) => problem("scale-too-few-documents")
            .with("documents", documents.len())
            .with("needed", needed),
        Unscalable::TooFewReferences => problem("scale-too-few-references"),
        Unscalable::EqualReferences => problem("scale-equal-references"),
        Unscalable::NotFinite => problem("scale-reference").with("reference", "?"),
        Unscalable::NoSharedWords(place) => {
            problem("scale-no-shared-words").with("document", document(place))
        }
        Unscalable::NoVariation => problem("scale-no-variation"),
        Unscalable::NoDirection => problem("scale-direction").with("direction", ""),
        Unscalable::NoPrior => problem("scale-prior"),
        Unscalable::EqualScores => problem("scale-equal-scores"),
        Unscalable::OneDocument => problem("scale-one-document"),
    };
    Stop::Problems(vec![problem])
}
