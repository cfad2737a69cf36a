//! Text documents of OpenDocument, made by hand: each test is a rule of the format.

mod common;

use common::{codes, good, hangs_together, labels, zip};
use daryn_read::{ChangeKind, Document, Kind, Merged, read};
use proptest::prelude::*;

const TYPE: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.text");

fn odt(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><number:date-style><number:text>.\
         </number:text></number:date-style>{styles}</office:automatic-styles><office:body>\
         <office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[TYPE, ("content.xml", &content)])
}

fn of(styles: &str, body: &str) -> Document {
    good(&odt(styles, body), "a.odt")
}

const LISTS: &str = "<text:list-style style:name=\"L\">\
    <text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" style:num-format=\"1\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-suffix=\")\" style:num-format=\"а, б, .., аа, аб, ... (ru)\"/>\
    <text:list-level-style-number text:level=\"3\" style:num-suffix=\".\" style:num-format=\"1\" text:display-levels=\"3\"/>\
    </text:list-style><text:list-style style:name=\"R\">\
    <text:list-level-style-number text:level=\"1\" style:num-prefix=\"Раздел \" style:num-format=\"I\" text:start-value=\"4\"/>\
    <text:list-level-style-bullet text:level=\"2\" text:bullet-char=\"\u{f0b7}\"/></text:list-style>";

#[test]
fn numbers_of_lists_are_put_before_words() {
    let item = |inside: &str| format!("<text:list-item>{inside}</text:list-item>");
    let p = |words: &str| format!("<text:p>{words}</text:p>");
    let deep = format!("<text:list>{}</text:list>", item(&p("үшінші деңгей")));
    let inner =
        format!("<text:list>{}{}</text:list>", item(&p("бірінші;")), item(&(p("екінші:") + &deep)));
    let body = format!(
        "<text:list xml:id=\"l1\" text:style-name=\"L\">{}{}</text:list>{}\
         <text:list text:continue-list=\"l1\" text:style-name=\"L\">{}</text:list>\
         <text:list text:continue-numbering=\"true\" text:style-name=\"L\">{}</text:list>\
         <text:list text:style-name=\"R\">{}<text:list-header>{}</text:list-header></text:list>\
         <text:list text:style-name=\"L\">{}</text:list>",
        item(&(p("Тармақ:") + &inner)),
        item(&p("Келесі.")),
        p("Арада."),
        item(&p("Жалғасы.")),
        item(&format!("<text:list>{}</text:list>", item(&p("тағы")))),
        item(&(p("ЖАЛПЫ") + &format!("<text:list>{}</text:list>", item(&p("белгі"))))),
        p("Нөмірсіз."),
        "<text:list-item text:start-value=\"9\"><text:p>Тоғыз.</text:p><text:p>Оның жалғасы.</text:p></text:list-item>",
    );
    let document = of(LISTS, &body);
    assert_eq!(
        document.text,
        "1. Тармақ:\nа) бірінші;\nб) екінші:\n1.б.1. үшінші деңгей\n2. Келесі.\nАрада.\n3. Жалғасы.\n\
         а) тағы\nРаздел IV ЖАЛПЫ\n• белгі\nНөмірсіз.\n9. Тоғыз.\nОның жалғасы."
    );
    assert_eq!(labels(&document, Kind::Point), ["1", "2", "3", "9"]);
}

#[test]
fn titles_contents_and_hidden_words() {
    let styles = "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties \
        text:display=\"none\"/></style:style>";
    let body = "<text:table-of-content><text:table-of-content-source>x</text:table-of-content-source>\
        <text:index-body><text:p>Мақсат 3</text:p></text:index-body></text:table-of-content>\
        <text:h text:outline-level=\"2\">Мақсат</text:h><text:p>Бір<text:s text:c=\"900000000\"/>екі\
        <text:tab/>үш<text:line-break/>төрт<text:soft-page-break/>\n  бес<text:span text:style-name=\"H\">\
        ЖАСЫРЫН</text:span><draw:frame><svg:title>сурет</svg:title><draw:text-box><text:p>Жазба</text:p>\
        </draw:text-box></draw:frame></text:p>";
    let document = of(styles, body);
    assert_eq!(document.text, "Мақсат 3\nМақсат\nБір екі үш\nтөрт бес\nЖазба");
    let kinds: Vec<Kind> =
        document.leaves().into_iter().map(|place| document.passages[place].kind).collect();
    assert_eq!(kinds[..2], [Kind::Toc, Kind::Heading]);
}

#[test]
fn changes_and_comments_are_kept() {
    let info = "<office:change-info><dc:creator>Әсел</dc:creator><dc:date>2024-05-06T07:08:09</dc:date></office:change-info>";
    let body = format!(
        "<text:tracked-changes><text:changed-region xml:id=\"c1\"><text:insertion>{info}</text:insertion>\
         </text:changed-region><text:changed-region xml:id=\"c2\"><text:deletion>{info}<text:p>три</text:p>\
         </text:deletion></text:changed-region></text:tracked-changes>\
         <text:p>Срок — <text:change text:change-id=\"c2\"/><text:change-start text:change-id=\"c1\"/>пять</text:p>\
         <text:p>или шесть<text:change-end text:change-id=\"c1\"/> дней\
         <office:annotation office:name=\"n\"><dc:creator>Д.</dc:creator><dc:date>2024</dc:date>\
         <text:p>Сколько?</text:p></office:annotation> рабочих<office:annotation-end office:name=\"n\"/>.</text:p>"
    );
    let document = of("", &body);
    assert_eq!(document.text, "Срок — пять\nили шесть дней рабочих.");
    let found: Vec<(ChangeKind, &str, &str)> = document
        .changes
        .iter()
        .map(|one| (one.kind, one.text.as_str(), &document.text[one.start..one.end]))
        .collect();
    let inserted = "пять\nили шесть";
    assert_eq!(
        found,
        [(ChangeKind::Deleted, "три", ""), (ChangeKind::Inserted, inserted, inserted)]
    );
    assert_eq!(document.changes[0].author.as_deref(), Some("Әсел"));
    let [comment] = document.comments.as_slice() else { panic!("{:?}", document.comments) };
    assert_eq!(&document.text[comment.start..comment.end], " рабочих");
    assert_eq!((comment.text.as_str(), comment.author.as_deref()), ("Сколько?", Some("Д.")));
}

#[test]
fn tables_and_notes() {
    let cell =
        |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let body = format!(
        "<text:p>1. Тармақ<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
         <text:note-body><text:p>Ескерту мәтіні.</text:p></text:note-body></text:note> соңы.</text:p>\
         <table:table><table:table-header-rows><table:table-row>\
         <table:table-cell table:number-columns-spanned=\"2\"><text:p>бас</text:p></table:table-cell>\
         <table:covered-table-cell/><table:table-cell table:number-rows-spanned=\"2\"><text:p>оң</text:p>\
         </table:table-cell></table:table-row></table:table-header-rows><table:table-row>{}{}\
         <table:covered-table-cell/></table:table-row><table:table-row>\
         <table:table-cell table:number-columns-repeated=\"3\"><text:p>х</text:p></table:table-cell>\
         </table:table-row></table:table>",
        cell("а"),
        cell("б"),
    );
    let document = of("", &body);
    assert!(document.text.starts_with("1. Тармақ соңы.\nЕскерту мәтіні.\n"));
    assert_eq!(labels(&document, Kind::Note), ["1"]);
    assert_eq!(document.tables[0].rows, [["бас", "", "оң"], ["а", "б", ""], ["х", "х", "х"]]);
    assert_eq!(document.tables[0].merged, [Merged { row: 0, column: 2, rows: 2, columns: 1 }]);
    let wide = "<table:table><table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell \
        table:number-columns-repeated=\"1000000000\"><text:p>х</text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(of("", wide).tables[0].rows.len(), 100);
}

#[test]
fn bad_documents_are_told_apart() {
    assert_eq!(codes(&zip(&[TYPE]), "a.odt"), ["read-no-part"]);
    assert_eq!(codes(&zip(&[TYPE, ("content.xml", "<a>")]), "a.odt"), ["read-damaged"]);
    let locked = ("META-INF/manifest.xml", "<manifest:encryption-data/>");
    assert_eq!(codes(&zip(&[TYPE, locked, ("content.xml", "x")]), "a.odt"), ["read-password"]);
    let whole = odt("", "<text:p>Мәтін</text:p>");
    assert_eq!(codes(&whole[..whole.len() - 60], "a.odt"), ["read-damaged"]);
    assert_eq!(codes(&whole, "a.docx"), ["read-wrong-name"]);
    let flat = "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">\
        <office:master-styles><text:p>колонтитул</text:p></office:master-styles><office:body><office:text>\
        <text:p>Мәтін</text:p></office:text></office:body></office:document>";
    assert_eq!(good(flat.as_bytes(), "a.fodt").text, "Мәтін");
    assert_eq!(codes(&flat.as_bytes()[..flat.len() - 9], "a.fodt"), ["read-damaged"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn pieces_of_a_text_in_any_order_are_read(
        pieces in proptest::collection::vec(0_usize..21, 0..40)
    ) {
        let all = [
            "p", "h", "span", "list text:style-name=\"L\"", "list-item", "table", "table-row", "table-cell",
            "covered-table-cell", "note", "note-citation", "note-body", "annotation", "creator", "date",
            "text-box", "changed-region", "deletion", "change", "table-of-content", "tracked-changes",
        ];
        let mut body = String::new();
        let mut open: Vec<&str> = Vec::new();
        for (place, piece) in pieces.iter().enumerate() {
            body += &format!("<x:{}>х", all[*piece]);
            open.push(all[*piece].split(' ').next().unwrap_or_default());
            if place % 3 == 2 {
                body += &format!("</x:{}>", open.pop().unwrap_or_default());
                body += &format!("</x:{}>", open.pop().unwrap_or_default());
            }
        }
        while let Some(name) = open.pop() {
            body += &format!("</x:{name}>");
        }
        prop_assert!(hangs_together(&read(&odt(LISTS, &body), "a.odt")));
    }

    #[test]
    fn a_mutated_document_is_read(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = odt("", "<text:p>Мәтін</text:p>");
        let place = at.index(bytes.len());
        bytes[place] = byte;
        prop_assert!(hangs_together(&read(&bytes, "a.odt")));
    }
}
