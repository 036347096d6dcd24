//! Checks the whole file: SQLite's own structure, its tables and triggers, the event chain, every balance recomputed from
//! the events, and every row that a report rests on against what the chain last said of it.

use crate::ledger::{GENESIS, LoggedEvent, load, log};
use crate::words::lines_in_words;
use crate::{Connection, StoreError, evidence, journal, reports, schema};
use planner_core::ledger::Ledger;

/// What a check of the whole file found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Events read.
    pub events: i64,
    /// Hash of the last event.
    pub chain_head: Option<String>,
    /// What is wrong, each naming its place.
    pub problems: Vec<String>,
}

/// Checks the file, the documents in it too; it changes nothing.
pub async fn check(connection: &mut Connection) -> Result<Check, StoreError> {
    let mut found = without_digests(connection).await?;
    found.problems.extend(schema::problems(connection).await?);
    found.problems.extend(digests(connection).await?);
    Ok(found)
}

/// Rows that are not what the chain last said of them.
pub(crate) async fn digests(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let events = log(connection).await?;
    journal::problems(connection, &events).await
}

/// Checks what a file of any format can be asked: all but its schema and what its chain says of its rows.
pub(crate) async fn without_digests(connection: &mut Connection) -> Result<Check, StoreError> {
    let mut problems = structure(connection).await?;
    let events = log(connection).await?;
    problems.extend(chain(&events));
    problems.extend(missing_events(connection).await?);
    match replay(&events) {
        Ok(ledger) => problems.extend(balances(connection, &ledger).await),
        Err(problem) => problems.push(problem),
    }
    problems.extend(import_sums(connection).await?);
    problems.extend(reports::problems(connection).await?);
    problems.extend(evidence::changed_documents(connection).await?);
    Ok(Check {
        events: i64::try_from(events.len()).unwrap_or(i64::MAX),
        chain_head: events.last().map(|event| event.hash.clone()),
        problems,
    })
}

async fn structure(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let words: Vec<String> = sqlx::query_scalar("PRAGMA quick_check").fetch_all(&mut *connection).await?;
    let foreign: i64 = sqlx::query_scalar("SELECT count(*) FROM pragma_foreign_key_check")
        .fetch_one(&mut *connection)
        .await?;
    let mut problems: Vec<_> = words.into_iter().filter(|word| word != "ok").collect();
    if foreign > 0 {
        problems.push(format!("{foreign} rows refer to something that is not there"));
    }
    problems.extend(missing_words(connection).await?);
    problems.extend(missing_weighings(connection).await?);
    Ok(problems)
}

/// The words of a line are no foreign keys, so that a million lines are written without ten million look-ups.
async fn missing_words(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let lines: i64 = sqlx::query_scalar(concat!(
        "SELECT count(*) ",
        lines_in_words!(),
        "WHERE (item_id IS NOT NULL AND item.id IS NULL) OR (manufacturer_id IS NOT NULL AND manufacturer.id IS NULL)
            OR (model_id IS NOT NULL AND model.id IS NULL) OR (category_id IS NOT NULL AND category.id IS NULL)
            OR (order_number_id IS NOT NULL AND order_number.id IS NULL) OR (supplier_id IS NOT NULL AND supplier.id IS NULL)
            OR (currency_id IS NOT NULL AND currency.id IS NULL) OR (entity_id IS NOT NULL AND entity.id IS NULL)
            OR (country_id IS NOT NULL AND country.id IS NULL) OR (cost_centre_id IS NOT NULL AND cost_centre.id IS NULL)",
    ))
    .fetch_one(connection)
    .await?;
    Ok((lines > 0).then(|| format!("{lines} lines refer to words that are not there")).into_iter().collect())
}

/// How a line was weighed is no foreign key either.
async fn missing_weighings(connection: &mut Connection) -> Result<Option<String>, StoreError> {
    let lines: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM line
         WHERE weighing_number IS NOT NULL AND weighing_number NOT IN (SELECT number FROM weighing)",
    )
    .fetch_one(connection)
    .await?;
    Ok((lines > 0).then(|| format!("{lines} lines do not say how they were weighed")))
}

/// The first break of the chain makes all later hashes meaningless, so one event is named at most once.
fn chain(events: &[LoggedEvent]) -> Vec<String> {
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
async fn missing_events(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT 'event ' || resting.event || ' is missing: ' || what || ' rests on it' FROM (
             SELECT event, 'lot ' || id AS what FROM lot
             UNION ALL SELECT event, 'retirement ' || id FROM retirement
             UNION ALL SELECT event, 'the split of lot ' || id FROM split_lot
             UNION ALL SELECT event, 'the evidence ' || file_name FROM evidence
             UNION ALL SELECT event, 'the reversal of retirement ' || id FROM reversed_retirement
             UNION ALL SELECT event, 'the lock of reporting year ' || year FROM locked_year
         ) AS resting LEFT JOIN event ON sequence = resting.event WHERE sequence IS NULL ORDER BY resting.event",
    )
    .fetch_all(connection)
    .await?)
}

fn replay(events: &[LoggedEvent]) -> Result<Ledger, String> {
    let mut ledger = Ledger::default();
    for event in events {
        let sequence = event.sequence;
        let dated = event.event().ok_or_else(|| format!("event {sequence} cannot be read"))?;
        ledger.apply(&dated).map_err(|error| format!("event {sequence} breaks a rule: {error}"))?;
    }
    Ok(ledger)
}

async fn balances(connection: &mut Connection, expected: &Ledger) -> Vec<String> {
    let found = match load(connection).await {
        Ok(found) => found,
        Err(error) => return vec![error.to_string()],
    };
    if found == *expected {
        return Vec::new();
    }
    let mut problems: Vec<String> = expected
        .holdings()
        .filter(|holding| found.lot(&holding.lot.id) != Ok(holding))
        .map(|holding| format!("lot {} is not where its events leave it", holding.lot.id))
        .collect();
    let unknown = found.holdings().filter(|holding| expected.lot(&holding.lot.id).is_err());
    problems.extend(unknown.map(|holding| format!("lot {} is in no event", holding.lot.id)));
    if problems.is_empty() {
        problems.push("the retirements, documents or locked years are not those of the events".into());
    }
    problems
}

/// Each standing import still has the lines and units it reported when it was written, those that a later file
/// replaced among them.
async fn import_sums(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT import.file_name || ', sheet ' || import.sheet FROM import
         LEFT JOIN (
             SELECT import_number, count(*) AS lines, sum(quantity) AS quantity FROM (
                 SELECT import_number, quantity FROM line
                 UNION ALL SELECT import_number, quantity FROM superseded_line) GROUP BY import_number)
             AS found ON found.import_number = import.number
         WHERE import.kind = 'procurement' AND undone_on IS NULL
           AND (coalesce(found.lines, 0) <> import.rows_imported OR coalesce(found.quantity, 0) <> import.quantity)",
    )
    .fetch_all(connection)
    .await?;
    Ok(names
        .into_iter()
        .map(|name| format!("the lines of {name} are not those that were imported"))
        .collect())
}
