//! The tables that `daryn stats read` prints.

use std::collections::BTreeMap;
use std::fs;

use daryn_stats::sdmx::{Structures, ml};
use daryn_stats::{DarynId, Sink, Source, cite, write};

use super::tree::{rows, tree};
use super::{read, source};
use crate::shared::{files, folder};

/// Lines of a table, by another way than it was written: cells with quotation marks undone.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell, mut is_quoted) =
        (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            _ => cell.push(character),
        }
    }
    assert!(cell.is_empty() && line.is_empty());
    lines
}

fn table(from: &Source, structures: Option<&Structures>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let read = |sink: &mut dyn Sink| ml::read(from, &ml::Options { structures }, sink);
    write::observations::write(from, structures, &read, &mut out).expect("written");
    parse(&String::from_utf8(out).expect("text"))
}

#[test]
fn every_observation_is_a_line_with_its_values_and_a_name_that_leads_back() {
    let Some(folder) = folder("data/sdmx") else { return };
    for path in files(&folder, ".xml") {
        let raw = fs::read(&path).expect("a file");
        let root = tree(&raw);
        if root.name == "Structure" || root.name.ends_with("Metadata") {
            continue;
        }
        let from = Source::file(&path);
        let mut lines = table(&from, None).into_iter();
        let head = lines.next().expect("a head");
        assert_eq!(head.last().map(String::as_str), Some("daryn_id"));
        let value = head.iter().position(|name| name == "OBS_VALUE").expect("a value");
        if let Some(period) = head.iter().position(|name| name == "TIME_PERIOD") {
            assert_eq!(period + 1, value, "{}", path.display());
        }
        let expected = rows(&root);
        assert_eq!(lines.len(), expected.len(), "{}", path.display());
        for (at, (line, expected)) in lines.zip(expected).enumerate() {
            let mut values: BTreeMap<String, String> = BTreeMap::new();
            for (name, language, value) in &expected.values {
                let text =
                    if language.is_empty() { value.clone() } else { format!("{language}:{value}") };
                let cell = values.entry(name.clone()).or_default();
                // Values of one component are sorted by the tree, and here too.
                *cell = if cell.is_empty() { text } else { format!("{cell};{text}") };
            }
            let sorted = |text: &str| {
                let mut all: Vec<_> = text.split(';').map(str::to_owned).collect();
                all.sort();
                all
            };
            assert_eq!(line.len(), head.len());
            for (name, cell) in head.iter().zip(&line).take(head.len() - 1) {
                let value = values.remove(name).unwrap_or_default();
                assert_eq!(sorted(cell), sorted(&value), "{} {name}", path.display());
            }
            assert!(values.is_empty(), "{values:?}");
            // The digest of the whole file is made each time.
            if at < 5 {
                let id: DarynId = line[head.len() - 1].parse().expect("a name");
                let bytes = cite(&from, &id, &[]).expect("bytes");
                assert_eq!(bytes, &raw[expected.bytes.0..expected.bytes.1]);
            }
        }
    }
}

#[test]
fn dimensions_stand_in_the_order_of_the_structure() {
    let Some(folder) = folder("data/sdmx") else { return };
    let mut structures = Structures::default();
    let file = Source::file(&folder.join("ECB_EXR/sg-structure-full.xml"));
    ml::read(&file, &ml::Options::default(), &mut structures);
    let data = Source::file(&folder.join("ECB_EXR/sg-xs.xml"));
    let lines = table(&data, Some(&structures));
    let expected = "FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,TIME_PERIOD,OBS_VALUE";
    assert_eq!(lines[0][..7].join(","), expected);
    assert_eq!(lines.len(), 13);
    assert_eq!(lines[1][..7].join(","), "M,CHF,EUR,SP00,E,2010-08,1.3413");
    let alone = table(&data, None);
    let expected = "FREQ,CURRENCY_DENOM,EXR_TYPE,EXR_VAR,CURRENCY,TIME_PERIOD,OBS_VALUE";
    assert_eq!(alone[0][..7].join(","), expected);
}

#[test]
fn structures_give_a_line_for_each_code() {
    let Some(folder) = folder("data/sdmx") else { return };
    let mut codes = 0;
    for path in files(&folder, ".xml") {
        let root = tree(&fs::read(&path).expect("a file"));
        if root.name != "Structure" {
            continue;
        }
        let mut elements = Vec::new();
        root.every(&mut elements);
        let lists = ["Codelist", "GeographicCodelist", "ValueList"];
        let items = ["Code", "GeoFeatureSetCode", "ValueItem"];
        let lists = elements.iter().filter(|element| lists.contains(&element.name.as_str()));
        let expected: usize = lists
            .map(|list| list.children.iter().filter(|at| items.contains(&at.name.as_str())).count())
            .sum();
        let lines = table(&Source::file(&path), None);
        assert_eq!(lines.len() - 1, expected, "{}", path.display());
        codes += expected;
    }
    assert!(codes > 681, "{codes}");
    let lines = table(&Source::file(&folder.join("v21/xml/query/response_cl_all.xml")), None);
    assert_eq!(lines[0][..3].join(","), "CODELIST,ID,PARENT");
    assert_eq!(lines.len(), 66);
    assert!(lines[0].contains(&"NAME_en".to_owned()));
}

#[test]
fn what_one_series_says_is_not_taken_for_that_of_the_next() {
    let message = |data: &str| {
        source(&format!(
            "<m:StructureSpecificData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'>\
             <m:Header><m:Structure structureID='A' dimensionAtObservation='TIME_PERIOD'/></m:Header>\
             <m:DataSet structureRef='A' T='t'>{data}</m:DataSet></m:StructureSpecificData>"
        ))
    };
    // Series with one and with several observations, more and less said, columns that come late.
    let mut data = String::from("<Group A='3' G='late, but said'/><Group A='7' G='g'/>");
    for series in 0..40 {
        data.push_str(&format!("<Series A='{series}' B='{}'", series % 3));
        if series % 5 == 0 {
            data.push_str(" C='c'");
        }
        data.push('>');
        for at in 0..series % 4 {
            let extra = if at == 2 { " B='own'" } else { "" };
            data.push_str(&format!("<Obs TIME_PERIOD='{at}' OBS_VALUE='{series}.{at}'{extra}/>"));
        }
        data.push_str("</Series>");
    }
    let from = message(&data);
    let (all, lines) = (read(&from, None), table(&from, None));
    assert_eq!((all.rows.len(), lines.len()), (60, 61));
    let mut columns = daryn_stats::Table::default();
    ml::read(&from, &ml::Options::default(), &mut columns);
    for (number, (row, line)) in all.rows.iter().zip(&lines[1..]).enumerate() {
        for (name, cell) in lines[0].iter().zip(line).filter(|(name, _)| *name != "daryn_id") {
            // What is said on a lower level comes last.
            let last = row.parts.iter().rev().find(|part| part.0 == *name);
            assert_eq!(cell, last.map_or("", |part| part.3.as_str()), "{name} of {row:?}");
        }
        let mut values: Vec<_> = columns
            .row(number)
            .map(|(column, language, value)| {
                (column.name().to_owned(), language.to_owned(), value.to_owned())
            })
            .collect();
        values.sort();
        assert_eq!(values, row.values());
    }
}

#[test]
fn columns_are_found_wherever_blocks_of_a_file_end() {
    let head = "<m:StructureSpecificData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'>\
        <m:Header><m:Structure structureID='A'/></m:Header><m:DataSet structureRef='A'><Series A='1'>";
    let common = "<Obs TIME_PERIOD='2019' OBS_VALUE='1' S='a'/>";
    for size in [64 << 10, 128 << 10] {
        for shift in 0..70 {
            // The tag with another attribute reaches over the end of a block.
            let mut text = String::from(head);
            while text.len() + common.len() + 70 < size {
                text.push_str(common);
            }
            text.push_str(&" ".repeat(size - text.len() - shift));
            text.push_str("<Obs TIME_PERIOD='2020' OBS_VALUE='2' R='b'/>");
            text.push_str(&common.repeat(3));
            text.push_str("</Series></m:DataSet></m:StructureSpecificData>");
            let lines = table(&source(&text), None);
            assert_eq!(lines[0].join(","), "A,TIME_PERIOD,OBS_VALUE,S,R,daryn_id", "{shift}");
            let rare: Vec<_> = lines.iter().filter(|line| line[4] == "b").collect();
            assert_eq!((rare.len(), rare[0][..5].join(",")), (1, "1,2020,2,,b".to_owned()));
        }
    }
}
