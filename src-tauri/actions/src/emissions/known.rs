//! What the emissions of a year are made of, read from the workspace.

use super::assigned::assignments;
use super::settings::{Stored, stored};
use crate::ActionError;
use planner_core::emission::{Basis, Known, Pinned, ReusedShipment, YearEmissions};
use planner_core::figure::YearFigures;
use planner_core::mass::Mass;
use planner_core::requirement::{LineGroup, NewMass, new_mass, range, shares};
use planner_core::shipment::{Shipment, Shipments};
use planner_store::{Connection, emissions};
use std::collections::BTreeMap;

/// The emissions of a year; nothing while they are off.
pub(crate) async fn of_year(
    connection: &mut Connection,
    figures: &YearFigures,
) -> Result<Option<YearEmissions>, ActionError> {
    let settings = stored(connection).await?;
    if !settings.is_on {
        return Ok(None);
    }
    let known = Known {
        activity: pinned(connection, &settings, Basis::Activity).await?,
        spend: pinned(connection, &settings, Basis::Spend).await?,
        masses: masses(&figures.groups),
        priced: emissions::priced(connection, figures.year, figures.entity.as_deref()).await?,
        shipments: reused(&figures.shipments),
        energy: emissions::energy(connection, figures.year).await?,
        dollars: settings.dollars.clone(),
    };
    let too_large = || {
        let message = format!("The emissions of {} are too large to be computed.", figures.year);
        ActionError::new("too_large", message)
    };
    YearEmissions::of(&known).map(Some).ok_or_else(too_large)
}

async fn pinned(
    connection: &mut Connection,
    settings: &Stored,
    basis: Basis,
) -> Result<Option<Pinned>, ActionError> {
    let Some(number) = settings.sets.get(&basis) else { return Ok(None) };
    let set = emissions::sets(connection).await?.into_iter().find(|set| set.number == *number);
    let Some(set) = set else { return Ok(None) };
    let own = settings.assigned.get(&basis).cloned().unwrap_or_default();
    let factors = emissions::factors(connection, *number).await?;
    Ok(Some(Pinned { set, factors, assignments: assignments(basis, &own)? }))
}

/// New hardware by category, each with its share of the range of the whole.
fn masses(groups: &[LineGroup]) -> Vec<(Option<String>, NewMass)> {
    let mut parts: BTreeMap<Option<String>, Vec<&LineGroup>> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.condition.counts_as_new()) {
        parts.entry(group.category.clone()).or_default().push(group);
    }
    let ranges: Vec<NewMass> = parts.values().map(|groups| range(groups.iter().copied())).collect();
    parts.into_keys().zip(shares(new_mass(groups), &ranges)).collect()
}

fn reused(shipments: &Shipments) -> Vec<ReusedShipment> {
    let name = |one: &Shipment| one.batch.clone().or_else(|| one.provider.clone()).unwrap_or_default();
    let of = |one: &Shipment| {
        let mut restored: BTreeMap<Option<String>, Mass> = BTreeMap::new();
        for row in &one.rows {
            let mass = shipments.policy.restored(row.sent, row.restored, row.outcome);
            let sum = restored.entry(row.category.clone()).or_default();
            *sum = *sum + mass;
        }
        ReusedShipment { shipment: name(one), restored: restored.into_iter().collect() }
    };
    shipments.shipments.iter().map(of).collect()
}
