//! A document in the form that other programs rely on (docs/reading.md).
//!
//! It is written passage by passage: as one value it would take many times the room of the document.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use crate::document::{Document, name};

/// A document to be written as JSON.
#[derive(Debug, Clone)]
pub struct Json<'a> {
    document: &'a Document,
    file: &'a str,
    told: Vec<Value>,
}

impl Document {
    /// The form that other programs rely on. `file` is what the document is called, `told` are its
    /// diagnostics in words.
    pub fn to_json<'a>(&'a self, file: &'a str, told: Vec<Value>) -> Json<'a> {
        Json { document: self, file, told }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document: &Document = self.document;
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let source = json!({
            "sha256": known(&document.sha256),
            "media_type": known(document.media_type),
            "file": self.file,
            "reader": crate::READER,
        });
        let mut is_leaf = vec![false; document.passages.len()];
        document.leaves().into_iter().for_each(|place| is_leaf[place] = true);
        let all = document.passages.len();
        let passages = Each(all, |place: usize| self.passage(place, is_leaf[place]));
        let tables = Each(document.tables.len(), |place: usize| {
            let table = &document.tables[place];
            let mut value =
                json!({"id": name(table.passage), "page": table.page, "rows": table.rows});
            if !table.merged.is_empty() {
                value["merged"] = json!(table.merged);
            }
            value
        });
        let repairs = Each(document.repairs.len(), |place: usize| {
            let one = &document.repairs[place];
            let (original, kind) = (&one.original, one.kind.code());
            json!({"start": one.first, "end": one.last, "original": original, "kind": kind})
        });
        let changes = Each(document.changes.len(), |place: usize| {
            let change = &document.changes[place];
            json!({
                "kind": change.kind,
                "start": change.first,
                "end": change.last,
                "text": change.text,
                "author": change.author,
                "date": change.date,
            })
        });
        let comments = Each(document.comments.len(), |place: usize| {
            let comment = &document.comments[place];
            json!({
                "start": comment.first,
                "end": comment.last,
                "text": comment.text,
                "author": comment.author,
                "date": comment.date,
            })
        });
        let highlights = Each(document.highlights.len(), |place: usize| {
            let one = &document.highlights[place];
            json!({"start": one.first, "end": one.last, "colour": one.colour})
        });
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("source", &source)?;
        object.serialize_entry("language", document.language.language().code())?;
        object.serialize_entry("text", &document.text)?;
        object.serialize_entry("passages", &passages)?;
        object.serialize_entry("tables", &tables)?;
        object.serialize_entry("repairs", &repairs)?;
        object.serialize_entry("changes", &changes)?;
        object.serialize_entry("comments", &comments)?;
        object.serialize_entry("highlights", &highlights)?;
        object.serialize_entry("diagnostics", &self.told)?;
        if let Some(tag) = document.language.tag() {
            object.serialize_entry("detail", tag)?;
        }
        object.end()
    }
}

impl Json<'_> {
    fn passage(&self, place: usize, is_leaf: bool) -> Value {
        let passage = &self.document.passages[place];
        let language = self.document.languages.get(place).copied().unwrap_or_default();
        let mut value = json!({
            "id": name(place),
            "parent": passage.parent.map(name),
            "kind": passage.kind,
            "label": passage.label,
            "text": self.document.words(passage),
            "start": passage.first,
            "end": passage.last,
            "language": language.language().code(),
            "page": passage.page,
        });
        if is_leaf {
            value["sentences"] = json!(self.document.sentences(passage));
        }
        if let Some(tag) = language.tag() {
            value["detail"] = json!(tag);
        }
        value
    }
}

/// A sequence whose values are made when they are written.
struct Each<F>(usize, F);

impl<F: Fn(usize) -> Value> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.0).map(&self.1))
    }
}
