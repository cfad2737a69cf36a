//! The hidden sheet of a workbook: what was written, so that it is known what was changed.
//!
//! Each row begins with what it says: `daryn` and the version of the form, `codebook` with id and
//! version, `columns` with how many there are for codes, `head` with a column and what stands above
//! it, `sheet` with a name and its coder, `unit` with a passage, `coding` and `memo` with what stood
//! there. All cells are texts.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{CELL, Returned, Stated};
use crate::hand::{HandCoding, HandMemo, Unit};

/// The name of the hidden sheet.
pub(super) const SHEET: &str = "_manifest";
/// The version of the form.
pub(super) const VERSION: &str = "1";

/// What a manifest says.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) stated: Stated,
    /// How many columns for codes each sheet had.
    pub(super) columns: usize,
    /// Coder of each sheet.
    pub(super) sheets: BTreeMap<String, String>,
    pub(super) returned: Returned,
}

/// Cuts a text into pieces that cells can hold.
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    let (mut cut, mut from, mut units) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units > CELL - 7 {
            cut.push(&text[from..at]);
            (from, units) = (at, letter.len_utf16());
        }
    }
    cut.push(&text[from..]);
    cut
}

/// Digest of words: the first half of their SHA-256.
pub(crate) fn told_digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// What a manifest tells of a workbook that is handed out.
pub(super) struct HandedOut<'a> {
    /// Id and version of the codebook.
    pub(super) codebook: (&'a str, &'a str),
    /// Number of columns for codes.
    pub(super) columns: usize,
    /// Columns and the words at their heads.
    pub(super) heads: &'a [(&'a str, &'a str)],
    /// Sheets and their coders.
    pub(super) sheets: &'a [(String, &'a str)],
    pub(super) units: &'a [Unit],
    /// Codings and memos that stood in it, each with the place of its unit.
    pub(super) codings: &'a [(usize, &'a HandCoding)],
    pub(super) memos: &'a [(usize, &'a HandMemo)],
}

/// The rows of a manifest, as cells.
pub(super) fn rows(
    told: &HandedOut<'_>,
    take: &mut dyn FnMut(&[&str]) -> Result<(), String>,
) -> Result<(), String> {
    let HandedOut { codebook, columns, heads, sheets, units, codings, memos } = *told;
    take(&["daryn", VERSION])?;
    take(&["codebook", codebook.0, codebook.1])?;
    take(&["columns", &columns.to_string()])?;
    for (column, head) in heads {
        take(&["head", column, head])?;
    }
    for (name, coder) in sheets {
        take(&["sheet", name, coder])?;
    }
    for (place, unit) in units.iter().enumerate() {
        let (start, end) = (unit.start.to_string(), unit.end.to_string());
        let (place, digest) = (place.to_string(), told_digest(&unit.text));
        let heading = super::fitting(&unit.heading).0;
        let mut cells = vec!["unit", place.as_str(), &unit.document, &unit.passage];
        cells.extend([start.as_str(), &end, &digest, &heading]);
        cells.extend(pieces(&unit.text));
        take(&cells)?;
    }
    for (place, coding) in codings {
        let place = place.to_string();
        let (time, version) = (coding.time.as_deref(), coding.version.as_deref());
        let mut cells = vec!["coding", place.as_str(), &coding.coder, &coding.code];
        cells.extend([time.unwrap_or_default(), version.unwrap_or_default()]);
        cells.extend(pieces(&coding.memo));
        take(&cells)?;
    }
    for (place, memo) in memos {
        let place = place.to_string();
        let mut cells = vec!["memo", place.as_str(), &memo.coder];
        cells.push(memo.time.as_deref().unwrap_or_default());
        cells.extend(pieces(&memo.text));
        take(&cells)?;
    }
    Ok(())
}

/// Reads rows one by one; [`Reading::finish`] gives the manifest.
#[derive(Debug, Default)]
pub(super) struct Reading {
    manifest: Manifest,
    units: BTreeMap<usize, (Unit, String)>,
    /// Codings by the places of their passages, which are known when all rows are read.
    codings: Vec<(usize, HandCoding)>,
    /// Notes, as codings without a code.
    memos: Vec<(usize, HandCoding)>,
}

impl Reading {
    /// A row: its cells from the first column, empty ones among them. None where it cannot be
    /// read.
    pub(super) fn row(&mut self, cells: &[&str]) -> Option<()> {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let text = |at: usize| cell(at).to_owned();
        let known = |at: usize| Some(text(at)).filter(|text| !text.is_empty());
        let rest = |from: usize| cells.get(from..).unwrap_or_default().concat();
        let number = |at: usize| cell(at).parse::<usize>().ok();
        let manifest = &mut self.manifest;
        match cell(0) {
            "columns" => manifest.columns = number(1)?,
            "sheet" => drop(manifest.sheets.insert(text(1), text(2))),
            "unit" => {
                let unit = Unit {
                    document: text(2),
                    passage: text(3),
                    start: number(4)?,
                    end: number(5)?,
                    heading: text(7),
                    text: rest(8),
                };
                // Where its words are not those that were written, nothing rests on them.
                if told_digest(&unit.text) != cell(6) {
                    return None;
                }
                self.units.insert(number(1)?, (unit, text(6)));
            }
            "coding" => {
                let (coder, code) = (text(2), text(3));
                let (time, version, memo) = (known(4), known(5), rest(6));
                let coding = HandCoding { code, coder, time, version, memo, ..Default::default() };
                self.codings.push((number(1)?, coding));
            }
            "memo" => {
                let (coder, time, memo) = (text(2), known(3), rest(4));
                let memo = HandCoding { coder, time, memo, ..Default::default() };
                self.memos.push((number(1)?, memo));
            }
            _ => return None,
        }
        Some(())
    }

    /// What all rows say, with what every form says.
    pub(super) fn finish(self, stated: Stated) -> Manifest {
        let Reading { mut manifest, units, codings, memos } = self;
        manifest.stated = stated;
        manifest.returned.codebook.clone_from(&manifest.stated.codebook);
        let returned = &mut manifest.returned;
        let mut put = |(place, made): (usize, HandCoding)| match units.get(&place) {
            Some((unit, _)) => {
                let HandCoding { code, coder, time, version, memo, .. } = made;
                Some(HandCoding { code, coder, time, version, memo, ..unit.coding() })
            }
            None => {
                manifest.stated.damaged += 1;
                None
            }
        };
        returned.base = codings.into_iter().filter_map(&mut put).collect();
        returned.base_memos = memos.into_iter().filter_map(put).map(HandMemo::from).collect();
        (returned.units, returned.digests) = units.into_values().unzip();
        manifest.returned.workbook = manifest.id();
        manifest
    }
}

impl Manifest {
    /// A digest of what was handed out: to whom, with which passages and what stood on them.
    fn id(&self) -> String {
        let Returned { codebook, units, digests, base, base_memos, .. } = &self.returned;
        let mut all = Sha256::new();
        let mut add = |cells: &[&str]| {
            for cell in cells {
                all.update((cell.len() as u64).to_le_bytes());
                all.update(cell.as_bytes());
            }
        };
        add(&[&codebook.0, &codebook.1]);
        self.sheets.iter().for_each(|(sheet, coder)| add(&["sheet", sheet, coder]));
        for (unit, digest) in units.iter().zip(digests) {
            let (start, end) = (unit.start.to_string(), unit.end.to_string());
            add(&["unit", &unit.document, &unit.passage, &start, &end, digest]);
        }
        for one in base.iter().cloned().chain(base_memos.iter().cloned().map(HandCoding::from)) {
            let HandCoding { document, coder, code, memo, .. } = &one;
            let passage = one.passage.as_deref().unwrap_or_default();
            let time = one.time.as_deref().unwrap_or_default();
            add(&["coding", document, passage, coder, code, time, memo]);
        }
        all.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
