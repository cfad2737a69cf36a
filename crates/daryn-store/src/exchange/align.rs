//! Places of a plain text in the text that is read of it, and back.
//!
//! Reading puts spaces in order, joins broken lines and puts wrong letters right, so that places
//! differ; what is printed in ink stands in both in the same order.

use daryn_read::Document;

/// Most signs that may be missing on one side before both sides go on alike, and how many must be
/// alike then.
const GAP: usize = 200;
const ALIKE: usize = 12;

/// Signs of a plain text beside the same signs of the text that was read of it.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// Code points of the plain text and of the read one, in order of both.
    pairs: Vec<(usize, usize)>,
    /// Code points in ink.
    plain: Vec<usize>,
    read: Vec<usize>,
}

impl Alignment {
    /// Puts a plain text beside what was read of it.
    #[must_use]
    pub fn of(plain: &str, document: &Document) -> Alignment {
        let left: Vec<(usize, char)> =
            plain.chars().enumerate().filter(|(_, sign)| is_ink(*sign)).collect();
        let right = printed(document);
        let (mut i, mut j) = (0, 0);
        let mut pairs = Vec::with_capacity(left.len().min(right.len()));
        while i < left.len() && j < right.len() {
            if left[i].1 == right[j].1 {
                pairs.push((left[i].0, right[j].0));
                (i, j) = (i + 1, j + 1);
            } else if let Some((skip, other)) = gap(&left[i..], &right[j..]) {
                (i, j) = (i + skip, j + other);
            } else {
                break;
            }
        }
        let places = |signs: &[(usize, char)]| signs.iter().map(|(at, _)| *at).collect();
        Alignment { pairs, plain: places(&left), read: places(&right) }
    }

    /// A span of the plain text in the read one: from its first sign in ink to behind its last;
    /// nothing where it has none, or these are not found.
    #[must_use]
    pub fn to_read(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (first, last) = edges(&self.plain, start, end)?;
        let of = |place: usize| {
            let at = self.pairs.binary_search_by_key(&place, |pair| pair.0).ok()?;
            Some(self.pairs[at].1)
        };
        Some((of(first)?, of(last)? + 1))
    }

    /// A span of the read text in the plain one, in the same way.
    #[must_use]
    pub fn to_plain(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (first, last) = edges(&self.read, start, end)?;
        // Several signs may have come from one.
        let from = self.pairs.partition_point(|pair| pair.1 < first);
        let to = self.pairs.partition_point(|pair| pair.1 <= last);
        let (from, to) = (self.pairs.get(from)?, self.pairs.get(to.checked_sub(1)?)?);
        ((from.1, to.1) == (first, last)).then_some((from.0, to.0 + 1))
    }
}

/// The first and the last sign in ink of a span.
fn edges(ink: &[usize], start: usize, end: usize) -> Option<(usize, usize)> {
    let from = ink.partition_point(|at| *at < start);
    let to = ink.partition_point(|at| *at < end);
    (from < to).then(|| (ink[from], ink[to - 1]))
}

/// Signs in ink of a text that was read, as they were before letters were put right.
fn printed(document: &Document) -> Vec<(usize, char)> {
    let mut signs = Vec::new();
    let mut repairs = document.repairs.iter().peekable();
    let mut skip_to = 0;
    for (at, sign) in document.text.chars().enumerate() {
        if at < skip_to {
            continue;
        }
        match repairs.next_if(|repair| repair.first == at && repair.first < repair.last) {
            Some(repair) => {
                let stood = repair.original.chars().enumerate();
                let place = |inside: usize| (at + inside).min(repair.last - 1);
                signs.extend(stood.map(|(inside, sign)| (place(inside), sign)));
                skip_to = repair.last;
            }
            None => signs.push((at, sign)),
        }
    }
    signs.retain(|(_, sign)| is_ink(*sign));
    signs
}

fn is_ink(sign: char) -> bool {
    let is_thin = matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    !sign.is_whitespace() && !sign.is_control() && !is_thin
}

/// How many signs must be passed over on each side until both go on alike; the fewest.
fn gap(left: &[(usize, char)], right: &[(usize, char)]) -> Option<(usize, usize)> {
    let is_alike = |skip: usize, other: usize| {
        let (left, right) = (&left[skip..], &right[other..]);
        let length = left.len().min(right.len()).min(ALIKE);
        length > 0 && left[..length].iter().zip(right).all(|(a, b)| a.1 == b.1)
    };
    (1..=GAP).find_map(|sum| {
        let skips = (0..=sum).filter(|skip| *skip < left.len() && sum - skip < right.len());
        skips.map(|skip| (skip, sum - skip)).find(|(skip, other)| is_alike(*skip, *other))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str, (start, end): (usize, usize)) -> String {
        text.chars().skip(start).take(end - start).collect()
    }

    fn check(plain: &str, quote: &str, read_as: &str) {
        let document = daryn_read::read(plain.as_bytes(), "a.txt");
        let alignment = Alignment::of(plain, &document);
        let byte = plain.find(quote).expect("a quotation");
        let start = plain[..byte].chars().count();
        let place = (start, start + quote.chars().count());
        let read = alignment.to_read(place.0, place.1).expect("a place");
        assert_eq!(words(&document.text, read), read_as);
        let back = alignment.to_plain(read.0, read.1).expect("a place");
        assert_eq!(words(plain, back), quote.trim());
    }

    #[test]
    fn spaces_lines_and_letters_may_differ() {
        check("Первая.\n\n\n  Вторая   строка.\n", "Вторая   строка", "Вторая строка");
        check("😀 а\u{a0}б\nвторая\n", "б\nвторая", "б\nвторая");
        // A Latin letter among Cyrillic ones is put right.
        check("Закон о мигpации населения.\n", "мигpации", "миграции");
        check("1) первый;\n2) второй;\n", " второй;", "второй;");
    }

    #[test]
    fn a_span_without_ink_has_no_place() {
        let plain = "а\n\n\nб";
        let alignment = Alignment::of(plain, &daryn_read::read(plain.as_bytes(), "a.txt"));
        assert_eq!(alignment.to_read(1, 4), None);
        assert_eq!(alignment.to_read(9, 12), None);
        assert_eq!(alignment.to_read(0, 1), Some((0, 1)));
    }

    proptest! {
        #[test]
        fn whatever_is_placed_says_the_same(
            plain in "[аәiбpcв😀 \n\t.1)\u{301}\u{ad}-]{0,80}",
            start in 0_usize..80,
            length in 0_usize..30,
        ) {
            let document = daryn_read::read(plain.as_bytes(), "a.txt");
            let alignment = Alignment::of(&plain, &document);
            if let Some(place) = alignment.to_read(start, start + length) {
                let found = words(&document.text, place).chars().filter(|c| is_ink(*c)).count();
                let meant = words(&plain, (start, (start + length).min(plain.chars().count())));
                prop_assert!(found > 0 && meant.chars().any(is_ink));
                let back = alignment.to_plain(place.0, place.1).expect("a way back");
                prop_assert_eq!(words(&plain, back), meant.trim_matches(|c| !is_ink(c)));
            }
        }
    }
}
