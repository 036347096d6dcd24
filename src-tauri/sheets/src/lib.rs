//! Spreadsheet in, typed rows and issues out; workbook and PDF out. Files are parsed in a child process,
//! row by row. Nothing here knows a database, a screen or what the rows are for.

pub mod cell;
pub mod contents;
pub mod convention;
pub mod device_library;
pub mod error;
pub mod factors;
pub mod field;
pub mod fingerprint;
pub mod goods;
pub mod inspect;
pub mod issue;
pub mod mapping;
pub mod near;
pub mod pdf;
pub mod recognise;
pub mod record;
pub mod rows;
pub mod vocabulary;
pub mod weights;
pub mod workbook;
pub mod worker;

use planner_core::spelling as fold;

mod digits;
mod format;
mod frame;
mod header;
mod number;
mod phrases;
mod serial;
mod words;

pub use contents::Contents;
pub use error::ReadError;
pub use fingerprint::{Fingerprint, fingerprint, header_fingerprint};
