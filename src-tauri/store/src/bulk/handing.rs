//! Rows that SQLite hands over instead of being asked for them.

use super::{Cell, Statement, cell_of, error};
use crate::StoreError;
use libsqlite3_sys as ffi;
use sqlx::sqlite::LockedSqliteHandle;
use std::ffi::{CStr, c_int, c_void};
use std::ptr;

/// More columns than a table has.
pub(crate) const MOST_COLUMNS: usize = 64;

/// Who takes the rows that SQLite hands over.
struct Taking<'take> {
    take: &'take mut dyn FnMut(&[Cell]),
}

const TAKE_ROW: &CStr = c"take_row";

/// Takes these columns of every row that stands in a table, in the order in which SQLite comes across them: they are the
/// arguments of a function that it calls. A statement that answers each row and is asked for each value takes twice as long.
pub(crate) fn hand_over(
    handle: &mut LockedSqliteHandle,
    columns: &[String],
    from: &str,
    take: &mut dyn FnMut(&[Cell]),
) -> Result<(), StoreError> {
    let columns: Vec<_> = columns.iter().map(|name| format!("\"{}\"", name.replace('"', "\"\""))).collect();
    let mut taking = Taking { take };
    set_function(handle, Some(&mut taking))?;
    let select = format!("SELECT take_row({}) FROM {from}", columns.join(", "));
    let done = Statement::prepare(handle, [&select]).and_then(|[mut select]| select.run(&[]));
    set_function(handle, None)?;
    done.map(drop)
}

/// Makes the function that takes rows, or takes it away again: it is there for as long as somebody takes them.
fn set_function(handle: &mut LockedSqliteHandle, taking: Option<&mut Taking>) -> Result<(), StoreError> {
    let database = handle.as_raw_handle();
    let is_made = taking.is_some();
    let taking = taking.map_or(ptr::null_mut(), |taking| ptr::from_mut(taking).cast::<c_void>());
    // SAFETY: the handle is open and locked for us, and the name ends with a zero. Whoever takes stays where it is until the
    // function is taken away, and nobody else runs a statement on this connection.
    let code = unsafe {
        ffi::sqlite3_create_function_v2(
            database.as_ptr(),
            TAKE_ROW.as_ptr(),
            -1,
            ffi::SQLITE_UTF8,
            taking,
            None,
            is_made.then_some(take_row as unsafe extern "C" fn(_, _, _)),
            is_made.then_some(answer_nothing as unsafe extern "C" fn(_)),
            None,
        )
    };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(error(database, code)) }
}

unsafe extern "C" fn take_row(
    context: *mut ffi::sqlite3_context,
    count: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    let count = usize::try_from(count).unwrap_or_default().min(MOST_COLUMNS);
    let mut cells = [Cell::Null; MOST_COLUMNS];
    // SAFETY: SQLite gives `count` values, which stand until this returns, and the pointer that the function was made with.
    unsafe {
        for (place, cell) in cells[..count].iter_mut().enumerate() {
            *cell = cell_of(*values.add(place));
        }
        let taking = ffi::sqlite3_user_data(context).cast::<Taking>();
        ((*taking).take)(&cells[..count]);
    }
}

unsafe extern "C" fn answer_nothing(_context: *mut ffi::sqlite3_context) {}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection, SqliteConnection};

    #[tokio::test]
    async fn every_row_is_handed_over_with_its_values_and_the_function_is_gone_afterwards() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.expect("a database");
        let sql = "CREATE TABLE one (id INTEGER PRIMARY KEY, \"a \"\"b\"\"\" ANY) STRICT;
             INSERT INTO one VALUES (3, NULL), (-1, 'Gerät\u{1}'), (7, x'00ff'), (5, 8)";
        sqlx::raw_sql(sql).execute(&mut connection).await.expect("a table");
        let mut handle = connection.lock_handle().await.expect("a handle");
        let names = ["id".to_owned(), "a \"b\"".to_owned()];
        for _ in 0..2 {
            let mut taken = Vec::new();
            hand_over(&mut handle, &names, "one", &mut |cells| taken.push(format!("{cells:?}")))
                .expect("handed over");
            let expected = [
                [Cell::Integer(-1), Cell::Text("Gerät\u{1}".as_bytes())],
                [Cell::Integer(3), Cell::Null],
                [Cell::Integer(5), Cell::Integer(8)],
                [Cell::Integer(7), Cell::Other(&[0, 255])],
            ];
            assert_eq!(taken, expected.map(|cells| format!("{cells:?}")));
        }
        let mut none = 0;
        hand_over(&mut handle, &names, "one WHERE id > 7", &mut |_| none += 1).expect("handed over");
        assert_eq!(none, 0);
        assert!(hand_over(&mut handle, &names, "nowhere", &mut |_| {}).is_err());
        assert!(Statement::prepare(&mut handle, ["SELECT take_row(id) FROM one"]).is_err(), "it stayed");
    }
}
