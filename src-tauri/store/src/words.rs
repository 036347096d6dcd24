//! Words that many lines share, kept once.

use crate::StoreError;
use crate::bulk::{Bound, Statement};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// What it takes to know a word's id.
pub(crate) struct WordStatements<'lock> {
    pub(crate) find: Statement<'lock>,
    pub(crate) add: Statement<'lock>,
}

/// The id of a word.
pub(crate) const FIND_WORD: &str = "SELECT id FROM word WHERE text = ?1";
/// A word that is new.
pub(crate) const ADD_WORD: &str = "INSERT INTO word (text) VALUES (?1)";

/// Words that are remembered; beyond them each is looked up.
const MAX_WORDS: usize = 500_000;

/// Ids of words, remembered while lines are written.
#[derive(Debug, Default)]
pub(crate) struct Words(HashMap<String, i64, RandomState>);

impl Words {
    /// The id of a word; it is added where it is new.
    pub(crate) fn id<'a>(
        &mut self,
        statements: &mut WordStatements,
        word: Option<&str>,
    ) -> Result<Bound<'a>, StoreError> {
        let Some(word) = word else { return Ok(Bound::Null) };
        if let Some(id) = self.0.get(word) {
            return Ok(Bound::Integer(*id));
        }
        let id = match statements.find.run(&[Bound::Text(word)])? {
            Some(id) => id,
            None => statements.add.insert(&[Bound::Text(word)])?,
        };
        if self.0.len() < MAX_WORDS {
            self.0.insert(word.to_owned(), id);
        }
        Ok(Bound::Integer(id))
    }
}
