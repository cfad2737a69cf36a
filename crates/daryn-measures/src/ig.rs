//! Measures as statements of the Institutional Grammar, in IG Script.
//!
//! Source: Frantz and Siddiki, “Institutional Grammar 2.0: A specification for encoding and
//! analyzing institutional design”, Public Administration 99(2), 2021; the notation is that of IG
//! Parser. `A` who, `D` must or may, `I` the action, `Bdir` its object, `Bind` for whom, `Cac` if
//! what, `Cex` by when, by which means, with what money and result.

use std::fmt::Write as _;

use crate::measure::{Measure, Part};

/// A measure as one line of IG Script. Parts that are not stated are left out.
///
/// Brackets and braces would be read as operators and nested statements, and a parenthesis without
/// its other one would end a component, so they are left out of the words.
#[must_use]
pub fn script(measure: &Measure, text: &str) -> String {
    let deadline = measure.deadline.as_ref().map(|it| it.0);
    let money = measure.money.as_ref().map(|it| it.0);
    let indicator = measure.indicator.as_ref().map(|it| it.0);
    let (deontic, action) = aim(measure, text);
    let components: [(&str, Option<String>); 9] = [
        ("A", words(measure.actor, text)),
        ("D", deontic),
        ("I", action),
        ("Bdir", words(measure.object, text)),
        ("Bind", words(outside(measure.target_group, measure.object), text)),
        ("Cac", words(measure.condition, text)),
        ("Cex", words(deadline, text)),
        ("Cex", words(measure.instrument, text)),
        ("Cex", words(money, text)),
    ];
    let mut line = String::new();
    for (symbol, words) in components.into_iter().chain([("Cex", words(indicator, text))]) {
        if let Some(words) = words.filter(|it| !it.is_empty()) {
            let space = if line.is_empty() { "" } else { " " };
            let _ = write!(line, "{space}{symbol}({words})");
        }
    }
    line
}

/// The deontic and the action without it: the annotated action holds the deontic beside it.
fn aim(measure: &Measure, text: &str) -> (Option<String>, Option<String>) {
    let Some(action) = measure.action else { return (words(measure.deontic, text), None) };
    let Some(deontic) = measure.deontic else { return (None, words(Some(action), text)) };
    let is_inside = action.start <= deontic.start && deontic.end <= action.end;
    if !is_inside {
        return (words(Some(deontic), text), words(Some(action), text));
    }
    let around = [&text[action.start..deontic.start], &text[deontic.end..action.end]];
    let rest: Vec<&str> = around.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect();
    match rest.is_empty() {
        // «запрещается»: the deontic is all that is said.
        true => (words(Some(deontic), text), None),
        false => (words(Some(deontic), text), Some(plain(&rest.join(" ")))),
    }
}

/// A part that does not lie in another one.
fn outside(part: Option<Part>, other: Option<Part>) -> Option<Part> {
    part.filter(|part| other.is_none_or(|it| part.end <= it.start || it.end <= part.start))
}

fn words(part: Option<Part>, text: &str) -> Option<String> {
    part.map(|part| plain(part.words(text)))
}

/// Words on one line, without marks that the notation would read.
fn plain(words: &str) -> String {
    let balanced = {
        let mut open = 0i32;
        let mut lowest = 0;
        for letter in words.chars() {
            open += i32::from(letter == '(') - i32::from(letter == ')');
            lowest = lowest.min(open);
        }
        open == 0 && lowest == 0
    };
    let kept = |letter: &char| match letter {
        '(' | ')' => balanced,
        '[' | ']' | '{' | '}' => false,
        _ => true,
    };
    let kept: String = words.chars().filter(kept).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_notation_do_not_stand_in_words() {
        assert_eq!(plain("орган (далее – центр)\tАлматы"), "орган (далее – центр) Алматы");
        assert_eq!(plain("орган (далее [1] {а}"), "орган далее 1 а");
        assert_eq!(plain(")("), "");
    }
}
