//! Figures in, disclosure out: the workbook, the statement, csv and JSON of a reporting year.
//! It never meets the workspace file, a clock or the window: what it is given is all that it says.
//! No sheet holds a net Scope 3 figure, and figures of different statements are never added.

mod archive;
pub mod assets;
pub mod cdp;
pub mod checks;
pub mod claim;
pub mod disclosure;
mod document;
pub mod documents;
mod error;
pub mod integrity;
pub mod known;
pub mod lint;
mod manifest;
pub mod movements;
mod parts;
mod registry;
pub mod run;
pub mod sheet;
mod sheets;
pub mod signed;
mod statement;
mod table;
mod template;
pub mod write;

pub use disclosure::Disclosure;
pub use error::ReportError;
