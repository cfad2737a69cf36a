//! From an entry of a study's list to the requests that answer it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use daryn_model::Diagnostic;
use daryn_model::record::nearest;
use daryn_model::records::{Allow, ContentKind, Download, Method};
use daryn_study::Digest;

use crate::address::Address;
use crate::connector::{self, Connector, PagingBy, Query, Robots};
use crate::fetch::failure::bad_address;
use crate::git;
use crate::template::{Template, Unfilled, Within};

/// An entry of the list with the connector that answers it.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The entry.
    pub download: &'a Download,
    /// The place that is asked.
    pub connector: &'static Connector,
    /// What is asked there.
    pub query: &'static Query,
    /// Address before the path, as it is asked now.
    base: String,
    /// The same without any mirror: what was asked is known by it.
    own_base: String,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// How it is made.
    pub method: Method,
    /// Address that is asked now.
    pub url: String,
    /// What is sent.
    pub body: Option<String>,
    /// Headers.
    pub headers: BTreeMap<String, String>,
    /// Digest of what is asked, the same whichever mirror answers.
    pub asked: Digest,
    /// Whether a server named the address: the user's key is not sent there.
    pub named_by_server: bool,
}

/// Which part of a long answer is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Number of the page or of the first row.
    pub number: u64,
    /// What the page before told.
    pub cursor: String,
}

impl<'a> Question<'a> {
    /// Finds connector and query. `environment` gives the value of a variable.
    pub fn new(
        download: &'a Download,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Question<'a>, Diagnostic> {
        let problem = |code: &str| Diagnostic::error(code, &download.at.file, download.at.line);
        let known = |code: &str, found: &str, all: Vec<&str>| {
            problem(code)
                .with("found", found)
                .with("nearest", nearest(found, all.iter().copied()).unwrap_or_default())
                .with("known", all.join(", "))
        };
        let name = download.connector.0.as_str();
        let connector = connector::find(name).ok_or_else(|| {
            let all = connector::all().iter().map(|connector| connector.id.as_str());
            known("source-unknown-connector", name, all.chain([git::CONNECTOR]).collect())
        })?;
        let name = download.query.as_ref().map(|query| query.0.as_str());
        let query = connector.query(name).ok_or_else(|| {
            let all = connector.queries.iter().map(|query| query.id.as_str()).collect();
            known("source-unknown-query", name.unwrap_or_default(), all)
                .with("connector", &connector.id)
        })?;
        let own = download.address.as_ref().map(|url| url.0.as_str());
        let own_base = own.or(query.base.as_deref()).or(connector.base.as_deref());
        let own_base = own_base.ok_or_else(|| {
            problem("source-missing-parameter")
                .with("found", "address")
                .with("connector", &connector.id)
        })?;
        let address = Address::parse(own_base).map_err(|bad| {
            let mut problem = bad_address(own_base, &bad);
            problem.file.clone_from(&download.at.file);
            problem.line = download.at.line;
            problem
        })?;
        let mirror = environment(&connector.variable()).filter(|mirror| !mirror.is_empty());
        let base = match mirror {
            // A plain address is no base: the mirror stands for its host.
            Some(mirror) if connector.id == "file" => {
                format!("{}{}", mirror.trim_end_matches('/'), address.rest)
            }
            Some(mirror) => mirror,
            None => own_base.to_owned(),
        };
        Ok(Question { download, connector, query, base, own_base: own_base.to_owned() })
    }

    /// What bytes the answer is expected to be.
    pub fn kind(&self) -> ContentKind {
        self.download.kind.unwrap_or(self.query.kind)
    }

    /// Whether the study states that it may fetch what is not open to programs.
    pub fn has_permission(&self) -> bool {
        self.download.allow == Some(Allow::WithPermission)
    }

    /// Whether only a person may save the pages.
    pub fn is_import_only(&self) -> bool {
        self.connector.robots == Robots::ImportOnly && !self.has_permission()
    }

    /// The first part of the answer.
    pub fn first(&self) -> Place {
        let number = self.query.paging.as_ref().map_or(1, |paging| paging.first);
        Place { number, cursor: "*".into() }
    }

    /// The request for a part of the answer, or everything that is wrong with the entry.
    pub fn request(&self, place: &Place) -> Result<Request, Vec<Diagnostic>> {
        let mut problems = self.unknown_parameters();
        let mut used: Vec<String> = Vec::new();
        let mut blocked = None;
        let fill = |text: &str, within, area: Option<&str>, used: &mut Vec<String>| {
            let template = Template::parse(text);
            let filled = template.fill(within, |name| self.value(name, place, area))?;
            if filled.is_some() {
                used.extend(template.names().map(|(name, _)| name.to_owned()));
            }
            Ok(filled)
        };
        let mut wrong = |unfilled: Unfilled| problems.push(self.unfilled(&unfilled));

        let path = fill(&self.query.path, Within::Path, None, &mut used);
        let path = path.map_err(&mut wrong).ok().flatten().unwrap_or_default();
        let mut asked: Vec<String> = Vec::new();
        for ask in &self.query.ask {
            let each: Vec<Option<&str>> = match ask.value.contains("{area}") {
                true => self.download.areas.iter().map(|area| Some(area.as_str())).collect(),
                false => vec![None],
            };
            for area in each {
                match fill(&ask.value, Within::Query, area, &mut used) {
                    Ok(Some(value)) => asked.push(format!("{}={value}", ask.name)),
                    Ok(None) => blocked = blocked.or(Some(ask)),
                    Err(unfilled) => wrong(unfilled),
                }
            }
        }
        let within = match self.query.headers.get("content-type").map(String::as_str) {
            Some("application/x-www-form-urlencoded") => Within::Query,
            _ => Within::Json,
        };
        let body = match &self.query.body {
            Some(body) => fill(body, within, None, &mut used).map_err(&mut wrong).ok().flatten(),
            None => self.download.body.clone(),
        };
        // A value that reached no place would be left out in silence.
        let missing = blocked.and_then(|ask| {
            let template = Template::parse(&ask.value);
            let names: Vec<String> = template.names().map(|(name, _)| name.to_owned()).collect();
            let given = |name: &&String| self.value(name, place, None).is_some();
            let lost = names.iter().filter(given).any(|name| !used.contains(name));
            lost.then(|| names.iter().find(|name| !given(name)).cloned()).flatten()
        });
        if let Some(missing) = missing {
            problems.push(self.unfilled(&Unfilled::Missing(missing)));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let rest = match asked.is_empty() {
            true => path,
            false => format!("{path}?{}", asked.join("&")),
        };
        let method = self.download.method.unwrap_or(self.query.method);
        let url = |base: &str| format!("{}{rest}", base.trim_end_matches('/'));
        let asked = [method.code(), &url(&self.own_base), body.as_deref().unwrap_or_default()];
        Ok(Request {
            method,
            // A plain address keeps the `/` at its end.
            url: if rest.is_empty() { self.base.clone() } else { url(&self.base) },
            asked: Digest::of(asked.join("\n").as_bytes()),
            body,
            headers: self.query.headers.clone(),
            named_by_server: false,
        })
    }

    /// The value for a place.
    fn value(&self, name: &str, place: &Place, area: Option<&str>) -> Option<Cow<'_, str>> {
        let download = self.download;
        let paging = self.query.paging.as_ref();
        if let Some(values) = download.parameters.0.get(name) {
            return Some(Cow::Owned(values.join(&self.query.join)));
        }
        match (name, paging.map(|paging| paging.by)) {
            ("areas", _) if download.areas.is_empty() => {
                self.query.all_areas.as_deref().map(Cow::Borrowed)
            }
            ("areas", _) => Some(Cow::Owned(download.areas.join(&self.query.join))),
            ("area", _) => area.map(|area| Cow::Owned(area.to_owned())),
            ("from", _) => download.from.map(|year| Cow::Owned(year.to_string())),
            ("to", _) => download.to.map(|year| Cow::Owned(year.to_string())),
            ("page", Some(PagingBy::Page)) | ("offset", Some(PagingBy::Offset)) => {
                Some(Cow::Owned(place.number.to_string()))
            }
            ("cursor", Some(PagingBy::Cursor)) => Some(Cow::Owned(place.cursor.clone())),
            ("size", Some(_)) if paging.is_some_and(|paging| paging.size > 0) => {
                paging.map(|paging| Cow::Owned(paging.size.to_string()))
            }
            _ => self.query.defaults.get(name).map(|value| Cow::Borrowed(value.as_str())),
        }
    }

    /// Names of all places of the query.
    fn places(&self) -> Vec<String> {
        let texts = self.query.ask.iter().map(|ask| ask.value.as_str());
        texts
            .chain([self.query.path.as_str()])
            .chain(self.query.body.as_deref())
            .flat_map(|text| {
                let template = Template::parse(text);
                template.names().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
            })
            .collect()
    }

    /// What the entry gives and the query has no place for: it would be left out in silence.
    fn unknown_parameters(&self) -> Vec<Diagnostic> {
        let places = self.places();
        let has = |name: &str| places.iter().any(|place| place == name);
        let answer = &self.query.answer;
        let download = self.download;
        let mut given: Vec<&str> = download.parameters.0.keys().map(String::as_str).collect();
        given.retain(|name| !has(name));
        if !download.areas.is_empty() && !has("areas") && !has("area") && answer.area.is_empty() {
            given.push("areas");
        }
        for (name, year) in [("from", download.from), ("to", download.to)] {
            if year.is_some() && !has(name) && answer.year.is_empty() {
                given.push(name);
            }
        }
        if self.connector.id != "file" {
            let own = [("method", download.method.is_some()), ("body", download.body.is_some())];
            given.extend(own.iter().filter(|(_, given)| *given).map(|(name, _)| *name));
        }
        let own = ["page", "offset", "cursor", "area"];
        let known: Vec<&str> =
            places.iter().map(String::as_str).filter(|name| !own.contains(name)).collect();
        given
            .into_iter()
            .map(|name| {
                self.problem("source-unknown-parameter")
                    .with("found", name)
                    .with("nearest", nearest(name, known.iter().copied()).unwrap_or_default())
                    .with("known", if known.is_empty() { "—".into() } else { known.join(", ") })
            })
            .collect()
    }

    fn unfilled(&self, unfilled: &Unfilled) -> Diagnostic {
        match unfilled {
            Unfilled::Missing(name) => self.problem("source-missing-parameter").with("found", name),
            Unfilled::Unsafe(name) => self.problem("source-bad-parameter").with("found", name),
        }
    }

    fn problem(&self, code: &str) -> Diagnostic {
        Diagnostic::error(code, &self.download.at.file, self.download.at.line)
            .with("connector", &self.connector.id)
    }
}

/// What is wrong with an entry of the list that can be told without asking anybody.
pub fn check(download: &Download, environment: &dyn Fn(&str) -> Option<String>) -> Vec<Diagnostic> {
    if download.connector.0 == git::CONNECTOR {
        let mut problems = git::check(download);
        for problem in &mut problems {
            problem.file.clone_from(&download.at.file);
            problem.line = download.at.line;
        }
        return problems;
    }
    match Question::new(download, environment) {
        Ok(question) => question.request(&question.first()).err().unwrap_or_default(),
        Err(problem) => vec![problem],
    }
}

#[cfg(test)]
mod tests {
    use daryn_model::Lang;
    use daryn_study::downloads;

    use super::*;

    fn download(text: &str) -> Download {
        let text = format!("[[download]]\nid = \"x\"\n{text}\n");
        let read = downloads::read("downloads.toml", text.as_bytes(), &[Lang::En]);
        assert_eq!(read.list.problems, [], "{text}");
        read.list.records.into_iter().next().expect("a record")
    }

    fn url(text: &str) -> String {
        let download = download(text);
        let question = Question::new(&download, &|_| None).expect("a question");
        question.request(&question.first()).expect("a request").url
    }

    fn codes(text: &str) -> Vec<String> {
        let download = download(text);
        let problems = match Question::new(&download, &|_| None) {
            Ok(question) => question.request(&question.first()).expect_err("problems"),
            Err(problem) => vec![problem],
        };
        problems.into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn addresses_are_those_of_the_documentation() {
        assert_eq!(
            url("connector = \"worldbank\"\nareas = [\"KAZ\", \"KGZ\"]\nfrom = 2000\nto = 2010\n\
                 parameters = { indicator = \"GB.XPD.RSDV.GD.ZS\" }"),
            "https://api.worldbank.org/v2/country/KAZ;KGZ/indicator/GB.XPD.RSDV.GD.ZS\
             ?format=json&per_page=10000&date=2000:2010&page=1"
        );
        assert_eq!(
            url("connector = \"uis\"\nareas = [\"KAZ\", \"AIMS: Central Asia\"]\nfrom = 2019\n\
                 parameters = { indicator = \"GER.5T8\" }"),
            "https://api.uis.unesco.org/api/public/data/indicators?indicator=GER.5T8\
             &geoUnit=KAZ&geoUnit=AIMS:%20Central%20Asia&start=2019"
        );
        assert_eq!(
            url("connector = \"sdmx\"\naddress = \"https://sdmx.oecd.org/public/rest/\"\n\
                 parameters = { flow = \"OECD.ELS.IMD,DSD_MIG@DF_MIG,1.0\", key = \"A+B..C\" }"),
            "https://sdmx.oecd.org/public/rest/data/OECD.ELS.IMD,DSD_MIG@DF_MIG,1.0/A+B..C"
        );
        assert_eq!(
            url("connector = \"adilet\"\nparameters = { id = \"U070000399_\" }"),
            "https://adilet.zan.kz/rus/docs/U070000399_"
        );
        assert_eq!(
            url("connector = \"file\"\naddress = \"https://example.org/a/\""),
            "https://example.org/a/"
        );
    }

    #[test]
    fn a_search_is_sent_as_json() {
        let download =
            download("connector = \"zan\"\nquery = \"search\"\nparameters = { type = \"КОНЦ\" }");
        let question = Question::new(&download, &|_| None).expect("a question");
        let request = question.request(&Place { number: 2, cursor: String::new() });
        let request = request.expect("a request");
        let body: serde_json::Value =
            serde_json::from_str(&request.body.expect("a body")).expect("JSON");
        assert_eq!(body["page"], 2);
        assert_eq!(body["limit"], 100);
        assert_eq!(body["actTypes"][0], "КОНЦ");
        assert_eq!(request.method, Method::Post);
    }

    #[test]
    fn a_mirror_changes_the_address_and_not_what_is_asked() {
        for text in [
            "connector = \"worldbank\"\nparameters = { indicator = \"X\" }",
            "connector = \"file\"\naddress = \"https://example.org/a?b=c\"",
        ] {
            let download = download(text);
            let variable = format!("DARYN_{}_URL", download.connector.0.to_uppercase());
            let mirror =
                |name: &str| (name == variable).then(|| "http://127.0.0.1:9/m/".to_owned());
            let own = Question::new(&download, &|_| None).expect("a question");
            let own = own.request(&own.first()).expect("a request");
            let other = Question::new(&download, &mirror).expect("a question");
            let other = other.request(&other.first()).expect("a request");
            assert_eq!(own.asked, other.asked);
            assert!(other.url.starts_with("http://127.0.0.1:9/m/"), "{}", other.url);
        }
    }

    #[test]
    fn nothing_that_an_entry_says_is_left_out_in_silence() {
        assert_eq!(codes("connector = \"worldbnk\""), ["source-unknown-connector"]);
        let bank = "connector = \"worldbank\"\nparameters = { indicator = \"X\" }\n";
        assert_eq!(codes(&format!("{bank}query = \"date\"")), ["source-unknown-query"]);
        assert_eq!(codes("connector = \"worldbank\""), ["source-missing-parameter"]);
        assert_eq!(codes(&format!("{bank}from = 2000")), ["source-missing-parameter"]);
        assert_eq!(codes(&format!("{bank}body = \"x\"")), ["source-unknown-parameter"]);
        let more =
            "connector = \"worldbank\"\nparameters = { indicator = \"X\", indicatr = \"Y\" }";
        assert_eq!(codes(more), ["source-unknown-parameter"]);
        assert_eq!(codes("connector = \"sdmx\""), ["source-missing-parameter"]);
        let outside = "connector = \"undesa\"\nparameters = { file = \"../../x\" }";
        assert_eq!(codes(outside), ["source-bad-parameter"]);
        assert_eq!(
            codes("connector = \"file\"\naddress = \"https://пример.қаз/\""),
            ["source-bad-address"]
        );
        let file = "connector = \"file\"\naddress = \"https://example.org/\"\n";
        assert_eq!(
            codes(&format!("{file}areas = [\"KAZ\"]\nfrom = 1")),
            ["source-unknown-parameter", "source-unknown-parameter"]
        );
    }
}
