//! What gives a line its weight, and weighing lines anew when the catalogue changes.

use crate::numbers::{amount, given, kg};
use crate::views::procurement::{WeightGiven, WeightsApplied};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::catalogue::CatalogueDevice;
use planner_core::journal::{Act, Entry};
use planner_core::line::{LineMass, StatedMass};
use planner_core::line_edit::Basis;
use planner_core::mass::Mass;
use planner_core::own_average::OwnAverages;
use planner_core::recognise::{Described, Recognised};
use planner_core::room::Room;
use planner_core::weight::{Device, WeightSource, Weights};
use planner_sheets::recognise::{kind_of_key, recogniser};
use planner_sheets::weights::device_tables;
use planner_store::catalogue::SheetDevice;
use planner_store::imports::{Import, ImportSums};
use planner_store::{
    Connection, catalogue, imports, journal, line_groups, lines, own_models, settings, sums,
};
use uuid::Uuid;

/// The setting that turns the last resort off.
pub(crate) const LAST_RESORT: &str = "last_resort";

/// Everything that can give a unit mass beside the row.
pub(crate) async fn load(connection: &mut Connection, on: NaiveDate) -> Result<Weights, ActionError> {
    let settings = settings::all(connection).await?;
    Ok(Weights {
        catalogue: catalogue::load(connection).await?,
        own_averages: OwnAverages::of(own_models::all(connection).await?, Some(on)),
        tables: Some(device_tables()),
        is_without_last_resort: settings.get(LAST_RESORT).is_some_and(|word| word == "off"),
    })
}

/// What the texts of a line that stands say of it.
pub(crate) fn recognised(device: Device<'_>) -> Recognised {
    recogniser().row(Described {
        item: device.item,
        manufacturer: device.manufacturer,
        model: device.model,
        category: device.category.and_then(kind_of_key),
    })
}

/// Weighs the lines of open years anew that a change of the catalogue concerns: those that it weighs, or weighed. All
/// others keep what they were weighed with. Says how many changed.
pub(crate) async fn weigh_again(connection: &mut Connection, on: NaiveDate) -> Result<i64, ActionError> {
    let weights = load(connection, on).await?;
    let mut changed = 0;
    let mut room = room(connection).await?;
    for line in lines::weighable(connection).await? {
        let device = Device {
            item: line.item.as_deref(),
            manufacturer: line.manufacturer.as_deref(),
            model: line.model.as_deref(),
            category: line.category.as_deref(),
        };
        let was_listed = line.source == WeightSource::Catalogue && line.weighing.is_none();
        if !was_listed && weights.catalogue.find(device).is_none() {
            continue;
        }
        let unit = weights.find(device, &recognised(device));
        let mass = LineMass::resolve(line.quantity, StatedMass::default(), unit);
        let name = line.item.as_deref().or(line.model.as_deref());
        let mass = mass.map_err(|error| too_heavy(name, line.quantity, error.into()))?;
        if mass.source != line.source || mass.unit_kg != line.unit_kg {
            take_room(&mut room, (name, line.quantity), &mass)?;
            lines::weigh(connection, line.id, mass).await?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// What is left beside all lines until a total of them could not be held.
pub(crate) async fn room(connection: &mut Connection) -> Result<Room, ActionError> {
    let (quantity, mass) = sums::held(connection).await?;
    Ok(Room::beside(quantity, mass))
}

/// Takes the room of a line that is weighed anew. What it weighed so far stays taken: that matters only where nearly
/// nothing is left.
pub(crate) fn take_room(
    room: &mut Room,
    (name, quantity): (Option<&str>, i64),
    mass: &LineMass,
) -> Result<(), ActionError> {
    let taken = room.take(0, [mass.low, mass.mid, mass.high].into_iter().flatten());
    taken.map_err(|error| too_heavy(name, quantity, error.into()))
}

/// A refusal with the line whose weight it is about.
fn too_heavy(name: Option<&str>, quantity: i64, refusal: ActionError) -> ActionError {
    let name = name.unwrap_or("an item without a name");
    let message = format!("{name}, {quantity} units: {}", refusal.message);
    ActionError { message, ..refusal }
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
    let lines = weigh_again(&mut write, workspace.today).await?;
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
    let source = match optional(&weight.weight_from) {
        None => "given by hand".to_owned(),
        Some(words) => {
            let basis = Basis::from_words(&words).ok_or_else(|| {
                ActionError::request(
                    "Say what the weight rests on: scale, estimate, or a data sheet with its link.",
                )
            })?;
            format!("given by hand: {}", basis.words())
        }
    };
    Ok(SheetDevice {
        row,
        device,
        is_doubtful: false,
        category: None,
        factor_kgco2e: None,
        source: Some(source),
        date: None,
    })
}

/// New mass of all years with lines; locked ones do not move.
pub(crate) async fn new_mass_of_open_years(connection: &mut Connection) -> Result<Mass, ActionError> {
    let mut sum = Mass::ZERO;
    for groups in line_groups::groups_by_year(connection, i32::MIN..=i32::MAX, None).await?.values() {
        sum = sum + planner_core::requirement::new_mass(groups).mid;
    }
    Ok(sum)
}
