//! One function per thing a user can do, and the views that screens and scripts are shown.
//! Each begins, loads, asks core, saves, commits and answers; no rule and no SQL lives here.

mod assets;
mod certificates;
mod disclosure;
mod dispositions;
mod error;
mod import;
mod lines;
mod numbers;
mod overview;
mod requirement;
mod retirement;
mod sample;
mod settings;
mod status;
mod undo;
pub mod views;
mod weights;
mod workspace;

pub use certificates::{MovementRequest, lot, lots, move_units, record_lot};
pub use disclosure::{
    ExportRequest, disclosure, export_disclosure, export_retirement, files_beside, lint_claim,
    report_file_name, reports_of_year, sign_report, trace_figure,
};
pub use dispositions::dispositions;
pub use error::ActionError;
pub use import::{
    Cancel, Watch, commit_import, export_mapping, import_mapping, inspect, mappings, preview_import,
    save_template,
};
pub use lines::{imports, line_trace, lines_page, unresolved};
pub use overview::overview;
pub use planner_sheets::worker;
pub use requirement::{RequirementRequest, requirement};
pub use retirement::{propose_retirement, retire, reverse_retirement};
pub use sample::{on_its_day, open_sample};

pub use settings::{lock_year, save_settings, settings, unlock_year};
pub use status::{status, verify};
pub use undo::undo_import;
pub use weights::give_weights;
pub use workspace::Workspace;
