//! The plan of the coming years: scenarios kept by name, planned anew from what the workspace knows.

mod actual;
mod drivers;
mod export;
mod kept;
mod known;
mod scenario;
mod show;
mod solver;
mod words;

pub use actual::plan_actual;
pub use export::export_plan;
pub(crate) use kept::KeptPlans;
pub use scenario::{adopt_plan, delete_plan, keep_plan, list_plans, name_plan, plan_line, refresh_plan};
pub use solver::solve as solve_programme;

use crate::views::plan::{PlanLot, PlanOutlook, PlanRequest, PlanView};
use crate::{ActionError, Workspace};
use drivers::Resolved;
use known::Read;
use planner_core::ledger::lot::Origin;
use planner_core::plan::driver::Drivers;
use planner_core::plan::known::Known;
use planner_core::plan::{Plan, PlanError, range, sensitivity};
use planner_store::Connection;
use planner_store::scenarios::{self, Scenario};
use std::collections::BTreeMap;

impl From<PlanError> for ActionError {
    fn from(error: PlanError) -> Self {
        Self::new("plan_refused", format!("No plan: {error}."))
    }
}

/// A plan with everything it was made of.
pub(crate) struct Made {
    pub scenario: Option<Scenario>,
    pub known: Known,
    pub resolved: Resolved,
    pub plan: Plan,
    pub facts: BTreeMap<String, String>,
    pub entities: Vec<String>,
    pub lots: Vec<PlanLot>,
}

/// Plans what a request asks for.
pub(crate) async fn make(
    connection: &mut Connection,
    request: &PlanRequest,
    workspace: &Workspace,
) -> Result<Made, ActionError> {
    let scenario = match &request.scenario {
        Some(name) => Some(named(connection, name).await?),
        None => None,
    };
    let mut said = scenario.as_ref().map(|one| one.drivers.clone()).unwrap_or_default();
    said.extend(request.drivers.clone());
    said.retain(|_, value| !value.trim().is_empty());
    let (kept, today) = (&workspace.kept_plans, workspace.today);
    let whole = kept.read(connection, None, today).await?;
    let entities = whole.entities();
    let facts = whole.facts();
    let read = match request.entity.as_deref() {
        None => whole,
        Some(entity) if entities.iter().any(|known| known == entity) => {
            kept.read(connection, Some(entity), today).await?
        }
        Some(other) => return Err(unknown_entity(other, &entities)),
    };
    let resolved = drivers::resolve(&read, &said)?;
    let drivers = &resolved.drivers;
    if let Some(other) = drivers.of_entities().find(|one| !entities.contains(one)) {
        return Err(unknown_entity(other, &entities));
    }
    let lots = own_lots(&read, drivers)?;
    let known = read.known(resolved.years_on, drivers);
    let plan = planner_core::plan::plan(&known, drivers, &solver::solve)?;
    Ok(Made { scenario, known, resolved, plan, facts, entities, lots })
}

fn unknown_entity(other: &str, entities: &[String]) -> ActionError {
    let known = if entities.is_empty() { "none".into() } else { entities.join(", ") };
    let message = format!("No hardware of an entity “{other}” is known. Entities: {known}.");
    ActionError::new("unknown_entity", message)
}

/// Own lots that can be held or sold, each with what the plan does; a choice for any other lot is refused.
fn own_lots(read: &Read, drivers: &Drivers) -> Result<Vec<PlanLot>, ActionError> {
    let is_own = |id: &str| read.ledger.lot(id).is_ok_and(|one| one.lot.origin == Origin::SelfGenerated);
    if let Some(id) = drivers.lots.keys().find(|id| !is_own(id)) {
        let stock = read.own_stock();
        let own: Vec<&str> = stock.iter().map(|(lot, _)| lot.id.as_str()).collect();
        let known =
            if own.is_empty() { "There is none.".into() } else { format!("There is {}.", own.join(", ")) };
        let message = format!("“{id}” is no own lot, and only own ones are held or sold by a plan. {known}");
        return Err(ActionError::new("unknown_lot", message));
    }
    Ok(read.own_stock().into_iter().map(|(lot, units)| show::lot(lot, units, drivers)).collect())
}

/// The scenario of a name, or a refusal that names the ones there are.
pub(crate) async fn named(connection: &mut Connection, name: &str) -> Result<Scenario, ActionError> {
    if let Some(scenario) = scenarios::find(connection, name).await? {
        return Ok(scenario);
    }
    let all: Vec<String> = scenarios::all(connection).await?.into_iter().map(|one| one.name).collect();
    let known = if all.is_empty() {
        "There is none yet; make one first.".into()
    } else {
        format!("There is {}.", all.join(", "))
    };
    Err(ActionError::new("unknown_scenario", format!("No scenario is called “{name}”. {known}")))
}

/// A plan.
pub async fn plan(workspace: &Workspace, request: &PlanRequest) -> Result<PlanView, ActionError> {
    let mut read = workspace.store.read().await?;
    Ok(show::view(&make(&mut read, request, workspace).await?, request))
}

/// What moves its cost, and how far its mass may lie apart.
pub async fn plan_outlook(workspace: &Workspace, request: &PlanRequest) -> Result<PlanOutlook, ActionError> {
    let mut read = workspace.store.read().await?;
    let made = make(&mut read, request, workspace).await?;
    let drivers = &made.resolved.drivers;
    let swings = sensitivity::swings(&made.known, drivers, &solver::solve)?;
    let range = range::range(&made.known, drivers, &solver::solve)?;
    Ok(show::outlook(&swings, &range))
}

/// All kept scenarios side by side.
pub async fn compare_plans(
    workspace: &Workspace,
    entity: Option<&str>,
) -> Result<Vec<PlanView>, ActionError> {
    let mut read = workspace.store.read().await?;
    let mut views = Vec::new();
    for scenario in scenarios::all(&mut read).await? {
        let entity = entity.map(str::to_owned);
        let request = PlanRequest { scenario: Some(scenario.name), entity, ..PlanRequest::default() };
        views.push(show::view(&make(&mut read, &request, workspace).await?, &request));
    }
    Ok(views)
}
