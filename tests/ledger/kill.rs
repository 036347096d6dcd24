//! `kill -9` at any moment: what was acknowledged stays, and nothing is ever half there.

use super::process::{itec, open, workspace_with_lots};
use planner_actions::views::workspace::Verification;
use planner_actions::{RequirementRequest, Workspace};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Rounds over one workspace, which grows with each.
const AT_ONCE: u64 = 100;

/// Calls that are killed in all: more of them with ITEC_KILLS, over as many workspaces as that takes.
fn workspaces() -> u64 {
    let asked = std::env::var("ITEC_KILLS").ok().and_then(|rounds| rounds.parse::<u64>().ok());
    asked.map_or(1, |rounds| rounds.div_ceil(AT_ONCE))
}

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
        "{what}: {AT_ONCE} rounds killed, {acknowledged} acknowledged and there, {unsaid} written just before, {} never begun or rolled back",
        AT_ONCE - written
    );
    assert!(acknowledged > 0 && written < AT_ONCE, "every kill came too early or too late");
}

#[tokio::test]
async fn a_retirement_killed_at_any_moment_is_whole_or_was_never() {
    for number in 0..workspaces() {
        retirements_killed(2025 + number).await;
    }
}

async fn retirements_killed(seed: u64) {
    let (_folder, path) = workspace_with_lots(1, 1_000_000).await;
    let words = ["retire", "--year", "2025", "--quantity", "3", "--beneficiary", "Larkmoor"];
    let whole = whole_time(itec(&path, &words));
    let (mut dice, mut acknowledged, mut events) = (Dice { state: seed, whole }, 0, 2);
    for round in 0..AT_ONCE {
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
    for number in 0..workspaces() {
        imports_killed(1_250_000 + number).await;
    }
}

async fn imports_killed(seed: u64) {
    let (folder, path) = workspace_with_lots(0, 0).await;
    let [first, second] = [AT_ONCE, AT_ONCE + 1].map(|round| whole_time(import(&path, folder.path(), round)));
    let whole = first.min(second);
    let (mut dice, mut acknowledged, mut standing) = (Dice { state: seed, whole }, 0, 2);
    for round in 0..AT_ONCE {
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

/// A year with nothing left to do but to seal its report.
async fn signed_year() -> (TempDir, PathBuf) {
    let (folder, path) = workspace_with_lots(1, 1_000).await;
    whole_time(import(&path, folder.path(), 0));
    for words in [
        &["retire", "--year", "2025", "--cover", "100", "--beneficiary", "Larkmoor"][..],
        &["lock", "--year", "2025"],
        &["sign", "--year", "2025", "--as", "prepared", "--by", "Ada Lund"],
        &["sign", "--year", "2025", "--as", "reviewed", "--by", "Jo Brandt"],
        &["sign", "--year", "2025", "--as", "approved", "--by", "Kim Osei"],
    ] {
        whole_time(itec(&path, words));
    }
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[tokio::test]
async fn a_report_killed_while_it_is_sealed_is_final_or_was_never() {
    let (_folder, signed) = signed_year().await;
    let seal = |place: &Path| {
        let path = place.join("larkmoor.itec");
        std::fs::copy(&signed, &path).expect("a copy");
        let file = place.join("final.json");
        let mut command = itec(&path, &["export", "disclosure", "--year", "2025", "--final", "--out"]);
        command.arg(&file);
        (command, path, file)
    };
    let first = tempfile::tempdir().expect("a folder");
    let whole = whole_time(seal(first.path()).0);
    for number in 0..workspaces() {
        let (mut dice, mut acknowledged, mut sealed) = (Dice { state: 77 + number, whole }, 0, 0);
        for round in 0..AT_ONCE {
            let place = tempfile::tempdir().expect("a folder");
            let (command, path, file) = seal(place.path());
            let answer = killed(command, dice.moment());
            dice.learn(answer.is_some());
            let workspace = open(&path).await.expect("the workspace");
            checked(&workspace, round).await;
            let reports = planner_actions::reports_of_year(&workspace, 2025).await.expect("reports");
            workspace.close().await;
            assert!(
                answer.is_none() || (reports.len() == 1 && file.exists()),
                "round {round}: an answer was lost"
            );
            assert!(
                !file.exists() || reports.len() == 1,
                "round {round}: a final report that the file does not know"
            );
            // Whoever asks again has the report, and nothing else is left.
            let words = ["--overwrite", "export", "disclosure", "--year", "2025", "--final", "--out"];
            let again = itec(&path, &words).arg(&file).output().expect("itec");
            assert!(again.status.success(), "round {round}: {}", String::from_utf8_lossy(&again.stderr));
            let left = names(place.path());
            assert!(
                left.iter().all(|name| name == "larkmoor.itec" || name == "final.json"),
                "round {round}: {left:?}"
            );
            acknowledged += u64::from(answer.is_some());
            sealed += u64::from(!reports.is_empty());
        }
        say("seal", acknowledged, sealed);
    }
}
