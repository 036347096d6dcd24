//! What an item is: its category, or why it is no hardware.

use super::{CategoryWord, Vocabulary};
use crate::fold::fold;
use crate::phrases::Found;
use planner_core::recognise::Kind;
use rust_decimal::Decimal;

impl Vocabulary {
    /// The category key of a category cell, else of an item's text.
    pub fn category<'a>(
        &self,
        category: Option<&str>,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Option<&str> {
        let by_key = category.and_then(|text| self.categories.iter().position(|one| one.key == text));
        let by_cell = by_key.or_else(|| category.and_then(|text| self.category_in(text)));
        let found = by_cell.or_else(|| texts.into_iter().find_map(|text| self.category_in(text)))?;
        Some(&self.categories[found].key)
    }

    /// Why an item is no hardware: by its category cell, else by its text where it only speaks of that.
    pub fn out_of_scope(&self, category: Option<&str>, item: Option<&str>) -> Option<&str> {
        let by_cell = category.and_then(|text| self.reason_in(text));
        let is_hardware = category.is_some_and(|text| self.category_in(text).is_some());
        let reason =
            by_cell.or_else(|| item.filter(|_| !is_hardware).and_then(|text| self.reason_in(text)))?;
        self.scope_reasons.get(reason).map(String::as_str)
    }

    /// Whether a text names goods that are no IT hardware, and no device beside them: "Office chairs", "Wooden pallets".
    pub(crate) fn is_other_goods(&self, text: &str) -> bool {
        !self.other_goods.find(&fold(text)).is_empty() && self.category_in(text).is_none()
    }

    /// The kg that one unit of a category can plausibly have.
    pub fn plausible_kg(&self, category: &str) -> Option<(Decimal, Decimal)> {
        let of = |key: &str| self.categories.iter().find(|one| one.key == key).map(|one| one.plausible_kg);
        of(category).or_else(|| of(Kind::from_word(category)?.parent()?.word()))
    }

    /// All category keys.
    pub fn category_keys(&self) -> impl Iterator<Item = &str> {
        self.categories.iter().map(|category| category.key.as_str())
    }

    /// The first part of a text that names a device; its last word counts: a laptop bag is a bag. So does a first one that
    /// is of things for a device: "accessoires PC portable".
    fn category_in(&self, text: &str) -> Option<usize> {
        text.split([',', ';', '|', '\n', '+'])
            .flat_map(|part| self.before_connectors(&fold(part)))
            .find_map(|part| self.head_word(&self.category_words.find(&part)))
    }

    /// The last of the strong words, or the first that is an accessory; else the last of the weak ones.
    fn head_word(&self, found: &[Found<CategoryWord>]) -> Option<usize> {
        let is_accessory =
            |one: &&Found<CategoryWord>| self.categories[one.meaning.category].key == "accessory";
        let mut strong = found.iter().filter(|found| !found.meaning.is_weak);
        let first = strong.next();
        let head = first.filter(is_accessory).or_else(|| strong.next_back()).or(first);
        head.or(found.last()).map(|found| found.meaning.category)
    }

    fn reason_in(&self, text: &str) -> Option<usize> {
        let folded = fold(text);
        if let Some(whole) = self.scope_words.whole(&folded) {
            return Some(whole);
        }
        let parts = self.before_connectors(&folded);
        let first = parts.first()?;
        let reason = self.scope_words.find(first).last().map(|found| found.meaning)?;
        // "Warranty for laptop" speaks of warranty alone, "Laptop with warranty" does not.
        Some(reason)
    }

    /// The pieces of a folded text between words such as "with" and "for"; only pieces that hold something.
    fn before_connectors(&self, folded: &str) -> Vec<String> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for connector in self.connectors.find(folded) {
            pieces.push(folded[start..connector.start].trim().to_owned());
            start = connector.end;
        }
        pieces.push(folded[start..].trim().to_owned());
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_have_a_category() {
        let words = Vocabulary::shipped();
        for (category, item, expected) in [
            (Some("Laptop"), "", Some("laptop")),
            (Some("Workplace"), "ThinkPad E14 Notebook i5 16GB SSD", Some("laptop")),
            (None, "Laptop bag 15 inch", Some("accessory")),
            (Some("Accessoires PC portable"), "AX-1", Some("accessory")),
            (Some("Server parts"), "P-889", Some("accessory")),
            (None, "Bag for laptop", Some("accessory")),
            (None, "Desktop PC with keyboard and mouse", Some("desktop")),
            (None, "SSD 1 TB", Some("drive")),
            (None, "Dell UltraSharp 27 Monitors", Some("monitor")),
            (Some("Thin client"), "", Some("thin_client")),
            (None, "中古ノートパソコン", Some("laptop")),
            (None, "Bildschirm 24 Zoll", Some("monitor")),
            (None, "Ordinateur portable 14 pouces", Some("laptop")),
            (None, "Cisco Catalyst 9200", Some("network")),
            (None, "Bolt M8", None),
            (Some("Monitor"), "Docking station", Some("monitor")),
        ] {
            assert_eq!(words.category(category, [item]), expected, "{category:?} {item}");
        }
    }

    #[test]
    fn services_are_out_of_scope() {
        let words = Vocabulary::shipped();
        for (category, item, expected) in [
            (Some("Services"), "Setup", Some("service")),
            (None, "3 years warranty for laptop", Some("warranty")),
            (None, "Laptop incl. 3 years warranty", None),
            (Some("Laptop"), "Laptop warranty bundle", None),
            (None, "Windows Server 2022 licence", Some("licence")),
            (None, "Versandkosten", Some("freight")),
            (None, "Laptop 14", None),
            (Some("Software"), "Office", Some("software")),
            (None, "Garantieverlängerung 36 Monate", Some("warranty")),
        ] {
            assert_eq!(words.out_of_scope(category, Some(item)), expected, "{category:?} {item}");
        }
    }
}
