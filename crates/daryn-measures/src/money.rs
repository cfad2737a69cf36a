//! Amounts with their currency, and where the money comes from.
//!
//! An amount whose currency is not said is an amount all the same; its doubt says so.

use std::ops::Range;
use std::sync::LazyLock;

use daryn_text::Language;
use regex::{Captures, Regex};
use serde::Serialize;

use crate::number::{Digits, PRINTED, digits, power, times_ten};

/// Where money comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The republican budget.
    Republican,
    /// Local budgets.
    Local,
    /// A budget of which no more is said.
    Budget,
    /// Means of the one who acts, or of other people.
    Own,
    /// Within what is given already.
    Within,
    /// None is needed.
    NotNeeded,
}

/// Why an amount is not known in money of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// No currency stands beside it.
    NoCurrency,
}

/// An amount, a source of funds, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Money {
    /// In single units of the currency, with all digits.
    pub amount: Option<Digits>,
    /// ISO 4217 code; `MCI` for the monthly calculation index (МРП, АЕК).
    pub currency: Option<&'static str>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// What is doubtful of the amount.
    pub doubt: Option<Doubt>,
    /// Whether the amount is one for several measures: a cell of an action plan that covers
    /// several rows. Adding it up row by row would count it several times.
    pub is_shared: bool,
}

/// Money where it stands: bytes of the text that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of it.
    pub range: Range<usize>,
    /// What it says.
    pub money: Money,
}

const SCALE: &str = r"(?P<scale>тыс(?:яч[а-яё]*|\.)?|мың|млн\.?|миллион[а-яё]*|млрд\.?|миллиард[а-яё]*|трлн\.?|триллион[а-яё]*|thousand|million|billion|trillion)";
const CURRENCY: &str = r"(?P<currency>(?:казахстанских\s)?тенге|теңге[а-яәіңғүұқөһ]*|₸|kzt|tenge|долл(?:\.|ар[а-яё]*)?(?:\sсша)?|ақш\sдоллар[а-яәі]*|us\sdollars?|usd|\$|евро|euros?|€|eur|руб(?:\.|л[а-яё]*)?|rub|юан[а-яё]*|cny|мрп|аек|месячн[а-яё]+\sрасч[её]тн[а-яё]+\sпоказател[а-яё]+|айлық\sесептік\sкөрсеткіш[а-яәіңғүұқөһ]*)";

/// An amount behind a sign, an amount before a word, an amount that is called one.
static AMOUNTS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let number = format!("(?P<number>{PRINTED})");
    let before = format!(r"(?P<sign>[$€₸])\s?{number}(?:\s?{SCALE})?");
    let behind = format!(
        r"{number}(?:[\s-]?{SCALE})?(?:-кратн\S+|\sеселенген)?(?:\sразмера?)?\s?{CURRENCY}"
    );
    let called = format!(
        r"(?:(?:на\s(?:общую\s)?сумму|(?:общей\s)?суммой|в\sобъ[её]ме|в\sразмере|объ[её]м(?:ом)?\sфинансирования|стоимостью|сомасы|көлемінде|мөлшерінде|amount\sof|budget\sof)\s(?:до\s|около\s|порядка\s|не\sменее\s)?){number}\s?{SCALE}(?:$|[.,;)]|\s[^\d$€₸])"
    );
    [before, behind, called].map(|source| compiled(&source))
});

/// Sources of funds with what they are.
static SOURCES: LazyLock<Vec<(Regex, Source)>> = LazyLock::new(|| {
    let ru = r"(?:за\sсч[её]т|из)\s(?:средств\s)?";
    let own = r"(?:собственн\S+\sсредств\S*|средств\s[а-яё]+(?:ого|его|ых|их|ов|ей|ев|ля|ия|ий)(?:\s[а-яё]+(?:а|я|ов|ей|ий|ия|ц))?)";
    let table: [(&str, Source); 13] = [
        (
            &format!(
                r"{ru}республиканского(?:\s(?:и|\(или\)|и\s\(или\))\s(?:местн\S+|областн\S+))*\sбюджет\S*"
            ),
            Source::Republican,
        ),
        (
            &format!(r"{ru}(?:местн\S+|областн\S+|соответствующ\S+\sместн\S+)\sбюджет\S*"),
            Source::Local,
        ),
        (&format!(r"{ru}(?:государственн\S+\s)?(?:бюджетных\sсредств|бюджет\S*)"), Source::Budget),
        (&format!(r"за\sсч[её]т\s{own}"), Source::Own),
        (
            r"в\sпределах\s(?:выделенн\S+\s|предусмотренн\S+\s|имеющихся\s|утвержд[её]нн\S+\s)*(?:бюджетных\s)?средств",
            Source::Within,
        ),
        (r"(?:финансирования|средств|финансовых\sзатрат)?\s?не\sтребу[ею]тся?", Source::NotNeeded),
        (
            r"республикалық(?:\s(?:және|немесе)\s(?:\(немесе\)\s)?жергілікті)?\sбюджет\S*(?:\sқаражат\S*)?\sесебінен",
            Source::Republican,
        ),
        (r"(?:тиісті\s)?жергілікті\sбюджет\S*(?:\sқаражат\S*)?\sесебінен", Source::Local),
        (r"(?:мемлекеттік\s)?бюджет\S*(?:\sқаражат\S*)?\sесебінен", Source::Budget),
        (r"(?:өз|меншікті|жеке)?\s?қаражат\S*\sесебінен", Source::Own),
        (r"(?:бөлінген\s|көзделген\s)?(?:бюджет\s)?қаражат\S*\sшегінде", Source::Within),
        (r"(?:қаржыландыру\s)?талап\sетілмейді", Source::NotNeeded),
        (
            r"(?:from|at\sthe\sexpense\sof|financed\sby)\sthe\s(?:republican|state|local)\sbudget",
            Source::Budget,
        ),
    ];
    table.iter().map(|(source, what)| (compiled(source), *what)).collect()
});

/// Names of sources as tables write them; only where nothing else is written.
const SHORT: [(&str, Source); 6] = [
    ("рб", Source::Republican),
    ("республиканский бюджет", Source::Republican),
    ("мб", Source::Local),
    ("местный бюджет", Source::Local),
    ("республикалық бюджет", Source::Republican),
    ("жергілікті бюджет", Source::Local),
];

#[expect(clippy::expect_used, reason = "a constant pattern that tests compile")]
fn compiled(source: &str) -> Regex {
    Regex::new(&format!("(?i){source}")).expect("a pattern")
}

/// Money of a text in order.
///
/// ```
/// use daryn_measures::money::{Source, find};
/// use daryn_text::Language;
///
/// let found = find("выделить 1,5 млрд тенге из республиканского бюджета", Language::Ru);
/// assert_eq!(found[0].money.amount.as_deref(), Some("1500000000"));
/// assert_eq!(found[0].money.currency, Some("KZT"));
/// assert_eq!(found[1].money.source, Some(Source::Republican));
/// ```
#[must_use]
pub fn find(text: &str, _language: Language) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for regex in AMOUNTS.iter() {
        for captures in regex.captures_iter(text) {
            let Some(money) = amount(&captures) else { continue };
            let end = ["currency", "scale", "number"].iter().filter_map(|it| captures.name(it));
            let end = end.map(|it| it.end()).max().unwrap_or(0);
            let start =
                captures.name("sign").or(captures.name("number")).map_or(0, |it| it.start());
            if !continues_a_number(&text[..start]) {
                all.push(Found { range: start..end, money });
            }
        }
    }
    for (regex, source) in SOURCES.iter() {
        for found in regex.find_iter(text) {
            let printed = &text[found.range()];
            let start = found.end() - printed.trim_start().len();
            let money = Money { source: Some(*source), ..Money::default() };
            all.push(Found { range: start..found.end(), money });
        }
    }
    all.sort_by_key(|one| (one.range.start, usize::MAX - one.range.end));
    let mut found: Vec<Found> = Vec::new();
    for one in all {
        if found.last().is_none_or(|last| last.range.end <= one.range.start) {
            found.push(one);
        }
    }
    found
}

/// The first money of a text; what it does not say of amount, currency and source is taken from
/// the others: «за счет бюджета в размере 5 млн тенге».
#[must_use]
pub fn first(text: &str, language: Language) -> Option<Found> {
    let mut all = find(text, language).into_iter();
    let mut first = all.next()?;
    for other in all {
        if first.money.amount.is_none() && other.money.amount.is_some() {
            (first.money.amount, first.money.currency) = (other.money.amount, other.money.currency);
            first.money.doubt = other.money.doubt;
        }
        first.money.source = first.money.source.or(other.money.source);
    }
    Some(first)
}

/// Money of a cell of a table. `head` is the head of its column, which may hold the currency and
/// the multiplier: «Объем финансирования, млн тенге».
#[must_use]
pub fn of_cell(cell: &str, head: &str) -> Option<Money> {
    let cell = cell.trim();
    let lower = cell.to_lowercase();
    if let Some((_, source)) = SHORT.iter().find(|(name, _)| *name == lower.trim_end_matches('.')) {
        return Some(Money { source: Some(*source), ..Money::default() });
    }
    let mut money = Money::default();
    for one in find(cell, Language::Other) {
        money.amount = money.amount.or(one.money.amount);
        money.currency = money.currency.or(one.money.currency);
        money.source = money.source.or(one.money.source);
        money.doubt = money.doubt.or(one.money.doubt);
    }
    if money != Money::default() {
        return Some(money);
    }
    let amount = digits(cell)?;
    static OF_HEAD: LazyLock<Regex> =
        LazyLock::new(|| compiled(&format!(r"(?:{SCALE}\s?)?{CURRENCY}")));
    let of_head = OF_HEAD.captures(head);
    let scale = of_head.as_ref().and_then(|it| it.name("scale")).and_then(|it| power(it.as_str()));
    let currency =
        of_head.as_ref().and_then(|it| it.name("currency")).and_then(|it| currency(it.as_str()));
    Some(Money {
        amount: Some(times_ten(&amount, scale.unwrap_or(0))),
        currency,
        doubt: currency.is_none().then_some(Doubt::NoCurrency),
        is_shared: false,
        source: None,
    })
}

fn amount(captures: &Captures<'_>) -> Option<Money> {
    let number = digits(&captures["number"])?;
    let scale = captures.name("scale").and_then(|it| power(it.as_str())).unwrap_or(0);
    let named = captures.name("currency").or(captures.name("sign"));
    let currency = named.and_then(|it| currency(it.as_str()));
    Some(Money {
        amount: Some(times_ten(&number, scale)),
        currency,
        doubt: currency.is_none().then_some(Doubt::NoCurrency),
        is_shared: false,
        source: None,
    })
}

/// Whether a number that begins here is the end of a longer one.
fn continues_a_number(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(last), _) if last.is_ascii_digit() => true,
        (Some('.' | ','), Some(digit)) => digit.is_ascii_digit(),
        _ => false,
    }
}

fn currency(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let heads = [
        ("казахстанск", "KZT"),
        ("тенге", "KZT"),
        ("теңге", "KZT"),
        ("tenge", "KZT"),
        ("kzt", "KZT"),
        ("₸", "KZT"),
        ("долл", "USD"),
        ("ақш", "USD"),
        ("us", "USD"),
        ("$", "USD"),
        ("евро", "EUR"),
        ("eur", "EUR"),
        ("€", "EUR"),
        ("руб", "RUB"),
        ("rub", "RUB"),
        ("юан", "CNY"),
        ("cny", "CNY"),
        ("мрп", "MCI"),
        ("аек", "MCI"),
        ("месячн", "MCI"),
        ("айлық", "MCI"),
    ];
    heads.iter().find(|(head, _)| word.starts_with(head)).map(|one| one.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let told = find(text, Language::Ru).into_iter().map(|one| {
            let money = one.money;
            let amount = money.amount.unwrap_or_default();
            let currency = money.currency.unwrap_or_default();
            let source = money.source.map_or(String::new(), |it| format!("{it:?}"));
            let doubt = money.doubt.map_or(String::new(), |it| format!("{it:?}"));
            format!("{} = {amount}{currency}{source}{doubt}", &text[one.range])
        });
        told.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn amounts_and_sources() {
        let cases = [
            ("на сумму 967 млн долл. США", "967 млн долл. США = 967000000USD"),
            ("12 500,5 тыс. тенге", "12 500,5 тыс. тенге = 12500500KZT"),
            ("1,6 млрд теңге бөлінеді", "1,6 млрд теңге = 1600000000KZT"),
            ("$ 5 million", "$ 5 million = 5000000USD"),
            ("в размере 20 МРП", "20 МРП = 20MCI"),
            (
                "5-кратного размера месячного расчетного показателя",
                "5-кратного размера месячного расчетного показателя = 5MCI",
            ),
            ("в объеме 500 млн.", "500 млн. = 500000000NoCurrency"),
            ("создано 7 тысяч рабочих мест", ""),
            ("за счет республиканского бюджета", "за счет республиканского бюджета = Republican"),
            ("за счет средств местных бюджетов", "за счет средств местных бюджетов = Local"),
            ("за счёт бюджетных средств", "за счёт бюджетных средств = Budget"),
            ("за счет внедрения принципов", ""),
            (
                "республикалық бюджет есебінен төленеді",
                "республикалық бюджет есебінен = Republican",
            ),
            ("не требуется", "не требуется = NotNeeded"),
        ];
        for (text, meant) in cases {
            assert_eq!(told(text), meant, "{text}");
        }
    }

    #[test]
    fn cells_take_the_currency_of_their_head() {
        let money = of_cell("120,5", "Объем финансирования, млн тенге").expect("money");
        assert_eq!((money.amount.as_deref(), money.currency), (Some("120500000"), Some("KZT")));
        let money = of_cell("120,5", "Финансирование").expect("money");
        assert_eq!((money.currency, money.doubt), (None, Some(Doubt::NoCurrency)));
        assert_eq!(of_cell("РБ", "Источник").and_then(|it| it.source), Some(Source::Republican));
        assert_eq!(of_cell("информация в МНЭ", "Форма"), None);
    }
}
