//! The coverage target: its path by year stands with the years, the rest with the settings.

use super::{Organisation, every_value};
use crate::numbers::{date, given, percentage};
use crate::views::target::{TargetRequest, TargetView, TargetYear};
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_core::target::CoverageTarget;
use planner_core::year::reporting_year;
use planner_store::settings::ReportingYear;
use planner_store::{Connection, journal, settings as stored};
use std::collections::BTreeMap;

const BASE_YEAR: &str = "coverage_target_base_year";
const SET_ON: &str = "coverage_target_set_on";
const WORDING: &str = "coverage_target_wording";

/// Years that a path is shown for from this one on, and longer where it goes further.
const YEARS_SHOWN: i32 = 5;

pub(super) fn stored(values: &BTreeMap<String, String>) -> CoverageTarget {
    CoverageTarget {
        base_year: values.get(BASE_YEAR).and_then(|text| text.parse().ok()),
        set_on: values.get(SET_ON).and_then(|text| text.parse().ok()),
        wording: values.get(WORDING).cloned(),
    }
}

/// The coverage target with its path by year.
pub async fn coverage_target(workspace: &Workspace) -> Result<TargetView, ActionError> {
    let mut read = workspace.store.read().await?;
    view(&mut read, workspace).await
}

async fn view(connection: &mut Connection, workspace: &Workspace) -> Result<TargetView, ActionError> {
    let organisation = Organisation::load(connection).await?;
    let this_year = organisation.fiscal_year_start.reporting_year(workspace.today);
    let set = organisation.years.iter().filter(|one| one.target_percent.is_some()).map(|one| one.year);
    let (first, last) = set.clone().fold((this_year, this_year + YEARS_SHOWN - 1), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    let path = (first..=last).map(|year| {
        let own = organisation.year(year).and_then(|one| one.target_percent);
        TargetYear {
            year,
            percent: organisation.target(year).normalize().to_string(),
            is_set: own.is_some(),
            is_locked: organisation.at_lock.contains_key(&year),
        }
    });
    let target = &organisation.coverage_target;
    Ok(TargetView {
        base_year: target.base_year,
        set_on: target.set_on.map(|day| day.to_string()),
        wording: target.wording.clone(),
        target_percent: organisation.target_percent.normalize().to_string(),
        path: path.collect(),
    })
}

/// Keeps the target. A year of the path that is not named keeps its share; one with an empty share takes the
/// organisation's again.
pub async fn save_coverage_target(
    workspace: &Workspace,
    request: &TargetRequest,
) -> Result<TargetView, ActionError> {
    let mut write = workspace.store.write().await?;
    let before = every_value(&mut write).await?;
    let organisation = Organisation::load(&mut write).await?;
    let base_year = given(request.base_year.as_deref()).map(|text| year_of(&text)).transpose()?;
    let set_on =
        given(request.set_on.as_deref()).map(|text| date("day the target was set", &text)).transpose()?;
    if let Some(day) = set_on.filter(|day| *day > workspace.today) {
        return Err(ActionError::request(format!("The target was set on {day}, which is still to come.")));
    }
    for (key, value) in [
        (BASE_YEAR, base_year.map(|year| year.to_string())),
        (SET_ON, set_on.map(|day| day.to_string())),
        (WORDING, given(request.wording.as_deref())),
    ] {
        stored::put(&mut write, key, value.as_deref()).await?;
    }
    for (year, share) in &request.path {
        put_share(&mut write, &organisation, *year, share).await?;
    }
    let entry = Entry::new(Act::SettingsChanged, "the coverage target");
    let entry = entry.changing(super::changes(&before, &mut write).await?);
    journal::record(&mut write, workspace.today, entry).await?;
    let answer = view(&mut write, workspace).await?;
    write.commit().await?;
    Ok(answer)
}

fn year_of(text: &str) -> Result<i32, ActionError> {
    let year = text.parse().map_err(|_| ActionError::request(format!("“{text}” is no year.")))?;
    Ok(reporting_year(year)?)
}

async fn put_share(
    connection: &mut Connection,
    organisation: &Organisation,
    year: i32,
    share: &str,
) -> Result<(), ActionError> {
    reporting_year(year)?;
    let target_percent = given(Some(share)).map(|text| percentage("target", &text)).transpose()?;
    let known = organisation.year(year);
    let unset = ReportingYear::unset(year);
    let now = ReportingYear { target_percent, ..known.unwrap_or(&unset).clone() };
    if *known.unwrap_or(&unset) == now {
        return Ok(());
    }
    super::refuse_locked(organisation, &now, known)?;
    Ok(stored::put_reporting_year(connection, &now).await?)
}
