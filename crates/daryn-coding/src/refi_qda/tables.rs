//! Tables of a project for R, SPSS, Stata and Excel: codings one by one, codes of each source, and
//! codes that stand together.

use std::collections::{BTreeMap, BTreeSet};

use super::guid::Guid;
use super::loss::each_code;
use super::model::{Anchor, Coding, Media, Place, Project, Selection, Source, TextSource};
use super::positions::Text;

/// A table: names of columns, and rows with as many cells. An empty cell is a missing value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plain {
    /// Names of columns, each once.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
}

impl Plain {
    /// The table as lines with tabs between cells. What would break a line or a cell is written as
    /// `\t`, `\n`, `\r`, and a backslash as two.
    #[must_use]
    pub fn tabbed(&self) -> String {
        let mut out = String::new();
        for row in std::iter::once(&self.head).chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    out.push('\t');
                }
                for letter in cell.chars() {
                    match letter {
                        '\\' => out.push_str("\\\\"),
                        '\t' => out.push_str("\\t"),
                        '\n' => out.push_str("\\n"),
                        '\r' => out.push_str("\\r"),
                        other => out.push(other),
                    }
                }
            }
            out.push('\n');
        }
        out
    }
}

/// One code given to one part of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment<'a> {
    source: usize,
    selection: Option<&'a Selection>,
    coding: &'a Coding,
    /// Numbers that say which part: code points, milliseconds; none for the whole source and
    /// wherever the part is not known.
    range: Option<(Unit, i64, i64)>,
    quote: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    CodePoint,
    Millisecond,
}

/// Codings, one a row, in the order of sources and places: `source`, `source_guid`, `code` (with
/// those above it), `code_guid`, `coder`, `created`, `part` (`text`, `area`, `page`, `time`,
/// `transcript`, `whole`), `start`, `end` (code points or milliseconds; empty where unknown),
/// `page`, `x1`, `y1`, `x2`, `y2`, `anchored` (1, or 0 where the place in the text is not known),
/// `quote`, `memo`, `selection_guid`, `coding_guid`.
#[must_use]
pub fn segments(project: &Project) -> Plain {
    let book = Book::of(project);
    let head = [
        "source",
        "source_guid",
        "code",
        "code_guid",
        "coder",
        "created",
        "part",
        "start",
        "end",
        "page",
        "x1",
        "y1",
        "x2",
        "y2",
        "anchored",
        "quote",
        "memo",
        "selection_guid",
        "coding_guid",
    ];
    let rows = all(project).into_iter().map(|one| {
        let (name, guid) = identity(&project.sources[one.source]);
        let (part, page, corners, anchored) = match one.selection.map(|selection| &selection.place)
        {
            None => ("whole", None, None, "1"),
            Some(Place::Span(span)) => {
                let is_exact = span.anchor == Anchor::Exact;
                ("text", None, None, if is_exact { "1" } else { "0" })
            }
            Some(Place::Area { first, second }) => ("area", None, Some((first, second)), "1"),
            Some(Place::Page { page, first, second, .. }) => {
                ("page", Some(page), Some((first, second)), "1")
            }
            Some(Place::Time { .. }) => ("time", None, None, "1"),
            Some(Place::Points { .. }) => ("transcript", None, None, "1"),
        };
        let range = one.range.map(|(_, start, end)| (start.to_string(), end.to_string()));
        let (start, end) = range.unwrap_or_default();
        let [x1, y1, x2, y2] = match corners {
            Some(((x1, y1), (x2, y2))) => [x1, y1, x2, y2].map(i64::to_string),
            None => Default::default(),
        };
        vec![
            name.to_owned(),
            guid.to_string(),
            book.name(&one.coding.code),
            one.coding.code.to_string(),
            book.coder(one.coding.creator.as_ref()),
            one.coding.created.clone().unwrap_or_default(),
            part.to_owned(),
            start,
            end,
            page.map(i64::to_string).unwrap_or_default(),
            x1,
            y1,
            x2,
            y2,
            anchored.to_owned(),
            one.quote,
            one.selection.and_then(|one| one.description.clone()).unwrap_or_default(),
            one.selection.map(|one| one.guid.to_string()).unwrap_or_default(),
            one.coding.guid.to_string(),
        ]
    });
    Plain { rows: rows.collect(), head: head.map(str::to_owned).to_vec() }
}

/// Sources by codes: 1 where the code was given to the source or a part of it by anybody, 0 where
/// it was not, and nothing where nobody gave any code to the source, since then nothing tells that
/// anybody looked.
#[must_use]
pub fn matrix(project: &Project) -> Plain {
    by_source(project, |count| u64::from(count > 0))
}

/// Sources by codes: how many codings there are, each coder's counted. Nothing where nobody gave
/// any code to the source.
#[must_use]
pub fn counts(project: &Project) -> Plain {
    by_source(project, |count| count)
}

fn by_source(project: &Project, cell: fn(u64) -> u64) -> Plain {
    let book = Book::of(project);
    let mut found: Vec<BTreeMap<&Guid, u64>> = vec![BTreeMap::new(); project.sources.len()];
    for one in all(project) {
        *found[one.source].entry(&one.coding.code).or_default() += 1;
    }
    let mut head = vec!["source".to_owned(), "source_guid".to_owned()];
    head.extend(book.columns.iter().map(|(_, name)| name.clone()));
    let rows = project.sources.iter().zip(&found).map(|(source, found)| {
        let (name, guid) = identity(source);
        let mut row = vec![name.to_owned(), guid.to_string()];
        row.extend(book.columns.iter().map(|(code, _)| match found.is_empty() {
            true => String::new(),
            false => cell(found.get(code).copied().unwrap_or(0)).to_string(),
        }));
        row
    });
    Plain { rows: rows.collect(), head }
}

/// Codes by codes: how many pairs of segments of one coder share at least one code point of a text,
/// one millisecond of sound or film, or one selection. A segment is made of all overlapping spans
/// of one coder and code. On the diagonal stands the number of segments of the code. Codings of
/// whole sources and of parts that are not known have no place, and do not count. Codes without a
/// segment are not shown.
#[must_use]
pub fn co_occurrence(project: &Project) -> Plain {
    let mut book = Book::of(project);
    let groups = groups(project);
    let placed: BTreeSet<&Guid> = groups.values().flat_map(BTreeMap::keys).copied().collect();
    book.columns.retain(|(code, _)| placed.contains(code));
    let index: BTreeMap<&Guid, usize> =
        book.columns.iter().enumerate().map(|(at, (code, _))| (*code, at)).collect();
    let size = book.columns.len();
    let mut pairs = vec![vec![0_u64; size]; size];
    for group in groups.values() {
        let mut segments: Vec<(i64, i64, usize)> = Vec::new();
        for (code, spans) in group {
            let Some(code) = index.get(code) else { continue };
            segments.extend(joined(spans).into_iter().map(|(start, end)| (start, end, *code)));
        }
        segments.sort_unstable();
        let mut open: Vec<(i64, usize)> = Vec::new();
        for (start, end, code) in segments {
            open.retain(|(until, _)| *until > start);
            for (_, other) in &open {
                pairs[*other][code] += 1;
                pairs[code][*other] += 1;
            }
            pairs[code][code] += 1;
            open.push((end, code));
        }
    }
    let mut head = vec!["code".to_owned()];
    head.extend(book.columns.iter().map(|(_, name)| name.clone()));
    let rows = book.columns.iter().zip(pairs).map(|((_, name), counts)| {
        let mut row = vec![name.clone()];
        row.extend(counts.iter().map(u64::to_string));
        row
    });
    Plain { rows: rows.collect(), head }
}

/// Where two codings can meet: a source, what its parts are counted in or the selection itself, and
/// who gave the code.
type Field<'a> = (usize, Option<Unit>, Option<&'a Guid>, Option<&'a Guid>);

/// Spans of each code.
type Spans<'a> = BTreeMap<&'a Guid, Vec<(i64, i64)>>;

fn groups(project: &Project) -> BTreeMap<Field<'_>, Spans<'_>> {
    let mut groups: BTreeMap<Field<'_>, Spans<'_>> = BTreeMap::new();
    for one in all(project) {
        let coder = one.coding.creator.as_ref();
        let (field, span) = match (one.range, one.selection) {
            (Some((unit, start, end)), _) if start < end => {
                ((one.source, Some(unit), None, coder), (start, end))
            }
            // A part of a picture or a page: the same selection is the same place.
            (None, Some(selection)) if !matches!(selection.place, Place::Span(_)) => {
                ((one.source, None, Some(&selection.guid), coder), (0, 1))
            }
            _ => continue,
        };
        groups.entry(field).or_default().entry(&one.coding.code).or_default().push(span);
    }
    groups
}

/// Spans that overlap, as one.
fn joined(spans: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let mut found: Vec<(i64, i64)> = Vec::new();
    for (start, end) in sorted {
        match found.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => found.push((start, end)),
        }
    }
    found
}

/// Codes by their identifier.
struct Book<'a> {
    /// Codes that may be given or were given, with names for columns, in the order of the book.
    columns: Vec<(&'a Guid, String)>,
    names: BTreeMap<&'a Guid, String>,
    coders: BTreeMap<&'a Guid, String>,
}

impl<'a> Book<'a> {
    fn of(project: &'a Project) -> Book<'a> {
        let mut names: BTreeMap<&Guid, String> = BTreeMap::new();
        let mut order: Vec<(&Guid, bool)> = Vec::new();
        each_code(&project.codes, &mut |code, path| {
            if names.insert(&code.guid, path.join(" / ")).is_none() {
                order.push((&code.guid, code.is_codable));
            }
        });
        // Codes that are given, but stand in no book, come last.
        let mut given: BTreeSet<&Guid> = BTreeSet::new();
        for source in &project.sources {
            each_coding(source, &mut |coding| {
                given.insert(&coding.code);
            });
        }
        for code in &given {
            if !names.contains_key(code) {
                names.insert(code, code.to_string());
                order.push((code, true));
            }
        }
        let shown = order.into_iter().filter(|(code, is)| *is || given.contains(code));
        let mut seen = BTreeSet::new();
        let columns = shown.map(|(code, _)| {
            let name = names.get(code).cloned().unwrap_or_default();
            // Equal names are told apart, also from the first columns.
            let is_free = !matches!(name.as_str(), "code" | "source" | "source_guid" | "")
                && seen.insert(name.clone());
            (code, if is_free { name } else { format!("{name} ({code})") })
        });
        let columns = columns.collect();
        let coder = |user: &'a super::model::User| {
            let name = user.name.clone().or_else(|| user.id.clone());
            (&user.guid, name.unwrap_or_else(|| user.guid.to_string()))
        };
        Book { columns, names, coders: project.users.iter().map(coder).collect() }
    }

    fn name(&self, code: &Guid) -> String {
        self.names.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    fn coder(&self, coder: Option<&Guid>) -> String {
        let Some(coder) = coder else { return String::new() };
        self.coders.get(coder).map_or_else(|| coder.to_string(), Clone::clone)
    }
}

fn identity(source: &Source) -> (&str, &Guid) {
    match source {
        Source::Text(text) => (text.name.as_deref().unwrap_or_default(), &text.guid),
        Source::Media(media) => (media.name.as_deref().unwrap_or_default(), &media.guid),
    }
}

/// How many codings a source has.
pub(super) fn codings_of(source: &Source) -> usize {
    of_source(0, source).len()
}

/// Codings as they stand in the file.
pub(super) fn each_coding<'a>(source: &'a Source, work: &mut impl FnMut(&'a Coding)) {
    let mut selections = |codings: &'a [Coding], selections: &'a [Selection]| {
        codings.iter().for_each(&mut *work);
        selections.iter().flat_map(|one| &one.codings).for_each(&mut *work);
    };
    match source {
        Source::Text(text) => selections(&text.codings, &text.selections),
        Source::Media(media) => {
            selections(&media.codings, &media.selections);
            let said = media.transcripts.iter().map(|one| &one.text);
            for text in media.text.as_deref().into_iter().chain(said) {
                selections(&text.codings, &text.selections);
            }
        }
    }
}

/// All codings of a project, in the order of sources and places.
fn all(project: &Project) -> Vec<Segment<'_>> {
    project.sources.iter().enumerate().flat_map(|(at, source)| of_source(at, source)).collect()
}

fn of_source(at: usize, source: &Source) -> Vec<Segment<'_>> {
    let mut found = Vec::new();
    match source {
        Source::Text(text) => of_text(at, text, &mut found),
        Source::Media(media) => of_media(at, media, &mut found),
    }
    let order = |one: &Segment<'_>| (one.range.is_some(), one.range);
    found.sort_by_key(order);
    found
}

fn of_media<'a>(at: usize, media: &'a Media, found: &mut Vec<Segment<'a>>) {
    found.extend(media.codings.iter().map(|coding| whole(at, coding)));
    // Programs write the codings of a part of a PDF twice: with the part, and with its words
    // under the same identifier. They count once, with the words, which say more.
    let mut words = BTreeSet::new();
    if let Some(text) = &media.text {
        of_text(at, text, found);
        for one in &text.selections {
            let codes = one.codings.iter();
            words.extend(codes.map(|coding| (&one.guid, &coding.code, coding.creator.as_ref())));
        }
    }
    for selection in &media.selections {
        let (range, quote) = match &selection.place {
            Place::Time { begin, end } if 0 <= *begin && begin <= end => {
                (Some((Unit::Millisecond, *begin, *end)), None)
            }
            Place::Page { text: Some(text), .. } => (None, text.text.clone()),
            _ => (None, None),
        };
        let quote = quote.unwrap_or_default();
        for coding in &selection.codings {
            if !words.contains(&(&selection.guid, &coding.code, coding.creator.as_ref())) {
                let selection = Some(selection);
                found.push(Segment { source: at, selection, coding, range, quote: quote.clone() });
            }
        }
    }
    for transcript in &media.transcripts {
        of_text(at, &transcript.text, found);
    }
}

fn of_text<'a>(at: usize, source: &'a TextSource, found: &mut Vec<Segment<'a>>) {
    found.extend(source.codings.iter().map(|coding| whole(at, coding)));
    let text = source.text.as_deref().map(Text::new);
    for selection in &source.selections {
        let mut range = None;
        let mut quote = "";
        if let (Place::Span(span), Some(text)) = (&selection.place, &text)
            && span.anchor == Anchor::Exact
        {
            // A text that was not read may have marks and line ends that are not kept.
            let stored = text.stored(span.start, span.end);
            range = stored.map(|(start, end)| (Unit::CodePoint, start, end));
            let place = stored.map(|(start, end)| (usize::try_from(start), usize::try_from(end)));
            if let Some((Ok(start), Ok(end))) = place {
                quote = text.slice(start, end);
            }
        }
        // What was quoted is known even where its place is not.
        if range.is_none() {
            quote = selection.name.as_deref().unwrap_or_default();
        }
        for coding in &selection.codings {
            let quote = quote.to_owned();
            found.push(Segment { source: at, selection: Some(selection), coding, range, quote });
        }
    }
}

fn whole(source: usize, coding: &Coding) -> Segment<'_> {
    Segment { source, selection: None, coding, range: None, quote: String::new() }
}
