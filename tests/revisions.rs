//! A file that comes twice in another form: what it changes is shown first, and it is replaced or added as chosen.

use crate::support::Bench;
use planner_actions::views::import::{ImportOptions, ImportReport};
use planner_actions::{ActionError, RequirementRequest, Watch};
use std::path::PathBuf;

const ORDERS: &str = "Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)
Orla,P-1,10,2025-02-03,Laptop,10,2
Orla,P-1,20,2025-02-03,Monitor,5,6
Orla,P-2,10,2025-03-01,Server,2,20
Halden,P-9,10,2025-03-05,Laptop,1,2
";
/// The same orders later, a column inserted in front: one changed, one gone, one new.
const REVISED: &str = "Plant,Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)
,Orla,P-1,10,2025-02-03,Laptop,12,2
,Orla,P-1,20,2025-02-03,Monitor,5,6
,Orla,P-2,10,2025-03-01,Server,2,20
,Orla,P-3,10,2025-04-01,Tablet,4,0.5
";

fn options(revision: Option<&str>) -> ImportOptions {
    ImportOptions {
        kind: "procurement".into(),
        year: Some(2025),
        revision: revision.map(str::to_owned),
        ..Default::default()
    }
}

struct Orders {
    bench: Bench,
}

impl Orders {
    async fn new(text: &str) -> (Self, String) {
        let orders = Self { bench: Bench::new().await };
        let first = orders.import("orders.csv", text, None).await.expect("an import");
        (orders, first.import_id.expect("an id"))
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.bench.folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    async fn import(&self, name: &str, text: &str, how: Option<&str>) -> Result<ImportReport, ActionError> {
        let path = self.file(name, text);
        planner_actions::commit_import(&self.bench.workspace, &path, &options(how), None, &Watch::default())
            .await
    }

    async fn preview(&self, name: &str, text: &str, how: Option<&str>) -> ImportReport {
        let (path, options) = (self.file(name, text), options(how));
        planner_actions::preview_import(&self.bench.workspace, &path, &options, &Watch::default())
            .await
            .expect("a preview")
    }

    async fn mass(&self) -> String {
        let year = RequirementRequest { year: 2025, ..Default::default() };
        planner_actions::requirement(&self.bench.workspace, &year).await.expect("a requirement").mass_kg_new
    }

    async fn undo(&self, id: &str) -> Result<(), &'static str> {
        planner_actions::undo_import(&self.bench.workspace, id).await.map(drop).map_err(|error| error.code)
    }
}

#[tokio::test]
async fn a_revised_file_shows_what_it_changes_and_is_refused_until_a_person_chooses() {
    let (orders, _) = Orders::new(ORDERS).await;
    let preview = orders.preview("revised.csv", REVISED, None).await;
    let revision = preview.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (1, 1, 2, 1));
    assert_eq!(revision.earlier[0].file_name, "orders.csv");
    let changed = &revision.changed_lines[0];
    assert_eq!(
        (changed.row, changed.order_number.as_deref(), changed.fields.len()),
        (Some(2), Some("P-1"), 1)
    );
    let field = &changed.fields[0];
    let change = (field.field.as_str(), field.before.as_deref(), field.after.as_deref());
    assert_eq!(change, ("quantity", Some("10"), Some("12")));
    assert_eq!(revision.missing_lines[0].order_number.as_deref(), Some("P-9"));
    let refused = orders.import("revised.csv", REVISED, None).await.expect_err("a refusal");
    assert_eq!(refused.code, "revision_open");
    assert!(refused.message.contains("2 unchanged, 1 changed, 1 added, 1 missing"), "{}", refused.message);
    assert_eq!(orders.mass().await, "92");
}

#[tokio::test]
async fn a_changed_line_without_a_number_is_known_by_its_order_and_model() {
    let first = "PO number,Model,Quantity,Unit weight (kg)\nP-1,Laptop A,135,2\nP-1,Monitor B,5,6\nP-2,Laptop A,4,2\nP-2,Server C,1,20\nP-2,Laptop A,1,2\nP-3,Tablet D,4,1\nP-3,Server E,1,1\n";
    let (orders, _) = Orders::new(first).await;
    let revised = first.replace("Laptop A,135", "Laptop A,185").replace("P-2,Laptop A,4", "P-2,Laptop A,3");
    let revision =
        orders.preview("revised.csv", &revised, Some("replace")).await.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (0, 2, 5, 0));
    let told = revision.changed_lines.iter().map(|line| {
        let change = &line.fields[0];
        (change.before.as_deref(), change.after.as_deref(), line.mass_change_kg.as_deref())
    });
    let told: Vec<_> = told.collect();
    assert_eq!(told, [(Some("135"), Some("185"), Some("100")), (Some("4"), Some("3"), Some("-2"))]);
    let twice =
        revised.replace("P-2,Laptop A,1,", "P-2,Laptop A,2,").replace("P-2,Laptop A,3", "P-2,Laptop A,5");
    let revision = orders.preview("twice.csv", &twice, None).await.revision.expect("a revision");
    assert_eq!(
        (revision.added, revision.changed, revision.missing),
        (2, 1, 2),
        "which of two alike is which nobody knows"
    );
    orders.import("revised.csv", &revised, Some("replace")).await.expect("an import");
    assert_eq!(orders.mass().await, "433");
}

#[tokio::test]
async fn replacing_takes_the_place_of_what_stood_and_undoing_brings_it_back() {
    let (orders, first) = Orders::new(ORDERS).await;
    let preview = orders.preview("revised.csv", REVISED, Some("replace")).await;
    let done = orders.import("revised.csv", REVISED, Some("replace")).await.expect("an import");
    assert_eq!((done.plan_hash, done.rows_imported), (preview.plan_hash, 4));
    assert_eq!(orders.mass().await, "96");
    let history = planner_actions::imports(&orders.bench.workspace, None).await.expect("imports");
    assert_eq!(history.iter().map(|one| one.lines_replaced).collect::<Vec<_>>(), [0, 4]);
    assert_eq!(orders.undo(&first).await, Err("import_replaced"));
    orders.undo(&done.import_id.expect("an id")).await.expect("undone");
    assert_eq!(orders.mass().await, "92");
    orders.undo(&first).await.expect("undone");
    assert_eq!(orders.mass().await, "0");
    planner_actions::verify(&orders.bench.workspace).await.expect("a check");
}

#[tokio::test]
async fn adding_counts_it_beside_what_stood() {
    let (orders, _) = Orders::new(ORDERS).await;
    let replaced = orders.preview("revised.csv", REVISED, Some("replace")).await;
    let added = orders.preview("revised.csv", REVISED, Some("add")).await;
    assert_ne!(replaced.plan_hash, added.plan_hash);
    orders.import("revised.csv", REVISED, Some("add")).await.expect("an import");
    assert_eq!(orders.mass().await, "188");
    assert_eq!(
        orders.import("revised.csv", REVISED, Some("both")).await.map_err(|error| error.code).err(),
        Some("duplicate_file")
    );
}

#[tokio::test]
async fn a_locked_year_keeps_its_lines() {
    let (orders, _) = Orders::new(ORDERS).await;
    planner_actions::lock_year(&orders.bench.workspace, 2025).await.expect("locked");
    let later = REVISED.replace("2025-", "2026-");
    let refused = orders.import("revised.csv", &later, Some("replace")).await;
    assert_eq!(refused.map_err(|error| error.code).err(), Some("year_locked"));
    assert_eq!(orders.mass().await, "92");
}

#[tokio::test]
async fn lines_without_numbers_are_known_by_all_they_say_and_equal_lines_both_stay() {
    let text = "Item,Quantity,Unit weight (kg),Date\nLaptop,1,2,2025-01-01\nLaptop,1,2,2025-01-01\nMonitor,1,6,2025-01-02\n";
    let (orders, _) = Orders::new(text).await;
    assert_eq!(orders.mass().await, "10");
    let longer = format!("{text}Laptop,1,2,2025-01-01\nServer,1,20,2025-02-01\n");
    let revision = orders.preview("longer.csv", &longer, None).await.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (2, 0, 3, 0));
    orders.import("longer.csv", &longer, Some("replace")).await.expect("an import");
    assert_eq!(orders.mass().await, "32");
    let next = "Item,Quantity,Unit weight (kg),Date\nLaptop,1,2,2025-01-01\nTablet,9,1,2025-05-05\nPhone,8,1,2025-05-05\n";
    let other = orders.preview("next.csv", next, None).await;
    assert_eq!(other.revision, None, "one line alike is no revision");
}

/// Orders without line numbers, some of whose lines come again as they were and some corrected: what is corrected takes the
/// place of what stood, and other orders of the earlier file stay.
#[tokio::test]
async fn a_corrected_order_without_line_numbers_is_told_by_the_lines_that_stayed() {
    let header = "PO number,Date,Item,Quantity,Unit weight (kg)\n";
    let others: String = (1..=9).map(|one| format!("P-{one},2025-01-05,Tablet {one},1,1\n")).collect();
    let first = format!(
        "{header}{others}P-20,2025-03-01,Laptop,100,2\nP-20,2025-03-01,Monitor,10,5\nP-20,2025-03-01,Dock,4,1\n"
    );
    let (orders, _) = Orders::new(&first).await;
    assert_eq!(orders.mass().await, "263");
    let corrected = format!(
        "{header}P-20,2025-03-01,Laptop,10,2\nP-20,2025-03-01,Monitor,10,5\nP-20,2025-03-01,Dock,40,1\nP-30,2025-03-01,Server,1,30\n"
    );
    let refused = orders.import("corrected.csv", &corrected, None).await.map_err(|error| error.code);
    assert_eq!(refused.err(), Some("revision_open"));
    let revision = orders.preview("corrected.csv", &corrected, None).await.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (1, 2, 1, 0));
    orders.import("corrected.csv", &corrected, Some("replace")).await.expect("an import");
    assert_eq!(orders.mass().await, "149");
}

#[tokio::test]
async fn a_single_line_of_another_order_is_replaced_alone() {
    let many: String = (1..=9).map(|line| format!("Orla,P-1,{line},2025-02-03,Laptop,1,2\n")).collect();
    let (orders, _) =
        Orders::new(&format!("Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)\n{many}")).await;
    let text = "Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)
Orla,P-1,3,2025-02-03,Laptop,5,2
Orla,P-7,1,2025-02-03,Laptop,1,2
Orla,P-7,2,2025-02-03,Laptop,1,2
Orla,P-7,3,2025-02-03,Laptop,1,2
";
    let revision = orders.preview("some.csv", text, None).await.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.missing), (3, 1, 0));
    orders.import("some.csv", text, Some("replace")).await.expect("an import");
    assert_eq!(orders.mass().await, "32");
}

/// A row of a wide table has several devices, and each is a line of its own.
#[tokio::test]
async fn a_wide_table_is_compared_device_by_device() {
    let wide = |rows: &str| format!("Date,Device 1,Qty 1,Device 2,Qty 2\n{rows}");
    let (orders, _) =
        Orders::new(&wide("2025-02-03,Laptop,1,Monitor,2\n2025-02-04,Laptop,1,Monitor,1\n")).await;
    let before = orders.mass().await;
    let later = wide("2025-02-03,Laptop,1,Monitor,2\n2025-02-04,Laptop,1,Monitor,3\n2025-02-05,Server,1,,\n");
    let revision = orders.preview("later.csv", &later, None).await.revision.expect("a revision");
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (2, 0, 3, 1));
    let rows: Vec<_> = revision.missing_lines.iter().map(|line| line.item.as_deref()).collect();
    assert_eq!(rows, [Some("Monitor")]);
    let refused = orders.import("later.csv", &later, None).await.map_err(|error| error.code);
    assert_eq!(refused.err(), Some("revision_open"));
    assert_eq!(orders.mass().await, before);
    let done = orders.import("later.csv", &later, Some("replace")).await.expect("an import");
    assert_eq!(done.quantity, 8);
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let year = planner_actions::requirement(&orders.bench.workspace, &year).await.expect("a requirement");
    assert_eq!(year.lines, 5);
}

#[tokio::test]
async fn the_kilograms_of_a_file_are_those_imported_and_those_left_out() {
    let text = "Item,Quantity,Unit weight (kg),Status
Laptop,10,2,Purchase
Laptop,\"2,5\",2,Purchase
Monitor,3,6,Issue
Warranty for laptop,1,1,Purchase
Total,16,105,
";
    let orders = Orders { bench: Bench::new().await };
    let report = orders.import("orders.csv", text, None).await.expect("an import");
    assert_eq!(
        (report.mass_kg.as_str(), report.mass_kg_excluded.as_str(), report.mass_kg_in_file.as_str()),
        ("20", "24", "44")
    );
    let because: Vec<_> =
        report.excluded_because.iter().map(|(reason, mass)| (reason.as_str(), mass.as_str())).collect();
    assert_eq!(because, [("not_a_purchase", "18"), ("out_of_scope", "1"), ("rejected", "5")]);
}

/// A device weighs what its latest file says, so nothing is asked; what changes is shown all the same.
#[tokio::test]
async fn a_revised_catalogue_shows_which_weights_change() {
    let orders = Orders { bench: Bench::new().await };
    let weights = |rows: &str| format!("Manufacturer,Model,Category,Unit weight (kg)\n{rows}");
    let catalogue = |how: Option<&str>| ImportOptions { kind: "catalogue".into(), ..options(how) };
    let first = orders
        .file("weights.csv", &weights("Halden,A14,Laptops,1.5\nOrla,M27,Monitors,6\nOrla,T11,Tablets,0.5\n"));
    let watch = Watch::default();
    let import = async |path: &PathBuf, how| {
        planner_actions::commit_import(&orders.bench.workspace, path, &catalogue(how), None, &watch).await
    };
    let look = async |path: &PathBuf| {
        let preview =
            planner_actions::preview_import(&orders.bench.workspace, path, &catalogue(None), &watch).await;
        preview.expect("a preview").revision.expect("a revision")
    };
    import(&first, None).await.expect("an import");
    let later = orders
        .file("later.csv", &weights("halden,A14,Laptops,1.4\nOrla,M27,Monitors,6\nOrla,M32,Monitors,8\n"));
    let revision = look(&later).await;
    assert_eq!((revision.added, revision.changed, revision.unchanged, revision.missing), (1, 1, 1, 1));
    assert_eq!((revision.choices.len(), revision.missing_lines[0].item.as_deref()), (0, Some("T11")));
    let fields = &revision.changed_lines[0].fields;
    let mass = fields.iter().find(|one| one.field == "mass").expect("another mass");
    assert_eq!((mass.before.as_deref(), mass.after.as_deref()), (Some("1.5"), Some("1.4")));
    import(&later, Some("replace")).await.expect("an import");
    let item = "Manufacturer,Model,Quantity,Date\nHalden,A14,10,2025-02-03\nOrla,T11,10,2025-02-03\n";
    orders.import("orders.csv", item, None).await.expect("an import");
    assert_eq!(orders.mass().await, "19");
    let third = orders.file("third.csv", &weights("Halden,A14,Laptops,1.4\nOrla,M27,Monitors,6\n"));
    let revision = look(&third).await;
    assert_eq!(
        (revision.added, revision.changed, revision.unchanged),
        (0, 1, 1),
        "the latest is compared with"
    );
}
