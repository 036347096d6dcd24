//! The 90 % range of a total in which some masses are estimated. A model's true mass is one unknown, shared by all its
//! units; different models are independent; the error of an average is shared by all that it stands in for.

use crate::spread::ninety_percent;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, MathematicalOps};
use std::collections::BTreeMap;

/// Units of one model whose mass is estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimated<'a> {
    /// What tells the model from others.
    pub model: &'a str,
    /// The family or class whose average stands in.
    pub class: &'a str,
    /// Units; below zero for returns.
    pub units: i64,
    /// The average, kg.
    pub mean: Decimal,
    /// Standard deviation of one model, kg.
    pub deviation: Decimal,
    /// How many devices the average rests on.
    pub n: usize,
}

/// A total with the range that holds it nine times in ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The total: exact masses and means.
    pub mid: Decimal,
    /// Low end of the 90 % range.
    pub low: Decimal,
    /// High end.
    pub high: Decimal,
}

/// The total of exact masses and estimated ones. The variance is the sum over models of (units × deviation)² and over
/// classes of (units × standard error)². Few devices widen the range: Student's t with the degrees of freedom that
/// Welch and Satterthwaite give to a sum of variances. The ends are those of a log-normal of this mean and variance,
/// laid over the estimated part alone.
pub fn total(exact: Decimal, estimated: &[Estimated<'_>]) -> Range {
    let mut classes: BTreeMap<&str, Class<'_>> = BTreeMap::new();
    let mut mean = Decimal::ZERO;
    for one in estimated {
        let units = Decimal::from(one.units);
        mean += units * one.mean;
        let class = classes.entry(one.class).or_default();
        class.n = one.n;
        *class.models.entry(one.model).or_default() += units * one.deviation;
        class.error += units * one.deviation.checked_div(root(Decimal::from(one.n))).unwrap_or(Decimal::ZERO);
    }
    let variances = || classes.values().map(|class| (class.variance(), class.n));
    let variance: Decimal = variances().map(|(variance, _)| variance).sum();
    // Relative to the whole, so that no square grows beyond what a decimal holds.
    let share = |(part, n): (Decimal, usize)| {
        let share = part.checked_div(variance).unwrap_or(Decimal::ZERO);
        // A published average names no number of devices: it is of many. So few as have no spread of their own are taken
        // to have that of all such few.
        let freedom = if n < 3 { Decimal::ONE_THOUSAND } else { Decimal::from(n - 1) };
        share * share / freedom
    };
    let inverse: Decimal = variances().map(share).sum();
    let freedom = Decimal::ONE.checked_div(inverse).and_then(|freedom| freedom.to_usize()).unwrap_or(1000);
    let (low, high) = ninety_percent(mean, root(variance), freedom + 1);
    Range { mid: exact + mean, low: exact + low, high: exact + high }
}

/// What one average stands in for.
#[derive(Debug, Default)]
struct Class<'a> {
    /// Units × deviation of each model.
    models: BTreeMap<&'a str, Decimal>,
    /// Units × standard error of all of them.
    error: Decimal,
    n: usize,
}

impl Class<'_> {
    fn variance(&self) -> Decimal {
        let parts = self.models.values().chain([&self.error]);
        parts.map(|part| part.saturating_mul(*part)).fold(Decimal::ZERO, Decimal::saturating_add)
    }
}

fn root(of: Decimal) -> Decimal {
    of.sqrt().unwrap_or(Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one<'a>(model: &'a str, class: &'a str, units: i64) -> Estimated<'a> {
        let (mean, deviation) = (Decimal::from(2), Decimal::new(4, 1));
        Estimated { model, class, units, mean, deviation, n: 100 }
    }

    fn width(estimated: &[Estimated<'_>]) -> Decimal {
        let range = total(Decimal::ZERO, estimated);
        (range.high - range.low) / range.mid
    }

    #[test]
    fn units_of_one_model_share_its_error_and_models_do_not() {
        let same = [one("a", "laptop", 50), one("a", "laptop", 50)];
        let other = [one("a", "laptop", 50), one("b", "laptop", 50)];
        assert!((width(&same) - width(&[one("a", "laptop", 100)])).abs() < Decimal::new(1, 6));
        assert!(width(&other) < width(&same));
    }

    #[test]
    fn what_is_exact_has_no_range_and_returns_take_away() {
        let range = total(Decimal::TEN, &[]);
        assert_eq!((range.low, range.mid, range.high), (Decimal::TEN, Decimal::TEN, Decimal::TEN));
        let range = total(Decimal::ZERO, &[one("a", "laptop", 5), one("a", "laptop", -5)]);
        assert_eq!((range.low, range.mid, range.high), (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO));
    }
}
