//! The records of a draft beside those that stand: what a file adds, changes, leaves as it is or no longer has.

use crate::StoreError;
use crate::drafts::{BATCH, Draft};
use crate::identities::hash;
use crate::values::Values;
use planner_core::raw::RawRow;
use planner_core::revision::{Compared, Identity};
use sqlx::QueryBuilder;

/// Tables of a draft: its records, those that stand, and how both go together.
pub(crate) const TABLES: &str = "
    CREATE TABLE draft_record (
        id       INTEGER PRIMARY KEY,
        row      INTEGER NOT NULL,
        hash     INTEGER NOT NULL,
        identity TEXT NOT NULL,
        of_order TEXT NOT NULL,
        facts    TEXT NOT NULL
    ) STRICT;
    CREATE TABLE known_import (
        number  INTEGER PRIMARY KEY,
        records INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE known_record (
        id            INTEGER PRIMARY KEY,
        import_number INTEGER NOT NULL,
        identity      TEXT NOT NULL,
        of_order      TEXT NOT NULL,
        facts         TEXT NOT NULL
    ) STRICT;
    CREATE TABLE record_change (
        draft         INTEGER,
        row           INTEGER,
        known         INTEGER,
        import_number INTEGER,
        change        TEXT NOT NULL CHECK (change IN ('added', 'changed', 'unchanged', 'missing'))
    ) STRICT;
    CREATE INDEX record_change_by_row ON record_change (row);
    CREATE INDEX record_change_by_known ON record_change (known);";

/// A record on its way in; a row of a wide table has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    /// 1-based row.
    pub row: u32,
    /// What is compared of it.
    pub compared: Compared,
}

/// A record that stands in the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRecord {
    /// Its id.
    pub id: i64,
    /// Its import.
    pub import_number: i64,
    /// What is compared of it.
    pub compared: Compared,
}

/// What a file changes of what stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records that did not stand.
    pub added: u64,
    /// Records that stand and say something else.
    pub changed: u64,
    /// Records that stand as they are.
    pub unchanged: u64,
    /// Records of the earlier files that this one does not have.
    pub missing: u64,
    /// Imports whose records it has again.
    pub imports: Vec<i64>,
}

/// A record that stands already and says something else, or one that stands and is not in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The record of the file; nothing for a missing record.
    pub draft: Option<i64>,
    /// The record that stands; nothing for an added one.
    pub known: Option<i64>,
    /// 1-based row; nothing for a missing record.
    pub row: Option<i64>,
    /// What stood; nothing for an added one.
    pub before: Vec<String>,
    /// What the file says; nothing for a missing record.
    pub after: Vec<String>,
}

impl Draft {
    /// Adds records.
    pub async fn add_records(&mut self, records: &[DraftRecord]) -> Result<(), StoreError> {
        for batch in records.chunks(BATCH) {
            let mut insert =
                QueryBuilder::new("INSERT INTO draft_record (row, hash, identity, of_order, facts) ");
            insert.push_values(batch, |mut values, record| {
                values
                    .push_bind(record.row)
                    .push_bind(i64::from(hash(&record.compared.found_by)))
                    .push_bind(known_by(&record.compared))
                    .push_bind(&record.compared.order)
                    .push_bind(joined(&record.compared));
            });
            insert.build().execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Hashes of what the records are known by, ascending.
    pub async fn hashes(&mut self) -> Result<Vec<u32>, StoreError> {
        let hashes = sqlx::query_scalar("SELECT DISTINCT hash FROM draft_record ORDER BY hash");
        Ok(hashes.fetch_all(&mut self.connection).await?)
    }

    /// Says how many records of an import stand, whether they are added or not.
    pub async fn add_import(&mut self, number: i64, records: i64) -> Result<(), StoreError> {
        let add = sqlx::query("INSERT INTO known_import (number, records) VALUES (?1, ?2)");
        add.bind(number).bind(records).execute(&mut self.connection).await?;
        Ok(())
    }

    /// Imports of which, or whose records, the file has more than half: it is a revision of them. Of an import that has a
    /// line of an order just as the file has it, the file revises the orders that it names. Every standing record that one
    /// of the file's may be was added before.
    pub async fn earlier_imports(&mut self) -> Result<Vec<i64>, StoreError> {
        for sql in [
            "CREATE INDEX draft_record_by_identity ON draft_record (identity)",
            "CREATE INDEX known_record_by_identity ON known_record (identity)",
            "CREATE TEMP TABLE earlier_import AS
             SELECT import_number,
                 2 * sum(shared) > min(records, (SELECT count(*) FROM draft_record)) AS is_whole
             FROM (
                 SELECT known.import_number, known.of_order, min(known.records, here.records) AS shared
                 FROM (SELECT import_number, identity, of_order, count(*) AS records FROM known_record
                       GROUP BY import_number, identity) AS known
                 JOIN (SELECT identity, count(*) AS records FROM draft_record GROUP BY identity) AS here
                     ON here.identity = known.identity) AS one
             JOIN known_import ON number = import_number GROUP BY import_number
             HAVING is_whole OR max(of_order) <> ''",
        ] {
            sqlx::query(sql).execute(&mut self.connection).await?;
        }
        let numbers = sqlx::query_scalar("SELECT import_number FROM earlier_import ORDER BY import_number");
        Ok(numbers.fetch_all(&mut self.connection).await?)
    }

    /// Adds records that stand, to compare with.
    pub async fn add_known(&mut self, records: &[KnownRecord]) -> Result<(), StoreError> {
        for batch in records.chunks(BATCH) {
            let mut insert = QueryBuilder::new(
                "INSERT OR IGNORE INTO known_record (id, import_number, identity, of_order, facts) ",
            );
            insert.push_values(batch, |mut values, record| {
                values
                    .push_bind(record.id)
                    .push_bind(record.import_number)
                    .push_bind(known_by(&record.compared))
                    .push_bind(&record.compared.order)
                    .push_bind(joined(&record.compared));
            });
            insert.build().execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Compares the records with those that stand. Of an import that the file is no revision of, only records with the
    /// same number are the same, and lines of the orders that it revises.
    pub async fn compare(&mut self) -> Result<Changes, StoreError> {
        for sql in [
            "CREATE TEMP TABLE earlier AS
             SELECT id, import_number, identity, facts,
                 row_number() OVER (PARTITION BY identity ORDER BY import_number DESC, id) AS ordinal,
                 is_revised
             FROM (SELECT *, import_number IN (SELECT import_number FROM earlier_import WHERE is_whole)
                       OR (import_number IN (SELECT import_number FROM earlier_import) AND of_order <> ''
                           AND of_order IN (SELECT of_order FROM draft_record)) AS is_revised
                   FROM known_record)
             WHERE is_revised OR (identity LIKE 'n%' AND identity IN (SELECT identity FROM draft_record))",
            "CREATE INDEX temp.earlier_by_identity ON earlier (identity, ordinal)",
            "CREATE TEMP TABLE incoming AS
             SELECT id, row, identity, facts, row_number() OVER (PARTITION BY identity ORDER BY id) AS ordinal
             FROM draft_record",
            "CREATE INDEX temp.incoming_by_identity ON incoming (identity, ordinal)",
            "INSERT INTO record_change
             SELECT incoming.id, incoming.row, earlier.id, earlier.import_number,
                 CASE WHEN earlier.id IS NULL THEN 'added'
                      WHEN earlier.facts = incoming.facts THEN 'unchanged' ELSE 'changed' END
             FROM incoming LEFT JOIN earlier ON earlier.identity = incoming.identity
                 AND earlier.ordinal = incoming.ordinal",
            "INSERT INTO record_change
             SELECT NULL, NULL, id, import_number, 'missing' FROM earlier
             WHERE is_revised AND id NOT IN (SELECT known FROM record_change WHERE known IS NOT NULL)",
        ] {
            sqlx::query(sql).execute(&mut self.connection).await?;
        }
        self.changes().await
    }

    async fn changes(&mut self) -> Result<Changes, StoreError> {
        let mut changes = Changes::default();
        let counts = sqlx::query("SELECT change, count(*) AS records FROM record_change GROUP BY change");
        for row in counts.fetch_all(&mut self.connection).await? {
            let records = u64::try_from(row.integer("records")?).unwrap_or(0);
            match row.text("change")?.as_str() {
                "added" => changes.added = records,
                "changed" => changes.changed = records,
                "unchanged" => changes.unchanged = records,
                _ => changes.missing = records,
            }
        }
        let imports = sqlx::query(
            "SELECT DISTINCT import_number FROM record_change WHERE import_number IS NOT NULL ORDER BY import_number",
        );
        let imports = imports.fetch_all(&mut self.connection).await?;
        changes.imports = imports.iter().map(|row| row.integer("import_number")).collect::<Result<_, _>>()?;
        if changes.changed + changes.unchanged == 0 {
            sqlx::query("DELETE FROM record_change").execute(&mut self.connection).await?;
            return Ok(Changes::default());
        }
        Ok(changes)
    }

    /// Takes added records, by their ids, for missing ones that changed.
    pub async fn pair(&mut self, pairs: &[(i64, i64)]) -> Result<(), StoreError> {
        for (draft, known) in pairs {
            sqlx::query("DELETE FROM record_change WHERE draft IS NULL AND known = ?1")
                .bind(known)
                .execute(&mut self.connection)
                .await?;
            sqlx::query(
                "UPDATE record_change SET change = 'changed', known = ?2,
                     import_number = (SELECT import_number FROM known_record WHERE id = ?2)
                 WHERE draft = ?1 AND change = 'added'",
            )
            .bind(draft)
            .bind(known)
            .execute(&mut self.connection)
            .await?;
        }
        Ok(())
    }

    /// The first differences of one kind: `changed`, `added` or `missing`.
    pub async fn differences(&mut self, change: &str, limit: u32) -> Result<Vec<Difference>, StoreError> {
        let rows = sqlx::query(
            "SELECT record_change.row, draft, known, known_record.facts AS before, draft_record.facts AS after FROM record_change
             LEFT JOIN known_record ON known_record.id = record_change.known
             LEFT JOIN draft_record ON draft_record.id = record_change.draft
             WHERE change = ?1 ORDER BY record_change.draft, record_change.known LIMIT ?2",
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
                    draft: row.optional_integer("draft")?,
                    known: row.optional_integer("known")?,
                    row: row.optional_integer("row")?,
                    before: cells(row.optional_text("before")?),
                    after: cells(row.optional_text("after")?),
                })
            })
            .collect()
    }

    /// Ids of the standing records that the file replaces, after `id`, in order.
    pub async fn replaced_after(&mut self, id: i64, limit: u32) -> Result<Vec<i64>, StoreError> {
        let ids =
            sqlx::query_scalar("SELECT known FROM record_change WHERE known > ?1 ORDER BY known LIMIT ?2");
        Ok(ids.bind(id).bind(limit).fetch_all(&mut self.connection).await?)
    }
}

/// Numbered identities begin with `n`.
fn known_by(compared: &Compared) -> String {
    match &compared.identity {
        Identity::Numbered(number) => format!("n{number}"),
        Identity::Content(content) => format!("c{content}"),
    }
}

fn joined(compared: &Compared) -> String {
    RawRow::from_cells(&compared.facts).text().to_owned()
}
