//! What certificates cost, what was got for those that were handed on, and what was lost with those that expired: exact,
//! in the currency of each price, and never converted. Units whose price is not known are counted apart, never as 0.

use super::Ledger;
use super::event::{DatedEvent, Event};
use super::holding::{Holding, UnitState};
use super::lot::{Lot, Origin};
use super::movement::Movement;
use crate::class::COVERING_CLASS;
use crate::currency::{Currency, Money, exact_sum};
use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Why certificates have no sum of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// No decimal holds it exactly.
    #[error(
        "{units} certificates of lot {lot} at {price} {} are a sum that cannot be held exactly; correct the unit price of the lot, with fewer places or a smaller one",
        .currency.code()
    )]
    TooLarge {
        /// The lot.
        lot: String,
        /// How many of its units.
        units: i64,
        /// The price of one.
        price: Decimal,
        /// Its currency.
        currency: Currency,
    },
}

/// What one certificate of a lot cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitCost {
    /// Our own: it was restored, not bought, and costs nothing (domain §3).
    Own,
    /// Bought or taken over at a price.
    Paid(Money),
    /// Nobody said, or in no currency that ISO 4217 lists.
    Unknown,
}

impl Lot {
    /// What one certificate of it cost.
    pub fn unit_cost(&self) -> UnitCost {
        if self.origin == Origin::SelfGenerated {
            return UnitCost::Own;
        }
        let currency = self.facts.currency.as_deref().and_then(|code| Currency::from_code(code).ok());
        match self.facts.unit_price.zip(currency) {
            Some((amount, currency)) => UnitCost::Paid(Money { amount, currency }),
            None => UnitCost::Unknown,
        }
    }

    /// What all of it cost; nothing where that is not known.
    pub fn cost(&self) -> Result<Option<Decimal>, MoneyError> {
        let price = self.facts.unit_price.zip(self.facts.currency.as_deref());
        let Some((amount, code)) = price else { return Ok(None) };
        let Ok(currency) = Currency::from_code(code) else { return Ok(None) };
        product(self, Money { amount, currency }, self.quantity()).map(Some)
    }
}

/// Units in one currency, and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub units: i64,
    /// What they come to, exact.
    pub amount: Decimal,
}

impl Sum {
    /// The average price of one: two places more than the currency's smallest unit, half to even. The only rounded money.
    pub fn average(self, currency: Currency) -> Option<Decimal> {
        let average = self.amount.checked_div(Decimal::from(self.units))?;
        Some(average.round_dp_with_strategy(currency.decimals() + 2, RoundingStrategy::MidpointNearestEven))
    }
}

/// Units and what they come to in each currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Units with a price, by its currency.
    pub priced: BTreeMap<Currency, Sum>,
    /// Own units: at no cost.
    pub own: i64,
    /// Units without a price: in no sum.
    pub unpriced: i64,
}

impl Worth {
    /// All of its units.
    pub fn units(&self) -> i64 {
        self.priced.values().map(|sum| sum.units).sum::<i64>() + self.own + self.unpriced
    }

    /// What its units in a currency come to.
    pub fn amount(&self, currency: Currency) -> Decimal {
        self.priced.get(&currency).map(|sum| sum.amount).unwrap_or_default()
    }

    fn add(&mut self, lot: &Lot, units: i64) -> Result<(), MoneyError> {
        match lot.unit_cost() {
            _ if units == 0 => {}
            UnitCost::Own => self.own += units,
            UnitCost::Unknown => self.unpriced += units,
            UnitCost::Paid(price) => self.add_at(lot, units, price)?,
        }
        Ok(())
    }

    fn add_at(&mut self, lot: &Lot, units: i64, price: Money) -> Result<(), MoneyError> {
        let product = product(lot, price, units)?;
        let sum = self.priced.entry(price.currency).or_default();
        sum.units += units;
        sum.amount = exact_sum(sum.amount, product).ok_or_else(|| too_large(lot, price, units))?;
        Ok(())
    }
}

fn product(lot: &Lot, price: Money, units: i64) -> Result<Decimal, MoneyError> {
    price.times(units).ok_or_else(|| too_large(lot, price, units))
}

fn too_large(lot: &Lot, price: Money, units: i64) -> MoneyError {
    let Money { amount: price, currency } = price;
    MoneyError::TooLarge { lot: lot.id.clone(), units, price, currency }
}

/// Certificates that were handed to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The day.
    pub on: NaiveDate,
    /// The lot, as it was called on that day.
    pub lot_id: String,
    /// Who has them.
    pub to: String,
    /// How many.
    pub units: i64,
    /// What was paid for one; nothing where that is not known.
    pub price: Option<Money>,
    /// What all of them brought in; nothing where that is not known.
    pub proceeds: Option<Decimal>,
}

/// What the certificates of a year cost and brought in. Of I-TECs alone: other classes have other units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearMoney {
    /// Retired for the year, by retirements that stand.
    pub retired: Worth,
    /// Those that still are ours and usable on the day: held, reserved or listed, of all vintages.
    pub held: Worth,
    /// The same by the last calendar year in which they can be used, the nearest first.
    pub held_until: BTreeMap<i32, Worth>,
    /// Lost by expiry, of all vintages.
    pub expired: Worth,
    /// Of those, the ones whose last usable day lies in the reporting year.
    pub expired_in_year: Worth,
    /// Retired or reserved for the year, or held and needed by it once earlier open years are served.
    pub spend: Worth,
    /// Handed on in the reporting year.
    pub sold: Worth,
    /// Each of those, in the order of their days.
    pub sales: Vec<Sale>,
    /// What the year may cost.
    pub budget: Option<Money>,
}

impl YearMoney {
    /// Budget less spend in the budget's currency; what was paid in another is not in it.
    pub fn budget_left(&self) -> Option<Money> {
        let Money { amount, currency } = self.budget?;
        let left = exact_sum(amount, -self.spend.amount(currency))?;
        Some(Money { amount: left, currency })
    }

    /// The last calendar year in which something that is held can be used.
    pub fn last_usable_year(&self) -> Option<i32> {
        self.held_until.keys().next_back().copied()
    }
}

/// A year whose money is asked for.
#[derive(Clone, Copy, Debug)]
pub struct MoneyOf<'a> {
    /// The reporting year.
    pub year: i32,
    /// Its first and last day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The day on which the ledger is looked at.
    pub today: NaiveDate,
    /// Held units that the year needs, by lot: see [`crate::requirement::served`].
    pub served: &'a [(&'a Holding, i64)],
    /// What it may cost.
    pub budget: Option<Money>,
}

impl Ledger {
    /// What the certificates of a year cost and brought in. The movements are those of the log, in its order; others
    /// than transfers are passed over.
    pub fn money<'a>(
        &self,
        of: MoneyOf<'_>,
        movements: impl IntoIterator<Item = &'a DatedEvent>,
    ) -> Result<YearMoney, MoneyError> {
        let mut money = YearMoney { budget: of.budget, ..YearMoney::default() };
        for (_, retirement) in self.retirements().filter(|(_, one)| one.year == of.year) {
            for line in &retirement.lines {
                let Ok(holding) = self.lot(&line.lot_id) else { continue };
                money.retired.add(&holding.lot, line.serials.quantity())?;
            }
        }
        money.spend = money.retired.clone();
        for (holding, units) in of.served {
            money.spend.add(&holding.lot, *units)?;
        }
        for holding in self.holdings().filter(|one| one.lot.class == COVERING_CLASS) {
            money.add_lot(holding, of)?;
        }
        for dated in movements {
            money.add_sale(self, dated, of)?;
        }
        money.sales.sort_by_key(|sale| sale.on);
        Ok(money)
    }
}

impl YearMoney {
    fn add_lot(&mut self, holding: &Holding, of: MoneyOf<'_>) -> Result<(), MoneyError> {
        let lot = &holding.lot;
        let units = holding.units(of.today);
        self.expired.add(lot, units.expired)?;
        if is_in(of.period, lot.expires_on) {
            self.expired_in_year.add(lot, units.expired)?;
        }
        if !lot.can_cover() {
            return Ok(());
        }
        let live = units.held + units.reserved + units.listed;
        self.held.add(lot, live)?;
        if live > 0 {
            self.held_until.entry(lot.expires_on.year()).or_default().add(lot, live)?;
        }
        let reserved =
            holding.ranges_on(of.today).filter(|range| range.state == UnitState::Reserved(of.year));
        self.spend.add(lot, reserved.map(|range| range.serials.quantity()).sum())
    }

    fn add_sale(&mut self, ledger: &Ledger, dated: &DatedEvent, of: MoneyOf<'_>) -> Result<(), MoneyError> {
        let Event::Moved { lot_id, movement: Movement::Transfer { to, price }, serials } = &dated.event
        else {
            return Ok(());
        };
        let Some(lot) = ledger.lot_or_part(lot_id).map(|holding| &holding.lot) else { return Ok(()) };
        if lot.class != COVERING_CLASS || !is_in(of.period, dated.on) {
            return Ok(());
        }
        let units = serials.iter().map(|range| range.quantity()).sum();
        let proceeds = price.map(|price| product(lot, price, units)).transpose()?;
        match price {
            Some(price) => self.sold.add_at(lot, units, *price)?,
            None => self.sold.unpriced += units,
        }
        let (on, lot_id, to) = (dated.on, lot_id.clone(), to.clone());
        self.sales.push(Sale { on, lot_id, to, units, price: *price, proceeds });
        Ok(())
    }
}

fn is_in(period: Option<(NaiveDate, NaiveDate)>, day: NaiveDate) -> bool {
    period.is_some_and(|(first, last)| first <= day && day <= last)
}
