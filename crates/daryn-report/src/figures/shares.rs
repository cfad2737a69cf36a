//! Shares that add up to one: how often each recommendation takes each rank, and beside it how far
//! its rank hangs on one practice or one verdict.

use daryn_model::Arg;
use daryn_model::record::Decimal;
use daryn_policy::figure::{RankRanges, ShareRow};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, width};

/// Height of the names of the ranks above the rows.
const HEAD: f64 = 22.0;
const ROW: f64 = 62.0;
/// The bar of shares.
const BAR: (f64, f64) = (4.0, 392.0);
/// Where the words of the ranges begin.
const WORDS: f64 = 404.0;
/// The axis of ranks, from the first to the last.
const RANKS: (f64, f64) = (596.0, 746.0);

/// One bar a row, cut by rank, rank 1 first; to its right two ranges on an axis of ranks.
pub(super) fn draw(canvas: &Canvas<'_>, rows: &[ShareRow], title: &str) -> Markup {
    let last = rows.len().max(1);
    let height = HEAD + rows.len() as f64 * ROW + 6.0;
    let body = html! {
        text class="axis" x=(n(BAR.0)) y="14" {
            (cut(&canvas.speaker.word("rank-shares-head"), BAR.1 - BAR.0))
        }
        text class="axis" x=(n(WORDS)) y="14" {
            (cut(&canvas.speaker.word("rank-ranges-head"), RANKS.0 - WORDS - 10.0))
        }
        @for rank in named(last) {
            text class="axis" x=(n(at(rank, last))) y="14" text-anchor="middle" { (rank) }
        }
        @for (number, row) in rows.iter().enumerate() {
            @let y = HEAD + number as f64 * ROW;
            (shares(canvas, row, y))
            (ranges(canvas, &row.ranges, last, y))
        }
    };
    canvas.svg(title, height, &body)
}

fn shares(canvas: &Canvas<'_>, row: &ShareRow, y: f64) -> Markup {
    let room = BAR.1 - BAR.0;
    let parts = parts(&row.shares);
    canvas.mark(
        &row.claim,
        &html! {
            rect class="hit" x="0" y=(n(y)) width=(n(BAR.1 + 6.0)) height=(n(ROW)) {}
            @for (rank, from, share) in &parts {
                rect class=(tone(*rank)) x=(n(BAR.0 + from * room)) y=(n(y + 26.0))
                    width=(n(share * room)) height="22" {}
            }
        },
        &html! {
            text class="label" x=(n(BAR.0)) y=(n(y + 16.0)) {
                (canvas.label(&row.label, WIDTH - 10.0))
            }
            @for (rank, from, share) in &parts {
                @let percent = canvas.speaker.decimal(&Decimal::rounded(100.0 * share, 0));
                @let words = canvas.speaker.say("rank-label", &[
                    ("rank", Arg::Count(*rank as i64)),
                    ("share", Arg::plain(&percent)),
                ]);
                @let number = rank.to_string();
                @let fits = |words: &String| share * room > width(words);
                // Where the words do not fit, the number of the rank alone may.
                @if let Some(words) = [words, number].into_iter().find(fits) {
                    text class=(if *rank == 1 { "count on" } else { "count" })
                        x=(n(BAR.0 + (from + share / 2.0) * room)) y=(n(y + 41.0))
                        text-anchor="middle" { (words) }
                }
            }
        },
    )
}

/// Full line: one practice less. Broken line: one verdict moved. Disc: the rank.
fn ranges(canvas: &Canvas<'_>, ranges: &RankRanges, last: usize, y: f64) -> Markup {
    let drawn = [
        ("rank-range-practice", ranges.by_practice, y + 29.0, "range"),
        ("rank-range-gap", ranges.by_gap, y + 46.0, "range broken"),
    ];
    canvas.mark(
        &ranges.claim,
        &html! {
            rect class="hit" x=(n(WORDS - 6.0)) y=(n(y + 20.0)) width=(n(WIDTH - WORDS + 6.0))
                height=(n(ROW - 24.0)) {}
            @for rank in 1..=last {
                line class="rule" x1=(n(at(rank, last))) x2=(n(at(rank, last)))
                    y1=(n(y + 22.0)) y2=(n(y + 53.0)) {}
            }
            @for (_, (low, high), center, class) in &drawn {
                @let (low, high) = (at(*low, last), at(*high, last));
                line class=(class) x1=(n(low)) x2=(n(high)) y1=(n(*center)) y2=(n(*center)) {}
                @for end in [low, high] {
                    line class="range" x1=(n(end)) x2=(n(end)) y1=(n(center - 5.0))
                        y2=(n(center + 5.0)) {}
                }
                circle class="cell full" cx=(n(at(ranges.rank, last))) cy=(n(*center)) r="3.4" {}
            }
        },
        &html! {
            @for (key, (low, high), center, _) in &drawn {
                @let words = canvas.speaker.say(key, &[
                    ("shape", Arg::plain(if low == high { "same" } else { "range" })),
                    ("low", Arg::Count(*low as i64)),
                    ("high", Arg::Count(*high as i64)),
                ]);
                text class="label" x=(n(WORDS)) y=(n(center + 4.0)) {
                    (cut(&words, RANKS.0 - WORDS - 4.0))
                }
            }
        },
    )
}

/// Place of a rank on the axis.
fn at(rank: usize, last: usize) -> f64 {
    let step = if last > 1 { (RANKS.1 - RANKS.0) / (last - 1) as f64 } else { 0.0 };
    RANKS.0 + (rank - 1) as f64 * step
}

/// Ranks whose numbers stand above the axis: all of a few, some of many.
fn named(last: usize) -> impl Iterator<Item = usize> {
    (1..=last).step_by(last.div_ceil(10))
}

/// Rank, start and width of every part that can be seen.
fn parts(shares: &[f64]) -> Vec<(usize, f64, f64)> {
    let mut from = 0.0;
    let mut parts = Vec::new();
    for (rank, share) in (1..).zip(shares) {
        if *share >= 0.0005 {
            parts.push((rank, from, *share));
        }
        from += share;
    }
    parts
}

/// Rank 1 is full, rank 2 half, the others are outlines: told apart without colour.
fn tone(rank: usize) -> &'static str {
    match rank {
        1 => "share first",
        2 => "share second",
        _ => "share other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_stand_between_the_ends_of_their_axis() {
        assert_eq!((at(1, 7), at(7, 7)), RANKS);
        assert_eq!(at(4, 7), (RANKS.0 + RANKS.1) / 2.0);
        assert_eq!(at(1, 1), RANKS.0);
    }

    #[test]
    fn few_ranks_are_all_named_and_many_do_not_crowd() {
        assert_eq!(named(3).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(named(10).count(), 10);
        assert_eq!(named(25).collect::<Vec<_>>(), [1, 4, 7, 10, 13, 16, 19, 22, 25]);
        assert_eq!(named(1).collect::<Vec<_>>(), [1]);
    }
}
