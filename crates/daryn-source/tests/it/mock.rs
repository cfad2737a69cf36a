//! A server that answers as it is told, with every failure that a real one can have.
//!
//! Plain threads and sockets: a library would keep it from doing wrong.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What was asked.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "each of the two test programs reads other parts of it")]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// Path with its query.
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
    /// How often the path was asked for before.
    pub(crate) before: usize,
    pub(crate) at: Instant,
}

/// What is answered.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Length that is announced; the right one if not given.
    pub(crate) length: Option<Option<u64>>,
    /// Bytes of the body after which the connection is cut.
    pub(crate) cut: Option<usize>,
    /// Bytes at a time, and the time between.
    pub(crate) drip: Option<(usize, Duration)>,
    /// What is sent instead of all this.
    pub(crate) raw: Option<Vec<u8>>,
}

#[allow(dead_code, reason = "each of the two test programs uses other parts of it")]
impl Reply {
    pub(crate) fn new(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Reply {
        Reply {
            status,
            headers: vec![("Content-Type".into(), kind.into())],
            body: body.into(),
            length: None,
            cut: None,
            drip: None,
            raw: None,
        }
    }

    pub(crate) fn json(body: impl Into<Vec<u8>>) -> Reply {
        Reply::new(200, "application/json; charset=utf-8", body)
    }

    pub(crate) fn html(status: u16, body: &str) -> Reply {
        Reply::new(status, "text/html", body)
    }

    pub(crate) fn to(status: u16, location: &str) -> Reply {
        Reply::new(status, "text/plain", "").with("Location", location)
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Reply {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Gives a file as a good server does: whole, in part, or not at all where nothing changed.
    pub(crate) fn file(asked: &Asked, kind: &str, etag: &str, bytes: &[u8]) -> Reply {
        let is = |name: &str| asked.headers.get(name).is_some_and(|value| value == etag);
        if is("if-none-match") {
            return Reply::new(304, kind, "").with("ETag", etag);
        }
        let range = asked.headers.get("range").filter(|_| is("if-range"));
        let start = range.and_then(|range| {
            range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok()
        });
        match start {
            Some(start) if start >= bytes.len() => Reply::new(416, kind, ""),
            Some(start) => Reply::new(206, kind, &bytes[start..]).with("ETag", etag).with(
                "Content-Range",
                &format!("bytes {start}-{}/{}", bytes.len() - 1, bytes.len()),
            ),
            None => Reply::new(200, kind, bytes).with("ETag", etag),
        }
    }
}

type Handler = dyn Fn(&Asked) -> Option<Reply> + Send + Sync;

/// A server that is running.
pub(crate) struct Mock {
    /// Its address, without a `/` at the end.
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

#[allow(dead_code, reason = "each of the two test programs uses other parts of it")]
impl Mock {
    /// Starts a server; what its handler does not know is not found.
    pub(crate) fn start(handler: impl Fn(&Asked) -> Option<Reply> + Send + Sync + 'static) -> Mock {
        Mock::over("http", handler, |stream, serve| serve(&mut { stream }))
    }

    /// Starts one whose connections are wrapped.
    pub(crate) fn over(
        scheme: &str,
        handler: impl Fn(&Asked) -> Option<Reply> + Send + Sync + 'static,
        wrap: impl Fn(TcpStream, &dyn Fn(&mut dyn Stream)) + Send + Sync + 'static,
    ) -> Mock {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (log, handler, wrap) = (Arc::clone(&asked), Arc::new(handler), Arc::new(wrap));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, handler, wrap) =
                    (Arc::clone(&log), Arc::clone(&handler), Arc::clone(&wrap));
                thread::spawn(move || {
                    wrap(stream, &|stream| {
                        // A client that goes away is what some tests are about.
                        let _ = serve(stream, &log, handler.as_ref());
                    });
                });
            }
        });
        let host = if scheme == "https" { "localhost" } else { "127.0.0.1" };
        Mock { url: format!("{scheme}://{host}:{port}"), asked }
    }

    /// Everything that was asked so far, in order, but for robots.txt.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let asked = self.asked.lock().expect("no panic").clone();
        asked.into_iter().filter(|asked| asked.path != "/robots.txt").collect()
    }

    /// How often robots.txt was asked for.
    pub(crate) fn robots(&self) -> usize {
        let asked = self.asked.lock().expect("no panic");
        asked.iter().filter(|asked| asked.path == "/robots.txt").count()
    }
}

/// A connection.
pub(crate) trait Stream: Read + Write {}

impl<T: Read + Write> Stream for T {}

fn serve(
    stream: &mut dyn Stream,
    log: &Mutex<Vec<Asked>>,
    handler: &Handler,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let asked = {
        let mut log = log.lock().expect("no panic");
        let asked = Asked {
            method: method.to_owned(),
            path: path.to_owned(),
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            before: log.iter().filter(|asked| asked.path == path).count(),
            at: Instant::now(),
        };
        log.push(asked.clone());
        asked
    };
    let reply = handler(&asked).unwrap_or_else(|| Reply::new(404, "text/plain", "not here"));
    send(reader.into_inner(), &reply)
}

fn send(stream: &mut dyn Stream, reply: &Reply) -> std::io::Result<()> {
    if let Some(raw) = &reply.raw {
        stream.write_all(raw)?;
        return stream.flush();
    }
    let mut head = format!("HTTP/1.1 {} Status\r\nConnection: close\r\n", reply.status);
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if let Some(length) = reply.length.unwrap_or(Some(reply.body.len() as u64)) {
        head.push_str(&format!("Content-Length: {length}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    let body = &reply.body[..reply.cut.unwrap_or(reply.body.len()).min(reply.body.len())];
    match reply.drip {
        Some((bytes, time)) => {
            for piece in body.chunks(bytes) {
                stream.write_all(piece)?;
                stream.flush()?;
                thread::sleep(time);
            }
        }
        None => stream.write_all(body)?,
    }
    stream.flush()
}
