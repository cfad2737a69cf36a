//! Numbers as acts print them: spaces between thousands, decimal commas, words, multipliers.

/// A number with its digits, never rounded: `12500.5`, `-3`.
pub type Digits = String;

/// A number as acts print it: groups of three digits between spaces, a comma or a point before
/// decimals. [`digits`] reads it.
pub(crate) const PRINTED: &str = r"\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?";

/// The number that printed digits stand for: `12 500,5` is `12500.5`, `1.5` is `1.5`.
///
/// Spaces stand only between groups of three digits. A comma or a stop is decimal; where several
/// stand, or commas and stops both, the text is no number (`31.02.2024`).
///
/// ```
/// use daryn_measures::number::digits;
///
/// assert_eq!(digits("12\u{a0}500,50").as_deref(), Some("12500.5"));
/// assert_eq!(digits("1 25"), None);
/// ```
#[must_use]
pub fn digits(printed: &str) -> Option<Digits> {
    let (negative, printed) = match printed.trim().strip_prefix(['-', '–', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, printed.trim()),
    };
    let is_space = |letter: char| letter == ' ' || letter == '\u{a0}' || letter == '\u{202f}';
    let mut halves = printed.split([',', '.']);
    let (whole, part) = (halves.next()?, halves.next());
    if halves.next().is_some() {
        return None;
    }
    let groups: Vec<&str> = whole.split(is_space).collect();
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_grouped = groups.iter().enumerate().all(|(place, group)| {
        all_digits(group)
            && (groups.len() == 1 || group.len() == 3 || place == 0 && group.len() < 3)
    });
    if !is_grouped || part.is_some_and(|part| !all_digits(part)) {
        return None;
    }
    Some(plain(negative, &groups.concat(), part.unwrap_or("")))
}

/// A number times a power of ten.
#[must_use]
pub fn times_ten(number: &str, power: usize) -> Digits {
    let (negative, number) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let taken = part.len().min(power);
    let zeros = "0".repeat(power - taken);
    plain(negative, &format!("{whole}{}{zeros}", &part[..taken]), &part[taken..])
}

/// Without zeros that say nothing.
fn plain(negative: bool, whole: &str, part: &str) -> Digits {
    let whole = whole.trim_start_matches('0');
    let part = part.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if negative && (whole != "0" || !part.is_empty()) { "-" } else { "" };
    let stop = if part.is_empty() { "" } else { "." };
    format!("{sign}{whole}{stop}{part}")
}

/// Which of two numbers is larger.
#[must_use]
pub fn compare(one: &str, other: &str) -> std::cmp::Ordering {
    let split = |number: &str| {
        let (negative, number) = match number.strip_prefix('-') {
            Some(rest) => (true, rest.to_owned()),
            None => (false, number.to_owned()),
        };
        let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
        (negative, whole.len(), whole.to_owned(), part.to_owned())
    };
    let (one, other) = (split(one), split(other));
    let size = (one.1, &one.2, &one.3).cmp(&(other.1, &other.2, &other.3));
    match (one.0, other.0) {
        (false, false) => size,
        (true, true) => size.reverse(),
        (true, false) => std::cmp::Ordering::Less,
        (false, true) => std::cmp::Ordering::Greater,
    }
}

/// How many zeros a multiplier stands for: «тыс.», «млн», «миллиардов», `billion`.
#[must_use]
pub fn power(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_lowercase();
    let begins = |heads: &[&str]| heads.iter().any(|head| word.starts_with(head));
    if begins(&["тыс", "мың", "thousand"]) {
        Some(3)
    } else if begins(&["млн", "миллион", "million", "mln"]) {
        Some(6)
    } else if begins(&["млрд", "миллиард", "billion", "bln"]) {
        Some(9)
    } else if begins(&["трлн", "триллион", "trillion"]) {
        Some(12)
    } else {
        None
    }
}

/// A number written as one word, in the forms in which terms use it.
#[must_use]
pub fn of_word(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let found = WORDS.iter().find(|(_, forms)| forms.contains(&word.as_str()));
    found.map(|(number, _)| *number)
}

/// All words of numbers for a pattern, the longest first.
pub(crate) fn words() -> String {
    let mut words: Vec<&str> = WORDS.iter().flat_map(|(_, forms)| forms.iter().copied()).collect();
    words.sort_by_key(|word| (usize::MAX - word.len(), *word));
    words.join("|")
}

const WORDS: [(u32, &[&str]); 30] = [
    (1, &["один", "одного", "одной", "одну", "одна", "бір", "one"]),
    (2, &["два", "двух", "две", "двумя", "екі", "two"]),
    (3, &["три", "трех", "трёх", "тремя", "үш", "three"]),
    (4, &["четыре", "четырех", "четырёх", "төрт", "four"]),
    (5, &["пять", "пяти", "бес", "five"]),
    (6, &["шесть", "шести", "алты", "six"]),
    (7, &["семь", "семи", "жеті", "seven"]),
    (8, &["восемь", "восьми", "сегіз", "eight"]),
    (9, &["девять", "девяти", "тоғыз", "nine"]),
    (10, &["десять", "десяти", "он", "ten"]),
    (11, &["одиннадцать", "одиннадцати", "eleven"]),
    (12, &["двенадцать", "двенадцати", "twelve"]),
    (13, &["тринадцать", "тринадцати"]),
    (14, &["четырнадцать", "четырнадцати"]),
    (15, &["пятнадцать", "пятнадцати", "fifteen"]),
    (18, &["восемнадцать", "восемнадцати"]),
    (20, &["двадцать", "двадцати", "жиырма", "twenty"]),
    (30, &["тридцать", "тридцати", "отыз", "thirty"]),
    (40, &["сорок", "сорока", "қырық"]),
    (45, &["сорокапяти"]),
    (50, &["пятьдесят", "пятидесяти", "елу"]),
    (60, &["шестьдесят", "шестидесяти", "алпыс", "sixty"]),
    (70, &["семьдесят", "семидесяти", "жетпіс"]),
    (80, &["восемьдесят", "восьмидесяти", "сексен"]),
    (90, &["девяносто", "тоқсан", "ninety"]),
    (100, &["сто", "ста", "жүз", "hundred"]),
    (16, &["шестнадцать", "шестнадцати"]),
    (17, &["семнадцать", "семнадцати"]),
    (19, &["девятнадцать", "девятнадцати"]),
    (200, &["двести", "двухсот"]),
];

/// A number of one or two words or of digits: `двадцати пяти`, `он бес`, `15`.
#[must_use]
pub fn small(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    text.split_whitespace().map(of_word).try_fold(0u32, |sum, word| sum.checked_add(word?))
}

/// A Roman number up to twelve.
#[must_use]
pub fn roman(text: &str) -> Option<u32> {
    // The letters may be Cyrillic ones that look the same.
    let letters: String = text.to_uppercase().replace('І', "I").replace('Х', "X");
    let all = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    all.iter().position(|roman| *roman == letters).map(|place| place as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_keep_their_digits() {
        let cases = [
            ("12 500,5", Some("12500.5")),
            ("1 234 567", Some("1234567")),
            ("0,50", Some("0.5")),
            ("007", Some("7")),
            ("-3,0", Some("-3")),
            ("-0", Some("0")),
            ("31.02.2024", None),
            ("1 25", None),
            ("12 50 000", None),
            ("1,2,3", None),
            ("", None),
            ("5,", None),
        ];
        for (printed, meant) in cases {
            assert_eq!(digits(printed).as_deref(), meant, "{printed}");
        }
        assert_eq!(times_ten("75.6", 9), "75600000000");
        assert_eq!(times_ten("0.05", 1), "0.5");
        assert_eq!(times_ten("-1.25", 3), "-1250");
        assert_eq!(compare("9.5", "10"), std::cmp::Ordering::Less);
        assert_eq!(compare("-9.5", "-10"), std::cmp::Ordering::Greater);
        assert_eq!(compare("0.25", "0.3"), std::cmp::Ordering::Less);
    }

    #[test]
    fn words_and_roman_numbers() {
        assert_eq!(small("двадцати пяти"), Some(25));
        assert_eq!(small("он бес"), Some(15));
        assert_eq!(small("много"), None);
        assert_eq!(roman("ІV"), Some(4));
        assert_eq!(roman("IIX"), None);
        assert_eq!(power("млрд."), Some(9));
        assert_eq!(power("мыс"), None);
    }
}
