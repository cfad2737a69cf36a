//! Records of zan.gov.kz: a flat list in reading order, a tree by `level`.
//!
//! Only `content` is read. The signature of a record holds a person's name and identity number;
//! it is never looked at.

use serde_json::Value;

use crate::block::{Block, Cell, Words, tidy};
use crate::document::Kind;

/// Blocks of a record, and of how many pages it is one; nothing if the text is no such record.
pub(crate) fn blocks(json: &str) -> Option<(Vec<Block>, u64)> {
    let record: Value = serde_json::from_str(json).ok()?;
    let content = record.get("content")?.as_array()?;
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for item in content {
        let of = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        let sort = of("type");
        let text = tidy(of("text"));
        match sort {
            "tableRow" | "tableHeaderRow" => {
                rows.push(Vec::new());
                continue;
            }
            "tableCell" => {
                if let Some(row) = rows.last_mut() {
                    row.push(Cell { text, ..Cell::default() });
                }
                continue;
            }
            _ if rows.is_empty() => {}
            _ => blocks.push(Block::rows(std::mem::take(&mut rows))),
        }
        let kind = match sort {
            "part" | "section" | "subsection" => Kind::Part,
            "chapter" => Kind::Chapter,
            "article" => Kind::Article,
            "point" => Kind::Point,
            "subpoint" => Kind::SubPoint,
            "attach" | "subattach" => Kind::Annex,
            "title" | "heading" | "subheading" => Kind::Heading,
            "note" | "rcpi_notice" | "sideNote" => Kind::Note,
            "toc" => Kind::Toc,
            _ => Kind::Paragraph,
        };
        let container = matches!(
            kind,
            Kind::Part | Kind::Chapter | Kind::Article | Kind::Point | Kind::SubPoint | Kind::Annex
        );
        if text.is_empty() && !container {
            continue;
        }
        let number = of("index");
        let label = (container && !number.is_empty()).then(|| match kind {
            Kind::SubPoint if !number.ends_with(')') => format!("{number})"),
            _ => number.to_owned(),
        });
        let level = item.get("level").and_then(Value::as_u64).unwrap_or(1).min(1000) as u32;
        let words = Words { stated: Some((kind, label)), level: Some(level), ..Words::plain("") };
        blocks.push(Block::Words(Words { text, ..words }));
    }
    if !rows.is_empty() {
        blocks.push(Block::rows(rows));
    }
    Some((blocks, record.get("pagesCount").and_then(Value::as_u64).unwrap_or(1)))
}
