//! The certificate ledger: the chained event log, and the balances that follow from it.

mod log;

use crate::bulk::{Bound, Statement, rows};
use crate::lots::{self, ROWS_AT_ONCE, serials};
use crate::values::{Values, stored};
use crate::{Connection, StoreError, evidence};
pub use log::{
    GENESIS, LoggedEvent, head, log, log_before, log_naming, log_of, recorders, retirement_events,
    sequence_of,
};
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::holding::Holding;
use planner_core::ledger::retirement::{Retirement, RetirementLine, Standing};
use planner_core::ledger::year::Figure;
use planner_core::ledger::{Balances, Ledger};
use sqlx::QueryBuilder;
use std::collections::BTreeMap;

/// Appends an event that `after` has already accepted, and the balances it leaves.
pub async fn append(
    connection: &mut Connection,
    dated: &DatedEvent,
    after: &Ledger,
    import_number: Option<i64>,
) -> Result<i64, StoreError> {
    let sequence = log_event(connection, dated).await?;
    project(connection, dated, sequence, after, import_number).await?;
    Ok(sequence)
}

/// Appends what the rows of a list come to, many at once: lots that are new, and what had become of each.
pub async fn append_lots(
    connection: &mut Connection,
    events: &[&DatedEvent],
    after: &Ledger,
    import_number: i64,
) -> Result<(), StoreError> {
    let (mut last, mut previous_hash) = head(connection).await?;
    let (insert_lot, recorder) = (lots::insert_sql(), crate::journal::recorder(connection).await?);
    let mut handle = connection.lock_handle().await?;
    let [mut add_event, mut add_lot, mut add_range] =
        Statement::prepare(&mut handle, [ADD_EVENT, &insert_lot, lots::ADD_RANGE])?;
    for dated in events {
        let dated = DatedEvent { recorder: recorder.clone(), ..(*dated).clone() };
        let logged = LoggedEvent::next(&dated, last, previous_hash);
        add_event.run(&[
            Bound::Integer(logged.sequence),
            Bound::Text(&logged.dated_on),
            Bound::Text(&logged.kind),
            Bound::Text(&logged.body),
            Bound::Text(&logged.previous_hash),
            Bound::Text(&logged.hash),
        ])?;
        (last, previous_hash) = (logged.sequence, logged.hash);
        if let Event::LotRecorded(lot) = &dated.event {
            let holding = known(after, &lot.id)?;
            lots::insert_bulk(&mut add_lot, holding, last, Some(import_number))?;
            lots::insert_ranges_bulk(&mut add_range, holding)?;
        }
    }
    Ok(())
}

/// An event that joins the log.
const ADD_EVENT: &str =
    "INSERT INTO event (sequence, dated_on, kind, body, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Appends an event to the chain, and says its number.
pub(crate) async fn log_event(connection: &mut Connection, dated: &DatedEvent) -> Result<i64, StoreError> {
    let (last, previous_hash) = head(connection).await?;
    let recorder = crate::journal::recorder(connection).await?;
    let dated = DatedEvent { recorder, ..dated.clone() };
    let logged = LoggedEvent::next(&dated, last, previous_hash);
    sqlx::query(ADD_EVENT)
        .bind(logged.sequence)
        .bind(&logged.dated_on)
        .bind(&logged.kind)
        .bind(&logged.body)
        .bind(&logged.previous_hash)
        .bind(&logged.hash)
        .execute(connection)
        .await?;
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
            let holding = known(after, &lot.id)?;
            lots::insert(connection, holding, sequence, import_number).await?;
            lots::replace_ranges(connection, after, &[&lot.id]).await
        }
        Event::LotRemoved { lot_id, .. } => lots::remove(connection, lot_id).await,
        Event::Split { lot_id, into, .. } => split(connection, lot_id, into, sequence, after).await,
        Event::Adjusted { lot_id, .. } => lots::update(connection, &known(after, lot_id)?.lot).await,
        Event::Attached { subject, document } => {
            evidence::insert(connection, subject, document, sequence).await
        }
        Event::Checked(check) => lots::mark_checked(connection, &check.lot_ids, dated.on).await,
        Event::Moved { lot_id, .. } => lots::replace_ranges(connection, after, &[lot_id]).await,
        Event::Retired(retirement) => {
            insert_retirement(connection, retirement, dated, sequence).await?;
            lots::replace_ranges(connection, after, &dated.event.lot_ids()).await
        }
        Event::Reversed { retirement, evidence } => {
            remove_retirement(connection, &retirement.id, sequence, evidence).await?;
            lots::replace_ranges(connection, after, &dated.event.lot_ids()).await
        }
        Event::YearLocked { year, figures } => lock(connection, *year, figures, sequence).await,
        Event::Restated { .. } | Event::Journal(_) => Ok(()),
        Event::YearUnlocked { year, .. } => {
            sqlx::query("DELETE FROM locked_year WHERE year = ?1").bind(year).execute(connection).await?;
            Ok(())
        }
    }
}

fn known<'a>(after: &'a Ledger, lot_id: &str) -> Result<&'a Holding, StoreError> {
    after.lot(lot_id).map_err(|_| StoreError::damaged(format!("lot {lot_id} is in no balance")))
}

/// Two lots stand in the place of one; the lines of its retirements and its evidence follow.
async fn split(
    connection: &mut Connection,
    lot_id: &str,
    into: &[String; 2],
    event: i64,
    after: &Ledger,
) -> Result<(), StoreError> {
    let import_number = lots::import_number(connection, lot_id).await?;
    let is_of_parts = |line: &RetirementLine| into.contains(&line.lot_id);
    let retirements: Vec<_> = after
        .retirements()
        .map(|(_, retirement)| retirement)
        .filter(|retirement| retirement.lines.iter().any(is_of_parts))
        .collect();
    for retirement in &retirements {
        remove_lines(connection, &retirement.id).await?;
    }
    evidence::follow(connection, lot_id, into).await?;
    lots::remove(connection, lot_id).await?;
    for id in into {
        lots::insert(connection, known(after, id)?, event, import_number).await?;
        lots::replace_ranges(connection, after, &[id]).await?;
    }
    for retirement in retirements {
        insert_lines(connection, retirement).await?;
    }
    sqlx::query("INSERT INTO split_lot (id, event, lower, upper) VALUES (?1, ?2, ?3, ?4)")
        .bind(lot_id)
        .bind(event)
        .bind(&into[0])
        .bind(&into[1])
        .execute(connection)
        .await?;
    Ok(())
}

async fn lock(
    connection: &mut Connection,
    year: i32,
    figures: &[Figure],
    event: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO locked_year (year, event) VALUES (?1, ?2)")
        .bind(year)
        .bind(event)
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM locked_figure WHERE year = ?1").bind(year).execute(&mut *connection).await?;
    for (figure, value) in figures {
        sqlx::query("INSERT INTO locked_figure (year, figure, value, event) VALUES (?1, ?2, ?3, ?4)")
            .bind(year)
            .bind(figure)
            .bind(value)
            .bind(event)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn insert_retirement(
    connection: &mut Connection,
    retirement: &Retirement,
    dated: &DatedEvent,
    event: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO retirement (id, event, retired_on, year, beneficiary, entity, claim_level, because, purpose,
             beneficiary_country, beneficiary_identifier, registry_reference, registry_link, recorded_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )
    .bind(&retirement.id)
    .bind(event)
    .bind(dated.on.to_string())
    .bind(retirement.year)
    .bind(&retirement.beneficiary)
    .bind(&retirement.entity)
    .bind(&retirement.claim_level)
    .bind(&retirement.because)
    .bind(&retirement.purpose)
    .bind(&retirement.beneficiary_country)
    .bind(&retirement.beneficiary_identifier)
    .bind(&retirement.registry_reference)
    .bind(&retirement.registry_link)
    .bind(stored(dated.recorded_on))
    .execute(&mut *connection)
    .await?;
    insert_lines(connection, retirement).await
}

async fn insert_lines(connection: &mut Connection, retirement: &Retirement) -> Result<(), StoreError> {
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

async fn remove_lines(connection: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM retirement_line WHERE retirement_id = ?1").bind(id).execute(connection).await?;
    Ok(())
}

async fn remove_retirement(
    connection: &mut Connection,
    id: &str,
    event: i64,
    evidence: &str,
) -> Result<(), StoreError> {
    remove_lines(connection, id).await?;
    sqlx::query("DELETE FROM retirement WHERE id = ?1").bind(id).execute(&mut *connection).await?;
    sqlx::query("INSERT INTO reversed_retirement (id, event, evidence) VALUES (?1, ?2, ?3)")
        .bind(id)
        .bind(event)
        .bind(evidence)
        .execute(connection)
        .await?;
    Ok(())
}

/// Dates the balances of the earlier log, which kept no days beside them: they follow from the events. What does not
/// follow from them is left as it is, for a check to find.
pub(crate) async fn date_balances(connection: &mut Connection) -> Result<(), StoreError> {
    let events: Option<Vec<DatedEvent>> = log(connection).await?.iter().map(LoggedEvent::event).collect();
    let Some(Ok(ledger)) = events.map(Ledger::replay) else { return Ok(()) };
    for holding in ledger.holdings() {
        lots::date(connection, &ledger, holding).await?;
    }
    Ok(())
}

/// The ledger as its balances stand.
pub async fn load(connection: &mut Connection) -> Result<Ledger, StoreError> {
    let reversed =
        sqlx::query_scalar("SELECT id FROM reversed_retirement").fetch_all(&mut *connection).await?;
    Ok(Ledger::from_balances(Balances {
        holdings: lots::holdings(connection, None).await?,
        retirements: retirements(connection).await?,
        reversed,
        split: split_lots(connection).await?,
        evidence: evidence::all(connection, None).await?,
        locked_years: locked_years(connection).await?,
        figures: figures(connection).await?,
    }))
}

/// These lots alone with what proves them: to look at. A rule that asks for other lots needs [`load`].
pub async fn load_lots(connection: &mut Connection, lot_ids: &[String]) -> Result<Ledger, StoreError> {
    Ok(Ledger::from_balances(Balances {
        holdings: lots::holdings(connection, Some(lot_ids)).await?,
        split: split_lots(connection).await?,
        evidence: evidence::all(connection, Some(lot_ids)).await?,
        ..Balances::default()
    }))
}

async fn split_lots(connection: &mut Connection) -> Result<Vec<(String, [String; 2])>, StoreError> {
    let rows = sqlx::query("SELECT id, lower, upper FROM split_lot").fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.text("id")?, [row.text("lower")?, row.text("upper")?]))).collect()
}

async fn figures(connection: &mut Connection) -> Result<Vec<(i32, Figure)>, StoreError> {
    let rows = sqlx::query("SELECT * FROM locked_figure").fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.year("year")?, (row.text("figure")?, row.text("value")?)))).collect()
}

async fn retirements(connection: &mut Connection) -> Result<Vec<Standing>, StoreError> {
    let found = rows(connection, "SELECT * FROM retirement_line ORDER BY retirement_id, position", |row| {
        let line = RetirementLine { lot_id: row.text("lot_id")?, serials: serials(row)? };
        Ok((row.text("retirement_id")?, line))
    });
    let mut lines: BTreeMap<String, Vec<RetirementLine>> = BTreeMap::new();
    for (retirement, line) in found.await? {
        lines.entry(retirement).or_default().push(line);
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
                beneficiary_country: row.optional_text("beneficiary_country")?,
                beneficiary_identifier: row.optional_text("beneficiary_identifier")?,
                entity: row.optional_text("entity")?,
                claim_level: row.text("claim_level")?,
                because: row.optional_text("because")?,
                purpose: row.optional_text("purpose")?,
                registry_reference: row.optional_text("registry_reference")?,
                registry_link: row.optional_text("registry_link")?,
            };
            let (on, recorded_on) = (row.date("retired_on")?, row.optional_date("recorded_on")?);
            Ok(Standing { on, recorded_on, retirement })
        })
        .collect()
}

/// Years that take no change.
pub async fn locked_years(connection: &mut Connection) -> Result<Vec<i32>, StoreError> {
    let rows = sqlx::query("SELECT year FROM locked_year ORDER BY year").fetch_all(connection).await?;
    rows.iter().map(|row| row.year("year")).collect()
}
