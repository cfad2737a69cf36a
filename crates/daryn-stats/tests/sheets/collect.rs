//! Takes what a reader gives, for tests.

use std::collections::BTreeMap;
use std::io::Read;

use daryn_stats::{Components, DataSet, Label, Role, Row, Sink, Source, Stop, Stream};

/// An observation with names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Observation {
    pub(crate) parts: Vec<(String, Role, String)>,
    pub(crate) stream: usize,
    pub(crate) start: u64,
    pub(crate) end: u64,
    pub(crate) cell: Option<(u32, u32)>,
    pub(crate) data_set: u32,
}

impl Observation {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.parts.iter().find(|part| part.0 == name).map_or("", |part| part.2.as_str())
    }

    /// The parts of the key and the value, in their order.
    pub(crate) fn key(&self) -> String {
        let is_key = |role| matches!(role, Role::Dimension | Role::Period | Role::Measure);
        let parts = self.parts.iter().filter(|part| is_key(part.1));
        parts.map(|part| part.2.as_str()).collect::<Vec<_>>().join(" | ")
    }
}

#[derive(Debug, Default)]
pub(crate) struct Collect {
    pub(crate) streams: Vec<Stream>,
    pub(crate) data_sets: Vec<DataSet>,
    pub(crate) labels: Vec<(String, Option<String>, String, String)>,
    pub(crate) rows: Vec<Observation>,
    pub(crate) most: Option<usize>,
}

impl Sink for Collect {
    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
    }

    fn label(&mut self, label: &Label<'_>) {
        self.labels.push((
            label.component.to_owned(),
            label.code.map(str::to_owned),
            label.language.to_owned(),
            label.text.to_owned(),
        ));
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        let parts = row.parts().map(|(part, value)| {
            (components.name(part.component).to_owned(), part.role, value.to_owned())
        });
        self.rows.push(Observation {
            parts: parts.collect(),
            stream: row.place.stream as usize,
            start: row.place.start,
            end: row.place.end,
            cell: row.place.cell,
            data_set: row.data_set,
        });
        match self.most {
            Some(most) if self.rows.len() >= most => Err(Stop),
            _ => Ok(()),
        }
    }
}

impl Collect {
    pub(crate) fn keys(&self) -> Vec<String> {
        self.rows.iter().map(Observation::key).collect()
    }

    /// The raw text of each observation, cut out of the unpacked streams.
    pub(crate) fn raw(&self, source: &Source) -> Vec<String> {
        let mut parts: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        let mut all = Vec::new();
        for row in &self.rows {
            let bytes = parts.entry(row.stream).or_insert_with(|| {
                let mut bytes = Vec::new();
                let part = &self.streams[row.stream].part;
                if part.is_empty() {
                    source.stream().expect("opened").read_to_end(&mut bytes).expect("read");
                } else {
                    let mut zip = zip::ZipArchive::new(source.raw().expect("opened")).expect("zip");
                    zip.by_name(part).expect("a part").read_to_end(&mut bytes).expect("read");
                }
                bytes
            });
            let raw = &bytes[row.start as usize..row.end as usize];
            all.push(String::from_utf8_lossy(raw).into_owned());
        }
        all
    }
}

/// A file of the shared folder; `None`, and it is said, where it is not there.
pub(crate) fn shared(path: &str) -> Option<std::path::PathBuf> {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("DARYN_SHARED").map_or(beside, Into::into);
    let file = root.join(path);
    if !file.exists() {
        eprintln!("SKIPPED: {} is not there", file.display());
        return None;
    }
    Some(file)
}
