//! What the workspace knows on a day, read for a plan.

use super::drivers::Origin as From;
use crate::ActionError;
use crate::numbers::kg;
use crate::settings::Organisation;
use chrono::{Datelike, Months, NaiveDate};
use planner_core::class::COVERING_CLASS;
use planner_core::ledger::Ledger;
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::mass::Mass;
use planner_core::order::Order;
use planner_core::plan::driver::Drivers;
use planner_core::plan::known::{Bought, BoughtYear, Expected, Known, KnownYear, Ordered, Sent};
use planner_core::plan::stock;
use planner_core::requirement::{LineGroup, NewMass, new_mass, range, shares};
use planner_core::shipment::{Shipments, restoration};
use planner_store::{Connection, dispositions, ledger, line_groups, orders, settings};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Years before the base year that a refresh cycle may look back to.
const HISTORY: i32 = 15;

/// What plans of every entity stand on.
#[derive(Debug)]
pub(super) struct Ground {
    pub organisation: Organisation,
    pub ledger: Ledger,
    pub orders: Vec<Order>,
    pub today: NaiveDate,
}

impl Ground {
    pub async fn load(connection: &mut Connection, today: NaiveDate) -> Result<Self, ActionError> {
        Ok(Self {
            organisation: Organisation::load(connection).await?,
            ledger: ledger::load(connection).await?,
            orders: orders::all(connection).await?,
            today,
        })
    }
}

/// Everything read for a plan.
#[derive(Debug)]
pub(super) struct Read {
    ground: Arc<Ground>,
    entity: Option<String>,
    /// Years with lines, each with its groups.
    bought: BTreeMap<i32, Vec<Bought>>,
    /// Shipments of every year that has any.
    shipments: BTreeMap<i32, Shipments>,
}

impl std::ops::Deref for Read {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

impl Read {
    pub async fn load(
        connection: &mut Connection,
        ground: Arc<Ground>,
        entity: Option<&str>,
    ) -> Result<Self, ActionError> {
        let mut bought = BTreeMap::new();
        let mut shipments = BTreeMap::new();
        let by_year = line_groups::groups_by_year(connection, i32::MIN..=i32::MAX, entity).await?;
        bought.extend(by_year.into_iter().map(|(year, groups)| (year, grouped(&groups))));
        for year in settings::known_years(connection).await? {
            let rows = dispositions::of_year(connection, year).await?;
            let of_year = Shipments::of(rows, &ground.ledger, year, entity, ground.organisation.policy);
            if !of_year.shipments.is_empty() {
                shipments.insert(year, of_year);
            }
        }
        Ok(Self { ground, entity: entity.map(str::to_owned), bought, shipments })
    }

    /// Entities that hardware was bought for, of the whole organisation.
    pub fn entities(&self) -> Vec<String> {
        let groups = self.bought.values().flatten();
        let entities: std::collections::BTreeSet<_> =
            groups.filter_map(|group| group.entity.clone()).collect();
        entities.into_iter().collect()
    }

    fn last_day(&self, year: i32) -> NaiveDate {
        let period = self.organisation.fiscal_year_start.period(year);
        period.map_or(NaiveDate::MAX, |(_, last)| last)
    }

    fn has_passed(&self, year: i32) -> bool {
        self.last_day(year) < self.today
    }

    fn this_year(&self) -> i32 {
        self.organisation.fiscal_year_start.reporting_year(self.today)
    }

    /// The years to plan: from the first open one that has lines to so many on, and never less than up to four years
    /// after this one.
    pub fn years(&self, on: i32) -> std::ops::RangeInclusive<i32> {
        let this_year = self.this_year();
        let open = self.bought.keys().copied().filter(|year| !self.ledger.is_locked(*year));
        let first = open.min().unwrap_or(this_year).min(this_year);
        first..=(first + on).max(this_year + on - 1)
    }

    /// The year that the years to come are planned from: the last that has passed and has lines, else the last with any.
    pub fn base_year(&self) -> i32 {
        let with_lines = || self.bought.keys().copied();
        let passed = with_lines().filter(|year| self.has_passed(*year)).max();
        passed.or_else(|| with_lines().max()).unwrap_or(self.this_year() - 1)
    }

    pub fn base(&self) -> BoughtYear {
        let year = self.base_year();
        BoughtYear { year, groups: self.bought.get(&year).cloned().unwrap_or_default() }
    }

    /// The year whose retired hardware is planned from: the last that has passed and has any.
    pub fn sent_year(&self) -> Option<i32> {
        let passed = self.shipments.keys().copied().filter(|year| self.has_passed(*year)).max();
        passed.or_else(|| self.shipments.keys().copied().max())
    }

    /// Hardware retired in that year, by provider.
    pub fn sent(&self) -> Vec<Sent> {
        let Some(shipments) = self.sent_year().and_then(|year| self.shipments.get(&year)) else {
            return Vec::new();
        };
        let mut providers: BTreeMap<Option<String>, (Mass, Mass)> = BTreeMap::new();
        for shipment in &shipments.shipments {
            let masses = restoration(&shipment.rows, shipments.policy);
            let sum = providers.entry(shipment.provider.clone()).or_default();
            *sum = (sum.0 + masses.sent, sum.1 + masses.eligible());
        }
        let sent = providers.into_iter();
        sent.map(|(provider, (sent, eligible))| Sent { provider, sent, eligible }).collect()
    }

    /// Months from a shipment to the trade of the lot that was issued for it: the median of those that are known.
    pub fn issue_lag(&self) -> Option<u32> {
        let mut lags: Vec<u32> = Vec::new();
        for shipment in self.shipments.values().flat_map(|one| &one.shipments) {
            let (Some(batch), Some(sent)) = (&shipment.batch, shipment.date) else { continue };
            let issued = self.own_lots().filter(|lot| lot.facts.batch.as_ref() == Some(batch));
            lags.extend(issued.filter_map(|lot| months(sent, lot.facts.trade_date?)));
        }
        lags.sort_unstable();
        lags.get(lags.len() / 2).copied()
    }

    /// Own lots with usable units that are reserved for nothing, each with how many.
    pub fn own_stock(&self) -> Vec<(&Lot, i64)> {
        let held = |lot: &'_ Lot| self.ledger.lot(&lot.id).map_or(0, |one| one.units(self.today).held);
        let lots = self.own_lots().map(|lot| (lot, held(lot)));
        lots.filter(|(lot, units)| *units > 0 && lot.expires_on >= self.today).collect()
    }

    fn own_lots(&self) -> impl Iterator<Item = &Lot> {
        let belongs = |lot: &&Lot| {
            self.entity.as_deref().is_none_or(|entity| lot.facts.entity.as_deref() == Some(entity))
        };
        let lots = self.ledger.holdings().map(|holding| &holding.lot);
        lots.filter(|lot| lot.origin == Origin::SelfGenerated && lot.class == COVERING_CLASS).filter(belongs)
    }

    /// The last price paid for a certificate that covers, with its lot.
    pub fn last_price(&self) -> Option<(Decimal, String, String)> {
        let bought = self.ledger.holdings().map(|holding| &holding.lot);
        let bought = bought.filter(|lot| lot.can_cover() && lot.origin == Origin::Purchased);
        let priced = bought.filter(|lot| lot.facts.unit_price.is_some() && lot.facts.currency.is_some());
        let last = priced.max_by_key(|lot| (lot.facts.trade_date, lot.vintage, &lot.id))?;
        let day = last.facts.trade_date.map_or_else(String::new, |day| format!(", {day}"));
        Some((last.facts.unit_price?, last.facts.currency.clone()?, format!("lot {}{day}", last.id)))
    }

    /// Own units that years already passed are still expected to bring.
    fn expected(&self, lag_months: u32) -> Vec<Expected> {
        let passed = self.shipments.iter().filter(|(year, _)| self.has_passed(**year));
        let expected = passed.map(|(vintage, shipments)| {
            let sent = shipments.shipments.iter().filter_map(|one| one.date).max();
            let issued = sent.and_then(|day| day.checked_add_months(Months::new(lag_months)));
            let day = issued.unwrap_or(self.today).max(self.today);
            let year = self.organisation.fiscal_year_start.reporting_year(day);
            Expected { vintage: *vintage, year, quantity: shipments.expected() }
        });
        expected.filter(|one| one.quantity > 0).collect()
    }

    fn ordered(&self, currency: &str) -> Vec<Ordered> {
        let of_entity = |order: &&Order| {
            self.entity.as_deref().is_none_or(|entity| order.entity.as_deref() == Some(entity))
        };
        let open =
            self.orders.iter().filter(|order| order.will_cover() && order.open() > 0).filter(of_entity);
        open.map(|order| Ordered {
            year: self
                .organisation
                .fiscal_year_start
                .reporting_year(order.expected_on.unwrap_or(self.today).max(self.today)),
            vintage: order.vintages.0,
            quantity: order.open(),
            price: order.price.as_ref().filter(|(_, other)| other == currency).map(|(price, _)| *price),
        })
        .collect()
    }

    /// What core needs to know, for so many years and under these drivers.
    pub fn known(&self, on: i32, drivers: &Drivers) -> Known {
        let base = self.base();
        let history = self.bought.iter().filter(|(year, _)| (base.year - HISTORY..base.year).contains(*year));
        Known {
            today: self.today,
            years: self.years(on).map(|year| self.known_year(year)).collect(),
            history: history
                .map(|(year, groups)| BoughtYear { year: *year, groups: groups.clone() })
                .collect(),
            sent: self.sent(),
            expected: self.expected(drivers.issue_lag_months),
            ordered: self.ordered(&drivers.currency),
            stock: stock::of_ledger(&self.ledger, self.entity.as_deref(), self.today, &|lot| {
                drivers.for_sale(lot)
            }),
            base,
        }
    }

    fn known_year(&self, year: i32) -> KnownYear {
        let has_passed = self.has_passed(year);
        KnownYear {
            year,
            served_on: self.last_day(year).max(self.today),
            is_passed: has_passed,
            is_locked: self.ledger.is_locked(year),
            retired: self.retired(year),
            issued: self.own_lots().filter(|lot| !has_passed && lot.vintage == year).map(Lot::quantity).sum(),
            bought: self.bought.get(&year).cloned().unwrap_or_default(),
        }
    }

    fn retired(&self, year: i32) -> i64 {
        let of_entity = |owner: &Option<String>| {
            self.entity.as_deref().is_none_or(|entity| owner.as_deref() == Some(entity))
        };
        let retirements = self.ledger.retirements().map(|(_, retirement)| retirement);
        let of_year = retirements.filter(|one| one.year == year && of_entity(&one.entity));
        of_year.map(|one| one.quantity()).sum()
    }

    /// Targets of these years, as the settings have them.
    pub fn targets(&self, years: impl Iterator<Item = i32>) -> Vec<Decimal> {
        years.map(|year| self.organisation.target(year)).collect()
    }

    /// Budgets of these years in a currency: the settings' own, and the last one for years without; and a word for where
    /// they are from.
    pub fn budgets(&self, years: impl Iterator<Item = i32>, currency: &str) -> Option<(Vec<Decimal>, From)> {
        let mut last: Option<(i32, Decimal)> = None;
        let before = |year: i32| {
            let known = self.organisation.years.iter().filter(move |one| one.year <= year);
            let known = known.filter_map(|one| Some((one.year, one.budget.as_ref()?)));
            known
                .filter(|(_, (_, other))| other == currency)
                .map(|(year, (amount, _))| (year, *amount))
                .next_back()
        };
        let mut budgets = Vec::new();
        for year in years {
            last = before(year).or(last);
            budgets.push(last?.1);
        }
        Some((budgets, From::Settings))
    }

    /// The facts that a plan stands on, by name: what makes it stale when they move.
    pub fn facts(&self) -> BTreeMap<String, String> {
        let mut facts = BTreeMap::new();
        for (year, groups) in &self.bought {
            let new = groups.iter().map(|group| group.new).sum::<Mass>();
            let refurbished = groups.iter().map(|group| group.refurbished).sum::<Mass>();
            facts.insert(format!("new_mass_kg.{year}"), kg(new));
            facts.insert(format!("refurbished_mass_kg.{year}"), kg(refurbished));
        }
        for (year, shipments) in &self.shipments {
            let rows: Vec<_> = shipments.shipments.iter().flat_map(|one| one.rows.iter().cloned()).collect();
            let masses = restoration(&rows, shipments.policy);
            facts.insert(format!("sent_kg.{year}"), kg(masses.sent));
            facts.insert(format!("eligible_kg.{year}"), kg(masses.eligible()));
            facts.insert(format!("own_units_expected.{year}"), shipments.expected().to_string());
        }
        let stock = stock::of_ledger(&self.ledger, self.entity.as_deref(), self.today, &|_| None);
        let usable: i64 = stock.iter().map(|parcel| parcel.quantity).sum();
        facts.insert("usable_units".into(), usable.to_string());
        facts.insert(
            "on_order".into(),
            planner_core::order::on_order(&self.orders, self.entity.as_deref()).to_string(),
        );
        for year in self.ledger.retirements().map(|(_, one)| one.year) {
            facts.insert(format!("retired.{year}"), self.retired(year).to_string());
        }
        if let Some((price, currency, _)) = self.last_price() {
            facts.insert("last_price".into(), format!("{} {currency}", price.normalize()));
        }
        facts
    }
}

fn months(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let months = (to.year() - from.year()) * 12 + i32::try_from(to.month0()).ok()?
        - i32::try_from(from.month0()).ok()?;
    u32::try_from(months).ok()
}

/// Line groups by entity and category, each with its share of the range of the whole.
fn grouped(groups: &[LineGroup]) -> Vec<Bought> {
    let mut parts: BTreeMap<(Option<String>, Option<String>), Vec<&LineGroup>> = BTreeMap::new();
    for group in groups {
        parts.entry((group.entity.clone(), group.category.clone())).or_default().push(group);
    }
    let is_new = |group: &&LineGroup| group.condition.counts_as_new();
    let of = |groups: &Vec<&LineGroup>| range(groups.iter().copied().filter(is_new));
    let ranges: Vec<NewMass> = parts.values().map(of).collect();
    let shares = shares(new_mass(groups), &ranges);
    let bought = |(((entity, category), groups), new): (((_, _), Vec<&LineGroup>), NewMass)| Bought {
        entity,
        category,
        new: new.mid,
        low: new.low,
        high: new.high,
        refurbished: groups.iter().filter(|group| !is_new(group)).map(|group| group.mid).sum(),
    };
    parts.into_iter().zip(shares).map(bought).collect()
}
