//! What stands around a passage: the sentence that begins its list, and the headings above it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use daryn_read::{Document, Kind};
use daryn_text::sentence::sentences;

/// What of its list is read with an item, as bytes of the text; empty where there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The sentence that begins the list, without a printed number.
    pub lead: Range<usize>,
    /// The last sentence of the last item of the list.
    pub tail: Range<usize>,
}

/// What is read with each leaf that is an item of a list.
///
/// An item of a list is a sub-point, or a paragraph that begins with a small letter or a dash. Its
/// lead-in is the last sentence of the leaf before the first item, if that ends with a colon. An
/// item may end with a colon, too: it begins a list of its own for the items of another sort that
/// follow (dashes or letters below numbers, or numbers that begin anew), until the outer list goes
/// on. Other words do not end a list whose labels go on behind them; a list that begins anew, a
/// point, an article and a heading do.
///
/// An item that ends with a semicolon, a comma or a colon is part of a sentence that goes on to the last item
/// of the list, and this is its tail. In Kazakh the predicate of a list stands there.
#[must_use]
pub fn beside(document: &Document) -> BTreeMap<usize, Beside> {
    let (members, last_items) = lists(document);
    let mut found = BTreeMap::new();
    for Member { place, lead, list } in members {
        let words = document.words(&document.passages[place]);
        let last = last_items[list];
        let tail = if words.trim_end().ends_with([';', ',', ':']) && last > place {
            let passage = &document.passages[last];
            let sentence = last_sentence(document.words(passage));
            passage.start + sentence.start..passage.start + sentence.end
        } else {
            0..0
        };
        found.insert(place, Beside { lead, tail });
    }
    found
}

/// An item with its lead-in and the number of its list.
struct Member {
    place: usize,
    lead: Range<usize>,
    list: usize,
}

/// Items in order, and for each list its last item.
fn lists(document: &Document) -> (Vec<Member>, Vec<usize>) {
    let mut members = Vec::new();
    let mut last_items: Vec<usize> = Vec::new();
    // Lists inside a cell of a table are apart from those around it.
    let mut open: BTreeMap<Option<usize>, Vec<List>> = BTreeMap::new();
    let mut cells: Vec<Option<usize>> = Vec::with_capacity(document.passages.len());
    let leaves = document.leaves();
    let mut leaves = leaves.iter().peekable();
    for (place, passage) in document.passages.iter().enumerate() {
        let is_cell = |parent: usize| document.passages[parent].kind == Kind::Cell;
        let cell = passage
            .parent
            .and_then(|parent| if is_cell(parent) { Some(parent) } else { cells[parent] });
        cells.push(cell);
        let is_leaf = leaves.next_if(|leaf| **leaf == place).is_some();
        if matches!(passage.kind, Kind::Note | Kind::Toc) {
            continue;
        }
        let lists = open.entry(cell).or_default();
        if !matches!(passage.kind, Kind::Paragraph | Kind::SubPoint | Kind::Table) {
            lists.clear();
        }
        if !is_leaf {
            continue;
        }
        let words = document.words(passage);
        let item = Item::of(document, place);
        if let Some(item) = &item {
            if let Some(list) = list_of(item, lists) {
                let lead = list.lead.clone();
                members.push(Member { place, lead, list: list.number });
                last_items[list.number] = place;
            }
        } else {
            for list in lists.iter_mut() {
                list.is_interrupted = true;
            }
        }
        if words.trim_end().ends_with(':') && passage.kind != Kind::Cell {
            if item.is_none() {
                lists.clear();
            }
            let sentence = last_sentence(words);
            let first = sentence.start.max(body(document, place));
            let lead = passage.start + first.min(sentence.end)..passage.start + sentence.end;
            if lists.len() < MOST_DEEP {
                let number = last_items.len();
                last_items.push(place);
                lists.push(List { number, lead, opener: item, items: None, is_interrupted: false });
            }
        }
    }
    (members, last_items)
}

/// Most lists that stand in each other; no act has half as many.
const MOST_DEEP: usize = 16;

/// A list that may go on.
struct List {
    number: usize,
    lead: Range<usize>,
    /// The item of an outer list that begins it.
    opener: Option<Item>,
    /// Its first item, and the last one with its sort.
    items: Option<(Item, Item)>,
    /// Whether other words stood behind its last item.
    is_interrupted: bool,
}

impl List {
    fn has_sort(&self, sort: Sort) -> bool {
        self.items.as_ref().is_some_and(|(first, _)| first.sort == sort)
    }

    /// Whether an item can be the next one of its sort.
    fn may_hold_next(&self, item: &Item) -> bool {
        let Some((first, last)) = &self.items else { return false };
        let goes_on = || item.label != first.label && item.follows(last);
        first.sort == item.sort && (item.sort == Sort::Plain || goes_on())
    }
}

/// An item by what is printed before it.
#[derive(Clone, PartialEq, Eq)]
struct Item {
    sort: Sort,
    label: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Letter,
    /// A dash, or a small letter of its own words.
    Plain,
}

impl Item {
    fn of(document: &Document, place: usize) -> Option<Item> {
        let passage = &document.passages[place];
        let first_of = passage.parent.filter(|parent| parent + 1 == place);
        // The words of a sub-point that holds others.
        let holder = first_of.map(|parent| &document.passages[parent]);
        let holder = holder.filter(|_| passage.kind == Kind::Paragraph);
        let point = holder.unwrap_or(passage);
        if point.kind == Kind::SubPoint {
            let label = point.label.as_deref().unwrap_or_default();
            let label = label.trim_matches(['(', ')', '.']).to_lowercase();
            let sort = match label.chars().next() {
                Some(first) if first.is_ascii_digit() => Sort::Number,
                Some(_) => Sort::Letter,
                None => Sort::Plain,
            };
            return Some(Item { sort, label });
        }
        let first = document.words(passage).chars().next()?;
        let is_plain = first.is_lowercase() || matches!(first, '-' | '–' | '—' | '•');
        (passage.kind == Kind::Paragraph && is_plain)
            .then(|| Item { sort: Sort::Plain, label: String::new() })
    }

    /// Whether an item of the same sort can stand behind another one in the same list.
    fn follows(&self, other: &Item) -> bool {
        match (self.order(), other.order()) {
            (Some(own), Some(others)) => own > others,
            // An order that is not known, as that of Roman numbers, is not doubted.
            _ => true,
        }
    }

    fn order(&self) -> Option<Vec<u32>> {
        match self.sort {
            Sort::Number => self
                .label
                .split(|c: char| !c.is_ascii_digit())
                .map(|part| part.parse().ok())
                .collect(),
            Sort::Letter => {
                let mut letters = self.label.chars();
                let (letter, rest) = (letters.next()?, letters.next());
                let place = ALPHABETS.chars().position(|other| other == letter)?;
                rest.is_none().then(|| vec![place as u32])
            }
            Sort::Plain => None,
        }
    }
}

/// Kazakh letters stand among the Russian ones, as in lists of acts.
const ALPHABETS: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyz";

/// The list to which an item belongs; lists that it ends are closed.
fn list_of<'a>(item: &Item, lists: &'a mut Vec<List>) -> Option<&'a List> {
    while let Some(list) = lists.last() {
        let outer = &lists[..lists.len() - 1];
        let belongs = match (&list.items, &list.opener) {
            (None, _) if list.is_interrupted => false,
            (None, None) => true,
            // Numbers below a number are those of another list only if they begin anew.
            (None, Some(opener)) if opener.sort == item.sort => {
                item.sort != Sort::Plain && !item.follows(opener)
            }
            (None, Some(_)) => !outer.iter().any(|list| list.may_hold_next(item)),
            (Some(_), _) if list.is_interrupted && item.sort == Sort::Plain => return None,
            (Some(_), _) if list.may_hold_next(item) => true,
            // Labels that begin anew, or an item of another sort, without other words before.
            (Some(_), _) => {
                !list.is_interrupted && !outer.iter().any(|list| list.has_sort(item.sort))
            }
        };
        if belongs {
            break;
        }
        lists.pop();
    }
    let list = lists.last_mut()?;
    match &mut list.items {
        None => list.items = Some((item.clone(), item.clone())),
        Some((first, last)) if first.sort == item.sort => *last = item.clone(),
        Some(_) => {}
    }
    list.is_interrupted = false;
    Some(list)
}

fn last_sentence(words: &str) -> Range<usize> {
    sentences(words).pop().unwrap_or(0..words.len())
}

/// Where the words of a leaf begin behind what is printed before them: `12.1.`, `5-2)`, `5-бап.`,
/// `Статья 5.`; as bytes of its words.
pub(crate) fn body(document: &Document, place: usize) -> usize {
    let passage = &document.passages[place];
    let words = document.words(passage);
    let first_of = passage.parent.filter(|parent| parent + 1 == place);
    let around = first_of.map(|parent| &document.passages[parent]);
    let label = passage.label.as_deref().or_else(|| around?.label.as_deref());
    let behind = label
        .and_then(|label| Some((words.find(label)?, label.len())))
        .filter(|(at, _)| is_name_of_part(&words[..*at]))
        .map(|(at, length)| at + length)
        .map(|at| at + suffix(&words[at..]))
        .or_else(|| number(words));
    let Some(behind) = behind else { return 0 };
    let rest = words[behind..].trim_start_matches(|c: char| !c.is_alphanumeric());
    // A number with nothing behind it is all there is to see.
    if rest.is_empty() { 0 } else { words.len() - rest.len() }
}

/// Nothing, or a word as «Статья».
fn is_name_of_part(before: &str) -> bool {
    let word = before.trim();
    word.is_empty()
        || before.ends_with(char::is_whitespace) && word.chars().all(char::is_alphabetic)
}

/// «-бап», «-тарау», «-бөлім» behind a number.
fn suffix(behind: &str) -> usize {
    let Some(rest) = behind.strip_prefix('-') else { return 0 };
    let word: usize = rest.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    if word == 0 { 0 } else { word + 1 }
}

/// Digits with a point or a bracket behind them, where no label is known: `12.1. `, `5-2) `.
fn number(words: &str) -> Option<usize> {
    let end = words.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | ')'))?;
    let mark = &words[..end];
    let is_mark = mark.starts_with(|c: char| c.is_ascii_digit()) && mark.ends_with(['.', ')']);
    (is_mark && words[end..].starts_with(char::is_whitespace)).then_some(end)
}

/// For each passage the nearest heading before it that has the same parent.
#[must_use]
pub fn headings_before(document: &Document) -> Vec<Option<usize>> {
    let mut last: HashMap<Option<usize>, usize> = HashMap::new();
    let passages = document.passages.iter().enumerate();
    passages
        .map(|(place, passage)| {
            let before = last.get(&passage.parent).copied();
            if passage.kind == Kind::Heading {
                last.insert(passage.parent, place);
            }
            before
        })
        .collect()
}

/// The words of the headings above a passage, from the outermost one: the title of each part in
/// which it stands, and the nearest heading before it or one of these parts. A heading stands under
/// titles only, since which of two headings is the higher one is not known.
#[must_use]
pub fn headings(document: &Document, before: &[Option<usize>], place: usize) -> String {
    let mut above: Vec<usize> = Vec::new();
    let is_heading = document.passages[place].kind == Kind::Heading;
    let mut around = Some(place);
    while let Some(place) = around {
        let nearest = before[place].filter(|_| !is_heading);
        above.extend(nearest);
        let parent = document.passages[place].parent;
        let title = parent.map(|parent| parent + 1).filter(|title| {
            let first = &document.passages[*title];
            first.kind == Kind::Heading && first.parent == parent && *title != place
        });
        above.extend(title.filter(|title| Some(*title) != nearest));
        around = parent;
    }
    above.reverse();
    let words: Vec<&str> =
        above.into_iter().map(|place| document.words(&document.passages[place])).collect();
    words.join("\n")
}
