//! What the page can ask for: one file a noun, one line a command.

use tauri::{Builder, Wry};

mod app;
mod certificates;
mod disclosure;
mod drafts;
mod emissions;
mod imports;
mod lines;
mod mappings;
mod plan;
mod requirement;
mod tables;
mod workspaces;

/// Registers every command; each is also named in `build.rs` and allowed in `capabilities/main.json`.
pub fn register(builder: Builder<Wry>) -> Builder<Wry> {
    builder.invoke_handler(tauri::generate_handler![
        app::app_status,
        app::open_sample,
        app::open_workspace,
        app::new_workspace,
        app::new_workspace_at,
        app::show_earlier_copy,
        app::restore_snapshot,
        app::settings,
        app::save_settings,
        app::coverage_target,
        app::save_coverage_target,
        app::entities,
        app::save_entity,
        app::remove_entity,
        app::verify,
        imports::choose_files,
        imports::choose_folder,
        imports::inspect_file,
        imports::review_import,
        imports::review_page,
        imports::save_error_workbook,
        imports::commit_import,
        imports::cancel_import,
        imports::undo_import,
        imports::imports,
        imports::save_template,
        mappings::mappings,
        mappings::export_mapping,
        mappings::import_mapping,
        requirement::overview,
        requirement::years,
        requirement::requirement,
        requirement::money,
        requirement::lines_page,
        requirement::line_trace,
        requirement::give_weights,
        requirement::dispositions,
        requirement::note_shipment,
        lines::line_choices,
        lines::edit_lines,
        lines::line_edits,
        lines::undo_line_edit,
        lines::recognise_again,
        lines::work_list,
        lines::catalogue,
        lines::withdraw_device,
        certificates::lots_summary,
        certificates::lots_page,
        certificates::lot,
        certificates::purchase,
        certificates::propose_retirement,
        certificates::retire,
        certificates::move_units,
        certificates::split_lot,
        certificates::adjust_lot,
        certificates::attach,
        certificates::save_document,
        certificates::retirements,
        certificates::reverse_retirement,
        certificates::history,
        certificates::reconcile,
        certificates::search,
        app::lock_year,
        app::unlock_year,
        disclosure::disclosure,
        disclosure::export_disclosure,
        disclosure::export_retirement,
        disclosure::show_file,
        disclosure::sign_report,
        disclosure::trace_figure,
        disclosure::checks,
        disclosure::answer_question,
        disclosure::lint_claim,
        disclosure::save_claim,
        disclosure::disclosure_inputs,
        disclosure::save_disclosure_inputs,
        emissions::emissions,
        emissions::factor_sets,
        emissions::factors,
        emissions::import_factors,
        emissions::undo_factors,
        emissions::save_emission_settings,
        emissions::add_energy,
        emissions::remove_energy,
        plan::plan,
        plan::plan_actual,
        plan::plan_outlook,
        plan::compare_plans,
        plan::keep_plan,
        plan::name_plan,
        plan::adopt_plan,
        plan::refresh_plan,
        plan::delete_plan,
        plan::export_plan,
        plan::orders,
        plan::place_order,
        plan::deliver_order,
        plan::expect_order,
        plan::cancel_order,
        plan::attach_to_order,
        plan::save_image,
        tables::export_lines,
        tables::export_table,
        drafts::save_draft,
        drafts::draft,
        drafts::discard_draft,
        workspaces::recent_workspaces,
        workspaces::open_recent,
        workspaces::save_copy,
        workspaces::show_workspace,
        workspaces::person,
        workspaces::set_person,
    ])
}

#[cfg(test)]
mod tests {
    /// The words between `start` and the next `]`, as command names.
    fn commands(text: &str, start: &str) -> Vec<String> {
        let list = text.split_once(start).and_then(|(_, rest)| rest.split_once(']')).expect(start).0;
        let names =
            list.split(',').map(|name| name.trim().trim_matches('"').rsplit("::").next().unwrap_or(""));
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn every_command_is_registered_generated_and_allowed() {
        let registered = commands(include_str!("mod.rs"), "generate_handler![");
        let generated = commands(include_str!("../../build.rs"), "&[&str] = &[");
        let capability = include_str!("../../capabilities/main.json");
        let allowed = commands(capability, "\"permissions\": [");
        let own = allowed.iter().filter_map(|name| name.strip_prefix("allow-"));
        assert_eq!(registered, generated);
        assert_eq!(registered, own.map(|name| name.replace('-', "_")).collect::<Vec<_>>());
    }
}
