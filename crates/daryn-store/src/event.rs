//! Events: what somebody did, and when.

use daryn_read::anchor::Anchor;
use serde::{Deserialize, Serialize};

/// The version of [`Payload`]; a payload of a later one is not understood. The second one can hold
/// what a workbook said.
pub const VERSION: u32 = 2;

/// Something that was done, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place among all events, from 1.
    pub sequence: i64,
    /// Its name, which no other event has.
    pub id: String,
    /// When, as the one who did it said: a time of RFC 3339.
    pub time: String,
    /// Who did it.
    pub who: String,
    /// What was done.
    pub payload: Payload,
    /// The event that is undone by this one.
    pub undoes: Option<String>,
}

/// An event that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Its name. A second event of this name is taken for the same and not kept again.
    pub id: String,
    /// When: a time of RFC 3339.
    pub time: String,
    /// Who did it.
    pub who: String,
    /// What was done.
    pub payload: Payload,
}

impl New {
    /// The event that undoes another one, which may be an undo itself.
    #[must_use]
    pub fn undo(id: &str, time: &str, who: &str, undone: &str) -> New {
        let payload = Payload { undoes: Some(undone.to_owned()), ..Payload::of([]) };
        New { id: id.to_owned(), time: time.to_owned(), who: who.to_owned(), payload }
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// The version of this form: [`VERSION`].
    pub version: u32,
    /// The file that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Origin>,
    /// Changes, in order.
    pub changes: Vec<Change>,
    /// The event that is undone; kept in a column of its own.
    #[serde(skip)]
    pub undoes: Option<String>,
}

impl Payload {
    /// What was done here, and did not come from a file.
    pub fn of(changes: impl IntoIterator<Item = Change>) -> Payload {
        Payload {
            version: VERSION,
            from: None,
            changes: changes.into_iter().collect(),
            undoes: None,
        }
    }

    /// The sort of event, for those who look through a history: `undo`, `import`, `anchor`,
    /// `coding`, `memo`, `code`, `document`, `accept` or `other`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.changes.first() {
            _ if self.undoes.is_some() => "undo",
            _ if self.from.is_some() => "import",
            Some(Change::Anchored { .. }) => "anchor",
            Some(Change::Codings { .. } | Change::Removed { .. } | Change::Noted { .. }) => {
                "coding"
            }
            Some(Change::Memos { .. }) => "memo",
            Some(Change::Accepted { .. }) => "accept",
            Some(Change::Codes { .. }) => "code",
            Some(Change::Documents { .. }) => "document",
            _ => "other",
        }
    }
}

/// A file that something came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Its name, without folders.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// One change of what holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Change {
    /// Documents that became known by a name of another program.
    Documents {
        /// The documents.
        documents: Vec<SeenDocument>,
    },
    /// Coders that have a name in another program.
    Coders {
        /// Names here, and identifiers there.
        coders: Vec<(String, String)>,
    },
    /// Codes that came with a project or were made by people.
    Codes {
        /// The codes.
        codes: Vec<MadeCode>,
    },
    /// Codings are given. One whose id is known, or was removed, stays as it is.
    Codings {
        /// The codings.
        codings: Vec<Coding>,
    },
    /// Codings are taken back by a person.
    Removed {
        /// Ids of the codings.
        codings: Vec<String>,
    },
    /// What a coder noted on codings is another text now.
    Noted {
        /// Ids of codings, and the notes; an empty one takes a note away.
        notes: Vec<(String, String)>,
    },
    /// What a project says is noted on codings that are known here: what it says the next time is
    /// compared with this.
    Seen {
        /// Ids of codings, and the notes.
        notes: Vec<(String, String)>,
    },
    /// Codings of a project that are known here by other ids: the same code, given by the same
    /// person to the same words.
    Same {
        /// Ids there, and ids here.
        codings: Vec<(String, String)>,
    },
    /// Memos are written. One that is known gets these words; without words it is taken back.
    Memos {
        /// The memos.
        memos: Vec<Memo>,
    },
    /// What a workbook says that came back: what it says the next time is compared with this.
    Workbook {
        /// What it is known by: what it was handed out with.
        workbook: String,
        /// All that it says.
        said: Vec<Said>,
    },
    /// A project of another program, whole: what is not used here is given back from it.
    Exchange {
        /// Digest of its bytes among the contents of the store.
        content: String,
    },
    /// A text is another one than before: where its codings are now.
    Anchored {
        /// Digest of the text; empty where there is none any more.
        text: String,
        /// Codings whose words stand in it.
        moved: Vec<Moved>,
        /// Codings that somebody must look at.
        review: Vec<Review>,
    },
    /// A person accepts the place at which a coding is now.
    Accepted {
        /// Ids of the codings.
        codings: Vec<String>,
    },
}

/// A coding, or a note without a code, as a workbook says it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Said {
    /// The place of its passage among those of the workbook, from 0.
    pub unit: usize,
    /// Who coded.
    pub coder: String,
    /// Id of the code; empty for a note without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// What was noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// A document that is known by an identifier of another program, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenDocument {
    /// Its id in the study.
    pub document: String,
    /// Its text in the study.
    pub file: String,
    /// Identifier there.
    pub guid: String,
    /// Digest of the text that was read when it was seen.
    pub text: String,
}

/// A code that is known by an identifier of another program, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeCode {
    /// Its id in the codebook.
    pub id: String,
    /// Identifier there.
    pub guid: String,
    /// What it was called.
    pub name: String,
    /// Id of the code above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Its definition.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// How it was painted: `#28599f`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

/// Who or what gave a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// A person.
    Person,
    /// A rule; the coder is its name.
    Rule,
}

/// A code that was given to a place of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    /// Its name, which no other coding has.
    pub id: String,
    /// The document: its id in the study, else the name of its file.
    pub document: String,
    /// Its text in the study.
    pub file: String,
    /// Name of the passage, where a whole one was coded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
    /// First code point of it in the text.
    pub start: usize,
    /// The code point behind its last.
    pub end: usize,
    /// Digest of the text.
    pub text: String,
    /// How it is found again when the text changes; holds the words.
    pub anchor: Anchor,
    /// Id of the code; empty for a note on a place that has none.
    pub code: String,
    /// Who gave it.
    pub coder: String,
    /// Whether a person or a rule did.
    pub by: By,
    /// When, where that is known: a time of RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Version of the codebook that was used, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What the coder noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub memo: String,
}

/// What somebody wrote about something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memo {
    /// Its name, which no other memo has.
    pub id: String,
    /// What it is about: a coding, a code, a document by id; empty for the study.
    pub about: String,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub coder: String,
    /// When.
    pub time: String,
}

/// A coding whose words stand in the new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Id of the coding.
    pub id: String,
    /// The document now.
    pub document: String,
    /// Its text now.
    pub file: String,
    /// The passage now, where a whole one is coded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
    /// First code point now.
    pub start: usize,
    /// The code point behind the last, now.
    pub end: usize,
    /// How it is found again the next time.
    pub anchor: Anchor,
}

/// A coding whose words do not stand in the new text, or in several places alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Id of the coding.
    pub id: String,
    /// Where other words stand between the same neighbours; nothing where it is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Box<Moved>>,
}
