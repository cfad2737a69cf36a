//! `daryn new`: a study folder to be filled in.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::{Arg, Lang};
use daryn_report::Speaker;
use daryn_study::{Disk, scaffold};

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = ["daryn new migration-2030", "daryn new \"studies/Көші-қон 2030\""];
    let name = positional(speaker, "name", "NAME", "cli-new-name")
        .required(true)
        .value_parser(value_parser!(PathBuf));
    subcommand(speaker, "new", "daryn new NAME", &examples, [name])
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let path = arguments::path(matches, "name");
    create(&path, output)?;
    output.say("new-done", &[("path", Arg::plain(&path.display().to_string()))]);
    output.say("new-next", &[]);
    for command in ["check", "run"] {
        output.line(Stream::Talk, &format!("  daryn {command} {}", quoted(&path)));
    }
    Ok(Ended::Well)
}

/// Makes a folder and what a study begins with.
pub(crate) fn create(path: &Path, output: &Output) -> Result<(), Stop> {
    let name = study_name(path)?;
    let failed = |error: &io::Error| Stop::write_failed(path, error);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        fs::create_dir_all(parent).map_err(|error| failed(&error))?;
    }
    // Whoever makes the folder owns it: two at once cannot fill the same one.
    fs::create_dir(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Stop::problem("folder-exists", &[("path", &path.display())])
        }
        _ => failed(&error),
    })?;
    if let Err(error) =
        scaffold::create(&Disk, path, &name, output.speaker.lang, readme(output.speaker.lang))
    {
        // The folder is ours alone, and half a study is of no use.
        let _ = fs::remove_dir_all(path);
        return Err(failed(&error));
    }
    Ok(())
}

/// The last part of a path, if it can be the name of a study.
fn study_name(path: &Path) -> Result<String, Stop> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let good = name.chars().all(|c| c.is_alphanumeric() || " -_.".contains(c));
    if good && !scaffold::identity(name).is_empty() {
        Ok(name.to_owned())
    } else {
        Err(Stop::problem("bad-name", &[("found", &path.display())]))
    }
}

/// A path as it can be typed.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') { format!("\"{path}\"") } else { path }
}

/// What goes into which file, in the language of the user.
fn readme(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../../../locales/en/study-readme.md"),
        Lang::Ru => include_str!("../../../../locales/ru/study-readme.md"),
        Lang::Kk => include_str!("../../../../locales/kk/study-readme.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_letters_of_any_script() {
        for good in ["a", "studies/Көші-қон 2030", "a.b_c", "./a"] {
            assert!(study_name(Path::new(good)).is_ok(), "{good}");
        }
        for bad in [".", "..", "/", "a:b", "a*", "-", "...", " ", "a\tb"] {
            assert!(study_name(Path::new(bad)).is_err(), "{bad}");
        }
    }
}
