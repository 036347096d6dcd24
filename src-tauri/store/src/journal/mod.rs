//! Everything a report rests on, in the event chain. Call [`record`] once, last, in a transaction that changed such
//! rows, and say only what was done: which rows changed is known by itself. A transaction that changed rows of a
//! [`kept::TABLES`] table and recorded nothing is refused by [`crate::Write::commit`]; a new table joins one of the two lists
//! of `kept`, or a test fails.

mod digest;
pub(crate) mod kept;
mod problems;
mod reading;
mod watch;

use crate::{Connection, StoreError, ledger};
use chrono::NaiveDate;
pub(crate) use digest::{BlockStatements, BlockWriter};
use planner_core::journal::{Act, Digest, Entry};
use planner_core::ledger::event::{DatedEvent, Event};
pub(crate) use problems::{Wrong, import_name, strange_digests, wrong};
pub(crate) use reading::{Tables, read_tables};
pub(crate) use watch::{recorder, set_recorder, touch_import, touch_records, unrecorded, watch};

/// Appends what was done to the chain, with what every group of rows that changed since the last entry comes to now.
/// Where no row is other than it was, nothing is appended and nothing is answered; else the number of the event.
pub async fn record(
    connection: &mut Connection,
    on: NaiveDate,
    entry: Entry,
) -> Result<Option<i64>, StoreError> {
    let digests = watch::settle(connection).await?;
    if digests.is_empty() {
        return Ok(None);
    }
    append(connection, on, Entry { digests, ..entry }).await.map(Some)
}

/// States what everything comes to in a file whose chain does not say so yet, or says it of another format. A group that
/// was wrong before stays as it was stated, so that it is found wrong for good.
pub(crate) async fn restate(
    connection: &mut Connection,
    on: NaiveDate,
    summary: String,
    wrong: &[Wrong],
) -> Result<(), StoreError> {
    let mut digests = digest::restate(connection).await?;
    let was_wrong =
        |one: &Digest| wrong.iter().any(|wrong| (one.table.as_str(), Some(one.part)) == wrong.group);
    digests.retain(|one| !was_wrong(one));
    if !digests.is_empty() {
        let entry = Entry { digests, ..Entry::new(Act::BroughtUpToDate, summary) };
        append(connection, on, entry).await?;
    }
    Ok(())
}

async fn append(connection: &mut Connection, on: NaiveDate, entry: Entry) -> Result<i64, StoreError> {
    ledger::log_event(connection, &DatedEvent::new(on, Event::Journal(entry))).await
}

/// What each group of rows came to when it was last stated, with the event that says so.
pub(crate) fn last_stated(
    log: &[ledger::LoggedEvent],
) -> std::collections::BTreeMap<(String, i64), (i64, Digest)> {
    let mut stated = std::collections::BTreeMap::new();
    // Thousands of certificates say nothing of rows, and reading them takes longer than all else.
    for logged in log.iter().filter(|logged| Act::from_word(&logged.kind).is_some()) {
        if let Some(Event::Journal(entry)) = logged.event().map(|dated| dated.event) {
            for digest in entry.digests {
                stated.insert((digest.table.clone(), digest.part), (logged.sequence, digest));
            }
        }
    }
    stated
}
