//! A study's list, a store and a session in a folder of their own.

use std::path::PathBuf;
use std::time::Duration;

use daryn_model::Lang;
use daryn_model::records::Download;
use daryn_source::fetch::{Event, Limits, Settings};
use daryn_source::{Log, Outcome, Session, Status};
use daryn_study::downloads;
use tempfile::TempDir;

use crate::mock::{Asked, Mock, Reply};

/// A folder, and a server that stands for every place.
pub(crate) struct Sample {
    pub(crate) folder: TempDir,
    pub(crate) mock: Mock,
    pub(crate) settings: Settings,
}

/// Limits that let a test end soon.
pub(crate) fn limits() -> Limits {
    Limits {
        bytes: 1_000_000,
        total: Duration::from_secs(20),
        response: Duration::from_millis(1500),
        idle: Duration::from_millis(400),
        fewest: 1_000,
        redirects: 5,
        retries: 2,
        back_off: Duration::from_millis(10),
        longest_wait: Duration::from_secs(2),
        polls: 4,
        pages: 20,
    }
}

impl Sample {
    pub(crate) fn new(handler: impl Fn(&Asked) -> Option<Reply> + Send + Sync + 'static) -> Sample {
        Sample::with(Mock::start(handler))
    }

    pub(crate) fn with(mock: Mock) -> Sample {
        let settings =
            Settings { user_agent: "daryn/test".into(), limits: limits(), ..Settings::default() };
        Sample { folder: tempfile::tempdir().expect("a folder"), mock, settings }
    }

    pub(crate) fn raw(&self) -> PathBuf {
        self.folder.path().join("raw")
    }

    /// Fetches an entry, as `[[download]]` without its head.
    pub(crate) fn fetch(&self, entry: &str) -> Outcome {
        self.run(entry, true)
    }

    /// Gives an entry from the store.
    pub(crate) fn replay(&self, entry: &str) -> Outcome {
        self.run(entry, false)
    }

    fn run(&self, entry: &str, online: bool) -> Outcome {
        let download = download(entry);
        let environment = |name: &str| match name {
            "DARYN_IOM_KEY" => Some("a key".to_owned()),
            name => name.ends_with("_URL").then(|| self.mock.url.clone()),
        };
        let now = || "2026-01-31T12:00:00Z".to_owned();
        let quiet = |_: Event| {};
        let mut session = Session::open(&self.raw(), None, &environment, &now).expect("a session");
        if online {
            session.make_writable(&|_| true).expect("a store");
            session.go_online(self.settings.clone(), &quiet).expect("a client");
        }
        session.acquire(&download)
    }

    pub(crate) fn log(&self) -> Log {
        Log::read(&self.raw()).expect("a log")
    }

    /// The stored bytes of an outcome.
    pub(crate) fn stored(&self, outcome: &Outcome) -> Vec<u8> {
        let digest = outcome.sha256.as_ref().expect("a digest");
        daryn_source::Store::at(&self.raw()).get(digest).expect("stored")
    }

    /// Downloads that are under way.
    pub(crate) fn parts(&self) -> usize {
        std::fs::read_dir(self.raw().join("part")).map_or(0, Iterator::count)
    }
}

pub(crate) fn download(entry: &str) -> Download {
    let text = format!("[[download]]\nid = \"x\"\n{entry}\n");
    let mut read = downloads::read("downloads.toml", text.as_bytes(), &[Lang::En]);
    assert_eq!(read.list.problems, [], "{text}");
    read.list.records.pop().expect("a record")
}

/// Asserts that an entry fails with one problem, that nothing is stored and nothing left over, and
/// gives the values of its message.
#[track_caller]
pub(crate) fn fails(sample: &Sample, entry: &str, code: &str) -> Vec<(String, String)> {
    let outcome = sample.fetch(entry);
    assert_eq!(codes(&outcome), [code], "{outcome:?}");
    assert_eq!(outcome.status, Status::Failed);
    assert_eq!(sample.log().entries.len(), 0);
    assert_eq!(outcome.sha256, None);
    assert_eq!(
        (outcome.diagnostics[0].file.as_str(), outcome.diagnostics[0].line),
        ("downloads.toml", 1)
    );
    outcome.diagnostics[0].args.clone()
}

/// Asserts that an entry is stored with a warning, and gives it.
#[track_caller]
pub(crate) fn warns(sample: &Sample, entry: &str, code: &str) -> Outcome {
    let outcome = sample.fetch(entry);
    assert_eq!(codes(&outcome), [code], "{outcome:?}");
    assert_eq!(outcome.status, Status::New);
    outcome
}

pub(crate) fn codes(outcome: &Outcome) -> Vec<&str> {
    outcome.diagnostics.iter().map(|problem| problem.code.as_str()).collect()
}

/// The value of a message.
pub(crate) fn value<'a>(args: &'a [(String, String)], name: &str) -> &'a str {
    args.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
}
