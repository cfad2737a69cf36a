//! Codes as they are written into a codebook.

use daryn_model::Lang;

use super::incoming::NewCode;

/// The head of a codebook that is begun.
#[must_use]
pub fn head(id: &str, title: &str, lang: Lang) -> String {
    let (id, title, lang) = (quoted(id), quoted(title), lang.code());
    format!("[codebook]\nid = {id}\nversion = \"1.0\"\ntitle_{lang} = {title}\n")
}

/// A code with its name and definition in a language.
#[must_use]
pub fn entry(code: &NewCode, lang: Lang) -> String {
    let mut text = format!("\n[[code]]\nid = {}\n", quoted(&code.id));
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{key} = {}\n", quoted(value)));
        }
    };
    let lang = lang.code();
    line("parent", code.parent.as_deref().unwrap_or_default());
    line(&format!("name_{lang}"), &code.name);
    line(&format!("definition_{lang}"), &code.definition);
    line("colour", code.colour.as_ref().map_or("", |colour| colour.as_str()));
    text
}

/// A text as a basic string of TOML, in one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", letter as u32)),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
