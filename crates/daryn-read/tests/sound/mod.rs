//! What must hold of every document, whatever the bytes were. Also used by the fuzz target.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use daryn_read::anchor::{self, Place};
use daryn_read::{Document, Kind};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Names of files that make the reader take each of its ways.
const NAMES: [&str; 12] = [
    "a.md", "a.txt", "a.html", "a.json", "a.pdf", "a.docx", "a.odt", "a.rtf", "a.mht", "a.doc",
    "a.fodt", "a",
];

/// Parts of a Word document that an input may hold, with a zero between each and the next.
const DOCX: [&str; 6] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/settings.xml",
];

/// The same for OpenDocument.
const ODT: [&str; 2] = ["content.xml", "styles.xml"];

/// Memory that reading may take: 64 MB and 20 times the input.
pub(crate) const fn memory(input: usize) -> usize {
    64 * 1_000_000 + 20 * input
}

/// Splits an input of the corpus: its first byte chooses the name of the file, or a container that
/// is made around the rest, so that what is inside can be changed byte by byte.
pub(crate) fn split(input: &[u8]) -> (&'static str, Cow<'_, [u8]>) {
    let Some((first, rest)) = input.split_first() else { return (NAMES[0], input.into()) };
    match usize::from(*first) % (NAMES.len() + 3) {
        12 => ("a.docx", zip(&DOCX, rest).into()),
        13 => ("a.odt", zip(&ODT, rest).into()),
        14 => ("a.pdf", pdf(rest).into()),
        name => (NAMES[name], rest.into()),
    }
}

/// A zip of parts, not packed.
fn zip(names: &[&str], inside: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in names.iter().zip(inside.splitn(names.len(), |byte| *byte == 0)) {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(part).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A PDF of one page: its instructions, a form `X1` and the table of letters of the font `F2`, with
/// a zero between each and the next.
fn pdf(inside: &[u8]) -> Vec<u8> {
    let mut parts = inside.splitn(3, |byte| *byte == 0);
    let mut stream = |entries: &str| {
        let body = parts.next().unwrap_or_default();
        let head = format!("<<{entries}/Length {}>>\nstream\n", body.len());
        [head.as_bytes(), body, b"\nendstream"].concat()
    };
    let font = "/Type/Font/BaseFont/Helvetica";
    let wide = "/Type/Font/Subtype/CIDFontType2/BaseFont/Helvetica/CIDSystemInfo<</Registry(Adobe)\
                /Ordering(Identity)/Supplement 0>>";
    let objects: [Vec<u8>; 9] = [
        b"<</Type/Catalog/Pages 2 0 R>>".into(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".into(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources 4 0 R>>".into(),
        b"<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X1 8 0 R>>>>".into(),
        format!("<<{font}/Subtype/Type1>>").into(),
        format!(
            "<<{font}/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<{wide}>>]\
             /ToUnicode 9 0 R>>"
        )
        .into(),
        stream(""),
        stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources 4 0 R"),
        stream(""),
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let size = objects.len() + 1;
    table += &format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.extend(table.bytes());
    file
}

/// Panics unless the parts of a document agree with each other.
pub(crate) fn check(document: &Document) {
    let text = document.text.as_str();
    let mut end = 0;
    for place in document.leaves() {
        let leaf = &document.passages[place];
        assert!(
            text[end..leaf.start].chars().all(|letter| "\n\t".contains(letter)),
            "words between leaves are lost"
        );
        end = leaf.end;
    }
    assert_eq!(end, text.len(), "leaves do not end with the text");
    let mut at = (0, 0);
    for (place, passage) in document.passages.iter().enumerate() {
        assert!(passage.parent.is_none_or(|parent| parent < place), "a child before its parent");
        assert!(passage.start <= passage.end);
        if let Some(parent) = passage.parent.map(|parent| &document.passages[parent]) {
            assert!(parent.start <= passage.start && passage.end <= parent.end);
        }
        let words = document.words(passage);
        assert_eq!(words.chars().count(), passage.last - passage.first);
        if passage.start >= at.0 {
            let between = text[at.0..passage.start].chars().count();
            assert_eq!(at.1 + between, passage.first, "code points do not count bytes");
            at = (passage.start, passage.first);
        }
    }
    for table in &document.tables {
        assert_eq!(document.passages[table.passage].kind, Kind::Table);
        assert_eq!(document.passages[table.passage].page, table.page);
    }
    let leaves = document.leaves();
    for place in [leaves.first(), leaves.get(leaves.len() / 2), leaves.last()].into_iter().flatten()
    {
        let leaf = &document.passages[*place];
        if let Some(made) = anchor::make(text, leaf.start, leaf.end)
            && let Place::Same(start, end) = anchor::resolve(&made, text)
        {
            assert_eq!((start, end), (leaf.start, leaf.end), "an anchor moved in its own text");
        }
    }
    let failed =
        document.diagnostics.iter().any(|problem| problem.severity == daryn_model::Severity::Error);
    assert!(!text.is_empty() || failed, "an empty document says why");
    assert!(serde_json::to_writer(std::io::sink(), &document.to_json("a", Vec::new())).is_ok());
}
