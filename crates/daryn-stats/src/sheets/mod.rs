//! Tables for people: workbooks, separated values and tables out of documents, read with a mapping
//! that says what stands where.

mod cell_format;
mod charset;
mod grid;
mod keys;
pub(crate) mod mapping;
mod package;
mod separated;
mod workbook;
