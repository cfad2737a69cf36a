//! Units and scales: what one unit of a value is, and by which power of ten it is multiplied.
//!
//! A value is brought to another scale of the same unit by moving its decimal point, so that no
//! digit is lost or made up. There is no other conversion: a percentage of GDP is never a
//! percentage of something else, and tenge never become dollars.

use super::fold::fold;

/// What is counted or measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Things that the series names: a number without a unit.
    Number,
    /// People.
    Persons,
    /// Money, by ISO 4217.
    Currency(String),
    /// Purchasing power, in international dollars.
    InternationalDollars,
    /// A share, of what the text says: empty where it does not say.
    ShareOf(String),
    /// A number for so many of the population, or of what the text says.
    RateOf(String),
    /// An index; the base is not part of it.
    Index,
    /// A unit of measurement: `h` hours, `a` years, `t` tonnes, `km2`, `ha` (UCUM where it has it).
    Physical(&'static str),
}

/// A unit: what is measured, and the power of ten by which a value is multiplied.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    /// What is measured.
    pub measure: Measure,
    /// 3 for thousands, 6 for millions, -2 for percent, -5 for a rate per 100,000.
    pub scale: i32,
}

impl Unit {
    /// Reads words or a code of `UNIT_MEASURE`; `None` where any part of it is unknown.
    ///
    /// `тыс. человек`, `млн тенге`, `мың адам`, `% от ВВП`, `per 1 000 population`, `PT_GDP`.
    pub fn read(text: &str) -> Option<Unit> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some((measure, scale)) = of_code(text) {
            return Some(Unit { measure, scale });
        }
        let words = text.replace('%', " percent ").replace('‰', " permille ");
        let folded = fold(&words.replace('²', "2"));
        let words = join_digits(&folded);
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        // `в тысячах тенге`, `in thousands`
        if matches!(words.first(), Some(&"в" | &"in")) {
            words.remove(0);
        }
        let (scale, rest) = match words.split_first() {
            Some((first, rest)) => {
                scale(first).map_or((0, words.as_slice()), |scale| (scale, rest))
            }
            None => return None,
        };
        let rest = if rest.first() == Some(&"of") { rest.get(1..)? } else { rest };
        let (measure, own) = measure(rest)?;
        Some(Unit { measure, scale: scale + own })
    }

    /// The unit with the exponent of the attribute `UNIT_MULT` of SDMX: `3` is thousands.
    ///
    /// `None` where the text is neither a number from -20 to 20 nor a word for one.
    pub fn times(&self, unit_mult: &str) -> Option<Unit> {
        let more = multiplier(unit_mult)?;
        Some(Unit { measure: self.measure.clone(), scale: self.scale + more })
    }

    /// A value in another scale of the same unit; `None` where the units are not the same or the
    /// literal is no plain decimal number. `5.5` thousand persons are `5500` persons.
    pub fn convert(&self, literal: &str, to: &Unit) -> Option<String> {
        (self.measure == to.measure).then(|| shift(literal, self.scale - to.scale))?
    }
}

/// The exponent that `UNIT_MULT` gives: a number, or the name of its code (`Thousands`).
pub fn multiplier(text: &str) -> Option<i32> {
    let text = text.trim();
    match text.parse::<i32>() {
        Ok(exponent) => (-20..=20).contains(&exponent).then_some(exponent),
        Err(_) => match fold(text).as_str() {
            "units" | "unit" | "единицы" => Some(0),
            "tens" => Some(1),
            "hundreds" => Some(2),
            word => scale(word),
        },
    }
}

/// Largest exponent of ten that is written out in digits: those of numbers in 64 bits.
const LARGEST: i32 = 400;

/// Moves the decimal point of a number by so many places to the right: exactly, and with all digits
/// that stand there. A number with an exponent (`-5.75e-5`) is written out. `None` where it is no
/// decimal number, or where its exponent is beyond those of numbers in 64 bits.
pub fn shift(literal: &str, places: i32) -> Option<String> {
    let literal = literal.trim();
    let (literal, places) = match literal.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let exponent: i32 = exponent.parse().ok().filter(|_| is_digits(unsigned))?;
            (mantissa, places.checked_add(exponent)?)
        }
        None => (literal, places),
    };
    if places.unsigned_abs() > LARGEST.unsigned_abs() {
        return None;
    }
    let (sign, digits) = match literal.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", literal.strip_prefix('+').unwrap_or(literal)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let point = i64::try_from(whole.len()).ok()? + i64::from(places);
    let length = i64::try_from(all.len()).ok()?;
    let (whole, fraction) = if point <= 0 {
        (String::new(), "0".repeat(point.unsigned_abs() as usize) + &all)
    } else if point >= length {
        (all + &"0".repeat((point - length) as usize), String::new())
    } else {
        (all.get(..point as usize)?.to_owned(), all.get(point as usize..)?.to_owned())
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    })
}

/// `1 000` is one word; so is `100 000`.
fn join_digits(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(' ') {
        let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        match words.last_mut() {
            Some(last) if is_digits(last) && is_digits(word) && word.len() == 3 => {
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "тыс" | "тысяч" | "тысяча" | "тысячи" | "тысячах" | "мың" | "thousand" | "thousands"
        | "000s" => 3,
        "млн" | "миллион" | "миллиона" | "миллионов" | "миллионы" | "миллионах" | "million"
        | "millions" | "mln" | "mn" => 6,
        "млрд"
        | "миллиард"
        | "миллиарда"
        | "миллиардов"
        | "миллиардах"
        | "billion"
        | "billions"
        | "bn"
        | "bln" => 9,
        "трлн" | "триллион" | "триллиона" | "триллионов" | "trillion" | "trillions" => {
            12
        }
        _ => return None,
    })
}

/// The measure that words mean, and the scale that is in them.
fn measure(words: &[&str]) -> Option<(Measure, i32)> {
    if let Some(rate) = rate(words) {
        return Some(rate);
    }
    let currency = |code: &str| Some((Measure::Currency(code.to_owned()), 0));
    let share = |of: &str, scale| Some((Measure::ShareOf(of.to_owned()), scale));
    match words.join(" ").as_str() {
        "" | "единиц" | "ед" | "единица" | "число" | "штук" | "шт" | "бірлік" | "дана"
        | "number" | "units" | "unit" | "count" => Some((Measure::Number, 0)),
        "человек" | "чел" | "человека" | "лиц" | "адам" | "persons" | "people" | "person"
        | "inhabitants" | "population" => Some((Measure::Persons, 0)),
        "тенге" | "теңге" | "tenge" | "kzt" => currency("KZT"),
        "долларов сша"
        | "доллары сша"
        | "доллар сша"
        | "долл сша"
        | "ақш доллары"
        | "us dollars"
        | "us dollar"
        | "united states dollars"
        | "usd"
        | "us"
        | "u s dollars" => currency("USD"),
        "евро" | "еуро" | "euro" | "euros" | "eur" => currency("EUR"),
        "рублей"
        | "рубли"
        | "российских рублей"
        | "руб"
        | "rub"
        | "russian roubles"
        | "russian rubles" => currency("RUB"),
        "international dollars" | "international" | "ppp dollars" | "ppp" | "долларов по ппс" => {
            Some((Measure::InternationalDollars, 0))
        }
        "percent" | "per cent" | "percentage" | "процент" | "процентов" | "проценты"
        | "процентах" | "пайыз" | "пайызбен" => share("", -2),
        "permille" | "промилле" => share("", -3),
        "percent of gdp"
        | "percent gdp"
        | "percentage of gdp"
        | "per cent of gdp"
        | "percent от ввп"
        | "percent к ввп"
        | "percent ввп"
        | "процентах к ввп"
        | "процент от ввп"
        | "процентов от ввп"
        | "жіө percent"
        | "жіө ге percent"
        | "жіө пайызы"
        | "жіө ге пайызбен"
        | "жіө нен percent"
        | "as percent of gdp" => share("GDP", -2),
        "percent of gni" => share("GNI", -2),
        "index" | "индекс" | "индексі" | "баллов" | "points" => {
            Some((Measure::Index, 0))
        }
        "часов" | "час" | "часы" | "сағат" | "hours" | "hour" => {
            Some((Measure::Physical("h"), 0))
        }
        "лет" | "год" | "года" | "жыл" | "жас" | "years" | "year" => {
            Some((Measure::Physical("a"), 0))
        }
        "тонн" | "т" | "тонна" | "tonnes" | "tonne" | "metric tons" => {
            Some((Measure::Physical("t"), 0))
        }
        "кв км" | "км2" | "шаршы км" | "square kilometres" | "sq km" | "km2" => {
            Some((Measure::Physical("km2"), 0))
        }
        "га" | "гектар" | "гектаров" | "hectares" | "ha" => {
            Some((Measure::Physical("ha"), 0))
        }
        _ => None,
    }
}

/// `per 1000 population`, `на 100000 человек населения`, `1000 адамға`, `per million inhabitants`.
fn rate(words: &[&str]) -> Option<(Measure, i32)> {
    let power = |word: &str| match word.strip_prefix('1') {
        Some(zeros) if zeros.len() >= 2 && zeros.bytes().all(|byte| byte == b'0') => {
            i32::try_from(zeros.len()).ok()
        }
        _ => scale(word).filter(|_| word != "000s"),
    };
    let (number, rest) = match words {
        ["per" | "на", number, rest @ ..] => (*number, rest),
        [number, rest @ ..] if rest.first().is_some_and(|word| word.ends_with("ға")) => {
            (*number, rest)
        }
        _ => return None,
    };
    let exponent = power(number)?;
    let of = match rest.join(" ").as_str() {
        "" => "",
        "population"
        | "inhabitants"
        | "people"
        | "persons"
        | "человек"
        | "человек населения"
        | "населения"
        | "жителей"
        | "адамға"
        | "тұрғынға"
        | "халыққа" => "population",
        "live births" | "родившихся живыми" | "живорождений" => {
            "live births"
        }
        _ => return None,
    };
    Some((Measure::RateOf(of.to_owned()), -exponent))
}

/// Codes of `UNIT_MEASURE` in the lists of SDMX, Eurostat, ILOSTAT and the SDG database.
fn of_code(code: &str) -> Option<(Measure, i32)> {
    let share = |of: &str| (Measure::ShareOf(of.to_owned()), -2);
    let rate = |of: &str, scale| (Measure::RateOf(of.to_owned()), scale);
    let currency = |code: &str| (Measure::Currency(code.to_owned()), 0);
    Some(match code {
        "NUMBER" | "NB" | "NR" | "UNIT" => (Measure::Number, 0),
        "PS" | "PERS" | "PER" => (Measure::Persons, 0),
        "THS_PER" | "THS" => (Measure::Persons, 3),
        "PT" | "PC" | "PCT" | "PERCENT" => share(""),
        "PT_GDP" | "PC_GDP" | "PT_B1GQ" => share("GDP"),
        "PER_100_POP" => rate("population", -2),
        "PER_1000_POP" => rate("population", -3),
        "PER_100000_POP" => rate("population", -5),
        "PER_1000000_POP" => rate("population", -6),
        "PER_1000_LIVE_BIRTHS" => rate("live births", -3),
        "PER_100000_LIVE_BIRTHS" => rate("live births", -5),
        "IX" | "INDEX" => (Measure::Index, 0),
        "HOURS" | "HR" => (Measure::Physical("h"), 0),
        "YR" => (Measure::Physical("a"), 0),
        "TONNES" => (Measure::Physical("t"), 0),
        "CU_USD" => currency("USD"),
        "KZT" | "USD" | "EUR" | "RUB" | "CNY" | "GBP" | "KGS" | "UZS" => currency(code),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(text: &str) -> String {
        Unit::read(text).map_or(String::new(), |unit| format!("{:?} {}", unit.measure, unit.scale))
    }

    #[test]
    fn words_and_codes_of_sources_are_read() {
        for (text, expected) in [
            ("тыс. человек", "Persons 3"),
            ("тысяч человек", "Persons 3"),
            ("мың адам", "Persons 3"),
            ("человек", "Persons 0"),
            ("thousands", "Number 3"),
            ("thousands of persons", "Persons 3"),
            ("Thousands", "Number 3"),
            ("млн тенге", "Currency(\"KZT\") 6"),
            ("млн. тенге", "Currency(\"KZT\") 6"),
            ("в миллионах тенге", "Currency(\"KZT\") 6"),
            ("млн теңге", "Currency(\"KZT\") 6"),
            ("тыс. долларов США", "Currency(\"USD\") 3"),
            ("млн. долл. США", "Currency(\"USD\") 6"),
            ("%", "ShareOf(\"\") -2"),
            ("в процентах", "ShareOf(\"\") -2"),
            ("пайыз", "ShareOf(\"\") -2"),
            ("‰", "ShareOf(\"\") -3"),
            ("% от ВВП", "ShareOf(\"GDP\") -2"),
            ("% of GDP", "ShareOf(\"GDP\") -2"),
            ("ЖІӨ-ге пайызбен", "ShareOf(\"GDP\") -2"),
            ("PT_GDP", "ShareOf(\"GDP\") -2"),
            ("per 1 000", "RateOf(\"\") -3"),
            ("per 1,000 population", "RateOf(\"population\") -3"),
            ("на 100 000 человек", "RateOf(\"population\") -5"),
            ("на 1000 населения", "RateOf(\"population\") -3"),
            ("1000 адамға", "RateOf(\"population\") -3"),
            ("per million inhabitants", "RateOf(\"population\") -6"),
            ("PER_1000_POP", "RateOf(\"population\") -3"),
            ("единиц", "Number 0"),
            ("лет", "Physical(\"a\") 0"),
            ("PS", "Persons 0"),
            ("тыс. попугаев", ""),
            ("% of exports", ""),
            ("per 1 234", ""),
            ("", ""),
            ("2019", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn values_change_their_scale_and_never_their_unit() {
        let unit = |text| Unit::read(text).expect("a unit");
        let convert = |literal, from, to| unit(from).convert(literal, &unit(to));
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(convert("5.5", "тыс. человек", "человек"), text("5500"));
        assert_eq!(convert("5500", "человек", "мың адам"), text("5.500"));
        assert_eq!(convert("-0.25", "млн тенге", "тыс. тенге"), text("-250"));
        assert_eq!(convert("12.345678", "млн тенге", "тенге"), text("12345678"));
        assert_eq!(convert("7", "на 100 000 человек", "на 1000 населения"), text("0.07"));
        assert_eq!(convert("1.5", "%", "% от ВВП"), None);
        assert_eq!(convert("1.5", "млн тенге", "млн долларов США"), None);
        assert_eq!(convert("1,5", "тыс. человек", "человек"), None);
        assert_eq!(convert("..", "тыс. человек", "человек"), None);
        assert_eq!(convert("9.5e-3", "тыс. человек", "человек"), text("9.5"));
        assert_eq!(convert("", "тыс. человек", "человек"), None);
        assert_eq!(unit("человек").times("3"), Some(unit("тыс. человек")));
        assert_eq!(unit("человек").times("Thousands"), Some(unit("тыс. человек")));
        assert_eq!(unit("человек").times("99"), None);
        assert_eq!((multiplier("-2"), multiplier("0"), multiplier("x")), (Some(-2), Some(0), None));
    }

    #[test]
    fn exponents_are_written_out() {
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(shift("-5.7504458e-05", 3), text("-0.057504458"));
        assert_eq!(shift("-5.7504458E-05", 0), text("-0.000057504458"));
        assert_eq!(shift("1.25e+3", 0), text("1250"));
        assert_eq!(shift("5e2", -3), text("0.5"));
        for wrong in ["e5", "1e", "1e+-5", "1e5.0", "1e5e5", "1e99999999999", "1e400000000", "."] {
            assert_eq!(shift(wrong, 3), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_ends(text in "\\PC{0,30}") {
            let _ = (Unit::read(&text), multiplier(&text), shift(&text, 3), shift(&text, -20));
        }

        #[test]
        fn there_and_back_is_the_same_number(whole in 0u64..10_000_000, fraction in "[0-9]{0,6}", places in -20i32..20) {
            let literal = if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") };
            let there = shift(&literal, places).expect("a number");
            let back = shift(&there, -places).expect("a number");
            prop_assert_eq!(back.parse::<f64>().expect("a number"), literal.parse::<f64>().expect("a number"));
        }
    }
}
