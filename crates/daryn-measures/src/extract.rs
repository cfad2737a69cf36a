//! Measures of a document: which passages are looked at, and by which rules.

use std::collections::HashMap;
use std::ops::Range;

use daryn_coding::lists::beside;
use daryn_read::{Document, Kind};
use daryn_text::Language;

use crate::deontic::Polarity;
use crate::draft::{Around, Draft, Genre, shifted};
use crate::indicator;
use crate::measure::{Measure, Points, Role, Rule};
use crate::money;
use crate::plan::{self, Cell, Column, Row, Sort};
use crate::time::{self, Kind as TimeKind, When};
use crate::{english, kazakh, russian};

/// Most bytes of a sentence, a row or a cell over rows: no act has longer ones, and what looks so
/// is no sentence.
pub(crate) const LONGEST: usize = 20_000;

/// The measures of a document, in order of its text.
///
/// Leaves of running text and rows of action plans are looked at; notes, headings and tables of
/// contents are not. The rules are those of the language of each passage.
#[must_use]
pub fn extract(document: &Document) -> Vec<Measure> {
    let points = Points::new(document);
    let leads: HashMap<usize, Range<usize>> =
        beside(document).into_iter().map(|(leaf, beside)| (leaf, beside.lead)).collect();
    let genres = Genres::new(document);
    let mut measures = Vec::new();
    for leaf in document.leaves() {
        let passage = &document.passages[leaf];
        let is_text =
            matches!(passage.kind, Kind::Paragraph | Kind::Point | Kind::SubPoint | Kind::Article);
        if !is_text || document.is_apart(leaf) || in_table(document, leaf) {
            continue;
        }
        let language = language_of(document, leaf);
        let body = unnumbered(&document.text, passage.start..passage.end);
        let genre = genres.of(document, leaf);
        let sentences = daryn_text::sentence::sentences(&document.text[body.clone()]);
        for (number, sentence) in sentences.into_iter().enumerate() {
            let sentence = without_end(&document.text, shifted(sentence, body.start));
            if sentence.is_empty() || sentence.len() > LONGEST {
                continue;
            }
            let lead = leads.get(&leaf).cloned().filter(|lead| lead.end <= body.start);
            let around =
                Around { text: &document.text, sentence, lead, is_first: number == 0, genre };
            let draft = match language {
                Language::Ru => russian::measures(&around),
                Language::Kk => kazakh::measures(&around),
                Language::En => english::measures(&around),
                Language::Other => None,
            };
            measures.extend(
                draft.and_then(|draft| made(&points, leaf, language, around.sentence, draft)),
            );
        }
    }
    for row in plan::rows(document) {
        if row.range.len() > LONGEST {
            continue;
        }
        // The words of an action may stand in a row above, and are of its language.
        let head = match row.sort {
            Sort::Plan => Column::Action,
            Sort::Indicators => Column::Indicator,
        };
        let language = language_of(document, row.find(head).map_or(row.passage, |it| it.row));
        let covers: Vec<_> = row.covers().map(|cell| points.part(cell.range.clone())).collect();
        for (range, draft) in of_row(document, &row, language) {
            let made = made(&points, row.passage, language, range, draft);
            measures.extend(made.map(|it| Measure { covers: covers.clone(), ..it }));
        }
    }
    measures.sort_by_key(|measure| (measure.sentence.start, measure.passage));
    measures
}

fn in_table(document: &Document, mut place: usize) -> bool {
    while let Some(parent) = document.passages[place].parent {
        if document.passages[parent].kind == Kind::Table {
            return true;
        }
        place = parent;
    }
    false
}

fn language_of(document: &Document, place: usize) -> Language {
    let own = document.languages.get(place).map_or(Language::Other, |it| it.language());
    if own == Language::Other { document.language.language() } else { own }
}

/// The passage without the number that it prints: «12-1) », «4. ».
fn unnumbered(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let digits =
        words.find(|it: char| !(it.is_ascii_digit() || matches!(it, '-' | '.'))).unwrap_or(0);
    let rest = &words[digits..];
    let is_number = digits > 0
        && (rest.starts_with(')') || words[..digits].ends_with('.') && rest.starts_with(' '));
    let is_dash = words.starts_with(['-', '–', '—', '•']);
    let behind = if is_number {
        rest.trim_start_matches(')').trim_start()
    } else if is_dash {
        words.trim_start_matches(['-', '–', '—', '•', ' '])
    } else {
        words
    };
    range.end - behind.len()..range.end
}

/// A sentence without the stop or semicolon that ends it; a colon stays.
fn without_end(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text[range.clone()].trim_end_matches(['.', ';', ' ', '!']);
    range.start..range.start + words.len()
}

/// What sort of text each annex, and the text before them, is.
struct Genres {
    annexes: HashMap<Option<usize>, Genre>,
}

impl Genres {
    fn new(document: &Document) -> Genres {
        let mut annexes = HashMap::new();
        let mut heads: Vec<(Option<usize>, String)> = vec![(None, String::new())];
        for (place, passage) in document.passages.iter().enumerate() {
            if passage.kind == Kind::Annex {
                // Its first words say what it is: «Утверждена … Концепция …».
                let words = document.words(passage);
                heads.push((Some(place), words.lines().take(9).collect::<Vec<_>>().join("\n")));
            }
        }
        let has_articles = document.of_kind(Kind::Article).next().is_some();
        let first: Vec<&str> = document.text.lines().take(3).collect();
        heads[0].1 = first.join("\n");
        for (place, head) in heads {
            let lower = head.to_lowercase();
            let names = [
                "концепци",
                "стратеги",
                "программ",
                "план ",
                "планы",
                "дорожная карта",
                "тұжырымдама",
                "бағдарлама",
                "жоспар",
                "жол картасы",
                "concept",
                "strategy",
                "programme",
                "plan",
            ];
            let is_programme = names.iter().any(|it| lower.contains(it));
            // A resolution that approves a programme is none itself.
            let approves = place.is_none()
                && ["об утверждении", "бекіту туралы", "о внесении", "постановля", "қаулы"]
                    .iter()
                    .any(|it| lower.contains(it));
            let genre = if is_programme && !approves && !(has_articles && place.is_none()) {
                Genre::Programme
            } else {
                Genre::Act
            };
            annexes.insert(place, genre);
        }
        Genres { annexes }
    }

    fn of(&self, document: &Document, mut place: usize) -> Genre {
        while let Some(parent) = document.passages[place].parent {
            if document.passages[parent].kind == Kind::Annex {
                return self.annexes.get(&Some(parent)).copied().unwrap_or(Genre::Act);
            }
            place = parent;
        }
        self.annexes.get(&None).copied().unwrap_or(Genre::Act)
    }
}

/// Measures of a row of an action plan or of a table of indicators.
fn of_row(document: &Document, row: &Row, language: Language) -> Vec<(Range<usize>, Draft)> {
    let text = document.text.as_str();
    if row.sort == Sort::Indicators {
        return of_indicators(text, row).into_iter().map(|it| (row.range.clone(), it)).collect();
    }
    if row.is_run {
        return of_run(text, row.range.clone());
    }
    let Some(cell) = row.cell(Column::Action) else { return Vec::new() };
    if !row.says_something() {
        // It would be the measure of the row above once more.
        return Vec::new();
    }
    let draft = match language {
        Language::Kk => kazakh::of_action_cell(text, cell.clone()),
        Language::Ru => russian::of_action_cell(text, cell.clone()),
        _ => english::of_action_cell(text, cell.clone()),
    };
    let Some(mut draft) = draft else { return Vec::new() };
    draft.actor = row.cell(Column::Actor);
    draft.co_actor = row.cell(Column::CoActor);
    draft.completion = row.cell(Column::Completion);
    draft.deadline = row.find(Column::Deadline).map(|cell| {
        let (range, language) = (cell.range.clone(), language_of(document, cell.row));
        let words = &text[range.clone()];
        let found = time::joined(words, &time::find(words, language));
        let when = found.into_iter().next().map(|it| it.when);
        (range, when.unwrap_or_else(nothing_known))
    });
    if let Some(cell) = row.find(Column::Money) {
        let found = money::of_cell(&text[cell.range.clone()], &row.money_head);
        draft.money = found.map(|mut money| {
            money.is_shared = cell.is_shared && money.amount.is_some();
            (cell.range.clone(), money)
        });
    }
    if let Some(range) = row.cell(Column::Source)
        && let Some(of_source) = money::of_cell(&text[range.clone()], "")
        && of_source.source.is_some()
    {
        let known = draft.money.get_or_insert_with(|| (range, money::Money::default()));
        known.1.source = known.1.source.or(of_source.source);
    }
    if let Some(range) = row.cell(Column::Indicator) {
        let words = &text[range.clone()];
        if !indicator::values(words).is_empty() {
            draft.indicator = Some((range, indicator::of(words)));
        }
    } else if let Some(series) = indicator::series(&text[cell.clone()]) {
        // «Увеличить долю с 12 % до 20 %»: from what is measured to the last value.
        let start = draft.object.as_ref().map_or(cell.start, |it| it.start.max(cell.start));
        let stop = cell.start + series.end;
        if start < stop {
            draft.indicator = Some((start..stop, indicator::of(&text[start..stop])));
        }
    }
    vec![(row.range.clone(), draft)]
}

/// A term of which only the words are known.
fn nothing_known() -> When {
    When { kind: TimeKind::Set, from: None, to: None, count: None, unit: None, doubt: None }
}

/// A row of a table of target indicators: from its name to its last value.
fn of_indicators(text: &str, row: &Row) -> Option<Draft> {
    let name = row.find(Column::Indicator)?;
    let has_value = |cell: &&Cell| crate::number::digits(&text[cell.range.clone()]).is_some();
    let years: Vec<(i32, &Cell)> = row
        .cells
        .iter()
        .filter(has_value)
        .filter_map(|cell| match cell.column {
            Column::Year(year) => Some((year, cell)),
            _ => None,
        })
        .collect();
    let (last, stop) = years.iter().max_by_key(|it| it.0).copied()?;
    let first = years.iter().min_by_key(|it| it.0).copied()?;
    let own = years.iter().filter(|it| row.is_own(it.1));
    let end = match row.is_own(name) {
        // What covers the row from above stands before its name.
        true => own.map(|it| it.1.range.end).max().unwrap_or(0).max(name.range.end),
        // Between a name above and these values stand other rows. Without values of its own the
        // row says nothing that the one above did not.
        false => own.map(|_| name.range.end).next()?,
    };
    let unit = row.cell(Column::Unit).map(|range| text[range].to_owned());
    let value = |year: i32, cell: &Cell| {
        let number = crate::number::digits(&text[cell.range.clone()])?;
        Some(indicator::Value {
            number,
            unit: unit.clone(),
            year: Some(year),
            range: cell.range.clone(),
        })
    };
    let mut draft = Draft::new(Rule::IndicatorRow, Polarity::Plan);
    let result = indicator::Indicator {
        baseline: if first.0 < last { value(first.0, first.1) } else { None },
        target: value(last, stop),
    };
    draft.indicator = Some((name.range.start..end, result));
    draft.actor = row.cell(Column::Actor);
    Some(draft)
}

/// A run of text in a table: «Индикатор 1. … Индикатор 2. …», one measure for each that has values.
fn of_run(text: &str, range: Range<usize>) -> Vec<(Range<usize>, Draft)> {
    let words = &text[range.clone()];
    let lower = words.to_lowercase();
    let mut starts: Vec<usize> =
        ["целевой индикатор", "индикатор", "показатель", "нысаналы индикатор"]
            .iter()
            .flat_map(|head| lower.match_indices(head).map(|it| it.0).collect::<Vec<_>>())
            .filter(|at| {
                let behind =
                    lower[*at..].trim_start_matches(|it: char| it.is_alphabetic() || it == ' ');
                behind.starts_with(|it: char| it.is_ascii_digit()) && lower.len() == words.len()
            })
            .collect();
    starts.sort_unstable();
    starts.dedup_by(|next, before| words[*before..*next].trim().chars().count() < 20);
    let mut found = Vec::new();
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(words.len());
        let piece = &words[*start..end];
        // Behind «Индикатор 1. »
        let Some((label, _)) = piece.split_once(". ") else { continue };
        let from = label.len() + 2;
        let values = indicator::values(&piece[from..]);
        let Some(last) = values.last() else { continue };
        let mut draft = Draft::new(Rule::IndicatorText, Polarity::Plan);
        let result = indicator::of(&piece[from..]);
        let begin = range.start + start + from;
        draft.indicator = Some((begin..begin + last.range.end, result));
        found.push((range.start + start..range.start + end, draft));
    }
    found
}

/// A draft as a measure with code points; none if it says nothing.
fn made(
    points: &Points<'_>,
    passage: usize,
    language: Language,
    sentence: Range<usize>,
    draft: Draft,
) -> Option<Measure> {
    let part = |range: Option<Range<usize>>| {
        range.filter(|it| it.start < it.end).map(|it| points.part(it))
    };
    let action = part(draft.action);
    let indicator = draft.indicator.map(|(range, result)| (points.part(range), result));
    let deontic = part(draft.deontic);
    let cue = deontic.or(action).or(indicator.as_ref().map(|it| it.0))?;
    let role = match draft.polarity {
        Polarity::Permission => Role::Entitled,
        Polarity::Prohibition => Role::Forbidden,
        Polarity::Obligation | Polarity::Plan => Role::Responsible,
    };
    Some(Measure {
        passage,
        language,
        sentence: points.part(sentence),
        covers: Vec::new(),
        rule: draft.rule,
        polarity: draft.polarity,
        cue,
        actor: part(draft.actor),
        role,
        co_actor: part(draft.co_actor),
        deontic,
        action,
        object: part(draft.object),
        target_group: part(draft.target_group),
        instrument: draft.instrument.as_ref().map(|it| points.part(it.0.clone())),
        instrument_class: draft.instrument.map(|it| it.1),
        deadline: draft.deadline.map(|(range, when)| (points.part(range), when)),
        money: draft.money.map(|(range, money)| (points.part(range), money)),
        indicator,
        completion: part(draft.completion),
        condition: part(draft.condition),
    })
}
