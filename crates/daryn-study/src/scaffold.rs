//! A new study folder: every file with its head, ready to be filled in.

use std::io;
use std::path::Path;

use daryn_model::records::*;
use daryn_model::{Lang, Record};

use crate::world::World;

/// Writes the files of a new study in a language. `readme` tells in it what goes where.
pub fn create(
    world: &dyn World,
    path: &Path,
    name: &str,
    lang: Lang,
    readme: &str,
) -> io::Result<()> {
    for (file, text) in files(name, readme) {
        // The templates are written for English; keys and language follow the author's.
        let text = match file.strip_suffix(".toml") {
            Some(_) => text
                .replace("_en = ", &format!("_{} = ", lang.code()))
                .replace("languages = [\"en\"]", &format!("languages = [\"{}\"]", lang.code())),
            None => text,
        };
        world.write(&path.join(file), text.as_bytes())?;
    }
    Ok(())
}

/// A name that can be the identity of a study: others are replaced by `-`.
pub fn identity(name: &str) -> String {
    let id: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' })
        .collect();
    id.trim_matches(['-', '.']).to_owned()
}

fn files(name: &str, readme: &str) -> Vec<(&'static str, String)> {
    let title = toml_text(name);
    let id = toml_text(&identity(name));
    let study = format!(
        r#"[study]
id = {id}
title_en = {title}
question_en = ""
policy_en = ""
country = "XX"
period_start = 2015
period_end = 2025
comparators = []
languages = ["en"]
authors = []
coder_en = ""
seed = 1
# seen_on = 2026-01-31
# as_of = 2026-01-31
# data_start = 1990
# data_end = 2030

# [[study.caveats]]
# text_en = ""

# [[study.charts]]
# id = ""
# indicator = ""
# series = []

# [[study.flows]]
# id = ""
# inward = []
# outward = []
# period = ""

[files]
documents = "documents.csv"
measures = "measures.csv"
bodies = "bodies.csv"
statistics = "statistics.csv"
indicators = "indicators.csv"
definitions = "definitions.csv"
units = "units.csv"
sources = "sources.csv"
areas = "areas.csv"
targets = "targets.csv"
practices = "practices.csv"
effects = "effects.csv"
references = "references.csv"
searches = "searches.csv"
events = "events.csv"
hypotheses = "hypotheses.toml"
rules = "rules.toml"
recommendations = "recommendations.toml"
# downloads = "downloads.toml"
other = ["README.md"]
"#
    );
    let hypotheses = r#"# [[hypothesis]]
# id = "H1"
# chapter = "effectiveness"  # evolution, governance, alignment, effectiveness, practice
# statement_en = ""
# origin_en = ""
# rule = "R1"
# gap_en = ""
#
# [[hypothesis.predictions]]
# id = "H1.a"
# text_en = ""
# test = "series_change"
# series = [""]
# at_most = 0
# reason_en = ""
"#;
    let rules = r#"[[rule]]
id = "R1"
min_testable = 1
supported_from = 75
contradicted_to = 25
reason_en = ""
"#;
    let recommendations = r#"# [[recommendation]]
# id = "A1"
# gap = "H1"
# text_en = ""
# practices = []
# feasibility = 3
# speed = 3
# reason_en = ""
# case_population_en = ""  # whom it is about in the country of the study
# case_condition_en = ""   # under which condition it would act there
#
# [[recommendation.conditions]]
# text_en = ""
#
# [[recommendation.transfer]]  # one a number of its practices
# effect = ""
# population = "unknown"  # same, different, unknown
# condition = "unknown"
# reason_en = ""

[ranking]
draws = 10000
"#;
    vec![
        ("README.md", readme.replace("{name}", name)),
        ("study.toml", study),
        ("documents.csv", header::<Document>()),
        ("measures.csv", header::<Measure>()),
        ("bodies.csv", header::<Body>()),
        ("statistics.csv", header::<Observation>()),
        ("indicators.csv", header::<Indicator>()),
        ("definitions.csv", header::<Definition>()),
        ("units.csv", header::<Unit>()),
        ("sources.csv", header::<Source>()),
        ("areas.csv", header::<Area>()),
        ("targets.csv", header::<Target>()),
        ("practices.csv", header::<Practice>()),
        ("effects.csv", header::<Effect>()),
        ("references.csv", header::<Reference>()),
        ("searches.csv", header::<Search>()),
        ("events.csv", header::<Event>()),
        ("hypotheses.toml", hypotheses.to_owned()),
        ("rules.toml", rules.to_owned()),
        ("recommendations.toml", recommendations.to_owned()),
    ]
}

fn header<T: Record>() -> String {
    format!("{}\n", T::columns().join(","))
}

/// A text as a TOML basic string.
fn toml_text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{folder, world::Disk};

    #[test]
    fn a_new_study_is_well_formed_and_empty() {
        let parent = tempfile::tempdir().expect("a folder");
        let path = parent.path().join("Менің \"зерттеуім\"");
        create(&Disk, &path, "Менің \"зерттеуім\"", Lang::Kk, "# {name}\n").expect("written");
        let folder = folder::open(&Disk, &path).expect("opened");
        assert_eq!(folder.problems, []);
        assert_eq!(folder.languages, [Lang::Kk]);
        assert_eq!(folder.head.expect("a head").id.0, "Менің--зерттеуім");
        assert_eq!(folder.tables.len(), 18);
    }
}
