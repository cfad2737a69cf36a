//! Counts of categories against a count by definition: every pattern at every place.

use std::collections::BTreeMap;

use daryn_count::{Counted, Dictionary, Matcher, Shared, Stems, Word, tokens};
use proptest::prelude::*;

fn dictionary(text: &str) -> Dictionary {
    let mut problems = Vec::new();
    let read = Dictionary::parse("d.toml", text, &mut problems);
    read.unwrap_or_else(|| panic!("{text}: {problems:?}"))
}

fn matches(word: &Word, token: &str) -> bool {
    fn glob(glob: &[char], token: &[char]) -> bool {
        match glob.split_first() {
            None => token.is_empty(),
            Some(('*', rest)) => (0..=token.len()).any(|skip| glob_(rest, &token[skip..])),
            Some((c, rest)) => {
                token.first().is_some_and(|t| *c == '?' || c == t) && glob_(rest, &token[1..])
            }
        }
    }
    use glob as glob_;
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    match word {
        Word::Exact(word) => word == token,
        Word::Prefix(prefix) => glob(&chars(&format!("{prefix}*")), &chars(token)),
        Word::Glob(text) => glob(&chars(text), &chars(token)),
    }
}

/// Matches of a category as `tokens_lookup` of quanteda finds them: from the longest patterns to
/// the shortest, from left to right, where no token is flagged yet.
fn once(spans: &[(usize, usize, bool)], tokens: usize) -> Vec<(usize, usize, bool)> {
    let (mut flags, mut kept) = (vec![false; tokens], Vec::new());
    for length in (1..=tokens).rev() {
        for excludes in [true, false] {
            for start in 0..=tokens - length {
                let flagged = flags[start..start + length].iter().any(|flag| *flag);
                if !flagged && spans.contains(&(start, length, excludes)) {
                    flags[start..start + length].fill(true);
                    kept.extend((!excludes).then_some((start, length, false)));
                }
            }
        }
    }
    kept
}

fn every(spans: &[(usize, usize, bool)]) -> Vec<(usize, usize, bool)> {
    let meets = |a: usize, m: usize, b: usize, n: usize| a < b + n && b < a + m;
    let mut kept: Vec<_> = spans.iter().copied().filter(|span| !span.2).collect();
    kept.retain(|(start, length, _)| {
        !spans
            .iter()
            .any(|(s, l, excludes)| *excludes && l >= length && meets(*s, *l, *start, *length))
    });
    kept.sort_unstable();
    kept.dedup();
    kept
}

fn by_definition(
    dictionary: &Dictionary,
    text: &str,
    shared: Shared,
    rolls_up: bool,
) -> BTreeMap<String, u64> {
    let tokens = tokens(text);
    let keep = |spans: &[(usize, usize, bool)]| match shared {
        Shared::Once => once(spans, tokens.len()),
        Shared::Every => every(spans),
    };
    let mut tables: BTreeMap<String, Vec<(usize, usize, bool)>> = BTreeMap::new();
    let mut counts = BTreeMap::new();
    for category in &dictionary.categories {
        let mut spans = Vec::new();
        for pattern in &category.patterns {
            for start in 0..tokens.len() {
                let here = tokens.get(start..start + pattern.words.len());
                let fits = here.is_some_and(|here| {
                    pattern.words.iter().zip(here).all(|(word, token)| matches(word, token))
                });
                if fits {
                    spans.push((start, pattern.words.len(), pattern.excludes));
                }
            }
        }
        let kept = keep(&spans);
        for depth in (1..category.path.len()).filter(|_| rolls_up) {
            tables.entry(category.path[..depth].join(".")).or_default().extend(&kept);
        }
        counts.insert(category.name(), kept.len() as u64);
    }
    counts.extend(tables.into_iter().map(|(name, spans)| (name, keep(&spans).len() as u64)));
    counts.retain(|_, count| *count > 0);
    counts
}

fn named(matcher: &Matcher, counted: &Counted) -> BTreeMap<String, u64> {
    counted
        .counts
        .iter()
        .map(|(number, count)| (matcher.names()[*number].clone(), *count))
        .collect()
}

fn check(dictionary: &Dictionary, texts: &[String]) -> Result<(), TestCaseError> {
    for shared in [Shared::Once, Shared::Every] {
        for rolls_up in [false, true] {
            let matcher = Matcher::new(dictionary, Stems::No, shared, rolls_up);
            // One counter for all: nothing of a document may reach the next one.
            let mut counter = matcher.counter();
            for text in texts {
                let counted = counter.count(text);
                prop_assert_eq!(
                    named(&matcher, &counted),
                    by_definition(dictionary, text, shared, rolls_up),
                    "{:?} {} {:?}",
                    shared,
                    rolls_up,
                    text
                );
                prop_assert_eq!(counted.words, tokens(text).len() as u64);
            }
        }
    }
    Ok(())
}

fn pattern() -> impl Strategy<Value = String> {
    let word =
        prop_oneof![4 => "[abя]{1,2}", 2 => "[abя]?\\*", 1 => "\\*[abя]", 1 => "[ab?]{1,2}[bя*]"];
    let words = prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "));
    (prop::bool::weighted(0.2), words).prop_map(
        |(excludes, words)| {
            if excludes { format!("!{words}") } else { words }
        },
    )
}

fn categories() -> impl Strategy<Value = Dictionary> {
    let list = prop::collection::vec(pattern(), 1..5);
    prop::collection::vec(list, 1..6).prop_map(|lists| {
        const NAMES: [&str; 6] = ["z", "t.a", "t.b", "t.u.c", "t.u.d", "v.e"];
        let lines = lists.iter().zip(NAMES).map(|(list, name)| format!("{name} = {list:?}\n"));
        dictionary(&lines.collect::<String>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn as_by_definition(
        dictionary in categories(),
        texts in prop::collection::vec("([abя]{1,2}[ ,]{1,2}){0,12}", 1..4),
    ) {
        check(&dictionary, &texts)?;
    }
}

/// Matches are found across the places where a long document is cut.
#[test]
fn long_documents() {
    let dictionary =
        dictionary("a = [\"x y z\", \"y\"]\nb = [\"z x\", \"!q\"]\nc = [\"* *\"]\nd = [\"x\"]");
    let text = "x y z ".repeat(100_001);
    let matcher = Matcher::new(&dictionary, Stems::No, Shared::Once, false);
    let counted = matcher.counter().count(&text);
    let expected = [("a", 100_001), ("b", 100_000), ("c", 150_001), ("d", 100_001)];
    let expected = expected.map(|(name, count)| (name.to_owned(), count));
    assert_eq!(named(&matcher, &counted), BTreeMap::from(expected));
    let matcher = Matcher::new(&dictionary, Stems::No, Shared::Every, false);
    let counted = named(&matcher, &matcher.counter().count(&text));
    assert_eq!((counted["a"], counted["c"]), (200_002, 300_002));
}

#[test]
fn stems_of_the_language_of_each_document() {
    let dictionary = dictionary(
        "people = [\"мигрант\", \"migrants\", \"маман\"]\ntwo = [\"трудовой мигрант\"]\nglob = [\"мигранта*\"]",
    );
    let texts = [
        "Трудовые мигранты должны получить разрешение на работу в стране.",
        "The migrant shall apply, and migrants shall wait for the answer of the state.",
        "Шетелдік мамандардың еңбек қызметі туралы заң қабылданды.",
    ];
    let count = |stems| {
        let matcher = Matcher::new(&dictionary, stems, Shared::Once, false);
        let mut counter = matcher.counter();
        texts.map(|text| named(&matcher, &counter.count(text)).into_iter().collect::<Vec<_>>())
    };
    let pairs = |pairs: &[(&str, u64)]| {
        pairs.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect::<Vec<_>>()
    };
    let told = count(Stems::Told);
    assert_eq!(told[0], pairs(&[("people", 1), ("two", 1)]));
    assert_eq!(told[1], pairs(&[("people", 2)]));
    assert_eq!(told[2], pairs(&[("people", 1)]));
    assert_eq!(count(Stems::No), [pairs(&[]), pairs(&[("people", 1)]), pairs(&[])]);
}
