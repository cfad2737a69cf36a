//! How numbers of codes move with the codebook and with the coder.
//!
//! Each rule and each clue is left out once; two readings of some passages stand beside the rules.
//! Nothing here is a sample of anything, so nothing has an interval.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Support, Table};

use super::codes::named;
use super::{Told, table};
use crate::Output;

/// Codes of the built-in codebook about which a sentence is said.
const GROUPS: [(&str, &str); 2] = [("function", "function."), ("stage", "stage.")];

/// Rules and clues that a sentence names of those that turn a direction; the table names all.
const NAMED: usize = 2;

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    let columns = [
        "edition",
        "group",
        "code",
        "words_of_code",
        "words",
        "words_per_thousand",
        "least_per_thousand",
        "least_without",
        "most_per_thousand",
        "most_without",
        "emptied_by",
    ];
    let mut ranges = table("line_codebook", &columns);
    let columns = [
        "old",
        "new",
        "group",
        "code",
        "rate_old",
        "rate_new",
        "rate_change",
        "direction",
        "turned_by",
    ];
    let mut changes = table("line_codebook_changes", &columns);
    let columns = ["edition", "group", "code", "passages_read", "reader_1", "reader_2", "by_rules"];
    let mut coders = table("line_coders", &columns);
    for line in lines {
        not_varied(line, output);
        widest(line, output);
        for row in line.line.codebook_ranges.iter().flatten() {
            range(line, row, &mut ranges, output);
        }
        let steps: BTreeSet<(usize, usize)> =
            line.line.codebook_changes.iter().map(|row| (row.old, row.new)).collect();
        for (old, new) in steps {
            directions(line, old, new, output);
        }
        for row in &line.line.codebook_changes {
            change(line, row, &mut changes, output);
        }
        for place in 0..line.line.editions.len() {
            readers(line, place, output);
        }
        for row in &line.line.coders {
            coder(line, row, &mut coders, output);
        }
    }
    output.tables.extend([ranges, changes, coders]);
}

/// Passages of an edition that two people read.
fn read<'a>(line: &'a Told<'_>, edition: usize) -> Vec<&'a String> {
    let own = line.line.readings.iter().filter(|it| it.edition == edition);
    own.map(|it| &it.passage).collect()
}

/// What was not varied is said, so that nobody takes one coding for a range.
fn not_varied(line: &Told<'_>, output: &mut Output) {
    let editions = 0..line.line.editions.len();
    let unread: Vec<usize> = editions.clone().filter(|it| read(line, *it).is_empty()).collect();
    let (template, places) = match (&line.line.codebook_ranges, unread.len()) {
        (None, count) if count == line.line.editions.len() => {
            ("line-not-varied", editions.collect())
        }
        (None, _) => ("line-codebook-not-varied", editions.collect()),
        (Some(_), 0) => return,
        (Some(_), _) => ("line-coder-not-varied", unread),
    };
    let texts: Vec<String> = places.iter().map(|place| line.text(*place, output)).collect();
    let Some(support) = Support::new(texts) else { return };
    let editions = places.iter().map(|place| line.edition(*place));
    output.claims.push(
        line.claim("not-varied", template, support)
            .with("codebook", Arg::plain(&line.line.codebook))
            .with("editions", Arg::List(editions.collect())),
    );
}

/// The name and the group of a code.
fn code_of(line: &Told<'_>, id: &str) -> (Localized, Localized) {
    let found = line.line.codes.iter().find(|code| code.id == id);
    let bare = || (Localized::same(id), Localized::default());
    found.map_or_else(bare, |code| (named(code), code.group.clone()))
}

fn rate(line: &Told<'_>, edition: usize, words: i64) -> Arg {
    let all = line.line.editions[edition].words;
    if all == 0 {
        return Arg::Empty;
    }
    Arg::Number(Decimal::rounded(words as f64 * 1000.0 / all as f64, 1))
}

/// A value in a sentence.
fn told(value: Arg) -> Arg {
    if value.is_empty() { Arg::code("line-undefined", "value") } else { value }
}

fn part(part: &Option<String>) -> Arg {
    part.as_deref().map_or_else(|| Arg::code("line-part", "none"), Arg::plain)
}

fn parts(parts: &[String]) -> Arg {
    match parts {
        [] => Arg::code("line-part", "none"),
        _ => Arg::List(parts.iter().map(|part| Arg::plain(part)).collect()),
    }
}

/// A claim about words under a code with parts left out.
fn of_range(
    line: &Told<'_>,
    row: &LineRange,
    name: &str,
    template: &str,
    output: &mut Output,
) -> Claim {
    let of = format!("codebook.{}.{}", row.edition, row.code);
    let support = Support::one(line.passages(row.edition, &of, &row.passages, output));
    line.claim(name, template, support)
        .with("edition", line.edition(row.edition))
        .with("codebook", Arg::plain(&line.line.codebook))
        .with("code", Arg::text(&code_of(line, &row.code).0))
        .with("rate", told(rate(line, row.edition, row.words)))
        .with("least", told(rate(line, row.edition, row.least.0)))
        .with("least-without", part(&row.least.1))
        .with("most", told(rate(line, row.edition, row.most.0)))
        .with("most-without", part(&row.most.1))
}

fn range(line: &Told<'_>, row: &LineRange, table: &mut Table, output: &mut Output) {
    let name = format!("codebook.{}.{}", row.edition, row.code);
    let claim = of_range(line, row, &name, "line-codebook-range", output);
    let (code, group) = code_of(line, &row.code);
    let mut cells = line.head();
    cells.extend([
        line.edition(row.edition),
        Arg::text(&group),
        Arg::text(&code),
        Arg::Count(row.words),
        Arg::Count(line.line.editions[row.edition].words),
        rate(line, row.edition, row.words),
        rate(line, row.edition, row.least.0),
        part(&row.least.1),
        rate(line, row.edition, row.most.0),
        part(&row.most.1),
        parts(&row.emptied_by),
    ]);
    table.push(&claim, cells);
    output.claims.push(claim);
}

/// The code whose words move most, of all editions.
fn widest(line: &Told<'_>, output: &mut Output) {
    let Some(ranges) = &line.line.codebook_ranges else { return };
    let width = |row: &&LineRange| {
        let all = line.line.editions[row.edition].words.max(1);
        (row.most.0 - row.least.0) as f64 / all as f64
    };
    // Of equal ones that which stands first.
    let widest = ranges.iter().reduce(|best, row| match width(&row).total_cmp(&width(&best)) {
        Ordering::Greater => row,
        _ => best,
    });
    let claim = match widest.filter(|row| row.least.0 < row.most.0) {
        Some(row) => of_range(line, row, "codebook", "line-codebook", output),
        None => {
            let texts = (0..line.line.editions.len()).map(|place| line.text(place, output));
            let Some(support) = Support::new(texts.collect::<Vec<_>>()) else { return };
            line.claim("codebook", "line-codebook-unmoved", support)
                .with("codebook", Arg::plain(&line.line.codebook))
        }
    };
    output.claims.push(claim);
}

/// In how many codes the direction of the change holds, and in which it does not.
fn directions(line: &Told<'_>, old: usize, new: usize, output: &mut Output) {
    let own: Vec<&LineDirection> = line
        .line
        .codebook_changes
        .iter()
        .filter(|row| (row.old, row.new) == (old, new) && row.verdict != "no-change")
        .collect();
    if own.is_empty() {
        return;
    }
    let count = |verdict: &str| own.iter().filter(|row| row.verdict == verdict).count() as i64;
    let turned: Vec<&&LineDirection> =
        own.iter().filter(|row| row.verdict == "does-not-hold").collect();
    let shown = if turned.is_empty() { own.iter().collect() } else { turned.clone() };
    let mut sides = Vec::new();
    for (side, place) in [old, new].into_iter().enumerate() {
        let ids: BTreeSet<&String> = shown.iter().flat_map(|row| &row.passages[side]).collect();
        sides.push(line.passages(place, &format!("codebook.{old}-{new}"), ids, output));
    }
    let Some(support) = Support::new(sides) else { return };
    let codes = turned.iter().map(|row| {
        let (name, _) = code_of(line, &row.code);
        let by = row.turned_by.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let more = if row.turned_by.len() > NAMED { ", …" } else { "" };
        let name: Localized =
            name.iter().map(|(lang, text)| (lang, format!("{text} ({by}{more})"))).collect();
        Arg::text(&name)
    });
    let template = if turned.is_empty() { "line-codebook-holds" } else { "line-codebook-turns" };
    output.claims.push(
        line.claim(&format!("codebook.{old}-{new}"), template, support)
            .with("old", line.edition(old))
            .with("new", line.edition(new))
            .with("n", Arg::Count(own.len() as i64))
            .with("holds", Arg::Count(count("holds")))
            .with("turns", Arg::Count(count("does-not-hold")))
            .with("untested", Arg::Count(count("not-varied")))
            .with("codes", Arg::List(codes.collect())),
    );
}

fn change(line: &Told<'_>, row: &LineDirection, table: &mut Table, output: &mut Output) {
    let name = format!("codebook.{}-{}.{}", row.old, row.new, row.code);
    let old = line.passages(row.old, &name, &row.passages[0], output);
    let new = line.passages(row.new, &name, &row.passages[1], output);
    let (code, group) = code_of(line, &row.code);
    let number = |value: f64| Arg::Number(Decimal::rounded(value, 1));
    let moved = number(row.rates[1] - row.rates[0]);
    let [before, after] = row.rates.map(number);
    let direction = Arg::code("line-direction", &row.verdict);
    let template = if row.turned_by.is_empty() {
        "line-codebook-change"
    } else {
        "line-codebook-change-turned"
    };
    let claim = line
        .claim(&name, template, Support::one(old).and([new]))
        .with("old", line.edition(row.old))
        .with("new", line.edition(row.new))
        .with("code", Arg::text(&code))
        .with("before", before.clone())
        .with("after", after.clone())
        .with("direction", direction.clone())
        .with("turned", parts(&row.turned_by));
    let mut cells = line.head();
    cells.extend([
        line.edition(row.old),
        line.edition(row.new),
        Arg::text(&group),
        Arg::text(&code),
        before,
        after,
        moved,
        direction,
        parts(&row.turned_by),
    ]);
    table.push(&claim, cells);
    output.claims.push(claim);
}

/// How many of the passages that were read have a function, and a stage, by each coder.
fn readers(line: &Told<'_>, edition: usize, output: &mut Output) {
    let ids = read(line, edition);
    if ids.is_empty() {
        return;
    }
    let n = ids.len() as i64;
    let support = Support::one(line.passages(edition, &format!("readings.{edition}"), ids, output));
    let own = || line.line.coders.iter().filter(|row| row.edition == edition);
    // Passages with any code that begins so, by each of the two people and by rules.
    let counts = |begin: &str| -> [Arg; 3] {
        [0, 1, 2].map(|who: usize| {
            let rows = own().filter(|row| row.code.starts_with(begin));
            let given = rows.flat_map(|row| row.readers.get(who).unwrap_or(&row.rules));
            Arg::Count(given.collect::<BTreeSet<_>>().len() as i64)
        })
    };
    let profile = line.line.profile.iter().find(|row| row.edition == edition);
    let has_groups = profile.is_some_and(|row| row.all_functions > 0 && row.all_stages > 0);
    let template = if has_groups { "line-coders" } else { "line-coders-any" };
    let mut claim = line
        .claim(&format!("coders.{edition}"), template, support)
        .with("edition", line.edition(edition))
        .with("n", Arg::Count(n));
    for (name, begin) in [("any", "")].into_iter().chain(GROUPS) {
        for (who, count) in ["first", "second", "rules"].into_iter().zip(counts(begin)) {
            claim = claim.with(&format!("{name}-{who}"), count);
        }
    }
    output.claims.push(claim);
}

fn coder(line: &Told<'_>, row: &LineCoders, table: &mut Table, output: &mut Output) {
    let given: BTreeSet<&String> = row.readers.iter().flatten().chain(&row.rules).collect();
    let name = format!("coders.{}.{}", row.edition, row.code);
    let all = read(line, row.edition);
    let all = line.passages(row.edition, &format!("readings.{}", row.edition), all, output);
    let support = Support::one(all).and([line.passages(row.edition, &name, given, output)]);
    let (code, group) = code_of(line, &row.code);
    let count = |list: &[String]| Arg::Count(list.len() as i64);
    let counts = [count(&row.readers[0]), count(&row.readers[1]), count(&row.rules)];
    let [first, second, rules] = counts.clone();
    let claim = line
        .claim(&name, "line-coder", support)
        .with("edition", line.edition(row.edition))
        .with("code", Arg::text(&code))
        .with("n", Arg::Count(row.read))
        .with("first", first)
        .with("second", second)
        .with("rules", rules);
    let mut cells = line.head();
    cells.extend([
        line.edition(row.edition),
        Arg::text(&group),
        Arg::text(&code),
        Arg::Count(row.read),
    ]);
    cells.extend(counts);
    table.push(&claim, cells);
    output.claims.push(claim);
}
