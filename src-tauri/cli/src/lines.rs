//! Commands about imported lines, and the weights of their devices.

use crate::arguments::lines::{CatalogueStep, LineCommand, LinesArguments, LinesStep};
use crate::run::{Answer, shown};
use planner_actions::views::line_edits::LineEditRequest;
use planner_actions::views::procurement::{LinesQuery, WeightGiven};
use planner_actions::{ActionError, Workspace};

/// Does what is asked of lines.
pub(crate) async fn act(workspace: &Workspace, command: LineCommand) -> Result<Answer, ActionError> {
    match command {
        LineCommand::Lines(arguments) => lines(workspace, *arguments).await,
        LineCommand::RecogniseAgain { apply } => {
            shown(planner_actions::recognise_again(workspace, apply.as_deref()).await?)
        }
        LineCommand::Unresolved { year } => shown(planner_actions::unresolved(workspace, year).await?),
        LineCommand::WorkList { year } => shown(planner_actions::work_list(workspace, year).await?),
        LineCommand::Catalogue { step: None } => shown(planner_actions::catalogue(workspace).await?),
        LineCommand::Catalogue { step: Some(CatalogueStep::Withdraw { device }) } => {
            shown(planner_actions::withdraw_device(workspace, device).await?)
        }
        LineCommand::Weigh { mass, item, manufacturer, model, from } => {
            let weight = WeightGiven { item, manufacturer, model, unit_mass_kg: mass, weight_from: from };
            shown(planner_actions::give_weights(workspace, &[weight]).await?)
        }
    }
}

async fn lines(workspace: &Workspace, arguments: LinesArguments) -> Result<Answer, ActionError> {
    let LinesArguments { step, year, kind, tier, condition, scope, entity, search, offset, limit, out } =
        arguments;
    if let Some(step) = step {
        return edit_lines(workspace, step).await;
    }
    let query = LinesQuery {
        year: year.unwrap_or_default(),
        kind,
        tier,
        condition,
        scope,
        entity,
        search,
        offset,
        limit,
        with_totals: true,
        ..LinesQuery::default()
    };
    match out {
        Some(out) => shown(planner_actions::export_lines(workspace, &query, &out).await?),
        None => shown(planner_actions::lines_page(workspace, &query).await?),
    }
}

async fn edit_lines(workspace: &Workspace, step: LinesStep) -> Result<Answer, ActionError> {
    match step {
        LinesStep::Edits => shown(planner_actions::line_edits(workspace).await?),
        LinesStep::Undo { edit } => shown(planner_actions::undo_line_edit(workspace, edit).await?),
        LinesStep::Edit(set) => {
            let request = LineEditRequest {
                line_ids: set.lines,
                kind: set.kind,
                condition: set.condition,
                scope: set.scope,
                year: set.to_year,
                entity: set.entity,
                unit_mass_kg: set.unit_kg,
                weight_from: set.weight_from,
                because: set.because,
            };
            shown(planner_actions::edit_lines(workspace, &request).await?)
        }
    }
}
