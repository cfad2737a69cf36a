//! Where the real texts and what people said of them are.

use std::path::{Path, PathBuf};

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the texts, which are not part of the project; none where they are absent.
pub(crate) fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("DARYN_SHARED").map(PathBuf::from);
    let folder = shared.unwrap_or_else(|| root().join("../shared")).join("data/documents");
    folder.is_dir().then_some(folder)
}
