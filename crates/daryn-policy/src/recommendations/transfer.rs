//! Which numbers of practices may be read for the case of a recommendation.
//!
//! A number of another country is read for the case only if it is an effect from a causal design
//! and both its population and its condition are judged to be those of the case. An association
//! keeps the selection of its own place, and a count has no comparison: neither says what would be
//! seen elsewhere, whatever matches. The judgements are the author's; the rule is ours. Nothing is
//! multiplied with a national base: the unit of an effect is a text, and a text cannot say whether
//! its number is a factor, a difference or a share.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use super::count;
use crate::Output;
use crate::evidence::Words;
use crate::practice::effects::{grade, number};

const COLUMNS: [&str; 22] = [
    "recommendation",
    "practice",
    "country",
    "effect_outcome",
    "value",
    "low",
    "high",
    "unit",
    "effect_kind",
    "grade",
    "population",
    "case_population",
    "population_match",
    "condition",
    "case_condition",
    "condition_match",
    "transferred",
    "obstacles",
    "judge",
    "reason",
    "effect",
    "text",
];

/// Why a number is not read for the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    /// A comparison that leaves selection in.
    Association,
    /// A count or rate without a comparison.
    Count,
    /// The source tested and saw no evidence of an effect.
    NotShown,
    /// Population or condition of the case was not stated.
    CaseNotStated,
    /// The case was stated, but nobody judged this number.
    NotJudged,
    PopulationDifferent,
    PopulationUnknown,
    ConditionDifferent,
    ConditionUnknown,
}

impl Obstacle {
    fn code(self) -> &'static str {
        match self {
            Obstacle::Association => "association",
            Obstacle::Count => "count",
            Obstacle::NotShown => "not_shown",
            Obstacle::CaseNotStated => "case_not_stated",
            Obstacle::NotJudged => "not_judged",
            Obstacle::PopulationDifferent => "population_different",
            Obstacle::PopulationUnknown => "population_unknown",
            Obstacle::ConditionDifferent => "condition_different",
            Obstacle::ConditionUnknown => "condition_unknown",
        }
    }
}

/// Everything that stands against reading a number for the case; nothing if it is transferred.
fn obstacles(advice: &Advice, effect: &Effect, judged: Option<&Transfer>) -> Vec<Obstacle> {
    let mut all = Vec::new();
    match effect.kind {
        // `check` lets no practice below grade A have a number of this kind.
        EffectKind::Effect => {}
        EffectKind::Association => all.push(Obstacle::Association),
        EffectKind::Count => all.push(Obstacle::Count),
    }
    if effect.significant == Some(false) {
        all.push(Obstacle::NotShown);
    }
    match judged {
        None if advice.case_population.is_empty() || advice.case_condition.is_empty() => {
            all.push(Obstacle::CaseNotStated);
        }
        None => all.push(Obstacle::NotJudged),
        Some(row) => {
            all.extend(match row.population {
                Match::Same => None,
                Match::Different => Some(Obstacle::PopulationDifferent),
                Match::Unknown => Some(Obstacle::PopulationUnknown),
            });
            all.extend(match row.condition {
                Match::Same => None,
                Match::Different => Some(Obstacle::ConditionDifferent),
                Match::Unknown => Some(Obstacle::ConditionUnknown),
            });
        }
    }
    all
}

/// Numbers and transfers of some recommendations.
#[derive(Default)]
struct Tally {
    all: usize,
    made: usize,
    /// Numbers that are no effect with evidence, whose population or condition is another one or
    /// not known, and that nobody compared.
    against: [usize; 4],
}

impl Tally {
    fn add(&mut self, obstacles: &[Obstacle]) {
        use Obstacle::*;
        let groups: [&[Obstacle]; 4] = [
            &[Association, Count, NotShown],
            &[PopulationDifferent, PopulationUnknown],
            &[ConditionDifferent, ConditionUnknown],
            &[CaseNotStated, NotJudged],
        ];
        self.all += 1;
        self.made += usize::from(obstacles.is_empty());
        for (number, group) in self.against.iter_mut().zip(groups) {
            *number += usize::from(obstacles.iter().any(|code| group.contains(code)));
        }
    }
}

/// Table and claims; recommendations in the order of their ranks.
pub(super) fn run(study: &Study, ranked: &[&Advice], output: &mut Output) {
    let words = Words::of(study);
    let mut table = Table::new("transfer", &COLUMNS);
    let mut total = Tally::default();
    let mut support: Vec<String> = Vec::new();
    for advice in ranked {
        let mut own = Tally::default();
        let node = format!("recommendation:{}", advice.id);
        for effect in study.effects.iter().filter(|row| advice.practices.contains(&row.practice)) {
            let practice = study.practices.iter().find(|row| row.id == effect.practice);
            let Some(practice) = practice else { continue };
            let judged = advice.transfer.iter().find(|row| row.effect == effect.id);
            let obstacles = obstacles(advice, effect, judged);
            own.add(&obstacles);
            total.add(&obstacles);
            support.extend([node.clone(), format!("effect:{}", effect.id)]);
            let row = Row { study, words: &words, advice, practice, effect, judged, obstacles };
            let judgement = row.judgement();
            let claim = row.claim(judgement.as_ref().map(|node| node.id.clone()));
            table.push(&claim, row.cells());
            output.nodes.extend(judgement);
            output.claims.push(claim);
        }
        output.claims.extend(case(advice, &own, node));
    }
    if let Some(support) = Support::new(support) {
        let [kind, population, condition, unjudged] = total.against;
        output.claims.push(
            Claim::new("recommendations", "transfer", "transfer-all", support)
                .with("all", count(total.all))
                .with("made", count(total.made))
                .with("kind", count(kind))
                .with("population", count(population))
                .with("condition", count(condition))
                .with("unjudged", count(unjudged)),
        );
    }
    output.tables.push(table);
}

/// Whom a recommendation is about, under which condition, and how many numbers are read for it.
fn case(advice: &Advice, own: &Tally, node: String) -> Option<Claim> {
    let known = !advice.case_population.is_empty() || !advice.case_condition.is_empty();
    if !known && own.all == 0 {
        return None;
    }
    let template = if known { "transfer-case" } else { "transfer-case-not-stated" };
    let name = format!("{}.transfer", advice.id);
    Some(
        Claim::new("recommendations", &name, template, Support::one(node))
            .with("population", stated(&advice.case_population))
            .with("condition", stated(&advice.case_condition))
            .with("all", count(own.all))
            .with("made", count(own.made)),
    )
}

/// A number of a practice beside a recommendation.
struct Row<'a> {
    study: &'a Study,
    words: &'a Words<'a>,
    advice: &'a Advice,
    practice: &'a Practice,
    effect: &'a Effect,
    judged: Option<&'a Transfer>,
    obstacles: Vec<Obstacle>,
}

impl Row<'_> {
    /// The judgement as a coding, so that a reader finds its row.
    fn judgement(&self) -> Option<Node> {
        let row = self.judged?;
        let name = format!("{}.transfer.{}", self.advice.id, self.effect.id);
        let support = Support::one(format!("effect:{}", self.effect.id));
        let text = self.effect.outcome.clone();
        let node = Node::derived(NodeKind::Coding, &name, text, support)
            .at(&row.at)
            .with("population", Arg::text(&self.effect.population))
            .with("case_population", stated(&self.advice.case_population))
            .with("population_match", self.matching(|row| row.population))
            .with("condition", Arg::text(&self.effect.condition))
            .with("case_condition", stated(&self.advice.case_condition))
            .with("condition_match", self.matching(|row| row.condition))
            .with("judge", Arg::text(&self.judge()))
            .with("reason", self.reason());
        Some(node)
    }

    fn claim(&self, judgement: Option<String>) -> Claim {
        let (advice, practice, effect) = (self.advice, self.practice, self.effect);
        let support = Support::one(format!("recommendation:{}", advice.id))
            .and([format!("practice:{}", practice.id), format!("effect:{}", effect.id)])
            .and(judgement);
        let template = match (self.obstacles.is_empty(), self.judged) {
            (true, _) => "transfer-made",
            (false, Some(_)) => "transfer-refused",
            (false, None) => "transfer-unjudged",
        };
        let shown = match (effect.significant, effect.kind) {
            (Some(false), EffectKind::Effect) => "no-effect",
            (Some(false), _) => "no-difference",
            _ => "number",
        };
        let name = format!("{}.transfer.{}", advice.id, effect.id);
        let claim = Claim::new("recommendations", &name, template, support)
            .with("text", Arg::text(&advice.text))
            .with("name", Arg::text(&practice.name))
            .with("country", Arg::Text(self.words.area(&practice.country.0)))
            .with("outcome", Arg::text(&effect.outcome))
            .with("shown", Arg::plain(shown))
            .with("population", Arg::text(&effect.population))
            .with("condition", Arg::text(&effect.condition))
            .with("case_population", stated(&advice.case_population))
            .with("case_condition", stated(&advice.case_condition))
            .with("judge", Arg::text(&self.judge()))
            .with("reason", self.reason())
            .with("obstacles", self.against());
        number(effect).into_iter().fold(claim, |claim, (name, arg)| claim.with(name, arg))
    }

    fn cells(&self) -> Vec<Arg> {
        let (advice, practice, effect) = (self.advice, self.practice, self.effect);
        let number = |number: &Option<Decimal>| Arg::maybe(number.clone(), Arg::Number);
        let made = if self.obstacles.is_empty() { "yes" } else { "no" };
        vec![
            Arg::plain(&advice.id.0),
            Arg::text(&practice.name),
            Arg::Text(self.words.area(&practice.country.0)),
            Arg::text(&effect.outcome),
            number(&effect.value),
            number(&effect.low),
            number(&effect.high),
            Arg::text(&effect.unit),
            Arg::code("effect-kind", effect.kind.code()),
            Arg::code("grade", grade(effect, practice).code()),
            Arg::text(&effect.population),
            stated(&advice.case_population),
            self.matching(|row| row.population),
            Arg::text(&effect.condition),
            stated(&advice.case_condition),
            self.matching(|row| row.condition),
            Arg::code("transferred", made),
            self.against(),
            self.judged.map_or(not_stated(), |_| Arg::text(&self.judge())),
            self.reason(),
            Arg::plain(&effect.id.0),
            Arg::text(&advice.text),
        ]
    }

    fn matching(&self, side: impl Fn(&Transfer) -> Match) -> Arg {
        self.judged.map_or(not_stated(), |row| Arg::code("match", side(row).code()))
    }

    /// Who judged: the one who is named, or whoever coded the measures, or the authors.
    fn judge(&self) -> Localized {
        let head = &self.study.head;
        match self.judged {
            Some(row) if !row.judge.is_empty() => row.judge.clone(),
            _ if !head.coder.is_empty() => head.coder.clone(),
            _ => Localized::same(&head.authors.join(", ")),
        }
    }

    /// Why the author judged so.
    fn reason(&self) -> Arg {
        self.judged.map_or(not_stated(), |row| stated(&row.reason))
    }

    /// What stands against reading the number for the case.
    fn against(&self) -> Arg {
        if self.obstacles.is_empty() {
            return Arg::code("flip", "none");
        }
        let codes = self.obstacles.iter().map(|code| Arg::code("transfer-obstacle", code.code()));
        Arg::List(codes.collect())
    }
}

/// What the author says of the case: nothing about it can be "not seen".
pub(super) fn stated(text: &Localized) -> Arg {
    if text.is_empty() { not_stated() } else { Arg::text(text) }
}

fn not_stated() -> Arg {
    Arg::code("case", "not_stated")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(stated: bool) -> Advice {
        let text = if stated { Localized::same("people") } else { Localized::default() };
        Advice {
            at: Default::default(),
            id: Default::default(),
            gap: Default::default(),
            text: Localized::default(),
            practices: Vec::new(),
            conditions: Vec::new(),
            case_population: text.clone(),
            case_condition: text,
            transfer: Vec::new(),
            feasibility: 3,
            speed: 3,
            reason: Localized::default(),
        }
    }

    fn effect(kind: EffectKind, significant: Option<bool>) -> Effect {
        Effect {
            at: Default::default(),
            id: Default::default(),
            practice: Default::default(),
            outcome: Localized::default(),
            value: Decimal::parse("40"),
            low: None,
            high: None,
            target: None,
            base: None,
            unit: Localized::default(),
            kind,
            population: Localized::same("people"),
            condition: Localized::same("people"),
            reference: None,
            significant,
            source_url: Default::default(),
            note: Localized::default(),
        }
    }

    fn judged(population: Match, condition: Match) -> Transfer {
        Transfer {
            at: Default::default(),
            effect: Default::default(),
            population,
            condition,
            judge: Localized::default(),
            reason: Localized::default(),
        }
    }

    #[test]
    fn only_a_causal_number_whose_population_and_condition_match_is_transferred() {
        let all = [Match::Same, Match::Different, Match::Unknown];
        for kind in [EffectKind::Effect, EffectKind::Association, EffectKind::Count] {
            for significant in [None, Some(true), Some(false)] {
                for population in all {
                    for condition in all {
                        let row = judged(population, condition);
                        let against =
                            obstacles(&advice(true), &effect(kind, significant), Some(&row));
                        let sound = kind == EffectKind::Effect && significant != Some(false);
                        let same = population == Match::Same && condition == Match::Same;
                        assert_eq!(against.is_empty(), sound && same, "{kind:?} {row:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn without_a_judgement_nothing_is_transferred() {
        let effect = effect(EffectKind::Effect, None);
        assert_eq!(obstacles(&advice(false), &effect, None), [Obstacle::CaseNotStated]);
        assert_eq!(obstacles(&advice(true), &effect, None), [Obstacle::NotJudged]);
    }

    #[test]
    fn a_number_with_two_reasons_of_one_sort_is_counted_once() {
        let mut tally = Tally::default();
        tally.add(&[Obstacle::Count, Obstacle::NotShown, Obstacle::PopulationUnknown]);
        tally.add(&[]);
        assert_eq!((tally.all, tally.made, tally.against), (2, 1, [1, 1, 0, 0]));
    }
}
