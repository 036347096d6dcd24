//! Two programs want the same certificates at the same time: one gets them, the other is told why not.

use super::process::{itec, open, workspace_with_lots};
use std::path::Path;
use std::process::{Child, Output};

const ROUNDS: i64 = 100;
const QUANTITY: i64 = 60;

fn start(path: &Path, lot: &str) -> Child {
    let quantity = QUANTITY.to_string();
    let words =
        ["retire", "--year", "2025", "--lot", lot, "--quantity", &quantity, "--beneficiary", "Larkmoor"];
    itec(path, &words).spawn().expect("itec")
}

fn refusal(output: &Output) -> String {
    let document: serde_json::Value = serde_json::from_slice(&output.stderr).expect("a refusal in JSON");
    document["error"]["message"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn two_processes_retire_one_lot_and_one_of_them_wins() {
    let (_folder, path) = workspace_with_lots(ROUNDS, QUANTITY).await;
    for round in 1..=ROUNDS {
        let lot = format!("BLO-2025-{round:04}");
        let racers = [start(&path, &lot), start(&path, &lot)];
        let outputs = racers.map(|racer| racer.wait_with_output().expect("an end"));
        let (winners, losers): (Vec<_>, Vec<_>) = outputs.iter().partition(|output| output.status.success());
        assert_eq!((winners.len(), losers.len()), (1, 1), "round {round}: {outputs:?}");
        assert_eq!(losers[0].status.code(), Some(1), "round {round}");
        assert_eq!(
            refusal(losers[0]),
            format!(
                "Lot {lot} holds 0 usable certificates, not 60 (60 retired for 2025 in R-2025-{round:02}); {} more are usable in {} other lots. \
                 Retire fewer, or leave the choice of lots open.",
                (ROUNDS - round) * QUANTITY,
                ROUNDS - round
            )
        );
    }
    let workspace = open(&path).await.expect("the workspace");
    let total = planner_actions::lots_summary(&workspace).await.expect("lots").total;
    assert_eq!((total.quantity, total.retired, total.held), (ROUNDS * QUANTITY, ROUNDS * QUANTITY, 0));
    let check = planner_actions::verify(&workspace).await.expect("a check");
    assert_eq!((check.ok, check.events), (true, 2 * ROUNDS), "{:?}", check.problems);
}
