//! Getting sources, through the real program and a server that answers as it is told.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::mock::{Asked, Mock, Reply};
use crate::sample::{Ran, Sample, command};

/// A study whose list has these entries.
fn study(list: &str) -> Sample {
    let sample = Sample::tiny();
    sample.replace("study.toml", "[files]\n", "[files]\ndownloads = \"downloads.toml\"\n");
    sample.write("downloads.toml", list);
    sample
}

const TWO: &str = r#"[[download]]
id = "rd"
connector = "worldbank"
areas = ["KAZ"]
from = 2022
to = 2023
parameters = { indicator = "GB.XPD.RSDV.GD.ZS" }

[[download]]
id = "table"
connector = "file"
address = "https://example.org/table.csv"
kind = "csv"
"#;

const BANK: &str = r#"[{"page":1,"pages":1,"per_page":50,"total":2,"sourceid":"2","lastupdated":"2026-07-13"},
 [{"indicator":{"id":"GB.XPD.RSDV.GD.ZS","value":"R&D"},"country":{"id":"KZ","value":"Kazakhstan"},"countryiso3code":"KAZ","date":"2023","value":0.13},
  {"indicator":{"id":"GB.XPD.RSDV.GD.ZS","value":"R&D"},"country":{"id":"KZ","value":"Kazakhstan"},"countryiso3code":"KAZ","date":"2022","value":null}]]"#;

const TABLE: &str = "area,value\nKAZ,1\n";

fn server() -> Mock {
    Mock::start(|asked: &Asked| match asked.path.split('?').next()? {
        "/country/KAZ/indicator/GB.XPD.RSDV.GD.ZS" => Some(Reply::json(BANK)),
        "/table.csv" => Some(Reply::file(asked, "text/csv", "\"1\"", TABLE.as_bytes())),
        _ => None,
    })
}

fn fetching(sample: &Sample, mock: &Mock, arguments: &[&str]) -> Command {
    let mut all = vec!["fetch", "."];
    all.extend(arguments);
    let mut command = command(&sample.dir, &all);
    for name in ["DARYN_STORE", "DARYN_CA", "DARYN_USER_AGENT"] {
        command.env_remove(name);
    }
    command.env("DARYN_WORLDBANK_URL", &mock.url).env("DARYN_FILE_URL", &mock.url);
    command
}

fn fetch(sample: &Sample, mock: &Mock, arguments: &[&str]) -> Ran {
    Ran::of(&mut fetching(sample, mock, arguments))
}

/// One object a line.
fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

#[test]
fn one_line_tells_what_became_of_a_source() {
    let (sample, mock) = (study(TWO), server());
    let ran = fetch(&sample, &mock, &[]).ends(0);
    insta::assert_snapshot!(ran.out, @r"
    rd: new, 393 bytes, cad11c8f64a3
    table: new, 17 bytes, 028c7db60bc7
    ");
    assert!(ran.err.contains("new 2"), "{}", ran.err);
    let again = fetch(&sample, &mock, &["table"]).ends(0);
    assert_eq!(again.out, "table: unchanged, 17 bytes, 028c7db60bc7\n");
    let asked = mock.asked();
    assert_eq!(asked.len(), 3);
    assert!(asked[0].headers["user-agent"].starts_with("daryn/"));
}

#[test]
fn programs_get_one_object_a_source() {
    let (sample, mock) = (study(TWO), server());
    let found = lines(&fetch(&sample, &mock, &["--format", "json"]).ends(0));
    let keys: Vec<&String> = found[0].as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["id", "status", "sha256", "bytes", "url", "diagnostics"]);
    assert_eq!((found[0]["id"].as_str(), found[0]["status"].as_str()), (Some("rd"), Some("new")));
    let sha256 = found[1]["sha256"].as_str().expect("a digest");
    let stored = sample.dir.join(format!(".daryn/raw/{}/{sha256}", &sha256[..2]));
    assert_eq!(fs::read_to_string(stored).expect("stored"), TABLE);
    let replayed = lines(&fetch(&sample, &mock, &["--offline", "--format", "json"]).ends(0));
    assert_eq!(replayed[1]["status"], "replayed");
    assert_eq!(replayed[1]["sha256"], found[1]["sha256"]);
    assert_eq!(mock.asked().len(), 2, "nobody was asked");
}

#[test]
fn what_fails_keeps_nothing_else_from_succeeding() {
    let list = format!(
        "{}{TWO}",
        TWO.replace("id = \"rd\"", "id = \"gone\"")
            .replace("KAZ", "XXX")
            .replace("id = \"table\"", "id = \"table-2\"")
    );
    let (sample, mock) = (study(&list), server());
    let found = lines(&fetch(&sample, &mock, &["--format", "json"]).ends(1));
    let states: Vec<&str> = found.iter().filter_map(|line| line["status"].as_str()).collect();
    assert_eq!(states, ["failed", "new", "new", "new"]);
    assert_eq!(found[0]["sha256"], Value::Null);
    let problem = &found[0]["diagnostics"][0];
    assert_eq!(
        (&problem["code"], &problem["file"], &problem["line"]),
        (&"source-not-found".into(), &"downloads.toml".into(), &1.into())
    );
    assert!(!problem["hint"].as_str().expect("a hint").is_empty());
    fetch(&sample, &mock, &["--offline", "rd", "table"]).ends(0);
    fetch(&sample, &mock, &["--offline"]).ends(1);
}

#[test]
fn the_list_is_checked_before_anybody_is_asked() {
    let (sample, mock) = (Sample::tiny(), server());
    let ran = fetch(&sample, &mock, &["--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["source-no-downloads"]);
    let sample = study(TWO);
    let ran = fetch(&sample, &mock, &["tabel", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["source-unknown-source"]);
    assert!(ran.json()["diagnostics"][0]["hint"].as_str().expect("a hint").contains("`table`"));
    let broken = study(&TWO.replace("connector = \"file\"", "conector = \"file\""));
    let ran = fetch(&broken, &mock, &["--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["unknown-field", "missing-field"]);
    let ran = fetch(&sample, &mock, &["--ca", "none.pem", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["source-ca-unreadable"]);
    assert_eq!(mock.asked().len(), 0);
    // `check` tells what only a connector can know.
    let wrong = study(&TWO.replace("indicator =", "indicater =").replace("file\"\n", "fil\"\n"));
    let codes = wrong.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert_eq!(
        codes,
        ["source-unknown-parameter", "source-missing-parameter", "source-unknown-connector"]
    );
    sample.daryn(&["check"]).ends(0);
}

#[test]
fn fetching_changes_nothing_of_the_report() {
    let (sample, mock) = (study(TWO), server());
    sample.daryn(&["run"]).ends(0);
    // The lock file names the releases that the study holds to from now on; nothing else changes.
    let all_else = || {
        let mut files = sample.files();
        files.remove("daryn.lock");
        files
    };
    let before = all_else();
    fetch(&sample, &mock, &[]).ends(0);
    sample.daryn(&["run"]).ends(0);
    assert!(all_else() == before);
    assert!(sample.read("daryn.lock").contains("[[held]]"));
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn two_studies_share_a_store_where_one_is_named() {
    let mock = server();
    let shared = tempfile::tempdir().expect("a folder");
    for _ in 0..2 {
        let sample = study(TWO);
        let ran = Ran::of(fetching(&sample, &mock, &[]).env("DARYN_STORE", shared.path())).ends(0);
        assert!(ran.out.contains("table: new"));
        Ran::of(fetching(&sample, &mock, &["--offline"]).env("DARYN_STORE", shared.path())).ends(0);
        assert!(!sample.dir.join(".daryn/raw/02").exists());
    }
    let stored = crate::sample::files_below(shared.path());
    assert_eq!(stored.keys().filter(|name| name.contains('/')).count(), 2);
}

#[test]
fn settings_of_the_study_are_told_to_servers() {
    let settings =
        "[settings]\ncontact = \"a@example.org\"\nuser_agent = \"Mozilla/5.0\"\nmax_bytes = 10\n\n";
    let (sample, mock) = (study(&format!("{settings}{TWO}")), server());
    let found = lines(&fetch(&sample, &mock, &["table", "--format", "json"]).ends(1));
    assert_eq!(found[0]["diagnostics"][0]["code"], "source-too-large");
    let name = &mock.asked()[0].headers["user-agent"];
    assert!(name.starts_with("Mozilla/5.0 daryn/") && name.contains("a@example.org"), "{name}");
}

/// A generator whose numbers are the same everywhere (Knuth, MMIX).
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn a_fetch_that_is_killed_a_hundred_times_comes_to_the_same_bytes() {
    let whole: Vec<u8> = (0..20_000).flat_map(|n| format!("KAZ,{n}\n").into_bytes()).collect();
    let body = [b"area,value\n", whole.as_slice()].concat();
    let served = body.clone();
    let mock = Mock::start(move |asked: &Asked| {
        let path = asked.path.split('?').next()?;
        if path == "/robots.txt" {
            return None;
        }
        let etag = format!("\"{path}\"");
        let mut reply = Reply::file(asked, "text/csv", &etag, &served);
        // Slow enough to be killed in the middle, also when it goes on.
        reply.drip = Some((8_000, Duration::from_millis(3)));
        Some(reply)
    });
    let list: String = (0..3)
        .map(|n| {
            format!(
                "[[download]]\nid = \"s{n}\"\nconnector = \"file\"\naddress = \"https://example.org/{n}.csv\"\nkind = \"csv\"\n\n"
            )
        })
        .collect();
    let reference = study(&list);
    let started = Instant::now();
    let expected = lines(&fetch(&reference, &mock, &["--format", "json"]).ends(0));
    let time = started.elapsed().as_micros() as u64;

    let mut state = 2007;
    let mut sample = study(&list);
    for round in 0..100 {
        let mut child = fetching(&sample, &mock, &[])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("daryn runs");
        // At any time, or in the middle of a download.
        let pause = Duration::from_micros(random(&mut state) % time);
        if round % 3 == 0 {
            while !has_part(&sample) && child.try_wait().expect("a state").is_none() {
                thread::sleep(Duration::from_micros(200));
            }
        } else {
            thread::sleep(pause);
        }
        child.kill().expect("killed");
        child.wait().expect("an end");
        // What is stored is whole, whenever it was killed.
        for (name, bytes) in crate::sample::files_below(&sample.dir.join(".daryn/raw")) {
            if let Some((_, digest)) = name.split_once('/').filter(|(folder, _)| folder.len() == 2)
            {
                assert_eq!(daryn_study::Digest::of(&bytes).as_str(), digest, "round {round}");
            }
        }
        // Every few kills the study is brought to its end, and another one begins.
        if round % 5 == 4 {
            let ended = lines(&fetch(&sample, &mock, &["--format", "json"]).ends(0));
            for (ended, expected) in ended.iter().zip(&expected) {
                assert_eq!(ended["sha256"], expected["sha256"]);
            }
            assert_eq!(ended.len(), 3);
            let left = crate::sample::files_below(&sample.dir.join(".daryn/raw"));
            let names: Vec<&String> =
                left.keys().filter(|name| !name.starts_with("part/")).collect();
            assert!(left.len() == names.len(), "a part is left: {:?}", left.keys());
            assert!(names.iter().all(|name| !name.contains(".daryn-partial-")), "{names:?}");
            fetch(&sample, &mock, &["--offline"]).ends(0);
            sample = study(&list);
        }
    }
    let resumed = mock.asked().iter().filter(|asked| asked.headers.contains_key("range")).count();
    // How often depends on the machine; that it happens does not: a third of the kills wait for it.
    assert!(resumed > 3, "downloads were gone on with {resumed} times");
}

/// Whether some bytes of a download are there.
fn has_part(sample: &Sample) -> bool {
    let parts = fs::read_dir(sample.dir.join(".daryn/raw/part"));
    let mut parts = parts.into_iter().flatten().flatten();
    parts.any(|part| part.metadata().is_ok_and(|part| part.is_file() && part.len() > 0))
}

#[test]
fn ten_thousand_sources_are_replayed() {
    use std::fmt::Write as _;
    let mut list = String::new();
    let mut log = String::new();
    let sample = study("");
    let raw = sample.dir.join(".daryn/raw");
    for n in 0..10_000 {
        let url = format!("https://example.org/{n}.csv");
        let body = format!("area,value\nKAZ,{n}\n");
        let digest = daryn_study::Digest::of(body.as_bytes());
        let asked = daryn_study::Digest::of(format!("GET\n{url}\n").as_bytes());
        write!(list, "[[download]]\nid = \"s{n}\"\nconnector = \"file\"\naddress = \"{url}\"\nkind = \"csv\"\n\n").expect("written");
        writeln!(log, r#"{{"source":"s{n}","connector":"file","asked":"{asked}","method":"GET","url":"{url}","time":"2026-01-31T12:00:00Z","status":200,"sha256":"{digest}","bytes":{},"origin":"fetched"}}"#, body.len()).expect("written");
        let folder = raw.join(&digest.as_str()[..2]);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(digest.as_str()), body).expect("written");
    }
    sample.write("downloads.toml", &list);
    fs::write(raw.join("log.jsonl"), log).expect("written");
    let mock = server();
    let ran = fetch(&sample, &mock, &["--offline", "--format", "json"]).ends(0);
    assert_eq!(ran.out.lines().count(), 10_000);
    assert!(ran.out.lines().all(|line| line.contains("\"replayed\"")));
}
