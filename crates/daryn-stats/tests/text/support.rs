//! What all tests of readers need.

use std::path::{Path, PathBuf};

use daryn_stats::{
    Action, Annotation, Components, DataSet, Item, Label, Place, Role, Row, Sink, Stop, Stream,
    Told,
};

/// A row as it was given: name, role, language and value of each part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Seen {
    pub(crate) parts: Vec<(String, Role, String, String)>,
    pub(crate) action: Action,
    pub(crate) place: Place,
    pub(crate) data_set: u32,
    pub(crate) annotations: Vec<Annotation>,
}

impl Seen {
    /// All values of a component.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        self.parts.iter().filter(|part| part.0 == name).map(|part| part.3.as_str()).collect()
    }

    /// The first value of a component.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).first().copied()
    }

    /// The role of a component.
    pub(crate) fn role(&self, name: &str) -> Option<Role> {
        self.parts.iter().find(|part| part.0 == name).map(|part| part.1)
    }

    /// The first value of a role.
    pub(crate) fn of(&self, role: Role) -> Option<&str> {
        self.parts.iter().find(|part| part.1 == role).map(|part| part.3.as_str())
    }

    /// Names and values, in order, as `name=value`.
    pub(crate) fn told(&self) -> String {
        let all: Vec<_> =
            self.parts.iter().map(|(name, _, _, value)| format!("{name}={value}")).collect();
        all.join(" ")
    }
}

/// Keeps everything that a reader gives.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    pub(crate) streams: Vec<Stream>,
    pub(crate) data_sets: Vec<DataSet>,
    pub(crate) labels: Vec<(String, Option<String>, String, String)>,
    pub(crate) rows: Vec<Seen>,
    pub(crate) items: Vec<Item>,
    pub(crate) told: Told,
}

impl Sink for Keeper {
    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
    }

    fn label(&mut self, label: &Label<'_>) {
        let owned = |text: &str| text.to_owned();
        self.labels.push((
            label.component.to_owned(),
            label.code.map(owned),
            label.language.to_owned(),
            label.text.to_owned(),
        ));
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        let parts = row.parts().map(|(part, value)| {
            let name = components.name(part.component).to_owned();
            (name, part.role, row.language(part).to_owned(), value.to_owned())
        });
        self.rows.push(Seen {
            parts: parts.collect(),
            action: row.action,
            place: row.place,
            data_set: row.data_set,
            annotations: row.annotations.clone(),
        });
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.items.push(item.clone());
        Ok(())
    }
}

/// Everything that a reader gives.
pub(crate) fn keep(read: impl FnOnce(&mut dyn Sink) -> Told) -> Keeper {
    let mut keeper = Keeper::default();
    keeper.told = read(&mut keeper);
    keeper
}

impl Keeper {
    /// Codes of what was told.
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.told.problems.iter().map(|problem| problem.code.as_str()).collect()
    }

    /// The text of a label.
    pub(crate) fn label(&self, component: &str, code: &str) -> Option<&str> {
        let found = |label: &&(String, Option<String>, String, String)| {
            label.0 == component && label.1.as_deref() == Some(code)
        };
        self.labels.iter().find(found).map(|label| label.3.as_str())
    }

    /// Whether the places of all rows hold what they should, by the bytes of the stream; and rows
    /// come in the order of the file.
    pub(crate) fn check_places(&self, bytes: &[u8], holds: impl Fn(&Seen, &str) -> bool) {
        let mut last = 0;
        for row in &self.rows {
            let raw = &bytes[row.place.start as usize..row.place.end as usize];
            let raw = std::str::from_utf8(raw).expect("whole characters");
            assert!(holds(row, raw), "{raw:?} is not {:?}", row.parts);
            assert!(row.place.start >= last, "{raw:?} stands before the row before");
            last = row.place.start;
        }
    }
}

/// A folder of the shared data, where it is at hand.
pub(crate) fn shared(part: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("DARYN_SHARED").map_or(beside, PathBuf::from);
    let folder = shared.join("data").join(part);
    if folder.exists() {
        return Some(folder);
    }
    eprintln!("SKIPPED: {} is not there", folder.display());
    None
}

/// Changes and cuts bytes: a reader must end and not panic whatever comes.
pub(crate) fn mutations(bytes: &[u8], seed: u64, read: impl Fn(Vec<u8>)) {
    let mut state = seed | 1;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for _ in 0..60 {
        let mut changed = bytes.to_vec();
        for _ in 0..=next() % 4 {
            if changed.is_empty() {
                break;
            }
            let place = next() as usize % changed.len();
            match next() % 5 {
                0 => changed.truncate(place),
                1 => changed[place] = next() as u8,
                2 => changed[place] = b"{}[]\",:;\n\0 0-"[next() as usize % 13],
                3 => {
                    let piece: Vec<u8> = changed[place..].iter().take(30).copied().collect();
                    changed.splice(place..place, piece);
                }
                _ => {
                    let end = (place + next() as usize % 20).min(changed.len());
                    changed.drain(place..end);
                }
            }
        }
        read(changed);
    }
}
