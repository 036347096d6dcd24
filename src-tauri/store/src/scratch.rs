//! Folders for work that is not finished. Each is held by a lock that ends with its process however that ends, so what a
//! killed process left is known for sure and removed at the next start.

use crate::file::folder;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How the name of every such folder begins.
const PREFIX: &str = ".itec-work-";
/// The file in it that its process holds locked.
const OWNER: &str = "owner";
/// How often another process may come between making a folder and locking it.
const TRIES: u32 = 100;

/// A folder of this process alone; gone when it is dropped.
#[derive(Debug)]
pub struct Scratch {
    // The lock ends after the folder is gone: fields are dropped in their order.
    folder: TempDir,
    _owner: File,
}

impl Scratch {
    /// A folder among the system's temporary ones.
    pub fn temporary() -> io::Result<Self> {
        Self::inside(&std::env::temp_dir())
    }

    /// A folder beside a file, on the same disk, so that what is made in it can be put in the file's place.
    pub fn beside(path: &Path) -> io::Result<Self> {
        Self::inside(folder(path))
    }

    pub(crate) fn inside(parent: &Path) -> io::Result<Self> {
        for _ in 0..TRIES {
            let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
            let name = folder.path().join(OWNER);
            let owner = match File::create_new(&name) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                made => made?,
            };
            // A sweep that came first holds the lock, or has taken the folder away.
            if owner.try_lock().is_ok() && name.exists() {
                return Ok(Self { folder, _owner: owner });
            }
        }
        Err(ErrorKind::ResourceBusy.into())
    }

    /// A name in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// Removes what killed processes left beside a workspace and among the system's temporary folders.
pub(crate) fn sweep(path: &Path) {
    sweep_inside(folder(path));
    sweep_inside(&std::env::temp_dir());
}

/// Removes what killed processes left in a folder; what cannot be removed waits for the next start.
pub fn sweep_inside(parent: &Path) {
    let Ok(entries) = std::fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_left(&entry.path());
        }
    }
}

fn remove_left(left: &Path) {
    let _ = match File::open(left.join(OWNER)) {
        Ok(owner) if owner.try_lock().is_ok() => std::fs::remove_dir_all(left),
        // Its process was killed before it made the file, or is about to: only an empty folder goes.
        Err(error) if error.kind() == ErrorKind::NotFound => std::fs::remove_dir(left),
        _ => Ok(()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_holds_is_removed_and_nothing_else() {
        let parent = tempfile::tempdir().expect("a folder");
        let held = Scratch::inside(parent.path()).expect("a folder");
        let [left, empty, other] = [".itec-work-1", ".itec-work-2", "itec-work-3"].map(|name| {
            let folder = parent.path().join(name);
            std::fs::create_dir(&folder).expect("a folder");
            folder
        });
        std::fs::write(left.join(OWNER), "").expect("written");
        std::fs::write(left.join("draft"), "rows").expect("written");
        sweep_inside(parent.path());
        assert!(!left.exists() && !empty.exists() && other.exists());
        let path = held.file("draft");
        std::fs::write(&path, "rows").expect("still there");
        drop(held);
        assert!(!path.exists());
    }

    #[test]
    fn sweeping_never_takes_what_is_being_made() {
        let parent = tempfile::tempdir().expect("a folder");
        let sweeping = std::thread::scope(|threads| {
            let sweeper = threads.spawn(|| (0..2_000).for_each(|_| sweep_inside(parent.path())));
            for _ in 0..500 {
                let made = Scratch::inside(parent.path()).expect("a folder");
                std::fs::write(made.file("draft"), "rows").expect("a folder that stays");
            }
            sweeper.join()
        });
        sweeping.expect("swept");
        assert_eq!(std::fs::read_dir(parent.path()).expect("a folder").count(), 0);
    }
}
