//! A registry's statement beside the ledger and the purchase orders: what differs, and what to do about it.

use crate::evidence;
use crate::import::{Statement, statement_rows};
use crate::journal::write_event;
use crate::purchase::serial_prefix;
use crate::views::import::ImportOptions;
use crate::views::reconciliation::{FindingView, ReconciliationRequest, ReconciliationView, SumView};
use crate::year::difference_view;
use crate::{ActionError, Workspace};
use planner_core::ledger::Ledger;
use planner_core::ledger::check::{Check, CheckedRun};
use planner_core::ledger::event::Event;
use planner_core::ledger::holding::UnitState;
use planner_core::ledger::lot::{Lot, SerialRange};
use planner_core::ledger::order::{LikelyOrder, OrderLine, likely_order};
use planner_core::ledger::reconcile::{Finding, Outcome, Stated, StatementRow};
use planner_core::order::{Arrived, Order, delivering, likely_of};
use planner_report::assets;
use planner_sheets::record::CertificateRow;
use planner_store::{Connection, evidence as documents, ledger as stored, order_lines, orders};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Compares a registry's statement (issued, transferred, retired) with the ledger. No lot and no unit is changed; the
/// statement and what was found are kept, whatever it was, unless it is a dry run.
pub async fn reconcile(
    workspace: &Workspace,
    path: &Path,
    request: &ReconciliationRequest,
) -> Result<ReconciliationView, ActionError> {
    let options = ImportOptions {
        kind: "certificates".into(),
        sheet: request.sheet.clone(),
        header_row: request.header_row,
        columns: request.columns.clone(),
        ..ImportOptions::default()
    };
    let statement = statement_rows(workspace, path, &options).await?;
    let rows: Vec<_> = statement.rows.iter().filter_map(|(row, one)| statement_row(*row, one)).collect();
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let findings = ledger.reconcile(&rows, &request.registries, workspace.today);
    let orders = Orders::load(&mut write, &ledger, &findings).await?;
    let agreeing = ledger.agreeing(&findings);
    let row_of = |finding: &Finding| rows.iter().find(|row| Some(row.row) == finding.row);
    let views =
        findings.iter().map(|finding| finding_view(&ledger, finding, row_of(finding), &orders)).collect();
    let mut event = None;
    if !request.dry_run {
        let content =
            evidence::read(workspace, path, "Compare it as a dry run, or export a smaller statement.")?;
        let kept = check(&statement, &content, &agreeing, &findings)?;
        documents::put_document(&mut write, &content).await?;
        event = Some(write_event(&mut write, &mut ledger, kept, workspace.today, workspace).await?);
        write.commit().await?;
    }
    let sum = |outcome: Outcome| {
        let those = findings.iter().filter(|finding| finding.outcome == outcome);
        let units = those.clone().map(|finding| finding.serials.quantity()).sum();
        SumView { runs: i64::try_from(those.count()).unwrap_or(i64::MAX), units }
    };
    Ok(ReconciliationView {
        as_of: workspace.today.to_string(),
        file_name: statement.file_name,
        file_sha256: statement.sha256,
        sheet: statement.sheet,
        rows_read: statement.rows_read,
        rows_compared: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        units_stated: rows.iter().map(|row| row.serials.quantity()).sum(),
        matched: sum(Outcome::Matched),
        different: sum(Outcome::Different),
        only_here: sum(Outcome::OnlyHere),
        only_there: sum(Outcome::OnlyThere),
        lots_checked: agreeing,
        findings: sorted(views),
        issues: statement.issues,
        event,
    })
}

/// The comparison as the log keeps it, with the bytes that were compared.
fn check(
    statement: &Statement,
    content: &[u8],
    agreeing: &[String],
    findings: &[Finding],
) -> Result<Event, ActionError> {
    if documents::sha256(content) != statement.sha256 {
        let message = format!(
            "{} changed while it was compared. Nothing was kept; compare it again.",
            statement.file_name
        );
        return Err(ActionError::new("file_changed", message));
    }
    let differing = findings.iter().filter(|one| one.outcome != Outcome::Matched).count();
    let only_there = findings.iter().filter(|one| one.outcome == Outcome::OnlyThere);
    Ok(Event::Checked(Check {
        lot_ids: agreeing.to_vec(),
        file_name: statement.file_name.clone(),
        sha256: statement.sha256.clone(),
        size: i64::try_from(content.len()).ok(),
        differences: i64::try_from(differing).unwrap_or(i64::MAX),
        units_only_there: Some(only_there.map(|one| one.serials.quantity()).sum()),
        runs: findings.iter().filter_map(CheckedRun::of).collect(),
    }))
}

/// What needs a person first.
fn sorted(mut views: Vec<FindingView>) -> Vec<FindingView> {
    views.sort_by_key(|view| view.outcome == "matched");
    views
}

fn statement_row(row: u32, one: &CertificateRow) -> Option<StatementRow> {
    let serial = |serial: u64| i64::try_from(serial).ok();
    let class = one.class.as_deref().and_then(|class| assets::class_named(class).ok().map(str::to_owned));
    Some(StatementRow {
        row,
        registry: one.registry.clone(),
        class,
        prefix: serial_prefix(one.serial_prefix.as_deref()),
        serials: SerialRange::new(serial(one.serial_start)?, serial(one.serial_end)?)?,
        stated: stated(one),
        vintage: one.vintage,
        expires_on: one.expires_on,
        order_number: one.order_number.clone(),
    })
}

/// What the registry says became of the certificates; a retirement date alone says retired.
fn stated(one: &CertificateRow) -> Option<Stated> {
    match one.status.as_deref() {
        Some("issued" | "active" | "listed" | "reserved") => Some(Stated::Live),
        Some("transferred") => Some(Stated::Transferred),
        Some("retired") => Some(Stated::Retired),
        Some("expired") => Some(Stated::Expired),
        Some("cancelled") => Some(Stated::Cancelled),
        Some(_) => None,
        None => one.retired_on.map(|_| Stated::Retired),
    }
}

/// What was imported of purchase orders.
struct Orders {
    /// Lines by order number.
    lines: BTreeMap<String, i64>,
    /// Certificates that were ordered.
    placed: Vec<Order>,
    /// Lines of whoever sold a lot that was found.
    of_sellers: Vec<OrderLine>,
}

impl Orders {
    async fn load(
        connection: &mut Connection,
        ledger: &Ledger,
        findings: &[Finding],
    ) -> Result<Self, ActionError> {
        let lots = findings.iter().filter_map(|finding| ledger.lot(finding.lot_id.as_deref()?).ok());
        let sellers: BTreeSet<String> = lots.filter_map(|one| one.lot.facts.counterparty.clone()).collect();
        let sellers: Vec<String> = sellers.into_iter().collect();
        Ok(Self {
            lines: order_lines::counts(connection).await?,
            placed: orders::all(connection).await?,
            of_sellers: order_lines::of_suppliers(connection, &sellers).await?,
        })
    }

    /// Imported lines of an order, and certificates ordered under its number.
    fn lines_of(&self, order: &str) -> i64 {
        let placed = self.placed.iter().filter(|one| one.is_numbered(order)).count();
        self.lines.get(order).copied().unwrap_or(0) + i64::try_from(placed).unwrap_or(0)
    }

    /// The order that a lot was delivered on, else the open ones that certificates without a lot may be the delivery of.
    fn placed(&self, finding: &Finding, row: Option<&StatementRow>) -> Vec<&Order> {
        if let Some(lot) = &finding.lot_id {
            return delivering(&self.placed, lot).into_iter().collect();
        }
        let is_here =
            finding.outcome == Outcome::OnlyThere && matches!(finding.stated, Some(Stated::Live) | None);
        let Some(row) = row.filter(|_| is_here) else { return Vec::new() };
        let arrived = Arrived {
            registry: row.registry.as_deref(),
            class: row.class.as_deref(),
            vintage: row.vintage,
            quantity: finding.serials.quantity(),
            order_number: row.order_number.as_deref(),
        };
        likely_of(&self.placed, &arrived)
    }

    /// The order that a lot was likely bought under.
    fn likely(&self, lot: Option<&Lot>) -> Option<LikelyOrder<'_>> {
        likely_order(lot?, &self.of_sellers)
    }
}

fn finding_view(
    ledger: &Ledger,
    finding: &Finding,
    row: Option<&StatementRow>,
    orders: &Orders,
) -> FindingView {
    let placed = orders.placed(finding, row);
    let named = finding.order_number.as_ref().map(|order| orders.lines_of(order));
    let lot = finding.lot_id.as_deref().and_then(|id| ledger.lot(id).ok()).map(|holding| &holding.lot);
    let likely = if named.is_some_and(|lines| lines > 0) { None } else { orders.likely(lot) };
    let found = likely.as_ref().map(|order| order.line.order_number.clone());
    let order_number = finding.order_number.clone().or(found);
    FindingView {
        outcome: finding.outcome.word().to_owned(),
        row: finding.row,
        lot_id: finding.lot_id.clone(),
        serial_prefix: finding.prefix.clone(),
        serial_start: finding.serials.start(),
        serial_end: finding.serials.end(),
        quantity: finding.serials.quantity(),
        state: finding.state.map(|state| state.word().to_owned()),
        stated: finding.stated.map(|stated| stated.word().to_owned()),
        differences: finding.differences.iter().map(difference_view).collect(),
        order_lines: order_number.as_ref().map(|order| orders.lines_of(order)),
        order_number,
        order_because: likely.as_ref().map(because),
        orders: placed.iter().map(|order| order.id.clone()).collect(),
        remedy: delivery(finding, &placed).or_else(|| remedy(ledger, finding, named, likely.as_ref())),
    }
}

/// Why an order is the one a lot was likely bought under.
fn because(order: &LikelyOrder) -> String {
    let OrderLine { order_number, supplier, quantity, .. } = order.line;
    let names = match (order.names_vintage, order.names_class) {
        (true, true) => "its vintage and class",
        (true, false) => "its vintage",
        _ => "its class",
    };
    format!("{order_number} of {supplier} is for as many, {quantity}, and names {names}.")
}

/// That certificates without a lot are what was ordered.
fn delivery(finding: &Finding, placed: &[&Order]) -> Option<String> {
    if finding.outcome != Outcome::OnlyThere {
        return None;
    }
    let open = |order: &&Order| format!("{} of {} ({} open)", order.id, order.seller, order.open());
    match placed {
        [] => None,
        [order] => Some(format!(
            "The registry has them for you, and they fit {}. Record the delivery there.",
            open(order)
        )),
        several => {
            let names: Vec<_> = several.iter().map(open).collect();
            Some(format!(
                "The registry has them for you, and they may be the delivery of {}. Record it where it belongs.",
                names.join(" or ")
            ))
        }
    }
}

/// What to do about it, in words; nothing where both agree and the purchase order is known.
fn remedy(
    ledger: &Ledger,
    finding: &Finding,
    named: Option<i64>,
    likely: Option<&LikelyOrder>,
) -> Option<String> {
    let order = match (&finding.order_number, named, likely) {
        (Some(order), Some(0), Some(likely)) => Some(format!(
            "No imported purchase order is {order}. {} Correct the number if it is the one.",
            because(likely)
        )),
        (Some(order), Some(0), None) => {
            Some(format!("No imported purchase order is {order}: import it, or correct the number."))
        }
        _ => None,
    };
    let words = match finding.outcome {
        Outcome::Matched => None,
        Outcome::OnlyThere => Some(only_there(finding)),
        Outcome::OnlyHere => Some(only_here(finding)),
        Outcome::Different => Some(different(ledger, finding)),
    };
    let parts: Vec<_> = words.into_iter().chain(order).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn only_there(finding: &Finding) -> String {
    match finding.stated {
        Some(Stated::Retired) => "The registry retired certificates that no lot here has. If they are yours, record the lot and its retirement; else ask the registry whose they are.",
        Some(Stated::Transferred | Stated::Cancelled | Stated::Expired) => "They are no longer in the account and no lot here has them. Record the lot and what became of it, if it was ever yours.",
        Some(Stated::Live) | None => "The registry has them for you and no lot here does. Record the purchase, the own issue or the transfer in.",
    }
    .to_owned()
}

fn only_here(finding: &Finding) -> String {
    match finding.state {
        Some(UnitState::Retired(year)) => format!("They are retired here for {year}, and the registry does not show them. Ask it for its retirement statement before you report them."),
        Some(UnitState::Expired) => "They expired here, and the registry does not show them. Ask it whether it has closed them.".to_owned(),
        _ => "No row of the statement has them. Ask the registry; if it never issued them to you, cancel them here with that reason.".to_owned(),
    }
}

fn different(ledger: &Ledger, finding: &Finding) -> String {
    let state = finding.differences.iter().any(|difference| difference.figure == "state");
    let facts: Vec<_> = finding.differences.iter().filter(|one| one.figure != "state").collect();
    let mut words = Vec::new();
    if let (true, Some(ours), Some(theirs)) = (state, finding.state, finding.stated) {
        words.push(other_state(ledger, finding, ours, theirs));
    }
    if !facts.is_empty() {
        let names: Vec<_> = facts.iter().map(|one| one.figure.replace('_', " ")).collect();
        words.push(format!(
            "Correct the lot's {} with the statement as the reason, or ask the registry.",
            names.join(", ")
        ));
    }
    words.join(" ")
}

fn other_state(ledger: &Ledger, finding: &Finding, ours: UnitState, theirs: Stated) -> String {
    match (ours, theirs) {
        (UnitState::Retired(year), _) => {
            let lot = finding.lot_id.as_deref().unwrap_or_default();
            let id = ledger.retirement_of(lot, finding.serials).unwrap_or_default();
            format!("They are retired here for {year} in {id}, and the registry says otherwise. Ask it to retire them, or reverse {id} with its letter.")
        }
        (_, Stated::Retired) => "The registry has retired them. Retire them here for the same year and beneficiary, or ask the registry what they were retired for.".to_owned(),
        (UnitState::Expired, _) => "They expired here, and the registry still has them. Correct the last usable day if the registry gives a later one.".to_owned(),
        (_, Stated::Expired) => "The registry has retired them on expiry. Correct the last usable day here.".to_owned(),
        (_, Stated::Transferred) => "The registry has handed them over. Transfer them here to whoever received them.".to_owned(),
        (_, Stated::Cancelled) => "The registry has cancelled them. Cancel them here with its letter as the reason.".to_owned(),
        (_, Stated::Live) => "They left this ledger, and the registry still has them in the account. Ask the registry to carry it out.".to_owned(),
    }
}
