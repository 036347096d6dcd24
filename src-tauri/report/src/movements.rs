//! Movements of certificates by class and vintage: summed from the events, with the balances beside them.

use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::holding::Units;
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::movement::Movement;
use std::collections::BTreeMap;

/// What came and went of one class and vintage since the ledger began, and what is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Movements {
    /// Certificate class.
    pub class: String,
    /// Vintage.
    pub vintage: i32,
    /// Bought.
    pub bought: i64,
    /// Issued to us.
    pub issued: i64,
    /// Transferred in.
    pub transferred_in: i64,
    /// Transferred to somebody else.
    pub out: i64,
    /// Retired.
    pub retired: i64,
    /// Retired by the registry after the last usable day.
    pub expired: i64,
    /// Cancelled.
    pub cancelled: i64,
    /// Units still there, counted from the balances and not from the events.
    pub closing: i64,
}

impl Movements {
    /// Opening (0) + in − out − closing: 0 when events and balances agree.
    pub fn difference(&self) -> i64 {
        let came = self.bought + self.issued + self.transferred_in;
        came - self.out - self.retired - self.expired - self.cancelled - self.closing
    }

    /// Units that the registry's account should show: what came, less what was handed over or cancelled.
    pub fn in_account(&self) -> i64 {
        self.bought + self.issued + self.transferred_in - self.out - self.cancelled
    }

    fn came(&mut self, lot: &Lot, quantity: i64) {
        match lot.origin {
            Origin::Purchased => self.bought += quantity,
            Origin::SelfGenerated => self.issued += quantity,
            Origin::TransferredIn => self.transferred_in += quantity,
        }
    }

    fn went(&mut self, movement: &Movement, quantity: i64) {
        match movement {
            Movement::Transfer { .. } => self.out += quantity,
            Movement::Cancel { .. } => self.cancelled += quantity,
            Movement::Expire => self.expired += quantity,
            Movement::Reserve(_) | Movement::Release(_) | Movement::List | Movement::Withdraw => {}
        }
    }
}

/// Sums the events by class and vintage, and puts the balances beside them.
pub fn movements<'a>(
    events: impl Iterator<Item = &'a DatedEvent> + Clone,
    ledger: &Ledger,
    today: NaiveDate,
) -> Vec<Movements> {
    let lots = lots(events.clone());
    let mut rows: BTreeMap<(String, i32), Movements> = BTreeMap::new();
    let pending = ledger.expiries(today);
    for event in events.map(|dated| &dated.event).chain(&pending) {
        add_event(event, &lots, &mut rows);
    }
    for holding in ledger.holdings() {
        let Units { held, reserved, listed, .. } = holding.units(today);
        let key = (holding.lot.class.clone(), holding.lot.vintage);
        rows.entry(key).or_default().closing += held + reserved + listed;
    }
    rows.into_iter().map(|((class, vintage), row)| Movements { class, vintage, ..row }).collect()
}

/// Every lot that ever was, as it is known now; the parts of a split lot beside it.
fn lots<'a>(events: impl Iterator<Item = &'a DatedEvent>) -> BTreeMap<String, Lot> {
    let mut lots: BTreeMap<String, Lot> = BTreeMap::new();
    for event in events.map(|dated| &dated.event) {
        match event {
            Event::LotRecorded(lot) => drop(lots.insert(lot.id.clone(), lot.as_ref().clone())),
            Event::Split { lot_id, into, .. } => {
                if let Some(whole) = lots.get(lot_id).cloned() {
                    lots.extend(into.iter().map(|part| (part.clone(), whole.clone())));
                }
            }
            Event::Adjusted { lot_id, changes, .. } => {
                if let Some(lot) = lots.get_mut(lot_id) {
                    for change in changes {
                        lot.set_fact(change.fact, change.new.as_deref());
                    }
                }
            }
            _ => {}
        }
    }
    lots
}

fn add_event(event: &Event, lots: &BTreeMap<String, Lot>, rows: &mut BTreeMap<(String, i32), Movements>) {
    let quantity = event.quantity().unwrap_or(0);
    let mut change = |lot_id: &str, change: &dyn Fn(&mut Movements, &Lot)| {
        if let Some(lot) = lots.get(lot_id) {
            change(rows.entry((lot.class.clone(), lot.vintage)).or_default(), lot);
        }
    };
    match event {
        Event::LotRecorded(lot) => change(&lot.id, &|row, lot| row.came(lot, quantity)),
        Event::LotRemoved { lot_id, .. } => change(lot_id, &|row, lot| row.came(lot, -lot.quantity())),
        Event::Moved { lot_id, movement, .. } => change(lot_id, &|row, _| row.went(movement, quantity)),
        Event::Retired(retirement) => {
            for line in &retirement.lines {
                change(&line.lot_id, &|row, _| row.retired += line.serials.quantity());
            }
        }
        Event::Reversed { retirement, .. } => {
            for line in &retirement.lines {
                change(&line.lot_id, &|row, _| row.retired -= line.serials.quantity());
            }
        }
        Event::Split { .. }
        | Event::Adjusted { .. }
        | Event::Attached { .. }
        | Event::Checked(_)
        | Event::YearLocked { .. }
        | Event::YearUnlocked { .. }
        | Event::Restated { .. }
        | Event::Journal(_) => {}
    }
}
