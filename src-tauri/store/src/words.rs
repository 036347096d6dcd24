//! Words that many lines share, kept once.

use crate::{Connection, StoreError};
use std::collections::HashMap;

/// Ids of words, remembered while lines are written.
#[derive(Debug, Default)]
pub(crate) struct Words(HashMap<String, i64>);

impl Words {
    /// The id of a word; it is added where it is new.
    pub(crate) async fn id(
        &mut self,
        connection: &mut Connection,
        word: Option<&str>,
    ) -> Result<Option<i64>, StoreError> {
        let Some(word) = word else { return Ok(None) };
        if let Some(id) = self.0.get(word) {
            return Ok(Some(*id));
        }
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO word (text) VALUES (?1) ON CONFLICT (text) DO UPDATE SET text = text RETURNING id",
        )
        .bind(word)
        .fetch_one(connection)
        .await?;
        self.0.insert(word.to_owned(), id);
        Ok(Some(id))
    }
}
