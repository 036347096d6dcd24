//! The ledger as the last event left it, kept so that the next action among many lots need not read them all again.

use crate::ActionError;
use planner_core::ledger::Ledger;
use planner_store::{Connection, ledger as stored};
use std::sync::{Arc, Mutex, PoisonError};

/// A ledger with the hash of its last event: it stands for the file for as long as that is the head of the chain.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptLedger(Arc<Mutex<Option<(String, Ledger)>>>);

impl KeptLedger {
    /// The ledger of the file, read where what was kept is not of its head. Whoever takes it keeps it again once what
    /// was done with it is written.
    pub async fn take(&self, connection: &mut Connection) -> Result<Ledger, ActionError> {
        let (_, head) = stored::head(connection).await?;
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        match kept {
            Some((of, ledger)) if of == head => Ok(ledger),
            _ => Ok(stored::load(connection).await?),
        }
    }

    /// Keeps a ledger that is as the file has it under this head.
    pub fn keep(&self, head: String, ledger: Ledger) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((head, ledger));
    }
}
