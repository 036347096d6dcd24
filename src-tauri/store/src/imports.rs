//! Imports: which file, which columns, what became of each row.

mod undo;

use crate::bulk::{Bound, Statement};
use crate::values::Values;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};
pub use undo::undo;

/// An import as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its number in this file.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// procurement, dispositions, certificates or catalogue.
    pub kind: String,
    /// Name of the file.
    pub file_name: String,
    /// Hash of its content.
    pub file_sha256: String,
    /// The sheet.
    pub sheet: String,
    /// 1-based row of the header.
    pub header_row: u32,
    /// Hash of the plan that was previewed and applied.
    pub plan_hash: String,
    /// The day.
    pub imported_on: NaiveDate,
    /// Its sums.
    pub sums: ImportSums,
    /// The day on which it was taken back.
    pub undone_on: Option<NaiveDate>,
}

/// Sums of an import: read = imported + skipped + rejected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportSums {
    /// Rows below the header.
    pub rows_read: i64,
    /// Rows that became lines.
    pub rows_imported: i64,
    /// Rows that are no lines.
    pub rows_skipped: i64,
    /// Rows refused.
    pub rows_rejected: i64,
    /// Units.
    pub quantity: i64,
    /// Mass of the imported lines in scope.
    pub mass: Mass,
    /// The new mass among it.
    pub mass_new: Mass,
    /// Mass of rejected rows and lines out of scope.
    pub mass_excluded: Mass,
}

/// A column of the sheet: its header, and the field it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportColumn {
    /// Header text.
    pub header: String,
    /// Field name.
    pub field: Option<String>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// It was imported; the reason names what it became.
    Imported,
    /// It is no line.
    Skipped,
    /// It was refused.
    Rejected,
}

impl RowFate {
    fn word(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Skipped => "skipped",
            Self::Rejected => "rejected",
        }
    }
}

/// A row that no table of lines keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRow {
    /// 1-based row.
    pub row: u32,
    /// What became of it.
    pub fate: RowFate,
    /// Why, or what it became.
    pub reason: String,
    /// Its cells.
    pub raw: RawRow,
}

/// A finding at one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredIssue {
    /// 1-based row.
    pub row: u32,
    /// Header of the column.
    pub column: Option<String>,
    /// Code word.
    pub code: String,
    /// informs, warns or rejects.
    pub severity: String,
    /// What stands there.
    pub seen: String,
    /// What would be right.
    pub expected: String,
}

/// Marks how far a transaction is.
pub async fn mark(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("SAVEPOINT import").execute(connection).await?;
    Ok(())
}

/// Takes back what was written since the last mark, which stays.
pub async fn back_to_mark(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("ROLLBACK TO import").execute(connection).await?;
    Ok(())
}

/// Records an import with its columns, still without sums, and says its number.
pub async fn begin(
    connection: &mut Connection,
    import: &Import,
    columns: &[ImportColumn],
) -> Result<i64, StoreError> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO import (id, kind, file_name, file_sha256, sheet, header_row, plan_hash, imported_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING number",
    )
    .bind(&import.id)
    .bind(&import.kind)
    .bind(&import.file_name)
    .bind(&import.file_sha256)
    .bind(&import.sheet)
    .bind(import.header_row)
    .bind(&import.plan_hash)
    .bind(import.imported_on.to_string())
    .fetch_one(&mut *connection)
    .await?;
    for (position, column) in (0_i64..).zip(columns) {
        sqlx::query(
            "INSERT INTO import_column (import_number, position, header, field) VALUES (?1, ?2, ?3, ?4)",
        )
        .bind(number)
        .bind(position)
        .bind(&column.header)
        .bind(&column.field)
        .execute(&mut *connection)
        .await?;
    }
    Ok(number)
}

/// Records the sums of an import, and the hash of what it came to, once all its rows are written.
pub async fn finish(
    connection: &mut Connection,
    number: i64,
    sums: ImportSums,
    plan_hash: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE import SET rows_read = ?2, rows_imported = ?3, rows_skipped = ?4, rows_rejected = ?5,
             quantity = ?6, mass_mg = ?7, mass_new_mg = ?8, mass_excluded_mg = ?9, plan_hash = ?10 WHERE number = ?1",
    )
    .bind(number)
    .bind(sums.rows_read)
    .bind(sums.rows_imported)
    .bind(sums.rows_skipped)
    .bind(sums.rows_rejected)
    .bind(sums.quantity)
    .bind(sums.mass.milligrams())
    .bind(sums.mass_new.milligrams())
    .bind(sums.mass_excluded.milligrams())
    .bind(plan_hash)
    .execute(connection)
    .await?;
    Ok(())
}

/// Records rows that no table of lines keeps; one that is refused for several of its devices is kept once.
pub async fn add_rows(connection: &mut Connection, number: i64, rows: &[KeptRow]) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut handle = connection.lock_handle().await?;
    let [mut add] = Statement::prepare(
        &mut handle,
        [
            "INSERT OR IGNORE INTO import_row (import_number, row, outcome, reason, raw) VALUES (?1, ?2, ?3, ?4, ?5)",
        ],
    )?;
    rows.iter().try_for_each(|row| {
        let values = [
            Bound::Integer(number),
            Bound::Integer(row.row.into()),
            Bound::Text(row.fate.word()),
            Bound::Text(&row.reason),
            Bound::Text(row.raw.text()),
        ];
        add.run(&values).map(drop)
    })
}

/// Records findings; `first` is the position of the first of them.
pub async fn add_issues(
    connection: &mut Connection,
    number: i64,
    first: i64,
    issues: &[StoredIssue],
) -> Result<(), StoreError> {
    if issues.is_empty() {
        return Ok(());
    }
    let mut handle = connection.lock_handle().await?;
    let [mut add] = Statement::prepare(
        &mut handle,
        ["INSERT INTO import_issue (import_number, position, row, column_header, code, severity, seen, expected)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"],
    )?;
    (first..).zip(issues).try_for_each(|(position, issue)| {
        let values = [
            Bound::Integer(number),
            Bound::Integer(position),
            Bound::Integer(issue.row.into()),
            issue.column.as_deref().into(),
            Bound::Text(&issue.code),
            Bound::Text(&issue.severity),
            Bound::Text(&issue.seen),
            Bound::Text(&issue.expected),
        ];
        add.run(&values).map(drop)
    })
}

/// How many cells of each import were computed, by its number.
pub async fn computed_counts(connection: &mut Connection) -> Result<BTreeMap<i64, i64>, StoreError> {
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT import_number, COUNT(*) FROM import_issue WHERE code = 'formula_computed' GROUP BY import_number",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().collect())
}

/// All imports, newest first.
pub async fn all(connection: &mut Connection) -> Result<Vec<Import>, StoreError> {
    let rows = sqlx::query("SELECT * FROM import ORDER BY number DESC").fetch_all(connection).await?;
    rows.iter().map(from_row).collect()
}

/// Hashes of the files that were imported and not taken back.
pub async fn standing_files(connection: &mut Connection) -> Result<BTreeSet<String>, StoreError> {
    let hashes: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT file_sha256 FROM import WHERE undone_on IS NULL")
            .fetch_all(connection)
            .await?;
    Ok(hashes.into_iter().collect())
}

/// The import with this id.
pub async fn find(connection: &mut Connection, id: &str) -> Result<Option<Import>, StoreError> {
    let row = sqlx::query("SELECT * FROM import WHERE id = ?1").bind(id).fetch_optional(connection).await?;
    row.as_ref().map(from_row).transpose()
}

/// Imports that have lines in a reporting year or, for a catalogue or certificates, all of them.
pub async fn of_year(connection: &mut Connection, year: i32) -> Result<Vec<Import>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM import WHERE undone_on IS NULL AND (
             kind IN ('certificates', 'catalogue')
             OR number IN (SELECT import_number FROM line_sum WHERE year = ?1 AND superseded_by = 0)
             OR number IN (SELECT import_number FROM disposition WHERE year = ?1))
         ORDER BY number DESC",
    )
    .bind(year)
    .fetch_all(connection)
    .await?;
    rows.iter().map(from_row).collect()
}

/// The import of this very content that stands, if there is one of this kind and sheet.
pub async fn standing_of_file(
    connection: &mut Connection,
    sha256: &str,
    kind_and_sheet: Option<(&str, &str)>,
) -> Result<Option<Import>, StoreError> {
    let (kind, sheet) = kind_and_sheet.unzip();
    let row = sqlx::query(
        "SELECT * FROM import WHERE file_sha256 = ?1 AND undone_on IS NULL
             AND (?2 IS NULL OR (kind = ?2 AND sheet = ?3)) ORDER BY number DESC LIMIT 1",
    )
    .bind(sha256)
    .bind(kind)
    .bind(sheet)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(from_row).transpose()
}

/// The columns of an import, in the order of the sheet.
pub async fn columns(connection: &mut Connection, number: i64) -> Result<Vec<ImportColumn>, StoreError> {
    let rows =
        sqlx::query("SELECT header, field FROM import_column WHERE import_number = ?1 ORDER BY position")
            .bind(number)
            .fetch_all(connection)
            .await?;
    rows.iter()
        .map(|row| Ok(ImportColumn { header: row.text("header")?, field: row.optional_text("field")? }))
        .collect()
}

/// Reporting years that an import's lines and retired assets belong to, and the lines it replaced.
pub async fn years(connection: &mut Connection, number: i64) -> Result<Vec<i32>, StoreError> {
    let rows = sqlx::query(
        "SELECT year FROM line_sum WHERE superseded_by = ?1 OR (superseded_by = 0 AND import_number = ?1)
         UNION SELECT year FROM disposition WHERE import_number = ?1
         UNION SELECT year FROM superseded_disposition WHERE superseded_by = ?1",
    )
    .bind(number)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| row.year("year")).collect()
}

fn from_row(row: &SqliteRow) -> Result<Import, StoreError> {
    Ok(Import {
        number: row.integer("number")?,
        id: row.text("id")?,
        kind: row.text("kind")?,
        file_name: row.text("file_name")?,
        file_sha256: row.text("file_sha256")?,
        sheet: row.text("sheet")?,
        header_row: u32::try_from(row.integer("header_row")?)
            .map_err(|_| StoreError::damaged("header_row"))?,
        plan_hash: row.text("plan_hash")?,
        imported_on: row.date("imported_on")?,
        sums: ImportSums {
            rows_read: row.integer("rows_read")?,
            rows_imported: row.integer("rows_imported")?,
            rows_skipped: row.integer("rows_skipped")?,
            rows_rejected: row.integer("rows_rejected")?,
            quantity: row.integer("quantity")?,
            mass: row.mass("mass_mg")?,
            mass_new: row.mass("mass_new_mg")?,
            mass_excluded: row.mass("mass_excluded_mg")?,
        },
        undone_on: row.optional_date("undone_on")?,
    })
}
