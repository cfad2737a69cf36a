//! Formulas of OpenDocument: MathML, with the words that were typed to make it.

use crate::archive::{Archive, Flaw};
use crate::xml::{Element, Sink, walk};

/// Most objects that are looked at, and most bytes of each; a formula is small.
const MOST: usize = 2000;
const LARGEST: u64 = 1 << 16;

/// The words of a formula.
#[derive(Debug, Default)]
pub(crate) struct Formula {
    is_math: bool,
    /// What was typed: «1 over 2», where signs alone would be 12.
    typed: String,
    in_typed: bool,
    signs: String,
}

impl Formula {
    /// As it was typed, or else its signs with spaces between them.
    pub(crate) fn words(self) -> String {
        if self.typed.trim().is_empty() { self.signs } else { self.typed }.trim().to_owned()
    }
}

impl Sink for Formula {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        self.is_math |= element.name() == "math";
        self.in_typed |= element.name() == "annotation";
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        self.in_typed &= name != "annotation";
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Flaw> {
        if self.in_typed {
            self.typed.push_str(text);
        } else if self.is_math && !text.trim().is_empty() {
            self.signs.push_str(text.trim());
            self.signs.push(' ');
        }
        Ok(())
    }
}

/// The formulas of a document by the folders in which they stand.
pub(crate) fn all(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, Flaw> {
    let names = archive.names().filter(|name| name.ends_with("/content.xml"));
    let names: Vec<String> = names.take(MOST).collect();
    let mut formulas = Vec::new();
    for name in names {
        let bytes = archive.bytes(&name, LARGEST)?.unwrap_or_default();
        let mut formula = Formula::default();
        // Other objects are larger, and are read no further.
        if walk(bytes.as_slice(), &name, &mut formula).is_ok() && formula.is_math {
            let folder = name.trim_end_matches("/content.xml").to_owned();
            formulas.push((folder, formula.words()));
        }
    }
    Ok(formulas)
}
