//! `daryn validate`: the sample, what two people fill in, the result, and what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::sample::{Ran, Sample};

const CODEBOOK: &str = "[codebook]\nid = \"own\"\nversion = \"2\"\n\n[[code]]\nid = \"kin\"\n\
    name_ru = \"Сородичи\"\n\n[[code]]\nid = \"pay\"\nname_ru = \"Деньги\"\n";
const RULES: &str = "[rules]\ncodebook = \"own\"\ncodebook_version = \"2\"\nversion = \"1\"\n\n\
    [[rule]]\nid = \"kin\"\ncode = \"kin\"\nlanguage = \"ru\"\nany = [\"кандас*\"]\n\n\
    [[rule]]\nid = \"pay\"\ncode = \"pay\"\nlanguage = \"ru\"\nany = [\"деньги\"]\n";
const SHEETS: [&str; 2] = ["validation.coder-1.csv", "validation.coder-2.csv"];

/// The tiny study with a text of our own words: of 60 points every third is about compatriots and
/// every tenth about money.
fn sample() -> Sample {
    let sample = Sample::tiny();
    fs::create_dir(sample.dir.join("texts")).expect("made");
    let points: Vec<String> = (1..=60)
        .map(|n| match n {
            n if n % 10 == 0 => format!("{n}. Министерство выделяет деньги, часть {n}."),
            n if n % 3 == 0 => format!("{n}. Кандасы получают жилье, часть {n}."),
            n => format!("{n}. Министерство публикует отчет, часть {n}."),
        })
        .collect();
    sample.write("texts/D1.md", &format!("Указ о стипендиях\n\n{}\n", points.join("\n\n")));
    sample.replace(
        "study.toml",
        "other = [",
        "codebook = \"codebook.toml\"\ncode_rules = \"codes.toml\"\nother = [",
    );
    sample.write("codebook.toml", CODEBOOK);
    sample.write("codes.toml", RULES);
    sample
}

fn drawn() -> Sample {
    let sample = sample();
    let arguments = ["validate", ".", "--coders", "Айгүл,Марат", "--with", "8", "--without", "20"];
    let ran = sample.daryn(&arguments).ends(0);
    assert!(ran.err.contains("drawn: 34 of 61 passages, strata: 3"), "{}", ran.err);
    sample
}

/// The unit of each row of a sheet with its words.
fn rows(sample: &Sample, sheet: &str) -> Vec<(String, String)> {
    let text = sample.read(sheet);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    assert_eq!(
        head,
        csv::StringRecord::from(vec!["unit", "document", "passage", "text", "coder", "codes"])
    );
    reader
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| (row[0].into(), row[3].into()))
        .collect()
}

/// Fills in a sheet.
fn fill(sample: &Sample, sheet: &str, coder: &str, codes: impl Fn(usize, &str) -> String) {
    let mut text = String::from("unit;coder;codes\n");
    for (place, (unit, words)) in rows(sample, sheet).into_iter().enumerate() {
        text += &format!("{unit};{coder};\"{}\"\n", codes(place, &words));
    }
    sample.write(&format!("{sheet}.filled.csv"), &text);
}

/// What the words say: kin where compatriots stand, pay where money stands.
fn truth(words: &str) -> String {
    match words {
        words if words.contains("Кандасы") => "kin".to_owned(),
        words if words.contains("деньги") => "pay".to_owned(),
        _ => "-".to_owned(),
    }
}

fn measure(sample: &Sample, more: &[&str]) -> Ran {
    let files = SHEETS.map(|sheet| format!("{sheet}.filled.csv"));
    sample.daryn(&[&["validate", ".", "--labels", &files[0], &files[1]], more].concat())
}

#[test]
fn sheets_say_nothing_of_what_rules_gave() {
    let sample = drawn();
    let one = rows(&sample, SHEETS[0]);
    assert_eq!(one.len(), 34);
    assert_eq!(one, rows(&sample, SHEETS[1]));
    let sheet = sample.read(SHEETS[0]);
    assert!(sheet.contains("Айгүл") && !sheet.contains("Марат"));
    let frame: Value = serde_json::from_str(&sample.read("validation.frame.json")).expect("JSON");
    for file in [&sheet, &frame.to_string()] {
        assert!(!file.contains("kin") && !file.contains("\"pay"), "{file}");
    }
    // Each stratum stands for itself: weights make the population again.
    let weights: f64 = frame["units"]
        .as_array()
        .expect("units")
        .iter()
        .map(|unit| unit["weight"].as_f64().expect("a number"))
        .sum();
    assert!((weights - 61.0).abs() < 1e-9, "{weights}");
    let codes = sample.read("validation.codes.csv");
    assert!(codes.contains("kin,"), "{codes}");
    // The same seed draws the same, another one another sample.
    let again = |seed: &str| {
        let other = self::sample();
        let arguments = ["validate", ".", "--seed", seed, "--with", "8", "--without", "20"];
        other.daryn(&arguments).ends(0);
        rows(&other, SHEETS[0]).into_iter().map(|(_, words)| words).collect::<Vec<_>>()
    };
    let words: Vec<String> = one.into_iter().map(|(_, words)| words).collect();
    assert_eq!(again("1"), words);
    assert_ne!(again("2"), words);
    // A sample is not drawn over another one.
    let ran = sample.daryn(&["validate", ".", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert_eq!(
        sample.daryn(&["validate", "."]).ends(1).err.lines().next(),
        Some("error: validation.frame.json: a sample was drawn already")
    );
}

#[test]
fn rules_are_held_against_two_people_and_the_report_tells_it() {
    let sample = drawn();
    // The first person is right; the second misses money, and calls the first empty one kin.
    fill(&sample, SHEETS[0], "Айгүл", |_, words| truth(words));
    fill(&sample, SHEETS[1], "Марат", |_, words| match truth(words).as_str() {
        "pay" => "-".to_owned(),
        other => other.to_owned(),
    });
    let ran = measure(&sample, &["--format", "json"]).ends(0);
    let found = ran.json();
    let rows: BTreeMap<String, Value> = found["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["code"].as_str().expect("a code").to_owned(), row.clone()))
        .collect();
    let kin = &rows["kin"];
    assert_eq!((&kin["language"], &kin["part"]), (&"ru".into(), &"drawn".into()));
    assert_eq!((kin["passages"].as_u64(), kin["right"].as_u64()), (Some(34), Some(8)));
    assert_eq!((kin["f1"].as_f64(), kin["alpha_of_readings"].as_f64()), (Some(1.0), Some(1.0)));
    // All six passages about money are disputed: nothing is known of them.
    let pay = &rows["pay"];
    assert_eq!((pay["disputed"].as_u64(), pay["f1"].as_f64()), (Some(6), None));
    assert_eq!(pay["f1_reading_1"].as_f64(), Some(1.0));
    let kept = sample.read("validation.csv");
    let mut head =
        "language,part,code,passages,positives,disputed,right,wrong,missed,precision,".to_owned();
    head += "recall,f1,f1_reading_1,f1_reading_2,f1_between_readings,alpha_of_readings,";
    assert!(kept.starts_with(&head), "{kept}");
    assert!(kept.contains("macro of 1 codes"), "{kept}");
    let result: Value = serde_json::from_str(&sample.read("validation.json")).expect("JSON");
    let disagreed = result["disagreements"].as_array().expect("a list");
    assert_eq!(disagreed.len(), 6);
    assert_eq!(
        (&disagreed[0]["given_by"], &disagreed[0]["not_by"]),
        (&"Айгүл".into(), &"Марат".into())
    );
    let ran = sample.daryn(&["run"]).ends(0);
    assert!(!ran.err.contains("validation"), "{}", ran.err);
    for (lang, words) in [("en", "Validated on"), ("ru", "Валидация, "), ("kk", "Валидация күні")]
    {
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains(words) && page.contains("Марат"), "{lang}");
    }
    assert!(!sample.read("report/en/index.html").contains("Since the validation"));
    // With other rules the numbers are of what stood before.
    sample.replace("codes.toml", "деньги", "отчет");
    sample.daryn(&["run"]).ends(0);
    assert!(sample.read("report/en/index.html").contains("Since the validation"));
    let ran = measure(&sample, &[]).ends(0);
    assert!(ran.err.contains("those of now are measured"), "{}", ran.err);
}

#[test]
fn rare_codes_are_weighted_by_what_they_stand_for() {
    let sample = drawn();
    // Both find kin in every passage without a code, which stand for more than one passage each.
    let found = |words: &str| {
        let told = truth(words);
        if told == "-" { "kin".to_owned() } else { told }
    };
    fill(&sample, SHEETS[0], "Айгүл", |_, words| found(words));
    fill(&sample, SHEETS[1], "Марат", |_, words| found(words));
    measure(&sample, &[]).ends(0);
    let kept = sample.read("validation.csv");
    let row = kept.lines().find(|line| line.starts_with("ru,drawn,kin")).expect("a row");
    // 18 passages with kin, 37 without a code: recall 18 / 55, while the sample has 8 of 28.
    assert!(row.starts_with("ru,drawn,kin,34,28,0,8,0,20,1,0.327,"), "{row}");
}

#[test]
fn what_is_wrong_is_told() {
    let sample = drawn();
    let all =
        |ran: Ran| ran.codes().into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
    let told = |sample: &Sample| all(measure(sample, &["--format", "json"]).ends(1));
    let good = |sample: &Sample| {
        fill(sample, SHEETS[0], "Айгүл", |_, words| truth(words));
        fill(sample, SHEETS[1], "Марат", |_, words| truth(words));
    };
    good(&sample);
    fill(&sample, SHEETS[1], "Айгүл", |_, words| truth(words));
    assert_eq!(told(&sample), ["validation-one-coder", "validation-unit-twice"]);
    fill(&sample, SHEETS[1], "", |_, words| truth(words));
    assert_eq!(told(&sample), ["validation-no-coder", "validation-one-coder"]);
    fill(&sample, SHEETS[1], "Марат", |place, words| {
        if place == 0 { "kim".to_owned() } else { truth(words) }
    });
    assert_eq!(told(&sample), ["validation-unknown-code"]);
    fill(&sample, SHEETS[1], "Марат", |place, words| {
        if place == 0 { "kin;-".to_owned() } else { truth(words) }
    });
    assert_eq!(told(&sample), ["validation-none-and-code"]);
    fill(&sample, SHEETS[1], "Марат", |_, _| String::new());
    assert_eq!(told(&sample), ["validation-one-coder"]);
    // Passages that one of the two did not look at are left out, and told.
    fill(
        &sample,
        SHEETS[1],
        "Марат",
        |place, words| {
            if place < 3 { String::new() } else { truth(words) }
        },
    );
    let ran = measure(&sample, &[]).ends(0);
    assert!(ran.err.contains("not labelled by both people and are left out: 3"), "{}", ran.err);
    let sheet = format!("{}.filled.csv", SHEETS[1]);
    let text = sample.read(&sheet);
    sample.write(&sheet, &text.replacen("-0001;", "-9999;", 1));
    assert_eq!(told(&sample), ["validation-missing", "validation-unknown-unit"]);
    sample.write(&sheet, &text.replacen("unit;coder", "unit;who", 1));
    assert_eq!(told(&sample), ["validation-columns", "validation-one-coder"]);
    good(&sample);
    // A sample that somebody changed, even with a digest of its own, is not the one of the sheets.
    let frame = sample.read("validation.frame.json");
    sample.write("validation.frame.json", &frame.replacen("\"weight\": ", "\"weight\": 1", 1));
    assert_eq!(told(&sample), ["validation-frame-changed"]);
    sample.write("validation.frame.json", &frame);
    sample.replace("texts/D1.md", "часть 7.", "часть 8.");
    assert_eq!(told(&sample), ["validation-text-changed"]);
    let other = self::sample();
    fs::remove_dir_all(other.dir.join("texts")).expect("removed");
    let ran = other.daryn(&["validate", ".", "--format", "json"]);
    assert_eq!(ran.code, Some(1));
    assert!(other.daryn(&["validate", "."]).ends(1).err.contains("no passage to draw"));
}
