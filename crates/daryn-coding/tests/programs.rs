//! What other programs need of a project, or are known to do with it.

#[allow(dead_code, reason = "other tests use all of it")]
mod sound;

use daryn_coding::refi_qda::model::{
    Anchor, Case, Code, Coding, Extra, Link, Place, Selection, Source, Span, Stamp, TextSource,
    User, Value, Variable, VariableType, VariableValue,
};
use daryn_coding::refi_qda::{Guid, Project, loss, read, tables, write_project};
use daryn_model::Diagnostic;
use sound::packed;

const WORDS: &str = "Бірінші жол 😀 саясат";

fn guid(name: &str) -> Guid {
    Guid::derived(&[name])
}

fn coding(code: &str, coder: Option<&str>) -> Coding {
    Coding {
        guid: guid(&format!("{code} by {coder:?}")),
        code: guid(code),
        creator: coder.map(guid),
        created: Some("2026-01-15T09:00:00Z".into()),
        notes: Vec::new(),
        extra: Extra::default(),
    }
}

fn selection(maker: Option<&str>, codings: &[Coding]) -> Selection {
    Selection {
        guid: guid("selection"),
        name: Some("Бірінші".into()),
        stamp: Stamp { creator: maker.map(guid), ..Stamp::default() },
        place: Place::Span(Span { start: 0, end: 7, anchor: Anchor::Exact }),
        description: Some("жадынама".into()),
        codings: codings.to_vec(),
        notes: vec![guid("note")],
        extra: Extra::default(),
    }
}

/// A project of two coders, two codes and a text with a selection.
fn project(selection: Selection) -> Project {
    let user = |name: &str| User {
        guid: guid(name),
        name: Some(name.into()),
        id: None,
        extra: Extra::default(),
    };
    let code = |name: &str| Code {
        guid: guid(name),
        name: name.into(),
        is_codable: true,
        color: None,
        description: None,
        notes: Vec::new(),
        codes: Vec::new(),
        extra: Extra::default(),
    };
    let mut text = TextSource::new(guid("text"), Some(WORDS.into()));
    text.name = Some("мәтін".into());
    text.selections = vec![selection];
    let note = TextSource::new(guid("note"), Some("жазба".into()));
    let stamp = Stamp { created: Some("2026-01-15T09:00:00Z".into()), ..Stamp::default() };
    Project {
        name: "жоба".into(),
        origin: Some("daryn".into()),
        users: vec![user("A"), user("B")],
        codes: vec![code("one"), code("two")],
        sources: vec![Source::Text(text)],
        notes: vec![TextSource { name: Some("note".into()), stamp, ..note }],
        ..Project::default()
    }
}

fn text(project: &mut Project) -> &mut TextSource {
    match &mut project.sources[0] {
        Source::Text(text) => text,
        Source::Media(_) => panic!("a text"),
    }
}

/// The project file as it is written, and what is told of it.
fn written(project: &Project) -> (String, Vec<Diagnostic>) {
    let written = write_project(project, "a.qdpx").expect("written");
    let bytes = String::from_utf8_lossy(&written.bytes).into_owned();
    let start = bytes.find("<Project").expect("a project");
    let end = bytes.find("</Project>").expect("its end");
    (bytes[start..end].to_owned(), written.losses)
}

/// Selections as they are written: identifier, user, and who gave the codes in it.
fn selections(file: &str) -> Vec<(String, String, Vec<String>)> {
    let value = |text: &str, name: &str| {
        let rest = text.split(&format!("{name}=\"")).nth(1).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let parts = file.split("<PlainTextSelection ").skip(1);
    let parts = parts.map(|part| {
        let (head, rest) = part.split_once('>').expect("a head");
        let inner = rest.split("</PlainTextSelection>").next().unwrap_or_default();
        let coders = inner.split("<Coding ").skip(1);
        let coders =
            coders.map(|one| value(one.split('>').next().unwrap_or_default(), "creatingUser"));
        (value(head, "guid"), value(head, "creatingUser"), coders.collect())
    });
    parts.collect()
}

fn told<'a>(problems: &'a [Diagnostic], name: &str) -> Vec<(&'a str, &'a str)> {
    let value = |one: &'a Diagnostic| {
        one.args.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    };
    problems.iter().map(|one| (one.code.as_str(), value(one))).collect()
}

#[test]
fn each_coder_gets_a_selection_and_the_reader_joins_them_again() {
    let all = [coding("one", Some("A")), coding("one", Some("B")), coding("two", Some("A"))];
    let project = project(selection(None, &all));
    let (file, losses) = written(&project);
    let (a, b) = (guid("A").to_string(), guid("B").to_string());
    let found = selections(&file);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0], (guid("selection").to_string(), a.clone(), vec![a.clone(), a]));
    assert_eq!((&found[1].1, &found[1].2), (&b, &vec![b.clone()]));
    // Notes on the selection stay with it; the memo belongs to every coding.
    assert_eq!(file.matches("<NoteRef").count(), 1);
    assert_eq!(file.matches("жадынама").count(), 2);
    assert_eq!(told(&losses, "n"), [("qda-divided", "1")]);

    let again = sound::stays(&project);
    let [one] = text(&mut again.clone()).selections.clone().try_into().expect("one selection");
    assert_eq!((one.guid, one.stamp.creator), (guid("selection"), Some(guid("A"))));
    let rows = |project: &Project| {
        let mut rows = tables::segments(project).rows;
        rows.sort();
        rows
    };
    assert_eq!(rows(&again), rows(&project));

    // What another program changed in a part stays a selection of its own.
    let mut changed = project.clone();
    let mut part = text(&mut changed).selections[0].clone();
    part.guid = Guid::parse(&found[1].0).expect("an identifier");
    part.stamp.creator = Some(guid("B"));
    part.codings.retain(|one| one.creator == Some(guid("B")));
    part.notes.clear();
    part.description = Some("басқа".into());
    text(&mut changed).selections[0].codings.retain(|one| one.creator == Some(guid("A")));
    text(&mut changed).selections.push(part);
    let mut again = sound::stays(&changed);
    assert_eq!(text(&mut again).selections.len(), 2);
}

#[test]
fn who_selected_and_gave_a_code_keeps_the_selection() {
    let (a, b) = (guid("A").to_string(), guid("B").to_string());
    let both = [coding("one", Some("A")), coding("two", Some("B"))];
    let own = guid("selection").to_string();
    let (file, losses) = written(&project(selection(Some("B"), &both)));
    assert_eq!(selections(&file)[0], (own.clone(), b.clone(), vec![b.clone()]));
    assert_eq!(selections(&file)[1].1, a);
    assert_eq!(told(&losses, "n"), [("qda-divided", "1")]);
    // A code without a coder belongs to whoever selected.
    let mixed = [coding("one", None), coding("two", Some("A"))];
    let divided = project(selection(Some("B"), &mixed));
    assert_eq!(selections(&written(&divided).0)[0], (own.clone(), b.clone(), vec![String::new()]));
    sound::stays(&divided);
    sound::stays(&project(selection(None, &mixed)));
    sound::stays(&project(selection(None, &[mixed[1].clone(), mixed[0].clone()])));
    // Nobody who selected gave a code: the coder counts, and it is told.
    let (file, losses) = written(&project(selection(Some("B"), &both[..1])));
    assert_eq!(selections(&file), [(own.clone(), a.clone(), vec![a.clone()])]);
    assert_eq!(told(&losses, "n"), [("qda-other-user", "1")]);
    // One who is known from the codes alone is told to nobody: nothing is lost.
    let (file, losses) = written(&project(selection(None, &both[..1])));
    assert_eq!(selections(&file), [(own.clone(), a.clone(), vec![a])]);
    assert_eq!(losses, []);
    // A selection without a code stays as it is.
    let (file, losses) = written(&project(selection(None, &[])));
    assert_eq!((selections(&file), losses), (vec![(own, String::new(), Vec::new())], Vec::new()));
}

#[test]
fn a_project_says_which_program_wrote_it() {
    let mut project = project(selection(None, &[]));
    project.origin = None;
    assert!(written(&project).0.contains(" origin=\"daryn\""));
    assert_eq!(sound::stays(&project).origin.as_deref(), Some("daryn"));
    project.origin = Some("ATLAS.ti".into());
    assert!(written(&project).0.contains(" origin=\"ATLAS.ti\""));
}

#[test]
fn times_are_written_in_utc_and_zones_are_told_once() {
    let mut one = coding("one", Some("A"));
    one.created = Some("2026-01-15T03:30:00+05:00".into());
    let mut project = project(selection(None, &[one]));
    project.stamp.created = Some("2026-01-15T09:00:00-03:30".into());
    project.stamp.modified = Some("2026-01-15T09:00:00".into());
    let (file, losses) = written(&project);
    for (name, time) in [
        ("creationDateTime", "2026-01-14T22:30:00Z"),
        ("creationDateTime", "2026-01-15T12:30:00Z"),
        // Which instant it is nobody knows.
        ("modifiedDateTime", "2026-01-15T09:00:00"),
    ] {
        assert!(file.contains(&format!("{name}=\"{time}\"")), "{time} in {file}");
    }
    assert_eq!(told(&losses, "n"), [("qda-time-zone", "2")]);
    let again = sound::stays(&project);
    assert_eq!(write_project(&again, "a.qdpx").expect("written").losses, []);
}

#[test]
fn what_makes_an_import_break_off_is_told_before() {
    let plain = project(selection(Some("A"), &[coding("one", Some("A"))]));
    assert_eq!(loss::of_qualcoder(&plain, "a"), []);

    let mut bad = plain.clone();
    bad.notes[0].stamp = Stamp::default();
    bad.notes.push(TextSource { guid: guid("note 2"), ..plain.notes[0].clone() });
    let bare = selection(Some("A"), &[]);
    let other = Selection { guid: guid("selection 2"), ..bare.clone() };
    let of_b = Selection { guid: guid("selection 3"), ..selection(Some("B"), &[]) };
    text(&mut bad).selections.extend([bare, other, of_b]);
    let value = |variable: &str, value: &str| VariableValue {
        variable: guid(variable),
        value: Value::Text(value.into()),
        extra: Extra::default(),
    };
    let variable = |own: &str, name: &str| Variable {
        guid: guid(own),
        name: name.into(),
        kind: VariableType::Text,
        description: None,
        extra: Extra::default(),
    };
    bad.variables = vec![variable("v", "year"), variable("w", "place"), variable("x", "place")];
    text(&mut bad).values = vec![value("v", "1"), value("w", "2"), value("x", "3")];
    let case = Case {
        guid: guid("case"),
        name: None,
        description: None,
        codes: Vec::new(),
        values: vec![value("v", "4")],
        sources: vec![guid("text")],
        selections: Vec::new(),
        extra: Extra::default(),
    };
    bad.cases = vec![case.clone()];
    let found = loss::of_qualcoder(&bad, "a");
    assert!(found.iter().all(|one| one.code == "qda-refused"));
    let kinds: Vec<&str> = told(&found, "kind").iter().map(|one| one.1).collect();
    assert_eq!(
        kinds,
        ["value-twice", "value-twice", "equal-selections", "undated-note", "equal-notes"]
    );
    assert_eq!(told(&found, "found")[0].1, "place");
    assert_eq!(told(&found, "found")[1].1, "year");

    // A case with a name keeps its values; a note on a text is no free one.
    bad.cases[0].name = Some("case".into());
    text(&mut bad).notes = vec![guid("note 2")];
    let kinds = loss::of_qualcoder(&bad, "a");
    let kinds: Vec<&str> = told(&kinds, "kind").iter().map(|one| one.1).collect();
    assert_eq!(kinds, ["value-twice", "equal-selections", "undated-note"]);
}

#[test]
fn what_becomes_one_or_loses_its_name_is_told_before() {
    let mut bad = project(selection(Some("A"), &[coding("one", Some("A"))]));
    bad.users[1].name = Some("A".into());
    bad.users.push(User { guid: guid("C"), name: None, id: None, extra: Extra::default() });
    bad.codes[0].is_codable = false;
    text(&mut bad).name = None;
    bad.notes[0].name = Some(String::new());
    let Place::Span(span) = &mut text(&mut bad).selections[0].place else { panic!("a span") };
    span.anchor = Anchor::Unanchored;
    let found = loss::of_qualcoder(&bad, "a");
    assert!(found.iter().all(|one| one.code == "qda-not-held"));
    let kinds: Vec<&str> = told(&found, "kind").iter().map(|one| one.1).collect();
    assert_eq!(
        kinds,
        [
            "group-given",
            "equal-coder",
            "unnamed-coder",
            "unnamed-source",
            "no-place",
            "unnamed-note"
        ]
    );
}

#[test]
fn links_to_a_divided_selection_lead_to_it() {
    let both = [coding("one", Some("A")), coding("two", Some("B"))];
    let mut project = project(selection(None, &both));
    project.links = vec![Link {
        guid: guid("link"),
        name: None,
        direction: None,
        color: None,
        origin: Some(guid("note")),
        target: Some(guid("selection")),
        notes: Vec::new(),
        extra: Extra::default(),
    }];
    let written = write_project(&project, "a.qdpx").expect("written");
    let (again, problems) = read(&written.bytes, "a.qdpx");
    assert_eq!(problems, []);
    assert_eq!(again.expect("a project").links, project.links);
}

/// A project file with one text `a.txt` and its selections.
fn file(selections: &str) -> String {
    format!(
        r#"<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="{}" name="one" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="{}" name="t" plainTextPath="internal://a.txt">{selections}</TextSource></Sources></Project>"#,
        guid("one"),
        guid("text")
    )
}

fn span(number: usize, start: i64, end: i64, name: &str) -> String {
    let (own, coding, code) = (guid(&number.to_string()), guid(&format!("c{number}")), guid("one"));
    let name = if name.is_empty() { String::new() } else { format!(" name=\"{name}\"") };
    format!(
        r#"<PlainTextSelection guid="{own}"{name} startPosition="{start}" endPosition="{end}"><Coding guid="{coding}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>"#
    )
}

/// Places and quotations of the selections of a text: start, end, anchored, quotation.
fn places(text: &[u8], selections: &str) -> (Vec<[String; 4]>, Vec<String>) {
    let (project, problems) = read(&packed(file(selections).as_bytes(), text), "a.qdpx");
    let project = project.expect("a project");
    sound::stays(&project);
    let table = tables::segments(&project);
    let columns = ["start", "end", "anchored", "quote"];
    let columns = columns.map(|name| table.head.iter().position(|one| one == name).expect("one"));
    let rows = table.rows.iter().map(|row| columns.map(|column| row[column].clone()));
    let codes = problems.iter().map(|one| one.code.clone());
    (rows.collect(), codes.filter(|code| code != "qda-unused-file").collect())
}

#[test]
fn texts_that_begin_with_marks_are_quoted_where_they_are_coded() {
    let row = |start: &str, end: &str, quote: &str| [start, end, "1", quote].map(str::to_owned);
    let marks = |count: usize| format!("{}бір екі үш", "\u{feff}".repeat(count));
    for count in 0..6 {
        let text = marks(count);
        // By the standard no mark is counted.
        let (found, told) = places(text.as_bytes(), &span(1, 4, 7, "екі"));
        assert_eq!((found, told.len()), (vec![row("4", "7", "екі")], 0), "{count}");
        if count > 0 {
            let (found, _) = places(text.as_bytes(), &span(1, 1, 4, "бір"));
            assert_eq!(found, [row("0", "3", "бір")], "{count}");
        }
        // Programs that count all of them, or all but the first.
        let all = i64::try_from(count).expect("a number");
        for counted in [all, all - 1].into_iter().filter(|counted| *counted > 0) {
            let given = span(1, counted, counted + 3, "бір")
                + &span(2, counted + 4, counted + 10, "екі үш");
            let (found, told) = places(text.as_bytes(), &given);
            assert_eq!(found, [row("0", "3", "бір"), row("4", "10", "екі үш")], "{count}");
            assert_eq!(told, ["qda-counting"], "{count}");
            // A selection that begins on a mark begins with the text.
            let given = span(1, 0, counted + 3, "\u{feff}бір")
                + &span(2, counted + 4, counted + 10, "екі үш");
            let (found, told) = places(text.as_bytes(), &given);
            assert_eq!(found, [row("0", "3", "бір"), row("4", "10", "екі үш")], "{count}");
            assert_eq!(told, ["qda-counting"], "{count}");
        }
    }
    // A mark of UTF-16 is counted by some programs, too.
    let text: Vec<u8> = marks(1).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (found, told) = places(&text, &(span(1, 5, 11, "екі үш") + &span(2, 1, 4, "")));
    assert_eq!(found, [row("0", "3", "бір"), row("4", "10", "екі үш")]);
    assert_eq!(told, ["qda-counting"]);
}

#[test]
fn cells_with_tabs_and_line_ends_stay_in_their_column() {
    let words = "а\tб\\n\nв\u{b}г\r";
    let (project, _) = read(&packed(file(&span(1, 0, 10, "")).as_bytes(), words.as_bytes()), "a");
    let table = tables::segments(&project.expect("a project"));
    let text = table.tabbed();
    let lines: Vec<&str> = text.split('\n').collect();
    assert_eq!((lines.len(), lines[2]), (3, ""));
    let cells: Vec<&str> = lines[1].split('\t').collect();
    assert_eq!(cells.len(), table.head.len());
    assert!(cells.contains(&"а\\tб\\\\n\\nв\u{b}г\\n"), "{cells:?}");
}

#[test]
fn what_is_told_and_what_is_kept_is_bounded() {
    let many = "<a/>".repeat(1_500) + &"&x;".repeat(1_200);
    let text =
        file("").replace("</Project>", &format!("<Description>d</Description>{many}</Project>"));
    let (project, problems) = read(text.as_bytes(), "a.qde");
    assert!(project.is_some());
    let count = |code: &str| problems.iter().filter(|one| one.code == code).count();
    assert_eq!((count("qda-unknown"), count("qda-entity")), (1_000, 1_000));
    let more: Vec<&Diagnostic> = problems.iter().filter(|one| one.code == "qda-more").collect();
    let more: Vec<[&str; 2]> =
        more.iter().map(|one| [one.args[0].1.as_str(), one.args[1].1.as_str()]).collect();
    assert_eq!(more, [["qda-entity", "200"], ["qda-unknown", "501"]]);

    // One large text of many sources is not kept for each of them.
    let sources: String = (0..6)
        .map(|at| {
            let own = guid(&format!("text {at}"));
            format!(r#"<TextSource guid="{own}" name="{at}" plainTextPath="internal://a.txt"/>"#)
        })
        .collect();
    let text = file("").replace("<Sources>", &format!("<Sources>{sources}"));
    let (project, problems) = read(&packed(text.as_bytes(), &vec![b'a'; 15 << 20]), "a.qdpx");
    let left_out = problems.iter().filter(|one| one.code == "qda-repeated").count();
    let kept = project
        .expect("a project")
        .sources
        .iter()
        .filter(|one| matches!(one, Source::Text(text) if text.text.is_some()))
        .count();
    assert_eq!((kept, left_out), (5, 2));
}

#[test]
fn values_that_are_none_are_told_once_and_a_second_variable_is_told() {
    let bad = span(1, 0, 3, "бір")
        .replace(" startPosition", " creationDateTime=\"15.01.2026\" startPosition");
    let (_, told) = places("бір екі".as_bytes(), &bad);
    assert_eq!(told, ["qda-bad-date"]);
    let value = format!(
        r#"<VariableValue><VariableRef targetGUID="{}"/><VariableRef targetGUID="{}"/><TextValue>x</TextValue></VariableValue>"#,
        guid("v"),
        guid("w")
    );
    let (_, told) = places("бір екі".as_bytes(), &value);
    assert_eq!(told, ["qda-dangling", "qda-dangling", "qda-unknown"]);
}
