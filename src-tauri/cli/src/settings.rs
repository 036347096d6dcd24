//! Settings as they are and as they are asked to be.

use crate::arguments::settings::{
    EntityArguments, SettingsArguments, SettingsCommand, TargetArguments, YearArguments,
};
use crate::run::{Answer, shown};
use planner_actions::views::entities::{EntitiesView, EntityRequest};
use planner_actions::views::target::{TargetRequest, TargetView};
use planner_actions::views::workspace::{Money, RateSetting, Settings, YearSettings};
use planner_actions::{
    ActionError, Workspace, coverage_target, entities, remove_entity, save_coverage_target, save_entity,
    save_settings, save_year_settings, settings, year_settings,
};

/// Shows settings, or sets what is named.
pub(crate) async fn act(workspace: &Workspace, command: SettingsCommand) -> Result<Answer, ActionError> {
    match command {
        SettingsCommand::Target(arguments) => shown(target(workspace, arguments).await?),
        SettingsCommand::Settings(arguments) => shown(organisation(workspace, arguments).await?),
        SettingsCommand::Entity(arguments) => shown(entity(workspace, arguments).await?),
        SettingsCommand::Year(arguments) => shown(year(workspace, arguments).await?),
        SettingsCommand::Lock { year } => shown(planner_actions::lock_year(workspace, year).await?),
        SettingsCommand::Unlock { year, because } => {
            shown(planner_actions::unlock_year(workspace, year, &because).await?)
        }
    }
}

/// The organisation's settings, after what is named was set.
pub async fn organisation(workspace: &Workspace, asked: SettingsArguments) -> Result<Settings, ActionError> {
    let before = settings(workspace).await?;
    let mut after = before.clone();
    put(&mut after.organisation, asked.organisation);
    put(&mut after.fiscal_year_start_month, asked.fiscal_year_start);
    put(&mut after.target_percent, asked.target);
    put(&mut after.restoration_policy, asked.policy);
    put(&mut after.default_scope3_category, asked.scope3);
    put(&mut after.report_persons, asked.persons);
    set(&mut after.capitalisation_threshold, asked.threshold, asked.no_threshold);
    set(&mut after.capitalisation_currency, asked.threshold_currency, asked.no_threshold);
    let into = after.capitalisation_currency.clone().unwrap_or_default();
    let is_of =
        |one: &RateSetting, from: &str, on: &str| one.from == from && one.into == into && one.on == on;
    for (from, on) in asked.no_rates {
        after.rates.retain(|one| !is_of(one, &from, &on));
    }
    for (from, rate, on) in asked.rates {
        after.rates.retain(|one| !is_of(one, &from, &on));
        after.rates.push(RateSetting { from, into: into.clone(), on, rate });
    }
    if after == before { Ok(before) } else { save_settings(workspace, &after).await }
}

/// The entities, after what is named of one was set.
pub async fn entity(workspace: &Workspace, asked: EntityArguments) -> Result<EntitiesView, ActionError> {
    let before = entities(workspace).await?;
    let Some(name) = asked.name else { return Ok(before) };
    if asked.remove {
        return remove_entity(workspace, &name).await;
    }
    let known = before.entities.into_iter().find(|one| one.name == name);
    let (country, identifier, mut aliases) =
        known.map_or_else(Default::default, |one| (one.country, one.identifier, one.aliases));
    aliases.retain(|one| !asked.no_aliases.contains(one));
    aliases.extend(asked.aliases);
    let (country, identifier) = (asked.country.or(country), asked.identifier.or(identifier));
    save_entity(workspace, &EntityRequest { name, country, identifier, aliases }).await
}

/// The settings of a year, after what is named was set.
pub async fn year(workspace: &Workspace, asked: YearArguments) -> Result<YearSettings, ActionError> {
    let before = year_settings(workspace, asked.year).await?;
    let mut after = before.clone();
    set(&mut after.target_percent, asked.target, asked.no_target);
    set(&mut after.closes_on, asked.closes_on, asked.no_closing_day);
    let budget = asked.budget.zip(asked.currency).map(|(amount, currency)| Money { amount, currency });
    set(&mut after.budget, budget, asked.no_budget);
    if after == before { Ok(before) } else { save_year_settings(workspace, &after).await }
}

/// The coverage target, after what is named was set; an empty value takes one away.
pub async fn target(workspace: &Workspace, asked: TargetArguments) -> Result<TargetView, ActionError> {
    let before = coverage_target(workspace).await?;
    let request = TargetRequest {
        base_year: asked.base_year.clone().or(before.base_year.map(|year| year.to_string())),
        set_on: asked.set_on.clone().or(before.set_on.clone()),
        wording: asked.wording.clone().or(before.wording.clone()),
        path: asked.set.into_iter().collect(),
    };
    let names_none = asked.base_year.is_none() && asked.set_on.is_none() && asked.wording.is_none();
    if names_none && request.path.is_empty() {
        return Ok(before);
    }
    save_coverage_target(workspace, &request).await
}

fn put<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn set<T>(place: &mut Option<T>, value: Option<T>, is_taken_away: bool) {
    if value.is_some() || is_taken_away {
        *place = value;
    }
}
