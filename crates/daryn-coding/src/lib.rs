//! Qualitative coding: codebooks that run, codings that last, exchange with other programs.
//!
//! ```
//! use daryn_coding::{Codebook, Coder, Rules};
//!
//! let mut problems = Vec::new();
//! let codebook = "[codebook]\nid = 'c'\nversion = '1'\n[[code]]\nid = 'people'\nname_en = 'People'\n";
//! let codebook = Codebook::parse("c.toml", codebook.as_bytes(), &mut problems).expect("a codebook");
//! let rules = "[rules]\ncodebook = 'c'\ncodebook_version = '1'\nversion = '1'\n\
//!     [[rule]]\nid = 'kk'\ncode = 'people'\nlanguage = 'kk'\nany = ['маман']\n";
//! let rules = Rules::parse("r.toml", rules.as_bytes(), &codebook, &mut problems).expect("rules");
//! let coder = Coder::new(&rules, &codebook);
//! let document = daryn_read::read("Мамандардың құқықтары.\n\nҚұқықтары.\n".as_bytes(), "a.md");
//! let coded = coder.worker().code(&document, None);
//! assert_eq!((coded.passages, coded.codings.len()), (2, 1));
//! assert_eq!(coded.codings[0].code.0, "people");
//! ```

mod check;
pub mod codebook;
pub mod coding;
mod compile;
mod evaluate;
pub mod hand;
mod leave_out;
pub mod lists;
pub mod measure;
pub mod merge;
pub mod naming;
pub mod refi_qda;
pub mod review;
pub mod rules;
pub mod sheet;
pub mod validation;
pub mod word;

pub use codebook::Codebook;
pub use coding::{Coded, Coder, Coding, LookedAt, Worker};
pub use hand::{HandCoding, HandMemo, Unit};
pub use leave_out::{LeftOut, PartKind};
pub use rules::Rules;

/// The beginning of a text, so many letters of it, for messages.
fn beginning(mut letters: impl Iterator<Item = char>, most: usize) -> String {
    let begin: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() { begin + "…" } else { begin }
}
