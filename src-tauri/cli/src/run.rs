//! One command: open the workspace, do the action, print its answer.

use crate::arguments::certificates::{PurchaseArguments, ReserveArguments, RetireArguments};
use crate::arguments::disclosure::Report;
use crate::arguments::imports::{ImportArguments, MappingStep};
use crate::arguments::lines::{CatalogueStep, LinesStep};
use crate::arguments::{Arguments, Command};
use crate::settings;
use crate::tables::Table;
use chrono::{Local, NaiveDate};
use planner_actions::views::certificates::{
    AdjustmentRequest, EvidenceRequest, HistoryQuery, LotChoice, LotFacts, LotsQuery, MovementRequest,
    PurchaseRequest, RetirementRequest,
};
use planner_actions::views::import::{ImportOptions, ImportProgress};
use planner_actions::views::line_edits::LineEditRequest;
use planner_actions::views::procurement::{LinesQuery, WeightGiven};
use planner_actions::views::reconciliation::ReconciliationRequest;
use planner_actions::worker::Program;
use planner_actions::{ActionError, ExportRequest, RequirementRequest, SignatureRequest, Watch, Workspace};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What a command printed, and whether it found everything right.
pub(crate) struct Answer {
    json: serde_json::Value,
    table: String,
    is_right: bool,
}

/// Runs a command and says how it ended.
pub async fn run(arguments: Arguments) -> ExitCode {
    let is_json = arguments.json;
    match answer(arguments).await {
        Ok(answer) => {
            print_out(&if is_json { pretty(&answer.json) } else { answer.table });
            if answer.is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(mut error) => {
            if error.code == "file_exists" {
                error.message.push_str(" Or say --overwrite.");
            }
            let document = serde_json::json!({ "error": error });
            eprintln!("{}", if is_json { pretty(&document) } else { error.message });
            ExitCode::FAILURE
        }
    }
}

/// A closed pipe at the other end is no failure of ours.
fn print_out(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

fn pretty(document: &serde_json::Value) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

async fn answer(arguments: Arguments) -> Result<Answer, ActionError> {
    if let Command::Lint { text } = &arguments.command {
        let findings = planner_actions::lint_claim(text)?;
        let is_right = findings.is_empty();
        return Ok(Answer { is_right, ..shown(findings)? });
    }
    if let Command::Recognise { texts, file } = &arguments.command {
        let of_file = file.as_deref().map(planner_actions::recognise_file).transpose()?;
        return shown(of_file.unwrap_or_else(|| planner_actions::recognise(texts)));
    }
    let path = arguments.workspace.map_or_else(own_workspace, Ok)?;
    // A damaged workspace keeps nobody from its copies.
    match arguments.command {
        Command::Snapshots => shown(planner_actions::list_snapshots(&path).await),
        Command::Restore { number, out } => {
            let restored = planner_actions::restore_snapshot(&path, number, &out, arguments.overwrite);
            shown(restored.await?)
        }
        command => {
            match answer_in(&path, arguments.today, arguments.overwrite, arguments.person, command).await {
                Err(error) => Err(planner_actions::with_snapshot(error, &path).await),
                answer => answer,
            }
        }
    }
}

/// A workspace that a refused command made is taken away again.
async fn answer_in(
    path: &Path,
    asked: Option<NaiveDate>,
    may_overwrite: bool,
    person: Option<String>,
    command: Command,
) -> Result<Answer, ActionError> {
    let reader = Program::current().map_err(|error| {
        failed(&format!(
            "itec does not find itself: it {}. Start it by its full path.",
            planner_actions::in_words(&error)
        ))
    })?;
    let now = Local::now();
    let today = now.date_naive();
    let workspace = match command {
        Command::Sample => planner_actions::open_sample(path, reader).await?,
        Command::Verify => Workspace::look(path, today, reader).await?,
        _ => Workspace::open_or_create(path, today, reader).await?,
    };
    if let Some(why) = workspace.read_only().filter(|_| std::io::stderr().is_terminal()) {
        eprintln!("This workspace is open for reading only. {why}");
    }
    if let Some(copy) = workspace.earlier_copy().filter(|_| std::io::stderr().is_terminal()) {
        eprintln!("This workspace was of an earlier version. As it was, it is kept as {}", copy.display());
    }
    let result = match planner_actions::on_its_day(workspace.clone(), asked, today).await {
        Ok(workspace) => {
            // A clock that was replaced tells no time.
            let workspace = workspace.recorded_by(person.as_deref(), asked.is_none().then(|| now.time()));
            act(&workspace.overwriting(may_overwrite), command).await
        }
        Err(error) => Err(error),
    };
    match &result {
        Ok(_) => workspace.close().await,
        Err(_) => workspace.close_and_forget().await,
    }
    result
}

fn failed(message: &str) -> ActionError {
    ActionError { code: "failed", message: message.to_owned(), details: None }
}

/// The desktop app's own workspace.
fn own_workspace() -> Result<PathBuf, ActionError> {
    let folder = dirs::data_dir()
        .ok_or_else(|| failed("There is no folder for app data. Name a workspace with --workspace FILE."))?;
    let folder = folder.join("org.itec-planner.app");
    std::fs::create_dir_all(&folder).map_err(|error| {
        failed(&format!(
            "{} cannot be made: it {}. Name a workspace with --workspace FILE.",
            folder.display(),
            planner_actions::in_words(&error)
        ))
    })?;
    Ok(folder.join("workspace.itec"))
}

pub(crate) fn shown<T: Serialize + Table>(answer: T) -> Result<Answer, ActionError> {
    let json = serde_json::to_value(&answer).map_err(|error| failed(&error.to_string()))?;
    Ok(Answer { json, table: answer.table(), is_right: true })
}

async fn act(workspace: &Workspace, command: Command) -> Result<Answer, ActionError> {
    match command {
        Command::Sample => shown(planner_actions::status(workspace).await?),
        Command::Inspect { file } => shown(planner_actions::inspect(workspace, &file).await?),
        Command::Import(arguments) => import(workspace, arguments).await,
        Command::Undo { import_id } => shown(planner_actions::undo_import(workspace, &import_id).await?),
        Command::Imports { year } => shown(planner_actions::imports(workspace, year).await?),
        Command::Mappings => shown(planner_actions::mappings(workspace).await?),
        Command::Mapping { step: MappingStep::Export { number, out } } => {
            shown(planner_actions::export_mapping(workspace, number, &out).await?)
        }
        Command::Mapping { step: MappingStep::Import { file } } => {
            shown(planner_actions::import_mapping(workspace, &file).await?)
        }
        Command::Requirement { year, entity, target } => {
            let request = RequirementRequest { year, entity, target_percent: target };
            shown(planner_actions::requirement(workspace, &request).await?)
        }
        Command::Money { year } => shown(planner_actions::money(workspace, year).await?),
        Command::Dispositions { year, entity } => {
            shown(planner_actions::dispositions(workspace, year, entity.as_deref()).await?)
        }
        Command::Lines { step: Some(step), .. } => edit_lines(workspace, step).await,
        Command::RecogniseAgain { apply } => {
            shown(planner_actions::recognise_again(workspace, apply.as_deref()).await?)
        }
        Command::Lines { year, kind, tier, condition, scope, entity, search, offset, limit, out, .. } => {
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
        Command::Copy { out } => shown(planner_actions::save_copy(workspace, &out).await?),
        Command::Unresolved { year } => shown(planner_actions::unresolved(workspace, year).await?),
        Command::WorkList { year } => shown(planner_actions::work_list(workspace, year).await?),
        Command::Catalogue { step: None } => shown(planner_actions::catalogue(workspace).await?),
        Command::Catalogue { step: Some(CatalogueStep::Withdraw { device }) } => {
            shown(planner_actions::withdraw_device(workspace, device).await?)
        }
        Command::Weigh { mass, item, manufacturer, model, from } => {
            let weight = WeightGiven { item, manufacturer, model, unit_mass_kg: mass, weight_from: from };
            shown(planner_actions::give_weights(workspace, &[weight]).await?)
        }
        Command::Gate { year } => shown(planner_actions::disclosure(workspace, year).await?.checks),
        Command::Lots { class, status, on, origin, unproven, search } => {
            let origin = origin.map(|word| word.replace('-', "_"));
            let lots = LotsQuery { class, state: status, on, origin, search, ..LotsQuery::default() };
            let query = LotsQuery { lacks_ownership: unproven, ..lots };
            shown(planner_actions::lots(workspace, &query).await?)
        }
        Command::Purchase(arguments) => {
            shown(planner_actions::record_lot(workspace, &purchase_request(*arguments)).await?)
        }
        Command::Lot { lot } => shown(planner_actions::lot(workspace, &lot).await?),
        Command::Split { lot, at, day } => {
            shown(planner_actions::split_lot(workspace, &lot, at, day.on.as_deref()).await?)
        }
        Command::Adjust { lot, set, because, day } => {
            let facts = set.into_iter().collect();
            let request = AdjustmentRequest { lot_id: lot, facts, because, on: day.on };
            shown(planner_actions::adjust_lot(workspace, &request).await?)
        }
        Command::Attach { id, file, says } => {
            let request = EvidenceRequest {
                proves: says.proves,
                kind: says.kind,
                issued_on: says.issued_on,
                issuer: says.issuer,
                batch: says.batch,
                covers: says.serials,
            };
            shown(planner_actions::attach(workspace, &id, &file, &request).await?)
        }
        Command::Reconcile { file, registries, sheet, header_row, map, dry_run } => {
            let columns = map.into_iter().collect();
            let request = ReconciliationRequest { registries, sheet, header_row, columns, dry_run };
            shown(planner_actions::reconcile(workspace, &file, &request).await?)
        }
        Command::NoteShipment { shipment, note, ask_on, year } => {
            planner_actions::note_shipment(workspace, &shipment, note.as_deref(), ask_on.as_deref()).await?;
            shown(planner_actions::dispositions(workspace, year, None).await?)
        }
        Command::Target(arguments) => shown(settings::target(workspace, arguments).await?),
        Command::Inputs { year, set } if set.is_empty() => {
            shown(planner_actions::disclosure_inputs(workspace, year).await?)
        }
        Command::Inputs { year, set } => {
            let inputs = set.into_iter().collect();
            shown(planner_actions::save_disclosure_inputs(workspace, year, &inputs).await?)
        }
        Command::Years { entity } => shown(planner_actions::years(workspace, entity.as_deref()).await?),
        Command::Plan { step } => crate::plan::plan(workspace, step).await,
        Command::Emissions { step } => crate::emissions::emissions(workspace, step).await,
        Command::Order { step } => crate::plan::order(workspace, step).await,
        Command::Search { text } => shown(planner_actions::search(workspace, &text).await?),
        Command::Retirements => shown(planner_actions::retirements(workspace).await?),
        Command::History { limit, sort, by, year, search } => {
            let query = HistoryQuery { offset: 0, limit, sort, by, year, search };
            shown(planner_actions::history_page(workspace, &query).await?)
        }
        Command::Document { sha256, out } => {
            shown(planner_actions::save_document(workspace, &sha256, &out).await?)
        }
        Command::Retire(arguments) => retire(workspace, arguments).await,
        Command::Reverse { retirement, evidence, day } => {
            let on = day.on.as_deref();
            shown(planner_actions::reverse_retirement(workspace, &retirement, &evidence, on).await?)
        }
        Command::Export { report: Report::Disclosure { year, out, is_final, report_version } } => {
            let request = ExportRequest { year, is_final, version: report_version };
            shown(planner_actions::export_disclosure(workspace, request, &out).await?)
        }
        Command::Export { report: Report::Retirement { retirement, out } } => {
            shown(planner_actions::export_retirement(workspace, &retirement, &out).await?)
        }
        Command::Export { report: Report::Template { out } } => {
            shown(planner_actions::save_template(Some(workspace), &out, workspace.today()).await?)
        }
        Command::Sign { year, role, by, comment, figures } => {
            let request = SignatureRequest { year, role, by, comment, figures_sha256: figures };
            shown(planner_actions::sign_report(workspace, &request).await?)
        }
        Command::Signatures { year } => shown(planner_actions::signing(workspace, year).await?),
        Command::Claim { year, set: None } => shown(planner_actions::claim(workspace, year).await?),
        Command::Claim { year, set: Some(text) } => {
            shown(planner_actions::save_claim(workspace, year, &text).await?)
        }
        Command::Reports { year } => shown(planner_actions::reports_of_year(workspace, year).await?),
        Command::Checks { year, under } => {
            shown(planner_actions::checks(workspace, year, under.as_deref()).await?)
        }
        Command::Answer { question, answer, country } => {
            shown(planner_actions::answer_question(workspace, &question, country.as_deref(), &answer).await?)
        }
        Command::Trace { figure } => shown(planner_actions::trace_figure(workspace, &figure).await?),
        Command::Verify => {
            let verification = planner_actions::verify(workspace).await?;
            let is_right = verification.ok;
            Ok(Answer { is_right, ..shown(verification)? })
        }
        Command::Settings(arguments) => shown(settings::organisation(workspace, arguments).await?),
        Command::Entity(arguments) => shown(settings::entity(workspace, arguments).await?),
        Command::Year(arguments) => shown(settings::year(workspace, arguments).await?),
        Command::Lock { year } => shown(planner_actions::lock_year(workspace, year).await?),
        Command::Unlock { year, because } => {
            shown(planner_actions::unlock_year(workspace, year, &because).await?)
        }
        movement => move_units(workspace, movement).await,
    }
}

async fn move_units(workspace: &Workspace, command: Command) -> Result<Answer, ActionError> {
    let (lot, quantity, request, day) = match command {
        Command::Transfer { lot, quantity, to, unit_price, currency, day } => {
            (lot, quantity, MovementRequest::Transfer { to, unit_price, currency }, day)
        }
        Command::Reserve(ReserveArguments { lot, quantity, year, day }) => {
            (lot, quantity, MovementRequest::Reserve { year }, day)
        }
        Command::Release(ReserveArguments { lot, quantity, year, day }) => {
            (lot, quantity, MovementRequest::Release { year }, day)
        }
        Command::ListForSale { lot, quantity, day } => (lot, quantity, MovementRequest::List, day),
        Command::Withdraw { lot, quantity, day } => (lot, quantity, MovementRequest::Withdraw, day),
        Command::Cancel { lot, quantity, because, day } => {
            (lot, quantity, MovementRequest::Cancel { because }, day)
        }
        other => return Err(failed(&format!("{other:?} moves no units."))),
    };
    shown(planner_actions::move_units(workspace, &lot, quantity, &request, day.on.as_deref()).await?)
}

async fn import(workspace: &Workspace, arguments: ImportArguments) -> Result<Answer, ActionError> {
    let mut values: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (field, seen, means) in arguments.values {
        values.entry(field).or_default().insert(seen, means);
    }
    let options = ImportOptions {
        kind: arguments.kind.word().to_owned(),
        sheet: arguments.sheets.first().cloned(),
        header_row: arguments.header_row,
        columns: arguments.map.into_iter().collect(),
        mass_unit: arguments.mass_unit,
        mass_basis: arguments.mass_basis,
        date_order: arguments.date_order,
        decimal: arguments.decimal,
        values,
        answers: arguments.answers.into_iter().collect(),
        revision: arguments.revision,
        without_mapping: arguments.without_mapping,
        year: arguments.year,
        allow_duplicate: arguments.allow_duplicate,
        ..ImportOptions::default()
    };
    let watch = Watch { progress: Arc::new(show_progress), ..Watch::default() };
    let file = &arguments.file;
    if let Some(out) = &arguments.errors_to {
        return shown(planner_actions::write_error_workbook(workspace, file, &options, out, &watch).await?);
    }
    if arguments.sheets.len() > 1 {
        return several_sheets(workspace, file, &options, &arguments.sheets, arguments.dry_run, &watch).await;
    }
    let report = if arguments.dry_run {
        planner_actions::preview_import(workspace, file, &options, &watch).await
    } else {
        planner_actions::commit_import(workspace, file, &options, arguments.plan.as_deref(), &watch).await
    };
    if std::io::stderr().is_terminal() {
        eprint!("\r\x1b[K");
    }
    shown(report?)
}

/// One report a sheet.
async fn several_sheets(
    workspace: &Workspace,
    file: &Path,
    options: &ImportOptions,
    sheets: &[String],
    is_dry: bool,
    watch: &Watch,
) -> Result<Answer, ActionError> {
    if !is_dry {
        return shown(planner_actions::commit_sheets(workspace, file, options, sheets, watch).await?);
    }
    let mut reports = Vec::new();
    for sheet in sheets {
        let options = ImportOptions { sheet: Some(sheet.clone()), ..options.clone() };
        reports.push(planner_actions::preview_import(workspace, file, &options, watch).await?);
    }
    shown(reports)
}

fn show_progress(progress: ImportProgress) {
    if std::io::stderr().is_terminal() {
        let ImportProgress { step, rows_done, rows_per_second, .. } = progress;
        eprint!("\r\x1b[K{step}: {rows_done} rows, {rows_per_second} a second");
    }
}

pub(crate) fn purchase_request(arguments: PurchaseArguments) -> PurchaseRequest {
    PurchaseRequest {
        class: arguments.class,
        registry: arguments.registry,
        serial_prefix: arguments.prefix,
        serial_start: arguments.serial_start,
        serial_end: arguments.serial_end,
        vintage: arguments.vintage,
        origin: arguments.origin,
        is_bundled: arguments.bundled,
        expires_on: arguments.expires_on,
        facts: LotFacts {
            project: arguments.project,
            facility: arguments.facility,
            batch: arguments.batch,
            country: arguments.country,
            unit_price: arguments.unit_price,
            currency: arguments.currency,
            counterparty: arguments.counterparty,
            entity: arguments.entity,
            trade_date: arguments.on,
            delivery_date: arguments.delivery_date,
            order_number: arguments.order_number,
            methodology_version: arguments.methodology_version,
            baseline: arguments.baseline,
            factor_source: arguments.factor_source,
            verification_body: arguments.verification_body,
            verified_on: arguments.verified_on,
            tco2e: arguments.tco2e,
            claim_eligibility: arguments.claim_eligibility,
            registry_status: arguments.registry_status,
            registry_link: arguments.registry_link,
            chain_of_custody: arguments.chain_of_custody,
            intent: arguments.intent,
            excess_reason: arguments.because,
        },
    }
}

async fn retire(workspace: &Workspace, arguments: RetireArguments) -> Result<Answer, ActionError> {
    let request = RetirementRequest {
        year: arguments.year,
        quantity: arguments.quantity,
        cover_percent: arguments.cover,
        beneficiary: arguments.beneficiary,
        beneficiary_country: arguments.beneficiary_country,
        beneficiary_identifier: arguments.beneficiary_identifier,
        entity: arguments.entity,
        claim_level: arguments.claim_level,
        because: arguments.because,
        purpose: arguments.purpose,
        on: arguments.day.on,
        registry_reference: arguments.registry_reference,
        registry_link: arguments.link,
        lots: arguments.lots.into_iter().map(|(lot_id, quantity)| LotChoice { lot_id, quantity }).collect(),
    };
    if !arguments.dry_run {
        return shown(planner_actions::retire(workspace, &request).await?);
    }
    let proposal = planner_actions::propose_retirement(workspace, &request).await?;
    match &proposal.refusal {
        Some(refusal) => {
            Err(ActionError { code: "retirement_refused", message: refusal.clone(), details: None })
        }
        None => shown(proposal),
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
