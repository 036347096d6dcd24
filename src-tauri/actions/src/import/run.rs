//! Previewing an import and doing it: one pass serves both, so what was previewed is what is recorded.

use super::pass::{Pass, Passed, Purpose};
use super::questions::refuse_open;
use super::reading::{self, Reading, Source, Watch};
use super::remembered::remember;
use super::sorting::Sorter;
use super::writer::Batch;
use crate::views::import::{ImportOptions, ImportReport};
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_store::snapshots::Reason;
use planner_store::{Connection, journal, own_models};
use std::path::Path;

/// What an import of this file would do; it writes nothing.
pub async fn preview_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    let reading = reading::start(workspace, path, options, watch, Sorter::sort).await?;
    let mut read = workspace.store.read().await?;
    let Passed { source, pass, sorter } =
        Pass::through(workspace, &mut read, reading, options, Purpose::Preview, watch).await?;
    Ok(ImportReport { revision: pass.revision, ..sorter.tally.report(&source, &options.kind, None) })
}

/// Imports a file in one transaction. With the hash of a preview, only if it comes to exactly that.
pub async fn commit_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    plan_hash: Option<&str>,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    let mut reading = reading::start(workspace, path, options, watch, Sorter::sort).await?;
    // Nobody else is kept from writing while there is nothing to write.
    reading.begun().await;
    let mut write = workspace.store.write().await?;
    let report = record(workspace, &mut write, reading, options, plan_hash, (watch, &mut false)).await?;
    write.commit().await?;
    Ok(report)
}

/// Imports several sheets of a file in one transaction: all of them, or none.
pub async fn commit_sheets(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    sheets: &[String],
    watch: &Watch,
) -> Result<Vec<ImportReport>, ActionError> {
    let mut write = workspace.store.write().await?;
    let (mut reports, mut is_kept) = (Vec::with_capacity(sheets.len()), false);
    for sheet in sheets {
        let options = ImportOptions { sheet: Some(sheet.clone()), ..options.clone() };
        let reading = reading::start(workspace, path, &options, watch, Sorter::sort).await?;
        reports.push(record(workspace, &mut write, reading, &options, None, (watch, &mut is_kept)).await?);
    }
    write.commit().await?;
    Ok(reports)
}

/// Records one sheet in a transaction that somebody else commits. What it replaces is kept in a snapshot, once.
async fn record(
    workspace: &Workspace,
    write: &mut Connection,
    reading: Reading<Batch, Sorter>,
    options: &ImportOptions,
    plan_hash: Option<&str>,
    (watch, is_kept): (&Watch, &mut bool),
) -> Result<ImportReport, ActionError> {
    let Passed { source, mut pass, sorter } =
        Pass::through(workspace, write, reading, options, Purpose::Record, watch).await?;
    sorter.refuse_nothing(&source)?;
    refuse_open(&source, &sorter.tally.questions())?;
    pass.refuse_open_revision(&source)?;
    sorter.refuse_other_plan(plan_hash)?;
    sorter.refuse_unseen_negative(&source, plan_hash)?;
    if pass.is_replacing() {
        pass.refuse_locked(write).await?;
        if !std::mem::replace(is_kept, true) {
            workspace.store.keep_snapshot(Reason::Replace).await?;
        }
    }
    pass.finish(write, &source, &sorter.tally).await?;
    if let Some(writer) = &pass.writer {
        own_models::add(write, writer.number, &sorter.own_models()).await?;
    }
    remember(write, &source, sorter.tally.supplier(), workspace.today).await?;
    journal::record(write, workspace.today, entry(&source, &pass, &sorter)).await?;
    let mut report = sorter.tally.report(&source, &options.kind, pass.import_id);
    report.first_lines.clear();
    report.revision = pass.revision;
    Ok(report)
}

/// The import, as the history says it.
fn entry(source: &Source, pass: &Pass, sorter: &Sorter) -> Entry {
    let act = if pass.is_replacing() { Act::Replaced } else { Act::Imported };
    let sheet = Some(&source.mapping.sheet).filter(|sheet| !sheet.is_empty());
    let sheet = sheet.map(|sheet| format!(", sheet {sheet}")).unwrap_or_default();
    let rows = sorter.tally.sums.rows_imported;
    let entry = Entry::new(act, format!("{}{sheet}: {rows} rows", source.file_name));
    entry.of_import(pass.import_id.clone().unwrap_or_default())
}
