//! What the year's certificates cost and brought in, in lines: each amount in the currency in which it was paid.

use super::canvas::Canvas;
use super::look::*;
use super::parts::heading;
use crate::disclosure::Disclosure;
use planner_core::currency::Currency;
use planner_core::figure::{FigureId, MoneyName, Value};
use planner_core::ledger::money::Worth;

/// Draws it; where the next part begins.
pub(crate) fn draw(canvas: &mut Canvas<'_>, y: f32, disclosure: &Disclosure) -> f32 {
    let name = 96.0;
    let mut y = heading(canvas, (MARGIN, y), WIDTH, "Money", "I-TECs, never converted") + 7.0;
    for (what, says) in lines(disclosure) {
        canvas.text((MARGIN, y), what, SOFT);
        y = canvas.lines((MARGIN + name, y), &says, BODY, WIDTH - name, 2) + 1.5;
        canvas.line((MARGIN, y - 9.4), (MARGIN + WIDTH, y - 9.4), 0.5, HAIRLINE);
        y += 3.0;
    }
    y + 8.0
}

fn lines(disclosure: &Disclosure) -> Vec<(&'static str, String)> {
    let money = &disclosure.known.money;
    let worth = |name, average, worth: &Worth| said(disclosure, name, average, worth);
    let mut held = worth(MoneyName::Held, Some(MoneyName::HeldAverage), &money.held);
    if let Some(year) = money.last_usable_year() {
        held += &format!("; the last of them usable until {year}");
    }
    let mut spend = worth(MoneyName::Spend, None, &money.spend);
    let budget = amounts(disclosure, MoneyName::Budget, None);
    if !budget.is_empty() {
        let left = amounts(disclosure, MoneyName::BudgetLeft, None);
        spend += &format!("; budget {}, {} left", budget.join(", "), left.join(", "));
    }
    vec![
        ("Cost of retired", worth(MoneyName::Retired, Some(MoneyName::RetiredAverage), &money.retired)),
        ("Cost of held", held),
        ("Lost by expiry", worth(MoneyName::Expired, None, &money.expired)),
        ("Proceeds", worth(MoneyName::Sold, Some(MoneyName::SoldAverage), &money.sold)),
        ("Spend for the year", spend),
    ]
}

/// Amounts by currency, then the units that are in none of them.
fn said(disclosure: &Disclosure, name: MoneyName, average: Option<MoneyName>, worth: &Worth) -> String {
    let apart = [(worth.own, "own at no cost"), (worth.unpriced, "without a price, in no amount")];
    let apart = apart.into_iter().filter(|one| one.0 > 0);
    let apart = apart.map(|(units, what)| format!("{} {what}", grouped(units)));
    let said: Vec<_> = amounts(disclosure, name, average).into_iter().chain(apart).collect();
    if said.is_empty() { "none".to_owned() } else { said.join("; ") }
}

/// The amounts of a money figure by currency, each with the average price of one.
fn amounts(disclosure: &Disclosure, name: MoneyName, average: Option<MoneyName>) -> Vec<String> {
    let amount = |(currency, money): (Currency, Value)| {
        let each = average.and_then(|name| disclosure.figures.get(&FigureId::Money(name, currency)));
        let each = each.map(|each| format!(" at {} each", grouped_text(&each.to_string())));
        let money = grouped_text(&money.to_string());
        format!("{} {money}{}", currency.code(), each.unwrap_or_default())
    };
    disclosure.figures.of_money(name).into_iter().map(amount).collect()
}
