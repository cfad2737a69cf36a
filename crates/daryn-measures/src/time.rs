//! By when, how soon, how often: dates, quarters, periods, terms, recurrence, events.
//!
//! A closed grammar as a table of patterns for Russian, Kazakh and English. What a text says is
//! kept as printed; where it names days of the calendar they are given, too. A day that does not
//! exist, or a quarter without a year, is an answer with its reason, never a guess.

use std::ops::Range;
use std::sync::LazyLock;

use daryn_model::Date;
use daryn_text::Language;
use regex::{Captures, Regex};
use serde::Serialize;

use crate::number::{roman, small, words};

/// What sort of time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A day, month, quarter, year or span of them.
    Date,
    /// So many days, months or years from something.
    Term,
    /// Every year, every quarter.
    Recurring,
    /// A term that is set elsewhere.
    Set,
    /// Before or after something has happened.
    Event,
}

/// The unit of a term or of a recurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours.
    Hour,
    /// Days of the calendar, or days of which nothing more is said.
    Day,
    /// Working days.
    WorkingDay,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Halves of a year.
    HalfYear,
    /// Years.
    Year,
}

/// Why a time has no days of the calendar although it should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// No such day: 31 February.
    NoSuchDay,
    /// A day, month or quarter whose year is not said.
    NoYear,
}

/// A time as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// What sort of time it is.
    pub kind: Kind,
    /// First day, month or year that is meant; none where only the end is said.
    pub from: Option<Date>,
    /// Last day, month or year that is meant.
    pub to: Option<Date>,
    /// How many units a term has.
    pub count: Option<u32>,
    /// The unit of a term, or how often something recurs.
    pub unit: Option<Unit>,
    /// Why there are no days.
    pub doubt: Option<Doubt>,
}

/// A time where it stands: bytes of the text that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of it.
    pub range: Range<usize>,
    /// What it says.
    pub when: When,
}

impl When {
    fn of(kind: Kind) -> When {
        When { kind, from: None, to: None, count: None, unit: None, doubt: None }
    }
}

/// Times of a text in order; those that overlap are one, as long as possible.
///
/// ```
/// use daryn_measures::time::{Kind, find};
/// use daryn_text::Language;
///
/// let found = find("сдать отчет до 1 июня 2025 года", Language::Ru);
/// assert_eq!(found[0].when.to.map(|date| date.to_string()).as_deref(), Some("2025-06-01"));
/// let found = find("есеп үш жұмыс күні ішінде беріледі", Language::Kk);
/// assert_eq!((found[0].when.kind, found[0].when.count), (Kind::Term, Some(3)));
/// ```
#[must_use]
pub fn find(text: &str, language: Language) -> Vec<Found> {
    let patterns: &[Pattern] = match language {
        Language::Ru => &RUSSIAN,
        Language::Kk => &KAZAKH,
        _ => &ENGLISH,
    };
    let mut all: Vec<Found> = Vec::new();
    for pattern in patterns.iter().filter(|it| it.may_match.is_match(text)) {
        for captures in pattern.regex.captures_iter(text) {
            // A pattern may look at what stands around; what is meant is the group `t`.
            let Some(whole) = captures.name("t").or(captures.get(0)) else { continue };
            let Some(when) = (pattern.make)(&captures) else { continue };
            let mut range = whole.range();
            if language == Language::Kk && matches!(when.kind, Kind::Event | Kind::Set) {
                range = crate::kazakh::trimmed(text, range);
            }
            all.push(Found { range, when });
        }
    }
    // The earlier one; of those that begin at one place the longest.
    all.sort_by_key(|one| (one.range.start, usize::MAX - one.range.end));
    let mut found: Vec<Found> = Vec::new();
    for one in all {
        if found.last().is_none_or(|last| last.range.end <= one.range.start) {
            found.push(one);
        }
    }
    found
}

/// Times that stand side by side, with at most a comma between them, as one: «ежегодно, до 1 июня».
#[must_use]
pub fn joined(text: &str, found: &[Found]) -> Vec<Found> {
    let mut runs: Vec<Found> = Vec::new();
    for one in found {
        if let Some(last) = runs.last_mut()
            // What a term is counted from is not a part of it.
            && !(last.when.kind == Kind::Term && one.when.kind == Kind::Event)
            && text[last.range.end..one.range.start].chars().all(|it| it == ',' || it == ' ')
        {
            last.range.end = one.range.end;
            let when = &mut last.when;
            // What recurs stays so, with the days of the other.
            if when.kind == Kind::Recurring || when.from.is_none() && when.to.is_none() {
                (when.from, when.to) = (one.when.from, one.when.to);
                when.doubt = when.doubt.or(one.when.doubt);
            }
            if one.when.kind == Kind::Recurring {
                (when.kind, when.unit) = (Kind::Recurring, one.when.unit);
            }
            continue;
        }
        runs.push(one.clone());
    }
    runs
}

struct Pattern {
    regex: Regex,
    /// The same without word boundaries, so that it matches wherever `regex` does, and more. With
    /// `\b` and letters beyond ASCII the crate must leave its automaton for slower engines: most
    /// texts hold no time of a kind, and are passed by here.
    may_match: Regex,
    make: fn(&Captures<'_>) -> Option<When>,
}

/// Patterns are constant, and tests use each of them.
#[expect(clippy::expect_used, reason = "a constant pattern that tests compile")]
fn pattern(source: &str, make: fn(&Captures<'_>) -> Option<When>) -> Pattern {
    let source = source
        .replace("MONTH_RU", MONTH_RU)
        .replace("MONTH_KK", MONTH_KK)
        .replace("MONTH_EN", MONTH_EN)
        .replace("UNIT_RU", UNIT_RU)
        .replace("UNIT_KK", UNIT_KK)
        .replace("UNIT_EN", UNIT_EN)
        .replace("YEARS", YEARS)
        .replace("QUARTER", QUARTER)
        .replace("COUNT", COUNT)
        .replace("WORDS", &words());
    let compiled = |source: &str| Regex::new(&format!("(?i){source}")).expect("a pattern");
    Pattern { regex: compiled(&source), may_match: compiled(&source.replace(r"\b", "")), make }
}

const MONTH_RU: &str = r"(?P<month>январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])";
const MONTH_KK: &str = r"(?P<month>қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)";
const MONTH_EN: &str = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)";
const YEARS: &str = r"(?P<year>(?:19|20)\d\d)(?:\s?[-–—]\s?(?P<last>(?:19|20)\d\d))?";
const QUARTER: &str = r"(?P<quarter>[IVІ]{1,3}|[1-4])";
/// Digits, words, or both: «3 (три)», «двадцати пяти».
const COUNT: &str = r"(?P<count>\d{1,4}|\b(?:WORDS)(?:\s(?:WORDS))?)(?:\s?\([^)]{1,40}\))?";
const UNIT_RU: &str = r"(?P<sort>(?:рабоч|календарн|банковск|последовательн)\S*\s(?:календарн\S*\s)?)?(?P<unit>дн(?:я|ей)|день|сут(?:ок|ки)|час(?:а|ов)?|недел[юиь]\S*|месяц(?:а|ев)?|квартал(?:а|ов)?|год(?:а|у)?|лет)\b";
const UNIT_KK: &str =
    r"(?P<sort>жұмыс\s|күнтізбелік\s)?(?P<unit>күн|сағат|апта|ай|тоқсан|жыл|тәулік)";
const UNIT_EN: &str =
    r"(?P<sort>(?:working|business|calendar)\s)?(?P<unit>hour|day|week|month|quarter|year)s?\b";

/// Before what a Russian date may stand.
const BEFORE: &str = r"(?:(?:в\sсрок\s)?(?:до|к|ко|не\sпозднее|не\sранее|начиная\sс|с|в|во|на|по)\s)?(?:(?:конца|концу|начала|началу|середины|середине|итогам)\s)?";

static RUSSIAN: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let date = |source: &str| pattern(&format!(r"\b(?P<t>{BEFORE}{source})"), date);
    vec![
        date(r"(?P<day>\d{1,2})\sMONTH_RU(?:,?\sYEARS)?(?:\s(?:годов|годы|года|год|г\.))?"),
        date(r"(?P<date>\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?:\s(?:года|г\.))?"),
        date(r"MONTH_RU,?\sYEARS(?:\s(?:годов|годах|годы|года|год|г\.|гг\.))?"),
        pattern(
            r"(?P<t>\b(?:в|до|к|с|по|не\sпозднее)\s(?:(?:конца|концу|начала|началу|конце|начале)\s)?MONTH_RU\b(?:\s(?:текущего|отчетного|каждого|следующего)\sгода)?)",
            self::date,
        ),
        pattern(
            r"(?P<t>\b(?:до|к|в|по)\s(?:конца|концу|конце|начала|началу|начале|окончания|окончанию|завершения)\s(?:(?:текущего|отчетного|отчётного|календарного|учебного|финансового|каждого|следующего)\s)?(?:года|квартала|полугодия|месяца)\b)",
            set,
        ),
        pattern(
            r"(?P<t>\b(?:до|к|не\sпозднее)\s\d{1,2}(?:-?го)?\sчисла(?:\s[а-яё,]+){0,6}?\s(?:месяца|квартала|года)\b)",
            set,
        ),
        date(
            r"QUARTER(?:-?й|-?го|-?м)?\sквартал[аеу]?(?:,?\sYEARS(?:\s(?:годов|годы|года|год|г\.))?)?",
        ),
        date(
            r"(?P<half>[IІ]{1,2}|[12]|первого|первом|второго|втором|первое|второе)(?:-?е|-?го|-?м)?\sполугоди[еяию](?:,?\sYEARS(?:\s(?:года|год|г\.))?)?",
        ),
        date(r"YEARS\s(?:годов|годами|годах|годы|годам|года|году|год|гг\.|г\.)"),
        pattern(
            r"(?P<t>\b(?:в\sтечение|не\sпозднее|не\sранее|по\sистечении|по\sпрошествии|через|в\sсрок\sдо|в\sсрок\sне\sболее|не\sменее,?\sчем\sза|за)(?:,?\sчем\s(?:за|через)|\sза)?(?:\sпоследних)?\sCOUNT\sUNIT_RU)",
            term,
        ),
        pattern(
            r"(?P<t>\bв\sтечение\s(?P<unit>дня|суток|часа|недели|месяца|квартала|года)\b)",
            one,
        ),
        pattern(
            r"(?P<t>(?:не\sпозднее\s|не\sболее\s|в\sтечение\s|в\s)(?:рабоч\S+\s)?(?P<word>[а-яё]*(?:дневн|суточн|недельн|месячн|квартальн|годичн|годовалого))\S*\s(?:календарн\S*\s)?срок[а]?)",
            compound,
        ),
        pattern(
            r"(?P<t>\bв\sтечение\s(?:(?:всего|текущего|календарного|учебного|финансового|соответствующего)\s)+(?P<unit>года|месяца|квартала))",
            set,
        ),
        pattern(
            r"(?P<t>\bв\sтечение\s(?:[а-яё-]+\s){0,5}(?:срока|периода)(?:\s[а-яё-]+){1,4}|\bв\s(?:период\sсрока|сроки|срок|установленн\S+\sсрок\S*),?\s(?:установленн|определенн|определённ|определяем|предусмотренн|указанн)\S+)",
            set_term,
        ),
        pattern(r"(?P<t>\b(?:в\s(?:установленн|предусмотренн)\S+\sсрок\S*))", set),
        pattern(
            r"(?P<t>\bв\s(?:(?:текущ|следующ|предстоящ)ем|(?:календарн|учебн|отчетн|отчётн|финансов)ом)\s(?:году|квартале|месяце|полугодии)\b)",
            set,
        ),
        pattern(
            r"(?P<t>\bпо\s(?:итогам|результатам|истечении|окончании)\s(?:(?:отчетного|отчётного|текущего|календарного|учебного|финансового|каждого)\s)?(?:года|квартала|месяца|полугодия)\b)",
            set,
        ),
        pattern(
            r"(?P<t>\b(?:(?P<word>еже(?:годно|квартально|месячно|недельно|дневно)\b)|на\s(?P<based>ежегодной|ежеквартальной|ежемесячной|еженедельной|ежедневной)\sоснове|(?:не\sреже\s)?(?:одного\sраза|один\sраз|1\s(?:\(один\)\s)?раза?|раз)\sв\s(?P<each>год|полугодие|квартал|месяц|неделю|полгода)|кажд(?:ый|ое|ую)\s(?P<every>год|полугодие|квартал|месяц|неделю)\b))",
            recurring,
        ),
        pattern(
            r"(?P<t>\b(?:до|не\sпозднее|по|после|с\sмомента)\s(?:дня\s|даты\s)?(?:завершени|окончани|истечени|наступлени)\S+(?:\s(?:и\s|\(или\)\s)?[а-яё-]+){1,7})",
            event,
        ),
        pattern(
            r"(?P<t>\b(?:до|не\sпозднее)\s(?:[а-яё]+(?:ания|ения|ятия|ции|ытия|уска|чала|езда))(?:\s[а-яё-]+){0,4})",
            event,
        ),
    ]
});

static KAZAKH: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let date = |source: &str| pattern(&format!(r"(?P<t>\b{source})"), date);
    vec![
        date(
            r"YEARS\sжылғы\s(?P<day>\d{1,2})\sMONTH_KK\S*(?:\s(?:дейін|қарай|бастап|кешіктірмей))?",
        ),
        date(r"YEARS\sжыл(?:ғы|дың)\sMONTH_KK\S*(?:\s(?:дейін|қарай|бастап|кешіктірмей))?"),
        date(r"YEARS\sжыл(?:ғы|дың)\sQUARTER(?:-ші|-шi)?\sтоқсан\S*(?:\s(?:дейін|қарай))?"),
        date(
            r"YEARS\sжыл(?:ғы|дың)\s(?P<half>[IІ]{1,2}|[12]|бірінші|екінші)(?:-ші)?\sжартыжылды\S*(?:\s(?:дейін|қарай))?",
        ),
        date(r"(?P<day>\d{1,2})\sMONTH_KK\S*(?:\s(?:дейін|қарай|бастап|кешіктірмей))?"),
        date(r"(?P<date>\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?:\s(?:дейін|қарай))?"),
        date(r"QUARTER(?:-ші|-шi)?\sтоқсан(?:да|дың|ға)?(?:\s(?:дейін|қарай))?"),
        date(
            r"YEARS\sжыл(?:ға|ы|дары|да|дан|дың)?(?:\s(?:дейін|қарай|бастап|соңына|басына|ішінде))*",
        ),
        pattern(
            r"(?P<t>(?:\bкемінде\s)?\b(?P<first>жұмыс\s|күнтізбелік\s)?COUNT\sUNIT_KK\S{0,6}\s(?:мерзім\S{0,4}\s)?(?:ішінде|мерзімде|бұрын|кешіктірмей|кешіктірілмей|өткен\sсоң|өткеннен\sкейін|кейін))",
            term,
        ),
        pattern(r"(?P<t>\bмерзімі\s(?P<first>жұмыс\s|күнтізбелік\s)?COUNT\sUNIT_KK\S{0,6})", term),
        pattern(
            r"(?P<t>\b(?P<unit>күн|апта|ай|тоқсан|жыл|жартыжыл)(?:ына|іне|сына|да)?\s(?:сайын|(?:бір\sрет|1\s(?:\(бір\)\s)?рет)))",
            recurring,
        ),
        pattern(
            r"(?P<t>\b(?:(?:ағымдағы|тиісті|келесі)\s(?:жыл|тоқсан|ай)|күнтізбелік\sжыл)(?:ы|да|дың\sішінде|ішінде|\sішінде)\b)",
            set,
        ),
        pattern(
            r"(?P<t>\b(?:(?:ағымдағы|есепті|келесі|әр|әрбір|оқу|қаржы|күнтізбелік)\s)?(?:жыл|тоқсан|жартыжыл|ай)(?:дың|ның)\s(?:соңына|аяғына|басына|\d{1,2}(?:-\S+)?(?:\sкүніне)?)\s?(?:дейін|қарай|кешіктірмей))",
            set,
        ),
        pattern(
            r"(?P<t>(?:\b[а-яёәғқңөұүһі]+\s){0,3}мерзім(?:і|дер|дері)?\s(?:ішінде|кезеңінде))",
            set,
        ),
        pattern(
            r"(?P<t>(?:\bбелгіленген|айқындалған|көзделген|айқындайтын|белгілейтін)\sмерзім(?:де|дерде|ге|дерге))",
            set,
        ),
        pattern(
            r"(?P<t>(?:\(?\b[а-яёәғқңөұүһі-]+\)?\s){0,8}(?:(?:аяқтал|өт|бастал|біт|аяқта|келіп\sжет)(?:ған|ген|қан|кен)(?:ға|ге|нан|нен|дан|ден)\s(?:дейін|кейін)|аяқталысымен|аяқталған\sсоң|өткен\sсоң))",
            event,
        ),
    ]
});

static ENGLISH: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let before = r"(?:(?:by|until|till|before|no\slater\sthan|not\slater\sthan|from|in|since|on)\s)?(?:the\send\sof\s)?";
    let date = |source: &str| pattern(&format!(r"(?P<t>\b{before}{source})"), date);
    vec![
        date(r"(?P<day>\d{1,2})\sMONTH_EN(?:,?\sYEARS)?\b"),
        date(r"MONTH_EN\s(?P<day>\d{1,2})(?:,?\sYEARS)?\b"),
        date(r"MONTH_EN,?\sYEARS\b"),
        date(r"Q(?P<quarter>[1-4])\s(?:of\s)?YEARS\b"),
        date(r"the\s(?P<quarter>first|second|third|fourth)\squarter(?:\sof\sYEARS)?\b"),
        date(r"YEARS\b"),
        pattern(
            r"(?P<t>\b(?:within|no\slater\sthan|not\slater\sthan|at\sleast|in|after)\sCOUNT\sUNIT_EN)",
            term,
        ),
        pattern(
            r"(?P<t>\b(?:(?P<word>annually|quarterly|monthly|weekly|daily|yearly)|every\s(?P<each>year|quarter|month|week|day)))",
            recurring,
        ),
    ]
});

fn one(captures: &Captures<'_>) -> Option<When> {
    let unit = unit(&captures["unit"])?;
    Some(When { count: Some(1), unit: Some(unit), ..When::of(Kind::Term) })
}

fn set(_: &Captures<'_>) -> Option<When> {
    Some(When::of(Kind::Set))
}

/// A term without a number: «двухмесячного срока» has one.
fn set_term(captures: &Captures<'_>) -> Option<When> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let counted = ["дневн", "суточн", "недельн", "месячн", "квартальн", "годичн"];
    (!counted.iter().any(|it| words.contains(it))).then(|| When::of(Kind::Set))
}

fn event(_: &Captures<'_>) -> Option<When> {
    Some(When::of(Kind::Event))
}

fn term(captures: &Captures<'_>) -> Option<When> {
    let count = small(&captures["count"])?;
    let mut unit = unit(&captures["unit"])?;
    let sort = |name| captures.name(name).is_some_and(|it| is_working(it.as_str()));
    if unit == Unit::Day && (sort("sort") || sort("first")) {
        unit = Unit::WorkingDay;
    }
    Some(When { count: Some(count), unit: Some(unit), ..When::of(Kind::Term) })
}

fn is_working(sort: &str) -> bool {
    let sort = sort.to_lowercase();
    ["рабоч", "банковск", "жұмыс", "working", "business"].iter().any(|it| sort.starts_with(it))
}

/// «в трехдневный срок», «не позднее месячного срока».
fn compound(captures: &Captures<'_>) -> Option<When> {
    let word = captures["word"].to_lowercase();
    let units = [
        ("дневн", Unit::Day),
        ("суточн", Unit::Day),
        ("недельн", Unit::Week),
        ("месячн", Unit::Month),
        ("квартальн", Unit::Quarter),
        ("годичн", Unit::Year),
    ];
    let (head, unit) =
        units.iter().find_map(|(end, unit)| Some((word.strip_suffix(end)?, *unit)))?;
    let count = if head.is_empty() { 1 } else { small(head)? };
    Some(When { count: Some(count), unit: Some(unit), ..When::of(Kind::Term) })
}

fn recurring(captures: &Captures<'_>) -> Option<When> {
    let said =
        ["word", "based", "each", "every", "unit"].iter().find_map(|name| captures.name(name))?;
    let said = said.as_str().to_lowercase();
    let said = said.strip_prefix("еже").unwrap_or(&said);
    let units = [
        (Unit::HalfYear, &["полугод", "полгода", "жартыжыл"][..]),
        (Unit::Year, &["год", "жыл", "year", "annual"][..]),
        (Unit::Quarter, &["квартал", "тоқсан", "quarter"][..]),
        (Unit::Month, &["месяц", "месяч", "ай", "month"][..]),
        (Unit::Week, &["недел", "апта", "week"][..]),
        (Unit::Day, &["дневн", "күн", "day", "daily"][..]),
    ];
    let unit = units.iter().find(|(_, heads)| heads.iter().any(|it| said.starts_with(it)))?.0;
    Some(When { unit: Some(unit), ..When::of(Kind::Recurring) })
}

fn unit(word: &str) -> Option<Unit> {
    let word = word.to_lowercase();
    let units = [
        (Unit::Hour, &["час", "сағат", "hour"][..]),
        (Unit::Week, &["недел", "апта", "week"]),
        (Unit::Month, &["месяц", "ай", "month"]),
        (Unit::Quarter, &["квартал", "тоқсан", "quarter"]),
        (Unit::Year, &["год", "лет", "жыл", "year"]),
        (Unit::Day, &["дн", "день", "сут", "күн", "тәулік", "day"]),
    ];
    units.iter().find(|(_, heads)| heads.iter().any(|it| word.starts_with(it))).map(|one| one.0)
}

/// A day, month, quarter, half or year, or a span of years.
fn date(captures: &Captures<'_>) -> Option<When> {
    let mut when = When::of(Kind::Date);
    let number = |name: &str| captures.name(name).and_then(|it| it.as_str().parse::<i32>().ok());
    let whole = captures.name("t").map_or("", |it| it.as_str()).to_lowercase();
    // «до 2025 года», «2025 жылға дейін»: only the end is said.
    let only_end = [
        "до ",
        "к ",
        "ко ",
        "не позднее",
        "в срок до",
        "by ",
        "until",
        "till",
        "before",
        "no later",
        "not later",
    ]
    .iter()
    .any(|it| whole.starts_with(it))
        || ["дейін", "қарай", "кешіктірмей"].iter().any(|it| whole.ends_with(it));
    let only_start =
        ["с ", "начиная", "не ранее", "from ", "since "].iter().any(|it| whole.starts_with(it))
            || whole.ends_with("бастап");
    let span = |from: Date, to: Date, when: &mut When| {
        when.from = (!only_end).then_some(from);
        when.to = (!only_start).then_some(to);
    };
    if let Some(printed) = captures.name("date") {
        let parts: Vec<&str> = printed.as_str().split('.').collect();
        let printed = format!("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]);
        match printed.parse::<Date>() {
            Ok(date) => span(date, date, &mut when),
            Err(_) => when.doubt = Some(Doubt::NoSuchDay),
        }
        return Some(when);
    }
    let year = number("year");
    let month = captures.name("month").map(|it| month(it.as_str()));
    let quarter = captures.name("quarter").and_then(|it| ordinal(it.as_str()));
    let half = captures.name("half").and_then(|it| ordinal(it.as_str()));
    let day = number("day");
    if let (Some(day), Some(month)) = (day, month) {
        // In a leap year every day that any year has is there.
        let of_year = |year: i32| format!("{year:04}-{month:02}-{day:02}").parse::<Date>();
        match year {
            None if of_year(2000).is_err() => when.doubt = Some(Doubt::NoSuchDay),
            None => when.doubt = Some(Doubt::NoYear),
            Some(year) => match of_year(year) {
                Ok(date) => span(date, date, &mut when),
                Err(_) => when.doubt = Some(Doubt::NoSuchDay),
            },
        }
        return Some(when);
    }
    let Some(year) = year else {
        // «IV квартал», «в мае»: what it means depends on a year that is not said.
        (quarter.is_some() || half.is_some() || month.is_some()).then_some(())?;
        when.doubt = Some(Doubt::NoYear);
        return Some(when);
    };
    let last = number("last").unwrap_or(year);
    let months = match (month, quarter, half) {
        (Some(month), _, _) => Some((month, month)),
        (_, Some(quarter @ 1..=4), _) => Some((quarter * 3 - 2, quarter * 3)),
        (_, _, Some(half @ 1..=2)) => Some((half * 6 - 5, half * 6)),
        (_, Some(_), _) | (_, _, Some(_)) => return None,
        _ => None,
    };
    let at = |year, month: Option<u32>| Date { year, month: month.map(|it| it as u8), day: None };
    span(at(year, months.map(|it| it.0)), at(last, months.map(|it| it.1)), &mut when);
    Some(when)
}

fn ordinal(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let named = [
        ("перв", 1),
        ("втор", 2),
        ("бірінші", 1),
        ("екінші", 2),
        ("first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
    ];
    let named = named.iter().find(|(head, _)| word.starts_with(head)).map(|one| one.1);
    named.or_else(|| word.parse().ok()).or_else(|| roman(&word)).filter(|it| (1..=4).contains(it))
}

fn month(word: &str) -> u32 {
    const HEADS: [[&str; 3]; 12] = [
        ["январ", "қаңтар", "january"],
        ["феврал", "ақпан", "february"],
        ["март", "наурыз", "march"],
        ["апрел", "сәуір", "april"],
        ["ма", "мамыр", "may"],
        ["июн", "маусым", "june"],
        ["июл", "шілде", "july"],
        ["август", "тамыз", "august"],
        ["сентябр", "қыркүйек", "september"],
        ["октябр", "қазан", "october"],
        ["ноябр", "қараша", "november"],
        ["декабр", "желтоқсан", "december"],
    ];
    let word = word.to_lowercase();
    // «мая» begins as «март» and «маусым» do, so the longest head that fits is the right one.
    let fits = |heads: &[&str; 3]| {
        heads.iter().filter(|head| word.starts_with(**head)).map(|head| head.len()).max()
    };
    let best = (0..12).filter_map(|place| Some((fits(&HEADS[place])?, place))).max();
    best.map_or(0, |(_, place)| place as u32 + 1)
}

#[cfg(test)]
mod tests;
