//! The plan of the coming years: scenarios, years, purchases, and what moves the cost.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which plan is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRequest {
    /// A scenario kept in the workspace; else the plan that follows from its history alone.
    pub scenario: Option<String>,
    /// One entity; else the whole organisation.
    pub entity: Option<String>,
    /// Drivers in the place of the scenario's, not kept; an empty value takes the history's again.
    #[serde(default)]
    pub drivers: BTreeMap<String, String>,
}

/// A plan as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanView {
    /// Its scenario, or `null` for the workspace's history alone.
    pub scenario: Option<String>,
    /// The day it became the plan of record; `null` where it is not.
    pub adopted_on: Option<String>,
    /// Entity, or `null` for the whole organisation.
    pub entity: Option<String>,
    /// The day it is planned on.
    pub as_of: String,
    /// The day its facts were taken, and the last event then; `null` for a plan that is not kept.
    pub facts_of: Option<PlanStart>,
    /// What has moved since; empty where nothing has.
    pub stale: Vec<FactMoved>,
    /// ISO 4217 code of its prices and budgets; `null` where none is known.
    pub currency: Option<String>,
    /// Whether there is a price at all: without one, no cost is right.
    pub has_price: bool,
    /// What it follows from.
    pub drivers: Vec<DriverView>,
    /// Its years, earliest first.
    pub years: Vec<PlanYearView>,
    /// Sums over its years.
    pub total: PlanTotal,
    /// Sums over the years that have not passed; what is bought for those that have is no part of them.
    pub ahead: PlanTotal,
    /// Entities that have hardware of their own.
    pub entities: Vec<String>,
    /// Own lots with usable units, each held or sold.
    pub lots: Vec<PlanLot>,
}

/// An own lot of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanLot {
    /// The lot.
    pub lot_id: String,
    /// Its vintage.
    pub vintage: i32,
    /// Its last usable day.
    pub expires_on: String,
    /// Usable units that are reserved for nothing.
    pub units: i64,
    /// The lot's own intent: `hold`, `sell` or `undecided`.
    pub intent: String,
    /// What the plan does: `hold` or `sell`.
    pub choice: String,
    /// Whether that follows from the lot's intent.
    pub is_default: bool,
    /// What one is sold for; `null` where nobody said, or it is held.
    pub unit_price: Option<String>,
    /// What all of them bring in, in the plan's currency.
    pub proceeds: Option<String>,
}

/// Where a kept plan starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanStart {
    /// The day.
    pub on: String,
    /// The last event then.
    pub event: i64,
}

/// A fact that is not what it was when a plan was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactMoved {
    /// Its name, such as `new_mass_kg.2025`.
    pub fact: String,
    /// What it was; `null` where there was none.
    pub before: Option<String>,
    /// What it is; `null` where there is none.
    pub now: Option<String>,
}

/// A driver of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DriverView {
    /// Its name, such as `growth` or `yield.PROVIDER`.
    pub key: String,
    /// Its value: one, or one a year with a comma between.
    pub value: String,
    /// What the workspace's own history says.
    pub default_value: String,
    /// Where that comes from.
    pub default_from: String,
    /// Whether the history's value stands.
    pub is_default: bool,
}

/// A year of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanYearView {
    /// The year.
    pub year: i32,
    /// Whether its hardware was bought, not planned.
    pub is_passed: bool,
    /// New mass, mid.
    pub mass_kg_new: String,
    /// Its low end.
    pub mass_kg_low: String,
    /// Its high end.
    pub mass_kg_high: String,
    /// Share of gross, percent.
    pub target_percent: String,
    /// Certificates for all new mass.
    pub gross: i64,
    /// The target's share of them.
    pub needed: i64,
    /// Needed at the low end.
    pub needed_low: i64,
    /// Needed at the high end.
    pub needed_high: i64,
    /// Retired for it already.
    pub retired: i64,
    /// Own units issued in it and used for it.
    pub own: i64,
    /// Units there before it and used for it.
    pub carried: i64,
    /// Units of earlier orders used for it.
    pub ordered: i64,
    /// To buy in it.
    pub to_buy: i64,
    /// Price of one, where all bought in it cost the same; `null` else.
    pub unit_price: Option<String>,
    /// What they cost.
    pub cost: String,
    /// What earlier orders delivered in it cost.
    pub committed: String,
    /// What may be spent; `null` for no limit.
    pub budget: Option<String>,
    /// Budget less cost.
    pub budget_left: Option<String>,
    /// Own units sold in it.
    pub sold: i64,
    /// What own units sold bring in.
    pub proceeds: String,
    /// Retired in the end ÷ gross, percent.
    pub coverage_percent: Option<String>,
    /// Lost in it.
    pub expired: i64,
    /// At its end, what expires within a year and serves no year of the plan.
    pub at_risk: i64,
    /// What nothing serves.
    pub shortfall: i64,
    /// Why, in words; `null` where nothing is missing.
    pub shortfall_because: Option<String>,
    /// What is bought in it.
    pub purchases: Vec<PlanPurchase>,
    /// Units by vintage, oldest first.
    pub vintages: Vec<VintageFlow>,
}

/// A purchase of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanPurchase {
    /// The year it is made in.
    pub year: i32,
    /// The vintage.
    pub vintage: i32,
    /// Units.
    pub quantity: i64,
    /// Price of one.
    pub unit_price: String,
    /// Quantity × price.
    pub cost: String,
    /// Last usable day.
    pub expires_on: String,
    /// Years it is bought for, with the units of each.
    pub serves: BTreeMap<i32, i64>,
    /// Why, in words.
    pub because: String,
}

/// Units of a vintage in a year: opening + own + delivered + bought = used + sold + expired + closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VintageFlow {
    /// The vintage.
    pub vintage: i32,
    /// Usable at its beginning.
    pub opening: i64,
    /// Own units issued.
    pub own: i64,
    /// Delivered on earlier orders.
    pub delivered: i64,
    /// Bought.
    pub bought: i64,
    /// Used for the year.
    pub used: i64,
    /// Own units sold.
    pub sold: i64,
    /// Lost.
    pub expired: i64,
    /// Usable at its end.
    pub closing: i64,
}

/// Sums over years of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanTotal {
    /// The years, earliest first.
    pub years: Vec<i32>,
    /// New mass.
    pub mass_kg_new: String,
    /// Gross.
    pub gross: i64,
    /// Needed.
    pub needed: i64,
    /// Own units used in the year they were issued.
    pub own: i64,
    /// Carried.
    pub carried: i64,
    /// Of earlier orders.
    pub ordered: i64,
    /// To buy.
    pub to_buy: i64,
    /// Cost.
    pub cost: String,
    /// Sum of the budgets less cost; `null` where a year has none.
    pub budget_left: Option<String>,
    /// Lost.
    pub expired: i64,
    /// What nothing serves.
    pub shortfall: i64,
    /// Years whose need the budget does not reach.
    pub over_budget: Vec<i32>,
}

/// What moves the cost of a plan, and how far its mass may lie apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanOutlook {
    /// Drivers, the one that moves the cost most first.
    pub swings: Vec<PlanSwing>,
    /// All masses at their low end.
    pub low: PlanEnd,
    /// As planned.
    pub mid: PlanEnd,
    /// All at their high end.
    pub high: PlanEnd,
    /// Certificates missing if one buys for the low end and the mid comes true.
    pub risk_of_low: i64,
    /// What buying for the high end costs more than the mid.
    pub price_of_high: String,
}

/// One driver moved by a step to either side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanSwing {
    /// `refurbished`, `price`, `yield`, `growth` or `weight`.
    pub driver: String,
    /// Its step: points, or percent of a price.
    pub step: String,
    /// What it lowers the cost by.
    pub less: String,
    /// What it raises the cost by.
    pub more: String,
}

/// Sums of a plan at one end of the band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanEnd {
    /// To buy.
    pub to_buy: i64,
    /// Cost.
    pub cost: String,
    /// What nothing serves.
    pub shortfall: i64,
}

/// Plan against actual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanActual {
    /// The day on which the ledger is looked at.
    pub as_of: String,
    /// Years that have begun, earliest first.
    pub years: Vec<PlanActualYear>,
}

/// A year as it was planned and as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanActualYear {
    /// The year.
    pub year: i32,
    /// Whether it has passed.
    pub is_passed: bool,
    /// The plan of record under which it ended, or stands; `null` where none was adopted by then.
    pub scenario: Option<String>,
    /// The day that was adopted.
    pub adopted_on: Option<String>,
    /// ISO 4217 code of the amounts.
    pub currency: Option<String>,
    /// Each figure: `mass_kg_new`, `gross`, `needed`, `own`, `bought`, `cost`, `unit_price`.
    pub rows: Vec<Deviation>,
    /// Retired for it.
    pub retired: i64,
    /// Still to be bought for it.
    pub remaining: i64,
    /// First day on which certificates were bought in it.
    pub bought_from: Option<String>,
    /// The last one.
    pub bought_to: Option<String>,
    /// Units bought that no price is known of: with any, no cost is said.
    pub units_without_price: i64,
    /// Orders that carry out its lines.
    pub orders: Vec<PlanOrder>,
}

/// A figure as it was planned and as it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Deviation {
    /// What it is.
    pub what: String,
    /// As planned; `null` where no plan said it.
    pub planned: Option<String>,
    /// As it came; `null` where that is not known.
    pub actual: Option<String>,
    /// Actual less planned.
    pub difference: Option<String>,
}

/// An order that carries out a line of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanOrder {
    /// The order.
    pub id: String,
    /// The scenario whose line it carries out.
    pub scenario: String,
    /// Ordered.
    pub quantity: i64,
    /// Delivered.
    pub delivered: i64,
    /// Price of one.
    pub unit_price: Option<String>,
    /// Its currency.
    pub currency: Option<String>,
    /// The day it was expected.
    pub expected_on: Option<String>,
    /// The day of the last delivery.
    pub delivered_on: Option<String>,
    /// Days from the one to the other; below zero for early.
    pub days_late: Option<i64>,
}

/// A scenario as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScenarioView {
    /// Its name.
    pub name: String,
    /// The day its facts were taken.
    pub made_on: String,
    /// The last event then.
    pub event: i64,
    /// The day it became the plan of record; `null` where it is not.
    pub adopted_on: Option<String>,
    /// What differs from the workspace's own history.
    pub drivers: BTreeMap<String, String>,
}
