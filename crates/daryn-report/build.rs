//! Gives the program a fingerprint of its own sources, so that the stage cache of one build is
//! never used by another.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    let mut watched = vec![root.join("locales"), root.join("Cargo.lock")];
    for entry in fs::read_dir(root.join("crates")).into_iter().flatten().flatten() {
        watched.extend(["src", "data"].map(|folder| entry.path().join(folder)));
    }
    for path in watched.iter().filter(|path| path.exists()) {
        collect(path, &mut files);
        println!("cargo:rerun-if-changed={}", path.display());
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        if let Ok(bytes) = fs::read(&file) {
            file.strip_prefix(&root).unwrap_or(&file).hash(&mut hasher);
            bytes.hash(&mut hasher);
        }
    }
    println!("cargo:rustc-env=DARYN_BUILD={:016x}", hasher.finish());
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_owned());
    } else if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| collect(&entry.path(), files));
    }
}
