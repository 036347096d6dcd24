//! Rule packs over what was retired: met, not met, unknown or not applicable, each with its evidence, and no score.

use crate::support::{Bench, workbook};
use planner_actions::views::certificates::RetirementRequest;
use planner_actions::views::integrity::{ChecksView, CriterionView};
use planner_actions::{answer_question, checks};

async fn found(bench: &Bench, under: Option<&str>) -> ChecksView {
    checks(&bench.workspace, 2025, under).await.expect("checks")
}

fn criterion<'a>(view: &'a ChecksView, pack: &str, key: &str) -> &'a CriterionView {
    let pack = view.packs.iter().find(|one| one.id == pack).expect(pack);
    pack.criteria.iter().find(|one| one.key == key).expect(key)
}

#[tokio::test]
async fn each_criterion_has_its_result_and_its_evidence() {
    let bench = Bench::sample().await;
    let view = found(&bench, None).await;
    let criteria: Vec<_> = view.packs.iter().map(|pack| pack.criteria.len()).collect();
    assert_eq!(criteria, [4, 5, 4]);
    for one in view.packs.iter().flat_map(|pack| &pack.criteria) {
        let results = ["met", "not met", "unknown", "not applicable"];
        assert!(results.contains(&one.result.as_str()), "{}", one.name);
        let units = one.units_met + one.units_not_met + one.units_unknown + one.units_not_applicable;
        assert_eq!(units, 790_000, "{}", one.name);
        assert!(!one.evidence.is_empty(), "{}", one.name);
    }
    let level = criterion(&view, "net-zero-standard-2.0", "claim_level");
    assert!(level.result == "unknown" && level.evidence[0].contains("unassigned"), "{:?}", level.evidence);
    let justified = criterion(&view, "net-zero-standard-2.0", "claim_justified");
    assert_eq!((justified.result.as_str(), justified.units_not_applicable), ("not applicable", 790_000));
    assert!(justified.evidence[0].contains("claims no level"), "{:?}", justified.evidence);
    assert_eq!(criterion(&view, "sbti-guide", "value_chain").result, "met");
    let baseline = criterion(&view, "sbti-guide", "conservative_baselines");
    assert!(baseline.result == "unknown" && baseline.evidence[0].contains("no baseline recorded"));
}

#[tokio::test]
async fn what_only_the_user_knows_is_asked_by_country() {
    let bench = Bench::sample().await;
    let additional = |view: &ChecksView| criterion(view, "sbti-guide", "additionality").evidence.join("; ");
    assert!(additional(&found(&bench, None).await).contains("its questions are not all answered"));
    let workspace = &bench.workspace;
    answer_question(workspace, "e_waste_recycling_percent", None, "22 %").await.expect("an answer");
    let says = additional(&found(&bench, None).await);
    assert!(says.contains("positive list: E-waste, route A") && !says.contains("not all answered"), "{says}");
    answer_question(workspace, "e_waste_recycling_percent", Some("pl"), "41").await.expect("an answer");
    let says = additional(&found(&bench, None).await);
    assert!(says.contains("not all answered") && says.contains("route A"), "{says}");
    answer_question(workspace, "e_waste_recycling_percent", Some("PL"), "").await.expect("taken back");
    assert!(!additional(&found(&bench, None).await).contains("not all answered"));
    for (question, answer) in
        [("weather", "1"), ("e_waste_recycling_percent", "101"), ("early_action", "maybe")]
    {
        let refused = answer_question(workspace, question, None, answer).await;
        assert_eq!(refused.expect_err(question).code, "bad_request");
    }
}

#[tokio::test]
async fn more_retired_than_bought_is_not_met_and_a_level_without_its_device_neither() {
    let bench = Bench::new().await;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let request = RetirementRequest {
        year: 2024,
        quantity: Some(1_000),
        beneficiary: "Larkmoor Group SE".into(),
        claim_level: Some("activity".into()),
        because: Some("The devices came with it".into()),
        ..Default::default()
    };
    planner_actions::retire(&bench.workspace, &request).await.expect("a retirement");
    let view = checks(&bench.workspace, 2024, None).await.expect("checks");
    assert_eq!(criterion(&view, "sbti-guide", "value_chain").result, "not met");
    assert_eq!(criterion(&view, "net-zero-standard-2.0", "claim_level").result, "not met");
    assert_eq!(criterion(&view, "net-zero-standard-2.0", "claim_justified").result, "met");
}

#[tokio::test]
async fn what_changes_under_another_pack_is_a_difference() {
    let bench = Bench::sample().await;
    let view = found(&bench, Some("net-zero-standard-2.0")).await;
    let change = |key: &str| view.changes.iter().find(|one| one.key == key);
    let level = change("claim_level").expect("a new criterion");
    assert_eq!((level.now.as_deref(), level.then.as_deref()), (None, Some("unknown")));
    let chain = change("value_chain").expect("one that is no longer asked");
    assert_eq!((chain.now.as_deref(), chain.then.as_deref()), (Some("met"), None));
    assert!(change("exclusive_issuance").is_none(), "what stays as it is is no change");
    let refused = checks(&bench.workspace, 2025, Some("nothing")).await.expect_err("a refusal");
    assert!(refused.code == "bad_request" && refused.message.contains("sbti-guide"));
}

/// Nothing bought, nothing retired, nothing of our own: no rule is met by what is not there.
#[tokio::test]
async fn an_empty_year_meets_nothing() {
    let bench = Bench::new().await;
    for one in found(&bench, None).await.packs.iter().flat_map(|pack| &pack.criteria) {
        assert_eq!(one.result, "not applicable", "{}", one.name);
        assert_eq!(one.evidence, ["nothing is retired for the year"], "{}", one.name);
    }
    let view = planner_actions::disclosure(&bench.workspace, 2025).await.expect("a screen");
    let results: Vec<_> = view.checks.iter().map(|one| (one.code.as_str(), one.result.as_str())).collect();
    let expected = [
        ("weights_resolved", "not applicable"),
        ("conditions_known", "not applicable"),
        ("fully_covered", "not applicable"),
        ("balances_agree", "not applicable"),
        ("registry_reconciled", "not applicable"),
        ("year_locked", "not met"),
        ("signed", "not met"),
        ("ownership_proven", "not applicable"),
        ("claim_allowed", "not applicable"),
        ("claim_current", "not applicable"),
        ("own_within_eligible", "not applicable"),
        ("ledger_verified", "not applicable"),
    ];
    assert_eq!(results, expected);
    assert!(view.checks.iter().all(|one| !one.is_met && one.is_open == (one.result == "not met")));
}
