//! `daryn scale wordfish`: positions from words alone.

use clap::{ArgMatches, Command, value_parser};
use daryn_estimate::scaling::wordfish::{self, Options, Wordfish};
use daryn_estimate::scaling::{FEW_DOCUMENTS, Z95};
use daryn_model::{Arg, Diagnostic};
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::json;

use super::{Counts, Scaled, counts, few, own, rounded, unscalable};
use crate::Ended;
use crate::arguments::{self, option};
use crate::output::Output;
use crate::stop::Stop;
use crate::tabular::{Cell, Form, Tabular};

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn scale wordfish TABLE [--direction LOW,HIGH] [--prior-sd SD]";
    let examples = [
        "daryn scale wordfish counts.csv --direction left.txt,right.txt",
        "daryn scale wordfish counts.csv --direction left.txt,right.txt --leave-one-out",
    ];
    let arguments = [
        option(speaker, "direction", "LOW,HIGH", "cli-scale-direction"),
        option(speaker, "prior-sd", "SD", "cli-scale-prior-sd").value_parser(value_parser!(f64)),
    ];
    own(speaker, "wordfish", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, form: &Form, output: &Output) -> Result<Ended, Stop> {
    let counts = counts(matches)?;
    let mut notes = Vec::new();
    let mut options = Options::new(direction(matches, &counts, &mut notes)?);
    if let Some(sd) = matches.get_one("prior-sd") {
        options.prior_sd = *sd;
    }
    let documents = counts.documents.len();
    if documents > MANY {
        output.say("scale-many", &[("n", Arg::Count(documents as i64))]);
    }
    let found = wordfish::wordfish(&counts.table, &options)
        .map_err(|reason| unscalable(reason, &counts.file, &counts.documents))?;
    let asked = matches.get_flag("leave-one-out");
    let left_out = if asked || counts.documents.len() < FEW_DOCUMENTS {
        wordfish::leave_one_out(&counts.table, &options, &found)
    } else {
        Vec::new()
    };
    notes.extend(self::notes(&found, &counts, &output.speaker));
    notes.extend(few(
        &counts,
        &left_out,
        &found.widened_se(),
        found.relative_width(),
        &output.speaker,
    ));
    let scaled = Scaled {
        positions: table(&found, &counts, &output.speaker),
        features: features(&found, &counts, &output.speaker),
        more: json!({
            "objective": found.objective,
            "dispersion": found.dispersion,
            "prior_sd": options.prior_sd,
            "steps": found.steps,
            "gradient": found.gradient,
            "converged": found.converged,
        }),
        left_out,
        notes,
    };
    scaled.give(matches, form, "wordfish", &counts, output)
}

/// With more documents it takes so long that a user should know that it runs.
const MANY: usize = 60;

/// The two documents that fix the direction; the first and the last where none are named.
fn direction(
    matches: &ArgMatches,
    counts: &Counts,
    notes: &mut Vec<Diagnostic>,
) -> Result<(usize, usize), Stop> {
    let last = counts.documents.len() - 1;
    let Some(text) = arguments::text(matches, "direction") else {
        if last > 0 {
            let note = Diagnostic::warning("scale-no-direction", &counts.file, 0);
            let note = note.with("low", &counts.documents[0]);
            notes.push(note.with("high", &counts.documents[last]));
        }
        return Ok((0, last));
    };
    // Names may hold commas, too.
    let mut pairs = text.match_indices(',').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let found = pairs.find_map(|(low, high)| {
        Some((counts.document(low.trim())?, counts.document(high.trim())?))
    });
    match found {
        Some((low, high)) if low != high => Ok((low, high)),
        _ => {
            let problem = Diagnostic::error("scale-direction", &counts.file, 0);
            Err(Stop::Problems(vec![problem.with("direction", text)]))
        }
    }
}

fn notes(found: &Wordfish, counts: &Counts, speaker: &Speaker) -> Vec<Diagnostic> {
    let note = |code: &str| Diagnostic::warning(code, &counts.file, 0);
    let mut notes = Vec::new();
    if !found.converged {
        notes.push(
            note("scale-not-converged").with("gradient", scientific(found.gradient, speaker)),
        );
    }
    let absent = found.beta.iter().filter(|beta| beta.is_none()).count();
    if absent > 0 {
        notes.push(note("scale-absent-words").with("n", absent));
    }
    if let Some(factor) = found.dispersion.filter(|factor| *factor > 1.0) {
        let note = note("scale-overdispersed").with("factor", rounded(factor, 2, speaker));
        notes.push(note.with("wider", rounded(factor.sqrt(), 2, speaker)));
    }
    notes
}

/// A number whose size matters, such as 1.5e-7.
fn scientific(value: f64, speaker: &Speaker) -> String {
    let text = format!("{value:e}");
    let parts =
        text.split_once('e').and_then(|(digits, power)| Some((digits.parse().ok()?, power)));
    parts.map_or(text.clone(), |(digits, power)| format!("{}e{power}", rounded(digits, 1, speaker)))
}

fn table(found: &Wordfish, counts: &Counts, speaker: &Speaker) -> Tabular {
    let names = [
        "document", "position", "se", "lo", "hi", "wide_se", "wide_lo", "wide_hi", "alpha", "words",
    ];
    let content = |name: &str| if name == "document" { Content::Text } else { Content::Count };
    let columns = names.map(|name| (name, content(name)));
    let mut table = Tabular::new(speaker, "scale", &columns);
    for (at, (theta, (se, wide))) in
        found.theta.iter().zip(found.se.iter().zip(found.widened_se())).enumerate()
    {
        table.push(vec![
            Cell::Text(counts.documents[at].clone()),
            Cell::Number(*theta),
            Some(*se).into(),
            Some(theta - Z95 * se).into(),
            Some(theta + Z95 * se).into(),
            Some(wide).into(),
            Some(theta - Z95 * wide).into(),
            Some(theta + Z95 * wide).into(),
            Cell::Number(found.alpha[at]),
            Cell::Count(counts.table.total(at)),
        ]);
    }
    table
}

fn features(found: &Wordfish, counts: &Counts, speaker: &Speaker) -> Tabular {
    let columns = [("feature", Content::Text), ("beta", Content::Count), ("psi", Content::Count)];
    let mut table = Tabular::new(speaker, "scale", &columns);
    for (at, feature) in counts.features.iter().enumerate() {
        let row = vec![Cell::Text(feature.clone()), found.beta[at].into(), found.psi[at].into()];
        table.push(row);
    }
    table
}
