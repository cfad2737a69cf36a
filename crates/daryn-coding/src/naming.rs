//! Codes as people write them by hand: by id, by name in any language, by the words of a list.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Lang;
use daryn_model::record::Id;

use crate::codebook::{Code, Codebook};

/// What stands between the id and the name of a code in a list.
const BETWEEN: &str = " — ";

/// The codes of a codebook by all that people may call them.
#[derive(Debug)]
pub struct Naming<'a> {
    codebook: &'a Codebook,
    ids: BTreeMap<String, usize>,
    names: BTreeMap<String, Vec<usize>>,
}

/// What words name.
#[derive(Debug, Clone)]
pub enum Named<'a> {
    /// One code.
    One(&'a Code),
    /// Several codes have this name; their ids in the order of the codebook.
    Several(Vec<&'a str>),
    /// No code; with the id or name that is written most alike, if one is.
    None(Option<String>),
}

impl<'a> Naming<'a> {
    /// Makes the names of a codebook ready.
    #[must_use]
    pub fn new(codebook: &'a Codebook) -> Naming<'a> {
        let mut ids = BTreeMap::new();
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, code) in codebook.codes.iter().enumerate() {
            ids.entry(plain(&code.id.0)).or_insert(place);
            for (_, name) in code.name.iter() {
                let places = names.entry(plain(name)).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        Naming { codebook, ids, names }
    }

    /// Which code is meant. Case, the number of spaces, `ё` and marks around the words do not
    /// matter. An id is looked for first, then a name in any language, then an id with a name
    /// behind it, as [`label`] writes it: there the id decides, so that a code may get another
    /// name.
    #[must_use]
    pub fn find(&self, words: &str) -> Named<'a> {
        let asked = plain(words);
        let code = |place: usize| &self.codebook.codes[place];
        if let Some(place) = self.ids.get(&asked) {
            return Named::One(code(*place));
        }
        if let Some(places) = self.names.get(&asked) {
            return match places.as_slice() {
                [place] => Named::One(code(*place)),
                places => Named::Several(places.iter().map(|at| code(*at).id.0.as_str()).collect()),
            };
        }
        if let Some(place) = self.ids.get(&id_of(words)) {
            return Named::One(code(*place));
        }
        let known = self.ids.keys().chain(self.names.keys()).map(String::as_str);
        Named::None(daryn_model::record::nearest(&asked, known).map(str::to_owned))
    }
}

/// A code as it stands in a list: its id and its name.
#[must_use]
pub fn label(code: &Code, lang: Lang) -> String {
    match code.name.get(lang) {
        Some((_, name)) if name != code.id.0 => format!("{}{BETWEEN}{name}", code.id),
        _ => code.id.0.clone(),
    }
}

/// A code by its id, as it stands in a list; the id where the codebook does not have it any more.
pub(crate) fn label_of(codebook: &Codebook, id: &str, lang: Lang) -> String {
    codebook.get(id).map_or_else(|| id.to_owned(), |code| label(code, lang))
}

/// Codes that are given to passages: all but those that only hold others. In a codebook that says
/// what its codes include, or shows examples, a code with others below it for which neither is said
/// only holds them; where nothing of this is said of any code, every code may be given.
pub fn codable(codebook: &Codebook) -> impl Iterator<Item = &Code> {
    let is_told = |code: &Code| !code.include.is_empty() || !code.example.is_empty();
    let tells = codebook.codes.iter().any(is_told);
    let above: BTreeSet<&Id> =
        codebook.codes.iter().filter_map(|code| code.parent.as_ref()).collect();
    let codes = codebook.codes.iter();
    codes.filter(move |code| !tells || is_told(code) || !above.contains(&code.id))
}

/// The id in words of a list, as [`plain`] words. Programs turn the dash into others.
pub(crate) fn id_of(words: &str) -> String {
    let words = plain(words);
    let between = [BETWEEN, " – ", " - "];
    let end = between.iter().filter_map(|between| words.find(between)).min();
    words[..end.unwrap_or(words.len())].to_owned()
}

/// Words without what does not matter: case, spaces, `ё`, quotation marks around, a last stop, and
/// whether a letter is one sign or two (`й`), as files from macOS and PDF have it.
#[must_use]
pub fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace("и\u{306}", "й").replace("е\u{308}", "е");
    let words = words.replace('ё', "е").replace(['\u{ad}', '\u{200b}', '\u{feff}'], "");
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let around = |letter: char| "\"'«»“”„‘’ ".contains(letter);
    words.trim_matches(around).trim_end_matches(['.', ',', ';']).trim_matches(around).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one<'a>(naming: &Naming<'a>, words: &str) -> Option<&'a str> {
        match naming.find(words) {
            Named::One(code) => Some(&code.id.0),
            _ => None,
        }
    }

    #[test]
    fn every_code_is_found_by_all_that_it_is_called() {
        let codebook = Codebook::built_in().expect("a codebook");
        let naming = Naming::new(&codebook);
        for code in &codebook.codes {
            let id = Some(code.id.0.as_str());
            assert_eq!(one(&naming, &code.id.0), id);
            for lang in Lang::ALL {
                assert_eq!(one(&naming, &label(code, lang)), id);
                assert_eq!(one(&naming, &label(code, lang).replace('—', "-")), id);
                let name = code.name.exact(lang).expect("a name");
                let written = format!(" «{}» ", name.to_uppercase().replace(' ', "\u{a0}  "));
                let written = written.replace('Й', "И\u{306}");
                match naming.find(&written) {
                    Named::One(found) => assert_eq!(found.id, code.id),
                    Named::Several(ids) => assert!(ids.contains(&code.id.0.as_str())),
                    Named::None(_) => panic!("{written}"),
                }
            }
        }
    }

    #[test]
    fn what_is_no_code_comes_with_the_nearest_one() {
        let codebook = Codebook::built_in().expect("a codebook");
        let naming = Naming::new(&codebook);
        let nearest = |words: &str| match naming.find(words) {
            Named::None(nearest) => nearest,
            found => panic!("{found:?}"),
        };
        assert_eq!(nearest("functoin.return").as_deref(), Some("function.return"));
        assert_eq!(nearest("совсем другое"), None);
    }

    #[test]
    fn tables_of_codes_are_not_given() {
        let codebook = Codebook::built_in().expect("a codebook");
        let given: Vec<&str> = codable(&codebook).map(|code| code.id.0.as_str()).collect();
        assert!(given.contains(&"stage.goal") && !given.contains(&"stage"));
        let tables = codebook.codes.iter().filter(|code| code.parent.is_none()).count();
        assert_eq!(given.len() + tables, codebook.codes.len());
        let text = "[codebook]\nid = 'c'\nversion = '1'\n[[code]]\nid = 'a'\nname_en = 'A'\n\
            [[code]]\nid = 'b'\nparent = 'a'\nname_en = 'B'\n";
        let plain = Codebook::parse("c", text.as_bytes(), &mut Vec::new()).expect("a codebook");
        assert_eq!(codable(&plain).count(), 2);
    }
}
