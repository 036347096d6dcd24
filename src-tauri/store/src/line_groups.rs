//! What the lines of a year come to, by everything that a total asks for: from the sums that are kept, and of no more
//! years than are asked for.

use crate::bulk::rows;
use crate::values::Values;
use crate::words::{summed_lines, texts};
use crate::{Connection, StoreError, sums, weighings};
use planner_core::line::{Condition, Scope3Category};
use planner_core::mass::Mass;
use planner_core::requirement::{LineGroup, Weighed};
use planner_core::weighing::Weighing;
use planner_core::weight::WeightSource;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Hardware lines of a year, summed over everything a total asks for.
pub async fn groups(
    connection: &mut Connection,
    year: i32,
    entity: Option<&str>,
) -> Result<Vec<LineGroup>, StoreError> {
    Ok(groups_by_year(connection, year..=year, entity).await?.remove(&year).unwrap_or_default())
}

/// The same of each of these years that has any.
pub async fn groups_by_year(
    connection: &mut Connection,
    years: RangeInclusive<i32>,
    entity: Option<&str>,
) -> Result<BTreeMap<i32, Vec<LineGroup>>, StoreError> {
    let Some(among) = hardware(connection, years, entity).await? else { return Ok(BTreeMap::new()) };
    let sql = format!("SELECT * FROM line_sum WHERE {among}");
    let mut found: HashMap<Key, Amounts> = HashMap::new();
    rows(connection, &sql, |row| found.entry(key(row)?).or_default().add(row)).await?;
    let ids: BTreeSet<i64> = found.keys().flat_map(|key| [key.entity, key.category]).collect();
    let (words, weighings) = (texts(connection, ids).await?, weighings::all(connection).await?);
    let mut sorted: BTreeMap<_, (Key, Amounts)> = BTreeMap::new();
    for (key, amounts) in found {
        let (entity, category) = (word(&words, key.entity)?, word(&words, key.category)?);
        let place = (key.year, entity, category, key.condition, key.scope3, key.source, key.weighing);
        sorted.insert(place, (key, amounts));
    }
    let mut groups: BTreeMap<i32, Vec<LineGroup>> = BTreeMap::new();
    for ((year, entity, category, ..), (key, amounts)) in sorted {
        let (part, of_year) =
            (group([entity, category], &key, amounts, &weighings)?, groups.entry(year).or_default());
        match of_year.last_mut().filter(|last| last.is_like(&part)) {
            Some(last) => last.take_in(part),
            None => of_year.push(part),
        }
    }
    Ok(groups)
}

/// The mass that counts as new in each of these years, entity by entity.
pub async fn new_by_year(
    connection: &mut Connection,
    years: RangeInclusive<i32>,
    entity: Option<&str>,
) -> Result<BTreeMap<i32, Vec<Mass>>, StoreError> {
    let Some(among) = hardware(connection, years, entity).await? else { return Ok(BTreeMap::new()) };
    let sql = format!("SELECT year, entity_id, condition, mass_mg FROM line_sum WHERE {among}");
    let mut found: BTreeMap<(i32, i64), i64> = BTreeMap::new();
    rows(connection, &sql, |row| {
        if row.word("condition", Condition::from_word)?.counts_as_new() {
            let sum = found.entry((row.year("year")?, row.integer("entity_id")?)).or_default();
            *sum = added(*sum, row.integer("mass_mg")?)?;
        }
        Ok(())
    })
    .await?;
    let mut new: BTreeMap<i32, Vec<Mass>> = BTreeMap::new();
    for ((year, _), mass) in found {
        new.entry(year).or_default().push(Mass::from_milligrams(mass));
    }
    Ok(new)
}

/// Years that have hardware.
pub async fn years(connection: &mut Connection) -> Result<BTreeSet<i32>, StoreError> {
    let sql = "SELECT DISTINCT year FROM line_sum WHERE superseded_by = 0 AND out_of_scope = ''";
    Ok(rows(connection, sql, |row| row.year("year")).await?.into_iter().collect())
}

/// The sums that are asked for, as SQL; nothing where no line can name the entity.
async fn hardware(
    connection: &mut Connection,
    years: RangeInclusive<i32>,
    entity: Option<&str>,
) -> Result<Option<String>, StoreError> {
    sums::refuse_missing(connection).await?;
    let of_years = format!("year BETWEEN {} AND {}", years.start(), years.end());
    let among = format!("{of_years} AND superseded_by = 0 AND out_of_scope = ''");
    let Some(entity) = entity else { return Ok(Some(among)) };
    let id = sqlx::query_scalar("SELECT id FROM word WHERE text = ?1").bind(entity);
    let id: Option<i64> = id.fetch_optional(connection).await?;
    Ok(id.map(|id| format!("{among} AND entity_id = {id}")))
}

/// What lines that are alike have in common; 0 stands for no word and no weighing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    year: i32,
    entity: i64,
    category: i64,
    condition: &'static str,
    scope3: i64,
    source: &'static str,
    weighing: i64,
}

fn key(row: &impl Values) -> Result<Key, StoreError> {
    Ok(Key {
        year: row.year("year")?,
        entity: row.integer("entity_id")?,
        category: row.integer("category_id")?,
        condition: row.word("condition", Condition::from_word)?.word(),
        scope3: row.integer("scope3_category")?,
        source: row.word("weight_source", WeightSource::from_word)?.word(),
        weighing: row.integer("weighing_number")?,
    })
}

#[derive(Clone, Copy, Default)]
struct Amounts {
    lines: i64,
    quantity: i64,
    mid: i64,
    low: i64,
    high: i64,
}

impl Amounts {
    fn add(&mut self, row: &impl Values) -> Result<(), StoreError> {
        for (sum, column) in [
            (&mut self.lines, "lines"),
            (&mut self.quantity, "quantity"),
            (&mut self.mid, "mass_mg"),
            (&mut self.low, "mass_low_mg"),
            (&mut self.high, "mass_high_mg"),
        ] {
            *sum = added(*sum, row.integer(column)?)?;
        }
        Ok(())
    }
}

fn added(sum: i64, amount: i64) -> Result<i64, StoreError> {
    sum.checked_add(amount).ok_or_else(|| StoreError::damaged("a sum of the lines is too large to be held"))
}

fn word(words: &HashMap<i64, String>, id: i64) -> Result<Option<&str>, StoreError> {
    match words.get(&id) {
        Some(text) => Ok(Some(text)),
        None if id == 0 => Ok(None),
        None => Err(StoreError::damaged("a sum of the lines names a word that is not there")),
    }
}

/// The lines of one weighing, or those without.
fn group(
    [entity, category]: [Option<&str>; 2],
    key: &Key,
    amounts: Amounts,
    weighings: &HashMap<i64, Arc<Weighing>>,
) -> Result<LineGroup, StoreError> {
    let Amounts { lines, quantity, mid, low, high } = amounts;
    let [mid, mut low, mut high] = [mid, low, high].map(Mass::from_milligrams);
    let mut weighed = Vec::new();
    if key.weighing != 0 {
        let weighing = weighings.get(&key.weighing).ok_or_else(|| StoreError::damaged("weighing_number"))?;
        weighed.push(Weighed { weighing: weighing.clone(), units: quantity, lines, mid });
        (low, high) = (Mass::ZERO, Mass::ZERO);
    }
    let damaged = |column: &str| StoreError::damaged(column);
    Ok(LineGroup {
        entity: entity.map(str::to_owned),
        category: category.map(str::to_owned),
        condition: Condition::from_word(key.condition).ok_or_else(|| damaged("condition"))?,
        scope3: Scope3Category::from_number(key.scope3).ok_or_else(|| damaged("scope3_category"))?,
        source: WeightSource::from_word(key.source).ok_or_else(|| damaged("weight_source"))?,
        lines,
        quantity,
        mid,
        low,
        high,
        weighed,
    })
}

/// Lines of a year that are no hardware, by reason: lines, units, and the mass they state.
pub async fn out_of_scope(
    connection: &mut Connection,
    year: i32,
    entity: Option<&str>,
) -> Result<Vec<(String, i64, i64, Mass)>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT out_of_scope, sum(lines) AS lines, sum(quantity) AS quantity, sum(mass_mg) AS mass ",
        summed_lines!(),
        "WHERE line.year = ?1 AND out_of_scope IS NOT NULL AND (?2 IS NULL OR entity.text = ?2)
         GROUP BY out_of_scope ORDER BY out_of_scope",
    ))
    .bind(year)
    .bind(entity)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.text("out_of_scope")?,
                row.integer("lines")?,
                row.integer("quantity")?,
                row.mass("mass")?,
            ))
        })
        .collect()
}

/// New hardware lines without a weight in years that are not locked.
pub async fn count_unresolved_in_open_years(connection: &mut Connection) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT coalesce(sum(lines), 0) FROM line_sum
         WHERE superseded_by = 0 AND weight_source = 'unresolved' AND out_of_scope = ''
             AND condition IN ('new', 'unknown') AND year NOT IN (SELECT year FROM locked_year)",
    )
    .fetch_one(connection)
    .await?)
}
