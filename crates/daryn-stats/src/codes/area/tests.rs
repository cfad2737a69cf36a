#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::PathBuf;

use proptest::prelude::*;

use super::*;

fn iso3(text: &str) -> &'static str {
    if matches!(find(text), Some(Area::Part(_))) { "part" } else { line(text, Code::Iso3) }
}

/// A file of the data that is shared beside the checkout, and not part of the project.
fn shared(name: &str) -> Option<String> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("DARYN_SHARED").map_or(beside, PathBuf::from);
    let path = root.join("data/statistics").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("SKIPPED: {} is not there", path.display());
        return None;
    };
    if !name.ends_with(".gz") {
        return String::from_utf8(bytes).ok();
    }
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).expect("gzip");
    Some(text)
}

/// Rows by the names of the first row.
fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let cells = |line: &str| {
        let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
        for letter in line.chars() {
            match letter {
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => cells.push(std::mem::take(&mut cell)),
                _ => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    };
    let mut lines = text.lines();
    let head = cells(lines.next().unwrap_or_default());
    lines.map(|line| head.iter().cloned().zip(cells(line)).collect()).collect()
}

fn distinct(rows: &[BTreeMap<String, String>], column: &str) -> BTreeSet<String> {
    rows.iter().map(|row| row[column].clone()).collect()
}

#[test]
fn names_that_are_alike_are_told_apart() {
    for (name, expected) in [
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Нигер", "NER"),
        ("Нигерия", "NGA"),
        ("Congo", "COG"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Congo, Dem. Rep. of the", "COD"),
        ("Congo, Rep. of the", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo (the Democratic Republic of the)", "COD"),
        ("Демократическая Республика Конго", "COD"),
        ("Конго", ""),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Guinea, Equatorial", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("French Guiana", "GUF"),
        ("Guyana", "GUY"),
        ("Republic of Korea", "KOR"),
        ("Korea (Republic of)", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Dem. People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("КНДР", "PRK"),
        ("Республика Корея", "KOR"),
        ("Корея", "KOR"),
        ("Korea", "KOR"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Georgia", "GEO"),
        ("South Georgia and the South Sandwich Islands", "SGS"),
        ("Micronesia", ""),
        ("Micronesia (Fed. States of)", "FSM"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Микронезия", ""),
        ("Saint Martin (French part)", "MAF"),
        ("St. Martin (French part)", "MAF"),
        ("Sint Maarten (Dutch part)", "SXM"),
        ("St. Maarten", "SXM"),
        ("Samoa", "WSM"),
        ("American Samoa", "ASM"),
        ("South Africa", "ZAF"),
        ("Southern Africa", "aggregate"),
        ("Южная Африка", ""),
        ("Virgin Islands", ""),
        ("Virgin Islands (U.S.)", "VIR"),
        ("Virgin Islands, British", "VGB"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Ireland", "IRL"),
        ("Northern Ireland", "part"),
        ("Central African Republic", "CAF"),
        ("Slovakia", "SVK"),
        ("Slovenia", "SVN"),
        ("Austria", "AUT"),
        ("Australia", "AUS"),
        ("Mauritius", "MUS"),
        ("Mauritania", "MRT"),
        ("Iran", "IRN"),
        ("Iraq", "IRQ"),
        ("Iraq (Kurdistan Region)", "part"),
        ("Channel Islands", "aggregate"),
    ] {
        assert_eq!(iso3(name), expected, "{name}");
    }
}

#[test]
fn spellings_of_sources_are_known() {
    for (name, expected) in [
        ("Viet Nam", "VNM"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("TURKIYE", "TUR"),
        ("Kazakhstan, Republic of", "KAZ"),
        ("РК", "KAZ"),
        ("РЕСПУБЛИКА КАЗАХСТАН", "KAZ"),
        ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "KAZ"),
        ("Казахстан", "KAZ"),
        ("Қазақстан", "KAZ"),
        ("   Kazakhstan", "KAZ"),
        ("\u{a0}\u{a0}Kazakhstan*", "KAZ"),
        ("Kazakhstan ¹", "KAZ"),
        ("Kazakhstan1", "KAZ"),
        ("Kazakhstan 1)", "KAZ"),
        ("Kazakhstan (a)", "KAZ"),
        ("Kazakhstan [12]", "KAZ"),
        ("Kazakhstan a/", "KAZ"),
        ("China 3/ 4/", "CHN"),
        ("KAZ*", "KAZ"),
        ("COTE D'IVOIRE", "CIV"),
        ("Curacao", "CUW"),
        ("Lao PDR", "LAO"),
        ("США", "USA"),
        ("U.S.A.", "USA"),
        ("Кыргызская Республика", "KGZ"),
        ("Кыргызстан", "KGZ"),
        ("Киргизия", "KGZ"),
        ("Қырғызстан", "KGZ"),
        ("Ресей", "RUS"),
        ("Корея, Народно-Демократическая Республика", "PRK"),
        ("Корея, Республика", "KOR"),
        ("Молдова, Республика", "MDA"),
        ("Иран, Исламская Республика", "IRN"),
        ("Конго, Демократическая Республика", "COD"),
        ("Палестинская территория, оккупированная", "PSE"),
        ("Кот д'Ивуар", "CIV"),
        ("Папуа-Новая Гвинея", "PNG"),
        ("Соединенные Штаты Америки", "USA"),
        ("о-ва Кука", "COK"),
        ("Острова Кука", "COK"),
        ("EL", "GRC"),
        ("UK", "GBR"),
        ("ROM", "ROU"),
        ("KSV", "XKX"),
        ("412", "XKX"),
        ("XK", "XKX"),
        ("Kosovo*", "XKX"),
        ("USSR", "SUN"),
        ("СССР", "SUN"),
        ("Serbia and Montenegro", "SCG"),
        ("Сербия и Черногория", "SCG"),
        ("Netherlands Antilles", "ANT"),
        ("Czechoslovakia (former)", "CSK"),
        ("Yugoslavia", "YUG"),
        ("East Timor", "TLS"),
        ("World", "aggregate"),
        ("Весь мир", "aggregate"),
        ("Страны СНГ", "aggregate"),
        ("1W", "aggregate"),
        ("_LIC", "aggregate"),
        ("WB: World", "aggregate"),
        ("ECA: AMU (UNSDCode:98111)", "aggregate"),
        ("EU27_2020", "aggregate"),
        ("903", "aggregate"),
    ] {
        assert_eq!(iso3(name), expected, "{name}");
    }
}

#[test]
fn what_is_not_in_the_lists_stays_unknown() {
    for text in [
        "",
        " ",
        "*",
        "-",
        "..",
        "Nigera",
        "Kazakhstann",
        "Almaty",
        "Алматы",
        "DE1",
        "KZ1",
        "GR-55",
        "kaz",
        "us",
        "CS",
        "Total",
        "2000",
        "9999",
        "Georgia (US)",
        "Note: Kosovo",
        "A: B",
        "1.0",
        "KAZ1",
        "(1)",
        "Republic of",
        "Saint",
        "Islands",
        "Guineas",
        "Ocean",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
    assert_eq!(nearest("Kazahstan"), Some("Kazakhstan"));
    assert_eq!(nearest("Кыргыстан"), Some("Kyrgyzstan"));
    assert_eq!(nearest("Xyz"), None);
    let told = |text| problem(text, "a.csv", 3).code;
    assert_eq!(told("Kazahstan"), "stats-area-unknown-near");
    assert_eq!(told("Almaty"), "stats-area-unknown");
    assert_eq!(told("Конго"), "stats-area-several");
    assert_eq!(told("CS"), "stats-area-several");
}

#[test]
fn the_year_tells_which_borders_are_meant() {
    let id = |text, year| match find_at(text, year) {
        Some(Area::Former(area)) => area.id,
        Some(area) => area.code(Code::Iso3).unwrap_or("-"),
        None => "",
    };
    assert_eq!((id("SDN", 2005), id("SDN", 2011)), ("SDN-2011", "SDN"));
    assert_eq!((id("Судан", 2010), id("729", 2005)), ("SDN-2011", "SDN"));
    assert_eq!((id("CS", 1990), id("CS", 2004), id("CS", 2010)), ("CSK", "SCG", ""));
    assert_eq!((id("YUG", 1985), id("YUG", 1995)), ("YUG", "SCG"));
    assert_eq!(id("KAZ", 1980), "KAZ");
    let Some(Area::Former(sudan)) = find("736") else { panic!("736 is the former Sudan") };
    assert_eq!((sudan.until, sudan.successors.as_slice()), (2010, ["SDN", "SSD"].as_slice()));
    let Some(Area::Former(antilles)) = find("ANT") else { panic!("ANT") };
    assert_eq!((antilles.m49, antilles.until), ("530", 2010));
    // Every successor is an area.
    for former in TABLES.former {
        for successor in &former.successors {
            let is_known =
                find(successor).is_some() || TABLES.former.iter().any(|f| f.id == *successor);
            assert!(is_known, "{successor}");
        }
        assert!(former.from < former.until && !former.name.is_empty(), "{}", former.id);
    }
}

#[test]
fn a_number_from_900_depends_on_the_source() {
    let name = |scheme, code| find_in(scheme, code).and_then(|area| area.name(Lang::En));
    assert_eq!(name(Scheme::UnDesa, "903"), Some("Africa"));
    assert_eq!(name(Scheme::UnSdg, "903"), Some("Central and Eastern Europe (ILO)"));
    assert_eq!(name(Scheme::M49, "903"), None);
    assert_eq!(name(Scheme::M49, "2"), Some("Africa"));
    assert_eq!(name(Scheme::UnDesa, "398"), Some("Kazakhstan"));
    assert_eq!(name(Scheme::WorldBank, "EAS"), Some("East Asia & Pacific"));
    assert_eq!(name(Scheme::WorldBank2, "Z4"), Some("East Asia & Pacific"));
    assert_eq!(name(Scheme::Iso3, "EAS"), None);
    assert_eq!(name(Scheme::Iso2, "EL"), None);
    assert_eq!(name(Scheme::Eurostat, "EL"), Some("Greece"));
    assert_eq!(name(Scheme::Iso3, "KZ"), None);
    assert_eq!(name(Scheme::SdgIndex, "_World"), Some("World"));
    let kind = |area: Option<Area>| match area {
        Some(Area::Aggregate(group)) => Some(group.kind),
        _ => None,
    };
    assert_eq!(kind(find("903")), Some(GroupKind::BySource));
    assert_eq!(kind(find("900")), Some(GroupKind::World));
    assert_eq!(kind(find("Least developed countries")), Some(GroupKind::Development));
    assert_eq!(kind(find_in(Scheme::Uis, "AIMS: Central Asia")), Some(GroupKind::OfSource));
}

#[test]
fn names_are_given_in_three_languages() {
    let kazakhstan = find("KAZ").expect("an area");
    let names = Lang::ALL.map(|lang| kazakhstan.name(lang));
    assert_eq!(names, [Some("Kazakhstan"), Some("Казахстан"), Some("Қазақстан")]);
    assert_eq!(find("143").and_then(|area| area.name(Lang::Kk)), Some("Орталық Азия"));
    assert_eq!(find("XKX").and_then(|area| area.name(Lang::Ru)), Some("Косово"));
    // Each name of CLDR leads back to its area, but for those that several areas have.
    let mut lost = BTreeSet::new();
    for ((code, lang), name) in TABLES.labels.iter().collect::<BTreeMap<_, _>>() {
        let area = find(code).expect("a code of the list");
        if find(name) != Some(area) {
            lost.insert((*code, lang.code(), *name));
        }
    }
    let expected = [
        ("003", "en", "North America"),
        ("018", "ru", "Южная Африка"),
        ("057", "ru", "Микронезия"),
        ("419", "en", "Latin America"),
        ("CD", "kk", "Конго"),
        ("FM", "en", "Micronesia"),
        ("FM", "kk", "Микронезия"),
        ("ZA", "kk", "Оңтүстік Африка"),
    ];
    assert_eq!(lost.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn names_of_shared_tables_mean_what_their_codes_mean() {
    let mut unknown = Vec::new();
    if let Some(text) = shared("undesa_ims2020_by_destination.csv") {
        let rows = table(&text);
        let pairs: BTreeSet<_> = rows.iter().map(|row| (&row["m49"], &row["area"])).collect();
        assert_eq!(pairs.len(), 282);
        for (code, name) in pairs {
            let by_code = find_in(Scheme::UnDesa, code).expect("a code of UN DESA");
            match find(name) {
                Some(area) => {
                    assert_eq!(area.code(Code::Iso3), by_code.code(Code::Iso3), "{name}");
                    assert_eq!(area.is_aggregate(), by_code.is_aggregate(), "{name}");
                }
                None => unknown.push(name.clone()),
            }
        }
    }
    if let Some(text) = shared("undesa_ims2019_bilateral.csv.gz") {
        let rows = table(&text);
        let names: BTreeSet<_> =
            distinct(&rows, "destination").union(&distinct(&rows, "origin")).cloned().collect();
        assert_eq!(names.len(), 237);
        unknown.extend(names.iter().filter(|name| find(name).is_none()).cloned());
        let groups: Vec<_> = names.iter().filter(|name| iso3(name) == "aggregate").collect();
        assert_eq!(
            groups,
            ["Caribbean", "Channel Islands", "Melanesia", "Polynesia", "South America"]
        );
    }
    if let Some(text) = shared("m49_areas.csv") {
        for row in table(&text) {
            let (code, name) = (&row["m49"], &row["name"]);
            let by_code = find_in(Scheme::UnSdg, code);
            // For CLDR it is the country: the name alone does not tell which is meant.
            if name == "Micronesia" {
                assert_eq!((find(name), code.as_str()), (None, "57"));
                continue;
            }
            if find(name) != by_code || by_code.is_none() {
                let is_group = |area: Option<Area>| area.is_some_and(|area| area.is_aggregate());
                // `Latin America and the Caribbean` has other members at the World Bank.
                let are_groups = is_group(find(name)) && is_group(by_code);
                assert!(are_groups, "{code} {name} {:?} {by_code:?}", find(name));
            }
        }
    }
    if let Some(text) = shared("worldbank_country_metadata.csv") {
        for row in table(&text) {
            let (code, name) = (&row["iso3"], &row["name"]);
            let by_code = find_in(Scheme::WorldBank, code).expect("a code of the World Bank");
            let by_name = find(name).expect("a name of the World Bank");
            let is_group = row["is_aggregate"] == "1" || code == "CHI";
            assert_eq!(
                (by_code.is_aggregate(), by_name.is_aggregate()),
                (is_group, is_group),
                "{name}"
            );
            assert!(is_group || by_code == by_name, "{name}");
        }
    }
    assert!(unknown.iter().all(|name| name == "Micronesia"), "{unknown:?}");
}

#[test]
fn codes_of_other_shared_tables_are_known() {
    if let Some(text) = shared("iab_braindrain_stocks_by_sex.csv") {
        let rows = table(&text);
        for name in distinct(&rows, "origin").iter().chain(&distinct(&rows, "destination_iso3")) {
            assert!(find(name).is_some(), "{name}");
        }
    }
    if let Some(text) = shared("uis_education_core.csv") {
        for code in distinct(&table(&text), "iso3") {
            assert!(matches!(find_in(Scheme::Uis, &code), Some(Area::Country(_))), "{code}");
        }
    }
    if let Some(text) = shared("sdg_index_2000_2022.csv") {
        for code in distinct(&table(&text), "iso3") {
            let area = find_in(Scheme::SdgIndex, &code).expect("a code of the SDG Index");
            assert_eq!(area.is_aggregate(), code.starts_with('_'), "{code}");
        }
    }
    if let Some(text) = shared("unsdg_series_2020.csv.gz") {
        for code in distinct(&table(&text), "m49") {
            let code = code.trim_matches('"');
            // 586 is Pakistan; 585 Palau; all of them are M49.
            assert!(find_in(Scheme::UnSdg, code).is_some(), "{code}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_ends(text in "\\PC{0,40}") {
        let _ = (find(&text), find_at(&text, 2000), nearest(&text));
        for scheme in [Scheme::M49, Scheme::Uis, Scheme::Sdmx] {
            let _ = find_in(scheme, &text);
        }
    }

    #[test]
    fn marks_around_a_name_change_nothing(blanks in "[ \u{a0}\t]{0,5}", mark in "(\\*|¹|\\(1\\)|\\[2\\]| 3| a/)?") {
        prop_assert_eq!(iso3(&format!("{blanks}Dominican Republic{mark}{blanks}")), "DOM");
    }
}
