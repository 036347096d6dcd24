//! The emissions of a year, each figure with the set and the factor it rests on.

use super::factor::{Assignments, Factor, FactorSet};
use super::purchase::{Band, Estimate, Priced, SameLines, estimate, same_lines};
use super::reuse::{Energy, Reuse, ReusedShipment, reuse};
use crate::requirement::NewMass;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a material is multiplied with in the UK's set: making as much of it anew.
const PRIMARY: &str = "Primary material production";
/// What a purchaser's money is multiplied with in the EPA's set: its price has the margins of trade in it.
const WITH_MARGINS: &str = "with margins";
/// The currency of the EPA's factors.
const DOLLAR: &str = "USD";

/// A set with its factors, and which of them stands for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The set.
    pub set: FactorSet,
    /// Its factors.
    pub factors: Vec<Factor>,
    /// Which stands for a kind of hardware.
    pub assignments: Assignments,
}

impl Pinned {
    /// The factor for making a tonne of hardware of a category.
    fn of_mass(&self, category: Option<&str>) -> Option<&Factor> {
        let name = self.assignments.of(category)?;
        let last = |factor: &Factor| factor.name.rsplit(" · ").next() == Some(name);
        let is_mass = |factor: &&Factor| factor.variant == PRIMARY && factor.unit == "tonnes" && last(factor);
        self.factors.iter().find(is_mass)
    }

    /// The factor for a dollar paid for hardware of a category.
    fn of_spend(&self, category: Option<&str>) -> Option<&Factor> {
        let code = self.assignments.of(category)?;
        let first = |factor: &Factor| factor.name.split(" · ").next() == Some(code);
        self.factors.iter().find(|factor| factor.variant == WITH_MARGINS && first(factor))
    }
}

/// What the emissions of a year are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The set for mass and energy.
    pub activity: Option<Pinned>,
    /// The set for money.
    pub spend: Option<Pinned>,
    /// New hardware by category, with its band.
    pub masses: Vec<(Option<String>, NewMass)>,
    /// Its lines by price.
    pub priced: Vec<Priced>,
    /// Own retired hardware by shipment.
    pub shipments: Vec<ReusedShipment>,
    /// What restoring it used up, each with its position.
    pub energy: Vec<(i64, Energy)>,
    /// What one unit of a currency comes to in dollars of the factors' year, as a person said.
    pub dollars: BTreeMap<String, Decimal>,
}

/// New hardware of one category, with the factors it was multiplied with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchased {
    /// What it comes to.
    pub estimate: Estimate,
    /// By mass.
    pub activity: Option<Factor>,
    /// By spend.
    pub spend: Option<Factor>,
}

/// The emissions of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearEmissions {
    /// The set for mass and energy.
    pub activity_set: Option<FactorSet>,
    /// The set for money.
    pub spend_set: Option<FactorSet>,
    /// New hardware by category.
    pub purchases: Vec<Purchased>,
    /// Own retired hardware, by shipment.
    pub shipments: Vec<(String, Reuse)>,
    /// All of it.
    pub reuse: Reuse,
    /// What restoring it used up.
    pub energy: Vec<(i64, Energy)>,
    /// Rates that were used.
    pub dollars: BTreeMap<String, Decimal>,
    /// Currencies of prices that nobody gave a rate for.
    pub currencies_without_rate: BTreeSet<String>,
}

impl YearEmissions {
    /// The emissions of what is known; nothing where a figure cannot be held.
    pub fn of(known: &Known) -> Option<Self> {
        let dollar = |currency: &str| {
            let said = known.dollars.get(currency).copied();
            said.or_else(|| (currency == DOLLAR).then_some(Decimal::ONE))
        };
        let shipped = |category: Option<&str>| known.activity.as_ref()?.of_mass(category);
        let energy: Vec<Energy> = known.energy.iter().map(|(_, one)| one.clone()).collect();
        let (each, all) = reuse(&known.shipments, &shipped, &energy)?;
        let names = known.shipments.iter().map(|one| one.shipment.clone());
        let currencies =
            known.priced.iter().filter_map(|one| one.price.as_ref()).map(|(_, currency)| currency);
        Some(Self {
            activity_set: known.activity.as_ref().map(|one| one.set.clone()),
            spend_set: known.spend.as_ref().map(|one| one.set.clone()),
            purchases: purchases(known, &dollar)?,
            shipments: names.zip(each).collect(),
            reuse: all,
            energy: known.energy.clone(),
            dollars: known.dollars.clone(),
            currencies_without_rate: currencies.filter(|code| dollar(code).is_none()).cloned().collect(),
        })
    }

    /// New hardware by mass, of all categories; nothing where none has a factor.
    pub fn by_mass(&self) -> Option<Band> {
        self.purchases.iter().filter_map(|one| one.estimate.activity).reduce(Band::plus)
    }

    /// New hardware by spend, of all categories; nothing where none can be said.
    pub fn by_spend(&self) -> Option<Decimal> {
        self.purchases.iter().filter_map(|one| one.estimate.spend).reduce(|sum, one| sum + one)
    }

    /// Lines that are in no emissions by mass, and by spend.
    pub fn lines_without(&self) -> (i64, i64) {
        let estimates = self.purchases.iter().map(|one| &one.estimate);
        estimates.fold((0, 0), |(mass, spend), one| {
            (mass + one.lines_without_activity, spend + one.lines_without_spend)
        })
    }

    /// The lines that both are known of, by mass and by spend.
    pub fn same_lines(&self) -> SameLines {
        let estimates: Vec<Estimate> = self.purchases.iter().map(|one| one.estimate.clone()).collect();
        same_lines(&estimates)
    }
}

fn purchases(known: &Known, dollar: &dyn Fn(&str) -> Option<Decimal>) -> Option<Vec<Purchased>> {
    let masses: BTreeMap<&Option<String>, NewMass> =
        known.masses.iter().map(|(key, mass)| (key, *mass)).collect();
    let categories: BTreeSet<&Option<String>> =
        masses.keys().copied().chain(known.priced.iter().map(|one| &one.category)).collect();
    let purchased = |category: &Option<String>| {
        let lines: Vec<Priced> =
            known.priced.iter().filter(|one| one.category == *category).cloned().collect();
        let key = category.as_deref();
        let activity = known.activity.as_ref().and_then(|pinned| pinned.of_mass(key));
        let spend = known.spend.as_ref().and_then(|pinned| pinned.of_spend(key));
        let mass = masses.get(category).copied().unwrap_or_default();
        Some(Purchased {
            estimate: estimate(key, mass, &lines, (activity, spend), dollar)?,
            activity: activity.cloned(),
            spend: spend.cloned(),
        })
    };
    categories.into_iter().map(purchased).collect()
}
