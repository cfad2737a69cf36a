//! Attention of texts to codes, and how new each text is beside its neighbours.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Localized, Support};

use super::{Told, table};
use crate::Output;
use crate::figure::{AttentionCell, AttentionGroup, AttentionRow, Figure, HeatPanel, Marks};

pub(super) fn run(lines: &[Told<'_>], output: &mut Output) {
    novelty(lines, output);
    attention(lines, output);
}

fn novelty(lines: &[Told<'_>], output: &mut Output) {
    let columns = ["edition", "window", "novelty", "transience", "resonance", "undefined"];
    let mut table = table("line_novelty", &columns);
    for line in lines {
        for row in &line.line.novelty {
            let texts = (0..line.line.editions.len())
                .filter(|place| place.abs_diff(row.edition) as i64 <= row.window);
            let texts: Vec<String> = texts.map(|place| line.text(place, output)).collect();
            let Some(support) = Support::new(texts) else { continue };
            let bits = |value: Option<f64>| {
                Arg::maybe(value, |value| Arg::Number(Decimal::rounded(value, 4)))
            };
            let why = row.undefined.iter().map(|code| Arg::code("line-undefined", code));
            let why = Arg::List(why.collect());
            let told = |value: Option<f64>| match value {
                Some(_) => bits(value),
                None => Arg::code("line-undefined", "value"),
            };
            let template =
                if row.undefined.is_empty() { "line-novelty" } else { "line-novelty-partly" };
            let claim = line
                .claim(&format!("novelty.{}.{}", row.edition, row.window), template, support)
                .with("edition", line.edition(row.edition))
                .with("window", Arg::Count(row.window))
                .with("novelty", told(row.novelty))
                .with("transience", told(row.transience))
                .with("resonance", told(row.resonance))
                .with("why", why.clone());
            let mut cells = line.head();
            cells.extend([
                line.edition(row.edition),
                Arg::Count(row.window),
                bits(row.novelty),
                bits(row.transience),
                bits(row.resonance),
                why,
            ]);
            table.push(&claim, cells);
            output.claims.push(claim);
        }
    }
    output.tables.push(table);
}

/// The name of a code; its id where it has none.
pub(super) fn named(code: &CodeName) -> Localized {
    if code.name.is_empty() { Localized::same(&code.id) } else { code.name.clone() }
}

fn attention(lines: &[Told<'_>], output: &mut Output) {
    let columns = [
        "edition",
        "language",
        "group",
        "code",
        "words_of_code",
        "words",
        "words_per_thousand",
        "passages",
    ];
    let mut table = table("line_attention", &columns);
    let mut panels = Vec::new();
    for line in lines {
        let mut groups: Vec<AttentionGroup> = Vec::new();
        for code in &line.line.codes {
            let mut cells = Vec::new();
            for (place, edition) in line.line.editions.iter().enumerate() {
                let found = line.line.attention.iter();
                let found = found.filter(|row| row.edition == place && row.code == code.id);
                let found = found.collect::<Vec<_>>();
                let words: i64 = found.iter().map(|row| row.words).sum();
                let ids: Vec<&String> = found.iter().flat_map(|row| &row.passages).collect();
                let rate = (edition.words > 0)
                    .then(|| Decimal::rounded(words as f64 * 1000.0 / edition.words as f64, 1));
                let name = format!("attention.{place}.{}", code.id);
                let n = ids.len() as i64;
                let support = Support::one(line.passages(place, &name, ids, output));
                let template =
                    if found.is_empty() { "line-attention-not-given" } else { "line-attention" };
                let claim = line
                    .claim(&name, template, support)
                    .with("edition", line.edition(place))
                    .with("code", Arg::text(&named(code)))
                    .with("n", Arg::Count(n))
                    .with("words", Arg::Count(words))
                    .with("all", Arg::Count(edition.words))
                    .with("rate", Arg::maybe(rate.clone(), Arg::Number));
                let mut row = line.head();
                row.extend([
                    line.edition(place),
                    Arg::code("language", &edition.language),
                    Arg::text(&code.group),
                    Arg::text(&named(code)),
                    Arg::Count(words),
                    Arg::Count(edition.words),
                    Arg::maybe(rate.clone(), Arg::Number),
                    Arg::Count(n),
                ]);
                table.push(&claim, row);
                let rate = rate.filter(|_| !found.is_empty());
                cells.push(AttentionCell { claim: claim.id.clone(), rate });
                output.claims.push(claim);
            }
            // A code that no text of the act was given stands in the table only.
            if cells.iter().all(|cell| cell.rate.is_none()) {
                continue;
            }
            let row = AttentionRow { label: named(code), cells };
            match groups.last_mut().filter(|group| group.label == code.group) {
                Some(group) => group.rows.push(row),
                None => groups.push(AttentionGroup { label: code.group.clone(), rows: vec![row] }),
            }
        }
        if !groups.is_empty() {
            panels.push(HeatPanel {
                name: line.name.clone(),
                register: !line.corpus,
                editions: (0..line.line.editions.len()).map(|place| line.edition(place)).collect(),
                groups,
            });
        }
    }
    if !panels.is_empty() {
        output.figures.push(Figure {
            id: "evolution.heat".into(),
            table: "line_attention".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Heat(panels),
        });
    }
    output.tables.push(table);
}
