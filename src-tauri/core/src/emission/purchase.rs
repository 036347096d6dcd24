//! New hardware: emissions by its mass, and beside them, of the same lines, by what was paid.

use super::factor::Factor;
use super::of_mass;
use crate::mass::Mass;
use crate::requirement::NewMass;
use rust_decimal::Decimal;

/// Emissions with the ends of the mass's band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// At the low end.
    pub low: Decimal,
    /// At the mid.
    pub mid: Decimal,
    /// At the high end.
    pub high: Decimal,
}

impl Band {
    fn of(mass: NewMass, factor: &Factor) -> Option<Self> {
        let of = |mass| of_mass(mass, factor);
        Some(Self { low: of(mass.low)?, mid: of(mass.mid)?, high: of(mass.high)? })
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, mid: self.mid + other.mid, high: self.high + other.high }
    }
}

/// Lines of new hardware of one category that are alike in price and in having a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// Category key.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Their mass; nothing where they have no weight.
    pub mass: Option<Mass>,
    /// What one cost, and in which currency; nothing where the rows do not say both.
    pub price: Option<(Decimal, String)>,
}

/// Emissions of the new hardware of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Category key.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass with its band.
    pub mass: NewMass,
    /// Lines that no mass or no factor gives emissions by mass.
    pub lines_without_activity: i64,
    /// By mass; nothing where no factor stands for the category.
    pub activity: Option<Band>,
    /// Lines that no price, no rate or no factor gives emissions by spend.
    pub lines_without_spend: i64,
    /// What was paid for the others, in dollars of the factors' year.
    pub dollars: Decimal,
    /// By spend; nothing where none of them can be said.
    pub spend: Option<Decimal>,
    /// The lines that both are known of.
    pub same: SameLines,
}

/// What the same lines come to by mass and by spend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SameLines {
    /// Lines.
    pub lines: i64,
    /// By mass, kgCO2e.
    pub activity: Decimal,
    /// By spend, kgCO2e.
    pub spend: Decimal,
}

/// The same lines of all categories together.
pub fn same_lines(estimates: &[Estimate]) -> SameLines {
    estimates.iter().map(|one| one.same).fold(SameLines::default(), |sum, one| SameLines {
        lines: sum.lines + one.lines,
        activity: sum.activity + one.activity,
        spend: sum.spend + one.spend,
    })
}

/// What the lines of one category come to. `dollar` says what one unit of a currency comes to in dollars of the factors'
/// year, where a person said so: money is converted at no other rate. Nothing where a figure cannot be held.
pub fn estimate(
    category: Option<&str>,
    mass: NewMass,
    lines: &[Priced],
    (activity, spend): (Option<&Factor>, Option<&Factor>),
    dollar: &dyn Fn(&str) -> Option<Decimal>,
) -> Option<Estimate> {
    let mut estimate = Estimate {
        category: category.map(str::to_owned),
        lines: 0,
        quantity: 0,
        mass,
        lines_without_activity: 0,
        activity: match activity {
            Some(factor) => Some(Band::of(mass, factor)?),
            None => None,
        },
        lines_without_spend: 0,
        dollars: Decimal::ZERO,
        spend: None,
        same: SameLines::default(),
    };
    for one in lines {
        estimate.lines += one.lines;
        estimate.quantity += one.quantity;
        let by_mass = match one.mass.zip(activity) {
            Some((mass, factor)) => Some(of_mass(mass, factor)?),
            None => None,
        };
        let paid = one
            .price
            .as_ref()
            .zip(spend)
            .and_then(|((price, currency), factor)| Some((*price, dollar(currency)?, factor)));
        let by_spend = match paid {
            Some((price, rate, factor)) => {
                let dollars = price.checked_mul(one.quantity.into())?.checked_mul(rate)?;
                estimate.dollars = estimate.dollars.checked_add(dollars)?;
                Some(dollars.checked_mul(factor.kgco2e)?)
            }
            None => None,
        };
        estimate.include(one.lines, by_mass, by_spend)?;
    }
    // What weighs nothing that is known has no emissions that are known, not none.
    let is_unknown = estimate.lines > 0 && estimate.lines_without_activity == estimate.lines;
    estimate.activity = estimate.activity.filter(|_| !is_unknown);
    Some(estimate)
}

impl Estimate {
    fn include(&mut self, lines: i64, by_mass: Option<Decimal>, by_spend: Option<Decimal>) -> Option<()> {
        if by_mass.is_none() {
            self.lines_without_activity += lines;
        }
        match by_spend {
            Some(kgco2e) => self.spend = Some(self.spend.unwrap_or_default().checked_add(kgco2e)?),
            None => self.lines_without_spend += lines,
        }
        if let Some((activity, spend)) = by_mass.zip(by_spend) {
            self.same = SameLines {
                lines: self.same.lines + lines,
                activity: self.same.activity.checked_add(activity)?,
                spend: self.same.spend.checked_add(spend)?,
            };
        }
        Some(())
    }
}
