//! Bytes of a page are changed: every row stands there as it was written, and some are not found by their number.

use super::sqlite::{hold, run, text};
use crate::ledger::process::itec;
use sqlx::Connection;
use std::path::Path;

/// Where the table of lines begins in the file.
async fn start_of_lines(path: &Path) -> usize {
    let mut connection = hold(path).await;
    run(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)").await.expect("written back");
    let start = "SELECT CAST((rootpage - 1) * page_size AS TEXT) FROM sqlite_schema, pragma_page_size WHERE name = 'line'";
    let start = text(&mut connection, start).await.expect("a page");
    connection.close().await.expect("closed");
    start.parse().expect("a number")
}

#[tokio::test]
async fn lines_that_their_number_no_longer_finds_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, file) = (folder.path().join("a.itec"), folder.path().join("a.csv"));
    let rows: String = (0..3_000).map(|row| format!("Laptop {row},1,1.5,2025-03-01\n")).collect();
    std::fs::write(&file, format!("Item,Quantity,Unit weight (kg),Date\n{rows}")).expect("written");
    let file = file.to_str().expect("a path");
    for words in [&["import", "procurement", file, "--year", "2025"][..], &["verify"]] {
        let output = itec(&path, words).output().expect("itec");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    let page = start_of_lines(&path).await;
    let mut bytes = std::fs::read(&path).expect("the file");
    assert_eq!(bytes[page], 5, "the lines fill no more than one page");
    // An inner page: a header of twelve bytes, and two for the place of each cell. A cell is the page of the lower numbers
    // in four bytes and the last of these numbers, here in two of seven bits each (SQLite's file format, section 1.6).
    let count = usize::from(u16::from_be_bytes([bytes[page + 3], bytes[page + 4]]));
    let cell = |at: usize| {
        page + usize::from(u16::from_be_bytes([bytes[page + 12 + 2 * at], bytes[page + 13 + 2 * at]]))
    };
    let last = (0..count)
        .map(|at| cell(at) + 5)
        .find(|last| bytes[last - 1] >= 0x80 && (5..0x80).contains(&bytes[*last]));
    bytes[last.expect("a cell")] -= 5;
    std::fs::write(&path, bytes).expect("written");

    let output = itec(&path, &["verify"]).output().expect("itec");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("out of order"), "{said}");
}
