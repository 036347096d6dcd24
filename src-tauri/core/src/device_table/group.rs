//! Devices that are alike, and what they weigh.

use super::TableDevice;
use crate::spread::Spread;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A maker with the mass of one of its devices: one vote, however many variants have it.
pub(super) type Vote = (String, Decimal);

/// Devices that are alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Each vote with what it is measured by.
    votes: BTreeMap<Vote, Option<Decimal>>,
    sources: BTreeSet<&'static str>,
    pub(super) spread: Option<Spread>,
}

impl Group {
    pub(super) fn add(&mut self, device: &TableDevice, measure: Option<Decimal>) {
        self.votes.insert((device.maker.clone(), device.kg), measure);
        self.sources.insert(device.source);
    }

    pub(super) fn count(&mut self) {
        self.spread = self.spread_of(|_| true);
    }

    fn spread_of(&self, is_in: impl Fn(&Vote) -> bool) -> Option<Spread> {
        let mut masses: Vec<Decimal> =
            self.votes.iter().filter(|(vote, _)| is_in(vote)).filter_map(measured).collect();
        Spread::of(&mut masses)
    }

    pub(super) fn spread_without(&self, without: Option<&Vote>) -> Option<Spread> {
        match without.filter(|vote| self.votes.contains_key(vote)) {
            Some(without) => self.spread_of(|vote| vote != without),
            None => self.spread.clone(),
        }
    }

    pub(super) fn sources(&self) -> String {
        self.sources.iter().copied().collect::<Vec<_>>().join(" and ")
    }
}

/// The mass of a vote, by what it is measured by.
fn measured((vote, measure): (&Vote, &Option<Decimal>)) -> Option<Decimal> {
    vote.1.checked_div(measure.unwrap_or(Decimal::ONE))
}
