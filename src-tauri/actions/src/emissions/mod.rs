//! Emissions beside the requirement, never inside it: off until a person turns them on, computed with sets of factors
//! that were imported as they were published, and in no requirement, coverage, signature or claim.

mod assigned;
mod energy;
mod factors;
mod known;
mod settings;
mod show;

pub use energy::{add_energy, remove_energy};
pub use factors::{factor_sets, factors, import_factors, undo_factors};
pub(crate) use known::of_year;
pub use settings::save_emission_settings;

use crate::settings::Organisation;
use crate::views::emissions::EmissionsView;
use crate::{ActionError, Workspace};
use planner_core::year::reporting_year;

/// The emissions of a year, of the organisation or of one entity.
pub async fn emissions(
    workspace: &Workspace,
    year: i32,
    entity: Option<&str>,
) -> Result<EmissionsView, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let settings = settings::stored(&mut read).await?;
    if !settings.is_on {
        return Err(ActionError::new(
            "emissions_off",
            "Emissions are off, as they are at first: they stand beside the requirement and in none of its figures. Turn them on in the settings, or with `itec emissions on`.",
        ));
    }
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let request = (year, entity, None);
    let figures =
        crate::requirement::year_figures(&mut read, &organisation, &ledger, request, workspace.today).await?;
    let found = of_year(&mut read, &figures).await?.unwrap_or_default();
    Ok(show::view(&found, (year, entity)))
}
