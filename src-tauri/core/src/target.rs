//! What coverage an organisation committed to: a share of new mass by year, set on a day, against a base year.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

/// A coverage target, beside the share of each year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverageTarget {
    /// The year it is measured against.
    pub base_year: Option<i32>,
    /// The day it was set.
    pub set_on: Option<NaiveDate>,
    /// The target in the organisation's own words.
    pub wording: Option<String>,
}

/// The last year of a path of shares, with its share: where the target ends.
pub fn end_of_path(path: &[(i32, Decimal)]) -> Option<(i32, Decimal)> {
    path.iter().copied().max_by_key(|(year, _)| *year)
}

/// How much of the way from the base year's share to the target's has been gone, percent with two places, from 0 to 100;
/// nothing where there is no way to go. Shares are percent.
pub fn achieved_percent(base: Decimal, now: Decimal, target: Decimal) -> Option<Decimal> {
    let way = target.checked_sub(base)?;
    if way <= Decimal::ZERO {
        return None;
    }
    let gone = now.checked_sub(base)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(way)?;
    let rounded = gone.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
    Some(rounded.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_achieved_as_far_as_its_way_was_gone() {
        let of = |base: i64, now: i64, target: i64| {
            achieved_percent(base.into(), now.into(), target.into())
                .map(|share| share.normalize().to_string())
        };
        assert_eq!(of(0, 30, 100).as_deref(), Some("30"));
        assert_eq!(of(40, 70, 100).as_deref(), Some("50"));
        assert_eq!(of(40, 30, 100).as_deref(), Some("0"));
        assert_eq!(of(40, 120, 100).as_deref(), Some("100"));
        assert_eq!(of(100, 100, 100), None);
    }

    #[test]
    fn a_path_ends_in_its_last_year() {
        let path = [(2028, Decimal::from(60)), (2030, Decimal::from(100)), (2026, Decimal::from(30))];
        assert_eq!(end_of_path(&path), Some((2030, Decimal::from(100))));
        assert_eq!(end_of_path(&[]), None);
    }
}
