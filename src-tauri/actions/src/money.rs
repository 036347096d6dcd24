//! What the certificates of a year cost and brought in.

use crate::requirement::needs;
use crate::settings::Organisation;
use crate::views::money::{AmountView, LastingView, MoneyView, SaleView, WorthView};
use crate::views::workspace::Money as MoneyAmount;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::currency::{Currency, Money};
use planner_core::ledger::Ledger;
use planner_core::ledger::event::DatedEvent;
use planner_core::ledger::money::{MoneyOf, Sale, Worth, YearMoney};
use planner_core::requirement::served;
use planner_core::year::reporting_year;
use planner_store::{Connection, ledger as stored};
use rust_decimal::Decimal;

/// Kinds of events that bring money in.
const SALES: [&str; 1] = ["transferred"];

/// What the certificates of a year cost and brought in, by currency.
pub async fn money(workspace: &Workspace, year: i32) -> Result<MoneyView, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = stored::load(&mut read).await?;
    let money = year_money(&mut read, &organisation, &ledger, year, workspace.today).await?;
    Ok(view(&money, year, workspace.today))
}

/// The same as the rule has it.
pub(crate) async fn year_money(
    connection: &mut Connection,
    organisation: &Organisation,
    ledger: &Ledger,
    year: i32,
    today: NaiveDate,
) -> Result<YearMoney, ActionError> {
    let needs = needs(connection, organisation, year).await?;
    let log = stored::log_of(connection, &SALES).await?;
    let sales: Vec<DatedEvent> = log.iter().filter_map(stored::LoggedEvent::event).collect();
    let of = MoneyOf {
        year,
        period: organisation.period(year),
        today,
        served: &served(ledger, &needs, year, today),
        budget: budget(organisation, year),
    };
    Ok(ledger.money(of, &sales)?)
}

fn budget(organisation: &Organisation, year: i32) -> Option<Money> {
    let (amount, code) = organisation.year(year)?.budget.clone()?;
    Some(Money { amount, currency: Currency::from_code(&code).ok()? })
}

pub(crate) fn view(money: &YearMoney, year: i32, today: NaiveDate) -> MoneyView {
    let lasting =
        |(year, worth): (&i32, &Worth)| LastingView { last_usable_year: *year, worth: worth_view(worth) };
    MoneyView {
        year,
        as_of: today.to_string(),
        retired: worth_view(&money.retired),
        held: worth_view(&money.held),
        last_usable_year: money.last_usable_year(),
        held_until: money.held_until.iter().map(lasting).collect(),
        expired: worth_view(&money.expired),
        expired_in_year: worth_view(&money.expired_in_year),
        spend: worth_view(&money.spend),
        budget: money.budget.map(money_view),
        budget_left: money.budget_left().map(|left| written(left.amount)),
        sold: worth_view(&money.sold),
        sales: money.sales.iter().map(sale_view).collect(),
    }
}

fn worth_view(worth: &Worth) -> WorthView {
    let amounts = worth.priced.iter().map(|(currency, sum)| AmountView {
        currency: currency.code().to_owned(),
        units: sum.units,
        amount: written(sum.amount),
        average: sum.average(*currency).map(written),
    });
    WorthView {
        units: worth.units(),
        amounts: amounts.collect(),
        own_units: worth.own,
        unpriced_units: worth.unpriced,
    }
}

fn sale_view(sale: &Sale) -> SaleView {
    SaleView {
        on: sale.on.to_string(),
        lot_id: sale.lot_id.clone(),
        to: sale.to.clone(),
        quantity: sale.units,
        unit_price: sale.price.map(|price| written(price.amount)),
        currency: sale.price.map(|price| price.currency.code().to_owned()),
        proceeds: sale.proceeds.map(written),
    }
}

fn money_view(money: Money) -> MoneyAmount {
    MoneyAmount { amount: written(money.amount), currency: money.currency.code().to_owned() }
}

fn written(amount: Decimal) -> String {
    amount.normalize().to_string()
}
