//! Procurement lines: written in batches, and weighed anew when the catalogue changes.

use crate::values::{Values, join_cells, stored};
use crate::words::Words;
use crate::{Connection, StoreError};
use planner_core::line::{Line, LineMass, StatedMass};
use planner_core::weight::WeightSource;
use sqlx::QueryBuilder;

/// Lines bound in one statement: 34 values each stay below SQLite's limit of 32,766.
const BATCH: usize = 500;

/// A line with its row in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// 1-based row.
    pub row: u32,
    /// The row's cells as they stood.
    pub raw: Vec<String>,
    /// The line.
    pub line: Line,
}

/// Writes the lines of one import.
#[derive(Debug)]
pub struct LineWriter {
    import_number: i64,
    words: Words,
}

/// Ids of a line's shared words.
struct WordIds {
    item: Option<i64>,
    manufacturer: Option<i64>,
    model: Option<i64>,
    category: Option<i64>,
    order_number: Option<i64>,
    supplier: Option<i64>,
    currency: Option<i64>,
    entity: Option<i64>,
    country: Option<i64>,
    cost_centre: Option<i64>,
}

impl LineWriter {
    /// A writer for the lines of this import.
    pub fn new(import_number: i64) -> Self {
        Self { import_number, words: Words::default() }
    }

    /// Writes lines.
    pub async fn write(
        &mut self,
        connection: &mut Connection,
        lines: &[SheetLine],
    ) -> Result<(), StoreError> {
        for batch in lines.chunks(BATCH) {
            let mut ids = Vec::with_capacity(batch.len());
            for line in batch {
                ids.push(self.word_ids(connection, &line.line).await?);
            }
            self.insert(connection, batch, &ids).await?;
        }
        Ok(())
    }

    async fn word_ids(&mut self, connection: &mut Connection, line: &Line) -> Result<WordIds, StoreError> {
        let words = &mut self.words;
        Ok(WordIds {
            item: words.id(connection, line.item.as_deref()).await?,
            manufacturer: words.id(connection, line.manufacturer.as_deref()).await?,
            model: words.id(connection, line.model.as_deref()).await?,
            category: words.id(connection, line.category.as_deref()).await?,
            order_number: words.id(connection, line.order_number.as_deref()).await?,
            supplier: words.id(connection, line.supplier.as_deref()).await?,
            currency: words.id(connection, line.currency.as_deref()).await?,
            entity: words.id(connection, line.entity.as_deref()).await?,
            country: words.id(connection, line.country.as_deref()).await?,
            cost_centre: words.id(connection, line.cost_centre.as_deref()).await?,
        })
    }

    async fn insert(
        &self,
        connection: &mut Connection,
        lines: &[SheetLine],
        ids: &[WordIds],
    ) -> Result<(), StoreError> {
        let mut insert = QueryBuilder::new(
            "INSERT INTO line (import_number, row, raw, year, year_assumed, date, item_id, manufacturer_id, model_id,
                 category_id, condition, out_of_scope, quantity, stated_unit_kg, stated_total_kg, unit_mass_kg,
                 mass_mg, mass_low_mg, mass_high_mg, weight_source, total_differs, order_number_id, line_number,
                 supplier_id, serial_number, unit_price, currency_id, entity_id, country_id, cost_centre_id,
                 scope3_category) ",
        );
        insert.push_values(lines.iter().zip(ids), |mut values, (sheet_line, ids)| {
            let line = &sheet_line.line;
            values
                .push_bind(self.import_number)
                .push_bind(sheet_line.row)
                .push_bind(join_cells(&sheet_line.raw))
                .push_bind(line.year)
                .push_bind(line.year_assumed)
                .push_bind(stored(line.date))
                .push_bind(ids.item)
                .push_bind(ids.manufacturer)
                .push_bind(ids.model)
                .push_bind(ids.category)
                .push_bind(line.condition.word())
                .push_bind(line.out_of_scope.clone())
                .push_bind(line.quantity)
                .push_bind(stored(line.stated.unit_kg))
                .push_bind(stored(line.stated.total_kg))
                .push_bind(stored(line.mass.unit_kg))
                .push_bind(line.mass.mid.map(|mass| mass.milligrams()))
                .push_bind(line.mass.low.map(|mass| mass.milligrams()))
                .push_bind(line.mass.high.map(|mass| mass.milligrams()))
                .push_bind(line.mass.source.word())
                .push_bind(line.mass.total_differs)
                .push_bind(ids.order_number)
                .push_bind(line.line_number.clone())
                .push_bind(ids.supplier)
                .push_bind(line.serial_number.clone())
                .push_bind(stored(line.unit_price))
                .push_bind(ids.currency)
                .push_bind(ids.entity)
                .push_bind(ids.country)
                .push_bind(ids.cost_centre)
                .push_bind(line.scope3.number());
        });
        insert.build().execute(connection).await?;
        Ok(())
    }
}

/// A line whose row states no mass: what it is, and what it is weighed with so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeighableLine {
    /// Its id.
    pub id: i64,
    /// Item.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Units.
    pub quantity: i64,
    /// Unit mass and source it has now.
    pub unit_kg: Option<rust_decimal::Decimal>,
    /// Where that came from.
    pub source: WeightSource,
}

/// Hardware lines of unlocked years whose rows state no mass.
pub async fn weighable(connection: &mut Connection) -> Result<Vec<WeighableLine>, StoreError> {
    let rows = sqlx::query(
        "SELECT line.id, item.text AS item, manufacturer.text AS manufacturer, model.text AS model,
                category.text AS category, quantity, unit_mass_kg, weight_source
         FROM line
         LEFT JOIN word AS item ON item.id = item_id
         LEFT JOIN word AS manufacturer ON manufacturer.id = manufacturer_id
         LEFT JOIN word AS model ON model.id = model_id
         LEFT JOIN word AS category ON category.id = category_id
         WHERE weight_source <> 'row' AND out_of_scope IS NULL AND year NOT IN (SELECT year FROM locked_year)
         ORDER BY line.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(WeighableLine {
                id: row.integer("id")?,
                item: row.optional_text("item")?,
                manufacturer: row.optional_text("manufacturer")?,
                model: row.optional_text("model")?,
                category: row.optional_text("category")?,
                quantity: row.integer("quantity")?,
                unit_kg: row.decimal("unit_mass_kg")?,
                source: row.word("weight_source", WeightSource::from_word)?,
            })
        })
        .collect()
}

/// Gives a line another mass.
pub async fn weigh(connection: &mut Connection, id: i64, mass: LineMass) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE line SET unit_mass_kg = ?2, mass_mg = ?3, mass_low_mg = ?4, mass_high_mg = ?5, weight_source = ?6,
             total_differs = ?7 WHERE id = ?1",
    )
    .bind(id)
    .bind(stored(mass.unit_kg))
    .bind(mass.mid.map(|mass| mass.milligrams()))
    .bind(mass.low.map(|mass| mass.milligrams()))
    .bind(mass.high.map(|mass| mass.milligrams()))
    .bind(mass.source.word())
    .bind(mass.total_differs)
    .execute(connection)
    .await?;
    Ok(())
}

/// What the row of a line says of its mass.
pub async fn stated(connection: &mut Connection, id: i64) -> Result<StatedMass, StoreError> {
    let row = sqlx::query("SELECT stated_unit_kg, stated_total_kg FROM line WHERE id = ?1")
        .bind(id)
        .fetch_one(connection)
        .await?;
    Ok(StatedMass { unit_kg: row.decimal("stated_unit_kg")?, total_kg: row.decimal("stated_total_kg")? })
}
