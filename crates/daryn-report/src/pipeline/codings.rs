//! Codings of the texts of a study: by rules, and by people.
//!
//! Each text is coded by a stage of its own, so that a new text does not code the others again.
//! What people coded comes as lines of JSON ([`HAND_CODINGS`]) and is held against the words of the
//! text: a coding whose words do not stand at its place is told and not counted. Where a person
//! coded a passage, rules are not counted there.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use daryn_coding::naming::codable;
use daryn_coding::{Codebook, Coder, Rules, codebook, rules};
use daryn_model::Diagnostic;
use daryn_model::records::*;
use daryn_read::document;
use daryn_study::cache::Cache;
use daryn_study::engine::{Bytes, Failure};
use daryn_study::folder::{Folder, HAND_CODINGS, Read, VALIDATION};
use daryn_study::{Digest, Engine, Input, Plan, Stage};
use serde::{Deserialize, Serialize};

use super::{decode, encode, stage, texts};

mod hand;

/// A text as rules coded it, with the words of its passages.
#[derive(Debug, Serialize, Deserialize)]
pub struct ByRules {
    /// Problems of its reading.
    pub problems: Vec<Diagnostic>,
    /// Passages that rules could look at, in order.
    pub passages: Vec<Passage>,
}

/// A passage that rules could look at.
#[derive(Debug, Serialize, Deserialize)]
pub struct Passage {
    /// Its name in the document.
    pub name: String,
    /// First code point in the text.
    pub start: usize,
    /// Code point behind the last one.
    pub end: usize,
    /// Code of the language whose rules are for it.
    pub language: String,
    /// Its words (UAX 29).
    pub words: usize,
    /// Whether there are rules for its language.
    pub has_rules: bool,
    /// Its text.
    pub text: String,
    /// Its codes, in the order of the codebook.
    pub codes: Vec<RuleCode>,
}

/// A code that a rule gave.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RuleCode {
    /// The code.
    pub code: String,
    /// The rule.
    pub rule: String,
    /// The version of the rule.
    pub version: String,
}

/// The texts of a study as rules coded them.
pub struct Coded {
    /// Texts that are known to be of a document and were read whole.
    pub texts: Vec<PolicyText>,
    /// Every text of the study by its file.
    pub by_rules: BTreeMap<String, ByRules>,
    /// Warnings of the cache.
    pub warnings: Vec<Diagnostic>,
}

/// Codes the texts of a study; what did not change comes out of its cache.
pub fn code(folder: &Folder, cache: &Cache<'_>) -> Result<Coded, Failure> {
    let engine = Engine { cache, progress: &|_, _, _| {} };
    let mut stages = texts::stages(folder);
    stages.extend(self::stages(folder));
    stages.retain(|stage| stage.name != "read:codings");
    let outcome = engine.run(&Plan { stages }, &folder.files)?;
    let texts: Read<PolicyText> =
        decode(&outcome.outputs["read:texts"]).map_err(super::plan_failure)?;
    let mut by_rules = BTreeMap::new();
    for name in &folder.texts {
        let bytes = &outcome.outputs[&format!("coding:{name}")];
        by_rules.insert(name.clone(), decode(bytes).map_err(super::plan_failure)?);
    }
    Ok(Coded { texts: texts.records, by_rules, warnings: cache.warnings() })
}

/// The codebook and rules of a study, with what is wrong with them.
pub fn basis(folder: &Folder, problems: &mut Vec<Diagnostic>) -> Option<Basis> {
    let named = Named::of(folder);
    let files = [named.codebook, named.rules].into_iter().flatten();
    let files: Vec<Bytes> = files
        .filter_map(|file| folder.files.get(file))
        .map(|bytes| Arc::new(bytes.clone()))
        .collect();
    Basis::read(named, &files, problems)
}

/// The files of a codebook and its rules, as the study names them.
#[derive(Clone, Copy)]
struct Named<'a> {
    codebook: Option<&'a str>,
    rules: Option<&'a str>,
}

/// Codes of the codebook of a study, or of that which daryn brings along, if it is the one of this
/// id; the files are those of [`codebook_file`].
pub(super) fn codes_of(id: &str, own: Option<(&str, &[u8])>) -> Option<Vec<CodeName>> {
    let own = own.and_then(|(file, bytes)| Codebook::parse(file, bytes, &mut Vec::new()));
    let books = own.into_iter().chain(Codebook::built_in());
    books.into_iter().find(|book| book.head.id.0 == id).map(|book| names(&book))
}

/// The file of the codebook, if the study has one of its own.
pub(super) fn codebook_file(folder: &Folder) -> Option<&str> {
    Named::of(folder).codebook
}

impl<'a> Named<'a> {
    fn of(folder: &'a Folder) -> Named<'a> {
        let file = |kind| folder.tables.get(kind).map(String::as_str);
        Named { codebook: file("codebook"), rules: file("code_rules") }
    }

    fn inputs(self) -> Vec<Input> {
        let files = [self.codebook, self.rules];
        files.into_iter().flatten().map(|file| Input::File(file.to_owned())).collect()
    }
}

/// A codebook with its rules.
pub struct Basis {
    /// The codebook.
    pub codebook: Codebook,
    /// None where a study has a codebook of its own without rules.
    pub rules: Option<Rules>,
    /// Digest of the file of rules.
    pub rules_digest: Option<String>,
    /// Whether both are those that daryn brings along.
    pub built_in: bool,
}

impl Basis {
    /// Reads the files, in the order of [`Named::inputs`]; problems of what daryn brings along
    /// are nobody's to mend.
    fn read(named: Named<'_>, files: &[Bytes], problems: &mut Vec<Diagnostic>) -> Option<Basis> {
        let mut files = files.iter();
        let own_codebook =
            named.codebook.zip(if named.codebook.is_some() { files.next() } else { None });
        let own_rules = named.rules.zip(files.next());
        let codebook = match own_codebook {
            Some((file, bytes)) => Codebook::parse(file, bytes, problems)?,
            None => Codebook::built_in()?,
        };
        let (rules, digest) = match own_rules {
            Some((file, bytes)) => {
                let rules = Rules::parse(file, bytes, &codebook, problems)?;
                (Some(rules), Some(Digest::of(bytes)))
            }
            None if own_codebook.is_none() => {
                (Some(Rules::built_in()?), Some(Digest::of(rules::BUILT_IN.1.as_bytes())))
            }
            None => (None, None),
        };
        Some(Basis {
            codebook,
            rules,
            rules_digest: digest.map(|digest| digest.as_str().to_owned()),
            built_in: own_codebook.is_none() && own_rules.is_none(),
        })
    }
}

/// The stages that code the texts.
pub(super) fn stages(folder: &Folder) -> Vec<Stage<'_>> {
    let named = Named::of(folder);
    let basis: Arc<OnceLock<Option<Basis>>> = Arc::default();
    let params = serde_json::json!([daryn_read::READER, named.codebook, named.rules]);
    let mut stages = Vec::new();
    let mut all = vec![Input::stage("read:texts")];
    for name in &folder.texts {
        let stage_name = format!("coding:{name}");
        all.push(Input::stage(&stage_name));
        let side = folder.side_of(name);
        let texts = if side.is_some() { 2 } else { 1 };
        let files = [Some(name.clone()), side].into_iter().flatten().map(Input::File);
        // The files are the same for all texts of a study, so they are understood once.
        let basis = Arc::clone(&basis);
        stages.push(stage(
            &stage_name,
            &params,
            files.chain(named.inputs()).collect(),
            Box::new(move |inputs| {
                let read = || Basis::read(named, &inputs[texts..], &mut Vec::new());
                let side = (texts == 2).then(|| inputs[1].as_slice());
                encode(&by_rules(name, &inputs[0], side, basis.get_or_init(read).as_ref()))
            }),
        ));
    }
    let coded = all.len();
    all.extend(named.inputs());
    let own = |name: &'static str| folder.files.contains_key(name).then_some(name);
    let (by_hand, validation) = (own(HAND_CODINGS), own(VALIDATION));
    all.extend(
        [by_hand, validation].into_iter().flatten().map(|name| Input::File(name.to_owned())),
    );
    stages.push(stage(
        "read:codings",
        &(named.codebook, named.rules, by_hand, validation),
        all,
        Box::new(move |inputs| {
            let texts: Read<PolicyText> = decode(&inputs[0])?;
            let by_rules: Vec<ByRules> =
                inputs[1..coded].iter().map(|bytes| decode(bytes)).collect::<Result<_, _>>()?;
            let files = coded + named.inputs().len();
            let mut problems = Vec::new();
            let basis = Basis::read(named, &inputs[coded..files], &mut problems);
            let mut own = inputs[files..].iter();
            let mut next = |name: Option<&str>| name.and_then(|_| own.next());
            let (lines, validation) = (next(by_hand), next(validation));
            let mut records = Vec::new();
            if let Some(basis) = basis {
                let coded = folder.texts.iter().map(String::as_str).zip(by_rules).collect();
                let known = texts.records;
                let validation =
                    validation.and_then(|bytes| validated(bytes, &basis, &known, &mut problems));
                let mut codings = codings_of(&basis, &known, coded, lines, &mut problems);
                codings.validation = validation;
                if !codings.texts.is_empty() {
                    records.push(codings);
                }
            }
            encode(&Read { records, problems })
        }),
    ));
    stages
}

/// Codes a text by rules; a text is coded before it is known whose it is and whether it is whole.
fn by_rules(file: &str, bytes: &[u8], side: Option<&[u8]>, basis: Option<&Basis>) -> ByRules {
    let none = ByRules { problems: Vec::new(), passages: Vec::new() };
    let Some(basis) = basis else { return none };
    let read = daryn_read::read_with(bytes, file, side);
    let no_rules = Rules::none(&basis.codebook);
    let coder = Coder::new(basis.rules.as_ref().unwrap_or(&no_rules), &basis.codebook);
    let coded = coder.worker().code(&read, None);
    let mut given: BTreeMap<usize, Vec<RuleCode>> = BTreeMap::new();
    for coding in &coded.codings {
        given.entry(coding.passage).or_default().push(RuleCode {
            code: coding.code.0.clone(),
            rule: coding.rule.0.clone(),
            version: coding.version.to_owned(),
        });
    }
    let passages = coded.looked_at.iter().map(|looked| {
        let passage = &read.passages[looked.passage];
        let text = read.words(passage);
        let count = || {
            let mut count = 0;
            daryn_count::for_each_token(text, |_, _| count += 1);
            count
        };
        Passage {
            name: document::name(looked.passage),
            start: passage.first,
            end: passage.last,
            language: looked.language.code().to_owned(),
            words: looked.words.unwrap_or_else(count),
            has_rules: looked.words.is_some(),
            text: text.to_owned(),
            codes: given.remove(&looked.passage).unwrap_or_default(),
        }
    });
    let passages = passages.collect();
    ByRules { problems: read.diagnostics, passages }
}

/// Codings of the texts that are known to be of a document and whole.
fn codings_of(
    basis: &Basis,
    texts: &[PolicyText],
    mut by_rules: BTreeMap<&str, ByRules>,
    lines: Option<&Bytes>,
    problems: &mut Vec<Diagnostic>,
) -> Codings {
    let codes = names(&basis.codebook);
    let places: BTreeMap<&str, usize> =
        codes.iter().enumerate().map(|(place, code)| (code.id.as_str(), place)).collect();
    let mut people = lines.map_or_else(Vec::new, |lines| hand::read(lines, problems));
    people.retain(|line| hand::is_known(line, &places, texts, problems));
    let mut coded = Vec::new();
    for text in texts {
        let Some(ByRules { passages, .. }) = by_rules.remove(text.file.as_str()) else {
            continue;
        };
        let by_hand = hand::take(&mut people, text, &passages);
        coded.push(coded_text(text, &passages, &by_hand, &places));
    }
    hand::tell_rest(&people, problems);
    Codings {
        codebook: basis.codebook.head.id.0.clone(),
        version: basis.codebook.head.version.clone(),
        rules: basis.rules_digest.clone(),
        built_in: basis.built_in,
        codes,
        texts: coded,
        validation: None,
    }
}

fn coded_text(
    text: &PolicyText,
    passages: &[Passage],
    by_hand: &BTreeMap<usize, hand::ByPeople>,
    places: &BTreeMap<&str, usize>,
) -> CodedText {
    let could_be = |place: usize| passages[place].has_rules || by_hand.contains_key(&place);
    let mut found = CodedText {
        document: text.document.clone(),
        file: text.file.clone(),
        language: text.language.clone(),
        passages: 0,
        without_rules: 0,
        words: 0,
        by_hand: by_hand.len() as i64,
        coders: hand::coders(by_hand),
        coded: Vec::new(),
    };
    for (place, passage) in passages.iter().enumerate() {
        if !could_be(place) {
            found.without_rules += 1;
            continue;
        }
        found.passages += 1;
        found.words += passage.words as i64;
        let mut codes = match by_hand.get(&place) {
            Some(people) => hand::codes(people),
            None => passage.codes.iter().map(by_rule).collect(),
        };
        if codes.is_empty() {
            continue;
        }
        codes.sort_by_key(|given| places.get(given.code.as_str()).copied());
        found.coded.push(CodedPassage {
            passage: passage.name.clone(),
            start: passage.start as i64,
            end: passage.end as i64,
            words: passage.words as i64,
            quote: texts::quote(&passage.text),
            codes,
        });
    }
    found
}

fn by_rule(given: &RuleCode) -> GivenCode {
    let by = format!("{} {}", given.rule, given.version);
    GivenCode { code: given.code.clone(), by_hand: false, by }
}

/// Codes that can be given (`daryn_coding::naming::codable`).
pub fn names(codebook: &Codebook) -> Vec<CodeName> {
    let find = |id: &str| codebook.codes.iter().find(|code| code.id.0 == id);
    let top = |code: &codebook::Code| {
        let mut top = code.clone();
        while let Some(above) = top.parent.as_ref().and_then(|id| find(&id.0)) {
            top = above.clone();
        }
        top.name
    };
    codable(codebook)
        .map(|code| CodeName { id: code.id.0.clone(), name: code.name.clone(), group: top(code) })
        .collect()
}

/// The part of the result of a validation that the report tells.
#[derive(Deserialize)]
struct Measured {
    summary: Validation,
    texts: BTreeMap<String, String>,
    codebook: String,
    rules: String,
}

/// The result of a validation, and whether it is one of these texts and rules.
fn validated(
    bytes: &[u8],
    basis: &Basis,
    texts: &[PolicyText],
    problems: &mut Vec<Diagnostic>,
) -> Option<Validation> {
    let result: Measured = match serde_json::from_slice(bytes) {
        Ok(result) => result,
        Err(error) => {
            let problem =
                Diagnostic::warning("validation-unreadable", VALIDATION, error.line() as u32);
            problems.push(problem.with("reason", error));
            return None;
        }
    };
    let same = |(file, digest): (&String, &String)| {
        texts.iter().any(|text| text.file == *file && text.sha256 == *digest)
    };
    let of_rules = basis.rules_digest.as_deref() == Some(result.rules.as_str());
    let of_codebook =
        result.codebook == format!("{} {}", basis.codebook.head.id, basis.codebook.head.version);
    let outdated = !(of_rules && of_codebook && result.texts.iter().all(same));
    Some(Validation { outdated, ..result.summary })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_without_codes_below_are_counted_each_under_its_top() {
        let codebook = Codebook::built_in().expect("the codebook");
        let names = names(&codebook);
        assert_eq!(names.len(), 32);
        let found = names.iter().find(|code| code.id == "function.return").expect("a code");
        let top = codebook.codes.iter().find(|code| code.id.0 == "function").expect("a code");
        assert_eq!(found.group, top.name);
    }
}
