//! A script for R that reads the CSV file: types, labels of variables, factors for codes.
//!
//! Letters outside ASCII are written as `\u` escapes: R before 4.2 on Windows reads a script in the
//! charset of the system, which has no Kazakh letters.

use std::io::{self, Write};

use super::names::{Labelled, Variable};

/// Writes the script. `csv` is the name of the CSV file, which is looked for in the working folder.
/// The table becomes the data frame `data`. For a column of codes `X` there is a factor `X_label`
/// beside it, whose levels are what the codes are called.
///
/// # Errors
/// Where the output cannot be written.
pub fn write(labelled: &Labelled, csv: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "data <- read.csv({}, encoding = \"UTF-8\", na.strings = \"\",", text(csv))?;
    writeln!(out, "  check.names = FALSE, comment.char = \"\", stringsAsFactors = FALSE,")?;
    write!(out, "  colClasses = c(")?;
    for (place, Variable { name, typed, .. }) in labelled.variables.iter().enumerate() {
        let separator = if place == 0 { "" } else { ",\n    " };
        let kind = if typed.is_number { "numeric" } else { "character" };
        write!(out, "{separator}{name} = \"{kind}\"")?;
    }
    writeln!(out, "))")?;
    for variable in &labelled.variables {
        let name = &variable.name;
        if !variable.codes.is_empty() {
            writeln!(out, "data${name}_label <- factor(data${name},")?;
            let codes = &variable.codes;
            vector(out, "levels", codes.iter().map(|(code, _)| *code))?;
            writeln!(out, ",")?;
            vector(out, "labels", levels(codes).iter().map(String::as_str))?;
            writeln!(out, ")")?;
            writeln!(out, "attr(data${name}_label, \"label\") <- {}", text(&variable.label()))?;
        }
        writeln!(out, "attr(data${name}, \"label\") <- {}", text(&variable.label()))?;
    }
    writeln!(out, "attr(data, \"title\") <- {}", text(&labelled.about.title))?;
    for (number, source) in labelled.about.sources.iter().enumerate() {
        let parts: Vec<String> =
            source.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let parts = text(&parts.join("; "));
        writeln!(out, "attr(data, \"source_{}\") <- {parts}", number + 1)?;
    }
    Ok(())
}

fn vector<'a>(
    out: &mut dyn Write,
    name: &str,
    texts: impl Iterator<Item = &'a str>,
) -> io::Result<()> {
    write!(out, "  {name} = c(")?;
    for (place, value) in texts.enumerate() {
        let separator = if place == 0 { "" } else { ",\n    " };
        write!(out, "{separator}{}", text(value))?;
    }
    write!(out, ")")
}

/// What codes are called; two levels of a factor may not have one name, so the code is added.
fn levels(codes: &[(&str, &str)]) -> Vec<String> {
    let is_twice = |label: &str| codes.iter().filter(|(_, other)| *other == label).count() > 1;
    codes
        .iter()
        .map(|(code, label)| match *label {
            "" => (*code).to_owned(),
            label if is_twice(label) => format!("{label} [{code}]"),
            label => label.to_owned(),
        })
        .collect()
}

fn text(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            ' '..='~' => quoted.push(letter),
            // R has no such letter.
            '\0' => {}
            _ if u32::from(letter) > 0xffff => {
                quoted.push_str(&format!("\\U{:08x}", u32::from(letter)));
            }
            _ => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
        }
    }
    quoted.push('"');
    quoted
}
