//! From the cells of a table to observations.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use daryn_model::Diagnostic;

use crate::number::{DecimalMark, Meaning, read};
use crate::row::{Components, Place, Role, Row};
use crate::sink::{DataSet, Sink};

use super::grid::{Area, Cell, Grid, Kind, Line, Piece, cell_name};
use super::layout::{Found, Head, Layout};
use super::leads::{Part, unflagged};
use super::mapping::{End, Leads, Skip, Table, plain};
use super::package::Flaw;

/// Merged ranges that are followed through a row.
const MOST_MERGED: usize = 1_000;

/// Takes observations of tables, one table after another.
pub(crate) struct Observer<'s> {
    pub(crate) file: String,
    /// File of the mapping, for what the mapping should be changed for.
    pub(crate) mapping: String,
    pub(crate) sink: &'s mut dyn Sink,
    pub(crate) components: Components,
    pub(crate) row: Row,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) data_sets: u32,
    /// Whether no more is wanted.
    pub(crate) has_stopped: bool,
    /// Tables whose beginning was found, by their lines in the mapping.
    pub(crate) begun: BTreeSet<u32>,
    pub(super) labels: BTreeSet<(String, String, String, String)>,
}

/// A table, found on a sheet.
pub(crate) struct OnSheet<'a> {
    pub(crate) table: &'a Table,
    pub(crate) layout: &'a Layout,
    pub(crate) merged: &'a [Area],
    pub(crate) fixed: &'a [Option<Found>],
    pub(crate) hidden_columns: &'a [std::ops::Range<u32>],
    pub(crate) sheet: &'a str,
    pub(crate) stream: u32,
    /// Whether the bytes of an observation are those of its line: a record with one value.
    pub(crate) is_record: bool,
}

/// What was counted of a kind, and the first cell of it.
#[derive(Debug, Default)]
struct Count {
    n: u64,
    first: String,
    text: String,
}

impl Count {
    fn add(&mut self, row: u32, column: u32, text: &str) {
        if self.n == 0 {
            self.first = cell_name(row, column);
            self.text = text.chars().take(60).collect();
        }
        self.n += 1;
    }
}

#[derive(Debug, Default)]
struct Counts {
    observations: u64,
    no_head: Count,
    no_value: Count,
    errors: Count,
    ambiguous: Count,
    texts: Count,
    hidden: Count,
    merged: Count,
}

/// What holds for the rows that come.
#[derive(Default)]
struct State {
    /// For each head column: what stood there last.
    heads: Vec<Head>,
    /// For each head column with levels: indent and text of what holds.
    levels: Vec<Vec<(u32, Head)>>,
    sections: Vec<String>,
    /// Merged ranges that reach the present row, with what stands in them.
    merged: Vec<(Area, Head)>,
    next_merged: usize,
    blank: u32,
    last: u32,
}

impl<'s> Observer<'s> {
    pub(crate) fn new(file: &str, mapping: &str, sink: &'s mut dyn Sink) -> Observer<'s> {
        Observer {
            file: file.to_owned(),
            mapping: mapping.to_owned(),
            sink,
            components: Components::default(),
            row: Row::default(),
            problems: Vec::new(),
            data_sets: 0,
            has_stopped: false,
            begun: BTreeSet::new(),
            labels: BTreeSet::new(),
        }
    }

    /// Reads a table.
    pub(crate) fn table(&mut self, grid: &dyn Grid, on: &OnSheet<'_>) -> Result<(), Flaw> {
        let table = on.table;
        self.sink.data_set(&DataSet {
            id: table.id.clone(),
            names: table.names.clone(),
            source: table.source.clone(),
            vintage: table.vintage.clone(),
            ..DataSet::default()
        });
        self.row.data_set = self.data_sets;
        self.data_sets += 1;
        let fixed = self.fixed(on);
        let mut columns: BTreeMap<u32, Option<Vec<Part>>> = BTreeMap::new();
        let (mut state, mut counts) = (State::default(), Counts::default());
        state.heads = vec![Head::default(); table.head_columns.len()];
        state.levels = vec![Vec::new(); table.head_columns.len()];
        state.sections = vec![String::new(); table.sections.len()];
        grid.walk(&mut |piece| {
            let Piece::Line(line) = piece else { return ControlFlow::Continue(()) };
            if line.row < on.layout.first {
                self.merged(on, &mut state, line);
                return ControlFlow::Continue(());
            }
            if line.row >= on.layout.end {
                return ControlFlow::Break(());
            }
            self.line(on, line, &fixed, &mut columns, &mut state, &mut counts)
        })?;
        self.tell(on, &counts);
        Ok(())
    }

    fn tell(&mut self, on: &OnSheet<'_>, counts: &Counts) {
        let (table, sheet) = (on.table, on.sheet);
        let whole = if sheet.is_empty() { &self.file } else { sheet };
        let mut warn = |code, count: &Count| {
            if count.n > 0 {
                self.problems.push(
                    Diagnostic::warning(code, &self.file, 0)
                        .with("table", &table.id)
                        .with("sheet", sheet)
                        .with("n", count.n)
                        .with("cell", in_sheet(sheet, &count.first))
                        .with("text", &count.text),
                );
            }
        };
        warn("stats-mapping-no-head", &counts.no_head);
        warn("stats-sheet-no-value", &counts.no_value);
        warn("stats-sheet-error-values", &counts.errors);
        warn("stats-mapping-ambiguous", &counts.ambiguous);
        warn("stats-mapping-text-values", &counts.texts);
        warn("stats-sheet-hidden-cells", &counts.hidden);
        warn("stats-mapping-merged-values", &counts.merged);
        if counts.observations == 0 && !self.has_stopped {
            let problem = Diagnostic::warning("stats-mapping-nothing", &self.mapping, table.line);
            self.problems.push(problem.with("table", &table.id).with("sheet", whole));
        }
    }

    /// Keeps what stands in merged ranges that reach further down.
    fn merged(&mut self, on: &OnSheet<'_>, state: &mut State, line: &Line) {
        state.merged.retain(|(area, _)| area.bottom >= line.row);
        while let Some(area) = on.merged.get(state.next_merged)
            && area.top <= line.row
        {
            state.next_merged += 1;
            if area.bottom >= line.row && state.merged.len() < MOST_MERGED {
                let first = line.cell(area.left).filter(|_| area.top == line.row);
                state.merged.push((*area, first.map(|cell| head(line, cell)).unwrap_or_default()));
            }
        }
    }

    fn line(
        &mut self,
        on: &OnSheet<'_>,
        line: &Line,
        fixed: &[Part],
        columns: &mut BTreeMap<u32, Option<Vec<Part>>>,
        state: &mut State,
        counts: &mut Counts,
    ) -> ControlFlow<()> {
        let (table, layout) = (on.table, on.layout);
        self.merged(on, state, line);
        let before = if state.last == 0 { layout.first - 1 } else { state.last };
        state.blank += line.row.saturating_sub(before).saturating_sub(1);
        state.last = line.row;
        let is_blank = line.is_blank();
        state.blank = if is_blank { state.blank + 1 } else { state.blank };
        match table.end {
            End::Blank(most) if state.blank >= most => return ControlFlow::Break(()),
            End::Rows(most) if line.row - layout.first >= most => return ControlFlow::Break(()),
            _ => {}
        }
        if is_blank {
            return ControlFlow::Continue(());
        }
        state.blank = 0;
        let is_skipped = table.skip.iter().any(|skip| match skip {
            Skip::Rows(words, column) => line.cells().iter().any(|cell| {
                let text = line.shown(cell);
                column.is_none_or(|own| own == cell.column)
                    && !text.trim().is_empty()
                    && words.fit(text)
            }),
            Skip::Columns(_) | Skip::Cells(_) | Skip::Blank(_) => false,
        });
        if is_skipped {
            return ControlFlow::Continue(());
        }
        let is_value = |cell: &&Cell| {
            let is_outside = |area: &Area| !area.holds(line.row, cell.column);
            let is_kept = |skip: &Skip| match skip {
                Skip::Cells(area) => is_outside(area),
                Skip::Rows(..) | Skip::Columns(_) | Skip::Blank(_) => true,
            };
            layout.is_data(cell.column)
                && (!line.shown(cell).trim().is_empty() || cell.kind == Kind::NoValue)
                && table.skip.iter().all(is_kept)
        };
        self.heads(on, line, state);
        if self.section(on, line, state, &is_value) {
            return ControlFlow::Continue(());
        }
        for cell in line.cells().iter().filter(|cell| layout.lacks_head(cell.column)) {
            let is_kept = |skip: &Skip| match skip {
                Skip::Cells(area) => !area.holds(line.row, cell.column),
                Skip::Rows(..) | Skip::Columns(_) | Skip::Blank(_) => true,
            };
            let literal = line.literal(cell);
            let is_number = matches!(read(literal, table.decimal_mark).meaning, Meaning::Number(_));
            if is_number && table.skip.iter().all(is_kept) {
                counts.no_head.add(line.row, cell.column, line.shown(cell));
            }
        }
        let values = || line.cells().iter().filter(is_value);
        let Some(first) = values().next() else { return ControlFlow::Continue(()) };
        let is_missing = |cell: &Cell| is_missing(table, line.literal(cell));
        let lacks =
            |column: &u32| line.cell(*column).is_none_or(|cell| line.shown(cell).trim().is_empty());
        if layout.needed.iter().any(lacks) && values().all(is_missing) {
            return ControlFlow::Continue(());
        }
        let mut parts = fixed.to_vec();
        for (at, (head, own)) in table.head_columns.iter().zip(&state.heads).enumerate() {
            match &head.leads {
                Leads::Levels(names) => {
                    let levels = state.levels.get(at).map(Vec::as_slice).unwrap_or_default();
                    for (name, (_, own)) in names.iter().zip(levels) {
                        let leads = Leads::To(name.clone());
                        self.lead(table, &leads, &head.language, own, &mut parts);
                    }
                    if levels.is_empty() && !head.optional {
                        counts.no_head.add(line.row, first.column, line.shown(first));
                        return ControlFlow::Continue(());
                    }
                }
                Leads::Labels(_) => {}
                leads => {
                    let is_there = !own.text.is_empty()
                        && self.lead(table, leads, &head.language, own, &mut parts).is_some();
                    if !is_there && !head.optional {
                        counts.no_head.add(line.row, first.column, line.shown(first));
                        return ControlFlow::Continue(());
                    }
                }
            }
        }
        self.row_labels(table, state, &parts);
        for (section, value) in table.sections.iter().zip(&state.sections) {
            if !value.is_empty() {
                let code = self.code(table, &section.component, value, "");
                parts.push(self.part(table, &section.component, code));
            }
        }
        for cell in values() {
            let heads = columns.entry(cell.column).or_insert_with(|| self.column(on, cell.column));
            let Some(heads) = heads else {
                counts.no_head.add(line.row, cell.column, line.shown(cell));
                continue;
            };
            if self.observation(on, line, cell, [&parts, heads], state, counts).is_break() {
                self.has_stopped = true;
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes the heads of a row.
    fn heads(&mut self, on: &OnSheet<'_>, line: &Line, state: &mut State) {
        for (at, (head_column, column)) in
            on.table.head_columns.iter().zip(&on.layout.head_columns).enumerate()
        {
            let cell = line.cell(*column);
            let mut own = cell.map(|cell| head(line, cell)).unwrap_or_default();
            if own.text.is_empty() {
                let held = state.merged.iter().find(|(area, _)| area.holds(line.row, *column));
                own = held.map(|(_, head)| head.clone()).unwrap_or_default();
            }
            if let Leads::Levels(_) = head_column.leads
                && !own.text.is_empty()
                && let Some(levels) = state.levels.get_mut(at)
            {
                let blanks = cell.map_or(0, |cell| {
                    let text = line.shown(cell);
                    let blanks = text.chars().take_while(|letter| letter.is_whitespace()).count();
                    // A step of the format is about three blanks wide.
                    cell.indent * 3 + u32::try_from(blanks).unwrap_or(0)
                });
                levels.retain(|(own, _)| *own < blanks);
                levels.push((blanks, own.clone()));
            }
            if (!own.text.is_empty() || !head_column.fill)
                && let Some(place) = state.heads.get_mut(at)
            {
                *place = own;
            }
        }
    }

    /// Whether a row is the head of those below it.
    fn section(
        &mut self,
        on: &OnSheet<'_>,
        line: &Line,
        state: &mut State,
        is_value: &dyn Fn(&&Cell) -> bool,
    ) -> bool {
        let mut is_section = false;
        for (at, (section, column)) in on.table.sections.iter().zip(&on.layout.sections).enumerate()
        {
            let Some(cell) = line.cell(*column) else { continue };
            let text = plain(line.shown(cell));
            let others = line.cells().iter().filter(|own| own.column != *column);
            if text.is_empty() || others.filter(is_value).count() > 0 {
                continue;
            }
            let fits = section.words.as_ref().is_none_or(|words| words.fit(&text));
            let in_data = on.layout.is_data(*column) && section.words.is_none();
            if fits && (!in_data || cell.kind == Kind::Text) {
                let (text, _) = unflagged(on.table, &text);
                if let Some(place) = state.sections.get_mut(at) {
                    *place = text.to_owned();
                }
                is_section = true;
            }
        }
        is_section
    }

    /// Tells names of codes that stand beside them in the row.
    fn row_labels(&mut self, table: &Table, state: &State, parts: &[Part]) {
        for (head, own) in table.head_columns.iter().zip(&state.heads) {
            if let Leads::Labels(component) = &head.leads
                && !own.text.is_empty()
                && let Some(number) = self.components.find(component)
                && let Some(part) = parts.iter().find(|part| part.component == number)
            {
                self.label(component, &part.value, &head.language, &own.text);
            }
        }
    }

    /// The parts of the heads of a column; `None` where one is lacking.
    fn column(&mut self, on: &OnSheet<'_>, column: u32) -> Option<Vec<Part>> {
        let mut parts = Vec::new();
        for (head_row, heads) in on.table.head_rows.iter().zip(&on.layout.heads) {
            if let Leads::Labels(_) = head_row.leads {
                continue;
            }
            let made = heads.get(&column).and_then(|head| {
                self.lead(on.table, &head_row.leads, &head_row.language, head, &mut parts)
            });
            if made.is_none() && !head_row.optional {
                return None;
            }
        }
        for (head_row, heads) in on.table.head_rows.iter().zip(&on.layout.heads) {
            if let Leads::Labels(component) = &head_row.leads
                && let Some(head) = heads.get(&column)
                && let Some(number) = self.components.find(component)
                && let Some(part) = parts.iter().find(|part| part.component == number)
            {
                self.label(component, &part.value, &head_row.language, &head.text);
            }
        }
        Some(parts)
    }

    fn observation(
        &mut self,
        on: &OnSheet<'_>,
        line: &Line,
        cell: &Cell,
        parts: [&[Part]; 2],
        state: &State,
        counts: &mut Counts,
    ) -> ControlFlow<()> {
        let table = on.table;
        let (at, literal) = ((line.row, cell.column), line.literal(cell));
        if cell.kind == Kind::NoValue {
            counts.no_value.add(at.0, at.1, "");
            return ControlFlow::Continue(());
        }
        let is_text = cell.kind == Kind::Text;
        let (body, flag) = if is_text { unflagged(table, literal) } else { (literal, None) };
        self.row.back_to(crate::row::Mark::default());
        self.row.place = Place {
            stream: on.stream,
            start: if on.is_record { line.start } else { cell.start },
            end: if on.is_record { line.end } else { cell.end },
            cell: Some(at),
        };
        for part in parts.into_iter().flatten() {
            if !part.role.is_attribute() && part.role != Role::Extra {
                self.row.push(part.component, part.role, &part.value);
            }
        }
        self.row.push(self.components.number(&table.measure), Role::Measure, body);
        for part in parts.into_iter().flatten() {
            if part.role.is_attribute() || part.role == Role::Extra {
                self.row.push(part.component, part.role, &part.value);
            }
        }
        let mut say = |name: &str, role, value: &str| {
            self.row.push(self.components.number(name), role, value);
        };
        if let Some(flag) = flag {
            say("OBS_STATUS", Role::ObservationAttribute, &flag);
        }
        let note = line.note(cell);
        if !note.is_empty() {
            let said = table.flags.iter().find(|(mark, _)| mark == note);
            match said {
                Some((_, meaning)) => say("OBS_STATUS", Role::ObservationAttribute, meaning),
                None => say("NOTE", Role::ObservationAttribute, note),
            }
        }
        let shown = line.shown(cell);
        let mark = if is_text { table.decimal_mark } else { Some(DecimalMark::Point) };
        let meaning = read(body, mark).meaning;
        let missing = table.missing.iter().find(|(mark, _)| *mark == plain(body));
        match (missing, meaning) {
            (Some((_, why)), _) => {
                let why = if why.is_empty() { "said-missing" } else { why };
                say("OBS_MISSING", Role::ObservationAttribute, why);
            }
            (None, Meaning::Missing(reason)) => {
                say("OBS_MISSING", Role::ObservationAttribute, reason.name());
            }
            (None, Meaning::Number(number)) => {
                if number.literal != body {
                    say("NUMBER", Role::Extra, &number.literal);
                }
            }
            (None, Meaning::Ambiguous { .. }) => counts.ambiguous.add(at.0, at.1, body),
            (None, Meaning::Text) => counts.texts.add(at.0, at.1, body),
            (None, Meaning::Bound(..) | Meaning::Infinite { .. }) => {}
        }
        if shown != literal {
            say("SHOWN", Role::Extra, shown);
        }
        if cell.kind == Kind::Error {
            counts.errors.add(at.0, at.1, literal);
        }
        let is_hidden = |columns: &std::ops::Range<u32>| columns.contains(&cell.column);
        if line.is_hidden || on.hidden_columns.iter().any(is_hidden) {
            counts.hidden.add(at.0, at.1, literal);
        }
        // A value that is shown over several cells is that of the first; the others have none.
        if state.merged.iter().any(|(area, _)| area.holds(at.0, at.1)) {
            counts.merged.add(at.0, at.1, literal);
        }
        counts.observations += 1;
        match self.sink.row(&self.row, &self.components) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}

/// A cell as workbooks name it.
fn in_sheet(sheet: &str, cell: &str) -> String {
    if sheet.is_empty() { cell.to_owned() } else { format!("{sheet}!{cell}") }
}

fn head(line: &Line, cell: &Cell) -> Head {
    Head { text: plain(line.shown(cell)), note: line.note(cell).to_owned() }
}

/// Whether a value is a mark of what is missing.
fn is_missing(table: &Table, literal: &str) -> bool {
    table.missing.iter().any(|(mark, _)| *mark == plain(literal))
        || matches!(read(literal, None).meaning, Meaning::Missing(_))
}
