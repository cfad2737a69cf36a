//! A part of the index: some documents with their words, in one stretch of bytes.
//!
//! Layout: chunks (some leaves with where they stand, then their texts), the postings of each
//! word, the tables of words and of stems, a footer that says where all that is, and a trailer of
//! 28 bytes that says where the footer is. Every stretch that is read by itself has a checksum.
//!
//! Leaves of the same words are kept once with all their places: editions of an act share most of
//! theirs.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use daryn_read::{Document, Kind};
use daryn_text::{Language, language, stem};

use crate::bytes::{Damaged, Place, Reader, Stretch, put, put_slice};
use crate::table::{Entry, Table};
use crate::token;

/// Bytes of text from which on a chunk is full: what is read to show one hit.
const CHUNK: usize = 8_192;

/// Stands behind every leaf of a chunk; never in one.
pub(crate) const BORDER: u8 = 0;

const MAGIC: &[u8; 8] = b"daryn-s2";

/// The languages with the byte that stands for each.
pub(crate) const LANGUAGES: [(Language, u8); 4] =
    [(Language::Kk, b'k'), (Language::Ru, b'r'), (Language::En, b'e'), (Language::Other, b'o')];

/// A leaf in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Occurrence {
    /// Number of the document in its segment.
    pub(crate) document: u32,
    /// Place of the passage in the document.
    pub(crate) passage: u32,
    /// Its first code point.
    pub(crate) start: u32,
    /// Its page, from 1; 0 where there are none.
    pub(crate) page: u32,
    /// Number of its label in the chunk.
    pub(crate) label: u32,
    /// Whether it is a note or a table of contents.
    pub(crate) apart: bool,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting {
    /// Number of the leaf in the segment.
    pub(crate) leaf: u32,
    /// Number of the word in the leaf.
    pub(crate) ordinal: u32,
    /// Its first byte in the leaf.
    pub(crate) start: u32,
}

/// A part of the index that can be searched.
#[derive(Debug)]
pub(crate) struct Segment {
    place: Place,
    /// First leaf of each chunk, and where it is.
    chunks: Vec<(u32, Stretch)>,
    terms: Table,
    stems: Table,
    /// How many documents there are in it.
    pub(crate) count: u32,
    /// Rank of each document in the index; `None` where it was changed or removed since.
    pub(crate) documents: Vec<Option<u32>>,
}

impl Segment {
    /// Reads where things are.
    pub(crate) fn open(place: Place) -> Result<Segment, Damaged> {
        let at = place.size().checked_sub(TRAILER).ok_or(Damaged)?;
        let mut trailer = Vec::new();
        place.read_unchecked(at, TRAILER as usize, &mut trailer)?;
        let mut reader = Reader(&trailer);
        let mut fixed = |length| -> Result<u64, Damaged> {
            let mut number = [0; 8];
            number[..length].copy_from_slice(reader.take(length)?);
            Ok(u64::from_le_bytes(number))
        };
        let (offset, length, checksum) = (fixed(8)?, fixed(8)?, fixed(4)? as u32);
        if reader.0 != MAGIC {
            return Err(Damaged);
        }
        let mut footer = Vec::new();
        place.read(Stretch { offset, length, checksum }, &mut footer)?;
        let mut reader = Reader(&footer);
        let count = reader.small()?;
        let mut chunks = Vec::new();
        for _ in 0..reader.number()? {
            chunks.push((reader.small()?, Stretch::read(&mut reader)?));
        }
        let (terms, stems) = (Table::read(&mut reader)?, Table::read(&mut reader)?);
        Ok(Segment { place, chunks, terms, stems, count, documents: Vec::new() })
    }

    /// How many chunks there are.
    pub(crate) fn chunk_count(&self) -> usize {
        self.chunks.len()
    }

    /// The chunk of a leaf.
    pub(crate) fn chunk_of(&self, leaf: u32) -> usize {
        self.chunks.partition_point(|(first, _)| *first <= leaf).saturating_sub(1)
    }

    /// Reads a chunk into a buffer.
    pub(crate) fn chunk<'a>(
        &self,
        number: usize,
        buffer: &'a mut Vec<u8>,
    ) -> Result<Chunk<'a>, Damaged> {
        let (first, stretch) = *self.chunks.get(number).ok_or(Damaged)?;
        self.place.read(stretch, buffer)?;
        let mut reader = Reader(buffer);
        let (labels, leaves) = (reader.slice()?, reader.slice()?);
        Ok(Chunk { first, labels: Reader(labels), leaves: Reader(leaves), text: reader.0 })
    }

    /// Words of a form, in whatever language they stand.
    pub(crate) fn form(&self, form: &str) -> Result<Vec<Entry>, Damaged> {
        self.terms.beginning(&self.place, &[form.as_bytes(), &[0]].concat())
    }

    /// Words that begin so.
    pub(crate) fn beginning(&self, head: &str) -> Result<Vec<Entry>, Damaged> {
        self.terms.beginning(&self.place, head.as_bytes())
    }

    /// Words that have the stem of a word in the language in which each stands.
    pub(crate) fn stem(&self, word: &str) -> Result<Vec<Entry>, Damaged> {
        let mut numbers = Vec::new();
        for (language, letter) in LANGUAGES {
            let key = [&[letter], stem::stem(language, word).as_bytes(), &[0]].concat();
            for (_, value) in self.stems.beginning(&self.place, &key)? {
                let (mut reader, mut number) = (Reader(&value), 0_u32);
                while !reader.0.is_empty() {
                    number = number.checked_add(reader.small()?).ok_or(Damaged)?;
                    numbers.push(number);
                }
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        self.terms.numbered(&self.place, &numbers)
    }

    /// Where words stand, in order of the leaves.
    pub(crate) fn postings(&self, terms: &[Entry]) -> Result<Vec<Posting>, Damaged> {
        let mut postings = Vec::new();
        let mut buffer = Vec::new();
        for (_, value) in terms {
            self.place.read(Stretch::read(&mut Reader(value))?, &mut buffer)?;
            let mut reader = Reader(&buffer);
            let mut last = Posting { leaf: 0, ordinal: 0, start: 0 };
            while !reader.0.is_empty() {
                let further = reader.small()?;
                if further > 0 {
                    let leaf = last.leaf.checked_add(further).ok_or(Damaged)?;
                    last = Posting { leaf, ordinal: 0, start: 0 };
                }
                last.ordinal = last.ordinal.checked_add(reader.small()?).ok_or(Damaged)?;
                last.start = last.start.checked_add(reader.small()?).ok_or(Damaged)?;
                postings.push(last);
            }
        }
        if terms.len() > 1 {
            postings.sort_unstable();
        }
        Ok(postings)
    }
}

const TRAILER: u64 = 28;

/// Some leaves with their texts.
pub(crate) struct Chunk<'a> {
    /// Number of the first leaf in the segment.
    pub(crate) first: u32,
    labels: Reader<'a>,
    leaves: Reader<'a>,
    /// Texts of the leaves, each with [`BORDER`] behind it.
    pub(crate) text: &'a [u8],
}

/// A leaf of a chunk.
pub(crate) struct Leaf<'a> {
    /// Number in the segment.
    pub(crate) number: u32,
    /// Its language.
    pub(crate) language: Language,
    /// Its first byte in the texts of the chunk.
    pub(crate) at: usize,
    /// Its text.
    pub(crate) text: &'a [u8],
    occurrences: Reader<'a>,
}

impl<'a> Chunk<'a> {
    /// The leaves in order.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = Result<Leaf<'a>, Damaged>> + use<'a> {
        let (mut reader, mut number, mut at, text) = (self.leaves, self.first, 0_usize, self.text);
        std::iter::from_fn(move || {
            if reader.0.is_empty() {
                return None;
            }
            let mut leaf = || {
                let letter = reader.byte()?;
                let language = LANGUAGES.iter().find(|(_, other)| *other == letter);
                let length = reader.small()? as usize;
                let occurrences = Reader(reader.slice()?);
                let words = text.get(at..).and_then(|rest| rest.get(..length)).ok_or(Damaged)?;
                let language = language.ok_or(Damaged)?.0;
                let leaf = Leaf { number, language, at, text: words, occurrences };
                at += length + 1;
                number = number.checked_add(1).ok_or(Damaged)?;
                Ok(leaf)
            };
            Some(leaf())
        })
    }

    /// Labels by their numbers, each made when it is first wanted.
    pub(crate) fn labels(&self) -> Result<Vec<Label<'a>>, Damaged> {
        let mut reader = self.labels;
        let mut labels = Vec::new();
        while !reader.0.is_empty() {
            labels.push(Label { bytes: reader.slice()?, made: None });
        }
        Ok(labels)
    }
}

/// A label of some leaves.
pub(crate) struct Label<'a> {
    bytes: &'a [u8],
    made: Option<Arc<str>>,
}

impl Label<'_> {
    pub(crate) fn get(&mut self) -> Result<Arc<str>, Damaged> {
        if let Some(made) = &self.made {
            return Ok(Arc::clone(made));
        }
        let label: Arc<str> = std::str::from_utf8(self.bytes).map_err(|_| Damaged)?.into();
        self.made = Some(Arc::clone(&label));
        Ok(label)
    }
}

impl Leaf<'_> {
    /// Where the leaf stands.
    pub(crate) fn occurrences(&self) -> Result<Vec<Occurrence>, Damaged> {
        let mut reader = self.occurrences;
        let mut occurrences = Vec::new();
        let mut document = 0_u32;
        while !reader.0.is_empty() {
            document = document.checked_add(reader.small()?).ok_or(Damaged)?;
            let (passage, start) = (reader.small()?, reader.small()?);
            let (page, label, apart) = (reader.small()?, reader.small()?, reader.byte()? != 0);
            occurrences.push(Occurrence { document, passage, start, page, label, apart });
        }
        Ok(occurrences)
    }
}

/// Takes documents and makes a segment of them.
#[derive(Default)]
pub(crate) struct Builder {
    documents: u32,
    numbers: HashMap<Box<str>, u32>,
    leaves: Vec<(Box<str>, Vec<Occurrence>)>,
    label_numbers: HashMap<String, u32>,
    labels: Vec<String>,
}

impl Builder {
    /// Whether nothing was taken.
    pub(crate) fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// Takes a document and gives its number.
    pub(crate) fn add(&mut self, document: &Document) -> u32 {
        let number = self.documents;
        self.documents += 1;
        for place in document.leaves() {
            let passage = &document.passages[place];
            let words = document.words(passage);
            if words.is_empty() {
                continue;
            }
            let label = label(document, place);
            let next = self.labels.len() as u32;
            let label = *self.label_numbers.entry(label).or_insert_with_key(|label| {
                self.labels.push(label.clone());
                next
            });
            let occurrence = Occurrence {
                document: number,
                passage: place as u32,
                start: passage.first as u32,
                page: passage.page.unwrap_or(0),
                label,
                apart: document.is_apart(place),
            };
            if let Some(leaf) = self.numbers.get(words) {
                self.leaves[*leaf as usize].1.push(occurrence);
                continue;
            }
            self.numbers.insert(words.into(), self.leaves.len() as u32);
            self.leaves.push((words.into(), vec![occurrence]));
        }
        number
    }

    /// The bytes of the segment.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.numbers = HashMap::new();
        for (text, _) in &mut self.leaves {
            if text.as_bytes().contains(&BORDER) {
                *text = text.replace('\0', "\u{1}").into();
            }
        }
        let languages: Vec<Language> =
            self.leaves.iter().map(|(text, _)| language::identify(text)).collect();
        let mut bytes = MAGIC.to_vec();
        let chunks = self.chunks(&languages, &mut bytes);
        let terms = terms(&self.leaves, &languages);
        let mut values = Vec::new();
        let mut stems: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for (number, (key, list)) in terms.iter().enumerate() {
            let mut value = Vec::new();
            Stretch::of(bytes.len(), &list.bytes).put(&mut value);
            bytes.extend_from_slice(&list.bytes);
            values.push((key.as_slice(), value));
            let (form, letter) = (&key[..key.len() - 2], key[key.len() - 1]);
            let language = LANGUAGES.iter().find(|(_, other)| *other == letter);
            let language = language.map_or(Language::Other, |(language, _)| *language);
            let stem = stem::stem(language, &String::from_utf8_lossy(form));
            stems
                .entry([&[letter], stem.as_bytes(), &[0]].concat())
                .or_default()
                .push(number as u32);
        }
        let terms = Table::write(&mut bytes, values.into_iter());
        let stems = stems.iter().map(|(key, numbers)| {
            let (mut value, mut before) = (Vec::new(), 0);
            for number in numbers {
                put(&mut value, u64::from(number - before));
                before = *number;
            }
            (key.as_slice(), value)
        });
        let stems = Table::write(&mut bytes, stems);
        let mut footer = Vec::new();
        put(&mut footer, u64::from(self.documents));
        put(&mut footer, chunks.len() as u64);
        for (first, stretch) in chunks {
            put(&mut footer, u64::from(first));
            stretch.put(&mut footer);
        }
        terms.put(&mut footer);
        stems.put(&mut footer);
        let stretch = Stretch::of(bytes.len(), &footer);
        bytes.extend_from_slice(&footer);
        bytes.extend_from_slice(&stretch.offset.to_le_bytes());
        bytes.extend_from_slice(&stretch.length.to_le_bytes());
        bytes.extend_from_slice(&stretch.checksum.to_le_bytes());
        bytes.extend_from_slice(MAGIC);
        bytes
    }

    fn chunks(&self, languages: &[Language], bytes: &mut Vec<u8>) -> Vec<(u32, Stretch)> {
        let mut chunks = Vec::new();
        let mut first = 0;
        while first < self.leaves.len() {
            let (mut leaves, mut text) = (Vec::new(), Vec::new());
            let mut labels = Vec::new();
            let mut numbers = BTreeMap::new();
            let mut next = first;
            while next < self.leaves.len() && text.len() < CHUNK {
                let (words, occurrences) = &self.leaves[next];
                let letter = LANGUAGES.iter().find(|(language, _)| *language == languages[next]);
                leaves.push(letter.map_or(b'o', |(_, letter)| *letter));
                put(&mut leaves, words.len() as u64);
                let (mut places, mut before) = (Vec::new(), 0);
                for occurrence in occurrences {
                    put(&mut places, u64::from(occurrence.document - before));
                    before = occurrence.document;
                    put(&mut places, u64::from(occurrence.passage));
                    put(&mut places, u64::from(occurrence.start));
                    put(&mut places, u64::from(occurrence.page));
                    let new = numbers.len() as u64;
                    let label = *numbers.entry(occurrence.label).or_insert_with(|| {
                        let label = &self.labels[occurrence.label as usize];
                        put_slice(&mut labels, label.as_bytes());
                        new
                    });
                    put(&mut places, label);
                    places.push(u8::from(occurrence.apart));
                }
                put_slice(&mut leaves, &places);
                text.extend_from_slice(words.as_bytes());
                text.push(BORDER);
                next += 1;
            }
            let mut chunk = Vec::new();
            put_slice(&mut chunk, &labels);
            put_slice(&mut chunk, &leaves);
            chunk.append(&mut text);
            chunks.push((first as u32, Stretch::of(bytes.len(), &chunk)));
            bytes.append(&mut chunk);
            first = next;
        }
        chunks
    }
}

/// Postings of a word while they are gathered.
struct List {
    bytes: Vec<u8>,
    last: Posting,
}

/// All words with the letter of the language in which they stand, in order.
fn terms(
    leaves: &[(Box<str>, Vec<Occurrence>)],
    languages: &[Language],
) -> BTreeMap<Vec<u8>, List> {
    let mut lists: Vec<(Vec<u8>, List)> = Vec::new();
    for (language, letter) in LANGUAGES {
        // Most words come again as they are: they need not be folded again.
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut forms: HashMap<String, usize> = HashMap::new();
        let own = leaves.iter().enumerate().filter(|(number, _)| languages[*number] == language);
        for (number, (text, _)) in own {
            for (ordinal, (start, end)) in token::all(text).enumerate() {
                let word = &text[start..end];
                let list = *seen.entry(word).or_insert_with(|| {
                    let form = token::fold(word);
                    let key = [form.as_bytes(), &[0, letter]].concat();
                    *forms.entry(form).or_insert_with(|| {
                        let last = Posting { leaf: 0, ordinal: 0, start: 0 };
                        lists.push((key, List { bytes: Vec::new(), last }));
                        lists.len() - 1
                    })
                });
                let list = &mut lists[list].1;
                let leaf = number as u32;
                let here = Posting { leaf, ordinal: ordinal as u32, start: start as u32 };
                let mut before = list.last;
                put(&mut list.bytes, u64::from(leaf - before.leaf));
                if leaf > before.leaf {
                    before = Posting { leaf, ordinal: 0, start: 0 };
                }
                put(&mut list.bytes, u64::from(here.ordinal - before.ordinal));
                put(&mut list.bytes, u64::from(here.start - before.start));
                list.last = here;
            }
        }
    }
    lists.into_iter().collect()
}

/// The numbers that the act prints around a leaf, with what each counts, from the article down:
/// `article 12 › point 3 › sub-point 1)`.
fn label(document: &Document, leaf: usize) -> String {
    let mut path = Vec::new();
    let mut place = Some(leaf);
    while let Some(here) = place {
        let passage = &document.passages[here];
        place = passage.parent;
        let kind = match passage.kind {
            Kind::Part => "part",
            Kind::Chapter => "chapter",
            Kind::Article => "article",
            Kind::Point => "point",
            Kind::SubPoint => "sub-point",
            Kind::Annex => "annex",
            _ => continue,
        };
        // Articles are numbered through a whole act: what is around them tells nothing more.
        let above = matches!(passage.kind, Kind::Part | Kind::Chapter);
        if above && path.iter().any(|word: &String| word.starts_with("article ")) {
            continue;
        }
        match &passage.label {
            Some(number) => path.push(format!("{kind} {number}")),
            None if passage.kind == Kind::Annex => path.push(kind.to_owned()),
            None => {}
        }
    }
    path.reverse();
    path.join(" › ")
}
