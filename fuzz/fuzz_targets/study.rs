//! Files of a study: tables, TOML, the lock file, pages that were saved.
#![no_main]

use daryn_model::Lang;
use daryn_model::records::{Document, Hypothesis, Measure, Observation};
use daryn_study::{downloads, folder, lock::Lock};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    let languages = &Lang::ALL;
    match first % 7 {
        0 => drop(folder::read_table::<Document>("a.csv", bytes, languages)),
        1 => drop(folder::read_table::<Measure>("a.csv", bytes, languages)),
        2 => drop(folder::read_table::<Observation>("a.csv", bytes, languages)),
        3 => drop(folder::read_entries::<Hypothesis>("a.toml", bytes, "hypothesis", &[], languages)),
        4 => drop(downloads::read("a.toml", bytes, languages)),
        5 => {
            let _ = Lock::parse(&String::from_utf8_lossy(bytes));
        }
        _ => drop(daryn_source::act::recognise(bytes)),
    }
});
