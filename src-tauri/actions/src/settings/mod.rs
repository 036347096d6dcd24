//! The organisation's settings and its reporting years.

use crate::numbers::{amount, date, given, percentage};
use crate::views::workspace::{Money, Settings, YearSettings};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::capital_good::{Rate, Threshold};
use planner_core::currency::Currency;
use planner_core::disposition::RestorationPolicy;
use planner_core::entity::Spellings;
use planner_core::journal::{Act, Entry};
use planner_core::ledger::Ledger;
use planner_core::ledger::year::{AtLock, Difference};
use planner_core::line::Scope3Category;
use planner_core::report::Persons;
use planner_core::requirement::gross;
use planner_core::target::CoverageTarget;
use planner_core::year::{FiscalYearStart, reporting_year};
use planner_store::settings::ReportingYear;
use planner_store::{Connection, journal, line_groups, settings as stored};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

mod entities;
mod rates;
mod target;

pub use entities::{entities, remove_entity, save_entity};
pub use target::{coverage_target, save_coverage_target};

/// What rules need to know of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Organisation {
    pub name: String,
    pub fiscal_year_start: FiscalYearStart,
    pub target_percent: Decimal,
    pub default_scope3: Scope3Category,
    pub threshold: Option<Threshold>,
    /// What prices in other currencies come to.
    pub rates: Vec<Rate>,
    pub policy: RestorationPolicy,
    /// How many persons answer for a report.
    pub persons: Persons,
    /// What coverage it committed to, beside the share of each year.
    pub coverage_target: CoverageTarget,
    pub is_sample: bool,
    /// What files call its legal entities.
    pub entities: Spellings,
    pub years: Vec<ReportingYear>,
    /// What applied to each locked year when it was locked.
    pub at_lock: BTreeMap<i32, AtLock>,
}

impl Organisation {
    /// The organisation as its settings say; an unnamed one in a new workspace.
    pub async fn load(connection: &mut Connection) -> Result<Self, ActionError> {
        let values = stored::all(connection).await?;
        let value = |key: &str| values.get(key).map(String::as_str);
        let rates = rates::stored(&values);
        let month = value("fiscal_year_start_month").and_then(|month| month.parse().ok());
        Ok(Self {
            name: value("organisation").unwrap_or_default().to_owned(),
            fiscal_year_start: month
                .and_then(FiscalYearStart::from_month)
                .unwrap_or(FiscalYearStart::JANUARY),
            target_percent: value("target_percent")
                .and_then(|text| text.parse().ok())
                .unwrap_or(Decimal::ONE_HUNDRED),
            default_scope3: match value("default_scope3_category") {
                Some("2") => Scope3Category::CapitalGoods,
                _ => Scope3Category::PurchasedGoods,
            },
            threshold: rates::threshold(&values, &rates),
            rates,
            policy: value("restoration_policy")
                .and_then(RestorationPolicy::from_word)
                .unwrap_or(RestorationPolicy::Strict),
            persons: value("report_persons")
                .and_then(|text| text.parse().ok())
                .and_then(Persons::from_number)
                .unwrap_or_default(),
            coverage_target: target::stored(&values),
            is_sample: value(crate::sample::SAMPLE_DAY).is_some(),
            entities: Spellings::of(&planner_store::entities::all(connection).await?),
            years: stored::reporting_years(connection).await?,
            at_lock: stored::at_lock(connection).await?,
        })
    }

    /// The settings of a year, where it has any.
    pub fn year(&self, year: i32) -> Option<&ReportingYear> {
        self.years.iter().find(|one| one.year == year)
    }

    fn kept<T>(&self, year: i32, kept: impl Fn(&AtLock) -> Option<T>) -> Option<T> {
        self.at_lock.get(&year).and_then(kept)
    }

    /// The target of a year, percent; of a locked one, the target with which it was locked.
    pub fn target(&self, year: i32) -> Decimal {
        let own = || self.year(year).and_then(|one| one.target_percent).unwrap_or(self.target_percent);
        self.kept(year, |one| one.target_percent).unwrap_or_else(own)
    }

    /// What counts as restored in a year; in a locked one, what did when it was locked.
    pub fn policy(&self, year: i32) -> RestorationPolicy {
        self.kept(year, |one| one.policy).unwrap_or(self.policy)
    }

    /// First and last day of a year; of a locked one, those with which it was locked.
    pub fn period(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        self.kept(year, |one| one.fiscal_year_start).unwrap_or(self.fiscal_year_start).period(year)
    }

    /// The entity that a file names, as reports call it.
    pub fn entity<T: AsRef<str> + for<'a> From<&'a str>>(&self, text: Option<T>) -> Option<T> {
        text.map(|text| self.entities.reported(text.as_ref()).map(T::from).unwrap_or(text))
    }

    /// Its name, or words that stand for it while it has none.
    pub fn display_name(&self) -> &str {
        if self.name.is_empty() { "Your organisation" } else { &self.name }
    }
}

/// Everything on the settings screen.
pub async fn settings(workspace: &Workspace) -> Result<Settings, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let mut years = Vec::new();
    for year in stored::known_years(&mut read).await? {
        let groups = line_groups::groups(&mut read, year, None).await?;
        years.push(year_view(&organisation, &ledger, year, gross(&groups)));
    }
    Ok(Settings {
        fiscal_year_start_month: organisation.fiscal_year_start.month(),
        target_percent: organisation.target_percent.to_string(),
        default_scope3_category: organisation.default_scope3.number(),
        capitalisation_threshold: organisation.threshold.as_ref().map(|one| one.amount.to_string()),
        capitalisation_currency: organisation
            .threshold
            .as_ref()
            .and_then(|one| one.currency)
            .map(|currency| currency.code().to_owned()),
        rates: organisation.rates.iter().map(rates::view).collect(),
        restoration_policy: organisation.policy.word().to_owned(),
        report_persons: organisation.persons.number(),
        organisation: organisation.name,
        years,
    })
}

/// The settings of one year; nothing set where nobody set any.
pub async fn year_settings(workspace: &Workspace, year: i32) -> Result<YearSettings, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let groups = line_groups::groups(&mut read, year, None).await?;
    Ok(year_view(&organisation, &ledger, year, gross(&groups)))
}

/// Keeps the settings of one year.
pub async fn save_year_settings(
    workspace: &Workspace,
    request: &YearSettings,
) -> Result<YearSettings, ActionError> {
    let mut write = workspace.store.write().await?;
    let organisation = Organisation::load(&mut write).await?;
    let before = every_value(&mut write).await?;
    put_year(&mut write, &organisation, request).await?;
    let entry = Entry::new(Act::YearChanged, "").of_year(request.year);
    let entry = entry.changing(changes(&before, &mut write).await?);
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    year_settings(workspace, request.year).await
}

/// Keeps what is other than it was of a year.
async fn put_year(
    connection: &mut Connection,
    organisation: &Organisation,
    request: &YearSettings,
) -> Result<(), ActionError> {
    let (now, known) = (stored_year(request)?, organisation.year(request.year));
    if *known.unwrap_or(&ReportingYear::unset(request.year)) == now {
        return Ok(());
    }
    reporting_year(request.year)?;
    refuse_locked(organisation, &now, known)?;
    Ok(stored::put_reporting_year(connection, &now).await?)
}

fn year_view(organisation: &Organisation, ledger: &Ledger, year: i32, gross: i64) -> YearSettings {
    let settings = organisation.year(year);
    YearSettings {
        year,
        is_locked: ledger.is_locked(year),
        closes_on: settings.and_then(|one| one.closes_on).map(|day| day.to_string()),
        target_percent: settings.and_then(|one| one.target_percent).map(|target| target.to_string()),
        budget: settings
            .and_then(|one| one.budget.clone())
            .map(|(amount, currency)| Money { amount: amount.to_string(), currency }),
        gross,
    }
}

/// Keeps the settings. The fiscal year cannot move once lines have been assigned to years by it.
pub async fn save_settings(workspace: &Workspace, request: &Settings) -> Result<Settings, ActionError> {
    let mut write = workspace.store.write().await?;
    let before = Organisation::load(&mut write).await?;
    let values_before = every_value(&mut write).await?;
    if FiscalYearStart::from_month(request.fiscal_year_start_month).is_none() {
        return Err(ActionError::request("The fiscal year starts in a month from 1 to 12."));
    }
    let moves = before.fiscal_year_start.month() != request.fiscal_year_start_month;
    if moves
        && !planner_store::imports::all(&mut write).await?.iter().all(|import| import.undone_on.is_some())
    {
        return Err(ActionError::new(
            "fiscal_year_in_use",
            "The fiscal year start decides the year of every imported line. Undo the imports first, change it, and import them again.",
        ));
    }
    refuse_moving(&before, request)?;
    for (key, value) in setting_values(request)? {
        stored::put(&mut write, key, value.as_deref()).await?;
    }
    for (key, value) in rates::changes(&before, request)? {
        stored::put(&mut write, &key, value.as_deref()).await?;
    }
    for year in &request.years {
        put_year(&mut write, &before, year).await?;
    }
    let entry = Entry::new(Act::SettingsChanged, "").changing(changes(&values_before, &mut write).await?);
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    settings(workspace).await
}

/// Every setting by name, those of years behind the year.
pub(crate) async fn every_value(
    connection: &mut Connection,
) -> Result<BTreeMap<String, String>, ActionError> {
    let mut values = stored::all(connection).await?;
    for one in stored::reporting_years(connection).await? {
        let (amount, currency) = one.budget.unzip();
        let budget = amount.zip(currency).map(|(amount, currency)| format!("{amount} {currency}"));
        let closes_on = one.closes_on.map(|day| day.to_string());
        let target = one.target_percent.map(|target| target.to_string());
        for (name, value) in [("closes_on", closes_on), ("target_percent", target), ("budget", budget)] {
            values.extend(value.map(|value| (format!("{}.{name}", one.year), value)));
        }
    }
    Ok(values)
}

/// What is other than it was.
pub(crate) async fn changes(
    before: &BTreeMap<String, String>,
    connection: &mut Connection,
) -> Result<Vec<Difference>, ActionError> {
    let after = every_value(connection).await?;
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let differences = names.into_iter().map(|name| Difference {
        figure: name.clone(),
        old: before.get(name).cloned(),
        new: after.get(name).cloned(),
    });
    Ok(differences.filter(|one| one.old != one.new).collect())
}

/// The target and the budget of a locked year are part of what was reported.
fn refuse_locked(
    organisation: &Organisation,
    after: &ReportingYear,
    before: Option<&ReportingYear>,
) -> Result<(), ActionError> {
    let is_same = before.and_then(|one| one.target_percent) == after.target_percent
        && before.and_then(|one| one.budget.as_ref()) == after.budget.as_ref();
    if organisation.at_lock.contains_key(&after.year) && !is_same {
        return Err(planner_core::ledger::LedgerError::YearLocked { year: after.year }.into());
    }
    Ok(())
}

/// A locked year keeps what applied when it was locked. One that was locked before that was kept would move with the
/// setting, so the setting stays.
fn refuse_moving(before: &Organisation, request: &Settings) -> Result<(), ActionError> {
    let moves = |name: &'static str, is_other: bool, keeps: &dyn Fn(i32, &AtLock) -> bool| {
        let mut unkept = before.at_lock.iter().filter(|(year, at_lock)| !keeps(**year, at_lock));
        is_other.then(|| unkept.next()).flatten().map(|(year, _)| (name, *year))
    };
    let has_own_target = |year: i32| before.year(year).is_some_and(|one| one.target_percent.is_some());
    let target = percentage("target", &request.target_percent)?;
    let moved = moves("default target", target != before.target_percent, &|year, at_lock| {
        at_lock.target_percent.is_some() || has_own_target(year)
    })
    .or_else(|| {
        let is_other = request.restoration_policy != before.policy.word();
        moves("restoration policy", is_other, &|_, at_lock| at_lock.policy.is_some())
    })
    .or_else(|| {
        let is_other = request.fiscal_year_start_month != before.fiscal_year_start.month();
        moves("start of the fiscal year", is_other, &|_, at_lock| at_lock.fiscal_year_start.is_some())
    });
    match moved {
        Some((name, year)) => Err(ActionError::new(
            "moves_locked_year",
            format!(
                "The {name} would move figures of {year}, which was locked before its settings were kept with it. Unlock {year} with a reason and lock it again first; then it keeps what applies now."
            ),
        )),
        None => Ok(()),
    }
}

type SettingValue = (&'static str, Option<String>);

fn setting_values(request: &Settings) -> Result<[SettingValue; 6], ActionError> {
    let policy = RestorationPolicy::from_word(&request.restoration_policy).ok_or_else(|| {
        let word = &request.restoration_policy;
        ActionError::request(format!("The restoration policy is strict or wide, not “{word}”."))
    })?;
    let scope3 = Scope3Category::from_number(request.default_scope3_category)
        .ok_or_else(|| ActionError::request("The Scope 3 category is 1 or 2."))?;
    let persons = Persons::from_number(request.report_persons).ok_or_else(|| {
        ActionError::request(
            "A report is prepared, reviewed and approved by 3 persons, or by 2 where that is allowed.",
        )
    })?;
    Ok([
        ("organisation", given(Some(&request.organisation))),
        ("fiscal_year_start_month", Some(request.fiscal_year_start_month.to_string())),
        ("target_percent", Some(percentage("target", &request.target_percent)?.to_string())),
        ("default_scope3_category", Some(scope3.number().to_string())),
        ("restoration_policy", Some(policy.word().to_owned())),
        ("report_persons", Some(persons.number().to_string())),
    ])
}

fn stored_year(request: &YearSettings) -> Result<ReportingYear, ActionError> {
    let optional = |text: &Option<String>| given(text.as_deref());
    let budget = match &request.budget {
        Some(money) => {
            let currency = Currency::from_code(&money.currency)?.code().to_owned();
            Some((amount("budget", &money.amount)?, currency))
        }
        None => None,
    };
    Ok(ReportingYear {
        year: request.year,
        closes_on: optional(&request.closes_on).map(|text| date("closing day", &text)).transpose()?,
        target_percent: optional(&request.target_percent)
            .map(|text| percentage("target", &text))
            .transpose()?,
        budget,
    })
}
