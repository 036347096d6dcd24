//! What is kept of a comparison with a registry's statement, and what the last one says of each lot.

use super::event::{DatedEvent, Event};
use super::lot::SerialRange;
use super::reconcile::{Finding, Outcome, Stated};
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A comparison with a registry's statement, as the log keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The lots that agree as a whole.
    pub lot_ids: Vec<String>,
    /// The statement's file name.
    pub file_name: String,
    /// SHA-256 of the statement.
    pub sha256: String,
    /// Bytes of the statement, which the workspace keeps; nothing where it keeps the hash alone.
    pub size: Option<i64>,
    /// Runs that are not the same on both sides.
    pub differences: i64,
    /// Certificates that only the statement has; nothing where that was not kept.
    pub units_only_there: Option<i64>,
    /// What was found of each lot, run by run.
    pub runs: Vec<CheckedRun>,
}

/// A run of a lot's serials as a comparison found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedRun {
    /// The lot.
    pub lot_id: String,
    /// The serials.
    pub serials: SerialRange,
    /// How both stand to each other.
    pub outcome: Outcome,
    /// What the statement says became of them; nothing where it does not say.
    pub stated: Option<Stated>,
}

impl CheckedRun {
    /// The run of a finding; nothing where no lot has its serials.
    pub fn of(finding: &Finding) -> Option<Self> {
        let lot_id = finding.lot_id.clone()?;
        Some(Self { lot_id, serials: finding.serials, outcome: finding.outcome, stated: finding.stated })
    }
}

/// What a registry's statement shows of a run of retired serials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// It shows them retired.
    Retired,
    /// It has them and does not say that they are retired.
    Unstated,
    /// It was compared before they were retired.
    Earlier,
    /// It says something else of them.
    Otherwise,
    /// It does not have them.
    Missing,
    /// No statement was compared.
    Never,
}

/// The last comparison of a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastCheck {
    /// Number of the event that kept it.
    pub event: i64,
    /// Its day.
    pub on: NaiveDate,
    /// SHA-256 of the statement.
    pub sha256: String,
    /// The lot's runs as they were found.
    pub runs: Vec<CheckedRun>,
}

impl LastCheck {
    /// Whether both said the same of all of it.
    pub fn agrees(&self) -> bool {
        self.runs.iter().all(|run| run.outcome == Outcome::Matched)
    }

    /// Whether the statement shows all of these serials, and says the same of them.
    pub fn agrees_on(&self, serials: SerialRange) -> bool {
        let found = self.runs.iter().filter_map(|run| run.serials.intersection(serials));
        self.agrees() && found.map(SerialRange::quantity).sum::<i64>() == serials.quantity()
    }

    /// Units of it that the statement has as issued, in the account, retired or expired.
    pub fn units_stated(&self) -> i64 {
        let has = |run: &&CheckedRun| {
            run.outcome != Outcome::OnlyHere
                && !matches!(run.stated, Some(Stated::Transferred | Stated::Cancelled))
        };
        self.runs.iter().filter(has).map(|run| run.serials.quantity()).sum()
    }

    /// What it shows of serials that the event of this number retired: of all of them, what is least.
    pub fn shows(&self, serials: SerialRange, retired_by: i64) -> Shown {
        if self.event < retired_by {
            return Shown::Earlier;
        }
        let mut left = serials.quantity();
        let mut worst = Shown::Retired;
        for run in &self.runs {
            let Some(part) = run.serials.intersection(serials) else { continue };
            left -= part.quantity();
            worst = worst.max(match (run.outcome, run.stated) {
                (Outcome::Matched, Some(Stated::Retired)) => Shown::Retired,
                (Outcome::Matched, _) => Shown::Unstated,
                (Outcome::OnlyHere, _) => Shown::Missing,
                (Outcome::Different | Outcome::OnlyThere, _) => Shown::Otherwise,
            });
        }
        if left > 0 { worst.max(Shown::Missing) } else { worst }
    }

    fn within(&self, lot_id: &str, serials: SerialRange) -> Self {
        let part = |run: &CheckedRun| {
            let serials = run.serials.intersection(serials)?;
            Some(CheckedRun { lot_id: lot_id.to_owned(), serials, ..run.clone() })
        };
        Self { runs: self.runs.iter().filter_map(part).collect(), ..self.clone() }
    }
}

/// The last comparison of every lot of a ledger that was ever compared, by lot. Comparisons and splits come with their
/// numbers, in order; other events are passed over.
pub fn last_checks<'a>(
    ledger: &Ledger,
    events: impl IntoIterator<Item = (i64, &'a DatedEvent)>,
) -> BTreeMap<String, LastCheck> {
    let mut checks: BTreeMap<String, LastCheck> = BTreeMap::new();
    for (number, dated) in events {
        match &dated.event {
            Event::Split { lot_id, at, into: [lower, upper] } => {
                let Some(check) = checks.remove(lot_id) else { continue };
                let parts =
                    [(lower, SerialRange::new(0, at - 1)), (upper, SerialRange::new(*at, i64::MAX - 1))];
                for (id, part) in parts {
                    let Some(part) = part else { continue };
                    checks.insert(id.clone(), check.within(id, part));
                }
            }
            Event::Checked(check) => {
                for (lot_id, runs) in runs_by_lot(check, ledger) {
                    let last = LastCheck { event: number, on: dated.on, sha256: check.sha256.clone(), runs };
                    checks.insert(lot_id.to_owned(), last);
                }
            }
            _ => {}
        }
    }
    checks
}

/// The runs of a comparison by lot. One that kept no runs found its lots to agree, and not what the registry said.
fn runs_by_lot<'a>(check: &'a Check, ledger: &Ledger) -> BTreeMap<&'a str, Vec<CheckedRun>> {
    let mut by_lot: BTreeMap<&str, Vec<CheckedRun>> = BTreeMap::new();
    for run in &check.runs {
        by_lot.entry(&run.lot_id).or_default().push(run.clone());
    }
    if check.runs.is_empty() {
        for lot_id in &check.lot_ids {
            let Some(serials) = ledger.serials_of(lot_id) else { continue };
            let lot = lot_id.clone();
            let run = CheckedRun { lot_id: lot, serials, outcome: Outcome::Matched, stated: None };
            by_lot.entry(lot_id).or_default().push(run);
        }
    }
    by_lot
}

impl Ledger {
    pub(super) fn check(&mut self, check: &Check, on: NaiveDate) -> Result<(), LedgerError> {
        for id in check.lot_ids.iter().chain(check.runs.iter().map(|run| &run.lot_id)) {
            self.lot(id)?;
        }
        for id in &check.lot_ids {
            if let Some(holding) = self.holdings.get_mut(id) {
                holding.checked_on = Some(on);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, lot, range};
    use super::*;

    fn run(lot_id: &str, start: i64, end: i64, outcome: Outcome, stated: Option<Stated>) -> CheckedRun {
        CheckedRun { lot_id: lot_id.into(), serials: range(start, end), outcome, stated }
    }

    fn log(events: Vec<Event>) -> BTreeMap<String, LastCheck> {
        let events: Vec<_> =
            events.into_iter().map(|event| DatedEvent::new(day(2026, 6, 16), event)).collect();
        let ledger = Ledger::replay(events.clone()).expect("a history");
        last_checks(&ledger, (1..).zip(&events))
    }

    #[test]
    fn the_last_comparison_stands_and_follows_the_serials() {
        let checks = log(vec![
            Event::LotRecorded(Box::new(lot("A", 1, 100, 2025))),
            Event::LotRecorded(Box::new(lot("B", 201, 300, 2025))),
            Event::Checked(Check { lot_ids: vec!["A".into(), "B".into()], ..Check::default() }),
            Event::Checked(Check {
                runs: vec![
                    run("A", 1, 60, Outcome::Matched, Some(Stated::Retired)),
                    run("A", 61, 90, Outcome::Different, Some(Stated::Live)),
                    run("A", 91, 100, Outcome::OnlyHere, None),
                ],
                ..Check::default()
            }),
            Event::Split { lot_id: "A".into(), at: 51, into: ["A-1".into(), "A-2".into()] },
        ]);
        let found: Vec<_> = checks.iter().map(|(id, one)| (id.as_str(), one.event, one.agrees())).collect();
        assert_eq!(found, [("A-1", 4, true), ("A-2", 4, false), ("B", 3, true)]);
        let stated: Vec<_> = checks.values().map(LastCheck::units_stated).collect();
        assert_eq!(stated, [50, 40, 100]);
        let of = |id: &str, start, end, retired_by| checks[id].shows(range(start, end), retired_by);
        assert_eq!(of("A-1", 1, 50, 3), Shown::Retired);
        assert_eq!(of("A-1", 1, 50, 5), Shown::Earlier);
        assert_eq!(of("A-1", 40, 60, 3), Shown::Missing);
        assert_eq!(of("A-2", 51, 70, 3), Shown::Otherwise);
        assert_eq!(of("A-2", 95, 96, 3), Shown::Missing);
        assert_eq!(of("B", 201, 210, 1), Shown::Unstated);
    }

    #[test]
    fn what_left_the_account_is_not_stated_as_ours() {
        let checks = log(vec![
            Event::LotRecorded(Box::new(lot("A", 1, 100, 2025))),
            Event::Checked(Check {
                runs: vec![
                    run("A", 1, 70, Outcome::Matched, Some(Stated::Live)),
                    run("A", 71, 100, Outcome::Matched, Some(Stated::Transferred)),
                ],
                ..Check::default()
            }),
        ]);
        assert_eq!((checks["A"].units_stated(), checks["A"].agrees()), (70, true));
    }
}
