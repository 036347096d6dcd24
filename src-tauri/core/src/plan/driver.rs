//! The drivers of a scenario: what a person may turn. A scenario is its drivers and nothing else.

use crate::ledger::lot::{Intent, Lot, Origin};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A value for each year of a plan; its last one holds for all that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Vec<Decimal>);

impl Path {
    /// The same value in every year.
    pub fn flat(value: Decimal) -> Self {
        Self(vec![value])
    }

    /// These values, one a year; nothing where there is none.
    pub fn new(values: Vec<Decimal>) -> Option<Self> {
        (!values.is_empty()).then_some(Self(values))
    }

    /// The value of the `position`-th year, counted from 0.
    pub fn at(&self, position: usize) -> Decimal {
        self.0.get(position).or(self.0.last()).copied().unwrap_or_default()
    }

    /// The values as they were given.
    pub fn values(&self) -> &[Decimal] {
        &self.0
    }

    /// Every value changed alike.
    pub fn map(&self, change: impl Fn(Decimal) -> Decimal) -> Self {
        Self(self.0.iter().map(|value| change(*value)).collect())
    }
}

/// Percent a year for all hardware, and for single entities and categories that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// For all that are not named.
    pub all: Decimal,
    /// By category key.
    pub by_category: BTreeMap<String, Decimal>,
    /// By entity: for all that it buys.
    pub by_entity: BTreeMap<String, Decimal>,
}

impl Rates {
    /// The rate of what an entity buys of a category, percent a year.
    pub fn of(&self, entity: Option<&str>, category: Option<&str>) -> Decimal {
        let of_entity = entity.and_then(|entity| self.by_entity.get(entity));
        let of_category = || category.and_then(|category| self.by_category.get(category));
        of_entity.or_else(of_category).copied().unwrap_or(self.all)
    }

    /// Every rate moved by as many points.
    pub fn moved(&self, points: Decimal) -> Self {
        let moved = |rates: &BTreeMap<String, Decimal>| {
            rates.iter().map(|(key, rate)| (key.clone(), *rate + points)).collect()
        };
        let (by_category, by_entity) = (moved(&self.by_category), moved(&self.by_entity));
        Self { all: self.all + points, by_category, by_entity }
    }
}

/// What was bought some years before is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    /// Years a device is kept.
    pub cycle: i32,
    /// Growth of the fleet, percent a year.
    pub fleet_growth: Decimal,
}

/// How much hardware is retired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retired {
    /// The base year's mass, growing as hardware does.
    AsHardware,
    /// So many kg in each year, over all providers, in the base year's proportions.
    Kilograms(Path),
    /// Percent of the mass that was bought so many years before; the base year's mass where that is not known.
    ShareOfBought {
        /// Percent.
        percent: Decimal,
        /// Years.
        cycle: i32,
    },
}

/// Eligible restored kg ÷ sent kg, percent, after legal obligation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Yields {
    /// For every provider that is not named; its own history where there is none.
    pub all: Option<Path>,
    /// By provider.
    pub by_provider: BTreeMap<String, Path>,
    /// Points added to each of them.
    pub points: Decimal,
}

/// What becomes of an own lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotChoice {
    /// It is kept for the years to come.
    Hold,
    /// It is sold, for this price a unit where one is said.
    Sell(Option<Decimal>),
}

/// Everything a scenario turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drivers {
    /// Growth of the hardware bought.
    pub growth: Rates,
    /// Replacement by cycle instead, where the history reaches back so far.
    pub refresh: Option<Refresh>,
    /// Refurbished share of units, percent; that of the base year where there is none.
    pub refurbished: Option<Path>,
    /// That of single entities that differ.
    pub refurbished_by_entity: BTreeMap<String, Path>,
    /// Points added to the refurbished share.
    pub refurbished_points: Decimal,
    /// Change of the weight per device.
    pub weight: Rates,
    /// Retired hardware.
    pub retired: Retired,
    /// Yield of the providers.
    pub yields: Yields,
    /// Months from shipment to issue; shipments are taken as even over the year.
    pub issue_lag_months: u32,
    /// Share of own units that is sold when issued, percent.
    pub sold: Path,
    /// Price of an own unit sold.
    pub sale_price: Option<Decimal>,
    /// What becomes of own lots, by id; each lot's own intent where none is named.
    pub lots: BTreeMap<String, LotChoice>,
    /// Share of gross, percent.
    pub target: Path,
    /// Price of a certificate by age of its vintage in years, 0 first; the last holds for all that are older.
    pub prices: Vec<Path>,
    /// ISO 4217 code of prices and budgets.
    pub currency: String,
    /// What may be spent in each year; no limit where there is none.
    pub budget: Option<Path>,
    /// Years ahead for which one may buy.
    pub years_ahead: u32,
    /// Oldest vintage accepted; expiry alone where there is none.
    pub earliest_vintage: Option<i32>,
    /// Fewest certificates of one purchase.
    pub minimum_order: i64,
    /// Purchases are multiples of it.
    pub lot_size: i64,
}

impl Drivers {
    /// Price of a certificate of a vintage so many years old, bought in the `position`-th year.
    pub fn price(&self, age: usize, position: usize) -> Option<Decimal> {
        self.prices.get(age).or(self.prices.last()).map(|path| path.at(position))
    }
}

impl Drivers {
    /// The refurbished share of units that an entity buys in the `position`-th year, percent; nothing where its own stays.
    pub fn refurbished_of(&self, entity: Option<&str>, position: usize) -> Option<Decimal> {
        let own = entity.and_then(|entity| self.refurbished_by_entity.get(entity));
        own.or(self.refurbished.as_ref()).map(|path| path.at(position))
    }

    /// Entities that have a driver of their own.
    pub fn of_entities(&self) -> impl Iterator<Item = &String> {
        let rates = [&self.growth, &self.weight].into_iter().flat_map(|rates| rates.by_entity.keys());
        rates.chain(self.refurbished_by_entity.keys())
    }

    /// For what a unit of a lot is sold; nothing where the lot is no own one, or is held.
    pub fn for_sale(&self, lot: &Lot) -> Option<Decimal> {
        let choice = self.lots.get(&lot.id).copied().unwrap_or(match lot.facts.intent {
            Intent::Sell => LotChoice::Sell(None),
            Intent::Hold | Intent::Undecided => LotChoice::Hold,
        });
        match choice {
            LotChoice::Sell(price) if lot.origin == Origin::SelfGenerated => {
                Some(price.or(self.sale_price).unwrap_or_default())
            }
            _ => None,
        }
    }
}

impl Default for Drivers {
    fn default() -> Self {
        Self {
            growth: Rates::default(),
            refresh: None,
            refurbished: None,
            refurbished_by_entity: BTreeMap::new(),
            refurbished_points: Decimal::ZERO,
            weight: Rates::default(),
            retired: Retired::AsHardware,
            yields: Yields::default(),
            issue_lag_months: 6,
            sold: Path::flat(Decimal::ZERO),
            sale_price: None,
            lots: BTreeMap::new(),
            target: Path::flat(Decimal::ONE_HUNDRED),
            prices: Vec::new(),
            currency: String::new(),
            budget: None,
            years_ahead: 1,
            earliest_vintage: None,
            minimum_order: 1,
            lot_size: 1,
        }
    }
}
