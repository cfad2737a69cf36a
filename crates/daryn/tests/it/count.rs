//! `daryn count`.

use std::fs;
use std::path::Path;

use crate::sample::{Ran, daryn};

const DICTIONARY: &str = "\
money = [\"budget*\", \"state funding\"]
people = [\"migrant*\", \"!labour migrants\", \"мигрант*\", \"көші-қон*\"]
";

const LINES: &str = "\
The budget pays state funding; BUDGETS grow.

Labour migrants and other migrants. Мигрантам!
Көші-қонның көші, 3,5 % don't
";

/// A folder with a dictionary and lines.
fn folder(dictionary: &str, lines: impl AsRef<[u8]>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("d.toml"), dictionary).expect("a file");
    fs::write(folder.path().join("lines.txt"), lines).expect("a file");
    folder
}

fn count(folder: &Path, arguments: &[&str]) -> Ran {
    daryn(folder, &[&["count"], arguments].concat())
}

fn of_lines(arguments: &[&str]) -> String {
    let folder = folder(DICTIONARY, LINES);
    count(folder.path(), &[&["--lines", "lines.txt"], arguments].concat()).ends(0).out
}

#[test]
fn categories_in_each_line_and_over_all() {
    let asked = ["--dictionary", "d.toml", "--format", "csv"];
    let out = of_lines(&asked);
    assert_eq!(out, "document,category,count\n1,money,3\n3,people,2\n4,people,1\n");
    assert_eq!(out, of_lines(&asked[..2]), "csv is the form if none is asked for");
    let total = of_lines(&[&asked[..], &["--total"]].concat());
    assert_eq!(total, "category,count\nmoney,3\npeople,3\n");
    let per = of_lines(&[&asked[..], &["--per", "1000", "--min-count", "2"]].concat());
    assert_eq!(
        per,
        format!(
            "document,category,count,words,rate\n1,money,3,7,{}\n3,people,2,6,{}\n",
            3000.0 / 7.0,
            1000.0 / 3.0
        )
    );
}

#[test]
fn words_over_all_and_in_each_line() {
    let out = of_lines(&["--features", "--min-count", "2"]);
    assert_eq!(out, "feature,count\nmigrants,2\nкөші,2\n");
    let out = of_lines(&["--features", "--by-document"]);
    let last: Vec<&str> = out.lines().filter(|line| line.starts_with("4,")).collect();
    assert_eq!(last, ["4,көші,2", "4,\"3,5\",1", "4,don't,1", "4,қонның,1"]);
    let rows: serde_json::Value = count_json(&["--features"]);
    assert_eq!(rows[0], serde_json::json!({"feature": "migrants", "count": 2}));
}

fn count_json(arguments: &[&str]) -> serde_json::Value {
    let out = of_lines(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn json_is_one_list() {
    let rows = count_json(&["--dictionary", "d.toml", "--per", "100"]);
    assert_eq!(rows.as_array().map(Vec::len), Some(3));
    assert_eq!(
        rows[2],
        serde_json::json!({"document": 4, "category": "people", "count": 1, "words": 5, "rate": 20.0})
    );
    assert_eq!(count_json(&["--dictionary", "d.toml", "--min-count", "9"]), serde_json::json!([]));
}

#[test]
fn stems_of_each_line() {
    let folder = folder(
        "a = [\"мигрант\", \"заключить договор\"]\n",
        "Мигрантам и мигрантов должны выдать разрешение.\nThe migrants мигрант.\n",
    );
    let ask = |more: &[&str]| {
        let asked = [&["--lines", "lines.txt", "--dictionary", "d.toml"], more].concat();
        count(folder.path(), &asked).ends(0).out
    };
    assert_eq!(ask(&[]), "document,category,count\n2,a,1\n");
    assert_eq!(ask(&["--stem"]), "document,category,count\n1,a,2\n2,a,1\n");
    assert_eq!(ask(&["--stem=ru"]), ask(&["--stem"]));
    let features = ["--lines", "lines.txt", "--features", "--stem", "--min-count", "2"];
    let out = count(folder.path(), &features).ends(0).out;
    assert_eq!(out, "feature,count\nмигрант,3\n");
}

#[test]
fn tables_count_what_is_below_them() {
    let dictionary = "[a]\nx = [\"b\"]\ny = [\"b\", \"c d\"]\n";
    let folder = folder(dictionary, "b c d\n");
    let ask = |more: &[&str]| {
        let asked = [&["--lines", "lines.txt", "--dictionary", "d.toml", "--total"], more].concat();
        count(folder.path(), &asked).ends(0).out
    };
    assert_eq!(ask(&[]), "category,count\na.x,1\na.y,2\n");
    assert_eq!(ask(&["--roll-up"]), "category,count\na,2\na.x,1\na.y,2\n");
}

#[test]
fn matches_that_share_words() {
    let folder = folder("a = [\"b c\", \"c\", \"c d\"]\n", "b c d\n");
    let asked = ["--lines", "lines.txt", "--dictionary", "d.toml", "--total"];
    assert_eq!(count(folder.path(), &asked).ends(0).out, "category,count\na,1\n");
    let asked = [&asked[..], &["--every-match"]].concat();
    assert_eq!(count(folder.path(), &asked).ends(0).out, "category,count\na,3\n");
}

#[test]
fn files_and_passages() {
    let folder = folder("a = [\"migrant*\"]\n", "");
    fs::create_dir(folder.path().join("laws")).expect("a folder");
    fs::write(folder.path().join("laws/b.md"), "# Migrants\n\nA migrant.\n\nNo one.\n").expect("b");
    fs::write(folder.path().join("laws/a.html"), "<p>Emigrants and migrants</p>").expect("a");
    let asked = ["laws", "--dictionary", "d.toml"];
    let out = count(folder.path(), &asked).ends(0).out;
    assert_eq!(out, "document,category,count\nlaws/a.html,a,1\nlaws/b.md,a,2\n");
    let out = count(folder.path(), &[&asked[..], &["--passages"]].concat()).ends(0).out;
    assert_eq!(out.lines().filter(|line| line.starts_with("laws/b.md#p")).count(), 2, "{out}");
    let ran = count(folder.path(), &["nowhere", "--dictionary", "d.toml"]).ends(1);
    assert!(ran.err.contains("nowhere cannot be read"), "{}", ran.err);
}

#[test]
fn a_workbook_and_parquet_hold_the_same_rows() {
    use calamine::Reader;
    let folder = folder(DICTIONARY, LINES);
    let asked = ["--lines", "lines.txt", "--dictionary", "d.toml", "--format"];
    let ask = |more: &[&str]| count(folder.path(), &[&asked[..], more].concat());
    assert!(ask(&["xlsx"]).ends(1).err.contains("--output"));
    ask(&["xlsx", "--output", "out.xlsx"]).ends(0);
    let path = folder.path().join("out.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    let rows: Vec<String> = sheet
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        .collect();
    assert_eq!(rows[0], "document,category,count");
    assert_eq!(rows[2..], ["1,money,3", "3,people,2", "4,people,1"]);
    ask(&["parquet", "--output", "out.parquet"]).ends(0);
    let bytes = fs::read(folder.path().join("out.parquet")).expect("a file");
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    let twice = ["--lines", "lines.txt", "--features", "--output", "lines.txt"];
    let ran = count(folder.path(), &twice).ends(1);
    assert!(ran.err.contains("is read"), "{}", ran.err);
    assert_eq!(fs::read_to_string(folder.path().join("lines.txt")).expect("text"), LINES);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let mut lines = String::new();
    for number in 0..60_000_u32 {
        let word = ["migrant", "budget", "мигранты", "other", "state funding"][number as usize % 5];
        lines += &format!("{word} w{} {word}{}\n", number % 977, number % 13);
    }
    assert!(lines.len() > 1 << 20, "more than a block");
    let folder = folder(DICTIONARY, lines);
    for asked in [
        &["--dictionary", "d.toml"][..],
        &["--dictionary", "d.toml", "--total", "--stem"],
        &["--features"],
        &["--features", "--by-document", "--per", "10"],
    ] {
        let ask = |threads: &str| {
            let all = [&["--lines", "lines.txt", "--threads", threads], asked].concat();
            count(folder.path(), &all).ends(0).out
        };
        let one = ask("1");
        assert!(one.lines().count() > 2);
        assert!(one == ask("2") && one == ask("7"), "{asked:?}");
    }
}

#[test]
fn odd_bytes_have_an_answer() {
    let asked = ["--lines", "lines.txt", "--features"];
    let check = |lines: &[u8], out: &str, told: &str| {
        let folder = folder(DICTIONARY, lines);
        let ran = count(folder.path(), &asked).ends(0);
        assert_eq!(ran.out, format!("feature,count\n{out}"));
        assert!(
            if told.is_empty() { ran.err.is_empty() } else { ran.err.contains(told) },
            "{}",
            ran.err
        );
    };
    check(b"", "", "");
    check(b"\n\r\n\n", "", "");
    check("\u{feff}b\r\na\r\n".as_bytes(), "a,1\nb,1\n", "");
    check(
        b"a\n\xffb\n\xff\n",
        "a,1\nb,1\n",
        "lines.txt:2: lines that hold bytes that are not UTF-8: 2",
    );
    check(b"a\0b\n", "a,1\nb,1\n", "lines.txt:1: lines that hold the char U+0000: 1");
    let folder = folder(DICTIONARY, b"\xff\xfea\0\n\0");
    let ran = count(folder.path(), &asked).ends(1);
    assert!(ran.err.contains("UTF-16") && ran.out.is_empty(), "{}", ran.err);
    let ran = count(folder.path(), &["--lines", "none.txt", "--features"]).ends(1);
    assert!(ran.err.contains("none.txt cannot be read"), "{}", ran.err);
    // One document may be larger than a block.
    let large = "budget ".repeat(400_000);
    let folder = self::folder(DICTIONARY, format!("a\n{large}\nbudget"));
    let asked = ["--lines", "lines.txt", "--dictionary", "d.toml"];
    let out = count(folder.path(), &asked).ends(0).out;
    assert_eq!(out, "document,category,count\n2,money,400000\n3,money,1\n");
}

#[test]
fn mistakes_in_a_dictionary_are_told_with_their_lines() {
    let check = |dictionary: &str, told: &str| {
        let folder = folder(dictionary, LINES);
        let asked = ["--lines", "lines.txt", "--dictionary", "d.toml"];
        let ran = count(folder.path(), &asked).ends(1);
        assert!(ran.err.contains(told), "{}", ran.err);
        assert_eq!(ran.out, "");
        for lang in ["ru", "kk"] {
            let ran = count(folder.path(), &[&asked[..], &["--lang", lang]].concat()).ends(1);
            assert!(ran.err.contains("d.toml") && !ran.err.contains("count-"), "{}", ran.err);
        }
    };
    check("a = [\"b\"\n", "d.toml:1: not valid TOML");
    check("a = [\"b\"]\nc = 3\n", "d.toml:2: `c` is not a list of patterns");
    check("a = [\"b\",\n\"?!\", \"--\"]\n", "d.toml:2: the pattern `--` holds no word");
    check("a = [\"b\"]\na = [\"b\"]\n", "d.toml:2: given twice: a");
    check("", "d.toml: the dictionary holds no category");
    let folder = folder("a = [\"b\", \"B\"]\n", LINES);
    let asked = ["--lines", "lines.txt", "--dictionary", "d.toml"];
    let ran = count(folder.path(), &asked).ends(0);
    assert!(ran.err.contains("d.toml:1: the pattern `B` is twice"), "{}", ran.err);
}

#[test]
fn what_is_missing_on_the_command_line_is_told() {
    let folder = folder(DICTIONARY, LINES);
    for asked in [&["--features"][..], &["--lines", "lines.txt"], &["lines.txt"], &[]] {
        let ran = count(folder.path(), asked).ends(1);
        assert!(ran.err.contains("error:") && ran.out.is_empty(), "{}", ran.err);
    }
    let both = ["--lines", "lines.txt", "--features", "--dictionary", "d.toml"];
    count(folder.path(), &both).ends(1);
    count(folder.path(), &["--lines", "lines.txt", "--features", "--per", "0"]).ends(1);
}

#[test]
fn what_is_no_document_is_told_and_nothing_left_is_an_error() {
    let folder = folder(DICTIONARY, LINES);
    let docs = folder.path().join("docs");
    fs::create_dir_all(docs.join("none")).expect("a folder");
    fs::write(docs.join("a.csv"), "budget\n").expect("a file");
    fs::write(docs.join("b.zip"), "budget\n").expect("a file");
    let ask = |path: &str| count(folder.path(), &[path, "--dictionary", "d.toml"]);
    let ran = ask("docs").ends(1);
    assert!(ran.err.contains("there is no document in") && ran.err.contains("passed over"));
    assert!(ask("docs/none").ends(1).err.contains("there is no document in"));
    fs::write(docs.join("c.txt"), "budget\n").expect("a file");
    // By its name it may be one, by its bytes it is none.
    fs::write(docs.join("d.bin"), [0_u8, 1, 2, 250, 0, 0, 7, 0]).expect("a file");
    let ran = ask("docs").ends(0);
    assert_eq!(ran.out, "document,category,count\ndocs/c.txt,money,1\n");
    assert!(ran.err.contains("passed over: 3"), "{}", ran.err);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere.txt", docs.join("e.txt")).expect("a link");
        assert!(ask("docs").ends(0).err.contains("passed over: 4"));
    }
}

#[test]
fn a_file_that_is_named_twice_is_counted_once() {
    let folder = folder(DICTIONARY, LINES);
    fs::create_dir(folder.path().join("docs")).expect("a folder");
    fs::write(folder.path().join("docs/a.txt"), "budget\n").expect("a file");
    for again in ["docs/a.txt", "docs", "docs/../docs/a.txt"] {
        let asked = ["docs/a.txt", again, "--dictionary", "d.toml"];
        let ran = count(folder.path(), &asked).ends(0);
        assert_eq!(ran.out, "document,category,count\ndocs/a.txt,money,1\n");
        assert!(ran.err.contains("named before"), "{}", ran.err);
    }
}

#[test]
fn an_empty_file_is_no_reason_to_fail_beside_others() {
    let folder = folder(DICTIONARY, LINES);
    fs::create_dir(folder.path().join("docs")).expect("a folder");
    fs::write(folder.path().join("docs/a.txt"), "").expect("a file");
    let ask = || count(folder.path(), &["docs", "--dictionary", "d.toml"]);
    assert!(ask().ends(1).err.contains("no text was found"));
    fs::write(folder.path().join("docs/b.txt"), "budget\n").expect("a file");
    let ran = ask().ends(0);
    assert_eq!(ran.out, "document,category,count\ndocs/b.txt,money,1\n");
    assert!(ran.err.contains("no text was found"), "{}", ran.err);
}

#[test]
fn a_pattern_that_a_mark_divides_is_told() {
    let folder = folder("a = [\"3,*\"]\n", "3,5 and 3, 5\n");
    let ran = count(folder.path(), &["--lines", "lines.txt", "--dictionary", "d.toml"]).ends(0);
    assert!(ran.err.contains("is understood as `3 *`"), "{}", ran.err);
}
