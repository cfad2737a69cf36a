//! One source from the question to stored bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use daryn_model::records::{Download, Method};
use daryn_model::{Diagnostic, Severity};
use daryn_study::Digest;
use serde::Serialize;
use serde_json::json;

use crate::answer::rows::Seen;
use crate::answer::{self, Checked, body};
use crate::connector::{Paging, PagingBy};
use crate::fetch::part::{self, Part as Partial};
use crate::fetch::{self, Asking, Client, Event, Got, Limits, Settings};
use crate::git;
use crate::log::{Acquisition, Log, Origin, Part};
use crate::request::{Place, Question, Request};
use crate::store::{Store, Writing, write_failed};

/// What became of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Bytes that were not there before.
    New,
    /// The bytes that were there already.
    Unchanged,
    /// Nothing was stored.
    Failed,
    /// Stored bytes, without asking anybody.
    Replayed,
}

/// What became of a source, in the words of the contract with other programs.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Name of the source.
    pub id: String,
    /// What became of it.
    pub status: Status,
    /// Digest of the stored bytes.
    pub sha256: Option<Digest>,
    /// How many bytes there are.
    pub bytes: u64,
    /// Address.
    pub url: String,
    /// What is wrong or strange.
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the bytes of a study are, and what is needed to get more of them.
pub struct Session<'p> {
    /// Folder of the study's log and of downloads under way.
    folder: PathBuf,
    /// Where bytes are kept.
    pub store: Store,
    /// What was acquired.
    pub log: Log,
    /// Releases that the study holds to: given before newer ones where nobody is asked.
    pub held: BTreeMap<String, Digest>,
    /// Names in the study's list of downloads: a saved file may be handed over under each of them.
    pub listed: BTreeSet<String>,
    /// Held while there may be writing.
    _writing: Option<Writing>,
    client: Option<Client<'p>>,
    environment: &'p dyn Fn(&str) -> Option<String>,
    now: &'p dyn Fn() -> String,
}

impl<'p> Session<'p> {
    /// Opens what is stored for reading. `folder` belongs to the study; `shared` is a store of
    /// several studies.
    pub fn open(
        folder: &Path,
        shared: Option<&Path>,
        environment: &'p dyn Fn(&str) -> Option<String>,
        now: &'p dyn Fn() -> String,
    ) -> io::Result<Session<'p>> {
        let (folder, store) = (folder.to_owned(), Store::at(shared.unwrap_or(folder)));
        let log = Log::read(&folder)?;
        let (held, listed) = (BTreeMap::new(), BTreeSet::new());
        let (_writing, client) = (None, None);
        Ok(Session { folder, store, log, held, listed, _writing, client, environment, now })
    }

    /// Makes ready for writing; `wanted` tells which sources the study still has.
    pub fn make_writable(&mut self, wanted: &dyn Fn(&str) -> bool) -> io::Result<()> {
        self._writing = Some(self.store.open_for_writing()?);
        part::clean(&self.folder, wanted)
    }

    /// Makes ready for asking.
    pub fn go_online(
        &mut self,
        settings: Settings,
        progress: &'p dyn Fn(Event),
    ) -> Result<(), Diagnostic> {
        self.client = Some(Client::new(settings, progress)?);
        Ok(())
    }

    /// Now, as the caller says.
    pub(crate) fn time(&self) -> String {
        (self.now)()
    }

    /// Gets a source: by asking, or from the store where nobody is asked.
    pub fn acquire(&mut self, download: &Download) -> Outcome {
        let mut outcome = Outcome {
            id: download.id.0.clone(),
            status: Status::Failed,
            sha256: None,
            bytes: 0,
            url: download.address.as_ref().map_or(String::new(), |url| url.0.clone()),
            diagnostics: Vec::new(),
        };
        if let Err(problems) = self.try_to(download, &mut outcome) {
            outcome.diagnostics.extend(problems);
            outcome.status = Status::Failed;
            (outcome.sha256, outcome.bytes) = (None, 0);
        }
        for problem in &mut outcome.diagnostics {
            if problem.file.is_empty() {
                problem.file.clone_from(&download.at.file);
                problem.line = download.at.line;
            }
        }
        outcome
    }

    fn try_to(
        &mut self,
        download: &Download,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        if download.connector.0 == git::CONNECTOR {
            if self.client.is_none() {
                return self.give(|_| true, outcome, "source-not-stored", &outcome_place(download));
            }
            let folder = self.folder.clone();
            let study = folder.ancestors().nth(2).unwrap_or(&folder);
            return self.editions(download, study, outcome);
        }
        let question =
            Question::new(download, self.environment).map_err(|problem| vec![problem])?;
        let request = question.request(&question.first())?;
        outcome.url.clone_from(&request.url);
        if self.client.is_none() {
            return self.replay(&request, outcome, "source-not-stored");
        }
        if question.is_import_only() {
            return self.replay(&request, outcome, "source-import-only");
        }
        let known = self.known(download, &request);
        self.online(&question, request, known, outcome)
    }

    /// The newest acquisition of a request whose bytes are there and came whole.
    fn known(&self, download: &Download, request: &Request) -> Option<Acquisition> {
        let entry = self
            .log
            .of(&download.id.0)
            .find(|entry| entry.asked.as_ref() == Some(&request.asked) && entry.parts.is_empty())?;
        self.store.get(&entry.sha256).ok().map(|_| entry.clone())
    }

    /// Gives what is stored: the newest answer to the same request, or the newest saved file.
    fn replay(
        &self,
        request: &Request,
        outcome: &mut Outcome,
        otherwise: &str,
    ) -> Result<(), Vec<Diagnostic>> {
        let fetched = |entry: &Acquisition| entry.asked.as_ref() == Some(&request.asked);
        let added = |entry: &Acquisition| entry.origin == Origin::Added;
        // A saved file stands for an answer only where there is none.
        if self.log.of(&outcome.id).any(fetched) {
            return self.give(fetched, outcome, otherwise, &request.url);
        }
        self.give(added, outcome, otherwise, &request.url)
    }

    /// Gives the newest stored release that is meant.
    fn give(
        &self,
        meant: impl Fn(&Acquisition) -> bool,
        outcome: &mut Outcome,
        otherwise: &str,
        url: &str,
    ) -> Result<(), Vec<Diagnostic>> {
        let held = self.held.get(&outcome.id);
        let of = || self.log.of(&outcome.id).filter(|entry| meant(entry));
        let found = of().find(|entry| Some(&entry.sha256) == held).or_else(|| of().next());
        let Some(entry) = found else {
            return Err(vec![Diagnostic::error(otherwise, "", 0).with("url", url)]);
        };
        let digests = entry.parts.iter().map(|part| &part.sha256).chain([&entry.sha256]);
        for digest in digests {
            self.store.get(digest).map_err(|reason| {
                vec![
                    Diagnostic::error("source-damaged", "", 0)
                        .with("path", self.store.path(digest).display())
                        .with("reason", reason),
                ]
            })?;
        }
        outcome.status = Status::Replayed;
        outcome.sha256 = Some(entry.sha256.clone());
        outcome.bytes = entry.bytes;
        // A saved file may have no address; that of the list did not give it.
        outcome.url.clone_from(&entry.url);
        Ok(())
    }

    fn online(
        &mut self,
        question: &Question<'_>,
        request: Request,
        known: Option<Acquisition>,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let mut pages = Pages::default();
        let mut seen = Seen::default();
        let mut place = question.first();
        let mut asked = vec![request.asked.clone()];
        let mut next = Some(request.clone());
        while let Some(request) = next.take() {
            let known = known.as_ref().filter(|_| pages.got.is_empty());
            let mut got = self.ask(question, &request, known)?;
            if let Some(known) = known.filter(|_| got.status == 304) {
                let entry = Acquisition {
                    time: (self.now)(),
                    status: 304,
                    url: request.url.clone(),
                    ..known.clone()
                };
                outcome.status = Status::Unchanged;
                outcome.sha256 = Some(entry.sha256.clone());
                outcome.bytes = entry.bytes;
                self.forget(&asked);
                return self.write_down(entry).map_err(|problem| vec![*problem]);
            }
            let before = seen.clone();
            let mut checked = answer::check(question, &got, &mut seen);
            if checked.is_passing() {
                // Some places send a page or half an answer now and then: once more.
                self.forget(&asked);
                self.wait_a_moment();
                seen = before;
                got = self.ask(question, &request, None)?;
                checked = answer::check(question, &got, &mut seen);
            }
            if let Some(url) = checked.later.take() {
                // It is no less a redirect for standing in an answer.
                let url = fetch::led_to(&got.url, &url).map_err(|problem| {
                    self.forget(&asked);
                    vec![problem]
                })?;
                got = self.wait_for_file(question, &url, &mut asked)?;
                // Padding was that of the promise.
                checked.cut_to = None;
                pages.came_later = true;
            }
            if checked.failed() {
                self.forget(&asked);
                return Err(checked.problems);
            }
            outcome.diagnostics.append(&mut checked.problems);
            let so_far: u64 = pages.got.iter().map(|(_, bytes)| *bytes as u64).sum();
            let limit = self.limits().bytes;
            if so_far + got.body.len() as u64 > limit {
                self.forget(&asked);
                return Err(vec![
                    Diagnostic::error("source-too-large", "", 0)
                        .with("bytes", so_far + got.body.len() as u64)
                        .with("limit", limit),
                ]);
            }
            let paging = question.query.paging.as_ref();
            let go_on = pages.take(got, checked, paging, &mut place);
            if pages.problems.iter().any(|problem| problem.severity == Severity::Error) {
                self.forget(&asked);
                return Err(pages.problems);
            }
            if go_on {
                let limit = self.limits().pages;
                if pages.got.len() as u64 >= limit {
                    self.forget(&asked);
                    return Err(vec![
                        Diagnostic::error("source-too-many-pages", "", 0).with("n", limit),
                    ]);
                }
                let request = question.request(&place)?;
                asked.push(request.asked.clone());
                next = Some(request);
            }
        }
        outcome.diagnostics.append(&mut pages.problems);
        let rest = if pages.came_later { Vec::new() } else { answer::finish(question, &seen) };
        let failed = rest.iter().any(|problem| problem.severity == Severity::Error);
        if failed {
            self.forget(&asked);
            return Err(rest);
        }
        outcome.diagnostics.extend(rest);
        self.keep(question, request, pages, outcome)?;
        self.forget(&asked);
        Ok(())
    }

    fn ask(
        &mut self,
        question: &Question<'_>,
        request: &Request,
        known: Option<&Acquisition>,
    ) -> Result<Got, Vec<Diagnostic>> {
        // Neither a study nor a server may name another address that the user's key is sent to.
        let own = question.download.address.is_none() && !request.named_by_server;
        let key = question.connector.key.as_ref().filter(|_| own);
        let secret = key.and_then(|key| {
            let value = (self.environment)(&key.env).filter(|value| !value.is_empty())?;
            Some((key.header.as_str(), format!("{}{value}", key.prefix)))
        });
        let mut headers = request.headers.clone();
        if request.method == Method::Get && packs_well(question) {
            // Every time: servers give the packed bytes an ETag of their own.
            headers.entry("accept-encoding".into()).or_insert_with(|| "gzip".into());
        }
        let asking = Asking {
            method: request.method,
            url: &request.url,
            body: request.body.as_deref(),
            headers: &headers,
            secret: secret.as_ref().map(|(name, value)| (*name, value.as_str())),
            delay: Duration::from_secs_f64(question.connector.delay),
            obey_robots: !question.has_permission(),
            known: known.map(|entry| &entry.headers),
            source: &question.download.id.0,
            folder: &self.folder,
            asked: &request.asked,
        };
        let client = self.client.as_mut().ok_or_else(Vec::new)?;
        client.ask(&asking).map_err(|problem| vec![problem])
    }

    /// What a server may cost.
    pub(crate) fn limits(&self) -> Limits {
        self.client.as_ref().map(|client| client.limits().clone()).unwrap_or_default()
    }

    fn wait_a_moment(&self) {
        if let Some(client) = &self.client {
            let wait = client.limits().back_off;
            client.tell(Event::Wait(wait.as_secs(), false));
            thread::sleep(wait);
        }
    }

    /// Looks for a file that is still being made.
    fn wait_for_file(
        &mut self,
        question: &Question<'_>,
        url: &str,
        asked: &mut Vec<Digest>,
    ) -> Result<Got, Vec<Diagnostic>> {
        let request = Request {
            method: Method::Get,
            url: url.to_owned(),
            body: None,
            headers: BTreeMap::new(),
            asked: Digest::of(url.as_bytes()),
            named_by_server: true,
        };
        asked.push(request.asked.clone());
        let limits = self.limits();
        for poll in 0..limits.polls {
            if let Some(client) = &self.client {
                client.tell(Event::Later);
            }
            thread::sleep(limits.back_off * 2_u32.pow(poll.min(5)));
            let got = self.ask(question, &request, None)?;
            match (got.status, body::look(&got.body)) {
                (200, body::Found::Zip) if body::zip_names(&got.body).is_some() => return Ok(got),
                (200, body::Found::Xml) => {
                    let checked = answer::check(question, &got, &mut Seen::default());
                    if checked.later.is_none() && !checked.failed() {
                        return Ok(got);
                    }
                }
                (200 | 202 | 404, _) => {}
                _ => {
                    let problems = answer::check(question, &got, &mut Seen::default()).problems;
                    self.forget(asked);
                    return Err(problems);
                }
            }
            self.forget(&asked[asked.len() - 1..]);
        }
        self.forget(asked);
        let problem = Diagnostic::error("source-comes-later", "", 0).with("reason", url);
        Err(vec![problem])
    }

    /// Stores the pages and writes down where they are from.
    fn keep(
        &mut self,
        question: &Question<'_>,
        request: Request,
        pages: Pages,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let mut parts = Vec::new();
        for (got, bytes) in &pages.got {
            let content = &got.body[..*bytes];
            let sha256 = self.put(content).map_err(|problem| vec![*problem])?;
            parts.push(Part { url: got.url.clone(), sha256, bytes: content.len() as u64 });
        }
        let Some((first, length)) = pages.got.first() else { return Ok(()) };
        let bytes = parts.iter().map(|part| part.bytes).sum();
        let sha256 = match parts.as_slice() {
            [only] => only.sha256.clone(),
            _ => {
                let list = json!({"daryn": "pages", "pages": parts});
                let text = serde_json::to_vec_pretty(&list).unwrap_or_default();
                self.put(&text).map_err(|problem| vec![*problem])?
            }
        };
        let before = self.log.of(&outcome.id).next().map(|entry| &entry.sha256);
        outcome.status = if before == Some(&sha256) { Status::Unchanged } else { Status::New };
        outcome.sha256 = Some(sha256.clone());
        outcome.bytes = bytes;
        let was_cut = *length < first.body.len();
        let name = first.headers.get("content-disposition");
        let entry = Acquisition {
            source: outcome.id.clone(),
            connector: question.connector.id.clone(),
            asked: Some(request.asked),
            method: request.method.code().to_owned(),
            url: request.url,
            body_sha256: request.body.map(|body| Digest::of(body.as_bytes())),
            time: (self.now)(),
            status: first.status,
            headers: first.headers.clone(),
            received_sha256: was_cut.then(|| Digest::of(&first.body)),
            sha256,
            bytes,
            parts: if parts.len() > 1 { parts } else { Vec::new() },
            vintage: pages.vintage,
            origin: Origin::Fetched,
            file: name.and_then(|text| body::file_name(text)).map(|name| body::safe_name(&name)),
            act: BTreeMap::new(),
        };
        self.write_down(entry).map_err(|problem| vec![*problem])
    }

    /// Stores bytes.
    pub(crate) fn put(&self, bytes: &[u8]) -> Result<Digest, Box<Diagnostic>> {
        self.store.put(bytes).map_err(|error| write_failed(self.store.root(), error))
    }

    /// Notes an acquisition in the log.
    pub(crate) fn write_down(&mut self, entry: Acquisition) -> Result<(), Box<Diagnostic>> {
        self.log.append(entry).map_err(|error| write_failed(&self.folder, error))
    }

    /// Removes downloads that came to their end.
    fn forget(&self, asked: &[Digest]) {
        for asked in asked {
            // What cannot be removed is found and removed the next time.
            let _ = Partial::of(&self.folder, asked).remove();
        }
    }
}

/// What stands for the address of a repository.
fn outcome_place(download: &Download) -> String {
    let value = |name: &str| download.parameters.0.get(name).map(|values| values.join(" "));
    [value("repository"), value("path")].into_iter().flatten().collect::<Vec<_>>().join("#")
}

/// Pages of an answer so far.
#[derive(Default)]
struct Pages {
    /// Answers, each with the length of its bytes without padding.
    got: Vec<(Got, usize)>,
    digests: Vec<Digest>,
    rows: u64,
    total: Option<u64>,
    vintage: Option<String>,
    came_later: bool,
    problems: Vec<Diagnostic>,
}

impl Pages {
    /// Takes a page, and tells whether there is another one at `place`.
    fn take(
        &mut self,
        got: Got,
        checked: Checked,
        paging: Option<&Paging>,
        place: &mut Place,
    ) -> bool {
        let length = checked.cut_to.unwrap_or(got.body.len());
        let digest = Digest::of(&got.body[..length]);
        let is_first = self.got.is_empty();
        if is_first {
            self.vintage = checked.vintage;
            self.total = checked.page.total;
        }
        let repeated = self.digests.iter().position(|earlier| *earlier == digest);
        self.digests.push(digest);
        self.got.push((got, length));
        let Some(paging) = paging.filter(|_| !self.came_later) else { return false };
        let page = checked.page;
        self.rows += page.items;
        let number = self.got.len() as u64;
        if let (Some(first), Some(now)) = (self.total, page.total)
            && first != now
        {
            self.problems.push(
                Diagnostic::error("source-total-changed", "", 0)
                    .with("was", first)
                    .with("now", now)
                    .with("page", number),
            );
            return false;
        }
        if let Some(earlier) = repeated {
            self.problems.push(
                Diagnostic::error("source-page-repeated", "", 0)
                    .with("page", number)
                    .with("earlier", earlier + 1),
            );
            return false;
        }
        let all_there = self.total.is_none_or(|total| self.rows >= total);
        if page.items == 0 && !is_first {
            let severity = if all_there { Diagnostic::warning } else { Diagnostic::error };
            self.problems.push(
                severity("source-page-empty", "", 0)
                    .with("page", number)
                    .with("rows", self.rows)
                    .with("total", self.total.map_or("?".into(), |total| total.to_string())),
            );
            return false;
        }
        let more = match paging.by {
            PagingBy::Page => page.pages.is_some_and(|pages| number < pages),
            PagingBy::Offset => page.items > 0 && !all_there,
            PagingBy::Cursor => page.items > 0 && !all_there && page.next.is_some(),
        };
        match paging.by {
            PagingBy::Page => place.number += 1,
            PagingBy::Offset => place.number += page.items,
            PagingBy::Cursor => place.cursor = page.next.unwrap_or_default(),
        }
        if !more && !all_there {
            self.problems.push(
                Diagnostic::error("source-rows-missing", "", 0)
                    .with("rows", self.rows)
                    .with("total", self.total.unwrap_or_default()),
            );
        }
        more
    }
}

/// Whether the answer is a text, which gets much smaller when packed.
fn packs_well(question: &Question<'_>) -> bool {
    use daryn_model::records::ContentKind::*;
    matches!(question.kind(), Json | Csv | Xml | Html)
}
