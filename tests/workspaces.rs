//! Workspaces of earlier formats: each still opens, is kept as it was beside itself, and says what it said.

use crate::support::{TODAY, day, program, root};
use planner_actions::worker::Program;
use planner_actions::{ActionError, ExportRequest, RequirementRequest, Workspace};
use sqlx::{Connection, SqliteConnection};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace of the first format, from a company with the Guide's figures: 18 events of every kind it knew.
const FIRST: &str = "format_1.itec";
const FIRST_HEAD: &str = "6a9e7ab056ca621a2ff23ae65aec3f3521b397d89fc8b98a8e68d4af23e1072e";

/// A workspace of the fifth format: documents, a comparison with a statement, a lock, an unlock and a signature too.
const FIFTH: &str = "format_5.itec";
const FIFTH_HEAD: &str = "8f6e1bafa19361fce6f7f73adccaf02466c8a64c7d148eaf6ac8133988d39836";

/// A workspace of the fourteenth format: a locked and signed year, replaced files, a plan, orders and settings, with what
/// its chain says of every row.
const FOURTEENTH: &str = "format_14.itec";
const FOURTEENTH_HEAD: &str = "033424e1ee7bbbc63344d70886d21ca2862e793c99aedcecbe29eb314352d67b";

/// A workspace of the thirty-fifth format: 2025 was answered to CDP, then signed by three, before answers were signed too.
const ANSWERED: &str = "format_35_answered.itec";

/// A workspace of the ninth format with two sealed reports of 2025, made before figures had a table of their own.
const SEALED: &str = "format_9_sealed.itec";
const SEALED_HEAD: &str = "a09815cb21c7605959de9efb106c2d0d1c6c61144e73ee8e35c55fa144fda112";
/// Hashes of its files as they were sealed, by version and format.
const SEALED_FILES: [(i64, &str, &str); 8] = [
    (1, "xlsx", "8c725ae2e14db3ef8cd1848551e1eb69fca27dfdd97c6bb5c820de9a5450ad13"),
    (1, "pdf", "0b5f74c2e944b414287663ec913e8c6bf2e9f0340bcd1e45d7bda50108cf33e4"),
    (1, "csv", "87de3b7796b42d3ce5d7621ae14ead2f6a603ba9af28f85a508949a9f8f89fe2"),
    (1, "json", "eda89a47f9e244cc3c8b95e0fc8a9ee1383277e2091cfab75838b4202afb71b3"),
    (2, "xlsx", "bffe0ffc9afaed2dd09d88a3a848e9d1dfde2b605f24a748458f68c6a9d16304"),
    (2, "pdf", "ad1a69051213c7d9a1b65a848e0b81e8dfb9b3603cbca22dff106602fba656c5"),
    (2, "csv", "09b9e99690a2a9d12795ad6e6e51775804f8d56a7288fe6b5d1bb571621b478a"),
    (2, "json", "fb06d18c6b10202a41f8c201ea45858a2ab141c7a3b190febca0772f7af4a6a0"),
];

fn copied(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("larkmoor.itec");
    std::fs::copy(root().join("tests/workspaces").join(name), &path).expect("a copy");
    (folder, path)
}

async fn open(path: &Path) -> Result<Workspace, ActionError> {
    Workspace::open_or_create(path, day(TODAY), Program::new(program("itec"))).await
}

async fn connect(path: &Path) -> SqliteConnection {
    SqliteConnection::connect(path.to_str().expect("a path")).await.expect("a connection")
}

async fn format(path: &Path) -> i64 {
    let mut connection = connect(path).await;
    sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut connection).await.expect("a format")
}

/// The head of the chain before the event which says that the file was brought up to date and what was found in it.
async fn head_before(workspace: &Workspace) -> String {
    let last = planner_actions::history(workspace, 0, 2).await.expect("the history").events;
    assert_eq!(last[0].kind, "brought_up_to_date");
    assert!(
        last[0].note.as_deref().is_some_and(|note| note.ends_with("nothing was wrong")),
        "{:?}",
        last[0].note
    );
    last[1].hash.clone()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_workspace_of_the_first_format_says_what_it_said() {
    let (folder, path) = copied(FIRST);
    let workspace = open(&path).await.expect("opened");
    let check = planner_actions::verify(&workspace).await.expect("a check");
    assert_eq!((check.problems, check.events), (vec![], 19));
    assert_eq!(head_before(&workspace).await, FIRST_HEAD);
    let request = RequirementRequest { year: 2025, ..Default::default() };
    let year = planner_actions::requirement(&workspace, &request).await.expect("a requirement");
    assert_eq!((year.mass_kg_new.as_str(), year.gross, year.retired), ("1253370.1", 1_253_371, 400_000));
    assert_eq!((year.held, year.reserved, year.coverage_percent.as_deref()), (848_505, 0, Some("31.91")));
    let lots = planner_actions::lots(&workspace, &Default::default()).await.expect("lots").lots;
    let found = |id: &str| {
        let units = &lots.iter().find(|lot| lot.lot_id == id).expect(id).units;
        [units.held, units.reserved, units.listed, units.transferred]
            .into_iter()
            .chain([units.retired, units.expired, units.cancelled])
            .collect::<Vec<_>>()
    };
    assert_eq!(found("BLO-2025-0001"), [848_505, 990, 300, 200, 100_000, 0, 5]);
    assert_eq!(found("BLM-2025-0901"), [0, 0, 0, 0, 180_000, 0, 0]);
    assert_eq!(found("BLO-2022-0001"), [0, 0, 0, 0, 0, 40, 0]);
    assert_eq!(lots.len(), 5);
    workspace.close().await;
    drop(folder);
}

#[tokio::test]
async fn a_workspace_of_the_fifth_format_says_what_it_said() {
    let (folder, path) = copied(FIFTH);
    let workspace = open(&path).await.expect("opened");
    let check = planner_actions::verify(&workspace).await.expect("a check");
    assert_eq!((check.problems, check.events), (vec![], 10));
    assert_eq!(head_before(&workspace).await, FIFTH_HEAD);
    let retirements = planner_actions::retirements(&workspace).await.expect("retirements");
    assert_eq!((retirements.len(), retirements[0].quantity), (1, 300_100));
    assert_eq!(retirements[0].beneficiary_country, None);
    assert_eq!(retirements[0].evidence[0].file_name, "st.csv");
    let screen = planner_actions::disclosure(&workspace, 2025).await.expect("a screen");
    assert_eq!(screen.signatures[0].by, "Ada Lund");
    workspace.close().await;
    assert_eq!(names(folder.path()), ["larkmoor.itec", "larkmoor.itec.snapshots"]);
}

#[tokio::test]
async fn a_workspace_of_the_fourteenth_format_says_what_it_said() {
    let (_folder, path) = copied(FOURTEENTH);
    let workspace = open(&path).await.expect("opened");
    let check = planner_actions::verify(&workspace).await.expect("a check");
    assert_eq!((check.problems, check.events), (vec![], 38));
    assert_eq!(head_before(&workspace).await, FOURTEENTH_HEAD);
    for (year, mass, figures) in [(2024, "325.5", (326, 300, "92.02")), (2025, "489", (490, 15, "3.06"))] {
        let request = RequirementRequest { year, ..Default::default() };
        let found = planner_actions::requirement(&workspace, &request).await.expect("a requirement");
        assert_eq!((found.mass_kg_new.as_str(), found.lines_new), (mass, 6), "{year}");
        let coverage = found.coverage_percent.as_deref().unwrap_or_default();
        assert_eq!((found.gross, found.retired, coverage), figures, "{year}");
    }
    let screen = planner_actions::disclosure(&workspace, 2024).await.expect("a screen");
    assert_eq!(screen.signatures.len(), 3);
    workspace.close().await;
}

/// What was signed without the answers holds while they stand as they did, and says which moved once one does.
#[tokio::test]
async fn signatures_from_before_answers_were_signed_hold_until_one_changes() {
    let (_folder, path) = copied(ANSWERED);
    let workspace = open(&path).await.expect("opened");
    assert!(planner_actions::verify(&workspace).await.expect("a check").ok);
    let signing = async || planner_actions::signing(&workspace, 2025).await.expect("signing");
    assert_eq!((signing().await.signatures.len(), signing().await.void.len()), (3, 0));
    let changed = [("7.54.2/1/set_on".to_owned(), "2026-02-15".to_owned())].into();
    planner_actions::save_disclosure_inputs(&workspace, 2025, &changed).await.expect("kept");
    let now = signing().await;
    assert_eq!((now.signatures.len(), now.void.len()), (0, 3));
    for void in &now.void {
        let moved: Vec<_> = void
            .moved
            .iter()
            .map(|one| (one.name.as_str(), one.old.as_deref(), one.new.as_deref()))
            .collect();
        assert_eq!(moved, [("CDP 7.54.2: Date target was set", Some("2026-01-15"), Some("2026-02-15"))]);
    }
    workspace.close().await;
}

/// What lines come to is kept since the format 35, for the lines of every earlier one too.
#[tokio::test]
async fn every_earlier_workspace_has_the_sums_of_its_lines() {
    for name in [FIRST, FIFTH, SEALED, FOURTEENTH, ANSWERED] {
        let (_folder, path) = copied(name);
        open(&path).await.expect("opened").close().await;
        let mut file = connect(&path).await;
        let mut all = async |sql: &'static str| -> Vec<(i64, i64, i64, i64)> {
            sqlx::query_as(sql).fetch_all(&mut file).await.expect(sql)
        };
        let kept = all("SELECT year, sum(lines), sum(quantity), sum(mass_mg) FROM line_sum
             WHERE superseded_by = 0 GROUP BY year ORDER BY year")
        .await;
        let scanned = all("SELECT year, count(*), sum(quantity), sum(coalesce(mass_mg, 0)) FROM line
             GROUP BY year ORDER BY year")
        .await;
        assert!(!scanned.is_empty(), "{name}");
        assert_eq!(kept, scanned, "{name}");
    }
}

/// The last report is still the year's: its figures, computed anew, have the hash that was sealed and signed.
#[tokio::test]
async fn a_sealed_report_keeps_its_bytes_and_its_hash() {
    let (folder, path) = copied(SEALED);
    let workspace = open(&path).await.expect("opened").on(day("2027-03-01"));
    let check = planner_actions::verify(&workspace).await.expect("a check");
    assert_eq!((check.problems, check.events), (vec![], 10));
    assert_eq!(head_before(&workspace).await, SEALED_HEAD);
    for (version, format, sha256) in SEALED_FILES {
        let made_anew = if version == 2 { vec![Some(version), None] } else { vec![Some(version)] };
        for version in made_anew {
            let name = version.map_or("again".to_owned(), |version| format!("v{version}"));
            let path = folder.path().join(name).with_extension(format);
            let request = ExportRequest { year: 2025, version, is_final: false };
            let written = planner_actions::export_disclosure(&workspace, request, &[path]).await;
            assert_eq!(written.expect("an export").files[0].sha256, sha256, "{format} of {version:?}");
        }
    }
    let screen = planner_actions::disclosure(&workspace, 2025).await.expect("a screen");
    assert_eq!((screen.status.as_str(), screen.signatures.len()), ("restated", 3));
    workspace.close().await;
}

#[tokio::test]
async fn the_file_as_it_was_is_kept_once() {
    let (folder, path) = copied(FIRST);
    for _ in 0..2 {
        open(&path).await.expect("opened").close().await;
        assert_eq!(names(folder.path()), ["larkmoor.itec", "larkmoor.itec.snapshots"]);
        assert_eq!(names(&folder.path().join("larkmoor.itec.snapshots")), ["0001-before-update.itec"]);
    }
    let copy = folder.path().join("larkmoor.itec.snapshots/0001-before-update.itec");
    assert_eq!(format(&copy).await, 1);
    assert!(format(&path).await > 1);
    let again = open(&copy).await.expect("a workspace of its own");
    assert_eq!(head_before(&again).await, FIRST_HEAD);
}

#[tokio::test]
async fn what_was_not_yet_in_the_main_file_is_in_the_copy() {
    let (folder, path) = copied(FIRST);
    let mut other = connect(&path).await;
    for sql in [
        "PRAGMA journal_mode = WAL",
        "PRAGMA wal_autocheckpoint = 0",
        "INSERT INTO setting VALUES ('late', 'yes')",
    ] {
        sqlx::query(sql).execute(&mut other).await.expect(sql);
    }
    assert!(std::fs::metadata(folder.path().join("larkmoor.itec-wal")).expect("a log").len() > 0);
    open(&path).await.expect("opened").close().await;
    let mut copy = connect(&folder.path().join("larkmoor.itec.snapshots/0001-before-update.itec")).await;
    let late: String = sqlx::query_scalar("SELECT value FROM setting WHERE key = 'late'")
        .fetch_one(&mut copy)
        .await
        .expect("it");
    assert_eq!(late, "yes");
}

#[tokio::test]
async fn no_file_is_overwritten_by_a_copy_and_what_a_crash_left_is_removed() {
    let (folder, path) = copied(FIRST);
    let beside = folder.path().join("larkmoor.itec.snapshots");
    let taken = beside.join("0001-before-update.itec");
    std::fs::create_dir_all(beside.join(".itec-work-1")).expect("a folder");
    std::fs::write(beside.join(".itec-work-1/owner"), "").expect("written");
    std::fs::write(&taken, "somebody's own").expect("written");
    open(&path).await.expect("opened").close().await;
    assert_eq!(std::fs::read_to_string(&taken).expect("a file"), "somebody's own");
    assert_eq!(names(&beside), ["0001-before-update.itec", "0002-before-update.itec"]);
}

#[tokio::test]
async fn a_file_that_cannot_be_brought_up_to_date_stays_as_it_was() {
    let (_folder, path) = copied(FIRST);
    let mut other = connect(&path).await;
    sqlx::query("CREATE TABLE evidence (x)").execute(&mut other).await.expect("in the way");
    other.close().await.expect("closed");
    let error = open(&path).await.expect_err("refused");
    assert_eq!(error.code, "workspace_failed");
    assert_eq!(format(&path).await, 1);
    let mut other = connect(&path).await;
    let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info('lot')")
        .fetch_all(&mut other)
        .await
        .expect("columns");
    assert!(columns.contains(&"methodology".to_owned()), "half of the update was kept");
}

#[tokio::test]
async fn a_workspace_of_a_later_format_is_read_and_never_written() {
    let (folder, path) = copied(FIFTH);
    open(&path).await.expect("opened").close().await;
    let mut later = connect(&path).await;
    for sql in ["CREATE TABLE later (x TEXT) STRICT", "PRAGMA user_version = 99"] {
        sqlx::query(sql).execute(&mut later).await.expect(sql);
    }
    later.close().await.expect("closed");
    let (before, beside) = (std::fs::read(&path).expect("a file"), names(folder.path()));
    let workspace = open(&path).await.expect("opened");
    let why = workspace.read_only().expect("a reason");
    assert!(why.contains("a later version (format 99"), "{why}");
    assert_eq!(planner_actions::retirements(&workspace).await.expect("retirements")[0].quantity, 300_100);
    let error = planner_actions::lock_year(&workspace, 2025).await.expect_err("refused");
    assert_eq!(error.code, "workspace_newer");
    assert!(error.message.contains("Update I-TEC Planner to work on it."), "{}", error.message);
    workspace.close().await;
    assert!(std::fs::read(&path).expect("a file") == before, "the file was changed");
    assert_eq!(names(folder.path()), beside);
}
