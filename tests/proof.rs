//! What proves the figures of a pack: the documents attached to lots and to retirements.

use crate::disclosure::{cell, export, open, table, worked_example};
use crate::support::workbook;
use calamine::{Data, Range};
use std::path::PathBuf;

/// Rows of a table in which a column holds this.
fn rows_with(table: &Range<Data>, header: &str, value: &str) -> Vec<usize> {
    (1..table.height()).filter(|row| cell(table, *row, header) == value).collect()
}

fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    path
}

#[tokio::test]
async fn documents_of_lots_and_retirements_stand_on_the_evidence_sheet() {
    let bench = worked_example().await;
    let workspace = &bench.workspace;
    let retirement = planner_actions::retirements(workspace).await.expect("retirements")[0].clone();
    let lot = retirement.lines[0].lot_id.clone();
    let letter = file(&bench.folder, "letter.pdf", "the registry says so");
    let verified = file(&bench.folder, "report.pdf", "an auditor says so");
    for (id, path, proves) in [
        (&lot, &letter, "ownership"),
        (&lot, &verified, "verification"),
        (&retirement.retirement_id, &letter, "retirement"),
    ] {
        planner_actions::attach(workspace, id, path, Some(proves)).await.expect("attached");
    }
    let mut book = open(&export(&bench, "evidence.xlsx").await);
    let evidence = table(&mut book, "Evidence", "Evidence id");
    let documents = rows_with(&evidence, "Kind", "document");
    let of = |header: &str| documents.iter().map(|row| cell(&evidence, *row, header)).collect::<Vec<_>>();
    assert_eq!(of("Title"), ["letter.pdf", "report.pdf", "letter.pdf"]);
    assert_eq!(of("Proves"), ["ownership", "verification", "retirement"]);
    let subjects =
        [format!("lot {lot}"), format!("lot {lot}"), format!("retirement {}", retirement.retirement_id)];
    assert_eq!(of("Of"), subjects);
    for (row, path) in documents.iter().zip([&letter, &verified, &letter]) {
        let content = std::fs::read(path).expect("the document");
        assert_eq!(cell(&evidence, *row, "SHA-256"), planner_store::evidence::sha256(&content));
        assert_eq!(cell(&evidence, *row, "Bytes"), content.len().to_string());
        let trace = planner_actions::trace_figure(workspace, &cell(&evidence, *row, "Trace id")).await;
        let trace = trace.expect("a trace");
        assert_eq!((trace.events_total, trace.events[0].kind.as_str()), (1, "attached"));
    }
    let [of_lot, report, of_retirement] = <[String; 3]>::try_from(of("Evidence id")).expect("three ids");
    let lines = table(&mut book, "Retirement lines", "Statement no.");
    let cited = cell(&lines, rows_with(&lines, "Lot", &lot)[0], "Evidence ids");
    assert_eq!(cited, format!("event {}, {of_retirement}, {of_lot}, {report}", retirement.event));
    assert_eq!(rows_with(&evidence, "Kind", "procurement").len(), 1);

    let parts = planner_actions::split_lot(workspace, &lot, retirement.lines[0].serial_start + 1).await;
    let parts = parts.expect("split").lots;
    let mut book = open(&export(&bench, "split.xlsx").await);
    let evidence = table(&mut book, "Evidence", "Evidence id");
    for part in parts {
        let rows = rows_with(&evidence, "Of", &format!("lot {}", part.lot_id));
        let ids: Vec<_> = rows.iter().map(|row| cell(&evidence, *row, "Evidence id")).collect();
        assert_eq!(ids, [of_lot.clone(), report.clone()], "a part of the lot lost its documents");
    }
}
