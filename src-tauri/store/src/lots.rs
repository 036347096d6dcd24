//! Lots and where their units are: what follows from the events, kept so that the schema refuses what the rules refuse.

use crate::bulk::{Bound, Statement, rows};
use crate::values::{Value, Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::holding::{Holding, StateRange, UnitState};
use planner_core::ledger::lot::{Baseline, Facts, Intent, Lot, Origin, SerialRange};
use sqlx::{QueryBuilder, Sqlite};
use std::collections::BTreeMap;

/// Rows of one statement; five values each stay far below SQLite's limit of 32,766.
pub(crate) const ROWS_AT_ONCE: usize = 500;

/// Columns that a correction may change, in the order in which [`facts`] gives their values.
pub(crate) const FACTS: [&str; 29] = [
    "vintage",
    "expires_on",
    "origin",
    "is_bundled",
    "class_version",
    "batch",
    "entity",
    "unit_price",
    "currency",
    "project",
    "facility",
    "country",
    "counterparty",
    "trade_date",
    "delivery_date",
    "order_number",
    "methodology_version",
    "baseline",
    "factor_source",
    "verification_body",
    "verified_on",
    "tco2e",
    "claim_eligibility",
    "registry_status",
    "registry_link",
    "chain_of_custody",
    "intent",
    "excess_reason",
    "printed_prefix",
];

/// The values of [`FACTS`].
pub(crate) fn facts(lot: &Lot) -> [Value; 29] {
    let facts = &lot.facts;
    [
        Value::Integer(lot.vintage.into()),
        Value::Text(lot.expires_on.to_string()),
        Value::Text(lot.origin.word().to_owned()),
        Value::Integer(lot.is_bundled.into()),
        facts.class_version.clone().into(),
        facts.batch.clone().into(),
        facts.entity.clone().into(),
        stored(facts.unit_price).into(),
        facts.currency.clone().into(),
        facts.project.clone().into(),
        facts.facility.clone().into(),
        facts.country.clone().into(),
        facts.counterparty.clone().into(),
        stored(facts.trade_date).into(),
        stored(facts.delivery_date).into(),
        facts.order_number.clone().into(),
        facts.methodology_version.clone().into(),
        stored(facts.baseline.map(Baseline::word)).into(),
        facts.factor_source.clone().into(),
        facts.verification_body.clone().into(),
        stored(facts.verified_on).into(),
        stored(facts.tco2e).into(),
        facts.claim_eligibility.clone().into(),
        facts.registry_status.clone().into(),
        facts.registry_link.clone().into(),
        facts.chain_of_custody.clone().into(),
        Value::Text(facts.intent.word().to_owned()),
        facts.excess_reason.clone().into(),
        facts.printed_prefix.clone().into(),
    ]
}

/// Writes a new lot, with the values of [`insert_bulk`].
pub(crate) fn insert_sql() -> String {
    let places: Vec<_> = (1..=11 + FACTS.len()).map(|place| format!("?{place}")).collect();
    format!(
        "INSERT INTO lot (event, import_number, id, class, registry, prefix, serial_start, serial_end, since, first_moved_on, checked_on, {}) VALUES ({})",
        FACTS.join(", "),
        places.join(", ")
    )
}

/// Where units of such a lot are.
pub(crate) const ADD_RANGE: &str = "INSERT INTO lot_range (lot_id, serial_start, serial_end, state, year, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Writes a new lot with a statement that may write many.
pub(crate) fn insert_bulk(
    add: &mut Statement,
    holding: &Holding,
    event: i64,
    import_number: Option<i64>,
) -> Result<(), StoreError> {
    let lot = &holding.lot;
    let (since, moved, checked) =
        (holding.since.to_string(), stored(holding.first_moved_on), stored(holding.checked_on));
    let facts = facts(lot);
    let mut values = vec![
        Bound::Integer(event),
        import_number.into(),
        Bound::Text(&lot.id),
        Bound::Text(&lot.class),
        Bound::Text(&lot.registry),
        Bound::Text(&lot.prefix),
        Bound::Integer(lot.serials.start()),
        Bound::Integer(lot.serials.end()),
        Bound::Text(&since),
        moved.as_deref().into(),
        checked.as_deref().into(),
    ];
    values.extend(facts.iter().map(Value::bound));
    add.run(&values).map(drop)
}

/// Writes where the units of a new lot are.
pub(crate) fn insert_ranges_bulk(add: &mut Statement, holding: &Holding) -> Result<(), StoreError> {
    holding.ranges().iter().try_for_each(|range| {
        let since = stored(range.since);
        let values = [
            Bound::Text(&holding.lot.id),
            Bound::Integer(range.serials.start()),
            Bound::Integer(range.serials.end()),
            Bound::Text(range.state.word()),
            range.state.year().map(i64::from).into(),
            since.as_deref().into(),
        ];
        add.run(&values).map(drop)
    })
}

/// Writes a new lot.
pub(crate) async fn insert(
    connection: &mut Connection,
    holding: &Holding,
    event: i64,
    import_number: Option<i64>,
) -> Result<(), StoreError> {
    let mut handle = connection.lock_handle().await?;
    let [mut add] = Statement::prepare(&mut handle, [&insert_sql()])?;
    insert_bulk(&mut add, holding, event, import_number)
}

/// Writes a lot's facts as they are now.
pub(crate) async fn update(connection: &mut Connection, lot: &Lot) -> Result<(), StoreError> {
    let (facts, id) = (facts(lot), FACTS.len() + 1);
    let set: Vec<_> = (1..).zip(FACTS).map(|(place, column)| format!("{column} = ?{place}")).collect();
    let mut values: Vec<_> = facts.iter().map(Value::bound).collect();
    values.push(Bound::Text(&lot.id));
    let mut handle = connection.lock_handle().await?;
    let sql = format!("UPDATE lot SET {} WHERE id = ?{id}", set.join(", "));
    let [mut update] = Statement::prepare(&mut handle, [&sql])?;
    update.run(&values).map(drop)
}

/// Writes that lots agree with their registry's statement of a day.
pub(crate) async fn mark_checked(
    connection: &mut Connection,
    lot_ids: &[String],
    on: NaiveDate,
) -> Result<(), StoreError> {
    for some in lot_ids.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::new("UPDATE lot SET checked_on = ");
        query.push_bind(on.to_string()).push(" WHERE id IN (");
        let mut list = query.separated(", ");
        some.iter().for_each(|lot_id| {
            list.push_bind(lot_id);
        });
        query.push(")").build().execute(&mut *connection).await?;
    }
    Ok(())
}

/// The import a lot came with.
pub(crate) async fn import_number(
    connection: &mut Connection,
    lot_id: &str,
) -> Result<Option<i64>, StoreError> {
    let found = sqlx::query_scalar("SELECT import_number FROM lot WHERE id = ?1").bind(lot_id);
    Ok(found.fetch_one(connection).await?)
}

/// Takes a lot away with where its units are.
pub(crate) async fn remove(connection: &mut Connection, lot_id: &str) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM evidence WHERE subject = 'lot' AND id = ?1",
        "DELETE FROM lot_range WHERE lot_id = ?1",
        "DELETE FROM lot WHERE id = ?1",
    ] {
        sqlx::query(sql).bind(lot_id).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Dates a lot of the earlier log and where its units are, unless they are not where its events leave them.
pub(crate) async fn date(
    connection: &mut Connection,
    after: &Ledger,
    holding: &Holding,
) -> Result<(), StoreError> {
    let id = &holding.lot.id;
    let found = ranges_by_lot(connection, Some(std::slice::from_ref(id))).await?;
    let places = |ranges: &[StateRange]| {
        let mut places: Vec<(SerialRange, UnitState)> = Vec::new();
        for range in ranges {
            match places.last_mut() {
                Some((serials, state)) if *state == range.state => {
                    *serials = SerialRange::new(serials.start(), range.serials.end()).unwrap_or(*serials);
                }
                _ => places.push((range.serials, range.state)),
            }
        }
        places
    };
    if found.get(id).is_some_and(|found| places(found) == places(holding.ranges())) {
        replace_ranges(connection, after, &[id]).await?;
        sqlx::query("UPDATE lot SET since = ?2 WHERE id = ?1")
            .bind(id)
            .bind(holding.since.to_string())
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// Writes where the units of these lots are now, many rows a statement, and the first day on which one moved.
pub(crate) async fn replace_ranges(
    connection: &mut Connection,
    after: &Ledger,
    lot_ids: &[&str],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(lot_ids.len() * 2);
    for lot_id in lot_ids {
        let holding = after.lot(lot_id);
        let holding = holding.map_err(|_| StoreError::damaged(format!("lot {lot_id} is in no balance")))?;
        rows.extend(holding.ranges().iter().map(|range| (*lot_id, range)));
        sqlx::query("UPDATE lot SET first_moved_on = ?2 WHERE id = ?1 AND first_moved_on IS NOT ?2")
            .bind(*lot_id)
            .bind(stored(holding.first_moved_on))
            .execute(&mut *connection)
            .await?;
    }
    for some in lot_ids.chunks(ROWS_AT_ONCE) {
        let mut delete = QueryBuilder::new("DELETE FROM lot_range WHERE lot_id IN (");
        let mut list = delete.separated(", ");
        some.iter().for_each(|lot_id| {
            list.push_bind(*lot_id);
        });
        delete.push(")").build().execute(&mut *connection).await?;
    }
    for some in rows.chunks(ROWS_AT_ONCE) {
        QueryBuilder::new("INSERT INTO lot_range (lot_id, serial_start, serial_end, state, year, since) ")
            .push_values(some, |mut row, (lot_id, range)| {
                row.push_bind(*lot_id)
                    .push_bind(range.serials.start())
                    .push_bind(range.serials.end())
                    .push_bind(range.state.word())
                    .push_bind(range.state.year())
                    .push_bind(stored(range.since));
            })
            .build()
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Adds that a column names one of these lots; all of them where none are named.
pub(crate) fn push_named(query: &mut QueryBuilder<Sqlite>, column: &str, lot_ids: Option<&[String]>) {
    let Some(lot_ids) = lot_ids else { return };
    query.push(format_args!(" WHERE {column} IN ("));
    let mut list = query.separated(", ");
    lot_ids.iter().for_each(|lot_id| {
        list.push_bind(lot_id.clone());
    });
    query.push(")");
}

/// Lots with where their units are: those named, else every one.
pub(crate) async fn holdings(
    connection: &mut Connection,
    lot_ids: Option<&[String]>,
) -> Result<Vec<Holding>, StoreError> {
    let mut ranges = ranges_by_lot(connection, lot_ids).await?;
    if lot_ids.is_none() {
        return rows(connection, "SELECT * FROM lot ORDER BY id", |row| holding(row, &mut ranges)).await;
    }
    let mut query = QueryBuilder::new("SELECT * FROM lot");
    push_named(&mut query, "id", lot_ids);
    let rows = query.push(" ORDER BY id").build().fetch_all(connection).await?;
    rows.iter().map(|row| holding(row, &mut ranges)).collect()
}

fn holding(row: &impl Values, ranges: &mut BTreeMap<String, Vec<StateRange>>) -> Result<Holding, StoreError> {
    let lot = lot(row)?;
    let id = lot.id.clone();
    let holding = Holding::from_ranges(lot, row.date("since")?, ranges.remove(&id).unwrap_or_default());
    let partition = || StoreError::damaged(format!("the ranges of lot {id} do not make up its serials"));
    let mut holding = holding.ok_or_else(partition)?;
    holding.checked_on = row.optional_date("checked_on")?;
    holding.first_moved_on = row.optional_date("first_moved_on")?;
    Ok(holding)
}

async fn ranges_by_lot(
    connection: &mut Connection,
    lot_ids: Option<&[String]>,
) -> Result<BTreeMap<String, Vec<StateRange>>, StoreError> {
    let found = if lot_ids.is_none() {
        rows(connection, "SELECT * FROM lot_range ORDER BY lot_id, serial_start", |row| range(row)).await?
    } else {
        let mut query = QueryBuilder::new("SELECT * FROM lot_range");
        push_named(&mut query, "lot_id", lot_ids);
        let rows = query.push(" ORDER BY lot_id, serial_start").build().fetch_all(connection).await?;
        rows.iter().map(range).collect::<Result<_, _>>()?
    };
    let mut ranges: BTreeMap<String, Vec<StateRange>> = BTreeMap::new();
    for (lot_id, range) in found {
        ranges.entry(lot_id).or_default().push(range);
    }
    Ok(ranges)
}

/// Where a run of serials of a lot is.
fn range(row: &impl Values) -> Result<(String, StateRange), StoreError> {
    let year = row.optional_year("year")?;
    let state = row.word("state", |word| UnitState::from_word(word, year))?;
    let (serials, since) = (serials(row)?, row.optional_date("since")?);
    Ok((row.text("lot_id")?, StateRange { serials, state, since }))
}

pub(crate) fn serials(row: &impl Values) -> Result<SerialRange, StoreError> {
    SerialRange::new(row.integer("serial_start")?, row.integer("serial_end")?)
        .ok_or_else(|| StoreError::damaged("serial_start, serial_end"))
}

fn lot(row: &impl Values) -> Result<Lot, StoreError> {
    Ok(Lot {
        id: row.text("id")?,
        class: row.text("class")?,
        registry: row.text("registry")?,
        prefix: row.text("prefix")?,
        serials: serials(row)?,
        vintage: row.year("vintage")?,
        expires_on: row.date("expires_on")?,
        origin: row.word("origin", Origin::from_word)?,
        is_bundled: row.boolean("is_bundled")?,
        facts: read_facts(row)?,
    })
}

fn read_facts(row: &impl Values) -> Result<Facts, StoreError> {
    let baseline = row.optional_text("baseline")?;
    Ok(Facts {
        class_version: row.optional_text("class_version")?,
        batch: row.optional_text("batch")?,
        entity: row.optional_text("entity")?,
        unit_price: row.decimal("unit_price")?,
        currency: row.optional_text("currency")?,
        project: row.optional_text("project")?,
        facility: row.optional_text("facility")?,
        country: row.optional_text("country")?,
        counterparty: row.optional_text("counterparty")?,
        trade_date: row.optional_date("trade_date")?,
        delivery_date: row.optional_date("delivery_date")?,
        order_number: row.optional_text("order_number")?,
        methodology_version: row.optional_text("methodology_version")?,
        baseline: baseline.map(|_| row.word("baseline", Baseline::from_word)).transpose()?,
        factor_source: row.optional_text("factor_source")?,
        verification_body: row.optional_text("verification_body")?,
        verified_on: row.optional_date("verified_on")?,
        tco2e: row.decimal("tco2e")?,
        claim_eligibility: row.optional_text("claim_eligibility")?,
        registry_status: row.optional_text("registry_status")?,
        registry_link: row.optional_text("registry_link")?,
        chain_of_custody: row.optional_text("chain_of_custody")?,
        intent: row.word("intent", Intent::from_word)?,
        excess_reason: row.optional_text("excess_reason")?,
        printed_prefix: row.optional_text("printed_prefix")?,
    })
}

/// Lots that an import brought and that still stand.
pub async fn lots_of_import(connection: &mut Connection, number: i64) -> Result<Vec<String>, StoreError> {
    Ok(sqlx::query_scalar("SELECT id FROM lot WHERE import_number = ?1 ORDER BY id")
        .bind(number)
        .fetch_all(connection)
        .await?)
}

/// Which import each lot came with, by lot id: of those named, else of every one.
pub async fn imports_of_lots(
    connection: &mut Connection,
    lot_ids: Option<&[String]>,
) -> Result<BTreeMap<String, String>, StoreError> {
    let mut query = QueryBuilder::new(
        "SELECT lot.id AS lot, import.id AS import FROM lot JOIN import ON number = import_number",
    );
    push_named(&mut query, "lot.id", lot_ids);
    let rows = query.build().fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.text("lot")?, row.text("import")?))).collect()
}
