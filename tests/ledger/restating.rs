//! A locked year takes no change; locked again with other figures, the difference is on record.

use super::process::lot_of;
use crate::support::{Bench, workbook};
use planner_actions::views::certificates::RetirementRequest;

#[tokio::test]
async fn what_changed_between_two_locks_is_recorded_with_its_reason() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    bench.import("procurement", &workbook("guide_procurement.xlsx")).await.expect("an import");
    planner_actions::record_lot(workspace, &lot_of(1, 500_000)).await.expect("a lot");
    let first = planner_actions::lock_year(workspace, 2025).await.expect("locked");
    assert_eq!(first.restated, []);
    let refused = planner_actions::lock_year(workspace, 2025).await.expect_err("locked already");
    assert_eq!(refused.code, "year_locked");
    let nameless = planner_actions::unlock_year(workspace, 2025, "  ").await.expect_err("no reason");
    assert_eq!(nameless.code, "bad_request");

    planner_actions::unlock_year(workspace, 2025, "the auditor found a late retirement").await.expect("open");
    let retirement = RetirementRequest {
        year: 2025,
        quantity: Some(125_000),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    planner_actions::retire(workspace, &retirement).await.expect("retired");
    let second = planner_actions::lock_year(workspace, 2025).await.expect("locked");
    let told: Vec<_> = second
        .restated
        .iter()
        .map(|one| (one.name.as_str(), one.old.as_deref(), one.new.as_deref()))
        .collect();
    assert_eq!(
        told,
        [("retired", Some("0"), Some("125000")), ("coverage_percent", Some("0.00"), Some("10.00"))]
    );
    let history = planner_actions::history(workspace, 0, 10).await.expect("a history");
    let restated = history.events.iter().find(|event| event.kind == "restated").expect("the restatement");
    assert_eq!(restated.note.as_deref(), Some("the auditor found a late retirement"));
    assert_eq!(restated.changes, second.restated);
    assert!(planner_actions::verify(workspace).await.expect("a check").ok);

    planner_actions::unlock_year(workspace, 2025, "nothing after all").await.expect("open");
    assert_eq!(planner_actions::lock_year(workspace, 2025).await.expect("locked").restated, []);
}
