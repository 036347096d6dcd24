//! Who may lean on whom, as the compiler's own list of crates says.

use crate::support::root;
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// A crate, what of our own it may use, and what it must never meet.
const HOUSE: [(&str, &[&str], &[&str]); 7] = [
    ("planner-core", &[], &["serde", "tokio", "sqlx", "calamine", "tauri", "rfd"]),
    ("planner-sheets", &["planner-core"], &["sqlx", "tauri", "tokio", "rfd"]),
    (
        "planner-report",
        &["planner-core", "planner-sheets"],
        &["planner-store", "sqlx", "tokio", "calamine", "tauri", "rfd", "tempfile", "uuid"],
    ),
    ("planner-store", &["planner-core"], &["calamine", "tauri", "serde_json", "rfd"]),
    (
        "planner-actions",
        &["planner-core", "planner-sheets", "planner-report", "planner-store"],
        &["tauri", "sqlx", "calamine", "rfd"],
    ),
    ("planner-cli", &["planner-actions"], &["tauri", "sqlx", "calamine", "rfd"]),
    ("i-tec-planner", &["planner-actions"], &["sqlx", "calamine"]),
];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn dependencies(metadata: &Value, package: &str) -> BTreeSet<String> {
    let packages = metadata["packages"].as_array().expect("packages");
    let found = packages.iter().find(|one| one["name"] == package).expect(package);
    let all = found["dependencies"].as_array().expect("dependencies").iter();
    let normal = all.filter(|one| one["kind"].is_null());
    normal.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn every_crate_leans_only_on_what_the_house_allows() {
    let metadata = metadata();
    for (package, own, never) in HOUSE {
        let found = dependencies(&metadata, package);
        let ours: Vec<_> = found.iter().filter(|name| name.starts_with("planner-")).collect();
        assert!(ours.iter().all(|name| own.contains(&name.as_str())), "{package} leans on {ours:?}");
        let met: Vec<_> = never.iter().filter(|name| found.contains(**name)).collect();
        assert!(met.is_empty(), "{package} must never meet {met:?}");
    }
}

/// The texts of a line are short, and there are a million lines: they are kept in place. Currencies and the forms of a
/// letter are lists that others keep. The models of product lines are patterns.
#[test]
fn core_leans_on_few_libraries_and_no_more() {
    let found = dependencies(&metadata(), "planner-core");
    let allowed = [
        "chrono",
        "compact_str",
        "iso_country",
        "iso_currency",
        "regex-automata",
        "regex-syntax",
        "rust_decimal",
        "thiserror",
        "unicode-normalization",
        "unicode-security",
    ];
    assert_eq!(found, BTreeSet::from(allowed.map(str::to_owned)));
}

/// Lengths on a page are drawn, never reported; the clock and the disk are for those who ask for a document.
#[test]
fn no_clock_and_no_disk_is_written_in_report() {
    for path in files(&root().join("src-tauri/report/src")) {
        let text = std::fs::read_to_string(&path).expect("a source file");
        for word in ["now()", "std::fs", "std::thread", "std::env::var"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn no_float_and_no_clock_is_written_in_core() {
    let folder = root().join("src-tauri/core/src");
    for path in files(&folder) {
        let text = std::fs::read_to_string(&path).expect("a source file");
        for word in ["f64", "f32", "now()", "std::fs", "std::thread"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

/// Another database would be met in store alone: nobody else writes its driver's name, and nothing that store shows has it
/// in its face.
#[test]
fn the_driver_of_the_database_is_named_in_store_alone() {
    for folder in ["actions/src", "cli/src", "core/src", "report/src", "sheets/src", "src"] {
        for path in files(&root().join("src-tauri").join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(!text.contains("sqlx"), "{} names the driver", path.display());
        }
    }
    for path in files(&root().join("src-tauri/store/src")) {
        let text = std::fs::read_to_string(&path).expect("a source file");
        for face in faces(&text) {
            let shown = ["sqlx", "SqliteConnection", "SqlitePool", "SqliteRow", "Transaction<"];
            let shown = shown.iter().find(|word| face.contains(**word));
            assert!(shown.is_none(), "{} shows {shown:?}: {face}", path.display());
        }
    }
}

/// What others see of each public item: of a function and a field its types, of a list its members, of a type its name.
fn faces(text: &str) -> Vec<&str> {
    let face = |(at, _)| {
        let item: &str = &text[at..];
        let end = if item.starts_with("pub enum") {
            item.find("\n}")
        } else if item.starts_with("pub struct") {
            item.find(['{', '(', ';'])
        } else if item.starts_with("pub fn") || item.starts_with("pub async fn") {
            item.find(['{', ';'])
        } else {
            item.find('\n')
        };
        &item[..end.unwrap_or(item.len())]
    };
    text.match_indices("pub ").map(face).collect()
}

/// A linear programme is solved in floats; its answers leave that file as decimals, and core counts them again.
#[test]
fn the_solver_is_named_in_one_file() {
    let solver = root().join("src-tauri/actions/src/plan/solver.rs");
    for path in files(&root().join("src-tauri/actions/src")).iter().filter(|path| **path != solver) {
        let text = std::fs::read_to_string(path).expect("a source file");
        assert!(!text.contains("microlp"), "{} names the solver", path.display());
    }
    assert!(std::fs::read_to_string(solver).expect("the solver").contains("microlp"));
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
