//! The capitalisation threshold with its currency, and the rates at which prices in others are compared with it.

use super::Organisation;
use crate::ActionError;
use crate::numbers::{amount, date, given};
use crate::views::workspace::{RateSetting, Settings};
use planner_core::capital_good::{Rate, Threshold};
use planner_core::currency::Currency;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Before the two currencies and the day, in the settings.
const RATE: &str = "rate";

/// The rates that the settings hold.
pub(super) fn stored(values: &BTreeMap<String, String>) -> Vec<Rate> {
    let rate = |(key, value): (&String, &String)| {
        let mut parts = key.splitn(4, '.');
        let (kind, from, into, on) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let currency = |code: &str| Currency::from_code(code).ok();
        let read = || Some((currency(from)?, currency(into)?, on.parse().ok()?, value.parse().ok()?));
        let (from, into, on, value) = read().filter(|_| kind == RATE)?;
        Some(Rate { from, into, on, value })
    };
    values.iter().filter_map(rate).collect()
}

/// The threshold that the settings hold.
pub(super) fn threshold(values: &BTreeMap<String, String>, rates: &[Rate]) -> Option<Threshold> {
    let amount = values.get("capitalisation_threshold")?.parse().ok()?;
    let code = values.get("capitalisation_currency");
    let currency = code.and_then(|code| Currency::from_code(code).ok());
    Some(Threshold { amount, currency, rates: rates.to_vec() })
}

pub(super) fn view(rate: &Rate) -> RateSetting {
    RateSetting {
        from: rate.from.code().to_owned(),
        into: rate.into.code().to_owned(),
        on: rate.on.to_string(),
        rate: rate.value.to_string(),
    }
}

fn key(rate: &Rate) -> String {
    format!("{RATE}.{}.{}.{}", rate.from.code(), rate.into.code(), rate.on)
}

/// What changes of the threshold and the rates, by key. A threshold that is set needs a currency; one of an earlier
/// version may stand without, compared with no price, until somebody says which it is in.
pub(super) fn changes(
    before: &Organisation,
    request: &Settings,
) -> Result<Vec<(String, Option<String>)>, ActionError> {
    let threshold = given(request.capitalisation_threshold.as_deref());
    let threshold = threshold.map(|text| amount("capitalisation threshold", &text)).transpose()?;
    let currency = given(request.capitalisation_currency.as_deref()).filter(|_| threshold.is_some());
    let currency = currency.map(|code| Currency::from_code(&code)).transpose()?;
    let known = before.threshold.as_ref();
    if threshold.is_some() && currency.is_none() && known.map(|one| one.amount) != threshold {
        return Err(ActionError::request(
            "Say in which currency the capitalisation threshold is, such as EUR.",
        ));
    }
    if currency.is_none() && threshold.is_some() && known.is_some_and(|one| one.currency.is_some()) {
        return Err(ActionError::request(
            "The capitalisation threshold keeps a currency: name another, or take the threshold away.",
        ));
    }
    let rates = request.rates.iter().map(rate).collect::<Result<Vec<_>, _>>()?;
    let gone = before.rates.iter().map(|one| (key(one), None));
    let kept = rates.iter().map(|one| (key(one), Some(one.value.to_string())));
    let mut changes: BTreeMap<String, Option<String>> = gone.chain(kept).collect();
    changes.insert("capitalisation_threshold".into(), threshold.map(|amount| amount.to_string()));
    changes.insert("capitalisation_currency".into(), currency.map(|one| one.code().to_owned()));
    Ok(changes.into_iter().collect())
}

fn rate(setting: &RateSetting) -> Result<Rate, ActionError> {
    let value = amount("rate", &setting.rate)?;
    let (from, into) = (Currency::from_code(&setting.from)?, Currency::from_code(&setting.into)?);
    if value <= Decimal::ZERO || from == into {
        let message = format!(
            "A rate says what one {} comes to in another currency, above 0; 1 {} = {value} {} says nothing.",
            from.code(),
            from.code(),
            into.code()
        );
        return Err(ActionError::request(message));
    }
    Ok(Rate { from, into, on: date("rate", &setting.on)?, value })
}
