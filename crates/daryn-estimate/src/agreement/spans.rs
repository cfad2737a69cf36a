//! Agreement on spans of text.
