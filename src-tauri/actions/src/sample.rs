//! The sample company: its files go through the real importer, its history through the real actions.

use crate::error::in_words;
use crate::views::certificates::{EvidenceRequest, LotChoice, MovementRequest, RetirementRequest};
use crate::views::import::ImportOptions;
use crate::views::workspace::{Money, Settings, YearSettings};
use crate::{
    ActionError, Watch, Workspace, attach, commit_import, keep_plan, lock_year, move_units, retire,
    save_settings,
};
use chrono::NaiveDate;
use planner_core::journal::{Act, Entry};
use planner_sheets::worker::Program;
use planner_store::{Scratch, StoreError, file, journal, settings as stored};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const HISTORY: &str = include_str!("../../../assets/sample/history.toml");

/// The setting that holds the sample's own day, and so marks the sample.
pub(crate) const SAMPLE_DAY: &str = "sample_day";

/// A workspace on the day that is asked for; else the sample on its own day, and any other on today's.
pub async fn on_its_day(
    workspace: Workspace,
    asked: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Workspace, ActionError> {
    let day = match asked {
        Some(day) => day,
        None => {
            let mut read = workspace.store.read().await?;
            let own = stored::all(&mut read).await?.get(SAMPLE_DAY).and_then(|day| day.parse().ok());
            own.unwrap_or(today)
        }
    };
    Ok(workspace.on(day))
}

/// The files, by the names under which the history imports them.
const FILES: [(&str, &[u8]); 10] = [
    ("catalogue.csv", include_bytes!("../../../assets/sample/catalogue.csv")),
    ("procurement_2025_H1.xlsx", include_bytes!("../../../assets/sample/procurement_2025_H1.xlsx")),
    ("procurement_2025_H2.xlsx", include_bytes!("../../../assets/sample/procurement_2025_H2.xlsx")),
    ("datacentre_capex_2025.xlsx", include_bytes!("../../../assets/sample/datacentre_capex_2025.xlsx")),
    ("retail_rollout_q3.csv", include_bytes!("../../../assets/sample/retail_rollout_q3.csv")),
    ("mobile_fleet_2025.xlsx", include_bytes!("../../../assets/sample/mobile_fleet_2025.xlsx")),
    ("dispositions_2025.xlsx", include_bytes!("../../../assets/sample/dispositions_2025.xlsx")),
    ("dispositions_2026.xlsx", include_bytes!("../../../assets/sample/dispositions_2026.xlsx")),
    ("certificates.xlsx", include_bytes!("../../../assets/sample/certificates.xlsx")),
    ("registry_statement.csv", include_bytes!("../../../assets/sample/registry_statement.csv")),
];

#[derive(Deserialize)]
struct History {
    organisation: String,
    as_of: toml::value::Datetime,
    settings: SampleSettings,
    year: Vec<SampleYear>,
    import: Vec<SampleImport>,
    step: Vec<Step>,
    scenario: Vec<SampleScenario>,
}

#[derive(Deserialize)]
struct SampleSettings {
    fiscal_year_start: u32,
    target_percent: String,
    currency: String,
}

#[derive(Deserialize)]
struct SampleYear {
    year: i32,
    closes_on: toml::value::Datetime,
    target_percent: String,
    budget: Option<String>,
}

#[derive(Deserialize)]
struct SampleImport {
    kind: String,
    file: String,
    on: toml::value::Datetime,
    sheet: Option<String>,
}

#[derive(Deserialize)]
struct SampleScenario {
    name: String,
    drivers: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Step {
    on: toml::value::Datetime,
    #[serde(default)]
    lots: Vec<StepLot>,
    #[serde(flatten)]
    kind: StepKind,
}

#[derive(Deserialize)]
struct StepLot {
    lot: String,
    #[serde(default)]
    quantity: i64,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum StepKind {
    Retire { year: i32, beneficiary: String },
    Reserve { year: i32 },
    List,
    Transfer { to: String, unit_price: Option<String>, currency: Option<String> },
    Lock { year: i32 },
    Attach { file: String },
}

/// Makes the sample company's workspace at `path`, where no file may be yet, and opens it on the sample's own day.
pub async fn open_sample(path: &Path, reader: Program) -> Result<Workspace, ActionError> {
    if path.exists() {
        let message =
            format!("{} is already there. Open it, or choose another place for the sample.", path.display());
        return Err(ActionError::new("workspace_exists", message));
    }
    let history: History = toml::from_str(HISTORY).map_err(|error| damaged(&error))?;
    let as_of = day(&history.as_of)?;
    // It takes its name once it is whole: half a sample would pass for one.
    let scratch =
        Scratch::beside(path).map_err(|error| StoreError::NotMade { path: path.to_owned(), error })?;
    let unplaced = scratch.file("sample");
    let workspace = Workspace::open_or_create(&unplaced, as_of, reader.clone()).await?;
    let made = make(&workspace, &history).await;
    workspace.close().await;
    made?;
    let placed = file::put_new(&unplaced, path);
    placed.map_err(|error| StoreError::NotMade { path: path.to_owned(), error })?;
    Workspace::open_or_create(path, as_of, reader).await
}

async fn make(workspace: &Workspace, history: &History) -> Result<(), ActionError> {
    save_settings(workspace, &settings(history)?).await?;
    let mut write = workspace.store.write().await?;
    stored::put(&mut write, SAMPLE_DAY, Some(&workspace.today.to_string())).await?;
    let entry = Entry::new(Act::SettingsChanged, "the sample company");
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    import_files(workspace, history).await?;
    for step in &history.step {
        apply(workspace, step).await?;
    }
    for scenario in &history.scenario {
        keep_plan(workspace, &scenario.name, &scenario.drivers, true).await?;
    }
    Ok(())
}

async fn import_files(workspace: &Workspace, history: &History) -> Result<(), ActionError> {
    let folder = Scratch::temporary().map_err(|error| not_unpacked(&error))?;
    for import in &history.import {
        let path = unpacked(&import.file, &folder)?;
        let options = ImportOptions {
            kind: import.kind.clone(),
            sheet: import.sheet.clone(),
            ..ImportOptions::default()
        };
        commit_import(&workspace.on(day(&import.on)?), &path, &options, None, &Watch::default()).await?;
    }
    Ok(())
}

/// Writes one of the shipped files into a folder.
fn unpacked(file: &str, folder: &Scratch) -> Result<PathBuf, ActionError> {
    let content = FILES.iter().find(|(name, _)| *name == file).map(|(_, content)| *content);
    let content = content.ok_or_else(|| damaged(&format!("{file} is missing")))?;
    let path = folder.file(file);
    std::fs::write(&path, content).map_err(|error| not_unpacked(&error))?;
    Ok(path)
}

async fn attach_file(workspace: &Workspace, file: &str, lots: &[StepLot]) -> Result<(), ActionError> {
    let folder = Scratch::temporary().map_err(|error| not_unpacked(&error))?;
    let path = unpacked(file, &folder)?;
    for one in lots {
        let lot = crate::certificates::lot(workspace, &one.lot).await?.lot;
        let request = EvidenceRequest {
            kind: Some("registry_statement".into()),
            issued_on: Some(workspace.today.to_string()),
            issuer: Some(lot.registry),
            covers: vec![format!("{}-{}", lot.serial_start, lot.serial_end)],
            ..EvidenceRequest::default()
        };
        attach(workspace, &one.lot, &path, &request).await?;
    }
    Ok(())
}

async fn apply(workspace: &Workspace, step: &Step) -> Result<(), ActionError> {
    let workspace = workspace.on(day(&step.on)?);
    let movement = match &step.kind {
        StepKind::Lock { year } => return lock_year(&workspace, *year).await.map(drop),
        StepKind::Retire { year, beneficiary } => {
            let lots = step.lots.iter();
            let lots = lots.map(|one| LotChoice { lot_id: one.lot.clone(), quantity: Some(one.quantity) });
            let request = RetirementRequest {
                year: *year,
                beneficiary: beneficiary.clone(),
                lots: lots.collect(),
                ..RetirementRequest::default()
            };
            return retire(&workspace, &request).await.map(drop);
        }
        StepKind::Attach { file } => return attach_file(&workspace, file, &step.lots).await,
        StepKind::Reserve { year } => MovementRequest::Reserve { year: *year },
        StepKind::List => MovementRequest::List,
        StepKind::Transfer { to, unit_price, currency } => MovementRequest::Transfer {
            to: to.clone(),
            unit_price: unit_price.clone(),
            currency: currency.clone(),
        },
    };
    for one in &step.lots {
        move_units(&workspace, &one.lot, one.quantity, &movement, None).await?;
    }
    Ok(())
}

fn settings(history: &History) -> Result<Settings, ActionError> {
    let year = |one: &SampleYear| {
        Ok(YearSettings {
            year: one.year,
            is_locked: false,
            closes_on: Some(day(&one.closes_on)?.to_string()),
            target_percent: Some(one.target_percent.clone()),
            budget: one
                .budget
                .clone()
                .map(|amount| Money { amount, currency: history.settings.currency.clone() }),
            gross: 0,
        })
    };
    Ok(Settings {
        organisation: history.organisation.clone(),
        fiscal_year_start_month: history.settings.fiscal_year_start,
        target_percent: history.settings.target_percent.clone(),
        default_scope3_category: 1,
        capitalisation_threshold: None,
        capitalisation_currency: None,
        rates: Vec::new(),
        restoration_policy: "strict".into(),
        report_persons: 3,
        years: history.year.iter().map(year).collect::<Result<_, ActionError>>()?,
    })
}

fn day(written: &toml::value::Datetime) -> Result<NaiveDate, ActionError> {
    written.to_string().parse().map_err(|error: chrono::ParseError| damaged(&error))
}

/// Its files are unpacked among the temporary ones before they are imported.
fn not_unpacked(error: &std::io::Error) -> ActionError {
    let message = format!(
        "The sample company cannot be made: the folder for temporary files {}. Make room there and try again.",
        in_words(error)
    );
    ActionError::new("sample_failed", message)
}

fn damaged(reason: &dyn std::fmt::Display) -> ActionError {
    ActionError::new(
        "sample_failed",
        format!("The sample company cannot be made: {reason}. Install the app again."),
    )
}
