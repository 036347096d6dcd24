//! Reading where nothing can be written: a folder, a file or a disk that takes no change, and earlier formats there.
#![cfg(unix)]

use crate::support::{TODAY, program, root, workbook};
use serde_json::Value;
use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A user without rights of its own, where these tests are run by one that has all.
const NOBODY: u32 = 65_534;

/// A workspace in a folder that takes no change, and one that does.
struct Shelf {
    folder: TempDir,
    open: TempDir,
}

impl Shelf {
    /// Takes files of a workspace into a folder, which is closed then.
    fn with(files: &[(&Path, &str)]) -> Self {
        let shelf = Self {
            folder: tempfile::tempdir().expect("a folder"),
            open: tempfile::tempdir().expect("a folder"),
        };
        for (from, name) in files {
            std::fs::copy(from, shelf.file(name)).expect("a copy");
            set_permissions(shelf.file(name), Permissions::from_mode(0o444)).expect("closed");
        }
        // A copy written by this process could not be run while another thread's child still holds it open.
        let copied = Command::new("cp").arg(program("itec")).arg(shelf.open.path().join("itec")).status();
        assert!(copied.expect("cp").success(), "no program that anybody may run");
        set_permissions(shelf.open.path(), Permissions::from_mode(0o777)).expect("open");
        set_permissions(shelf.folder.path(), Permissions::from_mode(0o555)).expect("closed");
        shelf
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn call(&self, words: &str) -> Output {
        let out = self.open.path().to_str().expect("a path");
        let mut command = Command::new(self.open.path().join("itec"));
        command.arg("--workspace").arg(self.file("larkmoor.itec")).args(["--today", TODAY, "--json"]);
        command.args(words.split(' ').map(|word| word.replace("OUT", out))).env("TMPDIR", self.open.path());
        if Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n") {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().expect("itec")
    }

    fn done(&self, words: &str) -> Value {
        let output = self.call(words);
        assert_eq!(output.status.code(), Some(0), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("one document")
    }

    /// Everything that only reads works; everything else is refused in words; nothing changes.
    fn check(&self, lines: i64) {
        let before = contents(self.folder.path());
        assert_eq!(self.done("verify")["ok"], true);
        assert_eq!(self.done("requirement --year 2025")["lines"], lines);
        for words in ["lots", "trace 2025.gross", "imports", "history", "retirements", "checks --year 2025"] {
            self.done(words);
        }
        for ending in ["xlsx", "pdf", "csv", "json"] {
            self.done(&format!("export disclosure --year 2025 --overwrite --out OUT/summary.{ending}"));
        }
        let import = format!("import procurement {}", workbook("guide_procurement.xlsx").display());
        for words in ["lock --year 2025", "undo 1", &import, "mapping import OUT/summary.json"] {
            let output = self.call(words);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(1), "{words}");
            for raw in ["code:", "os error", "readonly database", "unable to open"] {
                assert!(!said.contains(raw), "{words}: {said}");
            }
        }
        let refused = String::from_utf8_lossy(&self.call("lock --year 2025").stderr).into_owned();
        assert!(refused.contains("workspace_read_only") && refused.contains("larkmoor.itec"), "{refused}");
        let replaced = self.call("export template --overwrite --out OUT/../x.xlsx");
        assert_ne!(replaced.status.code(), None);
        assert!(contents(self.folder.path()) == before, "something was changed");
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        let _ = set_permissions(self.folder.path(), Permissions::from_mode(0o755));
    }
}

fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<_> =
        entries.map(|path| (path.clone(), std::fs::read(path).expect("a file"))).collect();
    found.sort();
    found
}

/// A workspace with the lines of the worked example, in a folder that can be written.
fn workspace() -> (TempDir, PathBuf, i64) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("larkmoor.itec");
    let file = workbook("guide_procurement.xlsx");
    let call = |words: &[&str]| {
        let output = crate::ledger::process::itec(&path, words).output().expect("itec");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<Value>(&output.stdout).expect("one document")
    };
    call(&["import", "procurement", file.to_str().expect("a path"), "--year", "2025"]);
    let lines = call(&["requirement", "--year", "2025"])["lines"].as_i64().expect("a count");
    (folder, path, lines)
}

#[test]
fn a_folder_that_takes_no_change_is_read() {
    let (_folder, path, lines) = workspace();
    Shelf::with(&[(&path, "larkmoor.itec")]).check(lines);
}

#[tokio::test]
async fn what_stands_in_a_log_alone_is_read_too() {
    use sqlx::Connection;
    let (_folder, path, lines) = workspace();
    let mut reader =
        sqlx::SqliteConnection::connect(path.to_str().expect("a path")).await.expect("a connection");
    // As long as somebody reads what was before it, a change stays in the log.
    for sql in ["BEGIN", "SELECT * FROM setting"] {
        sqlx::query(sql).execute(&mut reader).await.expect(sql);
    }
    let words = ["settings", "--organisation", "Late SE"];
    let output = crate::ledger::process::itec(&path, &words).output().expect("itec");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let log = PathBuf::from(format!("{}-wal", path.display()));
    assert!(std::fs::metadata(&log).expect("a log").len() > 0);
    let shelf = Shelf::with(&[(&path, "larkmoor.itec"), (&log, "larkmoor.itec-wal")]);
    shelf.check(lines);
    let summary = std::fs::read_to_string(shelf.open.path().join("summary.json")).expect("a summary");
    assert!(summary.contains("Late SE"), "the last change is missing");
}

#[test]
fn an_earlier_format_is_read_where_it_lies_and_verified_without_a_change() {
    let earlier = root().join("tests/workspaces/format_5.itec");
    let shelf = Shelf::with(&[(&earlier, "larkmoor.itec")]);
    let lines = shelf.done("requirement --year 2025")["lines"].as_i64().expect("a count");
    assert!(lines > 0);
    shelf.check(lines);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("larkmoor.itec");
    std::fs::copy(&earlier, &path).expect("a copy");
    let before = contents(folder.path());
    let output = crate::ledger::process::itec(&path, &["verify"]).output().expect("itec");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(contents(folder.path()) == before, "verify changed the file");
}
