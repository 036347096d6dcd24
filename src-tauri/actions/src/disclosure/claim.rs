//! Claim texts: the shipped templates with live numbers.

use super::figures::Figures;
use crate::numbers::percent_text;
use crate::{ActionError, assets};
use planner_core::percent::coverage_percent;
use std::collections::BTreeSet;

/// The mass-only text; empty while nothing is retired for the year.
pub(super) fn mass_only(figures: &Figures) -> Result<String, ActionError> {
    let texts = assets::claim_texts()?;
    let template =
        texts.text.iter().find(|text| text.key == "mass").and_then(|text| text.text_without_link.clone());
    let template = template
        .ok_or_else(|| ActionError::new("asset_damaged", "The shipped claim texts lack the mass text."))?;
    let retired = figures.requirement.retired;
    if retired == 0 {
        return Ok(String::new());
    }
    let mut vintages = BTreeSet::new();
    let mut registries = BTreeSet::new();
    for (_, retirement) in figures.ledger.retirements().filter(|(_, one)| one.year == figures.year()) {
        for line in &retirement.lines {
            if let Ok(holding) = figures.ledger.lot(&line.lot_id) {
                vintages.insert(holding.lot.vintage.to_string());
                registries.insert(holding.lot.registry.clone());
            }
        }
    }
    let list = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(", ");
    let coverage = coverage_percent(retired, figures.requirement.gross).map(percent_text);
    let (start, end) = figures.period();
    Ok(template
        .replace("{organisation}", figures.organisation.display_name())
        .replace("{quantity}", &retired.to_string())
        .replace("{vintages}", &list(vintages))
        .replace("{period}", &format!("{start} to {end}"))
        .replace("{registry}", &list(registries))
        .replace("{coverage_percent}", &coverage.unwrap_or_else(|| "0".into())))
}
