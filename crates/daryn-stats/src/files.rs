//! Several files as one table, with a column that tells which file a row is of.

use daryn_model::Diagnostic;

use crate::format::Format;
use crate::input::Input;
use crate::read::{self, Options};
use crate::row::{Components, Mark, Place, Role, Row};
use crate::services::{self, taldau};
use crate::sink::{DataSet, Item, Label, Sink, Stop, Stream, Told};
use crate::source::Source;

/// Files that are read one after another into one table.
#[derive(Debug, Clone)]
pub struct Files {
    inputs: Vec<Input>,
}

/// The column that holds the name of the file.
const FILE: &str = "daryn_file";

impl Files {
    /// Takes files in the order in which their rows are to come.
    ///
    /// # Errors
    /// `stats-several-structures` for each structure message among several files: their codes are a
    /// table of their own.
    pub fn new(inputs: Vec<Input>) -> Result<Files, Vec<Diagnostic>> {
        let is_structure = |input: &&Input| {
            let format = input.tell();
            format.is_ok_and(|format| {
                matches!(format, Format::SdmxMl21Structure | Format::SdmxMl30Structure)
            })
        };
        let structures = inputs.iter().filter(|_| inputs.len() > 1).filter(is_structure);
        let problems: Vec<Diagnostic> = structures.map(alone).collect();
        if problems.is_empty() { Ok(Files { inputs }) } else { Err(problems) }
    }

    /// The name of the first file.
    pub fn name(&self) -> &str {
        self.inputs.first().map_or("", Input::name)
    }

    /// Reads all files. A single one is read as it is. Answers of Taldau are read together: what
    /// one says of dimensions and dates holds for the others. A file that cannot be read is told,
    /// and the others are read all the same.
    pub fn read(&self, options: &Options<'_>, sink: &mut dyn Sink) -> Told {
        if let [input] = self.inputs.as_slice() {
            return input.read(options, sink);
        }
        let mut joined = Joined::new(&self.inputs, sink);
        if let Some(sources) = self.taldau().filter(|_| options.mapping.is_none()) {
            joined.is_one_by_stream = true;
            let own = services::Options { language: options.language.to_owned() };
            return read::never_silent(self.name(), &mut joined, |sink| {
                taldau::read_table(&sources, &own, sink)
            });
        }
        let mut told = Told::default();
        for (number, input) in self.inputs.iter().enumerate() {
            joined.begin(number);
            joined.has_items = false;
            told.problems.extend(input.read(options, &mut joined).problems);
            if joined.has_items {
                told.problems.push(alone(input));
            }
            if joined.has_stopped {
                break;
            }
        }
        told
    }

    /// The file in which a stream stands.
    pub fn file(&self, stream: &Stream) -> Source {
        match self.inputs.get(stream.input as usize) {
            Some(input) => input.file(stream),
            None => Source::bytes("", Vec::new()),
        }
    }

    /// All files, where each is an answer of Taldau.
    fn taldau(&self) -> Option<Vec<Source>> {
        let source = |input: &Input| {
            let is_taldau = input.tell().is_ok_and(|format| format == Format::TaldauJson);
            is_taldau.then(|| input.file(&Stream::default()))
        };
        self.inputs.iter().map(source).collect()
    }
}

/// The problem with codes among other files.
fn alone(input: &Input) -> Diagnostic {
    Diagnostic::error("stats-several-structures", input.name(), 0)
}

/// Gives the rows of several files as if they were of one.
struct Joined<'a> {
    inputs: &'a [Input],
    sink: &'a mut dyn Sink,
    components: Components,
    /// The number of a component by that which it has in the file.
    numbers: Vec<Option<u32>>,
    row: Row,
    /// The file that is read.
    input: usize,
    /// Streams and data sets of the files before, and of this one.
    before: (u32, u32),
    own: (u32, u32),
    /// Whether each stream is the next file.
    is_one_by_stream: bool,
    has_stopped: bool,
    /// Whether there are codes: their places have no stream, so that they are not given.
    has_items: bool,
}

impl<'a> Joined<'a> {
    fn new(inputs: &'a [Input], sink: &'a mut dyn Sink) -> Joined<'a> {
        Joined {
            inputs,
            sink,
            components: Components::default(),
            numbers: Vec::new(),
            row: Row::default(),
            input: 0,
            before: (0, 0),
            own: (0, 0),
            is_one_by_stream: false,
            has_stopped: false,
            has_items: false,
        }
    }

    fn begin(&mut self, input: usize) {
        self.input = input;
        self.numbers.clear();
        self.before = (self.before.0 + self.own.0, self.before.1 + self.own.1);
        self.own = (0, 0);
    }
}

impl Sink for Joined<'_> {
    fn wants_only_components(&self) -> bool {
        self.sink.wants_only_components()
    }

    fn stream(&mut self, stream: &Stream) {
        let (input, number) = match self.is_one_by_stream {
            true => (self.own.0, 0),
            false => (u32::try_from(self.input).unwrap_or(u32::MAX), self.own.0),
        };
        self.own.0 += 1;
        self.sink.stream(&Stream { input, number: Some(number), ..stream.clone() });
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.own.1 += 1;
        self.sink.data_set(data_set);
    }

    fn label(&mut self, label: &Label<'_>) {
        self.sink.label(label);
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        if self.own.0 == 0 {
            self.stream(&Stream::default());
        }
        if self.own.1 == 0 {
            // Rows of a file without a data set are not of the one before.
            self.data_set(&DataSet::default());
        }
        self.row.back_to(Mark::default());
        let stream = row.place.stream;
        let input = if self.is_one_by_stream { stream as usize } else { self.input };
        for (part, value) in row.parts() {
            let at = part.component as usize;
            if self.numbers.len() <= at {
                self.numbers.resize(at + 1, None);
            }
            let number = match self.numbers[at] {
                Some(number) => number,
                None => {
                    let number = self.components.number(components.name(part.component));
                    self.numbers[at] = Some(number);
                    number
                }
            };
            self.row.push_text(number, part.role, row.language(part), value);
        }
        let name = self.inputs.get(input).map_or("", Input::name);
        let number = self.components.number(FILE);
        self.row.push(number, Role::Extra, name);
        self.row.action = row.action;
        self.row.place = Place { stream: self.before.0 + stream, ..row.place };
        self.row.data_set = self.before.1 + row.data_set;
        self.row.annotations.clone_from(&row.annotations);
        let taken = self.sink.row(&self.row, &self.components);
        self.has_stopped = taken.is_err();
        taken
    }

    fn item(&mut self, _item: &Item) -> Result<(), Stop> {
        self.has_items = true;
        Ok(())
    }
}
