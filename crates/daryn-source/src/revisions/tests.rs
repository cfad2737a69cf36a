//! Tests of revision reports.

use super::*;
use crate::connector;

fn comparison(areas: Option<Areas>) -> Comparison {
    let columns = |area: &str| Columns {
        key: vec![area.to_owned(), "year".to_owned()],
        value: "value".to_owned(),
        ..Columns::default()
    };
    Comparison { old: columns("m49"), new: columns("iso3"), areas, tolerance: 0.005 }
}

fn compared(old: &str, new: &str, how: &Comparison) -> Result<Revisions, Vec<Diagnostic>> {
    compare(("old.csv", old.as_bytes()), ("new.csv", new.as_bytes()), how)
}

#[test]
fn every_key_has_one_fate() {
    let old = "m49,year,value\n398,2018,0.12\n398,2019,0.10\n398,2020,\n417,2019,0.2\n4,2019,0\n1,2019,2\n";
    let new =
        "iso3,year,value\nKAZ,2018,0.124\nKAZ,2019,0.2\nKAZ,2020,0.13\nAFG,2019,0.1\nWLD,2019,2\n";
    let report = compared(old, new, &comparison(Some(Areas::Iso3))).expect("a report");
    // KAZ 2018 within the tolerance, KAZ 2019 and AFG 2019 changed, KAZ 2020 added, KGZ 2019
    // withdrawn; the world has no letters.
    let counts = (report.common, report.added, report.withdrawn, report.changed, report.unchanged);
    assert_eq!(counts, (3, 1, 1, 2, 1));
    // 0.10 to 0.2 is 100 %; from zero there is no share.
    assert_eq!(report.changed_by_more_than["0.05"], 1);
    assert_eq!(report.areas_not_joined, BTreeMap::from([("1".into(), 1), ("WLD".into(), 1)]));
    let fates: Vec<Fate> = report.revisions.iter().map(|row| row.fate).collect();
    assert_eq!(fates, [Fate::Changed, Fate::Changed, Fate::Added, Fate::Withdrawn]);
}

#[test]
fn a_change_smaller_than_the_tolerance_can_be_a_large_share() {
    let old = "m49,year,value\n398,2018,0.01\n";
    let new = "iso3,year,value\nKAZ,2018,0.012\n";
    let report = compared(old, new, &comparison(Some(Areas::Iso3))).expect("a report");
    assert_eq!((report.changed, report.unchanged), (0, 1));
    assert_eq!(report.changed_by_more_than["0.05"], 1);
}

#[test]
fn the_area_may_be_any_part_of_the_key() {
    let mut how = comparison(Some(Areas::Iso2));
    how.old.key.reverse();
    how.new.key.reverse();
    let old = "m49,year,value\n398,2018,1\n";
    let report = compared(old, "iso3,year,value\nKAZ,2018,1\n", &how).expect("a report");
    assert_eq!((report.common, report.areas_not_joined.len()), (1, 0));
}

#[test]
fn flags_are_compared_where_asked() {
    let mut how = comparison(Some(Areas::M49));
    how.old.flag = Some("f".into());
    how.new.flag = Some("g".into());
    let old = "m49,year,value,f\n398,2018,1,e\n398,2019,1,\n";
    let new = "iso3,year,value,g\nKAZ,2018,1,\nKAZ,2019,1,\n";
    let report = compared(old, new, &how).expect("a report");
    assert_eq!((report.flag_changed, report.changed), (Some(1), 0));
    assert_eq!(report.revisions[0].fate, Fate::FlagChanged);
    let report = compared(old, new, &comparison(Some(Areas::M49))).expect("a report");
    assert!(report.flag_changed.is_none() && report.revisions.is_empty());
}

#[test]
fn mistakes_are_told_with_their_place() {
    let codes = |old: &str, new: &str| -> Vec<(String, u32)> {
        let problems = compared(old, new, &comparison(None)).expect_err("problems");
        problems.into_iter().map(|problem| (problem.code, problem.line)).collect()
    };
    let good = "iso3,year,value\nKAZ,2018,1\n";
    assert_eq!(codes("m48,year,value\n", good), [("unknown-column".into(), 1)]);
    let twice = "m49,year,value\n398,2018,1\n398,2018,2\n";
    assert_eq!(codes(twice, good), [("key-not-unique".into(), 3)]);
    assert_eq!(codes("m49,year,value\n398,2018\n", good), [("wrong-field-count".into(), 2)]);
    assert_eq!(codes("m49,year\n", "iso,year,value\n").len(), 2);
}

#[test]
fn stored_answers_are_compared_by_the_key_of_their_connector() {
    let query = |connector: &str| {
        connector::find(connector).expect("a connector").query(None).expect("a query")
    };
    let page = |rows: &str| format!("[{{\"page\":1}},[{rows}]]").into_bytes();
    let row = |area: &str, value: &str, flag: &str| {
        format!(
            "{{\"indicator\":{{\"id\":\"X\"}},\"country\":{{\"id\":\"{area}\"}},\
             \"countryiso3code\":\"{area}\",\"date\":\"2020\",\"value\":{value},\
             \"obs_status\":\"{flag}\"}}"
        )
    };
    let old =
        [page(&row("KAZ", "1", "")), page(&[row("KGZ", "2", ""), row("UZB", "3", "")].join(","))];
    let new =
        [page(&[row("KAZ", "1", "E"), row("KGZ", "2.5", ""), row("UZB", "null", "")].join(","))];
    let report = of_answers("rd", (&old, &new), query("worldbank"), 0.0).expect("a report");
    let counts = (report.common, report.withdrawn, report.changed, report.flag_changed);
    assert_eq!(counts, (2, 1, 1, Some(1)));
    let csv = |text: &str| vec![text.as_bytes().to_vec()];
    let (old, new) = (
        csv("Year,Region,Value\n2020,,1\n2020,A,2\n"),
        csv("Year,Region,Value\n2020,,1\n2020,A,3\n"),
    );
    let report = of_answers("o", (&old, &new), query("opensdg"), 0.0).expect("a report");
    assert_eq!((report.common, report.changed), (2, 1));
    let problems = of_answers("f", (&old, &new), query("file"), 0.0).expect_err("no key");
    assert_eq!(problems[0].code, "source-no-key");
    let twice =
        of_answers("o", (&csv("Year,Value\n2020,1\n2020,2\n"), &new), query("opensdg"), 0.0);
    assert_eq!(twice.expect_err("a problem")[0].code, "key-not-unique");
}

#[test]
fn only_the_rows_that_are_meant_are_compared() {
    let mut how = comparison(None);
    how.new.key[0] = "m49".into();
    how.old.only = vec![("series".into(), "A".into())];
    let old = "series,m49,year,value\nA,398,2018,1\nB,398,2018,5\n";
    let report = compared(old, "m49,year,value\n398,2018,1\n", &how).expect("a report");
    assert_eq!((report.common, report.unchanged), (1, 1));
}

#[test]
fn every_member_of_a_gzip_file_is_read_and_texts_are_counted() {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    let pack = |text: &str| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).expect("packed");
        packer.finish().expect("packed")
    };
    let mut how = comparison(None);
    how.new.key[0] = "m49".into();
    let packed = [pack("m49,year,value\nA,1,1\n"), pack("B,1,\"1,5\"\n")].concat();
    let plain = b"m49,year,value\nA,1,1\nB,1,\"1,5\"\n";
    let report = compare(("old", &packed), ("new", plain), &how).expect("a report");
    assert_eq!((report.common, report.unchanged, report.not_numbers), (2, 2, 1));
}
