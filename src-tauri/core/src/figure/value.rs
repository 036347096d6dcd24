//! What a figure comes to: exact, and never a text.

use crate::currency::Money;
use crate::mass::Mass;
use rust_decimal::Decimal;
use std::fmt;

/// What a figure comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A mass of lines or shipments.
    Mass(Mass),
    /// Kilograms of one unit, as a weight source gives them.
    UnitMass(Decimal),
    /// Certificates, lines, units, events or bytes.
    Count(i64),
    /// A share in percent, with the places that it is written with.
    Percent(Decimal),
    /// Tonnes of CO2e that certificates carry.
    Tonnes(Decimal),
    /// Money, in the currency in which it was paid.
    Money(Money),
    /// A calendar year.
    Year(i32),
}

impl Value {
    /// The number alone, in the figure's unit.
    pub fn number(self) -> Decimal {
        match self {
            Self::Mass(mass) => mass.kilograms(),
            Self::Count(count) => Decimal::from(count),
            Self::Year(year) => Decimal::from(year),
            Self::Money(money) => money.amount,
            Self::UnitMass(number) | Self::Percent(number) | Self::Tonnes(number) => number,
        }
    }

    /// The number without trailing zeros: as it is hashed, locked and compared.
    pub fn plain(self) -> String {
        self.number().normalize().to_string()
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(formatter)
    }
}
