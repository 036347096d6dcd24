//! `itec` as a script calls it: one JSON document, the exit code, and a workspace that a refusal leaves as it was.

use crate::support::{TODAY, program, workbook};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

struct Script {
    folder: TempDir,
}

impl Script {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("larkmoor.itec")
    }

    fn call(&self, today: &str, words: &str) -> Output {
        let words = words.split_whitespace().map(|word| match word.strip_prefix('@') {
            Some(name) => workbook(name).display().to_string(),
            None => word.replace('~', " "),
        });
        let mut command = Command::new(program("itec"));
        command.arg("--workspace").arg(self.workspace()).args(["--today", today, "--json"]).args(words);
        command.output().expect("itec runs")
    }

    /// The answer of a command that is done.
    fn done(&self, words: &str) -> Value {
        let output = self.call(TODAY, words);
        assert_eq!(output.status.code(), Some(0), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{words} speaks beside its answer");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words}: {error}"))
    }

    /// The refusal of a command that is not; every byte of the workspace is as before.
    fn refused(&self, today: &str, words: &str, code: &str, says: &str) {
        let before = bytes(&self.workspace());
        let output = self.call(today, words);
        assert_eq!(output.status.code(), Some(1), "{words}");
        assert!(output.stdout.is_empty(), "{words} answers beside its refusal");
        let document: Value =
            serde_json::from_slice(&output.stderr).unwrap_or_else(|error| panic!("{words}: {error}"));
        assert_eq!(document["error"]["code"], code, "{words}");
        let message = document["error"]["message"].as_str().expect("a message");
        assert!(message.contains(says), "{words}: {message}");
        assert_eq!(bytes(&self.workspace()), before, "{words} changed the workspace");
        let left: Vec<_> = std::fs::read_dir(self.folder.path()).expect("a folder").collect();
        assert!(left.len() <= 1, "{words} left {left:?}");
    }
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

const BUY: &str = "purchase --class I-TEC --registry Bloom --prefix NL-R --vintage 2025";

#[test]
fn the_guides_worked_example_in_a_script() {
    let script = Script::new();
    for kind in ["procurement", "dispositions", "certificates"] {
        let report = script.done(&format!("import {kind} @guide_{kind}.xlsx"));
        let rows = |name: &str| report[name].as_u64().expect(name);
        assert_eq!(rows("rows_read"), rows("rows_imported") + rows("rows_skipped") + rows("rows_rejected"));
    }
    let first = script.done("requirement --year 2025");
    assert_eq!(first["mass_kg_new"], "1250000");
    assert_eq!(
        (&first["gross"], &first["self_generated"], &first["remaining"]),
        (&1_250_000.into(), &300_000.into(), &950_000.into())
    );
    assert_eq!(script.done("dispositions --year 2025")["total"]["yield_percent"], "71.43");
    script.done(&format!("{BUY} --serial-start 5000001 --serial-end 5950000"));
    script.done("retire --year 2025 --quantity 950000 --beneficiary Larkmoor~Group~SE");
    script.done("retire --year 2025 --cover 100 --beneficiary Larkmoor~Group~SE");
    let last = script.done("requirement --year 2025");
    assert_eq!((&last["coverage_percent"], &last["remaining"]), (&"100.00".into(), &0.into()));
    let out = script.folder.path().join("summary.xlsx");
    let exported = script.done(&format!("export disclosure --year 2025 --out {}", out.display()));
    assert_eq!(exported["files"][0]["bytes"], out.metadata().expect("the summary").len());
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn bad_input_is_refused_in_words_and_changes_nothing() {
    let script = Script::new();
    script.refused(TODAY, "import procurement @password_protected.xlsx", "password_protected", "password");
    assert!(!script.workspace().exists(), "a refused first command leaves no workspace behind");
    script.done(&format!("{BUY} --serial-start 1 --serial-end 60"));
    script.done("purchase --class I-TEC --registry Bloom --prefix OLD --vintage 2020 --serial-start 1 --serial-end 9 --on 2021-03-01");
    for (words, code, says) in [
        ("import procurement @truncated.xlsx", "truncated", "cut off"),
        ("import procurement @no_header.xlsx", "no_header", "“PO lines”"),
        ("import procurement @negative_weight.xlsx", "negative_mass", "Row 4"),
        ("import procurement @html_named.xls", "not_a_spreadsheet", "web page"),
        ("import procurement @procurement.xlsx --sheet Nowhere", "no_such_sheet", "“Nowhere”"),
        ("import procurement @procurement.xlsx --map quantity=Nothing", "no_such_column", "“Nothing”"),
        (
            "retire --year 2025 --quantity 61 --beneficiary L",
            "more_than_usable",
            "60 certificates are usable for 2025, not 61",
        ),
        (
            "retire --year 2025 --quantity 61 --beneficiary L --lot BLO-2025-0001",
            "more_than_lot_holds",
            "Lot BLO-2025-0001 holds 60",
        ),
        (
            "retire --year 2025 --quantity 1 --beneficiary L --lot BLO-2020-0001",
            "lot_expired",
            "expired on 2023-12-31",
        ),
        ("retire --year 2025 --quantity 1 --beneficiary L --lot NONE", "unknown_lot", "NONE"),
        (
            "retire --year 2025 --quantity 1 --beneficiary L --claim-level sector",
            "bad_request",
            "justification",
        ),
        ("undo 0", "unknown_import", "no import 0"),
        (
            "export disclosure --year 2025 --out /no/such/folder/summary.xlsx",
            "export_failed",
            "another place",
        ),
        ("export disclosure --year 2025 --out summary.doc", "unknown_format", ".doc"),
        ("requirement --year 2025 --target 130", "bad_request", "0 to 100"),
    ] {
        script.refused(TODAY, words, code, says);
    }
    script.refused(
        TODAY,
        &format!("{BUY} --serial-start 60 --serial-end 70"),
        "serials_overlap",
        "BLO-2025-0001 (1-60)",
    );
    script.refused(TODAY, &format!("{BUY} --serial-start 9 --serial-end 8"), "bad_serials", "9 to 8");
    script.refused(
        "2029-01-01",
        "retire --year 2028 --quantity 1 --beneficiary L --lot BLO-2025-0001",
        "lot_expired",
        "2028-12-31",
    );
}

#[test]
fn words_that_are_off_end_with_two() {
    let script = Script::new();
    for words in ["", "retire", "import pictures x.xlsx", "requirement --year next", "purchase --class I-TEC"]
    {
        assert_eq!(script.call(TODAY, words).status.code(), Some(2), "{words}");
    }
}
