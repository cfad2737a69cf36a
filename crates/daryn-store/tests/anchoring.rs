//! Codings in texts that change.

#[allow(dead_code, reason = "each test uses a part")]
mod common;

use common::{coded, coding, event, text};
use daryn_store::{Change, Event, State, Store, anchoring, lines};

const WORDS: &str = "Пункт первый говорит о визах и их сроках.\n\nКвота приема устанавливается на \
    предстоящий год органом.\n\nПункт третий говорит о праве на труд иностранцев.\n";
const QUOTE: &str = "Квота приема устанавливается на предстоящий год органом.";

struct Study {
    folder: tempfile::TempDir,
    store: Store,
    events: usize,
}

impl Study {
    fn new() -> Study {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("a store").store;
        store
            .append(&coded("e", vec![coding("c", &text("a.txt", WORDS), QUOTE, "x")]))
            .expect("kept");
        Study { folder, store, events: 1 }
    }

    /// The text becomes another one; gives what then is told of the coding.
    fn becomes(&mut self, file: &str, words: &str) -> String {
        let state = self.store.state().expect("a state");
        let changes = anchoring::changes(&state, &[text(file, words)]);
        if !changes.is_empty() {
            self.events += 1;
            self.store.append(&event(&format!("a{}", self.events), changes)).expect("kept");
        }
        let state = self.state();
        let again = anchoring::changes(&state, &[text(file, words)]);
        assert_eq!(again, [], "what was looked for once is not looked for again");
        let held = &state.codings["c"];
        // Whatever happens, what was coded is still known.
        assert_eq!(held.made.anchor.quote, QUOTE);
        match held.spot() {
            Some(spot) => format!("{} {}", spot.file, spot.quote),
            None => format!("review {}", String::from_utf8(lines(&state)).expect("UTF-8").len()),
        }
    }

    fn state(&self) -> State {
        self.store.state().expect("a state")
    }
}

#[test]
fn codings_move_with_their_words_and_are_told_where_these_are_gone() {
    let mut study = Study::new();
    let same = format!("a.txt {QUOTE}");
    assert_eq!(study.becomes("a.txt", WORDS), same);
    assert_eq!(study.events, 1, "nothing changed");
    assert_eq!(study.becomes("a.txt", &format!("Новая глава.\n\n{WORDS}")), same);
    let held = &study.state().codings["c"];
    let spot = held.spot().expect("a place");
    assert_eq!(spot.start, held.made.start + "Новая глава.\n".chars().count());
    // Other words between the same neighbours are likely the place, and shown to somebody.
    let other = WORDS.replace("предстоящий", "каждый");
    assert_eq!(study.becomes("a.txt", &other), "review 0");
    assert!(matches!(&study.state().codings["c"].place, daryn_store::Place::Changed(_)));
    assert_eq!(study.becomes("a.txt", &WORDS.replace(QUOTE, "Исключен.")), "review 0");
    assert_eq!(study.state().codings["c"].place, daryn_store::Place::Lost);
    // The text becomes what it was, under another name.
    assert_eq!(study.becomes("b.txt", WORDS), format!("b.txt {QUOTE}"));
    assert_eq!(study.becomes("a.txt", WORDS), same);
    assert_eq!(study.state().codings["c"].place, daryn_store::Place::Made);
    drop(study.folder);
}

#[test]
fn a_text_that_is_gone_leaves_its_codings_to_be_looked_at() {
    let mut study = Study::new();
    let state = study.state();
    let changes = anchoring::changes(&state, &[]);
    assert_eq!(anchoring::to_review(&changes).into_iter().collect::<Vec<_>>(), ["c"]);
    study.store.append(&event("g", changes)).expect("kept");
    assert_eq!(anchoring::changes(&study.state(), &[]), []);
    assert_eq!(study.becomes("a.txt", WORDS), format!("a.txt {QUOTE}"));
}

#[test]
fn a_place_that_somebody_accepted_holds() {
    let mut study = Study::new();
    study.becomes("a.txt", &WORDS.replace("предстоящий", "каждый"));
    let accepted = Change::Accepted { codings: vec!["c".into()] };
    study.store.append(&event("ok", [accepted])).expect("kept");
    let state = study.state();
    let quote = state.codings["c"].spot().expect("a place").quote;
    assert_eq!(quote, QUOTE.replace("предстоящий", "каждый"));
    // Undoing that asks again.
    study.store.append(&daryn_store::New::undo("u", common::TIME, "A", "ok")).expect("kept");
    assert!(study.state().codings["c"].is_to_review());
    let events: Vec<Event> = study.store.events().expect("events");
    assert_eq!(events.len(), 4);
}

#[test]
fn a_document_that_gets_a_name_keeps_its_codings() {
    let mut study = Study::new();
    let mut named = text("a.txt", WORDS);
    named.document = "law-2011".into();
    let changes = anchoring::changes(&study.state(), std::slice::from_ref(&named));
    study.store.append(&event("n", changes)).expect("kept");
    let state = study.state();
    let spot = state.codings["c"].spot().expect("a place");
    assert_eq!((spot.document, spot.quote), ("law-2011", QUOTE));
    assert_eq!(anchoring::changes(&state, &[named]), []);
}
