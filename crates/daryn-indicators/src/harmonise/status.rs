//! What codes of status of different sources mean.

use crate::table::Status;

/// Reads a code or word. `is_nature` is the attribute `Nature` of the SDG database: C country
/// data, CA adjusted, E estimated, G global monitoring, M modelled, N not relevant, NA.
pub(super) fn of_word(text: &str, is_nature: bool) -> Status {
    let text = text.trim();
    if text.is_empty() {
        return Status::Normal;
    }
    if is_nature {
        return match text.to_ascii_uppercase().as_str() {
            "CA" | "E" => Status::Estimated,
            "M" => Status::Modelled,
            _ => Status::Normal,
        };
    }
    match text {
        "B" | "b" => Status::Break,
        "P" | "p" => Status::Provisional,
        "E" | "e" | "I" | "UIS_EST" | "NAT_EST" | "s" => Status::Estimated,
        "F" | "f" => Status::Forecast,
        "U" | "u" | "LOWREL" => Status::Doubtful,
        "M" | "m" => Status::Missing,
        _ => Status::Normal,
    }
}

/// Whether a remark says that a figure was computed or inferred from others.
pub(super) fn of_note(note: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "derived",
        "computed",
        "calculated from",
        "year inferred",
        "growth rate",
        "year-on-year change",
        "рассчитан",
        "вычислен",
        "выведен",
        "темп роста",
        "есептеп шығарыл",
        "өсу қарқын",
    ];
    if note.is_empty() {
        return false;
    }
    let note = note.to_lowercase();
    SIGNS.iter().any(|sign| note.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_means_different_things_in_different_lists() {
        assert_eq!(of_word("M", true), Status::Modelled);
        assert_eq!(of_word("M", false), Status::Missing);
        assert_eq!(of_word("c", true), Status::Normal);
        assert_eq!(of_word("UIS_EST", false), Status::Estimated);
        assert_eq!(of_word("F", false), Status::Forecast);
        assert_eq!(of_word("", false), Status::Normal);
    }

    #[test]
    fn a_remark_tells_what_was_computed() {
        assert!(of_note("DERIVED: level divided by the reported change"));
        assert!(of_note("вычислено по темпам роста"));
        assert!(!of_note("rounded in source"));
        assert!(!of_note(""));
    }
}
