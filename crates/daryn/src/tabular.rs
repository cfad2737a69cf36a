//! Results as tables: CSV to stdout or into a file, XLSX and Parquet into a file.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use daryn_model::Diagnostic;
use daryn_report::{Speaker, csv_cell};
use daryn_stats::write::{self, About, Column, Content, PlainTable, Table, Words};
use serde_json::{Value, json};

use crate::arguments::{self, option};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::whole::{self, Whole};

/// The forms of a table; those behind the first two are written to files only.
const FORMATS: [&str; 4] = ["csv", "json", "xlsx", "parquet"];

/// In which form a table is given, and where.
pub(crate) struct Form {
    pub(crate) format: String,
    /// Where it is written; to stdout if nowhere.
    pub(crate) out: Option<PathBuf>,
}

impl Form {
    /// What the command line asks for. `inputs` are files that must not be replaced.
    ///
    /// # Errors
    /// Where the output would replace an input, and where there is none for a form that is written
    /// to files only.
    pub(crate) fn of<'a>(
        matches: &ArgMatches,
        usual: &str,
        inputs: impl IntoIterator<Item = &'a Path>,
    ) -> Result<Form, Stop> {
        let format = arguments::text(matches, "format").unwrap_or(usual).to_owned();
        let out = matches.get_one::<PathBuf>("output").cloned();
        match &out {
            Some(out) => whole::spare(out, inputs)?,
            None if matches!(format.as_str(), "xlsx" | "parquet") => {
                let meant = vec!["--output OUT".to_owned()];
                return Err(Stop::Usage { found: format!("--format {format}"), meant });
            }
            None => {}
        }
        Ok(Form { format, out })
    }
}

/// A table of results.
pub(crate) struct Tabular {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// What stands at a place of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Count(u64),
    Number(f64),
    /// A number with the digits with which it was written.
    Digits(String),
    /// What is not defined, or was not asked.
    Missing,
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Cell {
        number.filter(|number| number.is_finite()).map_or(Cell::Missing, Cell::Number)
    }
}

impl Cell {
    fn literal(&self) -> Option<String> {
        match self {
            Cell::Text(text) => Some(text.clone()),
            Cell::Count(count) => Some(count.to_string()),
            Cell::Number(value) => Some(number(*value)),
            Cell::Digits(digits) => Some(digits.clone()),
            Cell::Missing => None,
        }
    }

    fn value(&self) -> Value {
        match self {
            Cell::Text(text) => json!(text),
            Cell::Count(count) => json!(count),
            Cell::Number(value) => json!(value),
            Cell::Digits(digits) => match (digits.parse::<i64>(), digits.parse::<f64>()) {
                (Ok(whole), _) => json!(whole),
                (_, Ok(value)) => json!(value),
                _ => json!(digits),
            },
            Cell::Missing => Value::Null,
        }
    }
}

/// The shortest digits from which the same number is read again.
pub(crate) fn number(value: f64) -> String {
    let size = value.abs();
    // Zeros would hide how small or large it is.
    if size != 0.0 && !(1e-5..1e16).contains(&size) {
        format!("{value:e}")
    } else {
        // Minus zero would look like a direction.
        format!("{}", value + 0.0)
    }
}

/// The options of a command that gives a table.
pub(crate) fn options(speaker: &Speaker) -> [Arg; 2] {
    [
        option(speaker, "format", "FORMAT", "cli-table-format")
            .value_parser(FORMATS)
            .hide_possible_values(true),
        option(speaker, "output", "OUT", "cli-table-output").value_parser(value_parser!(PathBuf)),
    ]
}

impl Tabular {
    /// A table with columns of these names and of text or numbers; what a column is called in the
    /// language of the user is found under `COMMAND-head-NAME`.
    pub(crate) fn new(speaker: &Speaker, command: &str, names: &[(&str, Content)]) -> Tabular {
        let column = |(name, content): &(&str, Content)| Column {
            id: (*name).to_owned(),
            label: speaker.word(&format!("{command}-head-{}", name.replace('_', "-"))),
            content: *content,
            codes: Vec::new(),
        };
        Tabular { columns: names.iter().map(column).collect(), rows: Vec::new() }
    }

    /// Adds a row, which has a cell for each column.
    pub(crate) fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// The rows as objects.
    pub(crate) fn values(&self) -> Vec<Value> {
        let object = |row: &Vec<Cell>| {
            let pairs = self.columns.iter().zip(row);
            pairs.map(|(column, cell)| (column.id.clone(), cell.value())).collect()
        };
        self.rows.iter().map(object).map(Value::Object).collect()
    }

    /// Prints or writes the table; `whole` gives what JSON holds instead, which is more than the
    /// table.
    pub(crate) fn give(
        &self,
        form: &Form,
        title: &str,
        whole: impl FnOnce() -> Value,
        output: &Output,
    ) -> Result<(), Stop> {
        let Some(path) = &form.out else {
            match form.format.as_str() {
                "json" => output.value(&whole()),
                _ => output.bytes(self.csv().as_bytes()),
            }
            return Ok(());
        };
        let mut file = Whole::create(path)?;
        let text = match form.format.as_str() {
            "json" => format!("{}\n", serde_json::to_string_pretty(&whole()).unwrap_or_default()),
            "csv" => self.csv(),
            format => {
                let row = |row: &Vec<Cell>| row.iter().map(Cell::literal).collect();
                let cells = self.rows.iter().map(row).collect();
                let table = PlainTable { columns: self.columns.clone(), cells };
                let about = About { title: title.to_owned(), sources: Vec::new() };
                let told = write_typed(format, &table, &about, &words(output), path, file)?;
                output.problems(Stream::Talk, &told);
                return Ok(());
            }
        };
        file.write_all(text.as_bytes()).map_err(|error| file.failed(&error))?;
        file.finish()
    }

    /// The table as in RFC 4180, with line feeds; what is missing is empty.
    pub(crate) fn csv(&self) -> String {
        let mut text = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = String>| {
            for (place, cell) in cells.enumerate() {
                if place > 0 {
                    text.push(',');
                }
                text.push_str(&csv_cell(&cell));
            }
            text.push('\n');
        };
        line(&mut self.columns.iter().map(|column| column.id.clone()));
        for row in &self.rows {
            line(&mut row.iter().map(|cell| cell.literal().unwrap_or_default()));
        }
        text
    }
}

/// Writes a table as a workbook or as Parquet; gives what could not be written as it is.
pub(crate) fn write_typed(
    format: &str,
    table: &dyn Table,
    about: &About,
    words: &Words,
    path: &Path,
    mut file: Whole,
) -> Result<Vec<Diagnostic>, Stop> {
    let mut told = Vec::new();
    if format == "xlsx" {
        let name = path.display().to_string();
        let written = write::write_xlsx(table, about, words, &name, &mut file);
        told = written.map_err(|problem| Stop::Problems(vec![problem]))?;
    } else {
        write::write_parquet(table, about, &mut file).map_err(|error| file.failed(&error))?;
    }
    file.finish()?;
    Ok(told)
}

/// What a workbook says, in the language of the user.
pub(crate) fn words(output: &Output) -> Words {
    let word = |key: &str| output.speaker.word(key);
    Words {
        data: word("stats-sheet-data"),
        codes: word("stats-sheet-codes"),
        sources: word("stats-sheet-sources"),
        code_heads: ["stats-head-column", "stats-head-code", "stats-head-name"].map(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_again_as_it_was() {
        for value in [0.1 + 0.2, 1e-300, 5e-324, -41.859_851_501_151_56, 1e22, 200.0, 123_456_789.0]
        {
            assert_eq!(number(value).parse::<f64>(), Ok(value));
        }
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(200.0), "200");
        assert_eq!(number(2.5e-7), "2.5e-7");
    }
}
