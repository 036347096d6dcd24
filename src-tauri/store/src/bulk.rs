//! A statement run a million times: SQLite's own interface on the connection that sqlx holds locked meanwhile, because
//! binding through sqlx's channel costs more than the insert itself. The only unsafe code of the house.
#![allow(unsafe_code)]

mod handing;

use crate::{Connection, StoreError};
use foldhash::fast::RandomState;
pub(crate) use handing::{MOST_COLUMNS, hand_over};
use libsqlite3_sys as ffi;
use sqlx::sqlite::LockedSqliteHandle;
use std::collections::HashMap;
use std::ffi::{CStr, c_char, c_int};
use std::marker::PhantomData;
use std::ptr::{self, NonNull};
use std::slice;

/// A value bound to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(&'a str),
}

impl From<Option<i64>> for Bound<'_> {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Null, Self::Integer)
    }
}

impl<'a> From<Option<&'a str>> for Bound<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// A value of a row, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'row> {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text, whatever its bytes.
    Text(&'row [u8]),
    /// The bytes of anything else.
    Other(&'row [u8]),
}

impl<'a> From<Bound<'a>> for Cell<'a> {
    fn from(value: Bound<'a>) -> Self {
        match value {
            Bound::Null => Self::Null,
            Bound::Integer(number) => Self::Integer(number),
            Bound::Text(text) => Self::Text(text.as_bytes()),
        }
    }
}

/// A row that stands ready; it is gone with the next step.
pub(crate) struct Row<'step> {
    statement: NonNull<ffi::sqlite3_stmt>,
    columns: c_int,
    step: PhantomData<&'step ()>,
}

impl Row<'_> {
    /// How many columns it has.
    pub(crate) fn columns(&self) -> i32 {
        self.columns
    }

    /// A whole number; 0 where there is none.
    pub(crate) fn integer(&self, column: i32) -> i64 {
        // SAFETY: a row stands ready; SQLite answers 0 for a column that is none.
        unsafe { ffi::sqlite3_column_int64(self.statement.as_ptr(), column) }
    }

    /// What stands in its columns, as many as there is room for; how many those are.
    pub(crate) fn cells<'row>(&'row self, into: &mut [Cell<'row>]) -> usize {
        let count = usize::try_from(self.columns).unwrap_or_default().min(into.len());
        for (column, cell) in (0..).zip(&mut into[..count]) {
            *cell = self.cell(column);
        }
        count
    }

    /// What stands in a column.
    pub(crate) fn cell(&self, column: i32) -> Cell<'_> {
        // SAFETY: a row stands ready, and its values stay where they are until the next step, which needs the statement
        // that this row borrows; nobody else has the connection meanwhile.
        unsafe { cell_of(ffi::sqlite3_column_value(self.statement.as_ptr(), column)) }
    }
}

/// What a value is. It is looked up once: asking for its type, its bytes and their length by column looks it up thrice.
///
/// # Safety
/// The value stands, and is not changed for as long as the cell is looked at.
unsafe fn cell_of<'value>(value: *mut ffi::sqlite3_value) -> Cell<'value> {
    // SAFETY: as above. The length is asked for after the bytes, as SQLite wants it.
    unsafe {
        match ffi::sqlite3_value_type(value) {
            ffi::SQLITE_NULL => Cell::Null,
            ffi::SQLITE_INTEGER => Cell::Integer(ffi::sqlite3_value_int64(value)),
            kind => {
                let bytes = ffi::sqlite3_value_blob(value).cast::<u8>();
                let length = usize::try_from(ffi::sqlite3_value_bytes(value)).unwrap_or(0);
                let bytes = if bytes.is_null() { &[] } else { slice::from_raw_parts(bytes, length) };
                if kind == ffi::SQLITE_TEXT { Cell::Text(bytes) } else { Cell::Other(bytes) }
            }
        }
    }
}

/// A row whose columns are known by their names.
pub(crate) struct Named<'a> {
    row: &'a Row<'a>,
    columns: &'a HashMap<String, c_int, RandomState>,
}

impl Named<'_> {
    /// What stands in a column.
    pub(crate) fn cell(&self, column: &str) -> Result<Cell<'_>, StoreError> {
        let place = self.columns.get(column);
        let place = place.ok_or_else(|| StoreError::damaged(format!("there is no column {column}")))?;
        Ok(self.row.cell(*place))
    }
}

/// Every row that a query without values answers, many times faster than one by one through sqlx.
pub(crate) async fn rows<T>(
    connection: &mut Connection,
    sql: &str,
    mut take: impl FnMut(&Named<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [sql])?;
    let columns = select.columns();
    let (mut taken, mut refused) = (Vec::new(), None);
    select.each(&[], |row| {
        if refused.is_none() {
            match take(&Named { row, columns: &columns }) {
                Ok(one) => taken.push(one),
                Err(error) => refused = Some(error),
            }
        }
    })?;
    refused.map_or(Ok(taken), Err)
}

/// A prepared statement; it lives no longer than the lock under which it was prepared.
pub(crate) struct Statement<'lock> {
    database: NonNull<ffi::sqlite3>,
    statement: NonNull<ffi::sqlite3_stmt>,
    lock: PhantomData<&'lock ()>,
}

impl<'lock> Statement<'lock> {
    /// Prepares `count` statements' worth of SQL under one lock.
    pub(crate) fn prepare<const COUNT: usize>(
        handle: &'lock mut LockedSqliteHandle,
        sql: [&str; COUNT],
    ) -> Result<[Self; COUNT], StoreError> {
        let database = handle.as_raw_handle();
        let mut statements = Vec::with_capacity(COUNT);
        for text in sql {
            statements.push(Self::prepare_one(database, text)?);
        }
        statements.try_into().map_err(|_| StoreError::damaged("a statement"))
    }

    fn prepare_one(database: NonNull<ffi::sqlite3>, sql: &str) -> Result<Self, StoreError> {
        let length = c_int::try_from(sql.len()).map_err(|_| StoreError::damaged("a statement"))?;
        let mut statement = ptr::null_mut();
        // SAFETY: the handle is open and locked for us; the text is `length` bytes long.
        let code = unsafe {
            ffi::sqlite3_prepare_v2(
                database.as_ptr(),
                sql.as_ptr().cast::<c_char>(),
                length,
                &raw mut statement,
                ptr::null_mut(),
            )
        };
        match NonNull::new(statement) {
            Some(statement) if code == ffi::SQLITE_OK => Ok(Self { database, statement, lock: PhantomData }),
            _ => Err(error(database, code)),
        }
    }

    /// Its columns by name.
    pub(crate) fn columns(&self) -> HashMap<String, c_int, RandomState> {
        self.names().into_iter().zip(0..).collect()
    }

    /// The names of its columns in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        // SAFETY: the statement is prepared; SQLite's names end with a zero and are copied before anything else is asked.
        unsafe {
            let count = ffi::sqlite3_column_count(self.statement.as_ptr());
            let name = |column| ffi::sqlite3_column_name(self.statement.as_ptr(), column);
            let text = |name: *const c_char| {
                if name.is_null() {
                    String::new()
                } else {
                    CStr::from_ptr(name).to_string_lossy().into_owned()
                }
            };
            (0..count).map(|column| text(name(column))).collect()
        }
    }

    /// Runs it once with these values; answers the number in the first column of the first row, where there is one.
    pub(crate) fn run(&mut self, values: &[Bound]) -> Result<Option<i64>, StoreError> {
        let result = self.bind(values).and_then(|()| self.step());
        // SAFETY: the statement is prepared. No bound text is read after this, so none needs to live on.
        let reset = unsafe {
            let code = ffi::sqlite3_reset(self.statement.as_ptr());
            ffi::sqlite3_clear_bindings(self.statement.as_ptr());
            code
        };
        let answer = result?;
        if reset == ffi::SQLITE_OK { Ok(answer) } else { Err(error(self.database, reset)) }
    }

    /// Runs it once with these values; answers the id of the row that it inserted, where it inserted one.
    pub(crate) fn insert(&mut self, values: &[Bound]) -> Result<Option<i64>, StoreError> {
        self.run(values)?;
        let database = self.database.as_ptr();
        // SAFETY: the handle is open and locked for us.
        Ok(unsafe { (ffi::sqlite3_changes(database) > 0).then(|| ffi::sqlite3_last_insert_rowid(database)) })
    }

    /// Runs it with these values, and takes every row it answers.
    pub(crate) fn each(&mut self, values: &[Bound], mut take: impl FnMut(&Row)) -> Result<(), StoreError> {
        let result = self.bind(values).and_then(|()| self.take_each(&mut take));
        // SAFETY: the statement is prepared.
        unsafe {
            ffi::sqlite3_reset(self.statement.as_ptr());
            ffi::sqlite3_clear_bindings(self.statement.as_ptr());
        }
        result
    }

    fn take_each(&mut self, take: &mut impl FnMut(&Row)) -> Result<(), StoreError> {
        let statement = self.statement;
        // SAFETY: the statement is prepared.
        let columns = unsafe { ffi::sqlite3_column_count(statement.as_ptr()) };
        loop {
            // SAFETY: the statement is prepared and its values are bound.
            match unsafe { ffi::sqlite3_step(statement.as_ptr()) } {
                ffi::SQLITE_DONE => return Ok(()),
                ffi::SQLITE_ROW => take(&Row { statement, columns, step: PhantomData }),
                code => return Err(error(self.database, code)),
            }
        }
    }

    fn bind(&mut self, values: &[Bound]) -> Result<(), StoreError> {
        let statement = self.statement.as_ptr();
        for (index, value) in (1..).zip(values) {
            // SAFETY: the statement is prepared and reset, and a text outlives the step: `run` holds its borrow.
            let code = unsafe {
                match value {
                    Bound::Null => ffi::sqlite3_bind_null(statement, index),
                    Bound::Integer(number) => ffi::sqlite3_bind_int64(statement, index, *number),
                    Bound::Text(text) => ffi::sqlite3_bind_text64(
                        statement,
                        index,
                        text.as_ptr().cast::<c_char>(),
                        text.len() as u64,
                        ffi::SQLITE_STATIC(),
                        ffi::SQLITE_UTF8 as u8,
                    ),
                }
            };
            if code != ffi::SQLITE_OK {
                return Err(error(self.database, code));
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<Option<i64>, StoreError> {
        let mut answer = None;
        loop {
            // SAFETY: the statement is prepared and its values are bound.
            match unsafe { ffi::sqlite3_step(self.statement.as_ptr()) } {
                ffi::SQLITE_DONE => return Ok(answer),
                // SAFETY: a row stands ready, and the statement answers one column at least.
                ffi::SQLITE_ROW => {
                    answer.get_or_insert(unsafe { ffi::sqlite3_column_int64(self.statement.as_ptr(), 0) });
                }
                code => return Err(error(self.database, code)),
            }
        }
    }
}

impl Drop for Statement<'_> {
    fn drop(&mut self) {
        // SAFETY: the statement was prepared and is not used again.
        unsafe { ffi::sqlite3_finalize(self.statement.as_ptr()) };
    }
}

fn error(database: NonNull<ffi::sqlite3>, code: c_int) -> StoreError {
    // SAFETY: the handle is open; SQLite's words end with a zero and are copied before anything else is asked of it.
    let words = unsafe { CStr::from_ptr(ffi::sqlite3_errmsg(database.as_ptr())) };
    let words = words.to_string_lossy();
    // SAFETY: the handle is open.
    let code = unsafe { ffi::sqlite3_extended_errcode(database.as_ptr()) }.max(code);
    StoreError::of_code(code, &words).unwrap_or(StoreError::Refused { words: words.into_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection, Row, SqliteConnection};

    #[tokio::test]
    async fn values_arrive_and_refusals_have_words() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("a database");
        let table = "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT";
        sqlx::query(table).execute(&mut connection).await.expect("a table");
        {
            let mut handle = connection.lock_handle().await.expect("a handle");
            let [mut insert] =
                Statement::prepare(&mut handle, ["INSERT INTO word VALUES (?1, ?2) RETURNING id + 1"])
                    .expect("a statement");
            let answer = insert.run(&[Bound::Integer(7), Bound::Text("Gerät\0 x")]).expect("inserted");
            assert_eq!(answer, Some(8));
            for wrong in [[Bound::Null, Bound::Null], [Bound::Null, Bound::Text("Gerät\0 x")]] {
                let refused = insert.run(&wrong).expect_err("a constraint");
                assert!(refused.to_string().contains("constraint failed"), "{refused}");
            }
            assert_eq!(insert.insert(&[Bound::Null, Bound::Text("")]).expect("inserted"), Some(8));
        }
        let mut locked = connection.lock_handle().await.expect("a handle");
        assert!(Statement::prepare(&mut locked, ["INSERT INTO nowhere VALUES (1)"]).is_err());
        drop(locked);
        let rows = sqlx::query("SELECT text FROM word").fetch_all(&mut connection).await.expect("rows");
        let texts: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        assert_eq!(texts, ["Gerät\0 x", ""]);
    }
}
