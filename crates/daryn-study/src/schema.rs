//! JSON Schemas of everything that a study file may hold, made from the record types.

use daryn_model::Record;
use daryn_model::records::*;
use serde_json::{Value, json};

/// Names and schemas, `study` first.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("study", study()),
        ("documents", Document::schema()),
        ("measures", Measure::schema()),
        ("bodies", Body::schema()),
        ("statistics", Observation::schema()),
        ("extracts", entries("extract", Extract::schema(), json!({}))),
        ("indicators", Indicator::schema()),
        ("definitions", Definition::schema()),
        ("units", Unit::schema()),
        ("sources", Source::schema()),
        ("areas", Area::schema()),
        ("targets", Target::schema()),
        ("practices", Practice::schema()),
        ("effects", Effect::schema()),
        ("references", Reference::schema()),
        ("searches", Search::schema()),
        ("events", Event::schema()),
        ("packages", PackageName::schema()),
        ("hypotheses", entries("hypothesis", Hypothesis::schema(), json!({}))),
        ("rules", entries("rule", Rule::schema(), json!({}))),
        (
            "recommendations",
            entries("recommendation", Advice::schema(), json!({"ranking": Ranking::schema()})),
        ),
        (
            "downloads",
            entries(
                "download",
                Download::schema(),
                json!({"settings": DownloadSettings::schema()}),
            ),
        ),
    ]
}

fn study() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "study.toml",
        "type": "object",
        "properties": {"study": Head::schema(), "files": Files::schema()},
        "required": ["study", "files"],
        "additionalProperties": false,
    })
}

fn entries(name: &str, schema: Value, also: Value) -> Value {
    let mut properties = also;
    properties[name] = json!({"type": "array", "items": schema});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}
