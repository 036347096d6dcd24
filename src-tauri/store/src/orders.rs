//! Certificates ordered before they have serials, and the lots they became.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::order::{Cancelled, Delivery, Order, OrderDocument};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// All orders, in the order in which they were placed.
pub async fn all(connection: &mut Connection) -> Result<Vec<Order>, StoreError> {
    let rows = sqlx::query(
        "SELECT order_id, lot_id, quantity, delivered_on FROM order_delivery ORDER BY delivered_on, lot_id",
    );
    let mut deliveries: BTreeMap<String, Vec<Delivery>> = BTreeMap::new();
    for row in rows.fetch_all(&mut *connection).await? {
        let delivery = Delivery {
            lot_id: row.text("lot_id")?,
            quantity: row.integer("quantity")?,
            delivered_on: row.date("delivered_on")?,
        };
        deliveries.entry(row.text("order_id")?).or_default().push(delivery);
    }
    let mut documents = documents(connection).await?;
    let rows = sqlx::query("SELECT * FROM certificate_order ORDER BY number").fetch_all(connection).await?;
    rows.iter().map(|row| order(row, &mut deliveries, &mut documents)).collect()
}

fn order(
    row: &SqliteRow,
    deliveries: &mut BTreeMap<String, Vec<Delivery>>,
    documents: &mut BTreeMap<String, Vec<OrderDocument>>,
) -> Result<Order, StoreError> {
    let id = row.text("id")?;
    let cancelled = match row.optional_date("cancelled_on")? {
        Some(on) => Some(Cancelled {
            quantity: row.integer("cancelled")?,
            on,
            because: row.optional_text("cancelled_because")?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(Order {
        seller: row.text("seller")?,
        class: row.text("class")?,
        registry: row.optional_text("registry")?,
        vintages: (row.year("vintage_from")?, row.year("vintage_to")?),
        quantity: row.integer("quantity")?,
        price: row.decimal("unit_price")?.zip(row.optional_text("currency")?),
        order_number: row.optional_text("order_number")?,
        entity: row.optional_text("entity")?,
        ordered_on: row.date("ordered_on")?,
        expected_on: row.optional_date("expected_on")?,
        plan_line: row.optional_text("scenario")?.zip(row.optional_year("plan_year")?),
        deliveries: deliveries.remove(&id).unwrap_or_default(),
        documents: documents.remove(&id).unwrap_or_default(),
        cancelled,
        id,
    })
}

/// The orders that came with an import.
pub async fn of_import(connection: &mut Connection, number: i64) -> Result<Vec<Order>, StoreError> {
    let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM certificate_order WHERE import_number = ?1")
        .bind(number)
        .fetch_all(&mut *connection)
        .await?;
    Ok(all(connection).await?.into_iter().filter(|order| ids.contains(&order.id)).collect())
}

/// Keeps that a document belongs to an order; whether it did not before.
pub async fn add_document(
    connection: &mut Connection,
    order_id: &str,
    document: &OrderDocument,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO order_document (order_id, sha256, file_name, size, attached_on) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO NOTHING",
    )
    .bind(order_id)
    .bind(&document.sha256)
    .bind(&document.file_name)
    .bind(document.size)
    .bind(document.attached_on.to_string())
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

async fn documents(connection: &mut Connection) -> Result<BTreeMap<String, Vec<OrderDocument>>, StoreError> {
    let rows =
        sqlx::query("SELECT * FROM order_document ORDER BY attached_on, file_name").fetch_all(connection);
    let mut documents: BTreeMap<String, Vec<OrderDocument>> = BTreeMap::new();
    for row in rows.await? {
        let document = OrderDocument {
            sha256: row.text("sha256")?,
            file_name: row.text("file_name")?,
            size: row.integer("size")?,
            attached_on: row.date("attached_on")?,
        };
        documents.entry(row.text("order_id")?).or_default().push(document);
    }
    Ok(documents)
}

/// Keeps a new order, with the import it came from.
pub async fn add(connection: &mut Connection, order: &Order, import: Option<i64>) -> Result<(), StoreError> {
    let (price, currency) = order.price.clone().unzip();
    let (scenario, plan_year) = order.plan_line.clone().unzip();
    sqlx::query(
        "INSERT INTO certificate_order (id, seller, class, registry, vintage_from, vintage_to, quantity, unit_price,
             currency, order_number, entity, ordered_on, expected_on, scenario, plan_year, import_number)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )
    .bind(&order.id)
    .bind(&order.seller)
    .bind(&order.class)
    .bind(&order.registry)
    .bind(order.vintages.0)
    .bind(order.vintages.1)
    .bind(order.quantity)
    .bind(stored(price))
    .bind(currency)
    .bind(&order.order_number)
    .bind(&order.entity)
    .bind(order.ordered_on.to_string())
    .bind(stored(order.expected_on))
    .bind(scenario)
    .bind(plan_year)
    .bind(import)
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps that units of an order became a lot.
pub async fn deliver(
    connection: &mut Connection,
    order_id: &str,
    delivery: &Delivery,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO order_delivery (order_id, lot_id, quantity, delivered_on) VALUES (?1, ?2, ?3, ?4)",
    )
    .bind(order_id)
    .bind(&delivery.lot_id)
    .bind(delivery.quantity)
    .bind(delivery.delivered_on.to_string())
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps that the rest of an order is cancelled.
pub async fn cancel(
    connection: &mut Connection,
    order_id: &str,
    cancelled: &Cancelled,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE certificate_order SET cancelled = ?2, cancelled_on = ?3, cancelled_because = ?4 WHERE id = ?1")
        .bind(order_id)
        .bind(cancelled.quantity)
        .bind(cancelled.on.to_string())
        .bind(&cancelled.because)
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps another day on which an order is expected.
pub async fn expect(
    connection: &mut Connection,
    order_id: &str,
    expected_on: Option<NaiveDate>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE certificate_order SET expected_on = ?2 WHERE id = ?1")
        .bind(order_id)
        .bind(stored(expected_on))
        .execute(connection)
        .await?;
    Ok(())
}
