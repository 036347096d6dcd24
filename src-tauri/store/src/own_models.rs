//! Models whose weights the rows of an import or the catalogue state.

use crate::values::Values;
use crate::{Connection, StoreError};
use planner_core::own_average::OwnModel;
use planner_core::recognise::{Facts, Kind};

/// Keeps the models of an import.
pub async fn add(connection: &mut Connection, import: i64, models: &[OwnModel]) -> Result<(), StoreError> {
    for one in models {
        sqlx::query("INSERT OR IGNORE INTO own_model (import_number, model, kind, size, kg) VALUES (?1, ?2, ?3, ?4, ?5)")
            .bind(import)
            .bind(&one.model)
            .bind(one.kind.word())
            .bind(one.size.facts())
            .bind(one.kg.normalize().to_string())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// The models of all imports that stand.
pub async fn all(connection: &mut Connection) -> Result<Vec<OwnModel>, StoreError> {
    let rows = sqlx::query("SELECT model, kind, size, kg FROM own_model").fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let size = Facts::read(&row.text("size")?).map_err(|_| StoreError::damaged("size"))?.size;
            Ok(OwnModel {
                kind: row.word("kind", Kind::from_word)?,
                size,
                model: row.text("model")?,
                kg: row.decimal("kg")?.ok_or_else(|| StoreError::damaged("kg"))?,
            })
        })
        .collect()
}
