//! Numbers above and below the line stay apart from those before them, whatever the format.

mod common;

use common::{docx, good, labels, zip};
use daryn_read::{Document, Kind};

fn check(document: &Document) {
    assert_eq!(document.text, "Статья 12¹. Понятия\n1. Объём 10⁶ м², CO₂.\n2¹) виза¹ на год");
    assert_eq!(labels(document, Kind::Article), ["12¹"]);
    assert_eq!(labels(document, Kind::Point), ["1"]);
    assert_eq!(labels(document, Kind::SubPoint), ["2¹)"]);
    let points = document.of_kind(Kind::Point).next().expect("a point");
    assert_eq!(document.sentences(points).len(), 2);
}

#[test]
fn in_word_documents() {
    let run = |height: &str, text: &str| {
        let height = format!("<w:rPr><w:vertAlign w:val=\"{height}\"/></w:rPr>");
        format!("<w:r>{height}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let plain = |text: &str| run("baseline", text);
    let up = |text: &str| run("superscript", text);
    let styled = "<w:r><w:rPr><w:rStyle w:val=\"up\"/></w:rPr><w:t>1</w:t></w:r>";
    let body = [
        plain("Статья 12"),
        up("1"),
        plain(". Понятия</w:t></w:r></w:p><w:p><w:r><w:t>1. Объём 10"),
        up("6"),
        plain(" м"),
        up("2"),
        plain(", CO"),
        run("subscript", "2"),
        plain(".</w:t></w:r></w:p><w:p><w:r><w:t>2"),
        styled.into(),
        plain(") виза"),
        up("1"),
        plain(" на год"),
    ];
    let styles = "<w:styles><w:style w:type=\"character\" w:styleId=\"up\"><w:name w:val=\"up\"/>\
        <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>";
    let body = format!("<w:p>{}</w:p>", body.concat());
    check(&good(&docx(&body, &[("word/styles.xml", styles)]), "a.docx"));
}

#[test]
fn in_open_documents() {
    let style = |name: &str, position: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"text\">\
             <style:text-properties style:text-position=\"{position}\"/></style:style>"
        )
    };
    let up = |text: &str| format!("<text:span text:style-name=\"U\">{text}</text:span>");
    let content = format!(
        "<office:document-content><office:automatic-styles>{}{}{}</office:automatic-styles>\
         <office:body><office:text><text:p>Статья 12{}. Понятия</text:p>\
         <text:p>1. Объём 10{} м<text:span text:style-name=\"P\">2</text:span>, \
         CO<text:span text:style-name=\"D\">2</text:span>.</text:p>\
         <text:p>2{}) виза{} на год</text:p></office:text></office:body>\
         </office:document-content>",
        style("U", "super 58%"),
        style("P", "33% 58%"),
        style("D", "-8% 58%"),
        up("1"),
        up("6"),
        up("1"),
        up("1")
    );
    let kind = ("mimetype", "application/vnd.oasis.opendocument.text");
    check(&good(&zip(&[kind, ("content.xml", &content)]), "a.odt"));
}

#[test]
fn in_rich_text() {
    let text = "Статья 12{\\super 1}. Понятия\\par 1. Объём 10{\\up8 6} м\\super 2\\nosupersub , \
        CO{\\sub 2}.\\par 2\\up6 1\\up0 ) виза{\\super 1} на год\\par";
    let mut bytes = b"{\\rtf1\\ansi\\ansicpg1251 ".to_vec();
    bytes.extend_from_slice(&encoding_rs::WINDOWS_1251.encode(text).0);
    bytes.push(b'}');
    check(&good(&bytes, "a.rtf"));
}

#[test]
fn in_pages_and_markdown() {
    let article = "Статья 12<sup>1</sup>. Понятия";
    let point = "1. Объём 10<sup>6</sup> м<sup>2</sup>, CO<sub>2</sub>.";
    let part = "2<sup>1</sup>) виза<sup><a href=\"#n\">1</a></sup> на год";
    let page = format!("<html><body><p>{article}</p><p>{point}</p><p>{part}</p></body></html>");
    check(&good(page.as_bytes(), "a.html"));
    let text = format!("{article}\n\n{point}\n\n{part}\n");
    check(&good(text.as_bytes(), "a.md"));
}

#[test]
fn formulas_are_words_and_their_numbers_stay_apart() {
    let sign = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let body = format!(
        "<w:p><w:r><w:t>N = </w:t></w:r><m:oMath><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>{}\
         <m:f><m:fPr/><m:num>{}</m:num><m:den>{}</m:den></m:f></m:oMath></w:p>",
        sign("10"),
        sign("6"),
        sign("+"),
        sign("1"),
        sign("2")
    );
    assert_eq!(good(&docx(&body, &[]), "a.docx").text, "N = 10⁶+1/2");
    let text = "{\\rtf1\\ansi N = {\\mmath{\\*\\moMath{\\msSup{\\msSupPr{\\mctrlPr x}}{\\me{\\mr 10}}\
        {\\msup{\\mr 6}}}{\\mr +}{\\mf{\\mfPr{\\mtype bar}}{\\mnum{\\mr 1}}{\\mden{\\mr 2}}}}}\\par}";
    assert_eq!(good(text.as_bytes(), "a.rtf").text, "N = 10⁶+1/2");
    let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><mn>10</mn></mrow>\
        <annotation encoding=\"StarMath 5.0\">10^6 + 1 over 2</annotation></semantics></math>";
    let content = |object: &str| {
        format!(
            "<office:document-content><office:body><office:text><text:p>N = <draw:frame>{object}\
             </draw:frame>.</text:p></office:text></office:body></office:document-content>"
        )
    };
    let kind = ("mimetype", "application/vnd.oasis.opendocument.text");
    let inside = content(&format!("<draw:object>{math}</draw:object>"));
    let beside = content("<draw:object xlink:href=\"./Object 1\"/>");
    let parts = [kind, ("content.xml", &inside)];
    assert_eq!(good(&zip(&parts), "a.odt").text, "N = 10^6 + 1 over 2.");
    let parts = [kind, ("content.xml", &beside), ("Object 1/content.xml", math)];
    assert_eq!(good(&zip(&parts), "a.odt").text, "N = 10^6 + 1 over 2.");
}
