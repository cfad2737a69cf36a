//! A measure: who does what by when, with what money, measured how.

use daryn_read::Document;
use daryn_text::Language;
use serde::Serialize;

use crate::deontic::Polarity;
use crate::indicator::Indicator;
use crate::money::Money;
use crate::time::When;

/// A place in the text of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// First byte.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// First code point.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
}

impl Part {
    /// Its words.
    #[must_use]
    pub fn words(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// What an actor has to do with a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Must or will act.
    Responsible,
    /// Has a right.
    Entitled,
    /// Must not act.
    Forbidden,
}

/// The means of government that an instrument draws on.
///
/// Source: Hood and Margetts, *The Tools of Government in the Digital Age*, 2007.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentClass {
    /// Law, permit, ban, standard, contract.
    Authority,
    /// Money, tax, subsidy, credit.
    Treasure,
    /// Information, media, advice, analysis.
    Nodality,
    /// Bodies, staff, networks, sites, services, training.
    Organisation,
}

impl InstrumentClass {
    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            InstrumentClass::Authority => "authority",
            InstrumentClass::Treasure => "treasure",
            InstrumentClass::Nodality => "nodality",
            InstrumentClass::Organisation => "organisation",
        }
    }
}

/// By which rule a passage was taken for a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A row of an action plan.
    Row,
    /// A row of a table of target indicators.
    IndicatorRow,
    /// A text of indicators: name, years and values.
    IndicatorText,
    /// Words that say must, may or must not.
    Deontic,
    /// The normative present of a legal act, active.
    Present,
    /// The same, passive.
    Passive,
    /// The future of a programme.
    Future,
    /// An item of a list whose lead-in holds the actor or the deontic.
    Item,
    /// An item of a list of tasks.
    Task,
    /// A result to be reached, with a number.
    Result,
    /// The term of an action.
    Term,
}

impl Rule {
    /// All rules, in the order of tables.
    pub const ALL: [Rule; 11] = [
        Rule::Row,
        Rule::IndicatorRow,
        Rule::IndicatorText,
        Rule::Deontic,
        Rule::Present,
        Rule::Passive,
        Rule::Future,
        Rule::Item,
        Rule::Task,
        Rule::Result,
        Rule::Term,
    ];

    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rule::Row => "row",
            Rule::IndicatorRow => "indicator-row",
            Rule::IndicatorText => "indicator-text",
            Rule::Deontic => "deontic",
            Rule::Present => "present",
            Rule::Passive => "passive",
            Rule::Future => "future",
            Rule::Item => "item",
            Rule::Task => "task",
            Rule::Result => "result",
            Rule::Term => "term",
        }
    }
}

/// A measure that was found in a document. Every part has a place of its own, or is not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Place of its passage in the document.
    pub passage: usize,
    /// Language by whose rules it was found.
    pub language: Language,
    /// The sentence or row that is the measure.
    pub sentence: Part,
    /// Cells above that the file merges over the row, in order of columns, without its number: what
    /// they say is said of the row, too, but stands outside of it.
    pub covers: Vec<Part>,
    /// By which rule it was found.
    pub rule: Rule,
    /// Whether it must, may, must not or is planned to be done.
    pub polarity: Polarity,
    /// The words that show the polarity: the deontic, else the predicate.
    pub cue: Part,
    /// Who acts, or is entitled, obliged or forbidden.
    pub actor: Option<Part>,
    /// What the actor has to do with it.
    pub role: Role,
    /// Who takes part beside the actor.
    pub co_actor: Option<Part>,
    /// The words that say must, may or must not.
    pub deontic: Option<Part>,
    /// What is done: the predicate, or the noun of action.
    pub action: Option<Part>,
    /// To what it is done.
    pub object: Option<Part>,
    /// People or their organisations whom it serves, controls or affects.
    pub target_group: Option<Part>,
    /// By which means.
    pub instrument: Option<Part>,
    /// The class of the means.
    pub instrument_class: Option<InstrumentClass>,
    /// By when, how soon or how often.
    pub deadline: Option<(Part, When)>,
    /// Money for it, or the source of funds.
    pub money: Option<(Part, Money)>,
    /// A result with numbers.
    pub indicator: Option<(Part, Indicator)>,
    /// What shows that it was done: the form of completion of an action plan.
    pub completion: Option<Part>,
    /// If what, where.
    pub condition: Option<Part>,
}

impl Measure {
    /// Parts by name, in the order of tables; those that are not stated are none.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, Option<Part>); 12] {
        [
            ("actor", self.actor),
            ("co_actor", self.co_actor),
            ("deontic", self.deontic),
            ("action", self.action),
            ("object", self.object),
            ("target_group", self.target_group),
            ("instrument", self.instrument),
            ("deadline", self.deadline.as_ref().map(|it| it.0)),
            ("money", self.money.as_ref().map(|it| it.0)),
            ("indicator", self.indicator.as_ref().map(|it| it.0)),
            ("completion", self.completion),
            ("condition", self.condition),
        ]
    }

    /// Its words as people read them: of a row what covers it from above, then the row itself.
    ///
    /// Lines, tabs between cells and several spaces are one space, so that this is no piece of the
    /// text; the place of the measure is that of its [sentence](Measure::sentence).
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        let parts = self.covers.iter().chain([&self.sentence]);
        let words = parts.flat_map(|part| part.words(text).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// Names of the parts that are stated.
    pub fn known(&self) -> impl Iterator<Item = &'static str> {
        self.parts().into_iter().filter(|(_, part)| part.is_some()).map(|(name, _)| name)
    }

    /// How many of actor, deadline, money, indicator, starting value and target value are stated.
    #[must_use]
    pub fn completeness(&self) -> usize {
        let result = self.indicator.as_ref().map(|it| &it.1);
        let stated = [
            self.actor.is_some(),
            self.deadline.is_some(),
            self.money.is_some(),
            self.indicator.is_some(),
            result.is_some_and(|it| it.baseline.is_some()),
            result.is_some_and(|it| it.target.is_some()),
        ];
        stated.into_iter().filter(|it| *it).count()
    }
}

/// Code points of places in a text, without counting from its beginning each time.
pub(crate) struct Points<'a> {
    text: &'a str,
    /// Code points before each so many bytes.
    before: Vec<usize>,
}

const STEP: usize = 1024;

impl<'a> Points<'a> {
    pub(crate) fn new(document: &'a Document) -> Points<'a> {
        let text = document.text.as_str();
        let mut before = vec![0];
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at > 0 && at % STEP == 0 {
                before.push(count);
            }
            // Every byte that does not go on with a code point begins one.
            count += usize::from(byte & 0xC0 != 0x80);
        }
        Points { text, before }
    }

    /// The code points that begin before a byte.
    fn at(&self, byte: usize) -> usize {
        let step = (byte / STEP).min(self.before.len() - 1);
        let rest = &self.text.as_bytes()[step * STEP..byte];
        self.before[step] + rest.iter().filter(|it| **it & 0xC0 != 0x80).count()
    }

    pub(crate) fn part(&self, range: std::ops::Range<usize>) -> Part {
        Part {
            start: range.start,
            end: range.end,
            first: self.at(range.start),
            last: self.at(range.end),
        }
    }
}
