//! An open workspace with what its actions need from outside: the day, and a program that reads spreadsheets.

use crate::ActionError;
use crate::import::Reviews;
use chrono::NaiveDate;
use planner_sheets::worker::Program;
use planner_store::Store;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// An open workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub(crate) store: Store,
    pub(crate) today: NaiveDate,
    pub(crate) reader: Program,
    /// The rows of the import that is being looked at.
    pub(crate) reviews: Reviews,
    /// Whether everything in the file was found right after it was opened; looked at when first asked.
    pub(crate) is_verified: Arc<OnceCell<bool>>,
}

impl Workspace {
    /// Opens a workspace, or makes an empty one where there is no file. `today` stands for the clock in every
    /// rule; `reader` is the program that parses spreadsheets in a process of its own.
    pub async fn open_or_create(path: &Path, today: NaiveDate, reader: Program) -> Result<Self, ActionError> {
        let store = Store::open_or_create(path).await?;
        Ok(Self { store, today, reader, reviews: Reviews::default(), is_verified: Arc::default() })
    }

    /// The day that stands for the clock.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The same workspace on another day.
    pub fn on(&self, today: NaiveDate) -> Self {
        Self { today, ..self.clone() }
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Where the file as it was lies, if it was of an earlier version and opening it brought it up to date.
    pub fn earlier_copy(&self) -> Option<&Path> {
        self.store.earlier_copy()
    }

    /// Writes everything into the one file and lets go of it.
    pub async fn close(self) {
        self.store.close().await;
    }
}
