//! Projects of other programs: taken in, and given back with all that was done here since.
//!
//! A project is kept whole, as its bytes. What daryn uses of it (codes, coders, texts, codings of
//! words, memos) becomes changes of an event; what it does not use (variables, cases, sets, links,
//! drawings, parts of pictures and sound) comes back from the kept bytes.

mod align;
pub mod book;
mod incoming;
mod merge;
mod outgoing;

pub use align::Alignment;
pub use incoming::{Counts, Incoming, Known, NewCode, NewText, incoming, kept};
pub use merge::merge;
pub use outgoing::{Study, outgoing};

use std::collections::BTreeSet;

use daryn_coding::Codebook;
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::refi_qda::{self, Project};
use daryn_model::Diagnostic;

use crate::Result;
use crate::database::Store;
use crate::state::State;

/// The projects that a store holds, as one: the first that came stays where others say otherwise.
///
/// # Errors
/// Where the store cannot be read.
pub fn base(store: &Store, state: &State) -> Result<Option<Project>> {
    let mut base: Option<Project> = None;
    for name in &state.exchanges {
        let bytes = store.content(name)?;
        let (Some(project), _) = refi_qda::read(&bytes, crate::FILE) else {
            let told = Diagnostic::error("store-damaged", crate::FILE, 0);
            let told = told.with("path", store.path().display());
            return Err(Box::new(told.with("reason", format!("content {name}"))));
        };
        match &mut base {
            Some(base) => {
                merge(base, &project, crate::FILE);
            }
            None => base = Some(project),
        }
    }
    Ok(base)
}

/// Whether codes of a project are those of a codebook, as they are given away here.
#[must_use]
pub fn is_of(project: &Project, codebook: &Codebook) -> bool {
    let own: BTreeSet<Guid> = codebook.codes.iter().map(|code| own("code", &code.id.0)).collect();
    let mut open: Vec<&refi_qda::model::Code> = project.codes.iter().collect();
    while let Some(code) = open.pop() {
        if own.contains(&code.guid) {
            return true;
        }
        open.extend(&code.codes);
    }
    false
}

/// The identifier of something that came into being here.
fn own(kind: &str, name: &str) -> Guid {
    Guid::derived(&["daryn", kind, name])
}

/// Plain texts of sources, those of media among them.
fn texts_of(project: &Project) -> impl Iterator<Item = &refi_qda::model::TextSource> {
    use refi_qda::model::Source;
    project.sources.iter().filter_map(|source| match source {
        Source::Text(text) => Some(text),
        Source::Media(media) => media.text.as_deref(),
    })
}

fn texts_of_mut(project: &mut Project) -> impl Iterator<Item = &mut refi_qda::model::TextSource> {
    use refi_qda::model::Source;
    project.sources.iter_mut().filter_map(|source| match source {
        Source::Text(text) => Some(text),
        Source::Media(media) => media.text.as_deref_mut(),
    })
}
