//! Every test of the whole, in one program.

mod answers;
mod architecture;
mod claims;
mod command;
mod disclosure;
mod error_workbook;
mod guesses;
mod hostile;
mod integrity;
mod ledger;
mod making;
mod mappings;
mod outputs;
mod proof;
mod report;
mod review;
mod revised_assets;
mod revisions;
mod script;
mod sheets;
mod statement;
mod story;
mod support;
mod window;
mod workbooks;
mod workspaces;
