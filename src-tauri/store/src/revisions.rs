//! Lines that a revised file replaces: compared first, then out of every total until the revision is undone.

use crate::line_queries::line;
use crate::values::Values;
use crate::words::{line_columns, lines_in_words};
use crate::{Connection, StoreError};
use planner_core::line::Line;
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
        "SELECT ",
        line_columns!(),
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
    Ok((row.integer("id")?, row.integer("import_number")?, line(row)?))
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
