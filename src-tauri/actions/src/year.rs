//! Locking a reporting year, unlocking it with a reason, and what locking it again restates.

use crate::journal::write_event;
use crate::numbers::given;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::certificates::ChangeView;
use crate::views::workspace::{YearLock, YearStatus};
use crate::{ActionError, Workspace};
use planner_core::figure::{Definition, TABLE, YearFigures};
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::year::{AtLock, Difference, Figure};
use planner_core::year::reporting_year;
use planner_store::{Connection, ledger as stored};

/// Locks a reporting year with its figures: it takes no change until it is unlocked with a reason.
/// Where it was locked before with other figures, the difference is written down as a restatement.
pub async fn lock_year(workspace: &Workspace, year: i32) -> Result<YearLock, ActionError> {
    reporting_year(year)?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let figures = figures(&mut write, &ledger, workspace, year).await?;
    let differences = ledger.differences(year, &figures);
    let restated = differences.iter().map(difference_view).collect();
    if !ledger.is_locked(year) && !differences.is_empty() {
        let because = last_reason(&mut write, year).await?;
        let event = Event::Restated { year, differences, because };
        write_event(&mut write, &mut ledger, event, workspace.today, workspace).await?;
    }
    let event = Event::YearLocked { year, figures };
    write_event(&mut write, &mut ledger, event, workspace.today, workspace).await?;
    write.commit().await?;
    Ok(YearLock { year, is_locked: true, restated })
}

/// Unlocks a reporting year to restate it; the reason stays on record.
pub async fn unlock_year(workspace: &Workspace, year: i32, because: &str) -> Result<YearStatus, ActionError> {
    reporting_year(year)?;
    let because =
        given(Some(because)).ok_or_else(|| ActionError::request("Say why the year is unlocked."))?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let event = Event::YearUnlocked { year, because };
    write_event(&mut write, &mut ledger, event, workspace.today, workspace).await?;
    write.commit().await?;
    Ok(YearStatus { year, is_locked: false })
}

/// The figures of a year that a report rests on and that time alone does not change.
async fn figures(
    connection: &mut Connection,
    ledger: &Ledger,
    workspace: &Workspace,
    year: i32,
) -> Result<Vec<Figure>, ActionError> {
    let organisation = Organisation::load(connection).await?;
    let asked = (year, None, None);
    let figures = year_figures(connection, &organisation, ledger, asked, workspace.today).await?;
    Ok(locked_figures(&figures, &organisation))
}

/// What a lock writes down of a year: its figures, and the settings that decide them.
pub(crate) fn locked_figures(figures: &YearFigures, organisation: &Organisation) -> Vec<Figure> {
    let year = figures.year;
    let locked = TABLE.iter().filter(|row| row.is_locked);
    let figure = |row: &Definition| {
        let value = row.of_year(figures).map(|value| value.to_string());
        (row.key.to_owned(), value.unwrap_or_default())
    };
    let settings = [
        (AtLock::POLICY, organisation.policy(year).word().to_owned()),
        (AtLock::FISCAL_YEAR_START, organisation.fiscal_year_start.month().to_string()),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value));
    locked.map(figure).chain(settings).collect()
}

/// Why a year was unlocked last.
async fn last_reason(connection: &mut Connection, year: i32) -> Result<String, ActionError> {
    let log = stored::log(connection).await?;
    let reason = log.iter().rev().find_map(|logged| match logged.event()?.event {
        Event::YearUnlocked { year: unlocked, because } if unlocked == year => Some(because),
        _ => None,
    });
    Ok(reason.unwrap_or_default())
}

pub(crate) fn difference_view(difference: &Difference) -> ChangeView {
    ChangeView { name: difference.figure.clone(), old: difference.old.clone(), new: difference.new.clone() }
}
