//! Tells Tauri which commands are ours, so that each one is a permission the capability has to name.

/// Every command of `src/commands`. A test there compares the three places that list them.
const COMMANDS: &[&str] = &[
    "app_status",
    "open_sample",
    "open_workspace",
    "new_workspace",
    "show_earlier_copy",
    "settings",
    "save_settings",
    "verify",
    "choose_files",
    "inspect_file",
    "review_import",
    "review_page",
    "save_error_workbook",
    "commit_import",
    "cancel_import",
    "undo_import",
    "imports",
    "save_template",
    "overview",
    "requirement",
    "lines_page",
    "line_trace",
    "unresolved",
    "give_weights",
    "dispositions",
    "lots_summary",
    "lots_page",
    "lot",
    "purchase",
    "propose_retirement",
    "retire",
    "move_units",
    "split_lot",
    "adjust_lot",
    "attach",
    "save_document",
    "retirements",
    "reverse_retirement",
    "history",
    "reconcile",
    "search",
    "lock_year",
    "unlock_year",
    "disclosure",
    "export_disclosure",
    "export_retirement",
    "show_file",
    "sign_report",
    "trace_figure",
    "checks",
    "answer_question",
    "lint_claim",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
