//! Flows between the country and its partners.

use serde_json::Value;

use crate::sample::Sample;

const FLOW: &str = "[[study.flows]]\nid = \"nurses\"\ntitle_en = \"Nurses\"\n\
    title_ru = \"Медсестры\"\ntitle_kk = \"Мейіргерлер\"\ninward = [\"ARR\"]\n\
    outward = [\"DEP\"]\nperiod = \"2022-S1\"\n\n[files]";

const ROWS: &str = "\
ARR,KZ,PL,2022-S1,30,P,BNS,arr-pl,D-ARR,,no,no,official,https://example.org/s\n\
ARR,KZ,DE,2022-S1,20,P,BNS,arr-de,D-ARR,U,no,no,official,https://example.org/s\n\
DEP,KZ,PL,2022-S1,500,P,BNS,dep-pl,D-DEP,,no,no,official,https://example.org/s\n\
DEP,KZ,FR,2022-S1,100,P,BNS,dep-fr,D-DEP,E,yes,no,official,https://example.org/s\n\
DEP,KZ,IT,2022-S1,50,P,BNS,dep-it,D-DEP,,no,no,official,https://example.org/s\n\
DEP,KZ,DE,2022-S1,77,P,BNS,dep-de,D-DEP,,no,yes,official,https://example.org/s\n\
DEP,KZ,PL,2022,999,P,BNS,dep-pl-year,D-DEP,,no,no,official,https://example.org/s\n\
DEP,KZ,EU,2022-S1,600,P,BNS,dep-eu,D-DEP,,no,no,official,https://example.org/s\n\
DEP,KZ,W,2022-S1,1000,P,BNS,dep-w,D-DEP,,no,no,official,https://example.org/s\n";

/// The tiny study with nurses who come and go.
fn nurses() -> Sample {
    let sample = Sample::tiny();
    sample.replace("study.toml", "[files]", FLOW);
    let statistics = sample.read("statistics.csv");
    let mut lines = statistics.lines();
    let old = "indicator,ref_area,time_period,obs_value,unit,source,series,derived";
    let head = lines.next().expect("a head").replace(
        old,
        "indicator,ref_area,partner_area,time_period,obs_value,unit,source,series,definition,\
         status,derived",
    );
    let kept: String = lines
        .map(|line| line.replacen("KZ,", "KZ,,", 1).replace("return-kz,", "return-kz,,,") + "\n")
        .collect();
    sample.write("statistics.csv", &format!("{head}\n{kept}{ROWS}"));
    let add = |file: &str, rows: &str| sample.write(file, &(sample.read(file) + rows));
    add("units.csv", "P,persons,человек,адам,persons,чел.,адам\n");
    add(
        "indicators.csv",
        "ARR,Nurses who came,Приехавшие медсестры,Келген мейіргерлер,P,\n\
         DEP,Nurses who left,Уехавшие медсестры,Кеткен мейіргерлер,P,\n",
    );
    add(
        "definitions.csv",
        "D-ARR,licences given,выданные лицензии,берілген лицензиялар\n\
         D-DEP,licences given back,сданные лицензии,қайтарылған лицензиялар\n",
    );
    add(
        "areas.csv",
        "DE,Germany,Германия,Германия,no\nFR,France,Франция,Франция,no\n\
         IT,Italy,Италия,Италия,no\nEU,European Union,Европейский союз,Еуропалық Одақ,yes\n\
         W,World,Мир,Әлем,yes\n",
    );
    sample
}

/// The sentence of a claim of the flow in a language.
fn sentence(report: &Value, name: &str, lang: &str) -> Option<String> {
    let id = format!("claim:effectiveness.flow.nurses.{name}");
    let claims = report["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["id"] == id.as_str())?;
    claim["text"][lang].as_str().map(|text| text.replace('\u{a0}', " "))
}

#[test]
fn a_flow_is_told_in_three_languages() {
    let sample = nurses();
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
    sample.daryn(&["run"]).ends(0);
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    for (name, lang, words) in [
        (
            "PL",
            "en",
            "From Poland to Kazakhstan, first half of 2022: 30 persons; from Kazakhstan to Poland: \
             500 persons; net for Kazakhstan (in minus out): −470 persons — Nurses who came; \
             Nurses who left; Bureau of Statistics.",
        ),
        (
            "PL",
            "ru",
            "Польша → Казахстан, первое полугодие 2022 года: 30 чел.; Казахстан → Польша: \
             500 чел.; сальдо (в страну минус из страны): −470 чел. — Приехавшие медсестры; \
             Уехавшие медсестры; Бюро статистики.",
        ),
        (
            "PL",
            "kk",
            "Польша → Қазақстан, 2022 жылғы бірінші жартыжылдық: 30 адам; Қазақстан → Польша: \
             500 адам; сальдо (елге келгені минус елден кеткені): −470 адам — Келген мейіргерлер; \
             Кеткен мейіргерлер; Статистика бюросы.",
        ),
        // The doubtful row is not used, and what was not seen is not zero.
        (
            "DE",
            "en",
            "From Germany to Kazakhstan, first half of 2022: 20 persons (rounded or approximate); \
             from Kazakhstan to Germany: not seen — Nurses who came; Nurses who left; \
             Bureau of Statistics.",
        ),
        (
            "FR",
            "kk",
            "Франция → Қазақстан, 2022 жылғы бірінші жартыжылдық: мәлімет жоқ; Қазақстан → \
             Франция: 100 адам (басқа деректерден есептеп шығарылған) — Келген мейіргерлер; \
             Кеткен мейіргерлер; Статистика бюросы.",
        ),
        (
            "rest.out",
            "ru",
            "Казахстан → все прочие партнеры, первое полугодие 2022 года: 350 чел.; расчетная \
             величина: из итога источника, 1 000 чел., вычтена сумма по 3 встретившимся партнерам, \
             650 чел. (Уехавшие медсестры; Бюро статистики).",
        ),
        (
            "out",
            "en",
            "Kazakhstan, Nurses who left, first half of 2022: the largest partner seen is Poland \
             with 500 persons, or 50.0% of 1,000 persons (total given by the source); the three \
             largest seen (Poland, France and Italy) hold 65.0%. Partners seen: 3. Note on the \
             numbers: derived from other figures. Source: Bureau of Statistics.",
        ),
        (
            "in",
            "kk",
            "Келген мейіргерлер, Қазақстан, 2022 жылғы бірінші жартыжылдық: мәліметі кездескен \
             серіктес аумақтардың ішінде саны ең көбі — Польша: 30 адам, үлесі — 60,0 %, 100 % деп \
             алынғаны — 50 адам (мәліметі кездескен аумақтардың қосындысы, дереккөздің жиынтық саны емес). \
             Мәліметі кездескен аумақ саны: 2. Сандарға қатысты ескерту: дөңгелектелген немесе \
             шамамен алынған. Дереккөз: Статистика бюросы.",
        ),
    ] {
        assert_eq!(sentence(&report, name, lang).as_deref(), Some(words), "{name} {lang}");
    }
    assert_eq!(sentence(&report, "rest.in", "en"), None, "no total of arrivals was seen");
    assert_eq!(sentence(&report, "EU", "en"), None, "a group is no partner");
    sample.daryn(&["verify"]).ends(0);
}

/// How wide the ribbon of a path is where it meets the country.
fn width(path: &str) -> f64 {
    let (before, after) = path.split_once('V').expect("an end");
    let number = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("{path}"));
    let from = number(before.rsplit(' ').next().expect("a number"));
    number(after.split('C').next().expect("a number")) - from
}

#[test]
fn the_drawing_says_what_it_shows_and_every_ribbon_leads_to_its_claim() {
    let sample = nurses();
    sample.daryn(&["run"]).ends(0);
    for (lang, words) in [
        (
            "en",
            [
                "Nurses",
                "Period: first half of 2022. To the country: Nurses who came, persons; \
                 definition: licences given. From the country: Nurses who left, persons; \
                 definition: licences given back. Source: Bureau of Statistics.",
                "sum of the partners seen: 50 persons",
                "total of the source: 1,000 persons",
                "others (derived)",
                "not seen",
            ],
        ),
        (
            "kk",
            [
                "Мейіргерлер",
                "Кезең: 2022 жылғы бірінші жартыжылдық. Келу бағыты: Келген мейіргерлер, адам; \
                 анықтамасы: берілген лицензиялар. Кету бағыты: Кеткен мейіргерлер, адам; анықтамасы: \
                 қайтарылған лицензиялар. Дереккөз: Статистика бюросы.",
                "мәліметі кездескендердің қосындысы: 50 адам",
                "дереккөздегі жиынтық сан: 1 000 адам",
                "өзгелері (есептелген)",
                "мәлімет жоқ",
            ],
        ),
    ] {
        let page = sample.read(&format!("report/{lang}/index.html")).replace('\u{a0}', " ");
        let start = page.find("id=\"f-effectiveness-flow-nurses\"").expect("the figure");
        let figure = &page[start..start + page[start..].find("</figure>").expect("its end")];
        for words in words {
            assert!(figure.contains(words), "{lang}: {words}\n{figure}");
        }
        let drawing = &figure[..figure.find("</svg>").expect("the drawing")];
        // Five ribbons of partners and one of the others; three are derived or rounded.
        assert_eq!(drawing.matches("<path class=\"ribbon").count(), 6, "{drawing}");
        assert_eq!(drawing.matches("<path class=\"ribbon weak\"").count(), 3, "{drawing}");
        assert_eq!(drawing.matches("class=\"unseen\"").count(), 3, "{drawing}");
        // Arrivals 30 and 20, departures 500, 100, 50 and the 350 others, on one scale.
        let widths: Vec<f64> = drawing.split(" d=\"").skip(1).map(width).collect();
        let expected = [30.0, 20.0, 500.0, 100.0, 50.0, 350.0].map(|value| value * 0.24);
        assert_eq!(widths.len(), expected.len());
        for (width, expected) in widths.iter().zip(expected) {
            assert!((width - expected).abs() < 0.11, "{widths:?}");
        }
        for name in ["PL", "DE", "FR", "IT", "rest.out", "in", "out"] {
            let claim =
                format!("<a class=\"mark\" data-claim=\"claim:effectiveness.flow.nurses.{name}\"");
            assert!(drawing.contains(&claim), "{lang}: {name}");
        }
    }
    let page = sample.read("report/en/index.html");
    let row = page
        .split("<tr data-claim=\"claim:effectiveness.flow.nurses.")
        .find(|row| row.starts_with("FR\""));
    let cells = row.expect("a row of the table").split("</td>").take(8).collect::<String>();
    // Only a number that was looked for can be "not seen": a note, a net or a release is blank.
    assert_eq!(cells.matches("not seen").count(), 1, "{cells}");
    let table = sample.read("report/tables/flows_nurses.csv");
    let row = |name: &str| {
        let head = format!("claim:effectiveness.flow.nurses.{name},");
        table.lines().find(|line| line.starts_with(&head)).expect("a row").to_owned()
    };
    assert!(row("PL").contains(",30,,500,,-470,persons,чел.,адам,2022-S1,"), "{table}");
    assert!(row("DE").contains(",20,U,,,,persons,"), "{table}");
    assert!(row("FR").contains(",,,100,derived,,persons,"), "{table}");
    assert!(row("rest.out").contains(",,,350,derived,,persons,"), "{table}");
    assert!(!table.contains("999") && !table.contains("77"), "{table}");
}

#[test]
fn a_flow_without_the_other_direction_and_without_a_title() {
    let sample = nurses();
    sample.replace("study.toml", "inward = [\"ARR\"]\n", "");
    sample.replace("study.toml", "title_en = \"Nurses\"\n", "");
    sample.replace("study.toml", "title_ru = \"Медсестры\"\n", "");
    sample.replace("study.toml", "title_kk = \"Мейіргерлер\"\n", "");
    sample.daryn(&["run"]).ends(0);
    let page = sample.read("report/ru/index.html").replace('\u{a0}', " ");
    let start = page.find("id=\"f-effectiveness-flow-nurses\"").expect("the figure");
    let figure = &page[start..start + page[start..].find("</figure>").expect("its end")];
    assert!(figure.contains("<figcaption data-text>Уехавшие медсестры</figcaption>"), "{figure}");
    assert!(!figure.contains("class=\"unseen\""), "arrivals are not asked for");
    assert!(figure.contains("Казахстан → Польша, первое полугодие 2022 года: 500 чел. —"));
}

#[test]
fn a_changed_partner_runs_its_flow_again_and_no_chart() {
    let sample = nurses();
    sample.daryn(&["run"]).ends(0);
    sample.replace("statistics.csv", "2022-S1,30,P", "2022-S1,31,P");
    let ran = sample.daryn(&["run", "--format", "json"]).ends(0).json();
    let names: Vec<&str> =
        ran["ran"].as_array().expect("stages").iter().filter_map(Value::as_str).collect();
    assert!(names.contains(&"flow:nurses"), "{names:?}");
    assert!(!names.contains(&"chart:returns"), "{names:?}");
}

#[test]
fn mistakes_in_flows_are_told() {
    let change = |from: &str, to: &str| {
        let sample = nurses();
        sample.replace("study.toml", from, to);
        let mut codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
        codes.sort();
        codes
    };
    assert_eq!(change("[\"ARR\"]", "[\"ARRIVALS\"]"), ["dangling-reference"]);
    assert_eq!(change("[\"ARR\"]", "[\"arr-xx\"]"), ["dangling-reference"]);
    // Nobody has a number of 2021, and the year is not the half-year.
    let none = ["flow-without-values", "flow-without-values"];
    assert_eq!(change("2022-S1", "2021"), none);
    assert_eq!(change("[\"DEP\"]", "[\"dep-eu\"]"), ["flow-without-values"]);
    assert_eq!(change("[\"DEP\"]", "[\"dep-de\"]"), ["flow-without-values"]);
    assert_eq!(change("[\"DEP\"]", "[\"dep-pl\", \"DEP\"]"), ["flow-not-one"]);
    assert_eq!(change("[\"DEP\"]", "[\"dep-pl\", \"arr-de\"]"), ["flow-mixed"]);
    assert_eq!(change("\"2022-S1\"", "\"2022-H1\""), ["impossible-period"]);
    assert_eq!(change("inward = [\"ARR\"]\noutward = [\"DEP\"]\n", ""), ["missing-parameter"]);
    assert_eq!(change("inward =", "in ="), ["unknown-field"]);
    let twice = format!("{}\n\n{FLOW}", FLOW.trim_end_matches("[files]"));
    assert_eq!(change(FLOW, &twice), ["duplicate-key"]);
}

#[test]
fn rows_that_do_not_count_the_same_are_told() {
    let change = |from: &str, to: &str, code: i32| {
        let sample = nurses();
        sample.replace("statistics.csv", from, to);
        sample.daryn(&["check", "--format", "json"]).ends(code).codes()
    };
    assert_eq!(change("dep-it,D-DEP", "dep-it,D-ARR", 1), ["flow-mixed"]);
    // A second number for the same partner, from a series of its own.
    assert_eq!(change("KZ,IT,2022-S1", "KZ,PL,2022-S1", 1), ["flow-mixed"]);
    assert_eq!(change("2022-S1,50,P", "2022-S1,-50,P", 1), ["out-of-range"]);
    // The total is left out of the figure; the study can be used.
    assert_eq!(change("2022-S1,1000,P", "2022-S1,600,P", 0), ["flow-total"]);
}

#[test]
fn titles_are_looked_through_like_other_words_of_the_author() {
    let sample = nurses();
    sample.replace("study.toml", "title_en = \"Nurses\"", "title_en = \"Nurses, due to pay\"");
    sample.replace("study.toml", "title_kk = \"Мейіргерлер\"\n", "");
    let codes = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
    assert_eq!(codes, ["causal-word", "missing-translation"]);
}

#[test]
fn two_units_are_never_on_one_scale() {
    let sample = nurses();
    sample.replace("indicators.csv", "Келген мейіргерлер,P", "Келген мейіргерлер,PC");
    sample.replace("statistics.csv", "2022-S1,30,P", "2022-S1,30,PC");
    sample.replace("statistics.csv", "2022-S1,20,P", "2022-S1,20,PC");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["wrong-unit"]);
}
