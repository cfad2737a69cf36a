//! `daryn stem`: the stem of each line of a file.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_text::{Language, stem};

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stem --lang kk|ru|en --lines FILE";
    let examples = ["daryn stem --lang kk --lines words.txt", "daryn stem --lang ru --lines -"];
    subcommand(speaker, "stem", usage, &examples, [arguments::lines(speaker)])
}

/// `--lang` tells the language of the words, and of messages as everywhere.
pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let Some(language) = arguments::text(matches, "lang").and_then(Language::from_code) else {
        let meant = ["--lang kk", "--lang ru", "--lang en"].map(str::to_owned).to_vec();
        return Err(Stop::Usage { found: "stem".into(), meant });
    };
    for line in arguments::lines_of(matches)?.lines() {
        output.line(Stream::Data, &stem::stem(language, line));
    }
    Ok(Ended::Well)
}
