//! `daryn validate`: a sample of passages for two people, and rules held against their labels.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use daryn_coding::validation::Sizes;
use daryn_model::records::PolicyText;
use daryn_model::{Arg as Value, Diagnostic};
use daryn_report::Speaker;
use daryn_report::pipeline::codings::{self, Basis, ByRules, Passage};
use daryn_study::folder::Folder;
use daryn_study::world::Change;
use daryn_study::{Digest, Disk, World};

use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular;

mod frame;
mod labels;
mod result;

use frame::{FRAME, Frame};

/// Passages drawn of each code in each group, and without a code, where nothing is said.
const SIZES: Sizes = Sizes { with: 5, without: 50 };

pub(crate) fn command(speaker: &Speaker) -> Command {
    let [format, out] = tabular::options(speaker);
    let size = |id, text| option(speaker, id, "N", text).value_parser(value_parser!(u32));
    let drawing = ["coders", "by", "with", "without", "seed"];
    subcommand(
        speaker,
        "validate",
        "daryn validate DIR [--documents TEXTS] [--coders A,B] [--by GROUP] [--with N] [--without N] [--seed S]\n       \
         daryn validate DIR [--documents TEXTS] --labels FILE... [--format FORMAT] [--output OUT]",
        &[
            "daryn validate my-study --coders Айгүл,Марат",
            "daryn validate my-study --labels validation.coder-1.csv validation.coder-2.csv",
        ],
        [
            positional(speaker, "dir", "DIR", "cli-validate-dir")
                .value_parser(value_parser!(PathBuf))
                .required(true),
            option(speaker, "labels", "FILE", "cli-validate-labels")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .action(ArgAction::Append)
                .conflicts_with_all(drawing),
            option(speaker, "coders", "A,B", "cli-validate-coders"),
            option(speaker, "by", "GROUP", "cli-validate-by")
                .value_parser(["language", "document"])
                .hide_possible_values(true),
            size("with", "cli-validate-with"),
            size("without", "cli-validate-without"),
            option(speaker, "seed", "S", "cli-validate-seed").value_parser(value_parser!(u64)),
            arguments::documents(speaker),
            only_with_labels(format),
            only_with_labels(out),
        ],
    )
}

fn only_with_labels(argument: Arg) -> Arg {
    argument.requires("labels")
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let folder = study::open_with_plan(&dir, matches.get_one::<PathBuf>("documents"))?;
    let passages = Passages::of(&folder, &dir, output)?;
    match matches.get_many::<PathBuf>("labels") {
        Some(files) => result::run(matches, output, &dir, &passages, files),
        None => draw(matches, output, &dir, &folder, &passages),
    }
}

/// The passages of the texts of a study that could be drawn, with the rules behind them.
struct Passages {
    basis: Basis,
    texts: Vec<PolicyText>,
    by_rules: BTreeMap<String, ByRules>,
    /// Passages in a language without rules: they cannot be drawn.
    without_rules: usize,
}

impl Passages {
    fn of(folder: &Folder, dir: &Path, output: &Output) -> Result<Passages, Stop> {
        let mut problems = Vec::new();
        let basis = codings::basis(folder, &mut problems);
        let Some(basis) = basis.filter(|_| !study::has_errors(&problems)) else {
            return Err(Stop::Problems(problems));
        };
        let coded = codings::code(folder, &study::cache(dir))?;
        output.problems(Stream::Talk, &coded.warnings);
        let mut without_rules = 0;
        for text in &coded.texts {
            let passages = coded.by_rules.get(&text.file).map_or(&[][..], |it| &it.passages);
            without_rules += passages.iter().filter(|passage| !passage.has_rules).count();
        }
        Ok(Passages { basis, texts: coded.texts, by_rules: coded.by_rules, without_rules })
    }

    /// Each passage with its text, in the order of the texts.
    fn iter(&self) -> impl Iterator<Item = (&PolicyText, &Passage)> {
        self.texts.iter().flat_map(|text| {
            let passages = self.by_rules.get(&text.file).map_or(&[][..], |it| &it.passages);
            let with_rules = passages.iter().filter(|passage| passage.has_rules);
            with_rules.map(move |passage| (text, passage))
        })
    }

    /// Codebook and version.
    fn codebook(&self) -> String {
        let head = &self.basis.codebook.head;
        format!("{} {}", head.id, head.version)
    }

    /// The rules by their digest.
    fn rules(&self) -> String {
        self.basis.rules_digest.clone().unwrap_or_default()
    }

    /// Codes that can be given, in order.
    fn codes(&self) -> Vec<String> {
        codings::names(&self.basis.codebook).into_iter().map(|code| code.id).collect()
    }
}

/// Codes of a passage.
fn codes_of(passage: &Passage) -> BTreeSet<String> {
    passage.codes.iter().map(|given| given.code.clone()).collect()
}

/// Draws a sample and writes what two people fill in.
fn draw(
    matches: &ArgMatches,
    output: &Output,
    dir: &Path,
    folder: &Folder,
    passages: &Passages,
) -> Result<Ended, Stop> {
    let path = dir.join(FRAME);
    if path.exists() {
        return Err(Stop::Problems(vec![Diagnostic::error("validation-drawn", FRAME, 0)]));
    }
    let coders = coders(matches)?;
    let size = |id: &str, usual: usize| {
        matches.get_one::<u32>(id).map_or(usual, |number| *number as usize)
    };
    let sizes = Sizes { with: size("with", SIZES.with), without: size("without", SIZES.without) };
    let own_seed = folder.head.as_ref().map_or(0, |head| head.seed.unsigned_abs());
    let seed = matches.get_one::<u64>("seed").copied().unwrap_or(own_seed);
    let by = arguments::text(matches, "by").unwrap_or("language");
    let frame = Frame::draw(passages, by, sizes, seed);
    if frame.units.is_empty() {
        return Err(Stop::Problems(vec![Diagnostic::error("validation-no-passage", "", 0)]));
    }
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (number, coder) in (1..).zip(&coders) {
        let sheet = labels::sheet(&frame, passages, coder);
        files.push((format!("validation.coder-{number}.csv"), sheet));
    }
    let codes = labels::codes(&passages.basis.codebook, output.speaker.lang);
    files.push(("validation.codes.csv".to_owned(), codes));
    files.push((FRAME.to_owned(), frame.bytes()));
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| dir.join(name)).collect();
    if let Some(there) = paths.iter().find(|path| path.exists()) {
        // A sheet may hold somebody's work of days.
        return Err(Stop::problem("validation-sheet-there", &[("path", &there.display())]));
    }
    let changes: Vec<Change<'_>> =
        paths.iter().zip(&files).map(|(path, (_, bytes))| Change::Write(path, bytes)).collect();
    Disk.apply(&changes)?;
    let count = |number: usize| Value::Count(number as i64);
    output.say(
        "validate-drawn",
        &[
            ("n", count(frame.units.len())),
            ("population", count(frame.population())),
            ("strata", count(frame.strata.len())),
            ("seed", Value::plain(&frame.seed.to_string())),
        ],
    );
    if passages.without_rules > 0 {
        output.say("validate-without-rules", &[("n", count(passages.without_rules))]);
    }
    let names = files.iter().map(|(name, _)| Value::plain(name)).collect();
    output.say("validate-files", &[("files", Value::List(names))]);
    output.say("validate-how", &[]);
    Ok(Ended::Well)
}

/// The two people; without names they write their own into the sheets.
fn coders(matches: &ArgMatches) -> Result<[String; 2], Stop> {
    let Some(text) = arguments::text(matches, "coders") else {
        return Ok([String::new(), String::new()]);
    };
    let names: Vec<&str> = text.split(',').map(str::trim).collect();
    match names.as_slice() {
        [one, two] if !one.is_empty() && !two.is_empty() && one != two => {
            Ok([(*one).to_owned(), (*two).to_owned()])
        }
        _ => Err(Stop::Usage {
            found: format!("--coders {text}"),
            meant: vec!["--coders A,B".to_owned()],
        }),
    }
}

/// The digest of the words of a passage.
fn digest(words: &str) -> String {
    Digest::of(words.as_bytes()).as_str().to_owned()
}
