//! How a line came by its weight where its row does not state it: the tier, the family or class, and what it rests on.

use crate::recognise::{Kind, Recognised};
use crate::weight::{Device, WeightSource};
use rust_decimal::Decimal;

/// How a weight was found, the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The device itself stands in a shipped table.
    Table,
    /// Devices of the same maker, line and size.
    Family,
    /// Devices of the same kind that the organisation knows the weights of.
    OwnAverage,
    /// Devices of the same kind and size, or of the same kind.
    Class,
    /// A published average of a wide class, without a spread.
    LastResort,
    /// A person's word for this line.
    Given,
}

impl Tier {
    /// All of them, in the order in which they are asked; a person's word stands before them.
    pub const ALL: [Self; 6] =
        [Self::Given, Self::Table, Self::Family, Self::OwnAverage, Self::Class, Self::LastResort];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Family => "family",
            Self::OwnAverage => "own_average",
            Self::Class => "default",
            Self::LastResort => "last_resort",
            Self::Given => "given",
        }
    }

    /// The tier stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.word() == word)
    }
}

/// A weight with where it is from and how far it may be off.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownWeight {
    /// Mass of one unit, kg: the mean where it is estimated.
    pub kg: Decimal,
    /// Low end of the 90 % range, kg.
    pub low: Decimal,
    /// High end, kg.
    pub high: Decimal,
    /// How it was found.
    pub tier: Tier,
    /// The table or tables, or what a person named.
    pub source: String,
    /// Standard deviation of one device of its class or family, kg; none where the device itself was weighed.
    pub deviation: Decimal,
    /// How many devices it rests on.
    pub n: usize,
    /// The class or family, such as `switch 37–64 ports`.
    pub class: String,
}

impl KnownWeight {
    /// Where a line that it weighs takes its mass from. A person's estimate is no word of the device itself.
    pub fn source_word(&self) -> WeightSource {
        match self.tier {
            Tier::Table => WeightSource::Catalogue,
            Tier::OwnAverage => WeightSource::OwnAverage,
            Tier::Given if self.deviation.is_zero() => WeightSource::Catalogue,
            Tier::Given | Tier::Family | Tier::Class | Tier::LastResort => WeightSource::Default,
        }
    }
}

/// What one device is and how it was weighed; all its lines share it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Weighing {
    /// What it is.
    pub kind: Option<Kind>,
    /// What tells it from other models: units of one model are off alike, those of others independently.
    pub model: String,
    /// The words that decided, with what they said.
    pub evidence: String,
    /// Its weight.
    pub weight: KnownWeight,
}

impl Weighing {
    /// The weighing of a device that was recognised.
    pub fn new(device: Device<'_>, found: &Recognised, weight: KnownWeight) -> Self {
        let model = model_of(device, found);
        let model = if model.is_empty() { weight.class.clone() } else { model };
        Self { kind: found.kind, model, evidence: found.evidence_text(), weight }
    }
}

/// What tells a device from other models: its maker and model where they were recognised, else its own words.
pub fn model_of(device: Device<'_>, found: &Recognised) -> String {
    let maker = found.maker.as_deref().or(device.manufacturer);
    let model = found.model.as_deref().or(device.model).or(device.item);
    [maker, model].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
