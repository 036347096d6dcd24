//! The connection on which every statement of the house runs. What is inside is known to this crate alone: nobody else
//! meets the database or its driver.

use crate::StoreError;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use ref_cast::RefCast;
use sqlx::sqlite::{LockedSqliteHandle, SqliteQueryResult, SqliteRow, SqliteStatement, SqliteTypeInfo};
use sqlx::{Connection as _, Describe, Either, Error, Execute, Executor, SqlStr, Sqlite, SqliteConnection};

/// A connection to a workspace file, within a transaction or without one.
#[derive(Debug, RefCast)]
#[repr(transparent)]
pub struct Connection(pub(crate) SqliteConnection);

/// A connection of a pool or of a transaction is lent as ours.
impl<'a> From<&'a mut SqliteConnection> for &'a mut Connection {
    fn from(connection: &'a mut SqliteConnection) -> Self {
        Connection::ref_cast_mut(connection)
    }
}

impl Connection {
    /// Lets go of the file, and waits until that is done. One that is only dropped is closed at some later moment.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.0.close().await?)
    }

    /// Holds the connection for statements that run a million times.
    pub(crate) async fn lock_handle(&mut self) -> Result<LockedSqliteHandle<'_>, Error> {
        self.0.lock_handle().await
    }
}

/// The driver's statements run on it as on its own connection.
impl<'c> Executor<'c> for &'c mut Connection {
    type Database = Sqlite;

    fn fetch_many<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> BoxStream<'e, Result<Either<SqliteQueryResult, SqliteRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Sqlite>,
    {
        self.0.fetch_many(query)
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, Result<Option<SqliteRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Sqlite>,
    {
        self.0.fetch_optional(query)
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [SqliteTypeInfo],
    ) -> BoxFuture<'e, Result<SqliteStatement, Error>>
    where
        'c: 'e,
    {
        self.0.prepare_with(sql, parameters)
    }

    fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, Result<Describe<Sqlite>, Error>>
    where
        'c: 'e,
    {
        self.0.describe(sql)
    }
}
