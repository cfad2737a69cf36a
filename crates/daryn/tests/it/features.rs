//! `daryn features` and `daryn compare --line`: figures without sentences give the tables of the
//! texts.

#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::sample::{Ran, daryn};

const FIRST: &str = "# Закон\n\n### Статья 1. Врачи\n\nВрачи имеют право получать жилье от государства.\n\n\
    ### Статья 2. Квота\n\nКвоту для этнических казахов устанавливает Правительство страны.\n";
const SECOND: &str = "# Закон\n\n### Статья 1. Врачи\n\nВрачи имеют право получать жилье от акимата.\n\n\
    > *Сноска. Статья 1 с изменениями от 13.05.2020 № 327-VI.*\n\n\
    ### Статья 2. Квота\n\nКвоту для этнических казахов устанавливает Правительство страны.\n\n\
    ### Статья 3. Центры\n\nЦентры адаптации создают области и города по своему решению.\n";
const THIRD: &str = "# Закон\n\n\
    ### Статья 1. Квота\n\nКвоту для этнических казахов устанавливает Правительство страны.\n\n\
    ### Статья 2. Центры\n\nЦентры адаптации создают области и города по своему решению.\n";

fn folder() -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("белгілер ").tempdir().expect("a folder");
    for (name, text) in [("a.md", FIRST), ("b.md", SECOND), ("c.md", THIRD)] {
        fs::write(dir.path().join(name), text).expect("written");
    }
    dir
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).expect("JSON")
}

fn strings(value: &Value) -> Vec<String> {
    let text = |it: &Value| it.as_str().unwrap_or("-").to_owned();
    value.as_array().into_iter().flatten().map(text).collect()
}

/// Words of a text as they follow each other.
fn words(text: &str) -> Vec<String> {
    let is_word = |sign: char| sign.is_alphabetic();
    let split = text.split(|sign| !is_word(sign)).filter(|word| !word.is_empty());
    split.map(str::to_lowercase).collect()
}

/// Four words that follow each other in a package and in one of the texts.
fn runs(package: &str, texts: &[String]) -> Vec<Vec<String>> {
    let all: BTreeSet<Vec<String>> = texts
        .iter()
        .flat_map(|text| words(text).windows(4).map(<[_]>::to_vec).collect::<Vec<_>>())
        .collect();
    words(package).windows(4).filter(|run| all.contains(*run)).map(<[_]>::to_vec).collect()
}

fn shared(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("DARYN_SHARED").map_or(beside, PathBuf::from);
    let path = folder.join("data/documents").join(name);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: no {}", path.display());
    None
}

#[test]
fn two_languages_are_matched_by_numbers_and_nothing_is_taken_over() {
    let kazakh = "# Заң\n\n### 1-бап. Дәрігерлер\n\nДәрігерлер мемлекеттен тұрғын үй алуға құқылы.\n\n\
        ### 2-бап. Квота\n\nЭтникалық қазақтар үшін квотаны Үкімет белгілейді.\n";
    let dir = folder();
    fs::write(dir.path().join("kaz.md"), kazakh).expect("written");
    let arguments = ["compare", "--line", "a.md", "kaz.md"];
    let value = json(&daryn(dir.path(), &[&arguments[..], &["--format", "json"]].concat()).ends(0));
    let reuse = &value["reuse"][0];
    assert!(reuse["containment"].is_null(), "{reuse}");
    assert_eq!(strings(&reuse["undefined"]), ["several-languages"]);
    assert_eq!(value["survival"][0]["by_labels"], true);
    let told = daryn(dir.path(), &[&arguments[..], &["--lang", "en"]].concat()).ends(0).out;
    assert!(told.contains("matched by numbers") && !told.contains("0.0000"), "{told}");
    let one = json(&daryn(dir.path(), &["compare", "--line", "a.md", "b.md", "--format", "json"]));
    assert_eq!(one["survival"][0]["by_labels"], false);
}

#[test]
fn lives_survival_and_novelty_of_three_editions() {
    let dir = folder();
    let ran = daryn(dir.path(), &["compare", "--line", "a.md", "b.md", "c.md", "--format", "json"]);
    let value = json(&ran.ends(0));
    let lives: Vec<String> = value["lives"]
        .as_array()
        .expect("lives")
        .iter()
        .filter(|life| life["unit"] == "article")
        .map(|life| {
            let edited = strings(&life["edited"]).join("+");
            let passages = strings(&life["passages"]).join(" ");
            format!("{} {}-{} {edited} {passages}", life["label"], life["first"], life["last"])
        })
        .collect();
    assert_eq!(
        lives,
        [
            r#""1" "a.md"-"b.md" b.md p2 p2 -"#,
            r#""1" "a.md"-"c.md"  p5 p6 p2"#,
            r#""2" "b.md"-"c.md"  - p9 p5"#,
        ]
    );
    let survival: Vec<String> = value["survival"]
        .as_array()
        .expect("survival")
        .iter()
        .filter(|one| one["unit"] == "article")
        .map(|one| {
            let gone = strings(&one["gone"]).join(" ");
            format!("{}-{} {}/{} {gone}", one["from"], one["to"], one["survived"], one["units"])
        })
        .collect();
    assert_eq!(
        survival,
        [r#""a.md"-"b.md" 2/2 "#, r#""a.md"-"c.md" 1/2 p2"#, r#""b.md"-"c.md" 2/3 p2"#]
    );
    let novelty = value["novelty"].as_array().expect("novelty");
    let middle = &novelty[1];
    assert_eq!((&middle["file"], &middle["window"]), (&"b.md".into(), &1.into()));
    let number = |key: &str| middle[key].as_f64().expect("a number");
    assert!(number("novelty") > 0.0 && number("transience") > 0.0);
    assert!((number("resonance") - number("novelty") + number("transience")).abs() < 1e-12);
    // At the ends nothing is zero: it is not defined, and why.
    assert!(novelty[0]["novelty"].is_null() && novelty[0]["resonance"].is_null());
    assert_eq!(strings(&novelty[0]["undefined"]), ["nothing-before"]);
    assert_eq!(strings(&novelty[2]["undefined"]), ["nothing-behind"]);
    assert_eq!(strings(&novelty[4]["undefined"]), ["nothing-before", "nothing-behind"]);
    let reuse = &value["reuse"][0];
    assert!(reuse["containment"].as_f64().is_some_and(|share| share > 0.0 && share < 1.0));
    let quoted = &reuse["passages"][0];
    assert!(FIRST.contains(quoted["source_text"].as_str().expect("words")));
    assert!(SECOND.contains(quoted["text"].as_str().expect("words")));
    // Three files without --line may be a mistake.
    let ran = daryn(dir.path(), &["compare", "a.md", "b.md", "c.md"]).ends(1);
    assert!(ran.err.contains("--line"), "{}", ran.err);
    for lang in ["en", "ru", "kk"] {
        let arguments = ["compare", "--line", "a.md", "b.md", "c.md", "--lang", lang];
        let told = daryn(dir.path(), &arguments).ends(0).out;
        assert!(!told.contains("compare-"), "{told}");
    }
}

#[test]
fn a_package_gives_the_tables_of_its_texts() {
    let dir = folder();
    let make = |out: &str| {
        daryn(dir.path(), &["features", "a.md", "b.md", "c.md", "--out", out]).ends(0);
        fs::read_to_string(dir.path().join(out)).expect("a package")
    };
    let package = make("p.json");
    assert_eq!(package, make("again.json"));
    assert_eq!(
        runs(&package, &[FIRST, SECOND, THIRD].map(str::to_owned)),
        Vec::<Vec<String>>::new()
    );
    let arguments = ["features", "--tables", "p.json", "--format", "json"];
    let of_package = json(&daryn(dir.path(), &arguments).ends(0));
    let arguments = ["compare", "--line", "a.md", "b.md", "c.md", "--format", "json"];
    let of_texts = json(&daryn(dir.path(), &arguments).ends(0));
    for table in ["changes", "lives", "survival", "novelty", "documents"] {
        assert_eq!(of_package[table], of_texts[table], "{table}");
    }
    let lines = daryn(dir.path(), &["features", "--tables", "p.json", "--format", "csv"]);
    let lives = of_package["lives"].as_array().map_or(0, Vec::len);
    assert_eq!(lines.ends(0).out.lines().count(), lives + 1);
    attention_is_that_of_the_texts(dir.path(), &["a.md", "b.md", "c.md"], &of_package);
    assert!(of_package["attention"].as_array().is_some_and(|rows| !rows.is_empty()));
    measures_are_those_of_the_texts(dir.path(), &["a.md", "b.md", "c.md"], &of_package);
}

/// Holds the measures of a package against what `daryn measures line` says of the texts.
fn measures_are_those_of_the_texts(dir: &Path, files: &[&str], tables: &Value) {
    let arguments = [&["measures", "line"], files, &["--format", "json"]].concat();
    let line = json(&daryn(dir, &arguments).ends(0));
    let own = tables["measures"]["lives"].as_array().expect("lives");
    let all = line["lives"].as_array().expect("lives");
    assert!(!all.is_empty() && own.len() == all.len());
    for (own, life) in own.iter().zip(all) {
        assert_eq!((&own["first"], &own["last"]), (&life["first"], &life["last"]));
        let passages = life["measures"].as_array().expect("measures").iter();
        let passages: Vec<Value> = passages.map(|it| it["passage"].clone()).collect();
        assert_eq!(own["passages"].as_array(), Some(&passages));
    }
    for (own, step) in tables["measures"]["changes"]
        .as_array()
        .expect("steps")
        .iter()
        .zip(line["steps"].as_array().expect("steps"))
    {
        for fate in ["kept", "changed", "new", "dropped"] {
            let count = if fate == "new" { &step["new_measures"] } else { &step[fate] };
            assert_eq!(&own["fates"][fate], count, "{fate}");
        }
    }
}

/// Counts words of passages with a code from what `daryn code` and `daryn read` print.
fn attention_is_that_of_the_texts(dir: &Path, files: &[&str], tables: &Value) {
    let letters = |text: &str| words(&text.replace(['-', '–'], " ")).len() as f64;
    for file in files {
        let name = Path::new(file).file_name().and_then(|it| it.to_str()).expect("a name");
        let coded = daryn(dir, &["code", file, "--format", "json"]);
        let mut expected: BTreeMap<String, f64> = BTreeMap::new();
        for line in coded.out.lines() {
            let coding: Value = serde_json::from_str(line).expect("an object");
            let code = coding["code"].as_str().expect("a code").to_owned();
            *expected.entry(code).or_default() += letters(coding["quote"].as_str().expect("words"));
        }
        let read = json(&daryn(dir, &["read", file, "--format", "json"]));
        let passages = read["passages"].as_array().expect("passages");
        let parents: BTreeSet<&str> =
            passages.iter().filter_map(|passage| passage["parent"].as_str()).collect();
        let is_leaf = |passage: &&Value| !parents.contains(passage["id"].as_str().unwrap_or(""));
        let of_policy = |passage: &&Value| passage["kind"] != "note" && passage["kind"] != "toc";
        let all: f64 = passages
            .iter()
            .filter(is_leaf)
            .filter(of_policy)
            .map(|passage| letters(passage["text"].as_str().unwrap_or("")))
            .sum();
        let rows = tables["attention"].as_array().expect("attention");
        let own: Vec<&Value> = rows.iter().filter(|row| row["file"] == name).collect();
        assert_eq!(own.len(), expected.len(), "{file}");
        for row in own {
            let code = row["code"].as_str().expect("a code");
            assert_eq!(row["words"].as_f64(), expected.get(code).copied(), "{file} {code}");
            assert_eq!(row["all"].as_f64(), Some(all), "{file}");
        }
    }
}

#[test]
fn the_package_of_the_law_is_small_and_has_no_sentence() {
    let Some(law) = shared("law-2011-0722-migration") else { return };
    let files = ["rus.2014.md", "rus.2023-04-19.md"];
    let dir = tempfile::tempdir().expect("a folder");
    let out = dir.path().join("law.json");
    let out = out.to_str().expect("a name");
    daryn(&law, &["features", files[0], files[1], "--out", out]).ends(0);
    let package = fs::read_to_string(out).expect("a package");
    assert!(package.len() < 1_000_000, "{}", package.len());
    let texts = files.map(|file| fs::read_to_string(law.join(file)).expect("a text"));
    assert_eq!(runs(&package, &texts), Vec::<Vec<String>>::new());
    let tables = json(&daryn(&law, &["features", "--tables", out, "--format", "json"]).ends(0));
    let compared = json(&daryn(&law, &["compare", files[0], files[1], "--format", "json"]).ends(0));
    for status in ["kept", "edited", "moved", "new", "dropped"] {
        assert_eq!(tables["changes"][0]["units"][status], compared[status], "{status}");
    }
    attention_is_that_of_the_texts(&law, &files, &tables);
    measures_are_those_of_the_texts(&law, &files, &tables);
}

#[test]
fn a_package_names_no_folder_of_the_machine() {
    let dir = folder();
    let path = |name: &str| dir.path().join(name).display().to_string();
    daryn(dir.path(), &["features", &path("a.md"), &path("b.md"), "--out", "p.json"]).ends(0);
    let package = fs::read_to_string(dir.path().join("p.json")).expect("a package");
    let package: Value = serde_json::from_str(&package).expect("JSON");
    let files: Vec<&Value> =
        package["documents"].as_array().into_iter().flatten().map(|it| &it["file"]).collect();
    assert_eq!(files, ["a.md", "b.md"]);
    // Tables tell texts by their names, so that one text twice would be counted as one.
    fs::remove_file(dir.path().join("p.json")).expect("removed");
    let twice = ["features", "a.md", "./a.md", "--out", "p.json", "--format", "json"];
    assert_eq!(daryn(dir.path(), &twice).ends(1).codes(), ["features-same-file"]);
    assert!(!dir.path().join("p.json").exists());
}

#[test]
fn what_is_read_is_never_written_over() {
    let dir = folder();
    let table = "id,name_ru\nmsho,Министерство образования\n";
    fs::write(dir.path().join("bodies.csv"), table).expect("written");
    let with = |option: &str, file: &str, out: &str| {
        let arguments = ["features", "a.md", option, file, "--out", out, "--format", "json"];
        daryn(dir.path(), &arguments)
    };
    assert_eq!(with("--bodies", "bodies.csv", "bodies.csv").ends(1).codes(), ["output-is-read"]);
    for option in ["--rules", "--codebook"] {
        fs::write(dir.path().join("own.toml"), "").expect("written");
        assert_eq!(with(option, "own.toml", "own.toml").ends(1).codes(), ["output-is-read"]);
    }
    assert_eq!(fs::read_to_string(dir.path().join("bodies.csv")).expect("a table"), table);
    // A table of something else would rename nobody in silence.
    fs::write(dir.path().join("other.csv"), "code,label\nx,y\n").expect("written");
    assert_eq!(
        with("--bodies", "other.csv", "p.json").ends(1).codes(),
        ["measures-bodies-columns"]
    );
    assert!(!dir.path().join("p.json").exists());
    with("--bodies", "bodies.csv", "p.json").ends(0);
    // Of a text that was not read everything would seem dropped.
    fs::write(dir.path().join("empty.md"), "").expect("written");
    let ran = daryn(dir.path(), &["features", "a.md", "empty.md", "--out", "q.json"]);
    assert!(!ran.ends(1).err.is_empty() && !dir.path().join("q.json").exists());
}

#[test]
fn readings_that_cannot_be_used_are_told() {
    let dir = folder();
    let read = json(&daryn(dir.path(), &["read", "a.md", "--format", "json"]).ends(0));
    let passages = read["passages"].as_array().expect("passages");
    let doctors =
        passages.iter().find(|it| it["text"] == "Врачи имеют право получать жилье от государства.");
    let doctors = doctors.expect("a passage");
    let daryn_with = |rows: &str| {
        fs::write(dir.path().join("labels.csv"), rows).expect("written");
        let arguments = ["features", "a.md", "--out", "p.json", "--readings", "labels.csv"];
        daryn(dir.path(), &[&arguments[..], &["--lang", "en"]].concat())
    };
    daryn(dir.path(), &["features", "a.md", "--out", "p.json"]).ends(0);
    let package = fs::read_to_string(dir.path().join("p.json")).expect("a package");
    let package: Value = serde_json::from_str(&package).expect("JSON");
    let sha256 = package["documents"][0]["sha256"].as_str().expect("a digest");
    let head = "document,sha256,start,end,reading_1,reading_2,doubt_1\n";
    let row = |start: &Value, end: &Value, first: &str| {
        format!("act/a.md,{sha256},{start},{end},{first},target.health,\n")
    };
    let good = row(&doctors["start"], &doctors["end"], "target.health;stage.measure");
    // Well: a row of another text is counted, an empty cell is a passage without a code.
    let ran = daryn_with(&format!("{head}{good}act/b.md,12ab,0,4,,,\n")).ends(0);
    let told = format!("{}{}", ran.out, ran.err);
    assert!(told.contains("two people read: 1; rows about other texts, left aside: 1"), "{told}");
    let package = fs::read_to_string(dir.path().join("p.json")).expect("a package");
    let value: Value = serde_json::from_str(&package).expect("JSON");
    let reading = &value["documents"][0]["readings"][0];
    assert_eq!(reading["passage"], doctors["id"]);
    assert_eq!(strings(&reading["readers"][0]), ["stage.measure", "target.health"]);
    let tables = ["features", "--tables", "p.json", "--format", "json"];
    let coders = json(&daryn(dir.path(), &tables).ends(0))["coders"].clone();
    let measure = coders.as_array().into_iter().flatten().find(|it| it["code"] == "stage.measure");
    let measure = measure.expect("a row");
    assert_eq!(
        (&measure["read"], measure["readers"][1].as_array().map(Vec::len)),
        (&1.into(), Some(0))
    );
    // A row that meets no passage is told and left out; the package is made.
    let ran = daryn_with(&format!("{head}{}", row(&1.into(), &2.into(), "")).to_owned()).ends(0);
    assert!(ran.err.contains("no passage of the text goes from 1 to 2"), "{}", ran.err);
    let package = fs::read_to_string(dir.path().join("p.json")).expect("a package");
    assert!(!package.contains("readings"));
    for (rows, told) in [
        ("document,sha256,start,reading_1\na,b,1,\n".to_owned(), "lacks columns: end, reading_2"),
        (format!("{head}{}", row(&"x".into(), &2.into(), "")), "are no place in a text"),
        (format!("{head}{}", row(&5.into(), &2.into(), "")), "are no place in a text"),
        (format!("{head}{good}{good}"), "was read in a row before"),
        (
            format!("{head}{}", row(&doctors["start"], &doctors["end"], "target.helth")),
            "perhaps `target.health` is meant",
        ),
        (head.to_owned(), "labels.csv"),
        (String::new(), "labels.csv"),
    ] {
        let ran = daryn_with(&rows).ends(1);
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
        // Nothing was written in the place of the package before.
        assert_eq!(fs::read_to_string(dir.path().join("p.json")).expect("a package"), package);
    }
    let ran = daryn(dir.path(), &["features", "--tables", "p.json", "--readings", "labels.csv"]);
    assert!(ran.ends(1).err.contains("--tables PACKAGE"));
}

#[test]
fn a_package_that_cannot_be_used_is_told() {
    let dir = folder();
    daryn(dir.path(), &["features", "a.md", "b.md", "--out", "p.json"]).ends(0);
    let package = fs::read_to_string(dir.path().join("p.json")).expect("a package");
    let told = |text: &str| {
        fs::write(dir.path().join("q.json"), text).expect("written");
        let arguments = ["features", "--tables", "q.json", "--format", "json"];
        daryn(dir.path(), &arguments).ends(1).codes()
    };
    assert_eq!(told("{"), ["features-form"]);
    assert_eq!(told(""), ["features-form"]);
    assert_eq!(told(&package[..package.len() / 2]), ["features-form"]);
    assert_eq!(
        told(&package.replacen("\"features\":3", "\"features\":9", 1)),
        ["features-version"]
    );
    assert_eq!(told(&package.replace("\"old\":\"p2\"", "\"old\":\"p999\"")), ["features-unknown"]);
    assert_eq!(told(&package.replace("\"old\":0", "\"old\":7")), ["features-steps"]);
    // Cut, doubled and foreign parts would give wrong counts in silence.
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut value: Value = serde_json::from_str(&package).expect("JSON");
        change(&mut value);
        told(&value.to_string())
    };
    for at in [0, 1] {
        let cut = |value: &mut Value| {
            let pairs = value["alignments"][at]["pairs"].as_array_mut().expect("pairs");
            pairs.pop();
        };
        assert_eq!(changed(&cut), ["features-left-out"], "{at}");
        let twice = |value: &mut Value| {
            let pairs = value["alignments"][at]["pairs"].as_array_mut().expect("pairs");
            pairs.push(pairs[0].clone());
        };
        assert_eq!(changed(&twice), ["features-twice"], "{at}");
    }
    let one_side = |value: &mut Value| value["alignments"][0]["pairs"][0]["status"] = "new".into();
    assert_eq!(changed(&one_side), ["features-unfit"]);
    let no_leaves = |value: &mut Value| {
        value["alignments"].as_array_mut().expect("alignments").pop();
    };
    assert_eq!(changed(&no_leaves), ["features-steps"]);
    let measures = |value: &mut Value| {
        let pairs = value["measures"]["steps"][0]["pairs"].as_array_mut().expect("pairs");
        pairs.pop().expect("a pair");
    };
    assert_eq!(changed(&measures), ["features-left-out"]);
    let twice = |value: &mut Value| {
        let pairs = value["measures"]["steps"][0]["pairs"].as_array_mut().expect("pairs");
        pairs.push(pairs[0].clone());
    };
    assert_eq!(changed(&twice), ["features-twice"]);
    let nowhere = |value: &mut Value| value["measures"]["texts"][0][0]["passage"] = "p999".into();
    assert_eq!(changed(&nowhere), ["features-unknown"]);
    let no_text = |value: &mut Value| {
        value["measures"]["texts"].as_array_mut().expect("texts").pop();
    };
    assert_eq!(changed(&no_text), ["features-unknown"]);
    let no_step = |value: &mut Value| value["measures"]["steps"] = Value::Array(Vec::new());
    assert_eq!(changed(&no_step), ["features-steps"]);
    let across =
        |value: &mut Value| value["measures"]["steps"][0]["several_languages"] = true.into();
    assert_eq!(changed(&across), ["features-steps"]);
    let one = |value: &mut Value, key: &str, word: &str| {
        value["measures"]["texts"][0][0][key] = word.into();
    };
    for (key, word) in [("polarity", "Правила о визах"), ("rule", "none")] {
        assert_eq!(changed(&|value| one(value, key, word)), ["features-unknown"], "{key}");
    }
    let part = |word: &str, at: usize| {
        changed(&|value| {
            let stated = value["measures"]["texts"][0][0]["stated"].as_array_mut().expect("parts");
            let own = if word.is_empty() { stated[at].clone() } else { word.into() };
            stated.push(own);
        })
    };
    assert_eq!(part("Министерство", 0), ["features-unknown"]);
    assert_eq!(part("", 0), ["features-twice"]);
    let many = |value: &mut Value| value["measures"]["texts"][0][0]["completeness"] = 6.into();
    assert_eq!(changed(&many), ["features-unknown"]);
    let way = |part: &str, way: &str| {
        changed(&|value| {
            let pairs = value["measures"]["steps"][0]["pairs"].as_array_mut().expect("pairs");
            let both = pairs.iter_mut().find(|it| it["old"].is_number() && it["new"].is_number());
            both.expect("a pair")["changes"] = serde_json::json!([{"part": part, "way": way}]);
        })
    };
    assert_eq!(way("visa", "slipped"), ["features-unknown"]);
    assert_eq!(way("deadline", "later"), ["features-unknown"]);
    // Nothing changes that is not stated, and no part in a way that it cannot have.
    assert_eq!(way("money", "cut"), ["features-unfit"]);
    assert_eq!(way("actor", "slipped"), ["features-unfit"]);
    assert_eq!(way("polarity", "changed"), ["features-unfit"]);
    let same = |value: &mut Value| {
        value["documents"][1]["file"] = value["documents"][0]["file"].clone();
    };
    assert_eq!(changed(&same), ["features-twice"]);
    let code = |value: &mut Value| {
        let passages = value["documents"][0]["passages"].as_array_mut().expect("passages");
        let coded = passages.iter_mut().find(|it| it["codes"].is_array()).expect("a code");
        coded["codes"][0] = "function.invented".into();
    };
    assert_eq!(changed(&code), ["features-unknown"]);
    // Another version of reading is told, and the tables are there.
    let mut value: Value = serde_json::from_str(&package).expect("JSON");
    value["reader"] = 1.into();
    fs::write(dir.path().join("q.json"), value.to_string()).expect("written");
    let ran = daryn(dir.path(), &["features", "--tables", "q.json", "--lang", "en"]).ends(0);
    assert!(ran.err.contains("warning: q.json"), "{}", ran.err);
    assert!(ran.out.contains("a.md → b.md, measures: kept "), "{}", ran.out);
    let ran = daryn(dir.path(), &["features", "a.md"]).ends(1);
    assert!(ran.err.contains("--out PACKAGE"), "{}", ran.err);
    let ran = daryn(dir.path(), &["features", "a.md", "--out", "a.md"]).ends(1);
    assert!(ran.err.contains("a.md"));
    assert_eq!(fs::read_to_string(dir.path().join("a.md")).expect("a text"), FIRST);
}

/// Packages of the built-in study with the texts that they are of.
const BUILT_IN: [(&str, &[&str]); 3] = [
    ("law-2011-0722-migration", &["rus.2014.md", "rus.2023-04-19.md"]),
    ("gov-2022-1005-research-internships", &["rus.md"]),
    ("gov-2022-0715-investment-policy-concept", &["rus.md"]),
];

#[test]
fn packages_of_the_built_in_study_are_those_of_the_texts() {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan/features");
    let labels = study.join("../../../codebooks/intellectual-migration.labels.csv");
    for (name, files) in BUILT_IN {
        let path = study.join(name).with_extension("json");
        let kept = fs::read_to_string(&path).unwrap_or_default();
        if let Some(folder) = shared(name) {
            let dir = tempfile::tempdir().expect("a folder");
            let out = dir.path().join("p.json");
            let out = out.to_str().expect("a name");
            let bodies = study.with_file_name("bodies.csv");
            let bodies = bodies.to_str().expect("a name");
            let readings = labels.to_str().expect("a name");
            let ends = ["--bodies", bodies, "--readings", readings, "--out", out];
            daryn(&folder, &[&["features"], files, &ends].concat()).ends(0);
            let made = fs::read_to_string(out).expect("a package");
            if std::env::var_os("DARYN_UPDATE").is_some() {
                fs::write(&path, &made).expect("written");
            } else {
                assert!(kept == made, "{name}: DARYN_UPDATE=1 writes it anew");
            }
            let text = |file: &&str| fs::read_to_string(folder.join(file)).expect("a text");
            let texts: Vec<String> = files.iter().map(text).collect();
            assert_eq!(runs(&made, &texts), Vec::<Vec<String>>::new(), "{name}");
        }
        assert!(kept.len() < 1_000_000, "{name}");
        // Without any text the tables are there.
        let path = path.to_str().expect("a name");
        let arguments = ["features", "--tables", path, "--format", "json"];
        let tables = json(&daryn(&study, &arguments).ends(0));
        for table in ["attention", "codebook_ranges", "coders"] {
            let rows = tables[table].as_array();
            assert!(rows.is_some_and(|rows| !rows.is_empty()), "{name}: {table}");
        }
    }
}
