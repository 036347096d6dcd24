//! What the shell knows before any screen is drawn, and the check of the whole file.

use crate::remedies::remedies;
use crate::settings::Organisation;
use crate::verification::{verified, verify_file};
use crate::views::workspace::{Verification, WorkspaceStatus, YearStatus};
use crate::{ActionError, Workspace, last_good_snapshot};
use planner_store::{Connection, entities, imports, ledger, line_groups, settings};
use std::collections::BTreeSet;

/// The workspace as a whole.
pub async fn status(workspace: &Workspace) -> Result<WorkspaceStatus, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let locked = ledger::locked_years(&mut read).await?;
    let (events, chain_head) = ledger::head(&mut read).await?;
    let has_imports = imports::all(&mut read).await?.iter().any(|import| import.undone_on.is_none());
    let this_year = organisation.fiscal_year_start.reporting_year(workspace.today);
    let mut known = settings::known_years(&mut read).await?;
    if known.is_empty() {
        known.push(this_year);
    }
    let years: Vec<_> =
        known.into_iter().map(|year| YearStatus { year, is_locked: locked.contains(&year) }).collect();
    Ok(WorkspaceStatus {
        entities: entities(&mut read).await?,
        file_name: workspace.path().file_name().unwrap_or_default().to_string_lossy().into_owned(),
        earlier_copy: workspace.earlier_copy().map(|path| path.display().to_string()),
        read_only: workspace.read_only(),
        organisation: organisation.display_name().to_owned(),
        is_sample: organisation.is_sample,
        is_empty: !has_imports && events == 0,
        as_of: workspace.today.to_string(),
        current_year: current_year(&years, this_year, &mut read).await?,
        years,
        events,
        chain_head: (events > 0).then_some(chain_head),
        is_verified: verified(workspace).await?.problems == 0,
        lines_unresolved: line_groups::count_unresolved_in_open_years(&mut read).await?,
    })
}

/// The earliest open year that has lines; else the latest year known, but none after this one.
async fn current_year(
    years: &[YearStatus],
    this_year: i32,
    read: &mut Connection,
) -> Result<i32, ActionError> {
    let with_lines = line_groups::years(read).await?;
    if let Some(open) = years.iter().find(|one| !one.is_locked && with_lines.contains(&one.year)) {
        return Ok(open.year);
    }
    Ok(years.iter().map(|year| year.year).filter(|year| *year <= this_year).max().unwrap_or(this_year))
}

/// Entities that the organisation lists, and those that files named.
async fn entities(read: &mut Connection) -> Result<Vec<String>, ActionError> {
    let listed = entities::all(read).await?.into_iter().map(|one| one.name);
    let met = entities::met(read).await?.into_iter().map(|(name, _)| name);
    let all: BTreeSet<String> = listed.chain(met).collect();
    Ok(all.into_iter().collect())
}

/// Recomputes the chain and every balance; it changes nothing.
pub async fn verify(workspace: &Workspace) -> Result<Verification, ActionError> {
    let (found, _) = verify_file(workspace).await?;
    let is_sound = found.problems.is_empty();
    let (mut snapshot, mut remedies) = (None, Vec::new());
    if !is_sound {
        snapshot = last_good_snapshot(workspace.path()).await;
        remedies = self::remedies(workspace, &found.problems, snapshot.as_ref()).await;
    }
    Ok(Verification {
        ok: found.problems.is_empty(),
        events: found.events,
        chain_head: found.chain_head,
        problems: found.problems.iter().map(ToString::to_string).collect(),
        snapshot,
        remedies,
    })
}
