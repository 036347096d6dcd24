//! The organisation's own device weights: all of them, with what they weigh, and withdrawing one.

use crate::numbers::kg;
use crate::views::catalogue::{DeviceView, DeviceWithdrawn};
use crate::weights::{new_mass_of_open_years, weigh_again};
use crate::{ActionError, Workspace};
use planner_core::journal::{Act, Entry};
use planner_store::catalogue::{self, ListedDevice, Weighed};
use planner_store::journal;
use std::collections::BTreeMap;

/// All devices of the catalogue, the latest first, each with the lines that it weighs.
pub async fn catalogue(workspace: &Workspace) -> Result<Vec<DeviceView>, ActionError> {
    let mut read = workspace.store.read().await?;
    let devices = catalogue::all(&mut read).await?;
    let weighed = catalogue::weighed(&mut read).await?;
    let mut standing = BTreeMap::new();
    for (place, one) in devices.iter().enumerate().filter(|(_, one)| !one.sheet.is_doubtful) {
        if let Some(name) = one.sheet.device.name() {
            standing.insert(name, place);
        }
    }
    let mut uses = vec![(0, 0); devices.len()];
    for Weighed { names, lines, quantity } in weighed {
        if let Some(place) = names.iter().find_map(|name| standing.get(name)) {
            uses[*place].0 += lines;
            uses[*place].1 += quantity;
        }
    }
    let is_replaced = |place: usize, one: &ListedDevice| {
        let name = one.sheet.device.name();
        name.and_then(|name| standing.get(&name).copied()).is_some_and(|standing| standing != place)
    };
    let views =
        devices.iter().enumerate().map(|(place, one)| view(one, uses[place], is_replaced(place, one)));
    Ok(views.rev().collect())
}

fn view(one: &ListedDevice, (lines, quantity): (i64, i64), is_replaced: bool) -> DeviceView {
    let sheet = &one.sheet;
    DeviceView {
        id: one.id,
        manufacturer: sheet.device.manufacturer.clone(),
        model: sheet.device.model.clone(),
        item: sheet.device.item.clone(),
        category: sheet.category.clone(),
        unit_mass_kg: sheet.device.unit_kg.normalize().to_string(),
        source: sheet.source.clone(),
        date: sheet.date.map(|day| day.to_string()),
        file_name: one.file_name.clone(),
        imported_on: one.imported_on.to_string(),
        is_doubtful: sheet.is_doubtful,
        is_replaced,
        lines,
        quantity,
    }
}

/// Takes one device out of the catalogue; open lines that it weighed are weighed by what else is known.
pub async fn withdraw_device(workspace: &Workspace, id: i64) -> Result<DeviceWithdrawn, ActionError> {
    let mut write = workspace.store.write().await?;
    let device = catalogue::all(&mut write).await?.into_iter().find(|one| one.id == id);
    let device = device.ok_or_else(|| {
        let words = format!("There is no device {id} in the catalogue. `itec catalogue` lists them.");
        ActionError::new("unknown_device", words)
    })?;
    let before = new_mass_of_open_years(&mut write).await?;
    catalogue::remove(&mut write, id).await?;
    let lines = weigh_again(&mut write, workspace.today).await?;
    let after = new_mass_of_open_years(&mut write).await?;
    let known = &device.sheet.device;
    let name = known.model.as_ref().or(known.item.as_ref()).cloned().unwrap_or_default();
    let summary = format!("{name}: {} kg withdrawn", known.unit_kg.normalize());
    let entry = Entry::new(Act::Weighed, summary).of_import(&device.import_id);
    journal::record(&mut write, workspace.today, entry).await?;
    write.commit().await?;
    Ok(DeviceWithdrawn { lines, mass_kg_new_before: kg(before), mass_kg_new_after: kg(after) })
}
