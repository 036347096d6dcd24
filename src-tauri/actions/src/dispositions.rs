//! Retired assets of a year: what was sent, restored, issued and is still expected.

use crate::numbers::{date, given, kg, percent_text};
use crate::own_issue::excesses;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::dispositions::{
    self, DispositionsView, ExcessView, ProviderRestoration, ProviderYear, RestorationView,
};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::disposition::{Disposition, Outcome, RestorationPolicy};
use planner_core::figure::YearFigures;
use planner_core::journal::{Act, Entry};
use planner_core::ledger::Ledger;
use planner_core::own_issue::{Excess, explanation};
use planner_core::shipment::{Shipment, Shipments, listed_or_sold, mass_of_outcome, restoration};
use planner_core::year::reporting_year;
use planner_store::shipment_notes::{self, ShipmentNote};
use planner_store::{Connection, imports, journal, settings};
use std::collections::{BTreeMap, BTreeSet};

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

/// Self-generation of one year, of the organisation or of one entity. What a provider restored in other years, and own
/// certificates beyond what a batch restored, are the organisation's.
pub async fn dispositions(
    workspace: &Workspace,
    year: i32,
    entity: Option<&str>,
) -> Result<DispositionsView, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let asked = (year, entity, None);
    let figures = year_figures(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    let excesses = excesses(&mut read, &ledger, year, workspace.today).await?.into_iter();
    let own_files = imports::standing_files(&mut read).await?;
    let excesses = excesses.map(|one| excess(&ledger, one, &own_files)).collect();
    let beside = Beside {
        notes: shipment_notes::all(&mut read).await?,
        history: history(&mut read, &organisation).await?,
    };
    Ok(self_generation(&ledger, &figures, excesses, beside))
}

/// What stands beside the shipments of a year.
struct Beside {
    notes: BTreeMap<String, ShipmentNote>,
    history: Vec<ProviderYear>,
}

/// What each provider restored in every year, the newest first.
async fn history(
    connection: &mut Connection,
    organisation: &Organisation,
) -> Result<Vec<ProviderYear>, ActionError> {
    let mut history = Vec::new();
    for year in settings::known_years(connection).await?.into_iter().rev() {
        let mut providers: BTreeMap<Option<String>, Vec<Disposition>> = BTreeMap::new();
        for row in planner_store::dispositions::of_year(connection, year).await? {
            providers.entry(row.provider.clone()).or_default().push(row);
        }
        let policy = organisation.policy(year);
        history.extend(providers.into_iter().map(|(provider, rows)| {
            let sums = restoration(&rows, policy);
            ProviderYear {
                year,
                provider,
                sent_kg: kg(sums.sent),
                restored_kg: kg(sums.restored),
                eligible_kg: kg(sums.eligible()),
                yield_percent: sums.yield_percent().map(percent_text),
                yield_percent_wide: restoration(&rows, RestorationPolicy::Wide)
                    .yield_percent()
                    .map(percent_text),
            }
        }));
    }
    Ok(history)
}

/// What names a shipment beside a note.
fn note_key(one: &Shipment) -> String {
    match (&one.batch, &one.provider) {
        (Some(batch), _) => batch.clone(),
        (None, Some(provider)) => provider.clone(),
        (None, None) => "unnamed".to_owned(),
    }
}

/// Shipments of a year of which certificates are expected, whose provider is to be asked on a day: so many units, and the
/// first of the days.
pub(crate) async fn to_ask(
    connection: &mut Connection,
    shipments: &Shipments,
) -> Result<Option<NaiveDate>, ActionError> {
    let notes = shipment_notes::all(connection).await?;
    let expected = shipments.shipments.iter().filter(|one| one.expected(shipments.policy) > 0);
    Ok(expected.filter_map(|one| notes.get(&note_key(one))?.ask_on).min())
}

/// Keeps a note beside a shipment and the day on which its provider is to be asked again; empty ones are taken away.
pub async fn note_shipment(
    workspace: &Workspace,
    shipment: &str,
    note: Option<&str>,
    ask_on: Option<&str>,
) -> Result<(), ActionError> {
    let mut write = workspace.store.write().await?;
    let shipment = shipment.trim();
    let mut is_known = false;
    for year in settings::known_years(&mut write).await? {
        let rows = planner_store::dispositions::of_year(&mut write, year).await?;
        is_known |= rows.iter().any(|row| row.batch.as_deref().or(row.provider.as_deref()) == Some(shipment));
    }
    if !is_known {
        let message =
            format!("No shipment is called “{shipment}”. It is named by its batch, else by its provider.");
        return Err(ActionError::new("unknown_shipment", message));
    }
    let kept = ShipmentNote {
        note: given(note),
        ask_on: given(ask_on).map(|text| date("day to ask the provider", &text)).transpose()?,
    };
    shipment_notes::put(&mut write, shipment, &kept).await?;
    let says = match (&kept.note, kept.ask_on) {
        (None, None) => "no note any more".to_owned(),
        (note, ask_on) => {
            let day = ask_on.map(|day| format!("ask again on {day}"));
            note.iter().cloned().chain(day).collect::<Vec<_>>().join("; ")
        }
    };
    let entry = Entry::new(Act::Answered, format!("shipment {shipment}: {says}"));
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    Ok(())
}

/// Self-generation of a year whose figures are at hand.
fn self_generation(
    ledger: &Ledger,
    figures: &YearFigures,
    excesses: Vec<ExcessView>,
    beside: Beside,
) -> DispositionsView {
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
        excesses,
        by_provider: by_provider(&rows, policy),
        shipments: shipments
            .shipments
            .iter()
            .rev()
            .map(|one| shipment(one, policy, beside.notes.get(&note_key(one)), figures.today))
            .collect(),
        history: beside.history,
    }
}

fn excess(ledger: &Ledger, one: Excess, own_files: &BTreeSet<String>) -> ExcessView {
    let (reason, is_explained) = explanation(ledger, one.batch.as_deref(), own_files);
    ExcessView {
        units: one.units(),
        batch: one.batch,
        eligible: one.eligible,
        issued: one.issued,
        reason,
        is_explained,
    }
}

fn shipment(
    one: &Shipment,
    policy: RestorationPolicy,
    note: Option<&ShipmentNote>,
    today: NaiveDate,
) -> dispositions::Shipment {
    let expected = one.expected(policy);
    let ask_on = note.and_then(|note| note.ask_on);
    let is_missing = |row: &&Disposition| row.restored.is_none() && row.outcome.is_none();
    let missing = one.rows.iter().filter(is_missing).count();
    dispositions::Shipment {
        key: note_key(one),
        restored_kg_wide: kg(restoration(&one.rows, RestorationPolicy::Wide).restored),
        expected_wide: one.expected(RestorationPolicy::Wide),
        rows_without_outcome: i64::try_from(missing).unwrap_or(i64::MAX),
        note: note.and_then(|note| note.note.clone()),
        ask_on: ask_on.map(|day| day.to_string()),
        is_due: expected > 0 && ask_on.is_some_and(|day| day <= today),
        batch: one.batch.clone(),
        provider: one.provider.clone(),
        date: one.date.map(|date| date.to_string()),
        restoration: view(&one.rows, policy),
        issued: one.issued,
        expected,
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
