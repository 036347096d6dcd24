//! What the app holds while it runs.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use planner_actions::worker::Program;
use planner_actions::{ActionError, Cancel, Workspace};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::RwLock;

use crate::dialogs::Dialogs;
use crate::files::Files;
use crate::locale;
use crate::presence::Presence;
use crate::start::Start;

/// The workspace `itec` makes when none is named, in the app's own folder.
const OWN_WORKSPACE: &str = "workspace.itec";
/// Remembers, in the app's own folder, which workspaces were opened, the last one first.
const LAST_WORKSPACE: &str = "last-workspace";
/// How many of them.
const RECENT: usize = 8;
/// Remembers, in the app's own folder, who works here.
const PERSON: &str = "person";
/// Drafts of imports, in the app's own folder.
const DRAFTS: &str = "drafts";

/// Where the sample company is made, in the app's own folder.
const SAMPLE_WORKSPACE: &str = "larkmoor.itec";

/// Shared by all commands.
pub struct AppState {
    /// The open workspace; none on a first start.
    workspace: RwLock<Option<Workspace>>,
    /// What stops the import that is running.
    pub cancel: Mutex<Cancel>,
    /// A BCP 47 tag for every number and date the page formats.
    pub locale: String,
    /// The system's dialogs, or a test's.
    pub dialogs: Dialogs,
    /// Files picked or dropped so far.
    pub files: Files,
    /// The workspace that could not be opened last, and why.
    refused: Mutex<Option<(PathBuf, ActionError)>>,
    /// Says beside the open workspace that it is open here.
    presence: Mutex<Option<Presence>>,
    data_folder: PathBuf,
    reader: Program,
    fixed_today: Option<NaiveDate>,
}

impl AppState {
    /// Opens the workspace that was asked for, or the last one.
    pub async fn open(start: Start, data_folder: &Path) -> anyhow::Result<Self> {
        let state = Self {
            workspace: RwLock::default(),
            cancel: Mutex::default(),
            locale: locale::from_environment(),
            dialogs: Dialogs::from_environment(),
            files: Files::default(),
            refused: Mutex::default(),
            presence: Mutex::default(),
            data_folder: data_folder.to_owned(),
            reader: Program::current()?,
            fixed_today: start.today,
        };
        let path = match start.workspace {
            Some(path) => Some(std::path::absolute(path)?),
            None => last_workspace(data_folder),
        };
        if let Some(path) = path {
            // The window says what is wrong, and offers the way out.
            let _ = state.open_workspace(&path).await;
        }
        Ok(state)
    }

    /// Today, or the day the clock was replaced with.
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| Local::now().date_naive())
    }

    /// Opens a workspace in place of the one that is open, and remembers it for the next start.
    pub async fn open_workspace(&self, path: &Path) -> Result<(), ActionError> {
        let opened = Workspace::open_or_create(path, self.today(), self.reader.clone()).await;
        let workspace = match opened {
            Ok(workspace) => workspace,
            Err(error) => {
                let error = planner_actions::with_snapshot(error, path).await;
                *self.refused() = Some((path.to_owned(), error.clone()));
                return Err(error);
            }
        };
        *self.refused() = None;
        // Every path to write to comes from the system's dialog, which asks before it names a file that is there.
        self.replace(workspace.overwriting(true)).await;
        Ok(())
    }

    /// Opens the sample company; it is made when it is opened for the first time.
    pub async fn open_sample(&self) -> Result<(), ActionError> {
        let path = self.data_folder.join(SAMPLE_WORKSPACE);
        if !path.is_file() {
            planner_actions::open_sample(&path, self.reader.clone()).await?.close().await;
        }
        self.open_workspace(&path).await
    }

    /// Where a first workspace is made without asking; none once it is there.
    pub fn own_workspace(&self) -> Option<PathBuf> {
        Some(self.data_folder.join(OWN_WORKSPACE)).filter(|path| !path.exists())
    }

    /// The workspace that could not be opened last, and why.
    pub fn refused(&self) -> MutexGuard<'_, Option<(PathBuf, ActionError)>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The note of the workspace before goes, and one is left beside this one.
    fn be_present(&self, workspace: Option<&Path>) {
        let mut presence = self.presence.lock().unwrap_or_else(PoisonError::into_inner);
        *presence = None;
        let since = Local::now().format("%Y-%m-%d %H:%M").to_string();
        let by = self.person().unwrap_or_default();
        *presence = workspace.map(|path| Presence::leave(path, &by, &since));
    }

    async fn replace(&self, workspace: Workspace) {
        self.be_present(Some(workspace.path()));
        let mut recent = vec![workspace.path().to_owned()];
        recent.extend(self.recent().into_iter().filter(|path| path != workspace.path()).take(RECENT));
        let lines: Vec<_> = recent.iter().map(|path| path.as_os_str().as_encoded_bytes()).collect();
        if let Err(error) = std::fs::write(self.data_folder.join(LAST_WORKSPACE), lines.join(&b'\n')) {
            eprintln!("the next start will not know this workspace: {error}");
        }
        if let Some(before) = self.workspace.write().await.replace(workspace) {
            before.keep_and_close().await;
        }
    }

    /// The open workspace, as it is today.
    pub async fn workspace(&self) -> Result<Workspace, ActionError> {
        let open = self.workspace.read().await.clone();
        let open = open.ok_or_else(|| ActionError {
            code: "no_workspace",
            message: "No workspace is open. Import a spreadsheet or open the sample company.".to_owned(),
            details: None,
        })?;
        let now = Local::now();
        let workspace = planner_actions::on_its_day(open, self.fixed_today, now.date_naive()).await?;
        // A clock that was replaced tells no time.
        let at = self.fixed_today.is_none().then(|| now.time());
        Ok(workspace.recorded_by(self.person().as_deref(), at))
    }

    /// Workspaces that were opened and are still there, the last one first.
    pub fn recent(&self) -> Vec<PathBuf> {
        recent(&self.data_folder)
    }

    /// Who works here, as the person said.
    pub fn person(&self) -> Option<String> {
        let name = std::fs::read_to_string(self.data_folder.join(PERSON)).ok()?;
        Some(name.trim().to_owned()).filter(|name| !name.is_empty())
    }

    /// Remembers who works here.
    pub fn set_person(&self, name: &str) -> Result<(), ActionError> {
        std::fs::write(self.data_folder.join(PERSON), name.trim()).map_err(|error| ActionError {
            code: "not_written",
            message: format!("The name cannot be kept: it {}.", planner_actions::in_words(&error)),
            details: None,
        })
    }

    /// Where drafts of imports lie.
    pub fn draft_folder(&self) -> PathBuf {
        self.data_folder.join(DRAFTS)
    }

    /// Closes the workspace, so that everything is in the one file.
    pub async fn close(&self) {
        self.be_present(None);
        if let Some(workspace) = self.workspace.write().await.take() {
            workspace.keep_and_close().await;
        }
    }
}

/// The workspace open last that is still there, else `itec`'s own.
fn last_workspace(data_folder: &Path) -> Option<PathBuf> {
    let own = data_folder.join(OWN_WORKSPACE);
    recent(data_folder).into_iter().chain([own]).find(|path| path.is_file())
}

fn recent(data_folder: &Path) -> Vec<PathBuf> {
    let remembered = std::fs::read_to_string(data_folder.join(LAST_WORKSPACE)).unwrap_or_default();
    remembered.lines().map(PathBuf::from).filter(|path| path.is_file()).collect()
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
