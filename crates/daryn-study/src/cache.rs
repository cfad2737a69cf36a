//! The stage cache: outputs by the digest of everything that went into them.
//!
//! Layout, version 1: `cache-v1/<2 digits>/<64 digits>` holds a head line
//! `daryn-cache 1 <sha256 of the body> <bytes of the body>` and then the body. A new layout gets a
//! new folder name; old folders are never read.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use daryn_model::Diagnostic;

use crate::digest::Digest;
use crate::world::{Change, Failed, World};

/// Outputs of earlier runs.
pub struct Cache<'a> {
    world: &'a dyn World,
    /// `None` keeps nothing, as `verify` needs it.
    folder: Option<PathBuf>,
    /// Part of every key: outputs of one build of the program are never used by another.
    build: String,
    warnings: Mutex<Vec<Diagnostic>>,
}

impl<'a> Cache<'a> {
    /// A cache below the folder `.daryn` of a study, for one build of the program.
    pub fn in_folder(world: &'a dyn World, folder: &Path, build: &str) -> Cache<'a> {
        let folder = Some(folder.join("cache-v1"));
        Cache { world, folder, build: build.to_owned(), warnings: Mutex::new(Vec::new()) }
    }

    /// A cache that remembers nothing.
    pub fn none(world: &'a dyn World) -> Cache<'a> {
        Cache { world, folder: None, build: String::new(), warnings: Mutex::new(Vec::new()) }
    }

    fn path(&self, key: &Digest) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let name = Digest::of(format!("{}/{key}", self.build).as_bytes());
        Some(folder.join(&name.as_str()[..2]).join(name.as_str()))
    }

    /// The body under a key, checked against its digest. A damaged entry is dropped with a warning.
    pub fn get(&self, key: &Digest) -> Option<(Digest, Vec<u8>)> {
        let path = self.path(key)?;
        let bytes = self.world.read(&path).ok()?;
        let entry = parse(&bytes).filter(|(digest, body)| Digest::of(body) == *digest);
        match entry {
            Some((digest, body)) => Some((digest, body.to_vec())),
            None => {
                let name = self.name(&path);
                if let Ok(mut warnings) = self.warnings.lock() {
                    warnings.push(Diagnostic::warning("damaged-cache", &name, 0));
                }
                // If it cannot be removed it will be overwritten.
                let _ = self.world.remove(&path);
                None
            }
        }
    }

    /// How an entry is called in a message: short in a study, with its folder elsewhere.
    fn name(&self, path: &Path) -> String {
        let entry = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = self.folder.as_deref().unwrap_or(Path::new(""));
        if folder.parent().is_some_and(|parent| parent.ends_with(crate::folder::STORE)) {
            format!(".daryn/cache-v1/{entry:.12}")
        } else {
            format!("{}/{entry:.12}", folder.display())
        }
    }

    /// Keeps a body under a key.
    pub fn put(&self, key: &Digest, digest: &Digest, body: &[u8]) -> Result<(), Failed> {
        let Some(path) = self.path(key) else { return Ok(()) };
        let mut bytes = format!("daryn-cache 1 {digest} {}\n", body.len()).into_bytes();
        bytes.extend_from_slice(body);
        self.world.apply(&[Change::Write(&path, &bytes)])
    }

    /// Warnings about damaged entries, in a fixed order.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let mut warnings =
            self.warnings.lock().map(|warnings| warnings.clone()).unwrap_or_default();
        daryn_model::diagnostic::sort(&mut warnings);
        warnings
    }
}

fn parse(bytes: &[u8]) -> Option<(Digest, &[u8])> {
    let end = bytes.iter().take(120).position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut words = head.strip_prefix("daryn-cache 1 ")?.split(' ');
    let digest = Digest::parse(words.next()?)?;
    let length: usize = words.next()?.parse().ok()?;
    let body = &bytes[end + 1..];
    (body.len() == length && words.next().is_none()).then_some((digest, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Disk;

    #[test]
    fn a_damaged_entry_is_dropped_with_a_warning() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = Digest::of(b"key");
        let body = b"body".as_slice();
        for position in 0..(13 + 64 + 3 + 4) {
            let cache = Cache::in_folder(&Disk, folder.path(), "test");
            cache.put(&key, &Digest::of(body), body).expect("written");
            let path = cache.path(&key).expect("a path");
            let mut bytes = std::fs::read(&path).expect("read");
            bytes[position] ^= 1;
            std::fs::write(&path, bytes).expect("written");
            assert!(cache.get(&key).is_none(), "byte {position}");
            assert_eq!(cache.warnings().len(), 1);
            assert!(!path.exists());
        }
    }

    #[test]
    fn what_was_put_is_got() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::in_folder(&Disk, folder.path(), "test");
        let (key, digest) = (Digest::of(b"key"), Digest::of(b""));
        cache.put(&key, &digest, b"").expect("written");
        assert_eq!(cache.get(&key), Some((digest, Vec::new())));
        assert!(Cache::none(&Disk).get(&key).is_none());
        let other = Cache::in_folder(&Disk, folder.path(), "another build");
        assert!(other.get(&key).is_none());
    }
}
