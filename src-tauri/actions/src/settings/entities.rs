//! The entities of the organisation: their list, and the names that files have for them.

use crate::numbers::given;
use crate::views::entities::{EntitiesView, EntityRequest, EntityView, MetEntity};
use crate::{ActionError, Workspace};
use planner_core::entity::{Entity, can_keep, country_code};
use planner_core::journal::{Act, Entry};
use planner_core::ledger::year::Difference;
use planner_store::{Connection, entities as stored, journal};

/// The entities, and what files call those that are not in the list.
pub async fn entities(workspace: &Workspace) -> Result<EntitiesView, ActionError> {
    view(&mut *workspace.store.read().await?).await
}

async fn view(connection: &mut Connection) -> Result<EntitiesView, ActionError> {
    let all = stored::all(connection).await?;
    let mut met = stored::met(connection).await?;
    met.retain(|(name, _)| all.iter().all(|entity| entity.name != *name));
    let unlisted = |(name, rows): (String, i64)| {
        let same = all.iter().find(|entity| entity.is_named(&name)).map(|entity| entity.name.clone());
        MetEntity { name, rows, same_as: same }
    };
    Ok(EntitiesView {
        unlisted: met.into_iter().map(unlisted).collect(),
        entities: all.iter().map(entity_view).collect(),
    })
}

fn entity_view(entity: &Entity) -> EntityView {
    EntityView {
        name: entity.name.clone(),
        country: entity.country.clone(),
        identifier: entity.identifier.clone(),
        aliases: entity.aliases.clone(),
    }
}

/// Keeps an entity, in place of one of the same name. Files that are imported from then on are read with its spellings;
/// what was imported keeps the name it has.
pub async fn save_entity(
    workspace: &Workspace,
    request: &EntityRequest,
) -> Result<EntitiesView, ActionError> {
    let mut write = workspace.store.write().await?;
    let all = stored::all(&mut write).await?;
    let mut aliases: Vec<String> = request.aliases.iter().filter_map(|one| given(Some(one))).collect();
    aliases.sort();
    aliases.dedup();
    let entity = Entity {
        name: given(Some(&request.name)).unwrap_or_default(),
        country: given(request.country.as_deref()).map(|text| country_code(&text)).transpose()?,
        identifier: given(request.identifier.as_deref()),
        aliases,
    };
    can_keep(&all, &entity)?;
    let before = all.iter().find(|one| one.name == entity.name);
    if before == Some(&entity) {
        return view(&mut write).await;
    }
    stored::put(&mut write, &entity).await?;
    record(&mut write, workspace, &entity.name, before, Some(&entity)).await?;
    write.commit().await?;
    entities(workspace).await
}

/// Takes an entity off the list; what was imported keeps its name.
pub async fn remove_entity(workspace: &Workspace, name: &str) -> Result<EntitiesView, ActionError> {
    let mut write = workspace.store.write().await?;
    let all = stored::all(&mut write).await?;
    let Some(entity) = all.iter().find(|entity| entity.name == name) else {
        let message =
            format!("No entity is called “{name}”. The command entity lists them, and so does Settings.");
        return Err(ActionError::new("unknown_entity", message));
    };
    stored::remove(&mut write, name).await?;
    record(&mut write, workspace, name, Some(entity), None).await?;
    write.commit().await?;
    entities(workspace).await
}

async fn record(
    write: &mut Connection,
    workspace: &Workspace,
    name: &str,
    before: Option<&Entity>,
    after: Option<&Entity>,
) -> Result<(), ActionError> {
    let change =
        Difference { figure: format!("entity {name}"), old: before.map(in_words), new: after.map(in_words) };
    let entry = Entry::new(Act::SettingsChanged, "").changing(vec![change]);
    journal::record(write, workspace.today, entry).await?;
    Ok(())
}

/// What is kept of an entity beside its name, in words.
fn in_words(entity: &Entity) -> String {
    let aliases = (!entity.aliases.is_empty()).then(|| format!("also {}", entity.aliases.join(", ")));
    let parts = [entity.country.clone(), entity.identifier.clone(), aliases];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "by its name".to_owned() } else { parts.join("; ") }
}
