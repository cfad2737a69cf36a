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
                define(out, &format!("{name}_v"), |out| {
                    for (letter, missing) in ('a'..='z').zip(&variable.missing) {
                        write!(out, " ///\n    .{letter} {}", text(missing, 32_000))?;
                    }
                    Ok(())
                })?;
                writeln!(out, "label values {name} {name}_v")?;
            }
        }
        if !variable.codes.is_empty() {
            // Codes get their numbers in the order of the list; then the numbers get names.
            let codes = &variable.codes;
            define(out, &format!("{name}_c"), |out| {
                for (number, (code, _)) in (1..).zip(codes) {
                    write!(out, " ///\n    {number} {}", text(code, 32_000))?;
                }
                Ok(())
            })?;
            define(out, &format!("{name}_v"), |out| {
                for (number, (code, label)) in (1..).zip(codes) {
                    let label = if label.is_empty() { code } else { label };
                    write!(out, " ///\n    {number} {}", text(label, 32_000))?;
                }
                Ok(())
            })?;
            writeln!(out, "encode {name}, generate({name}_label) label({name}_c)")?;
            writeln!(out, "label values {name}_label {name}_v")?;
            writeln!(out, "label variable {name}_label {}", text(&variable.label(), 80))?;
        }
        writeln!(out, "label variable {name} {}", text(&variable.label(), 80))?;
    }
    Ok(())
}

fn define(
    out: &mut dyn Write,
    name: &str,
    values: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    write!(out, "label define {name}")?;
    values(out)?;
    writeln!(out)
}

/// A text in compound quotes, in which a quotation mark is nothing special; what begins a macro is
/// not let begin one. At most so many letters.
fn text(text: &str, most: usize) -> String {
    let text: String = cut(text, most.saturating_mul(4)).chars().take(most).collect();
    let text = text.replace(['\n', '\r', '\t', '\0'], " ").replace("\"'", "\" '");
    format!("`\"{}\"'", text.replace('`', "\\`").replace('$', "\\$"))
}
