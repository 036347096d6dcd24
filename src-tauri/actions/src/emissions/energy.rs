//! What restoring the hardware of a year used up: EC and EF of the Standard's project emissions.

use super::settings::stored;
use crate::numbers::{amount, given};
use crate::views::emissions::{EnergyRequest, EnergyView};
use crate::{ActionError, Workspace};
use planner_core::emission::{Basis, Energy, Factor, written};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::LedgerError;
use planner_core::ledger::year::Difference;
use planner_core::year::reporting_year;
use planner_store::{Connection, Write, emissions, journal, ledger as ledger_store};
use rust_decimal::Decimal;

/// Keeps what was used up in a year; its factor is one of the set for mass and energy, or said with its source.
pub async fn add_energy(
    workspace: &Workspace,
    request: &EnergyRequest,
) -> Result<Vec<EnergyView>, ActionError> {
    let year = reporting_year(request.year)?;
    let mut write = workspace.store.write().await?;
    refuse_locked(&mut write, year).await?;
    let say =
        |what: &str| ActionError::request(format!("Say {what} of what restoring the hardware used up."));
    let unit = given(Some(&request.unit)).ok_or_else(|| say("the unit"))?;
    let (kgco2e, source) = factor(&mut write, request, &unit).await?;
    let energy = Energy {
        name: given(Some(&request.name)).ok_or_else(|| say("the name"))?,
        amount: amount("amount", &request.amount)?,
        unit,
        kgco2e,
        source,
    };
    if energy.emissions().is_none() {
        return Err(ActionError::request(format!("The amount {} is too large.", energy.amount)));
    }
    let position = emissions::add_energy(&mut write, year, &energy).await?;
    done(write, workspace, year, (position, None, Some(words(&energy)))).await
}

/// Takes away what was used up at a position of a year.
pub async fn remove_energy(
    workspace: &Workspace,
    year: i32,
    position: i64,
) -> Result<Vec<EnergyView>, ActionError> {
    let year = reporting_year(year)?;
    let mut write = workspace.store.write().await?;
    refuse_locked(&mut write, year).await?;
    let before = emissions::energy(&mut write, year).await?;
    let Some((_, energy)) = before.iter().find(|(one, _)| *one == position) else {
        let message =
            format!("{year} has nothing at {position}. `itec emissions show --year {year}` lists it.");
        return Err(ActionError::new("unknown_energy", message));
    };
    emissions::remove_energy(&mut write, year, position).await?;
    done(write, workspace, year, (position, Some(words(energy)), None)).await
}

async fn refuse_locked(connection: &mut Connection, year: i32) -> Result<(), ActionError> {
    if ledger_store::load(connection).await?.is_locked(year) {
        return Err(LedgerError::YearLocked { year }.into());
    }
    Ok(())
}

async fn done(
    mut write: Write,
    workspace: &Workspace,
    year: i32,
    (position, old, new): (i64, Option<String>, Option<String>),
) -> Result<Vec<EnergyView>, ActionError> {
    let change = Difference { figure: format!("energy.{position}"), old, new };
    let entry = Entry::new(Act::YearChanged, "").of_year(year).changing(vec![change]);
    journal::record(&mut write, workspace.today, entry).await?;
    let views = views(&emissions::energy(&mut write, year).await?);
    write.commit().await?;
    Ok(views)
}

fn words(energy: &Energy) -> String {
    let Energy { name, amount, unit, kgco2e, source } = energy;
    format!("{name}: {amount} {unit} × {kgco2e} kgCO2e ({source})")
}

pub(super) fn views(energy: &[(i64, Energy)]) -> Vec<EnergyView> {
    let view = |(position, one): &(i64, Energy)| EnergyView {
        position: *position,
        name: one.name.clone(),
        amount: one.amount.to_string(),
        unit: one.unit.clone(),
        factor_kgco2e: one.kgco2e.to_string(),
        source: one.source.clone(),
        kgco2e: one.emissions().map(|sum| written(sum).to_string()).unwrap_or_default(),
    };
    energy.iter().map(view).collect()
}

/// The factor of what was used up, and where it is from.
async fn factor(
    connection: &mut Connection,
    request: &EnergyRequest,
    unit: &str,
) -> Result<(Decimal, String), ActionError> {
    let own = given(request.kgco2e.as_deref()).map(|text| amount("factor", &text)).transpose()?;
    match (given(request.factor.as_deref()), own, given(request.source.as_deref())) {
        (None, Some(kgco2e), Some(source)) => Ok((kgco2e, source)),
        (Some(name), None, None) => published(connection, &name, unit).await,
        _ => Err(ActionError::request(
            "Name a factor of the set for mass and energy, or say the kgCO2e of one unit and where that is from.",
        )),
    }
}

async fn published(
    connection: &mut Connection,
    name: &str,
    unit: &str,
) -> Result<(Decimal, String), ActionError> {
    let number = stored(connection).await?.sets.get(&Basis::Activity).copied();
    let sets = emissions::sets(connection).await?;
    let set = number.and_then(|number| sets.into_iter().find(|set| set.number == number)).ok_or_else(|| {
        let message = "No set of factors for mass and energy is in use. Import one first, or say the kgCO2e of one unit and its source.";
        ActionError::new("no_factor_set", message)
    })?;
    let factors = emissions::factors(connection, set.number).await?;
    let is_named = |factor: &&Factor| {
        factor.unit.eq_ignore_ascii_case(unit)
            && (factor.name == name || factor.name.ends_with(&format!(" · {name}")))
    };
    let found: Vec<&Factor> = factors.iter().filter(is_named).collect();
    let full = |one: &&Factor| format!("{} / {}", one.sheet, one.name);
    match found.as_slice() {
        [one] => Ok((one.kgco2e, format!("{}, {}!{}{}", set.label(), one.sheet, one.column, one.row))),
        [] => {
            let message = format!(
                "“{name}” a {unit} is not in {}. `itec emissions factors --search {unit}` lists what is.",
                set.id()
            );
            Err(ActionError::new("unknown_factor", message))
        }
        [first, rest @ ..] if rest.iter().all(|one| one.kgco2e == first.kgco2e) => {
            Ok((first.kgco2e, format!("{}, {}!{}{}", set.label(), first.sheet, first.column, first.row)))
        }
        several => {
            let names: Vec<String> = several.iter().map(full).collect();
            let message =
                format!("“{name}” is the name of several factors: {}. Give the full name.", names.join("; "));
            Err(ActionError::new("several_factors", message))
        }
    }
}
