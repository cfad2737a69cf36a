//! Which words are typical of a text, against another.
