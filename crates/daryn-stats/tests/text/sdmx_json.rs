use daryn_stats::sdmx::json::{self, Options};
use daryn_stats::{Action, Format, Role, Source};
use serde_json::Value;

use crate::support::{Keeper, Seen, keep, mutations, shared};

fn read(text: &str) -> Keeper {
    let source = Source::bytes("a.json", text.as_bytes().to_vec());
    keep(|sink| json::read(&source, &Options, sink))
}

pub(crate) const FLAT: &str = r#"{"header":{"id":"x","prepared":"2026-01-01","sender":{"id":"KZ"}},
"dataSets":[{"action":"Replace","series":{"0":{"observations":{"0":[1.50,0],"1":["NaN"],"2":[null,1]},
  "attributes":[1],"annotations":[0]}, "1":{"observations":{"0":[2e3,null,0]}}}}],
"structure":{"name":"Студенты","links":[{"rel":"dataflow","href":"http://x/dataflow/KZ/STUD/1.0?a=b"}],
"dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"A"}]}],"series":[{"values":[{"id":"KZ","name":"Казахстан"},{"id":"UZ"}],"id":"AREA","keyPosition":0}],
 "observation":[{"id":"TIME","role":"time","values":[{"id":"2019"},{"id":"2020"},{"id":"2021"}]}]},
"attributes":{"series":[{"id":"UNIT","values":[null,{"name":"человек"}]}],"observation":[{"id":"STATUS","values":[{"id":"A"},{"id":"M","name":"missing"}]}]},
"annotations":[{"title":"Note","uri":"http://n","text":"words"}]}}"#;

#[test]
fn a_structure_behind_the_data_gives_them_their_meaning() {
    let kept = read(FLAT);
    let told: Vec<_> = kept.rows.iter().map(|row| row.told()).collect();
    assert_eq!(
        told,
        [
            "FREQ=A AREA=KZ UNIT=человек TIME=2019 OBS_VALUE=1.50 STATUS=A",
            "FREQ=A AREA=KZ UNIT=человек TIME=2020 OBS_VALUE=NaN",
            "FREQ=A AREA=KZ UNIT=человек TIME=2021 STATUS=M",
            "FREQ=A AREA=UZ TIME=2019 OBS_VALUE=2e3"
        ]
    );
    let row = &kept.rows[0];
    assert_eq!(
        ["FREQ", "AREA", "UNIT", "TIME", "OBS_VALUE", "STATUS"].map(|name| row.role(name)),
        [
            Role::Dimension,
            Role::Dimension,
            Role::SeriesAttribute,
            Role::Period,
            Role::Measure,
            Role::ObservationAttribute
        ]
        .map(Some)
    );
    let titles: Vec<usize> = kept.rows.iter().map(|row| row.annotations.len()).collect();
    assert_eq!((titles, row.action), (vec![1, 1, 1, 1], Action::Replace));
    assert_eq!(kept.data_sets[0].structure, Some(("dataflow".into(), "KZ:STUD(1.0)".into())));
    assert_eq!(kept.label("AREA", "KZ"), Some("Казахстан"));
    kept.check_places(FLAT.as_bytes(), |row, raw| {
        raw.starts_with('"')
            && raw.ends_with(']')
            && row.get("OBS_VALUE").is_none_or(|v| raw.contains(v))
    });
    assert_eq!(kept.codes(), Vec::<&str>::new());
}

/// Version 2.0, with a key too short, one too long, and a structure that is not there.
pub(crate) const STRANGE: &str = r#"{"data":{"dataSets":[{"structure":0,"action":"X","dimensionGroupAttributes":{"0::":[{"en":"a","ru":"б"}]},
        "observations":{"0:7":[1,["x","y"],0],"0:0:0":[2]}},{"structure":3,"observations":{"0":[1]}}],
        "structures":[{"dimensions":{"series":[{"id":"A","values":[{"id":"a"}]}],"observation":[{"id":"TIME_PERIOD","values":[{"value":"2019"}]}]},
        "attributes":{"dimensionGroup":[{"id":"G"}],"observation":[{"id":"N"}]}}]},
        "errors":[{"code":404,"title":"none","details":"at all"}], "errors":[]}"#;

#[test]
fn what_points_to_nothing_is_kept_and_told() {
    let kept = read(STRANGE);
    let told: Vec<_> = kept.rows.iter().map(|row| row.told()).collect();
    assert_eq!(
        told,
        [
            "A=a TIME_PERIOD=7 OBS_VALUE=1 N=x N=y G=a G=б",
            "A=a TIME_PERIOD=2019 OBS_VALUE=2 G=a G=б"
        ]
    );
    assert_eq!(kept.rows[0].role("TIME_PERIOD"), Some(Role::Unresolved));
    assert_eq!(
        kept.codes(),
        [
            "stats-json-twice",
            "stats-service-error",
            "stats-action",
            "stats-sdmx-json-index",
            "stats-sdmx-json-index",
            "stats-sdmx-json-index",
            "stats-shape"
        ]
    );
    let codes =
        |text: &str| read(text).codes().iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    assert_eq!(codes(r#"{"errors":[{"code":100,"title":"No results"}]}"#), ["stats-service-error"]);
    assert_eq!(codes("{}"), ["stats-shape"]);
    assert_eq!(codes("<html>"), ["stats-json-broken"]);
    assert_eq!(codes(r#"{"dataSets":[{"observations":{"0":[1"#), ["stats-json-broken"]);
}

#[test]
fn a_sink_that_wants_no_more_ends_the_reading() {
    struct One(u32);
    impl daryn_stats::Sink for One {
        fn row(
            &mut self,
            _row: &daryn_stats::Row,
            _components: &daryn_stats::Components,
        ) -> Result<(), daryn_stats::Stop> {
            self.0 += 1;
            Err(daryn_stats::Stop)
        }
    }
    let source = Source::bytes("a.json", FLAT.as_bytes().to_vec());
    let mut one = One(0);
    let told = json::read(&source, &Options, &mut one);
    assert_eq!((one.0, told.problems.len()), (1, 0));
}

#[test]
fn any_change_of_bytes_ends() {
    for seed in 1..8 {
        for text in [FLAT, STRANGE] {
            mutations(text.as_bytes(), seed * 7919, |bytes| {
                let source = Source::bytes("a.json", bytes.clone());
                json::tell(&bytes);
                json::count(&source);
                keep(|sink| json::read(&source, &Options, sink));
            });
        }
    }
}

#[test]
fn specimens_are_read_as_serde_json_walks_them() {
    let Some(folder) = shared("sdmx") else { return };
    let counts = std::fs::read_to_string(folder.join("expected-counts.json")).expect("read");
    let counts: Value = serde_json::from_str(&counts).expect("JSON");
    let mut files = 0;
    for entry in counts.as_array().expect("a list") {
        let name = entry["file"].as_str().expect("a name");
        if !name.ends_with(".json") {
            continue;
        }
        files += 1;
        let path = folder.join(name);
        let (source, bytes) = (Source::file(&path), std::fs::read(&path).expect("read"));
        let told = json::tell(&bytes[..bytes.len().min(8192)]);
        assert_eq!(told.map(Format::name), entry["format"].as_str(), "{name}");
        let found: serde_json::Map<_, _> = json::count(&source)
            .0
            .into_iter()
            .map(|(key, count)| (key.to_owned(), count.into()))
            .collect();
        assert_eq!(&Value::Object(found), &entry["counts"], "{name}");
        let kept = keep(|sink| json::read(&source, &Options, sink));
        let strange = name.ends_with("generated-sample.json")
            || name.ends_with("constructed-sample-full.json");
        if name.contains("structure") {
            assert!(kept.rows.is_empty() && kept.codes().is_empty());
            let codes: usize = ["codelists", "conceptSchemes"]
                .iter()
                .flat_map(|kind| {
                    let value: Value = serde_json::from_slice(&bytes).expect("JSON");
                    value["data"][kind].as_array().cloned().unwrap_or_default()
                })
                .map(|list| {
                    let items = list["codes"].as_array().or(list["concepts"].as_array());
                    items.map_or(0, Vec::len)
                })
                .sum();
            let items = |kind: &str| kept.items.iter().filter(|item| item.kind == kind).count();
            assert!(codes > 0);
            assert_eq!(items("Codelist") + items("ConceptScheme"), codes);
            continue;
        }
        assert_eq!(
            kept.rows.len() as u64,
            entry["counts"]["observations"].as_u64().expect("a count")
        );
        kept.check_places(&bytes, |row, raw| {
            let value: Value = serde_json::from_str(&format!("{{{raw}}}")).expect("a member");
            let list = value.as_object().expect("an object").values().next().expect("a value");
            list.is_array() && row.get("OBS_VALUE").is_none_or(|value| raw.contains(value))
        });
        if !strange {
            walk(name, &kept, &serde_json::from_slice(&bytes).expect("JSON"));
        }
    }
    assert_eq!(files, 13);
}

/// The components of a level with what their values are.
fn level<'a>(structure: &'a Value, kind: &str, level: &str) -> Vec<(&'a str, Vec<String>)> {
    let list = structure[kind][level].as_array();
    list.into_iter()
        .flatten()
        .map(|component| {
            let values = component["values"].as_array().into_iter().flatten().map(|value| {
                let text = ["id", "value", "name"].iter().find_map(|key| value[*key].as_str());
                text.unwrap_or_default().to_owned()
            });
            (component["id"].as_str().expect("an id"), values.collect())
        })
        .collect()
}

type Parts = Vec<(String, String)>;
type Level<'a> = Vec<(&'a str, Vec<String>)>;

/// Values to which a list points.
fn resolve(level: &Level<'_>, list: &[Value]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for ((id, values), item) in level.iter().zip(list) {
        let text = match item {
            Value::Null => continue,
            Value::Number(number) if !values.is_empty() => {
                let index = number.as_u64().expect("a place") as usize;
                values.get(index).cloned().unwrap_or_else(|| index.to_string())
            }
            Value::String(text) => text.clone(),
            // Groups and texts by language are checked by hand.
            other => panic!("{other}"),
        };
        found.push(((*id).to_owned(), text));
    }
    found
}

fn walk(name: &str, kept: &Keeper, file: &Value) {
    let data = if file["data"].is_object() { &file["data"] } else { file };
    let structure =
        if data["structures"].is_array() { &data["structures"][0] } else { &data["structure"] };
    let dims = |at: &str| level(structure, "dimensions", at);
    let mut observation = level(structure, "attributes", "observation");
    if name.starts_with("OECD") {
        // TIME_FORMAT has no values and no place in the lists.
        observation.remove(0);
    }
    let key = |at: &Level<'_>, key: &str| {
        let list: Vec<Value> =
            key.split(':').map(|step| step.parse::<u64>().expect("a place").into()).collect();
        assert_eq!(list.len(), at.len());
        resolve(at, &list)
    };
    let mut expected: Vec<(Parts, Option<f64>)> = Vec::new();
    for set in data["dataSets"].as_array().expect("data sets") {
        let mut all = resolve(&dims("dataSet"), &vec![0.into(); dims("dataSet").len()]);
        let attributes = set["attributes"].as_array().cloned().unwrap_or_default();
        all.extend(resolve(&level(structure, "attributes", "dataSet"), &attributes));
        let mut observations = |before: &[(String, String)], at: &Level<'_>, value: &Value| {
            for (place, list) in value.as_object().into_iter().flatten() {
                let list = list.as_array().expect("a list");
                let mut parts = before.to_vec();
                parts.extend(key(at, place));
                parts.extend(resolve(&observation, list.get(1..).unwrap_or_default()));
                parts.sort();
                expected.push((parts, list.first().and_then(Value::as_f64)));
            }
        };
        for (place, series) in set["series"].as_object().into_iter().flatten() {
            let mut parts = all.clone();
            parts.extend(key(&dims("series"), place));
            let attributes = series["attributes"].as_array().cloned().unwrap_or_default();
            parts.extend(resolve(&level(structure, "attributes", "series"), &attributes));
            observations(&parts, &dims("observation"), &series["observations"]);
        }
        let flat = [dims("series"), dims("observation")].concat();
        observations(&all, &flat, &set["observations"]);
    }
    let grouped = ["SOURCE", "SERIES_COMMENT"];
    let parts = |row: &Seen| {
        let mut parts: Vec<_> = row
            .parts
            .iter()
            .filter(|part| part.1 != Role::Measure && !grouped.contains(&part.0.as_str()))
            .map(|part| (part.0.clone(), part.3.clone()))
            .collect();
        parts.sort();
        (parts, row.get("OBS_VALUE").map(|value| value.parse().expect("a number")))
    };
    let found: Vec<_> = kept.rows.iter().map(parts).collect();
    assert_eq!(found, expected, "{name}");
    if name.ends_with("agri.json") {
        let row = &kept.rows[5];
        assert_eq!(row.all("SOURCE"), ["MAFF_Agricultural Statistics_2015", "Other sources"]);
        assert_eq!(row.role("SOURCE"), Some(Role::GroupAttribute));
        let languages: Vec<_> = row
            .parts
            .iter()
            .filter(|part| part.0 == "SERIES_COMMENT")
            .map(|part| part.2.as_str())
            .collect();
        assert_eq!(languages, ["en", "km"]);
        assert_eq!(row.get("SERIES_COMMENT"), Some("Comment for Annual data for Battambang"));
    }
}

#[test]
fn levels_of_detail_of_the_constructed_specimen_are_told_apart() {
    let Some(folder) = shared("sdmx/v3/json/data") else { return };
    let source = Source::file(&folder.join("constructed-sample-full.json"));
    let kept = keep(|sink| json::read(&source, &Options, sink));
    let value =
        |row: &Seen| (row.get("OBS_VALUE").map(str::to_owned), row.get("EMBARGO_TIME").is_some());
    let sets: Vec<Vec<_>> = (0..5)
        .map(|set| kept.rows.iter().filter(|row| row.data_set == set).map(value).collect())
        .collect();
    let values = |with: bool| {
        ["1.5931", "1.5925", "40.3426", "40.3"].map(|value| (Some(value.to_owned()), with)).to_vec()
    };
    // All; flat; keys only; values only; everything but values.
    let expected =
        [values(true), values(true), vec![(None, false); 4], values(false), vec![(None, true); 4]];
    assert_eq!(sets, expected);
    assert_eq!(kept.rows[0].all("DESCRIPTION"), ["Description value 1", "Description value 2"]);
    assert_eq!(kept.rows[0].get("UNIT_MEAS"), Some("NC"));
    assert_eq!(kept.rows[2].annotations.len(), 1);
    assert_eq!(kept.rows[0].get("ID"), Some("ID1"));
    // A null in the list of values: nothing is said.
    assert_eq!(kept.rows[0].get("OBS_STATUS"), None);
}
