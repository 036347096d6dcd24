//! Which units a retirement takes: first expiring, then oldest vintage, then lowest cost.

use super::holding::{Holding, Source, UnitState};
use super::lot::{Lot, Origin, SerialRange};
use super::retirement::RetirementLine;
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A lot named by hand, with the units to take of it (all usable where left open).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotPick {
    /// The lot.
    pub lot_id: String,
    /// Units.
    pub quantity: Option<i64>,
}

/// Units taken of one lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Take {
    /// The lot.
    pub lot_id: String,
    /// The serials.
    pub serials: Vec<SerialRange>,
}

impl Take {
    /// Units taken.
    pub fn quantity(&self) -> i64 {
        self.serials.iter().map(|range| range.quantity()).sum()
    }

    /// Its lines in a retirement.
    pub fn lines(&self) -> impl Iterator<Item = RetirementLine> + '_ {
        self.serials.iter().map(|serials| RetirementLine { lot_id: self.lot_id.clone(), serials: *serials })
    }
}

/// What a unit of a lot counts as in the retirement order (domain §3): own units cost nothing, an unknown price comes
/// last.
pub(crate) fn cost(lot: &Lot) -> Decimal {
    match lot.origin {
        Origin::SelfGenerated => Decimal::ZERO,
        Origin::Purchased | Origin::TransferredIn => lot.facts.unit_price.unwrap_or(Decimal::MAX),
    }
}

/// Where two lots stand in the retirement order.
fn order(holding: &Holding) -> (NaiveDate, i32, Decimal, &str) {
    let lot = &holding.lot;
    (lot.expires_on, lot.vintage, cost(lot), &lot.id)
}

/// States whose units a retirement for a year may take: held, or reserved for that very year.
pub fn usable_states(year: i32) -> [UnitState; 2] {
    [UnitState::Held, UnitState::Reserved(year)]
}

/// Whether units of a lot may cover a requirement on a day: of a lot that covers, that is there and not yet expired.
fn is_usable(holding: &Holding, on: NaiveDate) -> bool {
    holding.lot.can_cover() && !holding.lot.is_expired(on) && holding.is_there(on)
}

impl Ledger {
    /// Lots that may cover a requirement on a day, by id.
    pub fn usable_lots(&self, today: NaiveDate) -> impl Iterator<Item = &Holding> {
        self.holdings().filter(move |holding| is_usable(holding, today))
    }

    /// Lots that may cover a requirement on a day, in the order in which they are retired.
    pub fn covering_lots(&self, today: NaiveDate) -> Vec<&Holding> {
        let mut lots: Vec<_> = self.usable_lots(today).collect();
        lots.sort_by(|one, other| order(one).cmp(&order(other)));
        lots
    }

    /// Units of a lot that a retirement for a year may take on a day.
    pub fn usable(&self, holding: &Holding, year: i32, today: NaiveDate) -> i64 {
        if !is_usable(holding, today) {
            return 0;
        }
        let states = usable_states(year);
        let usable = holding.take(i64::MAX, Source { states: &states, by: Some(today) });
        usable.iter().map(|range| range.quantity()).sum()
    }

    /// What a retirement of `quantity` units for a year takes, first expiring first.
    pub fn propose(&self, quantity: i64, year: i32, today: NaiveDate) -> Result<Vec<Take>, LedgerError> {
        if quantity <= 0 {
            return Err(LedgerError::NothingToMove);
        }
        let mut left = quantity;
        let mut takes = Vec::new();
        let states = usable_states(year);
        for holding in self.covering_lots(today) {
            let serials = holding.take(left, Source { states: &states, by: Some(today) });
            if serials.is_empty() {
                continue;
            }
            let take = Take { lot_id: holding.lot.id.clone(), serials };
            left -= take.quantity();
            takes.push(take);
            if left == 0 {
                return Ok(takes);
            }
        }
        Err(LedgerError::MoreThanUsable { on: today, asked: quantity, usable: quantity - left, year })
    }

    /// What a retirement takes from lots named by hand. Up to `quantity` where one is given.
    pub fn propose_from(
        &self,
        picks: &[LotPick],
        quantity: Option<i64>,
        year: i32,
        today: NaiveDate,
    ) -> Result<Vec<Take>, LedgerError> {
        let mut left = quantity;
        let mut takes: Vec<Take> = Vec::new();
        let states = usable_states(year);
        for (position, pick) in picks.iter().enumerate() {
            if takes.iter().any(|take| take.lot_id == pick.lot_id) {
                return Err(LedgerError::LotNamedTwice { lot: pick.lot_id.clone() });
            }
            let holding = self.lot(&pick.lot_id)?;
            holding.refuse_before(today)?;
            self.refuse_unusable(holding, today)?;
            let usable = self.usable(holding, year, today);
            let is_last = position + 1 == picks.len();
            let open = |left: i64| if is_last { left } else { left.min(usable) };
            let wanted = pick.quantity.unwrap_or_else(|| left.map_or(usable, open));
            if wanted > usable {
                return Err(self.more_than_lot_holds(holding, wanted, usable, year, today));
            }
            let serials = holding.take(wanted, Source { states: &states, by: Some(today) });
            if !serials.is_empty() {
                takes.push(Take { lot_id: pick.lot_id.clone(), serials });
            }
            left = left.map(|left| left - wanted);
        }
        let taken: i64 = takes.iter().map(Take::quantity).sum();
        match quantity {
            _ if taken == 0 => Err(LedgerError::NothingToMove),
            Some(asked) if asked != taken => Err(LedgerError::PicksDiffer { asked, picked: taken }),
            _ => Ok(takes),
        }
    }

    /// Why no unit of a lot can cover a requirement on a day.
    pub(super) fn refuse_unusable(&self, holding: &Holding, today: NaiveDate) -> Result<(), LedgerError> {
        let lot = &holding.lot;
        if lot.is_expired(today) {
            return Err(LedgerError::LotExpired { lot: lot.id.clone(), expired_on: lot.expires_on });
        }
        if lot.class != crate::class::COVERING_CLASS {
            return Err(LedgerError::ClassDoesNotCover { lot: lot.id.clone(), class: lot.class.clone() });
        }
        if lot.is_bundled {
            return Err(LedgerError::BundledDoesNotCover { lot: lot.id.clone() });
        }
        Ok(())
    }

    fn more_than_lot_holds(
        &self,
        holding: &Holding,
        asked: i64,
        usable: i64,
        year: i32,
        today: NaiveDate,
    ) -> LedgerError {
        let others: Vec<i64> = self
            .covering_lots(today)
            .into_iter()
            .filter(|other| other.lot.id != holding.lot.id)
            .map(|other| self.usable(other, year, today))
            .filter(|usable| *usable > 0)
            .collect();
        LedgerError::MoreThanLotHolds {
            lot: holding.lot.id.clone(),
            asked,
            usable,
            whereabouts: self.whereabouts(holding, Source { states: &usable_states(year), by: Some(today) }),
            elsewhere: others.iter().sum(),
            other_lots: others.len(),
        }
    }
}
