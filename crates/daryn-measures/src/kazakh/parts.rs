//! Measures of a Kazakh sentence with their parts.

use std::ops::Range;

use daryn_text::Language;

use super::grammar::{
    Case, case, is_bare_plural, is_conjunction, is_finite, is_link, is_negated, is_nominative_name,
    is_participle, is_passive, is_passive_participle, is_postposition, is_verbal_dative,
    is_verbal_noun,
};
use super::phrase::{begin, begin_object, depths, sums, times};
use crate::deontic::Polarity;
use crate::draft::{Around, Draft, Genre, class_of, overlap};
use crate::indicator;
use crate::measure::{InstrumentClass, Rule};
use crate::names::{Who, who};
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
    "мүшелері",
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
        || words.starts_with("Осы Қағидалар ");
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
    if in_list && NOT_ACTIONS.iter().any(|it| lead.contains(it)) && !lead.contains("сай келуі")
    {
        return None;
    }
    if let Some(draft) = sentence.term() {
        return Some(draft);
    }
    // An item that says if what is a condition of its lead-in.
    if in_list && tokens[0].lower == "егер" {
        return None;
    }
    // The first main verb.
    let start = |draft: &Draft| draft.action.as_ref().map_or(usize::MAX, |it| it.start);
    let found = [sentence.deontic(), sentence.present()].into_iter().flatten();
    if let Some(draft) = found.min_by_key(start) {
        return Some(draft);
    }
    if in_list { sentence.item() } else { None }
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
    times: Vec<(Range<usize>, When)>,
    /// Money, as bytes of the text.
    sums: Vec<Range<usize>>,
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
        let subject_end = self.tokens.iter().position(|it| it.lower.starts_with("мерзімі"))?;
        if self.tokens[subject_end].range.start > self.around.sentence.start + predicate.0 {
            return None;
        }
        let is_ban = !predicate.1.starts_with("құрайды");
        let polarity = if is_ban { Polarity::Prohibition } else { Polarity::Obligation };
        let mut draft = Draft::new(Rule::Term, polarity);
        let start = self.around.sentence.start + predicate.0;
        draft.action = Some(start..start + predicate.1.len());
        draft.object = self.span(0..subject_end + 1);
        let lasts = ["болу", "тұру", "қолданыл", "тағылымдам"];
        let subject = draft.object.clone().map_or("", |it| &self.around.text[it]).to_lowercase();
        if !lasts.iter().any(|it| subject.contains(it)) {
            let number = self.tokens[subject_end..].iter().position(|it| {
                it.sort == Sort::Number || crate::number::of_word(&it.lower).is_some()
            });
            let last = self.tokens.iter().rposition(|it| it.range.end <= start);
            if let (Some(number), Some(last)) = (number, last)
                && let Some(range) = self.span(subject_end + number..last + 1)
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
                ("жол" | "рұқсат", "беріледі" | "етіледі") => {
                    (Polarity::Permission, 2)
                }
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
            if matches!(word, "алады" | "алмайды") && verb.is_none() {
                continue;
            }
            let mut start = if verb.is_some() { at - 1 } else { at };
            // «кетіп қалуға»
            if start > 0
                && verb.is_some()
                && self.tokens[start - 1].lower.ends_with("іп")
                    | self.tokens[start - 1].lower.ends_with("ып")
            {
                start -= 1;
            }
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
            let passive = matches!(word, "тыйым" | "жол" | "рұқсат") && verb.is_none();
            self.around_verb(&mut draft, start, passive);
            return Some(draft);
        }
        None
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
        let mut start = at;
        if at > 0
            && self.tokens[at - 1].is_any(&[
                "жүзеге",
                "іске",
                "қабыл",
                "тарта",
                "қамтамасыз",
                "енгізе",
                "бас",
            ])
        {
            start -= 1;
        }
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
        if !is_verbal_dative(word) {
            return None;
        }
        let lead = self.around.lead_words().trim_end().trim_end_matches(':').to_lowercase();
        let entitled =
            ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|it| lead.ends_with(it))
                || lead.contains("құқы");
        let polarity = if entitled { Polarity::Permission } else { Polarity::Obligation };
        let mut draft = Draft::new(Rule::Item, polarity);
        draft.action = self.span(last..last + 1);
        self.around_verb(&mut draft, last, false);
        Some(draft)
    }

    /// An item that is a task: its last verbal noun.
    fn task(&self) -> Option<Draft> {
        let last = self.tokens.iter().rposition(|it| it.sort == Sort::Word)?;
        is_verbal_noun(&self.tokens[last].lower).then_some(())?;
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

    fn around_verb(&self, draft: &mut Draft, verb: usize, passive: bool) {
        let in_list = self.around.is_first && self.around.lead.is_some();
        let own = self.actor(verb, draft.polarity == Polarity::Permission);
        if passive {
            draft.object = own
                .filter(|_| draft.polarity == Polarity::Prohibition)
                .or_else(|| self.object(verb, true));
            draft.actor = self
                .genitive_actor(verb, false)
                .filter(|it| draft.object.as_ref().is_none_or(|object| !overlap(object, it)));
        } else {
            draft.actor = match in_list {
                true => self.lead_actor().or(own),
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

    /// Names in the nominative, as ranges of tokens.
    fn names(&self, tokens: &[Token<'_>], nominative: bool) -> Vec<(Range<usize>, Who)> {
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let Some(who) = who(token, Language::Kk) else { continue };
            if token.sort != Sort::Word || nominative && !is_nominative_name(token) {
                continue;
            }
            // «ұйымдастыру» is nobody.
            if is_verbal_noun(&token.lower) || is_participle(&token.lower) {
                continue;
            }
            // A noun in the nominative before another noun with a possessive is its attribute.
            let next = tokens.get(at + 1);
            let attribute = next.is_some_and(|next| {
                crate::names::who(next, Language::Kk).is_some()
                    && !is_conjunction(&next.lower)
                    && (next.lower.ends_with('ы') || next.lower.ends_with('і'))
            });
            // «босқын мәртебесі»: so is a bare singular before any possessive in «-сы».
            let is_possessed = |word: &str| word.ends_with("сы") || word.ends_with("сі");
            let describes = !is_possessed(&token.lower)
                && !is_bare_plural(&token.lower)
                && next.is_some_and(|next| {
                    is_possessed(&next.lower) && next.lower.chars().count() > 4
                });
            if attribute || describes {
                continue;
            }
            let range = begin(tokens, at)..at + 1;
            // «Қазақстан Республикасы» lies in «Қазақстан Республикасы Ішкі істер министрлігі».
            while found
                .last()
                .is_some_and(|(other, _): &(Range<usize>, Who)| range.start <= other.start)
            {
                found.pop();
            }
            found.push((range, who));
        }
        found
    }

    /// The subject: a name in the nominative that is not the subject of a participle.
    fn actor(&self, verb: usize, genitive: bool) -> Option<Range<usize>> {
        if genitive && let Some(range) = self.genitive_actor(verb, true) {
            return Some(range);
        }
        let candidates: Vec<(Range<usize>, Who)> = self
            .names(self.tokens, true)
            .into_iter()
            .filter(|(range, _)| {
                let next = self.tokens.get(range.end).map_or("", |it| it.lower.as_str());
                range.end <= verb
                    && self.depth[range.start] == 0
                    && !self.in_time(range.start)
                    && !is_postposition(next)
                    && !is_link(next)
            })
            .collect();
        let mut free: Vec<bool> = vec![true; candidates.len()];
        for at in 0..verb {
            let word = self.tokens[at].lower.as_str();
            if self.depth[at] > 0 || !is_participle(word) || is_passive_participle(word) {
                continue;
            }
            let nearest = candidates
                .iter()
                .enumerate()
                .rfind(|(place, (range, _))| range.end <= at && free[*place]);
            if let Some((place, _)) = nearest {
                free[place] = false;
            }
        }
        let taken = candidates
            .iter()
            .zip(&free)
            .find(|(_, free)| **free)
            .or_else(|| candidates.iter().zip(&free).next())?;
        self.joined(self.tokens, taken.0.0.clone(), &candidates)
    }

    /// A name with those before it that are coordinated with it.
    fn joined(
        &self,
        tokens: &[Token<'_>],
        range: Range<usize>,
        candidates: &[(Range<usize>, Who)],
    ) -> Option<Range<usize>> {
        let mut start = range.start;
        while start > 0 {
            let mut at = start;
            while at > 0 && (is_conjunction(&tokens[at - 1].lower) || tokens[at - 1].is(",")) {
                at -= 1;
            }
            let before = candidates.iter().find(|(other, _)| other.end == at && at < start);
            match before {
                Some((other, _)) => start = other.start,
                None => break,
            }
        }
        let mut end = range.end;
        loop {
            let mut at = end;
            while tokens.get(at).is_some_and(|it| is_conjunction(&it.lower) || it.is(",")) {
                at += 1;
            }
            match candidates.iter().find(|(other, _)| other.start == at && at > end) {
                Some((other, _)) => end = other.end,
                None => break,
            }
        }
        cover(&tokens[start..end])
    }

    /// «балалардың … құқығы бар», «жеңімпаздың … өтуі»: the first name in the genitive, at the
    /// beginning or, where it may be `relative`, behind a participle that describes it.
    fn genitive_actor(&self, verb: usize, relative: bool) -> Option<Range<usize>> {
        let (at, _) = self.tokens[..verb].iter().enumerate().find(|(at, token)| {
            self.depth[*at] == 0
                && who(token, Language::Kk).is_some()
                && case(token) == Case::Genitive
        })?;
        let start = begin(self.tokens, at);
        let before = start.checked_sub(1).map(|it| &self.tokens[it]);
        // «келген балалардың»: its participle is no part of it.
        let is_free = before.is_none_or(|it| it.is(".") || relative && is_participle(&it.lower));
        is_free.then(|| self.span(start..at + 1))?
    }

    fn lead_actor(&self) -> Option<Range<usize>> {
        let lead = self.around.lead.clone()?;
        let tokens = tokens(self.around.text, lead);
        let candidates = self.names(&tokens, true);
        // «Көшіп келушілер:» stands at the end of the lead-in.
        if let Some((range, _)) = candidates
            .iter()
            .rfind(|(range, _)| tokens.get(range.end).is_none_or(|it| it.is(":") || it.is("–")))
        {
            return self.joined(&tokens, range.clone(), &candidates);
        }
        let genitive = tokens
            .iter()
            .enumerate()
            .find(|(_, it)| who(it, Language::Kk).is_some() && case(it) == Case::Genitive);
        if let Some((at, _)) = genitive {
            return cover(&tokens[begin(&tokens, at)..at + 1]);
        }
        let (range, _) = candidates.first()?;
        self.joined(&tokens, range.clone(), &candidates)
    }

    fn finish(&self, draft: &mut Draft) {
        draft.take_time_and_money(self.around, &self.times, Language::Kk);
        let named = self.names(self.tokens, false);
        draft.target_group = named
            .iter()
            .filter(|(range, who)| *who == Who::People && self.depth[range.start] == 0)
            .filter_map(|(range, _)| self.joined(self.tokens, range.clone(), &named))
            .find(|range| draft.is_free(range));
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
