//! Words that many lines share, kept once.

use crate::bulk::{Bound, Statement, rows};
use crate::journal::{self, BlockWriter};
use crate::values::Values;
use crate::{Connection, StoreError};
use compact_str::CompactString;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// What it takes to know a word's id.
pub(crate) struct WordStatements<'lock> {
    pub(crate) find: Statement<'lock>,
    pub(crate) add: Statement<'lock>,
}

/// The id of a word.
pub(crate) const FIND_WORD: &str = "SELECT id FROM word WHERE text = ?1";
/// A word that may be new.
pub(crate) const ADD_WORD: &str = "INSERT OR IGNORE INTO word (text) VALUES (?1)";

/// Words of one column that are remembered; beyond them each is looked up.
const MAX_WORDS: usize = 250_000;

/// Columns of a line whose words are kept once.
pub(crate) const WORD_COLUMNS: usize = 10;

/// Ids of words, remembered while lines are written: column by column, so that the few words of most are close at hand
/// whatever the order numbers come to.
#[derive(Debug)]
pub(crate) struct Words {
    columns: [Column; WORD_COLUMNS],
    pub(crate) digests: BlockWriter,
}

impl Default for Words {
    fn default() -> Self {
        Self { columns: Default::default(), digests: BlockWriter::new("word", 0) }
    }
}

#[derive(Debug, Default)]
struct Column {
    known: HashMap<CompactString, i64, RandomState>,
    /// The last word: the rows of an order stand together.
    last: Option<(CompactString, i64)>,
}

impl Words {
    /// The ids of a line's words, in the order of their columns; what is new is added.
    pub(crate) fn ids<'a>(
        &mut self,
        statements: &mut WordStatements,
        words: [&Option<CompactString>; WORD_COLUMNS],
    ) -> Result<[Bound<'a>; WORD_COLUMNS], StoreError> {
        let mut ids = [Bound::Null; WORD_COLUMNS];
        for ((column, word), id) in self.columns.iter_mut().zip(words).zip(&mut ids) {
            if let Some(word) = word {
                *id = Bound::Integer(column.id(statements, &mut self.digests, word)?);
            }
        }
        Ok(ids)
    }
}

impl Column {
    fn id(
        &mut self,
        statements: &mut WordStatements,
        digests: &mut BlockWriter,
        word: &CompactString,
    ) -> Result<i64, StoreError> {
        if let Some((_, id)) = self.last.as_ref().filter(|(last, _)| last == word) {
            return Ok(*id);
        }
        let id = match self.known.get(word) {
            Some(id) => *id,
            None => {
                let id = find_or_add(statements, digests, word)?;
                if self.known.len() < MAX_WORDS {
                    self.known.insert(word.clone(), id);
                }
                id
            }
        };
        self.last = Some((word.clone(), id));
        Ok(id)
    }
}

/// Most words that are not remembered are new.
fn find_or_add(
    statements: &mut WordStatements,
    digests: &mut BlockWriter,
    word: &str,
) -> Result<i64, StoreError> {
    match statements.add.insert(&[Bound::Text(word)])? {
        Some(id) => {
            digests.add(id, &[Bound::Text(word)]);
            Ok(id)
        }
        None => statements.find.run(&[Bound::Text(word)])?.ok_or_else(|| StoreError::damaged("a word")),
    }
}

/// The texts of these words, as far as they are there.
pub(crate) async fn texts(
    connection: &mut Connection,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, String>, StoreError> {
    let ids: Vec<_> = ids.into_iter().map(|id| id.to_string()).collect();
    let sql = format!("SELECT id, text FROM word WHERE id IN ({})", ids.join(", "));
    Ok(rows(connection, &sql, |row| Ok((row.integer("id")?, row.text("text")?))).await?.into_iter().collect())
}

/// Forgets the words that no line has any more, in the transaction that took the lines.
pub(crate) async fn forget_unused(connection: &mut Connection) -> Result<(), StoreError> {
    const COLUMNS: [&str; WORD_COLUMNS] = [
        "item_id",
        "manufacturer_id",
        "model_id",
        "category_id",
        "order_number_id",
        "supplier_id",
        "currency_id",
        "entity_id",
        "country_id",
        "cost_centre_id",
    ];
    let used = ["line", "superseded_line"].iter().flat_map(|table| {
        COLUMNS.map(|column| format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL"))
    });
    let used = used.chain(
        ["category_id", "entity_id"]
            .map(|column| format!("SELECT {column} FROM line_before WHERE {column} IS NOT NULL")),
    );
    let unused = format!(" WHERE id NOT IN ({})", used.collect::<Vec<_>>().join(" UNION "));
    journal::touch_records(connection, "word", "word", |query| {
        query.push(&unused);
    })
    .await?;
    sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM word{unused}"))).execute(connection).await?;
    Ok(())
}

/// Lines, with what is joined to them and the words that their ids stand for. A word that a query does not ask for
/// costs nothing: SQLite leaves out a join whose columns nobody reads.
macro_rules! lines_in_words {
    ($($join:literal)?) => {
        concat!(
            "FROM line ",
            $($join,)?
            " LEFT JOIN word AS item ON item.id = item_id
             LEFT JOIN word AS manufacturer ON manufacturer.id = manufacturer_id
             LEFT JOIN word AS model ON model.id = model_id
             LEFT JOIN word AS category ON category.id = category_id
             LEFT JOIN word AS order_number ON order_number.id = order_number_id
             LEFT JOIN word AS supplier ON supplier.id = supplier_id
             LEFT JOIN word AS currency ON currency.id = currency_id
             LEFT JOIN word AS entity ON entity.id = entity_id
             LEFT JOIN word AS country ON country.id = country_id
             LEFT JOIN word AS cost_centre ON cost_centre.id = cost_centre_id "
        )
    };
}
pub(crate) use lines_in_words;

/// The sums of the lines that stand, as if each were a line, with the words that they are kept by.
macro_rules! summed_lines {
    ($($join:literal)?) => {
        concat!(
            "FROM (
                 SELECT year, import_number, nullif(entity_id, 0) AS entity_id, nullif(category_id, 0) AS category_id,
                     condition, nullif(out_of_scope, '') AS out_of_scope, scope3_category, weight_source,
                     nullif(weighing_number, 0) AS weighing_number, lines, quantity, mass_mg, mass_low_mg, mass_high_mg
                 FROM line_sum WHERE superseded_by = 0
             ) AS line ",
            $($join,)?
            " LEFT JOIN word AS entity ON entity.id = entity_id
             LEFT JOIN word AS category ON category.id = category_id "
        )
    };
}
pub(crate) use summed_lines;

/// All columns of a line, its words among them.
macro_rules! line_columns {
    () => {
        "line.*, item.text AS item, manufacturer.text AS manufacturer, model.text AS model,
         category.text AS category, order_number.text AS order_number, supplier.text AS supplier,
         currency.text AS currency, entity.text AS entity, country.text AS country,
         cost_centre.text AS cost_centre "
    };
}
pub(crate) use line_columns;
