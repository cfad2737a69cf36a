//! What the lead-in of a list makes of its items.

use daryn_text::Language;

use crate::deontic::{self, Polarity};

/// What a lead-in makes of the items below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Terms, cases, grounds, documents, categories: an item is no action of its own.
    Not,
    /// Tasks: nouns of action.
    Tasks,
    /// Results that are expected.
    Results,
    /// Who acts, with the verb in the item.
    Actor,
    /// Somebody must, may or must not, with the infinitive in the item.
    Deontic(Polarity),
    /// Somebody does what the item names: «осуществляет:», «обеспечиваются:».
    Does,
}

pub(super) fn lead(words: &str) -> Lead {
    let lower = words.to_lowercase();
    let has = |heads: &[&str]| heads.iter().any(|head| lower.contains(head));
    if has(&["понятия", "понимается", "сокращения", "термины"]) {
        return Lead::Not;
    }
    if has(&[
        "ожидаемые результат",
        "ожидаемых результат",
        "результатов:",
        "результаты:",
        "показател",
    ]) {
        return Lead::Results;
    }
    if has(&["задачами", "задачи:", "задачи ", "задач по", "направлениями", "мероприятия:"])
    {
        return Lead::Tasks;
    }
    if has(&[
        "случа",
        "документ",
        "основани",
        "следующие лица",
        "категори",
        "требовани",
        "если",
        "следующих лиц",
        "иммигрантам:",
        "содержать",
        "содержит",
        "указывается",
        "указываются",
        "лицам:",
        "бласть",
        "видов:",
        "проблем",
        "принцип",
        "при условии",
        "условия",
    ]) {
        return Lead::Not;
    }
    let found = deontic::find(words, Language::Ru);
    let does = [
        "осуществляет:",
        "осуществляют:",
        "обеспечивает:",
        "обеспечивают:",
        "обеспечиваются:",
        "обеспечивается:",
        "осуществляется:",
        "осуществляются:",
        "проводит:",
        "проводят:",
        "оказывает:",
        "оказывается:",
        "оказываются:",
    ];
    match found.last() {
        Some(last) => Lead::Deontic(last.polarity),
        None if does.iter().any(|it| lower.trim_end().ends_with(it)) => Lead::Does,
        None => Lead::Actor,
    }
}
