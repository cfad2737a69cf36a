//! `daryn search`: hits as lines, bad queries, files that change, and an index that is damaged.

use std::fs;
use std::path::PathBuf;

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Ran, command};

const RULES: &str = "# Правила\n\n### Статья 7. Квота\n\n1. Квота на трудовых мигрантов \
    устанавливается на год.\n\n2. Трудовой мигрант:\n\n   1) имеет разрешение.\n\n\
    > *Сноска. Статья 7 в редакции о мигрантах.*\n";

/// A folder of documents beside the one for the index.
struct Folder(TempDir);

impl Folder {
    fn of(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("мои законы").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    fn search(&self, arguments: &[&str]) -> Ran {
        let mut command = command(self.0.path(), &["search", "мои законы"]);
        Ran::of(command.args(arguments).env("DARYN_CACHE", self.0.path().join("cache")))
    }

    /// Files of the index.
    fn kept(&self) -> Vec<PathBuf> {
        let mut open = vec![self.0.path().join("cache")];
        let mut files = Vec::new();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                let entries = fs::read_dir(path).expect("a folder");
                open.extend(entries.map(|entry| entry.expect("an entry").path()));
            } else if !path.ends_with("lock") {
                files.push(path);
            }
        }
        files.sort();
        files
    }
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

#[test]
fn hits_are_lines_with_places_that_daryn_read_gives() {
    let folder = Folder::of(&[("правила 1.md", RULES), ("kk/а б.txt", "Мамандар мен маман.\n")]);
    let ran = folder.search(&["трудовой мигрант", "--stem", "--format", "json"]).ends(0);
    assert_eq!(ran.err, "");
    assert_snapshot!(ran.out, @r#"
    {"document":"правила 1.md","passage":"p4","start":36,"end":54,"left":"1. Квота на ","match":"трудовых мигрантов","right":" устанавливается на год.","label":"article 7 › point 1","language":"ru","apart":false,"page":null,"reader":2}
    {"document":"правила 1.md","passage":"p6","start":82,"end":98,"left":"2. ","match":"Трудовой мигрант","right":":","label":"article 7 › point 2","language":"ru","apart":false,"page":null,"reader":2}
    "#);
    let path = folder.path("правила 1.md");
    let path = path.to_str().expect("a path");
    let read: Value =
        crate::sample::daryn(folder.0.path(), &["read", path, "--format", "json"]).ends(0).json();
    let text: Vec<char> = read["text"].as_str().expect("text").chars().collect();
    for hit in lines(&ran) {
        let place = |name: &str| hit[name].as_u64().expect("a place") as usize;
        let found: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(hit["match"], found);
        let passages = read["passages"].as_array().expect("passages");
        let leaf = passages.iter().find(|one| one["id"] == hit["passage"]).expect("a passage");
        assert!(leaf["text"].as_str().expect("text").contains(&found));
    }
    let one = folder.search(&["маман*", "--format", "json"]).ends(0);
    let names: Vec<Value> = lines(&one).iter().map(|hit| hit["document"].clone()).collect();
    assert_eq!(names, ["kk/а б.txt", "kk/а б.txt"]);
}

#[test]
fn hits_stand_below_each_other_for_reading() {
    let folder = Folder::of(&[("a.md", RULES), ("b.txt", "Мигрант.\n"), ("c.csv", "1")]);
    let ran = folder.search(&["мигрант*"]).ends(0);
    assert_snapshot!(ran.out, @"
    a.md
                        1. Квота на трудовых  мигрантов  устанавливается на год.  [art. 7 › p. 1]
                                 2. Трудовой  мигрант  :  [art. 7 › p. 2]
               Сноска. Статья 7 в редакции о  мигрантах  .  [art. 7 note]
    b.txt
                                              Мигрант  .
    ");
    assert_snapshot!(ran.err, @"
    1 file is no document and was passed over.
    4 hits in 2 of 2 documents:
           3  a.md
           1  b.txt
    ");
    let ran = folder.search(&["мигрант*", "--without-notes", "--limit", "1"]).ends(0);
    assert_eq!(ran.out.lines().count(), 2);
    assert!(
        ran.err.contains("3 hits in 2 of 2 documents:\nOnly the first 1 is shown."),
        "{}",
        ran.err
    );
    let ran = folder.search(&["нигде", "--lang", "ru"]).ends(0);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("Ничего не найдено в 2 документах."), "{}", ran.err);
}

#[test]
fn a_query_that_cannot_be_understood_is_shown_where_it_is_wrong() {
    let folder = Folder::of(&[("a.txt", "Виза.")]);
    assert_snapshot!(folder.search(&["квот(а|ы", "--regex"]).ends(1).err, @"
    error: the regular expression `квот(а|ы` is wrong at character 5, at `(а|ы`: a round bracket is not closed
      hint: correct it there; put a `\\` before a mark that stands for itself
    ");
    assert_snapshot!(folder.search(&["*қон"]).ends(1).err, @"
    error: in the query `*қон`, a `*` stands before or inside a word at character 1
      hint: write `*` at the end of a word, or alone for any one word; `--regex` can look for ends of words
    ");
    let bad = |arguments: &[&str]| {
        folder.search(&[arguments, &["--format", "json"]].concat()).ends(1).codes()
    };
    assert_eq!(bad(&["[а-", "--regex"]), ["search-pattern"]);
    assert_eq!(bad(&[r"(\w{500}){500}", "--regex"]), ["search-pattern-large"]);
    assert_eq!(bad(&["…"]), ["search-no-word"]);
    assert_eq!(bad(&["виза", "--regex", "--stem"]), ["bad-usage"]);
    assert_eq!(bad(&["виза", "--ignore-case"]), ["bad-usage"]);
    let mut missing = command(folder.0.path(), &["search", "нет", "виза"]);
    let missing = Ran::of(missing.env("DARYN_CACHE", folder.0.path().join("cache"))).ends(1);
    assert!(missing.err.contains("нет"), "{}", missing.err);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_stops_no_other() {
    let folder = Folder::of(&[("a.txt", "Виза."), ("b.pdf", "%PDF-1.7"), ("c.html", "")]);
    for _ in 0..2 {
        let ran = folder.search(&["виза", "--format", "json"]).ends(1);
        assert_eq!(lines(&ran).len(), 1);
        assert_eq!(ran.err.matches("error: b.pdf").count(), 1, "{}", ran.err);
        assert_eq!(ran.err.matches("error: c.html").count(), 1, "{}", ran.err);
    }
}

#[test]
fn what_changed_is_found_and_what_is_gone_is_not() {
    let folder = Folder::of(&[("a.txt", "Виза."), ("b.txt", "Виза.")]);
    let documents = || -> Vec<Value> {
        let ran = folder.search(&["виза", "--format", "json"]).ends(0);
        lines(&ran).iter().map(|hit| hit["document"].clone()).collect()
    };
    assert_eq!(documents(), ["a.txt", "b.txt"]);
    folder.write("a.txt", "Нет ее.");
    folder.write("в/г.txt", "Виза, виза.");
    assert_eq!(documents(), ["b.txt", "в/г.txt", "в/г.txt"]);
    fs::remove_file(folder.path("b.txt")).expect("removed");
    assert_eq!(documents(), ["в/г.txt", "в/г.txt"]);
    assert_eq!(fs::read_dir(folder.path("")).expect("a folder").count(), 2);
}

#[test]
fn a_damaged_index_is_told_and_made_anew() {
    let folder = Folder::of(&[("a.txt", "Виза и квота.\n\nВиза.")]);
    let good = folder.search(&["виза", "--format", "json"]).ends(0);
    assert_eq!(folder.search(&["виза", "--format", "json"]).ends(0).err, "");
    for path in folder.kept() {
        let mut bytes = fs::read(&path).expect("read");
        let middle = bytes.len() / 2;
        bytes[8..middle].fill(0xa5);
        fs::write(&path, bytes).expect("written");
        let ran = folder.search(&["виза", "--format", "json"]).ends(0);
        assert_eq!(ran.out, good.out);
        assert_eq!(ran.err.matches("the index was damaged").count(), 1, "{}", ran.err);
        assert_eq!(folder.search(&["виза", "--format", "json"]).ends(0).err, "");
    }
}

#[test]
fn without_a_place_for_the_index_search_is_done_in_memory() {
    let folder = Folder::of(&[("a.txt", "Виза.")]);
    fs::write(folder.0.path().join("cache"), "no folder").expect("written");
    let ran = folder.search(&["виза", "--format", "json"]).ends(0);
    assert_eq!(lines(&ran).len(), 1);
    assert!(
        ran.err.starts_with("The index could not be kept and was made in memory"),
        "{}",
        ran.err
    );
}

#[test]
fn two_searches_at_once_give_the_same() {
    let folder = Folder::of(&[]);
    for number in 0..30 {
        folder.write(&format!("{number}.txt"), &format!("Виза номер {number}.\n"));
    }
    let outs: Vec<String> = std::thread::scope(|scope| {
        let search = || folder.search(&["виза", "--format", "json"]).ends(0).out;
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(search)).collect();
        runs.into_iter().map(|run| run.join().expect("a run")).collect()
    });
    assert_eq!(outs[0].lines().count(), 30);
    assert!(outs.iter().all(|out| *out == outs[0]));
}
