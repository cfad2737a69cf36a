//! Whether rules hold together: what is wrong with them is told with its line.

use std::collections::{BTreeMap, BTreeSet};

use daryn_count::{Pattern, Word};
use daryn_model::Diagnostic;
use daryn_model::record::{Id, nearest};

use crate::codebook::{Codebook, Subtrees};
use crate::rules::{Clue, Condition, Conditions, Name, Rule, Scope, Term, Tongue, hidden};

/// Most clues that may stand in each other, one in the next.
const MOST_DEEP: usize = 100;

/// Rules with the codebook that they are for.
pub(crate) struct Check<'a> {
    file: &'a str,
    codebook: &'a Codebook,
    clues: &'a [Clue],
    /// Clues by language and name.
    known: BTreeMap<(Tongue, &'a str), usize>,
    problems: &'a mut Vec<Diagnostic>,
}

impl<'a> Check<'a> {
    pub(crate) fn new(
        file: &'a str,
        codebook: &'a Codebook,
        clues: &'a [Clue],
        problems: &'a mut Vec<Diagnostic>,
    ) -> Check<'a> {
        let mut known = BTreeMap::new();
        for (place, clue) in clues.iter().enumerate() {
            known.entry((clue.language, clue.id.0.as_str())).or_insert(place);
        }
        Check { file, codebook, clues, known, problems }
    }

    /// Tells everything that is wrong.
    pub(crate) fn all(mut self, names: &[Name], rules: &[Rule]) {
        for name in names {
            self.name(name);
        }
        self.ids(rules);
        for clue in self.clues {
            self.terms(&clue.id.0, clue.language, &clue.conditions(), clue.at.line, false);
        }
        for rule in rules {
            let is_gated = !rule.requires.is_empty();
            self.terms(&rule.id.0, rule.language, &rule.conditions(), rule.at.line, is_gated);
        }
        self.circles_of_clues();
        self.codes(rules);
    }

    fn error(&mut self, code: &str, line: u32, values: &[(&str, &str)]) {
        self.tell(Diagnostic::error(code, self.file, line), values);
    }

    fn warn(&mut self, code: &str, line: u32, values: &[(&str, &str)]) {
        self.tell(Diagnostic::warning(code, self.file, line), values);
    }

    fn tell(&mut self, problem: Diagnostic, values: &[(&str, &str)]) {
        self.problems
            .push(values.iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
    }

    fn name(&mut self, name: &Name) {
        for text in &name.words {
            if hidden(text).is_none() {
                let values = [("rule", "name"), ("text", text.as_str())];
                self.error("coding-empty-term", name.at.line, &values);
            }
            for words in text.splitn(2, '|') {
                self.marks("name", text, words, name.at.line);
            }
        }
    }

    fn ids(&mut self, rules: &[Rule]) {
        let mut first: BTreeMap<String, u32> = BTreeMap::new();
        let clues = self.clues.iter();
        let clues =
            clues.map(|clue| (format!("@{} ({})", clue.id, clue.language.code()), clue.at.line));
        let rules = rules.iter().map(|rule| (rule.id.to_string(), rule.at.line));
        for (name, line) in clues.chain(rules).collect::<Vec<_>>() {
            match first.get(&name) {
                Some(other) => {
                    let other = other.to_string();
                    self.error("coding-rule-twice", line, &[("rule", &name), ("first", &other)]);
                }
                None => {
                    first.insert(name, line);
                }
            }
        }
    }

    fn terms(&mut self, id: &str, tongue: Tongue, conditions: &Conditions, line: u32, gated: bool) {
        let mut asks = gated || !conditions.forms.is_empty();
        for (scope, condition) in &conditions.scoped {
            asks |= !condition.any.is_empty() || !condition.all.is_empty();
            asks |= !condition.near.is_empty();
            for text in condition.terms() {
                match Term::parse(text) {
                    None => self.error("coding-empty-term", line, &[("rule", id), ("text", text)]),
                    Some(Term::Clue(name)) => self.clue(id, tongue, &name, line),
                    Some(Term::Words { .. }) => {
                        let words = text.trim();
                        let words = words.strip_prefix('^').unwrap_or(words);
                        self.marks(id, text, words.strip_suffix('$').unwrap_or(words), line);
                    }
                }
            }
            self.clues_in_scope(id, *scope, condition, line);
            for near in &condition.near {
                let is_words =
                    |text: &str| matches!(Term::parse(text), None | Some(Term::Words { .. }));
                if near.within < 1 || !is_words(&near.a) || !is_words(&near.b) {
                    self.error("coding-bad-near", near.at.line, &[("rule", id)]);
                }
            }
        }
        if !asks {
            self.error("coding-asks-nothing", line, &[("rule", id)]);
        }
    }

    /// A clue says itself where it looks, so it has no sense in `own`, `lead` and `headings`.
    fn clues_in_scope(&mut self, id: &str, scope: Scope, condition: &Condition, line: u32) {
        let Some(place) = scope.code() else { return };
        let Condition { any, all, none, .. } = condition;
        for text in any.iter().chain(all).chain(none) {
            if matches!(Term::parse(text), Some(Term::Clue(_))) {
                let values = [("rule", id), ("clue", text.trim()), ("place", place)];
                self.error("coding-clue-in-scope", line, &values);
            }
        }
    }

    /// Signs of other languages of patterns that a term does not know: `!` would turn what is to
    /// be left out into what is looked for, others would be taken for borders of words.
    fn marks(&mut self, id: &str, text: &str, words: &str, line: u32) {
        let chunks = words.split_whitespace().map(|it| it.strip_prefix('=').unwrap_or(it));
        let (mut is_negated, mut is_lost) = (false, false);
        let mut seen: Vec<String> = Vec::new();
        for chunk in chunks {
            is_negated |= chunk.starts_with('!');
            match Pattern::parse(chunk) {
                Some(pattern) => {
                    is_lost |= pattern.loses_marks(chunk);
                    seen.extend(pattern.words.iter().map(Word::written));
                }
                None => is_lost |= Pattern::has_marks(chunk),
            }
        }
        if is_negated {
            self.error("coding-negated-term", line, &[("rule", id), ("text", text)]);
        } else if is_lost && !seen.is_empty() {
            let values = [("rule", id), ("text", text), ("words", &seen.join(" "))];
            self.warn("coding-lost-marks", line, &values);
        }
    }

    fn clue(&mut self, id: &str, tongue: Tongue, name: &str, line: u32) {
        if self.known.contains_key(&(tongue, name)) {
            return;
        }
        let clues = self.clues.iter().filter(|clue| clue.language == tongue);
        let near = nearest(name, clues.map(|clue| clue.id.0.as_str())).unwrap_or_default();
        let values = [("rule", id), ("clue", name), ("nearest", near)];
        self.error("coding-unknown-clue", line, &values);
    }

    /// Walks each clue once, depth first: a clue that is met on its own way is in a circle.
    fn circles_of_clues(&mut self) {
        let clues = self.clues;
        let named: Vec<Vec<usize>> = clues.iter().map(|clue| self.named(clue)).collect();
        // For each clue that is done how deep it is; on the way it has none yet.
        let mut depths: Vec<Option<usize>> = vec![None; clues.len()];
        let mut is_on_way = vec![false; clues.len()];
        let mut is_deep_told = false;
        for start in 0..clues.len() {
            let mut way = vec![(start, 0)];
            while let Some((clue, next)) = way.last_mut() {
                let (clue, at) = (*clue, *next);
                if depths[clue].is_some() {
                    way.pop();
                    continue;
                }
                is_on_way[clue] = true;
                let Some(below) = named[clue].get(at).copied() else {
                    let deepest = named[clue].iter().filter_map(|below| depths[*below]).max();
                    let depth = deepest.unwrap_or(0) + 1;
                    if depth > MOST_DEEP && !is_deep_told {
                        is_deep_told = true;
                        let most = MOST_DEEP.to_string();
                        let values = [("clue", clues[clue].id.0.as_str()), ("most", &most)];
                        self.error("coding-clue-deep", clues[clue].at.line, &values);
                    }
                    depths[clue] = Some(depth);
                    is_on_way[clue] = false;
                    way.pop();
                    continue;
                };
                *next += 1;
                if is_on_way[below] {
                    let from = way.iter().position(|(other, _)| *other == below).unwrap_or(0);
                    let circle = way[from..].iter().map(|(clue, _)| *clue).chain([below]);
                    let circle: Vec<&str> = circle.map(|clue| clues[clue].id.0.as_str()).collect();
                    let circle = circle.join(" → ");
                    self.error("coding-clue-circle", clues[below].at.line, &[("way", &circle)]);
                } else {
                    way.push((below, 0));
                }
            }
        }
    }

    fn named(&self, clue: &Clue) -> Vec<usize> {
        let conditions = clue.conditions();
        let terms = conditions.scoped.iter().flat_map(|(_, condition)| condition.terms());
        let names = terms.filter_map(|text| match Term::parse(text) {
            Some(Term::Clue(name)) => Some(name),
            _ => None,
        });
        names.filter_map(|name| self.known.get(&(clue.language, name.as_str())).copied()).collect()
    }

    fn codes(&mut self, rules: &[Rule]) {
        let codebook = self.codebook;
        let subtrees = codebook.subtrees();
        for rule in rules {
            for code in std::iter::once(&rule.code).chain(rule.awaits()) {
                if !subtrees.contains_key(code.0.as_str()) {
                    let known = codebook.codes.iter().map(|code| code.id.0.as_str());
                    let near = nearest(&code.0, known).unwrap_or_default();
                    let values =
                        [("rule", rule.id.0.as_str()), ("code", &code.0), ("nearest", near)];
                    self.error("coding-unknown-code", rule.at.line, &values);
                }
            }
        }
        for tongue in Tongue::ALL.iter().copied() {
            self.never_given(rules, tongue, &subtrees);
            if let Err(Circle { way, line }) = order_of_codes(rules, tongue, &subtrees) {
                self.error("coding-code-circle", line, &[("way", &way)]);
            }
        }
    }

    /// Warns of codes that a rule waits for although no rule of its language gives them.
    fn never_given(&mut self, rules: &[Rule], tongue: Tongue, subtrees: &Subtrees<'_>) {
        let given: BTreeSet<&Id> =
            rules.iter().filter(|it| it.language == tongue).map(|it| &it.code).collect();
        for rule in rules.iter().filter(|rule| rule.language == tongue) {
            for code in rule.awaits().filter(|code| subtrees.contains_key(code.0.as_str())) {
                if !awaited([code], subtrees).any(|code| given.contains(code)) {
                    let values = [("rule", rule.id.0.as_str()), ("code", code.0.as_str())];
                    self.warn("coding-never-given", rule.at.line, &values);
                }
            }
        }
    }
}

/// Codes of which each waits for the next one, and the last one for the first.
#[derive(Debug)]
pub(crate) struct Circle {
    /// The codes, the first one again at the end.
    pub(crate) way: String,
    /// Line of the rule by which the first one waits.
    pub(crate) line: u32,
}

/// Codes that rules of a language give, in an order in which each comes behind those that its
/// rules wait for, and otherwise by name. A code above others stands for all of them.
///
/// # Errors
/// Codes that wait for each other.
pub(crate) fn order_of_codes(
    rules: &[Rule],
    tongue: Tongue,
    subtrees: &Subtrees<'_>,
) -> Result<Vec<Id>, Circle> {
    let rules: Vec<&Rule> = rules.iter().filter(|rule| rule.language == tongue).collect();
    let given: BTreeSet<&Id> = rules.iter().map(|rule| &rule.code).collect();
    let mut waits: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for rule in &rules {
        let waits = waits.entry(&rule.code).or_default();
        waits.extend(awaited(rule.awaits(), subtrees).filter(|code| given.contains(code)));
    }
    let mut waiting: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
    for (code, on) in &waits {
        for other in on {
            waiting.entry(other).or_default().push(code);
        }
    }
    let mut left: BTreeMap<&Id, usize> = waits.iter().map(|(code, on)| (*code, on.len())).collect();
    let mut free: BTreeSet<&Id> =
        left.iter().filter(|(_, on)| **on == 0).map(|(code, _)| *code).collect();
    let mut ordered: Vec<Id> = Vec::new();
    while let Some(next) = free.pop_first() {
        left.remove(next);
        ordered.push(next.clone());
        for code in waiting.get(next).into_iter().flatten() {
            if let Some(on) = left.get_mut(code) {
                *on -= 1;
                if *on == 0 {
                    free.insert(code);
                }
            }
        }
    }
    let Some(start) = left.keys().next() else { return Ok(ordered) };
    // What is left waits for something that is left, so this way comes back to itself.
    let mut way = vec![*start];
    let from = loop {
        let next = waits[way[way.len() - 1]].iter().find(|code| left.contains_key(*code));
        let Some(next) = next.copied() else { return Ok(ordered) };
        match way.iter().position(|code| *code == next) {
            Some(from) => break from,
            None => way.push(next),
        }
    };
    let mut way = way.split_off(from);
    let first = rules.iter().find(|rule| {
        let place = way.iter().position(|code| **code == rule.code);
        place.is_some_and(|place| {
            let next = way[(place + 1) % way.len()];
            awaited(rule.awaits(), subtrees).any(|code| code == next)
        })
    });
    if let Some(place) = first.and_then(|rule| way.iter().position(|code| **code == rule.code)) {
        way.rotate_left(place);
    }
    way.push(way[0]);
    let way: Vec<&str> = way.iter().map(|code| code.0.as_str()).collect();
    Err(Circle { way: way.join(" → "), line: first.map_or(0, |rule| rule.at.line) })
}

/// The codes that are meant where these are waited for: a code above others stands for all of them.
pub(crate) fn awaited<'a>(
    ids: impl IntoIterator<Item = &'a Id>,
    subtrees: &Subtrees<'a>,
) -> impl Iterator<Item = &'a Id> {
    let below = ids.into_iter().filter_map(|id| subtrees.get(id.0.as_str()).copied());
    below.flatten().map(|code| &code.id)
}
