//! A text with one document on each line, read in blocks and counted by threads.
//!
//! Memory holds a few blocks for each thread, whatever the size of the text; a block is about a
//! megabyte, or one line where a line is longer. What is made of blocks is given back in their
//! order, whatever the number of threads.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// Bytes of a block.
const BLOCK: usize = 1 << 20;

/// Whole lines of a text.
#[derive(Debug, Default)]
pub struct Block {
    bytes: Vec<u8>,
    /// Whether the text begins here.
    is_first: bool,
}

/// A line that cannot be taken as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Odd {
    /// Bytes that are no UTF-8, read as U+FFFD.
    NotUtf8,
    /// It holds the char U+0000.
    Nul,
}

impl Block {
    /// Gives each line without its end, LF or CR LF, and what is odd about it. The mark of the
    /// byte order at the beginning of a text belongs to no line.
    pub fn for_each_line(&self, mut line: impl FnMut(&str, Option<Odd>)) {
        let mut bytes = &self.bytes[..];
        if self.is_first {
            bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        }
        if bytes.is_empty() {
            return;
        }
        bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let has_nul = bytes.contains(&0);
        let odd = |line: &str| (has_nul && line.contains('\0')).then_some(Odd::Nul);
        let bare = |line: &'_ str| line.strip_suffix('\r').map_or(line.len(), str::len);
        if let Ok(text) = str::from_utf8(bytes) {
            text.split('\n').for_each(|text| line(&text[..bare(text)], odd(text)));
            return;
        }
        for bytes in bytes.split(|byte| *byte == b'\n') {
            let text = String::from_utf8_lossy(bytes);
            let odd = match &text {
                Cow::Owned(_) => Some(Odd::NotUtf8),
                Cow::Borrowed(text) => odd(text),
            };
            line(&text[..bare(&text)], odd);
        }
    }

    /// How many bytes of the text the block has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether the block has no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

/// Works through a text in blocks on several threads, and takes what was made of each block in the
/// order of the text.
///
/// `worker` is asked once on each thread for what does the work. Where `take` breaks, no further
/// block is read.
///
/// # Errors
/// Where the text cannot be read; what was read before it is worked through.
pub fn in_blocks<T: Send, W: FnMut(&Block) -> T>(
    input: &mut (dyn Read + Send),
    threads: usize,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> io::Result<()> {
    let threads = threads.max(1);
    let (free, empty) = mpsc::channel::<Vec<u8>>();
    let (full, blocks) = mpsc::channel::<(usize, Block)>();
    let (done, made) = mpsc::channel::<(usize, T, Vec<u8>)>();
    for _ in 0..threads * 2 + 1 {
        // The receiver stands above.
        let _ = free.send(Vec::new());
    }
    let blocks = Mutex::new(blocks);
    thread::scope(|scope| {
        let (blocks, worker) = (&blocks, &worker);
        let reader = scope.spawn(move || read(input, &empty, &full));
        for _ in 0..threads {
            let done = done.clone();
            scope.spawn(move || work(blocks, worker(), &done));
        }
        drop(done);
        // Blocks that were done before one that stands before them.
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        'all: for (number, result, bytes) in made {
            waiting.insert(number, (result, bytes));
            while let Some((result, mut bytes)) = waiting.remove(&next) {
                next += 1;
                if take(result).is_break() {
                    break 'all;
                }
                if bytes.capacity() > BLOCK * 4 {
                    bytes = Vec::new();
                }
                // The reader may have come to its end.
                let _ = free.send(bytes);
            }
        }
        drop(free);
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn work<T, W: FnMut(&Block) -> T>(
    blocks: &Mutex<Receiver<(usize, Block)>>,
    mut work: W,
    done: &Sender<(usize, T, Vec<u8>)>,
) {
    loop {
        // A thread that panics holds no lock: this is the only place where one is taken.
        let Ok(next) = blocks.lock().map(|blocks| blocks.recv()) else { return };
        let Ok((number, block)) = next else { return };
        let result = work(&block);
        if done.send((number, result, block.bytes)).is_err() {
            return;
        }
    }
}

/// Reads blocks that end with a line, each into memory that is free.
fn read(
    input: &mut dyn Read,
    empty: &Receiver<Vec<u8>>,
    full: &Sender<(usize, Block)>,
) -> io::Result<()> {
    let mut rest: Vec<u8> = Vec::new();
    let mut number = 0;
    while let Ok(mut bytes) = empty.recv() {
        bytes.clear();
        bytes.append(&mut rest);
        let mut searched = 0;
        let read = loop {
            if bytes.len() >= BLOCK
                && let Some(end) = bytes[searched..].iter().rposition(|byte| *byte == b'\n')
            {
                let end = searched + end + 1;
                rest.extend_from_slice(&bytes[end..]);
                bytes.truncate(end);
                break Ok(true);
            }
            if bytes.len() >= BLOCK {
                searched = bytes.len();
            }
            match input.take(BLOCK as u64).read_to_end(&mut bytes) {
                Ok(0) => break Ok(false),
                Ok(_) => {}
                Err(error) => break Err(error),
            }
        };
        let block = Block { bytes, is_first: number == 0 };
        if !block.is_empty() && full.send((number, block)).is_err() {
            return read.map(drop);
        }
        number += 1;
        if !read? {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Gives few bytes at a time, as a pipe may.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let many = self.0.len().min(buffer.len()).min(self.1);
            buffer[..many].copy_from_slice(&self.0[..many]);
            self.0 = &self.0[many..];
            Ok(many)
        }
    }

    fn lines(bytes: &[u8], step: usize, threads: usize) -> Vec<(String, Option<Odd>)> {
        let mut lines = Vec::new();
        let worker = || {
            |block: &Block| {
                let mut lines = Vec::new();
                block.for_each_line(|line, odd| lines.push((line.to_owned(), odd)));
                lines
            }
        };
        in_blocks(&mut Slow(bytes, step), threads, worker, |more| {
            lines.extend(more);
            ControlFlow::Continue(())
        })
        .expect("memory can be read");
        lines
    }

    fn expected(text: &str) -> Vec<(String, Option<Odd>)> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let odd = |line: &str| line.contains('\0').then_some(Odd::Nul);
        let bare = |line: &str| line.strip_suffix('\r').unwrap_or(line).to_owned();
        let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let lines = lines.filter(|_| !text.is_empty());
        lines.map(|line| (bare(line), odd(line))).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn lines_are_those_of_the_text(
            parts in prop::collection::vec("[aя\r\n\0\u{feff}]{0,6}", 0..8),
            long in prop::collection::vec(prop::sample::select(vec![0usize, 3, 700_000, 1_048_576, 2_500_000]), 8),
            step in prop::sample::select(vec![7usize, 65_536, 4_000_000]),
            threads in 1usize..4,
        ) {
            let text: String = parts.iter().zip(long).map(|(part, long)| {
                let long = if step == 7 { long / 100_000 } else { long };
                "ж".repeat(long) + part
            }).collect();
            let found = lines(text.as_bytes(), step, threads);
            prop_assert!(found == expected(&text));
        }
    }

    #[test]
    fn bytes_that_are_no_text() {
        let found = lines(b"\xef\xbb\xbfa\r\n\xff b\n\xef\xbb\xbfc\n\n\0", 9, 1);
        let line = |text: &str, odd| (text.to_owned(), odd);
        assert_eq!(
            found,
            [
                line("a", None),
                line("\u{fffd} b", Some(Odd::NotUtf8)),
                line("\u{feff}c", None),
                line("", None),
                line("\0", Some(Odd::Nul)),
            ]
        );
        assert_eq!(lines(b"", 9, 2), []);
        assert_eq!(lines(b"\xef\xbb\xbf", 9, 2), []);
        assert_eq!(lines(b"\n", 9, 2), [line("", None)]);
    }

    #[test]
    fn reading_ends_where_nobody_takes_any_more() {
        let mut endless = io::repeat(b'\n');
        let mut taken = 0;
        let worker = || |block: &Block| block.len();
        in_blocks(&mut endless, 2, worker, |_| {
            taken += 1;
            if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .expect("it can be read");
        assert_eq!(taken, 3);
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let mut input = (&b"a\nb\n"[..]).chain(Broken);
        let mut blocks = 0;
        let result = in_blocks(
            &mut input,
            2,
            || |_: &Block| (),
            |()| {
                blocks += 1;
                ControlFlow::Continue(())
            },
        );
        assert_eq!((result.map_err(|error| error.to_string()), blocks), (Err("broken".into()), 1));
    }
}
