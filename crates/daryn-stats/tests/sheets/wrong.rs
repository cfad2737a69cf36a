//! Damaged and hostile files, and mappings with mistakes: each is told, and reading ends.

use std::io::{Cursor, Read, Write};

use daryn_stats::Source;
use daryn_stats::sheets::{Mapping, desa, plain, read, tell};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::collect::Collect;
use crate::mapped::{OFFICE, mapping, office_sheet, read_all};

/// A workbook with one part changed.
fn changed(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut text).unwrap();
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        new.start_file(&name, options).unwrap();
        let text = if name == part { change(text) } else { text };
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn codes(bytes: Vec<u8>, map: &str) -> Vec<String> {
    let (_, problems) = read_all(&Source::bytes("a.xlsx", bytes), map);
    problems.into_iter().map(|one| one.code).collect()
}

#[test]
fn hostile_workbooks_are_told() {
    let good = office_sheet();
    let deep =
        |text: String| text.replace("<sheetData>", &format!("{}<sheetData>", "<x>".repeat(200)));
    assert_eq!(codes(changed(&good, SHEET, deep), OFFICE), ["stats-sheet-too-deep"]);
    let huge =
        |text: String| text.replace("<row ", &format!("<row a=\"{}\" ", "x".repeat(5 << 20)));
    assert_eq!(codes(changed(&good, SHEET, huge), OFFICE), ["stats-sheet-too-much"]);
    let swollen =
        |text: String| text.replace("<sheetData>", &format!("{}<sheetData>", " ".repeat(80 << 20)));
    assert_eq!(codes(changed(&good, SHEET, swollen), OFFICE), ["stats-sheet-too-much"]);
    let cut = |text: String| text[..text.len() / 2].to_owned();
    assert!(codes(changed(&good, SHEET, cut), OFFICE).contains(&"stats-sheet-damaged".to_owned()));
    // Entities are not expanded, but shown.
    let bomb = |text: String| {
        text.replace("?>", "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>")
            .replace("8912.3", "&b;")
    };
    let (found, problems) = read_all(&Source::bytes("a.xlsx", changed(&good, SHEET, bomb)), OFFICE);
    assert_eq!(found.rows[0].get("OBS_VALUE"), "&b;");
    assert_eq!(problems[0].code, "stats-mapping-text-values");
    let locked = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    let source = Source::bytes("a.xls", locked);
    let told = desa::read(&source, &mut Collect::default());
    assert_eq!(told.problems[0].code, "stats-sheet-locked");
    let none = Source::file(std::path::Path::new("/nowhere/a.xlsx"));
    assert_eq!(
        read(&none, &mapping(OFFICE), &mut Collect::default()).problems[0].code,
        "stats-sheet-unreadable"
    );
    // A number of a shared text that is not there is no value.
    let lost = |text: String| text.replace("t=\"s\"><v>1<", "t=\"s\"><v>99999<");
    codes(changed(&good, SHEET, lost), OFFICE);
    let hidden = |text: String| {
        text.replace("<sheet name=\"Халық\"", "<sheet state=\"hidden\" name=\"Халық\"")
    };
    assert_eq!(codes(changed(&good, "xl/workbook.xml", hidden), OFFICE), ["stats-sheet-hidden"]);
    let formula = |text: String| text.replace("<v>8912.3</v>", "<f>SUM(A1:A2)</f>");
    let (found, problems) =
        read_all(&Source::bytes("a.xlsx", changed(&good, SHEET, formula)), OFFICE);
    assert_eq!((found.rows.len(), problems[0].code.as_str()), (14, "stats-sheet-no-value"));
}

/// Some producers write a mark at the beginning of a part and a prefix before each name.
#[test]
fn marks_and_prefixes_do_not_move_places() {
    let other = |text: String| {
        let text = text.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
        let text = text.replace("<x:?", "<?").replace("xmlns=", "xmlns:x=");
        format!("\u{feff}{text}")
    };
    let source = Source::bytes("a.xlsx", changed(&office_sheet(), SHEET, other));
    let (found, problems) = read_all(&source, OFFICE);
    assert_eq!((problems.len(), found.rows.len()), (0, 15));
    for (row, raw) in found.rows.iter().zip(found.raw(&source)) {
        assert!(raw.starts_with("<x:c ") && raw.ends_with("</x:c>"), "{raw}");
        assert!(raw.contains("t=\"s\"") || raw.contains(row.get("OBS_VALUE")), "{raw}");
    }
}

#[test]
fn mistakes_in_a_mapping_are_told_with_their_lines() {
    let cases: [(&str, &[(&str, u32)]); 9] = [
        ("a = \n", &[("stats-mapping-toml", 1)]),
        ("", &[("stats-mapping-lacks", 1)]),
        ("[[table]]\nid = \"T\"\nsheets = 1\n", &[("stats-mapping-key", 3)]),
        ("[[table]]\nid = \"T\"\ndecimal_mark = \";\"\n", &[("stats-mapping-value", 3)]),
        (
            "[[table]]\n[[table.head_row]]\nrow = \"a\"\n",
            &[("stats-mapping-lacks", 1), ("stats-mapping-value", 3), ("stats-mapping-lacks", 2)],
        ),
        (
            "[[table]]\nid = \"T\"\nbegin = { cell = \"1A\" }\nend = { }\n",
            &[("stats-mapping-value", 3), ("stats-mapping-lacks", 4)],
        ),
        (
            "[[table]]\nid = \"T\"\n[[table.head_column]]\ncolumn = \"A1\"\npattern = \"(\"\n",
            &[("stats-mapping-value", 4), ("stats-mapping-value", 5)],
        ),
        ("charset = \"koi\"\n[[table]]\nid = \"T\"\n", &[("stats-mapping-value", 1)]),
        (
            "[[table]]\nid = \"T\"\n[table.roles]\nX = \"key\"\n[[table.skip]]\n",
            &[("stats-mapping-lacks", 5), ("stats-mapping-value", 3)],
        ),
    ];
    for (text, expected) in cases {
        let mut problems = Vec::new();
        assert!(Mapping::parse("m.toml", text, &mut problems).is_none(), "{text}");
        let found: Vec<_> = problems.iter().map(|one| (one.code.as_str(), one.line)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_mapping_that_does_not_fit_is_told() {
    let good = office_sheet();
    let with = |from: &str, to: &str| codes(good.clone(), &OFFICE.replacen(from, to, 1));
    assert_eq!(with("sheet = \"Халық\"", "sheet = \"Нет\""), ["stats-mapping-no-sheet"]);
    assert_eq!(with("\"Өңір\"", "\"Облыс\""), ["stats-mapping-no-begin"]);
    assert_eq!(with("begins = \"*\"", "begins = \"Конец\"")[0], "stats-mapping-no-end");
    assert_eq!(with("\"г. Шымкент\" = ", "\"г. Алматы\" = "), ["stats-mapping-no-code"]);
    assert_eq!(
        with("column = \"B\"", "column = { head = \"Район\" }"),
        ["stats-mapping-no-column"]
    );
    assert_eq!(with("contains = \"человек\"", "contains = \"тенге\""), ["stats-mapping-no-fixed"]);
    assert_eq!(
        with("end = { begins = \"*\" }", "end = { cell = \"A5\" }")[0],
        "stats-mapping-nothing"
    );
    assert!(with("decimal_mark = \",\"", "").is_empty());
}

#[test]
fn files_are_told_apart() {
    use daryn_stats::Format;
    assert_eq!(tell(&office_sheet()[..8_000.min(office_sheet().len())]), Some(Format::Workbook));
    assert_eq!(tell("Регион;2019\nКазахстан;1\n".as_bytes()), Some(Format::Csv));
    for other in
        ["", "text", "<a>1,2\n3,4\n</a>", "{\"a\":1,\n\"b\":2}", "PK\x03\x04word/document.xml"]
    {
        assert_eq!(tell(other.as_bytes()), None, "{other}");
    }
    assert_eq!(tell(b"\x01\x02,\x03\n\x04,\x05\n"), None);
}

fn anything(bytes: Vec<u8>) {
    let source = Source::bytes("a", bytes);
    let _ = source.packing();
    read(&source, &mapping(OFFICE), &mut Collect::default());
    read(&source, &mapping("[[table]]\nid = \"T\"\n"), &mut Collect::default());
    desa::read(&source, &mut Collect::default());
    desa::is_migrant_stock(&source);
    plain::read(&source, &plain::Columns::default(), &mut Collect::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Changes of a stored file.
    #[test]
    fn no_change_of_bytes_makes_reading_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(), is_cut in any::<bool>(),
    ) {
        let mut bytes = office_sheet();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        anything(bytes);
    }

    /// Changes of the XML of a sheet and of the texts, which the checksums of a zip would hide.
    #[test]
    fn no_change_of_xml_makes_reading_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/\"=0-9a-zA-Z&; ]{0,4}"), 1..6),
        part in prop::sample::select(vec![
            SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
        ]),
        is_desa in any::<bool>(),
    ) {
        let book = if is_desa { crate::desa::of_2020() } else { office_sheet() };
        let part = if is_desa { part.replace("sheet1", "sheet2") } else { part.to_owned() };
        let bytes = changed(&book, &part, |mut text| {
            for (at, new) in &changes {
                let mut at = at.index(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                let mut end = (at + new.len()).min(text.len());
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                text.replace_range(at..end, new);
            }
            text
        });
        anything(bytes);
    }

    /// Any text as separated values.
    #[test]
    fn no_text_makes_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        anything(bytes);
    }

    /// Any mapping made of pieces of a good one.
    #[test]
    fn no_mapping_makes_reading_panic(lines in prop::collection::vec(any::<prop::sample::Index>(), 0..20)) {
        let all: Vec<&str> = OFFICE.lines().collect();
        let text: Vec<&str> = lines.iter().map(|line| all[line.index(all.len())]).collect();
        let mut problems = Vec::new();
        let text = format!("[[table]]\nid = \"T\"\n{}", text.join("\n"));
        if let Some(map) = Mapping::parse("m.toml", &text, &mut problems) {
            read(&Source::bytes("a.xlsx", office_sheet()), &map, &mut Collect::default());
        } else {
            prop_assert!(!problems.is_empty());
        }
    }
}

#[test]
fn documents_are_no_separated_values() {
    for first in [
        &b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</A, /B, /C>>\n"[..],
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a; type=b\n",
        b"{\\rtf1\\ansi a;b\nc;d}",
        b"\xd0\xcf\x11\xe0a,b\nc,d\n",
    ] {
        assert_eq!(tell(first), None);
    }
    assert!(tell("ел,мән\nҚазақстан,1\n".as_bytes()).is_some());
}
