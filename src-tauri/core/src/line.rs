//! A procurement line: what was bought, in which condition, and how its mass is known.

use crate::mass::{Mass, MassTooLarge};
use crate::percent::percent;
use crate::weighing::Weighing;
use crate::weight::{Device, UnitMass, WeightSource};
use chrono::NaiveDate;
use compact_str::CompactString;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Condition of bought hardware. Only new mass calls for certificates (Guide).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// Not refurbished.
    New,
    /// Refurbished before it was sold.
    Refurbished,
    /// Used, as it was.
    Used,
    /// Not said: counts as new, and is flagged.
    Unknown,
}

impl Condition {
    /// Whether mass in this condition counts as new (unknown does, conservatively).
    pub fn counts_as_new(self) -> bool {
        matches!(self, Self::New | Self::Unknown)
    }

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Refurbished => "refurbished",
            Self::Used => "used",
            Self::Unknown => "unknown",
        }
    }

    /// The condition stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::New, Self::Refurbished, Self::Used, Self::Unknown].into_iter().find(|one| one.word() == word)
    }
}

/// Scope 3 category of the GHG Protocol that a purchase falls into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope3Category {
    /// Category 1, purchased goods and services.
    PurchasedGoods,
    /// Category 2, capital goods.
    CapitalGoods,
}

impl Scope3Category {
    /// Its number: 1 or 2.
    pub fn number(self) -> i64 {
        match self {
            Self::PurchasedGoods => 1,
            Self::CapitalGoods => 2,
        }
    }

    /// The category with this number.
    pub fn from_number(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::PurchasedGoods),
            2 => Some(Self::CapitalGoods),
            _ => None,
        }
    }
}

/// A procurement line as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is, in the supplier's words.
    pub item: Option<CompactString>,
    /// Who made it.
    pub manufacturer: Option<CompactString>,
    /// Its model.
    pub model: Option<CompactString>,
    /// Category key.
    pub category: Option<CompactString>,
    /// Its condition.
    pub condition: Condition,
    /// Why it is not hardware; nothing for hardware.
    pub out_of_scope: Option<CompactString>,
    /// Units; below zero for a return.
    pub quantity: i64,
    /// What the row says of its mass.
    pub stated: StatedMass,
    /// Its mass, and where that came from.
    pub mass: LineMass,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its reporting year.
    pub year: i32,
    /// Whether the year was chosen at import for want of a date.
    pub year_assumed: bool,
    /// Purchase order or invoice.
    pub order_number: Option<CompactString>,
    /// Line of it.
    pub line_number: Option<CompactString>,
    /// Supplier.
    pub supplier: Option<CompactString>,
    /// The device's own serial number.
    pub serial_number: Option<CompactString>,
    /// Price of one unit.
    pub unit_price: Option<Decimal>,
    /// Currency.
    pub currency: Option<CompactString>,
    /// The buying entity.
    pub entity: Option<CompactString>,
    /// Country.
    pub country: Option<CompactString>,
    /// Cost centre.
    pub cost_centre: Option<CompactString>,
    /// Scope 3 category.
    pub scope3: Scope3Category,
    /// How its price decided that, or why it could not, in words; nothing where no price was to be compared.
    pub scope3_rule: Option<CompactString>,
}

impl Line {
    /// What identifies its device.
    pub fn device(&self) -> Device<'_> {
        Device {
            item: self.item.as_deref(),
            manufacturer: self.manufacturer.as_deref(),
            model: self.model.as_deref(),
            category: self.category.as_deref(),
        }
    }

    /// What a message calls it, and its units.
    pub fn named(&self) -> (Option<&str>, i64) {
        (self.item.as_deref().or(self.model.as_deref()), self.quantity)
    }

    /// Whether it is hardware at all.
    pub fn is_in_scope(&self) -> bool {
        self.out_of_scope.is_none()
    }

    /// Its mass where it counts as new hardware and is known.
    pub fn new_mass(&self) -> Option<Mass> {
        (self.is_in_scope() && self.condition.counts_as_new()).then_some(self.mass.mid).flatten()
    }
}

/// What a row says of its mass, before any catalogue is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatedMass {
    /// Mass of one unit, in kg.
    pub unit_kg: Option<Decimal>,
    /// Mass of the whole line, in kg.
    pub total_kg: Option<Decimal>,
}

/// The mass of a line with its range and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMass {
    /// Mass of one unit, in kg, where one is known.
    pub unit_kg: Option<Decimal>,
    /// The mass reported. Nothing where unresolved, never zero for unknown.
    pub mid: Option<Mass>,
    /// Low end of the line's own 90 % range (the 25th percentile of a default of earlier versions).
    pub low: Option<Mass>,
    /// High end (the 75th percentile of a default of earlier versions).
    pub high: Option<Mass>,
    /// Where the mass came from.
    pub source: WeightSource,
    /// How it was weighed, where neither the row nor the organisation's catalogue says.
    pub weighing: Option<Arc<Weighing>>,
    /// The stated total and quantity × stated unit mass differ by more than 1 %; the total was kept.
    pub total_differs: bool,
}

impl LineMass {
    /// A line that nothing gives a weight to.
    pub const UNRESOLVED: Self = Self {
        unit_kg: None,
        mid: None,
        low: None,
        high: None,
        source: WeightSource::Unresolved,
        weighing: None,
        total_differs: false,
    };

    /// Line mass = the total the row states, else quantity × unit mass (stated, else found elsewhere).
    pub fn resolve(quantity: i64, stated: StatedMass, found: Option<UnitMass>) -> Result<Self, MassTooLarge> {
        match (stated.total_kg, stated.unit_kg, found) {
            (Some(total), unit, _) => Self::from_total(quantity, total, unit),
            (None, Some(unit), _) => Self::from_unit(quantity, UnitMass::exact(unit, WeightSource::Row)),
            (None, None, Some(found)) => Self::from_unit(quantity, found),
            (None, None, None) => Ok(Self::UNRESOLVED),
        }
    }

    fn from_total(quantity: i64, total: Decimal, unit: Option<Decimal>) -> Result<Self, MassTooLarge> {
        // A return states its quantity below zero and often its mass above: the sign is the quantity's.
        let signed = if quantity < 0 { -total.abs() } else { total };
        let mass = Mass::from_kilograms(signed)?;
        let product = unit.and_then(|unit| unit.checked_mul(Decimal::from(quantity)));
        let differs = product.is_some_and(|product| differ_by_more_than_one_percent(product, signed));
        Ok(Self {
            unit_kg: unit,
            mid: Some(mass),
            low: Some(mass),
            high: Some(mass),
            source: WeightSource::Row,
            weighing: None,
            total_differs: differs,
        })
    }

    fn from_unit(quantity: i64, unit: UnitMass) -> Result<Self, MassTooLarge> {
        let (one, other) = (Mass::of_units(quantity, unit.low)?, Mass::of_units(quantity, unit.high)?);
        Ok(Self {
            unit_kg: Some(unit.mid),
            mid: Some(Mass::of_units(quantity, unit.mid)?),
            low: Some(one.min(other)),
            high: Some(one.max(other)),
            source: unit.source,
            weighing: unit.weighing,
            total_differs: false,
        })
    }
}

fn differ_by_more_than_one_percent(product: Decimal, total: Decimal) -> bool {
    let difference = (product - total).abs();
    match percent(difference, total.abs()) {
        Some(percent) => percent > Decimal::ONE,
        None => !difference.is_zero(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kg(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn stated(unit: Option<&str>, total: Option<&str>) -> StatedMass {
        StatedMass { unit_kg: unit.map(kg), total_kg: total.map(kg) }
    }

    #[test]
    fn the_stated_total_wins_and_a_difference_is_flagged() {
        for (unit, total, mass, differs) in [
            (Some("1.5"), Some("15"), "15", false),
            (Some("1.5"), Some("15.1"), "15.1", false),
            (Some("1.5"), Some("16"), "16", true),
            (None, Some("16"), "16", false),
            (Some("1.5"), None, "15", false),
        ] {
            let line = LineMass::resolve(10, stated(unit, total), None).expect("a mass");
            assert_eq!(line.mid.map(Mass::kilograms), Some(kg(mass)));
            assert_eq!((line.total_differs, line.source), (differs, WeightSource::Row));
        }
    }

    #[test]
    fn a_return_takes_mass_away() {
        let line = LineMass::resolve(-2, stated(None, Some("3")), None).expect("a mass");
        assert_eq!(line.mid.map(Mass::kilograms), Some(kg("-3")));
        let source = WeightSource::Default;
        let found = UnitMass { low: kg("1"), mid: kg("2"), high: kg("3"), source, weighing: None };
        let line = LineMass::resolve(-2, StatedMass::default(), Some(found)).expect("a mass");
        assert_eq!(line.low.map(Mass::kilograms), Some(kg("-6")));
        assert_eq!(line.high.map(Mass::kilograms), Some(kg("-2")));
    }

    #[test]
    fn unknown_is_never_zero() {
        assert_eq!(LineMass::resolve(3, StatedMass::default(), None), Ok(LineMass::UNRESOLVED));
    }
}
