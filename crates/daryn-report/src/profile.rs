//! One page about a country: educational migration with comparators and trends, partners, parts,
//! and what is missing.
//!
//! Words come from the catalogue of messages and from the catalogue of indicators; the page loads
//! nothing.

use std::collections::BTreeMap;

use daryn_indicators::profile::{Entry, InDoubt, Parts, Profile, Shown};
use daryn_indicators::{Catalogue, PointId, Status, Table, Word, when};
use daryn_model::record::Decimal;
use daryn_model::records::{Area, Source};
use daryn_model::{Arg, Lang, Localized};
use daryn_policy::harmonised::percent;
use daryn_stats::codes::area::{self, Code};
use daryn_stats::codes::{Age, TimePeriod};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::Speaker;

mod json;
mod partners;
mod text;

const STYLE: &str = include_str!("profile/style.css");
/// Width and height of the line of a trend.
const LINE: (f64, f64) = (120.0, 28.0);

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
    /// What the study calls its sources and areas.
    pub names: &'a Names,
}

/// Names that a study gives; what has none here keeps its code or the usual name.
#[derive(Debug, Clone, Default)]
pub struct Names {
    sources: BTreeMap<String, Localized>,
    areas: BTreeMap<String, Localized>,
}

impl Names {
    /// The names of sources and areas of a study.
    pub fn of(sources: &[Source], areas: &[Area]) -> Names {
        let code = |text: &str| {
            let found = area::find(text);
            found.and_then(|area| area.code(Code::Iso3)).unwrap_or(text).to_owned()
        };
        Names {
            sources: sources.iter().map(|row| (row.id.0.clone(), row.name.clone())).collect(),
            areas: areas.iter().map(|row| (code(&row.code.0), row.name.clone())).collect(),
        }
    }
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
                        @if !self.profile.doubtful.is_empty() {
                            h2 { (self.word("profile-doubtful")) }
                            p { (self.word("profile-doubtful-lead")) }
                            ul class="doubtful" {
                                @for one in &self.profile.doubtful { li { (self.doubtful(one)) } }
                            }
                        }
                        h2 { (self.word("profile-missing")) }
                        p { (self.word("profile-missing-lead")) }
                        ul class="missing" {
                            @for place in &self.profile.missing {
                                li { (self.name(*place)) ": " (self.publishers(*place)) }
                            }
                        }
                        p class="source" { (self.word("profile-marks")) }
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
        let figure = entry.latest().map(|shown| (self.figure(shown), self.when(shown.period)));
        let (value, period) = figure.unwrap_or_default();
        let unit = self.unit_apart(entry.place).map(|unit| format!(" {unit}"));
        let source = self.source_name(entry.source);
        format!("{value}{} ({period}; {source})", unit.unwrap_or_default())
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
                    (self.measured(entry.place))
                }
                td class="number" {
                    @if let Some(latest) = entry.latest() { (self.shown(latest)) }
                }
                td {
                    (self.line(entry)) (self.trend(entry))
                    @if let Some(told) = self.in_doubt(entry) { small class="doubt" { (told) } }
                }
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
        (of(shown) != of(entry.latest()?))
            .then(|| self.say("profile-other", &[("source", &self.source_name(of(shown).0))]))
    }

    /// A figure with its period and the place on which it rests.
    fn shown(&self, shown: &Shown) -> Markup {
        html! {
            span title=(self.table.support(shown.id)) { (self.figure(shown)) }
            " " small { (self.when(shown.period)) }
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
        let (from, to) = (self.figure(first), self.figure(last));
        let (start, end) = (self.when(first.period), self.when(last.period));
        let args = [("from", &from), ("to", &to), ("start", &start), ("end", &end)];
        self.say("profile-change", &args)
    }

    /// The source that the rule picks, and how far others lie apart.
    fn source(&self, entry: &Entry) -> String {
        let source = self.source_name(entry.source);
        let spread = entry.spread.map(|spread| self.number_of_percent(spread));
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
                h3 { (self.measured(place)) }
            }
            @if let Some((_, first)) = parts.parts.first() {
                p class="source" { (self.when(first.period)) ", " (self.source_name(parts.source)) }
            }
            table class="parts" {
                @for (name, shown) in &parts.parts {
                    tr {
                        th scope="row" { (self.part(name)) }
                        td class="number" { (self.figure(shown)) }
                        td { (bar(if largest > 0.0 { shown.value / largest } else { 0.0 })) }
                    }
                }
            }
        }
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

    /// The name of an area as the study has it, else as it is usual in the language of the page,
    /// else its code.
    fn area(&self, word: Word) -> String {
        let code = self.table.text(word);
        if let Some(name) = self.names.areas.get(code) {
            return self.speaker.text(name);
        }
        let found = area::find(code);
        let named = |lang: Lang| found.as_ref().and_then(|area| area.name(lang));
        named(self.speaker.lang).or(named(Lang::En)).unwrap_or(code).to_owned()
    }

    /// The name of a source as the study has it, else its code; of what was computed from several
    /// sources the names of all.
    fn source_name(&self, word: Word) -> String {
        let name = |id: &str| match self.names.sources.get(id) {
            Some(name) => self.speaker.text(name),
            None => id.to_owned(),
        };
        self.table.text(word).split(" + ").map(name).collect::<Vec<_>>().join(" + ")
    }

    /// An indicator with its unit, where its name does not say it.
    fn measured(&self, place: usize) -> String {
        let name = self.name(place);
        match self.unit_apart(place) {
            Some(unit) => format!("{name}, {unit}"),
            None => name,
        }
    }

    /// The unit of an indicator, where its name does not say it.
    fn unit_apart(&self, place: usize) -> Option<String> {
        let (name, unit) = (self.name(place).to_lowercase(), self.unit(place));
        (!unit.is_empty() && !name.contains(&unit.to_lowercase())).then_some(unit)
    }

    /// Parts of people in words: `age=Y15+;education=HIGHER`. A code without a word stays.
    fn part(&self, part: &str) -> String {
        let word = |part: &str| {
            let Some((name, code)) = part.split_once('=') else { return part.to_owned() };
            if name == "age"
                && let Some(words) = self.age(code)
            {
                return words;
            }
            let code: String = code.to_lowercase();
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
            let key = format!("part-{name}-{code}");
            if code.chars().all(is_plain) && self.speaker.knows(&key) {
                self.word(&key)
            } else {
                part.to_owned()
            }
        };
        // What is taught or known stands before how old people are.
        let mut words: Vec<String> = part.split(';').map(word).collect();
        words.reverse();
        words.join(", ")
    }

    /// Ages in words; `None` of a code that says none.
    fn age(&self, code: &str) -> Option<String> {
        let say = |key: &str, from: u16, to: u16| {
            let (from, to) = (Arg::plain(&from.to_string()), Arg::plain(&to.to_string()));
            self.speaker.say(key, &[("from", from), ("to", to)])
        };
        // Studies write `Y15+`.
        match Age::read(code).or_else(|| Age::read(code.strip_prefix('Y')?))? {
            Age::From(age) => Some(say("part-age-from", age, age)),
            Age::Below(age) => Some(say("part-age-below", age, age)),
            Age::Band(from, to) => Some(say("part-age-band", from, to)),
            Age::Total | Age::NotStated | Age::NotApplicable => None,
        }
    }

    /// A period in words.
    fn when(&self, period: TimePeriod) -> String {
        self.speaker.value(&Arg::Period(when(period)))
    }

    /// A figure with the mark of its status.
    fn figure(&self, shown: &Shown) -> String {
        format!("{}{}", self.number(shown.value), self.mark(shown.id))
    }

    /// Raised letters that say what a figure is other than counted; `profile-marks` explains them.
    fn mark(&self, id: PointId) -> String {
        let own = self.table.point(id).status;
        let worst = self.table.worst(id).filter(|_| own == Status::Derived);
        let letter = |status: Status| match status {
            Status::Normal | Status::Missing => "",
            Status::Break => "ᵇ",
            Status::Provisional => "ᵖ",
            Status::Estimated => "ᵉ",
            Status::Modelled => "ᵐ",
            Status::Forecast => "ᶠ",
            Status::Derived => "ᶜ",
            Status::Doubtful => "ᵘ",
        };
        [Some(own), worst].into_iter().flatten().map(letter).collect()
    }

    /// Figures that are in doubt and were left out of the figures of an entry.
    fn in_doubt(&self, entry: &Entry) -> Option<String> {
        let figures = self.by_period(&entry.in_doubt);
        (!figures.is_empty()).then(|| self.say("profile-in-doubt", &[("figures", &figures)]))
    }

    /// An indicator of which all figures are in doubt, with its figures and their source.
    fn doubtful(&self, one: &InDoubt) -> String {
        let part = (!one.part.is_empty()).then(|| format!("; {}", self.part(&one.part)));
        let (name, figures) = (self.measured(one.place), self.by_period(&one.values));
        let source = self.source_name(one.source);
        format!("{name}{}: {figures} ({source})", part.unwrap_or_default())
    }

    fn by_period(&self, figures: &[Shown]) -> String {
        let told = figures
            .iter()
            .map(|shown| format!("{}: {}", self.when(shown.period), self.number(shown.value)));
        told.collect::<Vec<_>>().join("; ")
    }

    /// A share as percent with one decimal.
    fn percent(&self, share: f64) -> String {
        self.speaker.value(&Arg::Quantity(percent(share), Localized::same("%")))
    }

    /// The number of percent of a share with one decimal, for sentences that have the sign.
    fn number_of_percent(&self, share: f64) -> String {
        self.speaker.decimal(&percent(share))
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
