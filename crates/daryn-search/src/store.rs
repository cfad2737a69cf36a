//! The index of a folder: made once, kept outside of the folder, and mended where files changed.
//!
//! Layout, version 1: `search-v1/<digest of the folder's path>/manifest` holds a head line
//! `daryn-search 1 <sha256 of the body> <bytes of the body>` and then the body as JSON; beside it
//! stand segments, named by the digests of their bytes and never changed. A new layout gets a new
//! folder name. Whatever is damaged is made anew; nothing in an index is worth keeping.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use daryn_model::{Diagnostic, Severity};
use daryn_read::{Document, LARGEST};
use daryn_study::engine::Progress;
use daryn_study::{Digest, Disk, World, world};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::bytes::{Damaged, Place};
use crate::files::{self, Listed, Listing};
use crate::segment::{Builder, Segment};

/// Bytes of files in a segment: what one thread has in memory at a time, a few times over.
const BATCH: u64 = 8_000_000;

/// Segments of fewer bytes are joined when there are more than [`SMALL_ONES`].
const SMALL: u64 = 1_000_000;
const SMALL_ONES: usize = 16;

/// An index of a folder that can be searched.
#[derive(Debug)]
pub struct Index {
    /// Names of the documents, relative to the folder, in order.
    pub documents: Vec<String>,
    /// Problems of files and folders.
    pub problems: Vec<Diagnostic>,
    /// How many files are no documents.
    pub skipped: usize,
    /// How many files were read just now.
    pub read: usize,
    /// Whether there was an index that was damaged.
    pub damaged: bool,
    /// Why the index could not be kept, if it could not.
    pub not_kept: Option<String>,
    pub(crate) segments: Vec<Segment>,
}

/// Where an index is kept, for which build of the program.
#[derive(Debug, Clone, Copy)]
pub struct Keep<'a> {
    /// The folder of the user for what can be made again; `None` where there is none.
    pub folder: Option<&'a Path>,
    /// An index of one build is never used by another.
    pub build: &'a str,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Manifest {
    build: String,
    files: Vec<Entry>,
    segments: Vec<Part>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Part {
    name: Digest,
    bytes: u64,
}

/// What is known of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    name: String,
    size: u64,
    modified: i64,
    /// It could have changed since without that its size and time tell: it is looked at again.
    doubtful: bool,
    sha256: String,
    /// Its segment and its number there; `None` where nothing was read from it.
    place: Option<(u32, u32)>,
    /// It is no document.
    skipped: bool,
    problems: Vec<Diagnostic>,
}

impl Index {
    /// Opens the index of a folder or a file; files that are new or changed are read.
    pub fn open(root: &Path, keep: Keep<'_>, progress: Progress<'_>) -> io::Result<Index> {
        let listing = files::list(root)?;
        let folder = match keep.folder {
            Some(folder) => Ok(folder_of(folder, root)?),
            None => Err(String::new()),
        };
        if let Ok(folder) = &folder
            && let Ok(Some(manifest)) = load(folder, keep.build)
            && listing.files.len() == manifest.files.len()
            && listing.files.iter().zip(&manifest.files).all(|(file, entry)| entry.is_of(file))
            && let Ok(segments) = open_segments(folder, &manifest)
            && let Ok(index) = assembled(&manifest, segments, &listing)
        {
            return Ok(index);
        }
        let (folder, lock, not_kept) = match folder {
            Ok(folder) => match locked(&folder) {
                Ok(lock) => (Some(folder), Some(lock), None),
                Err(error) => (None, None, Some(format!("{}: {error}", folder.display()))),
            },
            Err(reason) => (None, None, Some(reason)),
        };
        let work = Work { folder: folder.as_deref(), build: keep.build, progress };
        let mut index = work.update(&listing)?;
        index.not_kept = index.not_kept.or(not_kept);
        drop(lock);
        Ok(index)
    }

    /// Drops the index of a folder, so that it is made anew.
    pub fn forget(root: &Path, keep: Keep<'_>) {
        if let Some(folder) = keep.folder.and_then(|folder| folder_of(folder, root).ok()) {
            // If it cannot be removed it cannot be replaced either, and that will be told.
            let _ = fs::remove_file(folder.join(MANIFEST));
        }
    }
}

const MANIFEST: &str = "manifest";
const HEAD: &str = "daryn-search 1";

fn folder_of(cache: &Path, root: &Path) -> io::Result<PathBuf> {
    let root = fs::canonicalize(root)?;
    let digest = Digest::of(root.as_os_str().as_encoded_bytes());
    Ok(cache.join("search-v1").join(&digest.as_str()[..32]))
}

/// Keeps other runs from making the same index; the lock goes when the file is closed.
fn locked(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join("lock");
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    match file.lock() {
        // Some file systems know no locks: better to write twice than not at all.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

/// The manifest of a folder; `None` where there is none, or one of another build.
fn load(folder: &Path, build: &str) -> Result<Option<Manifest>, Damaged> {
    let bytes = match fs::read(folder.join(MANIFEST)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(Damaged),
    };
    let end = bytes.iter().take(120).position(|byte| *byte == b'\n').ok_or(Damaged)?;
    let (head, body) = (&bytes[..end], &bytes[end + 1..]);
    if head != format!("{HEAD} {} {}", Digest::of(body), body.len()).as_bytes() {
        return Err(Damaged);
    }
    let manifest: Manifest = serde_json::from_slice(body).map_err(|_| Damaged)?;
    Ok(Some(manifest).filter(|manifest| manifest.build == build))
}

/// Opens the segments of a manifest.
fn open_segments(folder: &Path, manifest: &Manifest) -> Result<Vec<Segment>, Damaged> {
    let open = |part: &Part| {
        let file = File::open(path_of(folder, &part.name)).map_err(|_| Damaged)?;
        Segment::open(Place::file(file).map_err(|_| Damaged)?)
    };
    manifest.segments.par_iter().map(open).collect()
}

/// An index of the files that a manifest names.
fn assembled(
    manifest: &Manifest,
    mut segments: Vec<Segment>,
    listing: &Listing,
) -> Result<Index, Damaged> {
    for segment in &mut segments {
        segment.documents = vec![None; segment.count as usize];
    }
    let mut index = Index {
        documents: Vec::new(),
        problems: listing.problems.clone(),
        skipped: listing.skipped,
        read: 0,
        damaged: false,
        not_kept: None,
        segments: Vec::new(),
    };
    for entry in &manifest.files {
        index.problems.extend(entry.problems.iter().cloned());
        index.skipped += usize::from(entry.skipped);
        if let Some((segment, number)) = entry.place {
            let segment = segments.get_mut(segment as usize).ok_or(Damaged)?;
            let rank = segment.documents.get_mut(number as usize).ok_or(Damaged)?;
            *rank = Some(index.documents.len() as u32);
            index.documents.push(entry.name.clone());
        }
    }
    index.segments = segments;
    Ok(index)
}

fn path_of(folder: &Path, name: &Digest) -> PathBuf {
    folder.join(format!("{}.segment", &name.as_str()[..32]))
}

impl Entry {
    fn is_of(&self, file: &Listed) -> bool {
        self.name == file.name
            && self.size == file.size
            && self.modified == file.modified
            && !self.doubtful
    }
}

/// Mends an index.
struct Work<'a> {
    folder: Option<&'a Path>,
    build: &'a str,
    progress: Progress<'a>,
}

/// Where the segment of a file is while an index is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// An old segment.
    Old(u32),
    /// The one that a task has made.
    Made(usize),
}

/// What a task made of some files.
struct Made {
    /// Entries, and whether they are of the new segment.
    entries: Vec<(Entry, bool)>,
    segment: Option<(Part, Segment)>,
    not_kept: Option<String>,
    read: usize,
}

/// A file to be looked at, and what was known of it.
type Asked<'a> = (&'a Listed, Option<&'a Entry>);

impl Work<'_> {
    fn update(&self, listing: &Listing) -> io::Result<Index> {
        let (old, mut segments, damaged) = self.old();
        let known: BTreeMap<&str, &Entry> =
            old.files.iter().map(|entry| (entry.name.as_str(), entry)).collect();
        let tired = tired(&old, &known, listing);
        let mut entries: BTreeMap<&str, (Entry, Owner)> = BTreeMap::new();
        let mut tasks: Vec<Vec<Asked<'_>>> = Vec::new();
        let mut size = 0;
        for file in &listing.files {
            let stays =
                |entry: &&Entry| entry.place.is_none_or(|(segment, _)| !tired.contains(&segment));
            let entry = known.get(file.name.as_str()).copied().filter(stays);
            if let Some(entry) = entry.filter(|entry| entry.is_of(file)) {
                let owner = Owner::Old(entry.place.map_or(0, |(segment, _)| segment));
                entries.insert(&file.name, (entry.clone(), owner));
                continue;
            }
            if tasks.is_empty() || size + file.size > BATCH {
                tasks.push(Vec::new());
                size = 0;
            }
            size += file.size;
            if let Some(task) = tasks.last_mut() {
                task.push((file, entry));
            }
        }
        let total = tasks.iter().map(Vec::len).sum();
        let done = AtomicUsize::new(0);
        let tell =
            |name: &str| (self.progress)(name, done.fetch_add(1, Ordering::Relaxed) + 1, total);
        let mut made: Vec<Made> =
            tasks.par_iter().map(|task| self.make(task, &tell)).collect::<io::Result<_>>()?;
        let (mut read, mut not_kept) = (0, None);
        for (task, (made, asked)) in made.iter_mut().zip(&tasks).enumerate() {
            read += made.read;
            not_kept = not_kept.or(made.not_kept.take());
            for ((entry, is_new), (file, _)) in made.entries.drain(..).zip(asked) {
                let old = Owner::Old(entry.place.map_or(0, |(segment, _)| segment));
                entries.insert(&file.name, (entry, if is_new { Owner::Made(task) } else { old }));
            }
        }
        let mut manifest = Manifest { build: self.build.to_owned(), ..Manifest::default() };
        let mut numbers: BTreeMap<Owner, u32> = BTreeMap::new();
        let mut used = Vec::new();
        for (mut entry, owner) in entries.into_values() {
            if let Some((segment, _)) = &mut entry.place {
                let next = used.len() as u32;
                *segment = *numbers.entry(owner).or_insert(next);
                if *segment == next {
                    let taken = match owner {
                        Owner::Old(number) => segments[number as usize].take(),
                        Owner::Made(task) => made[task].segment.take(),
                    };
                    let Some((part, segment)) = taken else { continue };
                    manifest.segments.push(part);
                    used.push(segment);
                }
            }
            manifest.files.push(entry);
        }
        if let Some(folder) = self.folder.filter(|_| not_kept.is_none()) {
            not_kept = keep(folder, &manifest).err().map(|error| error.to_string());
        }
        let mut index = assembled(&manifest, used, listing).map_err(io::Error::other)?;
        (index.read, index.damaged, index.not_kept) = (read, damaged, not_kept);
        Ok(index)
    }

    /// What there is, opened, before anything rests on it; and whether it was damaged.
    fn old(&self) -> (Manifest, Vec<Option<(Part, Segment)>>, bool) {
        let Some(folder) = self.folder else { return (Manifest::default(), Vec::new(), false) };
        let opened = load(folder, self.build).and_then(|manifest| match manifest {
            Some(manifest) => {
                let segments = open_segments(folder, &manifest)?;
                // Every place in it is a place in them.
                assembled(&manifest, segments, &Listing::default()).map(|it| (manifest, it))
            }
            None => Err(Damaged),
        });
        match opened {
            Ok((manifest, index)) => {
                let parts = manifest.segments.iter().cloned();
                let segments = parts.zip(index.segments).map(Some).collect();
                (manifest, segments, false)
            }
            Err(Damaged) => {
                let damaged = !matches!(load(folder, self.build), Ok(None));
                (Manifest::default(), Vec::new(), damaged)
            }
        }
    }

    /// Reads files and makes a segment of them.
    fn make(&self, task: &[Asked<'_>], tell: &(dyn Fn(&str) + Sync)) -> io::Result<Made> {
        let mut made = Made { entries: Vec::new(), segment: None, not_kept: None, read: 0 };
        let mut builder = Builder::default();
        for (file, known) in task {
            let (entry, document) = look(file, *known);
            made.read += usize::from(document.is_some());
            let is_new = document.is_some();
            made.entries.push((entry, is_new));
            if let Some(document) = document
                && let Some((entry, _)) = made.entries.last_mut()
                && entry.place.is_some()
            {
                entry.place = Some((0, builder.add(&document)));
            }
            tell(&file.name);
        }
        if builder.is_empty() {
            return Ok(made);
        }
        let bytes = builder.finish();
        let part = Part { name: Digest::of(&bytes), bytes: bytes.len() as u64 };
        let place = match self.folder {
            Some(folder) => {
                let path = path_of(folder, &part.name);
                let written =
                    Disk.write(&path, &bytes).and_then(|()| Place::file(File::open(&path)?));
                written.unwrap_or_else(|error| {
                    made.not_kept = Some(format!("{}: {error}", path.display()));
                    Place::Memory(bytes)
                })
            }
            None => Place::Memory(bytes),
        };
        made.segment = Some((part, Segment::open(place).map_err(io::Error::other)?));
        Ok(made)
    }
}

/// Segments that are made anew: with more gone than left in them, or too many small ones.
fn tired(old: &Manifest, known: &BTreeMap<&str, &Entry>, listing: &Listing) -> BTreeSet<u32> {
    let mut all = vec![0; old.segments.len()];
    let mut left = all.clone();
    for (segment, _) in old.files.iter().filter_map(|entry| entry.place) {
        all[segment as usize] += 1;
    }
    // A file of the same size has most likely not changed, whenever it was written.
    for file in &listing.files {
        if let Some(entry) = known.get(file.name.as_str()).filter(|entry| entry.size == file.size)
            && let Some((segment, _)) = entry.place
        {
            left[segment as usize] += 1;
        }
    }
    let small: Vec<usize> =
        (0..all.len()).filter(|place| old.segments[*place].bytes < SMALL).collect();
    let few = (0..all.len()).filter(|place| left[*place] * 2 < all[*place]);
    let joined = small.iter().copied().filter(|_| small.len() > SMALL_ONES);
    few.chain(joined).map(|place| place as u32).collect()
}

/// Looks at a file: what is known of it now, and the document if it was read.
fn look(file: &Listed, known: Option<&Entry>) -> (Entry, Option<Document>) {
    let mut entry = Entry {
        name: file.name.clone(),
        size: file.size,
        modified: file.modified,
        doubtful: false,
        sha256: String::new(),
        place: None,
        skipped: false,
        problems: Vec::new(),
    };
    let side = file.side.as_deref().map(bytes).transpose();
    let (bytes, side) = match bytes(&file.path).and_then(|bytes| Ok((bytes, side?))) {
        Ok(both) => both,
        Err(error) => {
            let problem = Diagnostic::error("read-unreadable", &file.name, 0);
            entry.problems.push(problem.with("reason", error));
            // Rights to a file are given without that it changes.
            entry.doubtful = true;
            return (entry, None);
        }
    };
    let beside = side.as_ref().map_or(0, |side| side.len() as u64);
    let seen = bytes.len() as u64 + beside;
    entry.doubtful = is_fresh(file.modified)
        || seen != file.size && (bytes.len() as u64) < MOST && beside < MOST;
    entry.sha256 = match &side {
        None => Digest::of(&bytes).into(),
        Some(side) => {
            let both = format!("{} {}", Digest::of(&bytes), Digest::of(side));
            Digest::of(both.as_bytes()).into()
        }
    };
    if let Some(known) = known.filter(|known| known.sha256 == entry.sha256) {
        let Entry { name, size, modified, doubtful, .. } = entry;
        return (Entry { name, size, modified, doubtful, ..known.clone() }, None);
    }
    let mut document = daryn_read::read_with(&bytes, &file.name, side.as_deref());
    entry.problems = std::mem::take(&mut document.diagnostics);
    let unread = entry.problems.iter().any(|problem| problem.severity == Severity::Error);
    if unread && !files::is_document(&file.name) {
        entry.problems.clear();
        entry.skipped = true;
    }
    if !unread || !document.text.is_empty() {
        // Its number is given when it is put into a segment.
        entry.place = Some((0, 0));
    }
    (entry, Some(document))
}

/// One byte more than can be read.
const MOST: u64 = LARGEST as u64 + 1;

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file was written so short a time ago that it could be written again in the same tick
/// of its file system's clock: two seconds where that shows no fractions, else a few milliseconds.
fn is_fresh(modified: i64) -> bool {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos() as i64);
    let tick = if modified % 1_000_000_000 == 0 { 2_000_000_000 } else { 50_000_000 };
    now.saturating_sub(modified) < tick
}

/// Writes a manifest, then removes what it does not name.
fn keep(folder: &Path, manifest: &Manifest) -> io::Result<()> {
    let body = serde_json::to_vec(manifest)?;
    let mut bytes = format!("{HEAD} {} {}\n", Digest::of(&body), body.len()).into_bytes();
    bytes.extend_from_slice(&body);
    Disk.write(&folder.join(MANIFEST), &bytes)?;
    let named: BTreeSet<PathBuf> =
        manifest.segments.iter().map(|part| path_of(folder, &part.name)).collect();
    for path in Disk.files_in(folder)? {
        let is_segment = path.extension().is_some_and(|ending| ending == "segment");
        if is_segment && !named.contains(&path) || world::is_partial(&path) {
            // Another run may still read it: it goes with the next change.
            let _ = fs::remove_file(path);
        }
    }
    Ok(())
}
