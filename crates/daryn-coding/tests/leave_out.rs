//! One rule or clue left out: worked by hand, and held against coding with rules that lack it.

use std::collections::BTreeSet;

use daryn_coding::{Codebook, Coder, PartKind, Rules};
use daryn_read::Document;

const CODEBOOK: &str = "[codebook]\nid = \"c\"\nversion = \"1\"\n\
    [[code]]\nid = \"a\"\nname_en = \"A\"\n[[code]]\nid = \"b\"\nname_en = \"B\"\n\
    [[code]]\nid = \"c\"\nname_en = \"C\"\n";
const RULES: &str = "[rules]\ncodebook = \"c\"\ncodebook_version = \"1\"\nversion = \"1\"\n\
    [[clue]]\nid = \"people\"\nlanguage = \"ru\"\nany = [\"@new-word\", \"переселен*\"]\n\
    [[clue]]\nid = \"new-word\"\nlanguage = \"ru\"\nany = [\"кандас*\"]\n\
    [[clue]]\nid = \"aside\"\nlanguage = \"ru\"\nany = [\"турист*\"]\n\
    [[clue]]\nid = \"people\"\nlanguage = \"kk\"\nany = [\"қандас*\"]\n\
    [[rule]]\nid = \"a-people\"\ncode = \"a\"\nlanguage = \"ru\"\nany = [\"@people\"]\nnone = [\"@aside\"]\n\
    [[rule]]\nid = \"a-quota\"\ncode = \"a\"\nlanguage = \"ru\"\nany = [\"квот*\"]\n\
    [[rule]]\nid = \"a-kk\"\ncode = \"a\"\nlanguage = \"kk\"\nany = [\"@people\"]\n\
    [[rule]]\nid = \"b\"\ncode = \"b\"\nlanguage = \"ru\"\nany = [\"прав*\"]\nrequires = [\"a\"]\n\
    [[rule]]\nid = \"c\"\ncode = \"c\"\nlanguage = \"ru\"\nany = [\"прав*\"]\nunless = [\"a\"]\n";
/// Passages by number: 0 hangs on the new word, 1 on two rules, 2 is excluded, 3 is Kazakh.
const TEXT: &str = "Кандасы имеют право на жилье.\n\nПереселенцам и кандасам дается квота.\n\n\
    Туристы и переселенцы имеют право въезда.\n\nҚандастардың Қазақстанға келу құқығы.\n";

fn tiny() -> (Codebook, Rules) {
    let mut problems = Vec::new();
    let codebook = Codebook::parse("c.toml", CODEBOOK.as_bytes(), &mut problems);
    let codebook = codebook.expect("a codebook");
    let rules = Rules::parse("r.toml", RULES.as_bytes(), &codebook, &mut problems);
    (codebook, rules.unwrap_or_else(|| panic!("{problems:?}")))
}

/// Lines `clue people: -0a -0b +0c`.
fn told(codebook: &Codebook, rules: &Rules, document: &Document) -> Vec<String> {
    let coder = Coder::new(rules, codebook);
    let found = coder.worker().leave_one_out(document, None);
    let line = |one: &daryn_coding::LeftOut<'_>| {
        let kind = match one.kind {
            PartKind::Clue => "clue",
            PartKind::Rule => "rule",
        };
        let mut parts: Vec<String> =
            one.lost.iter().map(|(place, code)| format!(" -{place}{code}")).collect();
        parts.extend(one.gained.iter().map(|(place, code)| format!(" +{place}{code}")));
        format!("{kind} {}:{}", one.id, parts.concat())
    };
    found.iter().map(line).collect()
}

#[test]
fn codings_that_hang_on_one_part() {
    let (codebook, rules) = tiny();
    let document = daryn_read::read(TEXT.as_bytes(), "d.md");
    assert_eq!(
        told(&codebook, &rules, &document),
        [
            // In both languages at once; what waits for a code goes, what must not have it comes.
            "clue people: -0a -0b -3a +0c",
            // The other word of the passage 1 is enough.
            "clue new-word: -0a -0b +0c",
            // What was excluded is found, and its code pushes another one aside.
            "clue aside: -2c +2a +2b",
            "rule a-people: -0a -0b +0c",
            "rule a-kk: -3a",
            "rule b: -0b",
            "rule c: -2c",
        ]
    );
}

/// Codings as pairs of a place and a code.
fn coded(codebook: &Codebook, rules: &Rules, document: &Document) -> BTreeSet<(usize, String)> {
    let coder = Coder::new(rules, codebook);
    let codings = coder.worker().code(document, None).codings;
    codings.into_iter().map(|it| (it.passage, it.code.to_string())).collect()
}

/// The rules without a part: a clue whose words stand nowhere, or one rule less.
fn without(rules: &Rules, kind: PartKind, id: &str) -> Rules {
    let mut rules = rules.clone();
    match kind {
        PartKind::Rule => rules.rules.retain(|rule| rule.id.0 != id),
        PartKind::Clue => {
            for clue in rules.clues.iter_mut().filter(|clue| clue.id.0 == id) {
                clue.any = vec!["=ььььь".to_owned()];
            }
        }
    }
    rules
}

fn is_that_of_other_rules(codebook: &Codebook, rules: &Rules, document: &Document) -> usize {
    let coder = Coder::new(rules, codebook);
    let mut worker = coder.worker();
    let found = worker.leave_one_out(document, None);
    let all = coded(codebook, rules, document);
    let clues = rules.clues.iter().map(|clue| (PartKind::Clue, clue.id.0.clone()));
    let rule = |rule: &daryn_coding::rules::Rule| (PartKind::Rule, rule.id.0.clone());
    let parts: BTreeSet<_> = clues.chain(rules.rules.iter().map(rule)).collect();
    for (kind, id) in parts {
        let other = coded(codebook, &without(rules, kind, &id), document);
        let own = found.iter().find(|one| one.kind == kind && one.id.0 == id);
        let pairs = |list: &[(usize, &daryn_model::record::Id)]| -> BTreeSet<(usize, String)> {
            list.iter().map(|(place, code)| (*place, code.to_string())).collect()
        };
        let (lost, gained) =
            own.map_or_else(Default::default, |one| (pairs(&one.lost), pairs(&one.gained)));
        assert_eq!(all.difference(&other).cloned().collect::<BTreeSet<_>>(), lost, "{id}");
        assert_eq!(other.difference(&all).cloned().collect::<BTreeSet<_>>(), gained, "{id}");
    }
    found.len()
}

#[test]
fn it_is_what_rules_without_the_part_give() {
    let (codebook, rules) = tiny();
    let document = daryn_read::read(TEXT.as_bytes(), "d.md");
    assert_eq!(is_that_of_other_rules(&codebook, &rules, &document), 7);
    let codebook = Codebook::built_in().expect("the codebook");
    let rules = Rules::built_in().expect("the rules");
    let text = "# Закон\n\n### Статья 1. Основные понятия\n\nКандасы, ученые и студенты имеют право на \
        получение жилья и финансирование из бюджета.\n\nТуристам и беженцам запрещается въезд без визы.\n\n\
        Уполномоченный орган осуществляет мониторинг научных стажировок, возвращение специалистов и \
        подготовку кадров:\n\n1) врачи обучаются за рубежом;\n\n2) иностранным работникам выдаются разрешения.\n\n\
        Дәрігерлер мен ғалымдардың тұрғын үй алуға құқығы бар.\n\nҚандастарды бейімдеуді мемлекет қаржыландырады.\n";
    let document = daryn_read::read(text.as_bytes(), "d.md");
    assert!(is_that_of_other_rules(&codebook, &rules, &document) > 20);
}
