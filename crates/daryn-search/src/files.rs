//! Which files of a folder are looked at.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use daryn_model::Diagnostic;
use daryn_study::folder::STUDY;

/// A file that may be a document.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Path relative to the folder, with `/` between folders.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Text that another program recognised on the pages of a PDF: `NAME.pdf.txt` beside it.
    pub side: Option<PathBuf>,
    /// Bytes, with those of the text beside it.
    pub size: u64,
    /// When it or the text beside it was last written, in nanoseconds since 1970.
    pub modified: i64,
}

/// What stands in a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files by name.
    pub files: Vec<Listed>,
    /// How many files are by their names no documents, or links that lead nowhere.
    pub skipped: usize,
    /// Folders that cannot be read.
    pub problems: Vec<Diagnostic>,
}

/// Endings of files that hold data, pictures or programs.
const OTHERS: &[&str] = &[
    "7z", "avi", "bmp", "bz2", "c", "cpp", "css", "csv", "db", "dll", "exe", "gif", "gz", "h",
    "ico", "jpeg", "jpg", "js", "lock", "mjs", "mov", "mp3", "mp4", "ods", "otf", "png", "ppt",
    "pptx", "py", "rar", "rs", "sh", "so", "sqlite", "svg", "tar", "tif", "tiff", "toml", "tsv",
    "ttf", "wav", "webp", "woff", "woff2", "xls", "xlsx", "xz", "yaml", "yml", "zip",
];

/// Endings of documents: one that cannot be read is told.
const DOCUMENTS: &[&str] = &[
    "doc", "docx", "eml", "fodt", "htm", "html", "json", "markdown", "md", "mht", "mhtml", "odt",
    "pdf", "rtf", "text", "txt", "xhtml",
];

/// Whether a file claims by its name to be a document.
pub fn is_document(name: &str) -> bool {
    DOCUMENTS.contains(&ending(name).as_str())
}

/// Lists a folder with all folders in it but hidden ones, or a single file.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn list(root: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let metadata = fs::metadata(root)?;
    if !metadata.is_dir() {
        let name = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut file = listed(name, root.to_owned(), &metadata);
        let beside = root.with_file_name(format!("{}{SIDE}", file.name));
        if let (true, Ok(metadata)) = (is_pdf(&file.name), fs::metadata(&beside)) {
            file.take(listed(String::new(), beside, &metadata));
        }
        listing.files.push(file);
        return Ok(listing);
    }
    // Links may lead in a circle, or twice to one folder.
    let mut seen = BTreeSet::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((folder, name)) = open.pop() {
        match entries(&folder, &name, &mut seen, &mut listing) {
            Ok(folders) => open.extend(folders.into_iter().rev()),
            Err(error) if name.is_empty() => return Err(error),
            Err(error) => {
                let problem = Diagnostic::error("read-unreadable", name.trim_end_matches('/'), 0);
                listing.problems.push(problem.with("reason", error));
            }
        }
    }
    listing.files.sort_by(|a, b| a.name.cmp(&b.name));
    take_sides(&mut listing.files);
    Ok(listing)
}

const SIDE: &str = ".txt";

fn is_pdf(name: &str) -> bool {
    ending(name) == "pdf"
}

impl Listed {
    /// Takes recognised text: a change of it is a change of the file.
    fn take(&mut self, side: Listed) {
        self.size += side.size;
        self.modified = self.modified.max(side.modified);
        self.side = Some(side.path);
    }
}

/// Gives recognised texts to their PDFs: they are no documents of their own.
fn take_sides(files: &mut Vec<Listed>) {
    let pdfs: Vec<usize> = (0..files.len()).filter(|place| is_pdf(&files[*place].name)).collect();
    let mut sides = BTreeSet::new();
    for pdf in pdfs {
        let name = format!("{}{SIDE}", files[pdf].name);
        if let Ok(place) = files.binary_search_by(|file| file.name.cmp(&name)) {
            let side = files[place].clone();
            files[pdf].take(side);
            sides.insert(place);
        }
    }
    let mut place = 0;
    files.retain(|_| {
        place += 1;
        !sides.contains(&(place - 1))
    });
}

/// Takes the files of a folder and gives the folders in it.
fn entries(
    folder: &Path,
    name: &str,
    seen: &mut BTreeSet<PathBuf>,
    listing: &mut Listing,
) -> io::Result<Vec<(PathBuf, String)>> {
    if !seen.insert(fs::canonicalize(folder)?) {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let is_study = entries.iter().any(|entry| entry.file_name() == STUDY);
    let mut folders = Vec::new();
    for entry in entries {
        let own = entry.file_name().to_string_lossy().into_owned();
        // Word puts `~$NAME` beside a file that is open: it holds who opened it.
        if own.starts_with('.') || own.starts_with("~$") {
            continue;
        }
        let (path, name) = (entry.path(), format!("{name}{own}"));
        let metadata = match entry.metadata() {
            // What a link leads to may be gone: then there is nothing to read.
            Ok(metadata) if metadata.is_symlink() => match fs::metadata(&path) {
                Ok(metadata) => metadata,
                Err(_) => {
                    listing.skipped += 1;
                    continue;
                }
            },
            Ok(metadata) => metadata,
            Err(_) => continue,
        };
        if metadata.is_dir() {
            // What a study says is not what its documents say.
            if !(is_study && own == "report") {
                folders.push((path, format!("{name}/")));
            }
        } else if metadata.is_file() {
            if OTHERS.contains(&ending(&own).as_str()) {
                listing.skipped += 1;
            } else {
                listing.files.push(listed(name, path, &metadata));
            }
        }
    }
    Ok(folders)
}

fn listed(name: String, path: PathBuf, metadata: &Metadata) -> Listed {
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.map_or(0, |time| time.as_nanos() as i64);
    Listed { name, path, side: None, size: metadata.len(), modified }
}

fn ending(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
}
