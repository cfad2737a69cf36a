//! Holds an answer against what was asked.
//!
//! A status of 200 says little: many places send errors with it, leave out what they do not know,
//! or let a page stand in for data. Each of these has a name of its own here.

pub(crate) mod body;
mod keys;
pub(crate) mod rows;

use daryn_model::Diagnostic;
use daryn_model::records::ContentKind;
use serde_json::Value;

use crate::connector::{ErrorShape, Means, Paging};
use crate::fetch::Got;
use crate::request::Question;
use body::Found;
use rows::{Seen, Unread, scalar, texts};

/// Largest JSON that is looked into; a larger one is only read to its end.
const LARGE: usize = 64 * 1024 * 1024;

/// What an answer, or one page of it, turned out to be.
#[derive(Debug, Default)]
pub(crate) struct Checked {
    /// What is wrong, and what is strange.
    pub(crate) problems: Vec<Diagnostic>,
    /// The release that it names.
    pub(crate) vintage: Option<String>,
    /// Address at which the file will be, where it comes later.
    pub(crate) later: Option<String>,
    /// How the answer goes on.
    pub(crate) page: Page,
    /// Length of the bytes without padding, where there was some.
    pub(crate) cut_to: Option<usize>,
}

/// What a page says about the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Number of pages.
    pub(crate) pages: Option<u64>,
    /// Number of rows on all pages.
    pub(crate) total: Option<u64>,
    /// Number of rows on this one.
    pub(crate) items: u64,
    /// How the next one is asked for.
    pub(crate) next: Option<String>,
}

impl Checked {
    /// Whether the answer cannot be used.
    pub(crate) fn failed(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == daryn_model::Severity::Error)
    }

    /// Whether the answer failed in a way that may be over when it is asked for again.
    pub(crate) fn is_passing(&self) -> bool {
        let passing = ["source-is-html", "source-is-xml", "source-no-bytes", "source-cut"];
        self.problems.iter().any(|problem| passing.contains(&problem.code.as_str()))
    }

    fn error(&mut self, code: &str) -> &mut Diagnostic {
        self.push(Diagnostic::error(code, "", 0))
    }

    fn warning(&mut self, code: &str) -> &mut Diagnostic {
        self.push(Diagnostic::warning(code, "", 0))
    }

    fn push(&mut self, problem: Diagnostic) -> &mut Diagnostic {
        let at = self.problems.len();
        self.problems.push(problem);
        &mut self.problems[at]
    }
}

/// Adds a value for the message in place.
trait Say {
    fn say(&mut self, name: &str, value: impl ToString) -> &mut Self;
}

impl Say for Diagnostic {
    fn say(&mut self, name: &str, value: impl ToString) -> &mut Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// Checks an answer, and adds its rows to what was seen.
pub(crate) fn check(question: &Question<'_>, got: &Got, seen: &mut Seen) -> Checked {
    let mut checked = Checked::default();
    let kind = question.kind();
    let is_text =
        matches!(kind, ContentKind::Json | ContentKind::Csv | ContentKind::Xml | ContentKind::Html);
    let mut content = got.body.as_slice();
    if is_text && let Some(length) = body::before_padding(content) {
        checked.warning("source-nul-padding").say("bytes", content.len() - length);
        checked.cut_to = Some(length);
        content = &content[..length];
    }
    if is_text && content.starts_with(body::BOM) {
        checked.warning("source-bom");
        content = &content[body::BOM.len()..];
    }
    headers(got, is_text, content, &mut checked);
    if !(200..300).contains(&got.status) {
        refused(question, got, content, &mut checked);
        return checked;
    }
    let json = (body::look(content) == Found::Json && content.len() <= LARGE)
        .then(|| serde_json::from_slice::<Value>(content).ok())
        .flatten();
    said_no(question, content, json.as_ref(), seen, &mut checked);
    if !checked.failed() && checked.later.is_none() {
        right_kind(question, kind, content, json.as_ref(), seen, &mut checked);
    }
    checked
}

/// What is to be said when every page has been seen.
pub(crate) fn finish(question: &Question<'_>, seen: &Seen) -> Vec<Diagnostic> {
    let answer = &question.query.answer;
    let download = question.download;
    let mut checked = Checked::default();
    for (what, examples) in &seen.outside {
        let found: Vec<&str> = examples.iter().map(String::as_str).collect();
        checked.error("source-outside-asked").say("what", what).say("found", found.join(", "));
    }
    if checked.failed() {
        return checked.problems;
    }
    let has_rows = !answer.area.is_empty() || !answer.year.is_empty() || !answer.rows.is_empty();
    let is_table =
        matches!(question.kind(), ContentKind::Json | ContentKind::Csv | ContentKind::Xml);
    if has_rows && is_table && seen.rows == 0 {
        match answer.may_be_empty {
            true => checked.warning("source-empty"),
            false => checked.error("source-empty"),
        };
        return checked.problems;
    }
    let areas = seen.areas_missing(download);
    if !answer.area.is_empty() && !areas.is_empty() {
        checked.warning("source-areas-missing").say("found", areas.join(", "));
    }
    let years = seen.years_missing(download);
    if !answer.year.is_empty() && !seen.years.is_empty() && !years.is_empty() {
        let years: Vec<String> = years.iter().map(i64::to_string).collect();
        checked.warning("source-years-missing").say("found", years.join(", "));
    }
    checked.problems
}

/// What the headers say against the bytes.
fn headers(got: &Got, is_text: bool, content: &[u8], checked: &mut Checked) {
    let said = got.headers.get("content-type").and_then(|kind| body::charset(kind));
    if let Some(said) = said.filter(|_| is_text)
        && let Some(looks) = body::other_charset(&said, content)
    {
        checked.warning("source-charset").say("said", said).say("looks", looks);
    }
    let name = got.headers.get("content-disposition").and_then(|text| body::file_name(text));
    if let Some(name) = name.filter(|name| body::is_unsafe(name)) {
        checked.warning("source-unsafe-name").say("found", name.escape_debug());
    }
}

/// An answer whose status is no success.
fn refused(question: &Question<'_>, got: &Got, content: &[u8], checked: &mut Checked) {
    let json = serde_json::from_slice::<Value>(content).ok();
    let shape = shape_of(question, content, json.as_ref());
    let mut footer = Seen::default();
    let text = String::from_utf8_lossy(content);
    let xml = footer.xml(&text, &question.query.answer, question.download).ok();
    let messages = xml.map(|xml| xml.messages).unwrap_or_default();
    if let Some(url) = messages.iter().find_map(|(_, said)| address_in(said))
        && got.status == 413
    {
        checked.later = Some(url);
        return;
    }
    let no_results = messages.iter().any(|(code, _)| code == "100");
    let means = shape.as_ref().map(|(shape, _)| shape.means);
    let reason = shape.map(|(_, reason)| reason).filter(|reason| !reason.is_empty());
    let reason = reason.or_else(|| json.as_ref().and_then(usual_reason));
    let reason = reason.unwrap_or_else(|| body::words(content));
    let code = match (got.status, means) {
        (413, Some(Means::Later)) => "source-comes-later",
        (400..=499, Some(Means::NoResults)) => "source-empty",
        (404, _) if no_results => "source-empty",
        (401 | 407, _) => "source-needs-key",
        (403, _) if body::gate(content) == Some(body::Gate::Captcha) => "source-captcha",
        (403, _) => "source-forbidden",
        (404, _) => "source-not-found",
        (410, _) => "source-gone",
        (413 | 414, _) => "source-query-too-large",
        (429, _) => "source-rate-limited",
        (500..=599, _) => "source-server-error",
        _ => "source-status",
    };
    let wait = got.headers.get("retry-after").map_or("?", String::as_str);
    checked
        .error(code)
        .say("status", got.status)
        .say("url", &got.url)
        .say("wait", wait)
        .say("variable", question.connector.key.as_ref().map_or("", |key| key.env.as_str()))
        .say("reason", if reason.is_empty() { "—".into() } else { reason });
}

/// An error in an answer whose status is 200, or a promise of a file.
fn said_no(
    question: &Question<'_>,
    content: &[u8],
    json: Option<&Value>,
    seen: &mut Seen,
    checked: &mut Checked,
) {
    if body::look(content) == Found::Xml {
        let text = String::from_utf8_lossy(content);
        let mut footer = Seen::default();
        let xml = footer.xml(&text, &question.query.answer, question.download).unwrap_or_default();
        let large = xml.messages.iter().find(|(code, _)| code == "413");
        if let Some((_, said)) = large {
            match address_in(said) {
                Some(url) => checked.later = Some(url),
                None => {
                    checked.error("source-query-too-large").say("reason", said.trim());
                }
            }
            return;
        }
        if xml.root == "Error"
            && let Some((code, said)) = xml.messages.first()
        {
            let problem = match code.as_str() {
                "100" => "source-empty",
                "130" | "510" => "source-query-too-large",
                _ => "source-error-inside",
            };
            let said: Vec<&str> = said.split_whitespace().collect();
            checked.error(problem).say("reason", format!("{code} {}", said.join(" ")));
            return;
        }
    }
    let Some((shape, reason)) = shape_of(question, content, json) else { return };
    let reason = if reason.is_empty() { body::words(content) } else { reason };
    let rows = json.and_then(|json| json.pointer(&question.query.answer.rows));
    let has_rows = matches!(rows, Some(Value::Array(rows)) if !rows.is_empty());
    let problem = match shape.means {
        Means::Error => checked.error("source-error-inside"),
        // What is known of the rest is there all the same.
        Means::UnknownCode if has_rows || seen.rows > 0 => checked.warning("source-unknown-code"),
        Means::UnknownCode => checked.error("source-unknown-code"),
        Means::NoResults => checked.error("source-empty"),
        Means::TooLarge => checked.error("source-query-too-large"),
        Means::Later => checked.error("source-comes-later"),
        Means::Hint => checked.warning("source-hint"),
    };
    problem.say("reason", reason);
}

/// The first shape of an error that an answer has, and its reason.
fn shape_of<'q>(
    question: &Question<'q>,
    content: &[u8],
    json: Option<&Value>,
) -> Option<(&'q ErrorShape, String)> {
    let text = String::from_utf8_lossy(&content[..content.len().min(64 * 1024)]);
    question.query.errors.iter().find_map(|shape| {
        let fits = match (&shape.pointer, &shape.text) {
            (Some(pointer), _) => {
                let value = json?.pointer(pointer)?;
                let says_something = match value {
                    Value::Null => false,
                    Value::String(text) => !text.is_empty(),
                    Value::Array(items) => !items.is_empty(),
                    Value::Object(fields) => !fields.is_empty(),
                    Value::Bool(_) | Value::Number(_) => shape.equals.is_some(),
                };
                let same = |asked: &String| scalar(value).is_some_and(|text| text == *asked);
                says_something && shape.equals.as_ref().is_none_or(same)
            }
            (None, Some(marker)) => text.contains(marker.as_str()),
            (None, None) => false,
        };
        fits.then(|| {
            let reasons = shape.reason.iter();
            let reason =
                json.and_then(|json| reasons.flat_map(|at| json.pointer(at)).find_map(scalar));
            (shape, reason.unwrap_or_default().chars().take(300).collect())
        })
    })
}

/// A reason where most places put it.
fn usual_reason(json: &Value) -> Option<String> {
    let places = [
        "/message",
        "/Message",
        "/error/message",
        "/error",
        "/errors/0/details",
        "/errors/0/detail",
        "/errors/0/message",
        "/errors/0/title",
        "/error/0/label",
        "/0/message/0/value",
        "/errorMessages/0",
    ];
    places.iter().filter_map(|at| json.pointer(at)).find_map(scalar)
}

/// The first address in a text.
fn address_in(text: &str) -> Option<String> {
    let start = text.find("https://").or_else(|| text.find("http://"))?;
    let url = text[start..].split([' ', '\n', '\r', '\t', '"', '<', ',']).next()?;
    Some(url.trim_end_matches(['.', ')']).replace("&amp;", "&"))
}

/// Whether the bytes are what was expected, whole, and laid out as ever.
fn right_kind(
    question: &Question<'_>,
    kind: ContentKind,
    content: &[u8],
    json: Option<&Value>,
    seen: &mut Seen,
    checked: &mut Checked,
) {
    let found = body::look(content);
    let fits = match kind {
        ContentKind::Json => found == Found::Json,
        ContentKind::Csv => found == Found::Other,
        ContentKind::Xml => found == Found::Xml,
        ContentKind::Html => found == Found::Html || found == Found::Xml,
        ContentKind::Pdf => found == Found::Pdf,
        ContentKind::Zip | ContentKind::Xlsx => found == Found::Zip,
        ContentKind::Any => true,
    };
    if found == Found::Nothing {
        checked.error("source-no-bytes");
        return;
    }
    if !fits {
        wrong_kind(kind, found, content, checked);
        return;
    }
    let cut = |checked: &mut Checked, kind: &str| {
        checked.error("source-cut").say("kind", kind).say("bytes", content.len());
    };
    let unread = |checked: &mut Checked, kind: &str, unread: Unread| match unread {
        Unread::Cut => cut(checked, kind),
        Unread::Bad(reason) => {
            checked.error("source-unreadable").say("kind", kind).say("reason", reason);
        }
    };
    let must = &question.query.answer.must;
    // A plain address promises nothing of its bytes but that they are all there.
    let looks = if kind == ContentKind::Any { found } else { as_found(kind) };
    match looks {
        Found::Json => match json {
            Some(json) => {
                let changed = missing(must, |pointer| json.pointer(pointer).is_some());
                if let Some(pointer) = changed {
                    checked.error("source-layout").say("found", pointer);
                    return;
                }
                if let Some(name) = keys::twice(content) {
                    checked.warning("source-keys-twice").say("found", name.escape_debug());
                }
                seen.json(json, question.query, question.download);
                let answer = &question.query.answer;
                checked.vintage =
                    answer.vintage.iter().find_map(|at| texts(json, json, at).into_iter().next());
                if let Some(paging) = &question.query.paging {
                    checked.page = page(json, paging);
                }
            }
            None => {
                let error = serde_json::from_slice::<serde::de::IgnoredAny>(content).err();
                match error {
                    None => {
                        checked.warning("source-not-looked-into").say("bytes", content.len());
                    }
                    Some(error) if error.is_eof() => cut(checked, "JSON"),
                    Some(error) => unread(checked, "JSON", Unread::Bad(error.to_string())),
                }
            }
        },
        Found::Xml => {
            let text = String::from_utf8_lossy(content);
            match seen.xml(&text, &question.query.answer, question.download) {
                Ok(xml) => {
                    if let Some(name) = missing(must, |name| xml.root == name) {
                        checked.error("source-layout").say("found", name);
                    }
                }
                Err(reason) => unread(checked, "XML", reason),
            }
        }
        Found::Html => {
            let text = String::from_utf8_lossy(content);
            if let Some(name) = missing(must, |name| text.contains(name)) {
                match body::gate(content) {
                    Some(gate) => gate_problem(gate, content, checked),
                    None => {
                        checked.error("source-layout").say("found", name);
                    }
                }
            } else if !text.to_ascii_lowercase().contains("</html") {
                cut(checked, "HTML");
            }
        }
        Found::Pdf | Found::Zip => {
            checked.problems.extend(body::flaw(looks, content));
            let sheet = |name: &String| name.starts_with("xl/");
            if kind == ContentKind::Xlsx
                && body::zip_names(content).is_some_and(|names| !names.iter().any(sheet))
            {
                checked.error("source-layout").say("found", "xl/workbook.xml");
            }
        }
        Found::Other if kind == ContentKind::Csv => {
            let text = String::from_utf8_lossy(content);
            match seen.table(&text, &question.query.answer, question.download) {
                Ok(columns) => {
                    let has = |name: &str| columns.iter().any(|c| c.eq_ignore_ascii_case(name));
                    if let Some(name) = missing(must, has) {
                        checked.error("source-layout").say("found", name);
                    }
                }
                Err(reason) => unread(checked, "CSV", reason),
            }
        }
        _ => {}
    }
}

fn as_found(kind: ContentKind) -> Found {
    match kind {
        ContentKind::Json => Found::Json,
        ContentKind::Csv | ContentKind::Any => Found::Other,
        ContentKind::Xml => Found::Xml,
        ContentKind::Html => Found::Html,
        ContentKind::Pdf => Found::Pdf,
        ContentKind::Zip | ContentKind::Xlsx => Found::Zip,
    }
}

/// Something else than was expected.
fn wrong_kind(kind: ContentKind, found: Found, content: &[u8], checked: &mut Checked) {
    let gate = if found == Found::Html { body::gate(content) } else { None };
    if let Some(gate) = gate {
        return gate_problem(gate, content, checked);
    }
    let code = match found {
        Found::Html => "source-is-html",
        Found::Xml => "source-is-xml",
        Found::Json => "source-is-json",
        _ => "source-is-other",
    };
    checked.error(code).say("expected", kind.code()).say("words", body::words(content));
}

fn gate_problem(gate: body::Gate, content: &[u8], checked: &mut Checked) {
    checked.error(gate.code()).say("url", body::words(content));
}

/// The first of the things that must be there and is not. `A|B` is one of the two.
fn missing(must: &[String], has: impl Fn(&str) -> bool) -> Option<&String> {
    must.iter().find(|names| !names.split('|').any(&has))
}

/// What a page says about the others.
fn page(json: &Value, paging: &Paging) -> Page {
    let number = |at: &Option<String>| {
        let value = json.pointer(at.as_deref()?)?;
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    };
    let items = json.pointer(&paging.items).and_then(Value::as_array).map_or(0, Vec::len);
    let next = paging.next.as_deref().and_then(|at| json.pointer(at)).and_then(scalar);
    Page { pages: number(&paging.pages), total: number(&paging.total), items: items as u64, next }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use daryn_model::Lang;
    use daryn_model::records::Download;
    use daryn_study::downloads;
    use proptest::prelude::*;

    use super::*;

    /// An entry for every query of every connector.
    fn entries() -> Vec<Download> {
        let mut text = String::new();
        for connector in crate::connector::all() {
            for query in &connector.queries {
                text.push_str(&format!(
                    "[[download]]\nid = \"{0}.{1}\"\nconnector = \"{0}\"\nquery = \"{1}\"\n\
                     address = \"https://example.org/\"\nareas = [\"KAZ\"]\nfrom = 2019\nto = 2020\n",
                    connector.id, query.id
                ));
            }
        }
        downloads::read("d.toml", text.as_bytes(), &[Lang::En]).list.records
    }

    fn check_all(status: u16, body: &[u8]) {
        let headers = BTreeMap::from([
            ("content-type".to_owned(), "text/plain; charset=utf-8".to_owned()),
            ("content-disposition".to_owned(), String::from_utf8_lossy(body).into_owned()),
        ]);
        let got = Got { status, headers, body: body.to_vec(), url: "https://example.org/".into() };
        for entry in &entries() {
            let question = Question::new(entry, &|_| None).expect("a question");
            let mut seen = Seen::default();
            check(&question, &got, &mut seen);
            finish(&question, &seen);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_bytes_make_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200), status in 200_u16..600) {
            check_all(status, &body);
        }

        #[test]
        fn no_text_makes_it_panic(
            start in "(<[a-zқ:]{1,4}|\\{\"[a-z]{1,3}\":|\\[|PK\u{3}\u{4}|%PDF-|a,b\n)",
            rest in "[<>/a-zқ\"=,:;{}\\[\\]0-9 \n-]{0,80}",
        ) {
            check_all(200, format!("{start}{rest}").as_bytes());
        }
    }
}
