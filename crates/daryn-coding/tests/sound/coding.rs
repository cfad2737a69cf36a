//! What must hold of any bytes that somebody calls a codebook, rules and a text. Also used by the
//! fuzz target.

use std::collections::{BTreeMap, BTreeSet};

use daryn_coding::validation::{Candidate, Sizes, draw};
use daryn_coding::{Codebook, Coded, Coder, Rules};
use daryn_model::{Diagnostic, Severity};
use daryn_read::Document;
use daryn_text::Language;

/// Checks a codebook, rules and a text with a zero byte between them. A codebook or rules that are
/// empty are those that daryn brings along.
pub(crate) fn check(input: &[u8]) {
    let mut parts = input.splitn(3, |byte| *byte == 0);
    let [codes, own, text] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let codebook = match codes {
        [] => Codebook::built_in(),
        bytes => {
            told("codebook.toml", |problems| Codebook::parse("codebook.toml", bytes, problems))
        }
    };
    let Some(codebook) = codebook else { return };
    let rules = match (own, codes) {
        ([], []) => Rules::built_in(),
        (bytes, _) => {
            told("rules.toml", |problems| Rules::parse("rules.toml", bytes, &codebook, problems))
        }
    };
    let Some(rules) = rules else { return };
    code(&codebook, &rules, text);
}

/// What a reader gives: something, or an error that names the file.
fn told<T>(file: &str, read: impl FnOnce(&mut Vec<Diagnostic>) -> Option<T>) -> Option<T> {
    let mut problems = Vec::new();
    let found = read(&mut problems);
    let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(found.is_none(), failed, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.file == file));
    found
}

/// Codes a text, by its own languages and by each one.
fn code(codebook: &Codebook, rules: &Rules, text: &[u8]) {
    let document = daryn_read::read(text, "a.md");
    let coder = Coder::new(rules, codebook);
    let mut warm = coder.worker();
    for language in [None, Some(Language::Kk), Some(Language::Ru), Some(Language::En)] {
        let coded = warm.code(&document, language);
        // What a worker remembers changes nothing.
        assert_eq!(coded, coder.worker().code(&document, language));
        assert_eq!(coded, warm.code(&document, language));
        holds(codebook, rules, &document, &coded);
    }
}

fn holds(codebook: &Codebook, rules: &Rules, document: &Document, coded: &Coded<'_>) {
    let leaves: BTreeSet<usize> = document.leaves().into_iter().collect();
    assert_eq!(coded.passages, coded.looked_at.len());
    let blind = coded.looked_at.iter().filter(|looked| looked.words.is_none()).count();
    assert_eq!(coded.without_rules.values().sum::<usize>(), blind);
    for looked in &coded.looked_at {
        assert!(leaves.contains(&looked.passage) && !document.is_apart(looked.passage));
    }
    let place = |id: &str| codebook.codes.iter().position(|code| code.id.0 == id);
    let mut given: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut last = None;
    for coding in &coded.codings {
        let now = (coding.passage, place(&coding.code.0).expect("a code of the codebook"));
        assert!(last.is_none_or(|last| last < now), "in order, each once");
        last = Some(now);
        given.entry(coding.passage).or_default().push(&coding.code.0);
    }
    for coding in &coded.codings {
        let rule = rules.rules.iter().find(|rule| rule.id == *coding.rule).expect("a rule");
        let has =
            |code: &&daryn_model::record::Id| given[&coding.passage].contains(&code.0.as_str());
        assert_eq!(rule.code, *coding.code);
        assert_eq!(rule.language.language(), coding.language);
        assert!(rule.requires.is_empty() || rule.requires.iter().any(|code| has(&code)));
        assert!(!rule.unless.iter().any(|code| has(&code)));
    }
    let candidates: Vec<Candidate> = coded
        .looked_at
        .iter()
        .map(|looked| Candidate {
            group: looked.language.code().to_owned(),
            codes: given
                .get(&looked.passage)
                .into_iter()
                .flatten()
                .map(|it| (*it).into())
                .collect(),
        })
        .collect();
    let strata = draw(&candidates, Sizes { with: 2, without: 3 }, 1);
    assert_eq!(strata.iter().map(|it| it.population).sum::<usize>(), candidates.len());
    let drawn: Vec<usize> = strata.iter().flat_map(|it| it.places.clone()).collect();
    assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), drawn.len());
}

/// Bytes of memory that an input may take: words of rules are looked up in a table of each
/// language, and every clue is written out where it is used.
pub(crate) fn memory(length: usize) -> usize {
    16_000_000 + 1_000 * length
}
