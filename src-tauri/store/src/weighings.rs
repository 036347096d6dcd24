//! How lines were weighed: kept once for all lines of one device.

use crate::bulk::{Bound, Statement, rows};
use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::recognise::Kind;
use planner_core::weighing::{KnownWeight, Tier, Weighing};
use std::collections::HashMap;
use std::sync::Arc;

/// What it takes to know a weighing's number.
pub(crate) struct WeighingStatements<'lock> {
    pub(crate) find: Statement<'lock>,
    pub(crate) add: Statement<'lock>,
}

/// The number of a weighing, by all it says.
pub(crate) const FIND_WEIGHING: &str = "SELECT number FROM weighing WHERE model = ?1 AND kind = ?2 AND tier = ?3
     AND class = ?4 AND source = ?5 AND devices = ?6 AND kg = ?7 AND low_kg = ?8 AND high_kg = ?9 AND deviation_kg = ?10
     AND evidence = ?11";
/// A weighing that is new.
pub(crate) const ADD_WEIGHING: &str =
    "INSERT INTO weighing (model, kind, tier, class, source, devices, kg, low_kg,
     high_kg, deviation_kg, evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

/// Weighings that are remembered while lines are written.
const MAX_WEIGHINGS: usize = 50_000;

/// Numbers of weighings by where they stand in memory: the lines of one device share one.
#[derive(Debug, Default)]
pub(crate) struct WeighingNumbers(HashMap<usize, (Arc<Weighing>, i64)>);

impl WeighingNumbers {
    /// The number of a weighing; what is new is added.
    pub(crate) fn number<'a>(
        &mut self,
        statements: &mut WeighingStatements,
        weighing: Option<&Arc<Weighing>>,
    ) -> Result<Bound<'a>, StoreError> {
        let Some(weighing) = weighing else { return Ok(Bound::Null) };
        let place = Arc::as_ptr(weighing).addr();
        if let Some((_, number)) = self.0.get(&place) {
            return Ok(Bound::Integer(*number));
        }
        let number = find_or_add(statements, weighing)?;
        if self.0.len() < MAX_WEIGHINGS {
            self.0.insert(place, (weighing.clone(), number));
        }
        Ok(Bound::Integer(number))
    }
}

fn find_or_add(statements: &mut WeighingStatements, weighing: &Weighing) -> Result<i64, StoreError> {
    let Weighing { kind, model, evidence, weight } = weighing;
    let [kg, low, high, deviation] =
        [weight.kg, weight.low, weight.high, weight.deviation].map(|kg| kg.normalize().to_string());
    let values = [
        Bound::Text(model),
        Bound::Text(kind.map_or("", Kind::word)),
        Bound::Text(weight.tier.word()),
        Bound::Text(&weight.class),
        Bound::Text(&weight.source),
        Bound::Integer(i64::try_from(weight.n).unwrap_or(i64::MAX)),
        Bound::Text(&kg),
        Bound::Text(&low),
        Bound::Text(&high),
        Bound::Text(&deviation),
        Bound::Text(evidence),
    ];
    match statements.find.run(&values)? {
        Some(number) => Ok(number),
        None => statements.add.insert(&values)?.ok_or_else(|| StoreError::damaged("a weighing")),
    }
}

/// The number of a weighing; what is new is added.
pub(crate) async fn number(connection: &mut Connection, weighing: &Weighing) -> Result<i64, StoreError> {
    let mut handle = connection.lock_handle().await?;
    let [find, add] = Statement::prepare(&mut handle, [FIND_WEIGHING, ADD_WEIGHING])?;
    find_or_add(&mut WeighingStatements { find, add }, weighing)
}

/// All weighings by their number.
pub(crate) async fn all(connection: &mut Connection) -> Result<HashMap<i64, Arc<Weighing>>, StoreError> {
    let all = rows(connection, "SELECT * FROM weighing", |row| {
        Ok((row.integer("number")?, Arc::new(from_row(row)?)))
    });
    Ok(all.await?.into_iter().collect())
}

/// One weighing.
pub(crate) async fn find(connection: &mut Connection, number: i64) -> Result<Arc<Weighing>, StoreError> {
    let row = sqlx::query("SELECT * FROM weighing WHERE number = ?1").bind(number);
    Ok(Arc::new(from_row(&row.fetch_one(connection).await?)?))
}

fn from_row(row: &impl Values) -> Result<Weighing, StoreError> {
    let kg = |column| row.decimal(column)?.ok_or_else(|| StoreError::damaged(column));
    let weight = KnownWeight {
        kg: kg("kg")?,
        low: kg("low_kg")?,
        high: kg("high_kg")?,
        tier: row.word("tier", Tier::from_word)?,
        source: row.text("source")?,
        deviation: kg("deviation_kg")?,
        n: usize::try_from(row.integer("devices")?).map_err(|_| StoreError::damaged("devices"))?,
        class: row.text("class")?,
    };
    let (model, evidence) = (row.text("model")?, row.text("evidence")?);
    Ok(Weighing { kind: Kind::from_word(&row.text("kind")?), model, evidence, weight })
}

/// Forgets the weighings that no line has any more, in the transaction that took the lines.
pub(crate) async fn forget_unused(connection: &mut Connection) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM weighing WHERE number NOT IN (
             SELECT weighing_number FROM line WHERE weighing_number IS NOT NULL
             UNION SELECT weighing_number FROM superseded_line WHERE weighing_number IS NOT NULL
             UNION SELECT weighing_number FROM line_before WHERE weighing_number IS NOT NULL)",
    )
    .execute(connection)
    .await?;
    Ok(())
}
