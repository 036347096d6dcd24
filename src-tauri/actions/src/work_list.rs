//! The work list of a year: what has no weight or a weak one, by device, and which devices may be meant.

use crate::numbers::kg;
use crate::views::work_list::{Proposal, WorkItem};
use crate::weights::recognised;
use crate::{ActionError, Workspace};
use planner_core::weight::Device;
use planner_core::year::reporting_year;
use planner_sheets::near::{Near, near};
use planner_store::weak_lines::{self, WeakGroup};

/// Devices on the list: the next ones follow once these are settled.
const MOST: u32 = 300;

/// Lines of a year without a weight, or with that of their class alone, by device: those without a weight first, then
/// the heaviest.
pub async fn work_list(workspace: &Workspace, year: i32) -> Result<Vec<WorkItem>, ActionError> {
    reporting_year(year)?;
    let groups = weak_lines::of_year(&mut *workspace.store.read().await?, year, MOST).await?;
    Ok(groups.into_iter().map(item).collect())
}

fn item(group: WeakGroup) -> WorkItem {
    let proposals = proposals(&group);
    let weighing = group.weighing.as_ref();
    let weight = weighing.map(|weighing| &weighing.weight);
    let [low, mid, high] = group.mass.map(|mass| weighing.map(|_| kg(mass)));
    WorkItem {
        proposals,
        mass_kg: mid,
        mass_kg_low: low,
        mass_kg_high: high,
        unit_mass_kg: weight.map(|weight| weight.kg.normalize().to_string()),
        kind: weighing.and_then(|weighing| weighing.kind).map(|kind| kind.word().to_owned()),
        tier: weight.map_or("unresolved", |weight| weight.tier.word()).to_owned(),
        weight_class: weight.map(|weight| weight.class.clone()),
        devices: weight.map(|weight| weight.n),
        weight_from: weight.map(|weight| weight.source.clone()),
        evidence: weighing.map(|weighing| weighing.evidence.clone()).filter(|words| !words.is_empty()),
        item: group.item,
        manufacturer: group.manufacturer,
        model: group.model,
        category: group.category,
        lines: group.lines,
        quantity: group.quantity,
    }
}

fn proposals(group: &WeakGroup) -> Vec<Proposal> {
    let WeakGroup { item, manufacturer, model, category, .. } = group;
    let device = Device {
        item: item.as_deref(),
        manufacturer: manufacturer.as_deref(),
        model: model.as_deref(),
        category: category.as_deref(),
    };
    let texts: Vec<&str> = [device.model, device.item].into_iter().flatten().collect();
    near(&recognised(device), &texts).into_iter().map(proposal).collect()
}

fn proposal(near: Near) -> Proposal {
    let which = if near.name == near.device.model { "model" } else { "part number" };
    let but = match near.letters {
        0 => "the same",
        1 => "but one letter",
        _ => "but two letters",
    };
    Proposal {
        manufacturer: near.device.maker.clone(),
        model: near.device.model.clone(),
        unit_mass_kg: near.device.kg.normalize().to_string(),
        source: near.device.source.to_owned(),
        because: format!("by its {which} {}, {but}", near.name),
    }
}
