//! When a line of one file is the line of another: by its supplier, document and line number, else by all it says.

use crate::line::Line;

/// What is compared of a line, in order.
pub const FACTS: [&str; 19] = [
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
];

/// What a line is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// Supplier, document and line number: what stands in the line may change.
    Numbered(String),
    /// All it says; whatever differs is another line.
    Content(String),
}

/// Stands between the parts of an identity; no cell holds it.
const SEPARATOR: &str = "\u{1f}";

/// What a line says, as texts in the order of [`FACTS`]; empty where it says nothing.
pub fn facts(line: &Line) -> [String; FACTS.len()] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let decimal = |number: Option<rust_decimal::Decimal>| {
        number.map(|number| number.normalize().to_string()).unwrap_or_default()
    };
    [
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
    ]
}

/// What a line of these facts is known by. Two lines of one identity are told apart by their order.
pub fn identity(facts: &[String; FACTS.len()]) -> Identity {
    let of = |name: &str| FACTS.iter().position(|fact| *fact == name).map_or("", |at| facts[at].trim());
    let (order, line) = (of("order_number"), of("line_number"));
    if order.is_empty() || line.is_empty() {
        return Identity::Content(facts.join(SEPARATOR));
    }
    Identity::Numbered([of("supplier"), order, line].join(SEPARATOR).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known_by(pairs: &[(&str, &str)]) -> Identity {
        let mut facts: [String; FACTS.len()] = Default::default();
        for (name, value) in pairs {
            let at = FACTS.iter().position(|fact| fact == name).expect("a fact");
            facts[at] = (*value).to_owned();
        }
        identity(&facts)
    }

    #[test]
    fn a_numbered_line_stays_itself_whatever_changes_in_it() {
        let before = known_by(&[
            ("supplier", "Orla"),
            ("order_number", "P-1"),
            ("line_number", "10"),
            ("quantity", "5"),
        ]);
        let after = known_by(&[
            ("supplier", "ORLA"),
            ("order_number", "p-1 "),
            ("line_number", "10"),
            ("quantity", "6"),
        ]);
        assert_eq!(before, after);
        let other = known_by(&[("supplier", "Halden"), ("order_number", "P-1"), ("line_number", "10")]);
        assert_ne!(before, other);
    }

    #[test]
    fn any_other_line_is_known_by_all_it_says() {
        let before = known_by(&[("order_number", "P-1"), ("quantity", "5")]);
        assert_eq!(before, known_by(&[("order_number", "P-1"), ("quantity", "5")]));
        assert_ne!(before, known_by(&[("order_number", "P-1"), ("quantity", "6")]));
    }
}
