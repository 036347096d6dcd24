//! Words about the settings of the organisation and of single years. What is not named stays as it is.

use clap::Args;

#[derive(Debug, Args)]
pub struct SettingsArguments {
    /// Legal name of the organisation.
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// Month in which the fiscal year begins, 1 to 12.
    #[arg(long, value_name = "MONTH")]
    pub fiscal_year_start: Option<u32>,
    /// Default target, percent.
    #[arg(long, value_name = "PERCENT")]
    pub target: Option<String>,
    /// What counts as restored: strict or wide.
    #[arg(long, value_name = "POLICY")]
    pub policy: Option<String>,
    /// Scope 3 category of lines that nothing else decides: 1 or 2.
    #[arg(long, value_name = "CATEGORY")]
    pub scope3: Option<i64>,
    /// Unit price from which a device is a capital good.
    #[arg(long, value_name = "AMOUNT", conflicts_with = "no_threshold")]
    pub threshold: Option<String>,
    /// No such price.
    #[arg(long)]
    pub no_threshold: bool,
    /// Persons who answer for a report together: 3, or 2.
    #[arg(long, value_name = "N")]
    pub persons: Option<u32>,
}

#[derive(Debug, Args)]
pub struct YearArguments {
    #[arg(long)]
    pub year: i32,
    /// Its own target, percent.
    #[arg(long, value_name = "PERCENT", conflicts_with = "no_target")]
    pub target: Option<String>,
    /// The organisation's target again.
    #[arg(long)]
    pub no_target: bool,
    /// Its budget.
    #[arg(long, value_name = "AMOUNT", requires = "currency", conflicts_with = "no_budget")]
    pub budget: Option<String>,
    /// Currency of the budget, by its ISO 4217 code.
    #[arg(long, value_name = "CCY", requires = "budget")]
    pub currency: Option<String>,
    /// No budget.
    #[arg(long)]
    pub no_budget: bool,
    /// The day on which its report is due.
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "no_closing_day")]
    pub closes_on: Option<String>,
    /// No such day.
    #[arg(long)]
    pub no_closing_day: bool,
}
