//! Connectors: what is known of a place from which bytes come, as plain data.
//!
//! A new connector is a file in `connectors/` and a test of its shapes; no code.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use daryn_model::records::{ContentKind, Method};
use serde::Deserialize;

/// What is known of a place.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connector {
    /// Name in a study.
    pub id: String,
    /// Name of the place in its own words.
    pub name: String,
    /// Address before every path; none where the study gives it.
    pub base: Option<String>,
    /// Seconds between two requests.
    #[serde(default = "one")]
    pub delay: f64,
    /// What is done about robots.txt.
    #[serde(default)]
    pub robots: Robots,
    /// A key that the place wants.
    pub key: Option<Key>,
    /// What can be asked; the first one where a study does not say.
    #[serde(rename = "query")]
    pub queries: Vec<Query>,
}

/// What is done about robots.txt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Robots {
    /// It is asked for and obeyed.
    #[default]
    Obey,
    /// It is known to forbid programs: pages are saved by a person, or the study states that it has
    /// permission.
    ImportOnly,
}

/// A key that is told with every request and never written down.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Header that carries it.
    pub header: String,
    /// Text before it.
    #[serde(default)]
    pub prefix: String,
    /// Variable of the environment that holds it.
    pub env: String,
}

/// Something that can be asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// Name in a study.
    pub id: String,
    /// Address before the path, where it is another one than the connector's.
    pub base: Option<String>,
    /// Path after the base, with places.
    #[serde(default)]
    pub path: String,
    /// What stands after `?`, with places.
    #[serde(default)]
    pub ask: Vec<Ask>,
    /// How it is asked.
    #[serde(default = "get")]
    pub method: Method,
    /// What is sent, with places.
    pub body: Option<String>,
    /// Headers.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Values for places that a study leaves out.
    #[serde(default)]
    pub defaults: BTreeMap<String, String>,
    /// What joins areas in `{areas}`.
    #[serde(default = "comma")]
    pub join: String,
    /// What stands in `{areas}` where a study names none.
    pub all_areas: Option<String>,
    /// What the answer is.
    pub kind: ContentKind,
    /// How the rest of a long answer is asked for.
    pub paging: Option<Paging>,
    /// What marks an error in an answer whose status is 200.
    #[serde(default)]
    pub errors: Vec<ErrorShape>,
    /// Where the answer tells what it is about.
    #[serde(default)]
    pub answer: Answer,
}

/// A part of what stands after `?`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Name.
    pub name: String,
    /// Value with places. One with `{area}` is repeated for each area.
    pub value: String,
}

/// How the rest of a long answer is asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    /// How pages are counted.
    pub by: PagingBy,
    /// Number of the first page, or of the first row.
    #[serde(default)]
    pub first: u64,
    /// Rows of a page, for `{size}` and for counting by rows.
    #[serde(default)]
    pub size: u64,
    /// Where the answer tells how many pages there are.
    pub pages: Option<String>,
    /// Where it tells how many rows there are.
    pub total: Option<String>,
    /// Where its rows are.
    pub items: String,
    /// Where it tells how to ask for the next page.
    pub next: Option<String>,
}

/// How pages are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PagingBy {
    /// `{page}` is a number.
    Page,
    /// `{offset}` is the number of the first row.
    Offset,
    /// `{cursor}` is what the page before told.
    Cursor,
}

/// What marks an error in an answer whose status is 200.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorShape {
    /// JSON pointer at which something stands that is neither null nor empty.
    pub pointer: Option<String>,
    /// Text that stands there.
    pub equals: Option<String>,
    /// Text that the body holds, where it is no JSON.
    pub text: Option<String>,
    /// JSON pointers at which the reason stands; the first one that is there.
    #[serde(default)]
    pub reason: Vec<String>,
    /// What the error is.
    #[serde(default)]
    pub means: Means,
}

/// What an error is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// The place says no.
    #[default]
    Error,
    /// It does not know a code that was asked for.
    UnknownCode,
    /// It has nothing for the question.
    NoResults,
    /// The question is too large.
    TooLarge,
    /// The answer is being made and comes later.
    Later,
    /// The place says something beside its answer.
    Hint,
}

/// Where an answer tells what it is about. In JSON these are pointers, in which `*` stands for
/// every item; in tables they are names of columns, in XML of attributes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The rows; the whole where it is empty.
    #[serde(default)]
    pub rows: String,
    /// The area of a row.
    #[serde(default)]
    pub area: Vec<String>,
    /// The year of a row.
    #[serde(default)]
    pub year: Vec<String>,
    /// What of a row repeats a parameter, by the parameter.
    #[serde(default)]
    pub echo: BTreeMap<String, Vec<String>>,
    /// The release.
    #[serde(default)]
    pub vintage: Vec<String>,
    /// What tells a row from all others, for comparing releases; `*` stands for every column but
    /// those of the value and the flag.
    #[serde(default)]
    pub key: Vec<String>,
    /// The value of a row.
    #[serde(default)]
    pub value: String,
    /// The flag of a row: the first that it has.
    #[serde(default)]
    pub flag: Vec<String>,
    /// What must be there: otherwise the layout has changed.
    #[serde(default)]
    pub must: Vec<String>,
    /// Whether no rows at all are an answer of its own, and not a mistake in the question.
    #[serde(default)]
    pub may_be_empty: bool,
}

fn one() -> f64 {
    1.0
}

fn get() -> Method {
    Method::Get
}

fn comma() -> String {
    ",".into()
}

impl Connector {
    /// Reads a connector.
    pub fn parse(text: &str) -> Result<Connector, toml::de::Error> {
        toml::from_str(text)
    }

    /// The query of a name, or the first one.
    pub fn query(&self, name: Option<&str>) -> Option<&Query> {
        match name {
            Some(name) => self.queries.iter().find(|query| query.id == name),
            None => self.queries.first(),
        }
    }

    /// Variable of the environment that holds another base address.
    pub fn variable(&self) -> String {
        format!("DARYN_{}_URL", self.id.to_uppercase().replace('-', "_"))
    }
}

/// Files of the connectors that daryn has.
const FILES: [&str; 13] = [
    include_str!("../connectors/worldbank.toml"),
    include_str!("../connectors/uis.toml"),
    include_str!("../connectors/unsdg.toml"),
    include_str!("../connectors/ilostat.toml"),
    include_str!("../connectors/sdmx.toml"),
    include_str!("../connectors/taldau.toml"),
    include_str!("../connectors/undesa.toml"),
    include_str!("../connectors/iom.toml"),
    include_str!("../connectors/opensdg.toml"),
    include_str!("../connectors/dbnomics.toml"),
    include_str!("../connectors/openalex.toml"),
    include_str!("../connectors/zan.toml"),
    include_str!("../connectors/adilet.toml"),
];

/// Every connector that daryn has.
pub fn all() -> &'static [Connector] {
    static ALL: OnceLock<Vec<Connector>> = OnceLock::new();
    ALL.get_or_init(|| {
        let files = FILES.iter().chain([&include_str!("../connectors/file.toml")]);
        // A test reads every one of them.
        files.filter_map(|text| Connector::parse(text).ok()).collect()
    })
}

/// The connector of a name.
pub fn find(id: &str) -> Option<&'static Connector> {
    all().iter().find(|connector| connector.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Template;

    #[test]
    fn every_connector_can_be_read() {
        for text in FILES {
            let connector =
                Connector::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
            assert!(connector.delay >= 1.0, "{}", connector.id);
            assert!(!connector.queries.is_empty(), "{}", connector.id);
            for query in &connector.queries {
                let pages = query.paging.as_ref().map(|paging| match paging.by {
                    PagingBy::Page => "page",
                    PagingBy::Offset => "offset",
                    PagingBy::Cursor => "cursor",
                });
                let texts = query.ask.iter().map(|ask| ask.value.as_str());
                let names: Vec<String> = texts
                    .chain([query.path.as_str()])
                    .chain(query.body.as_deref())
                    .flat_map(|text| {
                        let template = Template::parse(text);
                        template.names().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
                    })
                    .collect();
                let place = format!("{} {}", connector.id, query.id);
                assert!(pages.is_none_or(|page| names.iter().any(|name| name == page)), "{place}");
                for name in query.answer.echo.keys().chain(query.defaults.keys()) {
                    assert!(names.contains(name), "{place}: {name}");
                }
            }
        }
        assert_eq!(all().len(), FILES.len() + 1);
        let mut names: Vec<&str> = all().iter().map(|connector| connector.id.as_str()).collect();
        names.dedup();
        assert_eq!(names.len(), all().len());
    }

    #[test]
    fn the_variable_of_a_connector_is_part_of_the_contract() {
        assert_eq!(find("worldbank").expect("known").variable(), "DARYN_WORLDBANK_URL");
    }
}
