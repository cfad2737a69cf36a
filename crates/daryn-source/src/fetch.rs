//! The only place that opens a socket.
//!
//! One request at a time, with a delay between two to the same host; robots.txt is asked for and
//! obeyed; certificates are always verified; everything that a server can do wrong ends within
//! limits and with a name.

mod certificate;
pub(crate) mod failure;
mod headers;
pub(crate) mod part;
mod robots;
mod tls;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use daryn_model::Diagnostic;
use daryn_model::records::Method;
use daryn_study::Digest;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{ConnectProxyConnector, Connector, TcpConnector};
use ureq::{Agent, Body, http};

use crate::address::Address;
use crate::store::write_failed;
use failure::{Trouble, bad_address, trouble};
use headers::{continues, kept_headers, redirect, retry_after, wrong_length};
use part::{Notes, Part};
use robots::Rules;
use tls::{Refused, Tls};

/// What a server may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Most bytes of an answer, packed or unpacked.
    pub bytes: u64,
    /// Longest time for one answer, all attempts together.
    pub total: Duration,
    /// Longest time until an answer begins, or without a byte.
    pub response: Duration,
    /// Time over which speed is measured.
    pub idle: Duration,
    /// Fewest bytes in that time.
    pub fewest: u64,
    /// Most redirects.
    pub redirects: usize,
    /// How often a request is repeated.
    pub retries: u32,
    /// Wait before the first repetition; each further one waits twice as long.
    pub back_off: Duration,
    /// Longest wait that a server may ask for.
    pub longest_wait: Duration,
    /// How often a file is looked for that is to come later.
    pub polls: u32,
    /// Most pages of one answer.
    pub pages: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 200_000_000,
            total: Duration::from_secs(30 * 60),
            response: Duration::from_secs(90),
            idle: Duration::from_secs(30),
            fewest: 3_000,
            redirects: 10,
            retries: 4,
            back_off: Duration::from_secs(1),
            longest_wait: Duration::from_secs(120),
            polls: 30,
            pages: 10_000,
        }
    }
}

/// How servers are asked.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Name under which daryn asks.
    pub user_agent: String,
    /// What a server may cost.
    pub limits: Limits,
    /// Files of certificates that are trusted beside the usual ones.
    pub ca: Vec<PathBuf>,
    /// Whether the system's own certificates are trusted too.
    pub system_roots: bool,
    /// Whether this very machine, a mirror or a test, is waited for like any other.
    pub wait_for_this_machine: bool,
}

/// The name under which daryn asks. A name of the user's own is kept, and daryn added to it.
pub fn user_agent(own: Option<&str>, contact: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let contact = contact.map_or(String::new(), |contact| format!("; {contact}"));
    let daryn = format!("daryn/{version} (policy research{contact})");
    let name = match own {
        Some(own) if own.to_ascii_lowercase().contains("daryn") => own.to_owned(),
        Some(own) => format!("{own} {daryn}"),
        None => daryn,
    };
    // A header holds one line of plain characters.
    name.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect()
}

/// What is asked of a server.
#[derive(Debug, Clone)]
pub(crate) struct Asking<'a> {
    pub(crate) method: Method,
    pub(crate) url: &'a str,
    pub(crate) body: Option<&'a str>,
    pub(crate) headers: &'a BTreeMap<String, String>,
    /// A header that is never written down.
    pub(crate) secret: Option<(&'a str, &'a str)>,
    /// Time between two requests to the host.
    pub(crate) delay: Duration,
    /// Whether robots.txt is obeyed: only a stated permission makes it otherwise.
    pub(crate) obey_robots: bool,
    /// Headers of the bytes that are there already.
    pub(crate) known: Option<&'a BTreeMap<String, String>>,
    /// Source for which it is asked.
    pub(crate) source: &'a str,
    /// Folder in which parts are kept, and the name of the request there.
    pub(crate) folder: &'a Path,
    pub(crate) asked: &'a Digest,
}

/// What a server answered.
#[derive(Debug, Clone)]
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
    /// Where the answer came from in the end.
    pub(crate) url: String,
}

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Waiting before the next request: seconds, and whether the server asked for it.
    Wait(u64, bool),
    /// Bytes that have come, of so many.
    Bytes(u64, Option<u64>),
    /// Going on after so many bytes.
    Resume(u64),
    /// The file is still being made.
    Later,
}

/// Asks servers.
pub struct Client<'p> {
    settings: Settings,
    agent: Agent,
    refused: Arc<Mutex<Option<Refused>>>,
    /// When each host was last asked, and what its robots.txt says.
    last: BTreeMap<String, Instant>,
    robots: BTreeMap<String, Result<Rules, Diagnostic>>,
    progress: &'p dyn Fn(Event),
}

/// Most bytes that are read of an answer that is no success.
const EXCUSE: u64 = 64 * 1024;

/// Most bytes of a robots.txt (RFC 9309 asks for 500 KiB at least).
const ROBOTS: u64 = 512 * 1024;

impl<'p> Client<'p> {
    /// Makes ready; nothing is asked yet.
    pub fn new(settings: Settings, progress: &'p dyn Fn(Event)) -> Result<Client<'p>, Diagnostic> {
        let refused = Arc::new(Mutex::new(None));
        let roots = tls::roots(&settings.ca, settings.system_roots)?;
        let tls = Tls::new(roots, Arc::clone(&refused)).map_err(|reason| {
            Diagnostic::error("source-connection-failed", "", 0)
                .with("host", "")
                .with("reason", reason)
        })?;
        let limits = &settings.limits;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Every hop is looked at here.
            .max_redirects(0)
            .user_agent(settings.user_agent.as_str())
            .accept_encoding("")
            .timeout_resolve(Some(limits.response))
            .timeout_connect(Some(limits.response))
            .timeout_recv_response(Some(limits.response))
            // Also the wait for an answer is a read: no place is slow that only thinks long.
            .timeout_per_read(Some(limits.response.max(limits.idle)))
            .timeout_global(Some(limits.total))
            // A connection that is closed cannot carry what one server sent too much into the
            // next answer.
            .max_idle_connections(0)
            .build();
        let connector =
            ().chain(ConnectProxyConnector::default()).chain(TcpConnector::default()).chain(tls);
        let agent = Agent::with_parts(config, connector, DefaultResolver::default());
        let (last, robots) = (BTreeMap::new(), BTreeMap::new());
        Ok(Client { settings, agent, refused, last, robots, progress })
    }

    /// What a server may cost.
    pub(crate) fn limits(&self) -> &Limits {
        &self.settings.limits
    }

    pub(crate) fn tell(&self, event: Event) {
        (self.progress)(event);
    }

    /// Asks, following redirects. An answer that is no success is an answer.
    pub(crate) fn ask(&mut self, asking: &Asking<'_>) -> Result<Got, Diagnostic> {
        let mut address =
            Address::parse(asking.url).map_err(|bad| bad_address(asking.url, &bad))?;
        let mut method = asking.method;
        let mut seen = Vec::new();
        loop {
            if asking.obey_robots {
                self.obey_robots(&address, asking.delay)?;
            }
            seen.push(address.to_string());
            let got = self.ask_once_more(&address, method, asking)?;
            let Some(location) = got.headers.get("location") else { return Ok(got) };
            if ![301, 302, 303, 307, 308].contains(&got.status) {
                return Ok(got);
            }
            let next = redirect(&address, location)?;
            if seen.contains(&next.to_string()) {
                return Err(Diagnostic::error("source-redirect-loop", "", 0).with("url", &next));
            }
            if seen.len() > self.settings.limits.redirects {
                return Err(Diagnostic::error("source-redirects-too-many", "", 0)
                    .with("n", self.settings.limits.redirects)
                    .with("url", &next));
            }
            if got.status <= 303 {
                method = Method::Get;
            }
            address = next;
        }
    }

    /// Asks one address, and again after a while where that may help.
    fn ask_once_more(
        &mut self,
        address: &Address,
        method: Method,
        asking: &Asking<'_>,
    ) -> Result<Got, Diagnostic> {
        let limits = self.settings.limits.clone();
        let deadline = Instant::now() + limits.total;
        let left = || deadline.saturating_duration_since(Instant::now());
        let mut attempt = 0;
        let mut cuts: Vec<(u64, u64)> = Vec::new();
        loop {
            self.wait_for_turn(address, asking.delay);
            let result = self.ask_once(address, method, asking, left());
            self.last.insert(address.host().to_owned(), Instant::now());
            let back_off = limits.back_off * 2_u32.saturating_pow(attempt.min(16));
            let last = attempt >= limits.retries || Instant::now() >= deadline;
            attempt += 1;
            let (wait, asked_for) = match result {
                Ok(got) if !matches!(got.status, 429 | 502 | 503 | 504) || last => return Ok(got),
                Ok(got) => match retry_after(&got.headers) {
                    Some(wait) if wait > limits.longest_wait => return Ok(got),
                    Some(wait) => (wait, true),
                    None => (back_off, false),
                },
                Err(Trouble::Final(diagnostic)) => return Err(*diagnostic),
                Err(Trouble::Again(diagnostic)) if last => return Err(*diagnostic),
                Err(Trouble::Again(_)) => (back_off, false),
                Err(Trouble::Cut { received, announced, diagnostic }) => {
                    cuts.extend(announced.map(|announced| (received, announced)));
                    if last {
                        return Err(wrong_length(&cuts).unwrap_or(*diagnostic));
                    }
                    (back_off, false)
                }
                // What was gone on with is no longer there: from the beginning, at once.
                Err(Trouble::Restart) => continue,
            };
            (self.progress)(Event::Wait(wait.as_secs(), asked_for));
            thread::sleep(wait);
        }
    }

    /// Waits until the host may be asked again.
    fn wait_for_turn(&self, address: &Address, delay: Duration) {
        if address.is_this_machine() && !self.settings.wait_for_this_machine {
            return;
        }
        let asked_for = self.robots.get(&address.origin()).and_then(|rules| rules.as_ref().ok());
        let delay = asked_for.and_then(|rules| rules.delay).map_or(delay, |d| d.max(delay));
        if let Some(last) = self.last.get(address.host()) {
            thread::sleep(delay.saturating_sub(last.elapsed()));
        }
    }

    /// Asks one address once, and keeps what came.
    fn ask_once(
        &self,
        address: &Address,
        method: Method,
        asking: &Asking<'_>,
        left: Duration,
    ) -> Result<Got, Trouble> {
        let url = address.to_string();
        let part = Part::of(asking.folder, asking.asked);
        let there = (method == Method::Get).then(|| part.resumable(&url)).flatten();
        // Killed after the last byte, perhaps long ago: the server says whether it is still so.
        let (there, whole) = match there {
            Some((notes, length)) if notes.total == Some(length) => (None, Some(notes.headers)),
            there => (there, None),
        };
        let mut headers: Vec<(&str, String)> =
            asking.headers.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        let first_host = Address::parse(asking.url).is_ok_and(|a| a.origin() == address.origin());
        if let Some((name, value)) = asking.secret
            && first_host
        {
            headers.push((name, value.to_owned()));
        }
        match (&there, whole.as_ref().or(asking.known)) {
            (Some((notes, length)), _) => {
                (self.progress)(Event::Resume(*length));
                headers.push(("range", format!("bytes={length}-")));
                headers.push(("if-range", notes.validator().unwrap_or_default().to_owned()));
            }
            (None, Some(known)) => {
                for (header, name) in
                    [("etag", "if-none-match"), ("last-modified", "if-modified-since")]
                {
                    headers.extend(known.get(header).map(|value| (name, value.clone())));
                }
            }
            (None, None) => {}
        }
        let mut response = self.send(address, method, asking.body, &headers, left)?;
        let status = response.status().as_u16();
        if let Some(headers) = whole.filter(|_| status == 304) {
            return self.finish(&part, headers, 200, url);
        }
        let answer = kept_headers(response.headers());
        let length = answer.get("content-length").and_then(|text| text.parse::<u64>().ok());
        let notes = match (status, there) {
            (206, Some((notes, length))) if continues(&answer, &notes, length) => {
                let file = part.go_on().map_err(|error| kept_failed(asking.folder, error))?;
                self.receive(&mut response, file, length, notes.total, &url)?;
                notes
            }
            (206 | 416, Some(_)) => {
                part.remove().map_err(|error| kept_failed(asking.folder, error))?;
                return Err(Trouble::Restart);
            }
            (200..=299, _) => {
                let source = asking.source.to_owned();
                let notes = Notes { source, url: url.clone(), total: length, headers: answer };
                let file = part.start(&notes).map_err(|error| kept_failed(asking.folder, error))?;
                self.receive(&mut response, file, 0, length, &url)?;
                notes
            }
            _ => {
                let mut body = Vec::new();
                // What a refusal says is of use, but not needed.
                let _ = response.body_mut().as_reader().take(EXCUSE).read_to_end(&mut body);
                return Ok(Got { status, headers: answer, body, url });
            }
        };
        self.finish(&part, notes.headers, if status == 206 { 200 } else { status }, url)
    }

    fn send(
        &self,
        address: &Address,
        method: Method,
        body: Option<&str>,
        headers: &[(&str, String)],
        left: Duration,
    ) -> Result<http::Response<Body>, Trouble> {
        if let Ok(mut refused) = self.refused.lock() {
            *refused = None;
        }
        let mut builder = http::Request::builder().method(method.code()).uri(address.to_string());
        for (name, value) in headers {
            builder = builder.header(*name, value);
        }
        // A proxy knows nothing of this machine.
        let direct = address.is_this_machine();
        let sent = match (method, body) {
            (Method::Post, body) => builder
                .body(body.unwrap_or_default().to_owned())
                .map_err(ureq::Error::from)
                .and_then(|request| self.run(request, direct, left)),
            (Method::Get, _) => builder
                .body(())
                .map_err(ureq::Error::from)
                .and_then(|request| self.run(request, direct, left)),
        };
        sent.map_err(|error| {
            let refused = self.refused.lock().ok().and_then(|mut refused| refused.take());
            match refused {
                Some(refused) => Trouble::Final(Box::new(refused.diagnostic(address.host()))),
                None => trouble(error, address.host(), 0, None),
            }
        })
    }

    fn run(
        &self,
        request: http::Request<impl ureq::AsSendBody>,
        direct: bool,
        left: Duration,
    ) -> Result<http::Response<Body>, ureq::Error> {
        let request = self.agent.configure_request(request).timeout_global(Some(left));
        let request = if direct { request.proxy(None) } else { request };
        self.agent.run(request.build())
    }

    /// Writes a body to its file while it comes, within the limits.
    fn receive(
        &self,
        response: &mut http::Response<Body>,
        mut file: std::fs::File,
        already: u64,
        total: Option<u64>,
        url: &str,
    ) -> Result<(), Trouble> {
        let limits = &self.settings.limits;
        let too_large = |bytes: u64| {
            let problem = Diagnostic::error("source-too-large", "", 0)
                .with("bytes", bytes)
                .with("limit", limits.bytes);
            Trouble::Final(Box::new(problem))
        };
        if let Some(total) = total.filter(|total| *total > limits.bytes) {
            return Err(too_large(total));
        }
        let host = Address::parse(url).map(|address| address.host().to_owned()).unwrap_or_default();
        let mut reader = response.body_mut().as_reader();
        let mut buffer = vec![0; 64 * 1024];
        let mut received = already;
        let (mut since, mut in_time) = (Instant::now(), 0_u64);
        loop {
            let count = match reader.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) => {
                    return Err(trouble(ureq::Error::from(error), &host, received, total));
                }
            };
            received += count as u64;
            in_time += count as u64;
            if received > limits.bytes {
                return Err(too_large(received));
            }
            file.write_all(&buffer[..count]).map_err(|error| kept_failed(Path::new(url), error))?;
            (self.progress)(Event::Bytes(received, total));
            if since.elapsed() >= limits.idle {
                if in_time < limits.fewest {
                    let problem = Diagnostic::error("source-too-slow", "", 0)
                        .with("bytes", in_time)
                        .with("seconds", since.elapsed().as_secs().max(1));
                    return Err(Trouble::Final(Box::new(problem)));
                }
                (since, in_time) = (Instant::now(), 0);
            }
        }
        if total.is_some_and(|total| received < total) {
            let error = std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
            return Err(trouble(error.into(), &host, received, total));
        }
        file.sync_data().map_err(|error| kept_failed(Path::new(url), error))
    }

    /// What has come, unpacked where it was packed.
    fn finish(
        &self,
        part: &Part,
        headers: BTreeMap<String, String>,
        status: u16,
        url: String,
    ) -> Result<Got, Trouble> {
        let body = part.read().map_err(|error| kept_failed(Path::new(&url), error))?;
        let packed = headers.get("content-encoding").map(|name| name.to_ascii_lowercase());
        let body = match packed.as_deref() {
            None | Some("" | "identity") => body,
            Some("gzip" | "x-gzip") => self.unpack(&body).inspect_err(|_| {
                // It would be as bad the next time.
                let _ = part.remove();
            })?,
            Some(other) => {
                let problem = Diagnostic::error("source-bad-http", "", 0)
                    .with("host", &url)
                    .with("reason", format!("content-encoding: {other}"));
                return Err(Trouble::Final(Box::new(problem)));
            }
        };
        Ok(Got { status, headers, body, url })
    }

    fn unpack(&self, packed: &[u8]) -> Result<Vec<u8>, Trouble> {
        let limit = self.settings.limits.bytes;
        let mut body = Vec::new();
        let unpacked =
            flate2::read::MultiGzDecoder::new(packed).take(limit + 1).read_to_end(&mut body);
        if body.len() as u64 > limit {
            let problem = Diagnostic::error("source-unpacks-too-large", "", 0)
                .with("packed", packed.len())
                .with("limit", limit);
            return Err(Trouble::Final(Box::new(problem)));
        }
        unpacked.map(|_| body).map_err(|_| {
            Trouble::Final(Box::new(
                Diagnostic::error("source-cut", "", 0)
                    .with("kind", "gzip")
                    .with("bytes", packed.len()),
            ))
        })
    }

    /// Fails where the host's robots.txt forbids the path.
    fn obey_robots(&mut self, address: &Address, delay: Duration) -> Result<(), Diagnostic> {
        let origin = address.origin();
        if !self.robots.contains_key(&origin) {
            self.wait_for_turn(address, delay);
            let rules = self.read_robots(address);
            self.last.insert(address.host().to_owned(), Instant::now());
            self.robots.insert(origin.clone(), rules);
        }
        match &self.robots[&origin] {
            Ok(rules) if rules.allow(&address.rest) => Ok(()),
            Ok(_) => Err(Diagnostic::error("source-robots-forbid", "", 0)
                .with("host", address.host())
                .with("path", &address.rest)),
            Err(problem) => Err(problem.clone()),
        }
    }

    /// Rules of a host. A host that has none allows everything, and one that cannot say nothing.
    fn read_robots(&self, address: &Address) -> Result<Rules, Diagnostic> {
        let mut address = Address { rest: "/robots.txt".into(), ..address.clone() };
        for _ in 0..5 {
            let left = self.settings.limits.total;
            let mut response = match self.send(&address, Method::Get, None, &[], left) {
                Ok(response) => response,
                Err(Trouble::Final(problem) | Trouble::Again(problem)) => return Err(*problem),
                Err(Trouble::Cut { diagnostic, .. }) => return Err(*diagnostic),
                Err(Trouble::Restart) => continue,
            };
            let headers = kept_headers(response.headers());
            match response.status().as_u16() {
                200..=299 => {
                    let mut text = Vec::new();
                    let read = response.body_mut().as_reader().take(ROBOTS).read_to_end(&mut text);
                    return match read {
                        Ok(_) => Ok(Rules::parse(&String::from_utf8_lossy(&text))),
                        Err(error) => Err(unreachable_robots(&address, &error)),
                    };
                }
                300..=399 => match headers.get("location").map(|to| address.join(to)) {
                    Some(Ok(next)) => address = next,
                    _ => return Ok(Rules::default()),
                },
                status @ (429 | 500..=599) => {
                    return Err(unreachable_robots(&address, &status));
                }
                _ => return Ok(Rules::default()),
            }
        }
        Ok(Rules::default())
    }
}

fn unreachable_robots(address: &Address, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error("source-robots-unreachable", "", 0)
        .with("host", address.host())
        .with("reason", reason)
}

/// Where an answer leads, if it leads to another answer.
pub(crate) fn led_to(from: &str, location: &str) -> Result<String, Diagnostic> {
    let from = Address::parse(from).map_err(|bad| bad_address(from, &bad))?;
    redirect(&from, location).map(|address| address.to_string())
}

/// A file of ours that cannot be written or read.
fn kept_failed(path: &Path, error: std::io::Error) -> Trouble {
    Trouble::Final(write_failed(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn daryn_is_always_named() {
        assert!(user_agent(None, None).starts_with("daryn/"));
        let name = user_agent(Some("Mozilla/5.0 (X11)"), Some("a@example.org"));
        assert!(name.starts_with("Mozilla/5.0 (X11) daryn/") && name.contains("a@example.org"));
        assert_eq!(user_agent(Some("Daryn-mirror\r\nX: 1"), None), "Daryn-mirrorX: 1");
    }
}
