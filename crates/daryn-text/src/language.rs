//! Which language a passage is in: letters that only one language has, then words and endings.
//!
//! Latin letters inside a Cyrillic word are read as the Cyrillic ones that they look like, and the
//! reverse, so planted look-alikes do not hide a language.

mod scripts;
mod trigrams;
mod words;

use crate::letters::{is_cyrillic, is_latin, lower, unmixed};
use words::{ENGLISH, KAZAKH, NOT_ENGLISH, NOT_OURS, RUSSIAN, holds};

/// A language that daryn reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Kazakh in Cyrillic.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
    /// Anything else, also what has no letters.
    #[default]
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

    /// The language that is called `kk`, `ru` or `en`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        [Language::Kk, Language::Ru, Language::En].into_iter().find(|own| own.code() == code)
    }
}

/// A finer answer for what is `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// One of the languages.
    Plain(Language),
    /// Kazakh in Latin letters: of 2021 (ä ğ ı ñ ö ş ū ü), of 2018 (á ǵ ı ń ó ú ý), with
    /// apostrophes, or without marks.
    KazakhLatin,
    /// Kazakh in Arabic letters (ٵ ٶ ٸ and hamza before a word, ە ۋ ۇ ڭ).
    KazakhArabic,
}

impl Default for Detail {
    fn default() -> Detail {
        Detail::Plain(Language::Other)
    }
}

impl Detail {
    /// The language; what is not in Cyrillic is `other`.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Detail::Plain(language) => language,
            Detail::KazakhLatin | Detail::KazakhArabic => Language::Other,
        }
    }

    /// The tag of BCP 47 where there is more to say than the language.
    #[must_use]
    pub fn tag(self) -> Option<&'static str> {
        match self {
            Detail::Plain(_) => None,
            Detail::KazakhLatin => Some("kk-Latn"),
            Detail::KazakhArabic => Some("kk-Arab"),
        }
    }
}

/// The language of a passage.
#[must_use]
pub fn identify(text: &str) -> Language {
    Evidence::of(text).language()
}

/// As [`identify`], with Kazakh in other scripts named.
#[must_use]
pub fn detail(text: &str) -> Detail {
    finer(text, identify(text))
}

/// The finer answer for a text whose language is known.
#[must_use]
pub fn finer(text: &str, language: Language) -> Detail {
    match language {
        Language::Other if scripts::is_kazakh_arabic(text) => Detail::KazakhArabic,
        Language::Other if scripts::is_kazakh_latin(text) => Detail::KazakhLatin,
        language => Detail::Plain(language),
    }
}

/// What speaks for and against each language in a text.
///
/// Evidence of parts adds up to the evidence of the whole where words are not cut, so what holds
/// many passages needs not be read again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    cyrillic: u32,
    latin: u32,
    other_scripts: u32,
    /// Letters that neither Kazakh nor Russian has.
    foreign: u32,
    /// ғ, қ, ұ.
    certain: u32,
    /// і.
    dotted: u32,
    /// Letters that Kazakh shares with Kyrgyz and Tatar.
    shared: u32,
    /// Words with «і» that have no back vowel, and those that have.
    front: u32,
    back: u32,
    theirs: u32,
    kazakh: u32,
    russian: u32,
    turkic: u32,
    /// A doubled vowel; of these, one of а, о, у, э.
    doubled: bool,
    doubled_hard: bool,
    /// э or и.
    soft: bool,
    /// ы.
    hard: bool,
    /// What groups of three letters speak for.
    groups: [i32; trigrams::GROUPS],
    marked: u32,
    uzbek: u32,
    english: u32,
    not_english: u32,
    /// Letters of the stretches of a long text, by the language of each.
    votes: [u32; LANGUAGES.len()],
}

/// Letters of a text that is judged as one: in more of them single words of another language and
/// the small errors of groups of letters add up to more than any text of one language has.
const SHORT: u32 = 400;
/// Letters of a stretch of a longer text.
const STRETCH: u32 = 200;

/// The languages, in the order of the votes.
const LANGUAGES: [Language; 4] = [Language::Kk, Language::Ru, Language::En, Language::Other];

impl Evidence {
    /// The evidence of a text.
    #[must_use]
    pub fn of(text: &str) -> Evidence {
        let (mut whole, mut evidence) = (Evidence::default(), Evidence::default());
        let mut word = Word::default();
        for token in text.split_whitespace() {
            let token = unmixed(token);
            for letter in token.chars() {
                evidence.letter(letter, &mut word);
            }
            evidence.word(&mut word);
            if evidence.letters() >= STRETCH {
                whole.add(&std::mem::take(&mut evidence));
            }
        }
        if whole == Evidence::default() {
            return evidence;
        }
        whole.add(&evidence);
        whole
    }

    fn letters(&self) -> u32 {
        self.cyrillic.saturating_add(self.latin).saturating_add(self.other_scripts)
    }

    /// The votes of its stretches, or its own where it is one.
    fn votes(&self) -> [u32; LANGUAGES.len()] {
        let mut votes = self.votes;
        if votes.iter().all(|letters| *letters == 0) && self.letters() > 0 {
            let own = self.judged();
            let place = LANGUAGES.iter().position(|language| *language == own);
            votes[place.unwrap_or_default()] = self.letters();
        }
        votes
    }

    /// Adds the evidence of another part of the same text.
    pub fn add(&mut self, other: &Evidence) {
        let (own, more) = (self.votes(), other.votes());
        self.votes = std::array::from_fn(|place| own[place].saturating_add(more[place]));
        self.cyrillic += other.cyrillic;
        self.latin += other.latin;
        self.other_scripts += other.other_scripts;
        self.foreign += other.foreign;
        self.certain += other.certain;
        self.dotted += other.dotted;
        self.shared += other.shared;
        self.front += other.front;
        self.back += other.back;
        self.theirs += other.theirs;
        self.kazakh += other.kazakh;
        self.russian += other.russian;
        self.turkic += other.turkic;
        self.doubled |= other.doubled;
        self.doubled_hard |= other.doubled_hard;
        self.soft |= other.soft;
        self.hard |= other.hard;
        for (own, other) in self.groups.iter_mut().zip(other.groups) {
            *own += other;
        }
        self.marked += other.marked;
        self.uzbek += other.uzbek;
        self.english += other.english;
        self.not_english += other.not_english;
    }

    /// The language that the evidence speaks for; of a long text that of most of its letters.
    #[must_use]
    pub fn language(&self) -> Language {
        if self.letters() <= SHORT {
            return self.judged();
        }
        let votes = self.votes();
        let most = votes.iter().max().copied().unwrap_or_default();
        let place = votes.iter().position(|letters| *letters == most);
        LANGUAGES[place.unwrap_or_default()]
    }

    /// The language of a text that is judged as one.
    fn judged(&self) -> Language {
        let known = self.cyrillic + self.latin;
        if known == 0 || self.other_scripts > known {
            Language::Other
        } else if self.cyrillic >= self.latin {
            self.in_cyrillic()
        } else {
            self.in_latin()
        }
    }

    fn letter(&mut self, letter: char, word: &mut Word) {
        // Capitals of two letters in lower case are none of the languages'.
        let letter = lower(letter);
        if is_cyrillic(letter) {
            self.cyrillic += 1;
            match letter {
                'а'..='я' | 'ё' => {
                    self.soft |= letter == 'э' || letter == 'и';
                    self.hard |= letter == 'ы';
                }
                'ғ' | 'қ' | 'ұ' => self.certain += 1,
                'і' => {
                    self.dotted += 1;
                    word.dotted = true;
                }
                'ә' | 'ң' | 'ө' | 'ү' | 'һ' => self.shared += 1,
                _ => self.foreign += u32::from(FOREIGN.contains(letter)),
            }
            word.back |= matches!(letter, 'а' | 'о' | 'ы' | 'я' | 'щ' | 'ь' | 'ц');
            if word.last == letter && matches!(letter, 'о' | 'ө' | 'ү' | 'у' | 'а' | 'э') {
                self.doubled = true;
                self.doubled_hard |= !matches!(letter, 'ө' | 'ү');
            }
            word.cyrillic = true;
            self.group(word, trigrams::code(letter));
        } else if is_latin(letter) {
            self.latin += 1;
            self.marked += u32::from(!letter.is_ascii());
            word.latin = true;
        } else if !letter.is_ascii() && letter.is_alphabetic() {
            self.other_scripts += 1;
        } else if !"'’‘ʻʼ`".contains(letter) {
            self.word(word);
            return;
        }
        word.last = letter;
        word.letters += 1;
        word.text.push(letter);
    }

    /// Goes on to the next letter of a group of three.
    fn group(&mut self, word: &mut Word, code: u8) {
        if let Some(before) = word.codes[0] {
            let weights = trigrams::weights([before, word.codes[1].unwrap_or_default(), code]);
            for (own, weight) in self.groups.iter_mut().zip(weights) {
                *own += i32::from(*weight);
            }
        }
        word.codes = [word.codes[1], Some(code)];
    }

    fn word(&mut self, word: &mut Word) {
        if word.cyrillic {
            self.group(word, trigrams::BORDER);
        }
        let text = word.text.as_str();
        if word.cyrillic {
            if word.dotted {
                *(if word.back || text == "і" { &mut self.back } else { &mut self.front }) += 1;
            }
            self.theirs += u32::from(holds(NOT_OURS, text));
            self.kazakh += u32::from(holds(KAZAKH, text));
            self.russian += u32::from(holds(RUSSIAN, text));
            self.turkic += u32::from(word.letters > 4 && ends_turkic(text, word.last));
        }
        if word.latin {
            self.english += u32::from(holds(ENGLISH, text));
            self.not_english += u32::from(holds(NOT_ENGLISH, text));
            self.uzbek += u32::from(looks_uzbek(text));
        }
        word.text.clear();
        *word = Word { text: std::mem::take(&mut word.text), ..Word::default() };
    }

    fn in_cyrillic(&self) -> Language {
        let Evidence { theirs, kazakh, russian, certain, dotted, shared, .. } = *self;
        let letters = self.cyrillic;
        if self.foreign * 40 >= letters.max(40) {
            return Language::Other;
        }
        let word = |count: u32| count as i32 * WORD;
        let for_russian = self.groups[trigrams::RUSSIAN] + word(russian);
        let for_kazakh = self.groups[trigrams::KAZAKH] + word(kazakh);
        let others = self.groups.iter().skip(trigrams::KAZAKH + 1).max();
        let for_others = others.copied().unwrap_or_default() + word(theirs);
        let own = certain + dotted + shared;
        let is_russian = for_russian + LEAN / 2 >= for_kazakh && for_russian + LEAN >= for_others;
        // One foreign name does not make Russian text Kazakh.
        let few = own * 25 < letters && russian > 1 && kazakh == 0;
        if own > 0 && few && is_russian && for_russian >= for_kazakh {
            Language::Ru
        } else if certain > 0 {
            // Uzbek has «қ» and «ғ», too, but neither «і» nor «ы».
            let uzbek = dotted == 0 && !self.hard && letters > 12 && for_others > for_kazakh;
            if uzbek { Language::Other } else { Language::Kk }
        } else if own > 0 {
            // A short Kazakh heading may have nothing of its own but «ә» or «ө»; a sentence has.
            let heading = letters <= 20 && theirs == 0 && !self.doubled && !self.soft;
            let weighed = for_kazakh >= for_others && (dotted > 0 || letters <= 25);
            let named = dotted == 0 && (heading || kazakh > theirs);
            if named || weighed { Language::Kk } else { Language::Other }
        } else if is_russian {
            Language::Ru
        } else if for_kazakh >= for_others {
            Language::Kk
        } else {
            Language::Other
        }
    }

    fn in_latin(&self) -> Language {
        if self.marked * 20 > self.latin || self.uzbek + self.not_english > self.english {
            Language::Other
        } else {
            Language::En
        }
    }
}

/// A word while it is read, in lower case.
struct Word {
    text: String,
    last: char,
    letters: u32,
    cyrillic: bool,
    latin: bool,
    dotted: bool,
    back: bool,
    /// The last two letters as groups of three have them.
    codes: [Option<u8>; 2],
}

impl Default for Word {
    fn default() -> Word {
        Word {
            text: String::new(),
            last: ' ',
            letters: 0,
            cyrillic: false,
            latin: false,
            dotted: false,
            back: false,
            codes: [None, Some(trigrams::BORDER)],
        }
    }
}

/// What a frequent word weighs beside groups of three letters.
const WORD: i32 = 20;
/// By how much another language must outweigh Russian: a short line may be of rare groups.
const LEAN: i32 = 200;

/// Letters that neither Kazakh nor Russian has.
const FOREIGN: &str = "їєґўҳҗҙҫҡҷӯӣјљњћђџѕӑӗӳ";

fn ends_turkic(word: &str, last: char) -> bool {
    let ends: &[&str] = match last {
        'й' => &["ндай", "ндей"],
        'р' => &["лар", "лер", "дар", "тар"],
        'ң' => &["ның"],
        'ы' => &["лары", "ады"],
        'і' => &["еді"],
        'н' => &["ған", "ген", "дан", "ден", "тын"],
        _ => return false,
    };
    ends.iter().any(|end| word.ends_with(end))
}

fn looks_uzbek(word: &str) -> bool {
    let marks = ["o'", "g'", "o‘", "g‘", "oʻ", "gʻ", "o’z", "o’q", "g’"];
    let ends = ["lar", "lari", "larni", "ligi", "lik", "dagi", "gan", "adi", "moqda", "larda"];
    (word.contains(['\'', '‘', 'ʻ', '’']) && marks.iter().any(|mark| word.contains(mark)))
        || word.contains('q') && !word.contains("qu")
        || word.len() > 6 && ends.iter().any(|end| word.ends_with(end))
}
