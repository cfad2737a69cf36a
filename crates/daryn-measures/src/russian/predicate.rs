//! The predicate of a Russian sentence: what is done, and whether it must, may or must not be.

use std::ops::Range;

use super::clause::Place;
use super::grammar::{Class, class, is_action_noun, is_short_participle};
use crate::deontic::Polarity;
use crate::draft::Genre;
use crate::measure::Rule;
use crate::word::Token;

/// A predicate as ranges of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Predicate {
    pub(crate) rule: Rule,
    pub(crate) polarity: Polarity,
    /// The predicate as it is annotated.
    pub(crate) action: Range<usize>,
    /// The deontic.
    pub(crate) deontic: Option<Range<usize>>,
    /// All tokens of it, from the deontic to the verb.
    pub(crate) whole: Range<usize>,
    pub(crate) is_passive: bool,
    /// Whether its object may stand behind a preposition: «акцент будет сделан на …».
    pub(crate) takes_preposition: bool,
}

impl Predicate {
    /// Whether who must act stands in the dative: «органам необходимо», «гражданам запрещается».
    pub(crate) fn is_impersonal(&self, tokens: &[Token<'_>]) -> bool {
        self.deontic.clone().is_some_and(|it| {
            let has_verb = it.end < self.whole.end;
            tokens[it].iter().any(|it| {
                it.is_any(&["необходимо", "надлежит", "следует", "поручить"])
                    || has_verb && it.is_any(&["запрещается", "допускается", "разрешается"])
            })
        })
    }
}

/// Verbs that say what something is, not what somebody does (section M2 of the guide).
const CONSTITUTIVE: &[&str] = &[
    "является",
    "являются",
    "состоит",
    "состоят",
    "делится",
    "делятся",
    "относится",
    "относятся",
    "прекращается",
    "прекращаются",
    "признается",
    "признаются",
    "служит",
    "служат",
    "станет",
    "станут",
    "входит",
    "входят",
    "считается",
    "считаются",
    "действует",
    "действуют",
    "называется",
    "называются",
    "понимается",
    "понимаются",
    "используются",
    "подразделяется",
    "подразделяются",
    "зависит",
    "зависят",
    "имеет",
    "имеют",
    "позволит",
    "позволят",
    "приведет",
    "приведут",
    "регулирует",
    "распространяется",
    "распространяются",
    "применяется",
    "применяются",
    "вводится",
    "вводятся",
    "утрачивает",
    "утрачивают",
    "означает",
    "включает",
    "включают",
    "содержит",
    "содержат",
    "основывается",
    "основываются",
    "соответствует",
    "соответствуют",
    "свидетельствует",
    "свидетельствуют",
    "составляет",
    "составляют",
    "обладает",
    "обладают",
    "существует",
    "происходит",
    "указывается",
    "указываются",
    "могут",
    "может",
    "подлежит",
    "подлежат",
    "допускается",
    "допускаются",
    "запрещается",
    "запрещаются",
    "разрешается",
    "разрешаются",
    "следует",
    "требуется",
    "образует",
    "образуют",
    "возникает",
    "возникают",
    "влечет",
    "влекут",
    "исчисляется",
    "хочет",
    "остается",
    "остаются",
];

/// Effects of what is done are no measures, even in the future.
const EFFECTS: &[&str] = &[
    "способствовать",
    "позволять",
    "позволит",
    "основываться",
    "служить",
    "являться",
    "зависеть",
    "носить",
    "находиться",
    "включать",
    "состоять",
    "составлять",
    "приводить",
    "измеряться",
    "соответствовать",
    "измерена",
];

/// Verbs of the simple future that plans use.
const FUTURE: &[&str] = &[
    "продолжится",
    "продолжатся",
    "сохранит",
    "сохранят",
    "сохранится",
    "обеспечит",
    "обеспечат",
    "создаст",
    "создадут",
    "получит",
    "получат",
    "разработает",
    "разработают",
    "внедрит",
    "внедрят",
    "усилится",
    "расширится",
    "начнется",
    "начнутся",
    "проведет",
    "проведут",
    "увеличится",
    "снизится",
    "осуществит",
    "повысит",
    "повысится",
    "займется",
    "достигнет",
    "увеличит",
    "увеличат",
    "снизит",
    "снизят",
    "сократит",
    "сократят",
    "расширит",
    "расширят",
    "усилит",
    "усилят",
    "упростит",
    "упростят",
    "улучшит",
    "улучшат",
    "привлечет",
    "привлекут",
    "откроет",
    "откроют",
    "введет",
    "введут",
    "запустит",
    "запустят",
    "подготовит",
    "подготовят",
    "сформирует",
    "сформируют",
    "повысят",
    "завершит",
    "завершат",
    "обновит",
    "обновят",
    "утвердит",
    "утвердят",
    "выделит",
    "выделят",
    "построит",
    "построят",
    "предоставит",
    "предоставят",
    "рассмотрит",
    "рассмотрят",
    "примет",
    "примут",
    "доведет",
    "доведут",
    "осуществят",
    "увеличатся",
    "снизятся",
    "повысятся",
    "сократится",
    "сократятся",
    "расширятся",
    "усилятся",
];

/// Nouns that stay with the verb beside them.
const FRAMES: &[&str] = &[
    "акцент",
    "внимание",
    "приоритет",
    "работа",
    "работы",
    "меры",
    "вопрос",
    "вопросы",
    "возможность",
    "возможности",
];

/// The first predicate that makes a sentence a measure.
pub(crate) fn find(tokens: &[Token<'_>], places: &[Place], genre: Genre) -> Option<Predicate> {
    let mut at = 0;
    while at < tokens.len() {
        if places[at] == Place::Main {
            let found = deontic(tokens, places, at).or_else(|| match genre {
                Genre::Act => present(tokens, places, at),
                Genre::Programme => future(tokens, places, at),
            });
            if let Some(found) = found {
                return Some(found);
            }
        }
        at += 1;
    }
    None
}

/// The first word of an item that itself is the action: a noun of action.
pub(crate) fn action_noun(tokens: &[Token<'_>]) -> Option<usize> {
    // «имеют право: на передвижение»
    let skipped = usize::from(tokens.first().is_some_and(|it| it.lower == "на"));
    tokens
        .iter()
        .enumerate()
        .skip(skipped)
        .take(6)
        .take_while(|(_, it)| {
            !matches!(class(it), Class::Finite | Class::Preposition | Class::Clause)
                && !it.is("(")
                && !it.is(",")
        })
        .find(|(_, it)| class(it) == Class::Noun)
        .map(|it| it.0)
        .filter(|at| {
            let word = tokens[*at].lower.as_str();
            // In the accusative behind «осуществляет:»: «разработку», «координацию».
            let nominative = word.strip_suffix('у').map(|stem| format!("{stem}а"));
            let nominative =
                nominative.or_else(|| word.strip_suffix('ю').map(|stem| format!("{stem}я")));
            // In other cases: «свободного выбора», «защитой».
            let other = [("а", ""), ("ия", "ие"), ("ой", "а"), ("ием", "ие"), ("ом", "")]
                .iter()
                .filter_map(|(end, own)| Some(format!("{}{own}", word.strip_suffix(end)?)));
            is_action_noun(word)
                || nominative.into_iter().chain(other).any(|it| is_action_noun(&it))
        })
}

/// An infinitive at the beginning of an item: adverbs may stand before it.
pub(crate) fn first_infinitive(
    tokens: &[Token<'_>],
    places: &[Place],
    from: usize,
    within: usize,
) -> Option<usize> {
    (from..tokens.len().min(from + within))
        .filter(|at| matches!(places[*at], Place::Main))
        .find(|at| class(&tokens[*at]) == Class::Infinitive)
}

/// «Обязан выдать», «вправе …», «не допускается», «имеет право на …».
fn deontic(tokens: &[Token<'_>], places: &[Place], at: usize) -> Option<Predicate> {
    let word = tokens[at].lower.as_str();
    let is_negated = at > 0 && tokens[at - 1].lower == "не";
    let start = if is_negated { at - 1 } else { at };
    let next = |step: usize| tokens.get(at + step).map_or("", |it| it.lower.as_str());
    let (polarity, width) = match word {
        "запрещается" | "запрещаются" => (Polarity::Prohibition, 1),
        "допускается"
        | "допускаются"
        | "разрешается"
        | "разрешаются"
        | "вправе"
        | "может"
        | "могут" => {
            (if is_negated { Polarity::Prohibition } else { Polarity::Permission }, 1)
        }
        "имеет" | "имеют" if next(1) == "право" || next(1) == "права" => {
            (if is_negated { Polarity::Prohibition } else { Polarity::Permission }, 2)
        }
        "должен"
        | "должна"
        | "должно"
        | "должны"
        | "обязан"
        | "обязана"
        | "обязано"
        | "обязаны"
        | "подлежит"
        | "подлежат"
        | "необходимо"
        | "надлежит" => {
            (if is_negated { Polarity::Prohibition } else { Polarity::Obligation }, 1)
        }
        "следует" if class(tokens.get(at + 1)?) == Class::Infinitive => {
            (Polarity::Obligation, 1)
        }
        "поручить" | "рекомендовать" if at < 2 => (Polarity::Obligation, 1),
        _ => return None,
    };
    let deontic = start..at + width;
    let alone = matches!(
        word,
        "запрещается"
            | "запрещаются"
            | "допускается"
            | "допускаются"
            | "разрешается"
            | "разрешаются"
            | "подлежит"
            | "подлежат"
    );
    let behind = at + width;
    let infinitive = first_infinitive(tokens, places, behind, 40);
    let mut predicate = Predicate {
        rule: Rule::Deontic,
        polarity,
        action: deontic.clone(),
        deontic: Some(deontic.clone()),
        whole: deontic.clone(),
        is_passive: alone,
        takes_preposition: width == 2,
    };
    match infinitive {
        Some(verb) if !alone || verb == behind => {
            let end = verb_end(tokens, verb);
            // «может составлять» says what something is; a term is told of elsewhere.
            if EFFECTS.contains(&tokens[verb].lower.as_str())
                || tokens[verb].is_any(&["превышать", "иметь"])
            {
                return None;
            }
            predicate.action = if verb == behind { start..end } else { verb..end };
            predicate.whole = start..end;
            predicate.is_passive |= tokens[verb].lower == "быть";
        }
        None if !alone && width == 1 => return None,
        None if width == 2 => {
            // «имеют право на получение»: the noun of action is a part of it.
            let noun = behind + usize::from(next(2) == "на");
            if tokens.get(noun).is_some_and(|it| is_action_noun(&it.lower)) {
                predicate.action = start..noun + 1;
                predicate.whole = start..noun + 1;
            } else if next(2) == "на" {
                predicate.whole = start..noun;
            }
        }
        _ => {
            // «подлежит выдворению»
            if word.starts_with("подлеж")
                && tokens.get(behind).is_some_and(|it| class(it) == Class::Noun)
            {
                predicate.action = start..behind + 1;
                predicate.whole = start..behind + 1;
            }
        }
    }
    Some(predicate)
}

/// The token behind a verb with the verbs that are coordinated with it at once, and with the
/// participle behind «быть».
fn verb_end(tokens: &[Token<'_>], verb: usize) -> usize {
    let mut end = verb + 1;
    if tokens[verb].lower == "быть"
        && tokens.get(end).is_some_and(|it| is_short_participle(&it.lower))
    {
        end += 1;
    }
    let kind = class(&tokens[verb]);
    loop {
        let joins =
            tokens.get(end).is_some_and(|it| it.is(",") || it.is_any(&["и", "или", "либо"]));
        let same = tokens
            .get(end + 1)
            .is_some_and(|it| class(it) == kind && !CONSTITUTIVE.contains(&it.lower.as_str()));
        if !joins || !same {
            return end;
        }
        end += 2;
    }
}

/// The normative present of an act: «выдает», «выдаются», «не рассматриваются».
fn present(tokens: &[Token<'_>], _places: &[Place], at: usize) -> Option<Predicate> {
    let token = &tokens[at];
    let word = token.lower.as_str();
    if class(token) != Class::Finite || CONSTITUTIVE.contains(&word) {
        return None;
    }
    // «несет ответственность», «сохраняют свое действие»: what follows, not what is done.
    let follows = |heads: &[&str], within: usize| {
        let behind = tokens.iter().skip(at + 1).take(within);
        behind.into_iter().any(|it| heads.iter().any(|head| it.lower.starts_with(head)))
    };
    if matches!(word, "несет" | "несут") && follows(&["ответственност"], 8)
        || matches!(word, "сохраняет" | "сохраняют") && follows(&["действи", "силу"], 2)
    {
        return None;
    }
    let is_negated = at > 0 && tokens[at - 1].lower == "не";
    let start = if is_negated { at - 1 } else { at };
    let is_passive = word.ends_with("ся");
    let end = verb_end(tokens, at);
    Some(Predicate {
        rule: if is_passive { Rule::Passive } else { Rule::Present },
        polarity: if is_negated { Polarity::Prohibition } else { Polarity::Obligation },
        action: start..end,
        deontic: None,
        whole: start..end,
        is_passive,
        takes_preposition: false,
    })
}

/// The future of a programme: «будет проработан вопрос», «будут выработаны».
fn future(tokens: &[Token<'_>], places: &[Place], at: usize) -> Option<Predicate> {
    let word = tokens[at].lower.as_str();
    if FUTURE.contains(&word) {
        return Some(Predicate {
            rule: Rule::Future,
            polarity: Polarity::Plan,
            action: at..at + 1,
            deontic: None,
            whole: at..at + 1,
            is_passive: word.ends_with("ся"),
            takes_preposition: false,
        });
    }
    if !matches!(word, "будет" | "будут") {
        return None;
    }
    let verb =
        (at + 1..tokens.len().min(at + 9)).filter(|it| places[*it] == Place::Main).find(|it| {
            let word = tokens[*it].lower.as_str();
            is_short_participle(word) && class(&tokens[*it]) != Class::Adjective
                || class(&tokens[*it]) == Class::Infinitive
        })?;
    if EFFECTS.contains(&tokens[verb].lower.as_str()) {
        return None;
    }
    let is_frame = |at: usize| tokens.get(at).is_some_and(|it| FRAMES.contains(&it.lower.as_str()));
    let end = verb_end(tokens, verb);
    let whole_end = if is_frame(end) { end + 1 } else { end };
    let start = if at > 0 && is_frame(at - 1) { at - 1 } else { at };
    let adjacent = verb == at + 1;
    // «будет проводиться» is a passive, too.
    let is_passive =
        class(&tokens[verb]) != Class::Infinitive || tokens[verb].lower.ends_with("ться");
    Some(Predicate {
        rule: Rule::Future,
        polarity: Polarity::Plan,
        action: if adjacent { start..whole_end } else { verb..whole_end },
        deontic: None,
        whole: start..whole_end,
        is_passive,
        takes_preposition: is_frame(end) || start < at,
    })
}
