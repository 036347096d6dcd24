//! How a workspace file is opened: made where there is none, for writing where that is possible, else for reading.

use crate::file::{APPLICATION_ID, Identity, log, put_new};
use crate::scratch::{Scratch, sweep};
use crate::workspace::{CACHE_SIZE, Store};
use crate::{StoreError, migration};
use chrono::NaiveDate;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Bytes of a page in a new workspace: a line takes 300, and a page is written with a header and a checksum of its own.
const PAGE_SIZE: u32 = 8192;
/// The name of a workspace that is not in its place.
const UNPLACED: &str = "workspace";
/// An earlier SQLite can corrupt a file that two programs write.
const SQLITE: [u32; 3] = [3, 51, 3];
/// How often other first starts may take away what was about to be opened.
const STARTS: u32 = 20;
/// Connections to a file: a writer, the two of a whole check, and whoever asks something meanwhile.
const MOST_CONNECTIONS: u32 = 6;
/// How often a file is copied anew because somebody wrote to it meanwhile.
const COPIES: u32 = 3;

/// Why a workspace is open for reading only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The file, its folder or its disk takes no change from this user.
    NoRight,
    /// The disk is full.
    NoRoom,
    /// A later version wrote it.
    Newer {
        /// Its format.
        found: i64,
        /// The latest format known.
        known: i64,
    },
    /// It was asked for.
    Asked,
}

impl Store {
    /// Opens a workspace, or makes an empty one where there is no file. It appears under its name whole or not at all;
    /// of several programs that make it at once, one does and the others open that.
    pub async fn open_or_create(path: &Path, on: NaiveDate) -> Result<Self, StoreError> {
        sweep(path);
        for _ in 0..STARTS {
            let is_there = std::fs::symlink_metadata(path).is_ok();
            let rows_when_made = if is_there { None } else { make(path).await? };
            let file = Identity::of(path);
            let opened = Self::open(path, on).await;
            // A refused first start takes its file away again; what was opened must still be what stands there.
            if path.is_symlink() || (file.is_some() && file == Identity::of(path)) {
                return Ok(Self { rows_when_made, ..opened? });
            }
            if let Ok(store) = opened {
                store.close().await;
            }
        }
        Err(StoreError::Busy)
    }

    /// Opens an existing workspace: for writing, after one of an earlier format was copied and brought up to date; for
    /// reading where it cannot be written, or was written by a later version. One that is brought up to date says so in
    /// its chain under the day `on`.
    pub async fn open(path: &Path, on: NaiveDate) -> Result<Self, StoreError> {
        refuse_no_file(path)?;
        if let Some(why) = refused_by_system(path) {
            return open_to_read(path, why, on).await;
        }
        match open_to_write(path, on).await {
            Err(StoreError::Newer { found, known, .. }) => {
                open_to_read(path, ReadOnly::Newer { found, known }, on).await
            }
            Err(error) => match error.prevents_writing() {
                Some(why) => open_to_read(path, why, on).await.map_err(|_| error),
                None => Err(error),
            },
            opened => opened,
        }
    }

    /// Opens an existing workspace for reading alone: nothing of it changes, not even its format.
    pub async fn look(path: &Path, on: NaiveDate) -> Result<Self, StoreError> {
        refuse_no_file(path)?;
        let why = refused_by_system(path).unwrap_or(ReadOnly::Asked);
        open_to_read(path, why, on).await
    }
}

/// What is no ordinary file is refused before anything waits for it.
fn refuse_no_file(path: &Path) -> Result<(), StoreError> {
    match std::fs::metadata(path) {
        // SQLite takes a name as a text.
        Ok(_) if path.to_str().is_none() => Err(not_opened(path, ErrorKind::InvalidFilename.into())),
        Ok(found) if found.is_file() => Ok(()),
        Ok(found) => Err(StoreError::NotAFile { path: path.to_owned(), is_folder: found.is_dir() }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(StoreError::Missing { path: path.to_owned() })
        }
        Err(error) => Err(StoreError::NotOpened { path: path.to_owned(), error }),
    }
}

/// Whether the system refuses this user to write the file, or logs beside it.
#[cfg(unix)]
fn refused_by_system(path: &Path) -> Option<ReadOnly> {
    use rustix::fs::{Access, access};
    let is_open = access(path, Access::WRITE_OK).is_ok()
        && access(crate::file::folder(path), Access::WRITE_OK | Access::EXEC_OK).is_ok();
    (!is_open).then_some(ReadOnly::NoRight)
}

#[cfg(not(unix))]
fn refused_by_system(path: &Path) -> Option<ReadOnly> {
    let is_read_only = std::fs::metadata(path).is_ok_and(|found| found.permissions().readonly());
    is_read_only.then_some(ReadOnly::NoRight)
}

fn options(path: &Path) -> Result<SqliteConnectOptions, StoreError> {
    // A name such as `file:a` would be read as an address.
    let path = std::path::absolute(path).map_err(|error| not_opened(path, error))?;
    Ok(SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .pragma("cache_size", CACHE_SIZE)
        // What is taken back leaves nothing in the pages it stood in.
        .pragma("secure_delete", "ON")
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5)))
}

fn not_opened(path: &Path, error: io::Error) -> StoreError {
    StoreError::NotOpened { path: path.to_owned(), error }
}

async fn pool(path: &Path, options: SqliteConnectOptions) -> Result<SqlitePool, StoreError> {
    let pool = SqlitePoolOptions::new().max_connections(MOST_CONNECTIONS).connect_with(options).await;
    pool.map_err(|error| not_a_database(path, error))
}

fn not_a_database(path: &Path, error: sqlx::Error) -> StoreError {
    match error.as_database_error().and_then(|error| error.code()).as_deref() {
        Some("26") => StoreError::NotAWorkspace { path: path.to_owned() },
        _ => error.into(),
    }
}

/// Makes an empty workspace, unless somebody else does meanwhile; says how many rows it has, if it was made here.
async fn make(path: &Path) -> Result<Option<i64>, StoreError> {
    let failed = |error: io::Error| StoreError::NotMade { path: path.to_owned(), error };
    let scratch = Scratch::beside(path).map_err(failed)?;
    let unplaced = scratch.file(UNPLACED);
    let fresh = options(&unplaced)?.create_if_missing(true).page_size(PAGE_SIZE);
    let fresh = fresh.journal_mode(SqliteJournalMode::Off).synchronous(SqliteSynchronous::Off);
    let mut connection = fresh.connect().await?;
    migration::make_tables(&mut connection).await?;
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await?;
    let rows = rows(&mut connection).await?;
    connection.close().await?;
    match put_new(&unplaced, path) {
        Ok(()) => Ok(Some(rows)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(None),
        // A disk that cannot rename without replacing: the name is taken first, and filled when it is opened.
        Err(_) => match std::fs::File::create_new(path) {
            Ok(_) => Ok(None),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(None),
            Err(error) => Err(failed(error)),
        },
    }
}

async fn open_to_write(path: &Path, on: NaiveDate) -> Result<Store, StoreError> {
    let pool = pool(path, options(path)?).await?;
    match brought_up_to_date(&pool, path, on).await {
        Ok(earlier_copy) => {
            let opened_at = Some(Seen::of(path));
            Ok(Store { earlier_copy, opened_at, ..Store::new(pool, path) })
        }
        Err(error) => {
            Store::new(pool, path).close().await;
            Err(error)
        }
    }
}

async fn brought_up_to_date(
    pool: &SqlitePool,
    path: &Path,
    on: NaiveDate,
) -> Result<Option<PathBuf>, StoreError> {
    refuse_old_sqlite(pool).await?;
    if migration::is_unmade(&mut *pool.acquire().await?).await.map_err(|error| not_a_database(path, error))? {
        // Left by a start that was killed: nothing is in it yet.
        migration::finish_making(pool).await?;
    }
    let found = known_format(pool, path).await?;
    let known = migration::latest_format();
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    let copy = migration::update(pool, path, on).await?;
    // A snapshot that was put back has no log of its own; whoever reads it just now only makes us wait for the next start.
    let _ = sqlx::query("PRAGMA journal_mode = WAL").execute(pool).await;
    Ok(copy)
}

/// The format of a workspace; a file of another kind is refused.
pub(crate) async fn known_format(pool: &SqlitePool, path: &Path) -> Result<i64, StoreError> {
    let application: i64 = sqlx::query_scalar("PRAGMA application_id")
        .fetch_one(pool)
        .await
        .map_err(|error| not_a_database(path, error))?;
    if application != i64::from(APPLICATION_ID) {
        return Err(StoreError::NotAWorkspace { path: path.to_owned() });
    }
    migration::format(&mut *pool.acquire().await?).await
}

async fn refuse_old_sqlite(pool: &SqlitePool) -> Result<(), StoreError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(pool).await?;
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    if parts.as_slice() >= SQLITE.as_slice() { Ok(()) } else { Err(StoreError::OldSqlite { version }) }
}

/// Opens a file without changing it: in place where SQLite can, else a copy among the temporary files. One of an
/// earlier format is always copied, and the copy brought up to date.
async fn open_to_read(path: &Path, why: ReadOnly, on: NaiveDate) -> Result<Store, StoreError> {
    let (mut pool, mut scratch) = match pool_to_read(path, path).await {
        Ok(pool) => (pool, None),
        Err(_) if has_log(path) => {
            let (pool, scratch) = copied(path, None).await?;
            (pool, Some(scratch))
        }
        Err(error) => return Err(error),
    };
    let (found, known) = (known_format(&pool, path).await?, migration::latest_format());
    if found < known && !migration::is_current(&mut *pool.acquire().await?).await? {
        pool.close().await;
        let (newer, copy) = copied(path, Some(on)).await?;
        (pool, scratch) = (newer, Some(copy));
    }
    let why = if found > known { ReadOnly::Newer { found, known } } else { why };
    let seen = scratch.is_none().then(|| Seen::of(path));
    Ok(Store { read_only: Some(why), _scratch: scratch.map(Arc::new), seen, ..Store::new(pool, path) })
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(log(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// Connections that only read `place`; `path` is what a person calls it. Where a log stands they share it with whoever
/// writes; where none does, nobody writes and the file is taken as it is.
pub(crate) async fn pool_to_read(path: &Path, place: &Path) -> Result<SqlitePool, StoreError> {
    let options = options(place)?.read_only(true).immutable(!has_log(place));
    let options = options.pragma("query_only", "ON").pragma("temp_store", "MEMORY");
    let pool = pool(path, options).await?;
    // A file is only looked into when something is asked of it.
    sqlx::query("SELECT count(*) FROM sqlite_master")
        .execute(&pool)
        .await
        .map_err(|error| not_a_database(path, error))?;
    Ok(pool)
}

/// A copy of a file with its log, written into it; brought up to date on a day where one is given.
async fn copied(path: &Path, up_to_date: Option<NaiveDate>) -> Result<(SqlitePool, Scratch), StoreError> {
    let failed = |error: io::Error| StoreError::NotLookedAt { path: path.to_owned(), error };
    let scratch = Scratch::temporary().map_err(failed)?;
    let place = scratch.file(UNPLACED);
    copy_unchanged(path, &place).map_err(failed)?;
    let mut connection = options(&place)?.connect().await.map_err(|error| not_a_database(path, error))?;
    if let Some(on) = up_to_date {
        let mut write = connection.begin().await?;
        migration::bring_up_to_date((&mut *write).into(), on).await?;
        write.commit().await?;
    }
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await?;
    connection.close().await?;
    Ok((pool_to_read(path, &place).await?, scratch))
}

/// Copies a file and its log as they are at one moment.
fn copy_unchanged(path: &Path, place: &Path) -> io::Result<()> {
    for _ in 0..COPIES {
        let before = Seen::of(path);
        std::fs::copy(path, place)?;
        match std::fs::copy(log(path, "-wal"), log(place, "-wal")) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ if before == Seen::of(path) => return writable(place),
            _ => {}
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

/// A copy has the rights of what was copied, which nobody may write.
fn writable(place: &Path) -> io::Result<()> {
    for path in [place.to_owned(), log(place, "-wal")] {
        let Ok(found) = std::fs::metadata(&path) else { continue };
        let mut rights = found.permissions();
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o600);
        #[cfg(not(unix))]
        #[expect(clippy::permissions_set_readonly_false, reason = "only Unix would let everybody write")]
        rights.set_readonly(false);
        std::fs::set_permissions(&path, rights)?;
    }
    Ok(())
}

/// What the system says of a file and its log; another answer means that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen([Option<(u64, Option<SystemTime>)>; 2]);

impl Seen {
    pub(crate) fn of(path: &Path) -> Self {
        Self([path.to_owned(), log(path, "-wal")].map(|path| {
            let found = std::fs::metadata(path).ok()?;
            Some((found.len(), found.modified().ok()))
        }))
    }
}

/// How many rows all tables have together.
pub(crate) async fn rows(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .fetch_all(&mut *connection)
    .await?;
    let counts: Vec<_> = tables.iter().map(|name| format!("(SELECT count(*) FROM \"{name}\")")).collect();
    let sum = sqlx::AssertSqlSafe(format!("SELECT {}", counts.join(" + ")));
    Ok(sqlx::query_scalar(sum).fetch_one(connection).await?)
}
