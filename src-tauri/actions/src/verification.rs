//! The last check of the whole file. A question does not check it anew: it is done on opening, by `verify`, and before a
//! report is sealed.

use crate::check::check_file;
use crate::{ActionError, Workspace};
use planner_core::verification::Verification;
use planner_store::verify::Check;
use std::sync::{Arc, Mutex, PoisonError};

/// What the last check of the whole file found; nothing before the first.
#[derive(Clone, Debug, Default)]
pub(crate) struct LastVerification {
    last: Arc<Mutex<Option<Verification>>>,
    /// Held by whoever checks: others wait for what that finds.
    checking: Arc<tokio::sync::Mutex<()>>,
}

impl LastVerification {
    /// What it found.
    pub fn last(&self) -> Option<Verification> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Checks the whole file as last committed.
pub(crate) async fn verify_file(workspace: &Workspace) -> Result<(Check, Verification), ActionError> {
    let _checking = workspace.verification.checking.lock().await;
    verify_alone(workspace).await
}

/// What the last check found; a file that nobody looked through since it was opened is looked through now. To be asked
/// before a view of the file is begun.
pub(crate) async fn verified(workspace: &Workspace) -> Result<Verification, ActionError> {
    let verification = &workspace.verification;
    if let Some(last) = verification.last() {
        return Ok(last);
    }
    let _checking = verification.checking.lock().await;
    match verification.last() {
        Some(last) => Ok(last),
        None => Ok(verify_alone(workspace).await?.1),
    }
}

async fn verify_alone(workspace: &Workspace) -> Result<(Check, Verification), ActionError> {
    let found = check_file(workspace).await?;
    let verification = Verification {
        event: found.events,
        chain_head: found.chain_head.clone(),
        on: workspace.today,
        problems: found.problems.len(),
    };
    *workspace.verification.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(verification.clone());
    Ok((found, verification))
}
