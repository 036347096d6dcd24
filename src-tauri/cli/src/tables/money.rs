//! What the certificates of a year cost and brought in.

use super::{Table, as_of, facts, grid, or_dash};
use planner_actions::views::money::{AmountView, LastingView, MoneyView, SaleView, WorthView};

impl Table for MoneyView {
    fn table(&self) -> String {
        let lines = [
            ("Retired", worth(&self.retired)),
            ("Held", worth(&self.held)),
            ("Expired", worth(&self.expired)),
            ("Expired in the year", worth(&self.expired_in_year)),
            ("Handed to others", worth(&self.sold)),
            ("Spend", worth(&self.spend)),
            ("Budget", budget(self)),
        ];
        let mut text = format!("Money {}, I-TECs\n{}", self.year, facts(&lines));
        if !self.held_until.is_empty() {
            let row = |one: &LastingView| vec![one.last_usable_year.to_string(), worth(&one.worth)];
            let rows: Vec<_> = self.held_until.iter().map(row).collect();
            text += &format!("\n{}", grid(&["Held until", "Units and cost"], &rows));
        }
        if !self.sales.is_empty() {
            let rows: Vec<_> = self.sales.iter().map(sale).collect();
            text += &format!("\n{}", grid(&["On", "Lot", "To", "Units", "Unit price", "Proceeds"], &rows));
        }
        text + &as_of(&self.as_of)
    }
}

fn worth(worth: &WorthView) -> String {
    let amount = |one: &AmountView| {
        let average = one.average.as_ref().map(|price| format!(", {price} each")).unwrap_or_default();
        format!("{} {} ({} units{average})", one.amount, one.currency, one.units)
    };
    let rest = [(worth.own_units, "own at no cost"), (worth.unpriced_units, "without a price, in no amount")];
    let rest = rest.into_iter().filter(|one| one.0 > 0).map(|(units, what)| format!("{units} {what}"));
    let all: Vec<_> = worth.amounts.iter().map(amount).chain(rest).collect();
    if all.is_empty() { "–".to_owned() } else { all.join("; ") }
}

fn budget(money: &MoneyView) -> String {
    let Some(budget) = &money.budget else { return "–".to_owned() };
    let left = money.budget_left.as_ref().map(|left| format!(", {left} left")).unwrap_or_default();
    format!("{} {}{left}", budget.amount, budget.currency)
}

fn sale(one: &SaleView) -> Vec<String> {
    let price = one.unit_price.as_ref().zip(one.currency.as_ref());
    vec![
        one.on.clone(),
        one.lot_id.clone(),
        one.to.clone(),
        one.quantity.to_string(),
        or_dash(price.map(|(price, currency)| format!("{price} {currency}")).as_ref()),
        or_dash(one.proceeds.as_ref()),
    ]
}
