//! XML, read piece by piece: no document type, no entities but the five that XML has itself,
//! bounded depth.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use crate::archive::{Flaw, Pieces, broken};

/// Deepest nesting that is read; tables in tables in Word come to ten for each.
const DEEPEST: usize = 500;

/// What is done with the pieces of an XML text. Names come without their prefix: producers choose
/// prefixes as they like, and no two names that are read here differ only in it.
pub(crate) trait Sink {
    /// An element begins.
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw>;
    /// An element ends.
    fn close(&mut self, name: &str) -> Result<(), Flaw>;
    /// Words.
    fn text(&mut self, text: &str) -> Result<(), Flaw>;
}

/// An element that begins.
pub(crate) struct Element<'a> {
    tag: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(crate) fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// Its name with the prefix.
    pub(crate) fn whole_name(&self) -> &str {
        self.tag.name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|one| one.key.local_name().into_inner() == name)?;
        let value = unescape_with(&found.value, resolve_predefined_entity);
        Some(value.map_or_else(|_| found.value.clone().into_owned(), |value| value.into_owned()))
    }

    /// The value of `val`.
    pub(crate) fn val(&self) -> Option<String> {
        self.get("val")
    }

    /// A number in an attribute.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether a property that is there is on: it is unless it says otherwise.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads an XML text to its end. `part` is its name, for problems.
pub(crate) fn walk(source: impl BufRead, part: &str, sink: &mut impl Sink) -> Result<(), Flaw> {
    let mut source = Pieces::new(source);
    let head = source.fill_buf().map_err(|error| broken(&error, part))?;
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        // Nobody writes it, but the standards allow UTF-16. It is small: 4 MB at most.
        let mut bytes = Vec::new();
        loop {
            let piece = source.fill_buf().map_err(|error| broken(&error, part))?;
            if piece.is_empty() {
                break;
            }
            let count = piece.len();
            bytes.extend_from_slice(piece);
            source.consume(count);
        }
        let text = crate::charset::decode(&bytes, None).text;
        return pieces(Pieces::new(text.as_bytes()), part, sink);
    }
    pieces(source, part, sink)
}

fn pieces(source: Pieces<impl BufRead>, part: &str, sink: &mut impl Sink) -> Result<(), Flaw> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut depth = 0;
    let mut seen = false;
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) => return Err(broken(&error, part)),
            Err(_) => return Err(Flaw::Damaged(part.to_owned())),
        };
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Flaw::TooDeep);
                }
                seen = true;
                sink.open(&Element { tag: &tag })?;
            }
            Event::End(tag) => {
                depth -= 1;
                sink.close(tag.local_name().into_inner())?;
            }
            Event::Text(text) if depth > 0 => sink.text(&text.xml10_content())?,
            Event::CData(text) if depth > 0 => sink.text(&text.xml10_content())?,
            Event::GeneralRef(name) if depth > 0 => match name.resolve_char_ref() {
                Ok(Some(letter)) => sink.text(letter.encode_utf8(&mut [0; 4]))?,
                _ => {
                    let name = name.into_inner();
                    match resolve_predefined_entity(&name) {
                        Some(text) => sink.text(text)?,
                        // Never expanded, but shown.
                        None => sink.text(&format!("&{name};"))?,
                    }
                }
            },
            Event::Eof if depth > 0 || !seen => return Err(Flaw::Damaged(part.to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
        reader.get_mut().since = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Words(String);

    impl Sink for Words {
        fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
            self.0 += &format!("<{}:{:?}>", element.name(), element.val());
            Ok(())
        }
        fn close(&mut self, name: &str) -> Result<(), Flaw> {
            self.0 += &format!("</{name}>");
            Ok(())
        }
        fn text(&mut self, text: &str) -> Result<(), Flaw> {
            self.0 += text;
            Ok(())
        }
    }

    fn read(xml: &str) -> Result<String, Flaw> {
        let mut words = Words::default();
        walk(xml.as_bytes(), "a.xml", &mut words).map(|()| words.0)
    }

    #[test]
    fn entities_are_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><w:a w:val='&lt;1'>\
                    &amp;&#x49B;&c;<![CDATA[<x>]]></w:a>";
        assert_eq!(read(bomb).as_deref(), Ok("<a:Some(\"<1\")>&қ&c;<x></a>"));
    }

    #[test]
    fn what_is_cut_crossed_or_deep_is_told() {
        let damaged = Err(Flaw::Damaged("a.xml".into()));
        for xml in ["", "<a>", "<a><b></a></b>", "text", "<a", "<a>\u{0}</b>"] {
            assert_eq!(read(xml), damaged, "{xml}");
        }
        assert_eq!(read(&"<a>".repeat(DEEPEST + 1)), Err(Flaw::TooDeep));
        let long = format!("<a>{}</a>", "ab".repeat(5 << 20));
        let source = std::io::BufReader::new(long.as_bytes());
        assert!(walk(source, "a.xml", &mut Words::default()) == Err(Flaw::Bomb(4)));
    }
}
