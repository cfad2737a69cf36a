//! The page (being written).

use daryn_model::Lang;

use crate::assemble::Assembled;

/// The page of a language.
pub(crate) fn page(_: &Assembled, _: Lang, _: &str, _: &str) -> String {
    String::new()
}
