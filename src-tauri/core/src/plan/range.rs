//! What the band of the new mass does to a plan.

use super::driver::Drivers;
use super::known::Known;
use super::{PlanError, Solve, with_needs};
use rust_decimal::Decimal;

/// A plan for one end of the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Certificates to buy for the years to come.
    pub to_buy: i64,
    /// What they cost.
    pub cost: Decimal,
    /// Units that nothing serves.
    pub short: i64,
}

/// Plans for both ends of the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If all masses lie at the low end.
    pub low: End,
    /// As planned.
    pub mid: End,
    /// If all lie at the high end.
    pub high: End,
}

impl Range {
    /// Certificates that would be missing if one bought for the low end and the mid came true.
    pub fn risk_of_low(&self) -> i64 {
        (self.mid.to_buy - self.low.to_buy).max(0)
    }

    /// What buying for the high end costs more than the mid.
    pub fn price_of_high(&self) -> Decimal {
        self.high.cost - self.mid.cost
    }
}

/// Plans for the low end, the mid and the high end; budgets are left out, so that each end costs what it needs.
pub fn range(known: &Known, drivers: &Drivers, solve: &Solve) -> Result<Range, PlanError> {
    let drivers = &Drivers { budget: None, ..drivers.clone() };
    Ok(Range {
        low: End::of(&with_needs(known, drivers, solve, |needs| needs.low)?),
        mid: End::of(&with_needs(known, drivers, solve, |needs| needs.mid)?),
        high: End::of(&with_needs(known, drivers, solve, |needs| needs.high)?),
    })
}

impl End {
    /// The sums of the years to come.
    pub fn of(plan: &super::Plan) -> Self {
        let (to_buy, cost) = plan.bought_ahead();
        let ahead = plan.years.iter().filter(|year| !year.is_passed);
        Self {
            to_buy,
            cost,
            short: ahead.filter_map(|year| year.shortfall).map(|short| short.quantity).sum(),
        }
    }
}
