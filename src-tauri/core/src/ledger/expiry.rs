//! What has expired by a day, and what soon will.

use super::Ledger;
use super::event::{Event, Movement};
use super::holding::{Holding, UnitState};
use chrono::{Days, NaiveDate};

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
    /// The events that write down what has expired by a day.
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

    /// Usable units that expire soon, for each of [`ALERT_DAYS`]; the wider ones count those of the narrower again.
    pub fn expiry_alerts(&self, today: NaiveDate) -> Vec<ExpiryAlert> {
        let usable =
            self.covering_lots(today).into_iter().map(|holding| (holding.lot.expires_on, idle(holding)));
        let usable: Vec<_> = usable.filter(|(_, quantity)| *quantity > 0).collect();
        let alert = |within_days: u16| {
            let last_day = today.checked_add_days(Days::new(within_days.into()))?;
            let soon = || usable.iter().filter(|(on, _)| *on <= last_day);
            let on = soon().map(|(on, _)| *on).min()?;
            Some(ExpiryAlert { within_days, quantity: soon().map(|(_, quantity)| quantity).sum(), on })
        };
        ALERT_DAYS.into_iter().filter_map(alert).collect()
    }
}

/// Held and reserved units: listed ones are on their way to somebody else.
fn idle(holding: &Holding) -> i64 {
    let idle = |state| matches!(state, UnitState::Held | UnitState::Reserved(_));
    holding.ranges().iter().filter(|range| idle(range.state)).map(|range| range.serials.quantity()).sum()
}
