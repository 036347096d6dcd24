//! Events of the ledger behind a figure, each with the serials that it counts.

use super::subject::Counted;
use crate::views::disclosure::TracedEvent;
use planner_core::ledger::event::Event;
use planner_core::ledger::holding::{Holding, UnitState};
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::movement::Movement;
use planner_core::ledger::retirement::{Retirement, RetirementLine};
use planner_report::Disclosure;
use planner_report::disclosure::is_lock;
use planner_report::known::shipment_key;
use std::collections::BTreeMap;

/// Which import each lot came with, by lot id.
pub(super) type ImportsOfLots = BTreeMap<String, String>;

/// The events, oldest first.
pub(super) fn traced(
    disclosure: &Disclosure,
    imported: &ImportsOfLots,
    counted: &Counted,
) -> Vec<TracedEvent> {
    let of_ledger = disclosure.known.log.iter().filter_map(|logged| {
        let event = &logged.dated.event;
        let serials = match (counted, event) {
            (Counted::Sold, Event::Moved { movement: Movement::Transfer { .. }, .. }) => {
                let (first, last) = disclosure.period()?;
                (first <= logged.dated.on && logged.dated.on <= last).then(|| all(disclosure, event))?
            }
            (Counted::Event(sequence), event) => {
                (logged.sequence == *sequence).then(|| all(disclosure, event))?
            }
            (Counted::Imported(import), Event::LotRecorded(one)) => {
                let is_of_it = imported.get(&one.id) == Some(import);
                is_of_it.then(|| vec![named(disclosure, &one.id, &one.serials)])?
            }
            _ => serials(disclosure, event, counted)?,
        };
        Some(TracedEvent {
            sequence: logged.sequence,
            hash: logged.hash.clone(),
            on: logged.dated.on.to_string(),
            kind: event.kind().to_owned(),
            serials,
        })
    });
    of_ledger.collect()
}

/// The serials of an event that the figure counts; nothing where it counts none of it.
fn serials(disclosure: &Disclosure, event: &Event, counted: &Counted) -> Option<Vec<String>> {
    match (counted, event) {
        (Counted::All, event) => Some(all(disclosure, event)),
        (Counted::Locks, event) => is_lock(event, disclosure.year()).then(Vec::new),
        (Counted::Retired(_) | Counted::Run(..) | Counted::ClassRetired(_), _) => {
            retired(disclosure, event, counted)
        }
        (Counted::Movements(of), event) => {
            let is_of = |id: &str| match of {
                None => true,
                Some((class, vintage)) => {
                    lot(disclosure, id).is_some_and(|lot| lot.class == *class && lot.vintage == *vintage)
                }
            };
            let touches = event.lot_ids().into_iter().any(is_of);
            touches.then(|| all(disclosure, event))
        }
        (Counted::Held, Event::LotRecorded(one)) => {
            let units = disclosure.known.ledger.lot(&one.id).ok()?.units(disclosure.today());
            (units.held > 0).then(|| vec![named(disclosure, &one.id, &one.serials)])
        }
        (Counted::Issued(shipment), Event::LotRecorded(one)) if one.origin == Origin::SelfGenerated => {
            let is_for = |wanted: &String| {
                one.facts.batch.is_some() && shipment_key(one.facts.batch.as_deref(), None) == *wanted
            };
            shipment.as_ref().is_none_or(is_for).then(|| vec![named(disclosure, &one.id, &one.serials)])
        }
        (Counted::Reserved, Event::Moved { movement, .. }) if movement.year() == Some(disclosure.year()) => {
            Some(all(disclosure, event))
        }
        (Counted::Expired, Event::LotRecorded(one)) => expired(disclosure, &[&one.id]),
        (Counted::Expired, Event::Split { into: [lower, upper], .. }) => expired(disclosure, &[lower, upper]),
        _ => None,
    }
}

/// What has expired of lots; nothing where nothing has. No event says so: it follows from the last usable day.
fn expired(disclosure: &Disclosure, lot_ids: &[&str]) -> Option<Vec<String>> {
    let lots = lot_ids.iter().filter_map(|id| disclosure.known.ledger.lot(id).ok());
    let of_lot = |holding: &Holding| {
        let lost = holding.ranges_on(disclosure.today()).filter(|range| range.state == UnitState::Expired);
        lost.map(|range| named(disclosure, &holding.lot.id, &range.serials)).collect::<Vec<_>>()
    };
    let serials: Vec<_> = lots.flat_map(of_lot).collect();
    (!serials.is_empty()).then_some(serials)
}

/// The counted lines of a retirement or a reversal.
fn retired(disclosure: &Disclosure, event: &Event, counted: &Counted) -> Option<Vec<String>> {
    let (Event::Retired(one) | Event::Reversed { retirement: one, .. }) = event else { return None };
    let counts = |line: &RetirementLine| counts(disclosure, one, line, counted);
    let lines: Vec<_> = one
        .lines
        .iter()
        .filter(|line| counts(line))
        .map(|line| named(disclosure, &line.lot_id, &line.serials))
        .collect();
    (!lines.is_empty()).then_some(lines)
}

fn counts(
    disclosure: &Disclosure,
    retirement: &Retirement,
    line: &RetirementLine,
    counted: &Counted,
) -> bool {
    let lot = lot(disclosure, &line.lot_id);
    match counted {
        Counted::Retired(own) => {
            let is_own = lot.is_some_and(|lot| lot.origin == Origin::SelfGenerated);
            retirement.year == disclosure.year() && own.is_none_or(|own| own == is_own)
        }
        Counted::Run(statement, lot, serials) => {
            retirement.id == *statement && line.lot_id == *lot && line.serials == *serials
        }
        Counted::ClassRetired(class) => lot.is_some_and(|lot| lot.class == *class),
        _ => false,
    }
}

fn lot<'a>(disclosure: &'a Disclosure, id: &str) -> Option<&'a Lot> {
    disclosure.known.ledger.lot(id).ok().map(|holding| &holding.lot)
}

/// A lot's serials, as its registry writes them.
fn named(disclosure: &Disclosure, id: &str, range: &dyn std::fmt::Display) -> String {
    let prefix = lot(disclosure, id).map(|lot| lot.prefix.clone()).unwrap_or_default();
    let separator = if prefix.is_empty() { "" } else { "-" };
    format!("{id}: {prefix}{separator}{range}")
}

/// All serials that an event speaks of.
fn all(disclosure: &Disclosure, event: &Event) -> Vec<String> {
    match event {
        Event::LotRecorded(one) => vec![named(disclosure, &one.id, &one.serials)],
        Event::Moved { lot_id, serials, .. } => {
            serials.iter().map(|range| named(disclosure, lot_id, range)).collect()
        }
        Event::Retired(one) | Event::Reversed { retirement: one, .. } => {
            one.lines.iter().map(|line| named(disclosure, &line.lot_id, &line.serials)).collect()
        }
        _ => event.lot_ids().into_iter().map(str::to_owned).collect(),
    }
}
