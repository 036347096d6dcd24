//! Imported lines by the purchase order that they name, beside which an invoice of certificates is looked for.

use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::ledger::order::OrderLine;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// Imported lines of every purchase order.
pub async fn counts(connection: &mut Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows = sqlx::query(
        "SELECT text, count(*) AS lines FROM line JOIN word ON word.id = order_number_id GROUP BY text",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((row.text("text")?, row.integer("lines")?))).collect()
}

/// Imported order lines of these suppliers, written in whatever case; several alike stand once.
pub async fn of_suppliers(
    connection: &mut Connection,
    suppliers: &[String],
) -> Result<Vec<OrderLine>, StoreError> {
    let mut query = QueryBuilder::new(
        "SELECT DISTINCT order_number.text AS order_number, supplier.text AS supplier, item.text AS item, quantity
         FROM line JOIN word AS order_number ON order_number.id = order_number_id
         JOIN word AS supplier ON supplier.id = supplier_id LEFT JOIN word AS item ON item.id = item_id
         WHERE supplier_id IN (SELECT id FROM word WHERE lower(trim(text)) IN (",
    );
    let mut list = query.separated(", ");
    suppliers.iter().for_each(|supplier| {
        list.push_bind(supplier.trim().to_ascii_lowercase());
    });
    let rows = query.push(")) ORDER BY 1, 2, 3, 4").build().fetch_all(connection).await?;
    let line = |row: &SqliteRow| {
        Ok(OrderLine {
            order_number: row.text("order_number")?,
            supplier: row.text("supplier")?,
            item: row.optional_text("item")?,
            quantity: row.integer("quantity")?,
        })
    };
    rows.iter().map(line).collect()
}
