//! Packages of features in a study: its report tells what became of provisions without any text,
//! and `daryn verify` makes the packages again where the texts are at hand.

use std::fs;
use std::path::PathBuf;

use crate::sample::{Sample, shared};

const FIRST: &str = "# Закон\n\n### Статья 1. Врачи\n\nВрачи имеют право получать жилье от государства.\n\n\
    ### Статья 2. Квота\n\nКвоту для кандасов устанавливает Правительство страны.\n";
const SECOND: &str = "# Закон\n\n### Статья 1. Врачи\n\nВрачи имеют право получать жилье от акимата.\n\n\
    ### Статья 2. Квота\n\nКвоту для кандасов устанавливает Правительство страны.\n\n\
    ### Статья 3. Центры\n\nЦентры адаптации создают области и города по своему решению.\n";
const THIRD: &str = "# Закон\n\n\
    ### Статья 1. Квота\n\nКвоту для кандасов устанавливает Правительство страны.\n\n\
    ### Статья 2. Центры\n\nЦентры адаптации создают области и города по своему решению.\n";

/// The tiny study with a package of three editions, and the folder of their texts.
fn with_package() -> (Sample, PathBuf) {
    let sample = Sample::tiny();
    let texts = sample.beside("texts-of-others");
    let act = texts.join("act");
    fs::create_dir_all(&act).expect("made");
    let files = [("ru.2014.md", FIRST), ("ru.2019-05.md", SECOND), ("ru.2023-04-19.md", THIRD)];
    let mut arguments = vec!["features".to_owned()];
    for (name, text) in files {
        fs::write(act.join(name), text).expect("written");
        arguments.push(act.join(name).display().to_string());
    }
    fs::create_dir(sample.dir.join("features")).expect("made");
    arguments.extend(["--out".to_owned(), "features/act.json".to_owned()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    sample.daryn(&arguments).ends(0);
    (sample, texts)
}

/// Some cells of the rows of a table.
fn rows(sample: &Sample, table: &str, wanted: &[&str]) -> Vec<String> {
    let table = sample.read(&format!("report/tables/{table}.csv"));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let place = |name: &&str| head.iter().position(|it| it == *name).expect("a column");
    let places: Vec<usize> = wanted.iter().map(place).collect();
    let row = |row: csv::StringRecord| {
        places.iter().map(|place| row[*place].to_owned()).collect::<Vec<_>>().join(" ")
    };
    reader.records().map(|it| row(it.expect("a row"))).collect()
}

#[test]
fn a_report_tells_what_became_of_provisions_without_any_text() {
    let (sample, _) = with_package();
    sample.daryn(&["run"]).ends(0);
    let counts =
        rows(&sample, "line_changes", &["unit_of_text", "old", "new", "line_status", "units"]);
    let articles: Vec<&str> =
        counts.iter().filter_map(|row| row.strip_prefix("article ")).collect();
    assert_eq!(
        articles,
        [
            "2014 2019-05 kept 1",
            "2014 2019-05 edited 1",
            "2014 2019-05 moved 0",
            "2014 2019-05 new 1",
            "2014 2019-05 dropped 0",
            "2019-05 2023-04-19 kept 2",
            "2019-05 2023-04-19 edited 0",
            "2019-05 2023-04-19 moved 0",
            "2019-05 2023-04-19 new 0",
            "2019-05 2023-04-19 dropped 1",
        ]
    );
    // Results move with the unit, so the other one stands beside it.
    assert!(counts.iter().any(|row| row.starts_with("leaf 2014 ")), "{counts:?}");
    let lives =
        rows(&sample, "line_lives", &["label", "first_edition", "last_edition", "edited_in"]);
    let expected =
        ["1 2014 2019-05 2019-05", "1 2014 2023-04-19 none", "2 2019-05 2023-04-19 none"];
    assert_eq!(lives, expected);
    let survival =
        rows(&sample, "line_survival", &["unit_of_text", "old", "new", "units", "survived"]);
    assert_eq!(survival[1], "article 2014 2023-04-19 2 1");
    let novelty = rows(&sample, "line_novelty", &["edition", "window", "undefined"]);
    assert_eq!(novelty[..2], ["2014 1 nothing-before", "2019-05 1 "]);
    for (lang, word) in
        [("en", "kept 1, edited 1"), ("ru", "изменено — 1"), ("kk", "өзгертілгені — 1")]
    {
        let page = sample.read(&format!("report/{lang}/index.html"));
        for figure in ["lives", "alluvial", "heat", "changed"] {
            assert!(page.contains(&format!("id=\"f-evolution-{figure}\"")), "{lang}: {figure}");
        }
        assert!(page.contains(word), "{lang}: {word}");
        assert!(!page.contains("Врачи имеют"), "a sentence of a text");
    }
    // A number leads to the passages of the package.
    let package: serde_json::Value =
        serde_json::from_str(&sample.read("features/act.json")).expect("JSON");
    let step = &package["alignments"][0]["pairs"];
    let edited = step.as_array().into_iter().flatten().find(|pair| pair["status"] == "edited");
    let edited = edited.expect("a pair");
    let claim = "claim:evolution.lines.act.change.edited.article.0-1";
    let why = sample.daryn(&["why", claim, "--format", "json"]).ends(0).out;
    for (file, side) in [("ru.2014.md", "old"), ("ru.2019-05.md", "new")] {
        let id = edited[side].as_str().expect("an id");
        assert!(why.contains(&format!("passage:features.act/{file}#{id}")), "{why}");
    }
    // The package is an input like any other.
    assert!(sample.read("daryn.lock").contains("features/act.json"));
    assert!(sample.daryn(&["run"]).ends(0).err.contains("up to date"));
}

#[test]
fn an_act_of_the_corpus_is_told_apart_from_the_wider_register() {
    let (sample, _) = with_package();
    let names = |document: &str| {
        let head = "id,name_en,name_ru,name_kk,document,source_url";
        format!("{head}\nact,The act,Акт,Акт,{document},https://example.org/act\n")
    };
    sample.replace("study.toml", "other = [", "packages = \"packages.csv\"\nother = [");
    sample.write("packages.csv", &names(""));
    sample.daryn(&["run"]).ends(0);
    let page = sample.read("report/en/index.html");
    assert!(page.contains("The act – wider register, not of the corpus of the question"));
    sample.write("packages.csv", &names("D1"));
    sample.daryn(&["run"]).ends(0);
    assert!(!sample.read("report/en/index.html").contains("wider register, not of the corpus"));
}

#[test]
fn a_repealed_article_is_no_edited_one_and_its_note_is_never_quoted() {
    let sample = Sample::tiny();
    let repealed = "# Закон\n\n### Статья 1. Врачи\n\n\
        *Сноска. Статья 1 исключена Законом РК от 13.05.2020 № 327-VI.*\n\n\
        ### Статья 2. Квота\n\nКвоту для кандасов устанавливает Парламент страны.\n\n\
        *Сноска. Статья 2 с изменениями от 13.05.2020 № 327-VI.*\n";
    fs::create_dir(sample.dir.join("texts")).expect("made");
    sample.write("texts/D1.2014.md", FIRST);
    sample.write("texts/D1.2019.md", repealed);
    fs::create_dir(sample.dir.join("features")).expect("made");
    let out = ["--out", "features/act.json"];
    sample
        .daryn(&[&["features", "texts/D1.2014.md", "texts/D1.2019.md"][..], &out].concat())
        .ends(0);
    sample.daryn(&["run"]).ends(0);
    let columns = ["unit_of_text", "units", "survived", "survived_repealed", "alive_survived"];
    assert_eq!(rows(&sample, "line_survival", &columns)[0], "article 2 2 1 1");
    let quotes = rows(&sample, "line_most_changed", &["label", "quote_old", "quote_new"]);
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert!(quotes[0].starts_with("2 ") && quotes[0].contains("Парламент"), "{quotes:?}");
    let lives = rows(&sample, "line_lives", &["label", "repealed_in"]);
    assert_eq!(lives, ["1 2019", "2 none"]);
    for lang in ["en", "ru", "kk"] {
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(!page.contains("Сноска"), "{lang}: a note of an editor");
    }
}

#[test]
fn first_words_are_quoted_only_where_the_texts_lie_in_the_study() {
    let (sample, _) = with_package();
    fs::create_dir(sample.dir.join("texts")).expect("made");
    sample.write("texts/D1.2014.md", FIRST);
    sample.write("texts/D1.2019.md", SECOND);
    sample.daryn(&["run"]).ends(0);
    let quotes = rows(&sample, "line_most_changed", &["label", "quote_old", "quote_new"]);
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert!(quotes[0].contains("от государства") && quotes[0].contains("от акимата"), "{quotes:?}");
}

#[test]
fn verify_makes_packages_again_where_their_texts_are_at_hand() {
    let (sample, texts) = with_package();
    let texts = texts.display().to_string();
    sample.daryn(&["run"]).ends(0);
    let given = sample.daryn(&["verify", "--format", "json"]).ends(0).json();
    assert_eq!(given["features"]["given"][0], "features/act.json");
    let told = sample.daryn(&["verify", "--lang", "en"]).ends(0);
    let lines = told.err.lines().chain(told.out.lines());
    assert_eq!(lines.filter(|line| line.contains("taken as given")).count(), 1, "{}", told.err);
    let made = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(0).json();
    assert_eq!(made["features"]["made"][0], "features/act.json");
    // A folder that is not there is none without texts.
    let gone = sample.beside("gone").display().to_string();
    let ran = sample.daryn(&["verify", "--texts", &gone, "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["unreadable-folder"]);
    // A package that tells of other codes than the rules give.
    let package = sample.read("features/act.json");
    sample.write("features/act.json", &package.replacen("\"references\":0", "\"references\":1", 1));
    assert_ne!(package, sample.read("features/act.json"));
    sample.daryn(&["run"]).ends(0);
    sample.daryn(&["verify"]).ends(0);
    let found = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(1).json();
    let found = &found["differences"][0];
    assert_eq!((&found["what"], &found["file"]), (&"features".into(), &"features/act.json".into()));
    assert!(found["message"].as_str().is_some_and(|it| it.contains("documents: ")), "{found}");
    // A text that was changed is found by its name.
    sample.write("features/act.json", &package);
    sample.daryn(&["run"]).ends(0);
    fs::write(sample.beside("texts-of-others/act/ru.2014.md"), SECOND).expect("written");
    sample.daryn(&["verify", "--texts", &texts]).ends(1);
}

/// Acts in which a deadline slips twice, a body changes, a measure is dropped and another is new.
fn editions_of_measures() -> [String; 3] {
    let act = |lines: &[&str]| {
        let lines: Vec<String> =
            lines.iter().enumerate().map(|(at, it)| format!("{}. {it}\n", at + 1)).collect();
        format!("# Правила\n\n{}", lines.join("\n"))
    };
    let centres = |year| {
        format!("Министерство образования создает центры для студентов до 1 июля {year} года.")
    };
    let grants = "Министерство науки присуждает гранты молодым ученым.";
    let others = "Министерство финансов присуждает гранты молодым ученым.";
    let visas = "Органы внутренних дел выдают визы иностранным специалистам.";
    [
        act(&[&centres(2024), grants]),
        act(&[&centres(2026), grants, visas]),
        act(&[&centres(2027), others]),
    ]
}

#[test]
fn measures_live_slip_and_end_in_the_report_without_their_words() {
    let sample = Sample::tiny();
    let texts = sample.beside("texts-of-others");
    fs::create_dir_all(&texts).expect("made");
    let mut arguments = vec!["features".to_owned()];
    for (name, text) in
        ["act.2017.md", "act.2020.md", "act.2023.md"].iter().zip(editions_of_measures())
    {
        fs::write(texts.join(name), text).expect("written");
        arguments.push(texts.join(name).display().to_string());
    }
    fs::create_dir(sample.dir.join("features")).expect("made");
    arguments.extend(["--out".to_owned(), "features/act.json".to_owned()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    sample.daryn(&arguments).ends(0);
    sample.daryn(&["run"]).ends(0);
    let columns = ["old", "new", "line_status", "measures", "of_all_measures"];
    assert_eq!(
        rows(&sample, "line_measure_changes", &columns),
        [
            "2017 2020 kept 1 3",
            "2017 2020 changed 1 3",
            "2017 2020 new 1 3",
            "2017 2020 dropped 0 3",
            "2020 2023 kept 0 3",
            "2020 2023 changed 2 3",
            "2020 2023 new 0 3",
            "2020 2023 dropped 1 3",
        ]
    );
    let columns = ["old", "part", "way", "measures", "passages_old", "passages_new"];
    assert_eq!(
        rows(&sample, "line_measure_ways", &columns),
        [
            "2017 deadline slipped 1 p2 p2",
            "2020 actor changed 1 p3 p3",
            "2020 deadline slipped 1 p2 p2",
        ]
    );
    let columns = ["first_edition", "last_edition", "changed_in", "changed_parts", "passages"];
    assert_eq!(
        rows(&sample, "line_measure_lives", &columns),
        [
            "2017 2023 2020; 2023 deadline; deadline p2 p2 p2",
            "2017 2023 2023 actor p3 p3 p3",
            "2020 2020 none none - p4 -",
        ]
    );
    let stated = rows(&sample, "line_measures", &["edition", "measures_that", "measures"]);
    for row in ["2017 obligation 2", "2020 actor 3", "2023 deadline 1"] {
        assert!(stated.iter().any(|it| it == row), "{row}: {stated:?}");
    }
    // Where rules found none, nothing says that there is none.
    assert!(!stated.iter().any(|it| it.contains(" money ")), "{stated:?}");
    let page = sample.read("report/en/index.html");
    assert!(page.contains("they are not those that people registered"));
    assert!(!page.contains("Measures with known parts are not in the package"));
    for (lang, words) in [
        (
            "en",
            "2017 → 2020, measures (2 before, 3 after): kept 1 (same actor, deadline, money, indicator, form of completion and duty), changed 1, new 1, dropped 0.",
        ),
        (
            "ru",
            "2017 → 2020, меры (было 2, стало 3): сохранено (те же исполнитель, срок, деньги, показатель, форма завершения и обязанность, право или запрет) — 1, изменено — 1, добавлено — 1, исключено — 0.",
        ),
        (
            "kk",
            "2017 → 2020, шаралар (бұрын 2, енді 3): сақталғаны (орындаушысы, мерзімі, қаражаты, көрсеткіші, аяқтау нысаны және міндеті, құқығы не тыйымы сол күйінде) — 1, өзгертілгені — 1, қосылғаны — 1, алып тасталғаны — 0.",
        ),
    ] {
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains(words), "{lang}");
        assert!(!page.contains("молодым ученым"), "{lang}: words of a text that is not shared");
    }
    // A package that counts other measures than the texts hold is found where they are at hand.
    let package = sample.read("features/act.json");
    let forged = package.replacen(
        "\"part\":\"deadline\",\"way\":\"slipped\"",
        "\"part\":\"deadline\",\"way\":\"advanced\"",
        1,
    );
    assert_ne!(package, forged);
    sample.write("features/act.json", &forged);
    sample.daryn(&["run"]).ends(0);
    let texts = texts.display().to_string();
    let found = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(1).json();
    assert!(
        found["differences"][0]["message"].as_str().is_some_and(|it| it.contains("measures")),
        "{found}"
    );
}

#[test]
fn in_one_text_alone_no_measure_lives() {
    let sample = Sample::tiny();
    let texts = sample.beside("texts-of-others");
    fs::create_dir_all(&texts).expect("made");
    fs::write(texts.join("act.2017.md"), &editions_of_measures()[0]).expect("written");
    fs::create_dir(sample.dir.join("features")).expect("made");
    let path = texts.join("act.2017.md").display().to_string();
    sample.daryn(&["features", &path, "--out", "features/act.json"]).ends(0);
    sample.daryn(&["run"]).ends(0);
    assert!(rows(&sample, "line_measure_lives", &["passages"]).is_empty());
    let stated = rows(&sample, "line_measures", &["measures_that", "measures"]);
    assert!(stated.contains(&"actor 2".to_owned()), "{stated:?}");
    let page = sample.read("report/en/index.html");
    assert!(page.contains("measures found 2") && !page.contains("f-evolution-measures"));
}

#[test]
fn measures_of_two_languages_have_no_lives_and_no_changes() {
    let sample = Sample::tiny();
    let texts = sample.beside("texts-of-others");
    fs::create_dir_all(&texts).expect("made");
    let kazakh = "# Қағидалар\n\n1. Білім министрлігі студенттерге арналған орталықтарды құрады.\n\n\
        2. Ғылым министрлігі жас ғалымдарға гранттар береді.\n";
    for (name, text) in [("a.2017.md", editions_of_measures()[0].as_str()), ("a.2020.md", kazakh)] {
        fs::write(texts.join(name), text).expect("written");
    }
    fs::create_dir(sample.dir.join("features")).expect("made");
    let of = |name: &str| texts.join(name).display().to_string();
    let arguments = ["features", &of("a.2017.md"), &of("a.2020.md"), "--out", "features/act.json"];
    sample.daryn(&arguments).ends(0);
    sample.daryn(&["run"]).ends(0);
    assert!(rows(&sample, "line_measure_changes", &["measures"]).is_empty());
    assert!(rows(&sample, "line_measure_lives", &["passages"]).is_empty());
    let page = sample.read("report/en/index.html");
    assert!(page.contains("measures were not matched and their lives are not defined"));
}

#[test]
fn what_was_varied_is_told_in_tables_and_sentences() {
    let (sample, texts) = with_package();
    // A package of an earlier making: nothing was varied, and that is said.
    let package = sample.read("features/act.json");
    let mut value: serde_json::Value = serde_json::from_str(&package).expect("JSON");
    for document in value["documents"].as_array_mut().expect("documents") {
        document.as_object_mut().expect("a document").remove("leave_one_out").expect("parts");
    }
    sample.write("features/act.json", &value.to_string());
    sample.daryn(&["run"]).ends(0);
    let page = sample.read("report/en/index.html");
    assert!(page.contains("Neither the codebook nor the coder was varied"));
    assert!(rows(&sample, "line_codebook", &["edition"]).is_empty());
    // Two readings of the second article of the first text.
    let read =
        sample.daryn(&["read", &format!("{}/act/ru.2014.md", texts.display()), "--format", "json"]);
    let read = read.ends(0).json();
    let mut passages = read["passages"].as_array().expect("passages").iter();
    let is_quota =
        |it: &&serde_json::Value| it["text"].as_str().is_some_and(|text| text.starts_with("Квоту"));
    let quota = passages.rfind(is_quota).expect("a passage");
    let sha256 = value["documents"][0]["sha256"].as_str().expect("a digest");
    let (start, end) = (&quota["start"], &quota["end"]);
    sample.write(
        "labels.csv",
        &format!(
            "sha256,start,end,reading_1,reading_2\n\
             {sha256},{start},{end},stage.measure;function.return,stage.measure\n\
             0000,0,5,,\n"
        ),
    );
    let act = texts.join("act");
    let files = ["ru.2014.md", "ru.2019-05.md", "ru.2023-04-19.md"].map(|it| act.join(it));
    let files: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
    let mut arguments = vec!["features"];
    arguments.extend(files.iter().map(String::as_str));
    arguments.extend(["--out", "features/act.json", "--readings", "labels.csv"]);
    sample.daryn(&arguments).ends(0);
    sample.daryn(&["run"]).ends(0);
    let coders = ["code_en", "passages_read", "reader_1", "reader_2", "by_rules"];
    let coders = rows(&sample, "line_coders", &coders);
    let of = |code: &str| coders.iter().find(|row| row.starts_with(code)).map(String::as_str);
    assert_eq!(of("Measure"), Some("Measure 1 1 1 1"), "{coders:?}");
    assert_eq!(of("Return"), Some("Return 1 1 0 0"), "{coders:?}");
    let ranges = ["edition", "code_en", "words_of_code", "least_without", "emptied_by"];
    let ranges = rows(&sample, "line_codebook", &ranges);
    // Doctors are a clue of the one measure, kandases of the other; both go with the clue of all.
    let measure = "2019-05 Measure 13 clue health-worker clue core; rule ru.measure.core";
    assert!(ranges.iter().any(|row| row == measure), "{ranges:?}");
    let changes = ["old", "new", "code_en", "direction", "turned_by"];
    let changes = rows(&sample, "line_codebook_changes", &changes);
    for expected in [
        // 13 words before and after, in a text that became longer: 6 and 6 without doctors.
        "2014 2019-05 Measure holds none",
        // 13 and then 6, in a text that became shorter: without doctors 6 and 6, so it rises.
        "2019-05 2023-04-19 Measure does-not-hold clue health-worker",
        "2019-05 2023-04-19 Health workers not-varied none",
    ] {
        assert!(changes.iter().any(|row| row == expected), "{expected}: {changes:?}");
    }
    for (lang, told, not_told) in [
        ("en", "two people read 1 passage.", "Neither the codebook"),
        ("ru", "два человека прочли", "Ни кодификатор"),
        ("kk", "екі адам үзінділерді", "Кодтау кітабы да"),
    ] {
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains(told) && !page.contains(not_told), "{lang}");
    }
    let claim = "claim:evolution.lines.act.coders.0";
    let why = sample.daryn(&["why", claim, "--format", "json"]).ends(0).out;
    let id = quota["id"].as_str().expect("an id");
    assert!(why.contains(&format!("passage:features.act/ru.2014.md#{id}")), "{why}");
    // What people read is in no text: it is taken out of the package, all else is made again.
    let texts = texts.display().to_string();
    let made = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(0).json();
    assert_eq!(made["features"]["made"][0], "features/act.json");
    let package = sample.read("features/act.json");
    let mut value: serde_json::Value = serde_json::from_str(&package).expect("JSON");
    value["documents"][0]["leave_one_out"].as_array_mut().expect("parts").pop();
    sample.write("features/act.json", &format!("{value}\n"));
    sample.daryn(&["run"]).ends(0);
    let found = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(1).json();
    let told = found["differences"][0]["message"].as_str().expect("a message");
    assert!(told.contains("leave_one_out: ru.2014.md") && !told.contains("documents:"), "{told}");
}

#[test]
fn damaged_packages_and_rows_without_a_package_are_told() {
    let (sample, _) = with_package();
    let package = sample.read("features/act.json");
    for (text, code) in [
        (package.replacen("\"features\":3", "\"features\":99", 1), "features-version"),
        (package[..package.len() / 2].to_owned(), "features-form"),
        (package.replacen("\"new\":\"p", "\"new\":\"p9", 1), "features-unknown"),
    ] {
        sample.write("features/act.json", &text);
        let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
        assert_eq!(codes, [code]);
    }
    sample.write("features/act.json", &package);
    sample.replace("study.toml", "other = [", "packages = \"packages.csv\"\nother = [");
    sample.write(
        "packages.csv",
        "id,name_en,name_ru,name_kk,document,source_url\n\
         act,Act,Акт,Акт,D9,https://example.org/act\n\
         gone,Act,Акт,Акт,,https://example.org/act\n",
    );
    let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert_eq!(codes, ["dangling-reference", "package-missing"]);
}

#[test]
fn packages_of_the_built_in_study_are_those_of_the_texts() {
    let Some(texts) = shared("documents") else { return };
    let sample = Sample::tiny();
    let built_in = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan");
    fs::create_dir(sample.dir.join("features")).expect("made");
    for entry in fs::read_dir(built_in.join("features")).expect("packages") {
        let entry = entry.expect("an entry");
        let to = sample.dir.join("features").join(entry.file_name());
        fs::copy(entry.path(), to).expect("copied");
    }
    sample.daryn(&["run"]).ends(0);
    let texts = texts.display().to_string();
    let made = sample.daryn(&["verify", "--texts", &texts, "--format", "json"]).ends(0).json();
    assert_eq!(made["features"]["made"].as_array().map(Vec::len), Some(3), "{made}");
    let counts = rows(&sample, "line_changes", &["unit_of_text", "line_status", "units"]);
    let articles = ["kept 17", "edited 46", "moved 0", "new 9", "dropped 3"];
    assert_eq!(counts[..5], articles.map(|it| format!("article {it}")));
    // Articles of which only a title and a note of the repeal is left are named apart.
    let survival =
        ["unit_of_text", "units", "survived", "survived_repealed", "alive", "alive_survived"];
    assert_eq!(rows(&sample, "line_survival", &survival)[0], "article 66 63 7 62 56");
    let page = sample.read("report/ru/index.html");
    assert!(page.contains("8-1, 16, 17, 17-1, 18, 19, 21 и 22"), "articles that were repealed");
    let changed = rows(&sample, "line_most_changed", &["label"]);
    for label in ["8-1", "16", "17", "17-1", "18", "19", "21", "22"] {
        assert!(!changed.iter().any(|it| it == label), "{changed:?}");
    }
    // Every measure of both editions has one fate, and one life.
    let fates = rows(&sample, "line_measure_changes", &["line_status", "measures"]);
    assert_eq!(fates, ["kept 174", "changed 28", "new 63", "dropped 61"]);
    let lives = rows(&sample, "line_measure_lives", &["first_edition", "last_edition"]);
    let of_law = lives.iter().filter(|row| row.contains("2014") || row.contains("2023"));
    assert_eq!(of_law.count(), 174 + 28 + 63 + 61);
    let directions = rows(&sample, "line_codebook_changes", &["direction"]);
    let count = |verdict: &str| directions.iter().filter(|row| *row == verdict).count();
    // docs/coding.md tells these.
    let verdicts = ["holds", "does-not-hold", "not-varied", "no-change"].map(count);
    assert_eq!(verdicts, [13, 7, 10, 0]);
    assert_eq!(rows(&sample, "line_coders", &["passages_read"])[0], "90");
    let profile = rows(&sample, "line_profile", &["edition", "stages_all", "continuity"]);
    assert!(profile.iter().any(|row| row == "2014 6 value"), "{profile:?}");
}
