//! Checks the whole file: SQLite's own structure, its tables and triggers, the event chain, every row of the ledger
//! against what the events leave, and every other row that a report rests on against what the chain last said of it.
//! A part of the file that cannot be read is a problem with a name, and the other checks go on.

mod chain;
mod documents;
mod projection;
mod rows;
mod structure;

use crate::ledger::LoggedEvent;
use crate::{Connection, StoreError, journal, schema, sums};
use planner_core::ledger::event::Event;
use planner_core::ledger::year::Figure;
pub(crate) use rows::texts;
use std::collections::BTreeMap;
use std::fmt;
pub(crate) use structure::dangling;
pub use structure::{structure, structure_connection};

/// Something that is wrong in the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What and where, in words.
    pub says: String,
    /// The number of the import it is of, where it is of one.
    pub import: Option<i64>,
}

impl From<String> for Problem {
    fn from(says: String) -> Self {
        Self { says, import: None }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.says)
    }
}

/// A year that takes no change, as the chain has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedYear {
    /// The event that locked it.
    pub event: i64,
    /// Its figures when it was locked.
    pub figures: Vec<Figure>,
}

/// What a check of the whole file found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Events read.
    pub events: i64,
    /// Hash of the last event.
    pub chain_head: Option<String>,
    /// Years that the chain says are locked.
    pub locked: BTreeMap<i32, LockedYear>,
    /// What is wrong, each naming its place.
    pub problems: Vec<Problem>,
}

impl Check {
    /// The same with what [`structure`] found.
    pub fn with(self, structure: Result<Vec<Problem>, StoreError>) -> Result<Self, StoreError> {
        let mut findings = Findings::default();
        findings.take("the pages", structure)?;
        findings.0.extend(self.problems);
        Ok(Self { problems: findings.0, ..self })
    }
}

/// Checks the file, the documents in it too; it changes nothing.
pub async fn check(connection: &mut Connection) -> Result<Check, StoreError> {
    let structure = structure(connection).await;
    contents(connection, None).await?.with(structure)
}

/// The same without SQLite's own structure, which [`structure`] looks through meanwhile over another connection. With a
/// second view of the same state the rows are read over both.
pub async fn contents(
    connection: &mut Connection,
    beside: Option<&mut Connection>,
) -> Result<Check, StoreError> {
    let events = chain::log(connection).await?;
    let mut findings = Findings::default();
    records(connection, &events, &mut findings).await?;
    findings.take("the tables", schema::problems(connection).await)?;
    let mut tables = journal::read_tables(connection, beside).await?;
    let lines = sums::of_lines(&mut tables);
    let before = findings.0.len();
    let wrong = journal::wrong(connection, &events, tables).await;
    findings.take("the rows", wrong.map(|wrong| wrong.into_iter().map(|one| one.problem).collect()))?;
    findings.take("the digests", journal::strange_digests(connection).await)?;
    if findings.0.len() > before {
        // Rows that are as they were written refer to what they referred to, and come to what they came to.
        references(connection, &mut findings).await?;
    }
    findings.take("the sums of the lines", sums::problems(connection, lines).await)?;
    Ok(found(&events, findings))
}

/// Rows that are not what the chain last said of them; none where it says nothing of rows yet, as in earlier formats.
pub(crate) async fn wrong_rows(connection: &mut Connection) -> Result<Vec<journal::Wrong>, StoreError> {
    let events = chain::log(connection).await?;
    if journal::last_stated(&events).is_empty() {
        return Ok(Vec::new());
    }
    let tables = journal::read_tables(connection, None).await?;
    journal::wrong(connection, &events, tables).await
}

/// Checks what a file of any format can be asked: all but its schema and what its chain says of its rows.
pub(crate) async fn without_digests(connection: &mut Connection) -> Result<Check, StoreError> {
    let events = chain::log(connection).await?;
    let mut findings = Findings::default();
    findings.take("the pages", structure(connection).await)?;
    records(connection, &events, &mut findings).await?;
    references(connection, &mut findings).await?;
    Ok(found(&events, findings))
}

/// The chain, and what follows from it: the ledger, the reports' heads, the documents.
async fn records(
    connection: &mut Connection,
    events: &[LoggedEvent],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    findings.take("the chain", Ok(chain::problems(events)))?;
    findings.take("the chain", chain::missing_events(connection).await)?;
    findings.take("the reports", chain::unknown_heads(connection, events).await)?;
    match chain::replay(events) {
        Ok(ledger) => projection::problems(connection, &ledger, findings).await?,
        Err(problem) => findings.0.push(problem.into()),
    }
    findings.take("the documents", documents::problems(connection, events).await)
}

async fn references(connection: &mut Connection, findings: &mut Findings) -> Result<(), StoreError> {
    findings.take("the lines", structure::dangling_lines(connection).await)?;
    findings.take("the lines", structure::missing_words(connection).await)?;
    findings.take("the weights", structure::missing_weighings(connection).await)?;
    findings.take("the imports", structure::import_sums(connection).await)
}

fn found(events: &[LoggedEvent], findings: Findings) -> Check {
    Check {
        events: i64::try_from(events.len()).unwrap_or(i64::MAX),
        chain_head: events.last().map(|event| event.hash.clone()),
        locked: locked(events),
        problems: findings.0,
    }
}

/// Years that the chain leaves locked.
fn locked(events: &[LoggedEvent]) -> BTreeMap<i32, LockedYear> {
    let mut locked = BTreeMap::new();
    for logged in
        events.iter().filter(|logged| matches!(logged.kind.as_str(), "year_locked" | "year_unlocked"))
    {
        match logged.event().map(|dated| dated.event) {
            Some(Event::YearLocked { year, figures }) => {
                locked.insert(year, LockedYear { event: logged.sequence, figures });
            }
            Some(Event::YearUnlocked { year, .. }) => drop(locked.remove(&year)),
            _ => {}
        }
    }
    locked
}

/// What was found so far.
#[derive(Debug, Default)]
struct Findings(Vec<Problem>);

impl Findings {
    /// Keeps what a check found. A check that the file itself stopped is a problem too; whatever else stops one is an
    /// error, because it says nothing of the file.
    fn take<P: Into<Problem>>(
        &mut self,
        of: &str,
        found: Result<Vec<P>, StoreError>,
    ) -> Result<(), StoreError> {
        match found {
            Ok(problems) => self.0.extend(problems.into_iter().map(Into::into)),
            Err(error) => {
                let words = error.damage()?;
                self.0.push(format!("{of} cannot be checked: {words}").into());
            }
        }
        Ok(())
    }
}
