//! The messages of one language.

use std::borrow::Cow;

use daryn_model::Lang;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_memoizer::IntlLangMemoizer;
use unic_langid::langid;

use super::kazakh;
use super::numbers::Numbers;

macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!("../../../../locales/", $lang, "/codes.ftl")),
            include_str!(concat!("../../../../locales/", $lang, "/claims.ftl")),
            include_str!(concat!("../../../../locales/", $lang, "/report.ftl")),
            include_str!(concat!("../../../../locales/", $lang, "/diagnostics.ftl")),
            include_str!(concat!("../../../../locales/", $lang, "/cli.ftl")),
        ]
    };
}

/// The files of a language.
pub(super) fn files(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => files!("en"),
        Lang::Ru => files!("ru"),
        Lang::Kk => files!("kk"),
    }
}

/// Messages by name.
pub(super) struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    pub(super) fn of(lang: Lang) -> Catalogue {
        let id = match lang {
            Lang::En => langid!("en-GB"),
            Lang::Ru => langid!("ru"),
            Lang::Kk => langid!("kk"),
        };
        let mut bundle = FluentBundle::new(vec![id]);
        // Isolating marks would stand in CSV files and in copied text.
        bundle.set_use_isolating(false);
        let format = match lang {
            Lang::En => format_number::<0>,
            Lang::Ru => format_number::<1>,
            Lang::Kk => format_number::<2>,
        };
        bundle.set_formatter(Some(format));
        for text in files(lang) {
            // A file with a mistake in it keeps its good messages; a test forbids mistakes.
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        // Suffixes after Kazakh numbers; the function is there in every language and used in one.
        let _ = bundle.add_function("KK", |positional, named| {
            let number = match positional.first() {
                Some(FluentValue::Number(number)) => number.value as i64,
                _ => return FluentValue::Error,
            };
            let form = match named.get("form") {
                Some(FluentValue::String(form)) => form.as_ref(),
                _ => "",
            };
            match kazakh::with_suffix(number, form) {
                Some(text) => text.into(),
                None => FluentValue::Error,
            }
        });
        Catalogue(bundle)
    }

    /// A message; `None` where there is none of the name or a value is missing.
    pub(super) fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, args, &mut errors);
        debug_assert!(args.is_none() || errors.is_empty(), "{key}: {errors:?}");
        Some(Cow::into_owned(text))
    }
}

/// Numbers in the digits of their language. Fluent takes a plain function, so the language comes
/// as a constant.
fn format_number<const LANG: usize>(
    value: &FluentValue<'_>,
    _: &IntlLangMemoizer,
) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            Some(Numbers::of(Lang::ALL[LANG]).integer(number.value as i64))
        }
        _ => None,
    }
}
