//! What has expired by a day, and what soon will.

use super::Ledger;
use super::event::Event;
use super::movement::Movement;
use super::summary::LotGroup;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How long before a last usable day somebody should hear of it, in days.
pub const ALERT_DAYS: [u16; 4] = [365, 180, 90, 30];

/// Units that are lost unless they are used in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpiryAlert {
    /// Days from today within which they expire.
    pub within_days: u16,
    /// Held and reserved units that could still cover a requirement.
    pub quantity: i64,
    /// The first of their last usable days.
    pub on: NaiveDate,
}

impl Ledger {
    /// What has expired by a day and stands in no event. An expiry follows from the last usable day, so that a use
    /// before it can still be recorded after it; the earlier log wrote each down.
    pub fn expiries(&self, today: NaiveDate) -> Vec<Event> {
        let expired = self.holdings().filter(|holding| holding.lot.is_expired(today));
        expired
            .filter_map(|holding| {
                let live = holding.ranges().iter().filter(|range| range.state.is_live());
                let serials: Vec<_> = live.map(|range| range.serials).collect();
                let lot_id = holding.lot.id.clone();
                (!serials.is_empty()).then_some(Event::Moved { lot_id, movement: Movement::Expire, serials })
            })
            .collect()
    }
}

/// Units that could still cover a requirement, by their last usable day, the next first.
pub fn calendar(groups: &[LotGroup], today: NaiveDate) -> BTreeMap<NaiveDate, i64> {
    let mut days = BTreeMap::new();
    for group in groups.iter().filter(|group| group.idle(today) > 0) {
        *days.entry(group.expires_on).or_default() += group.quantity;
    }
    days
}

/// Usable units that expire soon, for each of [`ALERT_DAYS`]; the wider ones count those of the narrower again.
pub fn alerts(groups: &[LotGroup], today: NaiveDate) -> Vec<ExpiryAlert> {
    let days = calendar(groups, today);
    let alert = |within_days: u16| {
        let last_day = today.checked_add_days(Days::new(within_days.into()))?;
        let (on, _) = days.range(..=last_day).next()?;
        let quantity = days.range(..=last_day).map(|(_, quantity)| quantity).sum();
        Some(ExpiryAlert { within_days, quantity, on: *on })
    };
    ALERT_DAYS.into_iter().filter_map(alert).collect()
}
