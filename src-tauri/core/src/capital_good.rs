//! Whether a purchase is a capital good: by the row's own word, by its unit price, or by the default.

use crate::currency::Currency;
use crate::line::Scope3Category;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What one unit of a currency comes to in another, from a day on, as a person gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The currency of the price.
    pub from: Currency,
    /// The currency of the threshold.
    pub into: Currency,
    /// The day from which it holds, until a later one does.
    pub on: NaiveDate,
    /// Units of the one for one unit of the other; above 0.
    pub value: Decimal,
}

/// The unit price from which a device is a capital good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The price.
    pub amount: Decimal,
    /// Its currency. Nothing where it was set before it needed one: then no price is compared with it.
    pub currency: Option<Currency>,
    /// What prices in other currencies come to.
    pub rates: Vec<Rate>,
}

/// What decided the category of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryRule {
    /// The row says it itself.
    Stated,
    /// There is no threshold, or no price.
    Default,
    /// The price, in the threshold's own currency.
    Price,
    /// The price at a rate that a person gave.
    Rate(Rate),
    /// The default: the price names no currency that is known.
    NoCurrency,
    /// The default: no rate is given for the price's currency on its day.
    NoRate,
    /// The default: the threshold has no currency.
    NoThresholdCurrency,
}

impl CategoryRule {
    /// The words under which a line keeps it. Nothing where no price was to be compared.
    pub fn text(self) -> Option<String> {
        Some(match self {
            Self::Stated | Self::Default => return None,
            Self::Price => "price".to_owned(),
            Self::Rate(Rate { from, into, on, value }) => {
                format!("1 {} = {value} {} from {on}", from.code(), into.code())
            }
            Self::NoCurrency => "no currency".to_owned(),
            Self::NoRate => "no rate".to_owned(),
            Self::NoThresholdCurrency => "threshold without currency".to_owned(),
        })
    }

    /// Whether a price was there and could not be compared, so that the default stands in.
    pub fn is_without_comparison(self) -> bool {
        matches!(self, Self::NoCurrency | Self::NoRate | Self::NoThresholdCurrency)
    }
}

/// The unit price of a row, with the currency it names, and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price<'a> {
    /// The amount.
    pub amount: Decimal,
    /// The currency, as the row names it.
    pub currency: Option<&'a str>,
    /// The day of the purchase; the last rate stands for a row without one.
    pub on: Option<NaiveDate>,
}

/// The category of a purchase and what decided it: the row's own word, else its price against the threshold in the same
/// currency, else at the last rate given on or before its day, else the default. Money is never converted by a rate that
/// nobody gave.
pub fn category(
    stated: Option<Scope3Category>,
    price: Option<Price<'_>>,
    threshold: Option<&Threshold>,
    default: Scope3Category,
) -> (Scope3Category, CategoryRule) {
    if let Some(stated) = stated {
        return (stated, CategoryRule::Stated);
    }
    let Some((price, threshold)) = price.zip(threshold) else { return (default, CategoryRule::Default) };
    match compared(price, threshold) {
        Ok((amount, rule)) if amount >= threshold.amount => (Scope3Category::CapitalGoods, rule),
        Ok((_, rule)) => (Scope3Category::PurchasedGoods, rule),
        Err(rule) => (default, rule),
    }
}

/// The price in the threshold's currency, and how it came there.
fn compared(price: Price<'_>, threshold: &Threshold) -> Result<(Decimal, CategoryRule), CategoryRule> {
    let into = threshold.currency.ok_or(CategoryRule::NoThresholdCurrency)?;
    let from = price.currency.and_then(|code| Currency::from_code(code).ok());
    let from = from.ok_or(CategoryRule::NoCurrency)?;
    if from == into {
        return Ok((price.amount, CategoryRule::Price));
    }
    let is_of_it =
        |rate: &&Rate| rate.from == from && rate.into == into && price.on.is_none_or(|on| rate.on <= on);
    let rate = threshold.rates.iter().filter(is_of_it).max_by_key(|rate| rate.on);
    let rate = *rate.ok_or(CategoryRule::NoRate)?;
    let amount = price.amount.checked_mul(rate.value).unwrap_or(Decimal::MAX);
    Ok((amount, CategoryRule::Rate(rate)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Scope3Category::{CapitalGoods, PurchasedGoods};

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).expect("a currency")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn rate(from: &str, on: &str, value: &str) -> Rate {
        Rate {
            from: currency(from),
            into: currency("EUR"),
            on: day(on),
            value: value.parse().expect("a rate"),
        }
    }

    fn threshold(code: Option<&str>) -> Threshold {
        let rates = vec![rate("USD", "2025-01-01", "0.90"), rate("USD", "2025-07-01", "0.80")];
        Threshold { amount: Decimal::from(800), currency: code.map(currency), rates }
    }

    #[test]
    fn a_price_is_compared_in_its_own_currency_or_at_a_rate_that_was_given() {
        let (early, late) = (rate("USD", "2025-01-01", "0.90"), rate("USD", "2025-07-01", "0.80"));
        for (amount, code, on, category, rule) in [
            (800, Some("EUR"), Some("2025-03-01"), CapitalGoods, CategoryRule::Price),
            (799, Some("eur"), None, PurchasedGoods, CategoryRule::Price),
            (900, Some("USD"), Some("2025-03-01"), CapitalGoods, CategoryRule::Rate(early)),
            (900, Some("USD"), Some("2025-07-01"), PurchasedGoods, CategoryRule::Rate(late)),
            (900, Some("USD"), None, PurchasedGoods, CategoryRule::Rate(late)),
            (900, Some("USD"), Some("2024-12-31"), PurchasedGoods, CategoryRule::NoRate),
            (15_000, Some("JPY"), Some("2025-03-01"), PurchasedGoods, CategoryRule::NoRate),
            (15_000, Some("¤¤"), Some("2025-03-01"), PurchasedGoods, CategoryRule::NoCurrency),
            (15_000, None, Some("2025-03-01"), PurchasedGoods, CategoryRule::NoCurrency),
        ] {
            let price = Price { amount: Decimal::from(amount), currency: code, on: on.map(day) };
            let found = super::category(None, Some(price), Some(&threshold(Some("EUR"))), PurchasedGoods);
            assert_eq!(found, (category, rule), "{amount} {code:?} {on:?}");
        }
    }

    #[test]
    fn the_row_decides_before_any_rule_and_the_default_where_nothing_is_compared() {
        let price = Some(Price { amount: Decimal::from(900), currency: Some("EUR"), on: None });
        let (with, without) = (threshold(Some("EUR")), threshold(None));
        for (stated, price, threshold, default, expected) in [
            (Some(PurchasedGoods), price, Some(&with), CapitalGoods, (PurchasedGoods, CategoryRule::Stated)),
            (None, None, Some(&with), CapitalGoods, (CapitalGoods, CategoryRule::Default)),
            (None, price, None, PurchasedGoods, (PurchasedGoods, CategoryRule::Default)),
            (
                None,
                price,
                Some(&without),
                PurchasedGoods,
                (PurchasedGoods, CategoryRule::NoThresholdCurrency),
            ),
        ] {
            assert_eq!(super::category(stated, price, threshold, default), expected);
        }
        assert_eq!(CategoryRule::Default.text(), None);
        let words = CategoryRule::Rate(rate("USD", "2025-01-01", "0.90")).text();
        assert_eq!(words.as_deref(), Some("1 USD = 0.90 EUR from 2025-01-01"));
    }
}
