//! The event log as it stands: each event by its number, with the hash of the one before it.

use crate::bulk::rows;
use crate::values::Values;
use crate::{Connection, StoreError, evidence};
use planner_core::ledger::event::DatedEvent;
use sqlx::QueryBuilder;
use std::collections::BTreeMap;

/// What stands before the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// An event as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// Its number, from 1.
    pub sequence: i64,
    /// Its day, as it stands.
    pub dated_on: String,
    /// Its kind, as it stands.
    pub kind: String,
    /// Its canonical text.
    pub body: String,
    /// Hash of the event before it.
    pub previous_hash: String,
    /// Its hash.
    pub hash: String,
}

impl LoggedEvent {
    /// The hash this event must have: SHA-256 over number, day, text and the hash before it, a line each.
    pub fn expected_hash(&self) -> String {
        let Self { sequence, dated_on, body, previous_hash, .. } = self;
        evidence::sha256(format!("{sequence}\n{dated_on}\n{previous_hash}\n{body}").as_bytes())
    }

    /// The event that follows the one of this number and hash.
    pub(super) fn next(dated: &DatedEvent, last: i64, previous_hash: String) -> Self {
        let mut logged = Self {
            sequence: last + 1,
            dated_on: dated.on.to_string(),
            kind: dated.event.kind().to_owned(),
            body: dated.to_text(),
            previous_hash,
            hash: String::new(),
        };
        logged.hash = logged.expected_hash();
        logged
    }

    /// What happened; nothing where the text is of no event.
    pub fn event(&self) -> Option<DatedEvent> {
        let dated = DatedEvent::from_text(self.dated_on.parse().ok()?, &self.body)?;
        Some(dated).filter(|dated| dated.event.kind() == self.kind)
    }
}

/// The last event's number and hash; 0 and [`GENESIS`] before the first.
pub async fn head(connection: &mut Connection) -> Result<(i64, String), StoreError> {
    let row = sqlx::query("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
        .fetch_optional(connection)
        .await?;
    row.map_or(Ok((0, GENESIS.to_owned())), |row| Ok((row.integer("sequence")?, row.text("hash")?)))
}

/// The number of the event with this hash; nothing where the chain has none.
pub async fn sequence_of(connection: &mut Connection, hash: &str) -> Result<Option<i64>, StoreError> {
    let sequence = sqlx::query_scalar("SELECT sequence FROM event WHERE hash = ?1").bind(hash);
    Ok(sequence.fetch_optional(connection).await?)
}

/// The whole log, in order.
pub async fn log(connection: &mut Connection) -> Result<Vec<LoggedEvent>, StoreError> {
    rows(connection, "SELECT * FROM event ORDER BY sequence", |row| logged(row)).await
}

/// The events of these kinds, in order.
pub async fn log_of(connection: &mut Connection, kinds: &[&str]) -> Result<Vec<LoggedEvent>, StoreError> {
    let mut query = QueryBuilder::new("SELECT * FROM event WHERE kind IN (");
    let mut listed = query.separated(", ");
    for kind in kinds {
        listed.push_bind((*kind).to_owned());
    }
    let rows = query.push(") ORDER BY sequence").build().fetch_all(connection).await?;
    rows.iter().map(logged).collect()
}

/// Up to `limit` events, the newest first, from the one of this number back.
pub async fn log_before(
    connection: &mut Connection,
    sequence: i64,
    limit: i64,
) -> Result<Vec<LoggedEvent>, StoreError> {
    let rows = sqlx::query("SELECT * FROM event WHERE sequence <= ?1 ORDER BY sequence DESC LIMIT ?2")
        .bind(sequence)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    rows.iter().map(logged).collect()
}

/// Names under which anything was recorded, in the order of their letters.
pub async fn recorders(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let names = sqlx::query_scalar(
        "SELECT DISTINCT substr(body, instr(body, char(10) || 'recorded_by=') + 13) AS name FROM event
         WHERE instr(body, char(10) || 'recorded_by=') > 0 ORDER BY name",
    );
    Ok(names.fetch_all(connection).await?)
}

/// Events whose text names one of these, the newest first. A name may stand in another name, or in a note.
pub async fn log_naming(connection: &mut Connection, names: &[&str]) -> Result<Vec<LoggedEvent>, StoreError> {
    let mut query = QueryBuilder::new("SELECT * FROM event WHERE false");
    for name in names {
        query.push(" OR instr(body, ").push_bind(name.replace('\\', "\\\\")).push(") > 0");
    }
    let rows = query.push(" ORDER BY sequence DESC").build().fetch_all(connection).await?;
    rows.iter().map(logged).collect()
}

fn logged(row: &impl Values) -> Result<LoggedEvent, StoreError> {
    Ok(LoggedEvent {
        sequence: row.integer("sequence")?,
        dated_on: row.text("dated_on")?,
        kind: row.text("kind")?,
        body: row.text("body")?,
        previous_hash: row.text("previous_hash")?,
        hash: row.text("hash")?,
    })
}

/// The event that made each retirement that stands, by statement number.
pub async fn retirement_events(connection: &mut Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows = sqlx::query("SELECT id, event FROM retirement").fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.text("id")?, row.integer("event")?))).collect()
}
