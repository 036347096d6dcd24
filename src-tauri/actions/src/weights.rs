//! What gives a line its weight, and weighing lines anew when the catalogue changes.

use crate::numbers::{amount, given, kg};
use crate::views::procurement::{WeightGiven, WeightsApplied};
use crate::{ActionError, Workspace};
use planner_core::catalogue::CatalogueDevice;
use planner_core::journal::{Act, Entry};
use planner_core::line::{LineMass, StatedMass};
use planner_core::mass::Mass;
use planner_core::weight::{Device, Weights};
use planner_report::assets;
use planner_store::catalogue::SheetDevice;
use planner_store::imports::{Import, ImportSums};
use planner_store::{Connection, catalogue, imports, journal, line_queries, lines, settings};
use uuid::Uuid;

/// Everything that can give a unit mass beside the row.
pub(crate) async fn load(connection: &mut Connection) -> Result<Weights, ActionError> {
    Ok(Weights {
        catalogue: catalogue::load(connection).await?,
        defaults: assets::category_defaults()?,
        ..Weights::default()
    })
}

/// Weighs the lines of open years anew; says how many changed.
pub(crate) async fn weigh_again(connection: &mut Connection) -> Result<i64, ActionError> {
    let weights = load(connection).await?;
    let mut changed = 0;
    for line in lines::weighable(connection).await? {
        let device = Device {
            item: line.item.as_deref(),
            manufacturer: line.manufacturer.as_deref(),
            model: line.model.as_deref(),
            category: line.category.as_deref(),
        };
        let mass = LineMass::resolve(line.quantity, StatedMass::default(), weights.find(device))?;
        if mass.source != line.source || mass.unit_kg != line.unit_kg {
            lines::weigh(connection, line.id, mass).await?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Gives weights to devices that have none: they join the catalogue, and every open line of theirs is weighed.
pub async fn give_weights(
    workspace: &Workspace,
    weights: &[WeightGiven],
) -> Result<WeightsApplied, ActionError> {
    let devices = (1..).zip(weights).map(|(row, weight)| given_device(row, weight));
    let devices = devices.collect::<Result<Vec<_>, _>>()?;
    if devices.is_empty() {
        return Err(ActionError::request("Give at least one weight."));
    }
    let mut write = workspace.store.write().await?;
    let before = new_mass_of_open_years(&mut write).await?;
    let import = Import {
        number: 0,
        id: Uuid::now_v7().to_string(),
        kind: "catalogue".into(),
        file_name: "Weights given by hand".into(),
        file_sha256: String::new(),
        sheet: String::new(),
        header_row: 0,
        plan_hash: String::new(),
        imported_on: workspace.today,
        sums: ImportSums::default(),
        undone_on: None,
    };
    let number = imports::begin(&mut write, &import, &[]).await?;
    catalogue::add(&mut write, number, &devices).await?;
    let rows = i64::try_from(devices.len()).unwrap_or(i64::MAX);
    let sums = ImportSums { rows_read: rows, rows_imported: rows, ..ImportSums::default() };
    imports::finish(&mut write, number, sums, "").await?;
    let lines = weigh_again(&mut write).await?;
    let after = new_mass_of_open_years(&mut write).await?;
    let entry = Entry::new(Act::Weighed, weighed(&devices)).of_import(&import.id);
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    Ok(WeightsApplied { import_id: import.id, lines, mass_kg_new_added: kg(after - before) })
}

/// Which weights were given, for the history.
fn weighed(devices: &[SheetDevice]) -> String {
    let name = |device: &CatalogueDevice| device.model.clone().or_else(|| device.item.clone());
    let given = devices.iter().map(|one| {
        let name = name(&one.device).unwrap_or_default();
        format!("{name}: {} kg", one.device.unit_kg.normalize())
    });
    given.collect::<Vec<_>>().join(", ")
}

fn given_device(row: u32, weight: &WeightGiven) -> Result<SheetDevice, ActionError> {
    let unit_kg = amount("weight", &weight.unit_mass_kg)?;
    let optional = |text: &Option<String>| given(text.as_deref());
    let device = CatalogueDevice {
        manufacturer: optional(&weight.manufacturer),
        model: optional(&weight.model),
        item: optional(&weight.item),
        unit_kg,
    };
    if unit_kg.is_zero() {
        return Err(ActionError::request("A device weighs more than 0 kg."));
    }
    if device.model.is_none() && device.item.is_none() {
        return Err(ActionError::request("Name the item or the model that the weight is for."));
    }
    Ok(SheetDevice {
        row,
        device,
        is_doubtful: false,
        category: None,
        factor_kgco2e: None,
        source: Some("given by hand".into()),
        date: None,
    })
}

async fn new_mass_of_open_years(connection: &mut Connection) -> Result<Mass, ActionError> {
    let mut sum = Mass::ZERO;
    for year in settings::known_years(connection).await? {
        let groups = line_queries::groups(connection, year, None).await?;
        sum = sum + planner_core::requirement::new_mass(&groups).mid;
    }
    Ok(sum)
}
