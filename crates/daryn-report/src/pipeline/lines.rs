//! Lines of documents out of packages of features: no text is needed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_compare::features::{Aligned, Broken, Features};
use daryn_compare::{Level, Note, Package, Profile, Status};
use daryn_model::records::*;
use daryn_model::{Diagnostic, Localized};
use daryn_read::READER;
use daryn_study::folder::{FEATURES, Folder, Read};
use daryn_study::{Digest, Input, Stage};
use serde::Serialize;

use super::codings::{codebook_file, codes_of};
use super::{decode, encode};

mod varied;

/// The stage that reads the packages of features.
pub(super) fn stage(folder: &Folder) -> Stage<'_> {
    let book = codebook_file(folder);
    let files = folder.packages.iter().map(String::as_str).chain(book);
    let mut inputs = vec![Input::stage("read:packages"), Input::stage("table:documents")];
    inputs.extend(files.map(|file| Input::File(file.to_owned())));
    super::stage(
        "read:lines",
        &(&folder.packages, book),
        inputs,
        Box::new(move |inputs| {
            let names: Read<PackageName> = decode(&inputs[0])?;
            let documents: Read<Document> = decode(&inputs[1])?;
            let packages = folder.packages.iter().zip(&inputs[2..]);
            let own = book.zip(inputs.get(2 + folder.packages.len()).map(|it| it.as_slice()));
            let mut read = Read { records: Vec::new(), problems: Vec::new() };
            for (file, bytes) in packages {
                match Package::read(bytes) {
                    Ok(package) => {
                        if package.reader != READER {
                            let told = Diagnostic::warning("features-reader", file, 0);
                            let told = told.with("path", file).with("reader", package.reader);
                            read.problems.push(told.with("own", READER));
                        }
                        let name = names.records.iter().find(|row| file_of(row) == *file);
                        read.records.push(line(file, bytes, &package, name, own));
                    }
                    Err(broken) => read.problems.push(problem(file, &broken)),
                }
            }
            for row in &names.records {
                if !folder.packages.contains(&file_of(row)) {
                    let told = Diagnostic::error("package-missing", &row.at.file, row.at.line);
                    read.problems.push(told.with("found", file_of(row)));
                }
                if let Some(id) = &row.document
                    && documents.records.iter().all(|document| document.id != *id)
                {
                    let told = Diagnostic::error("dangling-reference", &row.at.file, row.at.line);
                    let known = documents.records.iter().map(|document| document.id.0.as_str());
                    let nearest = daryn_model::record::nearest(&id.0, known).unwrap_or("none");
                    let told = told.with("field", "document").with("found", id);
                    read.problems.push(told.with("nearest", nearest));
                }
            }
            encode(&read)
        }),
    )
}

fn file_of(row: &PackageName) -> String {
    format!("{FEATURES}/{}.json", row.id)
}

/// Why a package cannot be used.
fn problem(file: &str, broken: &Broken) -> Diagnostic {
    let (code, values) = broken.told();
    let told = Diagnostic::error(code, file, 0).with("path", file);
    values.into_iter().fold(told, |told, (key, value)| told.with(key, value))
}

/// A package as a line of documents.
fn line(
    file: &str,
    bytes: &[u8],
    package: &Package,
    name: Option<&PackageName>,
    book: Option<(&str, &[u8])>,
) -> TextLine {
    let tables = package.tables();
    let place = |file: &String| package.documents.iter().position(|it| it.file == *file);
    let places = |files: &[String]| -> Vec<usize> { files.iter().filter_map(place).collect() };
    let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
    let by = &package.codebook;
    let given: BTreeSet<&str> = tables.attention.iter().map(|row| row.code.as_str()).collect();
    let codes = codes_of(&by.id, book).unwrap_or_else(|| {
        let bare = |id: &&str| CodeName {
            id: (*id).to_owned(),
            name: Localized::default(),
            group: Localized::same(&by.id),
        };
        given.iter().map(bare).collect()
    });
    let mut taken: BTreeSet<Level> = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for asked in [Level::Article, Level::Leaf] {
        let units = package.alignments.iter().filter(|it| it.asked == asked).map(|it| it.unit);
        // Where a text has no articles, both questions have one answer.
        if let Some(unit) = units.max()
            && !taken.insert(unit)
        {
            twice.insert(asked);
        }
    }
    let steps = package.alignments.iter().filter(|it| !twice.contains(&it.asked));
    let mut seen = BTreeSet::new();
    let varied = varied::Varied::of(package, &tables);
    TextLine {
        file: file.to_owned(),
        sha256: Digest::of(bytes).as_str().to_owned(),
        name: name.map_or_else(|| Localized::same(stem), |row| row.name.clone()),
        document: name.and_then(|row| row.document.clone()),
        program: package.program.clone(),
        reader: i64::from(package.reader),
        codebook: format!("{} {} ({})", by.id, by.version, by.rules),
        codes,
        editions: package.documents.iter().map(edition).collect(),
        steps: steps
            .map(|one| LineStep {
                unit: code(&one.unit),
                old: one.old,
                new: one.new,
                pairs: pairs(package, one.unit, (one.old, one.new), &one.pairs),
                outside: pairs(package, Level::Leaf, (one.old, one.new), &one.outside),
            })
            .collect(),
        lives: tables
            .lives
            .into_iter()
            .filter_map(|life| {
                Some(LineLife {
                    unit: code(&life.unit),
                    first: place(&life.first)?,
                    last: place(&life.last)?,
                    edited: places(&life.edited),
                    moved: places(&life.moved),
                    repealed: places(&life.repealed),
                    kind: life.kind,
                    label: life.label,
                    passages: life.passages,
                })
            })
            .filter(|life| {
                twice.is_empty() || seen.insert((life.unit.clone(), life.passages.clone()))
            })
            .collect(),
        survival: survival(package, &twice),
        novelty: tables
            .novelty
            .iter()
            .filter_map(|row| {
                Some(LineNovelty {
                    edition: place(&row.file)?,
                    window: row.window as i64,
                    novelty: row.novelty,
                    transience: row.transience,
                    resonance: row.resonance,
                    undefined: row.undefined.iter().map(code).collect(),
                })
            })
            .collect(),
        attention: tables
            .attention
            .into_iter()
            .filter_map(|row| {
                Some(LineAttention {
                    edition: place(&row.file)?,
                    code: row.code,
                    words: row.words as i64,
                    passages: row.passages,
                })
            })
            .collect(),
        measures: package.measures.clone(),
        measure_lives: package.measures.as_ref().map(|it| it.lives()).unwrap_or_default(),
        profile: tables.profile.into_iter().enumerate().map(profile).collect(),
        by_labels: tables.survival.iter().any(|row| row.by_labels),
        codebook_ranges: varied.ranges,
        codebook_changes: varied.changes,
        coders: varied.coders,
        readings: varied.readings,
    }
}

fn profile((edition, row): (usize, Profile)) -> LineProfile {
    let count = |number: usize| number as i64;
    LineProfile {
        edition,
        coded_words: count(row.coded_words),
        coded: row.coded,
        stages: count(row.stages.len()),
        all_stages: count(row.all_stages),
        functions: count(row.functions.len()),
        all_functions: count(row.all_functions),
        references: count(row.references),
        leaves: count(row.leaves),
        unit: row.unit.as_ref().map(code),
        units: row.units.map(count),
        continued: row.continued.map(count),
    }
}

/// The name of a value for programs.
fn code(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|it| Some(it.as_str()?.to_owned())).unwrap_or_default()
}

fn edition(document: &Features) -> Edition {
    let words = document.passages.iter().filter(|passage| !passage.apart);
    Edition {
        file: document.file.clone(),
        sha256: document.sha256.clone(),
        language: document.language.clone(),
        dated: dated(&document.file),
        passages: document.passages.len() as i64,
        words: words.map(|passage| passage.words as i64).sum(),
    }
}

/// A year, month or day that stands between the dots of a name of a file.
fn dated(file: &str) -> Option<String> {
    let is_date = |part: &&str| {
        let digits = |(place, letter): (usize, char)| match place {
            4 | 7 => letter == '-',
            _ => letter.is_ascii_digit(),
        };
        [4, 7, 10].contains(&part.len())
            && part.chars().enumerate().all(digits)
            && part.parse::<daryn_model::Date>().is_ok()
    };
    file.split('.').find(is_date).map(str::to_owned)
}

/// How often each stem stands in a unit.
struct Units<'a> {
    children: HashMap<&'a str, Vec<usize>>,
    places: HashMap<&'a str, usize>,
    document: &'a Features,
}

impl<'a> Units<'a> {
    fn of(document: &'a Features) -> Units<'a> {
        let mut children: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut places = HashMap::new();
        for (place, passage) in document.passages.iter().enumerate() {
            places.insert(passage.id.as_str(), place);
            if let Some(parent) = &passage.parent {
                children.entry(parent).or_default().push(place);
            }
        }
        Units { children, places, document }
    }

    fn label(&self, id: &str) -> Option<String> {
        self.document.passages[*self.places.get(id)?].label.clone()
    }

    fn repealed(&self, id: &str) -> bool {
        self.places.get(id).is_some_and(|place| self.document.passages[*place].repealed)
    }

    fn stems(&self, id: &str) -> BTreeMap<usize, usize> {
        let mut stems = BTreeMap::new();
        let mut open: Vec<usize> = self.places.get(id).copied().into_iter().collect();
        while let Some(place) = open.pop() {
            let passage = &self.document.passages[place];
            for [stem, count] in &passage.stems {
                *stems.entry(*stem).or_default() += count;
            }
            open.extend(self.children.get(passage.id.as_str()).into_iter().flatten());
        }
        stems
    }
}

/// Stems without a partner, of all stems of both sides (Bray–Curtis dissimilarity of counts).
fn changed(old: &BTreeMap<usize, usize>, new: &BTreeMap<usize, usize>) -> Option<f64> {
    let all: usize = old.values().chain(new.values()).sum();
    let common =
        |(stem, count): (&usize, &usize)| new.get(stem).map_or(0, |other| *count.min(other));
    let common: usize = old.iter().map(common).sum();
    (all > 0).then(|| 1.0 - 2.0 * common as f64 / all as f64)
}

fn pairs(
    package: &Package,
    unit: Level,
    (old, new): (usize, usize),
    pairs: &[Aligned],
) -> Vec<LinePair> {
    let (old, new) = (Units::of(&package.documents[old]), Units::of(&package.documents[new]));
    let rewritten = |pair: &Aligned| pair.notes.contains(&Note::RewrittenUnderTheSameNumber);
    // The other half of a unit that was rewritten: the one of its number on the other side.
    let old_of = |label: &Option<String>| {
        let mut found = pairs.iter().filter(|pair| {
            let dropped = pair.status == Status::Dropped && rewritten(pair);
            dropped && pair.old.as_ref().and_then(|id| old.label(id)) == *label
        });
        found.next().filter(|_| found.next().is_none())?.old.as_deref()
    };
    pairs
        .iter()
        .map(|pair| {
            let label = match (&pair.new, &pair.old) {
                (Some(id), _) => new.label(id),
                (None, Some(id)) => old.label(id),
                _ => None,
            };
            let before = match pair.old.as_deref() {
                None if rewritten(pair) => old_of(&label),
                before => before,
            };
            let both = before.zip(pair.new.as_deref()).filter(|_| unit != Level::Leaf);
            // What is left of a repealed provision is a title: its words did not change, they went.
            let both = both.filter(|it| !old.repealed(it.0) && !new.repealed(it.1));
            LinePair {
                status: code(&pair.status),
                old: pair.old.clone(),
                new: pair.new.clone(),
                label,
                before: before.map(str::to_owned),
                old_label: before.and_then(|id| old.label(id)),
                rewritten: rewritten(pair),
                repealed: match (&pair.new, &pair.old) {
                    (Some(id), _) => new.repealed(id),
                    (None, Some(id)) => old.repealed(id),
                    _ => false,
                },
                changed: both.and_then(|it| changed(&old.stems(it.0), &new.stems(it.1))),
            }
        })
        .collect()
}

fn survival(package: &Package, twice: &BTreeSet<Level>) -> Vec<LineSurvival> {
    let tables = package.tables();
    let mut found: Vec<LineSurvival> = Vec::new();
    let place = |file: &String| package.documents.iter().position(|it| it.file == *file);
    for row in &tables.survival {
        let (Some(from), Some(to)) = (place(&row.from), place(&row.to)) else { continue };
        let unit = code(&row.unit);
        let again = found.iter().any(|it| (&it.unit, it.from, it.to) == (&unit, from, to));
        if !twice.is_empty() && again {
            continue;
        }
        let lives = tables.lives.iter().filter(|life| life.unit == row.unit);
        let own = lives.filter_map(|life| {
            let later = life.passages[to].is_some();
            life.passages[from].clone().filter(|_| later)
        });
        let mut stayed: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        stayed.extend(own.filter(|id| seen.insert(id.clone())));
        let gone = row.gone.clone();
        let texts = [from, to].map(|place| Units::of(&package.documents[place]));
        let own = tables.lives.iter().filter(|life| life.unit == row.unit);
        let mut ends: Vec<[Option<&String>; 2]> =
            own.map(|life| [from, to].map(|place| life.passages[place].as_ref())).collect();
        let mut seen = BTreeSet::new();
        ends.retain(|[id, _]| id.is_some_and(|id| seen.insert(id)));
        let is_alive =
            |side: usize, id: Option<&String>| id.is_some_and(|id| !texts[side].repealed(id));
        let alive = ends.iter().filter(|ends| is_alive(0, ends[0]));
        let alive_stayed = alive.clone().filter(|ends| is_alive(1, ends[1])).count() as i64;
        let alive = alive.count() as i64;
        let repealed = ends.iter().filter_map(|ends| ends[1]);
        let repealed = repealed.filter(|id| texts[1].repealed(id)).cloned().collect();
        let units = row.units as i64;
        let one =
            LineSurvival { unit, from, to, units, stayed, gone, repealed, alive, alive_stayed };
        found.push(one);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_found_between_dots() {
        assert_eq!(dated("rus.2023-04-19.md").as_deref(), Some("2023-04-19"));
        assert_eq!(dated("rus.2014.md").as_deref(), Some("2014"));
        assert_eq!(dated("rus.md"), None);
        assert_eq!(dated("act-2014.2014-13.md"), None);
    }

    #[test]
    fn the_share_of_changed_stems_worked_by_hand() {
        let counts = |pairs: &[(usize, usize)]| pairs.iter().copied().collect();
        // 3 and 1 against 1 and 2 of another: one in common of 7.
        let share = changed(&counts(&[(0, 3), (1, 1)]), &counts(&[(0, 1), (2, 2)]));
        assert_eq!(share, Some(1.0 - 2.0 / 7.0));
        assert_eq!(changed(&counts(&[(4, 2)]), &counts(&[(4, 2)])), Some(0.0));
        assert_eq!(changed(&counts(&[]), &counts(&[])), None);
    }
}
