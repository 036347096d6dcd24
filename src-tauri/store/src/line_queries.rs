//! What is asked of the lines: what those that match come to, a page of them, where one came from.

use crate::values::Values;
use crate::words::{line_columns, lines_in_words, summed_lines};
use crate::{Connection, StoreError, sums, weighings};
use compact_str::CompactString;
use planner_core::line::{Condition, Line, LineMass, Scope3Category, StatedMass};
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use planner_core::weight::WeightSource;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};
use std::collections::HashMap;

/// Which lines, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFilter {
    /// The reporting year.
    pub year: i32,
    /// Category key; an empty text means lines without one.
    pub category: Option<String>,
    /// Condition word.
    pub condition: Option<String>,
    /// Weight source word.
    pub weight_source: Option<String>,
    /// Kind key: of the category, or of what was recognised where the category is wider.
    pub kind: Option<String>,
    /// Keys of the kinds that belong to that one.
    pub kinds: Vec<String>,
    /// Tier word: of a weighing, else the weight source of lines without one.
    pub tier: Option<String>,
    /// Family or class of the weighing.
    pub class: Option<String>,
    /// Import id.
    pub import_id: Option<String>,
    /// Text that item, maker, model, supplier or order number contains.
    pub search: Option<String>,
    /// Whether the line is hardware.
    pub is_in_scope: Option<bool>,
    /// Only new hardware and such in unknown condition.
    pub is_new: bool,
    /// Only refurbished and used hardware.
    pub is_second_hand: bool,
    /// Why the line is no hardware.
    pub out_of_scope: Option<String>,
    /// Entity.
    pub entity: Option<String>,
    /// Only lines that name no entity.
    pub is_without_entity: bool,
    /// Scope 3 category number.
    pub scope3: Option<i64>,
    /// Order of the lines.
    pub order: LineOrder,
    /// Descending.
    pub descending: bool,
    /// First line of the page.
    pub offset: u32,
    /// Lines on the page.
    pub limit: u32,
}

/// Order of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineOrder {
    /// What needs a person first, then as imported.
    #[default]
    NeedFirst,
    /// By date.
    Date,
    /// By item.
    Item,
    /// By category.
    Category,
    /// By condition.
    Condition,
    /// By quantity.
    Quantity,
    /// By mass.
    Mass,
    /// By import and row.
    Row,
}

impl LineOrder {
    fn column(self) -> &'static str {
        match self {
            Self::NeedFirst => {
                "CASE WHEN out_of_scope IS NULL AND weight_source = 'unresolved' THEN 0
                      WHEN out_of_scope IS NULL AND condition = 'unknown' THEN 1 ELSE 2 END"
            }
            Self::Date => "date",
            Self::Item => "coalesce(item.text, model.text)",
            Self::Category => "category.text",
            Self::Condition => "condition",
            Self::Quantity => "quantity",
            Self::Mass => "mass_mg",
            Self::Row => "line.import_number",
        }
    }
}

/// A line with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each member is named as its field")]
pub struct StoredLine {
    pub id: i64,
    pub import_id: String,
    pub import_number: i64,
    pub file_name: String,
    pub file_sha256: String,
    pub sheet: String,
    pub row: i64,
    pub raw: RawRow,
    pub line: Line,
}

const SELECT_LINES: &str = concat!(
    "SELECT import.id AS import_id, import.file_name, import.file_sha256, import.sheet, ",
    line_columns!(),
);

const FROM_LINES: &str = lines_in_words!("JOIN import ON import.number = line.import_number");

fn push_filter(query: &mut QueryBuilder<Sqlite>, filter: &LineFilter) {
    query.push("WHERE line.year = ").push_bind(filter.year);
    if filter.category.as_deref() == Some("") {
        query.push(" AND category_id IS NULL");
    } else if let Some(category) = &filter.category {
        push_word(query, " AND category_id = ", category);
    }
    for (column, value) in [
        (" AND condition = ", &filter.condition),
        (" AND weight_source = ", &filter.weight_source),
        (" AND out_of_scope = ", &filter.out_of_scope),
    ] {
        if let Some(value) = value {
            query.push(column).push_bind(value.clone());
        }
    }
    if let Some(tier) = &filter.tier {
        query.push(
            " AND coalesce((SELECT tier FROM weighing WHERE number = weighing_number), weight_source) = ",
        );
        query.push_bind(tier.clone());
    }
    if let Some(class) = &filter.class {
        query.push(" AND (SELECT class FROM weighing WHERE number = weighing_number) = ");
        query.push_bind(class.clone());
    }
    if let Some(kind) = &filter.kind {
        query.push(" AND coalesce(nullif((SELECT kind FROM weighing WHERE number = weighing_number), ''), (SELECT text FROM word WHERE id = category_id), '') IN (");
        let mut list = query.separated(", ");
        for kind in filter.kinds.iter().chain([kind]) {
            list.push_bind(kind.clone());
        }
        query.push(")");
    }
    if let Some(import) = &filter.import_id {
        query.push(" AND line.import_number = (SELECT number FROM import WHERE id = ");
        query.push_bind(import.clone()).push(")");
    }
    match filter.is_in_scope {
        Some(true) => drop(query.push(" AND out_of_scope IS NULL")),
        Some(false) => drop(query.push(" AND out_of_scope IS NOT NULL")),
        None => {}
    }
    if filter.is_new {
        query.push(" AND condition IN ('new', 'unknown')");
    }
    if filter.is_second_hand {
        query.push(" AND condition IN ('refurbished', 'used')");
    }
    if filter.is_without_entity {
        query.push(" AND entity_id IS NULL");
    }
    if let Some(entity) = &filter.entity {
        push_word(query, " AND entity_id = ", entity);
    }
    if let Some(number) = filter.scope3 {
        query.push(" AND scope3_category = ").push_bind(number);
    }
    if let Some(search) = filter.search.as_deref().filter(|search| !search.is_empty()) {
        // Words are few beside lines, so the text is looked for among the words.
        query.push(" AND EXISTS (SELECT 1 FROM word WHERE id IN (item_id, manufacturer_id, model_id, supplier_id, order_number_id) AND instr(lower(text), lower(");
        query.push_bind(search.to_owned()).push(")) > 0)");
    }
}

fn push_word(query: &mut QueryBuilder<Sqlite>, column: &str, word: &str) {
    query.push(column).push("(SELECT id FROM word WHERE text = ").push_bind(word.to_owned()).push(")");
}

/// How many lines match; only a text that is searched for needs the lines themselves.
pub async fn count(connection: &mut Connection, filter: &LineFilter) -> Result<i64, StoreError> {
    let is_searching = filter.search.as_deref().is_some_and(|search| !search.is_empty());
    let mut query = QueryBuilder::new(if is_searching {
        "SELECT count(*) FROM line "
    } else {
        concat!("SELECT coalesce(sum(lines), 0) ", summed_lines!())
    });
    push_filter(&mut query, filter);
    Ok(query.build_query_scalar().fetch_one(connection).await?)
}

/// What lines come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineTotals {
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass of all, where it is known.
    pub mass: Mass,
    /// Mass of new hardware, and of such in unknown condition: what a requirement rests on.
    pub mass_new: Mass,
    /// Lines of it without a weight: in no mass.
    pub lines_unresolved: i64,
}

/// What the lines that match come to, whatever page of them is asked for.
pub async fn totals(connection: &mut Connection, filter: &LineFilter) -> Result<LineTotals, StoreError> {
    let is_new = "line.out_of_scope IS NULL AND line.condition IN ('new', 'unknown')";
    let is_searching = filter.search.as_deref().is_some_and(|search| !search.is_empty());
    let (lines, from) = if is_searching { ("1", FROM_LINES) } else { ("line.lines", summed_lines!()) };
    sums::refuse_missing(connection).await?;
    let mut query = QueryBuilder::new(format!(
        "SELECT coalesce(sum({lines}), 0) AS lines, coalesce(sum(line.quantity), 0) AS quantity,
                coalesce(sum(line.mass_mg), 0) AS mass,
                coalesce(sum(CASE WHEN {is_new} THEN line.mass_mg END), 0) AS mass_new,
                coalesce(sum(CASE WHEN {is_new} AND line.weight_source = 'unresolved' THEN {lines} END), 0)
                    AS lines_unresolved "
    ));
    query.push(from);
    push_filter(&mut query, filter);
    let row = query.build().fetch_one(connection).await?;
    Ok(LineTotals {
        lines: row.integer("lines")?,
        quantity: row.integer("quantity")?,
        mass: row.mass("mass")?,
        mass_new: row.mass("mass_new")?,
        lines_unresolved: row.integer("lines_unresolved")?,
    })
}

/// A page of the lines that match.
pub async fn page(connection: &mut Connection, filter: &LineFilter) -> Result<Vec<StoredLine>, StoreError> {
    let is_as_imported = filter.order == LineOrder::Row && !filter.descending;
    let mut query = if is_as_imported { as_imported(filter) } else { QueryBuilder::new("SELECT line.id ") };
    if !is_as_imported {
        push_ordered(&mut query, filter);
    }
    query.push(" LIMIT ").push_bind(filter.limit).push(" OFFSET ").push_bind(filter.offset);
    let ids: Vec<i64> = query.build_query_scalar().fetch_all(&mut *connection).await?;
    named(connection, &ids).await
}

/// Ids of the lines that match, in the order that is asked for; the filter's page is left aside.
pub async fn ids(connection: &mut Connection, filter: &LineFilter) -> Result<Vec<i64>, StoreError> {
    // One text costs far less than a row for every line.
    let mut query = QueryBuilder::new("SELECT coalesce(group_concat(id), '') FROM (SELECT line.id AS id ");
    push_ordered(&mut query, filter);
    let text: String = query.push(")").build_query_scalar().fetch_one(connection).await?;
    let ids = text.split(',').filter(|id| !id.is_empty()).map(str::parse);
    ids.collect::<Result<_, _>>().map_err(|_| StoreError::damaged("the id of a line"))
}

/// The lines that match, in order.
fn push_ordered(query: &mut QueryBuilder<Sqlite>, filter: &LineFilter) {
    query.push(lines_in_words!());
    push_filter(query, filter);
    let direction = if filter.descending { "DESC" } else { "ASC" };
    query.push(format_args!(" ORDER BY {} {direction} NULLS LAST, ", filter.order.column()));
    query.push(if filter.order == LineOrder::NeedFirst { "date DESC, " } else { "" });
    query.push(format_args!("line.import_number {direction}, line.row {direction}"));
}

/// Lines of a year after an id, in the order of their ids.
pub async fn after(
    connection: &mut Connection,
    year: i32,
    id: i64,
    limit: u32,
) -> Result<Vec<StoredLine>, StoreError> {
    let mut query = QueryBuilder::new(SELECT_LINES);
    query.push(FROM_LINES).push("WHERE line.year = ").push_bind(year);
    query.push(" AND line.id > ").push_bind(id).push(" ORDER BY line.id LIMIT ").push_bind(limit);
    let rows = query.build().fetch_all(&mut *connection).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        lines.push(stored_line(connection, row).await?);
    }
    Ok(lines)
}

/// The lines that match in the order in which they were imported, which is that of their ids: the index has each weight
/// source in it, so that no more lines are read than the page has.
fn as_imported(filter: &LineFilter) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new("SELECT id FROM (");
    for (place, source) in WeightSource::ALL.into_iter().enumerate() {
        query
            .push(if place > 0 { " UNION ALL " } else { "" })
            .push("SELECT * FROM (SELECT line.id FROM line ");
        push_filter(&mut query, filter);
        query.push(" AND weight_source = ").push_bind(source.word());
        query
            .push(" ORDER BY line.id LIMIT ")
            .push_bind(filter.offset.saturating_add(filter.limit))
            .push(")");
    }
    query.push(") ORDER BY id");
    query
}

/// The lines of these ids, in this order; those that are no longer there are left out.
pub async fn named(connection: &mut Connection, ids: &[i64]) -> Result<Vec<StoredLine>, StoreError> {
    let mut found: HashMap<i64, StoredLine> = HashMap::with_capacity(ids.len());
    for some in ids.chunks(NAMED) {
        let mut query = QueryBuilder::new(SELECT_LINES);
        query.push(FROM_LINES).push("WHERE line.id IN (");
        let mut list = query.separated(", ");
        for id in some {
            list.push_bind(*id);
        }
        for row in &query.push(")").build().fetch_all(&mut *connection).await? {
            let line = stored_line(connection, row).await?;
            found.insert(line.id, line);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Lines asked for at once by their ids.
const NAMED: usize = 500;

/// One line.
pub async fn find(connection: &mut Connection, id: i64) -> Result<Option<StoredLine>, StoreError> {
    let mut query = QueryBuilder::new(SELECT_LINES);
    query.push(FROM_LINES).push("WHERE line.id = ").push_bind(id);
    match query.build().fetch_optional(&mut *connection).await? {
        Some(row) => stored_line(connection, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn stored_line(connection: &mut Connection, row: &SqliteRow) -> Result<StoredLine, StoreError> {
    let mut line = line(row)?;
    if let Some(number) = row.optional_integer("weighing_number")? {
        line.mass.weighing = Some(weighings::find(connection, number).await?);
    }
    Ok(StoredLine {
        id: row.integer("id")?,
        import_id: row.text("import_id")?,
        import_number: row.integer("import_number")?,
        file_name: row.text("file_name")?,
        file_sha256: row.text("file_sha256")?,
        sheet: row.text("sheet")?,
        row: row.integer("row")?,
        raw: RawRow::from_text(row.text("raw")?),
        line,
    })
}

/// A line as its columns say, without how it was weighed.
pub(crate) fn line(row: &SqliteRow) -> Result<Line, StoreError> {
    let text = |column| Ok::<_, StoreError>(row.optional_text(column)?.map(CompactString::from));
    let scope3 = row.integer("scope3_category")?;
    Ok(Line {
        item: text("item")?,
        manufacturer: text("manufacturer")?,
        model: text("model")?,
        category: text("category")?,
        condition: row.word("condition", Condition::from_word)?,
        out_of_scope: text("out_of_scope")?,
        quantity: row.integer("quantity")?,
        stated: StatedMass {
            unit_kg: row.decimal("stated_unit_kg")?,
            total_kg: row.decimal("stated_total_kg")?,
        },
        mass: LineMass {
            unit_kg: row.decimal("unit_mass_kg")?,
            mid: row.optional_mass("mass_mg")?,
            low: row.optional_mass("mass_low_mg")?,
            high: row.optional_mass("mass_high_mg")?,
            source: row.word("weight_source", WeightSource::from_word)?,
            weighing: None,
            total_differs: row.boolean("total_differs")?,
        },
        date: row.optional_date("date")?,
        year: row.year("year")?,
        year_assumed: row.boolean("year_assumed")?,
        order_number: text("order_number")?,
        line_number: text("line_number")?,
        supplier: text("supplier")?,
        serial_number: text("serial_number")?,
        unit_price: row.decimal("unit_price")?,
        currency: text("currency")?,
        entity: text("entity")?,
        country: text("country")?,
        cost_centre: text("cost_centre")?,
        scope3: Scope3Category::from_number(scope3).ok_or_else(|| StoreError::damaged("scope3_category"))?,
        scope3_rule: text("scope3_rule")?,
    })
}
