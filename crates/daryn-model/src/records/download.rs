//! What a study fetches from outside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::record::{Cell, Decoder, Field, Id, Located, Url};
use crate::text::Localized;
use crate::{codes, record};

codes! {
    /// What bytes an answer is expected to be.
    pub enum ContentKind {
        /// JSON.
        Json = "json",
        /// A table with separators.
        Csv = "csv",
        /// XML, SDMX-ML among it.
        Xml = "xml",
        /// A page.
        Html = "html",
        /// A PDF.
        Pdf = "pdf",
        /// A ZIP archive.
        Zip = "zip",
        /// A workbook.
        Xlsx = "xlsx",
        /// Anything else: nothing is expected of it.
        Any = "any",
    }
}

codes! {
    /// How a request is made.
    pub enum Method {
        /// Reads.
        Get = "GET",
        /// Sends a body.
        Post = "POST",
    }
}

codes! {
    /// What the author states about being allowed to fetch.
    pub enum Allow {
        /// The owner of the pages has permitted it, although its robots.txt or our connector does
        /// not.
        WithPermission = "with permission",
    }
}

record! {
    /// Something to be fetched: `[[download]]` in the file of downloads.
    pub struct Download: "download" {
        /// Name in this study; stored bytes are found by it.
        pub id: Id,
        /// Connector that knows the place, `file` for a plain address.
        pub connector: Id,
        /// Which of the connector's queries; its first one if not given.
        pub query: Option<Id>,
        /// Values for the places of the query, by name: a text, a number or a list.
        pub parameters: Parameters,
        /// Areas in the codes of the source; all of them if none is given, where it permits that.
        pub areas: Vec<String>,
        /// First year.
        pub from: Option<i64>,
        /// Last year.
        pub to: Option<i64>,
        /// Address: the base of a connector that has none of its own, or the whole of `file`.
        pub address: Option<Url>,
        /// How a plain address is asked: `GET` if not given.
        pub method: Option<Method>,
        /// What is sent to a plain address by `POST`.
        pub body: Option<String>,
        /// What a plain address is expected to give.
        pub kind: Option<ContentKind>,
        /// What the author states where automated access is not open to everybody.
        pub allow: Option<Allow>,
        /// File of the study that these bytes become when a release is adopted: a table in the
        /// form of this study, or a note.
        pub file: Option<String>,
        /// Remark.
        pub note: Localized,
    }
}

record! {
    /// `[settings]` in the file of downloads.
    pub struct DownloadSettings: "settings" {
        /// Mail or web address of who fetches, told to servers.
        pub contact: Option<String>,
        /// Name under which daryn asks, for servers that refuse its own; daryn is added to it.
        pub user_agent: Option<String>,
        /// File of certificates (PEM) that are trusted beside the usual ones, in the study folder.
        pub ca: Option<String>,
        /// Most bytes of one answer.
        pub max_bytes: Option<i64>,
    }
}

/// Values by name. A number is kept as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parameters(pub BTreeMap<String, Vec<String>>);

impl Field for Parameters {
    fn schema() -> Value {
        let one = json!({"type": ["string", "number"]});
        json!({
            "type": "object",
            "additionalProperties": {"anyOf": [one.clone(), {"type": "array", "items": one}]},
        })
    }

    fn absent() -> Option<Parameters> {
        Some(Parameters::default())
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Parameters> {
        let Cell::Table(row) = &cell.value else {
            decoder.wrong_type(field, "table", cell);
            return None;
        };
        let mut values = BTreeMap::new();
        let mut good = true;
        for (name, cell) in &row.cells {
            let found = match &cell.value {
                Cell::List(items) => {
                    items.iter().map(|item| literal(&item.value)).collect::<Option<Vec<_>>>()
                }
                one => literal(one).map(|one| vec![one]),
            };
            match found {
                Some(found) => {
                    values.insert(name.clone(), found);
                }
                None => {
                    decoder.wrong_type(&format!("{field}.{name}"), "text", cell);
                    good = false;
                }
            }
        }
        good.then_some(Parameters(values))
    }
}

fn literal(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) | Cell::Float(text) | Cell::Date(text) => Some(text.clone()),
        Cell::Integer(number) => Some(number.to_string()),
        Cell::Bool(yes) => Some(yes.to_string()),
        Cell::List(_) | Cell::Table(_) => None,
    }
}
