//! The shared tables in one of these shapes, read completely and compared with the csv crate.

use std::io::Read as _;

use daryn_stats::services::{Options, uis, un_sdg, world_bank};
use daryn_stats::{Role, Sink, Source, Told};

use crate::support::{keep, shared};

type Read = fn(&Source, &Options, &mut dyn Sink) -> Told;

/// Reads a file and compares each row with the record: period, value and key in its columns.
fn check(file: &str, read: Read, columns: [&str; 4], rows: usize, spots: &[(usize, &str)]) {
    let Some(folder) = shared("statistics") else { return };
    let source = Source::file(&folder.join(file));
    let mut bytes = Vec::new();
    source.stream().expect("a stream").read_to_end(&mut bytes).expect("read");
    let kept = keep(|sink| read(&source, &Options::default(), sink));
    assert_eq!(kept.codes(), Vec::<&str>::new(), "{file}");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let heads = reader.headers().expect("heads").clone();
    let at = |name: &str| heads.iter().position(|head| head == name).expect("a column");
    let [first, second, period, value] = columns.map(at);
    let mut count = 0;
    for (record, row) in reader.records().zip(&kept.rows) {
        let record = record.expect("read");
        assert_eq!(row.of(Role::Period), Some(&record[period]));
        assert_eq!(row.of(Role::Measure), Some(&record[value]).filter(|text| !text.is_empty()));
        assert_eq!(row.get(&heads[first]), Some(&record[first]));
        assert_eq!(row.get(&heads[second]), Some(&record[second]));
        let raw = &bytes[row.place.start as usize..row.place.end as usize];
        let line = std::str::from_utf8(raw).expect("UTF-8");
        let joined: Vec<&str> = record.iter().collect();
        assert!(line.contains('"') || line == joined.join(","), "{line}");
        count += 1;
    }
    assert_eq!((count, kept.rows.len()), (rows, rows), "{file}");
    for (row, told) in spots {
        assert_eq!(kept.rows[*row].told(), *told, "{file}");
    }
}

#[test]
fn uis_core() {
    let spots = [(0, "indicator=ger_5t8 iso3=ABW year=1999 value=26.06814")];
    check(
        "uis_education_core.csv",
        uis::read_csv,
        ["indicator", "iso3", "year", "value"],
        45_774,
        &spots,
    );
}

#[test]
fn wdi_core() {
    let spots = [(0, "indicator=BM.GSR.ROYL.CD iso3=ABW year=1986 value=0.0 is_aggregate=0")];
    check(
        "wdi_core.csv.gz",
        world_bank::read_csv,
        ["indicator", "iso3", "year", "value"],
        80_766,
        &spots,
    );
}

#[test]
fn un_sdg_series() {
    let spots = [(0, "series=BX_TRF_PWKR m49=1 year=1990 nature=ca units=percent value=0.4025129")];
    check(
        "unsdg_series_2020.csv.gz",
        un_sdg::read_csv,
        ["series", "m49", "year", "value"],
        50_872,
        &spots,
    );
    // All dimensions of the one column stand apart.
    let Some(folder) = shared("statistics") else { return };
    let source = Source::file(&folder.join("unsdg_series_2020.csv.gz"));
    let kept = keep(|sink| un_sdg::read_csv(&source, &Options::default(), sink));
    let mut reader = csv::Reader::from_reader(source.stream().expect("a stream"));
    for (record, row) in reader.records().zip(&kept.rows) {
        let record = record.expect("read");
        for pair in record[3].split(';').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').expect("a pair");
            assert_eq!((row.get(name), row.role(name)), (Some(value), Some(Role::Dimension)));
        }
    }
}
