//! Documents by content, and what each is evidence of.

use crate::ledger::{LoggedEvent, log};
use crate::lots::push_named;
use crate::values::{Values, stored};
use crate::{Connection, StoreError};
use planner_core::ledger::check::Check;
use planner_core::ledger::event::Event;
use planner_core::ledger::evidence::{About, Document, DocumentKind, Proof, Subject};
use planner_core::ledger::lot::SerialRange;
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;
use std::fmt::Write as _;

/// SHA-256 of a content, lower-case hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Keeps the bytes of a document; the same bytes once, however often they are attached.
pub async fn put_document(connection: &mut Connection, content: &[u8]) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO document (sha256, content) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .bind(sha256(content))
        .bind(content)
        .execute(connection)
        .await?;
    Ok(())
}

/// The bytes of a document; nothing where there is none of that content.
pub async fn document(connection: &mut Connection, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(sqlx::query_scalar("SELECT content FROM document WHERE sha256 = ?1")
        .bind(sha256)
        .fetch_optional(connection)
        .await?)
}

pub(crate) async fn insert(
    connection: &mut Connection,
    subject: &Subject,
    document: &Document,
    event: i64,
) -> Result<(), StoreError> {
    let about = document.about.as_ref();
    sqlx::query(
        "INSERT INTO evidence (event, subject, id, sha256, file_name, size, proves, kind, issued_on, issuer, batch, covers)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )
    .bind(event)
    .bind(subject.word())
    .bind(subject.id())
    .bind(&document.sha256)
    .bind(&document.file_name)
    .bind(document.size)
    .bind(document.proves.word())
    .bind(about.map(|one| one.kind.word()))
    .bind(stored(about.and_then(|one| one.issued_on)))
    .bind(about.and_then(|one| one.issuer.clone()))
    .bind(about.and_then(|one| one.batch.clone()))
    .bind(about.map(|one| runs_text(&one.covers)))
    .execute(connection)
    .await?;
    Ok(())
}

/// What proves something of a lot proves it of its parts.
pub(crate) async fn follow(
    connection: &mut Connection,
    lot_id: &str,
    into: &[String; 2],
) -> Result<(), StoreError> {
    for part in into {
        sqlx::query(
            "INSERT INTO evidence (event, subject, id, sha256, file_name, size, proves, kind, issued_on, issuer, batch, covers)
             SELECT event, subject, ?2, sha256, file_name, size, proves, kind, issued_on, issuer, batch, covers
             FROM evidence WHERE subject = 'lot' AND id = ?1",
        )
        .bind(lot_id)
        .bind(part)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// What documents are evidence of, in the order in which they were attached: of the subjects of these ids, else of all.
pub(crate) async fn all(
    connection: &mut Connection,
    ids: Option<&[String]>,
) -> Result<Vec<(Subject, Document)>, StoreError> {
    let mut query = QueryBuilder::new("SELECT * FROM evidence");
    push_named(&mut query, "id", ids);
    let rows = query.push(" ORDER BY event").build().fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let id = row.text("id")?;
            let subject = row.word("subject", |word| Subject::of(word, id.clone()))?;
            let document = Document {
                sha256: row.text("sha256")?,
                file_name: row.text("file_name")?,
                size: row.integer("size")?,
                proves: row.word("proves", Proof::from_word)?,
                about: about(row)?,
            };
            Ok((subject, document))
        })
        .collect()
}

/// What a document says of itself; nothing where nobody said.
fn about(row: &SqliteRow) -> Result<Option<About>, StoreError> {
    if row.optional_text("kind")?.is_none() {
        return Ok(None);
    }
    let covers = row.optional_text("covers")?.unwrap_or_default();
    let covers: Option<Vec<_>> = covers.split_whitespace().map(run).collect();
    Ok(Some(About {
        kind: row.word("kind", DocumentKind::from_word)?,
        issued_on: row.optional_date("issued_on")?,
        issuer: row.optional_text("issuer")?,
        batch: row.optional_text("batch")?,
        covers: covers.ok_or_else(|| StoreError::damaged("the serials that a document covers".to_owned()))?,
    }))
}

fn runs_text(runs: &[SerialRange]) -> String {
    runs.iter().map(SerialRange::to_string).collect::<Vec<_>>().join(" ")
}

fn run(text: &str) -> Option<SerialRange> {
    let (start, end) = text.split_once('-')?;
    SerialRange::new(start.parse().ok()?, end.parse().ok()?)
}

/// Documents whose bytes are not those that were attached, and statements that are not those that were compared.
pub(crate) async fn changed_documents(connection: &mut Connection) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT sha256, max(size) AS size, max(file_name) AS file_name FROM evidence GROUP BY sha256 ORDER BY 1",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut problems = Vec::new();
    for row in &rows {
        let kept = Kept { sha256: row.text("sha256")?, size: row.integer("size")? };
        let found = kept.problem(connection, "evidence rests on it", "attached").await?;
        let name = row.text("file_name")?;
        problems.extend(found.map(|what| format!("the document {name} {what}")));
    }
    let log = log(connection).await?;
    for check in log.iter().filter(|event| event.kind == "checked").filter_map(check) {
        let Some(size) = check.size else { continue };
        let kept = Kept { sha256: check.sha256, size };
        let found = kept.problem(connection, "a comparison rests on it", "compared").await?;
        problems.extend(found.map(|what| format!("the statement {} {what}", check.file_name)));
    }
    Ok(problems)
}

fn check(logged: &LoggedEvent) -> Option<Check> {
    match logged.event()?.event {
        Event::Checked(check) => Some(check),
        _ => None,
    }
}

/// What the bytes of a kept document must be.
struct Kept {
    sha256: String,
    size: i64,
}

impl Kept {
    /// What is wrong with it; nothing where it is as it was.
    async fn problem(
        &self,
        connection: &mut Connection,
        rests: &str,
        done: &str,
    ) -> Result<Option<String>, StoreError> {
        Ok(match document(connection, &self.sha256).await? {
            None => Some(format!("is missing: {rests}")),
            Some(content)
                if sha256(&content) != self.sha256 || i64::try_from(content.len()) != Ok(self.size) =>
            {
                Some(format!("was changed after it was {done}"))
            }
            Some(_) => None,
        })
    }
}
