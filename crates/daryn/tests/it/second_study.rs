//! A study of another country and another question, made from `daryn new`, CSV and TOML alone.
//! The country and every figure are made up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::sample::Sample;

/// Do the three plans of Freeland keep its nurses?
fn freeland() -> Sample {
    let sample = Sample::empty("Медсестры Фриландии");
    for (file, text) in FILES {
        sample.write(file, text);
    }
    sample
}

#[test]
fn a_second_study_has_every_chapter_and_verdicts_of_its_own() {
    let sample = freeland();
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), [""; 0]);
    sample.daryn(&["run"]).ends(0);
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let chapters: BTreeSet<&str> = report["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter_map(|claim| claim["chapter"].as_str())
        .collect();
    for chapter in [
        "evolution",
        "governance",
        "alignment",
        "effectiveness",
        "practice",
        "findings",
        "recommendations",
        "limits",
        "sources",
    ] {
        assert!(chapters.contains(chapter), "{chapter}");
    }
    let verdicts: BTreeMap<&str, &str> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter_map(|finding| Some((finding["id"].as_str()?, finding["verdict"].as_str()?)))
        .collect();
    let expected = [
        ("finding:N1", "supported"),
        ("finding:N2", "contradicted"),
        ("finding:N3", "mixed"),
        ("finding:N4", "supported"),
        ("finding:N5", "not_testable"),
    ];
    assert_eq!(verdicts, expected.into());
    // The advice about a contradicted statement is gone, the other one is there.
    let advice = report["recommendations"].as_array().expect("recommendations");
    assert_eq!(advice.len(), 1);
    assert_eq!(advice[0]["id"], "recommendation:B1");
    assert_eq!(advice[0]["rank_acceptability"], serde_json::json!([1.0]));
    assert!(!sample.dir.join("report/kk").exists(), "Kazakh was not asked for");
    for lang in ["en", "ru"] {
        let page = sample.read(&format!("report/{lang}/index.html"));
        for word in ["Kazakhstan", "Казахстан", "Қазақстан"] {
            assert!(!page.contains(word), "{lang}: {word}");
        }
    }
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn an_undecided_study_says_what_would_decide_it() {
    let sample = freeland();
    // Nothing was read whole: every count of measures becomes a lower bound.
    sample.replace("documents.csv", ",whole,", ",none,");
    sample.daryn(&["run"]).ends(0);
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let verdict = |id: &str| {
        let findings = report["findings"].as_array().expect("findings");
        findings.iter().find(|finding| finding["id"] == id).map(|f| f["verdict"].clone())
    };
    for id in ["finding:N1", "finding:N2", "finding:N3"] {
        assert_eq!(verdict(id), Some("not_testable".into()), "{id}");
    }
    // Figures do not depend on the reading of documents.
    assert_eq!(verdict("finding:N4"), Some("supported".into()));
    let page = sample.read("report/en/index.html");
    assert!(page.contains("What would make it testable: the full texts of the three plans."));
}

/// Nothing about the built-in case lives in the code: names of its country stand in comments at
/// most, and in the files of the languages.
#[test]
fn no_code_knows_the_built_in_case() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("crates");
    let mut open = vec![crates.to_owned()];
    let mut seen = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|kind| kind == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
            && !path.components().any(|part| part.as_os_str() == "tests")
        {
            seen += 1;
            let text = fs::read_to_string(&path).expect("text");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                // KZ-1048 is the name of a standard for letters and KZT that of a currency, not of a
                // case.
                let line = line.replace("KZ-1048", "").replace("KZ_1048", "").replace("KZT", "");
                for word in ["Kazakhstan", "kazakhstan", "KZ", "Bolashak", "Казахстан"] {
                    assert!(!line.contains(word), "{}: {line}", path.display());
                }
            }
        }
    }
    assert!(seen > 50, "{seen} files");
}

const FILES: [(&str, &str); 17] = [
    (
        "study.toml",
        r#"[study]
id = "freeland-nurses"
title_en = "Do the plans of Freeland keep its nurses?"
title_ru = "Удерживают ли планы Фриландии медсестер?"
question_en = "Do nurses stay, as far as three plans and the figures show?"
question_ru = "Остаются ли медсестры, насколько показывают три плана и данные?"
policy_en = "health workforce policy"
policy_ru = "кадровая политика здравоохранения"
country = "FL"
period_start = 2010
period_end = 2024
comparators = ["NL1", "NL2", "NL3"]
languages = ["en", "ru"]
authors = ["B. Author"]
coder_en = "one coder"
coder_ru = "один кодировщик"
seed = 5
seen_on = 2026-01-31

[[study.caveats]]
text_en = "The register counts licences, not people."
text_ru = "Реестр считает лицензии, а не людей."
concerns = ["nurses-fl"]

[[study.charts]]
id = "nurses"
indicator = "NURSE"
series = ["nurses-fl", "nurses-nl1", "nurses-nl2", "nurses-nl3"]

[files]
documents = "documents.csv"
measures = "measures.csv"
bodies = "bodies.csv"
statistics = "statistics.csv"
indicators = "indicators.csv"
definitions = "definitions.csv"
units = "units.csv"
sources = "sources.csv"
areas = "areas.csv"
targets = "targets.csv"
practices = "practices.csv"
effects = "effects.csv"
references = "references.csv"
searches = "searches.csv"
events = "events.csv"
hypotheses = "hypotheses.toml"
rules = "rules.toml"
recommendations = "recommendations.toml"
other = ["README.md"]
"#,
    ),
    (
        "documents.csv",
        "id,title_en,title_ru,issuers,act_type,adopted,role,coverage,all_measures,source_url\n\
         PLAN10,Plan of 2010,План 2010 года,MOH,strategy,2010-05-01,corpus,whole,yes,https://example.org/10\n\
         PLAN15,Plan of 2015,План 2015 года,MOH,strategy,2015-11-01,corpus,whole,yes,https://example.org/15\n\
         PLAN20,Plan of 2020,План 2020 года,MOH;MOE,strategy,2020-05-01,corpus,whole,yes,https://example.org/20\n",
    ),
    (
        "measures.csv",
        "id,document,text_en,text_ru,domain,functions,polarity,instrument,bodies,deadline,deadline_kind,\
         indicator_text_en,indicator_text_ru,baseline,target_value,target_unit_en,target_unit_ru,\
         target_year,sdg_targets,evidence_kind,source_url\n\
         N01,PLAN10,Raise pay,Повысить оплату,labour,retain,supports,financial,MOH,2014,set,Pay,Оплата,,,,,,3.c,act_text,https://example.org/10\n\
         N02,PLAN15,Keep nurses,Удержать медсестер,labour,retain,supports,financial,MOH,2020,set,Nurses,Медсестры,8.1,8.5,per 1000,на 1000,2020,3.c,act_text,https://example.org/15\n\
         N03,PLAN15,Train nurses,Готовить медсестер,education,train,supports,financial,MOH,2020,set,Places,Места,100,200,places,мест,2020,3.c;4.3,act_text,https://example.org/15\n\
         N04,PLAN20,Welcome back,Вернуть уехавших,labour,return,supports,organisational,MOH;MOE,2024,set,Returns,Возвращения,10,50,nurses,медсестер,2024,3.c,act_text,https://example.org/20\n\
         N05,PLAN20,Recognise degrees,Признавать дипломы,education,reintegrate,supports,regulatory,MOE,2024,set,,,,,,,,4.3,act_text,https://example.org/20\n\
         N06,PLAN20,Count leavers,Считать уехавших,labour,monitor,neutral,informational,MOH,2022,set,Register,Реестр,,,,,,17.18,act_text,https://example.org/20\n",
    ),
    (
        "bodies.csv",
        "id,name_en,name_ru,kind\n\
         MOH,Ministry of Health,Министерство здравоохранения,ministry\n\
         MOE,Ministry of Education,Министерство образования,ministry\n",
    ),
    (
        "statistics.csv",
        "indicator,ref_area,time_period,obs_value,unit,source,series,derived,doubtful,kind,source_url\n\
         NURSE,FL,2015,8.1,PT,STAT,nurses-fl,no,no,official,https://example.org/s\n\
         NURSE,FL,2018,8.3,PT,STAT,nurses-fl,no,no,official,https://example.org/s\n\
         NURSE,FL,2020,8.6,PT,STAT,nurses-fl,no,no,official,https://example.org/s\n\
         NURSE,NL1,2020,9.0,PT,STAT,nurses-nl1,no,no,official,https://example.org/s\n\
         NURSE,NL2,2020,7.0,PT,STAT,nurses-nl2,no,no,official,https://example.org/s\n\
         NURSE,NL3,2020,8.0,PT,STAT,nurses-nl3,no,no,official,https://example.org/s\n",
    ),
    ("indicators.csv", "id,name_en,name_ru,unit,direction\nNURSE,Nurses,Медсестры,PT,up\n"),
    ("definitions.csv", "id,text_en,text_ru\nLIC,licensed nurses,медсестры с лицензией\n"),
    (
        "units.csv",
        "id,name_en,name_ru,symbol_en,symbol_ru\nPT,per thousand inhabitants,на тысячу жителей,per 1000,на 1000\n",
    ),
    (
        "sources.csv",
        "id,name_en,name_ru,kind\nSTAT,Statistics Freeland,Статистика Фриландии,statistics_office\n",
    ),
    (
        "areas.csv",
        "code,name_en,name_ru,aggregate\nFL,Freeland,Фриландия,no\nNL1,Northland,Севрландия,no\n\
         NL2,Eastland,Востландия,no\nNL3,Westland,Западландия,no\n",
    ),
    (
        "targets.csv",
        "id,measure,series,unit,comparable,reason_en,reason_ru,direction\n\
         TN1,N02,nurses-fl,PT,yes,the same register,тот же реестр,up\n\
         TN2,N03,,,no,places are not counted,места не считают,up\n",
    ),
    (
        "practices.csv",
        "id,name_en,name_ru,country,functions,results_en,results_ru,design_en,design_ru,grade,references,source_url\n\
         PR1,Bonus,Надбавка,NL1,retain,stayed 12 percent longer,оставались на 12 % дольше,lottery,лотерея,A,REF1,https://example.org/p\n",
    ),
    (
        "references.csv",
        "id,work,year,statement_en,statement_ru,design_en,design_ru,population_en,population_ru\n\
         REF1,\"Doe, J. A bonus lottery\",2019,stayed 12 percent longer,оставались на 12 % дольше,lottery,лотерея,nurses of Northland,медсестры Севрландии\n",
    ),
    (
        "searches.csv",
        "id,date,what_en,what_ru,place_en,place_ru,result,concerns\n\
         SN1,2026-01-31,Budget of the plan,Бюджет плана,example.org,example.org,not_found,PLAN20\n",
    ),
    (
        "hypotheses.toml",
        r#"[[hypothesis]]
id = "N1"
chapter = "evolution"
statement_en = "The plans grew."
statement_ru = "Планы росли."
rule = "RN"
[[hypothesis.predictions]]
id = "N1.a"
text_en = "Each plan has more measures than the one before."
text_ru = "В каждом плане мер больше, чем в предыдущем."
test = "count_trend"
scope = "corpus"
at_least = 0.9
reason_en = "a strict order"
reason_ru = "строгий порядок"
needs_en = "the full texts of the three plans."
needs_ru = "полные тексты трех планов."

[[hypothesis]]
id = "N2"
chapter = "governance"
statement_en = "Measures have no deadline."
statement_ru = "У мер нет срока."
rule = "RN"
gap_en = "no deadlines"
gap_ru = "нет сроков"
[[hypothesis.predictions]]
id = "N2.a"
text_en = "At most a quarter of the measures have a deadline."
text_ru = "Срок есть не более чем у четверти мер."
test = "measure_share"
scope = "corpus"
at_most = 25
reason_en = "a clear minority"
reason_ru = "явное меньшинство"
[hypothesis.predictions.of]
known = ["deadline"]

[[hypothesis]]
id = "N3"
chapter = "alignment"
statement_en = "The plans serve health and decent work."
statement_ru = "Планы служат здоровью и достойному труду."
rule = "RN"
[[hypothesis.predictions]]
id = "N3.a"
text_en = "At least half of the measures correspond to target 3.c."
text_ru = "Задаче 3.c соответствует не менее половины мер."
test = "measure_share"
scope = "corpus"
at_least = 50
reason_en = "half"
reason_ru = "половина"
[hypothesis.predictions.of]
sdg_targets = ["3.c"]
[[hypothesis.predictions]]
id = "N3.b"
text_en = "At least one measure corresponds to target 8.8."
text_ru = "Задаче 8.8 соответствует не менее одной меры."
test = "measure_count"
scope = "corpus"
at_least = 1
reason_en = "one is enough"
reason_ru = "достаточно одной"
[hypothesis.predictions.of]
sdg_targets = ["8.8"]

[[hypothesis]]
id = "N4"
chapter = "effectiveness"
statement_en = "Nurses stay."
statement_ru = "Медсестры остаются."
rule = "RN"
gap_en = "nobody knows whether they stay"
gap_ru = "неизвестно, остаются ли они"
[[hypothesis.predictions]]
id = "N4.a"
text_en = "Half of the targets that fell due were reached."
text_ru = "Достигнута половина целей, срок которых наступил."
test = "targets_reached"
at_least = 50
reason_en = "half"
reason_ru = "половина"
[[hypothesis.predictions]]
id = "N4.b"
text_en = "There are as many nurses as in the median of the neighbours."
text_ru = "Медсестер не меньше, чем в медиане соседей."
test = "comparator_ratio"
series = ["nurses-fl"]
comparators = ["nurses-nl1", "nurses-nl2", "nurses-nl3"]
at_least = 1
reason_en = "the median of the neighbours"
reason_ru = "медиана соседей"

[[hypothesis]]
id = "N5"
chapter = "practice"
statement_en = "A bonus would work here."
statement_ru = "Надбавка сработала бы и здесь."
rule = "RN"
[[hypothesis.predictions]]
id = "N5.a"
text_en = "Nurses with a bonus stay longer."
text_ru = "Медсестры с надбавкой остаются дольше."
test = "needs"
needs_en = "a trial in Freeland."
needs_ru = "испытание во Фриландии."
"#,
    ),
    (
        "rules.toml",
        r#"[[rule]]
id = "RN"
min_testable = 1
supported_from = 75
contradicted_to = 25
reason_en = "A clear majority decides."
reason_ru = "Решает явное большинство."
"#,
    ),
    (
        "recommendations.toml",
        r#"[[recommendation]]
id = "B1"
gap = "N4"
text_en = "Follow nurses by cohort."
text_ru = "Прослеживать медсестер по когортам."
practices = ["PR1"]
feasibility = 4
speed = 3
reason_en = "a register exists"
reason_ru = "реестр есть"
[[recommendation.conditions]]
text_en = "The register must be kept."
text_ru = "Реестр должен вестись."

[[recommendation]]
id = "B2"
gap = "N2"
text_en = "Set deadlines."
text_ru = "Назначить сроки."
practices = []
feasibility = 5
speed = 5
reason_en = "drafting only"
reason_ru = "только подготовка текста"

[ranking]
draws = 500
"#,
    ),
];
