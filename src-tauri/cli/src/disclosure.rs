//! Commands that lead to a report, and to what it rests on.

use crate::arguments::disclosure::{DisclosureCommand, Report};
use crate::run::{Answer, shown};
use planner_actions::{ActionError, ExportRequest, SignatureRequest, Workspace};

/// Does what is asked of a disclosure.
pub(crate) async fn act(workspace: &Workspace, command: DisclosureCommand) -> Result<Answer, ActionError> {
    match command {
        DisclosureCommand::Gate { year } => shown(planner_actions::disclosure(workspace, year).await?.checks),
        DisclosureCommand::Inputs { year, set } if set.is_empty() => {
            shown(planner_actions::disclosure_inputs(workspace, year).await?)
        }
        DisclosureCommand::Inputs { year, set } => {
            let inputs = set.into_iter().collect();
            shown(planner_actions::save_disclosure_inputs(workspace, year, &inputs).await?)
        }
        DisclosureCommand::Export { report: Report::Disclosure { year, out, is_final, report_version } } => {
            let request = ExportRequest { year, is_final, version: report_version };
            shown(planner_actions::export_disclosure(workspace, request, &out).await?)
        }
        DisclosureCommand::Export { report: Report::Retirement { retirement, out } } => {
            shown(planner_actions::export_retirement(workspace, &retirement, &out).await?)
        }
        DisclosureCommand::Export { report: Report::Template { out } } => {
            shown(planner_actions::save_template(Some(workspace), &out, workspace.today()).await?)
        }
        DisclosureCommand::Sign { year, role, by, comment, figures } => {
            let request = SignatureRequest { year, role, by, comment, figures_sha256: figures };
            shown(planner_actions::sign_report(workspace, &request).await?)
        }
        DisclosureCommand::Signatures { year } => shown(planner_actions::signing(workspace, year).await?),
        DisclosureCommand::Claim { year, set: None } => shown(planner_actions::claim(workspace, year).await?),
        DisclosureCommand::Claim { year, set: Some(text) } => {
            shown(planner_actions::save_claim(workspace, year, &text).await?)
        }
        DisclosureCommand::Reports { year } => {
            shown(planner_actions::reports_of_year(workspace, year).await?)
        }
        DisclosureCommand::Checks { year, under } => {
            shown(planner_actions::checks(workspace, year, under.as_deref()).await?)
        }
        DisclosureCommand::Answer { question, answer, country } => {
            shown(planner_actions::answer_question(workspace, &question, country.as_deref(), &answer).await?)
        }
        DisclosureCommand::Trace { figure } => {
            shown(planner_actions::trace_figure(workspace, &figure).await?)
        }
    }
}
