//! How exact values stand in the file: decimals and dates as text, masses as whole milligrams.

use crate::StoreError;
use crate::bulk::{Bound, Cell, Named};
use chrono::NaiveDate;
use planner_core::mass::Mass;
use rust_decimal::Decimal;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use std::str::FromStr;

/// Reads columns of a row as core values, naming the column where one is damaged.
pub(crate) trait Values {
    fn optional_text(&self, column: &str) -> Result<Option<String>, StoreError>;
    fn optional_integer(&self, column: &str) -> Result<Option<i64>, StoreError>;

    fn parsed<T: FromStr>(&self, column: &str) -> Result<Option<T>, StoreError> {
        let text = self.optional_text(column)?;
        text.map(|text| text.parse().map_err(|_| StoreError::damaged(format!("“{text}” in {column}"))))
            .transpose()
    }
    fn text(&self, column: &str) -> Result<String, StoreError> {
        self.optional_text(column)?.ok_or_else(|| StoreError::damaged(format!("nothing in {column}")))
    }
    fn integer(&self, column: &str) -> Result<i64, StoreError> {
        self.optional_integer(column)?.ok_or_else(|| StoreError::damaged(format!("nothing in {column}")))
    }
    fn boolean(&self, column: &str) -> Result<bool, StoreError> {
        Ok(self.integer(column)? != 0)
    }
    fn year(&self, column: &str) -> Result<i32, StoreError> {
        i32::try_from(self.integer(column)?).map_err(|_| StoreError::damaged(column))
    }
    fn optional_year(&self, column: &str) -> Result<Option<i32>, StoreError> {
        let year = self.optional_integer(column)?;
        year.map(i32::try_from).transpose().map_err(|_| StoreError::damaged(column))
    }
    fn mass(&self, column: &str) -> Result<Mass, StoreError> {
        self.integer(column).map(Mass::from_milligrams)
    }
    fn optional_mass(&self, column: &str) -> Result<Option<Mass>, StoreError> {
        Ok(self.optional_integer(column)?.map(Mass::from_milligrams))
    }
    fn decimal(&self, column: &str) -> Result<Option<Decimal>, StoreError> {
        self.parsed(column)
    }
    fn date(&self, column: &str) -> Result<NaiveDate, StoreError> {
        self.parsed(column)?.ok_or_else(|| StoreError::damaged(column))
    }
    fn optional_date(&self, column: &str) -> Result<Option<NaiveDate>, StoreError> {
        self.parsed(column)
    }
    /// A word that one of core's `from_word` knows.
    fn word<T>(&self, column: &str, from_word: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let word = self.text(column)?;
        from_word(&word).ok_or_else(|| StoreError::damaged(format!("“{word}” in {column}")))
    }
}

impl Values for SqliteRow {
    fn optional_text(&self, column: &str) -> Result<Option<String>, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn optional_integer(&self, column: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get(column)?)
    }
}

impl Values for Named<'_> {
    fn optional_text(&self, column: &str) -> Result<Option<String>, StoreError> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Some(text.to_owned())),
                Err(_) => Err(StoreError::damaged(column)),
            },
            _ => Err(StoreError::damaged(column)),
        }
    }

    fn optional_integer(&self, column: &str) -> Result<Option<i64>, StoreError> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            Cell::Integer(number) => Ok(Some(number)),
            _ => Err(StoreError::damaged(column)),
        }
    }
}

/// A value as its column keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
}

impl Value {
    /// The same for a statement.
    pub(crate) fn bound(&self) -> Bound<'_> {
        match self {
            Self::Null => Bound::Null,
            Self::Integer(number) => Bound::Integer(*number),
            Self::Text(text) => Bound::Text(text),
        }
    }

    /// The same as text, for comparing it with what stands in the file.
    pub(crate) fn into_text(self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Integer(number) => Some(number.to_string()),
            Self::Text(text) => Some(text),
        }
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// The text of an exact decimal or a date, where there is one.
pub(crate) fn stored(value: Option<impl ToString>) -> Option<String> {
    value.map(|value| value.to_string())
}
