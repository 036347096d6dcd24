//! Rows of an order list into orders. A row that no order can be made of is rejected with the reason.

use crate::ActionError;
use crate::orders::requested;
use crate::views::orders::OrderRequest;
use chrono::NaiveDate;
use planner_core::order::Order;
use planner_sheets::record::OrderRow;
use planner_store::{Connection, orders};

/// Orders that stand, and those of the rows so far.
pub(super) struct Orders {
    all: Vec<Order>,
    stood: usize,
}

impl Orders {
    pub(super) async fn load(connection: &mut Connection) -> Result<Self, ActionError> {
        let all = orders::all(connection).await?;
        Ok(Self { stood: all.len(), all })
    }

    /// Takes a row as an order, unless one of its number, vintage and class stands already: a later list has the same
    /// orders again, and nothing is ordered twice by it.
    pub(super) fn apply(&mut self, row: OrderRow, today: NaiveDate) -> Result<Order, ActionError> {
        let order = requested(&request(row), &self.all, today)?;
        let number = order.order_number.as_deref();
        let is_same = |other: &&Order| {
            number.is_some_and(|number| other.is_numbered(number))
                && other.class == order.class
                && other.vintages == order.vintages
        };
        if let Some(other) = self.all[..self.stood].iter().find(is_same) {
            let message = format!(
                "Order {} of {} stands already as {}. Record its deliveries or cancel its rest there.",
                number.unwrap_or_default(),
                other.seller,
                other.id
            );
            return Err(ActionError::new("order_exists", message));
        }
        self.all.push(order.clone());
        Ok(order)
    }
}

fn request(row: OrderRow) -> OrderRequest {
    OrderRequest {
        seller: row.seller,
        class: row.class,
        registry: row.registry,
        vintage_from: row.vintages.0,
        vintage_to: Some(row.vintages.1),
        quantity: row.quantity,
        unit_price: row.unit_price.map(|price| price.to_string()),
        currency: row.currency.filter(|_| row.unit_price.is_some()),
        order_number: row.order_number,
        entity: row.entity,
        ordered_on: row.ordered_on.map(|day| day.to_string()),
        expected_on: row.expected_on.map(|day| day.to_string()),
        scenario: None,
        plan_year: None,
    }
}
