//! RTF, made by hand: each test is a rule of the format.

mod common;

use common::{codes, good, hangs_together, labels};
use daryn_read::{ChangeKind, Document, Kind, Merged, read};
use encoding_rs::WINDOWS_1251;
use proptest::prelude::*;

const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Times New Roman;}\
    {\\f1\\fcharset0 Arial;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset238 Arial CE;}{\\f4\\cpg1048 Times KZ;}}\
    {\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 toc 1;}{\\*\\cs9 x;}}\
    {\\*\\revtbl{Unknown;}{\\u1240?лия;}}{\\info{\\title Не текст}}{\\header колонтитул}\n";

/// An RTF text in windows-1251; letters that it has not are told by their numbers.
fn rtf(body: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for letter in format!("{HEAD}{body}}}").chars() {
        let mut buffer = [0; 4];
        let (encoded, _, missing) = WINDOWS_1251.encode(letter.encode_utf8(&mut buffer));
        match missing {
            true => bytes.extend_from_slice(format!("\\u{}?", u32::from(letter)).as_bytes()),
            false => bytes.extend_from_slice(&encoded),
        }
    }
    bytes
}

fn of(body: &str) -> Document {
    good(&rtf(body), "a.rtf")
}

#[test]
fn letters_of_every_charset() {
    assert_eq!(of("\\pard Закон \\'ea\\'f0\\'e0\\'e9\\par").text, "Закон край");
    assert_eq!(of("\\pard\\u1240 ?\\u1171?лем \\u-10179?\\u-8999?\\par").text, "Әғлем 📙");
    assert_eq!(of("\\pard\\uc3\\u1179\\'81\\'82\\'83а {\\uc0\\u1187 б}\\par").text, "қа ңб");
    assert_eq!(of("\\pard{\\f3 \\'b3\\'f3d\\'9f}\\par").text, "łódź");
    assert_eq!(of("\\pard{\\f4 \\'8d\\'e0\\'e7\\'e0\\'9d}\\par").text, "Қазақ");
    assert_eq!(of("\\pard{\\f2 \\'b7} пункт \\u-3913? второй\\par").text, "• пункт • второй");
    assert_eq!(
        of("\\pard 12\\_бап\\~\\emdash\\~а\\-б\\line в\\tab г\\par").text,
        "12-бап — аб\nв г"
    );
}

#[test]
fn letters_of_kz_1048_are_known_in_a_font_of_windows_1251() {
    let letters = [
        (0x8d, 'Қ'),
        (0x9d, 'қ'),
        (0xa2, 'ұ'),
        (0xb4, 'ө'),
        (0xba, 'ғ'),
        (0xbc, 'ә'),
        (0xbe, 'ң'),
        (0xbf, 'ү'),
    ];
    let text = "Осы Заң халықтың көші-қоны саласындағы қоғамдық қатынастарды реттейді";
    let mut bytes = HEAD.replace("\\u1240?лия", "x").into_bytes();
    bytes = WINDOWS_1251.encode(&String::from_utf8(bytes).expect("text")).0.into_owned();
    bytes.extend_from_slice(b"\\pard ");
    for letter in text.chars() {
        match letters.iter().find(|(_, own)| *own == letter) {
            Some((byte, _)) => bytes.extend_from_slice(format!("\\'{byte:02x}").as_bytes()),
            None => bytes.extend_from_slice(&WINDOWS_1251.encode(&letter.to_string()).0),
        }
    }
    bytes.extend_from_slice(b"\\par}");
    assert_eq!(good(&bytes, "a.rtf").text, text);
}

#[test]
fn titles_numbers_contents_and_what_is_no_text() {
    let document = of(
        "{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt\\pard Жалпы 3\\par}}\\pard\\s2 Мақсат 4\\par\
         \\pard\\s1 Жалпы\\par\\pard\\outlinelevel1 Мақсат\\par\
         \\pard{\\listtext 1.\\tab}Бірінші {\\v ЖАСЫРЫН}тармақ.\\par\
         \\pard{\\pntext 2.\\tab}{\\*\\pn\\pndec}Екінші {\\pict\\bin9 }}}}}}}}}\\'ff}тармақ.\\par\
         \\pard{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt сілтеме}}{\\*\\unknown жоқ}\\par\
         \\pard{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv жоқ}}{\\shptxt\\pard Жазба\\par}}{\\shprslt жоқ}} Абзац\\par",
    );
    assert_eq!(
        document.text,
        "Жалпы 3\nМақсат 4\nЖалпы\nМақсат\n1. Бірінші тармақ.\n2. Екінші тармақ.\nсілтеме\nАбзац\nЖазба"
    );
    let kinds: Vec<Kind> =
        document.leaves().into_iter().map(|place| document.passages[place].kind).collect();
    assert_eq!(kinds[..4], [Kind::Toc, Kind::Toc, Kind::Heading, Kind::Heading]);
    assert_eq!(labels(&document, Kind::Point), ["1", "2"]);
}

#[test]
fn notes_stand_behind_their_paragraph() {
    let document = of(
        "\\pard 1. Тармақ{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} Бірінші.\\par} соңы\
         {\\super\\chftn{\\*\\footnote\\ftnalt\\pard\\chftn Соңғы.}}.\\par\\pard 2. Келесі*{\\footnote * Белгі.}\\par",
    );
    assert_eq!(document.text, "1. Тармақ соңы.\nБірінші.\nСоңғы.\n2. Келесі*\n* Белгі.");
    assert_eq!(labels(&document, Kind::Note), ["1", "i"]);
}

#[test]
fn changes_and_comments_are_kept() {
    // 6 May 2024, 07:08.
    let when = (124 << 20) | (5 << 16) | (6 << 11) | (7 << 6) | 8;
    let document = of(&format!(
        "\\pard Срок \\emdash  {{\\deleted\\revauthdel1\\revdttmdel{when} три}}\
         {{\\revised\\revauth1\\revdttm{when} пять}} дней.\\par\
         \\pard Первая часть{{\\deleted\\revauthdel1\\par}}\\pard и вторая.\\par\
         \\pard До {{\\*\\atrfstart 7}}начало\\par\\pard конец{{\\*\\atrfend 7}}{{\\*\\atnid ДӘ}}\
         {{\\*\\atnauthor Дана}}\\chatn{{\\*\\annotation{{\\*\\atnref 7}}{{\\*\\atndate {when}}}\\pard Срок?\\par}} после\\par"
    ));
    assert_eq!(document.text, "Срок — пять дней.\nПервая часть и вторая.\nДо начало\nконец после");
    let found: Vec<(ChangeKind, &str, Option<&str>, &str)> = document
        .changes
        .iter()
        .map(|one| {
            (one.kind, one.text.as_str(), one.author.as_deref(), &document.text[one.start..one.end])
        })
        .collect();
    assert_eq!(
        found,
        [
            (ChangeKind::Deleted, "три", Some("Әлия"), ""),
            (ChangeKind::Inserted, "пять", Some("Әлия"), "пять"),
            (ChangeKind::Deleted, "\n", Some("Әлия"), ""),
        ]
    );
    assert_eq!(document.changes[0].date.as_deref(), Some("2024-05-06T07:08:00"));
    let [comment] = document.comments.as_slice() else { panic!("{:?}", document.comments) };
    assert_eq!(&document.text[comment.start..comment.end], "начало\nконец");
    assert_eq!((comment.text.as_str(), comment.author.as_deref()), ("Срок?", Some("Дана")));
    assert_eq!(comment.date.as_deref(), Some("2024-05-06T07:08:00"));
}

#[test]
fn tables_by_edges_and_marks() {
    let row = |cells: &str, texts: &[&str]| {
        let texts: String =
            texts.iter().map(|text| format!("\\pard\\intbl {text}\\cell")).collect();
        format!("\\trowd{cells}{texts}\\row")
    };
    let document = of(&[
        &row("\\cellx2000\\clvmgf\\cellx3000", &["бас", "төмен"]),
        row("\\cellx1000\\cellx2005\\clvmrg\\cellx3000", &["а", "б1\\par б2", ""]).as_str(),
        &row("\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000", &["в", "", "г"]),
        "\\pard Соңы.\\par",
    ]
    .concat());
    assert_eq!(
        document.tables[0].rows,
        [["бас", "", "төмен"], ["а", "б1\nб2", ""], ["в", "", "г"]]
    );
    assert_eq!(document.tables[0].merged, [Merged { row: 0, column: 2, rows: 2, columns: 1 }]);
    assert!(document.text.ends_with("\nСоңы."));
    let nested = of(
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl сырт\\par\\pard\\intbl\\itap2 іш1\\nestcell \
         \\pard\\intbl\\itap2 іш2\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx500\\nestrow}\
         {\\nonesttables\\par}\\pard\\intbl\\itap1 соң\\cell\\pard\\intbl екі\\cell\\row\\pard х\\par",
    );
    assert_eq!(nested.tables[0].rows, [["сырт\nіш1 іш2\nсоң", "екі"]]);
}

#[test]
fn braces_that_do_not_match_are_told() {
    for body in ["\\pard {Слово", "\\pard Слово}}\\par"] {
        let whole = rtf(body);
        assert_eq!(codes(&whole, "a.rtf"), ["read-rtf-braces"], "{body}");
        assert_eq!(read(&whole, "a.rtf").text, "Слово", "{body}");
    }
    assert_eq!(codes(&rtf(&"{".repeat(3000)), "a.rtf"), ["read-too-deep"]);
    assert_eq!(codes(&rtf("\\pard а\\par"), "a.doc"), ["read-wrong-name"]);
    assert_eq!(codes(b"{\\rtf1}", "a.rtf"), ["read-no-text"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn pieces_of_a_text_in_any_order_are_read(
        pieces in proptest::collection::vec(0_usize..36, 0..60)
    ) {
        let all = [
            "{", "}", "{\\*", "\\par", "\\pard", "\\intbl", "\\cell", "\\row", "\\nestcell", "\\nestrow",
            "\\itap3", "\\trowd", "\\cellx100", "\\cellx-9", "\\clmrg", "\\clvmrg", "{\\footnote х", "\\chftn",
            "\\ftnalt", "{\\*\\annotation", "{\\*\\atnref 1}", "{\\*\\atrfstart 1}", "{\\*\\atrfend 1}",
            "\\deleted", "\\revised", "\\revdttm-1", "\\u-9015", "\\uc9", "\\'", "\\bin2", "{\\field",
            "{\\fldinst TOC}", "{\\fldrslt", "{\\shp{\\shpinst{\\shptxt", "{\\stylesheet", "х",
        ];
        let body: String = pieces.iter().map(|place| all[*place]).collect();
        prop_assert!(hangs_together(&read(&rtf(&body), "a.rtf")));
    }

    #[test]
    fn a_mutated_text_is_read(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = rtf("\\pard Мәтін\\'ea\\u1179?\\par");
        let place = at.index(bytes.len());
        bytes[place] = byte;
        prop_assert!(hangs_together(&read(&bytes, "a.rtf")));
    }
}

#[test]
fn many_rows_are_read_and_too_many_parts_are_told() {
    let row = "\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row ";
    let document = of(&row.repeat(30_000));
    assert_eq!(document.tables[0].rows.len(), 30_000);
    // Nothing of it is packed, so nothing unpacks to too much.
    assert_eq!(codes(&rtf(&"x\\par ".repeat(100_000)), "a.rtf"), ["read-too-many-parts"]);
}
