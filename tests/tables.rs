//! Tables as a person takes them away: what is filtered is totalled, written whole, and imports again to the same
//! figures; the history is filtered, and says who and when; a copy is a workspace of its own.

use crate::support::Bench;
use chrono::NaiveTime;
use planner_actions::RequirementRequest;
use planner_actions::views::certificates::HistoryQuery;
use planner_actions::views::procurement::{LinesQuery, LinesTotals};
use planner_actions::views::table::{TableColumn, TableRequest};
use planner_actions::{Workspace, worker::Program};
use rust_decimal::Decimal;

fn query() -> LinesQuery {
    LinesQuery { year: 2025, limit: 500, with_totals: true, ..LinesQuery::default() }
}

async fn totals(workspace: &Workspace, query: &LinesQuery) -> LinesTotals {
    planner_actions::lines_page(workspace, query).await.expect("lines").totals.expect("totals")
}

#[tokio::test]
async fn totals_are_those_of_every_line_that_matches_whatever_page_is_shown() {
    let bench = Bench::sample().await;
    let number = |text: &str| text.parse::<Decimal>().expect("a number");
    for asked in [
        query(),
        LinesQuery { category: Some("laptop".into()), ..query() },
        LinesQuery { category: Some("server".into()), condition: Some("new".into()), ..query() },
        LinesQuery { search: Some("switch".into()), scope: Some("in".into()), ..query() },
        LinesQuery { weight_source: Some("unresolved".into()), ..query() },
        LinesQuery { search: Some("no such thing".into()), ..query() },
    ] {
        let (mut lines, mut units, mut mass, mut new, mut without) = (0, 0, Decimal::ZERO, Decimal::ZERO, 0);
        loop {
            let page = LinesQuery { offset: lines, with_totals: false, ..asked.clone() };
            let page = planner_actions::lines_page(&bench.workspace, &page).await.expect("lines").lines;
            if page.is_empty() {
                break;
            }
            for line in page {
                let one = line.mass_kg.as_deref().map_or(Decimal::ZERO, number);
                let is_new = line.out_of_scope_because.is_none()
                    && matches!(line.condition.as_str(), "new" | "unknown");
                lines += 1;
                units += line.quantity;
                mass += one;
                new += if is_new { one } else { Decimal::ZERO };
                without += i64::from(is_new && line.weight_source == "unresolved");
            }
        }
        let said = totals(&bench.workspace, &LinesQuery { limit: 1, ..asked }).await;
        assert_eq!((said.lines, said.quantity, said.lines_unresolved), (i64::from(lines), units, without));
        assert_eq!((number(&said.mass_kg), number(&said.mass_kg_new)), (mass, new));
    }
}

#[tokio::test]
async fn exported_lines_import_again_to_the_same_figures() {
    let bench = Bench::sample().await;
    let year = RequirementRequest { year: 2025, ..RequirementRequest::default() };
    let before = planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement");
    let said = totals(&bench.workspace, &query()).await;
    for name in ["lines.xlsx", "lines.csv"] {
        let path = bench.folder.path().join(name);
        planner_actions::export_lines(&bench.workspace, &query(), &path).await.expect("written");
        let other = Bench::new().await;
        other.import("procurement", &path).await.expect("imported");
        let after = planner_actions::requirement(&other.workspace, &year).await.expect("a requirement");
        assert_eq!(totals(&other.workspace, &query()).await, said, "{name}");
        assert_eq!((after.gross, &after.mass_kg_new), (before.gross, &before.mass_kg_new), "{name}");
        assert_eq!(
            (after.lines, after.lines_refurbished, after.lines_out_of_scope),
            (before.lines, before.lines_refurbished, before.lines_out_of_scope),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_table_is_written_exactly_and_only_as_xlsx_or_csv() {
    let bench = Bench::new().await;
    let column = |header: &str, is_number| TableColumn { header: header.into(), is_number };
    let table = TableRequest {
        name: "Lots [all]: 1/2".into(),
        columns: vec![column("Lot", false), column("Quantity", true)],
        rows: vec![
            vec!["=1+1".into(), "12345678901234567.125".into()],
            vec!["0012".into(), String::new()],
            vec!["A".into(), "none".into()],
        ],
    };
    let path = bench.folder.path().join("lots.csv");
    planner_actions::export_table(&bench.workspace, &table, &path).expect("written");
    let text = std::fs::read_to_string(&path).expect("a table");
    assert_eq!(text, "Lot,Quantity\r\n'=1+1,12345678901234567.125\r\n0012,\r\nA,none\r\n");
    planner_actions::export_table(&bench.workspace, &table, &path.with_extension("xlsx")).expect("written");
    let error = planner_actions::export_table(&bench.workspace, &table, &path.with_extension("txt"));
    assert_eq!(error.expect_err("refused").code, "unknown_format");
    let itself = planner_actions::export_table(&bench.workspace, &table, bench.workspace.path());
    itself.expect_err("a workspace is never written over");
}

#[tokio::test]
async fn the_history_says_who_and_when_and_is_filtered() {
    let bench = Bench::sample().await;
    let sample = planner_actions::history(&bench.workspace, 0, 500).await.expect("a history");
    assert!(sample.persons.is_empty() && sample.events.iter().all(|event| event.by.is_none()));
    let ada = bench.workspace.recorded_by(Some(" Ada\nLund "), NaiveTime::from_hms_opt(9, 5, 0));
    planner_actions::save_claim(&ada, 2025, "Larkmoor retired 790000 I-TECs for 2025.").await.expect("kept");
    let lot = planner_actions::lots(&ada, &Default::default()).await.expect("lots").lots.remove(0).lot_id;
    let fact = [("project".to_owned(), "Harbour".to_owned())].into_iter().collect();
    let change = planner_actions::views::certificates::AdjustmentRequest {
        lot_id: lot.clone(),
        facts: fact,
        because: "a slip".into(),
        on: None,
    };
    planner_actions::adjust_lot(&ada, &change).await.expect("corrected");
    let imports = planner_actions::imports(&ada, None).await.expect("imports");
    let import = imports.into_iter().find(|one| one.kind == "procurement").expect("an import").import_id;
    let ben = bench.workspace.recorded_by(Some("Ben"), None);
    planner_actions::undo_import(&ben, &import).await.expect("undone");

    let find = async |query: HistoryQuery| {
        let query = HistoryQuery { limit: 500, ..query };
        planner_actions::history_page(&bench.workspace, &query).await.expect("a history")
    };
    let by_ada = find(HistoryQuery { by: Some("Ada Lund".into()), ..HistoryQuery::default() }).await;
    assert_eq!((by_ada.total, by_ada.events.len()), (2, 2));
    assert_eq!(by_ada.persons, ["Ada Lund", "Ben"]);
    assert_eq!(by_ada.events[0].recorded_at.as_deref(), Some("09:05:00"));
    assert_eq!(by_ada.events[0].lot_ids, std::slice::from_ref(&lot));
    let of_lot = find(HistoryQuery { search: Some(lot.to_lowercase()), ..HistoryQuery::default() }).await;
    assert!(of_lot.total >= 2 && of_lot.events.iter().any(|event| event.kind == "adjusted"));
    let claims =
        find(HistoryQuery { sort: Some("reports".into()), year: Some(2025), ..HistoryQuery::default() })
            .await;
    assert_eq!(claims.events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>(), ["claim_edited"]);
    let imports = find(HistoryQuery { sort: Some("imports".into()), ..HistoryQuery::default() }).await;
    let undone: Vec<_> = imports.events.iter().filter(|event| event.is_undone).collect();
    assert!(!undone.is_empty() && undone.iter().all(|event| event.import_id.as_ref() == Some(&import)));
    assert_eq!((imports.events[0].kind.as_str(), imports.events[0].by.as_deref()), ("undone", Some("Ben")));
    let page = find(HistoryQuery { offset: 1, by: Some("Ada Lund".into()), ..HistoryQuery::default() }).await;
    assert_eq!((page.total, page.events.len()), (2, 1));
    let found = planner_actions::verify(&bench.workspace).await.expect("a check");
    assert!(found.ok, "{:?}", found.problems);
}

#[tokio::test]
async fn a_copy_is_a_workspace_of_its_own() {
    let bench = Bench::sample().await;
    let out = bench.folder.path().join("copy.itec");
    planner_actions::save_copy(&bench.workspace, &out).await.expect("written");
    planner_actions::save_copy(&bench.workspace, &out).await.expect_err("it is there already");
    planner_actions::save_copy(&bench.workspace, bench.workspace.path())
        .await
        .expect_err("it is the workspace");
    let reader = Program::new(crate::support::program("itec"));
    let copy = Workspace::open_or_create(&out, bench.workspace.today(), reader).await.expect("a workspace");
    let head = async |workspace: &Workspace| {
        planner_actions::history(workspace, 0, 1).await.expect("a history").chain_head
    };
    assert_eq!(head(&copy).await, head(&bench.workspace).await);
    assert!(planner_actions::verify(&copy).await.expect("a check").ok);
    copy.close().await;
}
