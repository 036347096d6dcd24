//! What the app holds while it runs.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use crate::dialogs::Dialogs;
use crate::files::Files;
use crate::locale;
use crate::start::Start;

/// The workspace `itec` makes when none is named, in the app's own folder.
const OWN_WORKSPACE: &str = "workspace.itec";
/// Remembers, in the app's own folder, which workspace was open last.
const LAST_WORKSPACE: &str = "last-workspace";

/// Shared by all commands.
pub struct AppState {
    /// The workspace's file; none on a first start.
    #[expect(dead_code, reason = "planner_actions opens it")]
    pub workspace: Option<PathBuf>,
    /// A BCP 47 tag for every number and date the page formats.
    pub locale: String,
    /// The system's dialogs, or a test's.
    pub dialogs: Dialogs,
    /// Files picked or dropped so far.
    pub files: Files,
    fixed_today: Option<NaiveDate>,
}

impl AppState {
    /// Takes the workspace that was asked for, or the last one.
    pub fn open(start: Start, data_folder: &Path) -> anyhow::Result<Self> {
        let workspace = match start.workspace {
            Some(path) => Some(std::path::absolute(path)?),
            None => last_workspace(data_folder),
        };
        if let Some(path) = &workspace {
            std::fs::write(data_folder.join(LAST_WORKSPACE), path.as_os_str().as_encoded_bytes())?;
        }
        Ok(Self {
            workspace,
            locale: locale::from_environment(),
            dialogs: Dialogs::from_environment(),
            files: Files::default(),
            fixed_today: start.today,
        })
    }

    /// Today, or the day the clock was replaced with.
    #[expect(dead_code, reason = "every action takes it")]
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| Local::now().date_naive())
    }
}

/// The workspace open last, if it is still there, else `itec`'s own.
fn last_workspace(data_folder: &Path) -> Option<PathBuf> {
    let remembered = std::fs::read_to_string(data_folder.join(LAST_WORKSPACE)).ok().map(PathBuf::from);
    let own = data_folder.join(OWN_WORKSPACE);
    remembered.into_iter().chain([own]).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_workspace_is_one_that_is_still_there() {
        let folder = std::env::temp_dir().join(format!("itec-last-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (own, other) = (folder.join(OWN_WORKSPACE), folder.join("other.itec"));
        assert_eq!(last_workspace(&folder), None);
        std::fs::write(&own, "").unwrap();
        std::fs::write(folder.join(LAST_WORKSPACE), other.as_os_str().as_encoded_bytes()).unwrap();
        assert_eq!(last_workspace(&folder), Some(own));
        std::fs::write(&other, "").unwrap();
        assert_eq!(last_workspace(&folder), Some(other));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
