//! Own certificates beside what was restored: never more for a batch than its eligible kg, rounded down, less what
//! was issued before (domain §3.7). A batch is known by its name as it stands; units that name none count against
//! everything that is eligible and not yet used, so that leaving the name out gains nothing.

use crate::class::COVERING_CLASS;
use crate::disposition::{Outcome, Restoration, RestorationPolicy};
use crate::ledger::Ledger;
use crate::ledger::evidence::Proof;
use crate::ledger::holding::{Holding, UnitState};
use crate::ledger::lot::{Lot, Origin};
use crate::mass::Mass;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Retired assets of one batch that are alike, summed; of one provider and year where they name no batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoredPart {
    /// The batch.
    pub batch: Option<String>,
    /// Who restored them.
    pub provider: Option<String>,
    /// Reporting year.
    pub year: i32,
    /// What became of them.
    pub outcome: Option<Outcome>,
    /// Mass sent.
    pub sent: Mass,
    /// Restored mass; nothing where their rows state none.
    pub stated: Option<Mass>,
    /// Recovery that the law demands anyway.
    pub legal_obligation: Mass,
}

/// More certificates of a batch than it restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excess {
    /// The batch; nothing for units that name none.
    pub batch: Option<String>,
    /// Certificates that there could be: eligible kg, rounded down; of units without a batch what the batches leave.
    pub eligible: i64,
    /// Certificates that there are, cancelled ones left out.
    pub issued: i64,
}

impl Excess {
    /// How many too many.
    pub fn units(&self) -> i64 {
        self.issued - self.eligible
    }
}

/// What could be issued of every batch, and what was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnIssue {
    eligible: BTreeMap<String, i64>,
    eligible_without_batch: i64,
    has_retired_assets: bool,
    issued: BTreeMap<Option<String>, i64>,
}

impl OwnIssue {
    /// The retired assets of all years, each under the policy of its year, beside the own lots of a ledger.
    pub fn of(parts: &[RestoredPart], policy: &dyn Fn(i32) -> RestorationPolicy, ledger: &Ledger) -> Self {
        let mut own = Self { has_retired_assets: !parts.is_empty(), ..Self::default() };
        for (key, restoration) in restorations(parts, policy) {
            let certificates = restoration.eligible().certificates_rounded_down();
            match key.batch {
                Some(batch) => *own.eligible.entry(batch).or_default() += certificates,
                None => own.eligible_without_batch += certificates,
            }
        }
        for holding in ledger.holdings().filter(|holding| is_own(&holding.lot)) {
            let cancelled = holding.ranges().iter().filter(|range| range.state == UnitState::Cancelled);
            let cancelled: i64 = cancelled.map(|range| range.serials.quantity()).sum();
            own.add(&holding.lot.facts.batch, holding.lot.quantity() - cancelled);
        }
        own
    }

    fn add(&mut self, batch: &Option<String>, units: i64) {
        *self.issued.entry(batch.clone()).or_default() += units;
    }

    /// Takes a lot in; one that is not our own, or of a class that is not mass, changes nothing.
    pub fn record(&mut self, lot: &Lot) {
        if is_own(lot) {
            self.add(&lot.facts.batch, lot.quantity());
        }
    }

    /// Whether anything is known of what a batch restored; of units without one, whether of anything.
    pub fn is_known(&self, batch: Option<&str>) -> bool {
        batch.map_or(self.has_retired_assets, |batch| self.eligible.contains_key(batch))
    }

    /// Batches of which more could be issued, and how many.
    pub fn room(&self) -> impl Iterator<Item = (&str, i64)> {
        let left = |(batch, eligible): (&'_ String, &i64)| eligible - self.issued_of(Some(batch));
        self.eligible.iter().map(move |one| (one.0.as_str(), left(one))).filter(|(_, left)| *left > 0)
    }

    fn issued_of(&self, batch: Option<&String>) -> i64 {
        self.issued.get(&batch.cloned()).copied().unwrap_or_default()
    }

    /// Batches with more certificates than they restored, then the units without a batch if they are too many.
    pub fn excesses(&self) -> Vec<Excess> {
        let of_batch = |(batch, issued): (&Option<String>, &i64)| {
            let batch = batch.clone()?;
            let eligible = self.eligible.get(&batch).copied().unwrap_or_default();
            Some(Excess { batch: Some(batch), eligible, issued: *issued })
        };
        let left: i64 = self.room().map(|(_, left)| left).sum();
        let eligible = self.eligible_without_batch + left;
        let without = Excess { batch: None, eligible, issued: self.issued_of(None) };
        let all = self.issued.iter().filter_map(of_batch).chain([without]);
        all.filter(|excess| excess.units() > 0).collect()
    }

    /// How many certificates are too many in all.
    pub fn too_many(&self) -> i64 {
        self.excesses().iter().map(Excess::units).sum()
    }

    /// Which excess a lot would make or widen: that of its batch, else of the units without one, which it leaves less.
    pub fn excess_with(&self, lot: &Lot) -> Option<Excess> {
        if !is_own(lot) {
            return None;
        }
        let left = self.room().map(|(_, left)| left).sum::<i64>() + self.eligible_without_batch;
        let (units, without) = (lot.quantity(), self.issued_of(None));
        let is_too_many = |excess: &Excess| excess.units() > 0;
        let Some(batch) = &lot.facts.batch else {
            return Some(Excess { batch: None, eligible: left, issued: without + units }).filter(is_too_many);
        };
        let eligible = self.eligible.get(batch).copied().unwrap_or_default();
        let issued = self.issued_of(Some(batch)) + units;
        let of_batch = Excess { batch: Some(batch.clone()), eligible, issued };
        let of_others = Excess { batch: None, eligible: left - units, issued: without };
        Some(of_batch).filter(is_too_many).or(Some(of_others).filter(is_too_many))
    }

    /// Excesses that a report of a year rests on: of batches with units of that vintage, claimed for that year, or
    /// held and so netted.
    pub fn excesses_of(&self, ledger: &Ledger, year: i32, today: NaiveDate) -> Vec<Excess> {
        let mut batches: BTreeSet<&Option<String>> = BTreeSet::new();
        for holding in ledger.holdings().filter(|holding| is_own(&holding.lot)) {
            let is_claimed = holding.retired_for(year) + holding.reserved_for(year, today) > 0;
            if holding.lot.vintage == year || is_claimed || holding.units(today).held > 0 {
                batches.insert(&holding.lot.facts.batch);
            }
        }
        let mut excesses = self.excesses();
        excesses.retain(|excess| batches.contains(&excess.batch));
        excesses
    }
}

/// The reason that an own lot of a batch gives for there being too many, and whether documents of the activity show it:
/// every lot that gives a reason is covered by them as a whole, by its batch or by its serials. Our own tables, known by
/// the hashes of imported files, show nothing.
pub fn explanation(
    ledger: &Ledger,
    batch: Option<&str>,
    own_files: &BTreeSet<String>,
) -> (Option<String>, bool) {
    let of_batch = |holding: &&Holding| is_own(&holding.lot) && holding.lot.facts.batch.as_deref() == batch;
    let gives_reason = |lot: &&Lot| lot.facts.excess_reason.is_some();
    let lots = ledger.holdings().filter(of_batch).map(|holding| &holding.lot).filter(gives_reason);
    let lots: Vec<&Lot> = lots.collect();
    let reason = lots.first().and_then(|lot| lot.facts.excess_reason.clone());
    let is_shown = |lot: &&Lot| ledger.uncovered(lot, own_files, Proof::Verification).is_empty();
    let is_shown = reason.is_some() && lots.iter().all(is_shown);
    (reason, is_shown)
}

/// Whether a lot's units stand for kg that we restored.
fn is_own(lot: &Lot) -> bool {
    lot.origin == Origin::SelfGenerated && lot.class == COVERING_CLASS
}

/// What is restored together, and so eligible together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    batch: Option<String>,
    provider_and_year: Option<(Option<String>, i32)>,
}

fn restorations(
    parts: &[RestoredPart],
    policy: &dyn Fn(i32) -> RestorationPolicy,
) -> BTreeMap<Key, Restoration> {
    let mut sums: BTreeMap<Key, Restoration> = BTreeMap::new();
    for part in parts {
        let provider_and_year = part.batch.is_none().then(|| (part.provider.clone(), part.year));
        let sum = sums.entry(Key { batch: part.batch.clone(), provider_and_year }).or_default();
        sum.sent = sum.sent + part.sent;
        sum.restored = sum.restored + policy(part.year).restored(part.sent, part.stated, part.outcome);
        sum.legal_obligation = sum.legal_obligation + part.legal_obligation;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::event::{DatedEvent, Event};
    use crate::ledger::evidence::{About, Document, DocumentKind, Subject};
    use crate::ledger::lot::Facts;
    use crate::ledger::movement::Movement;
    use crate::ledger::tests::{day, lot, range};

    fn part(batch: Option<&str>, outcome: Outcome, kilograms: i64, legal: i64) -> RestoredPart {
        RestoredPart {
            batch: batch.map(str::to_owned),
            provider: Some("Orla".into()),
            year: 2025,
            outcome: Some(outcome),
            sent: Mass::from_milligrams(kilograms * 1_000_000 + 999_999),
            stated: None,
            legal_obligation: Mass::from_milligrams(legal * 1_000_000),
        }
    }

    fn own(id: &str, start: i64, end: i64, batch: Option<&str>) -> Lot {
        let facts = Facts { batch: batch.map(str::to_owned), ..Facts::default() };
        Lot { origin: Origin::SelfGenerated, facts, ..lot(id, start, end, 2025) }
    }

    fn with(lots: Vec<Lot>) -> Ledger {
        let events = lots.into_iter().map(|lot| Event::LotRecorded(Box::new(lot)));
        Ledger::replay(events.map(|event| DatedEvent::new(day(2026, 1, 1), event))).expect("lots")
    }

    /// 5,200 kg of S1 and, where parts count too, 300 more; 100 kg of S2 beyond what the law demands; 50 without a name.
    fn parts() -> Vec<RestoredPart> {
        vec![
            part(Some("S1"), Outcome::Reused, 5_200, 0),
            part(Some("S1"), Outcome::Parts, 300, 0),
            part(Some("S1"), Outcome::Residual, 900, 0),
            part(Some("S2"), Outcome::Refurbished, 400, 300),
            part(None, Outcome::Reused, 50, 0),
        ]
    }

    #[test]
    fn no_batch_has_more_certificates_than_it_restored() {
        use RestorationPolicy::{Strict, Wide};
        for (policy, lots, expected) in [
            (Strict, vec![own("A", 1, 5_200, Some("S1"))], vec![]),
            (Strict, vec![own("A", 1, 9_000, Some("S1"))], vec![(Some("S1"), 5_200, 9_000)]),
            (Wide, vec![own("A", 1, 5_500, Some("S1"))], vec![]),
            (
                Strict,
                vec![own("A", 1, 100, Some("S2")), own("B", 101, 101, Some("S2"))],
                vec![(Some("S2"), 100, 101)],
            ),
            (Strict, vec![own("A", 1, 1, Some("S3"))], vec![(Some("S3"), 0, 1)]),
            // Without a batch: what all of them leave, and no more.
            (Strict, vec![own("A", 1, 5_350, None)], vec![]),
            (Strict, vec![own("A", 1, 5_351, None)], vec![(None, 5_350, 5_351)]),
            (
                Strict,
                vec![own("A", 1, 5_200, Some("S1")), own("B", 5_201, 5_400, None)],
                vec![(None, 150, 200)],
            ),
        ] {
            let found = OwnIssue::of(&parts(), &|_| policy, &with(lots)).excesses();
            let found: Vec<_> =
                found.iter().map(|one| (one.batch.as_deref(), one.eligible, one.issued)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_lot_is_too_many_by_what_it_adds() {
        let own_issue = OwnIssue::of(
            &parts(),
            &|_| RestorationPolicy::Strict,
            &with(vec![own("A", 1, 5_000, Some("S1")), own("B", 5_001, 5_300, None)]),
        );
        let asks = |batch, units: i64| own_issue.excess_with(&own("C", 9_001, 9_000 + units, batch));
        assert_eq!(asks(Some("S1"), 50), None);
        let of_others = asks(Some("S1"), 51).expect("it takes what the units without a batch rest on");
        assert_eq!((of_others.batch.as_deref(), of_others.units()), (None, 1));
        assert_eq!(asks(Some("S1"), 201).expect("too many").batch.as_deref(), Some("S1"));
        assert_eq!(asks(None, 51).expect("too many").units(), 1);
        let bought = Lot { origin: Origin::Purchased, ..own("C", 9_001, 99_000, Some("S1")) };
        assert_eq!(own_issue.excess_with(&bought), None);
        assert_eq!(own_issue.room().collect::<Vec<_>>(), [("S1", 200), ("S2", 100)]);
        assert!(
            own_issue.is_known(Some("S1")) && !own_issue.is_known(Some("S9")) && own_issue.is_known(None)
        );
        assert!(!OwnIssue::default().is_known(None));
    }

    #[test]
    fn what_is_cancelled_no_longer_counts_and_a_report_is_asked_of_its_own() {
        let today = day(2026, 6, 16);
        let mut ledger = with(vec![own("A", 1, 5_300, Some("S1"))]);
        let excesses = |ledger: &Ledger, year| {
            let own = OwnIssue::of(&parts(), &|_| RestorationPolicy::Strict, ledger);
            own.excesses_of(ledger, year, today).iter().map(Excess::units).sum::<i64>()
        };
        assert_eq!((excesses(&ledger, 2025), excesses(&ledger, 2024)), (100, 100));
        let moved = |movement, start, end| Event::Moved {
            lot_id: "A".into(),
            movement,
            serials: vec![range(start, end)],
        };
        let mut tell = |event| ledger.apply(&DatedEvent::new(today, event)).expect("moved");
        tell(moved(Movement::Cancel { because: "typed twice".into() }, 1, 60));
        tell(moved(Movement::Transfer { to: "Orla".into(), price: None }, 61, 5_300));
        assert_eq!((excesses(&ledger, 2025), excesses(&ledger, 2024)), (40, 0));
    }

    #[test]
    fn an_excess_is_explained_by_documents_of_all_its_units() {
        let with_reason = |id, start, end, batch| {
            let mut lot = own(id, start, end, batch);
            lot.facts.excess_reason = Some("a second delivery".into());
            lot
        };
        let lots = || vec![own("A", 1, 5_200, Some("S1")), with_reason("B", 5_201, 5_300, Some("S1"))];
        let report = |kind, proves, batch: Option<&str>, covers| Document {
            sha256: "aa".into(),
            file_name: "report.pdf".into(),
            size: 1,
            proves,
            about: Some(About {
                kind,
                issued_on: None,
                issuer: None,
                batch: batch.map(str::to_owned),
                covers,
            }),
        };
        use DocumentKind::{Invoice, ItadCertificate, VerificationReport};
        use Proof::{Ownership, Verification};
        for (document, expected) in [
            (report(VerificationReport, Verification, Some("S1"), vec![]), true),
            (report(ItadCertificate, Verification, None, vec![range(5_201, 5_300)]), true),
            (report(VerificationReport, Verification, Some("S2"), vec![]), false),
            (report(VerificationReport, Verification, None, vec![range(5_201, 5_299)]), false),
            (report(ItadCertificate, Ownership, Some("S1"), vec![]), false),
            (report(Invoice, Verification, Some("S1"), vec![]), false),
            (Document { about: None, ..report(VerificationReport, Verification, None, vec![]) }, false),
        ] {
            let mut ledger = with(lots());
            let subject = Subject::Lot("B".into());
            let attached = Event::Attached { subject, document: document.clone() };
            ledger.apply(&DatedEvent::new(day(2026, 2, 1), attached)).expect("attached");
            let none = BTreeSet::new();
            assert_eq!(explanation(&ledger, Some("S1"), &none).1, expected, "{document:?}");
            let own_files = BTreeSet::from(["aa".to_owned()]);
            assert!(!explanation(&ledger, Some("S1"), &own_files).1, "our own table shows nothing");
        }
        let (reason, is_shown) = explanation(&with(lots()), Some("S1"), &BTreeSet::new());
        assert_eq!((reason.as_deref(), is_shown), (Some("a second delivery"), false));
        assert_eq!(explanation(&with(lots()), Some("S2"), &BTreeSet::new()), (None, false));
    }

    #[test]
    fn each_year_is_under_its_own_policy() {
        let of_year = |year| RestoredPart { year, ..part(Some("S1"), Outcome::Parts, 300, 0) };
        let parts = [of_year(2024), of_year(2025)];
        let wide_since_2025 = |year| {
            if year < 2025 { RestorationPolicy::Strict } else { RestorationPolicy::Wide }
        };
        let lots = || with(vec![own("A", 1, 400, Some("S1"))]);
        let units =
            |policy: &dyn Fn(i32) -> RestorationPolicy| OwnIssue::of(&parts, policy, &lots()).too_many();
        assert_eq!(units(&|_| RestorationPolicy::Strict), 400);
        assert_eq!((units(&wide_since_2025), units(&|_| RestorationPolicy::Wide)), (100, 0));
    }
}
