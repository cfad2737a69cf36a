//! Tables as spreadsheets write them: commas, semicolons or tabs between the columns, UTF-8.

use std::borrow::Cow;
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_study::csv_file;

use crate::arguments;
use crate::stop::Stop;

/// The text of a file, or of stdin where the path is `-`.
pub(super) fn read(path: &Path) -> Result<String, Stop> {
    let bytes = arguments::bytes_at(path)?;
    let mut problems = Vec::new();
    match csv_file::utf8(&path.display().to_string(), &bytes, &mut problems) {
        // Without a copy where nothing stands before the text.
        Some(text) if text.len() == bytes.len() => {
            String::from_utf8(bytes).map_err(|error| Stop::Internal(error.to_string()))
        }
        Some(text) => Ok(text.to_owned()),
        None => Err(Stop::Problems(problems)),
    }
}

/// A table whose columns are found by name.
pub(super) struct Sheet<'a> {
    file: &'a str,
    records: Records<'a>,
    /// Where each wanted column stands; `None` for one that may be lacking and is.
    places: Vec<Option<usize>>,
    width: usize,
}

impl<'a> Sheet<'a> {
    /// Finds out what parts the columns, and where those that are wanted stand; `None` where that
    /// is told as a problem.
    pub(super) fn begin(
        file: &'a str,
        text: &'a str,
        wanted: &[&str],
        optional: &[&str],
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Sheet<'a>> {
        let mut best: Option<(usize, usize, Records<'a>, Vec<String>, u32)> = None;
        for separator in [b',', b';', b'\t'] {
            let mut records = Records::of(text, separator);
            let mut heads = Vec::new();
            let line = match records.next(&mut heads) {
                None => {
                    problems.push(Diagnostic::error("agree-empty", file, 0));
                    return None;
                }
                Some(Err(OpenQuote(line))) => {
                    problems.push(Diagnostic::error("open-quote", file, line));
                    return None;
                }
                Some(Ok(line)) => line,
            };
            let heads: Vec<String> = heads.iter().map(|head| head.trim().to_lowercase()).collect();
            let has = |name: &&&str| heads.iter().any(|head| head == **name);
            let found = wanted.iter().filter(has).count();
            if best.as_ref().is_none_or(|best| (best.0, best.1) < (found, heads.len())) {
                best = Some((found, heads.len(), records, heads, line));
            }
        }
        let (_, width, records, heads, line) = best?;
        let mut places = Vec::new();
        for name in wanted.iter().chain(optional) {
            let mut same = (0..width).filter(|at| heads[*at] == *name);
            let place = same.next();
            if same.next().is_some() {
                problems
                    .push(Diagnostic::error("duplicate-column", file, line).with("field", name));
            }
            if place.is_none() && wanted.contains(name) {
                let found = heads.join(", ");
                let told = Diagnostic::error("agree-column", file, line).with("column", name);
                problems.push(told.with("found", found));
            }
            places.push(place);
        }
        let is_good = problems.is_empty();
        is_good.then_some(Sheet { file, records, places, width })
    }

    /// What parts the columns.
    pub(super) fn separator(&self) -> u8 {
        self.records.separator
    }

    /// Gives the cells of the wanted columns of each row with its line, without spaces around
    /// them. Rows of nothing are passed over.
    pub(super) fn each(
        &mut self,
        problems: &mut Vec<Diagnostic>,
        mut take: impl FnMut(u32, &[&str], &mut Vec<Diagnostic>),
    ) {
        let mut cells: Vec<Cow<'a, str>> = Vec::new();
        while let Some(record) = self.records.next(&mut cells) {
            let line = match record {
                Ok(line) => line,
                Err(OpenQuote(line)) => {
                    problems.push(Diagnostic::error("open-quote", self.file, line));
                    return;
                }
            };
            let is_short = cells.len() < self.width;
            let has_more = cells.iter().skip(self.width).any(|cell| !cell.trim().is_empty());
            if is_short || has_more {
                if cells.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                problems.push(
                    Diagnostic::error("wrong-field-count", self.file, line)
                        .with("expected", self.width)
                        .with("found", cells.len()),
                );
                continue;
            }
            let mut wanted = [""; 6];
            for (wanted, place) in wanted.iter_mut().zip(&self.places) {
                *wanted = place.map_or("", |place| cells[place].trim());
            }
            let wanted = &wanted[..self.places.len()];
            if wanted.iter().any(|cell| !cell.is_empty()) {
                take(line, wanted, problems);
            }
        }
    }
}

/// A quote that is never closed, and the line on which it stands.
struct OpenQuote(u32);

/// Records of RFC 4180, with any mark between the fields and any end of a line.
struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: u8,
}

impl<'a> Records<'a> {
    fn of(text: &'a str, separator: u8) -> Records<'a> {
        let mut records = Records { text, at: 0, line: 1, separator };
        // Excel understands a first line that names the separator.
        if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) {
            let end = text.find('\n').map_or(text.len(), |end| end + 1);
            (records.at, records.line) = (end, 2);
        }
        records
    }

    /// The fields of the next record and the line on which it begins; empty lines are passed over.
    fn next(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Option<Result<u32, OpenQuote>> {
        fields.clear();
        let bytes = self.text.as_bytes();
        while let Some(byte @ (b'\r' | b'\n')) = bytes.get(self.at) {
            self.line += u32::from(*byte == b'\n');
            self.at += 1;
        }
        if self.at >= bytes.len() {
            return None;
        }
        let begins = self.line;
        loop {
            match self.field() {
                Ok(field) => fields.push(field),
                Err(quote) => return Some(Err(quote)),
            }
            match bytes.get(self.at) {
                Some(byte) if *byte == self.separator => self.at += 1,
                _ => return Some(Ok(begins)),
            }
        }
    }

    fn field(&mut self) -> Result<Cow<'a, str>, OpenQuote> {
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            return Ok(Cow::Borrowed(self.plain()));
        }
        let (opened, mut field) = (self.line, String::new());
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let end = rest.find('"').ok_or(OpenQuote(opened))?;
            field.push_str(&rest[..end]);
            self.line += rest[..end].bytes().filter(|byte| *byte == b'\n').count() as u32;
            self.at += end + 1;
            if self.text.as_bytes().get(self.at) != Some(&b'"') {
                break;
            }
            field.push('"');
            self.at += 1;
        }
        field.push_str(self.plain());
        Ok(Cow::Owned(field))
    }

    /// What stands before the next separator or end of line.
    fn plain(&mut self) -> &'a str {
        let rest = &self.text.as_bytes()[self.at..];
        let is_end = |byte: &u8| *byte == self.separator || matches!(byte, b'\r' | b'\n');
        let end = rest.iter().position(is_end).unwrap_or(rest.len());
        let field = &self.text[self.at..self.at + end];
        self.at += end;
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> (Vec<(u32, Vec<String>)>, Vec<String>) {
        let (mut rows, mut problems) = (Vec::new(), Vec::new());
        if let Some(mut sheet) = Sheet::begin("f", text, &["a", "b"], &["c"], &mut problems) {
            sheet.each(&mut problems, |line, cells, _| {
                rows.push((line, cells.iter().map(|cell| (*cell).to_owned()).collect()));
            });
        }
        let told = problems.iter().map(|problem| format!("{} {}", problem.code, problem.line));
        (rows, told.collect())
    }

    #[test]
    fn columns_are_found_by_name_whatever_parts_them() {
        let expected = [(2, vec!["1".to_owned(), "2".into(), String::new()])];
        for text in [
            "a,b\n1,2\n",
            "b;x;A\r\n2;;1\r\n;;\r\n",
            "b\ta\n2\t1",
            "\n a ,b\n\n1,\"2\"\n".trim_start(),
        ] {
            let (found, told) = rows(text);
            assert_eq!(told, Vec::<String>::new(), "{text}");
            assert_eq!(found[0].1, expected[0].1, "{text}");
        }
        let (found, _) = rows("sep=;\na;b;c\n\"x\n\"\"y\"\"\";,;3\n\n4;5;6\n");
        assert_eq!(found[0], (3, vec!["x\n\"y\"".to_owned(), ",".into(), "3".into()]));
        assert_eq!(found[1].0, 6);
    }

    #[test]
    fn what_is_wrong_has_a_line() {
        assert_eq!(rows("").1, ["agree-empty 0"]);
        assert_eq!(rows("\n\na,x\n").1, ["agree-column 3"]);
        assert_eq!(rows("a,b,a\n").1, ["duplicate-column 1"]);
        assert_eq!(
            rows("a,b\n1,2\n\n1\n1,2,3\n1,2,\n").1,
            ["wrong-field-count 4", "wrong-field-count 5"]
        );
        assert_eq!(rows("a,b\n1,\"2\n3,4\n").1, ["open-quote 2"]);
    }
}
