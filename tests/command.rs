//! The commands of `itec`, each as a script calls it.

use crate::script::Script;
use crate::support::TODAY;

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
    let out = script.file("summary.xlsx");
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
            "60 certificates are usable for 2025 on 2026-06-16, not 61",
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
