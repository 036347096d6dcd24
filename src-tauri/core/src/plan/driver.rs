//! The drivers of a scenario: what a person may turn. A scenario is its drivers and nothing else.

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

/// Percent a year for all categories, and for single ones that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// For all that are not named.
    pub all: Decimal,
    /// By category key.
    pub by_category: BTreeMap<String, Decimal>,
}

impl Rates {
    /// The rate of a category, percent a year.
    pub fn of(&self, category: Option<&str>) -> Decimal {
        category.and_then(|category| self.by_category.get(category)).copied().unwrap_or(self.all)
    }

    /// Every rate moved by as many points.
    pub fn moved(&self, points: Decimal) -> Self {
        let by_category = self.by_category.iter().map(|(key, rate)| (key.clone(), *rate + points));
        Self { all: self.all + points, by_category: by_category.collect() }
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

/// Everything a scenario turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drivers {
    /// Growth of the hardware bought.
    pub growth: Rates,
    /// Replacement by cycle instead, where the history reaches back so far.
    pub refresh: Option<Refresh>,
    /// Refurbished share of units, percent; that of the base year where there is none.
    pub refurbished: Option<Path>,
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

impl Default for Drivers {
    fn default() -> Self {
        Self {
            growth: Rates::default(),
            refresh: None,
            refurbished: None,
            refurbished_points: Decimal::ZERO,
            weight: Rates::default(),
            retired: Retired::AsHardware,
            yields: Yields::default(),
            issue_lag_months: 6,
            sold: Path::flat(Decimal::ZERO),
            sale_price: None,
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
