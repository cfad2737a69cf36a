//! `daryn why`: what a statement, finding or number rests on, down to rows and pages.

use std::collections::BTreeSet;

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_report::derivation::{self, Derivation};
use daryn_report::pipeline::{self, Stopped};
use daryn_study::Disk;
use daryn_study::cache::Cache;
use daryn_study::engine::Failure;

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn why ID [DIR] [--documents TEXTS] [--format FORMAT]";
    let examples = ["daryn why finding:H1 my-study", "daryn why measure:M1 my-study --format json"];
    subcommand(
        speaker,
        "why",
        usage,
        &examples,
        [
            positional(speaker, "id", "ID", "cli-why-id").required(true),
            arguments::dir(speaker),
            arguments::documents(speaker),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let id = arguments::text(matches, "id").unwrap_or_default();
    let folder = study::open_with(&dir, matches.get_one("documents"))?;
    let cache = study::cache(&dir);
    let report = match pipeline::assembled(&folder, &cache) {
        // A study that may only be read can still be asked.
        Err(Stopped::Engine(Failure::Write(..))) => {
            pipeline::assembled(&folder, &Cache::none(&Disk))?
        }
        result => result?,
    };
    output.problems(Stream::Talk, &cache.warnings());
    let derivation = derivation::of(&report, output.speaker.lang, id)
        .map_err(|nearest| Stop::problem("unknown-id", &[("found", &id), ("nearest", &nearest)]))?;
    if output.is_json() {
        output.value(&derivation);
    } else {
        let mut tree = Tree { speaker: &output.speaker, shown: BTreeSet::new(), lines: Vec::new() };
        tree.node(&derivation, 0);
        output.line(Stream::Data, &tree.lines.join("\n"));
    }
    Ok(Ended::Well)
}

/// A derivation as indented lines.
struct Tree<'a> {
    speaker: &'a Speaker,
    /// Nodes that stand above: what is below them is not said twice.
    shown: BTreeSet<&'a str>,
    lines: Vec<String>,
}

impl<'a> Tree<'a> {
    fn node(&mut self, node: &'a Derivation, depth: usize) {
        let kind = self.speaker.word(&format!("kind-{}", node.kind));
        let head = format!("{kind} {}", node.id);
        if !self.shown.insert(&node.id) {
            let above = self.speaker.word("see-above");
            self.line(depth, &format!("{head} ({above})"));
            return;
        }
        self.line(depth, &head);
        if node.text != node.id {
            self.line(depth + 1, &node.text);
        }
        self.line(depth + 1, &self.numbers(node));
        self.line(depth + 1, &self.place(node));
        self.below("rests-on", &node.support, depth + 1);
        self.below("speaks-against", &node.against, depth + 1);
    }

    fn below(&mut self, head: &str, nodes: &'a [Derivation], depth: usize) {
        if !nodes.is_empty() {
            self.line(depth, &format!("{}:", self.speaker.word(head)));
            nodes.iter().for_each(|node| self.node(node, depth + 1));
        }
    }

    /// Numbers of a computation, where its text does not say them already.
    fn numbers(&self, node: &Derivation) -> String {
        if node.kind != "estimate" {
            return String::new();
        }
        let numbers: Vec<String> = node
            .cells
            .iter()
            .map(|(name, value)| format!("{}: {value}", derivation::column(self.speaker, name)))
            .collect();
        let numbers = numbers.join("; ");
        if numbers == node.text { String::new() } else { numbers }
    }

    /// Row, page and release of a piece of evidence.
    fn place(&self, node: &Derivation) -> String {
        let row = node.file.as_ref().map(|file| match node.line {
            Some(line) => {
                let bytes = node.cells.iter().find(|(name, _)| name == "bytes");
                let bytes = bytes.map(|(_, bytes)| format!(" ({bytes})")).unwrap_or_default();
                format!("{file}:{line}{bytes}")
            }
            None => file.clone(),
        });
        let vintage =
            node.vintage.as_ref().map(|vintage| derivation::vintage(self.speaker, vintage));
        [row, node.source.clone(), vintage].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn line(&mut self, depth: usize, text: &str) {
        // A text of several lines stays under its node.
        for text in text.lines().filter(|text| !text.is_empty()) {
            self.lines.push(format!("{}{text}", "  ".repeat(depth)));
        }
    }
}
