//! The command line as clap sees it, with every word in the language of the user.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use daryn_model::Lang;
use daryn_report::{Speaker, language, pipeline};

use crate::commands;
use crate::output::{Format, Output, Stream};
use crate::stop::Stop;

/// Reads the command line; `None` where help or the version was asked for and given.
pub(crate) fn read(arguments: &[OsString], output: &Output) -> Result<Option<ArgMatches>, Stop> {
    let error = match command(&output.speaker).try_get_matches_from(arguments) {
        Ok(matches) => return Ok(Some(matches)),
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output.line(Stream::Data, error.render().to_string().trim_end());
            Ok(None)
        }
        _ => Err(usage_error(&error)),
    }
}

/// The whole command line.
pub(crate) fn command(speaker: &Speaker) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(speaker.word("cli-version"))
        .help_heading(speaker.word("cli-options"));
    let examples = [
        "daryn new my-study",
        "daryn check my-study",
        "daryn run my-study",
        "daryn why finding:H1 my-study",
        "daryn verify my-study",
    ];
    dressed(Command::new("daryn"), speaker, ("cli", "daryn COMMAND", &examples), [version])
        .version(pipeline::VERSION)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(speaker.word("cli-commands"))
        .subcommands(commands::all(speaker))
}

/// A subcommand whose texts are in the catalogue under `cli-NAME`.
pub(crate) fn subcommand(
    speaker: &Speaker,
    name: &'static str,
    usage: &'static str,
    examples: &[&str],
    own: impl IntoIterator<Item = Arg>,
) -> Command {
    dressed(Command::new(name), speaker, (&format!("cli-{name}"), usage, examples), own)
}

/// A command that only has others below it.
pub(crate) fn family(
    speaker: &Speaker,
    name: &'static str,
    usage: &'static str,
    examples: &[&str],
    members: impl IntoIterator<Item = Command>,
) -> Command {
    subcommand(speaker, name, usage, examples, [])
        .disable_help_subcommand(true)
        .subcommand_help_heading(speaker.word("cli-commands"))
        .subcommands(members)
}

/// A command below another one, with its key in the catalogue.
pub(crate) fn nested(
    speaker: &Speaker,
    (name, about): (&'static str, &str),
    usage: &'static str,
    examples: &[&str],
    own: impl IntoIterator<Item = Arg>,
) -> Command {
    dressed(Command::new(name), speaker, (about, usage, examples), own)
}

/// Gives a command its texts, and the arguments that every command has.
fn dressed(
    command: Command,
    speaker: &Speaker,
    (about, usage, examples): (&str, &'static str, &[&str]),
    own: impl IntoIterator<Item = Arg>,
) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        speaker.word("cli-usage")
    );
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(speaker.word("cli-help"))
        .help_heading(speaker.word("cli-options"));
    let lang = option(speaker, "lang", "LANG", "cli-lang")
        .value_parser(Lang::ALL.map(Lang::code))
        .hide_possible_values(true);
    let examples: String = examples.iter().map(|line| format!("\n  {line}")).collect();
    command
        .about(speaker.word(about))
        .override_usage(usage)
        .help_template(template)
        .after_help(format!("{}:{examples}", speaker.word("cli-examples")))
        .disable_help_flag(true)
        .args(own)
        .args([lang, help])
}

/// An argument that is known by its place.
pub(crate) fn positional(
    speaker: &Speaker,
    id: &'static str,
    value: &'static str,
    text: &str,
) -> Arg {
    Arg::new(id)
        .value_name(value)
        .help(speaker.word(text))
        .help_heading(speaker.word("cli-arguments"))
}

/// An argument that is known by its name.
pub(crate) fn option(speaker: &Speaker, id: &'static str, value: &'static str, text: &str) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(value)
        .help(speaker.word(text))
        .help_heading(speaker.word("cli-options"))
}

/// An argument that is there or not.
pub(crate) fn flag(speaker: &Speaker, id: &'static str, text: &str) -> Arg {
    Arg::new(id)
        .long(id)
        .action(ArgAction::SetTrue)
        .help(speaker.word(text))
        .help_heading(speaker.word("cli-options"))
}

/// The folder of the study.
pub(crate) fn dir(speaker: &Speaker) -> Arg {
    positional(speaker, "dir", "DIR", "cli-dir")
        .value_parser(value_parser!(PathBuf))
        .default_value(".")
        .hide_default_value(true)
}

/// The folder of the report.
pub(crate) fn folder(speaker: &Speaker, id: &'static str, text: &str) -> Arg {
    option(speaker, id, "OUT", text).value_parser(value_parser!(PathBuf))
}

/// The folder of texts that come in addition to those of the study.
pub(crate) fn documents(speaker: &Speaker) -> Arg {
    option(speaker, "documents", "TEXTS", "cli-documents").value_parser(value_parser!(PathBuf))
}

/// For whom the output is.
pub(crate) fn output_format(speaker: &Speaker) -> Arg {
    option(speaker, "format", "FORMAT", "cli-format")
        .value_parser(["text", "json"])
        .hide_possible_values(true)
}

/// The file whose lines are looked at.
pub(crate) fn lines(speaker: &Speaker) -> Arg {
    option(speaker, "lines", "FILE", "cli-lines")
        .value_parser(value_parser!(PathBuf))
        .required(true)
}

/// The text of that file, or of stdin where it is `-`. What is no UTF-8 is shown as such.
pub(crate) fn lines_of(matches: &ArgMatches) -> Result<String, Stop> {
    let bytes = bytes_at(&path(matches, "lines"))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The bytes of a file that the user names, or of stdin where it is `-`.
pub(crate) fn bytes_at(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Stop::problem(
            "source-file-unreadable",
            &[("path", &path.display()), ("reason", &error)],
        )),
    }
}

/// A path that was given or has a default.
pub(crate) fn path(matches: &ArgMatches, id: &str) -> PathBuf {
    matches.get_one(id).cloned().unwrap_or_default()
}

/// A text that was given.
pub(crate) fn text<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a str> {
    matches.get_one::<String>(id).map(String::as_str)
}

/// The language of the user, wanted before the command line can be read, because a mistake in it
/// is told in this language.
pub(crate) fn lang(arguments: &[OsString]) -> Lang {
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok());
    language::choose(value_of(arguments, "--lang").as_deref(), &system)
}

/// The form of the output, wanted early for the same reason.
pub(crate) fn format(arguments: &[OsString]) -> Format {
    match value_of(arguments, "--format").as_deref() {
        Some("json") => Format::Json,
        _ => Format::Text,
    }
}

/// The last value of an option, as `--name value` or `--name=value`.
fn value_of(arguments: &[OsString], name: &str) -> Option<String> {
    let words: Vec<&str> = arguments.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let options = words.split(|word| *word == "--").next().unwrap_or_default();
    options.iter().enumerate().rev().find_map(|(place, word)| {
        let value = match word.strip_prefix(name)? {
            "" => options.get(place + 1)?,
            joined => joined.strip_prefix('=')?,
        };
        Some(value.to_owned())
    })
}

/// What clap found, without its English sentences.
fn usage_error(error: &clap::Error) -> Stop {
    let words = |kinds: &[ContextKind]| -> Vec<String> {
        let mut words = Vec::new();
        for kind in kinds {
            match error.get(*kind) {
                Some(ContextValue::String(word)) => words.push(word.clone()),
                Some(ContextValue::Strings(more)) => words.extend(more.iter().cloned()),
                _ => {}
            }
        }
        words.retain(|word| !word.is_empty());
        words
    };
    let found =
        [ContextKind::InvalidSubcommand, ContextKind::InvalidArg, ContextKind::InvalidValue];
    let mut meant = words(&[
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]);
    if meant.is_empty() && error.kind() == ErrorKind::InvalidValue {
        meant = words(&[ContextKind::ValidValue]);
    }
    Stop::Usage { found: words(&found).join(" "), meant }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_every_language() {
        for lang in Lang::ALL {
            command(&Speaker::new(lang)).debug_assert();
        }
    }

    #[test]
    fn an_option_is_found_before_the_command_line_is_read() {
        let found = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            value_of(&words, "--lang")
        };
        assert_eq!(found("daryn run --lang kk").as_deref(), Some("kk"));
        assert_eq!(found("daryn --lang=ru run").as_deref(), Some("ru"));
        assert_eq!(found("daryn --lang en run --lang=ru").as_deref(), Some("ru"));
        assert_eq!(found("daryn --language ru run"), None);
        assert_eq!(found("daryn new -- --lang ru"), None);
        assert_eq!(found("daryn --lang"), None);
    }
}
