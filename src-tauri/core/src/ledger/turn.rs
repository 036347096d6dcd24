//! Why a lot is retired when it is: what sets it apart from the other lots that could be, in the order of domain §3.

use super::holding::Holding;
use super::lot::Origin;
use super::retire::cost;

/// What puts a lot in its place. The last six are said of lots that have a last day in common with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is said by its word")]
pub enum Turn {
    ExpiresFirst,
    ExpiresNext,
    OlderVintage,
    NewerVintage,
    OwnNoCost,
    LowestCost,
    HigherCost,
    SameCost,
}

impl Turn {
    /// Why this lot stands where it does among all that could be retired.
    pub fn of(holding: &Holding, all: &[&Holding]) -> Self {
        let lot = &holding.lot;
        let others: Vec<_> = all.iter().map(|other| &other.lot).filter(|other| other.id != lot.id).collect();
        let peers: Vec<_> = others.iter().filter(|other| other.expires_on == lot.expires_on).collect();
        if peers.is_empty() {
            let is_first = others.iter().all(|other| lot.expires_on < other.expires_on);
            return if is_first { Self::ExpiresFirst } else { Self::ExpiresNext };
        }
        let twins: Vec<_> = peers.iter().filter(|peer| peer.vintage == lot.vintage).collect();
        if twins.iter().any(|twin| cost(twin) != cost(lot)) {
            return match lot.origin {
                Origin::SelfGenerated => Self::OwnNoCost,
                _ if twins.iter().all(|twin| cost(lot) <= cost(twin)) => Self::LowestCost,
                _ => Self::HigherCost,
            };
        }
        if twins.len() == peers.len() {
            return Self::SameCost;
        }
        let is_oldest = peers.iter().all(|peer| lot.vintage <= peer.vintage);
        if is_oldest { Self::OlderVintage } else { Self::NewerVintage }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::ExpiresFirst => "expires_first",
            Self::ExpiresNext => "expires_next",
            Self::OlderVintage => "older_vintage",
            Self::NewerVintage => "newer_vintage",
            Self::OwnNoCost => "own_no_cost",
            Self::LowestCost => "lowest_cost",
            Self::HigherCost => "higher_cost",
            Self::SameCost => "same_cost",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::tests::lot;
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    /// Lots of a year, a vintage, an origin and a price in cents; the word for each.
    fn check(lots: &[(i32, i32, Origin, i64)], expected: &[&str]) {
        let day = |year| NaiveDate::from_ymd_opt(year, 12, 31).expect("a day");
        let holding = |(index, (last, vintage, origin, cents)): (usize, &(i32, i32, Origin, i64))| {
            let mut lot = lot(&format!("A-{index}"), 1, 10, *vintage);
            (lot.expires_on, lot.origin) = (day(*last), *origin);
            lot.facts.unit_price = Some(Decimal::new(*cents, 2));
            Holding::new(lot, day(2020))
        };
        let holdings: Vec<_> = lots.iter().enumerate().map(holding).collect();
        let all: Vec<_> = holdings.iter().collect();
        let words: Vec<_> = all.iter().map(|one| Turn::of(one, &all).word()).collect();
        assert_eq!(words, expected, "{lots:?}");
    }

    #[test]
    fn a_lot_is_said_to_stand_where_it_does_for_what_sets_it_apart() {
        use Origin::{Purchased, SelfGenerated};
        check(&[(2026, 2023, Purchased, 100)], &["expires_first"]);
        check(
            &[(2026, 2023, Purchased, 100), (2027, 2024, SelfGenerated, 0)],
            &["expires_first", "expires_next"],
        );
        check(
            &[(2027, 2023, Purchased, 100), (2027, 2024, Purchased, 90)],
            &["older_vintage", "newer_vintage"],
        );
        check(
            &[(2027, 2024, SelfGenerated, 90), (2027, 2024, Purchased, 90)],
            &["own_no_cost", "higher_cost"],
        );
        check(&[(2027, 2024, Purchased, 80), (2027, 2024, Purchased, 90)], &["lowest_cost", "higher_cost"]);
        check(&[(2027, 2024, Purchased, 90), (2027, 2024, Purchased, 90)], &["same_cost", "same_cost"]);
        // Two of one vintage and price beside an older one: it is the vintage that sets them apart.
        let newer = (2027, 2025, Purchased, 90);
        check(
            &[(2027, 2024, Purchased, 95), newer, newer],
            &["older_vintage", "newer_vintage", "newer_vintage"],
        );
    }
}
