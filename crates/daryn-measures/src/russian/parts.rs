//! Measures of a Russian sentence with their parts.

use std::ops::Range;
use std::sync::LazyLock;

use daryn_text::Language;
use regex::Regex;

use super::clause::{Place, places};
use super::grammar::{Case, Class, case, class, is_dative_person, is_oblique};
use super::lead::{Lead, lead};
use super::phrase::{Reach, end, names, span};
use super::predicate::{self, Predicate};
use super::times::times;
use crate::deontic::Polarity;
use crate::draft::{Around, Draft, Genre, class_of, overlap, shifted};
use crate::indicator;
use crate::measure::{InstrumentClass, Rule};
use crate::names::Who;
use crate::time::{self, Kind, When};
use crate::word::{Token, tokens};

/// Measures of a sentence: none or one.
pub(crate) fn measures(around: &Around<'_>) -> Option<Draft> {
    let tokens = tokens(around.text, around.sentence.clone());
    let places = places(&tokens);
    let sentence = Sentence {
        around,
        tokens: &tokens,
        places: &places,
        times: times(around, &tokens, &places),
    };
    if sentence.is_apart() {
        return None;
    }
    let needs_lead = around.needs_lead();
    let lead = if needs_lead { lead(around.lead_words()) } else { Lead::Actor };
    if lead == Lead::Not {
        return None;
    }
    if let Some(draft) = sentence.term() {
        return Some(draft);
    }
    match lead {
        Lead::Tasks if needs_lead => return sentence.of_noun(Rule::Task, Polarity::Plan),
        Lead::Results if needs_lead => return sentence.result(),
        Lead::Deontic(polarity) if needs_lead => {
            // «если …»: a condition of what the lead-in says.
            if tokens.first().is_some_and(|it| it.lower == "если")
                && tokens.get(1).is_some_and(|it| it.lower != "иное" && it.lower != "иной")
            {
                return None;
            }
            let infinitive = predicate::first_infinitive(&tokens, &places, 0, 30);
            if let Some(verb) = infinitive
                && !tokens[..verb].iter().any(|it| class(it) == Class::Finite)
            {
                return Some(sentence.of_infinitive(verb, polarity));
            }
            // Under a ban or a duty a noun says on which ground; under a right, to what.
            if polarity == Polarity::Permission
                && let Some(draft) = sentence.of_noun(Rule::Item, polarity)
            {
                return Some(draft);
            }
        }
        Lead::Does if needs_lead => {
            if let Some(draft) = sentence.of_noun(Rule::Item, Polarity::Obligation) {
                return Some(draft);
            }
        }
        _ => {}
    }
    match predicate::find(&tokens, &places, around.genre) {
        Some(found) => sentence.of_predicate(&found),
        None => sentence.order(),
    }
}

/// An action and its parts out of a cell of an action plan: an infinitive, where nothing stands before
/// it but who is told to, else the first noun.
pub(crate) fn of_action_cell(text: &str, cell: Range<usize>) -> Option<Draft> {
    let around =
        Around { text, sentence: cell, lead: None, is_first: true, genre: Genre::Programme };
    let tokens = tokens(text, around.sentence.clone());
    let places = places(&tokens);
    let sentence =
        Sentence { around: &around, tokens: &tokens, places: &places, times: Vec::new() };
    let is_before = |at: usize| {
        let nouns = tokens[..at].iter().filter(|it| class(it) == Class::Noun).map(|it| &it.lower);
        let marks = tokens[..at].iter().any(|it| class(it) == Class::Preposition);
        // «министерству», «органам», «квоту»: who is told to, or what is acted on, not the action.
        let is_apart = |it: &String| {
            case(it) == Case::Dative || ["у", "ю", "ам", "ям"].iter().any(|end| it.ends_with(end))
        };
        !marks && nouns.clone().next().is_none_or(is_apart)
    };
    if let Some(verb) =
        predicate::first_infinitive(&tokens, &places, 0, tokens.len()).filter(|at| is_before(*at))
    {
        let mut draft = sentence.of_infinitive(verb, Polarity::Plan);
        draft.rule = Rule::Row;
        return Some(draft);
    }
    let noun = tokens
        .iter()
        .enumerate()
        .position(|(at, it)| class(it) == Class::Noun && places[at] != Place::Brackets)?;
    Some(sentence.with_noun(noun, Rule::Row, Polarity::Plan))
}

/// Words behind which an amount of money stands.
const AMOUNT: [&str; 4] = ["сумму", "суммой", "стоимостью", "финансирования"];

pub(super) struct Sentence<'a> {
    pub(super) around: &'a Around<'a>,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) places: &'a [Place],
    /// Times of the sentence, as bytes of the text.
    times: Vec<(Range<usize>, When)>,
}

static APART: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?i)^(?:тем\sсамым|в\sрезультате|таким\sобразом|одним\sиз|одной\sиз|одними\sиз)|\bввод[ия]тся\sв\sдействие|^(?:\d+\.\s)?настоящ(?:ий|ие|ая)\s(?:закон|правил|концепци|порядок)|\bутратившим[и]?\sсилу|\bиные\sполномочия|(?:определяются|устанавливаются|регулируются)\s(?:настоящ\S+\s)?(?:закон|законодательств)|осуществля[ею]тся\sсогласно\sплану|следующие\sмеры",
    )
});

static TERM: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?i)^(?P<subject>(?:[а-яё]+\s)?(?:срок|период|продолжительность)[а-яё]*\s[^;:]{3,260}?),?\s(?P<predicate>составляет|составляют|не\s(?:может|могут|должен|должны|должна)\sпревышать|не\sпревышает|не\sпревышают|устанавливается)\b",
    )
});

/// A number with a unit of time.
static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"(?i)\d{1,3}(?:\s?\([а-яё\s]+\))?\s(?:рабочи[хй]\s|календарны[хй]\s)?(?:дн(?:я|ей)|день|месяц(?:а|ев)?|час(?:а|ов)?|лет|год(?:а)?)|(?:один|одного|два|двух|три|трех|пять|пяти|десять|десяти|пятнадцать|пятнадцати|тридцать|тридцати)\s(?:рабочи[хй]\s|календарны[хй]\s)?(?:дн(?:я|ей)|день|месяц(?:а|ев)?|лет|год(?:а)?)",
    )
});

#[expect(clippy::expect_used, reason = "a constant pattern that tests compile")]
fn compiled(source: &str) -> Regex {
    Regex::new(source).expect("a pattern")
}

impl<'a> Sentence<'a> {
    /// Whether the sentence is none of a measure whatever its verb: it tells of the act itself, of an
    /// effect, or refers to others only.
    fn is_apart(&self) -> bool {
        APART.is_match(self.around.words())
    }

    pub(super) fn span(&self, range: Range<usize>) -> Option<Range<usize>> {
        span(self.tokens, range.start, range.end)
    }

    /// «Срок рассмотрения составляет 3 дня».
    fn term(&self) -> Option<Draft> {
        let words = self.around.words();
        let found = TERM.captures(words)?;
        let (subject, predicate) = (found.name("subject")?, found.name("predicate")?);
        let is_ban = predicate.as_str().to_lowercase().starts_with("не");
        let polarity = if is_ban { Polarity::Prohibition } else { Polarity::Obligation };
        let mut draft = Draft::new(Rule::Term, polarity);
        let shift = self.around.sentence.start;
        draft.action = Some(shifted(predicate.range(), shift));
        // Without the participial clause behind it.
        let named = subject.as_str().split(',').next().map_or(0, str::len);
        draft.object = Some(shifted(subject.start()..subject.start() + named, shift));
        // How long somebody stays is no deadline.
        let lasts = ["пребыван", "действи", "проживан", "стажировк", "нахожден", "содержан"];
        let subject = subject.as_str().to_lowercase();
        // The longest permit is how long it lasts, too.
        let longest = ["максимальный", "минимальный", "предельный"];
        let lasts = lasts.iter().any(|it| subject.contains(it))
            || longest.iter().any(|it| subject.starts_with(it)) && subject.contains("разрешени");
        if !lasts && let Some(span) = SPAN.find(&words[predicate.end()..]) {
            let when = When {
                kind: Kind::Term,
                from: None,
                to: None,
                count: None,
                unit: None,
                doubt: None,
            };
            draft.deadline = Some((shifted(span.range(), shift + predicate.end()), when));
        }
        draft.actor = if lasts { self.whose(shift + predicate.start()) } else { None };
        self.finish(&mut draft);
        if lasts {
            draft.deadline = None;
        }
        Some(draft)
    }

    /// An item that is a noun of action: a task, or what a right is to.
    fn of_noun(&self, rule: Rule, polarity: Polarity) -> Option<Draft> {
        let noun = predicate::action_noun(self.tokens)?;
        Some(self.with_noun(noun, rule, polarity))
    }

    fn with_noun(&self, noun: usize, rule: Rule, polarity: Polarity) -> Draft {
        let mut draft = Draft::new(rule, polarity);
        draft.action = self.span(noun..noun + 1);
        let mut from = noun + 1;
        while self.places.get(from) == Some(&Place::Brackets) {
            from += 1;
        }
        if from < self.tokens.len()
            && !matches!(class(&self.tokens[from]), Class::Mark | Class::Conjunction)
        {
            let from =
                if class(&self.tokens[from]) == Class::Preposition { from + 1 } else { from };
            let stop = end(self.tokens, self.places, from, Reach::Object);
            draft.object = self.span(from..stop);
        }
        draft.actor = self.lead_actor();
        self.finish(&mut draft);
        draft
    }

    fn of_infinitive(&self, verb: usize, polarity: Polarity) -> Draft {
        let predicate = Predicate {
            rule: Rule::Item,
            polarity,
            action: verb..verb + 1,
            deontic: None,
            whole: verb..verb + 1,
            is_passive: false,
            takes_preposition: false,
        };
        let mut draft = Draft::new(Rule::Item, polarity);
        draft.action = self.span(predicate.action.clone());
        draft.object = self.object_behind(predicate.whole.end, false);
        draft.actor = self.lead_actor();
        self.finish(&mut draft);
        draft
    }

    /// An order without a deontic: «Министерству представлять отчет».
    fn order(&self) -> Option<Draft> {
        let first = self.tokens.first()?;
        let verb = predicate::first_infinitive(self.tokens, self.places, 1, 60)?;
        let finite = self.tokens[..verb].iter().any(|it| class(it) == Class::Finite);
        let actor = self.ordered(verb).filter(|it| it.start == first.range.start && !finite)?;
        let mut draft = self.of_infinitive(verb, Polarity::Obligation);
        draft.rule = Rule::Deontic;
        draft.object = draft.object.filter(|it| !overlap(it, &actor));
        draft.actor = Some(actor);
        draft.target_group = self.target_group(&draft);
        Some(draft)
    }

    /// A result to be reached: it needs a number.
    fn result(&self) -> Option<Draft> {
        let values = indicator::values(self.around.words());
        if values.is_empty() {
            return None;
        }
        let mut draft = match predicate::action_noun(self.tokens) {
            Some(noun) => self.with_noun(noun, Rule::Result, Polarity::Plan),
            None => Draft::new(Rule::Result, Polarity::Plan),
        };
        let first = self.tokens.first()?.range.start;
        let start = draft.action.as_ref().map_or(first, |it| it.end);
        self.add_indicator(&mut draft, start);
        if draft.deadline.is_none()
            && let Some(lead) = &self.around.lead
        {
            let words = &self.around.text[lead.clone()];
            let found = time::joined(words, &time::find(words, Language::Ru));
            draft.deadline =
                found.into_iter().next().map(|one| (shifted(one.range, lead.start), one.when));
        }
        Some(draft)
    }

    fn add_indicator(&self, draft: &mut Draft, start: usize) {
        let text = self.around.text;
        let rest = &text[start..self.around.sentence.end];
        let start = start + (rest.len() - rest.trim_start().len());
        let rest = &text[start..self.around.sentence.end];
        let mut values = indicator::values(rest);
        // An amount that is called one («на сумму 5 млн тенге») is money and measures nothing.
        if let Some((money, _)) = &draft.money
            && AMOUNT.iter().any(|it| text[..money.start].trim_end().ends_with(it))
        {
            values.retain(|it| !overlap(&shifted(it.range.clone(), start), money));
        }
        let Some(last) = values.last() else { return };
        let mut stop = last.range.end;
        // The bracket in which the last value stands belongs to it.
        let open = rest[..stop].matches('(').count() > rest[..stop].matches(')').count();
        if open && let Some(close) = rest[stop..].find(')') {
            stop += close + 1;
        }
        let range = start..start + stop;
        // The year of the last value stands behind it.
        let series = indicator::series(rest).map_or(0, |it| it.end);
        // What was reached before stands in brackets behind a value, also in money.
        if draft.money.as_ref().is_some_and(|(money, _)| {
            overlap(money, &range) && text[range.start..money.start.max(range.start)].contains('(')
        }) {
            draft.money = None;
        }
        draft.indicator = Some((range, indicator::of(&rest[..stop.max(series)])));
    }

    fn of_predicate(&self, found: &Predicate) -> Option<Draft> {
        let (tokens, around) = (self.tokens, self.around);
        // A sentence that ends in a colon needs an object of its own.
        let ends_in_colon = around.words().trim_end().ends_with(':');
        let mut draft = Draft::new(found.rule, found.polarity);
        if around.needs_lead() && found.rule != Rule::Future {
            draft.rule = Rule::Item;
        }
        draft.action = self.span(found.action.clone());
        draft.deontic = found.deontic.clone().and_then(|it| self.span(it));
        if found.is_passive {
            draft.actor = self.agent(found);
            // «гражданам запрещается передавать»: who is forbidden stands before an infinitive.
            if draft.actor.is_none() && found.is_impersonal(tokens) {
                draft.actor = self.ordered(found.whole.start);
            }
            let framed = found.takes_preposition && around.genre == Genre::Programme;
            draft.object = (if framed { self.object_behind(found.whole.end, true) } else { None })
                .or_else(|| self.subject(found.whole.start))
                .filter(|it| draft.actor.as_ref().is_none_or(|actor| !overlap(actor, it)))
                .or_else(|| self.object_behind(found.whole.end, found.takes_preposition));
        } else {
            draft.actor = self.actor(found).or_else(|| self.lead_actor());
            if draft.actor.is_none() && found.is_impersonal(tokens) {
                draft.actor = self.ordered(found.whole.end);
            }
            draft.object = self.object_behind(found.whole.end, found.takes_preposition);
            // «Порядок утверждают акиматы»: object, verb, subject.
            if let Some(actor) = draft.actor.clone()
                && actor.start >= tokens[found.whole.end - 1].range.end
                && draft.object.as_ref().is_none_or(|it| overlap(it, &actor))
            {
                draft.object = self.subject(found.whole.start);
            }
        }
        if ends_in_colon {
            let behind = &tokens[found.whole.end..];
            let own = draft
                .object
                .as_ref()
                .is_some_and(|object| object.start >= tokens[found.whole.end - 1].range.end);
            let announces =
                behind.iter().any(|it| it.is_any(&["следующие", "следующих", "следующим"]));
            // Or a source of money of its own.
            let own = own || crate::money::first(around.words(), Language::Ru).is_some();
            if !own || announces && !behind.iter().any(|it| it.lower.starts_with("котор")) {
                return None;
            }
        }
        let action_end = tokens[found.whole.end - 1].range.end;
        self.finish(&mut draft);
        if ends_in_colon && draft.object.is_none() && draft.money.is_none() {
            return None;
        }
        if around.genre == Genre::Programme && !indicator::values(around.words()).is_empty() {
            let start =
                draft.object.as_ref().map_or(action_end, |it| it.start.max(around.sentence.start));
            self.add_indicator(&mut draft, start);
        }
        Some(draft)
    }

    /// Whether a token lies in a time.
    pub(super) fn in_time(&self, at: usize) -> bool {
        self.times.iter().any(|(range, _)| overlap(range, &self.tokens[at].range))
    }

    /// The subject of a passive: the first phrase before the verb that is not governed.
    fn subject(&self, stop: usize) -> Option<Range<usize>> {
        let mut at = 0;
        while at < stop {
            let token = &self.tokens[at];
            if self.places[at] != Place::Main
                || self.in_time(at)
                || matches!(class(token), Class::Mark | Class::Conjunction | Class::Number)
            {
                at += 1;
                continue;
            }
            match class(token) {
                Class::Preposition => {
                    at = end(self.tokens, self.places, at + 1, Reach::Plain).max(at + 1);
                }
                Class::Noun | Class::Adjective if is_oblique(&token.lower) => {
                    at = end(self.tokens, self.places, at, Reach::Name).max(at + 1);
                }
                Class::Noun
                    if matches!(
                        token.lower.as_str(),
                        "не" | "же" | "также" | "вместе" | "наряду"
                    ) =>
                {
                    at += 1;
                }
                Class::Noun | Class::Adjective => {
                    let last = end(self.tokens, self.places, at, Reach::Object).min(stop);
                    let has_noun = self.tokens[at..last].iter().any(|it| class(it) == Class::Noun);
                    // «успешной реализации»: what a list before it goes on with.
                    let listed = class(token) == Class::Adjective
                        && !super::grammar::is_nominative_adjective(&token.lower);
                    if has_noun && !listed && !is_dative_person(&token.lower) {
                        return self.span(at..last);
                    }
                    at = last.max(at + 1);
                }
                _ => at += 1,
            }
        }
        None
    }

    /// The object behind a verb: the first phrase that is no addressee, means, time or place.
    fn object_behind(&self, from: usize, takes_preposition: bool) -> Option<Range<usize>> {
        let mut at = from;
        while at < self.tokens.len() {
            let token = &self.tokens[at];
            if self.places[at] == Place::Brackets
                || self.places[at] == Place::Below
                || self.in_time(at)
            {
                at += 1;
                continue;
            }
            let starts = at == from;
            match class(token) {
                Class::Preposition
                    if starts && takes_preposition && token.is_any(&["на", "по", "о", "об"]) =>
                {
                    let last = end(self.tokens, self.places, at + 1, Reach::Object);
                    return self.span(at + 1..last);
                }
                Class::Preposition => {
                    at = end(self.tokens, self.places, at + 1, Reach::Plain).max(at + 1);
                }
                Class::Noun | Class::Adjective => {
                    let is_addressee = !starts || !takes_preposition;
                    let person = crate::names::who(token, Language::Ru).is_some();
                    let dative = person && is_dative_person(&token.lower);
                    if is_addressee && (is_oblique(&token.lower) || dative) {
                        at = end(self.tokens, self.places, at, Reach::Name).max(at + 1);
                        continue;
                    }
                    let last = end(self.tokens, self.places, at, Reach::Object);
                    let has_noun = self.tokens[at..last].iter().any(|it| class(it) == Class::Noun);
                    if has_noun
                        && !self.tokens[at].is_any(&[
                            "также",
                            "только",
                            "вновь",
                            "самостоятельно",
                            "повторно",
                            "письменно",
                        ])
                    {
                        return self.span(at..last);
                    }
                    at = last.max(at + 1);
                }
                Class::Number => at += 1,
                Class::Mark if token.is(",") => at += 1,
                Class::Mark => return None,
                Class::Conjunction | Class::Finite | Class::Infinitive | Class::Clause => {
                    return None;
                }
                Class::Gerund | Class::Adverb => at += 1,
            }
        }
        None
    }

    /// Parts that do not depend on the verb: for whom, by which means, by when, with what money.
    fn finish(&self, draft: &mut Draft) {
        draft.take_time_and_money(self.around, &self.times, Language::Ru);
        if draft.deadline.is_none() && self.around.needs_lead() {
            draft.deadline = self.lead_times().into_iter().next();
        }
        draft.target_group = self.target_group(draft);
        draft.instrument = self.instrument(draft);
        draft.condition = self.condition();
    }

    /// Times of the lead-in of an item that goes on with it.
    fn lead_times(&self) -> Vec<(Range<usize>, When)> {
        let Some(lead) = self.around.lead.clone() else { return Vec::new() };
        let tokens = tokens(self.around.text, lead.clone());
        let around = Around { sentence: lead, lead: None, ..self.around.clone() };
        times(&around, &tokens, &places(&tokens))
    }

    fn target_group(&self, draft: &Draft) -> Option<Range<usize>> {
        let candidates = names(self.tokens, self.places, |_| true);
        candidates
            .into_iter()
            .filter(|(range, who)| {
                *who == Who::People
                    && matches!(self.places[range.start], Place::Main | Place::Relative)
            })
            .filter_map(|(range, _)| self.span(range))
            .find(|range| draft.is_free(range))
    }

    fn instrument(&self, draft: &Draft) -> Option<(Range<usize>, InstrumentClass)> {
        for (at, token) in self.tokens.iter().enumerate() {
            let next = |step: usize| self.tokens.get(at + step).map_or("", |it| it.lower.as_str());
            let width = match token.lower.as_str() {
                "путем" | "посредством" | "через" => 1,
                "с" if next(1) == "помощью" => 2,
                "за" if next(1) == "счет" => 2,
                "по" if next(1) == "принципу" => 2,
                "на" if next(1) == "базе" => 2,
                _ => continue,
            };
            let taken = |range: &Range<usize>| {
                draft.money.as_ref().is_some_and(|it| overlap(&it.0, range))
                    || self.times.iter().any(|it| overlap(&it.0, range))
            };
            if taken(&token.range) || at + width >= self.tokens.len() {
                continue;
            }
            // In a bracket the phrase ends with it.
            let inner: Vec<Place> = self
                .places
                .iter()
                .map(|it| if *it == Place::Brackets { Place::Main } else { *it })
                .collect();
            let last = end(self.tokens, &inner, at + width, Reach::Object);
            if let Some(range) = self.span(at..last).filter(|_| last > at + width) {
                let class = class_of(&self.around.text[range.clone()]);
                return Some((range, class));
            }
        }
        None
    }

    fn condition(&self) -> Option<Range<usize>> {
        let start = self.places.iter().position(|it| *it == Place::Condition)?;
        let start = if self.tokens[start].is(",") { start + 1 } else { start };
        let length = self.places[start..].iter().take_while(|it| **it == Place::Condition).count();
        self.span(start..start + length)
    }
}
