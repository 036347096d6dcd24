//! Why a purchase is in the plan, and why something is missing, in words.

use planner_core::plan::purchase::{Because, Purchase};
use planner_core::plan::year::{Lack, PlanYear};
use rust_decimal::Decimal;

/// An amount with two places or as many as it has, and its currency.
pub(super) fn money(amount: Decimal, currency: &str) -> String {
    let amount = amount.normalize();
    let places = amount.scale().max(2);
    format!("{amount:.0$} {currency}", places as usize).trim_end().to_owned()
}

/// Why a purchase is in the plan.
pub(super) fn because(purchase: &Purchase, currency: &str) -> String {
    let what = format!("vintage {} at {}", purchase.vintage, money(purchase.price, currency));
    match purchase.because {
        Because::AtNeed => format!("{what}, because {} needs it", purchase.year),
        Because::OlderIsCheaper { vintage, price } => {
            format!(
                "{what}, because it still serves {} and vintage {vintage} costs {}",
                purchase.year,
                money(price, currency)
            )
        }
        Because::StillCovers { year, vintage } => {
            format!("{what}, because it still covers {year}, which the cheaper vintage {vintage} does not")
        }
        Because::EarlierIsCheaper { year, price } => {
            format!("{what}, because {year} needs it and it costs {} then", money(price, currency))
        }
        Because::EarlierForBudget { year } => {
            format!("{what}, because {year} needs it and its own budget does not reach")
        }
    }
}

/// Why something is missing in a year.
pub(super) fn shortfall(year: &PlanYear, currency: &str) -> Option<String> {
    let short = year.shortfall?;
    let units = match short.quantity {
        1 => "1 unit".to_owned(),
        quantity => format!("{} units", grouped(quantity)),
    };
    Some(match short.lack {
        Lack::Budget { missing } => {
            format!("{}: {} of budget are missing for {units}", year.year, money(missing, currency))
        }
        Lack::NoVintage => format!("{}: no vintage that is accepted can serve {units}", year.year),
        Lack::TooFew => {
            format!("{}: {units} are fewer than a lot or a minimum order within the budget", year.year)
        }
    })
}

/// Thousands apart, as a sentence reads best.
fn grouped(quantity: i64) -> String {
    let digits = quantity.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
