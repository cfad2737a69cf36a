//! What indicators are: their definitions, formulas, units, sources and pitfalls, and which codes
//! of sources count them. Data, built in and added to by a study.

use std::collections::BTreeMap;

use daryn_model::record::{Cell, Decoder, Id, Place, Row};
use daryn_model::records::Parameters;
use daryn_model::{Diagnostic, Localized, codes, record};
use daryn_rows::toml_file;

use crate::formula::Formula;
use crate::unit::Unit;

mod check;

/// The files that daryn brings along, by name.
const BUILT_IN: [(&str, &str); 7] = [
    ("catalogue/words.toml", include_str!("../data/words.toml")),
    ("catalogue/units.toml", include_str!("../data/units.toml")),
    ("catalogue/migration.toml", include_str!("../data/migration.toml")),
    ("catalogue/students.toml", include_str!("../data/students.toml")),
    ("catalogue/scholars.toml", include_str!("../data/scholars.toml")),
    ("catalogue/means.toml", include_str!("../data/means.toml")),
    ("catalogue/codes.toml", include_str!("../data/codes.toml")),
];

/// The file of a folder that adds to the catalogue.
pub const OWN: &str = "indicators.toml";

codes! {
    /// How values of an indicator behave.
    pub enum Kind {
        /// Counted over a period.
        Flow = "flow",
        /// Counted at a time.
        Stock = "stock",
        /// A share or a rate.
        Ratio = "ratio",
        /// Money or another amount.
        Amount = "amount",
        /// A score or an index on a scale of its own.
        Score = "score",
    }
}

codes! {
    /// Which way people, money or rights move between a country and its partners.
    pub enum Moves {
        /// From partners to the country.
        In = "in",
        /// From the country to partners.
        Out = "out",
        /// The one minus the other: above zero into the country.
        Net = "net",
    }
}

codes! {
    /// Whether a series was counted.
    pub enum Made {
        /// Counted or registered.
        Counted = "counted",
        /// Estimated by somebody from what was counted.
        Estimated = "estimated",
        /// The result of a model.
        Modelled = "modelled",
    }
}

codes! {
    /// How an indicator stands to a target of the SDGs.
    pub enum Link {
        /// It is the official indicator of the target.
        Official = "official",
        /// It tells something about the target and is no indicator of it.
        Context = "context",
    }
}

record! {
    /// A link to the Sustainable Development Goals.
    pub struct SdgLink: "SDG link" {
        /// Number of an indicator or of a target: `9.5.2`, `10.7`.
        pub code: String,
        /// Whether it is the official indicator, or context.
        pub link: Link,
    }
}

record! {
    /// An indicator: `[[indicator]]`.
    pub struct Indicator: "indicator" {
        /// Its name in formulas and tables.
        pub id: Id,
        /// Its name.
        pub name: Localized,
        /// Part of the catalogue: migration, students, scholars, means.
        pub theme: Id,
        /// What is counted.
        pub definition: Localized,
        /// Who is in it and who is not: a `[[coverage]]`.
        pub coverage: Id,
        /// How it is computed from other indicators; observed only, if not given.
        pub formula: Option<String>,
        /// Unit of its values.
        pub unit: Id,
        /// How its values behave.
        pub kind: Kind,
        /// What it shows.
        pub interpretation: Localized,
        /// What leads astray: entries of `[[pitfall]]`.
        pub pitfalls: Vec<Id>,
        /// Who publishes it: entries of `[[publisher]]`.
        pub sources: Vec<Id>,
        /// Links to the Sustainable Development Goals.
        pub sdg: Vec<SdgLink>,
        /// Ways of counting, the best one first: entries of `[[count]]`. Decides which source is
        /// picked where several count the quantity.
        pub prefer: Vec<Id>,
        /// The indicator that it is a part of: its parts are never more than the whole.
        pub part_of: Option<Id>,
        /// The indicator that counts the same movement as its partners see it.
        pub mirrored_by: Option<Id>,
        /// Which way it moves between the country and its partners; where nothing is said, figures
        /// by partner are no movement that could be drawn.
        pub moves: Option<Moves>,
        /// Whether a page about a country shows it first.
        pub profile: Option<bool>,
    }
}

record! {
    /// A text that several indicators share: `[[coverage]]`, `[[pitfall]]`, `[[publisher]]`, and
    /// `[[theme]]`.
    pub struct Shared: "text" {
        /// Its name.
        pub id: Id,
        /// The text.
        pub text: Localized,
    }
}

record! {
    /// A way of counting: `[[count]]`.
    pub struct Count: "count" {
        /// Its name.
        pub id: Id,
        /// What is counted by whom.
        pub text: Localized,
    }
}

record! {
    /// A unit: `[[unit]]`.
    pub struct UnitEntry: "unit" {
        /// Its name.
        pub id: Id,
        /// Its name for people.
        pub name: Localized,
        /// Base units: `person`, `USD`, `1` for shares; with `*` and `/` between them.
        pub of: String,
        /// Power of ten of one unit: 3 for thousands, -2 for percent.
        pub scale: Option<i64>,
        /// What sources call it.
        pub words: Vec<String>,
    }
}

record! {
    /// A code of a source that counts an indicator: `[[code]]`.
    pub struct SourceCode: "code" {
        /// The source's own codes, in whatever case.
        pub codes: Vec<String>,
        /// The indicator.
        pub indicator: Id,
        /// How it counts.
        pub counts: Option<Id>,
        /// Unit of its values, where files do not say it and it is not that of the indicator.
        pub unit: Option<Id>,
        /// Whether it was counted.
        pub made: Option<Made>,
        /// Sex that the code means.
        pub sex: Option<String>,
        /// Age group that the code means; `_T` where its indicator is about that age anyway.
        pub age: Option<String>,
        /// Education, specialty or field that the code means.
        pub education: Option<String>,
        /// Whether reporting area and partner change places.
        pub mirror: Option<bool>,
    }
}

record! {
    /// A file that is known by its columns: `[[layout]]`.
    pub struct Layout: "layout" {
        /// Columns, all of which it has.
        pub columns: Vec<String>,
        /// What each column is: `area`, `partner`, `period`, `value`, `indicator`, `sex`, ...
        pub roles: Parameters,
        /// Columns that each hold the values of an indicator, by code.
        pub values: Parameters,
        /// What all rows share: `indicator`, `source`, `unit`, `area`, `partner`, ...
        pub fixed: Parameters,
        /// Where numbers of areas come from: `m49`, `undesa`, `unsdg`.
        pub scheme: Option<String>,
        /// Whether the first year in the name of the file is the year of the release.
        pub release_in_name: Option<bool>,
    }
}

/// Everything that is known of indicators.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Indicators in the order of the files.
    pub indicators: Vec<Indicator>,
    /// Formulas by the place of the indicator.
    formulas: Vec<Option<Formula>>,
    /// Places of indicators, each behind those that its formula needs.
    pub order: Vec<usize>,
    places: BTreeMap<String, usize>,
    /// Shared texts by kind and name.
    pub texts: BTreeMap<(&'static str, String), Localized>,
    /// Units by name.
    pub units: BTreeMap<String, (Unit, UnitEntry)>,
    /// Names of units by what sources call them, in small letters.
    unit_words: BTreeMap<String, String>,
    /// Codes of sources in small letters.
    codes: BTreeMap<String, SourceCode>,
    /// Files that are known by their columns, those of a study first.
    pub layouts: Vec<Layout>,
    /// Sources that a study wants to be picked, the first one first.
    pub preferred: Vec<String>,
    /// Area of rows that name none.
    pub area: Option<String>,
}

record! {
    /// What holds for a folder of files: `[folder]`.
    pub struct FolderHead: "folder" {
        /// Area of rows that name none.
        pub area: Option<String>,
        /// Sources to be picked where several count a quantity, the first one first.
        pub prefer: Vec<String>,
    }
}

/// Kinds of shared texts, by the names of their tables.
const TEXTS: [&str; 4] = ["theme", "coverage", "pitfall", "publisher"];

impl Catalogue {
    /// The catalogue that daryn brings along.
    ///
    /// # Errors
    /// Never for files that pass the tests; they are checked as those of a study.
    pub fn built_in() -> Result<Catalogue, Vec<Diagnostic>> {
        Catalogue::with(None)
    }

    /// The same with what a study adds: the name of its file and its bytes. An indicator, unit or
    /// text of the same name takes the place of the built-in one.
    ///
    /// # Errors
    /// Every problem of the file: what is no record, unknown names, formulas that cannot be read,
    /// whose units do not fit or that need themselves.
    pub fn with(own: Option<(&str, &[u8])>) -> Result<Catalogue, Vec<Diagnostic>> {
        let mut catalogue = Catalogue::default();
        let mut problems = Vec::new();
        for (name, text) in BUILT_IN {
            catalogue.read(name, text.as_bytes(), &mut problems);
        }
        let built_in = catalogue.layouts.len();
        if let Some((name, bytes)) = own {
            catalogue.read(name, bytes, &mut problems);
            // What a study says of a file goes before what is known in general.
            catalogue.layouts.rotate_left(built_in);
        }
        check::check(&mut catalogue, &mut problems);
        if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
    }

    /// Reads a file.
    fn read(&mut self, file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) {
        let Some(root) = toml_file::table(file, bytes, problems) else { return };
        let mut decoder = Decoder { file, problems: Vec::new() };
        let known = ["folder", "indicator", "count", "unit", "code", "layout"];
        let known: Vec<String> =
            known.iter().chain(&TEXTS).map(|name| (*name).to_owned()).collect();
        daryn_model::record::unknown_fields(&root, &known, &mut decoder);
        if let Some(Cell::Table(head)) = root.get("folder").map(|cell| &cell.value)
            && let Some(head) = <FolderHead as daryn_model::Record>::decode(head, &mut decoder)
        {
            self.area = head.area;
            self.preferred = head.prefer;
        }
        for kind in TEXTS {
            for Shared { id, text, .. } in entries::<Shared>(&root, kind, &mut decoder) {
                self.texts.insert((kind, id.0), text);
            }
        }
        for Count { id, text, .. } in entries::<Count>(&root, "count", &mut decoder) {
            self.texts.insert(("count", id.0), text);
        }
        for entry in entries::<UnitEntry>(&root, "unit", &mut decoder) {
            self.add_unit(entry, &mut decoder);
        }
        for code in entries::<SourceCode>(&root, "code", &mut decoder) {
            for name in &code.codes {
                self.codes.insert(name.to_lowercase(), code.clone());
            }
        }
        self.layouts.extend(entries::<Layout>(&root, "layout", &mut decoder));
        for indicator in entries::<Indicator>(&root, "indicator", &mut decoder) {
            match self.places.get(&indicator.id.0) {
                Some(place) if self.indicators[*place].at.file == file => {
                    let first = self.indicators[*place].at.line;
                    let problem = Diagnostic::error("indicators-twice", file, indicator.at.line);
                    decoder
                        .problems
                        .push(problem.with("indicator", &indicator.id).with("first", first));
                }
                Some(place) => self.indicators[*place] = indicator,
                None => {
                    self.places.insert(indicator.id.0.clone(), self.indicators.len());
                    self.indicators.push(indicator);
                }
            }
        }
        problems.append(&mut decoder.problems);
    }

    fn add_unit(&mut self, entry: UnitEntry, decoder: &mut Decoder<'_>) {
        let scale = entry.scale.unwrap_or_default().clamp(-30, 30) as i32;
        let Some(unit) = Unit::parse(&entry.of, scale) else {
            let problem = Diagnostic::error("indicators-bad-unit", decoder.file, entry.at.line);
            decoder.problems.push(problem.with("unit", &entry.id).with("found", &entry.of));
            return;
        };
        let names = entry.name.iter().map(|(_, name)| name);
        let words = entry.words.iter().chain([&entry.id.0]).map(String::as_str);
        for word in words.chain(names) {
            self.unit_words.insert(word.to_lowercase(), entry.id.0.clone());
        }
        self.units.insert(entry.id.0.clone(), (unit, entry));
    }

    /// The place of an indicator.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// An indicator by its name.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.place(id).map(|place| &self.indicators[place])
    }

    /// The formula of an indicator.
    pub fn formula(&self, place: usize) -> Option<&Formula> {
        self.formulas.get(place)?.as_ref()
    }

    /// The place of the indicator that is one indicator minus another one.
    pub fn balance(&self, inward: &str, outward: &str) -> Option<usize> {
        let wanted = Formula::balance(inward, outward);
        self.formulas.iter().position(|formula| formula.as_ref() == Some(&wanted))
    }

    /// The unit of an indicator.
    pub fn unit_of(&self, id: &str) -> Option<&Unit> {
        self.units.get(&self.get(id)?.unit.0).map(|(unit, _)| unit)
    }

    /// The name of a unit by what a source calls it.
    pub fn unit_named(&self, word: &str) -> Option<&str> {
        self.unit_words.get(word.trim().to_lowercase().as_str()).map(String::as_str)
    }

    /// What a code of a source counts. Names of indicators are codes, too.
    pub fn code(&self, code: &str) -> Option<&SourceCode> {
        self.codes.get(code.trim().to_lowercase().as_str())
    }

    /// A shared text.
    pub fn text(&self, kind: &'static str, id: &str) -> Option<&Localized> {
        self.texts.get(&(kind, id.to_owned()))
    }

    /// Indicators that are meant by a name: that of an indicator, or a code of a source.
    pub fn meant(&self, name: &str) -> Option<&str> {
        let by_name = self.indicators.iter().find(|one| one.id.0.eq_ignore_ascii_case(name.trim()));
        let by_code = || self.code(name).map(|code| code.indicator.0.as_str());
        by_name.map(|one| one.id.0.as_str()).or_else(by_code)
    }

    /// The known name or code that is nearest to an unknown one.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let known = self.places.keys().map(String::as_str);
        daryn_model::record::nearest(name, known)
    }
}

/// The entries of an array of tables; those that are wrong are told and left out.
fn entries<T: daryn_model::Record>(root: &Row, name: &str, decoder: &mut Decoder<'_>) -> Vec<T> {
    match root.get(name).map(|cell| &cell.value) {
        Some(Cell::List(items)) => items
            .iter()
            .filter_map(|item| <T as daryn_model::record::Field>::decode(name, item, decoder))
            .collect(),
        Some(_) => {
            <Vec<T> as daryn_model::record::Field>::read(root, name, decoder).unwrap_or_default()
        }
        None => Vec::new(),
    }
}

/// An error at the place of a record.
fn error(code: &str, at: &Place) -> Diagnostic {
    Diagnostic::error(code, &at.file, at.line)
}
