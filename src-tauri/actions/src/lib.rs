//! One function per thing a user can do, and the views that screens and scripts are shown.
//! Each begins, loads, asks core, saves, commits and answers; no rule and no SQL lives here.

mod catalogue;
mod certificates;
mod check;
mod claim;
mod disclosure;
mod dispositions;
mod emissions;
mod error;
mod evidence;
mod facts;
mod history;
mod image;
mod import;
mod input;
mod journal;
mod kept_ledger;
mod line_edits;
mod lines;
mod listed_lines;
mod money;
mod movement;
mod numbers;
mod orders;
mod output;
mod overview;
mod own_issue;
mod ownership;
mod plan;
mod purchase;
mod recognise;
mod recognise_again;
mod reconcile;
mod remedies;
mod requirement;
mod retirement;
mod sample;
mod search;
mod settings;
mod snapshots;
mod status;
mod table;
mod undo;
mod verification;
pub mod views;
mod weights;
mod work_list;
mod workspace;
mod year;
mod years;

pub use catalogue::{catalogue, withdraw_device};
pub use certificates::{lot, lots, lots_page, lots_summary};
pub use claim::{claim, save_claim};
pub use disclosure::{
    ExportRequest, SignatureRequest, answer_question, checks, disclosure, disclosure_inputs,
    export_disclosure, export_retirement, files_beside, lint_claim, report_file_name, reports_of_year,
    save_disclosure_inputs, sign_report, signing, trace_figure,
};
pub use dispositions::{dispositions, note_shipment};
pub use emissions::{
    add_energy, emissions, factor_sets, factors, import_factors, remove_energy, save_emission_settings,
    undo_factors,
};
pub use error::{ActionError, in_words};
pub use evidence::{attach, save_document};
pub use history::{history, history_page};
pub use image::save_image;
pub use import::{
    Cancel, Watch, commit_import, commit_sheets, discard_draft, export_mapping, import_mapping, inspect,
    mappings, preview_import, read_draft, review_import, review_page, save_draft, save_template,
    write_error_workbook,
};
pub use line_edits::{edit_lines, line_choices, line_edits, undo_line_edit};
pub use lines::{export_lines, imports, line_trace, lines_page, unresolved};
pub use money::money;
pub use movement::{adjust_lot, move_units, split_lot};
pub use orders::{attach_to_order, cancel_order, deliver_order, expect_order, list_orders, place_order};
pub use overview::overview;
pub use plan::{
    adopt_plan, compare_plans, delete_plan, export_plan, keep_plan, list_plans, name_plan, plan, plan_actual,
    plan_line, plan_outlook, refresh_plan, solve_programme,
};
pub use planner_sheets::worker;
pub use purchase::record_lot;
pub use recognise::{recognise, recognise_file};
pub use recognise_again::recognise_again;
pub use reconcile::reconcile;
pub use requirement::{RequirementRequest, requirement};
pub use retirement::{propose_retirement, retire, retirements, reverse_retirement};
pub use sample::{on_its_day, open_sample};

pub use search::search;
pub use settings::{
    coverage_target, entities, remove_entity, save_coverage_target, save_entity, save_settings,
    save_year_settings, settings, year_settings,
};
pub use snapshots::{
    last_good_snapshot, list_snapshots, no_snapshot, restore_snapshot, save_copy, with_snapshot,
};
pub use status::{status, verify};
pub use table::export_table;
pub use undo::undo_import;
pub use weights::give_weights;
pub use work_list::work_list;
pub use workspace::Workspace;
pub use year::{lock_year, unlock_year};
pub use years::years;
