//! What happened, as screens and scripts are shown it.

use crate::movement::change_view;
use crate::views::certificates::{ChangeView, EventView, HistoryPage};
use crate::year::difference_view;
use crate::{ActionError, Workspace};
use planner_core::journal::Act;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::evidence::Subject;
use planner_store::ledger as stored;

/// An event as a screen shows it; with the units of one lot, where one is asked for.
pub(crate) fn event_view(
    logged: &stored::LoggedEvent,
    dated: &DatedEvent,
    lot_id: Option<&str>,
) -> EventView {
    let event = &dated.event;
    let quantity = match (event, lot_id) {
        (Event::Retired(retirement) | Event::Reversed { retirement, .. }, Some(lot_id)) => {
            let of_lot = retirement.lines.iter().filter(|line| line.lot_id == lot_id);
            Some(of_lot.map(|line| line.serials.quantity()).sum())
        }
        (other, _) => other.quantity(),
    };
    EventView {
        sequence: logged.sequence,
        on: logged.dated_on.clone(),
        recorded_on: dated.recorded_on.map(|day| day.to_string()),
        kind: logged.kind.clone(),
        lot_ids: event.lot_ids().into_iter().map(str::to_owned).collect(),
        quantity,
        year: event.year(),
        note: event.note().map(str::to_owned),
        retirement_id: retirement_id(event),
        changes: changes(event),
        hash: logged.hash.clone(),
    }
}

fn retirement_id(event: &Event) -> Option<String> {
    match event {
        Event::Retired(retirement) | Event::Reversed { retirement, .. } => Some(retirement.id.clone()),
        Event::Attached { subject: Subject::Retirement(id), .. } => Some(id.clone()),
        _ => None,
    }
}

fn changes(event: &Event) -> Vec<ChangeView> {
    match event {
        Event::Adjusted { changes, .. } => changes.iter().map(change_view).collect(),
        Event::Restated { differences, .. } => differences.iter().map(difference_view).collect(),
        // What was signed is no change: the signature says what of it has moved.
        Event::Journal(entry) if entry.act == Act::Signed => Vec::new(),
        Event::Journal(entry) => entry.changes.iter().map(difference_view).collect(),
        _ => Vec::new(),
    }
}

/// The whole history, newest first, a part of it at a time.
pub async fn history(workspace: &Workspace, offset: i64, limit: i64) -> Result<HistoryPage, ActionError> {
    let mut read = workspace.store.read().await?;
    let (count, chain_head) = stored::head(&mut read).await?;
    let log = stored::log_before(&mut read, count - offset, limit.clamp(0, 500)).await?;
    let view = |logged: &stored::LoggedEvent| Some(event_view(logged, &logged.event()?, None));
    Ok(HistoryPage {
        as_of: workspace.today.to_string(),
        count,
        chain_head: (count > 0).then_some(chain_head),
        events: log.iter().filter_map(view).collect(),
    })
}
