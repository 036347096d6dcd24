//! One pass over a file, for a preview and for the real import alike: what was previewed is what is recorded.

use super::certificates::{RowEvents, apply_row};
use super::convert::{Rules, device};
use super::reading::{self, Rows, Source, Watch};
use super::tally::{Counted, Tally, count_line, issue_view};
use crate::numbers::kg;
use crate::settings::Organisation;
use crate::views::import::{ImportOptions, ImportReport, IssueView, PreviewLine};
use crate::{ActionError, Workspace, weights};
use planner_core::ledger::Ledger;
use planner_core::mass::Mass;
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::record::Record;
use planner_sheets::rows::RowOutcome;
use planner_store::catalogue::SheetDevice;
use planner_store::dispositions::SheetDisposition;
use planner_store::imports::{self, Import, ImportColumn, ImportSums, LeftRow, StoredIssue};
use planner_store::lines::{LineWriter, SheetLine};
use planner_store::{Connection, StoreError, catalogue, dispositions, ledger};
use std::path::Path;
use std::time::Instant;
use uuid::Uuid;

/// What an import of this file would do; it writes nothing.
pub async fn preview_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    watch.report("checking", 0, None, 0);
    let source = reading::source(workspace, path, options).await?;
    let mut read = workspace.store.read().await?;
    refuse_duplicate(&mut read, &source, options).await?;
    let mut pass = Pass::new(workspace, &mut read, &source, options).await?;
    pass.run(&mut read, reading::start(workspace, &source, &watch.cancel), watch, "reading").await?;
    Ok(pass.tally.report(&source, &options.kind, None))
}

/// Imports a file in one transaction. With the hash of a preview, only if it comes to exactly that.
pub async fn commit_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    plan_hash: Option<&str>,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    watch.report("checking", 0, None, 0);
    let source = reading::source(workspace, path, options).await?;
    let mut write = workspace.store.write().await?;
    refuse_duplicate(&mut write, &source, options).await?;
    let mut pass = Pass::new(workspace, &mut write, &source, options).await?;
    let id = Uuid::now_v7().to_string();
    pass.begin(&mut write, &source, &options.kind, &id).await?;
    pass.run(&mut write, reading::start(workspace, &source, &watch.cancel), watch, "writing").await?;
    pass.refuse_nothing(&source)?;
    pass.refuse_other_plan(plan_hash)?;
    pass.refuse_unseen_negative(&source, plan_hash)?;
    pass.finish(&mut write).await?;
    write.commit().await.map_err(StoreError::from)?;
    let mut report = pass.tally.report(&source, &options.kind, Some(id));
    report.first_lines.clear();
    Ok(report)
}

async fn refuse_duplicate(
    connection: &mut Connection,
    source: &Source,
    options: &ImportOptions,
) -> Result<(), ActionError> {
    if options.allow_duplicate {
        return Ok(());
    }
    let sheet = Some((options.kind.as_str(), source.mapping.sheet.as_str()));
    match imports::standing_of_file(connection, &source.fingerprint.sha256, sheet).await? {
        Some(before) => {
            let message = format!(
                "{} was imported on {} already, as {}. Undo that import first, or allow the duplicate.",
                source.file_name, before.imported_on, before.file_name
            );
            Err(ActionError { details: Some(before.id), ..ActionError::new("duplicate_file", message) })
        }
        None => Ok(()),
    }
}

/// One pass over the rows.
struct Pass<'a> {
    workspace: &'a Workspace,
    rules: Rules,
    ledger: Ledger,
    tally: Tally,
    /// Where rows are recorded; nothing in a preview.
    writer: Option<Writer>,
    first_rejection: Option<IssueView>,
    first_negative: Option<IssueView>,
    rows_total: u64,
}

/// Where the rows of an import are recorded.
struct Writer {
    number: i64,
    lines: LineWriter,
    issues: i64,
}

/// Rows of one batch, by what they become.
#[derive(Default)]
struct Batch {
    lines: Vec<SheetLine>,
    dispositions: Vec<SheetDisposition>,
    devices: Vec<SheetDevice>,
    certificates: Vec<RowEvents>,
    left: Vec<LeftRow>,
    issues: Vec<IssueView>,
}

impl<'a> Pass<'a> {
    async fn new(
        workspace: &'a Workspace,
        connection: &mut Connection,
        source: &Source,
        options: &ImportOptions,
    ) -> Result<Self, ActionError> {
        let organisation = Organisation::load(connection).await?;
        let this_year = organisation.fiscal_year_start.reporting_year(workspace.today);
        let assumed_year = options.year.unwrap_or(this_year);
        let tally = Tally::new(source, assumed_year);
        let weights = weights::load(connection).await?;
        Ok(Self {
            workspace,
            rules: Rules { organisation, weights, assumed_year },
            ledger: ledger::load(connection).await?,
            tally,
            writer: None,
            first_rejection: None,
            first_negative: None,
            rows_total: source.rows_total.saturating_sub(u64::from(source.mapping.header_row)),
        })
    }

    async fn begin(
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
        self.writer = Some(Writer { number, lines: LineWriter::new(number), issues: 0 });
        Ok(())
    }

    async fn run(
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
            let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
            watch.report(
                step,
                done,
                Some(self.rows_total.max(done)),
                done.saturating_mul(1_000) / milliseconds,
            );
        }
        let summary = reading::blocking_summary(rows.summary).await?;
        let mut notes: Vec<_> = summary.notes.iter().map(issue_view).collect();
        notes.extend(self.tally.assumptions(self.rules.assumed_year));
        self.record(connection, Batch { issues: notes, ..Batch::default() }).await
    }

    fn sort(&mut self, outcome: RowOutcome, batch: &mut Batch) -> Result<(), ActionError> {
        match outcome {
            RowOutcome::Imported { row, raw, record, issues } => {
                batch.issues.extend(issues.iter().map(issue_view));
                self.sort_record(row, raw, *record, &issues, batch)
            }
            RowOutcome::Skipped { row, raw, reason } => {
                self.tally.skipped(row, reason);
                batch.left.push(LeftRow { row, is_rejected: false, reason: reason.word().to_owned(), raw });
                Ok(())
            }
            RowOutcome::Rejected { row, raw, issues } => {
                self.reject(row, raw, issues.iter().map(issue_view).collect(), batch);
                Ok(())
            }
        }
    }

    fn reject(&mut self, row: u32, raw: Vec<String>, issues: Vec<IssueView>, batch: &mut Batch) {
        self.tally.rejected(row);
        let rejecting = issues.iter().find(|issue| issue.severity == "rejects").or(issues.first());
        let reason = rejecting.map(|issue| issue.code.clone()).unwrap_or_default();
        if self.first_rejection.is_none() {
            self.first_rejection = rejecting.cloned();
        }
        if self.first_negative.is_none() {
            self.first_negative =
                issues.iter().find(|issue| issue.code == IssueCode::NegativeMass.word()).cloned();
        }
        batch.left.push(LeftRow { row, is_rejected: true, reason, raw });
        batch.issues.extend(issues);
    }

    fn sort_record(
        &mut self,
        row: u32,
        raw: Vec<String>,
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
                batch.lines.push(SheetLine { row, raw, line });
            }
            Record::Disposition(record) => {
                let disposition = self.rules.disposition(record)?;
                self.refuse_locked(disposition.year, row)?;
                let preview = PreviewLine {
                    row,
                    item: disposition.item.clone().or_else(|| disposition.asset_tag.clone()),
                    category: disposition.category.clone(),
                    state: disposition.outcome.map(|outcome| outcome.word().to_owned()),
                    quantity: disposition.quantity,
                    mass_kg: Some(kg(disposition.sent)),
                    weight_source: None,
                    year: Some(disposition.year),
                };
                self.tally.rows_without_date += u64::from(disposition.year_assumed);
                self.tally.imported(counted(preview, disposition.sent), &raw);
                batch.dispositions.push(SheetDisposition { row, raw, disposition });
            }
            Record::Catalogue(record) => {
                let mass = Mass::from_kilograms(record.mass_kg)?;
                let device = device(row, record, issues);
                let preview = PreviewLine {
                    row,
                    item: device.device.model.clone(),
                    category: device.category.clone(),
                    state: None,
                    quantity: None,
                    mass_kg: Some(device.device.unit_kg.to_string()),
                    weight_source: None,
                    year: None,
                };
                self.tally.imported(counted(preview, mass), &raw);
                batch.devices.push(device);
            }
            Record::Certificate(record) => match apply_row(&mut self.ledger, record, self.workspace.today) {
                Ok(events) => {
                    self.tally.imported(counted(certificate_preview(row, &events), Mass::ZERO), &raw);
                    batch.certificates.push(events);
                }
                Err(refusal) => {
                    let issue = IssueView {
                        row,
                        column: None,
                        code: refusal.code.to_owned(),
                        severity: "rejects".to_owned(),
                        seen: raw
                            .iter()
                            .filter(|cell| !cell.is_empty())
                            .take(3)
                            .cloned()
                            .collect::<Vec<_>>()
                            .join(" · "),
                        expected: refusal.message,
                    };
                    self.reject(row, raw, vec![issue], batch);
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
        self.tally.note(batch.issues);
        Ok(())
    }

    /// A file of which nothing could be imported is refused whole.
    fn refuse_nothing(&self, source: &Source) -> Result<(), ActionError> {
        let sums = self.tally.sums;
        if sums.rows_imported > 0 {
            return Ok(());
        }
        let Source { file_name, mapping, .. } = source;
        let message = match &self.first_rejection {
            Some(issue) => format!(
                "No row of {file_name}, sheet “{}”, can be imported: {} rows were rejected. Row {}{}: found “{}”, expected {}. Correct the file and import it again.",
                mapping.sheet,
                sums.rows_rejected,
                issue.row,
                issue.column.as_deref().map(|column| format!(", column “{column}”")).unwrap_or_default(),
                issue.seen,
                issue.expected
            ),
            None => format!(
                "Sheet “{}” of {file_name} has no rows below its header in row {}. Choose another sheet or header row.",
                mapping.sheet, mapping.header_row
            ),
        };
        Err(ActionError::new("nothing_to_import", message))
    }

    /// A weight below zero would lessen the requirement if it were a return, and is missing from it if it is a slip:
    /// only a person who has seen the preview can leave such a row out.
    fn refuse_unseen_negative(&self, source: &Source, previewed: Option<&str>) -> Result<(), ActionError> {
        let Some(issue) = self.first_negative.as_ref().filter(|_| previewed.is_none()) else { return Ok(()) };
        let message = format!(
            "Row {} of {}, column “{}”, holds “{}”: a weight cannot be below 0. Nothing was imported. Correct the cell, or preview the import and confirm its plan to leave such rows out.",
            issue.row,
            source.file_name,
            issue.column.as_deref().unwrap_or_default(),
            issue.seen
        );
        Err(ActionError::new("negative_mass", message))
    }

    fn refuse_other_plan(&self, previewed: Option<&str>) -> Result<(), ActionError> {
        match previewed {
            Some(hash) if hash != self.tally.plan_hash() => Err(ActionError::new(
                "plan_changed",
                "The file or the workspace changed since the preview. Nothing was imported; look at the preview again.",
            )),
            _ => Ok(()),
        }
    }

    async fn finish(&mut self, connection: &mut Connection) -> Result<(), ActionError> {
        let Some(writer) = &self.writer else { return Ok(()) };
        imports::finish(connection, writer.number, self.tally.sums, &self.tally.plan_hash()).await?;
        if !self.tally.sums.rows_imported.is_positive() {
            return Ok(());
        }
        weights::weigh_again(connection).await.map(drop)
    }
}

fn counted(preview: PreviewLine, mass: Mass) -> Counted {
    Counted { preview, mass, mass_new: Mass::ZERO, mass_excluded: Mass::ZERO, is_unresolved: false }
}

fn certificate_preview(row: u32, events: &RowEvents) -> PreviewLine {
    PreviewLine {
        row,
        item: Some(events.lot_id.clone()),
        category: None,
        state: None,
        quantity: Some(events.quantity),
        mass_kg: None,
        weight_source: None,
        year: Some(events.vintage),
    }
}

impl Writer {
    async fn write(
        &mut self,
        connection: &mut Connection,
        batch: &Batch,
        ledger: &Ledger,
    ) -> Result<(), ActionError> {
        self.lines.write(connection, &batch.lines).await?;
        dispositions::add(connection, self.number, &batch.dispositions).await?;
        catalogue::add(connection, self.number, &batch.devices).await?;
        for event in batch.certificates.iter().flat_map(|row| &row.events) {
            ledger::append(connection, event, ledger, Some(self.number)).await?;
        }
        imports::add_left_rows(connection, self.number, &batch.left).await?;
        let issues: Vec<_> = batch.issues.iter().map(stored_issue).collect();
        imports::add_issues(connection, self.number, self.issues, &issues).await?;
        self.issues += i64::try_from(issues.len()).unwrap_or(0);
        Ok(())
    }
}

fn stored_issue(issue: &IssueView) -> StoredIssue {
    StoredIssue {
        row: issue.row,
        column: issue.column.clone(),
        code: issue.code.clone(),
        severity: issue.severity.clone(),
        seen: issue.seen.clone(),
        expected: issue.expected.clone(),
    }
}
