//! What the lines of a year come to. The sums are kept in the transaction that changes the lines: by whoever writes,
//! replaces or takes back many of them, and by a trigger of the writing connection where a single line is changed.

mod tallied;

use crate::bulk::{Bound, Cell, Statement};
use crate::journal::{Tables, import_name};
use crate::values::Values;
use crate::verify::Problem;
use crate::{Connection, StoreError};
use planner_core::mass::Mass;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;
use std::fmt::Write as _;
pub(crate) use tallied::{Columns, Sum, Tallied};
use tallied::{Part, Place};

/// A column that a sum is kept by.
struct Key {
    /// Its name, in `line` and in `line_sum`.
    column: &'static str,
    /// Whether a text stands in it.
    is_text: bool,
}

const fn number(column: &'static str) -> Key {
    Key { column, is_text: false }
}

const fn text(column: &'static str) -> Key {
    Key { column, is_text: true }
}

impl Key {
    /// What stands for nothing in it, as SQL.
    fn missing(&self) -> &'static str {
        if self.is_text { "''" } else { "0" }
    }

    /// A value of it, or what stands for nothing in it.
    fn or_missing<'a>(&self, cell: Cell<'a>) -> Cell<'a> {
        match cell {
            Cell::Null if self.is_text => Cell::Text(&[]),
            Cell::Null => Cell::Integer(0),
            other => other,
        }
    }
}

/// Columns of a line that its sum is kept by, beside the import that superseded it. What a total is to ask for beside
/// these joins them here and in the table.
const KEYS: [Key; 9] = [
    number("year"),
    number("import_number"),
    number("entity_id"),
    number("category_id"),
    text("condition"),
    text("out_of_scope"),
    number("scope3_category"),
    text("weight_source"),
    number("weighing_number"),
];

/// The amounts of a sum.
const AMOUNTS: [&str; 7] =
    ["lines", "quantity", "quantity_held", "mass_mg", "mass_low_mg", "mass_high_mg", "mass_held_mg"];

fn joined(parts: impl IntoIterator<Item = impl AsRef<str>>, between: &str) -> String {
    let parts: Vec<_> = parts.into_iter().map(|part| part.as_ref().to_owned()).collect();
    parts.join(between)
}

/// The values of the key columns of a row, as SQL, of the row that this name stands for.
fn keys_of(row: &str) -> [String; KEYS.len()] {
    KEYS.map(|key| format!("coalesce({row}{}, {})", key.column, key.missing()))
}

fn key_columns() -> String {
    joined(KEYS.iter().map(|key| key.column), ", ")
}

/// Adds to a sum, which begins with it where there is none.
fn add_sql(values: &str) -> String {
    let columns = key_columns();
    let added = AMOUNTS.map(|amount| format!("{amount} = {amount} + excluded.{amount}"));
    format!(
        "INSERT INTO line_sum (superseded_by, {columns}, {}) {values}
         ON CONFLICT (superseded_by, {columns}) DO UPDATE SET {}",
        AMOUNTS.join(", "),
        added.join(", "),
    )
}

/// Triggers by which the sums follow a line that is changed.
pub(crate) fn push_trigger(sql: &mut String) {
    let amounts = |row: &str| {
        let masses =
            ["mass_mg", "mass_low_mg", "mass_high_mg"].map(|mass| format!("coalesce({row}{mass}, 0)"));
        let held = masses.clone().map(|mass| format!("abs({mass})")).join(", ");
        let [mid, low, high] = masses;
        [
            "1".to_owned(),
            format!("{row}quantity"),
            format!("abs({row}quantity)"),
            mid,
            low,
            high,
            format!("max({held})"),
        ]
    };
    let matches = |row: &str| {
        let of = KEYS.iter().zip(keys_of(row)).map(|(key, value)| format!("{} = {value}", key.column));
        format!("superseded_by = 0 AND {}", joined(of, " AND "))
    };
    let taken = AMOUNTS.iter().zip(amounts("OLD.")).map(|(amount, of)| format!("{amount} = {amount} - {of}"));
    let (keys, added) = (keys_of("NEW.").join(", "), amounts("NEW.").join(", "));
    let _ = write!(
        sql,
        "CREATE TEMP TRIGGER line_sum_follows AFTER UPDATE ON main.line BEGIN
             UPDATE line_sum SET {} WHERE {old};
             DELETE FROM line_sum WHERE lines = 0 AND {old};
             {};
         END;",
        joined(taken, ", "),
        add_sql(&format!("SELECT 0, {keys}, {added} WHERE true")),
        old = matches("OLD."),
    );
}

/// Adds sums to those that are kept, or takes them away.
pub(crate) async fn put(
    connection: &mut Connection,
    superseded_by: i64,
    tallied: &Tallied,
    is_added: bool,
) -> Result<(), StoreError> {
    let places = (0..=KEYS.len() + AMOUNTS.len()).map(|place| format!("?{}", place + 1));
    let add = add_sql(&format!("VALUES ({})", joined(places, ", ")));
    let mut handle = connection.lock_handle().await?;
    let [mut add] = Statement::prepare(&mut handle, [&add])?;
    for (key, sum) in tallied.sums() {
        let mut values = vec![Bound::Integer(superseded_by)];
        values.extend(key.iter().map(Part::bound));
        let amounts = sum.amounts().ok_or_else(too_large)?;
        values.extend(amounts.map(|amount| Bound::Integer(if is_added { amount } else { -amount })));
        add.run(&values)?;
    }
    Ok(())
}

fn too_large() -> StoreError {
    StoreError::damaged("a sum of the lines is too large to be held")
}

/// What some lines come to: those of a table that a condition lets through.
pub(crate) async fn tally(
    connection: &mut Connection,
    table: &str,
    condition: &str,
) -> Result<Tallied, StoreError> {
    let mut tallied = Tallied::default();
    let columns = key_columns();
    let sql =
        format!("SELECT {columns}, quantity, mass_mg, mass_low_mg, mass_high_mg FROM {table} {condition}");
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [&sql])?;
    let names = select.columns();
    let place = |name: &str| names.get(name).and_then(|place| usize::try_from(*place).ok());
    let columns =
        Columns::of(place).ok_or_else(|| StoreError::damaged("a column of the lines is missing"))?;
    select.each(&[], |row| tallied.add_row(row, &columns))?;
    Ok(tallied)
}

/// Lines leave the totals: an import superseded them.
pub(crate) async fn supersede(
    connection: &mut Connection,
    superseded_by: i64,
    ids: &[i64],
) -> Result<(), StoreError> {
    let ids = joined(ids.iter().map(i64::to_string), ", ");
    let tallied = tally(connection, "line", &format!("WHERE id IN ({ids})")).await?;
    put(connection, 0, &tallied, false).await?;
    put(connection, superseded_by, &tallied, true).await?;
    tidy(connection).await
}

/// Lines that an import superseded come back into the totals.
pub(crate) async fn bring_back(connection: &mut Connection, superseded_by: i64) -> Result<(), StoreError> {
    let columns = key_columns();
    let back = add_sql(&format!(
        "SELECT 0, {columns}, {} FROM line_sum WHERE superseded_by = {superseded_by}",
        AMOUNTS.join(", ")
    ));
    sqlx::query(AssertSqlSafe(back)).execute(&mut *connection).await?;
    sqlx::query("DELETE FROM line_sum WHERE superseded_by = ?1")
        .bind(superseded_by)
        .execute(connection)
        .await?;
    Ok(())
}

/// The lines of an import are gone.
pub(crate) async fn forget(connection: &mut Connection, import_number: i64) -> Result<(), StoreError> {
    let forget = sqlx::query("DELETE FROM line_sum WHERE import_number = ?1").bind(import_number);
    forget.execute(connection).await?;
    Ok(())
}

async fn tidy(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM line_sum WHERE lines = 0").execute(connection).await?;
    Ok(())
}

/// Keeps the sums of a file that has none yet. A sum that cannot be held is left out, and whoever asks for it is told.
pub(crate) async fn fill(connection: &mut Connection) -> Result<(), StoreError> {
    let mut found = vec![(0, tally(connection, "line", "").await?)];
    let by: Vec<i64> = sqlx::query_scalar("SELECT DISTINCT superseded_by FROM superseded_line")
        .fetch_all(&mut *connection)
        .await?;
    for number in by {
        let condition = format!("WHERE superseded_by = {number}");
        found.push((number, tally(connection, "superseded_line", &condition).await?));
    }
    for (superseded_by, mut tallied) in found {
        tallied.retain(|sum| sum.amounts().is_some());
        put(connection, superseded_by, &tallied, true).await?;
    }
    Ok(())
}

/// What all lines come to: those that stand, and those that were superseded, by the import that did it.
pub(crate) fn of_lines(tables: &mut Tables) -> Result<BTreeMap<i64, Tallied>, StoreError> {
    let mut sums = BTreeMap::new();
    for table in ["line", "superseded_line"] {
        match tables.get_mut(table) {
            Some(Ok(read)) => sums.append(&mut read.sums),
            _ => return Err(StoreError::damaged("the lines cannot be read")),
        }
    }
    Ok(sums)
}

/// Sums that are not those of their lines, the first of them by name.
pub(crate) async fn problems(
    connection: &mut Connection,
    lines: Result<BTreeMap<i64, Tallied>, StoreError>,
) -> Result<Vec<Problem>, StoreError> {
    let differing = differing(connection, lines?).await?;
    let mut problems = Vec::new();
    for (place, [kept, expected]) in differing.iter().take(MOST_NAMED) {
        problems.push(problem(connection, place, kept.as_ref(), expected.as_ref()).await);
    }
    if let Some(more) = differing.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        problems.push(format!("{more} more sums are not those of their lines").into());
    }
    Ok(problems)
}

/// Sums that are kept otherwise than the lines come to.
async fn differing(
    connection: &mut Connection,
    mut lines: BTreeMap<i64, Tallied>,
) -> Result<tallied::Differing, StoreError> {
    let sql = format!("SELECT superseded_by, {}, {} FROM line_sum", key_columns(), AMOUNTS.join(", "));
    let mut differing = tallied::Differing::new();
    let mut handle = connection.lock_handle().await?;
    let [mut select] = Statement::prepare(&mut handle, [&sql])?;
    select.each(&[], |row| {
        let (place, sum) = tallied::kept(row);
        let expected = lines.get_mut(&place.0).and_then(|tallied| tallied.take(row));
        if expected != Some(sum) {
            differing.insert(place, [Some(sum), expected]);
        }
    })?;
    for (superseded_by, tallied) in &lines {
        let rest = tallied.rest().map(|(key, sum)| ((*superseded_by, key.clone()), [None, Some(*sum)]));
        differing.extend(rest);
    }
    Ok(differing)
}

/// [`AMOUNTS`] in words.
const IN_WORDS: [&str; AMOUNTS.len()] =
    ["lines", "units", "units without signs", "mg", "mg at least", "mg at most", "mg without signs"];

/// Sums that are named.
const MOST_NAMED: usize = 5;

async fn problem(
    connection: &mut Connection,
    (superseded_by, key): &Place,
    kept: Option<&Sum>,
    expected: Option<&Sum>,
) -> Problem {
    let of = |column: &str| {
        let place = KEYS.iter().position(|key| key.column == column);
        place.and_then(|place| key.get(place)).and_then(Part::integer).unwrap_or_default()
    };
    let import = import_name(connection, of("import_number")).await;
    let category = sqlx::query_scalar("SELECT text FROM word WHERE id = ?1").bind(of("category_id"));
    let category: Result<Option<String>, _> = category.fetch_optional(connection).await;
    let category = category.ok().flatten().unwrap_or_else(|| "what has no category".to_owned());
    let [kept, expected] = [kept, expected].map(|sum| sum.copied().unwrap_or_default().all());
    let differing = (0..AMOUNTS.len()).filter(|place| kept[*place] != expected[*place]);
    let says = |of: [i128; AMOUNTS.len()]| {
        joined(differing.clone().map(|place| format!("{} {}", of[place], IN_WORDS[place])), ", ")
    };
    let replaced = if *superseded_by == 0 { "" } else { ", replaced" };
    let says = format!(
        "the sums of the lines of {import} ({category} of {}{replaced}) say {}, and the lines come to {}",
        of("year"),
        says(kept),
        says(expected),
    );
    Problem { says, import: Some(of("import_number")) }
}

/// Refuses to answer from sums of which some are missing: a total is never less than its lines without a word.
pub(crate) async fn refuse_missing(connection: &mut Connection) -> Result<(), StoreError> {
    let missing: Option<String> = sqlx::query_scalar(
        "SELECT file_name FROM import LEFT JOIN (
             SELECT import_number, sum(lines) AS lines FROM line_sum GROUP BY import_number
         ) AS kept ON kept.import_number = number
         WHERE kind = 'procurement' AND undone_on IS NULL AND coalesce(lines, 0) <> rows_imported LIMIT 1",
    )
    .fetch_optional(connection)
    .await?;
    match missing {
        Some(file) => Err(StoreError::damaged(format!("the sums of the lines of {file} are not complete"))),
        None => Ok(()),
    }
}

/// What all lines together come to without their signs, those that were superseded among them.
pub async fn held(connection: &mut Connection) -> Result<(i64, Mass), StoreError> {
    let rows = sqlx::query("SELECT quantity_held, mass_held_mg FROM line_sum").fetch_all(connection).await?;
    let (mut quantity, mut mass) = (0_i64, 0_i64);
    for row in &rows {
        quantity = quantity.saturating_add(row.integer("quantity_held")?);
        mass = mass.saturating_add(row.integer("mass_held_mg")?);
    }
    Ok((quantity, Mass::from_milligrams(mass)))
}
