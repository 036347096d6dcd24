//! The shipped assignments of factors to kinds of hardware, with what the organisation says otherwise.

use crate::ActionError;
use planner_core::emission::{Assignments, Basis};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = include_str!("../../../../assets/factors/assignments.toml");

/// What is said where no factor shall stand for a kind.
pub(super) const NONE: &str = "none";

#[derive(Deserialize)]
struct Shipped {
    activity: Side,
    spend: Side,
}

#[derive(Deserialize)]
struct Side {
    default: Option<String>,
    without: BTreeSet<String>,
    by_category: BTreeMap<String, String>,
}

/// The factors that stand for kinds of hardware, the organisation's own before the shipped ones.
pub(super) fn assignments(basis: Basis, own: &BTreeMap<String, String>) -> Result<Assignments, ActionError> {
    let shipped: Shipped = toml::from_str(FILE).map_err(|error| {
        ActionError::new("damaged_asset", format!("The shipped factor assignments are damaged: {error}."))
    })?;
    let side = match basis {
        Basis::Activity => shipped.activity,
        Basis::Spend => shipped.spend,
    };
    let (default, mut by_category, mut without) = (side.default, side.by_category, side.without);
    for (category, factor) in own {
        if factor == NONE {
            by_category.remove(category);
            without.insert(category.clone());
        } else {
            by_category.insert(category.clone(), factor.clone());
        }
    }
    Ok(Assignments { default, by_category, without })
}

#[cfg(test)]
mod tests {
    use super::*;
    use planner_core::recognise::Kind;

    #[test]
    fn the_shipped_assignments_name_kinds_that_there_are() {
        let own = BTreeMap::from([("laptop".to_owned(), NONE.to_owned())]);
        for basis in [Basis::Activity, Basis::Spend] {
            let shipped = assignments(basis, &BTreeMap::new()).expect("assignments");
            for category in shipped.by_category.keys().chain(&shipped.without) {
                assert!(Kind::from_word(category).is_some(), "{category} is no kind");
            }
            assert!(shipped.of(Some("laptop")).is_some());
            assert_eq!(assignments(basis, &own).expect("assignments").of(Some("laptop")), None);
        }
    }
}
