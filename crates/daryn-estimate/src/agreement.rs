//! Agreement of coders.
