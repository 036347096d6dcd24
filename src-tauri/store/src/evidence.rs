//! Documents by content, and what each is evidence of.

use crate::lots::push_named;
use crate::values::{Values, stored};
use crate::{Connection, StoreError};
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

/// Runs of serials as they are kept: 1-100, a space between them.
pub(crate) fn runs_text(runs: &[SerialRange]) -> String {
    runs.iter().map(SerialRange::to_string).collect::<Vec<_>>().join(" ")
}

fn run(text: &str) -> Option<SerialRange> {
    let (start, end) = text.split_once('-')?;
    SerialRange::new(start.parse().ok()?, end.parse().ok()?)
}
