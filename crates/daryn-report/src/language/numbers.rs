//! Numbers, dates and alphabetical order, from CLDR by ICU4X.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use daryn_model::record::Decimal;
use daryn_model::{Date, Lang};
use icu_calendar::{Gregorian, Iso};
use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::{Locale, locale};

/// Formatters of one language.
#[derive(Clone)]
pub(super) struct Numbers(Rc<Inner>);

struct Inner {
    decimal: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    collator: Option<CollatorBorrowed<'static>>,
}

thread_local! {
    /// Formatters are made once a thread: loading them costs more than using them.
    static LOADED: RefCell<BTreeMap<Lang, Numbers>> = const { RefCell::new(BTreeMap::new()) };
}

fn icu_locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::Ru => locale!("ru"),
        Lang::Kk => locale!("kk"),
    }
}

/// Digits after the first one that is not zero which a reader is shown.
const SIGNIFICANT: usize = 4;

/// Rounds the fraction of a plain decimal number; a number with fewer digits stays as it is.
fn readable(plain: &str) -> String {
    let Some((whole, fraction)) = plain.split_once('.') else { return plain.to_owned() };
    let whole_digits = whole.trim_start_matches(['-', '0']).len();
    let decimals = if whole_digits > 0 {
        SIGNIFICANT.saturating_sub(whole_digits)
    } else {
        fraction.len() - fraction.trim_start_matches('0').len() + SIGNIFICANT
    };
    match plain.parse::<f64>() {
        Ok(value) if decimals < fraction.len() => Decimal::rounded(value, decimals).literal,
        _ => plain.to_owned(),
    }
}

impl Numbers {
    pub(super) fn of(lang: Lang) -> Numbers {
        LOADED.with_borrow_mut(|loaded| {
            loaded.entry(lang).or_insert_with(|| Numbers::load(lang)).clone()
        })
    }

    fn load(lang: Lang) -> Numbers {
        let locale = icu_locale(lang);
        let mut options = DecimalFormatterOptions::default();
        // A space in 4-digit numbers, too: tables stay aligned and CLDR allows it.
        options.grouping_strategy = Some(GroupingStrategy::Always);
        Numbers(Rc::new(Inner {
            decimal: DecimalFormatter::try_new(locale.clone().into(), options).ok(),
            day: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YM::long()).ok(),
            collator: icu_collator::Collator::try_new(locale.into(), CollatorOptions::default())
                .ok(),
        }))
    }

    pub(super) fn integer(&self, number: i64) -> String {
        self.digits(&number.to_string())
    }

    /// A number with exactly the digits that it was written with.
    pub(super) fn exact(&self, number: &Decimal) -> String {
        self.digits(&number.plain())
    }

    /// A number for reading: at most four significant digits, whole parts never cut. The exact
    /// digits stand in the evidence and in the tables.
    pub(super) fn decimal(&self, number: &Decimal) -> String {
        self.digits(&readable(&number.plain()))
    }

    fn digits(&self, plain: &str) -> String {
        let parsed = plain.parse::<fixed_decimal::Decimal>().ok();
        match (parsed, &self.0.decimal) {
            // A real minus sign: a hyphen may be torn off at the end of a line.
            (Some(number), Some(formatter)) => {
                formatter.format(&number).to_string().replace('-', "\u{2212}")
            }
            _ => plain.to_owned(),
        }
    }

    pub(super) fn date(&self, date: Date) -> String {
        let day = date.day.unwrap_or(1);
        let Some(month) = date.month else { return date.year.to_string() };
        let Ok(iso) = icu_calendar::Date::try_new_iso(date.year, month, day) else {
            return date.to_string();
        };
        let gregorian = icu_calendar::Date::<Iso>::to_calendar(&iso, Gregorian);
        let text = match (date.day, &self.0.day, &self.0.month) {
            (Some(_), Some(formatter), _) => formatter.format(&gregorian).to_string(),
            (None, _, Some(formatter)) => formatter.format(&gregorian).to_string(),
            _ => date.to_string(),
        };
        text.replace('\u{202f}', "\u{a0}")
    }

    pub(super) fn sort_by_words<T>(&self, items: &mut [T], words: impl Fn(&T) -> String) {
        match &self.0.collator {
            Some(collator) => items.sort_by(|a, b| {
                let (a, b) = (words(a), words(b));
                collator.compare(&a, &b).then_with(|| a.cmp(&b))
            }),
            None => items.sort_by_key(|item| words(item)),
        }
    }
}
