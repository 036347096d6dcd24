//! The organisation's catalogue of device weights, by manufacturer and model.

use crate::weight::Device;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One device of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueDevice {
    /// Manufacturer, where given.
    pub manufacturer: Option<String>,
    /// Model, where given.
    pub model: Option<String>,
    /// The item text it was given for, where it has no model.
    pub item: Option<String>,
    /// Mass of one unit, kg.
    pub unit_kg: Decimal,
}

impl CatalogueDevice {
    /// A device known by its manufacturer and model, or by the text its rows carry.
    pub fn new(
        manufacturer: Option<&str>,
        model: Option<&str>,
        item: Option<&str>,
        unit_kg: Decimal,
    ) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self { manufacturer: owned(manufacturer), model: owned(model), item: owned(item), unit_kg }
    }

    /// The name under which it is found: maker and model, else the item text; nothing where it has neither. Two devices
    /// of one name are one, and the later one stands.
    pub fn name(&self) -> Option<String> {
        let maker = self.manufacturer.as_deref().map(normalise).filter(|maker| !maker.is_empty());
        let model = self.model.as_deref().map(normalise).filter(|model| !model.is_empty());
        match (maker, model) {
            (Some(maker), Some(model)) => Some(maker + &model),
            _ => self.item.as_deref().map(normalise).filter(|item| !item.is_empty()),
        }
    }
}

/// Devices by their normalised name. Where two devices of one name differ in mass, the later one stands.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    by_name: BTreeMap<String, Decimal>,
    /// Model alone → mass; nothing where two manufacturers' models of one name differ.
    by_model: BTreeMap<String, Option<Decimal>>,
}

impl Catalogue {
    /// Adds a device.
    pub fn add(&mut self, device: CatalogueDevice) {
        let model = device.model.as_deref().map(normalise).filter(|model| !model.is_empty());
        let name = device.name();
        if let Some(model) = model {
            self.by_model
                .entry(model)
                .and_modify(|known| *known = known.filter(|kg| *kg == device.unit_kg))
                .or_insert(Some(device.unit_kg));
        }
        if let Some(name) = name {
            self.by_name.insert(name, device.unit_kg);
        }
    }

    /// The unit mass of a device in kg: manufacturer and model, else the item text,
    /// else a model that only one mass is known for. Names match whole, never in part.
    pub fn find(&self, device: Device<'_>) -> Option<Decimal> {
        let item = device.item.map(normalise);
        let model = device.model.map(normalise).filter(|model| !model.is_empty());
        let full =
            device.manufacturer.zip(device.model).map(|(maker, model)| normalise(maker) + &normalise(model));
        let unique = |name: &String| self.by_model.get(name).copied().flatten();
        full.iter().chain(&item).chain(&model).find_map(|name| self.by_name.get(name).copied()).or_else(
            || device.manufacturer.is_none().then(|| model.iter().chain(&item).find_map(unique)).flatten(),
        )
    }
}

/// Letters and digits in lower case: what is left when two spellings of a name are compared.
pub fn normalise(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        let mut catalogue = Catalogue::default();
        for (maker, model, item, kg) in [
            (Some("Dell"), Some("OptiPlex 7050"), None, 5),
            (Some("Halden"), Some("Slim"), None, 1),
            (Some("Orla"), Some("Slim"), None, 2),
            (None, None, Some("Workstation tower"), 14),
        ] {
            catalogue.add(CatalogueDevice::new(maker, model, item, Decimal::from(kg)));
        }
        catalogue
    }

    #[test]
    fn names_match_whole_and_regardless_of_spelling() {
        let device = |item, manufacturer, model| Device { item, manufacturer, model, category: None };
        for (device, expected) in [
            (device(None, Some("DELL"), Some("Optiplex-7050")), Some(5)),
            (device(Some("Dell OptiPlex 7050"), None, None), Some(5)),
            (device(None, None, Some("OptiPlex 7050")), Some(5)),
            (device(None, None, Some("Slim")), None),
            (device(None, Some("Vesta"), Some("OptiPlex 7050")), None),
            (device(Some("workstation TOWER"), Some("X"), None), Some(14)),
            (device(None, Some("Dell"), Some("OptiPlex")), None),
        ] {
            assert_eq!(catalogue().find(device), expected.map(Decimal::from), "{device:?}");
        }
    }
}
