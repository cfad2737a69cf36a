//! Fields: of each the result is text, the code is not.

/// Fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    open: Vec<Field>,
    /// How many of them are in their code.
    codes: usize,
}

/// Most fields that may be open in each other.
const DEEPEST: usize = 200;

#[derive(Debug, Default)]
struct Field {
    code: String,
    in_result: bool,
    /// One element, not marks between runs.
    simple: bool,
}

impl Fields {
    /// A mark between runs: where the code, the result begins, where the field ends.
    pub(crate) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" if self.open.len() < DEEPEST => {
                self.open.push(Field::default());
                self.codes += 1;
            }
            "separate" => {
                if let Some(field) = self.open.last_mut().filter(|field| !field.in_result) {
                    field.in_result = true;
                    self.codes -= 1;
                }
            }
            "end" if self.open.last().is_some_and(|field| !field.simple) => {
                self.pop();
            }
            _ => {}
        }
    }

    /// A field that is one element around its result.
    pub(crate) fn simple(&mut self, code: &str) {
        self.open.push(Field { code: code.to_owned(), in_result: true, simple: true });
    }

    /// Its end; marks that have none end with it.
    pub(crate) fn end_simple(&mut self) {
        while self.pop().is_some_and(|field| !field.simple) {}
    }

    fn pop(&mut self) -> Option<Field> {
        let field = self.open.pop()?;
        self.codes -= usize::from(!field.in_result);
        Some(field)
    }

    /// A piece of a code.
    pub(crate) fn code(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.code.len() < 100) {
            field.code.extend(text.chars().take(100));
        }
    }

    /// Whether words here are text.
    pub(crate) fn is_shown(&self) -> bool {
        self.codes == 0
    }

    /// Whether a table of contents is being shown.
    pub(crate) fn is_contents(&self) -> bool {
        self.open.iter().any(|field| field.code.trim_start().to_uppercase().starts_with("TOC"))
    }

    /// A code that has no end by the end of its paragraph would swallow the rest of the text.
    pub(crate) fn end_paragraph(&mut self) {
        self.open.retain(|field| field.in_result);
        self.codes = 0;
    }
}
