//! Texts in Kazakh, Russian and English.
