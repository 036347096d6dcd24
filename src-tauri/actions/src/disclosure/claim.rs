//! Claim texts: the shipped templates with live numbers.

use super::figures::{Figures, RetiredRun};
use super::lint::lint_claim_of;
use crate::numbers::percent_text;
use crate::views::disclosure::ClaimView;
use crate::{ActionError, assets};
use chrono::NaiveDate;
use planner_core::ledger::retirement::Retirement;
use planner_core::percent::coverage_percent;
use planner_store::Connection;
use std::collections::BTreeSet;

/// The mass-only text; empty while nothing is retired for the year.
pub(super) fn mass_only(figures: &Figures) -> Result<String, ActionError> {
    let retired = figures.requirement.retired;
    if retired == 0 {
        return Ok(String::new());
    }
    let coverage = coverage_percent(retired, figures.requirement.gross).map(percent_text);
    let runs: Vec<_> = figures.retired_runs().collect();
    let mut values = vec![("coverage_percent", coverage.unwrap_or_else(|| "0".into()))];
    let links = links(&runs);
    let template = template("mass", links.is_some())?;
    values.extend(links.map(|links| ("link", links)));
    Ok(filled(&template, figures, &runs, &values))
}

/// The text that the reports carry: as a person edited it, else as it is offered.
pub(super) fn carried(figures: &Figures) -> Result<String, ActionError> {
    match &figures.claim {
        Some(claim) => Ok(claim.text.clone()),
        None => mass_only(figures),
    }
}

/// The claim with what a rule forbids in it. In the organisation's own name nothing is found.
pub(super) fn view(figures: &Figures) -> Result<ClaimView, ActionError> {
    let (text, suggested) = (carried(figures)?, mass_only(figures)?);
    Ok(ClaimView {
        year: figures.year(),
        findings: lint_claim_of(&text, &[&figures.organisation.name])?,
        edited_on: figures.claim.as_ref().map(|claim| claim.edited_on.to_string()),
        is_out_of_date: figures.claim.as_ref().is_some_and(|claim| claim.suggested != suggested),
        is_sealed: figures.sealed().is_some() && figures.ledger.is_locked(figures.year()),
        text,
        suggested,
    })
}

/// The claim of a year in a view of the workspace that is already open.
pub(crate) async fn carried_claim(
    connection: &mut Connection,
    today: NaiveDate,
    year: i32,
) -> Result<ClaimView, ActionError> {
    view(&Figures::load_in(connection, today, year).await?)
}

/// Where the registry shows what was retired; nothing while that is not known of every lot.
fn links(runs: &[RetiredRun<'_>]) -> Option<String> {
    let links = runs.iter().map(|run| run.lot.facts.registry_link.as_deref());
    let links = links.collect::<Option<BTreeSet<_>>>()?;
    Some(links.into_iter().collect::<Vec<_>>().join(", "))
}

/// The text for one retirement.
pub(super) fn of_retirement(figures: &Figures, retirement: &Retirement) -> Result<String, ActionError> {
    let runs: Vec<_> = figures.runs_of(&retirement.id).collect();
    let on = runs.first().map(|run| run.on.to_string()).unwrap_or_default();
    let values = [("statement", retirement.id.clone()), ("retired_on", on)];
    Ok(filled(&template("retirement", false)?, figures, &runs, &values))
}

/// The template with what was retired and the further values. What a value holds is never filled in again.
fn filled(template: &str, figures: &Figures, runs: &[RetiredRun<'_>], further: &[(&str, String)]) -> String {
    let list = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(", ");
    let (start, end) = figures.period();
    let quantity: i64 = runs.iter().map(|run| run.serials.quantity()).sum();
    let mut values = vec![
        ("organisation", figures.organisation.display_name().to_owned()),
        ("quantity", quantity.to_string()),
        ("vintages", list(runs.iter().map(|run| run.lot.vintage.to_string()).collect())),
        ("period", format!("{start} to {end}")),
        ("registry", list(runs.iter().map(|run| run.lot.registry.clone()).collect())),
    ];
    values.extend(further.iter().cloned());
    let mut parts = template.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        text += values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        text += rest;
    }
    text
}

/// The Standard's approved statement (§7.2); only where every certificate retired for the year carries tCO2e.
pub(super) fn standard(figures: &Figures) -> Result<Option<String>, ActionError> {
    let Some(tonnes) = figures.retired_tco2e() else { return Ok(None) };
    let text = template("standard", false)?
        .replace("{tco2e}", &tonnes.normalize().to_string())
        .replace("{mass_kg}", &figures.requirement.retired.to_string());
    Ok(Some(text))
}

fn template(key: &str, has_link: bool) -> Result<String, ActionError> {
    let texts = assets::claim_texts()?.text;
    let text = texts.into_iter().find(|text| text.key == key);
    let without = |text: assets::ClaimText| text.text_without_link.filter(|_| !has_link).unwrap_or(text.text);
    text.map(without).ok_or_else(|| {
        let message = format!("The shipped claim texts lack the text “{key}”. Install the app again.");
        ActionError::new("asset_damaged", message)
    })
}
