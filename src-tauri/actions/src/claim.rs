//! The claim of a year: the text that its reports carry, as a person edited it or as it is offered.

use crate::disclosure::carried_claim;
use crate::numbers::given;
use crate::views::disclosure::ClaimView;
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_report::assets;
use planner_store::claims::{self, Claim};
use planner_store::journal;

/// The claim of a year, with what a rule forbids in it.
pub async fn claim(workspace: &Workspace, year: i32) -> Result<ClaimView, ActionError> {
    carried_claim(&mut *workspace.store.read().await?, workspace, year).await
}

/// Keeps the text of a year's claim; an empty one is taken back, and the offered text stands again. A text with a refused
/// word is kept so that nothing typed is lost, and keeps the report from being sealed.
pub async fn save_claim(workspace: &Workspace, year: i32, text: &str) -> Result<ClaimView, ActionError> {
    let mut write = workspace.store.write().await?;
    let before = carried_claim(&mut write, workspace, year).await?;
    if before.is_sealed {
        let message = format!(
            "The report of {year} is final, and its claim with it. Unlock the year with a reason to restate it."
        );
        return Err(ActionError::new("report_is_final", message));
    }
    let text = given(Some(text)).filter(|text| *text != before.suggested);
    let limit = usize::try_from(assets::claim_texts()?.limit_characters).unwrap_or(usize::MAX);
    if let Some(length) = text.as_ref().map(|text| text.chars().count()).filter(|length| *length > limit) {
        let message = format!("The claim has {length} characters, and CDP takes {limit}. Shorten it.");
        return Err(ActionError::new("claim_too_long", message));
    }
    let claim =
        text.map(|text| Claim { text, suggested: before.suggested.clone(), edited_on: workspace.today });
    claims::put(&mut write, year, claim.as_ref()).await?;
    let summary = claim.map_or_else(|| "taken back".to_owned(), |claim| claim.text);
    journal::record(&mut write, workspace.today, Entry::new(Act::ClaimEdited, summary).of_year(year)).await?;
    let after = carried_claim(&mut write, workspace, year).await?;
    write.commit().await?;
    Ok(after)
}
