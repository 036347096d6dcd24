//! Words about the settings of the organisation and of single years. What is not named stays as it is.

use clap::{Args, Subcommand};

/// What is set for the organisation and its years.
#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// The organisation's settings; what is named is set.
    Settings(SettingsArguments),
    /// The legal entities of the organisation; one that is named is kept with what is said of it.
    Entity(EntityArguments),
    /// The settings of one year: target, budget, closing day; what is named is set.
    Year(YearArguments),
    /// The coverage target: its path by year, base year, the day it was set, its wording. Says it, or keeps what is named.
    Target(TargetArguments),
    /// Locks a reporting year: it takes no change.
    Lock {
        #[arg(long)]
        year: i32,
    },
    /// Unlocks a reporting year, with a reason.
    Unlock {
        #[arg(long)]
        year: i32,
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
}

fn rate(text: &str) -> Result<(String, String, String), String> {
    let parts = || {
        let (currency, rest) = text.split_once('=')?;
        let (rate, day) = rest.split_once('@')?;
        Some((currency.trim().to_uppercase(), rate.trim().to_owned(), day.trim().to_owned()))
    };
    parts().ok_or_else(|| "a rate is written as USD=0.92@2025-01-01".to_owned())
}

fn rate_day(text: &str) -> Result<(String, String), String> {
    let parts =
        text.split_once('@').map(|(currency, day)| (currency.trim().to_uppercase(), day.trim().to_owned()));
    parts.ok_or_else(|| "a rate to take away is named as USD@2025-01-01".to_owned())
}

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
    /// Currency of that price, by its ISO 4217 code.
    #[arg(long, value_name = "CCY", conflicts_with = "no_threshold")]
    pub threshold_currency: Option<String>,
    /// No such price.
    #[arg(long)]
    pub no_threshold: bool,
    /// What one unit of a currency comes to in the threshold's from a day on, such as USD=0.92@2025-01-01; once for each.
    #[arg(long = "rate", value_name = "CCY=RATE@DAY", value_parser = rate)]
    pub rates: Vec<(String, String, String)>,
    /// A rate to take away, such as USD@2025-01-01.
    #[arg(long = "no-rate", value_name = "CCY@DAY", value_parser = rate_day)]
    pub no_rates: Vec<(String, String)>,
    /// Persons who answer for a report together: 3, or 2.
    #[arg(long, value_name = "N")]
    pub persons: Option<u32>,
}

#[derive(Debug, Args)]
pub struct EntityArguments {
    /// The name that reports give it; all entities are listed where none is named.
    pub name: Option<String>,
    /// Its country: a code of ISO 3166 such as NL, or the English name.
    #[arg(long, value_name = "COUNTRY", requires = "name")]
    pub country: Option<String>,
    /// What it is registered under: an LEI, a company number.
    #[arg(long, value_name = "TEXT", requires = "name")]
    pub identifier: Option<String>,
    /// Another spelling that files have for it; once for each.
    #[arg(long = "alias", value_name = "TEXT", requires = "name")]
    pub aliases: Vec<String>,
    /// A spelling that is not its own.
    #[arg(long = "no-alias", value_name = "TEXT", requires = "name")]
    pub no_aliases: Vec<String>,
    /// Takes it off the list; what was imported keeps its name.
    #[arg(long, requires = "name", conflicts_with_all = ["country", "identifier", "aliases", "no_aliases"])]
    pub remove: bool,
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

#[derive(Debug, Args)]
pub struct TargetArguments {
    /// A year and its share, percent: 2030=100. Nothing after the sign takes the organisation's share again.
    #[arg(long = "set", value_name = "YEAR=PERCENT", value_parser = year_and_share)]
    pub set: Vec<(i32, String)>,
    /// The year it is measured against.
    #[arg(long, value_name = "YEAR")]
    pub base_year: Option<String>,
    /// The day it was set.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub set_on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub wording: Option<String>,
}

fn year_and_share(text: &str) -> Result<(i32, String), String> {
    let (year, share) = text.split_once('=').ok_or_else(|| format!("“{text}” is not YEAR=PERCENT"))?;
    let year = year.trim().parse().map_err(|_| format!("“{year}” is no year"))?;
    Ok((year, share.trim().to_owned()))
}
