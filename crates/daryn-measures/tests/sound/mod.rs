//! What must hold of any bytes that somebody calls a document with measures. Also used by the fuzz
//! target.

use daryn_measures::bodies::Bodies;
use daryn_measures::matching::{Side, matched};
use daryn_measures::measure::{Measure, Part};
use daryn_measures::{extract, ig, indicator, money, time};
use daryn_read::Document;
use daryn_text::Language;

/// Checks bytes whose first one chooses how the rest is read.
pub(crate) fn check_chosen(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else { return };
    let name = ["a.md", "a.txt", "a.html"][usize::from(*first) % 3];
    check(rest, name);
}

/// Extracts the measures of a document and looks whether they are sound.
pub(crate) fn check(bytes: &[u8], name: &str) {
    let document = daryn_read::read(bytes, name);
    let measures = extract(&document);
    for measure in &measures {
        sound(&document, measure);
    }
    // A document has the measures of itself.
    let side = Side { text: &document.text, measures: &measures };
    let found = matched(side, side, &Bodies::default());
    // A measure of which nothing is known but its verb may be like no other.
    let pairs = found.iter().filter(|it| it.old.is_some() && it.new.is_some()).count();
    assert_eq!(found.len() + pairs, 2 * measures.len());
    for language in [Language::Ru, Language::Kk, Language::En] {
        grammars(&document.text, language);
    }
}

/// Every part lies in the text, its code points name the words that its bytes do.
fn sound(document: &Document, measure: &Measure) {
    let passage = &document.passages[measure.passage];
    let lies = |part: Part| {
        let words = &document.text[part.start..part.end];
        assert!(!words.is_empty());
        assert_eq!(words.chars().count(), part.last - part.first);
        assert_eq!(document.text[..part.start].chars().count(), part.first);
    };
    for (_, part) in measure.parts() {
        part.into_iter().for_each(lies);
    }
    lies(measure.cue);
    assert!(passage.start <= measure.sentence.start && measure.sentence.end <= passage.end);
    assert!(measure.completeness() <= 6);
    let script = ig::script(measure, &document.text);
    assert!(!script.contains(['\n', '[', ']', '{', '}']), "{script}");
}

/// What the grammars find is in order, does not overlap and lies in the text.
fn grammars(text: &str, language: Language) {
    let in_order = |ranges: Vec<std::ops::Range<usize>>| {
        assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start));
        assert!(ranges.iter().all(|it| text.get(it.clone()).is_some()));
    };
    in_order(time::find(text, language).into_iter().map(|it| it.range).collect());
    in_order(money::find(text, language).into_iter().map(|it| it.range).collect());
    in_order(indicator::values(text).into_iter().map(|it| it.range).collect());
}
