//! Rows of a table beside those that must be there, value by value, whatever a value looks like.

use super::Problem;
use crate::bulk::{Cell, Row as Found, Statement};
use crate::{Connection, StoreError};
use std::collections::BTreeMap;

/// A row, column by column; nothing where a column is empty.
pub(super) type Row = Vec<Option<String>>;

/// Problems of one table that are named before the rest is counted.
pub(super) const LEAST_NAMED: usize = 20;

/// A table whose rows follow from the events.
pub(super) struct Table {
    /// Its name.
    pub(super) name: &'static str,
    /// Its columns: those of its key first.
    pub(super) columns: Vec<&'static str>,
    /// How many columns make its key.
    pub(super) key: usize,
    /// A row in words.
    pub(super) words: fn(&Row) -> String,
    /// Where in what the words name the row stands; empty where it is all of that.
    pub(super) place: fn(&Row) -> String,
}

/// What stands in a column, as text; the bytes of what is no text are shown as far as they are.
fn text(cell: Cell) -> Option<String> {
    match cell {
        Cell::Null => None,
        Cell::Integer(number) => Some(number.to_string()),
        Cell::Text(bytes) | Cell::Other(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

fn row_of(found: &Found) -> Row {
    (0..found.columns()).map(|column| text(found.cell(column))).collect()
}

/// Takes each row of a query, whose columns are as many as are asked for.
pub(crate) async fn texts<const COLUMNS: usize>(
    connection: &mut Connection,
    sql: &str,
    mut take: impl FnMut([Option<String>; COLUMNS]),
) -> Result<(), StoreError> {
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [sql])?;
    select.each(&[], |found| {
        if let Ok(row) = row_of(found).try_into() {
            take(row);
        }
    })
}

/// Compares the rows of a table with those that the events leave.
pub(super) async fn problems(
    connection: &mut Connection,
    table: &Table,
    expected: Vec<Row>,
) -> Result<Vec<Problem>, StoreError> {
    let mut missing: BTreeMap<Row, Row> = expected.into_iter().map(|row| split(row, table.key)).collect();
    let mut problems = Vec::new();
    let sql = format!("SELECT {} FROM {}", table.columns.join(", "), table.name);
    {
        let mut handle = connection.lock_handle().await?;
        let [mut select] = Statement::prepare(&mut handle, [&sql])?;
        select.each(&[], |found| {
            let row = row_of(found);
            let (key, values) = row.split_at(table.key);
            match missing.remove(key) {
                None => problems.push(table.extra(&row)),
                Some(expected) if expected != values => problems.push(table.different(&row, &expected)),
                Some(_) => {}
            }
        })?;
    }
    problems.extend(missing.into_iter().map(|(mut key, mut values)| {
        key.append(&mut values);
        table.missing(&key)
    }));
    Ok(named(problems).into_iter().map(Problem::from).collect())
}

fn split(mut row: Row, key: usize) -> (Row, Row) {
    let values = row.split_off(key);
    (row, values)
}

/// The first of many, and how many more there are.
pub(super) fn named(mut problems: Vec<String>) -> Vec<String> {
    if let Some(more) = problems.len().checked_sub(LEAST_NAMED).filter(|more| *more > 1) {
        problems.truncate(LEAST_NAMED);
        problems.push(format!("and {more} more of this kind"));
    }
    problems
}

impl Table {
    fn extra(&self, row: &Row) -> String {
        match (self.place)(row) {
            place if place.is_empty() => format!("{} is in no event", (self.words)(row)),
            place => {
                format!("{} is not where its events leave it: {place} is in no event", (self.words)(row))
            }
        }
    }

    fn missing(&self, row: &Row) -> String {
        match (self.place)(row) {
            place if place.is_empty() => format!("{} is missing", (self.words)(row)),
            place => format!("{} is not where its events leave it: {place} is missing", (self.words)(row)),
        }
    }

    fn different(&self, row: &Row, expected: &[Option<String>]) -> String {
        let (names, values) = (&self.columns[self.key..], &row[self.key..]);
        let changed = names.iter().zip(values.iter().zip(expected)).filter(|(_, (now, then))| now != then);
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "empty".to_owned());
        let changed: Vec<_> = changed
            .map(|(name, (now, then))| {
                format!("{} is {}, not {}", name.replace('_', " "), shown(now), shown(then))
            })
            .collect();
        let changed = changed.join("; ");
        match (self.place)(row) {
            place if place.is_empty() => {
                format!("{} is not as its events leave it: {changed}", (self.words)(row))
            }
            place => format!("{} is not where its events leave it: {place}: {changed}", (self.words)(row)),
        }
    }
}
