//! What the words of a column can be said to mean.

use super::{List, Vocabulary};
use crate::field::Field;
use crate::mapping::IGNORED;
use planner_core::disposition::Outcome;
use planner_core::line::Condition;
use planner_core::mass::MassUnit;

/// The units that a person can choose.
const UNITS: [&str; 5] = ["kg", "g", "lb", "oz", "t"];

impl Vocabulary {
    /// Fields whose words can be given a meaning.
    pub const MEANT: [Field; 6] =
        [Field::Condition, Field::Category, Field::Status, Field::Outcome, Field::Currency, Field::MassUnit];

    /// The words that a word of a field's column can mean; none where any currency code will do.
    pub fn meanings(&self, field: Field) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        match field {
            Field::Condition => [Condition::New, Condition::Refurbished, Condition::Used, Condition::Unknown]
                .map(|one| one.word().to_owned())
                .to_vec(),
            Field::Category => {
                self.category_keys().map(str::to_owned).chain(self.scope_reasons.iter().cloned()).collect()
            }
            Field::Status => words(&["purchase", "return", IGNORED]),
            Field::Outcome => Outcome::ALL.iter().map(|one| one.word().to_owned()).collect(),
            Field::MassUnit => words(&UNITS),
            _ => Vec::new(),
        }
    }

    /// Whether a word of a field's column can be said to mean this.
    pub fn is_meaning(&self, field: Field, word: &str) -> bool {
        match field {
            Field::Currency => word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase()),
            field if Self::MEANT.contains(&field) => self.meanings(field).iter().any(|one| one == word),
            _ => false,
        }
    }

    /// What a word of a field's column is taken for where nobody says otherwise.
    pub fn meaning_of(&self, field: Field, text: &str) -> Option<String> {
        match field {
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
            for meaning in words.meanings(field).iter().filter(|word| *word != IGNORED) {
                assert_eq!(words.meaning_of(field, meaning).as_deref(), Some(meaning.as_str()), "{field:?}");
                assert!(words.is_meaning(field, meaning));
            }
        }
        assert!(!words.is_meaning(Field::Condition, "shiny") && !words.is_meaning(Field::Item, "new"));
    }
}
