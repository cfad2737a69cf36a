//! Tables for people: invented specimens, read with a mapping and compared with what was written
//! and with what another reader finds.
#![allow(clippy::print_stderr)]

mod collect;
mod copies;
mod desa;
mod mapped;
mod wrong;
