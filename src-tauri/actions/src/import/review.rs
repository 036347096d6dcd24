//! Every row of a file before it is imported: kept while a person looks through it, a page at a time.

use super::pass::{Pass, Passed, Purpose};
use super::reading::{self, Source, Watch};
use super::sorting::Sorter;
use crate::output::Outputs;
use crate::views::disclosure::Exported;
use crate::views::import::{ImportOptions, ImportReport, IssueView};
use crate::views::review::{ReviewCounts, ReviewPage, ReviewQuery, ReviewRow};
use crate::{ActionError, Workspace};
use planner_sheets::Contents;
use planner_sheets::issue::{Issue, IssueCode, Severity};
use planner_sheets::rows::RowOutcome;
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::workbook::{MarkError, Problem, mark_problems};
use planner_store::drafts::{Draft, DraftFilter, DraftRow};
use planner_store::imports::StoredIssue;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Rows on a page at most.
const PAGE_LIMIT: u32 = 500;
/// Rows whose problems an error workbook names; a file with more wants another header row, not a hundred thousand notes.
const MOST_MARKED: i64 = 100_000;

/// The rows that were looked at last, and the plan they belong to.
#[derive(Debug)]
pub(crate) struct Review {
    plan_hash: String,
    headers: Vec<String>,
    draft: Draft,
}

/// Where a workspace keeps them.
pub(crate) type Reviews = Arc<Mutex<Option<Review>>>;

/// What an import of this file would do, with every row at hand for [`review_page`]; it writes nothing.
pub async fn review_import(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<ImportReport, ActionError> {
    let Passed { source, pass, sorter } = reviewed(workspace, path, options, watch).await?;
    let mut draft = pass.draft;
    let counts = match &mut draft {
        Some(draft) => Some(counts(draft).await?),
        None => None,
    };
    let report = sorter.tally.report(&source, &options.kind, None);
    let report = ImportReport { revision: pass.revision, review: counts, ..report };
    let headers = source.mapping.headers;
    let plan_hash = report.plan_hash.clone();
    *workspace.reviews.lock().await = draft.map(|draft| Review { plan_hash, headers, draft });
    Ok(report)
}

async fn reviewed(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    watch: &Watch,
) -> Result<Passed, ActionError> {
    let reading = reading::start(workspace, path, options, watch, Sorter::sort).await?;
    let mut read = workspace.store.read().await?;
    Pass::through(workspace, &mut read, reading, options, Purpose::Review, watch).await
}

async fn counts(draft: &mut Draft) -> Result<ReviewCounts, ActionError> {
    Ok(ReviewCounts {
        all: draft.count(DraftFilter::All).await?,
        problems: draft.count(DraftFilter::Problems).await?,
        changes: draft.count(DraftFilter::Changes).await?,
        duplicates: draft.count(DraftFilter::Duplicates).await?,
        skipped: draft.count(DraftFilter::Skipped).await?,
        corrected: draft.count(DraftFilter::With(IssueCode::CellFixed.as_str())).await?,
    })
}

/// A page of the rows that were looked at last.
pub async fn review_page(workspace: &Workspace, query: &ReviewQuery) -> Result<ReviewPage, ActionError> {
    let filter = match query.filter.as_str() {
        "all" => DraftFilter::All,
        "problems" => DraftFilter::Problems,
        "changes" => DraftFilter::Changes,
        "duplicates" => DraftFilter::Duplicates,
        "skipped" => DraftFilter::Skipped,
        "corrected" => DraftFilter::With(IssueCode::CellFixed.as_str()),
        other => return Err(ActionError::request(format!("Rows cannot be filtered by “{other}”."))),
    };
    let mut reviews = workspace.reviews.lock().await;
    let review = reviews.as_mut().filter(|review| review.plan_hash == query.plan_hash).ok_or_else(|| {
        ActionError::new("review_gone", "These rows are no longer at hand. Look at the import again.")
    })?;
    let total = review.draft.count(filter).await?;
    let rows = review.draft.page(filter, query.offset, query.limit.clamp(1, PAGE_LIMIT)).await?;
    let ends = rows.first().zip(rows.last()).map(|((first, _), (last, _))| (first.row, last.row));
    let (first, last) = ends.unwrap_or_default();
    let mut issues = by_row(review.draft.issues(first, last).await?);
    let rows = rows.into_iter().map(|(row, change)| {
        let issues = issues.remove(&row.row).unwrap_or_default();
        view(row, change, issues.into_iter().map(issue).collect())
    });
    Ok(ReviewPage { total, headers: review.headers.clone(), rows: rows.collect() })
}

fn by_row(issues: Vec<StoredIssue>) -> BTreeMap<u32, Vec<StoredIssue>> {
    let mut by_row: BTreeMap<u32, Vec<StoredIssue>> = BTreeMap::new();
    for issue in issues {
        by_row.entry(issue.row).or_default().push(issue);
    }
    by_row
}

fn view(row: DraftRow, change: Option<String>, issues: Vec<IssueView>) -> ReviewRow {
    ReviewRow {
        row: row.row,
        fate: row.fate,
        reason: row.reason,
        change,
        cells: row.raw.cells().map(str::to_owned).collect(),
        issues,
    }
}

fn issue(issue: StoredIssue) -> IssueView {
    IssueView {
        row: issue.row,
        column: issue.column,
        code: issue.code,
        severity: issue.severity,
        seen: issue.seen,
        expected: issue.expected,
    }
}

/// Writes the sheet once more with a column that says what is wrong in each row, and notes on the cells.
pub async fn write_error_workbook(
    workspace: &Workspace,
    path: &Path,
    options: &ImportOptions,
    out: &Path,
    watch: &Watch,
) -> Result<Exported, ActionError> {
    let outputs = Outputs::begin(workspace, &[out.to_owned()], &[path])?;
    let Passed { source, mut pass, .. } = reviewed(workspace, path, options, watch).await?;
    let Some(draft) = &mut pass.draft else { return Err(nothing_wrong(&source)) };
    let marked = draft.count(DraftFilter::Problems).await?;
    if marked == 0 {
        return Err(nothing_wrong(&source));
    }
    if marked > MOST_MARKED {
        let message = format!(
            "{marked} rows of {} have problems, more than a workbook can be marked with. Check its header row and columns first.",
            source.file_name
        );
        return Err(ActionError::new("too_many_problems", message));
    }
    let problems = problems(draft, source.mapping.header_row + 1).await?;
    let width = u16::try_from(draft.width().await?.max(source.mapping.headers.len())).unwrap_or(u16::MAX);
    let (program, file) = (workspace.reader.clone(), path.to_owned());
    let work = tokio::task::spawn_blocking(move || {
        let mut go_on = |_| ControlFlow::Continue(());
        let mut contents = Contents::read(&program, &file, &Vocabulary::shipped(), &mut go_on)?;
        mark_problems(&mut contents, &source.mapping, width, &problems)
    });
    let done = work.await.map_err(|error| ActionError::new("export_failed", format!("{error}.")))?;
    let bytes = done.map_err(|error| match error {
        MarkError::Read(error) => ActionError::from(error),
        MarkError::Write(error) => ActionError::from(error),
    })?;
    Ok(Exported { files: outputs.write(&[bytes])?, chain_head: None })
}

fn nothing_wrong(source: &Source) -> ActionError {
    let message = format!("Nothing is wrong in {}: every row can be imported as it is.", source.file_name);
    ActionError::new("no_problems", message)
}

/// What is to be put right from a row on, by row; what is said once for the whole sheet stands above it.
async fn problems(draft: &mut Draft, first: u32) -> Result<BTreeMap<u32, Vec<Problem>>, ActionError> {
    let mut found: BTreeMap<u32, Vec<Problem>> = BTreeMap::new();
    for issue in draft.issues(first, u32::MAX).await? {
        let severity = Severity::from_word(&issue.severity).unwrap_or(Severity::Informs);
        if severity == Severity::Informs {
            continue;
        }
        let seen = if issue.seen.is_empty() { "nothing".to_owned() } else { format!("“{}”", issue.seen) };
        let is_sentence = issue.expected.ends_with(['.', '!', '?']);
        let text =
            if is_sentence { issue.expected } else { format!("found {seen}, expected {}.", issue.expected) };
        found.entry(issue.row).or_default().push(Problem { column: issue.column, severity, text });
    }
    Ok(found)
}

/// A row as it is looked through.
pub(super) fn kept_row(outcome: &RowOutcome) -> DraftRow {
    let is_doubtful = |issues: &[Issue]| issues.iter().any(|issue| issue.severity != Severity::Informs);
    let (row, fate, raw) = match outcome {
        RowOutcome::Imported { row, raw, .. } => (*row, "imported", raw),
        RowOutcome::Skipped { row, raw, .. } => (*row, "skipped", raw),
        RowOutcome::Rejected { row, raw, .. } => (*row, "rejected", raw),
    };
    let (reason, has_problem) = match outcome {
        RowOutcome::Imported { issues, .. } => ("", is_doubtful(issues)),
        RowOutcome::Skipped { reason, .. } => (reason.word(), false),
        RowOutcome::Rejected { .. } => ("", true),
    };
    DraftRow { row, fate: fate.into(), reason: reason.into(), raw: raw.clone(), has_problem }
}
