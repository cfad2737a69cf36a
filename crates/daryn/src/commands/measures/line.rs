//! `daryn measures line`: the life of each measure through texts that follow each other.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_measures::line::{Text, line};
use daryn_measures::measure::Measure;
use daryn_model::Arg as Value;
use daryn_model::records::{FATES, MeasureLife, MeasureStep};
use daryn_read::{Document, document};
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::{Value as Json, json};

use super::super::compare::line::names;
use super::extract::measured;
use super::matching;
use crate::Ended;
use crate::arguments::{nested, option, positional};
use crate::output::{Output, plain_line};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

/// A row for each measure; its words are those of the last text in which it stands.
const COLUMNS: [(&str, Content); 6] = [
    ("first", Content::Text),
    ("last", Content::Text),
    ("changes", Content::Text),
    ("passages", Content::Text),
    ("polarity", Content::Text),
    ("measure", Content::Text),
];

pub(super) fn command(speaker: &Speaker) -> Command {
    let [format, out] = tabular::options(speaker);
    let examples = [
        "daryn measures line plan-2017.md plan-2020.md plan-2023.md",
        "daryn measures line law-2014.md law-2023.md --bodies my-study/bodies.csv --format json",
    ];
    nested(
        speaker,
        ("line", "cli-measures-line"),
        "daryn measures line FILE FILE... [--bodies FILE] [--format FORMAT] [--output OUT]",
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-measures-line-file")
                .value_parser(value_parser!(PathBuf))
                .num_args(2..)
                .required(true),
            option(speaker, "bodies", "FILE", "cli-measures-bodies")
                .value_parser(value_parser!(PathBuf)),
            format,
            out,
        ],
    )
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let table = matches.get_one::<PathBuf>("bodies");
    let inputs = paths.iter().chain(table).map(PathBuf::as_path);
    let form = Form::of(matches, "csv", inputs)?;
    let bodies = table.map(|path| matching::bodies_at(path)).transpose()?;
    let mut has_errors = false;
    let mut texts: Vec<(Document, Vec<Measure>)> = Vec::new();
    for path in &paths {
        let (document, measures, errors) = measured(path, output);
        has_errors |= errors;
        texts.push((document, measures));
    }
    // Of a text that was not read all measures would seem dropped.
    if has_errors {
        return Ok(Ended::WithProblem);
    }
    for (paths, two) in paths.windows(2).zip(texts.windows(2)) {
        matching::one_language([&paths[0], &paths[1]], [&two[0].0, &two[1].0])?;
    }
    let own: Vec<Text<'_>> =
        texts.iter().map(|(document, measures)| Text { document, measures }).collect();
    let all = line(&own, bodies.as_ref());
    let told = Told { names: names(&paths), texts: &texts };
    let lives = all.lives();
    let mut table = Tabular::new(&output.speaker, "measures-line", &COLUMNS);
    lives.iter().for_each(|life| table.push(told.row(life)));
    let title = output.speaker.word("measures-line-title");
    let whole = || {
        json!({
            "rules": all.rules,
            "documents": told.names,
            "steps": all.steps.iter().map(|step| told.step(step)).collect::<Vec<_>>(),
            "lives": lives.iter().map(|life| told.life(life)).collect::<Vec<_>>(),
        })
    };
    table.give(&form, &title, whole, output)?;
    if !output.is_json() {
        for step in &all.steps {
            let count = |fate| Value::Count(step.count(fate) as i64);
            let values = [
                ("old", Value::plain(&plain_line(&told.names[step.old]))),
                ("new", Value::plain(&plain_line(&told.names[step.new]))),
                ("kept", count("kept")),
                ("changed", count("changed")),
                ("dropped", count("dropped")),
                ("added", count("new")),
            ];
            output.say("measures-line-count", &values);
        }
    }
    Ok(Ended::Well)
}

/// Texts with their measures, under the names by which they are told.
struct Told<'a> {
    names: Vec<String>,
    texts: &'a [(Document, Vec<Measure>)],
}

impl Told<'_> {
    fn step(&self, step: &MeasureStep) -> Json {
        // `new` is the later text already.
        let key = |fate: &str| if fate == "new" { "new_measures" } else { fate }.to_owned();
        let counts = FATES.map(|fate| (key(fate), json!(step.count(fate))));
        let mut value = json!({"old": self.names[step.old], "new": self.names[step.new]});
        if let Json::Object(value) = &mut value {
            value.extend(counts);
        }
        value
    }

    fn life(&self, life: &MeasureLife) -> Json {
        let changes = life.changes.iter().map(
            |(text, it)| json!({"document": self.names[*text], "part": it.part, "way": it.way}),
        );
        let measures = life.places.iter().enumerate().map(|(text, place)| {
            place.map(|place| {
                let (document, measures) = &self.texts[text];
                let measure = &measures[place];
                json!({
                    "passage": document::name(measure.passage),
                    "text": measure.sentence.words(&document.text),
                    "start": measure.sentence.first,
                    "end": measure.sentence.last,
                    "polarity": measure.polarity.name(),
                    "known": measure.known().collect::<Vec<_>>(),
                })
            })
        });
        json!({
            "first": self.names[life.first],
            "last": self.names[life.last],
            "changes": changes.collect::<Vec<_>>(),
            "measures": measures.collect::<Vec<_>>(),
        })
    }

    fn row(&self, life: &MeasureLife) -> Vec<Cell> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let changes: Vec<String> = life
            .changes
            .iter()
            .map(|(place, it)| format!("{}: {} {}", self.names[*place], it.part, it.way))
            .collect();
        let passages: Vec<String> = life
            .places
            .iter()
            .enumerate()
            .map(|(text, place)| {
                let id = |place: usize| document::name(self.texts[text].1[place].passage);
                place.map_or_else(|| "-".to_owned(), id)
            })
            .collect();
        let (document, measures) = &self.texts[life.last];
        let last = life.places[life.last].map(|place| &measures[place]);
        vec![
            text(&self.names[life.first]),
            text(&self.names[life.last]),
            if changes.is_empty() { Cell::Missing } else { Cell::Text(changes.join("; ")) },
            Cell::Text(passages.join(" ")),
            last.map_or(Cell::Missing, |it| text(it.polarity.name())),
            last.map_or(Cell::Missing, |it| Cell::Text(it.shown(&document.text))),
        ]
    }
}
