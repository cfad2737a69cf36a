//! Words and categories counted in texts of any size.
