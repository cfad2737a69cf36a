//! Codebooks: codes with their definitions.
