//! Money of a year: each row is a figure in every currency that has one. Nothing is converted, and no two currencies are added.

use super::id::FigureId;
use super::table::RestsOn;
use super::value::Value;
use crate::currency::{Currency, Money};
use crate::ledger::money::{Worth, YearMoney};
use rust_decimal::Decimal;

/// The names of the money figures, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoneyName {
    /// Cost of what was retired for the year.
    Retired,
    /// Average price of one of them.
    RetiredAverage,
    /// Cost of what is still ours and usable.
    Held,
    /// Average price of one of them.
    HeldAverage,
    /// Cost of what expired, all vintages.
    Expired,
    /// Cost of what expired with the reporting year.
    ExpiredInYear,
    /// Proceeds of what was handed on in the year.
    Sold,
    /// Average price of one of them.
    SoldAverage,
    /// Cost of what serves the year.
    Spend,
    /// What the year may cost.
    Budget,
    /// Budget less spend.
    BudgetLeft,
}

impl MoneyName {
    /// The name with this key; nothing where there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        MONEY.iter().find(|row| row.key == key).map(|row| row.name)
    }
}

/// A row: a figure in every currency that has one.
#[derive(Clone, Copy, Debug)]
pub struct MoneyDefinition {
    /// Its name in the code.
    pub name: MoneyName,
    /// Its key in trace ids, before the currency.
    pub key: &'static str,
    /// Its label on the summary.
    pub label: &'static str,
    /// What it is of, beside the label.
    pub basis: &'static str,
    /// The rule that makes it, for a trace.
    pub rule: &'static str,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Whether it is a price of one certificate.
    pub is_price: bool,
    /// Whether a report stands for it: a change voids signatures and is a restatement.
    pub is_reported: bool,
    of: fn(&YearMoney) -> Vec<Money>,
}

impl MoneyDefinition {
    /// The unit of its figure in a currency.
    pub fn unit(&self, currency: Currency) -> String {
        if self.is_price { format!("{} per I-TEC", currency.code()) } else { currency.code().to_owned() }
    }
}

const UNIT_PRICE: &str = "units × unit price of their lots, by currency; own units cost nothing, units without a price are in no sum";
const AVERAGE: &str =
    "cost ÷ units with a price in that currency, to two places more than its smallest unit, half to even";

const fn row(
    name: MoneyName,
    key: &'static str,
    [label, basis, rule]: [&'static str; 3],
    rests_on: RestsOn,
    of: fn(&YearMoney) -> Vec<Money>,
) -> MoneyDefinition {
    MoneyDefinition { name, key, label, basis, rule, rests_on, is_price: false, is_reported: false, of }
}

const fn price(row: MoneyDefinition) -> MoneyDefinition {
    MoneyDefinition { is_price: true, ..row }
}

const fn reported(row: MoneyDefinition) -> MoneyDefinition {
    MoneyDefinition { is_reported: true, ..row }
}

/// All rows, in the order of their names, which a test holds.
pub const MONEY: [MoneyDefinition; 11] = [
    reported(row(
        MoneyName::Retired,
        "retired",
        ["Cost of I-TECs retired", "units × unit price; own units at no cost", UNIT_PRICE],
        RestsOn::Retired,
        |money| amounts(&money.retired),
    )),
    price(row(
        MoneyName::RetiredAverage,
        "retired_average",
        ["Average price of I-TECs retired", "of those with a price in this currency", AVERAGE],
        RestsOn::Retired,
        |money| averages(&money.retired),
    )),
    row(
        MoneyName::Held,
        "held",
        ["Cost of I-TECs held", "held, reserved or listed, of all vintages", UNIT_PRICE],
        RestsOn::Held,
        |money| amounts(&money.held),
    ),
    price(row(
        MoneyName::HeldAverage,
        "held_average",
        ["Average price of I-TECs held", "of those with a price in this currency", AVERAGE],
        RestsOn::Held,
        |money| averages(&money.held),
    )),
    row(
        MoneyName::Expired,
        "expired",
        ["Cost of I-TECs expired", "all vintages; a loss", UNIT_PRICE],
        RestsOn::Expired,
        |money| amounts(&money.expired),
    ),
    row(
        MoneyName::ExpiredInYear,
        "expired_in_year",
        ["of which expired in the year", "last usable day in the reporting year", UNIT_PRICE],
        RestsOn::Expired,
        |money| amounts(&money.expired_in_year),
    ),
    reported(row(
        MoneyName::Sold,
        "sold",
        [
            "Proceeds of I-TECs handed to others",
            "in the reporting year, at the price recorded with the transfer",
            "units × unit price of the transfers whose own day lies in the reporting year, by currency",
        ],
        RestsOn::Sold,
        |money| amounts(&money.sold),
    )),
    price(row(
        MoneyName::SoldAverage,
        "sold_average",
        ["Average price of I-TECs handed to others", "of those with a price in this currency", AVERAGE],
        RestsOn::Sold,
        |money| averages(&money.sold),
    )),
    row(
        MoneyName::Spend,
        "spend",
        [
            "Spend for the year",
            "retired or reserved for it, or held and needed by it",
            "units × unit price of what is retired or reserved for the year, and of the held units it needs once earlier open years are served: trace retired, reserved and held",
        ],
        RestsOn::Rule,
        |money| amounts(&money.spend),
    ),
    row(
        MoneyName::Budget,
        "budget",
        ["Budget", "of the year, from the settings", "the budget of the year in the settings"],
        RestsOn::Rule,
        |money| money.budget.into_iter().collect(),
    ),
    row(
        MoneyName::BudgetLeft,
        "budget_left",
        [
            "Budget left",
            "below 0 where it is overspent; spend in other currencies is not in it",
            "budget − spend in the budget's currency: trace both",
        ],
        RestsOn::Rule,
        |money| money.budget_left().into_iter().collect(),
    ),
];

/// The row of a name.
pub fn money_definition(name: MoneyName) -> &'static MoneyDefinition {
    &MONEY[name as usize]
}

/// Every money figure of a year.
pub(super) fn figures(money: &YearMoney) -> Vec<(FigureId, Value)> {
    let of_row = |row: &MoneyDefinition| {
        let name = row.name;
        let figure = move |one: Money| {
            let amount = written(one.amount, one.currency);
            (FigureId::Money(name, one.currency), Value::Money(Money { amount, ..one }))
        };
        (row.of)(money).into_iter().map(figure).collect::<Vec<_>>()
    };
    MONEY.iter().flat_map(of_row).collect()
}

fn amounts(worth: &Worth) -> Vec<Money> {
    let sums = worth.priced.iter();
    sums.map(|(currency, sum)| Money { amount: sum.amount, currency: *currency }).collect()
}

fn averages(worth: &Worth) -> Vec<Money> {
    let average = |(currency, sum): (&Currency, &crate::ledger::money::Sum)| {
        Some(Money { amount: sum.average(*currency)?, currency: *currency })
    };
    worth.priced.iter().filter_map(average).collect()
}

/// With the places of the currency's smallest unit at least: 1.5 euros are 1.50.
fn written(amount: Decimal, currency: Currency) -> Decimal {
    let mut amount = amount.normalize();
    if amount.scale() < currency.decimals() {
        amount.rescale(currency.decimals());
    }
    amount
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::money::Sum;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_stands_at_its_row_and_no_key_twice() {
        for (index, row) in MONEY.iter().enumerate() {
            assert_eq!((row.name as usize, money_definition(row.name).key), (index, row.key));
            assert_eq!(MoneyName::from_key(row.key), Some(row.name));
        }
        assert_eq!(MONEY.iter().map(|row| row.key).collect::<BTreeSet<_>>().len(), MONEY.len());
    }

    #[test]
    fn money_is_a_figure_in_each_currency_and_nothing_where_there_is_none() {
        assert_eq!(figures(&YearMoney::default()), []);
        let currency = |code| Currency::from_code(code).expect("a currency");
        let sum = |units, amount: &str| Sum { units, amount: amount.parse().expect("a decimal") };
        let retired = Worth {
            priced: [(currency("EUR"), sum(3, "1.5")), (currency("JPY"), sum(7, "1000"))].into(),
            own: 4,
            unpriced: 5,
        };
        let budget = Some(Money { amount: Decimal::TEN, currency: currency("EUR") });
        let money = YearMoney { spend: retired.clone(), retired, budget, ..YearMoney::default() };
        let found: Vec<_> =
            figures(&money).into_iter().map(|(id, value)| (id.key(), value.to_string())).collect();
        let expected = [
            ("money.retired.EUR", "1.50"),
            ("money.retired.JPY", "1000"),
            ("money.retired_average.EUR", "0.50"),
            ("money.retired_average.JPY", "142.86"),
            ("money.spend.EUR", "1.50"),
            ("money.spend.JPY", "1000"),
            ("money.budget.EUR", "10.00"),
            ("money.budget_left.EUR", "8.50"),
        ];
        assert_eq!(found, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
    }
}
