//! What a user names: a file, or a folder with the files of a data package or of Open SDG.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use daryn_model::{Diagnostic, Severity};

use crate::cite::{DarynId, cite};
use crate::format::Format;
use crate::info::Info;
use crate::open_sdg;
use crate::read::{self, Options};
use crate::row::{Components, Row};
use crate::sheets;
use crate::sink::{Sink, Stop, Stream, Told};
use crate::source::{Packing, Source};

/// A file, or files that belong together.
#[derive(Debug, Clone)]
pub struct Input {
    name: String,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    File(Source),
    /// A descriptor with tables beside it.
    Package(Source, PathBuf),
    /// A folder.
    OpenSdg(PathBuf),
}

impl From<Source> for Input {
    /// A single file, also one in memory. The tables of a descriptor of a data package do not stand
    /// beside it.
    fn from(source: Source) -> Input {
        Input { name: source.name().to_owned(), kind: Kind::File(source) }
    }
}

/// Name of the descriptor of a data package.
const PACKAGE: &str = "datapackage.json";

impl Input {
    /// Finds out what a path leads to.
    ///
    /// # Errors
    /// `stats-folder` where it is a folder that holds no data set of a known sort,
    /// `stats-unreadable` where it cannot be read. A file of no known format is told when it is
    /// read: with a mapping it may be of any.
    pub fn open(path: &Path) -> Result<Input, Diagnostic> {
        let name = path.display().to_string();
        if path.is_dir() {
            let descriptor = path.join(PACKAGE);
            let kind = if descriptor.is_file() {
                Kind::Package(Source::file(&descriptor), path.to_owned())
            } else if open_sdg::is_repository(path) {
                Kind::OpenSdg(path.to_owned())
            } else {
                return Err(Diagnostic::error("stats-folder", &name, 0));
            };
            return Ok(Input { name, kind });
        }
        let source = Source::file(path);
        let packing = source.packing().map_err(|error| {
            Diagnostic::error("stats-unreadable", source.name(), 0).with("reason", error)
        })?;
        let is_package = packing == Packing::Plain
            && read::tell(&source).is_ok_and(|format| format == Format::DataPackage);
        let kind = match path.parent() {
            Some(folder) if is_package => Kind::Package(source, folder.to_owned()),
            _ => Kind::File(source),
        };
        Ok(Input { name, kind })
    }

    /// The name that diagnostics use.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What sort of file it is.
    ///
    /// # Errors
    /// As of [`read::tell`].
    pub fn tell(&self) -> Result<Format, Diagnostic> {
        match &self.kind {
            Kind::File(source) => read::tell(source),
            Kind::Package(..) => Ok(Format::DataPackage),
            Kind::OpenSdg(_) => Ok(Format::OpenSdg),
        }
    }

    /// Reads everything: a row for each observation, an item for each code of a structure message.
    pub fn read(&self, options: &Options<'_>, sink: &mut dyn Sink) -> Told {
        match &self.kind {
            Kind::File(source) => read::read(source, options, sink),
            Kind::Package(source, _) => {
                let options = Options { mapping: None, ..*options };
                read::read_as(Format::DataPackage, source, &options, sink)
            }
            Kind::OpenSdg(folder) => {
                read::never_silent(&self.name, sink, |sink| open_sdg::read(folder, sink))
            }
        }
    }

    /// What it is, and how much of what stands in it. Of a repository of Open SDG files,
    /// indicators that are only announced, series and values are counted.
    ///
    /// # Errors
    /// Where it cannot be read to its end, or is of no format that is known.
    pub fn info(&self) -> Result<Info, Diagnostic> {
        let folder = match &self.kind {
            Kind::File(source) | Kind::Package(source, _) => return read::info(source),
            Kind::OpenSdg(folder) => folder,
        };
        let (indicators, told) = open_sdg::indicators(folder);
        let mut errors = told.problems.into_iter();
        if let Some(error) = errors.find(|one| one.severity == Severity::Error) {
            return Err(error);
        }
        let announced = indicators.iter().filter(|one| one.is_only_announced).count() as u64;
        let counts = [
            ("files", indicators.len() as u64),
            ("empty", announced),
            ("series", indicators.iter().map(|one| one.series).sum()),
            ("observations", indicators.iter().map(|one| one.values).sum()),
        ];
        let counts = counts.map(|(name, count)| (name.to_owned(), count));
        Ok(Info { format: Format::OpenSdg, counts: BTreeMap::from(counts) })
    }

    /// The file in which a stream stands.
    pub fn file(&self, stream: &Stream) -> Source {
        match &self.kind {
            Kind::File(source) => source.clone(),
            Kind::Package(_, folder) if stream.part.is_empty() && !stream.name.is_empty() => {
                Source::file(&folder.join(&stream.name))
            }
            Kind::Package(source, _) => source.clone(),
            Kind::OpenSdg(folder) => Source::file(&folder.join(&stream.name)),
        }
    }

    /// The bytes that the name of a place stands for.
    ///
    /// # Errors
    /// As of [`cite`], and where the file cannot be read as far as to the stream.
    pub fn cite(&self, id: &DarynId) -> Result<Vec<u8>, Diagnostic> {
        let place = id.place();
        if place.start == place.end && place.cell.is_some() {
            // A table out of a document: its cells are no bytes of the file.
            return Err(Diagnostic::error("stats-cite-no-bytes", &self.name, 0).with("id", id));
        }
        let source = match &self.kind {
            Kind::File(source) => {
                let packing = source.packing().map_err(|error| {
                    Diagnostic::error("stats-unreadable", &self.name, 0).with("reason", error)
                })?;
                if packing != Packing::Zip {
                    return cite(source, id, &[]);
                }
                let is_workbook = place.cell.is_some();
                let streams = match is_workbook {
                    true => sheets::streams(source)?,
                    false => self.streams(place.stream),
                };
                return cite(source, id, &streams);
            }
            Kind::Package(..) | Kind::OpenSdg(_) => {
                let streams = self.streams(place.stream);
                let Some(stream) = streams.get(place.stream as usize) else {
                    return Err(
                        Diagnostic::error("stats-cite-outside", &self.name, 0).with("id", id)
                    );
                };
                self.file(stream)
            }
        };
        // In its own file the stream is the first one; what is told names the place as it was given.
        let alone = crate::row::Place { stream: 0, ..place };
        match DarynId::new(&id.digest(), alone) {
            Some(alone) => cite(&source, &alone, &[]).map_err(|told| told.with("id", id)),
            None => Err(Diagnostic::error("stats-cite-outside", &self.name, 0).with("id", id)),
        }
    }

    /// The streams up to one, as the reader announces them.
    fn streams(&self, last: u32) -> Vec<Stream> {
        struct Streams(Vec<Stream>, usize);
        impl Sink for Streams {
            fn stream(&mut self, stream: &Stream) {
                self.0.push(stream.clone());
            }

            fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
                if self.0.len() > self.1 { Err(Stop) } else { Ok(()) }
            }
        }
        let mut streams = Streams(Vec::new(), last as usize);
        self.read(&Options::default(), &mut streams);
        streams.0
    }
}
