//! The event chain: each event follows the one before it, and is as it was written.

use super::projection::Projection;
use super::rows::{LEAST_NAMED, texts};
use crate::ledger::{GENESIS, LoggedEvent};
use crate::{Connection, StoreError};
use std::collections::BTreeSet;

/// The whole log as it stands, in order. A value that cannot be read is empty, and breaks the chain where it stands.
pub(super) async fn log(connection: &mut Connection) -> Result<Vec<LoggedEvent>, StoreError> {
    let mut events = Vec::new();
    let sql = "SELECT sequence, dated_on, kind, body, previous_hash, hash FROM event ORDER BY sequence";
    let read = texts(connection, sql, |row| {
        let [sequence, dated_on, kind, body, previous_hash, hash] = row.map(Option::unwrap_or_default);
        let sequence = sequence.parse().unwrap_or_default();
        events.push(LoggedEvent { sequence, dated_on, kind, body, previous_hash, hash });
    });
    match read.await {
        Ok(()) => Ok(events),
        // Without a log no event is found, and everything that rests on one says so.
        Err(error) => error.damage().map(|_| events),
    }
}

/// The first break of the chain makes all later hashes meaningless, so one event is named at most once.
pub(super) fn problems(events: &[LoggedEvent]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut previous = GENESIS;
    for (expected, event) in (1_i64..).zip(events) {
        let sequence = event.sequence;
        if sequence != expected {
            problems.push(format!("event {expected} is missing: event {sequence} stands in its place"));
            break;
        }
        if event.previous_hash != previous {
            problems.push(format!("event {sequence} does not follow event {}", sequence - 1));
        } else if event.hash != event.expected_hash() {
            problems.push(format!("event {sequence} was changed after it was written"));
        }
        previous = &event.hash;
    }
    problems
}

/// Events taken from the end leave no gap in the chain; what rests on them still names them.
pub(super) async fn missing_events(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT 'event ' || resting.event || ' is missing: ' || what || ' rests on it' FROM (
             SELECT event, 'lot ' || id AS what FROM lot
             UNION ALL SELECT event, 'retirement ' || id FROM retirement
             UNION ALL SELECT event, 'the split of lot ' || id FROM split_lot
             UNION ALL SELECT event, 'the evidence ' || file_name FROM evidence
             UNION ALL SELECT event, 'the reversal of retirement ' || id FROM reversed_retirement
             UNION ALL SELECT event, 'the lock of reporting year ' || year FROM locked_year
         ) AS resting LEFT JOIN event ON sequence = resting.event WHERE sequence IS NULL
         ORDER BY resting.event LIMIT 50",
    )
    .fetch_all(connection)
    .await?)
}

/// Reports name the head of the chain they were sealed on; a chain that was written anew has no such event.
pub(super) async fn unknown_heads(
    connection: &mut Connection,
    events: &[LoggedEvent],
) -> Result<Vec<String>, StoreError> {
    let hashes: BTreeSet<&str> = events.iter().map(|event| event.hash.as_str()).collect();
    let mut problems = Vec::new();
    let sql = "SELECT year, version, chain_head FROM report ORDER BY year, version";
    texts(connection, sql, |row| {
        let [year, version, head] = row.map(Option::unwrap_or_default);
        if !hashes.contains(head.as_str()) {
            problems.push(format!(
                "report v{version} of {year} was sealed on another chain of events: none of these has the hash {head}"
            ));
        }
    })
    .await?;
    problems.truncate(LEAST_NAMED);
    Ok(problems)
}

/// What the events leave, or the first that no ledger takes.
pub(super) fn replay(events: &[LoggedEvent]) -> Result<Projection, String> {
    let mut projection = Projection::default();
    for event in events {
        let sequence = event.sequence;
        let dated = event.event().ok_or_else(|| format!("event {sequence} cannot be read"))?;
        let applied = projection.apply(sequence, &dated);
        applied.map_err(|error| format!("event {sequence} breaks a rule: {error}"))?;
    }
    Ok(projection)
}
