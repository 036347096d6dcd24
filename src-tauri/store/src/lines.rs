//! Procurement lines: written in batches, and weighed anew when the catalogue changes.

use crate::bulk::{Bound, Statement};
use crate::identities::IdentityWriter;
use crate::journal::{BlockStatements, BlockWriter};
use crate::sums::{self, Columns, Tallied};
use crate::values::{Values, stored};
use crate::weighings::{self, ADD_WEIGHING, FIND_WEIGHING, WeighingNumbers, WeighingStatements};
use crate::words::{ADD_WORD, FIND_WORD, WORD_COLUMNS, WordStatements, Words, lines_in_words};
use crate::{Connection, StoreError};
use compact_str::CompactString;
use planner_core::line::{Line, LineMass, StatedMass};
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use planner_core::revision;
use planner_core::weight::WeightSource;

/// A line with its row in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// 1-based row.
    pub row: u32,
    /// The row's cells as they stood.
    pub raw: RawRow,
    /// The line.
    pub line: Line,
}

/// Writes the lines of one import.
#[derive(Debug)]
pub struct LineWriter {
    import_number: i64,
    words: Words,
    weighings: WeighingNumbers,
    digests: BlockWriter,
    sums: Tallied,
    /// Where the columns that are summed stand among the values of a line.
    columns: Option<Columns>,
    identities: IdentityWriter,
}

/// The columns in their order in the table: the digest of a line is made of these values in this order.
const ADD_LINE: &str = "INSERT OR FAIL INTO line (import_number, row, raw, year, year_assumed, date, item_id, manufacturer_id,
     model_id, category_id, condition, out_of_scope, quantity, stated_unit_kg, stated_total_kg, unit_mass_kg, mass_mg,
     mass_low_mg, mass_high_mg, weight_source, total_differs, order_number_id, line_number, supplier_id, serial_number,
     unit_price, currency_id, entity_id, country_id, cost_centre_id, scope3_category, scope3_rule, weighing_number)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
     ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)";

/// How many they are.
const COLUMNS: usize = 33;

/// The columns of a line that is written, in the order of its values.
fn columns() -> impl Iterator<Item = &'static str> + Clone {
    let columns = ADD_LINE.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    columns.map_or("", |(columns, _)| columns).split(',').map(str::trim)
}

impl LineWriter {
    /// A writer for the lines of this import.
    pub fn new(import_number: i64) -> Self {
        let digests = BlockWriter::new("line", import_number);
        Self {
            import_number,
            words: Words::default(),
            weighings: WeighingNumbers::default(),
            digests,
            sums: Tallied::default(),
            columns: Columns::of(|name| columns().position(|column| column == name)),
            identities: IdentityWriter::new(import_number),
        }
    }

    /// Writes lines.
    pub async fn write(
        &mut self,
        connection: &mut Connection,
        lines: &[SheetLine],
    ) -> Result<(), StoreError> {
        if lines.is_empty() {
            return Ok(());
        }
        self.add_all(connection, lines).await?;
        self.identities.keep(connection).await
    }

    async fn add_all(&mut self, connection: &mut Connection, lines: &[SheetLine]) -> Result<(), StoreError> {
        let mut handle = connection.lock_handle().await?;
        let [mut add_line, find, add, put, touch, find_weighing, add_weighing] = Statement::prepare(
            &mut handle,
            [
                ADD_LINE,
                FIND_WORD,
                ADD_WORD,
                BlockWriter::PUT,
                BlockWriter::TOUCH,
                FIND_WEIGHING,
                ADD_WEIGHING,
            ],
        )?;
        let mut words = WordStatements { find, add };
        let mut weighings = WeighingStatements { find: find_weighing, add: add_weighing };
        for line in lines {
            let weighing = self.weighings.number(&mut weighings, line.line.mass.weighing.as_ref())?;
            self.add(&mut add_line, &mut words, line, weighing)?;
        }
        let mut statements = BlockStatements { put, touch };
        self.words.digests.keep(&mut statements)?;
        self.digests.keep(&mut statements)
    }

    /// Keeps what the lines come to, once all are written.
    pub async fn finish(&mut self, connection: &mut Connection) -> Result<(), StoreError> {
        sums::put(connection, 0, &std::mem::take(&mut self.sums), true).await?;
        self.identities.finish(connection).await?;
        let mut handle = connection.lock_handle().await?;
        let [put, touch] = Statement::prepare(&mut handle, [BlockWriter::PUT, BlockWriter::TOUCH])?;
        let mut statements = BlockStatements { put, touch };
        self.words.digests.finish(&mut statements)?;
        self.digests.finish(&mut statements)
    }

    fn add(
        &mut self,
        add_line: &mut Statement,
        words: &mut WordStatements,
        line: &SheetLine,
        weighing: Bound<'_>,
    ) -> Result<(), StoreError> {
        let words = self.words.ids(words, words_of(&line.line))?;
        let texts = Texts::of(&line.line);
        let values = values_of(self.import_number, line, &texts, words, weighing);
        let id = add_line.insert(&values)?.ok_or_else(|| StoreError::damaged("a line"))?;
        self.digests.add(id, &values);
        let columns = self.columns.as_ref().ok_or_else(|| StoreError::damaged("a column of the lines"))?;
        self.sums.add_written(&values, columns);
        self.identities.add(id, &revision::line_found_by(&line.line));
        Ok(())
    }
}

/// The texts of a line that others share: each is kept once.
fn words_of(line: &Line) -> [&Option<CompactString>; WORD_COLUMNS] {
    [
        &line.item,
        &line.manufacturer,
        &line.model,
        &line.category,
        &line.order_number,
        &line.supplier,
        &line.currency,
        &line.entity,
        &line.country,
        &line.cost_centre,
    ]
}

/// Decimals and the day of a line as they are kept.
struct Texts {
    date: Option<String>,
    stated_unit: Option<String>,
    stated_total: Option<String>,
    price: Option<String>,
    /// The mass of one unit, where it is not the one that the row states: most lines are weighed with that.
    unit: Option<String>,
    is_as_stated: bool,
}

impl Texts {
    fn of(line: &Line) -> Self {
        let [stated_unit, stated_total, price] =
            [line.stated.unit_kg, line.stated.total_kg, line.unit_price].map(stored);
        let is_as_stated = line.mass.unit_kg == line.stated.unit_kg;
        let unit = if is_as_stated { None } else { stored(line.mass.unit_kg) };
        Self { date: stored(line.date), stated_unit, stated_total, price, unit, is_as_stated }
    }

    fn unit(&self) -> Option<&str> {
        if self.is_as_stated { self.stated_unit.as_deref() } else { self.unit.as_deref() }
    }
}

/// The columns of a line, in their order, behind its id.
fn values_of<'a>(
    import_number: i64,
    SheetLine { row, raw, line }: &'a SheetLine,
    texts: &'a Texts,
    words: [Bound<'a>; WORD_COLUMNS],
    weighing: Bound<'a>,
) -> [Bound<'a>; COLUMNS] {
    let milligrams = |mass: Option<Mass>| Bound::from(mass.map(Mass::milligrams));
    let [item, manufacturer, model, category, order_number, supplier, currency, entity, country, cost_centre] =
        words;
    [
        Bound::Integer(import_number),
        Bound::Integer((*row).into()),
        Bound::Text(raw.text()),
        Bound::Integer(line.year.into()),
        Bound::Integer(line.year_assumed.into()),
        texts.date.as_deref().into(),
        item,
        manufacturer,
        model,
        category,
        Bound::Text(line.condition.word()),
        line.out_of_scope.as_deref().into(),
        Bound::Integer(line.quantity),
        texts.stated_unit.as_deref().into(),
        texts.stated_total.as_deref().into(),
        texts.unit().into(),
        milligrams(line.mass.mid),
        milligrams(line.mass.low),
        milligrams(line.mass.high),
        Bound::Text(line.mass.source.word()),
        Bound::Integer(line.mass.total_differs.into()),
        order_number,
        line.line_number.as_deref().into(),
        supplier,
        line.serial_number.as_deref().into(),
        texts.price.as_deref().into(),
        currency,
        entity,
        country,
        cost_centre,
        Bound::Integer(line.scope3.number()),
        line.scope3_rule.as_deref().into(),
        weighing,
    ]
}

/// A line whose row states no mass: what it is, and what it is weighed with so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeighableLine {
    /// Its id.
    pub id: i64,
    /// Item.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Units.
    pub quantity: i64,
    /// Unit mass and source it has now.
    pub unit_kg: Option<rust_decimal::Decimal>,
    /// Where that came from.
    pub source: WeightSource,
    /// The number of its weighing.
    pub weighing: Option<i64>,
}

/// Hardware lines of unlocked years whose rows state no mass.
pub async fn weighable(connection: &mut Connection) -> Result<Vec<WeighableLine>, StoreError> {
    let rows = sqlx::query(concat!(
        "SELECT line.id, item.text AS item, manufacturer.text AS manufacturer, model.text AS model,
                category.text AS category, quantity, unit_mass_kg, weight_source, weighing_number ",
        lines_in_words!(),
        "WHERE weight_source <> 'row' AND out_of_scope IS NULL AND year NOT IN (SELECT year FROM locked_year)
         ORDER BY line.id",
    ))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(WeighableLine {
                id: row.integer("id")?,
                item: row.optional_text("item")?,
                manufacturer: row.optional_text("manufacturer")?,
                model: row.optional_text("model")?,
                category: row.optional_text("category")?,
                quantity: row.integer("quantity")?,
                unit_kg: row.decimal("unit_mass_kg")?,
                source: row.word("weight_source", WeightSource::from_word)?,
                weighing: row.optional_integer("weighing_number")?,
            })
        })
        .collect()
}

/// Gives a line another mass. Every change of a line's weight goes through here.
pub async fn weigh(connection: &mut Connection, id: i64, mass: LineMass) -> Result<(), StoreError> {
    let weighing = match &mass.weighing {
        Some(weighing) => Some(weighings::number(connection, weighing).await?),
        None => None,
    };
    sqlx::query(
        "UPDATE line SET unit_mass_kg = ?2, mass_mg = ?3, mass_low_mg = ?4, mass_high_mg = ?5, weight_source = ?6,
             total_differs = ?7, weighing_number = ?8 WHERE id = ?1",
    )
    .bind(id)
    .bind(stored(mass.unit_kg))
    .bind(mass.mid.map(|mass| mass.milligrams()))
    .bind(mass.low.map(|mass| mass.milligrams()))
    .bind(mass.high.map(|mass| mass.milligrams()))
    .bind(mass.source.word())
    .bind(mass.total_differs)
    .bind(weighing)
    .execute(connection)
    .await?;
    Ok(())
}

/// What the row of a line says of its mass.
pub async fn stated(connection: &mut Connection, id: i64) -> Result<StatedMass, StoreError> {
    let row = sqlx::query("SELECT stated_unit_kg, stated_total_kg FROM line WHERE id = ?1")
        .bind(id)
        .fetch_one(connection)
        .await?;
    Ok(StatedMass { unit_kg: row.decimal("stated_unit_kg")?, total_kg: row.decimal("stated_total_kg")? })
}
