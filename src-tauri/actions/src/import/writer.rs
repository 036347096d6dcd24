//! Where the rows of an import are recorded.

use super::certificates::RowEvents;
use crate::ActionError;
use crate::views::import::IssueView;
use planner_core::ledger::Ledger;
use planner_core::order::Order;
use planner_store::catalogue::SheetDevice;
use planner_store::comparison::DraftRecord;
use planner_store::dispositions::SheetDisposition;
use planner_store::drafts::DraftRow;
use planner_store::imports::{self, KeptRow, StoredIssue};
use planner_store::lines::{LineWriter, SheetLine};
use planner_store::mappings::{self, StoredFix};
use planner_store::{Connection, catalogue, dispositions, ledger, orders};
use tokio::sync::Mutex;

/// Where the rows of an import are recorded.
pub(super) struct Writer {
    pub(super) number: i64,
    lines: LineWriter,
    issues: i64,
}

/// Rows of one batch, by what they become.
#[derive(Default)]
pub(super) struct Batch {
    /// How many they are.
    pub(super) rows: u64,
    pub(super) lines: Vec<SheetLine>,
    pub(super) dispositions: Vec<SheetDisposition>,
    pub(super) devices: Vec<SheetDevice>,
    pub(super) certificates: Vec<RowEvents>,
    pub(super) orders: Vec<Order>,
    pub(super) kept: Vec<KeptRow>,
    pub(super) draft: Vec<DraftRow>,
    pub(super) records: Vec<DraftRecord>,
    pub(super) fixes: Vec<(u32, StoredFix)>,
    pub(super) issues: Vec<IssueView>,
}

impl Writer {
    pub(super) fn new(number: i64) -> Self {
        Self { number, lines: LineWriter::new(number), issues: 0 }
    }

    pub(super) async fn write(
        &mut self,
        connection: &mut Connection,
        batch: &Batch,
        ledger: &Mutex<Ledger>,
    ) -> Result<(), ActionError> {
        self.lines.write(connection, &batch.lines).await?;
        dispositions::add(connection, self.number, &batch.dispositions).await?;
        catalogue::add(connection, self.number, &batch.devices).await?;
        if !batch.certificates.is_empty() {
            let events: Vec<_> = batch.certificates.iter().flat_map(|row| &row.events).collect();
            ledger::append_lots(connection, &events, &*ledger.lock().await, self.number).await?;
        }
        for order in &batch.orders {
            orders::add(connection, order, Some(self.number)).await?;
        }
        imports::add_rows(connection, self.number, &batch.kept).await?;
        mappings::add_import_fixes(connection, self.number, &batch.fixes).await?;
        let issues: Vec<_> = batch.issues.iter().map(stored_issue).collect();
        imports::add_issues(connection, self.number, self.issues, &issues).await?;
        self.issues += i64::try_from(issues.len()).unwrap_or(0);
        Ok(())
    }
}

impl Writer {
    /// Once every row is written.
    pub(super) async fn finish(&mut self, connection: &mut Connection) -> Result<(), ActionError> {
        Ok(self.lines.finish(connection).await?)
    }
}

pub(super) fn stored_issue(issue: &IssueView) -> StoredIssue {
    StoredIssue {
        row: issue.row,
        column: issue.column.clone(),
        code: issue.code.clone(),
        severity: issue.severity.clone(),
        seen: issue.seen.clone(),
        expected: issue.expected.clone(),
    }
}
