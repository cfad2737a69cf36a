//! Real acts, where they are at hand: `DARYN_SHARED`, or `../shared` beside the repository.

use std::io::Write;
use std::path::{Path, PathBuf};

use daryn_read::anchor::{self, Place};
use daryn_read::{Document, Kind, read};

fn text_of(name: &str) -> Option<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("DARYN_SHARED").map_or(beside, PathBuf::from);
    let path = shared.join("data/documents").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        // Past the capture of the test harness, so that it is seen without asking.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {} is not there", path.display());
    }
    text
}

fn law(name: &str) -> Option<(String, Document)> {
    let text = text_of(&format!("law-2011-0722-migration/{name}"))?;
    let document = read(text.as_bytes(), name);
    let told: Vec<&str> = document.diagnostics.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(told, ["read-repaired"]);
    Some((text, document))
}

fn labels(document: &Document, kind: Kind) -> Vec<String> {
    document.of_kind(kind).filter_map(|passage| passage.label.clone()).collect()
}

/// Leaves in order, joined by what stands between them in the text, are the text.
fn hangs_together(document: &Document) {
    let mut rebuilt = String::new();
    let mut end = 0;
    for place in document.leaves() {
        let leaf = &document.passages[place];
        let between = &document.text[end..leaf.start];
        assert!(between.chars().all(|letter| "\n\t".contains(letter)), "{between:?}");
        rebuilt.push_str(between);
        rebuilt.push_str(document.words(leaf));
        end = leaf.end;
    }
    assert_eq!(rebuilt, document.text);
    for passage in &document.passages {
        let before = document.text[..passage.start].chars().count();
        assert_eq!(
            (passage.first, passage.last),
            (before, before + document.words(passage).chars().count())
        );
        if let Some(parent) = passage.parent {
            let around = &document.passages[parent];
            assert!(around.start <= passage.start && passage.end <= around.end);
        }
    }
}

/// Numbers at the beginning of lines, found without the reader: `1.` or `1)`, `4-1)`.
fn numbers(text: &str, sign: char) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim_start().trim_start_matches('*');
        let end = line.find(|letter: char| !letter.is_ascii_digit() && letter != '-');
        let Some(end) = end.filter(|end| *end > 0) else { continue };
        let mut rest = line[end..].chars();
        if line.starts_with(|letter: char| letter.is_ascii_digit())
            && rest.next() == Some(sign)
            && rest.next() == Some(' ')
        {
            found.push(line[..end].to_owned());
        }
    }
    found
}

fn check(name: &str, articles: usize, word: &str) {
    let Some((text, document)) = law(name) else { return };
    hangs_together(&document);
    // Titles of articles in the source, by the mark of a title.
    let titles: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .map(|title| {
            let title = title.strip_prefix(word).unwrap_or(title).trim();
            title.split(['.', ' ']).next().unwrap_or_default().trim_end_matches("-бап").to_owned()
        })
        .collect();
    assert_eq!(titles.len(), articles);
    assert_eq!(labels(&document, Kind::Article), titles);
    assert_eq!(labels(&document, Kind::Point), numbers(&text, '.'));
    let sub_points: Vec<String> =
        numbers(&text, ')').into_iter().map(|number| format!("{number})")).collect();
    assert_eq!(labels(&document, Kind::SubPoint), sub_points);
    // No words of an editor among the words of the act.
    for place in document.leaves() {
        let words = document.words(&document.passages[place]);
        let editor = ["Сноска", "Cноска", "Ескерту.", "Примечание РЦПИ"];
        if editor.iter().any(|head| words.starts_with(head)) {
            assert!(document.is_apart(place), "{words}");
        }
    }
    let _ = writeln!(
        std::io::stdout(),
        "{name}: {} chapters, {} articles, {} points, {} sub-points, {} notes",
        labels(&document, Kind::Chapter).len(),
        articles,
        labels(&document, Kind::Point).len(),
        sub_points.len(),
        document.of_kind(Kind::Note).count()
    );
}

#[test]
fn the_law_of_2023_in_russian() {
    check("rus.2023-04-19.md", 72, "Статья");
}

#[test]
fn the_law_of_2023_in_kazakh() {
    check("kaz.2023.md", 72, "");
}

#[test]
fn the_law_of_2014_with_its_table_of_contents() {
    check("rus.2014.md", 66, "Статья");
    let Some((_, document)) = law("rus.2014.md") else { return };
    let contents: Vec<usize> = (0..document.passages.len())
        .filter(|place| document.passages[*place].kind == Kind::Toc)
        .collect();
    let all = document.words(&document.passages[contents[0]]);
    assert!(all.starts_with("Глава 1. ОСНОВНЫЕ ПОЛОЖЕНИЯ\nСтатья 1."), "{all}");
    assert!(all.ends_with("Статья 63. Порядок введения в действие настоящего Закона"), "{all}");
}

#[test]
fn rules_and_a_concept_with_tables() {
    for name in
        ["gov-2022-1005-research-internships/rus.md", "gov-2022-1005-research-internships/kaz.md"]
    {
        let Some(text) = text_of(name) else { return };
        let document = read(text.as_bytes(), name);
        hangs_together(&document);
        assert_eq!(document.of_kind(Kind::Annex).count(), 1, "{name}");
        assert_eq!(labels(&document, Kind::Chapter), ["1", "2", "3", "4", "5"], "{name}");
        assert_eq!(labels(&document, Kind::Point), numbers(&text, '.'), "{name}");
    }
    let Some(text) = text_of("gov-2022-0715-investment-policy-concept/rus.md") else { return };
    let document = read(text.as_bytes(), "rus.md");
    hangs_together(&document);
    assert_eq!(document.tables.len(), 5);
    assert_eq!(document.of_kind(Kind::Annex).count(), 3);
    assert_eq!(labels(&document, Kind::Chapter), ["1", "2", "3", "4", "5", "6", "7"]);
    let targets = &document.tables[2].rows;
    assert_eq!(targets[0].len(), 13);
    assert_eq!(targets[1][7], "2022 год");
    assert_eq!(targets[2][4], "18,1");
}

#[test]
fn a_few_words_do_not_give_a_document_their_language() {
    let russian = "1. Министерству образования и науки обеспечить отбор претендентов.\n".repeat(20);
    let text = format!(
        "{russian}2. Стипендия «Болашақ» и программа «Өрлеу» продолжаются.\nҒылым қоры туралы\n"
    );
    let document = daryn_read::read(text.as_bytes(), "a.txt");
    assert_eq!(document.language.language().code(), "ru");
    assert_eq!(
        daryn_read::read("Ғылым қоры туралы\n2022\n".as_bytes(), "a.txt")
            .language
            .language()
            .code(),
        "kk"
    );
    assert_eq!(
        daryn_read::read("12.5\n2022\n".as_bytes(), "a.txt").language.language().code(),
        "other"
    );
}

/// Labels above a leaf, from the outermost.
fn path(document: &Document, place: usize) -> Vec<String> {
    let mut labels = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let passage = &document.passages[place];
        if matches!(passage.kind, Kind::Article | Kind::Point | Kind::SubPoint) {
            labels.extend(passage.label.clone());
        }
        at = passage.parent;
    }
    labels.reverse();
    labels
}

#[test]
fn anchors_of_one_edition_are_found_in_the_next_or_told_as_lost() {
    let (Some((_, old)), Some((_, new))) = (law("rus.2014.md"), law("rus.2023-04-19.md")) else {
        return;
    };
    let leaves = new.leaves();
    let (mut same, mut changed, mut lost, mut elsewhere) = (0, 0, 0, Vec::new());
    let mut there = 0;
    let kept = |words: &str, before: &[String]| {
        leaves
            .iter()
            .any(|place| new.words(&new.passages[*place]) == words && path(&new, *place) == before)
    };
    for place in old.leaves() {
        let leaf = &old.passages[place];
        let Some(made) = anchor::make(&old.text, leaf.start, leaf.end) else { continue };
        let start = match anchor::resolve(&made, &new.text) {
            Place::Same(start, _) => {
                same += 1;
                start
            }
            Place::Changed(start, _) => {
                changed += 1;
                start
            }
            Place::Lost => {
                lost += 1;
                there += usize::from(kept(old.words(leaf), &path(&old, place)));
                continue;
            }
        };
        let found = leaves.iter().find(|place| new.passages[**place].end > start);
        let found = found.map(|place| path(&new, *place)).unwrap_or_default();
        let before = path(&old, place);
        if before.first() != found.first() && leaf.kind != Kind::Toc {
            elsewhere.push(format!("{before:?} -> {found:?}: {:.60}", old.words(leaf)));
        }
    }
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    let told =
        format!("{same} the same, {changed} changed, {lost} lost, of which {there} stand there");
    assert!(same > 300 && there < 30, "{told}");
}

#[test]
fn numbers_of_a_quoted_wording_are_those_of_another_act() {
    let text = "Закон о поправках\n\nСтатья 1. Внести в Закон изменения:\n\n\
        1) статью 5 изложить в следующей редакции:\n\n\
        «Статья 5. Квота\n\n1. Квота устанавливается ежегодно.\n\n2. Порядок определяет «орган».»;\n\n\
        2) пункт 3 статьи 7 исключить.\n\nСтатья 2. Закон вводится в действие.\n";
    let document = read(text.as_bytes(), "law.md");
    hangs_together(&document);
    assert_eq!(labels(&document, Kind::Article), ["1", "2"]);
    assert_eq!(labels(&document, Kind::SubPoint), ["1)", "2)"]);
    assert_eq!(labels(&document, Kind::Point), [""; 0]);
    // A quotation without an end hides nothing.
    let open = text.replace("«орган».»;", "орган;");
    let document = read(open.as_bytes(), "law.md");
    assert_eq!(labels(&document, Kind::Point), ["1", "2"]);
}

#[test]
fn an_english_act_has_a_structure() {
    let excluded = read("Статья 4. Исключена Законом РК от 01.01.2020 № 1.\n".as_bytes(), "a.txt");
    assert_eq!(excluded.of_kind(Kind::Note).count(), 1);
    let text = "LAW ON MIGRATION\n\nChapter 1. General Provisions\n\nArticle 1. Definitions\n\n\
        1. In this Law:\n\n(a) a student;\n\n(b) a scientist.\n\nArticle 2. Scope\n\n\
        Article 1 of this Law applies to all.\n\nAnnex 1\n\nList of specialities\n";
    let document = read(text.as_bytes(), "law.txt");
    hangs_together(&document);
    assert_eq!(labels(&document, Kind::Chapter), ["1"]);
    assert_eq!(labels(&document, Kind::Article), ["1", "2"]);
    assert_eq!(labels(&document, Kind::SubPoint), ["(a)", "(b)"]);
    assert_eq!(labels(&document, Kind::Annex), ["1"]);
}
