//! Where recorded serials and batches are found without looking at every lot.

use super::lot::Lot;
use crate::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Certificates that could be one another: registry and prefix without regard to case, and the class.
type Series = (String, String, String);

/// Lots by first serial within their series, and by batch within their registry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    series: BTreeMap<Series, BTreeMap<i64, String>>,
    /// Series that look like others which they are not, by what they look like.
    look_alikes: BTreeMap<Series, BTreeSet<Series>>,
    batches: BTreeMap<(String, String), BTreeSet<String>>,
    /// Units of all lots.
    units: i128,
}

impl Index {
    pub(super) fn insert(&mut self, lot: &Lot) {
        self.units += i128::from(lot.quantity());
        let series = series(lot);
        let shown = as_shown(&series);
        if shown != series {
            self.look_alikes.entry(shown).or_default().insert(series.clone());
        }
        self.series.entry(series).or_default().insert(lot.serials.start(), lot.id.clone());
        if let Some(batch) = batch(lot) {
            self.batches.entry(batch).or_default().insert(lot.id.clone());
        }
    }

    pub(super) fn remove(&mut self, lot: &Lot) {
        self.units -= i128::from(lot.quantity());
        let series = series(lot);
        if let Some(lots) = self.series.get_mut(&series) {
            lots.remove(&lot.serials.start());
            if lots.is_empty() {
                self.series.remove(&series);
                let shown = as_shown(&series);
                if let Some(alike) = self.look_alikes.get_mut(&shown) {
                    alike.remove(&series);
                    if alike.is_empty() {
                        self.look_alikes.remove(&shown);
                    }
                }
            }
        }
        let Some(batch) = batch(lot) else { return };
        if let Some(lots) = self.batches.get_mut(&batch) {
            lots.remove(&lot.id);
            if lots.is_empty() {
                self.batches.remove(&batch);
            }
        }
    }

    /// Whether a total of the units of all lots and those of one more could not be held.
    pub(super) fn is_full_with(&self, lot: &Lot) -> bool {
        i64::try_from(self.units + i128::from(lot.quantity())).is_err()
    }

    /// Whether any lot is of this registry, class and prefix.
    pub(super) fn has_series(&self, registry: &str, class: &str, prefix: &str) -> bool {
        let key = (registry.to_ascii_lowercase(), class.to_owned(), prefix.to_ascii_lowercase());
        self.series.contains_key(&key)
    }

    /// The only lot that can have a serial of this one: as none overlap, the last that begins before its end.
    pub(super) fn neighbour(&self, lot: &Lot) -> Option<&str> {
        let lots = self.series.get(&series(lot))?;
        lots.range(..=lot.serials.end()).next_back().map(|(_, id)| id.as_str())
    }

    /// Lots of other series that look the same, of which each can have a serial of this one.
    pub(super) fn look_alikes(&self, lot: &Lot) -> impl Iterator<Item = &str> {
        let own = series(lot);
        let shown = as_shown(&own);
        let alike = self.look_alikes.get(&shown).into_iter().flatten().cloned();
        let others = alike.chain([shown]).filter(move |one| *one != own);
        let last = |one: Series| self.series.get(&one)?.range(..=lot.serials.end()).next_back();
        others.filter_map(last).map(|(_, id)| id.as_str())
    }

    /// A lot of the same batch; all of them are of one class.
    pub(super) fn of_batch(&self, lot: &Lot) -> Option<&str> {
        self.batches.get(&batch(lot)?)?.first().map(String::as_str)
    }
}

fn series(lot: &Lot) -> Series {
    (lot.registry.to_ascii_lowercase(), lot.class.clone(), lot.prefix.to_ascii_lowercase())
}

/// How a series looks on a screen.
fn as_shown((registry, class, prefix): &Series) -> Series {
    (fold::as_shown(registry), class.clone(), fold::as_shown(prefix))
}

fn batch(lot: &Lot) -> Option<(String, String)> {
    Some((lot.registry.to_ascii_lowercase(), lot.facts.batch.clone()?))
}
