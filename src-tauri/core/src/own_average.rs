//! The organisation's own averages: what the devices weigh whose weight its own rows or its catalogue state.

use crate::device_table::ladder;
use crate::recognise::{Kind, Recognised, Size};
use crate::spread::Spread;
use crate::weighing::{KnownWeight, Tier};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Models below which the own average says too little.
pub const FEWEST_MODELS: usize = 10;

/// A model whose weight the organisation knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnModel {
    /// What it is.
    pub kind: Kind,
    /// How large it is.
    pub size: Size,
    /// What tells it from others.
    pub model: String,
    /// Mass of one unit, kg.
    pub kg: Decimal,
}

/// Averages by class, as of a day: a new file moves nothing that was weighed before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnAverages {
    on: Option<NaiveDate>,
    classes: BTreeMap<String, Spread>,
}

impl OwnAverages {
    /// The averages of models, each model once whatever it was bought in; its masses are averaged first.
    pub fn of(models: impl IntoIterator<Item = OwnModel>, on: Option<NaiveDate>) -> Self {
        let mut known: BTreeMap<(String, Kind), (Size, Vec<Decimal>)> = BTreeMap::new();
        for one in models {
            let (_, masses) = known.entry((one.model, one.kind)).or_insert((one.size, Vec::new()));
            masses.push(one.kg);
        }
        let mut classes: BTreeMap<String, Vec<Decimal>> = BTreeMap::new();
        for ((_, kind), (size, masses)) in known {
            let count = Decimal::from(masses.len());
            let Some(mean) = masses.iter().sum::<Decimal>().checked_div(count) else { continue };
            for class in ladder(kind, &size) {
                classes.entry(class).or_default().push(mean);
            }
        }
        let enough = classes.into_iter().filter(|(_, masses)| masses.len() >= FEWEST_MODELS);
        let spread = |(class, mut masses): (String, Vec<Decimal>)| Some((class, Spread::of(&mut masses)?));
        Self { on, classes: enough.filter_map(spread).collect() }
    }

    /// Each class with its spread.
    pub fn classes(&self) -> impl Iterator<Item = (&str, &Spread)> {
        self.classes.iter().map(|(class, spread)| (class.as_str(), spread))
    }

    /// The average of the most specific class that has one.
    pub fn find(&self, found: &Recognised) -> Option<KnownWeight> {
        let classes = ladder(found.kind?, &found.size);
        let (class, spread) = classes.iter().find_map(|class| Some((class, self.classes.get(class)?)))?;
        let (low, high) = spread.range();
        let on = self.on.map(|on| format!(", {on}")).unwrap_or_default();
        Some(KnownWeight {
            kg: spread.mean,
            low,
            high,
            tier: Tier::OwnAverage,
            source: format!("own lines and catalogue{on}"),
            deviation: spread.deviation,
            n: spread.n,
            class: class.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitors(count: i64) -> impl Iterator<Item = OwnModel> {
        (1..=count).map(|kg| OwnModel {
            kind: Kind::Monitor,
            size: Size { inches: Some(Decimal::from(24)), ..Size::default() },
            model: format!("K{kg}"),
            kg: Decimal::from(kg),
        })
    }

    fn mean(averages: &OwnAverages) -> Option<(Decimal, String)> {
        let found = Recognised { kind: Some(Kind::Monitor), ..Recognised::default() };
        averages.find(&found).map(|weight| (weight.kg, weight.source))
    }

    #[test]
    fn ten_models_make_an_average_and_each_counts_once() {
        let on = NaiveDate::from_ymd_opt(2026, 6, 16);
        assert_eq!(mean(&OwnAverages::of(monitors(9), on)), None);
        let expected = (Decimal::new(55, 1), "own lines and catalogue, 2026-06-16".to_owned());
        assert_eq!(mean(&OwnAverages::of(monitors(10), on)), Some(expected.clone()));
        assert_eq!(mean(&OwnAverages::of(monitors(10).chain(monitors(10)), on)), Some(expected));
    }
}
