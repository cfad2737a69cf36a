//! What rules work with and what they give: a passage with what stands around it, and measures as
//! bytes of the text.

use std::ops::Range;

use daryn_text::Language;

use crate::deontic::Polarity;
use crate::indicator::{self, Indicator};
use crate::measure::{InstrumentClass, Rule};
use crate::money::{self, Money};
use crate::time::When;

/// What sort of document a passage belongs to; it decides what the tense of a verb means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Genre {
    /// A law, rules, a resolution: the present tense is normative.
    Act,
    /// A concept, strategy or plan: the present describes, the future plans.
    Programme,
}

/// A sentence with what stands around it.
#[derive(Debug, Clone)]
pub(crate) struct Around<'a> {
    /// The text of the document.
    pub(crate) text: &'a str,
    /// Bytes of the sentence, without the number of the passage.
    pub(crate) sentence: Range<usize>,
    /// Bytes of the lead-in of the list, where the passage is an item of one.
    pub(crate) lead: Option<Range<usize>>,
    /// Whether the sentence is the first of its passage.
    pub(crate) is_first: bool,
    /// The sort of document.
    pub(crate) genre: Genre,
}

impl<'a> Around<'a> {
    pub(crate) fn words(&self) -> &'a str {
        &self.text[self.sentence.clone()]
    }

    pub(crate) fn lead_words(&self) -> &'a str {
        self.lead.clone().map_or("", |lead| &self.text[lead])
    }

    /// Whether the sentence needs its lead-in: it begins with a small letter.
    pub(crate) fn needs_lead(&self) -> bool {
        let first = self.words().chars().find(|it| it.is_alphabetic());
        self.is_first && self.lead.is_some() && first.is_some_and(char::is_lowercase)
    }
}

/// A measure as bytes of the text.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) rule: Rule,
    pub(crate) polarity: Polarity,
    pub(crate) actor: Option<Range<usize>>,
    pub(crate) co_actor: Option<Range<usize>>,
    pub(crate) deontic: Option<Range<usize>>,
    pub(crate) action: Option<Range<usize>>,
    pub(crate) object: Option<Range<usize>>,
    pub(crate) target_group: Option<Range<usize>>,
    pub(crate) instrument: Option<(Range<usize>, InstrumentClass)>,
    pub(crate) deadline: Option<(Range<usize>, When)>,
    pub(crate) money: Option<(Range<usize>, Money)>,
    pub(crate) indicator: Option<(Range<usize>, Indicator)>,
    pub(crate) completion: Option<Range<usize>>,
    pub(crate) condition: Option<Range<usize>>,
}

impl Draft {
    pub(crate) fn new(rule: Rule, polarity: Polarity) -> Draft {
        Draft {
            rule,
            polarity,
            actor: None,
            co_actor: None,
            deontic: None,
            action: None,
            object: None,
            target_group: None,
            instrument: None,
            deadline: None,
            money: None,
            indicator: None,
            completion: None,
            condition: None,
        }
    }

    /// Takes what a sentence says in any order: its first time, where the measure has none yet,
    /// and its money.
    pub(crate) fn take_time_and_money(
        &mut self,
        around: &Around<'_>,
        times: &[(Range<usize>, When)],
        language: Language,
    ) {
        if self.deadline.is_none() {
            let series = indicator::series(around.words())
                .map(|range| shifted(range, around.sentence.start));
            let is_free = |range: &Range<usize>| {
                series.as_ref().is_none_or(|it| !overlap(it, range))
                    && !indicator::is_compared(&around.text[around.sentence.start..range.start])
            };
            self.deadline = times.iter().find(|(range, _)| is_free(range)).cloned();
        }
        let shift = around.sentence.start;
        self.money = money::first(around.words(), language)
            .map(|one| (shifted(one.range, shift), one.money));
    }

    /// Whether a range is a part of neither the actor nor the deadline.
    pub(crate) fn is_free(&self, range: &Range<usize>) -> bool {
        self.actor.as_ref().is_none_or(|actor| !overlap(actor, range))
            && self.deadline.as_ref().is_none_or(|(time, _)| !overlap(time, range))
    }
}

/// Moves a range of a piece of a text to the text.
pub(crate) fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Whether two ranges share a byte.
pub(crate) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The class of a means, by the nouns that name it; organisation where none is known.
pub(crate) fn class_of(words: &str) -> InstrumentClass {
    let words = words.to_lowercase();
    let has = |heads: &[&str]| heads.iter().any(|head| words.contains(head));
    if has(&[
        "медиа",
        "медий",
        "информ",
        "портал",
        "сайт",
        "реклам",
        "освещен",
        "консульт",
        "анализ",
        "совещан",
        "конференц",
        "онлайн",
        "ақпарат",
        "насихат",
        "сайты",
        "internet",
        "website",
        "media",
        "опрос",
        "собеседован",
    ]) {
        InstrumentClass::Nodality
    } else if has(&[
        "субсид",
        "грант",
        "налог",
        "кредит",
        "финансирован",
        "возмещен",
        "закуп",
        "заем",
        "салық",
        "несие",
        "қаржыландыр",
        "subsid",
        "tax",
        "grant",
        "стипенди",
        "льгот",
    ]) {
        InstrumentClass::Treasure
    } else if has(&[
        "закон",
        "запрет",
        "лиценз",
        "разрешен",
        "квот",
        "стандарт",
        "договор",
        "регулир",
        "режим",
        "порядк",
        "норм",
        "заң",
        "рұқсат",
        "шарт",
        "тыйым",
        "law",
        "permit",
        "contract",
        "требован",
        "принцип",
        "одного окна",
    ]) {
        InstrumentClass::Authority
    } else {
        InstrumentClass::Organisation
    }
}
