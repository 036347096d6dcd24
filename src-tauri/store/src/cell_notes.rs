//! What is known of the cells of an import beside what its file says: what a person had them read as, and which were
//! computed.

use crate::mappings::{self, StoredFix};
use crate::values::Values;
use crate::{Connection, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};
use std::collections::BTreeMap;

/// Of the cells of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellNotes {
    /// Corrections that were applied.
    pub fixes: Vec<StoredFix>,
    /// Cells whose value was computed.
    pub computed: Vec<ComputedCell>,
}

/// A cell whose value was computed, because its file holds a formula and no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedCell {
    /// Its column's header; `Header#2` is the second of that name.
    pub column: String,
    /// The formula, as it stands in the file.
    pub formula: String,
}

/// Of these rows of an import, by row; a row of which nothing is known is not among them.
pub async fn of_rows(
    connection: &mut Connection,
    import_number: i64,
    rows: &[i64],
) -> Result<BTreeMap<i64, CellNotes>, StoreError> {
    let mut notes: BTreeMap<i64, CellNotes> = BTreeMap::new();
    for rows in rows.chunks(MOST_ROWS) {
        let fixes =
            "SELECT row, column_header, seen, becomes, because FROM import_fix WHERE import_number = ";
        for found in of(fixes, import_number, rows, " ORDER BY row, column_header")
            .build()
            .fetch_all(&mut *connection)
            .await?
        {
            notes.entry(found.integer("row")?).or_default().fixes.push(mappings::fix(&found)?);
        }
        let computed = "SELECT row, column_header, seen FROM import_issue WHERE code = 'formula_computed' AND import_number = ";
        for found in of(computed, import_number, rows, " ORDER BY position")
            .build()
            .fetch_all(&mut *connection)
            .await?
        {
            notes.entry(found.integer("row")?).or_default().computed.push(computed_cell(&found)?);
        }
    }
    Ok(notes)
}

/// Rows that are asked for in one question.
const MOST_ROWS: usize = 1_000;

fn of(select: &str, import_number: i64, rows: &[i64], order: &str) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(select);
    query.push_bind(import_number).push(" AND row IN (");
    let mut among = query.separated(", ");
    for row in rows {
        among.push_bind(*row);
    }
    query.push(")").push(order);
    query
}

fn computed_cell(row: &SqliteRow) -> Result<ComputedCell, StoreError> {
    Ok(ComputedCell {
        column: row.optional_text("column_header")?.unwrap_or_default(),
        formula: row.text("seen")?,
    })
}
