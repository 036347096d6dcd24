//! How the masses of devices that are alike spread.

use rust_decimal::{Decimal, MathematicalOps};

/// How the masses of devices that are alike spread, in kg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many devices, one vote for each maker and mass.
    pub n: usize,
    /// Mean, to the gram: what a total needs.
    pub mean: Decimal,
    /// Standard deviation of one device.
    pub deviation: Decimal,
    /// 25th percentile, by linear interpolation.
    pub p25: Decimal,
    /// Median.
    pub median: Decimal,
    /// 75th percentile.
    pub p75: Decimal,
}

impl Spread {
    /// The spread of masses; nothing where there are none.
    pub fn of(masses: &mut [Decimal]) -> Option<Self> {
        masses.sort_unstable();
        let n = Decimal::from(masses.len());
        let mean = masses.iter().sum::<Decimal>().checked_div(n)?;
        let squares: Decimal = masses.iter().map(|kg| (*kg - mean) * (*kg - mean)).sum();
        let variance = squares.checked_div(n - Decimal::ONE).unwrap_or(Decimal::ZERO);
        Some(Self {
            n: masses.len(),
            mean: mean.round_dp(3),
            deviation: variance.sqrt().unwrap_or(Decimal::ZERO).round_dp(4),
            p25: quantile(masses, 25),
            median: quantile(masses, 50),
            p75: quantile(masses, 75),
        })
    }

    /// The spread of as many devices so many times as heavy.
    pub fn times(self, by: Decimal) -> Self {
        let of = |kg: Decimal, places| (kg * by).round_dp(places);
        Self {
            n: self.n,
            mean: of(self.mean, 3),
            deviation: of(self.deviation, 4),
            p25: of(self.p25, 4),
            median: of(self.median, 4),
            p75: of(self.p75, 4),
        }
    }

    /// The ends of a range that holds nine in ten devices like these, log-normal by moments; with few devices wider
    /// (Student's t).
    pub fn range(&self) -> (Decimal, Decimal) {
        ninety_percent(self.mean, self.deviation, self.n)
    }
}

/// Low and high ends of a 90 % range around a mean that is never below zero: log-normal with that mean and deviation.
pub fn ninety_percent(mean: Decimal, deviation: Decimal, n: usize) -> (Decimal, Decimal) {
    if mean <= Decimal::ZERO || deviation.is_zero() {
        return (mean, mean);
    }
    let ratio = deviation / mean;
    let spread = (Decimal::ONE + ratio * ratio).ln();
    let half = student(n) * spread.sqrt().unwrap_or(Decimal::ZERO);
    let middle = mean.ln() - spread / Decimal::TWO;
    ((middle - half).exp().round_dp(4), (middle + half).exp().round_dp(4))
}

/// The 95th percentile of Student's t for n observations.
fn student(n: usize) -> Decimal {
    const T: [(usize, i64); 12] = [
        (2, 6314),
        (3, 2920),
        (4, 2353),
        (5, 2132),
        (6, 2015),
        (8, 1895),
        (10, 1833),
        (15, 1761),
        (20, 1729),
        (30, 1699),
        (60, 1671),
        (usize::MAX, 1645),
    ];
    // Published averages without a number of devices are of many.
    let n = if n == 0 { usize::MAX } else { n };
    let thousandths = T.iter().find(|(most, _)| n <= *most).map_or(1645, |(_, t)| *t);
    Decimal::new(thousandths, 3)
}

fn quantile(sorted: &[Decimal], percent: usize) -> Decimal {
    let place = (sorted.len() - 1) * percent;
    let (whole, rest) = (place / 100, place % 100);
    let low = sorted[whole];
    let high = sorted.get(whole + 1).copied().unwrap_or(low);
    (low + (high - low) * Decimal::from(rest) / Decimal::ONE_HUNDRED).round_dp(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kg(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn a_range_of_nine_in_ten_lies_around_the_mean_and_widens_with_few() {
        let (low, high) = ninety_percent(kg("5"), kg("1"), 100);
        assert!(low < kg("3.7") && low > kg("3.3") && high > kg("6.5") && high < kg("7.0"), "{low} {high}");
        let few = ninety_percent(kg("5"), kg("1"), 4);
        assert!(few.0 < low && few.1 > high);
    }

    #[test]
    fn quantiles_are_interpolated() {
        let spread = Spread::of(&mut [kg("1"), kg("2"), kg("3"), kg("10")]).expect("a spread");
        assert_eq!(
            (spread.mean, spread.p25, spread.median, spread.p75),
            (kg("4"), kg("1.75"), kg("2.5"), kg("4.75"))
        );
    }
}
