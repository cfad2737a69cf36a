//! What a user gets of small files: the table as CSV, and what is told.

use daryn_model::{Diagnostic, Severity};
use daryn_stats::write::observations;
use daryn_stats::{Options, Sink, Source, read};

/// The table of a file, without the places, and what is told.
fn table(bytes: impl AsRef<[u8]>, options: &Options<'_>) -> (String, Vec<Diagnostic>) {
    let source = Source::bytes("a", bytes.as_ref().to_vec());
    let mut out = Vec::new();
    let all = |sink: &mut dyn Sink| read(&source, options, sink);
    let told = observations::write(&source, options.structures, &all, &mut out).expect("written");
    let text = String::from_utf8(out).expect("text");
    let line = |line: &str| line.rsplit_once(',').map_or(line, |(cells, _)| cells).to_owned();
    (text.lines().map(line).collect::<Vec<_>>().join("\n"), told.problems)
}

/// The same, of a file that needs nothing else.
fn plain(bytes: impl AsRef<[u8]>) -> (String, Vec<Diagnostic>) {
    table(bytes, &Options::default())
}

/// Code, line and values of what is told; errors have a mark.
fn told(problems: &[Diagnostic]) -> Vec<String> {
    let one = |problem: &Diagnostic| {
        let mark = if problem.severity == Severity::Error { "!" } else { "" };
        let args = problem.args.iter().map(|(name, value)| format!(" {name}={value}"));
        format!("{mark}{}:{}{}", problem.code, problem.line, args.collect::<String>())
    };
    problems.iter().map(one).collect()
}

mod levels {
    use daryn_stats::sdmx::{Attachment, Structure, Structures};

    use super::*;

    const NAMES: &str = r#"xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
      xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific"
      xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common""#;

    /// A message of structure-specific data with these data sets.
    fn message(names: &[&str], data_sets: &str) -> String {
        let structure = |name: &&str| {
            format!(
                r#"<m:Structure structureID="{name}" dimensionAtObservation="TIME_PERIOD"><c:Structure>
                <Ref agencyID="X" id="{name}" version="1.0"/></c:Structure></m:Structure>"#
            )
        };
        let structures: String = names.iter().map(structure).collect();
        format!(
            r#"<m:StructureSpecificData {NAMES}><m:Header><m:ID>X</m:ID><m:Sender id="X"/>{structures}
            </m:Header>{data_sets}</m:StructureSpecificData>"#
        )
    }

    /// A structure in which `TITLE` is said of a group and `OBS_STATUS` of the observation.
    fn structures() -> Structures {
        let attribute = |name: &str, of| (name.to_owned(), of);
        let structure = Structure {
            name: "X:A(1.0)".to_owned(),
            dimensions: vec!["FREQ".to_owned(), "AREA".to_owned()],
            time: Some("TIME_PERIOD".to_owned()),
            measures: vec!["OBS_VALUE".to_owned()],
            attributes: vec![
                attribute("TITLE", Attachment::Group("G".to_owned())),
                attribute("OBS_STATUS", Attachment::Observation),
            ],
            groups: vec![("G".to_owned(), vec!["AREA".to_owned()])],
        };
        let mut all = Structures::default();
        all.all.push(structure);
        all
    }

    #[test]
    fn what_is_said_lower_takes_the_place_with_and_without_a_structure() {
        let data = message(
            &["A"],
            r#"<m:DataSet s:structureRef="A" TITLE="set" OBS_STATUS="D">
            <Group AREA="KZ" TITLE="group" NOTE="n"/><Group AREA="UZ" TITLE="group"/>
            <Series FREQ="A" AREA="KZ" OBS_STATUS="M">
            <Obs TIME_PERIOD="2019" OBS_VALUE="1"/>
            <Obs TIME_PERIOD="2020" OBS_VALUE="2" OBS_STATUS="A"/></Series>
            <Series FREQ="A" AREA="UZ" TITLE="series"><Obs TIME_PERIOD="2019" OBS_VALUE="3"/></Series>
            <Series FREQ="A" AREA="KG"><Obs TIME_PERIOD="2019" OBS_VALUE="4"/></Series>
            </m:DataSet>"#,
        );
        let expected = "FREQ,AREA,TIME_PERIOD,OBS_VALUE,TITLE,OBS_STATUS,NOTE\n\
            A,KZ,2019,1,group,M,n\nA,KZ,2020,2,group,A,n\nA,UZ,2019,3,series,D,\nA,KG,2019,4,set,D,";
        let structures = structures();
        let options = Options { structures: Some(&structures), ..Options::default() };
        assert_eq!(table(&data, &options), (expected.to_owned(), Vec::new()));
        assert_eq!(plain(&data), (expected.to_owned(), Vec::new()));
    }

    #[test]
    fn a_group_whose_key_cannot_be_told_is_told() {
        let data = message(
            &["A"],
            r#"<m:DataSet s:structureRef="A"><Group AREA="KZ" TITLE="group" NOTE="n"/>
            <Series FREQ="A" AREA="KZ" TITLE="series"><Obs TIME_PERIOD="2019" OBS_VALUE="1"/></Series>
            </m:DataSet>"#,
        );
        let (_, problems) = plain(&data);
        assert_eq!(told(&problems), ["stats-sdmx-group-idle:0 n=1"]);
        let structures = structures();
        let (text, problems) =
            table(&data, &Options { structures: Some(&structures), ..Options::default() });
        let expected = "FREQ,AREA,TIME_PERIOD,OBS_VALUE,TITLE,NOTE\nA,KZ,2019,1,series,n";
        assert_eq!((text.as_str(), told(&problems)), (expected, vec![]));
    }

    #[test]
    fn a_row_that_is_to_be_deleted_does_not_look_like_data() {
        let observations = |first: &str, second: &str| {
            message(
                &["A"],
                &format!(
                    r#"<m:DataSet s:structureRef="A" s:action="{first}"><Series AREA="KZ">
                    <Obs TIME_PERIOD="2018" OBS_VALUE="0" s:action="{first}"/>
                    <Obs TIME_PERIOD="2019" OBS_VALUE="1" s:action="{first}"/>
                    <Obs TIME_PERIOD="2020" OBS_VALUE="2" s:action="{second}"/></Series></m:DataSet>"#
                ),
            )
        };
        let (text, _) = plain(observations("Append", "Delete"));
        assert_eq!(
            text,
            "AREA,TIME_PERIOD,OBS_VALUE,ACTION\nKZ,2018,0,A\nKZ,2019,1,A\nKZ,2020,2,D"
        );
        // What a receiver does with the whole says nothing of single rows.
        for (first, second) in [("Replace", "Replace"), ("Append", "Information")] {
            let (text, _) = plain(observations(first, second));
            assert!(text.starts_with("AREA,TIME_PERIOD,OBS_VALUE\n"), "{text}");
        }
    }

    #[test]
    fn data_sets_of_different_structures_are_told_apart() {
        let set = |name: &str, value: u8| {
            format!(
                r#"<m:DataSet s:structureRef="{name}"><Series AREA="KZ">
                <Obs TIME_PERIOD="2019" OBS_VALUE="{value}"/></Series></m:DataSet>"#
            )
        };
        let (text, _) = plain(message(&["A", "B"], &(set("A", 1) + &set("B", 2))));
        assert_eq!(
            text,
            "AREA,TIME_PERIOD,OBS_VALUE,STRUCTURE_ID\nKZ,2019,1,X:A(1.0)\nKZ,2019,2,X:B(1.0)"
        );
        let (text, _) = plain(message(&["A", "B"], &(set("A", 1) + &set("A", 2))));
        assert_eq!(text, "AREA,TIME_PERIOD,OBS_VALUE\nKZ,2019,1\nKZ,2019,2");
    }
}

mod separated {
    use super::*;

    #[test]
    fn the_column_of_values_is_known_or_it_is_told_that_there_is_none() {
        let (text, problems) = plain("REF_AREA,year,stock\nKZ,2019,5\n");
        assert_eq!(text, "REF_AREA,stock,TIME_PERIOD,OBS_VALUE\nKZ,5,2019,");
        assert_eq!(told(&problems), ["stats-no-measure:1 columns=REF_AREA, year, stock"]);
        for (time, value) in [("Year", "VALUE"), ("YEAR", "Values"), ("time_period", "obs_value")] {
            let (text, problems) = plain(format!("A,{time},{value}\nKZ,2019,5\n"));
            assert_eq!(text, "A,TIME_PERIOD,OBS_VALUE\nKZ,2019,5", "{time}");
            assert_eq!(told(&problems), [""; 0]);
        }
    }

    #[test]
    fn two_columns_that_may_be_meant_are_told() {
        let (text, problems) = plain("OBS_VALUE,year,TIME_PERIOD,OBS_VALUE\n1,2,2019,3\n");
        assert_eq!(text, "year,OBS_VALUE_2,TIME_PERIOD,OBS_VALUE\n2,3,2019,1");
        assert_eq!(
            told(&problems),
            [
                "stats-separated-twice:1 name=OBS_VALUE other=OBS_VALUE_2",
                "stats-several-periods:1 used=TIME_PERIOD other=year"
            ]
        );
        let (text, problems) = plain("a,a,a,value,Values\n1,2,3,4,5\n");
        assert_eq!(text, "a,a_2,a_3,Values,OBS_VALUE\n1,2,3,5,4");
        let codes = ["stats-separated-twice", "stats-separated-twice", "stats-several-measures"];
        assert!(problems.iter().map(|one| one.code.as_str()).eq(codes), "{problems:?}");
    }

    #[test]
    fn an_open_quote_and_a_record_of_another_length_are_errors() {
        let (text, problems) = plain("a,year,value\nKZ,2019,1\nUZ,2019,\"2\nKG,2019,3\n");
        assert_eq!(text, "a,TIME_PERIOD,OBS_VALUE\nKZ,2019,1");
        assert_eq!(told(&problems), ["!stats-separated-quote:3"]);
        // The mark stands on another line than the record begins.
        let (_, problems) = plain("a,year,value\n\"K\nZ\",2019,\"1\nKG,2019,3\n");
        assert_eq!(told(&problems), ["!stats-separated-quote:3"]);
        let (text, problems) = plain("a,year,value\nKZ,2019,1\nUZ,2019\nKG,2019,3,4\nTJ,2019,5\n");
        assert_eq!(text, "a,TIME_PERIOD,OBS_VALUE\nKZ,2019,1\nTJ,2019,5");
        let expected = [
            "!stats-separated-fields:3 found=2 expected=3",
            "!stats-separated-fields:4 found=4 expected=3",
        ];
        assert_eq!(told(&problems), expected);
    }

    #[test]
    fn what_stands_above_the_head_is_told_and_a_head_alone_is_no_silence() {
        for begin in ["sep=;\r\n", "\u{feff}sep=;\n", "SEP=;\n"] {
            let (text, problems) = plain(format!("{begin}a;year;value\nKZ, A;2019;1,5\n"));
            assert_eq!(text, "a,TIME_PERIOD,OBS_VALUE\n\"KZ, A\",2019,\"1,5\"", "{begin:?}");
            assert_eq!(told(&problems), [""; 0]);
        }
        let data = "# made in 2020, by hand\n\nTitle of the table,,\na,year,value\nKZ,2019,1\n";
        let (text, problems) = plain(data);
        assert_eq!(text, "a,TIME_PERIOD,OBS_VALUE\nKZ,2019,1");
        let expected = "stats-separated-above:1 n=2 head=4 text=# made in 2020";
        assert_eq!(told(&problems), [expected]);
        let (text, problems) = plain("#a,year,value\nKZ,2019,1\n");
        assert_eq!((text.as_str(), problems.len()), ("#a,TIME_PERIOD,OBS_VALUE\nKZ,2019,1", 0));
        let (_, problems) = plain("REF_AREA,TIME_PERIOD,value\n");
        let expected = "stats-separated-head-only:0 columns=REF_AREA, TIME_PERIOD, value";
        assert_eq!(told(&problems), [expected]);
        assert_eq!(told(&plain("Dear sir, good morning\n").1), ["!stats-unknown:0"]);
    }

    #[test]
    fn tables_of_eurostat_with_tabs_are_read() {
        let data = "unit,geo\\TIME_PERIOD\t2018 \t2019 \nPC,KZ\t12.3 b\t: \nPC,UZ\t: c\t-1 \n\
            PC\t1 \t2 \n";
        let (text, problems) = plain(data);
        let expected = "unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,OBS_MISSING\n\
            PC,KZ,2018,12.3,b,\nPC,KZ,2019,:,,not-available\n\
            PC,UZ,2018,:,c,confidential\nPC,UZ,2019,-1,,";
        assert_eq!(text, expected);
        assert_eq!(told(&problems), ["!stats-separated-fields:4 found=1 expected=2"]);
        let (text, _) = plain("unit,geo\\time\t2018M01 \nPC,KZ\t1 \n");
        assert_eq!(text, "unit,geo,TIME_PERIOD,OBS_VALUE\nPC,KZ,2018M01,1");
    }
}

#[test]
fn a_run_of_academic_years_is_told_and_single_months_are_not() {
    let table = |times: &[&str]| {
        let rows: String = times.iter().map(|time| format!("KZ,{time},1\n")).collect();
        told(&plain(format!("a,TIME_PERIOD,OBS_VALUE\n{rows}")).1)
    };
    let expected = ["stats-period-academic:0 example=2009-10"];
    assert_eq!(table(&["2009-10", "2010-11", "2012-13"]), expected);
    assert_eq!(table(&["2009-10", "2010-11"]), expected);
    for times in
        [&["2010-11"][..], &["2010-11", "2010-11"], &["2010-10", "2010-11"], &["2009", "2010-11"]]
    {
        assert_eq!(table(times), [""; 0], "{times:?}");
    }
}

#[test]
fn numbers_of_formats_with_types_are_those_of_the_source() {
    use daryn_stats::write::{Observed, Table, observations::Origin};
    let number = |bytes: &str| {
        let source = Source::bytes("a", bytes.as_bytes().to_vec());
        let file = |_: &daryn_stats::Stream| source.clone();
        let all = |sink: &mut dyn Sink| read(&source, &Options::default(), sink);
        let origin = Origin { name: "a", file: &file, structures: None, read: &all };
        let (table, ..) = Observed::read(&origin, None, "en").expect("read");
        let value = table.columns().iter().position(|column| column.id == "OBS_VALUE");
        let value = value.expect("a column");
        (table.number(0, value), table.cell(0, value).map(str::to_owned))
    };
    let told = |number: f64, literal: &str| (Some(number), Some(literal.to_owned()));
    assert_eq!(number("a,year,value\nKZ,2019, 2 \n"), told(2.0, " 2 "));
    // A column that only has the name of that of the readers.
    assert_eq!(number("NUMBER,year,value\n7,2019,2\n"), told(2.0, "2"));
    let taldau = r#"[{"terms":[1],"termNames":["x"],"periods":[{"name":"2019 год","date":"31.12.2019","value":"1,5"}]}]"#;
    assert_eq!(number(taldau), told(1.5, "1,5"));
}
