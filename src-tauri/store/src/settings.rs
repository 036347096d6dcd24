//! The organisation's settings, by key, and the settings of single years.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::ledger::year::AtLock;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// All settings that were ever changed.
pub async fn all(connection: &mut Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let rows = sqlx::query("SELECT key, value FROM setting").fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.text("key")?, row.text("value")?))).collect()
}

/// Keeps a setting; nothing takes it away.
pub async fn put(connection: &mut Connection, key: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => {
            sqlx::query(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )
            .bind(key)
            .bind(value)
            .execute(connection)
            .await?
        }
        None => sqlx::query("DELETE FROM setting WHERE key = ?1").bind(key).execute(connection).await?,
    };
    Ok(())
}

/// Settings of one reporting year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingYear {
    /// The year.
    pub year: i32,
    /// Day on which its report is due.
    pub closes_on: Option<NaiveDate>,
    /// Its own target, percent.
    pub target_percent: Option<Decimal>,
    /// Its budget: amount and ISO 4217 code.
    pub budget: Option<(Decimal, String)>,
}

impl ReportingYear {
    /// A year of which nothing is set.
    pub fn unset(year: i32) -> Self {
        Self { year, closes_on: None, target_percent: None, budget: None }
    }
}

/// All years that have settings.
pub async fn reporting_years(connection: &mut Connection) -> Result<Vec<ReportingYear>, StoreError> {
    let rows = sqlx::query(
        "SELECT year, closes_on, target_percent, budget_amount, budget_currency FROM reporting_year ORDER BY year",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(ReportingYear {
                year: row.year("year")?,
                closes_on: row.optional_date("closes_on")?,
                target_percent: row.decimal("target_percent")?,
                budget: row.decimal("budget_amount")?.zip(row.optional_text("budget_currency")?),
            })
        })
        .collect()
}

/// Keeps the settings of a year.
pub async fn put_reporting_year(connection: &mut Connection, year: &ReportingYear) -> Result<(), StoreError> {
    let (amount, currency) = year.budget.clone().unzip();
    sqlx::query(
        "INSERT INTO reporting_year (year, closes_on, target_percent, budget_amount, budget_currency)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (year) DO UPDATE SET closes_on = excluded.closes_on, target_percent = excluded.target_percent,
             budget_amount = excluded.budget_amount, budget_currency = excluded.budget_currency",
    )
    .bind(year.year)
    .bind(stored(year.closes_on))
    .bind(stored(year.target_percent))
    .bind(stored(amount))
    .bind(currency)
    .execute(connection)
    .await?;
    Ok(())
}

/// What applied to each locked year when it was locked.
pub async fn at_lock(connection: &mut Connection) -> Result<BTreeMap<i32, AtLock>, StoreError> {
    let rows = sqlx::query(
        "SELECT locked_year.year AS year, figure, value FROM locked_year LEFT JOIN locked_figure USING (year)",
    )
    .fetch_all(connection)
    .await?;
    let mut years: BTreeMap<i32, AtLock> = BTreeMap::new();
    for row in &rows {
        let at_lock = years.entry(row.year("year")?).or_default();
        if let Some((figure, value)) = row.optional_text("figure")?.zip(row.optional_text("value")?)
            && !at_lock.read(&figure, &value)
        {
            return Err(StoreError::damaged(format!("{figure} of a locked year is “{value}”")));
        }
    }
    Ok(years)
}

/// Years that lines, retired assets, retirements, reservations or settings speak of, ascending.
pub async fn known_years(connection: &mut Connection) -> Result<Vec<i32>, StoreError> {
    let rows = sqlx::query(
        "SELECT year FROM line_sum WHERE superseded_by = 0 UNION SELECT year FROM disposition UNION SELECT year FROM retirement
         UNION SELECT year FROM reporting_year UNION SELECT year FROM locked_year
         UNION SELECT year FROM lot_range WHERE year IS NOT NULL ORDER BY year",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| row.year("year")).collect()
}
