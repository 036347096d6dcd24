//! The rows of an import before it is one: kept in a file of their own beside nothing, gone when it is dropped.
//! A million rows are compared and paged here, never held in memory.

use crate::imports::StoredIssue;
use crate::scratch::Scratch;
use crate::values::Values;
use crate::{StoreError, comparison};
use planner_core::raw::RawRow;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{ConnectOptions, QueryBuilder, Sqlite, SqliteConnection};

/// The tables of a draft.
const TABLES: &str = "
    CREATE TABLE draft_row (
        row    INTEGER PRIMARY KEY,
        fate   TEXT NOT NULL,
        reason TEXT NOT NULL,
        raw    TEXT NOT NULL,
        flags  INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE draft_issue (
        position      INTEGER PRIMARY KEY,
        row           INTEGER NOT NULL,
        column_header TEXT,
        code          TEXT NOT NULL,
        severity      TEXT NOT NULL,
        seen          TEXT NOT NULL,
        expected      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX draft_issue_by_row ON draft_issue (row);";

/// Rows bound in one statement.
pub(crate) const BATCH: usize = 500;

/// Rows on their way in.
#[derive(Debug)]
pub struct Draft {
    pub(crate) connection: SqliteConnection,
    /// Keeps the folder until the draft is dropped.
    _folder: Scratch,
}

/// A row on its way in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// 1-based row.
    pub row: u32,
    /// imported, skipped or rejected.
    pub fate: String,
    /// Why it is not imported.
    pub reason: String,
    /// Its cells.
    pub raw: RawRow,
    /// Whether something in it asks for a look.
    pub has_problem: bool,
}

/// Which rows of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftFilter {
    /// All.
    All,
    /// Rejected, or with something to look at.
    Problems,
    /// Skipped.
    Skipped,
    /// Whose line stands already and says something else, or is new beside such.
    Changes,
    /// Whose line stands already as it is, or stands twice in the file.
    Duplicates,
    /// With a finding of this code.
    With(&'static str),
}

impl DraftFilter {
    /// Puts its condition to a query.
    fn put(self, query: &mut QueryBuilder<Sqlite>) {
        let condition = match self {
            Self::With(code) => {
                query.push("row IN (SELECT row FROM draft_issue WHERE code = ").push_bind(code);
                ")"
            }
            Self::All => "1",
            Self::Problems => "flags = 1",
            Self::Skipped => "fate = 'skipped'",
            Self::Changes => "row IN (SELECT row FROM record_change WHERE change IN ('added', 'changed'))",
            Self::Duplicates => {
                "(row IN (SELECT row FROM record_change WHERE change = 'unchanged')
                 OR row IN (SELECT row FROM draft_record WHERE identity IN (
                     SELECT identity FROM draft_record GROUP BY identity HAVING count(*) > 1)))"
            }
        };
        query.push(condition);
    }
}

impl Draft {
    /// An empty draft.
    pub async fn new() -> Result<Self, StoreError> {
        let folder = Scratch::temporary().map_err(sqlx::Error::Io)?;
        let mut connection = SqliteConnectOptions::new()
            .filename(folder.file("draft"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .connect()
            .await?;
        sqlx::raw_sql(TABLES).execute(&mut connection).await?;
        sqlx::raw_sql(comparison::TABLES).execute(&mut connection).await?;
        Ok(Self { connection, _folder: folder })
    }

    /// Adds rows.
    pub async fn add_rows(&mut self, rows: &[DraftRow]) -> Result<(), StoreError> {
        for batch in rows.chunks(BATCH) {
            let mut insert = QueryBuilder::new("INSERT INTO draft_row (row, fate, reason, raw, flags) ");
            insert.push_values(batch, |mut values, row| {
                values
                    .push_bind(row.row)
                    .push_bind(row.fate.clone())
                    .push_bind(row.reason.clone())
                    .push_bind(row.raw.text().to_owned())
                    .push_bind(row.has_problem);
            });
            insert.build().execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Adds findings.
    pub async fn add_issues(&mut self, issues: &[StoredIssue]) -> Result<(), StoreError> {
        for batch in issues.chunks(BATCH) {
            let mut insert = QueryBuilder::new(
                "INSERT INTO draft_issue (row, column_header, code, severity, seen, expected) ",
            );
            insert.push_values(batch, |mut values, issue| {
                values
                    .push_bind(issue.row)
                    .push_bind(issue.column.clone())
                    .push_bind(issue.code.clone())
                    .push_bind(issue.severity.clone())
                    .push_bind(issue.seen.clone())
                    .push_bind(issue.expected.clone());
            });
            insert.build().execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// How many columns hold anything.
    pub async fn width(&mut self) -> Result<usize, StoreError> {
        let width: Option<i64> = sqlx::query_scalar(
            "SELECT max(length(raw) - length(replace(raw, char(31), '')) + 1) FROM draft_row",
        )
        .fetch_one(&mut self.connection)
        .await?;
        Ok(usize::try_from(width.unwrap_or_default()).unwrap_or_default())
    }

    /// How many rows a filter lets through.
    pub async fn count(&mut self, filter: DraftFilter) -> Result<i64, StoreError> {
        let mut query = QueryBuilder::new("SELECT count(*) FROM draft_row WHERE ");
        filter.put(&mut query);
        Ok(query.build_query_scalar().fetch_one(&mut self.connection).await?)
    }

    /// A page of rows in the order of the sheet, each with its change; of a row with several records, that of the
    /// first that is added or changed.
    pub async fn page(
        &mut self,
        filter: DraftFilter,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<(DraftRow, Option<String>)>, StoreError> {
        let mut query = QueryBuilder::new(
            "SELECT row, fate, reason, raw, flags,
                 (SELECT min(change) FROM record_change WHERE record_change.row = draft_row.row) AS change
             FROM draft_row WHERE ",
        );
        filter.put(&mut query);
        query.push(" ORDER BY row LIMIT ").push_bind(limit);
        query.push(" OFFSET ").push_bind(offset);
        let rows = query.build().fetch_all(&mut self.connection).await?;
        rows.iter().map(|row| Ok((draft_row(row)?, row.optional_text("change")?))).collect()
    }

    /// Findings of the rows from `first` through `last`.
    pub async fn issues(&mut self, first: u32, last: u32) -> Result<Vec<StoredIssue>, StoreError> {
        let rows =
            sqlx::query("SELECT * FROM draft_issue WHERE row BETWEEN ?1 AND ?2 ORDER BY row, position");
        let rows = rows.bind(first).bind(last).fetch_all(&mut self.connection).await?;
        rows.iter().map(issue).collect()
    }
}

fn draft_row(row: &SqliteRow) -> Result<DraftRow, StoreError> {
    Ok(DraftRow {
        row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
        fate: row.text("fate")?,
        reason: row.text("reason")?,
        raw: RawRow::from_text(row.text("raw")?),
        has_problem: row.boolean("flags")?,
    })
}

fn issue(row: &SqliteRow) -> Result<StoredIssue, StoreError> {
    Ok(StoredIssue {
        row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
        column: row.optional_text("column_header")?,
        code: row.text("code")?,
        severity: row.text("severity")?,
        seen: row.text("seen")?,
        expected: row.text("expected")?,
    })
}
