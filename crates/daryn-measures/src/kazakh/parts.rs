//! Measures of a Kazakh sentence with their parts.

use std::ops::Range;

use daryn_text::Language;

use super::actor::{Name, names};
use super::grammar::{
    is_conjunction, is_finite, is_negated, is_part_of_verb, is_participle, is_passive,
    is_verbal_dative, is_verbal_noun, is_verbal_subject,
};
use super::phrase::{begin_object, depths, sums, times};
use crate::deontic::Polarity;
use crate::draft::{Around, Draft, Genre, class_of, overlap};
use crate::indicator;
use crate::measure::{InstrumentClass, Rule};
use crate::names::Who;
use crate::time::{Kind, When};
use crate::word::{Sort, Token, cover, tokens};

/// Verbs that say what something is, not what somebody does.
const CONSTITUTIVE: &[&str] = &[
    "табылады",
    "бөлінеді",
    "жатады",
    "тоқтатылады",
    "танылады",
    "саналады",
    "пайдаланылады",
    "қолданылады",
    "құрайды",
    "тұрады",
    "білдіреді",
    "реттейді",
    "аспайды",
    "кіреді",
    "енеді",
    "енгізіледі",
    "қамтиды",
    "болады",
    "табылмайды",
    "анықталады-",
    "түсініледі",
    "жоғалтады",
    "береді-",
    "алады",
    "алмайды",
    "беріледі-",
    "шығады",
    "келеді",
    "көзделеді",
    "негізделеді",
    "реттеледі",
    "қолданылмайды",
    "соғады",
    "жатпайды",
];

/// Lead-ins whose items are no actions of their own.
const NOT_ACTIONS: &[&str] = &[
    "ұғымдар",
    "құжаттар",
    "санаттар",
    "негіздер",
    "жағдайлар",
    "талаптар:",
    "адамдарға",
    "мынандай:",
    "мынадай:",
    "бөлінеді",
    "шығыстар",
    "қағидаттар",
    "бас тартыл",
    "егер",
];

/// Measures of a sentence: none or one.
pub(crate) fn measures(around: &Around<'_>) -> Option<Draft> {
    let tokens = tokens(around.text, around.sentence.clone());
    let words = around.words();
    let is_apart = words.contains("ҚАУЛЫ")
        || words.contains("қолданысқа енгізіл")
        || words.contains("өзге де өкілеттік")
        || words.contains("өзге де функция")
        || words.starts_with("Осы Заң ")
        || words.starts_with("Осы ") && words.contains("ғидалары (бұдан әрі")
        || words.starts_with("Осы Қағидалар ")
        || is_by_law(&tokens);
    if is_apart || tokens.is_empty() {
        return None;
    }
    let lead = around.lead_words().to_lowercase();
    let in_list = around.is_first && around.lead.is_some();
    let sentence = Sentence {
        around,
        tokens: &tokens,
        times: times(around, &tokens),
        sums: sums(around),
        depth: depths(&tokens),
    };
    if in_list && lead.contains("міндеттері") {
        return sentence.task();
    }
    let has_lead = in_list && NOT_ACTIONS.iter().any(|it| lead.contains(it));
    if has_lead && !is_requirement(&lead) && !sentence.is_called_for() {
        return None;
    }
    if let Some(draft) = sentence.term() {
        return Some(draft);
    }
    // The first main verb.
    let start = |draft: &Draft| draft.action.as_ref().map_or(usize::MAX, |it| it.start);
    let found = [sentence.deontic(), sentence.present()].into_iter().flatten();
    if let Some(draft) = found.min_by_key(start) {
        // «егер …, тыйым салынады»: the verb of the whole list behind its last ground.
        let is_ground =
            in_list && tokens[0].lower == "егер" && draft.actor.is_none() && draft.object.is_none();
        return (!is_ground).then_some(draft);
    }
    if in_list { sentence.item() } else { None }
}

/// «… заңнамасымен айқындалады»: a law is nobody who acts.
fn is_by_law(tokens: &[Token<'_>]) -> bool {
    tokens.windows(2).any(|two| {
        ["заңымен", "заңдарымен", "заңнамасымен", "конституциясымен", "заңнамамен", "шарттармен"]
            .iter()
            .any(|it| two[0].lower.ends_with(it))
            && two[1].is_any(&["айқындалады", "белгіленеді", "реттеледі", "анықталады"])
    })
}

/// Whether the items below a lead-in are requirements: «… талаптарға сай келуі:».
fn is_requirement(lead: &str) -> bool {
    lead.contains("сай келуі") || lead.contains("сәйкес келуі")
}

/// An action and its parts out of a cell of an action plan: the last verbal noun is the action.
pub(crate) fn of_action_cell(text: &str, cell: Range<usize>) -> Option<Draft> {
    let around =
        Around { text, sentence: cell, lead: None, is_first: true, genre: Genre::Programme };
    let tokens = tokens(text, around.sentence.clone());
    let sentence = Sentence {
        around: &around,
        tokens: &tokens,
        times: Vec::new(),
        sums: sums(&around),
        depth: depths(&tokens),
    };
    let last = tokens.iter().rposition(|it| it.sort == Sort::Word)?;
    let mut draft = sentence.task().unwrap_or_else(|| {
        let mut draft = Draft::new(Rule::Row, Polarity::Plan);
        draft.action = sentence.span(last..last + 1);
        sentence.finish(&mut draft);
        draft
    });
    draft.rule = Rule::Row;
    Some(draft)
}

pub(super) struct Sentence<'a> {
    pub(super) around: &'a Around<'a>,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) times: Vec<(Range<usize>, When)>,
    /// Money, as bytes of the text.
    pub(super) sums: Vec<Range<usize>>,
    /// How many brackets are open at each token.
    pub(super) depth: Vec<usize>,
}

impl Sentence<'_> {
    pub(super) fn span(&self, range: Range<usize>) -> Option<Range<usize>> {
        cover(self.tokens.get(range)?)
    }

    pub(super) fn in_time(&self, at: usize) -> bool {
        let token = &self.tokens[at].range;
        self.times.iter().any(|(range, _)| overlap(range, token))
            || self.sums.iter().any(|range| overlap(range, token))
    }

    /// «… мерзімі 3 (үш) жұмыс күнін құрайды», «… мерзімі бес күннен аспауға тиіс».
    fn term(&self) -> Option<Draft> {
        let words = self.around.words();
        let predicate = ["құрайды", "аспауға тиіс", "аспауы тиіс", "аспайды"]
            .iter()
            .find_map(|it| Some((words.find(it)?, *it)))?;
        let start = self.around.sentence.start + predicate.0;
        let is_subject = |at: &usize| {
            self.depth[*at] == 0
                && self.tokens[*at].is_any(&["мерзімі", "мерзімдері", "кезеңі"])
                && self.tokens[*at].range.start < start
        };
        let subject = (0..self.tokens.len()).find(is_subject)?;
        let is_ban = !predicate.1.starts_with("құрайды");
        let polarity = if is_ban { Polarity::Prohibition } else { Polarity::Obligation };
        let mut draft = Draft::new(Rule::Term, polarity);
        draft.action = Some(start..start + predicate.1.len());
        let first = (0..subject).find(|at| self.depth[*at] == 0).unwrap_or(subject);
        let before: Vec<&Token<'_>> = self.tokens[first..subject].iter().collect();
        // What somebody does before it has a term is a clause: «келген көшіп келушінің … мерзімі».
        let clause = before.iter().rposition(|it| is_participle(&it.lower));
        let lasts = ["болу", "тұру", "қолданыл", "тағылымдам"];
        let lasts = before.iter().any(|it| lasts.iter().any(|head| it.lower.starts_with(head)))
            // The longest permit is how long it lasts, too.
            || before.iter().any(|it| it.is_any(&["ұзақ", "қысқа"]));
        let actor = names(self.tokens).into_iter().find(|it| {
            it.is_genitive()
                && it.range.end <= subject
                && self.depth[it.range.start] == 0
                && it.who == Who::People
        });
        let from = match (&actor, clause) {
            (Some(name), _) => name.range.end,
            (None, Some(clause)) => first + clause + 1,
            _ => first,
        };
        draft.actor = actor.and_then(|it| self.span(it.range));
        draft.object = self.span(if clause.is_some() { from } else { first }..subject + 1);
        if !lasts {
            let number = self.tokens[subject..].iter().position(|it| {
                it.sort == Sort::Number || crate::number::of_word(&it.lower).is_some()
            });
            let last = self.tokens.iter().rposition(|it| it.range.end <= start);
            if let (Some(number), Some(last)) = (number, last)
                && let Some(range) = self.span(subject + number..last + 1)
            {
                let when = When {
                    kind: Kind::Term,
                    from: None,
                    to: None,
                    count: None,
                    unit: None,
                    doubt: None,
                };
                draft.deadline = Some((range, when));
            }
        }
        self.finish(&mut draft);
        if lasts {
            draft.deadline = None;
        }
        Some(draft)
    }

    /// «беруге құқығы бар», «кетуге міндетті», «жол берілмейді».
    fn deontic(&self) -> Option<Draft> {
        for at in 0..self.tokens.len() {
            if self.depth[at] > 0 {
                continue;
            }
            let word = self.tokens[at].lower.as_str();
            let next = self.tokens.get(at + 1).map_or("", |it| it.lower.as_str());
            let (polarity, width) = match (word, next) {
                ("құқығы" | "құқықтары", "бар") => (Polarity::Permission, 2),
                ("құқығы", "жоқ") | ("құқылы", "емес") => {
                    (Polarity::Prohibition, 2)
                }
                ("құқылы", _) => (Polarity::Permission, 1),
                ("тыйым", "салынады") => (Polarity::Prohibition, 2),
                ("жол" | "рұқсат", "берілмейді" | "етілмейді") => {
                    (Polarity::Prohibition, 2)
                }
                // «рұқсат беріледі» may be a permit that is issued.
                ("рұқсат", "беріледі") if !self.permits(at) => continue,
                ("жол" | "рұқсат", "беріледі" | "етіледі") => {
                    (Polarity::Permission, 2)
                }
                ("жатады", _) => (Polarity::Obligation, 1),
                ("жатпайды", _) => (Polarity::Prohibition, 1),
                ("болуы", "мүмкін") => return None,
                ("міндетті" | "тиіс" | "қажет", _) => (Polarity::Obligation, 1),
                ("мүмкін", "емес") => (Polarity::Prohibition, 2),
                ("мүмкін", _) => (Polarity::Permission, 1),
                ("алады", _) => (Polarity::Permission, 1),
                ("алмайды", _) => (Polarity::Prohibition, 1),
                _ => continue,
            };
            // «міндетті түрде» says how; «қажет болған жағдайда» says when.
            let ends = at + width == self.tokens.len()
                || self.tokens.get(at + width).is_some_and(|it| {
                    matches!(it.text, "." | ";" | "," | ":" | "–") || is_conjunction(&it.lower)
                });
            if !ends {
                continue;
            }
            let before = at.checked_sub(1).map(|it| &self.tokens[it]);
            let verb = before.filter(|it| {
                is_verbal_dative(&it.lower)
                    || it.lower.ends_with("уы")
                    || it.lower.ends_with("уі")
                    || matches!(word, "алады" | "алмайды")
                        && (it.lower.ends_with('а')
                            || it.lower.ends_with('е')
                            || it.lower.ends_with('й'))
            });
            if matches!(word, "алады" | "алмайды" | "жатады" | "жатпайды") && verb.is_none()
            {
                continue;
            }
            let start = if verb.is_some() { self.converb(at - 1) } else { at };
            let negated = verb.is_some_and(|it| {
                it.lower.ends_with("мауға")
                    || it.lower.ends_with("меуге")
                    || ["пауға", "пеуге", "бауға", "беуге"]
                        .iter()
                        .any(|end| it.lower.ends_with(end))
            });
            let polarity = if negated && polarity == Polarity::Obligation {
                Polarity::Prohibition
            } else {
                polarity
            };
            let mut draft = Draft::new(Rule::Deontic, polarity);
            draft.deontic = self.span(at..at + width);
            draft.action = self.span(start..at + width);
            // The first of coordinated verbs: «тексеруге және … сақтауға міндетті».
            let mut start = start;
            if let Some(first) =
                verb.filter(|_| !word.starts_with("жат")).and_then(|_| self.first_of(start))
            {
                start = self.converb(first);
                let end = if first + 2 == at - 1 { at + width } else { first + 1 };
                draft.action = self.span(start..end);
            }
            let passive = matches!(word, "тыйым" | "жол" | "рұқсат") && verb.is_none()
                || word.starts_with("жат");
            self.around_verb(&mut draft, start, passive);
            return Some(draft);
        }
        None
    }

    /// Whether «рұқсат» at a token permits an action, and is no permit: «тұруға рұқсат» is one.
    fn permits(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|it| self.tokens[it].lower.as_str());
        before.is_some_and(|it| {
            is_verbal_dative(it) && !it.starts_with("тұру") && !it.starts_with("болу")
        })
    }

    /// «береді», «ресімделеді», «жүзеге асырады», «жіберілмейді».
    fn present(&self) -> Option<Draft> {
        let at = (0..self.tokens.len()).find(|at| {
            let word = self.tokens[*at].lower.as_str();
            self.depth[*at] == 0 && is_finite(word) && !CONSTITUTIVE.contains(&word)
        })?;
        let word = self.tokens[at].lower.as_str();
        // A constitutive verb that comes first makes the sentence one of what is.
        if self.around.genre == Genre::Programme {
            return None;
        }
        let start = self.converb(at);
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|it| it.is_any(&["және", "немесе"]) || it.is(","))
            && self.tokens.get(end + 1).is_some_and(|it| is_finite(&it.lower))
        {
            end += 2;
        }
        let passive = is_passive(word);
        let polarity = if is_negated(word) { Polarity::Prohibition } else { Polarity::Obligation };
        let in_list = self.around.is_first && self.around.lead.is_some();
        let rule = match (passive, in_list) {
            (_, true) => Rule::Item,
            (true, _) => Rule::Passive,
            _ => Rule::Present,
        };
        let mut draft = Draft::new(rule, polarity);
        draft.action = self.span(start..end);
        self.around_verb(&mut draft, start, passive);
        if self.around.words().trim_end().ends_with(':') && draft.object.is_none() {
            return None;
        }
        Some(draft)
    }

    /// An item in «-уға», «-уге» whose lead-in holds who must or may.
    fn item(&self) -> Option<Draft> {
        let last = self.tokens.iter().rposition(|it| it.sort == Sort::Word)?;
        let word = self.tokens[last].lower.as_str();
        let is_demand = is_requirement(&self.around.lead_words().to_lowercase())
            && is_verbal_subject(word)
            && word != "табылуы";
        if self.depth[last] > 0 || !(is_demand || is_verbal_dative(word)) {
            return None;
        }
        let is_right = is_verbal_dative(word) && self.is_entitled();
        let polarity = if is_right { Polarity::Permission } else { Polarity::Obligation };
        let mut draft = Draft::new(Rule::Item, polarity);
        // The first of coordinated verbs.
        let first = (0..last).find(|at| self.is_item_verb(*at)).unwrap_or(last);
        let start = self.converb(first);
        draft.action = self.span(start..first + 1);
        self.around_verb(&mut draft, start, false);
        Some(draft)
    }

    /// An item that is a task: its last verbal noun.
    fn task(&self) -> Option<Draft> {
        let last = self.tokens.iter().rposition(|it| it.sort == Sort::Word)?;
        is_verbal_noun(&self.tokens[last].lower).then_some(())?;
        // The first of several: «ағынын оңтайландыру, … қамтамасыз ету».
        let is_first = |at: &usize| {
            *at > 0
                && is_verbal_noun(&self.tokens[*at].lower)
                && self.tokens[*at + 1].is(",")
                && super::grammar::case(&self.tokens[*at - 1]) == super::grammar::Case::Accusative
        };
        let last = (0..last).find(is_first).unwrap_or(last);
        let mut start = last;
        while start >= 2
            && is_conjunction(&self.tokens[start - 1].lower)
            && is_verbal_noun(&self.tokens[start - 2].lower)
        {
            start -= 2;
        }
        let mut draft = Draft::new(Rule::Task, Polarity::Plan);
        draft.action = self.span(start..last + 1);
        draft.object = self.object(start, false);
        self.finish(&mut draft);
        Some(draft)
    }

    /// Whether the item ends in a verb that its lead-in calls for, «…уға», under a subject.
    fn is_called_for(&self) -> bool {
        let last = self.tokens.iter().rposition(|it| it.sort == Sort::Word);
        last.is_some_and(|it| is_verbal_dative(&self.tokens[it].lower))
            && self.lead_actor().is_some_and(|it| {
                let behind = &self.around.lead_words()[it.end - self.lead_start()..];
                behind.trim_matches([' ', ':']).is_empty()
            })
    }

    fn lead_start(&self) -> usize {
        self.around.lead.as_ref().map_or(0, |it| it.start)
    }

    /// Whether a token is one of several verbs of an item: «орналасуға және … босатуға».
    fn is_item_verb(&self, at: usize) -> bool {
        let word = self.tokens[at].lower.as_str();
        let next = self.tokens.get(at + 1);
        self.depth[at] == 0
            && is_verbal_dative(word)
            && next.is_some_and(|it| it.is(",") || is_conjunction(&it.lower))
    }

    /// The verb that is coordinated with the one at a token and stands before it.
    fn first_of(&self, verb: usize) -> Option<usize> {
        // «оқуға және тұруға арналған рұқсат»: neither is a main verb.
        let governed = |at: usize| {
            is_verbal_dative(&self.tokens[at].lower)
                && self.tokens[at + 1].is_any(&["арналған", "қажетті", "байланысты", "заңды"])
        };
        (0..verb).find(|at| {
            self.is_item_verb(*at) && !self.tokens[*at + 1].is(",") && !(*at..verb).any(governed)
        })
    }

    /// Where a verb with the converb or noun before it begins: «ұзартып отырады», «жүзеге асырады».
    fn converb(&self, verb: usize) -> usize {
        let mut start = verb;
        while start > 0 && is_part_of_verb(&self.tokens[start - 1].lower) {
            start -= 1;
        }
        start
    }

    fn around_verb(&self, draft: &mut Draft, verb: usize, passive: bool) {
        let in_list = self.around.is_first && self.around.lead.is_some();
        // «құқығы бар» has its subject in the genitive, «құқылы» in the nominative.
        let deontic = draft.deontic.clone().map_or("", |it| &self.around.text[it]).to_lowercase();
        let is_right = deontic.starts_with("құқығы") || deontic.starts_with("құқықтары");
        let own = self.actor(verb, is_right);
        if passive {
            let agent = self.agent(verb);
            let stop = agent.as_ref().map_or(verb, |it| it.start);
            draft.object = own
                .filter(|_| draft.polarity == Polarity::Prohibition)
                .or_else(|| self.undergoer(stop));
            draft.actor = agent
                .and_then(|it| self.span(it))
                .or_else(|| self.genitive_actor(verb, false))
                .filter(|it| draft.object.as_ref().is_none_or(|object| !overlap(object, it)));
        } else {
            draft.actor = match in_list {
                true => self.own_subject(verb).or_else(|| self.lead_actor()).or(own),
                false => own,
            };
            draft.object = self.object(verb, false);
            if let (Some(actor), Some(object)) = (&draft.actor, &draft.object)
                && overlap(actor, object)
            {
                // What stands behind the subject is the object.
                let rest = &self.around.text[actor.end.min(object.end)..object.end];
                let start = object.end - rest.trim_start().len();
                draft.object = (start < object.end).then_some(start..object.end);
            }
        }
        self.finish(draft);
    }

    fn finish(&self, draft: &mut Draft) {
        draft.take_time_and_money(self.around, &self.times, Language::Kk);
        if draft.deadline.is_none()
            && let Some(lead) = self.around.lead.clone().filter(|_| self.around.needs_lead())
        {
            let tokens = tokens(self.around.text, lead.clone());
            let around = Around { sentence: lead, lead: None, ..self.around.clone() };
            draft.deadline = times(&around, &tokens).into_iter().next();
        }
        // Who is exempted, admitted, sent is whom it serves, too.
        let undergoer = draft.object.clone().filter(|object| {
            names(self.tokens).iter().any(|it| {
                it.who == Who::People && self.span(it.range.clone()).as_ref() == Some(object)
            })
        });
        let excepted =
            |it: &Name| self.tokens.get(it.range.end).is_some_and(|it| it.lower == "қоспағанда");
        draft.target_group = names(self.tokens)
            .into_iter()
            .filter(|it| !excepted(it))
            .filter(|it| it.who == Who::People && self.depth[it.range.start] == 0)
            .filter_map(|it| self.span(it.range))
            .find(|range| draft.is_free(range));
        if draft.actor.is_none() {
            draft.target_group = undergoer.or(draft.target_group.take());
        }
        draft.instrument = self.instrument();
        let (words, shift) = (self.around.words(), self.around.sentence.start);
        if self.around.genre == Genre::Programme
            && let Some(last) = indicator::values(words).last()
        {
            let stop = last.range.end;
            draft.indicator = Some((shift..shift + stop, indicator::of(&words[..stop])));
        }
    }

    fn instrument(&self) -> Option<(Range<usize>, InstrumentClass)> {
        let at = self
            .tokens
            .iter()
            .position(|it| it.is_any(&["арқылы", "жолымен", "көмегімен", "базасында"]))?;
        let head = at.checked_sub(1)?;
        let mut start = begin_object(self.tokens, head, &|at| self.in_time(at));
        // The quotation mark of a name.
        if start > 0 && matches!(self.tokens[start - 1].text, "«" | "\"") {
            start -= 1;
        }
        let range = self.span(start..at + 1)?;
        let class = class_of(&self.around.text[range.clone()]);
        Some((range, class))
    }
}
