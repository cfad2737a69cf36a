//! Countries beside each other: a panel an indicator, a bar a country, its number beside it.

use daryn_model::Arg;
use daryn_policy::figure::{CountryPanel, CountryRow};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part, sheets};

const HEAD: f64 = 42.0;
const ROW: f64 = 19.0;
/// Space below a panel.
const FOOT: f64 = 14.0;
/// Where bars begin and end; names stand left of them, numbers right.
const FROM: f64 = 176.0;
const TO: f64 = 640.0;

/// Panels with unit, period, source and release above their bars.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[CountryPanel], title: &str) -> Markup {
    let sheets = sheets(panels, tall);
    html! {
        @for (number, sheet) in sheets.iter().enumerate() {
            @let starts: Vec<f64> =
                (0..sheet.len()).map(|place| sheet[..place].iter().map(tall).sum()).collect();
            @let height = sheet.iter().map(tall).sum::<f64>();
            (canvas.svg(&part(title, number, sheets.len()), height, &html! {
                @for (panel, y) in sheet.iter().zip(&starts) { (self::panel(canvas, panel, *y)) }
            }))
        }
    }
}

fn tall(panel: &CountryPanel) -> f64 {
    HEAD + panel.rows.len() as f64 * ROW + FOOT
}

fn panel(canvas: &Canvas<'_>, panel: &CountryPanel, y: f64) -> Markup {
    let values = || panel.rows.iter().filter_map(|row| row.value.as_ref()).map(|value| value.value);
    let low = values().fold(0.0, f64::min);
    let high = values().fold(0.0, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let x = |value: f64| FROM + (TO - FROM) * (value - low) / span;
    let rows = panel.rows.len() as f64 * ROW;
    let head = canvas.speaker.say(
        "countries-head",
        &[
            ("indicator", Arg::text(&panel.label)),
            ("unit", Arg::text(&panel.unit)),
            ("period", panel.period.clone()),
        ],
    );
    let releases = panel.vintages.iter().map(|release| Arg::plain(release)).collect();
    let source = canvas.speaker.say(
        "countries-source",
        &[
            ("source", Arg::text(&panel.source)),
            ("named", Arg::plain(if panel.vintages.is_empty() { "no" } else { "yes" })),
            ("vintages", Arg::List(releases)),
        ],
    );
    html! {
        text class="label strong" x="0" y=(n(y + 14.0)) { (cut(&head, WIDTH)) }
        text class="axis" x="0" y=(n(y + 31.0)) { (cut(&source, WIDTH)) }
        line class="zero" x1=(n(x(0.0))) x2=(n(x(0.0))) y1=(n(y + HEAD - 3.0)) y2=(n(y + HEAD + rows)) {}
        @for (number, row) in panel.rows.iter().enumerate() {
            (bar(canvas, row, y + HEAD + number as f64 * ROW, &x))
        }
    }
}

/// One country; where no comparable value was seen there is no bar, and the words say so.
fn bar(canvas: &Canvas<'_>, row: &CountryRow, y: f64, x: &dyn Fn(f64) -> f64) -> Markup {
    let value = row.value.as_ref().map_or(0.0, |value| value.value);
    let (from, to) = (x(value.min(0.0)), x(value.max(0.0)));
    canvas.mark(
        &row.claim,
        &html! {
            rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
            @if row.value.is_some() {
                rect class=(if row.own { "cell full" } else { "cell hollow" }) x=(n(from))
                    y=(n(y + 3.0)) width=(n((to - from).max(0.6))) height=(n(ROW - 6.0)) {}
            }
        },
        &html! {
            text class=(if row.own { "label strong" } else { "label" })
                x=(n(FROM - 8.0)) y=(n(y + 14.0)) text-anchor="end" {
                (canvas.label(&row.label, FROM - 12.0))
            }
            @match &row.value {
                Some(value) => text class=(if row.own { "count strong" } else { "count" })
                    x=(n(to + 6.0)) y=(n(y + 14.0)) { (canvas.speaker.decimal(value)) },
                None => text class="axis unseen" x=(n(x(0.0) + 6.0)) y=(n(y + 14.0)) {
                    (canvas.speaker.word("countries-none"))
                },
            }
        },
    )
}
