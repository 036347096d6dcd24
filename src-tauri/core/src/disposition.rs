//! Retired assets: what was sent to an ITAD provider, what was restored, what can be certified.

use crate::mass::Mass;
use crate::percent::percent;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What became of a retired asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Used again as it is.
    Reused,
    /// Repaired or upgraded, then used again.
    Refurbished,
    /// Parts of it used again.
    Parts,
    /// Material recovered.
    Material,
    /// Landfill, incineration, residue.
    Residual,
    /// Still with the provider, or not said.
    Unknown,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Reused, Self::Refurbished, Self::Parts, Self::Material, Self::Residual, Self::Unknown];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reused => "reused",
            Self::Refurbished => "refurbished",
            Self::Parts => "parts",
            Self::Material => "material",
            Self::Residual => "residual",
            Self::Unknown => "unknown",
        }
    }

    /// Whether what came to this end is used again, whole or in parts.
    pub fn is_restored(self) -> bool {
        matches!(self, Self::Reused | Self::Refurbished | Self::Parts)
    }

    /// The outcome stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A row of retired assets as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposition {
    /// The asset's tag.
    pub asset_tag: Option<String>,
    /// What it is.
    pub item: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Units.
    pub quantity: Option<i64>,
    /// Mass sent to the provider.
    pub sent: Mass,
    /// Restored mass as the row states it.
    pub restored: Option<Mass>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// The ITAD provider.
    pub provider: Option<String>,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Reporting year.
    pub year: i32,
    /// Whether the year was chosen at import for want of a date.
    pub year_assumed: bool,
    /// Recovery that the law demands anyway.
    pub legal_obligation: Mass,
    /// Batch or shipment.
    pub batch: Option<String>,
    /// The entity that sent it.
    pub entity: Option<String>,
}

/// What counts as restored (domain §2.8). Residual and landfill never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestorationPolicy {
    /// Whole devices reused or refurbished; the default.
    Strict,
    /// Also parts reused and material recovered.
    Wide,
}

impl RestorationPolicy {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Wide => "wide",
        }
    }

    /// The policy stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Strict, Self::Wide].into_iter().find(|policy| policy.word() == word)
    }

    /// Whether mass of this outcome counts as restored.
    pub fn counts(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Reused | Outcome::Refurbished => true,
            Outcome::Parts | Outcome::Material => self == Self::Wide,
            Outcome::Residual | Outcome::Unknown => false,
        }
    }

    /// The restored mass of a row: the mass it states, unless its outcome does not count;
    /// without a stated mass the whole sent mass where the outcome counts.
    pub fn restored(self, sent: Mass, stated: Option<Mass>, outcome: Option<Outcome>) -> Mass {
        match (stated, outcome) {
            (Some(stated), Some(Outcome::Unknown) | None) => stated,
            (stated, Some(outcome)) if self.counts(outcome) => stated.unwrap_or(sent),
            _ => Mass::ZERO,
        }
    }
}

/// Sent, restored and legally demanded mass of some dispositions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restoration {
    /// Sent to a provider.
    pub sent: Mass,
    /// Returned to circulation.
    pub restored: Mass,
    /// Recovery that law or an EPR scheme already demands.
    pub legal_obligation: Mass,
}

impl Restoration {
    /// eligible = max(0, restored − legal obligation) (Criteria).
    pub fn eligible(self) -> Mass {
        (self.restored - self.legal_obligation).max(Mass::ZERO)
    }

    /// Restored ÷ sent in percent.
    pub fn yield_percent(self) -> Option<Decimal> {
        percent(self.restored.kilograms(), self.sent.kilograms())
    }

    /// Certificates still expected: eligible kg rounded down, less what was issued; a forecast, it nets nothing.
    pub fn expected(self, issued: i64) -> i64 {
        (self.eligible().certificates_rounded_down() - issued).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kg(kilograms: i64) -> Mass {
        Mass::from_milligrams(kilograms * 1_000_000)
    }

    #[test]
    fn only_the_surplus_over_the_law_is_eligible() {
        let some = Restoration { sent: kg(420), restored: kg(300), legal_obligation: kg(50) };
        assert_eq!((some.eligible(), some.expected(100), some.expected(400)), (kg(250), 150, 0));
        let less = Restoration { legal_obligation: kg(400), ..some };
        assert_eq!(less.eligible(), Mass::ZERO);
    }

    #[test]
    fn parts_and_material_count_only_under_the_wide_policy() {
        use RestorationPolicy::{Strict, Wide};
        for (policy, stated, outcome, restored) in [
            (Strict, Some(7), None, 7),
            (Strict, None, Some(Outcome::Reused), 10),
            (Strict, Some(7), Some(Outcome::Refurbished), 7),
            (Strict, Some(7), Some(Outcome::Parts), 0),
            (Wide, Some(7), Some(Outcome::Parts), 7),
            (Wide, None, Some(Outcome::Material), 10),
            (Wide, Some(7), Some(Outcome::Residual), 0),
            (Wide, None, None, 0),
        ] {
            assert_eq!(policy.restored(kg(10), stated.map(kg), outcome), kg(restored), "{outcome:?}");
        }
    }
}
