//! A plan as screens and scripts are shown it.

use super::{Made, words};
use crate::numbers::{kg, percent_text};
use crate::views::plan::{
    FactMoved, PlanEnd, PlanLot, PlanOutlook, PlanPurchase, PlanRequest, PlanStart, PlanSwing, PlanTotal,
    PlanView, PlanYearView, VintageFlow,
};
use planner_core::ledger::lot::Lot;
use planner_core::mass::Mass;
use planner_core::plan::Plan;
use planner_core::plan::driver::Drivers;
use planner_core::plan::purchase::{Purchase, cost};
use planner_core::plan::range::{End, Range};
use planner_core::plan::sensitivity::Swing;
use planner_core::plan::stock::Flow;
use planner_core::plan::year::{Lack, PlanYear};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// An exact amount, with two places at least.
fn amount(amount: Decimal) -> String {
    words::money(amount, "")
}

pub(super) fn view(made: &Made, request: &PlanRequest) -> PlanView {
    let drivers = &made.resolved.drivers;
    let scenario = made.scenario.as_ref();
    PlanView {
        scenario: scenario.map(|one| one.name.clone()),
        adopted_on: scenario.and_then(|one| one.adopted_on).map(|day| day.to_string()),
        entity: request.entity.clone(),
        as_of: made.known.today.to_string(),
        facts_of: scenario.map(|one| PlanStart { on: one.made_on.to_string(), event: one.event }),
        stale: scenario.map(|one| moved(&one.facts, &made.facts)).unwrap_or_default(),
        currency: Some(drivers.currency.clone()).filter(|code| !code.is_empty()),
        has_price: !drivers.prices.is_empty(),
        drivers: made.resolved.shown.clone(),
        years: made.plan.years.iter().map(|one| year(one, &drivers.currency)).collect(),
        total: total(&made.plan),
        ahead: ahead(&made.plan),
        entities: made.entities.clone(),
        lots: made.lots.clone(),
    }
}

/// What the plan does with an own lot.
pub(super) fn lot(lot: &Lot, units: i64, drivers: &Drivers) -> PlanLot {
    let price = drivers.for_sale(lot);
    PlanLot {
        lot_id: lot.id.clone(),
        vintage: lot.vintage,
        expires_on: lot.expires_on.to_string(),
        units,
        intent: lot.facts.intent.word().to_owned(),
        choice: if price.is_some() { "sell" } else { "hold" }.to_owned(),
        is_default: !drivers.lots.contains_key(&lot.id),
        unit_price: price.filter(|price| !price.is_zero()).map(amount),
        proceeds: price.filter(|price| !price.is_zero()).map(|price| amount(cost(units, price))),
    }
}

/// What is not as it was.
fn moved(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<FactMoved> {
    let added = now.keys().filter(|fact| !before.contains_key(*fact));
    let facts = before.keys().chain(added);
    let moved = facts.filter(|fact| before.get(*fact) != now.get(*fact));
    moved
        .map(|fact| FactMoved {
            fact: fact.clone(),
            before: before.get(fact).cloned(),
            now: now.get(fact).cloned(),
        })
        .collect()
}

fn year(year: &PlanYear, currency: &str) -> PlanYearView {
    let mut prices: Vec<Decimal> = year.purchases.iter().map(|one| one.price).collect();
    prices.dedup();
    PlanYearView {
        year: year.year,
        is_passed: year.is_passed,
        mass_kg_new: kg(year.new.mid),
        mass_kg_low: kg(year.new.low),
        mass_kg_high: kg(year.new.high),
        target_percent: year.target.normalize().to_string(),
        gross: year.gross,
        needed: year.needed.mid,
        needed_low: year.needed.low,
        needed_high: year.needed.high,
        retired: year.retired,
        own: year.own,
        carried: year.carried,
        ordered: year.ordered,
        to_buy: year.to_buy,
        unit_price: if prices.len() == 1 { Some(amount(prices[0])) } else { None },
        cost: amount(year.cost),
        committed: amount(year.committed),
        budget: year.budget.map(amount),
        budget_left: year.budget_left().map(amount),
        sold: year.total.sold,
        proceeds: amount(year.proceeds),
        coverage_percent: year.coverage().map(percent_text),
        expired: year.total.expired,
        at_risk: year.at_risk,
        shortfall: year.shortfall.map_or(0, |short| short.quantity),
        shortfall_because: words::shortfall(year, currency),
        purchases: year.purchases.iter().map(|one| purchase(one, currency)).collect(),
        vintages: year.flows.iter().map(flow).collect(),
    }
}

fn purchase(one: &Purchase, currency: &str) -> PlanPurchase {
    PlanPurchase {
        year: one.year,
        vintage: one.vintage,
        quantity: one.quantity,
        unit_price: amount(one.price),
        cost: amount(one.cost()),
        expires_on: one.expires_on.to_string(),
        serves: one.serves.iter().copied().collect(),
        because: words::because(one, currency),
    }
}

fn flow(flow: &Flow) -> VintageFlow {
    VintageFlow {
        vintage: flow.vintage,
        opening: flow.opening,
        own: flow.own,
        delivered: flow.delivered,
        bought: flow.bought,
        used: flow.used,
        sold: flow.sold,
        expired: flow.expired,
        closing: flow.closing,
    }
}

/// Sums over all years.
fn total(plan: &Plan) -> PlanTotal {
    let years: Vec<&PlanYear> = plan.years.iter().collect();
    let (to_buy, cost) =
        (years.iter().map(|year| year.to_buy).sum(), years.iter().map(|year| year.cost).sum());
    sums(&years, to_buy, cost)
}

/// Sums over the years that have not passed.
fn ahead(plan: &Plan) -> PlanTotal {
    let years: Vec<&PlanYear> = plan.years.iter().filter(|year| !year.is_passed).collect();
    let (to_buy, cost) = plan.bought_ahead();
    sums(&years, to_buy, cost)
}

fn sums(years: &[&PlanYear], to_buy: i64, cost: Decimal) -> PlanTotal {
    let sum = |of: fn(&PlanYear) -> i64| years.iter().map(|year| of(year)).sum();
    let left: Option<Vec<Decimal>> = years.iter().map(|year| year.budget_left()).collect();
    let is_over =
        |year: &PlanYear| year.shortfall.is_some_and(|short| matches!(short.lack, Lack::Budget { .. }));
    PlanTotal {
        years: years.iter().map(|year| year.year).collect(),
        mass_kg_new: kg(years.iter().map(|year| year.new.mid).sum::<Mass>()),
        gross: sum(|year| year.gross),
        needed: sum(|year| year.needed.mid),
        own: sum(|year| year.own),
        carried: sum(|year| year.carried),
        ordered: sum(|year| year.ordered),
        to_buy,
        cost: amount(cost),
        budget_left: left.map(|left| amount(left.into_iter().sum())),
        expired: sum(|year| year.total.expired),
        shortfall: sum(|year| year.shortfall.map_or(0, |short| short.quantity)),
        over_budget: years.iter().filter(|year| is_over(year)).map(|year| year.year).collect(),
    }
}

pub(super) fn outlook(swings: &[Swing], range: &Range) -> PlanOutlook {
    let base = range.mid.cost;
    let swing = |one: &Swing| PlanSwing {
        driver: one.lever.word().to_owned(),
        step: one.lever.step().to_string(),
        less: amount(base - one.lower.cost),
        more: amount(one.higher.cost - base),
    };
    PlanOutlook {
        swings: swings.iter().map(swing).collect(),
        low: end(range.low),
        mid: end(range.mid),
        high: end(range.high),
        risk_of_low: range.risk_of_low(),
        price_of_high: amount(range.price_of_high()),
    }
}

fn end(end: End) -> PlanEnd {
    PlanEnd { to_buy: end.to_buy, cost: amount(end.cost), shortfall: end.short }
}
