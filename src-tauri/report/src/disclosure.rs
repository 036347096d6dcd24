//! The disclosure of a year: what is known of it, and every figure that follows.

use crate::ReportError;
use crate::documents::{Attached, Documents, documents};
use crate::known::{Known, LoggedEvent};
use crate::movements::{Movements, movements};
use crate::parts::parts;
use crate::run::RetiredRun;
use crate::signed;
use chrono::{Months, NaiveDate};
use planner_core::class::COVERING_CLASS;
use planner_core::figure::{Beyond, Figures, Name, Value};
use planner_core::ledger::check::{LastCheck, last_checks};
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{Ownership, Subject};
use planner_core::ledger::holding::{Holding, Units};
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::retirement::Standing;
use planner_core::report::{ReportedFigures, Role, SealedReport, Signature, Status, standing};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The disclosure of a year: what is known of it, and what follows.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// What the workspace holds.
    pub known: Known,
    /// Movements by class and vintage.
    pub movements: Vec<Movements>,
    /// Documents by what they are attached to.
    pub documents: Documents,
    /// What the registries' statements last said, by lot.
    pub registry_checks: BTreeMap<String, LastCheck>,
    /// Every figure of the year.
    pub figures: Figures,
    /// What a report of the year reports.
    pub reported: ReportedFigures,
    /// Hash of them, of the claim and of the answers to CDP: what is signed now.
    pub reported_sha256: String,
    /// The same, and the hashes under which earlier versions signed these figures: what came to the table since was not
    /// among them, and voids no signature; answers changed since then do.
    pub signed_as: Vec<String>,
    /// Number of the final report that is being made; nothing for a draft.
    pub version: Option<i64>,
    /// The event that made each retirement, by statement number.
    retired_by: BTreeMap<String, i64>,
}

impl Disclosure {
    /// The disclosure of what is known of a year.
    pub fn of(known: Known) -> Result<Self, ReportError> {
        let (year, today) = (known.year.year, known.year.today);
        let log = || known.log.iter();
        let mut disclosure = Self {
            movements: movements(log().map(|logged| &logged.dated), &known.ledger, today),
            documents: documents(&known.ledger, &known.log, year),
            registry_checks: last_checks(&known.ledger, log().map(|logged| (logged.sequence, &logged.dated))),
            retired_by: log().filter_map(|logged| Some((retired(logged)?, logged.sequence))).collect(),
            figures: Figures::default(),
            reported: ReportedFigures::new(),
            reported_sha256: String::new(),
            signed_as: Vec::new(),
            version: None,
            known,
        };
        disclosure.figures = Figures::of(&disclosure.known.year, &disclosure.beyond());
        let parts = parts(&disclosure)?;
        disclosure.figures.extend(parts);
        disclosure.reported = disclosure.figures.reported(year);
        (disclosure.reported_sha256, disclosure.signed_as) =
            signed::hashes(&disclosure.known, &disclosure.reported);
        Ok(disclosure)
    }

    fn beyond(&self) -> Beyond {
        Beyond {
            mass_before: self.known.mass_before,
            retired_before: self.known.retired_before,
            expiring: self.expiring(),
            expired: self.of_covering_class(|row| row.expired),
            tco2e: self.retired_tco2e(),
            difference: self.movements.iter().map(|row| row.difference().abs()).sum(),
            events: self.known.events,
            locks: count(self.known.log.iter().filter(|logged| is_lock(&logged.dated.event, self.year()))),
            money: self.known.money.clone(),
        }
    }

    /// The reporting year.
    pub fn year(&self) -> i32 {
        self.known.year.year
    }

    /// The day on which the ledger is looked at.
    pub fn today(&self) -> NaiveDate {
        self.known.year.today
    }

    /// The figure of this row of the table.
    pub fn figure(&self, name: Name) -> Option<Value> {
        self.figures.named(name)
    }

    /// First and last day of the reporting year.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.known.period
    }

    /// The period in words.
    pub fn period_words(&self) -> String {
        self.period().map(|(start, end)| format!("{start} to {end}")).unwrap_or_default()
    }

    /// What a document made of these figures may be taken for.
    pub fn status(&self) -> Status {
        self.version.map_or(Status::Draft, Status::of_version)
    }

    /// The last final report.
    pub fn last_report(&self) -> Option<&SealedReport> {
        self.known.reports.last().map(|(report, _)| report)
    }

    /// The final report whose figures these are.
    pub fn sealed(&self) -> Option<&SealedReport> {
        self.last_report().filter(|report| self.signed_as.contains(&report.figures_sha256))
    }

    /// Whether figures were reported for the year that are no longer so.
    pub fn is_restated(&self) -> bool {
        self.last_report().is_some() && self.sealed().is_none()
    }

    /// Number that a final report of these figures has, or will have.
    pub fn next_version(&self) -> i64 {
        let last = self.last_report().map_or(0, |report| report.version);
        if self.sealed().is_some() { last } else { last + 1 }
    }

    /// Signatures under these figures.
    pub fn standing(&self) -> Vec<&Signature> {
        standing(&self.known.signatures, &self.signed_as, self.known.persons)
    }

    /// Who signed these figures as this.
    pub fn signed(&self, role: Role) -> Option<&Signature> {
        self.standing().into_iter().find(|one| one.role == role)
    }

    /// Why the year was last unlocked.
    pub fn unlocked_because(&self) -> Option<&str> {
        self.known.log.iter().rev().find_map(|logged| match &logged.dated.event {
            Event::YearUnlocked { year, because } if *year == self.year() => Some(because.as_str()),
            _ => None,
        })
    }

    /// An entity by its name; the organisation itself where a line names none.
    pub fn entity_name(&self, entity: Option<&str>) -> String {
        entity.map_or_else(|| format!("{} (no entity named)", self.known.organisation), str::to_owned)
    }

    /// Entities with hardware lines in the year.
    pub fn entities(&self) -> Vec<String> {
        let names: BTreeSet<_> = self.known.year.groups.iter().map(|group| group.entity.as_deref()).collect();
        names.into_iter().map(|entity| self.entity_name(entity)).collect()
    }

    /// Serial runs retired for the year.
    pub fn retired_runs(&self) -> impl Iterator<Item = RetiredRun<'_>> {
        let of_year = self.known.ledger.standing().filter(|one| one.retirement.year == self.year());
        of_year.flat_map(|one| self.runs(one))
    }

    /// Serial runs of one retirement of the year.
    pub fn runs_of(&self, retirement: &str) -> impl Iterator<Item = RetiredRun<'_>> {
        let one = self.known.ledger.standing_retirement(retirement);
        one.filter(|one| one.retirement.year == self.year()).into_iter().flat_map(|one| self.runs(one))
    }

    fn runs<'a>(&'a self, one: &'a Standing) -> impl Iterator<Item = RetiredRun<'a>> {
        let Standing { on, recorded_on, retirement } = one;
        let (on, recorded_on) = (*on, *recorded_on);
        let event = self.retired_by.get(&retirement.id).copied();
        retirement.lines.iter().enumerate().filter_map(move |(index, line)| {
            let lot = &self.known.ledger.lot(&line.lot_id).ok()?.lot;
            let (serials, line) = (line.serials, index + 1);
            Some(RetiredRun { on, recorded_on, retirement, lot, serials, line, event })
        })
    }

    /// tCO2e on what was retired for the year; nothing unless every certificate carries it.
    fn retired_tco2e(&self) -> Option<Decimal> {
        let mut tonnes = self.retired_runs().map(|run| run.tco2e()).peekable();
        tonnes.peek()?;
        tonnes.sum()
    }

    /// Units of a class retired, all vintages.
    pub fn retired_of_class(&self, class: &str) -> i64 {
        self.movements.iter().filter(|row| row.class == class).map(|row| row.retired).sum()
    }

    fn of_covering_class(&self, units: impl Fn(&Movements) -> i64) -> i64 {
        self.movements.iter().filter(|row| row.class == COVERING_CLASS).map(units).sum()
    }

    /// I-TECs that can be used today and no longer a year from now.
    fn expiring(&self) -> i64 {
        let until = self.today().checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
        let soon = self
            .known
            .ledger
            .holdings()
            .filter(|one| one.lot.class == COVERING_CLASS && one.lot.expires_on < until);
        let units = soon.map(|one| one.units(self.today()));
        units.map(|units| units.held + units.reserved + units.listed).sum()
    }

    fn own(&self, batch: Option<&str>) -> impl Iterator<Item = &Holding> {
        let batch = batch.map(str::to_owned);
        self.known.ledger.holdings().filter(move |one| {
            one.lot.origin == Origin::SelfGenerated
                && one.lot.facts.batch.is_some()
                && one.lot.facts.batch == batch
        })
    }

    /// Where the units issued for a shipment are.
    pub fn own_units(&self, batch: Option<&str>) -> Units {
        self.own(batch).map(|one| one.units(self.today())).fold(Units::default(), |sum, units| Units {
            held: sum.held + units.held,
            reserved: sum.reserved + units.reserved,
            listed: sum.listed + units.listed,
            transferred: sum.transferred + units.transferred,
            retired: sum.retired + units.retired,
            expired: sum.expired + units.expired,
            cancelled: sum.cancelled + units.cancelled,
        })
    }

    /// Who restored the assets that a lot was issued for; nothing where that is not our own batch.
    pub fn provider(&self, lot: &Lot) -> Option<String> {
        let batch = lot.facts.batch.as_ref().filter(|_| lot.origin == Origin::SelfGenerated)?;
        Some(self.known.providers.get(batch)?.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    /// Lots issued for a shipment.
    pub fn own_lots(&self, batch: Option<&str>) -> Vec<String> {
        self.own(batch).map(|one| one.lot.id.clone()).collect()
    }

    /// How well it is proven that a lot is ours.
    pub fn ownership(&self, lot: &Lot) -> Ownership {
        self.known.ledger.ownership(lot, &self.known.own_files, self.registry_checks.get(&lot.id))
    }

    /// Ids of the documents of a lot.
    pub fn documents_of_lot(&self, lot_id: &str) -> Vec<String> {
        self.ids_of(Subject::Lot(lot_id.to_owned()))
    }

    /// Ids of the documents of a retired run: of its retirement, then of its lot.
    pub fn documents_of_run(&self, run: &RetiredRun<'_>) -> Vec<String> {
        let mut ids = self.ids_of(Subject::Retirement(run.retirement.id.clone()));
        ids.extend(self.documents_of_lot(&run.lot.id));
        ids
    }

    fn ids_of(&self, subject: Subject) -> Vec<String> {
        self.documents.get(&subject).into_iter().flatten().map(Attached::id).collect()
    }
}

/// Whether an event locks or unlocks a year.
pub fn is_lock(event: &Event, of: i32) -> bool {
    matches!(event, Event::YearLocked { year, .. } | Event::YearUnlocked { year, .. } if *year == of)
}

/// Statement number of the retirement that an event made.
fn retired(logged: &LoggedEvent) -> Option<String> {
    if let Event::Retired(one) = &logged.dated.event { Some(one.id.clone()) } else { None }
}

fn count<T>(those: impl Iterator<Item = T>) -> i64 {
    i64::try_from(those.count()).unwrap_or(i64::MAX)
}
