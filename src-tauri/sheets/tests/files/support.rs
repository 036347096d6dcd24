//! What every test needs: the program that is the worker, the data set, one call to read a file.

use planner_sheets::ReadError;
use planner_sheets::contents::Contents;
use planner_sheets::field::Kind;
use planner_sheets::inspect::Inspection;
use planner_sheets::mapping::{Mapping, Overrides};
use planner_sheets::record::Record;
use planner_sheets::rows::{Progress, ReadSummary, RowOutcome};
use planner_sheets::vocabulary::Vocabulary;
use planner_sheets::worker::Program;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The shipped words, parsed once.
pub static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::shipped);

/// This very program is the worker.
pub fn program() -> Program {
    Program::current().expect("this program has a path")
}

/// The shared data set; nothing, and a word about it, where it is not at hand.
pub fn data(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let found = root.join(path);
    if !found.exists() {
        println!("  skipped: {path} is not at hand");
        return None;
    }
    Some(found)
}

/// What a file was read as.
pub struct Reading {
    pub inspection: Inspection,
    pub mapping: Mapping,
    pub summary: ReadSummary,
    pub outcomes: Vec<RowOutcome>,
}

impl Reading {
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.outcomes.iter().filter_map(|outcome| match outcome {
            RowOutcome::Imported { record, .. } => Some(&**record),
            _ => None,
        })
    }
}

/// A file, read whole.
pub fn contents(path: &Path) -> Result<Contents, ReadError> {
    Contents::read(&program(), path, &WORDS, &mut go_on)
}

/// Tries made-up cases: the same so many each time, or as many others as `ITEC_ROUNDS` says.
pub fn runner(rounds: u32) -> TestRunner {
    let asked = std::env::var("ITEC_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    let config = |cases| Config { cases, failure_persistence: None, ..Config::default() };
    match asked {
        Some(asked) => TestRunner::new(config(asked)),
        None => {
            let same = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
            TestRunner::new_with_rng(config(rounds), same)
        }
    }
}

/// Never stops.
pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Looks at a file and reads it as `kind`.
pub fn read(path: &Path, kind: Kind, overrides: &Overrides) -> Result<Reading, ReadError> {
    let mut contents = contents(path)?;
    let mapping = Mapping::propose(&contents.inspection, kind, overrides, &WORDS)?;
    let mut outcomes = Vec::new();
    let summary = contents.rows(&mapping, &WORDS, &mut go_on, &mut |outcome| {
        outcomes.push(outcome);
        ControlFlow::Continue(())
    })?;
    assert_eq!(summary.rows_read, summary.rows_imported + summary.rows_skipped + summary.rows_rejected);
    assert_eq!(summary.rows_read, outcomes.len() as u64);
    Ok(Reading { inspection: contents.inspection, mapping, summary, outcomes })
}

/// A file of this content; the folder lives as long as the test holds it.
pub fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    (folder, path)
}

/// Reads a csv text as `kind`.
pub fn read_csv(text: &str, kind: Kind, overrides: &Overrides) -> Result<Reading, ReadError> {
    let (_folder, path) = file("list.csv", text.as_bytes());
    read(&path, kind, overrides)
}

/// An outcome in one line: `3 imported new laptop 2 × 1.4 kg`, `4 skipped total`, `5 rejected not_whole`.
pub fn in_a_line(outcome: &RowOutcome) -> String {
    match outcome {
        RowOutcome::Skipped { row, reason, .. } => format!("{row} skipped {}", reason.word()),
        RowOutcome::Rejected { row, issues, .. } => format!("{row} rejected {}", codes(issues)),
        RowOutcome::Imported { row, record, issues, .. } => {
            let line = format!("{row} {} {}", described(record), codes(issues));
            line.trim_end().to_owned()
        }
    }
}

fn codes(issues: &[planner_sheets::issue::Issue]) -> String {
    let codes: Vec<&str> = issues.iter().map(|issue| issue.code.as_str()).collect();
    codes.join(" ")
}

fn described(record: &Record) -> String {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "?".into());
    match record {
        Record::Procurement(row) => {
            let mass = match (row.unit_mass_kg, row.mass_kg) {
                (Some(unit), None) => format!("{} × {} kg", row.quantity, unit.normalize()),
                (None, Some(total)) => format!("{} = {} kg", row.quantity, total.normalize()),
                (Some(unit), Some(total)) => {
                    format!("{} × {} = {} kg", row.quantity, unit.normalize(), total.normalize())
                }
                (None, None) => format!("{} × ?", row.quantity),
            };
            let kind = row.out_of_scope.clone().or(row.category.clone());
            format!("{} {mass}", or_none(kind.map(String::from)))
        }
        Record::Disposition(row) => {
            let kg = |mass: Option<rust_decimal::Decimal>| or_none(mass.map(|kg| kg.normalize().to_string()));
            let outcome = row.outcome.map_or("?", |outcome| outcome.word());
            format!("{outcome} {} of {} kg", kg(row.restored_mass_kg), kg(row.sent_mass_kg))
        }
        Record::Certificate(row) => {
            let (class, prefix) = (or_none(row.class.clone()), or_none(row.serial_prefix.clone()));
            format!("{class} {prefix} {}..{} = {}", row.serial_start, row.serial_end, row.quantity)
        }
        Record::Catalogue(row) => format!("{} {} kg", or_none(row.model.clone()), row.mass_kg.normalize()),
        Record::Order(row) => format!("{} of {:?} from {}", row.quantity, row.vintages, row.seller),
    }
}
