//! A do-file for Stata 14 and later that reads the CSV file: types, labels of variables, labelled
//! numbers for codes, extended missing values for literals that are no numbers.

use std::io::{self, Write};

use super::names::{Labelled, cut};

/// Writes the do-file, in UTF-8. `csv` is the name of the CSV file, which is looked for in the
/// working folder. For a column of codes `X` there is a variable `X_label` beside it, a number whose
/// label is what the code is called.
///
/// # Errors
/// Where the output cannot be written.
pub fn write(labelled: &Labelled, csv: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "version 14")?;
    writeln!(
        out,
        "import delimited using {}, delimiters(\",\") varnames(1) case(preserve) ///",
        text(csv, usize::MAX)
    )?;
    writeln!(out, "    encoding(\"UTF-8\") stringcols(_all) bindquote(strict) clear")?;
    // Stata takes at most 80 letters as a label of the data or of a variable.
    writeln!(out, "label data {}", text(&labelled.about.title, 80))?;
    for source in &labelled.about.sources {
        let parts: Vec<String> =
            source.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        writeln!(out, "note: {}", text(&parts.join("; "), 2000))?;
    }
    for variable in &labelled.variables {
        let name = &variable.name;
        if variable.typed.is_number {
            writeln!(out, "destring {name}, replace")?;
            let literal = labelled.literal_of(variable).filter(|_| !variable.missing.is_empty());
            if let Some(literal) = literal {
                for (letter, missing) in ('a'..='z').zip(&variable.missing) {
                    let value = text(missing, usize::MAX);
                    writeln!(out, "replace {name} = .{letter} if {} == {value}", literal.name)?;
                }
                for (letter, missing) in ('a'..='z').zip(&variable.missing) {
                    define(out, &format!("{name}_v .{letter}"), missing)?;
                }
                writeln!(out, "label values {name} {name}_v")?;
            }
        }
        if !variable.codes.is_empty() {
            // Codes get their numbers in the order of the list; then the numbers get names.
            for (number, (code, label)) in (1..).zip(&variable.codes) {
                let label = if label.is_empty() { code } else { label };
                define(out, &format!("{name}_c {number}"), code)?;
                define(out, &format!("{name}_v {number}"), label)?;
            }
            writeln!(out, "encode {name}, generate({name}_label) label({name}_c)")?;
            writeln!(out, "label values {name}_label {name}_v")?;
            writeln!(out, "label variable {name}_label {}", text(&variable.label(), 80))?;
        }
        writeln!(out, "label variable {name} {}", text(&variable.label(), 80))?;
    }
    Ok(())
}

/// One value of a label. Each has a command of its own, for a command has a greatest length.
fn define(out: &mut dyn Write, value: &str, label: &str) -> io::Result<()> {
    writeln!(out, "label define {value} {}, add", text(label, 32_000))
}

/// A text in compound quotes, in which a quotation mark is nothing special; what begins a macro is
/// not let begin one. At most so many letters.
fn text(text: &str, most: usize) -> String {
    let text: String = cut(text, most.saturating_mul(4)).chars().take(most).collect();
    let text = text.replace(['\n', '\r', '\t', '\0'], " ").replace("\"'", "\" '");
    format!("`\"{}\"'", text.replace('`', "\\`").replace('$', "\\$"))
}
