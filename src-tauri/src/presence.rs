//! Who has a workspace open: a small file beside it says so while it is, so that a second person is told before both work.
//! It decides nothing: where it cannot be written or read, nobody is told.

use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};

/// Somebody else who has the workspace open, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AlsoOpen {
    /// The name the person gave; empty where none.
    pub by: String,
    /// The computer.
    pub host: String,
    /// When it was opened there, day and time.
    pub since: String,
}

/// The note that this window has a workspace open; it goes with the workspace.
#[derive(Debug)]
pub struct Presence(Option<PathBuf>);

impl Presence {
    /// Leaves the note, unless somebody else's stands there.
    pub fn leave(workspace: &Path, by: &str, since: &str) -> Self {
        let note = note(workspace);
        if other(workspace).is_some() {
            return Self(None);
        }
        let words = [by, &host(), since, &std::process::id().to_string()].join("\n");
        Self(fs::write(&note, words).is_ok().then_some(note))
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        if let Some(note) = &self.0 {
            let _ = fs::remove_file(note);
        }
    }
}

/// Who else has it open: a note of this computer counts only while its program runs.
pub fn other(workspace: &Path) -> Option<AlsoOpen> {
    let words = fs::read_to_string(note(workspace)).ok()?;
    let mut lines = words.lines().map(str::to_owned);
    let (by, host_of, since, process) = (lines.next()?, lines.next()?, lines.next()?, lines.next()?);
    let process: u32 = process.parse().ok()?;
    let is_gone = host_of == host() && (process == std::process::id() || !is_running(process));
    (!is_gone).then_some(AlsoOpen { by, host: host_of, since })
}

/// A folder that another computer may write to, in a word: `network` or `synced`.
pub fn shared_folder(workspace: &Path) -> Option<&'static str> {
    const SYNCED: [&str; 7] =
        ["dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "icloud drive", "box sync"];
    let is_synced = workspace.components().any(|part| {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        SYNCED.iter().any(|name| part == *name || part.starts_with(&format!("{name} -")))
    });
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let is_network = workspace.starts_with(r"\\") || is_on_network(&mounts, workspace);
    if is_network { Some("network") } else { is_synced.then_some("synced") }
}

/// Whether the innermost mount that holds the path is of another computer.
fn is_on_network(mounts: &str, path: &Path) -> bool {
    const NETWORK: [&str; 7] = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs"];
    let mount = |line: &str| {
        let mut words = line.split(' ').skip(1).map(str::to_owned);
        Some((words.next()?.replace("\\040", " "), words.next()?))
    };
    let holding = mounts.lines().filter_map(mount).filter(|(place, _)| path.starts_with(place));
    holding.max_by_key(|(place, _)| place.len()).is_some_and(|(_, kind)| NETWORK.contains(&kind.as_str()))
}

fn note(workspace: &Path) -> PathBuf {
    let name = workspace.file_name().unwrap_or_default().to_string_lossy();
    workspace.with_file_name(format!(".{name}.open"))
}

fn host() -> String {
    let told = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let told = told.or_else(|| std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).ok());
    told.map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "a computer".into())
}

/// Where this cannot be told, a program is taken to have ended: its note may be left from a crash.
fn is_running(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_of_a_program_that_runs_no_more_is_nobodys_and_one_of_another_computer_is_told() {
        let folder = std::env::temp_dir().join(format!("itec-presence-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let workspace = folder.join("larkmoor.itec");
        assert_eq!(other(&workspace), None);
        let mine = Presence::leave(&workspace, "Ada Lund", "2026-06-16 09:05");
        assert_eq!(other(&workspace), None, "this window is nobody else");
        assert!(note(&workspace).is_file());
        drop(mine);
        assert!(!note(&workspace).exists());
        fs::write(note(&workspace), "Ada Lund\nharbour-7\n2026-06-16 09:05\n1").expect("written");
        let told = other(&workspace).expect("somebody");
        assert_eq!((told.by.as_str(), told.host.as_str()), ("Ada Lund", "harbour-7"));
        let second = Presence::leave(&workspace, "Ben", "2026-06-16 09:10");
        drop(second);
        assert!(note(&workspace).is_file(), "the note of another is not taken away");
        fs::write(note(&workspace), format!("Ada\n{}\n2026-06-16 09:05\n4294967294", host()))
            .expect("written");
        assert_eq!(other(&workspace), None, "its program was killed");
        fs::write(note(&workspace), "half").expect("written");
        assert_eq!(other(&workspace), None);
        fs::remove_dir_all(&folder).expect("gone");
    }

    #[test]
    fn folders_of_other_computers_are_told() {
        let mounts = "/dev/vda / ext4 rw 0 0\nserver:/x /mnt/group nfs4 rw 0 0\n//h/s /mnt/a\\040b cifs rw 0 0\ntmpfs /mnt/group/here tmpfs rw 0 0\n";
        for (path, expected) in [
            ("/mnt/group/larkmoor.itec", true),
            ("/mnt/a b/larkmoor.itec", true),
            ("/mnt/group/here/larkmoor.itec", false),
            ("/mnt/groups/larkmoor.itec", false),
            ("/home/ada/larkmoor.itec", false),
        ] {
            assert_eq!(is_on_network(mounts, Path::new(path)), expected, "{path}");
        }
        assert_eq!(shared_folder(Path::new("/home/ada/OneDrive - Larkmoor/a.itec")), Some("synced"));
        assert_eq!(shared_folder(Path::new("/home/ada/Documents/dropbox.itec")), None);
    }
}
