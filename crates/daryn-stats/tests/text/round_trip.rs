//! What is read, written as SDMX-CSV 2.0 and read again is the same.

use daryn_stats::sdmx::{csv, json};
use daryn_stats::services::{
    Options, dbnomics, ilostat, json_stat, taldau, uis, un_sdg, world_bank,
};
use daryn_stats::write::sdmx_csv::{Survey, Writer};
use daryn_stats::{Action, Annotation, Components, DataSet, Role, Row, Sink, Source, Stop, Told};
use proptest::prelude::*;

use crate::support::{Keeper, Seen, keep, mutations, shared};
use crate::{sdmx_csv, sdmx_json, services_csv, services_json};

type Read<'a> = &'a dyn Fn(&mut dyn Sink) -> Told;

/// Reads twice and writes, and reads what was written.
fn again(read: Read<'_>) -> (Keeper, String) {
    let mut survey = Survey::default();
    read(&mut survey);
    let mut writer = Writer::new(Vec::new(), survey);
    read(&mut writer);
    let bytes = writer.finish().expect("written");
    let source = Source::bytes("again.csv", bytes.clone());
    let kept = keep(|sink| csv::read(&source, &csv::Options::default(), sink));
    assert_eq!(kept.codes(), Vec::<&str>::new());
    (kept, String::from_utf8(bytes).expect("UTF-8"))
}

/// A row without its place, and parts in the order of their names: columns have one order only.
fn sorted(row: &Seen) -> Seen {
    let mut row = Seen { place: Default::default(), ..row.clone() };
    row.parts.sort_by(|a, b| a.0.cmp(&b.0));
    row
}

/// Rows must be the same with everything, and data sets that have rows.
pub(crate) fn check(name: &str, read: Read<'_>) -> String {
    let before = keep(read);
    let (after, text) = again(read);
    let rows = |kept: &Keeper| {
        let row = |row: &Seen| {
            (
                sorted(&Seen { data_set: 0, ..row.clone() }),
                kept.data_sets.get(row.data_set as usize).cloned(),
            )
        };
        kept.rows.iter().map(row).collect::<Vec<_>>()
    };
    let (a, b) = (rows(&before), rows(&after));
    assert_eq!(a.len(), b.len(), "{name}");
    for (a, b) in a.iter().zip(&b) {
        assert_eq!(a, b, "{name}\n{text}");
    }
    text
}

#[test]
fn specimens_of_sdmx_csv_keep_everything() {
    let Some(folder) = shared("sdmx/v3/csv") else { return };
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("read").map(|file| file.expect("read").path()).collect();
    files.sort();
    assert_eq!(files.len(), 21);
    for path in files {
        let source = Source::file(&path);
        let name = path.display().to_string();
        let text = check(&name, &|sink| csv::read(&source, &csv::Options::default(), sink));
        // Nothing of our own is needed where the file was plain.
        assert!(!text.contains("DARYN_ROLES") && !text.contains("DARYN_ANNOTATIONS"), "{text}");
    }
}

#[test]
fn names_that_hold_separators_are_kept() {
    for name in ["A;;;;;;;;B", "A[|];B;C;D;E;F", "A\tB\tC\tD\tE\tF\tG", "[", "]"] {
        let text = format!("\"{name}\",year,value\nx,2019,1\n");
        let source = Source::bytes("a.csv", text.into_bytes());
        let columns = daryn_stats::sheets::plain::Columns::default();
        check(name, &|sink| daryn_stats::sheets::plain::read(&source, &columns, sink));
    }
}

#[test]
fn specimens_of_sdmx_json_keep_everything() {
    let Some(folder) = shared("sdmx") else { return };
    let files = [
        "ECB_EXR/action-delete.json",
        "ECB_EXR/flat.json",
        "ECB_EXR/ts.json",
        "ECB_EXR/xs.json",
        "OECD/data-PART2-all-all.json",
        "v3/json/data/agri.json",
        "v3/json/data/constructed-sample-full.json",
        "v3/json/data/exr-action-delete.json",
        "v3/json/data/exr-cross-section.json",
        "v3/json/data/exr-flat.json",
        "v3/json/data/exr-time-series.json",
        "v3/json/data/generated-sample.json",
    ];
    for name in files {
        let source = Source::file(&folder.join(name));
        let text = check(name, &|sink| json::read(&source, &json::Options, sink));
        assert!(text.contains("DARYN_ROLES") && text.contains("DARYN_DATA_SET"), "{text}");
    }
}

/// Whatever changed bytes give is written and read again, too; and its places lie in the bytes.
#[test]
fn what_changed_bytes_give_keeps_everything() {
    type Read = fn(&Source, &mut dyn Sink) -> Told;
    let all: [(Read, &str); 14] = [
        (|s, sink| csv::read(s, &csv::Options::default(), sink), sdmx_csv::LABELLED),
        (|s, sink| json::read(s, &json::Options, sink), sdmx_json::FLAT),
        (|s, sink| json::read(s, &json::Options, sink), sdmx_json::STRANGE),
        (|s, sink| uis::read_json(s, &Options::default(), sink), services_json::UIS),
        (|s, sink| world_bank::read_json(s, &Options::default(), sink), services_json::WORLD_BANK),
        (|s, sink| un_sdg::read_json(s, &Options::default(), sink), services_json::UN_SDG),
        (|s, sink| dbnomics::read(s, &Options::default(), sink), services_json::DBNOMICS),
        (|s, sink| json_stat::read(s, &Options::default(), sink), services_json::JSON_STAT),
        (|s, sink| taldau::read(s, &Options::default(), sink), services_json::INDEX_DATA),
        (|s, sink| taldau::read(s, &Options::default(), sink), services_json::TREE),
        (|s, sink| uis::read_csv(s, &Options::default(), sink), services_csv::UIS),
        (|s, sink| world_bank::read_csv(s, &Options::default(), sink), services_csv::WIDE),
        (|s, sink| un_sdg::read_csv(s, &Options::default(), sink), services_csv::UN_SDG),
        (|s, sink| ilostat::read(s, &Options::default(), sink), services_csv::ILO),
    ];
    for (read, text) in all {
        for seed in 1..6 {
            mutations(text.as_bytes(), seed * 6007, |bytes| {
                let source = Source::bytes("a", bytes.clone());
                let kept = keep(|sink| read(&source, sink));
                for row in &kept.rows {
                    let (start, end) = (row.place.start, row.place.end);
                    assert!(start <= end && end <= bytes.len() as u64);
                }
                // Files cannot hold NUL characters as text.
                if !kept.rows.iter().any(|row| row.parts.iter().any(|part| part.3.contains('\0'))) {
                    check("changed", &|sink| read(&source, sink));
                }
            });
        }
    }
}

/// Rows out of nothing.
#[derive(Debug, Clone)]
struct Invented {
    names: Vec<String>,
    data_sets: Vec<DataSet>,
    rows: Vec<Seen>,
}

impl Invented {
    fn give(&self, sink: &mut dyn Sink) -> Told {
        let mut components = Components::default();
        let numbers: Vec<u32> = self.names.iter().map(|name| components.number(name)).collect();
        self.data_sets.iter().for_each(|data_set| sink.data_set(data_set));
        for seen in &self.rows {
            let mut row = Row::default();
            (row.action, row.data_set) = (seen.action, seen.data_set);
            row.annotations = seen.annotations.clone();
            for (name, role, language, value) in &seen.parts {
                let place = name.parse::<usize>().unwrap_or_default() % numbers.len();
                row.push_text(numbers[place], *role, language, value);
            }
            if let Err(Stop) = sink.row(&row, &components) {
                break;
            }
        }
        Told::default()
    }
}

fn invented() -> impl Strategy<Value = Invented> {
    let name = prop_oneof![
        "[A-Z_]{1,6}",
        Just("TIME_PERIOD".to_owned()),
        Just("ACTION".to_owned()),
        Just("STRUCTURE[x".to_owned()),
        "[ :\\]\\[;,%a\"яA-C]{0,6}"
    ];
    let text = "[ -~,;:\"\n\rя]{0,8}";
    let language = prop_oneof![4 => Just(String::new()), 1 => "[a-z;:]{1,3}"];
    let role = prop::sample::select(vec![
        Role::Dimension,
        Role::Period,
        Role::Measure,
        Role::DataSetAttribute,
        Role::GroupAttribute,
        Role::SeriesAttribute,
        Role::ObservationAttribute,
        Role::Unresolved,
        Role::Extra,
    ]);
    let part = ("[0-9]", role, language, text);
    let maybe = || prop::option::of(text);
    let annotation =
        (maybe(), maybe(), maybe(), maybe(), prop::collection::vec((text, text), 0..2))
            .prop_map(|(id, kind, title, url, texts)| Annotation { id, kind, title, url, texts });
    let action = prop::sample::select(vec![Action::Information, Action::Delete, Action::Merge]);
    let row = (
        prop::collection::vec(part, 0..6),
        action.clone(),
        0..2_u32,
        prop::collection::vec(annotation.clone(), 0..2),
    )
        .prop_map(|(parts, action, data_set, annotations)| Seen {
            parts,
            action,
            data_set,
            annotations,
            ..Seen::default()
        });
    let structure = prop::option::of((Just("dataflow".to_owned()), "[ -~]{1,5}"));
    let data_set = (text, text, structure, prop::collection::vec((text, text), 0..2), action)
        .prop_map(|(id, source, structure, names, action)| DataSet {
            id,
            source,
            structure,
            names,
            action,
            ..DataSet::default()
        });
    (
        prop::collection::vec(name, 1..5),
        prop::collection::vec(data_set, 2),
        prop::collection::vec(row, 0..5),
    )
        .prop_map(|(names, data_sets, rows)| Invented { names, data_sets, rows })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_rows_keep_everything(invented in invented()) {
        check("invented", &|sink| invented.give(sink));
    }
}
