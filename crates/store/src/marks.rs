//! Table `marks`: numbers that all nodes share. A transaction that raises or sets one locks its row until it ends.

use super::Connection;
use crate::StoreError;

/// The name of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The latest time that a node saw, in milliseconds.
    Clock,
    /// How often the settings were changed.
    Settings,
    /// How often it was tried whether the database can be written to.
    Probe,
}

impl Mark {
    const fn name(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Settings => "settings",
            Self::Probe => "probe",
        }
    }
}

/// Its number, if it was ever set.
pub async fn get(db: &mut Connection, mark: Mark) -> Result<Option<i64>, StoreError> {
    let value: Option<(i64,)> =
        sqlx::query_as("SELECT value FROM marks WHERE name = $1").bind(mark.name()).fetch_optional(db).await?;
    Ok(value.map(|(value,)| value))
}

/// Sets it.
pub async fn set(db: &mut Connection, mark: Mark, value: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(mark.name())
    .bind(value)
    .execute(db)
    .await?;
    Ok(())
}

/// Raises it by one and returns the new value.
pub async fn raise(db: &mut Connection, mark: Mark) -> Result<i64, StoreError> {
    let (value,): (i64,) = sqlx::query_as(
        "INSERT INTO marks (name, value) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET value = marks.value + 1
         RETURNING value",
    )
    .bind(mark.name())
    .fetch_one(db)
    .await?;
    Ok(value)
}
