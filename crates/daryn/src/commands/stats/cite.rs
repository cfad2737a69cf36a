//! `daryn stats cite`: the bytes at which an observation stands.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_stats::{DarynId, Input};

use super::{file, own};
use crate::Ended;
use crate::arguments::{self, positional};
use crate::output::Output;
use crate::stop::Stop;

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stats cite FILE DARYN_ID";
    let examples = [
        "daryn stats cite migration.xml 3fb2a1c0:1234-1290",
        "daryn stats cite population.xlsx 3fb2a1c0:1!88-131@C5",
    ];
    let id = positional(speaker, "id", "DARYN_ID", "cli-stats-id").required(true);
    own(speaker, "cite", usage, &examples, [file(speaker), id])
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let path = arguments::path(matches, "file");
    let text = arguments::text(matches, "id").unwrap_or_default();
    let Ok(id) = text.parse::<DarynId>() else {
        return Err(Stop::problem("stats-cite-id", &[("id", &text)]));
    };
    let bytes = Input::open(&path).and_then(|input| input.cite(&id));
    output.bytes(&bytes.map_err(|problem| Stop::Problems(vec![problem]))?);
    Ok(Ended::Well)
}
