//! The names at the beginning of a JSON file: by them a format is told.

use super::{Json, Token};

/// Names that are looked at.
const MOST: usize = 2000;

/// Paths and values of the first members of a file, until its beginning ends.
///
/// A path is names with points between, and `[]` for an item of a list: `data.dataSets[].action`.
/// Only the first item of a list counts.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    paths: Vec<(String, String)>,
}

impl Outline {
    /// The outline of what begins with these bytes.
    pub(crate) fn of(beginning: &[u8]) -> Outline {
        let mut outline = Outline::default();
        let stream = Box::new(std::io::Cursor::new(beginning.to_vec()));
        if let Ok(mut json) = Json::new(stream) {
            let mut path = String::new();
            // What ends here goes on in the file.
            let _ = outline.walk(&mut json, &mut path);
        }
        outline
    }

    /// Whether there is a member with this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// The text or number with this path; empty for an object or list.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.paths.iter().find(|(known, _)| known == path).map(|(_, value)| value.as_str())
    }

    /// Whether any path begins so.
    pub(crate) fn begins(&self, path: &str) -> bool {
        self.paths.iter().any(|(known, _)| known.starts_with(path))
    }

    fn walk(&mut self, json: &mut Json<'_>, path: &mut String) -> Option<()> {
        let token = json.next().ok()?;
        self.value(json, token, path)
    }

    fn value(&mut self, json: &mut Json<'_>, token: Token, path: &mut String) -> Option<()> {
        if self.paths.len() >= MOST {
            return None;
        }
        let length = path.len();
        match token {
            Token::ObjectStart => {
                self.paths.push((path.clone(), String::new()));
                while let Token::Key = json.next().ok()? {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(json.text().trim());
                    self.walk(json, path)?;
                    path.truncate(length);
                }
            }
            Token::ArrayStart => {
                self.paths.push((path.clone(), String::new()));
                path.push_str("[]");
                let mut is_first = true;
                loop {
                    match json.next().ok()? {
                        Token::ArrayEnd => break,
                        token if is_first || length == 0 => self.value(json, token, path)?,
                        token => json.skip(token).ok()?,
                    }
                    is_first = false;
                }
                path.truncate(length);
            }
            Token::Text | Token::Number => self.paths.push((path.clone(), json.text().to_owned())),
            _ => self.paths.push((path.clone(), String::new())),
        }
        Some(())
    }
}
