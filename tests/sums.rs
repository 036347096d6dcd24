//! Sums of a year are kept in the transaction that changes its lines: whatever is imported, replaced, taken back or
//! weighed anew, they are those of a scan; a damaged one is named and never counted as 0.

use crate::support::Bench;
use planner_actions::views::import::{ImportOptions, ImportReport};
use planner_actions::views::line_edits::LineEditRequest;
use planner_actions::views::procurement::WeightGiven;
use planner_actions::{ActionError, RequirementRequest, Watch};
use proptest::test_runner::{RngAlgorithm, TestRng};
use sqlx::{Connection, Row, SqliteConnection};
use std::fmt::Write as _;

/// Everything that a sum is kept by and comes to, as text, in order.
const KEPT: &str =
    "SELECT concat_ws('|', year, import_number, entity_id, category_id, condition, out_of_scope,
        scope3_category, weight_source, weighing_number, lines, quantity, quantity_held, mass_mg, mass_low_mg, mass_high_mg,
        mass_held_mg)
    FROM line_sum WHERE superseded_by = 0 ORDER BY 1";
const SCANNED: &str = "SELECT concat_ws('|', year, import_number, coalesce(entity_id, 0), coalesce(category_id, 0),
        condition, coalesce(out_of_scope, ''), scope3_category, weight_source,
        coalesce(weighing_number, 0), count(*), sum(quantity),
        sum(abs(quantity)), coalesce(sum(mass_mg), 0), coalesce(sum(mass_low_mg), 0), coalesce(sum(mass_high_mg), 0),
        coalesce(sum(max(abs(mass_mg), abs(mass_low_mg), abs(mass_high_mg))), 0))
    FROM line GROUP BY year, import_number, entity_id, category_id, condition, out_of_scope, scope3_category,
        weight_source, weighing_number ORDER BY 1";

struct Lines {
    bench: Bench,
    files: u32,
}

impl Lines {
    async fn new() -> Self {
        Self { bench: Bench::new().await, files: 0 }
    }

    async fn connect(&self) -> SqliteConnection {
        let path = self.bench.workspace.path().to_str().expect("a path");
        SqliteConnection::connect(path).await.expect("a connection")
    }

    async fn texts(&self, sql: &'static str) -> Vec<String> {
        let mut connection = self.connect().await;
        let rows = sqlx::query(sql).fetch_all(&mut connection).await.expect("rows");
        connection.close().await.expect("closed");
        rows.iter().map(|row| row.get(0)).collect()
    }

    async fn import(&mut self, text: &str, how: Option<&str>) -> Result<ImportReport, ActionError> {
        self.files += 1;
        let path = self.bench.folder.path().join(format!("orders {}.csv", self.files));
        std::fs::write(&path, text).expect("a file");
        let options = ImportOptions {
            kind: "procurement".into(),
            year: Some(2025),
            revision: how.map(str::to_owned),
            answers: [("implausible".to_owned(), "count".to_owned())].into(),
            ..Default::default()
        };
        planner_actions::commit_import(&self.bench.workspace, &path, &options, None, &Watch::default()).await
    }

    /// Changes every third line, in a way that follows the step.
    async fn edit(&self, step: u32) -> Result<(), ActionError> {
        let ids = self.texts("SELECT CAST(id AS TEXT) FROM line WHERE id % 3 = 0 ORDER BY id").await;
        let mut request = LineEditRequest {
            line_ids: ids.iter().map(|id| id.parse().expect("an id")).collect(),
            because: "to see".into(),
            ..LineEditRequest::default()
        };
        match step % 6 {
            0 => request.kind = Some("monitor".into()),
            1 => request.condition = Some("used".into()),
            2 => request.scope = Some("software".into()),
            3 => request.year = Some(2024),
            4 => request.entity = Some("Larkmoor FR".into()),
            _ => (request.unit_mass_kg, request.weight_from) = (Some("3.5".into()), Some("scale".into())),
        }
        planner_actions::edit_lines(&self.bench.workspace, &request).await.map(drop)
    }

    /// Takes the last edit back that stands.
    async fn undo_edit(&self) -> Result<(), ActionError> {
        let edits = planner_actions::line_edits(&self.bench.workspace).await?;
        match edits.iter().find(|edit| edit.undone_on.is_none()) {
            Some(last) => planner_actions::undo_line_edit(&self.bench.workspace, last.edit).await.map(drop),
            None => Ok(()),
        }
    }

    async fn agree(&self, after: &str) {
        assert_eq!(self.texts(KEPT).await, self.texts(SCANNED).await, "after {after}");
        let found = planner_actions::verify(&self.bench.workspace).await.expect("a check");
        assert!(found.ok, "after {after}: {:?}", found.problems);
    }

    async fn mass(&self, year: i32) -> Result<String, ActionError> {
        let request = RequirementRequest { year, ..Default::default() };
        Ok(planner_actions::requirement(&self.bench.workspace, &request).await?.mass_kg_new)
    }
}

/// Purchase lines of all kinds; `seed` says which.
fn orders(random: &mut TestRng, lines: u32, first_order: u32) -> String {
    use proptest::prelude::Rng as _;
    let mut text =
        "Supplier,PO number,PO line,Date,Item,Category,Condition,Entity,Quantity,Unit weight (kg)\n"
            .to_owned();
    let mut one_of = |of: &[&'static str]| of[random.next_u32() as usize % of.len()];
    for line in 0..lines {
        let (item, category) = [
            ("Laptop 14", "laptop"),
            ("Rack server", "server"),
            ("Monitor 27", "monitor"),
            ("Quantum widget", ""),
            ("Software licence", "software"),
        ][one_of(&["0", "1", "2", "3", "4"]).parse::<usize>().expect("a place")];
        let year = one_of(&["2023", "2024", "2025"]);
        let condition = one_of(&["new", "refurbished", "used", ""]);
        let entity = one_of(&["", "Larkmoor DE", "Larkmoor US"]);
        let quantity = one_of(&["1", "7", "40", "-2"]);
        let weight = one_of(&["", "", "1.5", "20.25"]);
        let order = first_order + line / 3;
        let _ = writeln!(
            text,
            "Orla,P-{order},{line},{year}-03-04,{item},{category},{condition},{entity},{quantity},{weight}"
        );
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn sums_are_those_of_a_scan_whatever_was_done() {
    use proptest::prelude::Rng as _;
    for seed in 0..4 {
        let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let mut lines = Lines::new().await;
        let mut standing: Vec<String> = Vec::new();
        for step in 0..12 {
            let what = match random.next_u32() % 8 {
                0 | 1 => {
                    let text = orders(&mut random, 24, step * 100);
                    let done = lines.import(&text, Some("add")).await.expect("an import");
                    standing.push(done.import_id.expect("an id"));
                    "an import"
                }
                2 => {
                    let first = step.saturating_sub(1) * 100;
                    let text = orders(&mut random, 30, first);
                    let done = lines.import(&text, Some("replace")).await.expect("a replacement");
                    standing.push(done.import_id.expect("an id"));
                    "a replacement"
                }
                3 => match standing.pop() {
                    Some(last) => {
                        planner_actions::undo_import(&lines.bench.workspace, &last).await.expect("undone");
                        "an undo"
                    }
                    None => continue,
                },
                4 if !standing.is_empty() => {
                    // Lines that say all of that already are refused, and nothing changes.
                    let _ = lines.edit(step).await;
                    "an edit"
                }
                5 => {
                    lines.undo_edit().await.expect("undone");
                    "an edit taken back"
                }
                6 => {
                    let again =
                        planner_actions::recognise_again(&lines.bench.workspace, Some("to see")).await;
                    again.expect("recognised again");
                    "recognising again"
                }
                _ => {
                    let given = WeightGiven {
                        item: Some("Quantum widget".into()),
                        manufacturer: None,
                        model: None,
                        unit_mass_kg: format!("{}.25", step + 1),
                        weight_from: None,
                    };
                    let given = planner_actions::give_weights(&lines.bench.workspace, &[given]).await;
                    standing.push(given.expect("weights").import_id);
                    "a weighing"
                }
            };
            lines.agree(&format!("{what}, step {step} of seed {seed}")).await;
        }
    }
}

const TWO_YEARS: &str = "PO number,PO line,Date,Item,Quantity,Unit weight (kg)
P-1,1,2024-02-03,Laptop,10,2
P-1,2,2025-02-03,Monitor,5,6
";

#[tokio::test]
async fn a_damaged_sum_is_named_and_a_missing_one_is_no_zero() {
    let mut lines = Lines::new().await;
    lines.import(TWO_YEARS, None).await.expect("an import");
    assert_eq!(lines.mass(2025).await.expect("a mass"), "30");
    let mut connection = lines.connect().await;
    sqlx::query("UPDATE line_sum SET mass_mg = mass_mg / 2 WHERE year = 2025")
        .execute(&mut connection)
        .await
        .expect("damaged");
    let found = planner_actions::verify(&lines.bench.workspace).await.expect("a check");
    let named = |problem: &String| problem.contains("orders 1.csv") && problem.contains("15000000 mg");
    assert!(!found.ok && found.problems.iter().any(named), "{:?}", found.problems);
    sqlx::query("DELETE FROM line_sum WHERE year = 2025").execute(&mut connection).await.expect("damaged");
    for year in [2024, 2025] {
        let refused = lines.mass(year).await.expect_err("a refusal");
        assert!(refused.message.contains("orders 1.csv"), "{}", refused.message);
    }
    let found = planner_actions::verify(&lines.bench.workspace).await.expect("a check");
    assert!(
        !found.ok && found.problems.iter().any(|one| one.contains("orders 1.csv")),
        "{:?}",
        found.problems
    );
}

/// The row that would break a total is refused by itself, whatever the total is of; all others stand.
#[tokio::test]
async fn a_total_that_cannot_be_held_is_refused_with_its_row() {
    for (what, rows, refused, kept) in [
        ("two lines", &["A,1,4700000000000", "B,1,4700000000000", "C,1,3"][..], &[3][..], "4700000000003"),
        ("an absurd line first", &["A,1,99999999999999999", "B,1,4700000000000"], &[2], "4700000000000"),
        ("units", &["A,9000000000000000000,0", "B,400000000000000000,0", "C,2,1"], &[3], "2"),
        ("up to the last kilogram", &["A,1,4700000000000", "B,1,4500000000000"], &[], "9200000000000"),
        ("a return", &["A,1,4700000000000", "B,-1,4700000000000", "C,1,1"], &[3], "4700000000001"),
    ] {
        let mut lines = Lines::new().await;
        let text = format!("Item,Quantity,Unit weight (kg)\n{}\n", rows.join("\n"));
        let done =
            lines.import(&text, None).await.unwrap_or_else(|error| panic!("{what}: {}", error.message));
        let rejected = done.issues.iter().filter(|issue| issue.severity == "rejects");
        let rejected: Vec<_> = rejected.map(|issue| issue.row).collect();
        assert_eq!(rejected, refused, "{what}: {:?}", done.issues);
        assert_eq!(lines.mass(2025).await.expect("a mass"), kept, "{what}");
        lines.agree(what).await;
        // What stands counts, too.
        let more = "Item,Quantity,Unit weight (kg)\nD,1,9000000000000\nE,1,4\n";
        let done = lines.import(more, Some("add")).await.expect("an import");
        assert_eq!(done.rows_rejected, if what == "units" { 0 } else { 1 }, "{what}");
        lines.agree(what).await;
    }
}

#[tokio::test]
async fn an_edit_that_no_total_could_hold_is_refused_with_its_line() {
    let mut lines = Lines::new().await;
    let text = "Item,Quantity,Unit weight (kg)\nA rack,1,4700000000000\nA screen,1,1\n";
    lines.import(text, None).await.expect("an import");
    let ids = lines.texts("SELECT CAST(line.id AS TEXT) FROM line WHERE row = 3").await;
    let request = LineEditRequest {
        line_ids: vec![ids[0].parse().expect("an id")],
        unit_mass_kg: Some("4700000000000".into()),
        weight_from: Some("scale".into()),
        because: "to see".into(),
        ..LineEditRequest::default()
    };
    let refused = planner_actions::edit_lines(&lines.bench.workspace, &request).await.expect_err("refused");
    assert_eq!(refused.code, "total_too_large");
    assert!(refused.message.starts_with("A screen, 1 units"), "{}", refused.message);
    assert_eq!(lines.mass(2025).await.expect("a mass"), "4700000000001");
    lines.agree("a refused edit").await;
}
