//! Which driver moves the cost most: each alone, by one step to either side, planned again.

use super::driver::{Drivers, Path};
use super::known::Known;
use super::range::End;
use super::{PlanError, Solve, plan};
use rust_decimal::Decimal;

/// A driver that is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lever {
    /// Refurbished share, ± 5 points.
    Refurbished,
    /// Price, ± 10 %.
    Price,
    /// Yield, ± 5 points.
    Yield,
    /// Growth, ± 1 point.
    Growth,
    /// Weight per device, ± 1 point a year.
    Weight,
}

impl Lever {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Refurbished, Self::Price, Self::Yield, Self::Growth, Self::Weight];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Refurbished => "refurbished",
            Self::Price => "price",
            Self::Yield => "yield",
            Self::Growth => "growth",
            Self::Weight => "weight",
        }
    }

    /// Its step: points, or percent of a price.
    pub fn step(self) -> Decimal {
        Decimal::from(match self {
            Self::Refurbished | Self::Yield => 5,
            Self::Price => 10,
            Self::Growth | Self::Weight => 1,
        })
    }

    /// The drivers with this one moved by a step to the side that lowers the cost, or to the other.
    pub fn moved(self, drivers: &Drivers, is_lower: bool) -> Drivers {
        let mut moved = drivers.clone();
        let step = if is_lower { -self.step() } else { self.step() };
        match self {
            Self::Refurbished => moved.refurbished_points -= step,
            Self::Yield => moved.yields.points -= step,
            Self::Growth => moved.growth = drivers.growth.moved(step),
            Self::Weight => moved.weight = drivers.weight.moved(step),
            Self::Price => {
                let factor = super::mass::factor(step);
                let change = |path: &Path| path.map(|price| price.checked_mul(factor).unwrap_or(price));
                moved.prices = drivers.prices.iter().map(change).collect();
            }
        }
        moved
    }
}

/// What a driver does to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swing {
    /// The driver.
    pub lever: Lever,
    /// The plan with it moved to the side that lowers the cost.
    pub lower: End,
    /// The plan with it moved to the other side.
    pub higher: End,
}

impl Swing {
    /// How far the cost lies apart.
    pub fn width(&self) -> Decimal {
        (self.higher.cost - self.lower.cost).abs()
    }
}

/// The drivers by what they do to the cost of meeting every need, the widest first. Budgets are left out: a plan that
/// stops at its budget would seem to cost no more.
pub fn swings(known: &Known, drivers: &Drivers, solve: &Solve) -> Result<Vec<Swing>, PlanError> {
    let drivers = &Drivers { budget: None, ..drivers.clone() };
    let end = |drivers: &Drivers| plan(known, drivers, solve).map(|plan| End::of(&plan));
    let mut swings = Vec::with_capacity(Lever::ALL.len());
    for lever in Lever::ALL {
        let lower = end(&lever.moved(drivers, true))?;
        let higher = end(&lever.moved(drivers, false))?;
        swings.push(Swing { lever, lower, higher });
    }
    swings.sort_by_key(|swing| (std::cmp::Reverse(swing.width()), swing.lever));
    Ok(swings)
}
