//! What a person changes of lines that stand: kind, condition, scope, year, entity, weight.

use crate::line::{Condition, Line, LineMass};
use crate::mass::MassTooLarge;
use crate::recognise::{Kind, Reason, Recognised};
use crate::spread::ninety_percent;
use crate::weighing::{KnownWeight, Tier, Weighing};
use crate::weight::{UnitMass, Weights};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What a weight given by hand rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The maker's data sheet, with where it is to be found.
    DataSheet(String),
    /// A scale.
    Scale,
    /// An estimate: no word of the device itself.
    Estimate,
}

impl Basis {
    /// The basis that these words name: `scale`, `estimate`, or a data sheet with its link.
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim();
        match words.to_lowercase().as_str() {
            "scale" => Some(Self::Scale),
            "estimate" => Some(Self::Estimate),
            lower if lower.starts_with("data sheet") => Some(Self::DataSheet(words.to_owned())),
            lower if lower.starts_with("http://") || lower.starts_with("https://") => {
                Some(Self::DataSheet(format!("data sheet: {words}")))
            }
            _ => None,
        }
    }

    /// As it is kept.
    pub fn words(&self) -> &str {
        match self {
            Self::DataSheet(words) => words,
            Self::Scale => "scale",
            Self::Estimate => "estimate",
        }
    }
}

/// Whether something is hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// It is.
    In,
    /// It is none, for a reason.
    Out(Reason),
}

/// What is set; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineChange {
    /// What it is.
    pub kind: Option<Kind>,
    /// Its condition.
    pub condition: Option<Condition>,
    /// Whether it is hardware.
    pub scope: Option<Scope>,
    /// Its reporting year.
    pub year: Option<i32>,
    /// The buying entity; an empty text names none.
    pub entity: Option<String>,
    /// Mass of one unit in kg, and what it rests on.
    pub weight: Option<(Decimal, Basis)>,
}

/// The spread that an estimate by hand is taken to have: 30 % of it.
const SPREAD_OF_ESTIMATE: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

impl LineChange {
    /// Whether it sets nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The line as it is then. It is weighed anew where its kind or scope changed and neither its row nor a person says
    /// what it weighs.
    pub fn of(&self, line: &Line, found: Recognised, weights: &Weights) -> Result<Line, MassTooLarge> {
        let mut line = line.clone();
        if let Some(kind) = self.kind {
            line.category = Some(kind.word().into());
        }
        match self.scope {
            Some(Scope::In) => line.out_of_scope = None,
            Some(Scope::Out(reason)) => line.out_of_scope = Some(reason.word().into()),
            None => {}
        }
        line.condition = self.condition.unwrap_or(line.condition);
        if let Some(year) = self.year {
            (line.year, line.year_assumed) = (year, false);
        }
        if let Some(entity) = &self.entity {
            line.entity = Some(entity.as_str()).filter(|entity| !entity.is_empty()).map(Into::into);
        }
        if let Some((kg, basis)) = &self.weight {
            let unit = UnitMass::weighed(Arc::new(given(&line, *kg, basis)));
            line.mass = LineMass::resolve(line.quantity, Default::default(), Some(unit))?;
        } else if (self.kind.is_some() || self.scope.is_some()) && !is_given(&line) {
            weigh(&mut line, &found.set(self.kind), weights)?;
        }
        Ok(line)
    }
}

fn is_given(line: &Line) -> bool {
    line.mass.weighing.as_ref().is_some_and(|weighing| weighing.weight.tier == Tier::Given)
}

/// Weighs a line with what its row states, else with what is found.
pub fn weigh(line: &mut Line, found: &Recognised, weights: &Weights) -> Result<(), MassTooLarge> {
    let is_silent = line.stated.unit_kg.is_none() && line.stated.total_kg.is_none();
    let unit = (is_silent && line.is_in_scope()).then(|| weights.find(line.device(), found)).flatten();
    line.mass = LineMass::resolve(line.quantity, line.stated, unit)?;
    Ok(())
}

/// A weight given by hand. A data sheet and a scale speak of the device itself.
fn given(line: &Line, kg: Decimal, basis: &Basis) -> Weighing {
    let deviation = match basis {
        Basis::Estimate => kg * SPREAD_OF_ESTIMATE,
        Basis::DataSheet(_) | Basis::Scale => Decimal::ZERO,
    };
    let (low, high) = ninety_percent(kg, deviation, 0);
    let (tier, source, class) = (Tier::Given, basis.words().to_owned(), "given by hand".to_owned());
    let weight = KnownWeight { kg, low, high, tier, source, deviation, n: 0, class };
    let kind = line.category.as_deref().and_then(Kind::from_word);
    Weighing { kind, ..Weighing::new(line.device(), &Recognised::default(), weight) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_by_hand_says_what_it_rests_on() {
        for (words, expected) in [
            ("Scale", Some("scale")),
            ("estimate", Some("estimate")),
            ("https://example.org/a.pdf", Some("data sheet: https://example.org/a.pdf")),
            ("data sheet of 2024", Some("data sheet of 2024")),
            ("somebody said so", None),
            ("", None),
        ] {
            assert_eq!(Basis::from_words(words).as_ref().map(Basis::words), expected, "{words}");
        }
    }
}
