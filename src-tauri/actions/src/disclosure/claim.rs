//! Claim texts: the shipped templates with live numbers.

use super::figures::Figures;
use crate::numbers::percent_text;
use crate::{ActionError, assets};
use planner_core::percent::coverage_percent;
use std::collections::BTreeSet;

/// The mass-only text; empty while nothing is retired for the year.
pub(super) fn mass_only(figures: &Figures) -> Result<String, ActionError> {
    let template = template("mass")?;
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

/// The Standard's approved statement (§7.2); only where every certificate retired for the year carries tCO2e.
pub(super) fn standard(figures: &Figures) -> Result<Option<String>, ActionError> {
    let Some(tonnes) = figures.retired_tco2e() else { return Ok(None) };
    let text = template("standard")?
        .replace("{tco2e}", &tonnes.normalize().to_string())
        .replace("{mass_kg}", &figures.requirement.retired.to_string());
    Ok(Some(text))
}

fn template(key: &str) -> Result<String, ActionError> {
    let texts = assets::claim_texts()?.text;
    let text = texts.into_iter().find(|text| text.key == key);
    text.map(|text| text.text_without_link.unwrap_or(text.text)).ok_or_else(|| {
        let message = format!("The shipped claim texts lack the text “{key}”. Install the app again.");
        ActionError::new("asset_damaged", message)
    })
}
