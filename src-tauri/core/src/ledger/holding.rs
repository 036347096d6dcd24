//! Where the units of one lot are: its serials, partitioned by state.

use super::lot::{Facts, Lot, SerialRange};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Where a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitState {
    /// Free to retire, reserve, list or transfer.
    Held,
    /// Reserved for a reporting year.
    Reserved(i32),
    /// Listed for sale.
    Listed,
    /// Handed to somebody else.
    Transferred,
    /// Retired for a reporting year.
    Retired(i32),
    /// "Retired (Expired)": lost.
    Expired,
    /// Cancelled.
    Cancelled,
}

impl UnitState {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Reserved(_) => "reserved",
            Self::Listed => "listed",
            Self::Transferred => "transferred",
            Self::Retired(_) => "retired",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }

    /// The reporting year it carries.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Reserved(year) | Self::Retired(year) => Some(year),
            _ => None,
        }
    }

    /// The state stored under this word and year.
    pub fn from_word(word: &str, year: Option<i32>) -> Option<Self> {
        Some(match (word, year) {
            ("held", None) => Self::Held,
            ("reserved", Some(year)) => Self::Reserved(year),
            ("listed", None) => Self::Listed,
            ("transferred", None) => Self::Transferred,
            ("retired", Some(year)) => Self::Retired(year),
            ("expired", None) => Self::Expired,
            ("cancelled", None) => Self::Cancelled,
            _ => return None,
        })
    }

    /// Whether a unit in it is still ours to use, and so can expire.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Held | Self::Reserved(_) | Self::Listed)
    }
}

/// A run of serials in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateRange {
    /// The serials.
    pub serials: SerialRange,
    /// Where they are.
    pub state: UnitState,
    /// Since when units that can still be used are there; nothing where they never moved, and of units that are used.
    pub since: Option<NaiveDate>,
}

/// Units that a movement may take: those in one of some states that were there by its day.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The states.
    pub states: &'a [UnitState],
    /// The day; nothing where the order of recording alone decides.
    pub by: Option<NaiveDate>,
}

impl Source<'_> {
    /// Whether the units of a range are such.
    pub fn has(&self, range: &StateRange) -> bool {
        self.states.contains(&range.state) && self.came_later(range).is_none()
    }

    /// The day on which units came to where they are, where that is too late.
    pub fn came_later(&self, range: &StateRange) -> Option<NaiveDate> {
        range.since.filter(|since| self.by.is_some_and(|day| *since > day))
    }
}

/// Units of a lot by state; they add up to its quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// Free.
    pub held: i64,
    /// Reserved for any year.
    pub reserved: i64,
    /// Listed for sale.
    pub listed: i64,
    /// Handed to somebody else.
    pub transferred: i64,
    /// Retired for any year.
    pub retired: i64,
    /// Retired (Expired).
    pub expired: i64,
    /// Cancelled.
    pub cancelled: i64,
}

impl Units {
    /// All of them.
    pub fn quantity(self) -> i64 {
        self.held
            + self.reserved
            + self.listed
            + self.transferred
            + self.retired
            + self.expired
            + self.cancelled
    }

    /// Adds units in a state.
    pub fn add(&mut self, state: UnitState, quantity: i64) {
        *match state {
            UnitState::Held => &mut self.held,
            UnitState::Reserved(_) => &mut self.reserved,
            UnitState::Listed => &mut self.listed,
            UnitState::Transferred => &mut self.transferred,
            UnitState::Retired(_) => &mut self.retired,
            UnitState::Expired => &mut self.expired,
            UnitState::Cancelled => &mut self.cancelled,
        } += quantity;
    }
}

/// A lot and where its units are. The ranges partition its serials, in order, with no two neighbours alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The lot.
    pub lot: Lot,
    /// Own day of the event that recorded it.
    pub since: NaiveDate,
    /// First own day of a movement of its units; their expiry is none.
    pub first_moved_on: Option<NaiveDate>,
    /// Day on which it last agreed with its registry's statement.
    pub checked_on: Option<NaiveDate>,
    ranges: Vec<StateRange>,
}

impl Holding {
    /// A lot of a day whose units are all held.
    pub fn new(lot: Lot, since: NaiveDate) -> Self {
        let ranges = vec![StateRange { serials: lot.serials, state: UnitState::Held, since: None }];
        Self { lot, since, first_moved_on: None, checked_on: None, ranges }
    }

    /// A lot of a day whose units are where these ranges say; nothing unless they partition it.
    pub fn from_ranges(lot: Lot, since: NaiveDate, ranges: Vec<StateRange>) -> Option<Self> {
        let mut next = lot.serials.start();
        for range in &ranges {
            if range.serials.start() != next {
                return None;
            }
            next = range.serials.end() + 1;
        }
        let is_whole = next == lot.serials.end() + 1;
        is_whole.then_some(Self { lot, since, first_moved_on: None, checked_on: None, ranges })
    }

    /// The ranges, in order.
    pub fn ranges(&self) -> &[StateRange] {
        &self.ranges
    }

    /// The ranges as they are on a day: live units past the last usable day are expired,
    /// whether or not the event is written yet.
    pub fn ranges_on(&self, today: NaiveDate) -> impl Iterator<Item = StateRange> + '_ {
        let expired = self.lot.is_expired(today);
        self.ranges.iter().map(move |range| {
            let state = if expired && range.state.is_live() { UnitState::Expired } else { range.state };
            StateRange { state, ..*range }
        })
    }

    /// Units by state on a day.
    pub fn units(&self, today: NaiveDate) -> Units {
        let mut units = Units::default();
        self.ranges_on(today).for_each(|range| units.add(range.state, range.serials.quantity()));
        units
    }

    /// Units retired for a year.
    pub fn retired_for(&self, year: i32) -> i64 {
        self.quantity_in(UnitState::Retired(year))
    }

    /// Usable units reserved for a year on a day.
    pub fn reserved_for(&self, year: i32, today: NaiveDate) -> i64 {
        if self.lot.is_expired(today) { 0 } else { self.quantity_in(UnitState::Reserved(year)) }
    }

    fn quantity_in(&self, state: UnitState) -> i64 {
        self.ranges.iter().filter(|range| range.state == state).map(|range| range.serials.quantity()).sum()
    }

    /// The first `quantity` units that a movement may take, as ranges; fewer where it has fewer.
    pub fn take(&self, quantity: i64, from: Source<'_>) -> Vec<SerialRange> {
        let mut left = quantity;
        let mut taken = Vec::new();
        for range in self.ranges.iter().filter(|range| from.has(range)) {
            let Some(part) = range.serials.first(left) else { break };
            left -= part.quantity();
            taken.push(part);
        }
        taken
    }

    /// The same units as two lots of these ids, the upper one from serial `at` on; nothing unless both hold any.
    pub fn split(&self, at: i64, [lower, upper]: &[String; 2]) -> Option<[Self; 2]> {
        let serials = self.lot.serials;
        let parts = [
            (lower, SerialRange::new(serials.start(), at.checked_sub(1)?)?),
            (upper, SerialRange::new(at, serials.end())?),
        ];
        let tonnes =
            self.lot.facts.tco2e.map(|tonnes| shared(tonnes, parts[0].1.quantity(), serials.quantity()));
        let tonnes = tonnes.map_or([None; 2], |[lower, upper]| [Some(lower), Some(upper)]);
        let part = |((id, part), tco2e): ((&String, SerialRange), Option<Decimal>)| {
            let inside = |range: &StateRange| {
                let serials = range.serials.intersection(part)?;
                Some(StateRange { serials, ..*range })
            };
            let facts = Facts { tco2e, ..self.lot.facts.clone() };
            let lot = Lot { id: id.clone(), serials: part, facts, ..self.lot.clone() };
            let ranges = self.ranges.iter().filter_map(inside).collect();
            let (first_moved_on, checked_on) = (self.first_moved_on, self.checked_on);
            Some(Self { first_moved_on, checked_on, ..Self::from_ranges(lot, self.since, ranges)? })
        };
        let ([lower, upper], [lower_tonnes, upper_tonnes]) = (parts, tonnes);
        Some([part((lower, lower_tonnes))?, part((upper, upper_tonnes))?])
    }

    /// The first units of a run of serials that a movement may not take.
    pub fn elsewhere(&self, serials: SerialRange, than: Source<'_>) -> Option<StateRange> {
        self.ranges.iter().filter(|range| !than.has(range)).find_map(|range| {
            let serials = range.serials.intersection(serials)?;
            Some(StateRange { serials, ..*range })
        })
    }

    /// Moves a run of serials to another state on a day. False, and nothing moved, unless every unit may be taken.
    pub fn move_units(
        &mut self,
        serials: SerialRange,
        from: Source<'_>,
        to: UnitState,
        on: NaiveDate,
    ) -> bool {
        let touched = self.ranges.iter().filter_map(|range| {
            let part = range.serials.intersection(serials)?;
            from.has(range).then(|| part.quantity())
        });
        if touched.sum::<i64>() != serials.quantity() {
            return false;
        }
        let mut moved = Vec::with_capacity(self.ranges.len() + 2);
        for range in self.ranges.drain(..) {
            let Some(part) = range.serials.intersection(serials) else {
                push_joined(&mut moved, range);
                continue;
            };
            let (before, after) = range.serials.without(part);
            let since = to.is_live().then(|| range.since.unwrap_or(on).max(on));
            let gone = StateRange { serials: part, state: to, since };
            let stays = |serials| StateRange { serials, ..range };
            for part in [before.map(stays), Some(gone), after.map(stays)].into_iter().flatten() {
                push_joined(&mut moved, part);
            }
        }
        self.ranges = moved;
        if to != UnitState::Expired {
            self.first_moved_on = Some(self.first_moved_on.map_or(on, |first| first.min(on)));
        }
        true
    }
}

/// An amount shared in proportion: the lower part to six places, half to even, and the rest. Nothing is lost.
fn shared(amount: Decimal, lower: i64, all: i64) -> [Decimal; 2] {
    let part = amount.checked_mul(Decimal::from(lower)).and_then(|part| part.checked_div(Decimal::from(all)));
    let part = part.unwrap_or_default().round_dp(6).normalize();
    [part, (amount - part).normalize()]
}

/// Appends a range, joined to its neighbour where both are in one state.
fn push_joined(ranges: &mut Vec<StateRange>, next: StateRange) {
    if let Some(last) = ranges.last_mut()
        && (last.state, last.since) == (next.state, next.since)
        && let Some(joined) = SerialRange::new(last.serials.start(), next.serials.end())
    {
        last.serials = joined;
        return;
    }
    ranges.push(next);
}
