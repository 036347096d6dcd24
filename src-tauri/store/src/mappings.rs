//! How files were read: remembered mappings, each change of one a new version.

use crate::values::Values;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::raw::RawRow;
use sqlx::sqlite::SqliteRow;

/// A mapping as it is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredMapping {
    /// Its number in this file; 0 before it is saved.
    pub number: i64,
    /// procurement, dispositions, certificates or catalogue.
    pub kind: String,
    /// What its header is known by.
    pub header_fingerprint: String,
    /// The supplier whose files it is for; empty for anyone's.
    pub supplier: String,
    /// 1, 2, 3 …
    pub version: i64,
    /// The day.
    pub saved_on: NaiveDate,
    /// The file it was last saved from.
    pub file_name: String,
    /// Its header texts, in order.
    pub headers: Vec<String>,
    /// Unit of masses that state none.
    pub mass_unit: Option<String>,
    /// How ambiguous dates are read.
    pub date_order: Option<String>,
    /// How ambiguous numbers are read.
    pub decimal_separator: Option<String>,
    /// Field and header.
    pub columns: Vec<(String, String)>,
    /// Field, word, and what it means.
    pub values: Vec<(String, String, String)>,
    /// Corrections that are offered again.
    pub fixes: Vec<StoredFix>,
}

/// A correction of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredFix {
    /// Header of its column.
    pub column: String,
    /// What stood there.
    pub seen: String,
    /// What is read instead.
    pub becomes: String,
    /// Why.
    pub because: String,
}

/// The latest version of every mapping, of one kind or of all, the newest first.
pub async fn latest(
    connection: &mut Connection,
    kind: Option<&str>,
) -> Result<Vec<StoredMapping>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM mapping AS one
         WHERE (?1 IS NULL OR kind = ?1) AND version = (
             SELECT max(version) FROM mapping AS other WHERE other.kind = one.kind
                 AND other.header_fingerprint = one.header_fingerprint AND other.supplier = one.supplier)
         ORDER BY number DESC",
    )
    .bind(kind)
    .fetch_all(&mut *connection)
    .await?;
    let mut mappings = Vec::with_capacity(rows.len());
    for row in &rows {
        mappings.push(whole(connection, row).await?);
    }
    Ok(mappings)
}

/// The mapping of this number.
pub async fn find(connection: &mut Connection, number: i64) -> Result<Option<StoredMapping>, StoreError> {
    let row = sqlx::query("SELECT * FROM mapping WHERE number = ?1").bind(number);
    match row.fetch_optional(&mut *connection).await? {
        Some(row) => whole(connection, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(connection: &mut Connection, row: &SqliteRow) -> Result<StoredMapping, StoreError> {
    let number = row.integer("number")?;
    let columns =
        sqlx::query("SELECT field, header FROM mapping_column WHERE mapping_number = ?1 ORDER BY field");
    let columns = columns.bind(number).fetch_all(&mut *connection).await?;
    let values = sqlx::query(
        "SELECT field, seen, means FROM mapping_value WHERE mapping_number = ?1 ORDER BY field, seen",
    );
    let values = values.bind(number).fetch_all(&mut *connection).await?;
    let fixes = sqlx::query(
        "SELECT column_header, seen, becomes, because FROM mapping_fix WHERE mapping_number = ?1 ORDER BY position",
    );
    let fixes = fixes.bind(number).fetch_all(&mut *connection).await?;
    Ok(StoredMapping {
        number,
        kind: row.text("kind")?,
        header_fingerprint: row.text("header_fingerprint")?,
        supplier: row.text("supplier")?,
        version: row.integer("version")?,
        saved_on: row.date("saved_on")?,
        file_name: row.text("file_name")?,
        headers: RawRow::from_text(row.text("headers")?).cells().map(str::to_owned).collect(),
        mass_unit: row.optional_text("mass_unit")?,
        date_order: row.optional_text("date_order")?,
        decimal_separator: row.optional_text("decimal_separator")?,
        columns: columns
            .iter()
            .map(|row| Ok((row.text("field")?, row.text("header")?)))
            .collect::<Result<_, StoreError>>()?,
        values: values
            .iter()
            .map(|row| Ok((row.text("field")?, row.text("seen")?, row.text("means")?)))
            .collect::<Result<_, StoreError>>()?,
        fixes: fixes.iter().map(fix).collect::<Result<_, StoreError>>()?,
    })
}

pub(crate) fn fix(row: &SqliteRow) -> Result<StoredFix, StoreError> {
    Ok(StoredFix {
        column: row.text("column_header")?,
        seen: row.text("seen")?,
        becomes: row.text("becomes")?,
        because: row.text("because")?,
    })
}

/// Forgets what an import taught that no other import of its files stands for.
pub(crate) async fn forget(connection: &mut Connection, import_number: i64) -> Result<(), StoreError> {
    const TAUGHT: &str = "SELECT mapping.number FROM mapping JOIN import ON import.number = ?1
        AND import.kind = mapping.kind AND import.file_name = mapping.file_name AND import.imported_on = mapping.saved_on
        WHERE NOT EXISTS (SELECT 1 FROM import AS other WHERE other.number <> ?1 AND other.undone_on IS NULL
            AND other.kind = mapping.kind AND other.file_name = mapping.file_name)";
    for (table, column) in [
        ("mapping_column", "mapping_number"),
        ("mapping_value", "mapping_number"),
        ("mapping_fix", "mapping_number"),
        ("mapping", "number"),
    ] {
        let delete = sqlx::AssertSqlSafe(format!("DELETE FROM {table} WHERE {column} IN ({TAUGHT})"));
        sqlx::query(delete).bind(import_number).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Saves a mapping as the next version of its header and supplier, and says its number.
pub async fn add(connection: &mut Connection, mapping: &StoredMapping) -> Result<i64, StoreError> {
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO mapping (kind, header_fingerprint, supplier, version, saved_on, file_name, headers, mass_unit,
             date_order, decimal_separator)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(version), 0) + 1 FROM mapping
             WHERE kind = ?1 AND header_fingerprint = ?2 AND supplier = ?3), ?4, ?5, ?6, ?7, ?8, ?9)
         RETURNING number",
    )
    .bind(&mapping.kind)
    .bind(&mapping.header_fingerprint)
    .bind(&mapping.supplier)
    .bind(mapping.saved_on.to_string())
    .bind(&mapping.file_name)
    .bind(RawRow::from_cells(&mapping.headers).text().to_owned())
    .bind(&mapping.mass_unit)
    .bind(&mapping.date_order)
    .bind(&mapping.decimal_separator)
    .fetch_one(&mut *connection)
    .await?;
    for (field, header) in &mapping.columns {
        sqlx::query("INSERT INTO mapping_column (mapping_number, field, header) VALUES (?1, ?2, ?3)")
            .bind(number)
            .bind(field)
            .bind(header)
            .execute(&mut *connection)
            .await?;
    }
    for (field, seen, means) in &mapping.values {
        sqlx::query("INSERT INTO mapping_value (mapping_number, field, seen, means) VALUES (?1, ?2, ?3, ?4)")
            .bind(number)
            .bind(field)
            .bind(seen)
            .bind(means)
            .execute(&mut *connection)
            .await?;
    }
    for (position, fix) in (0_i64..).zip(&mapping.fixes) {
        add_fix(connection, ADD_MAPPING_FIX, number, position, fix).await?;
    }
    Ok(number)
}

/// Records corrections that an import applied: the row, and the correction.
pub async fn add_import_fixes(
    connection: &mut Connection,
    import_number: i64,
    fixes: &[(u32, StoredFix)],
) -> Result<(), StoreError> {
    for (row, fix) in fixes {
        add_fix(connection, ADD_IMPORT_FIX, import_number, (*row).into(), fix).await?;
    }
    Ok(())
}

const ADD_MAPPING_FIX: &str =
    "INSERT INTO mapping_fix (mapping_number, position, column_header, seen, becomes, because)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ADD_IMPORT_FIX: &str =
    "INSERT INTO import_fix (import_number, row, column_header, seen, becomes, because)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Writes a correction: whose it is by number, and its place there.
async fn add_fix(
    connection: &mut Connection,
    insert: &'static str,
    number: i64,
    place: i64,
    fix: &StoredFix,
) -> Result<(), StoreError> {
    let insert = sqlx::query(insert).bind(number).bind(place).bind(&fix.column);
    insert.bind(&fix.seen).bind(&fix.becomes).bind(&fix.because).execute(connection).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn each_change_is_a_version_and_the_latest_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open_or_create(&folder.path().join("a.itec"), NaiveDate::MIN).await.expect("made");
        let mut write = store.write().await.expect("the right to write");
        let mut mapping = StoredMapping {
            kind: "procurement".into(),
            header_fingerprint: "abc".into(),
            saved_on: NaiveDate::from_ymd_opt(2026, 6, 12).expect("a day"),
            file_name: "orders.csv".into(),
            headers: vec!["Teil".into(), String::new(), "Menge".into()],
            columns: vec![("item".into(), "Teil".into()), ("quantity".into(), "Menge".into())],
            values: vec![("condition".into(), String::new(), "new".into())],
            fixes: vec![StoredFix {
                column: "Menge".into(),
                seen: "4,5".into(),
                becomes: "4".into(),
                because: "half".into(),
            }],
            ..Default::default()
        };
        let first = add(&mut write, &mapping).await.expect("saved");
        mapping.mass_unit = Some("lb".into());
        let second = add(&mut write, &mapping).await.expect("saved");
        assert_ne!(first, second);
        let found = latest(&mut write, Some("procurement")).await.expect("found");
        assert_eq!(found, [StoredMapping { number: second, version: 2, ..mapping }]);
        assert_eq!(latest(&mut write, Some("catalogue")).await.expect("none"), []);
        assert_eq!(find(&mut write, first).await.expect("found").map(|one| one.version), Some(1));
    }
}
