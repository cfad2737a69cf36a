//! Classes of Russian words by their ends.

use super::words::{
    CLAUSES, GERUNDS, INFINITIVES_TI, LIKE_INFINITIVES, LIKE_VERBS, PREDICATIVES, PREPOSITIONS,
};
use crate::word::Token;

/// What a word may be, as its end shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Preposition,
    /// «который», «если».
    Clause,
    /// «и», «или», «либо», «а также».
    Conjunction,
    Finite,
    Infinitive,
    Gerund,
    /// «ежегодно», «самостоятельно».
    Adverb,
    Adjective,
    /// Nouns, and whatever is not known as anything else.
    Noun,
    Number,
    Mark,
}

pub(crate) fn class(token: &Token<'_>) -> Class {
    let word = token.lower.as_str();
    match token.sort {
        crate::word::Sort::Number => return Class::Number,
        crate::word::Sort::Mark => return Class::Mark,
        crate::word::Sort::Word => {}
    }
    if token.is_abbreviation() {
        return Class::Noun;
    }
    if word.starts_with("учены") {
        // People, not an adjective: «ученых».
        return Class::Noun;
    }
    if PREPOSITIONS.contains(&word) {
        Class::Preposition
    } else if CLAUSES.contains(&word) || word.starts_with("котор") {
        Class::Clause
    } else if matches!(word, "и" | "или" | "либо" | "а" | "но" | "также") {
        Class::Conjunction
    } else if PREDICATIVES.contains(&word) {
        Class::Finite
    } else if GERUNDS.contains(&word) {
        Class::Gerund
    } else if is_adverb(word) {
        Class::Adverb
    } else if is_finite(word) {
        Class::Finite
    } else if is_infinitive(word) {
        Class::Infinitive
    } else if is_adjective(word) {
        Class::Adjective
    } else {
        Class::Noun
    }
}

fn is_adverb(word: &str) -> bool {
    word.chars().count() > 5
        && word.ends_with("но")
        && !["ано", "ено", "яно"].iter().any(|end| word.ends_with(end))
        || matches!(
            word,
            "не" | "ни"
                | "раз"
                | "лишь"
                | "уже"
                | "незамедлительно"
                | "своевременно"
                | "одновременно"
                | "ежедневно"
                | "вновь"
                | "только"
        )
}

/// Nouns of the masculine that no noun before them can govern: a new phrase begins.
pub(crate) fn begins_anew(word: &str) -> bool {
    const HEADS: &[&str] = &[
        "отчет",
        "доклад",
        "перечень",
        "порядок",
        "план",
        "проект",
        "договор",
        "список",
        "запрос",
        "ответ",
        "документ",
        "протокол",
        "приказ",
        "акт",
        "график",
        "реестр",
        "мониторинг",
        "контроль",
        "учет",
        "надзор",
        "сертификат",
    ];
    // An accusative or dative in «-у», «-ю» is no genitive.
    HEADS.contains(&word)
        || word.chars().count() > 3 && (word.ends_with('у') || word.ends_with('ю'))
}

/// A verb of the third person, present or simple future.
pub(crate) fn is_finite(word: &str) -> bool {
    if word.chars().count() < 4 || word == "могут" {
        return word == "могут";
    }
    if ["ется", "ются", "ится", "атся", "ятся", "утся", "етесь"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        return true;
    }
    let ends = ["ет", "ит", "ют", "ут", "ат", "ят"].iter().any(|end| word.ends_with(end));
    // «онлайн-формат» is what its last part is.
    let word = word.rsplit('-').next().unwrap_or(word);
    ends && !LIKE_VERBS.iter().any(|noun| {
        word == *noun || noun.len() > 6 && word.ends_with(noun) && noun.len() * 2 > word.len()
    })
}

pub(crate) fn is_infinitive(word: &str) -> bool {
    if INFINITIVES_TI.contains(&word) || word.ends_with("ться") || word.ends_with("тись") {
        return true;
    }
    word.chars().count() > 3
        && (word.ends_with("ть") || word.ends_with("чь") && word != "речь" && word != "ночь")
        && !word.ends_with("ость")
        && !LIKE_INFINITIVES.contains(&word)
}

/// A short participle: «проработан», «выработаны», «приняты».
pub(crate) fn is_short_participle(word: &str) -> bool {
    let ends = [
        "ан", "ана", "ано", "аны", "ян", "яна", "яно", "яны", "ен", "ена", "ено", "ены", "ят",
        "ята", "ято", "яты", "ыт", "ыта", "ыто", "ыты",
    ];
    word.chars().count() > 4 && ends.iter().any(|end| word.ends_with(end))
}

const ADJECTIVE_ENDS: &[&str] = &[
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ых", "их", "ую", "юю", "ыми", "ими",
];

pub(crate) fn is_adjective(word: &str) -> bool {
    if word.chars().count() < 5 {
        return false;
    }
    // «обеспечение», «развития», «условий» are nouns.
    let nouns = [
        "ние",
        "ний",
        "тие",
        "тий",
        "ции",
        "ций",
        "вие",
        "вий",
        "сие",
        "сий",
        "дие",
        "дий",
        "зие",
        "зий",
        "лой",
        "тель",
        "ием",
        "рий",
        "рие",
        "гий",
        "цией",
        "режим",
        "пой",
        "бой",
        "рой",
    ];
    let is_noun = nouns.iter().any(|end| word.ends_with(end))
        && ![
            "дний", "тний", "нний", "жний", "шний", "шие", "дние", "тние", "нние", "вший", "чий",
            "кие", "кий", "вной", "ной",
        ]
        .iter()
        .any(|end| word.ends_with(end));
    !is_noun && ADJECTIVE_ENDS.iter().any(|end| word.ends_with(end))
}

/// A participle in a full form: «прибывшие», «определяемом», «установленный», «проводимого».
pub(crate) fn is_participle(word: &str) -> bool {
    let bare = word.strip_suffix("ся").unwrap_or(word);
    let ends = [
        "ий", "ая", "ее", "ие", "его", "ей", "ему", "ую", "им", "ими", "их", "ем", "ый", "ое",
        "ые", "ого", "ой", "ому", "ым", "ыми", "ых", "ом",
    ];
    let Some(stem) = ends.iter().filter_map(|end| bare.strip_suffix(end)).min_by_key(|it| it.len())
    else {
        return false;
    };
    let adjectives = [
        "государственн",
        "общественн",
        "иностранн",
        "внутренн",
        "ответственн",
        "хозяйственн",
        "собственн",
        "настоящ",
        "будущ",
        "общ",
        "следующ",
        "существенн",
        "единственн",
        "производственн",
        "административн",
        "современн",
        "временн",
        "обыкновенн",
        "ближайш",
        "высш",
        "лучш",
        "больш",
        "меньш",
        "постоянн",
        "странн",
        "законн",
        "действующ",
        "соответствующ",
        "данн",
        "ценн",
        "уполномоченн",
        "заинтересованн",
        "принимающ",
        "обучающ",
        "военн",
        "подлинн",
        "исключительн",
        "образованн",
        "ведущ",
    ];
    if adjectives.iter().any(|it| stem == *it || stem.ends_with(it) && it.len() > 10) {
        return false;
    }
    ["ющ", "ящ", "ащ", "ущ", "вш", "шедш", "анн", "енн", "янн", "ем", "им", "ят", "ыт"]
        .iter()
        .any(|end| stem.ends_with(end) && stem.chars().count() > end.chars().count() + 2)
}

/// Whether the end of a word shows a dative or an instrumental, which end a phrase that is not
/// governed by a preposition.
pub(crate) fn is_oblique(word: &str) -> bool {
    if matches!(
        word,
        "режим"
            | "прием"
            | "объем"
            | "им"
            | "ним"
            | "экзамен"
            | "подъем"
            | "заем"
            | "наем"
            | "дом"
            | "том"
    ) {
        return false;
    }
    word.chars().count() > 4
        && [
            "ому", "ему", "ым", "им", "ам", "ям", "ами", "ями", "ом", "ем", "ыми", "ими", "нием",
            "ью", "ией",
        ]
        .iter()
        .any(|end| word.ends_with(end))
        && !word.ends_with("ощью")
}

/// What case the end of a noun can show, as far as an actor needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Only a nominative: «претендент», «граждане».
    Nominative,
    /// A nominative or another one: «органы», «комиссия», «лица».
    MaybeNominative,
    Instrumental,
    Dative,
    Other,
}

pub(crate) fn case(word: &str) -> Case {
    let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
    if ends(&["ами", "ями", "ом", "ем", "ием", "ью", "ией", "ьми"])
        || ends(&["ой", "ей"]) && ends(&["ссией", "цией", "ией", "рой", "бой", "латой"])
    {
        return Case::Instrumental;
    }
    if ends(&["ам", "ям"]) {
        return Case::Dative;
    }
    if ends(&["ов", "ев", "ей", "ий", "ах", "ях", "ых", "их", "у", "ю", "ого", "его"])
    {
        return Case::Other;
    }
    if ends(&["не"]) {
        return Case::Nominative;
    }
    match word.chars().next_back() {
        Some('а' | 'я' | 'ы' | 'и' | 'о' | 'е') => Case::MaybeNominative,
        _ => Case::Nominative,
    }
}

/// Whether an adjective can be a nominative.
pub(crate) fn is_nominative_adjective(word: &str) -> bool {
    ["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"].iter().any(|end| word.ends_with(end))
}

/// A noun made of a verb: «проведение», «разработка», «ревизия», «перевод».
pub(crate) fn is_action_noun(word: &str) -> bool {
    const SHORT: &[&str] = &[
        "перевод",
        "пересмотр",
        "контроль",
        "учет",
        "анализ",
        "мониторинг",
        "запуск",
        "выпуск",
        "отбор",
        "прием",
        "рост",
        "ввод",
        "вывод",
        "обмен",
        "аудит",
        "переход",
        "подход",
        "охват",
        "снос",
        "сбор",
        "поиск",
        "набор",
        "расчет",
        "возврат",
        "выбор",
        "надзор",
        "доступ",
        "труд",
        "прирост",
        "выработка",
        "разработка",
        "поддержка",
        "доработка",
        "подготовка",
        "переподготовка",
        "проработка",
        "оценка",
        "проверка",
        "закупка",
        "отправка",
        "настройка",
        "отработка",
        "выдача",
        "передача",
        "защита",
        "оплата",
        "выплата",
        "покупка",
        "продажа",
        "аренда",
        "реформа",
        "ревизия",
        "корректировка",
        "актуализация",
        "отмена",
        "смена",
        "замена",
        "помощь",
        "содействие",
        "участие",
        "развитие",
        "принятие",
        "открытие",
        "закрытие",
        "изъятие",
        "взаимодействие",
        "сотрудничество",
        "строительство",
        "производство",
        "внедрение",
        "свобода",
        "выезд",
        "въезд",
        "проезд",
        "труд",
        "обучение",
        "стажировка",
        "работа",
        "борьба",
        "трансформация",
        "координация",
        "ежегодный",
    ];
    let length = word.chars().count();
    SHORT.contains(&word)
        || length > 5
            && [
                "ание",
                "ение",
                "яние",
                "ятие",
                "ытие",
                "ация",
                "яция",
                "иция",
                "зация",
                "кция",
                "ство",
            ]
            .iter()
            .any(|end| word.ends_with(end))
            && ![
                "назначение",
                "значение",
                "основание",
                "положение",
                "государство",
                "отношение",
                "заявление",
                "население",
                "общество",
                "лицо",
                "учреждение",
                "организация",
                "информация",
                "агентство",
                "министерство",
                "правительство",
                "гражданство",
                "посольство",
            ]
            .contains(&word)
}

/// «гражданину», «администратору», «органу»: the dative of a masculine or neuter noun.
pub(crate) fn is_dative_person(word: &str) -> bool {
    ["ору", "елю", "нту", "ину", "нику", "цу", "ату", "ану", "стру", "рту", "сту", "ству"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// A dative of a name of bodies or people: «органам», «министерству», «комиссии» apart.
pub(crate) fn is_dative(word: &str) -> bool {
    word.chars().count() > 4
        && (["ам", "ям"].iter().any(|end| word.ends_with(end)) || word.ends_with('у'))
        || is_dative_person(word)
}

/// «оформления», «выявлению», «принятии»: an oblique case of a noun of action in «-ие», «-ция».
pub(crate) fn is_action_noun_oblique(word: &str) -> bool {
    let nominative = ["ия", "ию", "ии"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .map(|it| format!("{it}ие"));
    nominative.is_some_and(|it| is_action_noun(&it))
        || word.ends_with("дачи")
        || word.ends_with("ции") && !word.ends_with("организации")
}

/// A masculine singular that can be no genitive: «студент», «орган»; «лиц», «служб» can.
pub(crate) fn is_singular_subject(word: &str) -> bool {
    let plural = ["ств", "лиц", "служб", "палат", "групп", "школ", "женщин", "тур", "республик"];
    let ends_in_consonant =
        word.chars().next_back().is_some_and(|it| "бвгдзклмнпрстфхцчшщ".contains(it));
    ends_in_consonant
        && word != "казахстан"
        && case(word) == Case::Nominative
        && !is_oblique(word)
        && !plural.iter().any(|it| word.ends_with(it))
}

/// A plural that can hardly be the genitive of a singular: «органы», «работники»; «комиссии» can.
pub(crate) fn is_plural_subject(word: &str) -> bool {
    let feminine = ["аты", "уры", "уппы", "ужбы", "олы", "ицы", "ины", "оты", "ельницы"];
    let masculine = ["акиматы", "органы", "администраторы", "депутаты", "кандидаты"];
    word.ends_with('ы')
        && (masculine.contains(&word) || !feminine.iter().any(|it| word.ends_with(it)))
        || ["тели", "ники", "ане", "щие", "вшие"].iter().any(|it| word.ends_with(it))
}
