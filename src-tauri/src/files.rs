//! Files a person picked or dropped. The page gets an id and a name; the path stays here.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use planner_actions::views::disclosure::Exported;
use serde::Serialize;

/// A file as the page knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChosenFile {
    /// Names the file in later calls, as long as the app runs.
    pub file_id: String,
    /// The file's own name, to show.
    pub file_name: String,
}

/// A file that was written, as the page knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedFile {
    /// Names the file in later calls, as long as the app runs.
    pub file_id: String,
    /// The file's own name, to show.
    pub file_name: String,
    /// Its size.
    pub bytes: u64,
    /// Its content's hash.
    pub sha256: String,
}

/// The paths behind the ids given out so far.
#[derive(Default)]
pub struct Files {
    paths: Mutex<HashMap<String, PathBuf>>,
}

impl Files {
    /// Keeps a path under a fresh id.
    pub fn remember(&self, path: PathBuf) -> ChosenFile {
        let mut paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        let file_id = format!("file-{}", paths.len() + 1);
        let file_name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        paths.insert(file_id.clone(), path);
        ChosenFile { file_id, file_name }
    }

    /// Keeps the paths of files that were written.
    pub fn saved(&self, exported: Exported) -> Vec<SavedFile> {
        let saved = exported.files.into_iter().map(|file| {
            let ChosenFile { file_id, file_name } = self.remember(file.path.into());
            SavedFile { file_id, file_name, bytes: file.bytes, sha256: file.sha256 }
        });
        saved.collect()
    }

    /// The path behind an id; none if the page made it up.
    pub fn path(&self, file_id: &str) -> Option<PathBuf> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).get(file_id).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_id_alone() {
        let files = Files::default();
        let first = files.remember("/orders/2025.xlsx".into());
        let second = files.remember("/orders/2026.xlsx".into());
        assert_eq!(first.file_name, "2025.xlsx");
        assert_ne!(first.file_id, second.file_id);
        assert_eq!(files.path(&second.file_id), Some("/orders/2026.xlsx".into()));
        assert_eq!(files.path("/etc/passwd"), None);
    }
}
