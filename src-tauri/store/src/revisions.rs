//! Lines that a revised file replaces: compared first, then out of every total until the revision is undone.

use crate::values::Values;
use crate::words::lines_in_words;
use crate::{Connection, StoreError};
use planner_core::line::{Condition, Line, LineMass, Scope3Category, StatedMass};
use planner_core::weight::WeightSource;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

/// Ids bound in one statement.
const BATCH: usize = 500;

/// A line that stands: its id, its import's number, and what it says.
pub type StandingLine = (i64, i64, Line);

/// Lines that stand, after an id, in order; none of the import of this number.
pub async fn standing_lines(
    connection: &mut Connection,
    except: i64,
    after: i64,
    limit: u32,
) -> Result<Vec<StandingLine>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT line.*, item.text AS item, manufacturer.text AS manufacturer, model.text AS model,
                category.text AS category, order_number.text AS order_number, supplier.text AS supplier,
                currency.text AS currency, entity.text AS entity, country.text AS country,
                cost_centre.text AS cost_centre ",
        lines_in_words!(),
        "WHERE line.id > ?1 AND line.import_number <> ?3 ORDER BY line.id LIMIT ?2",
    ))
    .bind(after)
    .bind(limit)
    .bind(except)
    .fetch_all(connection)
    .await?;
    rows.iter().map(standing_line).collect()
}

fn standing_line(row: &SqliteRow) -> Result<StandingLine, StoreError> {
    let scope3 = row.integer("scope3_category")?;
    let line = Line {
        item: row.optional_text("item")?,
        manufacturer: row.optional_text("manufacturer")?,
        model: row.optional_text("model")?,
        category: row.optional_text("category")?,
        condition: row.word("condition", Condition::from_word)?,
        out_of_scope: row.optional_text("out_of_scope")?,
        quantity: row.integer("quantity")?,
        stated: StatedMass {
            unit_kg: row.decimal("stated_unit_kg")?,
            total_kg: row.decimal("stated_total_kg")?,
        },
        mass: LineMass {
            unit_kg: row.decimal("unit_mass_kg")?,
            mid: row.optional_mass("mass_mg")?,
            low: row.optional_mass("mass_low_mg")?,
            high: row.optional_mass("mass_high_mg")?,
            source: row.word("weight_source", WeightSource::from_word)?,
            total_differs: row.boolean("total_differs")?,
        },
        date: row.optional_date("date")?,
        year: row.year("year")?,
        year_assumed: row.boolean("year_assumed")?,
        order_number: row.optional_text("order_number")?,
        line_number: row.optional_text("line_number")?,
        supplier: row.optional_text("supplier")?,
        serial_number: row.optional_text("serial_number")?,
        unit_price: row.decimal("unit_price")?,
        currency: row.optional_text("currency")?,
        entity: row.optional_text("entity")?,
        country: row.optional_text("country")?,
        cost_centre: row.optional_text("cost_centre")?,
        scope3: Scope3Category::from_number(scope3).ok_or_else(|| StoreError::damaged("scope3_category"))?,
    };
    Ok((row.integer("id")?, row.integer("import_number")?, line))
}

/// Whether any line stands.
pub async fn has_lines(connection: &mut Connection) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM line)").fetch_one(connection).await?)
}

/// The first locked year that one of these lines belongs to.
pub async fn locked_year_of(connection: &mut Connection, lines: &[i64]) -> Result<Option<i64>, StoreError> {
    for batch in lines.chunks(BATCH) {
        let mut query = QueryBuilder::new(
            "SELECT min(year) FROM line WHERE year IN (SELECT year FROM locked_year) AND id IN (",
        );
        push_ids(&mut query, batch);
        let year: Option<i64> = query.build_query_scalar().fetch_one(&mut *connection).await?;
        if year.is_some() {
            return Ok(year);
        }
    }
    Ok(None)
}

/// Takes standing lines out of every total and keeps them for the day this import is undone.
pub async fn supersede(
    connection: &mut Connection,
    import_number: i64,
    lines: &[i64],
) -> Result<(), StoreError> {
    for batch in lines.chunks(BATCH) {
        let mut keep = QueryBuilder::new("INSERT INTO superseded_line SELECT ");
        keep.push_bind(import_number).push(", line.* FROM line WHERE id IN (");
        push_ids(&mut keep, batch);
        keep.build().execute(&mut *connection).await?;
        let mut remove = QueryBuilder::new("DELETE FROM line WHERE id IN (");
        push_ids(&mut remove, batch);
        remove.build().execute(&mut *connection).await?;
    }
    Ok(())
}

fn push_ids(query: &mut QueryBuilder<sqlx::Sqlite>, ids: &[i64]) {
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(*id);
    }
    query.push(")");
}

/// Brings back the lines that an import replaced, and says how many.
pub(crate) async fn bring_back(connection: &mut Connection, import_number: i64) -> Result<u64, StoreError> {
    sqlx::query(
        "INSERT INTO line
         SELECT id, import_number, row, raw, year, year_assumed, date, item_id, manufacturer_id, model_id, category_id,
             condition, out_of_scope, quantity, stated_unit_kg, stated_total_kg, unit_mass_kg, mass_mg, mass_low_mg,
             mass_high_mg, weight_source, total_differs, order_number_id, line_number, supplier_id, serial_number,
             unit_price, currency_id, entity_id, country_id, cost_centre_id, scope3_category
         FROM superseded_line WHERE superseded_by = ?1",
    )
    .bind(import_number)
    .execute(&mut *connection)
    .await?;
    let back = sqlx::query("DELETE FROM superseded_line WHERE superseded_by = ?1")
        .bind(import_number)
        .execute(connection)
        .await?;
    Ok(back.rows_affected())
}

/// The import that replaced lines of this one.
pub async fn replaced_by(connection: &mut Connection, number: i64) -> Result<Option<i64>, StoreError> {
    let by = sqlx::query_scalar("SELECT max(superseded_by) FROM superseded_line WHERE import_number = ?1");
    Ok(by.bind(number).fetch_one(connection).await?)
}

/// Lines of each import that another one replaced, by the import's number.
pub async fn replaced_lines(connection: &mut Connection) -> Result<Vec<(i64, i64)>, StoreError> {
    let rows =
        sqlx::query("SELECT import_number, count(*) AS lines FROM superseded_line GROUP BY import_number");
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.integer("import_number")?, row.integer("lines")?))).collect()
}
