//! Currencies by their ISO 4217 code. An amount of money has one; amounts in two of them are never added.

use iso_currency::Currency as Listed;

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
}
