//! `itec` as a script calls it: one JSON document, the exit code, and a workspace that a refusal leaves as it was.

use crate::support::{TODAY, program, workbook};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A workspace and the files that a script hands to `itec`.
pub struct Script {
    folder: TempDir,
    files: TempDir,
}

impl Script {
    pub fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a folder");
        Self { folder: folder(), files: folder() }
    }

    /// Where a file of this name is; in a call it is named `%name`.
    pub fn file(&self, name: &str) -> PathBuf {
        self.files.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.file(name), text).expect("a file");
    }

    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("larkmoor.itec")
    }

    /// Calls `itec` with these words: `@name` is a workbook of the tests, `%name` a file of its own, `~` a space.
    pub fn call(&self, today: &str, words: &str) -> Output {
        let words = words.split_whitespace().map(|word| match word.split_at(1) {
            ("@", name) => workbook(name).display().to_string(),
            ("%", name) => self.file(name).display().to_string(),
            _ => word.replace('~', " "),
        });
        let mut command = Command::new(program("itec"));
        command.arg("--workspace").arg(self.workspace()).args(["--today", today, "--json"]).args(words);
        command.output().expect("itec runs")
    }

    /// The answer of a command that is done.
    pub fn done(&self, words: &str) -> Value {
        let output = self.call(TODAY, words);
        assert_eq!(output.status.code(), Some(0), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{words} speaks beside its answer");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words}: {error}"))
    }

    /// The refusal of a command that is not; every byte of the workspace is as before.
    pub fn refused(&self, today: &str, words: &str, code: &str, says: &str) {
        let before = bytes(&self.workspace());
        let output = self.call(today, words);
        assert_eq!(output.status.code(), Some(1), "{words}");
        assert!(output.stdout.is_empty(), "{words} answers beside its refusal");
        let document: Value =
            serde_json::from_slice(&output.stderr).unwrap_or_else(|error| panic!("{words}: {error}"));
        assert_eq!(document["error"]["code"], code, "{words}");
        let message = document["error"]["message"].as_str().expect("a message");
        assert!(message.contains(says), "{words}: {message}");
        assert_eq!(bytes(&self.workspace()), before, "{words} changed the workspace");
        let left = std::fs::read_dir(self.folder.path()).expect("a folder").flatten();
        // What an earlier command kept is no trace of this one.
        let is_trace = |name: &str| !name.ends_with(".snapshots");
        let left: Vec<_> = left.filter(|entry| is_trace(&entry.file_name().to_string_lossy())).collect();
        assert!(left.len() <= 1, "{words} left {left:?}");
    }
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}
