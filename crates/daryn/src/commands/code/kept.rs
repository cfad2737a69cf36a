//! What became of a document, as it is kept: an unchanged document is neither read nor coded again.
//!
//! An entry lies under the digest of everything that went into it: the bytes of the document and of
//! the text beside it, its name, codebook, rules, language and reader. Its rules and codes are
//! places in the files of that codebook and these rules. An entry of one build of the program is
//! never used by another; a damaged one is dropped with a warning and made again.

use std::collections::{BTreeMap, HashMap};

use daryn_coding::{Codebook, Coded, Rules, Worker};
use daryn_model::Diagnostic;
use daryn_read::document;
use daryn_report::pipeline::head;
use daryn_study::Digest;
use daryn_study::cache::Cache;
use daryn_text::Language;
use serde::{Deserialize, Serialize};

use super::Text;

/// A document that was read and coded.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) problems: Vec<Diagnostic>,
    /// The beginning by which it is told of which document of a study it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) head: Vec<String>,
    /// Passages that rules could look at.
    pub(super) passages: usize,
    /// Those of them for whose language there are no rules, by its code.
    pub(super) without_rules: BTreeMap<String, usize>,
    /// Those that got codes, in order.
    pub(super) coded: Vec<Passage>,
}

/// A passage with codes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Passage {
    pub(super) name: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Code of the language whose rules were applied.
    pub(super) language: String,
    pub(super) quote: String,
    /// Place of the code in the codebook, and of the rule among the rules.
    pub(super) given: Vec<(usize, usize)>,
}

/// Keeps documents under their content.
pub(super) struct Keeper<'a> {
    pub(super) cache: Cache<'a>,
    is_study: bool,
    /// Digest of what is the same for all documents.
    basis: String,
    codebook: &'a Codebook,
    rules: &'a Rules,
    language: Option<Language>,
    codes: HashMap<&'a str, usize>,
    own: HashMap<&'a str, usize>,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(
        cache: Cache<'a>,
        is_study: bool,
        (codebook, rules): (&'a Codebook, &'a Rules),
        files: &[Vec<u8>; 2],
        language: Option<Language>,
    ) -> Keeper<'a> {
        let digests = files.each_ref().map(|bytes| Digest::of(bytes));
        let language_code = language.map_or("", Language::code);
        let [codes, own] = &digests;
        let basis = format!("code 2 {} {codes} {own} {language_code}", daryn_read::READER);
        // Ids are unique in files that could be read.
        let codes = codebook.codes.iter().enumerate();
        let codes = codes.map(|(place, code)| (code.id.0.as_str(), place)).collect();
        let own = rules.rules.iter().enumerate();
        let own = own.map(|(place, rule)| (rule.id.0.as_str(), place)).collect();
        Keeper { cache, is_study, basis, codebook, rules, language, codes, own }
    }

    /// What becomes of a document: as it is kept, or read and coded now.
    pub(super) fn code(&self, text: &Text, worker: &mut Worker<'_>) -> Kept {
        let Some((bytes, side)) = text.bytes() else {
            // Why it cannot be read is told, and not kept: it may be otherwise the next time.
            return self.coded(&text.unreadable(), worker);
        };
        let name = text.name();
        let side_digest = side.as_deref().map(Digest::of);
        let side_digest = side_digest.as_ref().map_or("", Digest::as_str);
        let key = format!("{} {} {side_digest} {name}", self.basis, Digest::of(&bytes));
        let key = Digest::of(key.as_bytes());
        let kept = self.cache.get(&key);
        if let Some(kept) = kept.and_then(|(_, body)| self.understood(&body)) {
            return kept;
        }
        let read = daryn_read::read_with(&bytes, &name, side.as_deref());
        let made = self.coded(&read, worker);
        if let Ok(body) = serde_json::to_vec(&made) {
            // What cannot be kept is made again.
            let _ = self.cache.put(&key, &Digest::of(&body), &body);
        }
        made
    }

    /// An entry whose places are those of the codebook and the rules.
    fn understood(&self, body: &[u8]) -> Option<Kept> {
        let kept: Kept = serde_json::from_slice(body).ok()?;
        let is_sound = kept.coded.iter().flat_map(|passage| &passage.given).all(|(code, rule)| {
            *code < self.codebook.codes.len() && *rule < self.rules.rules.len()
        });
        is_sound.then_some(kept)
    }

    fn coded(&self, read: &daryn_read::Document, worker: &mut Worker<'_>) -> Kept {
        let Coded { codings, passages, without_rules, .. } = worker.code(read, self.language);
        let mut coded: Vec<Passage> = Vec::new();
        let mut last = None;
        for coding in codings {
            let code = self.codes.get(coding.code.0.as_str()).copied();
            let rule = self.own.get(coding.rule.0.as_str()).copied();
            let Some(given) = code.zip(rule) else { continue };
            if last != Some(coding.passage) {
                let passage = &read.passages[coding.passage];
                coded.push(Passage {
                    name: document::name(coding.passage),
                    start: passage.first,
                    end: passage.last,
                    language: coding.language.code().to_owned(),
                    quote: read.words(passage).to_owned(),
                    given: Vec::new(),
                });
                last = Some(coding.passage);
            }
            if let Some(passage) = coded.last_mut() {
                passage.given.push(given);
            }
        }
        let without_rules = without_rules.into_iter();
        let without_rules =
            without_rules.map(|(language, n)| (language.code().to_owned(), n)).collect();
        let head = if self.is_study { head(read) } else { Vec::new() };
        Kept { problems: read.diagnostics.clone(), head, passages, without_rules, coded }
    }
}
