//! Names here for what has others elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use daryn_coding::codebook::{Codebook, Colour};
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::refi_qda::model::Code;

use super::NewCode;
use crate::exchange::own;
use crate::state::State;

/// Longest name that is made, in letters.
const LONGEST: usize = 48;

/// Names of files that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];

/// Codes that are there already, and those that come.
pub(super) struct Book {
    by_guid: BTreeMap<Guid, String>,
    /// By the id of the code above and the name in small letters.
    by_name: BTreeMap<(Option<String>, String), String>,
    ids: BTreeSet<String>,
    /// Ids of codes that other programs call by an identifier of theirs.
    known: BTreeSet<String>,
}

impl Book {
    pub(super) fn of(codebook: Option<&Codebook>, state: &State) -> Book {
        let mut book = Book {
            by_guid: BTreeMap::new(),
            by_name: BTreeMap::new(),
            ids: BTreeSet::new(),
            known: BTreeSet::new(),
        };
        for code in codebook.into_iter().flat_map(|codebook| &codebook.codes) {
            let id = code.id.0.clone();
            book.by_guid.insert(own("code", &id), id.clone());
            let parent = code.parent.as_ref().map(|parent| parent.0.clone());
            for (_, name) in code.name.iter() {
                let key = (parent.clone(), name.to_lowercase());
                book.by_name.entry(key).or_insert_with(|| id.clone());
            }
            book.ids.insert(id.to_lowercase());
        }
        for code in state.codes.values() {
            if let Some(guid) = Guid::parse(&code.guid)
                && book.ids.contains(&code.id.to_lowercase())
            {
                book.by_guid.insert(guid, code.id.clone());
                book.known.insert(code.id.clone());
            }
        }
        book
    }

    /// The id of a code under another one, and the code where it is new: it is known by its
    /// identifier, or by its name under the same code.
    pub(super) fn take(&mut self, code: &Code, parent: Option<&str>) -> (String, Option<NewCode>) {
        if let Some(id) = self.by_guid.get(&code.guid) {
            return (id.clone(), None);
        }
        let parent = parent.map(str::to_owned);
        let name =
            if code.name.trim().is_empty() { code.guid.to_string() } else { code.name.clone() };
        let key = |name: &str| (parent.clone(), name.to_lowercase());
        if let Some(id) = self.by_name.get(&key(&name)).cloned()
            // Two codes of one project that are called alike are two codes.
            && self.known.insert(id.clone())
        {
            self.by_guid.insert(code.guid, id.clone());
            return (id, None);
        }
        let mut called = name.clone();
        for number in 2.. {
            if !self.by_name.contains_key(&key(&called)) {
                break;
            }
            called = format!("{name} ({number})");
        }
        let word = word(&name);
        let word = match &parent {
            Some(parent) if !word.is_empty() => format!("{parent}.{word}"),
            _ if word.is_empty() => format!("code-{}", &code.guid.to_string()[..8]),
            _ => word,
        };
        let id = free(&word, &mut self.ids);
        self.by_guid.insert(code.guid, id.clone());
        self.known.insert(id.clone());
        self.by_name.insert(key(&called), id.clone());
        let new = NewCode {
            id: id.clone(),
            parent,
            name: called,
            definition: code.description.clone().unwrap_or_default(),
            colour: code.color.as_deref().and_then(colour),
        };
        (id, Some(new))
    }
}

/// The id of a document after the name of a source.
pub(super) fn document(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = match name.rsplit_once('.') {
        Some((stem, end)) if (1..=5).contains(&end.len()) && !stem.is_empty() => stem,
        _ => name,
    };
    let word = word(stem);
    let is_device = DEVICES.contains(&word.as_str());
    let word = if word.is_empty() || is_device { format!("text{word}") } else { word };
    free(&word, taken)
}

/// The file of the text of a document that came.
pub(super) fn file_of(document: &str) -> String {
    format!("texts/{document}.txt")
}

/// The document of such a file.
pub(super) fn id_of(file: &str) -> Option<&str> {
    let id = file.strip_prefix("texts/")?.strip_suffix(".txt")?;
    (!id.contains('/')).then_some(id)
}

/// A colour of three or six digits.
pub(super) fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    match digits.len() {
        3 => Colour::parse(
            &digits
                .chars()
                .fold("#".to_owned(), |all, one| all + &one.to_string() + &one.to_string()),
        ),
        _ => Colour::parse(text),
    }
}

/// Letters and digits of a name in small letters, with hyphens between.
fn word(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).take(LONGEST) {
        if letter.is_alphanumeric() {
            word.push(letter);
        } else if !word.ends_with('-') {
            word.push('-');
        }
    }
    word.trim_matches('-').to_owned()
}

fn free(word: &str, taken: &mut BTreeSet<String>) -> String {
    let mut id = word.to_owned();
    for number in 2.. {
        if taken.insert(id.to_lowercase()) {
            break;
        }
        id = format!("{word}-{number}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        let mut taken = BTreeSet::new();
        let mut id = |name: &str| document(name, &mut taken);
        assert_eq!(id("Заң 2007 (kk).docx"), "заң-2007-kk");
        assert_eq!(id("Заң 2007 (kk).txt"), "заң-2007-kk-2");
        assert_eq!(id("../../etc/passwd"), "etc-passwd");
        assert_eq!(id("CON"), "textcon");
        assert_eq!(id(""), "text");
        assert_eq!(
            colour("#F0a").map(|colour| colour.as_str().to_owned()).as_deref(),
            Some("#ff00aa")
        );
        assert_eq!(colour("red"), None);
    }
}
