//! Scenarios: made, changed, renamed, copied, brought up to date, adopted, deleted.

use super::{make, named};
use crate::numbers::given;
use crate::views::orders::OrderRequest;
use crate::views::plan::{PlanRequest, ScenarioView};
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_core::plan::actual::adopted;
use planner_store::scenarios::{self, Scenario};
use planner_store::{Connection, Write, adopted_years, journal, ledger as stored};
use std::collections::BTreeMap;

fn view(scenario: Scenario) -> ScenarioView {
    ScenarioView {
        name: scenario.name,
        made_on: scenario.made_on.to_string(),
        event: scenario.event,
        adopted_on: scenario.adopted_on.map(|day| day.to_string()),
        drivers: scenario.drivers,
    }
}

async fn listed(connection: &mut Connection) -> Result<Vec<ScenarioView>, ActionError> {
    Ok(scenarios::all(connection).await?.into_iter().map(view).collect())
}

/// Writes what was done into the chain, and answers all scenarios.
async fn done(
    mut write: Write,
    workspace: &Workspace,
    summary: String,
) -> Result<Vec<ScenarioView>, ActionError> {
    journal::record(&mut write, workspace.today, Entry::new(Act::Planned, summary)).await?;
    let scenarios = listed(&mut write).await?;
    write.commit().await?;
    Ok(scenarios)
}

/// All scenarios, in the order in which they were made.
pub async fn list_plans(workspace: &Workspace) -> Result<Vec<ScenarioView>, ActionError> {
    let mut read = workspace.store.read().await?;
    listed(&mut read).await
}

fn name_of(text: &str) -> Result<String, ActionError> {
    given(Some(text)).ok_or_else(|| ActionError::request("Give the scenario a name."))
}

async fn refuse_taken(connection: &mut Connection, name: &str, but: i64) -> Result<(), ActionError> {
    match scenarios::find(connection, name).await? {
        Some(other) if other.number != but => Err(ActionError::new(
            "scenario_exists",
            format!(
                "A scenario is called “{}” already. Choose another name, or change that one.",
                other.name
            ),
        )),
        _ => Ok(()),
    }
}

/// Keeps a scenario under a name with these drivers over its own: a new one where there is none. A driver with an empty
/// value takes the history's again.
pub async fn keep_plan(
    workspace: &Workspace,
    name: &str,
    changes: &BTreeMap<String, String>,
    is_new: bool,
) -> Result<Vec<ScenarioView>, ActionError> {
    let mut write = workspace.store.write().await?;
    let name = name_of(name)?;
    let found = if is_new {
        refuse_taken(&mut write, &name, 0).await?;
        None
    } else {
        Some(named(&mut write, &name).await?)
    };
    let mut drivers = found.as_ref().map(|one| one.drivers.clone()).unwrap_or_default();
    drivers.extend(changes.iter().map(|(key, value)| (key.clone(), value.trim().to_owned())));
    drivers.retain(|_, value| !value.is_empty());
    let summary = format!("{} {name}", if is_new { "made scenario" } else { "changed the drivers of" });
    // Planned once, so that nothing is kept that could not be.
    let request = PlanRequest { drivers: drivers.clone(), ..PlanRequest::default() };
    let made = make(&mut write, &request, workspace).await?;
    match found {
        Some(found) => scenarios::put(&mut write, &Scenario { drivers, ..found }).await?,
        None => {
            let (event, _) = stored::head(&mut write).await?;
            let scenario = Scenario {
                number: 0,
                name,
                made_on: workspace.today,
                event,
                adopted_on: None,
                drivers,
                facts: made.facts,
            };
            scenarios::add(&mut write, &scenario).await?;
        }
    }
    done(write, workspace, summary).await
}

/// Gives a scenario another name, or copies it under one with the facts it began from; the plan of record stays the one
/// that was adopted.
pub async fn name_plan(
    workspace: &Workspace,
    name: &str,
    new: &str,
    is_copy: bool,
) -> Result<Vec<ScenarioView>, ActionError> {
    let mut write = workspace.store.write().await?;
    let found = named(&mut write, name).await?;
    let new = name_of(new)?;
    refuse_taken(&mut write, &new, if is_copy { 0 } else { found.number }).await?;
    let verb = if is_copy { "copied" } else { "renamed" };
    let summary = format!("{verb} {} to {new}", found.name);
    let named = Scenario { name: new, ..found };
    if is_copy {
        scenarios::add(&mut write, &Scenario { adopted_on: None, ..named }).await?;
    } else {
        scenarios::put(&mut write, &named).await?;
    }
    done(write, workspace, summary).await
}

/// Takes the facts of today for a scenario that is stale.
pub async fn refresh_plan(workspace: &Workspace, name: &str) -> Result<Vec<ScenarioView>, ActionError> {
    let mut write = workspace.store.write().await?;
    let found = named(&mut write, name).await?;
    let request = PlanRequest { scenario: Some(found.name.clone()), ..PlanRequest::default() };
    let made = make(&mut write, &request, workspace).await?;
    let (event, _) = stored::head(&mut write).await?;
    let summary = format!("took the facts of the day for {}", found.name);
    let fresh = Scenario { made_on: workspace.today, event, facts: made.facts, ..found };
    scenarios::put(&mut write, &fresh).await?;
    done(write, workspace, summary).await
}

/// Makes a scenario the plan of record, and keeps what it says of the years to come.
pub async fn adopt_plan(workspace: &Workspace, name: &str) -> Result<Vec<ScenarioView>, ActionError> {
    let mut write = workspace.store.write().await?;
    let found = named(&mut write, name).await?;
    let summary = format!("adopted {}", found.name);
    scenarios::adopt(&mut write, found.number, workspace.today).await?;
    let request = PlanRequest { scenario: Some(found.name.clone()), ..PlanRequest::default() };
    let made = make(&mut write, &request, workspace).await?;
    let drivers = &made.resolved.drivers;
    let money = (!drivers.prices.is_empty(), drivers.currency.as_str());
    adopted_years::add(&mut write, &adopted(&made.plan, &found.name, workspace.today, money)).await?;
    done(write, workspace, summary).await
}

/// Takes a scenario away; the plan of record stays.
pub async fn delete_plan(workspace: &Workspace, name: &str) -> Result<Vec<ScenarioView>, ActionError> {
    let mut write = workspace.store.write().await?;
    let found = named(&mut write, name).await?;
    if found.adopted_on.is_some() {
        let message = format!("“{}” is the plan of record. Adopt another one first.", found.name);
        return Err(ActionError::new("scenario_is_adopted", message));
    }
    let summary = format!("deleted {}", found.name);
    scenarios::delete(&mut write, found.number).await?;
    done(write, workspace, summary).await
}

/// The order that carries out a line of a plan; its seller is left to say.
pub async fn plan_line(
    workspace: &Workspace,
    name: &str,
    year: i32,
    vintage: Option<i32>,
) -> Result<OrderRequest, ActionError> {
    let mut read = workspace.store.read().await?;
    let scenario = named(&mut read, name).await?.name;
    let request = PlanRequest { scenario: Some(scenario.clone()), ..PlanRequest::default() };
    let made = make(&mut read, &request, workspace).await?;
    let lines = made.plan.years.iter().filter(|one| one.year == year).flat_map(|one| &one.purchases);
    let lines: Vec<_> = lines.filter(|line| vintage.is_none_or(|vintage| line.vintage == vintage)).collect();
    let line = match lines.as_slice() {
        [line] => line,
        [] => {
            let message =
                format!("“{scenario}” buys nothing of that in {year}. `itec plan show` lists what it buys.");
            return Err(ActionError::new("no_plan_line", message));
        }
        several => {
            let vintages: Vec<String> = several.iter().map(|line| line.vintage.to_string()).collect();
            let message =
                format!("“{scenario}” buys several vintages in {year}: {}. Name one.", vintages.join(", "));
            return Err(ActionError::new("several_plan_lines", message));
        }
    };
    let drivers = &made.resolved.drivers;
    let priced = !drivers.prices.is_empty() && !drivers.currency.is_empty();
    Ok(OrderRequest {
        vintage_from: line.vintage,
        quantity: line.quantity,
        unit_price: priced.then(|| line.price.normalize().to_string()),
        currency: priced.then(|| drivers.currency.clone()),
        scenario: Some(scenario),
        plan_year: Some(year),
        ..OrderRequest::default()
    })
}
