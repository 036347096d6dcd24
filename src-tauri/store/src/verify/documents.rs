//! Documents are named by the hash of their bytes: those that were attached, compared and sealed are all there, as they
//! were, and no other.

use super::rows::{named, texts};
use crate::bulk::{Cell, Statement};
use crate::evidence::sha256;
use crate::ledger::LoggedEvent;
use crate::{Connection, StoreError};
use planner_core::ledger::event::Event;
use std::collections::BTreeMap;

/// What rests on a document, and how that says it.
struct Resting {
    words: String,
    rests: &'static str,
    done: &'static str,
    size: Option<i64>,
}

/// A document as it stands: its size, nothing where its bytes are not those of its name.
type Found = BTreeMap<String, Option<i64>>;

/// Documents that are missing, were changed, or belong to nothing.
pub(super) async fn problems(
    connection: &mut Connection,
    events: &[LoggedEvent],
) -> Result<Vec<String>, StoreError> {
    let mut resting = of_events(events);
    resting.extend(of_orders(connection).await?);
    resting.extend(of_reports(connection).await?);
    let mut found = found(connection).await?;
    let mut problems = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for (hash, one) in &resting {
        known.push(hash);
        let Resting { words, rests, done, size } = one;
        match found.get(hash) {
            None => problems.push(format!("{words} is missing: {rests} rests on it")),
            Some(Some(now)) if size.is_none_or(|size| size == *now) => {}
            Some(_) => problems.push(format!("{words} was changed after it was {done}")),
        }
    }
    for hash in known {
        found.remove(hash);
    }
    problems.dedup();
    let strange =
        found.keys().map(|hash| format!("the document {hash} belongs to nothing that was recorded"));
    problems.extend(strange);
    Ok(named(problems))
}

/// What the chain says of documents.
fn of_events(events: &[LoggedEvent]) -> Vec<(String, Resting)> {
    let of_event = |logged: &LoggedEvent| match logged.event()?.event {
        Event::Attached { document, .. } => {
            let words = format!("the document {}", document.file_name);
            let (rests, done) = ("evidence", "attached");
            Some((document.sha256, Resting { words, rests, done, size: Some(document.size) }))
        }
        Event::Checked(check) => {
            let size = Some(check.size?);
            let words = format!("the statement {}", check.file_name);
            Some((check.sha256, Resting { words, rests: "a comparison", done: "compared", size }))
        }
        _ => None,
    };
    events
        .iter()
        .filter(|event| matches!(event.kind.as_str(), "attached" | "checked"))
        .filter_map(of_event)
        .collect()
}

/// The documents of orders.
async fn of_orders(connection: &mut Connection) -> Result<Vec<(String, Resting)>, StoreError> {
    let mut resting = Vec::new();
    let sql = "SELECT file_name, sha256, CAST(size AS TEXT) FROM order_document ORDER BY order_id, sha256";
    texts(connection, sql, |row| {
        let [file_name, hash, size] = row.map(Option::unwrap_or_default);
        let words = format!("the document {file_name}");
        // A size that cannot be read is no document's.
        let size = Some(size.parse().unwrap_or(-1));
        resting.push((hash, Resting { words, rests: "an order", done: "attached", size }));
    })
    .await?;
    Ok(resting)
}

/// The files of final reports.
async fn of_reports(connection: &mut Connection) -> Result<Vec<(String, Resting)>, StoreError> {
    let mut resting = Vec::new();
    let sql = "SELECT year, version, format, sha256 FROM report_file ORDER BY year, version, format";
    texts(connection, sql, |row| {
        let [year, version, format, hash] = row.map(Option::unwrap_or_default);
        let words = format!("the {format} of report v{version} of {year}");
        resting.push((hash, Resting { words, rests: "the report", done: "sealed", size: None }));
    })
    .await?;
    Ok(resting)
}

async fn found(connection: &mut Connection) -> Result<Found, StoreError> {
    let mut found = Found::new();
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, ["SELECT sha256, content FROM document"])?;
    select.each(&[], |row| {
        let bytes = |column| match row.cell(column) {
            Cell::Text(bytes) | Cell::Other(bytes) => bytes,
            Cell::Null | Cell::Integer(_) => &[],
        };
        let (name, content) = (String::from_utf8_lossy(bytes(0)).into_owned(), bytes(1));
        let size = i64::try_from(content.len()).ok();
        let is_same = sha256(content) == name;
        found.insert(name, size.filter(|_| is_same));
    })?;
    Ok(found)
}
