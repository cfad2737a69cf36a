//! Addresses and bodies with places for values.
//!
//! `{name}` stands for a value, encoded; `{name?}` for one that may be left out; `{+name}` for one
//! whose `/` part folders. Nothing else is special.

use std::borrow::Cow;

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place { name: String, optional: bool, folders: bool },
}

/// A text with places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template(Vec<Piece>);

/// Where a value stands, and so which characters of it would be taken for something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// Between two `/` of an address.
    Path,
    /// After `?` in an address, or in a form.
    Query,
    /// Inside a JSON text.
    Json,
}

/// Why a template could not be filled.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unfilled {
    /// A value that is needed was not given.
    Missing(String),
    /// A value would lead to another folder.
    Unsafe(String),
}

impl Template {
    /// Reads a template. Braces that hold no name are text, as in JSON.
    pub(crate) fn parse(text: &str) -> Template {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            plain.push_str(&rest[..at]);
            let place = rest[at + 1..].split_once('}').and_then(|(inner, after)| {
                let folders = inner.starts_with('+');
                let optional = inner.ends_with('?');
                let name = inner.trim_start_matches('+').trim_end_matches('?');
                let good = !name.is_empty()
                    && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
                good.then(|| (Piece::Place { name: name.to_owned(), optional, folders }, after))
            });
            match place {
                Some((place, after)) => {
                    if !plain.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    }
                    pieces.push(place);
                    rest = after;
                }
                None => {
                    plain.push('{');
                    rest = &rest[at + 1..];
                }
            }
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Template(pieces)
    }

    /// Names of the places, and whether each may be left out.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Place { name, optional, .. } => Some((name.as_str(), *optional)),
            Piece::Text(_) => None,
        })
    }

    /// Fills every place; `None` where one that may be left out was.
    pub(crate) fn fill<'v>(
        &self,
        within: Within,
        value: impl Fn(&str) -> Option<Cow<'v, str>>,
    ) -> Result<Option<String>, Unfilled> {
        let mut filled = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Place { name, optional, folders } => match value(name) {
                    Some(value) => {
                        if within == Within::Path && leads_elsewhere(&value) {
                            return Err(Unfilled::Unsafe(name.clone()));
                        }
                        encode(&value, within, *folders, &mut filled);
                    }
                    None if *optional => return Ok(None),
                    None => return Err(Unfilled::Missing(name.clone())),
                },
            }
        }
        Ok(Some(filled))
    }
}

/// Whether a value in a path would lead out of its folder.
fn leads_elsewhere(value: &str) -> bool {
    value.split(['/', '\\']).any(|part| part == "." || part == "..")
}

fn encode(value: &str, within: Within, folders: bool, out: &mut String) {
    if within == Within::Json {
        let quoted = serde_json::Value::from(value).to_string();
        out.push_str(&quoted[1..quoted.len() - 1]);
        return;
    }
    for byte in value.bytes() {
        let plain = match byte {
            b'-' | b'.' | b'_' | b'~' => true,
            // What codes of statistics are joined by; a server that sees them encoded may not know
            // them again.
            b',' | b':' | b';' | b'@' | b'!' | b'*' | b'(' | b')' => true,
            b'+' | b'=' | b'$' | b'\'' => within == Within::Path,
            b'/' => folders,
            _ => byte.is_ascii_alphanumeric(),
        };
        if plain {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: &str, within: Within, value: &str) -> Result<Option<String>, Unfilled> {
        Template::parse(template)
            .fill(within, |name| (name == "x").then(|| Cow::Owned(value.to_owned())))
    }

    #[test]
    fn values_cannot_change_the_address_around_them() {
        let check = |value, within, expected: &str| {
            assert_eq!(fill("a/{x}", within, value), Ok(Some(format!("a/{expected}"))));
        };
        check("KAZ;KGZ", Within::Path, "KAZ;KGZ");
        check("A+B.C", Within::Path, "A+B.C");
        check("A+B", Within::Query, "A%2BB");
        check("b/c?d#e&f%g h", Within::Path, "b%2Fc%3Fd%23e%26f%25g%20h");
        check(
            "AIMS: Орта Азия",
            Within::Query,
            "AIMS:%20%D0%9E%D1%80%D1%82%D0%B0%20%D0%90%D0%B7%D0%B8%D1%8F",
        );
        check("say \"x\"\n", Within::Json, "say \\\"x\\\"\\n");
        assert_eq!(fill("{+x}", Within::Path, "data/4-b-1.csv"), Ok(Some("data/4-b-1.csv".into())));
        for bad in ["..", "../x", "a/../b", "a\\..\\b"] {
            assert_eq!(fill("{+x}", Within::Path, bad), Err(Unfilled::Unsafe("x".into())));
        }
    }

    #[test]
    fn a_value_is_needed_unless_the_template_says_otherwise() {
        assert_eq!(fill("{y}", Within::Path, ""), Err(Unfilled::Missing("y".into())));
        assert_eq!(fill("{x}:{y?}", Within::Query, "1"), Ok(None));
        let body = Template::parse("{\"page\":{page},\"types\":[\"{x}\"],\"o\":{}}");
        assert_eq!(body.names().collect::<Vec<_>>(), [("page", false), ("x", false)]);
    }
}
