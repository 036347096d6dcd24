//! Movements that are refused, and what the refusal names.

use super::{apply, change, lot, range, retirement, today, with};
use crate::ledger::event::{DatedEvent, Event};
use crate::ledger::fact::Fact;
use crate::ledger::lot::Lot;
use crate::ledger::movement::Movement;
use crate::ledger::retire::LotPick;
use crate::ledger::{Ledger, LedgerError};

#[test]
fn a_second_claim_on_the_same_units_names_the_first() {
    let mut ledger = with(vec![
        lot("A", 1, 100, 2025),
        Lot { is_bundled: true, prefix: "DE-".into(), ..lot("BUNDLED", 1, 10, 2025) },
    ]);
    let moved = |movement, start, end| Event::Moved {
        lot_id: "A".into(),
        movement,
        serials: vec![range(start, end)],
    };
    let takes = ledger.propose(30, 2025, today()).expect("units");
    apply(&mut ledger, retirement("R-2025-01", &takes)).expect("retired");
    apply(&mut ledger, moved(Movement::List, 31, 60)).expect("listed");
    apply(&mut ledger, moved(Movement::Transfer { to: "Orla".into(), price: None }, 41, 50)).expect("sold");
    let text = |result: Result<(), LedgerError>| result.expect_err("refused").to_string();
    assert_eq!(
        text(apply(&mut ledger, moved(Movement::List, 21, 31))),
        "certificates 21-31 of lot A are not free for this: 21-30 are retired for 2025 in R-2025-01"
    );
    assert_eq!(
        text(apply(&mut ledger, moved(Movement::Reserve(2026), 45, 99))),
        "certificates 45-99 of lot A are not free for this: 45-50 are transferred to somebody else"
    );
    let proposed = |ledger: &Ledger, lot: &str, quantity, movement| {
        ledger.propose_movement(lot, quantity, &movement, today()).map_err(|error| error.to_string())
    };
    assert_eq!(
        proposed(&ledger, "A", 41, Movement::List),
        Err("lot A has 40 certificates that are held, not 41 (30 retired for 2025 in R-2025-01, \
             20 listed for sale, 10 transferred to somebody else)"
            .into())
    );
    let transfer = Movement::Transfer { to: "B".into(), price: None };
    assert_eq!(proposed(&ledger, "A", 25, transfer), Ok(vec![range(31, 40), range(51, 60), range(61, 65)]));
    assert_eq!(
        proposed(&ledger, "BUNDLED", 1, Movement::List),
        Err("lot BUNDLED was bought with its devices and substantiates that purchase; \
             it cannot be sold apart from them"
            .into())
    );
    let pick = LotPick { lot_id: "A".into(), quantity: Some(41) };
    assert_eq!(
        ledger.propose_from(&[pick], None, 2025, today()).map_err(|error| error.to_string()),
        Err("lot A holds 40 usable certificates, not 41 (30 retired for 2025 in R-2025-01, 20 listed for sale, \
             10 transferred to somebody else); 0 more are usable in 0 other lots"
            .into())
    );
    let alone = Lot { prefix: "DE-".into(), ..lot("ALONE", 5, 20, 2025) };
    assert_eq!(
        text(apply(&mut ledger, Event::LotRecorded(Box::new(alone)))),
        "serials 5-20 of lot ALONE are already recorded in lot BUNDLED (1-10, bought with their devices; these alone)"
    );
}

#[test]
fn a_bundled_certificate_is_never_sold_alone_whoever_says_so() {
    let bundled = Lot { is_bundled: true, ..lot("B", 1, 10, 2025) };
    let moved = |lot_id: &str, movement| Event::Moved {
        lot_id: lot_id.into(),
        movement,
        serials: vec![range(1, 10)],
    };
    let sold = || Movement::Transfer { to: "Orla".into(), price: None };
    let dated = |event| DatedEvent::new(today(), event);
    for movement in [Movement::List, sold()] {
        let recorded = Event::LotRecorded(Box::new(bundled.clone()));
        let told = [recorded, moved("B", movement.clone())].map(dated);
        let refused = LedgerError::BundledIsNotSold { lot: "B".into() };
        assert_eq!(Ledger::replay(told), Err((1, refused.clone())));
        let mut ledger = with(vec![bundled.clone()]);
        assert_eq!(ledger.propose_movement("B", 1, &movement, today()), Err(refused.clone()));
        assert_eq!(apply(&mut ledger, moved("B", movement)), Err(refused));
    }
    for movement in [Movement::List, sold()] {
        let mut ledger = with(vec![lot("A", 1, 10, 2025)]);
        apply(&mut ledger, moved("A", movement)).expect("moved");
        let changes = vec![change(Fact::Bundled, Some("false"), Some("true"))];
        let event = Event::Adjusted { lot_id: "A".into(), changes, because: "a letter".into() };
        assert_eq!(apply(&mut ledger, event), Err(LedgerError::SoldIsNotBundled { lot: "A".into() }));
    }
}
