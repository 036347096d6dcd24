//! Histories of a ledger against a model that keeps every unit by itself: random ones, and every one of a small lot.

use super::{day, lot, range, retirement_of};
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::evidence::{Document, Proof, Subject};
use crate::ledger::holding::{Source, StateRange, UnitState, Units};
use crate::ledger::lot::{Lot, SerialRange};
use crate::ledger::movement::Movement;
use crate::ledger::retire::Take;
use crate::ledger::retirement::{Retirement, Standing};
use crate::ledger::{Ledger, LedgerError};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Units of a lot, each by itself with what became of it, and on which day.
struct Model {
    lot: Lot,
    first_day: NaiveDate,
    units: Vec<Vec<(NaiveDate, UnitState)>>,
}

fn state(unit: &[(NaiveDate, UnitState)]) -> UnitState {
    unit.last().expect("where it is").1
}

/// Where a unit was at the end of a day.
fn state_at(unit: &[(NaiveDate, UnitState)], day: NaiveDate) -> Option<UnitState> {
    unit.iter().rev().find(|(on, _)| *on <= day).map(|(_, state)| *state)
}

impl Model {
    fn new(lot: Lot, on: NaiveDate) -> Self {
        let unit = vec![(on, UnitState::Held)];
        let units = vec![unit; usize::try_from(lot.quantity()).expect("a small lot")];
        Self { lot, first_day: on, units }
    }

    /// The units of a run of serials; nothing where one of them is of another lot.
    fn part(&mut self, serials: SerialRange) -> Option<&mut [Vec<(NaiveDate, UnitState)>]> {
        let first = usize::try_from(serials.start() - self.lot.serials.start()).ok()?;
        let last = usize::try_from(serials.end() - self.lot.serials.start()).ok()?;
        self.units.get_mut(first..=last)
    }

    /// Moves units that are where they are taken from, and were so on the day; nothing of them may come later.
    fn move_units(&mut self, serials: SerialRange, from: &[UnitState], to: UnitState, on: NaiveDate) -> bool {
        let is_there = on >= self.first_day;
        let Some(part) = self.part(serials) else { return false };
        let is_free = |unit: &Vec<(NaiveDate, UnitState)>| {
            from.contains(&state(unit)) && unit.iter().all(|(day, _)| *day <= on)
        };
        let free = is_there && part.iter().all(is_free);
        if free {
            part.iter_mut().for_each(|unit| unit.push((on, to)));
        }
        free
    }

    /// Moves units as the rules say, or refuses.
    fn apply(&mut self, movement: &Movement, serials: SerialRange, on: NaiveDate) -> bool {
        let needs_life =
            matches!(movement, Movement::Reserve(_) | Movement::List | Movement::Transfer { .. });
        let (from, to) = ends(movement);
        !(needs_life && self.lot.is_expired(on)) && self.move_units(serials, &from, to, on)
    }

    /// Units by state at the end of a day; those that can no longer be used are expired.
    fn units_at(&self, day: NaiveDate) -> Units {
        let mut units = Units::default();
        for state in self.units.iter().filter_map(|unit| state_at(unit, day)) {
            let is_lost = state.is_live() && self.lot.is_expired(day);
            units.add(if is_lost { UnitState::Expired } else { state }, 1);
        }
        units
    }

    fn usable(&self, year: i32, on: NaiveDate) -> usize {
        let is_usable = |unit: &&Vec<(NaiveDate, UnitState)>| {
            [UnitState::Held, UnitState::Reserved(year)].contains(&state(unit))
                && unit.iter().all(|(day, _)| *day <= on)
        };
        let can_be_used = !self.lot.is_expired(on) && on >= self.first_day;
        if can_be_used { self.units.iter().filter(is_usable).count() } else { 0 }
    }
}

fn ends(movement: &Movement) -> (Vec<UnitState>, UnitState) {
    use UnitState::{Cancelled, Expired, Held, Listed, Reserved, Transferred};
    match movement {
        Movement::Reserve(year) => (vec![Held], Reserved(*year)),
        Movement::Release(year) => (vec![Reserved(*year)], Held),
        Movement::List => (vec![Held], Listed),
        Movement::Withdraw => (vec![Listed], Held),
        Movement::Transfer { .. } => (vec![Held, Listed], Transferred),
        Movement::Cancel { .. } => (vec![Held], Cancelled),
        Movement::Expire => (vec![], Expired),
    }
}

/// A ledger beside its models, the events so far, and the day.
struct History {
    ledger: Ledger,
    models: Vec<Model>,
    events: Vec<DatedEvent>,
    today: NaiveDate,
}

impl History {
    fn of(lots: Vec<Lot>, today: NaiveDate) -> Self {
        let mut history = Self { ledger: Ledger::default(), models: Vec::new(), events: Vec::new(), today };
        for lot in lots {
            history.apply(Event::LotRecorded(Box::new(lot.clone())), today).expect("a lot");
            history.models.push(Model::new(lot, today));
        }
        history
    }

    /// A day so many days back; the days of all events are counted from the lots' own.
    fn back(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).expect("a date")
    }

    /// Applies an event of a day, recorded today; refused, everything is as it was.
    fn apply(&mut self, event: Event, on: NaiveDate) -> Result<(), LedgerError> {
        let dated = DatedEvent { recorded_on: Some(self.today), ..DatedEvent::new(on, event) };
        let before = self.ledger.clone();
        match self.ledger.apply(&dated) {
            Ok(()) => self.events.push(dated),
            Err(error) => {
                assert_eq!(self.ledger, before, "a refused event changed something");
                return Err(error);
            }
        }
        Ok(())
    }

    fn move_units(&mut self, index: usize, movement: &Movement, serials: SerialRange, on: NaiveDate) {
        let expected = self.models[index].apply(movement, serials, on);
        let lot_id = self.models[index].lot.id.clone();
        let event = Event::Moved { lot_id, movement: movement.clone(), serials: vec![serials] };
        assert_eq!(self.apply(event, on).is_ok(), expected, "{movement:?} of {serials} on {on}");
    }

    fn retire(&mut self, quantity: i64, year: i32, on: NaiveDate) {
        let usable: usize = self.models.iter().map(|model| model.usable(year, on)).sum();
        let proposal = self.ledger.propose(quantity, year, on);
        assert_eq!(proposal.is_ok(), usize::try_from(quantity).is_ok_and(|quantity| quantity <= usable));
        let Ok(takes) = proposal else { return };
        assert_eq!(takes.iter().map(Take::quantity).sum::<i64>(), quantity);
        let from = [UnitState::Held, UnitState::Reserved(year)];
        for line in takes.iter().flat_map(Take::lines) {
            let model = self.models.iter_mut().find(|model| model.lot.id == line.lot_id).expect("its model");
            assert!(!model.lot.is_expired(on), "an expired unit was retired");
            let retired = UnitState::Retired(year);
            assert!(model.move_units(line.serials, &from, retired, on), "a unit retired twice");
        }
        let number = self.events.len();
        let retirement = retirement_of(&format!("R-{number}"), year, &takes);
        self.apply(Event::Retired(retirement.clone()), on).expect("what was proposed is done");
        for day in [on, self.today, self.models[0].first_day] {
            let again = Retirement { id: format!("again-{number}"), ..retirement.clone() };
            assert!(self.apply(Event::Retired(again), day).is_err(), "the same units were retired twice");
        }
    }

    /// Reverses one of the retirements that stand; its units can be used again where they are not expired.
    fn reverse(&mut self, index: usize, on: NaiveDate) {
        let standing: Vec<_> = self.ledger.standing().cloned().collect();
        if standing.is_empty() {
            return;
        }
        let Standing { on: retired_on, retirement, .. } = standing[index % standing.len()].clone();
        let event = Event::Reversed { retirement: retirement.clone(), evidence: "registry letter".into() };
        if on < retired_on {
            assert!(self.apply(event, on).is_err(), "reversed before it was retired");
            return;
        }
        let from = [UnitState::Retired(retirement.year)];
        for line in &retirement.lines {
            let model = self.models.iter_mut().find(|model| model.lot.id == line.lot_id).expect("its model");
            assert!(
                model.move_units(line.serials, &from, UnitState::Held, on),
                "reversed units were not retired"
            );
        }
        self.apply(event.clone(), on).expect("reversed");
        assert!(self.apply(event, on).is_err(), "a retirement was reversed twice");
    }

    /// One lot becomes two, or the ledger refuses; no unit moves.
    fn split(&mut self, index: usize, offset: i64, on: NaiveDate) {
        let model = &mut self.models[index];
        let at = model.lot.serials.start() + offset;
        let into = [format!("{}-1", model.lot.id), format!("{}-2", model.lot.id)];
        let event = Event::Split { lot_id: model.lot.id.clone(), at, into: into.clone() };
        let is_inside = 0 < offset && offset < model.lot.quantity() && on >= model.first_day;
        if is_inside {
            let upper = model.units.split_off(usize::try_from(offset).expect("small"));
            let serials = model.lot.serials;
            let of = |id: &String, serials| Lot { id: id.clone(), serials, ..model.lot.clone() };
            let first_day = model.first_day;
            let upper = Model { lot: of(&into[1], range(at, serials.end())), first_day, units: upper };
            model.lot = of(&into[0], range(serials.start(), at - 1));
            self.models.push(upper);
        }
        assert_eq!(self.apply(event, on).is_ok(), is_inside, "split at {offset}");
    }

    fn pass(&mut self, days: u64) {
        self.today = self.today.checked_add_days(Days::new(days)).expect("a date");
    }

    /// No unit is lost, doubled or below zero, and a replay of the events' texts gives the same state.
    fn check(&self) {
        for model in &self.models {
            let expected = model.units_at(self.today);
            let holding = self.ledger.lot(&model.lot.id).expect("the lot");
            assert_eq!(holding.units(self.today), expected);
            assert_eq!(expected.quantity(), model.lot.quantity());
            let ranges = holding.ranges().iter();
            let flat = ranges.flat_map(|range| {
                std::iter::repeat_n(
                    range.state,
                    usize::try_from(range.serials.quantity()).unwrap_or_default(),
                )
            });
            assert!(flat.eq(model.units.iter().map(|unit| state(unit))), "{:?}", holding.ranges());
            let alike =
                |pair: &[StateRange]| (pair[0].state, pair[0].since) == (pair[1].state, pair[1].since);
            assert!(!holding.ranges().windows(2).any(alike));
        }
        self.check_retirements();
        self.check_days();
        let read = |dated: &DatedEvent| DatedEvent::from_text(dated.on, &dated.to_text()).expect("an event");
        let read = self.events.iter().map(read);
        assert_eq!(Ledger::replay(read).as_ref(), Ok(&self.ledger));
    }

    /// At the end of some days on which something happened, and of the days before, each unit is where its own
    /// history leaves it.
    fn check_days(&self) {
        let days = self.events.iter().flat_map(|dated| [dated.on, dated.on.pred_opt().expect("a day")]);
        let days: BTreeSet<NaiveDate> = days.chain([self.today]).collect();
        for day in days.iter().copied().step_by(days.len() / 6 + 1) {
            let ledger = Ledger::at_end_of(&self.events, day).expect("a history of its own");
            for model in &self.models {
                let found = ledger.lot(&model.lot.id).map(|holding| holding.units(day)).unwrap_or_default();
                assert_eq!(found, model.units_at(day), "{} at the end of {day}", model.lot.id);
            }
        }
    }

    /// The lines of the retirements that stand are exactly the retired units, each in the lot that has it.
    fn check_retirements(&self) {
        let mut lines = 0;
        for (_, retirement) in self.ledger.retirements() {
            for line in &retirement.lines {
                let holding = self.ledger.lot(&line.lot_id).expect("a lot that is there");
                let states = [UnitState::Retired(retirement.year)];
                let retired = Source { states: &states, by: None };
                assert_eq!(holding.elsewhere(line.serials, retired), None);
                lines += line.serials.quantity();
            }
        }
        let units = self.models.iter().flat_map(|model| &model.units);
        let retired = units.filter(|unit| matches!(state(unit), UnitState::Retired(_))).count();
        assert_eq!(usize::try_from(lines), Ok(retired));
    }
}

#[derive(Clone, Debug)]
enum Step {
    Move(usize, Movement, i64, i64),
    Retire(i64, i32),
    Reverse(usize),
    Split(usize, i64),
    Pass(u64),
}

/// How many days back a step is dated: mostly none, else up to before there was any lot.
fn days_back() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0), 1 => 1..60_u64, 1 => 1..400_u64]
}

fn steps() -> impl Strategy<Value = Vec<(Step, u64)>> {
    let movement = prop_oneof![
        (2025..2027_i32).prop_map(Movement::Reserve),
        (2025..2027_i32).prop_map(Movement::Release),
        Just(Movement::List),
        Just(Movement::Withdraw),
        Just(Movement::Transfer { to: "B".into(), price: None }),
        Just(Movement::Cancel { because: "x".into() }),
    ];
    let step = prop_oneof![
        5 => (0..6_usize, movement, 0..31_i64, 0..12_i64)
            .prop_map(|(lot, movement, start, more)| Step::Move(lot, movement, start, start + more)),
        2 => (1..25_i64, 2025..2027_i32).prop_map(|(quantity, year)| Step::Retire(quantity, year)),
        1 => (0..8_usize).prop_map(Step::Reverse),
        1 => (0..6_usize, 0..31_i64).prop_map(|(lot, offset)| Step::Split(lot, offset)),
        1 => (0..300_u64).prop_map(Step::Pass),
    ];
    prop::collection::vec((step, days_back()), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Lots of three vintages, of which the first expires on 31 December 2025, from the summer of that year on.
    #[test]
    fn ten_thousand_random_histories_agree_with_the_model(steps in steps()) {
        let lots = vec![lot("A", 0, 29, 2022), lot("B", 30, 59, 2023), lot("C", 60, 89, 2024)];
        let mut history = History::of(lots, day(2025, 6, 16));
        for (step, back) in steps {
            let on = history.back(back);
            match step {
                Step::Split(index, offset) => history.split(index % history.models.len(), offset, on),
                Step::Move(index, movement, start, end) => {
                    let index = index % history.models.len();
                    let offset = history.models[index].lot.serials.start();
                    history.move_units(index, &movement, range(offset + start, offset + end), on);
                }
                Step::Retire(quantity, year) => history.retire(quantity, year, on),
                Step::Reverse(index) => history.reverse(index, on),
                Step::Pass(days) => history.pass(days),
            }
        }
        history.check();
    }
}

/// Every run of a lot of five, for every movement, and after it every run and every movement again.
#[test]
fn a_small_lot_is_cut_at_every_boundary() {
    const SERIALS: i64 = 5;
    let runs = || (1..=SERIALS).flat_map(|start| (start..=SERIALS + 1).map(move |end| range(start, end)));
    let movements = [
        Movement::Reserve(2025),
        Movement::Release(2025),
        Movement::List,
        Movement::Withdraw,
        Movement::Transfer { to: "B".into(), price: None },
        Movement::Cancel { because: "x".into() },
    ];
    let mut histories = 0;
    for (first, one) in runs().flat_map(|run| movements.iter().map(move |movement| (run, movement))) {
        for (second, other) in runs().flat_map(|run| movements.iter().map(move |movement| (run, movement))) {
            let today = day(2026, 6, 16);
            let mut history = History::of(vec![lot("A", 1, SERIALS, 2025)], today);
            history.move_units(0, one, first, today);
            history.move_units(0, other, second, today);
            history.check();
            histories += 1;
        }
    }
    assert_eq!(histories, 14_400);
}

/// A lot with units in every state is split at every boundary, and each part at every boundary again.
#[test]
fn a_lot_is_split_at_every_boundary_and_no_unit_moves() {
    const SERIALS: i64 = 12;
    for (first, second) in (0..=SERIALS).flat_map(|first| (0..=SERIALS).map(move |second| (first, second))) {
        let today = day(2026, 6, 16);
        let mut history = History::of(vec![lot("A", 1, SERIALS, 2025)], today);
        let document = Document {
            sha256: "ab".into(),
            file_name: "statement.pdf".into(),
            size: 2,
            proves: Proof::Ownership,
            about: None,
        };
        let attached = Event::Attached { subject: Subject::Lot("A".into()), document };
        history.apply(attached, today).expect("attached");
        history.move_units(0, &Movement::Reserve(2026), range(1, 3), today);
        history.move_units(0, &Movement::List, range(4, 5), today);
        history.move_units(0, &Movement::Transfer { to: "B".into(), price: None }, range(5, 5), today);
        history.move_units(0, &Movement::Cancel { because: "x".into() }, range(6, 6), today);
        history.retire(4, 2025, today);
        history.retire(4, 2026, today);
        history.split(0, first, today);
        let last = history.models.len() - 1;
        history.split(last, second, today);
        history.check();
        for model in &history.models {
            let evidence = history.ledger.evidence(&Subject::Lot(model.lot.id.clone()));
            assert_eq!(evidence.len(), 1, "evidence of {} was lost", model.lot.id);
        }
        history.reverse(0, today);
        history.reverse(0, today);
        history.check();
    }
}
