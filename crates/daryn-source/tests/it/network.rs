//! What can go wrong on the way.

use std::io::Write;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use daryn_source::Status;

use crate::mock::{Mock, Reply};
use crate::sample::{Sample, codes, fails, value};

const FILE: &str = "connector = \"file\"\naddress = \"https://example.org/a.csv\"\nkind = \"csv\"";

/// A table of about so many bytes.
fn table(bytes: usize) -> Vec<u8> {
    let mut text = String::from("area,year,value\n");
    let mut row = 0;
    while text.len() < bytes {
        row += 1;
        text.push_str(&format!("KAZ,{},0.{row}\n", 1990 + row % 35));
    }
    text.into_bytes()
}

/// A server that always answers the same.
fn always(reply: Reply) -> Sample {
    Sample::new(move |asked| (asked.path != "/robots.txt").then(|| reply.clone()))
}

fn csv(body: impl Into<Vec<u8>>) -> Reply {
    Reply::new(200, "text/csv", body)
}

#[test]
fn a_good_answer_is_stored_and_asked_for_again_only_if_it_changed() {
    let sample = Sample::new(|asked| {
        (asked.path == "/a.csv").then(|| Reply::file(asked, "text/csv", "\"1\"", &table(500)))
    });
    let first = sample.fetch(FILE);
    assert_eq!((first.status, codes(&first)), (Status::New, vec![]));
    assert_eq!(sample.stored(&first), table(500));
    let second = sample.fetch(FILE);
    assert_eq!((second.status, &second.sha256), (Status::Unchanged, &first.sha256));
    let asked = sample.mock.asked();
    assert_eq!(asked[0].headers.get("if-none-match"), None);
    assert_eq!(asked[1].headers["if-none-match"], "\"1\"");
    assert_eq!(asked[0].headers["user-agent"], "daryn/test");
    let replayed = sample.replay(FILE);
    assert_eq!((replayed.status, &replayed.sha256), (Status::Replayed, &first.sha256));
    assert_eq!(sample.mock.asked().len(), 2, "a replay asks nobody");
    let log = sample.log();
    assert_eq!(log.entries.iter().map(|entry| entry.status).collect::<Vec<_>>(), [200, 304]);
    assert_eq!(log.entries[0].time, "2026-01-31T12:00:00Z");
}

#[test]
fn a_new_release_never_replaces_the_old_one() {
    let sample =
        Sample::new(|asked| (asked.path == "/a.csv").then(|| csv(table(500 + 100 * asked.before))));
    let (first, second) = (sample.fetch(FILE), sample.fetch(FILE));
    assert_eq!((first.status, second.status), (Status::New, Status::New));
    assert_ne!(first.sha256, second.sha256);
    assert_eq!(sample.stored(&first), table(500));
    assert_eq!(sample.stored(&second), table(600));
}

#[test]
fn what_is_not_stored_cannot_be_replayed_and_damage_is_told() {
    let sample = always(csv(table(500)));
    assert_eq!(codes(&sample.replay(FILE)), ["source-not-stored"]);
    let stored = sample.fetch(FILE);
    let other = FILE.replace("a.csv", "b.csv");
    assert_eq!(codes(&sample.replay(&other)), ["source-not-stored"]);
    let path = daryn_source::Store::at(&sample.raw()).path(&stored.sha256.expect("a digest"));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(codes(&sample.replay(FILE)), ["source-damaged"]);
    std::fs::write(&path, "damage").expect("written");
    assert_eq!(codes(&sample.replay(FILE)), ["source-damaged"]);
    // Asking again heals it.
    assert_eq!(sample.fetch(FILE).status, Status::Unchanged);
    assert_eq!(sample.replay(FILE).status, Status::Replayed);
}

#[test]
fn nobody_there() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let mut sample = always(csv(""));
    sample.mock.url = format!("http://127.0.0.1:{port}");
    fails(&sample, FILE, "source-connection-refused");
    sample.mock.url = "http://no-such-host.invalid".into();
    fails(&sample, FILE, "source-name-not-resolved");
}

#[test]
fn refusals_have_names() {
    let page = "<html><head><title>Forbidden</title></head></html>";
    for (status, code) in [
        (401, "source-needs-key"),
        (403, "source-forbidden"),
        (404, "source-not-found"),
        (410, "source-gone"),
        (413, "source-query-too-large"),
        (400, "source-status"),
        (500, "source-server-error"),
        (502, "source-server-error"),
    ] {
        let sample = always(Reply::html(status, page));
        let args = fails(&sample, FILE, code);
        assert_eq!(
            (value(&args, "status"), value(&args, "reason")),
            (&*status.to_string(), "Forbidden")
        );
        let tries = if status == 502 { 3 } else { 1 };
        assert_eq!(sample.mock.asked().len(), tries, "{status}");
        assert_eq!(sample.parts(), 0);
    }
}

#[test]
fn a_server_that_asks_to_wait_is_waited_for() {
    let sample = Sample::new(|asked| match (asked.path.as_str(), asked.before) {
        ("/a.csv", 0) => Some(Reply::new(429, "text/plain", "slow").with("Retry-After", "1")),
        ("/a.csv", 1) => Some(Reply::new(503, "text/plain", "busy")),
        ("/a.csv", _) => Some(csv(table(100))),
        _ => None,
    });
    let started = Instant::now();
    assert_eq!(sample.fetch(FILE).status, Status::New);
    assert!(started.elapsed() >= Duration::from_secs(1));
    let long = always(Reply::new(429, "text/plain", "no").with("Retry-After", "86400"));
    let args = fails(&long, FILE, "source-rate-limited");
    assert_eq!(value(&args, "wait"), "86400");
    assert_eq!(long.mock.asked().len(), 1);
}

#[test]
fn redirects_are_followed_until_they_lead_nowhere() {
    let follow = |to: &'static str| {
        Sample::new(move |asked| match asked.path.as_str() {
            "/a.csv" => Some(Reply::to(302, to)),
            "/b/c.csv" => Some(Reply::to(301, "../d.csv?x=1")),
            "/d.csv?x=1" => Some(csv(table(100))),
            "/loop" => Some(Reply::to(302, "/a.csv")),
            path if path.starts_with("/n/") => Some(Reply::to(302, &format!("{path}x"))),
            _ => None,
        })
    };
    assert_eq!(follow("b/c.csv").fetch(FILE).status, Status::New);
    fails(&follow("/loop"), FILE, "source-redirect-loop");
    fails(&follow("/n/"), FILE, "source-redirects-too-many");
    let args = fails(&follow("file:///etc/passwd"), FILE, "source-redirect-scheme");
    assert_eq!(value(&args, "scheme"), "file");
    fails(&follow("https://sso.example.org/login?next=a"), FILE, "source-redirect-login");
    fails(&follow("/recaptcha/check"), FILE, "source-captcha");
    fails(&follow("https://a@example.org/"), FILE, "source-bad-address");
}

#[test]
fn robots_are_asked_once_and_obeyed() {
    let robots = |text: &'static str| {
        Sample::new(move |asked| match asked.path.as_str() {
            "/robots.txt" => Some(Reply::new(200, "text/plain", text)),
            _ => Some(csv(table(100))),
        })
    };
    let sample = robots("User-agent: *\nDisallow: /\n");
    fails(&sample, FILE, "source-robots-forbid");
    assert_eq!((sample.mock.asked().len(), sample.mock.robots()), (0, 1));
    let allowed = sample.fetch(&format!("{FILE}\nallow = \"with permission\""));
    assert_eq!(allowed.status, Status::New);
    assert_eq!(robots("User-agent: *\nDisallow: /private\n").fetch(FILE).status, Status::New);
    let down = Sample::new(|_| Some(Reply::new(503, "text/plain", "down")));
    fails(&down, FILE, "source-robots-unreachable");
}

#[test]
fn requests_to_one_host_keep_their_distance() {
    let mut sample = always(csv(table(100)));
    sample.settings.wait_for_this_machine = true;
    sample.fetch(FILE);
    let started = Instant::now();
    let sample_2 = Sample::new(|asked| match (asked.path.as_str(), asked.before) {
        ("/a.csv", 0) => Some(Reply::to(302, "/b.csv")),
        ("/b.csv", _) => Some(csv(table(100))),
        _ => None,
    });
    let mut sample_2 = sample_2;
    sample_2.settings.wait_for_this_machine = true;
    assert_eq!(sample_2.fetch(FILE).status, Status::New);
    // robots.txt, the page and the redirect: two waits of a second.
    assert!(started.elapsed() >= Duration::from_secs(2), "{:?}", started.elapsed());
    let asked = sample_2.mock.asked();
    assert!(asked[1].at - asked[0].at >= Duration::from_millis(990));
}

#[test]
fn a_cut_connection_is_gone_on_with() {
    let whole = table(50_000);
    let bytes = whole.clone();
    let sample = Sample::new(move |asked| {
        let mut reply = Reply::file(asked, "text/csv", "\"1\"", &bytes);
        if asked.before == 0 {
            reply.cut = Some(20_000);
        }
        (asked.path == "/a.csv").then_some(reply)
    });
    let outcome = sample.fetch(FILE);
    assert_eq!((outcome.status, sample.stored(&outcome)), (Status::New, whole));
    let asked = sample.mock.asked();
    assert_eq!(asked[1].headers["range"], "bytes=20000-");
    assert_eq!(asked[1].headers["if-range"], "\"1\"");
    assert_eq!(sample.parts(), 0);
}

#[test]
fn what_changed_meanwhile_is_taken_from_the_beginning() {
    let (old, new) = (table(50_000), table(60_000));
    let expected = new.clone();
    let sample = Sample::new(move |asked| {
        let mut reply = match asked.before {
            0 => Reply::file(asked, "text/csv", "\"1\"", &old),
            _ => Reply::file(asked, "text/csv", "\"2\"", &new),
        };
        if asked.before == 0 {
            reply.cut = Some(20_000);
        }
        (asked.path == "/a.csv").then_some(reply)
    });
    let outcome = sample.fetch(FILE);
    assert_eq!(sample.stored(&outcome), expected);
}

#[test]
fn a_server_that_goes_on_with_other_bytes_is_not_believed() {
    // It honours the range, but the total is another one.
    let sample = Sample::new(|asked| {
        let bytes = if asked.before == 0 { table(50_000) } else { table(60_000) };
        let mut reply = Reply::file(asked, "text/csv", "\"1\"", &bytes);
        if asked.before == 0 {
            reply.cut = Some(20_000);
        }
        (asked.path == "/a.csv").then_some(reply)
    });
    let outcome = sample.fetch(FILE);
    assert_eq!(sample.stored(&outcome), table(60_000));
    assert!(!sample.mock.asked()[2].headers.contains_key("range"));
}

#[test]
fn a_connection_that_is_always_cut_is_told_and_its_part_kept() {
    let sample = Sample::new(|asked| {
        let mut reply = Reply::file(asked, "text/csv", "\"1\"", &table(50_000));
        reply.cut = Some(1_000);
        (asked.path == "/a.csv").then_some(reply)
    });
    fails(&sample, FILE, "source-connection-cut");
    assert_eq!(sample.parts(), 2, "bytes and notes");
}

#[test]
fn a_wrong_length_is_told_apart_from_a_cut_connection() {
    let mut reply = csv(table(1_000));
    let right = reply.body.len() as u64;
    reply.length = Some(Some(right + 500));
    let args = fails(&always(reply), FILE, "source-wrong-length");
    assert_eq!(value(&args, "announced"), (right + 500).to_string());
    assert_eq!(value(&args, "received"), right.to_string());
    // One that is too short cuts a row; what follows cannot get into another answer.
    let mut reply = csv(table(1_000));
    reply.length = Some(Some(right - 8));
    fails(&always(reply), FILE, "source-cut");
}

#[test]
fn ten_gigabytes_are_refused_whatever_is_announced() {
    let mut said = csv(table(100));
    said.length = Some(Some(10_000_000_000));
    let args = fails(&always(said), FILE, "source-too-large");
    assert_eq!(value(&args, "bytes"), "10000000000");
    let mut silent = csv(table(1_500_000));
    silent.length = Some(None);
    fails(&always(silent), FILE, "source-too-large");
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    bomb.write_all(&vec![b'0'; 20_000_000]).expect("packed");
    let bomb = bomb.finish().expect("packed");
    assert!(bomb.len() < 50_000);
    let sample = always(csv(bomb).with("Content-Encoding", "gzip"));
    fails(&sample, FILE, "source-unpacks-too-large");
    assert_eq!(sample.parts(), 0);
}

#[test]
fn packed_answers_are_unpacked_and_cut_ones_told() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&table(5_000)).expect("packed");
    let packed = packed.finish().expect("packed");
    let sample = always(csv(packed.clone()).with("Content-Encoding", "gzip"));
    let outcome = sample.fetch(FILE);
    assert_eq!(sample.stored(&outcome), table(5_000));
    assert_eq!(sample.mock.asked()[0].headers["accept-encoding"], "gzip");
    let cut = csv(&packed[..packed.len() / 2]).with("Content-Encoding", "gzip");
    fails(&always(cut), FILE, "source-cut");
    let other = csv(packed).with("Content-Encoding", "br");
    fails(&always(other), FILE, "source-bad-http");
}

#[test]
fn a_slow_server_is_left() {
    let mut drip = csv(table(5_000));
    drip.drip = Some((1, Duration::from_millis(20)));
    let started = Instant::now();
    fails(&always(drip), FILE, "source-too-slow");
    assert!(started.elapsed() < Duration::from_secs(5));
    let mut silent = csv(table(5_000));
    silent.drip = Some((1_000, Duration::from_secs(3)));
    fails(&always(silent), FILE, "source-too-slow");
    // One that does not even begin.
    let mock =
        Mock::over("http", |_| None, |_stream, _| std::thread::sleep(Duration::from_secs(30)));
    let mut sample = Sample::with(mock);
    sample.settings.limits.retries = 0;
    let permitted = format!("{FILE}\nallow = \"with permission\"");
    fails(&sample, &permitted, "source-timeout");
}

#[test]
fn a_place_that_thinks_long_is_not_slow() {
    let sample = Sample::new(|asked| {
        std::thread::sleep(Duration::from_millis(if asked.path == "/a.csv" { 800 } else { 0 }));
        (asked.path == "/a.csv").then(|| csv(table(100)))
    });
    assert_eq!(sample.fetch(FILE).status, Status::New);
    assert_eq!(sample.mock.asked().len(), 1);
}

#[test]
fn what_is_no_http_is_told() {
    let mut raw = csv("");
    raw.raw = Some(b"SSH-2.0-OpenSSH_9.6\r\n\r\n".to_vec());
    fails(&always(raw), FILE, "source-bad-http");
}

#[test]
fn a_key_is_sent_to_its_host_only_and_never_written_down() {
    let other = Mock::start(|asked| {
        (asked.path == "/moved").then(|| Reply::json(r#"{"isSuccess":true,"result":[]}"#))
    });
    let elsewhere = format!("{}/moved", other.url);
    let sample =
        Sample::new(move |asked| (asked.path != "/robots.txt").then(|| Reply::to(302, &elsewhere)));
    let entry = "connector = \"iom\"\nquery = \"displacement\"\nareas = [\"EXL\"]";
    assert_eq!(codes(&sample.fetch(entry)), ["source-empty"]);
    let header = "ocp-apim-subscription-key";
    assert_eq!(sample.mock.asked()[0].headers[header], "a key");
    assert!(!other.asked()[0].headers.contains_key(header));
    let log = std::fs::read_to_string(sample.raw().join("log.jsonl")).expect("a log");
    assert!(!log.contains("a key"));
    // A study could name an address of its own to get hold of it.
    sample.fetch(&format!("{entry}\naddress = \"https://example.org/v3\""));
    let last = sample.mock.asked().pop().expect("asked");
    assert!(!last.headers.contains_key(header));
    // So could a server that promises a file.
    let promise = format!(
        "<E xmlns:f=\"f\"><f:Message code=\"413\"><f:Text>{}/moved</f:Text></f:Message></E>",
        other.url
    );
    let sample = Sample::new(move |asked| {
        (asked.path != "/robots.txt").then(|| Reply::new(413, "application/xml", &*promise))
    });
    let before = other.asked().len();
    sample.fetch(entry);
    assert_eq!(sample.mock.asked()[0].headers[header], "a key");
    let asked = other.asked();
    assert!(asked.len() > before);
    assert!(asked.iter().all(|asked| !asked.headers.contains_key(header)));
}

#[test]
fn the_same_bytes_of_two_studies_are_kept_once_in_a_shared_store() {
    let (one, two) = (always(csv(table(500))), always(csv(table(500))));
    let shared = tempfile::tempdir().expect("a folder");
    let now = || "2026-01-31T12:00:00Z".to_owned();
    let quiet = |_: daryn_source::fetch::Event| {};
    for sample in [&one, &two] {
        let environment = |_: &str| Some(sample.mock.url.clone());
        let mut session =
            daryn_source::Session::open(&sample.raw(), Some(shared.path()), &environment, &now)
                .expect("a session");
        session.make_writable(&|_| true).expect("a store");
        session.go_online(sample.settings.clone(), &quiet).expect("a client");
        assert_eq!(session.acquire(&crate::sample::download(FILE)).status, Status::New);
    }
    let folders = std::fs::read_dir(shared.path()).expect("a store").flatten();
    let stored: Vec<_> = folders.filter(|entry| entry.path().is_dir()).collect();
    assert_eq!(stored.len(), 1);
    assert_eq!(std::fs::read_dir(stored[0].path()).expect("a folder").count(), 1);
}
