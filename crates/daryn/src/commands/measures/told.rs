//! Measures as values for programs and as cells of tables.

use daryn_measures::indicator::Value as Number;
use daryn_measures::measure::{Measure, Part};
use daryn_measures::money::Money;
use daryn_measures::time::Doubt as TimeDoubt;
use daryn_measures::{confidence, ig, money};
use daryn_model::Diagnostic;
use daryn_read::{Document, document};
use daryn_stats::write::Content;
use serde_json::{Map, Value, json};

use crate::tabular::Cell;

/// A measure as an object. Its first names are promised to other programs.
pub(super) fn value(document: &Document, measure: &Measure) -> Value {
    let text = document.text.as_str();
    let part = |part: Option<Part>| part.map_or(Value::Null, |part| json!(place(text, part)));
    let deadline = measure.deadline.as_ref().map(|(part, when)| {
        let mut value = place(text, *part);
        value.insert("kind".to_owned(), json!(when.kind));
        value.insert("from".to_owned(), json!(when.from.map(|date| date.to_string())));
        value.insert("to".to_owned(), json!(when.to.map(|date| date.to_string())));
        value.insert("count".to_owned(), json!(when.count));
        value.insert("unit".to_owned(), json!(when.unit));
        value.insert("doubt".to_owned(), json!(when.doubt));
        value
    });
    let money = measure.money.as_ref().map(|(part, money)| {
        let mut value = place(text, *part);
        value.insert("amount".to_owned(), json!(money.amount));
        value.insert("currency".to_owned(), json!(money.currency));
        value.insert("source".to_owned(), json!(money.source));
        value.insert("doubt".to_owned(), json!(money.doubt));
        value.insert("shared".to_owned(), json!(money.is_shared));
        value
    });
    let number = |number: &Option<Number>| {
        number.as_ref().map(|it| json!({"number": it.number, "unit": it.unit, "year": it.year}))
    };
    let indicator = measure.indicator.as_ref().map(|(part, result)| {
        let mut value = place(text, *part);
        value.insert("baseline".to_owned(), json!(number(&result.baseline)));
        value.insert("target".to_owned(), json!(number(&result.target)));
        value
    });
    let instrument = measure.instrument.map(|part| {
        let mut value = place(text, part);
        value.insert("class".to_owned(), json!(measure.instrument_class));
        value
    });
    let mut polarity = place(text, measure.cue);
    polarity.insert("value".to_owned(), json!(measure.polarity.name()));
    json!({
        "passage": document::name(measure.passage),
        "actor": part(measure.actor),
        "action": part(measure.action),
        "object": part(measure.object),
        "deadline": deadline,
        "money": money,
        "indicator": indicator,
        "target_group": part(measure.target_group),
        "instrument": instrument,
        "polarity": polarity,
        "known": measure.known().collect::<Vec<_>>(),
        "confidence": confidence::of(measure.rule),
        "completeness": measure.completeness(),
        "rule": measure.rule.name(),
        "role": measure.role,
        "co_actor": part(measure.co_actor),
        "deontic": part(measure.deontic),
        "completion": part(measure.completion),
        "condition": part(measure.condition),
        "language": measure.language.code(),
        "start": measure.sentence.first,
        "end": measure.sentence.last,
        "ig": ig::script(measure, text),
    })
}

fn place(text: &str, part: Part) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("text".to_owned(), json!(part.words(text)));
    map.insert("start".to_owned(), json!(part.first));
    map.insert("end".to_owned(), json!(part.last));
    map
}

/// Columns of the table of measures.
pub(super) const COLUMNS: [(&str, Content); 37] = [
    ("document", Content::Text),
    ("passage", Content::Text),
    ("start", Content::Count),
    ("end", Content::Count),
    ("language", Content::Text),
    ("rule", Content::Text),
    ("confidence", Content::Number),
    ("completeness", Content::Count),
    ("polarity", Content::Text),
    ("actor", Content::Text),
    ("co_actor", Content::Text),
    ("deontic", Content::Text),
    ("action", Content::Text),
    ("object", Content::Text),
    ("target_group", Content::Text),
    ("instrument", Content::Text),
    ("instrument_class", Content::Text),
    ("deadline", Content::Text),
    ("deadline_kind", Content::Text),
    ("deadline_from", Content::Text),
    ("deadline_to", Content::Text),
    ("money", Content::Text),
    ("amount", Content::Number),
    ("amount_for", Content::Text),
    ("currency", Content::Text),
    ("source", Content::Text),
    ("indicator", Content::Text),
    ("baseline", Content::Number),
    ("baseline_year", Content::Count),
    ("target_value", Content::Number),
    ("target_year", Content::Count),
    ("unit", Content::Text),
    ("completion", Content::Text),
    ("condition", Content::Text),
    ("places", Content::Text),
    ("ig", Content::Text),
    ("text", Content::Text),
];

/// The cells of a measure, one for each column.
pub(super) fn cells(name: &str, document: &Document, measure: &Measure) -> Vec<Cell> {
    let text = document.text.as_str();
    let plain = |text: &str| Cell::Text(text.to_owned());
    let part =
        |part: Option<Part>| part.map_or(Cell::Missing, |part| plain(&one_line(part.words(text))));
    let named = |value: Value| value.as_str().map_or(Cell::Missing, plain);
    let when = measure.deadline.as_ref().map(|it| &it.1);
    let date = |date: Option<daryn_model::Date>| {
        date.map_or(Cell::Missing, |it| Cell::Text(it.to_string()))
    };
    let sum = measure.money.as_ref().map(|it| &it.1);
    let result = measure.indicator.as_ref().map(|it| &it.1);
    let (baseline, target) =
        (result.and_then(|it| it.baseline.as_ref()), result.and_then(|it| it.target.as_ref()));
    let number = |number: Option<&String>| {
        number.and_then(|it| it.parse::<f64>().ok()).map_or(Cell::Missing, Cell::Number)
    };
    let year = |value: Option<&Number>| {
        value
            .and_then(|it| it.year)
            .and_then(|it| u64::try_from(it).ok())
            .map_or(Cell::Missing, Cell::Count)
    };
    let unit = target.or(baseline).and_then(|it| it.unit.as_deref());
    let places: Vec<String> = measure
        .parts()
        .into_iter()
        .filter_map(|(name, part)| part.map(|part| format!("{name}={}-{}", part.first, part.last)))
        .collect();
    vec![
        plain(name),
        Cell::Text(document::name(measure.passage)),
        Cell::Count(measure.sentence.first as u64),
        Cell::Count(measure.sentence.last as u64),
        plain(measure.language.code()),
        plain(measure.rule.name()),
        Cell::Number(confidence::of(measure.rule)),
        Cell::Count(measure.completeness() as u64),
        plain(measure.polarity.name()),
        part(measure.actor),
        part(measure.co_actor),
        part(measure.deontic),
        part(measure.action),
        part(measure.object),
        part(measure.target_group),
        part(measure.instrument),
        measure.instrument_class.map_or(Cell::Missing, |it| plain(it.name())),
        part(measure.deadline.as_ref().map(|it| it.0)),
        when.map_or(Cell::Missing, |it| named(json!(it.kind))),
        date(when.and_then(|it| it.from)),
        date(when.and_then(|it| it.to)),
        part(measure.money.as_ref().map(|it| it.0)),
        number(sum.and_then(|it| it.amount.as_ref())),
        sum.and_then(amount_for).map_or(Cell::Missing, plain),
        sum.and_then(|it| it.currency).map_or(Cell::Missing, plain),
        sum.and_then(|it| it.source).map_or(Cell::Missing, |it| named(json!(it))),
        part(measure.indicator.as_ref().map(|it| it.0)),
        number(baseline.map(|it| &it.number)),
        year(baseline),
        number(target.map(|it| &it.number)),
        year(target),
        unit.map_or(Cell::Missing, plain),
        part(measure.completion),
        part(measure.condition),
        Cell::Text(places.join(";")),
        Cell::Text(ig::script(measure, text)),
        Cell::Text(measure.shown(text)),
    ]
}

/// An amount that is one for several rows of a plan.
pub(super) const SEVERAL_ROWS: &str = "several-rows";

/// What an amount is for; none where there is no amount.
pub(super) fn amount_for(sum: &Money) -> Option<&'static str> {
    let what = if sum.is_shared { SEVERAL_ROWS } else { "measure" };
    sum.amount.is_some().then_some(what)
}

/// Words on one line: tabs between cells and line feeds become spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a user should look at: days that do not exist, amounts without a currency or of several
/// rows together.
pub(super) fn doubts(file: &str, document: &Document, measures: &[Measure]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for measure in measures {
        let mut note = |code: &str, part: Part| {
            problems.push(
                Diagnostic::warning(code, file, 0)
                    .with("passage", document::name(measure.passage))
                    .with("found", one_line(part.words(&document.text))),
            );
        };
        if let Some((part, when)) = &measure.deadline
            && when.doubt == Some(TimeDoubt::NoSuchDay)
        {
            note("measures-no-such-day", *part);
        }
        if let Some((part, sum)) = &measure.money
            && sum.doubt == Some(money::Doubt::NoCurrency)
        {
            note("measures-no-currency", *part);
        }
        if let Some((part, sum)) = &measure.money
            && sum.is_shared
        {
            note("measures-money-shared", *part);
        }
    }
    problems
}
