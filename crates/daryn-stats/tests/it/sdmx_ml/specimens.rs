//! The specimens of the technical working group and of public services.

use std::fs;
use std::path::{Path, PathBuf};

use super::tree::{rows, tree};
use super::{All, read};
use crate::shared::{files, folder};
use daryn_stats::{Role, Source, info};

/// Bytes of a specimen, unpacked.
fn bytes(path: &Path) -> Vec<u8> {
    use std::io::Read as _;
    let raw = fs::read(path).expect("a file");
    if path.extension().is_some_and(|end| end == "gz") {
        let mut all = Vec::new();
        flate2::read::MultiGzDecoder::new(raw.as_slice()).read_to_end(&mut all).expect("unpacked");
        return all;
    }
    raw
}

fn specimens() -> Option<Vec<PathBuf>> {
    let folder = folder("data/sdmx")?;
    let mut all = files(&folder, ".xml");
    all.extend(files(&folder, ".xml.gz"));
    assert_eq!(all.len(), 82, "specimens");
    Some(all)
}

#[test]
fn every_observation_of_every_specimen_is_given_with_its_values_and_its_bytes() {
    let Some(specimens) = specimens() else { return };
    let mut observations = 0;
    for path in &specimens {
        let raw = bytes(path);
        let expected = rows(&tree(&raw));
        let all = read(&Source::file(path), None);
        assert_eq!(all.rows.len(), expected.len(), "{}", path.display());
        for (row, expected) in all.rows.iter().zip(&expected) {
            assert_eq!(row.values(), expected.values, "{}", path.display());
            assert_eq!((row.place.start as usize, row.place.end as usize), expected.bytes);
            let slice = &raw[row.place.start as usize..row.place.end as usize];
            let slice = std::str::from_utf8(slice).expect("characters");
            assert!(slice.starts_with('<') && slice.ends_with('>'), "{slice}");
            let measure = row.parts.iter().find(|(_, role, ..)| *role == Role::Measure);
            assert_eq!(measure.map(|part| part.3.clone()), expected.literal);
            if let Some(literal) = &expected.literal {
                assert!(slice.contains(&format!("\"{literal}\"")), "{slice}");
            }
        }
        observations += expected.len();
        let is_wrong = all.problems.iter().any(|at| at.severity == daryn_model::Severity::Error);
        assert!(!is_wrong, "{}: {:?}", path.display(), all.problems);
    }
    assert_eq!(observations, 4709);
}

#[test]
fn no_read_changes_the_next() {
    let Some(specimens) = specimens() else { return };
    let all = |path: &PathBuf| read(&Source::file(path), None);
    let forward: Vec<All> = specimens.iter().map(all).collect();
    let backward: Vec<All> = specimens.iter().rev().map(all).collect();
    assert!(forward.iter().eq(backward.iter().rev()));
}

#[test]
fn counts_are_those_of_the_oracle() {
    let Some(folder) = folder("data/sdmx") else { return };
    let oracle = fs::read(folder.join("expected-counts.json")).expect("counts");
    let oracle: Vec<serde_json::Value> = serde_json::from_slice(&oracle).expect("JSON");
    let mut compared = 0;
    for expected in oracle.iter().rev().chain(&oracle) {
        let name = expected["file"].as_str().expect("a name");
        if !name.ends_with(".xml") {
            continue;
        }
        let info = info(&Source::file(&folder.join(name))).expect("readable");
        assert_eq!(expected["format"], info.format.name(), "{name}");
        let counts = expected["counts"].as_object().expect("counts");
        let counts =
            counts.iter().map(|(name, count)| (name.clone(), count.as_u64().expect("a count")));
        assert_eq!(info.counts, counts.collect(), "{name}");
        compared += 1;
    }
    assert_eq!(compared, 2 * 78);
}

#[test]
fn specimens_that_are_padded_bombed_or_cut_have_a_defined_end() {
    let Some(specimens) = specimens() else { return };
    for path in specimens {
        let raw = bytes(&path);
        if raw.len() > 60_000 {
            continue;
        }
        let name = path.display();
        let read = |bytes: &[u8]| read(&Source::bytes("a.xml", bytes), None);
        let whole = read(&raw);
        let padded = read(&[raw.as_slice(), &[0; 100_000]].concat());
        assert_eq!(padded, whole, "{name}");
        let (head, rest) = raw.split_at(tree(&raw).bytes.0);
        let bomb = b"<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        let bombed = read(&[head, bomb, rest].concat());
        assert_eq!(
            (super::codes(&bombed), bombed.rows.len()),
            (vec!["stats-xml-dtd"], 0),
            "{name}"
        );
        let end = rest.iter().position(|byte| *byte == b'>').expect("its end");
        let end = if rest[end - 1] == b'/' { end - 1 } else { end };
        let large = [b" a='".as_slice(), &vec![b'9'; 9 << 20], b"'"].concat();
        let large = read(&[head, &rest[..end], &large, &rest[end..]].concat());
        assert_eq!((super::codes(&large), large.rows.len()), (vec!["stats-xml-long"], 0), "{name}");
        for part in 1..8 {
            let cut = read(&raw[..raw.len() * part / 8]);
            let last = cut.problems.last().map(|problem| problem.code.as_str());
            assert_eq!(last, Some("stats-xml-cut"), "{name}");
            assert!(cut.rows.len() <= whole.rows.len());
            assert!(cut.rows.iter().zip(&whole.rows).all(|(one, other)| one == other));
        }
    }
}
