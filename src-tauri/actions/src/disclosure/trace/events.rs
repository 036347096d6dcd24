//! Events of the ledger behind a figure, each with the serials that it counts.

use crate::disclosure::figures::{Figures, shipment_key};
use crate::views::disclosure::TracedEvent;
use planner_core::ledger::event::Event;
use planner_core::ledger::lot::{Lot, Origin, SerialRange};
use planner_core::ledger::retirement::{Retirement, RetirementLine};

/// Which events, and what of them.
pub(super) enum Counted {
    /// Units retired for the year: all, or by whether they are own.
    Retired(Option<bool>),
    /// One serial run of a retirement: its statement, its lot, its serials.
    Run(String, String, SerialRange),
    /// Lots that hold units.
    Held,
    /// Units reserved for the year.
    Reserved,
    /// Units that expired.
    Expired,
    /// Own certificates issued for a shipment, or for all.
    Issued(Option<String>),
    /// Lots that an import brought, by its id.
    Imported(String),
    /// Units of a class that were retired.
    ClassRetired(String),
    /// Every movement, of a class and vintage or of all.
    Movements(Option<(String, i32)>),
    /// Locks and unlocks of the year.
    Locks,
    /// One event, by its number.
    Event(i64),
    /// Every event.
    All,
}

/// The events, oldest first.
pub(super) fn traced(figures: &Figures, counted: &Counted) -> Vec<TracedEvent> {
    let of_ledger = figures.log.iter().filter_map(|logged| {
        let event = logged.event()?.event;
        let serials = match counted {
            Counted::Event(sequence) => (logged.sequence == *sequence).then(|| all(figures, &event))?,
            _ => serials(figures, &event, counted)?,
        };
        Some(TracedEvent {
            sequence: logged.sequence,
            hash: logged.hash.clone(),
            on: logged.dated_on.clone(),
            kind: logged.kind.clone(),
            serials,
        })
    });
    of_ledger.collect()
}

/// The serials of an event that the figure counts; nothing where it counts none of it.
fn serials(figures: &Figures, event: &Event, counted: &Counted) -> Option<Vec<String>> {
    match (counted, event) {
        (Counted::All, event) => Some(all(figures, event)),
        (Counted::Locks, Event::YearUnlocked { year, .. }) if *year == figures.year() => Some(Vec::new()),
        (Counted::Locks, event) => {
            (event.kind() == "year_locked" && event.year() == Some(figures.year())).then(Vec::new)
        }
        (Counted::Retired(_) | Counted::Run(..) | Counted::ClassRetired(_), _) => {
            retired(figures, event, counted)
        }
        (Counted::Movements(of), event) => {
            let is_of = |id: &str| match of {
                None => true,
                Some((class, vintage)) => {
                    lot(figures, id).is_some_and(|lot| lot.class == *class && lot.vintage == *vintage)
                }
            };
            let touches = event.lot_ids().into_iter().any(is_of);
            touches.then(|| all(figures, event))
        }
        (Counted::Held, Event::LotRecorded(one)) => {
            let units = figures.ledger.lot(&one.id).ok()?.units(figures.today);
            (units.held > 0).then(|| vec![named(figures, &one.id, &one.serials)])
        }
        (Counted::Issued(shipment), Event::LotRecorded(one)) if one.origin == Origin::SelfGenerated => {
            let is_for = |wanted: &String| {
                one.facts.batch.is_some() && shipment_key(one.facts.batch.as_deref(), None) == *wanted
            };
            shipment.as_ref().is_none_or(is_for).then(|| vec![named(figures, &one.id, &one.serials)])
        }
        (Counted::Imported(import), Event::LotRecorded(one)) => {
            let is_of_it = figures.imports_of_lots.get(&one.id) == Some(import);
            is_of_it.then(|| vec![named(figures, &one.id, &one.serials)])
        }
        (Counted::Reserved, Event::Moved { movement, .. }) if movement.year() == Some(figures.year()) => {
            Some(all(figures, event))
        }
        (Counted::Expired, Event::Moved { movement, .. }) if movement.word() == "expired" => {
            Some(all(figures, event))
        }
        _ => None,
    }
}

/// The counted lines of a retirement or a reversal.
fn retired(figures: &Figures, event: &Event, counted: &Counted) -> Option<Vec<String>> {
    let (Event::Retired(one) | Event::Reversed { retirement: one, .. }) = event else { return None };
    let counts = |line: &RetirementLine| counts(figures, one, line, counted);
    let lines: Vec<_> = one
        .lines
        .iter()
        .filter(|line| counts(line))
        .map(|line| named(figures, &line.lot_id, &line.serials))
        .collect();
    (!lines.is_empty()).then_some(lines)
}

fn counts(figures: &Figures, retirement: &Retirement, line: &RetirementLine, counted: &Counted) -> bool {
    let lot = lot(figures, &line.lot_id);
    match counted {
        Counted::Retired(own) => {
            let is_own = lot.is_some_and(|lot| lot.origin == Origin::SelfGenerated);
            retirement.year == figures.year() && own.is_none_or(|own| own == is_own)
        }
        Counted::Run(statement, lot, serials) => {
            retirement.id == *statement && line.lot_id == *lot && line.serials == *serials
        }
        Counted::ClassRetired(class) => lot.is_some_and(|lot| lot.class == *class),
        _ => false,
    }
}

fn lot<'a>(figures: &'a Figures, id: &str) -> Option<&'a Lot> {
    figures.ledger.lot(id).ok().map(|holding| &holding.lot)
}

/// A lot's serials, as its registry writes them.
fn named(figures: &Figures, id: &str, range: &dyn std::fmt::Display) -> String {
    let prefix = lot(figures, id).map(|lot| lot.prefix.clone()).unwrap_or_default();
    let separator = if prefix.is_empty() { "" } else { "-" };
    format!("{id}: {prefix}{separator}{range}")
}

/// All serials that an event speaks of.
fn all(figures: &Figures, event: &Event) -> Vec<String> {
    match event {
        Event::LotRecorded(one) => vec![named(figures, &one.id, &one.serials)],
        Event::Moved { lot_id, serials, .. } => {
            serials.iter().map(|range| named(figures, lot_id, range)).collect()
        }
        Event::Retired(one) | Event::Reversed { retirement: one, .. } => {
            one.lines.iter().map(|line| named(figures, &line.lot_id, &line.serials)).collect()
        }
        _ => event.lot_ids().into_iter().map(str::to_owned).collect(),
    }
}
