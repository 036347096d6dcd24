//! Spreadsheets into the workspace: look into a file, preview what it would become, record exactly that.

mod certificates;
mod convert;
mod draft;
mod duplicate;
mod inspect;
mod orders;
mod pass;
mod questions;
mod reading;
mod refuse;
mod remembered;
mod repeats;
mod review;
mod revision;
mod run;
mod sorting;
mod statement;
mod tally;
mod template;
mod values;
mod writer;

pub use draft::{discard_draft, read_draft, save_draft};
pub use inspect::inspect;
pub(crate) use reading::blocking;
pub use reading::{Cancel, Watch};
pub use remembered::{export_mapping, import_mapping, mappings};
pub(crate) use review::Reviews;
pub use review::{review_import, review_page, write_error_workbook};
pub use run::{commit_import, commit_sheets, preview_import};
pub(crate) use statement::{Statement, statement_rows};
pub use template::save_template;
