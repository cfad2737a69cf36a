//! What all readers of text do at the beginning and around rows.

use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};
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

/// Labels that were given: each is given once, as long as there are not too many.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    seen: HashSet<u64>,
    hasher: RandomState,
}

/// Labels that are remembered as given; of more, labels are given again.
const MOST_LABELS: usize = 1 << 18;

impl Labels {
    /// Whether a label was not given before.
    pub(crate) fn is_new(&mut self, component: &str, code: &str, text: &str) -> bool {
        let mut hasher = self.hasher.build_hasher();
        for part in [component, code, text] {
            hasher.write(part.as_bytes());
            // No byte of UTF-8: parts cannot run into each other.
            hasher.write_u8(0xff);
        }
        let hash = hasher.finish();
        if self.seen.len() >= MOST_LABELS {
            !self.seen.contains(&hash)
        } else {
            self.seen.insert(hash)
        }
    }
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
