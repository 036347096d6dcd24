//! When a record of one file is the record of another: by what numbers it, else by all it says.

use crate::catalogue::CatalogueDevice;
use crate::disposition::{Disposition, Outcome};
use crate::line::Line;
use crate::mass::Mass;
use compact_str::CompactString;
use rust_decimal::Decimal;

/// Records that a later file may bring again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Records {
    /// Procurement lines.
    Lines,
    /// Retired assets.
    Dispositions,
    /// Devices of the catalogue.
    Devices,
}

impl Records {
    /// The facts that are compared of one, in order.
    pub fn facts(self) -> &'static [&'static str] {
        match self {
            Self::Lines => LINE.facts,
            Self::Dispositions => DISPOSITION.facts,
            Self::Devices => DEVICE.facts,
        }
    }

    /// Whether one that comes again would count twice. A device of the catalogue weighs what its latest file says.
    pub fn is_counted(self) -> bool {
        self != Self::Devices
    }
}

/// What is compared of records of one kind, and what they are known by.
struct Shape {
    facts: &'static [&'static str],
    /// What numbers a record; the first whose facts it has.
    keys: &'static [Key],
    /// Facts that a person may change after the import.
    edited: &'static [&'static str],
}

/// Facts that number a record.
struct Key {
    /// All of them.
    facts: &'static [&'static str],
    /// Those without which they number nothing.
    needed: &'static [&'static str],
}

/// Procurement lines: the line of a supplier's document.
const LINE: Shape = Shape {
    facts: &[
        "date",
        "item",
        "manufacturer",
        "model",
        "category",
        "condition",
        "quantity",
        "unit_mass",
        "mass",
        "order_number",
        "line_number",
        "supplier",
        "serial_number",
        "unit_price",
        "currency",
        "entity",
        "country",
        "cost_centre",
        "out_of_scope",
    ],
    keys: &[Key {
        facts: &["supplier", "order_number", "line_number"],
        needed: &["order_number", "line_number"],
    }],
    edited: &["category", "condition", "entity", "out_of_scope"],
};

/// Retired assets: the asset by its tag; in a summary, what became of one kind of hardware of a batch on a day.
const DISPOSITION: Shape = Shape {
    facts: &[
        "asset_tag",
        "batch",
        "provider",
        "date",
        "item",
        "category",
        "outcome",
        "quantity",
        "sent_mass",
        "restored_mass",
        "legal_obligation_mass",
        "entity",
    ],
    keys: &[
        Key { facts: &["asset_tag"], needed: &["asset_tag"] },
        Key { facts: &["provider", "batch", "date", "item", "category", "outcome"], needed: &["batch"] },
    ],
    edited: &[],
};

/// Devices of the catalogue, by their names.
const DEVICE: Shape = Shape {
    facts: &["manufacturer", "model", "item", "category", "mass", "factor_kgco2e"],
    keys: &[
        Key { facts: &["manufacturer", "model"], needed: &["model"] },
        Key { facts: &["manufacturer", "item"], needed: &["item"] },
    ],
    edited: &[],
};

/// What a record is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// What numbers it: whatever else it says may change.
    Numbered(String),
    /// All it says; whatever differs is another record.
    Content(String),
}

/// A record as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What it is known by. Two records of one identity are told apart by their order.
    pub identity: Identity,
    /// What it is found by: its identity as far as no edit changes it. Two of one identity have one; others may.
    pub found_by: String,
    /// The order of which it is a line without a number of its own; empty where it is none.
    pub order: String,
    /// What it says, in the order of [`Records::facts`]; empty where it says nothing.
    pub facts: Vec<String>,
}

/// Stands between the parts of an identity; no cell holds it.
const SEPARATOR: &str = "\u{1f}";

impl Shape {
    /// A record that says this, in the order of the shape's facts.
    fn compared(&self, facts: Vec<String>) -> Compared {
        let of =
            |name: &&str| self.facts.iter().position(|fact| fact == name).map_or("", |at| facts[at].trim());
        let key = self.keys.iter().find(|key| key.needed.iter().all(|fact| !of(fact).is_empty()));
        let identity = match key {
            Some(key) => Identity::Numbered(
                key.facts.iter().map(of).collect::<Vec<_>>().join(SEPARATOR).to_lowercase(),
            ),
            None => Identity::Content(facts.join(SEPARATOR)),
        };
        let found_by = match &identity {
            Identity::Numbered(number) => format!("n{number}"),
            Identity::Content(_) => format!("c{}", self.steady(&facts).join(SEPARATOR)),
        };
        let order = match &identity {
            Identity::Content(_) if !of(&"order_number").is_empty() => {
                ["supplier", "order_number"].map(|fact| of(&fact)).join(SEPARATOR).to_lowercase()
            }
            _ => String::new(),
        };
        Compared { identity, found_by, order, facts }
    }

    /// The facts that no edit changes.
    fn steady<'a>(&self, facts: &'a [String]) -> Vec<&'a str> {
        let named = self.facts.iter().zip(facts);
        named.filter(|(name, _)| !self.edited.contains(name)).map(|(_, fact)| fact.as_str()).collect()
    }
}

/// A procurement line as it is compared.
pub fn line(line: &Line) -> Compared {
    LINE.compared(vec![
        line.date.map(|date| date.to_string()).unwrap_or_default(),
        text(&line.item),
        text(&line.manufacturer),
        text(&line.model),
        text(&line.category),
        line.condition.word().to_owned(),
        line.quantity.to_string(),
        decimal(line.stated.unit_kg),
        decimal(line.stated.total_kg),
        text(&line.order_number),
        text(&line.line_number),
        text(&line.supplier),
        text(&line.serial_number),
        decimal(line.unit_price),
        text(&line.currency),
        text(&line.entity),
        text(&line.country),
        text(&line.cost_centre),
        text(&line.out_of_scope),
    ])
}

/// What a procurement line is found by: that of [`line`], without what is only compared.
pub fn line_found_by(one: &Line) -> String {
    let trimmed = |text: &Option<CompactString>| text.as_deref().unwrap_or_default().trim().to_owned();
    let [supplier, order, number] = [&one.supplier, &one.order_number, &one.line_number].map(trimmed);
    if order.is_empty() || number.is_empty() {
        return line(one).found_by;
    }
    format!("n{}", [supplier, order, number].join(SEPARATOR).to_lowercase())
}

/// A row of retired assets as it is compared.
pub fn disposition(asset: &Disposition) -> Compared {
    let mass = |mass: Mass| decimal(Some(mass.kilograms()));
    DISPOSITION.compared(vec![
        text(&asset.asset_tag),
        text(&asset.batch),
        text(&asset.provider),
        asset.date.map(|date| date.to_string()).unwrap_or_default(),
        text(&asset.item),
        text(&asset.category),
        asset.outcome.map(Outcome::word).unwrap_or_default().to_owned(),
        asset.quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
        mass(asset.sent),
        asset.restored.map(mass).unwrap_or_default(),
        mass(asset.legal_obligation),
        text(&asset.entity),
    ])
}

/// A device of the catalogue as it is compared, with its category and the emission factor of one unit.
pub fn device(
    device: &CatalogueDevice,
    category: &Option<String>,
    factor_kgco2e: Option<Decimal>,
) -> Compared {
    DEVICE.compared(vec![
        text(&device.manufacturer),
        text(&device.model),
        text(&device.item),
        text(category),
        decimal(Some(device.unit_kg)),
        decimal(factor_kgco2e),
    ])
}

fn text(text: &Option<impl AsRef<str>>) -> String {
    text.as_ref().map_or_else(String::new, |text| text.as_ref().to_owned())
}

fn decimal(number: Option<Decimal>) -> String {
    number.map(|number| number.normalize().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known_by(shape: &Shape, pairs: &[(&str, &str)]) -> Identity {
        let mut facts = vec![String::new(); shape.facts.len()];
        for (name, value) in pairs {
            let at = shape.facts.iter().position(|fact| fact == name).expect("a fact");
            facts[at] = (*value).to_owned();
        }
        shape.compared(facts).identity
    }

    #[test]
    fn a_numbered_line_stays_itself_whatever_changes_in_it() {
        let number = |supplier, order, quantity| {
            let order = [("order_number", order), ("line_number", "10")];
            known_by(&LINE, &[[("supplier", supplier), ("quantity", quantity)], order].concat())
        };
        assert_eq!(number("Orla", "P-1", "5"), number("ORLA", "p-1 ", "6"));
        assert_ne!(number("Orla", "P-1", "5"), number("Halden", "P-1", "5"));
    }

    #[test]
    fn an_edited_line_is_found_by_what_its_file_said() {
        let compared = |pairs: &[(&str, &str)]| {
            let mut facts = vec![String::new(); LINE.facts.len()];
            for (name, value) in pairs {
                let at = LINE.facts.iter().position(|fact| fact == name).expect("a fact");
                facts[at] = (*value).to_owned();
            }
            LINE.compared(facts)
        };
        let before = compared(&[("item", "Laptop"), ("category", "laptop"), ("entity", "Larkmoor DE")]);
        let after = compared(&[("item", "Laptop"), ("category", "desktop"), ("condition", "used")]);
        assert_ne!(before.identity, after.identity);
        assert_eq!(before.found_by, after.found_by);
        assert_ne!(before.found_by, compared(&[("item", "Laptops")]).found_by);
    }

    #[test]
    fn any_other_line_is_known_by_all_it_says() {
        let known = |quantity| known_by(&LINE, &[("order_number", "P-1"), ("quantity", quantity)]);
        assert_eq!(known("5"), known("5"));
        assert_ne!(known("5"), known("6"));
        assert!(matches!(known("5"), Identity::Content(_)));
    }

    #[test]
    fn an_asset_is_known_by_its_tag_and_a_summary_by_what_became_of_a_batch_on_a_day() {
        let asset = |tag, batch, outcome| {
            known_by(&DISPOSITION, &[("asset_tag", tag), ("batch", batch), ("outcome", outcome)])
        };
        assert_eq!(asset("A-1", "B-1", "unknown"), asset("a-1", "B-2", "reused"));
        assert_ne!(asset("A-1", "B-1", "reused"), asset("A-2", "B-1", "reused"));
        let summary = |date, restored| {
            known_by(&DISPOSITION, &[("batch", "B-1"), ("date", date), ("restored_mass", restored)])
        };
        assert_eq!(summary("2025-03-01", "300"), summary("2025-03-01", "310"));
        assert_ne!(summary("2025-03-01", "300"), summary("2025-05-01", "300"));
        assert!(matches!(known_by(&DISPOSITION, &[("sent_mass", "5")]), Identity::Content(_)));
    }
}
