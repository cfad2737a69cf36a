//! Syntax for SPSS (and PSPP) that reads the CSV file: types, labels of variables and of values,
//! missing values.

use std::io::{self, Write};

use super::names::{Labelled, Variable, cut};

/// Writes the syntax, in UTF-8 with a byte order mark, by which SPSS tells the charset. `csv` is the
/// name of the CSV file, which is looked for in the working folder.
///
/// A literal that is no number becomes a number of its own, far below all others, which is declared
/// as missing and labelled with the literal.
///
/// # Errors
/// Where the output cannot be written.
pub fn write(labelled: &Labelled, csv: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\u{feff}* Encoding: UTF-8.")?;
    // Takes effect only where no data set is open; SPSS 16 and later begin with it.
    writeln!(out, "SET UNICODE=ON.")?;
    writeln!(out, "SET DECIMAL=DOT.")?;
    writeln!(out, "GET DATA /TYPE=TXT /FILE={} /ENCODING='UTF8'", text(csv, usize::MAX))?;
    writeln!(out, "  /DELCASE=LINE /DELIMITERS=\",\" /QUALIFIER='\"' /ARRANGEMENT=DELIMITED")?;
    writeln!(out, "  /FIRSTCASE=2 /VARIABLES=")?;
    for Variable { name, typed, width, .. } in &labelled.variables {
        // Strings may have 32,767 bytes.
        let format = if typed.is_number {
            "F40.16".to_owned()
        } else {
            format!("A{}", (*width).min(32_767))
        };
        writeln!(out, "  {name} {format}")?;
    }
    writeln!(out, "  .")?;
    let title = &labelled.about.title;
    if !title.is_empty() {
        writeln!(out, "FILE LABEL {}.", text(title, 60))?;
    }
    for variable in &labelled.variables {
        let name = &variable.name;
        writeln!(out, "VARIABLE LABELS {name} {}.", text(&variable.label(), 250))?;
        if variable.typed.is_number {
            writeln!(out, "FORMATS {name} (F20.6).")?;
            missing(labelled, variable, out)?;
        }
        for (place, (code, label)) in variable.codes.iter().enumerate() {
            let head = if place == 0 { format!("VALUE LABELS {name}") } else { "   ".to_owned() };
            let end = if place + 1 == variable.codes.len() { "." } else { "" };
            let label = if label.is_empty() { code } else { label };
            // Labels of values may have 120 bytes.
            writeln!(out, "{head} {} {}{end}", text(code, usize::MAX), text(label, 120))?;
        }
    }
    for source in &labelled.about.sources {
        let parts: Vec<String> =
            source.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let line = parts.join("; ");
        // A line of a document has 80 bytes; the words must not end the command.
        writeln!(out, "ADD DOCUMENT")?;
        let mut rest = line.as_str();
        while !rest.is_empty() {
            let part = cut(rest, 72);
            rest = rest.get(part.len()..).unwrap_or_default();
            writeln!(out, "  {}", text(part, usize::MAX))?;
        }
        writeln!(out, "  .")?;
    }
    writeln!(out, "EXECUTE.")
}

/// Gives literals that are no numbers codes below all numbers, and declares the codes.
fn missing(labelled: &Labelled, variable: &Variable, out: &mut dyn Write) -> io::Result<()> {
    let Some(literal) = labelled.literal_of(variable) else { return Ok(()) };
    // At least nine digits, so that nobody takes it for a value; at most so many that each code is
    // exactly a number of 64 bits.
    let digits = (9..=14).find(|digits| variable.least > -(10f64.powi(*digits)));
    let (Some(digits), false) = (digits, variable.missing.is_empty()) else { return Ok(()) };
    let first = 9 * 10i64.pow(digits.unsigned_abs());
    for (number, missing) in (1..).zip(&variable.missing) {
        let (name, code) = (&variable.name, first + number);
        let value = text(missing, usize::MAX);
        writeln!(out, "IF ({} = {value}) {name} = -{code}.", literal.name)?;
    }
    writeln!(out, "MISSING VALUES {} (LOWEST THRU -{first}).", variable.name)?;
    writeln!(out, "VALUE LABELS {}", variable.name)?;
    for (number, missing) in (1..).zip(&variable.missing) {
        writeln!(out, "  -{} {}", first + number, text(missing, 120))?;
    }
    writeln!(out, "  .")
}

/// A text in apostrophes, at most so many bytes.
fn text(text: &str, most: usize) -> String {
    let text = text.replace(['\n', '\r', '\t', '\0'], " ");
    format!("'{}'", cut(&text, most).replace('\'', "''"))
}
