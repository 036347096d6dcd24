//! The organisation's settings and its reporting years.

use crate::numbers::{amount, date, given, percentage};
use crate::views::workspace::{Money, Settings, YearSettings};
use crate::{ActionError, Workspace};
use planner_core::disposition::RestorationPolicy;
use planner_core::ledger::Ledger;
use planner_core::line::Scope3Category;
use planner_core::report::Persons;
use planner_core::requirement::gross;
use planner_core::year::FiscalYearStart;
use planner_store::settings::ReportingYear;
use planner_store::{Connection, line_queries, settings as stored};
use rust_decimal::Decimal;

/// What rules need to know of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Organisation {
    pub name: String,
    pub fiscal_year_start: FiscalYearStart,
    pub target_percent: Decimal,
    pub default_scope3: Scope3Category,
    pub capitalisation_threshold: Option<Decimal>,
    pub policy: RestorationPolicy,
    /// How many persons answer for a report.
    pub persons: Persons,
    pub is_sample: bool,
    pub years: Vec<ReportingYear>,
}

impl Organisation {
    /// The organisation as its settings say; an unnamed one in a new workspace.
    pub async fn load(connection: &mut Connection) -> Result<Self, ActionError> {
        let values = stored::all(connection).await?;
        let value = |key: &str| values.get(key).map(String::as_str);
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
            capitalisation_threshold: value("capitalisation_threshold").and_then(|text| text.parse().ok()),
            policy: match value("restoration_policy") {
                Some("wide") => RestorationPolicy::Wide,
                _ => RestorationPolicy::Strict,
            },
            persons: value("report_persons")
                .and_then(|text| text.parse().ok())
                .and_then(Persons::from_number)
                .unwrap_or_default(),
            is_sample: value(crate::sample::SAMPLE_DAY).is_some(),
            years: stored::reporting_years(connection).await?,
        })
    }

    /// The settings of a year, where it has any.
    pub fn year(&self, year: i32) -> Option<&ReportingYear> {
        self.years.iter().find(|one| one.year == year)
    }

    /// The target of a year, percent.
    pub fn target(&self, year: i32) -> Decimal {
        self.year(year).and_then(|one| one.target_percent).unwrap_or(self.target_percent)
    }

    /// Its name, or words that stand for it while it has none.
    pub fn display_name(&self) -> &str {
        if self.name.is_empty() { "Your organisation" } else { &self.name }
    }
}

/// The word for a policy.
pub(crate) fn policy_word(policy: RestorationPolicy) -> &'static str {
    match policy {
        RestorationPolicy::Strict => "strict",
        RestorationPolicy::Wide => "wide",
    }
}

/// Everything on the settings screen.
pub async fn settings(workspace: &Workspace) -> Result<Settings, ActionError> {
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let mut years = Vec::new();
    for year in stored::known_years(&mut read).await? {
        let groups = line_queries::groups(&mut read, year, None).await?;
        years.push(year_settings(&organisation, &ledger, year, gross(&groups)));
    }
    Ok(Settings {
        fiscal_year_start_month: organisation.fiscal_year_start.month(),
        target_percent: organisation.target_percent.to_string(),
        default_scope3_category: organisation.default_scope3.number(),
        capitalisation_threshold: organisation
            .capitalisation_threshold
            .map(|threshold| threshold.to_string()),
        restoration_policy: policy_word(organisation.policy).to_owned(),
        report_persons: organisation.persons.number(),
        organisation: organisation.name,
        years,
    })
}

fn year_settings(organisation: &Organisation, ledger: &Ledger, year: i32, gross: i64) -> YearSettings {
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
    for (key, value) in setting_values(request)? {
        stored::put(&mut write, key, value.as_deref()).await?;
    }
    for year in &request.years {
        let reporting_year = reporting_year(year)?;
        if before.year(year.year) != Some(&reporting_year) {
            refuse_locked(
                &planner_store::ledger::load(&mut write).await?,
                &reporting_year,
                before.year(year.year),
            )?;
            stored::put_reporting_year(&mut write, &reporting_year).await?;
        }
    }
    write.commit().await.map_err(planner_store::StoreError::from)?;
    settings(workspace).await
}

/// The target of a locked year is part of what was reported.
fn refuse_locked(
    ledger: &Ledger,
    after: &ReportingYear,
    before: Option<&ReportingYear>,
) -> Result<(), ActionError> {
    let target_before = before.and_then(|one| one.target_percent);
    if ledger.is_locked(after.year) && target_before != after.target_percent {
        return Err(planner_core::ledger::LedgerError::YearLocked { year: after.year }.into());
    }
    Ok(())
}

type SettingValue = (&'static str, Option<String>);

fn setting_values(request: &Settings) -> Result<[SettingValue; 7], ActionError> {
    let policy = match request.restoration_policy.as_str() {
        policy @ ("strict" | "wide") => policy.to_owned(),
        other => {
            return Err(ActionError::request(format!(
                "The restoration policy is strict or wide, not “{other}”."
            )));
        }
    };
    let scope3 = Scope3Category::from_number(request.default_scope3_category)
        .ok_or_else(|| ActionError::request("The Scope 3 category is 1 or 2."))?;
    let persons = Persons::from_number(request.report_persons).ok_or_else(|| {
        ActionError::request(
            "A report is prepared, reviewed and approved by 3 persons, or by 2 where that is allowed.",
        )
    })?;
    let threshold = given(request.capitalisation_threshold.as_deref());
    let threshold = threshold.map(|text| amount("capitalisation threshold", &text)).transpose()?;
    Ok([
        ("organisation", given(Some(&request.organisation))),
        ("fiscal_year_start_month", Some(request.fiscal_year_start_month.to_string())),
        ("target_percent", Some(percentage("target", &request.target_percent)?.to_string())),
        ("default_scope3_category", Some(scope3.number().to_string())),
        ("capitalisation_threshold", threshold.map(|threshold| threshold.to_string())),
        ("restoration_policy", Some(policy)),
        ("report_persons", Some(persons.number().to_string())),
    ])
}

fn reporting_year(request: &YearSettings) -> Result<ReportingYear, ActionError> {
    let optional = |text: &Option<String>| given(text.as_deref());
    let budget = match &request.budget {
        Some(money) => Some((amount("budget", &money.amount)?, money.currency.clone())),
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
