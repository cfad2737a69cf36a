//! Shares that add up to one: how often each recommendation takes each rank.

use daryn_model::record::Decimal;
use daryn_model::Arg;
use daryn_policy::figure::ShareRow;
use maud::{Markup, html};

use super::{Canvas, WIDTH, n};

const ROW: f64 = 46.0;

/// One bar a row, cut by rank; the darkest part is rank 1.
pub(super) fn draw(canvas: &Canvas<'_>, rows: &[ShareRow], title: &str) -> Markup {
    let height = rows.len() as f64 * ROW + 6.0;
    let body = html! {
        @for (number, row) in rows.iter().enumerate() {
            @let y = number as f64 * ROW + 4.0;
            (canvas.mark(&row.claim, &html! {
                text class="label" x="4" y=(n(y + 12.0)) { (canvas.label(&row.label, WIDTH - 10.0)) }
                @for (rank, from, share) in parts(&row.shares) {
                    rect class="share" x=(n(4.0 + from * (WIDTH - 8.0))) y=(n(y + 18.0))
                        width=(n(share * (WIDTH - 8.0))) height="20"
                        fill-opacity=(n2(1.0 - 0.85 * (rank as f64 - 1.0) / rows.len().max(2) as f64)) {}
                    @if share > 0.12 {
                        @let percent = canvas.speaker.decimal(&Decimal::rounded(100.0 * share, 0));
                        text class=(if rank * 2 <= rows.len() { "count on" } else { "count" })
                            x=(n(4.0 + (from + share / 2.0) * (WIDTH - 8.0))) y=(n(y + 32.0))
                            text-anchor="middle" {
                            (canvas.speaker.say("rank-label", &[
                                ("rank", Arg::Count(rank as i64)),
                                ("share", Arg::plain(&percent)),
                            ]))
                        }
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

fn n2(value: f64) -> String {
    format!("{value:.2}")
}
