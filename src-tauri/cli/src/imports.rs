//! Commands about spreadsheets.

use crate::arguments::imports::{ImportArguments, ImportCommand, MappingStep};
use crate::run::{Answer, shown};
use planner_actions::views::import::{ImportOptions, ImportProgress};
use planner_actions::{ActionError, Watch, Workspace};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// Does what is asked with spreadsheets.
pub(crate) async fn act(workspace: &Workspace, command: ImportCommand) -> Result<Answer, ActionError> {
    match command {
        ImportCommand::Inspect { file } => shown(planner_actions::inspect(workspace, &file).await?),
        ImportCommand::Import(arguments) => import(workspace, *arguments).await,
        ImportCommand::Undo { import_id } => {
            shown(planner_actions::undo_import(workspace, &import_id).await?)
        }
        ImportCommand::Imports { year } => shown(planner_actions::imports(workspace, year).await?),
        ImportCommand::Mappings => shown(planner_actions::mappings(workspace).await?),
        ImportCommand::Mapping { step: MappingStep::Export { number, out } } => {
            shown(planner_actions::export_mapping(workspace, number, &out).await?)
        }
        ImportCommand::Mapping { step: MappingStep::Import { file } } => {
            shown(planner_actions::import_mapping(workspace, &file).await?)
        }
    }
}

async fn import(workspace: &Workspace, arguments: ImportArguments) -> Result<Answer, ActionError> {
    let mut values: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (field, seen, means) in arguments.values {
        values.entry(field).or_default().insert(seen, means);
    }
    let options = ImportOptions {
        kind: arguments.kind.word().to_owned(),
        sheet: arguments.sheets.first().cloned(),
        header_row: arguments.header_row,
        columns: arguments.map.into_iter().collect(),
        mass_unit: arguments.mass_unit,
        mass_basis: arguments.mass_basis,
        date_order: arguments.date_order,
        decimal: arguments.decimal,
        values,
        answers: arguments.answers.into_iter().collect(),
        revision: arguments.revision,
        without_mapping: arguments.without_mapping,
        year: arguments.year,
        allow_duplicate: arguments.allow_duplicate,
        ..ImportOptions::default()
    };
    let watch = Watch { progress: Arc::new(show_progress), ..Watch::default() };
    let file = &arguments.file;
    if let Some(out) = &arguments.errors_to {
        return shown(planner_actions::write_error_workbook(workspace, file, &options, out, &watch).await?);
    }
    if arguments.sheets.len() > 1 {
        return several_sheets(workspace, file, &options, &arguments.sheets, arguments.dry_run, &watch).await;
    }
    let report = if arguments.dry_run {
        planner_actions::preview_import(workspace, file, &options, &watch).await
    } else {
        planner_actions::commit_import(workspace, file, &options, arguments.plan.as_deref(), &watch).await
    };
    if std::io::stderr().is_terminal() {
        eprint!("\r\x1b[K");
    }
    shown(report?)
}

/// One report a sheet.
async fn several_sheets(
    workspace: &Workspace,
    file: &Path,
    options: &ImportOptions,
    sheets: &[String],
    is_dry: bool,
    watch: &Watch,
) -> Result<Answer, ActionError> {
    if !is_dry {
        return shown(planner_actions::commit_sheets(workspace, file, options, sheets, watch).await?);
    }
    let mut reports = Vec::new();
    for sheet in sheets {
        let options = ImportOptions { sheet: Some(sheet.clone()), ..options.clone() };
        reports.push(planner_actions::preview_import(workspace, file, &options, watch).await?);
    }
    shown(reports)
}

fn show_progress(progress: ImportProgress) {
    if std::io::stderr().is_terminal() {
        let ImportProgress { step, rows_done, rows_per_second, .. } = progress;
        eprint!("\r\x1b[K{step}: {rows_done} rows, {rows_per_second} a second");
    }
}
