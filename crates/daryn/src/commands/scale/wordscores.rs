//! `daryn scale wordscores`: positions from documents whose positions are known.

use clap::{ArgAction, ArgMatches, Command};
use daryn_estimate::scaling::wordscores::{self, Position, Rescaling, Wordscores};
use daryn_estimate::scaling::{Unscalable, Z95};
use daryn_model::Diagnostic;
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::json;

use super::{Counts, Scaled, counts, few, own, unscalable};
use crate::Ended;
use crate::arguments::{self, option};
use crate::output::Output;
use crate::stop::Stop;
use crate::tabular::{Cell, Form, Tabular};

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn scale wordscores TABLE --reference DOCUMENT=POSITION... [--rescale METHOD]";
    let examples = [
        "daryn scale wordscores counts.csv --reference left.txt=-1 right.txt=1",
        "daryn scale wordscores counts.csv --reference R1=-1.5 R5=1.5 --rescale mv --format json",
    ];
    let arguments = [
        option(speaker, "reference", "DOCUMENT=POSITION", "cli-scale-reference")
            .num_args(1..)
            .action(ArgAction::Append)
            .required(true),
        option(speaker, "rescale", "METHOD", "cli-scale-rescale")
            .value_parser(["lbg", "lbg-all", "mv"])
            .hide_possible_values(true),
    ];
    own(speaker, "wordscores", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, form: &Form, output: &Output) -> Result<Ended, Stop> {
    let counts = counts(matches)?;
    let known = references(matches, &counts)?;
    let stop = |reason| unscalable(reason, &counts.file, &counts.documents);
    let words = Wordscores::new(&counts.table, &known).map_err(stop)?;
    let positions: Vec<Option<Position>> =
        (0..counts.documents.len()).map(|at| words.position(counts.table.row(at))).collect();
    let mut notes: Vec<Diagnostic> = positions
        .iter()
        .zip(&counts.documents)
        .filter(|(position, _)| position.is_none())
        .map(|(_, document)| {
            let note = Diagnostic::warning("scale-no-shared-words", &counts.file, 0);
            note.with("document", document)
        })
        .collect();
    let spread: Vec<bool> =
        (0..counts.documents.len()).map(|at| words.has_spread(counts.table.row(at))).collect();
    if positions.iter().zip(&known).all(|(position, known)| known.is_some() || position.is_none())
        && known.iter().any(Option::is_none)
    {
        // Nothing was found of what was asked.
        notes.iter_mut().for_each(|note| note.severity = daryn_model::Severity::Error);
        return Err(Stop::Problems(notes));
    }
    for at in (0..spread.len()).filter(|at| positions[*at].is_some() && !spread[*at]) {
        let note = Diagnostic::warning("scale-no-interval", &counts.file, 0);
        notes.push(note.with("document", &counts.documents[at]));
    }
    let rescaling = arguments::text(matches, "rescale")
        .map(|method| rescaling(method, &positions, &known).map_err(stop))
        .transpose()?;
    let left_out = wordscores::leave_one_out(&counts.table, &known).map_err(stop)?;
    let se: Vec<f64> = positions.iter().map(|it| it.map_or(f64::NAN, |it| it.se)).collect();
    notes.extend(few(&counts, &left_out, &se, relative_width(&positions), &output.speaker));
    let scaled = Scaled {
        positions: table(&counts, &known, (&positions, &spread), rescaling, &output.speaker),
        features: features(&counts, &words, &output.speaker),
        more: json!({
            "scored_features": words.scores.iter().flatten().count(),
            "rescaling": rescaling.map(|it| json!({"slope": it.slope, "intercept": it.intercept})),
        }),
        left_out,
        notes,
    };
    scaled.give(matches, form, "wordscores", &counts, output)
}

/// Known positions by document.
fn references(matches: &ArgMatches, counts: &Counts) -> Result<Vec<Option<f64>>, Stop> {
    let mut known = vec![None; counts.documents.len()];
    let mut problems = Vec::new();
    for text in matches.get_many::<String>("reference").into_iter().flatten() {
        let parts = text.rsplit_once('=');
        let position = parts.and_then(|(_, position)| {
            let position = position.trim().replace('−', "-").replace(',', ".");
            position.parse::<f64>().ok().filter(|position| position.is_finite())
        });
        let (Some((name, _)), Some(position)) = (parts, position) else {
            let problem = Diagnostic::error("scale-reference", "", 0);
            problems.push(problem.with("reference", text));
            continue;
        };
        match counts.document(name) {
            Some(place) if known[place].is_some() => {
                let problem = Diagnostic::error("scale-reference-twice", "", 0);
                problems.push(problem.with("document", name));
            }
            Some(place) => known[place] = Some(position),
            None => problems.push(counts.unknown(name)),
        }
    }
    if problems.is_empty() { Ok(known) } else { Err(Stop::Problems(problems)) }
}

fn rescaling(
    method: &str,
    positions: &[Option<Position>],
    known: &[Option<f64>],
) -> Result<Rescaling, Unscalable> {
    let both = || positions.iter().zip(known);
    let references: Vec<(f64, f64)> =
        both().filter_map(|(position, known)| Some(((*position)?.score, (*known)?))).collect();
    if method == "mv" {
        return Rescaling::martin_vanberg(&references);
    }
    let raw: Vec<f64> = both()
        .filter(|(_, known)| method == "lbg-all" || known.is_none())
        .filter_map(|(position, _)| Some((*position)?.score))
        .collect();
    let known: Vec<f64> = references.iter().map(|(_, known)| *known).collect();
    Rescaling::lbg(&raw, &known)
}

/// The mean width of the intervals as a share of the range of the scores.
fn relative_width(positions: &[Option<Position>]) -> f64 {
    let found: Vec<Position> = positions.iter().flatten().copied().collect();
    let low = found.iter().map(|position| position.score).fold(f64::INFINITY, f64::min);
    let high = found.iter().map(|position| position.score).fold(f64::NEG_INFINITY, f64::max);
    let se = found.iter().map(|position| position.se).sum::<f64>() / found.len() as f64;
    2.0 * Z95 * se / (high - low)
}

fn table(
    counts: &Counts,
    known: &[Option<f64>],
    (positions, spread): (&[Option<Position>], &[bool]),
    rescaling: Option<Rescaling>,
    speaker: &Speaker,
) -> Tabular {
    let mut names = vec!["document", "position", "se", "lo", "hi"];
    if rescaling.is_some() {
        names.extend(["rescaled", "rescaled_se", "rescaled_lo", "rescaled_hi"]);
    }
    names.extend(["known", "scored", "words"]);
    let content = |name: &str| if name == "document" { Content::Text } else { Content::Count };
    let columns: Vec<(&str, Content)> = names.iter().map(|name| (*name, content(name))).collect();
    let mut table = Tabular::new(speaker, "scale", &columns);
    for (at, (document, position)) in counts.documents.iter().zip(positions).enumerate() {
        let number = |of: &dyn Fn(Position) -> f64| Cell::from(position.map(of));
        let bound =
            |of: &dyn Fn(Position) -> f64| Cell::from(position.filter(|_| spread[at]).map(of));
        let mut row = vec![
            Cell::Text(document.clone()),
            number(&|it| it.score),
            number(&|it| it.se),
            bound(&|it| it.score - Z95 * it.se),
            bound(&|it| it.score + Z95 * it.se),
        ];
        if let Some(scale) = rescaling {
            let reach = |it: Position| Z95 * it.se * scale.slope.abs();
            row.extend([
                number(&|it| scale.apply(it.score)),
                number(&|it| it.se * scale.slope.abs()),
                bound(&|it| scale.apply(it.score) - reach(it)),
                bound(&|it| scale.apply(it.score) + reach(it)),
            ]);
        }
        row.extend([
            known[at].into(),
            Cell::Count(position.map_or(0, |it| it.scored)),
            Cell::Count(counts.table.total(at)),
        ]);
        table.push(row);
    }
    table
}

fn features(counts: &Counts, words: &Wordscores, speaker: &Speaker) -> Tabular {
    let columns = [("feature", Content::Text), ("score", Content::Count)];
    let mut table = Tabular::new(speaker, "scale", &columns);
    for (feature, score) in counts.features.iter().zip(&words.scores) {
        table.push(vec![Cell::Text(feature.clone()), (*score).into()]);
    }
    table
}
