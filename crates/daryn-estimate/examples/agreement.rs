//! Alpha and its bootstrap on invented ratings, for `benches/agreement.py`.
//!
//!     cargo run --release -p daryn-estimate --example agreement -- METRIC CODERS UNITS CATEGORIES REPEATS TIMES
//!
//! The ratings are made in memory, then alpha and its interval are computed TIMES times: the CPU
//! seconds of a run less those of one with TIMES 0 are those of the computation. With `--csv` as
//! last argument the ratings are printed instead.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::{self, Write};

use daryn_estimate::agreement::{Bootstrap, Metric, Ratings, alpha, bootstrap};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|word| word.parse::<u32>().ok());
    let metric = match arguments.first().map(String::as_str) {
        Some("nominal") => Metric::Nominal,
        Some("ordinal") => Metric::Ordinal,
        Some("interval") => Metric::Interval,
        Some("ratio") => Metric::Ratio,
        _ => return Err(io::Error::other("METRIC CODERS UNITS CATEGORIES REPEATS TIMES")),
    };
    let [Some(coders), Some(units), Some(categories), Some(repeats)] = [1, 2, 3, 4].map(number)
    else {
        return Err(io::Error::other("METRIC CODERS UNITS CATEGORIES REPEATS TIMES"));
    };
    let cells = invented(coders, units, categories);
    if arguments.last().is_some_and(|word| word == "--csv") {
        let mut out = io::BufWriter::new(io::stdout().lock());
        writeln!(out, "unit,coder,value")?;
        for (at, cell) in cells.iter().enumerate() {
            let (unit, coder) = (at / coders as usize, at % coders as usize);
            let value = cell.map_or(String::new(), |value| value.to_string());
            writeln!(out, "u{unit},c{coder},{value}")?;
        }
        return out.flush();
    }
    let ratings = Ratings::of_numbers(coders as usize, &cells).map_err(io::Error::other)?;
    for _ in 0..number(5).unwrap_or(1) {
        let found = alpha(&ratings, metric);
        let asked = Bootstrap { repeats, seed: 1, level: 0.95 };
        println!("{found:?} {:?}", bootstrap(&ratings, metric, asked));
    }
    Ok(())
}

/// Coders who give the category of the unit three times of four, any one otherwise, and now and
/// then none.
fn invented(coders: u32, units: u32, categories: u32) -> Vec<Option<f64>> {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut below = |bound: u32| random.next_u32() % bound;
    let mut cells = Vec::with_capacity(coders as usize * units as usize);
    for _ in 0..units {
        let right = below(categories);
        for _ in 0..coders {
            let value = if below(4) > 0 { right } else { below(categories) };
            cells.push((below(50) > 0).then(|| f64::from(value + 1)));
        }
    }
    cells
}
