//! What the words of a column can be said to mean.

use super::{List, Pieces, Vocabulary};
use crate::field::{Field, Kind};
use crate::mapping::{COUNTED, IGNORED, LEFT_OUT};
use planner_core::disposition::Outcome;
use planner_core::line::Condition;
use planner_core::mass::MassUnit;

/// The units that a person can choose.
const UNITS: [&str; 7] = ["kg", "g", "lb", "oz", "t", "short_ton", "long_ton"];

impl Vocabulary {
    /// Fields whose words can be given a meaning.
    pub const MEANT: [Field; 9] = [
        Field::Condition,
        Field::Category,
        Field::Status,
        Field::Outcome,
        Field::Currency,
        Field::MassUnit,
        Field::QuantityUnit,
        Field::Ownership,
        Field::Deleted,
    ];

    /// The words that a word of a field's column can mean; none where any currency code or any number will do.
    pub fn meanings(&self, kind: Kind, field: Field) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        match field {
            Field::Condition => [Condition::New, Condition::Refurbished, Condition::Used, Condition::Unknown]
                .map(|one| one.word().to_owned())
                .to_vec(),
            Field::Category => {
                self.category_keys().map(str::to_owned).chain(self.scope_reasons.iter().cloned()).collect()
            }
            Field::Status if kind == Kind::Certificates => {
                self.lists.get(&List::States).map(|list| list.words.clone()).unwrap_or_default()
            }
            Field::Status if kind == Kind::Orders => words(&["open", "part", "closed"]),
            Field::Status => words(&["purchase", "return", IGNORED]),
            Field::Ownership | Field::Deleted => words(&[LEFT_OUT, COUNTED]),
            Field::Outcome => Outcome::ALL.iter().map(|one| one.word().to_owned()).collect(),
            Field::MassUnit => words(&UNITS),
            _ => Vec::new(),
        }
    }

    /// Whether a word of a field's column can be said to mean this.
    pub fn is_meaning(&self, kind: Kind, field: Field, word: &str) -> bool {
        match field {
            Field::QuantityUnit => word.parse::<i64>().is_ok_and(|pieces| pieces > 0),
            Field::Currency => word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase()),
            field if Self::MEANT.contains(&field) => self.meanings(kind, field).iter().any(|one| one == word),
            _ => false,
        }
    }

    /// What a word of a field's column is taken for where nobody says otherwise.
    pub fn meaning_of(&self, kind: Kind, field: Field, text: &str) -> Option<String> {
        match field {
            Field::QuantityUnit => match self.pieces_in(text)? {
                Pieces::One => Some("1".to_owned()),
                Pieces::Known(count) => Some(count.to_string()),
                Pieces::Pack => None,
            },
            Field::Status if kind == Kind::Certificates => self.state(text).map(str::to_owned),
            Field::Status if kind == Kind::Orders => self.order_state(text).map(str::to_owned),
            Field::Condition => self.condition(text).map(|one| one.word().to_owned()),
            Field::Category => {
                let category = || self.category(Some(text), []).map(str::to_owned);
                self.out_of_scope(Some(text), None).map(str::to_owned).or_else(category)
            }
            Field::Status => self.listed(List::Movements, text).map(str::to_owned),
            Field::Outcome => self.outcome(text).map(|one| one.word().to_owned()),
            Field::Currency => self.currency(text).map(str::to_owned),
            Field::MassUnit => self.mass_unit(text).map(|unit: MassUnit| unit.symbol().to_owned()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_read_as_itself() {
        let words = Vocabulary::shipped();
        for field in Vocabulary::MEANT {
            let meanings = words.meanings(Kind::Procurement, field);
            let is_word =
                |word: &&String| *word != IGNORED && !matches!(field, Field::Ownership | Field::Deleted);
            for meaning in meanings.iter().filter(is_word) {
                let means = words.meaning_of(Kind::Procurement, field, meaning);
                assert_eq!(means.as_deref(), Some(meaning.as_str()), "{field:?}");
                assert!(words.is_meaning(Kind::Procurement, field, meaning));
            }
        }
        let is_meaning = |field, word| words.is_meaning(Kind::Procurement, field, word);
        assert!(!is_meaning(Field::Condition, "shiny") && !is_meaning(Field::Item, "new"));
        assert!(is_meaning(Field::QuantityUnit, "20") && !is_meaning(Field::QuantityUnit, "0"));
    }
}
