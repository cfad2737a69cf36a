//! A comparison as a page that loads nothing: both texts side by side.
//!
//! Changes are marked by lines and weight, not by colour, and a reader of screens hears where they
//! begin and end.

use daryn_compare::{Counts, DifferenceKind, Op, Pair, Status, Unit};
use daryn_read::document::name;
use daryn_report::Speaker;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Compared, code, heading, summary, told, units};

const STYLE: &str = include_str!("page.css");

const STATUSES: [Status; 5] =
    [Status::Kept, Status::Edited, Status::Moved, Status::New, Status::Dropped];

/// The page in the language of the user.
pub(super) fn page(compared: &Compared, speaker: &Speaker) -> String {
    let word = |key: &str| speaker.word(key);
    let comparison = &compared.comparison;
    let pairs = || comparison.pairs.iter().chain(&comparison.outside).enumerate();
    let changed = || pairs().filter(|(_, pair)| pair.status != Status::Kept);
    let markup = html! {
        (DOCTYPE)
        html lang=(word("compare-lang")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (word("compare-title")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (word("compare-title")) }
                    p { (compared.names[0]) " → " (compared.names[1]) }
                    (counts(compared, speaker))
                    @if comparison.differences.is_some() { (differences(compared, speaker)) }
                    nav aria-label=(word("compare-changed")) {
                        h2 { (word("compare-changed")) }
                        ul {
                            @for (place, pair) in changed() {
                                li {
                                    a href=(format!("#u{place}")) {
                                        (title(pair, compared))
                                    }
                                    " — " (told(pair, speaker))
                                }
                            }
                        }
                    }
                    @for (place, pair) in pairs() { (section(place, pair, compared, speaker)) }
                }
            }
        }
    };
    markup.into_string()
}

/// The first line of a unit, in the language of its text.
fn title(pair: &Pair, compared: &Compared) -> Markup {
    let side = usize::from(pair.new.is_some());
    let lang = compared.documents[side].language.tag();
    let words = [&pair.old, &pair.new][side].as_ref().map(heading).unwrap_or_default();
    html! { span lang=[lang] { (words) } }
}

fn counts(compared: &Compared, speaker: &Speaker) -> Markup {
    let comparison = &compared.comparison;
    let rows = [
        (units(comparison.level), Counts::of(&comparison.pairs)),
        ("compare-outside", Counts::of(&comparison.outside)),
    ];
    let number = |counts: &Counts, status: Status| match status {
        Status::Kept => counts.kept,
        Status::Edited => counts.edited,
        Status::Moved => counts.moved,
        Status::New => counts.new,
        Status::Dropped => counts.dropped,
    };
    html! {
        table {
            thead {
                tr {
                    th scope="col" { (speaker.word("compare-head-part")) }
                    @for status in STATUSES {
                        th scope="col" { (speaker.word(&format!("compare-status-{}", code(status)))) }
                    }
                }
            }
            tbody {
                @for (what, counts) in &rows {
                    tr {
                        th scope="row" { (speaker.word(what)) }
                        @for status in STATUSES {
                            td.n { (speaker.integer(number(counts, status) as i64)) }
                        }
                    }
                }
            }
        }
    }
}

fn differences(compared: &Compared, speaker: &Speaker) -> Markup {
    let word = |key: &str| speaker.word(key);
    let found: Vec<_> = compared.comparison.differences.iter().flatten().collect();
    let missing = || word("compare-missing");
    html! {
        h2 { (summary(&compared.comparison, speaker).pop().unwrap_or_default()) }
        @if !found.is_empty() {
            table {
                thead {
                    tr {
                        th scope="col" { (word("compare-head-label")) }
                        th scope="col" { (word("compare-head-kind")) }
                        th scope="col" { (compared.names[0]) }
                        th scope="col" { (compared.names[1]) }
                    }
                }
                tbody {
                    @for one in found {
                        tr {
                            td { (one.label.clone().unwrap_or_else(|| word("compare-no-label"))) }
                            td {
                                (word(match one.kind {
                                    DifferenceKind::Number => "compare-kind-number",
                                    DifferenceKind::Date => "compare-kind-date",
                                    DifferenceKind::Label => "compare-kind-label",
                                }))
                                @if one.in_note { " (" (word("compare-in-note")) ")" }
                            }
                            @for (side, words) in [&one.old, &one.new].into_iter().enumerate() {
                                @match words {
                                    None => td { (missing()) },
                                    Some(words) => {
                                        td lang=[compared.documents[side].language.tag()] {
                                            (words)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn section(place: usize, pair: &Pair, compared: &Compared, speaker: &Speaker) -> Markup {
    let sides = html! {
        div.sides {
            (side(pair, 0, compared, speaker))
            (side(pair, 1, compared, speaker))
        }
    };
    html! {
        section.pair id=(format!("u{place}")) aria-labelledby=(format!("h{place}")) {
            h2 id=(format!("h{place}")) { (told(pair, speaker)) ": " (title(pair, compared)) }
            @if pair.status == Status::Kept {
                details { summary { (speaker.word("compare-show")) } (sides) }
            } @else {
                (sides)
            }
        }
    }
}

fn side(pair: &Pair, side: usize, compared: &Compared, speaker: &Speaker) -> Markup {
    let (key, own) = [("compare-old", Op::Old), ("compare-new", Op::New)][side];
    let unit: Option<&Unit> = [&pair.old, &pair.new][side].as_ref();
    let lang = compared.documents[side].language.tag();
    html! {
        div.side {
            h3 {
                (speaker.word(key))
                @if let Some(unit) = unit { " · " (name(unit.place)) }
            }
            @match unit {
                None => span.none { (speaker.word("compare-missing")) },
                Some(unit) => div lang=[lang] {
                    @if pair.difference.is_empty() { (unit.text) }
                    @for piece in &pair.difference {
                        @if piece.op == own {
                            (marked(own, &piece.text, speaker))
                        } @else if piece.op == Op::Same {
                            (piece.old_text.as_ref().filter(|_| side == 0).unwrap_or(&piece.text))
                        }
                    }
                },
            }
        }
    }
}

fn marked(op: Op, text: &str, speaker: &Speaker) -> Markup {
    let spoken = |key: &str| html! { span.spoken { " [" (speaker.word(key)) "] " } };
    match op {
        Op::Old => {
            html! { del { (spoken("compare-dropped-from")) (text) (spoken("compare-dropped-to")) } }
        }
        _ => html! { ins { (spoken("compare-new-from")) (text) (spoken("compare-new-to")) } },
    }
}
