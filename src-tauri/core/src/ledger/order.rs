//! The purchase order that certificates were likely bought under, where no number says so.

use super::lot::Lot;

/// A line of a purchase order as it was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The order's number.
    pub order_number: String,
    /// Who it was placed with.
    pub supplier: String,
    /// What was ordered.
    pub item: Option<String>,
    /// How many.
    pub quantity: i64,
}

/// An order that fits a lot, and what speaks for it beside supplier and quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LikelyOrder<'a> {
    /// Its line.
    pub line: &'a OrderLine,
    /// Whether it names the lot's vintage.
    pub names_vintage: bool,
    /// Whether it names the lot's class.
    pub names_class: bool,
}

/// The only order of the lot's seller for as many units that names its vintage or class and no other year;
/// nothing where none fits, or several do.
pub fn likely_order<'a>(lot: &Lot, lines: &'a [OrderLine]) -> Option<LikelyOrder<'a>> {
    let mut fitting = lines.iter().filter_map(|line| fit(lot, line));
    let first = fitting.next()?;
    let is_same = |other: LikelyOrder| other.line.order_number == first.line.order_number;
    fitting.all(is_same).then_some(first)
}

fn fit<'a>(lot: &Lot, line: &'a OrderLine) -> Option<LikelyOrder<'a>> {
    let seller = lot.facts.counterparty.as_deref()?;
    if plain(seller) != plain(&line.supplier) || line.quantity != lot.quantity() {
        return None;
    }
    let item = line.item.as_deref().unwrap_or_default();
    let years: Vec<i32> =
        words(item).filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).collect();
    let names_vintage = years.contains(&lot.vintage);
    let names_class = names(item, &lot.class);
    let names_other_year = !years.is_empty() && !names_vintage;
    let fits = (names_vintage || names_class) && !names_other_year;
    fits.then_some(LikelyOrder { line, names_vintage, names_class })
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a text has the words of a class, one or several certificates.
fn names(item: &str, class: &str) -> bool {
    let item: Vec<String> = words(item).map(str::to_lowercase).collect();
    let class: Vec<String> = words(class).map(str::to_lowercase).collect();
    let alike = |(said, wanted): (&String, &String)| said == wanted || said.strip_suffix('s') == Some(wanted);
    item.windows(class.len()).any(|some| some.iter().zip(&class).all(alike))
}

#[cfg(test)]
mod tests {
    use super::super::lot::Facts;
    use super::super::tests::lot;
    use super::*;

    fn line(order_number: &str, supplier: &str, item: &str, quantity: i64) -> OrderLine {
        OrderLine {
            order_number: order_number.into(),
            supplier: supplier.into(),
            item: Some(item.into()),
            quantity,
        }
    }

    #[test]
    fn an_order_fits_by_seller_quantity_and_what_it_names() {
        let facts = Facts { counterparty: Some("Nordhall".into()), ..Facts::default() };
        let lot = Lot { facts, ..lot("A", 1, 100, 2025) };
        let fits = line("PO-1", " nordhall ", "I-TECs, vintage 2025", 100);
        for (lines, found) in [
            (vec![fits.clone()], Some((true, true))),
            (vec![line("PO-1", "Nordhall", "Reuse certificates 2025", 100)], Some((true, false))),
            (vec![line("PO-1", "Nordhall", "i-tec", 100)], Some((false, true))),
            (vec![line("PO-1", "Nordhall", "I-TEC 2024", 100)], None),
            (vec![line("PO-1", "Nordhall", "Laptops", 100)], None),
            (vec![line("PO-1", "Eastmere", "I-TEC 2025", 100)], None),
            (vec![line("PO-1", "Nordhall", "I-TEC 2025", 99)], None),
            (vec![fits.clone(), fits.clone()], Some((true, true))),
            (vec![fits.clone(), line("PO-2", "Nordhall", "I-TEC 2025", 100)], None),
            (vec![fits, line("PO-2", "Nordhall", "I-TEC 2023", 100)], Some((true, true))),
        ] {
            let order = likely_order(&lot, &lines);
            assert_eq!(order.map(|one| (one.names_vintage, one.names_class)), found, "{lines:?}");
        }
        let unknown_seller = Lot { facts: Facts::default(), ..lot };
        assert_eq!(likely_order(&unknown_seller, &[line("PO-1", "", "I-TEC 2025", 100)]), None);
    }
}
