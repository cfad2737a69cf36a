//! Which language a passage is in: letters that only one language has, then words and endings.
//!
//! Latin letters inside a Cyrillic word are read as the Cyrillic ones that they look like, and the
//! reverse, so planted look-alikes do not hide a language.

use std::borrow::Cow;

/// A language that daryn reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Kazakh in Cyrillic.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
    /// Anything else, also what has no letters.
    Other,
}

impl Language {
    /// `kk`, `ru`, `en` or `other`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
            Language::En => "en",
            Language::Other => "other",
        }
    }
}

/// A finer answer for what is `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// One of the languages.
    Plain(Language),
    /// Kazakh in Latin letters (2018 to 2021 drafts: ä ğ ı ñ ö ş ū ü, or á ǵ ń ó ý).
    KazakhLatin,
    /// Kazakh in Arabic letters (ٵ ٶ ٸ and hamza before a word).
    KazakhArabic,
}

/// The language of a passage.
#[must_use]
pub fn identify(text: &str) -> Language {
    let text: String = text.split_inclusive(char::is_whitespace).map(unmixed).collect();
    let text = text.to_lowercase();
    let cyrillic = text.chars().filter(|letter| is_cyrillic(*letter)).count();
    let latin = text.chars().filter(|letter| is_latin(*letter)).count();
    let others = text.chars().filter(|letter| is_alphabetic(*letter)).count() - cyrillic - latin;
    if cyrillic + latin == 0 || others > cyrillic + latin {
        Language::Other
    } else if cyrillic >= latin {
        in_cyrillic(&text)
    } else {
        in_latin(&text)
    }
}

/// As [`identify`], with Kazakh in other scripts named.
#[must_use]
pub fn detail(text: &str) -> Detail {
    let low = text.to_lowercase();
    let has = |word: &str| words(&low).any(|other| other == word);
    let latin = [
        "jäne",
        "üşin",
        "men",
        "qazaqstan",
        "boiynşa",
        "turaly",
        "týraly",
        "jáne",
        "úshin",
        "bul",
        "zañ",
    ];
    if low.chars().any(|letter| "ٵٶٷٸ".contains(letter)) || (low.contains('ٴ') && low.contains('ى'))
    {
        return Detail::KazakhArabic;
    }
    if identify(text) == Language::Other
        && low.contains('q')
        && (latin.iter().any(|word| has(word)) || low.contains(['ñ', 'ū', 'ǵ', 'ń']))
    {
        return Detail::KazakhLatin;
    }
    Detail::Plain(identify(text))
}

const PAIRS: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('h', 'һ'),
    ('k', 'к'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('I', 'І'),
    ('Y', 'У'),
];

/// A word with its look-alikes read in the script of the others.
#[must_use]
pub fn unmixed(word: &str) -> Cow<'_, str> {
    if !(word.contains(is_cyrillic) && word.contains(is_latin)) {
        return Cow::Borrowed(word);
    }
    let own = |is: fn(char) -> bool, side: fn(&(char, char)) -> char| {
        word.chars()
            .filter(|letter| is(*letter) && PAIRS.iter().all(|pair| side(pair) != *letter))
            .count()
    };
    let (cyrillic, latin) = (own(is_cyrillic, |pair| pair.1), own(is_latin, |pair| pair.0));
    if cyrillic == latin {
        return Cow::Borrowed(word);
    }
    let swap = |letter: char| {
        let found =
            PAIRS.iter().find(|(l, c)| if cyrillic > latin { *l == letter } else { *c == letter });
        found.map_or(letter, |(l, c)| if cyrillic > latin { *c } else { *l })
    };
    word.chars().map(swap).collect()
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// As [`char::is_alphabetic`]; what nearly all letters are is told without the table of all scripts.
fn is_alphabetic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}') || letter.is_alphabetic()
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && (letter.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&letter))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_alphabetic(letter) && !"'’‘ʻʼ`".contains(letter))
        .filter(|word| !word.is_empty())
}

/// Letters that neither Kazakh nor Russian has.
const FOREIGN: &str = "їєґўҳҗҙҫҡҷӯӣјљњћђџѕӑӗӳ";

const NOT_OURS: &[&str] = &[
    // Ukrainian, Belarusian
    "та",
    "що",
    "від",
    "його",
    "вона",
    "є",
    "і",
    "й",
    "це",
    "які",
    "який",
    "або",
    "щоб",
    "як",
    "ці",
    "гэта",
    "што",
    "як",
    "ад",
    "яго",
    "яна",
    "якія",
    "каб",
    "са",
    "ці",
    "але",
    "пра",
    "гэты",
    "бо",
    "таксама",
    "дзеля",
    "паміж",
    // Kyrgyz, Tatar, Uzbek
    "жана",
    "менен",
    "үчүн",
    "боюнча",
    "бул",
    "болуп",
    "эмес",
    "деп",
    "бар",
    "кийин",
    "ар",
    "эки",
    "һәм",
    "белән",
    "өчен",
    "буенча",
    "дә",
    "бу",
    "ул",
    "бик",
    "булган",
    "иде",
    "ва",
    "билан",
    "учун",
    "бўйича",
    "эди",
    "бир",
    "ўз",
    "хам",
    "керак",
    "катары",
    "тууралуу",
];

const KAZAKH: &[&str] = &[
    "және",
    "мен",
    "бен",
    "пен",
    "туралы",
    "бойынша",
    "үшін",
    "бап",
    "осы",
    "бұл",
    "болып",
    "емес",
    "немесе",
    "тарау",
    "бар",
    "бөлім",
    "тармақ",
    "заң",
    "мынадай",
    "адамдар",
    "деп",
    "жол",
    "басқа",
    "орган",
    "болады",
    "жылы",
    "мемлекет",
    "сондай",
    "ретінде",
];

const RUSSIAN: &[&str] = &[
    "и",
    "в",
    "во",
    "на",
    "не",
    "с",
    "со",
    "по",
    "о",
    "об",
    "для",
    "от",
    "из",
    "к",
    "за",
    "при",
    "или",
    "что",
    "как",
    "статья",
    "его",
    "их",
    "до",
    "настоящего",
    "закона",
    "это",
    "также",
    "которые",
    "республики",
    "глава",
    "лица",
    "пункт",
];

fn in_cyrillic(text: &str) -> Language {
    let count = |letters: &str| text.chars().filter(|letter| letters.contains(*letter)).count();
    let letters = text.chars().filter(|letter| is_cyrillic(*letter)).count();
    let named = |list: &[&str]| words(text).filter(|word| list.contains(word)).count();
    let (foreign, certain, dotted, shared) =
        (count(FOREIGN), count("ғқұ"), count("і"), count("әңөүһ"));
    let (theirs, kazakh, russian) = (named(NOT_OURS), named(KAZAKH), named(RUSSIAN));
    if foreign * 40 >= letters.max(40) {
        return Language::Other;
    }
    if certain > 0 {
        // One foreign name does not make Russian text Kazakh.
        let few = (certain + dotted + shared) * 25 < letters && russian > 1 && kazakh == 0;
        return if few { Language::Ru } else { Language::Kk };
    }
    if dotted > 0 {
        // A Kazakh word with «і» has no back vowel; Ukrainian and Belarusian words have.
        let (mut front, mut mixed) = (0, 0);
        for word in words(text).filter(|word| word.contains('і')) {
            let back = word.contains(['а', 'о', 'ы', 'я', 'щ', 'ь', 'ц']) || word == "і";
            *(if back { &mut mixed } else { &mut front }) += 1;
        }
        let few = dotted * 25 < letters && russian > 1 && shared == 0;
        return if few {
            Language::Ru
        } else if shared + kazakh > 0 && front >= mixed || front > mixed + theirs {
            Language::Kk
        } else {
            Language::Other
        };
    }
    if shared > 0 {
        // Without і, ғ, қ and ұ: Kyrgyz and Tatar, but for a short Kazakh heading.
        let doubled = ["оо", "өө", "үү", "уу", "аа", "ээ"].iter().any(|pair| text.contains(pair));
        let few = shared * 25 < letters && russian > 1;
        return if few {
            Language::Ru
        } else if letters <= 20 && theirs == 0 && !doubled && !text.contains(['э', 'и'])
            || kazakh > theirs
        {
            Language::Kk
        } else {
            Language::Other
        };
    }
    let turkic = words(text)
        .filter(|word| {
            let ends = [
                "ндай", "ндей", "лар", "лер", "дар", "тар", "ның", "лары", "ады", "еді", "ған",
                "ген", "дан", "ден", "тын",
            ];
            word.chars().count() > 4 && ends.iter().any(|end| word.ends_with(end))
        })
        .count();
    let doubled = ["оо", "уу", "аа", "ээ"].iter().filter(|pair| text.contains(**pair)).count();
    if russian > 0 && russian >= theirs {
        Language::Ru
    } else if theirs > 0 && (theirs > kazakh || doubled > 0) {
        Language::Other
    } else if kazakh > 0 || turkic > 0 {
        Language::Kk
    } else {
        Language::Ru
    }
}

const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "is", "for", "on", "that", "with", "by", "as", "are",
    "be", "from", "or", "an", "this", "it", "which", "shall", "not", "was", "were", "at", "has",
    "have", "its", "their", "law", "article", "chapter", "section",
];

const NOT_ENGLISH: &[&str] = &[
    "va",
    "bilan",
    "uchun",
    "bu",
    "ham",
    "bir",
    "yoki",
    "kerak",
    "emas",
    "edi",
    "haqida",
    "der",
    "die",
    "und",
    "das",
    "le",
    "la",
    "les",
    "des",
    "et",
    "de",
    "el",
    "los",
    "que",
    "en",
    "ve",
    "için",
    "ile",
    "il",
    "di",
    "che",
    "jäne",
    "men",
    "bul",
    "qazaqstan",
];

fn in_latin(text: &str) -> Language {
    let letters = text.chars().filter(|letter| is_latin(*letter)).count();
    let marked = text.chars().filter(|letter| is_latin(*letter) && !letter.is_ascii()).count();
    let named = |list: &[&str]| words(text).filter(|word| list.contains(word)).count();
    let uzbek = words(text)
        .filter(|word| {
            let ends =
                ["lar", "lari", "larni", "ligi", "lik", "dagi", "gan", "adi", "moqda", "larda"];
            ["o'", "g'", "o‘", "g‘", "oʻ", "gʻ", "o’z", "o’q", "g’"]
                .iter()
                .any(|mark| word.contains(mark))
                || word.contains('q') && !word.contains("qu")
                || word.len() > 6 && ends.iter().any(|end| word.ends_with(end))
        })
        .count();
    let english = named(ENGLISH);
    if marked * 20 > letters || uzbek + named(NOT_ENGLISH) > english {
        Language::Other
    } else {
        Language::En
    }
}
