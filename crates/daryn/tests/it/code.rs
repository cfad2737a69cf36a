//! `daryn code`: codings of a folder, of a study, by rules of one's own, and what is wrong.

use std::fs;

use calamine::Reader as _;
use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{Ran, Sample, daryn};

const RULES: &str = "# Правила\n\n### Статья 7. Врачи\n\n1. Врачи имеют право:\n\n   \
    1) получать жилье;\n\n> *Сноска. Статья 7 о врачах в новой редакции.*\n";
const CODEBOOK: &str = "[codebook]\nid = \"own\"\nversion = \"3\"\n\n[[code]]\nid = \"people\"\n\
    name_ru = \"Люди\"\n\n[[code]]\nid = \"people.physicians\"\nparent = \"people\"\n\
    name_ru = \"Врачи\"\n";
const OWN: &str = "[rules]\ncodebook = \"own\"\ncodebook_version = \"3\"\nversion = \"5\"\n\n\
    [[rule]]\nid = \"p\"\ncode = \"people.physicians\"\nlanguage = \"ru\"\nversion = \"5.1\"\n\
    own.any = [\"врач*\"]\n\n[[rule]]\nid = \"l\"\ncode = \"people\"\nlanguage = \"ru\"\n\
    lead.any = [\"врач*\"]\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("кодтау ").tempdir().expect("a folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }
    dir
}

fn own(files: &[(&str, &str)]) -> tempfile::TempDir {
    let base = [("own.toml", CODEBOOK), ("own.rules.toml", OWN), ("docs/a.md", RULES)];
    folder(&[&base, files].concat())
}

const WITH_OWN: [&str; 5] = ["docs", "--codebook", "own.toml", "--rules", "own.rules.toml"];

fn code(dir: &tempfile::TempDir, arguments: &[&str], more: &[&str]) -> Ran {
    daryn(dir.path(), &[&["code"], arguments, more].concat())
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

#[test]
fn codings_are_lines_that_name_rule_and_version() {
    let dir = own(&[]);
    let ran = code(&dir, &WITH_OWN, &["--format", "json"]).ends(0);
    assert_eq!(ran.err, "");
    assert_snapshot!(ran.out, @r#"
    {"document":"a.md","passage":"p3","start":8,"end":23,"code":"people.physicians","by":"rule","rule":"p","version":"5.1","quote":"Статья 7. Врачи","file":"a.md","language":"ru","codebook":"own","codebook_version":"3"}
    {"document":"a.md","passage":"p5","start":24,"end":45,"code":"people.physicians","by":"rule","rule":"p","version":"5.1","quote":"1. Врачи имеют право:","file":"a.md","language":"ru","codebook":"own","codebook_version":"3"}
    {"document":"a.md","passage":"p6","start":46,"end":64,"code":"people","by":"rule","rule":"l","version":"5","quote":"1) получать жилье;","file":"a.md","language":"ru","codebook":"own","codebook_version":"3"}
    "#);
}

#[test]
fn the_output_is_the_same_whatever_the_number_of_threads() {
    let texts: Vec<(String, String)> =
        (0..90).map(|n| (format!("docs/{n:02}.md"), format!("{RULES}\n2. Врач {n}.\n"))).collect();
    let texts: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let dir = own(&texts);
    let by =
        |threads| code(&dir, &WITH_OWN, &["--format", "json", "--threads", threads]).ends(0).out;
    let one = by("1");
    assert_eq!(one.lines().count(), 91 * 3 + 90);
    assert_eq!(one, by("3"));
}

#[test]
fn the_built_in_codebook_codes_three_languages() {
    let dir = folder(&[
        (
            "ru.md",
            "Кандасы обеспечиваются бесплатными адаптационными и интеграционными услугами.\n",
        ),
        ("kk.md", "Қандастар тегін бейімдеу және ықпалдастыру қызметтерімен қамтамасыз етіледі.\n"),
        ("en.md", "Kandas have the right to free language courses and adaptation.\n"),
        ("fr.md", "Les rapatriés ont droit à des cours de langue gratuits chaque année.\n"),
    ]);
    let ran = code(&dir, &["."], &["--format", "json"]).ends(0);
    let found = lines(&ran);
    for file in ["ru.md", "kk.md", "en.md"] {
        for code in ["target.compatriots", "function.reintegrate", "polarity.support"] {
            let is_it = |line: &&Value| line["file"] == file && line["code"] == code;
            let line = found.iter().find(is_it).unwrap_or_else(|| panic!("{file} {code}"));
            assert_eq!(line["by"], "rule");
            assert_eq!(line["codebook"], "intellectual-migration");
        }
    }
    assert!(found.iter().all(|line| line["file"] != "fr.md"));
    // What was passed over is told whatever the form.
    for talk in [ran.err, code(&dir, &["."], &[]).ends(0).err] {
        assert!(talk.contains("language was not recognised, not coded: 1"), "{talk}");
        assert!(talk.contains("--language"), "{talk}");
    }
}

#[test]
fn passages_without_rules_are_told_by_language() {
    let kk = ("docs/kk.md", "Қандастар тегін бейімдеу қызметтерімен қамтамасыз етіледі.\n");
    let dir = own(&[kk]);
    let talk = code(&dir, &WITH_OWN, &["--format", "json", "--lang", "ru"]).ends(0).err;
    let told = "фрагментов, не кодированных за отсутствием правил для их языка: 1 (kk: 1)";
    assert!(talk.contains(told), "{talk}");
}

#[test]
fn a_study_is_coded_by_the_ids_of_its_documents() {
    let sample = Sample::tiny();
    let id = sample.read("documents.csv").lines().nth(1).expect("a document").to_owned();
    let id = id.split(',').next().expect("an id").to_owned();
    fs::create_dir_all(sample.dir.join("texts")).expect("a folder");
    sample
        .write(&format!("texts/{id}.md"), "### Статья 1. О кандасах\n\n1. Кандасы имеют право.\n");
    let found = lines(&sample.daryn(&["code", ".", "--format", "json"]).ends(0));
    assert!(!found.is_empty());
    assert!(found.iter().all(|line| line["document"] == id.as_str()), "{found:?}");
}

#[test]
fn tables_hold_what_the_lines_hold() {
    let dir = own(&[]);
    let json = lines(&code(&dir, &WITH_OWN, &["--format", "json"]).ends(0));
    let csv = code(&dir, &WITH_OWN, &[]).ends(0);
    assert!(csv.err.contains("codings: 3"), "{}", csv.err);
    assert_eq!(csv.out.lines().count(), json.len() + 1);
    let head = csv.out.lines().next().expect("a head");
    assert!(head.starts_with("document,passage,start,end,code,by,rule,version,quote,"), "{head}");
    code(&dir, &WITH_OWN, &["--format", "xlsx", "--output", "c.xlsx"]).ends(0);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(dir.path().join("c.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("readable");
    let texts: Vec<String> = sheet.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(texts.iter().any(|text| text == "people.physicians"), "{texts:?}");
    code(&dir, &WITH_OWN, &["--format", "parquet", "--output", "c.parquet"]).ends(0);
    let bytes = fs::read(dir.path().join("c.parquet")).expect("a file");
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    code(&dir, &WITH_OWN, &["--format", "json", "--output", "c.jsonl"]).ends(0);
    let written = fs::read_to_string(dir.path().join("c.jsonl")).expect("a file");
    assert_eq!(written.lines().count(), json.len());
    let spared = code(&dir, &WITH_OWN, &["--format", "json", "--output", "docs/a.md"]).ends(1);
    assert!(spared.err.contains("a.md"), "{}", spared.err);
    assert_eq!(fs::read_to_string(dir.path().join("docs/a.md")).expect("a file"), RULES);
}

#[test]
fn what_is_wrong_is_told_with_file_and_line_in_the_language_of_the_user() {
    let circle =
        CODEBOOK.replace("id = \"people\"\n", "id = \"people\"\nparent = \"people.physicians\"\n");
    let dir =
        own(&[("circle.toml", &circle), ("bad.rules.toml", &OWN.replace("people\"", "peple\""))]);
    let with_circle = ["docs", "--codebook", "circle.toml", "--rules", "own.rules.toml"];
    let ran = code(&dir, &with_circle, &["--lang", "ru"]).ends(1);
    assert!(ran.err.contains("circle.toml:5"), "{}", ran.err);
    assert!(ran.err.contains("people → people.physicians → people"), "{}", ran.err);
    let with_bad = ["docs", "--codebook", "own.toml", "--rules", "bad.rules.toml"];
    let ran = code(&dir, &with_bad, &[]).ends(1);
    assert_snapshot!(ran.err, @"
    error: bad.rules.toml:13: `l` names the code `peple`, which the codebook does not have
      hint: did you mean `people`?
    ");
    let ran = code(&dir, &["docs", "--codebook", "own.toml"], &[]).ends(1);
    assert!(ran.err.contains("--rules FILE"), "{}", ran.err);
    let ran = code(&dir, &["nowhere"], &[]).ends(1);
    assert!(ran.err.contains("nowhere"), "{}", ran.err);
}

#[test]
fn schemas_of_codebook_and_rules_are_printed_by_name() {
    let here = std::env::temp_dir();
    let codebook = daryn(&here, &["schema", "codebook"]).ends(0).json();
    let code = &codebook["properties"]["code"]["items"]["properties"];
    assert!(code["include_kk"].is_object() && code["colour"].is_object());
    let rules = daryn(&here, &["schema", "code-rules"]).ends(0).json();
    assert!(rules["properties"]["rule"]["items"]["properties"]["lead"].is_object());
}

/// Entries of a folder of kept documents.
fn entries(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).expect("a folder").map(|it| it.expect("one").path()));
        } else if path.exists() {
            found.push(path);
        }
    }
    found
}

#[test]
fn an_unchanged_document_is_taken_from_what_is_kept() {
    let sample = Sample::tiny();
    fs::create_dir_all(sample.dir.join("texts")).expect("a folder");
    let text = "### Статья 1. О кандасах\n\n1. Кандасы имеют право.\n";
    sample.write("texts/D1.md", text);
    let code = || sample.daryn(&["code", ".", "--format", "json"]).ends(0);
    let first = code();
    assert!(!first.out.is_empty());
    let kept = entries(&sample.dir.join(".daryn"));
    let [entry] = kept.as_slice() else { panic!("one entry: {kept:?}") };
    // What is printed comes out of the entry: with another one under its digest it is another.
    let bytes = fs::read(entry).expect("an entry");
    let body = bytes.iter().position(|byte| *byte == b'\n').expect("a head") + 1;
    let other = String::from_utf8(bytes[body..].to_vec()).expect("text").replace("имеют", "носят");
    let head =
        format!("daryn-cache 1 {} {}\n", daryn_study::Digest::of(other.as_bytes()), other.len());
    fs::write(entry, head + &other).expect("written");
    assert_eq!(code().out, first.out.replace("имеют", "носят"));
    // A damaged entry is told, dropped and made again.
    fs::write(entry, &bytes[..bytes.len() - 1]).expect("written");
    let again = code();
    assert_eq!(again.out, first.out);
    assert!(again.err.contains("a damaged entry of the cache was dropped"), "{}", again.err);
    assert_eq!(fs::read(entry).expect("an entry"), bytes);
    // An entry that is sound and says nonsense is not believed either.
    let nonsense =
        b"{\"problems\":[],\"passages\":1,\"without_rules\":{},\"coded\":[{\"name\":\"p1\",\
        \"start\":0,\"end\":1,\"language\":\"ru\",\"quote\":\"\",\"given\":[[999999,0]]}]}";
    let head = format!("daryn-cache 1 {} {}\n", daryn_study::Digest::of(nonsense), nonsense.len());
    fs::write(entry, [head.as_bytes(), nonsense].concat()).expect("written");
    assert_eq!(code().out, first.out);
    // Other words, and other rules, have entries of their own.
    sample.write("texts/D1.md", &text.replace("право", "долг"));
    assert!(code().out.contains("долг"));
    assert_eq!(entries(&sample.dir.join(".daryn")).len(), 2);
    sample.daryn(&["code", ".", "--language", "kk"]).ends(0);
    assert_eq!(entries(&sample.dir.join(".daryn")).len(), 3);
}

#[test]
fn a_study_is_coded_by_its_own_codebook() {
    let sample = Sample::tiny();
    fs::create_dir_all(sample.dir.join("texts")).expect("a folder");
    sample.write("texts/D1.md", "### Статья 1. О враче\n\n1. Врач имеет право.\n");
    sample.write("own.toml", CODEBOOK);
    sample.write("own.rules.toml", OWN);
    sample.replace("study.toml", "other = [", "codebook = \"own.toml\"\nother = [");
    let ran = sample.daryn(&["code", "."]).ends(1);
    assert!(ran.err.contains("no rules for it"), "{}", ran.err);
    sample.replace("study.toml", "other = [", "code_rules = \"own.rules.toml\"\nother = [");
    let found = lines(&sample.daryn(&["code", ".", "--format", "json"]).ends(0));
    assert!(!found.is_empty());
    assert!(found.iter().all(|line| line["codebook"] == "own"), "{found:?}");
}

#[test]
fn a_recognised_text_is_of_the_document_that_its_words_name() {
    let sample = Sample::tiny();
    fs::create_dir_all(sample.dir.join("texts")).expect("a folder");
    let scan = concat!(env!("CARGO_MANIFEST_DIR"), "/../daryn-read/tests/data/pdf/scan.pdf");
    fs::copy(scan, sample.dir.join("texts/scan.pdf")).expect("copied");
    let side = "\u{c}Указ о стипендиях\n\u{c}1. Врач имеет право.\n";
    sample.write("texts/scan.pdf.txt", side);
    sample.write("own.toml", CODEBOOK);
    sample.write("own.rules.toml", OWN);
    let own = "codebook = \"own.toml\"\ncode_rules = \"own.rules.toml\"\nother = [";
    sample.replace("study.toml", "other = [", own);
    // The second time it is taken from what is kept.
    for _ in 0..2 {
        let found = lines(&sample.daryn(&["code", ".", "--format", "json"]).ends(0));
        let [line] = found.as_slice() else { panic!("one coding: {found:?}") };
        assert_eq!((&line["document"], &line["file"]), (&"D1".into(), &"texts/scan.pdf".into()));
    }
}
