//! Own retired hardware put back into circulation, as the Circularity Standard quantifies it (§5.1).

use super::factor::Factor;
use super::of_mass;
use crate::mass::Mass;
use rust_decimal::Decimal;

/// Energy or another thing that restoring the hardware used up: EC and EF of the Standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Energy {
    /// What was used, in words.
    pub name: String,
    /// How much of it.
    pub amount: Decimal,
    /// Its unit.
    pub unit: String,
    /// kgCO2e for one unit.
    pub kgco2e: Decimal,
    /// Where the factor is from: a factor of a set, or a source in words.
    pub source: String,
}

impl Energy {
    /// EC × EF, kgCO2e; nothing where it cannot be held.
    pub fn emissions(&self) -> Option<Decimal> {
        self.amount.checked_mul(self.kgco2e)
    }
}

/// What one shipment put back into circulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReusedShipment {
    /// Its batch, else its provider.
    pub shipment: String,
    /// Q: what was restored of it, by category key.
    pub restored: Vec<(Option<String>, Mass)>,
}

/// Emissions of reuse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reuse {
    /// Q output: what was put back into circulation.
    pub output: Mass,
    /// Mass among it that no factor stands for: in no baseline.
    pub without_factor: Mass,
    /// BE = Σ(Q × SE), kgCO2e: making as much new hardware; nothing where no factor is there.
    pub baseline: Option<Decimal>,
    /// PE = Σ(EC × EF), kgCO2e; nothing where nobody said what restoring used up.
    pub project: Option<Decimal>,
    /// LE: taken as 0 (§5.1).
    pub leakage: Decimal,
}

impl Reuse {
    /// ER = BE − PE − LE, kgCO2e; nothing where one of them is not known.
    pub fn reductions(&self) -> Option<Decimal> {
        Some(self.baseline? - self.project? - self.leakage)
    }

    /// I = E ÷ Q output: what the process emits for one kg of hardware, kgCO2e; nothing without an output.
    pub fn intensity(&self) -> Option<Decimal> {
        self.project?.checked_div(self.output.kilograms())
    }
}

/// What shipments come to: each by itself, then all together. The energy of the process is of them all, so each carries
/// as much of it as its share of the output. Nothing where a figure cannot be held.
pub fn reuse<'a>(
    shipments: &[ReusedShipment],
    factor: &dyn Fn(Option<&str>) -> Option<&'a Factor>,
    energy: &[Energy],
) -> Option<(Vec<Reuse>, Reuse)> {
    let mut each = Vec::with_capacity(shipments.len());
    let mut all = Reuse::default();
    for shipment in shipments {
        let one = baseline(shipment, factor)?;
        all.output = all.output.checked_add(one.output)?;
        all.without_factor = all.without_factor.checked_add(one.without_factor)?;
        if let Some(baseline) = one.baseline {
            all.baseline = Some(all.baseline.unwrap_or_default().checked_add(baseline)?);
        }
        each.push(one);
    }
    if !energy.is_empty() {
        let used = energy.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.emissions()?))?;
        all.project = Some(used);
    }
    for one in &mut each {
        one.project = all.intensity().map(|intensity| intensity * one.output.kilograms());
    }
    Some((each, all))
}

fn baseline<'a>(
    shipment: &ReusedShipment,
    factor: &dyn Fn(Option<&str>) -> Option<&'a Factor>,
) -> Option<Reuse> {
    let mut one = Reuse::default();
    for (category, mass) in &shipment.restored {
        one.output = one.output.checked_add(*mass)?;
        match factor(category.as_deref()) {
            Some(factor) => {
                let made = of_mass(*mass, factor)?;
                one.baseline = Some(one.baseline.unwrap_or_default().checked_add(made)?);
            }
            None => one.without_factor = one.without_factor.checked_add(*mass)?,
        }
    }
    Some(one)
}
