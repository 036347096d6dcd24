//! Importing a file beside what others take merely to read it, each in turn.

use crate::measure::{Took, median, run};
use crate::workbook::Book;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Rounds of each pair.
const ROUNDS: usize = 3;

/// The workspace that came of an import, and what each took.
pub struct Imported {
    pub workspace: PathBuf,
    pub took: Vec<(String, Duration)>,
}

/// A program to compare with, and what it needs.
struct Peer {
    name: &'static str,
    command: Box<dyn Fn() -> Command>,
}

/// Both formats beside their peers.
pub fn compare(itec: &Path, folder: &Path, book: &Book) -> Result<Imported> {
    println!("{:<44} {:>8} {:>8} {:>8} {:>7} {:>7}", "", "wall s", "CPU s", "MiB", "wall ×", "CPU ×");
    let workspace = folder.join(format!("{}.itec", book.rows));
    let mut took = Vec::new();
    for (file, format) in [(&book.csv, "csv"), (&book.xlsx, "xlsx")] {
        let peers = peers(file, format, folder);
        let mut ours = Vec::new();
        let mut theirs = vec![Vec::new(); peers.len()];
        for _ in 0..ROUNDS {
            ours.push(import(itec, &workspace, file, book)?);
            for (peer, runs) in peers.iter().zip(&mut theirs) {
                runs.push(run(&mut (peer.command)())?.0);
            }
        }
        let ours = median(&ours);
        let name = format!("import {format}, durable");
        line(&name, ours, None);
        for (peer, runs) in peers.iter().zip(&theirs) {
            line(&format!("  {}", peer.name), median(runs), Some(ours));
        }
        took.push((name, ours.wall));
    }
    Ok(Imported { workspace, took })
}

/// Imports into a workspace of its own, whose totals must be exact.
fn import(itec: &Path, workspace: &Path, file: &Path, book: &Book) -> Result<Took> {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", workspace.display()));
    }
    let mut command = Command::new(itec);
    command.arg("--workspace").arg(workspace).args(["--json", "import", "procurement"]).arg(file);
    let (took, text) = run(&mut command)?;
    let report: serde_json::Value = serde_json::from_str(&text).context("its answer")?;
    let report = report.get("data").unwrap_or(&report);
    let found = report.get("mass_kg_new").and_then(|mass| mass.as_str()).unwrap_or_default();
    ensure!(found == book.new_kg, "{}: {found} kg are new, not {}", file.display(), book.new_kg);
    Ok(took)
}

fn line(name: &str, took: Took, ours: Option<Took>) {
    let ratio =
        |of: fn(&Took) -> f64| ours.map_or(String::new(), |ours| format!("{:.2}", of(&ours) / of(&took)));
    let wall: fn(&Took) -> f64 = |took| took.wall.as_secs_f64();
    let cpu: fn(&Took) -> f64 = |took| took.cpu.as_secs_f64();
    println!(
        "{name:<44} {:>8.2} {:>8.2} {:>8} {:>7} {:>7}",
        wall(&took),
        cpu(&took),
        took.peak_kib / 1_024,
        ratio(wall),
        ratio(cpu)
    );
}

/// Who else reads such a file here; who is missing is said to be skipped.
fn peers(file: &Path, format: &str, folder: &Path) -> Vec<Peer> {
    let mut peers = Vec::new();
    match std::env::var_os("PEERS_PYTHON") {
        Some(python) => {
            let (file, call) = (file.to_owned(), if format == "csv" { "read_csv" } else { "read_excel" });
            let script = format!("import sys, polars; print(polars.{call}(sys.argv[1]).height)");
            let command = move || {
                let mut command = Command::new(&python);
                command.args(["-c", &script]).arg(&file);
                command
            };
            peers.push(Peer { name: "polars, reading it into memory", command: Box::new(command) });
        }
        None => println!("  polars is skipped: PEERS_PYTHON names no interpreter that has it"),
    }
    if format == "csv" {
        let (file, database) = (file.to_owned(), folder.join("peer.db"));
        let command = move || {
            let _ = std::fs::remove_file(&database);
            let mut command = Command::new("sqlite3");
            command
                .arg(&database)
                .args([".mode csv".to_owned(), format!(".import '{}' line", file.display())]);
            command
        };
        if Command::new("sqlite3").arg("--version").output().is_ok() {
            peers.push(Peer { name: "sqlite3 .import", command: Box::new(command) });
        } else {
            println!("  sqlite3 is skipped: it is not installed");
        }
    }
    peers
}
