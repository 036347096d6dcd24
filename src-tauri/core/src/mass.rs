//! Mass as whole milligrams, and the units a spreadsheet may state it in.

use crate::class::MILLIGRAMS_PER_CERTIFICATE;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// A mass in whole milligrams; negative for returns and credits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mass(i64);

/// A mass that does not fit: more than about nine billion tonnes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mass of {kilograms} kg is too large to be recorded")]
pub struct MassTooLarge {
    /// The mass that was asked for, in kg.
    pub kilograms: Decimal,
}

/// Milligrams in a kilogram.
const MILLIGRAMS: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl Mass {
    /// No mass at all.
    pub const ZERO: Self = Self(0);

    /// A mass of whole milligrams.
    pub const fn from_milligrams(milligrams: i64) -> Self {
        Self(milligrams)
    }

    /// The mass in whole milligrams, as it is stored.
    pub const fn milligrams(self) -> i64 {
        self.0
    }

    /// Rounds kilograms to whole milligrams, half to even. This is the one place where a mass is rounded.
    pub fn from_kilograms(kilograms: Decimal) -> Result<Self, MassTooLarge> {
        kilograms
            .checked_mul(MILLIGRAMS)
            .map(|mg| mg.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven))
            .and_then(|mg| mg.to_i64())
            .map(Self)
            .ok_or(MassTooLarge { kilograms })
    }

    /// Quantity × unit mass in kg, rounded once.
    pub fn of_units(quantity: i64, unit_mass_kg: Decimal) -> Result<Self, MassTooLarge> {
        Decimal::from(quantity)
            .checked_mul(unit_mass_kg)
            .ok_or(MassTooLarge { kilograms: unit_mass_kg })
            .and_then(Self::from_kilograms)
    }

    /// The exact mass in kg, without trailing zeros.
    pub fn kilograms(self) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(self.0), 6).normalize()
    }

    /// Whole certificates for this mass, rounded up; none for a mass of zero or below (Guide: 1 kg = 1 I-TEC).
    pub fn certificates_rounded_up(self) -> i64 {
        let whole = self.0.div_euclid(MILLIGRAMS_PER_CERTIFICATE);
        (whole + i64::from(self.0.rem_euclid(MILLIGRAMS_PER_CERTIFICATE) > 0)).max(0)
    }

    /// Whole certificates that this mass can be issued for, rounded down; none below zero.
    pub fn certificates_rounded_down(self) -> i64 {
        self.0.div_euclid(MILLIGRAMS_PER_CERTIFICATE).max(0)
    }

    /// The sum, unless it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl Add for Mass {
    type Output = Self;
    /// Saturates: a file's total is bounded when its lines are read.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Mass {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Mass {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Mass {
    fn sum<I: Iterator<Item = Self>>(masses: I) -> Self {
        masses.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Mass {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} kg", self.kilograms())
    }
}

/// A unit in which a spreadsheet states mass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MassUnit {
    /// Milligram.
    Milligram,
    /// Gram.
    Gram,
    /// Kilogram.
    Kilogram,
    /// Metric tonne, 1,000 kg.
    Tonne,
    /// International avoirdupois ounce.
    Ounce,
    /// International avoirdupois pound.
    Pound,
    /// Ton of the United States, 2,000 lb.
    ShortTon,
    /// Imperial ton, 2,240 lb.
    LongTon,
}

impl MassUnit {
    /// Exact kilograms in one of this unit (1 lb = 0.45359237 kg, 1 oz = 0.028349523125 kg).
    pub fn kilograms(self) -> Decimal {
        match self {
            Self::Milligram => Decimal::new(1, 6),
            Self::Gram => Decimal::new(1, 3),
            Self::Kilogram => Decimal::ONE,
            Self::Tonne => Decimal::ONE_THOUSAND,
            Self::Ounce => Decimal::new(28_349_523_125, 12),
            Self::Pound => Decimal::new(45_359_237, 8),
            Self::ShortTon => Decimal::new(90_718_474, 5),
            Self::LongTon => Decimal::new(10_160_469_088, 7),
        }
    }

    /// The exact kilograms of `amount` in this unit, or nothing where it does not fit.
    pub fn to_kilograms(self, amount: Decimal) -> Option<Decimal> {
        amount.checked_mul(self.kilograms()).map(|kg| kg.normalize())
    }

    /// The symbol, as written in a mapping: kg, g, lb, oz, t.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Milligram => "mg",
            Self::Gram => "g",
            Self::Kilogram => "kg",
            Self::Tonne => "t",
            Self::Ounce => "oz",
            Self::Pound => "lb",
            Self::ShortTon => "short_ton",
            Self::LongTon => "long_ton",
        }
    }

    /// The unit with this symbol.
    pub fn from_symbol(symbol: &str) -> Option<Self> {
        [
            Self::Milligram,
            Self::Gram,
            Self::Kilogram,
            Self::Tonne,
            Self::Ounce,
            Self::Pound,
            Self::ShortTon,
            Self::LongTon,
        ]
        .into_iter()
        .find(|unit| unit.symbol() == symbol)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kg(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn a_line_is_rounded_once_half_to_even() {
        for (quantity, unit, expected) in [
            (1, "0.0000005", 0),
            (1, "0.0000015", 2),
            (3, "0.0000005", 2),
            (2, "1.67", 3_340_000),
            (-2, "1.67", -3_340_000),
        ] {
            assert_eq!(
                Mass::of_units(quantity, kg(unit)).map(Mass::milligrams),
                Ok(expected),
                "{quantity} × {unit}"
            );
        }
    }

    #[test]
    fn pounds_and_ounces_are_exact() {
        assert_eq!(MassUnit::Pound.to_kilograms(kg("100000000")), Some(kg("45359237")));
        assert_eq!(MassUnit::Ounce.to_kilograms(kg("16")), Some(kg("0.45359237")));
    }

    #[test]
    fn certificates_are_whole() {
        for (milligrams, up, down) in [(0, 0, 0), (1, 1, 0), (1_000_000, 1, 1), (1_000_001, 2, 1), (-1, 0, 0)]
        {
            let mass = Mass::from_milligrams(milligrams);
            assert_eq!(
                (mass.certificates_rounded_up(), mass.certificates_rounded_down()),
                (up, down),
                "{milligrams}"
            );
        }
    }

    #[test]
    fn too_much_is_refused() {
        assert!(Mass::from_kilograms(Decimal::MAX).is_err());
        assert!(Mass::of_units(i64::MAX, Decimal::MAX).is_err());
    }

    proptest! {
        #[test]
        fn milligrams_survive_kilograms(milligrams in any::<i64>()) {
            let mass = Mass::from_milligrams(milligrams);
            prop_assert_eq!(Mass::from_kilograms(mass.kilograms()), Ok(mass));
        }
    }
}
