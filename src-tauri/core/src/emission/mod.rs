//! Emissions beside the requirement, never inside it (Circularity Standard §5): what new hardware caused to be made, by
//! its mass and beside that by what was paid for it, and what reuse put in the place of new hardware. Nothing here is
//! netted, covered, certified or added to kilograms of hardware.

mod factor;
mod purchase;
mod reuse;
mod year;

pub use factor::{Assignments, Basis, Factor, FactorSet, Publisher};
pub use purchase::{Band, Estimate, Priced, SameLines, estimate, same_lines};
pub use reuse::{Energy, Reuse, ReusedShipment, reuse};
pub use year::{Known, Pinned, Purchased, YearEmissions};

use crate::mass::Mass;
use rust_decimal::{Decimal, RoundingStrategy};

/// Places that an emission is written with: grams of a kilogram.
const PLACES: u32 = 3;

/// Emissions of a mass at a factor in kgCO2e a tonne; nothing where they cannot be held.
pub fn of_mass(mass: Mass, factor: &Factor) -> Option<Decimal> {
    (mass.kilograms() / Decimal::ONE_THOUSAND).checked_mul(factor.kgco2e)
}

/// The emission as it is written: whole grams, half to even. The one place where it is rounded.
pub fn written(kgco2e: Decimal) -> Decimal {
    kgco2e.round_dp_with_strategy(PLACES, RoundingStrategy::MidpointNearestEven).normalize()
}

#[cfg(test)]
mod tests;
