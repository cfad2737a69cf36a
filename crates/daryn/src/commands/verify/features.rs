//! Packages of features, made again from their texts where these are at hand.

use std::collections::BTreeMap;
use std::path::Path;

use daryn_compare::Package;
use daryn_measures::bodies::Bodies;
use daryn_model::Arg;
use daryn_report::pipeline::codings;
use daryn_study::folder::{self, FEATURES, Folder};
use daryn_study::{Digest, Disk, World};

use super::Differences;
use crate::commands::features;
use crate::commands::measures::matching;
use crate::output::Output;
use crate::stop::Stop;

/// What was done with the packages of a study.
#[derive(Default)]
pub(super) struct Checked {
    /// Packages that were made again.
    pub(super) made: Vec<String>,
    /// Packages that were taken as given, since not all of their texts are at hand.
    pub(super) given: Vec<String>,
}

impl Checked {
    /// Says in one line each which packages were made again and which taken as given.
    pub(super) fn tell(&self, output: &Output) {
        for (key, files) in
            [("verify-features-made", &self.made), ("verify-features-given", &self.given)]
        {
            if !files.is_empty() {
                let files = files.iter().map(|file| Arg::plain(file)).collect();
                output.say(key, &[("files", Arg::List(files))]);
            }
        }
    }
}

/// Texts by their digest and by their name.
struct Texts {
    all: Vec<(String, Vec<u8>)>,
    by_digest: BTreeMap<String, usize>,
}

impl Texts {
    /// Those of the study and of another folder.
    fn of(folder: &Folder, other: Option<&Path>) -> Result<Texts, Stop> {
        let own = folder
            .texts
            .iter()
            .filter_map(|name| Some((name.clone(), folder.files.get(name)?.clone())));
        let mut all: Vec<(String, Vec<u8>)> = own.collect();
        if let Some(other) = other {
            // A folder that is not there would pass as one that holds none of the texts.
            std::fs::read_dir(other).map_err(|error| Stop::unreadable(other, &error))?;
            let found = Disk.files(other).map_err(|error| Stop::unreadable(other, &error))?;
            for path in found {
                let name = path.strip_prefix(other).unwrap_or(&path);
                let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
                let name = parts.join("/");
                if folder::is_document(&name) {
                    let bytes =
                        Disk.read(&path).map_err(|error| Stop::unreadable(&path, &error))?;
                    all.push((name, bytes));
                }
            }
        }
        let digest = |(place, (_, bytes)): (usize, &(String, Vec<u8>))| {
            (Digest::of(bytes).as_str().to_owned(), place)
        };
        let by_digest = all.iter().enumerate().map(digest).collect();
        Ok(Texts { all, by_digest })
    }

    /// The text of an edition: the one with its bytes, else the one in a folder that is called like
    /// the package, under the name of the edition.
    fn find(&self, package: &str, file: &str, sha256: &str) -> Option<&[u8]> {
        let same = self.by_digest.get(sha256).copied();
        let ends = format!("{package}/{file}");
        let called = || {
            let is = |name: &str| name == ends || name.ends_with(&format!("/{ends}"));
            self.all.iter().position(|(name, _)| is(name))
        };
        same.or_else(called).map(|place| self.all[place].1.as_slice())
    }
}

/// Makes the packages again whose texts are at hand, and compares bytes.
pub(super) fn check(
    folder: &Folder,
    other: Option<&Path>,
    differences: &mut Differences<'_>,
) -> Result<Checked, Stop> {
    let mut checked = Checked::default();
    let texts = Texts::of(folder, other)?;
    if folder.packages.is_empty() {
        return Ok(checked);
    }
    let basis = codings::basis(folder, &mut Vec::new());
    for file in &folder.packages {
        // What is no package at all is told by the reading of the study.
        let Some(bytes) = folder.files.get(file) else { continue };
        let Ok(package) = Package::read(bytes) else { continue };
        let name = file.strip_prefix(&format!("{FEATURES}/")).unwrap_or(file);
        let name = name.strip_suffix(".json").unwrap_or(name);
        let found: Option<Vec<&[u8]>> = package
            .documents
            .iter()
            .map(|edition| texts.find(name, &edition.file, &edition.sha256))
            .collect();
        let rules = basis.as_ref().and_then(|it| Some((&it.codebook, it.rules.as_ref()?)));
        let (Some(found), Some((codebook, rules))) = (found, rules) else {
            checked.given.push(file.clone());
            continue;
        };
        let names: Vec<String> = package.documents.iter().map(|it| it.file.clone()).collect();
        let documents: Vec<_> =
            found.iter().zip(&names).map(|(bytes, name)| daryn_read::read(bytes, name)).collect();
        let by_bodies = package.measures.as_ref().is_some_and(|it| it.bodies);
        let bodies = by_bodies.then(|| bodies(folder));
        // What people read is in no text: it is taken as given.
        let readings = package.documents.iter().map(|it| it.readings.clone()).collect();
        let made =
            features::package(&names, &documents, codebook, rules, bodies.as_ref(), readings);
        let text = made.to_json();
        if text.as_bytes() == bytes.as_slice() {
            checked.made.push(file.clone());
            continue;
        }
        let parts = differing(&package, &made);
        let parts = parts.iter().map(|part| Arg::plain(part)).collect();
        let at = 1 + text.bytes().zip(bytes).take_while(|(a, b)| a == *b).count();
        let args =
            [("file", Arg::plain(file)), ("parts", Arg::List(parts)), ("at", Arg::Year(at as i64))];
        differences.add(file, "features", None, ("verify-features", &args));
    }
    Ok(checked)
}

/// Bodies of the study; nobody where it has no table of them.
fn bodies(folder: &Folder) -> Bodies {
    let file = folder.tables.get("bodies").map_or("", String::as_str);
    let bytes = folder.files.get(file).map_or(&[][..], Vec::as_slice);
    matching::bodies_of(file, bytes)
}

/// Parts in which two packages differ, as they are named in them.
fn differing(given: &Package, made: &Package) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = |name: &str, same: bool| {
        if !same {
            parts.push(name.to_owned());
        }
    };
    part("program", given.program == made.program);
    part("reader", given.reader == made.reader);
    part("codebook", given.codebook == made.codebook);
    part("stems", given.stems == made.stems);
    for (old, new) in given.documents.iter().zip(&made.documents) {
        let same = old.leave_one_out == new.leave_one_out;
        part(&format!("leave_one_out: {}", old.file), same);
        let rest = daryn_compare::features::Features {
            leave_one_out: old.leave_one_out.clone(),
            ..new.clone()
        };
        part(&format!("documents: {}", old.file), *old == rest);
    }
    part("measures", given.measures == made.measures);
    part("alignments", given.alignments == made.alignments);
    parts
}
