//! Projects of any content come back whole, and no bytes harm the reader.

mod sound;

use std::fs;
use std::path::Path;

use daryn_coding::refi_qda::model::{
    Anchor, Case, Code, Coding, Extra, Link, Location, Media, MediaKind, Place, Selection, Set,
    Source, Span, Stamp, SyncPoint, TextSource, Transcript, User, Value, Variable, VariableType,
    VariableValue,
};
use daryn_coding::refi_qda::{Guid, Project, read, tables, write_project};
use proptest::prelude::*;
use sound::packed;

fn guid(kind: &str, at: usize) -> Guid {
    Guid::derived(&[kind, &at.to_string()])
}

fn time(at: usize) -> String {
    format!("2026-01-{:02}T09:{:02}:00Z", at % 28 + 1, at % 60)
}

fn stamp(at: usize) -> Stamp {
    Stamp {
        creator: Some(guid("user", at % 2)),
        created: Some(time(at)),
        modifier: at.is_multiple_of(3).then(|| guid("user", 0)),
        modified: at.is_multiple_of(3).then(|| time(at + 1)),
    }
}

fn coding(kind: &str, at: usize) -> Coding {
    Coding {
        guid: guid(kind, at),
        code: guid("code", at % 4),
        creator: Some(guid("user", at % 2)),
        created: Some(time(at)),
        notes: if at.is_multiple_of(5) { vec![guid("note", 0)] } else { Vec::new() },
        extra: Extra::default(),
    }
}

/// A selection of code points, named by what it quotes as other programs do.
fn selection(text: &[char], kind: &str, at: usize, start: usize, end: usize) -> Selection {
    let quoted: String = text[start..end].iter().collect();
    let cut: String = quoted.chars().take(99).collect();
    let name = if quoted.chars().count() > 99 { format!("{cut}…") } else { quoted };
    let position = |at: usize| i64::try_from(at).expect("a position");
    let span = Span { start: position(start), end: position(end), anchor: Anchor::Exact };
    Selection {
        guid: guid(kind, at),
        name: (!name.is_empty()).then_some(name),
        stamp: stamp(at),
        place: Place::Span(span),
        description: at.is_multiple_of(4).then(|| "memo <&\"\n\t'".to_owned()),
        codings: (0..at % 3 + 1).map(|one| coding(&format!("{kind} {at}"), one)).collect(),
        notes: Vec::new(),
        extra: Extra::default(),
    }
}

fn text_source(text: &str, at: usize, spans: &[(usize, usize)]) -> TextSource {
    let kind = format!("selection {at}");
    let letters: Vec<char> = text.chars().collect();
    let selections = spans.iter().enumerate();
    TextSource {
        name: Some(format!("мәтін {at} <&>")),
        stamp: stamp(at),
        description: at.is_multiple_of(2).then(|| "описание".to_owned()),
        selections: selections
            .map(|(i, span)| selection(&letters, &kind, i, span.0, span.1))
            .collect(),
        codings: vec![coding("whole", at)],
        notes: vec![guid("note", 0)],
        values: vec![
            VariableValue {
                variable: guid("variable", 0),
                value: Value::Integer("-007".into()),
                extra: Extra::default(),
            },
            VariableValue {
                variable: guid("variable", 1),
                value: Value::Missing,
                extra: Extra::default(),
            },
            VariableValue {
                variable: guid("variable", 2),
                value: Value::Text(String::new()),
                extra: Extra::default(),
            },
        ],
        ..TextSource::new(guid("source", at), Some(text.to_owned()))
    }
}

/// A project with something of every kind.
fn project(texts: &[(String, Vec<(usize, usize)>)]) -> Project {
    let none = Extra::default;
    let code = |at: usize, codes: Vec<Code>| Code {
        guid: guid("code", at),
        name: format!("код {at}\n\"&<>"),
        is_codable: at != 9,
        color: at.is_multiple_of(2).then(|| "#33a02C".to_owned()),
        description: (at % 2 == 1).then(|| " анықтама\r\n ".to_owned()),
        notes: if at == 1 { vec![guid("note", 0)] } else { Vec::new() },
        codes,
        extra: none(),
    };
    let part = |at: usize, place: Place| Selection {
        place,
        name: Some("part".into()),
        ..selection(&[], "part", at, 0, 0)
    };
    let media = |kind: MediaKind, at: usize, place: Place| Media {
        kind,
        guid: guid("media", at),
        name: Some(format!("media {at}")),
        stamp: stamp(at),
        file: Some(Location::Inside(format!("{}.bin", guid("file", at)))),
        current_path: Some("C:\\old\\place".into()),
        description: None,
        text: None,
        transcripts: Vec::new(),
        selections: vec![part(at, place)],
        codings: vec![coding("media", at)],
        notes: Vec::new(),
        values: Vec::new(),
        extra: none(),
    };
    let words = "Слова страницы 😀 и қазақша";
    let letters: Vec<char> = words.chars().collect();
    let (first, second) = ((1, -2), (3, 4));
    let page_text = TextSource::new(guid("page", 0), Some("Слова\nстраницы ".into()));
    let page = Place::Page { page: 0, first, second, text: Some(Box::new(page_text)) };
    let mut pdf = media(MediaKind::Pdf, 1, page);
    let mut inner = TextSource::new(guid("words", 0), Some(words.into()));
    inner.selections = vec![selection(&letters, "of words", 0, 15, 16)];
    pdf.text = Some(Box::new(inner.clone()));
    let mut picture = media(MediaKind::Picture, 0, Place::Area { first, second });
    inner.guid = guid("words", 1);
    picture.text = Some(Box::new(inner));
    let mut film = media(MediaKind::Video, 2, Place::Time { begin: 10, end: 20 });
    let mut said = TextSource::new(guid("said", 0), Some("Сказано: 😀".into()));
    let points = Place::Points { from: Some(guid("point", 0)), to: None };
    said.selections = vec![Selection { place: points, ..part(3, Place::Area { first, second }) }];
    let point =
        SyncPoint { guid: guid("point", 0), time: Some(5), position: Some(10), extra: none() };
    film.transcripts = vec![Transcript { text: said, points: vec![point] }];
    let variable = |at: usize, kind| Variable {
        guid: guid("variable", at),
        name: format!("v{at}"),
        kind,
        description: None,
        extra: none(),
    };
    let texts = texts.iter().enumerate();
    let texts = texts.map(|(at, (text, spans))| Source::Text(text_source(text, at, spans)));
    let media = [picture, pdf, film];
    let files = media.iter().filter_map(|one| match &one.file {
        Some(Location::Inside(name)) => Some((name.clone(), name.as_bytes().to_vec())),
        _ => None,
    });
    Project {
        files: files.collect(),
        name: "жоба".into(),
        origin: Some("daryn".into()),
        stamp: stamp(3),
        base_path: None,
        users: (0..2)
            .map(|at| User {
                guid: guid("user", at),
                name: Some(format!("Coder {at}")),
                id: (at == 0).then(|| "c".to_owned()),
                extra: none(),
            })
            .collect(),
        codes: vec![
            code(9, vec![code(0, vec![code(1, Vec::new())])]),
            code(2, Vec::new()),
            code(3, Vec::new()),
        ],
        variables: vec![
            variable(0, VariableType::Integer),
            variable(1, VariableType::Date),
            variable(2, VariableType::Text),
        ],
        cases: vec![Case {
            guid: guid("case", 0),
            name: Some("іс".into()),
            description: Some("case".into()),
            codes: vec![guid("code", 2)],
            values: Vec::new(),
            sources: vec![guid("media", 0)],
            selections: vec![guid("part", 0)],
            extra: none(),
        }],
        sources: texts.chain(media.into_iter().map(Source::Media)).collect(),
        notes: vec![TextSource::new(guid("note", 0), Some("Заметка\n".into()))],
        links: vec![Link {
            guid: guid("link", 0),
            name: None,
            direction: Some("OneWay".into()),
            color: Some("#abc".into()),
            origin: Some(guid("note", 0)),
            target: Some(guid("code", 0)),
            notes: vec![guid("note", 0)],
            extra: none(),
        }],
        sets: vec![Set {
            guid: guid("set", 0),
            name: "жиын".into(),
            description: None,
            codes: vec![guid("code", 0)],
            sources: vec![guid("media", 1)],
            notes: vec![guid("note", 0)],
            extra: none(),
        }],
        graphs: Vec::new(),
        description: Some("about".into()),
        notes_on: vec![guid("note", 0)],
        extra: none(),
    }
}

/// A project with codings of each selection in the order of their identifiers, and said to be
/// selected by nobody where somebody coded: each coder's are written together, as the coder's.
fn in_order(project: &Project) -> Project {
    let mut project = project.clone();
    for source in &mut project.sources {
        let text = match source {
            Source::Text(text) => text,
            Source::Media(media) => match media.text.as_deref_mut() {
                Some(text) => text,
                None => continue,
            },
        };
        for one in text.selections.iter_mut().filter(|one| !one.codings.is_empty()) {
            one.codings.sort_by_key(|coding| coding.guid);
            one.stamp.creator = None;
        }
    }
    project
}

/// Letters that make trouble: Kazakh and Russian, combining marks, beyond U+FFFF, no-break spaces,
/// characters that XML cannot hold.
fn letters() -> impl Strategy<Value = String> {
    let letter = prop::sample::select(vec![
        'қ', 'ә', 'я', 'Ё', ' ', '\n', '\t', 'e', '\u{301}', '😀', '𐱅', '\u{a0}', '<', '&', '…',
        '.', '\u{feff}', '\u{c}', '\u{2028}',
    ]);
    prop::collection::vec(letter, 1..150).prop_map(|letters| {
        // A mark of the order of bytes at the beginning is no part of a text.
        let text: String = letters.into_iter().collect();
        format!("1{text}")
    })
}

fn coded() -> impl Strategy<Value = (String, Vec<(usize, usize)>)> {
    letters().prop_flat_map(|text| {
        let length = text.chars().count();
        let spans = prop::collection::vec((0..=length, 0..=length), 0..12);
        (
            Just(text),
            spans.prop_map(|spans| spans.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect()),
        )
    })
}

/// Cases of each property, unless the variable of the library says how many.
fn cases() -> u32 {
    let library = ProptestConfig::default().cases;
    if std::env::var_os("PROPTEST_CASES").is_some() { library } else { 48 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn any_project_comes_back_whole(texts in prop::collection::vec(coded(), 0..3)) {
        let project = project(&texts);
        let written = write_project(&project, "a.qdpx").expect("written");
        let again = sound::stays(&project);
        // Names are quotations, in which XML cannot hold every letter; places are never touched.
        let is_whole = written.losses.iter().all(|one| one.code != "qda-lost-letters");
        let codes = ["qda-lost-letters", "qda-divided", "qda-other-user"];
        prop_assert!(written.losses.iter().all(|one| codes.contains(&one.code.as_str())));
        prop_assert!(!is_whole || in_order(&again) == in_order(&project));
        let places = |project: &Project| -> Vec<Vec<String>> {
            let cells = |row: Vec<String>| [&row[1..9], &row[14..16], &row[18..]].concat();
            let mut rows: Vec<_> = tables::segments(project).rows.into_iter().map(cells).collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(places(&again), places(&project));
    }

    #[test]
    fn no_bytes_harm_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        sound::check(&bytes);
    }

    #[test]
    fn changed_projects_are_read(
        at in any::<prop::sample::Index>(),
        take in 0_usize..6,
        put in "[a-zA-Z0-9<>&;:/\"'= {}\u{0}-]{0,6}",
    ) {
        let mut text = SAMPLE.as_bytes().to_vec();
        let at = at.index(text.len());
        let end = (at + take).min(text.len());
        text.splice(at..end, put.bytes());
        sound::check(&text);
        sound::check(&packed(&text, "1\r\n2 маман 😀\r\n".as_bytes()));
    }

    #[test]
    fn changed_archives_are_read(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = packed(SAMPLE.as_bytes(), "\u{feff}1\n2 маман 😀\n".as_bytes());
        let at = at.index(bytes.len());
        bytes[at] = byte;
        sound::check(&bytes);
    }
}

const SAMPLE: &str = r##"<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users><User guid="00000000-0000-0000-0000-000000000001" name="A"/></Users>
<CodeBook><Codes><Code guid="00000000-0000-0000-0000-000000000002" name="k" isCodable="true" color="#123456"><Description>d</Description></Code></Codes></CodeBook>
<Variables><Variable guid="00000000-0000-0000-0000-000000000003" name="v" typeOfVariable="Float"/></Variables>
<Sources><TextSource guid="00000000-0000-0000-0000-000000000004" name="t" plainTextPath="internal://a.txt" richTextPath="internal://a.docx">
<PlainTextSelection guid="00000000-0000-0000-0000-000000000005" name="маман" startPosition="4" endPosition="9"><Coding guid="00000000-0000-0000-0000-000000000006" creatingUser="00000000-0000-0000-0000-000000000001" creationDateTime="2026-01-15T09:00:00Z"><CodeRef targetGUID="00000000-0000-0000-0000-000000000002"/></Coding></PlainTextSelection>
<PlainTextSelection guid="00000000-0000-0000-0000-000000000015" name="title" startPosition="0" endPosition="3"/>
<VariableValue><VariableRef targetGUID="00000000-0000-0000-0000-000000000003"/><FloatValue>1.5</FloatValue></VariableValue></TextSource>
<VideoSource guid="00000000-0000-0000-0000-000000000007" path="relative:///x"><Transcript guid="00000000-0000-0000-0000-000000000008"><PlainTextContent>x y</PlainTextContent><SyncPoint guid="00000000-0000-0000-0000-000000000009" position="2" timeStamp="3"/></Transcript><VideoSelection guid="00000000-0000-0000-0000-000000000010" begin="1" end="2"/></VideoSource></Sources>
<Notes><Note guid="00000000-0000-0000-0000-000000000011"><PlainTextContent>n</PlainTextContent></Note></Notes>
<Graphs><Graph guid="00000000-0000-0000-0000-000000000012"><Vertex guid="00000000-0000-0000-0000-000000000013" firstX="1" firstY="2"/></Graph></Graphs></Project>"##;

#[test]
fn the_corpus_of_the_fuzzer_keeps_what_is_promised() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/refi_qda");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|one| one.expect("an entry").path()).collect();
    paths.sort();
    assert!(paths.len() > 4);
    for path in paths {
        sound::check_chosen(&fs::read(&path).expect("read"));
    }
}

#[test]
fn ten_thousand_codings_come_back() {
    let line = "Мемлекеттік саясат шаралары 😀 и меры государства, ";
    let text = line.repeat(2_000);
    let length = text.chars().count();
    let spans: Vec<(usize, usize)> =
        (0..5_000).map(|at| (at * 17 % length, (at * 17 % length + at % 90).min(length))).collect();
    let project = project(&[(text, spans)]);
    assert!(in_order(&sound::stays(&project)) == in_order(&project));
    assert!(tables::segments(&project).rows.len() > 10_000);
}

#[test]
fn codes_that_stand_together_are_counted_by_coder() {
    let letters: Vec<char> = "0123456789".chars().collect();
    // Code, coder, start, end: the first two overlap and are one segment.
    let given =
        [(0, 0, 0, 4), (0, 0, 2, 6), (2, 0, 5, 8), (2, 0, 6, 6), (2, 1, 0, 2), (3, 0, 8, 9)];
    let selections = given.into_iter().enumerate().map(|(at, (code, coder, start, end))| {
        let mut one = selection(&letters, "s", at, start, end);
        one.codings.truncate(1);
        one.codings[0].code = guid("code", code);
        one.codings[0].creator = Some(guid("user", coder));
        one
    });
    let mut text = TextSource::new(guid("source", 0), Some("0123456789".into()));
    text.selections = selections.collect();
    let project = Project { sources: vec![Source::Text(text)], ..project(&[]) };
    let pairs = tables::co_occurrence(&project);
    let cells: Vec<&[String]> = pairs.rows.iter().map(|row| &row[1..]).collect();
    assert_eq!(cells, [["1", "1", "0"], ["1", "2", "0"], ["0", "0", "1"]]);
    let counts = tables::counts(&project);
    assert_eq!(counts.rows[0][2..], ["2", "0", "3", "1"]);
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_is_kept() {
    let text = SAMPLE
        .replace("endPosition=\"9\"", "endPosition=\"neun\"")
        .replace("#123456", "red")
        .replace("isCodable=\"true\"", "isCodable=\"maybe\" weight=\"3\"")
        .replace("<FloatValue>1.5", "<FloatValue>1,5")
        .replace("2026-01-15T09:00:00Z", "15.01.2026")
        .replace(
            "<User guid=\"00000000-0000-0000-0000-000000000001\" name=\"A\"/>",
            "<User guid=\"00000000-0000-0000-0000-000000000001\" name=\"A\"/>\
             <User guid=\"00000000-0000-0000-0000-000000000099\" name=\"A\"/>",
        );
    let (project, problems) =
        read(&packed(text.as_bytes(), "1\n2 маман 😀\n".as_bytes()), "a.qdpx");
    let told: Vec<(&str, u32)> = problems.iter().map(|one| (one.code.as_str(), one.line)).collect();
    assert_eq!(
        told,
        [
            ("qda-user-twice", 2),
            ("qda-bad-value", 3),
            ("qda-bad-color", 3),
            ("qda-unknown", 3),
            ("qda-bad-position", 6),
            ("qda-bad-date", 6),
            ("qda-moved", 6),
            ("qda-bad-value", 8),
            ("qda-source-outside", 9),
        ]
    );
    let project = project.expect("a project");
    let row = &tables::segments(&project).rows[0];
    // Its positions are none, but the quotation stands once in the text.
    assert_eq!((row[15].as_str(), row[14].as_str(), row[7].as_str()), ("маман", "1", "4"));
    let written = write_project(&project, "b.qdpx").expect("written");
    let lost: Vec<&str> = written.losses.iter().map(|one| one.args[1].1.as_str()).collect();
    assert_eq!(
        lost,
        [
            "weight=\"3\"",
            "color=\"red\"",
            "creationDateTime=\"15.01.2026\"",
            "<FloatValue> 1,5",
            "relative:///x"
        ]
    );
}
