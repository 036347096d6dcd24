//! What is asked of the lots: sums over all of them, and a page of those that match.

use crate::values::Values;
use crate::{Connection, StoreError};
use chrono::NaiveDate;
use planner_core::ledger::holding::{UnitState, Units};
use planner_core::ledger::lot::Origin;
use planner_core::ledger::summary::LotGroup;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};

/// All lots, summed over everything a total asks for.
pub async fn groups(connection: &mut Connection) -> Result<Vec<LotGroup>, StoreError> {
    let rows = sqlx::query(
        "SELECT class, is_bundled, vintage, expires_on, state, year,
                sum(lot_range.serial_end - lot_range.serial_start + 1) AS quantity
         FROM lot_range JOIN lot ON lot.id = lot_id
         GROUP BY class, is_bundled, vintage, expires_on, state, year
         ORDER BY class, is_bundled, vintage, expires_on, state, year",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(group).collect()
}

fn group(row: &SqliteRow) -> Result<LotGroup, StoreError> {
    let year = row.optional_year("year")?;
    Ok(LotGroup {
        class: row.text("class")?,
        is_bundled: row.boolean("is_bundled")?,
        vintage: row.year("vintage")?,
        expires_on: row.date("expires_on")?,
        state: row.word("state", |word| UnitState::from_word(word, year))?,
        quantity: row.integer("quantity")?,
    })
}

/// The classes of all lots, and how many lots there are.
pub async fn classes(connection: &mut Connection) -> Result<Vec<(String, i64)>, StoreError> {
    let rows = sqlx::query("SELECT class, count(*) AS lots FROM lot GROUP BY class ORDER BY class")
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((row.text("class")?, row.integer("lots")?))).collect()
}

/// Registry of the lot recorded last, and the currency it was paid in.
pub async fn last_recorded(
    connection: &mut Connection,
) -> Result<Option<(String, Option<String>)>, StoreError> {
    let row = sqlx::query("SELECT registry, currency FROM lot ORDER BY event DESC LIMIT 1")
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok((row.text("registry")?, row.optional_text("currency")?))).transpose()
}

/// Which lots, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LotFilter {
    /// The day on which their units are looked at.
    pub today: NaiveDate,
    /// Certificate class.
    pub class: Option<String>,
    /// Only lots that have units in this state.
    pub state: Option<LotState>,
    /// How they came to us.
    pub origin: Option<Origin>,
    /// Only these lots.
    pub ids: Option<Vec<String>>,
    /// Last usable day.
    pub expires_on: Option<NaiveDate>,
    /// Text that id, prefix, project, facility, batch, counterparty or order number contains.
    pub search: Option<String>,
    /// A serial number that is theirs, and what their prefix contains.
    pub serial: Option<(String, i64)>,
    /// Order of the lots.
    pub order: LotOrder,
    /// Descending.
    pub descending: bool,
    /// First lot of the page.
    pub offset: u32,
    /// Lots on the page.
    pub limit: u32,
}

/// Where units of a lot are, whatever the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named as the unit state it stands for")]
pub enum LotState {
    Held,
    Reserved,
    Listed,
    Transferred,
    Retired,
    Expired,
    Cancelled,
}

impl LotState {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Held,
        Self::Reserved,
        Self::Listed,
        Self::Transferred,
        Self::Retired,
        Self::Expired,
        Self::Cancelled,
    ];

    /// The word under which it is stored and sent; also its column in [`UNITS`].
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Reserved => "reserved",
            Self::Listed => "listed",
            Self::Transferred => "transferred",
            Self::Retired => "retired",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Order of lots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LotOrder {
    /// Those that expire first before others, spent ones last.
    #[default]
    UsableFirst,
    /// By id.
    Id,
    /// By origin.
    Origin,
    /// By vintage.
    Vintage,
    /// By last usable day.
    ExpiresOn,
    /// By counterparty.
    Counterparty,
    /// By units.
    Quantity,
    /// By units in a state.
    State(LotState),
}

impl LotOrder {
    fn column(self) -> &'static str {
        match self {
            Self::UsableFirst => "held + reserved + listed = 0",
            Self::Id => "lot.id",
            Self::Origin => "origin",
            Self::Vintage => "vintage",
            Self::ExpiresOn => "expires_on",
            Self::Counterparty => "counterparty",
            Self::Quantity => "quantity",
            Self::State(state) => state.word(),
        }
    }
}

/// Units of every lot by state on a day, from where that day is named: what is past its last usable day is expired,
/// whether or not the event is written yet.
const UNITS: [&str; 2] = [
    "WITH place AS (
         SELECT lot_id, lot_range.serial_end - lot_range.serial_start + 1 AS units,
                CASE WHEN state IN ('held', 'reserved', 'listed') AND expires_on < ",
    " THEN 'expired' ELSE state END AS state
         FROM lot_range JOIN lot ON lot.id = lot_id
     ), unit AS (
         SELECT lot_id, sum(units) AS quantity,
                sum(iif(state = 'held', units, 0)) AS held,
                sum(iif(state = 'reserved', units, 0)) AS reserved,
                sum(iif(state = 'listed', units, 0)) AS listed,
                sum(iif(state = 'transferred', units, 0)) AS transferred,
                sum(iif(state = 'retired', units, 0)) AS retired,
                sum(iif(state = 'expired', units, 0)) AS expired,
                sum(iif(state = 'cancelled', units, 0)) AS cancelled
         FROM place GROUP BY lot_id
     ) ",
];

fn query(head: &str, filter: &LotFilter) -> QueryBuilder<Sqlite> {
    let [before, after] = UNITS;
    let mut query = QueryBuilder::new(before);
    query.push_bind(filter.today.to_string()).push(after).push(head);
    query.push(" FROM lot JOIN unit ON lot_id = lot.id WHERE true");
    push_filter(&mut query, filter);
    query
}

fn push_filter(query: &mut QueryBuilder<Sqlite>, filter: &LotFilter) {
    if let Some(class) = &filter.class {
        query.push(" AND class = ").push_bind(class.clone()).push(" COLLATE NOCASE");
    }
    if let Some(state) = filter.state {
        query.push(format_args!(" AND {} > 0", state.word()));
    }
    if let Some(origin) = filter.origin {
        query.push(" AND origin = ").push_bind(origin.word());
    }
    if let Some(ids) = &filter.ids {
        query.push(" AND lot.id IN (");
        let mut listed = query.separated(", ");
        for id in ids {
            listed.push_bind(id.clone());
        }
        query.push(")");
    }
    if let Some(day) = filter.expires_on {
        query.push(" AND expires_on = ").push_bind(day.to_string());
    }
    if let Some(search) = filter.search.as_deref().filter(|search| !search.is_empty()) {
        query.push(" AND (");
        if let Some((prefix, serial)) = &filter.serial {
            query.push("(lot.serial_start <= ").push_bind(*serial);
            query.push(" AND lot.serial_end >= ").push_bind(*serial);
            query.push(" AND instr(lower(prefix), lower(").push_bind(prefix.clone()).push(")) > 0) OR ");
        }
        query.push("EXISTS (SELECT 1 FROM (SELECT lot.id AS text UNION ALL SELECT prefix UNION ALL SELECT project UNION ALL SELECT facility UNION ALL SELECT batch UNION ALL SELECT counterparty UNION ALL SELECT order_number) WHERE instr(lower(text), lower(");
        query.push_bind(search.to_owned()).push(")) > 0))");
    }
}

/// How many lots match, and their units.
pub async fn count(connection: &mut Connection, filter: &LotFilter) -> Result<(i64, Units), StoreError> {
    let sums = LotState::ALL.map(|state| format!("coalesce(sum({0}), 0) AS {0}", state.word()));
    let head = format!("SELECT count(*) AS lots, {}", sums.join(", "));
    let row = query(&head, filter).build().fetch_one(connection).await?;
    let units = Units {
        held: row.integer("held")?,
        reserved: row.integer("reserved")?,
        listed: row.integer("listed")?,
        transferred: row.integer("transferred")?,
        retired: row.integer("retired")?,
        expired: row.integer("expired")?,
        cancelled: row.integer("cancelled")?,
    };
    Ok((row.integer("lots")?, units))
}

/// Ids of a page of the lots that match, in order.
pub async fn page(connection: &mut Connection, filter: &LotFilter) -> Result<Vec<String>, StoreError> {
    let mut query = query("SELECT lot.id", filter);
    let direction = if filter.descending { "DESC" } else { "ASC" };
    query.push(format_args!(" ORDER BY {} {direction} NULLS LAST, ", filter.order.column()));
    query.push(format_args!("expires_on {direction}, lot.id {direction} LIMIT "));
    query.push_bind(filter.limit).push(" OFFSET ").push_bind(filter.offset);
    Ok(query.build_query_scalar().fetch_all(connection).await?)
}

/// Lots with units that could still be used, of a class and not bundled, on each last usable day from today on:
/// how many, and the first of them by id.
pub async fn expiring_lots(
    connection: &mut Connection,
    class: &str,
    today: NaiveDate,
    named: u32,
) -> Result<Vec<(NaiveDate, String, i64)>, StoreError> {
    let rows = sqlx::query(
        "SELECT expires_on, id, lots FROM (
             SELECT expires_on, id, count(*) OVER day AS lots, row_number() OVER (day ORDER BY id) AS place
             FROM lot WHERE class = ?1 AND is_bundled = 0 AND expires_on >= ?2
                 AND EXISTS (SELECT 1 FROM lot_range WHERE lot_id = id AND state IN ('held', 'reserved'))
             WINDOW day AS (PARTITION BY expires_on)
         ) WHERE place <= ?3 ORDER BY expires_on, id",
    )
    .bind(class)
    .bind(today.to_string())
    .bind(named)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((row.date("expires_on")?, row.text("id")?, row.integer("lots")?))).collect()
}
