//! Projects of other programs, taken in and given back.

#[allow(dead_code, reason = "each test uses a part")]
mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::{coding, event, text};
use daryn_coding::Codebook;
use daryn_coding::refi_qda::{self, Project, tables};
use daryn_model::Lang;
use daryn_store::exchange::{self, Incoming, Known, Study, incoming, kept, outgoing};
use daryn_store::{Change, New, State, Store, Text, anchoring};

/// A project with two coders, groups, an emoji, memos, a variable, a case, a set and a picture.
fn sample() -> Vec<u8> {
    let file = br##"<Project xmlns="urn:QDA-XML:project:1.0" name="Sample" origin="Other 1.0">
<Users><User guid="00000000-0000-0000-0000-0000000000a1" name="Anna"/>
<User guid="00000000-0000-0000-0000-0000000000a2" name="Anna"/></Users>
<CodeBook><Codes>
<Code guid="00000000-0000-0000-0000-0000000000c1" name="Measures" isCodable="false">
<Code guid="00000000-0000-0000-0000-0000000000c2" name="Return" isCodable="true" color="#F00"><Description>Comes back</Description></Code></Code>
<Code guid="00000000-0000-0000-0000-0000000000c3" name="Aims" isCodable="false">
<Code guid="00000000-0000-0000-0000-0000000000c4" name="Return" isCodable="true"/></Code>
</Codes></CodeBook>
<Variables><Variable guid="00000000-0000-0000-0000-0000000000f1" name="Year" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="00000000-0000-0000-0000-0000000000e1" name="Case"><SourceRef targetGUID="00000000-0000-0000-0000-0000000000d1"/></Case></Cases>
<Sources>
<TextSource guid="00000000-0000-0000-0000-0000000000d1" name="Law 1.txt"><PlainTextContent>&#x1F600; First  line.

Scientists return home.</PlainTextContent>
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b1" name="Scientists return home" startPosition="16" endPosition="38"><Description>See &lt;above&gt;</Description>
<Coding guid="00000000-0000-0000-0000-0000000000b2" creatingUser="00000000-0000-0000-0000-0000000000a1" creationDateTime="2026-01-15T09:00:00Z"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding>
<Coding guid="00000000-0000-0000-0000-0000000000b3" creatingUser="00000000-0000-0000-0000-0000000000a2"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c4"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b4" startPosition="500" endPosition="600">
<Coding guid="00000000-0000-0000-0000-0000000000b5" creatingUser="00000000-0000-0000-0000-0000000000a1"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding></PlainTextSelection>
<VariableValue><VariableRef targetGUID="00000000-0000-0000-0000-0000000000f1"/><IntegerValue>2007</IntegerValue></VariableValue>
</TextSource>
<TextSource guid="00000000-0000-0000-0000-0000000000d2" name="Gone" plainTextPath="internal://gone.txt">
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b6" name="what was quoted" startPosition="3" endPosition="18">
<Coding guid="00000000-0000-0000-0000-0000000000b7"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding></PlainTextSelection></TextSource>
</Sources>
<Notes><Note guid="00000000-0000-0000-0000-0000000000a9" name="Thought"><PlainTextContent>A thought</PlainTextContent></Note></Notes>
<Sets><Set guid="00000000-0000-0000-0000-0000000000e2" name="Set"><MemberCode targetGUID="00000000-0000-0000-0000-0000000000c2"/></Set></Sets>
</Project>"##;
    file.to_vec()
}

/// A study that takes projects in as the command does, but for the disk.
struct Here {
    folder: tempfile::TempDir,
    store: Store,
    texts: Vec<Text>,
    documents: BTreeSet<String>,
    codebook: String,
}

impl Here {
    fn new() -> Here {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store").store;
        let codebook = "[codebook]\nid = \"c\"\nversion = \"1\"\n".to_owned();
        Here { folder, store, texts: Vec::new(), documents: BTreeSet::new(), codebook }
    }

    fn book(&self) -> Option<Codebook> {
        Codebook::parse("c.toml", self.codebook.as_bytes(), &mut Vec::new())
    }

    fn take(&mut self, bytes: &[u8], id: &str) -> Incoming {
        let (project, _) = refi_qda::read(bytes, "p.qdpx");
        let project = project.expect("a project");
        let state = self.state();
        let codebook = self.book();
        let known = Known {
            state: &state,
            texts: &self.texts,
            documents: &self.documents,
            codebook: codebook.as_ref(),
        };
        let incoming = incoming(&project, &known, "p.qdpx");
        for new in &incoming.texts {
            let read = daryn_read::read(new.text.as_bytes(), &new.file);
            self.texts.push(Text::new(&new.document, &new.file, read));
            self.documents.insert(new.document.clone());
        }
        for new in &incoming.codes {
            self.codebook += &exchange::book::entry(new, Lang::En);
        }
        let mut changes = incoming.changes.clone();
        changes.push(kept(bytes));
        let new = event(id, changes);
        self.store.append_with(&[bytes], |_| Ok(new)).expect("kept");
        incoming
    }

    fn state(&self) -> State {
        self.store.state().expect("a state")
    }

    fn give(&self) -> Project {
        let state = self.state();
        let base = exchange::base(&self.store, &state).expect("a base");
        let codebook = self.book();
        let study = Study {
            name: "here",
            state: &state,
            texts: &self.texts,
            codebooks: &codebook.iter().collect::<Vec<_>>(),
            lang: Lang::En,
        };
        outgoing(base, &study, "p.qdpx").0
    }

    fn bytes(&self) -> Vec<u8> {
        refi_qda::write_project(&self.give(), "p.qdpx").expect("written").bytes
    }
}

/// Codes, quotations and coders of all codings with a place.
fn segments(project: &Project) -> Vec<String> {
    let table = tables::segments(project);
    let at = |name: &str| table.head.iter().position(|head| head == name).expect("a column");
    let columns = ["code", "coder", "quote", "memo", "created"].map(at);
    let mut rows: Vec<String> =
        table.rows.iter().map(|row| columns.map(|at| row[at].as_str()).join("|")).collect();
    rows.sort();
    rows
}

#[test]
fn a_project_is_taken_in_and_given_back_whole() {
    let mut here = Here::new();
    let incoming = here.take(&sample(), "one");
    let counts = incoming.counts;
    assert_eq!((counts.codes, counts.coders, counts.documents, counts.codings), (4, 2, 2, 4));
    assert_eq!((counts.memos, counts.variables, counts.cases, counts.sets), (1, 1, 1, 1));
    assert_eq!((counts.used, counts.unplaced), (2, 2));
    assert!(here.book().is_some(), "{}", here.codebook);
    let ids: Vec<&str> = incoming.codes.iter().map(|code| code.id.as_str()).collect();
    assert_eq!(ids, ["measures", "measures.return", "aims", "aims.return"]);
    let state = here.state();
    let lines = String::from_utf8(daryn_store::lines(&state)).expect("UTF-8");
    let coders: Vec<&str> = state.coders.values().map(String::as_str).collect();
    assert_eq!(coders, ["Anna", "Anna (00000000)"]);
    assert!(lines.contains(r#""document":"law-1","passage":null,"start":14,"end":36"#), "{lines}");
    assert!(lines.contains(r#""quote":"Scientists return home","memo":"See <above>""#), "{lines}");
    assert!(lines.contains(r#""code":"aims.return","by":"person","coder":"Anna (00000000)""#));
    // What comes back is what came.
    let (came, _) = refi_qda::read(&sample(), "p.qdpx");
    assert_eq!(Some(here.give()), came);
    // And again, byte by byte, from another study.
    let mut other = Here::new();
    other.take(&here.bytes(), "one");
    assert_eq!(other.bytes(), here.bytes());
    drop(here.folder);
}

#[test]
fn what_is_taken_in_twice_is_there_once() {
    let mut here = Here::new();
    here.take(&sample(), "one");
    let (state, bytes) = (here.state(), here.bytes());
    let again = here.take(&sample(), "two");
    assert_eq!((again.texts.len(), again.codes.len()), (0, 0));
    assert_eq!(here.state(), state);
    // The same after it went through a file of ours.
    let again = here.take(&bytes, "three");
    assert_eq!((again.texts.len(), again.codes.len()), (0, 0));
    assert_eq!((here.state().codings, here.bytes()), (state.codings, bytes));
    // Undoing one import leaves what the others brought, too.
    here.store.append(&New::undo("u", common::TIME, "A", "one")).expect("kept");
    assert_eq!(here.state().codings.len(), 2);
    for (undo, of) in [("v", "two"), ("w", "three")] {
        here.store.append(&New::undo(undo, common::TIME, "A", of)).expect("kept");
    }
    assert_eq!(here.state(), State::default());
    here.store.append(&New::undo("x", common::TIME, "A", "v")).expect("kept");
    assert_eq!(here.state().codings.len(), 2);
}

#[test]
fn codings_made_here_are_given_away_and_known_again() {
    let mut here = Here::new();
    here.take(&sample(), "one");
    let mut new = coding("mine", &here.texts[0], "First line.", "measures.return");
    new.memo = "Найти <источник>".into();
    let other = text("texts/other.txt", "Ғалымдар елге оралады.\n");
    // A note without a code.
    let mut note = coding("noted", &here.texts[0], "return home", "");
    note.memo = "Кім?".into();
    let second = coding("yours", &other, "елге оралады", "aims.return");
    here.texts.push(other);
    here.store
        .append(&event("e", [Change::Codings { codings: vec![new, second, note] }]))
        .expect("kept");
    let project = here.give();
    let found = segments(&project);
    assert!(
        found.contains(&format!(
            "Measures / Return|Айгүл|First  line.|Найти <источник>|{}",
            common::TIME
        )),
        "{found:?}"
    );
    assert!(
        found.contains(&format!("Aims / Return|Айгүл|елге оралады||{}", common::TIME)),
        "{found:?}"
    );
    assert_eq!(found.len(), 6);
    assert_eq!(here.bytes(), here.bytes());
    // Another study gets all of it, and gives the same bytes.
    let mut there = Here::new();
    there.take(&here.bytes(), "one");
    assert_eq!(there.state().codings.len(), 5);
    let memos = there.state().codings.into_values().filter(|held| held.made.code.is_empty());
    assert_eq!(memos.map(|held| held.memo).collect::<Vec<_>>(), ["Кім?"]);
    assert_eq!(there.bytes(), here.bytes());
    // Here nothing of it is new.
    let before = here.state().codings.len();
    here.take(&there.bytes(), "back");
    assert_eq!(here.state().codings.len(), before);
}

#[test]
fn a_coding_that_was_taken_back_is_not_given_away() {
    let mut here = Here::new();
    here.take(&sample(), "one");
    let id = "00000000-0000-0000-0000-0000000000b3".to_owned();
    here.store.append(&event("r", [Change::Removed { codings: vec![id] }])).expect("kept");
    assert_eq!(segments(&here.give()).len(), 3);
    // Nor does it come back with the file.
    here.take(&sample(), "two");
    assert_eq!(here.state().codings.len(), 1);
    assert_eq!(segments(&here.give()).len(), 3);
}

#[test]
fn codes_are_given_as_the_codebook_calls_them_now() {
    let mut here = Here::new();
    here.take(&sample(), "one");
    here.codebook = here.codebook.replace("name_en = \"Aims\"", "name_en = \"Goals\"");
    here.codebook +=
        "[[code]]\nid = \"new\"\nname_en = \"New\"\nparent = \"aims\"\ncolour = \"#00ff00\"\n";
    let project = here.give();
    let aims = &project.codes[1];
    assert_eq!((aims.name.as_str(), aims.codes.len()), ("Goals", 2));
    assert_eq!(
        (aims.codes[1].name.as_str(), aims.codes[1].color.as_deref()),
        ("New", Some("#00ff00"))
    );
    assert_eq!(project.codes[0].codes[0].color.as_deref(), Some("#F00"), "as it came");
}

#[test]
fn a_text_that_changed_goes_with_its_codings() {
    let mut here = Here::new();
    here.take(&sample(), "one");
    let file = here.texts[0].file.clone();
    let words = "A new beginning.\n\n😀 First line.\n\nScientists return home.\n";
    here.texts[0] = Text::new("law-1", &file, daryn_read::read(words.as_bytes(), &file));
    let changes = anchoring::changes(&here.state(), &here.texts);
    here.store.append(&event("a", changes)).expect("kept");
    let found = segments(&here.give());
    let scientists = found.iter().filter(|row| row.contains("|Scientists return home|"));
    assert_eq!(scientists.count(), 2, "{found:?}");
    // Words that are gone have no place, and stay with their quotation.
    here.texts[0] = Text::new("law-1", &file, daryn_read::read(b"Nothing of it.\n", &file));
    let changes = anchoring::changes(&here.state(), &here.texts);
    here.store.append(&event("b", changes)).expect("kept");
    let table = tables::segments(&here.give());
    let anchored = table.head.iter().position(|head| head == "anchored").expect("a column");
    assert_eq!(table.rows.iter().filter(|row| row[anchored] == "1").count(), 0);
    assert!(segments(&here.give()).iter().any(|row| row.contains("Scientists return home")));
}

/// Files that other programs wrote; nothing where they are not at hand.
fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("DARYN_SHARED").map_or_else(beside, PathBuf::from);
    let path = root.join("data/refi-qda");
    if !path.exists() {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "SKIPPED: {} is not at hand", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn files_of_other_programs_come_through() {
    let Some(folder) = shared() else { return };
    let mut quotes: Vec<Vec<String>> = Vec::new();
    for name in [
        "sample-kk-ru.qdpx",
        "sample-kk-ru-bom.qdpx",
        "sample-kk-ru-crlf.qdpx",
        "atlasti-standard-project-qde-only.qdpx",
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("read");
        let (came, _) = refi_qda::read(&bytes, name);
        let came = came.expect("a project");
        let mut here = Here::new();
        let incoming = here.take(&bytes, "one");
        assert!(here.book().is_some(), "{name}");
        assert_eq!(segments(&here.give()), segments(&came), "{name}");
        let written = refi_qda::write_project(&came, name).expect("written").bytes;
        assert!(here.bytes() == written, "{name}");
        let state = here.state();
        let coded = state.codings.values().filter(|held| !held.made.code.is_empty());
        assert_eq!(coded.count(), incoming.counts.used, "{name}");
        // What stands at the place here is what was coded there.
        for held in state.codings.values() {
            let text = here.texts.iter().find(|text| text.file == held.made.file).expect("a text");
            let words = text.words(held.made.start, held.made.end).expect("words");
            assert_eq!(words, held.made.anchor.quote);
        }
        if name.starts_with("sample") {
            assert_eq!(incoming.counts.used, 14, "{name}");
            let lines = state.in_order();
            quotes.push(lines.iter().map(|held| held.made.anchor.quote.clone()).collect());
        }
    }
    assert!(quotes.windows(2).all(|pair| pair[0] == pair[1]));
}
