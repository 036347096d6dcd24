//! Who recorded an event and when is under its hash: another name, another time, one of them taken away or put there is
//! found, and its event is named.

use super::sqlite::{found_after, hold, text};
use super::workspace::full;
use crate::ledger::process::open;
use chrono::NaiveTime;

#[tokio::test]
async fn a_person_or_a_time_that_is_edited_is_found_in_its_event() {
    let (_folder, path) = full();
    let workspace = open(&path).await.expect("opened");
    let ada = workspace.recorded_by(Some("Ada Lund"), NaiveTime::from_hms_opt(9, 5, 7));
    planner_actions::save_claim(&ada, 2025, "Larkmoor SE retired 12 I-TECs for 2025.").await.expect("kept");
    workspace.close().await;
    let mut connection = hold(&path).await;
    let named = "SELECT CAST(max(sequence) AS TEXT) FROM event WHERE body LIKE '%recorded_by=Ada Lund'";
    let named = text(&mut connection, named).await.expect("an event that names her");
    let nameless = "SELECT CAST(max(sequence) AS TEXT) FROM event WHERE body NOT LIKE '%recorded_by=%'";
    let nameless = text(&mut connection, nameless).await.expect("an event that names nobody");
    let replace = |from: &str, into: &str| format!("replace(body, char(10) || '{from}', '{into}')");
    let by = |name: &str| format!("' || char(10) || 'recorded_by={name}");
    let at = |time: &str| format!("' || char(10) || 'recorded_at={time}");
    for (event, body) in [
        (&named, replace("recorded_by=Ada Lund", &by("Eve Lund"))),
        (&named, replace("recorded_by=Ada Lund", "")),
        (&named, replace("recorded_at=09:05:07", &at("09:05:08"))),
        (&named, replace("recorded_at=09:05:07", &at("noon"))),
        (&named, replace("recorded_at=09:05:07", "")),
        (
            &named,
            replace("recorded_at=09:05:07", "")
                .replace("(body", &format!("({}", replace("recorded_by=Ada Lund", ""))),
        ),
        (&named, "body || char(10) || 'recorded_by=Eve Lund'".to_owned()),
        (&nameless, "body || char(10) || 'recorded_by=Ada Lund'".to_owned()),
        (&nameless, "body || char(10) || 'recorded_at=09:05:07'".to_owned()),
    ] {
        let sql = format!("UPDATE event SET body = {body} WHERE sequence = {event}");
        let found = found_after(&mut connection, "event", &sql).await.expect("an edit");
        let words = format!("event {event}");
        assert!(
            found.iter().any(|one| one.to_lowercase().contains(&words)),
            "{sql}: {words} is not in {found:#?}"
        );
    }
    let sql = format!("UPDATE event SET body = body WHERE sequence = {named}");
    assert_eq!(found_after(&mut connection, "event", &sql).await, Ok(Vec::new()));
}
