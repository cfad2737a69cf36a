//! Wordscores and wordfish.

use daryn_estimate::scaling::wordfish::{Options, wordfish};
use daryn_estimate::scaling::wordscores::{Rescaling, Wordscores};

use super::lbg::{KNOWN, table};
use super::{Relation, Row};

const DATA: &str = "Laver, Benoit & Garry 2003, figure 1";
const DESIGN: &str = "independent program, 2026-11-23";

pub(super) fn rows() -> Vec<Row> {
    let table = table();
    let words = Wordscores::new(&table, &KNOWN).expect("scores");
    let positions = words.positions(&table).expect("positions");
    let raw: Vec<f64> = positions.iter().map(|position| position.score).collect();
    let known: Vec<f64> = KNOWN.iter().flatten().copied().collect();
    let references: Vec<(f64, f64)> = raw.iter().copied().zip(known.iter().copied()).collect();
    let mv = Rescaling::martin_vanberg(&references).expect("defined").apply(raw[5]);
    let lbg = Rescaling::lbg(&raw, &known).expect("defined").apply(raw[5]);
    let word = |name: char| words.scores[(name as u8 - b'A') as usize].expect("a score");
    let row = |quantity: &str, source: &str, published: &str, computed: f64| {
        Row::new(quantity, DATA, source, published, computed)
    };
    let paper = "paper";
    let quanteda = "quanteda.textmodels 0.9";
    let mut rows = vec![
        row("wordscores V1", paper, "-0.45", raw[5]),
        row("wordscores V1", DESIGN, "-0.4480590766", raw[5]),
        row("wordscores V1", quanteda, "-0.4480591", raw[5]),
        row("standard error of V1", paper, "0.0119", positions[5].se),
        row("standard error of V1", DESIGN, "0.0118976668", positions[5].se),
        row("standard error of V1", quanteda, "0.01189767", positions[5].se),
        row("wordscores R1", DESIGN, "-1.317931", raw[0]),
        row("wordscores R2", DESIGN, "-0.739560", raw[1]),
        row("wordscores R3", DESIGN, "0", raw[2]),
        row("score of the word O", DESIGN, "-0.6194", word('O')),
        row("score of the word P", DESIGN, "-0.4508", word('P')),
        row("score of the word Q", DESIGN, "-0.2992", word('Q')),
        row("V1, rescaled (Martin & Vanberg)", DESIGN, "-0.509957", mv),
        row("V1, rescaled (LBG, over all six)", DESIGN, "-0.529671", lbg),
        row("V1, rescaled (LBG, over all six)", "quanteda tests", "-0.53", lbg),
    ];
    let fish = wordfish(&table, &Options::new((0, 4))).expect("positions");
    let mut objective = row("wordfish, objective", DESIGN, "21183.20", fish.objective);
    objective.relation = Relation::AtLeast;
    rows.push(objective);
    let optimum = ["-1.357256", "-0.612158", "0.094455", "0.736142", "1.459307", "-0.320491"];
    for (document, (published, theta)) in
        ["R1", "R2", "R3", "R4", "R5", "V1"].iter().zip(optimum.iter().zip(&fish.theta))
    {
        rows.push(row(&format!("wordfish {document}"), DESIGN, published, *theta));
    }
    rows
}
