//! The CSV copies of the shared folder, where they are there, compared with the csv crate.

use std::collections::BTreeSet;
use std::io::Read;

use daryn_stats::Source;
use daryn_stats::sheets::{plain, read};

use crate::collect::{Collect, shared};
use crate::mapped::mapping;

fn walked(source: &Source) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut bytes = Vec::new();
    source.stream().unwrap().read_to_end(&mut bytes).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let heads = reader.headers().unwrap().clone();
    (heads, reader.records().map(Result::unwrap).collect())
}

/// Each record is an observation with its fields, whose bytes are those of the record.
fn compare(source: &Source, found: &Collect, names: &[&str]) {
    let (heads, records) = walked(source);
    assert_eq!(found.rows.len(), records.len());
    let raws = found.raw(source);
    for ((row, record), raw) in found.rows.iter().zip(&records).zip(&raws) {
        for (at, field) in record.iter().enumerate() {
            let name = names.get(at).copied().unwrap_or(&heads[at]);
            if !name.is_empty() {
                assert_eq!(row.get(name), field.trim(), "{raw}");
            }
        }
        let line: Vec<String> = record
            .iter()
            .map(|field| {
                let is_quoted = field.contains([',', '"', '\n']);
                if is_quoted { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.into() }
            })
            .collect();
        assert_eq!(*raw, line.join(","));
    }
}

#[test]
fn copies_of_the_migrant_stock_and_others_through_mappings() {
    let long = |columns: &[(&str, &str, bool)], value: &str| {
        let mut text = String::from("[[table]]\nid = \"T\"\ndecimal_mark = \".\"\n");
        text += &format!("[table.data]\ncolumns = {{ head = \"{value}\" }}\nfirst_row = 1\n");
        for (column, component, optional) in columns {
            text += &format!(
                "[[table.head_column]]\ncolumn = {{ head = \"{column}\" }}\ncomponent = \
                 \"{component}\"\noptional = {optional}\n"
            );
        }
        mapping(&text)
    };
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str, bool)], &'a str, usize);
    let cases: [Case<'_>; 4] = [
        (
            "undesa_ims2020_by_destination.csv",
            &[
                ("m49", "REF_AREA", false),
                ("area", "AREA_NAME", false),
                ("data_type", "TYPE_OF_DATA", true),
                ("measure", "INDICATOR", false),
                ("sex", "SEX", false),
                ("year", "TIME_PERIOD", false),
            ],
            "value",
            16_681,
        ),
        (
            "undesa_ims2019_bilateral.csv.gz",
            &[
                ("year", "TIME_PERIOD", false),
                ("destination", "REF_AREA", false),
                ("origin", "ORIGIN", false),
            ],
            "stock",
            79_622,
        ),
        (
            "iab_braindrain_stocks_by_sex.csv",
            &[
                ("destination_iso3", "REF_AREA", false),
                ("origin", "ORIGIN", false),
                ("year", "TIME_PERIOD", false),
                ("sex", "SEX", false),
            ],
            "stock",
            63_136,
        ),
        (
            "sdg_index_2000_2022.csv",
            &[
                ("iso3", "REF_AREA", false),
                ("year", "TIME_PERIOD", false),
                ("measure", "INDICATOR", false),
            ],
            "score",
            74_520,
        ),
    ];
    for (file, columns, value, rows) in cases {
        let Some(path) = shared(&format!("data/statistics/{file}")) else { continue };
        let source = Source::file(&path);
        let mut found = Collect::default();
        let told = read(&source, &long(columns, value), &mut found);
        assert_eq!(told.problems, [], "{file}");
        assert_eq!(found.rows.len(), rows, "{file}");
        let mut names: Vec<&str> = columns.iter().map(|column| column.1).collect();
        names.push("OBS_VALUE");
        compare(&source, &found, &names);
        if file.starts_with("undesa_ims2020") {
            let areas: BTreeSet<&str> = found.rows.iter().map(|row| row.get("REF_AREA")).collect();
            assert_eq!(areas.len(), 282);
        }
    }
}

#[test]
fn all_files_of_the_folder_are_read_by_their_first_row() {
    let Some(folder) = shared("data/statistics") else { return };
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|own| own == "csv" || own == "gz"));
    files.sort();
    assert_eq!(files.len(), 12);
    for file in files {
        let source = Source::file(&file);
        let mut found = Collect::default();
        let told = plain::read(&source, &plain::Columns::default(), &mut found);
        // Some have a column of values of another name.
        let has_measure = found.rows.iter().any(|row| !row.get("OBS_VALUE").is_empty())
            || found.rows.iter().any(|row| !row.get("value").is_empty());
        let codes: Vec<&str> = told.problems.iter().map(|one| one.code.as_str()).collect();
        let expected = if has_measure { &[][..] } else { &["stats-no-measure"] };
        assert_eq!(codes, expected, "{}", file.display());
        compare(&source, &found, &[]);
    }
}
