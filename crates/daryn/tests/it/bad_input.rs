//! Bad input: each problem with its code, file, line and hint, exit code 1, and nothing written.

use std::fs;

use serde_json::Value;

use crate::sample::Sample;

/// A mistake and how it must be told.
struct Mistake {
    name: &'static str,
    make: fn(&Sample),
    code: &'static str,
    file: &'static str,
    line: u64,
    /// A word of the message or hint that helps.
    says: &'static str,
}

const fn mistake(
    name: &'static str,
    make: fn(&Sample),
    code: &'static str,
    place: (&'static str, u64),
    says: &'static str,
) -> Mistake {
    Mistake { name, make, code, file: place.0, line: place.1, says }
}

const MISTAKES: &[Mistake] = &[
    mistake(
        "unknown column",
        |s| s.replace("documents.csv", "act_type,", "act_tipe,"),
        "unknown-field",
        ("documents.csv", 1),
        "act_type",
    ),
    mistake(
        "unknown key",
        |s| s.replace("study.toml", "country = ", "county = "),
        "unknown-field",
        ("study.toml", 12),
        "country",
    ),
    mistake(
        "unknown table",
        |s| s.replace("study.toml", "[files]", "[fils]"),
        "unknown-field",
        ("study.toml", 26),
        "files",
    ),
    mistake(
        "text for a number",
        |s| s.replace("statistics.csv", "52.0", "52%"),
        "wrong-type",
        ("statistics.csv", 3),
        "52%",
    ),
    mistake(
        "a decimal comma",
        |s| s.replace("statistics.csv", "52.0", "\"52,0\""),
        "wrong-type",
        ("statistics.csv", 3),
        "52,0",
    ),
    mistake(
        "text for an integer in TOML",
        |s| s.replace("study.toml", "period_start = 2018", "period_start = \"2018a\""),
        "wrong-type",
        ("study.toml", 13),
        "period_start",
    ),
    mistake(
        "a word that is not a code",
        |s| s.replace("documents.csv", "corpus,whole", "corpus,all"),
        "unknown-code",
        ("documents.csv", 2),
        "whole",
    ),
    mistake(
        "missing required value",
        |s| s.replace("measures.csv", "act_text", ""),
        "missing-field",
        ("measures.csv", 2),
        "evidence_kind",
    ),
    mistake(
        "missing file",
        |s| fs::remove_file(s.dir.join("bodies.csv")).expect("removed"),
        "missing-file",
        ("study.toml", 29),
        "bodies.csv",
    ),
    mistake(
        "dangling reference",
        |s| s.replace("measures.csv", ",MES,60,", ",MEZ,60,"),
        "dangling-reference",
        ("measures.csv", 2),
        "MES",
    ),
    mistake(
        "dangling series",
        |s| s.replace("hypotheses.toml", "return-kz", "return-kk"),
        "dangling-reference",
        ("hypotheses.toml", 12),
        "return-kz",
    ),
    mistake(
        "the same record twice",
        |s| {
            let line = s.read("areas.csv").lines().nth(1).expect("a row").to_owned();
            s.write("areas.csv", &format!("{}{line}\n", s.read("areas.csv")));
        },
        "duplicate-key",
        ("areas.csv", 4),
        "KZ",
    ),
    mistake(
        "the same key twice in TOML",
        |s| s.replace("study.toml", "seed = 1\n", "seed = 1\nseed = 2\n"),
        "duplicate-key",
        ("study.toml", 19),
        "seed",
    ),
    mistake(
        "two observations under one key",
        |s| s.replace("statistics.csv", "RETURN,KZ,2021,", "RETURN,KZ,2020,"),
        "duplicate-observation",
        ("statistics.csv", 3),
        "vintage",
    ),
    mistake(
        "wrong unit",
        |s| {
            s.replace("units.csv", "PC,", "PM,per mille,промилле,промилле,‰,‰,‰\nPC,");
            s.replace("indicators.csv", "PC", "PM");
        },
        "wrong-unit",
        ("statistics.csv", 2),
        "PM",
    ),
    mistake(
        "impossible date",
        |s| s.replace("documents.csv", "2019-03-01", "2019-02-30"),
        "impossible-date",
        ("documents.csv", 2),
        "2019-02-30",
    ),
    mistake(
        "impossible period",
        |s| s.replace("statistics.csv", "KZ,2021,", "KZ,2021-S3,"),
        "impossible-period",
        ("statistics.csv", 3),
        "2021-S3",
    ),
    mistake(
        "windows-1251",
        |s| {
            let mut bytes = s.read("areas.csv").into_bytes();
            bytes.extend(b"XX,\xca\xe0\xe7,,,no\n");
            fs::write(s.dir.join("areas.csv"), bytes).expect("written");
        },
        "bad-encoding",
        ("areas.csv", 4),
        "windows-1251",
    ),
    mistake(
        "UTF-16",
        |s| {
            let bytes: Vec<u8> = [0xFEFF_u16]
                .into_iter()
                .chain(s.read("areas.csv").encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect();
            fs::write(s.dir.join("areas.csv"), bytes).expect("written");
        },
        "bad-encoding",
        ("areas.csv", 1),
        "UTF-16",
    ),
    mistake(
        "wrong number of fields",
        |s| s.replace("areas.csv", "PL,Poland,", "PL,Poland,,"),
        "wrong-field-count",
        ("areas.csv", 3),
        "5",
    ),
    mistake(
        "an open quote",
        |s| s.replace("areas.csv", "PL,Poland", "PL,\"Poland"),
        "open-quote",
        ("areas.csv", 3),
        "",
    ),
    mistake(
        "year outside the study",
        |s| s.replace("statistics.csv", "KZ,2021,", "KZ,1921,"),
        "year-outside-study",
        ("statistics.csv", 3),
        "1921",
    ),
    mistake(
        "support that comes back to itself",
        |s| s.replace("hypotheses.toml", "rule = \"R1\"", "rule = \"R1\"\nbuilds_on = [\"H1\"]"),
        "support-cycle",
        ("hypotheses.toml", 1),
        "H1",
    ),
    mistake(
        "a series that counts two things",
        |s| {
            s.replace("statistics.csv", "RETURN,KZ,2022", "RETURN,PL,2022");
        },
        "mixed-series",
        ("statistics.csv", 4),
        "ref_area",
    ),
    mistake(
        "no threshold",
        |s| s.replace("hypotheses.toml", "at_most = 59.9\n", ""),
        "missing-parameter",
        ("hypotheses.toml", 12),
        "at_least",
    ),
    mistake(
        "a judgement off the scale",
        |s| s.replace("recommendations.toml", "speed = 4", "speed = 9"),
        "out-of-range",
        ("recommendations.toml", 1),
        "9",
    ),
    mistake(
        "no such SDG target",
        |s| {
            s.replace("measures.csv", "evidence_kind", "sdg_targets,evidence_kind");
            s.replace("measures.csv", "act_text", "4.99,act_text");
        },
        "unknown-sdg-target",
        ("measures.csv", 2),
        "4.99",
    ),
    mistake(
        "an address that runs a script",
        |s| s.replace("documents.csv", "https://example.org/d1", "javascript:alert(1)"),
        "wrong-type",
        ("documents.csv", 2),
        "http",
    ),
    mistake(
        "a file outside the folder",
        |s| s.replace("study.toml", "bodies = \"bodies.csv\"", "bodies = \"../bodies.csv\""),
        "path-outside",
        ("study.toml", 29),
        "../bodies.csv",
    ),
    mistake(
        "a target without a value",
        |s| s.replace("measures.csv", ",60,", ",,"),
        "target-without-value",
        ("targets.csv", 2),
        "M1",
    ),
    mistake(
        "broken TOML",
        |s| s.replace("rules.toml", "min_testable = 1", "min_testable = "),
        "bad-toml",
        ("rules.toml", 3),
        "",
    ),
    mistake(
        "no file of the study",
        |s| fs::remove_file(s.dir.join("study.toml")).expect("removed"),
        "no-study",
        ("study.toml", 0),
        "daryn new",
    ),
    mistake(
        "a number of a practice that the recommendation does not name",
        |s| {
            crate::transfer::judged(s, "same", "same");
            s.replace("recommendations.toml", "practices = [\"P1\"]", "practices = []");
        },
        "transfer-of-other-practice",
        ("recommendations.toml", 19),
        "P1",
    ),
    mistake(
        "a judgement that is none of the codes",
        |s| crate::transfer::judged(s, "sane", "same"),
        "unknown-code",
        ("recommendations.toml", 21),
        "same, different, unknown",
    ),
    mistake(
        "a judgement on a number that is not there",
        |s| {
            crate::transfer::judged(s, "same", "same");
            s.replace("recommendations.toml", "effect = \"E1\"", "effect = \"E9\"");
        },
        "dangling-reference",
        ("recommendations.toml", 19),
        "E9",
    ),
    mistake(
        "a judgement without a case",
        |s| {
            crate::transfer::judged(s, "same", "different");
            s.replace("recommendations.toml", "case_condition_", "# case_condition_");
        },
        "match-without-words",
        ("recommendations.toml", 19),
        "case_condition_en (A1)",
    ),
    mistake(
        "a judgement on a number without a condition",
        |s| {
            crate::transfer::judged(s, "unknown", "same");
            s.replace("effects.csv", "with an offer,при приглашении,шақыру болса", ",,");
        },
        "match-without-words",
        ("recommendations.toml", 19),
        "condition_en (E1)",
    ),
    mistake(
        "a number judged twice",
        |s| {
            crate::transfer::judged(s, "same", "same");
            let text = s.read("recommendations.toml");
            let at = text.find("[[recommendation.transfer]]").expect("a judgement");
            let end = text.find("[ranking]").expect("a ranking");
            let twice = format!("{}{}{}", &text[..end], &text[at..end], &text[end..]);
            s.write("recommendations.toml", &twice);
        },
        "duplicate-key",
        ("recommendations.toml", 27),
        "E1",
    ),
    mistake(
        "a count of practices that asks for what measures have",
        |s| {
            s.replace(
                "hypotheses.toml",
                "test = \"series_value\"\nseries = [\"return-kz\"]\nat_most = 59.9",
                "test = \"practice_count\"\nof = { functions = [\"return\"], polarity = \"supports\" }\n\
                 at_least = 1",
            );
        },
        "key-of-measures",
        ("hypotheses.toml", 18),
        "of.polarity",
    ),
    mistake("an empty file", |s| s.write("bodies.csv", ""), "no-header", ("bodies.csv", 1), ""),
];

#[test]
fn every_mistake_is_told_with_its_place_and_nothing_is_written() {
    for mistake in MISTAKES {
        let name = mistake.name;
        let sample = Sample::tiny();
        (mistake.make)(&sample);
        let before = sample.files();
        let ran = sample.daryn(&["check", "--format", "json"]).ends(1);
        let json = ran.json();
        let problems = json["diagnostics"].as_array().expect("problems");
        let found = problems.iter().find(|problem| {
            problem["code"] == mistake.code
                && problem["file"] == mistake.file
                && problem["line"] == mistake.line
        });
        let Some(problem) = found else { panic!("{name}: {json:#}") };
        assert_eq!(problem["severity"], "error", "{name}");
        let words = |field: &str| problem[field].as_str().unwrap_or_default().to_owned();
        assert!(!words("message").is_empty() && !words("hint").is_empty(), "{name}");
        let told = words("message") + " " + &words("hint");
        assert!(told.contains(mistake.says), "{name}: {told}");
        sample.daryn(&["run"]).ends(1);
        assert_eq!(sample.files(), before, "{name}: something was written");
    }
}

#[test]
fn mistakes_are_told_in_the_language_of_the_user() {
    for (lang, error, hint) in [("ru", "ошибка", "подсказка"), ("kk", "қате", "кеңес")]
    {
        for mistake in MISTAKES {
            let sample = Sample::tiny();
            (mistake.make)(&sample);
            let ran = sample.daryn(&["--lang", lang, "check"]).ends(1);
            let told = ran.out + &ran.err;
            assert!(told.contains(error) && told.contains(hint), "{}: {told}", mistake.name);
            assert!(!told.contains("diag-"), "{}: {told}", mistake.name);
        }
    }
}

#[test]
fn a_study_with_many_mistakes_tells_them_all_at_once() {
    let sample = Sample::tiny();
    sample.replace("documents.csv", "2019-03-01", "2019-02-30");
    sample.replace("statistics.csv", "52.0", "x");
    sample.replace("areas.csv", "PL,Poland,", "PL,Poland,,");
    let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    for code in ["impossible-date", "wrong-type", "wrong-field-count"] {
        assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
    }
}

#[test]
fn an_empty_study_is_told_as_empty() {
    let sample = Sample::empty("empty");
    let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert!(codes.contains(&"empty-study".to_owned()), "{codes:?}");
    sample.daryn(&["run"]).ends(1);
    assert!(!sample.dir.join("report").exists() && !sample.dir.join("daryn.lock").exists());
}

#[test]
fn a_missing_translation_is_a_warning_and_is_seen_in_the_report() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "Үйге қайту жолын төлеу", "");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), ["missing-translation"]);
    sample.daryn(&["run"]).ends(0);
    let page = sample.read("report/kk/index.html");
    assert!(page.contains(r#"class="fallback" lang="en""#));
    assert!(page.contains("Pay for the way home"));
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let texts = report["claims"].as_array().expect("claims");
    assert!(texts.iter().any(|claim| {
        claim["text"]["kk"].as_str().is_some_and(|text| text.contains("Pay for the way home [en]"))
    }));
}

#[test]
fn what_a_study_says_cannot_become_markup() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "Pay for the way home", "<script>alert(1)</script> & “x”");
    sample.daryn(&["run"]).ends(0);
    let page = sample.read("report/en/index.html");
    assert!(!page.contains("<script>alert"), "a study may not write markup");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
}

#[test]
fn line_ends_and_a_byte_order_mark_do_not_matter() {
    let sample = Sample::tiny();
    for file in ["documents.csv", "measures.csv", "study.toml", "hypotheses.toml"] {
        let text = sample.read(file).replace('\n', "\r\n");
        sample.write(file, &format!("\u{feff}{text}"));
    }
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
    sample.daryn(&["run"]).ends(0);
    sample.daryn(&["verify"]).ends(0);
}
