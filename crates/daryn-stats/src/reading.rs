//! What all readers of text do at the beginning and around rows.

use std::io::Read;

use crate::problems::Fault;
use crate::row::{Components, Row};
use crate::sink::{Sink, Stop, Stream, Told};
use crate::source::{Packing, Source};

/// Bytes by which a format is told.
pub(crate) const BEGINNING: u64 = 8 << 10;

/// The first bytes of the stream.
pub(crate) fn beginning(source: &Source) -> Result<Vec<u8>, Fault> {
    let mut first = Vec::new();
    source.stream()?.take(BEGINNING).read_to_end(&mut first)?;
    Ok(first)
}

/// Announces the one stream of a file that is plain or packed by gzip.
pub(crate) fn begin_stream(source: &Source, sink: &mut dyn Sink) -> Result<(), Fault> {
    let is_unpacked = source.packing()? == Packing::Gzip;
    sink.stream(&Stream { is_unpacked, ..Stream::default() });
    Ok(())
}

/// A sink that counts rows.
#[derive(Debug, Default)]
struct Counter(u64);

impl Sink for Counter {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        self.0 += 1;
        Ok(())
    }
}

/// Counts the rows that a reader gives.
pub(crate) fn count_rows(
    key: &'static str,
    read: impl FnOnce(&mut dyn Sink) -> Told,
) -> (Vec<(&'static str, u64)>, Told) {
    let mut counter = Counter::default();
    let told = read(&mut counter);
    (vec![(key, counter.0)], told)
}
