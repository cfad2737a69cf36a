//! Two hundred planted changes of one character, each in a place chosen by a fixed seed, none of
//! which `daryn verify` may overlook.

use std::fs;
use std::path::{Path, PathBuf};

use crate::sample::{Sample, daryn};

/// SplitMix64 (Steele, Lea & Flood 2014): a fixed sequence for choosing places.
struct Places(u64);

impl Places {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

#[test]
fn verify_catches_each_of_two_hundred_planted_changes() {
    // Two studies side by side use both cores; each plants its own hundred.
    std::thread::scope(|threads| {
        for seed in [1, 2] {
            threads.spawn(move || plant(seed, 100));
        }
    });
}

fn plant(seed: u64, changes: usize) {
    let sample = Sample::with_report();
    daryn(&sample.dir, &["verify"]).ends(0);
    let files: Vec<PathBuf> = sample
        .files()
        .into_keys()
        .filter(|name| !name.ends_with(".xlsx"))
        .map(|name| sample.dir.join(name))
        .filter(|path| fs::metadata(path).is_ok_and(|meta| meta.len() > 0))
        .collect();
    let kinds = ["html", "json", "csv", "toml", "lock"];
    for kind in kinds {
        let there = files.iter().any(|path| path.extension().is_some_and(|found| found == kind));
        assert!(there, "no file of kind {kind}");
    }
    let mut places = Places(seed);
    for change in 0..changes {
        // Every file has the same chance, so that small ones are not forgotten.
        let path = &files[places.below(files.len())];
        let original = fs::read(path).expect("read");
        let changed = change_a_character(&original, &mut places);
        fs::write(path, changed).expect("written");
        let ran = daryn(&sample.dir, &["verify"]);
        assert_eq!(ran.code, Some(1), "change {change} of {} was overlooked", path.display());
        let told = ran.out + &ran.err;
        assert!(told.contains(&name_of(path)), "{} is not named: {told}", path.display());
        fs::write(path, original).expect("written");
    }
    daryn(&sample.dir, &["verify"]).ends(0);
}

/// The text with one character replaced by another of the same sort, so that it still looks right.
fn change_a_character(bytes: &[u8], places: &mut Places) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let letters: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
    let (at, old) = letters[places.below(letters.len())];
    let new = match old {
        '0'..='8' => char::from(old as u8 + 1),
        '9' => '0',
        'a' => 'b',
        _ if old.is_ascii() => 'a',
        'а' => 'о',
        _ => 'а',
    };
    let mut changed = text[..at].to_owned();
    changed.push(new);
    changed.push_str(&text[at + old.len_utf8()..]);
    changed.into_bytes()
}

fn name_of(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}
