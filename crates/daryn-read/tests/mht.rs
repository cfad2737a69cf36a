//! Pages in one file, and files under the name of Word that are something else.

mod common;

use common::{codes, good, hangs_together, labels};
use daryn_read::{Kind, read};
use proptest::prelude::*;

const SAVED: &str = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Part--x\"\r\n\r\n\r\n\
    ------Part--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    <html><head><meta charset=3D\"utf-8\"></head><body><p>1. =D0=91=D1=96=D1=80=D1=\r\n\
    =96=D0=BD=D1=88=D1=96.</p></body></html>\r\n------Part--x\r\nContent-Type: text/html\r\n\r\n\
    <p>header</p>\r\n------Part--x--\r\n";

#[test]
fn a_page_saved_by_a_browser() {
    let document = good(SAVED.as_bytes(), "a.mht");
    assert_eq!(document.text, "1. Бірінші.");
    assert_eq!(labels(&document, Kind::Point), ["1"]);
    assert_eq!(document.media_type, "multipart/related");
    let cut = SAVED.find("\r\n------Part--x--").expect("the end");
    assert_eq!(good(&SAVED.as_bytes()[..cut], "a.mhtml").text, "1. Бірінші.");
}

#[test]
fn a_document_saved_by_word_in_base64_with_a_named_root() {
    // «<p>Заң</p>» in UTF-8 behind a frame that is a page, too.
    let mail = "MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<b>\"; boundary=N\n\n--N\n\
        Content-Type: text/html\n\n<p>frame</p>\n--N\nContent-ID: <b>\nContent-Type: text/html; \
        charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\nPHA+0JfQsNKjPC9w\nPg==\n--N--\n";
    assert_eq!(good(mail.as_bytes(), "a.mht").text, "Заң");
    assert_eq!(codes(mail.as_bytes(), "a.doc"), ["read-wrong-name"]);
    assert_eq!(read(mail.as_bytes(), "a.doc").text, "Заң");
}

#[test]
fn mails_with_one_part_and_with_parts_in_parts() {
    let plain = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1251\n\n\xcf\xf0\xe8\xea\xe0\xe7";
    assert_eq!(good(plain, "a.eml").text, "Приказ");
    let nested = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=A\n\n--A\nContent-Type: \
        multipart/alternative; boundary=\"B\"\n\n--B\nContent-Type: text/plain\n\nплоский\n--B\n\
        Content-Type: text/html\n\n<p>страница</p>\n--B--\n--A--";
    assert_eq!(good(nested.as_bytes(), "a.eml").text, "страница");
    let none = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=A\n\n--A\nContent-Type: image/png\n\nx\n--A--";
    assert_eq!(codes(none.as_bytes(), "a.mht"), ["read-no-part"]);
    let broken =
        "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n<p>";
    assert_eq!(codes(broken.as_bytes(), "a.mht"), ["read-damaged"]);
}

#[test]
fn pages_and_texts_under_the_name_of_word_are_read() {
    let page =
        "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body><p>Мәтін</p></body></html>";
    assert_eq!(codes(page.as_bytes(), "a.doc"), ["read-wrong-name"]);
    assert_eq!(read(page.as_bytes(), "a.doc").text, "Мәтін");
    assert_eq!(codes("Мәтін".as_bytes(), "a.docx"), ["read-wrong-name"]);
    assert_eq!(
        codes(&[5, 6, 7, 8, 14, 15, 16, 17].repeat(99), "a.docx").last().map(String::as_str),
        Some("read-unsupported")
    );
    let old = "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\"/>";
    assert_eq!(codes(old.as_bytes(), "a.xml"), ["read-unsupported"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn a_mutated_page_is_read(
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
        end in any::<proptest::sample::Index>(),
    ) {
        let mut bytes = SAVED.as_bytes().to_vec();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(end.index(bytes.len()) + 1);
        prop_assert!(hangs_together(&read(&bytes, "a.mht")));
    }
}
