//! Edits that somebody thought of, told in `edits.txt`: what is done to the closed file, and with which words `itec verify`
//! finds it.

use super::sqlite::{hold, run, text, texts};
use super::workspace::full;
use crate::ledger::process::itec;
use planner_store::ledger::LoggedEvent;
use sqlx::{Connection, Row, SqliteConnection};

/// What an edit comes to.
#[derive(Clone, Copy)]
enum Outcome<'a> {
    Found(&'a str),
    Nothing,
}

struct Edit<'a> {
    title: &'a str,
    steps: Vec<&'a str>,
    outcome: Outcome<'a>,
}

fn edits(text: &str) -> Vec<Edit<'_>> {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.starts_with('#'));
    let edit = |block| {
        let mut lines: Vec<&str> = str::lines(block).collect();
        let title = lines.remove(0);
        let last = lines.pop().expect("an outcome");
        let outcome = match last.split_once(' ') {
            Some((">", words)) => Outcome::Found(words),
            Some(("nothing:", _)) => Outcome::Nothing,
            _ => panic!("{title}: “{last}” is no outcome"),
        };
        Edit { title, steps: lines, outcome }
    };
    blocks.map(edit).collect()
}

async fn step(connection: &mut SqliteConnection, step: &str) -> Result<(), String> {
    if step == ":reload" {
        return run(connection, "PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON").await;
    }
    let Some((kind, number)) = step.split_once(' ').filter(|(kind, _)| kind.starts_with(':')) else {
        return run(connection, step).await;
    };
    let number = text(connection, &format!("SELECT CAST({number} AS TEXT)")).await.expect("an event");
    let number: i64 = number.parse().expect("a number");
    let until = if kind == ":rehash" { number } else { i64::MAX };
    let sql = "SELECT * FROM event WHERE sequence BETWEEN ?1 AND ?2 ORDER BY sequence";
    let rows = sqlx::query(sql).bind(number).bind(until).fetch_all(&mut *connection).await.expect("events");
    let mut previous: Option<String> = None;
    for row in rows {
        let before = previous.unwrap_or_else(|| row.get("previous_hash"));
        let event = LoggedEvent {
            sequence: row.get("sequence"),
            dated_on: row.get("dated_on"),
            kind: row.get("kind"),
            body: row.get("body"),
            previous_hash: before.clone(),
            hash: String::new(),
        };
        let hash = event.expected_hash();
        let set = "UPDATE event SET previous_hash = ?2, hash = ?3 WHERE sequence = ?1";
        let set = sqlx::query(set).bind(event.sequence).bind(before).bind(&hash);
        set.execute(&mut *connection).await.expect("written");
        previous = Some(hash);
    }
    Ok(())
}

/// The triggers go, the steps are done, and the triggers stand again where their tables do.
async fn apply(path: &std::path::Path, edit: &Edit<'_>) {
    let mut connection = hold(path).await;
    let about_triggers = edit.steps.iter().any(|step| step.contains("TRIGGER"));
    let mut made = Vec::new();
    if !about_triggers {
        made = texts(&mut connection, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'").await;
        for name in texts(&mut connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").await {
            run(&mut connection, &format!("DROP TRIGGER {}", name.expect("a name"))).await.expect("dropped");
        }
    }
    for one in &edit.steps {
        step(&mut connection, one).await.unwrap_or_else(|error| panic!("{}: {error}", edit.title));
    }
    for trigger in made.into_iter().flatten() {
        // Where its table is gone it cannot stand.
        let _ = run(&mut connection, &trigger).await;
    }
    connection.close().await.expect("closed");
}

#[tokio::test]
async fn what_somebody_thought_of_is_found_and_named() {
    let edits = edits(include_str!("edits.txt"));
    let (mut found, mut wrong) = (0, Vec::new());
    for edit in &edits {
        let (_folder, path) = full();
        apply(&path, edit).await;
        let output = itec(&path, &["verify"]).output().expect("itec");
        let said = [output.stdout.clone(), output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        let is_right = match edit.outcome {
            Outcome::Found(words) => output.status.code() == Some(1) && said.contains(words),
            Outcome::Nothing => output.status.code() == Some(0),
        };
        if is_right {
            found += usize::from(matches!(edit.outcome, Outcome::Found(_)));
        } else {
            wrong.push(format!("{}: {said}", edit.title));
        }
    }
    println!("{found} of {} edits found and named", edits.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found > 70, "only {found}");
}
