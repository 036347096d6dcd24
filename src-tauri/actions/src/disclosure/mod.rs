//! The retirement summary for finance. Its sheets are built once: the screen previews what the file will hold.
//! No sheet holds a net Scope 3 figure, and figures of different statements are never added.

mod claim;
mod figures;
mod preview;
mod sheets;

use crate::import::exported_file;
use crate::views::disclosure::{DisclosureCheck, DisclosureView, Exported};
use crate::{ActionError, Workspace, assets};
use figures::Figures;
use planner_sheets::workbook::Workbook;
use std::path::Path;

/// The disclosure screen of one year.
pub async fn disclosure(workspace: &Workspace, year: i32) -> Result<DisclosureView, ActionError> {
    let figures = Figures::load(workspace, year).await?;
    let workbook = workbook(&figures)?;
    Ok(DisclosureView {
        year,
        status: "draft".to_owned(),
        checks: checks(&figures),
        sheets: workbook.sheets.iter().map(preview::sheet).collect(),
        claim_text: claim::mass_only(&figures)?,
        claim_text_limit: assets::claim_texts()?.limit_characters,
        file_name: file_name(&figures),
    })
}

/// Writes the summary whole or not at all.
pub async fn export_disclosure(
    workspace: &Workspace,
    year: i32,
    path: &Path,
) -> Result<Exported, ActionError> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ending != "xlsx" {
        let message = format!(
            "The summary is written as .xlsx, not as “.{ending}”. Choose a file name that ends in .xlsx."
        );
        return Err(ActionError::new("unknown_format", message));
    }
    let figures = Figures::load(workspace, year).await?;
    workbook(&figures)?.write_to(path)?;
    Ok(Exported { files: vec![exported_file(path)?], chain_head: figures.chain_head })
}

fn workbook(figures: &Figures) -> Result<Workbook, ActionError> {
    Ok(Workbook {
        title: format!("I-TEC retirement summary {}", figures.year()),
        author: figures.organisation.display_name().to_owned(),
        created: figures.today,
        sheets: sheets::all(figures)?,
    })
}

/// `{organisation}_{year}_ITEC-retirement-summary.xlsx`, with letters that every file system takes.
fn file_name(figures: &Figures) -> String {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let organisation: String = figures.organisation.display_name().chars().map(letters).collect();
    format!("{}_{}_ITEC-retirement-summary.xlsx", organisation.trim_matches('-'), figures.year())
}

/// What must be settled before a report can be final, and what is.
fn checks(figures: &Figures) -> Vec<DisclosureCheck> {
    let requirement = &figures.requirement;
    let check = |code: &str, is_met, blocks_final, quantity, detail: Option<String>| DisclosureCheck {
        code: code.to_owned(),
        is_met,
        blocks_final,
        quantity,
        detail,
    };
    let difference: i64 = figures.movements.iter().map(|row| row.difference().abs()).sum();
    vec![
        check(
            "weights_resolved",
            requirement.lines_unresolved == 0,
            true,
            requirement.lines_unresolved,
            Some(requirement.units_unresolved.to_string()),
        ),
        check(
            "conditions_known",
            requirement.lines_unknown_condition == 0,
            false,
            requirement.lines_unknown_condition,
            Some(requirement.mass_kg_unknown_condition.clone()),
        ),
        check("fully_covered", requirement.to_retire == 0, false, requirement.to_retire, None),
        check("reconciled", difference == 0, true, difference, None),
        check("ledger_verified", figures.problems == 0, true, figures.events, figures.chain_head.clone()),
    ]
}
