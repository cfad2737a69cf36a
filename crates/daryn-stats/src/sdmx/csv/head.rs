//! The first record of an SDMX-CSV file: which column holds what.

use crate::problems::Problems;
use crate::records::Record;
use crate::row::{Components, Role};
use crate::write::sdmx_csv::{ANNOTATIONS, DATA_SET, ROLES};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Structure,
    StructureId,
    StructureName,
    Action,
    /// Our own: number and description of the data set.
    DataSet,
    /// Our own: what each value is to the observation.
    Roles,
    /// Our own: annotations.
    Annotations,
    /// The name of the code in another column.
    Label(usize),
    /// A component, or a column that is none.
    Component(u32),
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) kind: Kind,
    pub(super) role: Role,
    /// Whether a cell may hold several values.
    pub(super) is_many: bool,
    /// Languages of its texts: as written in cells, and as they are.
    pub(super) languages: Vec<(String, String)>,
    /// Whether a cell holds a code and its label.
    pub(super) is_labelled: bool,
    /// The column that holds labels of its codes.
    pub(super) label_column: Option<usize>,
}

/// The first record.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) columns: Vec<Column>,
    /// Components and what they are called.
    pub(super) labels: Vec<(String, String)>,
    /// What separates the values of a cell that holds several.
    pub(super) sub_separator: Option<char>,
    pub(super) is_first_version: bool,
    /// Whether identifiers stand together with names.
    pub(super) is_labelled: bool,
    pub(super) roles_column: Option<usize>,
    twice: Vec<String>,
}

impl Head {
    pub(super) fn new(
        record: &Record,
        separator: u8,
        known: &[(String, Role)],
        components: &mut Components,
    ) -> Head {
        let names: Vec<&str> = record.iter().map(str::trim).collect();
        let is_first_version = names.first() == Some(&"DATAFLOW");
        let mut head = Head {
            columns: Vec::new(),
            labels: Vec::new(),
            // The guide leaves the mark open where the first column does not name it.
            sub_separator: (separator != b';').then_some(';'),
            is_first_version,
            is_labelled: false,
            roles_column: None,
            twice: Vec::new(),
        };
        let label_of = label_columns(&names);
        let measure = names.iter().position(|name| id(name) == "OBS_VALUE");
        for (place, name) in names.iter().enumerate() {
            let kind = match reserved(name, is_first_version && place == 0) {
                Some(kind) => {
                    if let Some(mark) = name.strip_prefix("STRUCTURE[") {
                        head.sub_separator = mark.chars().next().filter(|mark| *mark != ']');
                    }
                    kind
                }
                None => match label_of[place] {
                    Some(component) => Kind::Label(component),
                    None => Kind::Component(0),
                },
            };
            head.columns.push(Column {
                kind,
                role: Role::Unresolved,
                is_many: false,
                languages: Vec::new(),
                is_labelled: false,
                label_column: None,
            });
        }
        for (place, name) in names.iter().enumerate() {
            match head.columns[place].kind {
                Kind::Label(of) => {
                    head.columns[of].label_column = Some(place);
                    head.labels.push((decoded(id(names[of])), (*name).to_owned()));
                }
                Kind::Component(_) => head.component(place, name, measure, known, components),
                Kind::Roles => head.roles_column = Some(place),
                _ => {}
            }
        }
        head.is_labelled |= head.columns.iter().any(|column| column.is_labelled);
        head
    }

    fn component(
        &mut self,
        place: usize,
        name: &str,
        measure: Option<usize>,
        known: &[(String, Role)],
        components: &mut Components,
    ) {
        let (code, label) = match name.split_once(": ") {
            Some((code, label)) => (code, Some(label)),
            None => (name, None),
        };
        let inside = code.strip_suffix(']').and_then(|open| open.rsplit_once('['));
        let column = &mut self.columns[place];
        if let Some((_, languages)) = inside {
            column.is_many = languages.is_empty();
            let mark = self.sub_separator.unwrap_or(';');
            column.languages = languages
                .split(mark)
                .filter(|language| !language.is_empty())
                .map(|language| (language.to_owned(), decoded(language)))
                .collect();
        }
        let id = decoded(id(name));
        column.role = match known.iter().find(|(component, _)| *component == id) {
            Some((_, role)) => *role,
            None if !known.is_empty() => Role::Extra,
            None => default_role(&id),
        };
        if self.is_first_version && known.is_empty() && column.role == Role::Unresolved {
            column.role = match measure {
                // Eurostat puts the time of its last update among the dimensions.
                _ if id == "LAST UPDATE" => Role::Extra,
                Some(measure) if place < measure => Role::Dimension,
                Some(_) => Role::ObservationAttribute,
                None => Role::Unresolved,
            };
        }
        column.is_labelled = label.is_some() && column.role != Role::Measure;
        if let Some(label) = label {
            self.labels.push((id.clone(), label.to_owned()));
        }
        if components.find(&id).is_some() {
            self.twice.push(id.clone());
        }
        self.columns[place].kind = Kind::Component(components.number(&id));
    }

    /// Tells columns that come twice.
    pub(super) fn tell_twice(&self, problems: &mut Problems) {
        for name in &self.twice {
            problems.warn("stats-column-twice", 1, &[("name", name)]);
        }
    }
}

/// The role that a name has without a structure.
pub(crate) fn default_role(id: &str) -> Role {
    match id {
        "TIME_PERIOD" => Role::Period,
        "OBS_VALUE" => Role::Measure,
        _ if is_key(id) => Role::Extra,
        _ => Role::Unresolved,
    }
}

/// Columns that repeat the key of the series or of the observation.
fn is_key(id: &str) -> bool {
    matches!(id, "SERIES_KEY" | "OBS_KEY")
}

/// Whether a column of this name is no component.
pub(crate) fn is_reserved(name: &str) -> bool {
    reserved(name, true).is_some()
}

fn reserved(name: &str, is_first: bool) -> Option<Kind> {
    Some(match name {
        "DATAFLOW" if is_first => Kind::StructureId,
        "STRUCTURE" => Kind::Structure,
        "STRUCTURE_ID" => Kind::StructureId,
        "STRUCTURE_NAME" => Kind::StructureName,
        "ACTION" => Kind::Action,
        DATA_SET => Kind::DataSet,
        ROLES => Kind::Roles,
        ANNOTATIONS => Kind::Annotations,
        _ if name.starts_with("STRUCTURE[") => Kind::Structure,
        _ => return None,
    })
}

/// The identifier in the head of a column.
fn id(name: &str) -> &str {
    let code = name.split_once(": ").map_or(name, |(code, _)| code);
    match code.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
        Some((id, _)) => id,
        None => code,
    }
}

/// For each column the one whose codes it names, where there is one (`labels=name`).
///
/// The guide gives each component a second column then, and the structure, too: its name tells.
fn label_columns(names: &[&str]) -> Vec<Option<usize>> {
    let mut label_of = vec![None; names.len()];
    if !names.contains(&"STRUCTURE_NAME") {
        return label_of;
    }
    let is_open =
        |place: &usize| reserved(names[*place], false).is_none() && !is_key(names[*place]);
    let open: Vec<usize> = (0..names.len()).filter(is_open).collect();
    let is_id = |name: &str| {
        let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        let is_mark = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.[];@$".contains(&byte);
        first && name.bytes().all(is_mark)
    };
    if open.len().is_multiple_of(2) && open.chunks(2).all(|pair| is_id(names[pair[0]])) {
        for pair in open.chunks(2) {
            label_of[pair[1]] = Some(pair[0]);
        }
    } else {
        for pair in open.windows(2) {
            if is_id(names[pair[0]]) && !is_id(names[pair[1]]) {
                label_of[pair[1]] = Some(pair[0]);
            }
        }
    }
    label_of
}

/// A name as it was before the writer made it fit: `%3A` is a colon.
fn decoded(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = match (first, behind) {
            (b'%', [high, low, ..]) => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                digit(*high).zip(digit(*low)).map(|(high, low)| (high * 16 + low) as u8)
            }
            _ => None,
        };
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

/// The role of a letter of the column `DARYN_ROLES`.
pub(super) fn role(letter: char) -> Option<Role> {
    LETTERS.iter().find(|(_, known)| *known == letter).map(|(role, _)| *role)
}

/// The letter of a role.
pub(crate) fn letter(role: Role) -> char {
    LETTERS.iter().find(|(known, _)| *known == role).map_or('U', |(_, letter)| *letter)
}

const LETTERS: [(Role, char); 9] = [
    (Role::Dimension, 'D'),
    (Role::Period, 'T'),
    (Role::Measure, 'M'),
    (Role::DataSetAttribute, 'A'),
    (Role::GroupAttribute, 'G'),
    (Role::SeriesAttribute, 'S'),
    (Role::ObservationAttribute, 'O'),
    (Role::Unresolved, 'U'),
    (Role::Extra, 'X'),
];
