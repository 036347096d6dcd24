//! Sorts the rows of a file on the thread that reads them: each becomes a line, is skipped or is refused, and is counted.

use super::convert::{KnownDevices, OwnModels, Rules};
use super::orders::Orders;
use super::reading::Source;
use super::remembered::stored_fix;
use super::repeats::{Doubt, Doubts, Repeats};
use super::review::kept_row;
use super::tally::{Tally, issue_view};
use super::writer::Batch;
use crate::own_issue::own_issue;
use crate::settings::Organisation;
use crate::views::import::{ImportOptions, IssueView};
use crate::{ActionError, Workspace, weights};
use chrono::NaiveDate;
use planner_core::disposition::Disposition;
use planner_core::ledger::Ledger;
use planner_core::line::Line;
use planner_core::mass::Mass;
use planner_core::own_average::OwnModel;
use planner_core::own_issue::OwnIssue;
use planner_core::raw::RawRow;
use planner_core::room::{NoRoom, Room};
use planner_core::year::reporting_year;
use planner_sheets::field::Kind;
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::mapping::CellFix;
use planner_sheets::rows::{RowOutcome, SkipReason};
use planner_store::drafts::DraftRow;
use planner_store::imports::{KeptRow, RowFate};
use planner_store::mappings::StoredFix;
use planner_store::{Connection, dispositions, ledger, sums};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::Mutex;

mod records;

/// What of the rows is kept to look at, beside what is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Nothing.
    Nothing,
    /// Records, to be compared with those that stand.
    Compared,
    /// Every row, to be looked through.
    Every,
}

/// Sorts rows, and counts what they come to.
pub(super) struct Sorter {
    rules: Rules,
    /// Shared with whoever records the events of certificate rows.
    pub(super) ledger: Arc<Mutex<Ledger>>,
    /// What was restored beside the own certificates, those of the rows so far among them.
    own: OwnIssue,
    orders: Orders,
    locked_years: BTreeSet<i32>,
    today: NaiveDate,
    fixes: Vec<CellFix>,
    keep: Keep,
    last_kept: Option<u32>,
    repeats: Repeats,
    /// Beside what stands.
    room: Room,
    /// Beside the masses of the file that are in no total.
    room_excluded: Room,
    pub(super) doubts: Doubts,
    pub(super) tally: Tally,
    pub(super) first_rejection: Option<IssueView>,
    pub(super) first_negative: Option<IssueView>,
}

impl Sorter {
    pub(super) async fn load(
        workspace: &Workspace,
        connection: &mut Connection,
        source: &Source,
        options: &ImportOptions,
        keep: Keep,
    ) -> Result<Self, ActionError> {
        let organisation = Organisation::load(connection).await?;
        let this_year = organisation.fiscal_year_start.reporting_year(workspace.today);
        let assumed_year = reporting_year(options.year.unwrap_or(this_year))?;
        let weights = weights::load(connection, workspace.today).await?;
        let ledger = ledger::load(connection).await?;
        let own = own_issue(connection, &ledger).await?;
        Ok(Self {
            own,
            orders: Orders::load(connection).await?,
            rules: Rules {
                organisation,
                weights,
                assumed_year,
                known: KnownDevices::default(),
                own: OwnModels::default(),
            },
            locked_years: ledger.locked_years().collect(),
            ledger: Arc::new(Mutex::new(ledger)),
            today: workspace.today,
            fixes: source.mapping.fixes.clone(),
            keep,
            last_kept: None,
            repeats: Repeats::new(source),
            room: room(connection, source.mapping.kind).await?,
            room_excluded: Room::default(),
            doubts: Doubts::new(source, workspace.today),
            tally: Tally::new(source, assumed_year, options.year.is_none()),
            first_rejection: None,
            first_negative: None,
        })
    }

    /// The models whose weights the rows or the catalogue state.
    pub(super) fn own_models(&self) -> Vec<OwnModel> {
        self.rules.own.models()
    }

    /// What was assumed of many rows, said once for the whole sheet.
    pub(super) fn assumptions(&self) -> Vec<IssueView> {
        self.tally.assumptions(self.rules.assumed_year)
    }

    /// Takes a row into its batch.
    pub(super) fn sort(&mut self, outcome: RowOutcome, batch: &mut Batch) -> Result<(), ActionError> {
        let first_issue = batch.issues.len();
        batch.rows += 1;
        self.tally.saw(&outcome);
        batch.fixes.extend(applied(&self.fixes, &outcome));
        let mut kept = (self.keep == Keep::Every).then(|| kept_row(&outcome));
        match outcome {
            RowOutcome::Imported { row, raw, record, issues } => {
                batch.issues.extend(issues.iter().map(issue_view));
                self.sort_record(row, raw, *record, &issues, &mut kept, batch)?;
            }
            RowOutcome::Skipped { row, raw, reason, mass_kg } => {
                let mass = self.countable(row, mass(mass_kg), batch);
                self.tally.skipped(row, reason, mass);
                let reason = reason.word().to_owned();
                batch.kept.push(KeptRow { row, fate: RowFate::Skipped, reason, raw });
            }
            RowOutcome::Rejected { row, raw, issues, mass_kg } => {
                let issues = issues.iter().map(issue_view).collect();
                self.reject(row, raw, issues, mass(mass_kg), &mut kept, batch);
            }
        }
        // A row with several devices is looked through once.
        batch.draft.extend(kept.filter(|kept| self.last_kept.replace(kept.row) != Some(kept.row)));
        self.tally.note(&batch.issues[first_issue..]);
        Ok(())
    }

    fn reject(
        &mut self,
        row: u32,
        raw: RawRow,
        issues: Vec<IssueView>,
        mass: Mass,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        let mass = self.countable(row, mass, batch);
        self.tally.rejected(row, mass);
        if let Some(kept) = kept {
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

    /// A row that reads well and cannot be recorded.
    fn refuse(
        &mut self,
        row: u32,
        raw: RawRow,
        refusal: ActionError,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        let issue = IssueView {
            row,
            column: None,
            code: refusal.code.to_owned(),
            severity: "rejects".to_owned(),
            seen: beginning(&raw),
            expected: refusal.message,
        };
        self.reject(row, raw, vec![issue], Mass::ZERO, kept, batch);
    }

    /// Takes the room of a line; one that is no hardware is in the sum of what is left out, too.
    fn make_room(&mut self, line: &Line) -> Result<(), NoRoom> {
        let masses = || [line.mass.low, line.mass.mid, line.mass.high].into_iter().flatten();
        let mut excluded = self.room_excluded;
        if !line.is_in_scope() {
            excluded.take(line.quantity, masses())?;
        }
        self.room.take(line.quantity, masses())?;
        self.room_excluded = excluded;
        Ok(())
    }

    /// The mass of a row that is left out, as far as the sum of them can be held.
    fn countable(&mut self, row: u32, mass: Mass, batch: &mut Batch) -> Mass {
        if self.room_excluded.take(0, [mass]).is_ok() {
            return mass;
        }
        batch.issues.push(IssueView {
            row,
            column: None,
            code: "mass_not_counted".to_owned(),
            severity: "warns".to_owned(),
            seen: mass.to_string(),
            expected:
                "a mass with which the sum of what is left out can be held; it is in no sum of the file"
                    .to_owned(),
        });
        Mass::ZERO
    }

    /// A line that a person leaves out: it stands twice, or says what can hardly be.
    fn leave_out(
        &mut self,
        row: u32,
        raw: RawRow,
        doubt: Doubt,
        line: &Line,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        match doubt {
            Doubt::Repeated => {
                let reason = SkipReason::Repeated;
                kept.iter_mut().for_each(|kept| kept.fate = "skipped".into());
                let mass = self.countable(row, line.mass.mid.unwrap_or(Mass::ZERO), batch);
                self.tally.skipped(row, reason, mass);
                let reason = reason.word().to_owned();
                batch.kept.push(KeptRow { row, fate: RowFate::Skipped, reason, raw });
            }
            Doubt::Implausible => {
                let message = "a day and a quantity that can be; the row is left out, by your word";
                self.refuse(row, raw, ActionError::new("implausible", message), kept, batch);
            }
        }
    }

    fn refuse_locked(&self, year: i32, row: u32) -> Result<(), ActionError> {
        if !self.locked_years.contains(&year) {
            return Ok(());
        }
        let message = format!(
            "Row {row} belongs to reporting year {year}, which is locked and takes no change. Unlock it with a reason, or leave these rows out of the file."
        );
        Err(ActionError::new("year_locked", message))
    }
}

/// What is left beside the records of a kind that stand.
async fn room(connection: &mut Connection, kind: Kind) -> Result<Room, ActionError> {
    let (quantity, mass) = match kind {
        Kind::Procurement => sums::held(connection).await?,
        Kind::Dispositions => dispositions::held(connection).await?,
        Kind::Certificates | Kind::Orders | Kind::Catalogue | Kind::Unknown => (0, Mass::ZERO),
    };
    Ok(Room::beside(quantity, mass))
}

fn masses(disposition: &Disposition) -> impl Iterator<Item = Mass> {
    let Disposition { sent, restored, legal_obligation, .. } = disposition;
    [Some(*sent), *restored, Some(*legal_obligation)].into_iter().flatten()
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

/// That a mass is the usual one of its category.
fn estimated(row: u32, disposition: &Disposition) -> IssueView {
    issue_view(&Issue::new(
        row,
        None,
        IssueCode::MassEstimated,
        &disposition.sent.to_string(),
        "a stated mass; the usual one of the category was taken, by your word",
    ))
}

/// The first cells that hold something.
fn beginning(raw: &RawRow) -> String {
    raw.cells().filter(|cell| !cell.is_empty()).take(3).collect::<Vec<_>>().join(" · ")
}

/// A stated mass; one too large to be held is the row's own issue.
fn mass(kilograms: Option<Decimal>) -> Mass {
    kilograms.and_then(|kilograms| Mass::from_kilograms(kilograms).ok()).unwrap_or(Mass::ZERO)
}
