//! Bytes that nobody meant to be a document, and records of the register.

use daryn_read::{Document, Kind, LARGEST, read};
use proptest::prelude::*;

/// Leaves with what stands between them are the text.
fn hangs_together(document: &Document) -> bool {
    let mut end = 0;
    for place in document.leaves() {
        let leaf = &document.passages[place];
        if !document.text[end..leaf.start].chars().all(|letter| "\n\t".contains(letter)) {
            return false;
        }
        end = leaf.end;
    }
    end == document.text.len()
}

const RECORD: &str = r#"{"signature":{"container":"SECRET"},"pagesCount":1,"content":[
 {"type":"doc","level":1},{"type":"chapter","level":2,"index":"1"},
 {"type":"heading","level":3,"text":"1. Общие положения"},{"type":"point","level":3,"index":"3-1"},
 {"type":"text","level":4,"text":"3-1. Текст пункта:"},{"type":"subpoint","level":4,"index":"1"},
 {"type":"text","level":5,"text":"1) первое"},{"type":"text","level":3,"text":"Сноска. Пункт 1."},
 {"type":"table","level":3},{"type":"tableRow","level":4},
 {"type":"tableCell","level":5,"text":"а"},{"type":"tableCell","level":5,"text":"б"}]}"#;

#[test]
fn a_record_of_the_register_keeps_its_levels_and_hides_its_signature() {
    let document = read(RECORD.as_bytes(), "act.json");
    assert_eq!(document.diagnostics, []);
    let found: Vec<(Kind, Option<&str>)> =
        document.passages.iter().map(|one| (one.kind, one.label.as_deref())).collect();
    let expected = [
        (Kind::Chapter, Some("1")),
        (Kind::Heading, None),
        (Kind::Point, Some("3-1")),
        (Kind::Paragraph, None),
        (Kind::SubPoint, Some("1)")),
        (Kind::Note, None),
        (Kind::Table, None),
    ];
    assert_eq!(found[..7], expected);
    assert_eq!(document.tables[0].rows, [["а", "б"]]);
    assert!(!document.text.contains("SECRET") && hangs_together(&document));
}

#[test]
fn what_is_too_large_or_too_deep_is_told() {
    let code = |bytes: &[u8]| read(bytes, "a.html").diagnostics[0].code.clone();
    assert_eq!(code(&vec![b' '; LARGEST + 1]), "read-too-large");
    assert_eq!(code(format!("<html>{}", "<div>".repeat(5000)).as_bytes()), "read-too-deep");
}

#[test]
fn a_record_that_cannot_be_read_shows_nothing_of_itself() {
    let marked = ["\u{feff}", RECORD].concat();
    assert!(read(marked.as_bytes(), "act.json").diagnostics.is_empty());
    let wide: Vec<u8> = RECORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [b"\xff\xfe".as_slice(), &wide].concat();
    assert!(read(&wide, "act.txt").text.contains("Текст пункта"));
    for name in ["act.json", "act.txt", "act"] {
        let cut = read(&RECORD.as_bytes()[..RECORD.len() - 2], name);
        assert_eq!(cut.diagnostics.last().map(|one| one.code.as_str()), Some("read-unsupported"));
        assert_eq!(cut.text, "");
    }
}

#[test]
fn tables_of_a_record_that_follow_each_other_stay_apart() {
    let table =
        "{\"type\":\"table\"},{\"type\":\"tableRow\"},{\"type\":\"tableCell\",\"text\":\"а\"}";
    let record = format!("{{\"content\":[{table},{table}]}}");
    assert_eq!(read(record.as_bytes(), "act.json").tables.len(), 2);
}

#[test]
fn depth_is_that_of_the_page_and_not_of_stray_tags_or_scripts() {
    let codes = |inside: &str| -> Vec<String> {
        let page = format!("<html><body><p>Текст.</p>{inside}</body></html>");
        read(page.as_bytes(), "a.html").diagnostics.into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes(&"<div></x>".repeat(5000)), ["read-too-deep"]);
    assert_eq!(codes(&"<div><table></div>".repeat(5000)), ["read-too-deep"]);
    let none: [&str; 0] = [];
    assert_eq!(codes(&format!("<script>{}</script>", "if (i<n) {}".repeat(5000))), none);
    assert_eq!(codes(&"<div><span>а</div>".repeat(5000)), none);
}

#[test]
fn marks_of_a_list_stay_with_their_words() {
    let text = |page: &str| read(format!("<html><body>{page}").as_bytes(), "a.html").text;
    assert_eq!(text("<ol><li><p>Первое</p></li><li>Второе</li></ol>"), "1. Первое\n2. Второе");
    assert_eq!(text("<ul><li></li></ul><p>После</p>"), "После");
    assert_eq!(text("<ul><li><p>а</p><p>б</p></li></ul>"), "• а\nб");
    let hidden = "<table><tr><td>а<button><span>x</span></button></td><td hidden>y</td></tr>\
                  <tr><td>б</td><td>в</td></tr></table>";
    assert!(!text(hidden).contains(['x', 'y']), "{}", text(hidden));
}

#[test]
fn spans_make_no_more_cells_than_a_table_could_have() {
    let page = format!("<html><table>{}", "<tr><td colspan=1000 rowspan=9>а".repeat(5000));
    let document = read(page.as_bytes(), "a.html");
    let cells: usize = document.tables[0].rows.iter().map(Vec::len).sum();
    assert!(cells < 600_000, "{cells}");
    let few = "<html><table><tr><td colspan=2>а<td>б<tr><td>в<td>г<td>д</table>";
    assert_eq!(read(few.as_bytes(), "a.html").tables[0].rows[0], ["а", "", "б"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for name in ["a.md", "a.txt", "a.html", "a.json"] {
            prop_assert!(hangs_together(&read(&bytes, name)));
        }
    }

    #[test]
    fn pieces_of_documents_in_any_order_are_read(
        pieces in proptest::collection::vec(0_usize..16, 0..60)
    ) {
        let all = ["<html>", "<table>", "<tr>", "<td colspan=9>", "</table>", "<blockquote>", "<p>",
            "Статья 1. А", "1. Б", "1) в", "\n\n", "> *Сноска. Статья 1 исключена", "| а | б |\n|---|",
            "```", "Приложение", "5-бап. Г ..... 7"];
        let text: String = pieces.iter().map(|place| all[*place]).collect();
        for name in ["a.md", "a.txt", "a.html"] {
            prop_assert!(hangs_together(&read(text.as_bytes(), name)));
        }
    }

    #[test]
    fn a_mutated_record_is_read(at in 0..RECORD.len(), byte in any::<u8>()) {
        let mut bytes = RECORD.as_bytes().to_vec();
        bytes[at] = byte;
        prop_assert!(hangs_together(&read(&bytes, "act.json")));
    }
}
