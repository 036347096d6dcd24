//! An open workspace file: reading it, the one right to write it, letting go of it.

use crate::file::log;
use crate::opening::{ReadOnly, Seen, rows};
use crate::scratch::Scratch;
use crate::snapshots::{self, Reason};
use crate::{Connection, StoreError, journal, ledger, migration};
use planner_core::ledger::event::Recorder;
use ref_cast::RefCast;
use sqlx::sqlite::SqliteLockingMode;
use sqlx::{ConnectOptions, Connection as _, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Pages kept in memory, in KiB below zero as SQLite wants it: the index of the words of a million lines fits.
pub(crate) const CACHE_SIZE: &str = "-16000";

/// A consistent view of a workspace: what others write meanwhile is not in it.
#[derive(Debug)]
pub struct View(Transaction<'static, Sqlite>);

/// How long each try to be the last connection waits before it, in milliseconds: one that another thread or program lets go
/// of may take a moment, and several that try at once get out of step.
const PAUSES: [u64; 4] = [0, 2, 7, 23];

/// How often two views are begun until both are of one state.
const VIEWS: u32 = 3;

/// The only writer, until it is committed; dropped without, everything is as before.
#[derive(Debug)]
pub struct Write(Transaction<'static, Sqlite>);

impl Write {
    /// Makes everything lasting. Refused, with nothing changed, where rows that a report rests on were changed and no
    /// event says so.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if let Some(table) = journal::unrecorded(&mut self).await? {
            return Err(StoreError::Unrecorded { table });
        }
        Ok(self.0.commit().await?)
    }
}

impl Deref for View {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        Connection::ref_cast(&self.0)
    }
}

impl DerefMut for View {
    fn deref_mut(&mut self) -> &mut Connection {
        Connection::ref_cast_mut(&mut self.0)
    }
}

impl Deref for Write {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        Connection::ref_cast(&self.0)
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Connection {
        Connection::ref_cast_mut(&mut self.0)
    }
}

/// An open workspace file.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) pool: SqlitePool,
    pub(crate) path: PathBuf,
    pub(crate) earlier_copy: Option<PathBuf>,
    /// Why it can only be read.
    pub(crate) read_only: Option<ReadOnly>,
    /// Keeps the copy that is read in its place.
    pub(crate) _scratch: Option<Arc<Scratch>>,
    /// What the file was when it was taken as it is, without a lock.
    pub(crate) seen: Option<Seen>,
    /// Rows in the file when it was made for this store.
    pub(crate) rows_when_made: Option<i64>,
    /// What the file was when it was opened for writing.
    pub(crate) opened_at: Option<Seen>,
    /// Who records what happens, and when.
    pub(crate) recorder: Recorder,
}

impl Store {
    pub(crate) fn new(pool: SqlitePool, path: &Path) -> Self {
        Self {
            pool,
            path: path.to_owned(),
            earlier_copy: None,
            read_only: None,
            _scratch: None,
            seen: None,
            rows_when_made: None,
            opened_at: None,
            recorder: Recorder::default(),
        }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the file as it was lies, if opening it brought it up to date.
    pub fn earlier_copy(&self) -> Option<&Path> {
        self.earlier_copy.as_deref()
    }

    /// Why it can only be read; nothing where it can be written too.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// A consistent view of the workspace, for reading.
    pub async fn read(&self) -> Result<View, StoreError> {
        if self.seen.as_ref().is_some_and(|seen| *seen != Seen::of(&self.path)) {
            return Err(StoreError::Changed { path: self.path.clone() });
        }
        Ok(View(self.pool.begin().await?))
    }

    /// Two views of the same state, over which a whole file is read in half the time; one alone where others write so often
    /// that no two are the same.
    pub async fn read_twice(&self) -> Result<(View, Option<View>), StoreError> {
        for _ in 0..VIEWS {
            let (mut one, mut other) = (self.read().await?, self.read().await?);
            // A file without a readable chain is read all the same, and its check says what is wrong.
            if ledger::head(&mut one).await.ok() == ledger::head(&mut other).await.ok() {
                return Ok((one, Some(other)));
            }
        }
        Ok((self.read().await?, None))
    }

    /// The right to write, taken at once so that two writers never decide on the same balances.
    pub async fn write(&self) -> Result<Write, StoreError> {
        if let Some(why) = self.read_only.clone() {
            return Err(StoreError::ReadOnly { path: self.path.clone(), why });
        }
        let mut write = Write(self.pool.begin_with("BEGIN IMMEDIATE").await?);
        journal::watch(&mut write).await?;
        journal::set_recorder(&mut write, &self.recorder).await?;
        Ok(write)
    }

    /// The same file, where what happens is recorded by this person, at this time.
    pub fn recorded_by(&self, recorder: Recorder) -> Self {
        Self { recorder, ..self.clone() }
    }

    /// Keeps a copy of the workspace as last committed: what is being written is not in it.
    pub async fn keep_snapshot(&self, reason: Reason) -> Result<PathBuf, StoreError> {
        snapshots::keep(&mut *self.pool.acquire().await?, &self.path, reason).await
    }

    /// Writes the workspace as last committed to a file that is not there yet.
    pub async fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let into = path.to_str().ok_or_else(|| StoreError::damaged("the path of the copy is no text"))?;
        sqlx::query("VACUUM INTO ?1").bind(into).execute(&mut *self.pool.acquire().await?).await?;
        Ok(())
    }

    /// Lets go of the file after keeping a copy of it, where it was changed since it was opened.
    pub async fn keep_and_close(self) {
        if self.opened_at.as_ref().is_some_and(|seen| *seen != Seen::of(&self.path)) {
            // Whoever closes the window is not kept by a full disk: the snapshots before this one still stand.
            let _ = self.keep_snapshot(Reason::Close).await;
        }
        self.close().await;
    }

    /// Writes the file anew without the pages and the log in which deleted texts could still be read. What cannot be
    /// done now (another program reads, the disk is full) is done by the next call.
    pub async fn wipe(&self) {
        if sqlx::query("VACUUM").execute(&self.pool).await.is_ok() {
            let _ = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.pool).await;
        }
    }

    /// Writes everything into the one file and lets go of it.
    ///
    /// Connections that close at the same moment each leave the write-ahead log to the other, so where
    /// it is still there one more connection closes alone. One that cannot (another program has the file)
    /// leaves a log that the next opening reads: nothing is lost.
    pub async fn close(self) {
        let options = self.pool.connect_options();
        self.pool.close().await;
        for pause in PAUSES {
            if self.read_only.is_some() || !log(&self.path, "-wal").exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(pause));
            if let Ok(mut last) = SqliteConnection::connect_with(&options).await {
                let _ = migration::format(&mut last).await;
                let _ = last.close().await;
            }
        }
    }

    /// Lets go of the file, and takes it away again if it was made for this store and nothing was written since, by
    /// nobody. Another program that has it open keeps it.
    pub async fn close_and_forget(self) {
        let (path, made_with, options) =
            (self.path.clone(), self.rows_when_made, self.pool.connect_options());
        self.close().await;
        let Some(made_with) = made_with else { return };
        let alone =
            (*options).clone().locking_mode(SqliteLockingMode::Exclusive).busy_timeout(Duration::ZERO);
        let Ok(mut last) = alone.connect().await else { return };
        if sqlx::query("BEGIN EXCLUSIVE").execute(&mut last).await.is_ok()
            && rows(&mut last).await.is_ok_and(|rows| rows == made_with)
        {
            // Its log first: what is made under this name next has a log of its own.
            let _ = std::fs::remove_file(log(&path, "-wal"));
            let _ = std::fs::remove_file(&path);
        }
        let _ = last.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use sqlx::sqlite::SqliteConnectOptions;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 12).expect("a day")
    }

    #[tokio::test]
    async fn a_workspace_is_made_once_and_opened_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("larkmoor.itec");
        assert!(matches!(Store::open(&path, day()).await, Err(StoreError::Missing { .. })));
        Store::open_or_create(&path, day()).await.expect("made").close().await;
        let before = std::fs::read(&path).expect("a file");
        Store::open(&path, day()).await.expect("opened").close().await;
        assert_eq!(std::fs::read(&path).expect("a file"), before);
        assert!(!log(&path, "-wal").exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn connections_that_close_together_leave_one_file() {
        let folder = tempfile::tempdir().expect("a folder");
        for round in 0..40 {
            let path = folder.path().join(format!("{round}.itec"));
            let store = Store::open_or_create(&path, day()).await.expect("made");
            let reading = [store.read().await.expect("read"), store.read().await.expect("read")];
            drop(store.write().await.expect("the right to write"));
            drop(reading);
            store.close().await;
            assert!(!log(&path, "-wal").exists(), "round {round}");
        }
    }

    #[tokio::test]
    async fn other_files_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = folder.path().join("notes.itec");
        std::fs::write(&text, "not a database at all, but long enough to be looked at ".repeat(40))
            .expect("written");
        assert!(matches!(Store::open_or_create(&text, day()).await, Err(StoreError::NotAWorkspace { .. })));
        let other = folder.path().join("other.itec");
        let plain = SqliteConnectOptions::new().filename(&other).create_if_missing(true);
        let pool = SqlitePool::connect_with(plain).await.expect("a database");
        sqlx::query("CREATE TABLE t (x)").execute(&pool).await.expect("a table");
        pool.close().await;
        assert!(matches!(Store::open(&other, day()).await, Err(StoreError::NotAWorkspace { .. })));
    }

    #[tokio::test]
    async fn a_new_file_is_of_the_format_of_the_last_migration() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open_or_create(&folder.path().join("a.itec"), day()).await.expect("made");
        let found = migration::format(&mut store.pool.acquire().await.expect("a connection")).await;
        assert_eq!(found.expect("a format"), migration::latest_format());
        assert_eq!(store.earlier_copy(), None);
    }

    #[tokio::test]
    async fn a_later_format_is_only_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.itec");
        let store = Store::open_or_create(&path, day()).await.expect("made");
        sqlx::query("PRAGMA user_version = 99").execute(&store.pool).await.expect("set");
        store.close().await;
        let store = Store::open(&path, day()).await.expect("opened");
        assert!(matches!(store.read_only(), Some(ReadOnly::Newer { found: 99, .. })));
        assert!(matches!(store.write().await, Err(StoreError::ReadOnly { .. })));
    }
}
