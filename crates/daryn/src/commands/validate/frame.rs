//! The frame of a sample: what was drawn, from what, and with which weights. It cannot be changed
//! unnoticed: it holds its own digest, the sheets carry the beginning of it, and as long as texts
//! and rules are those of the drawing it is drawn again and compared.

use std::collections::BTreeMap;

use daryn_coding::validation::{Candidate, Sizes, draw};
use daryn_model::Diagnostic;
use daryn_study::Digest;
use serde::{Deserialize, Serialize};

use super::{Passages, codes_of, digest};

/// Name of its file in the study.
pub(super) const FRAME: &str = "validation.frame.json";

/// Layout of the file.
const FORMAT: u32 = 1;

/// A sample with what it was drawn from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Frame {
    format: u32,
    /// Digest of this file with nothing in this place.
    pub(super) sha256: String,
    pub(super) seed: u64,
    /// What passages are drawn apart for: `language` or `document` (and its languages).
    pub(super) by: String,
    pub(super) with: usize,
    pub(super) without: usize,
    pub(super) codebook: String,
    pub(super) rules: String,
    reader: u32,
    /// Digests of the texts by their files.
    pub(super) texts: BTreeMap<String, String>,
    pub(super) strata: Vec<Part>,
    pub(super) units: Vec<Unit>,
}

/// A stratum. Which code it was made for is not said: coders may see this file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Part {
    pub(super) group: String,
    pub(super) population: usize,
    pub(super) drawn: usize,
}

/// A passage that was drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Unit {
    pub(super) document: String,
    pub(super) file: String,
    pub(super) passage: String,
    start: usize,
    end: usize,
    /// Digest of its words.
    pub(super) words: String,
    /// Place of its stratum.
    pub(super) stratum: usize,
    /// Passages that it stands for.
    weight: f64,
}

impl Frame {
    /// Draws a sample.
    pub(super) fn draw(passages: &Passages, by: &str, sizes: Sizes, seed: u64) -> Frame {
        let all: Vec<_> = passages.iter().collect();
        let candidates: Vec<Candidate> = all
            .iter()
            .map(|(text, passage)| Candidate {
                group: match by {
                    "document" => format!("{} · {}", text.document, passage.language),
                    _ => passage.language.clone(),
                },
                codes: codes_of(passage),
            })
            .collect();
        let mut strata = Vec::new();
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (number, drawn) in draw(&candidates, sizes, seed).into_iter().enumerate() {
            places.extend(drawn.places.iter().map(|place| (*place, number)));
            strata.push(Part {
                group: drawn.group,
                population: drawn.population,
                drawn: drawn.places.len(),
            });
        }
        // In the order of the texts: the order says nothing of what rules gave.
        places.sort_unstable();
        let units = places.into_iter().map(|(place, stratum)| {
            let (text, passage) = all[place];
            Unit {
                document: text.document.0.clone(),
                file: text.file.clone(),
                passage: passage.name.clone(),
                start: passage.start,
                end: passage.end,
                words: digest(&passage.text),
                stratum,
                weight: strata[stratum].population as f64 / strata[stratum].drawn as f64,
            }
        });
        let mut frame = Frame {
            format: FORMAT,
            sha256: String::new(),
            seed,
            by: by.to_owned(),
            with: sizes.with,
            without: sizes.without,
            codebook: passages.codebook(),
            rules: passages.rules(),
            reader: daryn_read::READER,
            texts: digests(passages),
            units: units.collect(),
            strata,
        };
        frame.sha256 = frame.own_digest();
        frame
    }

    fn own_digest(&self) -> String {
        let bare = Frame { sha256: String::new(), ..self.clone() };
        Digest::of(&bare.bytes()).as_str().to_owned()
    }

    /// The file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Passages from which the sample was drawn.
    pub(super) fn population(&self) -> usize {
        self.strata.iter().map(|part| part.population).sum()
    }

    /// The name of a unit in sheets: it holds the beginning of the digest.
    pub(super) fn name(&self, place: usize) -> String {
        format!("{}-{:04}", self.sha256.get(..8).unwrap_or_default(), place + 1)
    }

    /// Reads a frame and holds it against the study as it is.
    pub(super) fn read(
        bytes: &[u8],
        passages: &Passages,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Frame> {
        let changed = || Diagnostic::error("validation-frame-changed", FRAME, 0);
        let frame = serde_json::from_slice::<Frame>(bytes).ok();
        let sound = frame.filter(|frame| {
            frame.format == FORMAT
                && frame.sha256 == frame.own_digest()
                && frame.units.iter().all(|unit| unit.stratum < frame.strata.len())
        });
        let Some(frame) = sound else {
            problems.push(changed());
            return None;
        };
        let now = digests(passages);
        let mut is_same = frame.reader == daryn_read::READER;
        for (file, before) in &frame.texts {
            if now.get(file) != Some(before) {
                is_same = false;
                problems.push(Diagnostic::error("validation-text-changed", file, 0));
            }
        }
        is_same &= frame.texts.len() == now.len();
        if frame.codebook != passages.codebook() || frame.rules != passages.rules() {
            // Weights stay those of the drawing, so other rules can be held against it, too.
            is_same = false;
            problems.push(Diagnostic::warning("validation-rules-changed", FRAME, 0));
        }
        let sizes = Sizes { with: frame.with, without: frame.without };
        if is_same && Frame::draw(passages, &frame.by, sizes, frame.seed) != frame {
            problems.push(changed());
            return None;
        }
        Some(frame)
    }
}

fn digests(passages: &Passages) -> BTreeMap<String, String> {
    passages.texts.iter().map(|text| (text.file.clone(), text.sha256.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights are ratios that JSON must give back to the last bit, or an untouched frame is
    /// refused as changed.
    #[test]
    fn a_frame_with_any_weight_is_its_own() {
        for drawn in 1..=60 {
            for population in drawn..=300 {
                let unit = Unit {
                    document: "D1".to_owned(),
                    file: "texts/D1.md".to_owned(),
                    passage: "p1".to_owned(),
                    start: 0,
                    end: 1,
                    words: String::new(),
                    stratum: 0,
                    weight: f64::from(population) / f64::from(drawn),
                };
                let bytes = serde_json::to_vec(&unit).expect("written");
                let again: Unit = serde_json::from_slice(&bytes).expect("read");
                assert_eq!(again, unit, "{population}/{drawn}");
            }
        }
    }
}
