//! One pass over the rows of a file: each becomes a line, is skipped or is refused; in a real import each is recorded.

use super::certificates::apply_row;
use super::convert::{Rules, device};
use super::reading::{self, Rows, Source, Watch, rows_per_second};
use super::remembered::stored_fix;
use super::revision::{Choice, choice, compared_row, kept_row};
use super::tally::{Counted, Tally, count_line, issue_view};
use super::writer::{Batch, Writer, stored_issue};
use crate::settings::Organisation;
use crate::views::import::{ImportOptions, IssueView};
use crate::views::revision::RevisionView;
use crate::{ActionError, Workspace, weights};
use planner_core::disposition::Outcome;
use planner_core::ledger::Ledger;
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use planner_sheets::field::Kind;
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::mapping::CellFix;
use planner_sheets::record::Record;
use planner_sheets::rows::RowOutcome;
use planner_store::dispositions::SheetDisposition;
use planner_store::drafts::Draft;
use planner_store::imports::{self, Import, ImportColumn, ImportSums, KeptRow, RowFate};
use planner_store::lines::SheetLine;
use planner_store::mappings::StoredFix;
use planner_store::{Connection, ledger, revisions};
use rust_decimal::Decimal;
use std::time::Instant;

/// One pass over the rows.
pub(super) struct Pass<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) rules: Rules,
    pub(super) ledger: Ledger,
    pub(super) tally: Tally,
    fixes: Vec<CellFix>,
    /// Where rows are recorded; nothing in a preview.
    pub(super) writer: Option<Writer>,
    /// The rows as they are compared and reviewed; nothing where neither is asked for.
    pub(super) draft: Option<Draft>,
    /// Whether every row is kept for a review, not only what is compared.
    keeps_rows: bool,
    is_compared: bool,
    pub(super) choice: Option<Choice>,
    pub(super) revision: Option<RevisionView>,
    pub(super) first_rejection: Option<IssueView>,
    pub(super) first_negative: Option<IssueView>,
    pub(super) rows_total: u64,
}
impl<'a> Pass<'a> {
    pub(super) async fn new(
        workspace: &'a Workspace,
        connection: &mut Connection,
        source: &Source,
        options: &ImportOptions,
    ) -> Result<Self, ActionError> {
        let organisation = Organisation::load(connection).await?;
        let this_year = organisation.fiscal_year_start.reporting_year(workspace.today);
        let assumed_year = options.year.unwrap_or(this_year);
        let tally = Tally::new(source, assumed_year);
        let is_compared = is_compared(connection, options).await?;
        let weights = weights::load(connection).await?;
        Ok(Self {
            workspace,
            rules: Rules { organisation, weights, assumed_year },
            ledger: ledger::load(connection).await?,
            tally,
            fixes: source.mapping.fixes.clone(),
            writer: None,
            draft: if is_compared { Some(Draft::new().await?) } else { None },
            keeps_rows: false,
            is_compared,
            choice: choice(options)?,
            revision: None,
            first_rejection: None,
            first_negative: None,
            rows_total: source.rows_total.saturating_sub(u64::from(source.mapping.header_row)),
        })
    }

    /// Keeps every row, so that a person can look through them.
    pub(super) async fn keep_rows(&mut self) -> Result<(), ActionError> {
        self.keeps_rows = true;
        if self.draft.is_none() {
            self.draft = Some(Draft::new().await?);
        }
        Ok(())
    }

    pub(super) async fn begin(
        &mut self,
        connection: &mut Connection,
        source: &Source,
        kind: &str,
        id: &str,
    ) -> Result<(), ActionError> {
        let import = Import {
            number: 0,
            id: id.to_owned(),
            kind: kind.to_owned(),
            file_name: source.file_name.clone(),
            file_sha256: source.fingerprint.sha256.clone(),
            sheet: source.mapping.sheet.clone(),
            header_row: source.mapping.header_row,
            plan_hash: String::new(),
            imported_on: self.workspace.today,
            sums: ImportSums::default(),
            undone_on: None,
        };
        let field = |index: usize| {
            let column =
                source.mapping.columns.iter().find(|column| usize::try_from(column.index) == Ok(index));
            column.map(|column| column.field.word().to_owned())
        };
        let headers = source.mapping.headers.iter().enumerate();
        let columns: Vec<_> = headers
            .map(|(index, header)| ImportColumn { header: header.clone(), field: field(index) })
            .collect();
        let number = imports::begin(connection, &import, &columns).await?;
        self.writer = Some(Writer::new(number));
        Ok(())
    }

    pub(super) async fn run(
        &mut self,
        connection: &mut Connection,
        mut rows: Rows,
        watch: &Watch,
        step: &str,
    ) -> Result<(), ActionError> {
        let started = Instant::now();
        while let Some(outcomes) = rows.batches.recv().await {
            let mut batch = Batch::default();
            for outcome in outcomes {
                self.sort(outcome, &mut batch)?;
            }
            self.record(connection, batch).await?;
            let done = u64::try_from(self.tally.sums.rows_read).unwrap_or(0);
            watch.report(step, done, Some(self.rows_total.max(done)), rows_per_second(done, started));
        }
        let summary = reading::ended(rows.summary).await?;
        self.tally.rows_hidden = summary.hidden;
        self.tally.rows_without_unit = summary.units_assumed;
        let mut notes: Vec<_> = summary.notes.iter().map(issue_view).collect();
        notes.extend(self.tally.assumptions(self.rules.assumed_year));
        self.record(connection, Batch { issues: notes, ..Batch::default() }).await?;
        if self.is_compared { self.compare(connection).await } else { Ok(()) }
    }

    fn sort(&mut self, outcome: RowOutcome, batch: &mut Batch) -> Result<(), ActionError> {
        self.tally.saw(&outcome);
        batch.fixes.extend(applied(&self.fixes, &outcome));
        if self.keeps_rows {
            batch.draft.push(kept_row(&outcome));
        }
        match outcome {
            RowOutcome::Imported { row, raw, record, issues } => {
                batch.issues.extend(issues.iter().map(issue_view));
                self.sort_record(row, raw, *record, &issues, batch)
            }
            RowOutcome::Skipped { row, raw, reason, mass_kg } => {
                self.tally.skipped(row, reason, mass(mass_kg));
                batch.kept.push(KeptRow {
                    row,
                    fate: RowFate::Skipped,
                    reason: reason.word().to_owned(),
                    raw,
                });
                Ok(())
            }
            RowOutcome::Rejected { row, raw, issues, mass_kg } => {
                self.reject(row, raw, issues.iter().map(issue_view).collect(), mass(mass_kg), batch);
                Ok(())
            }
        }
    }

    fn reject(&mut self, row: u32, raw: RawRow, issues: Vec<IssueView>, mass: Mass, batch: &mut Batch) {
        self.tally.rejected(row, mass);
        if let Some(kept) = batch.draft.last_mut().filter(|_| self.keeps_rows) {
            (kept.fate, kept.has_problem) = ("rejected".into(), true);
        }
        let rejecting = issues.iter().find(|issue| issue.severity == "rejects").or(issues.first());
        let reason = rejecting.map(|issue| issue.code.clone()).unwrap_or_default();
        if self.first_rejection.is_none() {
            self.first_rejection = rejecting.cloned();
        }
        if self.first_negative.is_none() {
            self.first_negative =
                issues.iter().find(|issue| issue.code == IssueCode::NegativeMass.word()).cloned();
        }
        batch.kept.push(KeptRow { row, fate: RowFate::Rejected, reason, raw });
        batch.issues.extend(issues);
    }

    fn sort_record(
        &mut self,
        row: u32,
        raw: RawRow,
        record: Record,
        issues: &[Issue],
        batch: &mut Batch,
    ) -> Result<(), ActionError> {
        match record {
            Record::Procurement(record) => {
                let line = self.rules.line(record)?;
                self.refuse_locked(line.year, row)?;
                self.tally.assumed(&line);
                self.tally.imported(count_line(row, &line), &raw);
                match batch.draft.last_mut().filter(|_| self.keeps_rows) {
                    Some(kept) => {
                        let compared = compared_row(row, &line);
                        (kept.identity, kept.facts) = (compared.identity, compared.facts);
                    }
                    None if self.is_compared => batch.draft.push(compared_row(row, &line)),
                    None => {}
                }
                batch.lines.push(SheetLine { row, raw, line });
            }
            Record::Disposition(record) => {
                let disposition = self.rules.disposition(record)?;
                self.refuse_locked(disposition.year, row)?;
                let counted = Counted {
                    row,
                    item: disposition.item.as_deref().or(disposition.asset_tag.as_deref()),
                    category: disposition.category.as_deref(),
                    state: disposition.outcome.map(Outcome::word),
                    year: Some(disposition.year),
                    quantity: disposition.quantity,
                    mass: Some(disposition.sent),
                    ..Counted::default()
                };
                self.tally.rows_without_date += u64::from(disposition.year_assumed);
                self.tally.imported(counted, &raw);
                batch.dispositions.push(SheetDisposition { row, raw, disposition });
            }
            Record::Catalogue(record) => {
                let mass = Mass::from_kilograms(record.mass_kg)?;
                let device = device(row, record, issues);
                let counted = Counted {
                    row,
                    item: device.device.model.as_deref(),
                    category: device.category.as_deref(),
                    mass: Some(mass),
                    ..Counted::default()
                };
                self.tally.imported(counted, &raw);
                let name = device.device.model.clone().unwrap_or_default();
                batch.kept.push(KeptRow { row, fate: RowFate::Imported, reason: name, raw });
                batch.devices.push(device);
            }
            Record::Certificate(record) => match apply_row(&mut self.ledger, record, self.workspace.today) {
                Ok(events) => {
                    let counted = Counted {
                        row,
                        item: Some(&events.lot_id),
                        year: Some(events.vintage),
                        quantity: Some(events.quantity),
                        ..Counted::default()
                    };
                    self.tally.imported(counted, &raw);
                    batch.kept.push(KeptRow {
                        row,
                        fate: RowFate::Imported,
                        reason: events.lot_id.clone(),
                        raw,
                    });
                    batch.certificates.push(events);
                }
                Err(refusal) => {
                    let issue = IssueView {
                        row,
                        column: None,
                        code: refusal.code.to_owned(),
                        severity: "rejects".to_owned(),
                        seen: beginning(&raw),
                        expected: refusal.message,
                    };
                    self.reject(row, raw, vec![issue], Mass::ZERO, batch);
                }
            },
        }
        Ok(())
    }

    fn refuse_locked(&self, year: i32, row: u32) -> Result<(), ActionError> {
        if !self.ledger.is_locked(year) {
            return Ok(());
        }
        let message = format!(
            "Row {row} belongs to reporting year {year}, which is locked and takes no change. Unlock it with a reason, or leave these rows out of the file."
        );
        Err(ActionError::new("year_locked", message))
    }

    async fn record(&mut self, connection: &mut Connection, batch: Batch) -> Result<(), ActionError> {
        if let Some(writer) = &mut self.writer {
            writer.write(connection, &batch, &self.ledger).await?;
        }
        if let Some(draft) = &mut self.draft {
            draft.add_rows(&batch.draft).await?;
            if self.keeps_rows {
                draft.add_issues(&batch.issues.iter().map(stored_issue).collect::<Vec<_>>()).await?;
            }
        }
        self.tally.note(batch.issues);
        Ok(())
    }

    pub(super) async fn finish(
        &mut self,
        connection: &mut Connection,
        source: &Source,
    ) -> Result<(), ActionError> {
        self.replace(connection).await?;
        let Some(writer) = &self.writer else { return Ok(()) };
        imports::finish(connection, writer.number, self.tally.sums, &self.tally.plan_hash()).await?;
        // Other devices weigh the lines that were there before; new lines are weighed with what is known.
        if source.mapping.kind == Kind::Catalogue {
            weights::weigh_again(connection).await?;
        }
        Ok(())
    }
}

/// The corrections that were applied to a row.
fn applied(fixes: &[CellFix], outcome: &RowOutcome) -> Vec<(u32, StoredFix)> {
    let (row, issues) = match outcome {
        RowOutcome::Imported { row, issues, .. } | RowOutcome::Rejected { row, issues, .. } => (*row, issues),
        RowOutcome::Skipped { .. } => return Vec::new(),
    };
    let of = |issue: &Issue| {
        let is_it = |fix: &&CellFix| {
            issue.column.as_ref() == Some(&fix.column)
                && issue.seen == fix.seen
                && fix.row.is_none_or(|wanted| wanted == row)
        };
        fixes.iter().find(is_it).map(|fix| (row, stored_fix(fix)))
    };
    issues.iter().filter(|issue| issue.code == IssueCode::CellFixed).filter_map(of).collect()
}

/// The first cells that hold something.
fn beginning(raw: &RawRow) -> String {
    raw.cells().filter(|cell| !cell.is_empty()).take(3).collect::<Vec<_>>().join(" · ")
}

/// Whether there are lines to compare with.
async fn is_compared(connection: &mut Connection, options: &ImportOptions) -> Result<bool, ActionError> {
    Ok(options.kind == Kind::Procurement.word()
        && !options.allow_duplicate
        && revisions::has_lines(connection).await?)
}

/// A stated mass; one too large to be held is the row's own issue.
fn mass(kilograms: Option<Decimal>) -> Mass {
    kilograms.and_then(|kilograms| Mass::from_kilograms(kilograms).ok()).unwrap_or(Mass::ZERO)
}
