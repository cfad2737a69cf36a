use daryn_stats::services::{self, Options, dbnomics, json_stat, taldau, uis, un_sdg, world_bank};
use daryn_stats::{Format, Role, Sink, Source, Told};
use serde_json::Value;

use crate::support::{Keeper, keep, mutations};

type Read = fn(&Source, &Options, &mut dyn Sink) -> Told;

fn read(read: Read, text: &str) -> Keeper {
    let source = Source::bytes("a.json", text.as_bytes().to_vec());
    keep(|sink| read(&source, &Options { language: "en".to_owned() }, sink))
}

fn told(kept: &Keeper) -> Vec<String> {
    kept.rows.iter().map(|row| row.told()).collect()
}

/// The place of a row is a whole JSON value, in which the literal of the row stands.
fn check_objects(kept: &Keeper, text: &str, value: &str) {
    kept.check_places(text.as_bytes(), |row, raw| {
        let whole: Value = serde_json::from_str(raw).expect("a JSON value");
        whole.is_object() && row.get(value).is_none_or(|value| raw.contains(value))
    });
}

pub(crate) const UIS: &str = r#"{"hints":[],"records":[
  {"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2019,"value":70.730,"magnitude":null,"qualifier":null},
  {"indicatorId":"GER.5T8","geoUnit":"AIMS: Central Asia","year":2020,"value":1.337280035018921,"magnitude":null,"qualifier":"UIS_EST",
   "footnotes":[{"type":"Source","subtype":"Data sources","value":"Survey"}]},
  {"indicatorId":"GER.5T8","geoUnit":"KAZ","year":2021,"value":null,"magnitude":"SUPP","qualifier":null}],
 "indicatorMetadata":[{"indicatorCode":"GER.5T8","name":"Gross enrolment ratio"}]}"#;

#[test]
fn uis_answers() {
    let kept = read(uis::read_json, UIS);
    assert_eq!(
        told(&kept),
        [
            "indicatorId=GER.5T8 geoUnit=KAZ year=2019 value=70.730",
            "indicatorId=GER.5T8 geoUnit=AIMS: Central Asia year=2020 value=1.337280035018921 qualifier=UIS_EST \
             footnotes=Source, Data sources: Survey",
            "indicatorId=GER.5T8 geoUnit=KAZ year=2021 magnitude=SUPP OBS_MISSING=suppressed"
        ]
    );
    let row = &kept.rows[1];
    assert_eq!(
        ["indicatorId", "geoUnit", "year", "value", "qualifier"].map(|name| row.role(name)),
        [Role::Dimension, Role::Dimension, Role::Period, Role::Measure, Role::ObservationAttribute]
            .map(Some)
    );
    assert_eq!(row.annotations[0].texts, [(String::new(), "Survey".to_owned())]);
    assert_eq!(kept.label("indicatorId", "GER.5T8"), Some("Gross enrolment ratio"));
    check_objects(&kept, UIS, "value");
    assert_eq!(services::tell(UIS.as_bytes()), Some(Format::UisJson));
    // The independent walk: records as serde_json has them.
    let file: Value = serde_json::from_str(UIS).expect("JSON");
    let records = file["records"].as_array().expect("records");
    for (row, record) in kept.rows.iter().zip(records) {
        assert_eq!(
            row.get("value").map(|v| v.parse().expect("a number")),
            record["value"].as_f64()
        );
        assert_eq!(row.get("geoUnit"), record["geoUnit"].as_str());
    }
    let zero = r#"{"hints":[],"records":[{"indicatorId":"A","geoUnit":"KAZ","year":2019,"value":0,"magnitude":"NA"},
        {"indicatorId":"A","geoUnit":"KAZ","year":2020,"value":0.0,"magnitude":"NIL"}]}"#;
    assert_eq!(
        told(&read(uis::read_json, zero)),
        [
            "indicatorId=A geoUnit=KAZ year=2019 magnitude=NA OBS_MISSING=not-applicable",
            "indicatorId=A geoUnit=KAZ year=2020 value=0.0 magnitude=NIL"
        ]
    );
    let unknown = r#"{"records":[],"indicatorMetadata":[],"hints":[{"code":"UIS::HINT::003","message":"The geoUnit could not be found, XXX"}]}"#;
    let kept = read(uis::read_json, unknown);
    assert_eq!(kept.codes(), ["stats-service-remark", "stats-service-empty"]);
    assert_eq!(kept.told.problems[0].args[0].1, "UIS::HINT::003");
    assert_eq!(read(uis::read_json, r#"{"hints":[]}"#).codes(), ["stats-shape"]);
    assert_eq!(read(uis::read_json, "\n<!DOCTYPE html>").codes(), ["stats-markup"]);
    let areas = r#"[{"id":"KAZ","name":"Kazakhstan","type":"NATIONAL"}]"#;
    assert_eq!(read(uis::read_json, areas).label("geoUnit", "KAZ"), Some("Kazakhstan"));
}

pub(crate) const WORLD_BANK: &str = r#"[{"page":1,"pages":2,"per_page":50,"total":66,"sourceid":"2","sourcename":"World Development Indicators","lastupdated":"2026-07-13"},
 [{"indicator":{"id":"GB.XPD.RSDV.GD.ZS","value":"Research"},"country":{"id":"KZ","value":"Kazakhstan"},"countryiso3code":"KAZ","date":"2023","value":0.130,"unit":"","obs_status":"","decimal":2},
  {"indicator":{"id":"GB.XPD.RSDV.GD.ZS","value":"Research"},"country":{"id":"1W","value":"World"},"countryiso3code":"","date":"2024","value":null,"unit":"","obs_status":"E","decimal":2}]]"#;

#[test]
fn world_bank_answers() {
    let kept = read(world_bank::read_json, WORLD_BANK);
    assert_eq!(
        told(&kept),
        [
            "indicator=GB.XPD.RSDV.GD.ZS country=KZ countryiso3code=KAZ date=2023 value=0.130 decimal=2",
            "indicator=GB.XPD.RSDV.GD.ZS country=1W date=2024 obs_status=E decimal=2"
        ]
    );
    assert_eq!(kept.rows[0].of(Role::Period), Some("2023"));
    assert_eq!(kept.rows[0].of(Role::Measure), Some("0.130"));
    assert_eq!(kept.label("country", "1W"), Some("World"));
    assert_eq!(
        (kept.data_sets[0].id.as_str(), kept.data_sets[0].vintage.as_str()),
        ("2", "2026-07-13")
    );
    // One page of two.
    assert_eq!(kept.codes(), ["stats-service-part"]);
    check_objects(&kept, WORLD_BANK, "value");
    let error = r#"[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]},null]"#;
    let kept = read(world_bank::read_json, error);
    assert_eq!(kept.codes(), ["stats-service-error"]);
    assert_eq!(
        kept.told.problems[0].args[1].1,
        "120: Invalid value: The provided parameter value is not valid"
    );
    let empty = r#"[{"page":0,"pages":0,"per_page":0,"total":0},null]"#;
    assert_eq!(read(world_bank::read_json, empty).codes(), ["stats-service-empty"]);
    let list = r#"[{"page":1,"pages":1,"per_page":"50","total":1},[{"id":"KAZ","iso2Code":"KZ","name":"Kazakhstan"}]]"#;
    let kept = read(world_bank::read_json, list);
    assert_eq!((kept.label("country", "KZ"), kept.codes().len()), (Some("Kazakhstan"), 0));
    let advanced = r#"{"page":1,"pages":1,"source":[{"id":"2","name":"WDI","data":[
        {"variable":[{"concept":"Country","id":"KAZ","value":"Kazakhstan"},{"concept":"Series","id":"SP.POP.TOTL","value":"Population"},
         {"concept":"Time","id":"YR2019","value":"2019"}],"value":18513673}]}]}"#;
    let kept = read(world_bank::read_json, advanced);
    assert_eq!(
        told(&kept),
        ["Country=KAZ Series=SP.POP.TOTL Time=YR2019 value=18513673 PERIOD=2019"]
    );
    assert_eq!(kept.rows[0].of(Role::Period), Some("YR2019"));
    for text in [WORLD_BANK, error, empty, list, advanced] {
        assert_eq!(services::tell(text.as_bytes()), Some(Format::WorldBankJson), "{text}");
    }
}

pub(crate) const UN_SDG: &str = r#"{"size":1,"totalElements":26,"totalPages":1,"pageNumber":1,
 "attributes":[{"id":"Nature","codes":[{"code":"C","description":"Country data","sdmx":"C"}]},{"id":"Units","codes":[{"code":"PERCENT","description":"Percentage","sdmx":"PT"}]}],
 "dimensions":[{"id":"Reporting Type","codes":[{"code":"G","description":"Global","sdmx":"G"}]}],
 "data":[{"goal":["9"],"target":["9.5"],"indicator":["9.5.1"],"series":"GB_XPD_RSDV","seriesDescription":"R&D","seriesCount":"2173",
   "geoAreaCode":"398","geoAreaName":"Kazakhstan","timePeriodStart":2018.0,"value":"<2.5","valueType":"Float","time_detail":"2018","timeCoverage":null,
   "source":"BNS","footnotes":["","a","b"],"attributes":{"Nature":"C","Units":"PERCENT"},"dimensions":{"Reporting Type":"G"}},
   {"series":"GB_XPD_RSDV","geoAreaCode":"4","timePeriodStart":2019.0,"value":"NaN","dimensions":{},"attributes":{}}]}"#;

#[test]
fn un_sdg_answers() {
    let kept = read(un_sdg::read_json, UN_SDG);
    assert_eq!(
        told(&kept),
        [
            "goal=9 target=9.5 indicator=9.5.1 series=GB_XPD_RSDV seriesCount=2173 geoAreaCode=398 \
             timePeriodStart=2018.0 value=<2.5 valueType=Float time_detail=2018 source=BNS footnotes=a \
             footnotes=b Nature=C Units=PERCENT Reporting Type=G PERIOD=2018",
            "series=GB_XPD_RSDV geoAreaCode=4 timePeriodStart=2019.0 value=NaN PERIOD=2019"
        ]
    );
    let row = &kept.rows[0];
    assert_eq!(
        ["goal", "series", "timePeriodStart", "Nature", "Reporting Type"]
            .map(|name| row.role(name)),
        [
            Role::SeriesAttribute,
            Role::Dimension,
            Role::Period,
            Role::ObservationAttribute,
            Role::Dimension
        ]
        .map(Some)
    );
    assert_eq!(kept.label("Units", "PERCENT"), Some("Percentage"));
    assert_eq!(kept.label("series", "GB_XPD_RSDV"), Some("R&D"));
    assert_eq!(services::tell(UN_SDG.as_bytes()), Some(Format::UnSdgJson));
    check_objects(&kept, UN_SDG, "value");
    let none = r#"{"size":0,"totalElements":0,"totalPages":0,"pageNumber":1,"attributes":[],"dimensions":[],"data":[]}"#;
    assert_eq!(read(un_sdg::read_json, none).codes(), ["stats-service-empty"]);
}

pub(crate) const DBNOMICS: &str = r#"{"_meta":{"version":"22.1"},"series":{"docs":[{"provider_code":"ILO","dataset_code":"UNE","series_code":"A.KZ","series_name":"Unemployment",
  "@frequency":"annual","dimensions":{"FREQ":"A","REF_AREA":"KZ"},"indexed_at":"2026-01-01","period":["2019","2020"],"period_start_day":["2019-01-01","2020-01-01"],
  "value":[4.80,"NA"],"observations_attributes":[["OBS_STATUS",["A","M"]]]}],"limit":1000,"offset":0,"num_found":3},
  "datasets":{"ILO/UNE":{"dimensions_labels":{"REF_AREA":"Area"},"dimensions_values_labels":{"REF_AREA":{"KZ":"Kazakhstan"},"FREQ":[["A","Annual"]]}}}}"#;

#[test]
fn dbnomics_answers() {
    let kept = read(dbnomics::read, DBNOMICS);
    assert_eq!(
        told(&kept),
        [
            "FREQ=A REF_AREA=KZ provider_code=ILO dataset_code=UNE series_code=A.KZ series_name=Unemployment \
             @frequency=annual indexed_at=2026-01-01 period=2019 value=4.80 period_start_day=2019-01-01 OBS_STATUS=A",
            "FREQ=A REF_AREA=KZ provider_code=ILO dataset_code=UNE series_code=A.KZ series_name=Unemployment \
             @frequency=annual indexed_at=2026-01-01 period=2020 value=NA period_start_day=2020-01-01 OBS_STATUS=M"
        ]
    );
    kept.check_places(DBNOMICS.as_bytes(), |row, raw| {
        raw.trim_matches('"') == row.get("value").expect("a value")
    });
    assert_eq!(kept.label("REF_AREA", "KZ"), Some("Kazakhstan"));
    assert_eq!(kept.label("FREQ", "A"), Some("Annual"));
    assert_eq!(
        (kept.data_sets[0].id.as_str(), kept.codes()),
        ("ILO/UNE", vec!["stats-service-part"])
    );
    let error =
        r#"{"_meta":{"version":"22.1"},"errors":[{"message":"Dataset not found","code":404}]}"#;
    let kept = read(dbnomics::read, error);
    assert_eq!(kept.codes(), ["stats-service-error"]);
    for text in [DBNOMICS, error] {
        assert_eq!(services::tell(text.as_bytes()), Some(Format::DbnomicsJson));
    }
    let unequal = r#"{"series":{"docs":[{"series_code":"x","period":["1"],"value":[1,2]}]}}"#;
    let kept = read(dbnomics::read, unequal);
    assert_eq!(
        (told(&kept), kept.codes()),
        (vec!["series_code=x period=1 value=1".to_owned()], vec!["stats-lists-unequal"])
    );
    assert_eq!(kept.rows[0].role("series_code"), Some(Role::Dimension));
}

pub(crate) const JSON_STAT: &str = r#"{"version":"2.0","class":"dataset","label":"Students","source":"ESTAT","updated":"2026-02-01","value":{"0":12.30,"5":9.1},
 "status":{"0":"p","3":"c"},"id":["sex","geo","time"],"size":[1,3,2],"role":{"time":["time"],"geo":["geo"]},
 "dimension":{"geo":{"label":"Area","category":{"index":["AT","KZ","UZ"],"label":{"KZ":"Kazakhstan"}}},
  "time":{"category":{"index":{"2020":1,"2019":0}}},"sex":{"category":{"label":{"T":"Total"},"unit":{"T":{"label":"persons"}}}}}}"#;

#[test]
fn json_stat_files() {
    let kept = read(json_stat::read, JSON_STAT);
    assert_eq!(
        told(&kept),
        [
            "sex=T geo=AT time=2019 value=12.30 unit=persons status=p",
            "sex=T geo=UZ time=2020 value=9.1 unit=persons",
            "sex=T geo=KZ time=2020 unit=persons status=c"
        ]
    );
    assert_eq!(kept.rows[0].of(Role::Period), Some("2019"));
    assert_eq!(kept.label("geo", "KZ"), Some("Kazakhstan"));
    let raw: Vec<&str> = kept
        .rows
        .iter()
        .map(|row| &JSON_STAT[row.place.start as usize..row.place.end as usize])
        .collect();
    assert_eq!(raw, ["\"0\":12.30", "\"5\":9.1", "\"3\":\"c\""]);
    let dense = r#"{"class":"dataset","dimension":{"id":["a","time"],"size":[2,2],"a":{"category":{"index":{"x":0,"y":1}}},
        "time":{"category":{"index":["1","2"]}}},"value":[1,null,"3",4e0,5],"status":["e",null,"f"]}"#;
    let kept = read(json_stat::read, dense);
    assert_eq!(
        told(&kept),
        [
            "a=x time=1 value=1 status=e",
            "a=x time=2",
            "a=y time=1 value=3 status=f",
            "a=y time=2 value=4e0"
        ]
    );
    assert_eq!(kept.codes(), ["stats-place-beyond"]);
    let short = dense.replace(r#"[1,null,"3",4e0,5]"#, "[1,null]");
    let kept = read(json_stat::read, &short);
    assert_eq!((kept.rows.len(), kept.codes()), (2, vec!["stats-values-short"]));
    assert_eq!(kept.told.problems[0].args.len(), 2);
    let bundle = format!(r#"{{"one":{JSON_STAT},"two":{dense}}}"#);
    let kept = read(json_stat::read, &bundle);
    assert_eq!((kept.rows.len(), kept.data_sets.len(), kept.rows[3].data_set), (7, 2, 1));
    let collection = format!(
        r#"{{"version":"2.0","class":"collection","link":{{"item":[{JSON_STAT},{{"class":"dataset","href":"x"}},{dense}]}}}}"#
    );
    assert_eq!(read(json_stat::read, &collection).rows.len(), 7);
    let error = r#"{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: none"}]}"#;
    assert_eq!(read(json_stat::read, error).codes(), ["stats-service-error"]);
    let wrong = JSON_STAT.replace("[1,3,2]", "[1,3,3]");
    assert_eq!(read(json_stat::read, &wrong).codes(), ["stats-shape", "stats-service-empty"]);
    for text in [JSON_STAT, dense, error] {
        assert_eq!(services::tell(text.as_bytes()), Some(Format::JsonStat));
    }
    // Every place of a cube of three dimensions, against three loops.
    let codes =
        |letter: char, size: usize| (0..size).map(|n| format!("{letter}{n}")).collect::<Vec<_>>();
    let (a, b, c) = (codes('a', 3), codes('b', 4), codes('c', 5));
    let list = |codes: &[String]| format!(r#"{{"category":{{"index":{codes:?}}}}}"#);
    let numbers: Vec<String> = (0..60).map(|n| n.to_string()).collect();
    let text = format!(
        r#"{{"id":["a","b","c"],"size":[3,4,5],"value":[{}],"dimension":{{"a":{},"b":{},"c":{}}}}}"#,
        numbers.join(","),
        list(&a),
        list(&b),
        list(&c)
    );
    let mut expected = Vec::new();
    for a in &a {
        for b in &b {
            for c in &c {
                expected.push(format!("a={a} b={b} c={c} value={}", expected.len()));
            }
        }
    }
    assert_eq!(told(&read(json_stat::read, &text)), expected);
}

pub(crate) const INDEX_DATA: &str = "\u{feff}[{\"id \":7,\"terms\":[741880,741885],\"termNames\":[\"РЕСПУБЛИКА КАЗАХСТАН\",\" Всего\"],\"periods\":[\
    {\"name\":\"2019 год\",\"date\":\"31.12.2019\",\"value \":\"-32970\"},{\"name\":\"2020 год\",\"date\":\"31.12.2020\",\"value \":\"x\"},\
    {\"name\":\"2021 год\",\"date\":\"31.12.2021\",\"value \":\"\"}]}]";
pub(crate) const TREE: &str = r#"[{"id":"741880","text":"  РЕСПУБЛИКА КАЗАХСТАН","leaf":"false","expanded":"false","rownum":1,"measureName":"человек","122000":"2000 год","y122000":"-108 307,5","122001":"2001 год","y122001":"..."}]"#;

#[test]
fn taldau_answers() {
    let kept = read(taldau::read, INDEX_DATA);
    assert_eq!(
        told(&kept),
        [
            "term1=741880 term2=741885 id=7 period=31.12.2019 value=-32970 PERIOD=2019",
            "term1=741880 term2=741885 id=7 period=31.12.2020 value=x PERIOD=2020"
        ]
    );
    assert_eq!(kept.label("term2", "741885"), Some("Всего"));
    assert_eq!(kept.label("period", "31.12.2019"), Some("2019 год"));
    check_objects(&kept, INDEX_DATA, "value");
    let kept = read(taldau::read, TREE);
    assert_eq!(
        told(&kept),
        [
            "term=741880 measureName=человек leaf=false expanded=false rownum=1 period=122000 value=-108 307,5 NUMBER=-108307.5 PERIOD=2000",
            "term=741880 measureName=человек leaf=false expanded=false rownum=1 period=122001 value=... PERIOD=2001"
        ]
    );
    kept.check_places(TREE.as_bytes(), |row, raw| {
        raw == format!(
            "\"y{}\":\"{}\"",
            row.get("period").expect("a period"),
            row.get("value").expect("a value")
        )
    });
    let others = [
        r#"{"dateList":["122000","122001"],"periodNameList":["2000 год","2001 год"],"datesToDraw":["31.12.2000","31.12.2001"],"datesIds":["543","544"]}"#,
        r#"[{"dicId":"67","names":"Регионы","termIds":"741880","termNames":"РЕСПУБЛИКА КАЗАХСТАН","dicCount":1},{"dicId":"67 + 915","names":"Регионы + Пол","termIds":"741880,741885","termNames":"РЕСПУБЛИКА КАЗАХСТАН + Всего","dicCount":2}]"#,
        r#"{"id":703831,"name":"Сальдо миграции","namePath":"Население/Миграция","measureName":"человек"}"#,
        r#"[{"id":7,"name":"Год"}]"#,
        r#"{"total":"1","results":[{"id":703831,"Name":"Сальдо миграции","Code":"1"}]}"#,
    ];
    let mut sources: Vec<Source> = [INDEX_DATA, TREE]
        .iter()
        .map(|text| Source::bytes("a.json", text.as_bytes().to_vec()))
        .collect();
    sources.extend(others.iter().map(|text| Source::bytes("b.json", text.as_bytes().to_vec())));
    let kept = keep(|sink| taldau::read_table(&sources, &Options::default(), sink));
    assert_eq!(
        told(&kept),
        [
            "index=703831 67=741880 915=741885 id=7 measureName=человек period=31.12.2019 value=-32970 PERIOD=2019",
            "index=703831 67=741880 915=741885 id=7 measureName=человек period=31.12.2020 value=x PERIOD=2020",
            "index=703831 67=741880 measureName=человек leaf=false expanded=false rownum=1 period=31.12.2000 value=-108 307,5 NUMBER=-108307.5 PERIOD=2000 period_code=122000",
            "index=703831 67=741880 measureName=человек leaf=false expanded=false rownum=1 period=31.12.2001 value=... PERIOD=2001 period_code=122001"
        ]
    );
    assert_eq!((kept.rows[3].place.stream, kept.data_sets[0].id.as_str()), (1, "703831"));
    assert_eq!(kept.label("index", "703831"), Some("Сальдо миграции"));
    for text in [INDEX_DATA, TREE, others[0], others[1], others[2], others[4]] {
        assert_eq!(services::tell(text.as_bytes()), Some(Format::TaldauJson), "{text}");
    }
}

#[test]
fn periods_of_taldau_are_known_by_their_names_or_by_their_only_type() {
    let data = |name: &str, date: &str| {
        format!(
            r#"[{{"terms":[1],"termNames":["x"],"periods":[{{"name":"{name}","date":"{date}","value":"1,234"}}]}}]"#
        )
    };
    let period = |texts: &[&str]| {
        let source = |text: &&str| Source::bytes("a.json", text.as_bytes().to_vec());
        let sources: Vec<Source> = texts.iter().map(source).collect();
        let kept = keep(|sink| taldau::read_table(&sources, &Options::default(), sink));
        assert_eq!(kept.rows[0].get("NUMBER"), Some("1.234"));
        kept.rows[0].get("PERIOD").map(str::to_owned)
    };
    for (name, date, wanted) in [
        ("2019 год", "31.12.2019", Some("2019")),
        ("декабрь 2019", "31.12.2019", Some("2019-12")),
        ("IV квартал 2019 года", "31.12.2019", Some("2019-Q4")),
        ("январь-сентябрь 2023 года", "30.09.2023", Some("2023-M01/M09")),
        // The name does not fit the date, or there is none: it is not certain.
        ("2018 год", "31.12.2019", None),
        ("", "31.12.2019", None),
    ] {
        assert_eq!(period(&[&data(name, date)]).as_deref(), wanted, "{name} {date}");
    }
    let quarter = r#"[{"id":5,"name":"Квартал"}]"#;
    let both = r#"[{"id":5,"name":"Квартал"},{"id":7,"name":"Год"}]"#;
    let data = data("", "31.12.2019");
    assert_eq!(period(&[&data, quarter]).as_deref(), Some("2019-Q4"));
    assert_eq!(period(&[&data, both]), None);
}

#[test]
fn any_change_of_bytes_ends() {
    let all: [(Read, &str); 7] = [
        (uis::read_json, UIS),
        (world_bank::read_json, WORLD_BANK),
        (un_sdg::read_json, UN_SDG),
        (dbnomics::read, DBNOMICS),
        (json_stat::read, JSON_STAT),
        (taldau::read, INDEX_DATA),
        (taldau::read, TREE),
    ];
    for (read, text) in all {
        for seed in 1..5 {
            mutations(text.as_bytes(), seed * 104_729, |bytes| {
                services::tell(&bytes);
                let source = Source::bytes("a.json", bytes);
                keep(|sink| read(&source, &Options::default(), sink));
            });
        }
    }
}

#[test]
fn every_specimen_is_told_by_one_reader_only() {
    use daryn_stats::sdmx;
    let Some(folder) = crate::support::shared("sdmx") else { return };
    let counts = std::fs::read_to_string(folder.join("expected-counts.json")).expect("read");
    let counts: Value = serde_json::from_str(&counts).expect("JSON");
    for entry in counts.as_array().expect("a list") {
        let name = entry["file"].as_str().expect("a name");
        let bytes = std::fs::read(folder.join(name)).expect("read");
        let first = &bytes[..bytes.len().min(8192)];
        let found: Vec<_> =
            [sdmx::csv::tell(first), sdmx::json::tell(first), services::tell(first)]
                .into_iter()
                .flatten()
                .map(Format::name)
                .collect();
        let is_ours = name.ends_with(".json") || name.ends_with(".csv");
        let expected = if is_ours { entry["format"].as_str() } else { None };
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
    for text in [UIS, WORLD_BANK, UN_SDG, DBNOMICS, JSON_STAT, INDEX_DATA, TREE] {
        assert_eq!(sdmx::json::tell(text.as_bytes()), None);
    }
}
