//! Own certificates beside the retired assets they are issued for: what would be too many is refused or needs a reason.

use crate::ActionError;
use crate::settings::Organisation;
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::lot::Lot;
use planner_core::own_issue::{Excess, OwnIssue};
use planner_store::{Connection, dispositions as stored};

/// Batches that a question names at most.
const MOST_NAMED: usize = 5;

/// Everything restored beside everything issued.
pub(crate) async fn own_issue(connection: &mut Connection, ledger: &Ledger) -> Result<OwnIssue, ActionError> {
    let organisation = Organisation::load(connection).await?;
    let parts = stored::restored_parts(connection).await?;
    Ok(OwnIssue::of(&parts, &|year| organisation.policy(year), ledger))
}

/// The excesses that a report of a year rests on.
pub(crate) async fn excesses(
    connection: &mut Connection,
    ledger: &Ledger,
    year: i32,
    today: NaiveDate,
) -> Result<Vec<Excess>, ActionError> {
    Ok(own_issue(connection, ledger).await?.excesses_of(ledger, year, today))
}

/// Refuses a lot, not yet recorded, that makes own certificates too many, unless it says why.
pub(crate) fn refuse_excess(own: &OwnIssue, lot: &Lot) -> Result<(), ActionError> {
    match own.excess_with(lot) {
        Some(excess) if lot.facts.excess_reason.is_none() => Err(too_many(own, &excess)),
        _ => Ok(()),
    }
}

/// Refuses a correction after which more own certificates are too many than before, unless the lot says why.
pub(crate) fn refuse_wider(before: &OwnIssue, after: &OwnIssue, lot: &Lot) -> Result<(), ActionError> {
    if after.too_many() <= before.too_many() || lot.facts.excess_reason.is_some() {
        return Ok(());
    }
    let excesses = after.excesses();
    let excess = excesses.iter().find(|excess| excess.batch == lot.facts.batch).or(excesses.last());
    excess.map_or(Ok(()), |excess| Err(too_many(after, excess)))
}

/// The refusal in words, with what could be meant instead.
fn too_many(own: &OwnIssue, excess: &Excess) -> ActionError {
    let Excess { eligible, issued, .. } = excess;
    let units = excess.units();
    let what = match &excess.batch {
        Some(batch) if !own.is_known(Some(batch)) => format!(
            "No retired assets of batch {batch} are imported, so no certificate of it can be our own; {issued} would be."
        ),
        Some(batch) => format!(
            "Batch {batch} has {eligible} eligible kg, and with these {issued} own certificates: {units} too many."
        ),
        None => format!(
            "Own certificates that name no batch rest on what the batches leave, {eligible} eligible kg, and with these they are {issued}: {units} too many."
        ),
    };
    let room: Vec<_> = own.room().take(MOST_NAMED).map(|(batch, left)| format!("{batch} ({left})")).collect();
    let which = if room.is_empty() {
        String::new()
    } else {
        format!(" Which batch is it? These have kg left: {}.", room.join(", "))
    };
    let message = format!(
        "{what}{which} Check the quantity, import the retired assets that are missing, or say why there are more; the difference is then named in every report, and none is final until it is explained."
    );
    ActionError::new("own_exceeds_eligible", message)
}
