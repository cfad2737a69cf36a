//! Chapter 1, evolution: how much of each document codes of a codebook take up.
//!
//! The number is that of passages with a code per 1,000 words of the passages that could be coded,
//! so that long and short documents stand beside each other. Beside it stands the share of these
//! words that lie in passages with the code, which does not change with how finely a document is
//! cut into passages. Texts are set side by side only within a language: Kazakh says with fewer
//! words what Russian says. Only texts that were read whole are counted, each is shown by itself,
//! and no line is fitted through them.

use std::collections::BTreeMap;

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support, Table};

use crate::Output;
use crate::evidence::{self, Words};
use crate::evolution::in_time;
use crate::figure::{AttentionCell, AttentionGroup, AttentionPanel, AttentionRow, Figure, Marks};

const CHAPTER: &str = "evolution";

/// Most texts in one panel.
const COLUMNS: usize = 9;

/// The part of the chapter that rests on codings of texts.
pub fn run(study: &Study) -> Output {
    let mut output = Output::default();
    let words = Words::of(study);
    let Some(codings) = &study.codings else {
        output.claims.extend(untestable(study));
        return output;
    };
    let texts = in_order(study, codings);
    let mut table = Table::new(
        "attention",
        &[
            "document",
            "file",
            "language",
            "words",
            "passages",
            "group",
            "code",
            "count",
            "by_hand",
            "per_thousand",
            "share_of_words",
        ],
    );
    let mut cells: BTreeMap<(&str, &str), AttentionCell> = BTreeMap::new();
    for text in &texts {
        output.claims.push(coded(text, codings, &words));
        for code in &codings.codes {
            let (claim, row, rate) = attention(text, code, &words);
            cells.insert((&text.file, &code.id), AttentionCell { claim: claim.id.clone(), rate });
            table.push(&claim, row);
            output.claims.push(claim);
        }
    }
    output.claims.extend(not_compared(study, codings, &words));
    output.claims.extend(validation(codings));
    output.figures.push(Figure {
        id: "evolution.attention".into(),
        table: "attention".into(),
        title: Localized::default(),
        sources: Vec::new(),
        marks: Marks::Attention(panels(&texts, codings, &cells, &words)),
    });
    output.tables.push(table);
    output
}

/// Texts by the time of their documents.
fn in_order<'a>(study: &Study, codings: &'a Codings) -> Vec<&'a CodedText> {
    let documents = in_time(study);
    let mut texts: Vec<&CodedText> = codings.texts.iter().collect();
    let place = |text: &CodedText| documents.iter().position(|row| row.id == text.document);
    texts.sort_by_key(|text| (place(text), text.file.clone()));
    texts
}

/// Passages of a text as support; the text itself where none is meant.
fn support<'a>(text: &CodedText, passages: impl Iterator<Item = &'a CodedPassage>) -> Support {
    let ids = passages.map(|passage| evidence::coded_passage(&text.file, &passage.passage));
    Support::new(ids).unwrap_or_else(|| Support::one(evidence::text(&text.file)))
}

/// Passages of a text that have a code.
fn with_code<'a>(text: &'a CodedText, code: &'a str) -> impl Iterator<Item = &'a CodedPassage> {
    let has = move |passage: &&CodedPassage| passage.codes.iter().any(|given| given.code == code);
    text.coded.iter().filter(has)
}

/// How much of a text got codes.
fn coded(text: &CodedText, codings: &Codings, words: &Words<'_>) -> Claim {
    let template = if text.by_hand > 0 { "text-coded-by-people" } else { "text-coded" };
    let claim = Claim::new(
        CHAPTER,
        &format!("coded.{}", text.file),
        template,
        // The text as a whole; its passages stand behind the single codes.
        Support::one(evidence::text(&text.file)),
    );
    claim
        .with("short", Arg::Text(words.short(&text.document.0)))
        .with("file", Arg::plain(&text.file))
        .with("language", Arg::code("language", &text.language))
        .with("n", Arg::Count(text.coded.len() as i64))
        .with("passages", Arg::Count(text.passages))
        .with("words", Arg::Count(text.words))
        .with("without", Arg::Count(text.without_rules))
        .with("hand", Arg::Count(text.by_hand))
        .with("coders", Arg::List(text.coders.iter().map(|name| Arg::plain(name)).collect()))
        .with("codebook", Arg::plain(&format!("{} {}", codings.codebook, codings.version)))
}

/// How often a code was given in a text: the claim, its row, and the number per 1,000 words.
fn attention(
    text: &CodedText,
    code: &CodeName,
    words: &Words<'_>,
) -> (Claim, Vec<Arg>, Option<Decimal>) {
    let found: Vec<&CodedPassage> = with_code(text, &code.id).collect();
    let count = found.len() as i64;
    let by_hand = found.iter().filter(|passage| passage.codes.iter().any(|it| it.by_hand)).count();
    let of_words = |number: i64, scale: f64| number as f64 * scale / text.words as f64;
    let rate = Decimal::rounded(of_words(count, 1000.0), 2);
    let within: i64 = found.iter().map(|passage| passage.words).sum();
    let template = if found.is_empty() { "attention-not-given" } else { "attention-given" };
    // A text without a word that could be coded has no rate.
    let measured = text.words > 0;
    let number = |value: Decimal| if measured { Arg::Number(value) } else { Arg::Empty };
    let share = Decimal::rounded(of_words(within, 100.0), 2);
    let claim = Claim::new(
        CHAPTER,
        &format!("attention.{}.{}", text.file, code.id),
        template,
        support(text, found.iter().copied()),
    )
    .with("short", Arg::Text(words.short(&text.document.0)))
    .with("file", Arg::plain(&text.file))
    .with("language", Arg::code("language", &text.language))
    .with("code", Arg::text(&named(code)))
    .with("count", Arg::Count(count))
    .with("passages", Arg::Count(text.passages))
    .with("words", Arg::Count(text.words))
    .with("rate", number(rate.clone()));
    let row = vec![
        Arg::plain(&text.document.0),
        Arg::plain(&text.file),
        Arg::code("language", &text.language),
        Arg::Count(text.words),
        Arg::Count(text.passages),
        Arg::text(&code.group),
        Arg::text(&named(code)),
        Arg::Count(count),
        Arg::Count(by_hand as i64),
        number(rate.clone()),
        number(share),
    ];
    (claim, row, (measured && !found.is_empty()).then_some(rate))
}

/// The name of a code; its id where it has none.
fn named(code: &CodeName) -> Localized {
    if code.name.is_empty() { Localized::same(&code.id) } else { code.name.clone() }
}

/// Why nothing can be said, and what would change that.
fn untestable(study: &Study) -> Option<Claim> {
    let corpus = study.documents.iter().filter(|row| row.role == Role::Corpus);
    let ids: Vec<String> = corpus.map(|row| evidence::document(&row.id)).collect();
    let n = ids.len() as i64;
    let support = Support::new(ids)?;
    let claim = Claim::new(CHAPTER, "attention", "attention-untestable", support);
    Some(claim.with("n", Arg::Count(n)))
}

/// Documents of the corpus that stand outside: no text of them was read whole.
fn not_compared(study: &Study, codings: &Codings, words: &Words<'_>) -> Option<Claim> {
    let outside: Vec<&Document> = in_time(study)
        .into_iter()
        .filter(|row| row.role == Role::Corpus)
        .filter(|row| codings.texts.iter().all(|text| text.document != row.id))
        .collect();
    let support = Support::new(outside.iter().map(|row| evidence::document(&row.id)))?;
    let names = outside.iter().map(|row| Arg::Text(words.short(&row.id.0)));
    let claim = Claim::new(CHAPTER, "attention.outside", "attention-outside", support);
    Some(
        claim
            .with("n", Arg::Count(outside.len() as i64))
            .with("documents", Arg::List(names.collect())),
    )
}

/// Whether two people coded a sample of these passages again, and what came out.
fn validation(codings: &Codings) -> Vec<Claim> {
    let texts = codings.texts.iter().map(|text| evidence::text(&text.file));
    let Some(support) = Support::new(texts) else { return Vec::new() };
    let claim = |name: &str, template: &str| {
        Claim::new(CHAPTER, &format!("validation{name}"), template, support.clone())
    };
    let mut claims = Vec::new();
    match &codings.validation {
        None => claims.push(claim("", "validation-none")),
        Some(found) => {
            let three = |value: f64| Arg::Number(Decimal::rounded(value, 3));
            let coders = found.coders.iter().map(|name| Arg::plain(name)).collect();
            claims.push(
                claim("", "validation-done")
                    .with("coders", Arg::List(coders))
                    .with("date", Arg::Date(found.date.clone()))
                    .with("n", Arg::Count(found.passages))
                    .with("alpha", Arg::maybe(found.alpha, three)),
            );
            for own in &found.languages {
                let end = |place: usize| Arg::maybe(own.f1_interval, |ends| three(ends[place]));
                let template = match (own.f1, own.f1_interval, own.macro_f1) {
                    (None, _, _) => "validation-language-none",
                    (_, None, _) => "validation-language-alike",
                    (_, _, None) => "validation-language-rare",
                    _ => "validation-language",
                };
                claims.push(
                    claim(&format!(".{}", own.language), template)
                        .with("language", Arg::code("language", &own.language))
                        .with("n", Arg::Count(own.passages))
                        .with("codes", Arg::Count(own.codes))
                        .with("macro", Arg::maybe(own.macro_f1, three))
                        .with("f1", Arg::maybe(own.f1, three))
                        .with("low", end(0))
                        .with("high", end(1)),
                );
            }
            if found.outdated {
                claims.push(claim(".outdated", "validation-outdated"));
            }
        }
    }
    if codings.built_in {
        claims.push(claim(".built-in", "validation-built-in"));
    }
    claims
}

/// Texts of one language side by side, so many at a time as can be read.
fn panels(
    texts: &[&CodedText],
    codings: &Codings,
    cells: &BTreeMap<(&str, &str), AttentionCell>,
    words: &Words<'_>,
) -> Vec<AttentionPanel> {
    let mut languages: Vec<&str> = Vec::new();
    for text in texts {
        if !languages.contains(&text.language.as_str()) {
            languages.push(&text.language);
        }
    }
    let mut panels = Vec::new();
    for language in languages {
        let own: Vec<&CodedText> =
            texts.iter().copied().filter(|text| text.language == language).collect();
        for some in own.chunks(COLUMNS) {
            panels.push(AttentionPanel {
                language: Arg::code("language", language),
                columns: some.iter().map(|text| label(text, &own, words)).collect(),
                groups: groups(some, codings, cells),
            });
        }
    }
    panels
}

/// The label of a text: that of its document, with the file where there are several.
fn label(text: &CodedText, own: &[&CodedText], words: &Words<'_>) -> Localized {
    let short = words.short(&text.document.0);
    if own.iter().filter(|other| other.document == text.document).count() < 2 {
        return short;
    }
    let file = text.file.rsplit('/').next().unwrap_or(&text.file);
    Localized::same(file)
}

fn groups(
    texts: &[&CodedText],
    codings: &Codings,
    cells: &BTreeMap<(&str, &str), AttentionCell>,
) -> Vec<AttentionGroup> {
    let mut groups: Vec<AttentionGroup> = Vec::new();
    for code in &codings.codes {
        let of = |text: &&CodedText| cells.get(&(text.file.as_str(), code.id.as_str())).cloned();
        let row = AttentionRow { label: named(code), cells: texts.iter().filter_map(of).collect() };
        match groups.last_mut().filter(|group| group.label == code.group) {
            Some(group) => group.rows.push(row),
            None => groups.push(AttentionGroup { label: code.group.clone(), rows: vec![row] }),
        }
    }
    groups
}
