//! Agreement on spans of text: a table of document, coder, start, end and code.

use std::collections::BTreeMap;

use daryn_estimate::agreement::Quantity;
use daryn_estimate::agreement::spans::{
    CodeOverlap, Overlap, Span, SpanAgreement, Spans, agreement,
};
use daryn_model::{Arg, Diagnostic};
use daryn_report::Speaker;
use serde_json::{Value, json};

use super::input::Sheet;
use super::table::{Row, Told};
use super::told::{Object, Rows, columns, number, number_or_dash, reason};
use crate::stop::Stop;

/// Reads a table and computes agreement; `None` where problems tell why not.
pub(super) fn found(
    file: &str,
    text: &str,
    length: Option<u64>,
    problems: &mut Vec<Diagnostic>,
) -> Result<Option<Found>, Stop> {
    let Some(read) = Read::of(file, text, length, problems) else { return Ok(None) };
    let given = Spans {
        lengths: read.lengths,
        coders: read.coders.len(),
        codes: read.codes.len(),
        spans: read.spans,
        read: read.read,
    };
    // Each span was looked at when it was read.
    let found = agreement(&given).map_err(|bad| Stop::Internal(format!("{bad:?}")))?;
    Ok(Some(Found {
        found,
        characters: given.lengths.iter().sum(),
        documents: read.documents,
        coders: read.coders,
        codes: read.codes,
    }))
}

/// What stands in the table.
struct Read {
    documents: Vec<String>,
    coders: Vec<String>,
    codes: Vec<String>,
    lengths: Vec<u64>,
    spans: Vec<Span>,
    read: Vec<(u32, u32)>,
}

/// A row with its line: document, coder, and start, end and code where there is a span.
type Line<'a> = (u32, &'a str, &'a str, Option<(u64, u64, &'a str)>);

impl Read {
    fn of(
        file: &str,
        text: &str,
        length: Option<u64>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Read> {
        const WANTED: [&str; 5] = ["document", "coder", "start", "end", "code"];
        let mut sheet = Sheet::begin(file, text, &WANTED, &["length"], problems)?;
        let mut rows: Vec<(u32, [String; 6])> = Vec::new();
        sheet.each(problems, |line, cells, _| {
            if let Ok(cells) = <[&str; 6]>::try_from(cells) {
                rows.push((line, cells.map(str::to_owned)));
            }
        });
        if rows.is_empty() && problems.is_empty() {
            problems.push(Diagnostic::error("agree-empty", file, 0));
        }
        // Documents and coders in the order in which they come, codes in the order of texts.
        let (mut documents, mut coders) = (Names::default(), Names::default());
        let mut lengths: BTreeMap<u32, (u64, u32)> = BTreeMap::new();
        let mut lines: Vec<Line<'_>> = Vec::new();
        for (line, cells) in &rows {
            let [document, coder, start, end, code, own_length] = cells.each_ref();
            if let Some(column) = [("document", document), ("coder", coder)]
                .iter()
                .find_map(|(column, cell)| cell.is_empty().then_some(*column))
            {
                problems
                    .push(Diagnostic::error("agree-no-name", file, *line).with("column", column));
                continue;
            }
            let place = documents.number(document);
            coders.number(coder);
            if let Some(told) = whole(own_length, ("length", file, *line), problems) {
                match lengths.get(&place) {
                    Some((other, first)) if *other != told => problems.push(
                        Diagnostic::error("agree-two-lengths", file, *line)
                            .with("document", document)
                            .with("first", first)
                            .with("length", told)
                            .with("other", other),
                    ),
                    _ => {
                        lengths.entry(place).or_insert((told, *line));
                    }
                }
            }
            if [start, end, code].iter().all(|cell| cell.is_empty()) {
                lines.push((*line, document, coder, None));
                continue;
            }
            let lacking = [("start", start), ("end", end), ("code", code)]
                .iter()
                .find_map(|(column, cell)| cell.is_empty().then_some(*column));
            if let Some(column) = lacking {
                problems
                    .push(Diagnostic::error("agree-half-span", file, *line).with("column", column));
                continue;
            }
            let start = whole(start, ("start", file, *line), problems);
            let end = whole(end, ("end", file, *line), problems);
            if let (Some(start), Some(end)) = (start, end) {
                if start >= end {
                    let told = Diagnostic::error("agree-empty-span", file, *line);
                    problems.push(told.with("start", start).with("end", end));
                } else {
                    lines.push((*line, document, coder, Some((start, end, code))));
                }
            }
        }
        let lengths: Vec<Option<u64>> = (0..documents.0.len() as u32)
            .map(|document| lengths.get(&document).map(|(length, _)| *length).or(length))
            .collect();
        for (document, length) in documents.0.iter().zip(&lengths) {
            if length.is_none() {
                problems
                    .push(Diagnostic::error("agree-no-length", file, 0).with("document", document));
            }
        }
        let mut codes: Vec<String> =
            lines.iter().filter_map(|(.., span)| Some(span.as_ref()?.2.to_owned())).collect();
        codes.sort_unstable();
        codes.dedup();
        let (mut spans, mut read) = (Vec::new(), Vec::new());
        for (line, document, coder, span) in lines {
            let (document, coder) = (documents.number(document), coders.number(coder));
            read.push((document, coder));
            let Some((start, end, code)) = span else { continue };
            let code = codes.partition_point(|other| other.as_str() < code) as u32;
            if let Some(length) = lengths[document as usize].filter(|length| end > *length) {
                let told = Diagnostic::error("agree-span-outside", file, line);
                problems.push(told.with("end", end).with("length", length));
            }
            spans.push(Span { document, coder, start, end, code });
        }
        let lengths = lengths.into_iter().flatten().collect();
        problems.is_empty().then_some(Read {
            documents: documents.0,
            coders: coders.0,
            codes,
            lengths,
            spans,
            read,
        })
    }
}

/// A whole number, where the cell holds anything; what it holds instead is told.
fn whole(
    cell: &str,
    (column, file, line): (&str, &str, u32),
    problems: &mut Vec<Diagnostic>,
) -> Option<u64> {
    if cell.is_empty() {
        return None;
    }
    // Sums over characters and coders must have room.
    let number = cell.parse().ok().filter(|number: &u64| *number <= u64::from(u32::MAX));
    if number.is_none() {
        let told = Diagnostic::error("agree-not-whole", file, line);
        problems.push(told.with("column", column).with("value", cell));
    }
    number
}

/// Names in the order in which they came.
#[derive(Default)]
struct Names(Vec<String>, BTreeMap<String, u32>);

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.1.get(name) {
            return *number;
        }
        let number = self.0.len() as u32;
        self.0.push(name.to_owned());
        self.1.insert(name.to_owned(), number);
        number
    }
}

/// Agreement on the spans of a table.
pub(super) struct Found {
    found: SpanAgreement,
    characters: u64,
    documents: Vec<String>,
    coders: Vec<String>,
    codes: Vec<String>,
}

impl Found {
    fn coefficients(&self) -> [(&'static str, Quantity); 4] {
        let SpanAgreement { all, coded, labels, kappa, .. } = &self.found;
        [
            ("alpha_all", all.map(|alpha| alpha.alpha)),
            ("alpha_coded", coded.map(|alpha| alpha.alpha)),
            ("alpha_labels", labels.map(|alpha| alpha.alpha)),
            ("kappa", *kappa),
        ]
    }

    /// What must be known beside the numbers.
    fn notes(&self, speaker: &Speaker) -> Vec<(&'static str, String)> {
        let mut notes = Vec::new();
        if self.found.combined > 0 {
            let args = [("n", Arg::Count(self.found.combined as i64))];
            notes.push(("combined", speaker.say("agree-combined", &args)));
        }
        if let Some((coder, document)) = self.found.not_read.first() {
            let args = [
                ("n", Arg::Count(self.found.not_read.len() as i64)),
                ("coder", Arg::plain(&self.coders[*coder as usize])),
                ("document", Arg::plain(&self.documents[*document as usize])),
            ];
            notes.push(("not_read", speaker.say("agree-not-read", &args)));
        }
        notes
    }

    fn names(&self, overlap: &CodeOverlap) -> (&str, String) {
        let coder = |coder: u32| &self.coders[coder as usize];
        let pair = format!("{} – {}", coder(overlap.first), coder(overlap.second));
        (&self.codes[overlap.code as usize], pair)
    }
}

/// What two coders have, with the measures of it.
fn measures(overlap: &Overlap) -> [(&'static str, Quantity); 4] {
    [
        ("precision", overlap.precision()),
        ("recall", overlap.recall()),
        ("f1", overlap.f1()),
        ("iou", overlap.iou()),
    ]
}

impl Told for Found {
    fn json(&self, speaker: &Speaker) -> Value {
        let mut object = Object::new(speaker);
        for (name, quantity) in self.coefficients() {
            object.quantity(name, quantity);
        }
        object.value("documents", json!(self.documents.len()));
        object.value("coders", json!(self.coders.len()));
        object.value("characters", json!(self.characters));
        object.value("combined", json!(self.found.combined));
        let codes = self.found.codes.iter().map(|code| {
            let mut one = Object::new(speaker);
            one.value("code", json!(self.codes[code.code as usize]));
            one.value("characters", json!(code.characters));
            one.quantity("alpha", code.alpha);
            one.part()
        });
        object.value("codes", codes.collect());
        let overlaps = self.found.overlaps.iter().map(|overlap| {
            let counted = |of: &Overlap| {
                let mut one = Object::new(speaker);
                one.value("first", json!(of.first));
                one.value("second", json!(of.second));
                one.value("both", json!(of.both));
                measures(of).into_iter().for_each(|(name, it)| one.quantity(name, it));
                one.part()
            };
            json!({
                "code": self.codes[overlap.code as usize],
                "first": self.coders[overlap.first as usize],
                "second": self.coders[overlap.second as usize],
                "characters": counted(&overlap.characters),
                "segments": counted(&overlap.segments),
            })
        });
        object.value("overlaps", overlaps.collect());
        let not_read = self.found.not_read.iter().map(|(coder, document)| {
            json!({
                "coder": self.coders[*coder as usize],
                "document": self.documents[*document as usize],
            })
        });
        object.value("not_read", not_read.collect());
        self.notes(speaker).iter().for_each(|(name, note)| object.note(name, note));
        object.whole()
    }

    fn rows(&self, speaker: &Speaker) -> Vec<Row> {
        let mut rows = Rows { rows: Vec::new(), speaker };
        let all = ("all", "", "");
        for (name, quantity) in self.coefficients() {
            rows.quantity(all, name, quantity);
        }
        rows.count(all, "documents", self.documents.len() as u64);
        rows.count(all, "coders", self.coders.len() as u64);
        rows.count(all, "characters", self.characters);
        rows.count(all, "combined", self.found.combined);
        for code in &self.found.codes {
            let about = ("code", self.codes[code.code as usize].as_str(), "");
            rows.count(about, "characters", code.characters);
            rows.quantity(about, "alpha", code.alpha);
        }
        for overlap in &self.found.overlaps {
            let (code, pair) = self.names(overlap);
            for (part, of) in [("characters", &overlap.characters), ("segments", &overlap.segments)]
            {
                let about = (part, code, pair.as_str());
                rows.count(about, "first", of.first);
                rows.count(about, "second", of.second);
                rows.count(about, "both", of.both);
                measures(of).into_iter().for_each(|(name, it)| rows.quantity(about, name, it));
            }
        }
        rows.rows
    }

    fn lines(&self, speaker: &Speaker) -> Vec<String> {
        let mut lines = vec![
            speaker.say(
                "agree-span-data",
                &[
                    ("documents", Arg::Count(self.documents.len() as i64)),
                    ("coders", Arg::Count(self.coders.len() as i64)),
                    ("characters", Arg::Count(self.characters as i64)),
                ],
            ),
            String::new(),
        ];
        let named = self.coefficients().map(|(name, quantity)| {
            let told = match quantity {
                Ok(value) => number(value, speaker),
                Err(why) => format!("— {}", reason(why, speaker)),
            };
            (speaker.word(&format!("agree-span-{}", name.replace('_', "-"))), told)
        });
        let width = named.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, told) in named {
            lines.push(format!("{name}{}  {told}", " ".repeat(width - name.chars().count())));
        }
        let shown = |quantity| number_or_dash(quantity, speaker);
        let mut block = |title: &str, heads: &[&str], rows: &[Vec<String>]| {
            if !rows.is_empty() {
                let heads: Vec<_> = heads.iter().map(|head| speaker.word(head)).collect();
                lines.extend([String::new(), speaker.word(title)]);
                lines.extend(columns(&heads, rows));
            }
        };
        let codes = self.found.codes.iter().map(|code| {
            let characters = speaker.integer(code.characters as i64);
            vec![self.codes[code.code as usize].clone(), characters, shown(code.alpha)]
        });
        let heads = ["agree-code", "agree-characters", "agree-alpha"];
        block("agree-codes", &heads, &codes.collect::<Vec<_>>());
        let heads = [
            "agree-code",
            "agree-pair",
            "agree-precision",
            "agree-recall",
            "agree-f1",
            "agree-iou",
        ];
        for (title, of) in [
            ("agree-by-characters", (|it| it.characters) as fn(&CodeOverlap) -> Overlap),
            ("agree-by-segments", |it| it.segments),
        ] {
            let rows = self.found.overlaps.iter().map(|overlap| {
                let (code, pair) = self.names(overlap);
                let measures = measures(&of(overlap)).map(|(_, quantity)| shown(quantity));
                [vec![code.to_owned(), pair], measures.to_vec()].concat()
            });
            block(title, &heads, &rows.collect::<Vec<_>>());
        }
        for (_, note) in self.notes(speaker) {
            lines.extend([String::new(), note]);
        }
        lines
    }
}
