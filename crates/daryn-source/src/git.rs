//! A clone of a git repository on this machine in which each commit to a file is an edition of a
//! document: `rus.md`, `kaz.md` and a `meta.yaml` beside them.
//!
//! Each edition becomes a dated release of one source, oldest first. Only plumbing commands of git
//! are run: they start no other program of the user's or the repository's configuration, and
//! fetching what a partial clone lacks is forbidden, so that no socket is opened.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use daryn_model::record::nearest;
use daryn_model::records::Download;
use daryn_model::{Date, Diagnostic};
use daryn_study::Digest;

use crate::acquire::{Outcome, Session, Status};
use crate::log::{Acquisition, Origin};

/// Name of the connector.
pub const CONNECTOR: &str = "git";

/// Parameters that an entry may give.
const PARAMETERS: [&str; 3] = ["repository", "path", "branch"];

/// Longest time for one command of git.
const LONGEST: Duration = Duration::from_secs(120);

/// Variables that would lead git to another place or give it other settings.
const REMOVED: [&str; 9] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_COUNT",
    "GIT_NAMESPACE",
];

/// What an entry asks for.
struct Wanted<'a> {
    repository: &'a str,
    path: &'a str,
    branch: &'a str,
}

/// What is wrong with an entry that can be told without looking.
pub(crate) fn check(download: &Download) -> Vec<Diagnostic> {
    wanted(download).err().unwrap_or_default()
}

fn wanted(download: &Download) -> Result<Wanted<'_>, Vec<Diagnostic>> {
    let given = &download.parameters.0;
    let mut problems = Vec::new();
    let problem = |code: &str, found: &str| {
        Diagnostic::error(code, "", 0).with("connector", CONNECTOR).with("found", found)
    };
    let others = [
        ("areas", !download.areas.is_empty()),
        ("from", download.from.is_some()),
        ("to", download.to.is_some()),
        ("address", download.address.is_some()),
        ("query", download.query.is_some()),
        ("body", download.body.is_some()),
    ];
    let unknown = given.keys().map(String::as_str).filter(|name| !PARAMETERS.contains(name));
    for name in unknown.chain(others.into_iter().filter(|(_, set)| *set).map(|(name, _)| name)) {
        problems.push(
            problem("source-unknown-parameter", name)
                .with("nearest", nearest(name, PARAMETERS.into_iter()).unwrap_or_default())
                .with("known", PARAMETERS.join(", ")),
        );
    }
    let value = |name: &str| given.get(name).and_then(|values| values.first()).map(String::as_str);
    for name in ["repository", "path"] {
        if value(name).is_none_or(str::is_empty) {
            problems.push(problem("source-missing-parameter", name));
        }
    }
    let (path, branch) = (value("path").unwrap_or_default(), value("branch").unwrap_or("HEAD"));
    // Neither an option nor another place than inside of the repository.
    let outside = path.split(['/', '\\']).any(|part| part == ".." || part == ".");
    let strange = |text: &str| text.starts_with(['-', '/', ':']) || text.contains(['\0', '\n']);
    if outside || strange(path) {
        problems.push(problem("source-bad-parameter", path));
    }
    if strange(branch) || branch.contains([':', '^', '~', ' ']) || branch.is_empty() {
        problems.push(problem("source-bad-parameter", branch));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Wanted { repository: value("repository").unwrap_or_default(), path, branch })
}

impl Session<'_> {
    /// Keeps every edition that is not kept yet. `study` is the folder that a relative path of the
    /// repository starts from.
    pub(crate) fn editions(
        &mut self,
        download: &Download,
        study: &Path,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let wanted = wanted(download)?;
        let repository = study.join(wanted.repository);
        let git = Git { repository: &repository, largest: self.limits().bytes };
        outcome.url = format!("{}#{}", wanted.repository, wanted.path);
        let commits = git.commits(wanted.branch, wanted.path).map_err(|problem| vec![*problem])?;
        let Some(newest) = commits.last() else {
            let problem = Diagnostic::error("source-git-no-path", "", 0);
            return Err(vec![problem.with("path", wanted.path).with("found", wanted.branch)]);
        };
        let newest = newest.clone();
        let mut any = false;
        for commit in commits {
            let url = format!("{}@{commit}", outcome.url);
            let known = self.log.of(&outcome.id).find(|entry| entry.url == url).cloned();
            let whole = known.as_ref().is_some_and(|known| self.store.get(&known.sha256).is_ok());
            if let Some(known) = known.as_ref().filter(|_| whole) {
                outcome.sha256 = Some(known.sha256.clone());
                outcome.bytes = known.bytes;
                continue;
            }
            // A commit that removes the file has no edition.
            let Some(bytes) = git.file(&commit, wanted.path).map_err(|problem| vec![*problem])?
            else {
                continue;
            };
            let meta = git.file(&commit, &beside(wanted.path)).ok().flatten();
            let act = meta.map(|bytes| facts(&bytes, wanted.path)).unwrap_or_default();
            let sha256 = self.put(&bytes).map_err(|problem| vec![*problem])?;
            if let Some(known) = known.filter(|known| known.sha256 == sha256) {
                // Bytes that were lost come back; the edition is no newer for it.
                outcome.sha256 = Some(known.sha256);
                outcome.bytes = known.bytes;
                continue;
            }
            let release = act.get("edition").filter(|day| is_day(day)).cloned();
            let kept = (sha256.clone(), bytes.len());
            let entry = Acquisition {
                connector: CONNECTOR.to_owned(),
                asked: Some(Digest::of(url.as_bytes())),
                url,
                vintage: release.or_else(|| git.day(&commit)),
                file: wanted.path.rsplit('/').next().map(str::to_owned),
                act,
                ..Acquisition::of_bytes(&outcome.id, kept, self.time(), Origin::Fetched)
            };
            outcome.sha256 = Some(sha256);
            outcome.bytes = entry.bytes;
            self.write_down(entry).map_err(|problem| vec![*problem])?;
            any = true;
        }
        if outcome.sha256.is_none() {
            let problem = Diagnostic::error("source-git-no-path", "", 0);
            return Err(vec![problem.with("path", wanted.path).with("found", wanted.branch)]);
        }
        if git.is_shallow() {
            let problem = Diagnostic::warning("source-git-shallow", "", 0);
            outcome.diagnostics.push(problem.with("path", repository.display()));
        }
        outcome.url = format!("{}@{newest}", outcome.url);
        outcome.status = if any { Status::New } else { Status::Unchanged };
        Ok(())
    }
}

/// Whether a text is a day like 2023-04-19.
fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Date>().is_ok_and(|date| date.day.is_some())
}

/// The file of facts beside a text.
fn beside(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/meta.yaml"),
        None => "meta.yaml".to_owned(),
    }
}

/// Facts about an act: its code, requisites, day of approval, and the day of this edition in the
/// language of the text. Only plain `key: value` lines are read; anything else is left out.
fn facts(bytes: &[u8], path: &str) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(bytes);
    let language = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("");
    let clean = |value: &str| value.trim().trim_matches(['\'', '"']).to_owned();
    let mut facts = BTreeMap::new();
    let mut block = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let Some((key, value)) = line.split_once(':') else { continue };
        let nested = line.starts_with([' ', '\t']);
        if !nested {
            key.trim().clone_into(&mut block);
        }
        let name = match (nested, block.as_str(), key.trim()) {
            (false, "act_code", _) => "id",
            (false, "requisite", _) => "requisite",
            (false, "approved_on", _) => "date",
            (false, "version_date", _) => "edition",
            (true, "version_date", code) if code == language => "edition",
            (true, "source", code) if code == language => "url",
            _ => continue,
        };
        if !value.trim().is_empty() {
            facts.insert(name.to_owned(), clean(value));
        }
    }
    facts
}

/// Runs git in a repository.
struct Git<'a> {
    repository: &'a PathBuf,
    /// Most bytes of a text.
    largest: u64,
}

impl Git<'_> {
    /// Commits that changed a file, oldest first.
    fn commits(&self, branch: &str, path: &str) -> Result<Vec<String>, Box<Diagnostic>> {
        let text = self.run(&["rev-list", "--reverse", "--topo-order", branch, "--", path])?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let commit = |line: &str| line.len() >= 40 && line.bytes().all(|b| b.is_ascii_hexdigit());
        Ok(text.lines().filter(|line| commit(line)).map(str::to_owned).collect())
    }

    /// A file as a commit has it; none if the commit has no such file, or a link or a folder there.
    fn file(&self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        let listed = self.run(&["ls-tree", "-z", "--full-tree", commit, "--", path])?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        if !listed.starts_with("100644 blob ") && !listed.starts_with("100755 blob ") {
            return Ok(None);
        }
        // What the commit has and the clone has not is a failure, and no removal.
        self.run(&["cat-file", "blob", &format!("{commit}:{path}")]).map(Some)
    }

    /// Whether older commits were left out of the clone.
    fn is_shallow(&self) -> bool {
        self.run(&["rev-parse", "--is-shallow-repository"])
            .is_ok_and(|answer| answer.starts_with(b"true"))
    }

    /// Day on which a commit was made.
    fn day(&self, commit: &str) -> Option<String> {
        let text = self.run(&["cat-file", "commit", commit]).ok()?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let line = text.lines().find(|line| line.starts_with("committer "))?;
        let seconds: i64 = line.rsplit(' ').nth(1)?.parse().ok()?;
        Some(day_of(seconds))
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, Box<Diagnostic>> {
        let failed = |reason: String| {
            let problem = Diagnostic::error("source-git-failed", "", 0);
            Box::new(problem.with("path", self.repository.display()).with("reason", reason))
        };
        let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
        let mut command = Command::new("git");
        for name in REMOVED {
            command.env_remove(name);
        }
        // A repository above the folder is not the one that is meant.
        if let Some(above) = self.repository.parent() {
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        let child = command
            .arg("-C")
            .arg(self.repository)
            // A repository that somebody else owns is only read, by commands that run nothing.
            .args(["-c", "safe.directory=*", "--no-pager"])
            .args(["--no-replace-objects", "--literal-pathspecs"])
            .args(arguments)
            // Nothing is fetched, by no protocol, whatever the repository permits.
            .env("GIT_ALLOW_PROTOCOL", "")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_GRAFT_FILE", nothing)
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = match child {
            Ok(child) => child,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(Box::new(Diagnostic::error("source-git-missing", "", 0)));
            }
            Err(error) => return Err(failed(error.to_string())),
        };
        // Both streams are read at once: a full one would stop git for ever.
        let largest = self.largest;
        let out = child.stdout.take();
        let out = out.map(|out| thread::spawn(move || read_some(out, largest.saturating_add(1))));
        let told = child.stderr.take().map(|told| thread::spawn(move || read_some(told, 65_536)));
        let began = Instant::now();
        let status = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if began.elapsed() < LONGEST => thread::sleep(Duration::from_millis(1)),
                Ok(None) => {
                    let _ = child.kill();
                    let _ = child.wait();
                    return Err(failed(format!("> {} s", LONGEST.as_secs())));
                }
                Err(error) => return Err(failed(error.to_string())),
            }
        };
        let joined = |stream: Option<thread::JoinHandle<Vec<u8>>>| {
            stream.and_then(|stream| stream.join().ok()).unwrap_or_default()
        };
        let (bytes, told) = (joined(out), joined(told));
        if bytes.len() as u64 > largest {
            let problem = Diagnostic::error("source-too-large", "", 0);
            return Err(Box::new(problem.with("bytes", bytes.len()).with("limit", largest)));
        }
        if status.success() {
            return Ok(bytes);
        }
        let told = String::from_utf8_lossy(&told).into_owned();
        let first = told.lines().next().unwrap_or_default();
        Err(failed(first.trim_start_matches("fatal: ").to_owned()))
    }
}

/// Reads a stream to its end and keeps so many bytes of it.
fn read_some(mut stream: impl Read, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = stream.by_ref().take(limit).read_to_end(&mut bytes);
    let _ = std::io::copy(&mut stream, &mut std::io::sink());
    bytes
}

/// A day of seconds since 1970.
fn day_of(seconds: i64) -> String {
    Date::of_day(seconds.div_euclid(86_400)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = "act_code: '900001'\nrequisite: Закон № 1\ntitle:\n  rus: О примере\n  \
                        kaz: Мысал туралы\napproved_on: 2011-07-22\nversion_date:\n  kaz: \
                        2023-04-20\n  rus: 2023-04-19\nsource:\n  rus: https://example.org/rus\n";

    #[test]
    fn facts_are_those_of_the_language_of_the_text() {
        let rus = facts(META.as_bytes(), "a/b/rus.md");
        assert_eq!(rus["edition"], "2023-04-19");
        assert_eq!(rus["url"], "https://example.org/rus");
        assert_eq!((rus["id"].as_str(), rus["date"].as_str()), ("900001", "2011-07-22"));
        let kaz = facts(META.as_bytes(), "kaz.md");
        assert_eq!(kaz["edition"], "2023-04-20");
        assert!(!kaz.contains_key("url"));
        assert!(facts(b"\xff\xfe: [", "rus.md").is_empty());
        assert_eq!(facts(b"version_date: 2020-01-01\n", "rus.md")["edition"], "2020-01-01");
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day_of(0), "1970-01-01");
        assert_eq!(day_of(951_782_400), "2000-02-29");
        assert_eq!(day_of(-1), "1969-12-31");
    }
}
