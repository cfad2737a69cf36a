//! Stems: Snowball for Russian and English, our own rules for Kazakh.
//!
//! A Kazakh word loses its endings from the outside in: case, possessive, plural, then what a verb
//! takes. An ending is taken off only if it follows vowel harmony and the last sound of what is
//! left. A stem is a key to be compared, not a word of a dictionary.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::Language;

/// The stem of a word; the word in lower case where there are no rules for the language.
#[must_use]
pub fn stem(language: Language, word: &str) -> String {
    let word = word.trim().to_lowercase();
    match language {
        Language::Kk => kazakh(&word),
        Language::Ru => {
            Stemmer::create(Algorithm::Russian).stem(&word.replace('ё', "е")).into_owned()
        }
        Language::En => Stemmer::create(Algorithm::English).stem(&word).into_owned(),
        Language::Other => word,
    }
}

const BACK: &str = "аоұыуяюёэ";
const FRONT: &str = "әөүіеи";
const VOICELESS: &str = "пкқтсшфхцчщһбвгд";

/// Words whose own end looks like an ending, and adjectives that look like an accusative.
const PROTECTED: &[&str] = &[
    "азамат",
    "мақсат",
    "қызмет",
    "санат",
    "мемлекет",
    "құжат",
    "қаражат",
    "саясат",
    "рұқсат",
    "қағидат",
    "құзырет",
    "табиғат",
    "сағат",
    "қуат",
    "сипат",
    "хат",
    "қолдаухат",
    "өтінішхат",
    "мүлкет",
    "үкімет",
    "қабілет",
    "міндет",
    "бет",
    "әділет",
    "шет",
    "негіз",
    "қағида",
    "сауда",
    "пайда",
    "неке",
    "өзге",
    "басқа",
    "мекен",
    "айып",
    "қалып",
    "тәртіп",
    "кәсіп",
    "қауіп",
    "орын",
    "шығын",
    "ағын",
    "айқын",
    "құрылыс",
    "заң",
    "шекара",
    "отан",
    "басым",
    "бастама",
    "баға",
    "тұлға",
    "адам",
    "қоғам",
    "жоба",
    "мүше",
    "кеңсе",
    "мысал",
    "болашақ",
    "кеден",
    "өлкен",
    "жаңа",
    "сана",
    "маусым",
    "қазан",
    "есеп",
    "тиісті",
    "тұрақты",
    "міндетті",
    "құзыретті",
    "қажетті",
    "қабілетті",
    "белсенді",
    "жауапты",
    "дәлелді",
    "қауіпті",
    "қатысты",
    "шекті",
    "күдікті",
    "ерікті",
    "себепті",
    "заңды",
    "лауазымды",
    "мүдделі",
    "білікті",
    "басты",
    "мерзімді",
    "кешенді",
    "байланысты",
    "маңызды",
    "мәжбүрлі",
    "негізгі",
    "қазіргі",
    "соңғы",
    "кейінгі",
    "бұрынғы",
    "алдыңғы",
    "күндізгі",
    "төменгі",
    "сыртқы",
    "ішкі",
    "алғашқы",
    "бастапқы",
    "қосалқы",
    "жоғарғы",
    "жылғы",
    "екінші",
    "үшінші",
    "бірінші",
    // Their «-тан» is no ablative.
    "қазақстан",
    "өзбекстан",
    "қырғызстан",
    "тәжікстан",
    "түрікменстан",
    "ауғанстан",
    "пәкістан",
    "дағыстан",
    "татарстан",
    "башқұртстан",
    "түркістан",
];

/// Stems that lose their last vowel before a vowel.
const DROPPED: &[(&str, &str)] = &[
    ("орн", "орын"),
    ("ерк", "ерік"),
    ("мүлк", "мүлік"),
    ("халқ", "халық"),
    ("көрк", "көрік"),
    ("мойн", "мойын"),
    ("ауз", "ауыз"),
    ("мұрн", "мұрын"),
    ("қарн", "қарын"),
    ("ерн", "ерін"),
    ("даус", "дауыс"),
];

/// Pronouns whose forms share no stem.
const PRONOUNS: &[(&str, &[&str])] = &[
    ("ол", &["оған", "одан", "онда", "оны", "оның", "онымен", "ол"]),
    (
        "бұл",
        &["бұған", "бұдан", "бұнда", "бұны", "бұның", "бұл", "мұны", "мұның", "мұнда", "мұндағы"],
    ),
    ("осы", &["осы", "осыған", "осыны", "осының", "осыдан", "осында"]),
    ("сол", &["сол", "соған", "содан", "соны", "соның", "сонда"]),
];

fn kazakh(word: &str) -> String {
    if let Some((key, _)) = PRONOUNS.iter().find(|(_, forms)| forms.contains(&word)) {
        return (*key).to_owned();
    }
    let word = unfolded(word);
    let mut rest = word.as_str();
    if PROTECTED.contains(&rest) {
        return rest.to_owned();
    }
    // The verb's «-атын» and «-сын» end like a possessive with an accusative.
    let noun = nominal(rest);
    if PROTECTED.contains(&noun) {
        return noun.to_owned();
    }
    if PROTECTED.contains(&hard(noun).as_str()) {
        return hard(noun);
    }
    let mut verbal = false;
    if let Some(stem) = verb(rest) {
        (rest, verbal) = (stem, true);
    } else {
        rest = noun;
        if let Some(stem) = verb(rest) {
            (rest, verbal) = (stem, true);
        }
    }
    if verbal {
        for ending in ["ма", "ме", "ба", "бе", "па", "пе"] {
            if let Some(stem) = off(rest, ending) {
                rest = stem;
                break;
            }
        }
    }
    key(rest)
}

/// «ою» and «оя» hold a consonant that belongs to the stem: жою, жояды, жойған.
fn unfolded(word: &str) -> String {
    let mut text = String::new();
    for letter in word.chars() {
        let after_vowel = text.ends_with(['о', 'а', 'ұ', 'ү', 'ө']);
        match letter {
            'ю' if after_vowel => text.push_str("йу"),
            'я' if after_vowel => text.push_str("йа"),
            'ё' => text.push('е'),
            other => text.push(other),
        }
    }
    text
}

/// Takes off case, possessive and plural, each at most once.
fn nominal(word: &str) -> &str {
    let mut rest = word;
    // «Мекені» is no accusative of a word «меке».
    if let Some(own) = word.strip_suffix(['ы', 'і']).filter(|own| PROTECTED.contains(own)) {
        return own;
    }
    for ending in ["дағы", "дегі", "тағы", "тегі"] {
        let cut =
            third(rest, &format!("н{ending}").replace('т', "д")).or_else(|| off(rest, ending));
        if let Some(stem) = cut {
            rest = stem;
            break;
        }
    }
    if rest == word {
        rest = case(rest);
    }
    if PROTECTED.contains(&rest) {
        return rest;
    }
    for ending in ["ымыз", "іміз", "сы", "сі", "ы", "і"] {
        // «Байланысы» ends in its own «с»; «жаршысы» does not.
        let fits = |stem: &&str| {
            let vowel = ends_in_vowel(stem)
                && (!stem.ends_with(['ы', 'і']) || stem.ends_with("шы") || stem.ends_with("ші"));
            vowel == ending.starts_with('с')
        };
        if let Some(stem) = off(rest, ending).filter(fits) {
            rest = stem;
            break;
        }
    }
    if PROTECTED.contains(&rest) {
        return rest;
    }
    for ending in ["лар", "лер", "дар", "дер", "тар", "тер"] {
        if let Some(stem) = off(rest, ending) {
            rest = stem;
            break;
        }
    }
    rest
}

fn case(word: &str) -> &str {
    for ending in ["мен", "бен", "пен"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| long_enough(stem)) {
            return stem;
        }
    }
    // After a possessive of the third person.
    for ending in ["нда", "нде", "на", "не", "н"] {
        if let Some(stem) = third(word, ending) {
            return stem;
        }
    }
    let endings = [
        "ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "нан", "нен", "ға",
        "ге", "қа", "ке", "да", "де", "та", "те", "ны", "ні", "ды", "ді", "ты", "ті",
    ];
    endings.iter().find_map(|ending| off(word, ending)).unwrap_or(word)
}

/// The stem of a verb, if the word ends as one.
fn verb(word: &str) -> Option<&str> {
    let endings = [
        "атын",
        "етін",
        "йтын",
        "йтін",
        "майынша",
        "мейінше",
        "ады",
        "еді",
        "йды",
        "йді",
        "ған",
        "ген",
        "қан",
        "кен",
        "сын",
        "сін",
        "ып",
        "іп",
        "са",
        "се",
        "й",
        "у",
    ];
    for ending in endings {
        let Some(stem) = off(word, ending) else { continue };
        let vowel = ends_in_vowel(stem);
        let fits = match ending.chars().next() {
            Some('а' | 'е') => !vowel,
            Some('й') => vowel && (ending != "й" || stem.chars().count() > 3),
            Some('с') => ending.chars().count() == 2 || !vowel,
            _ => true,
        };
        if fits {
            return Some(stem);
        }
    }
    word.strip_suffix('п').filter(|stem| stem.ends_with(['а', 'е']) && stem.chars().count() > 4)
}

/// What is left without an ending, if the ending may stand there.
fn off<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let stem = word.strip_suffix(ending).filter(|stem| long_enough(stem))?;
    (in_harmony(stem, ending) && assimilated(stem, ending)).then_some(stem)
}

/// As [`off`], after a possessive of the third person only.
fn third<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let stem = word.strip_suffix(ending).filter(|stem| stem.ends_with(['ы', 'і']))?;
    let bare = stem.strip_suffix(['ы', 'і'])?;
    (long_enough(bare) && in_harmony(stem, ending)).then_some(stem)
}

/// At least three letters with a vowel, or a vowel and a consonant.
fn long_enough(stem: &str) -> bool {
    let letters = stem.chars().count();
    let vowel = |letter: char| BACK.contains(letter) || FRONT.contains(letter);
    match letters {
        0 | 1 => false,
        2 => stem.starts_with(vowel) && !ends_in_vowel(stem),
        _ => stem.contains(vowel),
    }
}

/// «у» is a vowel only after a consonant.
fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(|letter: char| {
        letter != 'у' && (BACK.contains(letter) || FRONT.contains(letter))
    })
}

fn in_harmony(stem: &str, ending: &str) -> bool {
    // «у» and «и» stand in words of both sorts.
    let last = |text: &str| {
        text.chars().rev().filter(|letter| !"уию".contains(*letter)).find_map(|letter| {
            if BACK.contains(letter) {
                Some(true)
            } else if FRONT.contains(letter) {
                Some(false)
            } else {
                None
            }
        })
    };
    match (last(stem), last(ending)) {
        (Some(stem), Some(ending)) => stem == ending,
        _ => true,
    }
}

fn assimilated(stem: &str, ending: &str) -> bool {
    let Some(last) = stem.chars().next_back() else { return false };
    let (voiceless, vowel) = (VOICELESS.contains(last), ends_in_vowel(stem));
    let nasal = "мнң".contains(last);
    let plural = ["лар", "лер", "дар", "дер"].contains(&ending);
    match ending.chars().next() {
        Some('т' | 'қ' | 'к' | 'п') => voiceless,
        Some('ғ' | 'г') => !voiceless,
        Some('л') => vowel || "рйу".contains(last),
        Some('д') if plural => "лмнңзж".contains(last),
        Some('д') if ["дың", "дің", "дан", "ден"].contains(&ending) => {
            !voiceless && !nasal
        }
        Some('д') if ["ды", "ді"].contains(&ending) => !voiceless && !vowel,
        Some('д') => !voiceless,
        Some('н') if ["нан", "нен"].contains(&ending) => nasal || "ыі".contains(last),
        Some('н') if ["ны", "ні"].contains(&ending) => vowel,
        Some('н') => vowel || nasal,
        Some('м') => !voiceless,
        Some('б') => "знмңж".contains(last),
        _ => true,
    }
}

/// к, қ, п are voiced between vowels: кітап, кітабы.
fn hard(stem: &str) -> String {
    let mut text = stem.to_owned();
    if let Some(last) = text.pop() {
        text.push(match last {
            'ғ' => 'қ',
            'г' => 'к',
            'б' => 'п',
            other => other,
        });
    }
    text
}

fn key(rest: &str) -> String {
    let rest = rest.strip_suffix(['ы', 'і']).filter(|stem| long_enough(stem)).unwrap_or(rest);
    let text = hard(rest);
    DROPPED.iter().find(|(short, _)| *short == text).map_or(text, |(_, full)| (*full).to_owned())
}
