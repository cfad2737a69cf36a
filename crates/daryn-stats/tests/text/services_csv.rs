use std::io::Write;

use daryn_model::Severity;
use daryn_stats::services::{self, Options, data_package, ilostat, uis, un_sdg, world_bank};
use daryn_stats::{Format, Role, Sink, Source, Told};

use crate::support::{Keeper, keep, mutations};

type Read = fn(&Source, &Options, &mut dyn Sink) -> Told;

fn read(read: Read, bytes: &[u8]) -> Keeper {
    let source = Source::bytes("a.csv", bytes.to_vec());
    keep(|sink| read(&source, &Options::default(), sink))
}

fn told(kept: &Keeper) -> Vec<String> {
    kept.rows.iter().map(|row| row.told()).collect()
}

fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in entries {
        let options: zip::write::SimpleFileOptions = Default::default();
        writer.start_file(*name, options).expect("begun");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("packed").into_inner()
}

/// A row's place is its whole record, as the csv crate reads it.
fn check_records(kept: &Keeper, text: &str) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let records: Vec<_> = reader.records().map(|record| record.expect("read")).collect();
    assert_eq!(records.len(), kept.rows.len());
    for (record, row) in records.iter().zip(&kept.rows) {
        let raw = &text[row.place.start as usize..row.place.end as usize];
        let mut alone =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(raw.as_bytes());
        assert_eq!(alone.records().next().expect("a record").expect("read"), *record);
        assert!(!raw.ends_with(['\r', '\n']));
        for (_, _, _, value) in &row.parts {
            assert!(record.iter().any(|cell| cell == value), "{value}");
        }
    }
}

pub(crate) const UIS: &str = "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\r\nGER.5T8,KAZ,2019,70.730,,\r\n\
                   GER.5T8,KAZ,2020,,NA,UIS_EST\r\n";
pub(crate) const UIS_METADATA: &str = "INDICATOR_ID,COUNTRY_ID,YEAR,TYPE,METADATA\nGER.5T8,KAZ,2019,Source,\"Survey,\nround 1\"\n\
                            GER.5T8,KAZ,2019,Source,Other\n";

#[test]
fn uis_bulk_files() {
    let kept = read(uis::read_csv, UIS.as_bytes());
    assert_eq!(
        told(&kept),
        [
            "INDICATOR_ID=GER.5T8 COUNTRY_ID=KAZ YEAR=2019 VALUE=70.730",
            "INDICATOR_ID=GER.5T8 COUNTRY_ID=KAZ YEAR=2020 MAGNITUDE=NA QUALIFIER=UIS_EST OBS_MISSING=not-applicable"
        ]
    );
    assert_eq!(kept.rows[0].of(Role::Measure), Some("70.730"));
    assert_eq!(kept.rows[0].of(Role::Period), Some("2019"));
    assert_eq!(kept.rows.len(), 2);
    let zeros = "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\n\
        A,KAZ,2019,0,NA,\nA,KAZ,2020,0,NIL,\nA,KAZ,2021,0,INCLUDED,\nA,KAZ,2022,0,,\nA,KAZ,2023,5,NA,\n";
    let expected = [
        "INDICATOR_ID=A COUNTRY_ID=KAZ YEAR=2019 MAGNITUDE=NA OBS_MISSING=not-applicable",
        "INDICATOR_ID=A COUNTRY_ID=KAZ YEAR=2020 VALUE=0 MAGNITUDE=NIL",
        "INDICATOR_ID=A COUNTRY_ID=KAZ YEAR=2021 MAGNITUDE=INCLUDED OBS_MISSING=included-elsewhere",
        "INDICATOR_ID=A COUNTRY_ID=KAZ YEAR=2022 VALUE=0",
        "INDICATOR_ID=A COUNTRY_ID=KAZ YEAR=2023 VALUE=5 MAGNITUDE=NA",
    ];
    assert_eq!(told(&read(uis::read_csv, zeros.as_bytes())), expected);
    assert_eq!(services::tell(UIS.as_bytes()), Some(Format::UisCsv));
    let bytes = zip(&[
        ("SDG_DATA_NATIONAL.csv", UIS),
        ("SDG_LABEL.csv", "indicator_id,indicator_label_en\nGER.5T8,Gross enrolment ratio\n"),
        ("SDG_METADATA.csv", UIS_METADATA),
        ("SDG_COUNTRY.csv", "COUNTRY_ID,COUNTRY_NAME_EN\nKAZ,Kazakhstan\n"),
        ("README.md", "# Release"),
    ]);
    let source = Source::bytes("SDG.zip", bytes.clone());
    assert_eq!(services::tell_archive(&source), Ok(Some(Format::UisCsv)));
    let kept = read(uis::read_csv, &bytes);
    assert_eq!((kept.rows.len(), kept.codes()), (2, vec!["stats-remarks-aside"]));
    assert_eq!(kept.told.problems[0].args[0].1, "2");
    assert_eq!(kept.label("COUNTRY_ID", "KAZ"), Some("Kazakhstan"));
    assert_eq!(kept.label("indicator_id", "GER.5T8"), Some("Gross enrolment ratio"));
    let kept = read(uis::read_csv, UIS_METADATA.as_bytes());
    assert_eq!((kept.rows.len(), kept.codes()), (0, vec!["stats-remarks-aside"]));
}

pub(crate) const WIDE: &str = "\u{feff}\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2026-07-13\",\r\n\r\n\
    \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"1960\",\"1961\",\"1962\",\r\n\
    \"Kazakhstan\",\"KAZ\",\"Population, total\",\"SP.POP.TOTL\",\"\",\"9961000.50\",\"0\",\r\n\
    \"World\",\"WLD\",\"Population, total\",\"SP.POP.TOTL\",\"3\",\"\",\"\",\r\n";

#[test]
fn world_bank_downloads() {
    let check = |kept: &Keeper| {
        assert_eq!(
            told(kept)[..3],
            [
                "Country Code=KAZ Indicator Code=SP.POP.TOTL Time=1961 Value=9961000.50",
                "Country Code=KAZ Indicator Code=SP.POP.TOTL Time=1962 Value=0",
                "Country Code=WLD Indicator Code=SP.POP.TOTL Time=1960 Value=3"
            ]
        );
        for row in &kept.rows[..3] {
            let raw = &WIDE[row.place.start as usize..row.place.end as usize];
            assert_eq!(raw, format!("\"{}\"", row.get("Value").expect("a value")));
        }
        assert_eq!(kept.data_sets[0].vintage, "2026-07-13");
        assert_eq!(kept.label("Indicator Code", "SP.POP.TOTL"), Some("Population, total"));
        assert_eq!(kept.rows.len(), 3);
    };
    let kept = read(world_bank::read_csv, WIDE.as_bytes());
    check(&kept);
    assert_eq!(kept.codes(), Vec::<&str>::new());
    assert_eq!(services::tell(WIDE.as_bytes()), Some(Format::WorldBankCsv));
    // A copy without the last comma in some rows.
    let bare = WIDE.replacen("\"0\",\r\n", "\"0\"\r\n", 1);
    assert_eq!(read(world_bank::read_csv, bare.as_bytes()).codes(), Vec::<&str>::new());
    let bytes = zip(&[
        (
            "Metadata_Country_API_SP.POP.TOTL_DS2_en_csv_v2_1.csv",
            "\u{feff}\"Country Code\",\"Region\",\"IncomeGroup\",\"SpecialNotes\",\"TableName\",\r\n\"KAZ\",\"Europe & Central Asia\",\"Upper middle income\",\"\",\"Kazakhstan\",\r\n",
        ),
        (
            "Metadata_Indicator_API_SP.POP.TOTL_DS2_en_csv_v2_1.csv",
            "\"INDICATOR_CODE\",\"INDICATOR_NAME\",\"SOURCE_NOTE\",\"SOURCE_ORGANIZATION\",\r\n\"SP.POP.TOTL\",\"Population, total\",\"note\",\"UN\",\r\n",
        ),
        ("API_SP.POP.TOTL_DS2_en_csv_v2_1.csv", WIDE),
    ]);
    let kept = read(world_bank::read_csv, &bytes);
    check(&kept);
    assert_eq!(kept.codes(), ["stats-remarks-aside"; 2]);
    let names: Vec<&str> = kept.streams.iter().map(|stream| stream.name.as_str()).collect();
    assert!(names[0].starts_with("API_") && names[1].starts_with("Metadata_Country"));
    let source = Source::bytes("a.zip", bytes);
    assert_eq!(services::tell_archive(&source), Ok(Some(Format::WorldBankCsv)));
}

pub(crate) const UN_SDG: &str = "Goal,Target,Indicator,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,Source,FootNote,[Age],[Units],[Reporting Type]\n\
    9,9.5,9.5.1,GB_XPD_RSDV,R&D,398,Kazakhstan,2018,<0.1,2018,BNS,\"one\ntwo\",ALLAGE,PERCENT,G\n\0\0\0\0";

#[test]
fn un_sdg_tables() {
    let kept = read(un_sdg::read_csv, UN_SDG.as_bytes());
    assert_eq!(
        told(&kept),
        [
            "Goal=9 Target=9.5 Indicator=9.5.1 SeriesCode=GB_XPD_RSDV GeoAreaCode=398 TimePeriod=2018 Value=<0.1 \
          Time_Detail=2018 Source=BNS FootNote=one\ntwo Age=ALLAGE Units=PERCENT Reporting Type=G"
        ]
    );
    let row = &kept.rows[0];
    assert_eq!(
        ["Age", "Units", "Goal", "TimePeriod"].map(|name| row.role(name)),
        [Role::Dimension, Role::ObservationAttribute, Role::SeriesAttribute, Role::Period]
            .map(Some)
    );
    assert_eq!(kept.label("GeoAreaCode", "398"), Some("Kazakhstan"));
    assert_eq!(kept.codes(), ["stats-padded"]);
    check_records(&kept, UN_SDG.trim_end_matches('\0'));
    assert_eq!(services::tell(UN_SDG.as_bytes()), Some(Format::UnSdgCsv));
}

pub(crate) const ILO: &str = "ref_area,ref_area.label,source,indicator,sex,classif1,time,obs_value,obs_status,note_source\n\
    KAZ,Kazakhstan,BA:1,UNE_DEAP,SEX_T,AGE_15,2019Q3,4.80,U,R1:2382_S3:5\n";

#[test]
fn ilostat_tables() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(ILO.as_bytes()).expect("written");
    let packed = packed.finish().expect("packed");
    for bytes in [ILO.as_bytes(), &packed] {
        let kept = read(ilostat::read, bytes);
        assert_eq!(
            told(&kept),
            [
                "ref_area=KAZ source=BA:1 indicator=UNE_DEAP sex=SEX_T classif1=AGE_15 time=2019Q3 obs_value=4.80 obs_status=U note_source=R1:2382_S3:5"
            ]
        );
        assert_eq!(kept.rows[0].of(Role::Period), Some("2019Q3"));
        assert_eq!(kept.rows[0].role("obs_status"), Some(Role::ObservationAttribute));
        assert_eq!(kept.label("ref_area", "KAZ"), Some("Kazakhstan"));
        assert_eq!(kept.streams[0].is_unpacked, bytes != ILO.as_bytes());
        check_records(&kept, ILO);
    }
    assert_eq!(services::tell(ILO.as_bytes()), Some(Format::IlostatCsv));
    let only = "ref_area.label,indicator.label,time,obs_value\nKazakhstan,Unemployment,2019,1\n";
    assert_eq!(
        told(&read(ilostat::read, only.as_bytes())),
        ["ref_area.label=Kazakhstan indicator.label=Unemployment time=2019 obs_value=1"]
    );
}

pub(crate) const PACKAGE: &str = r#"{"name":"students","version":"1.2","sources":[{"title":"BNS"}],"resources":[
  {"name":"main","title":"Students","path":"data/main.csv","hash":"sha256:00","dialect":{"delimiter":";"},
   "schema":{"primaryKey":["area","year"],"missingValues":["","-",".."],"fields":[{"name":"area","type":"string","title":"Area"},{"name":"year","type":"year"},{"name":"count","type":"number"},{"name":"note","type":"string"}]}},
  {"name":"in","data":[["a","v"],["x",1.50]],"schema":{"fields":[{"name":"v","type":"number"}]}},
  {"name":"objects","data":[{"a":"y","v":null},{"a":"z","v":2}]},
  {"name":"away","path":"../secret.csv"},{"name":"web","path":"http://x/y.csv"},{"name":"map","path":"data/map.geojson"},{"name":"gone","path":"data/gone.csv"}]}"#;
pub(crate) const MAIN: &str = "area;year;count;note\nKZ;2019;1,5;a\nKZ;2020;..;\nUZ;2020;;b\n";

#[test]
fn data_packages() {
    let dir = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(dir.path().join("data")).expect("made");
    std::fs::write(dir.path().join("datapackage.json"), PACKAGE).expect("written");
    std::fs::write(dir.path().join("data/main.csv"), MAIN).expect("written");
    std::fs::write(dir.path().join("data/map.geojson"), "{}").expect("written");
    let source = Source::file(&dir.path().join("datapackage.json"));
    let packed = zip(&[("p/datapackage.json", PACKAGE), ("p/data/main.csv", MAIN)]);
    let packed = Source::bytes("p.zip", packed);
    assert_eq!(services::tell_archive(&packed), Ok(Some(Format::DataPackage)));
    assert_eq!(services::tell(PACKAGE.as_bytes()), Some(Format::DataPackage));
    for source in [&source, &packed] {
        let kept = keep(|sink| data_package::read(source, &Options::default(), sink));
        assert_eq!(
            told(&kept),
            [
                "area=KZ year=2019 count=1,5 note=a",
                "area=KZ year=2020 count.missing=..",
                "area=UZ year=2020 note=b",
                "a=x v=1.50",
                "a=y",
                "a=z v=2"
            ]
        );
        let row = &kept.rows[0];
        assert_eq!(
            ["area", "year", "count", "note"].map(|name| row.role(name)),
            [Role::Dimension, Role::Period, Role::Measure, Role::ObservationAttribute].map(Some)
        );
        assert_eq!(kept.rows[3].role("a"), Some(Role::Unresolved));
        assert_eq!(
            &PACKAGE[kept.rows[3].place.start as usize..kept.rows[3].place.end as usize],
            r#"["x",1.50]"#
        );
        assert_eq!(&MAIN[row.place.start as usize..row.place.end as usize], "KZ;2019;1,5;a");
        assert_eq!((kept.data_sets[0].id.as_str(), row.data_set), ("students/main", 0));
        let mut expected = vec![
            "stats-package-path",
            "stats-package-path",
            "stats-package-other",
            "stats-package-missing",
        ];
        if kept.codes().len() > 4 {
            expected.insert(0, "stats-package-hash");
        }
        assert_eq!(kept.codes(), expected);
    }
}

#[test]
fn records_of_another_length_and_open_quotes_are_errors_and_the_others_are_given() {
    let text = "ref_area,time,obs_value,indicator\nKAZ,2019,1,A\nUZB,2019\nKGZ,2019,2,A,\n\
        TJK,2019,3,A,x\nTKM,\n2019,4,A\nMNG,2019,\"5,A\n";
    let kept = read(ilostat::read, text.as_bytes());
    let found: Vec<_> = kept.rows.iter().filter_map(|row| row.get("ref_area")).collect();
    // A comma behind the last field is no other field.
    assert_eq!(found, ["KAZ", "KGZ"]);
    let told: Vec<_> = kept.told.problems.iter().map(|one| (one.code.as_str(), one.line)).collect();
    let ragged = |line| ("stats-table-ragged", line);
    let expected = [ragged(3), ragged(5), ragged(6), ragged(7), ("stats-separated-quote", 8)];
    assert_eq!(told, expected);
    assert!(kept.told.problems.iter().all(|one| one.severity == Severity::Error));
}

#[test]
fn the_encoding_of_a_resource_is_obeyed() {
    // `Алматы;1` in windows-1251.
    let data = [&b"area,value\n"[..], &[0xc0, 0xeb, 0xec, 0xe0, 0xf2, 0xfb], b",1\n"].concat();
    let package = |encoding: &str| {
        let dir = tempfile::tempdir().expect("a folder");
        let text = format!(
            r#"{{"resources":[{{"name":"a","path":"a.csv"{encoding},"schema":{{"primaryKey":"area",
            "fields":[{{"name":"area","type":"string"}},{{"name":"value","type":"number"}}]}}}}]}}"#
        );
        std::fs::write(dir.path().join("datapackage.json"), text).expect("written");
        std::fs::write(dir.path().join("a.csv"), &data).expect("written");
        let source = Source::file(&dir.path().join("datapackage.json"));
        let kept = keep(|sink| data_package::read(&source, &Options::default(), sink));
        if let Some(row) = kept.rows.first() {
            let raw = &data[row.place.start as usize..row.place.end as usize];
            assert_eq!(raw, &data[11..data.len() - 1]);
        }
        (told(&kept), kept.codes().join(" "))
    };
    let expected = vec!["area=Алматы value=1".to_owned()];
    for name in ["windows-1251", "cp1251", "Windows-1251"] {
        let found = package(&format!(r#","encoding":"{name}""#));
        assert_eq!(found, (expected.clone(), String::new()), "{name}");
    }
    let found = package(r#","encoding":"koi8-r""#);
    assert_ne!(found.0, expected);
    assert_eq!((found.0.len(), found.1.as_str()), (1, ""));
    assert_eq!(package("").1, "stats-table-bytes");
    assert_eq!(package(r#","encoding":"utf-16""#), (vec![], "stats-package-encoding".into()));
}

#[test]
fn what_is_no_table_of_theirs_is_told() {
    for reader in
        [uis::read_csv, world_bank::read_csv, un_sdg::read_csv, ilostat::read] as [Read; 4]
    {
        assert_eq!(read(reader, b"a,b\n1,2\n").codes(), ["stats-shape"]);
        assert_eq!(read(reader, b"").codes(), ["stats-shape"]);
    }
    assert_eq!(read(uis::read_csv, b"PK\x03\x04 broken").codes(), ["stats-archive"]);
    let empty = zip(&[("a.txt", "x")]);
    assert_eq!(read(world_bank::read_csv, &empty).codes(), ["stats-shape"]);
    assert_eq!(services::tell(b"a,b\n1,2\n"), None);
    assert_eq!(services::tell(b"{\"a\":1}"), None);
}

#[test]
fn archives_that_unpack_to_too_much_are_told() {
    let line = format!("x,{}\n", "a".repeat(1 << 20));
    let text = ["indicator_id,indicator_label_en\n", &line.repeat(72)].concat();
    let bytes = zip(&[("SDG_LABEL.csv", &text), ("SDG_DATA_NATIONAL.csv", UIS)]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read(uis::read_csv, &bytes).codes(), ["stats-unpacks"]);
}

#[test]
fn any_change_of_bytes_ends() {
    let packed =
        zip(&[("API_a.csv", WIDE), ("Metadata_Country_a.csv", "\"Country Code\"\n\"KAZ\"\n")]);
    let all: [(Read, &[u8]); 6] = [
        (uis::read_csv, UIS.as_bytes()),
        (uis::read_csv, UIS_METADATA.as_bytes()),
        (world_bank::read_csv, WIDE.as_bytes()),
        (world_bank::read_csv, &packed),
        (un_sdg::read_csv, UN_SDG.as_bytes()),
        (ilostat::read, ILO.as_bytes()),
    ];
    for (read, bytes) in all {
        for seed in 1..5 {
            mutations(bytes, seed * 7907, |bytes| {
                services::tell(&bytes);
                let source = Source::bytes("a.csv", bytes);
                let _ = services::tell_archive(&source);
                keep(|sink| read(&source, &Options::default(), sink));
            });
        }
    }
    mutations(PACKAGE.as_bytes(), 31, |bytes| {
        let source = Source::bytes("nowhere/datapackage.json", bytes);
        keep(|sink| data_package::read(&source, &Options::default(), sink));
    });
}
