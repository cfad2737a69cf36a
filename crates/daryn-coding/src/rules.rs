//! Rules that find passages for a code, as an analyst writes them.
//!
//! A file of rules is TOML: `[rules]` says for which codebook it is, each `[[clue]]` gives a name
//! to words that several rules look for, and each `[[rule]]` gives a code to the passages that
//! meet all its conditions. What words look like in a rule stands in [`Term`]; how rules are
//! applied in [`crate::Coder`].

use daryn_count::Word;
use daryn_model::record::{Id, Record};
use daryn_model::{Diagnostic, Severity, codes, record};
use daryn_read::Kind;
use daryn_study::toml_file;
use daryn_text::Language;
use serde_json::{Value, json};

use crate::check::Check;
use crate::codebook::{Codebook, entries, only};

/// The rules of the codebook that daryn brings along.
pub const BUILT_IN: (&str, &str) = (
    "intellectual-migration.rules.toml",
    include_str!("../../../codebooks/intellectual-migration.rules.toml"),
);

codes! {
    /// The language of the passages that a rule is for.
    pub enum Tongue {
        /// Kazakh.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}

impl Tongue {
    /// The language of texts.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Tongue::Kk => Language::Kk,
            Tongue::Ru => Language::Ru,
            Tongue::En => Language::En,
        }
    }
}

codes! {
    /// What a passage is, as `daryn read` names it.
    pub enum Form {
        /// A section above chapters.
        Part = "part",
        /// A chapter that holds nothing.
        Chapter = "chapter",
        /// An article that holds nothing else.
        Article = "article",
        /// A point.
        Point = "point",
        /// A sub-point.
        SubPoint = "sub-point",
        /// Words without a number.
        Paragraph = "paragraph",
        /// A table without rows.
        Table = "table",
        /// A row without cells.
        Row = "row",
        /// A cell.
        Cell = "cell",
        /// An annex that holds nothing.
        Annex = "annex",
        /// A title.
        Heading = "heading",
    }
}

impl Form {
    /// The form of a kind of passage; none for notes and tables of contents, which are not coded.
    #[must_use]
    pub fn of(kind: Kind) -> Option<Form> {
        Some(match kind {
            Kind::Part => Form::Part,
            Kind::Chapter => Form::Chapter,
            Kind::Article => Form::Article,
            Kind::Point => Form::Point,
            Kind::SubPoint => Form::SubPoint,
            Kind::Paragraph => Form::Paragraph,
            Kind::Table => Form::Table,
            Kind::Row => Form::Row,
            Kind::Cell => Form::Cell,
            Kind::Annex => Form::Annex,
            Kind::Heading => Form::Heading,
            Kind::Note | Kind::Toc => return None,
        })
    }
}

record! {
    /// What a file of rules is: `[rules]`.
    pub struct Head: "rules" {
        /// The codebook that the rules are for.
        pub codebook: Id,
        /// The version of the codebook that the rules were written for.
        pub codebook_version: String,
        /// The version of the rules that say none themselves.
        pub version: String,
    }
}

record! {
    /// Two terms that stand near each other.
    pub struct Near: "near" {
        /// The one.
        pub a: String,
        /// The other.
        pub b: String,
        /// How many words may stand from the beginning of the one to that of the other, at most.
        pub within: i64,
    }
}

record! {
    /// What words must and must not stand somewhere. All parts that are given must hold.
    #[derive(Default)]
    pub struct Condition: "condition" {
        /// At least one of these.
        pub any: Vec<String>,
        /// Each of these.
        pub all: Vec<String>,
        /// Not one of these.
        pub none: Vec<String>,
        /// Each of these pairs, its two terms near each other.
        pub near: Vec<Near>,
    }
}

record! {
    /// Names that say nothing of what a passage is about: `[[name]]`. Their words are not seen by
    /// any clue or rule; `|` stands before the words that are not seen, if not all of them are:
    /// `комисси* | по подготовке кадров`.
    pub struct Name: "name" {
        /// The language of its words.
        pub language: Tongue,
        /// The names.
        pub words: Vec<String>,
    }
}

record! {
    /// Words, and conditions on words, under a name: `[[clue]]`. A rule names it as `@id`.
    pub struct Clue: "clue" {
        /// Its name; clues of different languages may share one.
        pub id: Id,
        /// The language of its words.
        pub language: Tongue,
        /// At least one of these stands in the passage or its lead-in.
        pub any: Vec<String>,
        /// Each of these stands in the passage or its lead-in.
        pub all: Vec<String>,
        /// Not one of these stands in the passage or its lead-in.
        pub none: Vec<String>,
        /// Terms near each other, in the passage or in its lead-in.
        pub near: Vec<Near>,
        /// What holds in the passage alone.
        pub own: Option<Condition>,
        /// What holds in the lead-in alone; where there is none, no word stands in it.
        pub lead: Option<Condition>,
        /// What holds in the last item of the list alone, where the words of the passage go on to
        /// it; elsewhere no word stands in it.
        pub tail: Option<Condition>,
        /// What holds in the headings above.
        pub headings: Option<Condition>,
        /// The passage is one of these.
        pub forms: Vec<Form>,
        /// The passage is none of these.
        pub not_forms: Vec<Form>,
    }
}

record! {
    /// What gives a code to a passage: `[[rule]]`. All conditions must hold.
    pub struct Rule: "rule" {
        /// Its name, which codings tell.
        pub id: Id,
        /// The code that it gives.
        pub code: Id,
        /// Its version; that of the file if not given.
        pub version: Option<String>,
        /// The language of the passages that it looks at.
        pub language: Tongue,
        /// At least one of these stands in the passage or its lead-in.
        pub any: Vec<String>,
        /// Each of these stands in the passage or its lead-in.
        pub all: Vec<String>,
        /// Not one of these stands in the passage or its lead-in.
        pub none: Vec<String>,
        /// Terms near each other, in the passage or in its lead-in.
        pub near: Vec<Near>,
        /// What holds in the passage alone.
        pub own: Option<Condition>,
        /// What holds in the lead-in alone; where there is none, no word stands in it.
        pub lead: Option<Condition>,
        /// What holds in the last item of the list alone, where the words of the passage go on to
        /// it; elsewhere no word stands in it.
        pub tail: Option<Condition>,
        /// What holds in the headings above.
        pub headings: Option<Condition>,
        /// The passage is one of these.
        pub forms: Vec<Form>,
        /// The passage is none of these.
        pub not_forms: Vec<Form>,
        /// The passage has at least one of these codes, or of those below them.
        pub requires: Vec<Id>,
        /// The passage has none of these codes, and none of those below them.
        pub unless: Vec<Id>,
    }
}

/// What a rule looks for, as it is written in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// `@core`: a clue of the language.
    Clue(String),
    /// Neighbouring words.
    Words {
        /// The words, each with whether it is compared by its stem: `маман` is, `=маман` and
        /// `маман*` are not.
        words: Vec<(Word, bool)>,
        /// `^` before the words: they stand at the beginning.
        at_start: bool,
        /// `$` behind the words: they stand at the end.
        at_end: bool,
    },
}

impl Term {
    /// Reads a term; `None` where there is no word in it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Term> {
        let text = text.trim();
        if let Some(name) = text.strip_prefix('@') {
            return Id(name.to_owned()).is_valid().then(|| Term::Clue(name.to_owned()));
        }
        let (text, at_start) = text.strip_prefix('^').map_or((text, false), |text| (text, true));
        let (text, at_end) = text.strip_suffix('$').map_or((text, false), |text| (text, true));
        let mut words = Vec::new();
        for chunk in text.split_whitespace() {
            let (chunk, is_exact) =
                chunk.strip_prefix('=').map_or((chunk, false), |chunk| (chunk, true));
            // A dash between words is none.
            let Some(pattern) = daryn_count::Pattern::parse(chunk) else { continue };
            words.extend(pattern.words.into_iter().map(|word| {
                let by_stem = !is_exact && matches!(word, Word::Exact(_));
                (word, by_stem)
            }));
        }
        (!words.is_empty()).then_some(Term::Words { words, at_start, at_end })
    }
}

/// Reads a name: the term, and which of its words is the first that is not seen.
pub(crate) fn hidden(text: &str) -> Option<(Term, usize)> {
    let (before, behind) = text.split_once('|').unwrap_or(("", text));
    let words = |text: &str| match Term::parse(text) {
        Some(Term::Words { words, .. }) => words,
        _ => Vec::new(),
    };
    let (mut all, rest) = (words(before), words(behind));
    let first = all.len();
    all.extend(rest);
    let term = Term::Words { words: all, at_start: false, at_end: false };
    (!words(behind).is_empty()).then_some((term, first))
}

/// Rules that were read and hold together.
#[derive(Debug, Clone)]
pub struct Rules {
    /// What they are.
    pub head: Head,
    /// Names whose words are not seen.
    pub names: Vec<Name>,
    /// Words under a name.
    pub clues: Vec<Clue>,
    /// The rules in the order of the file.
    pub rules: Vec<Rule>,
}

/// A condition with where it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The passage and its lead-in.
    Both,
    /// The passage.
    Own,
    /// The lead-in.
    Lead,
    /// The last item of the list.
    Tail,
    /// The headings above.
    Headings,
}

impl Scope {
    /// As it is written before a condition; none where nothing is.
    pub(crate) fn code(self) -> Option<&'static str> {
        match self {
            Scope::Both => None,
            Scope::Own => Some("own"),
            Scope::Lead => Some("lead"),
            Scope::Tail => Some("tail"),
            Scope::Headings => Some("headings"),
        }
    }
}

/// What clues and rules have in common.
pub(crate) struct Conditions {
    pub(crate) scoped: Vec<(Scope, Condition)>,
    pub(crate) forms: Vec<Form>,
    pub(crate) not_forms: Vec<Form>,
}

macro_rules! conditions {
    ($record:ty) => {
        impl $record {
            pub(crate) fn conditions(&self) -> Conditions {
                let both = Condition {
                    any: self.any.clone(),
                    all: self.all.clone(),
                    none: self.none.clone(),
                    near: self.near.clone(),
                    ..Condition::default()
                };
                let given = [
                    (Scope::Both, Some(both)),
                    (Scope::Own, self.own.clone()),
                    (Scope::Lead, self.lead.clone()),
                    (Scope::Tail, self.tail.clone()),
                    (Scope::Headings, self.headings.clone()),
                ];
                let scoped = given.into_iter().filter_map(|(scope, it)| Some((scope, it?)));
                Conditions {
                    scoped: scoped.collect(),
                    forms: self.forms.clone(),
                    not_forms: self.not_forms.clone(),
                }
            }
        }
    };
}

conditions!(Clue);
conditions!(Rule);

impl Rule {
    /// Codes that it waits for, to be there or not to be.
    pub(crate) fn awaits(&self) -> impl Iterator<Item = &Id> {
        self.requires.iter().chain(&self.unless)
    }
}

impl Condition {
    /// Every term as it is written.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &String> {
        let near = self.near.iter().flat_map(|near| [&near.a, &near.b]);
        self.any.iter().chain(&self.all).chain(&self.none).chain(near)
    }
}

impl Rules {
    /// Reads rules for a codebook. Problems are told, all at once; `None` where one is an error.
    ///
    /// Told are unknown keys, codes, clues and forms, names given twice, a term without a word or
    /// with signs that mean nothing here, a clue where it cannot look, a rule that asks for
    /// nothing, codes that are waited for and never given, clues and codes that wait for each
    /// other in a circle, and another version of the codebook than the one the rules were written
    /// for.
    pub fn parse(
        file: &str,
        bytes: &[u8],
        codebook: &Codebook,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Rules> {
        let before = problems.len();
        let root = toml_file::table(file, bytes, problems)?;
        let head = only::<Head>(&root, "rules", &["rules", "name", "clue", "rule"], file, problems);
        let names: Vec<Name> = entries(&root, "name", file, problems);
        let clues: Vec<Clue> = entries(&root, "clue", file, problems);
        let rules: Vec<Rule> = entries(&root, "rule", file, problems);
        if rules.is_empty() && problems.len() == before {
            problems.push(Diagnostic::error("coding-no-rule", file, 0));
        }
        if let Some(head) = &head {
            check_version(head, codebook, file, problems);
        }
        Check::new(file, codebook, &clues, problems).all(&names, &rules);
        let is_good = problems[before..].iter().all(|it| it.severity != Severity::Error);
        Some(Rules { head: head.filter(|_| is_good)?, names, clues, rules })
    }

    /// The rules that daryn brings along for its own codebook.
    #[must_use]
    pub fn built_in() -> Option<Rules> {
        let codebook = Codebook::built_in()?;
        Rules::parse(BUILT_IN.0, BUILT_IN.1.as_bytes(), &codebook, &mut Vec::new())
    }

    /// No rules at all: nothing is coded by them.
    #[must_use]
    pub fn none(codebook: &Codebook) -> Rules {
        let head = Head {
            codebook: codebook.head.id.clone(),
            codebook_version: codebook.head.version.clone(),
            version: String::new(),
            at: codebook.head.at.clone(),
        };
        Rules { head, names: Vec::new(), clues: Vec::new(), rules: Vec::new() }
    }

    /// JSON Schema of the file.
    #[must_use]
    pub fn schema() -> Value {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "rules of a codebook",
            "type": "object",
            "properties": {
                "rules": <Head as Record>::schema(),
                "name": {"type": "array", "items": <Name as Record>::schema()},
                "clue": {"type": "array", "items": <Clue as Record>::schema()},
                "rule": {"type": "array", "items": <Rule as Record>::schema()},
            },
            "required": ["rules", "rule"],
            "additionalProperties": false,
        })
    }
}

fn check_version(head: &Head, codebook: &Codebook, file: &str, problems: &mut Vec<Diagnostic>) {
    let own = (&codebook.head.id, &codebook.head.version);
    if (&head.codebook, &head.codebook_version) == own {
        return;
    }
    let problem = match head.codebook == codebook.head.id {
        // Codes may well be the same; those that are not are told one by one.
        true => Diagnostic::warning("coding-other-version", file, head.at.line),
        false => Diagnostic::error("coding-other-codebook", file, head.at.line),
    };
    problems.push(
        problem
            .with("found", format!("{} {}", head.codebook, head.codebook_version))
            .with("expected", format!("{} {}", own.0, own.1)),
    );
}
