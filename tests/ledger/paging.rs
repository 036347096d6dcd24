//! Lots page by page: whatever is filtered, sorted or searched in the file is what the lots themselves say.

use super::process::lot_of;
use crate::support::{Bench, day};
use planner_actions::Workspace;
use planner_actions::views::certificates::{LotView, LotsQuery, LotsSummary, PurchaseRequest, UnitsByState};

async fn all(workspace: &Workspace) -> Vec<LotView> {
    planner_actions::lots(workspace, &LotsQuery::default()).await.expect("lots").lots
}

async fn page(workspace: &Workspace, query: LotsQuery) -> (Vec<String>, i64, UnitsByState) {
    let page = planner_actions::lots_page(workspace, &query).await.expect("a page");
    assert_eq!(page.as_of, workspace.today().to_string());
    (page.lots.into_iter().map(|lot| lot.lot_id).collect(), page.total, page.units)
}

fn ids(lots: &[LotView], matches: impl Fn(&&LotView) -> bool) -> Vec<String> {
    lots.iter().filter(matches).map(|lot| lot.lot_id.clone()).collect()
}

fn add_up(lots: &[LotView], matches: impl Fn(&&LotView) -> bool) -> UnitsByState {
    let mut sum = UnitsByState::default();
    for units in lots.iter().filter(matches).map(|lot| &lot.units) {
        sum.quantity += units.quantity;
        sum.held += units.held;
        sum.reserved += units.reserved;
        sum.listed += units.listed;
        sum.transferred += units.transferred;
        sum.retired += units.retired;
        sum.expired += units.expired;
        sum.cancelled += units.cancelled;
    }
    sum
}

fn in_state(units: &UnitsByState, state: &str) -> i64 {
    match state {
        "quantity" => units.quantity,
        "held" => units.held,
        "reserved" => units.reserved,
        "listed" => units.listed,
        "transferred" => units.transferred,
        "retired" => units.retired,
        "expired" => units.expired,
        other => panic!("{other}"),
    }
}

/// On the sample's own day, and on days by which more and all of it has expired.
const DAYS: [&str; 3] = ["2026-06-16", "2027-01-01", "2040-01-01"];

#[tokio::test]
async fn a_filter_finds_what_the_lots_say_on_every_day() {
    let bench = Bench::sample().await;
    for today in DAYS {
        let workspace = bench.workspace.on(day(today));
        let lots = all(&workspace).await;
        let none = LotsQuery { limit: 500, ..Default::default() };
        let (found, total, units) = page(&workspace, none.clone()).await;
        assert_eq!(found, ids(&lots, |_| true), "{today}");
        assert_eq!((total, units), (found.len().try_into().expect("a count"), add_up(&lots, |_| true)));
        for state in ["held", "reserved", "listed", "transferred", "retired", "expired"] {
            let query = LotsQuery { state: Some(state.into()), ..none.clone() };
            let has = |lot: &&LotView| in_state(&lot.units, state) > 0;
            let (found, _, units) = page(&workspace, query).await;
            assert_eq!((found, units), (ids(&lots, has), add_up(&lots, has)), "{state} on {today}");
        }
        for origin in ["purchased", "self_generated", "transferred_in"] {
            let query =
                LotsQuery { origin: Some(origin.into()), class: Some("i-tec".into()), ..none.clone() };
            let is_of = |lot: &&LotView| lot.origin == origin && lot.class == "I-TEC";
            assert_eq!(page(&workspace, query).await.0, ids(&lots, is_of), "{origin}");
        }
        for lot in &lots {
            let query = LotsQuery { expires_on: Some(lot.expires_on.clone()), ..none.clone() };
            assert_eq!(page(&workspace, query).await.0, ids(&lots, |one| one.expires_on == lot.expires_on));
            let serial = format!("{}-{}", lot.serial_prefix, lot.serial_end);
            let query = LotsQuery { search: Some(serial), ..none.clone() };
            assert_eq!(page(&workspace, query).await.0, [lot.lot_id.as_str()]);
        }
        let query = LotsQuery { search: Some("blm-2023".into()), ..none };
        assert_eq!(page(&workspace, query).await.0, ids(&lots, |one| one.lot_id.starts_with("BLM-2023")));
    }
}

#[tokio::test]
async fn pages_follow_one_another_in_every_order() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    let lots = all(workspace).await;
    let lot = |id: &String| lots.iter().find(|lot| lot.lot_id == *id).expect("a lot");
    for sort in ["lot", "origin", "vintage", "expires", "supplier", "quantity", "held", "retired", "expired"]
    {
        for descending in [false, true] {
            let mut found = Vec::new();
            for offset in (0..).step_by(5) {
                let query =
                    LotsQuery { offset, limit: 5, sort: Some(sort.into()), descending, ..Default::default() };
                let (some, total, _) = page(workspace, query).await;
                assert_eq!(usize::try_from(total), Ok(lots.len()));
                if some.is_empty() {
                    break;
                }
                found.extend(some);
            }
            let mut keys: Vec<_> = found
                .iter()
                .map(lot)
                .map(|lot| match sort {
                    "lot" => (0, lot.lot_id.clone()),
                    "origin" => (0, lot.origin.clone()),
                    "vintage" => (lot.vintage.into(), String::new()),
                    "expires" => (0, lot.expires_on.clone()),
                    "supplier" => (0, lot.facts.counterparty.clone().unwrap_or("~".into())),
                    state => (in_state(&lot.units, state), String::new()),
                })
                .collect();
            if sort == "supplier" && descending {
                keys.retain(|(_, name)| name != "~");
            }
            if descending {
                keys.reverse();
            }
            assert!(keys.is_sorted(), "{sort}, descending {descending}: {keys:?}");
            found.sort();
            let mut every = ids(&lots, |_| true);
            every.sort();
            assert_eq!(found, every, "{sort}: a lot twice, or none");
        }
    }
    let wrong = LotsQuery { sort: Some("colour".into()), ..Default::default() };
    let refused = planner_actions::lots_page(workspace, &wrong).await.expect_err("refused");
    assert_eq!(refused.message, "Lots cannot be sorted by “colour”.");
}

#[tokio::test]
async fn own_lots_that_nothing_proves_are_found_at_once() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    let own = |start| {
        let mut own = PurchaseRequest { origin: Some("self_generated".into()), ..lot_of(start, 100) };
        own.facts.excess_reason = Some("the list of retired assets is still to come".into());
        own
    };
    for request in [lot_of(1, 100), own(101), own(201)] {
        planner_actions::record_lot(workspace, &request).await.expect("a lot");
    }
    let letter = bench.folder.path().join("letter.pdf");
    std::fs::write(&letter, "the registry's letter").expect("written");
    let lot = planner_actions::lot(workspace, "BLO-2025-0002").await.expect("a lot").lot;
    let says = crate::support::registry_statement(&lot);
    planner_actions::attach(workspace, "BLO-2025-0002", &letter, &says).await.expect("attached");
    let query = LotsQuery { lacks_ownership: true, limit: 100, ..Default::default() };
    assert_eq!(page(workspace, query).await.0, ["BLO-2025-0003"]);
}

#[tokio::test]
async fn the_summary_is_what_all_lots_add_up_to_on_every_day() {
    let bench = Bench::sample().await;
    for today in DAYS {
        let workspace = bench.workspace.on(day(today));
        let lots = all(&workspace).await;
        let summary: LotsSummary = planner_actions::lots_summary(&workspace).await.expect("sums");
        let is_itec = |lot: &&LotView| lot.class == "I-TEC";
        assert_eq!((summary.as_of.as_str(), summary.total), (today, add_up(&lots, is_itec)));
        assert_eq!(usize::try_from(summary.count), Ok(lots.len()));
        for one in &summary.by_vintage {
            let of = |lot: &&LotView| is_itec(lot) && lot.vintage == one.vintage;
            assert_eq!(one.units, add_up(&lots, of), "{} on {today}", one.vintage);
        }
        let usable = |lot: &&LotView| {
            is_itec(lot)
                && !lot.is_bundled
                && lot.days_to_expiry >= 0
                && lot.units.held + lot.units.reserved > 0
        };
        let expected = add_up(&lots, usable);
        assert_eq!(
            summary.calendar.iter().map(|one| one.quantity).sum::<i64>(),
            expected.held + expected.reserved
        );
        for one in &summary.calendar {
            let of_day = ids(&lots, |lot| usable(lot) && lot.expires_on == one.on);
            assert_eq!(usize::try_from(one.lots), Ok(of_day.len()), "{}", one.on);
            assert!(one.lot_ids.len() <= 12 && one.lot_ids.iter().all(|id| of_day.contains(id)));
        }
    }
}

#[tokio::test]
async fn a_refused_row_leaves_no_lot_behind() {
    let bench = Bench::new().await;
    let path = bench.folder.path().join("certificates.csv");
    let text = "Registry,Class,Serial start,Serial end,Vintage,Status,Bundled\n\
        Bloom,I-TEC,1,100,2025,transferred,yes\n\
        Bloom,I-TEC,1,100,2025,issued,no\n";
    std::fs::write(&path, text).expect("written");
    let report = bench.import("certificates", &path).await.expect("imported");
    assert_eq!((report.rows_imported, report.rows_rejected), (1, 1));
    assert!(report.issues[0].expected.contains("cannot be sold apart from them"), "{:?}", report.issues);
    assert!(planner_actions::verify(&bench.workspace).await.expect("a check").ok);
}
