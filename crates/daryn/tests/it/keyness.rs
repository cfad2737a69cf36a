//! `daryn keyness`: the contract of its columns, sides of many documents, languages, bad input.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Ran, command};

/// A folder with texts.
struct Folder(TempDir);

impl Folder {
    fn of(files: &[(&str, &str)]) -> Folder {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("written");
        }
        Folder(folder)
    }

    fn keyness(&self, arguments: &[&str]) -> Ran {
        let mut command = command(self.0.path(), &["keyness"]);
        Ran::of(command.args(arguments))
    }
}

const A: &str = "The cat sat.\nThe dog and the cat\n\nCAT, cat!\n";
const B: &str = "the dog ran\nthe dog slept, 3.5 times\n";

/// Rows of CSV as cells; no cell of these tests holds a comma.
fn rows(ran: &Ran) -> Vec<Vec<String>> {
    ran.out.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn columns_are_those_of_the_contract_most_key_first() {
    let folder = Folder::of(&[("a.txt", A), ("b.txt", B)]);
    let ran = folder.keyness(&["a.txt", "b.txt", "--format", "csv"]).ends(0);
    assert_eq!(ran.err, "");
    assert_snapshot!(ran.out, @"
    feature,a,b,ll,g2,log_ratio,bic,q,dp
    cat,4,0,4.702293319216951,5.609189825890432,2.678071905112638,1.8119215613207862,0.27110158523762823,0.3
    3.5,0,1,1.6218604324326575,1.6958070062475936,-1.3219280948873622,-1.268511325463507,0.35776160172858656,0.375
    ran,0,1,1.6218604324326575,1.6958070062475936,-1.3219280948873622,-1.268511325463507,0.35776160172858656,0.625
    slept,0,1,1.6218604324326575,1.6958070062475936,-1.3219280948873622,-1.268511325463507,0.35776160172858656,0.375
    times,0,1,1.6218604324326575,1.6958070062475936,-1.3219280948873622,-1.268511325463507,0.35776160172858656,0.375
    and,1,0,1.1755733298042377,1.2224701185216171,0.6780719051126377,-1.7147984280919268,0.35776160172858656,0.5
    sat,1,0,1.1755733298042377,1.2224701185216171,0.6780719051126377,-1.7147984280919268,0.35776160172858656,0.7
    dog,1,2,0.6002091849006765,0.7211817374570707,-1.3219280948873622,-2.290162572995488,0.4933105016582417,0.125
    the,3,2,0.04032418418546479,0.055672510922167226,0.2630344058337938,-2.8500475737107,0.8408480621621227,0.19999999999999996
    ");
    assert_eq!(folder.keyness(&["a.txt", "b.txt"]).ends(0).out, ran.out);
}

/// The published counts of the design page, as texts: 120 of 10,000 words against 40 of 10,000.
#[test]
fn published_values_come_out_of_texts() {
    let text = |count: usize| {
        let line =
            |at: usize| if at < count { "word other other\n" } else { "other other other\n" };
        // 3,333 lines of three words and one word more.
        (0..3_333).map(line).collect::<String>() + "other"
    };
    let folder = Folder::of(&[("a.txt", &text(120)), ("b.txt", &text(40))]);
    let ran = folder.keyness(&["a.txt", "b.txt", "--all"]).ends(0);
    let rows = rows(&ran);
    let word = rows.iter().find(|row| row[0] == "word").expect("the word");
    let head = &rows[0];
    let value = |name: &str| -> f64 {
        let place = head.iter().position(|head| head == name).expect("a column");
        word[place].parse().expect("a number")
    };
    for (name, published) in [
        ("a", 120.0),
        ("b", 40.0),
        ("c", 10_000.0),
        ("d", 10_000.0),
        ("ll", 41.859852),
        ("g2", 42.182433),
        ("chi2", 40.322581),
        ("chi2_yates", 39.320817),
        ("log_ratio", 1.584963),
        ("diff", 200.0),
        ("bic", 31.956364),
        ("odds", 3.024291),
        ("range", 120.0),
        ("parts", 3_334.0),
        ("p_log10", 10.008528),
    ] {
        assert!((value(name) - published).abs() < 1e-6, "{name}: {}", value(name));
    }
    // In 120 lines of three words each out of 10,000 words.
    assert!((value("dp") - (1.0 - 360.0 / 10_000.0)).abs() < 1e-12);
}

#[test]
fn one_repetitive_place_has_a_large_dp() {
    let annex = "annex ".repeat(20);
    let even = "policy word\n".repeat(20);
    let folder = Folder::of(&[
        ("a.txt", &format!("{even}{annex}\n")),
        ("b.txt", &"word other thing\n".repeat(30)),
    ]);
    let rows = rows(&folder.keyness(&["a.txt", "b.txt"]).ends(0));
    let dp = |word: &str| -> f64 {
        let row = rows.iter().find(|row| row[0] == word).expect("the word");
        row[8].parse().expect("a number")
    };
    // Both stand 20 times in A and nowhere in B.
    assert!(dp("annex") > 0.6 && dp("policy") < 0.4, "{} {}", dp("annex"), dp("policy"));
}

#[test]
fn what_is_not_defined_is_missing_with_its_reason() {
    let folder = Folder::of(&[("a.txt", A), ("b.txt", B)]);
    let ran = folder.keyness(&["a.txt", "b.txt", "--all", "--format", "json"]).ends(0);
    let whole = ran.json();
    assert_eq!(whole["target"]["words"], 10);
    assert_eq!((&whole["target"]["parts"], &whole["reference"]["parts"]), (&3.into(), &2.into()));
    let feature = |name: &str| -> Value {
        let features = whole["features"].as_array().expect("features");
        features.iter().find(|it| it["feature"] == name).expect("a feature").clone()
    };
    let cat = feature("cat");
    assert_eq!((&cat["diff"], &cat["odds"]), (&Value::Null, &Value::Null));
    assert_eq!(cat["undefined"]["diff"], "not-in-reference");
    assert_eq!(feature("ran")["undefined"]["pmi"], "not-in-target");
    assert_eq!(feature("the")["undefined"], serde_json::json!({}));
    assert_eq!(whole["notes"], serde_json::json!([]));
}

#[test]
fn sides_of_documents_and_folders() {
    let folder = Folder::of(&[
        ("a.txt", A),
        ("laws/one.txt", "the dog ran\n"),
        ("laws/deep/two.txt", "the dog slept, 3.5 times\n"),
        ("laws/data.csv", "not,a,document\n"),
        ("b.txt", B),
        ("page.html", "<p>the dog ran</p><p>the dog slept, 3.5 times</p>"),
    ]);
    let plain = folder.keyness(&["a.txt", "b.txt"]).ends(0).out;
    assert_eq!(folder.keyness(&["a.txt", "laws"]).ends(0).out, plain);
    let against = ["a.txt", "--against", "laws/one.txt", "laws/deep/two.txt"];
    assert_eq!(folder.keyness(&against).ends(0).out, plain);
    assert_eq!(folder.keyness(&["a.txt", "page.html"]).ends(0).out, plain);
    let both = ["a.txt", "b.txt", "--against", "laws"];
    let row = rows(&folder.keyness(&both).ends(0)).into_iter().find(|row| row[0] == "dog");
    assert_eq!(row.expect("dog")[1..3], ["3", "2"]);
    let frequent = rows(&folder.keyness(&["a.txt", "b.txt", "--min-count", "3"]).ends(0));
    let words: Vec<&str> = frequent[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(words, ["cat", "dog", "the"]);
    // Three words were tested, not nine.
    let q: f64 = frequent[1][7].parse().expect("a number");
    assert!((q - 0.27110158523762823 / 3.0).abs() < 1e-12);
}

#[test]
fn stems_and_languages() {
    let ru = "Квота для трудовых мигрантов устанавливается ежегодно правительством республики.\n";
    let kk = "Еңбекші көшіп келушілер үшін квотаны Үкімет жыл сайын белгілейді әрі бекітеді.\n";
    let folder = Folder::of(&[
        ("a.txt", &format!("{ru}Трудовой мигрант имеет право на получение разрешения и помощи.\n")),
        ("b.txt", &format!("{ru}{kk}")),
    ]);
    let ran = folder.keyness(&["a.txt", "b.txt", "--stem"]).ends(0);
    assert!(ran.err.contains("not in one language: ru 100 % against"), "{}", ran.err);
    let stem = rows(&ran).into_iter().find(|row| row[0] == "мигрант").expect("a stem");
    assert_eq!(stem[1..3], ["2", "1"]);
    let ran = folder.keyness(&["a.txt", "b.txt", "--stem", "--language", "ru"]).ends(0);
    assert!(!ran.err.contains("language") && !ran.out.contains("үкімет"), "{}", ran.err);
    let ran = folder.keyness(&["a.txt", "b.txt", "--language", "kk"]).ends(1);
    assert!(ran.err.contains("no words in this language in a.txt"), "{}", ran.err);
}

#[test]
fn a_text_without_words_is_told() {
    let folder = Folder::of(&[("a.txt", A), ("empty.txt", ""), ("marks.txt", "—\n…!\n")]);
    for other in ["empty.txt", "marks.txt"] {
        let ran = folder.keyness(&["a.txt", other]).ends(1);
        assert_eq!(ran.out, "");
        assert!(ran.err.contains(&format!("there are no words in {other}")), "{}", ran.err);
    }
    let ran = folder.keyness(&["a.txt", "empty.txt", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["read-no-text", "keyness-no-words"]);
    let ran = folder.keyness(&["a.txt", "missing.txt"]).ends(1);
    assert!(ran.err.contains("missing.txt cannot be read"), "{}", ran.err);
    folder.keyness(&["a.txt"]).ends(1);
    folder.keyness(&["a.txt", "a.txt", "a.txt"]).ends(1);
}

#[test]
fn letters_of_an_old_charset_are_read() {
    let folder = Folder::of(&[("b.txt", "право на труд\nправо на учебу\n")]);
    let (old, _) = ("Право на труд и отдых есть у каждого.\nПраво — не обязанность.\n", ());
    let bytes: Vec<u8> = old
        .chars()
        .map(|letter| match letter {
            'А'..='я' => (letter as u32 - 'А' as u32 + 0xc0) as u8,
            '—' => 0x97,
            other => other as u8,
        })
        .collect();
    fs::write(folder.0.path().join("a.txt"), bytes).expect("written");
    let rows = rows(&folder.keyness(&["a.txt", "b.txt"]).ends(0));
    assert!(rows.iter().any(|row| row[..3] == ["право", "2", "2"]), "{rows:?}");
}

#[test]
fn one_line_says_nothing_of_dispersion() {
    let folder = Folder::of(&[("a.txt", "one line only"), ("b.txt", B)]);
    let ran = folder.keyness(&["a.txt", "b.txt"]).ends(0);
    assert!(ran.err.contains("a.txt: the text has one part only"), "{}", ran.err);
    assert!(rows(&ran).iter().filter(|row| row[1] == "1").all(|row| row[8] == "0"));
}

#[test]
fn workbooks_and_parquet_go_to_files() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let folder = Folder::of(&[("a.txt", A), ("b.txt", B)]);
    folder.keyness(&["a.txt", "b.txt", "--format", "xlsx"]).ends(1);
    let out = ["a.txt", "b.txt", "--format", "xlsx", "--output", "key.xlsx"];
    assert_eq!(folder.keyness(&out).ends(0).out, "");
    let mut book: Xlsx<_> = open_workbook(folder.0.path().join("key.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("a range");
    let rows: Vec<&[Data]> = sheet.rows().collect();
    assert_eq!(rows[0][3], Data::String("ll".into()));
    assert_eq!(rows[2][0], Data::String("cat".into()));
    assert_eq!(rows[2][3], Data::Float(4.702293319216951));
    assert_eq!(rows.len(), 11);
    let out = ["a.txt", "b.txt", "--format", "parquet", "--output", "key.parquet"];
    folder.keyness(&out).ends(0);
    let bytes = fs::read(folder.0.path().join("key.parquet")).expect("a file");
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    // What is read is not replaced.
    let ran = folder.keyness(&["a.txt", "b.txt", "--output", "a.txt"]).ends(1);
    assert!(ran.err.contains("a.txt"), "{}", ran.err);
    assert_eq!(fs::read_to_string(folder.0.path().join("a.txt")).expect("a text"), A);
}

#[test]
fn each_document_of_a_side_is_counted_once_and_empty_ones_are_told() {
    let folder = Folder::of(&[("t/a.txt", A), ("t/empty.txt", ""), ("t/x.csv", A), ("r/b.txt", B)]);
    let alone = folder.keyness(&["t/a.txt", "r"]).ends(0);
    assert_eq!(alone.err, "");
    let ran = folder.keyness(&["t/a.txt", "t", "--against", "r"]).ends(0);
    assert_eq!(ran.out, alone.out);
    for code in ["named before", "passed over: 1", "no text was found"] {
        assert!(ran.err.contains(code), "{code}: {}", ran.err);
    }
    // The same text may stand on both sides.
    assert!(!folder.keyness(&["t/a.txt", "t/a.txt"]).ends(0).err.contains("named before"));
    let folder = Folder::of(&[("t/a.csv", A), ("r/b.txt", B)]);
    assert!(folder.keyness(&["t", "r"]).ends(1).err.contains("there is no document in"));
}

/// Letters of another script that look alike are put right as `daryn count` does it.
#[test]
fn words_are_those_of_count() {
    let alike = "Закон o бюджете принят, зaкон действует.\nЗакон o бюджете.\n";
    let folder = Folder::of(&[("a.txt", alike), ("b.txt", "Закон принят и действует.\n")]);
    let ran = folder.keyness(&["a.txt", "b.txt"]).ends(0);
    let mut count = command(folder.0.path(), &["count"]);
    let counted = Ran::of(count.args(["a.txt", "--features"])).ends(0);
    assert!(counted.err.contains("letters were put right"), "{}", counted.err);
    assert!(ran.err.contains("letters were put right"), "{}", ran.err);
    let counted: Vec<Vec<String>> = rows(&counted);
    for row in rows(&ran).iter().skip(1).filter(|row| row[1] != "0") {
        assert!(counted.contains(&row[..2].to_vec()), "{row:?} {counted:?}");
    }
}
