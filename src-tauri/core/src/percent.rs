//! Percentages as exact decimals with two places.

use rust_decimal::{Decimal, RoundingStrategy};

/// `part` ÷ `whole` in percent with two places, half to even; nothing where there is no whole.
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    if whole <= Decimal::ZERO {
        return None;
    }
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven))
}

/// Coverage: units validly retired ÷ gross requirement in percent.
/// Rounding never lifts an incomplete coverage to 100 %; it stops at 99.99 %.
pub fn coverage_percent(retired: i64, gross: i64) -> Option<Decimal> {
    let rounded = percent(retired.into(), gross.into())?;
    let incomplete = retired < gross && rounded >= Decimal::ONE_HUNDRED;
    Some(if incomplete { Decimal::new(9_999, 2) } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guides_yield() {
        assert_eq!(percent(300_000.into(), 420_000.into()), Some(Decimal::new(7_143, 2)));
        assert_eq!(percent(1.into(), 0.into()), None);
    }

    #[test]
    fn coverage_is_complete_only_when_it_is() {
        assert_eq!(coverage_percent(1_250_000, 1_250_000), Some(Decimal::ONE_HUNDRED));
        assert_eq!(coverage_percent(1_249_999, 1_250_000), Some(Decimal::new(9_999, 2)));
        assert_eq!(coverage_percent(790_000, 1_250_000), Some(Decimal::new(6_320, 2)));
    }
}
