//! Rows of a study as nodes of the ledger.

use std::collections::BTreeMap;

use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;
use daryn_model::{Arg, Ledger, Localized, Node, NodeKind, Study, Support};

use crate::practice::effects::grade;

mod locator;

/// Name of the node of a document.
pub fn document(id: impl std::fmt::Display) -> String {
    format!("document:{id}")
}

/// Name of the node of a measure.
pub fn measure(id: impl std::fmt::Display) -> String {
    format!("measure:{id}")
}

/// Name of the node of a coding of a measure.
pub fn coding(measure: impl std::fmt::Display, scheme: &str, code: &str) -> String {
    format!("coding:{measure}.{scheme}.{code}")
}

/// Name of the node of a text.
pub fn text(file: &str) -> String {
    format!("passage:text.{file}")
}

/// Name of the node of a coded passage of a text.
pub fn coded_passage(file: &str, passage: &str) -> String {
    format!("passage:text.{file}#{passage}")
}

/// Name of a text among the passages.
fn text_name(text: &PolicyText) -> String {
    format!("text.{}", text.file)
}

/// Name of the node of an observation.
pub fn observation(row: &Observation) -> String {
    format!("observation:{}", row.key())
}

/// Name of the node of an event.
pub fn event(id: impl std::fmt::Display) -> String {
    format!("passage:event.{id}")
}

/// Nodes that a name of the study means: a record, or every observation of a series.
pub fn named(study: &Study, id: &Id) -> Vec<String> {
    let series = study.observations.iter().filter(|row| row.series == *id).map(observation);
    let documents = study.documents.iter().map(|row| ("document", &row.id));
    let measures = study.measures.iter().map(|row| ("measure", &row.id));
    let practices = study.practices.iter().map(|row| ("practice", &row.id));
    let effects = study.effects.iter().map(|row| ("effect", &row.id));
    let references = study.references.iter().map(|row| ("reference", &row.id));
    let searches = study.searches.iter().map(|row| ("search", &row.id));
    let records =
        documents.chain(measures).chain(practices).chain(effects).chain(references).chain(searches);
    let records = records.filter(|(_, name)| *name == id);
    series.chain(records.map(|(kind, name)| format!("{kind}:{name}"))).collect()
}

/// Words of the study by the names of its records.
pub struct Words<'a> {
    areas: BTreeMap<&'a str, &'a Localized>,
    units: BTreeMap<&'a str, &'a Unit>,
    bodies: BTreeMap<&'a str, &'a Localized>,
    indicators: BTreeMap<&'a str, &'a Localized>,
    documents: BTreeMap<&'a str, &'a Document>,
}

impl<'a> Words<'a> {
    /// Words of a study without records.
    #[cfg(test)]
    pub(crate) fn empty() -> Words<'a> {
        Words {
            areas: BTreeMap::new(),
            units: BTreeMap::new(),
            bodies: BTreeMap::new(),
            indicators: BTreeMap::new(),
            documents: BTreeMap::new(),
        }
    }

    /// Words of a study.
    pub fn of(study: &'a Study) -> Words<'a> {
        Words {
            areas: study.areas.iter().map(|row| (row.code.0.as_str(), &row.name)).collect(),
            units: study.units.iter().map(|row| (row.id.0.as_str(), row)).collect(),
            bodies: study.bodies.iter().map(|row| (row.id.0.as_str(), &row.name)).collect(),
            indicators: study.indicators.iter().map(|row| (row.id.0.as_str(), &row.name)).collect(),
            documents: study.documents.iter().map(|row| (row.id.0.as_str(), row)).collect(),
        }
    }

    /// Name of an area.
    pub fn area(&self, code: &str) -> Localized {
        self.areas.get(code).map_or_else(|| Localized::same(code), |name| (*name).clone())
    }

    /// Short form of a unit.
    pub fn unit(&self, id: &str) -> Localized {
        self.units.get(id).map_or_else(|| Localized::same(id), |row| row.symbol.clone())
    }

    /// Short form of the unit of a difference.
    pub fn unit_of_difference(&self, id: &str) -> Localized {
        match self.units.get(id) {
            Some(row) if !row.difference.is_empty() => row.difference.clone(),
            _ => self.unit(id),
        }
    }

    /// Name of a body.
    pub fn body(&self, id: &str) -> Localized {
        self.bodies.get(id).map_or_else(|| Localized::same(id), |name| (*name).clone())
    }

    /// Name of an indicator.
    pub fn indicator(&self, id: &str) -> Localized {
        self.indicators.get(id).map_or_else(|| Localized::same(id), |name| (*name).clone())
    }

    /// Label of a document for figures and lists.
    pub fn short(&self, id: &str) -> Localized {
        match self.documents.get(id) {
            Some(document) if !document.short.is_empty() => document.short.clone(),
            Some(document) if !document.title.is_empty() => document.title.clone(),
            _ => Localized::same(id),
        }
    }

    /// A value with its unit.
    pub fn quantity(&self, value: &Decimal, unit: &str) -> Arg {
        Arg::Quantity(value.clone(), self.unit(unit))
    }
}

/// Every row of a study as nodes; rows from memory are left out, they are no evidence.
pub fn ledger(study: &Study) -> Ledger {
    let mut builder = Builder { study, words: Words::of(study), ledger: Ledger::default() };
    study.documents.iter().for_each(|row| builder.document(row));
    let seen = study.measures.iter().filter(|row| row.evidence_kind != EvidenceKind::Memory);
    seen.for_each(|row| builder.measure(row));
    study.codings.iter().for_each(|codings| builder.codings(codings));
    study.observations.iter().for_each(|row| builder.observation(row));
    study.references.iter().for_each(|row| builder.reference(row));
    study.practices.iter().for_each(|row| builder.practice(row));
    study.effects.iter().for_each(|row| builder.effect(row));
    study.searches.iter().for_each(|row| builder.search(row));
    study.events.iter().for_each(|row| builder.event(row));
    builder.ledger
}

struct Builder<'a> {
    study: &'a Study,
    words: Words<'a>,
    ledger: Ledger,
}

impl Builder<'_> {
    /// The page that a row was seen on.
    fn page(&mut self, url: &str) -> String {
        let text = Localized::same(url);
        let node =
            Node::evidence(NodeKind::Source, url, text).with("url", Arg::Link(url.to_owned()));
        self.ledger.add(node)
    }

    /// Day on which the pages of the study were seen.
    fn seen(&self) -> Option<String> {
        self.study.head.seen_on.map(|date| date.to_string())
    }

    fn document(&mut self, row: &Document) {
        let page = self.page(&row.source_url.0);
        let passage = self.ledger.add(
            Node::evidence(NodeKind::Passage, &format!("document.{}", row.id), row.title.clone())
                .at(&row.at)
                .from_source(page, self.seen())
                .with("coverage", Arg::code("coverage", row.coverage.code()))
                .with("note", Arg::text(&row.note)),
        );
        let study = self.study;
        let texts = study.texts.iter().filter(|text| text.document == row.id);
        let texts: Vec<String> = texts.map(|text| self.text(text)).collect();
        let support = Support::one(passage).and(texts);
        let issuers = row.issuers.iter().map(|id| Arg::Text(self.words.body(&id.0)));
        let node = Node::derived(NodeKind::Document, &row.id.0, row.title.clone(), support)
            .at(&row.at)
            .with("issuers", Arg::List(issuers.collect()))
            .with("act", Arg::maybe(row.act_type, |act| Arg::code("act", act.code())))
            .with("number", Arg::maybe(row.number.as_deref(), Arg::plain))
            .with("adopted", Arg::maybe(row.adopted, |date| Arg::Date(date.to_string())))
            .with("valid_to", Arg::maybe(row.valid_to, |date| Arg::Date(date.to_string())))
            .with("status", Arg::text(&row.status))
            .with("role", Arg::code("role", row.role.code()))
            .with("coverage", Arg::code("coverage", row.coverage.code()));
        self.ledger.add(node);
    }

    /// A text that was read whole.
    fn text(&mut self, text: &PolicyText) -> String {
        let file = self.file(text);
        self.ledger.add(
            Node::evidence(NodeKind::Passage, &text_name(text), Localized::same(&text.file))
                .from_source(file, None)
                .with("media_type", Arg::plain(&text.media_type))
                .with("language", Arg::code("language", &text.language))
                .with("characters", Arg::Count(text.characters))
                .with("articles", Arg::Count(text.articles))
                .with("points", Arg::Count(text.points))
                .with("reader", Arg::Count(i64::from(text.reader))),
        )
    }

    /// The file of a text, by its bytes.
    fn file(&mut self, text: &PolicyText) -> String {
        let node = Node::evidence(NodeKind::Source, &text.file, Localized::same(&text.file))
            .with("sha256", Arg::plain(&text.sha256));
        self.ledger.add(node)
    }

    /// Passages with codes; each code names the rule with its version, or the people.
    fn codings(&mut self, codings: &Codings) {
        let study = self.study;
        for coded in &codings.texts {
            let Some(text) = study.texts.iter().find(|text| text.file == coded.file) else {
                continue;
            };
            let file = self.file(text);
            for passage in &coded.coded {
                let name = format!("{}#{}", text_name(text), passage.passage);
                let codes = passage.codes.iter();
                let codes =
                    codes.map(|given| Arg::plain(&format!("{} ({})", given.code, given.by)));
                let node =
                    Node::evidence(NodeKind::Passage, &name, Localized::same(&passage.quote))
                        .from_source(file.clone(), None)
                        .with("codes", Arg::List(codes.collect()))
                        .with("start", Arg::Year(passage.start))
                        .with("end", Arg::Year(passage.end));
                self.ledger.add(node);
            }
        }
    }

    /// Passages that the locator of a measure names, in the texts of its document.
    fn quoted(&mut self, row: &Measure) -> Vec<String> {
        let study = self.study;
        let Some(locator) = &row.locator else { return Vec::new() };
        let mut passages = Vec::new();
        for text in study.texts.iter().filter(|text| text.document == row.document) {
            for place in locator::places(locator, text) {
                let file = self.file(text);
                let kind = if place.article { "article" } else { "point" };
                let name = format!("{}#{kind}.{}", text_name(text), place.label);
                let node = Node::evidence(NodeKind::Passage, &name, Localized::same(&place.quote))
                    .from_source(file, None)
                    .with("start", Arg::Year(place.start))
                    .with("end", Arg::Year(place.end));
                passages.push(self.ledger.add(node));
            }
        }
        passages
    }

    fn measure(&mut self, row: &Measure) {
        let page = self.page(&row.source_url.0);
        let passage = self.ledger.add(
            Node::evidence(NodeKind::Passage, &format!("measure.{}", row.id), row.text.clone())
                .at(&row.at)
                .from_source(page, self.seen())
                .with("evidence_kind", Arg::code("evidence", row.evidence_kind.code()))
                .with("locator", Arg::maybe(row.locator.as_deref(), Arg::plain))
                .with("document", Arg::Text(self.words.short(&row.document.0))),
        );
        let mut codings: Vec<(&str, Arg)> = Vec::new();
        codings.extend(row.domain.map(|code| ("domain", Arg::code("domain", code.code()))));
        codings.extend(row.polarity.map(|code| ("polarity", Arg::code("polarity", code.code()))));
        codings.extend(
            row.instrument.map(|code| ("instrument", Arg::code("instrument", code.code()))),
        );
        let functions = row.functions.iter().map(|code| Arg::code("function", code.code()));
        codings.extend(functions.map(|code| ("function", code)));
        for target in &row.sdg_targets {
            codings.push(("sdg_target", Arg::plain(target)));
        }
        for (scheme, code) in codings {
            let value = match &code {
                Arg::Code(_, code) => code.clone(),
                Arg::Text(text) => text.get(daryn_model::Lang::En).map_or("", |(_, t)| t).into(),
                _ => String::new(),
            };
            let name = format!("{}.{scheme}.{value}", row.id);
            let node = Node::derived(
                NodeKind::Coding,
                &name,
                row.text.clone(),
                Support::one(passage.clone()),
            )
            .at(&row.at)
            .with(scheme, code)
            .with("coder", Arg::text(&self.study.head.coder));
            self.ledger.add(node);
        }
        let quoted = self.quoted(row);
        let bodies = row.bodies.iter().map(|id| Arg::Text(self.words.body(&id.0)));
        let support = Support::one(passage).and([document(&row.document)]).and(quoted);
        let node = Node::derived(NodeKind::Measure, &row.id.0, row.text.clone(), support)
            .at(&row.at)
            .with("evidence_kind", Arg::code("evidence", row.evidence_kind.code()))
            .with("bodies", Arg::List(bodies.collect()))
            .with("deadline", Arg::text(&row.deadline_text))
            .with("money", Arg::text(&row.money))
            .with("indicator", Arg::text(&row.indicator_text))
            .with("baseline", Arg::maybe(row.baseline.clone(), Arg::Number))
            .with(
                "target",
                Arg::maybe(row.target_value.clone(), |value| {
                    Arg::Quantity(value, row.target_unit.clone())
                }),
            )
            .with("note", Arg::text(&row.note));
        self.ledger.add(node);
    }

    fn observation(&mut self, row: &Observation) {
        let study = self.study;
        let page = self.page(&row.source_url.0);
        let source = study.sources.iter().find(|source| source.id == row.source);
        let definition =
            study.definitions.iter().find(|text| Some(&text.id) == row.definition.as_ref());
        let value = match &row.obs_value {
            Some(value) => self.words.quantity(value, &row.unit.0),
            None => Arg::code("observation", "missing"),
        };
        let partner = row.partner_area.as_ref().filter(|code| code.0 != "W");
        let name = row.key();
        let node =
            Node::evidence(NodeKind::Observation, &name, self.words.indicator(&row.indicator.0))
                .at(&row.at)
                .from_source(page, row.vintage.clone().or_else(|| self.seen()))
                .with("area", Arg::Text(self.words.area(&row.ref_area.0)))
                .with("partner", Arg::maybe(partner, |code| Arg::Text(self.words.area(&code.0))))
                .with("bytes", Arg::maybe(row.at.bytes.as_deref(), Arg::plain))
                .with("period", Arg::Period(row.time_period.to_string()))
                .with("value", value)
                .with("dataset", Arg::maybe(row.dataset.as_deref(), Arg::plain))
                .with("publisher", Arg::maybe(source, |source| Arg::Text(source.name.clone())))
                .with("vintage", Arg::maybe(row.vintage.as_deref(), Arg::plain))
                .with("kind", Arg::code("figure-kind", row.kind.code()))
                .with("status", Arg::maybe(row.status, |code| Arg::code("status", code.code())))
                .with("definition", Arg::maybe(definition, |row| Arg::text(&row.text)))
                .with("caveat", Arg::maybe(definition, |row| Arg::text(&row.caveat)))
                .with("derived", flag("derived", row.derived))
                .with("doubtful", flag("doubtful", row.doubtful))
                .with("note", Arg::text(&row.note));
        self.ledger.add(node);
    }

    fn reference(&mut self, row: &Reference) {
        let mut node = Node::evidence(NodeKind::Reference, &row.id.0, row.statement.clone())
            .at(&row.at)
            .with("work", Arg::plain(&row.work))
            .with("year", Arg::maybe(row.year, Arg::Year))
            .with("page", Arg::maybe(row.page.as_deref(), Arg::plain))
            .with("design", Arg::text(&row.design))
            .with("population", Arg::text(&row.population));
        if let Some(url) = &row.url {
            let page = self.page(&url.0);
            let seen = row.seen_on.map(|date| date.to_string());
            node = node.from_source(page, seen.or_else(|| self.seen()));
        }
        self.ledger.add(node);
    }

    fn practice(&mut self, row: &Practice) {
        let page = self.page(&row.source_url.0);
        let name = format!("practice.{}", row.id);
        let passage = self.ledger.add(
            Node::evidence(NodeKind::Passage, &name, row.results.clone())
                .at(&row.at)
                .from_source(page, self.seen()),
        );
        let references = row.references.iter().map(|id| format!("reference:{id}"));
        let support = Support::one(passage).and(references);
        let node = Node::derived(NodeKind::Practice, &row.id.0, row.name.clone(), support)
            .at(&row.at)
            .with("country", Arg::Text(self.words.area(&row.country.0)))
            .with("start", Arg::maybe(row.start, |date| Arg::Date(date.to_string())))
            .with("end", Arg::maybe(row.end, |date| Arg::Date(date.to_string())))
            .with("eligibility", Arg::text(&row.eligibility))
            .with("incentive", Arg::text(&row.incentive))
            .with("results", Arg::text(&row.results))
            .with("design", Arg::text(&row.design))
            .with("grade", Arg::code("grade", row.grade.code()))
            .with("note", Arg::text(&row.note));
        self.ledger.add(node);
    }

    fn effect(&mut self, row: &Effect) {
        let page = self.page(&row.source_url.0);
        let passage = self.ledger.add(
            Node::evidence(NodeKind::Passage, &format!("effect.{}", row.id), row.outcome.clone())
                .at(&row.at)
                .from_source(page, self.seen()),
        );
        let practice = self.study.practices.iter().find(|practice| practice.id == row.practice);
        let number = |number: &Option<Decimal>| {
            Arg::maybe(number.clone(), |number| Arg::Quantity(number, row.unit.clone()))
        };
        let reference = row.reference.iter().map(|id| format!("reference:{id}"));
        let support = Support::one(passage).and(reference);
        let node = Node::derived(NodeKind::Effect, &row.id.0, row.outcome.clone(), support)
            .at(&row.at)
            .with("practice", Arg::maybe(practice, |row| Arg::text(&row.name)))
            .with("value", number(&row.value))
            .with("low", number(&row.low))
            .with("high", number(&row.high))
            .with("target", number(&row.target))
            .with("base", number(&row.base))
            .with("effect_kind", Arg::code("effect-kind", row.kind.code()))
            .with("grade", Arg::maybe(practice, |of| Arg::code("grade", grade(row, of).code())))
            .with("significant", significant(row.significant))
            .with("population", Arg::text(&row.population))
            .with("condition", Arg::text(&row.condition))
            .with("note", Arg::text(&row.note));
        self.ledger.add(node);
    }

    fn event(&mut self, row: &Event) {
        let page = self.page(&row.source_url.0);
        let node =
            Node::evidence(NodeKind::Passage, &format!("event.{}", row.id), row.name.clone())
                .at(&row.at)
                .from_source(page, self.seen())
                .with("kind", Arg::code("event-kind", row.kind.code()))
                .with("start", Arg::Date(row.start.to_string()))
                .with("end", Arg::maybe(row.end, |date| Arg::Date(date.to_string())))
                .with("note", Arg::text(&row.note));
        self.ledger.add(node);
    }

    fn search(&mut self, row: &Search) {
        let node = Node::evidence(NodeKind::Search, &row.id.0, row.what.clone())
            .at(&row.at)
            .with("date", Arg::Date(row.date.to_string()))
            .with("place", Arg::text(&row.place))
            .with("query", Arg::maybe(row.query.as_deref(), Arg::plain))
            .with("result", Arg::code("search", row.result.code()));
        self.ledger.add(node);
    }
}

/// Whether a source found a value significant, where it tests it.
pub fn significant(told: Option<bool>) -> Arg {
    Arg::maybe(told, |told| Arg::code("significant", if told { "yes" } else { "no" }))
}

fn flag(name: &str, set: bool) -> Arg {
    if set { Arg::code("observation", name) } else { Arg::Empty }
}
