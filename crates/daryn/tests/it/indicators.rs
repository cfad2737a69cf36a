//! `daryn indicators` and `daryn stats quality`: the catalogue, values with their places, sources
//! side by side, a page, and what must be known of figures.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::sample::{Ran, Sample, daryn, shared};

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("көрсеткіштер ").tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("written");
    }
    dir
}

/// Made-up figures in the columns of a usual table.
const FIGURES: &str = "\
indicator,ref_area,partner_area,time_period,obs_value,unit,source
SCH_POP,KZ,W,2031,12000,persons,A
SCH_OUT,KZ,W,2031,0.126,thousand persons,A
SCH_POP,KZ,W,2032,12500,persons,A
HE_FOR,KZ,W,2031/2032,1000,persons,OFFICE
MIN_FOR,KZ,W,2031/2032,1200,persons,MINISTRY
MIN_FOR,KZ,CN,2031/2032,700,persons,MINISTRY
MIN_FOR,KZ,IN,2031/2032,300,persons,MINISTRY
MIN_FOR,CN,W,2031/2032,9000,persons,MINISTRY
";

fn run(dir: &Path, arguments: &[&str]) -> Ran {
    daryn(dir, arguments)
}

#[test]
fn the_catalogue_has_everything_in_three_languages() {
    let dir = folder(&[]);
    let all = run(dir.path(), &["indicators", "list", "--format", "json"]).ends(0).json();
    let all = all["indicators"].as_array().expect("indicators");
    assert!(all.len() >= 40);
    for one in all {
        let texts = [&one["name"], &one["definition"], &one["coverage"], &one["interpretation"]];
        for text in
            texts.into_iter().chain([&one["pitfalls"][0]["text"], &one["source"][0]["text"]])
        {
            for lang in ["en", "ru", "kk"] {
                assert!(text[lang].as_str().is_some_and(|text| !text.is_empty()), "{one}");
            }
        }
        assert!(one["unit"]["id"].is_string() && one["sdg"].is_array());
    }
    let has = |id: &str| all.iter().any(|one| one["id"] == id);
    assert!(has("OUT_RATIO") && has("SKILLED_EMI_RATE") && has("RES_MIO"));
}

#[test]
fn values_come_with_source_status_and_places() {
    let dir = folder(&[("figures.csv", FIGURES)]);
    let ran = run(dir.path(), &["indicators", "compute", ".", "--area", "KAZ", "--format", "csv"])
        .ends(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "indicator,area,partner,period,value,unit,status,source,vintage,support");
    let of = |start: &str| *lines.iter().find(|line| line.starts_with(start)).expect(start);
    // Digits of the source in the unit of the indicator, and the bytes of the row.
    let out = of("SCH_OUT,KAZ,W,2031,");
    assert!(out.starts_with("SCH_OUT,KAZ,W,2031,126,persons,A,A,,figures.csv#"), "{out}");
    let rate = of("SCH_OUT_R,KAZ,W,2031,");
    assert!(
        rate.starts_with("SCH_OUT_R,KAZ,W,2031,10.5,per_1000,derived,A,,figures.csv#"),
        "{rate}"
    );
    assert_eq!(rate.matches("figures.csv#").count(), 2);
    // Nothing where a part is missing, and no other country.
    assert!(!ran.out.contains("SCH_OUT_R,KAZ,W,2032") && !ran.out.contains(",CHN,W,"));
    // The place is the one that `stats cite` knows.
    let id = out.rsplit('#').next().expect("a place");
    let cited = run(dir.path(), &["stats", "cite", "figures.csv", id]).ends(0);
    assert!(cited.out.contains("SCH_OUT,KZ,W,2031,0.126"));
    let one = ["indicators", "compute", ".", "--area", "398", "--indicator", "MIN_FOR"];
    let one = run(dir.path(), &one).ends(0);
    assert!(one.out.lines().skip(1).all(|line| line.starts_with("IN_STUD,KAZ,")), "{}", one.out);
    assert_eq!(one.out.lines().count(), 5);
}

#[test]
fn sources_stand_side_by_side_and_one_is_picked_by_a_rule() {
    let dir = folder(&[("figures.csv", FIGURES)]);
    let arguments = ["indicators", "sources", ".", "--area", "KAZ", "--indicator", "IN_STUD"];
    let ran = run(dir.path(), &arguments).ends(0);
    assert!(
        ran.err.contains("The rule picks OFFICE: its way of counting stands first"),
        "{}",
        ran.err
    );
    let json = run(dir.path(), &[&arguments[..], &["--format", "json"]].concat()).ends(0).json();
    assert_eq!(json["reason"], "counting");
    assert_eq!(json["sides"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["periods"][0]["values"][0]["value"], 1000.0);
    // A study may prefer another one.
    fs::write(dir.path().join("indicators.toml"), "[folder]\nprefer = [\"MINISTRY\"]\n")
        .expect("written");
    let json = run(dir.path(), &[&arguments[..], &["--format", "json"]].concat()).ends(0).json();
    assert_eq!(
        (&json["reason"], &json["sides"][0]["source"]),
        (&"study".into(), &"MINISTRY".into())
    );
}

#[test]
fn quality_is_told_in_the_promised_form() {
    let dir = folder(&[("figures.csv", FIGURES)]);
    let ran = run(dir.path(), &["stats", "quality", ".", "--format", "json"]).ends(0).json();
    let issues = ran["issues"].as_array().expect("issues");
    let differ: Vec<&Value> =
        issues.iter().filter(|issue| issue["kind"] == "sources-differ").collect();
    assert_eq!(differ.len(), 1, "{issues:?}");
    assert_eq!(differ[0]["indicator"], "IN_STUD");
    assert_eq!(differ[0]["area"], "KAZ");
    assert_eq!(differ[0]["period"], "2031/2032");
    assert_eq!(differ[0]["support"].as_array().map(Vec::len), Some(2));
    for lang in ["en", "ru", "kk"] {
        let ran = run(dir.path(), &["stats", "quality", ".", "--lang", lang]).ends(0);
        assert!(ran.out.contains("1200 (2031/2032; MINISTRY, MIN_FOR)"), "{}", ran.out);
        assert!(!ran.out.contains("quality-"), "{}", ran.out);
    }
}

#[test]
fn a_page_shows_figures_comparators_partners_and_what_is_missing() {
    let dir = folder(&[("figures.csv", &FIGURES.replace("OFFICE", "<b>OFFICE</b>"))]);
    let page = |more: &[&str]| {
        run(dir.path(), &[&["indicators", "profile", ".", "--area", "KAZ"], more].concat()).ends(0)
    };
    let html = page(&["--lang", "kk"]).out;
    assert!(html.contains("Қазақстан") && html.contains("Қытай") && html.contains("Не жетіспейді"));
    assert!(html.contains("&lt;b&gt;OFFICE") && !html.contains("<b>OFFICE"));
    for outside in ["<script", "href=", "src=", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    let json: Value = serde_json::from_str(&page(&["--format", "json"]).out).expect("json");
    let entry = json["indicators"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["indicator"] == "IN_STUD"));
    let entry = entry.expect("inbound students");
    assert_eq!((&entry["source"], &entry["sources"]), (&"<b>OFFICE</b>".into(), &2.into()));
    assert_eq!(entry["comparators"][0]["figure"]["value"], 9000.0);
    assert_eq!(json["partners"][0]["partners"][0]["partner"], "CHN");
    assert!(json["missing"].as_array().expect("missing").contains(&"GERD_GDP".into()));
    let text = page(&["--format", "text", "--lang", "ru"]).out;
    assert!(text.contains("Чего не хватает") && text.contains("Китай"));
    assert_eq!(page(&["--format", "text", "--lang", "ru"]).out, text);
}

#[test]
fn values_are_numbers_in_the_unit_that_is_told() {
    let rows = "\
indicator,ref_area,time_period,obs_value,unit,source
SCH_OUT_R,KZ,2031,9.5e-3,share,A
SCH_OUT_R,KZ,2032,0.0095,share,A
SCH_OUT,KZ,2031,\"1,234\",persons,A
SCH_OUT,KZ,2032,1 234,persons,A
SCH_OUT,KZ,2033,+1.5E3,persons,A
";
    let dir = folder(&[("figures.csv", rows)]);
    let compute = ["indicators", "compute", ".", "--area", "KAZ"];
    let ran = run(dir.path(), &[&compute[..], &["--format", "json"]].concat()).ends(0).json();
    let values = ran["values"].as_array().expect("values");
    let told: Vec<(&str, &str, f64)> = values
        .iter()
        .map(|one| {
            let text = |name: &str| one[name].as_str().expect("a text");
            (text("indicator"), text("period"), one["value"].as_f64().expect("a number"))
        })
        .collect();
    let expected = [
        ("SCH_OUT", "2031", 1234.0),
        ("SCH_OUT", "2032", 1234.0),
        ("SCH_OUT", "2033", 1500.0),
        ("SCH_OUT_R", "2031", 9.5),
        ("SCH_OUT_R", "2032", 9.5),
    ];
    assert_eq!(told, expected);
    let csv = run(dir.path(), &compute).ends(0).out;
    assert!(csv.contains("SCH_OUT_R,KAZ,W,2031,9.5,per_1000") && !csv.contains("1,234"), "{csv}");
}

#[test]
fn the_page_has_words_directions_and_marks_and_no_shares_of_balances() {
    let rows = "\
indicator,ref_area,partner_area,education,time_period,obs_value,unit,source,status
MIG_ARR,KZ,UZ,,2031,400,persons,A,
MIG_DEP,KZ,UZ,,2031,100,persons,A,
MIG_ARR,KZ,RU,,2031,100,persons,A,
MIG_DEP,KZ,RU,,2031,900,persons,A,
MIG_ARR,KZ,W,,2031-S1,510,persons,A,P
MIG_DEP_EDU,KZ,W,HIGHER,2031-S1,300,persons,A,
FLQ,KZ,W,,2031,22000,,A,U
RES_MIO,KZ,W,,2031,703,per_million,A,
";
    let dir = folder(&[("figures.csv", rows)]);
    let page = |more: &[&str]| {
        run(dir.path(), &[&["indicators", "profile", ".", "--area", "KAZ"], more].concat()).ends(0)
    };
    let json: Value = serde_json::from_str(&page(&["--format", "json"]).out).expect("json");
    let partners = json["partners"].as_array().expect("partners");
    let of = |id: &str| partners.iter().find(|one| one["indicator"] == id).expect("an indicator");
    assert_eq!(
        (&of("MIG_ARR")["moves"], &of("MIG_ARR")["partners"][0]["share"]),
        (&"in".into(), &0.8.into())
    );
    assert_eq!(of("MIG_NET")["partners"][0]["partner"], "RUS");
    for id in ["MIG_NET", "MIG_EFFECT"] {
        assert!(
            of(id)["partners"]
                .as_array()
                .expect("partners")
                .iter()
                .all(|one| one["share"].is_null())
        );
    }
    assert_eq!(json["doubtful"][0]["figures"][0]["value"], 22000.0);
    assert!(!json["missing"].as_array().expect("missing").contains(&"FLQ".into()));
    let html = page(&["--lang", "en"]).out;
    // Arrivals, departures and the balance are drawn, the ratio is not.
    assert_eq!(html.matches("class=\"flows\"").count(), 3);
    assert_eq!(html.matches("<g class=\"in\">").count(), 3);
    assert_eq!(html.matches("<g class=\"out\">").count(), 3);
    assert!(html.contains("80.0%") && !html.contains(">0%<"), "{html}");
    let russian = page(&["--lang", "ru", "--format", "text"]).out;
    for words in [
        "510ᵖ (первое полугодие 2031",
        "высшее образование: 300",
        "Только сомнительные данные",
        "2031: 22",
        "предварительное",
    ] {
        assert!(russian.contains(words), "{words}: {russian}");
    }
    for code in ["HIGHER", "2031-S1", "миллион жителей, на миллион"] {
        assert!(!russian.contains(code), "{code}: {russian}");
    }
}

#[test]
fn damaged_files_are_told_and_no_name_is_made_up() {
    let dir = folder(&[("empty.csv", ""), ("bytes.csv", "\u{1}\u{2},\u{0}\n\u{3}")]);
    let told = run(dir.path(), &["indicators", "compute", ".", "--lang", "en"]).ends(1).err;
    assert_eq!(told.matches("is empty or damaged").count(), 2, "{told}");
    assert!(!told.contains("nothing is to be done"), "{told}");
    let dir = folder(&[("figures.csv", FIGURES), ("empty.csv", "")]);
    let told = run(dir.path(), &["indicators", "compute", ".", "--lang", "en"]).ends(0).err;
    assert!(told.contains("is empty or damaged"), "{told}");
    let unknown = ["indicators", "compute", ".", "--area", "Qqqqqqqq", "--lang", "en"];
    let told = run(dir.path(), &unknown).ends(1).err;
    assert!(told.contains("no area is known") && !told.contains("nearest"), "{told}");
}

#[test]
fn russian_messages_have_decimal_commas_and_names_of_areas() {
    let rows = "\
indicator,ref_area,time_period,obs_value,unit,source
RES_MIO,KZ,2031,1.5,per_million,A
RES_MIO,KZ,2031,1.25,per_million,B
HE_FOR,KZ,1985,100,persons,A
";
    let dir = folder(&[("figures.csv", rows)]);
    let quality = ["stats", "quality", ".", "--format", "json", "--lang", "ru"];
    let told = run(dir.path(), &quality).ends(0).out;
    assert!(told.contains("16,7 %") && told.contains("1,25 (2031; B)"), "{told}");
    assert!(told.contains("СССР") && !told.contains("SUN"), "{told}");
}

#[test]
fn a_study_has_values_checks_and_a_page_of_its_own_rows() {
    let sample = Sample::tiny();
    let ran = sample.daryn(&["indicators", "compute", "."]).ends(0);
    assert!(ran.out.contains("statistics.csv:2"), "{}", ran.out);
    sample.daryn(&["stats", "quality", ".", "--format", "json"]).ends(0);
}

#[test]
fn bad_input_ends_with_one_and_a_clear_word() {
    let dir = folder(&[("figures.csv", FIGURES)]);
    let fails =
        |arguments: &[&str]| run(dir.path(), &[arguments, &["--format", "json"]].concat()).ends(1);
    let told = |arguments: &[&str], code: &str| {
        let ran = run(dir.path(), arguments).ends(1);
        assert!(ran.err.contains("error: "), "{}", ran.err);
        assert!(!ran.err.contains("indicators-"), "{code}: {}", ran.err);
    };
    let compute = |more: &[&'static str]| [&["indicators", "compute", "."], more].concat();
    for arguments in [
        compute(&["--area", "Kazakhstn"]),
        compute(&["--indicator", "OUT_RATOI"]),
        vec!["indicators", "compute", "nowhere"],
        vec!["stats", "quality", "figures.csv"],
    ] {
        told(&arguments, "input");
        fails(&arguments);
    }
    let ran = run(dir.path(), &compute(&["--indicator", "OUT_RATOI"])).ends(1);
    assert!(ran.err.contains("OUT_RATIO"), "{}", ran.err);
    fs::write(dir.path().join("indicators.toml"), CIRCLE).expect("written");
    let ran = run(dir.path(), &compute(&[])).ends(1);
    assert!(
        ran.err.contains("indicators.toml:1") && ran.err.contains("TWO → ONE → TWO")
            || ran.err.contains("ONE → TWO → ONE"),
        "{}",
        ran.err
    );
    fs::write(
        dir.path().join("indicators.toml"),
        CIRCLE.replace("formula = \"TWO\"", "formula = \"SCH_IN + GERD\""),
    )
    .expect("written");
    let ran = run(dir.path(), &compute(&[])).ends(1);
    assert!(ran.err.contains("`person` and `KZT`"), "{}", ran.err);
    let empty = folder(&[("names.csv", "id,name\n1,a\n")]);
    let ran = run(empty.path(), &["stats", "quality", "."]).ends(1);
    assert!(ran.err.contains("no file in . holds observations"), "{}", ran.err);
}

const CIRCLE: &str = r#"[[indicator]]
id = "ONE"
theme = "migration"
name_en = "One"
definition_en = "One."
coverage = "national"
unit = "persons"
kind = "flow"
interpretation_en = "One."
formula = "TWO"

[[indicator]]
id = "TWO"
theme = "migration"
name_en = "Two"
definition_en = "Two."
coverage = "national"
unit = "persons"
kind = "flow"
interpretation_en = "Two."
formula = "ONE"
"#;

/// Issues of a folder of figures that others brought.
fn issues_of(name: &str) -> Option<Vec<Value>> {
    let path = shared(name)?;
    let path = path.display().to_string();
    let json =
        run(&std::env::temp_dir(), &["stats", "quality", &path, "--format", "json"]).ends(0).json();
    json["issues"].as_array().cloned()
}

/// Whether an issue of a kind, area and period says all of these.
fn says(issues: &[Value], kind: &str, area: &str, period: &str, words: &[&str]) {
    let found = issues.iter().any(|issue| {
        let message = issue["message"].as_str().unwrap_or_default();
        issue["kind"] == kind
            && issue["area"] == area
            && issue["period"].as_str().is_some_and(|own| own.contains(period))
            && words.iter().all(|word| message.contains(word))
    });
    assert!(found, "{kind} {area} {period} {words:?}");
}

#[test]
fn traps_of_the_evidence_are_caught() {
    let Some(issues) = issues_of("../evidence") else { return };
    let says = |kind, area, period, words: &[&str]| says(&issues, kind, area, period, words);
    says("sources-differ", "KAZ", "2024/2025", &["28458", "31500"]);
    says("derived", "KAZ", "2021", &["10980"]);
    says("derived", "KAZ", "2021", &["32190"]);
    says("part-year", "KAZ", "2017-M01/M09", &[]);
    says("sources-differ", "IND", "2021", &["508200", "1158702"]);
    says("sources-differ", "IND", "2021–2024", &["508200", "1335878"]);
    says("opposite-change", "KAZ", "2011–2012", &["385.91519 → 612.18307", "694 → 611"]);
    says("jump", "KAZ", "2012", &["385.91519", "612.18307"]);
}

#[test]
fn traps_of_files_of_statistics_are_caught() {
    let Some(issues) = issues_of("statistics") else { return };
    let says = |kind, area, period, words: &[&str]| says(&issues, kind, area, period, words);
    says("zero-missing", "KAZ", "2000–2022", &["23"]);
    says("zero-missing", "KAZ", "2022", &["-18917"]);
    says("zero-missing", "KAZ", "2023", &["-18917"]);
    says("modelled", "KAZ", "1960–2023", &[]);
    says("sources-differ", "KAZ", "2018", &["0.12286", "2020", "0.11683", "2026-07-13"]);
    says("aggregate-among-countries", "", "", &["AFE"]);
}

#[test]
fn published_rates_of_scholars_are_told_together() {
    // The third publication stands in no file: 69 of 3,980 (Sanlitürk and others, 2023).
    let dir = folder(&[(
        "rates.csv",
        "indicator,ref_area,time_period,obs_value,unit,source\n\
         SCH_OUT,KZ,2017,128,persons,Scopus\nSCH_POP,KZ,2017,11942,persons,Scopus\n\
         SCH_OUT,KZ,2017,220,persons,OpenAlex\nSCH_POP,KZ,2017,6013,persons,OpenAlex\n\
         SCH_OUT,KZ,2017,69,persons,PNAS\nSCH_POP,KZ,2017,3980,persons,PNAS\n",
    )]);
    let json = run(dir.path(), &["stats", "quality", ".", "--format", "json"]).ends(0).json();
    let issues = json["issues"].as_array().cloned().expect("issues");
    says(&issues, "sources-differ", "KAZ", "2017", &["10.7185", "17.3367", "36.5874"]);
    let Some(issues) = issues_of("mpidr_scholarly_migration") else { return };
    says(&issues, "sources-differ", "KAZ", "2017", &["36.5874", "10.7185"]);
}
