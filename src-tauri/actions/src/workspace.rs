//! An open workspace with what its actions need from outside: the day, and a program that reads spreadsheets.

use crate::ActionError;
use crate::error::why_read_only;
use crate::import::Reviews;
use crate::kept_ledger::KeptLedger;
use crate::listed_lines::ListedLines;
use crate::numbers::{date, given};
use crate::plan::KeptPlans;
use crate::verification::LastVerification;
use chrono::{NaiveDate, NaiveTime};
use planner_core::ledger::event::Recorder;
use planner_sheets::worker::Program;
use planner_store::Store;
use std::path::Path;

/// An open workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub(crate) store: Store,
    pub(crate) today: NaiveDate,
    pub(crate) reader: Program,
    /// The rows of the import that is being looked at.
    pub(crate) reviews: Reviews,
    /// The ledger as the last retirement left it.
    pub(crate) kept_ledger: KeptLedger,
    /// What its plans stand on, as it was last read.
    pub(crate) kept_plans: KeptPlans,
    /// The lists of lines that were last paged through.
    pub(crate) listed: ListedLines,
    /// Whether a file that a person asks for may take the place of another one.
    pub(crate) may_overwrite: bool,
    /// What the last check of the whole file found.
    pub(crate) verification: LastVerification,
}

impl Workspace {
    /// Opens a workspace, or makes an empty one where there is no file. `today` stands for the clock in every
    /// rule; `reader` is the program that parses spreadsheets in a process of its own.
    pub async fn open_or_create(path: &Path, today: NaiveDate, reader: Program) -> Result<Self, ActionError> {
        Ok(Self::of(Store::open_or_create(path, today).await?, today, reader))
    }

    /// Opens a workspace to look at it: nothing of an existing file changes, not even the format of an earlier version.
    pub async fn look(path: &Path, today: NaiveDate, reader: Program) -> Result<Self, ActionError> {
        let is_there = std::fs::metadata(path).is_ok_and(|file| !file.is_file() || file.len() > 0);
        let store = if is_there {
            Store::look(path, today).await?
        } else {
            Store::open_or_create(path, today).await?
        };
        Ok(Self::of(store, today, reader))
    }

    fn of(store: Store, today: NaiveDate, reader: Program) -> Self {
        Self {
            store,
            today,
            reader,
            reviews: Reviews::default(),
            kept_ledger: KeptLedger::default(),
            kept_plans: KeptPlans::default(),
            listed: ListedLines::default(),
            may_overwrite: false,
            verification: LastVerification::default(),
        }
    }

    /// The day that stands for the clock.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The day of an action: the one that is asked for, else today.
    pub(crate) fn day(&self, asked: Option<&str>) -> Result<NaiveDate, ActionError> {
        let asked = given(asked);
        asked.map_or(Ok(self.today), |text| date("day of the action", &text))
    }

    /// The same workspace on another day.
    pub fn on(&self, today: NaiveDate) -> Self {
        Self { today, ..self.clone() }
    }

    /// The same workspace, where what happens is recorded by this person at this time; each where it is known.
    pub fn recorded_by(&self, person: Option<&str>, at: Option<NaiveTime>) -> Self {
        Self { store: self.store.recorded_by(Recorder::new(person, at)), ..self.clone() }
    }

    /// The same workspace, where files that a person asks for may, or may not, take the place of others.
    pub fn overwriting(&self, may_overwrite: bool) -> Self {
        Self { may_overwrite, ..self.clone() }
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Where the file as it was lies, if it was of an earlier version and opening it brought it up to date.
    pub fn earlier_copy(&self) -> Option<&Path> {
        self.store.earlier_copy()
    }

    /// Why it can only be read, and what would let it be written; nothing where it can be written.
    pub fn read_only(&self) -> Option<String> {
        self.store.read_only().map(why_read_only)
    }

    /// Lets go of the file, and takes it away again if it was made for this and nothing was written to it since.
    pub async fn close_and_forget(self) {
        self.store.close_and_forget().await;
    }

    /// Writes everything into the one file and lets go of it.
    pub async fn close(self) {
        self.store.close().await;
    }
}
