//! The certificate ledger: the chained event log, and the balances that follow from it.

use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::{DatedEvent, Event, Retirement, RetirementLine};
use planner_core::ledger::holding::{Holding, StateRange, UnitState};
use planner_core::ledger::lot::{Lot, Origin, SerialRange};
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Rows of one statement; five values each stay far below SQLite's limit of 32,766.
const ROWS_AT_ONCE: usize = 500;

/// What stands before the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// An event as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// Its number, from 1.
    pub sequence: i64,
    /// Its day, as it stands.
    pub dated_on: String,
    /// Its kind, as it stands.
    pub kind: String,
    /// Its canonical text.
    pub body: String,
    /// Hash of the event before it.
    pub previous_hash: String,
    /// Its hash.
    pub hash: String,
}

impl LoggedEvent {
    /// The hash this event must have: SHA-256 over number, day, text and the hash before it, a line each.
    pub fn expected_hash(&self) -> String {
        let Self { sequence, dated_on, body, previous_hash, .. } = self;
        let digest = Sha256::digest(format!("{sequence}\n{dated_on}\n{previous_hash}\n{body}"));
        digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// What happened; nothing where the text is of no event.
    pub fn event(&self) -> Option<DatedEvent> {
        let event = Event::from_text(&self.body).filter(|event| event.kind() == self.kind)?;
        Some(DatedEvent { on: self.dated_on.parse().ok()?, event })
    }
}

/// The last event's number and hash; 0 and [`GENESIS`] before the first.
pub async fn head(connection: &mut Connection) -> Result<(i64, String), StoreError> {
    let row = sqlx::query("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
        .fetch_optional(connection)
        .await?;
    row.map_or(Ok((0, GENESIS.to_owned())), |row| Ok((row.integer("sequence")?, row.text("hash")?)))
}

/// Appends an event that `after` has already accepted, and the balances it leaves.
pub async fn append(
    connection: &mut Connection,
    dated: &DatedEvent,
    after: &Ledger,
    import_number: Option<i64>,
) -> Result<i64, StoreError> {
    let (last, previous_hash) = head(connection).await?;
    let mut logged = LoggedEvent {
        sequence: last + 1,
        dated_on: dated.on.to_string(),
        kind: dated.event.kind().to_owned(),
        body: dated.event.to_text(),
        previous_hash,
        hash: String::new(),
    };
    logged.hash = logged.expected_hash();
    sqlx::query(
        "INSERT INTO event (sequence, dated_on, kind, body, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )
    .bind(logged.sequence)
    .bind(&logged.dated_on)
    .bind(&logged.kind)
    .bind(&logged.body)
    .bind(&logged.previous_hash)
    .bind(&logged.hash)
    .execute(&mut *connection)
    .await?;
    project(connection, dated, logged.sequence, after, import_number).await?;
    Ok(logged.sequence)
}

/// Brings the balances to where an event leaves them.
async fn project(
    connection: &mut Connection,
    dated: &DatedEvent,
    sequence: i64,
    after: &Ledger,
    import_number: Option<i64>,
) -> Result<(), StoreError> {
    match &dated.event {
        Event::LotRecorded(lot) => {
            insert_lot(connection, lot, sequence, import_number).await?;
            replace_ranges(connection, after, &[&lot.id]).await
        }
        Event::LotRemoved { lot_id, .. } => remove_lot(connection, lot_id).await,
        Event::Moved { lot_id, .. } => replace_ranges(connection, after, &[lot_id]).await,
        Event::Retired(retirement) => {
            insert_retirement(connection, retirement, dated.on, sequence).await?;
            replace_ranges(connection, after, &dated.event.lot_ids()).await
        }
        Event::Reversed { retirement, evidence } => {
            remove_retirement(connection, &retirement.id, sequence, evidence).await?;
            replace_ranges(connection, after, &dated.event.lot_ids()).await
        }
        Event::YearLocked(year) => {
            sqlx::query("INSERT INTO locked_year (year, event) VALUES (?1, ?2)")
                .bind(year)
                .bind(sequence)
                .execute(connection)
                .await?;
            Ok(())
        }
        Event::YearUnlocked { year, .. } => {
            sqlx::query("DELETE FROM locked_year WHERE year = ?1").bind(year).execute(connection).await?;
            Ok(())
        }
    }
}

async fn insert_lot(
    connection: &mut Connection,
    lot: &Lot,
    event: i64,
    import_number: Option<i64>,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO lot (id, event, import_number, class, registry, prefix, serial_start, serial_end, vintage,
             expires_on, origin, is_bundled, batch, entity, unit_price, currency, project, facility, country,
             counterparty, trade_date, methodology_version, verification_body, tco2e)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
             ?22, ?23, ?24)",
    )
    .bind(&lot.id)
    .bind(event)
    .bind(import_number)
    .bind(&lot.class)
    .bind(&lot.registry)
    .bind(&lot.prefix)
    .bind(lot.serials.start())
    .bind(lot.serials.end())
    .bind(lot.vintage)
    .bind(lot.expires_on.to_string())
    .bind(lot.origin.word())
    .bind(lot.is_bundled)
    .bind(&lot.batch)
    .bind(&lot.entity)
    .bind(stored(lot.unit_price))
    .bind(&lot.currency)
    .bind(&lot.project)
    .bind(&lot.facility)
    .bind(&lot.country)
    .bind(&lot.counterparty)
    .bind(stored(lot.trade_date))
    .bind(&lot.methodology_version)
    .bind(&lot.verification_body)
    .bind(stored(lot.tco2e))
    .execute(connection)
    .await?;
    Ok(())
}

async fn remove_lot(connection: &mut Connection, lot_id: &str) -> Result<(), StoreError> {
    for sql in ["DELETE FROM lot_range WHERE lot_id = ?1", "DELETE FROM lot WHERE id = ?1"] {
        sqlx::query(sql).bind(lot_id).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Writes where the units of these lots are now, many rows a statement.
async fn replace_ranges(
    connection: &mut Connection,
    after: &Ledger,
    lot_ids: &[&str],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(lot_ids.len() * 2);
    for lot_id in lot_ids {
        let holding = after.lot(lot_id);
        let holding = holding.map_err(|_| StoreError::damaged(format!("lot {lot_id} is in no balance")))?;
        rows.extend(holding.ranges().iter().map(|range| (*lot_id, range)));
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
        QueryBuilder::new("INSERT INTO lot_range (lot_id, serial_start, serial_end, state, year) ")
            .push_values(some, |mut row, (lot_id, range)| {
                row.push_bind(*lot_id)
                    .push_bind(range.serials.start())
                    .push_bind(range.serials.end())
                    .push_bind(range.state.word())
                    .push_bind(range.state.year());
            })
            .build()
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn insert_retirement(
    connection: &mut Connection,
    retirement: &Retirement,
    on: NaiveDate,
    event: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO retirement (id, event, retired_on, year, beneficiary, entity, claim_level, because)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )
    .bind(&retirement.id)
    .bind(event)
    .bind(on.to_string())
    .bind(retirement.year)
    .bind(&retirement.beneficiary)
    .bind(&retirement.entity)
    .bind(&retirement.claim_level)
    .bind(&retirement.because)
    .execute(&mut *connection)
    .await?;
    let lines: Vec<_> = (0_i64..).zip(&retirement.lines).collect();
    for some in lines.chunks(ROWS_AT_ONCE) {
        QueryBuilder::new(
            "INSERT INTO retirement_line (retirement_id, position, lot_id, serial_start, serial_end) ",
        )
        .push_values(some, |mut row, (position, line)| {
            row.push_bind(&retirement.id)
                .push_bind(*position)
                .push_bind(&line.lot_id)
                .push_bind(line.serials.start())
                .push_bind(line.serials.end());
        })
        .build()
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

async fn remove_retirement(
    connection: &mut Connection,
    id: &str,
    event: i64,
    evidence: &str,
) -> Result<(), StoreError> {
    for sql in
        ["DELETE FROM retirement_line WHERE retirement_id = ?1", "DELETE FROM retirement WHERE id = ?1"]
    {
        sqlx::query(sql).bind(id).execute(&mut *connection).await?;
    }
    sqlx::query("INSERT INTO reversed_retirement (id, event, evidence) VALUES (?1, ?2, ?3)")
        .bind(id)
        .bind(event)
        .bind(evidence)
        .execute(connection)
        .await?;
    Ok(())
}

/// The ledger as its balances stand.
pub async fn load(connection: &mut Connection) -> Result<Ledger, StoreError> {
    let mut ranges = ranges_by_lot(connection).await?;
    let rows = sqlx::query("SELECT * FROM lot ORDER BY id").fetch_all(&mut *connection).await?;
    let mut holdings = Vec::with_capacity(rows.len());
    for row in &rows {
        let lot = lot(row)?;
        let id = lot.id.clone();
        let holding = Holding::from_ranges(lot, ranges.remove(&id).unwrap_or_default());
        let partition = || StoreError::damaged(format!("the ranges of lot {id} do not make up its serials"));
        holdings.push(holding.ok_or_else(partition)?);
    }
    let retirements = retirements(connection).await?;
    let reversed =
        sqlx::query_scalar("SELECT id FROM reversed_retirement").fetch_all(&mut *connection).await?;
    let locked = sqlx::query("SELECT year FROM locked_year").fetch_all(connection).await?;
    let locked: Vec<i32> = locked.iter().map(|row| row.year("year")).collect::<Result<_, _>>()?;
    Ok(Ledger::from_balances(holdings, retirements, reversed, locked))
}

async fn ranges_by_lot(connection: &mut Connection) -> Result<BTreeMap<String, Vec<StateRange>>, StoreError> {
    let rows =
        sqlx::query("SELECT * FROM lot_range ORDER BY lot_id, serial_start").fetch_all(connection).await?;
    let mut ranges: BTreeMap<String, Vec<StateRange>> = BTreeMap::new();
    for row in &rows {
        let year = row.optional_year("year")?;
        let state = row.word("state", |word| UnitState::from_word(word, year))?;
        ranges.entry(row.text("lot_id")?).or_default().push(StateRange { serials: serials(row)?, state });
    }
    Ok(ranges)
}

async fn retirements(connection: &mut Connection) -> Result<Vec<(NaiveDate, Retirement)>, StoreError> {
    let rows = sqlx::query("SELECT * FROM retirement_line ORDER BY retirement_id, position")
        .fetch_all(&mut *connection)
        .await?;
    let mut lines: BTreeMap<String, Vec<RetirementLine>> = BTreeMap::new();
    for row in &rows {
        let line = RetirementLine { lot_id: row.text("lot_id")?, serials: serials(row)? };
        lines.entry(row.text("retirement_id")?).or_default().push(line);
    }
    let rows = sqlx::query("SELECT * FROM retirement ORDER BY id").fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let id = row.text("id")?;
            let retirement = Retirement {
                lines: lines.remove(&id).unwrap_or_default(),
                id,
                year: row.year("year")?,
                beneficiary: row.text("beneficiary")?,
                entity: row.optional_text("entity")?,
                claim_level: row.text("claim_level")?,
                because: row.optional_text("because")?,
            };
            Ok((row.date("retired_on")?, retirement))
        })
        .collect()
}

fn serials(row: &SqliteRow) -> Result<SerialRange, StoreError> {
    SerialRange::new(row.integer("serial_start")?, row.integer("serial_end")?)
        .ok_or_else(|| StoreError::damaged("serial_start, serial_end"))
}

fn lot(row: &SqliteRow) -> Result<Lot, StoreError> {
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
        batch: row.optional_text("batch")?,
        entity: row.optional_text("entity")?,
        unit_price: row.decimal("unit_price")?,
        currency: row.optional_text("currency")?,
        project: row.optional_text("project")?,
        facility: row.optional_text("facility")?,
        country: row.optional_text("country")?,
        counterparty: row.optional_text("counterparty")?,
        trade_date: row.optional_date("trade_date")?,
        methodology_version: row.optional_text("methodology_version")?,
        verification_body: row.optional_text("verification_body")?,
        tco2e: row.decimal("tco2e")?,
    })
}

/// The whole log, in order.
pub async fn log(connection: &mut Connection) -> Result<Vec<LoggedEvent>, StoreError> {
    let rows = sqlx::query("SELECT * FROM event ORDER BY sequence").fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            Ok(LoggedEvent {
                sequence: row.integer("sequence")?,
                dated_on: row.text("dated_on")?,
                kind: row.text("kind")?,
                body: row.text("body")?,
                previous_hash: row.text("previous_hash")?,
                hash: row.text("hash")?,
            })
        })
        .collect()
}

/// Lots that an import brought and that still stand.
pub async fn lots_of_import(connection: &mut Connection, number: i64) -> Result<Vec<String>, StoreError> {
    Ok(sqlx::query_scalar("SELECT id FROM lot WHERE import_number = ?1 ORDER BY id")
        .bind(number)
        .fetch_all(connection)
        .await?)
}

/// Which import each lot came with, by lot id.
pub async fn imports_of_lots(connection: &mut Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let rows = sqlx::query(
        "SELECT lot.id AS lot, import.id AS import FROM lot JOIN import ON number = import_number",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((row.text("lot")?, row.text("import")?))).collect()
}
