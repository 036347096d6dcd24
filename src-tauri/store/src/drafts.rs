//! The rows of an import before it is one: kept in a file of their own beside nothing, gone when it is dropped.
//! A million rows are compared and paged here, never held in memory.

use crate::StoreError;
use crate::imports::StoredIssue;
use crate::values::Values;
use planner_core::raw::RawRow;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{ConnectOptions, QueryBuilder, SqliteConnection};
use tempfile::TempDir;

/// The tables of a draft.
const TABLES: &str = "
    CREATE TABLE draft_row (
        row      INTEGER PRIMARY KEY,
        fate     TEXT NOT NULL,
        reason   TEXT NOT NULL,
        raw      TEXT NOT NULL,
        flags    INTEGER NOT NULL,
        identity TEXT,
        facts    TEXT
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
    CREATE INDEX draft_issue_by_row ON draft_issue (row);
    CREATE TABLE known_line (
        id            INTEGER PRIMARY KEY,
        import_number INTEGER NOT NULL,
        identity      TEXT NOT NULL,
        facts         TEXT NOT NULL
    ) STRICT;
    CREATE TABLE line_change (
        row           INTEGER,
        line          INTEGER,
        import_number INTEGER,
        change        TEXT NOT NULL CHECK (change IN ('added', 'changed', 'unchanged', 'missing'))
    ) STRICT;
    CREATE INDEX line_change_by_row ON line_change (row);
    CREATE INDEX line_change_by_line ON line_change (line);";

/// Rows bound in one statement.
const BATCH: usize = 500;

/// Rows on their way in.
#[derive(Debug)]
pub struct Draft {
    connection: SqliteConnection,
    /// Keeps the folder until the draft is dropped.
    _folder: TempDir,
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
    /// What it is known by; numbered identities begin with `n`.
    pub identity: Option<String>,
    /// What is compared of it.
    pub facts: Vec<String>,
}

/// A line that stands in the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLine {
    /// Its id.
    pub id: i64,
    /// Its import.
    pub import_number: i64,
    /// What it is known by.
    pub identity: String,
    /// What is compared of it.
    pub facts: Vec<String>,
}

/// What a file changes of what stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Lines that did not stand.
    pub added: u64,
    /// Lines that stand and say something else.
    pub changed: u64,
    /// Lines that stand as they are.
    pub unchanged: u64,
    /// Lines of the earlier files that this one does not have.
    pub missing: u64,
    /// Imports whose lines it has again.
    pub imports: Vec<i64>,
}

/// A row whose line stands already and says something else, or a line that stands and has no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// 1-based row; nothing for a missing line.
    pub row: Option<i64>,
    /// What stood; nothing for an added line.
    pub before: Vec<String>,
    /// What the file says; nothing for a missing line.
    pub after: Vec<String>,
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
}

impl DraftFilter {
    fn condition(self) -> &'static str {
        match self {
            Self::All => "1",
            Self::Problems => "flags = 1",
            Self::Skipped => "fate = 'skipped'",
            Self::Changes => "row IN (SELECT row FROM line_change WHERE change IN ('added', 'changed'))",
            Self::Duplicates => {
                "row IN (SELECT row FROM line_change WHERE change = 'unchanged')
                 OR identity IN (SELECT identity FROM draft_row WHERE identity IS NOT NULL
                     GROUP BY identity HAVING count(*) > 1)"
            }
        }
    }
}

impl Draft {
    /// An empty draft.
    pub async fn new() -> Result<Self, StoreError> {
        let folder = tempfile::tempdir().map_err(sqlx::Error::Io)?;
        let mut connection = SqliteConnectOptions::new()
            .filename(folder.path().join("draft"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .connect()
            .await?;
        sqlx::raw_sql(TABLES).execute(&mut connection).await?;
        Ok(Self { connection, _folder: folder })
    }

    /// Adds rows.
    pub async fn add_rows(&mut self, rows: &[DraftRow]) -> Result<(), StoreError> {
        for batch in rows.chunks(BATCH) {
            let mut insert =
                QueryBuilder::new("INSERT INTO draft_row (row, fate, reason, raw, flags, identity, facts) ");
            insert.push_values(batch, |mut values, row| {
                values
                    .push_bind(row.row)
                    .push_bind(row.fate.clone())
                    .push_bind(row.reason.clone())
                    .push_bind(row.raw.text().to_owned())
                    .push_bind(row.has_problem)
                    .push_bind(row.identity.clone())
                    .push_bind(row.identity.as_ref().map(|_| joined(&row.facts)));
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

    /// Adds lines that stand, to compare with.
    pub async fn add_known(&mut self, lines: &[KnownLine]) -> Result<(), StoreError> {
        for batch in lines.chunks(BATCH) {
            let mut insert =
                QueryBuilder::new("INSERT INTO known_line (id, import_number, identity, facts) ");
            insert.push_values(batch, |mut values, line| {
                values
                    .push_bind(line.id)
                    .push_bind(line.import_number)
                    .push_bind(line.identity.clone())
                    .push_bind(joined(&line.facts));
            });
            insert.build().execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Compares the rows with the lines that stand. A file is a revision of an import of which, or whose lines, it has
    /// more than half; of any other import only lines with the same number are the same.
    pub async fn compare(&mut self) -> Result<Changes, StoreError> {
        for sql in [
            "CREATE INDEX draft_row_by_identity ON draft_row (identity)",
            "CREATE INDEX known_line_by_identity ON known_line (identity)",
            "CREATE TEMP TABLE earlier_import AS
             SELECT import_number FROM (
                 SELECT known.import_number, min(known.lines, here.lines) AS shared
                 FROM (SELECT import_number, identity, count(*) AS lines FROM known_line
                       GROUP BY import_number, identity) AS known
                 JOIN (SELECT identity, count(*) AS lines FROM draft_row WHERE identity IS NOT NULL
                       GROUP BY identity) AS here ON here.identity = known.identity) AS one
             GROUP BY import_number
             HAVING 2 * sum(shared) > min(
                 (SELECT count(*) FROM known_line WHERE known_line.import_number = one.import_number),
                 (SELECT count(*) FROM draft_row WHERE identity IS NOT NULL))",
            "CREATE TEMP TABLE earlier AS
             SELECT id, import_number, identity, facts,
                 row_number() OVER (PARTITION BY identity ORDER BY import_number DESC, id) AS ordinal,
                 import_number IN (SELECT import_number FROM earlier_import) AS is_revised
             FROM known_line WHERE import_number IN (SELECT import_number FROM earlier_import)
                 OR (identity LIKE 'n%' AND identity IN (SELECT identity FROM draft_row WHERE identity IS NOT NULL))",
            "CREATE INDEX temp.earlier_by_identity ON earlier (identity, ordinal)",
            "CREATE TEMP TABLE incoming AS
             SELECT row, identity, facts, row_number() OVER (PARTITION BY identity ORDER BY row) AS ordinal
             FROM draft_row WHERE identity IS NOT NULL",
            "CREATE INDEX temp.incoming_by_identity ON incoming (identity, ordinal)",
            "INSERT INTO line_change
             SELECT incoming.row, earlier.id, earlier.import_number,
                 CASE WHEN earlier.id IS NULL THEN 'added'
                      WHEN earlier.facts = incoming.facts THEN 'unchanged' ELSE 'changed' END
             FROM incoming LEFT JOIN earlier ON earlier.identity = incoming.identity
                 AND earlier.ordinal = incoming.ordinal",
            "INSERT INTO line_change
             SELECT NULL, id, import_number, 'missing' FROM earlier
             WHERE is_revised AND id NOT IN (SELECT line FROM line_change WHERE line IS NOT NULL)",
        ] {
            sqlx::query(sql).execute(&mut self.connection).await?;
        }
        self.changes().await
    }

    async fn changes(&mut self) -> Result<Changes, StoreError> {
        let mut changes = Changes::default();
        let counts = sqlx::query("SELECT change, count(*) AS lines FROM line_change GROUP BY change");
        for row in counts.fetch_all(&mut self.connection).await? {
            let lines = u64::try_from(row.integer("lines")?).unwrap_or(0);
            match row.text("change")?.as_str() {
                "added" => changes.added = lines,
                "changed" => changes.changed = lines,
                "unchanged" => changes.unchanged = lines,
                _ => changes.missing = lines,
            }
        }
        let imports = sqlx::query(
            "SELECT DISTINCT import_number FROM line_change WHERE import_number IS NOT NULL ORDER BY import_number",
        );
        let imports = imports.fetch_all(&mut self.connection).await?;
        changes.imports = imports.iter().map(|row| row.integer("import_number")).collect::<Result<_, _>>()?;
        if changes.changed + changes.unchanged == 0 {
            sqlx::query("DELETE FROM line_change").execute(&mut self.connection).await?;
            return Ok(Changes::default());
        }
        Ok(changes)
    }

    /// The first differences of one kind: `changed` or `missing`.
    pub async fn differences(&mut self, change: &str, limit: u32) -> Result<Vec<Difference>, StoreError> {
        let rows = sqlx::query(
            "SELECT line_change.row, known_line.facts AS before, draft_row.facts AS after FROM line_change
             LEFT JOIN known_line ON known_line.id = line_change.line
             LEFT JOIN draft_row ON draft_row.row = line_change.row
             WHERE change = ?1 ORDER BY line_change.row, line_change.line LIMIT ?2",
        )
        .bind(change)
        .bind(limit)
        .fetch_all(&mut self.connection)
        .await?;
        let cells = |text: Option<String>| {
            text.map(|text| RawRow::from_text(text).cells().map(str::to_owned).collect()).unwrap_or_default()
        };
        rows.iter()
            .map(|row| {
                Ok(Difference {
                    row: row.value("row")?,
                    before: cells(row.optional_text("before")?),
                    after: cells(row.optional_text("after")?),
                })
            })
            .collect()
    }

    /// Ids of the standing lines that the file replaces, after `id`, in order.
    pub async fn replaced_after(&mut self, id: i64, limit: u32) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar("SELECT line FROM line_change WHERE line > ?1 ORDER BY line LIMIT ?2");
        Ok(ids.bind(id).bind(limit).fetch_all(&mut self.connection).await?)
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
        query.push(filter.condition());
        Ok(query.build_query_scalar().fetch_one(&mut self.connection).await?)
    }

    /// A page of rows in the order of the sheet, each with its change.
    pub async fn page(
        &mut self,
        filter: DraftFilter,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<(DraftRow, Option<String>)>, StoreError> {
        let mut query = QueryBuilder::new(
            "SELECT row, fate, reason, raw, flags, identity,
                 (SELECT change FROM line_change WHERE line_change.row = draft_row.row) AS change
             FROM draft_row WHERE ",
        );
        query.push(filter.condition()).push(" ORDER BY row LIMIT ").push_bind(limit);
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

fn joined(facts: &[String]) -> String {
    RawRow::from_cells(facts).text().to_owned()
}

fn draft_row(row: &SqliteRow) -> Result<DraftRow, StoreError> {
    Ok(DraftRow {
        row: u32::try_from(row.integer("row")?).map_err(|_| StoreError::damaged("row"))?,
        fate: row.text("fate")?,
        reason: row.text("reason")?,
        raw: RawRow::from_text(row.text("raw")?),
        has_problem: row.boolean("flags")?,
        identity: row.optional_text("identity")?,
        facts: Vec::new(),
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
