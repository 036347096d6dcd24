//! Settings never move what is locked or sealed, and everything that the window sets a script sets too.

use crate::support::{Bench, root, sign, workbook};
use planner_actions::views::certificates::{MovementRequest, RetirementRequest};
use planner_actions::views::procurement::LinesQuery;
use planner_actions::views::workspace::{Money, RateSetting, Settings, YearSettings};
use planner_actions::{
    ExportRequest, RequirementRequest, Workspace, disclosure, export_disclosure, lock_year, save_settings,
    save_year_settings, settings, unlock_year, verify, year_settings,
};
use serde_json::Value;
use std::process::{Command, Output};

/// The worked example, retired, locked, signed and sealed.
async fn sealed() -> Bench {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    for kind in ["procurement", "dispositions", "certificates"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    let request = RetirementRequest {
        year: 2025,
        quantity: Some(300_000),
        beneficiary: "Larkmoor Group SE".into(),
        ..Default::default()
    };
    planner_actions::retire(workspace, &request).await.expect("retired");
    bench.prove_lots().await;
    for (role, by) in [("prepared", "Ada Lund"), ("reviewed", "Jo Brandt"), ("approved", "Kim Osei")] {
        sign(workspace, role, by).await.expect(role);
    }
    lock_year(workspace, 2025).await.expect("locked");
    bench
}

/// Everything that a report of 2025 states, and the bytes of its final report.
async fn stated(bench: &Bench, workspace: &Workspace, is_final: bool) -> (Value, Value, Vec<u8>) {
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let requirement = planner_actions::requirement(workspace, &year).await.expect("a requirement");
    let dispositions = planner_actions::dispositions(workspace, 2025, None).await.expect("dispositions");
    let path = bench.folder.path().join("stated.json");
    let request = ExportRequest { year: 2025, is_final, ..Default::default() };
    drop(std::fs::remove_file(&path));
    export_disclosure(workspace, request, std::slice::from_ref(&path)).await.expect("an export");
    let bytes = std::fs::read(&path).expect("a file");
    let value = |answer: serde_json::Result<Value>| answer.expect("JSON");
    (value(serde_json::to_value(requirement)), value(serde_json::to_value(dispositions)), bytes)
}

#[tokio::test]
async fn no_setting_moves_a_locked_or_sealed_year() {
    let bench = sealed().await;
    let workspace = &bench.workspace;
    let before = stated(&bench, workspace, true).await;
    let asked = settings(workspace).await.expect("settings");
    type Change = (&'static str, fn(&mut Settings));
    let changes: [Change; 6] = [
        ("default target", |asked| asked.target_percent = "45".into()),
        ("policy", |asked| asked.restoration_policy = "wide".into()),
        ("category", |asked| asked.default_scope3_category = 2),
        ("threshold", |asked| {
            asked.capitalisation_threshold = Some("1".into());
            asked.capitalisation_currency = Some("EUR".into());
        }),
        ("persons", |asked| asked.report_persons = 2),
        ("closing day", |asked| {
            asked.years.iter_mut().for_each(|one| one.closes_on = Some("2026-07-01".into()))
        }),
    ];
    for (name, change) in changes {
        let mut asked = asked.clone();
        change(&mut asked);
        save_settings(workspace, &asked).await.expect(name);
        assert!(stated(&bench, workspace, false).await == before, "{name} moved a sealed year");
        let view = disclosure(workspace, 2025).await.expect("a screen");
        assert_eq!((view.status.as_str(), view.signing.missing.len()), ("final", 0), "{name}");
        assert!(verify(workspace).await.expect("a check").ok, "{name}");
    }
    save_settings(workspace, &asked).await.expect("as before");
    for (target, budget) in [(Some("10"), None), (None, Some("100"))] {
        let request = YearSettings {
            target_percent: target.map(str::to_owned),
            budget: budget.map(|amount| Money { amount: amount.into(), currency: "EUR".into() }),
            ..year_settings(workspace, 2025).await.expect("a year")
        };
        assert_eq!(save_year_settings(workspace, &request).await.expect_err("locked").code, "year_locked");
    }
    assert!(stated(&bench, workspace, false).await == before);
}

#[tokio::test]
async fn a_year_that_is_locked_again_takes_what_applies_then() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    for kind in ["procurement", "dispositions"] {
        bench.import(kind, &workbook(&format!("guide_{kind}.xlsx"))).await.expect(kind);
    }
    lock_year(workspace, 2025).await.expect("locked");
    let mut asked = settings(workspace).await.expect("settings");
    (asked.target_percent, asked.restoration_policy) = ("45".into(), "wide".into());
    save_settings(workspace, &asked).await.expect("saved");
    let target = async || {
        let year = RequirementRequest { year: 2025, ..Default::default() };
        planner_actions::requirement(workspace, &year).await.expect("a requirement").target_percent
    };
    let policy = async || {
        planner_actions::dispositions(workspace, 2025, None).await.expect("dispositions").restoration_policy
    };
    assert_eq!((target().await.as_str(), policy().await.as_str()), ("100", "strict"));
    unlock_year(workspace, 2025, "another target was decided").await.expect("open");
    assert_eq!((target().await.as_str(), policy().await.as_str()), ("45", "wide"));
    let restated = lock_year(workspace, 2025).await.expect("locked").restated;
    let names: Vec<_> = restated.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["target_percent", "needed", "restoration_policy"]);
}

#[tokio::test]
async fn a_start_of_the_fiscal_year_is_kept_with_a_locked_year() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    lock_year(workspace, 2025).await.expect("locked");
    let period = async || {
        let path = bench.folder.path().join("period.json");
        let request = ExportRequest { year: 2025, ..Default::default() };
        drop(std::fs::remove_file(&path));
        export_disclosure(workspace, request, std::slice::from_ref(&path)).await.expect("an export");
        let document: Value = serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
        document["period"].to_string()
    };
    let before = period().await;
    let mut asked = settings(workspace).await.expect("settings");
    asked.fiscal_year_start_month = 4;
    save_settings(workspace, &asked).await.expect("saved");
    assert_eq!(period().await, before);
    unlock_year(workspace, 2025, "the fiscal year moved").await.expect("open");
    assert!(period().await.contains("2024-04-01"));
}

#[tokio::test]
async fn a_year_that_nobody_uses_is_refused_everywhere() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    for year in [-1, 0, 25, 1989, 2101, 20_255] {
        let asked = RequirementRequest { year, ..Default::default() };
        let retirement =
            RetirementRequest { year, quantity: Some(1), beneficiary: "A".into(), ..Default::default() };
        let reserve = MovementRequest::Reserve { year };
        let set = YearSettings {
            year,
            is_locked: false,
            closes_on: Some("2026-01-01".into()),
            target_percent: None,
            budget: None,
            gross: 0,
        };
        let codes = [
            planner_actions::requirement(workspace, &asked).await.map(drop),
            planner_actions::overview(workspace, year, None).await.map(drop),
            planner_actions::dispositions(workspace, year, None).await.map(drop),
            planner_actions::unresolved(workspace, year).await.map(drop),
            planner_actions::imports(workspace, Some(year)).await.map(drop),
            disclosure(workspace, year).await.map(drop),
            planner_actions::checks(workspace, year, None).await.map(drop),
            planner_actions::reports_of_year(workspace, year).await.map(drop),
            planner_actions::signing(workspace, year).await.map(drop),
            planner_actions::save_claim(workspace, year, "A claim").await.map(drop),
            planner_actions::retire(workspace, &retirement).await.map(drop),
            planner_actions::propose_retirement(workspace, &retirement).await.map(drop),
            planner_actions::move_units(workspace, "BLM-2025-0001", 1, &reserve, None).await.map(drop),
            lock_year(workspace, year).await.map(drop),
            unlock_year(workspace, year, "a reason").await.map(drop),
            year_settings(workspace, year).await.map(drop),
            save_year_settings(workspace, &set).await.map(drop),
        ];
        let codes: Vec<_> = codes.into_iter().map(|one| one.expect_err("a refusal").code).collect();
        assert!(codes.iter().all(|code| *code == "bad_year"), "{year}: {codes:?}");
    }
}

fn itec(bench: &Bench, arguments: &[&str]) -> Output {
    let mut command = Command::new(crate::support::program("itec"));
    command.arg("--workspace").arg(bench.workspace.path()).arg("--json").args(arguments);
    command.current_dir(root()).output().expect("itec runs")
}

#[tokio::test]
async fn a_script_sets_what_the_window_sets() {
    let bench = Bench::new().await;
    let answer = |arguments: &[&str]| {
        let output = itec(&bench, arguments);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_str::<Value>(&text).expect("JSON")
    };
    let set = answer(&[
        "settings",
        "--organisation",
        "Larkmoor Group SE",
        "--fiscal-year-start",
        "4",
        "--target",
        "80",
        "--policy",
        "wide",
        "--scope3",
        "2",
        "--threshold",
        "800",
        "--threshold-currency",
        "EUR",
        "--rate",
        "USD=0.92@2025-01-01",
        "--persons",
        "2",
    ]);
    assert_eq!(set, answer(&["settings"]));
    for (field, expected) in [
        ("organisation", "\"Larkmoor Group SE\""),
        ("fiscal_year_start_month", "4"),
        ("target_percent", "\"80\""),
        ("restoration_policy", "\"wide\""),
        ("default_scope3_category", "2"),
        ("capitalisation_threshold", "\"800\""),
        ("capitalisation_currency", "\"EUR\""),
        ("report_persons", "2"),
    ] {
        assert_eq!(set[field].to_string(), expected, "{field}");
    }
    let year = answer(&[
        "year",
        "--year",
        "2025",
        "--target",
        "45",
        "--budget",
        "1000.50",
        "--currency",
        "eur",
        "--closes-on",
        "2026-06-30",
    ]);
    assert_eq!(year["target_percent"], "45");
    assert_eq!(year["budget"], serde_json::json!({ "amount": "1000.50", "currency": "EUR" }));
    assert_eq!(year["closes_on"], "2026-06-30");
    let year = answer(&["year", "--year", "2025", "--no-target", "--no-budget"]);
    assert!(
        year["target_percent"].is_null() && year["budget"].is_null() && year["closes_on"] == "2026-06-30"
    );
    for (arguments, code) in [
        (&["year", "--year", "2025", "--budget", "1", "--currency", "EURO"][..], "unknown_currency"),
        (&["year", "--year", "20255", "--target", "45"], "bad_year"),
        (&["settings", "--target", "120"], "bad_request"),
        (&["settings", "--policy", "lax"], "bad_request"),
        (&["settings", "--threshold", "900", "--threshold-currency", "FOO"], "unknown_currency"),
        (&["settings", "--rate", "QQQ=1@2025-01-01"], "unknown_currency"),
        (&["settings", "--rate", "USD=0@2025-01-01"], "bad_request"),
    ] {
        let output = itec(&bench, arguments);
        let error: Value = serde_json::from_slice(&output.stderr).expect("JSON");
        assert_eq!(
            (output.status.code(), error["error"]["code"].as_str()),
            (Some(1), Some(code)),
            "{arguments:?}"
        );
    }
}

/// 15,000 JPY are no 800 EUR: a price is compared in its own currency, at a rate that was given, or not at all.
#[tokio::test]
async fn a_price_in_another_currency_is_compared_at_a_given_rate_or_not_at_all() {
    let bench = Bench::new().await;
    let workspace = &bench.workspace;
    let mut asked = settings(workspace).await.expect("settings");
    asked.capitalisation_threshold = Some("800".into());
    let nameless = save_settings(workspace, &asked).await.expect_err("no currency");
    assert_eq!(nameless.code, "bad_request");
    asked.capitalisation_currency = Some("eur".into());
    asked.rates = vec![RateSetting {
        from: "USD".into(),
        into: "EUR".into(),
        on: "2025-01-01".into(),
        rate: "0.90".into(),
    }];
    save_settings(workspace, &asked).await.expect("saved");
    let path = bench.folder.path().join("prices.csv");
    let text = "Item,Quantity,Unit weight (kg),Date,Unit price,Currency\n\
        Laptop A,1,1.5,2025-03-01,800,EUR\nLaptop B,1,1.5,2025-03-01,799.99,EUR\n\
        Laptop C,1,1.5,2025-03-01,15000,JPY\nLaptop D,1,1.5,2025-03-01,889,USD\n\
        Laptop E,1,1.5,2024-12-31,5000,USD\nLaptop F,1,1.5,2025-03-01,5000,\n";
    std::fs::write(&path, text).expect("a file");
    let report = bench.import("procurement", &path).await.expect("an import");
    let told = report.issues.iter().filter(|one| one.code == "price_not_compared");
    let told: Vec<_> = told.map(|one| one.seen.as_str()).collect();
    assert_eq!(
        told,
        [
            "1 rows with a price in JPY: no rate",
            "1 rows with a price in USD: no rate",
            "1 rows with a price in no currency: no currency",
        ]
    );
    let mut found = Vec::new();
    for year in [2024, 2025] {
        let query = LinesQuery { year, limit: 10, ..Default::default() };
        for line in planner_actions::lines_page(workspace, &query).await.expect("lines").lines {
            found.push((line.item.unwrap_or_default(), line.scope3_category, line.scope3_rule));
        }
    }
    found.sort();
    let rate = "1 USD = 0.90 EUR from 2025-01-01";
    let expected = [
        ("Laptop A", 2, Some("price")),
        ("Laptop B", 1, Some("price")),
        ("Laptop C", 1, Some("no rate")),
        ("Laptop D", 2, Some(rate)),
        ("Laptop E", 1, Some("no rate")),
        ("Laptop F", 1, Some("no currency")),
    ];
    let expected =
        expected.map(|(item, category, rule)| (item.to_owned(), category, rule.map(str::to_owned)));
    assert_eq!(found, expected);
}
