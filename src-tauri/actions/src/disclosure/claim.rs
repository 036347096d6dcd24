//! The claim that the reports of a year carry, as the window shows it.

use super::lint::views;
use super::load::load_in;
use crate::views::disclosure::ClaimView;
use crate::{ActionError, Workspace};
use planner_report::{Disclosure, claim};
use planner_store::Connection;

/// The claim with what a rule forbids in it. In the organisation's own name nothing is found.
pub(super) fn view(disclosure: &Disclosure) -> Result<ClaimView, ActionError> {
    let text = claim::carried(disclosure)?;
    let is_locked = disclosure.known.ledger.is_locked(disclosure.year());
    Ok(ClaimView {
        year: disclosure.year(),
        suggested: claim::mass_only(disclosure)?,
        edited_on: disclosure.known.claim.as_ref().map(|claim| claim.edited_on.to_string()),
        is_out_of_date: claim::is_out_of_date(disclosure)?,
        is_sealed: disclosure.sealed().is_some() && is_locked,
        findings: views(&text, claim::findings(disclosure)?),
        text,
    })
}

/// The claim of a year in a view of the workspace that is already open.
pub(crate) async fn carried_claim(
    connection: &mut Connection,
    workspace: &Workspace,
    year: i32,
) -> Result<ClaimView, ActionError> {
    view(&load_in(connection, workspace, year).await?)
}
