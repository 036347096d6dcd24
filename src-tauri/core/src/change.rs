//! Why the new mass of a year is other than that of another: how many devices, which ones, how heavy each is, and how
//! its weight is known. The four add up to the change exactly.

use crate::mass::Mass;
use crate::requirement::LineGroup;
use crate::weight::WeightSource;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A change of new mass, explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// New mass of the year that is compared with.
    pub before: Mass,
    /// New mass of the year.
    pub after: Mass,
    /// What more or fewer devices come to, each as heavy as all were on average before.
    pub volume: Mass,
    /// What other shares of the categories come to, each as heavy as it was before. A category that was not bought before
    /// comes in with the weight it has now.
    pub mix: Mass,
    /// What lighter or heavier devices come to: of the same category, weighed in the same way.
    pub weight: Mass,
    /// What knowing weights in another way comes to: rows that state them where averages stood, lines that have a weight
    /// now and had none.
    pub method: Mass,
}

impl Change {
    /// What the year has more than the one before; below zero where it has less.
    pub fn total(&self) -> Mass {
        self.after - self.before
    }
}

/// Units and mass in milligrams.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    units: i128,
    mass: i128,
}

impl Sum {
    fn add(&mut self, group: &LineGroup) {
        self.units += i128::from(group.quantity);
        self.mass += i128::from(group.mid.milligrams());
    }
}

/// Sums of a category, and of each way its weights are known.
#[derive(Clone, Debug, Default)]
struct Category {
    all: Sum,
    by_source: BTreeMap<WeightSource, Sum>,
}

type Categories<'a> = BTreeMap<Option<&'a str>, Category>;

/// Explains the change of new mass from one year to another; nothing where a figure does not fit. Each part is rounded to
/// whole milligrams once, half to even, and the last of them is what the others leave.
pub fn explain(before: &[LineGroup], after: &[LineGroup]) -> Option<Change> {
    let (before, after) = (categories(before), categories(after));
    let (old, new) = (sum(&before), sum(&after));
    if old.units <= 0 {
        // Nothing was bought before that could be compared with.
        let change = new.mass - old.mass;
        return made(old.mass, new.mass, [change, 0, 0]);
    }
    let as_many = scaled(old.mass, new.units, old.units)?;
    let mut as_heavy: i128 = 0;
    let mut alike: i128 = 0;
    for (key, now) in &after {
        let known = before.get(key).filter(|one| one.all.units > 0);
        as_heavy += match known {
            Some(then) => scaled(then.all.mass, now.all.units, then.all.units)?,
            None => now.all.mass,
        };
        for (source, now) in &now.by_source {
            let then = known.and_then(|one| one.by_source.get(source)).filter(|one| one.units > 0);
            if let Some(then) = then {
                alike += now.mass - scaled(then.mass, now.units, then.units)?;
            }
        }
    }
    made(old.mass, new.mass, [as_many - old.mass, as_heavy - as_many, alike])
}

fn categories(groups: &[LineGroup]) -> Categories<'_> {
    let mut categories = Categories::new();
    for group in groups.iter().filter(|group| group.condition.counts_as_new()) {
        let category = categories.entry(group.category.as_deref()).or_default();
        category.all.add(group);
        category.by_source.entry(group.source).or_default().add(group);
    }
    categories
}

fn sum(categories: &Categories) -> Sum {
    categories.values().fold(Sum::default(), |sum, one| Sum {
        units: sum.units + one.all.units,
        mass: sum.mass + one.all.mass,
    })
}

/// mass × units ÷ of, to whole milligrams, half to even.
fn scaled(mass: i128, units: i128, of: i128) -> Option<i128> {
    let product = mass.checked_mul(units)?;
    let (whole, rest) = (product.div_euclid(of), product.rem_euclid(of));
    let is_up = match (2 * rest).cmp(&of) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => whole.rem_euclid(2) == 1,
        std::cmp::Ordering::Greater => true,
    };
    Some(whole + i128::from(is_up))
}

fn made(before: i128, after: i128, [volume, mix, weight]: [i128; 3]) -> Option<Change> {
    let mass = |milligrams: i128| Some(Mass::from_milligrams(i64::try_from(milligrams).ok()?));
    Some(Change {
        before: mass(before)?,
        after: mass(after)?,
        volume: mass(volume)?,
        mix: mass(mix)?,
        weight: mass(weight)?,
        method: mass(after - before - volume - mix - weight)?,
    })
}

/// A change in percent of what was before, with two places; nothing where there was nothing.
pub fn percent_of(change: Mass, before: Mass) -> Option<Decimal> {
    (before > Mass::ZERO).then(|| crate::percent::percent(change.kilograms(), before.kilograms())).flatten()
}

/// Mean price of units that cost so much together, with six places at most; nothing where there is none.
pub fn mean_price(cost: Decimal, units: i64) -> Option<Decimal> {
    cost.checked_div(Decimal::from(units)).map(|price| price.round_dp(6))
}

#[cfg(test)]
mod tests;
