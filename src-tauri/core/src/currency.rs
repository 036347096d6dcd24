//! Currencies by their ISO 4217 code. An amount of money has one; amounts in two of them are never added.

use iso_currency::Currency as Listed;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A currency that ISO 4217 lists, with those that it listed within the years of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(Listed);

/// A text that names no currency of ISO 4217.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no currency of ISO 4217")]
pub struct UnknownCurrency {
    /// The text, as it was given.
    pub text: String,
}

impl Currency {
    /// The currency of a code such as `EUR`, in whatever case and with space around it. Codes that stand for no money
    /// (`XXX`, `XTS`) or for a metal (`XAU`) are refused: nothing is bought for them.
    pub fn from_code(text: &str) -> Result<Self, UnknownCurrency> {
        let listed = Listed::from_code(&text.trim().to_uppercase()).filter(|one| !one.is_special());
        listed.map(Self).ok_or_else(|| UnknownCurrency { text: text.trim().to_owned() })
    }

    /// Its code: three capital letters.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Digits after the point that its smallest unit needs: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn decimals(self) -> u32 {
        self.0.exponent().map_or(2, u32::from)
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An exact amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much, in units of the currency: 1.55 is one euro and 55 cents.
    pub amount: Decimal,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// What this many units at this price come to; nothing where no decimal holds it exactly.
    pub fn times(self, units: i64) -> Option<Decimal> {
        let amount = self.amount.normalize();
        let product = amount.checked_mul(Decimal::from(units))?;
        // A product that does not fit is rounded to fewer places, never refused.
        (units == 0 || product.scale() == amount.scale()).then_some(product)
    }
}

/// The sum of two amounts in one currency; nothing where no decimal holds it exactly.
pub fn exact_sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let sum = one.checked_add(other)?;
    (sum.scale() == one.scale().max(other.scale())).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_iso_4217_does_not_know_is_refused() {
        for (text, code, decimals) in
            [("EUR", "EUR", 2), (" jpy ", "JPY", 0), ("kwd", "KWD", 3), ("XAF", "XAF", 0), ("HRK", "HRK", 2)]
        {
            let found = Currency::from_code(text).expect(text);
            assert_eq!((found.code(), found.decimals()), (code, decimals));
        }
        for text in ["", "EURO", "€", "EU", "FOO", "QQQ", "XXX", "XTS", "XAU", "DEM"] {
            assert_eq!(Currency::from_code(text), Err(UnknownCurrency { text: text.to_owned() }));
        }
        assert_eq!(Currency::from_code("FOO").unwrap_err().to_string(), "“FOO” is no currency of ISO 4217");
    }

    #[test]
    fn what_cannot_be_held_exactly_is_no_amount() {
        let eur = Currency::from_code("EUR").expect("a currency");
        let price = |text: &str| Money { amount: text.parse().expect("a decimal"), currency: eur };
        let dec = |text: &str| text.parse::<Decimal>().expect("a decimal");
        for (amount, units, expected) in [
            ("1.55", 200_000, Some("310000")),
            ("0.1250", 3, Some("0.375")),
            ("0", i64::MAX, Some("0")),
            ("9.99", 0, Some("0")),
            ("0.123456789012345678", 1_000_000_000_000, None),
            ("79228162514264337593543950335", 2, None),
        ] {
            assert_eq!(price(amount).times(units).map(|one| one.normalize()), expected.map(dec), "{amount}");
        }
        assert_eq!(exact_sum(dec("0.10"), dec("0.205")), Some(dec("0.305")));
        assert_eq!(exact_sum(dec("79228162514264337593543950335"), dec("0.1")), None);
        assert_eq!(exact_sum(Decimal::MAX, Decimal::MAX), None);
    }
}
