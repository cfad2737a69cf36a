//! Texts of policy documents that lie in the study: read whole, and matched with their rows.
//!
//! A text belongs to the document whose id its name or a folder of it begins with, or else to the
//! one whose number and day, or whose title, stands in its head. Of a document with a text the
//! coverage is `whole`; everything that depends on it follows, because stages read documents only
//! through [`read_documents`].

use daryn_model::Diagnostic;
use daryn_model::record::{Cell, Row};
use daryn_model::records::*;
use daryn_read::{Document as Text, Kind, Passage};
use daryn_study::folder::{self, Folder, Read};
use daryn_study::{Input, Stage, csv_file};
use serde::{Deserialize, Serialize};

use super::{decode, encode, stage};

mod belongs;

use belongs::Found;
pub use belongs::head;

/// Code points that a text without articles and points has at least.
const SHORT: i64 = 1000;

/// Code points of a quotation of a passage.
const QUOTE: usize = 280;

/// What is kept of a text that was read.
#[derive(Debug, Serialize, Deserialize)]
struct Seen {
    text: PolicyText,
    head: Vec<String>,
    whole: bool,
    problems: Vec<Diagnostic>,
}

/// The stages that read texts and documents.
pub(super) fn stages(folder: &Folder) -> Vec<Stage<'_>> {
    let languages = folder.languages.clone();
    let file = folder.tables.get("documents").cloned();
    let params = serde_json::json!((&file, &languages));
    let mut stages = vec![stage(
        "table:documents",
        &params,
        file.iter().map(|file| Input::File(file.clone())).collect(),
        Box::new(move |inputs| match (&file, inputs.first()) {
            (Some(file), Some(bytes)) => {
                encode(&folder::read_table::<Document>(file, bytes, &languages))
            }
            _ => encode(&Read::<Document> { records: Vec::new(), problems: Vec::new() }),
        }),
    )];
    let mut all = vec![Input::stage("table:documents")];
    for name in &folder.texts {
        let stage_name = format!("text:{name}");
        let side = folder.side_of(name);
        all.push(Input::stage(&stage_name));
        stages.push(stage(
            &stage_name,
            &daryn_read::READER,
            [Some(name), side.as_ref()].into_iter().flatten().cloned().map(Input::File).collect(),
            Box::new(move |inputs| {
                let side = inputs.get(1).map(|bytes| bytes.as_slice());
                encode(&see(name, &inputs[0], side))
            }),
        ));
    }
    stages.push(stage(
        "read:texts",
        &(),
        all,
        Box::new(|inputs| {
            let documents: Read<Document> = decode(&inputs[0])?;
            let seen: Vec<Seen> =
                inputs[1..].iter().map(|bytes| decode(bytes)).collect::<Result<_, _>>()?;
            encode(&texts_of(&documents.records, seen))
        }),
    ));
    stages.push(stage(
        "read:documents",
        &(),
        vec![Input::stage("table:documents"), Input::stage("read:texts")],
        Box::new(|inputs| {
            let texts: Read<PolicyText> = decode(&inputs[1])?;
            encode(&read_documents(decode(&inputs[0])?, &texts.records))
        }),
    ));
    stages
}

/// The documents of a study, to tell of which of them a text is.
pub struct Owners {
    rows: Vec<Document>,
    ids: Vec<String>,
}

impl Owners {
    /// The documents in the table of a study.
    pub fn of(folder: &Folder) -> Owners {
        let table = folder.tables.get("documents");
        let table = table.and_then(|table| Some((table, folder.files.get(table)?)));
        let rows = table
            .map(|(table, bytes)| folder::read_table::<Document>(table, bytes, &[]).records)
            .unwrap_or_default();
        Owners { rows, ids: document_ids(folder) }
    }

    /// The id of the document that a text is of, told by the name of its file or by what stands at
    /// its [beginning](head); none where that is not plain.
    pub fn find(&self, file: &str, head: &[String]) -> Option<String> {
        match belongs::to(&self.rows, file, head) {
            Found::One(document) | Found::Named(document) => Some(document.id.0.clone()),
            // A row that still lacks something, as after an import, has an id all the same.
            Found::None => belongs::by_id(&self.ids, file),
            Found::Contradicted(..) | Found::Several(_) => None,
        }
    }
}

/// The document of a study that bytes are a text of.
pub fn document_of(folder: &Folder, file: &str, bytes: &[u8]) -> Option<String> {
    Owners::of(folder).find(file, &head(&daryn_read::read(bytes, file)))
}

/// Ids of the documents of a study in order, those of rows that cannot be used yet among them.
pub fn document_ids(folder: &Folder) -> Vec<String> {
    let table = folder.tables.get("documents");
    let Some((table, bytes)) = table.and_then(|table| Some((table, folder.files.get(table)?)))
    else {
        return Vec::new();
    };
    let rows = csv_file::rows::<Document>(table, bytes, &mut Vec::new());
    let id = |row: &Row| match &row.get("id")?.value {
        Cell::Text(id) => Some(id.clone()),
        _ => None,
    };
    rows.iter().filter_map(id).collect()
}

/// Reads a text.
fn see(file: &str, bytes: &[u8], side: Option<&[u8]>) -> Seen {
    let read = daryn_read::read_with(bytes, file, side);
    let number = |kind| read.of_kind(kind).count() as i64;
    let text = PolicyText {
        document: daryn_model::record::Id(String::new()),
        file: file.to_owned(),
        sha256: read.sha256.clone(),
        media_type: read.media_type.to_owned(),
        language: read.language.language().code().to_owned(),
        characters: read.text.chars().count() as i64,
        articles: number(Kind::Article),
        points: number(Kind::Point),
        reader: daryn_read::READER,
        places: places(&read),
    };
    let (head, whole) = (head(&read), read.is_whole());
    Seen { text, head, whole, problems: read.diagnostics }
}

/// Articles, and points that stand in none: what locators of measures name.
fn places(read: &Text) -> Vec<TextPlace> {
    let in_article = |passage: &Passage| {
        let mut around = passage.parent;
        while let Some(place) = around {
            if read.passages[place].kind == Kind::Article {
                return true;
            }
            around = read.passages[place].parent;
        }
        false
    };
    let place = |(at, passage): (usize, &Passage)| {
        let article = match passage.kind {
            Kind::Article => true,
            Kind::Point if !in_article(passage) => false,
            _ => return None,
        };
        Some(TextPlace {
            article,
            label: passage.label.clone()?,
            start: passage.first as i64,
            end: passage.last as i64,
            quote: quote(of_the_act(read, at).trim()),
        })
    };
    read.passages.iter().enumerate().filter_map(place).collect()
}

/// Words of a passage up to the first note of an editor in it, which is no word of the act.
fn of_the_act(read: &Text, at: usize) -> &str {
    let passage = &read.passages[at];
    let inside = read.passages[at + 1..].iter().take_while(|it| it.start < passage.end);
    let note = inside.map(|it| (it.kind, it.start)).find(|(kind, _)| *kind == Kind::Note);
    let end = note.map_or(passage.end, |(_, start)| start);
    read.text.get(passage.start..end).unwrap_or_default()
}

/// The first words of a passage.
pub(super) fn quote(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(QUOTE) else { return words.to_owned() };
    let end = words[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", words[..end].trim_end())
}

/// Texts of documents, with what is wrong with the others.
fn texts_of(documents: &[Document], seen: Vec<Seen>) -> Read<PolicyText> {
    let mut read = Read { records: Vec::new(), problems: Vec::new() };
    for Seen { mut text, head, whole, problems } in seen {
        let problem = |code: &str| Diagnostic::warning(code, &text.file, 0);
        let found = belongs::to(documents, &text.file, &head);
        if let Found::One(document) | Found::Named(document) = found
            && whole
            && is_too_short(&text)
        {
            let told = problem("text-too-short").with("document", &document.id);
            read.problems.push(told.with("n", text.characters));
            continue;
        }
        if let Found::Named(document) = found {
            read.problems.push(problem("text-unlike").with("document", &document.id));
        }
        match found {
            Found::One(document) | Found::Named(document) if whole => {
                text.document = document.id.clone();
                read.records.push(text);
            }
            Found::One(document) | Found::Named(document) => {
                read.problems.push(problem("text-not-whole").with("document", &document.id));
                // A text that cannot be read does not stop the study: it only shows nothing.
                read.problems.extend(problems.into_iter().map(|problem| Diagnostic {
                    severity: daryn_model::Severity::Warning,
                    ..problem
                }));
            }
            Found::Contradicted(document, other) => read.problems.push(
                problem("text-of-another").with("document", &document.id).with("found", &other.id),
            ),
            Found::Several(ids) => {
                read.problems.push(problem("text-of-several").with("known", ids.join(", ")));
            }
            Found::None => {
                let stem = text.file.rsplit('/').next().unwrap_or_default();
                let mut ids = documents.iter().map(|row| row.id.0.as_str());
                let nearest = daryn_model::record::nearest(stem, ids.clone()).or(ids.next());
                read.problems
                    .push(problem("text-of-none").with("nearest", nearest.unwrap_or("ID")));
            }
        }
    }
    read
}

/// Whether a text without articles and points is shorter than any act: a title, a summary, a page
/// that did not load. What is missing in it would be told as missing in the document.
fn is_too_short(text: &PolicyText) -> bool {
    text.articles + text.points == 0 && text.characters < SHORT
}

/// Documents, with the coverage that their texts give.
fn read_documents(mut read: Read<Document>, texts: &[PolicyText]) -> Read<Document> {
    for row in &mut read.records {
        if texts.iter().any(|text| text.document == row.id) {
            row.coverage = Coverage::Whole;
        }
    }
    read
}
