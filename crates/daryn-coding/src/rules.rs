//! Rules that find passages for a code.
