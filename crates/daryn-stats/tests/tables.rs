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
