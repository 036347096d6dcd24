//! Records that a revised file replaces: compared first, then out of every total until the revision is undone.

use crate::catalogue::device;
use crate::comparison::KnownRecord;
use crate::dispositions::disposition;
use crate::identities::IdentityWriter;
use crate::line_queries::line;
use crate::values::Values;
use crate::words::{line_columns, lines_in_words};
use crate::{Connection, StoreError, journal, sums};
use planner_core::revision::{self, Compared, Records};
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;

/// Ids bound in one statement.
const BATCH: usize = 500;
/// Records read at once.
const PAGE: i64 = 2_000;

/// What is replaced, with its columns in their order; each table has one beside it, of the same columns behind the
/// import that replaced them.
const REPLACED: [(Records, &str); 2] = [
    (
        Records::Lines,
        "id, import_number, row, raw, year, year_assumed, date, item_id, manufacturer_id, model_id, category_id,
         condition, out_of_scope, quantity, stated_unit_kg, stated_total_kg, unit_mass_kg, mass_mg, mass_low_mg,
         mass_high_mg, weight_source, total_differs, order_number_id, line_number, supplier_id, serial_number,
         unit_price, currency_id, entity_id, country_id, cost_centre_id, scope3_category, scope3_rule, weighing_number",
    ),
    (
        Records::Dispositions,
        "id, import_number, row, raw, year, year_assumed, date, asset_tag, item, category, quantity, sent_mg,
         restored_mg, outcome, provider, legal_obligation_mg, batch, entity",
    ),
];

fn table(records: Records) -> &'static str {
    match records {
        Records::Lines => "line",
        Records::Dispositions => "disposition",
        Records::Devices => "device",
    }
}

/// Which records that stand.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// All of one import.
    OfImport(i64),
    /// Those of these ids.
    Named(&'a [i64]),
}

/// Records that stand, after an id, in order: lines or retired assets.
pub async fn standing(
    connection: &mut Connection,
    records: Records,
    which: Which<'_>,
    after: i64,
    limit: u32,
) -> Result<Vec<KnownRecord>, StoreError> {
    let table = table(records);
    let mut query = QueryBuilder::new(match records {
        Records::Lines => concat!("SELECT ", line_columns!(), lines_in_words!()),
        Records::Dispositions => "SELECT * FROM disposition",
        Records::Devices => return Ok(Vec::new()),
    });
    query.push(format_args!(" WHERE {table}.id > ")).push_bind(after);
    match which {
        Which::OfImport(number) => {
            query.push(format_args!(" AND {table}.import_number = ")).push_bind(number);
        }
        Which::Named(ids) => {
            query.push(format_args!(" AND {table}.id IN ("));
            push_ids(&mut query, ids);
        }
    }
    query.push(format_args!(" ORDER BY {table}.id LIMIT ")).push_bind(limit);
    known(records, &query.build().fetch_all(connection).await?)
}

/// Devices that stand, after an id, in order; none of the import of this number. Of devices of one name the latest stands.
pub async fn standing_devices(
    connection: &mut Connection,
    except: i64,
    after: i64,
    limit: u32,
) -> Result<Vec<KnownRecord>, StoreError> {
    let rows = sqlx::query(
        "SELECT * FROM device WHERE id > ?1 AND id IN (
             SELECT max(id) FROM device WHERE import_number <> ?3 AND NOT is_doubtful
             GROUP BY lower(trim(manufacturer)), lower(trim(model)), lower(trim(item)))
         ORDER BY id LIMIT ?2",
    );
    let rows = rows.bind(after).bind(limit).bind(except).fetch_all(connection).await?;
    known(Records::Devices, &rows)
}

fn known(records: Records, rows: &[SqliteRow]) -> Result<Vec<KnownRecord>, StoreError> {
    let known = |row: &SqliteRow| {
        let (id, import_number) = (row.integer("id")?, row.integer("import_number")?);
        Ok(KnownRecord { id, import_number, compared: compared(records, row)? })
    };
    rows.iter().map(known).collect()
}

/// Keeps where the records of a file are found that does not say so yet.
pub(crate) async fn index_identities(connection: &mut Connection) -> Result<(), StoreError> {
    for (records, selected) in [
        (Records::Lines, concat!("SELECT ", line_columns!(), lines_in_words!())),
        (Records::Dispositions, "SELECT * FROM disposition"),
    ] {
        let table = table(records);
        for place in [table.to_owned(), format!("superseded_{table}")] {
            let from = selected.replacen(&format!("FROM {table}"), &format!("FROM {place} AS {table}"), 1);
            let mut after = 0;
            let mut writers: BTreeMap<i64, IdentityWriter> = BTreeMap::new();
            loop {
                let page = format!("{from} WHERE {table}.id > ?1 ORDER BY {table}.id LIMIT ?2");
                let page = sqlx::query(sqlx::AssertSqlSafe(page)).bind(after).bind(PAGE);
                let found = known(records, &page.fetch_all(&mut *connection).await?)?;
                let Some(last) = found.last() else { break };
                after = last.id;
                for one in &found {
                    let number = one.import_number;
                    let writer = writers.entry(number).or_insert_with(|| IdentityWriter::new(number));
                    writer.add(one.id, &one.compared.found_by);
                }
                for writer in writers.values_mut() {
                    writer.keep(connection).await?;
                }
            }
            for mut writer in writers.into_values() {
                writer.finish(connection).await?;
            }
        }
    }
    Ok(())
}

fn compared(records: Records, row: &SqliteRow) -> Result<Compared, StoreError> {
    Ok(match records {
        Records::Lines => revision::line(&line(row)?),
        Records::Dispositions => revision::disposition(&disposition(row)?),
        Records::Devices => {
            revision::device(&device(row)?, &row.optional_text("category")?, row.decimal("factor_kgco2e")?)
        }
    })
}

/// Whether any stands.
pub async fn has_any(connection: &mut Connection, records: Records) -> Result<bool, StoreError> {
    let mut query = QueryBuilder::new("SELECT EXISTS (SELECT 1 FROM ");
    query.push(table(records)).push(")");
    Ok(query.build_query_scalar().fetch_one(connection).await?)
}

/// The first locked year that one of these belongs to.
pub async fn locked_year_of(
    connection: &mut Connection,
    records: Records,
    ids: &[i64],
) -> Result<Option<i64>, StoreError> {
    for batch in ids.chunks(BATCH) {
        let mut query = QueryBuilder::new("SELECT min(year) FROM ");
        query.push(table(records));
        query.push(" WHERE year IN (SELECT year FROM locked_year) AND id IN (");
        push_ids(&mut query, batch);
        let year: Option<i64> = query.build_query_scalar().fetch_one(&mut *connection).await?;
        if year.is_some() {
            return Ok(year);
        }
    }
    Ok(None)
}

/// Takes standing records out of every total and keeps them for the day this import is undone.
pub async fn supersede(
    connection: &mut Connection,
    records: Records,
    import_number: i64,
    ids: &[i64],
) -> Result<(), StoreError> {
    let table = table(records);
    for batch in ids.chunks(BATCH) {
        journal::touch_records(connection, table, table, |query| {
            query.push(" WHERE id IN (");
            push_ids(query, batch);
        })
        .await?;
        if records == Records::Lines {
            sums::supersede(connection, import_number, batch).await?;
        }
        let mut keep = QueryBuilder::new(format!("INSERT INTO superseded_{table} SELECT "));
        keep.push_bind(import_number).push(format_args!(", {table}.* FROM {table} WHERE id IN ("));
        push_ids(&mut keep, batch);
        keep.build().execute(&mut *connection).await?;
        let mut remove = QueryBuilder::new(format!("DELETE FROM {table} WHERE id IN ("));
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

/// Brings back the records that an import replaced, and says how many.
pub(crate) async fn bring_back(connection: &mut Connection, import_number: i64) -> Result<u64, StoreError> {
    sums::bring_back(connection, import_number).await?;
    let mut back = 0;
    for (records, columns) in REPLACED {
        let table = table(records);
        journal::touch_records(connection, table, &format!("superseded_{table}"), |query| {
            query.push(" WHERE superseded_by = ").push_bind(import_number);
        })
        .await?;
        let mut insert = QueryBuilder::new(format!(
            "INSERT INTO {table} SELECT {columns} FROM superseded_{table} WHERE superseded_by = "
        ));
        insert.push_bind(import_number).build().execute(&mut *connection).await?;
        let mut remove = QueryBuilder::new(format!("DELETE FROM superseded_{table} WHERE superseded_by = "));
        back += remove.push_bind(import_number).build().execute(&mut *connection).await?.rows_affected();
    }
    Ok(back)
}

/// The import that replaced records of this one.
pub async fn replaced_by(connection: &mut Connection, number: i64) -> Result<Option<i64>, StoreError> {
    let by = sqlx::query_scalar(
        "SELECT max(superseded_by) FROM (
             SELECT superseded_by FROM line_sum WHERE import_number = ?1 AND superseded_by <> 0
             UNION ALL SELECT superseded_by FROM superseded_disposition WHERE import_number = ?1)",
    );
    Ok(by.bind(number).fetch_one(connection).await?)
}

/// Records of each import that another one replaced, by the import's number.
pub async fn replaced(connection: &mut Connection) -> Result<Vec<(i64, i64)>, StoreError> {
    let rows = sqlx::query(
        "SELECT import_number, sum(lines) AS records FROM line_sum WHERE superseded_by <> 0 GROUP BY import_number
         UNION ALL SELECT import_number, count(*) FROM superseded_disposition GROUP BY import_number",
    );
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.integer("import_number")?, row.integer("records")?))).collect()
}
