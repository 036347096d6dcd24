//! Previewing an import and doing it: one pass serves both, so what was previewed is what is recorded.

use super::pass::Pass;
use super::questions::refuse_open;
use super::reading::{self, Source, Watch};
use super::remembered::remember;
use crate::views::import::{ImportOptions, ImportReport};
use crate::{ActionError, Workspace};
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
    let mut pass = Pass::new(workspace, &mut read, &source, options).await?;
    pass.run(&mut read, reading::start(contents, &source.mapping, &watch.cancel), watch, "reading").await?;
    Ok(pass.tally.report(&source, &options.kind, None))
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
    refuse_duplicate(&mut write, &source, options).await?;
    let mut pass = Pass::new(workspace, &mut write, &source, options).await?;
    let id = Uuid::now_v7().to_string();
    pass.begin(&mut write, &source, &options.kind, &id).await?;
    pass.run(&mut write, reading::start(contents, &source.mapping, &watch.cancel), watch, "writing").await?;
    pass.refuse_nothing(&source)?;
    pass.refuse_other_plan(plan_hash)?;
    pass.refuse_unseen_negative(&source, plan_hash)?;
    pass.finish(&mut write, &source).await?;
    remember(&mut write, &source, pass.tally.supplier(), workspace.today).await?;
    write.commit().await.map_err(StoreError::from)?;
    let mut report = pass.tally.report(&source, &options.kind, Some(id));
    report.first_lines.clear();
    Ok(report)
}

async fn refuse_duplicate(
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
