//! Shares that add up to one: how often each recommendation takes each rank.

use daryn_model::Arg;
use daryn_model::record::Decimal;
use daryn_policy::figure::ShareRow;
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, width};

const ROW: f64 = 46.0;

/// One bar a row, cut by rank, rank 1 first.
pub(super) fn draw(canvas: &Canvas<'_>, rows: &[ShareRow], title: &str) -> Markup {
    let height = rows.len() as f64 * ROW + 6.0;
    let body = html! {
        @for (number, row) in rows.iter().enumerate() {
            @let y = number as f64 * ROW + 4.0;
            @let parts = parts(&row.shares);
            (canvas.mark(&row.claim, &html! {
                rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                @for (rank, from, share) in &parts {
                    rect class=(tone(*rank)) x=(n(4.0 + from * (WIDTH - 8.0))) y=(n(y + 18.0))
                        width=(n(share * (WIDTH - 8.0))) height="20" {}
                }
            }, &html! {
                text class="label" x="4" y=(n(y + 12.0)) { (canvas.label(&row.label, WIDTH - 10.0)) }
                @for (rank, from, share) in &parts {
                    @let percent = canvas.speaker.decimal(&Decimal::rounded(100.0 * share, 0));
                    @let words = canvas.speaker.say("rank-label", &[
                        ("rank", Arg::Count(*rank as i64)),
                        ("share", Arg::plain(&percent)),
                    ]);
                    @if share * (WIDTH - 8.0) > width(&words) {
                        text class=(if *rank == 1 { "count on" } else { "count" })
                            x=(n(4.0 + (from + share / 2.0) * (WIDTH - 8.0))) y=(n(y + 32.0))
                            text-anchor="middle" { (words) }
                    }
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
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
