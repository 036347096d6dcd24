//! The day of an action: when it happened at the registry, beside the day on which it was recorded here.
//! The reporting year and the order of events follow the first (domain §3.6).

use super::event::{DatedEvent, Event, Recorder};
use super::holding::Holding;
use super::{Ledger, LedgerError};
use crate::year::FiscalYearStart;
use chrono::NaiveDate;

impl DatedEvent {
    /// An event that is recorded on the day on which it happened.
    pub fn new(on: NaiveDate, event: Event) -> Self {
        Self { on, recorded_on: Some(on), recorder: Recorder::default(), event }
    }

    /// The day by which units must be where the event takes them from; nothing for an event of the earlier log, which
    /// kept one day alone and took units by the order of recording.
    pub(super) fn by(&self) -> Option<NaiveDate> {
        self.recorded_on.map(|_| self.on)
    }

    /// Its text in the log: the event's, and the day on which, the time at which and the name by which it was recorded,
    /// each where it is known.
    pub fn to_text(&self) -> String {
        let mut text = self.event.to_text();
        if let Some(day) = self.recorded_on {
            text += &format!("\nrecorded_on={day}");
            let Recorder { by, at } = &self.recorder;
            text += &at.map(|at| format!("\nrecorded_at={}", at.format("%H:%M:%S"))).unwrap_or_default();
            text += &by.as_ref().map(|by| format!("\nrecorded_by={by}")).unwrap_or_default();
        }
        text
    }

    /// The event of a day that has this text; nothing where the text is of no event.
    pub fn from_text(on: NaiveDate, text: &str) -> Option<Self> {
        let (event, recorded) = text.rsplit_once("\nrecorded_on=").unwrap_or((text, ""));
        let mut lines = recorded.split('\n');
        let recorded_on = lines.next().filter(|day| !day.is_empty());
        let recorded_on = recorded_on.map(|day| day.parse().ok()).map_or(Some(None), |day| day.map(Some))?;
        let mut recorder = Recorder::default();
        for line in lines {
            match line.split_once('=')? {
                ("recorded_at", time) => recorder.at = Some(time.parse().ok()?),
                ("recorded_by", name) => recorder.by = Some(name.to_owned()),
                _ => return None,
            }
        }
        let dated = Self { on, recorded_on, recorder, event: Event::from_text(event)? };
        (dated.to_text() == text).then_some(dated)
    }
}

impl Event {
    /// Whether it says where units are or what they are worth, so that a locked year must not have it.
    fn changes_balances(&self) -> bool {
        match self {
            Self::LotRecorded(_)
            | Self::LotRemoved { .. }
            | Self::Split { .. }
            | Self::Adjusted { .. }
            | Self::Moved { .. }
            | Self::Retired(_)
            | Self::Reversed { .. } => true,
            Self::Attached { .. }
            | Self::Checked(_)
            | Self::Journal(_)
            | Self::YearLocked { .. }
            | Self::Restated { .. }
            | Self::YearUnlocked { .. } => false,
        }
    }
}

impl Ledger {
    /// Why an event cannot have its own day: that day is in a reporting year that takes no change.
    pub fn refuse_locked_day(&self, dated: &DatedEvent, start: FiscalYearStart) -> Result<(), LedgerError> {
        let year = start.reporting_year(dated.on);
        if dated.event.changes_balances() && self.is_locked(year) {
            return Err(LedgerError::DayLocked { on: dated.on, year });
        }
        Ok(())
    }

    /// Why an event cannot have its own day: it was not yet, or its lot was not there. Events of the earlier log are
    /// taken as they stand.
    pub(super) fn refuse_day(&self, dated: &DatedEvent) -> Result<(), LedgerError> {
        let (on, Some(recorded_on)) = (dated.on, dated.recorded_on) else { return Ok(()) };
        if on > recorded_on {
            return Err(LedgerError::NotYet { on, today: recorded_on });
        }
        match &dated.event {
            Event::LotRecorded(lot) => Holding::new(lot.as_ref().clone(), on).refuse_before(on),
            Event::Split { lot_id, .. } | Event::Adjusted { lot_id, .. } | Event::Moved { lot_id, .. } => {
                self.lot(lot_id)?.refuse_before(on)
            }
            Event::Retired(retirement) => {
                retirement.lines.iter().try_for_each(|line| self.lot(&line.lot_id)?.refuse_before(on))
            }
            Event::Reversed { retirement, .. } => self.refuse_before_retirement(&retirement.id, on),
            _ => Ok(()),
        }
    }

    fn refuse_before_retirement(&self, id: &str, on: NaiveDate) -> Result<(), LedgerError> {
        match self.retired_on(id) {
            Some(retired_on) if on < retired_on => {
                Err(LedgerError::BeforeRetirement { id: id.to_owned(), on, retired_on })
            }
            _ => Ok(()),
        }
    }

    /// The ledger as it was at the end of a day, from everything recorded since; the first event that cannot be
    /// applied is named by its position. What is known of a lot today is taken as known then, a lot that was split as
    /// its parts: neither moves a unit. No year is locked in it.
    ///
    /// As the movements of every unit follow each other by their own days as they do in the log, those up to a day
    /// are a history of their own.
    pub fn at_end_of<'a>(
        events: impl IntoIterator<Item = &'a DatedEvent>,
        day: NaiveDate,
    ) -> Result<Self, (usize, LedgerError)> {
        let mut ledger = Self::default();
        for (position, dated) in events.into_iter().enumerate() {
            if ledger.is_known_at(dated, day) {
                let told = DatedEvent { recorded_on: None, ..dated.clone() };
                ledger.apply(&told).map_err(|error| (position, error))?;
            }
        }
        Ok(ledger)
    }

    fn is_known_at(&self, dated: &DatedEvent, day: NaiveDate) -> bool {
        let is_past = dated.on <= day;
        match &dated.event {
            Event::LotRecorded(_) | Event::Retired(_) => is_past,
            Event::Moved { lot_id, .. } => is_past && self.lot(lot_id).is_ok(),
            Event::Reversed { retirement, .. } => is_past && self.retirement(&retirement.id).is_ok(),
            Event::Split { lot_id, .. }
            | Event::Adjusted { lot_id, .. }
            | Event::LotRemoved { lot_id, .. } => self.lot(lot_id).is_ok(),
            _ => false,
        }
    }
}

impl Holding {
    /// The first day on which something can happen to its units, and why: not before its trade, else its record, and
    /// never before its vintage begins.
    pub fn first_day(&self) -> (NaiveDate, &'static str) {
        let vintage = NaiveDate::from_ymd_opt(self.lot.vintage, 1, 1).unwrap_or(NaiveDate::MIN);
        let (day, why) = match self.lot.facts.trade_date {
            Some(day) => (day, "the day of its trade"),
            None => (self.since, "the day it was recorded for"),
        };
        if vintage > day { (vintage, "the beginning of its vintage") } else { (day, why) }
    }

    /// Whether its units are there on a day.
    pub fn is_there(&self, on: NaiveDate) -> bool {
        on >= self.first_day().0
    }

    pub(super) fn refuse_before(&self, on: NaiveDate) -> Result<(), LedgerError> {
        let (first_day, why) = self.first_day();
        if on >= first_day {
            return Ok(());
        }
        Err(LedgerError::BeforeTheLot { lot: self.lot.id.clone(), on, first_day, why })
    }

    /// Why its first day cannot be what it now is: something happened to it before.
    pub(super) fn refuse_moved_before(&self) -> Result<(), LedgerError> {
        let (first_day, why) = self.first_day();
        match self.first_moved_on {
            Some(moved_on) if moved_on < first_day => {
                Err(LedgerError::MovedBefore { lot: self.lot.id.clone(), moved_on, first_day, why })
            }
            _ => Ok(()),
        }
    }
}
