//! Everything the summary of a year is made of, read in one consistent view of the workspace.

use super::documents::{Documents, documents};
use super::integrity::AnswersByCountry;
pub(super) use super::movements::Movements;
use super::movements::movements;
use crate::dispositions::self_generation;
use crate::requirement::YearFigures;
use crate::settings::Organisation;
use crate::views::dispositions::DispositionsView;
use crate::views::requirement::RequirementView;
use crate::{ActionError, Workspace};
use chrono::{Months, NaiveDate};
use planner_core::ledger::Ledger;
use planner_core::ledger::check::{LastCheck, last_checks};
use planner_core::ledger::event::Event;
use planner_core::ledger::holding::{Holding, Units};
use planner_core::ledger::lot::{COVERING_CLASS, Lot, Origin, SerialRange};
use planner_core::ledger::retirement::Retirement;
use planner_core::mass::Mass;
use planner_core::percent::percent;
use planner_core::report::{ReportedFigures, Role, Signature, Status, standing};
use planner_core::weight::WeightSource;
use planner_core::year::reporting_year;
use planner_store::claims::{self, Claim};
use planner_store::imports::Import;
use planner_store::ledger::LoggedEvent;
use planner_store::reports::{self as stored_reports, Report};
use planner_store::{
    Connection, catalogue, dispositions as stored_dispositions, imports, ledger as stored, line_queries,
    settings, verify,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Figures of one year.
pub(super) struct Figures {
    pub organisation: Organisation,
    pub today: NaiveDate,
    pub ledger: Ledger,
    pub year: YearFigures,
    pub requirement: RequirementView,
    /// The year before.
    pub before: RequirementView,
    pub dispositions: DispositionsView,
    /// Reason, lines, units and mass of what is no hardware.
    pub out_of_scope: Vec<(String, i64, i64, Mass)>,
    pub movements: Vec<Movements>,
    pub log: Vec<LoggedEvent>,
    pub documents: Documents,
    /// What the registries' statements last said, by lot.
    pub registry_checks: BTreeMap<String, LastCheck>,
    /// Imported lines of each purchase order, while a lot names one.
    pub orders: BTreeMap<String, i64>,
    /// Providers of each batch of own retired assets, of whatever year.
    pub providers: BTreeMap<String, BTreeSet<String>>,
    pub imports: Vec<Import>,
    /// Imports that were taken back.
    pub undone: Vec<Import>,
    /// Which import each lot came with, by lot id.
    pub imports_of_lots: BTreeMap<String, String>,
    pub catalogue_devices: i64,
    pub events: i64,
    pub chain_head: Option<String>,
    pub problems: usize,
    pub signatures: Vec<Signature>,
    /// The claim of the year, where a person edited it.
    pub claim: Option<Claim>,
    /// Answers to the questions of the positive list.
    pub answers: AnswersByCountry,
    /// Final reports of the year with their figures, the first first.
    pub reports: Vec<(Report, ReportedFigures)>,
    /// What a report of the year reports, and its hash.
    pub reported: ReportedFigures,
    pub reported_sha256: String,
    /// Number of the final report that is being made; nothing for a draft.
    pub version: Option<i64>,
}

/// What names a shipment in a trace id: its batch, else its provider.
pub(super) fn shipment_key(batch: Option<&str>, provider: Option<&str>) -> String {
    match (batch, provider) {
        (Some(batch), _) => format!("shipment.{batch}"),
        (None, Some(provider)) => format!("provider.{provider}"),
        (None, None) => "unnamed".to_owned(),
    }
}

async fn orders(read: &mut Connection, ledger: &Ledger) -> Result<BTreeMap<String, i64>, ActionError> {
    if ledger.holdings().all(|holding| holding.lot.facts.order_number.is_none()) {
        return Ok(BTreeMap::new());
    }
    Ok(line_queries::lines_by_order(read).await?)
}

/// A run of serials retired for the year.
pub(super) struct RetiredRun<'a> {
    pub on: NaiveDate,
    pub retirement: &'a Retirement,
    pub lot: &'a Lot,
    pub serials: SerialRange,
    /// Its number among the lines of its retirement, from 1.
    pub line: usize,
    /// Number of the event that retired it.
    pub event: Option<i64>,
}

impl RetiredRun<'_> {
    /// The tCO2e of these units: the lot's, in proportion, with three places.
    pub fn tco2e(&self) -> Option<Decimal> {
        let share = self.lot.facts.tco2e?.checked_mul(Decimal::from(self.serials.quantity()))?;
        Some(share.checked_div(Decimal::from(self.lot.quantity()))?.round_dp(3).normalize())
    }
}

/// Changes on the year before, percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    pub mass: Option<Decimal>,
    pub retired: Option<Decimal>,
}

impl Figures {
    pub async fn load(workspace: &Workspace, year: i32) -> Result<Self, ActionError> {
        Self::load_in(&mut *workspace.store.read().await?, workspace.today, year).await
    }

    /// The same within a view of the workspace that is already open.
    pub async fn load_in(read: &mut Connection, today: NaiveDate, year: i32) -> Result<Self, ActionError> {
        reporting_year(year)?;
        let organisation = Organisation::load(read).await?;
        let ledger = stored::load(read).await?;
        let figures = YearFigures::load(read, &organisation, &ledger, (year, None, None), today).await?;
        let dispositions = self_generation(read, &organisation, &ledger, &figures, today).await?;
        let before = YearFigures::load(read, &organisation, &ledger, (year - 1, None, None), today).await?;
        let log = stored::log(read).await?;
        let (numbers, events): (Vec<_>, Vec<_>) =
            log.iter().filter_map(|logged| Some((logged.sequence, logged.event()?))).unzip();
        let check = verify::check(read).await?;
        let mut undone = imports::all(read).await?;
        undone.retain(|import| import.undone_on.is_some());
        let mut reports = Vec::new();
        for report in stored_reports::of_year(read, year).await? {
            let figures = stored_reports::figures(read, year, report.version).await?;
            reports.push((report, figures));
        }
        let figures = Self {
            documents: documents(&ledger, &log, year),
            registry_checks: last_checks(numbers.into_iter().zip(&events)),
            orders: orders(read, &ledger).await?,
            providers: stored_dispositions::providers_of_batches(read).await?,
            movements: movements(&events, &ledger, today),
            requirement: figures.view(today),
            before: before.view(today),
            out_of_scope: line_queries::out_of_scope(read, year, None).await?,
            imports: imports::of_year(read, year).await?,
            catalogue_devices: catalogue::count(read).await?,
            today,
            year: figures,
            events: check.events,
            chain_head: check.chain_head,
            problems: check.problems.len(),
            log,
            undone,
            organisation,
            ledger,
            dispositions,
            imports_of_lots: planner_store::lots::imports_of_lots(read, None).await?,
            answers: super::integrity::answers(&settings::all(read).await?),
            signatures: stored_reports::signatures(read, year).await?,
            claim: claims::of_year(read, year).await?,
            reports,
            reported: ReportedFigures::new(),
            reported_sha256: String::new(),
            version: None,
        };
        let reported = super::sheets::reported(&figures);
        let claim = figures.claim.as_ref().map(|claim| claim.text.as_str());
        Ok(Self { reported_sha256: super::report::hash(&reported, claim), reported, ..figures })
    }

    /// The reporting year.
    pub fn year(&self) -> i32 {
        self.year.year
    }

    /// First and last day of the reporting year, as text.
    pub fn period(&self) -> (String, String) {
        let period = self.organisation.period(self.year());
        period.map_or((String::new(), String::new()), |(start, end)| (start.to_string(), end.to_string()))
    }

    /// What a document made of these figures may be taken for.
    pub fn status(&self) -> Status {
        self.version.map_or(Status::Draft, Status::of_version)
    }

    /// The last final report.
    pub fn last_report(&self) -> Option<&Report> {
        self.reports.last().map(|(report, _)| report)
    }

    /// The final report whose figures these are.
    pub fn sealed(&self) -> Option<&Report> {
        self.last_report().filter(|report| report.figures_sha256 == self.reported_sha256)
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
        standing(&self.signatures, &self.reported_sha256, self.organisation.persons)
    }

    /// Who signed these figures as this.
    pub fn signed(&self, role: Role) -> Option<&Signature> {
        self.standing().into_iter().find(|one| one.role == role)
    }

    /// Why the year was last unlocked.
    pub fn unlocked_because(&self) -> Option<String> {
        let reason = |logged: &LoggedEvent| match logged.event()?.event {
            Event::YearUnlocked { year, because } if year == self.year() => Some(because),
            _ => None,
        };
        self.log.iter().rev().find_map(reason)
    }

    /// An entity by its name; the organisation itself where a line names none.
    pub fn entity_name(&self, entity: Option<&str>) -> String {
        entity
            .map_or_else(|| format!("{} (no entity named)", self.organisation.display_name()), str::to_owned)
    }

    /// Entities with hardware lines in the year.
    pub fn entities(&self) -> Vec<String> {
        let names: BTreeSet<_> = self.year.groups.iter().map(|group| group.entity.as_deref()).collect();
        names.into_iter().map(|entity| self.entity_name(entity)).collect()
    }

    /// Serial runs retired for the year.
    pub fn retired_runs(&self) -> impl Iterator<Item = RetiredRun<'_>> {
        let of_year = self.ledger.retirements().filter(|(_, one)| one.year == self.year());
        of_year.flat_map(move |(on, retirement)| {
            let event = self.event_of(&retirement.id);
            retirement.lines.iter().enumerate().filter_map(move |(index, line)| {
                let lot = &self.ledger.lot(&line.lot_id).ok()?.lot;
                Some(RetiredRun { on, retirement, lot, serials: line.serials, line: index + 1, event })
            })
        })
    }

    /// Serial runs of one retirement of the year.
    pub fn runs_of(&self, retirement: &str) -> impl Iterator<Item = RetiredRun<'_>> {
        self.retired_runs().filter(move |run| run.retirement.id == retirement)
    }

    fn event_of(&self, retirement: &str) -> Option<i64> {
        let is_it = |logged: &&LoggedEvent| match logged.event().map(|dated| dated.event) {
            Some(Event::Retired(one)) => one.id == retirement,
            _ => false,
        };
        self.log.iter().find(is_it).map(|logged| logged.sequence)
    }

    /// tCO2e on what was retired for the year; nothing unless every certificate carries it.
    pub fn retired_tco2e(&self) -> Option<Decimal> {
        let mut tonnes = self.retired_runs().map(|run| run.tco2e()).peekable();
        tonnes.peek()?;
        tonnes.sum()
    }

    /// Units of a class retired, all vintages.
    pub fn retired_of_class(&self, class: &str) -> i64 {
        self.movements.iter().filter(|row| row.class == class).map(|row| row.retired).sum()
    }

    /// I-TECs lost to expiry, all vintages.
    pub fn expired(&self) -> i64 {
        self.movements.iter().filter(|row| row.class == COVERING_CLASS).map(|row| row.expired).sum()
    }

    /// I-TECs that can be used today and no longer a year from now.
    pub fn expiring(&self) -> i64 {
        let until = self.today.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
        let soon = self
            .ledger
            .holdings()
            .filter(|one| one.lot.class == COVERING_CLASS && one.lot.expires_on < until);
        let units = soon.map(|one| one.units(self.today));
        units.map(|units| units.held + units.reserved + units.listed).sum()
    }

    fn own(&self, batch: Option<&str>) -> impl Iterator<Item = &Holding> {
        let batch = batch.map(str::to_owned);
        self.ledger.holdings().filter(move |one| {
            one.lot.origin == Origin::SelfGenerated
                && one.lot.facts.batch.is_some()
                && one.lot.facts.batch == batch
        })
    }

    /// Where the units issued for a shipment are.
    pub fn own_units(&self, batch: Option<&str>) -> Units {
        self.own(batch).map(|one| one.units(self.today)).fold(Units::default(), |sum, units| Units {
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
        Some(self.providers.get(batch)?.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    /// Lots issued for a shipment.
    pub fn own_lots(&self, batch: Option<&str>) -> Vec<String> {
        self.own(batch).map(|one| one.lot.id.clone()).collect()
    }

    /// Share of new kg weighed by row or catalogue, and by average or default, percent.
    pub fn tier_percentages(&self) -> (Option<Decimal>, Option<Decimal>) {
        let mass = |sources: [WeightSource; 2]| -> Decimal {
            let groups = self.year.new_groups().filter(|group| sources.contains(&group.source));
            groups.map(|group| group.mid).sum::<Mass>().kilograms()
        };
        let specific = mass([WeightSource::Row, WeightSource::Catalogue]);
        let other = mass([WeightSource::OwnAverage, WeightSource::Default]);
        (percent(specific, specific + other), percent(other, specific + other))
    }

    /// Changes on the year before.
    pub fn changes(&self) -> Changes {
        let change = |now: Decimal, before: Decimal| percent(now - before, before);
        let kg = |view: &RequirementView| view.mass_kg_new.parse().unwrap_or_default();
        Changes {
            mass: change(kg(&self.requirement), kg(&self.before)),
            retired: change(self.requirement.retired.into(), self.before.retired.into()),
        }
    }
}
