//! Each screen's answer for the sample company, recorded: the UI's tests load these same files.
//! `ITEC_RECORD=1 cargo xtask test` writes them anew after a change that was meant.

use crate::support::{Bench, root, workbook};
use planner_actions::views::*;
use planner_actions::{ActionError, Watch, Workspace};
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::{Config, TS};

/// Compares a document with its recorded file, or records it.
fn check(path: &Path, document: &str) {
    if std::env::var_os("ITEC_RECORD").is_some() {
        std::fs::write(path, document).expect("recorded");
        return;
    }
    let recorded = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        recorded == document,
        "{} differs from what is answered now. If the change is meant, run with ITEC_RECORD=1 and look at the difference.",
        path.display()
    );
}

fn answer(name: &str, value: &Value) {
    let text = serde_json::to_string_pretty(value).expect("JSON") + "\n";
    check(&root().join("tests/answers").join(format!("{name}.json")), &text);
}

/// Ids are fresh every time; in the recordings they are numbered in order of appearance. So are the hashes of events,
/// which cover the ids of imports: in the recordings each is the number of its event.
#[derive(Default)]
struct Ids(BTreeMap<String, String>, BTreeMap<String, String>);

impl Ids {
    fn steady(&mut self, value: Value) -> Value {
        match value {
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, value)| match (name.as_str(), value) {
                    ("import_id", Value::String(id)) => (name, self.number(id)),
                    ("path", Value::String(path)) => (name, json!(path.rsplit('/').next())),
                    (_, value) => (name, self.steady(value)),
                })
                .collect(),
            Value::Array(values) => values.into_iter().map(|value| self.steady(value)).collect(),
            Value::String(text) => Value::String(self.1.get(&text).cloned().unwrap_or(text)),
            other => other,
        }
    }

    async fn know_events(&mut self, workspace: &Workspace) {
        let log = planner_actions::history(workspace, 0, 500).await.expect("a history");
        let hashes = log.events.into_iter().map(|event| (event.hash, format!("{:064}", event.sequence)));
        self.1.extend(hashes);
    }

    fn number(&mut self, id: String) -> Value {
        let next = format!("import-{}", self.0.len() + 1);
        Value::String(self.0.entry(id).or_insert(next).clone())
    }
}

fn value(answer: impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("JSON")
}

fn refused<T>(answer: Result<T, ActionError>) -> Value {
    json!({ "error": value(answer.err().expect("a refusal")) })
}

/// A file with two wrong rows, and with one of them corrected.
async fn corrected(workspace: &Workspace, options: &import::ImportOptions) -> Vec<(&'static str, Value)> {
    let file = workbook("negative_weight.xlsx");
    let mut found = vec![(
        "inspect_file_problems",
        value(planner_actions::inspect(workspace, &file).await.expect("an inspection")),
    )];
    let fix = mapping::CellFix {
        row: Some(4),
        column: "Unit weight (kg)".into(),
        seen: "-12".into(),
        becomes: "1.42".into(),
        because: "the sign is a slip".into(),
    };
    let names = [
        ("review_import_problems", "review_page_problems"),
        ("review_import_corrected", "review_page_corrected"),
    ];
    for ((review, page), fixes) in names.into_iter().zip([vec![], vec![fix]]) {
        let options = import::ImportOptions { fixes, ..options.clone() };
        let watch = Watch::default();
        let report = planner_actions::review_import(workspace, &file, &options, &watch).await;
        let report = report.expect("a review");
        let query = review::ReviewQuery {
            plan_hash: report.plan_hash.clone(),
            filter: "all".into(),
            offset: 0,
            limit: 100,
        };
        let rows = planner_actions::review_page(workspace, &query).await.expect("rows");
        found.extend([(review, value(report)), (page, value(rows))]);
    }
    found
}

/// Lines edited, brought back, and recognised again.
async fn edited(workspace: &Workspace, record: &mut impl FnMut(&str, Value)) {
    record("line_choices", value(planner_actions::line_choices(workspace).await.expect("choices")));
    let unknown = procurement::LinesQuery {
        year: 2025,
        condition: Some("unknown".into()),
        scope: Some("in".into()),
        limit: 500,
        ..Default::default()
    };
    let lines = planner_actions::lines_page(workspace, &unknown).await.expect("lines").lines;
    let request = line_edits::LineEditRequest {
        line_ids: lines.iter().map(|line| line.id).collect(),
        condition: Some("refurbished".into()),
        because: "confirmed by the supplier".into(),
        ..Default::default()
    };
    let done = planner_actions::edit_lines(workspace, &request).await.expect("edited");
    let edit = done.edit;
    record("edit_lines", value(done));
    record("line_edits", value(planner_actions::line_edits(workspace).await.expect("edits")));
    record("undo_line_edit", value(planner_actions::undo_line_edit(workspace, edit).await.expect("undone")));
    let other = planner_actions::catalogue(workspace).await.expect("a catalogue").remove(0).id;
    let withdrawn = planner_actions::withdraw_device(workspace, other).await.expect("withdrawn");
    record("withdraw_device", value(withdrawn));
}

/// What the window says of a workspace of a later version, and of a damaged one that has a snapshot.
#[tokio::test]
async fn what_is_said_of_a_workspace_that_cannot_be_used_is_what_was_recorded() {
    let bench = Bench::new().await;
    let report = bench.import("procurement", &workbook("guide_procurement.xlsx")).await.expect("an import");
    let id = report.import_id.expect("an id");
    planner_actions::undo_import(&bench.workspace, &id).await.expect("undone");
    let (path, folder) = (bench.workspace.path().to_owned(), bench.folder);
    bench.workspace.close().await;
    let mut later = SqliteConnection::connect(path.to_str().expect("a path")).await.expect("a connection");
    let known: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut later).await.expect("a format");
    sqlx::query("PRAGMA user_version = 99").execute(&mut later).await.expect("set");
    later.close().await.expect("closed");
    let workspace = crate::ledger::process::open(&path).await.expect("opened");
    let why = workspace.read_only().expect("a reason").replace(&format!("knows {known}"), "knows 16");
    workspace.close().await;
    answer("read_only", &json!(why));

    std::fs::write(&path, "x".repeat(9_000)).expect("written");
    let error = crate::ledger::process::open(&path).await.expect_err("refused");
    let error = planner_actions::with_snapshot(error, &path).await;
    let mut snapshot = value(planner_actions::last_good_snapshot(&path).await.expect("a snapshot"));
    (snapshot["made_at"], snapshot["bytes"]) = (json!("2026-06-16 09:30 UTC"), json!(1_000_000));
    let said = json!({ "error": value(error), "snapshot": snapshot }).to_string();
    let said = said.replace(&folder.path().display().to_string(), "/home/larkmoor");
    answer("refused_workspace", &serde_json::from_str(&said).expect("a document"));
}

#[tokio::test]
async fn every_screens_answer_is_the_one_that_was_recorded() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    let mut ids = Ids::default();
    ids.know_events(workspace).await;
    let mut record = |name: &str, found: Value| answer(name, &ids.steady(found));

    let status = value(planner_actions::status(workspace).await.expect("status"));
    record(
        "app_status",
        json!({ "version": "0.1.0", "locale": "en-GB", "workspace": status, "refused": null,
            "also_open": null, "shared_folder": null, "folder": "/home/larkmoor/Documents" }),
    );
    record("open_sample", status);
    record("imports", value(planner_actions::imports(workspace, Some(2025)).await.expect("imports")));
    for (name, year) in [("overview", 2025), ("overview_2024", 2024), ("overview_2026", 2026)] {
        record(name, value(planner_actions::overview(workspace, year, None).await.expect("overview")));
    }
    record("money", value(planner_actions::money(workspace, 2025).await.expect("money")));
    let year = planner_actions::RequirementRequest { year: 2025, ..Default::default() };
    record("requirement", value(planner_actions::requirement(workspace, &year).await.expect("requirement")));
    let query = procurement::LinesQuery { year: 2025, limit: 100, with_totals: true, ..Default::default() };
    let page = planner_actions::lines_page(workspace, &query).await.expect("lines");
    let id = page.lines.first().expect("a line").id;
    record("lines_page", value(page));
    record("line_trace", value(planner_actions::line_trace(workspace, id).await.expect("a trace")));
    record(
        "dispositions",
        value(planner_actions::dispositions(workspace, 2025, None).await.expect("dispositions")),
    );
    record("lots_summary", value(planner_actions::lots_summary(workspace).await.expect("sums")));
    let query = certificates::LotsQuery { limit: 100, ..Default::default() };
    record("lots_page", value(planner_actions::lots_page(workspace, &query).await.expect("lots")));
    record("lot", value(planner_actions::lot(workspace, "BLM-2023-0027").await.expect("a lot")));
    record("history", value(planner_actions::history(workspace, 0, 50).await.expect("a history")));
    let statement = root().join("assets/sample/registry_statement.csv");
    let compared = reconciliation::ReconciliationRequest { dry_run: true, ..Default::default() };
    let compared = planner_actions::reconcile(workspace, &statement, &compared).await.expect("compared");
    record("reconcile", value(compared));
    record("search", value(planner_actions::search(workspace, "NL-R-1440001").await.expect("hits")));
    record("retirements", value(planner_actions::retirements(workspace).await.expect("retirements")));
    record("disclosure", value(planner_actions::disclosure(workspace, 2025).await.expect("disclosure")));
    let trace = planner_actions::trace_figure(workspace, "2025.lines_unresolved").await.expect("a trace");
    record("trace_figure", value(trace));
    let under = Some("net-zero-standard-2.0");
    record("checks", value(planner_actions::checks(workspace, 2025, under).await.expect("checks")));
    let claim = "Larkmoor offsets its hardware and reduces our Scope 3 emissions.";
    record("lint_claim", value(planner_actions::lint_claim(claim).expect("findings")));
    record("settings", value(planner_actions::settings(workspace).await.expect("settings")));
    let remembered = planner_actions::mappings(workspace).await.expect("mappings");
    record("import_mapping", value(remembered.first().expect("a mapping")));
    record("mappings", value(remembered));
    record("verify", value(planner_actions::verify(workspace).await.expect("a check")));

    let answered = planner_actions::answer_question(workspace, "e_waste_recycling_percent", Some("NL"), "22");
    record("answer_question", value(answered.await.expect("an answer")));
    let signed = crate::support::sign(workspace, "prepared", "Ada Lund").await.expect("signed");
    record("sign_report", value(signed));
    let claim =
        planner_actions::save_claim(workspace, 2025, "Larkmoor retired 790000 I-TECs for 2025.").await;
    record("save_claim", value(claim.expect("a claim")));
    let retirement = certificates::RetirementRequest {
        year: 2025,
        quantity: Some(200_000),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    let proposal = planner_actions::propose_retirement(workspace, &retirement).await.expect("a proposal");
    record("propose_retirement", value(proposal));

    let file = workbook("german_semicolon.csv");
    record("choose_files", json!([{ "file_id": "file-1", "file_name": "german_semicolon.csv" }]));
    record("inspect_file", value(planner_actions::inspect(workspace, &file).await.expect("an inspection")));
    let refusal = planner_actions::inspect(workspace, &workbook("password_protected.xlsx")).await;
    record("inspect_file_refused", refused(refusal));
    let options =
        import::ImportOptions { kind: "procurement".into(), year: Some(2025), ..Default::default() };
    let (quiet, watch) = (Watch::default(), Watch::default());
    let preview = planner_actions::review_import(workspace, &file, &options, &quiet).await.expect("a review");
    let plan = preview.plan_hash.clone();
    record("review_import", value(preview));
    let query = review::ReviewQuery { plan_hash: plan.clone(), filter: "all".into(), offset: 0, limit: 100 };
    record("review_page", value(planner_actions::review_page(workspace, &query).await.expect("rows")));
    for (name, found) in corrected(workspace, &options).await {
        record(name, found);
    }
    let done = planner_actions::commit_import(workspace, &file, &options, Some(&plan), &watch)
        .await
        .expect("an import");
    let id = done.import_id.clone().expect("an id");
    record("commit_import", value(done));
    record("undo_import", value(planner_actions::undo_import(workspace, &id).await.expect("undone")));

    let weight = procurement::WeightGiven {
        item: Some("Self-service kiosk, lobby".into()),
        manufacturer: None,
        model: None,
        unit_mass_kg: "14.2".into(),
        weight_from: Some("scale".into()),
    };
    record("work_list", value(planner_actions::work_list(workspace, 2025).await.expect("a work list")));
    record(
        "give_weights",
        value(planner_actions::give_weights(workspace, &[weight]).await.expect("weights")),
    );
    record("catalogue", value(planner_actions::catalogue(workspace).await.expect("a catalogue")));
    edited(workspace, &mut record).await;
    let purchase = certificates::PurchaseRequest {
        class: "I-TEC".into(),
        registry: "Bloom".into(),
        serial_prefix: Some("NL-R".into()),
        serial_start: 1_600_001,
        serial_end: 1_800_000,
        vintage: 2025,
        facts: certificates::LotFacts {
            unit_price: Some("1.55".into()),
            currency: Some("EUR".into()),
            ..Default::default()
        },
        ..Default::default()
    };
    record("purchase", value(planner_actions::record_lot(workspace, &purchase).await.expect("a purchase")));
    record("retire", value(planner_actions::retire(workspace, &retirement).await.expect("a retirement")));
}

/// Monitors weighed by their class, before a later file told the organisation's own average.
#[tokio::test]
async fn what_recognising_again_would_change_is_what_was_recorded() {
    const HEADS: &str = "Order date,Manufacturer,Model,Item,Category,Condition,Quantity,Unit weight (kg)\n";
    let bench = Bench::new().await;
    let first = (1..9)
        .map(|n| format!("2025-03-0{n},Halden,View {n},Monitor 27 inch View {n},Monitor,new,{},\n", n * 3));
    let second = (1..15).map(|n| {
        format!(
            "2025-04-{n:02},Orla,Pane {n},Monitor 27 inch Pane {n},Monitor,new,{},{}.{}\n",
            n * 2,
            4 + n / 10,
            n % 10
        )
    });
    for (name, lines) in [("first.csv", first.collect::<String>()), ("second.csv", second.collect())] {
        let path = bench.folder.path().join(name);
        std::fs::write(&path, format!("{HEADS}{lines}")).expect("written");
        bench.import("procurement", &path).await.expect("an import");
    }
    let workspace = bench.workspace;
    let before = planner_actions::history(&workspace, 0, 1).await.expect("a history").chain_head;
    let found = planner_actions::recognise_again(&workspace, None).await.expect("a preview");
    assert!(found.edit.is_none() && found.lines_changed > 0, "{found:?}");
    answer("recognise_again", &value(&found));
    assert_eq!(planner_actions::history(&workspace, 0, 1).await.expect("a history").chain_head, before);
    let done = planner_actions::recognise_again(&workspace, Some("better tables")).await.expect("applied");
    let edit = done.edit.expect("an edit");
    assert_eq!(done.lines_changed, found.lines_changed);
    let again = planner_actions::recognise_again(&workspace, None).await.expect("a preview");
    assert_eq!(again.lines_changed, 0);
    planner_actions::undo_line_edit(&workspace, edit).await.expect("undone");
    let back = planner_actions::recognise_again(&workspace, None).await.expect("a preview");
    assert_eq!(value(back), value(found));
    workspace.close().await;
}

#[tokio::test]
async fn the_plans_answers_are_those_that_were_recorded() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    let record = |name: &str, found: Value| answer(name, &found);
    let compared = planner_actions::compare_plans(workspace, None).await.expect("plans");
    record("compare_plans", value(compared));
    let request = plan::PlanRequest { scenario: Some("Refurbish first".into()), ..Default::default() };
    let alone = plan::PlanRequest::default();
    record("plan", value(planner_actions::plan(workspace, &alone).await.expect("a plan")));
    record("plan_outlook", value(planner_actions::plan_outlook(workspace, &request).await.expect("swings")));
    record("plan_actual", value(planner_actions::plan_actual(workspace).await.expect("years")));
    record("keep_plan", value(planner_actions::list_plans(workspace).await.expect("scenarios")));
    record("orders", value(planner_actions::list_orders(workspace).await.expect("orders")));
    record("years", value(planner_actions::years(workspace, None).await.expect("years")));
    record("coverage_target", value(planner_actions::coverage_target(workspace).await.expect("a target")));
    let inputs = planner_actions::disclosure_inputs(workspace, 2025).await.expect("inputs");
    record("disclosure_inputs", value(inputs));
    let text = |text: &str| Some(text.to_owned());
    for (name, country, identifier, alias) in [
        ("Larkmoor Group SE", "DE", text("HRB 20417"), "Larkmoor SE"),
        ("Larkmoor Nederland B.V.", "NL", None, "Larkmoor NL"),
    ] {
        let (country, aliases) = (text(country), vec![alias.to_owned()]);
        let entity = entities::EntityRequest { name: name.into(), country, identifier, aliases };
        planner_actions::save_entity(workspace, &entity).await.expect(name);
    }
    record("entities", value(planner_actions::entities(workspace).await.expect("entities")));
}

/// The sample company's emissions, with factors in the shape that they are published in.
#[tokio::test]
async fn the_emissions_answers_are_those_that_were_recorded() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    let record = |name: &str, mut found: Value| {
        without_hashes(&mut found);
        answer(name, &found);
    };
    let desnz = bench.folder.path().join("ghg-conversion-factors-2024.xlsx");
    crate::emissions::write_desnz(&desnz, 2024, 24_865.475_56);
    let epa = workbook("epa_factors.csv");
    for (file, version) in [(&desnz, None), (&epa, Some("1.3.0"))] {
        planner_actions::import_factors(workspace, file, version, None).await.expect("imported");
    }
    let dollars = [("EUR".to_owned(), "1.053".to_owned())].into();
    let on = emissions::EmissionSettings { is_on: Some(true), dollars, ..Default::default() };
    planner_actions::save_emission_settings(workspace, &on).await.expect("kept");
    let power = emissions::EnergyRequest {
        year: 2025,
        name: "Electricity of both plants".into(),
        amount: "186400".into(),
        unit: "kWh".into(),
        factor: Some("Electricity: UK".into()),
        ..Default::default()
    };
    record("add_energy", value(planner_actions::add_energy(workspace, &power).await.expect("kept")));
    record("factor_sets", value(planner_actions::factor_sets(workspace).await.expect("sets")));
    let found = planner_actions::factors(workspace, None, Some("IT")).await.expect("factors");
    record("factors", value(found));
    record("emissions", value(planner_actions::emissions(workspace, 2025, None).await.expect("emissions")));
}

/// A workbook that was just written has another hash each time.
fn without_hashes(found: &mut Value) {
    match found {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, one)| match name.as_str() {
            "file_sha256" => *one = json!("0".repeat(64)),
            _ => without_hashes(one),
        }),
        Value::Array(values) => values.iter_mut().for_each(without_hashes),
        _ => {}
    }
}

#[tokio::test]
async fn what_a_damaged_file_is_answered_is_what_was_recorded() {
    let bench = Bench::sample().await;
    let path = bench.workspace.path().to_str().expect("a path").to_owned();
    let mut other = SqliteConnection::connect(&path).await.expect("a connection");
    let halved = "UPDATE line SET mass_mg = mass_mg / 2 WHERE year = 2025 AND row IN (2, 3)";
    sqlx::query(halved).execute(&mut other).await.expect("edited");
    other.close().await.expect("closed");
    let mut ids = Ids::default();
    ids.know_events(&bench.workspace).await;
    let found = planner_actions::verify(&bench.workspace).await.expect("a check");
    answer("verify_problems", &ids.steady(value(found)));
}

/// The types of the wire, written by the compiler into `ui/src/ipc/generated`, and the functions that carry them.
#[test]
fn the_pages_types_and_functions_are_those_of_the_views_and_commands() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::new().with_large_int("number").with_out_dir(folder.path());
    export(&config);
    let commands = crate::commands::functions(folder.path());
    std::fs::write(folder.path().join("commands.ts"), commands).expect("written");
    let generated = root().join("ui/src/ipc/generated");
    let names = |folder: &Path| {
        let entries =
            std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = entries.collect();
        names.sort();
        names
    };
    for name in names(folder.path()) {
        let text = std::fs::read_to_string(folder.path().join(&name)).expect("a type");
        check(&generated.join(&name), &text);
    }
    assert_eq!(names(folder.path()), names(&generated), "a type that no view has any more");
}

/// Writes every type that crosses the wire, each with what it is made of.
fn export(config: &Config) {
    fn one<T: TS + 'static>(config: &Config) {
        T::export_all(config).expect("exported");
    }
    one::<workspace::WorkspaceStatus>(config);
    one::<workspace::Settings>(config);
    one::<workspace::Verification>(config);
    one::<workspace::Remedy>(config);
    one::<snapshots::SnapshotView>(config);
    one::<overview::OverviewView>(config);
    one::<money::MoneyView>(config);
    one::<import::Inspection>(config);
    one::<import::ImportOptions>(config);
    one::<import::ImportReport>(config);
    one::<import::ImportSummary>(config);
    one::<import::ImportProgress>(config);
    one::<import::Undone>(config);
    one::<mapping::MappingView>(config);
    one::<review::ReviewQuery>(config);
    one::<review::ReviewPage>(config);
    one::<procurement::LinesQuery>(config);
    one::<procurement::LinesPage>(config);
    one::<procurement::LineTrace>(config);
    one::<line_edits::LineChoices>(config);
    one::<line_edits::LineEditRequest>(config);
    one::<line_edits::LinesEdited>(config);
    one::<line_edits::LineEditView>(config);
    one::<line_edits::RecognisedAgain>(config);
    one::<work_list::WorkItem>(config);
    one::<catalogue::DeviceView>(config);
    one::<catalogue::DeviceWithdrawn>(config);
    one::<procurement::WeightGiven>(config);
    one::<procurement::WeightsApplied>(config);
    one::<dispositions::DispositionsView>(config);
    one::<certificates::LotsSummary>(config);
    one::<certificates::LotsQuery>(config);
    one::<certificates::LotsPage>(config);
    one::<certificates::LotDetail>(config);
    one::<certificates::PurchaseRequest>(config);
    one::<certificates::Purchased>(config);
    one::<certificates::RetirementRequest>(config);
    one::<certificates::RetirementProposal>(config);
    one::<certificates::RetirementView>(config);
    one::<certificates::ReversalView>(config);
    one::<certificates::Moved>(config);
    one::<certificates::MovementRequest>(config);
    one::<certificates::AdjustmentRequest>(config);
    one::<certificates::Adjusted>(config);
    one::<certificates::SplitView>(config);
    one::<certificates::Attached>(config);
    one::<certificates::EvidenceRequest>(config);
    one::<workspace::YearLock>(config);
    one::<workspace::YearStatus>(config);
    one::<certificates::HistoryPage>(config);
    one::<certificates::HistoryQuery>(config);
    one::<table::TableRequest>(config);
    one::<reconciliation::ReconciliationView>(config);
    one::<search::HitView>(config);
    one::<disclosure::DisclosureView>(config);
    one::<disclosure::Exported>(config);
    one::<disclosure::ClaimFinding>(config);
    one::<disclosure::ClaimView>(config);
    one::<disclosure::FigureTrace>(config);
    one::<integrity::ChecksView>(config);
    one::<plan::PlanRequest>(config);
    one::<plan::PlanView>(config);
    one::<plan::PlanOutlook>(config);
    one::<plan::ScenarioView>(config);
    one::<plan::PlanActual>(config);
    one::<years::YearsView>(config);
    one::<target::TargetView>(config);
    one::<target::TargetRequest>(config);
    one::<entities::EntitiesView>(config);
    one::<entities::EntityRequest>(config);
    one::<disclosure::InputView>(config);
    one::<orders::OrderRequest>(config);
    one::<orders::DeliveryRequest>(config);
    one::<orders::OrdersView>(config);
    one::<emissions::EmissionsView>(config);
    one::<emissions::EmissionSettings>(config);
    one::<emissions::EnergyRequest>(config);
    one::<emissions::FactorSetsView>(config);
    one::<emissions::FactorsView>(config);
}

/// Lines of two entities, and one of none.
const OF_ENTITIES: &str = "Item,Quantity,Unit weight (kg),Date,Condition,Entity
Laptop Lumen,10,1.4,2025-03-01,new,Larkmoor NL
Server Quay,2,20.2,2025-03-02,new,Larkmoor DE
Laptop Lumen,1,1.4,2025-03-03,new,
";

#[tokio::test]
async fn what_entities_are_answered_is_what_was_recorded() {
    let bench = Bench::new().await;
    let list = bench.folder.path().join("orders.csv");
    std::fs::write(&list, OF_ENTITIES).expect("a list");
    bench.import("procurement", &list).await.expect("an import");
    for (name, entity) in [("overview_entities", None), ("overview_entity", Some("Larkmoor NL"))] {
        let view = planner_actions::overview(&bench.workspace, 2025, entity).await.expect("overview");
        answer(name, &value(view));
    }
}
