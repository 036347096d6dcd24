//! `kill -9` at any moment: what was acknowledged stays, and nothing is ever half there.

use super::process::{itec, open, workspace_with_lots};
use planner_actions::views::workspace::Verification;
use planner_actions::{RequirementRequest, Workspace};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: u64 = 100;

/// Moments that look random and are drawn alike in every run, within the time that a call takes just now.
struct Dice {
    state: u64,
    whole: Duration,
}

impl Dice {
    fn moment(&mut self) -> Duration {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let thousandth = u32::try_from((self.state >> 33) % 1_200).expect("a small number");
        self.whole * thousandth / 1_000
    }

    /// A busy machine takes longer: about a third of the calls are to come to their end.
    fn learn(&mut self, has_answered: bool) {
        self.whole = if has_answered { self.whole * 9 / 10 } else { self.whole * 21 / 20 };
    }
}

/// Starts a call, kills it at a moment, and says what it had answered by then.
fn killed(mut command: Command, after: Duration) -> Option<Value> {
    let mut child = command.spawn().expect("itec");
    std::thread::sleep(after);
    child.kill().expect("killed, or ended before");
    let output = child.wait_with_output().expect("an end");
    serde_json::from_slice(&output.stdout).ok()
}

/// How long a call takes when it is left alone.
fn whole_time(mut command: Command) -> Duration {
    let start = Instant::now();
    let output = command.output().expect("itec");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

async fn checked(workspace: &Workspace, round: u64) -> Verification {
    let check = planner_actions::verify(workspace).await.expect("a check");
    assert!(check.ok, "round {round}: {:?}", check.problems);
    check
}

fn say(what: &str, acknowledged: u64, written: u64) {
    let unsaid = written - acknowledged;
    println!(
        "{what}: {ROUNDS} rounds killed, {acknowledged} acknowledged and there, {unsaid} written just before, {} never begun or rolled back",
        ROUNDS - written
    );
    assert!(acknowledged > 0 && written < ROUNDS, "every kill came too early or too late");
}

#[tokio::test]
async fn a_retirement_killed_at_any_moment_is_whole_or_was_never() {
    let (_folder, path) = workspace_with_lots(1, 1_000_000).await;
    let words = ["retire", "--year", "2025", "--quantity", "3", "--beneficiary", "Larkmoor"];
    let whole = whole_time(itec(&path, &words));
    let (mut dice, mut acknowledged, mut events) = (Dice { state: 2025, whole }, 0, 2);
    for round in 0..ROUNDS {
        let answer = killed(itec(&path, &words), dice.moment());
        dice.learn(answer.is_some());
        let workspace = open(&path).await.expect("the workspace");
        let check = checked(&workspace, round).await;
        if let Some(answer) = answer {
            acknowledged += 1;
            assert_eq!(answer["event"].as_i64(), Some(check.events), "round {round}: an answer was lost");
        }
        assert!((events..=events + 1).contains(&check.events), "round {round}");
        events = check.events;
        let total = planner_actions::lots_summary(&workspace).await.expect("lots").total;
        assert_eq!(total.retired, 3 * (events - 1), "round {round}");
        workspace.close().await;
    }
    say("retirement", acknowledged, u64::try_from(events - 2).expect("a count"));
}

const ROWS: u64 = 60;

/// A file of purchases, or of lots with serials that no other round has.
fn file(folder: &Path, round: u64) -> (&'static str, PathBuf) {
    let (kind, header) = if round.is_multiple_of(2) {
        ("procurement", "PO number,Date,Item,Condition,Quantity,Unit weight (kg)")
    } else {
        ("certificates", "Registry,Class,Serial prefix,Serial start,Serial end,Quantity,Vintage")
    };
    let mut text = format!("{header}\n");
    for row in 0..ROWS {
        let start = (round * ROWS + row) * 10 + 1;
        let line = match kind {
            "procurement" => format!("{round}-{row},2025-03-01,Laptop,New,1,1.5"),
            _ => format!("Bloom,I-TEC,NL-R,{start},{},10,2025", start + 9),
        };
        writeln!(text, "{line}").expect("a text");
    }
    let path = folder.join(format!("{kind}-{round}.csv"));
    std::fs::write(&path, text).expect("a file");
    (kind, path)
}

fn import(workspace: &Path, folder: &Path, round: u64) -> Command {
    let (kind, file) = file(folder, round);
    itec(workspace, &["import", kind, &file.to_string_lossy(), "--year", "2025"])
}

/// Imports that stand, after each was found whole.
async fn whole_imports(workspace: &Workspace, round: u64) -> u64 {
    let imports = planner_actions::imports(workspace, None).await.expect("imports");
    let rows = i64::try_from(ROWS).expect("a count");
    assert!(imports.iter().all(|import| import.rows_imported == rows), "round {round}");
    let count = |kind: &str| imports.iter().filter(|import| import.kind == kind).count();
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let lines = planner_actions::requirement(workspace, &year).await.expect("a requirement").lines;
    let lots = planner_actions::lots_summary(workspace).await.expect("lots").count;
    let of = |kind: &str| i64::try_from(count(kind)).expect("a count") * rows;
    assert_eq!(lines, of("procurement"), "round {round}: half an import");
    assert_eq!(lots, of("certificates"), "round {round}: half an import");
    u64::try_from(imports.len()).expect("a count")
}

#[tokio::test]
async fn an_import_killed_at_any_moment_is_whole_or_was_never() {
    let (folder, path) = workspace_with_lots(0, 0).await;
    let [first, second] = [ROUNDS, ROUNDS + 1].map(|round| whole_time(import(&path, folder.path(), round)));
    let whole = first.min(second);
    let (mut dice, mut acknowledged, mut standing) = (Dice { state: 1_250_000, whole }, 0, 2);
    for round in 0..ROUNDS {
        let answer = killed(import(&path, folder.path(), round), dice.moment());
        dice.learn(answer.is_some());
        let workspace = open(&path).await.expect("the workspace");
        checked(&workspace, round).await;
        let found = whole_imports(&workspace, round).await;
        if let Some(answer) = answer {
            acknowledged += 1;
            assert!(answer["import_id"].is_string() && found == standing + 1, "round {round}: {answer}");
        }
        assert!((standing..=standing + 1).contains(&found), "round {round}");
        standing = found;
        workspace.close().await;
    }
    say("import", acknowledged, standing - 2);
}
