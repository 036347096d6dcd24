//! Commands about emissions.

use crate::arguments::emissions::{EmissionsStep, EnergyArguments, UseArguments};
use crate::run::{Answer, shown};
use planner_actions::views::emissions::{EmissionSettings, EnergyRequest};
use planner_actions::{ActionError, Workspace, save_emission_settings};

pub async fn emissions(workspace: &Workspace, step: EmissionsStep) -> Result<Answer, ActionError> {
    let turned = |is_on| EmissionSettings { is_on: Some(is_on), ..EmissionSettings::default() };
    match step {
        EmissionsStep::Show { year, entity } => {
            shown(planner_actions::emissions(workspace, year, entity.as_deref()).await?)
        }
        EmissionsStep::On => shown(save_emission_settings(workspace, &turned(true)).await?),
        EmissionsStep::Off => shown(save_emission_settings(workspace, &turned(false)).await?),
        EmissionsStep::Import { file, version, year } => {
            shown(planner_actions::import_factors(workspace, &file, version.as_deref(), year).await?)
        }
        EmissionsStep::Undo { set } => shown(planner_actions::undo_factors(workspace, &set).await?),
        EmissionsStep::Sets => shown(planner_actions::factor_sets(workspace).await?),
        EmissionsStep::Factors { set, search } => {
            shown(planner_actions::factors(workspace, set.as_deref(), search.as_deref()).await?)
        }
        EmissionsStep::Use(UseArguments { set, dollars, activity, spend }) => {
            let request = EmissionSettings {
                is_on: None,
                set,
                dollars: dollars.into_iter().collect(),
                activity: activity.into_iter().collect(),
                spend: spend.into_iter().collect(),
            };
            shown(save_emission_settings(workspace, &request).await?)
        }
        EmissionsStep::Energy(arguments) => energy(workspace, arguments).await,
    }
}

async fn energy(workspace: &Workspace, arguments: EnergyArguments) -> Result<Answer, ActionError> {
    if let Some(position) = arguments.remove {
        return shown(planner_actions::remove_energy(workspace, arguments.year, position).await?);
    }
    let request = EnergyRequest {
        year: arguments.year,
        name: arguments.name.unwrap_or_default(),
        amount: arguments.amount.unwrap_or_default(),
        unit: arguments.unit.unwrap_or_default(),
        factor: arguments.factor,
        kgco2e: arguments.kgco2e,
        source: arguments.source,
    };
    shown(planner_actions::add_energy(workspace, &request).await?)
}
