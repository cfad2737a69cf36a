//! `daryn measures confirm`: accepted proposals become measures of the study, with their passage.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{ArgMatches, Command};
use daryn_measures::bodies::Bodies;
use daryn_model::{Arg as Value, Diagnostic};
use daryn_report::{Speaker, csv_cell};
use daryn_study::folder::Folder;
use daryn_study::{Disk, World};

use super::matching::bodies;
use super::proposals::{Decision, Proposal, Proposals};
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
    let proposals = Proposals::saved(&dir)?;
    let accepted = proposals
        .rows
        .iter()
        .filter(|it| matches!(it.decision(), Decision::Accept | Decision::Edit));
    let table = Table::of(&folder, name)?;
    let addresses = column(&dir, &folder, "documents", "source_url")?;
    let named = match folder.tables.get("bodies") {
        Some(file) => Bodies::new(bodies(&Separated::read(&dir.join(file))?)),
        None => Bodies::default(),
    };
    let mut text = table.text.clone();
    let (mut added, mut problems) = (0, Vec::new());
    for proposal in accepted {
        let id = format!("{}.m{}", proposal.get("document"), proposal.get("start"));
        if table.ids.contains(&id) {
            continue;
        }
        let Some(address) = addresses.get(proposal.get("document")) else {
            let problem = Diagnostic::warning("measures-no-document", "reviews/measures.csv", 0);
            problems.push(problem.with("found", proposal.get("document")));
            continue;
        };
        let row = row(&id, proposal, address, &named);
        let cells = table.head.iter().map(|column| {
            csv_cell(row.get(column.as_str()).map_or("", String::as_str)).into_owned()
        });
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push('\n');
        added += 1;
    }
    output.problems(Stream::Talk, &problems);
    if added > 0 {
        let path = dir.join(name);
        Disk.write(&path, text.as_bytes()).map_err(|error| Stop::write_failed(&path, &error))?;
    }
    let values = [("n", Value::Count(added)), ("file", Value::plain(name))];
    output.say("measures-confirmed", &values);
    Ok(Ended::Well)
}

/// The table of measures of a study as it stands.
struct Table {
    text: String,
    head: Vec<String>,
    ids: Vec<String>,
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
        let id = head.iter().position(|it| it == "id").unwrap_or(0);
        let ids =
            records.filter_map(|(_, row)| row.get(id).map(|it| it.trim().to_owned())).collect();
        let newline = if text.ends_with('\n') { "" } else { "\n" };
        Ok(Table { text: format!("{text}{newline}"), head, ids })
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

/// Cells of a measure by the names of their columns. What a coder must judge (domain, functions,
/// which way it pushes, instrument, SDG targets) stays empty.
fn row(id: &str, proposal: &Proposal, address: &str, named: &Bodies) -> BTreeMap<String, String> {
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
        (
            "locator".to_owned(),
            format!(
                "{} ({}, {}-{})",
                proposal.get("locator"),
                proposal.get("passage"),
                proposal.get("start"),
                proposal.get("end")
            ),
        ),
        ("source_url".to_owned(), address.to_owned()),
    ];
    cells.into_iter().collect()
}
