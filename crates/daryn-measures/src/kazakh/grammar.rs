//! Kazakh words by their ends.

use std::ops::Range;

use daryn_text::Language;

use crate::names::who;
use crate::word::{Sort, Token, tokens};

/// The case that the end of a noun shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Bare,
    Genitive,
    Dative,
    Accusative,
    Locative,
    Ablative,
    Instrumental,
}

/// Words behind a noun that take it out of the clause: «бойынша», «үшін».
const POSTPOSITIONS: &[&str] = &[
    "бойынша",
    "үшін",
    "кейін",
    "дейін",
    "бастап",
    "сайын",
    "сәйкес",
    "негізінде",
    "шеңберінде",
    "арқылы",
    "ретінде",
    "қарамастан",
    "қатысты",
    "жағдайда",
    "кезде",
    "кезінде",
    "ішінде",
    "мақсатында",
    "қоса",
    "есебінен",
    "тәртіппен",
    "тәртібімен",
    "бірлесіп",
    "жолымен",
    "көмегімен",
    "аясында",
    "ғана",
    "бұрын",
    "орай",
    "байланысты",
    "барысында",
    "негізде",
    "түрінде",
    "түрде",
    "нысанда",
    "ескеріп",
    "отырып",
    "болмаса",
    "егер",
];

/// Words that link a noun with the one behind it, so that both are one phrase.
const LINKS: &[&str] = &["туралы", "жөніндегі", "бойынша", "арналған", "жөнінде", "мәселелері"];

pub(crate) fn is_postposition(word: &str) -> bool {
    POSTPOSITIONS.contains(&word)
}

/// A postposition that never stands behind an accusative, so that what looks like one before it is
/// a possessive: «қолдаухаты негізінде».
pub(crate) fn is_behind_nominative(word: &str) -> bool {
    const THESE: &[&str] = &[
        "негізінде",
        "есебінен",
        "шеңберінде",
        "бойынша",
        "арқылы",
        "туралы",
        "үшін",
        "кезінде",
        "барысында",
        "аясында",
        "мақсатында",
    ];
    THESE.contains(&word)
}

pub(crate) fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}

pub(crate) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "және"
            | "мен"
            | "пен"
            | "бен"
            | "немесе"
            | "не"
            | "сондай-ақ"
            | "әрі"
            | "яки"
    )
}

fn ends(word: &str, list: &[&str]) -> bool {
    list.iter().any(|end| word.ends_with(end))
}

/// A participle, which ends a clause below the main one: «берген», «айқындайтын».
pub(crate) fn is_participle(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "адамдан",
        "отан",
        "заңнан",
        "маман",
        "мекен",
        "орган",
        "қазан",
        "туған",
        "арналған",
        "сегізден",
        "қоғам",
    ];
    word.chars().count() > 4
        && !NOUNS.contains(&word)
        && ends(
            word,
            &[
                "ған",
                "ген",
                "қан",
                "кен",
                "атын",
                "етін",
                "йтын",
                "йтін",
                "мейтін",
                "майтын",
                "ушы-",
                "ғаннан",
                "геннен",
                "қаннан",
                "кеннен",
                "ғанға",
                "генге",
                "қанға",
                "кенге",
                "ғанда",
                "генде",
                "қанда",
                "кенде",
            ],
        )
}

/// The present of a norm, third person: «береді», «бекітеді», «ресімделеді».
pub(crate) fn is_finite(word: &str) -> bool {
    word.chars().count() > 4
        && ends(word, &["ады", "еді", "йды", "йді", "иді", "иды"])
        && !ends(word, &["арды", "адады", "жайды"])
        || ends(word, &["жасасады"])
}

pub(crate) fn is_negated(word: &str) -> bool {
    is_finite(word) && ends(word, &["майды", "мейді", "байды", "бейді", "пайды", "пейді"])
}

/// A passive: «ресімделеді», «асырылады», «жіберілмейді».
pub(crate) fn is_passive(word: &str) -> bool {
    let bare = ["майды", "мейді", "байды", "бейді", "пайды", "пейді", "ады", "еді", "йды", "йді"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    is_passive_stem(bare)
}

/// Whether a stem of a verb ends as a passive does: «-л», and behind «л» in the stem «-н».
fn is_passive_stem(stem: &str) -> bool {
    // Stems of their own: to use, to have, to busy oneself, to turn, to return, to hurt.
    const ACTIVE: &[&str] = &[
        "пайдалан",
        "қолдан",
        "иелен",
        "шұғылдан",
        "айнал",
        "орал",
        "жарал",
        "сүйен",
        "тұрақтан",
        "мақтан",
        "үйлен",
        "талаптан",
        "жоғал",
    ];
    !ACTIVE.contains(&stem)
        && stem.chars().count() > 3
        && ends(
            stem,
            &[
                "ыл", "іл", "ал", "ел", "ол", "лын", "лін", "лан", "лен", "дан", "ден", "тан",
                "тен", "йын", "йін",
            ],
        )
}

/// A participle of a passive, which has no subject of its own: «берілген», «айқындалатын».
pub(crate) fn is_passive_participle(word: &str) -> bool {
    let parts = ["ған", "ген", "қан", "кен", "атын", "етін"];
    let at = parts.iter().filter_map(|part| word.rfind(part)).max();
    at.is_some_and(|at| is_passive_stem(&word[..at]))
}

/// What belongs to the verb behind it: a converb before an auxiliary («ұзартып отырады»), or the
/// noun of a verb of two words («жүзеге асырады», «күшін жояды»).
pub(crate) fn is_part_of_verb(word: &str) -> bool {
    const NOUNS: &[&str] =
        &["мектеп", "талап", "кітап", "есеп", "себеп", "тәртіп", "бірлесіп", "ескеріп"];
    const OF_TWO: &[&str] = &[
        "жүзеге",
        "іске",
        "қабыл",
        "тарта",
        "қамтамасыз",
        "енгізе",
        "бас",
        "хабардар",
        "есепке",
        "назарға",
        "күшін",
        "қалпына",
        "қайта",
        "кері",
        "тоқтата",
        "жол",
    ];
    OF_TWO.contains(&word)
        || word.chars().count() > 3
            && ends(word, &["ып", "іп", "ап", "еп", "йып", "йіп"])
            && !NOUNS.contains(&word)
}

/// A conditional: «болса», «белгілемесе».
pub(crate) fn is_conditional(word: &str) -> bool {
    word.chars().count() > 4 && ends(word, &["са", "се"])
}

/// A verbal noun with a possessive in the nominative, the subject of a sentence: «өтуі».
pub(crate) fn is_verbal_subject(word: &str) -> bool {
    word.chars().count() > 3 && ends(word, &["уы", "уі", "юы", "юі"])
}

/// A noun with the possessive of the third person, in any case: «мәртебесін», «мүшелеріне».
pub(crate) fn is_possessed(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "ы", "і", "ын", "ін", "ының", "інің", "ына", "іне", "ында", "інде", "ынан", "інен", "ымен",
        "імен",
    ];
    // Adjectives in «-лы», «-дағы»; but «министрлігі», «Үкіметі».
    let is_adjective = ends(word, &["лы", "лі", "ғы", "гі"])
        && !ends(word, &["лығы", "лігі", "дығы", "дігі", "тығы", "тігі"])
        || ends(word, &["ды", "ді", "ты", "ті"])
            && !word.chars().rev().nth(2).is_some_and(is_vowel);
    // Of a noun in «-шы» the «ы» is a part: «әкімшінің».
    let is_agent = ends(word, &["шы", "ші", "шының", "шінің"]);
    word.chars().count() > 3 && ends(word, ENDS) && !is_adjective && !is_agent && !is_finite(word)
}

fn is_vowel(letter: char) -> bool {
    // «у» and «и» end in a glide: «алуды», «әкімшіні».
    "аәеоөұүыіэя".contains(letter)
}

/// A dative of a verbal noun: «беруге», «кетуге», which stands before a deontic.
pub(crate) fn is_verbal_dative(word: &str) -> bool {
    ends(word, &["уға", "уге", "юге", "юға"])
}

/// A verbal noun: «әзірлеу», «өту».
pub(crate) fn is_verbal_noun(word: &str) -> bool {
    word.chars().count() > 2
        && ends(word, &["у", "ю"])
        && !matches!(
            word,
            "мұнау"
                | "анау"
                | "біреу"
                | "екеу"
                | "бау"
                | "тау"
                | "жау"
                | "дау"
                | "қау"
                | "сирек"
        )
}

/// A verbal noun with or without a possessive and a case, which has complements of its own:
/// «алудың», «келуіне», «кетуін».
pub(crate) fn is_verbal(word: &str) -> bool {
    const ENDS: [&str; 17] = [
        "дың", "дің", "ды", "ді", "ына", "іне", "ын", "ін", "ының", "інің", "ы", "і", "да", "де",
        "мен", "ға", "ге",
    ];
    is_verbal_noun(word)
        || ENDS.iter().any(|end| word.strip_suffix(end).is_some_and(is_verbal_noun))
}

/// A bare plural, which is nobody's attribute: «көшіп келушілер», «органдар».
pub(crate) fn is_bare_plural(word: &str) -> bool {
    word.chars().count() > 5 && ends(word, &["лар", "лер", "дар", "дер", "тар", "тер"])
}

/// A word that stands before the noun that it describes, and is no head of a phrase: a number, or
/// an adjective in «-ғы», «-лық», «-лі».
pub(crate) fn is_attribute(word: &str) -> bool {
    crate::number::of_word(word).is_some()
        || matches!(word, "өзге" | "басқа" | "барлық" | "кейбір" | "әрбір")
        || word.chars().count() > 4
            && ends(
                word,
                &[
                    "ғы", "гі", "лы", "лі", "ды", "ді", "ты", "ті", "лық", "лік", "дық", "дік",
                    "тық", "тік",
                ],
            )
}

/// A verb of motion, which has no object: «кетуге», «келе», «орналасуға».
pub(crate) fn is_motion(word: &str) -> bool {
    ["кет", "келу", "келе", "келеді", "шығу", "шыға", "кіру", "кіре", "бару", "бара", "орналас"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

pub(crate) fn case(token: &Token<'_>) -> Case {
    let word = token.lower.as_str();
    if token.sort != Sort::Word
        || word.chars().count() < 4
        || matches!(word, "қазақстан" | "орган" | "кеден" | "аудан" | "майдан" | "мәден")
    {
        return Case::Bare;
    }
    if ends(word, &["ның", "нің", "дың", "дің", "тың", "тің"]) {
        Case::Genitive
    } else if ends(word, &["нан", "нен", "дан", "ден", "тан", "тен"])
        && !is_participle(word)
        && word != "қоғамдан"
    {
        Case::Ablative
    } else if ends(word, &["да", "де", "та", "те"]) {
        Case::Locative
    } else if ends(word, &["мен", "бен", "пен"]) && word.chars().count() > 4 {
        Case::Instrumental
    } else if is_accusative(word) {
        Case::Accusative
    } else if ends(word, &["ға", "ге", "қа", "ке", "на", "не"])
        && !matches!(word, "және" | "қана" | "ғана" | "өзге" | "басқа" | "тағы" | "кеме" | "мына")
    {
        Case::Dative
    } else {
        Case::Bare
    }
}

fn is_accusative(word: &str) -> bool {
    const NOT: &[&str] = &[
        "жалпы",
        "үшін",
        "тыйым",
        "бойынша",
        "тұрақты",
        "уақытша",
        "кезін",
        "алдын",
        "бұрын",
        "кейін",
        "дейін",
        "сайын",
        "өзін-өзі",
        "міндетті",
        "ішін",
        "ақырын",
        "жақын",
        "үстінде",
        "жазбаша",
        "дайын",
        "айқын",
        "толық",
        "тиісті",
        "құқықты",
        "мәжбүрлі",
        "ерікті",
        "тәуелді",
        "кәсіби",
        "алғашқы",
        "жоғары",
        "шартты",
        "заңды",
        "мүдделі",
        "бірыңғай",
        "ақылы",
        "ғылыми",
        "орын",
        "қатынасы",
        "шығын",
        "ағын",
        "органы",
        "маманы",
        "саны",
        "орны",
        "қажетті",
        "тұрғылықты",
        "тиімді",
        "маңызды",
        "арнайы",
        "сенімді",
        "белгілі",
        "кезекті",
        "жүйелі",
        "нақты",
        "білікті",
        "уәкілетті",
        "кәсіптік",
        "жедел",
        "уақтылы",
        "өзара",
        "бірінші",
        "екінші",
        "үшінші",
        "құрметті",
        "сапалы",
        "жарамды",
        // «with a place», «people's moves»: what looks like an ending is none.
        "жергілікті",
        "қорытынды",
        "мақсатты",
        "көші-қоны",
        "босқын",
    ];
    if NOT.contains(&word) || is_finite(word) || is_participle(word) {
        return false;
    }
    // The consonant of the ending follows the letter before it: behind a vowel it is «н», so that
    // «Үкіметі» and «комитеті» are possessives.
    let before = word.chars().rev().nth(2);
    let behind_vowel = before.is_some_and(is_vowel);
    let fits = if ends(word, &["ны", "ні"]) { behind_vowel } else { !behind_vowel };
    fits && ends(word, &["ны", "ні", "ды", "ді", "ты", "ті"]) && word.chars().count() > 4
        || ends(word, &["ын", "ін", "сын", "сін"]) && word.chars().count() > 4
}

/// Whether a name that begins as a head of a list is in the nominative: plural and possessive may
/// follow, a case may not.
pub(crate) fn is_nominative_name(token: &Token<'_>) -> bool {
    let word = token.lower.as_str();
    if token.is_abbreviation()
        || matches!(
            word,
            "министрлік"
                | "әкімдік"
                | "агенттік"
                | "мемлекет"
                | "орталық"
                | "елшілік"
                | "консулдық"
        )
    {
        return true;
    }
    case(token) == Case::Bare
        && !ends(word, &["дік", "лік", "лық", "дық", "тық", "тік", "дағы", "дегі", "лы", "лі"])
}

/// Events and set terms without the words before their phrase: it begins behind a comma, or
/// behind a word in a case that does not belong to it.
pub(crate) fn trimmed(words: &str, range: Range<usize>) -> Range<usize> {
    let piece = tokens(words, range.clone());
    let Some(last) = piece.len().checked_sub(2) else { return range };
    let mut start = last;
    while start > 0 {
        let before = &piece[start - 1];
        let next = &piece[start];
        let ends_other = is_postposition(&before.lower)
            || is_participle(&before.lower)
            || is_finite(&before.lower)
            || matches!(before.text, "," | ";")
            // The subject of the sentence: a bare plural describes nothing, nor does a name in the
            // nominative unless its possessive follows.
            || is_bare_plural(&before.lower)
            || start < last
                && who(before, Language::Kk).is_some()
                && is_nominative_name(before)
                && !before.lower.starts_with("республика")
                && (!is_possessed(&next.lower) || case(next) == Case::Accusative)
                && !is_conjunction(&next.lower)
            // A complement of the main verb: only verbal nouns have complements of their own.
            || start < last
                && matches!(case(before), Case::Dative | Case::Accusative)
                && !is_verbal(&next.lower)
                && !matches!(next.lower.as_str(), "арналған" | "қажетті" | "байланысты")
            // «жаңа рұқсат | алдыңғы рұқсаттың мерзімі»
            || is_attribute(&next.lower)
                && next.lower.ends_with("ғы")
                && case(before) == Case::Bare
                && !is_attribute(&before.lower);
        if ends_other {
            break;
        }
        start -= 1;
    }
    while start < last && is_conjunction(&piece[start].lower) {
        start += 1;
    }
    let first = piece.get(start).map_or(range.start, |it| it.range.start);
    first..range.end
}
