//! Lots, and what is shown of them.

use crate::evidence::evidence_view;
use crate::movement::change_view;
use crate::numbers::days;
use crate::views::certificates::{
    ChangeView, EventView, ExpiryAlert, ExpiryDay, HistoryPage, LotDetail, LotFacts, LotView, LotsView,
    RangeView, UnitsByState, VintageUnits,
};
use crate::year::difference_view;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::Subject;
use planner_core::ledger::holding::{Holding, StateRange, UnitState, Units};
use planner_core::ledger::lot::{COVERING_CLASS, Lot};
use planner_store::{ledger as stored, lots as stored_lots};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// All lots and what they add up to.
pub async fn lots(workspace: &Workspace) -> Result<LotsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let ledger = stored::load(&mut read).await?;
    let imports = stored_lots::imports_of_lots(&mut read).await?;
    let today = workspace.today;
    let mut holdings: Vec<_> = ledger.holdings().collect();
    holdings.sort_by_key(|holding| {
        let units = holding.units(today);
        (units.held + units.reserved + units.listed == 0, holding.lot.expires_on, holding.lot.id.clone())
    });
    let covering = || ledger.holdings().filter(|holding| holding.lot.class == COVERING_CLASS);
    Ok(LotsView {
        as_of: today.to_string(),
        total: units_by_state(add_up(covering(), today)),
        by_vintage: by_vintage(covering(), today),
        calendar: calendar(&ledger, today),
        alerts: alerts(&ledger, today),
        lots: holdings
            .into_iter()
            .map(|holding| lot_view(&ledger, holding, imports.get(&holding.lot.id), today))
            .collect(),
    })
}

fn add_up<'a>(holdings: impl Iterator<Item = &'a Holding>, today: NaiveDate) -> Units {
    let mut sum = Units::default();
    for range in holdings.flat_map(|holding| holding.ranges_on(today)) {
        sum.add(range.state, range.serials.quantity());
    }
    sum
}

fn by_vintage<'a>(holdings: impl Iterator<Item = &'a Holding>, today: NaiveDate) -> Vec<VintageUnits> {
    let mut vintages: BTreeMap<i32, Vec<&Holding>> = BTreeMap::new();
    holdings.for_each(|holding| vintages.entry(holding.lot.vintage).or_default().push(holding));
    let first_day = |holdings: &[&Holding]| holdings.iter().map(|holding| holding.lot.expires_on).min();
    vintages
        .into_iter()
        .map(|(vintage, holdings)| VintageUnits {
            vintage,
            expires_on: first_day(&holdings).map(|day| day.to_string()).unwrap_or_default(),
            units: units_by_state(add_up(holdings.into_iter(), today)),
        })
        .collect()
}

fn calendar(ledger: &Ledger, today: NaiveDate) -> Vec<ExpiryDay> {
    let mut days_by_day: BTreeMap<NaiveDate, ExpiryDay> = BTreeMap::new();
    for holding in ledger.covering_lots(today) {
        let units = holding.units(today);
        let (on, quantity) = (holding.lot.expires_on, units.held + units.reserved);
        if quantity > 0 {
            let day = days_by_day.entry(on).or_insert_with(|| ExpiryDay {
                on: on.to_string(),
                days: days(today, on),
                quantity: 0,
                lot_ids: Vec::new(),
            });
            day.quantity += quantity;
            day.lot_ids.push(holding.lot.id.clone());
        }
    }
    days_by_day.into_values().collect()
}

fn alerts(ledger: &Ledger, today: NaiveDate) -> Vec<ExpiryAlert> {
    let alerts = ledger.expiry_alerts(today).into_iter();
    alerts
        .map(|alert| ExpiryAlert {
            within_days: alert.within_days,
            quantity: alert.quantity,
            on: alert.on.to_string(),
        })
        .collect()
}

fn units_by_state(units: Units) -> UnitsByState {
    UnitsByState {
        quantity: units.quantity(),
        held: units.held,
        reserved: units.reserved,
        listed: units.listed,
        transferred: units.transferred,
        retired: units.retired,
        expired: units.expired,
        cancelled: units.cancelled,
    }
}

pub(crate) fn lot_view(
    ledger: &Ledger,
    holding: &Holding,
    import: Option<&String>,
    today: NaiveDate,
) -> LotView {
    let lot = &holding.lot;
    let reserved = holding.ranges_on(today).filter_map(|range| match range.state {
        UnitState::Reserved(year) => Some(year),
        _ => None,
    });
    let mut reserved_for: Vec<_> = reserved.collect();
    reserved_for.sort_unstable();
    reserved_for.dedup();
    LotView {
        lot_id: lot.id.clone(),
        class: lot.class.clone(),
        registry: lot.registry.clone(),
        serial_prefix: lot.prefix.clone(),
        serial_start: lot.serials.start(),
        serial_end: lot.serials.end(),
        vintage: lot.vintage,
        expires_on: lot.expires_on.to_string(),
        days_to_expiry: days(today, lot.expires_on),
        origin: lot.origin.word().to_owned(),
        is_bundled: lot.is_bundled,
        class_version: lot.facts.class_version.clone(),
        facts: LotFacts::of(lot),
        cost: cost(lot),
        checked_on: holding.checked_on.map(|day| day.to_string()),
        lacks_ownership: ledger.lacks_ownership(lot),
        import_id: import.cloned(),
        units: units_by_state(holding.units(today)),
        reserved_for,
    }
}

pub(crate) fn cost(lot: &Lot) -> Option<String> {
    let cost = lot.facts.unit_price?.checked_mul(Decimal::from(lot.quantity()))?;
    Some(cost.normalize().to_string())
}

pub(crate) fn range_view(range: &StateRange) -> RangeView {
    RangeView {
        serial_start: range.serials.start(),
        serial_end: range.serials.end(),
        state: range.state.word().to_owned(),
        year: range.state.year(),
    }
}

/// A lot with its life, that of the lots it was part of included.
pub async fn lot(workspace: &Workspace, lot_id: &str) -> Result<LotDetail, ActionError> {
    let mut read = workspace.store.read().await?;
    let ledger = stored::load(&mut read).await?;
    let holding = ledger.lot(lot_id)?;
    let imports = stored_lots::imports_of_lots(&mut read).await?;
    let log = stored::log(&mut read).await?;
    let before = ledger.lots_before(lot_id);
    let ids: Vec<&str> = before.iter().copied().chain([lot_id]).collect();
    let events = log.iter().rev().filter_map(|logged| {
        let event = logged.event()?.event;
        let own = event.lot_ids().into_iter().find(|id| ids.contains(id))?.to_owned();
        Some(event_view(logged, &event, Some(&own)))
    });
    Ok(LotDetail {
        events: events.collect(),
        ranges: holding.ranges_on(workspace.today).map(|range| range_view(&range)).collect(),
        evidence: ledger.evidence(&Subject::Lot(lot_id.to_owned())).iter().map(evidence_view).collect(),
        lot: lot_view(&ledger, holding, imports.get(lot_id), workspace.today),
        split_from: before.into_iter().map(str::to_owned).collect(),
    })
}

/// An event as a screen shows it; with the units of one lot, where one is asked for.
pub(crate) fn event_view(logged: &stored::LoggedEvent, event: &Event, lot_id: Option<&str>) -> EventView {
    let quantity = match (event, lot_id) {
        (Event::Retired(retirement) | Event::Reversed { retirement, .. }, Some(lot_id)) => {
            let of_lot = retirement.lines.iter().filter(|line| line.lot_id == lot_id);
            Some(of_lot.map(|line| line.serials.quantity()).sum())
        }
        (other, _) => other.quantity(),
    };
    EventView {
        sequence: logged.sequence,
        on: logged.dated_on.clone(),
        kind: logged.kind.clone(),
        lot_ids: event.lot_ids().into_iter().map(str::to_owned).collect(),
        quantity,
        year: event.year(),
        note: event.note().map(str::to_owned),
        retirement_id: retirement_id(event),
        changes: changes(event),
        hash: logged.hash.clone(),
    }
}

fn retirement_id(event: &Event) -> Option<String> {
    match event {
        Event::Retired(retirement) | Event::Reversed { retirement, .. } => Some(retirement.id.clone()),
        Event::Attached { subject: Subject::Retirement(id), .. } => Some(id.clone()),
        _ => None,
    }
}

fn changes(event: &Event) -> Vec<ChangeView> {
    match event {
        Event::Adjusted { changes, .. } => changes.iter().map(change_view).collect(),
        Event::Restated { differences, .. } => differences.iter().map(difference_view).collect(),
        _ => Vec::new(),
    }
}

/// The whole history, newest first, a part of it at a time.
pub async fn history(workspace: &Workspace, offset: i64, limit: i64) -> Result<HistoryPage, ActionError> {
    let mut read = workspace.store.read().await?;
    let (count, chain_head) = stored::head(&mut read).await?;
    let log = stored::log_before(&mut read, count - offset, limit.clamp(0, 500)).await?;
    let view = |logged: &stored::LoggedEvent| Some(event_view(logged, &logged.event()?.event, None));
    Ok(HistoryPage {
        as_of: workspace.today.to_string(),
        count,
        chain_head: (count > 0).then_some(chain_head),
        events: log.iter().filter_map(view).collect(),
    })
}
