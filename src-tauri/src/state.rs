//! What the app holds while it runs.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use crate::dialogs::Dialogs;
use crate::files::Files;
use crate::locale;
use crate::start::Start;

/// The name of the workspace made on a first start, in the app's own folder.
const FIRST_WORKSPACE: &str = "workspace.itec";
/// Remembers, in the app's own folder, which workspace was open last.
const LAST_WORKSPACE: &str = "last-workspace";

/// Shared by all commands.
pub struct AppState {
    /// The open workspace's file.
    pub workspace: PathBuf,
    /// A BCP 47 tag for every number and date the page formats.
    pub locale: String,
    /// The system's dialogs, or a test's.
    pub dialogs: Dialogs,
    /// Files picked or dropped so far.
    pub files: Files,
    fixed_today: Option<NaiveDate>,
}

impl AppState {
    /// Opens the workspace that was asked for, the last one, or the first.
    pub fn open(start: Start, data_folder: &Path) -> anyhow::Result<Self> {
        let workspace = match start.workspace {
            Some(path) => std::path::absolute(path)?,
            None => last_workspace(data_folder),
        };
        std::fs::write(data_folder.join(LAST_WORKSPACE), workspace.as_os_str().as_encoded_bytes())?;
        Ok(Self {
            workspace,
            locale: locale::from_environment(),
            dialogs: Dialogs::from_environment(),
            files: Files::default(),
            fixed_today: start.today,
        })
    }

    /// Today, or the day the clock was replaced with.
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| Local::now().date_naive())
    }
}

fn last_workspace(data_folder: &Path) -> PathBuf {
    let remembered = std::fs::read_to_string(data_folder.join(LAST_WORKSPACE)).ok().map(PathBuf::from);
    remembered.filter(|path| path.is_file()).unwrap_or_else(|| data_folder.join(FIRST_WORKSPACE))
}
