//! The last check of the whole file. A question does not check it anew: it is done on opening, by `verify`, and before a
//! report is sealed.

use crate::ActionError;
use crate::check::check;
use chrono::NaiveDate;
use planner_core::verification::Verification;
use planner_store::Connection;
use planner_store::verify::Check;
use std::sync::{Arc, Mutex, PoisonError};

/// What the last check of the whole file found; nothing before the first.
#[derive(Clone, Debug, Default)]
pub(crate) struct LastVerification(Arc<Mutex<Option<Verification>>>);

impl LastVerification {
    /// What it found.
    pub fn last(&self) -> Option<Verification> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps what a check found on a day.
    pub fn keep(&self, found: &Check, on: NaiveDate) -> Verification {
        let verification = Verification {
            event: found.events,
            chain_head: found.chain_head.clone(),
            on,
            problems: found.problems.len(),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(verification.clone());
        verification
    }

    /// Checks the whole file.
    pub async fn verify(
        &self,
        connection: &mut Connection,
        on: NaiveDate,
    ) -> Result<Verification, ActionError> {
        Ok(self.keep(&check(connection, on).await?, on))
    }

    /// What the last check found; where there was none, the file is checked.
    pub async fn or_verify(
        &self,
        connection: &mut Connection,
        on: NaiveDate,
    ) -> Result<Verification, ActionError> {
        match self.last() {
            Some(last) => Ok(last),
            None => self.verify(connection, on).await,
        }
    }
}
