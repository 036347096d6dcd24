//! The plan as a workbook.

use super::{make, solver};
use crate::output::one_file;
use crate::views::disclosure::Exported;
use crate::views::plan::PlanRequest;
use crate::{ActionError, Workspace};
use planner_core::plan::range;
use planner_core::plan::sensitivity::{self, Lever};
use planner_sheets::workbook::plan::{Beside, Moved, PlanBook, plan_workbook};
use planner_store::scenarios;
use std::path::Path;

/// Writes a plan with its drivers, formulas, all scenarios and what moves the cost.
pub async fn export_plan(
    workspace: &Workspace,
    request: &PlanRequest,
    out: &Path,
) -> Result<Exported, ActionError> {
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        let message =
            format!("The plan is a workbook: name a file that ends in .xlsx, not {}.", out.display());
        return Err(ActionError::new("unknown_format", message));
    }
    let mut read = workspace.store.read().await?;
    let made = make(&mut read, request, workspace).await?;
    if request.entity.is_none() && !made.resolved.drivers.refurbished_by_entity.is_empty() {
        let message = "Single entities have a refurbished share of their own in this plan, which one column of drivers cannot say. Export the plan of each entity.";
        return Err(ActionError::new("drivers_of_entities", message));
    }
    let mut beside = Vec::new();
    for scenario in scenarios::all(&mut read).await? {
        let entity = request.entity.clone();
        let other = PlanRequest { scenario: Some(scenario.name.clone()), entity, ..PlanRequest::default() };
        let plan = make(&mut read, &other, workspace).await?.plan;
        let years =
            plan.years.iter().map(|year| (year.year, year.needed.mid, year.to_buy, year.cost)).collect();
        beside.push(Beside { name: scenario.name, years });
    }
    let drivers = &made.resolved.drivers;
    let swings = sensitivity::swings(&made.known, drivers, &solver::solve)?;
    let moved = swings.iter().map(|one| Moved {
        name: name(one.lever),
        lower: one.lower.cost,
        higher: one.higher.cost,
    });
    let book = PlanBook {
        name: made.scenario.as_ref().map_or("History alone", |one| one.name.as_str()),
        created: workspace.today,
        known: &made.known,
        drivers,
        plan: &made.plan,
        beside: &beside,
        base: range::range(&made.known, drivers, &solver::solve)?.mid.cost,
        moved: &moved.collect::<Vec<_>>(),
    };
    let written = one_file(workspace, out, &[], plan_workbook(&book)?)?;
    Ok(Exported { files: vec![written], chain_head: None })
}

fn name(lever: Lever) -> String {
    let step = lever.step();
    match lever {
        Lever::Refurbished => format!("Refurbished, {step} points"),
        Lever::Price => format!("Price, {step} %"),
        Lever::Yield => format!("Yield, {step} points"),
        Lever::Growth => format!("Hardware growth, {step} point a year"),
        Lever::Weight => format!("Weight per device, {step} point a year"),
    }
}
