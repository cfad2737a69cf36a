//! Panics of libraries, which are caught where they are called.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread would be caught here. A panic hook should then be silent: what
/// could not be read is a problem of the document, which is told in its own words.
#[must_use]
pub fn is_watched() -> bool {
    WATCHED.get()
}

/// Does work that may panic.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    let before = WATCHED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    WATCHED.set(before);
    outcome
}

#[cfg(test)]
mod tests {
    use super::{caught, is_watched};

    #[test]
    fn only_what_is_caught_is_watched() {
        let inner = caught(|| caught(is_watched).ok().filter(|_| is_watched()));
        assert_eq!(inner.ok().flatten(), Some(true));
        assert!(!is_watched());
    }
}
