//! How much more can be recorded until a total could no longer be held.
//!
//! Every total is a sum of some of the amounts. As long as all amounts together, without their signs, can be held, so can
//! each of them; the first that could break one is refused by itself.

use crate::mass::Mass;

/// What is recorded, without its signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    quantity: i64,
    milligrams: i64,
}

/// Together with what is recorded it could not be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRoom {
    /// Units.
    #[error(
        "with {quantity} more units all quantities together would exceed {}, and totals of them could not be held",
        i64::MAX
    )]
    Units {
        /// Units asked for.
        quantity: i64,
    },
    /// Mass.
    #[error("with {mass} more all masses together would exceed {most}, and totals of them could not be held")]
    Mass {
        /// Mass asked for.
        mass: Mass,
        /// Mass that can be held.
        most: Mass,
    },
}

impl Room {
    /// What is left beside units and a mass that are recorded.
    pub fn beside(quantity: i64, mass: Mass) -> Self {
        Self { quantity, milligrams: mass.milligrams() }
    }

    /// Takes the room of a record: of its masses, none of which is ever added to another, that of the largest.
    pub fn take(&mut self, quantity: i64, masses: impl IntoIterator<Item = Mass>) -> Result<(), NoRoom> {
        let largest = masses.into_iter().max_by_key(|mass| mass.milligrams().unsigned_abs());
        let mass = largest.unwrap_or(Mass::ZERO);
        let units = quantity.checked_abs().and_then(|units| self.quantity.checked_add(units));
        let milligrams = mass.milligrams().checked_abs().and_then(|more| self.milligrams.checked_add(more));
        let quantity = units.ok_or(NoRoom::Units { quantity })?;
        let most = Mass::from_milligrams(i64::MAX);
        let milligrams = milligrams.ok_or(NoRoom::Mass { mass, most })?;
        *self = Self { quantity, milligrams };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kg(kilograms: i64) -> Mass {
        Mass::from_milligrams(kilograms * 1_000_000)
    }

    #[test]
    fn the_record_that_breaks_a_total_is_refused_and_the_next_fits() {
        let mut room = Room::default();
        assert_eq!(room.take(1, [kg(4_700_000_000_000)]), Ok(()));
        assert!(matches!(room.take(1, [kg(4_700_000_000_000)]), Err(NoRoom::Mass { .. })));
        assert_eq!(room.take(1, [kg(4_500_000_000_000)]), Ok(()));
        assert!(matches!(room.take(-1, [kg(-24_000_000_000)]), Err(NoRoom::Mass { .. })));
    }

    #[test]
    fn a_band_is_as_large_as_its_largest_end_and_units_count_without_their_sign() {
        let mut room = Room::beside(i64::MAX - 2, Mass::ZERO);
        assert_eq!(room.take(-2, [kg(1), kg(-3), kg(2)]), Ok(()));
        assert_eq!(room, Room::beside(i64::MAX, kg(3)));
        assert_eq!(room.take(1, []), Err(NoRoom::Units { quantity: 1 }));
        assert_eq!(room.take(i64::MIN, []), Err(NoRoom::Units { quantity: i64::MIN }));
        assert!(room.take(0, [Mass::from_milligrams(i64::MIN)]).is_err());
    }
}
