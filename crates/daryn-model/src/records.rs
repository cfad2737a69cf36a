//! The records that make up a study, as its author writes them.

use serde::{Deserialize, Serialize};

use crate::period::Date;
use crate::record;
use crate::record::{Decimal, Id, Url};
use crate::text::{Lang, Localized};

mod code_lists;
mod codings;
mod download;
mod event;
mod extract;
mod flow;
mod lines;
mod measured;
mod observation;
mod programmes;
mod quantity;
mod texts;

pub use code_lists::*;
pub use codings::{
    CodeName, CodedPassage, CodedText, Codings, GivenCode, ValidatedLanguage, Validation,
};
pub use download::*;
pub use event::*;
pub use extract::*;
pub use flow::*;
pub use lines::*;
pub use measured::*;
pub use observation::*;
pub use programmes::*;
pub use quantity::*;
pub use texts::{PolicyText, TextPlace};

record! {
    /// The head of a study: `[study]` in `study.toml`.
    pub struct Head: "study" {
        /// Name of the study: letters, digits, `-`.
        pub id: Id,
        /// Title of the report.
        pub title: Localized,
        /// The question that the study answers.
        pub question: Localized,
        /// Area code of the country, as in the areas table.
        pub country: Id,
        /// Name of the policy in a noun phrase, for headings.
        pub policy: Localized,
        /// First year of the question.
        pub period_start: i64,
        /// Last year of the question.
        pub period_end: i64,
        /// First year that a row may be about; the first year of the question if not given.
        pub data_start: Option<i64>,
        /// Last year that a row may be about; the last year of the question if not given.
        pub data_end: Option<i64>,
        /// Area codes of the countries to compare with.
        pub comparators: Vec<Id>,
        /// Languages of the report: `en`, `ru`, `kk`; one is enough.
        pub languages: Vec<String>,
        /// Day on which the pages were seen that the rows name.
        pub seen_on: Option<Date>,
        /// Day up to which targets count as due; the day on which the pages were seen if not given.
        pub as_of: Option<Date>,
        /// Seed of the random draws.
        pub seed: i64,
        /// Who made the study.
        pub authors: Vec<String>,
        /// Who assigned the codes (function, instrument, targets) to measures.
        pub coder: Localized,
        /// Licence of the study's own words and codes.
        pub licence: Option<String>,
        /// Limits that the reader must know, one sentence each.
        pub caveats: Vec<Caveat>,
        /// Series shown in the effectiveness chapter.
        pub charts: Vec<Chart>,
        /// Indicators that count one quantity in different ways, to be set side by side.
        pub same_quantities: Vec<SameQuantity>,
        /// Movements between the country and its partners, shown in the effectiveness chapter.
        pub flows: Vec<Flow>,
    }
}

record! {
    /// A limit of the study in the words of its author.
    pub struct Caveat: "caveat" {
        /// The sentence.
        pub text: Localized,
        /// Documents, measures, series, practices, references or searches that show it.
        pub concerns: Vec<Id>,
    }
}

record! {
    /// A condition under which a recommendation could work: a judgement.
    pub struct Condition: "condition" {
        /// The sentence.
        pub text: Localized,
    }
}

record! {
    /// Series to be shown together: one indicator, several areas.
    pub struct Chart: "chart" {
        /// Name of the chart.
        pub id: Id,
        /// Title; the indicator if not given.
        pub title: Localized,
        /// Indicator of every series.
        pub indicator: Id,
        /// Series names, the country's first; each is drawn apart and never joined.
        pub series: Vec<Id>,
        /// First year to be shown.
        pub from: Option<i64>,
        /// Last year to be shown.
        pub to: Option<i64>,
        /// Whether the first series stands among the key numbers of the summary.
        pub summary: Option<bool>,
    }
}

record! {
    /// `[files]` in `study.toml`: every file of the study by name.
    pub struct Files: "files" {
        /// Documents.
        pub documents: Option<String>,
        /// Measures.
        pub measures: Option<String>,
        /// Bodies that take part.
        pub bodies: Option<String>,
        /// Observations.
        pub statistics: Option<String>,
        /// Observations that are taken out of files in `statistics/`, as their sources give them.
        pub extracts: Option<String>,
        /// Indicators.
        pub indicators: Option<String>,
        /// Definitions of what is counted.
        pub definitions: Option<String>,
        /// Units.
        pub units: Option<String>,
        /// Statistical sources.
        pub sources: Option<String>,
        /// Areas.
        pub areas: Option<String>,
        /// Numeric targets and the series that can show whether they were reached.
        pub targets: Option<String>,
        /// Practices of other countries.
        pub practices: Option<String>,
        /// Numbers that were observed about practices.
        pub effects: Option<String>,
        /// Statements of published works.
        pub references: Option<String>,
        /// Recorded searches.
        pub searches: Option<String>,
        /// Events that charts mark.
        pub events: Option<String>,
        /// Hypotheses and their predictions.
        pub hypotheses: Option<String>,
        /// Judgement rules.
        pub rules: Option<String>,
        /// Gaps, practices and conditions.
        pub recommendations: Option<String>,
        /// What is fetched from outside.
        pub downloads: Option<String>,
        /// Codebook whose codes the passages of the texts get; that of daryn if neither it nor
        /// rules are given.
        pub codebook: Option<String>,
        /// Rules that give the codes.
        pub code_rules: Option<String>,
        /// Names of the packages of features in `features/`.
        pub packages: Option<String>,
        /// Other files that belong to the study: a README, notes.
        pub other: Vec<String>,
    }
}

record! {
    /// A policy document: its identity, its life, and how much of it was read.
    pub struct Document: "document" {
        /// Name in this study.
        pub id: Id,
        /// Full title.
        pub title: Localized,
        /// Label for figures, up to about 28 characters.
        pub short: Localized,
        /// Bodies that issued it.
        pub issuers: Vec<Id>,
        /// Sort of act.
        pub act_type: Option<ActType>,
        /// Number of the act.
        pub number: Option<String>,
        /// Day of adoption, as exactly as seen.
        pub adopted: Option<Date>,
        /// First day in force.
        pub valid_from: Option<Date>,
        /// Last day in force.
        pub valid_to: Option<Date>,
        /// What is known of its fate.
        pub status: Localized,
        /// Corpus of the question, or register around it.
        pub role: Role,
        /// How much of its text was read.
        pub coverage: Coverage,
        /// Whether every measure of its text stands in the table of measures. Counts of documents
        /// read whole are lower bounds all the same where measures were only picked from them.
        pub all_measures: Option<bool>,
        /// Page where the row was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}

record! {
    /// A policy measure: who does what by when, as far as it was seen.
    pub struct Measure: "measure" {
        /// Name in this study.
        pub id: Id,
        /// Document that holds it.
        pub document: Id,
        /// What is to be done, in our words.
        pub text: Localized,
        /// Field of policy (our coding).
        pub domain: Option<Domain>,
        /// What it is for (our coding).
        pub functions: Vec<Function>,
        /// Which way it pushes (our coding).
        pub polarity: Option<Polarity>,
        /// Its means (our coding).
        pub instrument: Option<Instrument>,
        /// Whom it is for.
        pub target_group: Localized,
        /// Bodies that must act.
        pub bodies: Vec<Id>,
        /// Day or year by which it is due.
        pub deadline: Option<Date>,
        /// What sort of deadline it is.
        pub deadline_kind: Option<DeadlineKind>,
        /// The deadline in words.
        pub deadline_text: Localized,
        /// Money set aside for it.
        pub money: Localized,
        /// What shows that it was done.
        pub indicator_text: Localized,
        /// Value before.
        pub baseline: Option<Decimal>,
        /// Value to be reached.
        pub target_value: Option<Decimal>,
        /// Unit of the value.
        pub target_unit: Localized,
        /// Year of the value.
        pub target_year: Option<i64>,
        /// SDG targets that it corresponds to (our coding).
        pub sdg_targets: Vec<String>,
        /// What the row rests on.
        pub evidence_kind: EvidenceKind,
        /// Article, point or page in the document.
        pub locator: Option<String>,
        /// Page where the row was seen.
        pub source_url: Url,
        /// Remark.
        pub note: Localized,
    }
}

record! {
    /// A body that issues documents or carries measures.
    pub struct Body: "body" {
        /// Name in this study.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// What sort of body.
        pub kind: BodyKind,
        /// Abbreviations and other names under which texts have it.
        pub aliases: Vec<String>,
        /// Since when it has been.
        pub valid_from: Option<Date>,
        /// Until when it was.
        pub valid_to: Option<Date>,
        /// Bodies that took its place where it was renamed, merged or divided.
        pub successors: Vec<Id>,
        /// Page on which aliases, dates and successors were seen.
        pub source_url: Option<Url>,
        /// Remark.
        pub note: Localized,
    }
}

record! {
    /// A country, territory or group of countries.
    pub struct Area: "area" {
        /// ISO 3166-1 alpha-2 code, or a code of the study for a group.
        pub code: Id,
        /// Its name.
        pub name: Localized,
        /// Whether it is a group.
        pub aggregate: bool,
    }
}

record! {
    /// A unit of measurement.
    pub struct Unit: "unit" {
        /// Name in this study.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// Short form that follows a number.
        pub symbol: Localized,
        /// Short form that follows a difference of two values, where it is another one: percentage
        /// points for percent.
        pub difference: Localized,
        /// Lowest value, where the unit is a scale with ends.
        pub low: Option<Decimal>,
        /// Highest value of such a scale.
        pub high: Option<Decimal>,
    }
}

record! {
    /// An indicator: what a series measures.
    pub struct Indicator: "indicator" {
        /// Name in this study.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// Unit of all its observations.
        pub unit: Id,
        /// Which way is held to be better.
        pub direction: Option<Direction>,
        /// SDG indicator that it is, for example `9.5.1`.
        pub sdg_indicator: Option<String>,
        /// Remark on sources.
        pub source_note: Localized,
    }
}

record! {
    /// What exactly is counted.
    pub struct Definition: "definition" {
        /// Name in this study.
        pub id: Id,
        /// The definition.
        pub text: Localized,
        /// What it does not show.
        pub caveat: Localized,
    }
}

record! {
    /// A statistical source.
    pub struct Source: "source" {
        /// Name in this study.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// What sort of body.
        pub kind: SourceKind,
        /// Licence, where stated.
        pub licence: Option<String>,
        /// Home of the source.
        pub url: Option<Url>,
    }
}

record! {
    /// A number that a policy wanted to reach, and the series that can show it.
    pub struct Target: "target" {
        /// Name in this study.
        pub id: Id,
        /// Measure that sets it.
        pub measure: Id,
        /// Series to compare with; empty where none is known.
        pub series: Option<Id>,
        /// Unit of the value to be reached: that of the series, if the two are compared.
        pub unit: Option<Id>,
        /// Whether the series counts what the target means.
        pub comparable: bool,
        /// Why it is comparable or not, or what is missing.
        pub reason: Localized,
        /// `up`: reached at or above the value; `down`: at or below.
        pub direction: Direction,
    }
}

record! {
    /// A statement of a published work: evidence of its own kind.
    pub struct Reference: "reference" {
        /// Name in this study.
        pub id: Id,
        /// Author, title, journal or series.
        pub work: String,
        /// Year.
        pub year: Option<i64>,
        /// Page of the statement.
        pub page: Option<String>,
        /// What the work states.
        pub statement: Localized,
        /// By which design.
        pub design: Localized,
        /// For whom.
        pub population: Localized,
        /// Address.
        pub url: Option<Url>,
        /// Day on which the address was seen, if another one than that of the study.
        pub seen_on: Option<Date>,
    }
}

record! {
    /// A recorded search: what was looked for, where, with what result.
    pub struct Search: "search" {
        /// Name in this study.
        pub id: Id,
        /// Day.
        pub date: Date,
        /// What was looked for.
        pub what: Localized,
        /// Where.
        pub place: Localized,
        /// The query.
        pub query: Option<String>,
        /// How it ended.
        pub result: SearchResult,
        /// Documents, measures, indicators, hypotheses or functions of measures that it concerns.
        pub concerns: Vec<Id>,
    }
}

record! {
    /// Which measures are meant; every given condition must hold.
    pub struct Filter: "filter" {
        /// One of these functions.
        pub functions: Vec<Function>,
        /// This polarity.
        pub polarity: Option<Polarity>,
        /// One of these domains.
        pub domains: Vec<Domain>,
        /// This instrument.
        pub instrument: Option<Instrument>,
        /// Rests on one of these.
        pub evidence: Vec<EvidenceKind>,
        /// At least so many bodies are named.
        pub bodies_at_least: Option<i64>,
        /// One of these parts is known: actor, deadline, money, indicator, baseline, target.
        pub known: Vec<String>,
        /// Corresponds to one of these SDG targets.
        pub sdg_targets: Vec<String>,
        /// Stands in one of these documents.
        pub documents: Vec<Id>,
    }
}

record! {
    /// What would be seen if the hypothesis held, written down before looking.
    pub struct Prediction: "prediction" {
        /// Name within the study.
        pub id: Id,
        /// The prediction in words.
        pub text: Localized,
        /// How it is looked at.
        pub test: Test,
        /// Documents in question; the whole study if not given.
        pub scope: Option<Scope>,
        /// Measures that are counted.
        pub of: Option<Filter>,
        /// Measures among which they are counted.
        pub among: Option<Filter>,
        /// Series, for tests of series.
        pub series: Vec<Id>,
        /// Series of the comparators.
        pub comparators: Vec<Id>,
        /// First year.
        pub from: Option<i64>,
        /// Last year.
        pub to: Option<i64>,
        /// Lowest grade of practice that counts.
        pub grade: Option<Grade>,
        /// The prediction is met at or above this value.
        pub at_least: Option<Decimal>,
        /// The prediction is met at or below this value.
        pub at_most: Option<Decimal>,
        /// Why this threshold.
        pub reason: Localized,
        /// What would make it testable, where it is not.
        pub needs: Localized,
    }
}

record! {
    /// A statement to be judged.
    pub struct Hypothesis: "hypothesis" {
        /// Name within the study.
        pub id: Id,
        /// Chapter it belongs to.
        pub chapter: Question,
        /// The statement.
        pub statement: Localized,
        /// Where the statement comes from.
        pub origin: Localized,
        /// Statement that this one rivals.
        pub rival_of: Option<Id>,
        /// Hypotheses whose findings this one rests on.
        pub builds_on: Vec<Id>,
        /// Judgement rule.
        pub rule: Id,
        /// What would be seen.
        pub predictions: Vec<Prediction>,
        /// References that state it.
        pub references: Vec<Id>,
        /// References and series that a reader should have beside the verdict and that do not enter
        /// it: what a state says of itself, for example.
        pub beside: Vec<Id>,
        /// What is wrong in policy if the statement holds; makes it a gap.
        pub gap: Localized,
    }
}

record! {
    /// How outcomes of predictions become a verdict.
    pub struct Rule: "rule" {
        /// Name within the study.
        pub id: Id,
        /// Fewest predictions that must be testable.
        pub min_testable: i64,
        /// Share of testable predictions met, in percent, from which it is supported.
        pub supported_from: Decimal,
        /// Share of testable predictions met, in percent, up to which it is contradicted.
        pub contradicted_to: Decimal,
        /// Why these thresholds.
        pub reason: Localized,
    }
}

record! {
    /// A recommendation: a gap, practices that bear on it, and conditions that we judge.
    pub struct Advice: "recommendation" {
        /// Name within the study.
        pub id: Id,
        /// Hypothesis whose finding is the gap.
        pub gap: Id,
        /// What to do.
        pub text: Localized,
        /// Practices that bear on it.
        pub practices: Vec<Id>,
        /// Conditions under which it could work: our judgement.
        pub conditions: Vec<Condition>,
        /// Whom it is about in the country of the study: our judgement.
        pub case_population: Localized,
        /// Under which condition it would act there: our judgement.
        pub case_condition: Localized,
        /// Whether numbers of its practices may be read for the case: our judgement.
        pub transfer: Vec<Transfer>,
        /// Our judgement of how easily it can be done, 1 to 5.
        pub feasibility: i64,
        /// Our judgement of how soon it can act, 1 to 5.
        pub speed: i64,
        /// Why these judgements.
        pub reason: Localized,
    }
}

record! {
    /// How recommendations are ranked.
    pub struct Ranking: "ranking" {
        /// Number of random weightings.
        pub draws: i64,
        /// Why weights are drawn and not set.
        pub reason: Localized,
    }
}

/// Everything that a study's author wrote.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is documented by its record type")]
pub struct Study {
    pub head: Head,
    pub languages: Vec<Lang>,
    pub documents: Vec<Document>,
    pub texts: Vec<PolicyText>,
    /// Codings of the texts; none where no text was coded.
    pub codings: Option<Codings>,
    /// Lines of documents, of packages of features.
    pub lines: Vec<TextLine>,
    pub measures: Vec<Measure>,
    pub bodies: Vec<Body>,
    pub areas: Vec<Area>,
    pub units: Vec<Unit>,
    pub indicators: Vec<Indicator>,
    pub definitions: Vec<Definition>,
    pub sources: Vec<Source>,
    pub observations: Vec<Observation>,
    pub targets: Vec<Target>,
    pub practices: Vec<Practice>,
    pub effects: Vec<Effect>,
    pub references: Vec<Reference>,
    pub searches: Vec<Search>,
    pub events: Vec<Event>,
    pub hypotheses: Vec<Hypothesis>,
    pub rules: Vec<Rule>,
    pub recommendations: Vec<Advice>,
    pub ranking: Option<Ranking>,
}

impl Document {
    /// Whether the table of measures holds every measure of the text: only then can a count show
    /// that there are at most so many.
    pub fn complete(&self) -> bool {
        self.coverage == Coverage::Whole && self.all_measures == Some(true)
    }
}
