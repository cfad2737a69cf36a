//! `daryn indicators list`: what every indicator of the catalogue is.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_indicators::Catalogue;
use daryn_indicators::catalogue::Indicator;
use daryn_model::{Lang, Localized};
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::{Map, Value, json};

use super::own;
use crate::Ended;
use crate::arguments::positional;
use crate::observations;
use crate::output::Output;
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

/// Columns of the table.
const COLUMNS: [(&str, Content); 9] = [
    ("id", Content::Text),
    ("theme", Content::Text),
    ("name", Content::Text),
    ("definition", Content::Text),
    ("formula", Content::Text),
    ("unit", Content::Text),
    ("coverage", Content::Text),
    ("interpretation", Content::Text),
    ("sdg", Content::Text),
];

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn indicators list [DIR] [--format FORMAT] [--output OUT]";
    let examples = ["daryn indicators list --format json", "daryn indicators list my-study"];
    let [format, out] = tabular::options(speaker);
    let dir = positional(speaker, "dir", "DIR", "cli-indicators-own")
        .value_parser(value_parser!(PathBuf));
    own(speaker, "list", usage, &examples, [dir, format, out])
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let form = Form::of(matches, "csv", [])?;
    let catalogue = observations::catalogue_of(matches.get_one("dir"))?;
    let speaker = &output.speaker;
    let mut table = Tabular::new(speaker, "indicators", &COLUMNS);
    for one in &catalogue.indicators {
        let text = |text: &Localized| Cell::Text(speaker.text(text));
        let shared = |kind, id: &str| catalogue.text(kind, id).map_or(Cell::Missing, text);
        let sdg: Vec<&str> = one.sdg.iter().map(|link| link.code.as_str()).collect();
        table.push(vec![
            Cell::Text(one.id.0.clone()),
            shared("theme", &one.theme.0),
            text(&one.name),
            text(&one.definition),
            one.formula.clone().map_or(Cell::Missing, Cell::Text),
            Cell::Text(one.unit.0.clone()),
            shared("coverage", &one.coverage.0),
            text(&one.interpretation),
            Cell::Text(sdg.join("; ")),
        ]);
    }
    let whole = || {
        let all: Vec<Value> =
            catalogue.indicators.iter().map(|one| entry(&catalogue, one)).collect();
        json!({ "indicators": all })
    };
    table.give(&form, &speaker.word("indicators-title"), whole, output)?;
    Ok(Ended::Well)
}

/// An indicator with its texts in all languages.
fn entry(catalogue: &Catalogue, one: &Indicator) -> Value {
    let shared = |kind, id: &str| catalogue.text(kind, id).map(texts);
    let named = |kind, ids: &[daryn_model::record::Id]| -> Vec<Value> {
        let named = ids.iter().map(|id| json!({ "id": id.0, "text": shared(kind, &id.0) }));
        named.collect()
    };
    let unit = catalogue.units.get(&one.unit.0);
    let sdg: Vec<Value> =
        one.sdg.iter().map(|link| json!({ "code": link.code, "link": link.link.code() })).collect();
    json!({
        "id": one.id.0,
        "theme": { "id": one.theme.0, "text": shared("theme", &one.theme.0) },
        "name": texts(&one.name),
        "definition": texts(&one.definition),
        "coverage": shared("coverage", &one.coverage.0),
        "formula": one.formula,
        "source": named("publisher", &one.sources),
        "unit": { "id": one.unit.0, "name": unit.map(|(_, entry)| texts(&entry.name)) },
        "kind": one.kind.code(),
        "interpretation": texts(&one.interpretation),
        "pitfalls": named("pitfall", &one.pitfalls),
        "sdg": sdg,
        "counts": named("count", &one.prefer),
    })
}

fn texts(text: &Localized) -> Value {
    let of = |lang: Lang| text.exact(lang).map(|text| (lang.code().to_owned(), json!(text)));
    Value::Object(Lang::ALL.into_iter().filter_map(of).collect::<Map<_, _>>())
}
