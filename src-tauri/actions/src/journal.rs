//! Writing one event: the ledger accepts it, then it and the balances it leaves are kept.

use crate::settings::Organisation;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event, Recorder};
use planner_store::{Connection, ledger as stored};

/// Writes an event of a day, recorded today, that the ledger accepts and no locked year has.
pub(crate) async fn write_event(
    connection: &mut Connection,
    ledger: &mut Ledger,
    event: Event,
    on: NaiveDate,
    workspace: &Workspace,
) -> Result<i64, ActionError> {
    let dated = DatedEvent { on, recorded_on: Some(workspace.today), recorder: Recorder::default(), event };
    if ledger.locked_years().next().is_some() {
        let organisation = Organisation::load(connection).await?;
        ledger.refuse_locked_day(&dated, organisation.fiscal_year_start)?;
    }
    ledger.apply(&dated)?;
    Ok(stored::append(connection, &dated, ledger, None).await?)
}
