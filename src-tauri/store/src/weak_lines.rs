//! Lines that a person could weigh better, by device: those without a weight, and those weighed by their class alone.

use crate::values::Values;
use crate::words::lines_in_words;
use crate::{Connection, StoreError, weighings};
use planner_core::mass::Mass;
use planner_core::weighing::Weighing;

/// Lines of a device that are weighed alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakGroup {
    /// What stands in their item column.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass, and its 90 % range.
    pub mass: [Mass; 3],
    /// How they were weighed; nothing where nothing gives them a weight.
    pub weighing: Option<Weighing>,
}

/// Such lines of a year: those without a weight first, then by their mass, the most first.
pub async fn of_year(
    connection: &mut Connection,
    year: i32,
    limit: u32,
) -> Result<Vec<WeakGroup>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT item.text AS item, manufacturer.text AS manufacturer, model.text AS model, category.text AS category,
                weighing_number, count(*) AS lines, sum(quantity) AS quantity, coalesce(sum(mass_mg), 0) AS mid,
                coalesce(sum(mass_low_mg), 0) AS low, coalesce(sum(mass_high_mg), 0) AS high ",
        lines_in_words!(),
        "WHERE year = ?1 AND out_of_scope IS NULL AND (weight_source = 'unresolved' OR (condition IN ('new', 'unknown')
             AND weighing_number IN (SELECT number FROM weighing WHERE tier IN ('default', 'last_resort'))))
         GROUP BY item_id, manufacturer_id, model_id, category_id, weighing_number
         ORDER BY weighing_number IS NOT NULL, sum(mass_mg) DESC, sum(quantity) DESC, item, model LIMIT ?2",
    ))
    .bind(year)
    .bind(limit)
    .fetch_all(&mut *connection)
    .await?;
    let mut groups = Vec::with_capacity(rows.len());
    for row in &rows {
        let weighing = match row.optional_integer("weighing_number")? {
            Some(number) => Some(weighings::find(connection, number).await?.as_ref().clone()),
            None => None,
        };
        groups.push(WeakGroup {
            item: row.optional_text("item")?,
            manufacturer: row.optional_text("manufacturer")?,
            model: row.optional_text("model")?,
            category: row.optional_text("category")?,
            lines: row.integer("lines")?,
            quantity: row.integer("quantity")?,
            mass: [row.mass("low")?, row.mass("mid")?, row.mass("high")?],
            weighing,
        });
    }
    Ok(groups)
}

/// Those without a weight, all of them.
pub async fn unresolved(connection: &mut Connection, year: i32) -> Result<Vec<WeakGroup>, StoreError> {
    let mut groups = of_year(connection, year, u32::MAX).await?;
    groups.retain(|group| group.weighing.is_none());
    Ok(groups)
}
