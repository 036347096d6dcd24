//! Plan against actual, year by year: what the plan of record said as it was adopted, and what came of it.

use super::words;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::plan::{Deviation, PlanActual, PlanActualYear, PlanOrder};
use crate::{ActionError, Workspace};
use chrono::{Datelike, NaiveDate};
use planner_core::figure::YearFigures;
use planner_core::order::Order;
use planner_core::plan::actual::{Acquired, AdoptedYear, of_year};
use planner_store::{adopted_years, ledger, orders, settings};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Every year that has begun and that a plan of record or the ledger knows.
pub async fn plan_actual(workspace: &Workspace) -> Result<PlanActual, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = ledger::load(&mut read).await?;
    let adopted = adopted_years::all(&mut read).await?;
    let orders = orders::all(&mut read).await?;
    let mut years: BTreeSet<i32> = settings::known_years(&mut read).await?.into_iter().collect();
    years.extend(adopted.iter().map(|one| one.year));
    let mut views = Vec::new();
    for year in years {
        let Some((first, last)) = organisation.period(year).filter(|(first, _)| *first <= workspace.today)
        else {
            continue;
        };
        let figures =
            year_figures(&mut read, &organisation, &ledger, (year, None, None), workspace.today).await?;
        let acquired = Acquired::of(&ledger, (first, last), year);
        let planned = of_year(&adopted, year, last);
        if planned.is_none() && figures.groups.is_empty() && acquired == Acquired::default() {
            continue;
        }
        let orders =
            orders.iter().filter(|order| order.plan_line.as_ref().is_some_and(|line| line.1 == year));
        let orders = orders.map(order).collect();
        views.push(view(planned, &figures, &acquired, (last < workspace.today, orders)));
    }
    Ok(PlanActual { as_of: workspace.today.to_string(), years: views })
}

fn view(
    planned: Option<&AdoptedYear>,
    figures: &YearFigures,
    acquired: &Acquired,
    (is_passed, orders): (bool, Vec<PlanOrder>),
) -> PlanActualYear {
    let currency = planned.and_then(|one| one.cost.as_ref()).map(|(_, currency)| currency.clone());
    let currency = currency.or_else(|| acquired.paid.keys().next().cloned());
    let day = |day: NaiveDate| day.to_string();
    PlanActualYear {
        year: figures.year,
        is_passed,
        scenario: planned.map(|one| one.scenario.clone()),
        adopted_on: planned.map(|one| day(one.adopted_on)),
        rows: rows(planned, figures, acquired, currency.as_deref()),
        currency,
        retired: figures.netting.retired.total(),
        remaining: figures.netting.remaining(),
        bought_from: acquired.days.map(|(first, _)| day(first)),
        bought_to: acquired.days.map(|(_, last)| day(last)),
        units_without_price: acquired.unpriced,
        orders,
    }
}

/// What a plan said of a figure.
type Planned = fn(&AdoptedYear) -> i64;

/// Each figure as it was planned and as it came.
fn rows(
    planned: Option<&AdoptedYear>,
    figures: &YearFigures,
    acquired: &Acquired,
    currency: Option<&str>,
) -> Vec<Deviation> {
    let counts: [(&str, Planned, i64); 4] = [
        ("gross", |one| one.gross, figures.gross),
        ("needed", |one| one.needed, figures.netting.needed),
        ("own", |one| one.own, acquired.own),
        ("bought", |one| one.to_buy, acquired.bought),
    ];
    let mass = figures.mass().mid;
    let mut rows =
        vec![row("mass_kg_new", planned.map(|one| one.new.kilograms()), Some(mass.kilograms()), |value| {
            value.normalize().to_string()
        })];
    rows.extend(counts.into_iter().map(|(what, of, actual)| {
        row(what, planned.map(|one| of(one).into()), Some(actual.into()), |value| value.to_string())
    }));
    // What was paid is known in the plan's currency where everything bought has a price in it.
    let is_whole = acquired.unpriced == 0 && acquired.paid.keys().all(|one| Some(one.as_str()) == currency);
    let paid = currency.filter(|_| is_whole).map(|code| acquired.paid.get(code).copied().unwrap_or_default());
    let cost = planned.and_then(|one| one.cost.as_ref()).map(|(cost, _)| *cost);
    let money = |value| words::money(value, "");
    rows.push(row("cost", cost, paid, money));
    let price = currency.and_then(|code| acquired.unit_price(code));
    let rounded = |value: Decimal| words::money(value.round_dp(4), "");
    rows.push(row("unit_price", planned.and_then(AdoptedYear::unit_price), price, rounded));
    rows
}

fn row(
    what: &str,
    planned: Option<Decimal>,
    actual: Option<Decimal>,
    text: impl Fn(Decimal) -> String,
) -> Deviation {
    let difference = planned.zip(actual).map(|(planned, actual)| actual - planned);
    Deviation {
        what: what.to_owned(),
        planned: planned.map(&text),
        actual: actual.map(&text),
        difference: difference.map(text),
    }
}

/// An order that carries out a line of the plan.
fn order(order: &Order) -> PlanOrder {
    let delivered = order.deliveries.iter().map(|one| one.delivered_on).max();
    let late = order
        .expected_on
        .zip(delivered)
        .map(|(expected, day)| i64::from(day.num_days_from_ce()) - i64::from(expected.num_days_from_ce()));
    PlanOrder {
        id: order.id.clone(),
        scenario: order.plan_line.as_ref().map(|(scenario, _)| scenario.clone()).unwrap_or_default(),
        quantity: order.quantity,
        delivered: order.deliveries.iter().map(|one| one.quantity).sum(),
        unit_price: order.price.as_ref().map(|(price, _)| words::money(*price, "")),
        currency: order.price.as_ref().map(|(_, currency)| currency.clone()),
        expected_on: order.expected_on.map(|day| day.to_string()),
        delivered_on: delivered.map(|day| day.to_string()),
        days_late: late,
    }
}
