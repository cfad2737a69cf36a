//! A comparison for the terminal: what is old in `[-…-]`, what is new in `{+…+}`, without colours.

use daryn_compare::{Op, Pair, Piece, Status};
use daryn_model::Arg;
use daryn_report::Speaker;

use super::{Compared, heading, summary, told};
use crate::output::plain_line;

/// Characters of kept words beside a change.
const AROUND: usize = 60;

pub(super) fn text(compared: &Compared, speaker: &Speaker) -> String {
    let mut text = String::new();
    let mut line = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    for told in summary(&compared.comparison, speaker) {
        line(&told);
    }
    for one in compared.comparison.differences.iter().flatten() {
        let missing = || speaker.word("compare-missing");
        let part =
            |value: &Option<String>| Arg::plain(&value.as_deref().map_or_else(missing, plain_line));
        let label = one.label.clone().unwrap_or_else(|| speaker.word("compare-no-label"));
        let kind = speaker.word(match (one.kind, one.in_note) {
            (daryn_compare::DifferenceKind::Number, _) => "compare-kind-number",
            (daryn_compare::DifferenceKind::Date, _) => "compare-kind-date",
            (daryn_compare::DifferenceKind::Label, _) => "compare-kind-label",
        });
        let place = if one.in_note { "compare-difference-note" } else { "compare-difference" };
        let values = [
            ("label", Arg::plain(&plain_line(&label))),
            ("kind", Arg::plain(&kind)),
            ("old", part(&one.old)),
            ("new", part(&one.new)),
        ];
        line(&format!("  {}", speaker.say(place, &values)));
    }
    let outside = &compared.comparison.outside;
    for (place, pair) in compared.comparison.pairs.iter().chain(outside).enumerate() {
        // What stands outside and was kept is no news.
        let is_outside = place >= compared.comparison.pairs.len();
        if is_outside && pair.status == Status::Kept {
            continue;
        }
        for told in lines(pair, speaker) {
            line(&told);
        }
    }
    text
}

fn lines(pair: &Pair, speaker: &Speaker) -> Vec<String> {
    let Some(unit) = pair.new.as_ref().or(pair.old.as_ref()) else { return Vec::new() };
    let mut lines = vec![format!("{}: {}", told(pair, speaker), plain_line(&heading(unit)))];
    match pair.status {
        Status::New => lines.extend(body(&unit.text, "+ ")),
        Status::Dropped => lines.extend(body(&unit.text, "- ")),
        _ => lines.extend(changes(&pair.difference).into_iter().map(|it| format!("    {it}"))),
    }
    lines
}

fn body<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = String> + 'a {
    text.lines().map(move |line| format!("  {sign}{}", plain_line(line)))
}

/// Changes with the words around them; those that stand close together in one line.
fn changes(pieces: &[Piece]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = String::new();
    for (place, piece) in pieces.iter().enumerate() {
        let words = plain_line(&piece.text.trim().replace('\n', " / "));
        match piece.op {
            Op::Old => push(&mut open, &format!("[-{words}-]")),
            Op::New => push(&mut open, &format!("{{+{words}+}}")),
            Op::Same => {
                let count = words.chars().count();
                let (first, last) = (place == 0, place + 1 == pieces.len());
                if !first && !last && count <= 2 * AROUND {
                    push(&mut open, &words);
                    continue;
                }
                if !first {
                    push(&mut open, &beginning(&words, count));
                    lines.push(std::mem::take(&mut open));
                }
                if !last {
                    open = end(&words, count);
                }
            }
        }
    }
    if !open.is_empty() {
        lines.push(open);
    }
    lines
}

fn push(line: &mut String, words: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(words);
}

fn beginning(words: &str, count: usize) -> String {
    if count <= AROUND {
        return words.to_owned();
    }
    let cut: String = words.chars().take(AROUND).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

fn end(words: &str, count: usize) -> String {
    if count <= AROUND {
        return words.to_owned();
    }
    let cut: String = words.chars().skip(count - AROUND).collect();
    format!("…{}", cut.split_once(' ').map_or(cut.as_str(), |(_, whole)| whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_stands_between_its_neighbours() {
        let old =
            format!("{} статус оралмана даёт орган {}", "слово ".repeat(30), "конец ".repeat(30));
        let new = old.replace("оралмана", "кандаса");
        let found = changes(&daryn_compare::difference(&old, &new));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("…") && found[0].ends_with("…"), "{}", found[0]);
        assert!(found[0].contains("статус [-оралмана-] {+кандаса+} даёт"), "{}", found[0]);
    }
}
