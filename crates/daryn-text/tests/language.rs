//! Languages of lines of official acts (not kept here), and of own sentences in other languages.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the test prints its table")]

use std::path::PathBuf;

use daryn_text::Language;
use daryn_text::language::{Evidence, identify};

fn documents() -> Option<PathBuf> {
    let shared = std::env::var_os("DARYN_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    Some(shared.join("data/documents")).filter(|path| path.is_dir())
}

/// Lines of an act that have letters, without anchors.
fn lines(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(documents().expect("documents").join(file)).expect(file);
    let bare = |line: &str| {
        let mut inside = false;
        let keep = |letter: &char| {
            inside = *letter == '<' || inside && *letter != '>';
            !inside && !"<>#*".contains(*letter)
        };
        line.chars().filter(keep).collect::<String>().trim().to_owned()
    };
    let enough = |line: &String| line.chars().filter(|letter| letter.is_alphabetic()).count() > 3;
    text.lines().map(bare).filter(enough).collect()
}

fn planted(line: &str) -> String {
    let swap = |(place, letter): (usize, char)| match letter {
        'і' if place % 2 == 0 => 'i',
        'о' if place % 3 == 0 => 'o',
        'а' if place % 3 == 1 => 'a',
        'е' if place % 4 == 0 => 'e',
        'с' if place % 2 == 1 => 'c',
        other => other,
    };
    line.chars().enumerate().map(swap).collect()
}

#[test]
fn lines_of_official_acts_are_told() {
    if documents().is_none() {
        eprintln!("SKIPPED: no official acts in ../shared or DARYN_SHARED");
        return;
    }
    let files = [
        ("law-2011-0722-migration/kaz.2023.md", Language::Kk),
        ("gov-2022-1005-research-internships/kaz.md", Language::Kk),
        ("law-2011-0722-migration/rus.2023-04-19.md", Language::Ru),
        ("gov-2022-1005-research-internships/rus.md", Language::Ru),
        ("gov-2022-0715-investment-policy-concept/rus.md", Language::Ru),
    ];
    println!("| lines | language | right | of |");
    for language in [Language::Kk, Language::Ru] {
        let own = files.iter().filter(|file| file.1 == language);
        let all: Vec<String> = own.flat_map(|file| lines(file.0)).collect();
        let long = |line: &&String| line.chars().count() > 40;
        let sorts: [(&str, Vec<String>, f64); 3] = [
            ("over 40 characters", all.iter().filter(long).cloned().collect(), 0.995),
            ("short", all.iter().filter(|line| !long(line)).cloned().collect(), 0.97),
            (
                "look-alikes planted",
                all.iter().filter(long).map(|line| planted(line)).collect(),
                0.99,
            ),
        ];
        for (name, lines, least) in sorts {
            let wrong: Vec<&String> =
                lines.iter().filter(|line| identify(line) != language).collect();
            println!(
                "| {name} | {} | {} | {} |",
                language.code(),
                lines.len() - wrong.len(),
                lines.len()
            );
            if std::env::var_os("DARYN_SHOW").is_some() {
                wrong.iter().take(25).for_each(|line| println!("  {line}"));
            }
            assert!(wrong.len() as f64 <= (1.0 - least) * lines.len() as f64, "{name}");
        }
    }
}

#[test]
fn sentences_in_neighbouring_languages_are_other() {
    let rows = include_str!("data/other-languages.tsv").lines();
    let rows: Vec<(&str, &str)> = rows
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a language and a sentence"))
        .collect();
    println!("| language | called other | with look-alikes planted | of |");
    for name in ["be", "uk", "ky", "tt", "uz"] {
        let own: Vec<&str> = rows.iter().filter(|row| row.0 == name).map(|row| row.1).collect();
        let right = |change: fn(&str) -> String| {
            let wrong = own.iter().filter(|line| identify(&change(line)) != Language::Other);
            let wrong: Vec<&&str> = wrong.collect();
            wrong.iter().for_each(|line| println!("  {line}: {}", identify(line).code()));
            own.len() - wrong.len()
        };
        let (plain, changed) = (right(str::to_owned), right(planted));
        println!("| {name} | {plain} | {changed} | {} |", own.len());
        assert!(own.len() >= 20 && plain * 100 >= own.len() * 95, "{name}");
    }
}

#[test]
fn a_long_text_has_the_language_of_most_of_it() {
    let russian = "Граждане имеют право на выезд из страны и на возвращение в нее. ".repeat(300);
    let one_name = format!("{russian}Программа «Болашақ және орган».");
    assert_eq!(identify(&one_name), Language::Ru);
    let kazakh = "Азаматтардың елден кетуге және оған қайтып келуге құқығы бар. ".repeat(300);
    assert_eq!(identify(&format!("{kazakh}Заң туралы. О законе.")), Language::Kk);
    assert_eq!(
        identify(&format!("{kazakh}{}", russian.chars().take(2000).collect::<String>())),
        Language::Kk
    );
    // Evidence of parts adds up to that of the whole.
    let mut parts = Evidence::default();
    for sentence in one_name.split_inclusive(". ") {
        parts.add(&Evidence::of(sentence));
    }
    assert_eq!(parts.language(), Language::Ru);
}
