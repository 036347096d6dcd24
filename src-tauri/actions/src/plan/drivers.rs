//! Drivers by name: read from a person's words, and from the workspace's own history where nobody said anything.

use super::known::Read;
use crate::ActionError;
use crate::numbers::{decimal, kg, percent_text};
use crate::views::plan::DriverView;
use planner_core::mass::Mass;
use planner_core::percent::percent;
use planner_core::plan::driver::{Drivers, LotChoice, Path, Refresh, Retired};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::collections::BTreeMap;

/// Years that a plan looks ahead at most.
const MOST_YEARS: i32 = 10;

/// Where the default of a driver came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// What every plan begins with.
    Beginning,
    /// The settings of the years.
    Settings,
    /// The workspace's own history, in words.
    History(String),
}

impl Origin {
    fn words(&self) -> String {
        match self {
            Self::Beginning => "as every plan begins".into(),
            Self::Settings => "from the settings of the years".into(),
            Self::History(words) => words.clone(),
        }
    }
}

/// The drivers of a scenario, and each as it is shown.
pub(crate) struct Resolved {
    pub drivers: Drivers,
    pub years_on: i32,
    pub shown: Vec<DriverView>,
}

/// Puts a person's words in the place of what the workspace says.
pub(super) fn resolve(read: &Read, said: &BTreeMap<String, String>) -> Result<Resolved, ActionError> {
    let years_on = match said.get("years") {
        Some(text) => i32::try_from(whole("years", text, 1, MOST_YEARS.into())?).unwrap_or(MOST_YEARS),
        None => 5,
    };
    let count = read.years(years_on).count();
    let mut drivers = Drivers::default();
    let defaults = defaults(read, said, years_on);
    for (key, default) in &defaults {
        if let Some(value) = &default.value {
            set(&mut drivers, key, value, count)?;
        }
    }
    for (key, value) in said {
        set(&mut drivers, key, value, count)?;
    }
    let others = said.keys().filter(|key| !defaults.iter().any(|(known, _)| known == *key));
    let shown = defaults.iter().map(|(key, default)| DriverView {
        key: key.clone(),
        value: said.get(key).cloned().unwrap_or_else(|| default.shown.clone()),
        default_value: default.shown.clone(),
        default_from: default.from.words(),
        is_default: !said.contains_key(key),
    });
    let others = others.map(|key| DriverView {
        key: key.clone(),
        value: said[key].clone(),
        default_value: String::new(),
        default_from: Origin::Beginning.words(),
        is_default: false,
    });
    Ok(Resolved { shown: shown.chain(others).collect(), drivers, years_on })
}

struct Default {
    /// What is set; nothing where core takes the history itself.
    value: Option<String>,
    shown: String,
    from: Origin,
}

fn join(values: impl IntoIterator<Item = Decimal>) -> String {
    values.into_iter().map(|value| value.normalize().to_string()).collect::<Vec<_>>().join(",")
}

/// What every driver is where nobody says anything, in the order in which they are shown.
fn defaults(read: &Read, said: &BTreeMap<String, String>, years_on: i32) -> Vec<(String, Default)> {
    let set = |value: String, from| Default { shown: value.clone(), value: Some(value), from };
    let mut defaults = vec![
        ("years".to_owned(), set("5".into(), Origin::Beginning)),
        ("growth".to_owned(), set("0".into(), Origin::Beginning)),
        ("refurbished".to_owned(), refurbished(read)),
        ("weight".to_owned(), set("0".into(), Origin::Beginning)),
        ("retired".to_owned(), retired(read)),
        ("yield".to_owned(), yields(read, None)),
    ];
    for one in read.sent() {
        if let Some(provider) = &one.provider {
            defaults.push((format!("yield.{provider}"), yields(read, Some(provider))));
        }
    }
    let (lag, from) = match read.issue_lag() {
        Some(months) => (months, Origin::History("median of the shipments that were issued".into())),
        None => (6, Origin::Beginning),
    };
    defaults.push(("issue_lag".into(), set(lag.to_string(), from)));
    defaults.push(("sold".into(), set("0".into(), Origin::Beginning)));
    defaults.push(("target".into(), set(join(read.targets(read.years(years_on))), Origin::Settings)));
    defaults.extend(money(read, said, years_on));
    for (key, value) in [("years_ahead", "1"), ("minimum_order", "1"), ("lot_size", "1")] {
        defaults.push((key.into(), set(value.into(), Origin::Beginning)));
    }
    let none = || Default { value: None, shown: String::new(), from: Origin::Beginning };
    defaults.push(("earliest_vintage".into(), none()));
    defaults
}

/// Price, currency and budget.
fn money(read: &Read, said: &BTreeMap<String, String>, years_on: i32) -> Vec<(String, Default)> {
    let price = read.last_price();
    let years = read.organisation.years.iter().rev();
    let of_budget =
        || years.clone().find_map(|year| year.budget.as_ref().map(|(_, currency)| currency.clone()));
    let own = price.as_ref().map(|(_, currency, _)| currency.clone()).or_else(of_budget).unwrap_or_default();
    let currency = said.get("currency").cloned().unwrap_or_else(|| own.clone());
    let unset =
        |from: &str| Default { value: None, shown: String::new(), from: Origin::History(from.into()) };
    let priced = match &price {
        Some((price, other, lot)) if *other == currency => {
            let value = price.normalize().to_string();
            Default {
                value: Some(value.clone()),
                shown: value,
                from: Origin::History(format!("last price paid: {lot}")),
            }
        }
        _ => unset("no price was paid in this currency yet"),
    };
    let budget = match read.budgets(read.years(years_on), &currency) {
        Some((budgets, from)) => {
            let value = join(budgets);
            Default { value: Some(value.clone()), shown: value, from }
        }
        None => unset("no year has a budget in this currency"),
    };
    let from = Origin::History("of the last price paid, else of the budgets".into());
    vec![
        ("price".into(), priced),
        ("currency".into(), Default { value: Some(own.clone()), shown: own, from }),
        ("budget".into(), budget),
    ]
}

fn refurbished(read: &Read) -> Default {
    let base = read.base();
    let new: Mass = base.groups.iter().map(|group| group.new).sum();
    let refurbished: Mass = base.groups.iter().map(|group| group.refurbished).sum();
    let share = percent(refurbished.kilograms(), (new + refurbished).kilograms()).unwrap_or_default();
    let words = format!("{} kg of {} kg bought in {}", kg(refurbished), kg(new + refurbished), base.year);
    Default { value: None, shown: percent_text(share), from: Origin::History(words) }
}

fn retired(read: &Read) -> Default {
    let sent: Mass = read.sent().iter().map(|one| one.sent).sum();
    let words = match read.sent_year() {
        Some(year) => format!("{} kg sent in {year}, growing as hardware does", kg(sent)),
        None => "no retired hardware was imported".into(),
    };
    Default { value: None, shown: kg(sent), from: Origin::History(words) }
}

fn yields(read: &Read, provider: Option<&str>) -> Default {
    let sent = read.sent();
    let of = sent.iter().filter(|one| provider.is_none() || one.provider.as_deref() == provider);
    let (mut all, mut eligible) = (Mass::ZERO, Mass::ZERO);
    for one in of {
        (all, eligible) = (all + one.sent, eligible + one.eligible);
    }
    let share = percent(eligible.kilograms(), all.kilograms()).unwrap_or_default();
    let year = read.sent_year().map_or_else(String::new, |year| format!(" in {year}"));
    let words = format!("{} kg restored beyond the law of {} kg sent{year}", kg(eligible), kg(all));
    Default { value: None, shown: percent_text(share), from: Origin::History(words) }
}

fn whole(name: &str, text: &str, low: i64, high: i64) -> Result<i64, ActionError> {
    let value = decimal(name, text)?;
    let whole = value.fract().is_zero().then(|| value.to_i64()).flatten();
    whole.filter(|value| (low..=high).contains(value)).ok_or_else(|| {
        ActionError::request(format!("The {name} is a whole number from {low} to {high}, not “{text}”."))
    })
}

fn within(name: &str, text: &str, low: i64, high: i64) -> Result<Decimal, ActionError> {
    let value = decimal(name, text)?;
    if (Decimal::from(low)..=Decimal::from(high)).contains(&value) {
        return Ok(value);
    }
    Err(ActionError::request(format!("The {name} lies from {low} to {high}, and “{text}” does not.")))
}

/// Values by year, such as `30,45,60` (the last holds), or `10..30` for even steps over all years.
fn path(name: &str, text: &str, (low, high): (i64, i64), years: usize) -> Result<Path, ActionError> {
    if let Some((first, last)) = text.split_once("..") {
        let (first, last) = (within(name, first, low, high)?, within(name, last, low, high)?);
        let steps = Decimal::from(years.saturating_sub(1).max(1));
        let at = |year: usize| (first + (last - first) * Decimal::from(year) / steps).round_dp(4).normalize();
        return Ok(Path::new((0..years.max(1)).map(at).collect()).unwrap_or_else(|| Path::flat(first)));
    }
    let values = text.split([',', ';', ' ']).filter(|part| !part.trim().is_empty());
    let values = values.map(|part| within(name, part, low, high)).collect::<Result<Vec<_>, _>>()?;
    Path::new(values).ok_or_else(|| {
        ActionError::request(format!("Give the {name} a value, one for each year, or first..last."))
    })
}

/// Greatest price, budget or mass that is believed.
const MOST: i64 = 1_000_000_000_000;

fn set(drivers: &mut Drivers, key: &str, text: &str, years: usize) -> Result<(), ActionError> {
    let percent = |text| path(key, text, (0, 100), years);
    let amount = |text| path(key, text, (0, MOST), years);
    let rate = |text| within(key, text, -99, 1_000);
    if let Some((name, entity)) = key.split_once('@') {
        let entity = entity.trim().to_owned();
        match name.trim() {
            "growth" => drop(drivers.growth.by_entity.insert(entity, rate(text)?)),
            "weight" => drop(drivers.weight.by_entity.insert(entity, rate(text)?)),
            "refurbished" => drop(drivers.refurbished_by_entity.insert(entity, percent(text)?)),
            _ => return Err(unknown(key)),
        }
        return Ok(());
    }
    match key.split_once('.') {
        Some(("growth", category)) => {
            drivers.growth.by_category.insert(category.to_owned(), rate(text)?);
        }
        Some(("weight", category)) => {
            drivers.weight.by_category.insert(category.to_owned(), rate(text)?);
        }
        Some(("yield", provider)) => {
            drivers.yields.by_provider.insert(provider.to_owned(), percent(text)?);
        }
        Some(("price", age)) => set_price(drivers, age, amount(text)?)?,
        Some(("lot", id)) => {
            drivers.lots.insert(id.to_owned(), lot_choice(text)?);
        }
        Some(_) => return Err(unknown(key)),
        None => set_single(drivers, key, text, years)?,
    }
    Ok(())
}

/// What becomes of an own lot: `hold`, `sell`, or `sell@1.40` for a price of its own.
fn lot_choice(text: &str) -> Result<LotChoice, ActionError> {
    match text.trim().split_once('@') {
        None if text.trim() == "hold" => Ok(LotChoice::Hold),
        None if text.trim() == "sell" => Ok(LotChoice::Sell(None)),
        Some((word, price)) if word.trim() == "sell" => {
            Ok(LotChoice::Sell(Some(within("price of a lot", price, 0, MOST)?)))
        }
        _ => Err(ActionError::request(format!(
            "A lot is hold, sell, or sell@1.40 for its price, not “{text}”."
        ))),
    }
}

/// The price of vintages so many years old and older; younger ones keep theirs.
fn set_price(drivers: &mut Drivers, age: &str, path: Path) -> Result<(), ActionError> {
    let age = usize::try_from(whole("age of a vintage", age, 0, 3)?).unwrap_or(0);
    while drivers.prices.len() <= age {
        let last = drivers.prices.last().cloned().unwrap_or_else(|| path.clone());
        drivers.prices.push(last);
    }
    drivers.prices[age] = path;
    Ok(())
}

fn set_single(drivers: &mut Drivers, key: &str, text: &str, years: usize) -> Result<(), ActionError> {
    let percent = |text| path(key, text, (0, 100), years);
    let amount = |text| path(key, text, (0, MOST), years);
    match key {
        "years" => {}
        "growth" => drivers.growth.all = within(key, text, -99, 1_000)?,
        "weight" => drivers.weight.all = within(key, text, -99, 1_000)?,
        "refresh_cycle" => {
            let cycle = i32::try_from(whole(key, text, 1, 15)?).unwrap_or(1);
            let fleet_growth = drivers.refresh.as_ref().map(|one| one.fleet_growth).unwrap_or_default();
            drivers.refresh = Some(Refresh { cycle, fleet_growth });
        }
        "refresh_growth" => {
            let fleet_growth = within(key, text, -99, 1_000)?;
            let cycle = drivers.refresh.as_ref().map_or(4, |one| one.cycle);
            drivers.refresh = Some(Refresh { cycle, fleet_growth });
        }
        "refurbished" => drivers.refurbished = Some(percent(text)?),
        "retired" => drivers.retired = Retired::Kilograms(amount(text)?),
        "retired_share" => {
            let cycle = if let Retired::ShareOfBought { cycle, .. } = drivers.retired { cycle } else { 4 };
            drivers.retired = Retired::ShareOfBought { percent: within(key, text, 0, 100)?, cycle };
        }
        "retired_cycle" => {
            let cycle = i32::try_from(whole(key, text, 0, 15)?).unwrap_or(0);
            let percent = match drivers.retired {
                Retired::ShareOfBought { percent, .. } => percent,
                _ => Decimal::ONE_HUNDRED,
            };
            drivers.retired = Retired::ShareOfBought { percent, cycle };
        }
        "yield" => drivers.yields.all = Some(percent(text)?),
        "issue_lag" => drivers.issue_lag_months = u32::try_from(whole(key, text, 0, 60)?).unwrap_or(0),
        "sold" => drivers.sold = percent(text)?,
        "sale_price" => drivers.sale_price = Some(within(key, text, 0, MOST)?),
        "target" => drivers.target = percent(text)?,
        "price" => set_price(drivers, "0", amount(text)?)?,
        "currency" => drivers.currency = currency(text)?,
        "budget" if text.trim() == "none" => drivers.budget = None,
        "budget" => drivers.budget = Some(amount(text)?),
        "years_ahead" => drivers.years_ahead = u32::try_from(whole(key, text, 0, 10)?).unwrap_or(0),
        "earliest_vintage" => {
            drivers.earliest_vintage = Some(i32::try_from(whole(key, text, 2000, 2200)?).unwrap_or(2000));
        }
        "minimum_order" => drivers.minimum_order = whole(key, text, 1, 1_000_000_000)?,
        "lot_size" => drivers.lot_size = whole(key, text, 1, 1_000_000_000)?,
        _ => return Err(unknown(key)),
    }
    Ok(())
}

fn currency(text: &str) -> Result<String, ActionError> {
    let code = text.trim().to_uppercase();
    if code.is_empty() || (code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase())) {
        return Ok(code);
    }
    Err(ActionError::request(format!("“{text}” is no currency: write its three letters, such as EUR.")))
}

fn unknown(key: &str) -> ActionError {
    ActionError::new(
        "unknown_driver",
        format!(
            "There is no driver “{key}”. Drivers are years, growth, weight (each also .CATEGORY and @ENTITY), \
             refresh_cycle, refresh_growth, refurbished (also @ENTITY), retired, retired_share, \
             retired_cycle, yield (also .PROVIDER), issue_lag, sold, sale_price, lot.ID (hold, sell or sell@PRICE), \
             target, price (also .1 to .3 for older vintages), currency, budget, years_ahead, earliest_vintage, \
             minimum_order and lot_size."
        ),
    )
}
