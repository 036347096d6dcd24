//! Histories of a ledger against a model that keeps every unit by itself: random ones, and every one of a small lot.

use super::{day, lot, range, retirement_of};
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::evidence::{Document, Proof, Subject};
use crate::ledger::holding::{UnitState, Units};
use crate::ledger::lot::{Lot, SerialRange};
use crate::ledger::movement::Movement;
use crate::ledger::retire::Take;
use crate::ledger::retirement::Retirement;
use crate::ledger::{Ledger, LedgerError};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

/// Units of a lot, each by itself.
struct Model {
    lot: Lot,
    units: Vec<UnitState>,
}

impl Model {
    fn new(lot: Lot) -> Self {
        let units = vec![UnitState::Held; usize::try_from(lot.quantity()).expect("a small lot")];
        Self { lot, units }
    }

    /// The units of a run of serials; nothing where one of them is of another lot.
    fn part(&mut self, serials: SerialRange) -> Option<&mut [UnitState]> {
        let first = usize::try_from(serials.start() - self.lot.serials.start()).ok()?;
        let last = usize::try_from(serials.end() - self.lot.serials.start()).ok()?;
        self.units.get_mut(first..=last)
    }

    fn move_units(&mut self, serials: SerialRange, from: &[UnitState], to: UnitState) -> bool {
        let Some(part) = self.part(serials) else { return false };
        let free = part.iter().all(|unit| from.contains(unit));
        if free {
            part.fill(to);
        }
        free
    }

    /// Moves units as the rules say, or refuses.
    fn apply(&mut self, movement: &Movement, serials: SerialRange, on: NaiveDate) -> bool {
        let needs_life =
            matches!(movement, Movement::Reserve(_) | Movement::List | Movement::Transfer { .. });
        let (from, to) = ends(movement);
        !(needs_life && self.lot.is_expired(on)) && self.move_units(serials, &from, to)
    }

    fn expire(&mut self, on: NaiveDate) {
        if self.lot.is_expired(on) {
            self.units.iter_mut().filter(|unit| unit.is_live()).for_each(|unit| *unit = UnitState::Expired);
        }
    }

    fn usable(&self, year: i32, on: NaiveDate) -> usize {
        let is_usable =
            |unit: &&UnitState| matches!(unit, UnitState::Held) || **unit == UnitState::Reserved(year);
        if self.lot.is_expired(on) { 0 } else { self.units.iter().filter(is_usable).count() }
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
            history.apply(Event::LotRecorded(Box::new(lot.clone()))).expect("a lot");
            history.models.push(Model::new(lot));
        }
        history
    }

    /// Applies an event; refused, everything is as it was.
    fn apply(&mut self, event: Event) -> Result<(), LedgerError> {
        let dated = DatedEvent { on: self.today, event };
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

    fn move_units(&mut self, index: usize, movement: &Movement, serials: SerialRange) {
        let expected = self.models[index].apply(movement, serials, self.today);
        let lot_id = self.models[index].lot.id.clone();
        let event = Event::Moved { lot_id, movement: movement.clone(), serials: vec![serials] };
        assert_eq!(self.apply(event).is_ok(), expected, "{movement:?} of {serials} on {}", self.today);
    }

    fn retire(&mut self, quantity: i64, year: i32) {
        let usable: usize = self.models.iter().map(|model| model.usable(year, self.today)).sum();
        let proposal = self.ledger.propose(quantity, year, self.today);
        assert_eq!(proposal.is_ok(), usize::try_from(quantity).is_ok_and(|quantity| quantity <= usable));
        let Ok(takes) = proposal else { return };
        assert_eq!(takes.iter().map(Take::quantity).sum::<i64>(), quantity);
        let from = [UnitState::Held, UnitState::Reserved(year)];
        for line in takes.iter().flat_map(Take::lines) {
            let model = self.models.iter_mut().find(|model| model.lot.id == line.lot_id).expect("its model");
            assert!(!model.lot.is_expired(self.today), "an expired unit was retired");
            assert!(model.move_units(line.serials, &from, UnitState::Retired(year)), "a unit retired twice");
        }
        let number = self.events.len();
        let retirement = retirement_of(&format!("R-{number}"), year, &takes);
        self.apply(Event::Retired(retirement.clone())).expect("what was proposed is done");
        let again = Retirement { id: format!("again-{number}"), ..retirement };
        assert!(self.apply(Event::Retired(again)).is_err(), "the same units were retired twice");
    }

    /// Reverses one of the retirements that stand; its units can be used again where they are not expired.
    fn reverse(&mut self, index: usize) {
        let standing: Vec<_> = self.ledger.retirements().map(|(_, one)| one.clone()).collect();
        if standing.is_empty() {
            return;
        }
        let retirement = standing[index % standing.len()].clone();
        let from = [UnitState::Retired(retirement.year)];
        for line in &retirement.lines {
            let model = self.models.iter_mut().find(|model| model.lot.id == line.lot_id).expect("its model");
            assert!(
                model.move_units(line.serials, &from, UnitState::Held),
                "reversed units were not retired"
            );
        }
        let event = Event::Reversed { retirement, evidence: "registry letter".into() };
        self.apply(event.clone()).expect("reversed");
        assert!(self.apply(event).is_err(), "a retirement was reversed twice");
        self.pass(0);
    }

    /// One lot becomes two, or the ledger refuses; no unit moves.
    fn split(&mut self, index: usize, offset: i64) {
        let model = &mut self.models[index];
        let at = model.lot.serials.start() + offset;
        let into = [format!("{}-1", model.lot.id), format!("{}-2", model.lot.id)];
        let event = Event::Split { lot_id: model.lot.id.clone(), at, into: into.clone() };
        let is_inside = 0 < offset && offset < model.lot.quantity();
        if is_inside {
            let upper = model.units.split_off(usize::try_from(offset).expect("small"));
            let serials = model.lot.serials;
            let of = |id: &String, serials| Lot { id: id.clone(), serials, ..model.lot.clone() };
            let upper = Model { lot: of(&into[1], range(at, serials.end())), units: upper };
            model.lot = of(&into[0], range(serials.start(), at - 1));
            self.models.push(upper);
        }
        assert_eq!(self.apply(event).is_ok(), is_inside, "split at {offset}");
    }

    /// A day comes, and what expired before it is written down.
    fn pass(&mut self, days: u64) {
        self.today = self.today.checked_add_days(Days::new(days)).expect("a date");
        for event in self.ledger.expiries(self.today) {
            self.apply(event).expect("expired");
        }
        self.models.iter_mut().for_each(|model| model.expire(self.today));
        assert_eq!(self.ledger.expiries(self.today), []);
    }

    /// No unit is lost, doubled or below zero, and a replay of the events' texts gives the same state.
    fn check(&self) {
        for model in &self.models {
            let mut expected = Units::default();
            model.units.iter().for_each(|unit| expected.add(*unit, 1));
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
            assert!(flat.eq(model.units.iter().copied()), "{:?}", holding.ranges());
            assert!(holding.ranges().windows(2).all(|pair| pair[0].state != pair[1].state));
        }
        self.check_retirements();
        let read = self.events.iter().map(|dated| DatedEvent {
            on: dated.on,
            event: Event::from_text(&dated.event.to_text()).expect("an event"),
        });
        assert_eq!(Ledger::replay(read).as_ref(), Ok(&self.ledger));
    }

    /// The lines of the retirements that stand are exactly the retired units, each in the lot that has it.
    fn check_retirements(&self) {
        let mut lines = 0;
        for (_, retirement) in self.ledger.retirements() {
            for line in &retirement.lines {
                let holding = self.ledger.lot(&line.lot_id).expect("a lot that is there");
                assert_eq!(holding.elsewhere(line.serials, &[UnitState::Retired(retirement.year)]), None);
                lines += line.serials.quantity();
            }
        }
        let units = self.models.iter().flat_map(|model| &model.units);
        let retired = units.filter(|unit| matches!(unit, UnitState::Retired(_))).count();
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

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let movement = prop_oneof![
        (2025..2027_i32).prop_map(Movement::Reserve),
        (2025..2027_i32).prop_map(Movement::Release),
        Just(Movement::List),
        Just(Movement::Withdraw),
        Just(Movement::Transfer { to: "B".into() }),
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
    prop::collection::vec(step, 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Lots of three vintages, of which the first expires on 31 December 2025, from the summer of that year on.
    #[test]
    fn ten_thousand_random_histories_agree_with_the_model(steps in steps()) {
        let lots = vec![lot("A", 0, 29, 2022), lot("B", 30, 59, 2023), lot("C", 60, 89, 2024)];
        let mut history = History::of(lots, day(2025, 6, 16));
        for step in steps {
            match step {
                Step::Split(index, offset) => history.split(index % history.models.len(), offset),
                Step::Move(index, movement, start, end) => {
                    let index = index % history.models.len();
                    let offset = history.models[index].lot.serials.start();
                    history.move_units(index, &movement, range(offset + start, offset + end));
                }
                Step::Retire(quantity, year) => history.retire(quantity, year),
                Step::Reverse(index) => history.reverse(index),
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
        Movement::Transfer { to: "B".into() },
        Movement::Cancel { because: "x".into() },
    ];
    let mut histories = 0;
    for (first, one) in runs().flat_map(|run| movements.iter().map(move |movement| (run, movement))) {
        for (second, other) in runs().flat_map(|run| movements.iter().map(move |movement| (run, movement))) {
            let mut history = History::of(vec![lot("A", 1, SERIALS, 2025)], day(2026, 6, 16));
            history.move_units(0, one, first);
            history.move_units(0, other, second);
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
        let mut history = History::of(vec![lot("A", 1, SERIALS, 2025)], day(2026, 6, 16));
        let document = Document {
            sha256: "ab".into(),
            file_name: "statement.pdf".into(),
            size: 2,
            proves: Proof::Ownership,
        };
        history.apply(Event::Attached { subject: Subject::Lot("A".into()), document }).expect("attached");
        history.move_units(0, &Movement::Reserve(2026), range(1, 3));
        history.move_units(0, &Movement::List, range(4, 5));
        history.move_units(0, &Movement::Transfer { to: "B".into() }, range(5, 5));
        history.move_units(0, &Movement::Cancel { because: "x".into() }, range(6, 6));
        history.retire(4, 2025);
        history.retire(4, 2026);
        history.split(0, first);
        let last = history.models.len() - 1;
        history.split(last, second);
        history.check();
        for model in &history.models {
            let evidence = history.ledger.evidence(&Subject::Lot(model.lot.id.clone()));
            assert_eq!(evidence.len(), 1, "evidence of {} was lost", model.lot.id);
        }
        history.reverse(0);
        history.reverse(0);
        history.check();
    }
}
