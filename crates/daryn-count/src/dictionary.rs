//! Categories and the patterns that stand for them.

use daryn_model::{Diagnostic, Lines};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::pattern::{self, Word};

/// Categories in the order in which they were written down.
///
/// In a file of TOML a category is a list of patterns, and a table holds categories below it:
///
/// ```toml
/// money = ["budget*", "state funding"]
///
/// [people]
/// students = ["student*", "!student loan*"]
/// workers = ["worker*", "labour migrant*"]
/// ```
///
/// `!` before a pattern makes it an exclusion. The last two are called `people.students` and
/// `people.workers`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dictionary {
    /// The categories.
    pub categories: Vec<Category>,
}

/// A category.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Category {
    /// Its names, from the outermost table to its own.
    pub path: Vec<String>,
    /// Its patterns, exclusions among them.
    pub patterns: Vec<Pattern>,
}

/// Neighbouring words that are looked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern {
    /// One or more.
    pub words: Vec<Word>,
    /// Whether what it matches is taken out and not counted.
    pub excludes: bool,
}

impl Pattern {
    /// The pattern of a text; `None` where there is no word in it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Pattern> {
        let text = text.trim();
        let (text, excludes) = text.strip_prefix('!').map_or((text, false), |text| (text, true));
        let words = pattern::words(text);
        (!words.is_empty()).then_some(Pattern { words, excludes })
    }

    /// Whether the text of the pattern holds signs that it does not look for: brackets, `+`, a
    /// point inside a word. Hyphens, dashes and the `!` before it are none.
    #[must_use]
    pub fn loses_marks(&self, text: &str) -> bool {
        let own = text.trim();
        pattern::loses_marks(own.strip_prefix('!').unwrap_or(own), &self.words)
    }

    /// Whether a text without a word holds signs other than hyphens and dashes.
    #[must_use]
    pub fn has_marks(text: &str) -> bool {
        pattern::loses_marks(text, &[])
    }
}

impl Category {
    /// Names of the tables and of the category, with points between them.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.join(".")
    }
}

impl Dictionary {
    /// Reads a dictionary in TOML; `None` where something is wrong that nothing should be counted
    /// with. Problems are told, all at once.
    pub fn parse(file: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Option<Dictionary> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = Lines::of(text);
        let root = match DeTable::parse(text) {
            Ok(root) => root,
            Err(error) => {
                let at = error.span().map_or(1, |span| lines.line(span.start));
                let (code, reason) = match error.span().and_then(|span| text.get(span)) {
                    Some(key) if error.message().contains("duplicate key") => {
                        ("duplicate-key", key)
                    }
                    _ => ("bad-toml", error.message()),
                };
                problems.push(Diagnostic::error(code, file, at).with("reason", reason.trim()));
                return None;
            }
        };
        let mut reader = Reader {
            file,
            lines: &lines,
            problems,
            dictionary: Dictionary::default(),
            is_good: true,
        };
        reader.table(root.get_ref(), &mut Vec::new());
        let Reader { dictionary, is_good, .. } = reader;
        if is_good && dictionary.categories.is_empty() {
            problems.push(Diagnostic::error("count-no-category", file, 0));
            return None;
        }
        is_good.then_some(dictionary)
    }
}

struct Reader<'a> {
    file: &'a str,
    lines: &'a Lines,
    problems: &'a mut Vec<Diagnostic>,
    dictionary: Dictionary,
    is_good: bool,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, path: &mut Vec<String>) {
        // The parser sorts keys by name; the order of the file is restored by position.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            path.push(key.get_ref().to_string());
            match value.get_ref() {
                DeValue::Table(table) => self.table(table, path),
                DeValue::Array(items) => self.category(key.span().start, items.iter(), path),
                _ => self.wrong(value.span().start, "count-not-patterns", &path.join(".")),
            }
            path.pop();
        }
    }

    fn category<'v>(
        &mut self,
        at: usize,
        items: impl Iterator<Item = &'v Spanned<DeValue<'v>>>,
        path: &[String],
    ) {
        let mut category = Category { path: path.to_vec(), patterns: Vec::new() };
        let name = category.name();
        if self.dictionary.categories.iter().any(|other| other.name() == name) {
            return self.wrong(at, "count-category-twice", &name);
        }
        let mut all_read = true;
        for item in items {
            let at = item.span().start;
            let DeValue::String(text) = item.get_ref() else {
                self.wrong(at, "count-not-patterns", &name);
                all_read = false;
                continue;
            };
            let parsed = Pattern::parse(text);
            if let Some(pattern) = &parsed {
                self.tell_split(at, text, pattern);
            }
            match parsed {
                None => {
                    self.wrong(at, "count-empty-pattern", text);
                    all_read = false;
                }
                Some(pattern) if category.patterns.contains(&pattern) => {
                    // It changes no count.
                    let problem =
                        Diagnostic::warning("count-pattern-twice", self.file, self.lines.line(at));
                    self.problems.push(problem.with("text", text).with("category", &name));
                }
                Some(pattern) => category.patterns.push(pattern),
            }
        }
        if all_read && category.patterns.iter().all(|pattern| pattern.excludes) {
            let problem = Diagnostic::warning("count-no-pattern", self.file, self.lines.line(at));
            self.problems.push(problem.with("text", &name));
        }
        self.dictionary.categories.push(category);
    }

    /// Tells where a pattern is understood as something else than it seems to say.
    fn tell_split(&mut self, at: usize, text: &str, pattern: &Pattern) {
        if pattern.loses_marks(text) {
            let words: Vec<String> = pattern.words.iter().map(Word::written).collect();
            let problem =
                Diagnostic::warning("count-pattern-split", self.file, self.lines.line(at));
            self.problems.push(problem.with("text", text).with("words", words.join(" ")));
        }
    }

    fn wrong(&mut self, at: usize, code: &str, text: &str) {
        self.is_good = false;
        let problem = Diagnostic::error(code, self.file, self.lines.line(at));
        self.problems.push(problem.with("text", text));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> (Option<Dictionary>, Vec<(String, u32)>) {
        let mut problems = Vec::new();
        let read = Dictionary::parse("d.toml", text, &mut problems);
        (read, problems.into_iter().map(|problem| (problem.code, problem.line)).collect())
    }

    #[test]
    fn categories_keep_the_order_of_the_file() {
        let text = "z = [\"a\"]\na = [\"b\"]\n[t]\ny = [\"!c\", \"d e\"]\n[t.u]\nb = [\"f*\"]\n";
        let (read, problems) = read(text);
        let categories = read.expect("a dictionary").categories;
        let names: Vec<String> = categories.iter().map(Category::name).collect();
        assert_eq!(names, ["z", "a", "t.y", "t.u.b"]);
        assert_eq!(problems, []);
        assert!(categories[2].patterns[0].excludes);
        assert_eq!(categories[2].patterns[1].words.len(), 2);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let check = |text: &str, code: &str, line: u32, is_read: bool| {
            let (read, problems) = read(text);
            assert_eq!(problems, [(code.to_owned(), line)], "{text}");
            assert_eq!(read.is_some(), is_read, "{text}");
        };
        check("a = [\"b\"]\nc = [\n", "bad-toml", 2, false);
        check("a = [\"b\"]\na = [\"c\"]\n", "duplicate-key", 2, false);
        check("a = [\"b\"]\nc = \"d\"\n", "count-not-patterns", 2, false);
        check("a = [\n\"b\",\n3]\n", "count-not-patterns", 3, false);
        check("a = [\n\"b\",\n\" - \"]\n", "count-empty-pattern", 3, false);
        check("a = [\"!\"]\n", "count-empty-pattern", 1, false);
        check("\"a.b\" = [\"x\"]\n[a]\nb = [\"x\"]\n", "count-category-twice", 3, false);
        check("a = [\"b c\",\n\"B  C\"]\n", "count-pattern-twice", 2, true);
        check("a = [\"b\"]\nc = [\"!d\"]\n", "count-no-pattern", 2, true);
        check("", "count-no-category", 0, false);
        check("[a]\n", "count-no-category", 0, false);
    }

    #[test]
    fn a_pattern_whose_marks_are_no_letters_is_told_as_it_is_understood() {
        let told = |pattern: &str| {
            let mut problems = Vec::new();
            let text = format!("a = [\"b\",\n\"{pattern}\"]\n");
            assert!(Dictionary::parse("d.toml", &text, &mut problems).is_some());
            problems.into_iter().next().map(|it| (it.code, it.line, it.args[1].1.clone()))
        };
        for (pattern, words) in [
            ("3,*", "3 *"),
            ("12.*", "12 *"),
            ("*.2023", "* 2023"),
            ("c++", "c"),
            ("!C++ and x", "c and x"),
            ("АҚШ/ЕО", "ақш ео"),
        ] {
            let expected = ("count-pattern-split".to_owned(), 2, words.to_owned());
            assert_eq!(told(pattern), Some(expected), "{pattern}");
        }
        for pattern in ["көші-қон*", "Budget*", "don't", "3,5", "а  б*", "中国", "т.б", "2021–2025"]
        {
            assert_eq!(told(pattern), None, "{pattern}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", list in "[\"a*? !\\[\\]=\n.,]{0,40}") {
            let mut problems = Vec::new();
            let read = Dictionary::parse("d.toml", &text, &mut problems);
            prop_assert!(read.is_some() || !problems.is_empty());
            Dictionary::parse("d.toml", &format!("a = [{list}"), &mut problems);
        }
    }
}
