//! A clone of a repository in which each commit is an edition of a document.

use std::path::Path;
use std::process::Command;

use crate::sample::Sample;

/// Runs git with a fixed author and day.
fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_AUTHOR_DATE", day)
        .env("GIT_COMMITTER_DATE", day)
        .output()
        .expect("git runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// A study beside a repository with three commits, two of them to the text.
fn with_editions() -> Sample {
    let sample = Sample::tiny();
    let laws = sample.beside("заңдар мен ережелер");
    let folder = laws.join("03-laws/2011/law");
    std::fs::create_dir_all(&folder).expect("a folder");
    git(&laws, "2011-08-01T12:00:00Z", &["init", "-q", "-b", "main"]);
    let commit = |day: &str, files: &[(&str, &str)]| {
        for (name, text) in files {
            std::fs::write(folder.join(name), text).expect("written");
        }
        git(&laws, day, &["add", "."]);
        git(&laws, day, &["commit", "-q", "-m", "edition"]);
    };
    let meta = |day: &str| {
        format!("act_code: '900001'\nversion_date:\n  kaz: {day}\n  rus: {day}\nform: ЗАК\n")
    };
    commit("2011-08-01T12:00:00Z", &[("rus.md", "Текст 1"), ("meta.yaml", &meta("2011-07-22"))]);
    commit("2012-01-01T12:00:00Z", &[("other.md", "Другое")]);
    commit("2014-02-01T12:00:00Z", &[("rus.md", "Текст 2"), ("meta.yaml", &meta("2014-01-30"))]);
    sample.replace("study.toml", "other = [", "downloads = \"downloads.toml\"\nother = [");
    sample.write(
        "downloads.toml",
        "[[download]]\nid = \"law\"\nconnector = \"git\"\nparameters = { repository = \
         \"../заңдар мен ережелер\", path = \"03-laws/2011/law/rus.md\" }\n",
    );
    sample
}

#[test]
fn each_edition_is_a_dated_release_of_one_source() {
    let sample = with_editions();
    sample.daryn(&["check"]).ends(0);
    let ran = sample.daryn(&["fetch", ".", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["status"], "new");
    let vintages = sample.daryn(&["vintages", ".", "--format", "json"]).ends(0).json();
    let releases: Vec<(&str, u64)> = vintages["vintages"]
        .as_array()
        .expect("releases")
        .iter()
        .map(|row| (row["vintage"].as_str().expect("a day"), row["bytes"].as_u64().expect("bytes")))
        .collect();
    assert_eq!(releases, [("2011-07-22", 12), ("2014-01-30", 12)]);
    let ran = sample.daryn(&["fetch", ".", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["status"], "unchanged");
    // The clone may go: what was kept is replayed.
    std::fs::remove_dir_all(sample.beside("заңдар мен ережелер")).expect("removed");
    let ran = sample.daryn(&["fetch", ".", "--offline", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["status"], "replayed");
    sample.daryn(&["run"]).ends(0);
    assert!(sample.read("daryn.lock").contains("release = \"2014-01-30\""));
}

#[test]
fn a_new_commit_adds_an_edition_and_keeps_the_others() {
    let sample = with_editions();
    sample.daryn(&["fetch", "."]).ends(0);
    let laws = sample.beside("заңдар мен ережелер");
    std::fs::write(laws.join("03-laws/2011/law/rus.md"), "Текст 3").expect("written");
    std::fs::remove_file(laws.join("03-laws/2011/law/meta.yaml")).expect("removed");
    git(&laws, "2015-03-04T12:00:00Z", &["commit", "-q", "-a", "-m", "edition"]);
    let ran = sample.daryn(&["fetch", ".", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["status"], "new");
    let vintages = sample.daryn(&["vintages", ".", "--format", "json"]).ends(0).json();
    let releases = vintages["vintages"].as_array().expect("releases");
    // Without a file of facts the day of the commit tells the edition.
    assert_eq!((releases.len(), releases[2]["vintage"].as_str()), (3, Some("2015-03-04")));
}

#[test]
fn mistakes_are_told_and_nothing_is_kept() {
    let sample = with_editions();
    let codes = |from: &str, to: &str, command: &str| {
        let before = sample.read("downloads.toml");
        sample.replace("downloads.toml", from, to);
        let json = sample.daryn(&[command, ".", "--format", "json"]).ends(1).json();
        sample.write("downloads.toml", &before);
        let problem = json["diagnostics"][0].clone();
        assert!(!problem["hint"].as_str().unwrap_or_default().is_empty(), "{problem}");
        problem["code"].as_str().expect("a code").to_owned()
    };
    assert_eq!(codes("../заңдар мен ережелер", "../nowhere", "fetch"), "source-git-failed");
    assert_eq!(codes("law/rus.md", "law/eng.md", "fetch"), "source-git-no-path");
    assert_eq!(codes("path = \"03-laws", "path = \"../03-laws", "check"), "source-bad-parameter");
    assert_eq!(codes("path = \"03-laws", "path = \"--output=x", "check"), "source-bad-parameter");
    assert_eq!(codes("repository =", "repositry =", "check"), "source-unknown-parameter");
    assert_eq!(codes("connector", "from = 2000\nconnector", "check"), "source-unknown-parameter");
    let ran = sample.daryn(&["fetch", ".", "--offline", "--format", "json"]).ends(1);
    assert_eq!(ran.json()["diagnostics"][0]["code"], "source-not-stored");
    assert!(!sample.dir.join(".daryn/raw/log.jsonl").exists());
}

#[test]
fn what_a_clone_lacks_is_told_and_no_program_of_it_is_run() {
    let sample = with_editions();
    let laws = sample.beside("заңдар мен ережелер");
    // A clone without the texts, whose configuration would run a program to get them.
    let partial = sample.beside("partial");
    let from = format!("file://{}", laws.display());
    git(&laws, "2014-02-01T12:00:00Z", &["config", "uploadpack.allowFilter", "true"]);
    git(
        &sample.dir,
        "2014-02-01T12:00:00Z",
        &["clone", "-q", "--no-checkout", "--filter=blob:none", &from, &partial.to_string_lossy()],
    );
    let mark = sample.beside("ran");
    let remote = format!("ext::touch {}", mark.display());
    git(&partial, "2014-02-01T12:00:00Z", &["config", "remote.origin.url", &remote]);
    git(&partial, "2014-02-01T12:00:00Z", &["config", "protocol.ext.allow", "always"]);
    sample.replace("downloads.toml", "../заңдар мен ережелер", "../partial");
    let ran = sample.daryn(&["fetch", ".", "--format", "json"]).ends(1);
    assert_eq!(ran.json()["diagnostics"][0]["code"], "source-git-failed", "{}", ran.out);
    assert!(ran.json()["sha256"].is_null());
    assert!(!mark.exists(), "a program of the clone was run");
    // A clone without older commits says so.
    let shallow = sample.beside("shallow");
    git(
        &sample.dir,
        "2014-02-01T12:00:00Z",
        &["clone", "-q", "--depth", "1", &from, &shallow.to_string_lossy()],
    );
    sample.replace("downloads.toml", "../partial", "../shallow");
    let ran = sample.daryn(&["fetch", ".", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["diagnostics"][0]["code"], "source-git-shallow", "{}", ran.out);
}
