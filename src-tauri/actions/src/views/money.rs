//! What the certificates of a year cost and brought in. Amounts are exact, stand in the currency in which they were paid,
//! and are never converted nor added across currencies.

use super::workspace::Money;
use serde::Serialize;
use ts_rs::TS;

/// The money of a year. Of I-TECs alone: other classes have other units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MoneyView {
    /// The reporting year.
    pub year: i32,
    /// The date on which the ledger is looked at.
    pub as_of: String,
    /// Retired for the year, by retirements that stand.
    pub retired: WorthView,
    /// Still ours and usable: held, reserved or listed, of all vintages.
    pub held: WorthView,
    /// The last calendar year in which any of it can be used; `null` where nothing is held.
    pub last_usable_year: Option<i32>,
    /// The same by its last usable calendar year, the nearest first.
    pub held_until: Vec<LastingView>,
    /// Lost by expiry, of all vintages.
    pub expired: WorthView,
    /// Of those, what expired with the reporting year.
    pub expired_in_year: WorthView,
    /// Retired or reserved for the year, or held and needed by it once earlier open years are served.
    pub spend: WorthView,
    /// The year's budget.
    pub budget: Option<Money>,
    /// Budget less spend, in the budget's currency; below 0 where it is overspent. Spend in other currencies is not in it.
    pub budget_left: Option<String>,
    /// Handed to others in the reporting year, at the price recorded with the transfer.
    pub sold: WorthView,
    /// Each of those transfers.
    pub sales: Vec<SaleView>,
}

/// Units, and what they come to in each currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorthView {
    /// All of them: those with a price, own ones, and those without a price.
    pub units: i64,
    /// Those with a price, by its currency.
    pub amounts: Vec<AmountView>,
    /// Own units: at no cost.
    pub own_units: i64,
    /// Units of which no price is known: in no amount.
    pub unpriced_units: i64,
}

/// Units with prices in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AmountView {
    /// ISO 4217 code.
    pub currency: String,
    /// How many.
    pub units: i64,
    /// What they come to, exact.
    pub amount: String,
    /// Average of one, to two places more than the currency's smallest unit.
    pub average: Option<String>,
}

/// What is held and can be used until the end of a calendar year, or until a day of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LastingView {
    /// The year.
    pub last_usable_year: i32,
    /// The units.
    #[serde(flatten)]
    pub worth: WorthView,
}

/// Certificates that were handed to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SaleView {
    /// The day.
    pub on: String,
    /// The lot, as it was called on that day.
    pub lot_id: String,
    /// Who has them.
    pub to: String,
    /// How many.
    pub quantity: i64,
    /// What was paid for one; `null` where that is not known.
    pub unit_price: Option<String>,
    /// ISO 4217 code of that price.
    pub currency: Option<String>,
    /// What they brought in; `null` where that is not known.
    pub proceeds: Option<String>,
}
