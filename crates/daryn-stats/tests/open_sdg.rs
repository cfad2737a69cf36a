//! A repository of Open SDG: an invented one, and that of Kazakhstan where it is there.
#![allow(clippy::print_stderr)]

#[path = "sheets/collect.rs"]
mod collect;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use collect::{Collect, shared};
use daryn_stats::Source;
use daryn_stats::open_sdg::{Indicator, indicators, is_repository, read};
use proptest::prelude::*;

fn repository(folder: &Path) {
    for (path, text) in [
        ("config_data.yml", "languages:\n  - ru\n  - kk\n  - en\n"),
        (
            "data/indicator_1-2-1.csv",
            "Year,SEX,UNIT_MEASURE,Value,\r\n2019,,PT,4.50,\r\n2019,F,PT,\"5,1\",\r\n2020,F,PT,5.2,\r\n2020,M,PT,,\r\n2020,M,4.9\r\n",
        ),
        ("data/indicator_1-3-1.csv", "Year,Value\n"),
        ("data/indicator_1-3-1.xlsx", "x"),
        ("data/notes.txt", "x"),
        (
            "meta/1-2-1.yml",
            "indicator_available: national_indicators.1-2-1-title\nun_designated_tier: '1'\n",
        ),
        (
            "indicator-config/1-2-1.yml",
            "\u{feff}indicator_name: global_indicators.1-2-1-title\ntags: []\n",
        ),
        ("indicator-config/1-3-1.yml", "indicator_name: global_indicators.1-3-1-title\n"),
        ("translations/ru/SEX.yml", "F: женщины\nSEX: Пол\n"),
        ("translations/kk/SEX.yml", "F: әйелдер\nSEX: Жынысы\n"),
        ("translations/en/SEX.yml", "F: female\nSEX: Sex\n"),
        ("translations/en/national_indicators.yml", "1-2-1-title: Poor people\n"),
        (
            "translations/en/global_indicators.yml",
            "1-2-1-title: Poverty\n1-3-1-title: Protection\n",
        ),
        ("translations/kk/global_indicators.yml", "1-3-1-title: Қорғау\n"),
        ("translations/ru/broken.yml", "a: [1\nb: 2\n"),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn a_small_repository() {
    let folder = tempfile::tempdir().unwrap();
    assert!(!is_repository(folder.path()));
    repository(folder.path());
    assert!(is_repository(folder.path()));
    let mut found = Collect::default();
    let told = read(folder.path(), &mut found);
    assert_eq!(
        found.keys(),
        ["1-2-1 | PT | 2019 | 4.50", "1-2-1 | F | PT | 2019 | 5,1", "1-2-1 | F | PT | 2020 | 5.2"]
    );
    let codes: Vec<_> =
        told.problems.iter().map(|one| (one.code.as_str(), one.file.as_str(), one.line)).collect();
    let root = folder.path().display().to_string();
    assert_eq!(
        codes,
        [
            ("stats-open-sdg-words", "translations/ru/broken.yml", 2),
            ("stats-open-sdg-beside", "data/indicator_1-3-1.xlsx", 0),
            ("stats-open-sdg-fields", "data/indicator_1-2-1.csv", 6),
            ("stats-open-sdg-no-value", "data/indicator_1-2-1.csv", 0),
            ("stats-open-sdg-no-label", root.as_str(), 0),
        ]
    );
    let label = |code: Option<&str>, language: &str| {
        let mut labels = found.labels.iter().filter(|one| one.0 == "SEX");
        labels.find(|one| one.1.as_deref() == code && one.2 == language).map(|one| one.3.as_str())
    };
    assert_eq!((label(Some("F"), "kk"), label(None, "ru")), (Some("әйелдер"), Some("Пол")));
    let (all, _) = indicators(folder.path());
    let name = |language: &str, text: &str| (language.to_owned(), text.to_owned());
    let first = Indicator {
        id: "1-2-1".into(),
        names: vec![name("en", "Poor people")],
        series: 2,
        values: 3,
        is_only_announced: false,
    };
    let second = Indicator {
        id: "1-3-1".into(),
        names: vec![name("en", "Protection"), name("kk", "Қорғау")],
        is_only_announced: true,
        ..Indicator::default()
    };
    assert_eq!(all, [first, second]);
    let source = Source::file(&folder.path().join("data/indicator_1-2-1.csv"));
    assert_eq!(found.raw(&source), ["2019,,PT,4.50,", "2019,F,PT,\"5,1\",", "2020,F,PT,5.2,"]);
}

#[test]
fn the_repository_of_kazakhstan() {
    let Some(folder) = shared("data/open-sdg-kazstat") else { return };
    let (all, told) = indicators(&folder);
    assert_eq!(all.len(), 273);
    assert_eq!(all.iter().filter(|one| one.is_only_announced).count(), 67);
    assert_eq!(all.iter().map(|one| one.series).sum::<u64>(), 5_604);
    assert_eq!(all.iter().map(|one| one.values).sum::<u64>(), 45_580);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in &told.problems {
        *codes.entry(&problem.code).or_default() += 1;
    }
    eprintln!(
        "{codes:?} {:?}",
        told.problems.iter().filter(|p| p.code == "stats-open-sdg-words").collect::<Vec<_>>()
    );
    // Five records lack a field: four in 4-c-1-2, one in 8-6-1.
    assert_eq!(codes.get("stats-open-sdg-fields"), Some(&5));
    assert_eq!(codes.get("stats-open-sdg-words"), None);

    let mut found = Collect::default();
    read(&folder, &mut found);
    // An independent walk with the csv crate gives the same records, in the same order.
    let mut rows = found.rows.iter();
    for stream in &found.streams {
        let path = folder.join(&stream.name);
        let bytes = fs::read(&path).unwrap();
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
        let heads = reader.headers().unwrap().clone();
        for record in reader.records() {
            let record = record.unwrap();
            if record.len() != heads.len() {
                continue;
            }
            let row = rows.next().expect("a row");
            let raw = &bytes[row.start as usize..row.end as usize];
            for (head, field) in heads.iter().zip(&record) {
                let name = match head.trim_start_matches('\u{feff}') {
                    "Year" => "TIME_PERIOD",
                    "Value" => "OBS_VALUE",
                    other => other,
                };
                assert_eq!(row.get(name), field.trim(), "{} {head}", path.display());
                assert!(String::from_utf8_lossy(raw).contains(field));
            }
            assert!(!raw.contains(&b'\n') && !raw.ends_with(b"\r"));
        }
    }
    assert_eq!(rows.next(), None);
    let languages: BTreeSet<&str> = found.labels.iter().map(|one| one.2.as_str()).collect();
    assert_eq!(languages, BTreeSet::from(["en", "kk", "ru"]));
    let label = |component: &str, code: &str, language: &str| {
        let mut labels = found.labels.iter();
        let fits = |one: &&(String, Option<String>, String, String)| {
            one.0 == component && one.1.as_deref() == Some(code) && one.2 == language
        };
        labels.find(fits).map_or("", |one| one.3.as_str())
    };
    assert_eq!(label("SEX", "F", "kk"), "әйелдер");
    assert_eq!(label("UNIT_MEASURE", "PT", "ru"), "процент");
    assert!(!label("INDICATOR", "1-2-1", "en").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_change_makes_reading_panic(
        data in prop::collection::vec(any::<u8>(), 0..60),
        words in "[-a:|>&*!\\[\\]{},'\"#%@ \n.0]{0,60}",
        at in any::<prop::sample::Index>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        repository(folder.path());
        let path = folder.path().join("data/indicator_1-2-1.csv");
        let mut bytes = fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes.splice(at..at, data);
        fs::write(&path, bytes).unwrap();
        for file in ["config_data.yml", "meta/1-2-1.yml", "translations/ru/SEX.yml"] {
            fs::write(folder.path().join(file), &words).unwrap();
        }
        let told = read(folder.path(), &mut Collect::default());
        prop_assert!(told.problems.len() < 100);
    }
}
