//! Text in one or more of the three languages of the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language that daryn can write a report in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh in Cyrillic script.
    Kk,
}

impl Lang {
    /// Every language, in the order in which a fallback is looked for.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Ru, Lang::Kk];

    /// The ISO 639-1 code, also the suffix of study columns (`title_kk`).
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
            Lang::Kk => "kk",
        }
    }

    /// Reads an ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// A text of the study in the languages in which its author gave it.
///
/// Empty means that the author gave none, not that there is nothing to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localized(BTreeMap<Lang, String>);

impl Localized {
    /// The same words in every language: names, numbers, addresses.
    pub fn same(text: &str) -> Localized {
        Lang::ALL.into_iter().map(|lang| (lang, text.to_owned())).collect()
    }

    /// The text in `lang`, or else in the first language that has it.
    ///
    /// The language of the returned text is returned beside it, so that a fallback can be shown
    /// as one.
    pub fn get(&self, lang: Lang) -> Option<(Lang, &str)> {
        std::iter::once(lang)
            .chain(Lang::ALL)
            .find_map(|lang| self.0.get(&lang).map(|text| (lang, text.as_str())))
    }

    /// The text in exactly this language.
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages that are wanted and missing while another one is there.
    pub fn missing<'a>(&'a self, wanted: &'a [Lang]) -> impl Iterator<Item = Lang> + 'a {
        wanted.iter().copied().filter(|lang| !self.0.is_empty() && !self.0.contains_key(lang))
    }

    /// Languages and texts in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }
}

impl FromIterator<(Lang, String)> for Localized {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(texts: I) -> Localized {
        Localized(texts.into_iter().filter(|(_, text)| !text.is_empty()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_and_says_which() {
        let text: Localized = [(Lang::Ru, "миграция".to_owned())].into_iter().collect();
        assert_eq!(text.get(Lang::Kk), Some((Lang::Ru, "миграция")));
        assert_eq!(text.exact(Lang::Kk), None);
        assert_eq!(text.missing(&[Lang::Ru, Lang::Kk]).collect::<Vec<_>>(), [Lang::Kk]);
    }

    #[test]
    fn an_empty_text_misses_nothing() {
        assert_eq!(Localized::default().missing(&Lang::ALL).count(), 0);
    }
}
