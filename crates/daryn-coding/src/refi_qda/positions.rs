//! Where a selection stands in a text.
//!
//! By the standard (REFI-QDA 1.5) positions are Unicode code points of the plain text file, from
//! 0. The end is the code point after the last: the text could be read otherwise, but the example
//! of the standard and the programs do so. Programs also count a byte order mark, a carriage
//! return, or UTF-16 units, or do not. What they counted is found by the quotations that they
//! write as names of selections; a place that no quotation confirms is never moved in silence.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::model::{Anchor, Span};
use super::xml::is_allowed;

/// The mark of the order of bytes. A text may have it in its midst, but not at its beginning.
const MARK: char = '\u{feff}';
/// Quotations are cut at about so many characters.
const CUT: usize = 100;
/// Quotations with fewer letters stand nearly anywhere.
const SHORTEST: usize = 4;
/// Letters, of all quotations together, that must speak for another way of counting.
const TELLING: usize = 3;
/// Bytes in which quotations of one file are looked for; a bound on time, not on what is right.
pub(crate) const MOST_SEARCHED: usize = 1 << 30;

/// A text with what is needed to turn positions into places.
#[derive(Debug)]
pub(crate) struct Text {
    /// The text without byte order marks at its beginning, with line feeds alone.
    pub(crate) text: String,
    /// How many byte order marks there were: programs put one before another.
    marks: usize,
    /// Code points at which a line feed stood after a carriage return.
    returns: Vec<usize>,
    /// Code points that are two units of UTF-16.
    pairs: Vec<usize>,
    /// Length in code points.
    length: usize,
    places: Places,
    /// The text as quotations have it; made when the first one is compared.
    spaced: OnceCell<(String, Places)>,
}

/// Code points between two that are noted.
const STEP: usize = 32;

/// Bytes at which every so many code points begin: one for each would cost more than the text.
#[derive(Debug, Default)]
struct Places(Vec<usize>);

impl Places {
    /// Notes the next code point.
    fn note(&mut self, at: usize, byte: usize) {
        if at.is_multiple_of(STEP) {
            self.0.push(byte);
        }
    }

    /// The byte at which a code point begins; the length of the text for the one after the last.
    fn byte(&self, text: &str, at: usize) -> usize {
        let Some(begin) = self.0.get(at / STEP) else { return text.len() };
        let rest = &text[*begin..];
        rest.char_indices().nth(at % STEP).map_or(text.len(), |(byte, _)| begin + byte)
    }

    /// The code point that begins at a byte.
    fn point(&self, text: &str, byte: usize) -> usize {
        let step = self.0.partition_point(|one| *one <= byte).saturating_sub(1);
        let begin = self.0.get(step).copied().unwrap_or(0);
        step * STEP + text[begin..byte].chars().count()
    }
}

impl Text {
    /// A text as it stood in the file.
    pub(crate) fn new(raw: &str) -> Text {
        let whole = raw.len();
        let raw = raw.trim_start_matches(MARK);
        let marks = (whole - raw.len()) / MARK.len_utf8();
        let mut text = String::with_capacity(raw.len());
        let (mut returns, mut pairs) = (Vec::new(), Vec::new());
        let mut places = Places::default();
        let mut length = 0;
        let mut letters = raw.chars().peekable();
        while let Some(letter) = letters.next() {
            let mut letter = letter;
            if letter == '\r' {
                if letters.next_if_eq(&'\n').is_some() {
                    returns.push(length);
                }
                letter = '\n';
            }
            if letter.len_utf16() == 2 {
                pairs.push(length);
            }
            places.note(length, text.len());
            length += 1;
            text.push(letter);
        }
        Text { text, marks, returns, pairs, length, places, spaced: OnceCell::new() }
    }

    /// The text of a span.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &str {
        let byte = |at| self.places.byte(&self.text, at);
        self.text.get(byte(start)..byte(end)).unwrap_or_default()
    }

    /// Positions of this text as it stands, in the text as it is kept.
    pub(crate) fn stored(&self, start: i64, end: i64) -> Option<(i64, i64)> {
        let counting = Counting {
            marks: self.marks,
            with_returns: true,
            with_pairs: false,
            is_inclusive: false,
        };
        let span = span(self.place(counting, start, end)?);
        Some((span.start, span.end))
    }

    /// The text of a span with one space for every white space.
    fn quoted(&self, span: (usize, usize)) -> &str {
        let (spaced, places) = self.spaced();
        &spaced[places.byte(spaced, span.0)..places.byte(spaced, span.1)]
    }

    fn spaced(&self) -> &(String, Places) {
        self.spaced.get_or_init(|| {
            let mut spaced = String::with_capacity(self.text.len());
            let mut places = Places::default();
            for (at, letter) in self.text.chars().enumerate() {
                places.note(at, spaced.len());
                spaced.push(as_quoted(letter));
            }
            (spaced, places)
        })
    }

    /// Ways in which positions may have been counted: that of the standard first, and only those
    /// that can differ from it in this text.
    fn countings(&self) -> Vec<Counting> {
        let mut found = Vec::new();
        for is_inclusive in [false, true] {
            for with_pairs in [false, true] {
                // Of many marks programs take off none, one, or all.
                for marks in BTreeSet::from([0, 1, self.marks.saturating_sub(1), self.marks]) {
                    for with_returns in [true, false] {
                        if (with_pairs && self.pairs.is_empty())
                            || marks > self.marks
                            || (!with_returns && self.returns.is_empty())
                        {
                            continue;
                        }
                        found.push(Counting { marks, with_returns, with_pairs, is_inclusive });
                    }
                }
            }
        }
        found
    }

    /// The place of a span that was counted in some way; none if it lies outside of the text or in
    /// the middle of something.
    fn place(&self, counting: Counting, start: i64, end: i64) -> Option<(usize, usize)> {
        let end = if counting.is_inclusive { end.checked_add(1)? } else { end };
        let (start, end) = (self.point(counting, start)?, self.point(counting, end)?);
        (start <= end).then_some((start, end))
    }

    fn point(&self, counting: Counting, position: i64) -> Option<usize> {
        // What begins on a mark begins with the text.
        let position = usize::try_from(position).ok()?.saturating_sub(counting.marks);
        if position > 2 * self.length {
            return None;
        }
        let empty: &[usize] = &[];
        let returns = if counting.with_returns { &self.returns } else { empty };
        let pairs = if counting.with_pairs { &self.pairs } else { empty };
        // Counted positions grow with code points, so the place is found by halving.
        let counted = |place: usize| {
            place
                + returns.partition_point(|one| *one < place)
                + pairs.partition_point(|one| *one < place)
        };
        let (mut low, mut high) = (0, self.length);
        while low < high {
            let middle = low + (high - low) / 2;
            if counted(middle) < position {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (counted(low) == position).then_some(low)
    }
}

/// How positions were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counting {
    /// How many of the byte order marks count, each as one.
    pub(crate) marks: usize,
    /// A carriage return before a line feed counts.
    pub(crate) with_returns: bool,
    /// Code points beyond U+FFFF count as two.
    pub(crate) with_pairs: bool,
    /// The end is the last code point of the span.
    pub(crate) is_inclusive: bool,
}

impl Counting {
    /// What differs from the standard, for problems.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Counting { is_inclusive: true, .. } => "inclusive",
            Counting { with_pairs: true, .. } => "utf16",
            Counting { marks: 1.., .. } => "mark",
            _ => "returns",
        }
    }
}

/// What is known of a span as it was written.
#[derive(Debug, Clone)]
pub(crate) struct Written<'a> {
    pub(crate) start: i64,
    pub(crate) end: i64,
    /// The name of the selection, often a quotation.
    pub(crate) name: Option<&'a str>,
}

/// How the place of a span was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// By its positions.
    ByPositions,
    /// Positions could mean different places, and no quotation tells which.
    Unproven,
    /// The quotation does not stand at its positions, but exactly once elsewhere.
    ByQuotation,
    /// Positions are sure, but what stands there is not what the name seems to quote.
    Unlike,
    /// Not found.
    Nowhere,
}

/// Places of the selections of a text.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) spans: Vec<(Span, Found)>,
    /// How positions were counted.
    pub(crate) counting: Counting,
    /// Quotations that confirm it.
    pub(crate) confirmed: usize,
    /// Whether it is another than the standard's: code points, carriage returns counted as they
    /// stand in the file, no byte order mark.
    pub(crate) is_odd: bool,
}

/// Finds the places of all selections of a text; `budget` is what is left of [`MOST_SEARCHED`].
pub(crate) fn place(text: &Text, written: &[Written<'_>], budget: &mut usize) -> Placed {
    let countings = text.countings();
    let quotations: Vec<Option<Quotation>> =
        written.iter().map(|one| one.name.and_then(Quotation::new)).collect();
    let fits = |counting: Counting, at: usize| {
        let one = &written[at];
        let place = text.place(counting, one.start, one.end)?;
        quotations[at].as_ref()?.is_at(text.quoted(place)).then_some(place)
    };
    let named = quotations.iter().flatten().count();
    let mut counts: Vec<usize> = Vec::with_capacity(countings.len());
    for counting in &countings {
        // Nearly always the first way fits everywhere, and other ends cannot fit better.
        let count = match counting.is_inclusive && counts.contains(&named) {
            true => 0,
            false => (0..written.len()).filter(|at| fits(*counting, *at).is_some()).count(),
        };
        counts.push(count);
    }
    // A name of one letter or two fits by chance, and must not move all the others.
    let is_strong = |counting: Counting| {
        let more = (0..written.len())
            .filter(|at| fits(counting, *at).is_some() && fits(countings[0], *at).is_none());
        let letters = more.map(|at| quotations[at].as_ref().map_or(0, |one| one.length));
        letters.take(TELLING).sum::<usize>() >= TELLING
    };
    let mut best = 0;
    for at in 1..countings.len() {
        if counts[at] > counts[best] && is_strong(countings[at]) {
            best = at;
        }
    }
    let (confirmed, counting) = (counts[best], countings[best]);
    // Ways of counting that no quotation rules out. Nobody takes the end to be the last character
    // without a sign of it.
    let rivals: Vec<Counting> = countings
        .iter()
        .zip(&counts)
        .filter(|(one, count)| {
            **one != counting && **count >= confirmed && one.is_inclusive <= counting.is_inclusive
        })
        .map(|(one, _)| *one)
        .collect();
    let spans = written.iter().enumerate().map(|(at, one)| {
        let exact = |place: (usize, usize), found| (span(place), found);
        let nowhere =
            (Span { start: one.start, end: one.end, anchor: Anchor::Unanchored }, Found::Nowhere);
        if let Some(place) = fits(counting, at) {
            return exact(place, Found::ByPositions);
        }
        let place = text.place(counting, one.start, one.end);
        let quotation = quotations[at].as_ref();
        let length = usize::try_from(one.end.saturating_sub(one.start)).ok();
        let looks_quoted = quotation.is_some_and(|quotation| {
            // Where one position is missing, there is no length to hold it against.
            (one.start < 0) != (one.end < 0)
                || length.is_some_and(|length| quotation.has_length(length))
                || countings.iter().any(|counting| {
                    let place = text.place(*counting, one.start, one.end);
                    place.is_some_and(|(start, end)| quotation.has_length(end - start))
                })
        });
        // Where all ways to count lead to one place, no quotation is needed.
        let is_sure = rivals.iter().all(|other| {
            let other = text.place(*other, one.start, one.end);
            other.is_none() || other == place
        });
        if looks_quoted && let Some(quotation) = quotation {
            // The name is a quotation, and what stands there is something else.
            return match (quotation.search(text, length, budget), place) {
                (Hits::One(start, end), _) => exact((start, end), Found::ByQuotation),
                (Hits::None, Some(place)) if is_sure => exact(place, Found::Unlike),
                _ => nowhere,
            };
        }
        match place {
            None => nowhere,
            Some(place) if is_sure => exact(place, Found::ByPositions),
            Some(place) => exact(place, Found::Unproven),
        }
    });
    let spans = spans.collect();
    Placed { spans, counting, confirmed, is_odd: best > 0 }
}

fn span((start, end): (usize, usize)) -> Span {
    let position = |at: usize| i64::try_from(at).unwrap_or(i64::MAX);
    Span { start: position(start), end: position(end), anchor: Anchor::Exact }
}

/// The name of a selection, if it can be a quotation.
#[derive(Debug)]
struct Quotation {
    /// With one space for every white space.
    words: String,
    length: usize,
    /// Whether it is only the beginning of what was selected.
    is_cut: bool,
}

impl Quotation {
    fn new(name: &str) -> Option<Quotation> {
        let spaced = |text: &str| -> String {
            let is_return =
                |(at, letter): &(usize, char)| *letter == '\r' && text[at + 1..].starts_with('\n');
            let letters = text.char_indices().filter(|one| !is_return(one));
            letters.map(|(_, letter)| as_quoted(letter)).collect()
        };
        // A mark at the beginning is no part of the text.
        let name = name.trim_start_matches(MARK);
        let cut = name.strip_suffix('…').or_else(|| name.strip_suffix("..."));
        let is_long = name.chars().count() >= CUT - 10;
        // A few letters would fit nearly anywhere.
        let cut = cut.filter(|words| words.chars().count() >= 10);
        let is_cut = cut.is_some() || is_long;
        let words = spaced(cut.unwrap_or(name));
        let length = words.chars().count();
        (length > 0).then_some(Quotation { words, length, is_cut })
    }

    /// Whether it can be what stands there.
    fn is_at(&self, quoted: &str) -> bool {
        let quoted = quoted.trim_start_matches(MARK);
        if self.is_cut && quoted.starts_with(&self.words) {
            return true;
        }
        // A quotation that ends with points of its own.
        quoted == self.words || collapsed(quoted).eq(collapsed(&self.words))
    }

    fn has_length(&self, length: usize) -> bool {
        length == self.length || self.is_cut && length > self.length
    }

    /// Looks for it in all of a text.
    fn search(&self, text: &Text, length: Option<usize>, budget: &mut usize) -> Hits {
        // A short word stands anywhere.
        if self.length < SHORTEST {
            return Hits::Unclear;
        }
        let (spaced, places) = text.spaced();
        let Some(rest) = budget.checked_sub(spaced.len()) else { return Hits::Unclear };
        *budget = rest;
        let mut hits = spaced.match_indices(&self.words).map(|(at, _)| at);
        let Some(first) = hits.next() else { return Hits::None };
        let length = if self.is_cut { length } else { Some(self.length) };
        let (None, Some(length)) = (hits.next(), length) else { return Hits::Unclear };
        let start = places.point(spaced, first);
        match start.checked_add(length.max(self.length)) {
            Some(end) if end <= text.length => Hits::One(start, end),
            _ => Hits::Unclear,
        }
    }
}

/// Where a quotation stands in a text.
#[derive(Debug)]
enum Hits {
    None,
    One(usize, usize),
    /// At several places, or it was not looked for.
    Unclear,
}

/// A letter as it is compared with a quotation: a name holds no line ends, and no characters that
/// XML cannot hold.
fn as_quoted(letter: char) -> char {
    let is_space = letter.is_whitespace() || letter == '\u{fffd}' || !is_allowed(letter);
    if is_space { ' ' } else { letter }
}

/// Words of a text, with nothing said of the spaces between them.
fn collapsed(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &Text, written: &[Written<'_>]) -> Placed {
        super::place(text, written, &mut MOST_SEARCHED.clone())
    }

    /// Places of the words «маман» and «теңге», as some program would count and name them.
    fn check(raw: &str, count: impl Fn(&str) -> i64) -> Vec<(Span, Found)> {
        let words = ["маман", "теңге"];
        let written: Vec<Written<'_>> = words
            .iter()
            .map(|word| {
                let at = raw.find(word).expect("the word");
                let (before, until) = (&raw[..at], &raw[..at + word.len()]);
                Written { start: count(before), end: count(until), name: Some(word) }
            })
            .collect();
        let text = Text::new(raw);
        let placed = place(&text, &written);
        for ((span, found), word) in placed.spans.iter().zip(words) {
            assert_eq!((*found, span.anchor), (Found::ByPositions, Anchor::Exact));
            let cut: String = (text.text.chars())
                .skip(usize::try_from(span.start).expect("a start"))
                .take(usize::try_from(span.end - span.start).expect("a length"))
                .collect();
            assert_eq!(cut, word);
        }
        placed.spans
    }

    fn length(count: usize) -> i64 {
        i64::try_from(count).expect("a length")
    }

    #[test]
    fn quotations_tell_how_positions_were_counted() {
        let raw = "\u{feff}Бір\r\n500 маман 😀\r\nҚаржы: 𐱅 1,2 млрд теңге.\r\n";
        let points = |text: &str| length(text.chars().count());
        let units = |text: &str| length(text.encode_utf16().count());
        let expected = check("Бір\n500 маман 😀\nҚаржы: 𐱅 1,2 млрд теңге.\n", points);
        let without_returns = |text: &str| text.replace('\r', "");
        let without_mark = |text: &str| text.replace('\u{feff}', "");
        assert_eq!(check(raw, points), expected);
        assert_eq!(check(raw, units), expected);
        assert_eq!(check(raw, |text| points(&without_mark(text))), expected);
        assert_eq!(check(raw, |text| points(&without_returns(text))), expected);
        assert_eq!(check(raw, |text| points(&without_mark(&without_returns(text)))), expected);
        assert_eq!(check(raw, |text| units(&without_mark(&without_returns(text)))), expected);
    }

    #[test]
    fn ends_that_are_the_last_character_are_noticed() {
        let text = Text::new("один два три");
        let written = [
            Written { start: 0, end: 3, name: Some("один") },
            Written { start: 5, end: 7, name: Some("два") },
        ];
        let placed = place(&text, &written);
        assert!(placed.is_odd && placed.counting.is_inclusive);
        assert_eq!(placed.spans[1].0, Span { start: 5, end: 8, anchor: Anchor::Exact });
    }

    fn one(text: &str, start: i64, end: i64, name: Option<&str>) -> (Span, Found) {
        place(&Text::new(text), &[Written { start, end, name }]).spans[0]
    }

    #[test]
    fn a_quotation_elsewhere_moves_a_selection_only_if_it_stands_there_once() {
        let text = "На 2025 год: 500 специалистов. Всего специалистов много.";
        let (span, found) = one(text, 0, 16, Some("500 специалистов"));
        assert_eq!((span.start, span.end, found), (13, 29, Found::ByQuotation));
        let (span, found) = one(text, 0, 12, Some("специалистов"));
        assert_eq!((span.start, span.end, found), (0, 12, Found::Nowhere));
        assert_eq!(span.anchor, Anchor::Unanchored);
        assert_eq!(one(text, 0, 3, Some("год")).1, Found::Nowhere);
    }

    #[test]
    fn a_name_that_is_no_quotation_leaves_positions_alone() {
        assert_eq!(one("a plain text", 2, 7, Some("fjord")).1, Found::Unlike);
        let text = "a plain text of one line";
        let (span, found) = one(text, 2, 7, Some("what he thinks of it"));
        assert_eq!((span.start, span.end, found), (2, 7, Found::ByPositions));
        assert_eq!(one(text, 2, 7, None).1, Found::ByPositions);
        assert_eq!(one(text, 2, 2, Some("")).1, Found::ByPositions);
    }

    #[test]
    fn positions_outside_of_a_text_are_told() {
        for (start, end) in [(-1, 3), (3, 2), (0, 99), (i64::MAX, i64::MAX), (i64::MIN, 0)] {
            let (span, found) = one("short", start, end, None);
            assert_eq!((span.start, span.end, found), (start, end, Found::Nowhere));
        }
    }

    #[test]
    fn carriage_returns_without_quotations_leave_a_doubt_behind_them() {
        let text = Text::new("a\r\nbcd\r\nefg");
        let bare = |start, end| Written { start, end, name: None };
        let placed = place(&text, &[bare(0, 1), bare(3, 5)]);
        assert_eq!(placed.spans[0].1, Found::ByPositions);
        // As the file is stored: a, CR, LF, then b at 3.
        assert_eq!(placed.spans[1].0.start, 2);
        assert_eq!(placed.spans[1].1, Found::Unproven);
    }

    #[test]
    fn only_a_quotation_that_tells_ways_apart_proves_one() {
        let text = Text::new("Маман\r\nекінші жол\r\nүшінші жол\r\n");
        let named = |start, end, name| Written { start, end, name };
        let placed = place(&text, &[named(0, 5, Some("Маман")), named(20, 25, None)]);
        assert_eq!((placed.spans[0].1, placed.spans[1].1), (Found::ByPositions, Found::Unproven));
        let placed = place(&text, &[named(7, 13, Some("екінші")), named(20, 25, None)]);
        assert_eq!(placed.spans[1].1, Found::ByPositions);
        assert_eq!(placed.spans[1].0.start, 18);
        // A pair of UTF-16 before the selection, and nothing tells whether it counts twice.
        let text = Text::new("😀😀 Маман келді.");
        assert_eq!(place(&text, &[named(5, 10, None)]).spans[0].1, Found::Unproven);
        let proven = place(&text, &[named(5, 10, Some("Маман")), named(11, 16, None)]);
        assert_eq!((proven.spans[1].0.start, proven.spans[1].1), (9, Found::ByPositions));
    }

    #[test]
    fn a_name_of_one_letter_does_not_move_the_others() {
        let text = Text::new("а б\r\nв г д\r\nе ж з и к л м н о п\r\n");
        let named = |start, end, name| Written { start, end, name };
        // «в» stands at 4 where a line end counts once, and at 5 where it counts twice.
        let placed = place(&text, &[named(4, 5, Some("в")), named(18, 24, Some("метка"))]);
        assert!(!placed.is_odd);
        assert_eq!(placed.spans[0].1, Found::Nowhere);
    }

    #[test]
    fn a_label_with_positions_outside_is_no_quotation() {
        let text = "Бірінші жол. Проблема айтылды.";
        assert_eq!(one(text, 5000, 5200, Some("Проблема")).1, Found::Nowhere);
        assert_eq!(one(text, 5000, 5008, Some("Проблема")).1, Found::ByQuotation);
        assert_eq!(one(text, -1, -1, Some("Проблема")).1, Found::Nowhere);
    }

    #[test]
    fn cut_quotations_and_other_spaces_are_quotations() {
        let text = format!("{}\n{}", "а б\tв ".repeat(40), "конец");
        let name: String = text.chars().take(99).chain(['…']).collect();
        let (span, found) = one(&text, 0, 150, Some(&name.replace('\t', " ")));
        assert_eq!((span.end, found), (150, Found::ByPositions));
        let (span, found) = one("один\n\nдва три", 0, 9, Some("один два"));
        assert_eq!((span.end, found), (9, Found::ByPositions));
    }
}
