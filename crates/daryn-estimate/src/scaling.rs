//! Positions of documents on one dimension.
