//! Lines that are changed by somebody who knows how the file keeps what they come to: the rows, their digests and the
//! chain agree, and only the figures of the locked year are no longer those that were locked.

use super::workspace::full;
use crate::ledger::process::open;
use crate::support::{TODAY, day};
use planner_core::journal::{Act, Entry};
use planner_store::{Store, journal};
use std::path::Path;

/// Does it with the program's own hands: what the rows come to is stated in the chain.
async fn change(path: &Path, sql: &'static str) {
    let store = Store::open(path, day(TODAY)).await.expect("opened");
    let mut write = store.write().await.expect("the right to write");
    sqlx::query(sql).execute(&mut *write).await.expect(sql);
    let entry = Entry::new(Act::LinesEdited, "nothing to see");
    journal::record(&mut write, day(TODAY), entry).await.expect("recorded").expect("an event");
    write.commit().await.expect("kept");
    store.close().await;
}

async fn problems(path: &Path) -> Vec<String> {
    let workspace = open(path).await.expect("opened");
    let check = planner_actions::verify(&workspace).await.expect("a check");
    workspace.close().await;
    check.problems
}

#[tokio::test]
async fn a_figure_of_a_locked_year_that_moved_is_named_with_what_it_was() {
    for (sql, expected) in [
        (
            "UPDATE line SET mass_mg = mass_mg / 2, mass_low_mg = mass_low_mg / 2, mass_high_mg = mass_high_mg / 2
             WHERE year = 2024 AND row = 7",
            &["the new mass of 2024 comes to 558; it was 651 when event ", "the gross requirement of 2024 comes to 558; it was 651"][..],
        ),
        ("UPDATE line SET year = 2026 WHERE year = 2024 AND row = 7", &["the lines with a weight of 2024 comes to 5; it was 6"]),
        ("UPDATE line SET mass_high_mg = mass_high_mg + 1 WHERE year = 2024 AND row = 2", &["the new mass, high of 2024 comes to 651.000001; it was 651 when report v1 sealed it"]),
        ("UPDATE reporting_year SET target_percent = '10' WHERE year = 2024", &[]),
        ("UPDATE line SET mass_mg = mass_mg / 2 WHERE year = 2025", &[]),
    ] {
        let (_folder, path) = full();
        change(&path, sql).await;
        let found = problems(&path).await;
        for words in expected {
            assert!(found.iter().any(|one| one.contains(words)), "{sql}: “{words}” is not in {found:#?}");
        }
        assert_eq!(found.is_empty(), expected.is_empty(), "{sql}: {found:#?}");
    }
}

/// A year that is unlocked may change; that is what it is unlocked for.
#[tokio::test]
async fn a_year_that_was_unlocked_may_have_other_figures() {
    let (_folder, path) = full();
    let workspace = open(&path).await.expect("opened");
    planner_actions::unlock_year(&workspace, 2024, "a line is wrong").await.expect("unlocked");
    workspace.close().await;
    change(
        &path,
        "UPDATE line SET mass_mg = mass_mg / 2, mass_low_mg = mass_low_mg / 2 WHERE year = 2024 AND row = 7",
    )
    .await;
    assert_eq!(problems(&path).await, Vec::<String>::new());
    let workspace = open(&path).await.expect("opened");
    planner_actions::lock_year(&workspace, 2024).await.expect("locked");
    workspace.close().await;
    assert_eq!(problems(&path).await, Vec::<String>::new());
}
