//! Writing one event: the ledger accepts it, then it and the balances it leaves are kept.

use crate::ActionError;
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_store::{Connection, ledger as stored};

/// Writes an event that the ledger accepts; what expired before it is written down first.
pub(crate) async fn write_event(
    connection: &mut Connection,
    ledger: &mut Ledger,
    event: Event,
    today: NaiveDate,
    import_number: Option<i64>,
) -> Result<i64, ActionError> {
    for expiry in ledger.expiries(today) {
        let dated = DatedEvent { on: today, event: expiry };
        ledger.apply(&dated)?;
        stored::append(connection, &dated, ledger, None).await?;
    }
    let dated = DatedEvent { on: dated_on(&event, today), event };
    ledger.apply(&dated)?;
    Ok(stored::append(connection, &dated, ledger, import_number).await?)
}

/// The day of an event: a lot's is the day of its trade, where that is past.
pub(crate) fn dated_on(event: &Event, today: NaiveDate) -> NaiveDate {
    match event {
        Event::LotRecorded(lot) => lot.facts.trade_date.unwrap_or(today).min(today),
        _ => today,
    }
}
