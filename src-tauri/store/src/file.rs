//! What a file is, seen from outside: whether two paths lead to one file, and whether it is a workspace.
//!
//! SQLite's locks belong to the process and go with any handle of it that is closed. So a file that may be open as a
//! workspace is never opened here beside SQLite: it is known by what the system says of it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// "ITEC", in the header of every workspace file.
pub(crate) const APPLICATION_ID: u32 = 0x4954_4543;
/// How every SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Where in its header the application id stands.
const APPLICATION_ID_AT: usize = 68;
/// What SQLite adds to the name of a file for its logs.
const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Which file it is, whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    #[cfg(unix)]
    device_and_inode: (u64, u64),
    #[cfg(not(unix))]
    path: PathBuf,
}

impl Identity {
    /// The file that a path leads to; nothing where there is none.
    #[cfg(unix)]
    pub fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let found = std::fs::metadata(path).ok()?;
        Some(Self { device_and_inode: (found.dev(), found.ino()) })
    }

    /// The file that a path leads to; nothing where there is none.
    #[cfg(not(unix))]
    pub fn of(path: &Path) -> Option<Self> {
        Some(Self { path: path.canonicalize().ok()? })
    }
}

/// Whether two paths lead to one file, or would once it is made.
pub fn is_same(one: &Path, other: &Path) -> bool {
    match (Identity::of(one), Identity::of(other)) {
        (None, None) => in_full(one) == in_full(other),
        (one, other) => one == other,
    }
}

/// The path out of its folder's own name.
fn in_full(path: &Path) -> Option<PathBuf> {
    Some(folder(path).canonicalize().ok()?.join(path.file_name()?))
}

/// The folder that a file lies in.
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A log of a workspace, by its ending.
pub(crate) fn log(workspace: &Path, ending: &str) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether a path is, or would be, one of the logs that SQLite keeps beside a workspace.
pub fn is_log_of(workspace: &Path, path: &Path) -> bool {
    let real = workspace.canonicalize().unwrap_or_else(|_| workspace.to_owned());
    [workspace, &real]
        .iter()
        .any(|workspace| LOGS.iter().any(|ending| is_same(&log(workspace, ending), path)))
}

/// Whether a path is, or would be, the log of a workspace that lies beside it.
pub fn is_log_of_a_workspace(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut bases = LOGS.iter().filter_map(|ending| name.strip_suffix(ending));
    bases.any(|base| is_workspace(&path.with_file_name(base)))
}

/// Whether a file is a workspace, by its header alone. It is opened: never ask of a file that this process has open.
pub fn is_workspace(path: &Path) -> bool {
    let mut header = [0; APPLICATION_ID_AT + 4];
    let is_read =
        path.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut header)).is_ok();
    is_read && header.starts_with(MAGIC) && header[APPLICATION_ID_AT..] == APPLICATION_ID.to_be_bytes()
}

/// Puts a finished file in a place where none is yet, onto the disk; refused where one is, without looking first.
pub fn put_new(finished: &Path, place: &Path) -> io::Result<()> {
    File::options().read(true).write(true).open(finished)?.sync_all()?;
    let finished = TempPath::try_from_path(finished)?;
    finished.persist_noclobber(place).map_err(|error| error.error)?;
    // It stands there whole; a disk that cannot make its name lasting at once will do so later.
    let _ = sync_folder(place);
    Ok(())
}

/// Makes a new name lasting: it is once its folder is on disk. Other systems than Unix see to that themselves.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder(path))?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_under_every_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.itec");
        let (other, twice) = (folder.path().join("b"), folder.path().join("./a.itec"));
        assert!(!is_same(&path, &other) && is_same(&path, &twice), "files that are not there yet");
        std::fs::write(&path, "a").expect("written");
        assert!(!is_same(&path, &other) && is_same(&path, &twice));
        std::fs::hard_link(&path, &other).expect("a second name");
        assert!(is_same(&path, &other));
        assert!(is_log_of(&path, &folder.path().join("a.itec-wal")));
        assert!(!is_log_of(&path, &folder.path().join("b.itec-wal")));
    }
}
