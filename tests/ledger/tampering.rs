//! Somebody else's program changes the file: `verify` says so, and where.

use super::process::{lot_of, open, workspace_with_lots};
use planner_actions::Workspace;
use planner_actions::views::certificates::{MovementRequest, RetirementRequest};
use planner_store::ledger::LoggedEvent;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Events 1 and 2 record lots, 3 reserves, 4 retires, 5 locks the year, 6 lists.
async fn six_events() -> (TempDir, PathBuf) {
    let (folder, path) = workspace_with_lots(2, 100).await;
    let workspace = open(&path).await.expect("the workspace");
    act(&workspace).await;
    workspace.close().await;
    (folder, path)
}

async fn act(workspace: &Workspace) {
    let reserve = MovementRequest::Reserve { year: 2025 };
    planner_actions::move_units(workspace, "BLO-2025-0002", 10, &reserve, None).await.expect("reserved");
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(30),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    planner_actions::retire(workspace, &request).await.expect("retired");
    planner_actions::lock_year(workspace, 2025).await.expect("locked");
    let list = MovementRequest::List;
    planner_actions::move_units(workspace, "BLO-2025-0001", 5, &list, None).await.expect("listed");
}

/// The file in another program's hands: no foreign keys, and the triggers gone.
pub async fn attack(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
    let mut connection = options.connect().await.expect("a connection");
    let triggers: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(&mut connection)
        .await
        .expect("the triggers");
    for trigger in triggers {
        run(&mut connection, &format!("DROP TRIGGER {trigger}")).await;
    }
    connection
}

pub async fn run(connection: &mut SqliteConnection, sql: &str) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

async fn problems(path: &Path) -> Vec<String> {
    let workspace = open(path).await.expect("the workspace");
    let check = planner_actions::verify(&workspace).await.expect("a check");
    workspace.close().await;
    assert_eq!(check.ok, check.problems.is_empty());
    check.problems
}

/// Does something to a copy of the workspace and expects a problem in these words.
async fn check(original: &Path, sql: &str, words: &str) {
    let path = original.with_file_name("copy.itec");
    std::fs::copy(original, &path).expect("a copy");
    let mut connection = attack(&path).await;
    run(&mut connection, sql).await;
    connection.close().await.expect("closed");
    let found = problems(&path).await;
    assert!(found.iter().any(|problem| problem.contains(words)), "{sql}: “{words}” is not in {found:#?}");
}

/// Makes room before an event for one more.
const MAKE_ROOM: &str = "UPDATE event SET sequence = -sequence WHERE sequence >= 3;
    UPDATE event SET sequence = 1 - sequence WHERE sequence < 0;";

#[tokio::test]
async fn an_event_changed_removed_inserted_or_swapped_is_found_where_it_was() {
    let (_folder, path) = six_events().await;
    assert_eq!(problems(&path).await, Vec::<String>::new());
    let inserted = format!(
        "{MAKE_ROOM} INSERT INTO event SELECT 3, dated_on, kind, body, previous_hash || '0', hash || '0' FROM event WHERE sequence = 2"
    );
    for (sql, words) in [
        (
            "UPDATE event SET body = replace(body, 'Larkmoor', 'Orla') WHERE sequence = 4",
            "event 4 was changed after it was written",
        ),
        ("UPDATE event SET dated_on = '2026-01-01' WHERE sequence = 2", "event 2 was changed after"),
        ("UPDATE event SET kind = 'listed' WHERE sequence = 3", "event 3 cannot be read"),
        ("UPDATE event SET hash = 'x' || substr(hash, 2) WHERE sequence = 5", "event 5 was changed after"),
        ("DELETE FROM event WHERE sequence = 1", "event 1 is missing: event 2 stands in its place"),
        ("DELETE FROM event WHERE sequence = 3", "event 3 is missing: event 4 stands in its place"),
        (
            "DELETE FROM event WHERE sequence = 3; UPDATE event SET sequence = sequence - 1 WHERE sequence > 3",
            "event 3 does not follow event 2",
        ),
        (
            "DELETE FROM event WHERE sequence >= 5",
            "event 5 is missing: the lock of reporting year 2025 rests on it",
        ),
        ("DELETE FROM event WHERE sequence = 6", "lot BLO-2025-0001 is not where its events leave it"),
        ("DELETE FROM event", "event 4 is missing: retirement R-2025-01 rests on it"),
        ("DELETE FROM event", "event 1 is missing: lot BLO-2025-0001 rests on it"),
        (&inserted, "event 3 does not follow event 2"),
        (
            "UPDATE event SET sequence = 99 WHERE sequence = 3; UPDATE event SET sequence = 3 WHERE sequence = 4;
             UPDATE event SET sequence = 4 WHERE sequence = 99",
            "event 3 does not follow event 2",
        ),
        (
            "UPDATE lot_range SET state = 'held', year = NULL WHERE state = 'retired'",
            "lot BLO-2025-0001 is not where its events leave it",
        ),
        ("UPDATE lot SET vintage = 2026 WHERE id = 'BLO-2025-0002'", "lot BLO-2025-0002 is not as its events leave it: vintage is 2026, not 2025"),
        (
            "UPDATE retirement SET beneficiary = 'Orla AG'",
            "retirement R-2025-01 is not as its events leave it: beneficiary is Orla AG, not Larkmoor Group SE",
        ),
        ("DELETE FROM locked_year", "the lock of reporting year 2025 is missing"),
    ] {
        check(&path, sql, words).await;
    }
}

/// The hash of one event is made right again after it was changed: the next event gives it away.
#[tokio::test]
async fn an_event_changed_together_with_its_hash_no_longer_leads_to_the_next() {
    let (_folder, path) = six_events().await;
    let mut connection = attack(&path).await;
    run(&mut connection, "UPDATE event SET body = replace(body, 'Larkmoor', 'Orla') WHERE sequence = 4")
        .await;
    let row =
        sqlx::query("SELECT * FROM event WHERE sequence = 4").fetch_one(&mut connection).await.expect("it");
    let event = LoggedEvent {
        sequence: row.get("sequence"),
        dated_on: row.get("dated_on"),
        kind: row.get("kind"),
        body: row.get("body"),
        previous_hash: row.get("previous_hash"),
        hash: row.get("hash"),
    };
    run(&mut connection, &format!("UPDATE event SET hash = '{}' WHERE sequence = 4", event.expected_hash()))
        .await;
    connection.close().await.expect("closed");
    let found = problems(&path).await;
    assert!(found.contains(&"event 5 does not follow event 4".to_owned()), "{found:#?}");
}

/// The door itself: without dropping the triggers first, no program changes the log or doubles a certificate.
#[tokio::test]
async fn the_file_itself_refuses_what_the_rules_refuse() {
    let (_folder, path) = six_events().await;
    let options = SqliteConnectOptions::new().filename(&path);
    let mut connection = options.connect().await.expect("a connection");
    for (sql, words) in [
        ("UPDATE event SET body = ''", "events are never changed"),
        ("DELETE FROM event", "events are never removed"),
        (
            "INSERT INTO lot (id, event, class, registry, prefix, serial_start, serial_end, vintage, expires_on, origin, is_bundled)
             SELECT 'X', event, class, lower(registry), lower(prefix), 200, 300, vintage, expires_on, origin, 0
             FROM lot WHERE id = 'BLO-2025-0002'",
            "these serials are already recorded",
        ),
        ("UPDATE lot SET serial_end = serial_end + 1", "the serials of a lot never change"),
        (
            "INSERT INTO retirement_line SELECT retirement_id, 9, lot_id, 30, 30 FROM retirement_line LIMIT 1",
            "these certificates are already retired",
        ),
    ] {
        let refused = sqlx::raw_sql(sql).execute(&mut connection).await.expect_err(sql).to_string();
        assert!(refused.contains(words), "{refused}");
    }
    let workspace = open(&path).await.expect("the workspace");
    assert!(planner_actions::record_lot(&workspace, &lot_of(200, 1)).await.is_err());
    assert!(planner_actions::verify(&workspace).await.expect("a check").ok);
}
