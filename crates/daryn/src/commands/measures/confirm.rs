//! `daryn measures confirm`: accepted proposals become measures of the study, with their passage.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::{ArgMatches, Command};
use daryn_measures::bodies::Bodies;
use daryn_model::{Arg as Value, Diagnostic};
use daryn_report::{Speaker, csv_cell};
use daryn_study::folder::Folder;
use daryn_study::{Disk, World};

use super::super::code;
use super::ids::{self, Ids};
use super::languages::Twins;
use super::matching::bodies;
use super::proposals::{FILE as STORE, Proposal, Proposals};
use super::told::SEVERAL_ROWS;
use crate::Ended;
use crate::arguments::{self, nested};
use crate::output::{Output, Stream};
use crate::separated::Separated;
use crate::stop::Stop;
use crate::study;

pub(super) fn command(speaker: &Speaker) -> Command {
    nested(
        speaker,
        ("confirm", "cli-measures-confirm"),
        "daryn measures confirm [DIR]",
        &["daryn measures confirm my-study"],
        [arguments::dir(speaker)],
    )
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let folder = study::open(&dir)?;
    let Some(name) = folder.tables.get("measures") else {
        return Err(Stop::problem("measures-no-table", &[]));
    };
    let mut proposals = Proposals::saved(&dir)?;
    let before = proposals.rows.clone();
    let texts = code::texts(&dir)?;
    proposals.name_files(&texts);
    let table = Table::of(&folder, name)?;
    let addresses = column(&dir, &folder, "documents", "source_url")?;
    let named = match folder.tables.get("bodies") {
        Some(file) => Bodies::new(bodies(&Separated::read(&dir.join(file))?)),
        None => Bodies::default(),
    };
    let twins = Twins::of(&texts, &proposals.rows, &named);
    let mut ids = Ids::new(table.rows, &mut proposals.rows);
    let mut text = table.text;
    let (mut added, mut count, mut in_several) = (BTreeSet::new(), 0, 0);
    let mut problems = Vec::new();
    let groups = twins.groups.iter().flat_map(|group| apart(group, &proposals.rows, &ids));
    let groups: Vec<Group> = groups.collect();
    for Group { members: group, was } in &groups {
        let rows = &mut proposals.rows;
        let Some(address) = addresses.get(rows[group[0]].get("document")) else {
            let problem = Diagnostic::warning("measures-no-document", STORE, 0);
            problems.push(problem.with("found", rows[group[0]].get("document")));
            continue;
        };
        let known = group.iter().map(|at| rows[*at].get("measure")).find(|id| !id.is_empty());
        let (id, other) = match known {
            Some(id) => (id.to_owned(), None),
            None => {
                let before = || group.iter().find_map(|at| ids.before(&rows[*at], rows));
                (ids.fresh(&rows[group[0]]), was.clone().or_else(before))
            }
        };
        for at in group {
            if rows[*at].get("measure").is_empty() {
                ids.take(id.clone(), *at, rows);
            }
        }
        if ids.table.contains_key(&id) {
            continue;
        }
        if let Some(other) = other {
            let problem = Diagnostic::warning("measures-other-words", name, 0);
            problems.push(problem.with("found", &id).with("other", other));
        }
        let row = row(&id, group.iter().map(|at| &rows[*at]), address, &named);
        let cells = table.head.iter().map(|column| {
            csv_cell(row.get(column.as_str()).map_or("", String::as_str)).into_owned()
        });
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push('\n');
        ids.table.insert(id, ids::Row::default());
        added.extend(group);
        count += 1;
        in_several += i64::from(group.len() > 1);
    }
    problems.extend(sums_of_several(&proposals.rows, &added, name));
    for (one, other) in &twins.unsure {
        // Told once: when the later one of them is added.
        let [first, second] = match added.contains(other) {
            true => [one, other],
            false => [other, one],
        };
        let is_added = added.contains(second);
        let [first, second] = [first, second].map(|at| proposals.rows[*at].get("measure"));
        if is_added && first != second {
            let problem = Diagnostic::warning("measures-perhaps-twice", name, 0);
            problems.push(problem.with("found", second).with("other", first));
        }
    }
    let unplaced: BTreeSet<&str> = added
        .iter()
        .filter(|at| twins.unplaced.contains(at))
        .map(|at| proposals.rows[*at].get("document"))
        .collect();
    for document in unplaced {
        let problem = Diagnostic::warning("measures-not-compared", name, 0);
        problems.push(problem.with("found", document));
    }
    output.problems(Stream::Talk, &problems);
    if count > 0 {
        let path = dir.join(name);
        Disk.write(&path, text.as_bytes()).map_err(|error| Stop::write_failed(&path, &error))?;
    }
    if proposals.rows != before {
        proposals.save()?;
    }
    let values = [("n", Value::Count(count)), ("file", Value::plain(name))];
    output.say("measures-confirmed", &values);
    if in_several > 0 {
        output.say("measures-in-several", &[("n", Value::Count(in_several))]);
    }
    Ok(Ended::Well)
}

/// Proposals that are one measure.
struct Group {
    members: Vec<usize>,
    /// The measure that stood there with other words.
    was: Option<String>,
}

/// A group without those whose text was changed since the measure that the others are was added:
/// what stands there now in their language is another measure.
fn apart(group: &[usize], rows: &[Proposal], ids: &Ids) -> Vec<Group> {
    let known = group.iter().map(|at| rows[*at].get("measure")).find(|id| !id.is_empty());
    let known = known.and_then(|id| ids.table.get_key_value(id));
    let Some((id, measure)) = known else {
        return vec![Group { members: group.to_vec(), was: None }];
    };
    let is_other =
        |at: &usize| rows[*at].get("measure").is_empty() && measure.says_something_else(&rows[*at]);
    let (others, own): (Vec<usize>, Vec<usize>) = group.iter().partition(|at| is_other(at));
    let alone = |at: usize| Group { members: vec![at], was: Some(id.clone()) };
    let own = Group { members: own, was: None };
    std::iter::once(own).chain(others.into_iter().map(alone)).collect()
}

/// Which of the measures that were added have one sum together: those of one text whose sum stands
/// at the same place.
fn sums_of_several(rows: &[Proposal], added: &BTreeSet<usize>, name: &str) -> Vec<Diagnostic> {
    let mut sums: Vec<([&str; 4], Vec<&str>)> = Vec::new();
    for row in added.iter().map(|at| &rows[*at]) {
        if row.get("amount_for") != SEVERAL_ROWS {
            continue;
        }
        let sum = ["document", "sha256", "amount_place", "money"].map(|it| row.get(it));
        let place = sums.iter().position(|it| it.0 == sum).unwrap_or_else(|| {
            sums.push((sum, Vec::new()));
            sums.len() - 1
        });
        sums[place].1.push(row.get("measure"));
    }
    // Texts in several languages say the same sum of the same measures.
    let mut told = BTreeSet::new();
    let sums = sums.into_iter().filter(|(_, ids)| told.insert(ids.clone()));
    let problem = |([.., money], ids): ([&str; 4], Vec<&str>)| {
        let problem = Diagnostic::warning("measures-sum-of-several", name, 0);
        let problem = problem.with("count", if ids.len() == 1 { "one" } else { "several" });
        problem.with("found", ids.join(", ")).with("money", money)
    };
    sums.map(problem).collect()
}

/// The table of measures of a study as it stands.
struct Table {
    text: String,
    head: Vec<String>,
    rows: BTreeMap<String, ids::Row>,
}

impl Table {
    fn of(folder: &Folder, name: &str) -> Result<Table, Stop> {
        let bytes = folder.files.get(name).cloned().unwrap_or_default();
        let text = String::from_utf8(bytes)
            .map_err(|_| Stop::Problems(vec![Diagnostic::error("bad-encoding", name, 1)]))?;
        let mut records = daryn_study::csv_file::records(&text, b',');
        let Some((_, head)) = records.next() else {
            return Err(Stop::Problems(vec![Diagnostic::error("no-header", name, 1)]));
        };
        let head: Vec<String> =
            head.iter().map(|it| it.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        let place = |column: &str| head.iter().position(|it| it == column);
        let (id, locator) = (place("id").unwrap_or(0), place("locator"));
        let words: Vec<(&str, usize)> = (0..)
            .zip(&head)
            .filter_map(|(at, column)| Some((column.strip_prefix("text_")?, at)))
            .collect();
        let rows = records.filter_map(|(_, row)| {
            let cell = |at: usize| row.get(at).map_or("", |it| it.trim());
            let said = words.iter().filter(|(_, at)| !cell(*at).is_empty());
            let words = said.map(|(language, at)| ((*language).to_owned(), cell(*at).to_owned()));
            let (words, locator) = (words.collect(), locator.map_or("", cell).to_owned());
            Some((row.get(id)?.trim().to_owned(), ids::Row { words, locator }))
        });
        let rows = rows.collect();
        let newline = if text.ends_with('\n') { "" } else { "\n" };
        Ok(Table { text: format!("{text}{newline}"), head, rows })
    }
}

/// A column of a table of the study by its ids.
fn column(
    dir: &Path,
    folder: &Folder,
    table: &str,
    name: &str,
) -> Result<BTreeMap<String, String>, Stop> {
    let Some(file) = folder.tables.get(table) else { return Ok(BTreeMap::new()) };
    let table = Separated::read(&dir.join(file))?;
    let (Some(id), Some(at)) = (table.column("id"), table.column(name)) else {
        return Ok(BTreeMap::new());
    };
    Ok(table.rows.iter().map(|(_, cells)| (cells[id].clone(), cells[at].clone())).collect())
}

/// Cells of a measure by the names of their columns, with its words in the language of each text.
/// What the first text does not state is taken of the next one.
fn row<'a>(
    id: &str,
    proposals: impl Iterator<Item = &'a Proposal>,
    address: &str,
    named: &Bodies,
) -> BTreeMap<String, String> {
    let mut row: BTreeMap<String, String> = BTreeMap::new();
    for (column, cell) in proposals.flat_map(|it| cells(id, it, address, named)) {
        let own = row.entry(column).or_default();
        if own.is_empty() {
            *own = cell;
        }
    }
    row
}

/// Cells of a measure as one text says it. What a coder must judge (domain, functions, which way it
/// pushes, instrument, SDG targets) stays empty.
fn cells(
    id: &str,
    proposal: &Proposal,
    address: &str,
    named: &Bodies,
) -> impl Iterator<Item = (String, String)> + use<> {
    let lang = proposal.get("language");
    let of_lang = |name: &str| format!("{name}_{lang}");
    let deadline = proposal.get("deadline_to");
    let actor = proposal.get("actor");
    let cells = [
        ("id".to_owned(), id.to_owned()),
        ("document".to_owned(), proposal.get("document").to_owned()),
        (of_lang("text"), proposal.get("text").to_owned()),
        (of_lang("target_group"), proposal.get("target_group").to_owned()),
        ("bodies".to_owned(), named.named(actor).into_iter().collect::<Vec<_>>().join(";")),
        ("deadline".to_owned(), deadline.to_owned()),
        ("deadline_kind".to_owned(), if deadline.is_empty() { "" } else { "set" }.to_owned()),
        (of_lang("deadline_text"), proposal.get("deadline").to_owned()),
        (of_lang("money"), proposal.get("money").to_owned()),
        (of_lang("indicator_text"), proposal.get("indicator").to_owned()),
        ("baseline".to_owned(), proposal.get("baseline").to_owned()),
        ("target_value".to_owned(), proposal.get("target_value").to_owned()),
        (of_lang("target_unit"), proposal.get("target_unit").to_owned()),
        ("target_year".to_owned(), proposal.get("target_year").to_owned()),
        ("evidence_kind".to_owned(), "act_text".to_owned()),
        ("locator".to_owned(), format!("{} {}", proposal.get("locator"), ids::place(proposal))),
        ("source_url".to_owned(), address.to_owned()),
    ];
    cells.into_iter()
}
