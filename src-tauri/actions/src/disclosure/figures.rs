//! Everything the summary of a year is made of, read in one consistent view of the workspace.

use crate::requirement::YearFigures;
use crate::settings::Organisation;
use crate::views::dispositions::DispositionsView;
use crate::views::requirement::RequirementView;
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event, Movement};
use planner_core::ledger::holding::Units;
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::mass::Mass;
use planner_store::imports::Import;
use planner_store::{catalogue, imports, ledger as stored, line_queries, verify};
use std::collections::BTreeMap;

/// Figures of one year.
pub(super) struct Figures {
    pub organisation: Organisation,
    pub today: NaiveDate,
    pub ledger: Ledger,
    pub year: YearFigures,
    pub requirement: RequirementView,
    pub dispositions: DispositionsView,
    /// Reason, lines, units and mass of what is no hardware.
    pub out_of_scope: Vec<(String, i64, i64, Mass)>,
    pub movements: Vec<Movements>,
    pub imports: Vec<Import>,
    pub catalogue_devices: i64,
    pub events: i64,
    pub chain_head: Option<String>,
    pub problems: usize,
}

impl Figures {
    pub async fn load(workspace: &Workspace, year: i32) -> Result<Self, ActionError> {
        let dispositions = crate::dispositions(workspace, year).await?;
        let mut read = workspace.store.read().await?;
        let organisation = Organisation::load(&mut read).await?;
        let ledger = stored::load(&mut read).await?;
        let asked = (year, None, None);
        let figures = YearFigures::load(&mut read, &organisation, &ledger, asked, workspace.today).await?;
        let log = stored::log(&mut read).await?;
        let events: Vec<_> = log.iter().filter_map(stored::LoggedEvent::event).collect();
        let check = verify::check(&mut read).await?;
        Ok(Self {
            movements: movements(&events, &ledger, workspace.today),
            requirement: figures.view(workspace.today),
            out_of_scope: line_queries::out_of_scope(&mut read, year, None).await?,
            imports: imports::of_year(&mut read, year).await?,
            catalogue_devices: catalogue::count(&mut read).await?,
            today: workspace.today,
            year: figures,
            events: check.events,
            chain_head: check.chain_head,
            problems: check.problems.len(),
            organisation,
            ledger,
            dispositions,
        })
    }

    /// The reporting year.
    pub fn year(&self) -> i32 {
        self.year.year
    }

    /// First and last day of the reporting year, as text.
    pub fn period(&self) -> (String, String) {
        let period = self.organisation.fiscal_year_start.period(self.year());
        period.map_or((String::new(), String::new()), |(start, end)| (start.to_string(), end.to_string()))
    }
}

/// What came and went of one class and vintage since the ledger began, and what is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Movements {
    pub class: String,
    pub vintage: i32,
    pub bought: i64,
    pub issued: i64,
    pub transferred_in: i64,
    pub out: i64,
    pub retired: i64,
    pub expired: i64,
    pub cancelled: i64,
    /// Units still there, counted from the balances and not from the events.
    pub closing: i64,
}

impl Movements {
    /// Opening (0) + in − out − closing: 0 when events and balances agree.
    pub fn difference(&self) -> i64 {
        let came = self.bought + self.issued + self.transferred_in;
        came - self.out - self.retired - self.expired - self.cancelled - self.closing
    }

    fn came(&mut self, lot: &Lot, quantity: i64) {
        match lot.origin {
            Origin::Purchased => self.bought += quantity,
            Origin::SelfGenerated => self.issued += quantity,
            Origin::TransferredIn => self.transferred_in += quantity,
        }
    }

    fn went(&mut self, movement: &Movement, quantity: i64) {
        match movement {
            Movement::Transfer { .. } => self.out += quantity,
            Movement::Cancel { .. } => self.cancelled += quantity,
            Movement::Expire => self.expired += quantity,
            Movement::Reserve(_) | Movement::Release(_) | Movement::List | Movement::Withdraw => {}
        }
    }
}

/// Sums the events by class and vintage, and puts the balances beside them.
fn movements(events: &[DatedEvent], ledger: &Ledger, today: NaiveDate) -> Vec<Movements> {
    let mut lots: BTreeMap<String, Lot> = BTreeMap::new();
    let mut rows: BTreeMap<(String, i32), Movements> = BTreeMap::new();
    let pending = ledger.expiries(today);
    for event in events.iter().map(|dated| &dated.event).chain(&pending) {
        if let Event::LotRecorded(lot) = event {
            lots.insert(lot.id.clone(), lot.as_ref().clone());
        }
        add_event(event, &lots, &mut rows);
    }
    for holding in ledger.holdings() {
        let Units { held, reserved, listed, .. } = holding.units(today);
        let key = (holding.lot.class.clone(), holding.lot.vintage);
        rows.entry(key).or_default().closing += held + reserved + listed;
    }
    rows.into_iter().map(|((class, vintage), row)| Movements { class, vintage, ..row }).collect()
}

fn add_event(event: &Event, lots: &BTreeMap<String, Lot>, rows: &mut BTreeMap<(String, i32), Movements>) {
    let quantity = event.quantity().unwrap_or(0);
    let mut change = |lot_id: &str, change: &dyn Fn(&mut Movements, &Lot)| {
        if let Some(lot) = lots.get(lot_id) {
            change(rows.entry((lot.class.clone(), lot.vintage)).or_default(), lot);
        }
    };
    match event {
        Event::LotRecorded(lot) => change(&lot.id, &|row, lot| row.came(lot, quantity)),
        Event::LotRemoved { lot_id, .. } => change(lot_id, &|row, lot| row.came(lot, -lot.quantity())),
        Event::Moved { lot_id, movement, .. } => change(lot_id, &|row, _| row.went(movement, quantity)),
        Event::Retired(retirement) => {
            for line in &retirement.lines {
                change(&line.lot_id, &|row, _| row.retired += line.serials.quantity());
            }
        }
        Event::Reversed { retirement, .. } => {
            for line in &retirement.lines {
                change(&line.lot_id, &|row, _| row.retired -= line.serials.quantity());
            }
        }
        Event::YearLocked(_) | Event::YearUnlocked { .. } => {}
    }
}
