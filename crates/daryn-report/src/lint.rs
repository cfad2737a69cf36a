//! Words that say or suggest an effect, which no sentence of a study without a causal design may
//! contain.

use daryn_model::record::{Id, Place};
use daryn_model::records::{Grade, Practice};
use daryn_model::{Diagnostic, Lang, Localized, Study};

/// Causal words and phrases; `*` stands for any ending.
pub fn causal_words(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &[
            "because of",
            "led to",
            "leads to",
            "caused",
            "causes",
            "thanks to",
            "due to",
            "as a result of",
            "resulted in",
            "reduced",
            "boosted",
            "effective",
            "ineffective",
            "contributed to",
            "owing to",
        ],
        Lang::Ru => &[
            "из-за",
            "благодаря",
            "привел*",
            "вследствие",
            "в результате",
            "обусловил*",
            "способствовал*",
            "эффективн*",
            "неэффективн*",
            "снизил*",
            "повысил*",
        ],
        Lang::Kk => &[
            "нәтижесінде",
            "салдарынан",
            "арқасында",
            "әсерінен",
            "себебінен",
            "тиімді*",
            "тиімсіз*",
            "ықпал етт*",
            "алып келді",
        ],
    }
}

/// The first causal word of a text.
pub fn causal(lang: Lang, text: &str) -> Option<&'static str> {
    let text = text.to_lowercase().replace('ё', "е");
    causal_words(lang).iter().copied().find(|word| {
        let (stem, open) = word.strip_suffix('*').map_or((*word, false), |stem| (stem, true));
        text.match_indices(stem).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + stem.len()..].chars().next();
            let border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            border(before) && (open || border(after))
        })
    })
}

/// Warns of causal words in what the author of a study asserts about the case.
pub fn study(study: &Study) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut check = |at: &Place, text: &Localized| {
        for (lang, text) in text.iter() {
            if let Some(word) = causal(lang, text) {
                problems.push(
                    Diagnostic::warning("causal-word", &at.file, at.line)
                        .with("found", word.trim_end_matches('*')),
                );
            }
        }
    };
    for caveat in &study.head.caveats {
        check(&caveat.at, &caveat.text);
    }
    for flow in &study.head.flows {
        check(&flow.at, &flow.title);
    }
    for measure in &study.measures {
        check(&measure.at, &measure.text);
    }
    for target in &study.targets {
        check(&target.at, &target.reason);
    }
    for row in &study.hypotheses {
        check(&row.at, &row.statement);
        check(&row.at, &row.gap);
        for prediction in &row.predictions {
            check(&prediction.at, &prediction.text);
            check(&prediction.at, &prediction.needs);
        }
    }
    // Only a causal design permits causal words about a programme, also in the works on it.
    let (causal, others): (Vec<&Practice>, Vec<&Practice>) =
        study.practices.iter().partition(|row| row.grade == Grade::A);
    for row in others {
        check(&row.at, &row.results);
        check(&row.at, &row.design);
    }
    let permitted = |id: &Id| causal.iter().any(|row| row.references.contains(id));
    for row in study.references.iter().filter(|row| !permitted(&row.id)) {
        check(&row.at, &row.statement);
        check(&row.at, &row.design);
    }
    for row in &study.recommendations {
        check(&row.at, &row.text);
        for condition in &row.conditions {
            check(&condition.at, &condition.text);
        }
        check(&row.at, &row.case_population);
        check(&row.at, &row.case_condition);
        for transfer in &row.transfer {
            check(&transfer.at, &transfer.reason);
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causal_words_are_found_in_three_languages() {
        let found = [
            (Lang::En, "The programme LED TO more returns"),
            (Lang::Ru, "Это привело к росту"),
            (Lang::Ru, "снижение из-за мер"),
            (Lang::Kk, "Бағдарлама нәтижесінде өсті"),
        ];
        for (lang, text) in found {
            assert!(causal(lang, text).is_some(), "{text}");
        }
        let clean = [
            (Lang::En, "unreduced, cause-effectiveness aside: values stand side by side"),
            (Lang::Ru, "Значение и цель стоят рядом"),
            (Lang::Kk, "Мән мен мақсат қатар тұр"),
        ];
        for (lang, text) in clean {
            assert_eq!(causal(lang, text), None, "{text}");
        }
    }
}
