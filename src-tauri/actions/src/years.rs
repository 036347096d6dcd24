//! All years side by side: what each needed and got, and why its mass is other than that of the base year and of the
//! year before.

use crate::numbers::kg;
use crate::requirement::year_figures;
use crate::settings::Organisation;
use crate::views::workspace::Money;
use crate::views::years::{MassChange, YearRow, YearsView};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::change::{explain, mean_price, percent_of};
use planner_core::figure::YearFigures;
use planner_core::ledger::Ledger;
use planner_core::ledger::lot::Origin;
use planner_core::percent::coverage_percent;
use planner_store::{Connection, settings};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// All years with purchases or retirements, of the organisation or of one entity.
pub async fn years(workspace: &Workspace, entity: Option<&str>) -> Result<YearsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let figures = figures(&mut read, &organisation, &ledger, entity, workspace.today).await?;
    let base_year = base_year(&organisation, &figures);
    let rows = figures.iter().map(|one| row(one, &figures, base_year, &ledger, workspace.today));
    Ok(YearsView {
        as_of: workspace.today.to_string(),
        entity: entity.map(str::to_owned),
        base_year,
        years: rows.collect(),
    })
}

/// The figures of every year that has any, earliest first: read here and nowhere else.
async fn figures(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    entity: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<YearFigures>, ActionError> {
    let mut figures = Vec::new();
    for year in settings::known_years(connection).await? {
        let one = year_figures(connection, organisation, ledger, (year, entity, None), today).await?;
        if !one.groups.is_empty() || one.netting.retired.total() > 0 {
            figures.push(one);
        }
    }
    Ok(figures)
}

/// The year that the target names, else the first with purchases.
fn base_year(organisation: &Organisation, figures: &[YearFigures]) -> Option<i32> {
    let first = || figures.iter().find(|one| !one.groups.is_empty()).map(|one| one.year);
    organisation.coverage_target.base_year.or_else(first)
}

fn row(
    one: &YearFigures,
    all: &[YearFigures],
    base_year: Option<i32>,
    ledger: &Ledger,
    today: NaiveDate,
) -> YearRow {
    let (mass, netting) = (one.mass(), one.netting);
    let steps = netting.steps();
    let of = |year: i32| all.iter().find(|other| other.year == year && other.year != one.year);
    let paid = Paid::of(ledger, one, today);
    YearRow {
        year: one.year,
        is_locked: ledger.is_locked(one.year),
        mass_kg_new: kg(mass.mid),
        mass_kg_low: kg(mass.low),
        mass_kg_high: kg(mass.high),
        gross: one.gross,
        target_percent: one.target.normalize().to_string(),
        needed: netting.needed,
        own: steps.own_retired + steps.own_held,
        bought: steps.bought_retired + steps.bought_held,
        retired: netting.retired.total(),
        remaining: netting.remaining(),
        coverage_percent: coverage_percent(netting.retired.total(), one.gross).map(|share| share.to_string()),
        costs: paid.costs(),
        unit_prices: paid.prices(),
        units_without_price: paid.without,
        since_base: base_year.and_then(of).and_then(|base| change(base, one)),
        since_before: of(one.year - 1).and_then(|before| change(before, one)),
    }
}

fn change(before: &YearFigures, after: &YearFigures) -> Option<MassChange> {
    // A year whose purchases are not known has not become lighter.
    if before.groups.is_empty() || after.groups.is_empty() {
        return None;
    }
    let change = explain(&before.groups, &after.groups)?;
    Some(MassChange {
        from_year: before.year,
        mass_kg: kg(change.total()),
        percent: percent_of(change.total(), change.before).map(|share| share.normalize().to_string()),
        volume_kg: kg(change.volume),
        mix_kg: kg(change.mix),
        weight_kg: kg(change.weight),
        method_kg: kg(change.method),
    })
}

/// What was paid for the units of a year, by currency.
struct Paid {
    by_currency: BTreeMap<String, (Decimal, i64)>,
    without: i64,
}

impl Paid {
    fn of(ledger: &Ledger, year: &YearFigures, today: NaiveDate) -> Self {
        let mut paid = Self { by_currency: BTreeMap::new(), without: 0 };
        let is_bought = |origin| origin != Origin::SelfGenerated;
        for holding in ledger.holdings().filter(|one| one.lot.can_cover() && is_bought(one.lot.origin)) {
            let facts = &holding.lot.facts;
            if year.entity.is_some() && facts.entity != year.entity {
                continue;
            }
            let units = holding.retired_for(year.year) + holding.reserved_for(year.year, today);
            match (facts.unit_price, &facts.currency) {
                (Some(price), Some(currency)) if units > 0 => {
                    let sum = paid.by_currency.entry(currency.clone()).or_default();
                    let cost = price.checked_mul(units.into()).unwrap_or(Decimal::MAX);
                    *sum = (sum.0.saturating_add(cost), sum.1 + units);
                }
                _ => paid.without += units,
            }
        }
        paid
    }

    fn costs(&self) -> Vec<Money> {
        let money = |(currency, (cost, _)): (&String, &(Decimal, i64))| money(*cost, currency);
        self.by_currency.iter().map(money).collect()
    }

    fn prices(&self) -> Vec<Money> {
        let price = |(currency, (cost, units)): (&String, &(Decimal, i64))| {
            Some(money(mean_price(*cost, *units)?, currency))
        };
        self.by_currency.iter().filter_map(price).collect()
    }
}

fn money(amount: Decimal, currency: &str) -> Money {
    Money { amount: amount.normalize().to_string(), currency: currency.to_owned() }
}
