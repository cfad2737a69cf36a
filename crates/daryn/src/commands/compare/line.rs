//! `daryn compare --line`: editions or acts that follow each other, and the tables of a package.

use std::collections::BTreeSet;
use std::path::{Component, PathBuf};

use daryn_compare::features::{Codebook, Part, Source};
use daryn_compare::{Package, Reuse, Tables, Undefined};
use daryn_model::Arg;
use daryn_model::record::Decimal;
use daryn_read::Document;
use daryn_report::{Speaker, pipeline};
use daryn_stats::write::Content;
use serde_json::{Value, json};

use super::{give, of_counts, units};
use crate::output::{Output, plain_line};
use crate::stop::Stop;
use crate::tabular::{Cell, Form, Tabular};

/// Columns of the table of lives.
const COLUMNS: [(&str, Content); 8] = [
    ("unit", Content::Text),
    ("kind", Content::Text),
    ("label", Content::Text),
    ("first", Content::Text),
    ("last", Content::Text),
    ("edited", Content::Text),
    ("moved", Content::Text),
    ("passages", Content::Text),
];

pub(super) fn run(
    paths: &[PathBuf],
    documents: &[Document],
    form: &Form,
    output: &Output,
) -> Result<(), Stop> {
    let names = names(paths);
    let named: Vec<(&str, &Document)> = names.iter().map(String::as_str).zip(documents).collect();
    let sources: Vec<Source<'_>> =
        named.iter().map(|(file, document)| Source { file, document, codes: Vec::new() }).collect();
    let package = Package::make(&sources, &program(), Codebook::default());
    let tables = package.tables();
    let reuse = daryn_compare::reuse(&named);
    show(&package, &tables, Some(&reuse), form, output)
}

/// The program that makes packages.
pub(in crate::commands) fn program() -> String {
    format!("daryn {}", pipeline::VERSION)
}

/// Names of files with as much of their folders as is needed to tell them apart.
pub(in crate::commands) fn names(paths: &[PathBuf]) -> Vec<String> {
    let parts: Vec<Vec<String>> = paths
        .iter()
        // A root or a drive is no part of a name: a package tells nothing of the machine.
        .map(|path| path.components().filter(|it| matches!(it, Component::Normal(_))))
        .map(|parts| parts.map(|it| it.as_os_str().to_string_lossy().into_owned()).collect())
        .collect();
    let longest = parts.iter().map(Vec::len).max().unwrap_or(1);
    let name =
        |parts: &Vec<String>, count: usize| parts[parts.len().saturating_sub(count)..].join("/");
    let all = |count| parts.iter().map(|parts| name(parts, count)).collect::<Vec<_>>();
    let differ = |names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    // One file given twice has one name, whatever folders are named.
    (1..=longest).map(all).find(differ).unwrap_or_else(|| all(1))
}

/// Gives tables, with what was taken over where the texts are at hand.
pub(in crate::commands) fn show(
    package: &Package,
    tables: &Tables,
    reuse: Option<&[Reuse]>,
    form: &Form,
    output: &Output,
) -> Result<(), Stop> {
    let speaker = &output.speaker;
    match form.format.as_str() {
        "text" => give(form, &text(tables, reuse, speaker), output),
        "html" => {
            let meant = ["text", "json", "csv", "xlsx", "parquet"];
            let meant = meant.map(|it| format!("--format {it}")).to_vec();
            Err(Stop::Usage { found: "--format html".to_owned(), meant })
        }
        _ => {
            let title = speaker.word("compare-lives");
            lives(tables, speaker).give(form, &title, || whole(package, tables, reuse), output)
        }
    }
}

fn whole(package: &Package, tables: &Tables, reuse: Option<&[Reuse]>) -> Value {
    let documents: Vec<Value> = package
        .documents
        .iter()
        .map(|it| json!({"file": it.file, "sha256": it.sha256, "language": it.language}))
        .collect();
    let mut value = json!({"documents": documents, "codebook": package.codebook});
    if let (Value::Object(value), Ok(Value::Object(tables))) =
        (&mut value, serde_json::to_value(tables))
    {
        value.extend(tables);
        if let Some(reuse) = reuse {
            value.insert("reuse".to_owned(), json!(reuse));
        }
    }
    value
}

fn lives(tables: &Tables, speaker: &Speaker) -> Tabular {
    let mut table = Tabular::new(speaker, "compare", &COLUMNS);
    for life in &tables.lives {
        let unit = json!(life.unit).as_str().unwrap_or_default().to_owned();
        let passages: Vec<&str> =
            life.passages.iter().map(|it| it.as_deref().unwrap_or("-")).collect();
        table.push(vec![
            Cell::Text(unit),
            Cell::Text(life.kind.clone()),
            life.label.clone().map_or(Cell::Missing, Cell::Text),
            Cell::Text(life.first.clone()),
            Cell::Text(life.last.clone()),
            Cell::Text(life.edited.join(" ")),
            Cell::Text(life.moved.join(" ")),
            Cell::Text(passages.join(" ")),
        ]);
    }
    table
}

fn text(tables: &Tables, reuse: Option<&[Reuse]>, speaker: &Speaker) -> String {
    let mut lines: Vec<String> = Vec::new();
    let plain = |text: &str| Arg::plain(&plain_line(text));
    let count = |number: usize| Arg::Count(number as i64);
    let number = |value: Option<f64>, digits| {
        let rounded = |value| Arg::Number(Decimal::rounded(value, digits));
        value.map_or_else(|| Arg::plain(&speaker.word("compare-not-defined")), rounded)
    };
    for one in &tables.changes {
        let unit = speaker.word(units(one.unit));
        let what = format!("{} → {}, {unit}", plain_line(&one.old), plain_line(&one.new));
        lines.push(of_counts(&what, one.units, speaker));
    }
    for one in &tables.survival {
        let values = [
            ("what", Arg::plain(&speaker.word(units(one.unit)))),
            ("from", plain(&one.from)),
            ("to", plain(&one.to)),
            ("units", count(one.units)),
            ("survived", count(one.survived)),
            ("repealed", count(one.repealed)),
            ("before", count(one.repealed_before)),
        ];
        let is_plain = one.repealed == 0 && one.repealed_before == 0;
        let key = if is_plain { "compare-survival" } else { "compare-survival-repealed" };
        let mut line = speaker.say(key, &values);
        if one.by_labels {
            line.push_str(&format!(" ({})", speaker.word("compare-by-labels")));
        }
        lines.push(line);
    }
    for one in &tables.novelty {
        let values = [
            ("file", plain(&one.file)),
            ("window", count(one.window)),
            ("novelty", number(one.novelty, 4)),
            ("transience", number(one.transience, 4)),
            ("resonance", number(one.resonance, 4)),
        ];
        let mut line = speaker.say("compare-novelty", &values);
        line.push_str(&why(&one.undefined, speaker));
        lines.push(line);
    }
    for one in reuse.into_iter().flatten() {
        let values = [
            ("from", plain(&one.from)),
            ("to", plain(&one.to)),
            ("share", number(one.containment, 4)),
            ("n", count(one.passages.len())),
        ];
        lines.push(speaker.say("compare-reuse", &values) + &why(&one.undefined, speaker));
    }
    for one in &tables.attention {
        let values = [
            ("file", plain(&one.file)),
            ("code", plain(&one.code)),
            ("n", number(one.per_1000, 1)),
            ("passages", count(one.passages.len())),
        ];
        lines.push(speaker.say("compare-attention", &values));
    }
    lines.extend(varied(tables, speaker));
    lines.extend(measures(tables, speaker));
    lines.push(speaker.word("compare-more"));
    lines.join("\n") + "\n"
}

/// What measures state, and what became of them; nothing where a package holds none.
fn measures(tables: &Tables, speaker: &Speaker) -> Vec<String> {
    let plain = |text: &str| Arg::plain(&plain_line(text));
    let count = |number: usize| Arg::Count(number as i64);
    let mut lines = Vec::new();
    let Some(own) = &tables.measures else { return lines };
    for one in &own.texts {
        let file = ("file", plain(&one.file));
        lines.push(match one.completeness {
            None => speaker.say("compare-measures-none", &[file]),
            Some(mean) => {
                let mean = Arg::Number(Decimal::rounded(mean, 2));
                let values = [file, ("n", count(one.measures)), ("completeness", mean)];
                speaker.say("compare-measures", &values)
            }
        });
    }
    for one in &own.changes {
        let fate = |name: &str| count(one.fates.get(name).copied().unwrap_or_default());
        let values = [
            ("old", plain(&one.old)),
            ("new", plain(&one.new)),
            ("kept", fate("kept")),
            ("changed", fate("changed")),
            ("dropped", fate("dropped")),
            ("added", fate("new")),
        ];
        let is_matched = !one.several_languages;
        let key = if is_matched { "compare-measures-step" } else { "compare-measures-languages" };
        lines.push(speaker.say(key, &values));
    }
    lines
}

/// How words under codes move with the codebook and with the coder.
fn varied(tables: &Tables, speaker: &Speaker) -> Vec<String> {
    let plain = |text: &str| Arg::plain(&plain_line(text));
    let count = |number: usize| Arg::Count(number as i64);
    let not_defined = || Arg::plain(&speaker.word("compare-not-defined"));
    let number = |value: Option<f64>| {
        value.map_or_else(not_defined, |value| Arg::Number(Decimal::rounded(value, 1)))
    };
    let part = |part: &Part| {
        Arg::plain(&plain_line(&match part {
            Part::Clue(id) => format!("clue {id}"),
            Part::Rule(id) => format!("rule {id}"),
        }))
    };
    let without = |without: &Option<Part>| {
        without.as_ref().map_or_else(|| Arg::code("line-part", "none"), part)
    };
    let mut lines = Vec::new();
    for one in &tables.codebook_ranges {
        let values = [
            ("file", plain(&one.file)),
            ("code", plain(&one.code)),
            ("n", number(one.per_1000)),
            ("least", number(one.least.per_1000)),
            ("least-without", without(&one.least.without)),
            ("most", number(one.most.per_1000)),
            ("most-without", without(&one.most.without)),
        ];
        lines.push(speaker.say("compare-codebook-range", &values));
    }
    for one in &tables.codebook_changes {
        let verdict = json!(one.verdict).as_str().unwrap_or_default().to_owned();
        let values = [
            ("from", plain(&one.old)),
            ("to", plain(&one.new)),
            ("code", plain(&one.code)),
            ("before", number(Some(one.per_1000[0]))),
            ("after", number(Some(one.per_1000[1]))),
            ("direction", Arg::code("line-direction", &verdict)),
            ("turned", Arg::List(one.turned_by.iter().map(part).collect())),
        ];
        let is_turned = !one.turned_by.is_empty();
        let key = if is_turned { "compare-codebook-turned" } else { "compare-codebook-change" };
        lines.push(speaker.say(key, &values));
    }
    for one in &tables.coders {
        let values = [
            ("file", plain(&one.file)),
            ("code", plain(&one.code)),
            ("read", count(one.read)),
            ("first", count(one.readers[0].len())),
            ("second", count(one.readers[1].len())),
            ("rules", count(one.rules.len())),
        ];
        lines.push(speaker.say("compare-coders", &values));
    }
    lines
}

/// Why a value is not defined, in brackets; nothing where it is.
fn why(undefined: &[Undefined], speaker: &Speaker) -> String {
    let why = undefined.iter().map(|why| {
        speaker.word(match why {
            Undefined::NothingBefore => "compare-undefined-nothing-before",
            Undefined::NothingBehind => "compare-undefined-nothing-behind",
            Undefined::SeveralLanguages => "compare-undefined-several-languages",
            Undefined::NoWords => "compare-undefined-no-words",
        })
    });
    let why: Vec<String> = why.collect();
    if why.is_empty() { String::new() } else { format!(" ({})", why.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_their_folders() {
        let names =
            |paths: &[&str]| super::names(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(names(&["a/old.md", "b/new.md"]), ["old.md", "new.md"]);
        assert_eq!(names(&["x/a/rus.md", "x/b/rus.md"]), ["a/rus.md", "b/rus.md"]);
        assert_eq!(names(&["rus.md", "rus.md"]), ["rus.md", "rus.md"]);
        assert_eq!(names(&["/home/x/rus.md", "/home/x/rus.md"]), ["rus.md", "rus.md"]);
        assert_eq!(names(&["/a/rus.md", "/b/rus.md"]), ["a/rus.md", "b/rus.md"]);
        assert_eq!(names(&["/rus.md"]), ["rus.md"]);
    }
}
