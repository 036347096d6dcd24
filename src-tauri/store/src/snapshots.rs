//! Copies of the whole workspace as it was at one moment, in a folder beside it: taken before what is hard to take back,
//! looked through before they count, and a bounded number of them.

use crate::file::{folder, put_new, sync_folder};
use crate::opening::{known_format, pool_to_read};
use crate::scratch::{Scratch, sweep_inside};
use crate::verify::{self, Problem};
use crate::{StoreError, migration};
use chrono::{DateTime, Utc};
use sqlx::{SqliteConnection, SqlitePool};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many are kept beside those from before an update, which all stay.
const KEPT: usize = 10;
/// The name of a snapshot that is not in its place.
const UNPLACED: &str = "snapshot";

/// What a snapshot was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A later version changes the format.
    Update,
    /// An import is taken back.
    Undo,
    /// A revised file takes the place of an earlier one.
    Replace,
    /// The window was closed after changes.
    Close,
}

impl Reason {
    const ALL: [Self; 4] = [Self::Update, Self::Undo, Self::Replace, Self::Close];

    /// The words by which it is named.
    pub fn words(self) -> &'static str {
        match self {
            Self::Update => "before-update",
            Self::Undo => "before-undo",
            Self::Replace => "before-replace",
            Self::Close => "on-close",
        }
    }
}

/// A copy of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its number; a later one is greater.
    pub number: u32,
    /// What it was taken for.
    pub reason: Reason,
    /// Where it is.
    pub path: PathBuf,
    /// When it was written, by the system's clock.
    pub made_at: Option<DateTime<Utc>>,
    /// Its size.
    pub bytes: u64,
}

/// The folder with the snapshots of a workspace.
pub fn folder_of(workspace: &Path) -> PathBuf {
    let mut name = workspace.file_name().unwrap_or_default().to_owned();
    name.push(".snapshots");
    workspace.with_file_name(name)
}

/// The snapshots of a workspace, the latest first. The workspace itself is not looked at: it may be damaged.
pub fn of_workspace(workspace: &Path) -> Vec<Snapshot> {
    let entries = std::fs::read_dir(folder_of(workspace)).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.filter_map(|entry| snapshot(&entry.path())).collect();
    found.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.number));
    found
}

/// `0007-before-undo.itec`.
fn snapshot(path: &Path) -> Option<Snapshot> {
    let name = path.file_name()?.to_str()?.strip_suffix(".itec")?;
    let (number, words) = name.split_once('-')?;
    let reason = Reason::ALL.into_iter().find(|reason| reason.words() == words)?;
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some(Snapshot {
        number: number.parse().ok()?,
        reason,
        made_at: found.modified().ok().map(DateTime::from),
        bytes: found.len(),
        path: path.to_owned(),
    })
}

/// The latest snapshot that is sound.
pub async fn last_good(workspace: &Path) -> Option<Snapshot> {
    for snapshot in of_workspace(workspace) {
        if is_good(&snapshot.path).await {
            return Some(snapshot);
        }
    }
    None
}

/// Whether a snapshot is a workspace whose pages and, where this version knows its format, whose records hold.
pub async fn is_good(path: &Path) -> bool {
    matches!(problems(path).await, Ok(problems) if problems.is_empty())
}

/// Whether the pages of a snapshot hold, whatever its records say.
pub async fn is_readable(path: &Path) -> bool {
    problems(path).await.is_ok()
}

async fn problems(path: &Path) -> Result<Vec<Problem>, StoreError> {
    let pool = pool_to_read(path, path).await?;
    let found = problems_in(&pool, path).await;
    pool.close().await;
    found
}

async fn problems_in(pool: &SqlitePool, path: &Path) -> Result<Vec<Problem>, StoreError> {
    let mut connection = pool.acquire().await?;
    known_format(pool, path).await?;
    let words: Vec<String> = sqlx::query_scalar("PRAGMA quick_check").fetch_all(&mut *connection).await?;
    if words != ["ok"] {
        return Err(StoreError::damaged("its pages contradict each other"));
    }
    if migration::is_current(&mut connection).await? {
        // A snapshot is never written to: whatever reads it sees the same.
        let mut beside = pool.acquire().await?;
        let references = verify::dangling((&mut *connection).into()).await;
        let found = verify::contents((&mut *connection).into(), Some((&mut *beside).into())).await?;
        return Ok(found.with(references)?.problems);
    }
    Ok(Vec::new())
}

/// Copies the workspace as last committed, its write-ahead log included. The copy counts once it was looked through, is
/// on the disk and has a name that nothing else has.
pub(crate) async fn keep(
    connection: &mut SqliteConnection,
    workspace: &Path,
    reason: Reason,
) -> Result<PathBuf, StoreError> {
    let failed = |error: io::Error| StoreError::NotCopied { path: workspace.to_owned(), error };
    let beside = folder_of(workspace);
    std::fs::create_dir_all(&beside).and_then(|()| sync_folder(&beside)).map_err(failed)?;
    sweep_inside(&beside);
    let kept = keep_in(connection, workspace, &beside, reason).await;
    match &kept {
        Ok(_) => forget_old(workspace),
        // A folder that has nothing in it was made for nothing.
        Err(_) => drop(std::fs::remove_dir(&beside)),
    }
    kept
}

async fn keep_in(
    connection: &mut SqliteConnection,
    workspace: &Path,
    beside: &Path,
    reason: Reason,
) -> Result<PathBuf, StoreError> {
    let failed = |error: io::Error| StoreError::NotCopied { path: workspace.to_owned(), error };
    let scratch = Scratch::inside(beside).map_err(failed)?;
    let unplaced = scratch.file(UNPLACED);
    let into = unplaced.to_str().ok_or_else(|| failed(ErrorKind::InvalidFilename.into()))?;
    sqlx::query("VACUUM INTO ?1").bind(into).execute(connection).await?;
    // A workspace with a problem that its check names is kept all the same; one that cannot be read back is not.
    problems(&unplaced).await?;
    let rights = std::fs::metadata(workspace).map_err(failed)?.permissions();
    std::fs::set_permissions(&unplaced, rights).map_err(failed)?;
    let mut number = of_workspace(workspace).first().map_or(0, |latest| latest.number);
    loop {
        number += 1;
        let place = beside.join(format!("{number:04}-{}.itec", reason.words()));
        match put_new(&unplaced, &place) {
            Ok(()) => return Ok(place),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < u32::MAX => {}
            Err(error) => return Err(failed(error)),
        }
    }
}

/// Removes the oldest beyond the number that is kept.
fn forget_old(workspace: &Path) {
    let passing = of_workspace(workspace).into_iter().filter(|one| one.reason != Reason::Update);
    for old in passing.skip(KEPT) {
        debug_assert_eq!(folder(&old.path), folder_of(workspace));
        let _ = std::fs::remove_file(&old.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use chrono::NaiveDate;

    #[tokio::test]
    async fn ten_are_kept_beside_those_from_before_an_update_and_the_last_good_one_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.itec");
        let store = Store::open_or_create(&path, NaiveDate::default()).await.expect("made");
        for reason in [Reason::Update, Reason::Undo].into_iter().chain([Reason::Close; 12]) {
            let mut connection = store.pool.acquire().await.expect("a connection");
            keep(&mut connection, &path, reason).await.expect("kept");
        }
        let numbers: Vec<_> = of_workspace(&path).iter().map(|one| one.number).collect();
        assert_eq!(numbers, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 1]);
        for broken in &of_workspace(&path)[..2] {
            let mut bytes = std::fs::read(&broken.path).expect("a snapshot");
            let middle = bytes.len() / 2;
            bytes[100..middle].fill(7);
            std::fs::write(&broken.path, bytes).expect("written");
        }
        assert_eq!(last_good(&path).await.expect("a good one").number, 12);
        store.close().await;
    }
}
