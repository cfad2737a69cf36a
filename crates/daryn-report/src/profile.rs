//! One page about a country: educational migration with comparators and trends, partners, parts,
//! and what is missing.
//!
//! Words come from the catalogue of messages and from the catalogue of indicators; the page loads
//! nothing.

use daryn_indicators::profile::{Entry, Parts, Profile, Shown};
use daryn_indicators::{Catalogue, Table, Word, when};
use daryn_model::record::Decimal;
use daryn_model::{Arg, Lang};
use daryn_stats::codes::area;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};

use crate::Speaker;

const STYLE: &str = include_str!("profile/style.css");
/// Width and height of the line of a trend.
const LINE: (f64, f64) = (120.0, 28.0);
/// Partners that are named.
const PARTNERS: usize = 12;
/// Width of the diagram of partners, and the height of one.
const FLOW: (f64, f64) = (420.0, 22.0);

/// What a page is made of.
pub struct Page<'a> {
    /// Says everything.
    pub speaker: &'a Speaker,
    /// What indicators are.
    pub catalogue: &'a Catalogue,
    /// The observations.
    pub table: &'a Table,
    /// What is shown.
    pub profile: &'a Profile,
}

impl Page<'_> {
    /// The page as HTML.
    pub fn html(&self) -> String {
        let title = self.say("profile-title", &[("area", &self.area(self.profile.area))]);
        let page = html! {
            (DOCTYPE)
            html lang=(self.speaker.lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    // Nothing may be loaded, whatever figures hold.
                    meta http-equiv="Content-Security-Policy"
                        content="default-src 'none'; style-src 'unsafe-inline'";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    main {
                        h1 { (title) }
                        p { (self.word("profile-lead")) }
                        h2 { (self.word("profile-key")) }
                        ul { @for entry in self.key() { li { (self.name(entry.place)) ": " (self.latest(entry)) } } }
                        @for theme in self.themes() { (self.theme(theme)) }
                        @if !self.profile.parts.is_empty() {
                            h2 { (self.word("profile-parts")) }
                            @for parts in &self.profile.parts { (self.parts(parts)) }
                        }
                        @if !self.profile.partners.is_empty() {
                            h2 { (self.word("profile-partners")) }
                            @for place in 0..self.profile.partners.len() { (self.partners(place)) }
                        }
                        h2 { (self.word("profile-missing")) }
                        p { (self.word("profile-missing-lead")) }
                        ul class="missing" {
                            @for place in &self.profile.missing {
                                li { (self.name(*place)) ": " (self.publishers(*place)) }
                            }
                        }
                    }
                }
            }
        };
        page.into_string()
    }

    /// Entries that the catalogue wants to be seen first.
    fn key(&self) -> impl Iterator<Item = &Entry> {
        let is_key = |entry: &&Entry| self.catalogue.indicators[entry.place].profile == Some(true);
        self.profile.entries.iter().filter(is_key)
    }

    /// The latest figure with its unit, period and source.
    fn latest(&self, entry: &Entry) -> String {
        let figure = entry.latest().map(|shown| (self.number(shown.value), when(shown.period)));
        let (value, period) = figure.unwrap_or_default();
        let source = self.table.text(entry.source);
        format!("{value} {} ({period}; {source})", self.unit(entry.place))
    }

    /// Themes that have figures, in the order of the catalogue.
    fn themes(&self) -> Vec<&str> {
        let mut themes: Vec<&str> = Vec::new();
        for entry in &self.profile.entries {
            let theme = self.catalogue.indicators[entry.place].theme.0.as_str();
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        themes
    }

    fn theme(&self, theme: &str) -> Markup {
        let is_own = |entry: &&Entry| self.catalogue.indicators[entry.place].theme.0 == theme;
        let entries: Vec<&Entry> = self.profile.entries.iter().filter(is_own).collect();
        let name = self.catalogue.text("theme", theme).map(|text| self.speaker.text(text));
        html! {
            h2 { (name.unwrap_or_default()) }
            div class="wide" {
                table {
                    thead {
                        tr {
                            th scope="col" { (self.word("profile-indicator")) }
                            th scope="col" class="number" { (self.area(self.profile.area)) }
                            th scope="col" { (self.word("profile-trend")) }
                            @for other in &self.profile.comparators {
                                th scope="col" class="number" { (self.area(*other)) }
                            }
                            th scope="col" { (self.word("profile-source")) }
                        }
                    }
                    tbody { @for entry in entries { (self.entry(entry)) } }
                }
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Markup {
        let one = &self.catalogue.indicators[entry.place];
        html! {
            tr {
                th scope="row" title=(self.speaker.text(&one.definition)) {
                    (self.name(entry.place)) ", " (self.unit(entry.place))
                }
                td class="number" {
                    @if let Some(latest) = entry.latest() { (self.shown(latest)) }
                }
                td { (self.line(entry)) (self.trend(entry)) }
                @for beside in &entry.beside {
                    td class="number" {
                        @match beside {
                            Some(shown) => {
                                (self.shown(shown))
                                @if let Some(source) = self.other_source(entry, shown) {
                                    small class="other" { (source) }
                                }
                            },
                            None => span class="none" { (self.word("profile-none")) },
                        }
                    }
                }
                td class="source" { (self.source(entry)) }
            }
        }
    }

    /// The source of a comparator's figure that is not of the source, code and definition of the
    /// country's own.
    fn other_source(&self, entry: &Entry, shown: &Shown) -> Option<String> {
        let of = |shown: &Shown| {
            let series = &self.table.series[shown.id.0 as usize];
            (series.source, series.code, series.definition)
        };
        (of(shown) != of(entry.latest()?)).then(|| {
            let source = Arg::plain(self.table.text(of(shown).0));
            self.speaker.say("profile-other", &[("source", source)])
        })
    }

    /// A figure with its period and the place on which it rests.
    fn shown(&self, shown: &Shown) -> Markup {
        html! {
            span title=(self.table.support(shown.id)) { (self.number(shown.value)) }
            " " small { (when(shown.period)) }
        }
    }

    /// A line through the figures of the country, by their years.
    fn line(&self, entry: &Entry) -> Markup {
        let Some((first, last)) = entry.trend() else { return html! {} };
        let (from, to) = (first.period.days().0 as f64, last.period.days().0 as f64);
        let values = || entry.values.iter().map(|shown| shown.value);
        let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
        let (width, height) = LINE;
        let along = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.5 };
        let points: Vec<String> = entry
            .values
            .iter()
            .map(|shown| {
                let x = along(shown.period.days().0 as f64 - from, to - from) * (width - 4.0) + 2.0;
                let y = height - 3.0 - along(shown.value - low, high - low) * (height - 6.0);
                format!("{x:.1},{y:.1}")
            })
            .collect();
        html! {
            svg class="trend" width=(width) height=(height) aria-hidden="true" {
                polyline points=(points.join(" ")) {}
            }
        }
    }

    fn trend(&self, entry: &Entry) -> String {
        let Some((first, last)) = entry.trend() else {
            return self.word("profile-no-trend");
        };
        let (from, to) = (self.number(first.value), self.number(last.value));
        let (start, end) = (when(first.period), when(last.period));
        let args = [("from", &from), ("to", &to), ("start", &start), ("end", &end)];
        self.say("profile-change", &args)
    }

    /// The source that the rule picks, and how far others lie apart.
    fn source(&self, entry: &Entry) -> String {
        let source = self.table.text(entry.source).to_owned();
        let spread = entry.spread.map(|spread| self.number(spread * 100.0));
        match spread.filter(|_| entry.sources > 1) {
            Some(spread) => {
                let others = (entry.sources - 1).to_string();
                let args = [("source", &source), ("others", &others), ("spread", &spread)];
                self.say("profile-source-spread", &args)
            }
            None => source,
        }
    }

    fn parts(&self, parts: &Parts) -> Markup {
        let place = self.catalogue.place(self.table.text(parts.indicator));
        let largest = parts.parts.iter().map(|(_, shown)| shown.value).fold(f64::MIN, f64::max);
        html! {
            @if let Some(place) = place {
                h3 { (self.name(place)) ", " (self.unit(place)) }
            }
            @if let Some((_, first)) = parts.parts.first() {
                p class="source" { (when(first.period)) ", " (self.table.text(parts.source)) }
            }
            table class="parts" {
                @for (name, shown) in &parts.parts {
                    tr {
                        th scope="row" { (name) }
                        td class="number" { (self.number(shown.value)) }
                        td { (bar(if largest > 0.0 { shown.value / largest } else { 0.0 })) }
                    }
                }
            }
        }
    }

    /// Partners of an indicator as bars that lead from the country to them, and as a table.
    fn partners(&self, place: usize) -> Markup {
        let (indicator, found) = &self.profile.partners[place];
        let name = self.catalogue.place(self.table.text(*indicator)).map(|place| self.name(place));
        let shown = &found.partners[..found.partners.len().min(PARTNERS)];
        let largest = shown.iter().map(|one| one.value).fold(f64::MIN, f64::max);
        let (width, step) = FLOW;
        let height = step * shown.len() as f64;
        let middle = height / 2.0;
        let period = when(found.period);
        html! {
            h3 { (name.unwrap_or_default()) }
            p class="source" { (period) ", " (self.table.text(found.source)) }
            svg class="flows" width=(width) height=(height) role="img"
                aria-label=(self.say("profile-flows", &[("period", &period)])) {
                @for (row, one) in shown.iter().enumerate() {
                    @let y = step * (row as f64 + 0.5);
                    @let thick = if largest > 0.0 { (one.value / largest).max(0.0) * 14.0 } else { 0.0 };
                    path d=(format!("M 4 {middle:.1} C 90 {middle:.1}, 90 {y:.1}, 180 {y:.1}"))
                        stroke-width=(format!("{:.1}", thick.max(0.8))) {}
                    text x="188" y=(format!("{:.1}", y + 4.0)) {
                        (self.area(one.partner)) ": " (self.number(one.value))
                    }
                }
            }
            table class="parts" {
                thead {
                    tr {
                        th scope="col" { (self.word("profile-partner")) }
                        th scope="col" class="number" { (self.word("profile-value")) }
                        th scope="col" class="number" { (self.word("profile-share")) }
                    }
                }
                @for one in &found.partners {
                    tr {
                        th scope="row" { (self.area(one.partner)) }
                        td class="number" title=(self.table.support(one.id)) { (self.number(one.value)) }
                        td class="number" { (self.number(one.share * 100.0)) " %" }
                    }
                }
                @if let Some(total) = found.total {
                    tr {
                        th scope="row" { (self.word("profile-total")) }
                        td class="number" { (self.number(total)) }
                        td {}
                    }
                }
            }
        }
    }

    /// The page as plain text.
    pub fn text(&self) -> String {
        let mut lines = vec![self.say("profile-title", &[("area", &self.area(self.profile.area))])];
        for theme in self.themes() {
            let name = self.catalogue.text("theme", theme).map(|text| self.speaker.text(text));
            lines.extend([String::new(), name.unwrap_or_default()]);
            for entry in &self.profile.entries {
                if self.catalogue.indicators[entry.place].theme.0 == theme {
                    self.entry_lines(entry, &mut lines);
                }
            }
        }
        for parts in &self.profile.parts {
            lines.push(String::new());
            let place = self.catalogue.place(self.table.text(parts.indicator));
            let name = place.map(|place| self.name(place)).unwrap_or_default();
            let period = parts.parts.first().map(|(_, shown)| when(shown.period));
            lines.push(format!("{name}, {}", period.unwrap_or_default()));
            lines.extend(
                parts
                    .parts
                    .iter()
                    .map(|(name, shown)| format!("  {name}: {}", self.number(shown.value))),
            );
        }
        for (indicator, found) in &self.profile.partners {
            lines.push(String::new());
            let place = self.catalogue.place(self.table.text(*indicator));
            let name = place.map(|place| self.name(place)).unwrap_or_default();
            let source = self.table.text(found.source);
            lines.push(format!("{name}, {}, {source}", when(found.period)));
            lines.extend(found.partners.iter().map(|one| {
                let share = self.number(one.share * 100.0);
                format!("  {}: {} ({share} %)", self.area(one.partner), self.number(one.value))
            }));
        }
        lines.extend([String::new(), self.word("profile-missing")]);
        lines.extend(
            self.profile
                .missing
                .iter()
                .map(|place| format!("  {}: {}", self.name(*place), self.publishers(*place))),
        );
        lines.join("\n")
    }

    fn entry_lines(&self, entry: &Entry, lines: &mut Vec<String>) {
        let latest = entry.latest().map(|shown| self.figure(shown)).unwrap_or_default();
        let (name, unit) = (self.name(entry.place), self.unit(entry.place));
        lines.push(format!(
            "  {name}, {unit}: {latest}; {}; {}",
            self.trend(entry),
            self.source(entry)
        ));
        let beside: Vec<String> = self
            .profile
            .comparators
            .iter()
            .zip(&entry.beside)
            .filter_map(|(area, shown)| Some((area, shown.as_ref()?)))
            .map(|(area, shown)| {
                let other = self.other_source(entry, shown);
                let other = other.map(|source| format!(", {source}")).unwrap_or_default();
                format!("{}: {}{other}", self.area(*area), self.figure(shown))
            })
            .collect();
        if !beside.is_empty() {
            lines.push(format!("    {}", beside.join("; ")));
        }
    }

    fn figure(&self, shown: &Shown) -> String {
        format!("{} ({})", self.number(shown.value), when(shown.period))
    }

    /// The page for programs.
    pub fn json(&self) -> Value {
        let figure = |shown: &Shown| {
            json!({
                "period": when(shown.period),
                "value": shown.value,
                "status": shown.status.code(),
                "support": self.table.support(shown.id),
            })
        };
        let entries: Vec<Value> = self
            .profile
            .entries
            .iter()
            .map(|entry| {
                let one = &self.catalogue.indicators[entry.place];
                let beside =
                    self.profile.comparators.iter().zip(&entry.beside).map(|(area, shown)| {
                        json!({
                            "area": self.table.text(*area),
                            "figure": shown.as_ref().map(figure),
                            "source": shown.as_ref().map(|shown| {
                                let series = &self.table.series[shown.id.0 as usize];
                                self.table.text(series.source)
                            }),
                        })
                    });
                json!({
                    "indicator": one.id.0,
                    "theme": one.theme.0,
                    "name": self.speaker.text(&one.name),
                    "unit": one.unit.0,
                    "source": self.table.text(entry.source),
                    "reason": entry.reason.code(),
                    "sources": entry.sources,
                    "spread": entry.spread,
                    "latest": entry.latest().map(figure),
                    "values": entry.values.iter().map(figure).collect::<Vec<_>>(),
                    "comparators": beside.collect::<Vec<_>>(),
                })
            })
            .collect();
        let parts = self.profile.parts.iter().map(|parts| {
            let of =
                |(name, shown): &(String, Shown)| json!({ "part": name, "figure": figure(shown) });
            json!({
                "indicator": self.table.text(parts.indicator),
                "source": self.table.text(parts.source),
                "parts": parts.parts.iter().map(of).collect::<Vec<_>>(),
            })
        });
        let partners = self.profile.partners.iter().map(|(indicator, found)| {
            let of = |one: &daryn_indicators::partners::Partner| {
                json!({
                    "partner": self.table.text(one.partner),
                    "value": one.value,
                    "share": one.share,
                    "support": self.table.support(one.id),
                })
            };
            json!({
                "indicator": self.table.text(*indicator),
                "source": self.table.text(found.source),
                "period": when(found.period),
                "total": found.total,
                "partners": found.partners.iter().map(of).collect::<Vec<_>>(),
            })
        });
        let id = |place: &usize| self.catalogue.indicators[*place].id.0.clone();
        json!({
            "area": self.table.text(self.profile.area),
            "indicators": entries,
            "parts": parts.collect::<Vec<_>>(),
            "partners": partners.collect::<Vec<_>>(),
            "missing": self.profile.missing.iter().map(id).collect::<Vec<_>>(),
        })
    }

    fn word(&self, key: &str) -> String {
        self.speaker.word(key)
    }

    fn say(&self, key: &str, args: &[(&str, &String)]) -> String {
        let args: Vec<(&str, Arg)> =
            args.iter().map(|(name, text)| (*name, Arg::plain(text))).collect();
        self.speaker.say(key, &args)
    }

    fn name(&self, place: usize) -> String {
        self.speaker.text(&self.catalogue.indicators[place].name)
    }

    fn unit(&self, place: usize) -> String {
        let unit = self.catalogue.units.get(&self.catalogue.indicators[place].unit.0);
        unit.map(|(_, entry)| self.speaker.text(&entry.name)).unwrap_or_default()
    }

    /// Who publishes an indicator.
    fn publishers(&self, place: usize) -> String {
        let sources = self.catalogue.indicators[place].sources.iter();
        let names = sources.filter_map(|id| self.catalogue.text("publisher", &id.0));
        names.map(|text| self.speaker.text(text)).collect::<Vec<_>>().join("; ")
    }

    /// The name of an area in the language of the page, or its code.
    fn area(&self, word: Word) -> String {
        let code = self.table.text(word);
        let found = area::find(code);
        let named = |lang: Lang| found.as_ref().and_then(|area| area.name(lang));
        named(self.speaker.lang).or(named(Lang::En)).unwrap_or(code).to_owned()
    }

    /// A number with at most six digits that count, as the language writes it.
    fn number(&self, value: f64) -> String {
        let digits = daryn_indicators::quality::digits(value);
        Decimal::parse(&digits).map_or(digits, |number| self.speaker.decimal(&number))
    }
}

/// A bar of a share of its place.
fn bar(share: f64) -> Markup {
    let width = share.clamp(0.0, 1.0) * 160.0;
    html! {
        svg class="bar" width="160" height="10" aria-hidden="true" {
            rect width=(format!("{width:.1}")) height="10" {}
        }
    }
}
