use daryn_model::Severity;
use daryn_stats::sdmx::csv::{self, Options};
use daryn_stats::{Action, Format, Role, Source};

use crate::support::{Keeper, keep, mutations, shared};

fn read(text: &str) -> Keeper {
    let source = Source::bytes("a.csv", text.as_bytes().to_vec());
    keep(|sink| csv::read(&source, &Options::default(), sink))
}

fn told(kept: &Keeper) -> Vec<String> {
    kept.rows.iter().map(|row| row.told()).collect()
}

pub(crate) const LABELLED: &str = "\
STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;AREA: Аймақ;TIME_PERIOD: Уақыт;OBS_VALUE: Мән;NOTE[]: Note
dataflow;KZ:STUD(1.0): Students;A;KZ;KZ: Kazakhstan;2019: 2019;12,4;a: A|b: B
dataflow;KZ:STUD(1.0): Students;R;KZ;KZ: Kazakhstan;2020;;b: B
";

#[test]
fn codes_and_labels_of_one_cell_are_told_apart() {
    let kept = read(LABELLED);
    assert_eq!(
        told(&kept),
        [
            "SERIES_KEY=KZ AREA=KZ TIME_PERIOD=2019 OBS_VALUE=12,4 NOTE=a NOTE=b",
            "SERIES_KEY=KZ AREA=KZ TIME_PERIOD=2020 NOTE=b"
        ]
    );
    let row = &kept.rows[0];
    assert_eq!(
        ["SERIES_KEY", "AREA", "TIME_PERIOD", "OBS_VALUE"].map(|name| row.role(name)),
        [Role::Extra, Role::Unresolved, Role::Period, Role::Measure].map(Some)
    );
    assert_eq!((row.action, kept.rows[1].action), (Action::Append, Action::Replace));
    assert_eq!(kept.label("AREA", "KZ"), Some("Kazakhstan"));
    assert_eq!(kept.labels.iter().filter(|label| label.0 == "NOTE").count(), 3);
    assert_eq!(kept.data_sets.len(), 1);
    assert_eq!(kept.data_sets[0].names, [(String::new(), "Students".to_owned())]);
    let structure = ("dataflow".to_owned(), "KZ:STUD(1.0)".to_owned());
    assert_eq!(kept.data_sets[0].structure, Some(structure));
    assert!(kept.codes().is_empty());
}

#[test]
fn the_first_version_puts_dimensions_before_the_value() {
    let text = "DATAFLOW,LAST UPDATE,FREQ,GEO,TIME_PERIOD,OBS_VALUE,OBS_FLAG\r\n\
                ESTAT:X(1.0),24/10/26,A,KZ,2019,1.50,p\r\n";
    let kept = read(text);
    let roles: Vec<_> = kept.rows[0].parts.iter().map(|part| part.1).collect();
    assert_eq!(
        roles,
        [
            Role::Extra,
            Role::Dimension,
            Role::Dimension,
            Role::Period,
            Role::Measure,
            Role::ObservationAttribute
        ]
    );
    kept.check_places(text.as_bytes(), |_, raw| raw == "ESTAT:X(1.0),24/10/26,A,KZ,2019,1.50,p");
    assert_eq!(csv::tell(text.as_bytes()), Some(Format::SdmxCsv10));
}

#[test]
fn a_structure_tells_what_columns_are() {
    let source = Source::bytes(
        "a.csv",
        *b"STRUCTURE,STRUCTURE_ID,ACTION,A,B,V,UPDATED\ndataflow,X:Y(1),I,a,b,1,2026\n",
    );
    let roles = [("A", Role::Dimension), ("V", Role::Measure), ("B", Role::SeriesAttribute)];
    let roles = roles.map(|(name, role)| (name.to_owned(), role)).to_vec();
    let kept = keep(|sink| csv::read(&source, &Options { roles }, sink));
    let seen: Vec<_> = kept.rows[0].parts.iter().map(|part| part.1).collect();
    assert_eq!(seen, [Role::Dimension, Role::SeriesAttribute, Role::Measure, Role::Extra]);
}

#[test]
fn what_is_wrong_is_told_and_read_on() {
    let kept = read(
        "STRUCTURE,STRUCTURE_ID,ACTION,A,A\ndataflow,X:Y(1),Q,1,\ndataflow,X:Y(1),I,1,2,3\n\
         dataflow,X:Y(1),I,1\ndataflow,X:Y(1),I,4,5,\n\"dataflow\n\",X:Y(1),I,\"1,2\0\0",
    );
    let found: Vec<_> =
        kept.told.problems.iter().map(|one| format!("{}:{}", one.code, one.line)).collect();
    assert_eq!(
        found,
        [
            "stats-column-twice:1",
            "stats-action:2",
            "stats-table-ragged:3",
            "stats-table-ragged:4",
            "stats-separated-quote:7",
            "stats-padded:6"
        ]
    );
    let errors = kept.told.problems.iter().filter(|one| one.severity == Severity::Error);
    assert_eq!(errors.count(), 3);
    // A record whose fields cannot be told apart is not read; a comma behind it is no field.
    assert_eq!(told(&kept), ["A=1", "A=4 A=5"]);
    assert_eq!(read("").codes(), ["stats-table-empty"]);
}

#[test]
fn any_change_of_bytes_ends() {
    mutations(LABELLED.as_bytes(), 7, |bytes| {
        let source = Source::bytes("a.csv", bytes);
        keep(|sink| csv::read(&source, &Options::default(), sink));
    });
}

/// Names, values and languages of the specimens that need more than a walk of cells; `~` stands
/// before a language.
fn expected(file: &str) -> Option<Vec<&'static str>> {
    Some(match file {
        "example-02.csv" => vec![
            "OBS_VALUE1=12.4 OBS_VALUE2=12.5 ATTR_3=Normal, special and other values ATTR_1=X ATTR_1=Y DIM_2=B DIM_1=A DIM_3=2014-01",
            "OBS_VALUE1=10.8 OBS_VALUE2=10.9 ATTR_3=Normal, special and other values ATTR_1=X ATTR_1=Z DIM_2=B DIM_1=A DIM_3=2014-02",
        ],
        "example-04.csv" => vec![
            "SERIES_KEY=A.B OBS_KEY=A.B.2014-01 DIM_1=A DIM_2=B DIM_3=2014-01 OBS_VALUE=12,4 ATTR_2=Y ATTR_3=Normal, special and other values ATTR_1=N",
            "SERIES_KEY=A.B OBS_KEY=A.B.2014-02 DIM_1=A DIM_2=B DIM_3=2014-02 OBS_VALUE=10,8 ATTR_2=Y ATTR_3=Normal, special and other values ATTR_1=Y",
        ],
        "example-05.csv" => vec![
            "DIM_1=A DIM_2=B DIM_3=2014-01-01 OBS_VALUE=12.4 ATTR_2=Y ATTR_3=Normal, special and other values ATTR_1=N",
            "DIM_1=A DIM_2=B DIM_3=2014-02-01 OBS_VALUE=10.8 ATTR_2=Y ATTR_3=Normal, special and other values ATTR_1=Y",
        ],
        "example-06.csv" => vec![
            "DIM_1=A DIM_2=B DIM_3=2014-01 OBS_VALUE=12.4 ATTR_1=Y ATTR_2=Normal, special and other values ATTR_3=N",
            "DIM_1=A DIM_2=B DIM_3=2014-02 OBS_VALUE=10.8 ATTR_1=Y ATTR_2=Normal, special and other values ATTR_3=Y",
        ],
        "example-07.csv" => vec![
            "DIM_1=A DIM_2=B DIM_3=2014-01 OBS_VALUE=12.4 ATTR_1=Value X ATTR_1=Value Y ATTR_2=M, N & O ATTR_2=P & Q ATTR_3=A ATTR_3=B ATTR_3=C",
            "DIM_1=A DIM_2=B DIM_3=2014-02 OBS_VALUE=10.8 ATTR_1=Value X ATTR_1=Value Y ATTR_2=M, N & O ATTR_2=P & Q ATTR_3=A ATTR_3=C",
        ],
        "example-08.csv" => vec![
            "DIM_1=A DIM_2=B DIM_3=2014-01 OBS_VALUE=12.4 ATTR_1~en=Any Value ATTR_1~fr=N'importe quelle Valeur",
            "DIM_1=A DIM_2=B DIM_3=2014-02 OBS_VALUE=10.8 ATTR_1~en=Value \"X\" ATTR_1~fr=Valeur \"X\"",
        ],
        "example-09A.csv" => vec![
            "DIM_1=A DIM_2=B DIM_3=2014-01 OBS_VALUE=12.4 ATTR_1~en=Any Value ATTR_1~fr=N'importe quelle Valeur",
            "DIM_1=A DIM_2=B DIM_3=2014-02 OBS_VALUE=10.8 ATTR_1~en=Value \"X\" ATTR_1~fr=Valeur \"X\"",
            "DIM_1=A DIM_2=B DIM_3=2014-03 OBS_VALUE=11.2 ATTR_1~en=Value \"Y\" ATTR_1~fr=Valeur \"Y\"",
        ],
        "example-14.csv" => vec![
            "DIM_2=A COLLECTION.METHOD~en=AAA COLLECTION.METHOD~fr=BBB CONTACT=Contact 1 CONTACT=Contact 2 CONTACT[].NAME=Contact 1 Name 1;Contact 1 Name 2 CONTACT[].NAME=Contact 1 Name 1;Contact 2 Name 2",
            "DIM_2=B COLLECTION.METHOD~en=CCC COLLECTION.METHOD~fr=DDD CONTACT=Contact 1 CONTACT=Contact 2 CONTACT=Contact 3 CONTACT[].NAME=Contact 1 Name 1;Contact 1 Name 2 CONTACT[].NAME= CONTACT[].NAME=Contact 3 Name 1;Contact 3 Name 2",
        ],
        _ => return None,
    })
}

#[test]
fn the_specimens_of_the_working_group_are_read() {
    let Some(folder) = shared("sdmx") else { return };
    let counts = std::fs::read_to_string(folder.join("expected-counts.json")).expect("read");
    let counts: serde_json::Value = serde_json::from_str(&counts).expect("JSON");
    let mut files = 0;
    for entry in counts.as_array().expect("a list") {
        let name = entry["file"].as_str().expect("a name");
        if !name.ends_with(".csv") {
            continue;
        }
        files += 1;
        let path = folder.join(name);
        let (source, bytes) = (Source::file(&path), std::fs::read(&path).expect("read"));
        assert_eq!(csv::tell(&bytes).map(|format| format.name()), entry["format"].as_str());
        let (found, _) = csv::count(&source);
        let rows = entry["counts"]["rows"].as_u64();
        assert_eq!(found, [("rows", rows.expect("a count"))]);
        let kept = keep(|sink| csv::read(&source, &Options::default(), sink));
        assert!(kept.codes().is_empty(), "{name}: {:?}", kept.told);
        check(name.rsplit('/').next().expect("a name"), &kept, &bytes);
    }
    assert_eq!(files, 21);
}

/// Compares what was read of a specimen with the walk of the csv crate.
fn check(name: &str, kept: &Keeper, bytes: &[u8]) {
    let first = bytes.split(|byte| *byte == b'\n').next().expect("a line");
    let mark = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
    let mut reader = ::csv::ReaderBuilder::new().delimiter(mark).from_reader(bytes);
    let heads = reader.headers().expect("heads").clone();
    let records: Vec<_> = reader.records().map(|record| record.expect("read")).collect();
    assert_eq!(records.len(), kept.rows.len());
    let raw = |row: usize| {
        let place = kept.rows[row].place;
        &bytes[place.start as usize..place.end as usize]
    };
    let mut data_sets = Vec::new();
    for (number, (record, row)) in records.iter().zip(&kept.rows).enumerate() {
        let mut alone =
            ::csv::ReaderBuilder::new().delimiter(mark).has_headers(false).from_reader(raw(number));
        let alone: Vec<_> = alone.records().map(|record| record.expect("read")).collect();
        assert_eq!(alone.iter().collect::<Vec<_>>(), [record], "{name}");
        assert!(!raw(number).ends_with(b"\n"));
        assert_eq!(
            record.get(2 + usize::from(&heads[2] == "STRUCTURE_NAME")),
            Some(row.action.letter())
        );
        let structure =
            (record[0].to_owned(), record[1].split(": ").next().expect("an id").to_owned());
        if !data_sets.contains(&structure) {
            data_sets.push(structure.clone());
        }
        let own = &kept.data_sets[row.data_set as usize];
        assert_eq!(own.structure.as_ref(), Some(&structure), "{name}");
        let told: Vec<String> = row
            .parts
            .iter()
            .map(|(component, _, language, value)| match language.as_str() {
                "" => format!("{component}={value}"),
                _ => format!("{component}~{language}={value}"),
            })
            .collect();
        let plain = || {
            heads
                .iter()
                .zip(record)
                .skip(3)
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(head, cell)| format!("{head}={cell}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let expected = expected(name).map_or_else(plain, |rows| rows[number].to_owned());
        assert_eq!(told.join(" "), expected, "{name}");
    }
    assert_eq!(data_sets.len(), kept.data_sets.len(), "{name}");
}
