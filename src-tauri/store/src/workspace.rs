//! Opening a workspace file.

use crate::{StoreError, migration};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// "ITEC", in the header of every workspace file.
const APPLICATION_ID: i64 = 0x4954_4543;

/// Pages kept in memory, in KiB below zero as SQLite wants it: the index of the words of a million lines fits.
const CACHE_SIZE: &str = "-16000";

/// Bytes of a page in a new workspace: a line takes 300, and a page is written with a header and a checksum of its own.
const PAGE_SIZE: u32 = 8192;

/// The only writer, until it is committed; dropped without, everything is as before.
pub type Write = Transaction<'static, Sqlite>;

/// An open workspace file.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
    path: PathBuf,
    earlier_copy: Option<PathBuf>,
}

impl Store {
    /// Opens a workspace, or makes an empty one where there is no file.
    pub async fn open_or_create(path: &Path) -> Result<Self, StoreError> {
        let is_new = std::fs::metadata(path).map_or(true, |file| file.len() == 0);
        if !is_new {
            return Self::open(path).await;
        }
        let store = Self::connect(path, true).await?;
        migration::create(&store.pool).await?;
        Ok(store)
    }

    /// Opens an existing workspace; one of an earlier format is copied and brought up to date.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        let store = Self::connect(path, false).await?;
        match store.update().await {
            Ok(earlier_copy) => Ok(Self { earlier_copy, ..store }),
            Err(error) => {
                store.close().await;
                Err(error)
            }
        }
    }

    async fn update(&self) -> Result<Option<PathBuf>, StoreError> {
        self.refuse_foreign_file().await?;
        migration::update(&self.pool, &self.path).await
    }

    async fn connect(path: &Path, create: bool) -> Result<Self, StoreError> {
        let mut options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(create)
            .foreign_keys(true)
            .pragma("cache_size", CACHE_SIZE)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5));
        if create {
            options = options.page_size(PAGE_SIZE).journal_mode(SqliteJournalMode::Wal);
        }
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await;
        let pool = pool.map_err(|error| not_a_database(path, error))?;
        Ok(Self { pool, path: path.to_owned(), earlier_copy: None })
    }

    async fn refuse_foreign_file(&self) -> Result<(), StoreError> {
        let path = || self.path.clone();
        let application: i64 = sqlx::query_scalar("PRAGMA application_id")
            .fetch_one(&self.pool)
            .await
            .map_err(|error| not_a_database(&self.path, error))?;
        if application != APPLICATION_ID {
            return Err(StoreError::NotAWorkspace { path: path() });
        }
        let found = migration::format(&mut *self.pool.acquire().await?).await?;
        let known = migration::latest_format();
        if found > known { Err(StoreError::Newer { path: path(), found, known }) } else { Ok(()) }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the file as it was lies, if opening it brought it up to date.
    pub fn earlier_copy(&self) -> Option<&Path> {
        self.earlier_copy.as_deref()
    }

    /// A consistent view of the workspace, for reading.
    pub async fn read(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.pool.begin().await?)
    }

    /// The right to write, taken at once so that two writers never decide on the same balances.
    pub async fn write(&self) -> Result<Write, StoreError> {
        Ok(self.pool.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Writes everything into the one file and lets go of it.
    ///
    /// Connections that close at the same moment each leave the write-ahead log to the other, so where
    /// it is still there one more connection closes alone. One that cannot (another program has the file)
    /// leaves a log that the next opening reads: nothing is lost.
    pub async fn close(self) {
        let options = self.pool.connect_options();
        self.pool.close().await;
        if !write_ahead_log(&self.path).exists() {
            return;
        }
        if let Ok(mut last) = SqliteConnection::connect_with(&options).await {
            let _ = migration::format(&mut last).await;
            let _ = last.close().await;
        }
    }

    /// The version of SQLite that is linked.
    pub async fn sqlite_version(&self) -> Result<String, StoreError> {
        Ok(sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&self.pool).await?)
    }
}

fn write_ahead_log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

fn not_a_database(path: &Path, error: sqlx::Error) -> StoreError {
    match error.as_database_error().and_then(|error| error.code()).as_deref() {
        Some("26") => StoreError::NotAWorkspace { path: path.to_owned() },
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_workspace_is_made_once_and_opened_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("larkmoor.itec");
        assert!(matches!(Store::open(&path).await, Err(StoreError::Missing { .. })));
        Store::open_or_create(&path).await.expect("made").close().await;
        let before = std::fs::read(&path).expect("a file");
        Store::open(&path).await.expect("opened").close().await;
        assert_eq!(std::fs::read(&path).expect("a file"), before);
        assert!(!write_ahead_log(&path).exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn connections_that_close_together_leave_one_file() {
        let folder = tempfile::tempdir().expect("a folder");
        for round in 0..40 {
            let path = folder.path().join(format!("{round}.itec"));
            let store = Store::open_or_create(&path).await.expect("made");
            let reading = [store.read().await.expect("read"), store.read().await.expect("read")];
            drop(store.write().await.expect("the right to write"));
            drop(reading);
            store.close().await;
            assert!(!write_ahead_log(&path).exists(), "round {round}");
        }
    }

    #[tokio::test]
    async fn sqlite_is_recent_enough_for_wal() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open_or_create(&folder.path().join("a.itec")).await.expect("made");
        let version = store.sqlite_version().await.expect("a version");
        let parts: Vec<u32> = version.split('.').map(|part| part.parse().expect("a number")).collect();
        assert!(parts >= vec![3, 51, 3], "SQLite {version} can corrupt a WAL database");
    }

    #[tokio::test]
    async fn other_files_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = folder.path().join("notes.itec");
        std::fs::write(&text, "not a database at all, but long enough to be looked at ".repeat(40))
            .expect("written");
        assert!(matches!(Store::open_or_create(&text).await, Err(StoreError::NotAWorkspace { .. })));
        let other = folder.path().join("other.itec");
        let plain = SqliteConnectOptions::new().filename(&other).create_if_missing(true);
        let pool = SqlitePool::connect_with(plain).await.expect("a database");
        sqlx::query("CREATE TABLE t (x)").execute(&pool).await.expect("a table");
        pool.close().await;
        assert!(matches!(Store::open(&other).await, Err(StoreError::NotAWorkspace { .. })));
    }

    #[tokio::test]
    async fn a_new_file_is_of_the_format_of_the_last_migration() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open_or_create(&folder.path().join("a.itec")).await.expect("made");
        let found = migration::format(&mut store.pool.acquire().await.expect("a connection")).await;
        assert_eq!(found.expect("a format"), migration::latest_format());
        assert_eq!(store.earlier_copy(), None);
    }

    #[tokio::test]
    async fn a_later_format_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.itec");
        let store = Store::open_or_create(&path).await.expect("made");
        sqlx::query("PRAGMA user_version = 99").execute(&store.pool).await.expect("set");
        store.close().await;
        assert!(matches!(Store::open(&path).await, Err(StoreError::Newer { found: 99, .. })));
    }
}
