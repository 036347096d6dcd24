//! A first start: it makes a workspace whole or none, however it ends and whoever starts beside it.

use crate::ledger::process::itec;
use crate::support::program;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Starts that are killed; more of them with ITEC_KILLS.
fn rounds() -> u32 {
    std::env::var("ITEC_KILLS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(60)
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("larkmoor.itec");
    (folder, path)
}

/// A call whose temporary files lie in a folder of their own.
fn call(path: &Path, temporary: &Path, words: &[&str]) -> Command {
    let mut command = itec(path, words);
    command.env("TMPDIR", temporary);
    command
}

fn done(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

fn left(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// Calls killed at moments spread over the time that a whole one takes; after each the next start finds its way.
fn killed(words: &[&str], next: &[&str], path_of: impl Fn(u32) -> PathBuf, temporary: &Path) {
    let start = Instant::now();
    done(&call(&path_of(u32::MAX), temporary, words).output().expect("itec"));
    let whole = start.elapsed();
    for round in 0..rounds() {
        let path = path_of(round);
        let mut child = call(&path, temporary, words).spawn().expect("itec");
        std::thread::sleep(whole * (round * 37 % 100) / 100);
        child.kill().expect("killed");
        child.wait().expect("an end");
        let size = std::fs::metadata(&path).map_or(0, |file| file.len());
        assert!(size == 0 || size > 8192, "round {round}: half a file of {size} bytes stands there");
        for next in next {
            done(&call(&path, temporary, &[next]).output().expect("itec"));
        }
        assert_eq!(left(temporary), Vec::<String>::new(), "round {round}");
        let beside = left(path.parent().expect("a folder"));
        assert!(beside.iter().all(|name| name.ends_with(".itec")), "round {round}: {beside:?}");
    }
}

#[test]
fn a_first_start_killed_at_any_moment_leaves_a_workspace_or_none() {
    let (folder, _) = folder();
    let temporary = tempfile::tempdir().expect("a folder");
    killed(
        &["lots"],
        &["lots", "verify"],
        |round| folder.path().join(format!("{round}.itec")),
        temporary.path(),
    );
}

#[test]
fn an_import_killed_at_any_moment_leaves_no_folder() {
    let (folder, path) = folder();
    let temporary = tempfile::tempdir().expect("a folder");
    let file = tempfile::NamedTempFile::with_suffix(".csv").expect("a file");
    let rows: String = (0..3_000).map(|row| format!("Laptop,{row},1.5\n")).collect();
    std::fs::write(file.path(), format!("Item,Quantity,Unit weight (kg)\n{rows}")).expect("written");
    let file = file.path().to_str().expect("a path");
    let preview = ["import", "procurement", file, "--year", "2025", "--dry-run"];
    killed(&preview, &["lots"], |_| path.clone(), temporary.path());
    drop(folder);
}

#[test]
fn several_first_starts_at_once_make_one_workspace() {
    let (folder, _) = folder();
    for round in 0..20 {
        let path = folder.path().join(format!("{round}.itec"));
        let racers: Vec<_> = (0..4).map(|_| itec(&path, &["lots"]).spawn().expect("itec")).collect();
        racers.into_iter().for_each(|racer| done(&racer.wait_with_output().expect("an end")));
        done(&itec(&path, &["verify"]).output().expect("itec"));
    }
    let left = left(folder.path());
    assert_eq!(left.len(), 20, "{left:?}");
}

#[test]
fn a_refused_first_start_takes_nothing_from_the_others() {
    let (folder, path) = folder();
    for round in 0..20 {
        let _ = std::fs::remove_file(&path);
        let refused = itec(&path, &["import", "procurement", "missing.xlsx"]).spawn().expect("itec");
        let serials = ["--serial-start", "1", "--serial-end", "9"];
        let words =
            [&["purchase", "--class", "I-TEC", "--registry", "Bloom", "--vintage", "2025"], &serials[..]];
        let bought = itec(&path, &words.concat()).spawn().expect("itec");
        assert_eq!(refused.wait_with_output().expect("an end").status.code(), Some(1), "round {round}");
        done(&bought.wait_with_output().expect("an end"));
        let lots = itec(&path, &["lots"]).output().expect("itec");
        assert!(
            String::from_utf8_lossy(&lots.stdout).contains("BLO-2025-0001"),
            "round {round}: the lot is gone"
        );
    }
    assert_eq!(left(folder.path()), ["larkmoor.itec"]);
}

#[test]
fn a_refused_first_start_leaves_nothing() {
    let (folder, path) = folder();
    let refused = itec(&path, &["import", "procurement", "missing.xlsx"]).output().expect("itec");
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(left(folder.path()), Vec::<String>::new());
}

#[test]
fn what_earlier_versions_left_half_made_becomes_a_workspace() {
    for sql in ["", "PRAGMA journal_mode = WAL", "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY,
        description TEXT NOT NULL, installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL,
        checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)"] {
        let (folder, path) = folder();
        std::fs::write(&path, "").expect("an empty file");
        if !sql.is_empty() {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                use sqlx::Connection;
                let mut half = sqlx::SqliteConnection::connect(path.to_str().expect("a path")).await.expect("a file");
                sqlx::raw_sql(sql).execute(&mut half).await.expect("half made");
                half.close().await.expect("closed");
            });
        }
        done(&itec(&path, &["lots"]).output().expect("itec"));
        done(&itec(&path, &["verify"]).output().expect("itec"));
        assert_eq!(left(folder.path()), ["larkmoor.itec"]);
    }
}

#[test]
fn a_sample_killed_at_any_moment_is_whole_or_not_there() {
    let (folder, path) = folder();
    let start = Instant::now();
    done(&itec(&folder.path().join("whole.itec"), &["sample"]).output().expect("itec"));
    let whole = start.elapsed();
    for tenth in [2, 5, 8, 9] {
        let mut child = Command::new(program("itec"));
        let mut child =
            child.args(["--workspace", path.to_str().expect("a path"), "sample"]).spawn().expect("itec");
        std::thread::sleep(whole * tenth / 10);
        let _ = child.kill();
        child.wait().expect("an end");
        if path.exists() {
            let check = itec(&path, &["requirement", "--year", "2025"]).output().expect("itec");
            done(&check);
            std::fs::remove_file(&path).expect("removed");
        }
        done(&itec(&folder.path().join("whole.itec"), &["lots"]).output().expect("itec"));
        assert_eq!(left(folder.path()), ["whole.itec"]);
    }
    assert!(whole > Duration::ZERO);
}
