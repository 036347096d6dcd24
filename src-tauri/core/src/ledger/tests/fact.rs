//! Facts of a lot: corrected with a reason.

use super::{apply, change, locked, lot, retirement, today, with};
use crate::ledger::Ledger;
use crate::ledger::event::Event;
use crate::ledger::fact::{Change, Fact};

#[test]
fn a_fact_is_corrected_with_its_reason_and_nothing_else_is() {
    let mut ledger = with(vec![lot("A", 1, 100, 2024)]);
    let adjusted = |changes: Vec<Change>, because: &str| Event::Adjusted {
        lot_id: "A".into(),
        changes,
        because: because.into(),
    };
    let wanted = [
        (Fact::Project, Some("Ohio".to_owned())),
        (Fact::Vintage, Some("2025".to_owned())),
        (Fact::Intent, Some("undecided".to_owned())),
    ];
    let changes = ledger.propose_adjustment("A", &wanted).expect("changes");
    assert_eq!(
        changes,
        [change(Fact::Project, None, Some("Ohio")), change(Fact::Vintage, Some("2024"), Some("2025"))]
    );
    let refused = |ledger: &mut Ledger, event| apply(ledger, event).expect_err("refused").to_string();
    assert_eq!(
        refused(&mut ledger, adjusted(changes.clone(), " ")),
        "a correction of lot A needs its reason"
    );
    apply(&mut ledger, adjusted(changes.clone(), "the registry's letter")).expect("adjusted");
    assert_eq!(ledger.lot("A").map(|holding| holding.lot.vintage), Ok(2025));
    assert_eq!(
        refused(&mut ledger, adjusted(changes, "again")),
        "project of lot A is not what this correction says it was"
    );
    let bad = ledger.propose_adjustment("A", &[(Fact::TradeDate, Some("soon".into()))]);
    assert_eq!(bad.map_err(|error| error.to_string()), Err("“soon” is no value for trade_date".into()));
    let takes = ledger.propose(5, 2025, today()).expect("units");
    apply(&mut ledger, retirement("R", &takes)).expect("retired");
    let later = vec![change(Fact::ExpiresOn, Some("2027-12-31"), Some("2030-12-31"))];
    assert_eq!(
        refused(&mut ledger, adjusted(later, "hope")),
        "certificates of lot A were retired or expired by its expires_on; it stays as it is"
    );
    apply(&mut ledger, locked(2025)).expect("locked");
    let country = vec![change(Fact::Country, None, Some("NL"))];
    assert_eq!(refused(&mut ledger, adjusted(country, "typed")), "reporting year 2025 is locked");
}

#[test]
fn every_fact_is_set_to_what_it_is() {
    let mut full = lot("A", 1, 10, 2025);
    for (fact, value) in [
        (Fact::Tco2e, "8.4"),
        (Fact::DeliveryDate, "2026-06-02"),
        (Fact::Baseline, "landfill_avoidance"),
        (Fact::Bundled, "true"),
        (Fact::Origin, "transferred_in"),
    ] {
        assert!(full.set_fact(fact, Some(value)), "{}", fact.word());
        assert_eq!(full.fact(fact).as_deref(), Some(value));
    }
    for fact in Fact::ALL {
        assert_eq!(Fact::from_word(fact.word()), Some(fact));
        let (before, value) = (full.clone(), full.fact(fact));
        assert!(full.set_fact(fact, value.as_deref()), "{}", fact.word());
        assert_eq!(full, before);
    }
    for fact in [Fact::Vintage, Fact::Tco2e, Fact::Baseline, Fact::Intent, Fact::Origin] {
        assert!(!full.set_fact(fact, Some("x")), "{}", fact.word());
    }
}
