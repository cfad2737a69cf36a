//! Files that are written piece by piece and appear whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use daryn_study::world::PARTIAL;

use crate::stop::Stop;

/// Stops where a file that is to be written would replace one that is read.
pub(crate) fn spare<'a>(
    out: &Path,
    inputs: impl IntoIterator<Item = &'a Path>,
) -> Result<(), Stop> {
    let real = |path: &Path| path.canonicalize().ok();
    let Some(place) = real(out) else { return Ok(()) };
    match inputs.into_iter().find(|input| real(input).as_ref() == Some(&place)) {
        Some(input) => Err(Stop::problem("output-is-read", &[("path", &input.display())])),
        None => Ok(()),
    }
}

/// A file that takes its name when all of it is written. Until then it stands beside, and it is
/// removed where it does not come to that.
pub(crate) struct Whole {
    path: PathBuf,
    partial: PathBuf,
    /// `None` when it has taken its name.
    out: Option<BufWriter<File>>,
}

impl Whole {
    /// Begins a file in a folder that is there: a folder that is not is a mistyped one.
    pub(crate) fn create(path: &Path) -> Result<Whole, Stop> {
        let failed = |error: io::Error| Stop::write_failed(path, &error);
        if path.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        if !folder.as_os_str().is_empty() && !folder.is_dir() {
            return Err(Stop::problem("output-folder", &[("path", &folder.display())]));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let partial = path.with_file_name(format!("{PARTIAL}{}-{name}", std::process::id()));
        let file = File::create(&partial).map_err(failed)?;
        Ok(Whole { path: path.to_owned(), partial, out: Some(BufWriter::new(file)) })
    }

    /// Ends the file.
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        let ended = match self.out.take().map(BufWriter::into_inner) {
            Some(Ok(file)) => {
                drop(file);
                fs::rename(&self.partial, &self.path)
            }
            Some(Err(error)) => Err(error.into_error()),
            None => Ok(()),
        };
        ended.map_err(|error| {
            let _ = fs::remove_file(&self.partial);
            Stop::write_failed(&self.path, &error)
        })
    }

    /// What stops the command where the file cannot be written.
    pub(crate) fn failed(&self, error: &io::Error) -> Stop {
        Stop::write_failed(&self.path, error)
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.as_mut().map_or(Ok(0), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if self.out.take().is_some() {
            // The reason why it is not whole is told; that a part of it stays need not be.
            let _ = fs::remove_file(&self.partial);
        }
    }
}
