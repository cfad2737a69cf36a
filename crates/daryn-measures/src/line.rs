//! Measures of texts that follow each other, without their words.

use daryn_model::records::{MeasureChange, MeasurePair, MeasureStep, TextMeasure, TextMeasures};
use daryn_read::Document;
use daryn_read::document::name;

use crate::bodies::Bodies;
use crate::matching::{Side, matched};
use crate::measure::Measure;

/// A text with its measures.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its measures, in its order.
    pub measures: &'a [Measure],
}

/// Measures of texts, each matched with those of the next text. Texts in two languages, or where
/// one is in a language that rules do not know, are not matched: words of two languages are never
/// alike, so that everything would seem dropped and new.
///
/// `bodies` tells which actors are the same one under another name; none where nothing tells it.
#[must_use]
pub fn line(texts: &[Text<'_>], bodies: Option<&Bodies>) -> TextMeasures {
    let nobody = Bodies::new(Vec::new());
    let step = |(old, two): (usize, &[Text<'_>])| -> MeasureStep {
        let several = !are_in_one_language(two[0].document, two[1].document);
        let side = |it: usize| Side { text: &two[it].document.text, measures: two[it].measures };
        let pairs = match several {
            true => Vec::new(),
            false => matched(side(0), side(1), bodies.unwrap_or(&nobody)),
        };
        let pair = |it: crate::matching::Matched| MeasurePair {
            old: it.old,
            new: it.new,
            changes: it
                .changes
                .iter()
                .map(|it| MeasureChange { part: it.part.to_owned(), way: it.way.name().to_owned() })
                .collect(),
        };
        MeasureStep {
            old,
            new: old + 1,
            several_languages: several,
            pairs: pairs.into_iter().map(pair).collect(),
        }
    };
    TextMeasures {
        rules: crate::RULES,
        bodies: bodies.is_some(),
        texts: texts.iter().map(|text| text.measures.iter().map(without_words).collect()).collect(),
        steps: texts.windows(2).enumerate().map(step).collect(),
    }
}

/// Whether the words of two texts can be alike: both are in one language that rules know, or one has
/// no words, so that there is nothing in it that could have been read otherwise.
#[must_use]
pub fn are_in_one_language(old: &Document, new: &Document) -> bool {
    let has_words = |it: &Document| it.text.chars().any(char::is_alphabetic);
    let [one, other] = [old, new].map(|it| it.language.language());
    // Languages that are not known may be two.
    let is_one = one == other && one != daryn_text::Language::Other;
    is_one || !has_words(old) || !has_words(new)
}

fn without_words(measure: &Measure) -> TextMeasure {
    TextMeasure {
        passage: name(measure.passage),
        rule: measure.rule.name().to_owned(),
        polarity: measure.polarity.name().to_owned(),
        stated: measure.known().map(str::to_owned).collect(),
        completeness: measure.completeness(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use daryn_read::read;

    fn of(texts: &[&str]) -> TextMeasures {
        let documents: Vec<Document> = texts
            .iter()
            .map(|text| {
                read(format!("# Закон\n\n### Статья 1. Центры\n\n{text}\n").as_bytes(), "a.md")
            })
            .collect();
        let measures: Vec<Vec<Measure>> = documents.iter().map(extract).collect();
        let pairs = documents.iter().zip(&measures);
        let texts: Vec<Text<'_>> =
            pairs.map(|(document, measures)| Text { document, measures }).collect();
        line(&texts, None)
    }

    #[test]
    fn a_deadline_that_slips_stands_without_its_words() {
        let all = of(&[
            "Министерство образования создает центры для студентов до 1 июля 2024 года.",
            "Министерство образования создает центры для студентов до 1 июля 2026 года.",
        ]);
        assert_eq!((all.rules, all.bodies), (crate::RULES, false));
        assert_eq!(all.texts[0].len(), 1);
        assert_eq!(all.texts[0][0].polarity, "obligation");
        assert!(all.texts[0][0].stated.iter().any(|part| part == "deadline"));
        let pair = &all.steps[0].pairs[0];
        assert_eq!(pair.fate(), "changed");
        assert_eq!(
            (pair.changes[0].part.as_str(), pair.changes[0].way.as_str()),
            ("deadline", "slipped")
        );
    }

    #[test]
    fn no_order_of_sentences_changes_what_became_of_them() {
        let lines = [
            "Министерство образования создает центры для студентов до 1 июля 2024 года.",
            "Министерство науки создает центры для студентов до 1 июля 2025 года.",
            "Органы внутренних дел создают центры для студентов.",
        ];
        let act = |order: &[usize]| {
            let own = order.iter().map(|place| lines[*place]);
            let own = own.enumerate().map(|(at, line)| format!("{}. {line}", at + 1));
            own.collect::<Vec<_>>().join("\n\n")
        };
        for order in [[0, 1, 2], [1, 2, 0], [2, 1, 0], [2, 0, 1]] {
            let all = of(&[&act(&[0, 1, 2]), &act(&order)]);
            let fates: Vec<&str> = all.steps[0].pairs.iter().map(MeasurePair::fate).collect();
            assert_eq!(fates, ["kept"; 3], "{order:?}");
        }
        // Whichever is gone, it is the one that is told to be gone.
        for gone in 0..3 {
            let left: Vec<usize> = (0..3).filter(|place| *place != gone).collect();
            let all = of(&[&act(&[0, 1, 2]), &act(&left)]);
            let dropped = all.steps[0].pairs.iter().position(|it| it.fate() == "dropped");
            assert_eq!(dropped, Some(gone));
        }
    }

    #[test]
    fn names_in_packages_are_those_of_closed_lists() {
        use crate::deontic::Polarity;
        use crate::matching::Way;
        use crate::measure::Rule;
        use daryn_model::records::{MEASURE_PARTS, MEASURE_RULES, MEASURE_WAYS, POLARITIES};

        let document = read("1. Министерство обязано представить отчет.\n".as_bytes(), "a.md");
        let measures = extract(&document);
        assert_eq!(measures[0].parts().map(|it| it.0), MEASURE_PARTS);
        let polarities =
            [Polarity::Obligation, Polarity::Permission, Polarity::Prohibition, Polarity::Plan];
        assert_eq!(polarities.map(Polarity::name), POLARITIES);
        assert_eq!(Rule::ALL.map(Rule::name), MEASURE_RULES);
        let ways = [
            Way::Slipped,
            Way::Advanced,
            Way::Cut,
            Way::Raised,
            Way::Lowered,
            Way::Renamed,
            Way::Added,
            Way::Removed,
            Way::Changed,
        ];
        assert_eq!(ways.map(Way::name), MEASURE_WAYS);
    }

    #[test]
    fn languages_that_rules_do_not_know_are_not_matched() {
        let german = "Das Ministerium legt bis zum 31. Januar einen Bericht vor und erteilt Visa.";
        let all = of(&[german, german]);
        assert!(all.steps[0].several_languages && all.steps[0].pairs.is_empty());
        // In a text without words there is nothing that could be read otherwise.
        let document = |text: &str| read(text.as_bytes(), "a.md");
        let russian = document("1. Министерство образования обязано представить отчет.\n");
        assert!(are_in_one_language(&russian, &document("2024\n")));
        assert!(!are_in_one_language(&russian, &document(german)));
    }

    #[test]
    fn two_languages_are_not_matched() {
        let all = of(&[
            "Министерство образования создает центры для студентов до 1 июля 2024 года.",
            "Білім министрлігі студенттерге арналған орталықтарды 2024 жылғы 1 шілдеге дейін құрады.",
        ]);
        assert!(all.steps[0].several_languages && all.steps[0].pairs.is_empty());
    }
}
