//! Retired assets of a year: what was sent, restored, issued and is still expected.

use crate::numbers::{kg, percent_text};
use crate::own_issue::excesses;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::dispositions::{self, DispositionsView, ExcessView, ProviderRestoration, RestorationView};
use crate::{ActionError, Workspace};
use planner_core::disposition::{Disposition, Outcome, RestorationPolicy};
use planner_core::figure::YearFigures;
use planner_core::ledger::Ledger;
use planner_core::own_issue::{Excess, explanation};
use planner_core::shipment::{Shipment, Shipments, listed_or_sold, mass_of_outcome, restoration};
use planner_core::year::reporting_year;
use planner_store::Connection;
use std::collections::BTreeMap;

/// The retired assets of a year by batch, or by provider where they name no batch.
pub(crate) async fn shipments(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    year: i32,
    entity: Option<&str>,
) -> Result<Shipments, ActionError> {
    let rows = planner_store::dispositions::of_year(connection, year).await?;
    Ok(Shipments::of(rows, ledger, year, entity, organisation.policy(year)))
}

/// Self-generation of one year.
pub async fn dispositions(workspace: &Workspace, year: i32) -> Result<DispositionsView, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let asked = (year, None, None);
    let figures = year_figures(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    let excesses = excesses(&mut read, &ledger, year, workspace.today).await?;
    Ok(self_generation(&ledger, &figures, excesses))
}

/// Self-generation of a year whose figures are at hand.
fn self_generation(ledger: &Ledger, figures: &YearFigures, excesses: Vec<Excess>) -> DispositionsView {
    let (shipments, netting) = (&figures.shipments, figures.netting);
    let rows: Vec<_> = shipments.rows().cloned().collect();
    let policy = shipments.policy;
    DispositionsView {
        year: figures.year,
        as_of: figures.today.to_string(),
        restoration_policy: policy.word().to_owned(),
        total: view(&rows, policy),
        restored_kg_wide: kg(restoration(&rows, RestorationPolicy::Wide).restored),
        issued: shipments.issued(),
        expected: shipments.expected(),
        retired: netting.retired.own,
        held: netting.held.own + netting.reserved.own,
        listed_or_sold: listed_or_sold(ledger, figures.year, figures.today),
        excesses: excesses.into_iter().map(|one| excess(ledger, one)).collect(),
        by_provider: by_provider(&rows, policy),
        shipments: shipments.shipments.iter().rev().map(|one| shipment(one, policy)).collect(),
    }
}

fn excess(ledger: &Ledger, one: Excess) -> ExcessView {
    let (reason, is_explained) = explanation(ledger, one.batch.as_deref());
    ExcessView {
        units: one.units(),
        batch: one.batch,
        eligible: one.eligible,
        issued: one.issued,
        reason,
        is_explained,
    }
}

fn shipment(one: &Shipment, policy: RestorationPolicy) -> dispositions::Shipment {
    dispositions::Shipment {
        batch: one.batch.clone(),
        provider: one.provider.clone(),
        date: one.date.map(|date| date.to_string()),
        restoration: view(&one.rows, policy),
        issued: one.issued,
        expected: one.expected(policy),
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
    let of = |outcome: Outcome| kg(mass_of_outcome(rows, outcome));
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
