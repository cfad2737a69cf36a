//! Whether two proposals in two languages may say the same, as far as that can be told without
//! understanding their words.
//!
//! They do not where one says must and the other one may or must not; where they print other
//! numbers, or the same ones from and to the other way round; where dates, terms, sums or measured
//! values are other ones, as rules read them or as they are printed in the words of a part; or where
//! both name bodies that the study knows, and not the same ones. What one of them does not state
//! speaks against nothing.

use std::borrow::Cow;

use daryn_measures::bodies::Bodies;
use daryn_measures::{indicator, money, time};
use daryn_text::Language;

use super::proposals::Proposal;

/// Values that two languages write alike.
const VALUES: [&str; 4] = ["deadline_to", "baseline", "target_value", "target_year"];

/// Parts whose words hold numbers; they may stand in a cell that covers the row from above.
const NUMBERED: [&str; 3] = ["deadline", "money", "indicator"];

/// Whether nothing that can be compared speaks against two proposals being one measure.
pub(super) fn agree(one: &Proposal, other: &Proposal, named: &Bodies) -> bool {
    let is_same = |column: &str| agrees(one.get(column), other.get(column));
    let has_same_numbers = |part: &&str| {
        let [own, its] = [one, other].map(|it| numbers(it.get(part)));
        is_within(&own, &its) || is_within(&its, &own)
    };
    let [own, its] = [one, other].map(Read::of);
    let bodies = [one, other].map(|it| named.named(it.get("actor")));
    one.get("language") != other.get("language")
        && one.get("polarity") == other.get("polarity")
        && VALUES.iter().all(|column| is_same(column))
        && own.cells.iter().zip(&its.cells).all(|(own, its)| agrees(own, its))
        && numbers(one.get("text")) == numbers(other.get("text"))
        && NUMBERED.iter().all(has_same_numbers)
        && !is_reversed(one.get("text"), other.get("text"))
        && (bodies.iter().any(|it| it.is_empty()) || bodies[0] == bodies[1])
}

fn agrees(own: &str, its: &str) -> bool {
    own.is_empty() || its.is_empty() || own == its
}

/// What is said of deadline and money: as rules read it, else as it is read out of their words. A
/// person may have changed them, and stores of earlier versions hold nothing else.
struct Read<'a> {
    /// Term or recurrence with its unit, the first day, the sum with its currency.
    cells: [Cow<'a, str>; 5],
}

impl<'a> Read<'a> {
    fn of(proposal: &'a Proposal) -> Read<'a> {
        let language = match proposal.get("language") {
            "ru" => Language::Ru,
            "kk" => Language::Kk,
            _ => Language::En,
        };
        let words = proposal.get("deadline");
        let when = time::joined(words, &time::find(words, language)).into_iter().next();
        let when = when.map(|it| it.when);
        // A number without a currency may count thousands or millions, as the head of its column
        // says, so that it is no sum.
        let sum = money::first(proposal.get("money"), language).map(|it| it.money);
        let sum = sum.filter(|it| it.currency.is_some());
        let of = |column: &str, read: Option<String>| match proposal.get(column) {
            "" => Cow::Owned(read.unwrap_or_default()),
            cell => Cow::Borrowed(cell),
        };
        let unit = when.as_ref().and_then(|it| it.unit).map(|it| serde_json::json!(it));
        let cells = [
            of("deadline_count", when.as_ref().and_then(|it| it.count).map(|it| it.to_string())),
            of("deadline_unit", unit.and_then(|it| it.as_str().map(str::to_owned))),
            of("deadline_from", when.and_then(|it| it.from).map(|it| it.to_string())),
            of("amount", sum.as_ref().and_then(|it| it.amount.clone())),
            of("currency", sum.and_then(|it| it.currency).map(str::to_owned)),
        ];
        Read { cells }
    }
}

/// Runs of digits, in no order: languages order words in their own ways.
fn numbers(words: &str) -> Vec<&str> {
    let mut numbers: Vec<&str> =
        words.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    numbers.sort_unstable();
    numbers
}

/// Whether all numbers of one part stand in the other: where a part begins and ends is told by the
/// rules of each language. Both are sorted.
fn is_within(own: &[&str], its: &[&str]) -> bool {
    let mut rest = its.iter();
    own.iter().all(|number| rest.any(|it| it == number))
}

/// Whether one text goes from a number to another one and the other text goes back.
fn is_reversed(one: &str, other: &str) -> bool {
    let is_against = |own: &str, its: &str| {
        let (printed, known) = (indicator::numbers(its), indicator::steps(its));
        indicator::steps(own).into_iter().filter(|step| !known.contains(step)).any(|(from, to)| {
            let is_back = known.iter().any(|it| it.0 == to && it.1 == from);
            let first = printed.iter().position(|it| *it == from);
            let last = printed.iter().rposition(|it| *it == to);
            // Words from and to tell more than the order of numbers.
            let is_silent = known.is_empty();
            let is_turned = first.zip(last).is_some_and(|(first, last)| first > last);
            from != to && (is_back || is_silent && is_turned)
        })
    };
    is_against(one, other) || is_against(other, one)
}
