//! Finding lots, retirements, batches and imports by what a person types.

use crate::values::Values;
use crate::{Connection, StoreError};

/// Something found, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// `lot`, `retirement`, `batch` or `import`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What else helps to know it.
    pub detail: String,
}

/// What has this text in its name, or this serial number among its own; up to `limit` of each kind.
pub async fn find(
    connection: &mut Connection,
    text: &str,
    serial: Option<(&str, i64)>,
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let (prefix, number) = serial.unwrap_or(("", -1));
    let rows = sqlx::query(
        "SELECT * FROM (SELECT 'lot' AS kind, id, registry || ' · ' || prefix || ' ' || serial_start || '–' || serial_end AS detail
             FROM lot WHERE (serial_start <= ?3 AND serial_end >= ?3 AND prefix LIKE ?2 ESCAPE '\\')
                OR id LIKE ?1 ESCAPE '\\' OR prefix LIKE ?1 ESCAPE '\\' OR project LIKE ?1 ESCAPE '\\'
                OR counterparty LIKE ?1 ESCAPE '\\' OR order_number LIKE ?1 ESCAPE '\\'
             ORDER BY serial_start <= ?3 AND serial_end >= ?3 DESC, id LIMIT ?4)
         UNION ALL SELECT * FROM (SELECT 'retirement', id, beneficiary || ', ' || year FROM retirement
             WHERE id LIKE ?1 ESCAPE '\\' OR beneficiary LIKE ?1 ESCAPE '\\' ORDER BY id LIMIT ?4)
         UNION ALL SELECT * FROM (SELECT 'batch', batch, id FROM lot WHERE batch LIKE ?1 ESCAPE '\\' ORDER BY batch, id LIMIT ?4)
         UNION ALL SELECT * FROM (SELECT 'import', id, file_name FROM import
             WHERE undone_on IS NULL AND file_name LIKE ?1 ESCAPE '\\' ORDER BY number DESC LIMIT ?4)",
    )
    .bind(format!("%{escaped}%"))
    .bind(format!("%{}%", prefix.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")))
    .bind(number)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| Ok(Hit { kind: row.text("kind")?, id: row.text("id")?, detail: row.text("detail")? }))
        .collect()
}
