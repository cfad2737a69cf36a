//! Word documents, made by hand: each test is a rule of the format.

mod common;

use common::{codes, docx, good, hangs_together, json, labels, zip};
use daryn_read::{ChangeKind, Kind, Merged, read};
use proptest::prelude::*;

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, text: &str) -> String {
    let number =
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    for at in 0..bytes.len() {
        if bytes[at..].starts_with(old) {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
    }
}

fn text(body: &str) -> String {
    good(&docx(body, &[]), "a.docx").text
}

#[test]
fn numbers_are_put_before_words_as_word_prints_them() {
    let definitions = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\">{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">\
           <w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        level(0, "decimal", "%1.", ""),
        level(1, "decimal", "%2)", ""),
        level(2, "russianLower", "%3)", "<w:lvlRestart w:val=\"0\"/>"),
        level(0, "upperRoman", "Раздел %1.", ""),
        level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    );
    let body = [
        numbered(1, 0, "Заңның мақсаты."),
        numbered(1, 1, "көші-қон;"),
        numbered(1, 1, "виза;"),
        numbered(1, 2, "үш айға;"),
        numbered(1, 0, "Қағидаттар:"),
        numbered(1, 1, "әділдік."),
        numbered(1, 2, "ұзақ мерзімге;"),
        numbered(2, 0, "Өзге ережелер."),
        numbered(1, 0, "Соңғы ереже."),
        numbered(3, 0, "ЖАЛПЫ"),
        numbered(3, 1, "Бірінші."),
        numbered(0, 0, "Без номера."),
    ];
    let document = good(&docx(&body.concat(), &[("word/numbering.xml", &definitions)]), "a.docx");
    let expected = "1. Заңның мақсаты.\n1) көші-қон;\n2) виза;\nа) үш айға;\n2. Қағидаттар:\n\
        1) әділдік.\nб) ұзақ мерзімге;\n7. Өзге ережелер.\n8. Соңғы ереже.\nРаздел I. ЖАЛПЫ\n\
        1.1. Бірінші.\nБез номера.";
    assert_eq!(document.text, expected);
    assert_eq!(labels(&document, Kind::Point), ["1", "2", "7", "8", "1.1"]);
    assert_eq!(labels(&document, Kind::SubPoint), ["1)", "2)", "а)", "1)", "б)"]);
}

#[test]
fn styles_give_headings_and_numbers_through_those_on_which_they_are_based() {
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\">\
        <w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"own\"><w:name w:val=\"Өз стилім\"/><w:basedOn w:val=\"1\"/></w:style>\
        <w:style w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>\
        <w:style w:styleId=\"point\"><w:name w:val=\"Тармақ\"/><w:pPr><w:numPr>\
          <w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"child\"><w:basedOn w:val=\"point\"/></w:style>\
        <w:style w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
    let definitions = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"4\">{}{}</w:abstractNum><w:num \
         w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>",
        level(0, "none", "", ""),
        level(1, "decimalZero", "%2.", "<w:pStyle w:val=\"point\"/>"),
    );
    let style = |id: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [
        style("t", "Жалпы ережелер 3"),
        style("own", "Жалпы ережелер"),
        style("loop", "Кіріспе."),
        style("child", "Бірінші тармақ."),
        style("point", "Екінші тармақ."),
    ];
    let parts = [("word/styles.xml", styles), ("word/numbering.xml", &definitions)];
    let document = good(&docx(&body.concat(), &parts), "a.docx");
    let lines: Vec<&str> = document.text.lines().collect();
    assert_eq!(
        lines[1..],
        ["Жалпы ережелер", "Кіріспе.", "01. Бірінші тармақ.", "02. Екінші тармақ."]
    );
    let kind_of = |words: &str| {
        let found = document.leaves().into_iter().map(|place| &document.passages[place]);
        found.clone().find(|leaf| document.words(leaf) == words).map(|leaf| leaf.kind)
    };
    assert_eq!(kind_of("Жалпы ережелер"), Some(Kind::Heading));
    assert_eq!(kind_of("Жалпы ережелер 3"), Some(Kind::Toc));
    assert_eq!(labels(&document, Kind::Point), ["01", "02"]);
}

#[test]
fn tracked_changes_are_accepted_and_kept() {
    let by = "w:author=\"Әлия\" w:date=\"2024-05-06T07:08:09Z\"";
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Срок — </w:t></w:r><w:del {by}><w:r><w:delText>три\
         </w:delText></w:r></w:del><w:ins {by}><w:r><w:t>пять</w:t></w:r></w:ins><w:r><w:t \
         xml:space=\"preserve\"> дней.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr><w:r><w:t>Первая часть</w:t></w:r></w:p>\
         <w:p><w:r><w:t>и вторая.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr><w:del {by}><w:r><w:delText>Ушло.\
         </w:delText></w:r></w:del></w:p>\
         <w:p><w:moveFrom {by}><w:r><w:t>Переехало.</w:t></w:r></w:moveFrom><w:r><w:t>Осталось.\
         </w:t></w:r></w:p>\
         <w:p><w:moveTo {by}><w:r><w:t>Переехало.</w:t></w:r></w:moveTo></w:p>\
         <w:tbl><w:tr><w:trPr><w:del {by}/></w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("а"),
        p("б"),
        p("в"),
        p("г"),
    );
    let document = good(&docx(&body, &[]), "a.docx");
    assert_eq!(
        document.text,
        "Срок — пять дней.\nПервая часть и вторая.\nОсталось.\nПереехало.\nв\tг"
    );
    let mut found: Vec<(ChangeKind, &str, &str)> = Vec::new();
    for change in &document.changes {
        assert_eq!(change.author.as_deref(), Some("Әлия"));
        assert_eq!(change.date.as_deref(), Some("2024-05-06T07:08:09Z"));
        found.push((change.kind, &change.text, &document.text[change.start..change.end]));
    }
    use ChangeKind::{Deleted, Inserted, MovedAway, MovedHere};
    assert_eq!(
        found,
        [
            (Deleted, "три", ""),
            (Inserted, "пять", "пять"),
            (Deleted, "\n", ""),
            (Deleted, "Ушло.", ""),
            (Deleted, "\n", ""),
            (MovedAway, "Переехало.", ""),
            (MovedHere, "Переехало.", "Переехало."),
            (Deleted, "а\tб", ""),
        ]
    );
    let object = json(&document, "a.docx");
    assert_eq!(object["changes"][1]["kind"], "inserted");
    assert_eq!(
        (&object["changes"][1]["start"], &object["changes"][1]["end"]),
        (&7.into(), &11.into())
    );
}

#[test]
fn comments_are_beside_the_text() {
    let comments = "<w:comments><w:comment w:id=\"5\" w:author=\"Д. Ә.\" w:date=\"2024-01-02\">\
        <w:p><w:r><w:t>Уточнить</w:t></w:r></w:p><w:p><w:r><w:t>срок</w:t></w:r></w:p></w:comment>\
        <w:comment w:id=\"6\"><w:p><w:r><w:t>Место</w:t></w:r></w:p></w:comment></w:comments>";
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">До </w:t></w:r><w:commentRangeStart \
        w:id=\"5\"/><w:r><w:t>начало</w:t></w:r></w:p><w:p><w:r><w:t>посреди</w:t></w:r></w:p>\
        <w:p><w:r><w:t>конец</w:t></w:r><w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference \
        w:id=\"5\"/></w:r><w:r><w:t>, после</w:t></w:r><w:r><w:commentReference w:id=\"6\"/></w:r></w:p>";
    let document = good(&docx(body, &[("word/comments.xml", comments)]), "a.docx");
    assert_eq!(document.text, "До начало\nпосреди\nконец, после");
    let [one, two] = document.comments.as_slice() else { panic!("{:?}", document.comments) };
    assert_eq!(&document.text[one.start..one.end], "начало\nпосреди\nконец");
    assert_eq!((one.text.as_str(), one.author.as_deref()), ("Уточнить\nсрок", Some("Д. Ә.")));
    assert_eq!((two.start, two.text.as_str(), two.author.as_deref()), (two.end, "Место", None));
    let object = json(&document, "a.docx");
    assert_eq!(object["comments"][0]["date"], "2024-01-02");
}

#[test]
fn highlights_are_beside_the_text_with_their_colours() {
    let run = |property: &str, text: &str| {
        format!("<w:r><w:rPr>{property}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let pen = |colour: &str, text: &str| run(&format!("<w:highlight w:val=\"{colour}\"/>"), text);
    let shade = |fill: &str, text: &str| run(&format!("<w:shd w:fill=\"{fill}\"/>"), text);
    let numbered = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    let body = [
        format!(
            "<w:p>{}{}{}</w:p>",
            run("", "До 😀"),
            pen("yellow", " жёл"),
            pen("yellow", "тое ")
        ),
        format!("<w:p>{}{}</w:p>", pen("darkBlue", "синее"), pen("red", "красное")),
        // A pen that is taken off wins over a shading; white and auto are no colours.
        format!(
            "<w:p>{}</w:p>",
            run("<w:highlight w:val=\"none\"/><w:shd w:fill=\"FF0000\"/>", "a")
        ),
        format!("<w:p>{}{}</w:p>", shade("FFFFFF", "b"), shade("auto", "c")),
        // The number that Word makes is not highlighted, nor is what was deleted.
        format!("<w:p>{numbered}{}<w:del>{}</w:del></w:p>", shade("0A0B0C", "d"), pen("red", "e")),
        format!(
            "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
            pen("green", "f"),
            pen("green", "g")
        ),
        format!("<w:p>{}</w:p>", pen("green", "  ")),
    ]
    .concat();
    let definitions = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:num w:numId=\"1\">\
         <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        level(0, "decimal", "%1.", "")
    );
    let document = good(&docx(&body, &[("word/numbering.xml", definitions.as_str())]), "a.docx");
    let found: Vec<(&str, &str)> = (document.highlights.iter())
        .map(|one| (&document.text[one.start..one.end], one.colour.as_str()))
        .collect();
    let expected = [
        ("жёлтое", "#ffff00"),
        ("синее", "#000080"),
        ("красное", "#ff0000"),
        ("d", "#0a0b0c"),
        ("f", "#00ff00"),
        ("g", "#00ff00"),
    ];
    assert_eq!(found, expected);
    let object = json(&document, "a.docx");
    let first = &object["highlights"][0];
    assert_eq!((&first["start"], &first["end"]), (&5.into(), &11.into()));
    assert_eq!(daryn_read::pen("darkYellow").as_deref(), Some("#808000"));
}

#[test]
fn notes_stand_behind_the_paragraph_that_refers_to_them() {
    let notes = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Бірінші ескерту.</w:t></w:r>\
        </w:p></w:footnote><w:footnote w:id=\"3\"><w:p><w:r><w:t>Жұлдызша.</w:t></w:r></w:p>\
        </w:footnote></w:footnotes>";
    let ends = "<w:endnotes><w:endnote w:id=\"2\"><w:p><w:r><w:t>Соңғы.</w:t></w:r></w:p></w:endnote>\
        </w:endnotes>";
    let body = "<w:p><w:r><w:t>1. Тармақ</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>\
        <w:r><w:t xml:space=\"preserve\"> мәтіні</w:t></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ұя</w:t></w:r><w:r><w:footnoteReference \
        w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>б</w:t>\
        </w:r></w:p></w:tc></w:tr></w:tbl>";
    let parts = [("word/footnotes.xml", notes), ("word/endnotes.xml", ends)];
    let document = good(&docx(body, &parts), "a.docx");
    assert_eq!(document.text, "1. Тармақ мәтіні\nБірінші ескерту.\nСоңғы.\nұя\tб\nЖұлдызша.");
    assert_eq!(labels(&document, Kind::Note), ["1", "i", "*"]);
    assert_eq!(document.tables[0].rows, [["ұя", "б"]]);
}

#[test]
fn fields_show_results_and_boxes_come_once() {
    let code = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">стр. </w:t></w:r>{}<w:r><w:instrText>REF x {}\
         </w:instrText></w:r>{}<w:r><w:t>9</w:t></w:r>{}{}<w:r><w:t>12</w:t></w:r>{}\
         <w:fldSimple w:instr=\"PAGE\"><w:r><w:t xml:space=\"preserve\"> из 30</w:t></w:r></w:fldSimple></w:p>",
        code("begin"),
        "\\h",
        code("begin"),
        code("end"),
        code("separate"),
        code("end"),
    );
    assert_eq!(text(&body), "стр. 12 из 30");
    let open = format!(
        "<w:p>{}<w:r><w:instrText>TOC</w:instrText></w:r></w:p>{}",
        code("begin"),
        p("Далее")
    );
    assert_eq!(text(&open), "Далее");
    let box_of = |tag: &str, words: &str| {
        format!("<{tag}><w:txbxContent>{}</w:txbxContent></{tag}>", p(words))
    };
    let choice = format!(
        "<w:p><w:r><w:t>Абзац</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><a:t>рис</a:t>{}\
         </w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t xml:space=\"preserve\"> дальше</w:t></w:r></w:p>",
        box_of("wps:txbx", "Надпись"),
        box_of("v:textbox", "Надпись"),
    );
    assert_eq!(text(&choice), "Абзац дальше\nНадпись");
}

#[test]
fn signs_breaks_and_hidden_words() {
    let body = "<w:p><w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>бап</w:t><w:tab/><w:t>көші</w:t>\
        <w:softHyphen/><w:t>қон</w:t><w:br/><w:t>жол</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>СКРЫТО</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>\
        <w:t>видно</w:t></w:r></w:p><w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink>\
        <w:sdt><w:sdtContent><w:r><w:t xml:space=\"preserve\"> в поле</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    assert_eq!(text(body), "12-бап көшіқон\nжол□видно\nссылка в поле");
}

#[test]
fn tables_with_spans_and_tables_in_them() {
    let cell = |properties: &str, inside: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>")
    };
    let inner =
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>", p("и"), p("й"));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"2\"/>", &p("шапка")),
        cell("<w:vMerge w:val=\"restart\"/>", &p("вниз")),
        cell("", &p("а")),
        cell("", &(p("б1") + &p("б2"))),
        cell("<w:vMerge/>", "<w:p/>"),
        cell("", &p("в")),
        cell("", &inner),
        cell("", &p("д")),
    );
    let document = good(&docx(&body, &[]), "a.docx");
    assert_eq!(
        document.tables[0].rows,
        [["шапка", "", "вниз"], ["а", "б1\nб2", ""], ["в", "и й", "д"]]
    );
    assert_eq!(document.tables[0].merged, [Merged { row: 0, column: 2, rows: 2, columns: 1 }]);
}

#[test]
fn a_cell_goes_on_from_a_merged_one_of_its_width_only() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    let (begins, goes_on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let wide = format!("<w:gridSpan w:val=\"2\"/>{goes_on}");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    // Below a head that is not merged, and of another width than what is above.
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row(&[cell("", "исполнитель"), cell("", "срок"), cell("", "сумма")]),
        row(&[cell(goes_on, "МНВО"), cell(begins, "2025 год"), cell("", "5")]),
        row(&[cell(goes_on, ""), cell(&wide, "6")]),
    );
    let document = good(&docx(&body, &[]), "a.docx");
    assert_eq!(
        document.tables[0].rows,
        [["исполнитель", "срок", "сумма"], ["МНВО", "2025 год", "5"], ["", "6", ""]]
    );
    assert_eq!(document.tables[0].merged, [Merged { row: 1, column: 0, rows: 2, columns: 1 }]);
}

#[test]
fn the_main_part_is_found_where_the_archive_says() {
    let relations = "<Relationships><Relationship Type=\"http://x/officeDocument\" \
        Target=\"/word/document2.xml\"/></Relationships>";
    let own =
        "<Relationships><Relationship Type=\"http://x/styles\" Target=\"s.xml\"/></Relationships>";
    let styles = "<w:styles><w:style w:styleId=\"x\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style></w:styles>";
    let body = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr><w:r><w:t>Тақырып</w:t></w:r></w:p></w:body></w:document>";
    let bytes = zip(&[
        ("_rels/.rels", relations),
        ("word/document2.xml", body),
        ("word/_rels/document2.xml.rels", own),
        ("word/s.xml", styles),
    ]);
    let document = good(&bytes, "a.docx");
    assert_eq!((document.text.as_str(), document.passages[0].kind), ("Тақырып", Kind::Heading));
}

#[test]
fn bad_archives_are_told_apart() {
    let whole = docx(&p("Мәтін"), &[]);
    assert_eq!(codes(&whole[..whole.len() / 2], "a.docx"), ["read-damaged"]);
    let mut changed = whole.clone();
    let middle = whole.len() / 2;
    changed[middle..middle + 20].fill(0x55);
    assert!(!codes(&changed, "a.docx").is_empty());
    assert_eq!(codes(&docx("<w:p>", &[]), "a.docx"), ["read-damaged"]);
    let empty = zip(&[("[Content_Types].xml", "<Types/>"), ("word/styles.xml", "<w:styles/>")]);
    assert_eq!(codes(&empty, "a.docx"), ["read-no-part"]);
    let path = docx(&p("Мәтін"), &[("../../evil.xml", "x")]);
    assert_eq!(codes(&path, "a.docx"), ["read-zip-path"]);
    assert_eq!(read(&path, "a.docx").text, "Мәтін");
    let twice = docx(&p("Мәтін"), &[("word/Document.xml", "<w:document/>")]);
    assert_eq!(codes(&twice, "a.docx"), ["read-zip-twice"]);
    let mut same = docx(&p("Мәтін"), &[("word/a.xml", "<a/>"), ("word/b.xml", "<b/>")]);
    replace(&mut same, b"word/b.xml", b"word/a.xml");
    assert_eq!(read(&same, "a.docx").diagnostics[0].args[0].1, "word/a.xml");
    let mut locked = whole.clone();
    // The first bit of the flags, in the head of each part and in the list.
    for (head, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        for at in 0..locked.len() {
            if locked[at..].starts_with(head) {
                locked[at + flags] |= 1;
            }
        }
    }
    assert_eq!(codes(&locked, "a.docx"), ["read-password"]);
    assert_eq!(codes(&whole, "a.pdf"), ["read-wrong-name"]);
    assert_eq!(read(&whole, "a.txt").text, "Мәтін");
}

#[test]
fn bombs_are_told_before_they_go_off() {
    let many = docx(&p("а").repeat(80_000), &[]);
    assert!(many.len() < 50_000, "{}", many.len());
    let letters = docx(&p(&"а".repeat(1 << 20)).repeat(7), &[]);
    let piece = docx(&format!("<!--{}-->", "a".repeat(5 << 20)), &[]);
    let whole = docx(&format!("<!--{}-->", "a".repeat(3 << 20)).repeat(25), &[]);
    for (name, bomb) in [("many", many), ("letters", letters), ("piece", piece), ("whole", whole)] {
        assert_eq!(codes(&bomb, "a.docx"), ["read-bomb"], "{name}");
    }
    assert_eq!(codes(&docx(&"<w:ins>".repeat(600), &[]), "a.docx"), ["read-too-deep"]);
}

#[test]
fn other_containers_say_what_they_are() {
    let types = |kind: &str| {
        format!("<Types><Override ContentType=\"application/{kind}.main+xml\"/></Types>")
    };
    let of = |kind: &str| zip(&[("[Content_Types].xml", &types(kind))]);
    let book = of("vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert_eq!(codes(&book, "a.docx"), ["read-workbook"]);
    let slides = of("vnd.openxmlformats-officedocument.presentationml.presentation");
    assert_eq!(codes(&slides, "a.pptx"), ["read-slides"]);
    assert_eq!(
        codes(&zip(&[("mimetype", "application/epub+zip")]), "a.epub"),
        ["read-unsupported"]
    );
    assert_eq!(codes(&zip(&[("a.txt", "x")]), "a.zip"), ["read-archive"]);
    let sheet = zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]);
    assert_eq!(codes(&sheet, "a.ods"), ["read-workbook"]);
}

/// A compound file with one sector of directory.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 3];
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes[30] = 9;
    bytes[48] = 1;
    bytes[512..1024].fill(0xff);
    for (place, name) in ["Root Entry"].iter().chain(names).enumerate() {
        let entry = &mut bytes[1024 + place * 128..][..128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[68..80].fill(0xff);
        if place < names.len() {
            // The root has the first as its child, each the next one at its right.
            let link = if place == 0 { 76 } else { 72 };
            entry[link..link + 4].copy_from_slice(&(place as u32 + 1).to_le_bytes());
        }
    }
    bytes
}

#[test]
fn compound_files_are_told_apart_by_their_directory() {
    assert_eq!(codes(&compound(&["1Table", "WordDocument"]), "a.doc"), ["read-legacy"]);
    assert_eq!(codes(&compound(&["Workbook"]), "a.doc"), ["read-workbook"]);
    assert_eq!(
        codes(&compound(&["Current User", "PowerPoint Document"]), "a.ppt"),
        ["read-slides"]
    );
    let locked = compound(&["EncryptionInfo", "EncryptedPackage"]);
    assert_eq!(codes(&locked, "a.docx"), ["read-password"]);
    assert_eq!(codes(&compound(&["Own"]), "a.doc"), ["read-unsupported"]);
    assert_eq!(codes(&compound(&["Own"])[..600], "a.doc"), ["read-legacy"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn pieces_of_a_body_in_any_order_are_read(
        pieces in proptest::collection::vec(0_usize..24, 0..40)
    ) {
        let all = [
            "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "ins", "del", "moveTo", "moveFrom", "sdt",
            "txbxContent", "drawing", "AlternateContent", "Choice", "Fallback", "fldSimple", "footnote",
            "comment", "fldChar w:fldCharType=\"begin\"", "vMerge", "gridBefore w:val=\"3\"",
        ];
        // Each piece stands in the one before it, and every second one is closed again.
        let mut body = String::new();
        let mut open: Vec<&str> = Vec::new();
        for (place, piece) in pieces.iter().enumerate() {
            body += &format!("<w:{}>х", all[*piece]);
            open.push(all[*piece].split(' ').next().unwrap_or_default());
            if place % 3 == 2 {
                body += &format!("</w:{}>", open.pop().unwrap_or_default());
                body += &format!("</w:{}>", open.pop().unwrap_or_default());
            }
        }
        while let Some(name) = open.pop() {
            body += &format!("</w:{name}>");
        }
        prop_assert!(hangs_together(&read(&docx(&body, &[]), "a.docx")));
    }

    #[test]
    fn a_mutated_document_is_read(at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = docx(&(p("Мәтін") + &numbered(1, 0, "Екінші")), &[("word/numbering.xml", "<w:numbering/>")]);
        let place = at.index(bytes.len());
        bytes[place] = byte;
        prop_assert!(hangs_together(&read(&bytes, "a.docx")));
    }
}
