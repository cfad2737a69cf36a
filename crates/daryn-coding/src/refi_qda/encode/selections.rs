//! Selections with their codings, each coder's apart.
//!
//! The standard lets every coding name its coder, but programs give all codings of a selection to
//! the user of the selection, and one coder of two is lost. So each selection is written once for
//! each of its coders. The one that was there keeps its identifier, with all that leads to it; the
//! others have identifiers made from it and the coder, by which the reader knows them again.

use std::borrow::Cow;
use std::collections::BTreeMap;

use daryn_model::Diagnostic;

use super::{Encoder, push_references, push_words, title};
use crate::refi_qda::decode::short;
use crate::refi_qda::guid::Guid;
use crate::refi_qda::model::{Anchor, Coding, Extra, Place, Selection, Span, Stamp, TextSource};
use crate::refi_qda::positions::Text;
use crate::refi_qda::xml::Element;

/// The identifier of the part of a selection that belongs to a coder.
pub(in crate::refi_qda) fn part_of(selection: &Guid, coder: Option<&Guid>) -> Guid {
    let coder = coder.map(Guid::to_string).unwrap_or_default();
    Guid::derived(&["selection of a coder", &selection.to_string(), &coder])
}

/// A selection for each of its coders, the one with its own identifier first.
fn by_coder(selection: &Selection) -> Vec<Cow<'_, Selection>> {
    let maker = selection.stamp.creator;
    let mut order: Vec<Option<Guid>> = Vec::new();
    let mut groups: BTreeMap<Option<Guid>, Vec<&Coding>> = BTreeMap::new();
    for coding in &selection.codings {
        let coder = coding.creator.or(maker);
        let group = groups.entry(coder).or_default();
        if group.is_empty() {
            order.push(coder);
        }
        group.push(coding);
    }
    // Who selected it and gave it a code keeps it, else the first who gave it one.
    if let Some(at) = order.iter().position(|coder| coder.is_some() && *coder == maker) {
        order[..=at].rotate_right(1);
    }
    if order.is_empty() || order == [maker] {
        return vec![Cow::Borrowed(selection)];
    }
    let parts = order.iter().enumerate().map(|(at, coder)| {
        let is_first = at == 0;
        let codings = groups.remove(coder).unwrap_or_default();
        Cow::Owned(Selection {
            guid: match is_first {
                true => selection.guid,
                false => part_of(&selection.guid, coder.as_ref()),
            },
            name: selection.name.clone(),
            stamp: Stamp { creator: *coder, ..selection.stamp.clone() },
            place: selection.place.clone(),
            description: selection.description.clone(),
            codings: codings.into_iter().cloned().collect(),
            notes: if is_first { selection.notes.clone() } else { Vec::new() },
            extra: if is_first { selection.extra.clone() } else { Extra::default() },
        })
    });
    parts.collect()
}

/// Who gave all codes of a selection; nobody where several did, or it is not known of one.
fn only_coder(selection: &Selection) -> Option<Guid> {
    let first = selection.codings.first()?.creator;
    selection.codings.iter().all(|one| one.creator == first).then_some(first).flatten()
}

impl Encoder<'_> {
    /// Selections of a text, for each coder.
    pub(super) fn spans(
        &mut self,
        element: &mut Element,
        source: &TextSource,
        text: Option<&Text>,
    ) {
        let (mut divided, mut given) = (0_usize, 0_usize);
        for selection in &source.selections {
            let parts = by_coder(selection);
            divided += usize::from(parts.len() > 1);
            let maker = selection.stamp.creator;
            given += usize::from(maker.is_some() && parts[0].stamp.creator != maker);
            for part in &parts {
                element.push(self.selection(part, text));
            }
        }
        let name = title(&element.name, source.name.as_deref());
        for (code, n) in [("qda-divided", divided), ("qda-other-user", given)] {
            if n > 0 {
                let told = Diagnostic::warning(code, self.file, 0).with("element", short(&name));
                self.losses.push(told.with("n", n));
            }
        }
    }

    pub(super) fn selection(&mut self, selection: &Selection, text: Option<&Text>) -> Element {
        let name = match &selection.place {
            Place::Span(_) => "PlainTextSelection",
            Place::Area { .. } => "PictureSelection",
            Place::Page { .. } => "PDFSelection",
            Place::Time { .. } => "MediaSelection",
            Place::Points { .. } => "TranscriptSelection",
        };
        let mut element = Element::new(name);
        element.set("guid", selection.guid.to_string());
        element.set_if("name", selection.name.as_deref());
        let mut numbers = |list: &[(&str, i64)]| {
            for (name, number) in list {
                element.set(name, number.to_string());
            }
        };
        let mut words = None;
        match &selection.place {
            Place::Span(span) => {
                let (start, end) = self.span(*span, text, selection);
                numbers(&[("startPosition", start), ("endPosition", end)]);
            }
            Place::Area { first, second } => numbers(&corners(*first, *second)),
            Place::Page { page, first, second, text } => {
                numbers(&[("page", *page)]);
                numbers(&corners(*first, *second));
                words = text.as_deref();
            }
            Place::Time { begin, end } => numbers(&[("begin", *begin), ("end", *end)]),
            Place::Points { from, to } => {
                element.set_if("fromSyncPoint", from.as_ref().map(Guid::to_string));
                element.set_if("toSyncPoint", to.as_ref().map(Guid::to_string));
            }
        }
        let mut stamp = selection.stamp.clone();
        if stamp.creator.is_none() {
            stamp.creator = only_coder(selection);
        }
        self.stamp(&mut element, &stamp);
        push_words(&mut element, selection.description.as_deref());
        if let Some(words) = words {
            element.push(self.text_source("Representation", words, true));
        }
        self.codings(&mut element, &selection.codings);
        push_references(&mut element, "NoteRef", &selection.notes);
        self.extra(&selection.extra, &title(name, selection.name.as_deref()));
        element
    }

    /// Positions as they are written. A place that is not known must not look like one: other
    /// programs would show some words of the text for it.
    fn span(&mut self, span: Span, text: Option<&Text>, selection: &Selection) -> (i64, i64) {
        let Some(text) = text else { return (span.start, span.end) };
        let place = match span.anchor {
            Anchor::Exact => text.stored(span.start, span.end),
            Anchor::Unanchored => None,
        };
        place.unwrap_or_else(|| {
            let name = title("PlainTextSelection", selection.name.as_deref());
            self.lose("qda-lost-place", &name, &format!("{}–{}", span.start, span.end));
            (-1, -1)
        })
    }

    pub(super) fn codings(&mut self, element: &mut Element, codings: &[Coding]) {
        for coding in codings {
            let mut one = Element::new("Coding");
            one.set("guid", coding.guid.to_string());
            one.set_if("creatingUser", coding.creator.as_ref().map(Guid::to_string));
            self.time(&mut one, "creationDateTime", coding.created.as_ref());
            push_references(&mut one, "CodeRef", std::slice::from_ref(&coding.code));
            push_references(&mut one, "NoteRef", &coding.notes);
            self.extra(&coding.extra, "Coding");
            element.push(one);
        }
    }
}

fn corners(first: (i64, i64), second: (i64, i64)) -> [(&'static str, i64); 4] {
    [("firstX", first.0), ("firstY", first.1), ("secondX", second.0), ("secondY", second.1)]
}
