//! A word of the law was renamed: «оралман» became «кандас» («қандас»). Codes must not move with
//! the word alone, or a change of the term looks like a change of the policy.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use daryn_coding::{Codebook, Coder, Rules};

/// The word of today and the one before it, in every language of the rules. Kazakh endings follow
/// the last sound of the word.
const RENAMED: [(&str, &str); 8] = [
    ("андастар", "оралмандар"),
    ("андастың", "оралманның"),
    ("андасты", "оралманды"),
    ("андасқа", "оралманға"),
    ("андастан", "оралманнан"),
    ("андас", "оралман"),
    ("kandas", "oralman"),
    ("Kandas", "Oralman"),
];

/// Own sentences, each after its own heading; most of them are given codes by the word itself.
const SENTENCES: [&str; 22] = [
    "Статья 1. Кандасы\n\nЗаявление о присвоении статуса кандаса рассматривается в консульстве пять рабочих дней.",
    "Статья 2. Квота\n\nРегиональная квота приема кандасов определяется на каждый год отдельно.",
    "Статья 3. Центры\n\nЦентры адаптации и интеграции кандасов обучают приехавших языку.",
    "Статья 4. Комиссии\n\nКомиссии по приему кандасов собираются раз в месяц.",
    "Статья 5. Помощь\n\nСемьям кандасов бесплатно предоставляются языковые курсы; акиматы обеспечивают кандасов жильем.",
    "Статья 6. Права\n\nКандасам и членам их семей возмещаются расходы на переезд.",
    "Статья 7. Обращение\n\nКандасы вправе подать заявление повторно. Кандас вправе обратиться в суд.",
    "Статья 8. Расселение\n\nРасселение кандасов в регионах с нехваткой кадров ведется по плану.",
    "Статья 9. Утрата\n\nЛица, получившие статус кандаса, встают на учет в течение месяца.",
    "Статья 10. Обязанности\n\nПрава и обязанности кандасов устанавливаются договором.",
    "Статья 11. Получение\n\nПорядок получения кандасами земельного участка утверждает акимат.",
    "Статья 12. Забота\n\nГосударство предоставляет кандасам рассрочку на жилье.",
    "1-бап. Қандастар\n\nҚандас мәртебесін беру туралы өтінішті консулдық бес жұмыс күні ішінде қарайды.",
    "2-бап. Мерзім\n\nҚандас мәртебесін ұзарту үшін комиссияға өтініш беріледі.",
    "3-бап. Қабылдау\n\nҚандастарды қабылдау квотасы жыл сайын бөлек белгіленеді.",
    "4-бап. Орталық\n\nҚандастарды бейімдеу және ықпалдастыру орталықтары келгендерді тілге үйретеді.",
    "5-бап. Көмек\n\nҚандастарға және олардың отбасы мүшелеріне тіл курсы тегін өткізіледі.",
    "6-бап. Міндет\n\nҚандас мәртебесін алған адамдар бір ай ішінде есепке тұруға міндетті.",
    "7-бап. Құқық\n\nҚандастардың құқықтары мен міндеттері шартта жазылады.",
    "8-бап. Бас тарту\n\nҚандас мәртебесін беруден бас тарту үш күн ішінде хабарланады.",
    "Section 1. Status\n\nThe consulate decides on the status of kandas in five days.",
    "Section 2. Settlement\n\nThe plan of settlement of kandas names regions and housing.",
];

fn before(text: &str) -> String {
    let mut text = text.to_owned();
    for (now, then) in RENAMED {
        for first in ["к", "қ", "К", "Қ", ""] {
            let is_word = first.is_empty() == now.is_ascii();
            if is_word {
                let capital = first.chars().any(char::is_uppercase);
                let then = if capital { then.replacen('о', "О", 1) } else { then.to_owned() };
                text = text.replace(&format!("{first}{now}"), &then);
            }
        }
    }
    text
}

/// The codes of each leaf.
fn codes(text: &str) -> Vec<BTreeSet<String>> {
    let codebook = Codebook::built_in().expect("the codebook");
    let rules = Rules::built_in().expect("the rules");
    let document = daryn_read::read(text.as_bytes(), "d.md");
    let mut found = vec![BTreeSet::new(); document.passages.len()];
    for coding in Coder::new(&rules, &codebook).worker().code(&document, None).codings {
        found[coding.passage].insert(coding.code.to_string());
    }
    found
}

#[test]
fn the_old_word_gets_the_codes_of_the_new_one() {
    let mut all = BTreeSet::new();
    for now in SENTENCES {
        let then = before(now);
        assert_ne!(now, then);
        let given = codes(now);
        assert_eq!(given, codes(&then), "{then}");
        all.extend(given.into_iter().flatten());
    }
    // The test would be empty if the sentences had no codes.
    for code in
        ["function.return", "function.reintegrate", "polarity.support", "target.compatriots"]
    {
        assert!(all.contains(code), "{code} of {all:?}");
    }
}

/// Every term of the rules that holds the new word has its twin with the old one in the same list.
#[test]
fn every_term_of_the_new_word_has_its_twin() {
    let (_, text) = daryn_coding::rules::BUILT_IN;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    let mut terms = 0;
    for list in text.split(']') {
        let words: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
        for word in words.iter().filter(|word| before(word) != **word) {
            terms += 1;
            // The stemmer has two stems for forms of the old Russian word.
            let by_part: Vec<String> = before(word)
                .split(' ')
                .map(|word| match word.starts_with("оралман") {
                    true => "оралман*".to_owned(),
                    false => word.to_owned(),
                })
                .collect();
            let twins = [before(word), by_part.join(" ")];
            assert!(twins.iter().any(|twin| words.contains(twin.as_str())), "{word}");
        }
    }
    assert!(terms > 30, "{terms}");
}

/// The law of 2023 with the word of 2014 is coded as it is.
#[test]
fn the_law_is_coded_the_same_with_the_old_word() {
    let shared = std::env::var_os("DARYN_SHARED").map(PathBuf::from);
    let shared =
        shared.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"));
    let folder = shared.join("data/documents/law-2011-0722-migration");
    if !folder.is_dir() {
        let _ = writeln!(std::io::stderr(), "skipped: the law on migration is not there");
        return;
    }
    for file in ["rus.2023-04-19.md", "kaz.2023.md"] {
        let now = std::fs::read_to_string(folder.join(file)).expect("the law");
        let (given, with_old) = (codes(&now), codes(&before(&now)));
        assert_eq!(given.len(), with_old.len(), "{file}");
        let others: Vec<_> = (0..given.len())
            .filter(|at| given[*at] != with_old[*at])
            .map(|at| (at + 1, &given[at], &with_old[at]))
            .collect();
        assert!(others.is_empty(), "{file}: {others:?}");
    }
}
