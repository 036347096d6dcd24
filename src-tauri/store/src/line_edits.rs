//! Lines edited after their import: what they said before is kept, and comes back when the edit is undone.

use crate::values::{Values, stored};
use crate::words::ADD_WORD;
use crate::{Connection, StoreError, journal, weighings};
use chrono::NaiveDate;
use planner_core::line::Line;
use planner_core::mass::Mass;
use sqlx::{AssertSqlSafe, QueryBuilder};

/// An edit of some lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineEdit {
    /// Its number.
    pub number: i64,
    /// Whether it was made by recognising again, and not by hand.
    pub is_recognition: bool,
    /// The day.
    pub made_on: NaiveDate,
    /// Why.
    pub because: String,
    /// What was set, in words.
    pub summary: String,
    /// The day on which it was taken back.
    pub undone_on: Option<NaiveDate>,
    /// Lines that it changed and that still stand.
    pub lines: i64,
}

/// The columns that an edit may change, as they are kept from before.
const COLUMNS: &str =
    "year, year_assumed, category_id, condition, out_of_scope, unit_mass_kg, mass_mg, mass_low_mg,
     mass_high_mg, weight_source, total_differs, entity_id, weighing_number";

/// Ids bound in one statement.
const BATCH: usize = 500;

/// Begins an edit of these lines: what they say now is kept. Answers its number.
pub async fn begin(connection: &mut Connection, edit: &LineEdit, ids: &[i64]) -> Result<i64, StoreError> {
    let kind = if edit.is_recognition { "recognised" } else { "edited" };
    let number: i64 = sqlx::query_scalar(
        "INSERT INTO line_edit (kind, made_on, because, summary) VALUES (?1, ?2, ?3, ?4) RETURNING number",
    )
    .bind(kind)
    .bind(edit.made_on.to_string())
    .bind(&edit.because)
    .bind(&edit.summary)
    .fetch_one(&mut *connection)
    .await?;
    for batch in ids.chunks(BATCH) {
        let mut query = QueryBuilder::new("INSERT INTO line_before SELECT ");
        query.push_bind(number).push(format_args!(", id, import_number, {COLUMNS} FROM line WHERE id IN ("));
        let mut list = query.separated(", ");
        for id in batch {
            list.push_bind(*id);
        }
        query.push(")");
        query.build().execute(&mut *connection).await?;
    }
    Ok(number)
}

/// Gives a line what an edit made of it.
pub async fn change(connection: &mut Connection, id: i64, line: &Line) -> Result<(), StoreError> {
    let category = word(connection, line.category.as_deref()).await?;
    let entity = word(connection, line.entity.as_deref()).await?;
    let weighing = match &line.mass.weighing {
        Some(weighing) => Some(weighings::number(connection, weighing).await?),
        None => None,
    };
    let milligrams = |mass: Option<Mass>| mass.map(Mass::milligrams);
    sqlx::query(
        "UPDATE line SET year = ?2, year_assumed = ?3, category_id = ?4, condition = ?5, out_of_scope = ?6,
             unit_mass_kg = ?7, mass_mg = ?8, mass_low_mg = ?9, mass_high_mg = ?10, weight_source = ?11,
             total_differs = ?12, entity_id = ?13, weighing_number = ?14 WHERE id = ?1",
    )
    .bind(id)
    .bind(line.year)
    .bind(line.year_assumed)
    .bind(category)
    .bind(line.condition.word())
    .bind(line.out_of_scope.as_deref())
    .bind(stored(line.mass.unit_kg))
    .bind(milligrams(line.mass.mid))
    .bind(milligrams(line.mass.low))
    .bind(milligrams(line.mass.high))
    .bind(line.mass.source.word())
    .bind(line.mass.total_differs)
    .bind(entity)
    .bind(weighing)
    .execute(connection)
    .await?;
    Ok(())
}

/// The id of a word; one that is new is added.
async fn word(connection: &mut Connection, text: Option<&str>) -> Result<Option<i64>, StoreError> {
    let Some(text) = text else { return Ok(None) };
    let added = sqlx::query(ADD_WORD).bind(text).execute(&mut *connection).await?.rows_affected();
    let id: i64 = sqlx::query_scalar("SELECT id FROM word WHERE text = ?1")
        .bind(text)
        .fetch_one(&mut *connection)
        .await?;
    if added > 0 {
        journal::touch_records(connection, "word", "word", |query| {
            query.push(" WHERE id = ").push_bind(id);
        })
        .await?;
    }
    Ok(Some(id))
}

/// All edits, newest first.
pub async fn all(connection: &mut Connection) -> Result<Vec<LineEdit>, StoreError> {
    let rows = sqlx::query(
        "SELECT line_edit.*, (SELECT count(*) FROM line_before JOIN line ON line.id = line_id
             WHERE edit_number = number) AS lines FROM line_edit ORDER BY number DESC",
    );
    let rows = rows.fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            Ok(LineEdit {
                number: row.integer("number")?,
                is_recognition: row.text("kind")? == "recognised",
                made_on: row.date("made_on")?,
                because: row.text("because")?,
                summary: row.text("summary")?,
                undone_on: row.optional_date("undone_on")?,
                lines: row.integer("lines")?,
            })
        })
        .collect()
}

/// The latest edit that stands on lines of this one; itself where none came after it.
pub async fn last_of_its_lines(connection: &mut Connection, number: i64) -> Result<i64, StoreError> {
    let last: Option<i64> = sqlx::query_scalar(
        "SELECT max(edit_number) FROM line_before JOIN line_edit ON line_edit.number = edit_number
         WHERE undone_on IS NULL AND line_id IN (SELECT line_id FROM line_before WHERE edit_number = ?1)",
    )
    .bind(number)
    .fetch_one(connection)
    .await?;
    Ok(last.unwrap_or(number))
}

/// Years that an edit moved lines of, before and after.
pub async fn years(connection: &mut Connection, number: i64) -> Result<Vec<i32>, StoreError> {
    let rows = sqlx::query(
        "SELECT year FROM line_before WHERE edit_number = ?1
         UNION SELECT line.year FROM line JOIN line_before ON line.id = line_id WHERE edit_number = ?1",
    );
    let rows = rows.bind(number).fetch_all(connection).await?;
    rows.iter().map(|row| row.year("year")).collect()
}

/// Lines that a standing edit by hand changed: what a person said of them stays.
pub async fn by_hand(connection: &mut Connection) -> Result<std::collections::BTreeSet<i64>, StoreError> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT DISTINCT line_id FROM line_before JOIN line_edit ON line_edit.number = edit_number
         WHERE kind = 'edited' AND undone_on IS NULL",
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().collect())
}

/// Brings the lines of an edit back to what they said before; so many.
pub async fn undo(connection: &mut Connection, number: i64, on: NaiveDate) -> Result<u64, StoreError> {
    let sql = format!(
        "UPDATE line SET ({COLUMNS}) = (SELECT {COLUMNS} FROM line_before WHERE edit_number = ?1 AND line_id = line.id)
         WHERE id IN (SELECT line_id FROM line_before WHERE edit_number = ?1)"
    );
    let done = sqlx::query(AssertSqlSafe(sql)).bind(number).execute(&mut *connection).await?;
    sqlx::query("UPDATE line_edit SET undone_on = ?2 WHERE number = ?1")
        .bind(number)
        .bind(on.to_string())
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}
