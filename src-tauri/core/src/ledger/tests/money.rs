//! What certificates cost and brought in, as cases.

use super::{day, eur, lot, range};
use crate::currency::{Currency, Money};
use crate::ledger::Ledger;
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::holding::Holding;
use crate::ledger::lot::{Facts, Lot, Origin};
use crate::ledger::money::{MoneyOf, Worth};
use crate::ledger::movement::Movement;
use crate::ledger::retirement::{Retirement, RetirementLine};
use chrono::NaiveDate;
use rust_decimal::Decimal;

fn paid(lot: Lot, price: &str, currency: &str) -> Event {
    let facts = Facts {
        unit_price: Some(price.parse().expect("a decimal")),
        currency: Some(currency.into()),
        ..lot.facts.clone()
    };
    Event::LotRecorded(Box::new(Lot { facts, ..lot }))
}

fn moved(lot_id: &str, movement: Movement, start: i64, end: i64) -> Event {
    Event::Moved { lot_id: lot_id.into(), movement, serials: vec![range(start, end)] }
}

fn retirement(id: &str, year: i32, lines: &[(&str, i64, i64)]) -> Retirement {
    let line = |(lot_id, start, end): &(&str, i64, i64)| RetirementLine {
        lot_id: (*lot_id).into(),
        serials: range(*start, *end),
    };
    Retirement {
        id: id.into(),
        year,
        beneficiary: "Larkmoor".into(),
        beneficiary_country: None,
        beneficiary_identifier: None,
        entity: None,
        claim_level: "unassigned".into(),
        because: None,
        purpose: None,
        registry_reference: None,
        registry_link: None,
        lines: lines.iter().map(line).collect(),
    }
}

fn told(events: Vec<Event>) -> (Ledger, Vec<DatedEvent>) {
    let events: Vec<_> = events.into_iter().map(|event| DatedEvent::new(day(2025, 6, 1), event)).collect();
    (Ledger::replay(events.clone()).expect("a history"), events)
}

fn of(year: i32, today: NaiveDate, served: &'static [(&'static Holding, i64)]) -> MoneyOf<'static> {
    MoneyOf { year, period: Some((day(year, 1, 1), day(year, 12, 31))), today, served, budget: None }
}

fn words(worth: &Worth) -> String {
    let sums = worth
        .priced
        .iter()
        .map(|(currency, sum)| format!("{} at {} {}", sum.units, sum.amount.normalize(), currency.code()));
    let rest = [(worth.own, "own"), (worth.unpriced, "unpriced")];
    let rest = rest.into_iter().filter(|one| one.0 > 0).map(|(units, what)| format!("{units} {what}"));
    sums.chain(rest).collect::<Vec<_>>().join(", ")
}

fn lots() -> Vec<Event> {
    let own = Lot { origin: Origin::SelfGenerated, ..lot("OWN", 301, 400, 2025) };
    let given = Lot { origin: Origin::TransferredIn, ..lot("GIVEN", 501, 600, 2025) };
    let bundled = Lot { is_bundled: true, ..lot("BUNDLED", 401, 500, 2025) };
    let old_code = Lot { facts: Facts { currency: Some("EURO".into()), ..Facts::default() }, ..given };
    vec![
        paid(lot("A", 1, 100, 2025), "1.55", "EUR"),
        paid(lot("B", 101, 200, 2022), "1", "EUR"),
        paid(lot("C", 201, 300, 2025), "2.005", "USD"),
        // A price of our own issue is no cost.
        paid(own, "9", "EUR"),
        paid(bundled, "1", "EUR"),
        Event::LotRecorded(Box::new(old_code)),
    ]
}

#[test]
fn what_was_retired_cost_by_currency_own_units_nothing_and_unknown_ones_apart() {
    let lines = [("A", 1, 10), ("B", 101, 140), ("C", 201, 203), ("OWN", 301, 320), ("GIVEN", 501, 507)];
    let mut events = lots();
    events.push(Event::Retired(retirement("R-1", 2025, &lines)));
    events.push(Event::Retired(retirement("R-2", 2024, &[("A", 11, 20)])));
    let back = retirement("R-3", 2025, &[("A", 21, 30)]);
    events.push(Event::Retired(back.clone()));
    events.push(Event::Reversed { retirement: back, evidence: "a letter".into() });
    events.push(Event::Split { lot_id: "A".into(), at: 6, into: ["A-1".into(), "A-2".into()] });
    let (ledger, log) = told(events);
    let money = ledger.money(of(2025, day(2025, 6, 1), &[]), &log).expect("sums");
    assert_eq!(words(&money.retired), "50 at 55.5 EUR, 3 at 6.015 USD, 20 own, 7 unpriced");
    assert_eq!(money.retired.units(), 80);
    let averages = money.retired.priced.iter().filter_map(|(currency, sum)| sum.average(*currency));
    assert_eq!(averages.collect::<Vec<_>>(), [Decimal::new(111, 2), Decimal::new(2005, 3)]);
    let before = ledger.money(of(2024, day(2025, 6, 1), &[]), &log).expect("sums");
    assert_eq!(words(&before.retired), "10 at 15.5 EUR");
    let none = ledger.money(of(2023, day(2025, 6, 1), &[]), &log).expect("sums");
    assert_eq!((words(&none.retired), none.retired.units()), (String::new(), 0));
}

#[test]
fn what_is_held_lasts_until_and_what_expired_is_lost() {
    let mut events = lots();
    events.push(moved("A", Movement::List, 1, 10));
    events.push(moved("C", Movement::Cancel { because: "typed twice".into() }, 201, 250));
    let (ledger, log) = told(events);
    let money = ledger.money(of(2025, day(2025, 12, 31), &[]), &log).expect("sums");
    assert_eq!(words(&money.held), "200 at 255 EUR, 50 at 100.25 USD, 100 own, 100 unpriced");
    let until: Vec<_> = money.held_until.iter().map(|(year, one)| (*year, words(one))).collect();
    assert_eq!(
        until,
        [
            (2025, "100 at 100 EUR".into()),
            (2028, "100 at 155 EUR, 50 at 100.25 USD, 100 own, 100 unpriced".into())
        ]
    );
    assert_eq!((money.last_usable_year(), words(&money.expired)), (Some(2028), String::new()));
    let later = ledger.money(of(2025, day(2026, 1, 1), &[]), &log).expect("sums");
    assert_eq!(words(&later.expired), "100 at 100 EUR");
    assert_eq!(words(&later.expired_in_year), "100 at 100 EUR");
    let next = ledger.money(of(2026, day(2026, 1, 1), &[]), &log).expect("sums");
    assert_eq!(
        (words(&next.expired), words(&next.expired_in_year)),
        ("100 at 100 EUR".into(), String::new())
    );
    let all_gone = ledger.money(of(2026, day(2029, 1, 1), &[]), &log).expect("sums");
    assert_eq!((all_gone.held.units(), all_gone.last_usable_year()), (0, None));
}

#[test]
fn what_was_sold_brings_what_was_paid_for_it_even_of_a_lot_that_is_split_since() {
    let sold = |price, start, end| moved("A", Movement::Transfer { to: "Orla".into(), price }, start, end);
    let mut events = lots();
    events.push(sold(Some(eur("1.80")), 1, 10));
    events.push(sold(Some(eur("0")), 11, 12));
    events.push(sold(None, 13, 15));
    events.push(moved("OWN", Movement::Transfer { to: "B".into(), price: Some(eur("2")) }, 301, 310));
    events.push(Event::Split { lot_id: "A".into(), at: 50, into: ["A-1".into(), "A-2".into()] });
    let (ledger, log) = told(events);
    let money = ledger.money(of(2025, day(2025, 6, 1), &[]), &log).expect("sums");
    assert_eq!(words(&money.sold), "22 at 38 EUR, 3 unpriced");
    let proceeds: Vec<_> = money.sales.iter().map(|one| (one.units, one.proceeds)).collect();
    let dec = |amount: i64| Some(Decimal::from(amount));
    assert_eq!(proceeds, [(10, dec(18)), (2, dec(0)), (3, None), (10, dec(20))]);
    let other_year = ledger.money(of(2026, day(2026, 6, 1), &[]), &log).expect("sums");
    assert_eq!((other_year.sold.units(), other_year.sales.len()), (0, 0));
}

#[test]
fn spend_stands_against_the_budget_in_its_own_currency() {
    let mut events = lots();
    events.push(Event::Retired(retirement("R-1", 2025, &[("A", 1, 10), ("C", 201, 210)])));
    events.push(moved("A", Movement::Reserve(2025), 11, 20));
    events.push(moved("A", Movement::Reserve(2026), 21, 30));
    let (ledger, log) = told(events);
    let served = [(ledger.lot("A").expect("a lot"), 4), (ledger.lot("OWN").expect("a lot"), 5)];
    let today = day(2025, 6, 1);
    let budget = Some(eur("30"));
    let asked = MoneyOf { served: &served, budget, ..of(2025, today, &[]) };
    let money = ledger.money(asked, &log).expect("sums");
    assert_eq!(words(&money.spend), "24 at 37.2 EUR, 10 at 20.05 USD, 5 own");
    assert_eq!(money.budget_left(), Some(eur("-7.2")));
    let other = Money { currency: Currency::from_code("GBP").expect("a currency"), ..eur("5") };
    let asked = MoneyOf { budget: Some(other), ..asked };
    assert_eq!(ledger.money(asked, &log).expect("sums").budget_left(), Some(other));
}

#[test]
fn a_sum_that_cannot_be_held_is_refused_by_its_lot() {
    let (ledger, log) = told(vec![paid(lot("A", 1, 9_000_000_000, 2025), "0.12345678901234567891", "EUR")]);
    let error = ledger.money(of(2025, day(2025, 6, 1), &[]), &log).expect_err("no exact sum");
    assert!(error.to_string().starts_with("9000000000 certificates of lot A at 0.1234567890123456789"));
    assert_eq!(ledger.lot("A").expect("a lot").lot.cost(), Err(error));
}
