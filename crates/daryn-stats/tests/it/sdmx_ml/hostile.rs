//! Invented messages: what may be written in several ways, what is wrong, what is meant to harm.

use std::io::Write as _;

use daryn_model::Severity;
use daryn_stats::sdmx::ml;
use daryn_stats::{
    Action, Components, DarynId, Format, Role, Row, Sink, Source, Stop, Table, cite, info, write,
};
use proptest::prelude::*;

use super::tree::{rows, tree};
use super::{All, codes, read, source};

const V21: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1";
const V30: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";

/// A message of structure-specific data with these data sets.
fn specific(version: &str, dimension: &str, data_sets: &str) -> String {
    format!(
        "<?xml version='1.0'?>\n<x:StructureSpecificData xmlns:x='{version}/message' \
         xmlns:s='{version}/data/structurespecific' xmlns:c='{version}/common' \
         xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><x:Header><x:ID>1</x:ID>\
         <x:Prepared>2026-01-02</x:Prepared><x:Sender id='KZ1'><c:Name xml:lang='kk'>Бюро</c:Name>\
         <c:Name xml:lang='en'>Bureau</c:Name></x:Sender><x:Structure structureID='A' \
         {dimension}><c:Structure><URN>urn:sdmx:org.sdmx.infomodel.datastructure.\
         DataStructure=KZ1:S(1.0)</URN></c:Structure></x:Structure></x:Header>{data_sets}\
         </x:StructureSpecificData>"
    )
}

fn series(data_sets: &str) -> String {
    specific(V21, "dimensionAtObservation='TIME_PERIOD'", data_sets)
}

const PLAIN: &str = "<x:DataSet s:structureRef='A' s:action='Replace' TITLE='T &amp; &#x41;&#10;'>\
    <Group AREA='KZ' UNIT='PS'/><Group AREA='UZ' UNIT='PC'/>\
    <Series AREA='KZ' SEX=\"F\"><Obs TIME_PERIOD='2019' OBS_VALUE='1,5'/>\r\n<Obs OBS_STATUS='e' \
    TIME_PERIOD='2020'></Obs></Series><Series AREA='UZ' SEX='M'>\
    <Obs TIME_PERIOD='2019' OBS_VALUE=''/></Series></x:DataSet>\
    <x:DataSet s:structureRef='A' action='Delete'><Obs AREA='KZ' TIME_PERIOD='2018'/></x:DataSet>";

#[test]
fn rows_have_all_that_is_said_of_them() {
    let text = series(PLAIN);
    let all = read(&source(&text), None);
    assert_eq!(all.problems, []);
    let [first, second, third, fourth] = all.rows.as_slice() else { panic!("{all:?}") };
    assert_eq!(first.of("OBS_VALUE"), Some((Role::Measure, "1,5")));
    assert_eq!(first.of("TITLE"), Some((Role::DataSetAttribute, "T & A\n")));
    assert_eq!(first.of("UNIT"), Some((Role::GroupAttribute, "PS")));
    assert_eq!(first.of("SEX"), Some((Role::Unresolved, "F")));
    // What is missing has no part, what is empty has an empty one.
    assert_eq!((second.of("OBS_VALUE"), third.of("OBS_VALUE")), (None, Some((Role::Measure, ""))));
    assert_eq!(second.of("OBS_STATUS"), Some((Role::ObservationAttribute, "e")));
    assert_eq!(third.of("UNIT"), Some((Role::GroupAttribute, "PC")));
    assert_eq!(fourth.of("AREA"), Some((Role::Unresolved, "KZ")));
    assert_eq!((first.action, fourth.action), (Action::Replace, Action::Delete));
    assert_eq!((first.data_set, fourth.data_set), (0, 1));
    let set = &all.data_sets[0];
    assert_eq!((set.source.as_str(), set.vintage.as_str()), ("Bureau", "2026-01-02"));
    assert_eq!(set.structure, Some(("datastructure".to_owned(), "KZ1:S(1.0)".to_owned())));
    for (row, expected) in all.rows.iter().zip(rows(&tree(text.as_bytes()))) {
        assert_eq!(row.values(), expected.values);
        assert_eq!((row.place.start as usize, row.place.end as usize), expected.bytes);
    }
}

#[test]
fn dimensions_measures_and_texts_are_taken_where_they_stand() {
    let data = "<x:DataSet s:structureRef='A'><Group DEMO='B' AREA='KZ' NOTE='n'/>\
        <Series AREA='KZ' TIME_PERIOD='2019'><Obs xsi:type='n:B' OBS_VALUE='1'/>\
        <Obs xsi:type='n:D' OBS_VALUE='2'/></Series></x:DataSet>";
    let explicit = "dimensionAtObservation='DEMO' explicitMeasures='true'";
    let all = read(&source(&specific(V21, explicit, data)), None);
    assert_eq!(all.rows[0].of("DEMO"), Some((Role::Dimension, "B")));
    assert_eq!(all.rows[0].of("TIME_PERIOD"), Some((Role::Period, "2019")));
    assert_eq!(all.rows[0].of("NOTE"), Some((Role::GroupAttribute, "n")));
    assert_eq!((all.rows.len(), all.rows[1].of("NOTE")), (2, None));

    let data = "<x:DataSet s:structureRef='A'><Series AREA='KZ'><Comp id='T'><Value>\
        <c:Text xml:lang='kk'>а</c:Text><c:Text>b</c:Text></Value></Comp>\
        <Obs TIME_PERIOD='1' OBS_VALUE='2' s:action='Merge' S='x'><Comp id='F'><Value>A &lt;</Value>\
        <Value>B</Value></Comp><c:Annotations><c:Annotation/></c:Annotations></Obs>\
        <Obs TIME_PERIOD='2'/></Series></x:DataSet>";
    let all = read(&source(&specific(V30, "dimensionAtObservation='TIME_PERIOD'", data)), None);
    let texts: Vec<_> = all.rows[0].parts.iter().map(|at| (&*at.0, &*at.2, &*at.3)).collect();
    let expected = [
        ("AREA", "", "KZ"),
        ("T", "kk", "а"),
        ("T", "", "b"),
        ("TIME_PERIOD", "", "1"),
        ("OBS_VALUE", "", "2"),
        ("S", "", "x"),
        ("F", "", "A <"),
        ("F", "", "B"),
    ];
    assert_eq!(texts, expected);
    assert_eq!((all.rows[0].action, all.rows[1].action), (Action::Merge, Action::Information));
    assert_eq!((all.rows[0].remarks, all.rows[1].remarks), (1, 0));
    assert_eq!(all.rows[0].of("S"), Some((Role::ObservationAttribute, "x")));
    assert_eq!(all.problems, []);
}

#[test]
fn prefixes_line_ends_marks_and_zeros_change_nothing() {
    let text = series(PLAIN);
    let values = |all: &All| all.rows.iter().map(super::Taken::values).collect::<Vec<_>>();
    let expected = values(&read(&source(&text), None));
    let padded = format!("\u{feff}{text}\r\n<!-- end -->{}", "\0".repeat(20_000));
    let renamed = text.replace("x:", "q:").replace("xmlns:x", "xmlns:q");
    let free = text.replace("<x:", "<").replace("</x:", "</").replace("xmlns:x=", "xmlns=");
    let windows = text.replace("'>", "'\r\n>").replace("</Series>", "</Series\r\n>");
    for text in [padded, renamed, free, windows] {
        let all = read(&source(&text), None);
        assert_eq!((codes(&all), values(&all)), (vec![], expected.clone()), "{text}");
        for row in &all.rows {
            let slice = &text.as_bytes()[row.place.start as usize..row.place.end as usize];
            assert!(slice.starts_with(b"<Obs") && slice.ends_with(b">"));
        }
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).expect("packed");
    let packed = Source::bytes("a.xml.gz", packed.finish().expect("packed"));
    let all = read(&packed, None);
    assert_eq!(values(&all), expected);
    assert!(all.streams[0].is_unpacked);
    let digest = packed.sha256().expect("a digest");
    let id = DarynId::new(&digest, all.rows[0].place).expect("a name");
    let cited = cite(&packed, &id, &all.streams).expect("bytes");
    assert_eq!(cited, b"<Obs TIME_PERIOD='2019' OBS_VALUE='1,5'/>");
}

#[test]
fn what_is_wrong_is_told_and_rows_before_it_stay() {
    let text = series(PLAIN);
    let at = text.find("<Series AREA='UZ'").expect("a series");
    let broken = |inside: &str| format!("{}{inside}{}", &text[..at], &text[at..]);
    let deep = "<a>".repeat(300);
    let long = format!("<Series AREA='{}'/>", "9".repeat(9 << 20));
    let many = format!("<a {}='1'/>", "b".repeat(9 << 20));
    for (inside, code) in [
        (deep.as_str(), "stats-xml-deep"),
        (&long, "stats-xml-long"),
        (&many, "stats-xml-long"),
        ("<Series A='&bomb;'/>", "stats-xml-entity"),
        ("<Series A='1' A='2'/>", "stats-xml-twice"),
        ("<Series A=1/>", "stats-xml-broken"),
        ("</Series>", "stats-xml-end"),
    ] {
        let all = read(&source(&broken(inside)), None);
        assert_eq!((codes(&all), all.rows.len()), (vec![code], 2));
        assert_eq!((all.problems[0].line, all.problems[0].severity), (3, Severity::Error));
    }
    let bytes = [&text.as_bytes()[..at], b"<Series A='\xff'/>", &text.as_bytes()[at..]].concat();
    assert_eq!(codes(&read(&Source::bytes("a", bytes), None)), ["stats-xml-bytes"]);
    assert_eq!(codes(&read(&source(&text[..at + 9]), None)), ["stats-xml-cut"]);
    assert_eq!(codes(&read(&source(&text[..at]), None)), ["stats-xml-cut"]);
    let bomb = text.replacen(
        "\n",
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY bomb '&b;&b;&b;'>]>",
        1,
    );
    assert_eq!(codes(&read(&source(&bomb), None)), ["stats-xml-dtd"]);
    let latin = text.replace("version='1.0'?", "version='1.0' encoding='windows-1251'?");
    assert_eq!(codes(&read(&source(&latin), None)), ["stats-xml-encoding"]);
    assert_eq!(codes(&read(&Source::bytes("a", *b"\xff\xfe<\0"), None)), ["stats-xml-encoding"]);
    for other in ["<html xmlns='http://www.w3.org/1999/xhtml'/>", "<a/>"] {
        assert_eq!(codes(&read(&source(other), None)), ["stats-sdmx-unknown"]);
        assert_eq!(ml::tell(other.as_bytes()), None);
    }
    assert_eq!(codes(&read(&source(""), None)), ["stats-xml-cut"]);
    let twice = format!("{text}{text}");
    assert_eq!(codes(&read(&source(&twice), None)), ["stats-xml-behind"]);
    let missing = read(&Source::file(std::path::Path::new("/nowhere/a.xml")), None);
    assert_eq!(codes(&missing), ["stats-unreadable"]);

    let data = "<x:DataSet s:structureRef='B'><Series A='1'/><Series A='1'><Obs B='1'/></Series>\
        <Group A='1' T='late'/><Series A='1'><Obs B='2'/></Series></x:DataSet>";
    let all = read(&source(&series(data)), None);
    let expected = ["stats-sdmx-structure-ref", "stats-sdmx-group-late", "stats-sdmx-series-empty"];
    assert_eq!(codes(&all), expected);
    assert_eq!((all.rows[0].of("T"), all.rows[1].of("T").is_some()), (None, true));
}

#[test]
fn long_lists_are_read_and_too_many_components_are_not() {
    let code =
        |at: usize| format!("<s:Code id='{at}'>{}<c:Name>n{at}</c:Name></s:Code>", " ".repeat(900));
    let codes_of_list: String = (0..12_000).map(code).collect();
    let list = format!(
        "<m:Structure xmlns:m='{V21}/message' xmlns:s='{V21}/structure' xmlns:c='{V21}/common'>\
         <m:Structures><s:Codelists><s:Codelist id='L'>{codes_of_list}</s:Codelist></s:Codelists>\
         </m:Structures></m:Structure>"
    );
    let all = read(&source(&list), None);
    assert_eq!((codes(&all), all.items.len()), (vec![], 12_001));
    assert_eq!(all.items[11_999].names, [(String::new(), "n11999".to_owned())]);

    let obs: String = (0..17_000).map(|at| format!("<Obs A{at}='1'/>")).collect();
    let data = format!("<x:DataSet s:structureRef='A'>{obs}</x:DataSet>");
    assert_eq!(codes(&read(&source(&series(&data)), None)), ["stats-sdmx-components"]);
}

#[test]
fn answers_of_services_are_told() {
    let error = format!(
        "<m:Error xmlns:m='{V21}/message' xmlns:c='{V21}/common'><m:ErrorMessage code='100'>\
         <c:Text xml:lang='en'>No results &amp; so on</c:Text></m:ErrorMessage></m:Error>"
    );
    assert_eq!(ml::tell(error.as_bytes()), Some(Format::SdmxMlError));
    let all = read(&source(&error), None);
    assert_eq!(codes(&all), ["stats-sdmx-error"]);
    let args = [("number", "100"), ("text", "No results & so on")];
    assert!(all.problems[0].args.iter().map(|at| (&*at.0, &*at.1)).eq(args));
    let footer = format!(
        "<f:Footer xmlns:f='{V21}/message/footer'><f:Message code='413' severity='Infomation'>\
         <c:Text>later</c:Text></f:Message></f:Footer>"
    );
    let all = read(&source(&series(&footer)), None);
    assert_eq!((codes(&all), all.rows.len()), (vec!["stats-sdmx-footer"], 0));
    assert_eq!(all.problems[0].severity, Severity::Warning);
    assert_eq!(info(&source(&series(&footer))).expect("read").counts.get("Footer"), Some(&1));
}

#[test]
fn reading_ends_where_no_more_is_wanted() {
    struct One(usize);
    impl Sink for One {
        fn row(&mut self, _: &Row, _: &Components) -> Result<(), Stop> {
            self.0 += 1;
            Err(Stop)
        }
    }
    let mut one = One(0);
    let told = ml::read(&source(&series(PLAIN)), &ml::Options::default(), &mut one);
    assert_eq!((one.0, told.problems), (1, vec![]));
}

#[test]
fn tables_hold_several_values_of_a_component() {
    let value = |text: &str| format!("<Value>{text}</Value>");
    let obs = |at: u8, more: &str| {
        let status: String = ["A", "F"].map(value).concat();
        format!("<Obs TIME_PERIOD='{at}' OBS_VALUE='1'><Comp id='F'>{status}{more}</Comp></Obs>")
    };
    let one = ["x", "y", "z", "y"].map(value).concat();
    let data = format!(
        "<x:DataSet s:structureRef='A'><Series A='1'><Comp id='S'>{one}</Comp>{}{}{}</Series>\
         <Series A='2'>{}</Series></x:DataSet>",
        obs(1, ""),
        obs(2, &value("Q")),
        obs(3, ""),
        obs(4, "")
    );
    let from = source(&specific(V30, "dimensionAtObservation='TIME_PERIOD'", &data));
    let (all, mut table) = (read(&from, None), Table::default());
    ml::read(&from, &ml::Options::default(), &mut table);
    assert_eq!(table.len(), 4);
    for (number, row) in all.rows.iter().enumerate() {
        let mut values: Vec<_> = table
            .row(number)
            .map(|(column, _, value)| (column.name().to_owned(), String::new(), value.to_owned()))
            .collect();
        values.sort();
        assert_eq!(values, row.values());
    }
    let mut out = Vec::new();
    let read = |sink: &mut dyn Sink| ml::read(&from, &ml::Options::default(), sink);
    write::observations::write(&from, None, &read, &mut out).expect("written");
    let text = String::from_utf8(out).expect("text");
    let cells: Vec<_> = text.lines().map(|line| line.rsplit_once(',').expect("cells").0).collect();
    let expected = [
        "A,TIME_PERIOD,OBS_VALUE,S,F",
        "1,1,1,x;y;z;y,A;F",
        "1,2,1,x;y;z;y,A;F;Q",
        "1,3,1,x;y;z;y,A;F",
        "2,4,1,,A;F",
    ];
    assert_eq!(cells, expected);
}

#[test]
fn tables_hold_what_rows_have() {
    let from = source(&series(PLAIN));
    let (all, mut table) = (read(&from, None), Table::default());
    ml::read(&from, &ml::Options::default(), &mut table);
    assert_eq!((table.len(), table.data_sets().len()), (4, 2));
    for (number, row) in all.rows.iter().enumerate() {
        let mut values: Vec<_> = table
            .row(number)
            .map(|(column, language, value)| {
                (column.name().to_owned(), language.to_owned(), value.to_owned())
            })
            .collect();
        values.sort();
        assert_eq!(values, row.values());
        assert_eq!((table.place(number), table.action(number)), (Some(row.place), row.action));
    }
    let unit = table.column("UNIT").expect("a column");
    assert_eq!((table.columns()[unit].values(), table.get(2, unit)), (2, Some("PC")));

    let mut out = Vec::new();
    let read = |sink: &mut dyn Sink| ml::read(&from, &ml::Options::default(), sink);
    write::observations::write(&from, None, &read, &mut out).expect("written");
    let text = String::from_utf8(out).expect("text");
    let lines: Vec<_> = text.split("\n").collect();
    assert_eq!(lines[0], "AREA,SEX,TIME_PERIOD,OBS_VALUE,TITLE,UNIT,OBS_STATUS,ACTION,daryn_id");
    assert!(lines[1].starts_with("KZ,F,2019,\"1,5\",\"T & A"), "{text}");
    let id: DarynId = lines[2].rsplit(',').next().expect("a cell").parse().expect("a name");
    let cited = cite(&from, &id, table.streams()).expect("bytes");
    assert_eq!(cited, b"<Obs TIME_PERIOD='2019' OBS_VALUE='1,5'/>");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Nothing that is done to a message makes reading panic or go on for ever, and what is given
    /// lies within it.
    #[test]
    fn changed_messages_are_read_to_an_end(
        changes in proptest::collection::vec((any::<u16>(), any::<u8>(), 0..4u8), 0..12),
        end in any::<u16>(),
        is_generic in any::<bool>(),
    ) {
        let generic = format!(
            "<x:GenericData xmlns:x='{V21}/message' xmlns:g='{V21}/data/generic'><x:DataSet><g:Group>\
             <g:GroupKey><g:Value id='A' value='1'/></g:GroupKey><g:Attributes><g:Value id='T' value='&lt;'/>\
             </g:Attributes></g:Group><g:Series><g:SeriesKey><g:Value id='A' value='1'/></g:SeriesKey>\
             <g:Obs><g:ObsDimension value='2019'/><g:ObsValue value='1'/></g:Obs></g:Series></x:DataSet></x:GenericData>"
        );
        let mut bytes = if is_generic { generic } else { series(PLAIN) }.into_bytes();
        for (at, byte, kind) in changes {
            let at = usize::from(at) % bytes.len();
            match kind {
                0 => bytes[at] = byte,
                1 => bytes[at] = b"<>/&'\" =!-"[usize::from(byte) % 10],
                2 => { bytes.remove(at); }
                _ => bytes.insert(at, byte),
            }
        }
        if end % 3 == 0 {
            bytes.truncate(usize::from(end) % bytes.len());
        }
        let length = bytes.len() as u64;
        let all = read(&Source::bytes("a", bytes.clone()), None);
        for row in &all.rows {
            prop_assert!(row.place.start < row.place.end && row.place.end <= length);
        }
        let _ = info(&Source::bytes("a", bytes.clone()));
        let _ = ml::tell(&bytes);
    }
}
