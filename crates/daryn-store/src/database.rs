//! Events on the disk: an SQLite database beside the study.
//!
//! Written with `journal_mode = WAL` and `synchronous = FULL`: a write that was acknowledged is on
//! the disk (<https://www.sqlite.org/wal.html>, <https://www.sqlite.org/pragma.html#pragma_synchronous>).
//! `application_id` tells whose file it is, `user_version` which schema it has.

mod birth;
mod schema;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use daryn_model::Diagnostic;
use rusqlite::{
    Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params,
};

use crate::event::{Event, New, Payload, VERSION};
use crate::state::State;
use crate::{Result, cloud, digest};

pub use daryn_study::folder::STORE_OF_CODINGS as FILE;

/// How long another program that is writing is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The events of a study.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    can_write: bool,
}

/// A store, and what is to be told of the place where it lies.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// Warnings.
    pub told: Vec<Diagnostic>,
}

/// What became of an event that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It is kept at this place.
    Kept(i64),
    /// An event of its name was kept before, at this place, and nothing was written.
    Known(i64),
}

impl Store {
    /// Opens the store of a study folder, and makes it where there is none. An older schema is
    /// brought up to date, behind a copy of the file.
    ///
    /// # Errors
    /// Where the file is damaged, of another program or of a later version, and where it cannot
    /// be read or written; then nothing of it is changed.
    pub fn open(folder: &Path) -> Result<Opened> {
        let path = folder.join(FILE);
        let mut told = Vec::new();
        if let Some(service) = cloud::service(folder) {
            told.push(Diagnostic::warning("store-cloud", FILE, 0).with("service", service));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        birth::be_there(&path)?;
        let connection = open(&path, flags)?;
        let failed = |error| problem(&path, &error);
        let mode = write_ahead(&connection).map_err(failed)?;
        if mode != "wal" {
            told.push(Diagnostic::warning("store-no-wal", FILE, 0));
        }
        connection.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
        let can_write = can_write(&connection, &path)?;
        let mut store = Store { connection, path, can_write };
        schema::bring_up(&mut store.connection, &store.path, schema::STEPS)?;
        Ok(Opened { store, told })
    }

    /// Opens the store of a study folder that has one; to read it alone where it cannot be
    /// written.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_there(folder: &Path) -> Result<Opened> {
        let failed = match Store::open(folder) {
            Err(failed) if failed.code == "store-failed" => failed,
            done => return done,
        };
        match Store::open_to_read(folder) {
            Ok(Some(store)) => {
                Ok(Opened { store: Store { can_write: false, ..store }, told: Vec::new() })
            }
            _ => Err(failed),
        }
    }

    /// Opens the store of a study folder to read it; nothing where there is none. Nothing is
    /// written, an older schema is read as it is. Where neither the folder nor the file can be
    /// written, and no program has it open, it is read as a file that does not change
    /// (<https://www.sqlite.org/uri.html#uriimmutable>).
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_to_read(folder: &Path) -> Result<Option<Store>> {
        let path = folder.join(FILE);
        if !path.is_file() {
            return Ok(None);
        }
        birth::not_empty(&path)?;
        // Reading a file with a log beside it needs to be able to write that log's index.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match open(&path, flags) {
            Err(failed) if failed.code == "store-failed" && has_no_log(&path) => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
                    | OpenFlags::SQLITE_OPEN_URI
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                open_as(&immutable(&path), &path, flags).map_err(|_| failed)?
            }
            opened => opened?,
        };
        let can_write = can_write(&connection, &path)?;
        match schema::version(&connection, &path)? {
            0 => Ok(None),
            _ => Ok(Some(Store { connection, path, can_write })),
        }
    }

    /// Whether something can be kept in it.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.can_write
    }

    /// Keeps an event. When this returns, it is on the disk.
    ///
    /// # Errors
    /// Where it cannot be written: it is not kept then.
    pub fn append(&mut self, new: &New) -> Result<Appended> {
        let Store { connection, path, .. } = self;
        let failed = |error| problem(path, &error);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        write(transaction, path, &[], new)
    }

    /// Keeps an event if it follows the one of this place, with contents that it names; else
    /// somebody else kept one meanwhile, and nothing is written and given.
    ///
    /// # Errors
    /// As [`Store::append`].
    pub fn append_behind(
        &mut self,
        last: i64,
        new: &New,
        contents: &[&[u8]],
    ) -> Result<Option<Appended>> {
        let Store { connection, path, .. } = self;
        let failed = |error| problem(path, &error);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let sql = "SELECT coalesce(max(sequence), 0) FROM event";
        let found: i64 = transaction.query_row(sql, [], |row| row.get(0)).map_err(failed)?;
        if found != last {
            return Ok(None);
        }
        write(transaction, path, contents, new).map(Some)
    }

    /// Looks at all events and keeps one that follows from them, with contents that it names;
    /// nobody else can write between. Gives the event, too.
    ///
    /// # Errors
    /// Where it cannot be written, or `decide` gives none; then nothing is kept.
    pub fn append_with(
        &mut self,
        contents: &[&[u8]],
        decide: impl FnOnce(&[Event]) -> Result<New>,
    ) -> Result<(Appended, New)> {
        let Store { connection, path, .. } = self;
        let failed = |error| problem(path, &error);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let new = decide(&events(&transaction, path)?)?;
        Ok((write(transaction, path, contents, &new)?, new))
    }

    /// All events, the oldest first.
    ///
    /// # Errors
    /// Where one of them is not what was written, and where they cannot be read.
    pub fn events(&self) -> Result<Vec<Event>> {
        events(&self.connection, &self.path)
    }

    /// What holds now.
    ///
    /// # Errors
    /// As [`Store::events`].
    pub fn state(&self) -> Result<State> {
        Ok(State::of(&self.events()?))
    }

    /// Bytes that an event names by their digest.
    ///
    /// # Errors
    /// Where they are not there, or are others.
    pub fn content(&self, name: &str) -> Result<Vec<u8>> {
        let sql = "SELECT bytes FROM content WHERE digest = ?1";
        let bytes: Option<Vec<u8>> = self
            .connection
            .query_row(sql, [name], |row| row.get(0))
            .optional()
            .map_err(|error| problem(&self.path, &error))?;
        bytes
            .filter(|bytes| digest(bytes) == name)
            .ok_or_else(|| damaged(&self.path, &format!("content {name}")))
    }

    /// Where the database lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Writes an event and ends the transaction: when this returns, it is on the disk.
fn write(
    transaction: Transaction<'_>,
    path: &Path,
    contents: &[&[u8]],
    new: &New,
) -> Result<Appended> {
    let failed = |error| problem(path, &error);
    let known: Option<i64> = transaction
        .query_row("SELECT sequence FROM event WHERE id = ?1", [&new.id], |row| row.get(0))
        .optional()
        .map_err(failed)?;
    if let Some(sequence) = known {
        return Ok(Appended::Known(sequence));
    }
    for bytes in contents {
        let sql = "INSERT INTO content (digest, bytes) SELECT ?1, ?2 \
            WHERE NOT EXISTS (SELECT 1 FROM content WHERE digest = ?1)";
        transaction.execute(sql, params![digest(bytes), bytes]).map_err(failed)?;
    }
    let payload = serde_json::to_string(&new.payload).unwrap_or_default();
    let undoes = new.payload.undoes.as_deref();
    let kind = new.payload.kind();
    let sum = sum(&new.id, &new.time, &new.who, kind, &payload, undoes);
    let sql = "INSERT INTO event (id, time, who, kind, payload, undoes, digest) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    transaction
        .execute(sql, params![new.id, new.time, new.who, kind, payload, undoes, sum])
        .map_err(failed)?;
    let sequence = transaction.last_insert_rowid();
    transaction.commit().map_err(failed)?;
    Ok(Appended::Kept(sequence))
}

/// Opens a file and looks whether it is whole.
fn open(path: &Path, flags: OpenFlags) -> Result<Connection> {
    open_as(path.as_os_str(), path, flags)
}

fn open_as(name: &OsStr, path: &Path, flags: OpenFlags) -> Result<Connection> {
    let failed = |error| problem(path, &error);
    let connection = Connection::open_with_flags(name, flags).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    schema::check_owner(&connection, path)?;
    let found: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(failed)?;
    match found.as_str() {
        "ok" => Ok(connection),
        reason => Err(damaged(path, reason)),
    }
}

fn can_write(connection: &Connection, path: &Path) -> Result<bool> {
    let is_readonly = connection.is_readonly(rusqlite::MAIN_DB);
    is_readonly.map(|is| !is).map_err(|error| problem(path, &error))
}

/// Whether all that was kept is in the file itself.
fn has_no_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).map_or(true, |log| log.len() == 0)
}

/// The name under which SQLite reads a file without locks and logs.
fn immutable(path: &Path) -> OsString {
    let mut name = String::from("file:");
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte);
    let bytes = path.as_os_str().as_encoded_bytes();
    if cfg!(windows) && bytes.get(1) == Some(&b':') {
        name.push_str("///");
    }
    for byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => name.push('/'),
            byte if is_kept(*byte) => name.push(char::from(*byte)),
            byte => name.push_str(&format!("%{byte:02X}")),
        }
    }
    (name + "?immutable=1").into()
}

/// Asks for a log that is written ahead; gives the mode that the file has then.
fn write_ahead(connection: &Connection) -> rusqlite::Result<String> {
    let ask = || connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0));
    let began = Instant::now();
    loop {
        match ask() {
            // Another run makes the file just now; SQLite does not wait for it by itself here.
            Err(error) if is_busy(&error) && began.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            mode => return mode,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

fn events(connection: &Connection, path: &Path) -> Result<Vec<Event>> {
    let failed = |error| problem(path, &error);
    let sql = "SELECT sequence, id, time, who, kind, payload, undoes, digest FROM event \
        ORDER BY sequence";
    let mut statement = connection.prepare(sql).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut events = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let text = |at: usize| row.get::<_, String>(at).map_err(failed);
        let sequence: i64 = row.get(0).map_err(failed)?;
        let (id, time, who, kind, payload) = (text(1)?, text(2)?, text(3)?, text(4)?, text(5)?);
        let undoes: Option<String> = row.get(6).map_err(failed)?;
        if sum(&id, &time, &who, &kind, &payload, undoes.as_deref()) != text(7)? {
            return Err(damaged(path, &format!("event {sequence}")));
        }
        let payload = read_payload(path, sequence, &payload)?;
        let payload = Payload { undoes: undoes.clone(), ..payload };
        events.push(Event { sequence, id, time, who, payload, undoes });
    }
    Ok(events)
}

fn read_payload(path: &Path, sequence: i64, text: &str) -> Result<Payload> {
    serde_json::from_str(text).map_err(|error| {
        let version = serde_json::from_str::<serde_json::Value>(text).ok();
        let version = version.and_then(|value| value.get("version")?.as_u64()).unwrap_or(0);
        match version > u64::from(VERSION) {
            true => newer(path, version, u64::from(VERSION)),
            false => damaged(path, &format!("event {sequence}: {error}")),
        }
    })
}

/// What shows that an event is as it was written: a page may be well-formed and its words others.
fn sum(id: &str, time: &str, who: &str, kind: &str, payload: &str, undoes: Option<&str>) -> String {
    let mut all = Vec::new();
    for part in [id, time, who, kind, payload, undoes.unwrap_or_default()] {
        all.extend((part.len() as u64).to_le_bytes());
        all.extend(part.as_bytes());
    }
    digest(&all)
}

fn damaged(path: &Path, reason: &str) -> Box<Diagnostic> {
    told("store-damaged", path, reason)
}

fn newer(path: &Path, found: u64, known: u64) -> Box<Diagnostic> {
    let told = Diagnostic::error("store-newer", FILE, 0).with("path", path.display());
    Box::new(told.with("found", found).with("known", known))
}

fn told(code: &str, path: &Path, reason: &str) -> Box<Diagnostic> {
    let told = Diagnostic::error(code, FILE, 0).with("path", path.display());
    Box::new(told.with("reason", reason))
}

/// What a user can do about an error of SQLite.
fn problem(path: &Path, error: &rusqlite::Error) -> Box<Diagnostic> {
    let code = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "store-damaged",
        _ if is_busy(error) => "store-busy",
        _ => "store-failed",
    };
    told(code, path, &error.to_string())
}
