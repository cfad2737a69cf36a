//! Kazakh in Latin and Arabic letters, told from its neighbours in the same letters.

use crate::letters::{is_latin, lower};

/// Letters of Kazakh in Arabic script that Arabic, Persian and Urdu lack.
const TOTE: &str = "ەۋۇۆڭى";
/// Hamza above the line, alone or joined to a vowel: it makes the vowels of a word front ones.
const HAMZA: &str = "ٴٵٶٷٸ";
/// Letters of Uyghur, Kyrgyz, Kurdish, Urdu, Persian and Arabic that Kazakh does not write.
const NOT_TOTE: &str = "ئېۈۅۉێڵڕڤٹڈںےغخثذصضطظۀةأإآیکٔ";

/// Whether a text is Kazakh as it is written in China: «قازاقستان رەسپۋبليكاسى».
pub(super) fn is_kazakh_arabic(text: &str) -> bool {
    let (mut letters, mut own, mut hamza, mut foreign) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut kinds = [false; 6];
    for letter in text.chars().filter(|letter| ('\u{620}'..='\u{6ff}').contains(letter)) {
        letters += 1;
        hamza += u32::from(HAMZA.contains(letter));
        foreign += u32::from(NOT_TOTE.contains(letter));
        if let Some(kind) = TOTE.chars().position(|one| one == letter) {
            own += 1;
            kinds[kind] = true;
        }
    }
    let kinds = kinds.iter().filter(|kind| **kind).count();
    letters >= 4
        && foreign * 33 <= letters
        && own * 12 >= letters
        && (kinds >= 2 || kinds == 1 && hamza > 0)
}

/// Frequent Kazakh words without their marks, so that each alphabet is read the same.
const KAZAKH: &[&str] = &[
    "adam",
    "adamdar",
    "baptyn",
    "barlyq",
    "bilim",
    "boiynsa",
    "boiynsha",
    "boldy",
    "bolyp",
    "bul",
    "degen",
    "elimiz",
    "emes",
    "gylym",
    "halqy",
    "halyq",
    "jane",
    "jasau",
    "jol",
    "jyl",
    "jyly",
    "jylgy",
    "kerek",
    "koshi",
    "mektep",
    "memleket",
    "memlekettik",
    "men",
    "mynadai",
    "nemese",
    "osy",
    "qala",
    "qazaq",
    "qazaqstan",
    "qazaqstannyn",
    "qogam",
    "qyzmet",
    "respublikasy",
    "respublikasynyn",
    "respublikasynda",
    "sondai",
    "tarau",
    "til",
    "tili",
    "turaly",
    "ulttyq",
    "ushin",
    "usin",
    "uwin",
    "zan",
    "zany",
    "zhane",
    "zhyl",
    "zhyly",
];

/// Words of neighbours in Latin letters, without marks.
const NOT_KAZAKH: &[&str] = &[
    "belen", "bilan", "bilen", "boyunca", "boyica", "boyicha", "bolan", "cun", "degil", "emma",
    "haqida", "haqqinda", "ham", "hem", "icin", "icun", "ile", "kerak", "menen", "olan", "ocen",
    "turali", "uchun", "ucin", "ucun", "ushyn", "va", "ve", "weten", "yoki", "ya", "yili", "yilda",
];

/// Whether a text is Kazakh in one of the Latin alphabets that were proposed or decreed.
pub(super) fn is_kazakh_latin(text: &str) -> bool {
    let (mut letters, mut strange, mut ours, mut theirs, mut ending) = (0, 0, 0, 0, 0);
    let mut plain = String::new();
    let mut seen_q_or_mark = false;
    let is_apostrophe = |letter: char| "'’ʼ`‘ʻ".contains(letter);
    for word in text.split(|letter: char| !is_latin(letter) && !is_apostrophe(letter)) {
        plain.clear();
        let mut marked = false;
        for letter in word.chars().filter(|letter| !is_apostrophe(*letter)) {
            let letter = lower(letter);
            letters += 1;
            marked |= matches!(letter, 'ä' | 'ñ' | 'ū' | 'ǵ' | 'ń' | 'á' | 'ğ');
            strange += u32::from(matches!(letter, 'ə' | 'ç' | 'w' | 'x' | 'ň' | 'ž' | 'â' | 'ć'));
            plain.push(bare(letter));
        }
        if plain.is_empty() {
            continue;
        }
        // «Gʻ» and «oʻ» are Uzbek.
        strange += u32::from(word.contains('ʻ') || word.contains("o'") && word.contains('q'));
        seen_q_or_mark |= marked || plain.contains('q') || plain.contains("zh");
        if KAZAKH.contains(&plain.as_str()) {
            ours += 1;
        } else if NOT_KAZAKH.contains(&plain.as_str()) {
            theirs += 1;
        } else if plain.len() > 5 && ENDINGS.iter().any(|end| plain.ends_with(end)) {
            ending += 1;
        }
    }
    letters >= 4
        && strange * 40 <= letters
        && theirs * 2 <= ours
        && (ours >= 2 || ours == 1 && (ending > 0 || seen_q_or_mark))
        && (seen_q_or_mark || ours >= 3)
}

/// Endings with «y» for «ы», which Turkish, Tatar and Uzbek write otherwise.
const ENDINGS: &[&str] = &[
    "nyn", "dyn", "tyn", "lary", "dary", "tary", "yndagy", "tyq", "lyq", "dyq", "ylyk", "tylyq",
    "lygy", "tygy", "ylady", "ynda", "yna", "aiy", "leri", "deri", "nin", "din", "ndegi", "edi",
];

/// The letter without its mark, as far as the alphabets have it.
fn bare(letter: char) -> char {
    match letter {
        'ä' | 'á' => 'a',
        'ğ' | 'ǵ' => 'g',
        'ı' | 'í' => 'i',
        'ñ' | 'ń' => 'n',
        'ö' | 'ó' => 'o',
        'ş' => 's',
        'ū' | 'ü' | 'ú' => 'u',
        // «Ý» is «у» of 2018.
        'ý' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Detail, detail};

    #[test]
    fn kazakh_in_latin_letters_is_named_in_each_alphabet() {
        for text in [
            // 2021
            "Qazaqstan Respublikasynyñ Zañy halyqtyñ köşı-qony turaly",
            "Ğylym jäne joğary bılım ministrlıgı jas ğalymdardy qoldaidy",
            "Bul zañ ötken jyly qabyldandy jäne köşı-qon üşın mañyzdy",
            // 2018
            "Qazaqstan Respýblıkasynyń Zańy halyqtyń kóshi-qony týraly",
            "Ǵylym jáne joǵary bilim mınıstrligi jas ǵalymdardy qoldaıdy",
            // 2017, with apostrophes
            "Qazaqstan Respy'bli'kasynyn' Zan'y halyqtyn' ko's'i-qony ty'raly",
            // without marks
            "Qazaqstan Respublikasynyn Zany halyqtyn koshi-qony turaly",
            "Bul zan qazaq tili turaly jane memlekettik qyzmet turaly",
        ] {
            assert_eq!(detail(text), Detail::KazakhLatin, "{text}");
        }
    }

    #[test]
    fn kazakh_in_arabic_letters_is_named() {
        for text in [
            "قازاقستان رەسپۋبليكاسىنىڭ زاڭى حالىقتىڭ كوشى-قونى تۋرالى",
            "ٴبىلىم جانە عىلىم مينيسترلىگى جاس عالىمداردى قولدايدى",
            "بۇل زاڭ وتكەن جىلى قابىلداندى",
        ] {
            assert_eq!(detail(text), Detail::KazakhArabic, "{text}");
        }
    }

    #[test]
    fn neighbours_in_the_same_letters_are_not_kazakh() {
        for text in [
            // Turkish, Azerbaijani, Tatar, Crimean Tatar, Uzbek, Karakalpak, Turkmen
            "Bu kanun göç alanındaki toplumsal ilişkileri düzenler ve yürürlüğe girer",
            "Bu qanun miqrasiya sahəsində ictimai münasibətləri tənzimləyir və qüvvəyə minir",
            "Bu qanun xalıqnıñ küçeşe turında häm tatar telendä yazılğan",
            "Bu qanun halqnıñ köçüvi aqqında ve qırımtatar tilinde yazılğandır",
            "Ushbu qonun aholi migratsiyasi haqida boʻlib, munosabatlarni tartibga soladi",
            "Bul nızam xalıqtıń kóship-qonıwı haqqında hám qaraqalpaq tilinde jazılǵan",
            "Bu kanun ilatyň göçüp gitmegi hakynda we türkmen dilinde ýazylan",
            // French, German, English, Romanian
            "La loi sur la migration de la population règle les rapports entre les personnes",
            "Das Gesetz über die Migration der Bevölkerung regelt die Beziehungen",
            "The Law on Population Migration of Qazaqstan governs relations",
            "Legea privind migrația populației reglementează relațiile sociale",
            // Uyghur, Persian, Arabic, Urdu, Sorani Kurdish
            "بۇ قانۇن ئاھالىنىڭ كۆچۈشى ھەققىدە بولۇپ ئۇيغۇر تىلىدا يېزىلغان",
            "این قانون دربارهٔ مهاجرت جمعیت است و روابط اجتماعی را تنظیم می‌کند",
            "ينظم هذا القانون العلاقات الاجتماعية في مجال هجرة السكان",
            "یہ قانون آبادی کی نقل مکانی کے بارے میں ہے",
            "ئەم یاسایە پەیوەندییە کۆمەڵایەتییەکان لە بواری کۆچدا ڕێکدەخات",
        ] {
            assert!(matches!(detail(text), Detail::Plain(_)), "{text}: {:?}", detail(text));
        }
    }
}
