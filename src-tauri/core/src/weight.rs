//! Where the mass of one unit comes from, first that applies.

use crate::catalogue::Catalogue;
use crate::device_table::DeviceTables;
use crate::own_average::OwnAverages;
use crate::recognise::Recognised;
use crate::weighing::{KnownWeight, Weighing};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Where a line's mass came from; the line keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WeightSource {
    /// The row itself.
    Row,
    /// The device itself: the organisation's catalogue, a shipped table, or a person's data sheet or scale.
    Catalogue,
    /// The organisation's own average of the kind.
    OwnAverage,
    /// Devices like it: its family, its class, or a person's estimate.
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

/// The mass of one unit with its range, in kg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitMass {
    /// Low end of the 90 % range.
    pub low: Decimal,
    /// The mass reported: the mean where it is estimated.
    pub mid: Decimal,
    /// High end.
    pub high: Decimal,
    /// Where it came from.
    pub source: WeightSource,
    /// How it was weighed, where neither the row nor the organisation's catalogue says.
    pub weighing: Option<Arc<Weighing>>,
}

impl UnitMass {
    /// A mass without a range.
    pub fn exact(kilograms: Decimal, source: WeightSource) -> Self {
        Self { low: kilograms, mid: kilograms, high: kilograms, source, weighing: None }
    }

    /// What a weighing says.
    pub fn weighed(weighing: Arc<Weighing>) -> Self {
        let KnownWeight { low, kg: mid, high, .. } = weighing.weight;
        Self { low, mid, high, source: weighing.weight.source_word(), weighing: Some(weighing) }
    }
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

/// Everything that can give a unit mass beside the row.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// The organisation's catalogue.
    pub catalogue: Catalogue,
    /// The organisation's own averages.
    pub own_averages: OwnAverages,
    /// The shipped tables.
    pub tables: Option<&'static DeviceTables>,
    /// Whether small things that no open source weighs are left without a weight.
    pub is_without_last_resort: bool,
}

impl Weights {
    /// The first that applies to a device whose row states no mass; nothing where all are silent: the organisation's
    /// catalogue, the shipped tables by model, the model's family, the own average, its class, the last resort.
    pub fn find(&self, device: Device<'_>, found: &Recognised) -> Option<UnitMass> {
        if let Some(kg) = self.catalogue.find(device) {
            return Some(UnitMass::exact(kg, WeightSource::Catalogue));
        }
        let weight = self.shipped_or_own(device, found)?;
        Some(UnitMass::weighed(Arc::new(Weighing::new(device, found, weight))))
    }

    fn shipped_or_own(&self, device: Device<'_>, found: &Recognised) -> Option<KnownWeight> {
        let names: Vec<&str> = [device.model, device.item].into_iter().flatten().collect();
        let last = self.tables.filter(|_| !self.is_without_last_resort);
        self.tables
            .and_then(|tables| tables.own(found, &names).or_else(|| tables.family(found)))
            .or_else(|| self.own_averages.find(found))
            .or_else(|| self.tables?.class(found))
            .or_else(|| last?.last_resort(found.kind?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CatalogueDevice;
    use crate::device_table::{LastResort, TableDevice};
    use crate::own_average::OwnModel;
    use crate::recognise::{Kind, Size};
    use crate::weighing::Tier;
    use std::collections::HashMap;

    fn tables() -> &'static DeviceTables {
        let device = |model: &str, line: Option<&str>, kg| TableDevice {
            maker: "Halden".into(),
            model: model.into(),
            part_number: None,
            kind: Some(Kind::Laptop),
            line: line.map(str::to_owned),
            size: Size::default(),
            kg: Decimal::from(kg),
            source: "table",
        };
        let of_line = (4..8).map(|kg| device(&format!("Slim {kg}"), Some("Slim"), kg));
        let devices: Vec<_> = of_line.chain([device("Big", None, 20)]).collect();
        let last = LastResort { kg: Decimal::ONE, source: "class" };
        Box::leak(Box::new(DeviceTables::new(&devices, HashMap::from([(Kind::Dock, last)]))))
    }

    #[test]
    fn the_first_that_applies() {
        let mut weights = Weights { tables: Some(tables()), ..Weights::default() };
        weights.catalogue.add(CatalogueDevice::new(Some("Halden"), Some("A14-5"), None, Decimal::from(3)));
        let models = (0..10).map(|kg| OwnModel {
            kind: Kind::Monitor,
            size: Size::default(),
            model: kg.to_string(),
            kg: Decimal::from(kg),
        });
        weights.own_averages = OwnAverages::of(models, None);
        for (model, line, kind, expected) in [
            ("A14 5", None, Kind::Laptop, Some((Decimal::from(3), None))),
            ("Slim 4", Some("Slim"), Kind::Laptop, Some((Decimal::from(4), Some(Tier::Table)))),
            ("Slim 9", Some("Slim"), Kind::Laptop, Some((Decimal::new(55, 1), Some(Tier::Family)))),
            ("B1", None, Kind::Laptop, Some((Decimal::new(84, 1), Some(Tier::Family)))),
            ("B1", None, Kind::Monitor, Some((Decimal::new(45, 1), Some(Tier::OwnAverage)))),
            ("B1", None, Kind::Dock, Some((Decimal::ONE, Some(Tier::LastResort)))),
            ("B1", None, Kind::Projector, None),
        ] {
            let device = Device { manufacturer: Some("Halden"), model: Some(model), ..Device::default() };
            let found = Recognised {
                maker: Some("Halden".into()),
                line: line.map(str::to_owned),
                kind: Some(kind),
                ..Recognised::default()
            };
            let unit = weights.find(device, &found);
            let tier = |unit: &UnitMass| unit.weighing.as_ref().map(|weighing| weighing.weight.tier);
            assert_eq!(unit.as_ref().map(|unit| (unit.mid, tier(unit))), expected, "{model} {kind:?}");
        }
        let others =
            Recognised { maker: Some("Orla".into()), kind: Some(Kind::Laptop), ..Recognised::default() };
        let unit = weights.find(Device::default(), &others).and_then(|unit| unit.weighing);
        assert_eq!(unit.map(|weighing| weighing.weight.tier), Some(Tier::Class));
        weights.is_without_last_resort = true;
        let dock = Recognised { kind: Some(Kind::Dock), ..Recognised::default() };
        assert_eq!(weights.find(Device::default(), &dock), None);
    }
}
