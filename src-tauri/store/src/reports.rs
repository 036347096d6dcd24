//! Signatures under a year's figures, and the final reports as they were made.

use crate::evidence::{put_document, sha256};
use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::report::{ReportedFigures, Role, SealedReport, Signature};
use sqlx::{QueryBuilder, Row as _};

/// Rows of one statement; four values each stay far below SQLite's limit.
const ROWS_AT_ONCE: usize = 500;

/// A file of a report: its format and its bytes.
pub type ReportFile = (&'static str, Vec<u8>);

/// Signs a year's figures; an earlier signature in the same role is replaced.
pub async fn sign(connection: &mut Connection, year: i32, signature: &Signature) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO signature (year, role, signed_by, signed_on, comment, figures_sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (year, role) DO UPDATE SET signed_by = excluded.signed_by, signed_on = excluded.signed_on,
             comment = excluded.comment, figures_sha256 = excluded.figures_sha256",
    )
    .bind(year)
    .bind(signature.role.word())
    .bind(&signature.by)
    .bind(signature.on.to_string())
    .bind(&signature.comment)
    .bind(&signature.figures)
    .execute(connection)
    .await?;
    Ok(())
}

/// Signatures of a year.
pub async fn signatures(connection: &mut Connection, year: i32) -> Result<Vec<Signature>, StoreError> {
    let rows = sqlx::query("SELECT * FROM signature WHERE year = ?1 ORDER BY role")
        .bind(year)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Signature {
                role: row.word("role", Role::from_word)?,
                by: row.text("signed_by")?,
                on: row.date("signed_on")?,
                comment: row.optional_text("comment")?,
                figures: row.text("figures_sha256")?,
            })
        })
        .collect()
}

/// Keeps a final report with its figures and its files.
pub async fn add(
    connection: &mut Connection,
    report: &SealedReport,
    figures: &ReportedFigures,
    files: &[ReportFile],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO report (year, version, status, made_on, figures_sha256, chain_head, prepared_by, reviewed_by,
             approved_by, because)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )
    .bind(report.year)
    .bind(report.version)
    .bind(report.status().word())
    .bind(report.made_on.to_string())
    .bind(&report.figures_sha256)
    .bind(&report.chain_head)
    .bind(&report.prepared_by)
    .bind(&report.reviewed_by)
    .bind(&report.approved_by)
    .bind(&report.because)
    .execute(&mut *connection)
    .await?;
    add_figures(connection, report, figures).await?;
    for (format, content) in files {
        add_file(connection, report, format, content).await?;
    }
    Ok(())
}

async fn add_figures(
    connection: &mut Connection,
    report: &SealedReport,
    figures: &ReportedFigures,
) -> Result<(), StoreError> {
    let figures: Vec<_> = figures.iter().collect();
    for some in figures.chunks(ROWS_AT_ONCE) {
        QueryBuilder::new("INSERT INTO report_figure (year, version, figure, value) ")
            .push_values(some, |mut row, (figure, value)| {
                row.push_bind(report.year).push_bind(report.version).push_bind(*figure).push_bind(*value);
            })
            .build()
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

async fn add_file(
    connection: &mut Connection,
    report: &SealedReport,
    format: &str,
    content: &[u8],
) -> Result<(), StoreError> {
    put_document(connection, content).await?;
    sqlx::query("INSERT INTO report_file (year, version, format, sha256) VALUES (?1, ?2, ?3, ?4)")
        .bind(report.year)
        .bind(report.version)
        .bind(format)
        .bind(sha256(content))
        .execute(connection)
        .await?;
    Ok(())
}

/// Final reports of a year, the first first.
pub async fn of_year(connection: &mut Connection, year: i32) -> Result<Vec<SealedReport>, StoreError> {
    let rows = sqlx::query("SELECT * FROM report WHERE year = ?1 ORDER BY version")
        .bind(year)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(SealedReport {
                year: row.year("year")?,
                version: row.integer("version")?,
                made_on: row.date("made_on")?,
                figures_sha256: row.text("figures_sha256")?,
                chain_head: row.text("chain_head")?,
                prepared_by: row.text("prepared_by")?,
                reviewed_by: row.text("reviewed_by")?,
                approved_by: row.text("approved_by")?,
                because: row.optional_text("because")?,
            })
        })
        .collect()
}

/// Figures of a final report.
pub async fn figures(
    connection: &mut Connection,
    year: i32,
    version: i64,
) -> Result<ReportedFigures, StoreError> {
    let rows = sqlx::query("SELECT figure, value FROM report_figure WHERE year = ?1 AND version = ?2")
        .bind(year)
        .bind(version)
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((row.text("figure")?, row.text("value")?))).collect()
}

/// A file of a final report as it was made; other bytes than were sealed are never handed out.
pub async fn file(
    connection: &mut Connection,
    year: i32,
    version: i64,
    format: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = sqlx::query(
        "SELECT content, sha256 FROM report_file JOIN document USING (sha256)
         WHERE year = ?1 AND version = ?2 AND format = ?3",
    );
    let row = row.bind(year).bind(version).bind(format).fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(None) };
    let content: Vec<u8> = row.try_get("content")?;
    if sha256(&content) != row.text("sha256")? {
        return Err(StoreError::damaged(format!(
            "the {format} of report v{version} of {year} is not as it was made"
        )));
    }
    Ok(Some(content))
}
