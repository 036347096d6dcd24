//! What happened, as screens and scripts are shown it.

use crate::movement::change_view;
use crate::views::certificates::{ChangeView, EventView, HistoryPage, HistoryQuery};
use crate::year::difference_view;
use crate::{ActionError, Workspace};
use planner_core::journal::Act;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::evidence::Subject;
use planner_store::{imports, ledger as stored};
use std::collections::BTreeSet;

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
        recorded_at: dated.recorder.at.map(|at| at.format("%H:%M:%S").to_string()),
        by: dated.recorder.by.clone(),
        import_id: import_id(event),
        is_undone: false,
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

fn import_id(event: &Event) -> Option<String> {
    match event {
        Event::Journal(entry) => entry.import_id.clone(),
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
    history_page(workspace, &HistoryQuery { offset, limit, ..HistoryQuery::default() }).await
}

/// What of the history matches, newest first, a part of it at a time.
pub async fn history_page(workspace: &Workspace, query: &HistoryQuery) -> Result<HistoryPage, ActionError> {
    let mut read = workspace.store.read().await?;
    let (count, chain_head) = stored::head(&mut read).await?;
    let limit = query.limit.clamp(0, 500);
    let (total, mut events) = if is_filtered(query) {
        matching(&stored::log(&mut read).await?, query, limit)
    } else {
        let log = stored::log_before(&mut read, count - query.offset, limit).await?;
        (count, log.iter().filter_map(whole_view).collect())
    };
    let undone = imports::all(&mut read).await?.into_iter().filter(|import| import.undone_on.is_some());
    let undone: BTreeSet<String> = undone.map(|import| import.id).collect();
    for event in &mut events {
        let is_import = !matches!(event.kind.as_str(), "undone");
        event.is_undone = is_import && event.import_id.as_ref().is_some_and(|id| undone.contains(id));
    }
    Ok(HistoryPage {
        as_of: workspace.today.to_string(),
        count,
        total,
        persons: stored::recorders(&mut read).await?,
        chain_head: (count > 0).then_some(chain_head),
        events,
    })
}

fn whole_view(logged: &stored::LoggedEvent) -> Option<EventView> {
    Some(event_view(logged, &logged.event()?, None))
}

fn is_filtered(query: &HistoryQuery) -> bool {
    query.sort.is_some() || query.by.is_some() || query.year.is_some() || query.search.is_some()
}

/// How many events match, and those of the page that is asked for.
fn matching(log: &[stored::LoggedEvent], query: &HistoryQuery, limit: i64) -> (i64, Vec<EventView>) {
    let wanted = query.search.as_ref().map(|text| text.trim().to_lowercase());
    let matches = |logged: &&stored::LoggedEvent| {
        let Some(dated) = logged.event() else { return false };
        query.sort.as_deref().is_none_or(|sort| sort_of(&dated.event) == sort)
            && query.by.as_ref().is_none_or(|by| dated.recorder.by.as_ref() == Some(by))
            && query.year.is_none_or(|year| dated.event.year() == Some(year))
            && wanted
                .as_ref()
                .is_none_or(|text| logged.body.to_lowercase().contains(text) || logged.hash.starts_with(text))
    };
    let found: Vec<_> = log.iter().rev().filter(matches).collect();
    let (skipped, taken) = (usize::try_from(query.offset), usize::try_from(limit));
    let page = found.iter().skip(skipped.unwrap_or_default()).take(taken.unwrap_or_default());
    let views = page.filter_map(|logged| whole_view(logged)).collect();
    (i64::try_from(found.len()).unwrap_or(i64::MAX), views)
}

/// What an event is about, as the history is filtered by.
fn sort_of(event: &Event) -> &'static str {
    match event {
        Event::YearLocked { .. } | Event::YearUnlocked { .. } | Event::Restated { .. } => "years",
        Event::Journal(entry) => match entry.act {
            Act::Imported | Act::Replaced | Act::Undone | Act::LinesEdited | Act::Weighed => "imports",
            Act::Answered | Act::ClaimEdited | Act::Signed | Act::Sealed => "reports",
            Act::Planned | Act::Ordered => "plan",
            Act::BroughtUpToDate | Act::SettingsChanged | Act::YearChanged | Act::MappingSaved => "settings",
        },
        _ => "certificates",
    }
}
