//! PDFs that are locked, scanned, broken, or made to break a reader.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use daryn_read::{Document, Kind, read, read_with};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

const RUSSIAN: &str =
    "Совет рассмотрел отчет о работе библиотек и решил открыть читальный зал в выходные дни.";
const KAZAKH: &str = "Кеңес кітапханалардың жұмысы туралы есепті қарап, оқу залын демалыс күндері \
                      ашуға шешім қабылдады.";

fn bytes(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf").join(name);
    std::fs::read(path).unwrap_or_else(|reason| panic!("{name}: {reason}"))
}

fn told(document: &Document) -> Vec<(&str, &str)> {
    document
        .diagnostics
        .iter()
        .map(|one| (one.code.as_str(), one.args.first().map_or("", |(_, value)| value.as_str())))
        .collect()
}

/// A PDF of numbered objects; the first is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in &places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let start = file.len();
    let count = objects.len() + 1;
    let _ = write!(end, "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}

fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn stream(entries: &str, body: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>\nstream\n", body.len()).into_bytes();
    object.extend(body);
    object.extend(b"\nendstream");
    object
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(body).expect("packed");
    encoder.finish().expect("packed")
}

#[test]
fn locks_that_need_no_password_open() {
    for name in ["small.pdf", "rc4-40.pdf", "rc4.pdf", "aes128.pdf", "aes256.pdf"] {
        let document = read(&bytes(name), name);
        assert_eq!(document.text, format!("{RUSSIAN}\n{KAZAKH}"), "{name}");
        assert_eq!(told(&document), [], "{name}");
    }
    let locked = read(&bytes("password.pdf"), "password.pdf");
    assert_eq!((told(&locked), locked.text.as_str()), (vec![("read-pdf-password", "")], ""));
}

#[test]
fn fonts_that_are_not_in_the_file_have_letters() {
    let document = read(&bytes("not-embedded.pdf"), "not-embedded.pdf");
    assert_eq!((document.text.as_str(), told(&document)), ("Совет рассмотрел отчет", vec![]));
}

#[test]
fn pages_that_are_turned_are_read() {
    for name in ["turned.pdf", "across.pdf"] {
        let document = read(&bytes(name), name);
        assert_eq!(document.text, format!("{RUSSIAN}\n{KAZAKH}"), "{name}");
    }
}

#[test]
fn pages_without_text_are_told_in_one_line() {
    let document = read(&bytes("scan.pdf"), "scan.pdf");
    assert_eq!(told(&document), [("read-page-without-text", "2–3")]);
    assert!(document.text.starts_with(RUSSIAN));
    let document = read(&bytes("scan-only.pdf"), "scan-only.pdf");
    assert_eq!(told(&document), [("read-page-without-text", "1–2")]);
    assert_eq!(document.diagnostics[0].severity, daryn_model::Severity::Error);
    let document = read(&bytes("no-unicode.pdf"), "no-unicode.pdf");
    assert_eq!(told(&document), [("read-page-without-text", "1")]);
    assert_eq!(document.text, "");
}

#[test]
fn recognised_text_is_used_where_a_page_has_none() {
    let side = bytes("scan.pdf.txt");
    let document = read_with(&bytes("scan.pdf"), "scan.pdf", Some(&side));
    assert_eq!(told(&document), [("read-ocr-used", "2–3")]);
    let found: Vec<(&str, Option<u32>)> =
        document.of_kind(Kind::Paragraph).map(|one| (document.words(one), one.page)).collect();
    let wanted = [
        (RUSSIAN, Some(1)),
        (KAZAKH, Some(1)),
        ("Вторая страница: читальный зал открыт.", Some(2)),
        ("Үшінші бет: оқу залы ашық.", Some(3)),
    ];
    assert_eq!(found, wanted);
    let short = "Первая\u{c}Вторая страница.";
    let document = read_with(&bytes("scan.pdf"), "scan.pdf", Some(short.as_bytes()));
    assert_eq!(told(&document), [("read-page-without-text", "3"), ("read-ocr-used", "2")]);
}

#[test]
fn three_columns_an_approval_and_contents_are_read() {
    let document = read(&bytes("layouts.pdf"), "layouts.pdf");
    let lines: Vec<&str> = document.text.lines().collect();
    let starts = ["Первая колонка", "Жители", "Вторая колонка", "Совет решил", "Үшінші", "Келесі"];
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{line}");
    }
    assert_eq!(lines[6], "УТВЕРЖДЕНЫ постановлением совета от 3 мая 2020 года № 15");
    assert_eq!(lines[7], "ПРАВИЛА пользования читальным залом");
    assert_eq!(document.of_kind(Kind::Toc).count(), 3);
    assert_eq!(document.of_kind(Kind::SubPoint).count(), 2);
    assert_eq!(document.tables, []);
}

#[test]
fn broken_files_are_read_or_told() {
    assert_eq!(read(&bytes("broken-xref.pdf"), "a.pdf").text, format!("{RUSSIAN}\n{KAZAKH}"));
    for bad in [bytes("truncated.pdf"), b"%PDF-1.7 ...".to_vec(), b"%PDF-".to_vec()] {
        let document = read(&bad, "a.pdf");
        assert_eq!(told(&document), [("read-pdf-broken", "")]);
        assert_eq!(document.text, "");
    }
}

#[test]
fn pages_that_hold_each_other_end() {
    let file = pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"),
        object("<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 2>>"),
    ]);
    let document = read(&file, "a.pdf");
    assert_eq!(told(&document), [("read-pdf-broken", "")]);
}

/// A page whose contents draw form 5, which has the contents and forms that are given.
fn forms(bodies: &[&str]) -> Vec<u8> {
    let mut names = String::new();
    for number in 0..bodies.len() {
        let _ = write!(names, "/F{number} {} 0 R", number + 5);
    }
    let resources = format!("/Resources<</XObject<<{names}>>>>");
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(&format!(
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]{resources}>>"
        )),
        stream("", b"/F0 Do"),
    ];
    for body in bodies {
        let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 99 99]{resources}");
        objects.push(stream(&entries, body.as_bytes()));
    }
    pdf(&objects)
}

#[test]
fn forms_that_draw_each_other_end() {
    let document = read(&forms(&["/F0 Do /F0 Do"]), "a.pdf");
    assert_eq!((document.text.as_str(), told(&document).len()), ("", 1));
    let many: Vec<String> =
        (0..40).map(|number| format!("/F{0} Do /F{0} Do /F{0} Do", number + 1)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(told(&read(&forms(&many), "a.pdf")), [("read-pdf-too-much", "1")]);
}

/// A file of one page with these contents.
fn page(entries: &str, contents: &[u8]) -> Vec<u8> {
    let fonts = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
    let page = format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]{fonts}>>");
    pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(&page),
        stream(entries, contents),
    ])
}

#[test]
fn streams_that_swell_are_not_unpacked() {
    let once = packed(&vec![b' '; 70_000_000]);
    let file = page("/Filter/FlateDecode", &once);
    assert!(file.len() < 200_000);
    assert_eq!(told(&read(&file, "a.pdf")), [("read-pdf-too-much", "1")]);
    let file = page("/Filter[/FlateDecode/FlateDecode]", &packed(&once));
    assert!(file.len() < 2_000);
    assert_eq!(told(&read(&file, "a.pdf")), [("read-pdf-too-much", "1")]);
}

#[test]
fn one_text_of_very_many_letters_is_told() {
    let text = |count: usize| {
        let contents = format!("BT /F 9 Tf 9 50 Td ({}) Tj ET", "ab ".repeat(count));
        read(&page("/Filter/FlateDecode", &packed(contents.as_bytes())), "a.pdf")
    };
    assert_eq!(told(&text(100_000)), [("read-pdf-too-much", "1")]);
    let short = text(3);
    assert_eq!((short.text.as_str(), told(&short)), ("ab ab ab", vec![]));
}

#[test]
fn one_stream_on_many_pages_ends() {
    let body = packed(&b"0 0 m ".repeat(1_000_000));
    let pages: String = (0..5000).fold(String::new(), |mut all, number| {
        let _ = write!(all, "{} 0 R ", number + 5);
        all
    });
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object(&format!("<</Type/Pages/Kids[{pages}]/Count 5000>>")),
        object("null"),
        stream("/Filter/FlateDecode", &body),
    ];
    let page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>>";
    objects.extend((0..5000).map(|_| object(page)));
    let document = read(&pdf(&objects), "a.pdf");
    assert_eq!(document.diagnostics[0].code, "read-pdf-too-much");
    assert!(told(&document)[0].1.ends_with("–5000"), "{:?}", told(&document));
}

#[test]
fn deep_nesting_ends() {
    let nested = format!("<</Type/Catalog/Pages 2 0 R/X {}>>", "[".repeat(200_000));
    let file = pdf(&[object(&nested), object("<</Type/Pages/Kids[]/Count 0>>")]);
    assert_eq!(told(&read(&file, "a.pdf")), [("read-pdf-broken", "")]);
    let content = "[".repeat(200_000) + &"<<".repeat(200_000);
    let file = pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>>"),
        stream("", content.as_bytes()),
    ]);
    assert_eq!(read(&file, "a.pdf").text, "");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_mutated_file_is_read(changes in proptest::collection::vec((0_usize..14_000, any::<u8>()), 1..20)) {
        let mut file = bytes("small.pdf");
        for (at, byte) in changes {
            let at = at % file.len();
            file[at] = byte;
        }
        let document = read(&file, "a.pdf");
        prop_assert!(!document.text.is_empty() || !document.diagnostics.is_empty());
    }
}
