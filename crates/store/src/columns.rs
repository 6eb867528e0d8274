//! Closed sets as they stand in text columns: the same words as in JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;

/// Behind every id, whose digits are hexadecimal. A letter, because PostgreSQL may sort by a language: signs such as `~` then come
/// before digits.
pub(super) const BEYOND: &str = "z";

/// The word of a fieldless enum.
pub fn to_text<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(StoreError::UnexpectedValue { column: "a new row", found: format!("{other:?}") }),
    }
}

/// The enum of a word that [`to_text`] wrote.
pub(super) fn from_text<T: DeserializeOwned>(column: &'static str, word: String) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word.clone()))
        .map_err(|_| StoreError::UnexpectedValue { column, found: word })
}

/// `$1, $2, …` for so many values.
pub(crate) fn placeholders(values: usize) -> String {
    (1..=values).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// `($1, $2), ($3, $4)` for two rows of two values.
pub(crate) fn rows_of_places(rows: usize, values: usize) -> String {
    let row = |row: usize| {
        let places: Vec<_> = (1..=values).map(|value| format!("${}", row * values + value)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::rows_of_places;

    #[test]
    fn every_value_of_every_row_has_a_place_of_its_own() {
        assert_eq!(rows_of_places(2, 3), "($1, $2, $3), ($4, $5, $6)");
    }
}
