//! Where the mass of one unit comes from, first that applies.

use crate::catalogue::Catalogue;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Where a line's mass came from; the line keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WeightSource {
    /// The row itself.
    Row,
    /// The organisation's catalogue, by manufacturer and model.
    Catalogue,
    /// The organisation's own average for the category.
    OwnAverage,
    /// The shipped category default.
    Default,
    /// Nothing gives it a weight.
    Unresolved,
}

impl WeightSource {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 5] =
        [Self::Row, Self::Catalogue, Self::OwnAverage, Self::Default, Self::Unresolved];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Catalogue => "catalogue",
            Self::OwnAverage => "own_average",
            Self::Default => "default",
            Self::Unresolved => "unresolved",
        }
    }

    /// The source stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.word() == word)
    }

    /// Whether the mass belongs to the device itself (data tier "specific") and not to its kind.
    pub fn is_specific(self) -> bool {
        matches!(self, Self::Row | Self::Catalogue)
    }
}

/// The mass of one unit with its band, in kg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitMass {
    /// Low end (p25 of a default).
    pub low: Decimal,
    /// The mass reported (median of a default).
    pub mid: Decimal,
    /// High end (p75 of a default).
    pub high: Decimal,
    /// Where it came from.
    pub source: WeightSource,
}

impl UnitMass {
    /// A mass without a band.
    pub fn exact(kilograms: Decimal, source: WeightSource) -> Self {
        Self { low: kilograms, mid: kilograms, high: kilograms, source }
    }
}

/// Shipped default of one category, with its source's spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryDefault {
    /// 25th percentile, kg.
    pub p25: Decimal,
    /// Median, kg.
    pub median: Decimal,
    /// 75th percentile, kg.
    pub p75: Decimal,
    /// How many devices it rests on.
    pub devices: i64,
}

/// What identifies a device in a row; category is a key such as `laptop`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Device<'a> {
    /// The row's item text.
    pub item: Option<&'a str>,
    /// Manufacturer.
    pub manufacturer: Option<&'a str>,
    /// Model.
    pub model: Option<&'a str>,
    /// Category key.
    pub category: Option<&'a str>,
}

/// Everything that can give a unit mass beside the row: catalogue, then own average, then default.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// The organisation's catalogue.
    pub catalogue: Catalogue,
    /// The organisation's own average by category key, kg.
    pub own_averages: BTreeMap<String, Decimal>,
    /// The shipped defaults by category key.
    pub defaults: BTreeMap<String, CategoryDefault>,
}

impl Weights {
    /// The first that applies to a device whose row states no mass; nothing where all are silent.
    pub fn find(&self, device: Device<'_>) -> Option<UnitMass> {
        self.catalogue
            .find(device)
            .map(|kg| UnitMass::exact(kg, WeightSource::Catalogue))
            .or_else(|| {
                let own = self.own_averages.get(device.category?)?;
                Some(UnitMass::exact(*own, WeightSource::OwnAverage))
            })
            .or_else(|| {
                let shipped = self.defaults.get(device.category?)?;
                Some(UnitMass {
                    low: shipped.p25,
                    mid: shipped.median,
                    high: shipped.p75,
                    source: WeightSource::Default,
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CatalogueDevice;

    #[test]
    fn the_first_that_applies() {
        let laptop =
            CategoryDefault { p25: Decimal::ONE, median: Decimal::TWO, p75: Decimal::TEN, devices: 394 };
        let mut weights = Weights {
            defaults: BTreeMap::from([("laptop".into(), laptop.clone()), ("monitor".into(), laptop)]),
            own_averages: BTreeMap::from([("monitor".into(), Decimal::from(6))]),
            ..Weights::default()
        };
        weights.catalogue.add(CatalogueDevice::new(Some("Halden"), Some("A14-5"), None, Decimal::from(3)));
        let device = |model, category| Device {
            manufacturer: Some("halden"),
            model: Some(model),
            category: Some(category),
            ..Device::default()
        };
        for (model, category, expected) in [
            ("A14 5", "laptop", Some((3, WeightSource::Catalogue))),
            ("B1", "monitor", Some((6, WeightSource::OwnAverage))),
            ("B1", "laptop", Some((2, WeightSource::Default))),
            ("B1", "printer", None),
        ] {
            let found = weights.find(device(model, category)).map(|unit| (unit.mid, unit.source));
            assert_eq!(found, expected.map(|(kg, source)| (Decimal::from(kg), source)), "{model} {category}");
        }
    }
}
