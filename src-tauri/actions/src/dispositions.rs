//! Retired assets of a year: what was sent, restored, issued and is still expected.

use crate::numbers::{kg, percent_text};
use crate::settings::{Organisation, policy_word};
use crate::views::dispositions::{DispositionsView, ProviderRestoration, RestorationView, Shipment};
use crate::{ActionError, Workspace, requirement::YearFigures};
use chrono::NaiveDate;
use planner_core::disposition::{Disposition, Outcome, Restoration, RestorationPolicy};
use planner_core::ledger::Ledger;
use planner_core::ledger::holding::Holding;
use planner_core::ledger::lot::{COVERING_CLASS, Origin};
use planner_core::mass::Mass;
use planner_store::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// Retired assets of a year by shipment, with what was issued for each.
#[derive(Clone, Debug)]
pub(crate) struct Shipments {
    policy: RestorationPolicy,
    shipments: Vec<Rows>,
    /// Own certificates of the year's vintage that name no shipment of it.
    issued_without_shipment: i64,
}

/// Rows that are added up together.
#[derive(Clone, Debug, Default)]
struct Rows {
    batch: Option<String>,
    provider: Option<String>,
    date: Option<NaiveDate>,
    issued: i64,
    rows: Vec<Disposition>,
}

impl Shipments {
    /// Certificates still expected: a forecast, it nets nothing.
    pub fn expected(&self) -> i64 {
        let by_shipment: i64 = self.shipments.iter().map(|one| one.expected(self.policy)).sum();
        (by_shipment - self.issued_without_shipment).max(0)
    }

    fn issued(&self) -> i64 {
        self.shipments.iter().map(|one| one.issued).sum::<i64>() + self.issued_without_shipment
    }
}

impl Rows {
    fn expected(&self, policy: RestorationPolicy) -> i64 {
        restoration(&self.rows, policy).expected(self.issued)
    }
}

fn restoration(rows: &[Disposition], policy: RestorationPolicy) -> Restoration {
    Restoration {
        sent: rows.iter().map(|row| row.sent).sum(),
        restored: rows.iter().map(|row| policy.restored(row.sent, row.restored, row.outcome)).sum(),
        legal_obligation: rows.iter().map(|row| row.legal_obligation).sum(),
    }
}

/// The retired assets of a year by batch, or by provider where they name no batch.
pub(crate) async fn shipments(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    year: i32,
    entity: Option<&str>,
) -> Result<Shipments, ActionError> {
    let rows = planner_store::dispositions::of_year(connection, year).await?;
    let rows =
        rows.into_iter().filter(|row| entity.is_none_or(|entity| row.entity.as_deref() == Some(entity)));
    let mut by_batch: BTreeMap<(Option<String>, Option<String>), Rows> = BTreeMap::new();
    for row in rows {
        let provider = if row.batch.is_some() { None } else { row.provider.clone() };
        let shipment = by_batch.entry((row.batch.clone(), provider)).or_default();
        shipment.batch.clone_from(&row.batch);
        shipment.provider = shipment.provider.take().or_else(|| row.provider.clone());
        shipment.date = shipment.date.max(row.date);
        shipment.rows.push(row);
    }
    let mut shipments: Vec<_> = by_batch.into_values().collect();
    let batches: BTreeSet<String> = shipments.iter().filter_map(|one| one.batch.clone()).collect();
    for shipment in shipments.iter_mut().filter(|one| one.batch.is_some()) {
        shipment.issued = own_lots(ledger, entity)
            .filter(|one| one.lot.facts.batch == shipment.batch)
            .map(|one| one.lot.quantity())
            .sum();
    }
    let elsewhere = own_lots(ledger, entity)
        .filter(|one| one.lot.vintage == year)
        .filter(|one| one.lot.facts.batch.as_ref().is_none_or(|batch| !batches.contains(batch)));
    let issued_without_shipment = elsewhere.map(|one| one.lot.quantity()).sum();
    Ok(Shipments { policy: organisation.policy, shipments, issued_without_shipment })
}

fn own_lots<'a>(ledger: &'a Ledger, entity: Option<&'a str>) -> impl Iterator<Item = &'a Holding> {
    ledger
        .holdings()
        .filter(|one| one.lot.origin == Origin::SelfGenerated && one.lot.class == COVERING_CLASS)
        .filter(move |one| entity.is_none_or(|entity| one.lot.facts.entity.as_deref() == Some(entity)))
}

/// Self-generation of one year.
pub async fn dispositions(workspace: &Workspace, year: i32) -> Result<DispositionsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let asked = (year, None, None);
    let figures = YearFigures::load(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    self_generation(&mut read, &organisation, &ledger, &figures, workspace.today).await
}

/// Self-generation of a year whose figures are at hand, in the same view of the workspace.
pub(crate) async fn self_generation(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    figures: &YearFigures,
    today: NaiveDate,
) -> Result<DispositionsView, ActionError> {
    let year = figures.year;
    let shipments = shipments(connection, organisation, ledger, year, None).await?;
    let rows: Vec<_> = shipments.shipments.iter().flat_map(|one| one.rows.clone()).collect();
    let policy = organisation.policy;
    let netting = figures.netting;
    Ok(DispositionsView {
        year,
        restoration_policy: policy_word(policy).to_owned(),
        total: view(&rows, policy),
        restored_kg_wide: kg(restoration(&rows, RestorationPolicy::Wide).restored),
        issued: shipments.issued(),
        expected: shipments.expected(),
        retired: netting.retired.own,
        held: netting.held.own + netting.reserved.own,
        listed_or_sold: listed_or_sold(ledger, year, today),
        by_provider: by_provider(&rows, policy),
        shipments: shipments.shipments.iter().rev().map(|one| shipment(one, policy)).collect(),
    })
}

fn listed_or_sold(ledger: &Ledger, vintage: i32, today: NaiveDate) -> i64 {
    own_lots(ledger, None)
        .filter(|one| one.lot.vintage == vintage)
        .map(|one| one.units(today))
        .map(|units| units.listed + units.transferred)
        .sum()
}

fn shipment(rows: &Rows, policy: RestorationPolicy) -> Shipment {
    Shipment {
        batch: rows.batch.clone(),
        provider: rows.provider.clone(),
        date: rows.date.map(|date| date.to_string()),
        restoration: view(&rows.rows, policy),
        issued: rows.issued,
        expected: rows.expected(policy),
    }
}

fn by_provider(rows: &[Disposition], policy: RestorationPolicy) -> Vec<ProviderRestoration> {
    let mut providers: BTreeMap<Option<String>, Vec<Disposition>> = BTreeMap::new();
    for row in rows {
        providers.entry(row.provider.clone()).or_default().push(row.clone());
    }
    let mut heaviest: Vec<_> = providers.into_iter().collect();
    heaviest.sort_by_key(|(_, rows)| -restoration(rows, policy).sent);
    heaviest
        .into_iter()
        .map(|(provider, rows)| ProviderRestoration { provider, restoration: view(&rows, policy) })
        .collect()
}

fn view(rows: &[Disposition], policy: RestorationPolicy) -> RestorationView {
    let sums = restoration(rows, policy);
    let of = |outcome: Outcome| -> String {
        let masses = rows.iter().filter(|row| row.outcome == Some(outcome));
        kg(masses.map(|row| row.restored.filter(|mass| *mass > Mass::ZERO).unwrap_or(row.sent)).sum())
    };
    RestorationView {
        sent_kg: kg(sums.sent),
        restored_kg: kg(sums.restored),
        reused_kg: of(Outcome::Reused),
        refurbished_kg: of(Outcome::Refurbished),
        parts_kg: of(Outcome::Parts),
        material_kg: of(Outcome::Material),
        residual_kg: of(Outcome::Residual),
        legal_obligation_kg: kg(sums.legal_obligation),
        eligible_kg: kg(sums.eligible()),
        yield_percent: sums.yield_percent().map(percent_text),
        rows: i64::try_from(rows.len()).unwrap_or(i64::MAX),
    }
}
