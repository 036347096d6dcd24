//! Claim texts: the shipped templates with live numbers.

use crate::disclosure::Disclosure;
use crate::lint::{Finding, lint};
use crate::run::RetiredRun;
use crate::template::fill;
use crate::{ReportError, assets};
use planner_core::figure::{FigureId, Name};
use planner_core::ledger::retirement::Retirement;
use std::collections::BTreeSet;

/// The shipped file, in a message.
const FILE: &str = "claim texts";

/// The mass-only text; empty while nothing is retired for the year.
pub fn mass_only(disclosure: &Disclosure) -> Result<String, ReportError> {
    if disclosure.known.year.netting.retired.total() == 0 {
        return Ok(String::new());
    }
    let coverage = disclosure.figure(Name::CoveragePercent).map(|coverage| coverage.to_string());
    let runs: Vec<_> = disclosure.retired_runs().collect();
    let mut values = vec![("coverage_percent", coverage.unwrap_or_else(|| "0".into()))];
    let links = links(&runs);
    let template = template("mass", links.is_some())?;
    values.extend(links.map(|links| ("link", links)));
    filled(template, disclosure, &runs, &values)
}

/// The text that the reports carry: as a person edited it, else as it is offered.
pub fn carried(disclosure: &Disclosure) -> Result<String, ReportError> {
    match &disclosure.known.claim {
        Some(claim) => Ok(claim.text.clone()),
        None => mass_only(disclosure),
    }
}

/// What a rule forbids in the text that the reports carry.
pub fn findings(disclosure: &Disclosure) -> Result<Vec<Finding>, ReportError> {
    lint(&carried(disclosure)?, &[&disclosure.known.name])
}

/// Whether figures have moved since the claim was edited, so that it may state other ones.
pub fn is_out_of_date(disclosure: &Disclosure) -> Result<bool, ReportError> {
    let Some(claim) = &disclosure.known.claim else { return Ok(false) };
    Ok(claim.suggested != mass_only(disclosure)?)
}

/// Where the registry shows what was retired; nothing while that is not known of every lot.
fn links(runs: &[RetiredRun<'_>]) -> Option<String> {
    let links = runs.iter().map(|run| run.lot.facts.registry_link.as_deref());
    let links = links.collect::<Option<BTreeSet<_>>>()?;
    Some(links.into_iter().collect::<Vec<_>>().join(", "))
}

/// The text for one retirement.
pub fn of_retirement(disclosure: &Disclosure, retirement: &Retirement) -> Result<String, ReportError> {
    let runs: Vec<_> = disclosure.runs_of(&retirement.id).collect();
    let on = runs.first().map(|run| run.on.to_string()).unwrap_or_default();
    let values = [("statement", retirement.id.clone()), ("retired_on", on)];
    filled(template("retirement", false)?, disclosure, &runs, &values)
}

/// The template with what was retired and the further values.
fn filled(
    template: &str,
    disclosure: &Disclosure,
    runs: &[RetiredRun<'_>],
    further: &[(&str, String)],
) -> Result<String, ReportError> {
    let list = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(", ");
    let quantity: i64 = runs.iter().map(|run| run.serials.quantity()).sum();
    let values = [
        ("organisation", disclosure.known.organisation.clone()),
        ("quantity", quantity.to_string()),
        ("vintages", list(runs.iter().map(|run| run.lot.vintage.to_string()).collect())),
        ("period", disclosure.period_words()),
        ("registry", list(runs.iter().map(|run| run.lot.registry.clone()).collect())),
    ];
    let of = |name: &str| {
        let said = values.iter().chain(further).find(|(known, _)| *known == name);
        said.map(|(_, value)| Some(value.clone())).or_else(|| {
            let id = FigureId::from_key(name)?;
            Some(disclosure.figures.get(&id).map(|value| value.to_string()))
        })
    };
    Ok(fill(FILE, template, of)?.unwrap_or_default())
}

/// The Standard's approved statement (§7.2); only where every certificate retired for the year carries tCO2e.
pub fn standard(disclosure: &Disclosure) -> Result<Option<String>, ReportError> {
    if disclosure.figure(Name::Tco2e).is_none() {
        return Ok(None);
    }
    let retired = disclosure.known.year.netting.retired.total().to_string();
    filled(template("standard", false)?, disclosure, &[], &[("mass_kg", retired)]).map(Some)
}

fn template(key: &str, has_link: bool) -> Result<&'static str, ReportError> {
    let text = assets::claim_texts()?.text.iter().find(|text| text.key == key);
    let text = text.ok_or_else(|| ReportError::damaged(FILE, format!("“{key}” is missing")))?;
    Ok(text.text_without_link.as_deref().filter(|_| !has_link).unwrap_or(&text.text))
}
