//! Previewing an import and doing it: one pass serves both, so what was previewed is what is recorded.

use super::pass::Pass;
use super::questions::refuse_open;
use super::reading::{self, Source, Watch};
use super::remembered::remember;
use super::sorting::Sorter;
use crate::views::import::{ImportOptions, ImportReport};
use crate::{ActionError, Workspace};
use planner_sheets::Contents;
use planner_store::{Connection, StoreError, imports};
use std::path::Path;
use uuid::Uuid;

/// What an import of this file would do; it writes nothing.
pub async fn preview_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    watch.report("checking", 0, None, 0);
    let (source, contents) = reading::source(workspace, path, options, watch).await?;
    let mut read = workspace.store.read().await?;
    refuse_duplicate(&mut read, &source, options).await?;
    let mut pass = Pass::new(workspace, &mut read, &source, options, false).await?;
    let sorter = Sorter::load(workspace, &mut read, &source, options, pass.keep).await?;
    let sorter = pass.run(&mut read, sorter, contents, &source, watch, "reading").await?;
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
    watch.report("checking", 0, None, 0);
    let (source, contents) = reading::source(workspace, path, options, watch).await?;
    refuse_open(&source)?;
    let mut write = workspace.store.write().await?;
    let report = record(workspace, &mut write, &source, contents, options, plan_hash, watch).await?;
    write.commit().await.map_err(StoreError::from)?;
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
    watch.report("checking", 0, None, 0);
    let mut sources = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let options = ImportOptions { sheet: Some(sheet.clone()), ..options.clone() };
        let (source, contents) = reading::source(workspace, path, &options, watch).await?;
        refuse_open(&source)?;
        sources.push((source, contents, options));
    }
    let mut write = workspace.store.write().await?;
    let mut reports = Vec::with_capacity(sources.len());
    for (source, contents, options) in sources {
        reports.push(record(workspace, &mut write, &source, contents, &options, None, watch).await?);
    }
    write.commit().await.map_err(StoreError::from)?;
    Ok(reports)
}

/// Records one sheet in a transaction that somebody else commits.
async fn record(
    workspace: &Workspace,
    write: &mut Connection,
    source: &Source,
    contents: Contents,
    options: &ImportOptions,
    plan_hash: Option<&str>,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    refuse_duplicate(write, source, options).await?;
    let mut pass = Pass::new(workspace, write, source, options, false).await?;
    let sorter = Sorter::load(workspace, write, source, options, pass.keep).await?;
    let id = Uuid::now_v7().to_string();
    pass.begin(write, source, &options.kind, &id).await?;
    let sorter = pass.run(write, sorter, contents, source, watch, "writing").await?;
    sorter.refuse_nothing(source)?;
    pass.refuse_open_revision(source)?;
    sorter.refuse_other_plan(plan_hash)?;
    sorter.refuse_unseen_negative(source, plan_hash)?;
    pass.finish(write, source, &sorter.tally).await?;
    remember(write, source, sorter.tally.supplier(), workspace.today).await?;
    let mut report = sorter.tally.report(source, &options.kind, Some(id));
    report.first_lines.clear();
    report.revision = pass.revision;
    Ok(report)
}

pub(super) async fn refuse_duplicate(
    connection: &mut Connection,
    source: &Source,
    options: &ImportOptions,
) -> Result<(), ActionError> {
    if options.allow_duplicate {
        return Ok(());
    }
    let sheet = Some((options.kind.as_str(), source.mapping.sheet.as_str()));
    match imports::standing_of_file(connection, &source.fingerprint.sha256, sheet).await? {
        Some(before) => {
            let message = format!(
                "{} was imported on {} already, as {}. Undo that import first, or allow the duplicate.",
                source.file_name, before.imported_on, before.file_name
            );
            Err(ActionError { details: Some(before.id), ..ActionError::new("duplicate_file", message) })
        }
        None => Ok(()),
    }
}
