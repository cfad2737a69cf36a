//! A short name for the place of an observation, and the bytes that stand there.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};
use std::str::FromStr;

use daryn_model::Diagnostic;
use zip::ZipArchive;

use crate::row::Place;
use crate::sink::Stream;
use crate::source::{Bytes, Packing, Source};

/// Names the place of an observation in a file with certain bytes: the first eight digits of the
/// SHA-256 of the file as stored, the stream where it is not the first one, the bytes in it, and
/// the cell of a sheet: `3fb2a1c0:1234-1290`, `3fb2a1c0:2!88-131`, `3fb2a1c0:1!88-131@C5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DarynId {
    digest: u32,
    place: Place,
}

impl DarynId {
    /// The name of a place in a file with this SHA-256, of which the first eight digits count.
    /// `None` where there are none.
    pub fn new(sha256: &str, place: Place) -> Option<DarynId> {
        let digits = sha256.get(..8)?;
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let digest = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
        Some(DarynId { digest, place })
    }

    /// The place.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The first eight digits of the SHA-256 of the file.
    pub fn digest(&self) -> String {
        format!("{:08x}", self.digest)
    }
}

impl fmt::Display for DarynId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.digest();
        place(&mut text, self.place);
        f.write_str(&text)
    }
}

/// Adds what stands behind the digest. There is one for each observation: no formatter is asked.
pub(crate) fn place(text: &mut String, place: Place) {
    let Place { stream, start, end, cell } = place;
    text.push(':');
    if stream > 0 {
        decimal(text, stream.into());
        text.push('!');
    }
    decimal(text, start);
    text.push('-');
    decimal(text, end);
    if let Some((row, column)) = cell {
        text.push('@');
        text.push_str(&letters(column));
        decimal(text, row.into());
    }
}

/// Adds a number in decimal digits.
pub(crate) fn decimal(text: &mut String, mut number: u64) {
    let (mut digits, mut at) = ([b'0'; 20], 20);
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    text.push_str(str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// Letters of a column as spreadsheets write them: 1 is A, 27 is AA.
pub(crate) fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The number of a column, from 1.
fn column(letters: &str) -> Option<u32> {
    letters.bytes().try_fold(0u32, |number, letter| {
        let digit = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        number.checked_mul(26)?.checked_add(digit)
    })
}

/// It is no name of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoId;

impl FromStr for DarynId {
    type Err = NoId;

    fn from_str(text: &str) -> Result<DarynId, NoId> {
        let parse = || {
            let (digest, rest) = text.trim().split_once(':').filter(|(at, _)| at.len() == 8)?;
            let (rest, cell) = match rest.split_once('@') {
                Some((rest, cell)) => {
                    let (name, row) = cell.split_at(cell.find(|at: char| at.is_ascii_digit())?);
                    (rest, Some((number(row)?, column(name).filter(|at| *at > 0)?)))
                }
                None => (rest, None),
            };
            let (stream, rest) = rest.split_once('!').unwrap_or(("0", rest));
            let (start, end) = rest.split_once('-')?;
            let (stream, start, end) = (number(stream)?, number(start)?, number(end)?);
            let place = Place { stream, start, end, cell };
            DarynId::new(digest, place).filter(|_| start <= end)
        };
        parse().ok_or(NoId)
    }
}

/// A number of digits only.
fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok().filter(|_| text.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The bytes that a name stands for.
///
/// `streams` are those that the reader of the file announced; without them the streams of an
/// archive are its entries in their order.
///
/// # Errors
/// `stats-cite-other-file` where the file is not the one that is cited, `stats-cite-outside` where
/// it has no such stream or bytes, `stats-unreadable` where it cannot be read.
pub fn cite(source: &Source, id: &DarynId, streams: &[Stream]) -> Result<Vec<u8>, Diagnostic> {
    let error = |code: &str| Diagnostic::error(code, source.name(), 0).with("id", id);
    let unreadable = |reason: String| {
        Diagnostic::error("stats-unreadable", source.name(), 0).with("reason", reason)
    };
    let io = |reason: io::Error| unreadable(reason.to_string());
    let found = source.sha256().map_err(io)?;
    if !found.starts_with(&id.digest()) {
        let found = found.get(..8).unwrap_or_default();
        return Err(error("stats-cite-other-file").with("found", found));
    }
    let Place { stream, start, end, .. } = id.place;
    let bytes = match source.packing().map_err(io)? {
        Packing::Zip => {
            let mut archive = ZipArchive::new(source.raw().map_err(io)?)
                .map_err(|at| unreadable(at.to_string()))?;
            let Some(index) = entry(&mut archive, stream, streams) else {
                return Err(error("stats-cite-outside"));
            };
            let mut file = archive.by_index(index).map_err(|at| unreadable(at.to_string()))?;
            part(&mut file, start, end).map_err(io)?
        }
        _ if stream > 0 => return Err(error("stats-cite-outside")),
        Packing::Gzip => part(&mut source.stream().map_err(io)?, start, end).map_err(io)?,
        Packing::Plain => {
            let mut raw = source.raw().map_err(io)?;
            raw.seek(SeekFrom::Start(start)).map_err(io)?;
            part(&mut raw, 0, end - start).map_err(io)?
        }
    };
    if bytes.len() as u64 == end - start { Ok(bytes) } else { Err(error("stats-cite-outside")) }
}

/// The entry of an archive that is a stream.
fn entry(
    archive: &mut ZipArchive<Box<dyn Bytes>>,
    stream: u32,
    streams: &[Stream],
) -> Option<usize> {
    let stream = stream as usize;
    if streams.is_empty() {
        let mut files = (0..archive.len()).filter(|index| {
            archive
                .name_for_index(*index)
                .is_some_and(|name| !name.is_ok_and(|name| name.ends_with('/')))
        });
        return files.nth(stream);
    }
    let stream = streams.get(stream)?;
    archive.index_for_name(if stream.part.is_empty() { &stream.name } else { &stream.part })
}

/// Some bytes of a stream; fewer where it ends before.
fn part(stream: &mut dyn Read, start: u64, end: u64) -> io::Result<Vec<u8>> {
    io::copy(&mut stream.take(start), &mut io::sink())?;
    let mut bytes = Vec::new();
    stream.take(end - start).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let place = |stream, start, end, cell| Place { stream, start, end, cell };
        let digest = "3fb2a1c0aa";
        for (place, expected) in [
            (place(0, 1234, 1290, None), "3fb2a1c0:1234-1290"),
            (place(2, 88, 131, None), "3fb2a1c0:2!88-131"),
            (place(1, 88, 131, Some((5, 3))), "3fb2a1c0:1!88-131@C5"),
            (place(1, 0, 0, Some((1, 703))), "3fb2a1c0:1!0-0@AAA1"),
            (place(0, 1, u64::MAX, None), "3fb2a1c0:1-18446744073709551615"),
        ] {
            let id = DarynId::new(digest, place).expect("a name");
            assert_eq!(id.to_string(), expected);
            assert_eq!(expected.parse(), Ok(id));
        }
        for text in [
            "",
            "3fb2a1c0",
            "3fb2a1c:1-2",
            "3fb2a1c0:2-1",
            "3fb2a1c0:1",
            "3fb2a1c0:-1-2",
            "3fb2a1c0:+1-2",
            "+fb2a1c0:1-2",
            "3fb2a1c0:1-2@5",
            "3fb2a1c0:1-2@C",
            "3fb2a1c0:1-2@c5",
            "3fb2a1c0:1!2!3-4",
            "3fb2a1c0:99999999999!1-2",
            "3fb2a1c0:1-2@ZZZZZZZZZZ1",
            "日本:1-2",
        ] {
            assert_eq!(text.parse::<DarynId>(), Err(NoId), "{text}");
        }
    }

    #[test]
    fn bytes_are_those_of_the_stream_and_of_no_other_file() {
        let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        for (name, text) in [("a/", ""), ("a/1.csv", "first"), ("b.csv", "second")] {
            let options = zip::write::SimpleFileOptions::default();
            if name.ends_with('/') {
                zip.add_directory(name, options).expect("a folder");
            } else {
                zip.start_file(name, options).expect("an entry");
                zip.write_all(text.as_bytes()).expect("written");
            }
        }
        let zip = Source::bytes("a.zip", zip.finish().expect("packed").into_inner());
        let plain = Source::bytes("a.csv", *b"a,b\n1,2\n");
        let ask = |source: &Source, place: (u32, u64, u64), streams: &[Stream]| {
            let digest = source.sha256().expect("a digest");
            let place = Place { stream: place.0, start: place.1, end: place.2, cell: None };
            let found = cite(source, &DarynId::new(&digest, place).expect("a name"), streams);
            found.map(|bytes| String::from_utf8(bytes).expect("text")).map_err(|told| told.code)
        };
        let outside = Err("stats-cite-outside".to_owned());
        assert_eq!(ask(&plain, (0, 4, 7), &[]).as_deref(), Ok("1,2"));
        assert_eq!(ask(&plain, (0, 4, 9), &[]), outside);
        assert_eq!(ask(&plain, (1, 4, 7), &[]), outside);
        assert_eq!(ask(&zip, (0, 1, 5), &[]).as_deref(), Ok("irst"));
        assert_eq!(ask(&zip, (1, 0, 6), &[]).as_deref(), Ok("second"));
        assert_eq!(ask(&zip, (2, 0, 6), &[]), outside);
        let streams = [Stream { part: "b.csv".to_owned(), ..Stream::default() }];
        assert_eq!(ask(&zip, (0, 0, 3), &streams).as_deref(), Ok("sec"));
        let other = DarynId::new("00000000", Place::default()).expect("a name");
        let told = cite(&plain, &other, &[]).expect_err("another file");
        assert_eq!(told.code, "stats-cite-other-file");
    }
}
