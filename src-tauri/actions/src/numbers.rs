//! How exact values are written in an answer, and read from a request.

use crate::ActionError;
use chrono::NaiveDate;
use planner_core::mass::Mass;
use rust_decimal::Decimal;

/// A mass in kg, exact and without trailing zeros.
pub(crate) fn kg(mass: Mass) -> String {
    mass.kilograms().to_string()
}

/// A percentage with two places.
pub(crate) fn percent_text(percent: Decimal) -> String {
    format!("{percent:.2}")
}

/// A decimal of a request.
pub(crate) fn decimal(name: &str, text: &str) -> Result<Decimal, ActionError> {
    text.trim().parse().map_err(|_| {
        ActionError::request(format!(
            "“{text}” is not a number for the {name}. Write it as 1234.5, without separators."
        ))
    })
}

/// A decimal of a request that must not be below zero.
pub(crate) fn amount(name: &str, text: &str) -> Result<Decimal, ActionError> {
    let value = decimal(name, text)?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(ActionError::request(format!("The {name} cannot be below 0, and “{text}” is.")));
    }
    Ok(value)
}

/// A date of a request.
pub(crate) fn date(name: &str, text: &str) -> Result<NaiveDate, ActionError> {
    text.trim().parse().map_err(|_| {
        ActionError::request(format!("“{text}” is not a date for the {name}. Write it as 2026-06-16."))
    })
}

/// A percentage of a request, 0 to 100.
pub(crate) fn percentage(name: &str, text: &str) -> Result<Decimal, ActionError> {
    let value = amount(name, text)?;
    if value > Decimal::ONE_HUNDRED {
        return Err(ActionError::request(format!("The {name} is a share: 0 to 100 percent, not {text}.")));
    }
    Ok(value)
}

/// A text of a request, trimmed; nothing where it is empty.
pub(crate) fn given(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Days from one day to another.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
