//! How often measures of two editions are paired rightly, held against two readings of a sample.
//!
//! The texts are not part of the project: they are looked for in `../shared` beside it, or where
//! `DARYN_SHARED` says. Where they are absent the test says so. `DARYN_UPDATE=1` writes the table.

use std::io::Write as _;

use daryn_measures::bodies::Bodies;
use daryn_measures::extract;
use daryn_measures::matching::{Side, matched};
use daryn_measures::measure::Measure;
use daryn_read::Document;

mod real;

use real::{folder, root};

/// A measure of the old edition, and what each reader took for the same one in the new edition.
struct Read {
    old: (usize, usize),
    new: [Option<(usize, usize)>; 2],
}

/// What is read of the table, with the files that it is about.
struct Sample {
    files: [String; 2],
    digests: [String; 2],
    rows: Vec<Read>,
}

fn sample() -> Sample {
    let path = root().join("codebooks/measures.pairs.csv");
    let mut reader = csv::Reader::from_path(path).expect("readings");
    let mut sample =
        Sample { files: Default::default(), digests: Default::default(), rows: vec![] };
    for row in reader.records() {
        let row = row.expect("a row");
        let number = |at: usize| row[at].parse::<usize>().expect("a number");
        let place = |at: usize| {
            let (start, end) = row[at].split_once('-')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        };
        sample.files = [row[0].to_owned(), row[4].to_owned()];
        sample.digests = [row[1].to_owned(), row[5].to_owned()];
        sample.rows.push(Read { old: (number(2), number(3)), new: [place(6), place(7)] });
    }
    sample
}

/// Pairs that agree with readings, and those that do not.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    right: usize,
    /// Paired, and no reader took it for the same one.
    wrong: usize,
    /// The same one by the readings, and not paired with it.
    missed: usize,
    /// Without a partner, and rightly so.
    alone: usize,
}

impl Counts {
    fn add(&mut self, given: Option<(usize, usize)>, read: Option<(usize, usize)>) {
        match (given, read) {
            (None, None) => self.alone += 1,
            (Some(given), Some(read)) if given == read => self.right += 1,
            _ => {
                self.wrong += usize::from(given.is_some());
                self.missed += usize::from(read.is_some());
            }
        }
    }

    fn row(self, against: &str, rows: usize) -> String {
        let Counts { right, wrong, missed, alone } = self;
        let share = |of: usize| match of {
            0 => String::new(),
            of => format!("{:.3}", right as f64 / of as f64),
        };
        let f1 = match 2 * right + wrong + missed {
            0 => String::new(),
            of => format!("{:.3}", 2.0 * right as f64 / of as f64),
        };
        let (precision, recall) = (share(right + wrong), share(right + missed));
        format!("{against},{rows},{right},{wrong},{missed},{alone},{precision},{recall},{f1}\n")
    }
}

fn place(measure: &Measure) -> (usize, usize) {
    (measure.sentence.first, measure.sentence.last)
}

#[test]
fn pairs_are_those_of_the_readings_as_often_as_is_told() {
    let Some(folder) = folder() else {
        // Straight to the terminal, since the harness keeps what a passing test prints.
        let _ = writeln!(std::io::stderr(), "skipped: no shared/data/documents beside the project");
        return;
    };
    let sample = sample();
    let documents: Vec<Document> = sample
        .files
        .iter()
        .zip(&sample.digests)
        .map(|(file, digest)| {
            let document =
                daryn_read::read(&std::fs::read(folder.join(file)).expect("a text"), file);
            assert_eq!(*digest, document.sha256, "{file}: other bytes were read");
            document
        })
        .collect();
    let measures: Vec<Vec<Measure>> = documents.iter().map(extract).collect();
    let side = |at: usize| Side { text: &documents[at].text, measures: &measures[at] };
    let pairs = matched(side(0), side(1), &Bodies::new(Vec::new()));
    let given = |old: (usize, usize)| {
        let pair = pairs.iter().find(|it| it.old.is_some_and(|at| place(&measures[0][at]) == old));
        pair.and_then(|it| it.new).map(|at| place(&measures[1][at]))
    };
    let mut text =
        "against,measures,right,wrong,missed,rightly_alone,precision,recall,f1\n".to_owned();
    let mut all = Counts::default();
    for (at, name) in ["reading 1", "reading 2"].iter().enumerate() {
        let mut counts = Counts::default();
        sample.rows.iter().for_each(|row| counts.add(given(row.old), row.new[at]));
        text.push_str(&counts.row(name, sample.rows.len()));
        all = counts;
    }
    let mut readings = Counts::default();
    sample.rows.iter().for_each(|row| readings.add(row.new[1], row.new[0]));
    text.push_str(&readings.row("reading 1 by reading 2", sample.rows.len()));
    let path = root().join("codebooks/measures.measured-pairs.csv");
    if std::env::var_os("DARYN_UPDATE").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).expect("a table");
    assert_eq!(kept, text, "DARYN_UPDATE=1 writes it anew");
    // One in ten would be too many to speak of lives.
    assert!(all.right * 10 >= (all.right + all.wrong) * 9, "{all:?}");
    assert!(all.right * 10 >= (all.right + all.missed) * 9, "{all:?}");
}
